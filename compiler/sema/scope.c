/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names: what one stands for in a file, libraries that declare the same one, misspelt ones and what they may have
 * meant. Which names there are is declare.c's and libraries.c's.
 */
#include "sema/scope.h"

enum { NOTES_OF_ONE_NAME = 20 };

ccl_names *ccl_names_of(const ccl_sema *sema, const ccl_tree *tree) {
  for (size_t i = 1; i < sema->names.len; i++)
    if (sema->names.items[i]->tree == tree || sema->names.items[i]->tree->file == tree->file)
      return sema->names.items[i];
  return sema->names.items[0]; /* the contract, an amendment, or an expression given apart */
}

ccl_lang ccl_sema_lang(const ccl_sema *sema, ccl_span span) {
  return ccl_diags_lang(sema->diags, span);
}

ccl_diag *ccl_sema_report(ccl_sema *sema, const ccl_message *message, ccl_span span, ccl_args args) {
  ccl_diag *diag = ccl_report(sema->diags, message, span, args);
  for (size_t i = 1; i < sema->names.len; i++)
    if (sema->names.items[i]->tree->file == span.file)
      ccl_diag_note(diag, &ccl_sema_say_used_here, sema->names.items[i]->used_at, CCL_NO_ARGS);
  return diag;
}

/* ---- Finding ---- */

static const ccl_map *space(const ccl_names *names, bool holidays) {
  return holidays ? &names->holidays : &names->symbols;
}

static ccl_definition *find_qualified(ccl_sema *sema, ccl_names *names, const ccl_node *name, bool holidays,
                                      bool *is_reported) {
  const ccl_node *qualifier = CCL_GET(name, NAME, QUALIFIER);
  ccl_candidates candidates = { 0 };
  bool is_library = false;
  for (size_t i = 0; i < names->used.len; i++) {
    ccl_names *library = names->used.items[i].names;
    ccl_candidates_add(&candidates, library->name);
    if (!ccl_str_eq(library->name, qualifier->text))
      continue;
    is_library = true;
    ccl_definition *found = ccl_map_find(space(library, holidays), name->text);
    if (found)
      return found;
  }
  if (!is_library) {
    *is_reported = true;
    ccl_names_unknown(sema, names, &ccl_sema_say_unknown_qualifier, qualifier->text, qualifier->span, &candidates);
  }
  return NULL;
}

static ccl_definition *find_in_libraries(ccl_sema *sema, ccl_names *names, const ccl_node *name, bool holidays,
                                         bool *is_reported) {
  ccl_definition *found = NULL;
  const ccl_names *first = NULL;
  for (size_t i = 0; i < names->used.len; i++) {
    const ccl_names *library = names->used.items[i].names;
    ccl_definition *other = ccl_map_find(space(library, holidays), name->text);
    if (!other || other == found)
      continue;
    if (!found) {
      found = other;
      first = library;
      continue;
    }
    *is_reported = true;
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_ambiguous_name, name->span,
                                     CCL_ARGS(name->text, first->name, library->name));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, found->symbol.span, CCL_NO_ARGS);
    ccl_diag_note(diag, &ccl_sema_say_declared_here, other->symbol.span, CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_sema_say_ambiguous_help, CCL_ARGS(first->name, library->name, name->text));
    return NULL;
  }
  return found;
}

ccl_definition *ccl_names_find(ccl_sema *sema, ccl_names *names, const ccl_node *name, bool holidays,
                               bool *is_reported) {
  *is_reported = false;
  if (!ccl_is_error(CCL_GET(name, NAME, QUALIFIER)))
    return find_qualified(sema, names, name, holidays, is_reported);
  ccl_definition *own = ccl_map_find(space(names, holidays), name->text);
  return own ? own : find_in_libraries(sema, names, name, holidays, is_reported);
}

void ccl_names_use(ccl_names *names, ccl_definition *definition, ccl_span span) {
  ccl_vec_push(&definition->symbol.uses, span);
  if (definition->names == names)
    return;
  for (size_t i = 0; i < names->used.len; i++)
    if (names->used.items[i].names == definition->names)
      ccl_vec_push(&names->used.items[i].definition->symbol.uses, span);
}

/* ---- Misspelt names ---- */

void ccl_candidates_add(ccl_candidates *candidates, ccl_str name) {
  ccl_vec_push(&candidates->names, name);
}

static void add_map(const ccl_map *map, unsigned kinds, ccl_candidates *candidates) {
  for (size_t i = 0; i < map->len; i++) {
    const ccl_definition *definition = map->entries[i].value;
    if (kinds & ccl_kind_bit(definition->symbol.kind))
      ccl_candidates_add(candidates, definition->symbol.name);
  }
}

void ccl_candidates_of_kinds(const ccl_names *names, unsigned kinds, ccl_candidates *candidates) {
  add_map(&names->symbols, kinds, candidates);
  add_map(&names->holidays, kinds, candidates);
  for (size_t i = 0; i < names->used.len; i++) {
    add_map(&names->used.items[i].names->symbols, kinds, candidates);
    add_map(&names->used.items[i].names->holidays, kinds, candidates);
  }
}

ccl_str ccl_candidates_nearest(const ccl_candidates *candidates, ccl_str name) {
  ccl_str nearest = { 0 }, folded = ccl_utf8_fold(name);
  size_t length = ccl_utf8_length(name), best = length < 3 ? 2 : length < 6 ? 3 : 4; /* fewer changes than this */
  for (size_t i = 0; i < candidates->names.len; i++) {
    ccl_str other = candidates->names.items[i];
    size_t distance = ccl_str_eq(folded, ccl_utf8_fold(other)) ? 0 : ccl_utf8_distance(name, other, best);
    if (distance < best) {
      best = distance;
      nearest = other;
    }
  }
  return nearest;
}

/* Whether it stands in something that could not be read, and may be declared there. */
static bool is_unread(const ccl_sema *sema, const ccl_names *names, ccl_str name) {
  for (size_t i = 0; i < names->unread.len; i++)
    if (ccl_str_find(ccl_source_text(sema->sources, names->unread.items[i]), name) >= 0)
      return true;
  for (size_t i = 0; i < names->used.len; i++) {
    const ccl_names *library = names->used.items[i].names;
    for (size_t k = 0; k < library->unread.len; k++)
      if (ccl_str_find(ccl_source_text(sema->sources, library->unread.items[k]), name) >= 0)
        return true;
  }
  return false;
}

ccl_diag *ccl_names_unknown(ccl_sema *sema, ccl_names *names, const ccl_message *message, ccl_str name, ccl_span span,
                            const ccl_candidates *candidates) {
  ccl_diag *earlier = ccl_map_find(&names->reported, name);
  if (earlier) {
    if (earlier->notes.len < NOTES_OF_ONE_NAME)
      ccl_diag_note(earlier, &ccl_sema_say_here_too, span, CCL_NO_ARGS);
    return NULL;
  }
  if (names->has_lost_library || is_unread(sema, names, name))
    return NULL;
  ccl_diag *diag = ccl_sema_report(sema, message, span, CCL_ARGS(name));
  ccl_map_put(&names->reported, name, diag);
  ccl_str nearest = ccl_candidates_nearest(candidates, name);
  if (nearest.len > 0)
    ccl_diag_help(diag, &ccl_sema_say_did_you_mean, CCL_ARGS(nearest));
  return diag;
}

/* ---- Kinds ---- */

ccl_str ccl_symbol_kind_text(ccl_symbol_kind kind, ccl_lang lang) {
  static const ccl_message *const texts[] = {
    [CCL_SYMBOL_ACTIVITY] = &ccl_sema_say_an_activity, [CCL_SYMBOL_INPUT] = &ccl_sema_say_an_input,
    [CCL_SYMBOL_SERIES] = &ccl_sema_say_a_series,      [CCL_SYMBOL_PARAMETER] = &ccl_sema_say_a_parameter,
    [CCL_SYMBOL_FUNCTION] = &ccl_sema_say_a_function,  [CCL_SYMBOL_MEASURE] = &ccl_sema_say_a_measure,
    [CCL_SYMBOL_TIERS] = &ccl_sema_say_tiers,          [CCL_SYMBOL_GRID] = &ccl_sema_say_a_grid,
    [CCL_SYMBOL_CALENDAR] = &ccl_sema_say_a_calendar,  [CCL_SYMBOL_PHASE] = &ccl_sema_say_a_phase,
    [CCL_SYMBOL_ARTICLE] = &ccl_sema_say_an_article,   [CCL_SYMBOL_HOLIDAYS] = &ccl_sema_say_holidays,
    [CCL_SYMBOL_UNIT] = &ccl_sema_say_a_unit,          [CCL_SYMBOL_LIBRARY] = &ccl_sema_say_a_library,
  };
  return ccl_message_text(texts[kind], lang, CCL_NO_ARGS);
}

void ccl_sema_wrong_kind(ccl_sema *sema, const ccl_definition *definition, ccl_span span, ccl_symbol_kind wanted) {
  ccl_lang lang = ccl_sema_lang(sema, span);
  ccl_diag *diag =
      ccl_sema_report(sema, &ccl_sema_say_wrong_kind, span,
                      CCL_ARGS(definition->symbol.name, ccl_symbol_kind_text(definition->symbol.kind, lang),
                               ccl_symbol_kind_text(wanted, lang)));
  ccl_diag_note(diag, &ccl_sema_say_declared_here, definition->symbol.span, CCL_NO_ARGS);
}

static ccl_symbol_kind first_kind(unsigned kinds) {
  ccl_symbol_kind kind = CCL_SYMBOL_ACTIVITY;
  while (!(kinds & ccl_kind_bit(kind)))
    kind++;
  return kind;
}

ccl_definition *ccl_sema_definition(ccl_sema *sema, const ccl_tree *tree, const ccl_node *name, unsigned kinds) {
  if (ccl_is_error(name))
    return NULL;
  ccl_names *names = ccl_names_of(sema, tree);
  bool is_reported, holidays = kinds == ccl_kind_bit(CCL_SYMBOL_HOLIDAYS);
  ccl_definition *found = ccl_names_find(sema, names, name, holidays, &is_reported);
  if (!found) {
    ccl_candidates candidates = { 0 };
    ccl_candidates_of_kinds(names, kinds, &candidates);
    if (!is_reported)
      ccl_names_unknown(sema, names, &ccl_sema_say_unknown_name, name->text, name->span, &candidates);
    return NULL;
  }
  ccl_names_use(names, found, name->span);
  if (kinds & ccl_kind_bit(found->symbol.kind))
    return found;
  ccl_sema_wrong_kind(sema, found, name->span, first_kind(kinds));
  return NULL;
}

const ccl_symbol *ccl_sema_find(ccl_sema *sema, const ccl_tree *tree, const ccl_node *name, unsigned kinds) {
  const ccl_definition *found = ccl_sema_definition(sema, tree, name, kinds);
  return found ? &found->symbol : NULL;
}
