/* SPDX-License-Identifier: Apache-2.0 */
/* Contexts and how they follow from one another. Whose window an article has is acting.c's, which rows overrides
 * take is override.c's. */
#include "eval/context.h"

#include "eval/key.h"

ccl_context ccl_context_of_period(ccl_days period) {
  return (ccl_context){ .article = CCL_NONE, .days = ccl_dayset_of(period), .billing = period, .period = period };
}

ccl_context ccl_context_on(ccl_context context, ccl_dayset days) {
  context.days = days;
  return context;
}

ccl_context ccl_context_at(ccl_context context, ccl_dayset moment) {
  context.moment = moment;
  context.has_moment = true;
  return context;
}

ccl_context ccl_context_in_window(const ccl_plan *plan, ccl_context context, ccl_window window) {
  ccl_days days = ccl_dayset_hull(context.days);
  if (!ccl_days_is_empty(days))
    days = ccl_cycle_window(plan->header.cycle, window.kind, (int32_t)window.periods, days.to);
  context.days = ccl_dayset_of(days);
  context.billing = days;
  context.has_moment = false;
  return context;
}

/* Inside months and periods a NAME is that of the piece; days and weeks have none of their own (clause 5). */
ccl_context ccl_context_piece(const ccl_plan *plan, ccl_context context, ccl_cycle_unit unit, ccl_days piece) {
  context.days = ccl_dayset_and(context.days, ccl_dayset_of(piece));
  context.has_moment = false;
  if (unit == CCL_CYCLE_MONTH || unit == CCL_CYCLE_PERIOD)
    context.billing = piece;
  ccl_period period;
  if (unit == CCL_CYCLE_PERIOD && ccl_cycle_period_of(plan->header.cycle, piece.from, &period))
    context.period = period.days;
  return context;
}

ccl_context ccl_context_overall(ccl_context context) {
  context.dims = NULL;
  context.group = NULL;
  context.dim_count = context.known = 0;
  return context;
}

ccl_context ccl_context_by(ccl_context context, const uint32_t *dims, size_t count) {
  uint32_t *all = ccl_alloc_atomic((context.dim_count + count) * sizeof *all);
  size_t len = context.dim_count;
  for (size_t i = 0; i < len; i++)
    all[i] = context.dims[i];
  for (size_t i = 0; i < count; i++) {
    bool has = false;
    for (size_t j = 0; j < len; j++)
      has = has || all[j] == dims[i];
    if (!has)
      all[len++] = dims[i];
  }
  context.dims = all;
  context.dim_count = len;
  return context;
}

ccl_context ccl_context_group(ccl_context context, const ccl_value *group) {
  context.group = group;
  context.known = context.dim_count;
  return context;
}

ccl_dayset ccl_context_moment(const ccl_context *context) {
  return context->has_moment ? context->moment : context->days;
}

void ccl_context_key(ccl_buf *key, const ccl_context *context) {
  ccl_key_number(key, context->article);
  ccl_key_dayset(key, context->days);
  ccl_key_number(key, (uint32_t)context->has_moment);
  if (context->has_moment)
    ccl_key_dayset(key, context->moment);
  ccl_key_days(key, context->billing);
  ccl_key_days(key, context->period);
  ccl_key_number(key, (uint32_t)context->dim_count);
  for (size_t i = 0; i < context->dim_count; i++)
    ccl_key_number(key, context->dims[i]);
  ccl_key_number(key, (uint32_t)context->known);
  ccl_key_values(key, context->group, context->known);
  ccl_key_number(key, (uint32_t)context->sees_all);
  ccl_key_number(key, (uint32_t)context->asks_when);
}
