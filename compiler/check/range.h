/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which values a figure can have: sets of intervals over exact rationals (clauses 4.1, 4.2, 5, 6.3). A range never lacks a value that the figure can have; it may hold
 * values that the figure cannot have, unless it says that it is exact.
 *
 * Everything is in base units, as in the plan.
 */
#ifndef CCL_CHECK_RANGE_H
#define CCL_CHECK_RANGE_H

#include "check/private.h"
#include "value/round.h"

/* One interval, never empty: each end is missing (unbounded), included or excluded. */
typedef struct ccl_interval {
  bool has_low, low_excluded;
  bool has_high, high_excluded;
  ccl_rat low, high;
} ccl_interval;

/* Intervals that rise and do not touch. */
typedef struct ccl_set {
  const ccl_interval *items;
  size_t count; /* 0: no value at all */
} ccl_set;

/* Where the values of a range come from: two exact ranges whose sources differ are independent of one another. One bit for each source; two may share one. */
typedef uint64_t ccl_source_bits;

#define CCL_SOURCE_DAYS (1ull << 63) /* days, weeks, months, periods of the window are counted: a short window has fewer */

typedef struct ccl_range {
  ccl_set set;
  ccl_rat step;     /* every value is a multiple of it; 0: any value */
  bool is_exact;    /* every value of the set (that is a multiple of the step) can come up */
  bool grows, falls; /* it can pass every bound, upward or downward: certain even where the range is not exact */
  ccl_source_bits sources;
} ccl_range;

ccl_interval ccl_interval_all(void);
ccl_interval ccl_interval_point(ccl_rat at);
ccl_interval ccl_interval_from(ccl_rat low);                /* low and above */
ccl_interval ccl_interval_between(ccl_rat low, ccl_rat high); /* both included; low ≤ high */
bool ccl_interval_is_empty(ccl_interval it);                /* before it is put in a set */
bool ccl_interval_has(ccl_interval it, ccl_rat figure);

ccl_set ccl_set_of(ccl_interval it); /* no value when it is empty */
ccl_set ccl_set_or(ccl_set a, ccl_set b);
ccl_set ccl_set_and(ccl_set a, ccl_set b);
ccl_set ccl_set_not(ccl_set a);
bool ccl_set_has(ccl_set set, ccl_rat figure);
ccl_interval ccl_set_hull(ccl_set set); /* of a set that is not empty */
/* A multiple of the step (0: any figure) in the set, as plain as can be: false when there is none. */
bool ccl_set_pick(ccl_set set, ccl_rat step, ccl_rat *figure);

ccl_range ccl_range_all(void); /* nothing is known */
ccl_range ccl_range_point(ccl_rat at);
ccl_range ccl_range_between(ccl_rat low, ccl_rat high); /* exact */

/* arithmetic.c: what becomes of ranges. */
ccl_range ccl_range_add(ccl_range a, ccl_range b);
ccl_range ccl_range_neg(ccl_range a);
ccl_range ccl_range_mul(ccl_range a, ccl_range b);
ccl_range ccl_range_inverse(ccl_range a); /* 1/a, where a is not 0 */
ccl_range ccl_range_or(ccl_range a, ccl_range b); /* one or the other */
ccl_range ccl_range_min(ccl_range a, ccl_range b);
ccl_range ccl_range_abs(ccl_range a);
ccl_range ccl_range_round(ccl_range a, ccl_rounding rounding, ccl_rat step); /* step above 0 */
bool ccl_range_is_point(ccl_range a, ccl_rat *at);

/* What the plan's figures can be: over the whole contract, or with the parameters as they are on one day. */
ccl_ranges *ccl_ranges_new(const ccl_plan *plan);
ccl_ranges *ccl_ranges_on(const ccl_plan *plan, ccl_day day);
/* The range of a number: asked in an article, or (activity not CCL_NONE) of a row. Cases in which it has no value are no values of it. `value` of a ladder
 * (CCL_BOUND_FIGURE) is *figure; NULL: unknown. */
ccl_range ccl_range_of(ccl_ranges *ranges, const ccl_expr *expr, uint32_t activity, const ccl_range *figure);
/* The one value that a figure has whatever happens; false: it has several, or none is known. */
bool ccl_range_value(ccl_ranges *ranges, const ccl_expr *expr, ccl_rat *value);

#endif
