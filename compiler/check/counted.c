/* SPDX-License-Identifier: Apache-2.0 */
/* Walks from an effect's quantity through measures and functions to the aggregates in it. */
#include "check/counted.h"

typedef struct walk {
  const ccl_plan *plan;
  ccl_counted_list *list;
  ccl_counted at; /* but the query */
  uint32_t stamp; /* of this effect */
  uint32_t *seen_measures; /* stamps: looked into without being plain, plain */
  uint32_t *seen_functions;
} walk;

static void see(walk *w, const ccl_expr *expr, bool is_plain);

static void see_args(walk *w, const ccl_expr *expr, bool is_plain) {
  for (size_t i = 0; i < expr->arg_count; i++)
    see(w, expr->args[i], is_plain);
}

static bool has_inverse(const ccl_expr *expr) {
  for (size_t i = 0; expr->inverse && i < expr->arg_count; i++)
    if (expr->inverse[i])
      return true;
  return false;
}

static void see_query(walk *w, const ccl_query *query, bool is_plain) {
  ccl_counted found = w->at;
  if (query->source == CCL_FROM_ACTIVITY) {
    found.query = query;
    found.is_plain = is_plain && found.is_plain;
    ccl_vec_push(w->list, found);
    return;
  }
  for (size_t i = 0; i < query->what_count; i++)
    see(w, query->what[i], false);
}

/* As the contract has it, and as each amendment has it from its date on. */
static void see_measure(walk *w, uint32_t index, bool is_plain) {
  const ccl_measure *measure = &w->plan->measures[index];
  ccl_days all = w->at.days;
  if (w->seen_measures[index] == w->stamp)
    return;
  w->seen_measures[index] = w->stamp;
  for (size_t i = 0; i <= measure->versions.count; i++) {
    ccl_days days = { i == 0 ? CCL_DAY_MIN : measure->versions.items[i - 1].from, CCL_DAY_MAX };
    if (i < measure->versions.count)
      days.to = measure->versions.items[i].from - 1;
    w->at.days = ccl_days_and(all, days);
    if (!ccl_days_is_empty(w->at.days))
      see(w, w->plan->measures[i == 0 ? index : measure->versions.items[i - 1].index].value, is_plain);
  }
  w->at.days = all;
}

static void see(walk *w, const ccl_expr *expr, bool is_plain) {
  switch ((int)expr->op) {
  case CCL_OP_AGGREGATE: see_query(w, &w->plan->queries[expr->index], is_plain); return;
  case CCL_OP_MEASURE: see_measure(w, expr->index, is_plain); return;
  case CCL_OP_CALL:
    if (w->seen_functions[expr->index] != w->stamp && w->plan->functions[expr->index].body) {
      w->seen_functions[expr->index] = w->stamp;
      see(w, w->plan->functions[expr->index].body, false);
    }
    see_args(w, expr, false);
    return;
  case CCL_OP_CONVERT: see_args(w, expr, is_plain); return;
  case CCL_OP_DEFAULT: see(w, expr->args[0], is_plain); return;
  case CCL_OP_SUM: see_args(w, expr, is_plain && !has_inverse(expr)); return;
  default: see_args(w, expr, false); return;
  }
}

static void look(walk *w, const ccl_expr *figure, bool is_plain) {
  if (!figure)
    return;
  w->stamp++;
  w->at.span = figure->span;
  w->at.is_plain = is_plain;
  w->at.days = (ccl_days){ CCL_DAY_MIN, CCL_DAY_MAX };
  see(w, figure, true);
}

void ccl_counted_all(const ccl_plan *plan, ccl_counted_list *list) {
  walk w = { .plan = plan, .list = list };
  w.seen_measures = ccl_new_array(uint32_t, plan->measures_count);
  w.seen_functions = ccl_new_array(uint32_t, plan->functions_count);
  for (uint32_t i = 0; i < plan->articles_count; i++)
    for (size_t k = 0; k < plan->articles[i].effect_count; k++) {
      const ccl_effect *effect = &plan->articles[i].effects[k];
      bool charges = effect->kind == CCL_EFFECT_CHARGE || effect->kind == CCL_EFFECT_FLAT;
      if (!charges && effect->kind != CCL_EFFECT_CREDIT && effect->kind != CCL_EFFECT_PENALTY &&
          effect->kind != CCL_EFFECT_SUBSCRIPTION)
        continue;
      w.at = (ccl_counted){ .article = i, .effect = effect };
      look(&w, effect->quantity, charges && !effect->allowance);
      look(&w, effect->covered, charges && effect->has_price); /* else it is included, whatever comes */
      look(&w, effect->amount, false);
    }
}
