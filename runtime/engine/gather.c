/* SPDX-License-Identifier: Apache-2.0 */
/* One row after the other, one class after the other. What a row brings waits until every class has seen it. */
#include "engine/gather.h"

#include <inttypes.h>

#include "base/limits.h"

ccl_gather *ccl_gather_new(const ccl_plan *plan, const ccl_supply *supply, uint32_t activity, ccl_intake *intake) {
  ccl_gather *gather = ccl_new(ccl_gather);
  gather->plan = plan;
  gather->intake = intake;
  gather->rows = ccl_rows_new(plan, supply, activity);
  gather->classes.plan = plan;
  return gather;
}

/* ---- What stops a row ---- */

/* A row whose place or group cannot be known: an error of the data, with the code of what failed. */
static void drop_row(ccl_gather *gather, uint32_t field, const ccl_message *missing, const ccl_message *troubled,
                     ccl_value value) {
  const ccl_rows *rows = gather->rows;
  ccl_fault fault = { .message = missing, .arg_count = 1 };
  fault.args[0] = fault.column = field == CCL_NONE ? (ccl_str){ NULL, 0 } : rows->activity->fields[field].name;
  if (value.state == CCL_TROUBLE) {
    const ccl_trouble *trouble = value.as.trouble;
    ccl_message *own = ccl_new(ccl_message);
    *own = *troubled;
    own->code = trouble->code;
    fault.message = own;
    ccl_str between = trouble->subject.len > 0 && trouble->detail.len > 0 ? CCL_STR(": ") : (ccl_str){ NULL, 0 };
    fault.args[1] = fault.found = ccl_str_join((const ccl_str[]){ trouble->subject, trouble->detail }, 2, between);
    if (fault.args[1].len == 0)
      fault.args[1] = ccl_str_from(ccl_code_text(trouble->code));
    fault.arg_count = 2;
  }
  ccl_intake_drop(gather->intake, rows->batch, rows->row, fault);
}

static void stop_at_groups(ccl_gather *gather, const ccl_class *class) {
  ccl_str *names = ccl_new_array(ccl_str, class->first->dim_count);
  for (size_t i = 0; i < class->first->dim_count; i++)
    names[i] = gather->plan->dims[class->first->dims[i]].name;
  ccl_faults_stop(gather->intake->faults, ccl_intake_place(gather->rows->batch, gather->rows->row),
                  &ccl_data_say_many_groups,
                  CCL_ARGS(ccl_str_printf("%d", CCL_LIMIT_GROUPS),
                           ccl_str_join(names, class->first->dim_count, CCL_STR(", ")), gather->rows->activity->name));
  gather->stopped = true;
}

/* ---- Conditions ---- */

/* The surroundings of the class's expressions: parameters on the row's day, or on the piece's. */
static void surround(ccl_rows *rows, const ccl_class *class, ccl_day day, const ccl_piece *piece) {
  rows->query = class->query;
  rows->outer = class->first->outer;
  rows->day = day;
  rows->has_day = true;
  rows->piece = piece;
}

static ccl_value decide(ccl_gather *gather, uint32_t number) {
  ccl_condition *condition = &gather->classes.conditions.items[number];
  if (condition->memo.stamp != gather->rows->stamp) {
    ccl_value value = ccl_compute(&gather->rows->env, condition->expr);
    condition = &gather->classes.conditions.items[number];
    condition->memo = (ccl_row_memo){ gather->rows->stamp, value };
  }
  return condition->memo.value;
}

static bool holds(ccl_value value) {
  return value.state == CCL_KNOWN && value.as.truth;
}

/* Whether the filters let the row stay (6.7). A filter that cannot be computed gives *trouble. */
static bool passes_filters(ccl_gather *gather, const ccl_class *class, ccl_day day, const ccl_trouble **trouble) {
  for (size_t i = 0; i < class->first->filter_count; i++) {
    const ccl_row_filter *filter = &class->first->filters[i];
    if (filter->activity != class->query->activity)
      continue;
    bool hit = ccl_dayset_has(filter->days, day);
    if (hit && filter->where) {
      ccl_value value = decide(gather, class->filter_conditions[i]);
      if (value.state == CCL_TROUBLE) {
        *trouble = value.as.trouble;
        return true;
      }
      hit = holds(value);
    }
    if (hit != filter->keep)
      return false;
  }
  return true;
}

/* ---- Groups ---- */

/* The calendar that the name of this one means on the day (clause 8). */
static const ccl_band_calendar *calendar_on(const ccl_plan *plan, uint32_t named, ccl_day day) {
  return &plan->calendars[ccl_version_on(plan->calendars[named].versions, named, day)];
}

/* The keys of the row's group into gather->keys. False: one is missing, and the row has left. */
static bool find_keys(ccl_gather *gather, const ccl_class *class, const ccl_piece *piece) {
  for (size_t i = 0; i < class->first->dim_count; i++) {
    uint32_t field = class->dim_fields[i];
    if (field == CCL_NONE) {
      const ccl_band_calendar *calendar = calendar_on(gather->plan, class->query->split, piece->day);
      if (piece->band == CCL_NO_BAND)
        CCL_BUG("a calendar that leaves a time without a band");
      gather->keys[i] = ccl_value_choice(calendar->choices[piece->band]);
      continue;
    }
    ccl_value value = ccl_rows_field(gather->rows, field);
    if (value.state != CCL_KNOWN) {
      drop_row(gather, field, &ccl_data_say_missing_group, &ccl_data_say_group_trouble, value);
      return false;
    }
    gather->keys[i] = value;
  }
  return true;
}

/* ---- What a row brings ---- */

/* Fields of data added up, without computing. False: something is missing (*missing), or does not fit. */
static bool sum_fields(const ccl_rows *rows, const ccl_class *class, ccl_figure *out, bool *missing) {
  int64_t sum = 0;
  int32_t places = 0;
  *missing = false;
  for (size_t i = 0; i < class->term_count; i++) {
    const ccl_column *column = &rows->batch->columns[class->terms[i]];
    if (!column->present[rows->row]) {
      *missing = true;
      return false;
    }
    int64_t figure = column->wide[rows->row];
    int32_t own = column->narrow[rows->row];
    if (own == CCL_FIGURE_EXACT)
      return false;
    int32_t common = own > places ? own : places;
    if (__builtin_mul_overflow(sum, ccl_power_of_ten(common - places), &sum) ||
        __builtin_mul_overflow(figure, ccl_power_of_ten(common - own), &figure))
      return false;
    if (class->negative[i] ? __builtin_sub_overflow(sum, figure, &sum) : __builtin_add_overflow(sum, figure, &sum))
      return false;
    places = common;
  }
  *out = (ccl_figure){ sum, places, CCL_RAT_ZERO };
  return true;
}

static void bring_value(ccl_bring *bring, ccl_value value) {
  bring->value = value;
  if (value.state == CCL_TROUBLE)
    bring->kind = CCL_BRINGS_TROUBLE;
  else
    bring->kind = value.state == CCL_KNOWN ? CCL_BRINGS_VALUE : CCL_BRINGS_NOTHING;
}

static void bring_combination(ccl_gather *gather, ccl_class *class, ccl_bring *bring) {
  const ccl_query *query = class->query;
  for (size_t i = 0; i < query->what_count; i++) {
    ccl_value value = ccl_compute(&gather->rows->env, query->what[i]);
    if (value.state != CCL_KNOWN) {
      bring_value(bring, value);
      return;
    }
    gather->keys[i] = value;
  }
  bring->kind = CCL_BRINGS_COMBINATION;
  bring->combination = ccl_cells_combination(&class->cells, gather->keys, query->what_count);
}

/* From the dated_by field to the until field, or of a piece its length. */
static ccl_value duration(const ccl_gather *gather, const ccl_class *class, const ccl_piece *piece) {
  ccl_rows *rows = gather->rows;
  if (piece)
    return ccl_value_number(ccl_instant_minus(piece->to, piece->from));
  ccl_value from = ccl_rows_field(rows, class->query->dated_by), to = ccl_rows_field(rows, rows->activity->until);
  if (from.state != CCL_KNOWN)
    return from;
  if (to.state != CCL_KNOWN)
    return to;
  return ccl_value_number(ccl_instant_minus(ccl_rows_instant(rows, to), ccl_rows_instant(rows, from)));
}

static void find_value(ccl_gather *gather, ccl_class *class, const ccl_piece *piece, ccl_bring *bring) {
  bool missing = false;
  switch (class->query->kind) {
  case CCL_QUERY_COUNT: return;
  case CCL_QUERY_DURATION: bring_value(bring, duration(gather, class, piece)); return;
  case CCL_QUERY_DISTINCT: bring_combination(gather, class, bring); return;
  case CCL_QUERY_SUM:
    if (class->sums_fields && sum_fields(gather->rows, class, &bring->figure, &missing)) {
      bring->kind = CCL_BRINGS_FIGURE;
      return;
    }
    if (missing)
      return;
    break;
  case CCL_QUERY_LOWEST:
  case CCL_QUERY_HIGHEST:
  case CCL_QUERY_MEDIAN:
  case CCL_QUERY_PERCENTILE: break;
  case CCL_QUERY_SHARE:
  case CCL_QUERY_AVERAGE: CCL_BUG("an aggregate that no executor knows");
  }
  bring_value(bring, ccl_compute(&gather->rows->env, class->query->what[0]));
}

/* A row or a piece that lies in the span and has passed the filters. False: the row has left. */
static bool bring_row(ccl_gather *gather, ccl_class *class, uint32_t span, const ccl_piece *piece,
                      const ccl_trouble *trouble) {
  ccl_bring bring = { .span = span };
  if (!trouble && class->query->where) {
    ccl_value value =
        class->where != CCL_NONE ? decide(gather, class->where) : ccl_compute(&gather->rows->env, class->query->where);
    if (value.state == CCL_TROUBLE)
      trouble = value.as.trouble;
    else if (!holds(value))
      return true;
  }
  if (class->first->dim_count > 0) {
    if (!find_keys(gather, class, piece))
      return false;
    bring.group = ccl_cells_group(&class->cells, gather->keys);
    if (class->cells.keys.len > CCL_LIMIT_GROUPS) {
      stop_at_groups(gather, class);
      return false;
    }
  }
  if (trouble) {
    bring.kind = CCL_BRINGS_TROUBLE;
    bring.value.as.trouble = trouble;
  } else {
    find_value(gather, class, piece, &bring);
  }
  gather->troubled = gather->troubled || bring.kind == CCL_BRINGS_TROUBLE;
  if (bring.kind == CCL_BRINGS_TROUBLE)
    bring.value.as.trouble =
        ccl_rows_trouble(gather->rows, bring.value.as.trouble, gather->intake->faults->diags->sources);
  ccl_vec_push(&gather->brings, bring);
  ccl_vec_push(&gather->bringers, class);
  return true;
}

/* ---- split by ---- */

/* What of a row is cut into pieces, and what was decided for all of them. */
typedef struct stretch {
  ccl_instant from, to;
  bool stays; /* by the filters */
  const ccl_trouble *trouble;
} stretch;

/* The pieces that one version of the calendar makes, on the days on which it is in force. */
static bool bring_version(ccl_gather *gather, ccl_class *class, size_t version, stretch row, bool *in_window) {
  ccl_versions versions = gather->plan->calendars[class->query->split].versions;
  ccl_piece piece;
  ccl_splitter_begin(&class->splitters[version], row.from, row.to);
  while (ccl_splitter_next(&class->splitters[version], &piece)) {
    uint32_t span = ccl_class_span_of(class, piece.day);
    if (span == CCL_NO_SPAN_OF_DAYS ||
        ccl_version_on(versions, class->query->split, piece.day) != class->calendars[version])
      continue;
    *in_window = true;
    if (!row.stays)
      continue;
    surround(gather->rows, class, piece.day, &piece);
    if (!bring_row(gather, class, span, &piece, row.trouble))
      return false;
  }
  return true;
}

/* Cuts the row into pieces; those outside the days of the class are not even made. */
static bool bring_pieces(ccl_gather *gather, ccl_class *class, ccl_day day, bool *in_window) {
  ccl_rows *rows = gather->rows;
  ccl_value until = ccl_rows_field(rows, rows->activity->until);
  if (class->span_count == 0 || until.state != CCL_KNOWN)
    return true;
  const ccl_trouble *trouble = NULL;
  surround(rows, class, day, NULL);
  bool stays = passes_filters(gather, class, day, &trouble);
  const ccl_zone *zone = gather->plan->header.zone;
  ccl_instant from = ccl_rows_instant(rows, ccl_rows_day(rows, class->query->dated_by)->value),
              to = ccl_rows_instant(rows, until);
  /* A day more on each side: local midnights may be passed twice. */
  ccl_day first = class->spans[0].from, last = class->spans[class->span_count - 1].to;
  if (first > CCL_DAY_MIN + 1) {
    ccl_instant start = { ccl_zone_day_start(zone, first - 1), 0 };
    from = ccl_instant_cmp(from, start) < 0 ? start : from;
  }
  if (last < CCL_DAY_MAX - 2) {
    ccl_instant end = { ccl_zone_day_start(zone, last + 2), 0 };
    to = ccl_instant_cmp(to, end) > 0 ? end : to;
  }
  for (size_t i = 0; i < class->splitter_count; i++)
    if (!bring_version(gather, class, i, (stretch){ from, to, stays, trouble }, in_window))
      return false;
  rows->piece = NULL;
  return true;
}

/* ---- Rows ---- */

/* One class sees the row. False: the row has left. */
static bool see(ccl_gather *gather, ccl_class *class, bool *in_window) {
  ccl_rows *rows = gather->rows;
  const ccl_row_day *placed = ccl_rows_day(rows, class->query->dated_by);
  if (!placed->known) {
    if (placed->value.state != CCL_TROUBLE)
      return true; /* left out: it has no day by this field */
    drop_row(gather, class->query->dated_by, &ccl_data_say_missing_group, &ccl_data_say_day_trouble, placed->value);
    return false;
  }
  ccl_day day = placed->day;
  if (class->query->split != CCL_NONE)
    return bring_pieces(gather, class, day, in_window);
  uint32_t span = ccl_class_span_of(class, day);
  if (span == CCL_NO_SPAN_OF_DAYS)
    return true;
  *in_window = true;
  const ccl_trouble *trouble = NULL;
  surround(rows, class, day, NULL);
  return !passes_filters(gather, class, day, &trouble) || bring_row(gather, class, span, NULL, trouble);
}

/* Room for the keys of a group and for the values of a combination. */
static void make_room(ccl_gather *gather) {
  size_t most = gather->key_room;
  for (size_t i = 0; i < gather->classes.all.len; i++) {
    const ccl_class *class = gather->classes.all.items[i];
    if (class->first->dim_count > most)
      most = class->first->dim_count;
    if (class->query->what_count > most)
      most = class->query->what_count;
  }
  if (most > gather->key_room)
    gather->keys = ccl_new_array(ccl_value, most);
  gather->key_room = most;
}

static void gather_row(ccl_gather *gather, const ccl_batch *batch, size_t row) {
  ccl_rows_go(gather->rows, batch, row);
  gather->brings.len = 0;
  gather->bringers.len = 0;
  bool in_window = false;
  for (size_t i = 0; i < gather->classes.all.len; i++)
    if (!see(gather, gather->classes.all.items[i], &in_window))
      return;
  for (size_t i = 0; i < gather->brings.len; i++)
    ccl_cells_add(&gather->bringers.items[i]->cells, &gather->brings.items[i]);
  gather->rows->query = NULL;
  const ccl_row_day *own = ccl_rows_day(gather->rows, gather->rows->activity->dated_by);
  in_window = in_window || (gather->window_days && own->known && ccl_dayset_has(*gather->window_days, own->day));
  if (in_window && gather->in_windows)
    ccl_bits_set(gather->in_windows, batch->numbers[row]);
  if (gather->counts && own->known)
    ccl_day_counts_add(gather->counts, own->day);
}

void ccl_gather_batch(ccl_gather *gather, const ccl_batch *batch) {
  make_room(gather);
  for (size_t row = 0; row < batch->count && !gather->stopped; row++)
    gather_row(gather, batch, row);
  for (size_t i = 0; i < gather->classes.all.len; i++)
    ccl_cells_relieve(&gather->classes.all.items[i]->cells);
}
