/* SPDX-License-Identifier: Apache-2.0 */
/*
 * minimum and maximum (clause 6.4), and the windows of amounts by the unit in which they are written, which caps share.
 * The rule of proration is calendar/proration.c's.
 */
#include "eval/bonus.h"

/* ---- What is known of the contract ---- */

/* The contract and the article as they stand when the billing period ends: what is amended later changes nothing of it
 * (clause 8). */
static ccl_cycle cycle_of(const ccl_job *job) {
  ccl_cycle cycle = job->run->plan->header.cycle;
  cycle.contract = ccl_contract_days_on(job->run->plan, job->acting.period.days.to);
  return cycle;
}

static ccl_days in_force_of(const ccl_job *job) {
  return ccl_article_in_force_on(job->run->plan, job->article, job->acting.period.days.to);
}

/* ---- Windows ---- */

/* How long a unit or a billing period is, to be compared only. */
static int32_t length_of(ccl_cycle_unit unit) {
  switch (unit) {
  case CCL_CYCLE_DAY: return 1;
  case CCL_CYCLE_WEEK: return 7;
  case CCL_CYCLE_MONTH: return 31;
  case CCL_CYCLE_QUARTER: return 92;
  case CCL_CYCLE_YEAR: return 366;
  case CCL_CYCLE_PERIOD: return 0;
  case CCL_CYCLE_CONTRACT: return INT32_MAX;
  }
  return 0;
}

static int32_t length_of_months(int32_t months) {
  return months == 0 ? 7 : months == 1 ? 31 : months == 3 ? 92 : 366;
}

static int32_t months_of(ccl_cycle_unit unit) {
  return unit == CCL_CYCLE_MONTH ? 1 : unit == CCL_CYCLE_QUARTER ? 3 : unit == CCL_CYCLE_YEAR ? 12 : 0;
}

/* The window is the article's billing period, whose months (or days) the amount counts. */
static ccl_bounds of_billing(const ccl_job *job, ccl_cycle_unit unit) {
  ccl_bounds it = { .whole = job->acting.whole, .months = job->acting.months, .times = CCL_RAT_ONE };
  it.range = ccl_cycle_periods_touching(job->run->plan->header.cycle, job->acting.billing);
  it.by_days = unit == CCL_CYCLE_DAY || unit == CCL_CYCLE_WEEK;
  it.by_weeks = unit == CCL_CYCLE_PERIOD && job->acting.months == 0;
  if (it.by_days)
    it.times = ccl_rat_int(ccl_days_count(it.whole));
  else if (months_of(unit) > 0)
    it.times = ccl_rat_int(job->acting.months);
  return it;
}

ccl_bounds ccl_bounds_of(const ccl_job *job) {
  ccl_cycle cycle = cycle_of(job);
  ccl_cycle_unit unit = job->effect->bounded;
  if (length_of(unit) <= length_of_months(job->acting.months))
    return of_billing(job, unit);
  ccl_bounds it = { .months = months_of(unit), .times = CCL_RAT_ONE };
  it.whole = ccl_cycle_span(cycle, unit, job->acting.period.days.to);
  it.range = ccl_cycle_periods_ending(cycle, it.whole);
  if (it.months > 0)
    it.times = ccl_rat_int(it.months);
  return it;
}

/* ---- The amount ---- */

static bool is_whole_contract(const ccl_job *job) {
  ccl_days contract = cycle_of(job).contract, in_force = in_force_of(job);
  return job->effect->bounded == CCL_CYCLE_CONTRACT && contract.from == in_force.from && contract.to == in_force.to;
}

/* What is left of the amount in a window that the start or end of the contract or of the article cuts short.
 * Overrides do not cut it (clause 6.7). */
static ccl_progress share_left(const ccl_job *job, const ccl_bounds *bounds, ccl_rat *share) {
  ccl_dayset in_force = ccl_dayset_of(in_force_of(job));
  *share = CCL_RAT_ONE;
  if (is_whole_contract(job))
    return CCL_DONE;
  if (bounds->by_days) {
    int32_t days = ccl_dayset_count(ccl_dayset_and(in_force, ccl_dayset_of(bounds->whole)));
    *share = ccl_rat_frac(days, ccl_days_count(bounds->whole));
    return CCL_DONE;
  }
  if (bounds->by_weeks) {
    *share = ccl_proration_week_share(bounds->whole, in_force);
    return CCL_DONE;
  }
  ccl_share left = ccl_proration_share(ccl_job_rules(job).proration, bounds->whole, bounds->months, in_force);
  if (left.needs_rule)
    return ccl_job_fail(job, &job->context, CCL_CODE_missing_proration, job->effect->amount, (ccl_str){ 0 },
                        ccl_month_text(left.cut));
  *share = left.share;
  return CCL_DONE;
}

static bool is_in_force(const ccl_job *job, ccl_period period) {
  return !ccl_days_is_empty(ccl_days_and(period.days, job->article->in_force));
}

/* The sum of the articles after `on`, in the periods of the window up to this one in which the minimum or maximum is
 * in force. */
static ccl_progress sum_on(const ccl_job *job, const ccl_bounds *bounds, ccl_rat *sum, const ccl_operand **operands) {
  const ccl_plan *plan = job->run->plan;
  const ccl_context *group = job->context.dim_count > 0 ? &job->context : NULL;
  ccl_period_range range = bounds->range;
  ccl_period period;
  if (range.last > job->invoice.number)
    range.last = job->invoice.number;
  while (range.first < range.last && ccl_cycle_period(plan->header.cycle, range.first, &period) &&
         !is_in_force(job, period))
    range.first++;
  ccl_operand *all = ccl_new_array(ccl_operand, job->effect->on_count);
  ccl_progress progress = CCL_DONE;
  *sum = CCL_RAT_ZERO;
  for (size_t i = 0; i < job->effect->on_count; i++) {
    const ccl_article_name *name = &plan->article_names[job->effect->on[i]];
    ccl_rat one;
    progress = ccl_progress_worse(
        progress, ccl_sum_lines(job->run, name->articles, name->article_count, range, group, CCL_SUM_ALL, &one));
    *sum = ccl_rat_add(*sum, one);
    all[i] = (ccl_operand){ .name = name->name,
                            .type = { CCL_KIND_NUMBER, plan->header.currency },
                            .value = ccl_value_number(one),
                            .days = ccl_dayset_of(bounds->whole) };
  }
  *operands = all;
  return progress;
}

static ccl_progress add_line(const ccl_job *job, const ccl_found *found, ccl_rat sum, const ccl_operand *on,
                             ccl_rat amount, ccl_rule rule) {
  ccl_line line = ccl_job_line(job, &job->context, job->effect->mode);
  line.has_basis = true;
  line.basis = sum;
  line.exact = amount;
  const ccl_operand *all = ccl_operands_join(&found->operand, 1, on, job->effect->on_count);
  ccl_line_because(&line, job->effect->span, rule, job->context.days, all, 1 + job->effect->on_count);
  return ccl_job_add(job, line);
}

/* ---- Minimum ---- */

/* Whether no later billing period of the window has the article act on a day in force. */
static bool is_last(const ccl_job *job, const ccl_bounds *bounds) {
  ccl_plan known = *job->run->plan;
  ccl_days in_force = in_force_of(job);
  known.header.cycle = cycle_of(job);
  known.amendments_count = 0; /* none is to come */
  for (int32_t number = job->invoice.number + 1; number <= bounds->range.last; number++) {
    ccl_period period;
    ccl_acting actings[CCL_ACTINGS_MAX];
    if (!ccl_cycle_period(known.header.cycle, number, &period)) /* one that acts yearly acts after its own end */
      return true;
    size_t count = ccl_actings_of(&known, job->article, period, actings);
    for (size_t i = 0; i < count; i++)
      if (!ccl_days_is_empty(ccl_days_and(actings[i].billing, in_force)))
        return false;
  }
  return true;
}

/* The figure of the effect for the window, and what the articles come to so far. */
typedef struct bound_sum {
  ccl_found found;
  ccl_rat bound, sum;
  const ccl_operand *on;
} bound_sum;

static ccl_progress measure_window(const ccl_job *job, const ccl_bounds *bounds, bound_sum *it) {
  ccl_rat share;
  ccl_progress progress = share_left(job, bounds, &share);
  if (progress == CCL_FAILED)
    return progress;
  progress = ccl_job_number(job, &job->context, job->effect->amount, &it->found);
  progress = ccl_progress_worse(progress, sum_on(job, bounds, &it->sum, &it->on));
  if (progress == CCL_DONE)
    it->bound = ccl_rat_mul(ccl_rat_mul(it->found.value.as.number, bounds->times), share);
  return progress;
}

/* What this effect has already added or taken in the window, for the group. */
static ccl_progress moved_before(const ccl_job *job, const ccl_bounds *bounds, ccl_rat *moved) {
  ccl_progress progress = CCL_DONE;
  *moved = CCL_RAT_ZERO;
  for (int32_t number = bounds->range.first; number <= bounds->range.last && number < job->invoice.number; number++) {
    ccl_period period;
    if (!ccl_cycle_period(job->run->plan->header.cycle, number, &period) || !is_in_force(job, period))
      continue;
    const ccl_sheet *sheet = ccl_run_sheet(job->run, job->article_index, period);
    progress = ccl_progress_worse(progress, sheet->progress);
    for (size_t i = 0; sheet->progress == CCL_DONE && i < sheet->lines.len; i++) {
      const ccl_line *line = &sheet->lines.items[i];
      if (line->effect == job->effect_index && ccl_line_is_of_group(line, &job->context))
        *moved = ccl_rat_add(*moved, line->amount);
    }
  }
  return progress;
}

ccl_progress ccl_run_minimum(const ccl_job *job) {
  ccl_bounds bounds = ccl_bounds_of(job);
  if (!is_last(job, &bounds))
    return CCL_DONE;
  bound_sum it;
  ccl_progress progress = measure_window(job, &bounds, &it);
  if (progress != CCL_DONE)
    return progress;
  ccl_rat missing = ccl_rat_sub(it.bound, it.sum), added = CCL_RAT_ZERO;
  if (job->run->plan->amendments_count > 0) /* the window had an end already, which an extension has put off */
    progress = moved_before(job, &bounds, &added);
  if (progress != CCL_DONE)
    return progress;
  missing = ccl_rat_sub(missing, added);
  progress = ccl_job_fits(job, job->effect->amount, missing);
  if (progress != CCL_DONE || ccl_rat_sign(missing) <= 0)
    return progress;
  return add_line(job, &it.found, it.sum, it.on, missing, CCL_RULE_MINIMUM);
}

/* ---- Maximum ---- */

ccl_progress ccl_run_maximum(const ccl_job *job) {
  ccl_bounds bounds = ccl_bounds_of(job);
  bound_sum it;
  ccl_rat taken;
  ccl_progress progress = measure_window(job, &bounds, &it);
  progress = ccl_progress_worse(progress, moved_before(job, &bounds, &taken));
  if (progress != CCL_DONE)
    return progress;
  ccl_rat cumulated = ccl_rat_add(it.sum, taken);
  ccl_rat excess = ccl_rat_sub(it.bound, cumulated);
  progress = ccl_job_fits(job, job->effect->amount, excess);
  if (progress != CCL_DONE || ccl_rat_sign(excess) >= 0)
    return progress;
  return add_line(job, &it.found, cumulated, it.on, excess, CCL_RULE_MAXIMUM);
}
