/* SPDX-License-Identifier: Apache-2.0 */
/* eval: windows, days, weeks, months and periods, names and totals over windows, overall, overrides (clauses 5,
 * 6.7). */
#include "eval_build.h"

/* The value of an expression in a month, as text. */
static void figure_is(shop *s, int month, const ccl_expr *expr, const char *expected) {
  if (!s->run)
    open_shop(s);
  ccl_figure asked = { .expr = expr, .period = month_of_2026(month), .article = CCL_NONE };
  ccl_value value;
  ccl_str said = !ccl_run_figure(s->run, &asked, &value) ? all_reported(&s->diags)
                 : value.kind == CCL_KIND_DATE           ? ccl_day_text(value.as.day)
                                                         : ccl_rat_text(value.as.number);
  same_text(said, expected, ccl_op_text(expr->op));
  s->diags.all.len = 0;
}

static const ccl_expr *over(shop *s, ccl_source_kind source, ccl_query_kind kind, ccl_type type, const ccl_expr *what,
                            const ccl_expr *where) {
  const ccl_expr **list = ccl_new(const ccl_expr *);
  *list = what;
  ccl_query query = { .kind = kind,
                      .source = source,
                      .type = type,
                      .where = where,
                      .what = list,
                      .what_count = what ? 1 : 0,
                      .percentile = 50 };
  return named(CCL_OP_AGGREGATE, type, shop_query(s, query));
}

Test(window, measures_over_windows) {
  shop *s = shop_new();
  s->plan.header.cycle.contract.from = date(2026, 1, 10);
  const ccl_expr *handled = named(CCL_OP_MEASURE, s->call, 0);
  calls(s, 1, date(2026, 1, 9), FR, true); /* before the contract */
  calls(s, 2, date(2026, 1, 10), FR, true);
  calls(s, 4, date(2026, 3, 31), FR, true);
  calls(s, 8, date(2026, 4, 1), FR, true);
  calls(s, 16, date(2026, 5, 31), FR, true);
  static const struct {
    ccl_window_kind kind;
    uint32_t n;
    const char *expected;
  } rows[] = { { CCL_WINDOW_SINCE_YEAR, 0, "30" },     { CCL_WINDOW_SINCE_QUARTER, 0, "24" },
               { CCL_WINDOW_SINCE_CONTRACT, 0, "30" }, { CCL_WINDOW_PREVIOUS, 0, "8" },
               { CCL_WINDOW_LAST_N, 3, "28" },         { CCL_WINDOW_LAST_YEAR, 0, "0" } };
  for (size_t i = 0; i < COUNT(rows); i++)
    figure_is(s, 5, in_window(handled, rows[i].kind, rows[i].n), rows[i].expected);
  figure_is(s, 5, named(CCL_OP_CONTEXT, type_of(CCL_KIND_DATE), CCL_WINDOW_END), "2026-05-31");
  figure_is(s, 5, in_window(named(CCL_OP_CONTEXT, type_of(CCL_KIND_DATE), CCL_WINDOW_START), CCL_WINDOW_SINCE_YEAR, 0),
            "2026-01-10");
  figure_is(s, 5, named(CCL_OP_CONTEXT, s->number_, CCL_DAYS_IN_PERIOD), "31");
}

/* A week is seven days in base units; an ISO week is cut to the window. */
Test(window, days_weeks_months_periods) {
  shop *s = shop_new();
  const ccl_expr *handled = named(CCL_OP_MEASURE, s->call, 0), *volume = named(CCL_OP_INPUT, s->call, VOLUME);
  ccl_type day = unit_type(s->plan.units, "day"), week = unit_type(s->plan.units, "week"),
           month = unit_type(s->plan.units, "month");
  calls(s, 5, date(2026, 3, 1), FR, true);
  calls(s, 3, date(2026, 3, 2), FR, true);
  calls(s, 2, date(2026, 3, 31), FR, true);
  give(s, VOLUME, 1, "10");
  give(s, VOLUME, 2, "20");
  give(s, VOLUME, 3, "60");
  const ccl_expr *busy = compared(CCL_GE, handled, figure(s->call, "3"));
  figure_is(s, 3, over(s, CCL_FROM_DAYS, CCL_QUERY_COUNT, day, NULL, NULL), "31");
  figure_is(s, 3, over(s, CCL_FROM_DAYS, CCL_QUERY_COUNT, day, NULL, busy), "2");
  figure_is(s, 3, over(s, CCL_FROM_WEEKS, CCL_QUERY_COUNT, week, NULL, NULL), "42");
  figure_is(s, 3, over(s, CCL_FROM_WEEKS, CCL_QUERY_HIGHEST, s->call, handled, NULL), "5");
  figure_is(s, 3, over(s, CCL_FROM_DAYS, CCL_QUERY_PERCENTILE, s->call, handled, NULL), "0");
  figure_is(s, 3, over(s, CCL_FROM_DAYS, CCL_QUERY_DISTINCT, s->number_, handled, NULL), "4");
  figure_is(s, 3, in_window(over(s, CCL_FROM_MONTHS, CCL_QUERY_COUNT, month, NULL, NULL), CCL_WINDOW_SINCE_YEAR, 0),
            "3");
  const ccl_expr *average = over(s, CCL_FROM_PERIODS, CCL_QUERY_AVERAGE, s->call, volume, NULL);
  figure_is(s, 3, in_window(average, CCL_WINDOW_LAST_N, 3), "30");
  figure_is(s, 3, in_window(over(s, CCL_FROM_PERIODS, CCL_QUERY_MEDIAN, s->call, volume, NULL), CCL_WINDOW_LAST_N, 2),
            "40");
  ccl_query share = { .kind = CCL_QUERY_SHARE,
                      .source = CCL_FROM_DAYS,
                      .type = s->percent,
                      .where = busy,
                      .among = compared(CCL_GT, handled, figure(s->call, "0")) };
  figure_is(s, 3, named(CCL_OP_AGGREGATE, s->percent, shop_query(s, share)), "2/3");
  figure_is(s, 3, in_window(volume, CCL_WINDOW_LAST_N, 2),
            "context-mismatch: volume is given for each billing period, and this window is longer; take its sum or "
            "average over `periods`");
}

Test(window, no_rows) {
  shop *s = shop_new();
  const ccl_expr *level = named(CCL_OP_MEASURE, s->percent, LEVEL);
  calls(s, 1, date(2026, 3, 1), FR, true);
  figure_is(s, 3, level, "1");
  figure_is(s, 4, level, "undefined-value: level has no value: there is no row from which it could be computed");
  figure_is(s, 4, node(CCL_OP_DEFAULT, s->percent, 2, level, figure(s->percent, "50")), "0.5");
}

/* Names and totals over windows are sums of invoices. */
Test(window, names_and_totals) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), "0.333");
  ccl_article *loyalty = an_article(s, "loyalty");
  const ccl_expr *acts = named(CCL_OP_ARTICLE, s->eur, 0);
  const ccl_expr *before = in_window(acts, CCL_WINDOW_PREVIOUS, 0);
  ccl_effect *credit = with_amount(an_effect(s, loyalty, CCL_EFFECT_CREDIT),
                                   node(CCL_OP_PRODUCT, s->eur, 2, before, figure(s->percent, "50")));
  credit->mode = CCL_MODE_CREDIT;
  calls(s, 10, date(2026, 1, 5), FR, true);
  calls(s, 20, date(2026, 2, 5), FR, true);
  month_is(s, 1, "acts act q10 p0.333 = 3.33; loyalty credit = 0");
  month_is(s, 2, "acts act q20 p0.333 = 6.66; loyalty credit = -1.67");
  figure_is(s, 2, acts, "6.66");
  figure_is(s, 2, in_window(acts, CCL_WINDOW_SINCE_YEAR, 0), "9.99");
  figure_is(s, 1, before, "0");
  figure_is(s, 2, named(CCL_OP_TOTAL, s->eur, CCL_TOTAL_NET), "4.99");
  figure_is(s, 2, named(CCL_OP_TOTAL, s->eur, CCL_TOTAL_VAT), "1");
  figure_is(s, 2, in_window(named(CCL_OP_TOTAL, s->eur, CCL_TOTAL_GROSS), CCL_WINDOW_SINCE_YEAR, 0), "9.99");
}

Test(window, overall) {
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), NULL);
  const ccl_expr *all = node(CCL_OP_OVERALL, s->call, 1, aggregate(s, EVERY));
  acts->dims = by_site;
  acts->dim_count = 1;
  acts->price.rate = node(CCL_OP_PRODUCT, s->per_call, 2, inverse(CCL_OP_PRODUCT, s->number_, aggregate(s, EVERY), all),
                          figure(s->per_call, "8"));
  calls(s, 3, date(2026, 1, 5), FR, true);
  calls(s, 1, date(2026, 1, 5), MA, true);
  month_is(s, 1, "acts[FR] act q3 p6 = 18; acts[MA] act q1 p2 = 2");
}

static const ccl_expr *is_answered(const shop *s) {
  return named(CCL_OP_FIELD, s->yes_no, ANSWERED);
}

static ccl_override *overriding(ccl_article *article, uint32_t name, const ccl_expr *where) {
  ccl_override *override = ccl_new(ccl_override);
  *override = (ccl_override){ name, where, 0 };
  article->overrides = override;
  article->override_count = 1;
  return override;
}

/* From the 16th the answered rows leave `acts`; a report sees every row. */
Test(window, override_where) {
  shop *s = shop_new();
  ccl_article *acts = an_article(s, "acts"), *premium = an_article(s, "premium");
  a_charge(s, acts, aggregate(s, EVERY), "3");
  with_amount(an_effect(s, acts, CCL_EFFECT_REPORT), aggregate(s, EVERY));
  a_charge(s, premium, aggregate(s, EVERY), "6");
  premium->in_force.from = date(2026, 4, 16);
  overriding(premium, 0, is_answered(s));
  calls(s, 2, date(2026, 4, 15), FR, true);
  calls(s, 4, date(2026, 4, 16), FR, true);
  calls(s, 8, date(2026, 4, 16), FR, false);
  month_is(s, 4, "acts act q10 p3 = 30; premium act q4 p6 16..30 = 24");
  is_number(ccl_run_ledger(s->run, month_of_2026(4))->reports.items[0].value, "14", "report");
}

/* In whatever window a row is counted, its own day decides; `when` is asked for the row's billing period. */
Test(window, override_in_longer_windows) {
  shop *s = shop_new();
  ccl_article *acts = an_article(s, "acts"), *premium = an_article(s, "premium");
  a_charge(s, acts, in_window(aggregate(s, EVERY), CCL_WINDOW_SINCE_YEAR, 0), "1");
  a_charge(s, premium, aggregate(s, EVERY), "6");
  premium->when = compared(CCL_GT, named(CCL_OP_INPUT, s->call, VOLUME), figure(s->call, "0"));
  overriding(premium, 0, is_answered(s));
  give(s, VOLUME, 1, "1");
  give(s, VOLUME, 2, "0");
  give(s, VOLUME, 3, "1");
  for (int month = 1; month <= 3; month++) {
    calls(s, 1, date(2026, month, 1), FR, false);
    calls(s, 10, date(2026, month, 2), FR, true);
  }
  month_is(s, 2, "acts act q12 p1 = 12");
  month_is(s, 3, "acts act q13 p1 = 13; premium act q10 p6 = 60");
}

/* Overridden whole for a week: charges lose its days, recurring amounts are prorated, what stands once per period
 * stays. */
Test(window, override_whole) {
  shop *s = shop_new();
  s->plan.header.proration = CCL_PRORATION_DAILY;
  ccl_article *acts = an_article(s, "acts"), *launch = an_article(s, "launch");
  a_charge(s, acts, aggregate(s, EVERY), "2");
  a_recurring(s, acts, CCL_EFFECT_FLAT, "300");
  with_amount(an_effect(s, acts, CCL_EFFECT_CHARGE), figure(s->eur, "7"));
  a_charge(s, launch, aggregate(s, EVERY), "1");
  launch->in_force = (ccl_days){ date(2026, 6, 15), date(2026, 6, 20) };
  overriding(launch, 0, NULL);
  calls(s, 3, date(2026, 6, 15), FR, true);
  calls(s, 4, date(2026, 6, 21), FR, true);
  month_is(s, 6, "acts act q4 p2 = 8; acts flat p300 t0.8 = 240; acts fee = 7; launch act q3 p1 15..20 = 3");
}

/* A measure inside an aggregate has its value for the context's window: it needs a pass of its own. */
Test(window, outer_figures) {
  shop *s = shop_new();
  const ccl_expr **outer = ccl_new(const ccl_expr *);
  *outer = named(CCL_OP_MEASURE, s->percent, LEVEL);
  ccl_query query = { .kind = CCL_QUERY_COUNT,
                      .dated_by = BEGAN,
                      .type = s->call,
                      .outer = outer,
                      .outer_count = 1,
                      .where = compared(CCL_GE, *outer, figure(s->percent, "50")) };
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), aggregate(s, shop_query(s, query)), "1");
  calls(s, 3, date(2026, 1, 5), FR, true);
  calls(s, 1, date(2026, 1, 5), MA, false);
  calls(s, 1, date(2026, 2, 5), MA, false);
  month_is(s, 1, "acts act q4 p1 = 4");
  month_is(s, 2, "acts act q0 p1 = 0");
  acts->dims = by_site;
  acts->dim_count = 1;
  s->run = NULL;
  month_is(s, 1, "acts[FR] act q3 p1 = 3");
}
