/* SPDX-License-Identifier: Apache-2.0 */
/* What an article looks at: a walk over everything its effects can ask, for the groups of `for each`. */
#include "eval/looks.h"

#include "eval/override.h"

typedef struct walk {
  ccl_run *run;
  const ccl_context *context;
  ccl_search *search;
  bool *measures, *queries, *functions, *grids, *tiers; /* looked at */
  bool has_source; /* an activity with these fields, or combinations that an example gives */
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
  if (plain != CCL_NONE || query->outer_count == 0)
    all->has_source |= ccl_search_query(all->run, all->context, plain != CCL_NONE ? plain : index, all->search);
}

/* In an example the combinations that are given. */
static void look_givens(walk *all, uint32_t measure) {
  const ccl_example *example = all->run->example;
  for (size_t i = 0; example && i < example->given_count; i++) {
    const ccl_given *given = &example->givens[i];
    if (given->kind == CCL_GIVEN_MEASURE && given->index == measure && !given->earlier &&
        given->key_count == all->context->dim_count) {
      ccl_search_add(all->search, all->context, given->keys);
      all->has_source = true;
    }
  }
}

static void look_measure(walk *all, uint32_t index) {
  if (all->measures[index])
    return;
  all->measures[index] = true;
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

/* What the name of `index` means on the days of the window (clause 8). */
static void look_versions(walk *all, ccl_versions versions, uint32_t index,
                          void (*look_at)(walk *all, uint32_t index)) {
  ccl_days days = ccl_dayset_hull(all->context->days);
  look_at(all, ccl_version_on(versions, index, days.from));
  for (ccl_day change; ccl_version_change(versions, days, &change); days.from = change)
    look_at(all, ccl_version_on(versions, index, change));
}

static void look(walk *all, const ccl_expr *expr) {
  const ccl_plan *plan = all->run->plan;
  if (!expr)
    return;
  if (expr->op == CCL_OP_AGGREGATE)
    look_query(all, expr->index);
  else if (expr->op == CCL_OP_MEASURE) {
    look_givens(all, expr->index);
    look_versions(all, plan->measures[expr->index].versions, expr->index, look_measure);
  } else if (expr->op == CCL_OP_GRID)
    look_versions(all, plan->grids[expr->index].versions, expr->index, look_grid);
  else if (expr->op == CCL_OP_TIER_PRICE)
    look_versions(all, plan->tiers[expr->index].versions, expr->index, look_tiers);
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
    look_versions(all, all->run->plan->tiers[effect->price.tiers].versions, effect->price.tiers, look_tiers);
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

static void look_article(walk *all, const ccl_article *article) {
  look(all, article->when);
  for (size_t i = 0; i < article->effect_count; i++)
    look_effect(all, &article->effects[i]);
}

static void look_names(walk *all, const uint32_t *names, size_t count) {
  const ccl_plan *plan = all->run->plan;
  for (size_t i = 0; i < count; i++)
    for (size_t j = 0; j < plan->article_names[names[i]].article_count; j++)
      look_article(all, &plan->articles[plan->article_names[names[i]].articles[j]]);
}

/* An article that only bears on others (a minimum for each site) looks at what they look at. */
static void look_through(walk *all, const ccl_article *article) {
  if (article->base.said && !article->base.all)
    look_names(all, article->base.names, article->base.name_count);
  for (size_t i = 0; i < article->effect_count; i++)
    look_names(all, article->effects[i].on, article->effects[i].on_count);
}

void ccl_search_article(ccl_run *run, uint32_t article, const ccl_context *context, ccl_search *search) {
  const ccl_plan *plan = run->plan;
  walk all = { .run = run, .context = context, .search = search };
  all.measures = marks(plan->measures_count);
  all.queries = marks(plan->queries_count);
  all.functions = marks(plan->functions_count);
  all.grids = marks(plan->grids_count);
  all.tiers = marks(plan->tiers_count);
  look_article(&all, &plan->articles[article]);
  if (!all.has_source)
    look_through(&all, &plan->articles[article]);
  ccl_search_sort(plan, context, search);
}
