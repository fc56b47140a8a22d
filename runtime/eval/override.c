/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Overrides. An article overrides on its days in force, as long as its `when` holds, which is asked for the billing
 * period (or quarter) of each day. That a third article overrides it changes nothing here: the rows do not come back.
 */
#include "eval/override.h"

#include "eval/acting.h"
#include "eval/ask.h"
#include "eval/key.h"
#include "eval/messages.h"

/* Whether the `when` of an overriding article holds, for a round. */
typedef struct decision {
  ccl_progress progress;
  bool holds;
} decision;

static const decision open_decision = { CCL_DONE, true }; /* its own `when` needs it: then by its days in force */

static decision decide(ccl_run *run, uint32_t article, const ccl_acting *acting) {
  const ccl_article *it = &run->plan->articles[article];
  ccl_context context = ccl_context_of_period(acting->period.days);
  context.article = article;
  context.billing = acting->billing;
  context.days = ccl_dayset_of(ccl_days_and(it->in_force, acting->billing));
  context.asks_when = true;
  if (it->for_each_count > 0) {
    ccl_str said = ccl_message_text(&ccl_eval_say_not_yet_when, run->plan->header.lang, CCL_ARGS(it->name));
    ccl_value refused = ccl_trouble_new(CCL_CODE_not_yet, it->when, it->name, said);
    return (decision){ ccl_run_fail(run, refused.as.trouble, article, context.days), false };
  }
  ccl_found found = ccl_ask_condition(run, &context, it->when);
  if (found.value.state == CCL_UNKNOWN)
    return (decision){ CCL_WAITING, false };
  if (found.value.state == CCL_TROUBLE)
    return (decision){ ccl_run_fail(run, found.value.as.trouble, article, context.days), false };
  return (decision){ CCL_DONE, found.value.as.truth };
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
    if (filter.days.len > 0)
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
