/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mid-period-change (clause 6.1): a parameter that changes inside the days for which one figure is computed. A price,
 * and a recurring amount, are split by the days on which they change; additive quantities with them. Everything else
 * has one value for its window: bonus rates, limits, conditions, allowances, amounts once per period, and measures
 * that name the parameter outside an aggregate (inside one, each row has the value of its own day).
 *
 * Follows an effect's figures the way eval/ does: which windows they are asked in is all that matters here.
 */
#include "check/changes.h"

#include <stdlib.h>

#include "plan/additive.h"
#include "plan/compute.h"

enum {
  YEARS_AHEAD = 10, /* how long yearly revisions are followed */
  NOTES_OF_ONE_CAUSE = 20,
  MOST_LOOKS = 2000 /* into measures and functions, for one effect */
};

typedef CCL_VEC(ccl_day) day_list;

struct ccl_changes {
  const ccl_checking *checking;
  const ccl_plan *plan;
  ccl_supply supply;
  ccl_days followed;
  bool *are_known; /* for each parameter */
  day_list *days; /* on which it changes, rising */
  /* What the tables of the plan name, once looked into: 0 not yet, 1 no parameter that changes, 2 some. */
  unsigned char *grids, *tiers, *functions;
  ccl_additivity *additive; /* of each measure */
  ccl_map said; /* a parameter and a day → the finding about the first effect; the others are noted there */
};

/* From the contract's first day on, as far as its text goes and some years of revisions. */
static ccl_days followed(const ccl_plan *plan) {
  ccl_days days = plan->header.cycle.contract;
  ccl_day far = days.from;
  for (size_t i = 0; i < plan->parameters_count; i++) {
    const ccl_parameter *it = &plan->parameters[i];
    if (it->version_count > 1 && it->versions[it->version_count - 1].from > far)
      far = it->versions[it->version_count - 1].from;
  }
  far = far < CCL_DAY_MAX - 366 * YEARS_AHEAD ? far + 366 * YEARS_AHEAD : CCL_DAY_MAX;
  if (days.to > far)
    days.to = far;
  return days;
}

ccl_changes *ccl_changes_new(const ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  ccl_changes *changes = ccl_new(ccl_changes);
  *changes = (ccl_changes){ .checking = checking, .plan = plan, .supply = ccl_supply_of(plan) };
  changes->followed = followed(plan);
  changes->are_known = ccl_new_array(bool, plan->parameters_count);
  changes->days = ccl_alloc_array(plan->parameters_count, sizeof *changes->days);
  changes->additive = ccl_new_array(ccl_additivity, plan->measures_count);
  changes->grids = ccl_new_array(unsigned char, plan->grids_count);
  changes->tiers = ccl_new_array(unsigned char, plan->tiers_count);
  changes->functions = ccl_new_array(unsigned char, plan->functions_count);
  return changes;
}

/* ---- Days of one parameter ---- */

/* Whether its value can be another on another day: versions, revisions, or anything but a written figure. */
static bool may_change(const ccl_parameter *parameter) {
  return parameter->version_count > 1 || parameter->each || parameter->versions[0].value->op != CCL_OP_CONSTANT;
}

/* Written figures alone: no need to compute anything. */
static bool add_plain_days(const ccl_changes *changes, const ccl_parameter *parameter, day_list *list) {
  for (size_t i = 0; i < parameter->version_count; i++)
    if (parameter->versions[i].value->op != CCL_OP_CONSTANT ||
        parameter->versions[i].value->constant.state != CCL_KNOWN)
      return false;
  if (parameter->each)
    return false;
  for (size_t i = 1; i < parameter->version_count; i++) {
    ccl_day day = parameter->versions[i].from;
    bool differs = !ccl_value_eq(parameter->versions[i - 1].value->constant, parameter->versions[i].value->constant);
    if (differs && day > changes->followed.from && day <= changes->followed.to)
      ccl_vec_push(list, day);
  }
  return true;
}

static const day_list *days_of(ccl_changes *changes, uint32_t index) {
  const ccl_parameter *parameter = &changes->plan->parameters[index];
  if (changes->are_known[index] || !may_change(parameter))
    return &changes->days[index];
  changes->are_known[index] = true;
  if (add_plain_days(changes, parameter, &changes->days[index]))
    return &changes->days[index];
  ccl_expr asked = { .op = CCL_OP_PARAMETER, .type = parameter->type, .span = parameter->span, .index = index };
  ccl_day *days;
  size_t count = ccl_parameter_changes(changes->plan, &changes->supply, &asked, changes->followed, &days);
  for (size_t i = 0; i < count; i++)
    ccl_vec_push(&changes->days[index], days[i]);
  return &changes->days[index];
}

/* ---- Does a figure name a parameter that changes at all? Most do not, and tables are large ---- */

static bool names_change(ccl_changes *changes, const ccl_expr *expr);

static bool remembered(unsigned char *state, bool found) {
  *state = found ? 2 : 1;
  return found;
}

static bool grid_names(ccl_changes *changes, uint32_t index) {
  const ccl_grid *grid = &changes->plan->grids[index];
  if (changes->grids[index])
    return changes->grids[index] == 2;
  changes->grids[index] = 1; /* no circles: they were refused */
  bool found = grid->versions.count > 0;
  for (size_t i = 0; i < grid->entry_count && !found; i++)
    found = names_change(changes, grid->entries[i].value);
  return remembered(&changes->grids[index], found);
}

static bool tiers_name(ccl_changes *changes, uint32_t index) {
  const ccl_tiers *tiers = &changes->plan->tiers[index];
  if (changes->tiers[index])
    return changes->tiers[index] == 2;
  bool found = tiers->versions.count > 0;
  for (size_t i = 0; i < tiers->tier_count && !found; i++)
    found = names_change(changes, tiers->tiers[i].price) ||
            (tiers->tiers[i].plus && names_change(changes, tiers->tiers[i].plus));
  return remembered(&changes->tiers[index], found);
}

static bool function_names(ccl_changes *changes, uint32_t index) {
  const ccl_expr *body = changes->plan->functions[index].body;
  if (changes->functions[index] || !body)
    return changes->functions[index] == 2;
  changes->functions[index] = 1;
  return remembered(&changes->functions[index], names_change(changes, body));
}

static bool names_change(ccl_changes *changes, const ccl_expr *expr) {
  if (expr->op == CCL_OP_PARAMETER && days_of(changes, expr->index)->len > 0)
    return true;
  if ((expr->op == CCL_OP_GRID && grid_names(changes, expr->index)) ||
      (expr->op == CCL_OP_TIER_PRICE && tiers_name(changes, expr->index)) ||
      (expr->op == CCL_OP_CALL && function_names(changes, expr->index)))
    return true;
  for (size_t i = 0; i < expr->arg_count; i++)
    if (names_change(changes, expr->args[i]))
      return true;
  return false;
}

/* ---- The changes that a price (or a recurring amount) is split by ---- */

typedef CCL_VEC(ccl_change) change_list;

static void collect(ccl_changes *changes, const ccl_expr *expr, change_list *list);

/* An amendment replaces it on these days (clause 8). */
static void collect_versions(ccl_versions versions, ccl_str name, ccl_span span, change_list *list) {
  for (size_t i = 0; i < versions.count; i++)
    ccl_vec_push(list, ((ccl_change){ name, span, versions.items[i].from }));
}

static void collect_tiers(ccl_changes *changes, uint32_t index, change_list *list) {
  const ccl_tiers *tiers = &changes->plan->tiers[index];
  for (size_t i = 0; i < tiers->tier_count; i++) {
    collect(changes, tiers->tiers[i].price, list);
    collect(changes, tiers->tiers[i].plus, list);
  }
  collect_versions(tiers->versions, tiers->name, tiers->span, list);
  for (size_t i = 0; i < tiers->versions.count; i++)
    collect_tiers(changes, tiers->versions.items[i].index, list);
}

static void collect_grid(ccl_changes *changes, uint32_t index, change_list *list) {
  const ccl_grid *grid = &changes->plan->grids[index];
  for (size_t i = 0; i < grid->entry_count; i++)
    collect(changes, grid->entries[i].value, list);
  collect_versions(grid->versions, grid->name, grid->span, list);
  for (size_t i = 0; i < grid->versions.count; i++)
    collect_grid(changes, grid->versions.items[i].index, list);
}

static void collect_parts(ccl_changes *changes, const ccl_expr *expr, change_list *list) {
  if (expr->op == CCL_OP_GRID && grid_names(changes, expr->index))
    collect_grid(changes, expr->index, list);
  if (expr->op == CCL_OP_TIER_PRICE && tiers_name(changes, expr->index))
    collect_tiers(changes, expr->index, list);
  if (expr->op == CCL_OP_CALL && function_names(changes, expr->index))
    collect(changes, changes->plan->functions[expr->index].body, list);
}

/* Measures of a quantity that are replaced split it too. */
static void collect_measures(ccl_changes *changes, const ccl_expr *expr, change_list *list) {
  const ccl_plan *plan = changes->plan;
  if (expr->op == CCL_OP_WINDOW || expr->op == CCL_OP_AGGREGATE)
    return;
  if (expr->op == CCL_OP_MEASURE)
    collect_versions(plan->measures[expr->index].versions, plan->measures[expr->index].name,
                     plan->measures[expr->index].span, list);
  if (expr->op == CCL_OP_CALL && plan->functions[expr->index].body)
    collect_measures(changes, plan->functions[expr->index].body, list);
  for (size_t i = 0; i < expr->arg_count; i++)
    collect_measures(changes, expr->args[i], list);
}

static void collect(ccl_changes *changes, const ccl_expr *expr, change_list *list) {
  if (!expr || !names_change(changes, expr))
    return;
  if (expr->op == CCL_OP_PARAMETER) {
    const ccl_parameter *parameter = &changes->plan->parameters[expr->index];
    const day_list *days = days_of(changes, expr->index);
    for (size_t i = 0; i < list->len; i++)
      if (list->items[i].span.start == parameter->span.start && list->items[i].span.file == parameter->span.file)
        return;
    for (size_t i = 0; i < days->len; i++)
      ccl_vec_push(list, ((ccl_change){ parameter->name, parameter->span, days->items[i] }));
    return;
  }
  collect_parts(changes, expr, list);
  for (size_t i = 0; i < expr->arg_count; i++)
    collect(changes, expr->args[i], list);
}

static void collect_price(ccl_changes *changes, const ccl_price *price, change_list *list) {
  collect(changes, price->rate, list);
  collect(changes, price->sum, list);
  if (price->tiers != CCL_NONE && tiers_name(changes, price->tiers))
    collect_tiers(changes, price->tiers, list);
}

bool ccl_changes_inside_month(ccl_changes *changes, const ccl_article *article, const ccl_effect *effect,
                              ccl_dayset days, ccl_change *change) {
  change_list list = { 0 };
  collect(changes, effect->amount, &list);
  collect(changes, effect->quantity, &list);
  for (size_t i = 0; i < list.len; i++) {
    ccl_day day = list.items[i].day;
    if (day == ccl_month_first(ccl_day_month(day)) || day == article->in_force.from || !ccl_dayset_has(days, day))
      continue;
    *change = list.items[i];
    return true;
  }
  return false;
}

/* ---- Figures that have one value for their window ---- */

/* One effect (or `when`) of an article, while its figures are walked. */
typedef struct walk {
  ccl_changes *changes;
  const ccl_article *article;
  ccl_dayset days; /* left to the article */
  ccl_span at; /* where a finding stands */
  const change_list *split; /* by which the window is split here; NULL: it is not */
  bool has_window; /* inside a window expression … */
  ccl_window window;
  bool has_piece; /* … or for each week, month … of it */
  ccl_cycle_unit piece;
  CCL_VEC(uint32_t) measures; /* on the way */
  size_t looked; /* a measure is walked so many times for one effect, and no more */
  bool is_found;
} walk;

static void look(walk *w, const ccl_expr *expr);

/* The window of the article that holds the day. */
static bool own_window(const walk *w, ccl_day day, ccl_days *window) {
  ccl_days billing;
  if (!ccl_check_billing(w->changes->plan, w->article, day, &billing))
    return false;
  *window = ccl_dayset_hull(ccl_dayset_and(w->days, ccl_dayset_of(billing)));
  return !ccl_days_is_empty(*window);
}

static bool is_inside(ccl_days window, ccl_day day) {
  return day > window.from && day <= window.to;
}

/* Whether the day is inside the piece of the window that holds it. */
static bool cuts(const walk *w, ccl_days window, ccl_day day) {
  if (!is_inside(window, day))
    return false;
  return !w->has_piece || ccl_cycle_piece(w->changes->plan->header.cycle, w->piece, window, day).from < day;
}

/* In the window expression: that of the period of the day, of the one after it, of the same period a year later. */
static bool cuts_window(const walk *w, ccl_day day) {
  ccl_cycle cycle = w->changes->plan->header.cycle;
  ccl_period period;
  if (!ccl_cycle_period_of(cycle, day, &period))
    return false;
  const int32_t steps[] = { 0, 1, ccl_cycle_periods_per_year(cycle) };
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    ccl_period later;
    ccl_days window;
    if (!ccl_cycle_period(cycle, (int64_t)period.number + steps[i], &later) || !own_window(w, later.days.to, &window))
      continue;
    if (cuts(w, ccl_cycle_window(cycle, w->window.kind, (int32_t)w->window.periods, window.to), day))
      return true;
  }
  return false;
}

static bool is_split(const walk *w, ccl_day day) {
  for (size_t i = 0; w->split && i < w->split->len; i++)
    if (w->split->items[i].day == day)
      return true;
  return false;
}

/* One cause, one finding. */
static void report(walk *w, ccl_change change, const ccl_message *message) {
  const ccl_checking *checking = w->changes->checking;
  ccl_str cause = ccl_str_printf("%.*s %d", (int)change.name.len, change.name.ptr, (int)change.day);
  ccl_diag *diag = ccl_map_find(&w->changes->said, cause);
  w->is_found = true;
  if (diag) {
    if (diag->notes.len < NOTES_OF_ONE_CAUSE)
      ccl_diag_note(diag, &ccl_check_say_change_too, w->at, CCL_NO_ARGS);
    return;
  }
  diag = ccl_check_report(checking, message, w->at, CCL_ARGS(change.name, ccl_day_text(change.day)));
  ccl_map_put(&w->changes->said, cause, diag);
  ccl_diag_note(diag, &ccl_check_say_change_note, change.span, CCL_ARGS(change.name));
  ccl_diag_help(diag, &ccl_check_say_change_help, CCL_ARGS(change.name));
}

/* Whether the change comes inside a window for which one value is asked. */
static bool look_at_change(walk *w, ccl_change change) {
  ccl_days window;
  bool found = w->has_window
                   ? cuts_window(w, change.day)
                   : own_window(w, change.day, &window) && cuts(w, window, change.day) && !is_split(w, change.day);
  if (found)
    report(w, change, &ccl_check_say_change_inside);
  return found;
}

static void look_at_parameter(walk *w, uint32_t index) {
  const ccl_parameter *parameter = &w->changes->plan->parameters[index];
  const day_list *days = days_of(w->changes, index);
  for (size_t i = 0; i < days->len && !w->is_found; i++)
    (void)look_at_change(w, (ccl_change){ parameter->name, parameter->span, days->items[i] });
}

static void look_at_versions(walk *w, ccl_versions versions, ccl_str name, ccl_span span) {
  for (size_t i = 0; i < versions.count && !w->is_found; i++)
    (void)look_at_change(w, (ccl_change){ name, span, versions.items[i].from });
}

static void look_at_query(walk *w, const ccl_query *query) {
  if (query->source == CCL_FROM_ACTIVITY) { /* a row has the value of its day */
    for (size_t i = 0; i < query->outer_count; i++)
      look(w, query->outer[i]);
    return;
  }
  if (query->source == CCL_FROM_DAYS)
    return;
  walk inner = *w;
  inner.split = NULL;
  inner.has_piece = true;
  inner.piece = query->source == CCL_FROM_WEEKS    ? CCL_CYCLE_WEEK
                : query->source == CCL_FROM_MONTHS ? CCL_CYCLE_MONTH
                                                   : CCL_CYCLE_PERIOD;
  if (query->where)
    look(&inner, query->where);
  if (query->among)
    look(&inner, query->among);
  for (size_t i = 0; i < query->what_count; i++)
    look(&inner, query->what[i]);
  w->is_found = inner.is_found;
  w->looked = inner.looked;
}

static void look_at_measure(walk *w, uint32_t index) {
  if (w->looked++ > MOST_LOOKS)
    return;
  for (size_t i = 0; i < w->measures.len; i++)
    if (w->measures.items[i] == index)
      return;
  const ccl_measure *measure = &w->changes->plan->measures[index];
  size_t before = w->measures.len;
  ccl_vec_push(&w->measures, index);
  look(w, measure->value);
  for (size_t i = 0; i < measure->versions.count; i++)
    look(w, w->changes->plan->measures[measure->versions.items[i].index].value);
  w->measures.len = before;
  if (measure->versions.count > 0 && !ccl_measure_is_additive(w->changes->plan, w->changes->additive, index))
    look_at_versions(w, measure->versions, measure->name, measure->span);
}

static void look_in_grid(walk *w, uint32_t index) {
  const ccl_grid *grid = &w->changes->plan->grids[index];
  for (size_t i = 0; i < grid->entry_count; i++)
    look(w, grid->entries[i].value);
  for (size_t i = 0; i < grid->versions.count; i++)
    look_in_grid(w, grid->versions.items[i].index);
  look_at_versions(w, grid->versions, grid->name, grid->span);
}

static void look_in_tiers(walk *w, uint32_t index) {
  const ccl_tiers *tiers = &w->changes->plan->tiers[index];
  for (size_t i = 0; i < tiers->tier_count; i++)
    look(w, tiers->tiers[i].price);
  for (size_t i = 0; i < tiers->versions.count; i++)
    look_in_tiers(w, tiers->versions.items[i].index);
  look_at_versions(w, tiers->versions, tiers->name, tiers->span);
}

static void look_in_table(walk *w, const ccl_expr *expr) {
  const ccl_plan *plan = w->changes->plan;
  if (expr->op == CCL_OP_GRID && grid_names(w->changes, expr->index))
    look_in_grid(w, expr->index);
  if (expr->op == CCL_OP_TIER_PRICE && tiers_name(w->changes, expr->index))
    look_in_tiers(w, expr->index);
  if (expr->op == CCL_OP_CALL && plan->functions[expr->index].body && w->looked++ < MOST_LOOKS)
    look(w, plan->functions[expr->index].body);
}

static void look(walk *w, const ccl_expr *expr) {
  if (w->is_found)
    return;
  switch ((int)expr->op) {
  case CCL_OP_PARAMETER: look_at_parameter(w, expr->index); return;
  case CCL_OP_AGGREGATE: look_at_query(w, &w->changes->plan->queries[expr->index]); return;
  case CCL_OP_MEASURE: look_at_measure(w, expr->index); return;
  case CCL_OP_WINDOW: {
    walk inner = *w;
    inner.split = NULL;
    inner.has_window = true;
    inner.window = expr->window;
    look(&inner, expr->args[0]);
    w->is_found = inner.is_found;
    w->looked = inner.looked;
    return;
  }
  default: break;
  }
  look_in_table(w, expr);
  for (size_t i = 0; i < expr->arg_count; i++)
    look(w, expr->args[i]);
}

static void look_if(walk *w, const ccl_expr *expr) {
  if (expr)
    look(w, expr);
}

/* Measures in what is split have the whole window all the same. */
static void look_split(walk *w, const ccl_expr *expr, const change_list *split) {
  w->split = split;
  look_if(w, expr);
  w->split = NULL;
}

/* ---- Effects ---- */

/* A price that changes splits the quantity by days; one that does not add up cannot be split. */
static void check_priced(walk *w, const ccl_effect *effect, const ccl_expr *quantity) {
  change_list changes = { 0 };
  if (!effect->once)
    collect_price(w->changes, &effect->price, &changes);
  collect_measures(w->changes, quantity, &changes);
  for (size_t i = 0; i < changes.len && !w->is_found; i++) {
    ccl_days window;
    if (!own_window(w, changes.items[i].day, &window) || !is_inside(window, changes.items[i].day) ||
        ccl_figure_is_additive(w->changes->plan, w->changes->additive, quantity))
      continue;
    report(w, changes.items[i], &ccl_check_say_change_unsplit);
  }
  look_split(w, quantity, &changes);
  look_if(w, effect->allowance);
}

/* Measures that a price names are asked for the whole window. */
static void check_measures_in(walk *w, const ccl_expr *expr) {
  if (!expr || w->is_found)
    return;
  if (expr->op == CCL_OP_MEASURE || expr->op == CCL_OP_AGGREGATE || expr->op == CCL_OP_WINDOW) {
    look(w, expr);
    return;
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    check_measures_in(w, expr->args[i]);
}

static void check_amount(walk *w, const ccl_effect *effect) {
  if (effect->recurs) {
    check_measures_in(w, effect->amount);
    check_measures_in(w, effect->quantity);
    return;
  }
  if (effect->once)
    return; /* the value of its day */
  look_if(w, effect->amount);
  look_if(w, effect->quantity);
}

static void check_ladder(walk *w, const ccl_ladder *ladder) {
  look(w, ladder->figure);
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const ccl_rung *rung = &ladder->rungs[i];
    look_if(w, rung->low);
    look_if(w, rung->high);
    look_if(w, rung->outcome);
    look_if(w, rung->end);
  }
}

static void check_effect(walk *w, const ccl_effect *effect) {
  w->at = effect->span;
  switch (effect->kind) {
  case CCL_EFFECT_CHARGE:
  case CCL_EFFECT_CREDIT:
  case CCL_EFFECT_PENALTY:
    if (effect->has_price) {
      check_priced(w, effect, effect->quantity);
      check_measures_in(w, effect->price.rate);
    } else {
      check_amount(w, effect);
    }
    return;
  case CCL_EFFECT_FLAT:
    check_amount(w, effect);
    if (effect->covered && effect->has_price) {
      look_if(w, effect->covered_limit);
      check_priced(w, effect, effect->covered);
    }
    return;
  case CCL_EFFECT_SUBSCRIPTION: check_amount(w, effect); return;
  case CCL_EFFECT_LADDER: check_ladder(w, effect->ladder); return;
  case CCL_EFFECT_BONUS:
  case CCL_EFFECT_MALUS:
  case CCL_EFFECT_ADJUSTMENT:
  case CCL_EFFECT_BONUS_CAP:
  case CCL_EFFECT_MALUS_CAP:
  case CCL_EFFECT_CAP:
  case CCL_EFFECT_MINIMUM:
  case CCL_EFFECT_MAXIMUM:
  case CCL_EFFECT_REPORT: look_if(w, effect->amount); return;
  case CCL_EFFECT_COUNT: return;
  }
}

void ccl_check_changes(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  ccl_changes *changes = ccl_changes_new(checking);
  bool any = false;
  for (uint32_t i = 0; i < plan->parameters_count && !any; i++)
    any = days_of(changes, i)->len > 0;
  any = any || plan->amendments_count > 0;
  if (!any)
    return;
  ccl_overriders *overriders = ccl_check_overriders(plan);
  for (size_t i = 0; i < plan->articles_count; i++) {
    const ccl_article *article = &plan->articles[i];
    ccl_dayset days = ccl_check_days_left(plan, overriders, article);
    for (size_t k = 0; k <= article->effect_count; k++) {
      walk w = { .changes = changes, .article = article, .days = days };
      if (k < article->effect_count)
        check_effect(&w, &article->effects[k]);
      else if (article->when) {
        w.at = article->when->span;
        look(&w, article->when);
      }
    }
  }
}
