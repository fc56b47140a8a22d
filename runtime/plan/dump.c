/* SPDX-License-Identifier: Apache-2.0 */
/* `ccl dump plan`: the queries, then the figures. The rules (header, articles, examples) are in dump_article.c. */
#include "plan/dump.h"

#include "base/mem.h"
#include "plan/compute.h"
#include "plan/dump_writer.h"

/* ---- Queries ---- */

static const char *query_name(ccl_query_kind kind) {
  static const char *const names[] = {
    [CCL_QUERY_COUNT] = "count",       [CCL_QUERY_SUM] = "sum",
    [CCL_QUERY_DURATION] = "duration", [CCL_QUERY_DISTINCT] = "distinct-count",
    [CCL_QUERY_LOWEST] = "lowest",     [CCL_QUERY_HIGHEST] = "highest",
    [CCL_QUERY_MEDIAN] = "median",     [CCL_QUERY_PERCENTILE] = "percentile",
    [CCL_QUERY_SHARE] = "share",       [CCL_QUERY_AVERAGE] = "average",
  };
  return names[kind];
}

static const char *source_name(ccl_source_kind source) {
  static const char *const names[] = {
    [CCL_FROM_ACTIVITY] = "activity", [CCL_FROM_DAYS] = "days",       [CCL_FROM_WEEKS] = "weeks",
    [CCL_FROM_MONTHS] = "months",     [CCL_FROM_PERIODS] = "periods",
  };
  return names[source];
}

static void dump_list(ccl_dumper *dumper, const char *head, const ccl_expr *const *list, size_t count) {
  if (count == 0)
    return;
  ccl_dump_open(dumper, head);
  for (size_t i = 0; i < count; i++)
    ccl_dump_expr(dumper, list[i]);
  ccl_dump_close(dumper);
}

static void dump_query(ccl_dumper *dumper, size_t index) {
  const ccl_query *query = &dumper->plan->queries[index];
  ccl_dump_open(dumper, "query");
  ccl_dump_count(dumper, (int64_t)index);
  ccl_dump_word(dumper, query_name(query->kind));
  if (query->kind == CCL_QUERY_PERCENTILE)
    ccl_dump_count(dumper, query->percentile);
  ccl_dump_type(dumper, query->type);
  ccl_dump_place(dumper, query->span);
  if (query->source == CCL_FROM_ACTIVITY) {
    const ccl_activity *activity = &dumper->plan->activities[query->activity];
    dumper->activity = query->activity;
    ccl_dump_named(dumper, "from", activity->name);
    ccl_dump_named(dumper, "dated-by", activity->fields[query->dated_by].name);
  } else {
    ccl_dump_fact(dumper, "from", source_name(query->source));
  }
  ccl_dump_part(dumper, "where", query->where);
  ccl_dump_part(dumper, "among", query->among);
  dump_list(dumper, "what", query->what, query->what_count);
  if (query->split != CCL_NONE)
    ccl_dump_named(dumper, "split-by", dumper->plan->calendars[query->split].name);
  dump_list(dumper, "outer", query->outer, query->outer_count);
  dumper->activity = CCL_NONE;
  ccl_dump_close(dumper);
}

/* ---- Activities ---- */

static void dump_choices(ccl_dumper *dumper, const uint32_t *choices, size_t count) {
  if (count == 0)
    return;
  ccl_dump_open(dumper, "choices");
  for (size_t i = 0; i < count; i++)
    ccl_dump_name(dumper, dumper->plan->choices[choices[i]]);
  ccl_dump_close(dumper);
}

static void dump_field(ccl_dumper *dumper, const ccl_field *field) {
  static const char *const kinds[] = {
    [CCL_FIELD_TIMESTAMP] = "timestamp", [CCL_FIELD_DATE] = "date",       [CCL_FIELD_DURATION] = "duration",
    [CCL_FIELD_NUMBER] = "number",       [CCL_FIELD_INTEGER] = "integer", [CCL_FIELD_MONEY] = "money",
    [CCL_FIELD_BOOLEAN] = "boolean",     [CCL_FIELD_TEXT] = "text",       [CCL_FIELD_CHOICE] = "choice",
  };
  ccl_dump_open(dumper, field->derive ? "derive" : "field");
  ccl_dump_name(dumper, field->name);
  ccl_dump_word(dumper, kinds[field->kind]);
  if (field->type.kind == CCL_KIND_NUMBER)
    ccl_dump_unit(dumper, field->type.unit);
  if (field->optional)
    ccl_dump_word(dumper, "optional");
  ccl_dump_place(dumper, field->span);
  for (size_t i = 0; i < field->column_count; i++)
    ccl_dump_text(dumper, "column", field->columns[i]);
  ccl_dump_text(dumper, "format", field->format);
  dump_choices(dumper, field->choices, field->choice_count);
  if (field->derive)
    ccl_dump_expr(dumper, field->derive);
  ccl_dump_close(dumper);
}

static void dump_field_name(ccl_dumper *dumper, const char *head, const ccl_activity *activity, uint32_t field) {
  if (field != CCL_NONE)
    ccl_dump_named(dumper, head, activity->fields[field].name);
}

static void dump_activity(ccl_dumper *dumper, uint32_t index) {
  const ccl_activity *activity = &dumper->plan->activities[index];
  dumper->activity = index;
  ccl_dump_open(dumper, "activity");
  ccl_dump_name(dumper, activity->name);
  ccl_dump_unit(dumper, activity->unit);
  ccl_dump_place(dumper, activity->span);
  dump_field_name(dumper, "dated-by", activity, activity->dated_by);
  dump_field_name(dumper, "until", activity, activity->until);
  dump_field_name(dumper, "key", activity, activity->key);
  dump_field_name(dumper, "keeping-latest", activity, activity->keeping_latest);
  if (activity->zone)
    ccl_dump_named(dumper, "time-zone", ccl_zone_name(activity->zone));
  for (size_t i = 0; i < activity->missing_count; i++)
    ccl_dump_text(dumper, "missing", activity->missing[i]);
  for (size_t i = 0; i < activity->field_count; i++)
    dump_field(dumper, &activity->fields[i]);
  ccl_dump_close(dumper);
  dumper->activity = CCL_NONE;
}

static void dump_dim(ccl_dumper *dumper, const ccl_dim *dim) {
  ccl_dump_open(dumper, "dimension");
  ccl_dump_name(dumper, dim->name);
  ccl_dump_type(dumper, dim->type);
  if (dim->calendar != CCL_NONE)
    ccl_dump_named(dumper, "calendar", dumper->plan->calendars[dim->calendar].name);
  dump_choices(dumper, dim->choices, dim->choice_count);
  ccl_dump_close(dumper);
}

/* ---- Inputs, series, parameters, functions, measures ---- */

static void open_named(ccl_dumper *dumper, const char *head, ccl_str name, ccl_type type, ccl_span span) {
  ccl_dump_open(dumper, head);
  ccl_dump_name(dumper, name);
  ccl_dump_type(dumper, type);
  ccl_dump_place(dumper, span);
}

static void dump_input(ccl_dumper *dumper, const ccl_input *input) {
  open_named(dumper, "input", input->name, input->type, input->span);
  if (input->has_range) {
    ccl_dump_open(dumper, "range");
    ccl_dump_figure(dumper, input->low, input->type.unit);
    ccl_dump_figure(dumper, input->high, input->type.unit);
    ccl_dump_close(dumper);
  }
  ccl_dump_part(dumper, "by-default", input->otherwise);
  ccl_dump_close(dumper);
}

static void dump_series(ccl_dumper *dumper, const ccl_series *series) {
  static const char *const keys[] = {
    [CCL_KEY_DATE] = "dates",
    [CCL_KEY_MONTH] = "months",
    [CCL_KEY_QUARTER] = "quarters",
    [CCL_KEY_YEAR] = "years",
  };
  open_named(dumper, "series", series->name, series->type, series->span);
  if (series->key_is_known)
    ccl_dump_fact(dumper, "keys", keys[series->key]);
  for (size_t i = 0; i < series->row_count; i++) {
    ccl_dump_open(dumper, "row");
    ccl_dump_days(dumper, series->rows[i].key);
    ccl_dump_figure(dumper, series->rows[i].value, series->type.unit);
    ccl_dump_close(dumper);
  }
  ccl_dump_close(dumper);
}

static void dump_parameter(ccl_dumper *dumper, const ccl_parameter *parameter) {
  open_named(dumper, "parameter", parameter->name, parameter->type, parameter->span);
  for (size_t i = 0; i < parameter->version_count; i++) {
    ccl_dump_open(dumper, "from");
    if (i > 0)
      ccl_dump_day(dumper, parameter->versions[i].from);
    ccl_dump_expr(dumper, parameter->versions[i].value);
    ccl_dump_close(dumper);
  }
  if (parameter->each) {
    ccl_dump_open(dumper, "each");
    ccl_dump_name(dumper, ccl_str_printf("%02d-%02d", parameter->each_month, parameter->each_day));
    if (parameter->each_versions > 0 && parameter->each_versions < parameter->version_count) {
      ccl_dump_word(dumper, "before");
      ccl_dump_day(dumper, parameter->versions[parameter->each_versions].from);
    }
    ccl_dump_expr(dumper, parameter->each);
    ccl_dump_close(dumper);
  }
  ccl_dump_close(dumper);
}

static void dump_function(ccl_dumper *dumper, const ccl_function *function) {
  ccl_dump_open(dumper, "function");
  ccl_dump_name(dumper, function->name);
  ccl_dump_count(dumper, (int64_t)function->parameter_count);
  ccl_dump_place(dumper, function->span);
  ccl_dump_expr(dumper, function->body);
  ccl_dump_close(dumper);
}

/* What takes its place, by its number in the plan, from 0. */
static void dump_versions(ccl_dumper *dumper, ccl_versions versions) {
  for (size_t i = 0; i < versions.count; i++) {
    ccl_dump_open(dumper, "replaced-from");
    ccl_dump_day(dumper, versions.items[i].from);
    ccl_dump_count(dumper, versions.items[i].index);
    ccl_dump_close(dumper);
  }
}

static void dump_measure(ccl_dumper *dumper, const ccl_measure *measure) {
  open_named(dumper, "measure", measure->name, measure->type, measure->span);
  ccl_dump_expr(dumper, measure->value);
  dump_versions(dumper, measure->versions);
  ccl_dump_close(dumper);
}

/* ---- Tiers, grids, calendars, holidays ---- */

static void dump_tiers(ccl_dumper *dumper, const ccl_tiers *tiers) {
  static const char *const kinds[] = {
    [CCL_TIERS_PRICE] = "price", [CCL_TIERS_SHARE] = "share", [CCL_TIERS_LUMP] = "lump"
  };
  ccl_dump_open(dumper, "tiers");
  ccl_dump_name(dumper, tiers->name);
  ccl_dump_word(dumper, kinds[tiers->kind]);
  ccl_dump_type(dumper, tiers->type);
  ccl_dump_place(dumper, tiers->span);
  for (size_t i = 0; i < tiers->tier_count; i++) {
    const ccl_tier *tier = &tiers->tiers[i];
    ccl_dump_open(dumper, !tier->has_bound ? "beyond" : tier->excluded ? "less-than" : "up-to");
    if (tier->has_bound) {
      ccl_dump_figure(dumper, tier->bound, tiers->per);
      ccl_dump_unit(dumper, tiers->per);
    }
    ccl_dump_place(dumper, tier->span);
    ccl_dump_expr(dumper, tier->price);
    ccl_dump_part(dumper, "plus", tier->plus);
    ccl_dump_close(dumper);
  }
  dump_versions(dumper, tiers->versions);
  ccl_dump_close(dumper);
}

/* "FR", "*", "10..20": numbers in base units, since a key has no unit of its own. */
static ccl_str key_text(const ccl_dumper *dumper, const ccl_grid_key *key) {
  ccl_type type = { .kind = key->value.kind };
  ccl_str low = key->has_low ? ccl_rat_text(key->low) : (ccl_str){ 0 };
  ccl_str high = key->has_high ? ccl_rat_text(key->high) : (ccl_str){ 0 };
  switch (key->kind) {
  case CCL_GRID_ANY: return CCL_STR("*");
  case CCL_GRID_RANGE: return ccl_str_join((const ccl_str[]){ low, high }, 2, CCL_STR(".."));
  case CCL_GRID_VALUE: break;
  }
  if (key->value.kind == CCL_KIND_NUMBER)
    return ccl_rat_text(key->value.as.number);
  return ccl_value_say(dumper->plan, type, key->value, CCL_LANG_EN);
}

static void dump_grid(ccl_dumper *dumper, const ccl_grid *grid) {
  open_named(dumper, "grid", grid->name, grid->type, grid->span);
  ccl_dump_open(dumper, "dimensions");
  for (size_t dim = 0; dim < grid->dim_count; dim++)
    ccl_dump_name(dumper, grid->dims[dim]);
  ccl_dump_close(dumper);
  for (size_t i = 0; i < grid->entry_count; i++) {
    const ccl_grid_entry *entry = &grid->entries[i];
    ccl_dump_open(dumper, "cell");
    ccl_dump_place(dumper, entry->span);
    for (size_t dim = 0; dim < grid->dim_count; dim++) {
      ccl_dump_open(dumper, "key");
      for (size_t k = 0; k < entry->key_counts[dim]; k++)
        ccl_dump_name(dumper, key_text(dumper, &entry->keys[dim][k]));
      ccl_dump_close(dumper);
    }
    ccl_dump_expr(dumper, entry->value);
    ccl_dump_close(dumper);
  }
  dump_versions(dumper, grid->versions);
  ccl_dump_close(dumper);
}

static ccl_str clock_text(int32_t seconds) {
  return ccl_str_printf("%02d:%02d:%02d", (int)seconds / 3600, (int)seconds / 60 % 60, (int)seconds % 60);
}

static void dump_slot(ccl_dumper *dumper, const ccl_slot *slot) {
  static const char *const heads[] = {
    [CCL_SLOT_DAYS] = "days",
    [CCL_SLOT_SPAN] = "span",
    [CCL_SLOT_HOLIDAYS] = "holidays",
    [CCL_SLOT_OTHERWISE] = "otherwise",
  };
  ccl_type weekday = { .kind = CCL_KIND_WEEKDAY };
  ccl_dump_open(dumper, heads[slot->kind]);
  if (slot->kind == CCL_SLOT_DAYS || slot->kind == CCL_SLOT_SPAN) {
    ccl_dump_value(dumper, weekday, ccl_value_weekday(slot->first_weekday));
    ccl_dump_value(dumper, weekday, ccl_value_weekday(slot->last_weekday));
  }
  if (slot->kind == CCL_SLOT_HOLIDAYS)
    ccl_dump_name(dumper, slot->holidays->name);
  if (slot->kind != CCL_SLOT_OTHERWISE) {
    ccl_dump_name(dumper, clock_text(slot->from));
    ccl_dump_name(dumper, clock_text(slot->to));
  }
  ccl_dump_close(dumper);
}

static void dump_calendar(ccl_dumper *dumper, const ccl_band_calendar *calendar) {
  ccl_dump_open(dumper, "calendar");
  ccl_dump_name(dumper, calendar->name);
  ccl_dump_place(dumper, calendar->span);
  for (size_t i = 0; i < calendar->calendar.band_count; i++) {
    const ccl_band *band = &calendar->calendar.bands[i];
    ccl_dump_open(dumper, "band");
    ccl_dump_name(dumper, band->name);
    for (size_t s = 0; s < band->slot_count; s++)
      dump_slot(dumper, &band->slots[s]);
    ccl_dump_close(dumper);
  }
  dump_versions(dumper, calendar->versions);
  ccl_dump_close(dumper);
}

static void dump_holiday(ccl_dumper *dumper, const ccl_holiday *holiday) {
  switch (holiday->kind) {
  case CCL_HOLIDAY_EACH:
    ccl_dump_open(dumper, "each");
    ccl_dump_name(dumper, ccl_str_printf("%02d-%02d", (int)holiday->month, (int)holiday->day));
    break;
  case CCL_HOLIDAY_EASTER:
    ccl_dump_open(dumper, "easter");
    ccl_dump_count(dumper, holiday->shift);
    break;
  case CCL_HOLIDAY_ON:
    ccl_dump_open(dumper, "on");
    ccl_dump_day(dumper, holiday->date);
    break;
  }
  ccl_dump_quoted(dumper, holiday->name);
  ccl_dump_close(dumper);
}

static void dump_holidays(ccl_dumper *dumper, const ccl_holidays *holidays) {
  ccl_dump_open(dumper, "holidays");
  ccl_dump_name(dumper, holidays->name);
  for (size_t i = 0; i < holidays->count; i++)
    dump_holiday(dumper, &holidays->items[i]);
  ccl_dump_close(dumper);
}

/* ---- The whole ---- */

static void dump_figures(ccl_dumper *dumper) {
  const ccl_plan *plan = dumper->plan;
  for (uint32_t i = 0; i < plan->activities_count; i++)
    dump_activity(dumper, i);
  for (size_t i = 0; i < plan->dims_count; i++)
    dump_dim(dumper, &plan->dims[i]);
  for (size_t i = 0; i < plan->inputs_count; i++)
    dump_input(dumper, &plan->inputs[i]);
  for (size_t i = 0; i < plan->series_count; i++)
    dump_series(dumper, &plan->series[i]);
  for (size_t i = 0; i < plan->parameters_count; i++)
    dump_parameter(dumper, &plan->parameters[i]);
  for (size_t i = 0; i < plan->functions_count; i++)
    dump_function(dumper, &plan->functions[i]);
  for (size_t i = 0; i < plan->measures_count; i++)
    dump_measure(dumper, &plan->measures[i]);
  for (size_t i = 0; i < plan->tiers_count; i++)
    dump_tiers(dumper, &plan->tiers[i]);
  for (size_t i = 0; i < plan->grids_count; i++)
    dump_grid(dumper, &plan->grids[i]);
  for (size_t i = 0; i < plan->calendars_count; i++)
    dump_calendar(dumper, &plan->calendars[i]);
  for (size_t i = 0; i < plan->holidays_count; i++)
    dump_holidays(dumper, &plan->holidays[i]);
}

void ccl_plan_dump_at(const ccl_plan *plan, const ccl_sources *sources, ccl_buf *out) {
  ccl_buf text = { 0 };
  ccl_dumper dumper = { .plan = plan, .sources = sources, .out = &text, .activity = CCL_NONE };
  ccl_dump_open(&dumper, "plan");
  ccl_dump_quoted(&dumper, plan->header.title);
  ccl_dump_open(&dumper, "queries");
  for (size_t i = 0; i < plan->queries_count; i++)
    dump_query(&dumper, i);
  ccl_dump_close(&dumper);
  ccl_dump_open(&dumper, "figures");
  dump_figures(&dumper);
  ccl_dump_close(&dumper);
  ccl_dump_open(&dumper, "rules");
  ccl_dump_rules(&dumper);
  ccl_dump_close(&dumper);
  ccl_dump_close(&dumper);
  ccl_buf_char(&text, '\n');
  ccl_buf_add(out, ccl_buf_str(&text));
}

void ccl_plan_dump(const ccl_plan *plan, ccl_buf *out) {
  ccl_plan_dump_at(plan, NULL, out);
}
