/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bonuses and maluses without a limit (clause 6.3): a malus, or several together, that takes more than the whole base; amounts that grow without end. A cap of the article, or one of another
 * article `on` it, ends the question.
 */
#include "check/ladder.h"

typedef struct looking {
  const ccl_checking *checking;
  const ccl_article *article;
} looking;

/* ---- Who is capped ---- */

/* What caps an article, its own effects and those of others on it. */
typedef struct capped {
  bool bonus, malus;
} capped;

static void note_cap(capped *it, ccl_effect_kind kind) {
  it->bonus = it->bonus || kind == CCL_EFFECT_BONUS_CAP || kind == CCL_EFFECT_CAP || kind == CCL_EFFECT_MAXIMUM;
  it->malus = it->malus || kind == CCL_EFFECT_MALUS_CAP || kind == CCL_EFFECT_CAP || kind == CCL_EFFECT_MINIMUM;
}

/* One for each name of an article. */
static const capped *gather_caps(const ccl_plan *plan) {
  capped *caps = ccl_new_array(capped, plan->article_names_count);
  for (size_t a = 0; a < plan->articles_count; a++)
    for (size_t i = 0; i < plan->articles[a].effect_count; i++) {
      const ccl_effect *effect = &plan->articles[a].effects[i];
      for (size_t k = 0; k < effect->on_count; k++)
        note_cap(&caps[effect->on[k]], effect->kind);
      if (effect->on_count == 0)
        note_cap(&caps[plan->articles[a].article_name], effect->kind);
    }
  return caps;
}

static bool is_share(const ccl_expr *expr) {
  return expr && ccl_dimension_is_number(expr->type.unit->dimension);
}

/* ---- A witness: what an amount is when its figures are so ---- */

enum { MOST_STEPS = 500 };

typedef struct trial {
  ccl_dated dated; /* parameters */
  ccl_ranges *ranges;
  ccl_rat size;    /* of every figure that is not known, in the unit in which it is written */
  ccl_value figure; /* `value` of the ladder */
  const ccl_expr *asked; /* the only figure that was asked for; NULL: none yet */
  bool several;
  unsigned steps; /* into measures that use one another */
} trial;

static ccl_value trial_leaf(ccl_env *env, const ccl_expr *expr) {
  trial *t = env->self;
  if (expr->op == CCL_OP_PARAMETER)
    return ccl_parameter_on(t->dated.plan, NULL, expr->index, t->dated.day);
  if (expr->type.kind != CCL_KIND_NUMBER || (expr->op != CCL_OP_INPUT && expr->op != CCL_OP_AGGREGATE && expr->op != CCL_OP_MEASURE))
    return ccl_value_unknown();
  ccl_range range = ccl_range_of(t->ranges, expr, CCL_NONE, NULL);
  if (!range.is_exact || range.set.count != 1)
    return expr->op == CCL_OP_MEASURE && ++t->steps < MOST_STEPS ? ccl_compute(env, t->dated.plan->measures[expr->index].value) : ccl_value_unknown();
  t->several = t->several || (t->asked && !ccl_expr_same(t->asked, expr));
  t->asked = expr;
  ccl_rat size = ccl_rat_mul(t->size, expr->type.unit->scale);
  if (!ccl_set_has(range.set, size))
    size = range.set.items[0].has_high && !range.set.items[0].high_excluded ? range.set.items[0].high : CCL_RAT_ZERO;
  return ccl_value_number(size);
}

static ccl_days trial_days(ccl_env *env) {
  const trial *t = env->self;
  return (ccl_days){ t->dated.day, t->dated.day };
}

/* The amount when figures are of this size; false: it depends on more. */
static bool try_size(trial *t, const ccl_expr *amount, int64_t size, ccl_rat *out) {
  t->size = ccl_rat_int(size);
  ccl_env env = { .plan = t->dated.plan, .leaf = trial_leaf, .when = trial_days, .self = t };
  for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
    env.bound[i] = ccl_value_unknown();
  env.bound[CCL_BOUND_FIGURE] = t->figure;
  ccl_value value = ccl_compute(&env, amount);
  if (value.state != CCL_KNOWN || t->several)
    return false;
  *out = value.as.number;
  return true;
}

static ccl_str name_of(const ccl_checking *checking, const ccl_expr *figure) {
  if (figure->op == CCL_OP_INPUT)
    return checking->plan->inputs[figure->index].name;
  return figure->op == CCL_OP_MEASURE ? checking->plan->measures[figure->index].name : ccl_source_text(checking->sources, figure->span);
}

static trial new_trial(const looking *look) {
  return (trial){ .dated = { look->checking->plan, look->article->in_force.from }, .ranges = look->checking->ranges, .figure = ccl_value_unknown() };
}

static void see_bound(void *self, const ccl_seen *it) {
  bool *has_bound = self;
  *has_bound = *has_bound || (it->expr->op == CCL_OP_BOUND && it->expr->index == CCL_BOUND_FIGURE);
}

/* "when `late_reports` is 1,000 reports it is €100,000"; a sentence without figures when more than one decides. */
static void note_example(const looking *look, ccl_diag *diag, const ccl_expr *amount, const ccl_expr *figure) {
  enum { MANY = 1000 };
  const ccl_checking *checking = look->checking;
  trial t = new_trial(look);
  ccl_rat size, result;
  bool has_bound = false;
  ccl_check_each_in(&(ccl_seen){ .expr = amount, .activity = CCL_NONE }, see_bound, &has_bound);
  if (has_bound && figure) { /* in a rung: `value` */
    t.asked = figure;
    t.figure = ccl_value_number(ccl_rat_mul(ccl_rat_int(MANY), figure->type.unit->scale));
  }
  if (!try_size(&t, amount, MANY, &result) || !t.asked)
    return;
  size = ccl_rat_mul(ccl_rat_int(MANY), t.asked->type.unit->scale);
  ccl_span span = amount->span;
  ccl_diag_note(diag, &ccl_check_say_cap_example, CCL_NO_SPAN,
                CCL_ARGS(name_of(checking, t.asked), ccl_check_say(checking, span, t.asked->type, size), ccl_check_say(checking, span, amount->type, result)));
}

/* ---- uncapped-malus, uncapped-bonus ---- */

static void report_uncapped(const looking *look, ccl_span span, bool is_malus, const ccl_expr *amount, const ccl_expr *figure) {
  ccl_diag *diag = ccl_check_report(look->checking, is_malus ? &ccl_check_say_uncapped_malus : &ccl_check_say_uncapped_bonus, span, CCL_NO_ARGS);
  note_example(look, diag, amount, figure);
  ccl_diag_help(diag, is_malus ? &ccl_check_say_uncapped_malus_help : &ccl_check_say_uncapped_bonus_help, CCL_NO_ARGS);
}

/* The values of the figure that come to a rung. */
static ccl_range reaching(const ccl_ladder_view *view, const ccl_rung_view *rung) {
  ccl_range range = view->figure;
  range.set = ccl_set_and(range.set, ccl_set_of(rung->reached));
  range.grows = range.grows && !rung->reached.has_high;
  range.falls = range.falls && !rung->reached.has_low;
  return range;
}

static ccl_range outcome_range(const ccl_ladder_view *view, const ccl_rung_view *rung, const ccl_expr *outcome) {
  ccl_range figure = reaching(view, rung);
  return ccl_range_of(view->ranges, outcome, CCL_NONE, &figure);
}

static void check_ladder_growth(const looking *look, const ccl_ladder *ladder, capped caps) {
  const ccl_ladder_view *views;
  (void)ccl_ladder_views(look->checking, look->article, ladder, &views);
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const ccl_rung *rung = &ladder->rungs[i];
    if (rung->sign == 0 || rung->slides || views->rungs[i].has_outcome || !views->rungs[i].is_reached)
      continue;
    bool is_malus = rung->sign < 0;
    if ((is_malus ? caps.malus : caps.bonus) || (is_malus && is_share(rung->outcome)))
      continue;
    if (outcome_range(views, &views->rungs[i], rung->outcome).grows)
      report_uncapped(look, rung->span, is_malus, rung->outcome, ladder->figure);
  }
}

/* A share that grows is a malus that exceeds the base: said as that. */
static void check_growth(const looking *look, const ccl_effect *effect, capped caps) {
  bool is_malus = effect->kind == CCL_EFFECT_MALUS;
  if (effect->ladder)
    check_ladder_growth(look, effect->ladder, caps);
  if ((effect->kind != CCL_EFFECT_BONUS && !is_malus) || (is_malus ? caps.malus : caps.bonus) || (is_malus && effect->is_share))
    return;
  if (ccl_range_of(look->checking->ranges, effect->amount, CCL_NONE, NULL).grows)
    report_uncapped(look, effect->span, is_malus, effect->amount, NULL);
}

/* ---- malus-exceeds-base ---- */

/* The worst that an effect does to the base, as a share: below zero when it takes. */
typedef struct worst {
  bool is_certain;  /* a case in which it does so exists */
  bool has_no_end;  /* it grows without end */
  ccl_rat share;
  ccl_span span;    /* of the rung or effect that says it */
  const ccl_expr *amount;
  ccl_source_bits sources;
} worst;

static worst nothing(ccl_span span) {
  return (worst){ .share = CCL_RAT_ZERO, .span = span, .is_certain = true };
}

static void worsen(worst *it, worst other) {
  if (other.has_no_end || (!it->has_no_end && other.is_certain && ccl_rat_cmp(other.share, it->share) < 0))
    *it = other;
}

/* The most that an amount of a malus can be. */
static worst worst_of_amount(ccl_range range, const ccl_expr *amount, ccl_span span) {
  worst it = nothing(span);
  it.amount = amount;
  it.sources = range.sources;
  it.has_no_end = range.grows;
  it.is_certain = range.is_exact && range.set.count > 0;
  if (it.is_certain && !it.has_no_end) {
    ccl_interval hull = ccl_set_hull(range.set);
    it.is_certain = hull.has_high && !hull.high_excluded;
    it.share = it.is_certain ? ccl_rat_neg(hull.high) : CCL_RAT_ZERO;
  }
  return it;
}

static worst worst_of_rung(const ccl_ladder_view *view, size_t index) {
  const ccl_rung *rung = &view->ladder->rungs[index];
  const ccl_rung_view *seen = &view->rungs[index];
  worst it = nothing(rung->span), end;
  if (!seen->is_reached || !view->figure.is_exact)
    return it;
  if (rung->sign < 0 && is_share(rung->outcome)) {
    it = worst_of_amount(outcome_range(view, seen, rung->outcome), rung->outcome, rung->span);
    if (rung->slides && !ccl_interval_has(seen->reached, seen->it.low)) /* the outcome holds at the lower bound only */
      it = nothing(rung->span);
  }
  if (rung->slides && rung->end_sign < 0 && is_share(rung->end)) {
    end = worst_of_amount(outcome_range(view, seen, rung->end), rung->end, rung->span);
    bool comes_near = seen->reached.has_high && ccl_rat_eq(seen->reached.high, seen->it.high); /* never quite there: it counts when it passes the base */
    if (comes_near && ccl_rat_cmp(end.share, ccl_rat_int(-1)) < 0)
      worsen(&it, end);
  }
  it.sources |= view->figure.sources;
  return it;
}

static worst worst_of_ladder(const looking *look, const ccl_effect *effect) {
  worst it = nothing(effect->span);
  const ccl_ladder_view *views;
  size_t count = ccl_ladder_views(look->checking, look->article, effect->ladder, &views);
  for (size_t d = 0; d < count; d++)
    for (size_t i = 0; i < effect->ladder->rung_count; i++)
      worsen(&it, worst_of_rung(&views[d], i));
  return it;
}

static worst worst_of(const looking *look, const ccl_effect *effect) {
  if (effect->ladder)
    return worst_of_ladder(look, effect);
  if (effect->kind != CCL_EFFECT_MALUS || !effect->is_share)
    return nothing(effect->span);
  return worst_of_amount(ccl_range_of(look->checking->ranges, effect->amount, CCL_NONE, NULL), effect->amount, effect->span);
}

/* A bonus that is always given makes good a part of what is taken. */
static ccl_rat sure_bonus(const looking *look, const ccl_effect *effect) {
  if (effect->kind != CCL_EFFECT_BONUS || !effect->is_share)
    return CCL_RAT_ZERO;
  ccl_range range = ccl_range_of(look->checking->ranges, effect->amount, CCL_NONE, NULL);
  ccl_interval hull = range.set.count > 0 ? ccl_set_hull(range.set) : ccl_interval_all();
  return hull.has_low && ccl_rat_sign(hull.low) > 0 ? hull.low : CCL_RAT_ZERO;
}

static bool passes(ccl_rat share) {
  return ccl_rat_cmp(share, ccl_rat_int(-1)) < 0;
}

static ccl_str say_share(const looking *look, ccl_span span, ccl_rat share) {
  ccl_type percent = { CCL_KIND_NUMBER, ccl_unit_percent(look->checking->plan->units) };
  return ccl_check_say(look->checking, span, percent, ccl_rat_neg(share));
}

/* The smallest round size of its figure at which the malus passes the base. */
static void note_passing(const looking *look, ccl_diag *diag, const worst *it) {
  static const int64_t sizes[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000, 100000, 1000000, 1000000000 };
  trial t = new_trial(look);
  ccl_rat result;
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
    if (try_size(&t, it->amount, sizes[i], &result) && t.asked && ccl_rat_cmp(result, CCL_RAT_ONE) > 0) {
      ccl_rat size = ccl_rat_mul(ccl_rat_int(sizes[i]), t.asked->type.unit->scale);
      ccl_diag_note(diag, &ccl_check_say_cap_example, CCL_NO_SPAN,
                    CCL_ARGS(name_of(look->checking, t.asked), ccl_check_say(look->checking, it->span, t.asked->type, size),
                             say_share(look, it->span, ccl_rat_neg(result))));
      return;
    }
}

static void report_exceeds(const looking *look, const worst *it) {
  ccl_diag *diag;
  if (it->has_no_end) {
    diag = ccl_check_report(look->checking, &ccl_check_say_exceeds_any, it->span, CCL_NO_ARGS);
    note_passing(look, diag, it);
  } else {
    diag = ccl_check_report(look->checking, &ccl_check_say_exceeds, it->span, CCL_ARGS(say_share(look, it->span, it->share)));
  }
  ccl_diag_help(diag, &ccl_check_say_exceeds_help, CCL_NO_ARGS);
}

static void report_exceed_together(const looking *look, const worst *all, size_t count, ccl_rat sum) {
  const worst *last = &all[count - 1];
  ccl_diag *diag = ccl_check_report(look->checking, &ccl_check_say_exceed_together, last->span, CCL_ARGS(say_share(look, last->span, sum)));
  for (size_t i = 0; i + 1 < count; i++)
    ccl_diag_note(diag, &ccl_check_say_exceed_part, all[i].span, CCL_ARGS(say_share(look, all[i].span, all[i].share)));
  ccl_diag_help(diag, &ccl_check_say_exceeds_help, CCL_NO_ARGS);
}

/* Effects that pass the base alone; else those together that do not depend on one another. */
static void check_exceeds(const looking *look) {
  const ccl_article *article = look->article;
  worst *together = ccl_new_array(worst, article->effect_count + 1);
  size_t count = 0;
  ccl_source_bits sources = 0;
  ccl_rat sum = CCL_RAT_ZERO, bonus = CCL_RAT_ZERO;
  for (size_t i = 0; i < article->effect_count; i++)
    bonus = ccl_rat_add(bonus, sure_bonus(look, &article->effects[i]));
  for (size_t i = 0; i < article->effect_count; i++) {
    worst it = worst_of(look, &article->effects[i]);
    if (it.has_no_end || (it.is_certain && passes(ccl_rat_add(it.share, bonus)))) {
      report_exceeds(look, &it);
      return;
    }
    if (!it.is_certain || ccl_rat_sign(it.share) >= 0 || (it.sources & sources) != 0)
      continue;
    sources |= it.sources;
    sum = ccl_rat_add(sum, it.share);
    together[count++] = it;
  }
  if (count > 1 && passes(ccl_rat_add(sum, bonus)))
    report_exceed_together(look, together, count, sum);
}

/* ---- All articles ---- */

static bool has_bonus(const ccl_article *article) {
  for (size_t i = 0; i < article->effect_count; i++) {
    ccl_effect_kind kind = article->effects[i].kind;
    if (kind == CCL_EFFECT_LADDER || kind == CCL_EFFECT_BONUS || kind == CCL_EFFECT_MALUS)
      return true;
  }
  return false;
}

void ccl_check_caps(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  const capped *caps = gather_caps(plan);
  for (size_t a = 0; a < plan->articles_count; a++) {
    looking look = { checking, &plan->articles[a] };
    capped own = caps[look.article->article_name];
    if (!has_bonus(look.article) || ccl_days_is_empty(look.article->in_force))
      continue;
    if (look.article->base.said && !own.malus)
      check_exceeds(&look);
    for (size_t i = 0; i < look.article->effect_count; i++)
      check_growth(&look, &look.article->effects[i], own);
  }
}
