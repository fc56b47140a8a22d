/* SPDX-License-Identifier: Apache-2.0 */
/*
 * charge, credit, penalty (clause 6.1): the groups of `by`, the parts of a window in which a price changes, the
 * allowance. What a quantity costs at a price or at tiers is tiers.c's; amounts without a quantity, amount.c's.
 */
#include "eval/charge.h"

ccl_mode ccl_mode_of_quantity(const ccl_unit *unit) {
  if (!unit)
    return CCL_MODE_ACT;
  ccl_dimension dimension = unit->dimension;
  if (ccl_dimension_money(dimension))
    return CCL_MODE_COMMISSION;
  bool is_time = dimension.count == 1 && dimension.powers[0] == 1 && dimension.bases[0]->kind != CCL_BASE_COUNT;
  return is_time ? CCL_MODE_TIME : CCL_MODE_ACT;
}

/* ---- One group ---- */

typedef CCL_VEC(ccl_part) part_list;

/* The parts of the window between the days on which the price changes, or what is charged is replaced. */
static void split(const ccl_job *job, ccl_dayset days, const ccl_expr *quantity, part_list *parts) {
  ccl_changes changes = { 0 };
  if (job->effect->has_price && !job->effect->once)
    ccl_changes_add_price(&changes, job, &job->effect->price);
  if (job->effect->has_price)
    ccl_changes_add_measures(&changes, job, quantity);
  ccl_days hull = ccl_dayset_hull(days);
  for (size_t i = 0; i <= changes.days.len; i++) {
    ccl_part part = { .days = ccl_dayset_and(days, ccl_dayset_of(ccl_changes_span(&changes, hull, i))),
                      .quantity = CCL_RAT_ZERO };
    if (part.days.len > 0)
      ccl_vec_push(parts, part);
  }
}

static ccl_progress not_additive(const ccl_job *job, const ccl_context *context, const part_list *parts) {
  const ccl_price *price = &job->effect->price;
  const ccl_expr *at = price->rate ? price->rate : job->effect->quantity;
  ccl_str day = ccl_day_text(ccl_dayset_hull(parts->items[1].days).from);
  return ccl_job_fail(job, context, CCL_CODE_mid_period_change, at, (ccl_str){ 0 }, day);
}

static ccl_progress count_parts(const ccl_job *job, const ccl_context *context, const ccl_expr *quantity,
                                part_list *parts, uint64_t *rows) {
  ccl_progress progress = CCL_DONE;
  for (size_t i = 0; i < parts->len; i++) {
    ccl_part *part = &parts->items[i];
    ccl_context here = ccl_context_on(*context, part->days);
    ccl_found found;
    progress = ccl_progress_worse(progress, ccl_job_number(job, &here, quantity, &found));
    if (progress != CCL_DONE)
      continue;
    *rows += found.rows;
    part->quantity = found.value.as.number;
    part->operand = found.operand;
    if (ccl_rat_sign(part->quantity) < 0)
      return ccl_job_fail(job, &here, CCL_CODE_negative_quantity, quantity, (ccl_str){ 0 },
                          ccl_job_say(job, quantity, part->quantity));
  }
  return progress;
}

/* The allowance is used up in the order of time. The sum of what is left to be charged; it may be too large. */
static ccl_rat take_allowance(part_list *parts, bool has_allowance, ccl_rat left) {
  ccl_rat total = CCL_RAT_ZERO;
  for (size_t i = 0; i < parts->len; i++) {
    ccl_rat quantity = parts->items[i].quantity;
    if (ccl_rat_is_too_large(left))
      return left;
    if (has_allowance) {
      ccl_rat free_part = ccl_rat_cmp(quantity, left) < 0 ? quantity : left;
      left = ccl_rat_sub(left, free_part);
      parts->items[i].quantity = ccl_rat_sub(quantity, free_part);
    }
    total = ccl_rat_add(total, parts->items[i].quantity);
  }
  return total;
}

/* Parts in which there is nothing give no line, unless there is nothing at all: then one line of 0. */
static void drop_empty(part_list *parts, ccl_rat total) {
  size_t len = 0;
  for (size_t i = 0; i < parts->len; i++)
    if (ccl_rat_sign(parts->items[i].quantity) != 0)
      parts->items[len++] = parts->items[i];
  parts->len = ccl_rat_is_zero(total) ? 1 : len;
}

ccl_progress ccl_charge_quantity(const ccl_job *job, const ccl_context *context, const ccl_charged *charged) {
  part_list parts = { 0 };
  split(job, context->days, charged->quantity, &parts);
  if (parts.len > 1 && !ccl_figure_is_additive(job->run->plan, job->run->additive, charged->quantity))
    return not_additive(job, context, &parts);
  uint64_t rows = 0;
  ccl_bill bill = { .job = job,
                    .context = *context,
                    .mode = charged->mode,
                    .sign = charged->sign,
                    .rule = charged->rule,
                    .quantity_unit = charged->quantity_unit,
                    .quantity = charged->quantity,
                    .allowance = charged->allowance.operand };
  bill.standing = (ccl_standing){ CCL_RAT_ZERO, CCL_RAT_ZERO, CCL_NONE, CCL_NONE };
  ccl_progress progress = count_parts(job, context, charged->quantity, &parts, &rows);
  if (job->effect->counted != CCL_CYCLE_PERIOD)
    progress = ccl_progress_worse(progress, ccl_counter_standing(job, context, charged->quantity, &bill.standing));
  if (charged->has_allowance)
    progress = ccl_progress_worse(progress, ccl_job_settle(job, context, charged->allowance.value));
  if (progress != CCL_DONE) {
    for (size_t i = 0; i < parts.len; i++)
      ccl_bill_visit(job, context, parts.items[i].days);
    return progress;
  }
  ccl_rat counted = take_allowance(&parts, false, CCL_RAT_ZERO);
  if (context->dim_count > 0 && rows == 0 && !ccl_rat_is_too_large(counted) && ccl_rat_is_zero(counted))
    return CCL_DONE; /* nothing of the combination was counted */
  bill.total = take_allowance(&parts, charged->has_allowance,
                              charged->has_allowance ? charged->allowance.value.as.number : CCL_RAT_ZERO);
  progress = ccl_job_fits(job, charged->quantity, bill.total);
  if (progress != CCL_DONE)
    return progress;
  if (charged->only_excess && ccl_rat_is_zero(bill.total))
    return CCL_DONE;
  drop_empty(&parts, bill.total);
  bill.parts = parts.items;
  bill.part_count = parts.len;
  return ccl_bill_price(&bill);
}

static ccl_progress charge_in(const ccl_job *job, const ccl_context *context) {
  const ccl_effect *effect = job->effect;
  int sign = ccl_effect_sign(effect->kind);
  if (!effect->has_price)
    return ccl_charge_amount(job, context, sign);
  ccl_charged charged = {
    .quantity = effect->quantity, .quantity_unit = effect->quantity_unit, .mode = effect->mode, .sign = sign
  };
  charged.rule = ccl_mode_of_quantity(effect->quantity->type.unit) == CCL_MODE_COMMISSION ? CCL_RULE_SHARE_OF_MONEY
                                                                                          : CCL_RULE_QUANTITY_PRICE;
  if (effect->allowance) {
    ccl_progress progress = ccl_job_number(job, context, effect->allowance, &charged.allowance);
    charged.has_allowance = true;
    if (progress == CCL_FAILED)
      return CCL_FAILED;
    if (progress == CCL_DONE && ccl_rat_sign(charged.allowance.value.as.number) < 0)
      return ccl_job_fail(job, context, CCL_CODE_negative_quantity, effect->allowance, (ccl_str){ 0 },
                          ccl_job_say(job, effect->allowance, charged.allowance.value.as.number));
  }
  return ccl_charge_quantity(job, context, &charged);
}

/* ---- The effect ---- */

ccl_progress ccl_run_charge(const ccl_job *job) {
  const ccl_effect *effect = job->effect;
  if (ccl_job_is_elsewhere(job))
    return CCL_DONE;
  if (effect->dim_count == 0)
    return charge_in(job, &job->context);
  ccl_context by = ccl_context_by(job->context, effect->dims, effect->dim_count);
  ccl_search search = { 0 };
  ccl_search_in(job->run, &by, effect->quantity ? effect->quantity : effect->amount, &search);
  if (search.trouble)
    return ccl_run_fail(job->run, search.trouble, job->article_index, by.days);
  ccl_progress progress = CCL_DONE;
  if (search.is_waiting) { /* the groups are not known yet: what one of them asks for, all ask for */
    progress = CCL_WAITING;
    (void)charge_in(job, &by);
  }
  ccl_search_sort(job->run->plan, &by, &search);
  for (size_t i = 0; i < search.groups.len; i++) {
    ccl_context in_group = ccl_context_group(by, search.groups.items[i]);
    progress = ccl_progress_worse(progress, charge_in(job, &in_group));
  }
  return progress;
}
