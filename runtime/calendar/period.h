/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Billing periods, quarters and fiscal years of a contract, their names, and the windows of clause 5 (clauses 3.1 and
 * 5; cli.md 2). Pure.
 *
 * Periods of a contract are numbered from 0, the one that holds its first day; the first and the last are cut to the
 * contract's dates and keep their names. With `fiscal year contractual` quarters and years run from the contract's
 * first day by the rule of "for N months" (from 31 August for 6 months: until 28 February); months and weeks are always
 * those of the calendar.
 */
#ifndef CCL_CALENDAR_PERIOD_H
#define CCL_CALENDAR_PERIOD_H

#include "value/date.h"

typedef enum ccl_billing {
  CCL_BILLING_MONTHLY,
  CCL_BILLING_QUARTERLY,
  CCL_BILLING_YEARLY,
  CCL_BILLING_WEEKLY
} ccl_billing;
typedef enum ccl_fiscal { CCL_FISCAL_CALENDAR, CCL_FISCAL_CONTRACTUAL } ccl_fiscal;

/* How a contract counts its time. */
typedef struct ccl_cycle {
  ccl_billing billing;
  ccl_fiscal fiscal;
  ccl_days contract; /* its days, amendments applied; never empty; to == CCL_DAY_MAX: without end */
} ccl_cycle;

typedef struct ccl_period {
  int32_t number; /* 0 the first one of the contract */
  ccl_days whole; /* the month, quarter, year or week */
  ccl_days days; /* the same cut to the contract: the billing period */
} ccl_period;

bool ccl_period_is_cut(ccl_period period);
/* The n-th period (from 0); false outside the contract. Previous and next are number − 1 and + 1. */
bool ccl_cycle_period(ccl_cycle cycle, int64_t number, ccl_period *out);
/* The period that holds a day; false when the day is outside the contract. */
bool ccl_cycle_period_of(ccl_cycle cycle, ccl_day day, ccl_period *out);
ccl_period ccl_cycle_first(ccl_cycle cycle);
ccl_period ccl_cycle_last(ccl_cycle cycle);
/* How many periods make a year: 12, 4, 1, 52. "The same period last year" is number − this. */
int32_t ccl_cycle_periods_per_year(ccl_cycle cycle);

/* Whether billing periods begin or end inside calendar months, the contract's own first and last day apart: weeks, and
 * contractual quarters and years from a day that is not the first of a month. */
bool ccl_cycle_cuts_months(ccl_cycle cycle);

/* "2026-10", "2026-Q4", "2026", "2026-W42", cut or not. A contractual quarter has the calendar year of its first day
 * and its rank in the fiscal year: the fourth quarter of a contract from 2026-04-01 is "2027-Q4". */
ccl_str ccl_period_name(ccl_cycle cycle, ccl_period period);

typedef enum ccl_period_result {
  CCL_PERIOD_FOUND,
  CCL_PERIOD_MALFORMED, /* no spelling of a period, or one that does not exist (2025-W53, 2026-13) */
  CCL_PERIOD_NOT_BILLED /* a period, but none of this contract: *out is the nearest one */
} ccl_period_result;

/* A text as after --period: 2026-10, 2026-Q4 or T4, 2026, 2026-W42 or S42, 2026-10-01..2026-10-31 (the billing
 * period's exact days, cut as it is). A single date is CCL_PERIOD_NOT_BILLED, with the period that holds it. */
ccl_period_result ccl_cycle_parse(ccl_cycle cycle, ccl_str text, ccl_period *out);

/* ---- quarters and fiscal years ---- */

typedef enum ccl_cycle_unit {
  CCL_CYCLE_DAY,
  CCL_CYCLE_WEEK, /* ISO week */
  CCL_CYCLE_MONTH, /* calendar month */
  CCL_CYCLE_PERIOD,
  CCL_CYCLE_QUARTER,
  CCL_CYCLE_YEAR,
  CCL_CYCLE_CONTRACT
} ccl_cycle_unit;

/* The whole day, week, month, billing period, fiscal quarter, fiscal year (not cut to the contract), or the
 * contract, that holds the day. */
ccl_days ccl_cycle_span(ccl_cycle cycle, ccl_cycle_unit unit, ccl_day day);

/* Numbers of periods, both included; first > last: none. */
typedef struct ccl_period_range {
  int32_t first, last;
} ccl_period_range;

/* The billing periods that have a day in the range. */
ccl_period_range ccl_cycle_periods_touching(ccl_cycle cycle, ccl_days range);
/* The billing periods that belong to the range: their last day lies in it (clause 3.1). */
ccl_period_range ccl_cycle_periods_ending(ccl_cycle cycle, ccl_days range);

/* ---- windows (clause 5) ---- */

typedef enum ccl_window_kind {
  CCL_WINDOW_SINCE_YEAR,
  CCL_WINDOW_SINCE_QUARTER,
  CCL_WINDOW_SINCE_CONTRACT,
  CCL_WINDOW_PREVIOUS,
  CCL_WINDOW_LAST_N,
  CCL_WINDOW_LAST_YEAR
} ccl_window_kind;

/* The window that replaces a window whose last day is `last`, clipped to the contract; CCL_NO_DAYS when it lies
 * outside. n: for LAST_N, at least 1. */
ccl_days ccl_cycle_window(ccl_cycle cycle, ccl_window_kind kind, int32_t n, ccl_day last);

/* The days, weeks, months, periods of a window (`count of weeks …`, clause 5): the piece that holds `day`, cut to
 * the window. Walk them from window.from with piece.to + 1 until that is after window.to. */
ccl_days ccl_cycle_piece(ccl_cycle cycle, ccl_cycle_unit unit, ccl_days window, ccl_day day);

#endif
