/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is wrong with the rows: reported in the order of the files, the first CCL_LIMIT_SHOWN_DATA_ERRORS and then their
 * count; or, under --reject, a line for each row set aside (cli.md 3). Rows of one batch may be found wrong in any
 * order: they wait until it is done.
 */
#ifndef CCL_DATA_FAULTS_H
#define CCL_DATA_FAULTS_H

#include "data/messages.h"

/* Where a row stands. */
typedef struct ccl_row_place {
  uint32_t file; /* its number among all files and tables */
  ccl_str path;
  uint64_t line;
  const ccl_span *span; /* of an example's row; NULL: in a file */
} ccl_row_place;

typedef struct ccl_fault {
  ccl_row_place place;
  const ccl_message *message;
  ccl_str args[4];
  size_t arg_count;
  ccl_str activity, column, found, row; /* for the lines of --reject */
} ccl_fault;

typedef struct ccl_faults {
  ccl_diags *diags;
  bool reject;
  bool stopped; /* something was reported that stops the reading */
  uint64_t count; /* errors in rows, shown or not */
  ccl_diag *last; /* shown */
  CCL_VEC(ccl_fault) waiting;
  uint64_t waiting_from; /* count before those that wait */
  ccl_buf rejected; /* lines of --reject, the header line first */
} ccl_faults;

void ccl_faults_init(ccl_faults *faults, ccl_diags *diags, bool reject);
/* Whether the texts of a further fault are of use; else ccl_faults_count is enough. */
bool ccl_faults_wants(const ccl_faults *faults);
void ccl_faults_count(ccl_faults *faults);
void ccl_faults_add(ccl_faults *faults, const ccl_fault *fault); /* texts are copied */
void ccl_faults_flush(ccl_faults *faults); /* a batch is done */
/* Something that stops the file, whether rows are set aside or not; shown in any case. */
ccl_diag *ccl_faults_stop(ccl_faults *faults, ccl_row_place place, const ccl_message *message, ccl_args args);
/* All files are read: says how many more there were. */
void ccl_faults_end(ccl_faults *faults);

ccl_str ccl_row_place_text(const ccl_sources *sources,
                           ccl_row_place place); /* "calls.csv:7"; without a line the path alone */

#endif
