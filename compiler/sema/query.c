/* SPDX-License-Identifier: Apache-2.0 */
/* Equal queries are one query: spans apart, by what they say. */
#include "sema/reading.h"

static uint64_t mix(uint64_t hash, uint64_t part) {
  hash ^= part + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
  return hash * 0xff51afd7ed558ccdu;
}

static uint64_t hash_expr(const ccl_expr *expr) {
  if (!expr)
    return 1;
  uint64_t hash = mix(expr->op, expr->index);
  for (size_t i = 0; i < expr->arg_count; i++)
    hash = mix(hash, hash_expr(expr->args[i]));
  return hash;
}

static bool same_list(const ccl_expr *const *a, size_t a_count, const ccl_expr *const *b, size_t b_count);

static bool same_values(const ccl_value *a, const ccl_value *b) {
  return a->kind == b->kind && ccl_value_eq(*a, *b);
}

static bool same_expr(const ccl_expr *a, const ccl_expr *b) {
  if (a == b)
    return true;
  if (!a || !b || a->op != b->op || a->index != b->index || a->type.kind != b->type.kind ||
      a->type.unit != b->type.unit || a->comparison != b->comparison || a->rounding != b->rounding ||
      a->window.kind != b->window.kind || a->window.periods != b->window.periods)
    return false;
  if (a->op == CCL_OP_CONSTANT && !same_values(&a->constant, &b->constant))
    return false;
  for (size_t i = 0; i < a->arg_count && a->arg_count == b->arg_count; i++)
    if ((a->inverse && a->inverse[i]) != (b->inverse && b->inverse[i]))
      return false;
  return same_list(a->args, a->arg_count, b->args, b->arg_count);
}

static bool same_list(const ccl_expr *const *a, size_t a_count, const ccl_expr *const *b, size_t b_count) {
  if (a_count != b_count)
    return false;
  for (size_t i = 0; i < a_count; i++)
    if (!same_expr(a[i], b[i]))
      return false;
  return true;
}

static bool same_query(const ccl_query *a, const ccl_query *b) {
  return a->kind == b->kind && a->source == b->source && a->activity == b->activity && a->dated_by == b->dated_by &&
         a->percentile == b->percentile && a->split == b->split && a->type.kind == b->type.kind &&
         a->type.unit == b->type.unit && same_expr(a->where, b->where) && same_expr(a->among, b->among) &&
         same_list(a->what, a->what_count, b->what, b->what_count);
}

uint32_t ccl_sema_intern_query(ccl_sema *sema, const ccl_query *query) {
  uint64_t hash = mix(mix(query->kind, query->activity), mix(hash_expr(query->where), hash_expr(query->among)));
  for (size_t i = 0; i < query->what_count; i++)
    hash = mix(hash, hash_expr(query->what[i]));
  for (size_t i = 0; i < sema->queries.len; i++)
    if (sema->query_hashes.items[i] == hash && same_query(sema->queries.items[i], query))
      return (uint32_t)i;
  ccl_query *kept = ccl_new(ccl_query);
  *kept = *query;
  ccl_expr_list outer = { 0 };
  if (query->source == CCL_FROM_ACTIVITY) {
    ccl_expr_collect_outer(sema, query->where, &outer);
    for (size_t i = 0; i < query->what_count; i++)
      ccl_expr_collect_outer(sema, query->what[i], &outer);
  }
  kept->outer = outer.items;
  kept->outer_count = outer.len;
  ccl_vec_push(&sema->queries, kept);
  ccl_vec_push(&sema->query_hashes, hash);
  return (uint32_t)(sema->queries.len - 1);
}

void ccl_sema_count_whole_rows(ccl_sema *sema, bool all) {
  size_t count = sema->queries.len;
  for (size_t i = 0; i < count; i++) {
    const ccl_query *query = sema->queries.items[i];
    if (query->source != CCL_FROM_ACTIVITY || (!all && query->outer_count == 0))
      continue;
    ccl_query plain = { .kind = CCL_QUERY_COUNT,
                        .source = CCL_FROM_ACTIVITY,
                        .span = query->span,
                        .activity = query->activity,
                        .dated_by = query->dated_by,
                        .split = query->split,
                        .type = ccl_type_number(sema->activities.items[query->activity]->unit) };
    (void)ccl_sema_intern_query(sema, &plain);
  }
}
