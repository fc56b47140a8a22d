/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions of the plan: typed, resolved, every figure in base units. Immutable, shared freely (a directed acyclic graph). */
#ifndef CCL_PLAN_EXPR_H
#define CCL_PLAN_EXPR_H

#include "calendar/period.h"
#include "plan/value.h"
#include "value/round.h"

typedef enum ccl_op {
#define EXPR(name, text) CCL_OP_##name,
#include "plan/exprs.def"
#undef EXPR
  CCL_OP_COUNT
} ccl_op;

typedef enum ccl_comparison { CCL_EQ, CCL_NE, CCL_LT, CCL_LE, CCL_GT, CCL_GE } ccl_comparison;

typedef enum ccl_total { CCL_TOTAL_NET, CCL_TOTAL_VAT, CCL_TOTAL_GROSS } ccl_total;

typedef enum ccl_constant {
  CCL_PERIOD_START, CCL_PERIOD_END, CCL_WINDOW_START, CCL_WINDOW_END, CCL_CONTRACT_START, CCL_CONTRACT_END, CCL_DAYS_IN_PERIOD
} ccl_constant;

/* What is bound by the surroundings of an expression while it is computed. */
typedef enum ccl_bound {
  CCL_BOUND_PREVIOUS_VALUE, CCL_BOUND_INITIAL_VALUE, CCL_BOUND_REVISION_DATE, /* in `each` revisions of a parameter (4.2) */
  CCL_BOUND_FIGURE,                                                          /* `value` in a ladder's outcome (6.3) */
  CCL_BOUND_TIER_PRICE,                                                      /* the tier's own price or sum in ccl_price (4.3) */
  CCL_BOUND_COUNT
} ccl_bound;

typedef struct ccl_window {
  ccl_window_kind kind;
  uint32_t periods; /* of CCL_WINDOW_LAST_N, at least 1 */
} ccl_window;

typedef struct ccl_expr ccl_expr;
struct ccl_expr {
  ccl_op op;
  ccl_type type;
  ccl_span span; /* what the contract's text says there */
  const ccl_expr *const *args;
  size_t arg_count;
  const bool *inverse;       /* of SUM and PRODUCT: one for each arg; NULL: none */
  uint32_t index;
  ccl_comparison comparison; /* of COMPARE */
  ccl_rounding rounding;     /* of ROUND: COMMERCIAL, CEILING or FLOOR */
  ccl_window window;         /* of WINDOW */
  ccl_value constant;        /* of CONSTANT */
};

const char *ccl_op_text(ccl_op op);
/* Whether two expressions say the same, spans and units of writing apart. Both may be NULL. */
bool ccl_expr_same(const ccl_expr *a, const ccl_expr *b);

#endif
