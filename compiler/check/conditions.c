/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions that are always true or never (clause 5), decided from choices, ranges and requirements by cases.c. The smallest one that is so is reported. One without a figure that can vary
 * (`true`, a parameter used as a switch) is meant so.
 */
#include <stdlib.h>

#include "check/cases.h"
#include "check/range.h"

typedef struct looking {
  const ccl_checking *checking;
  CCL_VEC(ccl_span) reported;
  bool *is_part; /* of each query: the rows of a share, among others that it looks at */
} looking;

/* A condition among those for which `given` is true (NULL: whatever comes). */
typedef struct condition {
  const ccl_expr *expr, *given;
  uint32_t activity;
} condition;

/* ---- What it depends on ---- */

typedef struct variables {
  const ccl_checking *checking;
  CCL_VEC(const ccl_expr *) items;
  bool is_mixed; /* something that a note cannot describe */
} variables;

static void see_variable(void *self, const ccl_seen *it) {
  variables *all = self;
  bool is_plain = it->expr->op == CCL_OP_FIELD || it->expr->op == CCL_OP_INPUT || it->expr->op == CCL_OP_DIMENSION || it->expr->op == CCL_OP_MEASURE;
  if (it->expr->op == CCL_OP_AGGREGATE || it->expr->op == CCL_OP_SHARE || it->expr->op == CCL_OP_AVERAGE || it->expr->op == CCL_OP_HOUR ||
      it->expr->op == CCL_OP_MONTH_OF || it->expr->op == CCL_OP_WEEKDAY || it->expr->op == CCL_OP_CONTEXT || it->expr->op == CCL_OP_GRID)
    all->is_mixed = true;
  for (size_t i = 0; i < all->items.len && is_plain; i++)
    if (ccl_expr_same(all->items.items[i], it->expr))
      return;
  if (is_plain)
    ccl_vec_push(&all->items, it->expr);
}

static bool varies(const variables *all) {
  return all->items.len > 0 || all->is_mixed;
}

static ccl_span declared_at(const ccl_plan *plan, const ccl_expr *figure, uint32_t activity, ccl_str *name) {
  switch ((int)figure->op) {
  case CCL_OP_FIELD:
    *name = plan->activities[activity].fields[figure->index].name;
    return plan->activities[activity].fields[figure->index].span;
  case CCL_OP_INPUT:
    *name = plan->inputs[figure->index].name;
    return plan->inputs[figure->index].span;
  case CCL_OP_MEASURE:
    *name = plan->measures[figure->index].name;
    return plan->measures[figure->index].span;
  default:
    *name = plan->dims[figure->index].name;
    return figure->span;
  }
}

/* "FR, MA, MG"; empty when there is nothing to list. */
static ccl_str choices_text(const looking *look, const ccl_expr *figure, uint32_t activity, ccl_lang lang) {
  enum { MOST_LISTED = 12 };
  const ccl_value *values;
  size_t count;
  if (figure->type.kind != CCL_KIND_CHOICE || !ccl_cases_values(look->checking, activity, figure, &values, &count) || count > MOST_LISTED)
    return (ccl_str){ 0 };
  ccl_str *names = ccl_new_array(ccl_str, count);
  for (size_t i = 0; i < count; i++)
    names[i] = ccl_value_say(look->checking->plan, figure->type, values[i], lang);
  return ccl_str_join(names, count, CCL_STR(", "));
}

/* What the figure can be, at the place where it is declared. */
static void note_variable(const looking *look, ccl_diag *diag, const ccl_expr *figure, uint32_t activity) {
  const ccl_checking *checking = look->checking;
  ccl_str name, list = choices_text(look, figure, activity, diag->lang);
  ccl_span span = declared_at(checking->plan, figure, activity, &name);
  if (list.len > 0) {
    ccl_diag_note(diag, &ccl_check_say_variable_choices, span, CCL_ARGS(name, list));
    return;
  }
  if (figure->type.kind != CCL_KIND_NUMBER)
    return;
  ccl_range range = ccl_range_of(checking->ranges, figure, activity, NULL);
  ccl_interval hull = range.set.count > 0 ? ccl_set_hull(range.set) : ccl_interval_all();
  if (hull.has_low && hull.has_high)
    ccl_diag_note(diag, &ccl_check_say_variable_between, span,
                  CCL_ARGS(name, ccl_check_say(checking, diag->span, figure->type, hull.low), ccl_check_say(checking, diag->span, figure->type, hull.high)));
  else if (hull.has_low)
    ccl_diag_note(diag, &ccl_check_say_variable_from, span, CCL_ARGS(name, ccl_check_say(checking, diag->span, figure->type, hull.low)));
}

/* ---- Deciding ---- */

static bool is_reported(const looking *look, ccl_span span) {
  for (size_t i = 0; i < look->reported.len; i++)
    if (look->reported.items[i].file == span.file && look->reported.items[i].start == span.start && look->reported.items[i].end == span.end)
      return true;
  return false;
}

static bool can_be(const looking *look, condition it, bool truth) {
  const ccl_expr *const conditions[] = { it.given, it.expr };
  const bool wanted[] = { true, truth };
  ccl_case found;
  return ccl_cases_find(look->checking, it.activity, conditions, wanted, 2, &found) != CCL_IMPOSSIBLE;
}

static void report(looking *look, condition it, const variables *all, bool truth) {
  const ccl_message *message = it.given ? (truth ? &ccl_check_say_always_among : &ccl_check_say_never_among)
                                        : (truth ? &ccl_check_say_always : &ccl_check_say_never);
  if (is_reported(look, it.expr->span))
    return;
  ccl_vec_push(&look->reported, it.expr->span);
  ccl_diag *diag = ccl_check_report(look->checking, message, it.expr->span, CCL_NO_ARGS);
  for (size_t i = 0; i < all->items.len; i++)
    note_variable(look, diag, all->items.items[i], it.activity);
  if (it.given)
    ccl_diag_note(diag, &ccl_check_say_given_here, it.given->span, CCL_NO_ARGS);
}

/* Whether the condition as a whole is constant; then it is reported. */
static bool look_at_whole(looking *look, condition it) {
  variables all = { .checking = look->checking };
  ccl_check_each_in(&(ccl_seen){ .expr = it.expr, .activity = it.activity }, see_variable, &all);
  for (int truth = 0; truth < 2 && varies(&all); truth++)
    if (!can_be(look, it, truth != 0)) {
      report(look, it, &all, truth == 0);
      return true;
    }
  return false;
}

/* Whether the condition, or a part of it, was found constant. */
static bool look_at(looking *look, const ccl_expr *expr, uint32_t activity) {
  bool is_found = false;
  for (size_t i = 0; i < expr->arg_count && (expr->op == CCL_OP_AND || expr->op == CCL_OP_OR); i++)
    is_found = look_at(look, expr->args[i], activity) || is_found;
  return is_found || look_at_whole(look, (condition){ expr, NULL, activity });
}

/* ---- Where conditions stand ---- */

/* A share whose rows are all, or none, of those that it looks among. */
static void look_at_share(looking *look, uint32_t part_index, uint32_t all_index) {
  const ccl_plan *plan = look->checking->plan;
  const ccl_query *part = &plan->queries[part_index], *all = &plan->queries[all_index];
  /* The condition of the part is "where and among", made when the share was read: the where is its first half. */
  if (!all->where || !part->where || part->where->op != CCL_OP_AND || part->where->arg_count != 2 || !ccl_expr_same(part->where->args[1], all->where))
    return;
  look->is_part[part_index] = true;
  if (!look_at(look, part->where->args[0], part->activity))
    (void)look_at_whole(look, (condition){ part->where->args[0], part->where->args[1], part->activity });
}

/* `if` in any figure, and shares. */
static void see(void *self, const ccl_seen *it) {
  looking *look = self;
  for (size_t i = 0; i + 1 < it->expr->arg_count && it->expr->op == CCL_OP_IF; i += 2)
    (void)look_at(look, it->expr->args[i], it->activity);
  if (it->expr->op == CCL_OP_SHARE && it->expr->args[0]->op == CCL_OP_AGGREGATE && it->expr->args[1]->op == CCL_OP_AGGREGATE)
    look_at_share(look, it->expr->args[0]->index, it->expr->args[1]->index);
}

static int by_place(const void *a, const void *b) {
  const ccl_query *const *one = a, *const *other = b;
  ccl_span x = (*one)->span, y = (*other)->span;
  if (x.file != y.file)
    return x.file < y.file ? -1 : 1;
  return (x.start > y.start) - (x.start < y.start);
}

/* In the order of the text, so that what several counts share is reported where it stands first. */
static void look_at_queries(looking *look) {
  const ccl_plan *plan = look->checking->plan;
  const ccl_query **all = ccl_new_array(const ccl_query *, plan->queries_count);
  for (size_t i = 0; i < plan->queries_count; i++)
    all[i] = &plan->queries[i];
  if (plan->queries_count > 1)
    qsort(all, plan->queries_count, sizeof *all, by_place);
  for (size_t i = 0; i < plan->queries_count; i++) {
    uint32_t activity = all[i]->source == CCL_FROM_ACTIVITY ? all[i]->activity : CCL_NONE;
    if (all[i]->where && !look->is_part[all[i] - plan->queries])
      (void)look_at(look, all[i]->where, activity);
    if (all[i]->among)
      (void)look_at(look, all[i]->among, activity);
  }
}

static void look_at_articles(looking *look) {
  const ccl_plan *plan = look->checking->plan;
  for (size_t a = 0; a < plan->articles_count; a++) {
    const ccl_article *article = &plan->articles[a];
    if (article->when)
      (void)look_at(look, article->when, CCL_NONE);
    for (size_t i = 0; i < article->override_count; i++)
      if (article->overrides[i].where)
        (void)look_at(look, article->overrides[i].where, article->overrides[i].activity);
  }
}

void ccl_check_conditions(ccl_checking *checking) {
  looking look = { .checking = checking, .is_part = ccl_alloc_atomic(checking->plan->queries_count + 1) };
  ccl_check_each(checking, see, &look);
  look_at_queries(&look);
  look_at_articles(&look);
}
