/* SPDX-License-Identifier: Apache-2.0 */
/* Equal queries are one query: spans apart, by what they say. */
#include "sema/reading.h"

/* Queries of one hash, by their numbers. */
typedef struct query_list {
  CCL_VEC(uint32_t) numbers;
} query_list;

static uint64_t mix(uint64_t hash, uint64_t part) {
  hash ^= part + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
  return hash * 0xff51afd7ed558ccdu;
}

/* Equal constants have equal hashes; a number too wide for two words counts as one. */
static uint64_t hash_constant(const ccl_value *value) {
  if (value->state != CCL_KNOWN)
    return 2;
  switch ((int)value->kind) {
  case CCL_KIND_NUMBER:
    return value->as.number.big ? 3 : mix((uint64_t)value->as.number.num, (uint64_t)value->as.number.den);
  case CCL_KIND_TEXT:
    return ccl_str_hash(value->as.text);
  case CCL_KIND_DATE:
    return (uint64_t)value->as.day;
  case CCL_KIND_CHOICE:
    return value->as.choice;
  default:
    return 4;
  }
}

static uint64_t hash_expr(const ccl_expr *expr) {
  if (!expr)
    return 1;
  uint64_t hash = mix(expr->op, expr->op == CCL_OP_CONSTANT ? hash_constant(&expr->constant) : expr->index);
  for (size_t i = 0; i < expr->arg_count; i++)
    hash = mix(hash, hash_expr(expr->args[i]));
  return hash;
}

static bool same_list(const ccl_expr *const *a, size_t a_count, const ccl_expr *const *b, size_t b_count) {
  if (a_count != b_count)
    return false;
  for (size_t i = 0; i < a_count; i++)
    if (!ccl_expr_same(a[i], b[i]))
      return false;
  return true;
}

static bool same_query(const ccl_query *a, const ccl_query *b) {
  return a->kind == b->kind && a->source == b->source && a->activity == b->activity && a->dated_by == b->dated_by &&
         a->percentile == b->percentile && a->split == b->split && a->type.kind == b->type.kind &&
         a->type.unit == b->type.unit && ccl_expr_same(a->where, b->where) && ccl_expr_same(a->among, b->among) &&
         same_list(a->what, a->what_count, b->what, b->what_count);
}

uint32_t ccl_sema_intern_query(ccl_sema *sema, const ccl_query *query) {
  uint64_t hash = mix(mix(query->kind, query->activity), mix(hash_expr(query->where), hash_expr(query->among)));
  for (size_t i = 0; i < query->what_count; i++)
    hash = mix(hash, hash_expr(query->what[i]));
  ccl_str key = { (const char *)&hash, sizeof hash };
  query_list *alike = ccl_map_find(&sema->queries_by_hash, key);
  for (size_t i = 0; alike && i < alike->numbers.len; i++)
    if (same_query(sema->queries.items[alike->numbers.items[i]], query))
      return alike->numbers.items[i];
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
  if (!alike) {
    alike = ccl_new(query_list);
    ccl_map_put(&sema->queries_by_hash, ccl_str_copy(key), alike);
  }
  ccl_vec_push(&alike->numbers, (uint32_t)(sema->queries.len - 1));
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
