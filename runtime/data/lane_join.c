/* SPDX-License-Identifier: Apache-2.0 */
/* Fields of several columns: their cells, joined by a blank, as the cells of one column in a room of the lane's. */
#include <string.h>

#include "data/lane.h"

/* Behind and before the cells a kernel may read this far. */
enum { PADDING = 64 };

void ccl_lane_point(ccl_lane *lane, const uint32_t *columns, size_t count) {
  size_t cap = 0;
  lane->column = CCL_NONE;
  lane->column_count = count;
  if (!lane->columns)
    lane->columns = ccl_plain_grow(NULL, &cap, count, sizeof *lane->columns);
  for (size_t i = 0; i < count; i++) {
    lane->columns[i] = columns[i];
    if (lane->column == CCL_NONE)
      lane->column = columns[i];
  }
}

/* What stands in a column's cell of a row, without quotation marks. False: only the complete reader knows. */
static bool piece_of(const ccl_strip *strip, size_t row, uint32_t column, ccl_str *out, ccl_cell_form *form) {
  const uint32_t *mark = strip->marks + strip->width * row + column;
  const char *text = strip->base + mark[-1] + 1;
  size_t length = mark[0] - mark[-1] - 1;
  *form = CCL_CELL_QUOTED;
  if (strip->json) {
    *form = text[-1] == '"' ? CCL_CELL_QUOTED : CCL_CELL_NUMBER;
  } else {
    if (column + 1 == strip->width && length > 0 && text[length - 1] == '\r')
      length--;
    if (length >= 2 && text[0] == '"' && text[length - 1] == '"' && !memchr(text + 1, '"', length - 2)) {
      text++;
      length -= 2;
    } else {
      *form = CCL_CELL_PLAIN;
    }
  }
  *out = (ccl_str){ text, length };
  return length == 0 || (!ccl_lane_is_border(text[0]) && !ccl_lane_is_border(text[length - 1]));
}

/* Adds a piece to the cell that began at `start`; where the cell ends now. */
static size_t add_piece(ccl_lane *lane, size_t start, size_t at, ccl_str piece) {
  lane->joined = ccl_plain_grow(lane->joined, &lane->joined_cap, at + piece.len + 2 + PADDING, 1);
  if (at > start)
    lane->joined[at++] = ' ';
  memcpy(lane->joined + at, piece.ptr, piece.len);
  return at + piece.len;
}

void ccl_lane_join(ccl_strip *strip, ccl_lane *lane) {
  size_t at = PADDING;
  lane->joined = ccl_plain_grow(lane->joined, &lane->joined_cap, 2 * PADDING, 1);
  memset(lane->joined, '\n', PADDING);
  for (size_t row = 0; row < strip->rows; row++) {
    size_t start = at;
    for (size_t i = 0; i < lane->column_count; i++) {
      ccl_record_cell piece;
      if (lane->columns[i] == CCL_NONE)
        continue;
      if (!piece_of(strip, row, lane->columns[i], &piece.text, &piece.form))
        ccl_lane_doubt(strip, lane, row);
      else if (piece.text.len > 0 && !ccl_field_is_missing(&lane->rules, piece))
        at = add_piece(lane, start, at, piece.text);
    }
    lane->edges[2 * row] = (uint32_t)start - 1;
    lane->edges[2 * row + 1] = (uint32_t)at;
    lane->joined = ccl_plain_grow(lane->joined, &lane->joined_cap, at + 1 + PADDING, 1);
    lane->joined[at++] = '\n';
  }
  memset(lane->joined + at, 0, PADDING);
}
