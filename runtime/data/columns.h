/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which column of a file is which column of the contract: names are matched without case and accents, exact spellings
 * first (clause 4.1). A slot is a column that some field names; two fields may share one.
 */
#ifndef CCL_DATA_COLUMNS_H
#define CCL_DATA_COLUMNS_H

#include "data/record.h"
#include "plan/plan.h"

typedef struct ccl_slot_name {
  ccl_str name; /* as declared */
  ccl_str folded; /* without case and accents */
  ccl_str shown; /* as the file spells it, once known */
  uint32_t column; /* of a CSV file; CCL_NONE: absent */
} ccl_slot_name;

typedef struct ccl_columns {
  const ccl_activity *activity;
  ccl_slot_name *slots;
  size_t slot_count;
  uint32_t **fields; /* for each field of data its slots, as many as it has columns */
  /* Of JSON: names of members seen, in the order of the last object, and their slots. */
  struct ccl_member *members; /* private */
  size_t member_count, member_cap;
} ccl_columns;

ccl_columns *ccl_columns_new(const ccl_activity *activity);
/* How many declared columns a header line has: for finding the delimiter. */
size_t ccl_columns_matched(const ccl_columns *columns, const ccl_record_cell *cells, size_t count);
/* Takes a header line in. Name of a column that it has twice and that is asked for; empty: none. */
ccl_str ccl_columns_take(ccl_columns *columns, const ccl_record_cell *cells, size_t count);
/* The slot of a member of an object; `rank` is its place there. */
uint32_t ccl_columns_member(ccl_columns *columns, ccl_str name, size_t rank, bool *exact);
/* The columns of a field as one name: "Date + Time". */
ccl_str ccl_columns_name(const ccl_columns *columns, uint32_t field);

#endif
