/* SPDX-License-Identifier: Apache-2.0 */
/* Figures that come from outside beside activity: inputs and rows of series (clause 4.1; cli.md 3). They become the supply of a run. */
#ifndef CCL_DATA_OUTSIDE_H
#define CCL_DATA_OUTSIDE_H

#include "plan/supply.h"

/* --input NAME=VALUE, its name found already. */
typedef struct ccl_typed_input {
  uint32_t input;
  ccl_str value;
} ccl_typed_input;

/* --series NAME=FILE. */
typedef struct ccl_series_file {
  uint32_t series;
  ccl_str path;
} ccl_series_file;

typedef struct ccl_outside {
  const ccl_typed_input *inputs; /* of the billing period `period`; they win over input files */
  size_t input_count;
  ccl_days period;
  const ccl_str *input_files; /* --inputs: columns period, name, value */
  size_t input_file_count;
  const ccl_series_file *series;
  size_t series_count;
} ccl_outside;

/* Reads everything and completes the plan's own rows of series. False: reported (bad-value, unknown-input, input-out-of-range, series-conflict, missing-column …). */
bool ccl_outside_read(const ccl_plan *plan, ccl_diags *diags, const ccl_outside *outside, ccl_supply *supply);

#endif
