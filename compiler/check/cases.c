/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions decided case by case. First the conditions are made tests on figures, and every figure gathers what it is compared with; then its values are parted so that no test
 * changes within a part; then every combination of parts is tried. What a condition is worth is as plan/compute.c has it: a missing value makes a comparison false.
 */
#include "check/cases.h"

#include <stdlib.h>

#include "check/range.h"
#include "plan/compute.h"

enum {
  MOST_TRIALS = 200000, /* combinations times tests */
  MOST_ROOTS = 512,     /* on which the figures of one question depend */
  MOST_DEPTH = 600,     /* of definitions in definitions */
  MOST_TESTS = 20000,
  MOST_STEPS = 20000    /* through definitions that use one another */
};

/* ---- What is known while a question is looked at ---- */

/* A figure that conditions ask about. With `other`, how the two compare: −1, 0 or 1. */
typedef struct variable {
  const ccl_expr *figure; /* as it stands in the text */
  const ccl_expr *core;   /* what it comes down to: two figures with one core are one */
  const ccl_expr *other;
  bool is_opaque;         /* a yes or no that nothing more is known about */
  CCL_VEC(ccl_value) points; /* what it is compared with */
  CCL_VEC(ccl_value) parts;  /* one value of each part */
} variable;

typedef enum test_kind { TEST_FIXED, TEST_ALL, TEST_ANY, TEST_NOT, TEST_IF, TEST_COMPARE, TEST_LIST, TEST_TRUE, TEST_KNOWN } test_kind;

typedef struct test {
  test_kind kind;
  bool truth;                       /* of FIXED */
  const struct test *const *parts;  /* of ALL, ANY, NOT, IF (condition, outcome, …, else) */
  size_t part_count;
  uint32_t variable;
  ccl_comparison comparison;
  const ccl_value *values;          /* of COMPARE one, of LIST several */
  size_t value_count;
} test;

typedef struct question {
  const ccl_checking *checking;
  uint32_t activity;
  CCL_VEC(variable *) variables;
  CCL_VEC(uint64_t) roots;          /* of the variable at hand */
  CCL_VEC(uint64_t) all_roots;
  size_t tests, depth, steps;
  bool is_certain;
} question;

static const test *make_test(question *q, const ccl_expr *expr);

/* ---- Figures ---- */

static const ccl_field *field_of(const question *q, const ccl_expr *expr) {
  if (expr->op != CCL_OP_FIELD || q->activity == CCL_NONE)
    return NULL;
  return &q->checking->plan->activities[q->activity].fields[expr->index];
}

/* A figure without what changes nothing about it: conversions, the names of measures and derived fields. */
static const ccl_expr *core_of(const question *q, const ccl_expr *expr) {
  for (size_t steps = 0; steps < MOST_DEPTH; steps++) {
    const ccl_field *field = field_of(q, expr);
    if (expr->op == CCL_OP_CONVERT)
      expr = expr->args[0];
    else if (expr->op == CCL_OP_MEASURE && q->checking->plan->measures[expr->index].versions.count == 0)
      expr = q->checking->plan->measures[expr->index].value;
    else if (field && field->derive)
      expr = field->derive;
    else
      break;
  }
  return expr;
}

static bool is_fixed(question *q, const ccl_expr *expr, ccl_value *value) {
  const ccl_plan *plan = q->checking->plan;
  expr = core_of(q, expr);
  if (expr->op == CCL_OP_CONSTANT) {
    *value = expr->constant;
    return value->state == CCL_KNOWN;
  }
  if (expr->op == CCL_OP_PARAMETER && expr->type.kind != CCL_KIND_NUMBER) {
    const ccl_parameter *parameter = &plan->parameters[expr->index];
    return parameter->version_count == 1 && !parameter->each && is_fixed(q, parameter->versions[0].value, value);
  }
  ccl_rat at;
  if (expr->type.kind != CCL_KIND_NUMBER || !ccl_range_is_point(ccl_range_of(q->checking->ranges, expr, q->activity, NULL), &at))
    return false;
  *value = ccl_value_number(at);
  return true;
}

static uint32_t variable_for(question *q, const ccl_expr *figure, const ccl_expr *other, bool is_opaque) {
  const ccl_expr *core = is_opaque ? figure : core_of(q, figure), *second = other ? core_of(q, other) : NULL;
  for (size_t i = 0; i < q->variables.len; i++) {
    const variable *known = q->variables.items[i];
    if (known->is_opaque == is_opaque && !known->other == !second && ccl_expr_same(known->core, core) && (!second || ccl_expr_same(known->other, second)))
      return (uint32_t)i;
  }
  variable *made = ccl_new(variable);
  *made = (variable){ .figure = figure, .core = core, .other = second, .is_opaque = is_opaque };
  ccl_vec_push(&q->variables, made);
  return (uint32_t)(q->variables.len - 1);
}

/* ---- Tests ---- */

static test *new_test(question *q, test_kind kind) {
  test *made = ccl_new(test);
  made->kind = kind;
  q->tests++;
  return made;
}

static const test *fixed(question *q, bool truth) {
  test *made = new_test(q, TEST_FIXED);
  made->truth = truth;
  return made;
}

static const test *opaque(question *q, const ccl_expr *expr) {
  test *made = new_test(q, TEST_TRUE);
  made->variable = variable_for(q, expr, NULL, true);
  return made;
}

static const test *several(question *q, test_kind kind, const ccl_expr *expr) {
  const test **parts = ccl_new_array(const test *, expr->arg_count);
  for (size_t i = 0; i < expr->arg_count; i++)
    parts[i] = make_test(q, expr->args[i]);
  test *made = new_test(q, kind);
  made->parts = parts;
  made->part_count = expr->arg_count;
  return made;
}

static bool is_true_of(ccl_comparison comparison, int order) {
  switch (comparison) {
  case CCL_EQ: return order == 0;
  case CCL_NE: return order != 0;
  case CCL_LT: return order < 0;
  case CCL_LE: return order <= 0;
  case CCL_GT: return order > 0;
  case CCL_GE: return order >= 0;
  }
  return false;
}

static ccl_comparison mirrored(ccl_comparison comparison) {
  switch (comparison) {
  case CCL_LT: return CCL_GT;
  case CCL_LE: return CCL_GE;
  case CCL_GT: return CCL_LT;
  case CCL_GE: return CCL_LE;
  case CCL_EQ: case CCL_NE: break;
  }
  return comparison;
}

/* Kinds whose values can be parted. */
static bool is_partable(ccl_kind kind) {
  return kind != CCL_KIND_TIMESTAMP && kind != CCL_KIND_MONTH;
}

static const test *test_with(question *q, const ccl_expr *figure, ccl_comparison comparison, const ccl_value *values, size_t count) {
  test *made = new_test(q, comparison == CCL_EQ && count != 1 ? TEST_LIST : TEST_COMPARE);
  made->variable = variable_for(q, figure, NULL, false);
  made->comparison = comparison;
  made->values = values;
  made->value_count = count;
  q->tests += count;
  for (size_t i = 0; i < count; i++)
    ccl_vec_push(&q->variables.items[made->variable]->points, values[i]);
  return made;
}

static const test *compare(question *q, const ccl_expr *expr) {
  const ccl_expr *left = expr->args[0], *right = expr->args[1];
  ccl_value sides[2];
  bool is_left_fixed = is_fixed(q, left, &sides[0]), is_right_fixed = is_fixed(q, right, &sides[1]);
  if (is_left_fixed && is_right_fixed)
    return fixed(q, is_true_of(expr->comparison, ccl_value_cmp(sides[0], sides[1])));
  if ((is_left_fixed || is_right_fixed) && is_partable(left->type.kind)) {
    ccl_value *value = ccl_new(ccl_value);
    *value = sides[is_left_fixed ? 0 : 1];
    return test_with(q, is_left_fixed ? right : left, is_left_fixed ? mirrored(expr->comparison) : expr->comparison, value, 1);
  }
  if (left->type.kind == CCL_KIND_BOOL || is_left_fixed || is_right_fixed)
    return opaque(q, expr);
  ccl_value *zero = ccl_new(ccl_value);
  *zero = ccl_value_number(CCL_RAT_ZERO);
  test *made = new_test(q, TEST_COMPARE);
  bool is_turned = false;
  for (size_t i = 0; i < q->variables.len; i++) /* b < a, when a and b are known already */
    if (q->variables.items[i]->other && ccl_expr_same(q->variables.items[i]->core, core_of(q, right)) && ccl_expr_same(q->variables.items[i]->other, core_of(q, left)))
      is_turned = true;
  made->variable = is_turned ? variable_for(q, right, left, false) : variable_for(q, left, right, false);
  made->comparison = is_turned ? mirrored(expr->comparison) : expr->comparison;
  made->values = zero;
  made->value_count = 1;
  return made;
}

static const test *in_list(question *q, const ccl_expr *expr) {
  size_t count = expr->arg_count - 1;
  ccl_value *values = ccl_new_array(ccl_value, count);
  if (!is_partable(expr->args[0]->type.kind))
    return opaque(q, expr);
  for (size_t i = 0; i < count; i++)
    if (!is_fixed(q, expr->args[i + 1], &values[i]))
      return opaque(q, expr);
  return test_with(q, expr->args[0], CCL_EQ, values, count);
}

static const test *truth_of(question *q, const ccl_expr *expr) {
  test *made = new_test(q, TEST_TRUE);
  made->variable = variable_for(q, expr, NULL, false);
  return made;
}

static const test *known(question *q, const ccl_expr *figure) {
  test *made = new_test(q, TEST_KNOWN);
  made->variable = variable_for(q, figure, NULL, false);
  return made;
}

/* a by default b: if known(a) then a else b. */
static const test *by_default(question *q, const ccl_expr *expr) {
  const test **parts = ccl_new_array(const test *, 3);
  parts[0] = known(q, expr->args[0]);
  parts[1] = make_test(q, expr->args[0]);
  parts[2] = make_test(q, expr->args[1]);
  test *made = new_test(q, TEST_IF);
  made->parts = parts;
  made->part_count = 3;
  return made;
}

/* A definition instead of its name; what fields there are in it is known there. */
static const test *defined(question *q, const ccl_expr *value, bool has_fields) {
  uint32_t activity = q->activity;
  if (q->depth >= MOST_DEPTH || q->tests >= MOST_TESTS)
    return opaque(q, value);
  q->depth++;
  q->activity = has_fields ? activity : CCL_NONE;
  const test *made = make_test(q, value);
  q->activity = activity;
  q->depth--;
  return made;
}

static const test *make_test(question *q, const ccl_expr *expr) {
  const ccl_field *field = field_of(q, expr);
  switch ((int)expr->op) {
  case CCL_OP_CONSTANT: return fixed(q, expr->constant.as.truth);
  case CCL_OP_AND: return several(q, TEST_ALL, expr);
  case CCL_OP_OR: return several(q, TEST_ANY, expr);
  case CCL_OP_NOT: return several(q, TEST_NOT, expr);
  case CCL_OP_IF: return several(q, TEST_IF, expr);
  case CCL_OP_COMPARE: return compare(q, expr);
  case CCL_OP_IN_LIST: return in_list(q, expr);
  case CCL_OP_KNOWN: return known(q, expr->args[0]);
  case CCL_OP_DEFAULT: return by_default(q, expr);
  case CCL_OP_MEASURE: {
    const ccl_measure *measure = &q->checking->plan->measures[expr->index];
    return measure->versions.count == 0 ? defined(q, measure->value, false) : opaque(q, expr);
  }
  case CCL_OP_FIELD: return field && field->derive ? defined(q, field->derive, true) : truth_of(q, expr);
  default: return opaque(q, expr);
  }
}

/* ---- Parts ---- */

typedef struct choice_list {
  const uint32_t *items;
  size_t count;
  bool is_whole; /* false: other ones are possible */
} choice_list;

static bool has_choice(const choice_list *list, uint32_t choice) {
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i] == choice)
      return true;
  return false;
}

/* A declared list is taken as it is; what several figures can be is joined. */
static void add_choices(choice_list *list, const uint32_t *choices, size_t count) {
  if (list->count == 0) {
    list->items = choices;
    list->count = count;
    return;
  }
  uint32_t *joined = ccl_alloc_atomic((list->count + count) * sizeof *joined);
  choice_list made = { joined, 0, list->is_whole };
  for (size_t i = 0; i < list->count + count; i++) {
    uint32_t choice = i < list->count ? list->items[i] : choices[i - list->count];
    if (!has_choice(&made, choice))
      joined[made.count++] = choice;
  }
  *list = made;
}

/* The bands of a calendar, and of those that amendments put in its place. */
static void add_bands(const ccl_plan *plan, uint32_t index, choice_list *list) {
  ccl_versions versions = plan->calendars[index].versions;
  add_choices(list, plan->calendars[index].choices, plan->calendars[index].calendar.band_count);
  for (size_t i = 0; i < versions.count; i++) {
    const ccl_band_calendar *later = &plan->calendars[versions.items[i].index];
    add_choices(list, later->choices, later->calendar.band_count);
  }
}

/* Every choice that a figure can be. */
static void gather_choices(question *q, const ccl_expr *expr, choice_list *list) {
  const ccl_plan *plan = q->checking->plan;
  expr = core_of(q, expr);
  const ccl_field *field = field_of(q, expr);
  if (++q->steps > MOST_STEPS) {
    list->is_whole = false;
    return;
  }
  switch ((int)expr->op) {
  case CCL_OP_CONSTANT: add_choices(list, &expr->constant.as.choice, 1); return;
  case CCL_OP_BAND: add_bands(plan, expr->index, list); return;
  case CCL_OP_DIMENSION: add_choices(list, plan->dims[expr->index].choices, plan->dims[expr->index].choice_count); return;
  case CCL_OP_DEFAULT:
    gather_choices(q, expr->args[0], list);
    gather_choices(q, expr->args[1], list);
    return;
  case CCL_OP_IF:
    for (size_t i = 1; i < expr->arg_count; i += i + 2 < expr->arg_count ? 2 : 1)
      gather_choices(q, expr->args[i], list);
    return;
  case CCL_OP_FIELD:
    if (field && !field->derive) {
      add_choices(list, field->choices, field->choice_count);
      return;
    }
    break;
  default: break;
  }
  list->is_whole = false;
}

static int by_value(const void *a, const void *b) {
  return ccl_value_cmp(*(const ccl_value *)a, *(const ccl_value *)b);
}

/* The points in their order, each once. */
static void sort_points(variable *v) {
  size_t kept = 0;
  if (v->points.len > 1)
    qsort(v->points.items, v->points.len, sizeof *v->points.items, by_value);
  for (size_t i = 0; i < v->points.len; i++)
    if (kept == 0 || !ccl_value_eq(v->points.items[kept - 1], v->points.items[i]))
      v->points.items[kept++] = v->points.items[i];
  v->points.len = kept;
}

static void add_number(variable *v, ccl_range range, ccl_interval where) {
  ccl_rat figure;
  if (!ccl_interval_is_empty(where) && ccl_set_pick(ccl_set_and(range.set, ccl_set_of(where)), range.step, &figure))
    ccl_vec_push(&v->parts, ccl_value_number(figure));
}

/* Each point, and what lies between two of them. */
static void part_numbers(variable *v, ccl_range range) {
  ccl_interval between = ccl_interval_all();
  for (size_t i = 0; i < v->points.len; i++) {
    ccl_rat at = v->points.items[i].as.number;
    between.has_high = between.high_excluded = true;
    between.high = at;
    add_number(v, range, between);
    add_number(v, range, ccl_interval_point(at));
    between.has_low = between.low_excluded = true;
    between.low = at;
    between.has_high = false;
  }
  add_number(v, range, between);
}

static void part_dates(variable *v) {
  ccl_day from = CCL_DAY_MIN;
  for (size_t i = 0; i < v->points.len; i++) {
    ccl_day at = v->points.items[i].as.day;
    if (at > from)
      ccl_vec_push(&v->parts, ccl_value_day(at - 1));
    ccl_vec_push(&v->parts, ccl_value_day(at));
    from = at + 1;
  }
  if (from <= CCL_DAY_MAX)
    ccl_vec_push(&v->parts, ccl_value_day(from));
}

static void part_texts(variable *v) {
  static const char *const others[] = { "A", "B", "C" };
  for (size_t i = 0; i < v->points.len; i++)
    ccl_vec_push(&v->parts, v->points.items[i]);
  for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
    bool is_new = true;
    for (size_t i = 0; i < v->points.len; i++)
      is_new = is_new && !ccl_str_is(v->points.items[i].as.text, others[k]);
    if (is_new) {
      ccl_vec_push(&v->parts, ccl_value_text(ccl_str_from(others[k])));
      return;
    }
  }
}

static bool is_point(const variable *v, uint32_t choice) {
  size_t low = 0, high = v->points.len;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (v->points.items[middle].as.choice < choice)
      low = middle + 1;
    else
      high = middle;
  }
  return low < v->points.len && v->points.items[low].as.choice == choice;
}

/* Those that it is compared with, and one of the others. */
static void part_choices(question *q, variable *v) {
  choice_list list = { .is_whole = true };
  gather_choices(q, v->core, &list);
  bool has_other = false;
  for (size_t i = 0; i < list.count; i++) {
    bool is_compared = is_point(v, list.items[i]);
    if (is_compared || !has_other)
      ccl_vec_push(&v->parts, ccl_value_choice(list.items[i]));
    has_other = has_other || !is_compared;
  }
  for (size_t i = 0; i < v->points.len && !list.is_whole; i++)
    if (!has_choice(&list, v->points.items[i].as.choice))
      ccl_vec_push(&v->parts, v->points.items[i]);
  if (!list.is_whole && !has_other)
    ccl_vec_push(&v->parts, ccl_value_choice(CCL_NONE)); /* one that is not named */
}

static bool may_be_absent(question *q, const ccl_expr *expr) {
  const ccl_field *field = field_of(q, expr);
  if (++q->steps > MOST_STEPS)
    return true;
  if (field)
    return field->derive ? may_be_absent(q, field->derive) : field->optional;
  if (expr->op == CCL_OP_DEFAULT)
    return may_be_absent(q, expr->args[1]);
  if (expr->type.kind == CCL_KIND_BOOL)
    return false;
  for (size_t i = 0; i < expr->arg_count; i++)
    if (may_be_absent(q, expr->args[i]))
      return true;
  return false;
}

/* Two figures compared with one another: the signs that their difference can have. */
static void part_order(question *q, variable *v) {
  ccl_range difference = ccl_range_all();
  if (v->core->type.kind == CCL_KIND_NUMBER) {
    ccl_range left = ccl_range_of(q->checking->ranges, v->core, q->activity, NULL), right = ccl_range_of(q->checking->ranges, v->other, q->activity, NULL);
    difference = ccl_range_add(left, ccl_range_neg(right));
  }
  q->is_certain = q->is_certain && difference.is_exact;
  ccl_interval above = ccl_interval_from(CCL_RAT_ZERO), below = { .has_high = true, .high_excluded = true, .low = CCL_RAT_ZERO, .high = CCL_RAT_ZERO };
  above.low_excluded = true;
  const ccl_interval signs[] = { below, ccl_interval_point(CCL_RAT_ZERO), above };
  for (int sign = -1; sign <= 1; sign++)
    if (ccl_set_and(difference.set, ccl_set_of(signs[sign + 1])).count > 0)
      ccl_vec_push(&v->parts, ccl_value_number(ccl_rat_int(sign)));
}

static void part(question *q, variable *v) {
  sort_points(v);
  if (v->other) {
    part_order(q, v);
  } else if (v->is_opaque || v->core->type.kind == CCL_KIND_BOOL) {
    ccl_vec_push(&v->parts, ccl_value_bool(true));
    ccl_vec_push(&v->parts, ccl_value_bool(false));
  } else if (v->core->type.kind == CCL_KIND_NUMBER) {
    ccl_range range = ccl_range_of(q->checking->ranges, v->core, q->activity, NULL);
    q->is_certain = q->is_certain && range.is_exact;
    part_numbers(v, range);
  } else if (v->core->type.kind == CCL_KIND_DATE) {
    part_dates(v);
  } else if (v->core->type.kind == CCL_KIND_TEXT) {
    part_texts(v);
  } else if (v->core->type.kind == CCL_KIND_CHOICE) {
    part_choices(q, v);
  } else if (v->core->type.kind == CCL_KIND_WEEKDAY) {
    for (int weekday = 1; weekday <= 7; weekday++)
      ccl_vec_push(&v->parts, ccl_value_weekday(weekday));
  } else {
    ccl_vec_push(&v->parts, ccl_value_unknown()); /* known(a timestamp) */
  }
  if ((!v->is_opaque && may_be_absent(q, v->core)) || (v->other && may_be_absent(q, v->other)))
    ccl_vec_push(&v->parts, ccl_value_absent());
}

/* ---- Whether figures depend on one another ---- */

static void gather_roots(question *q, const ccl_expr *expr) {
  const ccl_plan *plan = q->checking->plan;
  const ccl_field *field = field_of(q, expr);
  uint32_t index = expr->index;
  ccl_op op = expr->op;
  if (++q->steps > MOST_STEPS || q->roots.len > MOST_ROOTS) {
    q->is_certain = false;
    return;
  }
  switch ((int)op) {
  case CCL_OP_MEASURE: gather_roots(q, plan->measures[index].value); return;
  case CCL_OP_CALL: gather_roots(q, plan->functions[index].body); break;
  case CCL_OP_FIELD:
    if (field && field->derive) {
      gather_roots(q, field->derive);
      return;
    }
    break;
  case CCL_OP_AGGREGATE:
    index = plan->queries[index].source == CCL_FROM_ACTIVITY ? plan->queries[index].activity : CCL_NONE;
    break;
  case CCL_OP_ARTICLE: case CCL_OP_TOTAL: case CCL_OP_CONTEXT:
    op = CCL_OP_CONTEXT;
    index = 0;
    break;
  default: break;
  }
  bool is_leaf = op == CCL_OP_FIELD || op == CCL_OP_AGGREGATE || op == CCL_OP_INPUT || op == CCL_OP_DIMENSION || op == CCL_OP_SERIES || op == CCL_OP_LATEST ||
                 op == CCL_OP_CONTEXT || op == CCL_OP_GRID || op == CCL_OP_TIER_PRICE;
  if (is_leaf)
    ccl_vec_push(&q->roots, (uint64_t)op << 32 | index);
  for (size_t i = 0; i < expr->arg_count; i++)
    gather_roots(q, expr->args[i]);
}

static int by_number(const void *a, const void *b) {
  uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
  return (one > other) - (one < other);
}

/* Certain only when every figure depends on something of its own. */
static void look_at_roots(question *q) {
  for (size_t i = 0; i < q->variables.len && q->is_certain; i++) {
    const variable *v = q->variables.items[i];
    q->roots.len = 0;
    gather_roots(q, v->core);
    if (v->other)
      gather_roots(q, v->other);
    if (q->roots.len > 1)
      qsort(q->roots.items, q->roots.len, sizeof *q->roots.items, by_number);
    for (size_t k = 0; k < q->roots.len; k++)
      if (k == 0 || q->roots.items[k] != q->roots.items[k - 1])
        ccl_vec_push(&q->all_roots, q->roots.items[k]);
  }
  if (q->all_roots.len > 1)
    qsort(q->all_roots.items, q->all_roots.len, sizeof *q->all_roots.items, by_number);
  for (size_t i = 1; i < q->all_roots.len; i++)
    q->is_certain = q->is_certain && q->all_roots.items[i] != q->all_roots.items[i - 1];
}

/* ---- Trying ---- */

static bool holds(const test *it, const ccl_value *values) {
  ccl_value value = it->kind >= TEST_COMPARE ? values[it->variable] : ccl_value_absent();
  switch (it->kind) {
  case TEST_FIXED: return it->truth;
  case TEST_ALL: case TEST_ANY:
    for (size_t i = 0; i < it->part_count; i++)
      if (holds(it->parts[i], values) == (it->kind == TEST_ANY))
        return it->kind == TEST_ANY;
    return it->kind == TEST_ALL;
  case TEST_NOT: return !holds(it->parts[0], values);
  case TEST_IF: {
    size_t i = 0;
    while (i + 1 < it->part_count && !holds(it->parts[i], values))
      i += 2;
    return holds(it->parts[i + 1 < it->part_count ? i + 1 : i], values);
  }
  case TEST_COMPARE: return value.state == CCL_KNOWN && is_true_of(it->comparison, ccl_value_cmp(value, it->values[0]));
  case TEST_LIST:
    for (size_t i = 0; i < it->value_count && value.state == CCL_KNOWN; i++)
      if (ccl_value_eq(value, it->values[i]))
        return true;
    return false;
  case TEST_TRUE: return value.state == CCL_KNOWN && value.as.truth;
  case TEST_KNOWN: return value.state != CCL_ABSENT;
  }
  return false;
}

/* How many combinations there are, at most `limit` + 1. */
static size_t combinations(const question *q, size_t limit) {
  size_t all = 1;
  for (size_t i = 0; i < q->variables.len && all <= limit; i++)
    all *= q->variables.items[i]->parts.len; /* no wrap: both are at most a few hundred thousand */
  return all <= limit ? all : limit + 1;
}

/* The next combination, the last figure first; false after the last. */
static bool advance(const question *q, size_t *at, ccl_value *values) {
  for (size_t i = q->variables.len; i > 0; i--) {
    const variable *v = q->variables.items[i - 1];
    at[i - 1] = at[i - 1] + 1 < v->parts.len ? at[i - 1] + 1 : 0;
    values[i - 1] = v->parts.items[at[i - 1]];
    if (at[i - 1] > 0)
      return true;
  }
  return false;
}

static void keep_case(const question *q, const ccl_value *values, ccl_case *found) {
  ccl_case_figure *figures = ccl_new_array(ccl_case_figure, q->variables.len);
  found->count = 0;
  for (size_t i = 0; i < q->variables.len; i++)
    if (!q->variables.items[i]->other && values[i].state != CCL_UNKNOWN)
      figures[found->count++] = (ccl_case_figure){ q->variables.items[i]->figure, values[i] };
  found->figures = figures;
}

ccl_possible ccl_cases_find(const ccl_checking *checking, uint32_t activity, const ccl_expr *const *conditions, const bool *wanted, size_t count,
                            ccl_case *found) {
  question q = { .checking = checking, .activity = activity, .is_certain = true };
  const test **tests = ccl_new_array(const test *, count);
  for (size_t i = 0; i < count; i++)
    tests[i] = conditions[i] ? make_test(&q, conditions[i]) : fixed(&q, true);
  for (size_t i = 0; i < q.variables.len; i++)
    part(&q, q.variables.items[i]);
  size_t limit = MOST_TRIALS / (q.tests + 1) + 1, all = combinations(&q, limit);
  *found = (ccl_case){ NULL, 0 };
  if (all > limit)
    return CCL_CANNOT_TELL;
  ccl_value *values = ccl_new_array(ccl_value, q.variables.len);
  size_t *at = ccl_new_array(size_t, q.variables.len);
  for (size_t i = 0; i < q.variables.len && all > 0; i++)
    values[i] = q.variables.items[i]->parts.items[0];
  bool is_left = all > 0;
  while (is_left) {
    size_t i = 0;
    while (i < count && holds(tests[i], values) == wanted[i])
      i++;
    if (i == count) {
      keep_case(&q, values, found);
      look_at_roots(&q);
      return q.is_certain ? CCL_POSSIBLE : CCL_CANNOT_TELL;
    }
    is_left = advance(&q, at, values);
  }
  return CCL_IMPOSSIBLE;
}

bool ccl_cases_values(const ccl_checking *checking, uint32_t activity, const ccl_expr *figure, const ccl_value **values, size_t *count) {
  question q = { .checking = checking, .activity = activity, .is_certain = true };
  variable v = { .figure = figure, .core = core_of(&q, figure) };
  ccl_kind kind = figure->type.kind;
  if (kind != CCL_KIND_CHOICE && kind != CCL_KIND_BOOL && kind != CCL_KIND_WEEKDAY)
    return false;
  if (kind == CCL_KIND_CHOICE) {
    choice_list list = { .is_whole = true };
    gather_choices(&q, v.core, &list);
    for (size_t i = 0; i < list.count; i++)
      ccl_vec_push(&v.parts, ccl_value_choice(list.items[i]));
    if (!list.is_whole)
      return false;
  } else if (!is_fixed(&q, figure, &(ccl_value){ 0 })) {
    part(&q, &v);
  }
  size_t kept = 0;
  for (size_t i = 0; i < v.parts.len; i++)
    if (v.parts.items[i].state == CCL_KNOWN)
      v.parts.items[kept++] = v.parts.items[i];
  *values = v.parts.items;
  *count = kept;
  return kept > 0;
}

/* ---- In words ---- */

static ccl_str name_of(const ccl_checking *checking, uint32_t activity, const ccl_expr *figure) {
  const ccl_plan *plan = checking->plan;
  switch ((int)figure->op) {
  case CCL_OP_FIELD: return activity == CCL_NONE ? CCL_STR("?") : plan->activities[activity].fields[figure->index].name;
  case CCL_OP_INPUT: return plan->inputs[figure->index].name;
  case CCL_OP_MEASURE: return plan->measures[figure->index].name;
  case CCL_OP_DIMENSION: return plan->dims[figure->index].name;
  case CCL_OP_PARAMETER: return plan->parameters[figure->index].name;
  default: return ccl_source_text(checking->sources, figure->span);
  }
}

static ccl_str value_text(const ccl_checking *checking, const ccl_case_figure *it, ccl_lang lang) {
  const ccl_plan *plan = checking->plan;
  if (it->value.state == CCL_ABSENT)
    return ccl_message_text(&ccl_check_say_case_missing, lang, CCL_NO_ARGS);
  if (it->value.kind == CCL_KIND_CHOICE && it->value.as.choice == CCL_NONE)
    return ccl_message_text(&ccl_check_say_case_other, lang, CCL_NO_ARGS);
  return ccl_value_say(plan, it->figure->type, it->value, lang);
}

ccl_str ccl_case_text(const ccl_checking *checking, uint32_t activity, const ccl_case *it, ccl_lang lang) {
  ccl_str *parts = ccl_new_array(ccl_str, it->count);
  for (size_t i = 0; i < it->count; i++)
    parts[i] = ccl_str_join((ccl_str[]){ name_of(checking, activity, it->figures[i].figure), value_text(checking, &it->figures[i], lang) }, 2, CCL_STR(" = "));
  return ccl_str_join(parts, it->count, CCL_STR(", "));
}
