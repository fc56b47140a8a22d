/* SPDX-License-Identifier: Apache-2.0 */
/* Answers: the cells of the spans that a request is made of, merged by group, in the order of groups of clause 7. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "engine/cells.h"

/* What answers need, made at the first one. Collected memory, rows are all in. */
typedef struct ccl_merge {
  const ccl_plan *plan;
  const uint32_t *dims;
  uint32_t *by_span; /* states, span by span … */
  size_t *span_starts; /* … from where to where; span_count + 1 */
  uint32_t *ranks; /* of the groups */
  uint64_t round; /* another one for each answer */
  uint64_t *group_rounds; /* in which round a group was met */
  uint32_t *group_places; /* and its place in `met` */
  uint64_t *combination_rounds;
  size_t combination_cap;
  uint64_t combination_round;
  CCL_VEC(uint32_t) met; /* groups of this answer */
  CCL_VEC(uint32_t) states; /* of this answer */
} ccl_merge;

/* ---- Order of groups ---- */

static size_t choice_rank(const ccl_dim *dim, uint32_t choice) {
  for (size_t i = 0; i < dim->choice_count; i++)
    if (dim->choices[i] == choice)
      return i;
  return dim->choice_count + choice;
}

static int compare_keys(const ccl_merge *merge, const ccl_value *a, const ccl_value *b, size_t dim_count) {
  for (size_t i = 0; i < dim_count; i++) {
    int order;
    if (a[i].kind == CCL_KIND_CHOICE) {
      const ccl_dim *dim = &merge->plan->dims[merge->dims[i]];
      size_t x = choice_rank(dim, a[i].as.choice), y = choice_rank(dim, b[i].as.choice);
      order = (x > y) - (x < y);
    } else {
      order = ccl_value_cmp(a[i], b[i]);
    }
    if (order != 0)
      return order;
  }
  return 0;
}

/* Sorts group numbers by their keys, bottom up: no comparison function of qsort can see the plan. */
static void sort_groups(const ccl_cells *cells, const ccl_merge *merge, uint32_t *groups, size_t count) {
  uint32_t *other = ccl_alloc_atomic((count + 1) * sizeof *other);
  uint32_t *from = groups, *to = other;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t start = 0; start < count; start += 2 * width) {
      size_t middle = start + width < count ? start + width : count,
             end = start + 2 * width < count ? start + 2 * width : count;
      size_t a = start, b = middle;
      for (size_t out = start; out < end; out++) {
        bool left = a < middle && (b >= end || compare_keys(merge, cells->keys.items[from[a]],
                                                            cells->keys.items[from[b]], cells->dim_count) <= 0);
        to[out] = left ? from[a++] : from[b++];
      }
    }
    uint32_t *swap = from;
    from = to;
    to = swap;
  }
  if (from != groups && count > 0)
    memcpy(groups, from, count * sizeof *groups);
}

static void rank_groups(const ccl_cells *cells, ccl_merge *merge) {
  size_t count = cells->keys.len;
  uint32_t *groups = ccl_alloc_atomic((count + 1) * sizeof *groups);
  for (size_t i = 0; i < count; i++)
    groups[i] = (uint32_t)i;
  sort_groups(cells, merge, groups, count);
  merge->ranks = ccl_alloc_atomic((count + 1) * sizeof *merge->ranks);
  for (size_t i = 0; i < count; i++)
    merge->ranks[groups[i]] = (uint32_t)i;
}

/* States span by span, each span's in the order in which they arose. */
static void sort_states(const ccl_cells *cells, ccl_merge *merge) {
  merge->span_starts = ccl_alloc_atomic((cells->span_count + 2) * sizeof *merge->span_starts);
  merge->by_span = ccl_alloc_atomic((cells->states.len + 1) * sizeof *merge->by_span);
  size_t *next = ccl_alloc_atomic((cells->span_count + 2) * sizeof *next);
  for (size_t i = 0; i < cells->states.len; i++)
    merge->span_starts[cells->states.items[i].span + 1]++;
  for (size_t s = 0; s < cells->span_count; s++)
    merge->span_starts[s + 1] += merge->span_starts[s];
  memcpy(next, merge->span_starts, (cells->span_count + 1) * sizeof *next);
  for (size_t i = 0; i < cells->states.len; i++)
    merge->by_span[next[cells->states.items[i].span]++] = (uint32_t)i;
}

void ccl_cells_begin(ccl_cells *cells, const ccl_plan *plan, const uint32_t *dims) {
  if (!cells->merge) {
    cells->merge = ccl_new(ccl_merge);
    cells->merge->plan = plan;
    cells->merge->dims = dims;
    cells->merge->group_rounds = ccl_alloc_atomic((cells->keys.len + 1) * sizeof(uint64_t));
    cells->merge->group_places = ccl_alloc_atomic((cells->keys.len + 1) * sizeof(uint32_t));
    rank_groups(cells, cells->merge);
    sort_states(cells, cells->merge);
  }
  cells->merge->round++;
  cells->merge->met.len = 0;
  cells->merge->states.len = 0;
}

void ccl_cells_collect(ccl_cells *cells, uint32_t span) {
  ccl_merge *merge = cells->merge;
  for (size_t i = merge->span_starts[span]; i < merge->span_starts[span + 1]; i++) {
    uint32_t group = cells->states.items[merge->by_span[i]].group;
    if (cells->dim_count > 0 && merge->group_rounds[group] != merge->round) {
      merge->group_rounds[group] = merge->round;
      ccl_vec_push(&merge->met, group);
    }
    ccl_vec_push(&merge->states, merge->by_span[i]);
  }
}

/* ---- Values ---- */

static ccl_rat listed_number(const ccl_cells *cells, ccl_listed listed) {
  return listed.den != 0 ? (ccl_rat){ listed.num, listed.den, NULL } : cells->large.items[listed.num];
}

static int compare_listed(const ccl_cells *cells, ccl_listed a, ccl_listed b) {
  if (a.den == 1 && b.den == 1)
    return (a.num > b.num) - (a.num < b.num);
  return ccl_rat_cmp(listed_number(cells, a), listed_number(cells, b));
}

/* The value of a rank, from 1 to the sum of all times. The order of the items changes. */
static ccl_listed select_listed(const ccl_cells *cells, ccl_listed *items, size_t count, uint64_t rank) {
  size_t low = 0, high = count;
  for (;;) {
    ccl_listed pivot = items[low + (high - low) / 2];
    /* Three parts: below the pivot, equal to it, above it. */
    size_t less = low, more = high;
    uint64_t below = 0, equal = 0;
    for (size_t i = low; i < more;) {
      int order = compare_listed(cells, items[i], pivot);
      ccl_listed swap = items[i];
      if (order < 0) {
        below += swap.times;
        items[i++] = items[less];
        items[less++] = swap;
      } else if (order > 0) {
        items[i] = items[--more];
        items[more] = swap;
      } else {
        equal += swap.times;
        i++;
      }
    }
    if (rank <= below) {
      high = less;
    } else if (rank <= below + equal) {
      return pivot;
    } else {
      rank -= below + equal;
      low = more;
    }
  }
}

/* A number as the value that it was before it was listed. */
static ccl_value unlisted(const ccl_cells *cells, ccl_rat number) {
  int64_t whole = 0;
  if (cells->value_kind == CCL_KIND_NUMBER)
    return ccl_value_number(number);
  if (cells->value_kind == CCL_KIND_TIMESTAMP) {
    ccl_rat floor = ccl_rat_floor(number), nanos = ccl_rat_mul(ccl_rat_sub(number, floor), ccl_rat_int(1000000000));
    int64_t fraction = 0;
    ccl_rat_to_int(floor, &whole);
    ccl_rat_to_int(nanos, &fraction);
    return ccl_value_instant((ccl_instant){ whole, (int32_t)fraction });
  }
  ccl_rat_to_int(number, &whole);
  if (cells->value_kind == CCL_KIND_DATE)
    return ccl_value_day((ccl_day)whole);
  return cells->value_kind == CCL_KIND_MONTH ? ccl_value_month((ccl_month)whole) : ccl_value_weekday((int)whole);
}

static ccl_value no_value(const ccl_cells *cells) {
  return ccl_trouble_new(CCL_CODE_undefined_value, cells->query->what[0], (ccl_str){ NULL, 0 }, (ccl_str){ NULL, 0 });
}

/* Median and percentile over the lists of several states. */
static ccl_value ranked(const ccl_cells *cells, const uint32_t *states, size_t state_count) {
  size_t count = 0, cap = 0;
  for (size_t i = 0; i < state_count; i++)
    count += cells->states.items[states[i]].len;
  if (count == 0)
    return no_value(cells);
  ccl_listed *items = ccl_plain_grow(NULL, &cap, count, sizeof *items);
  size_t at = 0;
  for (size_t i = 0; i < state_count; i++) {
    const ccl_cell_state *state = &cells->states.items[states[i]];
    if (state->len > 0)
      memcpy(items + at, state->listed, state->len * sizeof *items);
    at += state->len;
  }
  uint64_t values = 0;
  for (size_t i = 0; i < count; i++)
    values += items[i].times;
  bool median = cells->query->kind == CCL_QUERY_MEDIAN;
  /* Nearest rank: ⌈percentile/100 × n⌉, from 1. */
  uint64_t rank = median ? (values + 1) / 2 : (cells->query->percentile * values + 99) / 100;
  ccl_rat number = listed_number(cells, select_listed(cells, items, count, rank > 0 ? rank : 1));
  if (median && values % 2 == 0 && cells->value_kind == CCL_KIND_NUMBER) {
    ccl_rat next = listed_number(cells, select_listed(cells, items, count, rank + 1));
    number = ccl_rat_div(ccl_rat_add(number, next), ccl_rat_int(2));
  }
  ccl_plain_free(items);
  return unlisted(cells, number);
}

static ccl_value extreme(const ccl_cells *cells, const uint32_t *states, size_t count) {
  ccl_value best = ccl_value_absent();
  bool highest = cells->query->kind == CCL_QUERY_HIGHEST;
  for (size_t i = 0; i < count; i++) {
    ccl_value value = cells->states.items[states[i]].extreme;
    if (value.state != CCL_KNOWN)
      continue;
    int order = best.state == CCL_KNOWN ? ccl_value_cmp(value, best) : highest ? 1 : -1;
    if (highest ? order > 0 : order < 0)
      best = value;
  }
  return best.state == CCL_KNOWN ? best : no_value(cells);
}

static ccl_value distinct(ccl_cells *cells, const uint32_t *states, size_t count) {
  ccl_merge *merge = cells->merge;
  if (cells->combinations.len > merge->combination_cap) {
    merge->combination_rounds = ccl_alloc_atomic(cells->combinations.len * sizeof *merge->combination_rounds);
    merge->combination_cap = cells->combinations.len;
  }
  uint64_t round = ++merge->combination_round;
  int64_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const ccl_cell_state *state = &cells->states.items[states[i]];
    for (size_t k = 0; k < state->len; k++) {
      uint64_t *seen = &merge->combination_rounds[state->combinations[k]];
      found += *seen != round;
      *seen = round;
    }
  }
  return ccl_value_number(ccl_rat_int(found));
}

static ccl_value value_of(ccl_cells *cells, const uint32_t *states, size_t count, uint64_t rows) {
  switch (cells->query->kind) {
  case CCL_QUERY_COUNT: return ccl_value_number(ccl_rat_int((int64_t)rows));
  case CCL_QUERY_SUM:
  case CCL_QUERY_DURATION: {
    ccl_rat sum = CCL_RAT_ZERO;
    for (size_t i = 0; i < count; i++)
      sum = ccl_rat_add(sum, ccl_cell_state_sum(&cells->states.items[states[i]]));
    return ccl_value_number(sum);
  }
  case CCL_QUERY_DISTINCT: return distinct(cells, states, count);
  case CCL_QUERY_LOWEST:
  case CCL_QUERY_HIGHEST: return extreme(cells, states, count);
  case CCL_QUERY_MEDIAN:
  case CCL_QUERY_PERCENTILE: return ranked(cells, states, count);
  case CCL_QUERY_SHARE:
  case CCL_QUERY_AVERAGE: break;
  }
  CCL_BUG("an aggregate that no executor knows");
}

/* One cell from the states of its group. */
static ccl_cell cell_of(ccl_cells *cells, const ccl_value *key, const uint32_t *states, size_t count) {
  ccl_cell cell = { .key = key };
  const ccl_trouble *trouble = NULL;
  for (size_t i = 0; i < count; i++) {
    const ccl_cell_state *state = &cells->states.items[states[i]];
    cell.rows += state->rows;
    if (!trouble)
      trouble = state->trouble;
  }
  if (trouble) {
    cell.value = (ccl_value){ .state = CCL_TROUBLE };
    cell.value.as.trouble = trouble;
  } else {
    cell.value = value_of(cells, states, count, cell.rows);
  }
  return cell;
}

static int compare_ranks(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

ccl_answer ccl_cells_answer(ccl_cells *cells) {
  ccl_merge *merge = cells->merge;
  if (cells->dim_count == 0) {
    ccl_cell *cell = ccl_new(ccl_cell);
    *cell = cell_of(cells, NULL, merge->states.items, merge->states.len);
    return (ccl_answer){ cell, 1 };
  }
  /* Groups by rank, then their states: counted, laid side by side. */
  size_t count = merge->met.len;
  uint64_t *order = ccl_alloc_atomic((count + 1) * sizeof *order);
  for (size_t i = 0; i < count; i++)
    order[i] = (uint64_t)merge->ranks[merge->met.items[i]] << 32 | merge->met.items[i];
  if (count > 1)
    qsort(order, count, sizeof *order, compare_ranks);
  for (size_t i = 0; i < count; i++)
    merge->group_places[(uint32_t)order[i]] = (uint32_t)i;
  size_t *starts = ccl_alloc_atomic((count + 2) * sizeof *starts);
  size_t *next = ccl_alloc_atomic((count + 2) * sizeof *next);
  for (size_t i = 0; i < merge->states.len; i++)
    starts[merge->group_places[cells->states.items[merge->states.items[i]].group] + 1]++;
  for (size_t i = 0; i < count; i++)
    starts[i + 1] += starts[i];
  memcpy(next, starts, (count + 1) * sizeof *next);
  uint32_t *states = ccl_alloc_atomic((merge->states.len + 1) * sizeof *states);
  for (size_t i = 0; i < merge->states.len; i++)
    states[next[merge->group_places[cells->states.items[merge->states.items[i]].group]]++] = merge->states.items[i];
  ccl_cell *answer = ccl_new_array(ccl_cell, count);
  for (size_t i = 0; i < count; i++)
    answer[i] = cell_of(cells, cells->keys.items[(uint32_t)order[i]], states + starts[i], starts[i + 1] - starts[i]);
  return (ccl_answer){ answer, count };
}
