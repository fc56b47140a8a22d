/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a bare name stands for in a figure (clauses 1.2, 2, 5): first what only the place knows (a field inside an
 * aggregate, a parameter of `define`, a dimension of the group), then what is declared, then the constants of the
 * language.
 */
#include "sema/reading.h"

/* ---- Figures that depend on the period ---- */

bool ccl_read_contextual(ccl_reading *reading, ccl_span span, ccl_str what) {
  const ccl_message *message = NULL;
  switch (reading->place->site) {
  case CCL_SITE_PARAMETER: message = &ccl_sema_say_not_in_parameter; break;
  case CCL_SITE_DERIVE: message = &ccl_sema_say_not_in_derive; break;
  case CCL_SITE_ROW: message = &ccl_sema_say_not_in_row; break;
  case CCL_SITE_CONSTANT: message = &ccl_sema_say_not_written; break;
  case CCL_SITE_MEASURE:
  case CCL_SITE_ARTICLE: break;
  }
  if (message) {
    ccl_sema_report(reading->sema, message, span, CCL_ARGS(what));
    return false;
  }
  if (reading->definition)
    reading->definition->is_contextual = true;
  return true;
}

/* ---- Local names ---- */

const ccl_expr *ccl_read_field(ccl_reading *reading, uint32_t field, ccl_span span) {
  ccl_sema *sema = reading->sema;
  const ccl_activity *activity = sema->activities.items[reading->activity];
  if (!ccl_sema_settle_field(sema, reading->activity, field, span))
    return NULL;
  if (reading->refuses_derived && field >= activity->data_count) {
    ccl_sema_report(sema, &ccl_sema_say_split_derived, span, CCL_ARGS(activity->fields[field].name));
    return NULL;
  }
  ccl_expr *expr = ccl_expr_new(CCL_OP_FIELD, activity->fields[field].type, span, NULL, 0);
  expr->index = field;
  return expr;
}

static const ccl_expr *read_argument(const ccl_reading *reading, const ccl_node *node) {
  for (uint32_t i = 0; reading->function && i < ccl_node_len(reading->function); i++) {
    const ccl_node *takes = ccl_node_at(reading->function, i);
    if (ccl_is_error(takes) || ccl_is_error(CCL_GET(takes, TAKES, NAME)) ||
        !ccl_str_eq(CCL_GET(takes, TAKES, NAME)->text, node->text))
      continue;
    ccl_expr *expr = ccl_expr_new(CCL_OP_ARGUMENT, reading->takes[i], node->span, NULL, 0);
    expr->index = i;
    return expr;
  }
  return NULL;
}

static const ccl_expr *read_dimension(ccl_reading *reading, const ccl_node *node) {
  const ccl_sema *sema = reading->sema;
  if (reading->place->site != CCL_SITE_ARTICLE)
    return NULL;
  for (size_t i = 0; i < reading->place->dim_count; i++) {
    const ccl_dim *dim = &sema->dims.items[reading->place->dims[i]];
    if (!ccl_str_eq(dim->name, node->text))
      continue;
    ccl_expr *expr = ccl_expr_new(CCL_OP_DIMENSION, dim->type, node->span, NULL, 0);
    expr->index = reading->place->dims[i];
    return expr;
  }
  return NULL;
}

const ccl_expr *ccl_read_local_name(ccl_reading *reading, const ccl_node *node, bool *is_local) {
  const ccl_node *qualifier = CCL_GET(node, NAME, QUALIFIER);
  *is_local = true;
  if (reading->activity != CCL_NONE) {
    const ccl_activity *activity = reading->sema->activities.items[reading->activity];
    uint32_t field = ccl_sema_field(reading->sema, reading->activity, node->text);
    if (field != CCL_NONE && (!qualifier || ccl_str_eq(qualifier->text, activity->name)))
      return ccl_read_field(reading, field, node->span);
  }
  const ccl_expr *local = qualifier ? NULL : read_argument(reading, node);
  if (local && reading->aggregate) { /* the same for every row, and not known when rows are read */
    ccl_sema_report(reading->sema, &ccl_sema_say_argument_in_aggregate, node->span, CCL_ARGS(node->text));
    return NULL;
  }
  if (!local && !qualifier)
    local = read_dimension(reading, node);
  *is_local = local != NULL;
  return local;
}

/* ---- Declared names ---- */

/* Names that are no figure: what to write instead. */
static const ccl_expr *refuse_kind(ccl_reading *reading, const ccl_definition *definition, ccl_span span) {
  ccl_sema *sema = reading->sema;
  ccl_str kind = ccl_symbol_kind_text(definition->symbol.kind, ccl_sema_lang(sema, span));
  ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_not_a_figure, span, CCL_ARGS(definition->symbol.name, kind));
  ccl_diag_note(diag, &ccl_sema_say_declared_here, definition->symbol.span, CCL_NO_ARGS);
  const ccl_message *help = NULL;
  switch ((int)definition->symbol.kind) {
  case CCL_SYMBOL_ACTIVITY: help = &ccl_sema_say_help_activity; break;
  case CCL_SYMBOL_SERIES: help = &ccl_sema_say_help_series; break;
  case CCL_SYMBOL_FUNCTION: help = &ccl_sema_say_help_function; break;
  case CCL_SYMBOL_TIERS: help = &ccl_sema_say_help_tiers; break;
  case CCL_SYMBOL_CALENDAR: help = &ccl_sema_say_help_calendar; break;
  default: break;
  }
  if (help)
    ccl_diag_help(diag, help, CCL_ARGS(definition->symbol.name));
  return NULL;
}

static const ccl_expr *leaf(ccl_op op, uint32_t index, ccl_type type, ccl_span span) {
  ccl_expr *expr = ccl_expr_new(op, type, span, NULL, 0);
  expr->index = index;
  return expr;
}

static ccl_str kind_of(const ccl_reading *reading, const ccl_definition *definition, ccl_span span) {
  return ccl_symbol_kind_text(definition->symbol.kind, ccl_sema_lang(reading->sema, span));
}

/* Amounts belong to whole billing periods: days and weeks have none (clause 5, windows). */
static bool can_be_amount(ccl_reading *reading, const ccl_node *node) {
  if (!reading->is_by_day)
    return true;
  ccl_diag *diag = ccl_sema_report(reading->sema, &ccl_sema_say_amount_by_day, node->span, CCL_ARGS(node->text));
  ccl_diag_help(diag, &ccl_sema_say_help_amount_by_day, CCL_NO_ARGS);
  return false;
}

static const ccl_expr *read_declared(ccl_reading *reading, const ccl_node *node, ccl_definition *definition) {
  ccl_sema *sema = reading->sema;
  ccl_span span = node->span;
  ccl_names_use(reading->names, definition, span);
  uint32_t index = definition->symbol.index;
  switch ((int)definition->symbol.kind) {
  case CCL_SYMBOL_PARAMETER:
    if (reading->place->site == CCL_SITE_CONSTANT &&
        !ccl_read_contextual(reading, span, kind_of(reading, definition, span)))
      return NULL;
    return ccl_sema_settle(sema, definition, span) ? leaf(CCL_OP_PARAMETER, index, definition->type, span) : NULL;
  case CCL_SYMBOL_MEASURE:
    if (!ccl_read_contextual(reading, span, kind_of(reading, definition, span)))
      return NULL;
    return ccl_sema_settle(sema, definition, span) ? leaf(CCL_OP_MEASURE, index, definition->type, span) : NULL;
  case CCL_SYMBOL_INPUT:
    if (!ccl_read_contextual(reading, span, kind_of(reading, definition, span)))
      return NULL;
    return ccl_sema_settle(sema, definition, span) ? leaf(CCL_OP_INPUT, index, definition->type, span) : NULL;
  case CCL_SYMBOL_ARTICLE:
    if (!ccl_read_contextual(reading, span, kind_of(reading, definition, span)))
      return NULL;
    if (!can_be_amount(reading, node))
      return NULL;
    return leaf(CCL_OP_ARTICLE, index, ccl_type_number(sema->header->currency), span);
  case CCL_SYMBOL_GRID: return ccl_read_grid_alone(reading, node, definition);
  default: return refuse_kind(reading, definition, span);
  }
}

/* ---- Constants of the language ---- */

static const ccl_expr *read_bound(ccl_reading *reading, const ccl_node *node, ccl_bound bound, bool is_known,
                                  ccl_type type, const ccl_message *message) {
  if (is_known)
    return leaf(CCL_OP_BOUND, bound, type, node->span);
  ccl_sema_report(reading->sema, message, node->span, CCL_ARGS(node->text));
  return NULL;
}

/* The first and last day of the contract are the same for every period: where nothing else of the context is known,
 * they are dates. */
static const ccl_expr *read_contract_date(ccl_reading *reading, const ccl_node *node, bool is_start) {
  ccl_site site = reading->place->site;
  bool may_move = !is_start && reading->sema->tree_count > 1 && site != CCL_SITE_CONSTANT; /* by an amendment */
  if (may_move)
    return leaf(CCL_OP_CONTEXT, CCL_CONTRACT_END, ccl_type_of(CCL_KIND_DATE), node->span);
  if (site == CCL_SITE_MEASURE && !reading->is_by_row)
    return leaf(CCL_OP_CONTEXT, is_start ? CCL_CONTRACT_START : CCL_CONTRACT_END, ccl_type_of(CCL_KIND_DATE),
                node->span);
  if (site == CCL_SITE_ARTICLE && !reading->is_by_row)
    return leaf(CCL_OP_CONTEXT, is_start ? CCL_CONTRACT_START : CCL_CONTRACT_END, ccl_type_of(CCL_KIND_DATE),
                node->span);
  ccl_days contract = reading->sema->header->cycle.contract;
  return ccl_expr_constant(ccl_type_of(CCL_KIND_DATE), ccl_value_day(is_start ? contract.from : contract.to),
                           node->span);
}

static const ccl_expr *read_constant(ccl_reading *reading, const ccl_node *node, ccl_builtin constant) {
  const ccl_place_of *place = reading->place;
  ccl_type date = ccl_type_of(CCL_KIND_DATE), money = ccl_type_number(reading->sema->header->currency);
  switch ((int)constant) {
  case CCL_CONSTANT_CONTRACT_START:
  case CCL_CONSTANT_CONTRACT_END: return read_contract_date(reading, node, constant == CCL_CONSTANT_CONTRACT_START);
  case CCL_CONSTANT_PREVIOUS_VALUE:
    return read_bound(reading, node, CCL_BOUND_PREVIOUS_VALUE, place->in_revision, place->bound_type,
                      &ccl_sema_say_only_in_revision);
  case CCL_CONSTANT_INITIAL_VALUE:
    return read_bound(reading, node, CCL_BOUND_INITIAL_VALUE, place->in_revision, place->bound_type,
                      &ccl_sema_say_only_in_revision);
  case CCL_CONSTANT_REVISION_DATE:
    return read_bound(reading, node, CCL_BOUND_REVISION_DATE, place->in_revision, date, &ccl_sema_say_only_in_revision);
  case CCL_CONSTANT_VALUE:
    return read_bound(reading, node, CCL_BOUND_FIGURE, place->in_outcome, place->bound_type,
                      &ccl_sema_say_only_in_outcome);
  default: break;
  }
  if (!ccl_read_contextual(reading, node->span, ccl_str_printf("`%.*s`", (int)node->text.len, node->text.ptr)))
    return NULL;
  switch ((int)constant) {
  case CCL_CONSTANT_TOTAL_NET:
    return can_be_amount(reading, node) ? leaf(CCL_OP_TOTAL, CCL_TOTAL_NET, money, node->span) : NULL;
  case CCL_CONSTANT_TOTAL_VAT:
    return can_be_amount(reading, node) ? leaf(CCL_OP_TOTAL, CCL_TOTAL_VAT, money, node->span) : NULL;
  case CCL_CONSTANT_TOTAL_GROSS:
    return can_be_amount(reading, node) ? leaf(CCL_OP_TOTAL, CCL_TOTAL_GROSS, money, node->span) : NULL;
  case CCL_CONSTANT_PERIOD_START: return leaf(CCL_OP_CONTEXT, CCL_PERIOD_START, date, node->span);
  case CCL_CONSTANT_PERIOD_END: return leaf(CCL_OP_CONTEXT, CCL_PERIOD_END, date, node->span);
  case CCL_CONSTANT_WINDOW_START: return leaf(CCL_OP_CONTEXT, CCL_WINDOW_START, date, node->span);
  case CCL_CONSTANT_WINDOW_END: return leaf(CCL_OP_CONTEXT, CCL_WINDOW_END, date, node->span);
  case CCL_CONSTANT_DAYS_IN_PERIOD:
    return leaf(CCL_OP_CONTEXT, CCL_DAYS_IN_PERIOD, ccl_type_number(ccl_unit_day(reading->sema->units)), node->span);
  default: CCL_BUG("a constant of the language without a meaning");
  }
}

/* ---- Unknown names ---- */

static void add_candidates(const ccl_reading *reading, ccl_candidates *candidates) {
  const ccl_sema *sema = reading->sema;
  if (reading->activity != CCL_NONE) {
    const ccl_activity *activity = sema->activities.items[reading->activity];
    for (size_t i = 0; i < activity->field_count; i++)
      ccl_candidates_add(candidates, activity->fields[i].name);
  }
  ccl_candidates_of_kinds(reading->names, ~0u, candidates);
  for (ccl_builtin each = CCL_BUILTIN_NONE + 1; each < CCL_BUILTIN_COUNT; each++)
    if (ccl_builtin_kind_of(each) == CCL_BUILTIN_CONSTANT)
      ccl_candidates_add(candidates, ccl_builtin_name(each, reading->lang));
}

/* An activity that has a field of that name, or NULL. */
static const ccl_activity *activity_with(const ccl_sema *sema, ccl_str field) {
  for (uint32_t i = 0; i < sema->activities.len; i++)
    if (ccl_sema_field(sema, i, field) != CCL_NONE)
      return sema->activities.items[i];
  return NULL;
}

/* A field where its activity is not at hand: context-mismatch, once for each name. */
static void report_foreign_field(ccl_reading *reading, const ccl_node *node, const ccl_activity *activity) {
  ccl_sema *sema = reading->sema;
  uint32_t field = CCL_NONE;
  for (uint32_t i = 0; i < activity->field_count; i++)
    if (ccl_str_eq(activity->fields[i].name, node->text))
      field = i;
  const ccl_message *message =
      reading->activity != CCL_NONE ? &ccl_sema_say_field_of_other : &ccl_sema_say_field_outside;
  ccl_str here = reading->activity != CCL_NONE ? sema->activities.items[reading->activity]->name : CCL_STR("");
  ccl_diag *diag = ccl_sema_report(sema, message, node->span, CCL_ARGS(node->text, activity->name, here));
  ccl_diag_note(diag, &ccl_sema_say_declared_here, activity->fields[field].span, CCL_NO_ARGS);
}

static void report_unknown(ccl_reading *reading, const ccl_node *node) {
  ccl_sema *sema = reading->sema;
  const ccl_activity *activity = activity_with(sema, node->text);
  if (activity && !ccl_map_find(&reading->names->reported, node->text)) {
    report_foreign_field(reading, node, activity);
    return;
  }
  ccl_candidates candidates = { 0 };
  add_candidates(reading, &candidates);
  ccl_diag *diag =
      ccl_names_unknown(sema, reading->names, &ccl_sema_say_unknown_name, node->text, node->span, &candidates);
  if (!diag)
    return;
  ccl_lang other = reading->lang == CCL_LANG_FR ? CCL_LANG_EN : CCL_LANG_FR;
  ccl_builtin translated = ccl_builtin_find(CCL_BUILTIN_CONSTANT, node->text, other);
  if (translated != CCL_BUILTIN_NONE)
    ccl_diag_help(diag, &ccl_sema_say_name_other_language, CCL_ARGS(ccl_builtin_name(translated, reading->lang)));
  else if (ccl_builtin_find(CCL_BUILTIN_FUNCTION, node->text, reading->lang) != CCL_BUILTIN_NONE)
    ccl_diag_help(diag, &ccl_sema_say_help_function, CCL_ARGS(node->text));
  else if (diag->help.len == 0 && ccl_unit_atom(sema->units, node->text, reading->lang))
    ccl_diag_help(diag, &ccl_sema_say_help_unit_alone, CCL_ARGS(node->text));
}

/* ---- The name ---- */

bool ccl_name_is_known(ccl_reading *reading, const ccl_node *node) {
  if (CCL_GET(node, NAME, QUALIFIER))
    return true;
  if (reading->activity != CCL_NONE && ccl_sema_field(reading->sema, reading->activity, node->text) != CCL_NONE)
    return true;
  if (read_argument(reading, node) || read_dimension(reading, node))
    return true;
  if (ccl_map_find(&reading->names->symbols, node->text) ||
      ccl_builtin_find(CCL_BUILTIN_CONSTANT, node->text, reading->lang) != CCL_BUILTIN_NONE)
    return true;
  for (size_t i = 0; i < reading->names->used.len; i++)
    if (ccl_map_find(&reading->names->used.items[i].names->symbols, node->text))
      return true;
  return false;
}

const ccl_expr *ccl_read_name(ccl_reading *reading, const ccl_node *node) {
  bool is_local, is_reported;
  const ccl_expr *local = ccl_read_local_name(reading, node, &is_local);
  if (is_local)
    return local;
  const ccl_node *qualifier = CCL_GET(node, NAME, QUALIFIER);
  ccl_definition *definition = ccl_names_find(reading->sema, reading->names, node, false, &is_reported);
  if (definition)
    return read_declared(reading, node, definition);
  if (is_reported)
    return NULL;
  ccl_builtin constant =
      qualifier ? CCL_BUILTIN_NONE : ccl_builtin_find(CCL_BUILTIN_CONSTANT, node->text, reading->lang);
  if (constant != CCL_BUILTIN_NONE)
    return read_constant(reading, node, constant);
  report_unknown(reading, node);
  return NULL;
}

ccl_definition *ccl_read_definition(ccl_reading *reading, const ccl_node *name, ccl_symbol_kind kind) {
  return ccl_sema_definition(reading->sema, reading->place->tree, name, ccl_kind_bit(kind));
}
