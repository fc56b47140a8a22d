/* SPDX-License-Identifier: Apache-2.0 */
/* Whether two expressions say the same. */
#include "plan/expr.h"

static bool same_here(const ccl_expr *a, const ccl_expr *b) {
  if (a->op != b->op || a->index != b->index || a->arg_count != b->arg_count || a->type.kind != b->type.kind ||
      a->comparison != b->comparison || a->rounding != b->rounding || a->window.kind != b->window.kind ||
      a->window.periods != b->window.periods)
    return false;
  return a->op != CCL_OP_CONSTANT || (a->constant.state == b->constant.state && a->constant.kind == b->constant.kind &&
                                      ccl_value_eq(a->constant, b->constant));
}

bool ccl_expr_same(const ccl_expr *a, const ccl_expr *b) {
  if (a == b)
    return true;
  if (!a || !b || !same_here(a, b))
    return false;
  for (size_t i = 0; i < a->arg_count; i++)
    if ((a->inverse && a->inverse[i]) != (b->inverse && b->inverse[i]) || !ccl_expr_same(a->args[i], b->args[i]))
      return false;
  return true;
}
