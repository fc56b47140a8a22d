/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests that differ in their days alone are one class. All their days cut the axis of time into spans; each row
 * falls into one span, and the answer of a request adds the spans that its days are made of. So the cost is that of the
 * rows, however many windows overlap.
 */
#ifndef CCL_ENGINE_CLASSES_H
#define CCL_ENGINE_CLASSES_H

#include "engine/cells.h"
#include "engine/engine.h"
#include "engine/rows.h"

/* A condition on a row that several classes ask for: decided once a row. */
typedef struct ccl_condition {
  const ccl_expr *expr;
  uint32_t dated_by;
  ccl_row_memo memo;
} ccl_condition;

#define CCL_NO_SPAN_OF_DAYS UINT32_MAX

typedef struct ccl_class {
  const ccl_query *query;
  const ccl_request *first; /* the request that made it: dims, filters, outer */
  uint32_t *dim_fields; /* the activity's field of each dimension; CCL_NONE: the band of the split */
  CCL_VEC(size_t) requests;
  ccl_days *spans; /* rising, without holes */
  bool *covered; /* by some request */
  size_t span_count, last_span;
  uint32_t where; /* number of its condition; CCL_NONE: none, or one that needs values of the context */
  uint32_t *filter_conditions;
  ccl_splitter *splitters; /* of `split by`: one for each version of the calendar (clause 8) … */
  uint32_t *calendars; /* … which it is */
  size_t splitter_count;
  bool sums_fields; /* what is summed is fields of data, added or subtracted: */
  uint32_t *terms;
  bool *negative;
  size_t term_count;
  ccl_cells cells;
} ccl_class;

/* The classes of one activity in one call. */
typedef struct ccl_classes {
  const ccl_plan *plan;
  CCL_VEC(ccl_class *) all;
  CCL_VEC(ccl_condition) conditions;
  size_t memory; /* bytes that distinct values may take, all classes together; 0: no limit */
} ccl_classes;

void ccl_classes_add(ccl_classes *classes, const ccl_request *requests, size_t number); /* requests[number] */
void ccl_classes_cut(ccl_classes *classes, const ccl_request *requests); /* all are added: the spans */
void ccl_classes_clear(ccl_classes *classes); /* nothing was gathered */
void ccl_classes_free(ccl_classes *classes);

/* The covered span that holds a day, or CCL_NO_SPAN_OF_DAYS. */
uint32_t ccl_class_span_of(ccl_class *class, ccl_day day);
/* The answers of all its requests, which are some of these. */
void ccl_class_answer(ccl_class *class, const ccl_plan *plan, const ccl_request *requests, ccl_answer *answers);

#endif
