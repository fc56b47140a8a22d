/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Counters (`counted per year|quarter|contract`, clause 6.1): what a charge has counted and charged in the earlier
 * billing periods of its window, for one combination. They are computed from the same data; in an example the earlier
 * quantity is given, or 0 (clause 4.7).
 */
#include "eval/charge.h"

static bool is_of(const ccl_tally *tally, const ccl_job *job, const ccl_context *context) {
  if (tally->effect != job->effect_index || tally->group_count != context->known)
    return false;
  for (size_t i = 0; i < tally->group_count; i++)
    if (!ccl_value_eq(tally->group[i], context->group[i]))
      return false;
  return true;
}

static void add_sheet(const ccl_job *job, const ccl_context *context, const ccl_sheet *sheet, ccl_standing *standing) {
  for (size_t i = 0; i < sheet->tallies.len; i++) {
    const ccl_tally *tally = &sheet->tallies.items[i];
    if (!is_of(tally, job, context))
      continue;
    standing->quantity = ccl_rat_add(standing->quantity, tally->quantity);
    standing->charged = ccl_rat_add(standing->charged, tally->charged);
    bool is_further = standing->tier == CCL_NONE || tally->tiers != standing->tiers || tally->tier > standing->tier;
    if (tally->tier != CCL_NONE && is_further) {
      standing->tier = tally->tier;
      standing->tiers = tally->tiers;
    }
  }
}

/* Earlier periods rise, so that each finds the ones before it computed. */
static ccl_progress add_periods(const ccl_job *job, const ccl_context *context, ccl_standing *standing) {
  ccl_cycle cycle = job->run->plan->header.cycle;
  ccl_days span = ccl_cycle_span(cycle, job->effect->counted, job->acting.period.days.to);
  ccl_period_range range = ccl_cycle_periods_ending(cycle, span);
  ccl_progress progress = CCL_DONE;
  for (int32_t number = range.first; number <= range.last && number < job->invoice.number; number++) {
    ccl_period period;
    if (!ccl_cycle_period(cycle, number, &period) ||
        ccl_days_is_empty(ccl_days_and(period.days, job->article->in_force)))
      continue;
    const ccl_sheet *sheet = ccl_run_sheet(job->run, job->article_index, period);
    progress = ccl_progress_worse(progress, sheet->progress);
    if (sheet->progress == CCL_DONE && context->known == context->dim_count)
      add_sheet(job, context, sheet, standing);
  }
  return progress;
}

/* What is given as earlier is priced at the tier that it reaches, whose sums count as charged. */
static ccl_progress add_given(const ccl_job *job, const ccl_context *context, const ccl_expr *quantity,
                              ccl_standing *standing) {
  ccl_found found = ccl_ask_earlier(job->run, context, quantity);
  ccl_progress progress = ccl_job_settle(job, context, found.value);
  if (progress != CCL_DONE)
    return progress;
  standing->quantity = found.value.as.number;
  const ccl_price *price = &job->effect->price;
  if (ccl_rat_sign(standing->quantity) <= 0 || price->tiers == CCL_NONE)
    return CCL_DONE;
  standing->tiers = ccl_tiers_in(job, context->days);
  const ccl_tiers *tiers = &job->run->plan->tiers[standing->tiers];
  standing->tier = ccl_tiers_reached(tiers, standing->quantity);
  if (standing->tier == CCL_NONE)
    return ccl_job_fail(job, context, CCL_CODE_tier_exceeded, quantity, tiers->name,
                        ccl_job_say(job, quantity, standing->quantity));
  ccl_context here = *context;
  if (tiers->versions.count > 0 || standing->tiers != price->tiers) { /* the tiers of the first day */
    ccl_day first = ccl_dayset_hull(context->days).from;
    here = ccl_context_at(*context, ccl_dayset_of((ccl_days){ first, first }));
  }
  ccl_asker asker = ccl_asker_in(job->run, &here);
  ccl_env env = ccl_asker_env(&asker);
  ccl_value rate = ccl_price_of_tier(&env, price, standing->tier);
  progress = ccl_job_settle(job, context, rate);
  if (progress == CCL_DONE)
    standing->charged = ccl_rat_mul(standing->quantity, rate.as.number);
  return progress;
}

ccl_progress ccl_counter_standing(const ccl_job *job, const ccl_context *context, const ccl_expr *quantity,
                                  ccl_standing *standing) {
  return job->run->example ? add_given(job, context, quantity, standing) : add_periods(job, context, standing);
}
