/* SPDX-License-Identifier: Apache-2.0 */
/* What a cell means: one reader for each field of data, by its kind (cli.md 3). */
#ifndef CCL_DATA_CELL_H
#define CCL_DATA_CELL_H

#include "data/batch.h"
#include "data/messages.h"
#include "data/moment.h"
#include "data/record.h"

typedef struct ccl_field_reader {
  const ccl_plan *plan;
  const ccl_activity *activity;
  const ccl_field *field;
  ccl_column *column;
  bool comma; /* the file may have decimal commas */
  ccl_figure_scale scale; /* of bare figures */
  ccl_moment_format *format; /* NULL: ISO 8601 */
  ccl_table words; /* choices, yes and no as the file spells them … */
  int32_t *meanings; /* … and what they mean; −1: nothing */
  size_t meaning_cap;
} ccl_field_reader;

void ccl_field_reader_init(ccl_field_reader *reader, const ccl_plan *plan, const ccl_activity *activity, uint32_t field,
                           ccl_column *column, bool comma);
void ccl_field_reader_free(ccl_field_reader *reader);

/* Reads a cell into a row of the column; texts are copied into `texts`. NULL: read (or missing where that may be);
 * else what is wrong. */
const ccl_message *ccl_field_read(ccl_field_reader *reader, ccl_record_cell cell, size_t row, ccl_arena *texts);
/* What a word means to a choice (index into plan.choices) or boolean (0, 1); −1: nothing. */
int32_t ccl_field_meaning(const ccl_field_reader *reader, ccl_str word);
/* Whether a cell means that nothing is there. */
bool ccl_field_is_missing(const ccl_field_reader *reader, ccl_record_cell cell);
/* What was expected, for the message ({3}). */
ccl_str ccl_field_expected(const ccl_field_reader *reader, const ccl_message *wrong);

#endif
