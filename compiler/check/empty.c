/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures that have no value when nothing happened (clause 5): shares, averages and their like without rows, divisions by what is then zero. What an invoice asks for is followed as it
 * would be computed in a period without any row: conditions that are then decided are decided, `by default` stands in, and only what would really be asked is looked at.
 */
#include "check/private.h"
#include "check/range.h"

enum { MOST_DEPTH = 300, PERIOD_DAYS = 30 };

/* What is known of a measure as it is asked now: measures use one another, and each is worked out once. */
typedef struct known_measure {
  uint32_t looked_at, computed, searched; /* the number of the asking in which it was last so */
  ccl_value value;
} known_measure;

typedef struct looking {
  const ccl_checking *checking;
  const ccl_article *article; /* of what is asked, or NULL */
  const ccl_effect *effect;
  const ccl_expr *asked;      /* by whom */
  bool has_group;             /* it is asked for groups, each of which has a row */
  bool elsewhere;             /* … in a window that may have none */
  uint32_t asking, search;    /* the numbers of the asking at hand: by whom, for which group, in which window; and of the last search */
  known_measure *measures;
  CCL_VEC(ccl_span) reported;
  size_t depth;
} looking;

static void look(looking *it, const ccl_expr *expr);

/* ---- A period in which nothing happened ---- */

static bool has_dims(const ccl_plan *plan, uint32_t activity, const uint32_t *dims, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (ccl_plan_field_of(plan, activity, dims[i]) == CCL_NONE)
      return false;
  return count > 0;
}

typedef struct search {
  looking *it;
  const ccl_expr *where;
  uint32_t activity;
  bool is_found;
} search;

static void see_counted(void *self, const ccl_seen *seen) {
  search *s = self;
  const ccl_plan *plan = s->it->checking->plan;
  if (seen->expr->op == CCL_OP_MEASURE && s->it->measures[seen->expr->index].searched != s->it->search) {
    s->it->measures[seen->expr->index].searched = s->it->search;
    ccl_check_each_in(&(ccl_seen){ .expr = plan->measures[seen->expr->index].value, .activity = CCL_NONE }, see_counted, s);
  }
  if (seen->expr->op != CCL_OP_AGGREGATE)
    return;
  const ccl_query *query = &plan->queries[seen->expr->index];
  s->is_found = s->is_found || (query->activity == s->activity && query->where && s->where && ccl_expr_same(query->where, s->where));
}

/* A group is there because a row of it is: rows without a condition, or with that of what is charged, are not missing. */
static bool has_rows(looking *it, const ccl_query *query) {
  const ccl_plan *plan = it->checking->plan;
  if (!it->has_group || it->elsewhere || query->source != CCL_FROM_ACTIVITY)
    return false;
  bool by_article = it->article && has_dims(plan, query->activity, it->article->for_each, it->article->for_each_count);
  bool by_effect = it->effect && has_dims(plan, query->activity, it->effect->dims, it->effect->dim_count);
  if (!by_article && !by_effect)
    return false;
  if (!query->where)
    return true;
  search s = { .it = it, .where = query->where, .activity = query->activity };
  it->search++;
  if (by_effect && it->effect->quantity)
    ccl_check_each_in(&(ccl_seen){ .expr = it->effect->quantity, .activity = CCL_NONE }, see_counted, &s);
  return s.is_found;
}

static ccl_value aggregate(looking *it, const ccl_expr *expr) {
  const ccl_query *query = &it->checking->plan->queries[expr->index];
  if (query->source != CCL_FROM_ACTIVITY || has_rows(it, query))
    return ccl_value_unknown();
  bool is_zero = query->kind == CCL_QUERY_COUNT || query->kind == CCL_QUERY_SUM || query->kind == CCL_QUERY_DURATION || query->kind == CCL_QUERY_DISTINCT;
  return is_zero ? ccl_value_number(CCL_RAT_ZERO) : ccl_trouble_new(CCL_CODE_undefined_value, expr, (ccl_str){ 0 }, (ccl_str){ 0 });
}

static ccl_day day_of(const looking *it) {
  return it->article ? it->article->in_force.from : it->checking->plan->header.cycle.contract.from;
}

static ccl_value measure_value(ccl_env *env, uint32_t index) {
  looking *it = env->self;
  const ccl_measure *measures = it->checking->plan->measures;
  known_measure *known = &it->measures[index];
  if (known->computed == it->asking || it->depth >= MOST_DEPTH)
    return known->computed == it->asking ? known->value : ccl_value_unknown();
  it->depth++;
  ccl_value value = ccl_compute(env, measures[ccl_version_on(measures[index].versions, index, day_of(it))].value);
  it->depth--;
  known->value = value;
  known->computed = it->asking;
  return value;
}

static ccl_value leaf(ccl_env *env, const ccl_expr *expr) {
  looking *it = env->self;
  const ccl_plan *plan = it->checking->plan;
  ccl_rat figure;
  switch ((int)expr->op) {
  case CCL_OP_AGGREGATE: return aggregate(it, expr);
  case CCL_OP_MEASURE: return measure_value(env, expr->index);
  case CCL_OP_PARAMETER: return ccl_parameter_on(plan, NULL, expr->index, day_of(it));
  case CCL_OP_INPUT: { /* zero only where the contract says that it can be */
    ccl_range range = ccl_range_of(it->checking->ranges, expr, CCL_NONE, NULL);
    bool is_told = plan->inputs[expr->index].has_range;
    return is_told && ccl_set_pick(range.set, range.step, &figure) ? ccl_value_number(figure) : ccl_value_unknown();
  }
  case CCL_OP_WINDOW: case CCL_OP_OVERALL: return ccl_compute(env, expr->args[0]);
  case CCL_OP_CONTEXT: return expr->index == CCL_DAYS_IN_PERIOD ? ccl_value_number(ccl_rat_int(PERIOD_DAYS)) : ccl_value_unknown();
  default: return ccl_value_unknown();
  }
}

static ccl_days when(ccl_env *env) {
  ccl_day day = day_of(env->self);
  return (ccl_days){ day, day };
}

static ccl_value value_of(looking *it, const ccl_expr *expr) {
  ccl_env env = { .plan = it->checking->plan, .leaf = leaf, .when = when, .self = it };
  for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
    env.bound[i] = ccl_value_unknown();
  return ccl_compute(&env, expr);
}

/* ---- Reporting ---- */

static bool is_reported(const looking *it, ccl_span span) {
  for (size_t i = 0; i < it->reported.len; i++)
    if (it->reported.items[i].file == span.file && it->reported.items[i].start == span.start && it->reported.items[i].end == span.end)
      return true;
  return false;
}

static void report(looking *it, const ccl_message *message, const ccl_expr *expr, ccl_str activity) {
  ccl_span asked = it->asked->span;
  if (is_reported(it, expr->span))
    return;
  ccl_vec_push(&it->reported, expr->span);
  ccl_diag *diag = ccl_check_report(it->checking, message, expr->span, CCL_ARGS(activity));
  bool is_inside = expr->span.file == asked.file && expr->span.start >= asked.start && expr->span.end <= asked.end;
  if (!is_inside)
    ccl_diag_note(diag, &ccl_check_say_asked_here, asked, CCL_NO_ARGS);
  ccl_diag_help(diag, &ccl_check_say_undefined_help, CCL_NO_ARGS);
}

static void report_query(looking *it, const ccl_message *message, const ccl_expr *expr, const ccl_query *query) {
  if (query->source == CCL_FROM_ACTIVITY && !has_rows(it, query))
    report(it, message, expr, it->checking->plan->activities[query->activity].name);
}

/* ---- What is asked ---- */

static void look_at_measure(looking *it, uint32_t index) {
  if (it->measures[index].looked_at == it->asking || it->depth >= MOST_DEPTH)
    return;
  it->measures[index].looked_at = it->asking;
  it->depth++;
  const ccl_measure *measure = &it->checking->plan->measures[index];
  look(it, measure->value);
  for (size_t i = 0; i < measure->versions.count; i++) /* what amendments put in its place */
    look(it, it->checking->plan->measures[measure->versions.items[i].index].value);
  it->depth--;
}

static void look_at_aggregate(looking *it, const ccl_expr *expr) {
  const ccl_query *query = &it->checking->plan->queries[expr->index];
  switch (query->kind) {
  case CCL_QUERY_LOWEST: case CCL_QUERY_HIGHEST: case CCL_QUERY_MEDIAN: case CCL_QUERY_PERCENTILE: case CCL_QUERY_AVERAGE: case CCL_QUERY_SHARE:
    report_query(it, &ccl_check_say_undefined_figure, expr, query);
    break;
  case CCL_QUERY_COUNT: case CCL_QUERY_SUM: case CCL_QUERY_DURATION: case CCL_QUERY_DISTINCT: break;
  }
  for (size_t i = 0; query->source != CCL_FROM_ACTIVITY && i < query->what_count; i++) /* of each day, week … */
    look(it, query->what[i]);
  if (query->source != CCL_FROM_ACTIVITY && query->where)
    look(it, query->where);
}

static void look_at_if(looking *it, const ccl_expr *expr) {
  size_t i = 0;
  for (; i + 1 < expr->arg_count; i += 2) {
    look(it, expr->args[i]);
    ccl_value condition = value_of(it, expr->args[i]);
    if (condition.state == CCL_KNOWN && condition.as.truth)
      break;
    if (condition.state == CCL_UNKNOWN || condition.state == CCL_TROUBLE)
      return; /* nobody knows which way it goes */
  }
  look(it, expr->args[i + 1 < expr->arg_count ? i + 1 : i]);
}

static void look_at_chain(looking *it, const ccl_expr *expr) {
  for (size_t i = 0; i < expr->arg_count; i++) {
    look(it, expr->args[i]);
    ccl_value value = value_of(it, expr->args[i]);
    if (value.state != CCL_KNOWN || value.as.truth == (expr->op == CCL_OP_OR))
      return;
  }
}

static void look_at_product(looking *it, const ccl_expr *expr) {
  for (size_t i = 0; i < expr->arg_count; i++) {
    look(it, expr->args[i]);
    if (!expr->inverse || !expr->inverse[i])
      continue;
    ccl_value divisor = value_of(it, expr->args[i]);
    if (divisor.state == CCL_KNOWN && ccl_rat_is_zero(divisor.as.number))
      report(it, &ccl_check_say_undefined_division, expr, ccl_source_text(it->checking->sources, expr->args[i]->span));
  }
}

static void look_at_parts(looking *it, const ccl_expr *expr) {
  for (size_t i = 0; i < expr->arg_count; i++)
    look(it, expr->args[i]);
}

static void look_in_window(looking *it, const ccl_expr *expr) {
  bool before = it->elsewhere;
  it->elsewhere = before || (expr->op == CCL_OP_WINDOW && (expr->window.kind == CCL_WINDOW_PREVIOUS || expr->window.kind == CCL_WINDOW_LAST_YEAR));
  it->asking += it->elsewhere != before ? 1 : 0;
  look(it, expr->args[0]);
  it->asking += it->elsewhere != before ? 1 : 0;
  it->elsewhere = before;
}

static void look(looking *it, const ccl_expr *expr) {
  const ccl_plan *plan = it->checking->plan;
  switch ((int)expr->op) {
  case CCL_OP_SHARE: case CCL_OP_AVERAGE:
    if (expr->args[1]->op == CCL_OP_AGGREGATE)
      report_query(it, expr->op == CCL_OP_SHARE ? &ccl_check_say_undefined_share : &ccl_check_say_undefined_average, expr,
                   &plan->queries[expr->args[1]->index]);
    return;
  case CCL_OP_AGGREGATE: look_at_aggregate(it, expr); return;
  case CCL_OP_MEASURE: look_at_measure(it, expr->index); return;
  case CCL_OP_DEFAULT: return; /* of a figure that is missing, a default takes the place */
  case CCL_OP_IF: look_at_if(it, expr); return;
  case CCL_OP_AND: case CCL_OP_OR: look_at_chain(it, expr); return;
  case CCL_OP_PRODUCT: look_at_product(it, expr); return;
  case CCL_OP_WINDOW: case CCL_OP_OVERALL: look_in_window(it, expr); return;
  default: look_at_parts(it, expr); return;
  }
}

/* ---- Who asks ---- */

static void ask(looking *it, const ccl_expr *expr) {
  if (!expr)
    return;
  it->asked = expr;
  it->asking++;
  look(it, expr);
}

static void ask_effect(looking *it, const ccl_effect *effect) {
  bool for_each = it->article->for_each_count > 0;
  it->effect = effect;
  it->has_group = for_each || effect->dim_count > 0;
  ask(it, effect->quantity);
  ask(it, effect->amount);
  ask(it, effect->covered);
  ask(it, effect->covered_limit);
  ask(it, effect->allowance);
  if (effect->has_price && effect->price.tiers == CCL_NONE)
    ask(it, effect->price.rate);
  if (effect->ladder)
    ask(it, effect->ladder->figure);
  it->effect = NULL;
  it->has_group = for_each;
}

static void ask_article(looking *it, const ccl_article *article) {
  if (ccl_days_is_empty(article->in_force))
    return;
  it->article = article;
  it->has_group = article->for_each_count > 0;
  it->asking++;
  ask(it, article->when);
  if (article->when) {
    ccl_value acts = value_of(it, article->when);
    if (acts.state != CCL_KNOWN || !acts.as.truth)
      return; /* it does not act, or nobody knows */
  }
  for (size_t i = 0; i < article->effect_count; i++)
    ask_effect(it, &article->effects[i]);
}

void ccl_check_empty(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  looking it = { .checking = checking };
  it.measures = ccl_new_array(known_measure, plan->measures_count);
  for (size_t i = 0; i < plan->articles_count; i++)
    ask_article(&it, &plan->articles[i]);
  it.article = NULL;
  it.has_group = false;
  for (size_t i = 0; i < plan->requirements_count; i++)
    ask(&it, plan->requirements[i].condition);
}
