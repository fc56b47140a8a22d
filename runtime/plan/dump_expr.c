/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Expressions in a dump: (op what-it-names : unit, then its arguments a line each); what is subtracted or divided by
 * stands in (less …) and (over …).
 */
#include "base/mem.h"
#include "plan/dump_writer.h"

const char *ccl_window_name(ccl_window_kind kind) {
  static const char *const names[] = {
    [CCL_WINDOW_SINCE_YEAR] = "since-start-of-year",         [CCL_WINDOW_SINCE_QUARTER] = "since-start-of-quarter",
    [CCL_WINDOW_SINCE_CONTRACT] = "since-start-of-contract", [CCL_WINDOW_PREVIOUS] = "in-the-previous-period",
    [CCL_WINDOW_LAST_N] = "over-the-last-periods",           [CCL_WINDOW_LAST_YEAR] = "in-the-same-period-last-year",
  };
  return names[kind];
}

static const char *comparison_sign(ccl_comparison comparison) {
  static const char *const signs[] = {
    [CCL_EQ] = "=", [CCL_NE] = "<>", [CCL_LT] = "<", [CCL_LE] = "<=", [CCL_GT] = ">", [CCL_GE] = ">=",
  };
  return signs[comparison];
}

static const char *bound_name(uint32_t index) {
  static const char *const names[CCL_BOUND_COUNT] = {
    [CCL_BOUND_PREVIOUS_VALUE] = "previous_value", [CCL_BOUND_INITIAL_VALUE] = "initial_value",
    [CCL_BOUND_REVISION_DATE] = "revision_date",   [CCL_BOUND_FIGURE] = "value",
    [CCL_BOUND_TIER_PRICE] = "tier-price",
  };
  return names[index];
}

static const char *context_name(uint32_t index) {
  static const char *const names[] = {
    [CCL_PERIOD_START] = "period_start",     [CCL_PERIOD_END] = "period_end",
    [CCL_WINDOW_START] = "window_start",     [CCL_WINDOW_END] = "window_end",
    [CCL_CONTRACT_START] = "contract_start", [CCL_CONTRACT_END] = "contract_end",
    [CCL_DAYS_IN_PERIOD] = "days_in_period",
  };
  return names[index];
}

static const char *total_name(uint32_t index) {
  static const char *const names[] = { [CCL_TOTAL_NET] = "net", [CCL_TOTAL_VAT] = "vat", [CCL_TOTAL_GROSS] = "gross" };
  return names[index];
}

static void put_field(ccl_dumper *dumper, uint32_t field) {
  if (dumper->activity == CCL_NONE)
    ccl_dump_count(dumper, field);
  else
    ccl_dump_name(dumper, dumper->plan->activities[dumper->activity].fields[field].name);
}

/* What the expression names, behind its op. */
static void put_words(ccl_dumper *dumper, const ccl_expr *expr) {
  const ccl_plan *plan = dumper->plan;
  switch (expr->op) {
  case CCL_OP_CONSTANT: ccl_dump_value(dumper, expr->type, expr->constant); break;
  case CCL_OP_COMPARE: ccl_dump_word(dumper, comparison_sign(expr->comparison)); break;
  case CCL_OP_ROUND: ccl_dump_word(dumper, ccl_rounding_name(expr->rounding)); break;
  case CCL_OP_WINDOW:
    ccl_dump_word(dumper, ccl_window_name(expr->window.kind));
    if (expr->window.kind == CCL_WINDOW_LAST_N)
      ccl_dump_count(dumper, expr->window.periods);
    break;
  case CCL_OP_HOLIDAY: ccl_dump_name(dumper, plan->holidays[expr->index].name); break;
  case CCL_OP_BAND: ccl_dump_name(dumper, plan->calendars[expr->index].name); break;
  case CCL_OP_GRID: ccl_dump_name(dumper, plan->grids[expr->index].name); break;
  case CCL_OP_TIER_PRICE: ccl_dump_name(dumper, plan->tiers[expr->index].name); break;
  case CCL_OP_CALL: ccl_dump_name(dumper, plan->functions[expr->index].name); break;
  case CCL_OP_SERIES:
  case CCL_OP_LATEST: ccl_dump_name(dumper, plan->series[expr->index].name); break;
  case CCL_OP_PARAMETER: ccl_dump_name(dumper, plan->parameters[expr->index].name); break;
  case CCL_OP_FIELD: put_field(dumper, expr->index); break;
  case CCL_OP_DIMENSION: ccl_dump_name(dumper, plan->dims[expr->index].name); break;
  case CCL_OP_MEASURE: ccl_dump_name(dumper, plan->measures[expr->index].name); break;
  case CCL_OP_INPUT: ccl_dump_name(dumper, plan->inputs[expr->index].name); break;
  case CCL_OP_ARTICLE: ccl_dump_name(dumper, plan->article_names[expr->index].name); break;
  case CCL_OP_TOTAL: ccl_dump_word(dumper, total_name(expr->index)); break;
  case CCL_OP_CONTEXT: ccl_dump_word(dumper, context_name(expr->index)); break;
  case CCL_OP_BOUND: ccl_dump_word(dumper, bound_name(expr->index)); break;
  case CCL_OP_ARGUMENT:
  case CCL_OP_AGGREGATE: ccl_dump_count(dumper, expr->index); break;
  case CCL_OP_SUM:
  case CCL_OP_PRODUCT:
  case CCL_OP_NEGATE:
  case CCL_OP_IN_LIST:
  case CCL_OP_AND:
  case CCL_OP_OR:
  case CCL_OP_NOT:
  case CCL_OP_IF:
  case CCL_OP_CONVERT:
  case CCL_OP_DEFAULT:
  case CCL_OP_DATE_PLUS_DAYS:
  case CCL_OP_DATE_PLUS_MONTHS:
  case CCL_OP_DATE_MINUS_DATE:
  case CCL_OP_TIME_PLUS_CLOCK:
  case CCL_OP_TIME_MINUS_TIME:
  case CCL_OP_MIN:
  case CCL_OP_MAX:
  case CCL_OP_ABS:
  case CCL_OP_CLAMP:
  case CCL_OP_WEEKDAY:
  case CCL_OP_HOUR:
  case CCL_OP_MONTH_OF:
  case CCL_OP_DATE_OF:
  case CCL_OP_STARTS_WITH:
  case CCL_OP_CONTAINS:
  case CCL_OP_KNOWN:
  case CCL_OP_SHARE:
  case CCL_OP_AVERAGE:
  case CCL_OP_OVERALL: break;
  case CCL_OP_COUNT: CCL_BUG("an expression of no kind");
  }
}

void ccl_dump_expr(ccl_dumper *dumper, const ccl_expr *expr) {
  ccl_dump_open(dumper, ccl_op_text(expr->op));
  put_words(dumper, expr);
  if (expr->type.kind == CCL_KIND_NUMBER)
    ccl_dump_unit(dumper, expr->type.unit);
  ccl_dump_place(dumper, expr->span);
  for (size_t i = 0; i < expr->arg_count; i++) {
    if (expr->inverse && expr->inverse[i])
      ccl_dump_part(dumper, expr->op == CCL_OP_SUM ? "less" : "over", expr->args[i]);
    else
      ccl_dump_expr(dumper, expr->args[i]);
  }
  ccl_dump_close(dumper);
}

void ccl_dump_part(ccl_dumper *dumper, const char *head, const ccl_expr *expr) {
  if (!expr)
    return;
  ccl_dump_open(dumper, head);
  ccl_dump_expr(dumper, expr);
  ccl_dump_close(dumper);
}
