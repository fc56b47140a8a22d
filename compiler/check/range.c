/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The range of every figure of the plan (clauses 4.1, 4.2, 5): what a field's type, an input's limits, a share, a count or a requirement says of it. Arithmetic on ranges
 * is arithmetic.c's. The range of a declared figure is worked out once.
 */
#include "check/range.h"

#include "plan/compute.h"

enum { MOST_STEPS = 20000 }; /* of one question: functions that use one another twice each would double the work with each of them */

typedef struct known_range {
  bool is_there;
  ccl_range range;
} known_range;

struct ccl_ranges {
  const ccl_plan *plan;
  bool has_day;
  ccl_day day;
  known_range *measures, *parameters, *grids, *tiers, *queries; /* one for each of the plan */
  const ccl_set **input_facts, **measure_facts; /* what `require` says of them; NULL: nothing */
  int64_t months; /* of the longest window in which an article acts; 0: a week */
};

/* One question, on its way down. */
typedef struct asking {
  ccl_ranges *ranges;
  uint32_t activity;
  const ccl_range *arguments; /* of the function being looked at */
  const ccl_range *figure;    /* `value` of a ladder */
  bool has_window;
  ccl_window window;
  unsigned *steps;
} asking;

static ccl_range range_in(const asking *how, const ccl_expr *expr);

/* ---- Sources ---- */

enum { SOURCES = 62 };

static ccl_source_bits source(unsigned kind, uint32_t index) {
  return 1ull << ((kind * 17u + index * 5u) % SOURCES);
}

enum { FROM_ACTIVITY, FROM_INPUT, FROM_FIELD, FROM_SERIES, FROM_ARTICLE, FROM_CONTEXT };

static ccl_range from(ccl_range range, ccl_source_bits sources) {
  range.sources |= sources;
  return range;
}

static ccl_range unknown(ccl_source_bits sources) {
  return from(ccl_range_all(), sources);
}

static ccl_range any_number(ccl_source_bits sources) {
  return (ccl_range){ .set = ccl_set_of(ccl_interval_all()), .step = CCL_RAT_ZERO, .is_exact = true, .grows = true, .falls = true, .sources = sources };
}

static ccl_range zero_and_above(ccl_rat step, ccl_source_bits sources) {
  return (ccl_range){ .set = ccl_set_of(ccl_interval_from(CCL_RAT_ZERO)), .step = step, .is_exact = true, .grows = true, .sources = sources };
}

static ccl_range whole_between(int64_t low, int64_t high, ccl_source_bits sources) {
  ccl_range range = ccl_range_between(ccl_rat_int(low), ccl_rat_int(high));
  range.step = CCL_RAT_ONE;
  range.sources = sources;
  return range;
}

static ccl_range inexact(ccl_range range) {
  range.is_exact = range.grows = range.falls = false;
  return range;
}

/* ---- Fields of a row ---- */

static ccl_range field_range(const asking *how, const ccl_expr *expr) {
  if (how->activity == CCL_NONE)
    return ccl_range_all();
  const ccl_field *field = &how->ranges->plan->activities[how->activity].fields[expr->index];
  ccl_source_bits sources = source(FROM_FIELD, expr->index);
  if (field->derive)
    return range_in(how, field->derive);
  switch (field->kind) {
  case CCL_FIELD_DURATION: return zero_and_above(CCL_RAT_ZERO, sources);
  case CCL_FIELD_INTEGER: {
    ccl_range range = any_number(sources);
    range.step = field->type.unit->scale;
    return range;
  }
  case CCL_FIELD_NUMBER: case CCL_FIELD_MONEY: return any_number(sources);
  case CCL_FIELD_TIMESTAMP: case CCL_FIELD_DATE: case CCL_FIELD_BOOLEAN: case CCL_FIELD_TEXT: case CCL_FIELD_CHOICE: break;
  }
  return ccl_range_all();
}

/* ---- Windows ---- */

enum { DAYS_OF_WEEK = 7, DAYS_OF_MONTH = 31, MONTHS_OF_YEAR = 12, MONTHS_OF_QUARTER = 3, DAYS_OF_YEAR = 366 };

static int64_t months_of_period(const ccl_plan *plan) {
  switch (plan->header.cycle.billing) {
  case CCL_BILLING_WEEKLY: return 0;
  case CCL_BILLING_MONTHLY: return 1;
  case CCL_BILLING_QUARTERLY: return MONTHS_OF_QUARTER;
  case CCL_BILLING_YEARLY: return MONTHS_OF_YEAR;
  }
  return MONTHS_OF_YEAR;
}

/* The longest that the window can be, in billing periods and in days; 0: it has no limit. */
static void longest_window(const asking *how, int64_t *periods, int64_t *days) {
  const ccl_plan *plan = how->ranges->plan;
  int64_t months = how->ranges->months, period = months_of_period(plan), times = 1;
  ccl_days contract = plan->header.cycle.contract;
  if (how->has_window) {
    ccl_window_kind kind = how->window.kind;
    months = kind == CCL_WINDOW_SINCE_YEAR ? MONTHS_OF_YEAR : kind == CCL_WINDOW_SINCE_QUARTER ? MONTHS_OF_QUARTER : period;
    times = kind == CCL_WINDOW_LAST_N ? how->window.periods : 1;
    if (kind == CCL_WINDOW_SINCE_CONTRACT) {
      *periods = *days = contract.to == CCL_DAY_MAX ? 0 : (int64_t)contract.to - contract.from + 1;
      return;
    }
  }
  static const int64_t longest[] = { DAYS_OF_WEEK, DAYS_OF_MONTH };
  *days = times * (months <= 1 ? longest[months] : months == MONTHS_OF_QUARTER ? DAYS_OF_YEAR / 4 + 1 : DAYS_OF_YEAR);
  *periods = period == 0 ? (*days + DAYS_OF_WEEK - 1) / DAYS_OF_WEEK + 1 : months == 0 ? times : times * (months + period - 1) / period;
  if (*periods < 1)
    *periods = 1;
}

/* How many days, weeks, months or periods are counted at most. */
static ccl_range walked_range(const asking *how, const ccl_query *query, ccl_source_bits sources) {
  int64_t periods, days;
  longest_window(how, &periods, &days);
  if (days == 0)
    return inexact(zero_and_above(CCL_RAT_ONE, sources | CCL_SOURCE_DAYS));
  int64_t most = query->source == CCL_FROM_DAYS     ? days
                 : query->source == CCL_FROM_WEEKS  ? (days + DAYS_OF_WEEK - 2) / DAYS_OF_WEEK + 1
                 : query->source == CCL_FROM_MONTHS ? (days + 28 - 2) / 28 + 1
                                                    : periods;
  ccl_range range = whole_between(0, most, sources | CCL_SOURCE_DAYS);
  range.is_exact = query->source == CCL_FROM_DAYS && query->where;
  return range;
}

/* ---- Aggregates ---- */

static ccl_range hull(ccl_range range) {
  range.step = CCL_RAT_ZERO;
  if (range.set.count > 0)
    range.set = ccl_set_of(ccl_set_hull(range.set));
  return range;
}

/* What one row (or day, week …) gives. */
static ccl_range row_range(const asking *how, const ccl_query *query) {
  asking inside = *how;
  inside.activity = query->source == CCL_FROM_ACTIVITY ? query->activity : CCL_NONE;
  if (query->what_count == 0 || query->what[0]->type.kind != CCL_KIND_NUMBER)
    return ccl_range_all();
  return range_in(&inside, query->what[0]);
}

/* As many rows as one likes, none too. */
static ccl_range sum_range(const asking *how, const ccl_query *query, ccl_source_bits sources) {
  ccl_range row = row_range(how, query);
  if (row.set.count == 0)
    return ccl_range_point(CCL_RAT_ZERO);
  ccl_interval all = ccl_set_hull(row.set);
  bool goes_up = !all.has_high || ccl_rat_sign(all.high) > 0, goes_down = !all.has_low || ccl_rat_sign(all.low) < 0;
  ccl_interval it = ccl_interval_point(CCL_RAT_ZERO);
  it.has_high = !goes_up;
  it.has_low = !goes_down;
  ccl_rat at;
  ccl_range range = { .set = ccl_set_of(it), .step = ccl_range_is_point(row, &at) ? ccl_rat_abs(at) : row.step, .sources = sources };
  bool from_rows = query->source == CCL_FROM_ACTIVITY && row.is_exact && !(row.sources & ~(ccl_source_bits)0 & CCL_SOURCE_DAYS);
  range.is_exact = from_rows && (!ccl_rat_is_zero(range.step) || !all.has_low || !all.has_high || ccl_interval_has(all, CCL_RAT_ZERO));
  range.grows = from_rows && goes_up;
  range.falls = from_rows && goes_down;
  return range;
}

static ccl_range distinct_range(const asking *how, const ccl_query *query, ccl_source_bits sources) {
  const ccl_plan *plan = how->ranges->plan;
  const ccl_expr *what = query->what[0];
  if (query->what_count == 1 && what->op == CCL_OP_FIELD && query->source == CCL_FROM_ACTIVITY) {
    const ccl_field *field = &plan->activities[query->activity].fields[what->index];
    if (field->kind == CCL_FIELD_CHOICE && field->choice_count > 0)
      return whole_between(0, (int64_t)field->choice_count, sources);
    if (field->kind == CCL_FIELD_BOOLEAN)
      return whole_between(0, 2, sources);
  }
  return zero_and_above(CCL_RAT_ONE, sources);
}

static ccl_range query_range(const asking *how, uint32_t index) {
  const ccl_query *query = &how->ranges->plan->queries[index];
  bool is_walked = query->source != CCL_FROM_ACTIVITY;
  ccl_source_bits sources = is_walked ? CCL_SOURCE_DAYS : source(FROM_ACTIVITY, query->activity);
  switch (query->kind) {
  case CCL_QUERY_COUNT: return is_walked ? walked_range(how, query, sources) : zero_and_above(CCL_RAT_ONE, sources);
  case CCL_QUERY_SUM: return sum_range(how, query, sources);
  case CCL_QUERY_DURATION: return zero_and_above(CCL_RAT_ZERO, sources);
  case CCL_QUERY_DISTINCT: return is_walked ? inexact(zero_and_above(CCL_RAT_ONE, sources)) : distinct_range(how, query, sources);
  case CCL_QUERY_LOWEST: case CCL_QUERY_HIGHEST: case CCL_QUERY_PERCENTILE: {
    ccl_range row = row_range(how, query);
    row.sources |= sources;
    return row;
  }
  case CCL_QUERY_MEDIAN: case CCL_QUERY_AVERAGE: return from(hull(row_range(how, query)), sources);
  case CCL_QUERY_SHARE: {
    ccl_range share = from(ccl_range_between(CCL_RAT_ZERO, CCL_RAT_ONE), sources);
    share.is_exact = false; /* of so many days */
    return share;
  }
  }
  return ccl_range_all();
}

/* An average of an activity is a sum over a count of its rows. */
static ccl_range average_range(const asking *how, const ccl_expr *expr) {
  const ccl_expr *sum = expr->args[0];
  if (sum->op != CCL_OP_AGGREGATE)
    return ccl_range_all();
  const ccl_query *query = &how->ranges->plan->queries[sum->index];
  return from(hull(row_range(how, query)), source(FROM_ACTIVITY, query->activity));
}

/* ---- Counts of the same rows, one in the other ---- */

static const ccl_expr *bare(const ccl_plan *plan, const ccl_expr *expr) {
  for (;;) {
    if (expr->op == CCL_OP_CONVERT)
      expr = expr->args[0];
    else if (expr->op == CCL_OP_MEASURE && plan->measures[expr->index].versions.count == 0)
      expr = plan->measures[expr->index].value;
    else
      return expr;
  }
}

static bool has_conjunct(const ccl_expr *condition, const ccl_expr *part) {
  if (ccl_expr_same(condition, part))
    return true;
  if (condition->op != CCL_OP_AND)
    return false;
  for (size_t i = 0; i < condition->arg_count; i++)
    if (has_conjunct(condition->args[i], part))
      return true;
  return false;
}

static bool implies(const ccl_expr *condition, const ccl_expr *other) {
  if (!other)
    return true;
  if (!condition)
    return false;
  if (other->op == CCL_OP_AND && !has_conjunct(condition, other)) {
    for (size_t i = 0; i < other->arg_count; i++)
      if (!implies(condition, other->args[i]))
        return false;
    return true;
  }
  return has_conjunct(condition, other);
}

/* count … where a and b / count … where b lies between 0 and 1. */
static bool is_part_of_whole(const ccl_plan *plan, const ccl_expr *part, const ccl_expr *whole) {
  part = bare(plan, part);
  whole = bare(plan, whole);
  if (part->op != CCL_OP_AGGREGATE || whole->op != CCL_OP_AGGREGATE)
    return false;
  const ccl_query *a = &plan->queries[part->index], *b = &plan->queries[whole->index];
  return a->kind == CCL_QUERY_COUNT && b->kind == CCL_QUERY_COUNT && a->source == b->source && a->activity == b->activity && a->dated_by == b->dated_by &&
         a->split == b->split && implies(a->where, b->where);
}

/* ---- Declared figures ---- */

static ccl_range with_facts(ccl_range range, const ccl_set *facts) {
  if (facts)
    range.set = ccl_set_and(range.set, *facts);
  return range;
}

/* What the name means on one day, or (amendments) on any. */
static ccl_range versions_range(const asking *how, uint32_t index) {
  const ccl_measure *measures = how->ranges->plan->measures;
  ccl_versions versions = measures[index].versions;
  if (how->ranges->has_day || versions.count == 0)
    return range_in(how, measures[ccl_version_on(versions, index, how->ranges->day)].value);
  ccl_range range = range_in(how, measures[index].value);
  for (size_t i = 0; i < versions.count; i++)
    range = ccl_range_or(range, range_in(how, measures[versions.items[i].index].value));
  return inexact(range);
}

static ccl_range measure_range(const asking *how, uint32_t index) {
  ccl_ranges *ranges = how->ranges;
  const ccl_set *facts = ranges->measure_facts ? ranges->measure_facts[index] : NULL;
  known_range *known = &ranges->measures[index];
  if (how->has_window) /* days of another window */
    return with_facts(versions_range(how, index), facts);
  if (!known->is_there) {
    unsigned steps = 0;
    asking plain = { .ranges = ranges, .activity = CCL_NONE, .steps = &steps };
    known->range = with_facts(versions_range(&plain, index), facts);
    known->is_there = true;
  }
  return known->range;
}

static ccl_range input_range(const asking *how, uint32_t index) {
  const ccl_input *input = &how->ranges->plan->inputs[index];
  ccl_source_bits sources = source(FROM_INPUT, index);
  ccl_range range = input->has_range ? ccl_range_between(input->low, input->high) : any_number(0);
  if (input->otherwise)
    range = ccl_range_or(range, range_in(how, input->otherwise));
  return from(with_facts(range, how->ranges->input_facts ? how->ranges->input_facts[index] : NULL), sources);
}

/* One of the expressions of a declared figure, each looked at once. */
static ccl_range range_once(ccl_ranges *ranges, const ccl_expr *expr) {
  unsigned steps = 0;
  asking plain = { .ranges = ranges, .activity = CCL_NONE, .steps = &steps };
  return range_in(&plain, expr);
}

static ccl_range parameter_range(const asking *how, uint32_t index) {
  ccl_ranges *ranges = how->ranges;
  const ccl_parameter *parameter = &ranges->plan->parameters[index];
  known_range *known = &ranges->parameters[index];
  if (known->is_there)
    return known->range;
  known->is_there = true;
  known->range = ccl_range_all();
  if (ranges->has_day) {
    ccl_value value = ccl_parameter_on(ranges->plan, NULL, index, ranges->day);
    if (value.state == CCL_KNOWN && value.kind == CCL_KIND_NUMBER)
      known->range = ccl_range_point(value.as.number);
    return known->range;
  }
  if (parameter->each || parameter->type.kind != CCL_KIND_NUMBER)
    return known->range;
  ccl_range range = range_once(ranges, parameter->versions[0].value);
  for (size_t i = 1; i < parameter->version_count; i++)
    range = ccl_range_or(range, range_once(ranges, parameter->versions[i].value));
  if (parameter->version_count > 1)
    range.is_exact = false; /* not all of them at once with everything else */
  known->range = range;
  return range;
}

static ccl_range cells_range(const asking *how, uint32_t index) {
  const ccl_grid *grid = &how->ranges->plan->grids[index];
  known_range *known = &how->ranges->grids[index];
  if (known->is_there)
    return known->range;
  known->is_there = true;
  known->range = ccl_range_all();
  if (grid->entry_count == 0)
    return known->range;
  ccl_range range = range_once(how->ranges, grid->entries[0].value);
  for (size_t i = 1; i < grid->entry_count; i++)
    range = ccl_range_or(range, range_once(how->ranges, grid->entries[i].value));
  known->range = grid->entry_count == 1 ? range : inexact(range);
  return known->range;
}

static ccl_range grid_range(const asking *how, uint32_t index) {
  ccl_versions versions = how->ranges->plan->grids[index].versions;
  ccl_range range = cells_range(how, index);
  for (size_t i = 0; i < versions.count; i++)
    range = inexact(ccl_range_or(range, cells_range(how, versions.items[i].index)));
  return range;
}

static ccl_range prices_range(const asking *how, uint32_t index) {
  const ccl_tiers *tiers = &how->ranges->plan->tiers[index];
  known_range *known = &how->ranges->tiers[index];
  if (known->is_there)
    return known->range;
  known->is_there = true;
  known->range = ccl_range_all();
  if (tiers->tier_count == 0)
    return known->range;
  ccl_range range = range_once(how->ranges, tiers->tiers[0].price);
  for (size_t i = 1; i < tiers->tier_count; i++)
    range = ccl_range_or(range, range_once(how->ranges, tiers->tiers[i].price));
  known->range = inexact(range);
  return known->range;
}

static ccl_range tiers_range(const asking *how, uint32_t index) {
  ccl_versions versions = how->ranges->plan->tiers[index].versions;
  ccl_range range = prices_range(how, index);
  for (size_t i = 0; i < versions.count; i++)
    range = inexact(ccl_range_or(range, prices_range(how, versions.items[i].index)));
  return range;
}

static ccl_range call_range(const asking *how, const ccl_expr *expr) {
  const ccl_function *function = &how->ranges->plan->functions[expr->index];
  ccl_range *arguments = ccl_new_array(ccl_range, expr->arg_count);
  for (size_t i = 0; i < expr->arg_count; i++)
    arguments[i] = expr->args[i]->type.kind == CCL_KIND_NUMBER ? range_in(how, expr->args[i]) : ccl_range_all();
  asking inside = *how;
  inside.arguments = arguments;
  return range_in(&inside, function->body);
}

/* ---- Operations ---- */

static ccl_range sum_of(const asking *how, const ccl_expr *expr) {
  ccl_range total = ccl_range_point(CCL_RAT_ZERO);
  for (size_t i = 0; i < expr->arg_count; i++) {
    ccl_range term = range_in(how, expr->args[i]);
    total = ccl_range_add(total, expr->inverse && expr->inverse[i] ? ccl_range_neg(term) : term);
  }
  return total;
}

static ccl_range product_of(const asking *how, const ccl_expr *expr) {
  bool is_share = expr->arg_count >= 2 && expr->inverse && !expr->inverse[0] && expr->inverse[1] && is_part_of_whole(how->ranges->plan, expr->args[0], expr->args[1]);
  ccl_range total = ccl_range_point(CCL_RAT_ONE);
  if (is_share)
    total = from(ccl_range_between(CCL_RAT_ZERO, CCL_RAT_ONE), range_in(how, expr->args[1]).sources);
  for (size_t i = is_share ? 2 : 0; i < expr->arg_count; i++) {
    ccl_range factor = range_in(how, expr->args[i]);
    total = ccl_range_mul(total, expr->inverse && expr->inverse[i] ? ccl_range_inverse(factor) : factor);
  }
  return total;
}

static ccl_range if_of(const asking *how, const ccl_expr *expr) {
  ccl_range range = range_in(how, expr->args[expr->arg_count - 1]);
  for (size_t i = 1; i + 1 < expr->arg_count; i += 2)
    range = ccl_range_or(range, range_in(how, expr->args[i]));
  return inexact(range);
}

static ccl_range least_of(const asking *how, const ccl_expr *expr, bool greatest) {
  ccl_range best = range_in(how, expr->args[0]);
  for (size_t i = 1; i < expr->arg_count; i++) {
    ccl_range other = range_in(how, expr->args[i]);
    best = greatest ? ccl_range_neg(ccl_range_min(ccl_range_neg(best), ccl_range_neg(other))) : ccl_range_min(best, other);
  }
  return best;
}

static ccl_range clamp_of(const asking *how, const ccl_expr *expr) {
  ccl_range value = range_in(how, expr->args[0]), low = range_in(how, expr->args[1]), high = range_in(how, expr->args[2]);
  ccl_range below = ccl_range_min(value, high);
  return ccl_range_neg(ccl_range_min(ccl_range_neg(below), ccl_range_neg(low)));
}

static ccl_range round_of(const asking *how, const ccl_expr *expr) {
  ccl_range value = range_in(how, expr->args[0]);
  ccl_rat step;
  if (!ccl_range_is_point(range_in(how, expr->args[1]), &step) || ccl_rat_is_zero(step))
    return unknown(value.sources);
  return ccl_range_round(value, expr->rounding, ccl_rat_abs(step));
}

static ccl_range context_range(const asking *how, const ccl_expr *expr) {
  if (expr->index != CCL_DAYS_IN_PERIOD)
    return ccl_range_all();
  int64_t months = months_of_period(how->ranges->plan);
  int64_t days = months == 0 ? DAYS_OF_WEEK : months == 1 ? DAYS_OF_MONTH : months == MONTHS_OF_QUARTER ? DAYS_OF_YEAR / 4 + 1 : DAYS_OF_YEAR;
  return inexact(whole_between(1, days, source(FROM_CONTEXT, 0)));
}

static ccl_range window_of(const asking *how, const ccl_expr *expr) {
  asking inside = *how;
  if (expr->op == CCL_OP_WINDOW) {
    inside.has_window = true;
    inside.window = expr->window;
  }
  return range_in(&inside, expr->args[0]);
}

static ccl_range bound_of(const asking *how, const ccl_expr *expr) {
  return expr->index == CCL_BOUND_FIGURE && how->figure ? *how->figure : ccl_range_all();
}

/* `by default` stands in where there would be no value. */
static ccl_range default_of(const asking *how, const ccl_expr *expr) {
  return ccl_range_or(range_in(how, expr->args[0]), range_in(how, expr->args[1]));
}

static ccl_range share_of(const asking *how, const ccl_expr *expr) {
  return from(ccl_range_between(CCL_RAT_ZERO, CCL_RAT_ONE), range_in(how, expr->args[1]).sources);
}

static ccl_range range_in(const asking *how, const ccl_expr *expr) {
  if (expr->type.kind != CCL_KIND_NUMBER || ++*how->steps > MOST_STEPS)
    return ccl_range_all();
  switch ((int)expr->op) {
  case CCL_OP_CONSTANT: return expr->constant.state == CCL_KNOWN ? ccl_range_point(expr->constant.as.number) : ccl_range_all();
  case CCL_OP_SUM: return sum_of(how, expr);
  case CCL_OP_PRODUCT: return product_of(how, expr);
  case CCL_OP_NEGATE: return ccl_range_neg(range_in(how, expr->args[0]));
  case CCL_OP_IF: return if_of(how, expr);
  case CCL_OP_CONVERT: return range_in(how, expr->args[0]);
  case CCL_OP_DEFAULT: return default_of(how, expr);
  case CCL_OP_MIN: return least_of(how, expr, false);
  case CCL_OP_MAX: return least_of(how, expr, true);
  case CCL_OP_ABS: return ccl_range_abs(range_in(how, expr->args[0]));
  case CCL_OP_ROUND: return round_of(how, expr);
  case CCL_OP_CLAMP: return clamp_of(how, expr);
  case CCL_OP_HOUR: return inexact(whole_between(0, 23, source(FROM_CONTEXT, 1)));
  case CCL_OP_MONTH_OF: return inexact(whole_between(1, MONTHS_OF_YEAR, source(FROM_CONTEXT, 1)));
  case CCL_OP_GRID: return grid_range(how, expr->index);
  case CCL_OP_TIER_PRICE: return tiers_range(how, expr->index);
  case CCL_OP_CALL: return call_range(how, expr);
  case CCL_OP_ARGUMENT: return how->arguments ? how->arguments[expr->index] : ccl_range_all();
  case CCL_OP_BOUND: return bound_of(how, expr);
  case CCL_OP_SHARE: return share_of(how, expr);
  case CCL_OP_AVERAGE: return average_range(how, expr);
  case CCL_OP_PARAMETER: return parameter_range(how, expr->index);
  case CCL_OP_FIELD: return field_range(how, expr);
  case CCL_OP_MEASURE: return measure_range(how, expr->index);
  case CCL_OP_AGGREGATE: return query_range(how, expr->index);
  case CCL_OP_INPUT: return input_range(how, expr->index);
  case CCL_OP_WINDOW: case CCL_OP_OVERALL: return window_of(how, expr);
  case CCL_OP_CONTEXT: return context_range(how, expr);
  case CCL_OP_SERIES: case CCL_OP_LATEST: return unknown(source(FROM_SERIES, expr->index));
  case CCL_OP_ARTICLE: case CCL_OP_TOTAL: return unknown(source(FROM_ARTICLE, 0));
  default: return ccl_range_all();
  }
}

/* ---- Requirements ---- */

static const ccl_set *fact_of(ccl_comparison comparison, ccl_rat limit) {
  ccl_interval it = ccl_interval_point(limit);
  if (comparison == CCL_NE)
    return NULL;
  it.has_low = comparison == CCL_EQ || comparison == CCL_GT || comparison == CCL_GE;
  it.low_excluded = comparison == CCL_GT;
  it.has_high = comparison == CCL_EQ || comparison == CCL_LT || comparison == CCL_LE;
  it.high_excluded = comparison == CCL_LT;
  ccl_set *set = ccl_new(ccl_set);
  *set = ccl_set_of(it);
  return set;
}

static ccl_comparison mirrored(ccl_comparison comparison) {
  switch (comparison) {
  case CCL_LT: return CCL_GT;
  case CCL_LE: return CCL_GE;
  case CCL_GT: return CCL_LT;
  case CCL_GE: return CCL_LE;
  case CCL_EQ: case CCL_NE: break;
  }
  return comparison;
}

static void add_fact(const ccl_set **facts, const ccl_set *fact) {
  if (*facts && fact) {
    ccl_set *both = ccl_new(ccl_set);
    *both = ccl_set_and(**facts, *fact);
    *facts = both;
  } else if (fact)
    *facts = fact;
}

/* A figure compared with a constant: a value that breaks the requirement never reaches an invoice. */
static void add_requirement(ccl_ranges *ranges, const ccl_expr *condition) {
  if (condition->op == CCL_OP_AND) {
    for (size_t i = 0; i < condition->arg_count; i++)
      add_requirement(ranges, condition->args[i]);
    return;
  }
  if (condition->op != CCL_OP_COMPARE || condition->args[0]->type.kind != CCL_KIND_NUMBER)
    return;
  ccl_rat limit;
  unsigned steps = 0;
  asking plain = { .ranges = ranges, .activity = CCL_NONE, .steps = &steps };
  for (size_t side = 0; side < 2; side++) {
    const ccl_expr *figure = condition->args[side];
    if ((figure->op != CCL_OP_INPUT && figure->op != CCL_OP_MEASURE) || !ccl_range_is_point(range_in(&plain, condition->args[1 - side]), &limit))
      continue;
    const ccl_set **facts = figure->op == CCL_OP_INPUT ? ranges->input_facts : ranges->measure_facts;
    add_fact(&facts[figure->index], fact_of(side == 0 ? condition->comparison : mirrored(condition->comparison), limit));
    return;
  }
}

/* ---- Asking ---- */

static bool acts(const ccl_plan *plan, ccl_article_billing billing) {
  for (size_t i = 0; i < plan->articles_count; i++)
    if (plan->articles[i].billing == billing)
      return true;
  return false;
}

ccl_ranges *ccl_ranges_new(const ccl_plan *plan) {
  ccl_ranges *ranges = ccl_new(ccl_ranges);
  ranges->plan = plan;
  ranges->measures = ccl_new_array(known_range, plan->measures_count);
  ranges->parameters = ccl_new_array(known_range, plan->parameters_count);
  ranges->grids = ccl_new_array(known_range, plan->grids_count);
  ranges->tiers = ccl_new_array(known_range, plan->tiers_count);
  ranges->months = acts(plan, CCL_ARTICLE_YEARLY) ? MONTHS_OF_YEAR : acts(plan, CCL_ARTICLE_QUARTERLY) ? MONTHS_OF_QUARTER : 0;
  if (ranges->months < months_of_period(plan))
    ranges->months = months_of_period(plan);
  if (plan->requirements_count > 0) {
    ranges->input_facts = ccl_new_array(const ccl_set *, plan->inputs_count);
    ranges->measure_facts = ccl_new_array(const ccl_set *, plan->measures_count);
  }
  for (size_t i = 0; i < plan->requirements_count; i++)
    add_requirement(ranges, plan->requirements[i].condition);
  for (size_t i = 0; i < plan->measures_count && plan->requirements_count > 0; i++)
    ranges->measures[i].is_there = false; /* asked before all requirements were known */
  return ranges;
}

ccl_ranges *ccl_ranges_on(const ccl_plan *plan, ccl_day day) {
  ccl_ranges *ranges = ccl_ranges_new(plan);
  ranges->has_day = true;
  ranges->day = day;
  for (size_t i = 0; i < plan->measures_count; i++)
    ranges->measures[i].is_there = false;
  for (size_t i = 0; i < plan->parameters_count; i++)
    ranges->parameters[i].is_there = false;
  return ranges;
}

ccl_range ccl_range_of(ccl_ranges *ranges, const ccl_expr *expr, uint32_t activity, const ccl_range *figure) {
  unsigned steps = 0;
  asking how = { .ranges = ranges, .activity = activity, .figure = figure, .steps = &steps };
  return range_in(&how, expr);
}

bool ccl_range_value(ccl_ranges *ranges, const ccl_expr *expr, ccl_rat *value) {
  return ccl_range_is_point(ccl_range_of(ranges, expr, CCL_NONE, NULL), value);
}
