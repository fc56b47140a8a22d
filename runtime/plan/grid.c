/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which cell of a grid holds for given keys (clause 4.4), and the index that makes it fast.
 *
 * The rule is in is_better: dimension by dimension, left to right, a key or a range beats `*`. Without an index every
 * entry is tried. The index is a tree with one level for each dimension: the entries that a value of the dimension
 * leads to, those of each range, those of `*`. It holds each combination of alternatives once; a grid whose
 * alternatives multiply beyond all measure is left without.
 */
#include <stdlib.h>

#include "plan/plan.h"

/* One way on from a node: a key of the dimension and what follows it. */
typedef struct branch {
  const ccl_grid_key *key;
  uint32_t entry; /* after the last dimension */
  const struct ccl_grid_node *next; /* before */
  const ccl_rat *reach; /* of a range: the highest end of this and the ranges before it; NULL: without end */
} branch;

struct ccl_grid_node {
  const branch *values; /* rising by kind, then by ccl_value_cmp; each once */
  size_t value_count;
  const branch *ranges; /* rising by their low ends, those without one first */
  size_t range_count;
  const branch *any; /* `*`, or NULL */
};

/* ---- The rule ---- */

static bool key_holds(const ccl_grid_key *key, const ccl_value *value) {
  switch (key->kind) {
  case CCL_GRID_ANY: return true;
  case CCL_GRID_VALUE: return key->value.kind == value->kind && ccl_value_eq(key->value, *value);
  case CCL_GRID_RANGE:
    return value->kind == CCL_KIND_NUMBER && (!key->has_low || ccl_rat_cmp(key->low, value->as.number) <= 0) &&
           (!key->has_high || ccl_rat_cmp(value->as.number, key->high) < 0);
  }
  CCL_BUG("a key of a grid of no kind");
}

typedef enum match { NO_MATCH, BY_ANY, BY_KEY } match;

static match match_in(const ccl_grid_entry *entry, size_t dim, const ccl_value *value) {
  match best = NO_MATCH;
  for (size_t k = 0; k < entry->key_counts[dim] && best != BY_KEY; k++) {
    const ccl_grid_key *key = &entry->keys[dim][k];
    if (key_holds(key, value))
      best = key->kind == CCL_GRID_ANY ? BY_ANY : BY_KEY;
  }
  return best;
}

static bool holds(const ccl_grid *grid, const ccl_grid_entry *entry, const ccl_value *keys) {
  for (size_t dim = 0; dim < grid->dim_count; dim++)
    if (match_in(entry, dim, &keys[dim]) == NO_MATCH)
      return false;
  return true;
}

/* Both hold. Of two equally specific ones (an error of the contract, grid-overlap) the earlier stays. */
static bool is_better(const ccl_grid *grid, uint32_t a, uint32_t b, const ccl_value *keys) {
  if (b == CCL_NONE)
    return true;
  for (size_t dim = 0; dim < grid->dim_count; dim++) {
    match of_a = match_in(&grid->entries[a], dim, &keys[dim]), of_b = match_in(&grid->entries[b], dim, &keys[dim]);
    if (of_a != of_b)
      return of_a > of_b;
  }
  return a < b;
}

static uint32_t try_all(const ccl_grid *grid, const ccl_value *keys) {
  uint32_t best = CCL_NONE;
  for (uint32_t i = 0; i < grid->entry_count; i++)
    if (holds(grid, &grid->entries[i], keys) && is_better(grid, i, best, keys))
      best = i;
  return best;
}

/* ---- Looking up in the index ---- */

static uint32_t find(const ccl_grid *grid, const struct ccl_grid_node *node, size_t dim, const ccl_value *keys);

static uint32_t follow(const ccl_grid *grid, const branch *way, size_t dim, const ccl_value *keys) {
  return way->next ? find(grid, way->next, dim + 1, keys) : way->entry;
}

static int cmp_values(ccl_value a, ccl_value b) {
  return a.kind != b.kind ? (int)a.kind - (int)b.kind : ccl_value_cmp(a, b);
}

static const branch *value_branch(const struct ccl_grid_node *node, const ccl_value *key) {
  size_t low = 0, high = node->value_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = cmp_values(*key, node->values[middle].key->value);
    if (order == 0)
      return &node->values[middle];
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

/* How many of the ranges begin at or before the figure. */
static size_t ranges_begun(const struct ccl_grid_node *node, ccl_rat figure) {
  size_t low = 0, high = node->range_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const ccl_grid_key *key = node->ranges[middle].key;
    if (!key->has_low || ccl_rat_cmp(key->low, figure) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The best entry behind the node for the keys from `dim` on; the keys before have led here. */
static uint32_t find(const ccl_grid *grid, const struct ccl_grid_node *node, size_t dim, const ccl_value *keys) {
  const ccl_value *key = &keys[dim];
  uint32_t best = CCL_NONE;
  const branch *way = value_branch(node, key);
  if (way)
    best = follow(grid, way, dim, keys);
  for (size_t i = key->kind == CCL_KIND_NUMBER ? ranges_begun(node, key->as.number) : 0; i > 0; i--) {
    way = &node->ranges[i - 1];
    if (way->reach && ccl_rat_cmp(*way->reach, key->as.number) <= 0)
      break; /* this one ends before the figure, and so do all those before it */
    if (!key_holds(way->key, key))
      continue;
    uint32_t entry = follow(grid, way, dim, keys);
    if (entry != CCL_NONE && is_better(grid, entry, best, keys))
      best = entry;
  }
  return best == CCL_NONE && node->any ? follow(grid, node->any, dim, keys) : best;
}

uint32_t ccl_grid_entry_for(const ccl_grid *grid, const ccl_value *keys) {
  if (!grid->index || grid->dim_count == 0)
    return try_all(grid, keys);
  return find(grid, grid->index, 0, keys);
}

/* ---- Making the index ---- */

/* An alternative of one entry in the dimension at hand. */
typedef struct alternative {
  const ccl_grid_key *key;
  uint32_t entry;
} alternative;

static int cmp_ends(bool has_a, ccl_rat a, bool has_b, ccl_rat b) {
  return has_a && has_b ? ccl_rat_cmp(a, b) : (int)has_a - (int)has_b;
}

/* Values, then ranges by their low and high ends, then `*`. Keys that compare equal hold for the same figures. */
static int cmp_keys(const ccl_grid_key *a, const ccl_grid_key *b) {
  static const int rank[] = { [CCL_GRID_VALUE] = 0, [CCL_GRID_RANGE] = 1, [CCL_GRID_ANY] = 2 };
  if (a->kind != b->kind)
    return rank[a->kind] - rank[b->kind];
  if (a->kind == CCL_GRID_VALUE)
    return cmp_values(a->value, b->value);
  if (a->kind == CCL_GRID_ANY)
    return 0;
  int order = cmp_ends(a->has_low, a->low, b->has_low, b->low);
  return order != 0 ? order : cmp_ends(a->has_high, a->high, b->has_high, b->high);
}

static int cmp_alternatives(const void *a, const void *b) {
  const alternative *one = a, *other = b;
  int order = cmp_keys(one->key, other->key);
  return order != 0 ? order : (one->entry > other->entry) - (one->entry < other->entry);
}

static alternative *alternatives_of(const ccl_grid *grid, const uint32_t *entries, size_t count, size_t dim,
                                    size_t *total) {
  *total = 0;
  for (size_t i = 0; i < count; i++)
    *total += grid->entries[entries[i]].key_counts[dim];
  alternative *all = ccl_new_array(alternative, *total);
  size_t filled = 0;
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < grid->entries[entries[i]].key_counts[dim]; k++)
      all[filled++] = (alternative){ &grid->entries[entries[i]].keys[dim][k], entries[i] };
  qsort(all, *total, sizeof *all, cmp_alternatives);
  return all;
}

static const struct ccl_grid_node *build(const ccl_grid *grid, const uint32_t *entries, size_t count, size_t dim);

/* What lies behind a key that `count` sorted alternatives share. */
static branch branch_of(const ccl_grid *grid, const alternative *same, size_t count, size_t dim) {
  branch way = { .key = same->key, .entry = same->entry };
  if (dim + 1 == grid->dim_count)
    return way; /* the earliest entry; more than one is grid-overlap */
  uint32_t *entries = ccl_alloc_atomic(count * sizeof *entries);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || entries[kept - 1] != same[i].entry) /* one cell may name a key twice */
      entries[kept++] = same[i].entry;
  way.next = build(grid, entries, kept, dim + 1);
  return way;
}

/* The highest end so far; NULL once a range has none. */
static const ccl_rat *reach_of(const branch *before, const ccl_grid_key *key) {
  if (!key->has_high || (before && !before->reach))
    return NULL;
  return before && ccl_rat_cmp(*before->reach, key->high) > 0 ? before->reach : &key->high;
}

static const struct ccl_grid_node *build(const ccl_grid *grid, const uint32_t *entries, size_t count, size_t dim) {
  size_t total;
  alternative *all = alternatives_of(grid, entries, count, dim, &total);
  branch *ways = ccl_new_array(branch, total);
  struct ccl_grid_node *node = ccl_new(struct ccl_grid_node);
  size_t made = 0;
  for (size_t i = 0, end; i < total; i = end) {
    for (end = i + 1; end < total && cmp_keys(all[i].key, all[end].key) == 0;)
      end++;
    branch *way = &ways[made++];
    *way = branch_of(grid, &all[i], end - i, dim);
    if (way->key->kind == CCL_GRID_VALUE) {
      node->value_count++;
    } else if (way->key->kind == CCL_GRID_RANGE) {
      way->reach = reach_of(node->range_count > 0 ? way - 1 : NULL, way->key);
      node->range_count++;
    } else {
      node->any = way;
    }
  }
  ccl_free(all);
  node->values = ways;
  node->ranges = ways + node->value_count;
  return node;
}

/* Combinations of alternatives that the index would hold, at most `limit` + 1. */
static size_t combinations(const ccl_grid *grid, size_t limit) {
  size_t all = 0;
  for (size_t i = 0; i < grid->entry_count && all <= limit; i++) {
    size_t of_entry = 1;
    for (size_t dim = 0; dim < grid->dim_count && of_entry <= limit; dim++)
      of_entry *= grid->entries[i].key_counts[dim]; /* no wrap: a cell has fewer keys than a file has bytes */
    all += of_entry;
  }
  return all <= limit ? all : limit + 1;
}

enum {
  WORTH_AN_INDEX = 8, /* entries; fewer are tried as fast */
  COMBINATIONS_FOR_AN_ENTRY = 16, /* on average, */
  COMBINATIONS_FOR_ANY_GRID = 1u << 16, /* and this many in any case */
  DIMENSIONS_FOR_AN_INDEX = 64 /* the tree is as deep */
};

void ccl_grid_index(ccl_grid *grid) {
  size_t limit = grid->entry_count * COMBINATIONS_FOR_AN_ENTRY + COMBINATIONS_FOR_ANY_GRID;
  grid->index = NULL;
  if (grid->entry_count < WORTH_AN_INDEX || grid->dim_count == 0 || grid->dim_count > DIMENSIONS_FOR_AN_INDEX ||
      combinations(grid, limit) > limit)
    return;
  uint32_t *entries = ccl_alloc_atomic(grid->entry_count * sizeof *entries);
  for (uint32_t i = 0; i < grid->entry_count; i++)
    entries[i] = i;
  grid->index = build(grid, entries, grid->entry_count, 0);
}
