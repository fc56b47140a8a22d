/* SPDX-License-Identifier: Apache-2.0 */
/* flat and subscription (clause 6.2): the amount (amount.c), and what exceeds the covered quantity (charge.c). */
#include "eval/charge.h"

/* The covered quantity in this window: for one billing period, or per month and the like; cut as recurring amounts
 * are (clause 6.5). */
static ccl_progress limit_in(const ccl_job *job, ccl_found *limit) {
  const ccl_effect *effect = job->effect;
  ccl_progress progress = ccl_job_number(job, &job->context, effect->covered_limit, limit);
  ccl_proration rule = ccl_job_rules(job).proration;
  ccl_rat share;
  ccl_month cut = 0;
  bool needs_rule = false;
  if (effect->limit_recurs) {
    ccl_due due = ccl_proration_due(rule, effect->limit_per, job->acting.billing, job->in_force);
    needs_rule = due.needs_rule;
    cut = due.cut;
    share = ccl_rat_mul(due.times, ccl_recurrence_scale(effect->limit_per));
  } else if (job->acting.months == 0) {
    share = ccl_proration_week_share(job->acting.whole, job->in_force);
  } else {
    ccl_share left = ccl_proration_share(rule, job->acting.whole, job->acting.months, job->in_force);
    needs_rule = left.needs_rule;
    cut = left.cut;
    share = left.share;
  }
  if (needs_rule)
    return ccl_job_fail(job, &job->context, CCL_CODE_missing_proration, effect->covered_limit, (ccl_str){ 0 },
                        ccl_month_text(cut));
  if (progress != CCL_DONE)
    return progress;
  if (ccl_rat_sign(limit->value.as.number) < 0)
    return ccl_job_fail(job, &job->context, CCL_CODE_negative_quantity, effect->covered_limit, (ccl_str){ 0 },
                        ccl_job_say(job, effect->covered_limit, limit->value.as.number));
  limit->value = ccl_value_number(ccl_rat_mul(limit->value.as.number, share));
  limit->operand = (ccl_operand){ .expr = effect->covered_limit,
                                  .type = effect->covered_limit->type,
                                  .value = limit->value,
                                  .days = job->context.days,
                                  .parts = limit->operand.parts,
                                  .part_count = limit->operand.part_count };
  return CCL_DONE;
}

static ccl_progress excess(const ccl_job *job) {
  const ccl_effect *effect = job->effect;
  ccl_charged charged = { .quantity = effect->covered,
                          .quantity_unit = effect->quantity_unit ? effect->quantity_unit : effect->covered->type.unit,
                          .mode = ccl_mode_of_quantity(effect->covered->type.unit),
                          .sign = 1,
                          .rule = CCL_RULE_FLAT_EXCESS,
                          .has_allowance = true,
                          .only_excess = true };
  ccl_progress progress = limit_in(job, &charged.allowance);
  if (progress == CCL_FAILED)
    return progress;
  return ccl_progress_worse(progress, ccl_charge_quantity(job, &job->context, &charged));
}

ccl_progress ccl_run_flat(const ccl_job *job) {
  if (ccl_job_is_elsewhere(job))
    return CCL_DONE;
  ccl_progress progress = ccl_charge_amount(job, &job->context, 1);
  if (job->effect->covered && job->effect->has_price)
    progress = ccl_progress_worse(progress, excess(job));
  return progress;
}

ccl_progress ccl_run_subscription(const ccl_job *job) {
  return ccl_job_is_elsewhere(job) ? CCL_DONE : ccl_charge_amount(job, &job->context, 1);
}
