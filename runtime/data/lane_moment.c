/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates and times. A date that was seen before, with what follows the time of day, is found by its bytes; only the time
 * of day is read. Any other cell is read by data/moment.h, and its spelling remembered.
 */
#include <string.h>

#include "data/lane.h"

enum { DATE_BYTES = 10, TIME_AT = 11, SHORT_END = 16, LONG_END = 19, TAIL_MOST = 8, SLOT_SHIFT = 40 };

static const uint64_t TOPS = UINT64_C(0x8080808080808080);

/* Whether a format has every figure at its place: a date of ten bytes, one byte, HH:mm or HH:mm:ss; or the date alone. */
static bool is_fixed(ccl_str format, bool is_day) {
  static const char *const times[] = { "HH:mm", "HH:mm:ss" };
  if (format.len < DATE_BYTES || (is_day ? format.len != DATE_BYTES : format.len < SHORT_END))
    return false;
  size_t years = 0, months = 0, days = 0;
  for (size_t i = 0; i < DATE_BYTES; i++) {
    char c = format.ptr[i];
    years += c == 'y';
    months += c == 'M';
    days += c == 'd';
    if (c != 'y' && c != 'M' && c != 'd' && c != '/' && c != '-' && c != '.')
      return false;
  }
  if (years != 4 || months != 2 || days != 2)
    return false;
  if (is_day)
    return true;
  ccl_str time = ccl_str_sub(format, TIME_AT, format.len);
  return format.ptr[DATE_BYTES] == ' ' && (ccl_str_is(time, times[0]) || ccl_str_is(time, times[1]));
}

bool ccl_lane_moments_init(ccl_lane *lane) {
  bool is_day = lane->field->kind == CCL_FIELD_DATE;
  lane->missing_code = 0;
  lane->slot_factor = lane->dates ? ((UINT64_C(1) << SLOT_SHIFT) + (uint64_t)lane->dates->slot_seconds - 1) /
                                        (uint64_t)lane->dates->slot_seconds
                                  : 0;
  lane->has_seconds = true;
  if (lane->field->format.len > 0) {
    /* Lanes lie where the collector does not look. */
    lane->format = ccl_alloc_root(sizeof *lane->format);
    *lane->format = *ccl_moment_format_new(lane->field->format);
    for (size_t i = 0; i < lane->format->count; i++) {
      const ccl_format_item *item = &lane->format->items[i];
      /* Names are folded in the collector's memory. */
      if (item->letter == 'a' || item->letter == 'E' || (item->letter == 'M' && item->count > 2))
        return false;
    }
    lane->fixed_format = is_fixed(lane->field->format, is_day);
  }
  return lane->dates != NULL;
}

/* ---- The spelling with everything at its place ---- */

typedef struct spelling {
  uint64_t head, tail;
  uint32_t rest;
} spelling;

/* Every cell is at least DATE_BYTES long; of times `end` is where the time of day ends. */
static inline spelling spelling_of(const char *text, uint32_t length, uint32_t end, bool is_day) {
  if (is_day)
    return (spelling){ ccl_lane_load(text), 0, (uint32_t)(ccl_lane_load(text + 8) & 0xFFFF) };
  uint32_t left = length - end;
  return (spelling){ ccl_lane_load(text), ccl_lane_load(text + end) & ccl_lane_masks[left],
                     (uint32_t)(ccl_lane_load(text + 8) & 0xFFFFFF) };
}

static inline struct ccl_lane_date *cache_of(ccl_lane *lane, spelling s) {
  /* Day and month vary, wherever they stand. */
  return &lane->cache[(s.head ^ s.tail << 3 ^ (uint64_t)s.rest << 40) * UINT64_C(0x9E3779B97F4A7C15) >> 55];
}

/* HH:MM:SS in the low eight bytes. */
static inline bool second_of(uint64_t v, uint32_t *second) {
  v ^= UINT64_C(0x30303A30303A3030);
  /* 2, 9, nothing, 5, 9, nothing, 5, 9 at most. */
  if (((v | (v + UINT64_C(0x767A7F767A7F767D))) & TOPS) != 0)
    return false;
  uint64_t pairs = v * 10 + (v >> 8);
  *second = (uint32_t)((pairs & 0xFF) * 3600 + (pairs >> 24 & 0xFF) * 60 + (pairs >> 48 & 0xFF));
  return *second < CCL_DAY_SECONDS;
}

static inline uint64_t time_at(const char *text, bool has_seconds) {
  uint64_t v = ccl_lane_load(text + TIME_AT);
  return has_seconds ? v : (v & UINT64_C(0xFFFFFFFFFF)) | UINT64_C(0x30303A0000000000); /* HH:MM:00 */
}

/* ---- Any spelling ---- */

/* Puts the moment into the row; false: only the complete reader can. */
static bool put(ccl_lane *lane, size_t row, uint32_t number, ccl_moment moment) {
  const ccl_dates *dates = lane->dates;
  if (dates->is_day) {
    lane->codes[row] = number;
    return true;
  }
  uint32_t slot = (uint32_t)((uint64_t)(uint32_t)moment.second * lane->slot_factor >> SLOT_SHIFT);
  uint32_t code = number * dates->slots + slot;
  if (dates->starts[code] == CCL_SLOT_IRREGULAR || (lane->has_instants && moment.nanos != 0))
    return false;
  lane->codes[row] = code;
  lane->wide[row] = dates->starts[code] + moment.second;
  return true;
}

/* Remembers the spelling of a date, if everything is at its place. */
static void remember(const ccl_strip *strip, ccl_lane *lane, size_t row, ccl_str text, uint32_t number) {
  bool is_day = lane->dates->is_day;
  uint32_t length = (uint32_t)text.len, end = is_day ? DATE_BYTES : SHORT_END;
  if (!ccl_lane_is_in_place(strip, lane, row, text) || text.len < end || (lane->format && !lane->fixed_format))
    return;
  if (lane->format) {
    /* Digits where the format has letters: then nothing is shorter or longer than it looks. */
    for (size_t i = 0; i < text.len; i++) {
      bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
      char c = i < lane->field->format.len ? lane->field->format.ptr[i] : 0;
      if (digit != (c != 0 && strchr("yMdHms", c) != NULL))
        return;
    }
    if (text.len != lane->field->format.len)
      return;
  }
  if (!is_day) {
    uint32_t second;
    bool has_seconds = length >= LONG_END && text.ptr[SHORT_END] == ':';
    end = has_seconds ? LONG_END : SHORT_END;
    if (length - end >= TAIL_MOST || !second_of(time_at(text.ptr, has_seconds), &second))
      return;
    /* A fraction of a second is no part of what follows. */
    if (length > end && (text.ptr[end] == '.' || text.ptr[end] == ',' || text.ptr[end] == ':'))
      return;
    lane->has_seconds = has_seconds;
  }
  spelling s = spelling_of(text.ptr, length, end, is_day);
  if (!is_day && lane->has_seconds)
    s.rest |= UINT32_C(1) << 31;
  *cache_of(lane, s) = (struct ccl_lane_date){ s.head, s.tail, s.rest, number };
}

static __attribute__((noinline)) void look_closer(ccl_strip *strip, ccl_lane *lane, size_t row) {
  ccl_record_cell cell;
  if (!ccl_lane_cut(strip, lane, row, &cell))
    return;
  ccl_moment moment = { 0 };
  ccl_moment_state state = lane->format          ? ccl_moment_read(lane->format, cell.text, &moment)
                           : lane->dates->is_day ? ccl_moment_read_date(cell.text, &moment.day)
                                                 : ccl_moment_read_iso(cell.text, &moment);
  if (state != CCL_MOMENT_READ) {
    ccl_lane_doubt(strip, lane, row);
    return;
  }
  ccl_date_key key = { moment.day, moment.has_offset ? moment.offset : 0, moment.has_offset };
  if (lane->dates->is_day)
    key = (ccl_date_key){ moment.day, 0, false };
  uint32_t number = strip->asks.date(strip->asks.self, lane, key);
  if (number > lane->most_number)
    lane->most_number = number;
  if (number == CCL_DATES_NO || !put(lane, row, number, moment)) {
    ccl_lane_doubt(strip, lane, row);
    return;
  }
  remember(strip, lane, row, cell.text, number);
}

/* ---- Columns ---- */

static inline __attribute__((always_inline)) void read_times(ccl_strip *strip, ccl_lane *lane, uint32_t marks,
                                                             bool has_seconds) {
  const ccl_dates *dates = lane->dates;
  uint32_t end = has_seconds ? LONG_END : SHORT_END, form = has_seconds ? UINT32_C(1) << 31 : 0;
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  size_t rows = strip->rows;
  const int64_t *starts = dates->starts;
  uint64_t slot_factor = lane->slot_factor;
  uint32_t slots = dates->slots, *codes = lane->codes;
  int64_t *wide = lane->wide;
  for (size_t row = 0; row < rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, marks);
    uint32_t length = cell.to - cell.from;
    const char *text = cells.base + cell.from;
    bool good = length - end < TAIL_MOST && ccl_lane_is_bordered(cells.base, cell, marks);
    if (__builtin_expect(good, 1)) {
      spelling s = spelling_of(text, length, end, false);
      s.rest |= form;
      const struct ccl_lane_date *date = cache_of(lane, s);
      uint32_t second = 0;
      good = second_of(time_at(text, has_seconds), &second);
      good &= date->number != 0 && ((date->head ^ s.head) | (date->tail ^ s.tail) | (date->rest ^ s.rest)) == 0;
      uint32_t code = good ? date->number * slots + (uint32_t)(second * slot_factor >> SLOT_SHIFT) : 0;
      int64_t start = starts[code];
      good &= start != CCL_SLOT_IRREGULAR;
      codes[row] = code;
      wide[row] = (int64_t)((uint64_t)start + second);
    }
    if (__builtin_expect(!good, 0))
      look_closer(strip, lane, row);
  }
}

static void read_days(ccl_strip *strip, ccl_lane *lane, uint32_t marks) {
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  for (size_t row = 0; row < strip->rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, marks);
    bool good = cell.to - cell.from == DATE_BYTES && ccl_lane_is_bordered(cells.base, cell, marks);
    if (good) {
      spelling s = spelling_of(cells.base + cell.from, DATE_BYTES, DATE_BYTES, true);
      const struct ccl_lane_date *date = cache_of(lane, s);
      lane->codes[row] = date->number;
      good = date->number != 0 && date->head == s.head && date->rest == s.rest;
    }
    if (!good)
      look_closer(strip, lane, row);
  }
}

void ccl_lane_moments(ccl_strip *strip, ccl_lane *lane) {
  uint32_t marks = ccl_lane_quoted(strip, lane);
  if (lane->has_figure_for_missing) {
    for (size_t row = 0; row < strip->rows; row++)
      look_closer(strip, lane, row);
  } else if (lane->dates->is_day) {
    read_days(strip, lane, marks);
  } else if (lane->has_seconds) {
    if (marks == 0)
      read_times(strip, lane, 0, true);
    else
      read_times(strip, lane, 1, true);
  } else {
    read_times(strip, lane, marks, false);
  }
}
