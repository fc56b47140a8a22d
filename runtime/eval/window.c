/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Aggregates over the days, ISO weeks, calendar months and billing periods of the window (clause 5): each piece is a
 * context of its own, cut to the window, in which measures and inputs are computed.
 */
#include <stdlib.h>

#include "eval/ask.h"
#include "eval/key.h"

/* What one walk over the pieces has met. */
typedef struct walk {
  const ccl_query *query;
  uint64_t pieces; /* that satisfy the condition, and whose value is known when there is one */
  uint64_t among; /* of a share: those that it is a share of */
  ccl_rat sum;
  CCL_VEC(ccl_value) values; /* in the order of time */
  ccl_map different;
  ccl_value flaw; /* unknown or a trouble; CCL_KNOWN: nothing is wrong */
} walk;

static ccl_cycle_unit unit_of(ccl_source_kind source) {
  switch (source) {
  case CCL_FROM_DAYS: return CCL_CYCLE_DAY;
  case CCL_FROM_WEEKS: return CCL_CYCLE_WEEK;
  case CCL_FROM_MONTHS: return CCL_CYCLE_MONTH;
  case CCL_FROM_PERIODS: return CCL_CYCLE_PERIOD;
  case CCL_FROM_ACTIVITY: break;
  }
  CCL_BUG("a walk over rows of activity");
}

static void note_flaw(walk *all, ccl_value value) {
  if (value.state == CCL_TROUBLE || value.state == CCL_UNKNOWN)
    if (value.state > all->flaw.state)
      all->flaw = value;
}

/* Whether the condition holds; what cannot be said yet holds, so that the rest is asked for too. */
static bool holds(walk *all, ccl_env *env, const ccl_expr *condition) {
  if (!condition)
    return true;
  ccl_value value = ccl_compute_condition(env, condition);
  note_flaw(all, value);
  return value.state == CCL_KNOWN ? value.as.truth : value.state == CCL_UNKNOWN;
}

static void take_distinct(walk *all, ccl_env *env) {
  ccl_buf key = { 0 };
  bool is_known = true;
  for (size_t i = 0; i < all->query->what_count; i++) {
    ccl_value value = ccl_compute(env, all->query->what[i]);
    note_flaw(all, value);
    is_known = is_known && value.state == CCL_KNOWN;
    ccl_key_value(&key, value);
  }
  if (is_known)
    (void)ccl_map_put(&all->different, ccl_buf_str(&key), all);
}

static void take_value(walk *all, ccl_env *env) {
  ccl_value value = ccl_compute(env, all->query->what[0]);
  note_flaw(all, value);
  if (value.state != CCL_KNOWN)
    return;
  all->pieces++;
  ccl_vec_push(&all->values, value);
  if (value.kind == CCL_KIND_NUMBER)
    all->sum = ccl_rat_add(all->sum, value.as.number);
}

static void take_piece(walk *all, ccl_env *env) {
  const ccl_query *query = all->query;
  if (query->kind == CCL_QUERY_SHARE) {
    bool is_among = holds(all, env, query->among);
    bool counts = holds(all, env, query->where);
    all->among += is_among;
    all->pieces += is_among && counts;
    return;
  }
  if (!holds(all, env, query->where))
    return;
  if (query->kind == CCL_QUERY_COUNT)
    all->pieces++;
  else if (query->kind == CCL_QUERY_DISTINCT)
    take_distinct(all, env);
  else
    take_value(all, env);
}

static int cmp_values(const void *a, const void *b) {
  return ccl_value_cmp(*(const ccl_value *)a, *(const ccl_value *)b);
}

/* The value of rank ⌈percentile/100 × n⌉. */
static ccl_value percentile(const walk *all) {
  size_t rank = (all->values.len * all->query->percentile + 99) / 100;
  return all->values.items[rank > 0 ? rank - 1 : 0];
}

static ccl_value median(const walk *all) {
  size_t half = all->values.len / 2;
  if (all->values.len % 2 == 1)
    return all->values.items[half];
  ccl_rat sum = ccl_rat_add(all->values.items[half - 1].as.number, all->values.items[half].as.number);
  return ccl_value_number(ccl_rat_div(sum, ccl_rat_int(2)));
}

static ccl_value share_of(uint64_t part, uint64_t whole) {
  return ccl_value_number(ccl_rat_div(ccl_rat_int((int64_t)part), ccl_rat_int((int64_t)whole)));
}

static ccl_value result(walk *all, const ccl_expr *expr) {
  const ccl_query *query = all->query;
  bool is_empty = query->kind == CCL_QUERY_SHARE ? all->among == 0 : all->values.len == 0;
  if (is_empty && query->kind != CCL_QUERY_COUNT && query->kind != CCL_QUERY_DISTINCT)
    return ccl_value_without_rows(query, expr);
  if (all->values.len > 0)
    qsort(all->values.items, all->values.len, sizeof *all->values.items, cmp_values);
  switch (query->kind) {
  case CCL_QUERY_COUNT: /* a week is 7 days in base units */
    return ccl_value_number(ccl_rat_mul(ccl_rat_int((int64_t)all->pieces), query->type.unit->scale));
  case CCL_QUERY_SUM:
  case CCL_QUERY_DURATION: return ccl_value_number(all->sum);
  case CCL_QUERY_DISTINCT: return ccl_value_number(ccl_rat_int((int64_t)all->different.len));
  case CCL_QUERY_LOWEST: return all->values.items[0];
  case CCL_QUERY_HIGHEST: return all->values.items[all->values.len - 1];
  case CCL_QUERY_MEDIAN: return median(all);
  case CCL_QUERY_PERCENTILE: return percentile(all);
  case CCL_QUERY_SHARE: return share_of(all->pieces, all->among);
  case CCL_QUERY_AVERAGE: return ccl_value_number(ccl_rat_div(all->sum, ccl_rat_int((int64_t)all->values.len)));
  }
  CCL_BUG("an aggregate of no kind");
}

ccl_value ccl_ask_pieces(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  const ccl_plan *plan = asker->run->plan;
  walk all = { .query = &plan->queries[expr->index], .sum = CCL_RAT_ZERO };
  ccl_cycle_unit unit = unit_of(all.query->source);
  ccl_days hull = ccl_dayset_hull(asker->context.days);
  uint64_t rows = 0;
  for (ccl_day day = hull.from; day <= hull.to;) {
    ccl_days piece = ccl_cycle_piece(plan->header.cycle, unit, hull, day);
    day = piece.to + 1;
    ccl_context context = ccl_context_piece(plan, asker->context, unit, piece);
    if (context.days.len == 0)
      continue;
    ccl_asker child = ccl_asker_in(asker->run, &context);
    child.search = asker->search;
    child.measure = asker->measure;
    child.is_earlier = asker->is_earlier;
    ccl_env inner = *env;
    inner.self = &child;
    take_piece(&all, &inner);
    rows += child.rows;
  }
  asker->rows += rows;
  ccl_value value = all.flaw.state != CCL_KNOWN ? all.flaw : result(&all, expr);
  ccl_asker_note(
      asker, (ccl_operand){
                 .expr = expr, .type = expr->type, .value = value, .days = asker->context.days, .rows = all.pieces });
  return value;
}
