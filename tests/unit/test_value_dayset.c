/* SPDX-License-Identifier: Apache-2.0 */
/* value/dayset: every operation against a plain row of days. */
#include <criterion/criterion.h>

#include "base/mem.h"
#include "value/dayset.h"

enum { DAYS = 40 };

TestSuite(dayset, .init = ccl_mem_init, .fini = ccl_mem_release);

static uint64_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return *state >> 33;
}

/* A set with a few spans, and the same as a row of answers. */
static ccl_dayset random_set(uint64_t *state, bool *row) {
  ccl_dayset set = { 0 };
  for (int i = 0; i < DAYS; i++)
    row[i] = false;
  for (uint64_t spans = next_random(state) % 6; spans > 0; spans--) {
    ccl_days days = { (ccl_day)(next_random(state) % DAYS), (ccl_day)(next_random(state) % DAYS) };
    set = ccl_dayset_or(set, ccl_dayset_of(days));
    for (ccl_day day = days.from; day <= days.to; day++)
      row[day] = true;
  }
  return set;
}

static void holds(ccl_dayset set, const bool *row, const char *what) {
  int32_t count = 0;
  for (int i = 0; i < DAYS; i++) {
    cr_assert_eq(ccl_dayset_has(set, i), row[i], "%s, day %d", what, i);
    count += row[i];
  }
  cr_assert_eq(ccl_dayset_count(set), count, "%s", what);
  for (size_t i = 0; i < set.len; i++) {
    cr_assert_leq(set.items[i].from, set.items[i].to, "%s: no empty span", what);
    if (i > 0)
      cr_assert_gt(set.items[i].from, set.items[i - 1].to + 1, "%s: sorted and apart", what);
  }
}

Test(dayset, operations) {
  uint64_t state = 5;
  for (int round = 0; round < 5000; round++) {
    bool p[DAYS], q[DAYS], r[DAYS];
    ccl_dayset a = random_set(&state, p), b = random_set(&state, q);
    holds(a, p, "a");
    for (int i = 0; i < DAYS; i++)
      r[i] = p[i] && q[i];
    holds(ccl_dayset_and(a, b), r, "and");
    for (int i = 0; i < DAYS; i++)
      r[i] = p[i] || q[i];
    holds(ccl_dayset_or(a, b), r, "or");
    for (int i = 0; i < DAYS; i++)
      r[i] = p[i] && !q[i];
    holds(ccl_dayset_minus(a, b), r, "minus");
    cr_assert(ccl_dayset_eq(ccl_dayset_or(ccl_dayset_and(a, b), ccl_dayset_minus(a, b)), a));
    cr_assert_eq(ccl_dayset_eq(a, b),
                 ccl_dayset_count(ccl_dayset_minus(a, b)) == 0 && ccl_dayset_count(ccl_dayset_minus(b, a)) == 0);
  }
}

Test(dayset, hull) {
  ccl_dayset set = ccl_dayset_or(ccl_dayset_of((ccl_days){ 3, 5 }), ccl_dayset_of((ccl_days){ 9, 12 }));
  ccl_days hull = ccl_dayset_hull(set);
  cr_assert(hull.from == 3 && hull.to == 12 && set.len == 2);
  cr_assert(ccl_days_is_empty(ccl_dayset_hull((ccl_dayset){ 0 })));
  cr_assert_eq(ccl_dayset_of(CCL_NO_DAYS).len, 0);
  cr_assert_not(ccl_dayset_has(set, 7));
}
