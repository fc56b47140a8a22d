/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of check/ share and nobody else sees. */
#ifndef CCL_CHECK_PRIVATE_H
#define CCL_CHECK_PRIVATE_H

#include "check/check.h"
#include "check/messages.h"
#include "plan/compute.h"

typedef struct ccl_ranges ccl_ranges; /* range.c: what is known of the ranges of measures, parameters, grids … */

typedef struct ccl_checking {
  ccl_sema *sema;
  const ccl_plan *plan;
  const ccl_tree *const *trees; /* the contract or library, then its amendments */
  size_t tree_count;
  const ccl_sources *sources;
  ccl_diags *diags;
  ccl_ranges *ranges;
  bool has_changes; /* a parameter has another value from some day on */
} ccl_checking;

#define CHECK(name, codes) void ccl_check_##name(ccl_checking *checking);
#include "check/checks.def"
#undef CHECK

/* Whether a place is in one of the trees that are checked, not in a library that they use. */
bool ccl_check_is_own(const ccl_checking *checking, ccl_span span);
/*
 * Adds a finding and returns it (never NULL), to be completed with ccl_diag_label, _note, _help. A warning in a used library is made and not added. The article's number and
 * title are added at the end to whatever stands inside an article.
 */
ccl_diag *ccl_check_report(const ccl_checking *checking, const ccl_message *message, ccl_span span, ccl_args args);
ccl_lang ccl_check_lang(const ccl_checking *checking, ccl_span span);
/* A figure as messages show it, in the language of the file that `span` is in. */
ccl_str ccl_check_say(const ccl_checking *checking, ccl_span span, ccl_type type, ccl_rat figure);
/* 5.2 "Facturation à l'acte", to name an article inside a sentence. */
ccl_str ccl_check_article(const ccl_article *article, ccl_lang lang);

/* ---- dated.c: figures that depend on nothing but parameters ---- */

/* What computes such figures on a day: whatever else they need is unknown. Valid as long as `place`. */
typedef struct ccl_dated {
  const ccl_plan *plan;
  ccl_day day;
} ccl_dated;
ccl_env ccl_dated_env(ccl_dated *place);
/* The figure on that day; false when it depends on something else, or has no value. */
bool ccl_dated_value(const ccl_checking *checking, const ccl_expr *expr, ccl_day day, ccl_rat *value);
/* The first day of `days` and those on which a parameter in one of the expressions (NULLs are passed over) changes: rising, the first few. */
size_t ccl_dated_days(const ccl_checking *checking, const ccl_expr *const *exprs, size_t count, ccl_days days, const ccl_day **out);

/* ---- walk.c: every expression of the plan ---- */

/* An expression and where it stands. */
typedef struct ccl_seen {
  const ccl_expr *expr;
  uint32_t activity;        /* whose fields it may name, or CCL_NONE */
  const ccl_query *query;   /* in a condition or figure of an aggregate */
  const ccl_article *article; /* in an article … */
  const ccl_effect *effect;   /* … in one of its effects */
} ccl_seen;

typedef void ccl_visit(void *self, const ccl_seen *it);
/* Visits every expression, the larger one before its parts; those of examples apart. What several share is visited for each. */
void ccl_check_each(const ccl_checking *checking, ccl_visit *visit, void *self);
/* The same for one expression and its parts, definitions that it names apart. */
void ccl_check_each_in(const ccl_seen *it, ccl_visit *visit, void *self);

/* The node of the trees with exactly this span and kind (an effect's, a rung's, an article's …); NULL: none. Costs a walk over the file: for findings. */
const ccl_node *ccl_check_node(const ccl_checking *checking, ccl_span span, ccl_node_kind kind);
/* The word that opens it (`depending on`, `charge`): the place of something absent. The span itself when there is no such node. */
ccl_span ccl_check_head(const ccl_checking *checking, ccl_span span, ccl_node_kind kind);

#endif
