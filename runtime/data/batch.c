/* SPDX-License-Identifier: Apache-2.0 */
/* Columns: their room, and cells as values. */
#include "data/batch.h"

static void *room_for(ccl_batch *batch, size_t size) {
  return ccl_arena_alloc(&batch->room, size * CCL_BATCH_ROWS);
}

static void make_column(ccl_batch *batch, ccl_column *column, ccl_kind kind) {
  column->kind = kind;
  column->present = room_for(batch, sizeof *column->present);
  if (kind == CCL_KIND_TEXT) {
    column->texts = room_for(batch, sizeof *column->texts);
    return;
  }
  if (kind == CCL_KIND_NUMBER || kind == CCL_KIND_TIMESTAMP)
    column->wide = room_for(batch, sizeof *column->wide);
  column->narrow = room_for(batch, sizeof *column->narrow);
}

ccl_batch *ccl_batch_new(const ccl_activity *activity) {
  ccl_batch *batch = ccl_new(ccl_batch);
  batch->activity = activity;
  batch->columns = ccl_new_array(ccl_column, activity->data_count);
  batch->numbers = room_for(batch, sizeof *batch->numbers);
  batch->lines = room_for(batch, sizeof *batch->lines);
  batch->spans = room_for(batch, sizeof *batch->spans);
  batch->texts = room_for(batch, sizeof *batch->texts);
  for (size_t i = 0; i < activity->data_count; i++)
    make_column(batch, &batch->columns[i], activity->fields[i].type.kind);
  return batch;
}

void ccl_batch_clear(ccl_batch *batch) {
  batch->count = 0;
  ccl_arena_reset(&batch->rows);
}

void ccl_batch_free(ccl_batch *batch) {
  ccl_arena_free(&batch->rows);
  ccl_arena_free(&batch->room);
}

ccl_value ccl_batch_value(const ccl_batch *batch, uint32_t field, size_t row) {
  const ccl_column *column = &batch->columns[field];
  if (!column->present[row])
    return ccl_value_absent();
  switch (column->kind) {
  case CCL_KIND_NUMBER: {
    int32_t places = column->narrow[row];
    if (places == CCL_FIGURE_EXACT)
      return ccl_value_number(column->exact[row]);
    return ccl_value_number(ccl_figure_rat((ccl_figure){ column->wide[row], places, CCL_RAT_ZERO }));
  }
  case CCL_KIND_BOOL: return ccl_value_bool(column->narrow[row] != 0);
  case CCL_KIND_TEXT: return ccl_value_text(column->texts[row]);
  case CCL_KIND_DATE: return ccl_value_day(column->narrow[row]);
  case CCL_KIND_TIMESTAMP: return ccl_value_instant((ccl_instant){ column->wide[row], column->narrow[row] });
  case CCL_KIND_CHOICE: return ccl_value_choice((uint32_t)column->narrow[row]);
  case CCL_KIND_MONTH:
  case CCL_KIND_WEEKDAY: break;
  }
  CCL_BUG("a field of data of a kind that data cannot have");
}

void ccl_column_put_figure(ccl_column *column, size_t row, ccl_figure figure) {
  column->present[row] = 1;
  column->wide[row] = figure.mantissa;
  column->narrow[row] = figure.places;
  if (figure.places != CCL_FIGURE_EXACT)
    return;
  if (!column->exact)
    column->exact = ccl_new_array(ccl_rat, CCL_BATCH_ROWS);
  column->exact[row] = figure.exact;
}

void ccl_column_put(ccl_column *column, size_t row, ccl_value value) {
  column->present[row] = value.state == CCL_KNOWN;
  if (value.state != CCL_KNOWN)
    return;
  switch (column->kind) {
  case CCL_KIND_NUMBER: {
    int64_t whole;
    bool fits = ccl_rat_to_int(value.as.number, &whole);
    ccl_column_put_figure(column, row, (ccl_figure){ fits ? whole : 0, fits ? 0 : CCL_FIGURE_EXACT, value.as.number });
    break;
  }
  case CCL_KIND_BOOL: column->narrow[row] = value.as.truth; break;
  case CCL_KIND_TEXT: column->texts[row] = value.as.text; break;
  case CCL_KIND_DATE: column->narrow[row] = value.as.day; break;
  case CCL_KIND_TIMESTAMP:
    column->wide[row] = value.as.instant.seconds;
    column->narrow[row] = value.as.instant.nanos;
    break;
  case CCL_KIND_CHOICE: column->narrow[row] = (int32_t)value.as.choice; break;
  case CCL_KIND_MONTH:
  case CCL_KIND_WEEKDAY: CCL_BUG("a field of data of a kind that data cannot have");
  }
}
