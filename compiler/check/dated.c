/* SPDX-License-Identifier: Apache-2.0 */
/* Figures that depend on nothing but parameters: what they are on a day, and when they change. */
#include <stdlib.h>

#include "check/private.h"

enum { MOST_DAYS = 64, FARTHEST = 20 * 366 }; /* of one question; a contract without end is looked at so far */

static ccl_value leaf(ccl_env *env, const ccl_expr *expr) {
  const ccl_dated *place = env->self;
  if (expr->op == CCL_OP_PARAMETER)
    return ccl_parameter_on(place->plan, NULL, expr->index, place->day);
  return ccl_value_unknown();
}

static ccl_days when(ccl_env *env) {
  const ccl_dated *place = env->self;
  return (ccl_days){ place->day, place->day };
}

ccl_env ccl_dated_env(ccl_dated *place) {
  ccl_env env = { .plan = place->plan, .leaf = leaf, .when = when, .self = place };
  for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
    env.bound[i] = ccl_value_unknown();
  return env;
}

bool ccl_dated_value(const ccl_checking *checking, const ccl_expr *expr, ccl_day day, ccl_rat *value) {
  ccl_dated place = { checking->plan, day };
  ccl_env env = ccl_dated_env(&place);
  ccl_value found = ccl_compute(&env, expr);
  if (found.state != CCL_KNOWN || found.kind != CCL_KIND_NUMBER)
    return false;
  *value = found.as.number;
  return true;
}

static int by_day(const void *a, const void *b) {
  ccl_day one = *(const ccl_day *)a, other = *(const ccl_day *)b;
  return (one > other) - (one < other);
}

size_t ccl_dated_days(const ccl_checking *checking, const ccl_expr *const *exprs, size_t count, ccl_days days, const ccl_day **out) {
  CCL_VEC(ccl_day) all = { 0 };
  if (days.to > days.from + FARTHEST)
    days.to = days.from + FARTHEST;
  for (size_t i = 0; i < count && checking->has_changes && all.len < MOST_DAYS * MOST_DAYS; i++) {
    ccl_day *changes;
    size_t found = exprs[i] ? ccl_parameter_changes(checking->plan, NULL, exprs[i], days, &changes) : 0;
    for (size_t k = 0; k < found; k++)
      ccl_vec_push(&all, changes[k]);
  }
  if (all.len > 1)
    qsort(all.items, all.len, sizeof *all.items, by_day);
  ccl_day *kept = ccl_new_array(ccl_day, MOST_DAYS);
  size_t len = 0;
  kept[len++] = days.from;
  for (size_t i = 0; i < all.len && len < MOST_DAYS; i++)
    if (all.items[i] != kept[len - 1])
      kept[len++] = all.items[i];
  *out = kept;
  return len;
}
