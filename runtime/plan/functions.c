/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The functions of clause 5 on figures, dates, times and texts, and the arithmetic of dates (clause 2). What looks
 * something up is in lookup.c.
 */
#include "plan/ops.h"

/* ---- Dates and times ---- */

static bool is_day(int64_t day) {
  return day >= CCL_DAY_MIN && day <= CCL_DAY_MAX;
}

/* "date + 1.5 days": a date moves by whole days and months, a time by no less than a billionth of a second. */
static ccl_value no_such_step(ccl_env *env, const ccl_expr *expr, ccl_value step) {
  ccl_str said = ccl_value_say(env->plan, expr->args[1]->type, step, env->plan->header.lang);
  return ccl_trouble_new(CCL_CODE_undefined_value, expr, (ccl_str){ 0 }, said);
}

ccl_value ccl_op_date_plus_days(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  if (!ccl_rat_is_whole(values[1].as.number))
    return no_such_step(env, expr, values[1]);
  int64_t days;
  bool fits = ccl_rat_to_int(values[1].as.number, &days) && days > INT32_MIN && days < INT32_MAX;
  if (!fits || !is_day(values[0].as.day + days))
    return ccl_trouble_at(expr, CCL_CODE_number_too_large);
  return ccl_value_day((ccl_day)(values[0].as.day + days));
}

ccl_value ccl_op_date_plus_months(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  if (!ccl_rat_is_whole(values[1].as.number))
    return no_such_step(env, expr, values[1]);
  int64_t months;
  bool fits = ccl_rat_to_int(values[1].as.number, &months) && months > INT32_MIN && months < INT32_MAX;
  int64_t reached = fits ? ccl_day_month(values[0].as.day) + months : INT64_MAX;
  if (reached < ccl_day_month(CCL_DAY_MIN) || reached > ccl_day_month(CCL_DAY_MAX))
    return ccl_trouble_at(expr, CCL_CODE_number_too_large);
  return ccl_value_day(ccl_day_add_months(values[0].as.day, (int)months));
}

ccl_value ccl_op_date_minus_date(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  return ccl_value_number(ccl_rat_int((int64_t)values[0].as.day - values[1].as.day));
}

enum { NANOS_IN_SECOND = 1000000000 };

ccl_value ccl_op_time_plus_clock(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  ccl_rat whole = ccl_rat_floor(values[1].as.number);
  ccl_rat rest = ccl_rat_mul(ccl_rat_sub(values[1].as.number, whole), ccl_rat_int(NANOS_IN_SECOND));
  int64_t seconds, nanos;
  if (!ccl_rat_is_whole(rest) || !ccl_rat_to_int(rest, &nanos))
    return no_such_step(env, expr, values[1]);
  const int64_t limit = (int64_t)2 * (CCL_DAY_MAX - CCL_DAY_MIN) * CCL_DAY_SECONDS;
  if (!ccl_rat_to_int(whole, &seconds) || seconds < -limit || seconds > limit)
    return ccl_trouble_at(expr, CCL_CODE_number_too_large);
  ccl_instant instant = values[0].as.instant;
  nanos += instant.nanos;
  instant.seconds += seconds + nanos / NANOS_IN_SECOND;
  instant.nanos = (int32_t)(nanos % NANOS_IN_SECOND);
  if (instant.seconds < (int64_t)CCL_DAY_MIN * CCL_DAY_SECONDS ||
      instant.seconds >= ((int64_t)CCL_DAY_MAX + 1) * CCL_DAY_SECONDS)
    return ccl_trouble_at(expr, CCL_CODE_number_too_large);
  return ccl_value_instant(instant);
}

ccl_value ccl_op_time_minus_time(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  return flaw.state == CCL_KNOWN ? ccl_number_at(expr, ccl_instant_minus(values[0].as.instant, values[1].as.instant))
                                 : flaw;
}

ccl_value ccl_op_weekday(ccl_env *env, const ccl_expr *expr) {
  ccl_value date = ccl_compute(env, expr->args[0]);
  return date.state == CCL_KNOWN ? ccl_value_weekday(ccl_day_weekday(date.as.day)) : date;
}

ccl_value ccl_op_month_of(ccl_env *env, const ccl_expr *expr) {
  ccl_value date = ccl_compute(env, expr->args[0]);
  return date.state == CCL_KNOWN ? ccl_value_number(ccl_rat_int(ccl_day_ymd(date.as.day).month)) : date;
}

enum { SECONDS_IN_HOUR = 3600 };

ccl_value ccl_op_hour(ccl_env *env, const ccl_expr *expr) {
  ccl_value time = ccl_compute(env, expr->args[0]);
  if (time.state != CCL_KNOWN)
    return time;
  ccl_local local = ccl_zone_local(env->plan->header.zone, time.as.instant.seconds);
  return ccl_value_number(ccl_rat_int(local.second / SECONDS_IN_HOUR));
}

ccl_value ccl_op_date_of(ccl_env *env, const ccl_expr *expr) {
  ccl_value time = ccl_compute(env, expr->args[0]);
  if (time.state != CCL_KNOWN)
    return time;
  return ccl_value_day(ccl_zone_local(env->plan->header.zone, time.as.instant.seconds).day);
}

ccl_value ccl_op_holiday(ccl_env *env, const ccl_expr *expr) {
  ccl_value date = ccl_compute(env, expr->args[0]);
  if (date.state != CCL_KNOWN)
    return ccl_flaw_as_condition(date);
  return ccl_value_bool(ccl_holidays_has(&env->plan->holidays[expr->index], date.as.day));
}

/* ---- Figures ---- */

ccl_value ccl_op_abs(ccl_env *env, const ccl_expr *expr) {
  ccl_value value = ccl_compute(env, expr->args[0]);
  return value.state == CCL_KNOWN ? ccl_number_at(expr, ccl_rat_abs(value.as.number)) : value;
}

/* The multiples of −0.01 are those of 0.01; zero has none but itself. */
ccl_value ccl_op_round(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  ccl_rat step = ccl_rat_abs(values[1].as.number);
  if (ccl_rat_is_zero(step))
    return ccl_trouble_at(expr, CCL_CODE_division_by_zero);
  return ccl_number_at(expr, ccl_round(values[0].as.number, expr->rounding, step));
}

ccl_value ccl_op_clamp(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[3];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 3);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  if (ccl_value_cmp(values[0], values[1]) < 0)
    return values[1];
  return ccl_value_cmp(values[0], values[2]) > 0 ? values[2] : values[0];
}

/* ---- Texts ---- */

ccl_value ccl_op_starts_with(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  if (flaw.state != CCL_KNOWN)
    return ccl_flaw_as_condition(flaw);
  return ccl_value_bool(ccl_str_starts(values[0].as.text, values[1].as.text));
}

ccl_value ccl_op_contains(ccl_env *env, const ccl_expr *expr) {
  ccl_value values[2];
  ccl_value flaw = ccl_compute_arguments(env, expr, values, 2);
  if (flaw.state != CCL_KNOWN)
    return ccl_flaw_as_condition(flaw);
  return ccl_value_bool(ccl_str_find(values[0].as.text, values[1].as.text) >= 0);
}
