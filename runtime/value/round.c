/* SPDX-License-Identifier: Apache-2.0 */
/* Rounding (clauses 3.1 and 5). The only place where a figure loses something. */
#include "value/round.h"

#include "base/mem.h"

/* Whether rounding to the multiple away from zero is right, when x lies between two multiples: `half` compares the part
 * of a step by which it passes the nearer to zero, with one half. */
static bool goes_away_from_zero(ccl_rounding mode, int sign, int half, bool near_is_odd) {
  switch (mode) {
  case CCL_ROUND_COMMERCIAL: return half >= 0;
  case CCL_ROUND_BANKERS: return half > 0 || (half == 0 && near_is_odd);
  case CCL_ROUND_UPWARD: return true;
  case CCL_ROUND_DOWNWARD: return false;
  case CCL_ROUND_CEILING: return sign > 0;
  case CCL_ROUND_FLOOR: return sign < 0;
  }
  CCL_BUG("a rounding mode that does not exist");
}

ccl_rat ccl_round(ccl_rat x, ccl_rounding mode, ccl_rat step) {
  if (ccl_rat_is_too_large(x) || ccl_rat_is_too_large(step))
    return ccl_rat_add(x, step);
  if (ccl_rat_sign(step) <= 0)
    CCL_BUG("a rounding step that is not positive");
  ccl_rat steps = ccl_rat_div(x, step);
  if (ccl_rat_is_too_large(steps) || ccl_rat_is_whole(steps))
    return ccl_rat_is_too_large(steps) ? steps : x;
  int sign = ccl_rat_sign(steps);
  ccl_rat size = ccl_rat_abs(steps);
  ccl_rat near = ccl_rat_floor(size);
  int half = ccl_rat_cmp(ccl_rat_sub(size, near), ccl_rat_frac(1, 2));
  bool near_is_odd = !ccl_rat_is_whole(ccl_rat_div(near, ccl_rat_int(2)));
  if (goes_away_from_zero(mode, sign, half, near_is_odd))
    near = ccl_rat_add(near, CCL_RAT_ONE);
  ccl_rat rounded = ccl_rat_mul(near, step);
  return sign < 0 ? ccl_rat_neg(rounded) : rounded;
}

const char *ccl_rounding_name(ccl_rounding mode) {
  static const char *const names[] = { "commercial", "bankers", "upward", "downward", "round_up", "round_down" };
  return names[mode];
}
