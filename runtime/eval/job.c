/* SPDX-License-Identifier: Apache-2.0 */
/* What effects share: figures that can be used, parts of a window, the making of lines. What an effect does is in
 * the file of its family. */
#include "eval/job.h"

/* ---- Figures ---- */

ccl_effect_rules ccl_job_rules(const ccl_job *job) {
  return ccl_effect_rules_on(job->run->plan, job->effect, job->acting.period.days.to);
}

ccl_progress ccl_job_settle(const ccl_job *job, const ccl_context *context, ccl_value value) {
  if (value.state == CCL_UNKNOWN)
    return CCL_WAITING;
  if (value.state == CCL_TROUBLE)
    return ccl_run_fail(job->run, value.as.trouble, job->article_index, context->days);
  return CCL_DONE;
}

ccl_progress ccl_job_number(const ccl_job *job, const ccl_context *context, const ccl_expr *expr, ccl_found *found) {
  *found = ccl_ask(job->run, context, expr);
  return ccl_job_settle(job, context, found->value);
}

ccl_progress ccl_job_fail(const ccl_job *job, const ccl_context *context, ccl_code code, const ccl_expr *at,
                          ccl_str subject, ccl_str detail) {
  return ccl_run_fail(job->run, ccl_trouble_new(code, at, subject, detail).as.trouble, job->article_index,
                      context->days);
}

ccl_progress ccl_job_fits(const ccl_job *job, const ccl_expr *at, ccl_rat number) {
  if (!ccl_rat_is_too_large(number))
    return CCL_DONE;
  return ccl_job_fail(job, &job->context, CCL_CODE_number_too_large, at, job->article->name, (ccl_str){ 0 });
}

ccl_str ccl_job_say(const ccl_job *job, const ccl_expr *expr, ccl_rat number) {
  const ccl_plan *plan = job->run->plan;
  return ccl_value_say(plan, expr->type, ccl_value_number(number), plan->header.lang);
}

bool ccl_job_is_elsewhere(const ccl_job *job) {
  return job->effect->once && !ccl_days_has(job->acting.billing, job->effect->once_on);
}

ccl_rat ccl_recurrence_scale(ccl_recurrence unit) {
  switch (unit) {
  case CCL_PER_DAY:
  case CCL_PER_MONTH: return CCL_RAT_ONE;
  case CCL_PER_WEEK: return ccl_rat_int(7);
  case CCL_PER_QUARTER: return ccl_rat_int(3);
  case CCL_PER_YEAR: return ccl_rat_int(12);
  }
  return CCL_RAT_ONE;
}

/* ---- Parts of a window ---- */

static void add_change(ccl_changes *changes, ccl_day day) {
  size_t at = 0;
  while (at < changes->days.len && changes->days.items[at] < day)
    at++;
  if (at < changes->days.len && changes->days.items[at] == day)
    return;
  ccl_vec_push(&changes->days, day);
  for (size_t i = changes->days.len - 1; i > at; i--)
    changes->days.items[i] = changes->days.items[i - 1];
  changes->days.items[at] = day;
}

void ccl_changes_add(ccl_changes *changes, const ccl_job *job, const ccl_expr *expr) {
  if (!expr || expr->op == CCL_OP_CONSTANT)
    return;
  ccl_days hull = ccl_dayset_hull(job->context.days);
  ccl_day *days;
  size_t count = ccl_parameter_changes(job->run->plan, ccl_run_supply(job->run, job->article_index), expr, hull, &days);
  for (size_t i = 0; i < count; i++)
    add_change(changes, days[i]);
}

static void add_versions(ccl_changes *changes, const ccl_job *job, ccl_versions versions) {
  ccl_days hull = ccl_dayset_hull(job->context.days);
  for (size_t i = 0; i < versions.count; i++)
    if (versions.items[i].from > hull.from && versions.items[i].from <= hull.to)
      add_change(changes, versions.items[i].from);
}

void ccl_changes_add_measures(ccl_changes *changes, const ccl_job *job, const ccl_expr *expr) {
  const ccl_plan *plan = job->run->plan;
  if (expr->op == CCL_OP_WINDOW || expr->op == CCL_OP_AGGREGATE)
    return;
  if (expr->op == CCL_OP_MEASURE && !ccl_run_gives_measure(job->run, expr->index))
    add_versions(changes, job, plan->measures[expr->index].versions);
  if (expr->op == CCL_OP_CALL)
    ccl_changes_add_measures(changes, job, plan->functions[expr->index].body);
  for (size_t i = 0; i < expr->arg_count; i++)
    ccl_changes_add_measures(changes, job, expr->args[i]);
}

static void add_tiers(ccl_changes *changes, const ccl_job *job, const ccl_tiers *tiers) {
  for (size_t i = 0; i < tiers->tier_count; i++) {
    ccl_changes_add(changes, job, tiers->tiers[i].price);
    ccl_changes_add(changes, job, tiers->tiers[i].plus);
  }
}

void ccl_changes_add_price(ccl_changes *changes, const ccl_job *job, const ccl_price *price) {
  ccl_changes_add(changes, job, price->rate);
  ccl_changes_add(changes, job, price->sum);
  if (price->tiers == CCL_NONE)
    return;
  const ccl_tiers *tiers = &job->run->plan->tiers[price->tiers];
  add_tiers(changes, job, tiers);
  add_versions(changes, job, tiers->versions);
  for (size_t i = 0; i < tiers->versions.count; i++)
    add_tiers(changes, job, &job->run->plan->tiers[tiers->versions.items[i].index]);
}

ccl_days ccl_changes_span(const ccl_changes *changes, ccl_days days, size_t index) {
  ccl_days span = days;
  if (index > 0)
    span.from = changes->days.items[index - 1];
  if (index < changes->days.len)
    span.to = changes->days.items[index] - 1;
  return span;
}

/* ---- Lines ---- */

void ccl_line_cover(const ccl_job *job, ccl_line *line, ccl_dayset days) {
  ccl_days hull = ccl_dayset_hull(days);
  line->has_days = hull.from != job->invoice.days.from || hull.to != job->invoice.days.to;
  line->days = hull;
}

ccl_line ccl_job_line(const ccl_job *job, const ccl_context *context, ccl_mode mode) {
  const ccl_effect *effect = job->effect;
  ccl_line line = { .article = job->article_index,
                    .effect = job->effect_index,
                    .mode = mode,
                    .label = effect->label.len > 0 ? effect->label : job->article->title,
                    .dims = context->dims,
                    .group = context->group,
                    .group_count = context->known,
                    .vat = ccl_job_rules(job).vat,
                    .quantity = CCL_RAT_ZERO,
                    .price = CCL_RAT_ZERO,
                    .times = CCL_RAT_ZERO,
                    .slice_above = CCL_RAT_ZERO,
                    .slice_up_to = CCL_RAT_ZERO,
                    .basis = CCL_RAT_ZERO,
                    .share = CCL_RAT_ZERO,
                    .exact = CCL_RAT_ZERO };
  ccl_line_cover(job, &line, context->days);
  return line;
}

void ccl_line_because(ccl_line *line, ccl_span span, ccl_rule rule, ccl_dayset window, const ccl_operand *operands,
                      size_t count) {
  ccl_operand *kept = ccl_new_array(ccl_operand, count + 1);
  size_t len = 0;
  for (size_t i = 0; i < count; i++)
    if (operands[i].value.state == CCL_KNOWN && (operands[i].expr || operands[i].name.len > 0))
      kept[len++] = operands[i];
  line->reason = (ccl_reason){ span, window, rule, kept, len };
}

ccl_progress ccl_job_add(const ccl_job *job, ccl_line line) {
  const ccl_header *header = ccl_header_on(job->run->plan, job->invoice.days.to);
  if (ccl_ledger_add(&job->sheet->lines, &header->rounding, line))
    return CCL_DONE;
  const ccl_effect *effect = job->effect;
  return ccl_job_fail(job, &job->context, CCL_CODE_number_too_large,
                      effect->quantity ? effect->quantity : effect->amount, job->article->name, (ccl_str){ 0 });
}
