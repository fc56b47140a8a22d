/* SPDX-License-Identifier: Apache-2.0 */
/* When articles act and which articles override them. What follows from that is judged in the files of each check. */
#include "check/articles.h"

ccl_overriders *ccl_check_overriders(const ccl_plan *plan) {
  ccl_overriders *all = ccl_new_array(ccl_overriders, plan->article_names_count);
  for (uint32_t i = 0; i < plan->articles_count; i++) {
    const ccl_article *article = &plan->articles[i];
    for (size_t k = 0; k < article->override_count; k++)
      ccl_vec_push(&all[article->overrides[k].article_name].items, ((ccl_overrider){ i, &article->overrides[k] }));
  }
  return all;
}

ccl_dayset ccl_check_days_left(const ccl_plan *plan, const ccl_overriders *all, const ccl_article *article) {
  ccl_dayset days = ccl_dayset_of(article->in_force);
  const ccl_overriders *list = &all[article->article_name];
  for (size_t i = 0; i < list->items.len && days.len > 0; i++)
    if (!list->items.items[i].override->where && &plan->articles[list->items.items[i].by] != article)
      days = ccl_dayset_minus(days, ccl_dayset_of(plan->articles[list->items.items[i].by].in_force));
  return days;
}

bool ccl_check_billing(const ccl_plan *plan, const ccl_article *article, ccl_day day, ccl_days *billing) {
  ccl_cycle cycle = plan->header.cycle;
  ccl_period period, first, last;
  if (!ccl_cycle_period_of(cycle, day, &period))
    return false;
  *billing = period.days;
  if (article->billing == CCL_ARTICLE_EVERY_PERIOD)
    return true;
  ccl_cycle_unit unit = article->billing == CCL_ARTICLE_QUARTERLY ? CCL_CYCLE_QUARTER : CCL_CYCLE_YEAR;
  ccl_period_range range = ccl_cycle_periods_ending(cycle, ccl_cycle_span(cycle, unit, period.days.to));
  if (ccl_cycle_period(cycle, range.first, &first) && ccl_cycle_period(cycle, range.last, &last))
    *billing = (ccl_days){ first.days.from, last.days.to };
  return true;
}

const ccl_article *ccl_check_named(const ccl_plan *plan, uint32_t article_name) {
  const ccl_article_name *name = &plan->article_names[article_name];
  return name->article_count > 0 ? &plan->articles[name->articles[0]] : NULL;
}

bool ccl_check_recovers(const ccl_article *article) {
  for (size_t i = 0; i < article->effect_count; i++) {
    ccl_effect_kind kind = article->effects[i].kind;
    if (kind == CCL_EFFECT_CHARGE || kind == CCL_EFFECT_FLAT || kind == CCL_EFFECT_SUBSCRIPTION)
      return true;
  }
  return false;
}

void ccl_check_each_figure(const ccl_effect *effect, ccl_figure_seer *see, void *self) {
  const ccl_expr *const figures[] = { effect->quantity,  effect->allowance, effect->amount,       effect->price.rate,
                                      effect->price.sum, effect->covered,   effect->covered_limit };
  for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
    if (figures[i])
      see(self, figures[i]);
  if (!effect->ladder)
    return;
  see(self, effect->ladder->figure);
  for (size_t i = 0; i < effect->ladder->rung_count; i++) {
    const ccl_rung *rung = &effect->ladder->rungs[i];
    const ccl_expr *const parts[] = { rung->low, rung->high, rung->outcome, rung->end };
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
      if (parts[k])
        see(self, parts[k]);
  }
}
