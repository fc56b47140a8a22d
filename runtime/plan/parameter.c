/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parameters on a day (clause 4.2): versions, `each` revisions, and the days on which a value changes.
 *
 * Parameters use one another, and a revision uses the value before it, so that one value can need thousands of
 * others. Nothing recurses over them: what is asked is a question (a parameter on a day), questions wait on a stack,
 * and an expression that needs an answer that is not there yet is computed again later: CCL_UNKNOWN makes it show
 * everything that it needs at once. Each question is answered once for one call.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "plan/compute.h"

/*
 * A parameter on a day on which its definition is computed; `initial`: by its first version, whatever holds on that
 * day.
 */
typedef struct question {
  uint32_t parameter;
  ccl_day day;
  uint32_t initial;
} question;

typedef struct answer {
  question asked;
  bool is_open; /* what it needs was asked: it must not be needed by that again */
  bool is_there;
  ccl_value value;
} answer;

/* The answers and open questions of one call. */
typedef struct session {
  const ccl_plan *plan;
  const ccl_supply *supply;
  ccl_map answers; /* by the bytes of the question */
  CCL_VEC(answer *) stack; /* what is to be answered, the last one first */
} session;

/* ---- Which version, which revision ---- */

/* The version in force: the last one that does not begin after the day. */
static size_t version_on(const ccl_parameter *parameter, ccl_day day) {
  size_t low = 0, high = parameter->version_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (parameter->versions[middle].from <= day)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* The days on which `each` may revise: after the last version of the text that says it, before the next one. */
static ccl_days revised_days(const ccl_plan *plan, const ccl_parameter *parameter) {
  if (!parameter->each)
    return CCL_NO_DAYS;
  size_t own = parameter->each_versions > 0 ? parameter->each_versions : parameter->version_count;
  ccl_day base = own > 1 ? parameter->versions[own - 1].from : plan->header.cycle.contract.from;
  ccl_day next = own < parameter->version_count ? parameter->versions[own].from : CCL_DAY_MAX;
  return (ccl_days){ base + 1, own < parameter->version_count ? next - 1 : next };
}

static ccl_day revision_in(const ccl_parameter *parameter, int year) {
  return ccl_day_from((ccl_ymd){ year, parameter->each_month, parameter->each_day });
}

/* The last revision at or before the day; false: none yet, or it has ended. */
static bool revision_on(const ccl_plan *plan, const ccl_parameter *parameter, ccl_day day, ccl_day *revision) {
  ccl_days days = revised_days(plan, parameter);
  if (!parameter->each || day < days.from || day > days.to)
    return false;
  int year = ccl_day_ymd(day).year;
  *revision = revision_in(parameter, year);
  if (*revision > day) {
    if (year == 1)
      return false;
    *revision = revision_in(parameter, year - 1);
  }
  return *revision >= days.from;
}

/*
 * The question whose answer is the parameter's value on a day. What a definition says depends on the day (other
 * parameters have their value on it), what a revision says only on the day of the revision.
 */
static question question_for(const ccl_plan *plan, uint32_t parameter, ccl_day day) {
  ccl_day revision;
  bool revised = revision_on(plan, &plan->parameters[parameter], day, &revision);
  return (question){ parameter, revised ? revision : day, 0 };
}

/* ---- Answering ---- */

static bool is_fixed(const ccl_supply *supply, uint32_t parameter) {
  return supply && supply->parameters && supply->parameters[parameter].state == CCL_KNOWN;
}

static answer *answer_to(session *now, question asked) {
  answer *found = ccl_map_find(&now->answers, (ccl_str){ (const char *)&asked, sizeof asked });
  if (found)
    return found;
  found = ccl_new(answer);
  found->asked = asked;
  (void)ccl_map_put(&now->answers, (ccl_str){ (const char *)&found->asked, sizeof found->asked }, found);
  return found;
}

/* The answer when it is there; else unknown, and it will be. */
static ccl_value ask(session *now, question asked) {
  if (is_fixed(now->supply, asked.parameter))
    return now->supply->parameters[asked.parameter];
  answer *found = answer_to(now, asked);
  if (found->is_there)
    return found->value;
  if (found->is_open)
    CCL_BUG("a parameter that ends in itself was let through");
  ccl_vec_push(&now->stack, found);
  return ccl_value_unknown();
}

/* The surroundings of a parameter's expression. */
typedef struct place {
  session *now;
  ccl_day day;
} place;

static ccl_days when(ccl_env *env) {
  const place *here = env->self;
  return (ccl_days){ here->day, here->day };
}

static ccl_value leaf(ccl_env *env, const ccl_expr *expr) {
  place *here = env->self;
  ccl_days contract = ccl_contract_days_on(here->now->plan, here->day);
  if (expr->op == CCL_OP_PARAMETER)
    return ask(here->now, question_for(here->now->plan, expr->index, here->day));
  if (expr->op == CCL_OP_CONTEXT && expr->index == CCL_CONTRACT_START)
    return ccl_value_day(contract.from);
  if (expr->op == CCL_OP_CONTEXT && expr->index == CCL_CONTRACT_END)
    return ccl_value_day(contract.to);
  CCL_BUG("a parameter that asks for a figure of the period was let through");
}

/* Computes the definition that the question is about. Unknown: what it needs is on the stack. */
static ccl_value try_answer(session *now, question asked) {
  const ccl_parameter *parameter = &now->plan->parameters[asked.parameter];
  place here = { now, asked.day };
  ccl_env env = { .plan = now->plan, .supply = now->supply, .leaf = leaf, .when = when, .self = &here };
  for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
    env.bound[i] = ccl_value_absent();
  if (asked.initial)
    return ccl_compute(&env, parameter->versions[0].value);
  ccl_day revision;
  if (!revision_on(now->plan, parameter, asked.day, &revision))
    return ccl_compute(&env, parameter->versions[version_on(parameter, asked.day)].value);
  question initial = { asked.parameter, now->plan->header.cycle.contract.from, 1 };
  env.bound[CCL_BOUND_PREVIOUS_VALUE] = ask(now, question_for(now->plan, asked.parameter, revision - 1));
  env.bound[CCL_BOUND_INITIAL_VALUE] = ask(now, initial);
  env.bound[CCL_BOUND_REVISION_DATE] = ccl_value_day(revision);
  return ccl_compute(&env, parameter->each);
}

static void answer_all(session *now) {
  while (now->stack.len > 0) {
    answer *top = now->stack.items[now->stack.len - 1];
    size_t before = now->stack.len;
    ccl_value value = top->is_there ? top->value : try_answer(now, top->asked);
    if (value.state == CCL_UNKNOWN) {
      if (now->stack.len == before)
        CCL_BUG("a parameter needs something that nobody answers");
      top->is_open = true;
      continue;
    }
    now->stack.len = before - 1; /* with whatever was asked and turned out not to matter */
    top->is_open = false;
    top->is_there = true;
    top->value = value;
  }
}

static ccl_value value_on(session *now, uint32_t parameter, ccl_day day) {
  question asked = question_for(now->plan, parameter, day);
  ccl_value value = ask(now, asked);
  if (value.state != CCL_UNKNOWN)
    return value;
  answer_all(now);
  return answer_to(now, asked)->value;
}

ccl_value ccl_parameter_on(const ccl_plan *plan, const ccl_supply *supply, uint32_t parameter, ccl_day day) {
  const ccl_parameter *asked = &plan->parameters[parameter];
  if (is_fixed(supply, parameter))
    return supply->parameters[parameter];
  if (!asked->each) { /* nearly all parameters, and callers that ask for every row: no session */
    const ccl_expr *value = asked->versions[version_on(asked, day)].value;
    if (value->op == CCL_OP_CONSTANT)
      return value->constant;
  }
  session now = { .plan = plan, .supply = supply };
  return value_on(&now, parameter, day);
}

/* ---- Changes ---- */

/* What an expression uses: marks, one for each row of the plan's tables. */
typedef struct uses {
  const ccl_plan *plan;
  bool *parameters, *functions, *grids, *tiers;
  CCL_VEC(ccl_version) replaced; /* versions of what is used (clause 8) */
} uses;

static void note_versions(uses *all, ccl_versions versions) {
  for (size_t i = 0; i < versions.count; i++)
    ccl_vec_push(&all->replaced, versions.items[i]);
}

static void note_uses(uses *all, const ccl_expr *expr);

static void note_grid(uses *all, uint32_t index) {
  const ccl_grid *grid = &all->plan->grids[index];
  if (all->grids[index])
    return;
  all->grids[index] = true;
  note_versions(all, grid->versions);
  for (size_t i = 0; i < grid->versions.count; i++)
    note_grid(all, grid->versions.items[i].index);
  for (size_t i = 0; i < grid->entry_count; i++)
    note_uses(all, grid->entries[i].value);
}

static void note_tiers(uses *all, uint32_t index) {
  const ccl_tiers *tiers = &all->plan->tiers[index];
  if (all->tiers[index])
    return;
  all->tiers[index] = true;
  note_versions(all, tiers->versions);
  for (size_t i = 0; i < tiers->versions.count; i++)
    note_tiers(all, tiers->versions.items[i].index);
  for (size_t i = 0; i < tiers->tier_count; i++)
    note_uses(all, tiers->tiers[i].price);
}

static void note_uses(uses *all, const ccl_expr *expr) {
  if (expr->op == CCL_OP_PARAMETER)
    all->parameters[expr->index] = true;
  if (expr->op == CCL_OP_GRID)
    note_grid(all, expr->index);
  if (expr->op == CCL_OP_TIER_PRICE)
    note_tiers(all, expr->index);
  if (expr->op == CCL_OP_MEASURE)
    note_versions(all, all->plan->measures[expr->index].versions);
  if (expr->op == CCL_OP_BAND)
    note_versions(all, all->plan->calendars[expr->index].versions);
  if (expr->op == CCL_OP_CALL && !all->functions[expr->index]) {
    all->functions[expr->index] = true;
    note_uses(all, all->plan->functions[expr->index].body);
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    note_uses(all, expr->args[i]);
}

static uses *uses_new(const ccl_plan *plan) {
  uses *all = ccl_new(uses);
  all->plan = plan;
  all->parameters = ccl_alloc_atomic(plan->parameters_count * sizeof(bool));
  all->functions = ccl_alloc_atomic(plan->functions_count * sizeof(bool));
  all->grids = ccl_alloc_atomic(plan->grids_count * sizeof(bool));
  all->tiers = ccl_alloc_atomic(plan->tiers_count * sizeof(bool));
  return all;
}

static void note_definition(uses *all, const ccl_parameter *parameter) {
  for (size_t i = 0; i < parameter->version_count; i++)
    note_uses(all, parameter->versions[i].value);
  if (parameter->each)
    note_uses(all, parameter->each);
}

/* Adds the parameters that those in `all` use, and those that these use, until none is new. */
static void note_indirect(uses *all) {
  bool *done = ccl_alloc_atomic(all->plan->parameters_count * sizeof(bool));
  for (bool grew = true; grew;) {
    grew = false;
    for (size_t i = 0; i < all->plan->parameters_count; i++) {
      if (!all->parameters[i] || done[i])
        continue;
      done[i] = grew = true;
      note_definition(all, &all->plan->parameters[i]);
    }
  }
}

typedef CCL_VEC(ccl_day) day_list;

static void add_day(day_list *list, ccl_days days, ccl_day day) {
  if (day > days.from && day <= days.to)
    ccl_vec_push(list, day);
}

/* The days in (days.from, days.to] on which the parameter's own text begins to say something else. */
static void add_dates(day_list *list, const ccl_plan *plan, const ccl_parameter *parameter, ccl_days days) {
  for (size_t i = 1; i < parameter->version_count; i++)
    add_day(list, days, parameter->versions[i].from);
  ccl_days revised = ccl_days_and(revised_days(plan, parameter), days);
  if (ccl_days_is_empty(revised))
    return;
  for (int year = ccl_day_ymd(revised.from).year; year <= ccl_day_ymd(revised.to).year; year++) {
    ccl_day revision = revision_in(parameter, year);
    if (ccl_days_has(revised, revision))
      add_day(list, days, revision);
  }
}

static int cmp_days(const void *a, const void *b) {
  ccl_day one = *(const ccl_day *)a, other = *(const ccl_day *)b;
  return (one > other) - (one < other);
}

/* Whether both days have the same value: two that cannot be computed for one reason are no change. */
static bool is_same(ccl_value a, ccl_value b) {
  if (a.state != b.state)
    return false;
  if (a.state == CCL_TROUBLE)
    return a.as.trouble->code == b.as.trouble->code;
  return a.state != CCL_KNOWN || ccl_value_eq(a, b);
}

static bool changes_on(session *now, const bool *used, ccl_day day) {
  for (uint32_t i = 0; i < now->plan->parameters_count; i++)
    if (used[i] && !is_same(value_on(now, i, day - 1), value_on(now, i, day)))
      return true;
  return false;
}

static bool is_replaced_on(const uses *all, size_t count, ccl_day day) {
  for (size_t i = 0; i < count; i++)
    if (all->replaced.items[i].from == day)
      return true;
  return false;
}

/* A parameter that is one written figure for ever: most are, and eval asks about each of them again and again. */
static bool never_changes(const ccl_plan *plan, const ccl_expr *expr) {
  if (expr->op != CCL_OP_PARAMETER)
    return expr->op == CCL_OP_CONSTANT;
  const ccl_parameter *parameter = &plan->parameters[expr->index];
  return parameter->version_count == 1 && !parameter->each && parameter->versions[0].value->op == CCL_OP_CONSTANT;
}

size_t ccl_parameter_changes(const ccl_plan *plan, const ccl_supply *supply, const ccl_expr *expr, ccl_days days,
                             ccl_day **changes) {
  *changes = NULL;
  if (never_changes(plan, expr))
    return 0;
  uses *all = uses_new(plan);
  note_uses(all, expr);
  bool *named = ccl_alloc_atomic(plan->parameters_count * sizeof(bool));
  if (plan->parameters_count > 0)
    memcpy(named, all->parameters, plan->parameters_count * sizeof(bool));
  size_t replaced_count = all->replaced.len; /* of what is named; the others count through the values of parameters */
  note_indirect(all);
  day_list dates = { 0 };
  for (size_t i = 0; i < all->replaced.len; i++)
    add_day(&dates, days, all->replaced.items[i].from);
  for (uint32_t i = 0; i < plan->parameters_count; i++)
    if (all->parameters[i] && !is_fixed(supply, i))
      add_dates(&dates, plan, &plan->parameters[i], days);
  if (dates.len > 0)
    qsort(dates.items, dates.len, sizeof *dates.items, cmp_days);
  session now = { .plan = plan, .supply = supply };
  size_t count = 0;
  for (size_t i = 0; i < dates.len; i++)
    if ((count == 0 || dates.items[i] != dates.items[count - 1]) &&
        (is_replaced_on(all, replaced_count, dates.items[i]) || changes_on(&now, named, dates.items[i])))
      dates.items[count++] = dates.items[i];
  *changes = dates.items;
  return count;
}
