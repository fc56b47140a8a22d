/* SPDX-License-Identifier: Apache-2.0 */
/* Pairs that may meet (check/pairs.h): sorted, they are the same as when all are compared with all. */
#include <criterion/criterion.h>

#include "check/pairs.h"

enum { THINGS = 60 };

/* A small generator of its own, the same on every machine. */
static uint32_t next(uint32_t *state, uint32_t below) {
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) % below;
}

static ccl_expr *leaf(ccl_op op, uint32_t index) {
  ccl_expr *expr = ccl_new(ccl_expr);
  *expr = (ccl_expr){ .op = op, .type = { CCL_KIND_NUMBER, NULL }, .index = index };
  return expr;
}

static ccl_expr *number(int64_t figure) {
  ccl_expr *expr = leaf(CCL_OP_CONSTANT, 0);
  expr->constant = ccl_value_number(ccl_rat_int(figure));
  return expr;
}

static ccl_expr *joined(ccl_op op, ccl_comparison comparison, const ccl_expr *a, const ccl_expr *b) {
  const ccl_expr **args = ccl_new_array(const ccl_expr *, 2);
  ccl_expr *expr = leaf(op, 0);
  args[0] = a;
  args[1] = b;
  expr->args = args;
  expr->arg_count = 2;
  expr->comparison = comparison;
  return expr;
}

/* A condition on two fields: `f0 = 3`, `f1 >= 2 and f1 < 5`, both, or none. */
static const ccl_expr *condition(uint32_t *state, int64_t *value, int64_t *low, int64_t *high) {
  const ccl_expr *is = NULL, *between = NULL;
  *value = *low = *high = -1;
  if (next(state, 4) > 0) {
    *value = next(state, 5);
    is = joined(CCL_OP_COMPARE, CCL_EQ, leaf(CCL_OP_FIELD, 0), number(*value));
  }
  if (next(state, 3) > 0) {
    *low = next(state, 20);
    *high = *low + next(state, 4);
    between = joined(CCL_OP_AND, CCL_EQ, joined(CCL_OP_COMPARE, CCL_GE, leaf(CCL_OP_FIELD, 1), number(*low)),
                     joined(CCL_OP_COMPARE, CCL_GE, number(*high), leaf(CCL_OP_FIELD, 1)));
  }
  return is && between ? joined(CCL_OP_AND, CCL_EQ, is, between) : is ? is : between;
}

typedef struct table {
  int64_t value[THINGS], low[THINGS], high[THINGS];
  ccl_meeting things[THINGS];
  bool met[THINGS];
  size_t shown;
} table;

static bool may_meet(const table *t, size_t a, size_t b) {
  if (ccl_dayset_and(t->things[a].days, t->things[b].days).len == 0)
    return false;
  if (t->value[a] >= 0 && t->value[b] >= 0 && t->value[a] != t->value[b])
    return false;
  return t->low[a] < 0 || t->low[b] < 0 || (t->low[a] <= t->high[b] && t->low[b] <= t->high[a]);
}

static bool meet(void *self, size_t first, size_t second) {
  table *t = self;
  cr_assert_lt(first, second);
  cr_assert(may_meet(t, first, second), "%zu and %zu share nothing", first, second);
  cr_assert_not(t->met[second], "%zu is shown again", second);
  t->met[second] = true;
  t->shown++;
  return true;
}

static void fill(table *t, uint32_t seed, uint32_t days) {
  uint32_t state = seed;
  for (size_t i = 0; i < THINGS; i++) {
    ccl_guards guards = { 0 };
    ccl_guards_add(&guards, condition(&state, &t->value[i], &t->low[i], &t->high[i]));
    ccl_day from = (ccl_day)(days > 1 ? next(&state, days) : 0);
    ccl_days span = { from, from + (ccl_day)(days > 1 ? next(&state, 8) : 300) };
    t->things[i] = (ccl_meeting){ ccl_dayset_of(span), guards.items, guards.len };
  }
}

Test(pairs, as_when_all_are_compared, .init = ccl_mem_init) {
  ccl_rat_init();
  for (uint32_t seed = 1; seed <= 60; seed++)
    for (uint32_t days = 1; days <= 60; days += 59) {
      table t = { .shown = 0 };
      fill(&t, seed, days);
      ccl_pairs_find(t.things, THINGS, meet, &t);
      for (size_t second = 0; second < THINGS; second++) {
        bool expected = false;
        for (size_t first = 0; first < second; first++)
          expected = expected || may_meet(&t, first, second);
        cr_assert_eq(t.met[second], expected, "seed %u, days %u: %zu", seed, days, second);
      }
    }
}

static bool count_only(void *self, size_t first, size_t second) {
  size_t *shown = self;
  (void)first;
  (void)second;
  (*shown)++;
  return false;
}

/* Ten thousand things that cannot be told apart cost some dozens of looks each, not ten thousand. */
Test(pairs, bounded, .init = ccl_mem_init) {
  enum { MANY = 10000 };
  ccl_rat_init();
  ccl_meeting *things = ccl_new_array(ccl_meeting, MANY);
  for (size_t i = 0; i < MANY; i++)
    things[i].days = ccl_dayset_of((ccl_days){ 0, 300 });
  size_t shown = 0;
  ccl_pairs_find(things, MANY, count_only, &shown);
  cr_assert_gt(shown, MANY / 2);
  cr_assert_lt(shown, MANY * 40);
}

Test(pairs, hashes, .init = ccl_mem_init) {
  ccl_rat_init();
  const ccl_expr *a = joined(CCL_OP_COMPARE, CCL_EQ, leaf(CCL_OP_FIELD, 0), number(3)),
                 *b = joined(CCL_OP_COMPARE, CCL_EQ, leaf(CCL_OP_FIELD, 0), number(3));
  const ccl_expr *c = joined(CCL_OP_COMPARE, CCL_EQ, leaf(CCL_OP_FIELD, 0), number(4));
  cr_assert(ccl_check_same(a, b));
  cr_assert_eq(ccl_check_hash(a), ccl_check_hash(b));
  cr_assert_not(ccl_check_same(a, c));
  cr_assert_neq(ccl_check_hash(a), ccl_check_hash(c));
  cr_assert(ccl_check_same(NULL, NULL));
  cr_assert_not(ccl_check_same(a, NULL));
}
