/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Computes an expression of the plan: exact, pure, total. The same function serves articles (eval), rows (engine), checks and simulation: what differs
 * is who answers the leaves (field of a row, measure in a context …; marked * in exprs.def), through ccl_env.leaf.
 *
 * What fails is a value, not an event: CCL_TROUBLE carries code and place through every operation, `by default` (clause 5) replaces it where the
 * reference says so, and whoever wanted the figure reports it. CCL_UNKNOWN stands for figures not read yet: a condition that is unknown makes both sides
 * be visited, so that one walk with unknown leaves meets every leaf that a later walk can ask for.
 */
#ifndef CCL_PLAN_COMPUTE_H
#define CCL_PLAN_COMPUTE_H

#include "plan/supply.h"

typedef struct ccl_env ccl_env;

/* Answers a leaf; `expr` is one of the ops marked * in exprs.def. self is the surroundings' own. */
typedef ccl_value ccl_leaf(ccl_env *env, const ccl_expr *expr);

/* The days on which an expression is asked for: what its names mean is what is in force on them (clause 8). Never empty. */
typedef ccl_days ccl_when(ccl_env *env);

struct ccl_env {
  const ccl_plan *plan;
  const ccl_supply *supply;
  ccl_leaf *leaf;
  ccl_when *when;                      /* NULL: before every amendment */
  void *self;
  const ccl_value *arguments;          /* of the function being computed; kept by calls.c, NULL outside */
  struct ccl_calls *calls;             /* calls.c's own; NULL at first */
  ccl_value bound[CCL_BOUND_COUNT];    /* absent where not bound */
};

ccl_value ccl_compute(ccl_env *env, const ccl_expr *expr);
/* The same where a condition stands (when, where, if, require): a missing boolean is false (clause 5), so never absent. */
ccl_value ccl_compute_condition(ccl_env *env, const ccl_expr *expr);

/* A parameter's value on a day (clause 4.2): fixed by an example, else the version in force, revisions included. Parameters inside have their value
 * on that day (or on the revision date). */
ccl_value ccl_parameter_on(const ccl_plan *plan, const ccl_supply *supply, uint32_t parameter, ccl_day day);
/* The first days, after days.from and up to days.to, on which one of the parameters that `expr` names has another value than the day before, or a measure, tiers,
 * grid or calendar that it names is replaced: rising, in new memory. Named directly, in the functions, grids and tiers that it uses; not in measures. A parameter
 * that another one uses counts through the value of that other. */
size_t ccl_parameter_changes(const ccl_plan *plan, const ccl_supply *supply, const ccl_expr *expr, ccl_days days, ccl_day **changes);

/* Which version of a declaration the surroundings mean, or CCL_NONE: it is replaced within their days, and *trouble says so (mid-period-change). */
uint32_t ccl_version_asked(ccl_env *env, const ccl_expr *expr, ccl_versions versions, uint32_t index, ccl_str name, ccl_value *trouble);

/* What `at` makes of one tier: its own figures, scaled and rounded as ccl_price says. Price: per unit of the quantity, or its share; of lump-sum tiers the sum.
 * Without tiers (price->tiers is CCL_NONE, the tier is not looked at) price->rate itself. The tier is one of the version in force on the days of env. */
ccl_value ccl_price_of_tier(ccl_env *env, const ccl_price *price, uint32_t tier);
/* Sum: what is due once when the tier is entered or reached (`plus`; of lump-sum tiers the lump, and `plus` added); 0 when the tier has none. */
ccl_value ccl_sum_of_tier(ccl_env *env, const ccl_price *price, uint32_t tier);

/* A value that cannot be computed. */
ccl_value ccl_trouble_new(ccl_code code, const ccl_expr *at, ccl_str subject, ccl_str detail);
/* Whether `by default` stands in for it. */
bool ccl_trouble_has_default(const ccl_trouble *trouble);

/* A figure as a person reads it in messages: "31.5 hours", "FR", "2026-10-31" (decimal comma in French). */
ccl_str ccl_value_say(const ccl_plan *plan, ccl_type type, ccl_value value, ccl_lang lang);

#endif
