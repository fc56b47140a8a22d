/* SPDX-License-Identifier: Apache-2.0 */
/* bonus, malus, adjustment and ladders (clause 6.3). Caps are cap.c's; which rung holds is asked of plan/ladder.c. */
#include "eval/bonus.h"

#include "eval/messages.h"

/* ---- The base ---- */

static bool has_price(const ccl_article *article) {
  for (size_t i = 0; i < article->effect_count; i++) {
    ccl_effect_kind kind = article->effects[i].kind;
    if (kind == CCL_EFFECT_CHARGE || kind == CCL_EFFECT_CREDIT || kind == CCL_EFFECT_FLAT ||
        kind == CCL_EFFECT_SUBSCRIPTION)
      return true;
  }
  return false;
}

/* Whether a name belongs to the base: said, or, with `all`, every article that has a charge, credit, flat or
 * subscription, this one apart. */
static bool is_in_base(const ccl_job *job, uint32_t name) {
  const ccl_base *base = &job->article->base;
  bool is_named = false;
  for (size_t i = 0; i < base->name_count; i++)
    is_named = is_named || base->names[i] == name;
  if (!base->all)
    return is_named;
  if (is_named || name == job->article->article_name)
    return false;
  const ccl_article_name *it = &job->run->plan->article_names[name];
  for (size_t i = 0; i < it->article_count; i++)
    if (has_price(&job->run->plan->articles[it->articles[i]]))
      return true;
  return false;
}

/* The days whose billing periods count. */
static ccl_days base_days(const ccl_job *job) {
  const ccl_base *base = &job->article->base;
  if (!base->has_window)
    return job->acting.billing;
  return ccl_context_in_window(job->run->plan, job->context, base->window).billing;
}

ccl_progress ccl_base_of(const ccl_job *job, ccl_base_sum *base) {
  *base = (ccl_base_sum){ .said = job->article->base.said, .amount = CCL_RAT_ZERO };
  if (!base->said)
    return CCL_DONE;
  const ccl_plan *plan = job->run->plan;
  ccl_days days = base_days(job);
  ccl_period_range range = ccl_cycle_periods_touching(plan->header.cycle, days);
  const ccl_context *group = job->context.dim_count > 0 ? &job->context : NULL;
  CCL_VEC(ccl_operand) operands = { 0 };
  ccl_progress progress = CCL_DONE;
  for (uint32_t name = 0; name < plan->article_names_count; name++) {
    if (!is_in_base(job, name))
      continue;
    const ccl_article_name *it = &plan->article_names[name];
    ccl_rat sum;
    progress = ccl_progress_worse(
        progress, ccl_sum_lines(job->run, it->articles, it->article_count, range, group, CCL_SUM_ALL, &sum));
    base->amount = ccl_rat_add(base->amount, sum);
    ccl_operand operand = { .name = it->name,
                            .type = { CCL_KIND_NUMBER, plan->header.currency },
                            .value = ccl_value_number(sum),
                            .days = ccl_dayset_of(days) };
    ccl_vec_push(&operands, operand);
  }
  base->operands = operands.items;
  base->operand_count = operands.len;
  return progress;
}

ccl_progress ccl_share_of_base(const ccl_job *job, const ccl_base_sum *base, const ccl_expr *at, ccl_rat share,
                               ccl_rat *amount) {
  const ccl_plan *plan = job->run->plan;
  ccl_progress progress = ccl_job_fits(job, at, base->amount);
  if (progress != CCL_DONE)
    return progress;
  if (ccl_rat_sign(base->amount) < 0 && !ccl_rat_is_zero(share)) {
    ccl_str said = ccl_value_say(plan, (ccl_type){ CCL_KIND_NUMBER, plan->header.currency },
                                 ccl_value_number(base->amount), plan->header.lang);
    return ccl_job_fail(job, &job->context, CCL_CODE_negative_base, at, job->article->name, said);
  }
  *amount = ccl_rat_mul(base->amount, share);
  return CCL_DONE;
}

const ccl_operand *ccl_operands_join(const ccl_operand *some, size_t some_count, const ccl_operand *more,
                                     size_t more_count) {
  ccl_operand *all = ccl_new_array(ccl_operand, some_count + more_count + 1);
  for (size_t i = 0; i < some_count; i++)
    all[i] = some[i];
  for (size_t i = 0; i < more_count; i++)
    all[some_count + i] = more[i];
  return all;
}

/* ---- Lines ---- */

/* What a bonus or malus comes to: signed, a share of the base or money. */
typedef struct outcome {
  bool is_share;
  ccl_rat signed_figure;
  const ccl_expr *at;
  ccl_span span;
  ccl_rule share_rule, money_rule;
} outcome;

static ccl_progress add_outcome(const ccl_job *job, const ccl_base_sum *base, const outcome *it,
                                const ccl_operand *operands, size_t count) {
  ccl_rat amount = it->signed_figure;
  ccl_progress progress = ccl_job_fits(job, it->at, amount);
  if (progress == CCL_DONE && it->is_share)
    progress = ccl_share_of_base(job, base, it->at, it->signed_figure, &amount);
  if (progress == CCL_DONE)
    progress = ccl_job_fits(job, it->at, amount);
  if (progress != CCL_DONE || ccl_rat_is_zero(amount))
    return progress;
  ccl_line line = ccl_job_line(job, &job->context, ccl_rat_sign(amount) > 0 ? CCL_MODE_BONUS : CCL_MODE_MALUS);
  line.has_basis = base->said;
  line.basis = base->amount;
  line.has_share = it->is_share;
  line.share = it->is_share ? it->signed_figure : CCL_RAT_ZERO;
  line.exact = amount;
  const ccl_operand *all = ccl_operands_join(operands, count, base->operands, base->operand_count);
  ccl_line_because(&line, it->span, it->is_share ? it->share_rule : it->money_rule, job->context.days, all,
                   count + base->operand_count);
  return ccl_job_add(job, line);
}

static bool is_share(const ccl_expr *expr) {
  return ccl_dimension_is_number(expr->type.unit->dimension);
}

static ccl_progress negative(const ccl_job *job, const ccl_expr *expr, ccl_rat figure) {
  return ccl_job_fail(job, &job->context, CCL_CODE_negative_effect, expr, (ccl_str){ 0 },
                      ccl_job_say(job, expr, figure));
}

/* bonus, malus, adjustment outside a ladder. */
ccl_progress ccl_run_bonus(const ccl_job *job) {
  const ccl_effect *effect = job->effect;
  ccl_base_sum base;
  ccl_found found;
  ccl_progress progress = ccl_base_of(job, &base);
  progress = ccl_progress_worse(progress, ccl_job_number(job, &job->context, effect->amount, &found));
  if (progress != CCL_DONE)
    return progress;
  ccl_rat figure = found.value.as.number;
  if (effect->kind != CCL_EFFECT_ADJUSTMENT && ccl_rat_sign(figure) < 0)
    return negative(job, effect->amount, figure);
  outcome it = { .is_share = effect->is_share,
                 .at = effect->amount,
                 .span = effect->span,
                 .share_rule = CCL_RULE_BASE_SHARE,
                 .money_rule = CCL_RULE_BONUS_SUM };
  it.signed_figure = ccl_effect_sign(effect->kind) < 0 ? ccl_rat_neg(figure) : figure;
  return add_outcome(job, &base, &it, &found.operand, 1);
}

/* ---- Ladders ---- */

/* Asks in the article's context, with `value` bound to the ladder's figure. */
static ccl_progress ask_bound(const ccl_job *job, const ccl_expr *expr, ccl_value figure, ccl_found *found) {
  ccl_asker asker = ccl_asker_in(job->run, &job->context);
  ccl_env env = ccl_asker_env(&asker);
  env.bound[CCL_BOUND_FIGURE] = figure;
  ccl_value value = ccl_compute(&env, expr);
  if (value.state == CCL_ABSENT)
    value = ccl_trouble_new(CCL_CODE_undefined_value, expr, (ccl_str){ 0 }, (ccl_str){ 0 });
  *found = (ccl_found){ value, ccl_asker_operand(&asker, expr, value), asker.rows };
  return ccl_job_settle(job, &job->context, value);
}

/* A bound or outcome that may not be there: 0. */
static ccl_progress ask_if_there(const ccl_job *job, const ccl_expr *expr, ccl_value figure, ccl_rat *number,
                                 ccl_operand *operand) {
  *number = CCL_RAT_ZERO;
  if (!expr)
    return CCL_DONE;
  ccl_found found;
  ccl_progress progress = ask_bound(job, expr, figure, &found);
  if (progress == CCL_DONE)
    *number = found.value.as.number;
  if (operand)
    *operand = found.operand;
  return progress;
}

/* The first rung that holds, with the values of its bounds; CCL_NONE: none. */
static ccl_progress find_rung(const ccl_job *job, ccl_rat figure, uint32_t *rung, ccl_rat *low, ccl_rat *high) {
  const ccl_ladder *ladder = job->effect->ladder;
  ccl_value bound = ccl_value_number(figure);
  for (uint32_t i = 0; i < ladder->rung_count; i++) {
    ccl_progress progress = ask_if_there(job, ladder->rungs[i].low, bound, low, NULL);
    progress = ccl_progress_worse(progress, ask_if_there(job, ladder->rungs[i].high, bound, high, NULL));
    if (progress != CCL_DONE)
      return progress;
    *rung = i;
    if (ccl_rung_holds(&ladder->rungs[i], *low, *high, figure))
      return CCL_DONE;
  }
  *rung = CCL_NONE;
  return CCL_DONE;
}

/* While the figure is not known every rung may hold. */
static void visit_rungs(const ccl_job *job) {
  ccl_value unknown = ccl_value_unknown();
  for (size_t i = 0; i < job->effect->ladder->rung_count; i++) {
    const ccl_rung *rung = &job->effect->ladder->rungs[i];
    ccl_rat number;
    const ccl_expr *const all[] = { rung->low, rung->high, rung->outcome, rung->end };
    for (size_t j = 0; j < sizeof all / sizeof *all; j++)
      (void)ask_if_there(job, all[j], unknown, &number, NULL);
  }
}

static ccl_rat with_sign(ccl_rat figure, int sign) {
  return sign < 0 ? ccl_rat_neg(figure) : sign > 0 ? figure : CCL_RAT_ZERO;
}

/* In a straight line from the outcome at the lower bound to `end` at the upper one. */
static ccl_rat slide(ccl_rat start, ccl_rat end, ccl_rat low, ccl_rat high, ccl_rat figure) {
  ccl_rat length = ccl_rat_sub(high, low);
  if (ccl_rat_is_zero(length))
    return start;
  ccl_rat way = ccl_rat_div(ccl_rat_sub(figure, low), length);
  return ccl_rat_add(start, ccl_rat_mul(ccl_rat_sub(end, start), way));
}

static ccl_progress apply_rung(const ccl_job *job, const ccl_base_sum *base, const ccl_rung *rung,
                               const ccl_found *figure, ccl_rat low, ccl_rat high) {
  ccl_rat start, end;
  ccl_operand operands[] = { figure->operand,
                             { .value = { .state = CCL_ABSENT } },
                             { .value = { .state = CCL_ABSENT } } };
  ccl_progress progress = ask_if_there(job, rung->outcome, figure->value, &start, &operands[1]);
  if (rung->slides)
    progress = ccl_progress_worse(progress, ask_if_there(job, rung->end, figure->value, &end, &operands[2]));
  if (progress != CCL_DONE)
    return progress;
  if (ccl_rat_sign(start) < 0)
    return negative(job, rung->outcome, start);
  if (rung->slides && ccl_rat_sign(end) < 0)
    return negative(job, rung->end, end);
  const ccl_expr *at = rung->outcome ? rung->outcome : rung->end;
  if (!at) /* neutral */
    return CCL_DONE;
  outcome it = { .is_share = is_share(at),
                 .at = at,
                 .span = rung->span,
                 .share_rule = CCL_RULE_RUNG_SHARE,
                 .money_rule = CCL_RULE_RUNG_SUM };
  it.signed_figure = with_sign(start, rung->sign);
  if (rung->slides) {
    it.share_rule = it.money_rule = CCL_RULE_RUNG_SLIDING;
    it.signed_figure = slide(it.signed_figure, with_sign(end, rung->end_sign), low, high, figure->value.as.number);
  }
  return add_outcome(job, base, &it, operands, sizeof operands / sizeof *operands);
}

ccl_progress ccl_run_ladder(const ccl_job *job) {
  const ccl_ladder *ladder = job->effect->ladder;
  ccl_base_sum base;
  ccl_found figure;
  ccl_progress progress = ccl_base_of(job, &base);
  progress = ccl_progress_worse(progress, ccl_job_number(job, &job->context, ladder->figure, &figure));
  if (progress != CCL_DONE) {
    if (figure.value.state == CCL_UNKNOWN)
      visit_rungs(job);
    return progress;
  }
  uint32_t rung;
  ccl_rat low, high;
  progress = find_rung(job, figure.value.as.number, &rung, &low, &high);
  if (progress != CCL_DONE)
    return progress;
  if (rung == CCL_NONE)
    return ccl_job_fail(job, &job->context, CCL_CODE_ladder_incomplete, ladder->figure, (ccl_str){ 0 },
                        ccl_job_say(job, ladder->figure, figure.value.as.number));
  return apply_rung(job, &base, &ladder->rungs[rung], &figure, low, high);
}
