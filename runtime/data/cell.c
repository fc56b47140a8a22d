/* SPDX-License-Identifier: Apache-2.0 */
/* Cells into columns, kind by kind. */
#include "data/cell.h"

#include "base/limits.h"
#include "base/utf8.h"

enum { UNKNOWN_WORD = -1, LONGEST_WORD = 64 };

void ccl_field_reader_init(ccl_field_reader *reader, const ccl_plan *plan, const ccl_activity *activity, uint32_t field,
                           ccl_column *column, bool comma) {
  *reader = (ccl_field_reader){
    .plan = plan, .activity = activity, .field = &activity->fields[field], .column = column, .comma = comma
  };
  if (reader->field->type.unit)
    reader->scale = ccl_figure_scale_of(reader->field->type.unit->scale);
  if (reader->field->format.len > 0)
    reader->format = ccl_moment_format_new(reader->field->format);
}

void ccl_field_reader_free(ccl_field_reader *reader) {
  ccl_table_free(&reader->words);
  ccl_plain_free(reader->meanings);
  if (reader->format)
    ccl_moment_format_free(reader->format);
}

/* ---- Numbers ---- */

static const ccl_message *figure_message(const ccl_field_reader *reader, ccl_figure_state state,
                                         const ccl_message *wrong) {
  switch (state) {
  case CCL_FIGURE_READ: return NULL;
  case CCL_FIGURE_COMMA: return &ccl_data_say_decimal_comma;
  case CCL_FIGURE_LARGE: return &ccl_data_say_large_number;
  case CCL_FIGURE_WRONG: break;
  }
  if (wrong == &ccl_data_say_bad_number && reader->comma)
    return &ccl_data_say_bad_number_comma;
  return wrong;
}

static const ccl_message *read_number(ccl_field_reader *reader, ccl_str text, size_t row) {
  ccl_figure figure;
  ccl_figure_state state = ccl_figure_read(text, reader->comma, &figure);
  if (state == CCL_FIGURE_WRONG && reader->field->kind == CCL_FIELD_DURATION) {
    /* Hours, minutes and seconds are what they are, whatever the field's unit. */
    state = ccl_figure_read_clock(text, reader->comma, &figure);
    if (state == CCL_FIGURE_READ)
      ccl_column_put_figure(reader->column, row, figure);
    return figure_message(reader, state, &ccl_data_say_bad_duration);
  }
  if (state != CCL_FIGURE_READ)
    return figure_message(
        reader, state, reader->field->kind == CCL_FIELD_INTEGER ? &ccl_data_say_bad_whole : &ccl_data_say_bad_number);
  if (reader->field->kind == CCL_FIELD_INTEGER && figure.places != 0 && !ccl_rat_is_whole(ccl_figure_rat(figure)))
    return &ccl_data_say_bad_whole;
  figure = ccl_figure_scaled(figure, &reader->scale);
  if (figure.places == CCL_FIGURE_EXACT && ccl_rat_is_too_large(figure.exact))
    return &ccl_data_say_large_number;
  ccl_column_put_figure(reader->column, row, figure);
  return NULL;
}

/* ---- Dates and times ---- */

static const ccl_message *moment_message(const ccl_field_reader *reader, ccl_moment_state state) {
  switch (state) {
  case CCL_MOMENT_READ: return NULL;
  case CCL_MOMENT_NO_DAY: return &ccl_data_say_no_such_day;
  case CCL_MOMENT_NO_HOUR: return &ccl_data_say_no_such_hour;
  case CCL_MOMENT_WEEKDAY: return &ccl_data_say_wrong_weekday;
  case CCL_MOMENT_SKIPPED: return &ccl_data_say_local_time_skipped;
  case CCL_MOMENT_WRONG: break;
  }
  if (reader->format)
    return &ccl_data_say_bad_format;
  return reader->field->kind == CCL_FIELD_DATE ? &ccl_data_say_bad_date : &ccl_data_say_bad_time;
}

static const ccl_message *read_date(ccl_field_reader *reader, ccl_str text, size_t row) {
  ccl_moment moment;
  ccl_moment_state state =
      reader->format ? ccl_moment_read(reader->format, text, &moment) : ccl_moment_read_date(text, &moment.day);
  if (state != CCL_MOMENT_READ)
    return moment_message(reader, state);
  reader->column->present[row] = 1;
  reader->column->narrow[row] = moment.day;
  return NULL;
}

static const ccl_message *read_time(ccl_field_reader *reader, ccl_str text, size_t row) {
  ccl_moment moment;
  ccl_instant instant;
  ccl_moment_state state =
      reader->format ? ccl_moment_read(reader->format, text, &moment) : ccl_moment_read_iso(text, &moment);
  if (state == CCL_MOMENT_READ)
    state = ccl_moment_instant(moment, reader->activity->zone, &instant);
  if (state != CCL_MOMENT_READ)
    return moment_message(reader, state);
  reader->column->present[row] = 1;
  reader->column->wide[row] = instant.seconds;
  reader->column->narrow[row] = instant.nanos;
  return NULL;
}

/* ---- Words ---- */

static int32_t truth_of(ccl_str word) {
  static const char *const yes[] = { "true", "yes", "y", "oui", "o", "vrai", "1" };
  static const char *const no[] = { "false", "no", "n", "non", "faux", "0" };
  ccl_str folded = ccl_utf8_fold(word);
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    if (ccl_str_is(folded, yes[i]))
      return 1;
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    if (ccl_str_is(folded, no[i]))
      return 0;
  return UNKNOWN_WORD;
}

/* Exactly, else without case and accents when only one fits. */
static int32_t choice_of(const ccl_field_reader *reader, ccl_str word) {
  const ccl_field *field = reader->field;
  const ccl_str *names = reader->plan->choices;
  ccl_str plain = ccl_utf8_nfc(word);
  for (size_t i = 0; i < field->choice_count; i++)
    if (ccl_str_eq(names[field->choices[i]], word) || ccl_str_eq(ccl_utf8_nfc(names[field->choices[i]]), plain))
      return (int32_t)field->choices[i];
  ccl_str folded = ccl_utf8_fold(plain);
  int32_t found = UNKNOWN_WORD;
  for (size_t i = 0; i < field->choice_count; i++) {
    if (!ccl_str_eq(ccl_utf8_fold(names[field->choices[i]]), folded))
      continue;
    if (found != UNKNOWN_WORD)
      return UNKNOWN_WORD;
    found = (int32_t)field->choices[i];
  }
  return found;
}

int32_t ccl_field_meaning(const ccl_field_reader *reader, ccl_str word) {
  return reader->field->kind == CCL_FIELD_BOOLEAN ? truth_of(word) : choice_of(reader, word);
}

/* Each spelling is looked up in the names once. */
static const ccl_message *read_word(ccl_field_reader *reader, ccl_str text, size_t row) {
  int32_t meaning;
  if (text.len > LONGEST_WORD) {
    meaning = ccl_field_meaning(reader, text);
  } else {
    bool is_new;
    uint32_t number = ccl_table_put(&reader->words, text, &is_new);
    if (is_new) {
      reader->meanings =
          ccl_plain_grow(reader->meanings, &reader->meaning_cap, (size_t)number + 1, sizeof *reader->meanings);
      reader->meanings[number] = ccl_field_meaning(reader, text);
    }
    meaning = reader->meanings[number];
  }
  if (meaning == UNKNOWN_WORD)
    return reader->field->kind == CCL_FIELD_BOOLEAN ? &ccl_data_say_bad_truth : &ccl_data_say_unknown_choice;
  reader->column->present[row] = 1;
  reader->column->narrow[row] = meaning;
  return NULL;
}

/* ---- All ---- */

bool ccl_field_is_missing(const ccl_field_reader *reader, ccl_record_cell cell) {
  if (cell.form == CCL_CELL_ABSENT)
    return true;
  if (cell.text.len == 0)
    return cell.form == CCL_CELL_PLAIN || reader->field->kind != CCL_FIELD_TEXT;
  for (size_t i = 0; i < reader->activity->missing_count; i++)
    if (ccl_str_eq(cell.text, reader->activity->missing[i]))
      return true;
  return false;
}

const ccl_message *ccl_field_read(ccl_field_reader *reader, ccl_record_cell cell, size_t row, ccl_arena *texts) {
  const ccl_field *field = reader->field;
  if (field->kind != CCL_FIELD_TEXT && cell.form == CCL_CELL_QUOTED)
    cell.text = ccl_str_trim(cell.text);
  if (ccl_field_is_missing(reader, cell)) {
    reader->column->present[row] = 0;
    return field->optional ? NULL : &ccl_data_say_empty_cell;
  }
  if (cell.form == CCL_CELL_NESTED)
    return &ccl_data_say_nested;
  if (cell.text.len > CCL_LIMIT_CELL_BYTES)
    return &ccl_data_say_large_cell;
  switch (field->kind) {
  case CCL_FIELD_TIMESTAMP: return read_time(reader, cell.text, row);
  case CCL_FIELD_DATE: return read_date(reader, cell.text, row);
  case CCL_FIELD_DURATION:
  case CCL_FIELD_NUMBER:
  case CCL_FIELD_INTEGER:
  case CCL_FIELD_MONEY: return read_number(reader, cell.text, row);
  case CCL_FIELD_BOOLEAN:
  case CCL_FIELD_CHOICE: return read_word(reader, cell.text, row);
  case CCL_FIELD_TEXT: break;
  }
  reader->column->present[row] = 1;
  reader->column->texts[row] = ccl_arena_copy(texts, cell.text);
  return NULL;
}

ccl_str ccl_field_expected(const ccl_field_reader *reader, const ccl_message *wrong) {
  if (wrong == &ccl_data_say_bad_format)
    return reader->field->format;
  if (wrong == &ccl_data_say_local_time_skipped)
    return ccl_zone_name(reader->activity->zone);
  if (wrong == &ccl_data_say_large_cell)
    return ccl_str_printf("%u", CCL_LIMIT_CELL_BYTES >> 20);
  if (wrong != &ccl_data_say_unknown_choice)
    return (ccl_str){ NULL, 0 };
  ccl_str *names = ccl_new_array(ccl_str, reader->field->choice_count);
  for (size_t i = 0; i < reader->field->choice_count; i++)
    names[i] = reader->plan->choices[reader->field->choices[i]];
  return ccl_str_join(names, reader->field->choice_count, CCL_STR(", "));
}
