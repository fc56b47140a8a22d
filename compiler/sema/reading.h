/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files that read figures share (expr.c, name.c, call.c, lookup.c, aggregate.c, price.c, type.c): a value of
 * the tree becomes an expression of the plan. Every function that returns an expression gives NULL when it is wrong,
 * and then that is reported.
 */
#ifndef CCL_SEMA_READING_H
#define CCL_SEMA_READING_H

#include "sema/scope.h"

/* Where a value stands and what it may name there. */
typedef struct ccl_reading {
  ccl_sema *sema;
  const ccl_place_of *place;
  ccl_names *names;
  ccl_lang lang; /* of the file: functions, constants and units are named in it */
  uint32_t activity; /* whose fields are known here, or CCL_NONE */
  const ccl_node *aggregate; /* the one around, or NULL */
  bool is_by_row; /* asked for each row of the activity: what belongs to the context is not known to the row */
  bool is_by_day; /* asked for each day or week: amounts of articles belong to whole billing periods */
  bool refuses_derived; /* in the sum of a `split by` (clause 5) */
  ccl_definition *definition; /* being settled, or NULL */
  const ccl_node *function; /* DEFINE whose parameters are known, or NULL */
  const ccl_type *takes; /* their types */
} ccl_reading;

ccl_reading ccl_reading_at(ccl_sema *sema, const ccl_place_of *place);

/* ---- expr.c ---- */

const ccl_expr *ccl_read(ccl_reading *reading, const ccl_node *node);
const ccl_expr *ccl_read_condition(ccl_reading *reading, const ccl_node *node);
/* A number of any unit. */
const ccl_expr *ccl_read_number(ccl_reading *reading, const ccl_node *node);
/* Something of that kind. */
const ccl_expr *ccl_read_kind(ccl_reading *reading, const ccl_node *node, ccl_kind kind);
/* What stands beside another figure: a bare name or a text is a choice of its list (clause 2). */
const ccl_expr *ccl_read_beside(ccl_reading *reading, const ccl_node *node, const ccl_expr *other);
/* With the type expected; a number written alone takes its unit when bare_takes_unit. */
const ccl_expr *ccl_read_as(ccl_reading *reading, const ccl_node *node, ccl_type expected, bool bare_takes_unit,
                            ccl_span declared);

ccl_expr *ccl_expr_new(ccl_op op, ccl_type type, ccl_span span, const ccl_expr *const *args, size_t count);
ccl_expr *ccl_expr_constant(ccl_type type, ccl_value value, ccl_span span);
ccl_expr *ccl_expr_number(ccl_rat number, const ccl_unit *unit, ccl_span span); /* in base units */
ccl_type ccl_type_number(const ccl_unit *unit);
ccl_type ccl_type_of(ccl_kind kind);
/* What a figure written out (numbers, signs, + - * /) comes to, in base units; false when it is not only written. */
bool ccl_expr_figure(const ccl_expr *expr, ccl_rat *figure);

/* ---- name.c ---- */

const ccl_expr *ccl_read_name(ccl_reading *reading, const ccl_node *node);
/* Whether the name means something here that is no choice. */
bool ccl_name_is_known(ccl_reading *reading, const ccl_node *node);
/* A name that only a row, a function or a group knows: field, parameter of `define`, dimension. NULL without report
 * when it is none. */
const ccl_expr *ccl_read_local_name(ccl_reading *reading, const ccl_node *node, bool *is_local);
/* The field of the activity at hand. */
const ccl_expr *ccl_read_field(ccl_reading *reading, uint32_t field, ccl_span span);
/* The definition of a name that must be of one kind. */
ccl_definition *ccl_read_definition(ccl_reading *reading, const ccl_node *name, ccl_symbol_kind kind);
/* Says that what depends on the period is not known here (context-mismatch); true when it is, and the definition at
 * hand is then contextual. */
bool ccl_read_contextual(ccl_reading *reading, ccl_span span, ccl_str what);

/* ---- call.c, lookup.c, aggregate.c ---- */

const ccl_expr *ccl_read_call(ccl_reading *reading, const ccl_node *node);
const ccl_expr *ccl_read_lookup(ccl_reading *reading, const ccl_node *node);
/* `at rates`: the dimensions of the same names are the keys (clause 4.4). */
const ccl_expr *ccl_read_grid_alone(ccl_reading *reading, const ccl_node *node, ccl_definition *grid);
const ccl_expr *ccl_read_aggregate(ccl_reading *reading, const ccl_node *node);

/* ---- type.c ---- */

bool ccl_type_eq(ccl_type a, ccl_type b); /* one kind, and one dimension */
/* The unit of what is multiplied or divided: what stands above and below the line cancels (seconds × EUR per hour is
 * EUR). */
const ccl_unit *ccl_unit_times(ccl_sema *sema, const ccl_unit *unit, const ccl_unit *by, bool divides);
ccl_str ccl_type_text(ccl_type type, ccl_lang lang); /* "hours", "a date" */
/* The finding that two figures do not go together, with the sentence given ({1} the first, {2} the second) and the code
 * that fits: units, currencies or kinds. It stands at the second, the first is a note. */
ccl_diag *ccl_type_report(ccl_sema *sema, const ccl_message *message, ccl_type first, ccl_span first_span,
                          ccl_type second, ccl_span second_span);
/* A single figure of the wrong kind: {1} what it is. */
ccl_diag *ccl_type_report_kind(ccl_sema *sema, const ccl_message *message, const ccl_expr *expr);

/* ---- walk.c: through definitions ---- */

/* The expressions inside whose value belongs to the context, for ccl_query.outer. */
typedef CCL_VEC(const ccl_expr *) ccl_expr_list;
void ccl_expr_collect_outer(ccl_sema *sema, const ccl_expr *expr, ccl_expr_list *outer);
/* Whether it may be missing in a row: an optional field that no `by default` covers. */
bool ccl_expr_may_be_absent(const ccl_sema *sema, uint32_t activity, const ccl_expr *expr);
/* Aggregates that cannot be grouped by the dimensions of the place (clause 5: context-mismatch); false: reported. */
bool ccl_expr_check_groups(ccl_sema *sema, const ccl_place_of *place, const ccl_expr *expr);

/* ---- query.c: equal queries are one ---- */

uint32_t ccl_sema_intern_query(ccl_sema *sema, const ccl_query *query);

#endif
