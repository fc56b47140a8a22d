/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Computing an expression: arithmetic, comparisons, conditions, `by default`, and which function of calls.c,
 * functions.c or lookup.c does the rest. Leaves are the surroundings' (ccl_env.leaf); parameters: parameter.c.
 */
#include "plan/ops.h"

#include "base/mem.h"

/* ---- What can be wrong ---- */

ccl_value ccl_trouble_new(ccl_code code, const ccl_expr *at, ccl_str subject, ccl_str detail) {
  ccl_trouble *trouble = ccl_new(ccl_trouble);
  *trouble = (ccl_trouble){ code, at, subject, detail };
  return (ccl_value){ .state = CCL_TROUBLE, .as.trouble = trouble };
}

ccl_value ccl_trouble_at(const ccl_expr *expr, ccl_code code) {
  return ccl_trouble_new(code, expr, (ccl_str){ 0 }, (ccl_str){ 0 });
}

bool ccl_trouble_has_default(const ccl_trouble *trouble) {
  if (trouble->code == CCL_CODE_missing_value || trouble->code == CCL_CODE_division_by_zero)
    return true;
  if (trouble->code != CCL_CODE_undefined_value)
    return false;
  /* A date plus half a day has no value either, but that is no figure without rows. */
  ccl_op op = trouble->at ? trouble->at->op : CCL_OP_SHARE;
  return op != CCL_OP_DATE_PLUS_DAYS && op != CCL_OP_DATE_PLUS_MONTHS && op != CCL_OP_TIME_PLUS_CLOCK;
}

void ccl_flaw_note(ccl_value *flaw, ccl_value value) {
  if (value.state > flaw->state)
    *flaw = value;
}

ccl_value ccl_flaw_as_condition(ccl_value flaw) {
  return flaw.state == CCL_ABSENT ? ccl_value_bool(false) : flaw;
}

ccl_value ccl_number_at(const ccl_expr *expr, ccl_rat number) {
  return ccl_rat_is_too_large(number) ? ccl_trouble_at(expr, CCL_CODE_number_too_large) : ccl_value_number(number);
}

ccl_value ccl_compute_arguments(ccl_env *env, const ccl_expr *expr, ccl_value *values, size_t count) {
  ccl_value flaw = { 0 };
  for (size_t i = 0; i < count; i++) {
    values[i] = ccl_compute(env, expr->args[i]);
    ccl_flaw_note(&flaw, values[i]);
  }
  return flaw;
}

uint32_t ccl_version_asked(ccl_env *env, const ccl_expr *expr, ccl_versions versions, uint32_t index, ccl_str name,
                           ccl_value *trouble) {
  if (versions.count == 0 || !env->when)
    return index;
  ccl_days days = env->when(env);
  ccl_day change;
  if (!ccl_version_change(versions, days, &change))
    return ccl_version_on(versions, index, days.from);
  *trouble = ccl_trouble_new(CCL_CODE_mid_period_change, expr, name, ccl_day_text(change));
  return CCL_NONE;
}

ccl_value ccl_compute_condition(ccl_env *env, const ccl_expr *expr) {
  return ccl_flaw_as_condition(ccl_compute(env, expr));
}

/* ---- Leaves ---- */

static ccl_value constant(ccl_env *env, const ccl_expr *expr) {
  (void)env;
  return expr->constant;
}

static ccl_value leaf(ccl_env *env, const ccl_expr *expr) {
  ccl_value value = ccl_ask_leaf(env, expr);
  if (value.state == CCL_TROUBLE && !value.as.trouble->at) { /* ccl_value_number knows no place */
    const ccl_trouble *trouble = value.as.trouble;
    return ccl_trouble_new(trouble->code, expr, trouble->subject, trouble->detail);
  }
  return value;
}

static ccl_value bound(ccl_env *env, const ccl_expr *expr) {
  return env->bound[expr->index];
}

/* ---- Arithmetic ---- */

static ccl_value sum(ccl_env *env, const ccl_expr *expr) {
  ccl_value flaw = { 0 };
  ccl_rat total = CCL_RAT_ZERO;
  for (size_t i = 0; i < expr->arg_count; i++) {
    ccl_value term = ccl_compute(env, expr->args[i]);
    ccl_flaw_note(&flaw, term);
    if (flaw.state != CCL_KNOWN)
      continue;
    bool subtracted = expr->inverse && expr->inverse[i];
    total = subtracted ? ccl_rat_sub(total, term.as.number) : ccl_rat_add(total, term.as.number);
  }
  return flaw.state == CCL_KNOWN ? ccl_number_at(expr, total) : flaw;
}

static ccl_value product(ccl_env *env, const ccl_expr *expr) {
  ccl_value flaw = { 0 };
  ccl_rat total = CCL_RAT_ONE;
  for (size_t i = 0; i < expr->arg_count; i++) {
    ccl_value factor = ccl_compute(env, expr->args[i]);
    bool divides = expr->inverse && expr->inverse[i];
    if (divides && factor.state == CCL_KNOWN && ccl_rat_is_zero(factor.as.number))
      factor = ccl_trouble_at(expr, CCL_CODE_division_by_zero);
    ccl_flaw_note(&flaw, factor);
    if (flaw.state == CCL_KNOWN)
      total = divides ? ccl_rat_div(total, factor.as.number) : ccl_rat_mul(total, factor.as.number);
  }
  return flaw.state == CCL_KNOWN ? ccl_number_at(expr, total) : flaw;
}

static ccl_value negate(ccl_env *env, const ccl_expr *expr) {
  ccl_value value = ccl_compute(env, expr->args[0]);
  return value.state == CCL_KNOWN ? ccl_number_at(expr, ccl_rat_neg(value.as.number)) : value;
}

static ccl_value convert(ccl_env *env, const ccl_expr *expr) {
  return ccl_compute(env, expr->args[0]);
}

/* SHARE and AVERAGE: without rows there is no value. */
static ccl_value ratio(ccl_env *env, const ccl_expr *expr) {
  ccl_value parts[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, parts, 2);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  if (ccl_rat_is_zero(parts[1].as.number))
    return ccl_trouble_at(expr, CCL_CODE_undefined_value);
  return ccl_number_at(expr, ccl_rat_div(parts[0].as.number, parts[1].as.number));
}

static ccl_value extreme(ccl_env *env, const ccl_expr *expr, int sign) {
  ccl_value flaw = { 0 }, best = { 0 };
  for (size_t i = 0; i < expr->arg_count; i++) {
    ccl_value value = ccl_compute(env, expr->args[i]);
    ccl_flaw_note(&flaw, value);
    if (flaw.state == CCL_KNOWN && (i == 0 || sign * ccl_value_cmp(value, best) > 0))
      best = value;
  }
  return flaw.state == CCL_KNOWN ? best : flaw;
}

static ccl_value lowest(ccl_env *env, const ccl_expr *expr) {
  return extreme(env, expr, -1);
}

static ccl_value highest(ccl_env *env, const ccl_expr *expr) {
  return extreme(env, expr, 1);
}

/* ---- Comparisons ---- */

static bool holds(ccl_comparison comparison, int order) {
  switch (comparison) {
  case CCL_EQ: return order == 0;
  case CCL_NE: return order != 0;
  case CCL_LT: return order < 0;
  case CCL_LE: return order <= 0;
  case CCL_GT: return order > 0;
  case CCL_GE: return order >= 0;
  }
  CCL_BUG("a comparison of no kind");
}

static ccl_value compare(ccl_env *env, const ccl_expr *expr) {
  ccl_value sides[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, sides, 2);
  if (flaw.state != CCL_KNOWN)
    return ccl_flaw_as_condition(flaw);
  return ccl_value_bool(holds(expr->comparison, ccl_value_cmp(sides[0], sides[1])));
}

/* A missing item of the list is like nothing; a missing value is in no list. */
static ccl_value in_list(ccl_env *env, const ccl_expr *expr) {
  ccl_value value = ccl_compute(env, expr->args[0]);
  ccl_value flaw = value;
  bool found = false;
  for (size_t i = 1; i < expr->arg_count; i++) {
    ccl_value item = ccl_compute(env, expr->args[i]);
    if (item.state != CCL_ABSENT)
      ccl_flaw_note(&flaw, item);
    if (value.state == CCL_KNOWN && item.state == CCL_KNOWN)
      found = found || ccl_value_eq(value, item);
  }
  return flaw.state == CCL_KNOWN ? ccl_value_bool(found) : ccl_flaw_as_condition(flaw);
}

/* ---- Conditions ---- */

/*
 * `and` is decided by the first false, `or` by the first true, from left to right. What comes before may be unknown:
 * then the whole is unknown, but what comes after the deciding one need not be looked at, for it will decide later
 * too. The same for a trouble, which is the result unless one before decides.
 */
static ccl_value chain(ccl_env *env, const ccl_expr *expr, bool deciding) {
  bool unknown = false;
  for (size_t i = 0; i < expr->arg_count; i++) {
    ccl_value value = ccl_compute_condition(env, expr->args[i]);
    if (value.state == CCL_UNKNOWN)
      unknown = true;
    else if (value.state == CCL_TROUBLE || value.as.truth == deciding)
      return unknown ? ccl_value_unknown() : value;
  }
  return unknown ? ccl_value_unknown() : ccl_value_bool(!deciding);
}

static ccl_value and_chain(ccl_env *env, const ccl_expr *expr) {
  return chain(env, expr, false);
}

static ccl_value or_chain(ccl_env *env, const ccl_expr *expr) {
  return chain(env, expr, true);
}

static ccl_value contrary(ccl_env *env, const ccl_expr *expr) {
  ccl_value value = ccl_compute_condition(env, expr->args[0]);
  return value.state == CCL_KNOWN ? ccl_value_bool(!value.as.truth) : value;
}

static ccl_value if_chain(ccl_env *env, const ccl_expr *expr) {
  bool unknown = false;
  size_t i = 0;
  for (; i + 1 < expr->arg_count; i += 2) {
    ccl_value condition = ccl_compute_condition(env, expr->args[i]);
    if (condition.state == CCL_TROUBLE)
      return unknown ? ccl_value_unknown() : condition;
    if (condition.state == CCL_KNOWN && condition.as.truth)
      break;
    if (condition.state == CCL_UNKNOWN) {
      unknown = true;
      (void)ccl_compute(env, expr->args[i + 1]);
    }
  }
  /* The first condition that holds, with its value behind it; or the last argument, `else`. */
  ccl_value value = ccl_compute(env, expr->args[i + 1 < expr->arg_count ? i + 1 : i]);
  return unknown ? ccl_value_unknown() : value;
}

static ccl_value by_default(ccl_env *env, const ccl_expr *expr) {
  ccl_value value = ccl_compute(env, expr->args[0]);
  bool replaced =
      value.state == CCL_ABSENT || (value.state == CCL_TROUBLE && ccl_trouble_has_default(value.as.trouble));
  if (value.state == CCL_UNKNOWN)
    (void)ccl_compute(env, expr->args[1]);
  return replaced ? ccl_compute(env, expr->args[1]) : value;
}

static ccl_value known(ccl_env *env, const ccl_expr *expr) {
  ccl_value value = ccl_compute(env, expr->args[0]);
  if (value.state == CCL_TROUBLE || value.state == CCL_UNKNOWN)
    return value;
  return ccl_value_bool(value.state == CCL_KNOWN);
}

/* ---- The table ---- */

ccl_value ccl_compute(ccl_env *env, const ccl_expr *expr) {
  static ccl_operation *const operations[CCL_OP_COUNT] = {
    [CCL_OP_CONSTANT] = constant,
    [CCL_OP_SUM] = sum,
    [CCL_OP_PRODUCT] = product,
    [CCL_OP_NEGATE] = negate,
    [CCL_OP_COMPARE] = compare,
    [CCL_OP_IN_LIST] = in_list,
    [CCL_OP_AND] = and_chain,
    [CCL_OP_OR] = or_chain,
    [CCL_OP_NOT] = contrary,
    [CCL_OP_IF] = if_chain,
    [CCL_OP_CONVERT] = convert,
    [CCL_OP_DEFAULT] = by_default,
    [CCL_OP_DATE_PLUS_DAYS] = ccl_op_date_plus_days,
    [CCL_OP_DATE_PLUS_MONTHS] = ccl_op_date_plus_months,
    [CCL_OP_DATE_MINUS_DATE] = ccl_op_date_minus_date,
    [CCL_OP_TIME_PLUS_CLOCK] = ccl_op_time_plus_clock,
    [CCL_OP_TIME_MINUS_TIME] = ccl_op_time_minus_time,
    [CCL_OP_MIN] = lowest,
    [CCL_OP_MAX] = highest,
    [CCL_OP_ABS] = ccl_op_abs,
    [CCL_OP_ROUND] = ccl_op_round,
    [CCL_OP_CLAMP] = ccl_op_clamp,
    [CCL_OP_WEEKDAY] = ccl_op_weekday,
    [CCL_OP_HOUR] = ccl_op_hour,
    [CCL_OP_MONTH_OF] = ccl_op_month_of,
    [CCL_OP_DATE_OF] = ccl_op_date_of,
    [CCL_OP_HOLIDAY] = ccl_op_holiday,
    [CCL_OP_STARTS_WITH] = ccl_op_starts_with,
    [CCL_OP_CONTAINS] = ccl_op_contains,
    [CCL_OP_KNOWN] = known,
    [CCL_OP_BAND] = ccl_op_band,
    [CCL_OP_GRID] = ccl_op_grid,
    [CCL_OP_TIER_PRICE] = ccl_op_tier_price,
    [CCL_OP_CALL] = ccl_op_call,
    [CCL_OP_ARGUMENT] = ccl_op_argument,
    [CCL_OP_BOUND] = bound,
    [CCL_OP_SHARE] = ratio,
    [CCL_OP_AVERAGE] = ratio,
    [CCL_OP_SERIES] = ccl_op_series,
    [CCL_OP_LATEST] = ccl_op_latest,
    [CCL_OP_PARAMETER] = leaf,
    [CCL_OP_FIELD] = leaf,
    [CCL_OP_DIMENSION] = leaf,
    [CCL_OP_MEASURE] = leaf,
    [CCL_OP_AGGREGATE] = leaf,
    [CCL_OP_INPUT] = leaf,
    [CCL_OP_ARTICLE] = leaf,
    [CCL_OP_TOTAL] = leaf,
    [CCL_OP_WINDOW] = leaf,
    [CCL_OP_OVERALL] = leaf,
    [CCL_OP_CONTEXT] = leaf,
  };
  if ((size_t)expr->op >= CCL_OP_COUNT || !operations[expr->op])
    CCL_BUG("an operation of the plan that nobody computes");
  return operations[expr->op](env, expr);
}
