/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of sema/ share about names and declarations, and nobody else sees.
 *
 * A definition is one declaration. It is settled (its type known, its part of the plan made) when it is first needed,
 * so that declarations may stand in any order; what needs itself on the way is a circle (circle.c). What one file
 * declares and uses is a ccl_names; a contract and its amendments share one.
 */
#ifndef CCL_SEMA_SCOPE_H
#define CCL_SEMA_SCOPE_H

#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"
#include "sema/builtins.h"
#include "sema/messages.h"
#include "sema/sema.h"


typedef struct ccl_names ccl_names;
typedef struct ccl_definition ccl_definition;

typedef enum ccl_progress { CCL_UNTOUCHED, CCL_UNDER_WAY, CCL_SETTLED } ccl_progress;

/* `set PARAMETER = …` of an amendment. */
typedef struct ccl_change {
  ccl_day from;
  const ccl_node *value;
  const ccl_tree *tree;
} ccl_change;

struct ccl_definition {
  ccl_symbol symbol; /* what others see of it */
  ccl_names *names;
  ccl_progress progress;
  bool is_contextual; /* what it says depends on the period or window at hand */
  unsigned height; /* how many definitions it builds on, one above the other */
  ccl_type type; /* of its figure, once settled; of a function: of its result */
  CCL_VEC(ccl_change) changes; /* of a parameter, in the order of the amendments */
  CCL_VEC(ccl_definition *) replaced_by; /* what amendments put in its place, in their order */
  ccl_day from; /* of one that replaces: the effective date */
};

/* A library that a file uses. */
typedef struct ccl_used {
  ccl_names *names;
  ccl_definition *definition; /* of kind LIBRARY: the `use`, with its uses */
} ccl_used;

struct ccl_names {
  ccl_str key; /* "shared/kpi.ccl" from the contract's folder, "holidays/fr" of the standard library; empty for the
                  contract */
  ccl_str name; /* before the dot: kpi, fr; empty for the contract */
  ccl_str folder; /* of the file, from the contract's folder: "shared" */
  const ccl_tree *tree; /* the first one */
  ccl_span used_at;
  bool is_main;
  bool has_lost_library; /* a library could not be read: names may be missing without fault */
  bool is_marked; /* for walks over libraries that use each other */
  ccl_map symbols, holidays, units; /* of ccl_definition */
  CCL_VEC(ccl_used) used;
  CCL_VEC(ccl_span) unread; /* of ERROR nodes: what stands in them may be declared there */
  ccl_map reported; /* unknown names and units, with the finding about them */
};

/* The names that a figure which is a choice can take, as indices. */
typedef struct ccl_choices {
  const uint32_t *items;
  size_t count;
} ccl_choices;

/* An activity while its derived fields are worked out. */
typedef struct ccl_fields {
  ccl_activity *activity;
  ccl_definition *definition;
  ccl_field *items;
  const ccl_node **nodes;
  ccl_progress *progress;
  bool *is_broken;
  CCL_VEC(uint32_t) order; /* of the derived ones, as they were settled */
} ccl_fields;

/* What the dimensions of a grid are, as far as its name, its keys and the fields of the same names tell. */
typedef struct ccl_grid_dim {
  ccl_type type;
  bool is_known; /* false: no key and no field says it */
  ccl_choices choices;
} ccl_grid_dim;

/* The rows and columns of the tree that hold keys and values. */
typedef struct ccl_grid_layout {
  const ccl_node *node;
  size_t dim_count;
  uint32_t rows, columns; /* without the header row; columns of values */
} ccl_grid_layout;

typedef struct ccl_grid_shape {
  ccl_grid_layout layout;
  ccl_grid_dim *dims;
  ccl_progress progress;
  bool is_broken;
} ccl_grid_shape;

/* What is being settled, from the outermost in. */
typedef struct ccl_step {
  ccl_str name;
  ccl_span used; /* where the step before names it */
  ccl_progress *progress;
  bool *is_broken;
  unsigned height; /* of the highest that it builds on so far */
} ccl_step;

/* What a walk through definitions has seen (walk.c): the number of the walk, for each function, grid … of the plan. */
typedef CCL_VEC(uint32_t) ccl_mark_list;
typedef struct ccl_marks {
  uint32_t walk;
  ccl_mark_list functions, grids, tiers, measures, queries;
} ccl_marks;

struct ccl_sema {
  ccl_sources *sources;
  ccl_diags *diags;
  ccl_units *units;
  const ccl_header *header;
  const ccl_tree *const *trees;
  size_t tree_count;
  ccl_library_loader *load;
  void *loader;
  CCL_VEC(ccl_names *) names;
  CCL_VEC(const ccl_symbol *) symbols;
  CCL_VEC(ccl_definition *) definitions; /* symbols, replacements and duplicates: all that is to be settled */
  CCL_VEC(ccl_replacement) replacements;
  CCL_VEC(ccl_step) steps;
  ccl_marks marks;
  ccl_map choice_numbers; /* name of a choice → its index, in memory of its own */
  CCL_VEC(ccl_str) choices;
  CCL_VEC(ccl_dim) dims;
  CCL_VEC(ccl_activity *) activities;
  CCL_VEC(ccl_fields *) fields; /* one for each activity */
  CCL_VEC(ccl_query *) queries;
  ccl_map queries_by_hash; /* private to query.c */
  CCL_VEC(ccl_input *) inputs;
  CCL_VEC(ccl_series *) series;
  CCL_VEC(ccl_parameter *) parameters;
  CCL_VEC(ccl_function *) functions;
  CCL_VEC(ccl_definition *) function_definitions;
  CCL_VEC(ccl_measure *) measures;
  CCL_VEC(ccl_tiers *) tiers;
  CCL_VEC(ccl_definition *) tiers_definitions;
  CCL_VEC(ccl_grid *) grids;
  CCL_VEC(ccl_definition *) grid_definitions;
  CCL_VEC(ccl_grid_shape *) grid_shapes; /* one for each grid: the types of its dimensions */
  CCL_VEC(ccl_band_calendar *) calendars;
  CCL_VEC(ccl_holidays *) holidays;
  CCL_VEC(ccl_phase *) phases;
  CCL_VEC(ccl_article_name *) article_names;
};

static inline unsigned ccl_kind_bit(ccl_symbol_kind kind) {
  return 1u << (unsigned)kind;
}

/* ---- scope.c: names and what they stand for ---- */

ccl_names *ccl_names_of(const ccl_sema *sema, const ccl_tree *tree);
/* ccl_report, with the note "used here" for a place in a library. */
ccl_diag *ccl_sema_report(ccl_sema *sema, const ccl_message *message, ccl_span span, ccl_args args);
ccl_lang ccl_sema_lang(const ccl_sema *sema, ccl_span span);
/* What the name stands for in that file; NULL when nothing, or when *is_reported was set: reported. Does not note the
 * use. */
ccl_definition *ccl_names_find(ccl_sema *sema, ccl_names *names, const ccl_node *name, bool holidays,
                               bool *is_reported);
/* ccl_sema_find, for those who settle what they find. */
ccl_definition *ccl_sema_definition(ccl_sema *sema, const ccl_tree *tree, const ccl_node *name, unsigned kinds);
void ccl_names_use(ccl_names *names, ccl_definition *definition, ccl_span span);
/* Texts that a misspelt one may have meant. */
typedef struct ccl_candidates {
  CCL_VEC(ccl_str) names;
} ccl_candidates;
void ccl_candidates_add(ccl_candidates *candidates, ccl_str name);
void ccl_candidates_of_kinds(const ccl_names *names, unsigned kinds, ccl_candidates *candidates);
ccl_str ccl_candidates_nearest(const ccl_candidates *candidates, ccl_str name); /* empty: none is near */
/* Says once for each name that it is unknown (further places become notes); silent where it may stand in what could not
 * be read. The finding if it is new, else NULL. */
ccl_diag *ccl_names_unknown(ccl_sema *sema, ccl_names *names, const ccl_message *message, ccl_str name, ccl_span span,
                            const ccl_candidates *candidates);
/* "a measure". */
ccl_str ccl_symbol_kind_text(ccl_symbol_kind kind, ccl_lang lang);
void ccl_sema_wrong_kind(ccl_sema *sema, const ccl_definition *definition, ccl_span span, ccl_symbol_kind wanted);

/* ---- declare.c, libraries.c: which names there are ---- */

void ccl_sema_declare(ccl_sema *sema, ccl_names *names, const ccl_tree *tree);
void ccl_sema_use(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *use);
ccl_day ccl_sema_effective(const ccl_tree *amendment); /* CCL_DAY_MIN of anything else */
ccl_day ccl_sema_date(const ccl_node *date);
/* The contract's days; without end when an amendment ends it early, since what lay beyond was right when it was written. */
ccl_days ccl_sema_longest(const ccl_sema *sema);

/* ---- circle.c: settling ---- */

/* The type (and part of the plan) of a definition, made if need be; `used` names it. False: it is broken, and that is
 * reported. */
bool ccl_sema_settle(ccl_sema *sema, ccl_definition *definition, ccl_span used);
/* amend.c: what replaces the definition at hand is a part of it; called while it is under way, so that circles show. */
void ccl_sema_settle_versions(ccl_sema *sema, ccl_definition *definition, bool (*settler)(ccl_sema *, ccl_definition *));
/* Begins what is not a definition of its own but may end in itself (the dimensions of a grid); false: reported. Then
 * end it. */
bool ccl_sema_begin(ccl_sema *sema, ccl_str name, ccl_span used, ccl_progress *progress, bool *is_broken);
void ccl_sema_end(ccl_sema *sema);
/* The same for a field of an activity. */
bool ccl_sema_settle_field(ccl_sema *sema, uint32_t activity, uint32_t field, ccl_span used);

/* ---- one file per family of declarations: make the part of the plan of a definition; false: reported ---- */

typedef bool ccl_settler(ccl_sema *sema, ccl_definition *definition);
ccl_settler ccl_settle_activity; /* activity.c */
ccl_settler ccl_settle_input, ccl_settle_series, ccl_settle_parameter, ccl_settle_function,
    ccl_settle_measure; /* figures.c */
ccl_settler ccl_settle_tiers, ccl_settle_grid, ccl_settle_calendar, ccl_settle_holidays, ccl_settle_phase;

/* activity.c: the fields that stand in the data, before anything is settled. */
void ccl_sema_prepare_activity(ccl_sema *sema, ccl_definition *definition);
void ccl_sema_prepare_times(ccl_sema *sema); /* then `dated by` and `until` of all of them */
bool ccl_sema_derive_field(ccl_sema *sema, uint32_t activity, uint32_t field);
uint32_t ccl_sema_field(const ccl_sema *sema, uint32_t activity, ccl_str name); /* CCL_NONE: none */

/* prose.c: the names in prose, once everything is declared (clause 1.3). */
void ccl_sema_check_prose(ccl_sema *sema);

/* ---- units.c ---- */

void ccl_sema_declare_unit(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *node);
/* The unit of `one row per NAME`. */
const ccl_unit *ccl_sema_row_unit(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *name);
/* The counting unit `contract` (per contract, 6.4). */
bool ccl_unit_is_contract(const ccl_base_unit *base);

/* grid.c: what the dimensions of a grid are, known before its values. NULL: it is broken, and that is reported. */
const ccl_grid_shape *ccl_sema_grid_shape(ccl_sema *sema, ccl_definition *grid, ccl_span used);

/* ---- dims.c: choices ---- */

/* What the figure can be; `activity` is that of the fields in it, or CCL_NONE. None: any choice. */
ccl_choices ccl_sema_choices_of(const ccl_sema *sema, uint32_t activity, const ccl_expr *expr);
ccl_choices ccl_sema_choices_join(ccl_choices a, ccl_choices b);
bool ccl_sema_choice_find(const ccl_sema *sema, ccl_choices choices, ccl_str name, uint32_t *choice);
ccl_str ccl_sema_choices_text(const ccl_sema *sema, ccl_choices choices);
/* The type and choices of what a dimension of that name is: the fields of the name in any activity, and the calendar.
 * *found false: there is none. */
typedef struct ccl_dim_type {
  bool found, is_broken;
  uint32_t calendar; /* or CCL_NONE */
  ccl_type type;
  ccl_choices choices;
} ccl_dim_type;
/* A key as written, as a value of that type: the choice, text, number (a bare one in the type's unit), date … False:
 * reported. `what` names the list of keys. */
bool ccl_sema_key_value(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_type type,
                        ccl_choices choices, ccl_span declared, ccl_value *value);
ccl_dim_type ccl_sema_dim_type(ccl_sema *sema, ccl_names *names, ccl_str name, ccl_span span);

#endif
