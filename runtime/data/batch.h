/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A batch: up to 1,024 rows of an activity in typed columns, one for each field of data, in base units. What the
 * readers make and the engine reads. The columns lie outside the collector; only numbers that do not fit in 64 bits lie
 * inside.
 */
#ifndef CCL_DATA_BATCH_H
#define CCL_DATA_BATCH_H

#include "data/arena.h"
#include "data/figure.h"
#include "plan/plan.h"

enum { CCL_BATCH_ROWS = 1024 };

/* One field of the rows. present[row] == 0: the cell is missing, and its figures mean nothing. */
typedef struct ccl_column {
  ccl_kind kind;
  uint8_t *present;
  /* Numbers: the mantissa; timestamps: seconds since 1970. */
  int64_t *wide;
  /* Numbers: places, or CCL_FIGURE_EXACT; timestamps: nanoseconds; dates: the day; booleans: 0 or 1; choices: index in
   * plan.choices. */
  int32_t *narrow;
  ccl_str *texts;
  ccl_rat *exact; /* numbers whose places say so; collected memory, made at the first one */
} ccl_column;

typedef struct ccl_batch {
  const ccl_activity *activity;
  size_t count;
  ccl_column *columns; /* one for each field of data */
  uint64_t *numbers; /* of the rows in the activity: from 0, over all its files, wrong rows counted too */
  uint64_t *lines; /* of a file: from 1 */
  const ccl_span **spans; /* of an example's rows; items NULL for files */
  ccl_str *texts; /* as they stand in the file, where rows may be set aside; else empty */
  uint32_t file; /* which file or table: rising in the order in which they were given */
  ccl_str path;
  ccl_arena rows; /* what belongs to the rows: emptied with them */
  ccl_arena room; /* the columns themselves */
} ccl_batch;

ccl_batch *ccl_batch_new(const ccl_activity *activity);
void ccl_batch_clear(ccl_batch *batch); /* no rows any more */
void ccl_batch_free(ccl_batch *batch);

/* A cell; absent when it is missing. A text is valid until the batch is cleared. */
ccl_value ccl_batch_value(const ccl_batch *batch, uint32_t field, size_t row);
/* Puts a value (known or absent) into a cell. A text is borrowed. */
void ccl_column_put(ccl_column *column, size_t row, ccl_value value);
void ccl_column_put_figure(ccl_column *column, size_t row, ccl_figure figure);

#endif
