/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Overrides. An article overrides on its days in force, as long as its `when` holds, which is asked for the billing
 * period (or quarter) of each day. One that acts for each value of a field asks it for each: it takes the rows of the
 * values for which it holds, and overrides a whole article when it holds for one of them. That a third article
 * overrides it changes nothing here: the rows do not come back.
 */
#include "eval/override.h"

#include "eval/acting.h"
#include "eval/ask.h"
#include "eval/key.h"
#include "eval/looks.h"

/* Whether the `when` of an overriding article holds, for a round. */
typedef struct decision {
  ccl_progress progress;
  bool holds; /* for the article, or for one of its groups at least */
  CCL_VEC(const ccl_value *) groups; /* for which it holds, of `group_total`; none when the article acts once */
  size_t group_total;
} decision;

/* Its own `when` needs it: then by its days in force. */
static const decision open_decision = { .progress = CCL_DONE, .holds = true };

static ccl_progress ask_when(ccl_run *run, uint32_t article, const ccl_context *context, bool *holds) {
  ccl_found found = ccl_ask_condition(run, context, run->plan->articles[article].when);
  *holds = false;
  if (found.value.state == CCL_UNKNOWN)
    return CCL_WAITING;
  if (found.value.state == CCL_TROUBLE)
    return ccl_run_fail(run, found.value.as.trouble, article, context->days);
  *holds = found.value.as.truth;
  return CCL_DONE;
}

/* For each group that the article acts for. */
static decision decide_groups(ccl_run *run, uint32_t article, ccl_context context) {
  const ccl_article *it = &run->plan->articles[article];
  ccl_context each = ccl_context_by(context, it->for_each, it->for_each_count);
  ccl_search search = { 0 };
  decision made = { .progress = CCL_DONE };
  bool holds;
  ccl_search_article(run, article, &each, &search);
  if (search.is_waiting) {
    (void)ask_when(run, article, &each, &holds);
    made.progress = CCL_WAITING;
  }
  made.group_total = search.groups.len;
  for (size_t i = 0; i < search.groups.len; i++) {
    ccl_context group = ccl_context_group(each, search.groups.items[i]);
    made.progress = ccl_progress_worse(made.progress, ask_when(run, article, &group, &holds));
    if (holds)
      ccl_vec_push(&made.groups, search.groups.items[i]);
  }
  made.holds = made.groups.len > 0;
  return made;
}

static decision decide(ccl_run *run, uint32_t article, const ccl_acting *acting) {
  const ccl_article *it = &run->plan->articles[article];
  ccl_context context = ccl_context_of_period(acting->period.days);
  context.article = article;
  context.billing = acting->billing;
  context.days = ccl_dayset_of(ccl_days_and(it->in_force, acting->billing));
  context.asks_when = true;
  if (it->for_each_count > 0)
    return decide_groups(run, article, context);
  decision made = { .progress = CCL_DONE };
  made.progress = ask_when(run, article, &context, &made.holds);
  return made;
}

static decision when_holds(ccl_run *run, uint32_t article, ccl_period period) {
  ccl_acting acting = ccl_acting_around(run->plan, &run->plan->articles[article], period);
  ccl_buf key = { 0 };
  ccl_key_number(&key, article);
  ccl_key_number(&key, (uint32_t)acting.period.number);
  decision *it = ccl_map_find(&run->whens, ccl_buf_str(&key));
  if (it)
    return *it;
  it = ccl_new(decision);
  *it = open_decision;
  (void)ccl_map_put(&run->whens, ccl_buf_str(&key), it);
  *it = decide(run, article, &acting);
  return *it;
}

/* The days among these on which an article overrides. */
static ccl_progress days_overriding(ccl_run *run, uint32_t article, ccl_dayset days, bool asks_when, ccl_dayset *out) {
  const ccl_article *it = &run->plan->articles[article];
  *out = ccl_dayset_and(days, ccl_dayset_of(it->in_force));
  if (!it->when || asks_when || out->len == 0)
    return CCL_DONE;
  ccl_period_range range = ccl_cycle_periods_touching(run->plan->header.cycle, ccl_dayset_hull(*out));
  ccl_progress progress = CCL_DONE;
  for (int32_t number = range.first; number <= range.last; number++) {
    ccl_period period;
    if (!ccl_cycle_period(run->plan->header.cycle, number, &period))
      break;
    if (ccl_dayset_and(*out, ccl_dayset_of(period.days)).len == 0)
      continue;
    decision it_holds = when_holds(run, article, period);
    progress = ccl_progress_worse(progress, it_holds.progress);
    if (!it_holds.holds)
      *out = ccl_dayset_minus(*out, ccl_dayset_of(period.days));
  }
  return progress;
}

/* Calls for every override of `article`: by which article, and which. */
static const ccl_override *override_of(const ccl_plan *plan, uint32_t article, uint32_t by, bool whole) {
  const ccl_article *it = &plan->articles[by];
  for (size_t i = 0; i < it->override_count; i++)
    if (it->overrides[i].article_name == plan->articles[article].article_name &&
        (it->overrides[i].where == NULL) == whole)
      return &it->overrides[i];
  return NULL;
}

ccl_progress ccl_override_days(ccl_run *run, uint32_t article, ccl_days range, ccl_dayset *overridden) {
  ccl_progress progress = CCL_DONE;
  *overridden = (ccl_dayset){ 0 };
  for (uint32_t by = 0; by < run->plan->articles_count; by++) {
    ccl_dayset days;
    if (by == article || !override_of(run->plan, article, by, true))
      continue;
    progress = ccl_progress_worse(progress, days_overriding(run, by, ccl_dayset_of(range), false, &days));
    *overridden = ccl_dayset_or(*overridden, days);
  }
  return progress;
}

/*
 * The days of a filter. Where no `when` decides they are all days in force, whatever the context's: requests with equal
 * filters are read together. Empty: the filter says nothing about the context's days.
 */
static ccl_progress filter_days(ccl_run *run, uint32_t article, const ccl_context *context, bool asks_when,
                                ccl_dayset *out) {
  ccl_progress progress = days_overriding(run, article, context->days, asks_when, out);
  if (out->len > 0 && (!run->plan->articles[article].when || asks_when))
    *out = ccl_dayset_of(run->plan->articles[article].in_force);
  return progress;
}

typedef CCL_VEC(ccl_row_filter) filter_list;

/* ---- Groups for which `when` holds ---- */

static const ccl_expr *new_expr(const ccl_expr *like, ccl_op op, const ccl_expr *const *args, size_t count) {
  ccl_expr *it = ccl_new(ccl_expr);
  *it = (ccl_expr){ .op = op, .type = like->type, .span = like->span, .args = args, .arg_count = count };
  return it;
}

/* The row has the group's values. */
static const ccl_expr *is_of_group(const ccl_plan *plan, const ccl_override *override, const ccl_article *by,
                                   const ccl_value *group) {
  const ccl_expr **all = ccl_new_array(const ccl_expr *, by->for_each_count);
  for (size_t i = 0; i < by->for_each_count; i++) {
    uint32_t index = ccl_plan_field_of(plan, override->activity, by->for_each[i]);
    ccl_type type = plan->activities[override->activity].fields[index].type;
    ccl_expr *field = ccl_new(ccl_expr), *value = ccl_new(ccl_expr), *equal = ccl_new(ccl_expr);
    const ccl_expr **sides = ccl_new_array(const ccl_expr *, 2);
    *field = (ccl_expr){ .op = CCL_OP_FIELD, .type = type, .span = override->where->span, .index = index };
    *value = (ccl_expr){ .op = CCL_OP_CONSTANT, .type = type, .span = override->where->span, .constant = group[i] };
    sides[0] = field;
    sides[1] = value;
    *equal = *new_expr(override->where, CCL_OP_COMPARE, sides, 2);
    equal->comparison = CCL_EQ;
    all[i] = equal;
  }
  return by->for_each_count == 1 ? all[0] : new_expr(override->where, CCL_OP_AND, all, by->for_each_count);
}

/* The condition of the rows of these groups: what the override takes of them, or (is_rest) the rows of other groups.
 * The same groups give the same condition, whatever the round: requests are known by it. */
static const ccl_expr *where_in(ccl_run *run, const ccl_override *override, const ccl_article *by,
                                const decision *decided, bool is_rest) {
  ccl_buf key = { 0 };
  ccl_key_pointer(&key, override);
  ccl_key_number(&key, is_rest);
  for (size_t i = 0; i < decided->groups.len; i++)
    ccl_key_values(&key, decided->groups.items[i], by->for_each_count);
  const ccl_expr *known = ccl_map_find(&run->group_conditions, ccl_buf_str(&key));
  if (known)
    return known;
  const ccl_expr **some = ccl_new_array(const ccl_expr *, decided->groups.len + 1);
  for (size_t i = 0; i < decided->groups.len; i++)
    some[i] = is_of_group(run->plan, override, by, decided->groups.items[i]);
  const ccl_expr *of_groups =
      decided->groups.len == 1 ? some[0] : new_expr(override->where, CCL_OP_OR, some, decided->groups.len);
  const ccl_expr **parts = ccl_new_array(const ccl_expr *, 2);
  parts[0] = is_rest ? of_groups : override->where;
  parts[1] = of_groups;
  ccl_expr *made = ccl_new(ccl_expr);
  *made = *new_expr(override->where, is_rest ? CCL_OP_NOT : CCL_OP_AND, parts, is_rest ? 1 : 2);
  (void)ccl_map_put(&run->group_conditions, ccl_buf_str(&key), made);
  return made;
}

/* Whether `when` takes some values of the overridden rows and leaves others. */
static bool is_by_groups(const ccl_plan *plan, const ccl_article *by, const ccl_override *override) {
  for (size_t i = 0; i < by->for_each_count; i++)
    if (ccl_plan_field_of(plan, override->activity, by->for_each[i]) == CCL_NONE)
      return false;
  return by->when && by->for_each_count > 0;
}

/* One filter for each billing period that the days touch: what leaves there (is_rest: from the article itself). */
static ccl_progress add_by_groups(ccl_run *run, const ccl_override *override, uint32_t by, ccl_dayset days,
                                  bool is_rest, filter_list *list) {
  const ccl_article *it = &run->plan->articles[by];
  ccl_progress progress = CCL_DONE;
  if (days.len == 0)
    return progress;
  ccl_period_range range = ccl_cycle_periods_touching(run->plan->header.cycle, ccl_dayset_hull(days));
  for (int32_t number = range.first; number <= range.last; number++) {
    ccl_period period;
    if (!ccl_cycle_period(run->plan->header.cycle, number, &period))
      break;
    ccl_row_filter filter = { .activity = override->activity,
                              .days = ccl_dayset_and(days, ccl_dayset_of(period.days)) };
    if (filter.days.len == 0)
      continue;
    decision decided = when_holds(run, by, period);
    progress = ccl_progress_worse(progress, decided.progress);
    bool is_open = decided.holds && decided.groups.len == 0; /* open_decision: every row of these days */
    if (is_open ? is_rest : decided.groups.len == (is_rest ? decided.group_total : 0))
      continue;
    filter.where = is_open ? override->where : where_in(run, override, it, &decided, is_rest);
    ccl_vec_push(list, filter);
  }
  return progress;
}

/* ---- Filters ---- */

/* The article's own overrides: of this activity it counts only the rows that it takes over. */
static ccl_progress keep_own(ccl_run *run, const ccl_context *context, uint32_t activity, filter_list *list) {
  const ccl_article *it = &run->plan->articles[context->article];
  ccl_progress progress = CCL_DONE;
  for (size_t i = 0; i < it->override_count; i++) {
    const ccl_override *override = &it->overrides[i];
    bool is_known = !override->where || override->activity != activity;
    for (size_t j = 0; j < list->len && !is_known; j++)
      is_known = list->items[j].where == override->where;
    if (is_known)
      continue;
    ccl_row_filter filter = { .activity = activity, .where = override->where, .keep = true };
    progress =
        ccl_progress_worse(progress, filter_days(run, context->article, context, context->asks_when, &filter.days));
    ccl_vec_push(list, filter);
    if (is_by_groups(run->plan, it, override) && !context->asks_when)
      progress =
          ccl_progress_worse(progress, add_by_groups(run, override, context->article, filter.days, true, list));
  }
  return progress;
}

/* What the others have taken over is not counted. */
static ccl_progress leave_others(ccl_run *run, const ccl_context *context, uint32_t activity, filter_list *list) {
  ccl_progress progress = CCL_DONE;
  for (uint32_t by = 0; by < run->plan->articles_count; by++) {
    const ccl_override *override = by == context->article ? NULL : override_of(run->plan, context->article, by, false);
    if (!override || override->activity != activity)
      continue;
    ccl_row_filter filter = { .activity = activity, .where = override->where };
    progress = ccl_progress_worse(progress, filter_days(run, by, context, false, &filter.days));
    if (is_by_groups(run->plan, &run->plan->articles[by], override))
      progress = ccl_progress_worse(progress, add_by_groups(run, override, by, filter.days, false, list));
    else if (filter.days.len > 0)
      ccl_vec_push(list, filter);
  }
  return progress;
}

ccl_progress ccl_override_filters(ccl_run *run, const ccl_context *context, uint32_t activity,
                                  const ccl_row_filter **filters, size_t *count) {
  filter_list list = { 0 };
  *filters = NULL;
  *count = 0;
  if (context->article == CCL_NONE || context->sees_all)
    return CCL_DONE;
  ccl_progress progress = keep_own(run, context, activity, &list);
  progress = ccl_progress_worse(progress, leave_others(run, context, activity, &list));
  *filters = list.items;
  *count = list.len;
  return progress;
}

uint32_t ccl_plain_count(const ccl_plan *plan, uint32_t activity, uint32_t dated_by, uint32_t split) {
  for (uint32_t i = 0; i < plan->queries_count; i++) {
    const ccl_query *query = &plan->queries[i];
    if (query->kind == CCL_QUERY_COUNT && query->source == CCL_FROM_ACTIVITY && query->activity == activity &&
        query->dated_by == dated_by && query->split == split && !query->where && query->outer_count == 0)
      return i;
  }
  return CCL_NONE;
}
