/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one notion of evaluation: a context says which rows count. Windows, phases, overrides, `when` and groups only
 * intersect, subtract or replace a part of it. Immutable; copied by value.
 */
#ifndef CCL_EVAL_CONTEXT_H
#define CCL_EVAL_CONTEXT_H

#include "base/str.h"
#include "plan/plan.h"

typedef struct ccl_context {
  uint32_t article; /* whose overrides and givens hold; CCL_NONE: none */
  ccl_dayset days; /* the window: the days of the rows */
  bool has_moment;
  ccl_dayset moment; /* the days whose parameters hold, when they are not the window's (a price that changes, 6.1) */
  ccl_days billing; /* a NAME and the totals sum the invoices of the billing periods that this touches; may be empty */
  ccl_days period; /* period_start … period_end */
  const uint32_t *dims; /* the group: for each first, then by */
  const ccl_value *group; /* of the first `known` dimensions; the others are being looked for */
  size_t dim_count, known;
  bool sees_all; /* a report: overrides take no row away (clause 6.7) */
  bool asks_when; /* the `when` of an article that overrides: its own rows are those of its days in force */
} ccl_context;

/* A billing period as such: requirements, figures. */
ccl_context ccl_context_of_period(ccl_days period);
/* The same with other days. */
ccl_context ccl_context_on(ccl_context context, ccl_dayset days);
ccl_context ccl_context_at(ccl_context context, ccl_dayset moment);
/* In a window (clause 5): it replaces the days. */
ccl_context ccl_context_in_window(const ccl_plan *plan, ccl_context context, ccl_window window);
/* One of the days, weeks, months, periods of the window. */
ccl_context ccl_context_piece(const ccl_plan *plan, ccl_context context, ccl_cycle_unit unit, ccl_days piece);
/* Outside every group. */
ccl_context ccl_context_overall(ccl_context context);
/* Further dimensions (those that it has already are not added), without their values. */
ccl_context ccl_context_by(ccl_context context, const uint32_t *dims, size_t count);
/* The same context in one group: values for all its dimensions. */
ccl_context ccl_context_group(ccl_context context, const ccl_value *group);
/* The days whose parameters hold. */
ccl_dayset ccl_context_moment(const ccl_context *context);
void ccl_context_key(ccl_buf *key, const ccl_context *context);

#endif
