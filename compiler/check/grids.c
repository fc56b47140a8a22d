/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Grids (clause 4.4): a combination of choices that a charge or a figure of a row can need and that no row gives. Rows that clash, and rows of the wrong length, are sema's. A grid
 * with a key that is no choice, or with more combinations than can be tried, is not judged.
 */
#include "check/cases.h"
#include "check/range.h"

enum {
  MOST_COMBINATIONS = 500000, /* of one grid that are tried */
  MOST_MISSING = 256,         /* of one grid that are remembered */
  MOST_QUESTIONS = 20000      /* whether something needs a missing one, in all */
};

/* A place where the grid is looked up by choices. */
typedef struct look_up {
  ccl_seen seen;
  const ccl_value **values; /* of each key … */
  size_t *counts;           /* … as many */
} look_up;

typedef CCL_VEC(look_up) look_up_list;

typedef struct gathering {
  const ccl_checking *checking;
  look_up_list *uses; /* one list for each grid */
  size_t questions;
  uint32_t search, *measures; /* the number of the search at hand, and of the last one in which each measure was seen */
} gathering;

/* ---- Where grids are looked up ---- */

static void see(void *self, const ccl_seen *it) {
  gathering *all = self;
  if (it->expr->op != CCL_OP_GRID || it->expr->arg_count == 0)
    return;
  look_up use = { *it, ccl_new_array(const ccl_value *, it->expr->arg_count), ccl_new_array(size_t, it->expr->arg_count) };
  for (size_t i = 0; i < it->expr->arg_count; i++)
    if (!ccl_cases_values(all->checking, it->activity, it->expr->args[i], &use.values[i], &use.counts[i]))
      return;
  ccl_vec_push(&all->uses[it->expr->index], use);
}

/* ---- What no row gives ---- */

typedef struct missing {
  size_t dim_count;
  CCL_VEC(ccl_value *) combinations; /* each of dim_count keys */
} missing;

static bool advance(const ccl_value *const *values, const size_t *counts, size_t dim_count, size_t *at, ccl_value *keys) {
  for (size_t i = dim_count; i > 0; i--) {
    at[i - 1] = at[i - 1] + 1 < counts[i - 1] ? at[i - 1] + 1 : 0;
    keys[i - 1] = values[i - 1][at[i - 1]];
    if (at[i - 1] > 0)
      return true;
  }
  return false;
}

static bool is_small(const size_t *counts, size_t dim_count) {
  size_t all = 1;
  for (size_t i = 0; i < dim_count && all <= MOST_COMBINATIONS; i++)
    all *= counts[i];
  return all <= MOST_COMBINATIONS;
}

/* A version of a grid, and the days on which it is in force (clause 8). */
typedef struct version {
  const ccl_plan *plan;
  const ccl_grid *grid; /* indexed */
  ccl_days days;
} version;

/* The calendar whose bands a key takes, or CCL_NONE. */
static uint32_t calendar_of(const ccl_plan *plan, uint32_t activity, const ccl_expr *key) {
  while (key->op == CCL_OP_FIELD && activity != CCL_NONE && plan->activities[activity].fields[key->index].derive)
    key = plan->activities[activity].fields[key->index].derive;
  if (key->op == CCL_OP_BAND)
    return key->index;
  return key->op == CCL_OP_DIMENSION ? plan->dims[key->index].calendar : CCL_NONE;
}

static bool has_band(const ccl_band_calendar *calendar, ccl_value key) {
  for (size_t i = 0; i < calendar->calendar.band_count; i++)
    if (calendar->choices[i] == key.as.choice)
      return true;
  return false;
}

/* Whether the calendar has such a band on one of the days: it may be replaced with the grid. */
static bool can_come_up(const version *in, uint32_t index, ccl_value key) {
  ccl_versions versions = in->plan->calendars[index].versions;
  ccl_days days = in->days;
  if (has_band(&in->plan->calendars[ccl_version_on(versions, index, days.from)], key))
    return true;
  for (ccl_day change; ccl_version_change(versions, days, &change); days.from = change)
    if (has_band(&in->plan->calendars[ccl_version_on(versions, index, change)], key))
      return true;
  return false;
}

static bool all_can_come_up(const version *in, const look_up *use, const ccl_value *keys) {
  for (size_t i = 0; i < in->grid->dim_count; i++) {
    uint32_t calendar = calendar_of(in->plan, use->seen.activity, use->seen.expr->args[i]);
    bool is_band = calendar != CCL_NONE && keys[i].kind == CCL_KIND_CHOICE && in->plan->calendars[calendar].versions.count > 0;
    if (is_band && !can_come_up(in, calendar, keys[i]))
      return false;
  }
  return true;
}

/* The combinations of a look-up's keys that the version lacks. */
static void find_missing(const version *in, const look_up *use, missing *out) {
  const ccl_grid *grid = in->grid;
  size_t *at = ccl_new_array(size_t, grid->dim_count);
  ccl_value *keys = ccl_new_array(ccl_value, grid->dim_count);
  out->dim_count = grid->dim_count;
  if (!is_small(use->counts, grid->dim_count))
    return;
  for (size_t i = 0; i < grid->dim_count; i++)
    keys[i] = use->values[i][0];
  do {
    if (ccl_grid_entry_for(grid, keys) != CCL_NONE || !all_can_come_up(in, use, keys))
      continue;
    ccl_value *kept = ccl_new_array(ccl_value, grid->dim_count);
    for (size_t i = 0; i < grid->dim_count; i++)
      kept[i] = keys[i];
    ccl_vec_push(&out->combinations, kept);
  } while (out->combinations.len < MOST_MISSING && advance(use->values, use->counts, grid->dim_count, at, keys));
}

/* ---- What is needed ---- */

static const ccl_expr *equals(const ccl_expr *figure, ccl_value value) {
  ccl_expr *constant = ccl_new(ccl_expr), *expr = ccl_new(ccl_expr);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, 2);
  *constant = (ccl_expr){ .op = CCL_OP_CONSTANT, .type = figure->type, .span = figure->span, .constant = value };
  args[0] = figure;
  args[1] = constant;
  *expr = (ccl_expr){ .op = CCL_OP_COMPARE, .type = { CCL_KIND_BOOL, NULL }, .span = figure->span, .args = args, .arg_count = 2, .comparison = CCL_EQ };
  return expr;
}

typedef struct conditions {
  CCL_VEC(const ccl_expr *) items;
  CCL_VEC(bool) wanted;
} conditions;

static void want(conditions *all, const ccl_expr *condition, bool wanted) {
  if (!condition)
    return;
  ccl_vec_push(&all->items, condition);
  ccl_vec_push(&all->wanted, wanted);
}

static bool is_possible(gathering *all, uint32_t activity, const conditions *wanted) {
  ccl_case found;
  if (++all->questions > MOST_QUESTIONS)
    return false;
  return ccl_cases_find(all->checking, activity, wanted->items.items, wanted->wanted.items, wanted->items.len, &found) == CCL_POSSIBLE;
}

static bool is_part_of(const ccl_expr *part, const ccl_expr *whole) {
  if (part == whole)
    return true;
  for (size_t i = 0; whole && i < whole->arg_count; i++)
    if (is_part_of(part, whole->args[i]))
      return true;
  return false;
}

/* In a condition or figure of rows: a row that is counted with these keys. */
static bool is_needed_by_rows(gathering *all, const look_up *use, const ccl_value *keys) {
  conditions wanted = { 0 };
  const ccl_query *query = use->seen.query;
  for (size_t i = 0; i < use->seen.expr->arg_count; i++)
    want(&wanted, equals(use->seen.expr->args[i], keys[i]), true);
  bool is_counted = false; /* not in the condition itself */
  for (size_t i = 0; query && i < query->what_count; i++)
    is_counted = is_counted || is_part_of(use->seen.expr, query->what[i]);
  if (is_counted)
    want(&wanted, query->where, true);
  return is_possible(all, use->seen.activity, &wanted);
}

/* Whether an expression reads a field of its row, directly or through derived ones. */
static bool reads_within(const ccl_activity *activity, const ccl_expr *expr, uint32_t field, size_t *steps) {
  enum { MOST_STEPS = 20000 }; /* through fields that use one another */
  if (!expr || ++*steps > MOST_STEPS)
    return false;
  if (expr->op == CCL_OP_FIELD)
    return expr->index == field || reads_within(activity, activity->fields[expr->index].derive, field, steps);
  for (size_t i = 0; i < expr->arg_count; i++)
    if (reads_within(activity, expr->args[i], field, steps))
      return true;
  return false;
}

static bool reads(const ccl_activity *activity, const ccl_expr *expr, uint32_t field) {
  size_t steps = 0;
  return reads_within(activity, expr, field, &steps);
}

/* In a derived field: a row of a count that reads the field. */
static bool is_needed_by_field(gathering *all, const look_up *use, const ccl_value *keys) {
  const ccl_plan *plan = all->checking->plan;
  const ccl_activity *activity = &plan->activities[use->seen.activity];
  uint32_t field = 0;
  while (field < activity->field_count && !is_part_of(use->seen.expr, activity->fields[field].derive))
    field++;
  for (size_t q = 0; q < plan->queries_count; q++) {
    const ccl_query *query = &plan->queries[q];
    if (query->source != CCL_FROM_ACTIVITY || query->activity != use->seen.activity)
      continue;
    bool in_condition = reads(activity, query->where, field), in_figure = false;
    for (size_t i = 0; i < query->what_count; i++)
      in_figure = in_figure || reads(activity, query->what[i], field);
    if (!in_condition && !in_figure)
      continue;
    conditions wanted = { 0 };
    for (size_t i = 0; i < use->seen.expr->arg_count; i++)
      want(&wanted, equals(use->seen.expr->args[i], keys[i]), true);
    want(&wanted, in_condition ? NULL : query->where, true);
    if (is_possible(all, use->seen.activity, &wanted))
      return true;
  }
  return false;
}

/* What other articles take out of this one for good, and what it takes from others. */
static void want_overrides(const ccl_plan *plan, const ccl_article *article, uint32_t activity, conditions *wanted) {
  for (size_t i = 0; i < article->override_count; i++)
    if (article->overrides[i].activity == activity)
      want(wanted, article->overrides[i].where, true);
  for (size_t a = 0; a < plan->articles_count; a++) {
    const ccl_article *other = &plan->articles[a];
    if (other->override_count == 0 || other->when || other->in_force.from > article->in_force.from || other->in_force.to < article->in_force.to)
      continue;
    for (size_t i = 0; i < other->override_count; i++)
      if (other->overrides[i].article_name == article->article_name && other->overrides[i].activity == activity)
        want(wanted, other->overrides[i].where, false);
  }
}

typedef struct counted {
  gathering *all;
  const look_up *use;
  const ccl_value *keys;
  bool is_needed;
} counted;

/* The figure that a key is in the rows of a query: the field of a dimension; NULL: the bands of a split, which cut any row. */
static const ccl_expr *key_in_rows(const ccl_plan *plan, const ccl_query *query, const ccl_expr *key, bool *has_it) {
  if (key->op != CCL_OP_DIMENSION)
    return key;
  uint32_t field = ccl_plan_field_of(plan, query->activity, key->index);
  *has_it = *has_it && (field != CCL_NONE || (plan->dims[key->index].calendar != CCL_NONE && plan->dims[key->index].calendar == query->split));
  if (field == CCL_NONE)
    return NULL;
  ccl_expr *expr = ccl_new(ccl_expr);
  *expr = (ccl_expr){ .op = CCL_OP_FIELD, .type = key->type, .span = key->span, .index = field };
  return expr;
}

static void look_at_query(counted *c, const ccl_query *query) {
  const ccl_plan *plan = c->all->checking->plan;
  conditions wanted = { 0 };
  bool has_it = query->source == CCL_FROM_ACTIVITY;
  for (size_t i = 0; i < c->use->seen.expr->arg_count && has_it; i++) {
    const ccl_expr *figure = key_in_rows(plan, query, c->use->seen.expr->args[i], &has_it);
    if (figure)
      want(&wanted, equals(figure, c->keys[i]), true);
  }
  if (!has_it)
    return;
  want(&wanted, query->where, true);
  want_overrides(plan, c->use->seen.article, query->activity, &wanted);
  c->is_needed = c->is_needed || is_possible(c->all, query->activity, &wanted);
}

/* Every count of activity in what is charged, measures too. */
static void see_counted(void *self, const ccl_seen *it) {
  counted *c = self;
  const ccl_plan *plan = c->all->checking->plan;
  if (it->expr->op == CCL_OP_AGGREGATE)
    look_at_query(c, &plan->queries[it->expr->index]);
  if (it->expr->op != CCL_OP_MEASURE || c->is_needed || c->all->measures[it->expr->index] == c->all->search)
    return;
  c->all->measures[it->expr->index] = c->all->search;
  ccl_check_each_in(&(ccl_seen){ .expr = plan->measures[it->expr->index].value, .activity = CCL_NONE }, see_counted, c);
}

/* In the price of a charge: a row that is charged with these keys. */
static bool is_needed_by_charge(gathering *all, const look_up *use, const ccl_value *keys) {
  counted c = { .all = all, .use = use, .keys = keys };
  all->search++;
  const ccl_effect *effect = use->seen.effect;
  const ccl_expr *const figures[] = { effect->quantity, effect->covered, effect->amount };
  for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
    ccl_check_each_in(&(ccl_seen){ .expr = figures[i], .activity = CCL_NONE }, see_counted, &c);
  return c.is_needed;
}

static bool is_needed(gathering *all, const look_up *use, const ccl_value *keys) {
  if (use->seen.activity != CCL_NONE)
    return use->seen.query ? is_needed_by_rows(all, use, keys) : use->seen.article == NULL && is_needed_by_field(all, use, keys);
  return use->seen.effect && is_needed_by_charge(all, use, keys);
}

/* ---- All grids ---- */

static ccl_str combination_text(const ccl_checking *checking, const ccl_grid *grid, const look_up *use, const ccl_value *keys) {
  ccl_lang lang = ccl_check_lang(checking, grid->span);
  ccl_str *parts = ccl_new_array(ccl_str, grid->dim_count);
  for (size_t i = 0; i < grid->dim_count; i++)
    parts[i] = ccl_str_join((ccl_str[]){ grid->dims[i], ccl_value_say(checking->plan, use->seen.expr->args[i]->type, keys[i], lang) }, 2, CCL_STR(" = "));
  return ccl_str_join(parts, grid->dim_count, CCL_STR(", "));
}

static void report(const ccl_checking *checking, const ccl_grid *grid, const look_up *use, const ccl_value *keys) {
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_grid_incomplete, grid->span, CCL_ARGS(grid->name, combination_text(checking, grid, use, keys)));
  ccl_diag_note(diag, &ccl_check_say_grid_needed, use->seen.expr->span, CCL_NO_ARGS);
  ccl_diag_help(diag, &ccl_check_say_grid_incomplete_help, CCL_NO_ARGS);
}

static bool same_keys(const look_up *a, const look_up *b, size_t dim_count) {
  for (size_t i = 0; i < dim_count; i++) {
    if (a->counts[i] != b->counts[i])
      return false;
    for (size_t k = 0; k < a->counts[i]; k++)
      if (!ccl_value_eq(a->values[i][k], b->values[i][k]))
        return false;
  }
  return true;
}

static void check_version(gathering *all, const look_up_list *uses, uint32_t index, ccl_days days) {
  ccl_grid grid = all->checking->plan->grids[index];
  version in = { all->checking->plan, &grid, days };
  missing found = { 0 };
  if (uses->len > 0)
    ccl_grid_index(&grid);
  for (size_t i = 0; i < uses->len; i++) {
    if (i == 0 || !same_keys(&uses->items[i], &uses->items[i - 1], grid.dim_count)) {
      found.combinations.len = 0;
      find_missing(&in, &uses->items[i], &found);
    }
    for (size_t k = 0; k < found.combinations.len; k++)
      if (is_needed(all, &uses->items[i], found.combinations.items[k])) {
        report(all->checking, &grid, &uses->items[i], found.combinations.items[k]);
        return;
      }
  }
}

/* Whoever names a grid names its first version. */
static void check_grid(gathering *all, uint32_t index) {
  ccl_versions versions = all->checking->plan->grids[index].versions;
  ccl_days days = { CCL_DAY_MIN, CCL_DAY_MAX };
  for (size_t i = 0; i <= versions.count; i++) {
    if (i < versions.count)
      days.to = versions.items[i].from - 1;
    if (!ccl_days_is_empty(days))
      check_version(all, &all->uses[index], i == 0 ? index : versions.items[i - 1].index, days);
    days = (ccl_days){ days.to + 1, CCL_DAY_MAX };
  }
}

void ccl_check_grids(ccl_checking *checking) {
  gathering all = { .checking = checking, .uses = ccl_new_array(look_up_list, checking->plan->grids_count) };
  all.measures = ccl_new_array(uint32_t, checking->plan->measures_count);
  if (checking->plan->grids_count == 0)
    return;
  ccl_check_each(checking, see, &all);
  for (uint32_t i = 0; i < checking->plan->grids_count; i++)
    check_grid(&all, i);
}
