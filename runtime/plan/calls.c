/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calls of the contract's functions (`define`, clause 4.2).
 *
 * Arguments are values: a function sees nothing of where it is used, and an argument that is missing or in trouble
 * matters where it is read. Functions that use one another twice each would double the work with each of them; so a
 * call that sets off many others remembers what they gave, as long as it lasts and the surroundings stay the same.
 */
#include "base/mem.h"
#include "base/vec.h"
#include "plan/ops.h"

enum {
  FEW_ARGUMENTS = 6,
  CALLS_BEFORE_REMEMBERING = 64, /* within one call from outside: real contracts make fewer, and pay nothing */
  MOST_REMEMBERED = 4096
};

typedef struct remembered {
  uint32_t function;
  const ccl_value *arguments;
  ccl_value value;
} remembered;

/* What is known of the calls within one call from outside. */
struct ccl_calls {
  size_t made;
  CCL_VEC(remembered) results;
};

static bool is_same(ccl_value a, ccl_value b) {
  if (a.state != b.state)
    return false;
  if (a.state == CCL_TROUBLE)
    return a.as.trouble == b.as.trouble;
  return a.state != CCL_KNOWN || (a.kind == b.kind && ccl_value_eq(a, b));
}

static const remembered *recall(const struct ccl_calls *calls, uint32_t function, const ccl_value *arguments,
                                size_t count) {
  for (size_t i = calls->results.len; i > 0; i--) {
    const remembered *result = &calls->results.items[i - 1];
    size_t same = 0;
    while (result->function == function && same < count && is_same(result->arguments[same], arguments[same]))
      same++;
    if (result->function == function && same == count)
      return result;
  }
  return NULL;
}

static void remember(struct ccl_calls *calls, uint32_t function, const ccl_value *arguments, size_t count,
                     ccl_value value) {
  if (calls->results.len >= MOST_REMEMBERED)
    return;
  ccl_value *copy = ccl_new_array(ccl_value, count);
  for (size_t i = 0; i < count; i++)
    copy[i] = arguments[i];
  ccl_vec_push(&calls->results, ((remembered){ function, copy, value }));
}

/* Computes the function's body with these arguments. */
static ccl_value enter(ccl_env *env, uint32_t function, const ccl_value *arguments) {
  const ccl_value *outer = env->arguments;
  env->arguments = arguments;
  ccl_value value = ccl_compute(env, env->plan->functions[function].body);
  env->arguments = outer;
  return value;
}

/* A call from within a function. */
static ccl_value enter_inner(ccl_env *env, const ccl_expr *expr, const ccl_value *arguments) {
  struct ccl_calls *calls = env->calls;
  if (++calls->made <= CALLS_BEFORE_REMEMBERING)
    return enter(env, expr->index, arguments);
  const remembered *before = recall(calls, expr->index, arguments, expr->arg_count);
  if (before)
    return before->value;
  ccl_value value = enter(env, expr->index, arguments);
  remember(calls, expr->index, arguments, expr->arg_count, value);
  return value;
}

ccl_value ccl_op_call(ccl_env *env, const ccl_expr *expr) {
  ccl_value few[FEW_ARGUMENTS];
  ccl_value *arguments = expr->arg_count > FEW_ARGUMENTS ? ccl_new_array(ccl_value, expr->arg_count) : few;
  for (size_t i = 0; i < expr->arg_count; i++)
    arguments[i] = ccl_compute(env, expr->args[i]);
  if (env->calls)
    return enter_inner(env, expr, arguments);
  struct ccl_calls calls = { 0 };
  env->calls = &calls;
  ccl_value value = enter(env, expr->index, arguments);
  env->calls = NULL;
  return value;
}

ccl_value ccl_op_argument(ccl_env *env, const ccl_expr *expr) {
  return env->arguments[expr->index];
}

/* What is remembered holds for one context; the surroundings may well compute in another before they answer. */
ccl_value ccl_ask_leaf(ccl_env *env, const ccl_expr *expr) {
  struct ccl_calls *calls = env->calls;
  const ccl_value *arguments = env->arguments;
  env->calls = NULL;
  ccl_value value = env->leaf(env, expr);
  env->calls = calls;
  env->arguments = arguments;
  return value;
}
