/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inputs and series from outside. Their files are read as an activity of texts would be (encodings, delimiters, quotes, missing columns: all of it is the
 * readers'), then each figure is judged here.
 */
#include "data/outside.h"

#include "data/figure.h"
#include "data/reader.h"
#include "plan/compute.h"

enum { SHEET_COLUMNS = 3, SHEET_BLOCK = 65536 };

/* ---- Files as rows of texts ---- */

typedef struct sheet_row {
  ccl_str cells[SHEET_COLUMNS];
  ccl_str where; /* "kpi.csv:7" */
} sheet_row;

typedef CCL_VEC(sheet_row) sheet;

static ccl_shape shape_of(ccl_str path) {
  return ccl_str_ends(path, CCL_STR(".tsv"))                                               ? CCL_SHAPE_TSV
         : ccl_str_ends(path, CCL_STR(".jsonl")) || ccl_str_ends(path, CCL_STR(".ndjson")) ? CCL_SHAPE_JSON_LINES
         : ccl_str_ends(path, CCL_STR(".json"))                                            ? CCL_SHAPE_JSON
                                                                                           : CCL_SHAPE_CSV;
}

/* A plan of one activity whose fields are texts of these names. */
static ccl_plan *sheet_plan(const ccl_str *columns, size_t count) {
  ccl_plan *plan = ccl_new(ccl_plan);
  ccl_activity *activity = ccl_new(ccl_activity);
  ccl_field *fields = ccl_new_array(ccl_field, count);
  ccl_str *names = ccl_new_array(ccl_str, count);
  for (size_t i = 0; i < count; i++) {
    names[i] = columns[i];
    fields[i] = (ccl_field){ .name = columns[i],
                             .kind = CCL_FIELD_TEXT,
                             .type = { CCL_KIND_TEXT, NULL },
                             .columns = &names[i],
                             .column_count = 1,
                             .dimension = CCL_NONE };
  }
  *activity = (ccl_activity){ .name = CCL_STR("figures"),
                              .fields = fields,
                              .field_count = count,
                              .data_count = count,
                              .dated_by = CCL_NONE,
                              .until = CCL_NONE,
                              .key = CCL_NONE,
                              .keeping_latest = CCL_NONE,
                              .zone = ccl_zone_find(CCL_STR("UTC")) };
  plan->activities = activity;
  plan->activities_count = 1;
  return plan;
}

static void take_rows(const ccl_batch *batch, size_t columns, ccl_str path, sheet *rows) {
  for (size_t r = 0; r < batch->count; r++) {
    sheet_row row = { .where =
                          ccl_str_printf("%.*s:%llu", (int)path.len, path.ptr, (unsigned long long)batch->lines[r]) };
    for (size_t c = 0; c < columns; c++)
      row.cells[c] = ccl_str_copy(ccl_str_trim(ccl_batch_value(batch, (uint32_t)c, r).as.text));
    ccl_vec_push(rows, row);
  }
}

/* False: reported. */
static bool read_sheet(ccl_diags *diags, ccl_str path, const ccl_str *columns, size_t count, sheet *rows) {
  size_t errors = diags->errors;
  const ccl_plan *plan = sheet_plan(columns, count);
  ccl_faults faults;
  ccl_faults_init(&faults, diags, false);
  ccl_str paths[1] = { path };
  ccl_intake intake;
  ccl_intake_init(&intake, plan, 0, &faults, paths);
  ccl_intake_begin(&intake);
  ccl_origin *origin = ccl_new(ccl_origin);
  *origin = (ccl_origin){ .path = path, .gzipped = ccl_str_ends(path, CCL_STR(".gz")) };
  ccl_str name = origin->gzipped ? ccl_str_sub(path, 0, path.len - 3) : path;
  ccl_reader *reader =
      ccl_reader_open(&intake, origin, (ccl_reader_options){ shape_of(name), CCL_CHARSET_UTF8, SHEET_BLOCK, 0 });
  ccl_batch *batch = ccl_batch_new(intake.activity);
  bool more = true;
  while (more) {
    more = ccl_reader_fill(reader, batch);
    take_rows(batch, count, path, rows);
    ccl_faults_flush(&faults);
  }
  ccl_reader_close(reader);
  ccl_batch_free(batch);
  ccl_intake_end(&intake);
  ccl_faults_end(&faults);
  return diags->errors == errors;
}

/* ---- Figures ---- */

static void report_value(ccl_diags *diags, ccl_str where, const ccl_message *message, ccl_str name, ccl_str text) {
  if (where.len > 0)
    ccl_report_at(diags, message, where, CCL_ARGS(name, text));
  else
    ccl_report(diags, message, CCL_NO_SPAN, CCL_ARGS(name, text));
}

/* A figure in the declared unit; one declared in % carries its sign (clause 2). False: reported. */
static bool read_figure(ccl_diags *diags, ccl_str where, ccl_str name, ccl_str text, const ccl_unit *unit,
                        bool needs_sign, ccl_rat *out) {
  bool has_sign = ccl_str_ends(text, CCL_STR("%"));
  ccl_str digits = has_sign ? ccl_str_sub(text, 0, text.len - 1) : text;
  while (digits.len > 0 && (ccl_str_ends(digits, CCL_STR(" ")) || ccl_str_ends(digits, CCL_STR("\xC2\xA0")) ||
                            ccl_str_ends(digits, CCL_STR("\xE2\x80\xAF"))))
    digits.len -= digits.ptr[digits.len - 1] == ' ' ? 1 : digits.ptr[digits.len - 1] == '\xA0' ? 2 : 3;
  ccl_figure figure;
  const ccl_message *wrong = NULL;
  if (ccl_figure_read(digits, false, &figure) != CCL_FIGURE_READ)
    wrong = &ccl_data_say_outside_number;
  else if (has_sign && !unit->is_percent)
    wrong = &ccl_data_say_outside_percent;
  else if (!has_sign && unit->is_percent && needs_sign)
    wrong = &ccl_data_say_outside_no_percent;
  if (wrong != NULL) {
    report_value(diags, where, wrong, name, text);
    return false;
  }
  *out = ccl_rat_mul(ccl_figure_rat(figure), unit->scale);
  return true;
}

/* ---- Inputs ---- */

typedef struct input_list {
  CCL_VEC(ccl_input_figure) figures;
  CCL_VEC(ccl_str) places; /* of each, for a second one */
} input_list;

/* The place of the period in the list: where it is, or where it belongs. */
static size_t find_period(const input_list *list, ccl_days period) {
  size_t at = 0;
  while (at < list->figures.len && list->figures.items[at].period.from < period.from)
    at++;
  return at;
}

static bool has_period(const input_list *list, size_t at, ccl_days period) {
  return at < list->figures.len && list->figures.items[at].period.from == period.from;
}

static void insert_figure(input_list *list, size_t at, ccl_input_figure figure, ccl_str place) {
  ccl_vec_push(&list->figures, figure);
  ccl_vec_push(&list->places, place);
  for (size_t i = list->figures.len - 1; i > at; i--) {
    list->figures.items[i] = list->figures.items[i - 1];
    list->places.items[i] = list->places.items[i - 1];
  }
  list->figures.items[at] = figure;
  list->places.items[at] = place;
}

/* In the declared range, else reported. */
static bool read_input(const ccl_plan *plan, ccl_diags *diags, ccl_str where, uint32_t number, ccl_str text,
                       ccl_rat *figure) {
  const ccl_input *input = &plan->inputs[number];
  if (!read_figure(diags, where, input->name, text, input->type.unit, true, figure))
    return false;
  if (!input->has_range || (ccl_rat_cmp(*figure, input->low) >= 0 && ccl_rat_cmp(*figure, input->high) <= 0))
    return true;
  ccl_lang lang = diags->lang;
  ccl_args args = CCL_ARGS(input->name, text, ccl_value_say(plan, input->type, ccl_value_number(input->low), lang),
                           ccl_value_say(plan, input->type, ccl_value_number(input->high), lang));
  if (where.len > 0)
    ccl_report_at(diags, &ccl_data_say_input_out_of_range, where, args);
  else
    ccl_report(diags, &ccl_data_say_input_out_of_range, CCL_NO_SPAN, args);
  return false;
}

static uint32_t find_input(const ccl_plan *plan, ccl_str name) {
  for (size_t i = 0; i < plan->inputs_count; i++)
    if (ccl_str_eq(plan->inputs[i].name, name))
      return (uint32_t)i;
  return CCL_NONE;
}

static void take_input_row(const ccl_plan *plan, ccl_diags *diags, const sheet_row *row, input_list *lists) {
  ccl_period period;
  ccl_period_result result = ccl_cycle_parse(plan->header.cycle, row->cells[0], &period);
  uint32_t input = find_input(plan, row->cells[1]);
  ccl_rat figure;
  if (result == CCL_PERIOD_MALFORMED)
    ccl_report_at(diags, &ccl_data_say_outside_period, row->where, CCL_ARGS(row->cells[0]));
  if (result == CCL_PERIOD_NOT_BILLED)
    return; /* of another time: ignored (cli.md 3) */
  if (input == CCL_NONE) {
    ccl_report_at(diags, &ccl_data_say_unknown_input, row->where, CCL_ARGS(row->cells[1]));
    return;
  }
  if (!read_input(plan, diags, row->where, input, row->cells[2], &figure) || result == CCL_PERIOD_MALFORMED)
    return;
  input_list *list = &lists[input];
  size_t at = find_period(list, period.days);
  if (has_period(list, at, period.days))
    ccl_report_at(diags, &ccl_data_say_input_twice, row->where,
                  CCL_ARGS(row->cells[1], row->cells[0], list->places.items[at]));
  else
    insert_figure(list, at, (ccl_input_figure){ period.days, ccl_value_number(figure) }, row->where);
}

static void read_inputs(const ccl_plan *plan, ccl_diags *diags, const ccl_outside *outside, ccl_supply *supply) {
  static const ccl_str columns[SHEET_COLUMNS] = { CCL_STR_INIT("period"), CCL_STR_INIT("name"), CCL_STR_INIT("value") };
  input_list *lists = ccl_new_array(input_list, plan->inputs_count);
  for (size_t f = 0; f < outside->input_file_count; f++) {
    sheet rows = { 0 };
    if (read_sheet(diags, outside->input_files[f], columns, SHEET_COLUMNS, &rows))
      for (size_t i = 0; i < rows.len; i++)
        take_input_row(plan, diags, &rows.items[i], lists);
  }
  bool *typed = ccl_new_array(bool, plan->inputs_count);
  for (size_t i = 0; i < outside->input_count; i++) {
    ccl_typed_input given = outside->inputs[i];
    ccl_rat figure;
    if (!read_input(plan, diags, (ccl_str){ 0 }, given.input, given.value, &figure))
      continue;
    input_list *list = &lists[given.input];
    size_t at = find_period(list, outside->period);
    ccl_input_figure one = { outside->period, ccl_value_number(figure) };
    if (typed[given.input])
      report_value(diags, (ccl_str){ 0 }, &ccl_data_say_input_typed_twice, plan->inputs[given.input].name, given.value);
    else if (has_period(list, at, outside->period))
      list->figures.items[at] = one; /* what is typed wins */
    else
      insert_figure(list, at, one, (ccl_str){ 0 });
    typed[given.input] = true;
  }
  ccl_input_figures *figures = ccl_new_array(ccl_input_figures, plan->inputs_count);
  for (size_t i = 0; i < plan->inputs_count; i++)
    figures[i] = (ccl_input_figures){ lists[i].figures.items, lists[i].figures.len };
  supply->inputs = figures;
}

/* ---- Series ---- */

static const struct {
  ccl_str column;
  ccl_series_key key;
} series_columns[] = {
  { CCL_STR_INIT("month"), CCL_KEY_MONTH },
  { CCL_STR_INIT("date"), CCL_KEY_DATE },
  { CCL_STR_INIT("quarter"), CCL_KEY_QUARTER },
  { CCL_STR_INIT("year"), CCL_KEY_YEAR },
};

/* The days of a month, quarter or year of the calendar as typed, by the names of calendar/period.h. */
static bool read_key(ccl_str text, ccl_series_key key, ccl_days *days) {
  if (key == CCL_KEY_DATE) {
    bool is_date = ccl_day_parse(text, &days->from);
    days->to = days->from;
    return is_date;
  }
  static const ccl_billing billings[] = { [CCL_KEY_MONTH] = CCL_BILLING_MONTHLY,
                                          [CCL_KEY_QUARTER] = CCL_BILLING_QUARTERLY,
                                          [CCL_KEY_YEAR] = CCL_BILLING_YEARLY };
  ccl_cycle always = { billings[key], CCL_FISCAL_CALENDAR, { CCL_DAY_MIN, CCL_DAY_MAX } };
  ccl_period period;
  if (ccl_cycle_parse(always, text, &period) != CCL_PERIOD_FOUND)
    return false;
  *days = period.days;
  return true;
}

typedef CCL_VEC(ccl_series_row) series_rows;

/* A row more, in its place; another value for a key that is there is a conflict. */
static void add_series_row(ccl_diags *diags, const ccl_series *series, series_rows *rows, ccl_series_row row,
                           const sheet_row *from) {
  size_t at = rows->len;
  while (at > 0 && rows->items[at - 1].key.from >= row.key.from)
    at--;
  if (at < rows->len && rows->items[at].key.from == row.key.from) {
    if (!ccl_rat_eq(rows->items[at].value, row.value))
      ccl_report_at(diags, &ccl_data_say_series_conflict, from->where,
                    CCL_ARGS(series->name, from->cells[0], from->cells[1]));
    return;
  }
  ccl_vec_push(rows, row);
  for (size_t i = rows->len - 1; i > at; i--)
    rows->items[i] = rows->items[i - 1];
  rows->items[at] = row;
}

/* Which key the file has: the contract's, or, when the contract has no row, the first one whose column is there. */
static bool read_series_sheet(ccl_diags *diags, const ccl_series *series, ccl_str path, ccl_series_key *key,
                              sheet *rows) {
  for (size_t i = 0; i < sizeof series_columns / sizeof *series_columns; i++) {
    if (series->key_is_known && series_columns[i].key != series->key)
      continue;
    ccl_diags silent = { .sources = diags->sources, .lang_forced = diags->lang_forced, .lang = diags->lang };
    ccl_str columns[] = { series_columns[i].column, CCL_STR("value") };
    bool is_last = series->key_is_known || i + 1 == sizeof series_columns / sizeof *series_columns;
    *key = series_columns[i].key;
    *rows = (sheet){ 0 };
    if (read_sheet(is_last ? diags : &silent, path, columns, 2, rows))
      return true;
    bool no_column = silent.all.len == 1 && silent.all.items[0]->code == CCL_CODE_missing_column;
    if (!is_last && !no_column) /* it has the column: what is wrong is something else, said once more for good */
      return read_sheet(diags, path, columns, 2, rows);
  }
  return false;
}

static void read_series(const ccl_plan *plan, ccl_diags *diags, const ccl_outside *outside, ccl_supply *supply) {
  ccl_series_rows *result = ccl_new_array(ccl_series_rows, plan->series_count);
  for (size_t s = 0; s < plan->series_count; s++) {
    const ccl_series *series = &plan->series[s];
    series_rows rows = { 0 };
    for (size_t i = 0; i < series->row_count; i++)
      ccl_vec_push(&rows, series->rows[i]);
    for (size_t f = 0; f < outside->series_count; f++) {
      sheet cells = { 0 };
      ccl_series_key key;
      if (outside->series[f].series != s || !read_series_sheet(diags, series, outside->series[f].path, &key, &cells))
        continue;
      for (size_t i = 0; i < cells.len; i++) {
        ccl_series_row row;
        if (!read_key(cells.items[i].cells[0], key, &row.key))
          ccl_report_at(diags, &ccl_data_say_series_key, cells.items[i].where, CCL_ARGS(cells.items[i].cells[0]));
        else if (read_figure(diags, cells.items[i].where, series->name, cells.items[i].cells[1], series->type.unit,
                             false, &row.value))
          add_series_row(diags, series, &rows, row, &cells.items[i]);
      }
    }
    result[s] = (ccl_series_rows){ rows.items, rows.len };
  }
  supply->series = result;
}

bool ccl_outside_read(const ccl_plan *plan, ccl_diags *diags, const ccl_outside *outside, ccl_supply *supply) {
  size_t errors = diags->errors;
  *supply = ccl_supply_of(plan);
  read_inputs(plan, diags, outside, supply);
  read_series(plan, diags, outside, supply);
  return diags->errors == errors;
}
