/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows into cells: for each row of a batch and each class of its activity, whether the row counts, in which group, and
 * what it brings (clauses 5 and 6.7). A row that must leave because a dimension is missing brings nothing to any class.
 */
#ifndef CCL_ENGINE_GATHER_H
#define CCL_ENGINE_GATHER_H

#include "data/intake.h"
#include "engine/classes.h"

/* How many rows fall on each day, by the activity's own dated_by. */
typedef struct ccl_day_counts {
  struct ccl_day_count {
    ccl_day day;
    uint64_t rows;
  } * days; /* once done: rising */
  size_t len, cap;
  ccl_pairs places; /* day → place; while rows come */
  size_t last;
} ccl_day_counts;

typedef struct ccl_gather {
  const ccl_plan *plan;
  ccl_intake *intake;
  ccl_rows *rows;
  ccl_classes classes;
  ccl_day_counts *counts; /* NULL: counted already */
  ccl_bits *in_windows; /* rows that some request could count; NULL: nobody asks */
  bool stopped; /* too many groups: reported */
  bool troubled; /* a row brought something that cannot be computed */
  const ccl_dayset *window_days; /* NULL, or days whose rows were in a window before */
  CCL_VEC(ccl_bring) brings; /* of the row at hand */
  CCL_VEC(ccl_class *) bringers; /* the class of each */
  ccl_value *keys; /* room for the keys of a group and the values of a combination */
  size_t key_room;
} ccl_gather;

ccl_gather *ccl_gather_new(const ccl_plan *plan, const ccl_supply *supply, uint32_t activity, ccl_intake *intake);
void ccl_gather_batch(ccl_gather *gather, const ccl_batch *batch);

void ccl_day_counts_add(ccl_day_counts *counts, ccl_day day);
void ccl_day_counts_add_many(ccl_day_counts *counts, ccl_day day, uint64_t rows);
void ccl_day_counts_finish(ccl_day_counts *counts); /* sorts; no more are added */
uint64_t ccl_day_counts_in(const ccl_day_counts *counts, ccl_days days);

#endif
