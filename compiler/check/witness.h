/* SPDX-License-Identifier: Apache-2.0 */
/* A day on which a row can be what a case says it is (a Sunday, a day of a calendar's band …), for findings about
 * rows. Private to check/. */
#ifndef CCL_CHECK_WITNESS_H
#define CCL_CHECK_WITNESS_H

#include "check/cases.h"
#include "value/dayset.h"

/* Which rows of what: those that a field places in time, on some days. */
typedef struct ccl_rows {
  uint32_t activity, dated_by;
  ccl_dayset days;
} ccl_rows;

/*
 * cases.c's ccl_cases_find for rows on these days: POSSIBLE comes with a day among them. Where the conditions ask of
 * the row's own day what this does not follow, CANNOT_TELL.
 */
ccl_possible ccl_rows_find(const ccl_checking *checking, const ccl_rows *rows, const ccl_expr *const *conditions,
                           const bool *wanted, size_t count, ccl_case *found, ccl_day *day);

#endif
