/* SPDX-License-Identifier: Apache-2.0 */
/* Arithmetic on ranges: the result holds every value that comes of values of the ranges. It is exact when they are, and when they do not depend on one another. */
#include "check/range.h"

enum { MOST_INTERVALS = 16 }; /* more are replaced by their hull */

/* ---- Plain ranges ---- */

ccl_range ccl_range_all(void) {
  return (ccl_range){ .set = ccl_set_of(ccl_interval_all()), .step = CCL_RAT_ZERO };
}

static ccl_range exact(ccl_interval it) {
  return (ccl_range){ .set = ccl_set_of(it), .step = CCL_RAT_ZERO, .is_exact = true, .grows = !it.has_high, .falls = !it.has_low };
}

ccl_range ccl_range_point(ccl_rat at) {
  return ccl_rat_is_too_large(at) ? ccl_range_all() : exact(ccl_interval_point(at));
}

ccl_range ccl_range_between(ccl_rat low, ccl_rat high) {
  return exact(ccl_interval_between(low, high));
}

bool ccl_range_is_point(ccl_range a, ccl_rat *at) {
  if (a.set.count != 1 || !a.set.items[0].has_low || !a.set.items[0].has_high || !ccl_rat_eq(a.set.items[0].low, a.set.items[0].high))
    return false;
  *at = a.set.items[0].low;
  return true;
}

static bool is_empty(ccl_range a) {
  return a.set.count == 0;
}

/* A range with too many parts, or with an end that is too large to reckon with, as something plainer. */
static ccl_range tidy(ccl_range a) {
  for (size_t i = 0; i < a.set.count; i++)
    if ((a.set.items[i].has_low && ccl_rat_is_too_large(a.set.items[i].low)) || (a.set.items[i].has_high && ccl_rat_is_too_large(a.set.items[i].high)))
      return ccl_range_all();
  if (ccl_rat_is_too_large(a.step))
    a.step = CCL_RAT_ZERO;
  if (a.set.count > MOST_INTERVALS) {
    a.set = ccl_set_of(ccl_set_hull(a.set));
    a.is_exact = false;
  }
  return a;
}

/* ---- Ends, as numbers with infinities ---- */

typedef struct edge {
  int infinite; /* −1, 0, 1 */
  ccl_rat at;
  bool excluded;
} edge;

static edge low_of(ccl_interval it) {
  return it.has_low ? (edge){ 0, it.low, it.low_excluded } : (edge){ -1, CCL_RAT_ZERO, true };
}

static edge high_of(ccl_interval it) {
  return it.has_high ? (edge){ 0, it.high, it.high_excluded } : (edge){ 1, CCL_RAT_ZERO, true };
}

static int compare_edges(edge a, edge b) {
  if (a.infinite != b.infinite)
    return a.infinite - b.infinite;
  return a.infinite != 0 ? 0 : ccl_rat_cmp(a.at, b.at);
}

static ccl_interval interval_between(edge low, edge high) {
  return (ccl_interval){ .has_low = low.infinite == 0, .low = low.at, .low_excluded = low.infinite == 0 && low.excluded,
                         .has_high = high.infinite == 0, .high = high.at, .high_excluded = high.infinite == 0 && high.excluded };
}

static edge add_edges(edge a, edge b) {
  if (a.infinite != 0 || b.infinite != 0)
    return (edge){ a.infinite != 0 ? a.infinite : b.infinite, CCL_RAT_ZERO, true };
  return (edge){ 0, ccl_rat_add(a.at, b.at), a.excluded || b.excluded };
}

static bool is_zero(edge a) {
  return a.infinite == 0 && ccl_rat_is_zero(a.at);
}

/* Zero times anything, without end too, is zero: reached when the zero is. */
static edge multiply_edges(edge a, edge b) {
  if (is_zero(a) || is_zero(b))
    return (edge){ 0, CCL_RAT_ZERO, !((is_zero(a) && !a.excluded) || (is_zero(b) && !b.excluded)) };
  if (a.infinite == 0 && b.infinite == 0)
    return (edge){ 0, ccl_rat_mul(a.at, b.at), a.excluded || b.excluded };
  int sign_a = a.infinite != 0 ? a.infinite : ccl_rat_sign(a.at), sign_b = b.infinite != 0 ? b.infinite : ccl_rat_sign(b.at);
  return (edge){ sign_a * sign_b, CCL_RAT_ZERO, true };
}

static ccl_interval multiply(ccl_interval a, ccl_interval b) {
  const edge products[] = { multiply_edges(low_of(a), low_of(b)), multiply_edges(low_of(a), high_of(b)), multiply_edges(high_of(a), low_of(b)),
                            multiply_edges(high_of(a), high_of(b)) };
  edge low = products[0], high = products[0];
  for (size_t i = 1; i < sizeof products / sizeof *products; i++) {
    int to_low = compare_edges(products[i], low), to_high = compare_edges(products[i], high);
    if (to_low < 0 || (to_low == 0 && !products[i].excluded))
      low = products[i];
    if (to_high > 0 || (to_high == 0 && !products[i].excluded))
      high = products[i];
  }
  return interval_between(low, high);
}

/* ---- Two ranges ---- */

typedef ccl_interval interval_operation(ccl_interval a, ccl_interval b);

static ccl_interval add(ccl_interval a, ccl_interval b) {
  return interval_between(add_edges(low_of(a), low_of(b)), add_edges(high_of(a), high_of(b)));
}

static bool ends_too_large(ccl_interval it) {
  return (it.has_low && ccl_rat_is_too_large(it.low)) || (it.has_high && ccl_rat_is_too_large(it.high));
}

/* Every interval with every other. False: an end is too large. */
static bool combine(ccl_set a, ccl_set b, interval_operation *operation, ccl_set *out) {
  if (a.count > MOST_INTERVALS / 2)
    a = ccl_set_of(ccl_set_hull(a));
  if (b.count > MOST_INTERVALS / 2)
    b = ccl_set_of(ccl_set_hull(b));
  *out = (ccl_set){ NULL, 0 };
  for (size_t i = 0; i < a.count; i++)
    for (size_t k = 0; k < b.count; k++) {
      ccl_interval it = operation(a.items[i], b.items[k]);
      if (ends_too_large(it))
        return false;
      *out = ccl_set_or(*out, ccl_set_of(it));
    }
  return true;
}

static bool are_independent(ccl_range a, ccl_range b) {
  return a.is_exact && b.is_exact && (a.sources & b.sources) == 0 && a.set.count <= MOST_INTERVALS / 2 && b.set.count <= MOST_INTERVALS / 2;
}

static bool has_low(ccl_range a) {
  return !is_empty(a) && a.set.items[0].has_low;
}

static bool has_high(ccl_range a) {
  return !is_empty(a) && a.set.items[a.set.count - 1].has_high;
}

/* The greatest step of which both are multiples: for a/b and c/d, gcd(ad, cb)/bd. */
static ccl_rat common_step(ccl_rat a, ccl_rat b) {
  for (int rounds = 0; !ccl_rat_is_zero(b); rounds++) {
    if (rounds > 64)
      return CCL_RAT_ZERO;
    ccl_rat rest = ccl_rat_sub(a, ccl_rat_mul(b, ccl_rat_floor(ccl_rat_div(a, b))));
    a = b;
    b = rest;
  }
  return a;
}

/* The step of a figure that is added or multiplied: a constant is a multiple of itself. False: it has none. */
static bool step_of(ccl_range a, ccl_rat *step) {
  ccl_rat at;
  if (ccl_range_is_point(a, &at)) {
    *step = ccl_rat_abs(at);
    return true;
  }
  *step = a.step;
  return !ccl_rat_is_zero(a.step);
}

ccl_range ccl_range_add(ccl_range a, ccl_range b) {
  ccl_rat step_a, step_b;
  bool has_steps = step_of(a, &step_a) && step_of(b, &step_b);
  ccl_range sum = { .step = has_steps ? common_step(step_a, step_b) : CCL_RAT_ZERO, .sources = a.sources | b.sources };
  if (is_empty(a) || is_empty(b) || !combine(a.set, b.set, add, &sum.set))
    return ccl_range_all();
  /* Of two that go in steps, all sums are reached only when the steps are alike, or one is a multiple of the other's. */
  bool fits = !has_steps || ccl_rat_is_zero(step_a) || ccl_rat_is_zero(step_b) || ccl_rat_eq(step_a, step_b);
  sum.is_exact = are_independent(a, b) && fits;
  bool apart = (a.sources & b.sources) == 0;
  sum.grows = (a.grows && (has_low(b) || (apart && !is_empty(b)))) || (b.grows && (has_low(a) || (apart && !is_empty(a))));
  sum.falls = (a.falls && (has_high(b) || (apart && !is_empty(b)))) || (b.falls && (has_high(a) || (apart && !is_empty(a))));
  return tidy(sum);
}

ccl_range ccl_range_neg(ccl_range a) {
  ccl_interval *items = ccl_new_array(ccl_interval, a.set.count);
  for (size_t i = 0; i < a.set.count; i++) {
    ccl_interval it = a.set.items[a.set.count - 1 - i];
    items[i] = (ccl_interval){ .has_low = it.has_high, .low = ccl_rat_neg(it.high), .low_excluded = it.high_excluded,
                               .has_high = it.has_low, .high = ccl_rat_neg(it.low), .high_excluded = it.low_excluded };
  }
  bool grows = a.grows;
  a.grows = a.falls;
  a.falls = grows;
  a.set.items = items;
  return a;
}

/* Whether every value lies on this side of zero, and as far from it as some bound. */
static bool keeps_away(ccl_range a, int sign) {
  if (is_empty(a))
    return false;
  ccl_interval hull = ccl_set_hull(a.set);
  return sign > 0 ? hull.has_low && ccl_rat_sign(hull.low) > 0 : hull.has_high && ccl_rat_sign(hull.high) < 0;
}

ccl_range ccl_range_mul(ccl_range a, ccl_range b) {
  ccl_rat step_a, step_b, at;
  bool has_steps = step_of(a, &step_a) && step_of(b, &step_b);
  ccl_range product = { .step = has_steps ? ccl_rat_mul(step_a, step_b) : CCL_RAT_ZERO, .sources = a.sources | b.sources };
  if (is_empty(a) || is_empty(b) || !combine(a.set, b.set, multiply, &product.set))
    return ccl_range_all();
  bool by_constant = ccl_range_is_point(a, &at) || ccl_range_is_point(b, &at);
  product.is_exact = are_independent(a, b) && (!has_steps || by_constant);
  bool a_up = keeps_away(a, 1), a_down = keeps_away(a, -1), b_up = keeps_away(b, 1), b_down = keeps_away(b, -1);
  product.grows = (a.grows && b_up) || (b.grows && a_up) || (a.falls && b_down) || (b.falls && a_down);
  product.falls = (a.grows && b_down) || (b.grows && a_down) || (a.falls && b_up) || (b.falls && a_up);
  if (product.is_exact) {
    product.grows = product.grows || !has_high(product);
    product.falls = product.falls || !has_low(product);
  }
  return tidy(product);
}

static ccl_set inverse_of(ccl_interval it) {
  edge low = low_of(it), high = high_of(it);
  edge over_high = high.infinite != 0 ? (edge){ 0, CCL_RAT_ZERO, true } : (edge){ 0, CCL_RAT_ZERO, high.excluded };
  edge over_low = low.infinite != 0 ? (edge){ 0, CCL_RAT_ZERO, true } : (edge){ 0, CCL_RAT_ZERO, low.excluded };
  if (high.infinite == 0 && ccl_rat_is_zero(high.at))
    over_high = (edge){ -1, CCL_RAT_ZERO, true };
  else if (high.infinite == 0)
    over_high.at = ccl_rat_div(CCL_RAT_ONE, high.at);
  if (low.infinite == 0 && ccl_rat_is_zero(low.at))
    over_low = (edge){ 1, CCL_RAT_ZERO, true };
  else if (low.infinite == 0)
    over_low.at = ccl_rat_div(CCL_RAT_ONE, low.at);
  return ccl_set_of(interval_between(over_high, over_low));
}

ccl_range ccl_range_inverse(ccl_range a) {
  ccl_interval below = { .has_high = true, .high_excluded = true, .low = CCL_RAT_ZERO, .high = CCL_RAT_ZERO };
  ccl_interval above = { .has_low = true, .low_excluded = true, .low = CCL_RAT_ZERO, .high = CCL_RAT_ZERO };
  ccl_set sides[] = { ccl_set_and(a.set, ccl_set_of(below)), ccl_set_and(a.set, ccl_set_of(above)) };
  ccl_range out = { .step = CCL_RAT_ZERO, .is_exact = a.is_exact && ccl_rat_is_zero(a.step), .sources = a.sources };
  for (size_t s = 0; s < 2; s++)
    for (size_t i = 0; i < sides[s].count; i++)
      out.set = ccl_set_or(out.set, inverse_of(sides[s].items[i]));
  out.grows = out.is_exact && !is_empty(out) && !has_high(out);
  out.falls = out.is_exact && !is_empty(out) && !has_low(out);
  return is_empty(out) ? out : tidy(out);
}

ccl_range ccl_range_or(ccl_range a, ccl_range b) {
  ccl_rat step_a, step_b;
  bool has_steps = step_of(a, &step_a) && step_of(b, &step_b);
  if (is_empty(a) || is_empty(b))
    return is_empty(a) ? b : a;
  ccl_range both = { .set = ccl_set_or(a.set, b.set), .sources = a.sources | b.sources, .step = CCL_RAT_ZERO };
  if (has_steps)
    both.step = common_step(step_a, step_b);
  bool fits = !has_steps || ccl_rat_is_zero(step_a) || ccl_rat_is_zero(step_b) || ccl_rat_eq(step_a, step_b) ||
              (ccl_rat_eq(both.step, step_a) && ccl_range_is_point(b, &step_b)) || (ccl_rat_eq(both.step, step_b) && ccl_range_is_point(a, &step_a));
  both.is_exact = a.is_exact && b.is_exact && fits;
  both.grows = a.grows || b.grows;
  both.falls = a.falls || b.falls;
  return tidy(both);
}

ccl_range ccl_range_min(ccl_range a, ccl_range b) {
  if (is_empty(a) || is_empty(b))
    return ccl_range_all();
  ccl_interval of_a = ccl_set_hull(a.set), of_b = ccl_set_hull(b.set);
  edge low_a = low_of(of_a), low_b = low_of(of_b), high_a = high_of(of_a), high_b = high_of(of_b);
  int lows = compare_edges(low_a, low_b), highs = compare_edges(high_a, high_b);
  edge low = lows < 0 || (lows == 0 && !low_a.excluded) ? low_a : low_b;
  edge high = highs < 0 || (highs == 0 && high_a.excluded) ? high_a : high_b;
  ccl_range least = { .set = ccl_set_of(interval_between(low, high)), .step = CCL_RAT_ZERO, .sources = a.sources | b.sources };
  ccl_rat step_a, step_b;
  if (step_of(a, &step_a) && step_of(b, &step_b))
    least.step = common_step(step_a, step_b);
  least.is_exact = are_independent(a, b) && a.set.count == 1 && b.set.count == 1 && ccl_rat_is_zero(least.step);
  if (!ccl_rat_is_zero(least.step))
    least.is_exact = are_independent(a, b) && a.set.count == 1 && b.set.count == 1 && (ccl_rat_eq(step_a, step_b) || ccl_rat_eq(least.step, step_a) || ccl_rat_eq(least.step, step_b));
  least.grows = a.grows && b.grows && (a.sources & b.sources) == 0;
  least.falls = a.falls || b.falls;
  return least;
}

ccl_range ccl_range_abs(ccl_range a) {
  ccl_set above = ccl_set_of(ccl_interval_from(CCL_RAT_ZERO));
  ccl_range one = a, other = ccl_range_neg(a);
  one.set = ccl_set_and(a.set, above);
  other.set = ccl_set_and(other.set, above);
  ccl_range out = a;
  out.set = ccl_set_or(one.set, other.set);
  out.grows = a.grows || a.falls;
  out.falls = false;
  return out;
}

ccl_range ccl_range_round(ccl_range a, ccl_rounding rounding, ccl_rat step) {
  ccl_range out = { .step = step, .is_exact = a.is_exact && ccl_rat_is_zero(a.step), .grows = a.grows, .falls = a.falls, .sources = a.sources };
  for (size_t i = 0; i < a.set.count; i++) {
    ccl_interval it = a.set.items[i];
    out.is_exact = out.is_exact && !it.low_excluded && !it.high_excluded;
    if (it.has_low)
      it.low = ccl_round(it.low, rounding, step);
    if (it.has_high)
      it.high = ccl_round(it.high, rounding, step);
    it.low_excluded = it.high_excluded = false;
    out.set = ccl_set_or(out.set, ccl_set_of(it));
  }
  return out;
}
