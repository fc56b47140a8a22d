/* SPDX-License-Identifier: Apache-2.0 */
/* Answers the leaves of expressions for the row at hand. */
#include "engine/rows.h"

#include "data/intake.h"

enum { CACHED_DAYS = 64 };

/* Values of one parameter on days, by the day's last digits. */
typedef struct ccl_parameter_cache {
  struct {
    ccl_day day;
    bool filled;
    ccl_value value;
  } days[CACHED_DAYS];
} ccl_parameter_cache;

static ccl_value parameter_on(ccl_rows *rows, uint32_t parameter) {
  if (!rows->has_day)
    return ccl_value_absent();
  if (!rows->parameters)
    rows->parameters = ccl_new_array(ccl_parameter_cache, rows->plan->parameters_count);
  size_t place = (uint32_t)rows->day % CACHED_DAYS;
  ccl_parameter_cache *cache = &rows->parameters[parameter];
  if (!cache->days[place].filled || cache->days[place].day != rows->day) {
    cache->days[place].value = ccl_parameter_on(rows->plan, rows->env.supply, parameter, rows->day);
    cache->days[place].day = rows->day;
    cache->days[place].filled = true;
  }
  return cache->days[place].value;
}

/* The row's day decides what names mean (clause 8); without one nothing has been amended yet. */
static ccl_days when(ccl_env *env) {
  const ccl_rows *rows = env->self;
  ccl_day day = rows->has_day ? rows->day : CCL_DAY_MIN;
  return (ccl_days){ day, day };
}

static ccl_value outer_value(const ccl_rows *rows, const ccl_expr *expr) {
  if (rows->query)
    for (size_t i = 0; i < rows->query->outer_count; i++)
      if (rows->query->outer[i] == expr)
        return rows->outer[i];
  /* A condition after `overrides … where` has no query of its own; the contract's dates are the same everywhere. */
  if (expr->op == CCL_OP_CONTEXT && expr->index == CCL_CONTRACT_START)
    return ccl_value_day(rows->plan->header.cycle.contract.from);
  if (expr->op == CCL_OP_CONTEXT && expr->index == CCL_CONTRACT_END)
    return ccl_value_day(ccl_contract_days_on(rows->plan, rows->has_day ? rows->day : CCL_DAY_MIN).to);
  CCL_BUG("a row is asked for something that belongs to its context");
}

static ccl_value leaf(ccl_env *env, const ccl_expr *expr) {
  ccl_rows *rows = env->self;
  if (expr->op == CCL_OP_FIELD)
    return ccl_rows_field(rows, expr->index);
  if (expr->op == CCL_OP_PARAMETER)
    return parameter_on(rows, expr->index);
  return outer_value(rows, expr);
}

ccl_rows *ccl_rows_new(const ccl_plan *plan, const ccl_supply *supply, uint32_t activity) {
  ccl_rows *rows = ccl_new(ccl_rows);
  rows->plan = plan;
  rows->activity = &plan->activities[activity];
  rows->env = (ccl_env){ .plan = plan, .supply = supply, .leaf = leaf, .when = when, .self = rows };
  for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
    rows->env.bound[i] = ccl_value_absent();
  rows->derived = ccl_new_array(ccl_row_memo, rows->activity->field_count);
  rows->days = ccl_new_array(ccl_row_day, rows->activity->field_count);
  return rows;
}

void ccl_rows_go(ccl_rows *rows, const ccl_batch *batch, size_t row) {
  rows->batch = batch;
  rows->row = row;
  rows->stamp++;
  rows->piece = NULL;
  rows->query = NULL;
}

/* A derived field belongs to the whole row, on its own day, whatever the query at hand makes of it. */
static ccl_value derived(ccl_rows *rows, uint32_t field) {
  ccl_row_memo *memo = &rows->derived[field];
  if (memo->stamp == rows->stamp)
    return memo->value;
  const ccl_piece *piece = rows->piece;
  const ccl_query *query = rows->query;
  const ccl_value *arguments = rows->env.arguments;
  bool has_day = rows->has_day;
  ccl_day day = rows->day;
  rows->piece = NULL;
  rows->query = NULL;
  rows->env.arguments = NULL;
  const ccl_row_day *own = ccl_rows_day(rows, rows->activity->dated_by);
  rows->has_day = own->known;
  rows->day = own->day;
  ccl_value value = ccl_compute(&rows->env, rows->activity->fields[field].derive);
  rows->piece = piece;
  rows->query = query;
  rows->env.arguments = arguments;
  rows->has_day = has_day;
  rows->day = day;
  *memo = (ccl_row_memo){ rows->stamp, value };
  return value;
}

/* An end of the piece at hand, as the field that it stands for. */
static ccl_value piece_end(const ccl_rows *rows, uint32_t field, ccl_instant end, ccl_day day) {
  return rows->activity->fields[field].type.kind == CCL_KIND_DATE ? ccl_value_day(day) : ccl_value_instant(end);
}

ccl_value ccl_rows_field(ccl_rows *rows, uint32_t field) {
  if (rows->piece && field == rows->query->dated_by)
    return piece_end(rows, field, rows->piece->from, rows->piece->day);
  if (rows->piece && field == rows->activity->until)
    return piece_end(rows, field, rows->piece->to, rows->piece->day + 1);
  return field < rows->activity->data_count ? ccl_batch_value(rows->batch, field, rows->row) : derived(rows, field);
}

static ccl_day day_of_instant(ccl_rows *rows, int64_t seconds) {
  if (seconds < rows->span.from || seconds >= rows->span.to)
    rows->span = ccl_zone_span_at(rows->plan->header.zone, seconds);
  int64_t local = seconds + rows->span.offset;
  int64_t day = local >= 0 ? local / CCL_DAY_SECONDS : -((CCL_DAY_SECONDS - 1 - local) / CCL_DAY_SECONDS);
  if (day < CCL_DAY_MIN)
    return CCL_DAY_MIN;
  return day > CCL_DAY_MAX ? CCL_DAY_MAX : (ccl_day)day;
}

const ccl_row_day *ccl_rows_day(ccl_rows *rows, uint32_t field) {
  ccl_row_day *memo = &rows->days[field];
  if (memo->stamp == rows->stamp)
    return memo;
  /* Noted first: a derived field by which its own activity is dated has no day while it is computed. */
  *memo = (ccl_row_day){ .stamp = rows->stamp };
  const ccl_piece *piece = rows->piece;
  rows->piece = NULL;
  ccl_value value = ccl_rows_field(rows, field);
  rows->piece = piece;
  memo->value = value;
  if (value.state != CCL_KNOWN)
    return memo;
  memo->known = true;
  memo->day = value.kind == CCL_KIND_DATE ? value.as.day : day_of_instant(rows, value.as.instant.seconds);
  return memo;
}

ccl_instant ccl_rows_instant(const ccl_rows *rows, ccl_value value) {
  if (value.kind == CCL_KIND_TIMESTAMP)
    return value.as.instant;
  return (ccl_instant){ ccl_zone_day_start(rows->plan->header.zone, value.as.day), 0 };
}

const ccl_trouble *ccl_rows_trouble(const ccl_rows *rows, const ccl_trouble *trouble, const ccl_sources *sources) {
  ccl_str place = ccl_row_place_text(sources, ccl_intake_place(rows->batch, rows->row));
  ccl_str detail = place;
  if (trouble->detail.len > 0)
    detail = ccl_str_printf("%.*s (%.*s)", (int)trouble->detail.len, trouble->detail.ptr, (int)place.len, place.ptr);
  return ccl_trouble_new(trouble->code, trouble->at, trouble->subject, detail).as.trouble;
}
