/* SPDX-License-Identifier: Apache-2.0 */
/* Intervals and sets of them, over exact rationals. */
#include "check/range.h"


/* ---- One interval ---- */

ccl_interval ccl_interval_all(void) {
  return (ccl_interval){ .low = CCL_RAT_ZERO, .high = CCL_RAT_ZERO };
}

ccl_interval ccl_interval_point(ccl_rat at) {
  return ccl_interval_between(at, at);
}

ccl_interval ccl_interval_from(ccl_rat low) {
  return (ccl_interval){ .has_low = true, .low = low, .high = CCL_RAT_ZERO };
}

ccl_interval ccl_interval_between(ccl_rat low, ccl_rat high) {
  return (ccl_interval){ .has_low = true, .low = low, .has_high = true, .high = high };
}

bool ccl_interval_is_empty(ccl_interval it) {
  if (!it.has_low || !it.has_high)
    return false;
  int order = ccl_rat_cmp(it.low, it.high);
  return order > 0 || (order == 0 && (it.low_excluded || it.high_excluded));
}

bool ccl_interval_has(ccl_interval it, ccl_rat figure) {
  if (it.has_low) {
    int order = ccl_rat_cmp(figure, it.low);
    if (it.low_excluded ? order <= 0 : order < 0)
      return false;
  }
  if (it.has_high) {
    int order = ccl_rat_cmp(figure, it.high);
    if (it.high_excluded ? order >= 0 : order > 0)
      return false;
  }
  return true;
}

/* Which begins first, an included end before an excluded one. */
static int compare_lows(ccl_interval a, ccl_interval b) {
  if (!a.has_low || !b.has_low)
    return (int)a.has_low - (int)b.has_low;
  int order = ccl_rat_cmp(a.low, b.low);
  return order != 0 ? order : (int)a.low_excluded - (int)b.low_excluded;
}

static int compare_highs(ccl_interval a, ccl_interval b) {
  if (!a.has_high || !b.has_high)
    return (int)b.has_high - (int)a.has_high;
  int order = ccl_rat_cmp(a.high, b.high);
  return order != 0 ? order : (int)b.high_excluded - (int)a.high_excluded;
}

static ccl_interval with_low(ccl_interval it, ccl_interval low) {
  it.has_low = low.has_low;
  it.low_excluded = low.low_excluded;
  it.low = low.low;
  return it;
}

static ccl_interval with_high(ccl_interval it, ccl_interval high) {
  it.has_high = high.has_high;
  it.high_excluded = high.high_excluded;
  it.high = high.high;
  return it;
}

/* Whether b, which does not begin before a, meets a or goes on where it ends, so that both are one. */
static bool is_joined(ccl_interval a, ccl_interval b) {
  if (!a.has_high || !b.has_low)
    return true;
  int order = ccl_rat_cmp(b.low, a.high);
  return order < 0 || (order == 0 && !(a.high_excluded && b.low_excluded));
}

/* ---- Sets ---- */

typedef CCL_VEC(ccl_interval) interval_list;

ccl_set ccl_set_of(ccl_interval it) {
  if (ccl_interval_is_empty(it))
    return (ccl_set){ NULL, 0 };
  ccl_interval *only = ccl_new(ccl_interval);
  *only = it;
  return (ccl_set){ only, 1 };
}

/* Adds one that does not begin before the last. */
static void append(interval_list *list, ccl_interval it) {
  ccl_interval *last = list->len > 0 ? &list->items[list->len - 1] : NULL;
  if (!last || !is_joined(*last, it))
    ccl_vec_push(list, it);
  else if (compare_highs(*last, it) < 0)
    *last = with_high(*last, it);
}

ccl_set ccl_set_or(ccl_set a, ccl_set b) {
  interval_list all = { 0 };
  size_t i = 0, k = 0;
  while (i < a.count || k < b.count)
    append(&all, k == b.count || (i < a.count && compare_lows(a.items[i], b.items[k]) <= 0) ? a.items[i++] : b.items[k++]);
  return (ccl_set){ all.items, all.len };
}

ccl_set ccl_set_and(ccl_set a, ccl_set b) {
  interval_list all = { 0 };
  for (size_t i = 0, k = 0; i < a.count && k < b.count;) {
    ccl_interval both = compare_lows(a.items[i], b.items[k]) < 0 ? b.items[k] : a.items[i];
    bool a_ends_first = compare_highs(a.items[i], b.items[k]) < 0;
    both = with_high(both, a_ends_first ? a.items[i] : b.items[k]);
    if (!ccl_interval_is_empty(both))
      ccl_vec_push(&all, both);
    if (a_ends_first)
      i++;
    else
      k++;
  }
  return (ccl_set){ all.items, all.len };
}

ccl_set ccl_set_not(ccl_set a) {
  interval_list all = { 0 };
  ccl_interval rest = ccl_interval_all();
  bool is_open = true; /* whether anything is left above what was taken so far */
  for (size_t i = 0; i < a.count; i++) {
    const ccl_interval *it = &a.items[i];
    if (it->has_low) {
      ccl_interval before = rest;
      before.has_high = true;
      before.high = it->low;
      before.high_excluded = !it->low_excluded;
      if (!ccl_interval_is_empty(before))
        ccl_vec_push(&all, before);
    }
    is_open = it->has_high;
    rest.has_low = true;
    rest.low = it->high;
    rest.low_excluded = !it->high_excluded;
  }
  if (is_open)
    ccl_vec_push(&all, rest);
  return (ccl_set){ all.items, all.len };
}

bool ccl_set_has(ccl_set set, ccl_rat figure) {
  for (size_t i = 0; i < set.count; i++)
    if (ccl_interval_has(set.items[i], figure))
      return true;
  return false;
}

ccl_interval ccl_set_hull(ccl_set set) {
  return with_high(with_low(ccl_interval_all(), set.items[0]), set.items[set.count - 1]);
}

/* ---- Picking a figure ---- */

static ccl_rat multiple_from(ccl_rat figure, ccl_rat step, ccl_rounding rounding) {
  return ccl_round(figure, rounding, step);
}

/* The multiple nearest to one end. */
static bool pick_multiple(ccl_interval it, ccl_rat step, ccl_rat *figure) {
  if (!it.has_low && !it.has_high) {
    *figure = CCL_RAT_ZERO;
    return true;
  }
  ccl_rat at = it.has_low ? multiple_from(it.low, step, CCL_ROUND_CEILING) : multiple_from(it.high, step, CCL_ROUND_FLOOR);
  if (!ccl_interval_has(it, at)) /* the end itself, excluded */
    at = it.has_low ? ccl_rat_add(at, step) : ccl_rat_sub(at, step);
  *figure = at;
  return ccl_interval_has(it, at);
}

/* A figure between two ends, with as few digits as go: the first multiple of 10, 1, 0.1, 0.01 … that lies between; for a small gap the middle. */
static ccl_rat pick_between(ccl_interval it) {
  static const int finest = -6, coarsest = 12;
  for (int power = coarsest; power >= finest; power--) {
    ccl_rat at;
    if (pick_multiple(it, ccl_rat_pow(ccl_rat_int(10), power), &at) && ccl_interval_has(it, at))
      return at;
  }
  return ccl_rat_div(ccl_rat_add(it.low, it.high), ccl_rat_int(2));
}

static ccl_rat pick_any(ccl_interval it) {
  if (ccl_interval_has(it, CCL_RAT_ZERO))
    return CCL_RAT_ZERO;
  if (it.has_low && !it.low_excluded)
    return it.low;
  if (it.has_high && !it.high_excluded)
    return it.high;
  if (!it.has_low || !it.has_high) {
    ccl_rat next = it.has_low ? ccl_rat_add(ccl_rat_floor(it.low), CCL_RAT_ONE) : ccl_rat_sub(ccl_rat_ceil(it.high), CCL_RAT_ONE);
    return next;
  }
  return pick_between(it);
}

bool ccl_set_pick(ccl_set set, ccl_rat step, ccl_rat *figure) {
  for (size_t i = 0; i < set.count; i++) {
    if (!ccl_rat_is_zero(step)) {
      if (pick_multiple(set.items[i], step, figure))
        return true;
      continue;
    }
    *figure = pick_any(set.items[i]);
    return true;
  }
  return false;
}
