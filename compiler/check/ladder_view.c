/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which values come to which rung. All bounds, sorted, cut the line into pieces; each rung takes the pieces in its bounds that no earlier one has taken. Every piece is taken
 * once, and those that are taken are jumped over: ten thousand rungs cost little more than sorting them.
 */
#include <stdlib.h>

#include "check/ladder.h"

/* ---- Pieces ---- */

static int by_figure(const void *a, const void *b) {
  return ccl_rat_cmp(*(const ccl_rat *)a, *(const ccl_rat *)b);
}

/* The bounds of all rungs that are known, rising, each once. */
static size_t gather_bounds(const ccl_ladder_view *view, ccl_rat *bounds) {
  size_t count = 0, kept = 0;
  for (size_t i = 0; i < view->ladder->rung_count; i++) {
    const ccl_rung_view *rung = &view->rungs[i];
    if (rung->is_known && rung->it.has_low)
      bounds[count++] = rung->it.low;
    if (rung->is_known && rung->it.has_high)
      bounds[count++] = rung->it.high;
  }
  if (count > 1)
    qsort(bounds, count, sizeof *bounds, by_figure);
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || !ccl_rat_eq(bounds[kept - 1], bounds[i]))
      bounds[kept++] = bounds[i];
  return kept;
}

static ccl_interval scaled(ccl_interval it, ccl_rat factor) {
  if (it.has_low)
    it.low = ccl_rat_mul(it.low, factor);
  if (it.has_high)
    it.high = ccl_rat_mul(it.high, factor);
  return it;
}

/* A value of the figure in the piece, plain in the unit in which the figure is written: 101 %, not 200 %, for what lies above 100 %. */
static ccl_ladder_piece make_piece(const ccl_ladder_view *view, ccl_interval it) {
  ccl_ladder_piece piece = { .it = it, .rung = CCL_NONE };
  ccl_set set = ccl_set_and(view->figure.set, ccl_set_of(it));
  ccl_rat scale = view->ladder->figure->type.unit->scale;
  if (!ccl_rat_is_zero(view->figure.step)) {
    piece.is_possible = ccl_set_pick(set, view->figure.step, &piece.figure);
    return piece;
  }
  piece.is_possible = set.count > 0 && ccl_set_pick(ccl_set_of(scaled(set.items[0], ccl_rat_div(CCL_RAT_ONE, scale))), CCL_RAT_ZERO, &piece.figure);
  if (piece.is_possible)
    piece.figure = ccl_rat_mul(piece.figure, scale);
  return piece;
}

static void cut(ccl_ladder_view *view, const ccl_rat *bounds, size_t count) {
  ccl_interval between = ccl_interval_all();
  view->pieces = ccl_new_array(ccl_ladder_piece, 2 * count + 1);
  for (size_t i = 0; i < count; i++) {
    between.has_high = between.high_excluded = true;
    between.high = bounds[i];
    view->pieces[view->piece_count++] = make_piece(view, between);
    view->pieces[view->piece_count++] = make_piece(view, ccl_interval_point(bounds[i]));
    between = ccl_interval_from(bounds[i]);
    between.low_excluded = true;
  }
  view->pieces[view->piece_count++] = make_piece(view, between);
}

/* ---- Taking ---- */

/* The first piece from `at` on that nobody has taken: `next` leads there, and is shortened on the way. */
static size_t next_free(size_t *next, size_t at) {
  size_t end = at;
  while (next[end] != end)
    end = next[end];
  while (next[at] != end) {
    size_t step = next[at];
    next[at] = end;
    at = step;
  }
  return end;
}

static size_t bound_at(const ccl_rat *bounds, size_t count, ccl_rat figure) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (ccl_rat_cmp(bounds[middle], figure) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void reach(ccl_rung_view *rung, const ccl_ladder_piece *piece) {
  if (!rung->is_reached) {
    rung->is_reached = true;
    rung->figure = piece->figure;
    rung->reached = piece->it;
    return;
  }
  rung->reached.has_high = piece->it.has_high;
  rung->reached.high = piece->it.high;
  rung->reached.high_excluded = piece->it.high_excluded;
}

/* Piece 2i + 1 is the bound i, piece 2i lies before it. */
static void take(ccl_ladder_view *view, uint32_t index, const ccl_rat *bounds, size_t count, size_t *next, const size_t *possible_before) {
  ccl_rung_view *rung = &view->rungs[index];
  size_t first = 0, last = view->piece_count - 1;
  if (rung->it.has_low)
    first = 2 * bound_at(bounds, count, rung->it.low) + (rung->it.low_excluded ? 2 : 1);
  if (rung->it.has_high)
    last = 2 * bound_at(bounds, count, rung->it.high) + (rung->it.high_excluded ? 0 : 1);
  rung->first = first;
  rung->last = last;
  if (first > last)
    return;
  rung->is_possible = possible_before[last + 1] > possible_before[first];
  rung->takes_all = possible_before[last + 1] - possible_before[first] == possible_before[view->piece_count];
  for (size_t i = next_free(next, first); i <= last; i = next_free(next, i)) {
    view->pieces[i].rung = index;
    next[i] = i + 1;
    if (view->pieces[i].is_possible)
      reach(rung, &view->pieces[i]);
  }
}

static void share_out(ccl_ladder_view *view) {
  ccl_rat *bounds = ccl_new_array(ccl_rat, 2 * view->ladder->rung_count + 1);
  size_t count = gather_bounds(view, bounds);
  cut(view, bounds, count);
  size_t *next = ccl_alloc_atomic((view->piece_count + 1) * sizeof *next), *possible = ccl_alloc_atomic((view->piece_count + 1) * sizeof *possible);
  for (size_t i = 0; i <= view->piece_count; i++) {
    next[i] = i;
    possible[i] = i == 0 ? 0 : possible[i - 1] + (view->pieces[i - 1].is_possible ? 1 : 0);
  }
  for (uint32_t i = 0; i < view->ladder->rung_count; i++)
    if (view->rungs[i].is_known)
      take(view, i, bounds, count, next, possible);
}

/* ---- Rungs ---- */

static ccl_rung_way way_of(const ccl_rung *rung) {
  if (rung->has_low && rung->has_high)
    return CCL_RUNG_BETWEEN;
  return rung->has_low ? CCL_RUNG_FROM_BELOW : rung->has_high ? CCL_RUNG_FROM_ABOVE : CCL_RUNG_OTHERWISE;
}

static bool figure_on(const ccl_ladder_view *view, const ccl_checking *checking, const ccl_expr *expr, ccl_rat *figure) {
  return ccl_dated_value(checking, expr, view->day, figure) || ccl_range_value(view->ranges, expr, figure);
}

static void look_at_rung(ccl_ladder_view *view, const ccl_checking *checking, size_t index) {
  const ccl_rung *rung = &view->ladder->rungs[index];
  ccl_rung_view *it = &view->rungs[index];
  it->way = way_of(rung);
  it->first = 1;
  it->it = (ccl_interval){ .has_low = rung->has_low, .low_excluded = rung->low_excluded, .low = CCL_RAT_ZERO,
                           .has_high = rung->has_high, .high_excluded = rung->high_excluded, .high = CCL_RAT_ZERO };
  it->is_known = (!rung->has_low || figure_on(view, checking, rung->low, &it->it.low)) && (!rung->has_high || figure_on(view, checking, rung->high, &it->it.high));
  view->is_whole = view->is_whole && it->is_known;
  it->outcome = CCL_RAT_ZERO;
  it->has_outcome = !rung->slides && (!rung->outcome || figure_on(view, checking, rung->outcome, &it->outcome));
  if (rung->sign < 0 && it->has_outcome)
    it->outcome = ccl_rat_neg(it->outcome);
}

ccl_ladder_view ccl_ladder_look(const ccl_checking *checking, const ccl_ladder *ladder, ccl_day day, ccl_ranges *ranges) {
  ccl_ladder_view view = { .ladder = ladder, .day = day, .ranges = ranges, .is_whole = true };
  view.figure = ccl_range_of(ranges, ladder->figure, CCL_NONE, NULL);
  view.rungs = ccl_new_array(ccl_rung_view, ladder->rung_count);
  for (size_t i = 0; i < ladder->rung_count; i++)
    look_at_rung(&view, checking, i);
  share_out(&view);
  return view;
}

size_t ccl_ladder_views(const ccl_checking *checking, const ccl_article *article, const ccl_ladder *ladder, const ccl_ladder_view **views) {
  const ccl_expr **exprs = ccl_new_array(const ccl_expr *, 4 * ladder->rung_count + 1);
  size_t count = 0;
  exprs[count++] = ladder->figure;
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const ccl_expr *const all[] = { ladder->rungs[i].low, ladder->rungs[i].high, ladder->rungs[i].outcome, ladder->rungs[i].end };
    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
      exprs[count++] = all[k];
  }
  const ccl_day *days;
  size_t day_count = ccl_dated_days(checking, exprs, count, article->in_force, &days);
  ccl_ladder_view *made = ccl_new_array(ccl_ladder_view, day_count);
  for (size_t i = 0; i < day_count; i++)
    made[i] = ccl_ladder_look(checking, ladder, days[i], day_count == 1 ? checking->ranges : ccl_ranges_on(checking->plan, days[i]));
  *views = made;
  return day_count;
}
