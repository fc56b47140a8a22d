/* SPDX-License-Identifier: Apache-2.0 */
/* Walks through expressions and the definitions that they name: what belongs to the context, what may be missing, what cannot be grouped. */
#include "sema/reading.h"

/* ---- outer (plan/query.h) ---- */

/* Definitions seen, so that each is walked once. */
typedef struct seen {
  bool *functions, *grids, *tiers, *measures, *queries;
} seen;

static seen seen_new(const ccl_sema *sema) {
  return (seen){ ccl_new_array(bool, sema->functions.len + 1), ccl_new_array(bool, sema->grids.len + 1), ccl_new_array(bool, sema->tiers.len + 1),
                 ccl_new_array(bool, sema->measures.len + 1), ccl_new_array(bool, sema->queries.len + 1) };
}

/* Marks; true when it was not marked before. */
static bool first_time(bool *marks, uint32_t index) {
  bool was = marks[index];
  marks[index] = true;
  return !was;
}

static void collect(const ccl_sema *sema, const ccl_expr *expr, ccl_expr_list *outer, seen *marks);

static void collect_grid(const ccl_sema *sema, uint32_t index, ccl_expr_list *outer, seen *marks) {
  const ccl_grid *grid = sema->grids.items[index];
  for (size_t i = 0; i < grid->entry_count; i++)
    collect(sema, grid->entries[i].value, outer, marks);
}

static void collect_tiers(const ccl_sema *sema, uint32_t index, ccl_expr_list *outer, seen *marks) {
  const ccl_tiers *tiers = sema->tiers.items[index];
  for (size_t i = 0; i < tiers->tier_count; i++)
    collect(sema, tiers->tiers[i].price, outer, marks);
}

static void collect(const ccl_sema *sema, const ccl_expr *expr, ccl_expr_list *outer, seen *marks) {
  switch ((int)expr->op) {
  case CCL_OP_MEASURE: case CCL_OP_INPUT: case CCL_OP_ARTICLE: case CCL_OP_TOTAL: case CCL_OP_CONTEXT:
  case CCL_OP_WINDOW: case CCL_OP_OVERALL: case CCL_OP_DIMENSION: case CCL_OP_AGGREGATE: case CCL_OP_BOUND:
    for (size_t i = 0; i < outer->len; i++)
      if (outer->items[i] == expr)
        return;
    ccl_vec_push(outer, expr);
    return;
  case CCL_OP_CALL:
    if (first_time(marks->functions, expr->index) && sema->functions.items[expr->index]->body)
      collect(sema, sema->functions.items[expr->index]->body, outer, marks);
    break;
  case CCL_OP_GRID:
    if (first_time(marks->grids, expr->index))
      collect_grid(sema, expr->index, outer, marks);
    break;
  case CCL_OP_TIER_PRICE:
    if (first_time(marks->tiers, expr->index))
      collect_tiers(sema, expr->index, outer, marks);
    break;
  default: break;
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    collect(sema, expr->args[i], outer, marks);
}

void ccl_expr_collect_outer(const ccl_sema *sema, const ccl_expr *expr, ccl_expr_list *outer) {
  if (!expr)
    return;
  seen marks = seen_new(sema);
  collect(sema, expr, outer, &marks);
}

/* ---- absent ---- */

bool ccl_expr_may_be_absent(const ccl_sema *sema, uint32_t activity, const ccl_expr *expr) {
  switch ((int)expr->op) {
  case CCL_OP_FIELD: return activity != CCL_NONE && sema->activities.items[activity]->fields[expr->index].optional;
  case CCL_OP_COMPARE: case CCL_OP_IN_LIST: case CCL_OP_NOT: case CCL_OP_AND: case CCL_OP_OR: case CCL_OP_KNOWN: case CCL_OP_STARTS_WITH:
  case CCL_OP_CONTAINS: case CCL_OP_HOLIDAY: return false; /* a missing value makes them false */
  case CCL_OP_DEFAULT: return ccl_expr_may_be_absent(sema, activity, expr->args[1]);
  default: break;
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    if (ccl_expr_may_be_absent(sema, activity, expr->args[i]))
      return true;
  return false;
}

/* ---- groups ---- */

typedef struct grouping {
  ccl_sema *sema;
  const ccl_place_of *place;
  seen marks;
} grouping;

static bool knows(const ccl_sema *sema, const ccl_query *query, const ccl_dim *dim) {
  return (dim->calendar != CCL_NONE && query->split == dim->calendar) || ccl_sema_field(sema, query->activity, dim->name) != CCL_NONE;
}

static bool fits(grouping *walk, const ccl_expr *expr, ccl_span at);

static bool query_fits(grouping *walk, uint32_t index, ccl_span at) {
  if (!first_time(walk->marks.queries, index))
    return true;
  ccl_sema *sema = walk->sema;
  const ccl_query *query = sema->queries.items[index];
  for (size_t i = 0; i < walk->place->dim_count && query->source == CCL_FROM_ACTIVITY; i++) {
    const ccl_dim *dim = &sema->dims.items[walk->place->dims[i]];
    if (knows(sema, query, dim))
      continue;
    const ccl_activity *activity = sema->activities.items[query->activity];
    ccl_diag *diag = ccl_sema_report(sema, dim->calendar == CCL_NONE ? &ccl_sema_say_no_group_field : &ccl_sema_say_no_group_split, at, CCL_ARGS(dim->name, activity->name));
    if (query->span.file != at.file || query->span.start != at.start)
      ccl_diag_note(diag, &ccl_sema_say_counted_here, query->span, CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_sema_say_overall_help, CCL_NO_ARGS);
    return false;
  }
  for (size_t i = 0; i < query->what_count; i++)
    if (!fits(walk, query->what[i], at))
      return false;
  return (!query->where || fits(walk, query->where, at)) && (!query->among || fits(walk, query->among, at));
}

static bool parts_fit(grouping *walk, const ccl_expr *expr, ccl_span at) {
  const ccl_sema *sema = walk->sema;
  if (expr->op == CCL_OP_CALL && first_time(walk->marks.functions, expr->index) && sema->functions.items[expr->index]->body)
    return fits(walk, sema->functions.items[expr->index]->body, at);
  if (expr->op == CCL_OP_GRID && first_time(walk->marks.grids, expr->index)) {
    const ccl_grid *grid = sema->grids.items[expr->index];
    for (size_t i = 0; i < grid->entry_count; i++)
      if (!fits(walk, grid->entries[i].value, at))
        return false;
  }
  if (expr->op == CCL_OP_TIER_PRICE && first_time(walk->marks.tiers, expr->index)) {
    const ccl_tiers *tiers = sema->tiers.items[expr->index];
    for (size_t i = 0; i < tiers->tier_count; i++)
      if (!fits(walk, tiers->tiers[i].price, at))
        return false;
  }
  return true;
}

/* `at`: what the article itself says, where the finding stands. */
static bool fits(grouping *walk, const ccl_expr *expr, ccl_span at) {
  if (expr->op == CCL_OP_OVERALL)
    return true;
  if (at.file == 0 && (expr->op == CCL_OP_MEASURE || expr->op == CCL_OP_AGGREGATE || expr->op == CCL_OP_CALL))
    at = expr->span;
  ccl_span within = expr->op == CCL_OP_CALL || at.file == 0 ? expr->span : at;
  if (expr->op == CCL_OP_AGGREGATE)
    return query_fits(walk, expr->index, at);
  if (expr->op == CCL_OP_MEASURE) {
    const ccl_expr *value = walk->sema->measures.items[expr->index]->value;
    return !first_time(walk->marks.measures, expr->index) || !value || fits(walk, value, at);
  }
  if (!parts_fit(walk, expr, within))
    return false;
  for (size_t i = 0; i < expr->arg_count; i++)
    if (!fits(walk, expr->args[i], expr->op == CCL_OP_CALL ? CCL_NO_SPAN : at))
      return false;
  return true;
}

bool ccl_expr_check_groups(ccl_sema *sema, const ccl_place_of *place, const ccl_expr *expr) {
  if (place->dim_count == 0)
    return true;
  grouping walk = { sema, place, seen_new(sema) };
  return fits(&walk, expr, CCL_NO_SPAN);
}
