/* SPDX-License-Identifier: Apache-2.0 */
/* Which figures of a window are the sum of those of its days. */
#include "plan/additive.h"

/* The same for every day of a window. */
static bool is_steady(const ccl_plan *plan, const ccl_expr *expr) {
  if (expr->op == CCL_OP_AGGREGATE || expr->op == CCL_OP_MEASURE || expr->op == CCL_OP_WINDOW ||
      expr->op == CCL_OP_OVERALL || expr->op == CCL_OP_ARTICLE || expr->op == CCL_OP_TOTAL)
    return false;
  if (expr->op == CCL_OP_CONTEXT)
    return expr->index != CCL_WINDOW_START && expr->index != CCL_WINDOW_END;
  if (expr->op == CCL_OP_CALL && !is_steady(plan, plan->functions[expr->index].body))
    return false;
  for (size_t i = 0; i < expr->arg_count; i++)
    if (!is_steady(plan, expr->args[i]))
      return false;
  return true;
}

static bool query_is_additive(const ccl_plan *plan, const ccl_query *query) {
  bool adds = query->kind == CCL_QUERY_COUNT || query->kind == CCL_QUERY_SUM || query->kind == CCL_QUERY_DURATION;
  if (!adds || (query->source != CCL_FROM_ACTIVITY && query->source != CCL_FROM_DAYS))
    return false;
  for (size_t i = 0; i < query->outer_count; i++)
    if (!is_steady(plan, query->outer[i]))
      return false;
  return true;
}

bool ccl_measure_is_additive(const ccl_plan *plan, ccl_additivity *decided, uint32_t index) {
  if (decided[index] != CCL_NOT_DECIDED)
    return decided[index] == CCL_ADDITIVE;
  const ccl_measure *measure = &plan->measures[index];
  bool adds = ccl_figure_is_additive(plan, decided, measure->value);
  for (size_t i = 0; adds && i < measure->versions.count; i++)
    adds = ccl_figure_is_additive(plan, decided, plan->measures[measure->versions.items[i].index].value);
  decided[index] = adds ? CCL_ADDITIVE : CCL_NOT_ADDITIVE;
  return adds;
}

/* One factor adds up, the others are the same for every day. */
static bool product_is_additive(const ccl_plan *plan, ccl_additivity *decided, const ccl_expr *product) {
  size_t adding = 0;
  for (size_t i = 0; i < product->arg_count; i++) {
    bool divides = product->inverse && product->inverse[i];
    if (!divides && ccl_figure_is_additive(plan, decided, product->args[i]))
      adding++;
    else if (!is_steady(plan, product->args[i]))
      return false;
  }
  return adding == 1;
}

bool ccl_figure_is_additive(const ccl_plan *plan, ccl_additivity *decided, const ccl_expr *figure) {
  switch ((int)figure->op) {
  case CCL_OP_AGGREGATE: return query_is_additive(plan, &plan->queries[figure->index]);
  case CCL_OP_MEASURE: return ccl_measure_is_additive(plan, decided, figure->index);
  case CCL_OP_CONVERT:
  case CCL_OP_NEGATE:
  case CCL_OP_DEFAULT: return ccl_figure_is_additive(plan, decided, figure->args[0]);
  case CCL_OP_PRODUCT: return product_is_additive(plan, decided, figure);
  case CCL_OP_SUM:
    for (size_t i = 0; i < figure->arg_count; i++)
      if (!ccl_figure_is_additive(plan, decided, figure->args[i]))
        return false;
    return true;
  default: return false;
  }
}
