/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unbilled-activity: days of the contract on which no article charges any activity although other days are charged;
 * values of a choice that no article charges although it charges others (checks.md). A credit or penalty of a value
 * counts as charging it: the parties have thought of it; and so does a fixed price for days of its own.
 */
#include "check/cases.h"
#include "check/counted.h"
#include "check/pairs.h"

/* ---- Days ---- */

/* The days of articles that ask a fixed sum: a flat, or days on which nothing is charged by activity. */
static ccl_dayset fixed_days(const ccl_plan *plan, const bool *counts, ccl_dayset charged) {
  ccl_dayset fixed = { 0 };
  for (size_t i = 0; i < plan->articles_count; i++) {
    const ccl_article *article = &plan->articles[i];
    ccl_dayset days = ccl_dayset_of(article->in_force);
    bool has_flat = false;
    for (size_t k = 0; k < article->effect_count; k++)
      has_flat = has_flat || article->effects[k].kind == CCL_EFFECT_FLAT;
    if (!counts[i] && ccl_check_recovers(article) && (has_flat || ccl_dayset_and(days, charged).len == 0))
      fixed = ccl_dayset_or(fixed, days);
  }
  return fixed;
}

/* The charging article that ends last before the gap, or, at the start of the contract, begins first after it. */
static const ccl_article *beside(const ccl_plan *plan, const bool *counts, ccl_days gap) {
  const ccl_article *before = NULL, *after = NULL;
  for (size_t i = 0; i < plan->articles_count; i++) {
    const ccl_article *article = &plan->articles[i];
    if (!counts[i])
      continue;
    if (article->in_force.to < gap.from && (!before || article->in_force.to > before->in_force.to))
      before = article;
    if (article->in_force.from > gap.to && (!after || article->in_force.from < after->in_force.from))
      after = article;
  }
  return before ? before : after;
}

static void check_days(const ccl_checking *checking, const ccl_counted_list *all) {
  const ccl_plan *plan = checking->plan;
  bool *counts = ccl_new_array(bool, plan->articles_count);
  for (size_t i = 0; i < all->len; i++)
    counts[all->items[i].article] = true;
  ccl_dayset charged = { 0 };
  for (size_t i = 0; i < plan->articles_count; i++)
    if (counts[i] && ccl_dayset_minus(ccl_dayset_of(plan->articles[i].in_force), charged).len > 0)
      charged = ccl_dayset_or(charged, ccl_dayset_of(plan->articles[i].in_force));
  ccl_dayset gaps = ccl_dayset_minus(ccl_dayset_of(plan->header.cycle.contract), charged);
  if (charged.len == 0 || gaps.len == 0)
    return;
  gaps = ccl_dayset_minus(gaps, fixed_days(plan, counts, charged));
  for (size_t i = 0; i < gaps.len; i++) {
    ccl_days gap = gaps.items[i];
    const ccl_article *article = beside(plan, counts, gap);
    if (!article)
      return;
    const ccl_message *message = gap.to == CCL_DAY_MAX ? &ccl_check_say_unbilled_from
                                 : gap.from == gap.to  ? &ccl_check_say_unbilled_day
                                                       : &ccl_check_say_unbilled_days;
    ccl_diag *diag =
        ccl_check_report(checking, message, article->name_span, CCL_ARGS(ccl_day_text(gap.from), ccl_day_text(gap.to)));
    ccl_diag_help(diag, &ccl_check_say_unbilled_days_help, CCL_NO_ARGS);
  }
}

/* ---- Values ---- */

/* One choice field, and which of its values are charged. */
typedef struct values {
  const ccl_checking *checking;
  uint32_t activity, index;
  const ccl_field *field;
  bool *charged; /* for each of the field's choices */
  size_t left;
  const ccl_counted *example; /* an article that charges some of them */
} values;

static bool names_field(const ccl_expr *expr, uint32_t field) {
  if (!expr)
    return false;
  if (expr->op == CCL_OP_FIELD && expr->index == field)
    return true;
  for (size_t i = 0; i < expr->arg_count; i++)
    if (names_field(expr->args[i], field))
      return true;
  return false;
}

/* field = value, as a condition. */
static ccl_expr *is_value(const values *v, uint32_t choice) {
  ccl_expr *both = ccl_new_array(ccl_expr, 3);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, 2);
  both[0] = (ccl_expr){ .op = CCL_OP_FIELD, .type = v->field->type, .span = v->field->span, .index = v->index };
  both[1] = (ccl_expr){
    .op = CCL_OP_CONSTANT, .type = v->field->type, .span = v->field->span, .constant = ccl_value_choice(choice)
  };
  both[2] = (ccl_expr){ .op = CCL_OP_COMPARE,
                        .type = { CCL_KIND_BOOL, NULL },
                        .span = v->field->span,
                        .args = args,
                        .arg_count = 2,
                        .comparison = CCL_EQ };
  args[0] = &both[0];
  args[1] = &both[1];
  return &both[2];
}

static void charge_all(values *v) {
  v->left = 0;
}

static void charge_value(values *v, size_t i) {
  if (!v->charged[i]) {
    v->charged[i] = true;
    v->left--;
  }
}

/* The rows that satisfy all the conditions: which values can they have? */
static void charge_where(values *v, const ccl_expr *const *conditions, size_t count) {
  bool is_named = false;
  for (size_t i = 0; i < count; i++)
    is_named = is_named || names_field(conditions[i], v->index);
  if (!is_named) {
    charge_all(v);
    return;
  }
  const ccl_expr **all = ccl_new_array(const ccl_expr *, count + 1);
  bool *wanted = ccl_new_array(bool, count + 1);
  for (size_t i = 0; i < count; i++) {
    all[i] = conditions[i];
    wanted[i] = true;
  }
  wanted[count] = true;
  for (size_t i = 0; i < v->field->choice_count; i++) {
    ccl_case row;
    if (v->charged[i])
      continue;
    all[count] = is_value(v, v->field->choices[i]);
    if (ccl_cases_find(v->checking, v->activity, all, wanted, count + 1, &row) != CCL_IMPOSSIBLE)
      charge_value(v, i);
  }
}

/* What the conditions say outright (`field = value`, the condition of most articles) needs no search. */
static bool charge_plainly(values *v, const ccl_guards *guards) {
  ccl_expr field = { .op = CCL_OP_FIELD, .index = v->index };
  uint64_t figure = ccl_check_hash(&field);
  for (size_t i = 0; i < guards->len; i++) {
    if (guards->items[i].figure != figure || guards->items[i].count == 0)
      continue;
    for (size_t k = 0; k < v->field->choice_count; k++)
      if (ccl_guard_lets(&guards->items[i], ccl_value_choice(v->field->choices[k])))
        charge_value(v, k);
    return true;
  }
  return false;
}

static void charge_counted(values *v, const ccl_counted *counted) {
  const ccl_article *article = &v->checking->plan->articles[counted->article];
  CCL_VEC(const ccl_expr *) conditions = { 0 };
  ccl_guards guards = { 0 };
  if (counted->query->where)
    ccl_vec_push(&conditions, counted->query->where);
  for (size_t i = 0; i < article->override_count; i++)
    if (article->overrides[i].where && article->overrides[i].activity == v->activity)
      ccl_vec_push(&conditions, article->overrides[i].where);
  for (size_t i = 0; i < conditions.len; i++)
    ccl_guards_add(&guards, conditions.items[i]);
  if (!charge_plainly(v, &guards))
    charge_where(v, conditions.items, conditions.len);
}

/* Values that no row can have (of a derived field) are not missed. */
static bool can_occur(const values *v, size_t i) {
  const ccl_expr *condition = is_value(v, v->field->choices[i]);
  bool wanted = true;
  ccl_case row;
  return v->field->derive == NULL ||
         ccl_cases_find(v->checking, v->activity, &condition, &wanted, 1, &row) == CCL_POSSIBLE;
}

static void report_values(const values *v) {
  const ccl_plan *plan = v->checking->plan;
  CCL_VEC(ccl_str) missing = { 0 };
  for (size_t i = 0; i < v->field->choice_count; i++)
    if (!v->charged[i] && can_occur(v, i))
      ccl_vec_push(&missing, plan->choices[v->field->choices[i]]);
  if (missing.len == 0)
    return;
  const ccl_article *article = &plan->articles[v->example->article];
  ccl_span span = ccl_check_is_own(v->checking, v->field->span) ? v->field->span : v->example->effect->span;
  ccl_str list = ccl_str_join(missing.items, missing.len, CCL_STR(", "));
  ccl_diag *diag = ccl_check_report(v->checking, &ccl_check_say_unbilled_values, span,
                                    CCL_ARGS(plan->activities[v->activity].name, v->field->name, list));
  ccl_diag_note(diag, &ccl_check_say_unbilled_note, v->example->effect->span,
                CCL_ARGS(ccl_check_article(article, diag->lang)));
  ccl_diag_help(diag, &ccl_check_say_unbilled_values_help, CCL_NO_ARGS);
}

/* all: what is counted of that activity. */
static void check_values(const ccl_checking *checking, const ccl_counted_list *all, uint32_t activity) {
  const ccl_activity *it = &checking->plan->activities[activity];
  for (uint32_t f = 0; f < it->field_count; f++) {
    const ccl_field *field = &it->fields[f];
    values v = { .checking = checking, .activity = activity, .index = f, .field = field, .left = field->choice_count };
    if (field->type.kind != CCL_KIND_CHOICE || field->choice_count < 2)
      continue;
    v.charged = ccl_new_array(bool, field->choice_count);
    for (size_t i = 0; i < all->len && v.left > 0; i++) {
      size_t before = v.left;
      charge_counted(&v, &all->items[i]);
      if (v.left < before && !v.example)
        v.example = &all->items[i];
    }
    if (v.left > 0 && v.example)
      report_values(&v);
  }
}

void ccl_check_unbilled(ccl_checking *checking) {
  ccl_counted_list all = { 0 };
  ccl_counted_all(checking->plan, &all);
  if (all.len == 0)
    return;
  check_days(checking, &all);
  ccl_counted_list *of_activity = ccl_new_array(ccl_counted_list, checking->plan->activities_count);
  for (size_t i = 0; i < all.len; i++)
    ccl_vec_push(&of_activity[all.items[i].query->activity], all.items[i]);
  for (uint32_t i = 0; i < checking->plan->activities_count; i++)
    check_values(checking, &of_activity[i], i);
}
