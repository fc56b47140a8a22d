/* SPDX-License-Identifier: Apache-2.0 */
/* Look-ups (clauses 4.1, 4.3, 4.4): grid[a, b], series[date], tiers[quantity]; and a grid named alone where the
 * dimensions of an article are its keys. */
#include "sema/reading.h"

/* ---- Grids ---- */

/* A key that is a choice of the dimension: "else a key of the grid". */
static const ccl_expr *read_choice_key(ccl_reading *reading, const ccl_node *node, const ccl_grid_dim *dim) {
  uint32_t choice;
  bool can_be = (node->kind == CCL_NODE_NAME && !CCL_GET(node, NAME, QUALIFIER)) || node->kind == CCL_NODE_TEXT;
  if (!can_be || !dim->is_known || dim->type.kind != CCL_KIND_CHOICE ||
      !ccl_sema_choice_find(reading->sema, dim->choices, node->text, &choice))
    return NULL;
  return ccl_expr_constant(dim->type, ccl_value_choice(choice), node->span);
}

/* The same for a dimension of texts: a bare name that some row of the grid has as its key. */
static const ccl_expr *read_text_key(ccl_reading *reading, const ccl_node *node, const ccl_grid_dim *dim,
                                     const ccl_definition *grid, size_t place) {
  if (node->kind != CCL_NODE_NAME || CCL_GET(node, NAME, QUALIFIER) || !dim->is_known || dim->type.kind != CCL_KIND_TEXT)
    return NULL;
  const ccl_grid *made = reading->sema->grids.items[grid->symbol.index];
  for (size_t i = 0; i < made->entry_count; i++)
    for (size_t k = 0; k < made->entries[i].key_counts[place]; k++) {
      const ccl_grid_key *key = &made->entries[i].keys[place][k];
      if (key->kind == CCL_GRID_VALUE && key->value.kind == CCL_KIND_TEXT && ccl_str_eq(key->value.as.text, node->text))
        return ccl_expr_constant(dim->type, ccl_value_text(node->text), node->span);
    }
  return NULL;
}

static bool key_fits(const ccl_grid_dim *dim, ccl_type type) {
  return !dim->is_known || ccl_type_eq(dim->type, type);
}

static void report_unknown_key(ccl_reading *reading, const ccl_node *node, const ccl_grid_dim *dim,
                               const ccl_definition *grid) {
  ccl_candidates candidates = { 0 };
  for (size_t i = 0; i < dim->choices.count; i++)
    ccl_candidates_add(&candidates, reading->sema->choices.items[dim->choices.items[i]]);
  ccl_diag *diag = ccl_names_unknown(reading->sema, reading->names, &ccl_sema_say_no_such_choice, node->text,
                                     node->span, &candidates);
  if (diag)
    ccl_diag_note(diag, &ccl_sema_say_choices_are, grid->symbol.span,
                  CCL_ARGS(ccl_sema_choices_text(reading->sema, dim->choices)));
}

static const ccl_expr *read_key(ccl_reading *reading, const ccl_node *node, const ccl_grid_dim *dim,
                                const ccl_definition *grid, size_t place) {
  if (ccl_is_error(node))
    return NULL;
  bool is_local = false, is_name = node->kind == CCL_NODE_NAME;
  const ccl_expr *key = is_name ? ccl_read_local_name(reading, node, &is_local) : NULL;
  if (!is_local) {
    key = read_choice_key(reading, node, dim);
    if (!key)
      key = read_text_key(reading, node, dim, grid, place);
    bool is_choice = dim->is_known && dim->type.kind == CCL_KIND_CHOICE;
    if (!key && is_choice && (node->kind == CCL_NODE_TEXT || (is_name && !ccl_name_is_known(reading, node)))) {
      report_unknown_key(reading, node, dim, grid);
      return NULL;
    }
    if (!key)
      key = ccl_read(reading, node);
  }
  if (!key || key_fits(dim, key->type))
    return key;
  ccl_type_report(reading->sema, &ccl_sema_say_key_differs, dim->type, grid->symbol.span, key->type, key->span);
  return NULL;
}

static bool is_available(ccl_reading *reading, const ccl_definition *grid, ccl_span span) {
  ccl_str what = ccl_str_printf("`%.*s`", (int)grid->symbol.name.len, grid->symbol.name.ptr);
  return !grid->is_contextual || ccl_read_contextual(reading, span, what);
}

static const ccl_expr *make(const ccl_definition *definition, ccl_op op, ccl_span span, const ccl_expr *const *args,
                            size_t count) {
  ccl_expr *expr = ccl_expr_new(op, definition->type, span, args, count);
  expr->index = definition->symbol.index;
  return expr;
}

static const ccl_expr *read_grid(ccl_reading *reading, const ccl_node *node, ccl_definition *grid) {
  ccl_sema *sema = reading->sema;
  const ccl_grid_shape *shape = ccl_sema_grid_shape(sema, grid, node->span);
  if (!shape || !ccl_sema_settle(sema, grid, node->span))
    return NULL;
  size_t wanted = sema->grids.items[grid->symbol.index]->dim_count, count = ccl_node_len(node);
  if (count != wanted) {
    ccl_diag *diag =
        ccl_sema_report(sema, &ccl_sema_say_wrong_keys, node->span,
                        CCL_ARGS(grid->symbol.name, ccl_str_printf("%zu", wanted), ccl_str_printf("%zu", count)));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, grid->symbol.span, CCL_NO_ARGS);
    return NULL;
  }
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count);
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++) {
    args[i] = read_key(reading, ccl_node_at(node, i), &shape->dims[i], grid, i);
    is_whole &= args[i] != NULL;
  }
  return is_whole && is_available(reading, grid, node->span) ? make(grid, CCL_OP_GRID, node->span, args, count) : NULL;
}

const ccl_expr *ccl_read_grid_alone(ccl_reading *reading, const ccl_node *node, ccl_definition *grid) {
  ccl_sema *sema = reading->sema;
  const ccl_grid_shape *shape = ccl_sema_grid_shape(sema, grid, node->span);
  if (!shape || !ccl_sema_settle(sema, grid, node->span))
    return NULL;
  const ccl_grid *made = sema->grids.items[grid->symbol.index];
  const ccl_expr **args = ccl_new_array(const ccl_expr *, made->dim_count);
  for (size_t i = 0; i < made->dim_count; i++) {
    for (size_t k = 0; reading->place->site == CCL_SITE_ARTICLE && k < reading->place->dim_count && !args[i]; k++) {
      const ccl_dim *dim = &sema->dims.items[reading->place->dims[k]];
      if (!ccl_str_eq(dim->name, made->dims[i]))
        continue;
      ccl_expr *expr = ccl_expr_new(CCL_OP_DIMENSION, dim->type, node->span, NULL, 0);
      expr->index = reading->place->dims[k];
      args[i] = expr;
    }
    if (!args[i]) {
      ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_grid_alone, node->span, CCL_ARGS(made->name, made->dims[i]));
      ccl_diag_note(diag, &ccl_sema_say_declared_here, grid->symbol.span, CCL_NO_ARGS);
      ccl_diag_help(diag, &ccl_sema_say_help_grid_alone,
                    CCL_ARGS(made->name, ccl_str_join(made->dims, made->dim_count, CCL_STR(", "))));
      return NULL;
    }
    if (!key_fits(&shape->dims[i], args[i]->type)) {
      ccl_type_report(sema, &ccl_sema_say_key_differs, shape->dims[i].type, grid->symbol.span, args[i]->type,
                      node->span);
      return NULL;
    }
  }
  return is_available(reading, grid, node->span) ? make(grid, CCL_OP_GRID, node->span, args, made->dim_count) : NULL;
}

/* ---- Series ---- */

/* A month, quarter or year written as the key: its first day, and for how long it stands. NULL: it is none of them. */
static const ccl_expr *read_span_key(ccl_reading *reading, const ccl_node *node, const ccl_series *series,
                                     ccl_series_key *key) {
  ccl_ymd first = { node->value.year, 1, 1 };
  ccl_rat number;
  int64_t year;
  if (node->kind == CCL_NODE_MONTH) {
    *key = CCL_KEY_MONTH;
    first.month = node->value.month;
  } else if (node->kind == CCL_NODE_QUARTER) {
    *key = CCL_KEY_QUARTER;
    first.month = node->value.quarter * 3 - 2;
  } else if (node->kind == CCL_NODE_NUMBER && (series->key == CCL_KEY_YEAR || !series->key_is_known) &&
             ccl_rat_parse(node->text, &number) && ccl_rat_to_int(number, &year) && year >= 1 && year <= 9999) {
    *key = CCL_KEY_YEAR;
    first.year = (int)year;
  } else
    return NULL;
  (void)reading;
  return ccl_expr_constant(ccl_type_of(CCL_KIND_DATE), ccl_value_day(ccl_day_from(first)), node->span);
}

static const ccl_expr *read_series(ccl_reading *reading, const ccl_node *node, ccl_definition *definition) {
  ccl_sema *sema = reading->sema;
  if (!ccl_sema_settle(sema, definition, node->span))
    return NULL;
  if (ccl_node_len(node) != 1) {
    ccl_sema_report(sema, &ccl_sema_say_wrong_keys, node->span,
                    CCL_ARGS(definition->symbol.name, CCL_STR("1"), ccl_str_printf("%u", ccl_node_len(node))));
    return NULL;
  }
  const ccl_series *series = sema->series.items[definition->symbol.index];
  const ccl_node *written = ccl_node_at(node, 0);
  ccl_series_key kind = CCL_KEY_DATE;
  if (ccl_is_error(written))
    return NULL;
  const ccl_expr *key = read_span_key(reading, written, series, &kind);
  if (!key)
    key = ccl_read_kind(reading, written, CCL_KIND_DATE);
  else if (series->key_is_known && kind > series->key) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_series_key, written->span, CCL_ARGS(series->name));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, definition->symbol.span, CCL_NO_ARGS);
    return NULL;
  }
  return key ? make(definition, CCL_OP_SERIES, node->span, &key, 1) : NULL;
}

/* ---- Tiers ---- */

static const ccl_expr *read_tiers(ccl_reading *reading, const ccl_node *node, ccl_definition *definition) {
  ccl_sema *sema = reading->sema;
  if (!ccl_sema_settle(sema, definition, node->span))
    return NULL;
  if (ccl_node_len(node) != 1) {
    ccl_sema_report(sema, &ccl_sema_say_wrong_keys, node->span,
                    CCL_ARGS(definition->symbol.name, CCL_STR("1"), ccl_str_printf("%u", ccl_node_len(node))));
    return NULL;
  }
  ccl_type per = ccl_type_number(sema->tiers.items[definition->symbol.index]->per);
  const ccl_expr *quantity = ccl_read_as(reading, ccl_node_at(node, 0), per, false, definition->symbol.span);
  return quantity && is_available(reading, definition, node->span)
             ? make(definition, CCL_OP_TIER_PRICE, node->span, &quantity, 1)
             : NULL;
}

/* ---- Any look-up ---- */

const ccl_expr *ccl_read_lookup(ccl_reading *reading, const ccl_node *node) {
  const ccl_node *name = CCL_GET(node, LOOKUP, NAME);
  bool is_reported;
  if (ccl_is_error(name))
    return NULL;
  if (reading->place->site == CCL_SITE_CONSTANT) {
    (void)ccl_read_contextual(reading, node->span, ccl_str_printf("`%.*s`", (int)name->text.len, name->text.ptr));
    return NULL;
  }
  ccl_definition *definition = ccl_names_find(reading->sema, reading->names, name, false, &is_reported);
  if (!definition) {
    ccl_candidates candidates = { 0 };
    ccl_candidates_of_kinds(
        reading->names,
        ccl_kind_bit(CCL_SYMBOL_GRID) | ccl_kind_bit(CCL_SYMBOL_SERIES) | ccl_kind_bit(CCL_SYMBOL_TIERS), &candidates);
    if (!is_reported)
      ccl_names_unknown(reading->sema, reading->names, &ccl_sema_say_unknown_name, name->text, name->span, &candidates);
    return NULL;
  }
  ccl_names_use(reading->names, definition, name->span);
  switch ((int)definition->symbol.kind) {
  case CCL_SYMBOL_GRID: return read_grid(reading, node, definition);
  case CCL_SYMBOL_SERIES: return read_series(reading, node, definition);
  case CCL_SYMBOL_TIERS: return read_tiers(reading, node, definition);
  default: break;
  }
  ccl_lang lang = ccl_sema_lang(reading->sema, name->span);
  ccl_diag *diag = ccl_sema_report(reading->sema, &ccl_sema_say_no_lookup, name->span,
                                   CCL_ARGS(name->text, ccl_symbol_kind_text(definition->symbol.kind, lang)));
  ccl_diag_note(diag, &ccl_sema_say_declared_here, definition->symbol.span, CCL_NO_ARGS);
  return NULL;
}
