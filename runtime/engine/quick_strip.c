/* SPDX-License-Identifier: Apache-2.0 */
/* One strip of rows: values of tables, conditions and figures, column by column; then the tallies. */
#include "engine/quick.h"

#include <string.h>

enum { NO = 0, YES = 1, DOUBTFUL = 2 };

static void *grown(void *items, size_t count, size_t size) {
  size_t cap = 0;
  return ccl_plain_grow(items, &cap, count, size);
}

/* ---- A thread's rooms ---- */

static void *zeroed(size_t count, size_t size) {
  void *room = grown(NULL, count > 0 ? count : 1, size);
  memset(room, 0, (count > 0 ? count : 1) * size);
  return room;
}

void ccl_quick_thread_init(ccl_quick_thread *thread, const ccl_quick *quick) {
  enum { MOST_REGISTERS = 64 };
  size_t tables = quick->tables.len, conditions = quick->conditions.len;
  const ccl_activity *activity = quick->activity;
  *thread = (ccl_quick_thread){ .quick = quick, .register_count = MOST_REGISTERS };
  thread->lanes = zeroed(activity->data_count, sizeof *thread->lanes);
  thread->own = zeroed(tables, sizeof *thread->own);
  thread->own_len = zeroed(tables, sizeof *thread->own_len);
  thread->own_cap = zeroed(tables, sizeof *thread->own_cap);
  thread->own_need = zeroed(tables, sizeof *thread->own_need);
  thread->combinations = zeroed(tables, sizeof *thread->combinations);
  thread->codes = zeroed(tables, sizeof *thread->codes);
  thread->held = zeroed(conditions, sizeof *thread->held);
  thread->tallies = zeroed(quick->classes.len, sizeof *thread->tallies);
  thread->registers = zeroed(MOST_REGISTERS, sizeof *thread->registers);
  thread->presence = zeroed(MOST_REGISTERS, sizeof *thread->presence);
  thread->groups = grown(NULL, CCL_STRIP_ROWS, sizeof *thread->groups);
  thread->kept = zeroed(quick->selections.len, sizeof *thread->kept);
  thread->kept_counts = zeroed(quick->selections.len, sizeof *thread->kept_counts);
  for (size_t i = 0; i < quick->selections.len; i++)
    thread->kept[i] = grown(NULL, CCL_STRIP_ROWS, 1);
  thread->strip.doubt = zeroed(CCL_STRIP_ROWS, 1);
  for (size_t i = 0; i < tables; i++) {
    const ccl_quick_table *table = &quick->tables.items[i];
    thread->codes[i] = grown(NULL, CCL_STRIP_ROWS, sizeof **thread->codes);
    if (table->lane_count > 1)
      thread->combinations[i] = zeroed(table->lane_count - 1, sizeof **thread->combinations);
  }
  for (size_t i = 0; i < conditions; i++)
    thread->held[i] = grown(NULL, CCL_STRIP_ROWS, 1);
  for (size_t i = 0; i < quick->classes.len; i++)
    thread->tallies[i].levels = zeroed(quick->classes.items[i].key_count, sizeof *thread->tallies[i].levels);
  for (uint32_t f = 0; f < activity->data_count; f++) {
    ccl_lane *lane = &thread->lanes[f];
    if (!ccl_lane_init(lane, quick->plan, activity, f, quick->dates[f]))
      thread->gave_up = true;
    lane->used = quick->used[f];
    lane->has_instants = quick->instants[f];
    lane->is_key = f == activity->key;
  }
}

static void free_tally(ccl_quick_tally *tally, size_t levels) {
  for (size_t i = 0; i < levels; i++)
    ccl_quick_pairs_free(&tally->levels[i]);
  ccl_plain_free(tally->levels);
  ccl_plain_free(tally->rows);
  ccl_plain_free(tally->sums);
  for (size_t p = 0; p <= CCL_FIGURE_PLACES; p++)
    ccl_plain_free(tally->wide[p]);
  ccl_plain_free(tally->extremes);
  ccl_plain_free(tally->has_extreme);
  ccl_plain_free(tally->counts.groups);
  ccl_plain_free(tally->counts.values);
  ccl_plain_free(tally->counts.counts);
  ccl_plain_free(tally->small);
}

void ccl_quick_thread_free(ccl_quick_thread *thread) {
  const ccl_quick *quick = thread->quick;
  for (size_t i = 0; i < quick->tables.len; i++) {
    for (size_t k = 0; thread->combinations[i] && k + 1 < quick->tables.items[i].lane_count; k++)
      ccl_quick_pairs_free(&thread->combinations[i][k]);
    ccl_plain_free(thread->combinations[i]);
    ccl_plain_free(thread->own[i]);
    ccl_plain_free(thread->codes[i]);
  }
  for (size_t i = 0; i < quick->conditions.len; i++)
    ccl_plain_free(thread->held[i]);
  for (size_t i = 0; i < quick->selections.len; i++)
    ccl_plain_free(thread->kept[i]);
  for (size_t i = 0; i < quick->classes.len; i++)
    free_tally(&thread->tallies[i], quick->classes.items[i].key_count);
  for (size_t i = 0; i < thread->register_count; i++) {
    ccl_plain_free(thread->registers[i]);
    ccl_plain_free(thread->presence[i]);
  }
  for (size_t f = 0; f < quick->activity->data_count; f++)
    ccl_lane_free(&thread->lanes[f]);
  ccl_csv_close(&thread->strip.csv);
  void *rooms[] = { thread->lanes,    thread->own,          thread->own_len,     thread->own_cap,
                    thread->own_need, thread->combinations, thread->codes,       thread->held,
                    thread->tallies,  thread->registers,    thread->presence,    thread->groups,
                    thread->kept,     thread->day_rows,     thread->strip.doubt, thread->kept_counts };
  for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
    ccl_plain_free(rooms[i]);
}

/* ---- Pairs ---- */

uint32_t ccl_quick_pair(ccl_quick_pairs *pairs, uint32_t left, uint32_t right) {
  uint32_t *place = ccl_pairs_put(&pairs->map, left, right);
  if (*place == 0) {
    pairs->lefts = ccl_plain_grow(pairs->lefts, &pairs->left_cap, pairs->len + 1, sizeof *pairs->lefts);
    pairs->rights = ccl_plain_grow(pairs->rights, &pairs->right_cap, pairs->len + 1, sizeof *pairs->rights);
    pairs->lefts[pairs->len] = left;
    pairs->rights[pairs->len] = right;
    *place = (uint32_t)++pairs->len;
  }
  return *place - 1;
}

void ccl_quick_pairs_free(ccl_quick_pairs *pairs) {
  ccl_pairs_free(&pairs->map);
  ccl_plain_free(pairs->lefts);
  ccl_plain_free(pairs->rights);
}

/* ---- Tables ---- */

/* Numbers of the combinations of codes that the rows have. */
static uint32_t *combine(ccl_quick_thread *thread, size_t index) {
  const ccl_quick_table *table = &thread->quick->tables.items[index];
  uint32_t *out = thread->codes[index];
  const uint32_t *left = thread->lanes[table->lanes[0]].codes;
  for (size_t i = 1; i < table->lane_count; i++) {
    ccl_quick_pairs *pairs = &thread->combinations[index][i - 1];
    const uint32_t *right = thread->lanes[table->lanes[i]].codes;
    for (size_t row = 0; row < thread->strip.rows; row++)
      out[row] = ccl_quick_pair(pairs, left[row], right[row]);
    left = out;
    thread->own_need[index] = pairs->len;
  }
  return out;
}

static void look_up(ccl_quick_thread *thread, size_t index) {
  const ccl_quick_table *table = &thread->quick->tables.items[index];
  uint32_t *out = thread->codes[index];
  size_t rows = thread->strip.rows;
  const uint32_t *codes, *values = table->shared;
  if (table->lane_count == 1) {
    codes = thread->lanes[table->lanes[0]].codes;
    thread->own_need[index] = thread->lanes[table->lanes[0]].dictionary.len + 1;
  } else {
    codes = combine(thread, index);
  }
  if (!values) {
    if (thread->own_need[index] > thread->own_len[index])
      thread->asks.fill(thread->asks.self, thread, (uint32_t)index);
    values = thread->own[index];
  }
  CCL_UNROLL
  for (size_t row = 0; row < rows; row++)
    out[row] = values[codes[row]];
}

/* ---- Figures ---- */

/* A register; NULL when the expression has too many. */
static int64_t *take_register(ccl_quick_thread *thread, uint8_t **presence) {
  size_t number = thread->registers_used++;
  if (number >= thread->register_count)
    return NULL;
  if (!thread->registers[number]) {
    /* Odd multiples of a cache line: registers do not fall into the same sets. */
    thread->registers[number] = grown(NULL, CCL_STRIP_ROWS + 8, sizeof **thread->registers);
    thread->presence[number] = grown(NULL, CCL_STRIP_ROWS + 64, 1);
  }
  *presence = thread->presence[number];
  return thread->registers[number];
}

enum { LARGEST_BIT = 61 };

static bool is_large(uint64_t magnitude) {
  return magnitude >> LARGEST_BIT != 0;
}

/* Gives figures more decimals; false: they may not fit. */
static bool rescale(ccl_quick_thread *thread, ccl_quick_figures *figures, int32_t places) {
  if (figures->places == places)
    return true;
  uint8_t *presence;
  int64_t power = ccl_power_of_ten(places - figures->places), *out = take_register(thread, &presence);
  if (!out || __builtin_mul_overflow(figures->magnitude, (uint64_t)power, &figures->magnitude) ||
      is_large(figures->magnitude))
    return false;
  for (size_t row = 0; row < thread->strip.rows; row++)
    out[row] = figures->values[row] * power;
  figures->values = out;
  figures->places = places;
  return true;
}

static const uint8_t *both_present(size_t rows, const uint8_t *a, const uint8_t *b, uint8_t *room) {
  if (!a || !b)
    return a ? a : b;
  for (size_t row = 0; row < rows; row++)
    room[row] = a[row] & b[row];
  return room;
}

static bool combine_figures(ccl_quick_thread *thread, ccl_op op, bool inverse, ccl_quick_figures *left,
                            ccl_quick_figures right) {
  size_t rows = thread->strip.rows;
  if (op == CCL_OP_SUM) {
    int32_t places = left->places > right.places ? left->places : right.places;
    if (!rescale(thread, left, places) || !rescale(thread, &right, places))
      return false;
  }
  uint8_t *presence;
  int64_t *out = take_register(thread, &presence);
  if (!out)
    return false;
  if (op == CCL_OP_SUM) {
    left->magnitude += right.magnitude;
    for (size_t row = 0; row < rows; row++)
      out[row] = inverse ? left->values[row] - right.values[row] : left->values[row] + right.values[row];
  } else {
    if (__builtin_mul_overflow(left->magnitude, right.magnitude, &left->magnitude) || is_large(left->magnitude))
      return false;
    for (size_t row = 0; row < rows; row++)
      out[row] = left->values[row] * right.values[row];
    left->places += right.places;
  }
  left->present = both_present(rows, left->present, right.present, presence);
  left->values = out;
  return left->places <= CCL_FIGURE_PLACES && !is_large(left->magnitude);
}

static bool constant_figures(ccl_quick_thread *thread, const ccl_expr *expr, ccl_quick_figures *out) {
  uint8_t *presence;
  int64_t *values = take_register(thread, &presence);
  ccl_rat number = expr->constant.as.number;
  int64_t mantissa = 0;
  int32_t places = 0;
  while (places < CCL_FIGURE_PLACES && ccl_power_of_ten(places) % number.den != 0)
    places++;
  if (!values || ccl_power_of_ten(places) % number.den != 0 ||
      __builtin_mul_overflow(number.num, ccl_power_of_ten(places) / number.den, &mantissa))
    return false;
  for (size_t row = 0; row < thread->strip.rows; row++)
    values[row] = mantissa;
  uint64_t magnitude = mantissa < 0 ? -(uint64_t)mantissa : (uint64_t)mantissa;
  *out = (ccl_quick_figures){ values, places, magnitude, NULL };
  return !is_large(magnitude);
}

bool ccl_quick_figures_of(ccl_quick_thread *thread, const ccl_expr *expr, ccl_quick_figures *out) {
  const ccl_activity *activity = thread->quick->activity;
  while (expr->op == CCL_OP_FIELD && expr->index >= activity->data_count)
    expr = activity->fields[expr->index].derive;
  if (expr->op == CCL_OP_CONSTANT)
    return constant_figures(thread, expr, out);
  if (expr->op == CCL_OP_FIELD) {
    const ccl_lane *lane = &thread->lanes[expr->index];
    *out = (ccl_quick_figures){ lane->wide, lane->places, lane->magnitude, lane->all_present ? NULL : lane->present };
    return !is_large(lane->magnitude);
  }
  if (!ccl_quick_figures_of(thread, expr->args[0], out))
    return false;
  if (expr->op == CCL_OP_NEGATE || (expr->op == CCL_OP_SUM && expr->inverse && expr->inverse[0])) {
    uint8_t *presence;
    int64_t *values = take_register(thread, &presence);
    if (!values)
      return false;
    for (size_t row = 0; row < thread->strip.rows; row++)
      values[row] = -out->values[row];
    out->values = values;
  }
  for (size_t i = 1; i < expr->arg_count; i++) {
    ccl_quick_figures next;
    if (!ccl_quick_figures_of(thread, expr->args[i], &next) ||
        !combine_figures(thread, expr->op, expr->inverse && expr->inverse[i], out, next))
      return false;
  }
  return true;
}

/* ---- Conditions ---- */

static void note_within(uint8_t *out, const int64_t *values, int64_t low, int64_t high, size_t rows) {
  uint64_t from = (uint64_t)low, range = (uint64_t)high - from;
  CCL_UNROLL
  for (size_t row = 0; row < rows; row++)
    out[row] |= (uint64_t)values[row] - from <= range;
}

static bool within(ccl_quick_thread *thread, const ccl_quick_condition *condition, uint8_t *out) {
  ccl_quick_figures f;
  thread->registers_used = 0;
  if (!ccl_quick_figures_of(thread, condition->left, &f))
    return false;
  size_t rows = thread->strip.rows;
  for (size_t i = 0; i < condition->limits.len; i++) {
    int64_t low = condition->limits.items[i].low[f.places], high = condition->limits.items[i].high[f.places];
    if (i == 0)
      memset(out, NO, rows);
    if (low <= high)
      note_within(out, f.values, low, high, rows);
  }
  if (condition->limits.len == 0)
    memset(out, NO, rows);
  if (condition->inverted)
    for (size_t row = 0; row < rows; row++)
      out[row] ^= 1;
  if (f.present)
    for (size_t row = 0; row < rows; row++)
      out[row] &= f.present[row];
  return true;
}

static bool order_holds(ccl_comparison comparison, int64_t a, int64_t b) {
  switch (comparison) {
  case CCL_EQ: return a == b;
  case CCL_NE: return a != b;
  case CCL_LT: return a < b;
  case CCL_LE: return a <= b;
  case CCL_GT: return a > b;
  case CCL_GE: return a >= b;
  }
  return false;
}

static bool compare(ccl_quick_thread *thread, const ccl_quick_condition *condition, uint8_t *out) {
  ccl_quick_figures a, b;
  thread->registers_used = 0;
  if (!ccl_quick_figures_of(thread, condition->left, &a) || !ccl_quick_figures_of(thread, condition->right, &b))
    return false;
  int32_t places = a.places > b.places ? a.places : b.places;
  if (!rescale(thread, &a, places) || !rescale(thread, &b, places))
    return false;
  for (size_t row = 0; row < thread->strip.rows; row++)
    out[row] = order_holds(condition->comparison, a.values[row], b.values[row]) && (!a.present || a.present[row]) &&
               (!b.present || b.present[row]);
  return true;
}

static bool known(ccl_quick_thread *thread, const ccl_quick_condition *condition, uint8_t *out) {
  ccl_quick_figures f;
  thread->registers_used = 0;
  if (!ccl_quick_figures_of(thread, condition->left, &f))
    return false;
  if (f.present)
    memcpy(out, f.present, thread->strip.rows);
  else
    memset(out, YES, thread->strip.rows);
  return true;
}

/* From left to right: `and` is decided by the first that is not yes, `or` by the first that is not no. */
static void chain(ccl_quick_thread *thread, const ccl_quick_condition *condition, uint8_t *out, uint8_t goes_on) {
  size_t rows = thread->strip.rows;
  memset(out, goes_on, rows);
  for (size_t i = 0; i < condition->arg_count; i++) {
    const uint8_t *next = thread->held[condition->args[i]];
    for (size_t row = 0; row < rows; row++) {
      uint8_t taken = out[row], keeps = (uint8_t) - (taken != goes_on);
      out[row] = (uint8_t)((taken & keeps) | (next[row] & ~keeps));
    }
  }
}

static bool decide(ccl_quick_thread *thread, size_t index) {
  const ccl_quick_condition *condition = &thread->quick->conditions.items[index];
  uint8_t *out = thread->held[index];
  size_t rows = thread->strip.rows;
  switch (condition->op) {
  case CCL_QUICK_CONSTANT: memset(out, (int)condition->truth, rows); return true;
  case CCL_QUICK_TABLE: {
    const uint32_t *values = thread->codes[condition->table];
    for (size_t row = 0; row < rows; row++)
      out[row] = (uint8_t)(values[row] > DOUBTFUL ? DOUBTFUL : values[row]);
    return true;
  }
  case CCL_QUICK_WITHIN: return within(thread, condition, out);
  case CCL_QUICK_COMPARE: return compare(thread, condition, out);
  case CCL_QUICK_KNOWN: return known(thread, condition, out);
  case CCL_QUICK_AND: chain(thread, condition, out, YES); return true;
  case CCL_QUICK_OR: chain(thread, condition, out, NO); return true;
  case CCL_QUICK_NOT: {
    const uint8_t *of = thread->held[condition->args[0]];
    for (size_t row = 0; row < rows; row++)
      out[row] = of[row] == DOUBTFUL ? DOUBTFUL : of[row] ^ 1;
    return true;
  }
  }
  return false;
}

/* ---- Doubts ---- */

static void doubt_all(ccl_quick_thread *thread) {
  memset(thread->strip.doubt, 1, thread->strip.rows);
  thread->strip.any_doubt = true;
}

/* Rows of which a condition is not known. */
static void note_conditions(ccl_quick_thread *thread, const ccl_quick_selection *selection) {
  size_t rows = thread->strip.rows;
  uint8_t *doubt = thread->strip.doubt;
  for (size_t i = 0; i < selection->condition_count; i++) {
    const uint8_t *held = thread->held[selection->conditions[i]];
    uint8_t seen = 0;
    for (size_t row = 0; row < rows; row++)
      seen |= held[row];
    if ((seen & DOUBTFUL) == 0)
      continue;
    for (size_t row = 0; row < rows; row++)
      doubt[row] |= held[row] >> 1;
    thread->strip.any_doubt = true;
  }
}

/* Rows of which a key is not known. A missing key of a group is an error, unless the row is not counted at all: the
 * ordinary way decides. A row outside all spans is simply not there. */
static void note_key(ccl_quick_thread *thread, const ccl_quick_key *key, bool counted) {
  size_t rows = thread->strip.rows;
  uint8_t *doubt = thread->strip.doubt;
  if (key->is_lane) {
    const ccl_lane *lane = &thread->lanes[key->index];
    if (counted || lane->all_present)
      return;
    for (size_t row = 0; row < rows; row++)
      doubt[row] |= lane->codes[row] == lane->missing_code;
    thread->strip.any_doubt = true;
    return;
  }
  if (thread->quick->tables.items[key->index].kind == CCL_QUICK_SPAN)
    return;
  /* No number of a key is so large that it has the first bit, which both marks have. */
  const uint32_t *codes = thread->codes[key->index];
  uint32_t seen = 0, from = counted ? CCL_QUICK_DOUBT : CCL_QUICK_MISSING;
  for (size_t row = 0; row < rows; row++)
    seen |= codes[row];
  if (seen >> 31 == 0)
    return;
  for (size_t row = 0; row < rows; row++)
    doubt[row] |= codes[row] >= from;
  thread->strip.any_doubt = true;
}

static void note_keys(ccl_quick_thread *thread, const ccl_quick_class *class) {
  for (size_t i = 0; i < class->key_count; i++)
    note_key(thread, &class->keys[i], false);
  if (class->class->query->kind == CCL_QUERY_DISTINCT && !class->figure)
    note_key(thread, &class->counted, true);
}

/* An end before its start. */
static void note_inverted(ccl_quick_thread *thread) {
  const ccl_activity *activity = thread->quick->activity;
  if (activity->until == CCL_NONE || activity->until >= activity->data_count)
    return;
  const ccl_lane *from = &thread->lanes[activity->dated_by], *to = &thread->lanes[activity->until];
  for (size_t row = 0; row < thread->strip.rows; row++)
    if (from->present[row] && to->present[row] && to->wide[row] < from->wide[row]) {
      thread->strip.doubt[row] = 1;
      thread->strip.any_doubt = true;
    }
}

/* Rows by the slot of their day. */
static void count_days(ccl_quick_thread *thread) {
  const ccl_lane *own = &thread->lanes[thread->quick->activity->dated_by];
  size_t need = ((size_t)own->most_number + 1) * own->dates->slots, old = thread->day_len;
  if (need > old) {
    thread->day_rows = ccl_plain_grow(thread->day_rows, &thread->day_cap, need, sizeof *thread->day_rows);
    memset(thread->day_rows + old, 0, (need - old) * sizeof *thread->day_rows);
    thread->day_len = need;
  }
  uint64_t *counts = thread->day_rows;
  const uint32_t *codes = own->codes;
  const uint8_t *doubt = thread->strip.doubt;
  size_t rows = thread->strip.rows;
  if (!thread->strip.any_doubt) {
    CCL_UNROLL
    for (size_t row = 0; row < rows; row++)
      counts[codes[row]]++;
    return;
  }
  for (size_t row = 0; row < rows; row++)
    counts[codes[row]] += !doubt[row];
}

/* Distinct values that are too many for one thread go where they are counted. */
static void relieve(ccl_quick_thread *thread) {
  enum { MANY = 1 << 16 };
  const ccl_quick *quick = thread->quick;
  bool many = false;
  for (size_t f = 0; f < quick->activity->data_count; f++)
    many = many || (quick->counted[f] && thread->lanes[f].dictionary.len > MANY);
  for (size_t i = 0; i < quick->classes.len; i++)
    many = many || (quick->classes.items[i].class->query->kind == CCL_QUERY_DISTINCT &&
                    quick->classes.items[i].figure && thread->tallies[i].counts.len > MANY);
  if (many)
    thread->asks.relieve(thread->asks.self, thread);
}

void ccl_quick_strip(ccl_quick_thread *thread) {
  const ccl_quick *quick = thread->quick;
  bool good = true;
  note_inverted(thread);
  for (size_t i = 0; i < quick->tables.len; i++)
    look_up(thread, i);
  for (size_t i = 0; i < quick->conditions.len && good; i++)
    good = decide(thread, i);
  if (!good) {
    doubt_all(thread);
    return;
  }
  for (size_t i = 0; i < quick->selections.len; i++)
    note_conditions(thread, &quick->selections.items[i]);
  for (size_t i = 0; i < quick->classes.len; i++)
    note_keys(thread, &quick->classes.items[i]);
  for (size_t i = 0; i < quick->selections.len; i++)
    ccl_quick_select(thread, i);
  for (size_t i = 0; i < quick->classes.len; i++)
    ccl_quick_tally_strip(thread, i);
  count_days(thread);
  relieve(thread);
}
