/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds the names of a tree that belong to the language and says how the other language spells them. Scopes are
 * judged by place: a field counts where rows or choices are looked at, what `define` takes inside it, everything else
 * in the whole file. Layout and keywords are the formatter's (syntax/format.h).
 */
#include "sema/translate.h"

#include "base/map.h"
#include "sema/builtins.h"
#include "syntax/format.h"
#include "syntax/keywords.h"
#include "value/unit.h"

/* What is declared, by name: the NAME node. */
typedef struct declared {
  ccl_map figures; /* what a value may name anywhere */
  ccl_map callables; /* functions and calendars */
  ccl_map fields; /* fields, choices and bands */
  ccl_map units;
} declared;

typedef struct translator {
  ccl_lang from, to;
  ccl_units *units; /* those of the language */
  declared known;
  CCL_VEC(ccl_respelling) names;
  ccl_translation result;
} translator;

/* Where a node stands. */
typedef struct place {
  const ccl_node *define; /* inside it */
  bool among_rows; /* fields and choices may be named */
} place;

/* ---- What is declared ---- */

static void declare(ccl_map *map, const ccl_node *name) {
  if (name && name->kind == CCL_NODE_NAME)
    ccl_map_put(map, name->text, (void *)name);
}

static void declare_node(declared *known, const ccl_node *node) {
  switch ((int)node->kind) {
  case CCL_NODE_ACTIVITY:
    declare(&known->figures, ccl_node_get(node, CCL_SLOT_ACTIVITY_NAME));
    declare(&known->units, ccl_node_get(node, CCL_SLOT_ACTIVITY_UNIT));
    break;
  case CCL_NODE_UNIT_DECLARATION:
    declare(&known->units, ccl_node_get(node, CCL_SLOT_UNIT_DECLARATION_NAME));
    declare(&known->units, ccl_node_get(node, CCL_SLOT_UNIT_DECLARATION_PLURAL));
    break;
  case CCL_NODE_FIELD: declare(&known->fields, ccl_node_get(node, CCL_SLOT_FIELD_NAME)); break;
  case CCL_NODE_DERIVE: declare(&known->fields, ccl_node_get(node, CCL_SLOT_DERIVE_NAME)); break;
  case CCL_NODE_BAND: declare(&known->fields, ccl_node_get(node, CCL_SLOT_BAND_NAME)); break;
  case CCL_NODE_TYPE:
    for (uint32_t i = 0; i < ccl_node_len(node); i++)
      declare(&known->fields, ccl_node_at(node, i));
    break;
  case CCL_NODE_DEFINE:
    declare(&known->figures, ccl_node_get(node, CCL_SLOT_DEFINE_NAME));
    declare(&known->callables, ccl_node_get(node, CCL_SLOT_DEFINE_NAME));
    break;
  case CCL_NODE_CALENDAR:
    declare(&known->figures, ccl_node_get(node, CCL_SLOT_CALENDAR_NAME));
    declare(&known->callables, ccl_node_get(node, CCL_SLOT_CALENDAR_NAME));
    break;
  case CCL_NODE_INPUT: declare(&known->figures, ccl_node_get(node, CCL_SLOT_INPUT_NAME)); break;
  case CCL_NODE_SERIES: declare(&known->figures, ccl_node_get(node, CCL_SLOT_SERIES_NAME)); break;
  case CCL_NODE_PARAMETER: declare(&known->figures, ccl_node_get(node, CCL_SLOT_PARAMETER_NAME)); break;
  case CCL_NODE_MEASURE: declare(&known->figures, ccl_node_get(node, CCL_SLOT_MEASURE_NAME)); break;
  case CCL_NODE_TIERS: declare(&known->figures, ccl_node_get(node, CCL_SLOT_TIERS_NAME)); break;
  case CCL_NODE_GRID: declare(&known->figures, ccl_node_get(node, CCL_SLOT_GRID_NAME)); break;
  case CCL_NODE_PHASE: declare(&known->figures, ccl_node_get(node, CCL_SLOT_PHASE_NAME)); break;
  case CCL_NODE_ARTICLE: declare(&known->figures, ccl_node_get(node, CCL_SLOT_ARTICLE_NAME)); break;
  default: break;
  }
  for (uint32_t i = 0; i < node->count; i++)
    if (node->items[i])
      declare_node(known, node->items[i]);
}

static const ccl_node *taken(const ccl_node *define, ccl_str name) {
  for (uint32_t i = 0; define && i < ccl_node_len(define); i++) {
    const ccl_node *each = ccl_node_get(ccl_node_at(define, i), CCL_SLOT_TAKES_NAME);
    if (ccl_str_eq(each->text, name))
      return each;
  }
  return NULL;
}

/* The declaration that a value of this name means there, or NULL. */
static const ccl_node *find_figure(const translator *t, ccl_str name, place where) {
  const ccl_node *found = taken(where.define, name);
  if (!found && where.among_rows)
    found = ccl_map_find(&t->known.fields, name);
  return found ? found : ccl_map_find(&t->known.figures, name);
}

/* ---- Names ---- */

static void respell(translator *t, const ccl_node *name, ccl_str text) {
  ccl_respelling respelling = { name->span.start, text };
  if (!ccl_str_eq(name->text, text))
    ccl_vec_push(&t->names, respelling);
}

static void clash(translator *t, const ccl_node *declaration) {
  for (size_t i = 0; i < t->result.clashes.len; i++)
    if (t->result.clashes.items[i] == declaration)
      return;
  ccl_vec_push(&t->result.clashes, declaration);
}

static void translate_builtin(translator *t, const ccl_node *name, ccl_builtin builtin, const ccl_node *in_the_way) {
  if (in_the_way)
    clash(t, in_the_way);
  respell(t, name, ccl_builtin_name(builtin, t->to));
}

static void translate_value(translator *t, const ccl_node *name, place where) {
  ccl_builtin found = ccl_builtin_find(CCL_BUILTIN_CONSTANT, name->text, t->from);
  if (found != CCL_BUILTIN_NONE && !find_figure(t, name->text, where))
    translate_builtin(t, name, found, find_figure(t, ccl_builtin_name(found, t->to), where));
}

static void translate_call(translator *t, const ccl_node *name) {
  ccl_builtin found = ccl_builtin_find(CCL_BUILTIN_FUNCTION, name->text, t->from);
  if (found != CCL_BUILTIN_NONE && !ccl_map_find(&t->known.callables, name->text))
    translate_builtin(t, name, found, ccl_map_find(&t->known.callables, ccl_builtin_name(found, t->to)));
}

static void translate_activity(translator *t, const ccl_node *name) {
  ccl_builtin found = ccl_builtin_find(CCL_BUILTIN_ACTIVITY, name->text, t->from);
  if (found != CCL_BUILTIN_NONE && !ccl_map_find(&t->known.figures, name->text))
    translate_builtin(t, name, found, ccl_map_find(&t->known.figures, ccl_builtin_name(found, t->to)));
}

/* ---- Units ---- */

static ccl_str singular(const ccl_unit *unit, ccl_lang lang) {
  return lang == CCL_LANG_FR ? unit->factors[0].fr : unit->factors[0].en;
}

/* A spelling of a unit that the contract declares: the name, its plural, or the name with a final s. */
static bool is_declared_unit(const translator *t, ccl_str name) {
  if (ccl_map_find(&t->known.units, name))
    return true;
  return ccl_str_ends(name, CCL_STR("s")) && ccl_map_find(&t->known.units, ccl_str_sub(name, 0, name.len - 1));
}

/* `several`: where the spelling itself does not tell (mois), whether more than one is meant. */
static void translate_unit(translator *t, const ccl_node *name, bool several) {
  ccl_str text = name->text;
  if (is_declared_unit(t, text))
    return;
  const ccl_unit *unit = ccl_unit_atom(t->units, text, t->from);
  if (!unit) {
    if (ccl_str_eq(text, ccl_choice_text(CCL_CHOICE_COUNTED, CCL_WORD_CONTRACT, t->from)))
      respell(t, name, ccl_choice_text(CCL_CHOICE_COUNTED, CCL_WORD_CONTRACT, t->to));
    return;
  }
  if (unit->factor_count != 1 || ccl_unit_atom(t->units, text, t->to) == unit)
    return; /* %, points, currencies, s, min, h */
  ccl_str own = singular(unit, t->from), other = singular(unit, t->to);
  bool plural = ccl_str_ends(text, CCL_STR("s")) && (!ccl_str_eq(text, own) || several);
  respell(t, name,
          plural && !ccl_str_ends(other, CCL_STR("s")) ? ccl_str_printf("%.*ss", (int)other.len, other.ptr) : other);
}

static void translate_units(translator *t, const ccl_node *unit, const ccl_node *parent) {
  bool several = parent->kind == CCL_NODE_CONVERT || parent->kind == CCL_NODE_RECKON;
  if (parent->kind == CCL_NODE_QUANTITY)
    several = !ccl_str_is(ccl_node_get(parent, CCL_SLOT_QUANTITY_NUMBER)->text, "1");
  for (uint32_t i = 0; i < ccl_node_len(unit); i++) {
    const ccl_node *atom = ccl_node_at(unit, i);
    if (atom->kind == CCL_NODE_NAME && !ccl_node_get(atom, CCL_SLOT_NAME_QUALIFIER))
      translate_unit(t, atom, several && i == 0);
  }
}

/* ---- All ---- */

/* Nodes whose lists name what is declared, and nodes with such a slot. */
static bool names_only(const ccl_node *parent, uint32_t index) {
  static const struct {
    ccl_node_kind kind;
    int slot; /* -1: the list */
  } rows[] = {
    { CCL_NODE_BASE, -1 },
    { CCL_NODE_BASE_ALL, -1 },
    { CCL_NODE_CAP, -1 },
    { CCL_NODE_MINIMUM, -1 },
    { CCL_NODE_OVERRIDES, -1 },
    { CCL_NODE_FOR_EACH, -1 },
    { CCL_NODE_TYPE, -1 },
    { CCL_NODE_PROSE, -1 },
    { CCL_NODE_CHARGE, CCL_SLOT_CHARGE_BY },
    { CCL_NODE_GRID, CCL_SLOT_GRID_DIMENSIONS },
    { CCL_NODE_AGGREGATE, CCL_SLOT_AGGREGATE_SPLIT },
    { CCL_NODE_SOURCE, CCL_SLOT_SOURCE_DATED_BY },
    { CCL_NODE_LOOKUP, CCL_SLOT_LOOKUP_NAME },
    { CCL_NODE_SET, CCL_SLOT_SET_NAME },
    { CCL_NODE_DERIVE, CCL_SLOT_DERIVE_NAME },
    { CCL_NODE_INPUT, CCL_SLOT_INPUT_NAME },
    { CCL_NODE_PARAMETER, CCL_SLOT_PARAMETER_NAME },
    { CCL_NODE_DEFINE, CCL_SLOT_DEFINE_NAME },
    { CCL_NODE_MEASURE, CCL_SLOT_MEASURE_NAME },
    { CCL_NODE_TAKES, CCL_SLOT_TAKES_NAME },
  };
  int slot = index < parent->slots ? (int)index : -1;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].kind == parent->kind && rows[i].slot == slot)
      return true;
  return false;
}

/* Nodes that hold no value at all, whatever names they have. */
static bool has_no_value(ccl_node_kind kind) {
  static const ccl_node_kind kinds[] = { CCL_NODE_NAME,     CCL_NODE_CURRENCY, CCL_NODE_PARTY_DETAIL,
                                         CCL_NODE_UNTIL,    CCL_NODE_KEY,      CCL_NODE_UNIT_DECLARATION,
                                         CCL_NODE_CALENDAR, CCL_NODE_BAND,     CCL_NODE_TIME_SLOT,
                                         CCL_NODE_PHASE,    CCL_NODE_HOLIDAYS, CCL_NODE_IN_FORCE,
                                         CCL_NODE_REMOVE,   CCL_NODE_ROWS,     CCL_NODE_FIELD,
                                         CCL_NODE_ARTICLE,  CCL_NODE_ACTIVITY, CCL_NODE_SERIES,
                                         CCL_NODE_TIERS };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (kinds[i] == kind)
      return true;
  return false;
}

static bool shows_rows(ccl_node_kind kind) {
  return kind == CCL_NODE_AGGREGATE || kind == CCL_NODE_DERIVE || kind == CCL_NODE_OVERRIDES ||
         kind == CCL_NODE_LOOKUP || kind == CCL_NODE_CELL || kind == CCL_NODE_COMPARE || kind == CCL_NODE_IN_LIST;
}

static void translate_name(translator *t, const ccl_node *name, const ccl_node *parent, uint32_t index, place where) {
  if (ccl_node_get(name, CCL_SLOT_NAME_QUALIFIER) || has_no_value(parent->kind) || names_only(parent, index))
    return;
  if (parent->kind == CCL_NODE_CALL && index == CCL_SLOT_CALL_NAME)
    translate_call(t, name);
  else if (parent->kind == CCL_NODE_SOURCE)
    translate_activity(t, name);
  else
    translate_value(t, name, where);
}

static void translate_node(translator *t, const ccl_node *node, place where) {
  where.among_rows = where.among_rows || shows_rows(node->kind);
  if (node->kind == CCL_NODE_DEFINE)
    where.define = node;
  for (uint32_t i = 0; i < node->count; i++) {
    const ccl_node *child = node->items[i];
    if (!child || child->kind == CCL_NODE_PROSE)
      continue;
    place inner = where;
    inner.among_rows = inner.among_rows || (node->kind == CCL_NODE_FIGURE && i == CCL_SLOT_FIGURE_KEYS);
    if (child->kind == CCL_NODE_NAME)
      translate_name(t, child, node, i, inner);
    else if (child->kind == CCL_NODE_UNIT)
      translate_units(t, child, node);
    else if (child->kind != CCL_NODE_LIST || !names_only(node, i))
      translate_node(t, child, inner);
  }
}

/* A counting unit whose name is a unit of time in the other language would become one. */
static void find_unit_clashes(translator *t, const declared *own) {
  for (size_t i = 0; i < own->units.len; i++)
    if (ccl_unit_atom(t->units, own->units.entries[i].key, t->to) &&
        !ccl_unit_atom(t->units, own->units.entries[i].key, t->from))
      clash(t, own->units.entries[i].value);
}

/* By place in the file; they were met nearly so. */
static void sort_names(translator *t) {
  for (size_t i = 1; i < t->names.len; i++) {
    ccl_respelling moved = t->names.items[i];
    size_t at = i;
    for (; at > 0 && t->names.items[at - 1].start > moved.start; at--)
      t->names.items[at] = t->names.items[at - 1];
    t->names.items[at] = moved;
  }
}

ccl_translation ccl_translate(const ccl_sources *sources, const ccl_tree *tree, const ccl_tree *const *others,
                              size_t other_count, ccl_lang to) {
  translator *t = ccl_new(translator);
  t->from = tree->lang;
  t->to = to;
  if (tree->lang == to) {
    t->result.text = ccl_format(sources, tree);
    return t->result;
  }
  t->units = ccl_units_new();
  declared own = { 0 };
  declare_node(&own, tree->root);
  for (size_t i = 0; i < other_count; i++)
    declare_node(&t->known, others[i]->root);
  declare_node(&t->known, tree->root);
  find_unit_clashes(t, &own);
  translate_node(t, tree->root, (place){ 0 });
  sort_names(t);
  if (t->result.clashes.len == 0)
    t->result.text = ccl_format_in(sources, tree, to, (ccl_respellings){ t->names.items, t->names.len });
  return t->result;
}
