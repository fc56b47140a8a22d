/* SPDX-License-Identifier: Apache-2.0 */
/* From records to rows of a batch: the header line, the cells of each field, what is wrong with a row as a whole. */
#include "data/reader.h"

#include <inttypes.h>
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "data/cell.h"
#include "data/columns.h"

struct ccl_reader {
  ccl_intake *intake;
  ccl_origin *origin;
  ccl_reader_options options;
  ccl_text text;
  ccl_csv csv;
  ccl_json json;
  bool is_csv, open, begun, ended;
  ccl_columns *columns;
  size_t width; /* cells of the header line */
  ccl_str *header; /* its names */
  ccl_field_reader *fields; /* one for each field of data; NULL before the first batch */
};

static uint32_t json_slot(void *self, ccl_str name, size_t rank, bool *exact) {
  uint32_t slot = ccl_columns_member(self, name, rank, exact);
  return slot == CCL_NONE ? CCL_JSON_IGNORED : slot;
}

ccl_reader *ccl_reader_open(ccl_intake *intake, ccl_origin *origin, ccl_reader_options options) {
  ccl_reader *reader = ccl_new(ccl_reader);
  reader->intake = intake;
  reader->origin = origin;
  reader->options = options;
  reader->columns = ccl_columns_new(intake->activity);
  reader->is_csv = options.shape == CCL_SHAPE_CSV || options.shape == CCL_SHAPE_TSV;
  ccl_text_open(&reader->text, origin, options.charset, options.block);
  if (reader->is_csv)
    ccl_csv_open(&reader->csv, &reader->text);
  else
    ccl_json_open(&reader->json, &reader->text, options.shape == CCL_SHAPE_JSON_LINES, reader->columns->slot_count,
                  json_slot, reader->columns);
  reader->open = true;
  return reader;
}

void ccl_reader_close(ccl_reader *reader) {
  if (!reader->open)
    return;
  if (reader->is_csv)
    ccl_csv_close(&reader->csv);
  else
    ccl_json_close(&reader->json);
  for (size_t f = 0; reader->fields && f < reader->intake->activity->data_count; f++)
    ccl_field_reader_free(&reader->fields[f]);
  ccl_text_close(&reader->text);
  reader->open = false;
}

/* ---- What stops a file ---- */

static ccl_row_place place_at(const ccl_reader *reader, uint64_t line) {
  return (ccl_row_place){ reader->options.file, reader->origin->path, line, NULL };
}

static ccl_diag *stop(ccl_reader *reader, uint64_t line, const ccl_message *message, ccl_args args) {
  reader->ended = true;
  return ccl_faults_stop(reader->intake->faults, place_at(reader, line), message, args);
}

/* The file itself failed: it is not there, cannot be read, is damaged or no text. */
static const ccl_message *failure_of(const ccl_text *text) {
  switch (text->looks) {
  case CCL_LOOKS_UTF16: return &ccl_data_say_is_utf16;
  case CCL_LOOKS_SPREADSHEET: return &ccl_data_say_is_spreadsheet;
  case CCL_LOOKS_COMPRESSED: return &ccl_data_say_is_compressed;
  case CCL_LOOKS_BINARY: return &ccl_data_say_is_binary;
  case CCL_LOOKS_TEXT: break;
  }
  switch (ccl_bytes_state_of(text->bytes)) {
  case CCL_BYTES_MISSING: return &ccl_data_say_no_such_file;
  case CCL_BYTES_FOLDER: return &ccl_data_say_is_folder;
  case CCL_BYTES_FORBIDDEN: return &ccl_data_say_forbidden;
  case CCL_BYTES_CHANGED: return &ccl_data_say_changed;
  case CCL_BYTES_DAMAGED: return &ccl_data_say_damaged;
  case CCL_BYTES_NOT_KEPT: return &ccl_data_say_not_kept;
  case CCL_BYTES_UNREADABLE:
  case CCL_BYTES_GOING:
  case CCL_BYTES_END: break;
  }
  return &ccl_data_say_unreadable;
}

static void stop_by_record(ccl_reader *reader, const ccl_record *record) {
  if (record->wrong)
    stop(reader, record->line, record->wrong, (ccl_args){ record->args, sizeof record->args / sizeof *record->args });
  else
    stop(reader, 0, failure_of(&reader->text), CCL_ARGS(reader->origin->path));
}

/* ---- The header line ---- */

/* The delimiter by which most declared columns are found; among equals the one that gives most cells. */
static char best_delimiter(ccl_reader *reader, ccl_record *record) {
  static const char candidates[] = { ',', ';', '\t', '|' };
  if (reader->options.shape == CCL_SHAPE_TSV)
    return '\t';
  char best = candidates[0];
  size_t best_matched = 0, best_count = 0;
  for (size_t i = 0; i < sizeof candidates; i++) {
    ccl_record copy = *record;
    if (!ccl_csv_cut(&reader->csv, candidates[i], &copy))
      continue;
    size_t kept = copy.count < CCL_LIMIT_COLUMNS ? copy.count : CCL_LIMIT_COLUMNS;
    size_t matched = ccl_columns_matched(reader->columns, copy.cells, kept);
    if (matched > best_matched || (matched == best_matched && copy.count > best_count)) {
      best = candidates[i];
      best_matched = matched;
      best_count = copy.count;
    }
  }
  return best;
}

/* Names of columns from *at on, as many as a message shows whole; *at moves behind them. */
static ccl_str names_from(const ccl_reader *reader, size_t *at) {
  enum { MOST = 180 };
  ccl_buf buf = { 0 };
  size_t length = 0;
  for (; *at < reader->width; (*at)++) {
    ccl_str name = reader->header[*at];
    size_t more = ccl_utf8_length(name) + 2;
    if (length > 0 && length + more > MOST)
      break;
    if (length > 0)
      ccl_buf_z(&buf, ", ");
    ccl_buf_add(&buf, name);
    length += more;
  }
  return ccl_buf_str(&buf);
}

static void note_columns(const ccl_reader *reader, ccl_diag *diag, size_t at) {
  while (at < reader->width)
    ccl_diag_note(diag, &ccl_data_say_more_columns, CCL_NO_SPAN, CCL_ARGS(names_from(reader, &at)));
}

/* A declared column that the file has not: an error, or a warning when the field is optional. */
static void report_absent(ccl_reader *reader, size_t field, ccl_str missing) {
  size_t at = 0;
  ccl_str path = reader->origin->path, names = names_from(reader, &at);
  if (!reader->intake->activity->fields[field].optional)
    note_columns(reader, stop(reader, 0, &ccl_data_say_missing_column, CCL_ARGS(missing, path, names)), at);
  else if (!reader->intake->judged)
    note_columns(
        reader,
        ccl_report_at(reader->intake->faults->diags, &ccl_data_say_no_column, path, CCL_ARGS(missing, path, names)),
        at);
}

static void check_columns(ccl_reader *reader) {
  const ccl_columns *columns = reader->columns;
  for (size_t f = 0; f < columns->activity->data_count; f++)
    for (size_t i = 0; i < columns->activity->fields[f].column_count; i++) {
      const ccl_slot_name *slot = &columns->slots[columns->fields[f][i]];
      if (slot->column == CCL_NONE)
        report_absent(reader, f, slot->name);
    }
}

static void read_header(ccl_reader *reader) {
  ccl_record record;
  ccl_record_state state = ccl_csv_line(&reader->csv, &record);
  if (state == CCL_RECORD_LAST) {
    stop(reader, 0, &ccl_data_say_empty_file, CCL_ARGS(reader->origin->path));
    return;
  }
  if (state != CCL_RECORD_READ) {
    stop_by_record(reader, &record);
    return;
  }
  if (!record.is_valid) {
    bool binary = memchr(record.text.ptr, 0, record.text.len) != NULL;
    stop(reader, binary ? 0 : record.line, binary ? &ccl_data_say_is_binary : &ccl_data_say_bad_encoding_row,
         binary ? CCL_ARGS(reader->origin->path)
                : CCL_ARGS((ccl_str){ NULL, 0 }, ccl_record_excerpt(record.text, 0), CCL_STR("UTF-8")));
    return;
  }
  if (!ccl_csv_cut(&reader->csv, best_delimiter(reader, &record), &record)) {
    stop_by_record(reader, &record);
    return;
  }
  if (record.count > CCL_LIMIT_COLUMNS) {
    stop(reader, record.line, &ccl_data_say_many_columns, CCL_ARGS(ccl_str_printf("%d", CCL_LIMIT_COLUMNS)));
    return;
  }
  reader->width = record.count;
  reader->header = ccl_new_array(ccl_str, record.count);
  for (size_t i = 0; i < record.count; i++)
    reader->header[i] = ccl_str_copy(record.cells[i].text);
  ccl_str twice = ccl_columns_take(reader->columns, record.cells, record.count);
  if (twice.len > 0)
    stop(reader, record.line, &ccl_data_say_column_twice, CCL_ARGS(twice));
  else
    check_columns(reader);
}

/* ---- Rows ---- */

static ccl_fault fault_of(const ccl_reader *reader, const ccl_record *record, const ccl_message *message) {
  return (ccl_fault){ .place = place_at(reader, record->line), .message = message, .row = record->text };
}

/* Adds a fault, or counts it when nobody will see it. */
static bool wants(ccl_reader *reader) {
  if (ccl_faults_wants(reader->intake->faults))
    return true;
  ccl_faults_count(reader->intake->faults);
  return false;
}

/* A row that cannot be read at all. */
static void fault_row(ccl_reader *reader, const ccl_batch *batch, const ccl_record *record) {
  if (!wants(reader))
    return;
  ccl_fault fault = fault_of(reader, record, record->wrong);
  memcpy(fault.args, record->args, sizeof record->args);
  fault.arg_count = sizeof record->args / sizeof *record->args;
  fault.found = record->args[0];
  ccl_intake_fault(reader->intake, batch, fault, false);
}

static void fault_shape(ccl_reader *reader, const ccl_batch *batch, const ccl_record *record) {
  if (!wants(reader))
    return;
  ccl_fault fault = fault_of(reader, record, &ccl_data_say_row_shape);
  fault.args[0] = ccl_str_printf("%zu", record->count);
  fault.args[1] = ccl_str_printf("%zu", reader->width);
  fault.args[2] = fault.found = ccl_record_excerpt(record->text, 0);
  fault.arg_count = 3;
  ccl_intake_fault(reader->intake, batch, fault, false);
}

/* Bytes that are no characters: the cell that holds them, by the name of its column. */
static void fault_encoding(ccl_reader *reader, const ccl_batch *batch, const ccl_record *record) {
  if (!wants(reader))
    return;
  static const char *const names[] = { "UTF-8", "ISO 8859-1", "Windows-1252" };
  size_t cell = 0, count = reader->is_csv && record->count <= reader->width ? record->count : 0;
  while (cell < count && ccl_record_is_valid(record->cells[cell].text))
    cell++;
  bool known = cell < count;
  ccl_fault fault = fault_of(reader, record, known ? &ccl_data_say_bad_encoding : &ccl_data_say_bad_encoding_row);
  fault.column = fault.args[0] = known ? reader->header[cell] : (ccl_str){ NULL, 0 };
  fault.found = fault.args[1] = known ? record->cells[cell].text : ccl_record_excerpt(record->text, 0);
  fault.args[2] = ccl_str_from(names[reader->text.charset]);
  fault.arg_count = 3;
  ccl_intake_fault(reader->intake, batch, fault, false);
}

static void fault_cell(ccl_reader *reader, const ccl_batch *batch, const ccl_record *record, uint32_t field,
                       ccl_str found, const ccl_message *wrong, bool more) {
  if (!wants(reader))
    return;
  ccl_fault fault = fault_of(reader, record, wrong);
  fault.column = fault.args[0] = ccl_columns_name(reader->columns, field);
  fault.found = fault.args[1] = wrong == &ccl_data_say_large_cell ? ccl_record_excerpt(found, 0) : found;
  fault.args[2] = ccl_field_expected(&reader->fields[field], wrong);
  fault.arg_count = 3;
  ccl_intake_fault(reader->intake, batch, fault, more);
}

/* The cell of one slot. */
static ccl_record_cell slot_cell(const ccl_reader *reader, const ccl_record *record, uint32_t slot) {
  if (!reader->is_csv)
    return record->cells[slot];
  uint32_t column = reader->columns->slots[slot].column;
  return column == CCL_NONE ? (ccl_record_cell){ { NULL, 0 }, CCL_CELL_ABSENT } : record->cells[column];
}

/* Several columns as one text, joined by a blank. Missing ones leave nothing. */
static ccl_record_cell joined_cell(const ccl_reader *reader, const ccl_record *record, uint32_t field,
                                   ccl_arena *texts) {
  size_t count = reader->intake->activity->fields[field].column_count;
  const uint32_t *slots = reader->columns->fields[field];
  size_t length = 0;
  for (size_t i = 0; i < count; i++)
    length += slot_cell(reader, record, slots[i]).text.len + 1;
  char *out = ccl_arena_alloc(texts, length);
  ccl_record_cell joined = { { out, 0 }, CCL_CELL_ABSENT };
  for (size_t i = 0; i < count; i++) {
    ccl_record_cell cell = slot_cell(reader, record, slots[i]);
    if (cell.form == CCL_CELL_NESTED)
      return cell;
    if (cell.text.len == 0 || ccl_field_is_missing(&reader->fields[field], cell))
      continue;
    if (joined.text.len > 0)
      out[joined.text.len++] = ' ';
    memcpy(out + joined.text.len, cell.text.ptr, cell.text.len);
    joined.text.len += cell.text.len;
    joined.form = CCL_CELL_PLAIN;
  }
  return joined;
}

/* Every field of the row. False: something in it is wrong, and said. */
static bool read_fields(ccl_reader *reader, ccl_batch *batch, const ccl_record *record) {
  const ccl_activity *activity = reader->intake->activity;
  bool good = true;
  for (uint32_t f = 0; f < activity->data_count; f++) {
    bool single = activity->fields[f].column_count == 1;
    ccl_record_cell cell = single ? slot_cell(reader, record, reader->columns->fields[f][0])
                                  : joined_cell(reader, record, f, &batch->rows);
    const ccl_message *wrong = ccl_field_read(&reader->fields[f], cell, batch->count, &batch->rows);
    if (wrong) {
      fault_cell(reader, batch, record, f, cell.text, wrong, !good);
      good = false;
    }
  }
  return good;
}

/* A cell beyond the limit that no field reads. */
static bool has_large_cell(ccl_reader *reader, const ccl_batch *batch, const ccl_record *record) {
  if (!reader->is_csv || record->text.len <= CCL_LIMIT_CELL_BYTES)
    return false;
  for (size_t i = 0; i < record->count && i < reader->width; i++) {
    ccl_str text = record->cells[i].text;
    if (text.len <= CCL_LIMIT_CELL_BYTES)
      continue;
    if (wants(reader)) {
      ccl_fault fault = fault_of(reader, record, &ccl_data_say_large_cell);
      fault.column = fault.args[0] = reader->header[i];
      fault.found = fault.args[1] = ccl_record_excerpt(text, 0);
      fault.args[2] = ccl_str_printf("%u", CCL_LIMIT_CELL_BYTES >> 20);
      fault.arg_count = 3;
      ccl_intake_fault(reader->intake, batch, fault, false);
    }
    return true;
  }
  return false;
}

/* The record as the next row of the batch, if it is one. */
static void read_row(ccl_reader *reader, ccl_batch *batch, const ccl_record *record, ccl_record_state state) {
  ccl_intake *intake = reader->intake;
  size_t row = batch->count;
  batch->lines[row] = record->line;
  batch->spans[row] = NULL;
  batch->texts[row] = (ccl_str){ NULL, 0 };
  if (intake->judged && ccl_bits_has(&intake->left, intake->next)) {
    ccl_intake_skip(intake);
    return;
  }
  bool good = false;
  if (state == CCL_RECORD_WRONG)
    fault_row(reader, batch, record);
  else if (!record->is_valid)
    fault_encoding(reader, batch, record);
  else if (reader->is_csv && record->count != reader->width)
    fault_shape(reader, batch, record);
  else if (!has_large_cell(reader, batch, record))
    good = read_fields(reader, batch, record);
  if (!good) {
    ccl_intake_skip(intake);
    return;
  }
  if (intake->faults->reject)
    batch->texts[row] = ccl_arena_copy(&batch->rows, record->text);
  ccl_intake_take(intake, batch);
}

/* Before the first row: the header line, and readers for the fields. */
static void begin(ccl_reader *reader, ccl_batch *batch) {
  const ccl_activity *activity = reader->intake->activity;
  reader->begun = true;
  if (reader->is_csv)
    read_header(reader);
  reader->fields = ccl_new_array(ccl_field_reader, activity->data_count);
  bool comma = reader->is_csv && reader->csv.delimiter == ';';
  for (uint32_t f = 0; f < activity->data_count; f++)
    ccl_field_reader_init(&reader->fields[f], reader->intake->plan, activity, f, &batch->columns[f], comma);
}

bool ccl_reader_begin(ccl_reader *reader, ccl_batch *batch) {
  ccl_batch_clear(batch);
  batch->file = reader->options.file;
  batch->path = reader->origin->path;
  begin(reader, batch);
  /* A file of JSON Lines has no header line: its first bytes tell whether it is a text, and whether it has any. */
  if (!reader->is_csv && (!ccl_text_more(&reader->text) || reader->text.end == 0))
    return false;
  return !reader->ended;
}

bool ccl_reader_is_csv(const ccl_reader *reader) {
  return reader->is_csv;
}

ccl_text *ccl_reader_text(ccl_reader *reader) {
  return &reader->text;
}

char ccl_reader_delimiter(const ccl_reader *reader) {
  return reader->csv.delimiter;
}

size_t ccl_reader_width(const ccl_reader *reader) {
  return reader->width;
}

uint32_t ccl_reader_column(const ccl_reader *reader, uint32_t field, size_t which) {
  uint32_t slot = reader->columns->fields[field][which];
  return reader->is_csv ? reader->columns->slots[slot].column : ccl_members_column(slot);
}

size_t ccl_reader_slots(const ccl_reader *reader) {
  return reader->columns->slot_count;
}

uint32_t ccl_reader_member(ccl_reader *reader, ccl_str name) {
  ccl_record_cell cell;
  size_t at = 0;
  bool exact;
  if (!ccl_json_value(&reader->json, name, &at, &cell) || at != name.len || cell.form != CCL_CELL_QUOTED)
    return CCL_MEMBERS_WRONG;
  return ccl_columns_member(reader->columns, cell.text, 0, &exact);
}

/* One line of JSON. */
static void read_object_row(ccl_reader *reader, ccl_batch *batch, ccl_str row, uint64_t line) {
  ccl_record record;
  ccl_record_state state;
  ccl_json_row(&reader->json, row, &record, &state);
  record.line = line;
  if (state != CCL_RECORD_LAST)
    read_row(reader, batch, &record, state);
}

uint64_t ccl_reader_line(const ccl_reader *reader) {
  return reader->is_csv ? reader->csv.line : 1;
}

void ccl_reader_row(ccl_reader *reader, ccl_batch *batch, ccl_str row, uint64_t line) {
  ccl_record record = { .text = row, .line = line };
  if (row.len > 0 && row.ptr[row.len - 1] == '\r')
    record.text.len--;
  if (row.len > CCL_LIMIT_ROW_BYTES) {
    record.wrong = &ccl_data_say_large_row;
    stop_by_record(reader, &record);
    return;
  }
  if (!reader->is_csv) {
    read_object_row(reader, batch, row, line);
    return;
  }
  if (ccl_csv_is_blank(record.text))
    return;
  record.is_valid = ccl_record_is_valid(record.text);
  if (ccl_csv_cut(&reader->csv, reader->csv.delimiter, &record))
    read_row(reader, batch, &record, CCL_RECORD_READ);
  else
    stop_by_record(reader, &record);
}

/* No record follows, or nothing more can be trusted. */
static void end_of_file(ccl_reader *reader, const ccl_record *record, ccl_record_state state) {
  const ccl_text *text = &reader->text;
  bool complete = ccl_bytes_state_of(text->bytes) == CCL_BYTES_END && text->looks == CCL_LOOKS_TEXT;
  if (!reader->is_csv && complete && text->end == 0)
    stop(reader, 0, &ccl_data_say_empty_json, CCL_ARGS(reader->origin->path));
  else if (state == CCL_RECORD_STOP)
    stop_by_record(reader, record);
  reader->ended = true;
}

bool ccl_reader_fill(ccl_reader *reader, ccl_batch *batch) {
  ccl_batch_clear(batch);
  batch->file = reader->options.file;
  batch->path = reader->origin->path;
  if (!reader->begun)
    begin(reader, batch);
  while (!reader->ended && batch->count < CCL_BATCH_ROWS) {
    ccl_record record;
    ccl_record_state state =
        reader->is_csv ? ccl_csv_next(&reader->csv, &record) : ccl_json_next(&reader->json, &record);
    if (state == CCL_RECORD_LAST || state == CCL_RECORD_STOP)
      end_of_file(reader, &record, state);
    else
      read_row(reader, batch, &record, state);
  }
  return !reader->ended;
}
