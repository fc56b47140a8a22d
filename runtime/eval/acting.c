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

/* A period belongs to the quarter or year that holds its last day (clause 3.1). */
static ccl_period_range together(const ccl_plan *plan, const ccl_article *article, ccl_period period, ccl_days *whole) {
  ccl_cycle_unit unit = article->billing == CCL_ARTICLE_QUARTERLY ? CCL_CYCLE_QUARTER : CCL_CYCLE_YEAR;
  *whole = ccl_cycle_span(plan->header.cycle, unit, period.days.to);
  return ccl_cycle_periods_ending(plan->header.cycle, *whole);
}

ccl_acting ccl_acting_around(const ccl_plan *plan, const ccl_article *article, ccl_period period) {
  ccl_acting acting = of_period(plan, period);
  if (article->billing == CCL_ARTICLE_EVERY_PERIOD)
    return acting;
  ccl_period first, last;
  ccl_period_range range = together(plan, article, period, &acting.whole);
  if (!ccl_cycle_period(plan->header.cycle, range.first, &first) ||
      !ccl_cycle_period(plan->header.cycle, range.last, &last))
    return acting;
  acting.period = last;
  acting.billing = (ccl_days){ first.days.from, last.days.to };
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
