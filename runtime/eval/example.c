/* SPDX-License-Identifier: Apache-2.0 */
/* One example: its supply (parameters that it fixes), an engine over its tables, its expectations. What is given
 * instead of computed is answered in given.c. */
#include "eval/example.h"

#include "eval/ask.h"
#include "eval/messages.h"
#include "eval/sums.h"

/* The period of an example: as in --period, or a date inside it. */
static bool find_period(const ccl_plan *plan, const ccl_example *example, ccl_period *period) {
  ccl_day day;
  ccl_cycle cycle = plan->header.cycle;
  if (ccl_day_parse(example->period, &day))
    return ccl_cycle_period_of(cycle, day, period);
  return ccl_cycle_parse(cycle, example->period, period) == CCL_PERIOD_FOUND;
}

/* The contract's own figures, with the parameters that the example fixes everywhere. */
static ccl_supply *supply_of(const ccl_plan *plan, ccl_diags *diags, const ccl_example *example, ccl_period period) {
  ccl_supply *supply = ccl_new(ccl_supply);
  *supply = ccl_supply_of(plan);
  ccl_run *run = ccl_run_new(plan, supply, NULL, diags, NULL);
  ccl_context context = ccl_context_of_period(period.days);
  ccl_value *parameters = ccl_new_array(ccl_value, plan->parameters_count + 1);
  for (size_t i = 0; i < plan->parameters_count; i++)
    parameters[i] = ccl_value_absent();
  for (size_t i = 0; i < example->given_count; i++) {
    const ccl_given *given = &example->givens[i];
    if (given->kind == CCL_GIVEN_PARAMETER && given->article_name == CCL_NONE)
      parameters[given->index] = ccl_ask(run, &context, given->value).value;
  }
  supply->parameters = parameters;
  return supply;
}

/* What is compared: the expected value and the figure, the latter in its group. */
static ccl_figure figure_of(const ccl_expectation *expectation, ccl_days period) {
  return (ccl_figure){ .expr = expectation->figure,
                       .period = period,
                       .article = CCL_NONE,
                       .dims = expectation->key_dims,
                       .group = expectation->keys,
                       .group_count = expectation->key_count };
}

static ccl_figure expected_of(const ccl_expectation *expectation, ccl_days period) {
  return (ccl_figure){ .expr = expectation->value, .period = period, .article = CCL_NONE };
}

/* The lines of an article in one group: `expect acts[FR]`. */
static ccl_value sum_group(const ccl_plan *plan, const ccl_ledger *ledger, const ccl_expectation *expectation) {
  ccl_context group = { .dims = expectation->key_dims,
                        .group = expectation->keys,
                        .dim_count = expectation->key_count,
                        .known = expectation->key_count };
  ccl_rat sum = CCL_RAT_ZERO;
  for (size_t i = 0; i < ledger->lines.len; i++) {
    const ccl_line *line = &ledger->lines.items[i];
    if (plan->articles[line->article].article_name == expectation->figure->index && ccl_line_is_of_group(line, &group))
      sum = ccl_rat_add(sum, line->amount);
  }
  return ccl_value_number(sum);
}

static bool is_article_group(const ccl_expectation *expectation) {
  return expectation->figure->op == CCL_OP_ARTICLE && expectation->key_count > 0;
}

static ccl_comparison_made compare(ccl_run *run, const ccl_plan *plan, const ccl_ledger *ledger,
                                   const ccl_expectation *expectation) {
  ccl_comparison_made made = { .expectation = expectation, .type = expectation->figure->type };
  ccl_figure figure = figure_of(expectation, ledger->period), expected = expected_of(expectation, ledger->period);
  bool is_computed = true;
  if (is_article_group(expectation))
    made.found = sum_group(plan, ledger, expectation);
  else
    is_computed = ccl_run_figure(run, &figure, &made.found);
  is_computed = ccl_run_figure(run, &expected, &made.expected) && is_computed;
  if (!is_computed) {
    made.found = ccl_value_reported();
    return made;
  }
  bool is_known =
      made.found.state == CCL_KNOWN && made.expected.state == CCL_KNOWN && made.found.kind == made.expected.kind;
  made.agrees = is_known && ccl_value_eq(made.found, made.expected);
  return made;
}

static bool prepare(ccl_run *run, const ccl_example *example, ccl_days period) {
  CCL_VEC(ccl_figure) figures = { 0 };
  for (size_t i = 0; i < example->expectation_count; i++) {
    if (!is_article_group(&example->expectations[i]))
      ccl_vec_push(&figures, figure_of(&example->expectations[i], period));
    ccl_vec_push(&figures, expected_of(&example->expectations[i], period));
  }
  return ccl_run_prepare(run, &period, 1, figures.items, figures.len);
}

ccl_example_result ccl_example_run(const ccl_plan *plan, ccl_diags *diags, const ccl_example *example) {
  ccl_example_result result = { .example = example };
  ccl_period period;
  if (!find_period(plan, example, &period)) {
    (void)ccl_report(diags, &ccl_eval_say_not_a_period, example->span, CCL_ARGS(example->period));
    return result;
  }
  result.period = period.days;
  ccl_supply *supply = supply_of(plan, diags, example, period);
  ccl_engine_options options = { .threads = 1 };
  ccl_engine *engine = ccl_engine_new(plan, supply, diags, options, NULL, 0, example->tables, example->table_count);
  ccl_run *run = ccl_run_new(plan, supply, engine, diags, example);
  if (!engine || !prepare(run, example, period.days))
    return result;
  result.ledger = ccl_run_ledger(run, period.days);
  if (!result.ledger)
    return result;
  result.computed = result.passed = true;
  for (size_t i = 0; i < example->expectation_count; i++) {
    ccl_comparison_made made = compare(run, plan, result.ledger, &example->expectations[i]);
    result.passed = result.passed && made.agrees;
    if (made.found.state == CCL_TROUBLE)
      result.computed = result.passed = false;
    ccl_vec_push(&result.comparisons, made);
  }
  return result;
}
