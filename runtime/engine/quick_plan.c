/* SPDX-License-Identifier: Apache-2.0 */
/* From the classes of an activity to tables, conditions and figures; what a strip of columns cannot do ends the attempt. */
#include "engine/quick.h"

#include <string.h>

enum { HOUR = 3600 };

/* ---- On which columns a value depends ---- */

typedef struct deps {
  uint32_t *lanes;
  size_t count;
} deps;

static void add_dep(deps *list, uint32_t field) {
  for (size_t i = 0; i < list->count; i++)
    if (list->lanes[i] == field)
      return;
  list->lanes[list->count++] = field;
}

static const ccl_field *field_at(const ccl_quick *quick, uint32_t field) {
  return &quick->activity->fields[field];
}

/* What a derived field stands for, as long as it is one. */
static const ccl_expr *underived(const ccl_quick *quick, const ccl_expr *expr) {
  while (expr->op == CCL_OP_FIELD && expr->index >= quick->activity->data_count)
    expr = field_at(quick, expr->index)->derive;
  return expr;
}

static int32_t common_divisor(int32_t a, int32_t b) {
  while (b != 0) {
    int32_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* The slots of a day become as short as the calendar's limits ask. */
static void refine_slots(ccl_quick *quick, const ccl_calendar *calendar) {
  for (size_t b = 0; b < calendar->band_count; b++)
    for (size_t s = 0; s < calendar->bands[b].slot_count; s++) {
      const ccl_slot *slot = &calendar->bands[b].slots[s];
      quick->slot_seconds = common_divisor(quick->slot_seconds, slot->from);
      quick->slot_seconds = common_divisor(quick->slot_seconds, slot->to);
    }
}

/* The same for all calendars that the name means on some day. Whether they are several. */
static bool refine_by_versions(ccl_quick *quick, uint32_t calendar) {
  ccl_versions versions = quick->plan->calendars[calendar].versions;
  refine_slots(quick, &quick->plan->calendars[calendar].calendar);
  for (size_t i = 0; i < versions.count; i++)
    refine_slots(quick, &quick->plan->calendars[versions.items[i].index].calendar);
  return versions.count > 0;
}

static bool find_deps(ccl_quick *quick, const ccl_expr *expr, deps *list);

static bool find_in_args(ccl_quick *quick, const ccl_expr *expr, deps *list) {
  for (size_t i = 0; i < expr->arg_count; i++)
    if (!find_deps(quick, expr->args[i], list))
      return false;
  return true;
}

/* False: not on columns of few values alone. */
static bool find_deps(ccl_quick *quick, const ccl_expr *expr, deps *list) {
  uint32_t own = quick->activity->dated_by;
  expr = underived(quick, expr);
  switch ((int)expr->op) {
  case CCL_OP_FIELD: {
    ccl_kind kind = field_at(quick, expr->index)->type.kind;
    if (kind == CCL_KIND_NUMBER || kind == CCL_KIND_TIMESTAMP)
      return false;
    add_dep(list, expr->index);
    return true;
  }
  case CCL_OP_BAND:
  case CCL_OP_HOUR:
  case CCL_OP_DATE_OF: {
    /* The only questions to a time whose answer is one for a whole slot. */
    const ccl_expr *time = underived(quick, expr->args[0]);
    if (time->op != CCL_OP_FIELD)
      return false;
    if (expr->op == CCL_OP_BAND && refine_by_versions(quick, expr->index))
      add_dep(list, own);
    add_dep(list, time->index);
    return true;
  }
  case CCL_OP_PARAMETER: add_dep(list, own); return true;
  case CCL_OP_GRID:
  case CCL_OP_TIER_PRICE:
  case CCL_OP_CALL: add_dep(list, own); return find_in_args(quick, expr, list); /* parameters may be inside */
  case CCL_OP_MEASURE:
  case CCL_OP_AGGREGATE:
  case CCL_OP_INPUT:
  case CCL_OP_ARTICLE:
  case CCL_OP_TOTAL:
  case CCL_OP_WINDOW:
  case CCL_OP_OVERALL: return true; /* of the context, not of the row */
  case CCL_OP_CONTEXT: /* but for the contract's end, which amendments move (clause 8) */
    if (expr->index == CCL_CONTRACT_END && quick->plan->amendments_count > 0)
      add_dep(list, own);
    return true;
  case CCL_OP_DIMENSION:
  case CCL_OP_BOUND:
  case CCL_OP_COUNT: return false;
  default: return find_in_args(quick, expr, list);
  }
}

static deps no_deps(const ccl_quick *quick) {
  return (deps){ ccl_new_array(uint32_t, quick->activity->field_count + 1), 0 };
}

/* Whether the value is the same for all rows. */
static bool is_constant(ccl_quick *quick, const ccl_expr *expr) {
  deps list = no_deps(quick);
  return find_deps(quick, expr, &list) && list.count == 0;
}

/* ---- Tables ---- */

uint32_t ccl_quick_codes(const ccl_quick *quick, uint32_t field) {
  const ccl_field *of = field_at(quick, field);
  switch (of->kind) {
  case CCL_FIELD_BOOLEAN: return 3;
  case CCL_FIELD_CHOICE: return (uint32_t)of->choice_count + 1;
  case CCL_FIELD_TIMESTAMP:
  case CCL_FIELD_DATE:
  case CCL_FIELD_DURATION:
  case CCL_FIELD_NUMBER:
  case CCL_FIELD_INTEGER:
  case CCL_FIELD_MONEY:
  case CCL_FIELD_TEXT: break;
  }
  return 0;
}

static uint32_t add_table(ccl_quick *quick, ccl_quick_table table, deps list) {
  table.lanes = list.lanes;
  table.lane_count = list.count;
  for (size_t i = 0; i < list.count; i++)
    quick->used[list.lanes[i]] = true;
  ccl_vec_push(&quick->tables, table);
  return (uint32_t)quick->tables.len - 1;
}

/* The spans of two classes are the same? */
static bool same_spans(const ccl_class *a, const ccl_class *b) {
  return a->span_count == b->span_count &&
         (a->span_count == 0 || (memcmp(a->spans, b->spans, a->span_count * sizeof *a->spans) == 0 &&
                                 memcmp(a->covered, b->covered, a->span_count * sizeof *a->covered) == 0));
}

static deps own_day(const ccl_quick *quick) {
  deps list = no_deps(quick);
  add_dep(&list, quick->activity->dated_by);
  return list;
}

static uint32_t span_table(ccl_quick *quick, ccl_class *class) {
  for (size_t i = 0; i < quick->tables.len; i++)
    if (quick->tables.items[i].kind == CCL_QUICK_SPAN && same_spans(quick->tables.items[i].class, class))
      return (uint32_t)i;
  return add_table(quick, (ccl_quick_table){ .kind = CCL_QUICK_SPAN, .class = class }, own_day(quick));
}

/* ---- Figures ---- */

static void use_field(ccl_quick *quick, uint32_t field) {
  quick->used[field] = true;
}

bool ccl_quick_is_figure(ccl_quick *quick, const ccl_expr *expr) {
  expr = underived(quick, expr);
  switch ((int)expr->op) {
  case CCL_OP_FIELD:
    if (field_at(quick, expr->index)->type.kind != CCL_KIND_NUMBER)
      return false;
    use_field(quick, expr->index);
    return true;
  case CCL_OP_CONSTANT: {
    size_t places;
    const ccl_value *value = &expr->constant;
    return value->state == CCL_KNOWN && value->kind == CCL_KIND_NUMBER && !value->as.number.big &&
           ccl_rat_is_decimal(value->as.number, &places) && places <= 9;
  }
  case CCL_OP_PRODUCT:
    if (expr->inverse)
      for (size_t i = 0; i < expr->arg_count; i++)
        if (expr->inverse[i])
          return false;
    break;
  case CCL_OP_SUM:
  case CCL_OP_NEGATE:
  case CCL_OP_CONVERT: break;
  default: return false;
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    if (!ccl_quick_is_figure(quick, expr->args[i]))
      return false;
  return true;
}

/* ---- Conditions ---- */

static uint32_t add_condition(ccl_quick *quick, ccl_quick_condition condition) {
  ccl_vec_push(&quick->conditions, condition);
  return (uint32_t)quick->conditions.len - 1;
}

static ccl_comparison turned(ccl_comparison comparison) {
  switch (comparison) {
  case CCL_LT: return CCL_GT;
  case CCL_LE: return CCL_GE;
  case CCL_GT: return CCL_LT;
  case CCL_GE: return CCL_LE;
  case CCL_EQ:
  case CCL_NE: break;
  }
  return comparison;
}

/* A whole number, cut to 64 bits. */
static int64_t cut(ccl_rat number) {
  int64_t whole;
  if (ccl_rat_to_int(number, &whole))
    return whole;
  return ccl_rat_sign(number) < 0 ? INT64_MIN : INT64_MAX;
}

static ccl_quick_limits limits_of(ccl_comparison comparison, ccl_rat constant) {
  ccl_quick_limits limits;
  for (int32_t p = 0; p <= CCL_FIGURE_PLACES; p++) {
    ccl_rat scaled = ccl_rat_mul(constant, ccl_rat_int(ccl_power_of_ten(p)));
    ccl_rat floor = ccl_rat_floor(scaled), ceiling = ccl_rat_ceil(scaled);
    int64_t low = INT64_MIN, high = INT64_MAX;
    switch (comparison) {
    case CCL_LE: high = cut(floor); break;
    case CCL_LT: high = cut(ccl_rat_sub(ceiling, CCL_RAT_ONE)); break;
    case CCL_GE: low = cut(ceiling); break;
    case CCL_GT: low = cut(ccl_rat_add(floor, CCL_RAT_ONE)); break;
    case CCL_EQ:
    case CCL_NE:
      low = cut(ceiling);
      high = cut(floor);
      break;
    }
    limits.low[p] = low;
    limits.high[p] = high;
  }
  return limits;
}

/* A limit beyond 64 bits would be met by INT64_MIN or INT64_MAX themselves: no figure is so large (lane_number.c). */
static bool is_limit(ccl_quick *quick, const ccl_class *class, const ccl_expr *expr, ccl_rat *out) {
  if (!is_constant(quick, expr))
    return false;
  ccl_value value = ccl_quick_compute(quick, class, expr);
  if (value.state != CCL_KNOWN || value.kind != CCL_KIND_NUMBER || ccl_rat_is_too_large(value.as.number))
    return false;
  *out = value.as.number;
  return true;
}

static bool compile(ccl_quick *quick, ccl_class *class, const ccl_expr *expr, uint32_t *out);

static bool compile_comparison(ccl_quick *quick, ccl_class *class, const ccl_expr *expr, ccl_quick_condition *made) {
  const ccl_expr *left = expr->args[0], *right = expr->args[1];
  if (left->type.kind != CCL_KIND_NUMBER)
    return false;
  ccl_rat constant;
  made->comparison = expr->comparison;
  if (is_limit(quick, class, left, &constant)) {
    made->comparison = turned(expr->comparison);
    made->left = right;
  } else if (is_limit(quick, class, right, &constant)) {
    made->left = left;
  } else {
    made->op = CCL_QUICK_COMPARE;
    made->left = left;
    made->right = right;
    return ccl_quick_is_figure(quick, left) && ccl_quick_is_figure(quick, right);
  }
  made->op = CCL_QUICK_WITHIN;
  made->inverted = made->comparison == CCL_NE;
  ccl_vec_push(&made->limits, limits_of(made->comparison, constant));
  return ccl_quick_is_figure(quick, made->left);
}

static bool compile_list(ccl_quick *quick, const ccl_class *class, const ccl_expr *expr, ccl_quick_condition *made) {
  made->op = CCL_QUICK_WITHIN;
  made->left = expr->args[0];
  if (!ccl_quick_is_figure(quick, made->left))
    return false;
  for (size_t i = 1; i < expr->arg_count; i++) {
    ccl_rat constant;
    if (!is_limit(quick, class, expr->args[i], &constant))
      return false;
    ccl_vec_push(&made->limits, limits_of(CCL_EQ, constant));
  }
  return true;
}

static bool compile_args(ccl_quick *quick, ccl_class *class, const ccl_expr *expr, ccl_quick_condition *made) {
  made->arg_count = expr->arg_count;
  made->args = ccl_new_array(uint32_t, expr->arg_count);
  for (size_t i = 0; i < expr->arg_count; i++)
    if (!compile(quick, class, expr->args[i], &made->args[i]))
      return false;
  return true;
}

static bool compile_parts(ccl_quick *quick, ccl_class *class, const ccl_expr *expr, ccl_quick_condition *made) {
  switch ((int)expr->op) {
  case CCL_OP_AND: made->op = CCL_QUICK_AND; return compile_args(quick, class, expr, made);
  case CCL_OP_OR: made->op = CCL_QUICK_OR; return compile_args(quick, class, expr, made);
  case CCL_OP_NOT: made->op = CCL_QUICK_NOT; return compile_args(quick, class, expr, made);
  case CCL_OP_COMPARE: return compile_comparison(quick, class, expr, made);
  case CCL_OP_IN_LIST: return compile_list(quick, class, expr, made);
  case CCL_OP_KNOWN:
    made->op = CCL_QUICK_KNOWN;
    made->left = expr->args[0];
    return ccl_quick_is_figure(quick, made->left);
  default: return false;
  }
}

static bool compile(ccl_quick *quick, ccl_class *class, const ccl_expr *expr, uint32_t *out) {
  const ccl_class *surroundings = class->query->outer_count > 0 ? class : NULL;
  expr = underived(quick, expr);
  for (size_t i = 0; i < quick->conditions.len; i++) {
    const ccl_quick_condition *c = &quick->conditions.items[i];
    if (c->expr && ccl_expr_same(c->expr, expr) &&
        (surroundings ? c->class == surroundings : c->class->query->outer_count == 0)) {
      *out = (uint32_t)i;
      return true;
    }
  }
  ccl_quick_condition made = { .expr = expr, .class = class };
  deps list = no_deps(quick);
  bool few = find_deps(quick, expr, &list);
  bool parts = expr->op == CCL_OP_AND || expr->op == CCL_OP_OR || expr->op == CCL_OP_NOT;
  if (few && list.count == 0) {
    ccl_value value = ccl_quick_compute(quick, class, expr);
    if (value.state == CCL_TROUBLE || value.state == CCL_UNKNOWN)
      return false;
    made.op = CCL_QUICK_CONSTANT;
    made.truth = value.state == CCL_KNOWN && value.as.truth;
  } else if (few && (list.count == 1 || !parts)) {
    made.op = CCL_QUICK_TABLE;
    made.table = add_table(quick, (ccl_quick_table){ .kind = CCL_QUICK_EXPR, .expr = expr, .class = class }, list);
  } else if (!compile_parts(quick, class, expr, &made)) {
    return false;
  }
  *out = add_condition(quick, made);
  return true;
}

/* ---- Classes ---- */

/* Whether the row's day is one of a filter's, and its condition holds; or not so (6.7). */
static bool compile_filter(ccl_quick *quick, ccl_class *class, const ccl_row_filter *filter, uint32_t *out) {
  ccl_quick_table days = { .kind = CCL_QUICK_DAYS, .days = &filter->days, .class = class };
  ccl_quick_condition on_days = { .op = CCL_QUICK_TABLE, .class = class };
  on_days.table = add_table(quick, days, own_day(quick));
  *out = add_condition(quick, on_days);
  if (filter->where) {
    ccl_quick_condition both = { .op = CCL_QUICK_AND, .class = class, .arg_count = 2 };
    both.args = ccl_new_array(uint32_t, 2);
    both.args[0] = *out;
    if (!compile(quick, class, filter->where, &both.args[1]))
      return false;
    *out = add_condition(quick, both);
  }
  if (!filter->keep) {
    ccl_quick_condition not = { .op = CCL_QUICK_NOT, .class = class, .arg_count = 1 };
    not .args = ccl_new_array(uint32_t, 1);
    not .args[0] = *out;
    *out = add_condition(quick, not );
  }
  return true;
}

static bool compile_conditions(ccl_quick *quick, ccl_class *class, ccl_quick_selection *made) {
  const ccl_request *first = class->first;
  made->conditions = ccl_new_array(uint32_t, first->filter_count + 1);
  for (size_t i = 0; i < first->filter_count; i++)
    if (first->filters[i].activity == class->query->activity &&
        !compile_filter(quick, class, &first->filters[i], &made->conditions[made->condition_count++]))
      return false;
  return !class->query->where || compile(quick, class, class->query->where, &made->conditions[made->condition_count++]);
}

static bool compile_selection(ccl_quick *quick, ccl_class *class, uint32_t *out) {
  ccl_quick_selection made = { .spans = span_table(quick, class) };
  if (!compile_conditions(quick, class, &made))
    return false;
  for (size_t i = 0; i < quick->selections.len; i++) {
    const ccl_quick_selection *s = &quick->selections.items[i];
    if (s->spans == made.spans && s->condition_count == made.condition_count &&
        memcmp(s->conditions, made.conditions, made.condition_count * sizeof *made.conditions) == 0) {
      *out = (uint32_t)i;
      return true;
    }
  }
  ccl_vec_push(&quick->selections, made);
  *out = (uint32_t)quick->selections.len - 1;
  return true;
}

/* The codes of a field or expression. */
static bool find_key(ccl_quick *quick, ccl_class *class, uint32_t field, const ccl_expr *expr, size_t choices,
                     ccl_quick_key *key) {
  bool direct = field != CCL_NONE && field < quick->activity->data_count;
  if (direct) {
    ccl_kind kind = field_at(quick, field)->type.kind;
    if (kind == CCL_KIND_NUMBER || kind == CCL_KIND_TIMESTAMP)
      return false;
    use_field(quick, field);
    *key = (ccl_quick_key){ true, field, ccl_quick_codes(quick, field) };
    return true;
  }
  deps list = no_deps(quick);
  if (!find_deps(quick, field != CCL_NONE ? field_at(quick, field)->derive : expr, &list))
    return false;
  ccl_quick_table table = { .kind = field != CCL_NONE ? CCL_QUICK_FIELD : CCL_QUICK_EXPR,
                            .expr = expr,
                            .field = field,
                            .class = class,
                            .is_key = true };
  for (size_t i = 0; field != CCL_NONE && i < quick->tables.len; i++)
    if (quick->tables.items[i].kind == CCL_QUICK_FIELD && quick->tables.items[i].field == field) {
      *key = (ccl_quick_key){ false, (uint32_t)i, choices > 0 ? (uint32_t)choices + 1 : 0 };
      return true;
    }
  *key = (ccl_quick_key){ false, add_table(quick, table, list), choices > 0 ? (uint32_t)choices + 1 : 0 };
  return true;
}

static bool compile_keys(ccl_quick *quick, ccl_quick_class *made) {
  enum { DENSE = 1 << 16 };
  ccl_class *class = made->class;
  made->keys = ccl_new_array(ccl_quick_key, class->first->dim_count + 1);
  if (class->span_count > 1)
    made->keys[made->key_count++] =
        (ccl_quick_key){ false, quick->selections.items[made->selection].spans, (uint32_t) class->span_count };
  for (size_t i = 0; i < class->first->dim_count; i++) {
    const ccl_dim *dim = &quick->plan->dims[class->first->dims[i]];
    size_t choices = dim->type.kind == CCL_KIND_CHOICE ? dim->choice_count : 0;
    if (class->dim_fields[i] == CCL_NONE ||
        !find_key(quick, class, class->dim_fields[i], NULL, choices, &made->keys[made->key_count++]))
      return false;
  }
  made->dense = 1;
  for (size_t i = 0; i < made->key_count; i++)
    made->dense = made->keys[i].bound == 0 || made->dense > DENSE ? 0 : made->dense * made->keys[i].bound;
  if (made->dense > DENSE)
    made->dense = 0;
  return true;
}

static bool is_time(const ccl_quick *quick, uint32_t field) {
  return field != CCL_NONE && field < quick->activity->data_count &&
         field_at(quick, field)->kind == CCL_FIELD_TIMESTAMP;
}

static bool compile_value(ccl_quick *quick, ccl_quick_class *made) {
  const ccl_query *query = made->class->query;
  const ccl_activity *activity = quick->activity;
  switch (query->kind) {
  case CCL_QUERY_COUNT: return true;
  case CCL_QUERY_SUM:
  case CCL_QUERY_LOWEST:
  case CCL_QUERY_HIGHEST:
  case CCL_QUERY_MEDIAN:
  case CCL_QUERY_PERCENTILE:
    made->figure = query->what[0];
    return made->figure->type.kind == CCL_KIND_NUMBER && ccl_quick_is_figure(quick, made->figure);
  case CCL_QUERY_DURATION:
    made->is_duration = true;
    if (!is_time(quick, activity->dated_by) || !is_time(quick, activity->until))
      return false;
    quick->instants[activity->dated_by] = quick->instants[activity->until] = true;
    use_field(quick, activity->dated_by);
    use_field(quick, activity->until);
    return true;
  case CCL_QUERY_DISTINCT:
    if (query->what_count != 1)
      return false;
    {
      const ccl_expr *what = underived(quick, query->what[0]);
      if (what->type.kind == CCL_KIND_NUMBER && ccl_quick_is_figure(quick, what)) {
        made->figure = what;
        return true;
      }
      uint32_t field = what->op == CCL_OP_FIELD ? what->index : CCL_NONE;
      return find_key(quick, made->class, field, what, 0, &made->counted);
    }
  case CCL_QUERY_SHARE:
  case CCL_QUERY_AVERAGE: break;
  }
  return false;
}

static bool compile_class(ccl_quick *quick, ccl_class *class) {
  ccl_quick_class made = { .class = class };
  if (class->query->dated_by != quick->activity->dated_by || class->query->split != CCL_NONE)
    return false;
  if (!compile_selection(quick, class, &made.selection) || !compile_keys(quick, &made) || !compile_value(quick, &made))
    return false;
  ccl_vec_push(&quick->classes, made);
  return true;
}

/* ---- All ---- */

/* Whether the rows of the activity can be judged by their columns alone. */
static bool can_be_judged(ccl_quick *quick) {
  const ccl_activity *activity = quick->activity;
  if (activity->dated_by >= activity->data_count)
    return false;
  ccl_field_kind dated = field_at(quick, activity->dated_by)->kind;
  if (dated != CCL_FIELD_TIMESTAMP && dated != CCL_FIELD_DATE)
    return false;
  use_field(quick, activity->dated_by);
  if (activity->key != CCL_NONE)
    quick->instants[activity->key] = true;
  if (activity->until == CCL_NONE || activity->until >= activity->data_count)
    return true;
  /* The end must not lie before the start. */
  if (!is_time(quick, activity->until) || !is_time(quick, activity->dated_by))
    return false;
  quick->instants[activity->dated_by] = quick->instants[activity->until] = true;
  return true;
}

static void make_dates(ccl_quick *quick) {
  for (uint32_t f = 0; f < quick->activity->data_count; f++) {
    ccl_field_kind kind = field_at(quick, f)->kind;
    if (kind != CCL_FIELD_TIMESTAMP && kind != CCL_FIELD_DATE)
      continue;
    uint32_t slots = kind == CCL_FIELD_DATE ? 1 : (uint32_t)(CCL_DAY_SECONDS / quick->slot_seconds);
    quick->dates[f] = ccl_new(ccl_dates);
    ccl_dates_init(quick->dates[f], kind == CCL_FIELD_DATE, slots, quick->activity->zone, quick->plan->header.zone);
  }
}

/* Rooms of the tables that all threads share; what is known already is filled in. */
static void make_shared(ccl_quick *quick) {
  for (size_t i = 0; i < quick->tables.len; i++) {
    ccl_quick_table *table = &quick->tables.items[i];
    uint32_t lane = table->lanes[0];
    if (table->lane_count != 1 || field_at(quick, lane)->kind == CCL_FIELD_TEXT)
      continue;
    size_t cap = 0;
    const ccl_dates *dates = quick->dates[lane];
    uint32_t known = dates ? dates->slots : ccl_quick_codes(quick, lane);
    size_t most = dates ? (size_t)CCL_DATES_MOST * dates->slots : known;
    table->shared = ccl_plain_grow(NULL, &cap, most, sizeof *table->shared);
    ccl_quick_fill_shared(quick, table, 0, known);
  }
}

/* Fields of text on which no table and no group depends. */
static void find_counted(ccl_quick *quick) {
  for (uint32_t f = 0; f < quick->activity->data_count; f++)
    quick->counted[f] = field_at(quick, f)->kind == CCL_FIELD_TEXT;
  for (size_t i = 0; i < quick->tables.len; i++)
    for (size_t l = 0; l < quick->tables.items[i].lane_count; l++)
      quick->counted[quick->tables.items[i].lanes[l]] = false;
  for (size_t i = 0; i < quick->classes.len; i++)
    for (size_t k = 0; k < quick->classes.items[i].key_count; k++)
      if (quick->classes.items[i].keys[k].is_lane)
        quick->counted[quick->classes.items[i].keys[k].index] = false;
}

ccl_quick *ccl_quick_new(ccl_gather *gather) {
  enum { SHORTEST_SLOT = 60 };
  ccl_quick *quick = ccl_new(ccl_quick);
  quick->plan = gather->plan;
  quick->activity = gather->rows->activity;
  quick->gather = gather;
  quick->slot_seconds = HOUR;
  quick->used = ccl_new_array(bool, quick->activity->field_count);
  quick->instants = ccl_new_array(bool, quick->activity->field_count);
  quick->counted = ccl_new_array(bool, quick->activity->field_count);
  quick->dates = ccl_new_array(ccl_dates *, quick->activity->field_count);
  quick->sample = ccl_batch_new(quick->activity);
  quick->sample->count = 1;
  for (size_t f = 0; f < quick->activity->data_count; f++)
    quick->sample->columns[f].present[0] = 0;
  bool possible = can_be_judged(quick);
  for (size_t i = 0; possible && i < gather->classes.all.len; i++)
    possible = compile_class(quick, gather->classes.all.items[i]);
  if (!possible || quick->slot_seconds < SHORTEST_SLOT) {
    ccl_quick_free(quick);
    return NULL;
  }
  make_dates(quick);
  make_shared(quick);
  find_counted(quick);
  return quick;
}

void ccl_quick_free(ccl_quick *quick) {
  for (size_t i = 0; i < quick->tables.len; i++)
    ccl_plain_free(quick->tables.items[i].shared);
  for (size_t f = 0; f < quick->activity->data_count; f++)
    if (quick->dates[f])
      ccl_dates_free(quick->dates[f]);
  ccl_batch_free(quick->sample);
}
