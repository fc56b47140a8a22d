/* SPDX-License-Identifier: Apache-2.0 */
/* eval: examples and requirements (clause 4.7), the totals of clause 7, the reasons of lines. */
#include "eval_build.h"

static ccl_given given(ccl_given_kind kind, uint32_t index, const ccl_expr *value) {
  return (ccl_given){ .kind = kind, .index = index, .article_name = CCL_NONE, .value = value };
}

/* "passed", or the expectations that differ, or what was reported. */
static ccl_str run_example(shop *s, const ccl_example *example) {
  s->diags.all.len = 0;
  ccl_example_result result = ccl_example_run(&s->plan, &s->diags, example);
  if (!result.computed)
    return all_reported(&s->diags);
  ccl_buf out = { 0 };
  for (size_t i = 0; i < result.comparisons.len; i++) {
    const ccl_comparison_made *made = &result.comparisons.items[i];
    if (!made->agrees)
      ccl_buf_printf(&out, "%.*s is %.*s; ", (int)made->expectation->name.len, made->expectation->name.ptr,
                     (int)ccl_rat_text(made->found.as.number).len, ccl_rat_text(made->found.as.number).ptr);
  }
  return result.passed ? S("passed") : ccl_buf_str(&out);
}

static ccl_expectation expects(const shop *s, const char *name, ccl_op op, uint32_t index, const char *value) {
  return (ccl_expectation){ .name = S(name), .figure = named(op, s->eur, index), .value = figure(s->eur, value) };
}

static const uint32_t fields[] = { BEGAN, SITE, ANSWERED, TALK };

static ccl_example_table table_of(const shop *s) {
  return (ccl_example_table){ .fields = fields,
                              .field_count = CALL_FIELDS,
                              .rows = s->rows.items,
                              .row_spans = s->row_spans.items,
                              .row_count = s->rows.len };
}

Test(example, givens) {
  shop *s = shop_new();
  uint32_t price = a_parameter(s, "price", s->per_call, "3", 0, NULL);
  a_charge(s, an_article(s, "acts"), named(CCL_OP_MEASURE, s->call, 0), NULL)->price.rate =
      named(CCL_OP_PARAMETER, s->per_call, price);
  a_charge(s, an_article(s, "german"), named(CCL_OP_MEASURE, s->call, 0), "5");
  ccl_given all[3] = { given(CCL_GIVEN_MEASURE, 0, figure(s->call, "10")),
                       given(CCL_GIVEN_MEASURE, 0, figure(s->call, "4")),
                       given(CCL_GIVEN_PARAMETER, price, figure(s->per_call, "2")) };
  all[1].article_name = 1; /* german.handled */
  ccl_expectation expected[] = { expects(s, "acts", CCL_OP_ARTICLE, 0, "20"),
                                 expects(s, "german", CCL_OP_ARTICLE, 1, "20"),
                                 expects(s, "total_net", CCL_OP_TOTAL, CCL_TOTAL_NET, "40"),
                                 expects(s, "total_gross", CCL_OP_TOTAL, CCL_TOTAL_GROSS, "48") };
  ccl_example example = { .text = S("An example"),
                          .period = S("2026-10"),
                          .givens = all,
                          .given_count = 3,
                          .expectations = expected,
                          .expectation_count = 4 };
  same_text(run_example(s, &example), "passed", "givens");
  expected[0] = expects(s, "acts", CCL_OP_ARTICLE, 0, "20.01");
  same_text(run_example(s, &example), "acts is 20; ", "difference");
  example.period = S("2027-10");
  same_text(run_example(s, &example),
            "not-a-billing-period: the example is for 2027-10, which is no billing period of the contract", "period");
  example.period = S("2026-10-15");
  expected[0] = expects(s, "acts", CCL_OP_ARTICLE, 0, "20");
  same_text(run_example(s, &example), "passed", "a date inside the period");
}

/* By keys: combinations not given have no rows; the whole is their sum. */
Test(example, combinations) {
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), named(CCL_OP_MEASURE, s->call, 0), "2");
  acts->dims = by_site;
  acts->dim_count = 1;
  a_charge(s, an_article(s, "all"), named(CCL_OP_MEASURE, s->call, 0), "1");
  ccl_given one = given(CCL_GIVEN_MEASURE, 0, figure(s->call, "10"));
  ccl_value key = ccl_value_choice(MA);
  one.keys = &key;
  one.key_count = 1;
  ccl_expectation expected[] = { expects(s, "acts", CCL_OP_ARTICLE, 0, "20"),
                                 expects(s, "acts[MA]", CCL_OP_ARTICLE, 0, "20"),
                                 expects(s, "acts[FR]", CCL_OP_ARTICLE, 0, "0"),
                                 expects(s, "all", CCL_OP_ARTICLE, 1, "10") };
  ccl_value other = ccl_value_choice(FR);
  expected[1].keys = &key;
  expected[2].keys = &other;
  expected[1].key_dims = expected[2].key_dims = by_site;
  expected[1].key_count = expected[2].key_count = 1;
  ccl_example example = {
    .period = S("2026-10"), .givens = &one, .given_count = 1, .expectations = expected, .expectation_count = 4
  };
  same_text(run_example(s, &example), "passed", "by keys");
  ccl_given whole = given(CCL_GIVEN_MEASURE, 0, figure(s->call, "0"));
  expected[0] = expects(s, "acts", CCL_OP_ARTICLE, 0, "0");
  example.givens = &whole;
  example.expectation_count = 1;
  same_text(run_example(s, &example), "passed", "0 needs no keys");
  whole.value = figure(s->call, "1");
  same_text(run_example(s, &example),
            "context-mismatch: handled is charged by dimensions: the example must give it for each combination, as "
            "handled[…]",
            "1 needs keys");
}

static const tier_row prices[] = { { "1000", "10", NULL }, { NULL, "8", NULL } };

Test(example, earlier) {
  shop *s = shop_new();
  at_tiers(a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), NULL),
           some_tiers(s, CCL_TIERS_PRICE, prices, 2), CCL_BY_SLICE)
      ->counted = CCL_CYCLE_YEAR;
  ccl_given all[2] = { given(CCL_GIVEN_INPUT, VOLUME, figure(s->call, "100")),
                       given(CCL_GIVEN_INPUT, VOLUME, figure(s->call, "950")) };
  all[1].earlier = true;
  ccl_expectation expected = expects(s, "acts", CCL_OP_ARTICLE, 0, "900");
  ccl_example example = {
    .period = S("2026-10"), .givens = all, .given_count = 2, .expectations = &expected, .expectation_count = 1
  };
  same_text(run_example(s, &example), "passed", "slices go on");
  s->effects[0][0].price.mode = CCL_BY_VOLUME;
  s->effects[0][0].adjusts = true; /* 100 × 8 and 950 × 8 − 950 × 10 */
  expected = expects(s, "acts", CCL_OP_ARTICLE, 0, "-1100");
  same_text(run_example(s, &example), "passed", "adjusted");
  example.given_count = 1;
  expected = expects(s, "acts", CCL_OP_ARTICLE, 0, "1000");
  same_text(run_example(s, &example), "passed", "0 when not said");
}

Test(example, tables) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), named(CCL_OP_MEASURE, s->call, 0), "2");
  calls(s, 3, date(2026, 10, 31), FR, true);
  calls(s, 1, date(2026, 11, 1), FR, true);
  ccl_example_table table = table_of(s);
  ccl_expectation expected = expects(s, "acts", CCL_OP_ARTICLE, 0, "6");
  ccl_example example = {
    .period = S("2026-10"), .tables = &table, .table_count = 1, .expectations = &expected, .expectation_count = 1
  };
  same_text(run_example(s, &example), "passed", "a table");
  example.table_count = 0;
  same_text(run_example(s, &example),
            "missing-data: the example neither gives handled nor has rows of calls, from which it would be computed",
            "none");
}

/* A false requirement stops an invoice; examples do not look at it. */
Test(example, requirements) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), "2");
  ccl_requirement requirement = { .condition =
                                      compared(CCL_LE, named(CCL_OP_INPUT, s->call, VOLUME), figure(s->call, "5")),
                                  .otherwise = S("too much") };
  s->plan.requirements = &requirement;
  s->plan.requirements_count = 1;
  give(s, VOLUME, 1, "5");
  give(s, VOLUME, 2, "6");
  month_is(s, 1, "acts act q5 p2 = 10");
  month_is(s, 2, "require-failed: what the contract requires does not hold: too much");
  ccl_given one = given(CCL_GIVEN_INPUT, VOLUME, figure(s->call, "6"));
  ccl_expectation expected = expects(s, "acts", CCL_OP_ARTICLE, 0, "12");
  ccl_example example = {
    .period = S("2026-10"), .givens = &one, .given_count = 1, .expectations = &expected, .expectation_count = 1
  };
  same_text(run_example(s, &example), "passed", "an example");
}

/* Nothing was given for an activity that is asked for: said once. */
Test(example, data_that_was_not_given) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), "2");
  a_charge(s, an_article(s, "more"), aggregate(s, HANDLED), "2");
  s->supply = ccl_supply_of(&s->plan);
  s->engine = ccl_engine_new(&s->plan, &s->supply, &s->diags, (ccl_engine_options){ .threads = 1 }, NULL, 0, NULL, 0);
  s->run = ccl_run_new(&s->plan, &s->supply, s->engine, &s->diags, NULL);
  month_is(s, 1, "missing-data: no data was given for calls, which the invoice needs");
}

/* What a line was computed from: the measure with its value, inside it the aggregate with the rows counted. */
Test(example, reasons) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), named(CCL_OP_MEASURE, s->call, 0), "2");
  calls(s, 3, date(2026, 3, 1), FR, true);
  calls(s, 2, date(2026, 3, 1), FR, false);
  open_shop(s);
  const ccl_ledger *ledger = ccl_run_ledger(s->run, month_of_2026(3));
  cr_assert_not_null(ledger);
  ccl_reason reason = ledger->lines.items[0].reason;
  cr_assert_eq(reason.operand_count, 2);
  same_text(ccl_rule_say(reason.rule, CCL_LANG_EN), "quantity × unit price", "rule");
  same_text(reason.operands[0].name, "handled", "measure");
  is_number(reason.operands[0].value, "3", "measure");
  cr_assert_eq(reason.operands[0].part_count, 1);
  cr_expect_eq(reason.operands[0].parts[0].rows, 3);
  is_number(reason.operands[1].value, "2", "price");
}
