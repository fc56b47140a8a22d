/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which names there are: walks the declarations of a file and of its amendments (clauses 3, 4, 8), gives each
 * definition its place in the plan's arrays, and finds names declared twice and amendments of what is not there. What
 * the declarations say is settled later (circle.c).
 */
#include "sema/scope.h"

ccl_day ccl_sema_date(const ccl_node *date) {
  ccl_ymd day = { date->value.year, date->value.month, date->value.day };
  return ccl_ymd_is_valid(day) ? ccl_day_from(day) : CCL_DAY_MIN;
}

ccl_day ccl_sema_effective(const ccl_tree *tree) {
  if (tree->root->kind != CCL_NODE_AMENDMENT || ccl_is_error(CCL_GET(tree->root, AMENDMENT, EFFECTIVE)))
    return CCL_DAY_MIN;
  const ccl_node *date = CCL_GET(CCL_GET(tree->root, AMENDMENT, EFFECTIVE), EFFECTIVE, DATE);
  return ccl_is_error(date) ? CCL_DAY_MIN : ccl_sema_date(date);
}

ccl_days ccl_sema_longest(const ccl_sema *sema) {
  ccl_days days = sema->header->cycle.contract;
  for (size_t i = 1; i < sema->tree_count; i++)
    for (uint32_t k = 0; k < ccl_node_len(sema->trees[i]->root); k++)
      if (ccl_node_at(sema->trees[i]->root, k)->kind == CCL_NODE_TERMINATE)
        days.to = CCL_DAY_MAX;
  return days;
}

/* ---- Kinds of declarations ---- */

/* The name of a declaration and its kind; NULL when the node declares no symbol. */
static const ccl_node *declared_name(const ccl_node *node, ccl_symbol_kind *kind) {
  static const struct {
    ccl_node_kind node;
    unsigned slot;
    ccl_symbol_kind kind;
  } declarations[] = {
    { CCL_NODE_ACTIVITY, CCL_SLOT_ACTIVITY_NAME, CCL_SYMBOL_ACTIVITY },
    { CCL_NODE_INPUT, CCL_SLOT_INPUT_NAME, CCL_SYMBOL_INPUT },
    { CCL_NODE_SERIES, CCL_SLOT_SERIES_NAME, CCL_SYMBOL_SERIES },
    { CCL_NODE_PARAMETER, CCL_SLOT_PARAMETER_NAME, CCL_SYMBOL_PARAMETER },
    { CCL_NODE_DEFINE, CCL_SLOT_DEFINE_NAME, CCL_SYMBOL_FUNCTION },
    { CCL_NODE_MEASURE, CCL_SLOT_MEASURE_NAME, CCL_SYMBOL_MEASURE },
    { CCL_NODE_TIERS, CCL_SLOT_TIERS_NAME, CCL_SYMBOL_TIERS },
    { CCL_NODE_GRID, CCL_SLOT_GRID_NAME, CCL_SYMBOL_GRID },
    { CCL_NODE_CALENDAR, CCL_SLOT_CALENDAR_NAME, CCL_SYMBOL_CALENDAR },
    { CCL_NODE_PHASE, CCL_SLOT_PHASE_NAME, CCL_SYMBOL_PHASE },
    { CCL_NODE_ARTICLE, CCL_SLOT_ARTICLE_NAME, CCL_SYMBOL_ARTICLE },
    { CCL_NODE_HOLIDAYS, CCL_SLOT_HOLIDAYS_NAME, CCL_SYMBOL_HOLIDAYS },
  };
  for (size_t i = 0; i < sizeof declarations / sizeof declarations[0]; i++)
    if (declarations[i].node == node->kind) {
      *kind = declarations[i].kind;
      return ccl_node_get(node, declarations[i].slot);
    }
  return NULL;
}

/* A new element of an array of the plan; its index. */
#define ADD(list, type) (ccl_vec_push(&sema->list, ccl_new(type)), (uint32_t)(sema->list.len - 1))

static uint32_t place_in_plan(ccl_sema *sema, ccl_definition *definition) {
  switch ((int)definition->symbol.kind) {
  case CCL_SYMBOL_ACTIVITY: return ADD(activities, ccl_activity);
  case CCL_SYMBOL_INPUT: return ADD(inputs, ccl_input);
  case CCL_SYMBOL_SERIES: return ADD(series, ccl_series);
  case CCL_SYMBOL_PARAMETER: return ADD(parameters, ccl_parameter);
  case CCL_SYMBOL_FUNCTION: ccl_vec_push(&sema->function_definitions, definition); return ADD(functions, ccl_function);
  case CCL_SYMBOL_MEASURE: return ADD(measures, ccl_measure);
  case CCL_SYMBOL_TIERS: ccl_vec_push(&sema->tiers_definitions, definition); return ADD(tiers, ccl_tiers);
  case CCL_SYMBOL_GRID:
    ccl_vec_push(&sema->grid_definitions, definition);
    ccl_vec_push(&sema->grid_shapes, ccl_new(ccl_grid_shape));
    return ADD(grids, ccl_grid);
  case CCL_SYMBOL_CALENDAR: return ADD(calendars, ccl_band_calendar);
  case CCL_SYMBOL_PHASE: return ADD(phases, ccl_phase);
  case CCL_SYMBOL_ARTICLE: return ADD(article_names, ccl_article_name);
  case CCL_SYMBOL_HOLIDAYS: return ADD(holidays, ccl_holidays);
  default: return CCL_NONE;
  }
}

static ccl_definition *new_definition(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node,
                                      const ccl_node *name, ccl_symbol_kind kind) {
  ccl_definition *definition = ccl_new(ccl_definition);
  definition->symbol = (ccl_symbol){ .kind = kind, .name = name->text, .node = node, .tree = tree, .span = name->span };
  definition->names = names;
  definition->type = (ccl_type){ CCL_KIND_NUMBER, ccl_unit_number(sema->units) };
  definition->symbol.index = place_in_plan(sema, definition);
  if (kind == CCL_SYMBOL_ARTICLE)
    sema->article_names.items[definition->symbol.index]->name = name->text;
  ccl_vec_push(&sema->definitions, definition);
  return definition;
}

static void report_twice(ccl_sema *sema, const ccl_definition *earlier, ccl_str name, ccl_span span) {
  ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_declared_twice, span, CCL_ARGS(name));
  ccl_diag_note(diag, &ccl_sema_say_first_declared, earlier->symbol.span, CCL_NO_ARGS);
}

static void declare(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node) {
  ccl_symbol_kind kind;
  const ccl_node *name = declared_name(node, &kind);
  if (ccl_is_error(name))
    return;
  ccl_map *space = kind == CCL_SYMBOL_HOLIDAYS ? &names->holidays : &names->symbols;
  const ccl_definition *earlier = ccl_map_find(space, name->text);
  ccl_definition *definition = new_definition(sema, names, tree, node, name, kind);
  if (earlier) {
    report_twice(sema, earlier, name->text, name->span);
    return;
  }
  ccl_map_put(space, name->text, definition);
  ccl_vec_push(&sema->symbols, &definition->symbol);
}

/* ---- Amendments (clause 8) ---- */

/* What an amendment names, in the contract or in a library that it uses. NULL: reported. */
static ccl_definition *target(ccl_sema *sema, ccl_names *names, const ccl_node *name, ccl_symbol_kind kind) {
  bool is_reported;
  ccl_definition *found = ccl_names_find(sema, names, name, false, &is_reported);
  if ((found && found->symbol.kind == kind) || is_reported)
    return found;
  ccl_lang lang = ccl_sema_lang(sema, name->span);
  ccl_str wanted = ccl_symbol_kind_text(kind, lang);
  if (found) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_amends_other, name->span,
                                     CCL_ARGS(name->text, ccl_symbol_kind_text(found->symbol.kind, lang), wanted));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, found->symbol.span, CCL_NO_ARGS);
    return NULL;
  }
  ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_amends_nothing, name->span, CCL_ARGS(name->text, wanted));
  ccl_candidates candidates = { 0 };
  ccl_candidates_of_kinds(names, ccl_kind_bit(kind), &candidates);
  ccl_str nearest = ccl_candidates_nearest(&candidates, name->text);
  if (nearest.len > 0)
    ccl_diag_help(diag, &ccl_sema_say_did_you_mean, CCL_ARGS(nearest));
  return NULL;
}

static void declare_replacement(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node) {
  ccl_symbol_kind kind;
  const ccl_node *name = ccl_is_error(node) ? NULL : declared_name(node, &kind);
  if (ccl_is_error(name))
    return;
  bool may_be_replaced = kind == CCL_SYMBOL_MEASURE || kind == CCL_SYMBOL_TIERS || kind == CCL_SYMBOL_GRID ||
                         kind == CCL_SYMBOL_CALENDAR || kind == CCL_SYMBOL_ARTICLE; /* else it was said when it was read */
  ccl_definition *replaced = may_be_replaced ? target(sema, names, name, kind) : NULL;
  if (!replaced || kind == CCL_SYMBOL_ARTICLE)
    return;
  ccl_definition *definition = new_definition(sema, names, tree, node, name, kind);
  definition->from = ccl_sema_effective(tree);
  ccl_vec_push(&replaced->replaced_by, definition);
  ccl_replacement replacement = { kind, replaced->symbol.index, definition->symbol.index, ccl_sema_effective(tree),
                                  name->span };
  ccl_vec_push(&sema->replacements, replacement);
}

static void declare_change(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node) {
  const ccl_node *name = CCL_GET(node, SET, NAME), *value = CCL_GET(node, SET, VALUE);
  if (ccl_is_error(name))
    return;
  ccl_definition *parameter = target(sema, names, name, CCL_SYMBOL_PARAMETER);
  if (!parameter || ccl_is_error(value))
    return;
  ccl_change change = { ccl_sema_effective(tree), value, tree };
  ccl_vec_push(&parameter->changes, change);
}

/* ---- Files ---- */

/* Where nothing could be read: what is named nowhere else may have been declared there. */
static void note_unread(ccl_names *names, const ccl_node *node) {
  if (!node)
    return;
  if (node->kind == CCL_NODE_ERROR)
    ccl_vec_push(&names->unread, node->span);
  for (uint32_t i = 0; i < node->count; i++)
    note_unread(names, node->items[i]);
}

static void declare_item(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node) {
  switch ((int)node->kind) {
  case CCL_NODE_USE: ccl_sema_use(sema, names, tree, node); break;
  case CCL_NODE_UNIT_DECLARATION: ccl_sema_declare_unit(sema, names, tree, node); break;
  case CCL_NODE_REPLACE: declare_replacement(sema, names, tree, CCL_GET(node, REPLACE, DECLARATION)); break;
  case CCL_NODE_SET: declare_change(sema, names, tree, node); break;
  case CCL_NODE_REMOVE:
    if (!ccl_is_error(CCL_GET(node, REMOVE, NAME)))
      (void)target(sema, names, CCL_GET(node, REMOVE, NAME), CCL_SYMBOL_ARTICLE);
    break;
  case CCL_NODE_ADD:
    if (!ccl_is_error(CCL_GET(node, ADD, DECLARATION)))
      declare_item(sema, names, tree, CCL_GET(node, ADD, DECLARATION));
    break;
  default: declare(sema, names, tree, node); break;
  }
}

void ccl_sema_declare(ccl_sema *sema, ccl_names *names, const ccl_tree *tree) {
  note_unread(names, tree->root);
  if (tree->root->kind == CCL_NODE_ERROR)
    return;
  for (uint32_t i = 0; i < ccl_node_len(tree->root); i++)
    declare_item(sema, names, tree, ccl_node_at(tree->root, i));
}
