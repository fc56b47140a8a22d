/* SPDX-License-Identifier: Apache-2.0 */
/* Every expression of the plan, with where it stands. */
#include "check/private.h"

void ccl_check_each_in(const ccl_seen *it, ccl_visit *visit, void *self) {
  if (!it->expr)
    return;
  visit(self, it);
  ccl_seen part = *it;
  for (size_t i = 0; i < it->expr->arg_count; i++) {
    part.expr = it->expr->args[i];
    ccl_check_each_in(&part, visit, self);
  }
}

static void each(ccl_seen it, const ccl_expr *expr, ccl_visit *visit, void *self) {
  it.expr = expr;
  ccl_check_each_in(&it, visit, self);
}

static void each_declared(const ccl_plan *plan, ccl_visit *visit, void *self) {
  const ccl_seen nowhere = { .activity = CCL_NONE };
  for (size_t i = 0; i < plan->parameters_count; i++) {
    for (size_t k = 0; k < plan->parameters[i].version_count; k++)
      each(nowhere, plan->parameters[i].versions[k].value, visit, self);
    each(nowhere, plan->parameters[i].each, visit, self);
  }
  for (size_t i = 0; i < plan->inputs_count; i++)
    each(nowhere, plan->inputs[i].otherwise, visit, self);
  for (size_t i = 0; i < plan->functions_count; i++)
    each(nowhere, plan->functions[i].body, visit, self);
  for (size_t i = 0; i < plan->measures_count; i++)
    each(nowhere, plan->measures[i].value, visit, self);
  for (size_t i = 0; i < plan->tiers_count; i++)
    for (size_t k = 0; k < plan->tiers[i].tier_count; k++) {
      each(nowhere, plan->tiers[i].tiers[k].price, visit, self);
      each(nowhere, plan->tiers[i].tiers[k].plus, visit, self);
    }
  for (size_t i = 0; i < plan->grids_count; i++)
    for (size_t k = 0; k < plan->grids[i].entry_count; k++)
      each(nowhere, plan->grids[i].entries[k].value, visit, self);
}

static void each_of_rows(const ccl_plan *plan, ccl_visit *visit, void *self) {
  for (uint32_t i = 0; i < plan->activities_count; i++)
    for (size_t k = 0; k < plan->activities[i].field_count; k++)
      each((ccl_seen){ .activity = i }, plan->activities[i].fields[k].derive, visit, self);
  for (size_t i = 0; i < plan->queries_count; i++) {
    const ccl_query *query = &plan->queries[i];
    ccl_seen inside = { .activity = query->source == CCL_FROM_ACTIVITY ? query->activity : CCL_NONE, .query = query };
    each(inside, query->where, visit, self);
    each(inside, query->among, visit, self);
    for (size_t k = 0; k < query->what_count; k++)
      each(inside, query->what[k], visit, self);
  }
}

static void each_of_ladder(ccl_seen inside, const ccl_ladder *ladder, ccl_visit *visit, void *self) {
  each(inside, ladder->figure, visit, self);
  for (size_t i = 0; i < ladder->rung_count; i++) {
    each(inside, ladder->rungs[i].low, visit, self);
    each(inside, ladder->rungs[i].high, visit, self);
    each(inside, ladder->rungs[i].outcome, visit, self);
    each(inside, ladder->rungs[i].end, visit, self);
  }
}

static void each_of_effect(const ccl_article *article, const ccl_effect *effect, ccl_visit *visit, void *self) {
  ccl_seen inside = { .activity = CCL_NONE, .article = article, .effect = effect };
  each(inside, effect->quantity, visit, self);
  each(inside, effect->amount, visit, self);
  each(inside, effect->allowance, visit, self);
  each(inside, effect->covered, visit, self);
  each(inside, effect->covered_limit, visit, self);
  if (effect->has_price) {
    each(inside, effect->price.rate, visit, self);
    each(inside, effect->price.sum, visit, self);
  }
  if (effect->ladder)
    each_of_ladder(inside, effect->ladder, visit, self);
}

static void each_of_article(const ccl_article *article, ccl_visit *visit, void *self) {
  each((ccl_seen){ .activity = CCL_NONE, .article = article }, article->when, visit, self);
  for (size_t i = 0; i < article->override_count; i++)
    each((ccl_seen){ .activity = article->overrides[i].activity, .article = article }, article->overrides[i].where, visit, self);
  for (size_t i = 0; i < article->effect_count; i++)
    each_of_effect(article, &article->effects[i], visit, self);
}

void ccl_check_each(const ccl_checking *checking, ccl_visit *visit, void *self) {
  const ccl_plan *plan = checking->plan;
  each_declared(plan, visit, self);
  each_of_rows(plan, visit, self);
  for (size_t i = 0; i < plan->articles_count; i++)
    each_of_article(&plan->articles[i], visit, self);
  for (size_t i = 0; i < plan->requirements_count; i++)
    each((ccl_seen){ .activity = CCL_NONE }, plan->requirements[i].condition, visit, self);
}
