/* SPDX-License-Identifier: Apache-2.0 */
/* What rows bring, added up by group and span. */
#include "engine/cells.h"

#include <stdlib.h>
#include <string.h>

#include "data/arena.h"

/* ---- Pairs ---- */

static size_t pair_slot(const ccl_pairs *pairs, uint64_t key) {
  uint64_t hash = key * UINT64_C(0x9E3779B97F4A7C15);
  size_t mask = pairs->slot_count - 1, slot = (size_t)(hash ^ hash >> 32) & mask;
  while (pairs->values[slot] != 0 && pairs->keys[slot] != key)
    slot = (slot + 1) & mask;
  return slot;
}

static void grow_pairs(ccl_pairs *pairs) {
  enum { FIRST_SLOTS = 64 };
  ccl_pairs old = *pairs;
  size_t count = old.slot_count > 0 ? old.slot_count * 2 : FIRST_SLOTS;
  *pairs = (ccl_pairs){ .len = old.len, .slot_count = count };
  pairs->keys = ccl_plain_grow(NULL, &pairs->key_cap, count, sizeof *pairs->keys);
  pairs->values = ccl_plain_grow(NULL, &pairs->value_cap, count, sizeof *pairs->values);
  memset(pairs->values, 0, count * sizeof *pairs->values);
  for (size_t i = 0; i < old.slot_count; i++) {
    if (old.values[i] == 0)
      continue;
    size_t slot = pair_slot(pairs, old.keys[i]);
    pairs->keys[slot] = old.keys[i];
    pairs->values[slot] = old.values[i];
  }
  ccl_pairs_free(&old);
}

uint32_t *ccl_pairs_put(ccl_pairs *pairs, uint32_t a, uint32_t b) {
  if (pairs->len + 1 > pairs->slot_count / 2)
    grow_pairs(pairs);
  uint64_t key = (uint64_t)a << 32 | b;
  size_t slot = pair_slot(pairs, key);
  if (pairs->values[slot] == 0) {
    pairs->keys[slot] = key;
    pairs->len++;
  }
  return &pairs->values[slot];
}

void ccl_pairs_free(ccl_pairs *pairs) {
  ccl_plain_free(pairs->keys);
  ccl_plain_free(pairs->values);
  *pairs = (ccl_pairs){ 0 };
}

/* ---- Cells ---- */

void ccl_cells_init(ccl_cells *cells, const ccl_query *query, size_t dim_count, size_t span_count) {
  *cells = (ccl_cells){ .query = query, .dim_count = dim_count, .span_count = span_count };
}

void ccl_cells_free(ccl_cells *cells) {
  for (size_t i = 0; i < cells->states.len; i++) {
    ccl_plain_free(cells->states.items[i].listed);
    ccl_plain_free(cells->states.items[i].combinations);
  }
  cells->states.len = 0;
  ccl_table_free(&cells->groups);
  ccl_table_free(&cells->combinations);
  ccl_pairs_free(&cells->by_place);
  ccl_pairs_free(&cells->taken);
  ccl_pack_free(&cells->pack);
  ccl_distinct_free(cells->distinct);
  cells->distinct = NULL;
}

uint32_t ccl_cells_group(ccl_cells *cells, const ccl_value *keys) {
  cells->pack.len = 0;
  for (size_t i = 0; i < cells->dim_count; i++)
    ccl_pack_value(&cells->pack, keys[i]);
  bool is_new;
  uint32_t group = ccl_table_put(&cells->groups, ccl_pack_str(&cells->pack), &is_new);
  if (is_new) {
    ccl_value *own = ccl_new_array(ccl_value, cells->dim_count);
    for (size_t i = 0; i < cells->dim_count; i++)
      own[i] = ccl_value_keep(keys[i]);
    ccl_vec_push(&cells->keys, own);
  }
  return group;
}

uint32_t ccl_cells_combination(ccl_cells *cells, const ccl_value *values, size_t count) {
  cells->pack.len = 0;
  for (size_t i = 0; i < count; i++)
    ccl_pack_value(&cells->pack, values[i]);
  bool is_new;
  return ccl_table_put(&cells->combinations, ccl_pack_str(&cells->pack), &is_new);
}

static ccl_cell_state *state_at(ccl_cells *cells, uint32_t span, uint32_t group) {
  if (cells->last < cells->states.len) {
    ccl_cell_state *last = &cells->states.items[cells->last];
    if (last->span == span && last->group == group)
      return last;
  }
  uint32_t *number = ccl_pairs_put(&cells->by_place, span, group);
  if (*number == 0) {
    ccl_cell_state fresh = { .span = span, .group = group, .rest = CCL_RAT_ZERO, .extreme = ccl_value_absent() };
    ccl_vec_push(&cells->states, fresh);
    *number = (uint32_t)cells->states.len;
  }
  cells->last = *number - 1;
  return &cells->states.items[cells->last];
}

/* ---- Sums ---- */

/* a × 10^places, unless it is too large for 128 bits. */
static bool scaled(ccl_i128 a, int32_t places, ccl_i128 *out) {
  return !__builtin_mul_overflow(a, (ccl_i128)ccl_power_of_ten(places), out);
}

static void add_rest(ccl_cell_state *state, ccl_rat number) {
  state->rest = ccl_rat_add(state->rest, number);
  state->has_rest = true;
}

static void add_wide(ccl_cell_state *state, ccl_i128 figure, int32_t places) {
  ccl_i128 sum = state->sum, own = figure;
  int32_t common = places > state->places ? places : state->places;
  if (scaled(sum, common - state->places, &sum) && scaled(figure, common - places, &figure) &&
      !__builtin_add_overflow(sum, figure, &sum)) {
    state->sum = sum;
    state->places = common;
    return;
  }
  ccl_rat rest = ccl_rat_int128(own);
  add_rest(state, places > 0 ? ccl_rat_div(rest, ccl_rat_int(ccl_power_of_ten(places))) : rest);
}

static void add_figure(ccl_cell_state *state, int64_t mantissa, int32_t places) {
  add_wide(state, mantissa, places);
}

/* A number as a figure with decimals, if it is one. */
static bool as_figure(ccl_rat number, int64_t *mantissa, int32_t *places) {
  if (number.big || number.den <= 0)
    return false;
  for (*places = 0; *places <= CCL_FIGURE_PLACES; (*places)++) {
    int64_t power = ccl_power_of_ten(*places);
    if (power % number.den == 0)
      return !__builtin_mul_overflow(number.num, power / number.den, mantissa);
  }
  return false;
}

static void add_number(ccl_cell_state *state, ccl_rat number) {
  int64_t mantissa;
  int32_t places;
  if (as_figure(number, &mantissa, &places))
    add_figure(state, mantissa, places);
  else
    add_rest(state, number);
}

ccl_rat ccl_cell_state_sum(const ccl_cell_state *state) {
  ccl_rat sum = ccl_rat_int128(state->sum);
  if (state->places > 0)
    sum = ccl_rat_div(sum, ccl_rat_int(ccl_power_of_ten(state->places)));
  return state->has_rest ? ccl_rat_add(sum, state->rest) : sum;
}

/* ---- Lists ---- */

/* Every kind of value that can be ranked, as a number. */
static ccl_rat rankable(ccl_value value) {
  switch (value.kind) {
  case CCL_KIND_NUMBER: return value.as.number;
  case CCL_KIND_DATE: return ccl_rat_int(value.as.day);
  case CCL_KIND_TIMESTAMP: return ccl_instant_rat(value.as.instant);
  case CCL_KIND_MONTH: return ccl_rat_int(value.as.month);
  case CCL_KIND_WEEKDAY: return ccl_rat_int(value.as.weekday);
  case CCL_KIND_BOOL:
  case CCL_KIND_TEXT:
  case CCL_KIND_CHOICE: break;
  }
  CCL_BUG("a rank among values that have no order");
}

/* Not by size: equal ones stand together. */
static int compare_listed(const void *a, const void *b) {
  const ccl_listed *x = a, *y = b;
  if (x->den != y->den)
    return x->den < y->den ? -1 : 1;
  return (x->num > y->num) - (x->num < y->num);
}

/* Equal values become one that came more often: a list grows with the values that are different. */
static void merge_equal(ccl_cell_state *state) {
  qsort(state->listed, state->len, sizeof *state->listed, compare_listed);
  size_t out = 0;
  for (size_t i = 0; i < state->len; i++) {
    if (out > 0 && compare_listed(&state->listed[out - 1], &state->listed[i]) == 0)
      state->listed[out - 1].times += state->listed[i].times;
    else
      state->listed[out++] = state->listed[i];
  }
  state->len = state->merged = out;
}

static void list_value(ccl_cells *cells, ccl_cell_state *state, ccl_value value, uint64_t times) {
  enum { MANY = 4096 };
  if (state->len == state->cap && state->len >= MANY && state->len >= 2 * state->merged)
    merge_equal(state);
  ccl_rat number = rankable(value);
  ccl_listed listed = { number.num, number.den, times };
  cells->value_kind = value.kind;
  if (number.big || number.den <= 0) {
    listed = (ccl_listed){ (int64_t)cells->large.len, 0, times };
    ccl_vec_push(&cells->large, number);
  }
  state->listed = ccl_plain_grow(state->listed, &state->cap, state->len + 1, sizeof *state->listed);
  state->listed[state->len++] = listed;
}

static void take_combination(ccl_cells *cells, ccl_cell_state *state, uint32_t combination) {
  uint32_t number = (uint32_t)(state - cells->states.items);
  uint32_t *taken = ccl_pairs_put(&cells->taken, number, combination);
  if (*taken != 0)
    return;
  *taken = 1;
  state->combinations = ccl_plain_grow(state->combinations, &state->cap, state->len + 1, sizeof *state->combinations);
  state->combinations[state->len++] = combination;
}

/* ---- Too many combinations ---- */

static void forget_combinations(ccl_cells *cells) {
  ccl_table_free(&cells->combinations);
  ccl_pairs_free(&cells->taken);
  for (size_t i = 0; i < cells->states.len; i++)
    cells->states.items[i].len = 0;
}

static void move_combinations(ccl_cells *cells) {
  if (!cells->distinct)
    cells->distinct = ccl_distinct_new(cells->memory);
  for (uint32_t i = 0; i < cells->states.len; i++) {
    const ccl_cell_state *state = &cells->states.items[i];
    for (size_t k = 0; k < state->len; k++)
      ccl_distinct_add(cells->distinct, i, ccl_table_key(&cells->combinations, state->combinations[k]));
  }
  forget_combinations(cells);
}

void ccl_cells_relieve(ccl_cells *cells) {
  enum { MANY = 1 << 16 };
  if (cells->query->kind == CCL_QUERY_DISTINCT && cells->taken.len > MANY)
    move_combinations(cells);
}

size_t ccl_cells_parts(ccl_cells *cells) {
  if (!cells->distinct)
    return 1;
  move_combinations(cells);
  return CCL_DISTINCT_PARTS;
}

static void take_again(void *self, uint32_t cell, ccl_str value) {
  ccl_cells *cells = self;
  bool is_new;
  uint32_t combination = ccl_table_put(&cells->combinations, value, &is_new);
  take_combination(cells, &cells->states.items[cell], combination);
}

void ccl_cells_take_part(ccl_cells *cells, size_t part) {
  if (!cells->distinct)
    return;
  forget_combinations(cells);
  ccl_distinct_each(cells->distinct, part, take_again, cells);
}

static void take_extreme(ccl_cell_state *state, ccl_value value, bool highest) {
  if (state->extreme.state == CCL_KNOWN) {
    int order = ccl_value_cmp(value, state->extreme);
    if (highest ? order <= 0 : order >= 0)
      return;
  }
  state->extreme = ccl_value_keep(value);
}

static void take_value(ccl_cells *cells, ccl_cell_state *state, ccl_value value, uint64_t times) {
  switch (cells->query->kind) {
  case CCL_QUERY_SUM:
  case CCL_QUERY_DURATION: add_number(state, value.as.number); break;
  case CCL_QUERY_LOWEST: take_extreme(state, value, false); break;
  case CCL_QUERY_HIGHEST: take_extreme(state, value, true); break;
  case CCL_QUERY_MEDIAN:
  case CCL_QUERY_PERCENTILE: list_value(cells, state, value, times); break;
  case CCL_QUERY_COUNT:
  case CCL_QUERY_DISTINCT:
  case CCL_QUERY_SHARE:
  case CCL_QUERY_AVERAGE: CCL_BUG("a value for an aggregate that takes none");
  }
}

void ccl_cells_add(ccl_cells *cells, const ccl_bring *bring) {
  ccl_cell_state *state = state_at(cells, bring->span, bring->group);
  state->rows++;
  switch (bring->kind) {
  case CCL_BRINGS_NOTHING: return;
  case CCL_BRINGS_TROUBLE:
    if (!state->trouble)
      state->trouble = bring->value.as.trouble;
    return;
  case CCL_BRINGS_FIGURE: add_figure(state, bring->figure.mantissa, bring->figure.places); break;
  case CCL_BRINGS_COMBINATION: take_combination(cells, state, bring->combination); break;
  case CCL_BRINGS_VALUE: take_value(cells, state, bring->value, 1); break;
  }
  state->known++;
}

/* ---- In one go ---- */

uint32_t ccl_cells_state(ccl_cells *cells, uint32_t span, uint32_t group) {
  return (uint32_t)(state_at(cells, span, group) - cells->states.items);
}

void ccl_cells_add_rows(ccl_cells *cells, uint32_t state, uint64_t rows) {
  cells->states.items[state].rows += rows;
}

void ccl_cells_add_sum(ccl_cells *cells, uint32_t state, ccl_i128 sum, int32_t places) {
  if (sum != 0)
    add_wide(&cells->states.items[state], sum, places);
}

void ccl_cells_add_value(ccl_cells *cells, uint32_t state, ccl_value value, uint64_t times) {
  take_value(cells, &cells->states.items[state], value, times);
  cells->states.items[state].known += times;
}

void ccl_cells_add_distinct(ccl_cells *cells, uint32_t state, ccl_value value) {
  if (cells->distinct) {
    cells->pack.len = 0;
    ccl_pack_value(&cells->pack, value);
    ccl_distinct_add(cells->distinct, state, ccl_pack_str(&cells->pack));
    return;
  }
  take_combination(cells, &cells->states.items[state], ccl_cells_combination(cells, &value, 1));
  ccl_cells_relieve(cells);
}
