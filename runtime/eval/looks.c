/* SPDX-License-Identifier: Apache-2.0 */
/* What an article looks at: a walk over everything its effects can ask, for the groups of `for each`. */
#include "eval/looks.h"

#include "eval/override.h"

typedef struct walk {
  ccl_run *run;
  const ccl_context *context;
  ccl_search *search;
  bool *measures, *queries, *functions, *grids, *tiers; /* looked at */
} walk;

static void look(walk *all, const ccl_expr *expr);

static void look_all(walk *all, const ccl_expr *const *exprs, size_t count) {
  for (size_t i = 0; i < count; i++)
    look(all, exprs[i]);
}

/* Every row of the activity, placed and cut as the query does it; else what the query itself counts. */
static void look_query(walk *all, uint32_t index) {
  const ccl_query *query = &all->run->plan->queries[index];
  if (all->queries[index])
    return;
  all->queries[index] = true;
  look(all, query->where);
  look(all, query->among);
  look_all(all, query->what, query->what_count);
  if (query->source != CCL_FROM_ACTIVITY)
    return;
  uint32_t plain = ccl_plain_count(all->run->plan, query->activity, query->dated_by, query->split);
  if (plain != CCL_NONE)
    ccl_search_query(all->run, all->context, plain, all->search);
  else if (query->outer_count == 0)
    ccl_search_query(all->run, all->context, index, all->search);
}

/* In an example the combinations that are given. */
static void look_givens(walk *all, uint32_t measure) {
  const ccl_example *example = all->run->example;
  for (size_t i = 0; example && i < example->given_count; i++) {
    const ccl_given *given = &example->givens[i];
    if (given->kind == CCL_GIVEN_MEASURE && given->index == measure && !given->earlier &&
        given->key_count == all->context->dim_count)
      ccl_search_add(all->search, all->context, given->keys);
  }
}

static void look_measure(walk *all, uint32_t index) {
  if (all->measures[index])
    return;
  all->measures[index] = true;
  look_givens(all, index);
  look(all, all->run->plan->measures[index].value);
}

static void look_grid(walk *all, uint32_t index) {
  const ccl_grid *grid = &all->run->plan->grids[index];
  if (all->grids[index])
    return;
  all->grids[index] = true;
  for (size_t i = 0; i < grid->entry_count; i++)
    look(all, grid->entries[i].value);
}

static void look_tiers(walk *all, uint32_t index) {
  const ccl_tiers *tiers = &all->run->plan->tiers[index];
  if (all->tiers[index])
    return;
  all->tiers[index] = true;
  for (size_t i = 0; i < tiers->tier_count; i++) {
    look(all, tiers->tiers[i].price);
    look(all, tiers->tiers[i].plus);
  }
}

static void look(walk *all, const ccl_expr *expr) {
  if (!expr)
    return;
  if (expr->op == CCL_OP_AGGREGATE)
    look_query(all, expr->index);
  else if (expr->op == CCL_OP_MEASURE)
    look_measure(all, expr->index);
  else if (expr->op == CCL_OP_GRID)
    look_grid(all, expr->index);
  else if (expr->op == CCL_OP_TIER_PRICE)
    look_tiers(all, expr->index);
  else if (expr->op == CCL_OP_CALL && !all->functions[expr->index]) {
    all->functions[expr->index] = true;
    look(all, all->run->plan->functions[expr->index].body);
  }
  look_all(all, expr->args, expr->arg_count);
}

static void look_effect(walk *all, const ccl_effect *effect) {
  const ccl_expr *const exprs[] = { effect->quantity,  effect->amount,  effect->allowance,    effect->price.rate,
                                    effect->price.sum, effect->covered, effect->covered_limit };
  look_all(all, exprs, sizeof exprs / sizeof *exprs);
  if (effect->has_price && effect->price.tiers != CCL_NONE)
    look_tiers(all, effect->price.tiers);
  if (!effect->ladder)
    return;
  look(all, effect->ladder->figure);
  for (size_t i = 0; i < effect->ladder->rung_count; i++) {
    const ccl_rung *rung = &effect->ladder->rungs[i];
    const ccl_expr *const bounds[] = { rung->low, rung->high, rung->outcome, rung->end };
    look_all(all, bounds, sizeof bounds / sizeof *bounds);
  }
}

static bool *marks(size_t count) {
  return ccl_alloc_atomic((count + 1) * sizeof(bool));
}

void ccl_search_article(ccl_run *run, uint32_t article, const ccl_context *context, ccl_search *search) {
  const ccl_plan *plan = run->plan;
  walk all = { run,
               context,
               search,
               marks(plan->measures_count),
               marks(plan->queries_count),
               marks(plan->functions_count),
               marks(plan->grids_count),
               marks(plan->tiers_count) };
  const ccl_article *it = &plan->articles[article];
  look(&all, it->when);
  for (size_t i = 0; i < it->effect_count; i++)
    look_effect(&all, &it->effects[i]);
  ccl_search_sort(plan, context, search);
}
