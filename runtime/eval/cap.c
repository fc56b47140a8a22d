/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Caps (clause 6.3): bonus capped at, malus capped at, capped at. A cap applies to the final sum of its window, the
 * limit is exact, and the cap's line is what the rounded lines lack or have too much. They run after the other effects
 * of the article: bonus caps, then malus caps, then the net.
 */
#include "eval/bonus.h"

static ccl_sum_kind sum_of(ccl_effect_kind kind) {
  if (kind == CCL_EFFECT_BONUS_CAP)
    return CCL_SUM_POSITIVE;
  return kind == CCL_EFFECT_MALUS_CAP ? CCL_SUM_NEGATIVE : CCL_SUM_NET;
}

static int stage_of(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_BONUS_CAP ? 1 : kind == CCL_EFFECT_MALUS_CAP ? 2 : kind == CCL_EFFECT_CAP ? 3 : 0;
}

/* Whether what one cap bears on, articles after `on`, is a part of what another bears on. */
static bool is_part(const ccl_effect *cap, const ccl_effect *of) {
  for (size_t i = 0; i < cap->on_count; i++) {
    bool has = false;
    for (size_t j = 0; j < of->on_count; j++)
      has = has || of->on[j] == cap->on[i];
    if (!has)
      return false;
  }
  return true;
}

/* Whether a line of the same article is capped by this effect: what stands before it in the order in which caps
 * bite, and bears on the same side. With `on`, only what earlier caps have taken of the same articles. */
static bool is_before(const ccl_job *job, const ccl_line *line) {
  if (line->effect == job->effect_index)
    return false;
  const ccl_effect *other = &job->article->effects[line->effect];
  int own = stage_of(job->effect->kind), stage = stage_of(other->kind);
  bool bears_on_others = stage > 0 && other->on_count > 0;
  if (job->effect->on_count > 0 ? !bears_on_others || !is_part(other, job->effect) : bears_on_others)
    return false;
  return (stage < own || (stage == own && line->effect < job->effect_index)) &&
         ccl_line_counts(job->run->plan, line, sum_of(job->effect->kind));
}

/* What the window holds in one sheet of the article: what is capped, and what this cap itself has given or taken. */
static void add_own(const ccl_job *job, const ccl_sheet *sheet, ccl_rat *capped, ccl_rat *taken) {
  for (size_t i = 0; i < sheet->lines.len; i++) {
    const ccl_line *line = &sheet->lines.items[i];
    if (!ccl_line_is_of_group(line, &job->context))
      continue;
    if (line->effect == job->effect_index)
      *taken = ccl_rat_add(*taken, line->amount);
    else if (is_before(job, line))
      *capped = ccl_rat_add(*capped, line->amount);
  }
}

static ccl_progress add_earlier(const ccl_job *job, ccl_period_range range, ccl_rat *capped, ccl_rat *taken) {
  ccl_progress progress = CCL_DONE;
  for (int32_t number = range.first; number <= range.last && number < job->invoice.number; number++) {
    ccl_period period;
    if (!ccl_cycle_period(job->run->plan->header.cycle, number, &period) ||
        ccl_days_is_empty(ccl_days_and(period.days, job->article->in_force)))
      continue;
    const ccl_sheet *sheet = ccl_run_sheet(job->run, job->article_index, period);
    progress = ccl_progress_worse(progress, sheet->progress);
    if (sheet->progress == CCL_DONE)
      add_own(job, sheet, capped, taken);
  }
  return progress;
}

/* With `on`: the effects of other articles, in the window so far. */
static ccl_progress add_others(const ccl_job *job, ccl_period_range range, ccl_rat *capped) {
  const ccl_context *group = job->context.dim_count > 0 ? &job->context : NULL;
  ccl_progress progress = CCL_DONE;
  if (range.last > job->invoice.number)
    range.last = job->invoice.number;
  for (size_t i = 0; i < job->effect->on_count; i++) {
    const ccl_article_name *name = &job->run->plan->article_names[job->effect->on[i]];
    ccl_rat sum;
    progress = ccl_progress_worse(progress, ccl_sum_lines(job->run, name->articles, name->article_count, range, group,
                                                          sum_of(job->effect->kind), &sum));
    *capped = ccl_rat_add(*capped, sum);
  }
  return progress;
}

static ccl_rat clamp(ccl_rat figure, ccl_rat low, ccl_rat high) {
  return ccl_rat_cmp(figure, low) < 0 ? low : ccl_rat_cmp(figure, high) > 0 ? high : figure;
}

/* What the sum may be. */
static ccl_rat bounded(ccl_effect_kind kind, ccl_rat sum, ccl_rat limit) {
  ccl_rat low = ccl_rat_neg(limit), high = limit;
  if (kind == CCL_EFFECT_BONUS_CAP)
    return ccl_rat_cmp(sum, high) > 0 ? high : sum;
  if (kind == CCL_EFFECT_MALUS_CAP)
    return ccl_rat_cmp(sum, low) < 0 ? low : sum;
  return clamp(sum, low, high);
}

static ccl_rule rule_of(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_BONUS_CAP   ? CCL_RULE_CAP_BONUS
         : kind == CCL_EFFECT_MALUS_CAP ? CCL_RULE_CAP_MALUS
                                        : CCL_RULE_CAP_NET;
}

/* The limit for the window, as money. */
static ccl_progress limit_of(const ccl_job *job, const ccl_bounds *bounds, const ccl_base_sum *base, ccl_found *found,
                             ccl_rat *limit) {
  const ccl_effect *effect = job->effect;
  ccl_progress progress = ccl_job_number(job, &job->context, effect->amount, found);
  if (progress != CCL_DONE)
    return progress;
  *limit = found->value.as.number;
  if (ccl_rat_sign(*limit) < 0)
    return ccl_job_fail(job, &job->context, CCL_CODE_negative_effect, effect->amount, (ccl_str){ 0 },
                        ccl_job_say(job, effect->amount, *limit));
  if (effect->is_share)
    return ccl_share_of_base(job, base, effect->amount, *limit, limit);
  *limit = ccl_rat_mul(*limit, bounds->times);
  return CCL_DONE;
}

ccl_progress ccl_run_cap(const ccl_job *job) {
  const ccl_effect *effect = job->effect;
  ccl_bounds bounds = ccl_bounds_of(job);
  ccl_base_sum base = { .amount = CCL_RAT_ZERO };
  ccl_rat capped = CCL_RAT_ZERO, taken = CCL_RAT_ZERO, limit = CCL_RAT_ZERO;
  ccl_found found;
  ccl_progress progress = effect->is_share ? ccl_base_of(job, &base) : CCL_DONE;
  if (progress != CCL_FAILED)
    progress = ccl_progress_worse(progress, limit_of(job, &bounds, &base, &found, &limit));
  add_own(job, job->sheet, &capped, &taken);
  if (bounds.range.first < job->invoice.number)
    progress = ccl_progress_worse(progress, add_earlier(job, bounds.range, &capped, &taken));
  if (effect->on_count > 0)
    progress = ccl_progress_worse(progress, add_others(job, bounds.range, &capped));
  if (progress != CCL_DONE)
    return progress;
  progress = ccl_job_fits(job, effect->amount, ccl_rat_add(capped, limit));
  if (progress != CCL_DONE)
    return progress;
  ccl_rat due = ccl_rat_sub(bounded(effect->kind, capped, limit), capped);
  ccl_rat amount = ccl_rat_sub(due, taken);
  progress = ccl_job_fits(job, effect->amount, amount);
  if (progress != CCL_DONE || ccl_rat_is_zero(amount))
    return progress;
  ccl_line line = ccl_job_line(job, &job->context, CCL_MODE_CAP);
  line.has_basis = true;
  line.basis = effect->is_share ? base.amount : capped;
  line.has_share = effect->is_share;
  line.share = effect->is_share ? found.value.as.number : CCL_RAT_ZERO;
  line.exact = amount;
  const ccl_operand *all = ccl_operands_join(&found.operand, 1, base.operands, base.operand_count);
  ccl_line_because(&line, effect->span, rule_of(effect->kind), job->context.days, all, 1 + base.operand_count);
  return ccl_job_add(job, line);
}
