/* SPDX-License-Identifier: Apache-2.0 */
/* What all lanes share: their rooms, cells that are not plain, doubts. */
#include "data/lane.h"

#include <string.h>

#include "base/wide.h"

const uint64_t ccl_lane_masks[9] = { 0,
                                     UINT64_C(0xFF),
                                     UINT64_C(0xFFFF),
                                     UINT64_C(0xFFFFFF),
                                     UINT64_C(0xFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFFFF),
                                     UINT64_MAX };

const bool ccl_lane_borders[256] = {
  [0] = 1,  [1] = 1,  [2] = 1,  [3] = 1,   [4] = 1,    [5] = 1,    [6] = 1,    [7] = 1,   [8] = 1,  [9] = 1,
  [10] = 1, [11] = 1, [12] = 1, [13] = 1,  [14] = 1,   [15] = 1,   [16] = 1,   [17] = 1,  [18] = 1, [19] = 1,
  [20] = 1, [21] = 1, [22] = 1, [23] = 1,  [24] = 1,   [25] = 1,   [26] = 1,   [27] = 1,  [28] = 1, [29] = 1,
  [30] = 1, [31] = 1, [32] = 1, ['"'] = 1, [0xA0] = 1, [0xAF] = 1, [0xC2] = 1, [0xE2] = 1
};

static void *room(size_t size) {
  size_t cap = 0;
  /* Registers at odd multiples of a cache line, so that they do not fall into the same sets. */
  enum { LINE = 64 };
  return ccl_plain_grow(NULL, &cap, CCL_STRIP_ROWS * size + LINE, 1);
}

bool ccl_lane_init(ccl_lane *lane, const ccl_plan *plan, const ccl_activity *activity, uint32_t field,
                   ccl_dates *dates) {
  *lane = (ccl_lane){ .plan = plan,
                      .activity = activity,
                      .field = &activity->fields[field],
                      .number = field,
                      .column = CCL_NONE,
                      .column_count = 1,
                      .dates = dates };
  lane->rules = (ccl_field_reader){ .plan = plan, .activity = activity, .field = lane->field };
  if (lane->field->type.unit)
    lane->rules.scale = ccl_figure_scale_of(lane->field->type.unit->scale);
  for (size_t i = 0; i < activity->missing_count; i++) {
    ccl_str missing = activity->missing[i];
    if (missing.len > lane->longest_missing)
      lane->longest_missing = missing.len;
    for (size_t k = 0; k < missing.len; k++)
      lane->has_figure_for_missing |= missing.ptr[k] >= '0' && missing.ptr[k] <= '9';
  }
  lane->present = room(1);
  lane->wide = room(sizeof *lane->wide);
  lane->codes = room(sizeof *lane->codes);
  lane->prints = room(sizeof *lane->prints);
  lane->places_of = room(1);
  lane->edges = room(2 * sizeof *lane->edges);
  switch (lane->field->kind) {
  case CCL_FIELD_TIMESTAMP:
  case CCL_FIELD_DATE: return ccl_lane_moments_init(lane);
  case CCL_FIELD_DURATION:
  case CCL_FIELD_NUMBER:
  case CCL_FIELD_INTEGER:
  case CCL_FIELD_MONEY: return !lane->rules.scale.is_exact;
  case CCL_FIELD_BOOLEAN:
  case CCL_FIELD_CHOICE: return ccl_lane_words_init(lane);
  case CCL_FIELD_TEXT: return true;
  }
  return false;
}

void ccl_lane_free(ccl_lane *lane) {
  ccl_plain_free(lane->present);
  ccl_plain_free(lane->wide);
  ccl_plain_free(lane->codes);
  ccl_plain_free(lane->prints);
  ccl_plain_free(lane->places_of);
  ccl_plain_free(lane->edges);
  ccl_plain_free(lane->columns);
  ccl_plain_free(lane->joined);
  ccl_table_free(&lane->spellings);
  ccl_plain_free(lane->spelling_codes);
  ccl_dictionary_free(&lane->dictionary);
  if (lane->format) {
    ccl_moment_format_free(lane->format);
    ccl_free_root(lane->format);
  }
}

/* ---- Cells that are not plain ---- */

void ccl_lane_note_missing(ccl_lane *lane, size_t row) {
  lane->present[row] = 0;
  lane->all_present = false;
  lane->wide[row] = 0;
  lane->places_of[row] = 0;
  lane->codes[row] = lane->missing_code;
}

void ccl_lane_doubt(ccl_strip *strip, ccl_lane *lane, size_t row) {
  ccl_lane_note_missing(lane, row);
  strip->doubt[row] = 1;
  strip->any_doubt = true;
}

/* The cell as it stands there: a text is what stands behind a quotation mark. No reader of cells tells a figure from a
 * word that has no quotation marks. */
static ccl_record_cell json_cell(ccl_str text) {
  if (text.ptr[-1] == '"')
    return (ccl_record_cell){ text, CCL_CELL_QUOTED };
  if (text.len == 0)
    return (ccl_record_cell){ text, CCL_CELL_ABSENT };
  return (ccl_record_cell){ text, CCL_CELL_NUMBER };
}

/* The cell without its quotation marks; false: the row is doubtful, or an empty value is missing (both are noted). */
static bool cut_cell(ccl_strip *strip, ccl_lane *lane, size_t row, ccl_record_cell *cell) {
  ccl_extent extent = ccl_lane_extent(strip, lane, row, 0);
  ccl_str text = { ccl_lane_cells_of(strip, lane).base + extent.from, extent.to - extent.from };
  if (lane->column_count > 1) {
    *cell = (ccl_record_cell){ text, CCL_CELL_PLAIN };
    return true;
  }
  if (strip->json) {
    *cell = json_cell(text);
    return true;
  }
  if (extent.to == extent.from && lane->field->optional) {
    ccl_lane_note_missing(lane, row);
    return false;
  }
  ccl_record record = { .text = text };
  if (!ccl_csv_cut(&strip->csv, strip->csv.delimiter, &record) || record.count != 1) {
    ccl_lane_doubt(strip, lane, row);
    return false;
  }
  *cell = record.cells[0];
  return true;
}

bool ccl_lane_cut(ccl_strip *strip, ccl_lane *lane, size_t row, ccl_record_cell *cell) {
  if (!cut_cell(strip, lane, row, cell))
    return false;
  if (lane->field->kind != CCL_FIELD_TEXT && cell->form == CCL_CELL_QUOTED)
    cell->text = ccl_str_trim(cell->text);
  if (ccl_field_is_missing(&lane->rules, *cell)) {
    if (lane->field->optional)
      ccl_lane_note_missing(lane, row);
    else
      ccl_lane_doubt(strip, lane, row);
    return false;
  }
  return true;
}

/* ---- Fingerprints ---- */

uint64_t ccl_print_figure(int64_t mantissa, int32_t places) {
  for (; places > 0 && mantissa % 10 == 0; places--)
    mantissa /= 10;
  return ccl_print_numbers((uint64_t)mantissa, (uint64_t)places);
}

/* ---- All ---- */

/* Prints of keys that are no texts: from the values. */
static void print_values(const ccl_strip *strip, ccl_lane *lane) {
  for (size_t row = 0; row < strip->rows; row++)
    switch (lane->field->type.kind) {
    case CCL_KIND_NUMBER: lane->prints[row] = ccl_print_figure(lane->wide[row], lane->places); break;
    case CCL_KIND_TIMESTAMP: lane->prints[row] = ccl_print_numbers((uint64_t)lane->wide[row], 0); break;
    case CCL_KIND_DATE: lane->prints[row] = ccl_print_numbers((uint64_t)lane->dates->days[lane->codes[row]], 0); break;
    case CCL_KIND_BOOL:
    case CCL_KIND_CHOICE:
    case CCL_KIND_TEXT:
    case CCL_KIND_MONTH:
    case CCL_KIND_WEEKDAY: lane->prints[row] = ccl_print_numbers(lane->codes[row], 0); break;
    }
}

/* The cells of a last column: a carriage return before the line end is no part of them. */
static void find_edges(const ccl_strip *strip, ccl_lane *lane) {
  const uint32_t *mark = strip->marks + lane->column;
  for (size_t row = 0; row < strip->rows; row++, mark += strip->width) {
    lane->edges[2 * row] = mark[-1];
    lane->edges[2 * row + 1] = mark[0] - (mark[0] - mark[-1] > 1 && strip->base[mark[0] - 1] == '\r');
  }
}

void ccl_lane_read(ccl_strip *strip, ccl_lane *lane) {
  lane->all_present = true;
  if (lane->column == CCL_NONE) {
    for (size_t row = 0; row < strip->rows; row++)
      ccl_lane_note_missing(lane, row);
    lane->places = 0;
    lane->magnitude = 0;
    return;
  }
  /* Nothing can be wrong with it that the scan does not see. */
  if (lane->field->kind == CCL_FIELD_TEXT && lane->field->optional && !lane->used && !lane->is_key)
    return;
  memset(lane->present, 1, strip->rows);
  if (lane->column_count > 1)
    ccl_lane_join(strip, lane);
  else if (lane->column + 1 == strip->width)
    find_edges(strip, lane);
  switch (lane->field->kind) {
  case CCL_FIELD_TIMESTAMP:
  case CCL_FIELD_DATE: ccl_lane_moments(strip, lane); break;
  case CCL_FIELD_DURATION:
  case CCL_FIELD_NUMBER:
  case CCL_FIELD_INTEGER:
  case CCL_FIELD_MONEY: ccl_lane_numbers(strip, lane); break;
  case CCL_FIELD_BOOLEAN:
  case CCL_FIELD_CHOICE: ccl_lane_words(strip, lane); break;
  case CCL_FIELD_TEXT: ccl_lane_texts(strip, lane); break;
  }
  if (lane->is_key && lane->field->kind != CCL_FIELD_TEXT)
    print_values(strip, lane);
}
