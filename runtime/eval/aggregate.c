/* SPDX-License-Identifier: Apache-2.0 */
/* Aggregates over activity: which request a context makes of a query, and which cell of the answer is the group's
 * (clause 5). Rows are the engine's. */
#include "eval/ask.h"
#include "eval/messages.h"
#include "eval/override.h"

static ccl_value no_value(const ccl_expr *expr) {
  return ccl_trouble_new(CCL_CODE_undefined_value, expr, (ccl_str){ 0 }, (ccl_str){ 0 });
}

ccl_value ccl_value_without_rows(const ccl_query *query, const ccl_expr *expr) {
  bool adds = query->kind == CCL_QUERY_COUNT || query->kind == CCL_QUERY_SUM || query->kind == CCL_QUERY_DURATION ||
              query->kind == CCL_QUERY_DISTINCT;
  return adds ? ccl_value_number(CCL_RAT_ZERO) : no_value(expr);
}

/* The query groups by what the activity has as a field, or what it is split by. */
static bool has_dimension(const ccl_plan *plan, const ccl_query *query, uint32_t dimension) {
  uint32_t calendar = plan->dims[dimension].calendar;
  if (calendar != CCL_NONE)
    return query->split == calendar;
  return ccl_plan_field_of(plan, query->activity, dimension) != CCL_NONE;
}

static ccl_value not_in_activity(const ccl_plan *plan, const ccl_query *query, const ccl_expr *expr,
                                 uint32_t dimension) {
  ccl_str activity = plan->activities[query->activity].name, dim = plan->dims[dimension].name;
  ccl_str said = ccl_message_text(&ccl_eval_say_not_in_activity, plan->header.lang, CCL_ARGS(activity, dim));
  return ccl_trouble_new(CCL_CODE_context_mismatch, expr, activity, said);
}

/* ---- Requests ---- */

/* The values of what a query needs from the context. Unknown: one of them is not there yet. */
static ccl_value outer_values(ccl_asker *asker, ccl_env *env, const ccl_query *query, const ccl_value **values) {
  if (query->outer_count == 0)
    return ccl_value_bool(true);
  uint64_t rows = asker->rows; /* rows behind these figures are not counted by the query */
  ccl_value *all = ccl_new_array(ccl_value, query->outer_count);
  bool waits = false;
  for (size_t i = 0; i < query->outer_count; i++) {
    all[i] = ccl_compute(env, query->outer[i]);
    waits = waits || all[i].state == CCL_UNKNOWN;
  }
  asker->rows = rows;
  *values = all;
  return waits ? ccl_value_unknown() : ccl_value_bool(true);
}

/* An answer, or why there is none yet. */
typedef struct asked {
  const ccl_answer *answer; /* NULL: wait, or see trouble */
  size_t number;
  const ccl_trouble *trouble;
} asked;

static asked ask_engine(ccl_asker *asker, uint32_t query_index, const ccl_value *outer) {
  ccl_run *run = asker->run;
  const ccl_query *query = &run->plan->queries[query_index];
  ccl_request request = { .query = query_index,
                          .days = asker->context.days,
                          .dims = asker->context.dims,
                          .dim_count = asker->context.dim_count,
                          .outer = outer };
  ccl_progress progress =
      ccl_override_filters(run, &asker->context, query->activity, &request.filters, &request.filter_count);
  if (progress == CCL_FAILED)
    return (asked){ .trouble = ccl_value_reported().as.trouble };
  if (progress == CCL_WAITING)
    return (asked){ 0 };
  ccl_needs_note(run, query->activity, request.days);
  size_t number = ccl_answers_request(&run->answers, request, query->outer_count);
  return (asked){ .answer = ccl_answers_of(&run->answers, number), .number = number };
}

/* ---- Groups ---- */

/* Which groups there are, when the query itself cannot be asked yet: those of every row of the activity. */
static void search_rows(ccl_asker *asker, const ccl_query *query) {
  uint32_t plain = ccl_plain_count(asker->run->plan, query->activity, query->dated_by, query->split);
  if (plain == CCL_NONE)
    return;
  asked it = ask_engine(asker, plain, NULL);
  asker->search->is_waiting = asker->search->is_waiting || (!it.answer && !it.trouble);
  for (size_t i = 0; it.answer && i < it.answer->count; i++)
    ccl_search_add(asker->search, &asker->context, it.answer->cells[i].key);
}

static ccl_value search(ccl_asker *asker, const asked *it) {
  if (!it->answer)
    asker->search->is_waiting = true;
  for (size_t i = 0; it->answer && i < it->answer->count; i++)
    ccl_search_add(asker->search, &asker->context, it->answer->cells[i].key);
  return ccl_value_unknown();
}

/* ---- Activities without data ---- */

/* In an example an activity without a table has no rows, but for a measure that is not given (clause 4.7). Elsewhere
 * it is reported once, when the data is read. */
static bool has_no_table(const ccl_asker *asker, const ccl_query *query) {
  return asker->run->example && !(asker->run->engine && ccl_engine_has_data(asker->run->engine, query->activity));
}

static ccl_value without_table(const ccl_asker *asker, const ccl_query *query, const ccl_expr *expr) {
  const ccl_plan *plan = asker->run->plan;
  if (asker->measure == CCL_NONE)
    return ccl_value_without_rows(query, expr);
  ccl_str measure = plan->measures[asker->measure].name, activity = plan->activities[query->activity].name;
  return ccl_trouble_new(CCL_CODE_missing_data, expr, measure, activity);
}

bool ccl_search_query(ccl_run *run, const ccl_context *context, uint32_t query_index, ccl_search *found) {
  const ccl_query *query = &run->plan->queries[query_index];
  ccl_asker asker = ccl_asker_in(run, context);
  asker.search = found;
  for (size_t i = 0; i < context->dim_count; i++)
    if (!has_dimension(run->plan, query, context->dims[i]))
      return false;
  if (context->days.len == 0 || has_no_table(&asker, query))
    return true;
  asked it = ask_engine(&asker, query_index, NULL);
  if (!it.trouble)
    (void)search(&asker, &it);
  return true;
}

/* ---- The leaf ---- */

static ccl_value cell_value(ccl_asker *asker, const asked *it, const ccl_query *query, const ccl_expr *expr) {
  const ccl_cell *cell = ccl_answers_cell(&asker->run->answers, it->number, asker->context.group);
  ccl_value value = cell ? cell->value : ccl_value_without_rows(query, expr);
  uint64_t rows = cell ? cell->rows : 0;
  asker->rows += rows;
  ccl_asker_note(
      asker,
      (ccl_operand){ .expr = expr, .type = expr->type, .value = value, .days = asker->context.days, .rows = rows });
  if (value.state == CCL_TROUBLE && !value.as.trouble->at)
    return ccl_trouble_new(value.as.trouble->code, expr, value.as.trouble->subject, value.as.trouble->detail);
  return value;
}

ccl_value ccl_ask_aggregate(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  const ccl_plan *plan = asker->run->plan;
  const ccl_query *query = &plan->queries[expr->index];
  if (query->source != CCL_FROM_ACTIVITY)
    return ccl_ask_pieces(asker, env, expr);
  const ccl_context *context = &asker->context;
  for (size_t i = 0; i < context->dim_count; i++)
    if (!has_dimension(plan, query, context->dims[i]))
      return not_in_activity(plan, query, expr, context->dims[i]);
  if (asker->is_earlier || context->days.len == 0)
    return ccl_value_without_rows(query, expr);
  if (has_no_table(asker, query))
    return without_table(asker, query, expr);
  const ccl_value *outer = NULL;
  bool is_searching = asker->search && context->known < context->dim_count;
  if (outer_values(asker, env, query, &outer).state == CCL_UNKNOWN) {
    if (is_searching)
      search_rows(asker, query);
    return ccl_value_unknown();
  }
  asked it = ask_engine(asker, expr->index, outer);
  if (it.trouble)
    return (ccl_value){ .state = CCL_TROUBLE, .as.trouble = it.trouble };
  if (is_searching)
    return search(asker, &it);
  if (!it.answer || context->known < context->dim_count)
    return ccl_value_unknown();
  return cell_value(asker, &it, query, expr);
}
