/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The measures of a contract as small relational queries: filter, group, aggregate over the declared columns of one activity. They are apart
 * from the rules of the articles, so that another executor can take them (engine/engine.h is the border; `ccl dump plan` shows them).
 *
 * Equal queries are one query (they are interned when the plan is made). `share` is two counts, `average` a sum and a count of the rows whose value is known.
 */
#ifndef CCL_PLAN_QUERY_H
#define CCL_PLAN_QUERY_H

#include "plan/expr.h"

#define CCL_NONE UINT32_MAX /* "no index" for every index of the plan */

typedef enum ccl_source_kind {
  CCL_FROM_ACTIVITY,
  CCL_FROM_DAYS, CCL_FROM_WEEKS, CCL_FROM_MONTHS, CCL_FROM_PERIODS /* the days … of the window: eval walks them, no executor sees them */
} ccl_source_kind;

typedef enum ccl_query_kind {
  CCL_QUERY_COUNT,
  CCL_QUERY_SUM,        /* of what[0]; rows where it is missing are skipped; 0 without rows */
  CCL_QUERY_DURATION,   /* sum of until − dated_by, in seconds */
  CCL_QUERY_DISTINCT,   /* how many different combinations of what[0 …]; a missing value is skipped */
  CCL_QUERY_LOWEST, CCL_QUERY_HIGHEST,
  CCL_QUERY_MEDIAN,     /* the middle value, or half the sum of the two middle ones */
  CCL_QUERY_PERCENTILE, /* the value of rank ⌈percentile/100 × n⌉ */
  CCL_QUERY_SHARE, CCL_QUERY_AVERAGE /* over days, weeks, months, periods only: for an activity they are two queries */
} ccl_query_kind;

typedef struct ccl_query {
  ccl_query_kind kind;
  ccl_source_kind source;
  ccl_span span;
  uint32_t activity;           /* of CCL_FROM_ACTIVITY */
  uint32_t dated_by;           /* field that places the rows in time; rows where it is missing are left out */
  const ccl_expr *where;       /* condition on a row (or a day, week …); NULL: every row */
  const ccl_expr *among;       /* of SHARE; NULL: all */
  const ccl_expr *const *what; /* what is summed, compared or counted */
  size_t what_count;
  uint32_t percentile;         /* 1–100 */
  uint32_t split;              /* calendar whose bands cut the rows (clause 5, split by), or CCL_NONE */
  /* Expressions inside where and what whose value belongs to the context, not to the row (measures, inputs, constants of the context):
   * whoever asks gives their values, in this order (ccl_request.outer). Such a query needs a pass after the one that they need. */
  const ccl_expr *const *outer;
  size_t outer_count;
  ccl_type type;               /* of the result */
} ccl_query;

#endif
