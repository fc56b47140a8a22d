/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds the pairs: in heaps by the values of one figure after the other, then by a sweep over the days. Things whose
 * conditions say nothing of the figure go into each heap, as long as they are few.
 */
#include "check/pairs.h"

#include <stdlib.h>

enum {
  FEW = 12, /* things that are compared without further sorting */
  FEW_SILENT = 24, /* things that say nothing of a figure and go into each of its heaps */
  MOST_VALUES = 64, /* of one guard */
  MOST_DEPTH = 4, /* figures one after the other */
  MOST_IN_VAIN = 12, /* pairs shown of one thing */
  MOST_OPEN = 400 /* things that one is held against */
};

/* ---- What expressions say ---- */

static uint64_t mix(uint64_t hash, uint64_t part) {
  hash ^= part + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
  return hash * 0xff51afd7ed558ccdu;
}

static uint64_t hash_value(const ccl_value *value) {
  uint64_t kind = (uint64_t)value->kind << 8;
  switch (value->kind) {
  case CCL_KIND_NUMBER: return mix(kind, ccl_str_hash(ccl_rat_fraction_text(value->as.number)));
  case CCL_KIND_BOOL: return mix(kind, value->as.truth);
  case CCL_KIND_TEXT: return mix(kind, ccl_str_hash(value->as.text));
  case CCL_KIND_DATE: return mix(kind, (uint64_t)value->as.day);
  case CCL_KIND_TIMESTAMP:
    return mix(mix(kind, (uint64_t)value->as.instant.seconds), (uint64_t)value->as.instant.nanos);
  case CCL_KIND_MONTH: return mix(kind, (uint64_t)value->as.month);
  case CCL_KIND_WEEKDAY: return mix(kind, (uint64_t)value->as.weekday);
  case CCL_KIND_CHOICE: return mix(kind, value->as.choice);
  }
  return kind;
}

uint64_t ccl_check_hash(const ccl_expr *expr) {
  if (!expr)
    return 1;
  uint64_t hash = mix(mix(expr->op, expr->index), expr->comparison);
  if (expr->op == CCL_OP_CONSTANT && expr->constant.state == CCL_KNOWN)
    hash = mix(hash, hash_value(&expr->constant));
  for (size_t i = 0; i < expr->arg_count; i++)
    hash = mix(hash, ccl_check_hash(expr->args[i]) + (expr->inverse && expr->inverse[i]));
  return hash;
}

bool ccl_check_same(const ccl_expr *a, const ccl_expr *b) {
  if (a == b)
    return true;
  if (!a || !b || a->op != b->op || a->index != b->index || a->comparison != b->comparison ||
      a->rounding != b->rounding || a->window.kind != b->window.kind || a->window.periods != b->window.periods ||
      a->arg_count != b->arg_count)
    return false;
  if (a->op == CCL_OP_CONSTANT && (a->constant.state != b->constant.state || a->constant.kind != b->constant.kind ||
                                   (a->constant.state == CCL_KNOWN && !ccl_value_eq(a->constant, b->constant))))
    return false;
  for (size_t i = 0; i < a->arg_count; i++)
    if ((a->inverse && a->inverse[i]) != (b->inverse && b->inverse[i]) || !ccl_check_same(a->args[i], b->args[i]))
      return false;
  return true;
}

/* ---- Guards ---- */

static int cmp_numbers(const void *a, const void *b) {
  uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
  return (one > other) - (one < other);
}

static void add_guard(ccl_guards *guards, const ccl_expr *figure, const uint64_t *values, size_t count) {
  uint64_t *kept = ccl_alloc_atomic(count * sizeof *kept);
  for (size_t i = 0; i < count; i++)
    kept[i] = values[i];
  qsort(kept, count, sizeof *kept, cmp_numbers);
  ccl_vec_push(guards, ((ccl_guard){ .figure = ccl_check_hash(figure), .values = kept, .count = count }));
}

static bool is_constant(const ccl_expr *expr) {
  return expr->op == CCL_OP_CONSTANT && expr->constant.state == CCL_KNOWN;
}

/* A figure that is one of these for certain; a missing one is none of them. */
static void add_values(ccl_guards *guards, const ccl_expr *figure, const ccl_expr *const *constants, size_t count) {
  uint64_t values[MOST_VALUES];
  if (count > MOST_VALUES || is_constant(figure))
    return;
  for (size_t i = 0; i < count; i++) {
    if (!is_constant(constants[i]))
      return;
    values[i] = hash_value(&constants[i]->constant);
  }
  add_guard(guards, figure, values, count);
}

static void add_truth(ccl_guards *guards, const ccl_expr *figure, bool truth) {
  ccl_value value = ccl_value_bool(truth);
  uint64_t values[2] = { hash_value(&value), 0 }; /* `not x` is true where x is missing */
  add_guard(guards, figure, values, truth ? 1 : 2);
}

/* Numbers and dates have an order. */
static bool position(const ccl_value *value, ccl_rat *at) {
  if (value->kind == CCL_KIND_NUMBER)
    *at = value->as.number;
  else if (value->kind == CCL_KIND_DATE)
    *at = ccl_rat_int(value->as.day);
  else
    return false;
  return !ccl_rat_is_too_large(*at);
}

static ccl_guard *interval_of(ccl_guards *guards, uint64_t figure) {
  for (size_t i = 0; i < guards->len; i++)
    if (guards->items[i].figure == figure && guards->items[i].count == 0)
      return &guards->items[i];
  ccl_vec_push(guards, ((ccl_guard){ .figure = figure, .low = CCL_RAT_ZERO, .high = CCL_RAT_ZERO }));
  return &guards->items[guards->len - 1];
}

static void add_limit(ccl_guards *guards, const ccl_expr *figure, bool is_low, ccl_rat limit) {
  ccl_guard *guard = interval_of(guards, ccl_check_hash(figure));
  if (is_low && (!guard->has_low || ccl_rat_cmp(limit, guard->low) > 0))
    guard->low = limit;
  if (!is_low && (!guard->has_high || ccl_rat_cmp(limit, guard->high) < 0))
    guard->high = limit;
  guard->has_low = guard->has_low || is_low;
  guard->has_high = guard->has_high || !is_low;
}

/* x > 3, 3 <= x … */
static void add_order(ccl_guards *guards, const ccl_expr *condition) {
  bool is_turned = is_constant(condition->args[0]);
  const ccl_expr *figure = condition->args[is_turned ? 1 : 0], *constant = condition->args[is_turned ? 0 : 1];
  bool is_low = (condition->comparison == CCL_GT || condition->comparison == CCL_GE) != is_turned;
  ccl_rat limit;
  if (!is_constant(figure) && is_constant(constant) && position(&constant->constant, &limit))
    add_limit(guards, figure, is_low, limit);
}

void ccl_guards_add(ccl_guards *guards, const ccl_expr *condition) {
  if (!condition)
    return;
  switch ((int)condition->op) {
  case CCL_OP_AND:
    for (size_t i = 0; i < condition->arg_count; i++)
      ccl_guards_add(guards, condition->args[i]);
    return;
  case CCL_OP_COMPARE:
    if (condition->comparison == CCL_NE)
      return;
    if (condition->comparison != CCL_EQ)
      add_order(guards, condition);
    else if (is_constant(condition->args[0]))
      add_values(guards, condition->args[1], &condition->args[0], 1);
    else
      add_values(guards, condition->args[0], &condition->args[1], 1);
    return;
  case CCL_OP_IN_LIST: add_values(guards, condition->args[0], condition->args + 1, condition->arg_count - 1); return;
  case CCL_OP_FIELD: add_truth(guards, condition, true); return;
  case CCL_OP_NOT:
    if (condition->args[0]->op == CCL_OP_FIELD)
      add_truth(guards, condition->args[0], false);
    return;
  default: return;
  }
}

bool ccl_guard_lets(const ccl_guard *guard, ccl_value value) {
  uint64_t wanted = hash_value(&value);
  if (guard->count == 0)
    return true;
  for (size_t i = 0; i < guard->count; i++)
    if (guard->values[i] == wanted)
      return true;
  return false;
}

/* ---- The search ---- */

typedef struct search {
  const ccl_meeting *things;
  ccl_meet *meet;
  void *self;
  bool *has_met; /* for each thing */
  uint32_t *tried; /* comparisons, for each thing */
} search;

/* A thing with one value of the figure that a heap is made by. */
typedef struct labelled {
  uint64_t value;
  size_t thing;
} labelled;

static int cmp_labelled(const void *a, const void *b) {
  const labelled *one = a, *other = b;
  if (one->value != other->value)
    return one->value < other->value ? -1 : 1;
  return (one->thing > other->thing) - (one->thing < other->thing);
}

/* A thing as a stretch of days, or of an interval of a figure. */
typedef struct started {
  bool has_from, has_to;
  ccl_rat from, to;
  size_t thing;
} started;

static int cmp_started(const void *a, const void *b) {
  const started *one = a, *other = b;
  int order = (one->has_from ? 1 : 0) - (other->has_from ? 1 : 0);
  if (order == 0 && one->has_from)
    order = ccl_rat_cmp(one->from, other->from);
  return order != 0 ? order : (one->thing > other->thing) - (one->thing < other->thing);
}

/* Two intervals, or two lists, of one figure that have nothing in common. */
static bool are_apart(const ccl_guard *one, const ccl_guard *other) {
  if (one->figure != other->figure || (one->count == 0) != (other->count == 0))
    return false;
  if (one->count == 0)
    return (one->has_high && other->has_low && ccl_rat_cmp(one->high, other->low) < 0) ||
           (other->has_high && one->has_low && ccl_rat_cmp(other->high, one->low) < 0);
  size_t i = 0, k = 0;
  while (i < one->count && k < other->count && one->values[i] != other->values[k])
    one->values[i] < other->values[k] ? i++ : k++;
  return i == one->count || k == other->count;
}

static bool exclude(const ccl_meeting *one, const ccl_meeting *other) {
  for (size_t i = 0; i < one->guard_count; i++)
    for (size_t k = 0; k < other->guard_count; k++)
      if (are_apart(&one->guards[i], &other->guards[k]))
        return true;
  return false;
}

static void try_pair(search *s, size_t one, size_t other) {
  size_t first = one < other ? one : other, second = one < other ? other : one;
  if (s->has_met[second] || s->tried[second] >= MOST_IN_VAIN || exclude(&s->things[first], &s->things[second]))
    return;
  if (ccl_dayset_and(s->things[first].days, s->things[second].days).len == 0)
    return;
  s->tried[second]++;
  s->has_met[second] = s->meet(s->self, first, second);
}

/* The figure of which most of the things say an interval, when their days do not tell them apart. */
static bool interval_figure(const search *s, const size_t *things, size_t count, uint64_t *figure) {
  size_t with = 0;
  bool is_first = true;
  ccl_days days = CCL_NO_DAYS;
  for (size_t i = 0; i < count; i++) {
    const ccl_meeting *thing = &s->things[things[i]];
    ccl_days hull = ccl_dayset_hull(thing->days);
    if (i > 0 && (hull.from != days.from || hull.to != days.to))
      return false;
    days = hull;
    for (size_t k = 0; k < thing->guard_count; k++) {
      if (thing->guards[k].count > 0 || (!is_first && thing->guards[k].figure != *figure))
        continue;
      *figure = thing->guards[k].figure;
      is_first = false;
      with++;
    }
  }
  return 2 * with > count;
}

static started start_of(const search *s, size_t thing, bool by_figure, uint64_t figure) {
  const ccl_meeting *it = &s->things[thing];
  if (!by_figure) {
    ccl_days hull = ccl_dayset_hull(it->days);
    return (started){ true, true, ccl_rat_int(hull.from), ccl_rat_int(hull.to), thing };
  }
  for (size_t i = 0; i < it->guard_count; i++)
    if (it->guards[i].figure == figure && it->guards[i].count == 0)
      return (started){ it->guards[i].has_low, it->guards[i].has_high, it->guards[i].low, it->guards[i].high, thing };
  return (started){ false, false, CCL_RAT_ZERO, CCL_RAT_ZERO, thing };
}

/* Things that begin one after the other meet those that have not ended. */
static void sweep(search *s, const size_t *things, size_t count) {
  uint64_t figure = 0;
  bool by_figure = interval_figure(s, things, count, &figure);
  started *order = ccl_new_array(started, count);
  for (size_t i = 0; i < count; i++)
    order[i] = start_of(s, things[i], by_figure, figure);
  if (count > 0)
    qsort(order, count, sizeof *order, cmp_started);
  CCL_VEC(started) open = { 0 };
  for (size_t i = 0; i < count; i++) {
    size_t kept = 0;
    for (size_t k = 0; k < open.len; k++)
      if (!open.items[k].has_to || !order[i].has_from || ccl_rat_cmp(open.items[k].to, order[i].from) >= 0)
        open.items[kept++] = open.items[k];
    open.len = kept;
    for (size_t k = 0; k < open.len && s->tried[order[i].thing] < MOST_IN_VAIN; k++)
      try_pair(s, open.items[k].thing, order[i].thing);
    if (open.len < MOST_OPEN)
      ccl_vec_push(&open, order[i]);
  }
}

static const ccl_guard *guard_of(const search *s, size_t thing, uint64_t figure) {
  for (size_t i = 0; i < s->things[thing].guard_count; i++)
    if (s->things[thing].guards[i].figure == figure && s->things[thing].guards[i].count > 0)
      return &s->things[thing].guards[i];
  return NULL;
}

/* The figure of which most of the things say something. False: less than half do. */
static bool best_figure(const search *s, const size_t *things, size_t count, const uint64_t *used, size_t used_count,
                        uint64_t *best) {
  CCL_VEC(uint64_t) figures = { 0 };
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < s->things[things[i]].guard_count; k++)
      if (s->things[things[i]].guards[k].count > 0)
        ccl_vec_push(&figures, s->things[things[i]].guards[k].figure);
  if (figures.len > 0)
    qsort(figures.items, figures.len, sizeof *figures.items, cmp_numbers);
  size_t most = count / 2;
  bool found = false;
  for (size_t i = 0, next; i < figures.len; i = next) {
    for (next = i; next < figures.len && figures.items[next] == figures.items[i];)
      next++;
    bool is_used = false;
    for (size_t k = 0; k < used_count; k++)
      is_used = is_used || used[k] == figures.items[i];
    if (is_used || next - i <= most)
      continue;
    most = next - i;
    *best = figures.items[i];
    found = true;
  }
  return found;
}

static void split(search *s, const size_t *things, size_t count, uint64_t *used, size_t used_count) {
  uint64_t figure;
  if (count <= FEW || used_count == MOST_DEPTH || !best_figure(s, things, count, used, used_count, &figure)) {
    sweep(s, things, count);
    return;
  }
  CCL_VEC(labelled) labels = { 0 };
  CCL_VEC(size_t) silent = { 0 };
  for (size_t i = 0; i < count; i++) {
    const ccl_guard *guard = guard_of(s, things[i], figure);
    if (!guard)
      ccl_vec_push(&silent, things[i]);
    for (size_t k = 0; guard && k < guard->count; k++)
      ccl_vec_push(&labels, ((labelled){ guard->values[k], things[i] }));
  }
  qsort(labels.items, labels.len, sizeof *labels.items, cmp_labelled);
  used[used_count] = figure;
  bool is_few = silent.len <= FEW_SILENT;
  for (size_t i = 0, next; i < labels.len; i = next) {
    CCL_VEC(size_t) heap = { 0 };
    for (size_t k = 0; is_few && k < silent.len; k++)
      ccl_vec_push(&heap, silent.items[k]);
    for (next = i; next < labels.len && labels.items[next].value == labels.items[i].value; next++)
      ccl_vec_push(&heap, labels.items[next].thing);
    split(s, heap.items, heap.len, used, used_count + 1);
  }
  sweep(s, is_few ? silent.items : things, is_few ? silent.len : count);
}

void ccl_pairs_find(const ccl_meeting *things, size_t count, ccl_meet *meet, void *self) {
  search s = { things, meet, self, ccl_new_array(bool, count), ccl_new_array(uint32_t, count) };
  size_t *all = ccl_new_array(size_t, count);
  for (size_t i = 0; i < count; i++)
    all[i] = i;
  uint64_t used[MOST_DEPTH];
  split(&s, all, count, used, 0);
}
