/* SPDX-License-Identifier: Apache-2.0 */
/* What a class gathers of strips, in whole numbers; and how it is added to the class's cells. */
#include <string.h>

#include "base/limits.h"
#include "engine/quick.h"

enum { LARGEST_BIT = 62 };

/* ---- Which rows, which groups ---- */

/* Bytes of 0 and 1 added up. */
static uint32_t count_ones(const uint8_t *bytes, size_t count) {
  enum { WORDS = CCL_STRIP_ROWS / 8 }; /* so many bytes of 1 fit into a byte */
  const uint64_t low = UINT64_C(0x00FF00FF00FF00FF);
  uint64_t sums = 0;
  uint32_t total = 0;
  size_t whole = count / 8;
  for (size_t i = 0; i < whole; i++) {
    uint64_t word;
    memcpy(&word, bytes + 8 * i, sizeof word);
    sums += word;
  }
  sums = (sums & low) + (sums >> 8 & low);
  total = (uint32_t)(sums * UINT64_C(0x0001000100010001) >> 48);
  for (size_t i = 8 * whole; i < count; i++)
    total += bytes[i];
  _Static_assert(WORDS < 256, "sums of bytes overflow");
  return total;
}

void ccl_quick_select(ccl_quick_thread *thread, size_t index) {
  const ccl_quick_selection *selection = &thread->quick->selections.items[index];
  size_t rows = thread->strip.rows;
  uint8_t *kept = thread->kept[index];
  const uint32_t *spans = thread->codes[selection->spans];
  for (size_t row = 0; row < rows; row++)
    kept[row] = spans[row] < CCL_QUICK_MISSING;
  if (thread->strip.any_doubt)
    for (size_t row = 0; row < rows; row++)
      kept[row] &= thread->strip.doubt[row] ^ 1;
  for (size_t i = 0; i < selection->condition_count; i++) {
    const uint8_t *held = thread->held[selection->conditions[i]];
    for (size_t row = 0; row < rows; row++)
      kept[row] &= held[row] & 1;
  }
  thread->kept_counts[index] = count_ones(kept, rows);
}

static const uint32_t *key_codes(const ccl_quick_thread *thread, const ccl_quick_key *key) {
  return key->is_lane ? thread->lanes[key->index].codes : thread->codes[key->index];
}

/* Numbers of dense groups: of rows that are not kept 0. */
static void number_dense(const ccl_quick_thread *thread, const ccl_quick_class *class, const uint8_t *kept, bool all,
                         uint32_t *groups) {
  size_t rows = thread->strip.rows;
  for (size_t i = 0; i < class->key_count; i++) {
    const uint32_t *codes = key_codes(thread, &class->keys[i]);
    uint32_t bound = class->keys[i].bound;
    if (i == 0)
      memcpy(groups, codes, rows * sizeof *groups);
    else
      for (size_t row = 0; row < rows; row++)
        groups[row] = groups[row] * bound + codes[row];
  }
  for (size_t row = 0; !all && row < rows; row++)
    groups[row] &= -(uint32_t)kept[row];
}

/* Numbers of the groups of the rows that are kept, 0 for the others; how many groups there may be. */
static size_t group(const ccl_quick_thread *thread, const ccl_quick_class *class, ccl_quick_tally *tally,
                    const uint8_t *kept, bool all, uint32_t *groups) {
  size_t rows = thread->strip.rows;
  if (class->key_count == 0)
    return 1;
  if (class->dense > 0) {
    number_dense(thread, class, kept, all, groups);
    return class->dense;
  }
  memset(groups, 0, rows * sizeof *groups);
  for (size_t row = 0; row < rows; row++) {
    uint32_t number = 0;
    for (size_t i = 0; kept[row] && i < class->key_count; i++)
      number = ccl_quick_pair(&tally->levels[i], number, key_codes(thread, &class->keys[i])[row]);
    groups[row] = number;
  }
  return tally->levels[class->key_count - 1].len;
}

static void make_room(ccl_quick_tally *tally, size_t groups) {
  if (groups <= tally->room)
    return;
  size_t old = tally->room;
  tally->rows = ccl_plain_grow(tally->rows, &tally->row_cap, groups, sizeof *tally->rows);
  tally->sums = ccl_plain_grow(tally->sums, &tally->sum_cap, groups, sizeof *tally->sums);
  tally->extremes = ccl_plain_grow(tally->extremes, &tally->extreme_cap, groups, sizeof *tally->extremes);
  tally->has_extreme = ccl_plain_grow(tally->has_extreme, &tally->has_extreme_cap, groups, 1);
  tally->room = groups;
  memset(tally->rows + old, 0, (groups - old) * sizeof *tally->rows);
  memset(tally->sums + old, 0, (groups - old) * sizeof *tally->sums);
  memset(tally->has_extreme + old, 0, groups - old);
}

/* ---- Sums ---- */

static ccl_i128 *wide_sums(ccl_quick_tally *tally, int32_t places) {
  size_t old = tally->wide_len[places];
  if (old < tally->room) {
    tally->wide[places] =
        ccl_plain_grow(tally->wide[places], &tally->wide_cap[places], tally->room, sizeof *tally->wide[places]);
    memset(tally->wide[places] + old, 0, (tally->room - old) * sizeof *tally->wide[places]);
    tally->wide_len[places] = tally->room;
  }
  return tally->wide[places];
}

/* Sums of 64 bits into those of 128. */
static void widen(ccl_quick_tally *tally) {
  if (tally->largest == 0)
    return;
  ccl_i128 *wide = wide_sums(tally, tally->places);
  for (size_t g = 0; g < tally->room; g++) {
    wide[g] += tally->sums[g];
    tally->sums[g] = 0;
  }
  tally->largest = 0;
}

/* Rows that one class takes of a strip, and their groups. */
typedef struct taken {
  const uint8_t *kept;
  const uint32_t *groups;
  size_t rows; /* of the strip */
  uint32_t count; /* of those kept */
  bool grouped;
} taken;

/* So that sums of 64 bits cannot overflow. False: not even those of one strip. */
static bool prepare_sums(ccl_quick_tally *tally, const ccl_quick_figures *figures, size_t rows) {
  if (figures->places != tally->places)
    widen(tally);
  tally->places = figures->places;
  uint64_t most;
  if (__builtin_mul_overflow(figures->magnitude, (uint64_t)rows, &most) || most >> LARGEST_BIT != 0)
    return false;
  if ((tally->largest + most) >> LARGEST_BIT != 0)
    widen(tally);
  tally->largest += most;
  return true;
}

static void sum_widely(ccl_quick_tally *tally, taken t, const ccl_quick_figures *figures) {
  ccl_i128 *wide = wide_sums(tally, figures->places);
  for (size_t row = 0; row < t.rows; row++)
    if (t.kept[row] && (!figures->present || figures->present[row]))
      wide[t.grouped ? t.groups[row] : 0] += figures->values[row];
}

static void sum(ccl_quick_tally *tally, taken t, const ccl_quick_figures *figures) {
  if (!prepare_sums(tally, figures, t.rows)) {
    sum_widely(tally, t, figures);
    return;
  }
  const int64_t *values = figures->values;
  const uint32_t *groups = t.groups;
  int64_t *sums = tally->sums;
  if (figures->present) {
    for (size_t row = 0; row < t.rows; row++)
      sums[t.grouped ? groups[row] : 0] += values[row] & -(int64_t)(t.kept[row] & figures->present[row]);
  } else if (t.grouped && t.count == t.rows) {
    CCL_UNROLL
    for (size_t row = 0; row < t.rows; row++)
      sums[groups[row]] += values[row];
  } else if (t.grouped) {
    CCL_UNROLL
    for (size_t row = 0; row < t.rows; row++)
      sums[groups[row]] += values[row] & -(int64_t)t.kept[row];
  } else {
    int64_t total = 0;
    for (size_t row = 0; row < t.rows; row++)
      total += values[row] & -(int64_t)t.kept[row];
    sums[0] += total;
  }
}

/* ---- Counts of values ---- */

static size_t count_slot(const struct ccl_quick_counts *counts, uint64_t group, int64_t value) {
  uint64_t hash = (group * UINT64_C(0xD1B54A32D192ED03) ^ (uint64_t)value) * UINT64_C(0x9E3779B97F4A7C15);
  size_t mask = counts->slot_count - 1, slot = (size_t)(hash ^ hash >> 32) & mask;
  while (counts->counts[slot] != 0 && (counts->groups[slot] != group || counts->values[slot] != value))
    slot = (slot + 1) & mask;
  return slot;
}

static void add_count(struct ccl_quick_counts *counts, uint64_t group, int64_t value, uint64_t times);

static void free_counts(struct ccl_quick_counts *counts) {
  ccl_plain_free(counts->groups);
  ccl_plain_free(counts->values);
  ccl_plain_free(counts->counts);
}

/* The same counts with more room, values × factor. */
static void remake_counts(struct ccl_quick_counts *counts, size_t slots, int64_t factor) {
  struct ccl_quick_counts old = *counts;
  *counts = (struct ccl_quick_counts){ .slot_count = slots };
  counts->groups = ccl_plain_grow(NULL, &counts->group_cap, slots, sizeof *counts->groups);
  counts->values = ccl_plain_grow(NULL, &counts->value_cap, slots, sizeof *counts->values);
  counts->counts = ccl_plain_grow(NULL, &counts->count_cap, slots, sizeof *counts->counts);
  memset(counts->counts, 0, slots * sizeof *counts->counts);
  for (size_t i = 0; i < old.slot_count; i++)
    if (old.counts[i] != 0)
      add_count(counts, old.groups[i], old.values[i] * factor, old.counts[i]);
  free_counts(&old);
}

static void add_count(struct ccl_quick_counts *counts, uint64_t group, int64_t value, uint64_t times) {
  enum { FIRST_SLOTS = 256 };
  if (counts->len + 1 > counts->slot_count / 2)
    remake_counts(counts, counts->slot_count > 0 ? counts->slot_count * 2 : FIRST_SLOTS, 1);
  size_t slot = count_slot(counts, group, value);
  if (counts->counts[slot] == 0) {
    counts->groups[slot] = group;
    counts->values[slot] = value;
    counts->len++;
  }
  counts->counts[slot] += times;
}

static uint32_t *small_counts(ccl_quick_tally *tally) {
  if (!tally->small) {
    tally->small = ccl_plain_grow(NULL, &tally->small_cap, CCL_QUICK_SMALL, sizeof *tally->small);
    memset(tally->small, 0, CCL_QUICK_SMALL * sizeof *tally->small);
  }
  return tally->small;
}

/* The small counts join the others, so that they cannot overflow or may be given more decimals. */
static void move_small(ccl_quick_tally *tally) {
  for (size_t v = 0; tally->small && v < CCL_QUICK_SMALL; v++)
    if (tally->small[v] != 0) {
      add_count(&tally->counts, 0, (int64_t)v, tally->small[v]);
      tally->small[v] = 0;
    }
}

/* Values of one tally have one count of decimals. False: they do not fit. */
static bool align_values(ccl_quick_tally *tally, const ccl_quick_figures *figures, int64_t *factor, bool extremes) {
  *factor = 1;
  if (figures->places < tally->places) {
    *factor = ccl_power_of_ten(tally->places - figures->places);
    uint64_t most;
    return !__builtin_mul_overflow(figures->magnitude, (uint64_t)*factor, &most) && most >> LARGEST_BIT == 0;
  }
  if (figures->places > tally->places) {
    int64_t power = ccl_power_of_ten(figures->places - tally->places);
    move_small(tally);
    for (size_t i = 0; i < tally->counts.slot_count; i++)
      if (tally->counts.counts[i] != 0 && __builtin_mul_overflow(tally->counts.values[i], power, &(int64_t){ 0 }))
        return false;
    if (tally->counts.slot_count > 0)
      remake_counts(&tally->counts, tally->counts.slot_count, power);
    for (size_t g = 0; extremes && g < tally->room; g++)
      if (tally->has_extreme[g] && __builtin_mul_overflow(tally->extremes[g], power, &tally->extremes[g]))
        return false;
    tally->places = figures->places;
  }
  return true;
}

static bool are_small(const int64_t *values, size_t count) {
  uint64_t bits = 0;
  for (size_t row = 0; row < count; row++)
    bits |= (uint64_t)values[row];
  return bits < CCL_QUICK_SMALL;
}

static bool count_values(const ccl_quick_thread *thread, ccl_quick_tally *tally, taken t,
                         const ccl_quick_figures *figures) {
  int64_t factor;
  if (!align_values(tally, figures, &factor, false))
    return false;
  uint32_t *small = small_counts(tally);
  const uint8_t *present = figures->present;
  const int64_t *values = figures->values;
  if (thread->rows >> 31 != 0)
    move_small(tally);
  if (!t.grouped && !present && factor == 1 && are_small(values, t.rows)) {
    CCL_UNROLL
    for (size_t row = 0; row < t.rows; row++)
      small[values[row]] += t.kept[row];
    return true;
  }
  for (size_t row = 0; row < t.rows; row++) {
    int64_t value = values[row] * factor;
    uint8_t counts = t.kept[row] & (present ? present[row] : 1);
    if (!t.grouped && (uint64_t)value < CCL_QUICK_SMALL)
      small[value] += counts;
    else if (counts)
      add_count(&tally->counts, t.grouped ? t.groups[row] : 0, value, 1);
  }
  return true;
}

static bool find_extremes(ccl_quick_tally *tally, taken t, const ccl_quick_figures *figures, bool highest) {
  int64_t factor;
  if (!align_values(tally, figures, &factor, true))
    return false;
  for (size_t row = 0; row < t.rows; row++) {
    if (!t.kept[row] || (figures->present && !figures->present[row]))
      continue;
    size_t g = t.grouped ? t.groups[row] : 0;
    int64_t value = figures->values[row] * factor;
    if (!tally->has_extreme[g] || (highest ? value > tally->extremes[g] : value < tally->extremes[g]))
      tally->extremes[g] = value;
    tally->has_extreme[g] = 1;
  }
  return true;
}

static void count_codes(const ccl_quick_thread *thread, ccl_quick_tally *tally, taken t, const ccl_quick_key *counted) {
  const uint32_t *codes = key_codes(thread, counted);
  const ccl_lane *lane = counted->is_lane ? &thread->lanes[counted->index] : NULL;
  uint32_t missing = lane ? lane->missing_code : CCL_QUICK_MISSING;
  uint32_t *small = small_counts(tally);
  if (!t.grouped && lane && lane->dictionary.len > 0 && lane->dictionary.len < CCL_QUICK_SMALL) {
    /* No code of a text is larger than the dictionary is long. */
    CCL_UNROLL
    for (size_t row = 0; row < t.rows; row++)
      small[codes[row]] |= t.kept[row];
    small[missing] = 0;
    return;
  }
  for (size_t row = 0; row < t.rows; row++) {
    uint32_t code = codes[row], counts = t.kept[row] & (code != missing);
    if (!t.grouped && code < CCL_QUICK_SMALL)
      small[code] |= counts;
    else if (counts)
      add_count(&tally->counts, t.grouped ? t.groups[row] : 0, code, 1);
  }
}

/* ---- One strip ---- */

/* From the dated_by field to the until field. */
static bool durations(ccl_quick_thread *thread, ccl_quick_figures *out) {
  const ccl_activity *activity = thread->quick->activity;
  const ccl_lane *from = &thread->lanes[activity->dated_by], *to = &thread->lanes[activity->until];
  if (!thread->registers[0]) {
    size_t cap = 0;
    thread->registers[0] = ccl_plain_grow(NULL, &cap, CCL_STRIP_ROWS + 8, sizeof **thread->registers);
    cap = 0;
    thread->presence[0] = ccl_plain_grow(NULL, &cap, CCL_STRIP_ROWS + 64, 1);
  }
  uint64_t bits = 0;
  for (size_t row = 0; row < thread->strip.rows; row++) {
    uint8_t present = from->present[row] & to->present[row];
    int64_t length = present && !thread->strip.doubt[row] ? to->wide[row] - from->wide[row] : 0;
    thread->registers[0][row] = length;
    thread->presence[0][row] = present;
    bits |= (uint64_t)length;
  }
  *out = (ccl_quick_figures){ thread->registers[0], 0, bits, thread->presence[0] };
  return bits >> 61 == 0;
}

static bool tally_value(ccl_quick_thread *thread, const ccl_quick_class *class, ccl_quick_tally *tally, taken t) {
  ccl_quick_figures figures;
  thread->registers_used = 0;
  if (class->is_duration ? !durations(thread, &figures)
                         : class->figure && !ccl_quick_figures_of(thread, class->figure, &figures))
    return false;
  switch (class->class->query->kind) {
  case CCL_QUERY_SUM:
  case CCL_QUERY_DURATION: sum(tally, t, &figures); return true;
  case CCL_QUERY_MEDIAN:
  case CCL_QUERY_PERCENTILE: return count_values(thread, tally, t, &figures);
  case CCL_QUERY_LOWEST: return find_extremes(tally, t, &figures, false);
  case CCL_QUERY_HIGHEST: return find_extremes(tally, t, &figures, true);
  case CCL_QUERY_DISTINCT:
    if (class->figure)
      return count_values(thread, tally, t, &figures);
    count_codes(thread, tally, t, &class->counted);
    return true;
  case CCL_QUERY_COUNT:
  case CCL_QUERY_SHARE:
  case CCL_QUERY_AVERAGE: break;
  }
  return true;
}

static void count_rows(uint64_t *counts, taken t) {
  if (!t.grouped) {
    counts[0] += t.count;
  } else if (t.count == t.rows) {
    CCL_UNROLL
    for (size_t row = 0; row < t.rows; row++)
      counts[t.groups[row]]++;
  } else {
    CCL_UNROLL
    for (size_t row = 0; row < t.rows; row++)
      counts[t.groups[row]] += t.kept[row];
  }
}

void ccl_quick_tally_strip(ccl_quick_thread *thread, size_t index) {
  const ccl_quick_class *class = &thread->quick->classes.items[index];
  ccl_quick_tally *tally = &thread->tallies[index];
  taken t = { thread->kept[class->selection], thread->groups, thread->strip.rows, thread->kept_counts[class->selection],
              class->key_count > 0 };
  if (t.count == 0)
    return;
  size_t groups = group(thread, class, tally, t.kept, t.count == t.rows, thread->groups);
  if (groups > CCL_LIMIT_GROUPS * (class->class->span_count + 1)) {
    thread->gave_up = true;
    return;
  }
  make_room(tally, groups);
  count_rows(tally->rows, t);
  if (!tally_value(thread, class, tally, t))
    thread->gave_up = true;
}

/* ---- The end ---- */

/* The codes that a number of a group stands for. */
static void codes_of_group(const ccl_quick_class *class, const ccl_quick_tally *tally, uint32_t number,
                           uint32_t *codes) {
  for (size_t i = class->key_count; i-- > 0;) {
    if (class->dense > 0) {
      codes[i] = number % class->keys[i].bound;
      number /= class->keys[i].bound;
    } else {
      codes[i] = tally->levels[i].rights[number];
      number = tally->levels[i].lefts[number];
    }
  }
}

static ccl_value key_value(const ccl_quick_thread *thread, const ccl_quick_key *key, uint32_t code) {
  const ccl_quick *quick = thread->quick;
  if (key->is_lane)
    return ccl_quick_lane_value(quick, &thread->lanes[key->index], code);
  return quick->tables.items[key->index].keys.items[code];
}

/* The state of the class's cells that a group belongs to. */
static uint32_t state_of_group(const ccl_quick_thread *thread, const ccl_quick_class *class,
                               const ccl_quick_tally *tally, uint32_t number) {
  ccl_class *of = class->class;
  uint32_t *codes = ccl_new_array(uint32_t, class->key_count + 1);
  ccl_value *keys = ccl_new_array(ccl_value, of->first->dim_count + 1);
  codes_of_group(class, tally, number, codes);
  size_t first = of->span_count > 1 ? 1 : 0;
  for (size_t i = first; i < class->key_count; i++)
    keys[i - first] = key_value(thread, &class->keys[i], codes[i]);
  uint32_t group = of->first->dim_count > 0 ? ccl_cells_group(&of->cells, keys) : 0;
  return ccl_cells_state(&of->cells, first == 1 ? codes[0] : 0, group);
}

static ccl_value figure_value(int64_t mantissa, int32_t places) {
  return ccl_value_number(ccl_figure_rat((ccl_figure){ mantissa, places, CCL_RAT_ZERO }));
}

/* A value that came so often, or a code or figure that is counted once. */
static void merge_count(const ccl_quick_thread *thread, const ccl_quick_class *class, const ccl_quick_tally *tally,
                        uint32_t state, int64_t value, uint64_t times) {
  ccl_cells *cells = &class->class->cells;
  if (class->class->query->kind != CCL_QUERY_DISTINCT)
    ccl_cells_add_value(cells, state, figure_value(value, tally->places), times);
  else if (class->figure)
    ccl_cells_add_distinct(cells, state, figure_value(value, tally->places));
  else
    ccl_cells_add_distinct(cells, state, key_value(thread, &class->counted, (uint32_t)value));
}

/* The states of all groups that have rows; freed with ccl_plain_free. */
static uint32_t *states_of(const ccl_quick_thread *thread, const ccl_quick_class *class, const ccl_quick_tally *tally) {
  size_t cap = 0;
  uint32_t *states = ccl_plain_grow(NULL, &cap, tally->room + 1, sizeof *states);
  for (size_t g = 0; g < tally->room; g++)
    if (tally->rows[g] > 0)
      states[g] = state_of_group(thread, class, tally, (uint32_t)g);
  return states;
}

static void merge_counts(const ccl_quick_thread *thread, const ccl_quick_class *class, const ccl_quick_tally *tally,
                         const uint32_t *states) {
  for (uint32_t v = 0; tally->small && v < CCL_QUICK_SMALL; v++)
    if (tally->small[v] != 0)
      merge_count(thread, class, tally, states[0], v, tally->small[v]);
  for (size_t i = 0; i < tally->counts.slot_count; i++)
    if (tally->counts.counts[i] != 0)
      merge_count(thread, class, tally, states[tally->counts.groups[i]], tally->counts.values[i],
                  tally->counts.counts[i]);
}

static bool merge_class(const ccl_quick_thread *thread, const ccl_quick_class *class, ccl_quick_tally *tally) {
  ccl_cells *cells = &class->class->cells;
  bool adds = class->class->query->kind == CCL_QUERY_SUM || class->class->query->kind == CCL_QUERY_DURATION;
  if (adds)
    widen(tally);
  uint32_t *states = states_of(thread, class, tally);
  for (size_t g = 0; g < tally->room; g++) {
    if (tally->rows[g] == 0)
      continue;
    ccl_cells_add_rows(cells, states[g], tally->rows[g]);
    for (int32_t p = 0; adds && p <= CCL_FIGURE_PLACES; p++)
      if (g < tally->wide_len[p])
        ccl_cells_add_sum(cells, states[g], tally->wide[p][g], p);
    if (tally->has_extreme[g])
      ccl_cells_add_value(cells, states[g], figure_value(tally->extremes[g], tally->places), 1);
  }
  merge_counts(thread, class, tally, states);
  ccl_plain_free(states);
  return cells->keys.len <= CCL_LIMIT_GROUPS;
}

void ccl_quick_relieve(ccl_quick *quick, ccl_quick_thread *thread) {
  for (size_t i = 0; i < quick->classes.len; i++) {
    const ccl_quick_class *class = &quick->classes.items[i];
    ccl_quick_tally *tally = &thread->tallies[i];
    bool by_code = class->counted.is_lane && quick->counted[class->counted.index];
    if (class->class->query->kind != CCL_QUERY_DISTINCT || !(class->figure || by_code))
      continue;
    uint32_t *states = states_of(thread, class, tally);
    merge_counts(thread, class, tally, states);
    ccl_plain_free(states);
    free_counts(&tally->counts);
    tally->counts = (struct ccl_quick_counts){ 0 };
    if (tally->small)
      memset(tally->small, 0, CCL_QUICK_SMALL * sizeof *tally->small);
  }
  for (size_t f = 0; f < quick->activity->data_count; f++)
    if (quick->counted[f])
      ccl_dictionary_free(&thread->lanes[f].dictionary);
}

bool ccl_quick_merge(ccl_quick *quick, ccl_quick_thread *thread, ccl_day_counts *counts) {
  for (size_t i = 0; i < quick->classes.len; i++)
    if (!merge_class(thread, &quick->classes.items[i], &thread->tallies[i]))
      return false;
  const ccl_dates *dates = quick->dates[quick->activity->dated_by];
  for (size_t code = dates->slots; counts && code < thread->day_len; code++)
    if (thread->day_rows[code] > 0)
      ccl_day_counts_add_many(counts, dates->days[code], thread->day_rows[code]);
  return true;
}
