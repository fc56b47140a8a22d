/* SPDX-License-Identifier: Apache-2.0 */
/* Declared figures (clauses 4.1, 4.2): inputs, series, parameters, functions, measures. */
#include "sema/reading.h"

#include <stdlib.h>

static ccl_place_of place_in(const ccl_definition *definition, ccl_site site) {
  return (ccl_place_of){ .site = site, .tree = definition->symbol.tree, .activity = CCL_NONE };
}

static ccl_reading reading_of(ccl_sema *sema, const ccl_place_of *place, ccl_definition *definition) {
  ccl_reading reading = ccl_reading_at(sema, place);
  reading.names = definition->names;
  reading.definition = definition;
  return reading;
}

/* ---- Inputs ---- */

static bool read_limit(ccl_sema *sema, ccl_definition *definition, const ccl_node *node, ccl_rat *figure) {
  ccl_place_of place = place_in(definition, CCL_SITE_CONSTANT);
  ccl_reading reading = reading_of(sema, &place, definition);
  const ccl_expr *expr =
      ccl_read_as(&reading, node, definition->type, true, CCL_GET(definition->symbol.node, INPUT, UNIT)->span);
  if (expr && !ccl_expr_figure(expr, figure))
    ccl_sema_report(sema, &ccl_sema_say_key_not_written, expr->span, CCL_NO_ARGS);
  return expr && ccl_expr_figure(expr, figure);
}

bool ccl_settle_input(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node, *from = CCL_GET(node, INPUT, FROM), *to = CCL_GET(node, INPUT, TO),
                 *otherwise = CCL_GET(node, INPUT, DEFAULT);
  ccl_input *input = sema->inputs.items[definition->symbol.index];
  *input = (ccl_input){ .name = definition->symbol.name, .span = definition->symbol.span, .type = definition->type };
  const ccl_unit *unit = ccl_sema_unit(sema, definition->symbol.tree, CCL_GET(node, INPUT, UNIT));
  if (!unit)
    return false;
  input->type = definition->type = ccl_type_number(unit);
  bool is_whole = true;
  if (from && to) {
    bool has_low = read_limit(sema, definition, from, &input->low),
         has_high = read_limit(sema, definition, to, &input->high);
    input->has_range = is_whole = has_low && has_high;
    if (is_whole && ccl_rat_cmp(input->low, input->high) > 0) {
      ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_range_empty, to->span, CCL_NO_ARGS);
      ccl_diag_note(diag, &ccl_sema_say_range_from, from->span, CCL_NO_ARGS);
      is_whole = false;
    }
  }
  if (!otherwise)
    return is_whole;
  ccl_place_of place = place_in(definition, CCL_SITE_PARAMETER);
  ccl_reading reading = reading_of(sema, &place, definition);
  input->otherwise = ccl_read_as(&reading, otherwise, input->type, true, CCL_GET(node, INPUT, UNIT)->span);
  return is_whole && input->otherwise;
}

/* ---- Series ---- */

/* The days for which a key stands, and its kind; false: it is no key, reported. */
static bool read_series_key(ccl_sema *sema, const ccl_node *node, ccl_days *days, ccl_series_key *kind) {
  ccl_rat number;
  int64_t year;
  ccl_month first = (node->value.year - 1970) * 12;
  switch ((int)node->kind) {
  case CCL_NODE_DATE:
    *kind = CCL_KEY_DATE;
    days->from = days->to = ccl_sema_date(node);
    return true;
  case CCL_NODE_MONTH:
    *kind = CCL_KEY_MONTH;
    first += node->value.month - 1;
    *days = (ccl_days){ ccl_month_first(first), ccl_month_last(first) };
    return true;
  case CCL_NODE_QUARTER:
    *kind = CCL_KEY_QUARTER;
    first += node->value.quarter * 3 - 3;
    *days = (ccl_days){ ccl_month_first(first), ccl_month_last(first + 2) };
    return true;
  case CCL_NODE_NUMBER:
  case CCL_NODE_YEAR:
    *kind = CCL_KEY_YEAR;
    year = node->value.year;
    if (node->kind == CCL_NODE_NUMBER && !(ccl_rat_parse(node->text, &number) && ccl_rat_to_int(number, &year)))
      year = 0;
    if (year >= 1 && year <= 9999) {
      *days = (ccl_days){ ccl_day_from((ccl_ymd){ (int)year, 1, 1 }), ccl_day_from((ccl_ymd){ (int)year, 12, 31 }) };
      return true;
    }
    break;
  default: break;
  }
  ccl_sema_report(sema, &ccl_sema_say_not_a_series_key, node->span, CCL_NO_ARGS);
  return false;
}

typedef struct keyed_row {
  ccl_series_row row;
  ccl_span span;
} keyed_row;

static int by_key(const void *left, const void *right) {
  const keyed_row *a = left, *b = right;
  if (a->row.key.from != b->row.key.from)
    return a->row.key.from < b->row.key.from ? -1 : 1;
  return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static const ccl_node *only_item(const ccl_node *cell) {
  return ccl_is_error(cell) || ccl_node_len(cell) != 1 || ccl_is_error(ccl_node_at(cell, 0)) ? NULL
                                                                                             : ccl_node_at(cell, 0);
}

static bool read_series_row(ccl_sema *sema, ccl_definition *definition, const ccl_node *row, ccl_span *first_key,
                            keyed_row *out) {
  ccl_series *series = sema->series.items[definition->symbol.index];
  if (ccl_is_error(row))
    return false;
  const ccl_node *key = ccl_node_len(row) == 2 ? only_item(ccl_node_at(row, 0)) : NULL,
                 *value = key ? only_item(ccl_node_at(row, 1)) : NULL;
  if (!key || !value) {
    for (uint32_t i = 0; i < ccl_node_len(row); i++)
      if (ccl_is_error(ccl_node_at(row, i)) ||
          (ccl_node_len(ccl_node_at(row, i)) == 1 && ccl_is_error(ccl_node_at(ccl_node_at(row, i), 0))))
        return false;
    ccl_sema_report(sema, &ccl_sema_say_series_row, row->span, CCL_NO_ARGS);
    return false;
  }
  ccl_series_key kind;
  if (!read_series_key(sema, key, &out->row.key, &kind))
    return false;
  if (series->key_is_known && kind != series->key) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_series_kinds, key->span, CCL_NO_ARGS);
    ccl_diag_note(diag, &ccl_sema_say_first_key, *first_key, CCL_NO_ARGS);
    return false;
  }
  if (!series->key_is_known)
    *first_key = key->span;
  series->key = kind;
  series->key_is_known = true;
  out->span = key->span;
  ccl_place_of place = place_in(definition, CCL_SITE_CONSTANT);
  ccl_reading reading = reading_of(sema, &place, definition);
  const ccl_node *unit = CCL_GET(definition->symbol.node, SERIES, UNIT);
  const ccl_expr *figure =
      ccl_read_as(&reading, value, series->type, true, unit ? unit->span : definition->symbol.span);
  if (figure && !ccl_expr_figure(figure, &out->row.value))
    ccl_sema_report(sema, &ccl_sema_say_key_not_written, figure->span, CCL_NO_ARGS);
  return figure && ccl_expr_figure(figure, &out->row.value);
}

/* Rising, each key once. */
static bool sort_series(ccl_sema *sema, ccl_series *series, keyed_row *rows, size_t count) {
  bool is_whole = true;
  if (count > 1)
    qsort(rows, count, sizeof *rows, by_key);
  ccl_series_row *kept = ccl_new_array(ccl_series_row, count);
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && rows[i].row.key.from == rows[i - 1].row.key.from) {
      ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_key_twice, rows[i].span, CCL_NO_ARGS);
      ccl_diag_note(diag, &ccl_sema_say_first_key_given, rows[i - 1].span, CCL_NO_ARGS);
      is_whole = false;
      continue;
    }
    kept[series->row_count++] = rows[i].row;
  }
  series->rows = kept;
  return is_whole;
}

bool ccl_settle_series(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node, *unit = CCL_GET(node, SERIES, UNIT);
  ccl_series *series = sema->series.items[definition->symbol.index];
  if (unit) {
    const ccl_unit *written = ccl_sema_unit(sema, definition->symbol.tree, unit);
    if (!written)
      return false;
    definition->type = ccl_type_number(written);
  }
  *series = (ccl_series){ .name = definition->symbol.name, .span = definition->symbol.span, .type = definition->type };
  uint32_t count = ccl_node_len(node);
  keyed_row *rows = ccl_new_array(keyed_row, count);
  ccl_span first_key = CCL_NO_SPAN;
  size_t read = 0;
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++)
    if (read_series_row(sema, definition, ccl_node_at(node, i), &first_key, &rows[read]))
      read++;
    else
      is_whole = false;
  return sort_series(sema, series, rows, read) && is_whole;
}

/* ---- Parameters ---- */

typedef CCL_VEC(ccl_parameter_version) version_list;

static const ccl_expr *read_value(ccl_sema *sema, ccl_definition *definition, const ccl_tree *tree,
                                  const ccl_node *node, bool in_revision) {
  ccl_place_of place = place_in(definition, CCL_SITE_PARAMETER);
  place.tree = tree;
  place.in_revision = in_revision;
  place.bound_type = definition->type;
  ccl_reading reading = reading_of(sema, &place, definition);
  reading.names = ccl_names_of(sema, tree); /* an amendment may set what a library declares */
  const ccl_node *unit = CCL_GET(definition->symbol.node, PARAMETER, UNIT),
                 *first = CCL_GET(definition->symbol.node, PARAMETER, VALUE);
  if (!unit && node == first)
    return ccl_read(&reading, node);
  ccl_span declared = unit ? unit->span : ccl_is_error(first) ? definition->symbol.span : first->span;
  return ccl_read_as(&reading, node, definition->type, false, declared);
}

/* A change that is in force on no day of the contract. */
static void check_inside_contract(ccl_sema *sema, const ccl_definition *definition, ccl_day from, ccl_day to,
                                  ccl_span span) {
  ccl_days contract = ccl_sema_longest(sema);
  if (definition->names->is_main && ccl_days_is_empty(ccl_days_and(contract, (ccl_days){ from, to })))
    ccl_sema_report(sema, &ccl_sema_say_change_outside, span,
                    CCL_ARGS(ccl_day_text(contract.from), ccl_day_text(contract.to)));
}

/* `from DATE = …`, rising. */
static bool read_changes(ccl_sema *sema, ccl_definition *definition, version_list *versions) {
  const ccl_node *node = definition->symbol.node;
  bool is_whole = true;
  const ccl_node *before = NULL;
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *change = ccl_node_at(node, i), *from = ccl_is_error(change) ? NULL : CCL_GET(change, CHANGE, FROM);
    if (ccl_is_error(from)) {
      is_whole = false;
      continue;
    }
    ccl_day day = ccl_sema_date(from);
    if (before && day <= ccl_sema_date(before)) {
      ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_changes_rise, from->span,
                                       CCL_ARGS(ccl_day_text(day), ccl_day_text(ccl_sema_date(before))));
      ccl_diag_note(diag, &ccl_sema_say_change_before, before->span, CCL_NO_ARGS);
      is_whole = false;
    } else {
      const ccl_node *next = i + 1 < ccl_node_len(node) ? ccl_node_at(node, i + 1) : NULL,
                     *end = ccl_is_error(next) ? NULL : CCL_GET(next, CHANGE, FROM);
      if (is_whole && (ccl_is_error(end) || ccl_sema_date(end) > day))
        check_inside_contract(sema, definition, day, ccl_is_error(end) ? CCL_DAY_MAX : ccl_sema_date(end) - 1,
                              from->span);
      before = from;
    }
    ccl_parameter_version version = { day, read_value(sema, definition, definition->symbol.tree,
                                                      CCL_GET(change, CHANGE, VALUE), false) };
    is_whole &= version.value != NULL;
    ccl_vec_push(versions, version);
  }
  return is_whole;
}

static bool read_revision(ccl_sema *sema, ccl_definition *definition, ccl_parameter *parameter) {
  const ccl_node *each = CCL_GET(definition->symbol.node, PARAMETER, EACH);
  if (!each)
    return true;
  const ccl_node *day = ccl_is_error(each) ? NULL : CCL_GET(each, REVISION, DAY);
  if (ccl_is_error(day))
    return false;
  if (day->value.month == 2 && day->value.day == 29) {
    ccl_sema_report(sema, &ccl_sema_say_each_29_february, day->span, CCL_NO_ARGS);
    return false;
  }
  parameter->each_month = day->value.month;
  parameter->each_day = day->value.day;
  parameter->each = read_value(sema, definition, definition->symbol.tree, CCL_GET(each, REVISION, VALUE), true);
  return parameter->each != NULL;
}

/* `set PARAMETER = …` (clause 8): from the effective date; later dates and `each` of the old definition end. What comes
 * before keeps its revisions: it becomes a parameter of its own, which the first version names. */
static bool read_amendments(ccl_sema *sema, ccl_definition *definition, ccl_parameter *parameter,
                            version_list *versions) {
  bool is_whole = true;
  for (size_t i = 0; i < definition->changes.len; i++) {
    const ccl_change *change = &definition->changes.items[i];
    if (parameter->each) {
      ccl_parameter *before = ccl_new(ccl_parameter);
      *before = *parameter;
      before->versions = versions->items;
      before->version_count = versions->len;
      ccl_vec_push(&sema->parameters, before);
      ccl_expr *value = ccl_expr_new(CCL_OP_PARAMETER, definition->type, definition->symbol.span, NULL, 0);
      value->index = (uint32_t)(sema->parameters.len - 1);
      *versions = (version_list){ 0 };
      ccl_parameter_version first = { CCL_DAY_MIN, value };
      ccl_vec_push(versions, first);
      parameter->each = NULL;
    }
    while (versions->len > 1 && versions->items[versions->len - 1].from >= change->from)
      versions->len--;
    ccl_parameter_version version = { change->from, read_value(sema, definition, change->tree, change->value, false) };
    is_whole &= version.value != NULL;
    ccl_vec_push(versions, version);
  }
  return is_whole;
}

bool ccl_settle_parameter(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node, *unit = CCL_GET(node, PARAMETER, UNIT),
                 *value = CCL_GET(node, PARAMETER, VALUE);
  uint32_t index = definition->symbol.index;
  *sema->parameters.items[index] =
      (ccl_parameter){ .name = definition->symbol.name, .span = definition->symbol.span, .type = definition->type };
  if (unit) {
    const ccl_unit *written = ccl_sema_unit(sema, definition->symbol.tree, unit);
    if (!written)
      return false;
    definition->type = ccl_type_number(written);
  }
  version_list versions = { 0 };
  ccl_parameter_version first = { CCL_DAY_MIN, read_value(sema, definition, definition->symbol.tree, value, false) };
  if (!first.value)
    return false;
  if (!unit)
    definition->type = first.value->type;
  ccl_vec_push(&versions, first);
  ccl_parameter made = { .name = definition->symbol.name, .span = definition->symbol.span, .type = definition->type };
  bool has_changes = read_changes(sema, definition, &versions), has_revision = read_revision(sema, definition, &made);
  bool has_amendments = read_amendments(sema, definition, &made, &versions);
  made.versions = versions.items;
  made.version_count = versions.len;
  *sema->parameters.items[index] = made;
  return has_changes && has_revision && has_amendments;
}

/* ---- Functions ---- */

static bool read_taken(ccl_sema *sema, ccl_definition *definition, uint32_t index, ccl_type *type) {
  const ccl_node *node = definition->symbol.node, *takes = ccl_node_at(node, index);
  if (ccl_is_error(takes) || ccl_is_error(CCL_GET(takes, TAKES, NAME)) || ccl_is_error(CCL_GET(takes, TAKES, TYPE)))
    return false;
  const ccl_node *name = CCL_GET(takes, TAKES, NAME), *written = CCL_GET(takes, TAKES, TYPE);
  for (uint32_t i = 0; i < index; i++) {
    const ccl_node *other = ccl_node_at(node, i);
    if (ccl_is_error(other) || ccl_is_error(CCL_GET(other, TAKES, NAME)) ||
        !ccl_str_eq(CCL_GET(other, TAKES, NAME)->text, name->text))
      continue;
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_declared_twice, name->span, CCL_ARGS(name->text));
    ccl_diag_note(diag, &ccl_sema_say_first_declared, CCL_GET(other, TAKES, NAME)->span, CCL_NO_ARGS);
    return false;
  }
  switch ((int)written->word) {
  case CCL_WORD_DATE: *type = ccl_type_of(CCL_KIND_DATE); return true;
  case CCL_WORD_TIMESTAMP: *type = ccl_type_of(CCL_KIND_TIMESTAMP); return true;
  case CCL_WORD_BOOLEAN: *type = ccl_type_of(CCL_KIND_BOOL); return true;
  case CCL_WORD_TEXT: *type = ccl_type_of(CCL_KIND_TEXT); return true;
  default: break;
  }
  const ccl_unit *unit = ccl_sema_unit(sema, definition->symbol.tree, CCL_GET(written, TYPE, UNIT));
  *type = ccl_type_number(unit);
  return unit != NULL;
}

bool ccl_settle_function(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node;
  ccl_function *function = sema->functions.items[definition->symbol.index];
  uint32_t count = ccl_node_len(node);
  *function =
      (ccl_function){ .name = definition->symbol.name, .span = definition->symbol.span, .parameter_count = count };
  ccl_type *types = ccl_new_array(ccl_type, count);
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++)
    is_whole &= read_taken(sema, definition, i, &types[i]);
  if (!is_whole)
    return false;
  ccl_place_of place = place_in(definition, CCL_SITE_MEASURE);
  ccl_reading reading = reading_of(sema, &place, definition);
  reading.function = node;
  reading.takes = types;
  function->body = ccl_read(&reading, CCL_GET(node, DEFINE, VALUE));
  if (function->body)
    definition->type = function->body->type;
  return function->body != NULL;
}

/* ---- Measures ---- */

bool ccl_settle_measure(ccl_sema *sema, ccl_definition *definition) {
  ccl_measure *measure = sema->measures.items[definition->symbol.index];
  *measure =
      (ccl_measure){ .name = definition->symbol.name, .span = definition->symbol.span, .type = definition->type };
  ccl_place_of place = place_in(definition, CCL_SITE_MEASURE);
  ccl_reading reading = reading_of(sema, &place, definition);
  measure->value = ccl_read(&reading, CCL_GET(definition->symbol.node, MEASURE, VALUE));
  if (measure->value)
    measure->type = definition->type = measure->value->type;
  return measure->value != NULL;
}
