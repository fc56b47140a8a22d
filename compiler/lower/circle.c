/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles whose amount depends on itself: through a base, a minimum, a cap, or a name or total in one of their figures (clause 7: a cycle is an error). A
 * window that leaves the current period out breaks the circle (clause 5).
 */
#include "base/limits.h"
#include "lower/private.h"

typedef enum mark { UNSEEN, UNDER_WAY, DONE } mark;

typedef struct search {
  ccl_lowering *lowering;
  const ccl_article_name *names;
  size_t name_count;
  mark *marks; /* for each article name */
  CCL_VEC(uint32_t) path; /* names under way */
  bool is_deep; /* more of them than the limit: said once */
  CCL_VEC(const ccl_expr *) seen; /* measures and functions already walked for the article at hand */
} search;

static void visit_name(search *s, uint32_t name, ccl_span at);

static bool excludes_current(ccl_window window) {
  return window.kind == CCL_WINDOW_PREVIOUS || window.kind == CCL_WINDOW_LAST_YEAR;
}

static void visit_all_but(search *s, uint32_t self, ccl_span at, bool only_charging, const ccl_base *base) {
  for (size_t i = 0; i < s->lowering->articles.len; i++) {
    const ccl_article *article = &s->lowering->articles.items[i];
    bool charges = !only_charging;
    for (size_t k = 0; k < article->effect_count; k++) {
      ccl_effect_kind kind = article->effects[k].kind;
      charges = charges || kind == CCL_EFFECT_CHARGE || kind == CCL_EFFECT_CREDIT || kind == CCL_EFFECT_FLAT ||
                kind == CCL_EFFECT_SUBSCRIPTION;
    }
    bool left_out = only_charging && article->article_name == self;
    for (size_t k = 0; base != NULL && k < base->name_count; k++)
      left_out = left_out || base->names[k] == article->article_name;
    if (charges && !left_out)
      visit_name(s, article->article_name, at);
  }
}

static bool seen_before(search *s, const ccl_expr *expr) {
  for (size_t i = 0; i < s->seen.len; i++)
    if (s->seen.items[i] == expr)
      return true;
  ccl_vec_push(&s->seen, expr);
  return false;
}

static void visit_expr(search *s, const ccl_expr *expr);

static void visit_measure(search *s, const ccl_measure *measure) {
  if (measure != NULL && measure->value != NULL && !seen_before(s, measure->value))
    visit_expr(s, measure->value);
}

static void visit_expr(search *s, const ccl_expr *expr) {
  if (expr == NULL)
    return;
  switch ((int)expr->op) {
  case CCL_OP_WINDOW:
    if (excludes_current(expr->window))
      return;
    break;
  case CCL_OP_ARTICLE: visit_name(s, expr->index, expr->span); return;
  case CCL_OP_TOTAL: visit_all_but(s, CCL_NONE, expr->span, false, NULL); return;
  case CCL_OP_MEASURE: {
    const ccl_measure *measure = ccl_sema_measure(s->lowering->sema, expr->index);
    visit_measure(s, measure);
    for (size_t i = 0; measure != NULL && i < measure->versions.count; i++)
      visit_measure(s, ccl_sema_measure(s->lowering->sema, measure->versions.items[i].index));
    return;
  }
  case CCL_OP_AGGREGATE: {
    const ccl_query *query = ccl_sema_query(s->lowering->sema, expr->index);
    if (query == NULL || (query->where == NULL && query->among == NULL && query->what_count == 0) ||
        query->outer_count == 0)
      if (query == NULL || query->source == CCL_FROM_ACTIVITY)
        return;
    visit_expr(s, query->where);
    visit_expr(s, query->among);
    for (size_t i = 0; i < query->what_count; i++)
      visit_expr(s, query->what[i]);
    return;
  }
  default: break;
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    visit_expr(s, expr->args[i]);
}

static void visit_tiers(search *s, const ccl_tiers *tiers) {
  for (size_t i = 0; tiers != NULL && i < tiers->tier_count; i++) {
    visit_expr(s, tiers->tiers[i].price);
    visit_expr(s, tiers->tiers[i].plus);
  }
  for (size_t i = 0; tiers != NULL && i < tiers->versions.count; i++)
    visit_tiers(s, ccl_sema_tiers(s->lowering->sema, tiers->versions.items[i].index));
}

static void visit_effect(search *s, const ccl_effect *effect) {
  const ccl_expr *const figures[] = { effect->quantity,  effect->amount,  effect->allowance,    effect->price.rate,
                                      effect->price.sum, effect->covered, effect->covered_limit };
  for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
    visit_expr(s, figures[i]);
  if (effect->has_price && effect->price.tiers != CCL_NONE)
    visit_tiers(s, ccl_sema_tiers(s->lowering->sema, effect->price.tiers));
  if (effect->ladder != NULL) {
    visit_expr(s, effect->ladder->figure);
    for (size_t i = 0; i < effect->ladder->rung_count; i++) {
      const ccl_rung *rung = &effect->ladder->rungs[i];
      const ccl_expr *const parts[] = { rung->low, rung->high, rung->outcome, rung->end };
      for (size_t k = 0; k < 4; k++)
        visit_expr(s, parts[k]);
    }
  }
  for (size_t i = 0; i < effect->on_count; i++)
    visit_name(s, effect->on[i], effect->span);
}

static void report(search *s, uint32_t name, ccl_span at) {
  ccl_buf circle = { 0 };
  bool inside = false;
  for (size_t i = 0; i < s->path.len; i++) {
    inside = inside || s->path.items[i] == name;
    if (!inside)
      continue;
    ccl_buf_add(&circle, s->names[s->path.items[i]].name);
    ccl_buf_z(&circle, " → ");
  }
  ccl_buf_add(&circle, s->names[name].name);
  ccl_diag *diag = ccl_report(s->lowering->diags, &ccl_lower_say_circular_article, at,
                              CCL_ARGS(s->names[name].name, ccl_buf_str(&circle)));
  if (s->path.len > 0 && s->path.items[s->path.len - 1] == name)
    ccl_diag_help(diag, &ccl_lower_say_circular_self, CCL_NO_ARGS);
  for (size_t i = 0; i < s->lowering->lives.len; i++) {
    const ccl_node *node = s->lowering->lives.items[i]->node;
    if (node->span.file == at.file && node->span.start <= at.start && node->span.end >= at.end)
      ccl_lower_context(diag, node);
  }
}

static void visit_article(search *s, const ccl_article *article) {
  s->seen.len = 0;
  visit_expr(s, article->when);
  if (article->base.said && !(article->base.has_window && excludes_current(article->base.window))) {
    if (article->base.all)
      visit_all_but(s, article->article_name, article->base.span, true, &article->base);
    else
      for (size_t i = 0; i < article->base.name_count; i++)
        visit_name(s, article->base.names[i], article->base.span);
  }
  for (size_t i = 0; i < article->effect_count; i++)
    if (article->effects[i].kind != CCL_EFFECT_REPORT) /* a report has no amount: it may show any total */
      visit_effect(s, &article->effects[i]);
}

static void visit_name(search *s, uint32_t name, ccl_span at) {
  if (name >= s->name_count || s->marks[name] == DONE)
    return;
  if (s->marks[name] == UNDER_WAY) {
    report(s, name, at);
    return;
  }
  if (s->path.len == CCL_LIMIT_NESTING) {
    if (!s->is_deep)
      ccl_report(s->lowering->diags, &ccl_lower_say_deep_articles, at,
                 CCL_ARGS(s->names[name].name, ccl_str_printf("%d", CCL_LIMIT_NESTING)));
    s->is_deep = true;
    return;
  }
  s->marks[name] = UNDER_WAY;
  ccl_vec_push(&s->path, name);
  for (size_t i = 0; i < s->names[name].article_count; i++)
    visit_article(s, &s->lowering->articles.items[s->names[name].articles[i]]);
  s->path.len--;
  s->marks[name] = DONE;
}

void ccl_lower_circles(ccl_lowering *lowering) {
  size_t count;
  const ccl_article_name *names = ccl_lower_names(lowering, &count);
  search s = { .lowering = lowering, .names = names, .name_count = count, .marks = ccl_new_array(mark, count) };
  for (size_t i = 0; i < lowering->articles.len; i++)
    visit_name(&s, lowering->articles.items[i].article_name, lowering->articles.items[i].name_span);
}
