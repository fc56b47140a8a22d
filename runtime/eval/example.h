/* SPDX-License-Identifier: Apache-2.0 */
/* Running the worked examples of a contract (clause 4.7; `ccl test`). */
#ifndef CCL_EVAL_EXAMPLE_H
#define CCL_EVAL_EXAMPLE_H

#include "eval/eval.h"

/* One expectation, compared exactly. */
typedef struct ccl_comparison_made {
  const ccl_expectation *expectation;
  bool agrees;
  ccl_type type;
  ccl_value expected, found; /* found: a trouble when it could not be computed (reported) */
} ccl_comparison_made;

typedef struct ccl_example_result {
  const ccl_example *example;
  bool computed; /* false: reported in diags; then nothing else counts */
  bool passed; /* computed, and every expectation agrees */
  ccl_days period;
  CCL_VEC(ccl_comparison_made) comparisons; /* in the order of the example */
  const ccl_ledger *ledger; /* what the example reaches, for coverage; NULL: not computed */
} ccl_example_result;

/* Runs one example, on its givens and tables alone. */
ccl_example_result ccl_example_run(const ccl_plan *plan, ccl_diags *diags, const ccl_example *example);

#endif
