/* SPDX-License-Identifier: Apache-2.0 */
/* CSV, byte by byte. */
#include <string.h>

#include "slow_reader.h"

typedef struct csv_row {
  slow_cell cells[SLOW_CELLS];
  int count, line;
  slow_text text; /* the whole of it */
  bool is_blank;
} csv_row;

/* Bytes of a blank around cells: space, tab (where it is no delimiter), the two no-break spaces. */
static size_t blank_at(const slow_file *f, size_t at, char delimiter) {
  const char *p = f->text.ptr + at;
  size_t left = f->text.len - at;
  if (left >= 1 && (p[0] == ' ' || (p[0] == '\t' && delimiter != '\t')))
    return 1;
  if (left >= 2 && memcmp(p, "\xC2\xA0", 2) == 0)
    return 2;
  return left >= 3 && memcmp(p, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Bytes of the end of a row: LF, CRLF, a CR that is the file's last byte; 0: none. */
static size_t end_at(const slow_file *f, size_t at) {
  if (at >= f->text.len)
    return 0;
  if (f->text.ptr[at] == '\n')
    return 1;
  if (f->text.ptr[at] != '\r')
    return 0;
  return at + 1 == f->text.len ? 1 : f->text.ptr[at + 1] == '\n' ? 2 : 0;
}

/* The cell at f->at, up to the delimiter or the row's end. False: a quotation mark is out of place. */
static bool read_cell(slow_file *f, char delimiter, slow_cell *cell) {
  size_t blank;
  int line = f->line;
  while ((blank = blank_at(f, f->at, delimiter)) > 0)
    f->at += blank;
  *cell = (slow_cell){ slow_begin_text(f->answer), SLOW_PLAIN };
  if (f->at < f->text.len && f->text.ptr[f->at] == '"') {
    cell->form = SLOW_QUOTED;
    f->at++;
    for (;;) {
      if (f->at == f->text.len) {
        slow_stop(f, line, "unclosed-quote");
        return false;
      }
      char byte = f->text.ptr[f->at++];
      if (byte == '"' && (f->at == f->text.len || f->text.ptr[f->at] != '"'))
        break;
      f->at += byte == '"';
      f->line += byte == '\n';
      slow_add_byte(f->answer, &cell->text, byte);
    }
    while ((blank = blank_at(f, f->at, delimiter)) > 0)
      f->at += blank;
    if (f->at < f->text.len && f->text.ptr[f->at] != delimiter && end_at(f, f->at) == 0) {
      slow_stop(f, line, "unclosed-quote");
      return false;
    }
    return true;
  }
  size_t kept = 0; /* without the blanks behind */
  while (f->at < f->text.len && f->text.ptr[f->at] != delimiter && end_at(f, f->at) == 0) {
    if (f->text.ptr[f->at] == '"') {
      slow_stop(f, line, "unclosed-quote");
      return false;
    }
    blank = blank_at(f, f->at, delimiter);
    for (size_t i = blank > 0 ? blank : 1; i > 0; i--)
      slow_add_byte(f->answer, &cell->text, f->text.ptr[f->at++]);
    if (blank == 0)
      kept = cell->text.len;
  }
  cell->text.len = kept;
  return true;
}

/* The next row; false: the file has ended, or stopped. */
static bool read_csv_row(slow_file *f, char delimiter, csv_row *row) {
  *row = (csv_row){ .line = f->line };
  size_t from = f->at;
  if (f->at >= f->text.len)
    return false;
  /* A line of blanks is no row. */
  size_t at = f->at, blank;
  while ((blank = blank_at(f, at, 0)) > 0)
    at += blank;
  row->is_blank = at == f->text.len || end_at(f, at) > 0;
  for (;;) {
    slow_cell cell;
    if (!read_cell(f, delimiter, &cell))
      return false;
    if (row->count < SLOW_CELLS)
      row->cells[row->count] = cell;
    row->count++;
    if (f->at == f->text.len || end_at(f, f->at) > 0)
      break;
    f->at++;
  }
  row->text = (slow_text){ f->text.ptr + from, f->at - from };
  f->at += end_at(f, f->at);
  f->line++;
  return true;
}

/* The one of the four delimiters that the header line has. */
static char find_delimiter(slow_file *f) {
  char found = ',';
  int count = 0;
  for (const char *p = ",;\t|"; *p; p++) {
    const char *end = memchr(f->text.ptr, '\n', f->text.len);
    size_t length = end ? (size_t)(end - f->text.ptr) : f->text.len;
    if (memchr(f->text.ptr, *p, length)) {
      found = *p;
      count++;
    }
  }
  if (count > 1)
    slow_unsure(f->answer, "a header line with several delimiters");
  return found;
}

void slow_read_csv(slow_file *f) {
  csv_row row;
  int columns[SLOW_FIELDS]; /* of the fields */
  if (f->text.len == 0) {
    slow_stop(f, 0, "empty-file");
    return;
  }
  char delimiter = find_delimiter(f);
  f->comma = delimiter == ';';
  if (!read_csv_row(f, delimiter, &row) || row.is_blank || row.count > SLOW_CELLS) {
    slow_unsure(f->answer, "a strange header line");
    return;
  }
  int width = row.count;
  for (int i = 0; i < f->schema->field_count; i++) {
    columns[i] = -1;
    for (int k = 0; k < width; k++)
      if (slow_is_name(row.cells[k].text, f->schema->fields[i].name))
        columns[i] = k;
    if (columns[i] < 0 && !f->schema->fields[i].optional) {
      slow_stop(f, 0, "missing-column");
      return;
    }
  }
  while (!f->answer->unsure && read_csv_row(f, delimiter, &row)) {
    if (row.is_blank)
      continue;
    if (!slow_is_text(row.text)) {
      slow_add_wrong(f, row.line, "bad-encoding");
    } else if (row.count != width) {
      slow_add_wrong(f, row.line, "row-shape");
    } else {
      slow_cell cells[SLOW_FIELDS];
      for (int i = 0; i < f->schema->field_count; i++)
        cells[i] = columns[i] >= 0 ? row.cells[columns[i]] : (slow_cell){ .form = SLOW_ABSENT };
      slow_add_row(f, row.line, cells);
    }
  }
}
