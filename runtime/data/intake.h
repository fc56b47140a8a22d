/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is known of the rows of one activity over all its files: how many, which of them left (set aside, or replaced by
 * a later version), which keys are there. The first pass over the files judges every row; later passes only follow it.
 */
#ifndef CCL_DATA_INTAKE_H
#define CCL_DATA_INTAKE_H

#include "data/batch.h"
#include "data/faults.h"
#include "data/keys.h"
#include "data/pack.h"

typedef struct ccl_intake {
  const ccl_plan *plan;
  const ccl_activity *activity;
  ccl_faults *faults;
  const ccl_str *paths; /* of files, by number */
  bool judged; /* a first pass is done */
  bool ignores_keys; /* somebody else sees that they are unique */
  uint64_t next; /* number of the next row */
  uint64_t rows, rejected, replaced;
  ccl_bits left;
  ccl_keys keys; /* of the first pass */
} ccl_intake;

void ccl_intake_init(ccl_intake *intake, const ccl_plan *plan, uint32_t activity, ccl_faults *faults,
                     const ccl_str *paths);
void ccl_intake_begin(ccl_intake *intake); /* a pass over all files of the activity */
void ccl_intake_end(ccl_intake *intake);

/* The place of a row of the batch. */
ccl_row_place ccl_intake_place(const ccl_batch *batch, size_t row);
/* The row behind the last one of the batch is wrong (`more` counts further faults of the same row). Under --reject
 * it is set aside. */
void ccl_intake_fault(ccl_intake *intake, const ccl_batch *batch, ccl_fault fault, bool more);
/* The row behind the last one of the batch was read: whether it stays, by its times and its key, or by the first
 * pass. Counts it, and takes it into the batch. */
bool ccl_intake_take(ccl_intake *intake, ccl_batch *batch);
/* The row behind the last one was not read; it counts all the same. */
void ccl_intake_skip(ccl_intake *intake);
/* A row of the batch must leave after all (a missing dimension): set aside, or an error. */
void ccl_intake_drop(ccl_intake *intake, const ccl_batch *batch, size_t row, ccl_fault fault);

#endif
