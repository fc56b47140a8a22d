/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Billing periods. Months, quarters, years and weeks are numbered on one endless line, without a contract's limits
 * (place); everything else is arithmetic on these numbers, cut to the contract at the end. Which figures a window
 * holds, and what is due in a period, is left to others.
 */
#include "calendar/period.h"

#define FIRST_MONTH ((int64_t)-1969 * 12) /* January of year 1 */
#define LAST_MONTH ((int64_t)8029 * 12 + 11) /* December 9999 */
#define MANY_PERIODS ((int64_t)10000 * 53)
/* 1969-12-29, the Monday of week 0 of the line of weeks. */
#define WEEK_ZERO ((ccl_day)-3)

static int64_t floor_div(int64_t number, int64_t by) {
  return number / by - (number % by < 0);
}

static ccl_day clamp_day(int64_t day, ccl_day low, ccl_day high) {
  return day < low ? low : day > high ? high : (ccl_day)day;
}

/* ---- the line of months, quarters, years, weeks ---- */

/* The first day of a month; one past the last day there is for months beyond it. */
static ccl_day month_start(int64_t month) {
  if (month > LAST_MONTH)
    return CCL_DAY_MAX + 1;
  return month < FIRST_MONTH ? CCL_DAY_MIN : ccl_month_first((ccl_month)month);
}

/* The day after a span of `months` months from `first`, by the rule of "for N months"; months may be negative. */
static ccl_day anniversary(ccl_day first, int64_t months) {
  int64_t month = ccl_day_month(first) + months;
  if (month < FIRST_MONTH || month > LAST_MONTH)
    return month_start(month);
  int day = ccl_day_ymd(first).day;
  return day <= ccl_month_length((ccl_month)month) ? month_start(month) + day - 1 : month_start(month + 1);
}

static int32_t months_in(ccl_cycle_unit unit) {
  return unit == CCL_CYCLE_MONTH ? 1 : unit == CCL_CYCLE_QUARTER ? 3 : 12;
}

static bool is_contractual(ccl_cycle cycle, ccl_cycle_unit unit) {
  return cycle.fiscal == CCL_FISCAL_CONTRACTUAL && unit != CCL_CYCLE_MONTH && unit != CCL_CYCLE_WEEK;
}

/* The first day of the n-th week, month, quarter or year of the line. */
static ccl_day start_of(ccl_cycle cycle, ccl_cycle_unit unit, int64_t number) {
  if (unit == CCL_CYCLE_WEEK)
    return clamp_day(number * 7 + WEEK_ZERO, CCL_DAY_MIN, CCL_DAY_MAX + 1);
  int64_t months = number * months_in(unit);
  return is_contractual(cycle, unit) ? anniversary(cycle.contract.from, months) : month_start(months);
}

/* The number on the line of the week, month, quarter or year that holds a day. */
static int64_t place(ccl_cycle cycle, ccl_cycle_unit unit, ccl_day day) {
  if (unit == CCL_CYCLE_WEEK)
    return floor_div((int64_t)day - WEEK_ZERO, 7);
  int64_t month = ccl_day_month(day);
  if (!is_contractual(cycle, unit))
    return floor_div(month, months_in(unit));
  int64_t number = floor_div(month - ccl_day_month(cycle.contract.from), months_in(unit));
  return start_of(cycle, unit, number) > day ? number - 1 : number;
}

static ccl_days whole_of(ccl_cycle cycle, ccl_cycle_unit unit, int64_t number) {
  return (ccl_days){ start_of(cycle, unit, number), start_of(cycle, unit, number + 1) - 1 };
}

static ccl_cycle_unit billed_unit(ccl_cycle cycle) {
  switch (cycle.billing) {
  case CCL_BILLING_MONTHLY: return CCL_CYCLE_MONTH;
  case CCL_BILLING_QUARTERLY: return CCL_CYCLE_QUARTER;
  case CCL_BILLING_YEARLY: return CCL_CYCLE_YEAR;
  case CCL_BILLING_WEEKLY: return CCL_CYCLE_WEEK;
  }
  return CCL_CYCLE_MONTH;
}

/* The place on the line of the contract's first period. */
static int64_t first_place(ccl_cycle cycle) {
  return place(cycle, billed_unit(cycle), cycle.contract.from);
}

/* ---- periods ---- */

bool ccl_period_is_cut(ccl_period period) {
  return period.whole.from != period.days.from || period.whole.to != period.days.to;
}

bool ccl_cycle_period(ccl_cycle cycle, int64_t number, ccl_period *out) {
  if (number < 0 || number > MANY_PERIODS)
    return false;
  out->number = (int32_t)number;
  out->whole = whole_of(cycle, billed_unit(cycle), first_place(cycle) + number);
  out->days = ccl_days_and(out->whole, cycle.contract);
  return !ccl_days_is_empty(out->days);
}

bool ccl_cycle_period_of(ccl_cycle cycle, ccl_day day, ccl_period *out) {
  return ccl_days_has(cycle.contract, day) &&
         ccl_cycle_period(cycle, place(cycle, billed_unit(cycle), day) - first_place(cycle), out);
}

/* The period that holds the contract's day nearest to this one. */
static ccl_period nearest(ccl_cycle cycle, ccl_day day) {
  ccl_period period = { 0 };
  ccl_cycle_period_of(cycle, clamp_day(day, cycle.contract.from, cycle.contract.to), &period);
  return period;
}

ccl_period ccl_cycle_first(ccl_cycle cycle) {
  return nearest(cycle, cycle.contract.from);
}

ccl_period ccl_cycle_last(ccl_cycle cycle) {
  return nearest(cycle, cycle.contract.to);
}

int32_t ccl_cycle_periods_per_year(ccl_cycle cycle) {
  static const int32_t periods[] = {
    [CCL_BILLING_MONTHLY] = 12, [CCL_BILLING_QUARTERLY] = 4, [CCL_BILLING_YEARLY] = 1, [CCL_BILLING_WEEKLY] = 52
  };
  return periods[cycle.billing];
}

bool ccl_cycle_cuts_months(ccl_cycle cycle) {
  if (cycle.billing == CCL_BILLING_WEEKLY)
    return true;
  return is_contractual(cycle, billed_unit(cycle)) && ccl_day_ymd(cycle.contract.from).day != 1;
}

/* ---- names ---- */

ccl_str ccl_period_name(ccl_cycle cycle, ccl_period period) {
  ccl_ymd first = ccl_day_ymd(period.whole.from);
  int year, week;
  switch (cycle.billing) {
  case CCL_BILLING_MONTHLY: break;
  case CCL_BILLING_QUARTERLY: {
    int rank = is_contractual(cycle, CCL_CYCLE_QUARTER) ? period.number % 4 : (first.month - 1) / 3;
    return ccl_str_printf("%04d-Q%d", first.year, rank + 1);
  }
  case CCL_BILLING_YEARLY: return ccl_str_printf("%04d", first.year);
  case CCL_BILLING_WEEKLY:
    ccl_day_iso_week(period.whole.from, &year, &week);
    return ccl_str_printf("%04d-W%02d", year, week);
  }
  return ccl_month_text(ccl_day_month(period.whole.from));
}

/* What a text asks for. */
typedef struct wish {
  ccl_cycle_unit unit;
  int year, rank; /* QUARTER 1–4, WEEK 1–53, MONTH 1–12, YEAR 0 */
  ccl_days days; /* DAY: a date or a range */
  bool is_range;
} wish;

/* `count` digits at `at`; -1 when there are none such. */
static int digits(ccl_str text, size_t at, size_t count) {
  int number = 0;
  if (at + count > text.len)
    return -1;
  for (size_t i = at; i < at + count; i++) {
    if (text.ptr[i] < '0' || text.ptr[i] > '9')
      return -1;
    number = number * 10 + (text.ptr[i] - '0');
  }
  return number;
}

static bool read_days(ccl_str text, wish *out) {
  ptrdiff_t dots = ccl_str_find(text, CCL_STR(".."));
  size_t end = dots < 0 ? text.len : (size_t)dots;
  out->unit = CCL_CYCLE_DAY;
  out->is_range = dots >= 0;
  if (!ccl_day_parse(ccl_str_sub(text, 0, end), &out->days.from))
    return false;
  out->days.to = out->days.from;
  return !out->is_range ||
         (ccl_day_parse(ccl_str_sub(text, end + 2, text.len), &out->days.to) && !ccl_days_is_empty(out->days));
}

static bool read_wish(ccl_str text, wish *out) {
  *out = (wish){ .year = digits(text, 0, 4) };
  if (out->year < 1)
    return false;
  if (text.len == 4) {
    out->unit = CCL_CYCLE_YEAR;
    return true;
  }
  if (text.ptr[4] != '-' || text.len < 7)
    return false;
  char letter = text.ptr[5];
  if (letter == 'Q' || letter == 'T') {
    out->unit = CCL_CYCLE_QUARTER;
    out->rank = text.len == 7 ? digits(text, 6, 1) : -1;
    return out->rank >= 1 && out->rank <= 4;
  }
  if (letter == 'W' || letter == 'S') {
    out->unit = CCL_CYCLE_WEEK;
    out->rank = text.len == 8 ? digits(text, 6, 2) : -1;
    return out->rank >= 1 && out->rank <= ccl_iso_weeks_in(out->year);
  }
  if (text.len > 7)
    return read_days(text, out);
  out->unit = CCL_CYCLE_MONTH;
  out->rank = digits(text, 5, 2);
  return out->rank >= 1 && out->rank <= 12;
}

/* The place on the line of a contractual quarter or year, which has the calendar year of its first day and its rank. */
static int64_t contractual_place(ccl_cycle cycle, const wish *it) {
  int64_t per_year = it->unit == CCL_CYCLE_QUARTER ? 4 : 1, rank = it->unit == CCL_CYCLE_QUARTER ? it->rank - 1 : 0;
  int64_t years = it->year - ccl_day_ymd(cycle.contract.from).year - 1, at = years * per_year + rank;
  while (ccl_day_ymd(start_of(cycle, it->unit, at)).year < it->year && start_of(cycle, it->unit, at) < CCL_DAY_MAX)
    at += per_year;
  return at;
}

static int64_t wished_place(ccl_cycle cycle, const wish *it) {
  if (is_contractual(cycle, it->unit))
    return contractual_place(cycle, it);
  if (it->unit == CCL_CYCLE_WEEK)
    return place(cycle, it->unit, ccl_iso_week_monday(it->year, it->rank));
  int64_t per_year = 12 / months_in(it->unit);
  return (it->year - 1970) * per_year + (it->rank > 0 ? it->rank - 1 : 0);
}

ccl_period_result ccl_cycle_parse(ccl_cycle cycle, ccl_str text, ccl_period *out) {
  wish it;
  if (!read_wish(text, &it))
    return CCL_PERIOD_MALFORMED;
  if (it.unit == CCL_CYCLE_DAY) {
    *out = nearest(cycle, it.days.from);
    bool is_period = it.is_range && it.days.from == out->days.from && it.days.to == out->days.to;
    return is_period ? CCL_PERIOD_FOUND : CCL_PERIOD_NOT_BILLED;
  }
  int64_t at = wished_place(cycle, &it);
  if (it.unit == billed_unit(cycle) && ccl_cycle_period(cycle, at - first_place(cycle), out))
    return CCL_PERIOD_FOUND;
  *out = nearest(cycle, start_of(cycle, it.unit, at));
  return CCL_PERIOD_NOT_BILLED;
}

/* ---- quarters, years, windows ---- */

ccl_days ccl_cycle_span(ccl_cycle cycle, ccl_cycle_unit unit, ccl_day day) {
  if (unit == CCL_CYCLE_DAY)
    return (ccl_days){ day, day };
  if (unit == CCL_CYCLE_CONTRACT)
    return cycle.contract;
  if (unit == CCL_CYCLE_PERIOD)
    unit = billed_unit(cycle);
  return whole_of(cycle, unit, place(cycle, unit, day));
}

ccl_period_range ccl_cycle_periods_touching(ccl_cycle cycle, ccl_days range) {
  range = ccl_days_and(range, cycle.contract);
  if (ccl_days_is_empty(range))
    return (ccl_period_range){ 0, -1 };
  return (ccl_period_range){ nearest(cycle, range.from).number, nearest(cycle, range.to).number };
}

ccl_period_range ccl_cycle_periods_ending(ccl_cycle cycle, ccl_days range) {
  ccl_period_range found = ccl_cycle_periods_touching(cycle, range);
  ccl_period last;
  /* Only the last period that touches the range can end after it. */
  if (found.first <= found.last && ccl_cycle_period(cycle, found.last, &last) && last.days.to > range.to)
    found.last--;
  return found;
}

ccl_days ccl_cycle_window(ccl_cycle cycle, ccl_window_kind kind, int32_t n, ccl_day last) {
  ccl_cycle_unit unit = billed_unit(cycle);
  int64_t here = place(cycle, unit, last);
  ccl_days window = CCL_NO_DAYS;
  switch (kind) {
  case CCL_WINDOW_SINCE_YEAR: window = (ccl_days){ ccl_cycle_span(cycle, CCL_CYCLE_YEAR, last).from, last }; break;
  case CCL_WINDOW_SINCE_QUARTER:
    window = (ccl_days){ ccl_cycle_span(cycle, CCL_CYCLE_QUARTER, last).from, last };
    break;
  case CCL_WINDOW_SINCE_CONTRACT: window = (ccl_days){ cycle.contract.from, last }; break;
  case CCL_WINDOW_PREVIOUS: window = whole_of(cycle, unit, here - 1); break;
  case CCL_WINDOW_LAST_N: window = (ccl_days){ start_of(cycle, unit, here - n + 1), last }; break;
  case CCL_WINDOW_LAST_YEAR: window = whole_of(cycle, unit, here - ccl_cycle_periods_per_year(cycle)); break;
  }
  window = ccl_days_and(window, cycle.contract);
  return ccl_days_is_empty(window) ? CCL_NO_DAYS : window;
}

ccl_days ccl_cycle_piece(ccl_cycle cycle, ccl_cycle_unit unit, ccl_days window, ccl_day day) {
  return ccl_days_and(ccl_cycle_span(cycle, unit, day), window);
}
