/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of a grid that are equally specific for one combination (clause 4.4: grid-overlap). Rows are compared dimension
 * by dimension, and a key or a range beats `*`: only rows with `*` in the same places can clash. Every combination of
 * alternatives is a tuple; sorted by `*`, then by its keys, then by where its ranges begin, clashes are neighbours but
 * for the ranges that reach over others, which a walk from each tuple finds.
 */
#include <stdlib.h>

#include "sema/grid.h"

typedef struct tuple {
  const ccl_grid_key **keys; /* one for each dimension of the group */
  size_t count;
  uint32_t line;
} tuple;

/* A number as a key is a range of one figure. */
static bool is_interval(const ccl_grid_key *key) {
  return key->kind == CCL_GRID_RANGE || (key->kind == CCL_GRID_VALUE && key->value.kind == CCL_KIND_NUMBER);
}

static int kind_rank(const ccl_grid_key *key) {
  return key->kind == CCL_GRID_ANY ? 0 : 1;
}

/* Where an interval begins: −1, 0, 1 as a is below b. Without a lower bound: below all. */
static int compare_low(const ccl_grid_key *a, const ccl_grid_key *b) {
  bool a_open = a->kind == CCL_GRID_RANGE && !a->has_low, b_open = b->kind == CCL_GRID_RANGE && !b->has_low;
  if (a_open || b_open)
    return (b_open ? 1 : 0) - (a_open ? 1 : 0);
  return ccl_rat_cmp(a->kind == CCL_GRID_VALUE ? a->value.as.number : a->low,
                     b->kind == CCL_GRID_VALUE ? b->value.as.number : b->low);
}

static int compare_key(const ccl_grid_key *a, const ccl_grid_key *b) {
  if (a->kind == CCL_GRID_ANY)
    return 0;
  return is_interval(a) ? 0 : ccl_value_cmp(a->value, b->value);
}

static int compare_tuples(const void *left, const void *right) {
  const tuple *a = left, *b = right;
  for (size_t i = 0; i < a->count; i++)
    if (kind_rank(a->keys[i]) != kind_rank(b->keys[i]))
      return kind_rank(a->keys[i]) - kind_rank(b->keys[i]);
  for (size_t i = 0; i < a->count; i++) {
    int order = compare_key(a->keys[i], b->keys[i]);
    if (order != 0)
      return order;
  }
  for (size_t i = 0; i < a->count; i++)
    if (a->keys[i]->kind != CCL_GRID_ANY && is_interval(a->keys[i])) {
      int order = compare_low(a->keys[i], b->keys[i]);
      if (order != 0)
        return order;
    }
  return (a->line > b->line) - (a->line < b->line);
}

/* Whether b, which does not begin before a, begins before a ends. */
static bool reaches(const ccl_grid_key *a, const ccl_grid_key *b) {
  if (b->kind == CCL_GRID_RANGE && !b->has_low)
    return true;
  ccl_rat start = b->kind == CCL_GRID_VALUE ? b->value.as.number : b->low;
  if (a->kind == CCL_GRID_VALUE)
    return ccl_rat_cmp(start, a->value.as.number) <= 0;
  return !a->has_high || ccl_rat_cmp(start, a->high) < 0;
}

static bool meet(const ccl_grid_key *a, const ccl_grid_key *b) {
  if (a->kind == CCL_GRID_ANY)
    return true;
  if (!is_interval(a))
    return ccl_value_eq(a->value, b->value);
  return compare_low(a, b) <= 0 ? reaches(a, b) : reaches(b, a);
}

/* Same stars, same keys, and in the first dimension of ranges b begins before a ends: further tuples of the order may
 * clash too. */
static bool may_clash(const tuple *a, const tuple *b) {
  for (size_t i = 0; i < a->count; i++) {
    if (kind_rank(a->keys[i]) != kind_rank(b->keys[i]) || compare_key(a->keys[i], b->keys[i]) != 0)
      return false;
  }
  for (size_t i = 0; i < a->count; i++)
    if (a->keys[i]->kind != CCL_GRID_ANY && is_interval(a->keys[i]))
      return meet(a->keys[i], b->keys[i]);
  return true;
}

static bool clash(const tuple *a, const tuple *b) {
  for (size_t i = 0; i < a->count; i++)
    if (!meet(a->keys[i], b->keys[i]))
      return false;
  return true;
}

typedef struct group {
  const ccl_grid_layout *layout;
  const ccl_grid_keys *keys;
  size_t first, count; /* dimensions */
  CCL_VEC(tuple) tuples;
} group;

/* All combinations of the alternatives of one line. */
static void add_tuples(group *g, uint32_t line) {
  size_t *at = ccl_new_array(size_t, g->count);
  for (;;) {
    tuple t = { ccl_new_array(const ccl_grid_key *, g->count), g->count, line };
    for (size_t i = 0; i < g->count; i++)
      t.keys[i] = &g->keys[g->first + i].keys[line][at[i]];
    ccl_vec_push(&g->tuples, t);
    size_t i = g->count;
    while (i > 0 && ++at[i - 1] == g->keys[g->first + i - 1].counts[line])
      at[--i] = 0;
    if (i == 0)
      return;
  }
}

static bool check_group(ccl_sema *sema, group *g) {
  uint32_t lines = ccl_grid_lines(g->layout, g->first);
  for (uint32_t line = 0; line < lines; line++)
    add_tuples(g, line);
  if (g->tuples.len > 1)
    qsort(g->tuples.items, g->tuples.len, sizeof *g->tuples.items, compare_tuples);
  for (size_t i = 0; i < g->tuples.len; i++)
    for (size_t k = i + 1; k < g->tuples.len && may_clash(&g->tuples.items[i], &g->tuples.items[k]); k++) {
      const tuple *a = &g->tuples.items[i], *b = &g->tuples.items[k];
      if (!clash(a, b))
        continue;
      const tuple *later = a->line > b->line ? a : b, *earlier = later == a ? b : a;
      const ccl_node *cell = ccl_grid_key_cell(g->layout, g->first, later->line);
      ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_overlap, cell->span, CCL_NO_ARGS);
      ccl_diag_note(diag, &ccl_sema_say_overlaps_with, ccl_grid_key_cell(g->layout, g->first, earlier->line)->span,
                    CCL_NO_ARGS);
      return false;
    }
  return true;
}

bool ccl_grid_check_overlap(ccl_sema *sema, const ccl_grid_layout *layout, const ccl_grid_keys *keys) {
  bool has_header = layout->dim_count > 1;
  group rows = { layout, keys, 0, has_header ? layout->dim_count - 1 : 1, { 0 } };
  group columns = { layout, keys, layout->dim_count - 1, 1, { 0 } };
  bool rows_differ = check_group(sema, &rows);
  return (!has_header || check_group(sema, &columns)) && rows_differ;
}
