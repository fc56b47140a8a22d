/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Proration. A count goes month by month: the five rules differ only in what one month counts (month_count). Amounts,
 * units of money and the choice of the article's window are left to the evaluator.
 */
#include "calendar/proration.h"

#include "base/vec.h"

const char *ccl_proration_name(ccl_proration rule) {
  static const char *const names[] = { [CCL_PRORATION_NONE] = "none",
                                       [CCL_PRORATION_DAILY] = "daily",
                                       [CCL_PRORATION_THIRTIETHS] = "thirtieths",
                                       [CCL_PRORATION_STARTED] = "months started",
                                       [CCL_PRORATION_COMPLETE] = "months complete" };
  return names[rule];
}

/* ---- sets of days, looked at through a span ---- */

static int32_t count_in(ccl_dayset set, ccl_days days) {
  int32_t count = 0;
  for (size_t i = 0; i < set.len; i++)
    count += ccl_days_count(ccl_days_and(set.items[i], days));
  return count;
}

/* First to last day of the set in a span; no day at all when there is none. */
static ccl_days hull_in(ccl_dayset set, ccl_days days) {
  ccl_days hull = CCL_NO_DAYS;
  for (size_t i = 0; i < set.len; i++) {
    ccl_days both = ccl_days_and(set.items[i], days);
    if (ccl_days_is_empty(both))
      continue;
    if (ccl_days_is_empty(hull))
      hull.from = both.from;
    hull.to = both.to;
  }
  return hull;
}

static ccl_days days_of_month(ccl_month month) {
  return (ccl_days){ ccl_month_first(month), ccl_month_last(month) };
}

/* ---- one month ---- */

/* C of clause 6.5: how many thirtieths the days 1 to `day` of a month count, 0 for day 0. */
static int32_t thirtieths_until(int32_t day, int32_t length) {
  return day == length ? 30 : day; /* a 31st is a last day too */
}

static int32_t thirtieths_in(ccl_dayset in_force, ccl_days part, ccl_days month) {
  int32_t length = ccl_days_count(month), counted = 0;
  for (size_t i = 0; i < in_force.len; i++) {
    ccl_days days = ccl_days_and(in_force.items[i], part);
    if (!ccl_days_is_empty(days))
      counted += thirtieths_until(days.to - month.from + 1, length) - thirtieths_until(days.from - month.from, length);
  }
  return counted;
}

/* What a month counts in the part of it that lies in the period, where at least one day is in force. False: it is
 * cut, and there is no rule. */
static bool month_count(ccl_proration rule, ccl_dayset in_force, ccl_days month, ccl_days part, ccl_month_due *out) {
  int32_t length = ccl_days_count(month);
  out->of = 1;
  switch (rule) {
  case CCL_PRORATION_NONE: out->counted = 1; return count_in(in_force, part) == length;
  case CCL_PRORATION_DAILY:
    out->counted = count_in(in_force, part);
    out->of = length;
    return true;
  case CCL_PRORATION_THIRTIETHS:
    out->counted = thirtieths_in(in_force, part, month);
    out->of = 30;
    return true;
  case CCL_PRORATION_STARTED: out->counted = ccl_days_has(part, hull_in(in_force, month).from); return true;
  case CCL_PRORATION_COMPLETE:
    out->counted = ccl_days_has(part, month.to) && count_in(in_force, month) == length;
    return true;
  }
  return true;
}

/* ---- what is due in a period ---- */

/* The months of the period, one by one; their sum in due->times. */
static void count_months(ccl_due *due, ccl_proration rule, ccl_days period, ccl_dayset in_force) {
  CCL_VEC(ccl_month_due) months = { 0 };
  ccl_days hull = hull_in(in_force, period);
  if (ccl_days_is_empty(hull))
    return;
  for (ccl_month month = ccl_day_month(hull.from); month <= ccl_day_month(hull.to); month++) {
    ccl_days all = days_of_month(month), part = ccl_days_and(all, period);
    ccl_month_due it = { .month = month, .days = hull_in(in_force, part) };
    if (ccl_days_is_empty(it.days))
      continue;
    if (!month_count(rule, in_force, all, part, &it)) {
      due->needs_rule = true;
      due->cut = month;
      return;
    }
    due->times = ccl_rat_add(due->times, ccl_rat_frac(it.counted, it.of));
    ccl_vec_push(&months, it);
  }
  due->months = months.items;
  due->month_count = months.len;
}

ccl_due ccl_proration_due(ccl_proration rule, ccl_recurrence unit, ccl_days period, ccl_dayset in_force) {
  ccl_due due = { .times = CCL_RAT_ZERO, .days = count_in(in_force, period) };
  switch (unit) {
  case CCL_PER_DAY: due.times = ccl_rat_int(due.days); break;
  case CCL_PER_WEEK: due.times = ccl_rat_frac(due.days, 7); break;
  case CCL_PER_MONTH: count_months(&due, rule, period, in_force); break;
  case CCL_PER_QUARTER:
    count_months(&due, rule, period, in_force);
    due.times = ccl_rat_div(due.times, ccl_rat_int(3));
    break;
  case CCL_PER_YEAR:
    count_months(&due, rule, period, in_force);
    due.times = ccl_rat_div(due.times, ccl_rat_int(12));
    break;
  }
  return due;
}

/* ---- shares of a window ---- */

ccl_share ccl_proration_share(ccl_proration rule, ccl_days window, int32_t months, ccl_dayset in_force) {
  ccl_share share = { .share = CCL_RAT_ZERO };
  int32_t days = count_in(in_force, window);
  if (days == 0)
    return share;
  share.share = CCL_RAT_ONE;
  if (days == ccl_days_count(window))
    return share;
  ccl_dayset all = ccl_dayset_of(window);
  ccl_due due = ccl_proration_due(rule, CCL_PER_MONTH, window, ccl_dayset_and(in_force, all));
  ccl_rat whole = ccl_rat_int(months);
  if (months == 0 && !due.needs_rule) {
    ccl_due full = ccl_proration_due(rule, CCL_PER_MONTH, window, all);
    due.needs_rule = full.needs_rule;
    due.cut = full.cut;
    whole = full.times;
  }
  share.needs_rule = due.needs_rule;
  share.cut = due.cut;
  if (due.needs_rule || ccl_rat_is_zero(due.times))
    share.share = CCL_RAT_ZERO;
  else if (ccl_rat_cmp(due.times, whole) < 0)
    share.share = ccl_rat_div(due.times, whole);
  return share;
}

ccl_rat ccl_proration_week_share(ccl_days week, ccl_dayset in_force) {
  return ccl_rat_frac(count_in(in_force, week), 7);
}

bool ccl_proration_cuts_month(ccl_dayset in_force, ccl_day *edge) {
  for (size_t i = 0; i < in_force.len; i++) {
    ccl_days days = in_force.items[i];
    bool at_start = ccl_month_first(ccl_day_month(days.from)) != days.from;
    if (at_start || ccl_month_last(ccl_day_month(days.to)) != days.to) {
      if (edge != NULL)
        *edge = at_start ? days.from : days.to;
      return true;
    }
  }
  return false;
}
