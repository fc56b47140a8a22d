/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Amounts (clauses 6.1, 6.2, 6.5): money once for the billing period or on a date, and recurring money, times the
 * months, weeks or days due, which the rule of proration counts (calendar/proration.c). Where the amount changes inside
 * the window there is one line for each value.
 */
#include "eval/charge.h"
#include "eval/messages.h"

/* An amount in one part of the billing period. */
typedef struct piece {
  ccl_dayset days; /* in the window */
  ccl_due due;
  ccl_found amount, quantity;
} piece;

static ccl_progress no_rule(const ccl_job *job, const ccl_context *context, ccl_month cut) {
  return ccl_job_fail(job, context, CCL_CODE_missing_proration, job->effect->amount, (ccl_str){ 0 },
                      ccl_month_text(cut));
}

/* Asks for the amount, and for the quantity after `for`, with the parameters of these days. */
static ccl_progress ask_piece(const ccl_job *job, const ccl_context *context, ccl_dayset moment, piece *it) {
  const ccl_effect *effect = job->effect;
  ccl_context here = ccl_context_at(*context, moment);
  ccl_progress progress = ccl_job_number(job, &here, effect->amount, &it->amount);
  if (!effect->quantity)
    return progress;
  progress = ccl_progress_worse(progress, ccl_job_number(job, &here, effect->quantity, &it->quantity));
  if (progress == CCL_DONE && ccl_rat_sign(it->quantity.value.as.number) < 0)
    return ccl_job_fail(job, context, CCL_CODE_negative_quantity, effect->quantity, (ccl_str){ 0 },
                        ccl_job_say(job, effect->quantity, it->quantity.value.as.number));
  return progress;
}

/* A line of money, or quantity × money, without anything that recurs. */
static ccl_progress add_once(const ccl_job *job, const ccl_context *context, const piece *it, int sign) {
  const ccl_effect *effect = job->effect;
  ccl_line line = ccl_job_line(job, context, effect->mode);
  ccl_rat amount = it->amount.value.as.number;
  ccl_rule rule = effect->once ? CCL_RULE_MONEY_ONCE : CCL_RULE_MONEY;
  if (effect->quantity) {
    rule = CCL_RULE_QUANTITY_PRICE;
    line.has_quantity = line.has_price = true;
    line.quantity = it->quantity.value.as.number;
    line.quantity_unit = effect->quantity_unit;
    line.price = amount;
    line.price_unit = effect->amount_unit;
    amount = ccl_rat_mul(amount, line.quantity);
  }
  line.exact = sign < 0 ? ccl_rat_neg(amount) : amount;
  ccl_operand operands[] = { it->quantity.operand, it->amount.operand };
  ccl_line_because(&line, effect->span, rule, context->days, operands, sizeof operands / sizeof *operands);
  return ccl_job_add(job, line);
}

static ccl_progress money(const ccl_job *job, const ccl_context *context, int sign) {
  const ccl_effect *effect = job->effect;
  piece it = { .days = context->days };
  it.quantity.operand.value = ccl_value_absent();
  ccl_dayset moment =
      effect->once ? ccl_dayset_of((ccl_days){ effect->once_on, effect->once_on }) : ccl_context_moment(context);
  ccl_progress progress = ask_piece(job, context, moment, &it);
  if (progress != CCL_DONE)
    return progress;
  uint64_t rows = it.amount.rows + it.quantity.rows;
  bool is_zero =
      ccl_rat_is_zero(it.amount.value.as.number) || (effect->quantity && ccl_rat_is_zero(it.quantity.value.as.number));
  if (context->dim_count > 0 && rows == 0 && is_zero)
    return CCL_DONE;
  return add_once(job, context, &it, sign);
}

static ccl_progress add_recurring(const ccl_job *job, const ccl_context *context, const piece *it, int sign) {
  const ccl_effect *effect = job->effect;
  ccl_line line = ccl_job_line(job, context, effect->mode);
  ccl_line_cover(job, &line, it->days);
  line.has_price = line.has_times = true;
  line.price = it->amount.value.as.number;
  line.price_unit = effect->amount_unit;
  line.times = it->due.times;
  ccl_rat times = ccl_rat_mul(it->due.times, ccl_recurrence_scale(effect->recurrence));
  ccl_rat amount = ccl_rat_mul(line.price, times);
  if (effect->quantity) {
    line.has_quantity = true;
    line.quantity = it->quantity.value.as.number;
    line.quantity_unit = effect->quantity_unit;
    amount = ccl_rat_mul(amount, line.quantity);
  }
  line.exact = sign < 0 ? ccl_rat_neg(amount) : amount;
  ccl_str times_name = ccl_message_text(&ccl_eval_say_times, job->run->plan->header.lang, CCL_NO_ARGS);
  ccl_operand times_due = { .name = times_name,
                            .type = { CCL_KIND_NUMBER, ccl_unit_number(job->run->plan->units) },
                            .value = ccl_value_number(it->due.times),
                            .days = it->days };
  ccl_operand operands[] = { it->quantity.operand, it->amount.operand, times_due };
  ccl_line_because(&line, effect->span, effect->quantity ? CCL_RULE_RECURRING_QUANTITY : CCL_RULE_RECURRING, it->days,
                   operands, sizeof operands / sizeof *operands);
  return ccl_job_add(job, line);
}

typedef CCL_VEC(piece) piece_list;

static ccl_progress count_pieces(const ccl_job *job, const ccl_context *context, piece_list *pieces) {
  const ccl_effect *effect = job->effect;
  ccl_changes changes = { 0 };
  ccl_changes_add(&changes, job, effect->amount);
  ccl_changes_add(&changes, job, effect->quantity);
  ccl_progress progress = CCL_DONE;
  for (size_t i = 0; i <= changes.days.len; i++) {
    ccl_days span = ccl_changes_span(&changes, job->acting.billing, i);
    piece it = { .days = ccl_dayset_and(context->days, ccl_dayset_of(span)) };
    it.quantity.operand.value = ccl_value_absent();
    if (it.days.len == 0)
      continue;
    it.due = ccl_proration_due(ccl_job_rules(job).proration, effect->recurrence, span, job->in_force);
    if (it.due.needs_rule)
      return no_rule(job, context, it.due.cut);
    progress = ccl_progress_worse(progress, ask_piece(job, context, it.days, &it));
    ccl_vec_push(pieces, it);
  }
  return progress;
}

/* Parts in which nothing is due give no line, unless nothing is due at all. */
static ccl_progress recurring(const ccl_job *job, const ccl_context *context, int sign) {
  piece_list pieces = { 0 };
  ccl_progress progress = count_pieces(job, context, &pieces);
  if (progress != CCL_DONE)
    return progress;
  bool is_due = false;
  for (size_t i = 0; i < pieces.len; i++)
    is_due = is_due || !ccl_rat_is_zero(pieces.items[i].due.times);
  for (size_t i = 0; i < pieces.len; i++) {
    bool has_line = is_due ? !ccl_rat_is_zero(pieces.items[i].due.times) : i == 0;
    if (has_line)
      progress = ccl_progress_worse(progress, add_recurring(job, context, &pieces.items[i], sign));
  }
  return progress;
}

ccl_progress ccl_charge_amount(const ccl_job *job, const ccl_context *context, int sign) {
  return job->effect->recurs ? recurring(job, context, sign) : money(job, context, sign);
}
