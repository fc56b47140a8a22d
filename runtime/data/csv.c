/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CSV and TSV. A row ends at the first line end before which the quotation marks are even in number, so that line ends
 * inside quoted cells need no more than a count. That is right as long as quotation marks stand only around cells
 * (doubled inside): one that stands elsewhere makes everything behind it uncertain, and stops the file.
 */
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "data/record.h"

enum { EXCERPT = 40 }; /* bytes of a row in a message */

ccl_str ccl_record_excerpt(ccl_str text, size_t from) {
  size_t to = from + EXCERPT < text.len ? from + EXCERPT : text.len;
  while (to < text.len && ((unsigned char)text.ptr[to] & 0xC0) == 0x80)
    to++;
  return ccl_str_sub(text, from, to);
}

bool ccl_record_is_valid(ccl_str text) {
  size_t at = 0;
  for (; at + 8 <= text.len; at += 8) {
    uint64_t word;
    memcpy(&word, text.ptr + at, sizeof word);
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    if ((word & tops) != 0 || ((word - ones) & ~word & tops) != 0)
      break;
  }
  for (; at < text.len; at++) {
    unsigned char byte = (unsigned char)text.ptr[at];
    if (byte == 0)
      return false;
    if (byte >= 0x80)
      return ccl_utf8_invalid_at(ccl_str_sub(text, at, text.len)) < 0 &&
             memchr(text.ptr + at, 0, text.len - at) == NULL;
  }
  return true;
}

void ccl_csv_open(ccl_csv *csv, ccl_text *text) {
  *csv = (ccl_csv){ .text = text, .delimiter = ',', .line = 1 };
}

void ccl_csv_close(ccl_csv *csv) {
  ccl_plain_free(csv->cells);
  ccl_arena_free(&csv->scratch);
}

static size_t count_bytes(const char *from, const char *to, char byte) {
  size_t count = 0;
  while (from < to && (from = memchr(from, byte, (size_t)(to - from))) != NULL) {
    count++;
    from++;
  }
  return count;
}

/* The next row's text, reading on as needed. CCL_RECORD_STOP with wrong NULL: the file failed. */
static ccl_record_state next_line(ccl_csv *csv, ccl_record *record) {
  ccl_text *text = csv->text;
  size_t seen = 0; /* of the row, from text->start */
  bool quoted = false, ends = false;
  if (text->buf == NULL && !ccl_text_more(text) && text->buf == NULL) { /* nothing is there to be read */
    record->line = csv->line;
    record->text = (ccl_str){ NULL, 0 };
    return ccl_bytes_state_of(text->bytes) != CCL_BYTES_END || text->looks != CCL_LOOKS_TEXT ? CCL_RECORD_STOP
                                                                                             : CCL_RECORD_LAST;
  }
  while (!ends) {
    const char *from = text->buf + text->start + seen, *to = text->buf + text->end;
    const char *line_end = from < to ? memchr(from, '\n', (size_t)(to - from)) : NULL;
    const char *stop = line_end ? line_end : to;
    if (from < stop && count_bytes(from, stop, '"') % 2 != 0)
      quoted = !quoted;
    seen = (size_t)(stop - (text->buf + text->start));
    if (seen > CCL_LIMIT_ROW_BYTES)
      break;
    if (line_end && !quoted)
      break;
    if (line_end)
      seen++;
    else
      ends = !ccl_text_more(text);
  }
  record->line = csv->line;
  record->text = (ccl_str){ text->buf + text->start, seen };
  if (seen > CCL_LIMIT_ROW_BYTES) {
    record->wrong = quoted ? &ccl_data_say_unclosed_quote : &ccl_data_say_large_row;
    record->args[0] = ccl_str_printf("%u", CCL_LIMIT_ROW_BYTES >> 20);
    return CCL_RECORD_STOP;
  }
  if (ends && (ccl_bytes_state_of(text->bytes) != CCL_BYTES_END || text->looks != CCL_LOOKS_TEXT))
    return CCL_RECORD_STOP;
  if (ends && quoted) {
    record->wrong = &ccl_data_say_unclosed_quote;
    return CCL_RECORD_STOP;
  }
  if (ends && seen == 0)
    return CCL_RECORD_LAST;
  /* A line end inside the row is inside a quoted cell. */
  csv->line += count_bytes(record->text.ptr, record->text.ptr + seen, '\n') + 1;
  text->start += ends ? seen : seen + 1;
  if (seen > 0 && record->text.ptr[seen - 1] == '\r')
    record->text.len--;
  return CCL_RECORD_READ;
}

/* Bytes of the blank at `at`: space, tab, no-break space, narrow no-break space; 0: none. */
static size_t blank_at(ccl_str text, size_t at, char delimiter) {
  const char *p = text.ptr + at;
  size_t left = text.len - at;
  if (left >= 1 && (*p == ' ' || (*p == '\t' && delimiter != '\t')))
    return 1;
  if (left >= 2 && memcmp(p, "\xC2\xA0", 2) == 0)
    return 2;
  return left >= 3 && memcmp(p, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

static ccl_str without_blanks_behind(ccl_str text) {
  for (;;) {
    if (text.len >= 1 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t'))
      text.len -= 1;
    else if (text.len >= 2 && memcmp(text.ptr + text.len - 2, "\xC2\xA0", 2) == 0)
      text.len -= 2;
    else if (text.len >= 3 && memcmp(text.ptr + text.len - 3, "\xE2\x80\xAF", 3) == 0)
      text.len -= 3;
    else
      return text;
  }
}

/* Doubled quotation marks made single. */
static ccl_str without_doubles(ccl_csv *csv, ccl_str text) {
  char *out = ccl_arena_alloc(&csv->scratch, text.len);
  size_t len = 0;
  for (size_t i = 0; i < text.len; i++) {
    out[len++] = text.ptr[i];
    if (text.ptr[i] == '"')
      i++;
  }
  return (ccl_str){ out, len };
}

/* A quotation mark is out of place in the cell at `at`: the record says so, and on which line. */
static bool misplaced(ccl_record *record, size_t at, const ccl_message *wrong) {
  record->wrong = wrong;
  record->args[0] = ccl_record_excerpt(record->text, at);
  record->line += count_bytes(record->text.ptr, record->text.ptr + at, '\n');
  return false;
}

/* The quoted cell that opens at *at; moves *at to the delimiter or the end. */
static bool cut_quoted(ccl_csv *csv, ccl_record *record, size_t *at, ccl_record_cell *cell) {
  ccl_str text = record->text;
  size_t from = *at + 1, i = from;
  bool doubled = false;
  for (;; i += 2) {
    const char *quote = i < text.len ? memchr(text.ptr + i, '"', text.len - i) : NULL;
    if (!quote)
      return misplaced(record, *at, &ccl_data_say_unclosed_quote);
    i = (size_t)(quote - text.ptr);
    if (i + 1 >= text.len || text.ptr[i + 1] != '"')
      break;
    doubled = true;
  }
  *cell = (ccl_record_cell){ ccl_str_sub(text, from, i), CCL_CELL_QUOTED };
  if (doubled)
    cell->text = without_doubles(csv, cell->text);
  size_t next = i + 1, blank;
  while (next < text.len && (blank = blank_at(text, next, csv->delimiter)) > 0)
    next += blank;
  if (next < text.len && text.ptr[next] != csv->delimiter)
    return misplaced(record, *at, &ccl_data_say_after_quote);
  *at = next;
  return true;
}

static bool cut_plain(ccl_csv *csv, ccl_record *record, size_t *at, ccl_record_cell *cell) {
  ccl_str text = record->text;
  size_t from = *at, i = from;
  while (i < text.len && text.ptr[i] != csv->delimiter && text.ptr[i] != '"')
    i++;
  if (i < text.len && text.ptr[i] == '"')
    return misplaced(record, from, &ccl_data_say_stray_quote);
  *cell = (ccl_record_cell){ without_blanks_behind(ccl_str_sub(text, from, i)), CCL_CELL_PLAIN };
  *at = i;
  return true;
}

bool ccl_csv_cut(ccl_csv *csv, char delimiter, ccl_record *record) {
  ccl_str text = record->text;
  csv->delimiter = delimiter;
  ccl_arena_reset(&csv->scratch);
  record->wrong = NULL;
  record->count = 0;
  for (size_t at = 0;; at++) {
    size_t blank;
    while (at < text.len && (blank = blank_at(text, at, delimiter)) > 0)
      at += blank;
    ccl_record_cell cell;
    bool quoted = at < text.len && text.ptr[at] == '"';
    if (!(quoted ? cut_quoted(csv, record, &at, &cell) : cut_plain(csv, record, &at, &cell)))
      return false;
    if (record->count <= CCL_LIMIT_COLUMNS) {
      csv->cells = ccl_plain_grow(csv->cells, &csv->cell_cap, record->count + 1, sizeof *csv->cells);
      csv->cells[record->count] = cell;
    }
    record->count++;
    if (at >= text.len)
      break;
  }
  record->cells = csv->cells;
  return true;
}

bool ccl_csv_is_blank(ccl_str text) {
  size_t at = 0, blank;
  while (at < text.len && (blank = blank_at(text, at, 0)) > 0)
    at += blank;
  return at >= text.len;
}

ccl_record_state ccl_csv_line(ccl_csv *csv, ccl_record *record) {
  ccl_record_state state;
  *record = (ccl_record){ 0 };
  do {
    state = next_line(csv, record);
  } while (state == CCL_RECORD_READ && ccl_csv_is_blank(record->text));
  /* The first mark that is out of place tells more than the last one of the file. */
  if (state == CCL_RECORD_STOP && record->wrong == &ccl_data_say_unclosed_quote &&
      ccl_csv_cut(csv, csv->delimiter, record))
    record->wrong = &ccl_data_say_unclosed_quote;
  if (state == CCL_RECORD_READ)
    record->is_valid = ccl_record_is_valid(record->text);
  return state;
}

ccl_record_state ccl_csv_next(ccl_csv *csv, ccl_record *record) {
  ccl_record_state state = ccl_csv_line(csv, record);
  if (state != CCL_RECORD_READ)
    return state;
  return ccl_csv_cut(csv, csv->delimiter, record) ? CCL_RECORD_READ : CCL_RECORD_STOP;
}
