/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The row at hand, for ccl_compute: fields of the batch, derived fields, parameters on the row's day, values of the
 * context (clauses 4.1, 4.2, 5). Derived fields and the days of a row are computed when first asked for, once a row.
 */
#ifndef CCL_ENGINE_ROWS_H
#define CCL_ENGINE_ROWS_H

#include "calendar/band.h"
#include "data/batch.h"
#include "plan/compute.h"

/* A value of the row at hand; stale when its stamp is not the row's. */
typedef struct ccl_row_memo {
  uint64_t stamp;
  ccl_value value;
} ccl_row_memo;

typedef struct ccl_row_day {
  uint64_t stamp;
  bool known;
  ccl_day day;
  ccl_value value; /* of the field */
} ccl_row_day;

struct ccl_parameter_cache; /* private */

/* Rows of one activity. Collected memory. */
typedef struct ccl_rows {
  ccl_env env;
  const ccl_plan *plan;
  const ccl_activity *activity;
  const ccl_batch *batch;
  size_t row;
  uint64_t stamp; /* another one for each row; never 0 */
  ccl_row_memo *derived; /* one for each derived field */
  ccl_row_day *days; /* one for each field */
  ccl_zone_span span; /* of the contract's zone, around the last instant */
  struct ccl_parameter_cache *parameters;
  /* What the surroundings of an expression set: */
  ccl_day day; /* decides parameters … */
  bool has_day; /* … when there is one */
  const ccl_query *query; /* NULL: no query */
  const ccl_value *outer;
  const ccl_piece *piece; /* of `split by`: dated_by and until mean its ends; NULL: the whole row */
} ccl_rows;

ccl_rows *ccl_rows_new(const ccl_plan *plan, const ccl_supply *supply, uint32_t activity);
void ccl_rows_go(ccl_rows *rows, const ccl_batch *batch, size_t row); /* another row is at hand */

ccl_value ccl_rows_field(ccl_rows *rows, uint32_t field);
/* The day on which a field of dates or times places the row, in the contract's zone. */
const ccl_row_day *ccl_rows_day(ccl_rows *rows, uint32_t field);
/* The instant of a date or time: of a date its midnight in the contract's zone. */
ccl_instant ccl_rows_instant(const ccl_rows *rows, ccl_value value);
/* A trouble with the place of the row in its detail. */
const ccl_trouble *ccl_rows_trouble(const ccl_rows *rows, const ccl_trouble *trouble, const ccl_sources *sources);

#endif
