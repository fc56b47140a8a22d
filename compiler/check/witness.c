/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds the day. Conditions about the date itself get the days as further conditions, so that cases.c decides them
 * together; what they ask of the day otherwise (weekday, month, holiday, band, hour) is looked for from day to day.
 */
#include "check/witness.h"

#include "plan/expr.h"

enum {
  MOST_DAYS = 1500, /* looked through: four years show every weekday, month and holiday */
  MOST_CONDITIONS = 64
};

/* What a derived field is derived from; anything else is itself. */
static const ccl_expr *resolve(const ccl_checking *checking, const ccl_rows *rows, const ccl_expr *expr) {
  const ccl_activity *activity = &checking->plan->activities[rows->activity];
  while (expr->op == CCL_OP_FIELD && activity->fields[expr->index].derive)
    expr = activity->fields[expr->index].derive;
  return expr;
}

static bool is_dated_by(const ccl_checking *checking, const ccl_rows *rows, const ccl_expr *expr) {
  expr = resolve(checking, rows, expr);
  return expr->op == CCL_OP_FIELD && expr->index == rows->dated_by;
}

/* The row's own day: date(began), or the field when it is a date. */
static bool is_own_day(const ccl_checking *checking, const ccl_rows *rows, const ccl_expr *expr) {
  expr = resolve(checking, rows, expr);
  return (expr->op == CCL_OP_DATE_OF && is_dated_by(checking, rows, expr->args[0])) ||
         (is_dated_by(checking, rows, expr) && expr->type.kind == CCL_KIND_DATE);
}

static bool depends_on_day(const ccl_checking *checking, const ccl_rows *rows, const ccl_expr *expr) {
  expr = resolve(checking, rows, expr);
  if (is_dated_by(checking, rows, expr))
    return true;
  for (size_t i = 0; i < expr->arg_count; i++)
    if (depends_on_day(checking, rows, expr->args[i]))
      return true;
  return false;
}

/* The expression for the row's own day, where a condition compares it; NULL: none does. */
static const ccl_expr *compared_day(const ccl_checking *checking, const ccl_rows *rows, const ccl_expr *expr) {
  if (!expr)
    return NULL;
  bool compares = expr->op == CCL_OP_COMPARE || expr->op == CCL_OP_IN_LIST;
  for (size_t i = 0; i < expr->arg_count; i++) {
    if (compares && is_own_day(checking, rows, expr->args[i]))
      return expr->args[i];
    const ccl_expr *found = compared_day(checking, rows, expr->args[i]);
    if (found)
      return found;
  }
  return NULL;
}

static const ccl_expr *limit(const ccl_expr *own_day, ccl_day day, ccl_comparison comparison) {
  ccl_expr *both = ccl_new_array(ccl_expr, 2);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, 2);
  both[0] = (ccl_expr){
    .op = CCL_OP_CONSTANT, .type = { CCL_KIND_DATE, NULL }, .span = own_day->span, .constant = ccl_value_day(day)
  };
  both[1] = (ccl_expr){ .op = CCL_OP_COMPARE,
                        .type = { CCL_KIND_BOOL, NULL },
                        .span = own_day->span,
                        .args = args,
                        .arg_count = 2,
                        .comparison = comparison };
  args[0] = own_day;
  args[1] = &both[0];
  return &both[1];
}

/* ---- A day for a case ---- */

static bool has_band(const ccl_checking *checking, uint32_t calendar, uint32_t choice, ccl_day day) {
  const ccl_band_calendar *it = &checking->plan->calendars[calendar];
  ccl_band_limit *limits = ccl_new_array(ccl_band_limit, ccl_calendar_limits_max(&it->calendar));
  size_t count = ccl_calendar_limits(&it->calendar, day, limits);
  for (size_t i = 0; i < count; i++)
    if (limits[i].band != CCL_NO_BAND && it->choices[limits[i].band] == choice)
      return true;
  return false;
}

typedef enum answer { NO, YES, NOT_FOLLOWED } answer;

/* Whether the figure can have that value on a row of the day. */
static answer fits(const ccl_checking *checking, const ccl_rows *rows, const ccl_case_figure *it, ccl_day day) {
  const ccl_expr *figure = resolve(checking, rows, it->figure);
  if (it->value.state != CCL_KNOWN)
    return NOT_FOLLOWED;
  if (is_own_day(checking, rows, figure))
    return it->value.as.day == day ? YES : NO;
  if (figure->arg_count == 0)
    return NOT_FOLLOWED;
  bool of_day = is_own_day(checking, rows, figure->args[0]), of_time = is_dated_by(checking, rows, figure->args[0]);
  switch ((int)figure->op) {
  case CCL_OP_WEEKDAY: return !of_day ? NOT_FOLLOWED : it->value.as.weekday == ccl_day_weekday(day) ? YES : NO;
  case CCL_OP_MONTH_OF: {
    bool is_month = of_day && ccl_rat_eq(it->value.as.number, ccl_rat_int(ccl_day_ymd(day).month));
    return !of_day ? NOT_FOLLOWED : is_month ? YES : NO;
  }
  case CCL_OP_HOLIDAY:
    return !of_day                                                                                 ? NOT_FOLLOWED
           : it->value.as.truth == ccl_holidays_has(&checking->plan->holidays[figure->index], day) ? YES
                                                                                                   : NO;
  case CCL_OP_BAND:
    return !of_time ? NOT_FOLLOWED : has_band(checking, figure->index, it->value.as.choice, day) ? YES : NO;
  case CCL_OP_HOUR: return of_time ? YES : NOT_FOLLOWED;
  default: return NOT_FOLLOWED;
  }
}

/* *is_followed false: something is asked of the day that is not followed here. */
static bool suits(const ccl_checking *checking, const ccl_rows *rows, const ccl_case *it, ccl_day day,
                  bool *is_followed) {
  for (size_t i = 0; i < it->count; i++) {
    if (!depends_on_day(checking, rows, it->figures[i].figure))
      continue;
    answer found = fits(checking, rows, &it->figures[i], day);
    *is_followed = *is_followed && found != NOT_FOLLOWED;
    if (found != YES)
      return false;
  }
  return true;
}

static bool find_day(const ccl_checking *checking, const ccl_rows *rows, const ccl_case *it, ccl_day *day) {
  bool is_followed = true;
  size_t looked = 0;
  for (size_t i = 0; i < rows->days.len; i++)
    for (*day = rows->days.items[i].from; *day <= rows->days.items[i].to && looked < MOST_DAYS; (*day)++, looked++) {
      if (suits(checking, rows, it, *day, &is_followed))
        return true;
      if (!is_followed)
        return false;
    }
  return false;
}

ccl_possible ccl_rows_find(const ccl_checking *checking, const ccl_rows *rows, const ccl_expr *const *conditions,
                           const bool *wanted, size_t count, ccl_case *found, ccl_day *day) {
  const ccl_expr *all[MOST_CONDITIONS], *own_day = NULL;
  bool want[MOST_CONDITIONS];
  if (count + 2 > MOST_CONDITIONS)
    return CCL_CANNOT_TELL;
  for (size_t i = 0; i < count; i++) {
    all[i] = conditions[i];
    want[i] = wanted[i];
    own_day = own_day || rows->activity == CCL_NONE ? own_day : compared_day(checking, rows, conditions[i]);
  }
  if (own_day) {
    ccl_days hull = ccl_dayset_hull(rows->days);
    all[count] = limit(own_day, hull.from, CCL_GE);
    all[count + 1] = limit(own_day, hull.to, CCL_LE);
    want[count] = want[count + 1] = true;
    count += 2;
  }
  ccl_possible possible = ccl_cases_find(checking, rows->activity, all, want, count, found);
  if (possible != CCL_POSSIBLE)
    return possible;
  *day = ccl_dayset_hull(rows->days).from;
  return rows->activity == CCL_NONE || find_day(checking, rows, found, day) ? CCL_POSSIBLE : CCL_CANNOT_TELL;
}
