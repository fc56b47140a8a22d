/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Proration (clause 6.5): how many months, quarters, years, weeks or days of a recurring amount are due in a billing
 * period, and what share of an amount for a whole window (minimum, maximum, an included quantity) a window that is cut
 * short leaves (clauses 6.2 and 6.4). Exact, pure.
 */
#ifndef CCL_CALENDAR_PRORATION_H
#define CCL_CALENDAR_PRORATION_H

#include "value/dayset.h"
#include "value/rational.h"

typedef enum ccl_proration {
  CCL_PRORATION_NONE, /* no rule: a month that is cut is an error (missing-proration) */
  CCL_PRORATION_DAILY,
  CCL_PRORATION_THIRTIETHS,
  CCL_PRORATION_STARTED,
  CCL_PRORATION_COMPLETE
} ccl_proration;

/* "none", "daily", "thirtieths", "months started", "months complete" */
const char *ccl_proration_name(ccl_proration rule);

/* The unit of time in which an amount is written. */
typedef enum ccl_recurrence { CCL_PER_DAY, CCL_PER_WEEK, CCL_PER_MONTH, CCL_PER_QUARTER, CCL_PER_YEAR } ccl_recurrence;

/* One calendar month of a count, in the order of time; months that count nothing are there too, when they have a day
 * in force. */
typedef struct ccl_month_due {
  ccl_month month;
  ccl_days days; /* first to last day in force of the month that lies in the period */
  int32_t counted, of; /* not reduced: 20/31, 19/30, 1/1, 0/1 */
} ccl_month_due;

typedef struct ccl_due {
  bool needs_rule; /* a month is cut and there is no rule: nothing else here counts */
  ccl_month cut; /* the first such month */
  ccl_rat times; /* in the unit of the amount: what it is multiplied by */
  int32_t days; /* in force in the period */
  const ccl_month_due *months; /* for months, quarters and years; they add up to times × 1, 3 or 12 */
  size_t month_count;
} ccl_due;

/*
 * How much of an amount per `unit` is due in `period`. in_force holds all days of the article, not only those of the
 * period, since `months started` and `months complete` look at the whole month: the first one counts a month in the
 * period that holds its first day in force, the second a month wholly in force in the period that holds its last day.
 * Days on which the article is overridden whole are taken out of in_force by the caller. `period` may be any stretch of
 * days: the parts of a period at whose limits a price changes add up to the period (clause 6.1).
 */
ccl_due ccl_proration_due(ccl_proration rule, ccl_recurrence unit, ccl_days period, ccl_dayset in_force);

typedef struct ccl_share {
  bool needs_rule;
  ccl_month cut;
  ccl_rat share; /* 0 to 1 */
} ccl_share;

/*
 * The share of an amount for the whole of `window` that is left when only the days of in_force count: the months of the
 * window in force, by the rule, over `months`: 1, 3 or 12 for a month, quarter or year (the billing period before it is
 * cut, for a sum per billing period); 0 for `per contract`: over the window's own months, by the rule. 1 when all days
 * of the window are in force, 0 when none is, whatever the rule; never more than 1.
 */
ccl_share ccl_proration_share(ccl_proration rule, ccl_days window, int32_t months, ccl_dayset in_force);
/* The same for an amount per week (billing weekly): a seventh for each day; needs no rule. */
ccl_rat ccl_proration_week_share(ccl_days week, ccl_dayset in_force);

/* For the checker: whether a day at which in_force begins or ends cuts a month, and the first such day (the first or
 * last one in force; may be NULL). See also ccl_cycle_cuts_months. */
bool ccl_proration_cuts_month(ccl_dayset in_force, ccl_day *edge);

#endif
