/* SPDX-License-Identifier: Apache-2.0 */
/* When an article acts. `when` and groups are article.c's, overrides override.c's. */
#include "eval/acting.h"

#include "eval/override.h"

static int32_t months_of_billing(ccl_billing billing) {
  switch (billing) {
  case CCL_BILLING_MONTHLY: return 1;
  case CCL_BILLING_QUARTERLY: return 3;
  case CCL_BILLING_YEARLY: return 12;
  case CCL_BILLING_WEEKLY: return 0;
  }
  return 0;
}

static ccl_acting of_period(const ccl_plan *plan, ccl_period period) {
  return (ccl_acting){ period, period.days, period.whole, months_of_billing(plan->header.cycle.billing) };
}

/* The quarter or year of an article in which a billing period lies: it holds its last day (clause 3.1). */
static ccl_days span_of(const ccl_plan *plan, const ccl_article *article, ccl_period period) {
  ccl_cycle_unit unit = article->billing == CCL_ARTICLE_QUARTERLY ? CCL_CYCLE_QUARTER : CCL_CYCLE_YEAR;
  return ccl_cycle_span(plan->header.cycle, unit, period.days.to);
}

/* Whether it is the last billing period of its quarter, as the contract stands on its last day: an end amended later
 * changes no earlier invoice (clause 8). */
static bool is_last_of_span(const ccl_plan *plan, const ccl_article *article, ccl_period period) {
  ccl_cycle cycle = plan->header.cycle;
  cycle.contract = ccl_contract_days_on(plan, period.days.to);
  return ccl_cycle_periods_ending(cycle, span_of(plan, article, period)).last == period.number;
}

/* Whether the article acts in a billing period: the last one of the quarter; or the one after it when that one turned
 * out to be the last by an amendment that came after its invoice. */
static bool acts_in(const ccl_plan *plan, const ccl_article *article, ccl_period period) {
  ccl_period eve;
  if (is_last_of_span(plan, article, period))
    return true;
  return ccl_cycle_period(plan->header.cycle, (int64_t)period.number - 1, &eve) &&
         span_of(plan, article, eve).from != span_of(plan, article, period).from &&
         !is_last_of_span(plan, article, eve);
}

/* The billing periods for which the article acts together: from the one after that in which it acted before. Without
 * an amended end they are those of the quarter. */
static void together(const ccl_plan *plan, const ccl_article *article, ccl_period period, ccl_period *first,
                     ccl_period *last) {
  ccl_period other;
  *first = *last = period;
  while (!acts_in(plan, article, *last) && ccl_cycle_period(plan->header.cycle, (int64_t)last->number + 1, &other))
    *last = other;
  while (ccl_cycle_period(plan->header.cycle, (int64_t)first->number - 1, &other) && !acts_in(plan, article, other))
    *first = other;
}

ccl_acting ccl_acting_around(const ccl_plan *plan, const ccl_article *article, ccl_period period) {
  ccl_acting acting = of_period(plan, period);
  if (article->billing == CCL_ARTICLE_EVERY_PERIOD)
    return acting;
  ccl_period first;
  together(plan, article, period, &first, &acting.period);
  acting.whole = span_of(plan, article, first);
  acting.billing = (ccl_days){ first.days.from, acting.period.days.to };
  acting.months = article->billing == CCL_ARTICLE_QUARTERLY ? 3 : 12;
  return acting;
}

static size_t in_advance(const ccl_plan *plan, ccl_period invoice, ccl_acting *out) {
  size_t count = 0;
  ccl_period next;
  if (invoice.number == 0)
    out[count++] = of_period(plan, invoice);
  if (ccl_cycle_period(plan->header.cycle, (int64_t)invoice.number + 1, &next))
    out[count++] = of_period(plan, next);
  return count;
}

size_t ccl_actings_of(const ccl_plan *plan, const ccl_article *article, ccl_period invoice, ccl_acting *out) {
  if (article->in_advance)
    return in_advance(plan, invoice, out);
  out[0] = ccl_acting_around(plan, article, invoice);
  return out[0].period.number == invoice.number ? 1 : 0;
}

ccl_progress ccl_acting_context(ccl_run *run, uint32_t article, const ccl_acting *acting, ccl_context *context) {
  const ccl_article *it = &run->plan->articles[article];
  ccl_days days = ccl_days_and(it->in_force, acting->billing);
  ccl_dayset overridden = { 0 };
  *context = ccl_context_of_period(acting->period.days);
  context->article = article;
  context->billing = acting->billing;
  context->days = ccl_dayset_of(days);
  if (ccl_days_is_empty(days))
    return CCL_DONE;
  ccl_progress progress = ccl_override_days(run, article, days, &overridden);
  context->days = ccl_dayset_minus(context->days, overridden);
  return progress;
}

ccl_progress ccl_acting_in_force(ccl_run *run, uint32_t article, ccl_days billing, ccl_dayset *in_force) {
  const ccl_article *it = &run->plan->articles[article];
  ccl_days months = { ccl_month_first(ccl_day_month(billing.from)), ccl_month_last(ccl_day_month(billing.to)) };
  ccl_dayset overridden = { 0 };
  ccl_progress progress = ccl_override_days(run, article, ccl_days_and(months, it->in_force), &overridden);
  *in_force = ccl_dayset_minus(ccl_dayset_of(it->in_force), overridden);
  return progress;
}
