/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a rung of a ladder holds (clause 6.3). Which rung is first, what it gives and how it slides is
 * eval/bonus.c's.
 */
#include "plan/plan.h"

bool ccl_rung_holds(const ccl_rung *rung, ccl_rat low, ccl_rat high, ccl_rat figure) {
  if (rung->has_low) {
    int order = ccl_rat_cmp(figure, low);
    if (rung->low_excluded ? order <= 0 : order < 0)
      return false;
  }
  if (rung->has_high) {
    int order = ccl_rat_cmp(figure, high);
    if (rung->high_excluded ? order >= 0 : order > 0)
      return false;
  }
  return true;
}
