/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ladders (clause 6.3): rungs that nothing comes to, values that no rung takes, outcomes that turn back, rungs that a reader takes for one another. Which values come to which
 * rung is ladder_view.c's.
 */
#include "check/ladder.h"

typedef struct looking {
  const ccl_checking *checking;
  const ccl_article *article;
  const ccl_effect *effect;
  const ccl_ladder *ladder;
  const ccl_ladder_view *views; /* one for each day that matters */
  size_t view_count;
} looking;

static ccl_str say_figure(const looking *look, ccl_span span, ccl_rat figure) {
  return ccl_check_say(look->checking, span, look->ladder->figure->type, figure);
}

/* `at least 90 %`: a rung without its outcome. */
static ccl_span condition_span(const looking *look, const ccl_rung *rung) {
  const ccl_node *node = ccl_check_node(look->checking, rung->span, CCL_NODE_RUNG);
  if (!node)
    return rung->span;
  const ccl_node *from = ccl_node_get(node, CCL_SLOT_RUNG_FROM), *to = ccl_node_get(node, CCL_SLOT_RUNG_TO);
  return to ? ccl_span_join(node->head, to->span) : from ? ccl_span_join(node->head, from->span) : node->head;
}

static ccl_span figure_span(const looking *look) {
  return look->ladder->figure->span;
}

/* ---- ladder-unreachable ---- */

/* The figure's range in words: "between 0 % and 100 %". */
static ccl_str range_text(const looking *look, ccl_set set, ccl_span span) {
  ccl_interval hull = ccl_set_hull(set);
  ccl_lang lang = ccl_check_lang(look->checking, span);
  if (hull.has_low && hull.has_high)
    return ccl_message_text(&ccl_check_say_range_between, lang, CCL_ARGS(say_figure(look, span, hull.low), say_figure(look, span, hull.high)));
  const ccl_message *message = hull.has_low ? (hull.low_excluded ? &ccl_check_say_range_above : &ccl_check_say_range_from)
                                            : (hull.high_excluded ? &ccl_check_say_range_below : &ccl_check_say_range_to);
  return ccl_message_text(message, lang, CCL_ARGS(say_figure(look, span, hull.has_low ? hull.low : hull.high)));
}

static void report_out_of_range(const looking *look, const ccl_rung *rung) {
  ccl_span span = condition_span(look, rung);
  ccl_set set = look->views[0].figure.set;
  ccl_diag *diag = ccl_check_report(look->checking, &ccl_check_say_rung_out_of_range, span, CCL_ARGS(range_text(look, set, span)));
  ccl_diag_note(diag, &ccl_check_say_ladder_figure, figure_span(look), CCL_NO_ARGS);
}

/* The first (or last) piece in a rung that some value lies in; the rung is possible. */
static const ccl_ladder_piece *piece_in(const ccl_ladder_view *view, uint32_t index, bool is_last) {
  size_t at = is_last ? view->rungs[index].last : view->rungs[index].first;
  while (!view->pieces[at].is_possible)
    at = is_last ? at - 1 : at + 1;
  return &view->pieces[at];
}

/* The earlier rungs that take the first and the last value of this one. */
static void note_takers(const looking *look, ccl_diag *diag, const ccl_ladder_view *view, uint32_t index) {
  uint32_t first = piece_in(view, index, false)->rung, last = piece_in(view, index, true)->rung;
  ccl_diag_note(diag, &ccl_check_say_rung_taken, condition_span(look, &look->ladder->rungs[first]), CCL_NO_ARGS);
  if (last != first)
    ccl_diag_note(diag, &ccl_check_say_rung_taken, condition_span(look, &look->ladder->rungs[last]), CCL_NO_ARGS);
}

static void report_unreachable(const looking *look, uint32_t index) {
  const ccl_rung *rung = &look->ladder->rungs[index];
  const ccl_ladder_view *view = &look->views[0];
  if (!view->rungs[index].is_possible) {
    report_out_of_range(look, rung);
    return;
  }
  ccl_span span = condition_span(look, rung);
  ccl_diag *diag = ccl_check_report(look->checking, &ccl_check_say_rung_unreachable, span, CCL_ARGS(say_figure(look, span, piece_in(view, index, false)->figure)));
  note_takers(look, diag, view, index);
  ccl_diag_help(diag, &ccl_check_say_rung_unreachable_help, CCL_NO_ARGS);
}

/* Reached on no day. */
static bool check_reached(const looking *look) {
  bool all = true;
  for (uint32_t i = 0; i < look->ladder->rung_count; i++) {
    bool is_reached = look->views[0].rungs[i].way == CCL_RUNG_OTHERWISE;
    for (size_t d = 0; d < look->view_count && !is_reached; d++)
      is_reached = !look->views[d].rungs[i].is_known || look->views[d].rungs[i].is_reached;
    if (!is_reached)
      report_unreachable(look, i);
    all = all && is_reached;
  }
  return all;
}

/* ---- ladder-incomplete ---- */

static bool has_otherwise(const ccl_ladder *ladder) {
  for (size_t i = 0; i < ladder->rung_count; i++)
    if (!ladder->rungs[i].has_low && !ladder->rungs[i].has_high)
      return true;
  return false;
}

typedef struct source_search {
  ccl_ranges *ranges;
  ccl_source_bits sources;
} source_search;

static void see_source(void *self, const ccl_seen *it) {
  source_search *search = self;
  if (it->expr->type.kind == CCL_KIND_NUMBER)
    search->sources |= ccl_range_of(search->ranges, it->expr, CCL_NONE, NULL).sources;
}

/* Whether the article acts only when something is so on which the figure depends too: then it does not meet all values. */
static bool is_guarded(const looking *look, ccl_source_bits sources) {
  source_search search = { look->checking->ranges, 0 };
  ccl_check_each_in(&(ccl_seen){ .expr = look->article->when, .activity = CCL_NONE }, see_source, &search);
  return (search.sources & sources) != 0;
}

/* Days counted in a window that the article's own dates cut short. */
static bool may_be_cut(const looking *look, ccl_source_bits sources) {
  ccl_days days = look->article->in_force;
  return (sources & CCL_SOURCE_DAYS) && days.to != CCL_DAY_MAX && days.to - days.from < 366;
}

/* A piece that no rung takes: between two rungs rather than above all, above rather than below; NULL: none. */
static const ccl_ladder_piece *find_hole(const ccl_ladder_view *view) {
  const ccl_ladder_piece *best = NULL;
  int best_rank = 0;
  for (size_t i = 0; i < view->piece_count; i++) {
    const ccl_ladder_piece *piece = &view->pieces[i];
    int rank = i == 0 ? 1 : i + 1 == view->piece_count ? 2 : 3;
    if (piece->rung != CCL_NONE || !piece->is_possible || rank <= best_rank)
      continue;
    best = piece;
    best_rank = rank;
  }
  return best;
}

static void report_hole(const looking *look, const ccl_ladder_view *view, ccl_rat figure) {
  const ccl_checking *checking = look->checking;
  const ccl_expr *asked = look->ladder->figure;
  ccl_span span = ccl_check_head(checking, look->effect->span, CCL_NODE_LADDER);
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_ladder_incomplete, span, CCL_ARGS(say_figure(look, span, figure)));
  const ccl_input *input = asked->op == CCL_OP_INPUT ? &checking->plan->inputs[asked->index] : NULL;
  if (view->day != look->views[0].day)
    ccl_diag_note(diag, &ccl_check_say_stands_from, CCL_NO_SPAN, CCL_ARGS(ccl_day_text(view->day)));
  if (input && !input->has_range)
    ccl_diag_note(diag, &ccl_check_say_input_unlimited, input->span, CCL_ARGS(input->name));
  ccl_diag_help(diag, input && !input->has_range ? &ccl_check_say_ladder_input_help : &ccl_check_say_ladder_incomplete_help, CCL_NO_ARGS);
}

static void check_complete(const looking *look) {
  if (has_otherwise(look->ladder) || look->ladder->rung_count == 0)
    return;
  for (size_t d = 0; d < look->view_count; d++) {
    const ccl_ladder_view *view = &look->views[d];
    if (!view->is_whole || !view->figure.is_exact || may_be_cut(look, view->figure.sources) || is_guarded(look, view->figure.sources))
      continue;
    const ccl_ladder_piece *hole = find_hole(view);
    if (hole) {
      report_hole(look, view, hole->figure);
      return;
    }
  }
}

/* ---- perverse-ladder ---- */

/* What a rung gives: "a bonus of 3 %". */
static ccl_str say_outcome(const looking *look, ccl_span span, const ccl_rung *rung, ccl_rat outcome) {
  ccl_lang lang = ccl_check_lang(look->checking, span);
  if (ccl_rat_is_zero(outcome))
    return ccl_message_text(&ccl_check_say_outcome_nothing, lang, CCL_NO_ARGS);
  const ccl_message *message = ccl_rat_sign(outcome) > 0 ? &ccl_check_say_outcome_bonus : &ccl_check_say_outcome_malus;
  return ccl_message_text(message, lang, CCL_ARGS(ccl_check_say(look->checking, span, rung->outcome->type, ccl_rat_abs(outcome))));
}

/* All rungs look one way, and what they give is of one kind, known. */
static bool is_judged(const ccl_ladder_view *view) {
  ccl_rung_way way = CCL_RUNG_OTHERWISE;
  const ccl_expr *outcome = NULL;
  for (size_t i = 0; i < view->ladder->rung_count; i++) {
    const ccl_rung_view *rung = &view->rungs[i];
    const ccl_expr *given = view->ladder->rungs[i].outcome;
    bool turns = rung->way != CCL_RUNG_OTHERWISE && way != CCL_RUNG_OTHERWISE && rung->way != way;
    if (rung->way == CCL_RUNG_BETWEEN || turns || !rung->is_known || !rung->has_outcome)
      return false;
    if (rung->way != CCL_RUNG_OTHERWISE)
      way = rung->way;
    if (given && outcome && !ccl_dimension_eq(given->type.unit->dimension, outcome->type.unit->dimension))
      return false;
    if (given)
      outcome = given;
  }
  return true;
}

static bool looks_one_way(const ccl_ladder_view *view, ccl_rung_way way) {
  for (size_t i = 0; i < view->ladder->rung_count; i++)
    if (view->rungs[i].way != CCL_RUNG_OTHERWISE && view->rungs[i].way != way)
      return false;
  return true;
}

/* One value and what it gives, as values rise. */
typedef struct stretch {
  ccl_rat figure, outcome;
  uint32_t rung;
} stretch;

static size_t list_stretches(const ccl_ladder_view *view, stretch *out) {
  size_t count = 0;
  for (size_t i = 0; i < view->piece_count; i++) {
    const ccl_ladder_piece *piece = &view->pieces[i];
    if (piece->is_possible && piece->rung != CCL_NONE && (count == 0 || out[count - 1].rung != piece->rung))
      out[count++] = (stretch){ piece->figure, view->rungs[piece->rung].outcome, piece->rung };
  }
  return count;
}

/* The way that the ladder goes as a whole: 1 when higher values are the better ones. */
static int way_of(const stretch *all, size_t count) {
  int way = ccl_rat_cmp(all[count - 1].outcome, all[0].outcome);
  for (size_t i = 1; i < count && way == 0; i++)
    way = ccl_rat_cmp(all[i].outcome, all[i - 1].outcome);
  return way > 0 ? 1 : -1;
}

static void report_perverse(const looking *look, stretch better, stretch worse) {
  const ccl_rung *of_better = &look->ladder->rungs[better.rung], *of_worse = &look->ladder->rungs[worse.rung];
  const ccl_rung *later = better.rung > worse.rung ? of_better : of_worse, *earlier = later == of_better ? of_worse : of_better;
  ccl_span span = later->span;
  ccl_diag *diag = ccl_check_report(look->checking, &ccl_check_say_perverse, span,
                                    CCL_ARGS(say_figure(look, span, better.figure), say_outcome(look, span, of_better, better.outcome),
                                             say_figure(look, span, worse.figure), say_outcome(look, span, of_worse, worse.outcome)));
  ccl_diag_note(diag, &ccl_check_say_perverse_other, earlier->span, CCL_NO_ARGS);
}

/* As many steps up as down, and the rungs do not look to the end that pays more: which result is the better one is not
 * said, but three of them show that it turns. `at` is the later rung of the step that goes back. */
static bool report_turn(const looking *look, const stretch *all, size_t count, uint32_t at) {
  size_t rises = 0, falls = 0, turn = 0;
  for (size_t i = 1; i < count; i++) {
    int step = ccl_rat_cmp(all[i].outcome, all[i - 1].outcome);
    rises += step > 0;
    falls += step < 0;
    if (turn == 0 && rises > 0 && falls > 0)
      turn = i;
  }
  if (turn < 2 || rises != falls)
    return false;
  const stretch shown[3] = { all[0], all[turn - 1], all[turn] };
  const ccl_rung *rungs = look->ladder->rungs;
  ccl_span span = rungs[at].span;
  ccl_str figures[3], outcomes[3];
  for (size_t i = 0; i < 3; i++) {
    figures[i] = say_figure(look, span, shown[i].figure);
    outcomes[i] = say_outcome(look, span, &rungs[shown[i].rung], shown[i].outcome);
  }
  ccl_diag *diag =
      ccl_check_report(look->checking, &ccl_check_say_perverse_turn, span,
                       CCL_ARGS(figures[0], outcomes[0], figures[1], outcomes[1], figures[2], outcomes[2]));
  for (size_t i = 0; i < 3; i++)
    if (shown[i].rung != at)
      ccl_diag_note(diag, &ccl_check_say_perverse_other, rungs[shown[i].rung].span, CCL_NO_ARGS);
  return true;
}

static void check_perverse(const looking *look) {
  for (size_t d = 0; d < look->view_count; d++) {
    const ccl_ladder_view *view = &look->views[d];
    if (!is_judged(view))
      continue;
    stretch *all = ccl_new_array(stretch, view->piece_count + 1);
    size_t count = list_stretches(view, all);
    int way = count > 1 ? way_of(all, count) : 0;
    for (size_t i = 1; i < count; i++)
      if (way * ccl_rat_cmp(all[i].outcome, all[i - 1].outcome) < 0) {
        uint32_t later = all[i].rung > all[i - 1].rung ? all[i].rung : all[i - 1].rung;
        bool is_said = looks_one_way(view, way > 0 ? CCL_RUNG_FROM_BELOW : CCL_RUNG_FROM_ABOVE);
        if (is_said || !report_turn(look, all, count, later))
          report_perverse(look, way > 0 ? all[i] : all[i - 1], way > 0 ? all[i - 1] : all[i]);
        return;
      }
  }
}

/* ---- ladder-overlap-direction ---- */

/* After each rung, the one that reaches farthest down (at least) and up (at most). */
typedef struct farthest {
  uint32_t from_below, from_above; /* CCL_NONE: none */
} farthest;

static farthest *farthest_after(const ccl_ladder_view *view) {
  size_t count = view->ladder->rung_count;
  farthest *after = ccl_new_array(farthest, count + 1);
  after[count] = (farthest){ CCL_NONE, CCL_NONE };
  for (size_t i = count; i > 0; i--) {
    const ccl_rung_view *rung = &view->rungs[i - 1];
    after[i - 1] = after[i];
    if (!rung->is_known)
      continue;
    uint32_t low = after[i].from_below, high = after[i].from_above;
    if (rung->way == CCL_RUNG_FROM_BELOW && (low == CCL_NONE || ccl_rat_cmp(rung->it.low, view->rungs[low].it.low) <= 0))
      after[i - 1].from_below = (uint32_t)(i - 1);
    if (rung->way == CCL_RUNG_FROM_ABOVE && (high == CCL_NONE || ccl_rat_cmp(rung->it.high, view->rungs[high].it.high) >= 0))
      after[i - 1].from_above = (uint32_t)(i - 1);
  }
  return after;
}

static void report_overlap(const looking *look, const ccl_ladder_view *view, ccl_rat figure, uint32_t first, uint32_t second) {
  const ccl_rung *taken = &look->ladder->rungs[first], *other = &look->ladder->rungs[second];
  ccl_span span = condition_span(look, other);
  (void)view;
  ccl_diag *diag = ccl_check_report(look->checking, &ccl_check_say_overlap_direction, span, CCL_ARGS(say_figure(look, span, figure)));
  ccl_diag_note(diag, &ccl_check_say_overlap_first, condition_span(look, taken), CCL_NO_ARGS);
  ccl_diag_help(diag, &ccl_check_say_overlap_help, CCL_NO_ARGS);
}

static bool gives_the_same(const ccl_rung_view *a, const ccl_rung_view *b) {
  return a->has_outcome && b->has_outcome && ccl_rat_eq(a->outcome, b->outcome);
}

/* A value that an "at least" takes, and a later "at most" names too; or the other way round. */
static void check_direction(const looking *look) {
  const ccl_ladder_view *view = &look->views[0];
  farthest *after = NULL;
  for (size_t i = 0; i < view->piece_count; i++) {
    const ccl_ladder_piece *piece = &view->pieces[i];
    if (!piece->is_possible || piece->rung == CCL_NONE)
      continue;
    const ccl_rung_view *rung = &view->rungs[piece->rung];
    if (rung->way != CCL_RUNG_FROM_BELOW && rung->way != CCL_RUNG_FROM_ABOVE)
      continue;
    after = after ? after : farthest_after(view);
    uint32_t other = rung->way == CCL_RUNG_FROM_BELOW ? after[piece->rung + 1].from_above : after[piece->rung + 1].from_below;
    if (other == CCL_NONE || !ccl_interval_has(view->rungs[other].it, piece->figure) || gives_the_same(rung, &view->rungs[other]) || view->rungs[other].takes_all) /* as good as an `otherwise` */
      continue;
    report_overlap(look, view, piece->figure, piece->rung, other);
    return;
  }
}

/* ---- All ladders ---- */

void ccl_check_ladders(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  for (size_t a = 0; a < plan->articles_count; a++)
    for (size_t i = 0; i < plan->articles[a].effect_count && !ccl_days_is_empty(plan->articles[a].in_force); i++) {
      const ccl_effect *effect = &plan->articles[a].effects[i];
      if (!effect->ladder || effect->ladder->rung_count == 0)
        continue;
      looking look = { .checking = checking, .article = &plan->articles[a], .effect = effect, .ladder = effect->ladder };
      look.view_count = ccl_ladder_views(checking, look.article, effect->ladder, &look.views);
      check_complete(&look);
      if (!check_reached(&look))
        continue; /* one cause, one finding */
      check_perverse(&look);
      check_direction(&look);
    }
}
