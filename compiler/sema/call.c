/* SPDX-License-Identifier: Apache-2.0 */
/* Calls (clause 5): the functions of the language (builtins.def), those that `define` makes, and calendars, which give
 * the band of a date and time. */
#include "sema/reading.h"

enum { MOST_FIXED = 3 }; /* arguments of a function of the language that takes a fixed number */

/* ---- How many arguments ---- */

/* A comma in the source of the call that may have been read as part of a number: "min(1,200)". */
static bool has_tight_comma(const ccl_sema *sema, const ccl_node *node) {
  ccl_str text = ccl_source_text(sema->sources, node->span);
  for (size_t i = 1; i + 1 < text.len; i++)
    if (text.ptr[i] == ',' && text.ptr[i - 1] >= '0' && text.ptr[i - 1] <= '9' && text.ptr[i + 1] >= '0' &&
        text.ptr[i + 1] <= '9')
      return true;
  return false;
}

static bool check_count(ccl_reading *reading, const ccl_node *node, ccl_str name, size_t fewest, size_t most) {
  size_t count = ccl_node_len(node);
  if (count >= fewest && (most == 0 || count <= most))
    return true;
  const ccl_message *message = most == 0 ? &ccl_sema_say_too_few_arguments : &ccl_sema_say_wrong_arguments;
  ccl_diag *diag = ccl_sema_report(reading->sema, message, node->span,
                                   CCL_ARGS(name, ccl_str_printf("%zu", fewest), ccl_str_printf("%zu", count)));
  if (count < fewest && has_tight_comma(reading->sema, node))
    ccl_diag_help(diag, &ccl_sema_say_help_comma, CCL_NO_ARGS);
  return false;
}

/* ---- The functions of the language ---- */

/* All of one type that has an order. */
static const ccl_expr *read_extreme(ccl_reading *reading, const ccl_node *node, ccl_op op) {
  uint32_t count = ccl_node_len(node);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count);
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++) {
    args[i] = ccl_read(reading, ccl_node_at(node, i));
    if (args[i] && args[i]->type.kind != CCL_KIND_NUMBER && args[i]->type.kind != CCL_KIND_DATE &&
        args[i]->type.kind != CCL_KIND_TIMESTAMP) {
      ccl_type_report_kind(reading->sema, &ccl_sema_say_not_a_number, args[i]);
      args[i] = NULL;
    }
    if (args[i] && args[0] && !ccl_type_eq(args[0]->type, args[i]->type)) {
      ccl_type_report(reading->sema, &ccl_sema_say_cannot_compare, args[0]->type, args[0]->span, args[i]->type,
                      args[i]->span);
      is_whole = false;
    }
    is_whole &= args[i] != NULL;
  }
  return is_whole ? ccl_expr_new(op, args[0]->type, node->span, args, count) : NULL;
}

/* round(x, step), clamp(x, low, high): all in the dimension of x. */
static const ccl_expr *read_alike(ccl_reading *reading, const ccl_node *node, ccl_op op) {
  uint32_t count = ccl_node_len(node);
  const ccl_expr *args[MOST_FIXED] = { NULL };
  args[0] = ccl_read_number(reading, ccl_node_at(node, 0));
  bool is_whole = args[0] != NULL;
  for (uint32_t i = 1; i < count; i++) {
    args[i] = ccl_read_number(reading, ccl_node_at(node, i));
    if (args[0] && args[i] && !ccl_type_eq(args[0]->type, args[i]->type)) {
      ccl_type_report(reading->sema, &ccl_sema_say_argument_differs, args[0]->type, args[0]->span, args[i]->type,
                      args[i]->span);
      is_whole = false;
    }
    is_whole &= args[i] != NULL;
  }
  return is_whole ? ccl_expr_new(op, args[0]->type, node->span, args, count) : NULL;
}

static const ccl_expr *read_round(ccl_reading *reading, const ccl_node *node, ccl_rounding rounding) {
  const ccl_expr *read = read_alike(reading, node, CCL_OP_ROUND);
  if (!read)
    return NULL;
  ccl_rat step;
  if (ccl_expr_figure(read->args[1], &step) && ccl_rat_sign(step) <= 0) {
    ccl_sema_report(reading->sema, &ccl_sema_say_step_not_positive, read->args[1]->span, CCL_NO_ARGS);
    return NULL;
  }
  ccl_expr *expr = ccl_expr_new(CCL_OP_ROUND, read->type, node->span, read->args, 2);
  expr->rounding = rounding;
  return expr;
}

/* A function of arguments of given kinds. */
static const ccl_expr *read_kinds(ccl_reading *reading, const ccl_node *node, ccl_op op, ccl_kind kind, ccl_type type) {
  uint32_t count = ccl_node_len(node);
  const ccl_expr *args[MOST_FIXED] = { NULL };
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++) {
    args[i] = ccl_read_kind(reading, ccl_node_at(node, i), kind);
    is_whole &= args[i] != NULL;
  }
  return is_whole ? ccl_expr_new(op, type, node->span, args, count) : NULL;
}

/* An argument that names a declaration: a series, a list of holidays. */
static ccl_definition *read_named(ccl_reading *reading, const ccl_node *node, ccl_symbol_kind kind) {
  if (ccl_is_error(node))
    return NULL;
  if (node->kind == CCL_NODE_NAME)
    return ccl_read_definition(reading, node, kind);
  ccl_str wanted = ccl_symbol_kind_text(kind, ccl_sema_lang(reading->sema, node->span));
  ccl_sema_report(reading->sema, &ccl_sema_say_wanted_name, node->span, CCL_ARGS(wanted));
  return NULL;
}

static const ccl_expr *read_latest(ccl_reading *reading, const ccl_node *node) {
  ccl_definition *series = read_named(reading, ccl_node_at(node, 0), CCL_SYMBOL_SERIES);
  const ccl_expr *date = ccl_read_kind(reading, ccl_node_at(node, 1), CCL_KIND_DATE);
  if (!series || !ccl_sema_settle(reading->sema, series, node->span) || !date)
    return NULL;
  ccl_expr *expr = ccl_expr_new(CCL_OP_LATEST, series->type, node->span, &date, 1);
  expr->index = series->symbol.index;
  return expr;
}

static const ccl_expr *read_holiday(ccl_reading *reading, const ccl_node *node) {
  const ccl_expr *date = ccl_read_kind(reading, ccl_node_at(node, 0), CCL_KIND_DATE);
  ccl_definition *list = read_named(reading, ccl_node_at(node, 1), CCL_SYMBOL_HOLIDAYS);
  if (!date || !list || !ccl_sema_settle(reading->sema, list, node->span))
    return NULL;
  ccl_expr *expr = ccl_expr_new(CCL_OP_HOLIDAY, ccl_type_of(CCL_KIND_BOOL), node->span, &date, 1);
  expr->index = list->symbol.index;
  return expr;
}

static const ccl_expr *read_one(ccl_reading *reading, const ccl_node *node, ccl_op op) {
  const ccl_expr *value =
      op == CCL_OP_ABS ? ccl_read_number(reading, ccl_node_at(node, 0)) : ccl_read(reading, ccl_node_at(node, 0));
  ccl_type type = op == CCL_OP_ABS && value ? value->type : ccl_type_of(CCL_KIND_BOOL);
  return value ? ccl_expr_new(op, type, node->span, &value, 1) : NULL;
}

static const ccl_expr *read_builtin(ccl_reading *reading, const ccl_node *node, ccl_builtin function) {
  size_t fewest, most;
  ccl_builtin_arguments(function, &fewest, &most);
  if (!check_count(reading, node, ccl_builtin_name(function, reading->lang), fewest, most))
    return NULL;
  ccl_type number = ccl_type_number(ccl_unit_number(reading->sema->units)), truth = ccl_type_of(CCL_KIND_BOOL);
  switch ((int)function) {
  case CCL_FUNCTION_MIN: return read_extreme(reading, node, CCL_OP_MIN);
  case CCL_FUNCTION_MAX: return read_extreme(reading, node, CCL_OP_MAX);
  case CCL_FUNCTION_ABS: return read_one(reading, node, CCL_OP_ABS);
  case CCL_FUNCTION_ROUND: return read_round(reading, node, CCL_ROUND_COMMERCIAL);
  case CCL_FUNCTION_ROUND_UP: return read_round(reading, node, CCL_ROUND_CEILING);
  case CCL_FUNCTION_ROUND_DOWN: return read_round(reading, node, CCL_ROUND_FLOOR);
  case CCL_FUNCTION_CLAMP: return read_alike(reading, node, CCL_OP_CLAMP);
  case CCL_FUNCTION_LATEST: return read_latest(reading, node);
  case CCL_FUNCTION_WEEKDAY:
    return read_kinds(reading, node, CCL_OP_WEEKDAY, CCL_KIND_DATE, ccl_type_of(CCL_KIND_WEEKDAY));
  case CCL_FUNCTION_HOUR: return read_kinds(reading, node, CCL_OP_HOUR, CCL_KIND_TIMESTAMP, number);
  case CCL_FUNCTION_MONTH: return read_kinds(reading, node, CCL_OP_MONTH_OF, CCL_KIND_DATE, number);
  case CCL_FUNCTION_DATE:
    return read_kinds(reading, node, CCL_OP_DATE_OF, CCL_KIND_TIMESTAMP, ccl_type_of(CCL_KIND_DATE));
  case CCL_FUNCTION_HOLIDAY: return read_holiday(reading, node);
  case CCL_FUNCTION_STARTS_WITH: return read_kinds(reading, node, CCL_OP_STARTS_WITH, CCL_KIND_TEXT, truth);
  case CCL_FUNCTION_CONTAINS: return read_kinds(reading, node, CCL_OP_CONTAINS, CCL_KIND_TEXT, truth);
  case CCL_FUNCTION_KNOWN: return read_one(reading, node, CCL_OP_KNOWN);
  default: CCL_BUG("a function of the language that nobody reads");
  }
}

/* ---- Declared ---- */

static const ccl_expr *read_band(ccl_reading *reading, const ccl_node *node, ccl_definition *calendar) {
  if (!check_count(reading, node, calendar->symbol.name, 1, 1) || !ccl_sema_settle(reading->sema, calendar, node->span))
    return NULL;
  const ccl_expr *instant = ccl_read_kind(reading, ccl_node_at(node, 0), CCL_KIND_TIMESTAMP);
  if (!instant)
    return NULL;
  ccl_expr *expr = ccl_expr_new(CCL_OP_BAND, ccl_type_of(CCL_KIND_CHOICE), node->span, &instant, 1);
  expr->index = calendar->symbol.index;
  return expr;
}

/* The type that a parameter of `define` was declared with; false: that declaration is broken. */
static bool taken_type(ccl_reading *reading, const ccl_definition *function, uint32_t index, ccl_type *type,
                       ccl_span *declared) {
  const ccl_node *takes = ccl_node_at(function->symbol.node, index),
                 *written = ccl_is_error(takes) ? NULL : CCL_GET(takes, TAKES, TYPE);
  if (ccl_is_error(written))
    return false;
  *declared = written->span;
  const ccl_unit *unit;
  switch ((int)written->word) {
  case CCL_WORD_DATE: *type = ccl_type_of(CCL_KIND_DATE); return true;
  case CCL_WORD_TIMESTAMP: *type = ccl_type_of(CCL_KIND_TIMESTAMP); return true;
  case CCL_WORD_BOOLEAN: *type = ccl_type_of(CCL_KIND_BOOL); return true;
  case CCL_WORD_TEXT: *type = ccl_type_of(CCL_KIND_TEXT); return true;
  default:
    unit = ccl_sema_unit(reading->sema, function->symbol.tree, CCL_GET(written, TYPE, UNIT));
    *type = ccl_type_number(unit);
    return unit != NULL;
  }
}

static const ccl_expr *read_function(ccl_reading *reading, const ccl_node *node, ccl_definition *function) {
  uint32_t count = ccl_node_len(function->symbol.node);
  if (!check_count(reading, node, function->symbol.name, count, count == 0 ? 1 : count) ||
      !ccl_sema_settle(reading->sema, function, node->span))
    return NULL;
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count);
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++) {
    ccl_type type;
    ccl_span declared;
    args[i] = taken_type(reading, function, i, &type, &declared)
                  ? ccl_read_as(reading, ccl_node_at(node, i), type, false, declared)
                  : NULL;
    is_whole &= args[i] != NULL;
  }
  ccl_str what = ccl_str_printf("`%.*s`", (int)function->symbol.name.len, function->symbol.name.ptr);
  if (!is_whole || (function->is_contextual && !ccl_read_contextual(reading, node->span, what)))
    return NULL;
  ccl_expr *expr = ccl_expr_new(CCL_OP_CALL, function->type, node->span, args, count);
  expr->index = function->symbol.index;
  return expr;
}

/* ---- Any call ---- */

static void report_unknown(ccl_reading *reading, const ccl_node *name) {
  ccl_candidates candidates = { 0 };
  ccl_candidates_of_kinds(reading->names, ccl_kind_bit(CCL_SYMBOL_FUNCTION) | ccl_kind_bit(CCL_SYMBOL_CALENDAR),
                          &candidates);
  for (ccl_builtin each = CCL_BUILTIN_NONE + 1; each < CCL_BUILTIN_COUNT; each++)
    if (ccl_builtin_kind_of(each) == CCL_BUILTIN_FUNCTION)
      ccl_candidates_add(&candidates, ccl_builtin_name(each, reading->lang));
  ccl_diag *diag = ccl_names_unknown(reading->sema, reading->names, &ccl_sema_say_unknown_function, name->text,
                                     name->span, &candidates);
  ccl_lang other = reading->lang == CCL_LANG_FR ? CCL_LANG_EN : CCL_LANG_FR;
  ccl_builtin translated = ccl_builtin_find(CCL_BUILTIN_FUNCTION, name->text, other);
  if (diag && translated != CCL_BUILTIN_NONE)
    ccl_diag_help(diag, &ccl_sema_say_name_other_language, CCL_ARGS(ccl_builtin_name(translated, reading->lang)));
}

const ccl_expr *ccl_read_call(ccl_reading *reading, const ccl_node *node) {
  const ccl_node *name = CCL_GET(node, CALL, NAME);
  bool is_reported;
  if (ccl_is_error(name))
    return NULL;
  ccl_definition *definition = ccl_names_find(reading->sema, reading->names, name, false, &is_reported);
  bool is_called =
      definition && (definition->symbol.kind == CCL_SYMBOL_FUNCTION || definition->symbol.kind == CCL_SYMBOL_CALENDAR);
  if (is_called) {
    ccl_names_use(reading->names, definition, name->span);
    return definition->symbol.kind == CCL_SYMBOL_FUNCTION ? read_function(reading, node, definition)
                                                          : read_band(reading, node, definition);
  }
  ccl_builtin function = CCL_GET(name, NAME, QUALIFIER)
                             ? CCL_BUILTIN_NONE
                             : ccl_builtin_find(CCL_BUILTIN_FUNCTION, name->text, reading->lang);
  if (function != CCL_BUILTIN_NONE)
    return read_builtin(reading, node, function);
  if (definition) {
    ccl_names_use(reading->names, definition, name->span);
    ccl_sema_wrong_kind(reading->sema, definition, name->span, CCL_SYMBOL_FUNCTION);
  } else if (!is_reported)
    report_unknown(reading, name);
  return NULL;
}
