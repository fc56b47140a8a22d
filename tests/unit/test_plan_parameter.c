/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan/parameter: versions, `each` revisions, parameters that use parameters, the days on which they change (clause
 * 4.2).
 */
#include "plan_build.h"

TestSuite(parameter, .init = begin_plan);

typedef struct scene {
  ccl_plan plan;
  ccl_supply supply;
  ccl_type plain;
} scene;

static scene *scene_new(ccl_parameter *parameters, size_t count) {
  scene *s = ccl_new(scene);
  s->plan = empty_plan(CCL_LANG_EN);
  s->plan.parameters = parameters;
  s->plan.parameters_count = count;
  s->supply = ccl_supply_of(&s->plan);
  s->plain = unit_type(s->plan.units, "number");
  return s;
}

/* A definition from the first day on, and room for more. */
static ccl_parameter_version *versions(size_t count, ...) {
  ccl_parameter_version *all = ccl_new_array(ccl_parameter_version, count);
  va_list list;
  va_start(list, count);
  for (size_t i = 0; i < count; i++) {
    all[i].from = i == 0 ? CCL_DAY_MIN : va_arg(list, ccl_day);
    all[i].value = va_arg(list, const ccl_expr *);
  }
  va_end(list);
  return all;
}

static const ccl_expr *n(const scene *s, const char *text) {
  return figure(s->plain, text);
}

static const ccl_expr *parameter(const scene *s, uint32_t index) {
  return named(CCL_OP_PARAMETER, s->plain, index);
}

static void on(const scene *s, uint32_t index, int year, int month, int day, const char *expected) {
  ccl_str what = ccl_str_printf("parameter %u on %d-%02d-%02d", index, year, month, day);
  is_number(ccl_parameter_on(&s->plan, &s->supply, index, date(year, month, day)), expected, ccl_str_z(what));
}

/* The changes within days, joined by blanks. */
static void changes(const scene *s, const ccl_expr *expr, ccl_day from, ccl_day to, const char *expected) {
  ccl_day *days;
  size_t count = ccl_parameter_changes(&s->plan, &s->supply, expr, (ccl_days){ from, to }, &days);
  ccl_str *texts = ccl_new_array(ccl_str, count);
  for (size_t i = 0; i < count; i++)
    texts[i] = ccl_day_text(days[i]);
  same_text(ccl_str_join(texts, count, S(" ")), expected, "changes");
}

Test(parameter, versions) {
  ccl_parameter all[2] = { 0 };
  scene *s = scene_new(all, 2);
  all[0].versions = versions(3, n(s, "10"), date(2026, 4, 1), n(s, "12"), date(2026, 7, 15), n(s, "12.5"));
  all[0].version_count = 3;
  /* A definition, not a snapshot: the other one on the day asked for. */
  all[1].versions = versions(1, node(CCL_OP_PRODUCT, s->plain, 2, parameter(s, 0), n(s, "2")));
  all[1].version_count = 1;
  on(s, 0, 2020, 1, 1, "10");
  on(s, 0, 2026, 3, 31, "10");
  on(s, 0, 2026, 4, 1, "12");
  on(s, 0, 2026, 7, 14, "12");
  on(s, 0, 2030, 1, 1, "12.5");
  on(s, 1, 2026, 4, 1, "24");
  on(s, 1, 2026, 3, 31, "20");
  ccl_value fixed[] = { number("100"), ccl_value_absent() };
  s->supply.parameters = fixed; /* an example's given */
  on(s, 0, 2026, 4, 1, "100");
  on(s, 1, 2026, 4, 1, "200");
}

/* initial × (15 % + 85 % × latest(syntec, revision_date) / 300), each 1 January: the case of the reference. */
Test(parameter, revision_by_index) {
  ccl_parameter all[1] = { 0 };
  scene *s = scene_new(all, 1);
  ccl_series_row rows[] = {
    { { date(2025, 12, 1), date(2025, 12, 31) }, rat("300") },
    { { date(2026, 12, 1), date(2026, 12, 31) }, rat("306") },
    { { date(2027, 2, 1), date(2027, 2, 28) }, rat("308") },
    { { date(2027, 11, 1), date(2027, 11, 30) }, rat("315") },
    { { date(2028, 2, 1), date(2028, 2, 29) }, rat("330") },
  };
  ccl_series series[] = { { .name = S("syntec"), .type = s->plain, .rows = rows, .row_count = COUNT(rows) } };
  s->plan.series = series;
  s->plan.series_count = 1;
  s->supply = ccl_supply_of(&s->plan);
  const ccl_expr *revision_date = named(CCL_OP_BOUND, type_of(CCL_KIND_DATE), CCL_BOUND_REVISION_DATE);
  const ccl_expr *latest = node(CCL_OP_LATEST, s->plain, 1, revision_date);
  const ccl_expr *index = inverse(CCL_OP_PRODUCT, s->plain, latest, n(s, "300"));
  const ccl_expr *share =
      node(CCL_OP_SUM, s->plain, 2, n(s, "0.15"), node(CCL_OP_PRODUCT, s->plain, 2, n(s, "0.85"), index));
  const ccl_expr *initial = named(CCL_OP_BOUND, s->plain, CCL_BOUND_INITIAL_VALUE);
  all[0] = (ccl_parameter){ .versions = versions(1, n(s, "600")), .version_count = 1, .each_month = 1, .each_day = 1 };
  all[0].each = node(CCL_OP_ROUND, s->plain, 2, node(CCL_OP_PRODUCT, s->plain, 2, initial, share), n(s, "0.01"));
  on(s, 0, 2026, 1, 1, "600"); /* not on the contract's first day: after it */
  on(s, 0, 2026, 12, 31, "600");
  on(s, 0, 2027, 1, 1, "610.2");
  on(s, 0, 2027, 12, 31, "610.2");
  on(s, 0, 2028, 1, 1, "625.5");
  changes(s, parameter(s, 0), date(2026, 1, 1), date(2028, 12, 31), "2027-01-01 2028-01-01");
  changes(s, parameter(s, 0), date(2027, 1, 1), date(2027, 12, 31), "");
}

Test(parameter, revision_of_the_value_before) {
  ccl_parameter all[1] = { 0 };
  scene *s = scene_new(all, 1);
  const ccl_expr *previous = named(CCL_OP_BOUND, s->plain, CCL_BOUND_PREVIOUS_VALUE);
  all[0] = (ccl_parameter){ .versions = versions(1, n(s, "1000")), .version_count = 1, .each_month = 7, .each_day = 1 };
  all[0].each = node(CCL_OP_PRODUCT, s->plain, 2, previous, n(s, "1.02"));
  on(s, 0, 2026, 6, 30, "1000");
  on(s, 0, 2026, 7, 1, "1020");
  on(s, 0, 2027, 6, 30, "1020");
  on(s, 0, 2028, 1, 1, "1040.4");
  /* After the last `from`, and on its own terms before. */
  all[0].versions = versions(2, n(s, "1000"), date(2027, 7, 1), n(s, "2000"));
  all[0].version_count = 2;
  on(s, 0, 2026, 7, 1, "1000");
  on(s, 0, 2027, 7, 1, "2000");
  on(s, 0, 2028, 6, 30, "2000");
  on(s, 0, 2028, 7, 1, "2040");
  /* An amendment sets it from 2028-01-01 on: revisions of the first text end there. */
  all[0].versions = versions(2, n(s, "1000"), date(2028, 1, 1), n(s, "3000"));
  all[0].each_versions = 1;
  on(s, 0, 2027, 12, 31, "1040.4");
  on(s, 0, 2028, 1, 1, "3000");
  on(s, 0, 2030, 1, 1, "3000");
  changes(s, parameter(s, 0), date(2026, 1, 1), date(2030, 12, 31), "2026-07-01 2027-07-01 2028-01-01");
}

Test(parameter, previous_value_is_that_of_the_eve) {
  /* p follows q until it is revised; q changes on the very day of the revision. */
  ccl_parameter all[2] = { 0 };
  scene *s = scene_new(all, 2);
  const ccl_expr *previous = named(CCL_OP_BOUND, s->plain, CCL_BOUND_PREVIOUS_VALUE);
  const ccl_expr *initial = named(CCL_OP_BOUND, s->plain, CCL_BOUND_INITIAL_VALUE);
  all[0] =
      (ccl_parameter){ .versions = versions(1, parameter(s, 1)), .version_count = 1, .each_month = 1, .each_day = 1 };
  all[0].each = node(CCL_OP_SUM, s->plain, 3, previous, node(CCL_OP_PRODUCT, s->plain, 2, parameter(s, 1), n(s, "100")),
                     node(CCL_OP_PRODUCT, s->plain, 2, initial, n(s, "10000")));
  all[1] =
      (ccl_parameter){ .versions = versions(3, n(s, "1"), date(2026, 6, 1), n(s, "2"), date(2027, 1, 1), n(s, "3")),
                       .version_count = 3 };
  on(s, 0, 2026, 5, 31, "1");
  on(s, 0, 2026, 12, 31, "2");
  on(s, 0, 2027, 1, 1, "10302"); /* 2 on the eve, 3 on the day, 1 on the contract's first day */
  on(s, 0, 2028, 1, 1, "20602");
  changes(s, parameter(s, 0), date(2026, 1, 1), date(2027, 6, 30), "2026-06-01 2027-01-01");
}

/* Ten parameters, each revised every year by the one behind it, itself revised every year … */
Test(parameter, ten_deep_over_many_years) {
  enum { DEEP = 10 };
  ccl_parameter all[DEEP] = { 0 };
  scene *s = scene_new(all, DEEP);
  s->plan.header.cycle.contract = (ccl_days){ date(2000, 1, 1), CCL_DAY_MAX };
  const ccl_expr *previous = named(CCL_OP_BOUND, s->plain, CCL_BOUND_PREVIOUS_VALUE);
  for (uint32_t i = 0; i < DEEP; i++) {
    all[i] = (ccl_parameter){ .versions = versions(1, n(s, "1")), .version_count = 1, .each_month = 1, .each_day = 1 };
    const ccl_expr *other = i + 1 < DEEP ? parameter(s, i + 1) : n(s, "1");
    all[i].each = inverse(CCL_OP_SUM, s->plain, node(CCL_OP_SUM, s->plain, 3, previous, other, other), other);
  }
  /* After k years the value of parameter i is the binomial C(k + d, d) with d = DEEP − i. */
  on(s, DEEP - 1, 2010, 1, 1, "11");
  on(s, DEEP - 2, 2002, 1, 1, "6"); /* 1, then 1 + 2, then 3 + 3 */
  on(s, 0, 2001, 1, 1, "11");
  cr_expect(ccl_parameter_on(&s->plan, &s->supply, 0, date(2400, 1, 1)).state == CCL_KNOWN, "400 years");
}

/* Ten thousand parameters in a row: no recursion over them. */
Test(parameter, a_long_row) {
  enum { LONG = 10000 };
  ccl_parameter *all = ccl_new_array(ccl_parameter, LONG);
  scene *s = scene_new(all, LONG);
  for (uint32_t i = 0; i < LONG; i++)
    all[i] = (ccl_parameter){
      .versions =
          versions(1, i == 0 ? n(s, "1") : node(CCL_OP_SUM, s->plain, 2, parameter(s, i - 1), parameter(s, i - 1))),
      .version_count = 1,
    };
  on(s, 20, 2026, 5, 1, "1048576");
  ccl_value value = ccl_parameter_on(&s->plan, &s->supply, LONG - 1, date(2026, 5, 1));
  cr_expect(value.state == CCL_KNOWN && ccl_rat_eq(value.as.number, ccl_rat_pow(ccl_rat_int(2), LONG - 1)));
}

Test(parameter, only_what_is_needed) {
  /* if q > 5 then q else (nothing that can be computed): the trouble does not count. */
  ccl_parameter all[3] = { 0 };
  scene *s = scene_new(all, 3);
  const ccl_expr *broken = inverse(CCL_OP_PRODUCT, s->plain, n(s, "1"), n(s, "0"));
  all[0].versions = versions(
      1, node(CCL_OP_IF, s->plain, 3, compared(CCL_GT, parameter(s, 1), n(s, "5")), parameter(s, 1), parameter(s, 2)));
  all[1].versions = versions(1, node(CCL_OP_SUM, s->plain, 1, n(s, "6")));
  all[2].versions = versions(1, broken);
  for (size_t i = 0; i < 3; i++)
    all[i].version_count = 1;
  on(s, 0, 2026, 1, 1, "6");
  is_trouble(ccl_parameter_on(&s->plan, &s->supply, 2, date(2026, 1, 1)), CCL_CODE_division_by_zero, broken,
             "alone it is one");
  /* The contract's dates are known in a parameter. */
  all[1].versions = versions(1, node(CCL_OP_DATE_MINUS_DATE, s->plain, 2,
                                     named(CCL_OP_CONTEXT, type_of(CCL_KIND_DATE), CCL_CONTRACT_END),
                                     named(CCL_OP_CONTEXT, type_of(CCL_KIND_DATE), CCL_CONTRACT_START)));
  on(s, 1, 2026, 1, 1, "1095");
}

Test(parameter, changes) {
  /* 0 and 1 change; 2 uses 1 and stays the same; 3 is used by a function and by a cell of a grid. */
  ccl_parameter all[4] = { 0 };
  scene *s = scene_new(all, 4);
  all[0] =
      (ccl_parameter){ .versions = versions(3, n(s, "1"), date(2026, 3, 10), n(s, "2"), date(2026, 3, 20), n(s, "2")),
                       .version_count = 3 };
  all[1] = (ccl_parameter){ .versions = versions(2, n(s, "1"), date(2026, 3, 15), n(s, "2")), .version_count = 2 };
  all[2] = (ccl_parameter){ .versions = versions(1, node(CCL_OP_MAX, s->plain, 2, parameter(s, 1), n(s, "10"))),
                            .version_count = 1 };
  all[3] = (ccl_parameter){ .versions = versions(2, n(s, "1"), date(2026, 3, 5), n(s, "2")), .version_count = 2 };
  ccl_function functions[] = { { .name = S("f"),
                                 .parameter_count = 1,
                                 .body = node(CCL_OP_SUM, s->plain, 2, parameter(s, 3),
                                              named(CCL_OP_ARGUMENT, s->plain, 0)) } };
  s->plan.functions = functions;
  s->plan.functions_count = 1;
  ccl_grid_entry cells[] = { { .value = parameter(s, 3) } };
  ccl_grid grids[] = { { .entries = cells, .entry_count = 1 } };
  s->plan.grids = grids;
  s->plan.grids_count = 1;
  ccl_tier rungs[] = { { .price = parameter(s, 1) } };
  ccl_tiers tiers[] = { { .tiers = rungs, .tier_count = 1 } };
  s->plan.tiers = tiers;
  s->plan.tiers_count = 1;
  ccl_day from = date(2026, 3, 1), to = date(2026, 3, 31);
  changes(s, parameter(s, 0), from, to, "2026-03-10"); /* to the same value is no change */
  changes(s, parameter(s, 2), from, to, "");
  changes(s, node(CCL_OP_PRODUCT, s->plain, 2, parameter(s, 0), parameter(s, 1)), from, to, "2026-03-10 2026-03-15");
  changes(s, with_index(node(CCL_OP_CALL, s->plain, 1, parameter(s, 0)), 0), from, to, "2026-03-05 2026-03-10");
  changes(s, with_index(node(CCL_OP_GRID, s->plain, 0), 0), from, to, "2026-03-05");
  changes(s, with_index(node(CCL_OP_TIER_PRICE, s->plain, 1, n(s, "1")), 0), from, to, "2026-03-15");
  changes(s, parameter(s, 1), date(2026, 3, 15), to, ""); /* after the first day only */
  changes(s, parameter(s, 1), from, date(2026, 3, 15), "2026-03-15");
  changes(s, n(s, "1"), from, to, "");
  ccl_value fixed[] = { number("1"), ccl_value_absent(), ccl_value_absent(), ccl_value_absent() };
  s->supply.parameters = fixed;
  changes(s, parameter(s, 0), from, to, "");
}
