/* SPDX-License-Identifier: Apache-2.0 */
/* unused: what is declared and named nowhere; untested-article: what no example covers (checks.md). */
#include "check/articles.h"

/* ---- unused ---- */

static const ccl_message *message_of(ccl_symbol_kind kind) {
  switch (kind) {
  case CCL_SYMBOL_INPUT: return &ccl_check_say_unused_input;
  case CCL_SYMBOL_SERIES: return &ccl_check_say_unused_series;
  case CCL_SYMBOL_PARAMETER: return &ccl_check_say_unused_parameter;
  case CCL_SYMBOL_MEASURE: return &ccl_check_say_unused_measure;
  case CCL_SYMBOL_TIERS: return &ccl_check_say_unused_tiers;
  case CCL_SYMBOL_GRID: return &ccl_check_say_unused_grid;
  case CCL_SYMBOL_PHASE: return &ccl_check_say_unused_phase;
  case CCL_SYMBOL_UNIT: return &ccl_check_say_unused_unit;
  case CCL_SYMBOL_LIBRARY: return &ccl_check_say_unused_library;
  case CCL_SYMBOL_ACTIVITY:
  case CCL_SYMBOL_FUNCTION:
  case CCL_SYMBOL_CALENDAR:
  case CCL_SYMBOL_ARTICLE:
  case CCL_SYMBOL_HOLIDAYS: break;
  }
  return NULL;
}

void ccl_check_unused(ccl_checking *checking) {
  const ccl_symbol *const *symbols;
  size_t count = ccl_sema_symbols(checking->sema, &symbols);
  bool is_library = checking->trees[0]->root->kind == CCL_NODE_LIBRARY;
  for (size_t i = 0; i < count; i++) {
    const ccl_message *message = message_of(symbols[i]->kind);
    if (!message || symbols[i]->uses.len > 0 || !ccl_check_is_own(checking, symbols[i]->span))
      continue;
    if (is_library && symbols[i]->kind != CCL_SYMBOL_LIBRARY)
      continue; /* declared for those who use the library */
    ccl_check_report(checking, message, symbols[i]->span, CCL_ARGS(symbols[i]->name));
  }
}

/* ---- untested-article ---- */

/* What the examples of one period expect, and what that depends on. */
typedef struct coverage {
  const ccl_plan *plan;
  bool *covered; /* for each article */
  uint32_t stamp; /* of the example at hand */
  uint32_t *articles, *measures;
  ccl_days days; /* of the example's period, or of the quarter or year around it */
} coverage;

static void reach_name(coverage *c, uint32_t name);

static void reach(void *self, const ccl_expr *expr) {
  coverage *c = self;
  if (expr->op == CCL_OP_ARTICLE)
    reach_name(c, expr->index);
  if (expr->op == CCL_OP_TOTAL)
    for (uint32_t i = 0; i < c->plan->article_names_count; i++)
      reach_name(c, i);
  if (expr->op == CCL_OP_MEASURE && c->measures[expr->index] != c->stamp) {
    const ccl_measure *measure = &c->plan->measures[expr->index];
    c->measures[expr->index] = c->stamp;
    reach(c, measure->value);
    for (size_t i = 0; i < measure->versions.count; i++)
      reach(c, c->plan->measures[measure->versions.items[i].index].value);
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    reach(c, expr->args[i]);
}

static bool is_excepted(const ccl_base *base, uint32_t name) {
  for (size_t i = 0; i < base->name_count; i++)
    if (base->names[i] == name)
      return true;
  return false;
}

static void reach_base(coverage *c, const ccl_article *article) {
  const ccl_base *base = &article->base;
  for (size_t i = 0; base->said && !base->all && i < base->name_count; i++)
    reach_name(c, base->names[i]);
  for (size_t i = 0; base->said && base->all && i < c->plan->articles_count; i++) {
    const ccl_article *other = &c->plan->articles[i];
    if (other->article_name != article->article_name && ccl_check_recovers(other) &&
        !is_excepted(base, other->article_name))
      reach_name(c, other->article_name);
  }
}

static void reach_name(coverage *c, uint32_t name) {
  const ccl_article_name *it = &c->plan->article_names[name];
  for (size_t i = 0; i < it->article_count; i++) {
    uint32_t index = it->articles[i];
    const ccl_article *article = &c->plan->articles[index];
    ccl_days billing = c->days;
    if (c->articles[index] == c->stamp)
      continue;
    c->articles[index] = c->stamp;
    (void)ccl_check_billing(c->plan, article, c->days.to, &billing);
    if (ccl_days_is_empty(ccl_days_and(article->in_force, billing)))
      continue;
    c->covered[index] = true;
    reach_base(c, article);
    for (size_t k = 0; k < article->effect_count; k++) {
      ccl_check_each_figure(&article->effects[k], reach, c);
      for (size_t n = 0; n < article->effects[k].on_count; n++)
        reach_name(c, article->effects[k].on[n]);
    }
  }
}

/* The billing period that an example is about. */
static bool period_of(const ccl_plan *plan, ccl_str text, ccl_days *days) {
  ccl_period period;
  ccl_period_result result = ccl_cycle_parse(plan->header.cycle, text, &period);
  *days = period.days;
  return result != CCL_PERIOD_MALFORMED; /* a date: the period that holds it */
}

void ccl_check_untested(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  coverage c = { .plan = plan, .covered = ccl_new_array(bool, plan->articles_count) };
  c.articles = ccl_new_array(uint32_t, plan->articles_count);
  c.measures = ccl_new_array(uint32_t, plan->measures_count);
  for (size_t i = 0; i < plan->examples_count; i++) {
    const ccl_example *example = &plan->examples[i];
    if (!period_of(plan, example->period, &c.days))
      continue;
    c.stamp++;
    for (size_t k = 0; k < example->expectation_count; k++)
      reach(&c, example->expectations[k].figure);
  }
  for (size_t i = 0; i < plan->articles_count; i++) {
    const ccl_article *article = &plan->articles[i];
    if (c.covered[i] || ccl_days_is_empty(article->in_force))
      continue;
    ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_untested, article->name_span, CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_check_say_untested_help, CCL_ARGS(article->name));
  }
}
