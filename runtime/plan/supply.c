/* SPDX-License-Identifier: Apache-2.0 */
/* The supply of a plan alone. What a run adds to it, the readers of inputs and series make. */
#include "plan/supply.h"

#include "base/mem.h"

ccl_supply ccl_supply_of(const ccl_plan *plan) {
  ccl_series_rows *series = ccl_new_array(ccl_series_rows, plan->series_count);
  for (size_t i = 0; i < plan->series_count; i++)
    series[i] = (ccl_series_rows){ plan->series[i].rows, plan->series[i].row_count };
  return (ccl_supply){ .inputs = ccl_new_array(ccl_input_figures, plan->inputs_count), .series = series };
}
