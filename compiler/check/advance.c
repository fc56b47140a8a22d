/* SPDX-License-Identifier: Apache-2.0 */
/*
 * advance-needs-activity (clauses 3.1, 4.6): billing in advance of something that only the activity of the period can
 * tell. What a window leaves to earlier periods is known in advance, and so is an input.
 */
#include "check/articles.h"

typedef struct advance {
  const ccl_plan *plan;
  const ccl_query *query; /* found */
  const ccl_article *through; /* the article whose amount needs it, when it is another one */
  uint32_t *measures, *functions, *articles; /* looked into for this effect: its stamp */
  uint32_t stamp;
} advance;

static void look(void *self, const ccl_expr *expr);

static bool first_time(const advance *a, uint32_t *mark) {
  bool is_first = *mark != a->stamp;
  *mark = a->stamp;
  return is_first;
}

static bool is_earlier(ccl_window window) {
  return window.kind == CCL_WINDOW_PREVIOUS || window.kind == CCL_WINDOW_LAST_YEAR;
}

static void look_at_name(advance *a, uint32_t name) {
  const ccl_article_name *it = &a->plan->article_names[name];
  for (size_t i = 0; i < it->article_count && !a->query; i++) {
    const ccl_article *article = &a->plan->articles[it->articles[i]];
    if (!first_time(a, &a->articles[it->articles[i]]))
      continue;
    for (size_t k = 0; k < article->effect_count && !a->query; k++)
      ccl_check_each_figure(&article->effects[k], look, a);
    if (a->query && !a->through)
      a->through = article;
  }
}

static void look_at_query(advance *a, const ccl_query *query) {
  if (query->source == CCL_FROM_ACTIVITY) {
    a->query = query;
    return;
  }
  if (query->where)
    look(a, query->where);
  if (query->among)
    look(a, query->among);
  for (size_t i = 0; i < query->what_count; i++)
    look(a, query->what[i]);
}

static void look(void *self, const ccl_expr *expr) {
  advance *a = self;
  if (a->query || (expr->op == CCL_OP_WINDOW && is_earlier(expr->window)))
    return;
  if (expr->op == CCL_OP_AGGREGATE)
    look_at_query(a, &a->plan->queries[expr->index]);
  if (expr->op == CCL_OP_ARTICLE)
    look_at_name(a, expr->index);
  if (expr->op == CCL_OP_MEASURE && first_time(a, &a->measures[expr->index])) {
    const ccl_measure *measure = &a->plan->measures[expr->index];
    look(a, measure->value);
    for (size_t i = 0; i < measure->versions.count; i++)
      look(a, a->plan->measures[measure->versions.items[i].index].value);
  }
  if (expr->op == CCL_OP_CALL && a->plan->functions[expr->index].body && first_time(a, &a->functions[expr->index]))
    look(a, a->plan->functions[expr->index].body);
  for (size_t i = 0; i < expr->arg_count; i++)
    look(a, expr->args[i]);
}

static void check_effect(const ccl_checking *checking, advance *a, const ccl_effect *effect) {
  a->query = NULL;
  a->through = NULL;
  a->stamp++;
  if (effect->kind != CCL_EFFECT_REPORT)
    ccl_check_each_figure(effect, look, a);
  if (!a->query)
    return;
  const ccl_activity *activity = &a->plan->activities[a->query->activity];
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_advance, effect->span, CCL_ARGS(activity->name));
  if (a->through)
    ccl_diag_note(diag, &ccl_check_say_advance_through, a->through->name_span,
                  CCL_ARGS(ccl_check_article(a->through, diag->lang)));
  ccl_diag_note(diag, &ccl_check_say_advance_note, a->query->span, CCL_ARGS(activity->name));
  ccl_diag_help(diag, &ccl_check_say_advance_help, CCL_NO_ARGS);
}

void ccl_check_advance(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  advance a = { .plan = plan };
  a.measures = ccl_new_array(uint32_t, plan->measures_count);
  a.functions = ccl_new_array(uint32_t, plan->functions_count);
  a.articles = ccl_new_array(uint32_t, plan->articles_count);
  for (size_t i = 0; i < plan->articles_count; i++)
    for (size_t k = 0; plan->articles[i].in_advance && k < plan->articles[i].effect_count; k++)
      check_effect(checking, &a, &plan->articles[i].effects[k]);
}
