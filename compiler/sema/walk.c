/* SPDX-License-Identifier: Apache-2.0 */
/* Walks through expressions and the definitions that they name: what belongs to the context, what may be missing, what
 * cannot be grouped. */
#include "sema/reading.h"

/* ---- outer (plan/query.h) ---- */

/* Every walk has a number; what bears it was seen in this walk. Each definition is walked once, however often it is
 * named. */
static bool first_time(const ccl_sema *sema, ccl_mark_list *marks, uint32_t index) {
  while (marks->len <= index)
    ccl_vec_push(marks, 0);
  bool is_first = marks->items[index] != sema->marks.walk;
  marks->items[index] = sema->marks.walk;
  return is_first;
}

static void collect(ccl_sema *sema, const ccl_expr *expr, ccl_expr_list *outer);

static void collect_grid(ccl_sema *sema, uint32_t index, ccl_expr_list *outer) {
  const ccl_grid *grid = sema->grids.items[index];
  for (size_t i = 0; i < grid->entry_count; i++)
    collect(sema, grid->entries[i].value, outer);
  for (size_t i = 0; i < grid->versions.count; i++)
    collect_grid(sema, grid->versions.items[i].index, outer);
}

static void collect_tiers(ccl_sema *sema, uint32_t index, ccl_expr_list *outer) {
  const ccl_tiers *tiers = sema->tiers.items[index];
  for (size_t i = 0; i < tiers->tier_count; i++)
    collect(sema, tiers->tiers[i].price, outer);
  for (size_t i = 0; i < tiers->versions.count; i++)
    collect_tiers(sema, tiers->versions.items[i].index, outer);
}

static void collect(ccl_sema *sema, const ccl_expr *expr, ccl_expr_list *outer) {
  switch ((int)expr->op) {
  case CCL_OP_MEASURE:
  case CCL_OP_INPUT:
  case CCL_OP_ARTICLE:
  case CCL_OP_TOTAL:
  case CCL_OP_CONTEXT:
  case CCL_OP_WINDOW:
  case CCL_OP_OVERALL:
  case CCL_OP_DIMENSION:
  case CCL_OP_AGGREGATE:
  case CCL_OP_BOUND:
    for (size_t i = 0; i < outer->len; i++)
      if (outer->items[i] == expr)
        return;
    ccl_vec_push(outer, expr);
    return;
  case CCL_OP_CALL:
    if (first_time(sema, &sema->marks.functions, expr->index) && sema->functions.items[expr->index]->body)
      collect(sema, sema->functions.items[expr->index]->body, outer);
    break;
  case CCL_OP_GRID:
    if (first_time(sema, &sema->marks.grids, expr->index))
      collect_grid(sema, expr->index, outer);
    break;
  case CCL_OP_TIER_PRICE:
    if (first_time(sema, &sema->marks.tiers, expr->index))
      collect_tiers(sema, expr->index, outer);
    break;
  default: break;
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    collect(sema, expr->args[i], outer);
}

void ccl_expr_collect_outer(ccl_sema *sema, const ccl_expr *expr, ccl_expr_list *outer) {
  if (!expr)
    return;
  sema->marks.walk++;
  collect(sema, expr, outer);
}

/* ---- absent ---- */

bool ccl_expr_may_be_absent(const ccl_sema *sema, uint32_t activity, const ccl_expr *expr) {
  switch ((int)expr->op) {
  case CCL_OP_FIELD: return activity != CCL_NONE && sema->activities.items[activity]->fields[expr->index].optional;
  case CCL_OP_COMPARE:
  case CCL_OP_IN_LIST:
  case CCL_OP_NOT:
  case CCL_OP_AND:
  case CCL_OP_OR:
  case CCL_OP_KNOWN:
  case CCL_OP_STARTS_WITH:
  case CCL_OP_CONTAINS:
  case CCL_OP_HOLIDAY: return false; /* a missing value makes them false */
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
} grouping;

/* What is wrong with grouping the query by the dimension; NULL: nothing. */
static const ccl_message *flaw(const ccl_sema *sema, const ccl_query *query, const ccl_dim *dim, ccl_type *found) {
  if (dim->calendar != CCL_NONE && query->split == dim->calendar)
    return NULL;
  uint32_t field = ccl_sema_field(sema, query->activity, dim->name);
  if (field == CCL_NONE)
    return dim->calendar == CCL_NONE ? &ccl_sema_say_no_group_field : &ccl_sema_say_no_group_split;
  *found = sema->activities.items[query->activity]->fields[field].type;
  return ccl_type_eq(*found, dim->type) ? NULL : &ccl_sema_say_dim_of_two_kinds;
}

static bool fits(grouping *walk, const ccl_expr *expr, ccl_span at);

static bool query_fits(grouping *walk, uint32_t index, ccl_span at) {
  if (!first_time(walk->sema, &walk->sema->marks.queries, index))
    return true;
  ccl_sema *sema = walk->sema;
  const ccl_query *query = sema->queries.items[index];
  for (size_t i = 0; i < walk->place->dim_count && query->source == CCL_FROM_ACTIVITY; i++) {
    const ccl_dim *dim = &sema->dims.items[walk->place->dims[i]];
    ccl_type found = dim->type;
    const ccl_message *message = flaw(sema, query, dim, &found);
    if (!message)
      continue;
    const ccl_activity *activity = sema->activities.items[query->activity];
    ccl_lang lang = ccl_sema_lang(sema, at);
    ccl_str name = activity->name;
    ccl_diag *diag =
        message == &ccl_sema_say_dim_of_two_kinds
            ? ccl_sema_report(sema, message, at,
                              CCL_ARGS(dim->name, ccl_type_text(dim->type, lang), ccl_type_text(found, lang), name))
            : ccl_sema_report(sema, message, at, CCL_ARGS(dim->name, name));
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

static bool grid_fits(grouping *walk, uint32_t index, ccl_span at) {
  const ccl_grid *grid = walk->sema->grids.items[index];
  for (size_t i = 0; i < grid->entry_count; i++)
    if (!fits(walk, grid->entries[i].value, at))
      return false;
  for (size_t i = 0; i < grid->versions.count; i++)
    if (!grid_fits(walk, grid->versions.items[i].index, at))
      return false;
  return true;
}

static bool tiers_fit(grouping *walk, uint32_t index, ccl_span at) {
  const ccl_tiers *tiers = walk->sema->tiers.items[index];
  for (size_t i = 0; i < tiers->tier_count; i++)
    if (!fits(walk, tiers->tiers[i].price, at))
      return false;
  for (size_t i = 0; i < tiers->versions.count; i++)
    if (!tiers_fit(walk, tiers->versions.items[i].index, at))
      return false;
  return true;
}

static bool measure_fits(grouping *walk, uint32_t index, ccl_span at) {
  const ccl_measure *measure = walk->sema->measures.items[index];
  if (!first_time(walk->sema, &walk->sema->marks.measures, index))
    return true;
  for (size_t i = 0; i < measure->versions.count; i++)
    if (!measure_fits(walk, measure->versions.items[i].index, at))
      return false;
  return !measure->value || fits(walk, measure->value, at);
}

static bool parts_fit(grouping *walk, const ccl_expr *expr, ccl_span at) {
  const ccl_sema *sema = walk->sema;
  if (expr->op == CCL_OP_CALL && first_time(walk->sema, &walk->sema->marks.functions, expr->index) &&
      sema->functions.items[expr->index]->body)
    return fits(walk, sema->functions.items[expr->index]->body, at);
  if (expr->op == CCL_OP_GRID && first_time(walk->sema, &walk->sema->marks.grids, expr->index))
    return grid_fits(walk, expr->index, at);
  if (expr->op == CCL_OP_TIER_PRICE && first_time(walk->sema, &walk->sema->marks.tiers, expr->index))
    return tiers_fit(walk, expr->index, at);
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
  if (expr->op == CCL_OP_MEASURE)
    return measure_fits(walk, expr->index, at);
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
  grouping walk = { sema, place };
  sema->marks.walk++;
  return fits(&walk, expr, CCL_NO_SPAN);
}
