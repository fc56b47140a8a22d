/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Units (clauses 1.6, 2): what a UNIT of the tree means, which counting units a file knows, and how often an amount
 * recurs by the unit in which it is written. The units of time, the currencies and the arithmetic of units are
 * value/unit.h's.
 */
#include "sema/scope.h"

/* ---- Declared ---- */

static bool is_counting(const ccl_unit *unit) {
  return unit && unit->factor_count == 1 && unit->factors[0].base->kind == CCL_BASE_COUNT;
}

/* A time, a currency, a percentage: names that no counting unit may bear. */
static bool is_taken(ccl_sema *sema, const ccl_tree *tree, ccl_str name) {
  const ccl_unit *unit = ccl_unit_atom(sema->units, name, tree->lang);
  return unit && !is_counting(unit);
}

static ccl_definition *add_unit(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node,
                                const ccl_node *name, ccl_str plural) {
  if (is_taken(sema, tree, name->text)) {
    ccl_sema_report(sema, &ccl_sema_say_unit_taken, name->span, CCL_ARGS(name->text));
    return NULL;
  }
  (void)ccl_units_count_unit(sema->units, name->text, plural);
  ccl_definition *definition = ccl_new(ccl_definition);
  definition->symbol = (ccl_symbol){
    .kind = CCL_SYMBOL_UNIT, .name = name->text, .node = node, .tree = tree, .span = name->span, .index = CCL_NONE
  };
  definition->names = names;
  return definition;
}

void ccl_sema_declare_unit(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node) {
  const ccl_node *name = CCL_GET(node, UNIT_DECLARATION, NAME), *plural = CCL_GET(node, UNIT_DECLARATION, PLURAL);
  if (ccl_is_error(name))
    return;
  const ccl_definition *earlier = ccl_map_find(&names->units, name->text);
  if (earlier && earlier->symbol.node->kind == CCL_NODE_UNIT_DECLARATION) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_declared_twice, name->span, CCL_ARGS(name->text));
    ccl_diag_note(diag, &ccl_sema_say_first_declared, earlier->symbol.span, CCL_NO_ARGS);
    return;
  }
  ccl_definition *definition =
      add_unit(sema, names, tree, node, name, ccl_is_error(plural) ? CCL_STR("") : plural->text);
  if (!definition)
    return;
  ccl_map_put(&names->units, name->text, definition);
  ccl_vec_push(&sema->symbols, &definition->symbol);
}

const ccl_unit *ccl_sema_row_unit(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *name) {
  ccl_definition *earlier = ccl_map_find(&names->units, name->text);
  if (earlier)
    ccl_vec_push(&earlier->symbol.uses, name->span);
  else {
    ccl_definition *definition = add_unit(sema, names, tree, name, name, CCL_STR(""));
    if (!definition)
      return NULL;
    ccl_map_put(&names->units, name->text, definition);
  }
  return ccl_unit_of_base(sema->units, ccl_units_count_unit(sema->units, name->text, CCL_STR("")));
}

/* The declaration of a counting unit as that file sees it: its own, or of a library that it uses, directly or not. */
static ccl_definition *find_unit(ccl_names *names, ccl_str name) {
  ccl_definition *found = ccl_map_find(&names->units, name);
  if (found || names->is_marked)
    return found;
  names->is_marked = true;
  for (size_t i = 0; i < names->used.len && !found; i++)
    found = find_unit(names->used.items[i].names, name);
  names->is_marked = false;
  return found;
}

/* ---- Written ---- */

static void add_unit_names(const ccl_sema *sema, ccl_names *names, ccl_lang lang, ccl_candidates *candidates) {
  for (size_t i = 0; i < sema->units->bases.len; i++) {
    const ccl_base_unit *base = sema->units->bases.items[i];
    if (base->kind != CCL_BASE_COUNT || find_unit(names, base->name)) {
      ccl_candidates_add(candidates, base->name);
      if (base->plural.len > 0)
        ccl_candidates_add(candidates, base->plural);
    }
  }
  static const char *const times[][2] = { { "hour", "heure" },        { "minute", "minute" }, { "second", "seconde" },
                                          { "day", "jour" },          { "week", "semaine" },  { "month", "mois" },
                                          { "quarter", "trimestre" }, { "year", "année" } };
  for (size_t i = 0; i < sizeof times / sizeof times[0]; i++)
    ccl_candidates_add(candidates, ccl_str_from(times[i][lang]));
}

static void report_unknown(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *atom) {
  ccl_candidates candidates = { 0 };
  add_unit_names(sema, names, tree->lang, &candidates);
  ccl_diag *diag = ccl_names_unknown(sema, names, &ccl_sema_say_unknown_unit, atom->text, atom->span, &candidates);
  if (!diag)
    return;
  const ccl_unit *translated =
      ccl_unit_atom(sema->units, atom->text, tree->lang == CCL_LANG_FR ? CCL_LANG_EN : CCL_LANG_FR);
  if (translated && !is_counting(translated))
    ccl_diag_help(diag, &ccl_sema_say_unit_other_language, CCL_ARGS(ccl_unit_text(translated, tree->lang, false)));
  else if (diag->help.len == 0)
    ccl_diag_help(diag, &ccl_sema_say_unit_help, CCL_ARGS(atom->text));
}

bool ccl_unit_is_contract(const ccl_base_unit *base) {
  return base->kind == CCL_BASE_COUNT && (ccl_str_is(base->name, "contract") || ccl_str_is(base->name, "contrat"));
}

/* `contract`, `contrat`: a counting unit of the language (per contract, 6.4), when nothing else is declared so. */
static const ccl_unit *contract_unit(ccl_sema *sema, const ccl_tree *tree, ccl_str name) {
  bool is_contract = tree->lang == CCL_LANG_FR ? ccl_str_is(name, "contrat") || ccl_str_is(name, "contrats")
                                               : ccl_str_is(name, "contract") || ccl_str_is(name, "contracts");
  if (!is_contract)
    return NULL;
  ccl_str singular = tree->lang == CCL_LANG_FR ? CCL_STR("contrat") : CCL_STR("contract");
  return ccl_unit_of_base(sema->units, ccl_units_count_unit(sema->units, singular, CCL_STR("")));
}

static const ccl_unit *named_atom(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *atom) {
  const ccl_node *qualifier = CCL_GET(atom, NAME, QUALIFIER);
  if (!ccl_is_error(qualifier)) {
    ccl_candidates candidates = { 0 };
    ccl_names *library = NULL;
    for (size_t i = 0; i < names->used.len; i++) {
      ccl_candidates_add(&candidates, names->used.items[i].names->name);
      if (ccl_str_eq(names->used.items[i].names->name, qualifier->text))
        library = names->used.items[i].names;
    }
    if (!library) {
      ccl_names_unknown(sema, names, &ccl_sema_say_unknown_qualifier, qualifier->text, qualifier->span, &candidates);
      return NULL;
    }
  }
  const ccl_unit *unit = ccl_unit_atom(sema->units, atom->text, tree->lang);
  if (is_counting(unit)) {
    ccl_definition *declared = find_unit(names, unit->factors[0].base->name);
    bool is_language = ccl_str_is(unit->factors[0].base->name, "period");
    if (declared)
      ccl_names_use(names, declared, atom->span);
    else if (!is_language)
      unit = NULL;
  }
  if (!unit)
    unit = contract_unit(sema, tree, atom->text);
  if (!unit)
    report_unknown(sema, names, tree, atom);
  return unit;
}

const ccl_unit *ccl_sema_unit(ccl_sema *sema, const ccl_tree *tree, const ccl_node *node) {
  if (ccl_is_error(node))
    return NULL;
  ccl_names *names = ccl_names_of(sema, tree);
  const ccl_unit *unit = ccl_unit_number(sema->units);
  bool is_known = true;
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *atom = ccl_node_at(node, i);
    const ccl_unit *factor = ccl_is_error(atom)                ? NULL
                             : atom->kind == CCL_NODE_PERCENT  ? ccl_unit_percent(sema->units)
                             : atom->kind == CCL_NODE_UNITLESS ? ccl_unit_number(sema->units)
                                                               : named_atom(sema, names, tree, atom);
    if (!factor)
      is_known = false;
    else if (is_known)
      unit = i == 0 ? factor : ccl_unit_quotient(sema->units, unit, factor);
  }
  if (is_known && ccl_unit_is_extreme(unit)) {
    ccl_sema_report(sema, &ccl_sema_say_unit_power, node->span, CCL_NO_ARGS);
    return NULL;
  }
  return is_known ? unit : NULL;
}

/* ---- Amounts ---- */

/* The factor that divides by a day or a month, in the unit written: the month of EUR per month. */
static const ccl_unit_factor *time_below(const ccl_unit *unit) {
  for (size_t i = 0; i < unit->factor_count; i++) {
    const ccl_unit_factor *factor = &unit->factors[i];
    if (factor->power == -1 && (factor->base->kind == CCL_BASE_DAY || factor->base->kind == CCL_BASE_MONTH))
      return factor;
  }
  return NULL;
}

bool ccl_sema_recurrence(ccl_sema *sema, const ccl_type *type, ccl_recurrence *recurrence) {
  (void)sema;
  const ccl_unit_factor *factor = type->kind == CCL_KIND_NUMBER ? time_below(type->unit) : NULL;
  if (!factor)
    return false;
  int64_t scale = 1;
  (void)ccl_rat_to_int(factor->scale, &scale);
  if (factor->base->kind == CCL_BASE_DAY)
    *recurrence = scale == 7 ? CCL_PER_WEEK : CCL_PER_DAY;
  else
    *recurrence = scale == 12 ? CCL_PER_YEAR : scale == 3 ? CCL_PER_QUARTER : CCL_PER_MONTH;
  return true;
}

ccl_cycle_unit ccl_sema_amount_window(const ccl_type *type) {
  if (type->kind != CCL_KIND_NUMBER)
    return CCL_CYCLE_PERIOD;
  for (size_t i = 0; i < type->unit->factor_count; i++)
    if (type->unit->factors[i].power == -1 && ccl_unit_is_contract(type->unit->factors[i].base))
      return CCL_CYCLE_CONTRACT;
  ccl_recurrence recurrence;
  if (!ccl_sema_recurrence(NULL, type, &recurrence))
    return CCL_CYCLE_PERIOD;
  switch (recurrence) {
  case CCL_PER_DAY: return CCL_CYCLE_DAY;
  case CCL_PER_WEEK: return CCL_CYCLE_WEEK;
  case CCL_PER_MONTH: return CCL_CYCLE_MONTH;
  case CCL_PER_QUARTER: return CCL_CYCLE_QUARTER;
  case CCL_PER_YEAR: return CCL_CYCLE_YEAR;
  }
  CCL_BUG("a recurrence of no kind");
}
