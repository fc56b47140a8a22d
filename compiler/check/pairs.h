/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which of many things may meet: they share a day, and what their conditions say of a field does not exclude it
 * (`queue = sales` and `queue = support`). Sorted into the values that conditions name, then by days: a contract of
 * thousands of articles is not compared article by article. Private to check/.
 */
#ifndef CCL_CHECK_PAIRS_H
#define CCL_CHECK_PAIRS_H

#include "check/private.h"

/* A condition lets only these values of a figure through (sorted), or only an interval of them. */
typedef struct ccl_guard {
  uint64_t figure; /* which figure of a row */
  const uint64_t *values;
  size_t count; /* 0: an interval, ends included, each if there is one */
  bool has_low, has_high;
  ccl_rat low, high;
} ccl_guard;

typedef CCL_VEC(ccl_guard) ccl_guards;

/* Adds what a condition (NULL: none) says for certain of the figures of a row. What it does not understand it leaves
 * out. */
void ccl_guards_add(ccl_guards *guards, const ccl_expr *condition);
/* Whether a known value is one that the guard lets through. */
bool ccl_guard_lets(const ccl_guard *guard, ccl_value value);
/* A number for what an expression says, whatever its place; two that say the same have the same one. */
uint64_t ccl_check_hash(const ccl_expr *expr);
bool ccl_check_same(const ccl_expr *a, const ccl_expr *b); /* NULL is the same as NULL */

typedef struct ccl_meeting {
  ccl_dayset days;
  const ccl_guard *guards;
  size_t guard_count;
} ccl_meeting;

/* Looks at the two (first < second, of the things given). True: `second` has met what it looked for, and is not
 * shown again. */
typedef bool ccl_meet(void *self, size_t first, size_t second);

/* Shows pairs that may meet, until each thing has met another; no thing more than some dozens of times in vain. */
void ccl_pairs_find(const ccl_meeting *things, size_t count, ccl_meet *meet, void *self);

#endif
