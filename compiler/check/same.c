/* SPDX-License-Identifier: Apache-2.0 */
/* Whether two expressions say the same. */
#include "check/private.h"

static bool same_kind(const ccl_expr *a, const ccl_expr *b) {
  if (a->op != b->op || a->type.kind != b->type.kind || a->arg_count != b->arg_count || a->index != b->index)
    return false;
  switch ((int)a->op) {
  case CCL_OP_CONSTANT:
    return a->constant.state == CCL_KNOWN && b->constant.state == CCL_KNOWN && a->constant.kind == b->constant.kind && ccl_value_eq(a->constant, b->constant);
  case CCL_OP_COMPARE: return a->comparison == b->comparison;
  case CCL_OP_ROUND: return a->rounding == b->rounding;
  case CCL_OP_WINDOW: return a->window.kind == b->window.kind && a->window.periods == b->window.periods;
  default: return true;
  }
}

bool ccl_expr_same(const ccl_expr *a, const ccl_expr *b) {
  if (a == b)
    return true;
  if (!same_kind(a, b))
    return false;
  for (size_t i = 0; i < a->arg_count; i++)
    if ((a->inverse && a->inverse[i]) != (b->inverse && b->inverse[i]) || !ccl_expr_same(a->args[i], b->args[i]))
      return false;
  return true;
}
