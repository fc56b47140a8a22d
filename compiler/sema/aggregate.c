/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Aggregates (clause 5) become queries of the plan: what is counted, where, over which activity or over the days,
 * weeks, months, periods of the window. `share` and `average` over an activity are two queries each, so that whoever
 * executes them only counts and adds.
 */
#include "sema/reading.h"

/* An aggregate while it is read. */
typedef struct making {
  ccl_reading *outside;
  ccl_reading inside;
  const ccl_node *node;
  ccl_query query;
  const ccl_unit *unit; /* of one row */
  bool is_whole;
} making;

/* ---- over what ---- */

static ccl_str aggregate_text(const ccl_reading *reading, ccl_span span) {
  return ccl_message_text(&ccl_sema_say_an_aggregate, ccl_sema_lang(reading->sema, span), CCL_NO_ARGS);
}

static bool walk_source(making *m, ccl_builtin walked) {
  ccl_units *units = m->outside->sema->units;
  ccl_query *query = &m->query;
  switch ((int)walked) {
  case CCL_ACTIVITY_DAYS:
    query->source = CCL_FROM_DAYS;
    m->unit = ccl_unit_day(units);
    break;
  case CCL_ACTIVITY_WEEKS:
    query->source = CCL_FROM_WEEKS;
    m->unit = ccl_unit_atom(units, CCL_STR("week"), CCL_LANG_EN);
    break;
  case CCL_ACTIVITY_MONTHS:
    query->source = CCL_FROM_MONTHS;
    m->unit = ccl_unit_month(units);
    break;
  default:
    query->source = CCL_FROM_PERIODS;
    m->unit = ccl_unit_atom(units, CCL_STR("period"), CCL_LANG_EN);
    break;
  }
  query->activity = query->dated_by = CCL_NONE;
  return true;
}

static void report_unknown_activity(making *m, const ccl_node *name) {
  ccl_reading *reading = m->outside;
  ccl_candidates candidates = { 0 };
  ccl_candidates_of_kinds(reading->names, ccl_kind_bit(CCL_SYMBOL_ACTIVITY), &candidates);
  for (ccl_builtin each = CCL_ACTIVITY_DAYS; each <= CCL_ACTIVITY_PERIODS; each++)
    ccl_candidates_add(&candidates, ccl_builtin_name(each, reading->lang));
  ccl_names_unknown(reading->sema, reading->names, &ccl_sema_say_unknown_activity, name->text, name->span, &candidates);
}

static bool find_source(making *m, const ccl_node *name) {
  ccl_reading *reading = m->outside;
  bool is_reported;
  ccl_definition *definition = ccl_names_find(reading->sema, reading->names, name, false, &is_reported);
  ccl_builtin walked = CCL_GET(name, NAME, QUALIFIER)
                           ? CCL_BUILTIN_NONE
                           : ccl_builtin_find(CCL_BUILTIN_ACTIVITY, name->text, reading->lang);
  if (!definition || definition->symbol.kind != CCL_SYMBOL_ACTIVITY) {
    if (walked != CCL_BUILTIN_NONE)
      return walk_source(m, walked);
    if (definition)
      ccl_sema_wrong_kind(reading->sema, definition, name->span, CCL_SYMBOL_ACTIVITY);
    else if (!is_reported)
      report_unknown_activity(m, name);
    return false;
  }
  ccl_names_use(reading->names, definition, name->span);
  const ccl_activity *activity = reading->sema->activities.items[definition->symbol.index];
  m->query.source = CCL_FROM_ACTIVITY;
  m->query.activity = definition->symbol.index;
  m->query.dated_by = activity->dated_by;
  m->unit = activity->unit;
  m->inside.activity = definition->symbol.index;
  m->inside.is_by_row = true;
  return activity->dated_by != CCL_NONE; /* else the activity is broken, and that was said */
}

static bool read_dated_by(making *m, const ccl_node *name) {
  ccl_sema *sema = m->outside->sema;
  if (m->query.source != CCL_FROM_ACTIVITY) {
    ccl_sema_report(sema, &ccl_sema_say_days_have_no_fields, name->span, CCL_NO_ARGS);
    return false;
  }
  const ccl_activity *activity = sema->activities.items[m->query.activity];
  uint32_t field = ccl_sema_field(sema, m->query.activity, name->text);
  if (field == CCL_NONE) {
    ccl_candidates candidates = { 0 };
    for (size_t i = 0; i < activity->field_count; i++)
      ccl_candidates_add(&candidates, activity->fields[i].name);
    ccl_names_unknown(sema, m->outside->names, &ccl_sema_say_unknown_field, name->text, name->span, &candidates);
    return false;
  }
  if (!ccl_sema_settle_field(sema, m->query.activity, field, name->span))
    return false;
  ccl_kind kind = activity->fields[field].type.kind;
  if (kind != CCL_KIND_DATE && kind != CCL_KIND_TIMESTAMP) {
    ccl_diag *diag = ccl_sema_report(
        sema, &ccl_sema_say_dated_by_kind, name->span,
        CCL_ARGS(name->text, ccl_type_text(activity->fields[field].type, ccl_sema_lang(sema, name->span))));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, activity->fields[field].span, CCL_NO_ARGS);
    return false;
  }
  m->query.dated_by = field;
  return true;
}

static bool read_source(making *m) {
  const ccl_node *source = CCL_GET(m->node, AGGREGATE, SOURCE);
  if (ccl_is_error(source) || ccl_is_error(CCL_GET(source, SOURCE, ACTIVITY)) ||
      !find_source(m, CCL_GET(source, SOURCE, ACTIVITY)))
    return false;
  const ccl_node *dated_by = CCL_GET(source, SOURCE, DATED_BY);
  return !dated_by || (!ccl_is_error(dated_by) && read_dated_by(m, dated_by));
}

/* ---- split by ---- */

static void read_split(making *m) {
  ccl_sema *sema = m->outside->sema;
  const ccl_node *name = CCL_GET(m->node, AGGREGATE, SPLIT);
  if (!name)
    return;
  m->is_whole = false;
  ccl_definition *calendar = ccl_is_error(name) ? NULL : ccl_read_definition(m->outside, name, CCL_SYMBOL_CALENDAR);
  if (!calendar || !ccl_sema_settle(sema, calendar, name->span))
    return;
  const ccl_activity *activity =
      m->query.source == CCL_FROM_ACTIVITY ? sema->activities.items[m->query.activity] : NULL;
  if (!activity || activity->until == CCL_NONE) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_split_needs_until, name->span, CCL_NO_ARGS);
    if (activity)
      ccl_diag_note(diag, &ccl_sema_say_declared_here, activity->span, CCL_NO_ARGS);
    return;
  }
  m->query.split = calendar->symbol.index;
  m->is_whole = true;
}

/* ---- What is counted ---- */

static const ccl_expr *finish(making *m, ccl_type type) {
  m->query.type = type;
  m->query.span = m->node->span;
  uint32_t index = ccl_sema_intern_query(m->outside->sema, &m->query);
  ccl_expr *expr = ccl_expr_new(CCL_OP_AGGREGATE, type, m->node->span, NULL, 0);
  expr->index = index;
  return expr;
}

static void set_what(making *m, const ccl_expr *const *what, size_t count) {
  const ccl_expr **kept = ccl_new_array(const ccl_expr *, count);
  for (size_t i = 0; i < count; i++)
    kept[i] = what[i];
  m->query.what = kept;
  m->query.what_count = count;
}

/* A week is 7 days: as many of the unit as were counted, in base units. */
static const ccl_expr *count_rows(making *m) {
  m->query.kind = CCL_QUERY_COUNT;
  if (m->query.source != CCL_FROM_WEEKS)
    return finish(m, ccl_type_number(m->unit));
  ccl_units *units = m->outside->sema->units;
  const ccl_expr *args[2] = { finish(m, ccl_type_number(ccl_unit_day(units))),
                              ccl_expr_number(ccl_rat_int(7), ccl_unit_number(units), m->node->span) };
  return ccl_expr_new(CCL_OP_PRODUCT, ccl_type_number(m->unit), m->node->span, args, 2);
}

static const ccl_expr *read_distinct(making *m) {
  uint32_t count = ccl_node_len(m->node);
  const ccl_expr **what = ccl_new_array(const ccl_expr *, count);
  for (uint32_t i = 0; i < count; i++) {
    what[i] = ccl_read(&m->inside, ccl_node_at(m->node, i));
    m->is_whole &= what[i] != NULL;
  }
  if (!m->is_whole)
    return NULL;
  set_what(m, what, count);
  m->query.kind = CCL_QUERY_DISTINCT;
  return finish(m, ccl_type_number(ccl_unit_number(m->outside->sema->units)));
}

static const ccl_expr *read_duration(making *m) {
  ccl_sema *sema = m->outside->sema;
  const ccl_activity *activity =
      m->query.source == CCL_FROM_ACTIVITY ? sema->activities.items[m->query.activity] : NULL;
  if (!m->is_whole)
    return NULL;
  if (!activity || activity->until == CCL_NONE) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_duration_needs_until, m->node->span, CCL_NO_ARGS);
    if (activity)
      ccl_diag_note(diag, &ccl_sema_say_declared_here, activity->span, CCL_NO_ARGS);
    return NULL;
  }
  if (activity->fields[activity->until].type.kind != CCL_KIND_TIMESTAMP ||
      activity->fields[activity->dated_by].type.kind != CCL_KIND_TIMESTAMP) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_duration_needs_times, m->node->span, CCL_ARGS(activity->name));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, activity->span, CCL_NO_ARGS);
    return NULL;
  }
  m->query.kind = CCL_QUERY_DURATION;
  return finish(m, ccl_type_number(ccl_unit_second(sema->units)));
}

/* What a `sum` split so adds must be clock time (clause 5). */
static bool check_split_sum(making *m, const ccl_expr *what) {
  ccl_dimension dimension = what->type.unit->dimension;
  if (m->query.split == CCL_NONE ||
      (dimension.count == 1 && dimension.powers[0] == 1 && dimension.bases[0]->kind == CCL_BASE_CLOCK))
    return true;
  ccl_sema *sema = m->outside->sema;
  ccl_sema_report(sema, &ccl_sema_say_split_not_time, what->span,
                  CCL_ARGS(ccl_type_text(what->type, ccl_sema_lang(sema, what->span))));
  return false;
}

static const ccl_expr *read_sum(making *m) {
  m->inside.refuses_derived = m->query.split != CCL_NONE;
  const ccl_expr *what = ccl_read_number(&m->inside, CCL_GET(m->node, AGGREGATE, VALUE));
  m->inside.refuses_derived = false;
  if (!what || !m->is_whole || !check_split_sum(m, what))
    return NULL;
  set_what(m, &what, 1);
  m->query.kind = CCL_QUERY_SUM;
  return finish(m, what->type);
}

static const ccl_expr *both(const ccl_expr *first, const ccl_expr *second) {
  const ccl_expr *args[2] = { first, second };
  if (!first || !second)
    return first ? first : second;
  return ccl_expr_new(CCL_OP_AND, ccl_type_of(CCL_KIND_BOOL), first->span, args, 2);
}

/* The sum over the number of rows whose value is known. */
static const ccl_expr *read_average(making *m) {
  const ccl_expr *what = ccl_read_number(&m->inside, CCL_GET(m->node, AGGREGATE, VALUE));
  if (!what || !m->is_whole)
    return NULL;
  set_what(m, &what, 1);
  if (m->query.source != CCL_FROM_ACTIVITY) {
    m->query.kind = CCL_QUERY_AVERAGE;
    return finish(m, what->type);
  }
  m->query.kind = CCL_QUERY_SUM;
  const ccl_expr *args[2] = { finish(m, what->type), NULL };
  if (ccl_expr_may_be_absent(m->outside->sema, m->query.activity, what))
    m->query.where = both(m->query.where, ccl_expr_new(CCL_OP_KNOWN, ccl_type_of(CCL_KIND_BOOL), what->span, &what, 1));
  set_what(m, NULL, 0);
  m->query.kind = CCL_QUERY_COUNT;
  args[1] = finish(m, ccl_type_number(m->unit));
  return ccl_expr_new(CCL_OP_AVERAGE, what->type, m->node->span, args, 2);
}

static const ccl_expr *read_share(making *m) {
  const ccl_node *among_node = CCL_GET(m->node, AGGREGATE, AMONG);
  const ccl_expr *among = among_node ? ccl_read_condition(&m->inside, among_node) : NULL, *where = m->query.where;
  ccl_units *units = m->outside->sema->units;
  ccl_type percent = ccl_type_number(ccl_unit_percent(units));
  if (!m->is_whole || !where || (among_node && !among))
    return NULL;
  if (m->query.source != CCL_FROM_ACTIVITY) {
    m->query.kind = CCL_QUERY_SHARE;
    m->query.among = among;
    return finish(m, percent);
  }
  m->query.kind = CCL_QUERY_COUNT;
  m->query.where = both(where, among);
  const ccl_expr *args[2] = { finish(m, ccl_type_number(m->unit)), NULL };
  m->query.where = among;
  args[1] = finish(m, ccl_type_number(m->unit));
  return ccl_expr_new(CCL_OP_SHARE, percent, m->node->span, args, 2);
}

static bool read_rank(making *m) {
  const ccl_node *rank = CCL_GET(m->node, AGGREGATE, RANK);
  ccl_rat number;
  int64_t whole;
  if (ccl_is_error(rank))
    return false;
  if (ccl_rat_parse(rank->text, &number) && ccl_rat_to_int(number, &whole) && whole >= 1 && whole <= 100) {
    m->query.percentile = (uint32_t)whole;
    return true;
  }
  ccl_sema_report(m->outside->sema, &ccl_sema_say_percentile_rank, rank->span, CCL_NO_ARGS);
  return false;
}

/* lowest, highest (of dates too), median, percentile */
static const ccl_expr *read_position(making *m, ccl_query_kind kind) {
  const ccl_node *value = CCL_GET(m->node, AGGREGATE, VALUE);
  bool any_order = kind == CCL_QUERY_LOWEST || kind == CCL_QUERY_HIGHEST;
  const ccl_expr *what = any_order ? ccl_read(&m->inside, value) : ccl_read_number(&m->inside, value);
  if (what && what->type.kind != CCL_KIND_NUMBER && what->type.kind != CCL_KIND_DATE &&
      what->type.kind != CCL_KIND_TIMESTAMP) {
    ccl_type_report_kind(m->outside->sema, &ccl_sema_say_not_a_number, what);
    return NULL;
  }
  bool has_rank = kind != CCL_QUERY_PERCENTILE || read_rank(m);
  if (!what || !m->is_whole || !has_rank)
    return NULL;
  set_what(m, &what, 1);
  m->query.kind = kind;
  return finish(m, what->type);
}

/* ---- Any aggregate ---- */

static const ccl_expr *read_kind(making *m) {
  switch ((int)m->node->word) {
  case CCL_WORD_COUNT: return m->is_whole ? count_rows(m) : NULL;
  case CCL_WORD_DISTINCT: return read_distinct(m);
  case CCL_WORD_DURATION: return read_duration(m);
  case CCL_WORD_SUM: return read_sum(m);
  case CCL_WORD_AVERAGE: return read_average(m);
  case CCL_WORD_MEDIAN: return read_position(m, CCL_QUERY_MEDIAN);
  case CCL_WORD_LOWEST: return read_position(m, CCL_QUERY_LOWEST);
  case CCL_WORD_HIGHEST: return read_position(m, CCL_QUERY_HIGHEST);
  case CCL_WORD_PERCENTILE: return read_position(m, CCL_QUERY_PERCENTILE);
  case CCL_WORD_SHARE: return read_share(m);
  default: CCL_BUG("an aggregate of no kind");
  }
}

const ccl_expr *ccl_read_aggregate(ccl_reading *reading, const ccl_node *node) {
  if (reading->aggregate) {
    ccl_diag *diag = ccl_sema_report(reading->sema, &ccl_sema_say_nested, node->span, CCL_NO_ARGS);
    ccl_diag_note(diag, &ccl_sema_say_around, reading->aggregate->span, CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_sema_say_help_nested, CCL_NO_ARGS);
    return NULL;
  }
  if (!ccl_read_contextual(reading, node->span, aggregate_text(reading, node->span)))
    return NULL;
  making m = { .outside = reading, .inside = *reading, .node = node, .is_whole = true };
  m.inside.aggregate = node;
  m.inside.activity = CCL_NONE;
  m.inside.is_by_row = false;
  m.query.split = CCL_NONE;
  if (!read_source(&m))
    return NULL;
  m.inside.is_by_day = m.query.source == CCL_FROM_DAYS || m.query.source == CCL_FROM_WEEKS;
  read_split(&m);
  const ccl_node *condition = CCL_GET(node, AGGREGATE, CONDITION);
  if (condition) {
    m.query.where = ccl_read_condition(&m.inside, condition);
    m.is_whole &= m.query.where != NULL;
  }
  return read_kind(&m);
}
