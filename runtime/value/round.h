/* SPDX-License-Identifier: Apache-2.0 */
/* Rounding: one function, a mode and a step (clauses 3.1 and 5). */
#ifndef CCL_VALUE_ROUND_H
#define CCL_VALUE_ROUND_H

#include "value/rational.h"

typedef enum ccl_rounding {
  CCL_ROUND_COMMERCIAL, /* to the nearest multiple, half away from zero */
  CCL_ROUND_BANKERS,    /* half to the even multiple */
  CCL_ROUND_UPWARD,     /* away from zero */
  CCL_ROUND_DOWNWARD,   /* toward zero */
  CCL_ROUND_CEILING,    /* toward +∞: the function round_up */
  CCL_ROUND_FLOOR       /* toward −∞: the function round_down */
} ccl_rounding;

/* x rounded to a multiple of step, which is positive. */
ccl_rat ccl_round(ccl_rat x, ccl_rounding mode, ccl_rat step);
const char *ccl_rounding_name(ccl_rounding mode); /* "commercial" … as in clause 3.1; for the two functions their names */

#endif
