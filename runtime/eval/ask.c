/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers the leaves of an article's expressions and keeps the trail. Aggregates: aggregate.c, window.c; what an
 * example gives: given.c; how states meet: plan/compute.c.
 */
#include "eval/ask.h"

#include <stdlib.h>

#include "eval/key.h"
#include "eval/messages.h"
#include "eval/sums.h"

static ccl_value leaf(ccl_env *env, const ccl_expr *expr);

/* The days whose parameters hold, without the holes; where there are none, the first day of the contract. */
static ccl_days moment_of(const ccl_asker *asker) {
  ccl_days days = ccl_dayset_hull(ccl_context_moment(&asker->context));
  ccl_day first = asker->run->plan->header.cycle.contract.from;
  return ccl_days_is_empty(days) ? (ccl_days){ first, first } : days;
}

static ccl_days when(ccl_env *env) {
  return moment_of(env->self);
}

ccl_asker ccl_asker_in(ccl_run *run, const ccl_context *context) {
  return (ccl_asker){ .run = run, .context = *context, .measure = CCL_NONE };
}

ccl_env ccl_asker_env(ccl_asker *asker) {
  ccl_env env = { .plan = asker->run->plan,
                  .supply = ccl_run_supply(asker->run, asker->context.article),
                  .leaf = leaf,
                  .when = when,
                  .self = asker };
  for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
    env.bound[i] = ccl_value_absent();
  return env;
}

/* ---- The trail ---- */

static bool is_leaf(ccl_op op) {
  return op == CCL_OP_MEASURE || op == CCL_OP_PARAMETER || op == CCL_OP_INPUT || op == CCL_OP_ARTICLE;
}

ccl_operand ccl_asker_operand(const ccl_asker *asker, const ccl_expr *expr, ccl_value value) {
  if (asker->trail.len == 1 && asker->trail.items[0].expr == expr && is_leaf(expr->op))
    return asker->trail.items[0];
  return (ccl_operand){ .expr = expr,
                        .type = expr->type,
                        .value = value,
                        .days = asker->context.days,
                        .rows = asker->rows,
                        .parts = asker->trail.items,
                        .part_count = asker->trail.len };
}

void ccl_asker_note(ccl_asker *asker, ccl_operand operand) {
  if (operand.value.state != CCL_KNOWN)
    return;
  for (size_t i = 0; i < asker->trail.len; i++)
    if (asker->trail.items[i].expr == operand.expr)
      return;
  ccl_vec_push(&asker->trail, operand);
}

static void note_leaf(ccl_asker *asker, const ccl_expr *expr, ccl_str name, ccl_dayset days, ccl_value value) {
  ccl_asker_note(asker, (ccl_operand){ .name = name, .expr = expr, .type = expr->type, .value = value, .days = days });
}

/* ---- Asking inside another context ---- */

static ccl_asker child_of(const ccl_asker *asker, const ccl_context *context) {
  ccl_asker child = ccl_asker_in(asker->run, context);
  child.search = asker->search;
  child.measure = asker->measure;
  child.is_earlier = asker->is_earlier;
  return child;
}

/* Computes in the child, with what is bound outside: arguments of a function, `value` of a ladder. */
static ccl_value compute_inside(ccl_asker *child, const ccl_env *env, const ccl_expr *expr) {
  ccl_env inner = *env;
  inner.self = child;
  return ccl_compute(&inner, expr);
}

static ccl_value window(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  ccl_context context = ccl_context_in_window(asker->run->plan, asker->context, expr->window);
  ccl_asker child = child_of(asker, &context);
  ccl_value value = compute_inside(&child, env, expr->args[0]);
  asker->rows += child.rows;
  ccl_asker_note(asker, ccl_asker_operand(&child, expr, value));
  return value;
}

/* Rows outside the group are not the group's. */
static ccl_value overall(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  ccl_context context = ccl_context_overall(asker->context);
  ccl_asker child = child_of(asker, &context);
  child.search = NULL;
  ccl_value value = compute_inside(&child, env, expr->args[0]);
  ccl_asker_note(asker, ccl_asker_operand(&child, expr, value));
  return value;
}

/* ---- Measures ---- */

/* A measure in a context, remembered for a round. */
typedef struct remembered {
  ccl_value value;
  ccl_operand operand;
  uint64_t rows;
  ccl_dayset *needs;
} remembered;

/* What a figure lacks is said in the name of the measure. */
static ccl_value named(ccl_asker *asker, ccl_value value, const ccl_measure *measure) {
  if (value.state != CCL_TROUBLE || value.as.trouble->code != CCL_CODE_undefined_value ||
      value.as.trouble->subject.len > 0)
    return value;
  const ccl_trouble *trouble = value.as.trouble;
  ccl_value with_name = ccl_trouble_new(trouble->code, trouble->at, measure->name, trouble->detail);
  ccl_run_place(asker->run, with_name.as.trouble, asker->context.days);
  return with_name;
}

static remembered compute_measure(ccl_asker *asker, uint32_t index) {
  ccl_run *run = asker->run;
  const ccl_measure *measure = &run->plan->measures[index];
  ccl_context context = asker->context;
  context.has_moment = false;
  ccl_asker child = child_of(asker, &context);
  child.measure = index;
  ccl_env env = ccl_asker_env(&child);
  ccl_dayset *outer = ccl_needs_begin(run);
  ccl_value value = named(&child, ccl_compute(&env, measure->value), measure);
  remembered it = { .value = value, .rows = child.rows, .needs = ccl_needs_end(run, outer) };
  it.operand = (ccl_operand){ .name = measure->name,
                              .type = measure->type,
                              .value = value,
                              .days = context.days,
                              .rows = child.rows,
                              .parts = child.trail.items,
                              .part_count = child.trail.len };
  return it;
}

static ccl_str measure_key(const ccl_asker *asker, uint32_t index) {
  ccl_buf key = { 0 };
  ccl_key_number(&key, index);
  ccl_key_number(&key, asker->is_earlier);
  ccl_context context = asker->context;
  context.has_moment = false;
  ccl_context_key(&key, &context);
  return ccl_buf_str(&key);
}

/* While groups are searched a measure is looked into once. */
static ccl_value search_measure(ccl_asker *asker, uint32_t index) {
  ccl_str key = measure_key(asker, index);
  if (ccl_map_find(&asker->search->seen, key))
    return ccl_value_unknown();
  (void)ccl_map_put(&asker->search->seen, key, asker->search);
  return compute_measure(asker, index).value;
}

/* The measure as one version (clause 8) defines it. */
static ccl_value measure_as(ccl_asker *asker, const ccl_expr *expr, uint32_t version) {
  ccl_run *run = asker->run;
  if (asker->search)
    return search_measure(asker, version);
  ccl_str key = measure_key(asker, version);
  remembered *it = ccl_map_find(&run->measures, key);
  if (!it) {
    it = ccl_new(remembered);
    *it = compute_measure(asker, version);
    (void)ccl_map_put(&run->measures, key, it);
  } else {
    ccl_needs_add(run, it->needs);
  }
  asker->rows += it->rows;
  ccl_operand operand = it->operand;
  operand.expr = expr;
  ccl_asker_note(asker, operand);
  return it->value;
}

/* A measure that is replaced within the days: each day by the version in force on it, which only sums and counts can
 * add up (clauses 6.1, 8). */
static ccl_value measure_in_parts(ccl_asker *asker, const ccl_expr *expr, ccl_days hull, ccl_day change) {
  const ccl_measure *it = &asker->run->plan->measures[expr->index];
  if (!ccl_figure_is_additive(asker->run->plan, asker->run->additive, expr))
    return ccl_trouble_new(CCL_CODE_mid_period_change, expr, it->name, ccl_day_text(change));
  ccl_value flaw = { 0 };
  ccl_rat sum = CCL_RAT_ZERO;
  for (ccl_day from = hull.from, next; from <= hull.to; from = next) {
    if (!ccl_version_change(it->versions, (ccl_days){ from, hull.to }, &next))
      next = hull.to + 1;
    ccl_days part = { from, next - 1 };
    ccl_context context = ccl_context_on(asker->context, ccl_dayset_and(asker->context.days, ccl_dayset_of(part)));
    context.has_moment = false;
    ccl_asker child = child_of(asker, &context);
    ccl_value value = measure_as(&child, expr, ccl_version_on(it->versions, expr->index, from));
    asker->rows += child.rows;
    if (value.state > flaw.state)
      flaw = value;
    if (value.state == CCL_KNOWN)
      sum = ccl_rat_add(sum, value.as.number);
  }
  ccl_value value = flaw.state == CCL_KNOWN ? ccl_value_number(sum) : flaw;
  note_leaf(asker, expr, it->name, asker->context.days, value);
  return value;
}

static ccl_value measure(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  (void)env;
  const ccl_measure *it = &asker->run->plan->measures[expr->index];
  ccl_value given;
  uint64_t rows = 0;
  if (ccl_ask_given(asker, CCL_GIVEN_MEASURE, expr->index, &given, &rows)) {
    asker->rows += rows;
    note_leaf(asker, expr, it->name, asker->context.days, given);
    return given;
  }
  ccl_days moment = moment_of(asker);
  ccl_day change;
  if (!ccl_version_change(it->versions, moment, &change))
    return measure_as(asker, expr, ccl_version_on(it->versions, expr->index, moment.from));
  return measure_in_parts(asker, expr, ccl_dayset_hull(asker->context.days), change);
}

/* ---- Figures from outside ---- */

/* The period in which an input is asked for; false: the window is longer (*spans) or before the contract. */
static bool input_period(const ccl_asker *asker, ccl_period *period, bool *spans) {
  ccl_cycle cycle = asker->run->plan->header.cycle;
  ccl_days days = ccl_dayset_hull(asker->context.days);
  *spans = false;
  if (ccl_days_is_empty(days))
    return false;
  ccl_period_range range = ccl_cycle_periods_touching(cycle, days);
  *spans = range.first < range.last;
  return range.first == range.last && ccl_cycle_period(cycle, range.first, period);
}

static ccl_value said_in_words(const ccl_asker *asker, ccl_code code, const ccl_expr *expr, const ccl_message *message,
                               ccl_str subject) {
  ccl_lang lang = asker->run->plan->header.lang;
  return ccl_trouble_new(code, expr, subject, ccl_message_text(message, lang, CCL_ARGS(subject)));
}

static ccl_value input_figure(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  const ccl_input *it = &asker->run->plan->inputs[expr->index];
  const ccl_input_figures *figures = &asker->run->supply->inputs[expr->index];
  ccl_period period;
  bool spans;
  bool is_found = input_period(asker, &period, &spans);
  if (spans)
    return said_in_words(asker, CCL_CODE_context_mismatch, expr, &ccl_eval_say_input_spans, it->name);
  for (size_t i = 0; is_found && i < figures->count; i++)
    if (ccl_days_has(figures->figures[i].period, period.days.from))
      return figures->figures[i].value;
  if (it->otherwise)
    return compute_inside(asker, env, it->otherwise);
  ccl_str when = is_found ? ccl_period_name(asker->run->plan->header.cycle, period) : (ccl_str){ 0 };
  return ccl_trouble_new(CCL_CODE_missing_value, expr, it->name, when);
}

static ccl_value input(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  ccl_value value;
  uint64_t rows = 0;
  if (!ccl_ask_given(asker, CCL_GIVEN_INPUT, expr->index, &value, &rows))
    value = asker->is_earlier ? ccl_value_number(CCL_RAT_ZERO) : input_figure(asker, env, expr);
  note_leaf(asker, expr, asker->run->plan->inputs[expr->index].name, asker->context.days, value);
  return value;
}

/* A parameter has one value in a context; where it changes the contract must say what happens (clause 6.1). */
static ccl_value parameter(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  const ccl_plan *plan = asker->run->plan;
  ccl_dayset moment = ccl_context_moment(&asker->context);
  ccl_days days = moment_of(asker);
  ccl_day *changes;
  if (days.from < days.to && ccl_parameter_changes(plan, env->supply, expr, days, &changes) > 0)
    return ccl_trouble_new(CCL_CODE_mid_period_change, expr, plan->parameters[expr->index].name,
                           ccl_day_text(changes[0]));
  ccl_value value = ccl_parameter_on(plan, env->supply, expr->index, days.from);
  note_leaf(asker, expr, plan->parameters[expr->index].name, moment, value);
  return value;
}

/* ---- Names of articles, totals, constants ---- */

static ccl_value of_progress(ccl_progress progress, ccl_rat number) {
  if (progress == CCL_WAITING)
    return ccl_value_unknown();
  return progress == CCL_FAILED ? ccl_value_reported() : ccl_value_number(number);
}

static ccl_value article(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  (void)env;
  ccl_run *run = asker->run;
  const ccl_article_name *name = &run->plan->article_names[expr->index];
  ccl_period_range range = ccl_cycle_periods_touching(run->plan->header.cycle, asker->context.billing);
  ccl_rat sum = CCL_RAT_ZERO;
  ccl_progress progress = ccl_sum_lines(run, name->articles, name->article_count, range, NULL, CCL_SUM_ALL, &sum);
  ccl_value value = of_progress(progress, sum);
  note_leaf(asker, expr, name->name, ccl_dayset_of(asker->context.billing), value);
  return value;
}

static ccl_value total(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  (void)env;
  ccl_cycle cycle = asker->run->plan->header.cycle;
  ccl_period_range range = ccl_cycle_periods_touching(cycle, asker->context.billing);
  ccl_rat sum = CCL_RAT_ZERO;
  ccl_progress progress = CCL_DONE;
  for (int32_t number = range.first; number <= range.last; number++) {
    ccl_period period;
    ccl_totals totals;
    if (!ccl_cycle_period(cycle, number, &period))
      break;
    ccl_progress one = ccl_run_totals(asker->run, period, &totals);
    progress = ccl_progress_worse(progress, one);
    if (one == CCL_DONE)
      sum = ccl_rat_add(sum, expr->index == CCL_TOTAL_NET   ? totals.net
                             : expr->index == CCL_TOTAL_VAT ? totals.vat_total
                                                            : totals.gross);
  }
  ccl_value value = of_progress(progress, sum);
  note_leaf(asker, expr, (ccl_str){ 0 }, ccl_dayset_of(asker->context.billing), value);
  return value;
}

static ccl_value dimension(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  (void)env;
  for (size_t i = 0; i < asker->context.dim_count; i++)
    if (asker->context.dims[i] == expr->index)
      return i < asker->context.known ? asker->context.group[i] : ccl_value_unknown();
  return said_in_words(asker, CCL_CODE_context_mismatch, expr, &ccl_eval_say_no_dimension,
                       asker->run->plan->dims[expr->index].name);
}

static ccl_value constant_of_context(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  (void)env;
  ccl_days contract = ccl_contract_days_on(asker->run->plan, asker->context.period.to); /* as it stands then (8) */
  ccl_days days = ccl_dayset_hull(asker->context.days);
  switch ((ccl_constant)expr->index) {
  case CCL_PERIOD_START: return ccl_value_day(asker->context.period.from);
  case CCL_PERIOD_END: return ccl_value_day(asker->context.period.to);
  case CCL_WINDOW_START:
  case CCL_WINDOW_END:
    if (ccl_days_is_empty(days))
      return said_in_words(asker, CCL_CODE_undefined_value, expr, &ccl_eval_say_no_window, (ccl_str){ 0 });
    return ccl_value_day(expr->index == CCL_WINDOW_START ? days.from : days.to);
  case CCL_CONTRACT_START: return ccl_value_day(contract.from);
  case CCL_CONTRACT_END: return ccl_value_day(contract.to);
  case CCL_DAYS_IN_PERIOD: return ccl_value_number(ccl_rat_int(ccl_days_count(asker->context.period)));
  }
  CCL_BUG("a constant of the context of no kind");
}

static ccl_value field(ccl_asker *asker, ccl_env *env, const ccl_expr *expr) {
  (void)asker;
  (void)env;
  (void)expr;
  CCL_BUG("a field outside its activity was let through");
}

/* ---- The table ---- */

typedef ccl_value answer(ccl_asker *asker, ccl_env *env, const ccl_expr *expr);

static ccl_value leaf(ccl_env *env, const ccl_expr *expr) {
  static answer *const answers[CCL_OP_COUNT] = {
    [CCL_OP_PARAMETER] = parameter,
    [CCL_OP_FIELD] = field,
    [CCL_OP_DIMENSION] = dimension,
    [CCL_OP_MEASURE] = measure,
    [CCL_OP_INPUT] = input,
    [CCL_OP_AGGREGATE] = ccl_ask_aggregate,
    [CCL_OP_ARTICLE] = article,
    [CCL_OP_TOTAL] = total,
    [CCL_OP_WINDOW] = window,
    [CCL_OP_OVERALL] = overall,
    [CCL_OP_CONTEXT] = constant_of_context,
  };
  ccl_asker *asker = env->self;
  ccl_value value = answers[expr->op](asker, env, expr);
  if (value.state == CCL_TROUBLE)
    ccl_run_place(asker->run, value.as.trouble, asker->context.days);
  return value;
}

/* ---- Asking ---- */

static ccl_found ask(ccl_asker *asker, const ccl_expr *expr, bool is_condition) {
  ccl_env env = ccl_asker_env(asker);
  ccl_value value = is_condition ? ccl_compute_condition(&env, expr) : ccl_compute(&env, expr);
  if (value.state == CCL_ABSENT)
    value = ccl_trouble_new(CCL_CODE_undefined_value, expr, (ccl_str){ 0 }, (ccl_str){ 0 });
  return (ccl_found){ value, ccl_asker_operand(asker, expr, value), asker->rows };
}

ccl_found ccl_ask(ccl_run *run, const ccl_context *context, const ccl_expr *expr) {
  ccl_asker asker = ccl_asker_in(run, context);
  return ask(&asker, expr, false);
}

ccl_found ccl_ask_condition(ccl_run *run, const ccl_context *context, const ccl_expr *expr) {
  ccl_asker asker = ccl_asker_in(run, context);
  return ask(&asker, expr, true);
}

ccl_found ccl_ask_earlier(ccl_run *run, const ccl_context *context, const ccl_expr *expr) {
  ccl_asker asker = ccl_asker_in(run, context);
  asker.is_earlier = true;
  return ask(&asker, expr, false);
}

/* ---- Groups ---- */

void ccl_search_in(ccl_run *run, const ccl_context *context, const ccl_expr *expr, ccl_search *search) {
  ccl_asker asker = ccl_asker_in(run, context);
  asker.search = search;
  ccl_env env = ccl_asker_env(&asker);
  ccl_value value = ccl_compute(&env, expr);
  if (value.state == CCL_TROUBLE && !search->trouble)
    search->trouble = value.as.trouble;
}

void ccl_search_add(ccl_search *search, const ccl_context *context, const ccl_value *group) {
  for (size_t i = 0; i < context->known; i++)
    if (!ccl_value_eq(context->group[i], group[i]))
      return;
  ccl_buf key = { 0 };
  ccl_key_values(&key, group, context->dim_count);
  if (ccl_map_find(&search->found, ccl_buf_str(&key)))
    return;
  (void)ccl_map_put(&search->found, ccl_buf_str(&key), search);
  ccl_vec_push(&search->groups, group);
}

/* The rank of a choice among those of its dimension. */
static size_t rank(const ccl_dim *dim, uint32_t choice) {
  size_t at = 0;
  while (at < dim->choice_count && dim->choices[at] != choice)
    at++;
  return at;
}

int ccl_dim_cmp(const ccl_dim *dim, ccl_value a, ccl_value b) {
  if (a.kind != CCL_KIND_CHOICE)
    return ccl_value_cmp(a, b);
  size_t first = rank(dim, a.as.choice), second = rank(dim, b.as.choice);
  return (first > second) - (first < second);
}

static int cmp_groups(const ccl_plan *plan, const ccl_context *context, const ccl_value *a, const ccl_value *b) {
  for (size_t i = 0; i < context->dim_count; i++) {
    int order = ccl_dim_cmp(&plan->dims[context->dims[i]], a[i], b[i]);
    if (order != 0)
      return order;
  }
  return 0;
}

/* Merges two sorted halves; groups are few or already in order, and qsort has no place for the plan. */
static void sort_groups(const ccl_plan *plan, const ccl_context *context, const ccl_value **groups,
                        const ccl_value **room, size_t count) {
  if (count < 2)
    return;
  size_t half = count / 2, left = 0, right = half;
  sort_groups(plan, context, groups, room, half);
  sort_groups(plan, context, groups + half, room, count - half);
  for (size_t i = 0; i < count; i++) {
    bool takes_left = right == count || (left < half && cmp_groups(plan, context, groups[left], groups[right]) <= 0);
    room[i] = takes_left ? groups[left++] : groups[right++];
  }
  for (size_t i = 0; i < count; i++)
    groups[i] = room[i];
}

void ccl_search_sort(const ccl_plan *plan, const ccl_context *context, ccl_search *search) {
  const ccl_value **room = ccl_new_array(const ccl_value *, search->groups.len + 1);
  sort_groups(plan, context, search->groups.items, room, search->groups.len);
}
