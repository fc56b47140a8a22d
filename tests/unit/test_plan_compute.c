/* SPDX-License-Identifier: Apache-2.0 */
/* plan/compute: every operation, and how missing values, troubles and unknown figures go through them (clause 5). */
#include "plan_build.h"

TestSuite(compute, .init = begin_plan);

/* What the leaves of a scene are worth: FIELD 0 … 5. */
enum { MISSING, UNKNOWN, BROKEN, TRUE, FALSE, SEVEN, LEAF_COUNT };

typedef struct scene {
  ccl_plan plan;
  ccl_supply supply;
  ccl_value values[LEAF_COUNT];
  unsigned visits[LEAF_COUNT];
  leaves all;
  ccl_env env;
  ccl_type plain, yes_no;
  const ccl_expr *broken; /* where the trouble of BROKEN is */
} scene;

static scene *scene_new(void) {
  scene *s = ccl_new(scene);
  s->plan = empty_plan(CCL_LANG_EN);
  s->supply = ccl_supply_of(&s->plan);
  s->plain = unit_type(s->plan.units, "number");
  s->yes_no = type_of(CCL_KIND_BOOL);
  s->broken = figure(s->plain, "1");
  s->values[MISSING] = ccl_value_absent();
  s->values[UNKNOWN] = ccl_value_unknown();
  s->values[BROKEN] = ccl_trouble_new(CCL_CODE_tier_exceeded, s->broken, S("prices"), S("401 calls"));
  s->values[TRUE] = ccl_value_bool(true);
  s->values[FALSE] = ccl_value_bool(false);
  s->values[SEVEN] = number("7");
  s->all = (leaves){ s->values, s->visits };
  s->env = env_of(&s->plan, &s->supply, &s->all);
  return s;
}

static const ccl_expr *field(const scene *s, uint32_t leaf) {
  return named(CCL_OP_FIELD, leaf == TRUE || leaf == FALSE ? s->yes_no : s->plain, leaf);
}

static const ccl_expr *n(const scene *s, const char *text) {
  return figure(s->plain, text);
}

/* How often a leaf is visited when the expression is computed. */
static unsigned visits(scene *s, const ccl_expr *expr, uint32_t leaf) {
  for (size_t i = 0; i < LEAF_COUNT; i++)
    s->visits[i] = 0;
  (void)ccl_compute(&s->env, expr);
  return s->visits[leaf];
}

/* ---- arithmetic ---- */

Test(compute, arithmetic) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  is_number(ccl_compute(env, node(CCL_OP_SUM, s->plain, 2, n(s, "0.1"), n(s, "0.2"))), "0.3", "sum");
  is_number(ccl_compute(env, inverse(CCL_OP_SUM, s->plain, n(s, "5"), n(s, "7.5"))), "-2.5", "difference");
  is_number(ccl_compute(env, node(CCL_OP_PRODUCT, s->plain, 3, n(s, "2"), n(s, "3"), n(s, "7"))), "42", "product");
  is_number(ccl_compute(env, inverse(CCL_OP_PRODUCT, s->plain, n(s, "1"), n(s, "3"))), "1/3", "quotient");
  is_number(ccl_compute(env, node(CCL_OP_NEGATE, s->plain, 1, field(s, SEVEN))), "-7", "negation");
  is_number(ccl_compute(env, node(CCL_OP_ABS, s->plain, 1, n(s, "-7"))), "7", "abs");
  is_number(ccl_compute(env, node(CCL_OP_MIN, s->plain, 3, n(s, "3"), n(s, "1"), n(s, "2"))), "1", "min");
  is_number(ccl_compute(env, node(CCL_OP_MAX, s->plain, 3, n(s, "1"), n(s, "3"), n(s, "2"))), "3", "max");
  is_number(ccl_compute(env, node(CCL_OP_CONVERT, s->plain, 1, n(s, "3"))), "3", "in");
  is_number(ccl_compute(env, node(CCL_OP_SHARE, s->plain, 2, n(s, "3"), n(s, "4"))), "0.75", "share");
  for (int i = 0; i < 3; i++) {
    static const char *const values[] = { "1.5", "-1", "0.25" }, *const clamped[] = { "1", "0", "0.25" };
    is_number(ccl_compute(env, node(CCL_OP_CLAMP, s->plain, 3, n(s, values[i]), n(s, "0"), n(s, "1"))), clamped[i],
              values[i]);
  }
}

Test(compute, rounding) {
  scene *s = scene_new();
  static const struct {
    const char *value, *step;
    ccl_rounding mode;
    const char *expected;
  } rows[] = {
    { "2.345", "0.01", CCL_ROUND_COMMERCIAL, "2.35" }, { "-2.345", "0.01", CCL_ROUND_COMMERCIAL, "-2.35" },
    { "-2.345", "0.01", CCL_ROUND_CEILING, "-2.34" },  { "2.349", "0.01", CCL_ROUND_FLOOR, "2.34" },
    { "-2.341", "0.01", CCL_ROUND_FLOOR, "-2.35" },    { "7", "-5", CCL_ROUND_COMMERCIAL, "5" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_expr *expr = node(CCL_OP_ROUND, s->plain, 2, n(s, rows[i].value), n(s, rows[i].step));
    expr->rounding = rows[i].mode;
    is_number(ccl_compute(&s->env, expr), rows[i].expected, rows[i].value);
  }
  ccl_expr *none = node(CCL_OP_ROUND, s->plain, 2, n(s, "1"), n(s, "0"));
  is_trouble(ccl_compute(&s->env, none), CCL_CODE_division_by_zero, none, "to a multiple of zero");
}

Test(compute, what_cannot_be_computed) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  const ccl_expr *by_zero =
      inverse(CCL_OP_PRODUCT, s->plain, n(s, "30"), inverse(CCL_OP_SUM, s->plain, n(s, "3"), n(s, "3")));
  is_trouble(ccl_compute(env, node(CCL_OP_SUM, s->plain, 2, n(s, "1"), by_zero)), CCL_CODE_division_by_zero, by_zero,
             "division");
  const ccl_expr *no_rows = node(CCL_OP_SHARE, s->plain, 2, n(s, "0"), n(s, "0"));
  is_trouble(ccl_compute(env, no_rows), CCL_CODE_undefined_value, no_rows, "share of nothing");
  /* The first trouble from left to right; a missing value beside it does not hide it. */
  const ccl_expr *both = node(CCL_OP_SUM, s->plain, 3, field(s, MISSING), field(s, BROKEN), by_zero);
  is_trouble(ccl_compute(env, both), CCL_CODE_tier_exceeded, s->broken, "the first one");
  same_text(ccl_compute(env, both).as.trouble->detail, "401 calls", "its figure");

  ccl_rat huge = ccl_rat_pow(ccl_rat_int(2), 600000);
  const ccl_expr *large = constant(s->plain, ccl_value_number(huge));
  const ccl_expr *square = node(CCL_OP_PRODUCT, s->plain, 2, large, large);
  is_trouble(ccl_compute(env, node(CCL_OP_SUM, s->plain, 2, n(s, "1"), square)), CCL_CODE_number_too_large, square,
             "too large");
  s->values[SEVEN] = ccl_value_number(ccl_rat_mul(huge, huge));
  const ccl_expr *leaf = field(s, SEVEN);
  is_trouble(ccl_compute(env, node(CCL_OP_NEGATE, s->plain, 1, leaf)), CCL_CODE_number_too_large, leaf,
             "a leaf has no place of its own");
}

/* ---- missing values ---- */

Test(compute, missing) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  const ccl_expr *missing = field(s, MISSING), *seven = field(s, SEVEN);
  const ccl_expr *flag = named(CCL_OP_FIELD, s->yes_no, MISSING); /* a boolean field without a value */
  cr_expect(ccl_compute(env, node(CCL_OP_SUM, s->plain, 2, missing, seven)).state == CCL_ABSENT,
            "arithmetic is missing");
  cr_expect(ccl_compute(env, node(CCL_OP_MIN, s->plain, 2, seven, missing)).state == CCL_ABSENT, "so is min");
  for (ccl_comparison comparison = CCL_EQ; comparison <= CCL_GE; comparison++) {
    is_truth(ccl_compute(env, compared(comparison, missing, seven)), false, "a comparison is false");
    is_truth(ccl_compute(env, compared(comparison, seven, missing)), false, "on either side");
    is_truth(ccl_compute(env, node(CCL_OP_NOT, s->yes_no, 1, compared(comparison, missing, seven))), true,
             "and not of it is true");
  }
  is_truth(ccl_compute(env, node(CCL_OP_IN_LIST, s->yes_no, 3, missing, seven, missing)), false, "in no list");
  is_truth(ccl_compute(env, node(CCL_OP_IN_LIST, s->yes_no, 3, seven, missing, seven)), true, "a missing item is none");
  is_truth(ccl_compute(env, node(CCL_OP_NOT, s->yes_no, 1, flag)), true, "a boolean field");
  is_truth(ccl_compute(env, node(CCL_OP_OR, s->yes_no, 2, flag, field(s, TRUE))), true, "in or");
  is_truth(ccl_compute(env, node(CCL_OP_AND, s->yes_no, 2, field(s, TRUE), flag)), false, "in and");
  is_truth(ccl_compute_condition(env, flag), false, "as a condition");
  cr_expect(ccl_compute(env, flag).state == CCL_ABSENT, "elsewhere it stays missing");
  is_number(ccl_compute(env, node(CCL_OP_IF, s->plain, 3, flag, n(s, "1"), n(s, "2"))), "2", "in if");
  is_truth(ccl_compute(env, node(CCL_OP_STARTS_WITH, s->yes_no, 2, missing, missing)), false, "starts_with");
  is_truth(ccl_compute(env, node(CCL_OP_CONTAINS, s->yes_no, 2, missing, missing)), false, "contains");
  is_truth(ccl_compute(env, node(CCL_OP_HOLIDAY, s->yes_no, 1, missing)), false, "holiday");
  is_truth(ccl_compute(env, node(CCL_OP_KNOWN, s->yes_no, 1, missing)), false, "known");
  is_truth(ccl_compute(env, node(CCL_OP_KNOWN, s->yes_no, 1, seven)), true, "known");
  cr_expect(ccl_compute(env, node(CCL_OP_WEEKDAY, type_of(CCL_KIND_WEEKDAY), 1, missing)).state == CCL_ABSENT,
            "weekday");
}

Test(compute, by_default) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  const ccl_expr *zero = n(s, "0"), *nine = n(s, "9");
  is_number(ccl_compute(env, node(CCL_OP_DEFAULT, s->plain, 2, field(s, MISSING), nine)), "9", "a missing field");
  is_number(ccl_compute(env, node(CCL_OP_DEFAULT, s->plain, 2, field(s, SEVEN), nine)), "7", "a field");
  is_number(ccl_compute(env, node(CCL_OP_DEFAULT, s->plain, 2, inverse(CCL_OP_PRODUCT, s->plain, nine, zero), nine)),
            "9", "a division by zero");
  is_number(ccl_compute(env, node(CCL_OP_DEFAULT, s->plain, 2, node(CCL_OP_AVERAGE, s->plain, 2, zero, zero), nine)),
            "9", "an average of nothing");
  static const struct {
    ccl_code code;
    bool covered;
  } rows[] = {
    { CCL_CODE_missing_value, true },      { CCL_CODE_undefined_value, true },    { CCL_CODE_division_by_zero, true },
    { CCL_CODE_tier_exceeded, false },     { CCL_CODE_grid_incomplete, false },   { CCL_CODE_number_too_large, false },
    { CCL_CODE_negative_quantity, false }, { CCL_CODE_ladder_incomplete, false },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    s->values[BROKEN] = ccl_trouble_new(rows[i].code, nine, S(""), S(""));
    ccl_value value = ccl_compute(env, node(CCL_OP_DEFAULT, s->plain, 2, field(s, BROKEN), nine));
    cr_expect(value.state == (rows[i].covered ? CCL_KNOWN : CCL_TROUBLE), "%s", ccl_code_text(rows[i].code));
  }
  /* The default of a default: the second may fail too. */
  const ccl_expr *twice =
      node(CCL_OP_DEFAULT, s->plain, 2, node(CCL_OP_DEFAULT, s->plain, 2, field(s, MISSING), field(s, MISSING)), nine);
  is_number(ccl_compute(env, twice), "9", "a default that is missing");
}

/* ---- conditions ---- */

Test(compute, chains) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  const ccl_expr *yes = field(s, TRUE), *no = field(s, FALSE), *broken = named(CCL_OP_FIELD, s->yes_no, BROKEN);
  const ccl_expr *unknown = named(CCL_OP_FIELD, s->yes_no, UNKNOWN);
  is_truth(ccl_compute(env, node(CCL_OP_AND, s->yes_no, 3, yes, yes, yes)), true, "and");
  is_truth(ccl_compute(env, node(CCL_OP_OR, s->yes_no, 3, no, no, no)), false, "or");

  const ccl_expr *decided = node(CCL_OP_AND, s->yes_no, 2, no, broken);
  is_truth(ccl_compute(env, decided), false, "false decides before the trouble");
  cr_expect(visits(s, decided, BROKEN) == 0, "which is not looked at");
  is_truth(ccl_compute(env, node(CCL_OP_OR, s->yes_no, 2, yes, broken)), true, "true decides or");
  is_trouble(ccl_compute(env, node(CCL_OP_AND, s->yes_no, 2, broken, no)), CCL_CODE_tier_exceeded, s->broken,
             "from left to right");

  const ccl_expr *open = node(CCL_OP_AND, s->yes_no, 4, unknown, yes, no, broken);
  cr_expect(ccl_compute(env, open).state == CCL_UNKNOWN, "unknown before the deciding one");
  cr_expect(visits(s, open, TRUE) == 1 && visits(s, open, FALSE) == 1, "everything up to the deciding one is visited");
  cr_expect(visits(s, open, BROKEN) == 0, "and nothing behind it");
  cr_expect(ccl_compute(env, node(CCL_OP_AND, s->yes_no, 2, unknown, broken)).state == CCL_UNKNOWN,
            "a trouble may turn out not to count");
  cr_expect(ccl_compute(env, node(CCL_OP_NOT, s->yes_no, 1, unknown)).state == CCL_UNKNOWN, "not");
}

Test(compute, choosing) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  const ccl_expr *unknown = named(CCL_OP_FIELD, s->yes_no, UNKNOWN), *seven = field(s, SEVEN),
                 *broken = field(s, BROKEN);
  is_number(ccl_compute(env, node(CCL_OP_IF, s->plain, 3, field(s, TRUE), seven, broken)), "7", "then");
  is_number(ccl_compute(env, node(CCL_OP_IF, s->plain, 5, field(s, FALSE), broken, field(s, TRUE), n(s, "2"), seven)),
            "2", "else if");
  is_number(ccl_compute(env, node(CCL_OP_IF, s->plain, 5, field(s, FALSE), broken, field(s, FALSE), broken, seven)),
            "7", "else");
  const ccl_expr *open = node(CCL_OP_IF, s->plain, 5, unknown, seven, field(s, TRUE), broken, field(s, MISSING));
  cr_expect(ccl_compute(env, open).state == CCL_UNKNOWN, "an unknown condition");
  cr_expect(visits(s, open, SEVEN) == 1 && visits(s, open, BROKEN) == 1, "both sides are visited");
  cr_expect(visits(s, open, MISSING) == 0, "but nothing behind a condition that holds");
  const ccl_expr *stand_in = node(CCL_OP_DEFAULT, s->plain, 2, field(s, UNKNOWN), seven);
  cr_expect(visits(s, stand_in, SEVEN) == 1, "and the default of what is unknown");
  const ccl_expr *sum = node(CCL_OP_SUM, s->plain, 3, field(s, UNKNOWN), broken, seven);
  cr_expect(ccl_compute(env, sum).state == CCL_UNKNOWN && visits(s, sum, SEVEN) == 1, "a sum visits all its terms");
}

/* ---- dates, times, texts ---- */

Test(compute, dates) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  ccl_type dates = type_of(CCL_KIND_DATE), days = unit_type(s->plan.units, "day"),
           months = unit_type(s->plan.units, "month");
  const ccl_expr *end = constant(dates, ccl_value_day(date(2026, 1, 31)));
  is_date(ccl_compute(env, node(CCL_OP_DATE_PLUS_DAYS, dates, 2, end, figure(days, "-31"))), "2025-12-31", "days");
  is_date(ccl_compute(env, node(CCL_OP_DATE_PLUS_MONTHS, dates, 2, end, figure(months, "1"))), "2026-02-28",
          "a shorter month");
  is_number(
      ccl_compute(env, node(CCL_OP_DATE_MINUS_DATE, days, 2, end, constant(dates, ccl_value_day(date(2025, 1, 31))))),
      "365", "a year");
  is_number(ccl_compute(env, node(CCL_OP_MONTH_OF, s->plain, 1, end)), "1", "month");
  ccl_value weekday = ccl_compute(env, node(CCL_OP_WEEKDAY, type_of(CCL_KIND_WEEKDAY), 1, end));
  cr_expect(weekday.kind == CCL_KIND_WEEKDAY && weekday.as.weekday == 6, "a Saturday");

  const ccl_expr *half = node(CCL_OP_DATE_PLUS_DAYS, dates, 2, end, figure(days, "1.5"));
  is_trouble(ccl_compute(env, half), CCL_CODE_undefined_value, half, "half a day");
  same_text(ccl_compute(env, half).as.trouble->detail, "1.5 days", "half a day");
  cr_expect(ccl_compute(env, node(CCL_OP_DEFAULT, dates, 2, half, end)).state == CCL_TROUBLE, "no default for it");
  const ccl_expr *late = node(CCL_OP_DATE_PLUS_DAYS, dates, 2, end, figure(days, "100000000000000000000"));
  is_trouble(ccl_compute(env, late), CCL_CODE_number_too_large, late, "beyond all years");
  late = node(CCL_OP_DATE_PLUS_MONTHS, dates, 2, end, figure(months, "95700"));
  is_trouble(ccl_compute(env, late), CCL_CODE_number_too_large, late, "in the year 10001");
}

Test(compute, times) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  ccl_type times = type_of(CCL_KIND_TIMESTAMP), clock = unit_type(s->plan.units, "s");
  /* 2026-10-25, the clocks go back at 01:00 UTC: 00:30 UTC is 02:30, and so is 01:30 UTC. */
  int64_t midnight = (int64_t)date(2026, 10, 25) * CCL_DAY_SECONDS;
  const ccl_expr *first = constant(times, ccl_value_instant((ccl_instant){ midnight + 1800, 500000000 }));
  const ccl_expr *second = constant(times, ccl_value_instant((ccl_instant){ midnight + 5400, 0 }));
  is_number(ccl_compute(env, node(CCL_OP_HOUR, s->plain, 1, first)), "2", "hour");
  is_number(ccl_compute(env, node(CCL_OP_HOUR, s->plain, 1, second)), "2", "hour after the change");
  is_number(ccl_compute(env, node(CCL_OP_TIME_MINUS_TIME, clock, 2, second, first)), "3599.5", "elapsed");
  const ccl_expr *evening = constant(times, ccl_value_instant((ccl_instant){ midnight - 5400, 0 }));
  is_date(ccl_compute(env, node(CCL_OP_DATE_OF, type_of(CCL_KIND_DATE), 1, evening)), "2026-10-25", "local date");
  ccl_value later = ccl_compute(env, node(CCL_OP_TIME_PLUS_CLOCK, times, 2, first, figure(clock, "0.75")));
  cr_assert(later.state == CCL_KNOWN && later.kind == CCL_KIND_TIMESTAMP);
  cr_expect(later.as.instant.seconds == midnight + 1801 && later.as.instant.nanos == 250000000,
            "three quarters of a second");
  ccl_value earlier = ccl_compute(env, node(CCL_OP_TIME_PLUS_CLOCK, times, 2, first, figure(clock, "-0.75")));
  cr_expect(earlier.as.instant.seconds == midnight + 1799 && earlier.as.instant.nanos == 750000000, "before");
  const ccl_expr *third = node(CCL_OP_TIME_PLUS_CLOCK, times, 2, first, figure(clock, "1/3"));
  is_trouble(ccl_compute(env, third), CCL_CODE_undefined_value, third, "no clock shows a third of a second");
  const ccl_expr *far = node(CCL_OP_TIME_PLUS_CLOCK, times, 2, first, figure(clock, "400000000000"));
  is_trouble(ccl_compute(env, far), CCL_CODE_number_too_large, far, "beyond all years");
}

Test(compute, texts_and_holidays) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  ccl_type texts = type_of(CCL_KIND_TEXT), dates = type_of(CCL_KIND_DATE);
  const ccl_expr *lyon = constant(texts, ccl_value_text(S("Lyon 3e")));
  is_truth(ccl_compute(env, node(CCL_OP_STARTS_WITH, s->yes_no, 2, lyon, constant(texts, ccl_value_text(S("Ly"))))),
           true, "starts_with");
  is_truth(ccl_compute(env, node(CCL_OP_STARTS_WITH, s->yes_no, 2, lyon, constant(texts, ccl_value_text(S("yo"))))),
           false, "starts_with");
  is_truth(ccl_compute(env, node(CCL_OP_CONTAINS, s->yes_no, 2, lyon, constant(texts, ccl_value_text(S("3e"))))), true,
           "contains");
  is_truth(ccl_compute(env, node(CCL_OP_CONTAINS, s->yes_no, 2, lyon, constant(texts, ccl_value_text(S("4e"))))), false,
           "contains");
  is_truth(ccl_compute(env, node(CCL_OP_IN_LIST, s->yes_no, 3, lyon, constant(texts, ccl_value_text(S("Lyon"))), lyon)),
           true, "in");
  is_truth(ccl_compute(
               env, compared(CCL_LT, constant(texts, ccl_value_text(S("Z"))), constant(texts, ccl_value_text(S("é"))))),
           true, "by code point");
  ccl_holiday rules[] = { { CCL_HOLIDAY_EACH, .month = 5, .day = 1, .name = S("Labour Day") } };
  ccl_holidays lists[] = { { S("FR"), rules, 1 } };
  s->plan.holidays = lists;
  s->plan.holidays_count = 1;
  is_truth(ccl_compute(env, node(CCL_OP_HOLIDAY, s->yes_no, 1, constant(dates, ccl_value_day(date(2026, 5, 1))))), true,
           "holiday");
  is_truth(ccl_compute(env, node(CCL_OP_HOLIDAY, s->yes_no, 1, constant(dates, ccl_value_day(date(2026, 5, 2))))),
           false, "no holiday");
}

/* ---- functions of the contract ---- */

Test(compute, calls) {
  scene *s = scene_new();
  ccl_env *env = &s->env;
  const ccl_expr *first = named(CCL_OP_ARGUMENT, s->plain, 0), *second = named(CCL_OP_ARGUMENT, s->plain, 1);
  /* twice(x) = x + x; mixed(x, y) = twice(y) − x; careful(x) = x by default 1 */
  ccl_function functions[] = {
    { .name = S("twice"), .parameter_count = 1, .body = node(CCL_OP_SUM, s->plain, 2, first, first) },
    { .name = S("mixed"), .parameter_count = 2 },
    { .name = S("careful"), .parameter_count = 1, .body = node(CCL_OP_DEFAULT, s->plain, 2, first, n(s, "1")) },
    { .name = S("constant"), .parameter_count = 1, .body = n(s, "5") },
    { .name = S("many"), .parameter_count = 8, .body = named(CCL_OP_ARGUMENT, s->plain, 7) },
  };
  functions[1].body = inverse(CCL_OP_SUM, s->plain, with_index(node(CCL_OP_CALL, s->plain, 1, second), 0), first);
  s->plan.functions = functions;
  s->plan.functions_count = COUNT(functions);
  const ccl_expr *seven = field(s, SEVEN), *missing = field(s, MISSING), *broken = field(s, BROKEN);
  const ccl_expr *inner = with_index(node(CCL_OP_CALL, s->plain, 2, n(s, "1"), seven), 1);
  is_number(ccl_compute(env, inner), "13", "a function in a function");
  is_number(ccl_compute(env, with_index(node(CCL_OP_CALL, s->plain, 2, inner, n(s, "1")), 1)), "-11",
            "a call as argument");
  cr_expect(env->arguments == NULL, "nothing is left behind");
  is_number(ccl_compute(env, with_index(node(CCL_OP_CALL, s->plain, 1, missing), 2)), "1",
            "a missing argument is seen inside");
  is_number(ccl_compute(env, with_index(node(CCL_OP_CALL, s->plain, 1, broken), 3)), "5",
            "one that nobody reads does not matter");
  is_trouble(ccl_compute(env, with_index(node(CCL_OP_CALL, s->plain, 1, broken), 0)), CCL_CODE_tier_exceeded, s->broken,
             "one that is read does");
  is_number(ccl_compute(env, with_index(node(CCL_OP_CALL, s->plain, 8, missing, missing, missing, missing, missing,
                                             missing, missing, seven),
                                        4)),
            "7", "eight arguments");
}

/* f0(x) = x + 1; each further one calls the one before it twice: 2 to the power of 60 calls if nobody remembered. */
Test(compute, calls_that_double) {
  enum { DEEP = 60 };
  scene *s = scene_new();
  const ccl_expr *x = named(CCL_OP_ARGUMENT, s->plain, 0);
  ccl_function *functions = ccl_new_array(ccl_function, DEEP);
  functions[0] = (ccl_function){ .parameter_count = 1, .body = node(CCL_OP_SUM, s->plain, 2, x, n(s, "1")) };
  for (uint32_t i = 1; i < DEEP; i++) {
    const ccl_expr *before = with_index(node(CCL_OP_CALL, s->plain, 1, x), i - 1);
    functions[i] = (ccl_function){ .parameter_count = 1, .body = node(CCL_OP_SUM, s->plain, 2, before, before) };
  }
  s->plan.functions = functions;
  s->plan.functions_count = DEEP;
  const ccl_expr *last = with_index(node(CCL_OP_CALL, s->plain, 1, field(s, SEVEN)), DEEP - 1);
  is_number(ccl_compute(&s->env, last), "4611686018427387904", "8 times 2 to the power of 59");
  cr_expect(s->env.calls == NULL && s->env.arguments == NULL);
  s->values[SEVEN] = number("8"); /* nothing outlives the call */
  is_number(ccl_compute(&s->env, last), "5188146770730811392", "9 times 2 to the power of 59");
}

Test(compute, bound) {
  scene *s = scene_new();
  s->env.bound[CCL_BOUND_FIGURE] = number("0.85");
  is_number(ccl_compute(&s->env, named(CCL_OP_BOUND, s->plain, CCL_BOUND_FIGURE)), "0.85", "value in a ladder");
  cr_expect(ccl_compute(&s->env, named(CCL_OP_BOUND, s->plain, CCL_BOUND_TIER_PRICE)).state == CCL_ABSENT, "not bound");
}

Test(compute, deep_trees) {
  scene *s = scene_new();
  const ccl_expr *expr = n(s, "1");
  for (int i = 0; i < 20000; i++)
    expr = node(CCL_OP_NEGATE, s->plain, 1, expr);
  is_number(ccl_compute(&s->env, expr), "1", "20,000 levels, far beyond what the language allows");
}
