/* SPDX-License-Identifier: Apache-2.0 */
/*
 * double-billing: rows of one activity that two charges in force on the same day both count, when they count the same
 * thing (checks.md). Which rows an article counts follows from its conditions and from overrides (clause 6.7); whether
 * a row can satisfy all of them is decided in cases.c.
 */
#include <stdlib.h>

#include "check/counted.h"
#include "check/pairs.h"
#include "check/witness.h"

enum { MOST_CONDITIONS = 48 }; /* of one pair; with more of them nothing is claimed */

typedef struct billing {
  const ccl_checking *checking;
  const ccl_plan *plan;
  ccl_overriders *overriders;
  ccl_dayset *days; /* left to each article */
  const ccl_counted *counted; /* of one thing that is counted … */
  const ccl_meeting *things; /* … with their days */
} billing;

/* ---- What is the same thing ---- */

static bool counts_rows(const ccl_query *query) {
  return query->kind == CCL_QUERY_COUNT || query->kind == CCL_QUERY_SUM || query->kind == CCL_QUERY_DURATION;
}

typedef struct sorted {
  uint64_t thing;
  size_t index;
} sorted;

static uint64_t thing_of(const ccl_query *query) {
  uint64_t thing = ((uint64_t)query->activity << 32) ^ ((uint64_t)query->kind << 24) ^
                   ((uint64_t)query->dated_by << 8) ^ query->split;
  return thing * 0x9e3779b97f4a7c15u ^ ccl_check_hash(query->what_count > 0 ? query->what[0] : NULL);
}

static bool is_same_thing(const ccl_query *a, const ccl_query *b) {
  if (a->activity != b->activity || a->kind != b->kind || a->dated_by != b->dated_by || a->split != b->split ||
      a->what_count != b->what_count)
    return false;
  return a->what_count == 0 || ccl_check_same(a->what[0], b->what[0]);
}

static int cmp_sorted(const void *a, const void *b) {
  const sorted *one = a, *other = b;
  if (one->thing != other->thing)
    return one->thing < other->thing ? -1 : 1;
  return (one->index > other->index) - (one->index < other->index);
}

/* ---- The conditions of a pair ---- */

typedef struct conditions {
  const ccl_expr *items[MOST_CONDITIONS];
  bool wanted[MOST_CONDITIONS];
  size_t count;
  bool is_too_many;
} conditions;

static void add_condition(conditions *all, const ccl_expr *condition, bool wanted) {
  if (!condition)
    return;
  for (size_t i = 0; i < all->count; i++)
    if (all->items[i] == condition && all->wanted[i] == wanted)
      return;
  if (all->count == MOST_CONDITIONS) {
    all->is_too_many = true;
    return;
  }
  all->items[all->count] = condition;
  all->wanted[all->count++] = wanted;
}

/* The rows that the article counts of what it asks for: those that it takes over, none that others have taken. */
static void add_rows(const billing *b, const ccl_counted *counted, ccl_dayset days, conditions *all) {
  const ccl_article *article = &b->plan->articles[counted->article];
  uint32_t activity = counted->query->activity;
  add_condition(all, counted->query->where, true);
  for (size_t i = 0; i < article->override_count; i++)
    if (article->overrides[i].where && article->overrides[i].activity == activity)
      add_condition(all, article->overrides[i].where, true);
  const ccl_overriders *list = &b->overriders[article->article_name];
  for (size_t i = 0; i < list->items.len && !all->is_too_many; i++) {
    const ccl_overrider *it = &list->items.items[i];
    if (it->by == counted->article || !it->override->where || it->override->activity != activity)
      continue;
    if (ccl_dayset_and(days, ccl_dayset_of(b->plan->articles[it->by].in_force)).len > 0)
      add_condition(all, it->override->where, false);
  }
}

/* ---- One pair ---- */

static ccl_str source_line(const billing *b, ccl_span span) {
  ccl_str text = ccl_source_text(b->checking->sources, span);
  return ccl_str_find(text, CCL_STR("\n")) >= 0 ? (ccl_str){ 0 } : text;
}

static void help(const billing *b, const ccl_counted *first, const ccl_counted *second, ccl_diag *diag) {
  const ccl_article *earlier = &b->plan->articles[first->article], *later = &b->plan->articles[second->article];
  const ccl_expr *where = second->query->where;
  if (earlier == later || later->override_count > 0 || !where || where->span.file != later->span.file)
    return;
  ccl_str text = source_line(b, where->span);
  if (text.len > 0)
    ccl_diag_help(diag, &ccl_check_say_double_help, CCL_ARGS(earlier->name, text));
}

static void report(const billing *b, const ccl_counted *first, const ccl_counted *second, ccl_day day,
                   const ccl_case *row) {
  const ccl_checking *checking = b->checking;
  const ccl_activity *activity = &b->plan->activities[second->query->activity];
  const ccl_article *earlier = &b->plan->articles[first->article];
  bool is_own = ccl_check_is_own(checking, second->span);
  ccl_span span = is_own ? second->span : second->effect->span;
  ccl_lang lang = ccl_check_lang(checking, span);
  ccl_str text = ccl_case_text(checking, second->query->activity, row, lang);
  bool same_article = first->article == second->article;
  const ccl_message *message = text.len > 0
                                   ? (same_article ? &ccl_check_say_double_here_row : &ccl_check_say_double_row)
                                   : (same_article ? &ccl_check_say_double_here : &ccl_check_say_double);
  ccl_diag *diag = ccl_check_report(
      checking, message, span, CCL_ARGS(activity->name, ccl_check_article(earlier, lang), ccl_day_text(day), text));
  ccl_diag_note(diag, &ccl_check_say_double_note, first->span, CCL_NO_ARGS);
  help(b, first, second, diag);
}

/* Two that override one article: whether they do so for the same rows is said as override-conflict. */
static bool override_alike(const ccl_article *one, const ccl_article *other) {
  for (size_t i = 0; i < one->override_count; i++)
    for (size_t k = 0; k < other->override_count; k++)
      if (one->overrides[i].article_name == other->overrides[k].article_name)
        return one != other;
  return false;
}

/* On which the effect counts them. */
static ccl_dayset days_of(const billing *b, const ccl_counted *counted) {
  ccl_days period;
  ccl_dayset days = ccl_dayset_and(b->days[counted->article], ccl_dayset_of(counted->days));
  if (!counted->effect->once)
    return days;
  if (!ccl_check_billing(b->plan, &b->plan->articles[counted->article], counted->effect->once_on, &period))
    return (ccl_dayset){ 0 };
  return ccl_dayset_and(days, ccl_dayset_of(period));
}

static bool meet(void *self, size_t one, size_t other) {
  const billing *b = self;
  const ccl_counted *first = &b->counted[one], *second = &b->counted[other];
  if (first->effect == second->effect || !is_same_thing(first->query, second->query))
    return false;
  const ccl_article *earlier = &b->plan->articles[first->article], *later = &b->plan->articles[second->article];
  if (override_alike(earlier, later))
    return false;
  ccl_dayset days = ccl_dayset_and(b->things[one].days, b->things[other].days);
  conditions all = { .count = 0 };
  add_rows(b, first, days, &all);
  add_rows(b, second, days, &all);
  if (earlier != later) {
    add_condition(&all, earlier->when, true);
    add_condition(&all, later->when, true);
  }
  ccl_case row;
  ccl_day day;
  ccl_rows rows = { first->query->activity, first->query->dated_by, days };
  if (all.is_too_many ||
      ccl_rows_find(b->checking, &rows, all.items, all.wanted, all.count, &row, &day) != CCL_POSSIBLE)
    return false;
  report(b, first, second, day, &row);
  return true;
}

/* ---- All of them ---- */

static ccl_meeting meeting_of(const billing *b, const ccl_counted *counted) {
  const ccl_article *article = &b->plan->articles[counted->article];
  ccl_guards guards = { 0 };
  ccl_guards_add(&guards, counted->query->where);
  for (size_t i = 0; i < article->override_count; i++)
    if (article->overrides[i].activity == counted->query->activity)
      ccl_guards_add(&guards, article->overrides[i].where);
  return (ccl_meeting){ days_of(b, counted), guards.items, guards.len };
}

/* Those that count one thing, from one charge to the next. */
static void look_at(billing *b, const ccl_counted *all, const sorted *order, size_t count) {
  CCL_VEC(ccl_counted) list = { 0 };
  CCL_VEC(ccl_meeting) things = { 0 };
  for (size_t i = 0; i < count; i++) {
    ccl_meeting thing = meeting_of(b, &all[order[i].index]);
    if (thing.days.len == 0)
      continue;
    ccl_vec_push(&list, all[order[i].index]);
    ccl_vec_push(&things, thing);
  }
  b->counted = list.items;
  b->things = things.items;
  ccl_pairs_find(things.items, things.len, meet, b);
}

void ccl_check_billing_twice(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  billing b = { .checking = checking, .plan = plan, .overriders = ccl_check_overriders(plan) };
  b.days = ccl_new_array(ccl_dayset, plan->articles_count);
  for (size_t i = 0; i < plan->articles_count; i++)
    b.days[i] = ccl_check_days_left(plan, b.overriders, &plan->articles[i]);
  ccl_counted_list all = { 0 };
  ccl_counted_all(plan, &all);
  CCL_VEC(sorted) order = { 0 };
  for (size_t i = 0; i < all.len; i++)
    if (all.items[i].is_plain && counts_rows(all.items[i].query))
      ccl_vec_push(&order, ((sorted){ thing_of(all.items[i].query), i }));
  if (order.len > 0)
    qsort(order.items, order.len, sizeof *order.items, cmp_sorted);
  for (size_t i = 0, next; i < order.len; i = next) {
    for (next = i; next < order.len && order.items[next].thing == order.items[i].thing;)
      next++;
    if (next - i > 1)
      look_at(&b, all.items, &order.items[i], next - i);
  }
}
