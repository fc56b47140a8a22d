/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sets of days: what a context is made of (phases, in force, windows, overrides only intersect or subtract them).
 * Sorted, disjoint, not adjacent, none empty: so equal sets have equal items. Immutable; {0} is the empty set.
 */
#ifndef CCL_VALUE_DAYSET_H
#define CCL_VALUE_DAYSET_H

#include "value/date.h"

typedef struct ccl_dayset {
  const ccl_days *items;
  size_t len;
} ccl_dayset;

ccl_dayset ccl_dayset_of(ccl_days days); /* the empty set for an empty span */
ccl_dayset ccl_dayset_and(ccl_dayset a, ccl_dayset b);
ccl_dayset ccl_dayset_or(ccl_dayset a, ccl_dayset b);
ccl_dayset ccl_dayset_minus(ccl_dayset a, ccl_dayset b);
bool ccl_dayset_has(ccl_dayset set, ccl_day day);
bool ccl_dayset_eq(ccl_dayset a, ccl_dayset b);
int32_t ccl_dayset_count(ccl_dayset set);
ccl_days ccl_dayset_hull(ccl_dayset set); /* first to last day; CCL_NO_DAYS when empty */

#endif
