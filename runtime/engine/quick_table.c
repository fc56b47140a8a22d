/* SPDX-License-Identifier: Apache-2.0 */
/* Tables: the ordinary evaluator on a sample row for each code of a column, or each combination of codes. */
#include "engine/quick.h"

/* Keys of one table; beyond, rows go the ordinary way. */
enum { MOST_KEYS = 4096 };

/* ---- The sample row ---- */

/* Puts the value of a code into the sample. False: there is no such value. */
static bool put_sample(ccl_quick *quick, uint32_t field, uint32_t code, const ccl_dictionary *dictionary) {
  const ccl_field *of = &quick->activity->fields[field];
  ccl_column *column = &quick->sample->columns[field];
  ccl_value value = ccl_value_absent();
  const ccl_dates *dates = quick->dates[field];
  if (dates) {
    uint32_t slot = code % dates->slots;
    bool missing = code < dates->slots;
    if (!missing && dates->starts[code] == CCL_SLOT_IRREGULAR)
      return false;
    if (!missing && dates->is_day)
      value = ccl_value_day(dates->days[code]);
    else if (!missing)
      value = ccl_value_instant((ccl_instant){ dates->starts[code] + (int64_t)slot * dates->slot_seconds, 0 });
  } else if (of->kind == CCL_FIELD_TEXT) {
    if (code > 0)
      value = ccl_value_text(dictionary->entries[code - 1].text);
  } else if (code + 1 < ccl_quick_codes(quick, field)) {
    value = of->kind == CCL_FIELD_BOOLEAN ? ccl_value_bool(code == 1) : ccl_value_choice(of->choices[code]);
  }
  ccl_column_put(column, 0, value);
  return true;
}

static void surround(ccl_quick *quick, const ccl_class *class) {
  ccl_rows *rows = quick->gather->rows;
  ccl_rows_go(rows, quick->sample, 0);
  const ccl_row_day *own = ccl_rows_day(rows, quick->activity->dated_by);
  rows->query = class->query;
  rows->outer = class->first->outer;
  rows->day = own->day;
  rows->has_day = own->known;
  rows->piece = NULL;
}

ccl_value ccl_quick_compute(ccl_quick *quick, const ccl_class *class, const ccl_expr *expr) {
  surround(quick, class);
  return ccl_compute(&quick->gather->rows->env, expr);
}

/* ---- Values ---- */

static uint32_t number_of_key(ccl_quick_table *table, ccl_value value) {
  if (value.state != CCL_KNOWN)
    return value.state == CCL_ABSENT ? CCL_QUICK_MISSING : CCL_QUICK_DOUBT;
  for (size_t i = 0; i < table->keys.len; i++)
    if (ccl_value_eq(table->keys.items[i], value))
      return (uint32_t)i;
  if (table->keys.len == MOST_KEYS)
    return CCL_QUICK_DOUBT;
  ccl_vec_push(&table->keys, ccl_value_keep(value));
  return (uint32_t)table->keys.len - 1;
}

/* What the table says of the sample. */
static uint32_t value_on_sample(ccl_quick *quick, ccl_quick_table *table) {
  surround(quick, table->class);
  ccl_rows *rows = quick->gather->rows;
  switch (table->kind) {
  case CCL_QUICK_SPAN: {
    uint32_t span = rows->has_day ? ccl_class_span_of(table->class, rows->day) : CCL_NO_SPAN_OF_DAYS;
    return span == CCL_NO_SPAN_OF_DAYS ? CCL_QUICK_MISSING : span;
  }
  case CCL_QUICK_DAYS: return rows->has_day && ccl_dayset_has(*table->days, rows->day);
  case CCL_QUICK_FIELD: return number_of_key(table, ccl_rows_field(rows, table->field));
  case CCL_QUICK_EXPR: break;
  }
  ccl_value value = ccl_compute(&rows->env, table->expr);
  if (table->is_key)
    return number_of_key(table, value);
  if (value.state == CCL_TROUBLE || value.state == CCL_UNKNOWN)
    return CCL_QUICK_DOUBT;
  return value.state == CCL_KNOWN && value.as.truth;
}

void ccl_quick_fill_shared(ccl_quick *quick, ccl_quick_table *table, uint32_t from, uint32_t to) {
  for (uint32_t code = from; code < to; code++)
    table->shared[code] =
        put_sample(quick, table->lanes[0], code, NULL) ? value_on_sample(quick, table) : CCL_QUICK_DOUBT;
  ccl_column_put(&quick->sample->columns[table->lanes[0]], 0, ccl_value_absent());
}

void ccl_quick_fill_day(ccl_quick *quick, uint32_t field, uint32_t number) {
  uint32_t slots = quick->dates[field]->slots;
  for (size_t i = 0; i < quick->tables.len; i++) {
    ccl_quick_table *table = &quick->tables.items[i];
    if (table->shared && table->lanes[0] == field)
      ccl_quick_fill_shared(quick, table, number * slots, (number + 1) * slots);
  }
}

/* The codes of the lanes that a thread's own number stands for: pairs of pairs. */
static bool put_combination(ccl_quick *quick, const ccl_quick_thread *thread, uint32_t number, size_t index) {
  const ccl_quick_table *table = &quick->tables.items[index];
  bool good = true;
  for (size_t i = table->lane_count; i-- > 0;) {
    uint32_t code = number;
    if (i > 0) {
      const ccl_quick_pairs *pairs = &thread->combinations[index][i - 1];
      code = pairs->rights[number];
      number = pairs->lefts[number];
    }
    uint32_t lane = table->lanes[i];
    good = put_sample(quick, lane, code, &thread->lanes[lane].dictionary) && good;
  }
  return good;
}

void ccl_quick_fill_own(ccl_quick *quick, ccl_quick_thread *thread, uint32_t index) {
  ccl_quick_table *table = &quick->tables.items[index];
  thread->own[index] =
      ccl_plain_grow(thread->own[index], &thread->own_cap[index], thread->own_need[index], sizeof *thread->own[index]);
  for (size_t code = thread->own_len[index]; code < thread->own_need[index]; code++)
    thread->own[index][code] =
        put_combination(quick, thread, (uint32_t)code, index) ? value_on_sample(quick, table) : CCL_QUICK_DOUBT;
  thread->own_len[index] = thread->own_need[index];
  for (size_t i = 0; i < table->lane_count; i++)
    ccl_column_put(&quick->sample->columns[table->lanes[i]], 0, ccl_value_absent());
}

ccl_value ccl_quick_lane_value(const ccl_quick *quick, const ccl_lane *lane, uint32_t code) {
  uint32_t field = lane->number;
  if (quick->dates[field])
    return ccl_value_day(quick->dates[field]->days[code]);
  if (lane->field->kind == CCL_FIELD_TEXT)
    return ccl_value_text(lane->dictionary.entries[code - 1].text);
  if (lane->field->kind == CCL_FIELD_BOOLEAN)
    return ccl_value_bool(code == 1);
  return ccl_value_choice(lane->field->choices[code]);
}
