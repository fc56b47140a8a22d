/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of examples (clause 4.7) as batches: their cells are values already. */
#include "data/reader.h"

/* Where the row stands in the contract: its path and line go into messages about other rows. */
static void place_row(const ccl_intake *intake, const ccl_example_table *table, ccl_batch *batch, size_t index) {
  size_t row = batch->count;
  const ccl_sources *sources = intake->faults->diags->sources;
  const ccl_span *span = &table->row_spans[index];
  batch->spans[row] = span;
  batch->texts[row] = (ccl_str){ NULL, 0 };
  batch->lines[row] = index + 1;
  if (sources && span->file != 0)
    batch->lines[row] = ccl_source_place(ccl_sources_get(sources, span->file), span->start).line;
}

static void put_row(const ccl_example_table *table, ccl_batch *batch, size_t index) {
  for (size_t f = 0; f < batch->activity->data_count; f++)
    batch->columns[f].present[batch->count] = 0;
  for (size_t c = 0; c < table->field_count; c++)
    ccl_column_put(&batch->columns[table->fields[c]], batch->count, table->rows[index][c]);
}

bool ccl_table_fill(ccl_intake *intake, const ccl_example_table *table, uint32_t file, size_t *next, ccl_batch *batch) {
  ccl_batch_clear(batch);
  batch->file = file;
  batch->path = intake->paths[file];
  for (; *next < table->row_count && batch->count < CCL_BATCH_ROWS; (*next)++) {
    place_row(intake, table, batch, *next);
    put_row(table, batch, *next);
    ccl_intake_take(intake, batch);
  }
  return *next < table->row_count;
}
