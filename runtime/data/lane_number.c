/* SPDX-License-Identifier: Apache-2.0 */
/* Figures of up to eight characters, eight bytes at a time: digits, a decimal point or comma, HH:MM:SS for durations. */
#include <string.h>

#include "data/lane.h"

#define INLINE static inline __attribute__((always_inline))

static const uint64_t ONES = UINT64_C(0x0101010101010101), TOPS = UINT64_C(0x8080808080808080);

enum { LONGEST_SAFE = 17 }; /* characters of a figure that needs no exact number */

/* Bytes that are not 0 to 9, by their top bits; exact up to the first one. */
INLINE uint64_t odd_bytes(uint64_t v) {
  return (v | (v + ONES * (0x7F - 9))) & TOPS;
}

/* Eight digits, the first one in the lowest byte. */
INLINE uint64_t number_of(uint64_t v) {
  v = v * 10 + (v >> 8);
  const uint64_t mask = UINT64_C(0x000000FF000000FF);
  return ((v & mask) * (100 + (UINT64_C(1000000) << 32)) + ((v >> 16) & mask) * (1 + (UINT64_C(10000) << 32))) >> 32;
}

/* Digits with a decimal mark among them, which is the first byte that is no digit (`odd`). */
INLINE bool with_decimals(uint64_t v, uint64_t odd, uint32_t length, bool comma, uint64_t *mantissa, uint8_t *places) {
  uint32_t at = (uint32_t)__builtin_ctzll(odd) / 8;
  uint64_t mark = v >> 8 * at & 0xFF;
  /* A digit at least on both sides. */
  if ((mark != ('.' ^ '0') && (mark != (',' ^ '0') || !comma)) || at >= 7 || at <= 8 - length)
    return false;
  uint64_t low = v & ccl_lane_masks[at], high = v & ~ccl_lane_masks[at + 1];
  v = high | low << 8;
  *mantissa = number_of(v);
  *places = (uint8_t)(7 - at);
  return odd_bytes(v) == 0;
}

/* HH:MM:SS */
INLINE bool as_clock(uint64_t v, uint64_t *seconds) {
  const uint64_t colons = UINT64_C(0x00000A00000A0000); /* ':' ^ '0' */
  v ^= colons;
  /* 9, 9, nothing, 5, 9, nothing, 5, 9 at most. */
  if (((v | (v + UINT64_C(0x767A7F767A7F7676))) & TOPS) != 0)
    return false;
  uint64_t pairs = v * 10 + (v >> 8);
  *seconds = (pairs & 0xFF) * 3600 + (pairs >> 24 & 0xFF) * 60 + (pairs >> 48 & 0xFF);
  return true;
}

/* What the whole strip's figures have in common. */
typedef struct common {
  uint64_t bits; /* of magnitudes */
  uint32_t places; /* one bit for each count of decimals seen */
} common;

/* × the field's unit, unless it does not fit. */
INLINE bool put(ccl_lane *lane, common *all, size_t row, int64_t mantissa, int32_t places, bool scaled) {
  const ccl_figure_scale *scale = &lane->rules.scale;
  if (scaled) {
    if (__builtin_mul_overflow(mantissa, scale->factor, &mantissa))
      return false;
    places += scale->places;
  }
  if (places > CCL_FIGURE_PLACES)
    return false;
  lane->wide[row] = mantissa;
  lane->places_of[row] = (uint8_t)places;
  all->bits |= mantissa < 0 ? -(uint64_t)mantissa : (uint64_t)mantissa;
  all->places |= UINT32_C(1) << places;
  return true;
}

static bool is_whole(int64_t mantissa, int32_t places) {
  return mantissa % ccl_power_of_ten(places) == 0;
}

/* Any other spelling. */
static __attribute__((noinline)) void look_closer(ccl_strip *strip, ccl_lane *lane, common *all, size_t row) {
  ccl_record_cell cell;
  if (!ccl_lane_cut(strip, lane, row, &cell))
    return;
  ccl_figure figure = { 0 };
  bool read = false, scaled = true;
  if (cell.text.len <= LONGEST_SAFE) {
    read = ccl_figure_read(cell.text, strip->comma, &figure) == CCL_FIGURE_READ;
    if (!read && lane->field->kind == CCL_FIELD_DURATION) {
      read = ccl_figure_read_clock(cell.text, strip->comma, &figure) == CCL_FIGURE_READ;
      scaled = false;
    }
  }
  if (!read || figure.places == CCL_FIGURE_EXACT ||
      (lane->field->kind == CCL_FIELD_INTEGER && !is_whole(figure.mantissa, figure.places)) ||
      !put(lane, all, row, figure.mantissa, figure.places, scaled))
    ccl_lane_doubt(strip, lane, row);
}

/* Gives all figures the same count of decimals. */
static void align(ccl_strip *strip, ccl_lane *lane, common *all) {
  uint32_t most = all->places == 0 ? 0 : 31 - (uint32_t)__builtin_clz(all->places);
  lane->places = (int32_t)most;
  if ((all->places & (all->places - 1)) == 0) {
    lane->magnitude = all->bits;
    return;
  }
  uint64_t bits = 0;
  for (size_t row = 0; row < strip->rows; row++) {
    int64_t power = ccl_power_of_ten((int32_t)most - lane->places_of[row]), figure = lane->wide[row];
    if (!lane->present[row])
      continue;
    if (__builtin_mul_overflow(figure, power, &figure)) {
      ccl_lane_doubt(strip, lane, row);
      continue;
    }
    lane->wide[row] = figure;
    bits |= figure < 0 ? -(uint64_t)figure : (uint64_t)figure;
  }
  lane->magnitude = bits;
}

/* What a strip of figures was like. */
typedef struct tried {
  size_t others, decimals; /* cells that are in another form than expected; cells with decimals */
} tried;

/* Any spelling of up to eight characters; `others` are no bare digits. */
INLINE tried read_any(ccl_strip *strip, ccl_lane *lane, common *out, uint32_t marks) {
  bool whole = lane->field->kind == CCL_FIELD_INTEGER, clock = lane->field->kind == CCL_FIELD_DURATION;
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  size_t rows = strip->rows;
  tried t = { 0, 0 };
  common all = *out;
  for (size_t row = 0; row < rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, marks);
    uint32_t length = cell.to - cell.from, spare = 64 - 8 * length;
    uint64_t number = 0;
    uint8_t places = 0;
    bool good = length - 1 < 8 && ccl_lane_is_bordered(cells.base, cell, marks), scaled = true;
    if (__builtin_expect(good, 1)) {
      uint64_t v = (ccl_lane_load(cells.base + cell.to - 8) ^ ONES * '0') >> (spare & 63) << (spare & 63);
      uint64_t odd = odd_bytes(v);
      t.others += odd != 0;
      if (odd == 0) {
        number = number_of(v);
      } else if (!whole && with_decimals(v, odd, length, strip->comma, &number, &places)) {
        t.decimals++;
      } else {
        good = clock && length == 8 && as_clock(v, &number);
        scaled = false;
        places = 0;
      }
    }
    if (__builtin_expect(!good || !put(lane, &all, row, (int64_t)number, places, scaled), 0))
      look_closer(strip, lane, &all, row);
  }
  *out = all;
  return t;
}

/* The next two are for units with which such figures fit and have no decimals of their own. Cells in another form are
 * only noted, so that the loops keep everything in registers. */

/* Up to eight digits. */
INLINE tried read_digits(const ccl_strip *strip, ccl_lane *lane, common *out, uint32_t marks, uint16_t *others) {
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  size_t rows = strip->rows, count = 0;
  int64_t *wide = lane->wide;
  uint64_t factor = (uint64_t)lane->rules.scale.factor, bits = 0;
  for (size_t row = 0; row < rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, marks);
    uint32_t length = cell.to - cell.from, spare = 64 - 8 * length;
    if (__builtin_expect(length - 1 < 8 && ccl_lane_is_bordered(cells.base, cell, marks), 1)) {
      uint64_t v = (ccl_lane_load(cells.base + cell.to - 8) ^ ONES * '0') >> (spare & 63) << (spare & 63);
      if (__builtin_expect(odd_bytes(v) == 0, 1)) {
        uint64_t number = number_of(v) * factor;
        wide[row] = (int64_t)number;
        bits |= number;
        continue;
      }
    }
    others[count++] = (uint16_t)row;
  }
  if (count > 0)
    memset(lane->places_of, 0, rows);
  out->bits |= bits;
  out->places |= count < rows;
  return (tried){ count, 0 };
}

/* Up to eight digits, or up to seven with a decimal mark among them. */
INLINE tried read_decimals(const ccl_strip *strip, ccl_lane *lane, common *out, uint32_t marks, uint16_t *others) {
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  size_t rows = strip->rows, count = 0;
  int64_t *wide = lane->wide;
  uint8_t *places_of = lane->places_of;
  uint64_t factor = (uint64_t)lane->rules.scale.factor, bits = 0;
  uint64_t point = '.' ^ '0', mark = strip->comma ? ',' ^ '0' : point;
  uint32_t seen = 0;
  for (size_t row = 0; row < rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, marks);
    uint32_t length = cell.to - cell.from, spare = 64 - 8 * length;
    if (__builtin_expect(length - 1 < 8 && ccl_lane_is_bordered(cells.base, cell, marks), 1)) {
      uint64_t v = (ccl_lane_load(cells.base + cell.to - 8) ^ ONES * '0') >> (spare & 63) << (spare & 63);
      uint64_t odd = odd_bytes(v);
      uint32_t places = 0;
      if (odd != 0) {
        /* What stands before the mark moves into its place. */
        uint32_t at = (uint32_t)__builtin_ctzll(odd) & 56;
        uint64_t low = v & ((UINT64_C(1) << at) - 1), byte = v >> at & 0xFF;
        places = (56 - at) / 8;
        /* A digit at least on both sides. */
        bool marked = (byte == mark || byte == point) && at < 56 && at > spare;
        v += low * 255 - (byte << at);
        odd = marked ? odd_bytes(v) : 1;
      }
      if (__builtin_expect(odd == 0, 1)) {
        uint64_t number = number_of(v) * factor;
        wide[row] = (int64_t)number;
        places_of[row] = (uint8_t)places;
        bits |= number;
        seen |= UINT32_C(1) << places;
        continue;
      }
    }
    places_of[row] = 0;
    others[count++] = (uint16_t)row;
  }
  out->bits |= bits;
  out->places |= seen;
  return (tried){ count, (seen & ~UINT32_C(1)) != 0 };
}

INLINE tried read_form(ccl_strip *strip, ccl_lane *lane, common *all, uint32_t marks) {
  uint16_t others[CCL_STRIP_ROWS];
  tried t;
  switch (lane->form) {
  case CCL_FORM_DIGITS: t = read_digits(strip, lane, all, marks, others); break;
  case CCL_FORM_DECIMALS: t = read_decimals(strip, lane, all, marks, others); break;
  case CCL_FORM_ANY: return read_any(strip, lane, all, marks);
  }
  for (size_t i = 0; i < t.others; i++)
    look_closer(strip, lane, all, others[i]);
  return t;
}

/* The form for the next strip. */
static void remember_form(ccl_lane *lane, tried t, size_t rows) {
  enum { MANY = 8 }; /* one cell in so many */
  bool many = t.others > rows / MANY, decimals = lane->field->kind != CCL_FIELD_INTEGER;
  switch (lane->form) {
  case CCL_FORM_DIGITS: lane->form = !many ? CCL_FORM_DIGITS : decimals ? CCL_FORM_DECIMALS : CCL_FORM_ANY; break;
  case CCL_FORM_DECIMALS:
    lane->form = many ? CCL_FORM_ANY : t.decimals > 0 ? CCL_FORM_DECIMALS : CCL_FORM_DIGITS;
    break;
  case CCL_FORM_ANY:
    lane->form = !many ? CCL_FORM_DIGITS : t.decimals > rows / 2 ? CCL_FORM_DECIMALS : CCL_FORM_ANY;
    break;
  }
}

void ccl_lane_numbers(ccl_strip *strip, ccl_lane *lane) {
  common all = { 0, 0 };
  const ccl_figure_scale *scale = &lane->rules.scale;
  bool fits = scale->places == 0 && scale->factor > 0 && scale->factor < INT64_C(1) << 32;
  if (lane->has_figure_for_missing) {
    for (size_t row = 0; row < strip->rows; row++)
      look_closer(strip, lane, &all, row);
  } else {
    tried t;
    if (!fits)
      lane->form = CCL_FORM_ANY;
    if (ccl_lane_quoted(strip, lane))
      t = read_form(strip, lane, &all, 1);
    else
      t = read_form(strip, lane, &all, 0);
    remember_form(lane, t, strip->rows);
  }
  align(strip, lane, &all);
}
