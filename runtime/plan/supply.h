/* SPDX-License-Identifier: Apache-2.0 */
/* The figures that come with a run, apart from activity: inputs for billing periods, rows of series, and what an example fixes. */
#ifndef CCL_PLAN_SUPPLY_H
#define CCL_PLAN_SUPPLY_H

#include "plan/plan.h"

/* One figure of an input. */
typedef struct ccl_input_figure {
  ccl_days period; /* a whole billing period of the contract */
  ccl_value value;
} ccl_input_figure;

typedef struct ccl_input_figures {
  const ccl_input_figure *figures; /* rising, one for each period at most */
  size_t count;
} ccl_input_figures;

typedef struct ccl_series_rows {
  const ccl_series_row *rows; /* the contract's rows and those given from outside, rising */
  size_t count;
} ccl_series_rows;

typedef struct ccl_supply {
  const ccl_input_figures *inputs; /* one for each plan input */
  const ccl_series_rows *series;   /* one for each plan series */
  const ccl_value *parameters;     /* one for each plan parameter, known where an example fixes it, absent elsewhere; NULL: none is fixed */
} ccl_supply;

/* The supply of a plan alone: no input given, the contract's own rows of series. */
ccl_supply ccl_supply_of(const ccl_plan *plan);

#endif
