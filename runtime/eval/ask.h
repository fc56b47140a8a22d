/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Asking for a figure: an expression of the plan in a context, with the trail of what it was computed from. Private to
 * eval/.
 *
 * Leaves are answered here (measures, inputs, parameters, names), in aggregate.c (aggregates over activity) and in
 * window.c (over the days, weeks, months, periods). A search asks for the same expression without a group, to find
 * which groups have rows.
 */
#ifndef CCL_EVAL_ASK_H
#define CCL_EVAL_ASK_H

#include "eval/run.h"

/* The groups that have a row counted by an expression. */
typedef struct ccl_search {
  ccl_map found; /* private: key of a group */
  ccl_map seen; /* private: measures looked into */
  CCL_VEC(const ccl_value *) groups;
  bool is_waiting; /* an answer is not read yet: there may be more */
  const ccl_trouble
      *trouble; /* no group can be looked for: a field outside its activity, an example without its combinations */
} ccl_search;

typedef struct ccl_asker {
  ccl_run *run;
  ccl_context context;
  ccl_search *search; /* NULL: none */
  uint32_t measure; /* the measure being computed, or CCL_NONE */
  bool is_earlier; /* an example's figures `earlier`: what is not said is 0 */
  uint64_t rows; /* counted by what was asked in the group */
  CCL_VEC(ccl_operand) trail;
} ccl_asker;

/* A figure that was asked for. */
typedef struct ccl_found {
  ccl_value value;
  ccl_operand operand;
  uint64_t rows;
} ccl_found;

ccl_asker ccl_asker_in(ccl_run *run, const ccl_context *context);
/* Surroundings for ccl_compute and its like; nothing is bound. */
ccl_env ccl_asker_env(ccl_asker *asker);
/* What `value` is as an operand, with what the asker has met since it began. */
ccl_operand ccl_asker_operand(const ccl_asker *asker, const ccl_expr *expr, ccl_value value);
void ccl_asker_note(ccl_asker *asker, ccl_operand operand);

ccl_found ccl_ask(ccl_run *run, const ccl_context *context, const ccl_expr *expr);
/* As ccl_ask; a condition: a missing value is false. */
ccl_found ccl_ask_condition(ccl_run *run, const ccl_context *context, const ccl_expr *expr);
/* The same in what an example says of `earlier`. */
ccl_found ccl_ask_earlier(ccl_run *run, const ccl_context *context, const ccl_expr *expr);

/* Adds to the search the groups of the context's dimensions that have rows counted by the expression. */
void ccl_search_in(ccl_run *run, const ccl_context *context, const ccl_expr *expr, ccl_search *search);
/* Adds the groups of every row that a query counts (in an example: none without a table). False: it has not these
 * dimensions. */
bool ccl_search_query(ccl_run *run, const ccl_context *context, uint32_t query, ccl_search *search);
/* Adds a group (values for all dimensions) unless it is there or does not begin with the context's. */
void ccl_search_add(ccl_search *search, const ccl_context *context, const ccl_value *group);
/* In the order of clause 7. */
void ccl_search_sort(const ccl_plan *plan, const ccl_context *context, ccl_search *search);
/* The order of two values of a dimension: choices and bands as declared, the rest by ccl_value_cmp. */
int ccl_dim_cmp(const ccl_dim *dim, ccl_value a, ccl_value b);

/* ---- Leaves that have files of their own ---- */

ccl_value ccl_ask_aggregate(ccl_asker *asker, ccl_env *env, const ccl_expr *expr);
/* An aggregate over the days, weeks, months or periods of the window. */
ccl_value ccl_ask_pieces(ccl_asker *asker, ccl_env *env, const ccl_expr *expr);
/* Whether an example gives the measure or input in this context; then *value (and the rows that it stands for in
 * *rows). */
bool ccl_ask_given(ccl_asker *asker, ccl_given_kind kind, uint32_t index, ccl_value *value, uint64_t *rows);
/* Whether an example gives the measure anywhere. */
bool ccl_run_gives_measure(const ccl_run *run, uint32_t measure);
/* The counts and sums of clause 5 when nothing is there, or the trouble undefined-value. */
ccl_value ccl_value_without_rows(const ccl_query *query, const ccl_expr *expr);

#endif
