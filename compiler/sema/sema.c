/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The order of things: all names first (the contract with its amendments, then each library), then units, then the
 * fields of activities, then every definition is settled. What was made is copied into the plan at the end.
 */
#include "sema/scope.h"

ccl_sema *ccl_sema_new(ccl_sources *sources, ccl_diags *diags, ccl_units *units, const ccl_header *header,
                       const ccl_tree *const *trees, size_t tree_count, ccl_library_loader *load, void *loader) {
  ccl_sema *sema = ccl_new(ccl_sema);
  sema->sources = sources;
  sema->diags = diags;
  sema->units = units;
  sema->header = header;
  sema->trees = trees;
  sema->tree_count = tree_count;
  sema->load = load;
  sema->loader = loader;
  ccl_names *names = ccl_new(ccl_names);
  names->is_main = true;
  names->tree = trees[0];
  ccl_vec_push(&sema->names, names);
  return sema;
}

/* ---- shadowed-library-name: what the contract declares and a library that it uses declares too ---- */

static void warn_shadowed(ccl_sema *sema, const ccl_names *names, const ccl_map *own, bool holidays) {
  for (size_t i = 0; i < own->len; i++) {
    const ccl_definition *mine = own->entries[i].value;
    for (size_t k = 0; k < names->used.len; k++) {
      const ccl_names *library = names->used.items[k].names;
      const ccl_definition *hidden = ccl_map_find(holidays ? &library->holidays : &library->symbols, mine->symbol.name);
      if (!hidden)
        continue;
      ccl_diag *diag = ccl_report(sema->diags, &ccl_sema_say_shadowed, mine->symbol.span,
                                  CCL_ARGS(mine->symbol.name, library->name));
      ccl_diag_note(diag, &ccl_sema_say_hidden_here, hidden->symbol.span, CCL_NO_ARGS);
    }
  }
}

/* ---- Declarations ---- */

static void prepare_activities(ccl_sema *sema) {
  for (size_t i = 0; i < sema->definitions.len; i++) {
    ccl_definition *definition = sema->definitions.items[i];
    if (definition->symbol.kind != CCL_SYMBOL_ACTIVITY)
      continue;
    const ccl_node *unit = CCL_GET(definition->symbol.node, ACTIVITY, UNIT);
    const ccl_unit *row =
        ccl_is_error(unit) ? NULL : ccl_sema_row_unit(sema, definition->names, definition->symbol.tree, unit);
    sema->activities.items[definition->symbol.index]->unit = row ? row : ccl_unit_number(sema->units);
    definition->symbol.is_broken = !row;
  }
  for (size_t i = 0; i < sema->definitions.len; i++)
    if (sema->definitions.items[i]->symbol.kind == CCL_SYMBOL_ACTIVITY)
      ccl_sema_prepare_activity(sema, sema->definitions.items[i]);
  ccl_sema_prepare_times(sema);
}

void ccl_sema_declarations(ccl_sema *sema) {
  ccl_names *names = sema->names.items[0];
  size_t libraries = 1; /* those before are declared; they grow while libraries use others */
  for (size_t i = 0; i < sema->tree_count; i++) {
    ccl_sema_declare(sema, names, sema->trees[i]);
    for (; libraries < sema->names.len; libraries++)
      ccl_sema_declare(sema, sema->names.items[libraries], sema->names.items[libraries]->tree);
  }
  warn_shadowed(sema, names, &names->symbols, false);
  warn_shadowed(sema, names, &names->holidays, true);
  prepare_activities(sema);
  for (size_t i = 0; i < sema->definitions.len; i++)
    (void)ccl_sema_settle(sema, sema->definitions.items[i], sema->definitions.items[i]->symbol.span);
  ccl_sema_check_prose(sema);
}

/* ---- What was made ---- */

const ccl_phase *ccl_sema_phase(const ccl_sema *sema, const ccl_symbol *symbol) {
  return symbol->kind == CCL_SYMBOL_PHASE && !symbol->is_broken ? sema->phases.items[symbol->index] : NULL;
}

size_t ccl_sema_symbols(const ccl_sema *sema, const ccl_symbol *const **symbols) {
  *symbols = sema->symbols.items;
  return sema->symbols.len;
}

size_t ccl_sema_replacements(const ccl_sema *sema, const ccl_replacement **replacements) {
  *replacements = sema->replacements.items;
  return sema->replacements.len;
}

const ccl_activity *ccl_sema_activity(const ccl_sema *sema, uint32_t index) {
  return index < sema->activities.len ? sema->activities.items[index] : NULL;
}

const ccl_tiers *ccl_sema_tiers(const ccl_sema *sema, uint32_t index) {
  return index < sema->tiers.len ? sema->tiers.items[index] : NULL;
}

const ccl_query *ccl_sema_query(const ccl_sema *sema, uint32_t index) {
  return index < sema->queries.len ? sema->queries.items[index] : NULL;
}

const ccl_measure *ccl_sema_measure(const ccl_sema *sema, uint32_t index) {
  return index < sema->measures.len ? sema->measures.items[index] : NULL;
}

/* Copies what a list of pointers points to into an array of the plan. */
#define COPY(list, type, field)                                                                                        \
  do {                                                                                                                 \
    type *items = ccl_new_array(type, sema->list.len);                                                                 \
    for (size_t i = 0; i < sema->list.len; i++)                                                                        \
      items[i] = *sema->list.items[i];                                                                                 \
    plan->field = items;                                                                                               \
    plan->field##_count = sema->list.len;                                                                              \
  } while (0)

void ccl_sema_finish(ccl_sema *sema, ccl_plan *plan) {
  plan->units = sema->units;
  plan->choices = sema->choices.items;
  plan->choices_count = sema->choices.len;
  plan->dims = sema->dims.items;
  plan->dims_count = sema->dims.len;
  COPY(activities, ccl_activity, activities);
  COPY(queries, ccl_query, queries);
  COPY(inputs, ccl_input, inputs);
  COPY(series, ccl_series, series);
  COPY(parameters, ccl_parameter, parameters);
  COPY(functions, ccl_function, functions);
  COPY(measures, ccl_measure, measures);
  COPY(tiers, ccl_tiers, tiers);
  COPY(grids, ccl_grid, grids);
  COPY(calendars, ccl_band_calendar, calendars);
  COPY(holidays, ccl_holidays, holidays);
  COPY(article_names, ccl_article_name, article_names);
}
