/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Private to plan/: the operations that ccl_compute chooses from, one function for each op of exprs.def that is no
 * leaf.
 *
 * How states meet (clause 5): an operation looks at every argument, and what is wrong with one of them is what is
 * wrong with the whole: unknown before trouble (the first one, from left to right) before absent. Conditions, `if`,
 * `and`, `or` and `by default` look at no more than they need, as long as they know what they need.
 */
#ifndef CCL_PLAN_OPS_H
#define CCL_PLAN_OPS_H

#include "plan/compute.h"

typedef ccl_value ccl_operation(ccl_env *env, const ccl_expr *expr);

/* Keeps in *flaw (CCL_KNOWN at first) the worst that was met. */
void ccl_flaw_note(ccl_value *flaw, ccl_value value);
/* Computes the first `count` arguments. What is wrong with them, CCL_KNOWN when nothing is. */
ccl_value ccl_compute_arguments(ccl_env *env, const ccl_expr *expr, ccl_value *values, size_t count);
/* A yes/no function of a missing value says no. */
ccl_value ccl_flaw_as_condition(ccl_value flaw);
/* A result, or number-too-large at the expression. */
ccl_value ccl_number_at(const ccl_expr *expr, ccl_rat number);
/* A result that can only be this trouble, with no name or figure to tell. */
ccl_value ccl_trouble_at(const ccl_expr *expr, ccl_code code);

/* calls.c */
ccl_operation ccl_op_call, ccl_op_argument;
/* Asks the surroundings, which may compute in another context before they answer. */
ccl_value ccl_ask_leaf(ccl_env *env, const ccl_expr *expr);

/* functions.c */
ccl_operation ccl_op_date_plus_days, ccl_op_date_plus_months, ccl_op_date_minus_date, ccl_op_time_plus_clock,
    ccl_op_time_minus_time;
ccl_operation ccl_op_abs, ccl_op_round, ccl_op_clamp;
ccl_operation ccl_op_weekday, ccl_op_hour, ccl_op_month_of, ccl_op_date_of, ccl_op_holiday, ccl_op_starts_with,
    ccl_op_contains;

/* lookup.c */
ccl_operation ccl_op_band, ccl_op_grid, ccl_op_tier_price, ccl_op_series, ccl_op_latest;

#endif
