/* SPDX-License-Identifier: Apache-2.0 */
/* Plans made by hand, for the tests of plan/: short ways to expressions, values and types. */
#ifndef CCL_TESTS_PLAN_BUILD_H
#define CCL_TESTS_PLAN_BUILD_H

#include <criterion/criterion.h>
#include <stdarg.h>

#include "base/mem.h"
#include "plan/compute.h"

#define S(text) ccl_str_from(text)
#define COUNT(array) (sizeof(array) / sizeof *(array))

static inline void same_text(ccl_str found, const char *expected, const char *what) {
  cr_expect(ccl_str_is(found, expected), "%s: \"%.*s\" instead of \"%s\"", what, (int)found.len, found.ptr, expected);
}

static inline ccl_day date(int year, int month, int day) {
  return ccl_day_from((ccl_ymd){ year, month, day });
}

static inline ccl_rat rat(const char *text) {
  ccl_rat number;
  cr_assert(ccl_rat_parse_fraction(S(text), &number), "%s", text);
  return number;
}

static inline ccl_value number(const char *text) {
  return ccl_value_number(rat(text));
}

/* ---- types ---- */

static inline ccl_type type_of(ccl_kind kind) {
  return (ccl_type){ .kind = kind };
}

/* "EUR/hour", "%", "number": atoms between "/". */
static inline ccl_type unit_type(ccl_units *units, const char *text) {
  const ccl_unit *whole = NULL;
  for (ccl_str rest = S(text); rest.len > 0;) {
    ptrdiff_t bar = ccl_str_find(rest, S("/"));
    size_t end = bar < 0 ? rest.len : (size_t)bar;
    const ccl_unit *atom = ccl_unit_atom(units, ccl_str_sub(rest, 0, end), CCL_LANG_EN);
    cr_assert_not_null(atom, "%s", text);
    whole = whole ? ccl_unit_quotient(units, whole, atom) : atom;
    rest = ccl_str_sub(rest, end + 1, rest.len);
  }
  return (ccl_type){ CCL_KIND_NUMBER, whole };
}

/* ---- expressions ---- */

/* The arguments follow, `count` of them: const ccl_expr *. */
static inline ccl_expr *node(ccl_op op, ccl_type type, size_t count, ...) {
  ccl_expr *expr = ccl_new(ccl_expr);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count);
  va_list list;
  va_start(list, count);
  for (size_t i = 0; i < count; i++)
    args[i] = va_arg(list, const ccl_expr *);
  va_end(list);
  *expr = (ccl_expr){ .op = op, .type = type, .args = args, .arg_count = count };
  return expr;
}

static inline const ccl_expr *constant(ccl_type type, ccl_value value) {
  ccl_expr *expr = node(CCL_OP_CONSTANT, type, 0);
  expr->constant = value;
  return expr;
}

/* A figure as it is written in the unit of the type. */
static inline const ccl_expr *figure(ccl_type type, const char *text) {
  return constant(type, ccl_value_number(ccl_rat_mul(rat(text), type.unit->scale)));
}

/* Whichever of the leaves and look-ups that have an index. */
static inline const ccl_expr *named(ccl_op op, ccl_type type, uint32_t index) {
  ccl_expr *expr = node(op, type, 0);
  expr->index = index;
  return expr;
}

static inline const ccl_expr *with_index(ccl_expr *expr, uint32_t index) {
  expr->index = index;
  return expr;
}

static inline const ccl_expr *compared(ccl_comparison comparison, const ccl_expr *a, const ccl_expr *b) {
  ccl_expr *expr = node(CCL_OP_COMPARE, type_of(CCL_KIND_BOOL), 2, a, b);
  expr->comparison = comparison;
  return expr;
}

/* a − b or a / b, by op SUM or PRODUCT. */
static inline const ccl_expr *inverse(ccl_op op, ccl_type type, const ccl_expr *a, const ccl_expr *b) {
  static const bool second[] = { false, true };
  ccl_expr *expr = node(op, type, 2, a, b);
  expr->inverse = second;
  return expr;
}

/* ---- a plan ---- */

static inline void begin_plan(void) {
  ccl_mem_init();
  ccl_rat_init();
}

/* Nothing but a contract of three years in Europe/Paris, in euros. */
static inline ccl_plan empty_plan(ccl_lang lang) {
  ccl_plan plan = { 0 };
  plan.units = ccl_units_new();
  plan.header = (ccl_header){
    .lang = lang,
    .title = S("A contract"),
    .reference = S("CTR-1"),
    .currency = ccl_unit_currency(plan.units, S("EUR")),
    .cycle = { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, { date(2026, 1, 1), date(2028, 12, 31) } },
    .zone_name = S("Europe/Paris"),
    .zone = ccl_zone_find(S("Europe/Paris")),
    .rounding = { CCL_ROUND_COMMERCIAL, ccl_rat_frac(1, 100), false },
  };
  return plan;
}

/* ---- surroundings: leaves answered from an array by their index, whatever their op; each visit is counted ---- */

typedef struct leaves {
  const ccl_value *values;
  unsigned *visits;
} leaves;

static inline ccl_value answer_leaf(ccl_env *env, const ccl_expr *expr) {
  leaves *all = env->self;
  if (all->visits)
    all->visits[expr->index]++;
  return all->values[expr->index];
}

static inline ccl_env env_of(const ccl_plan *plan, const ccl_supply *supply, leaves *all) {
  ccl_env env = { .plan = plan, .supply = supply, .leaf = answer_leaf, .self = all };
  for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
    env.bound[i] = ccl_value_absent();
  return env;
}

/* ---- what came out ---- */

static inline void is_number(ccl_value value, const char *expected, const char *what) {
  cr_assert(value.state == CCL_KNOWN && value.kind == CCL_KIND_NUMBER, "%s: no number (state %d)", what,
            (int)value.state);
  same_text(ccl_rat_text(value.as.number), expected, what);
}

static inline void is_truth(ccl_value value, bool expected, const char *what) {
  cr_assert(value.state == CCL_KNOWN && value.kind == CCL_KIND_BOOL, "%s: neither true nor false (state %d)", what,
            (int)value.state);
  cr_expect(value.as.truth == expected, "%s", what);
}

static inline void is_date(ccl_value value, const char *expected, const char *what) {
  cr_assert(value.state == CCL_KNOWN && value.kind == CCL_KIND_DATE, "%s: no date (state %d)", what, (int)value.state);
  same_text(ccl_day_text(value.as.day), expected, what);
}

static inline void is_trouble(ccl_value value, ccl_code code, const ccl_expr *at, const char *what) {
  cr_assert(value.state == CCL_TROUBLE, "%s: no trouble (state %d)", what, (int)value.state);
  same_text(S(ccl_code_text(value.as.trouble->code)), ccl_code_text(code), what);
  cr_expect(value.as.trouble->at == at, "%s: at another place", what);
}

#endif
