/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meaning: from trees to figures in which every name, unit and type is known (clauses 1.2, 2, 3, 4.1–4.5, 5).
 *
 * sema declares every name of a contract and its libraries, elaborates expressions of the tree into expressions of the plan (ccl_expr: resolved, typed, in base
 * units), and fills the declaration arrays of ccl_plan. lower/ does the rest with it: header, articles and effects, examples. Whatever is wrong is reported once
 * (one cause, one diagnostic; ERROR nodes and what already failed stay silent) and the result is then NULL.
 */
#ifndef CCL_SEMA_SEMA_H
#define CCL_SEMA_SEMA_H

#include "plan/plan.h"
#include "syntax/ast.h"

typedef enum ccl_symbol_kind {
  /* one space of names … */
  CCL_SYMBOL_ACTIVITY, CCL_SYMBOL_INPUT, CCL_SYMBOL_SERIES, CCL_SYMBOL_PARAMETER, CCL_SYMBOL_FUNCTION, CCL_SYMBOL_MEASURE,
  CCL_SYMBOL_TIERS, CCL_SYMBOL_GRID, CCL_SYMBOL_CALENDAR, CCL_SYMBOL_PHASE, CCL_SYMBOL_ARTICLE,
  /* … and holidays, units (`unit NAME`) and libraries (`use`) each in their own (4.5) */
  CCL_SYMBOL_HOLIDAYS, CCL_SYMBOL_UNIT, CCL_SYMBOL_LIBRARY
} ccl_symbol_kind;

typedef struct ccl_symbol {
  ccl_symbol_kind kind;
  ccl_str name;
  const ccl_node *node;   /* its declaration */
  const ccl_tree *tree;   /* the file that it stands in */
  ccl_span span;          /* of its name there */
  uint32_t index;         /* in the plan's array of its kind; of an article: in plan.article_names; of a phase: for ccl_sema_phase */
  bool is_broken;         /* its declaration has an error: uses stay silent */
  CCL_VEC(ccl_span) uses; /* where it is named (for `unused`, rename, …) */
} ccl_symbol;

typedef struct ccl_phase {
  ccl_str name;
  ccl_days days; /* clipped to nothing yet: as written */
} ccl_phase;

/* `replace tiers|grid|measure|calendar …` of an amendment (clause 8): from that day on, `by` stands for `index` in the plan's array of the kind. */
typedef struct ccl_replacement {
  ccl_symbol_kind kind;
  uint32_t index, by;
  ccl_day from;
  ccl_span span;
} ccl_replacement;

typedef struct ccl_sema ccl_sema; /* private: sema/scope.h */

/* How sema gets the file of `use "./kpi.ccl"` (path relative to the using file, already checked to stay inside the contract's folder) or of the standard library
 * ("holidays/fr"): its parsed tree, or NULL when there is none (sema reports unknown-library). Called once for each library. */
typedef const ccl_tree *ccl_library_loader(void *self, const ccl_tree *from, ccl_str path);

/* trees: the contract, then its amendments. The header's currency, dates, zone and cycle must be known first: lower/header.c reads them (ccl_header). */
ccl_sema *ccl_sema_new(ccl_sources *sources, ccl_diags *diags, ccl_units *units, const ccl_header *header, const ccl_tree *const *trees, size_t tree_count,
                       ccl_library_loader *load, void *loader);
/* Declares all names, then elaborates every declaration but articles and examples. Everything possible is done even when something is wrong. */
void ccl_sema_declarations(ccl_sema *sema);
/* Adds to the queries, for each that reads activity, the count of all its rows: from it come the groups of `for each`
 * (clause 4.6: the values that have a row in the window, whatever the condition of what is counted). Without `all`,
 * only where what is counted depends on another figure and so cannot say its groups by itself. */
void ccl_sema_count_whole_rows(ccl_sema *sema, bool all);
/* Copies what was declared into the plan (choices, dims, activities, queries, inputs, … holidays, article_names without their articles). Called last, since elaborating
 * articles adds queries, dims and choices. */
void ccl_sema_finish(ccl_sema *sema, ccl_plan *plan);

/* A name as it stands in a tree (qualified or not), of one of the kinds in the mask (1u << kind); notes the use. NULL: reported (unknown-name with the nearest one; ambiguous-name; or what the name is instead). */
const ccl_symbol *ccl_sema_find(ccl_sema *sema, const ccl_tree *tree, const ccl_node *name, unsigned kinds);
const ccl_phase *ccl_sema_phase(const ccl_sema *sema, const ccl_symbol *symbol);
/* All symbols in the order of declaration: the contract's and its amendments', then the libraries' (ccl_symbol.tree tells which). */
size_t ccl_sema_symbols(const ccl_sema *sema, const ccl_symbol *const **symbols);
/* What amendments replace, in their order. `set` is in the parameter's versions already, `add` among the declarations; articles are lower's. That every target of
 * replace, remove and set exists (amendment-target) was seen to by ccl_sema_declarations. */
size_t ccl_sema_replacements(const ccl_sema *sema, const ccl_replacement **replacements);
/* Declared arrays while they grow (NULL/0 before ccl_sema_declarations). */
const ccl_activity *ccl_sema_activity(const ccl_sema *sema, uint32_t index);
const ccl_tiers *ccl_sema_tiers(const ccl_sema *sema, uint32_t index);
const ccl_query *ccl_sema_query(const ccl_sema *sema, uint32_t index);
const ccl_measure *ccl_sema_measure(const ccl_sema *sema, uint32_t index);

/* ---- Expressions ---- */

/* Where an expression stands decides what it may name (clause 5; context-mismatch says so). */
typedef enum ccl_site {
  CCL_SITE_PARAMETER, /* other parameters, series, functions; no input, measure, aggregate, article, total, constant of the period */
  CCL_SITE_DERIVE,    /* the fields of an activity, parameters, grids, calendars */
  CCL_SITE_MEASURE,   /* everything but articles’ groups */
  CCL_SITE_ARTICLE,   /* everything, and the dimensions in scope */
  CCL_SITE_ROW,       /* a condition on the rows of one activity (overrides … where): its fields as inside an aggregate */
  CCL_SITE_CONSTANT   /* written figures only: bounds of inputs and tiers */
} ccl_site;

typedef struct ccl_place_of {
  ccl_site site;
  const ccl_tree *tree;
  uint32_t activity;            /* of DERIVE and ROW */
  const uint32_t *dims;         /* ARTICLE: for each, then by */
  size_t dim_count;
  bool in_revision;             /* previous_value, initial_value, revision_date are known, of bound_type */
  bool in_outcome;              /* value is known, of bound_type */
  ccl_type bound_type;
} ccl_place_of;

/* NULL: reported. */
const ccl_expr *ccl_sema_expr(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node);
/* The same, and it must have this type (units convert within a dimension; a bare number written alone takes `expected`'s unit only if bare_takes_unit). Both sides are shown when it does not fit; `declared` is where
 * the expected type was said. */
const ccl_expr *ccl_sema_expr_as(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_type expected, bool bare_takes_unit, ccl_span declared);
/* Whether a figure of this type is something per unit of time, by the unit in which it is written (EUR per month, EUR per position per quarter, calls per month); that part
 * stays in its type. */
bool ccl_sema_recurrence(ccl_sema *sema, const ccl_type *type, ccl_recurrence *recurrence);

/* The window for which an amount is said, by the unit in which it is written (6.3, 6.4): bare money PERIOD; per week, month, quarter, year, `per contract`. */
ccl_cycle_unit ccl_sema_amount_window(const ccl_type *type);

/* What stands after `at`: a price, or tiers (multiplied, divided, rounded) with a mode. False: reported (tier-mode …). quantity: what is charged (a
 * number); that quantity and price make money in the contract's currency was looked at. */
bool ccl_sema_price(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_tier_mode mode, const ccl_node *mode_node, const ccl_expr *quantity, ccl_price *price);

/* UNIT node → unit; NULL: reported (unknown-unit). */
const ccl_unit *ccl_sema_unit(ccl_sema *sema, const ccl_tree *tree, const ccl_node *unit);
/* A dimension by NAME: a field's name, or a calendar's (by, for each, keys). CCL_NONE: reported. */
uint32_t ccl_sema_dim(ccl_sema *sema, const ccl_tree *tree, const ccl_node *name);
const ccl_dim *ccl_sema_dim_get(const ccl_sema *sema, uint32_t dim);
/* A key in brackets or in a table, as a value of a dimension or of a field's type: a choice by name, text, number with the unit, date. False: reported. */
bool ccl_sema_key(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_type type, const uint32_t *choices, size_t choice_count, ccl_value *value);
/* The choice of that name, made when it is new. */
uint32_t ccl_sema_choice(ccl_sema *sema, ccl_str name);

#endif
