/* SPDX-License-Identifier: Apache-2.0 */
/* Files into rows of cells, and what is asked of a row as a whole. */
#include "slow_reader.h"

#include <string.h>

void slow_unsure(slow_answer *answer, const char *why) {
  answer->unsure = true;
  answer->why = why;
}

typedef struct file {
  const slow_schema *schema;
  slow_answer *answer;
  slow_text text;
  int number;
  size_t at;
  int line;
  bool comma;
} file;

static void add_fault(file *f, int line, const char *code) {
  if (f->answer->fault_count == SLOW_FAULTS)
    slow_unsure(f->answer, "too many faults");
  else
    f->answer->faults[f->answer->fault_count++] = (slow_fault){ f->number, line, code };
}

static void stop(file *f, int line, const char *code) {
  f->answer->stopped = true;
  add_fault(f, line, code);
}

/* A text that grows byte by byte. */
static slow_text begin_text(slow_answer *answer) {
  return (slow_text){ answer->room + answer->room_used, 0 };
}

static void add_byte(slow_answer *answer, slow_text *text, char byte) {
  if (answer->room_used == SLOW_ROOM) {
    slow_unsure(answer, "too long texts");
    return;
  }
  answer->room[answer->room_used++] = byte;
  text->len++;
}

/* ---- UTF-8 ---- */

/* Bytes of the character at a place, by the table of the Unicode standard (3.9, table 3-7); 0: none. */
static size_t character_at(slow_text text, size_t at) {
  const unsigned char *p = (const unsigned char *)text.ptr + at;
  size_t left = text.len - at;
  if (p[0] < 0x80)
    return 1;
  size_t length = p[0] >= 0xC2 && p[0] <= 0xDF   ? 2
                  : p[0] >= 0xE0 && p[0] <= 0xEF ? 3
                  : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4
                                                 : 0;
  if (length == 0 || left < length)
    return 0;
  unsigned char low = p[0] == 0xE0   ? 0xA0
                      : p[0] == 0xF0 ? 0x90
                                     : 0x80,
                high = p[0] == 0xED   ? 0x9F
                       : p[0] == 0xF4 ? 0x8F
                                      : 0xBF;
  if (p[1] < low || p[1] > high)
    return 0;
  for (size_t i = 2; i < length; i++)
    if (p[i] < 0x80 || p[i] > 0xBF)
      return 0;
  return length;
}

/* Characters only, and no NUL. */
static bool is_sound_text(slow_text text) {
  for (size_t at = 0, length; at < text.len; at += length) {
    length = character_at(text, at);
    if (length == 0 || text.ptr[at] == 0)
      return false;
  }
  return true;
}

/* ---- Rows of values ---- */

static bool is_same(const slow_field *field, const slow_value *a, const slow_value *b) {
  switch (field->kind) {
  case SLOW_DATE: return a->day == b->day;
  case SLOW_TIME: return a->seconds == b->seconds && a->nanos == b->nanos;
  case SLOW_NUMBER:
  case SLOW_WHOLE:
  case SLOW_DURATION: return a->number == b->number;
  case SLOW_TRUTH:
  case SLOW_CHOICE: return a->choice == b->choice;
  case SLOW_TEXT: break;
  }
  return a->text.len == b->text.len && (a->text.len == 0 || memcmp(a->text.ptr, b->text.ptr, a->text.len) == 0);
}

static bool is_inverted(const slow_schema *schema, const slow_row *row) {
  if (schema->until < 0)
    return false;
  const slow_value *from = &row->values[0], *to = &row->values[schema->until];
  return from->known && to->known &&
         (to->seconds < from->seconds || (to->seconds == from->seconds && to->nanos < from->nanos));
}

static bool is_later(const slow_value *a, const slow_value *b) {
  if (a->day != b->day)
    return a->day > b->day;
  return a->seconds > b->seconds || (a->seconds == b->seconds && a->nanos > b->nanos);
}

/* Compares the row with those before it that have its key. False: it is there already, or twice in one version. */
static bool key_is_free(const slow_schema *schema, slow_answer *answer, slow_row *row) {
  slow_row *current = NULL;
  row->stays = true;
  if (schema->key < 0 || !row->values[schema->key].known)
    return true;
  for (size_t i = 0; i < answer->row_count; i++) {
    slow_row *other = &answer->rows[i];
    if (!(other->stays || other->replaced) || !other->values[schema->key].known ||
        !is_same(&schema->fields[schema->key], &other->values[schema->key], &row->values[schema->key]))
      continue;
    if (schema->latest < 0 ||
        is_same(&schema->fields[schema->latest], &other->values[schema->latest], &row->values[schema->latest]))
      return false;
    if (other->stays)
      current = other;
  }
  if (!current)
    return true;
  slow_row *older = is_later(&row->values[schema->latest], &current->values[schema->latest]) ? current : row;
  older->stays = false;
  older->replaced = true;
  return true;
}

static slow_row *new_row(file *f) {
  if (f->answer->row_count == SLOW_ROWS) {
    slow_unsure(f->answer, "too many rows");
    return NULL;
  }
  slow_row *row = &f->answer->rows[f->answer->row_count];
  *row = (slow_row){ .file = f->number };
  return row;
}

/* A row that cannot be read at all. */
static void add_wrong_row(file *f, int line, const char *code) {
  if (new_row(f)) {
    add_fault(f, line, code);
    f->answer->row_count++;
  }
}

/* A row of one cell for each field. */
static void add_row(file *f, int line, const slow_cell *cells) {
  slow_row *row = new_row(f);
  bool good = true;
  for (int i = 0; row && i < f->schema->field_count; i++) {
    const char *wrong = slow_value_of(f->schema, &f->schema->fields[i], cells[i], f->comma, f->answer, &row->values[i]);
    if (wrong)
      add_fault(f, line, wrong);
    good = good && !wrong;
  }
  if (!row || f->answer->unsure)
    return;
  if (f->schema->key >= 0 && row->values[f->schema->key].is_huge)
    slow_unsure(f->answer, "a key of many digits");
  if (good && is_inverted(f->schema, row)) {
    add_fault(f, line, "inverted-times");
    good = false;
  }
  if (good && !key_is_free(f->schema, f->answer, row)) {
    add_fault(f, line, "repeated-key");
    row->stays = false;
  }
  f->answer->row_count++;
}

/* ---- CSV ---- */

typedef struct csv_row {
  slow_cell cells[SLOW_CELLS];
  int count, line;
  slow_text text; /* the whole of it */
  bool is_blank;
} csv_row;

/* Bytes of a blank around cells: space, tab (where it is no delimiter), the two no-break spaces. */
static size_t blank_at(const file *f, size_t at, char delimiter) {
  const char *p = f->text.ptr + at;
  size_t left = f->text.len - at;
  if (left >= 1 && (p[0] == ' ' || (p[0] == '\t' && delimiter != '\t')))
    return 1;
  if (left >= 2 && memcmp(p, "\xC2\xA0", 2) == 0)
    return 2;
  return left >= 3 && memcmp(p, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Bytes of the end of a row: LF, CRLF, a CR that is the file's last byte; 0: none. */
static size_t end_at(const file *f, size_t at) {
  if (at >= f->text.len)
    return 0;
  if (f->text.ptr[at] == '\n')
    return 1;
  if (f->text.ptr[at] != '\r')
    return 0;
  return at + 1 == f->text.len ? 1 : f->text.ptr[at + 1] == '\n' ? 2 : 0;
}

/* The cell at f->at, up to the delimiter or the row's end. False: a quotation mark is out of place. */
static bool read_cell(file *f, char delimiter, slow_cell *cell) {
  size_t blank;
  int line = f->line;
  while ((blank = blank_at(f, f->at, delimiter)) > 0)
    f->at += blank;
  *cell = (slow_cell){ begin_text(f->answer), SLOW_PLAIN };
  if (f->at < f->text.len && f->text.ptr[f->at] == '"') {
    cell->form = SLOW_QUOTED;
    f->at++;
    for (;;) {
      if (f->at == f->text.len) {
        stop(f, line, "unclosed-quote");
        return false;
      }
      char byte = f->text.ptr[f->at++];
      if (byte == '"' && (f->at == f->text.len || f->text.ptr[f->at] != '"'))
        break;
      f->at += byte == '"';
      f->line += byte == '\n';
      add_byte(f->answer, &cell->text, byte);
    }
    while ((blank = blank_at(f, f->at, delimiter)) > 0)
      f->at += blank;
    if (f->at < f->text.len && f->text.ptr[f->at] != delimiter && end_at(f, f->at) == 0) {
      stop(f, line, "unclosed-quote");
      return false;
    }
    return true;
  }
  size_t kept = 0; /* without the blanks behind */
  while (f->at < f->text.len && f->text.ptr[f->at] != delimiter && end_at(f, f->at) == 0) {
    if (f->text.ptr[f->at] == '"') {
      stop(f, line, "unclosed-quote");
      return false;
    }
    blank = blank_at(f, f->at, delimiter);
    for (size_t i = blank > 0 ? blank : 1; i > 0; i--)
      add_byte(f->answer, &cell->text, f->text.ptr[f->at++]);
    if (blank == 0)
      kept = cell->text.len;
  }
  cell->text.len = kept;
  return true;
}

/* The next row; false: the file has ended, or stopped. */
static bool read_csv_row(file *f, char delimiter, csv_row *row) {
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

static bool is_name(slow_text text, const char *name) {
  return text.len == strlen(name) && memcmp(text.ptr, name, text.len) == 0;
}

/* The one of the four delimiters that the header line has. */
static char find_delimiter(file *f) {
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

static void read_csv(file *f) {
  csv_row row;
  int columns[SLOW_FIELDS]; /* of the fields */
  if (f->text.len == 0) {
    stop(f, 0, "empty-file");
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
      if (is_name(row.cells[k].text, f->schema->fields[i].name))
        columns[i] = k;
    if (columns[i] < 0 && !f->schema->fields[i].optional) {
      stop(f, 0, "missing-column");
      return;
    }
  }
  while (!f->answer->unsure && read_csv_row(f, delimiter, &row)) {
    if (row.is_blank)
      continue;
    if (!is_sound_text(row.text)) {
      add_wrong_row(f, row.line, "bad-encoding");
    } else if (row.count != width) {
      add_wrong_row(f, row.line, "row-shape");
    } else {
      slow_cell cells[SLOW_FIELDS];
      for (int i = 0; i < f->schema->field_count; i++)
        cells[i] = columns[i] >= 0 ? row.cells[columns[i]] : (slow_cell){ .form = SLOW_ABSENT };
      add_row(f, row.line, cells);
    }
  }
}

/* ---- JSON Lines ---- */

/* One line, as RFC 8259 reads it. */
typedef struct json {
  file *f;
  slow_text text;
  size_t at;
} json;

static bool json_value(json *j, slow_cell *cell, int depth);

static void json_blanks(json *j) {
  while (j->at < j->text.len && strchr(" \t\r\n", j->text.ptr[j->at]) && j->text.ptr[j->at])
    j->at++;
}

static bool json_take(json *j, char byte) {
  json_blanks(j);
  if (j->at >= j->text.len || j->text.ptr[j->at] != byte)
    return false;
  j->at++;
  return true;
}

static bool json_hex(json *j, uint32_t *code) {
  *code = 0;
  for (int i = 0; i < 4; i++, j->at++) {
    static const char digits[] = "0123456789abcdefABCDEF";
    const char *digit = j->at < j->text.len && j->text.ptr[j->at] ? strchr(digits, j->text.ptr[j->at]) : NULL;
    if (!digit)
      return false;
    uint32_t value = (uint32_t)(digit - digits);
    *code = *code * 16 + (value > 15 ? value - 6 : value);
  }
  return true;
}

static void add_code(slow_answer *answer, slow_text *text, uint32_t code) {
  if (code < 0x80) {
    add_byte(answer, text, (char)code);
  } else if (code < 0x800) {
    add_byte(answer, text, (char)(0xC0 | code >> 6));
    add_byte(answer, text, (char)(0x80 | (code & 63)));
  } else if (code < 0x10000) {
    add_byte(answer, text, (char)(0xE0 | code >> 12));
    add_byte(answer, text, (char)(0x80 | (code >> 6 & 63)));
    add_byte(answer, text, (char)(0x80 | (code & 63)));
  } else {
    add_byte(answer, text, (char)(0xF0 | code >> 18));
    add_byte(answer, text, (char)(0x80 | (code >> 12 & 63)));
    add_byte(answer, text, (char)(0x80 | (code >> 6 & 63)));
    add_byte(answer, text, (char)(0x80 | (code & 63)));
  }
}

/* Behind a backslash. */
static bool json_escape(json *j, slow_text *text) {
  if (j->at >= j->text.len)
    return false;
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char letter = j->text.ptr[j->at++];
  const char *known = letter ? strchr(letters, letter) : NULL;
  if (known) {
    add_byte(j->f->answer, text, meanings[known - letters]);
    return true;
  }
  uint32_t code, low;
  if (letter != 'u' || !json_hex(j, &code))
    return false;
  if (code == 0)
    slow_unsure(j->f->answer, "an escaped NUL");
  if (code >= 0xDC00 && code <= 0xDFFF)
    return false;
  if (code >= 0xD800 && code <= 0xDBFF) {
    if (j->at + 2 > j->text.len || j->text.ptr[j->at] != '\\' || j->text.ptr[j->at + 1] != 'u')
      return false;
    j->at += 2;
    if (!json_hex(j, &low) || low < 0xDC00 || low > 0xDFFF)
      return false;
    code = 0x10000 + (code - 0xD800) * 1024 + (low - 0xDC00);
  }
  add_code(j->f->answer, text, code);
  return true;
}

static bool json_string(json *j, slow_text *text) {
  if (!json_take(j, '"'))
    return false;
  *text = begin_text(j->f->answer);
  while (j->at < j->text.len && j->text.ptr[j->at] != '"') {
    unsigned char byte = (unsigned char)j->text.ptr[j->at++];
    if (byte < 0x20)
      return false;
    if (byte == '\\' ? !json_escape(j, text) : (add_byte(j->f->answer, text, (char)byte), false))
      return false;
  }
  if (j->at >= j->text.len)
    return false;
  j->at++;
  return true;
}

static size_t json_digits(json *j, slow_text *digits, bool *is_zero) {
  size_t count = 0;
  for (; j->at < j->text.len && j->text.ptr[j->at] >= '0' && j->text.ptr[j->at] <= '9'; count++) {
    *is_zero &= j->text.ptr[j->at] == '0';
    add_byte(j->f->answer, digits, j->text.ptr[j->at++]);
  }
  return count;
}

/* A number with an exponent, its mark moved: the digits, `whole` of which stand before the mark. */
static void write_out(json *j, bool negative, slow_text digits, int64_t place, slow_cell *cell) {
  slow_answer *answer = j->f->answer;
  cell->text = begin_text(answer);
  if (negative)
    add_byte(answer, &cell->text, '-');
  if (place <= 0)
    add_byte(answer, &cell->text, '0');
  for (int64_t i = place < 0 ? place : 0; i < (int64_t)digits.len || i < place; i++) {
    if (i == place)
      add_byte(answer, &cell->text, '.');
    add_byte(answer, &cell->text, i >= 0 && i < (int64_t)digits.len ? digits.ptr[i] : '0');
  }
}

static bool json_number(json *j, slow_cell *cell) {
  size_t from = j->at;
  bool negative = j->text.ptr[j->at] == '-', is_zero = true;
  j->at += negative;
  slow_text digits = begin_text(j->f->answer);
  size_t first = j->at, whole = json_digits(j, &digits, &is_zero);
  if (whole == 0 || (whole > 1 && j->text.ptr[first] == '0'))
    return false;
  if (j->at < j->text.len && j->text.ptr[j->at] == '.') {
    j->at++;
    if (json_digits(j, &digits, &is_zero) == 0)
      return false;
  }
  *cell = (slow_cell){ { j->text.ptr + from, j->at - from }, SLOW_PLAIN };
  if (j->at >= j->text.len || (j->text.ptr[j->at] != 'e' && j->text.ptr[j->at] != 'E'))
    return true;
  j->at++;
  bool down = j->at < j->text.len && j->text.ptr[j->at] == '-';
  j->at += down || (j->at < j->text.len && j->text.ptr[j->at] == '+');
  slow_text exponent = begin_text(j->f->answer);
  bool ignored = true;
  if (json_digits(j, &exponent, &ignored) == 0)
    return false;
  int64_t shift = 0;
  for (size_t i = 0; i < exponent.len && shift < 1000; i++)
    shift = shift * 10 + (exponent.ptr[i] - '0');
  if (shift > 20)
    slow_unsure(j->f->answer, "a large exponent");
  else
    write_out(j, negative, digits, (int64_t)whole + (down ? -shift : shift), cell);
  return true;
}

static bool json_word(json *j, const char *word) {
  size_t length = strlen(word);
  if (j->text.len - j->at < length || memcmp(j->text.ptr + j->at, word, length) != 0)
    return false;
  j->at += length;
  return true;
}

/* A list or an object whose values nobody reads. */
static bool json_nested(json *j, char open, int depth) {
  char close = open == '[' ? ']' : '}';
  slow_cell ignored;
  slow_text name;
  j->at++;
  if (json_take(j, close))
    return true;
  do {
    if (open == '{' && (!json_string(j, &name) || !json_take(j, ':')))
      return false;
    if (!json_value(j, &ignored, depth + 1))
      return false;
  } while (json_take(j, ','));
  return json_take(j, close);
}

static bool json_value(json *j, slow_cell *cell, int depth) {
  json_blanks(j);
  if (j->at >= j->text.len)
    return false;
  size_t from = j->at;
  char head = j->text.ptr[j->at];
  *cell = (slow_cell){ { NULL, 0 }, SLOW_ABSENT };
  if (depth > 60) {
    slow_unsure(j->f->answer, "deep nesting");
    return false;
  }
  if (head == '[' || head == '{') {
    bool read = json_nested(j, head, depth);
    *cell = (slow_cell){ { j->text.ptr + from, j->at - from }, SLOW_NESTED };
    return read;
  }
  if (head == '"') {
    cell->form = SLOW_QUOTED;
    return json_string(j, &cell->text);
  }
  if (head == '-' || (head >= '0' && head <= '9'))
    return json_number(j, cell);
  if (json_word(j, "null"))
    return true;
  bool read = json_word(j, "true") || json_word(j, "false");
  *cell = (slow_cell){ { j->text.ptr + from, j->at - from }, SLOW_PLAIN };
  return read;
}

/* Whether names differ in more than what nobody says here: case, accents, blanks around. */
static bool is_near_name(slow_text text, const char *name) {
  for (size_t i = 0; i < text.len; i++)
    if ((unsigned char)text.ptr[i] >= 0x80 || text.ptr[i] <= ' ')
      return true;
  if (text.len != strlen(name))
    return false;
  for (size_t i = 0; i < text.len; i++)
    if ((text.ptr[i] | 0x20) != (name[i] | 0x20))
      return false;
  return true;
}

/* The object of one line; false: it cannot be read. */
static bool json_object(json *j, slow_cell *cells) {
  bool seen[SLOW_FIELDS] = { false }, twice = false;
  for (int i = 0; i < SLOW_FIELDS; i++)
    cells[i] = (slow_cell){ { NULL, 0 }, SLOW_ABSENT };
  if (!json_take(j, '{'))
    return false;
  if (!json_take(j, '}')) {
    do {
      slow_text name;
      slow_cell cell;
      if (!json_string(j, &name) || !json_take(j, ':') || !json_value(j, &cell, 1))
        return false;
      for (int i = 0; i < j->f->schema->field_count; i++) {
        if (is_name(name, j->f->schema->fields[i].name)) {
          twice = twice || seen[i];
          seen[i] = true;
          cells[i] = cell;
        } else if (is_near_name(name, j->f->schema->fields[i].name)) {
          slow_unsure(j->f->answer, "a member whose name resembles one");
        }
      }
    } while (json_take(j, ','));
    if (!json_take(j, '}'))
      return false;
  }
  json_blanks(j);
  return j->at == j->text.len && !twice;
}

/* What is no text is told by its first bytes; this reader does not. */
static bool may_look_strange(slow_text text) {
  return text.len > 0 && ((unsigned char)text.ptr[0] >= 0x80 || strchr("P(\x1F"
                                                                       "B%\x7F",
                                                                       text.ptr[0]));
}

static void read_json(file *f) {
  if (f->text.len == 0) {
    stop(f, 0, "empty-file");
    return;
  }
  if (may_look_strange(f->text))
    slow_unsure(f->answer, "a file that may be no text");
  for (; !f->answer->unsure && f->at < f->text.len; f->line++) {
    const char *end = memchr(f->text.ptr + f->at, '\n', f->text.len - f->at);
    size_t length = end ? (size_t)(end - (f->text.ptr + f->at)) : f->text.len - f->at;
    json j = { f, { f->text.ptr + f->at, length }, 0 };
    f->at += length + (end != NULL);
    json_blanks(&j);
    if (j.at == j.text.len)
      continue;
    j.at = 0;
    slow_cell cells[SLOW_FIELDS];
    if (!is_sound_text(j.text))
      add_wrong_row(f, f->line, "bad-encoding");
    else if (!json_object(&j, cells))
      add_wrong_row(f, f->line, "row-shape");
    else
      add_row(f, f->line, cells);
  }
}

/* ---- All ---- */

/* Each byte of ISO 8859-1 is the character of its number. */
static slow_text from_latin1(slow_answer *answer, slow_text text) {
  slow_text utf8 = begin_text(answer);
  for (size_t i = 0; i < text.len; i++) {
    unsigned char byte = (unsigned char)text.ptr[i];
    if (byte >= 0x80) {
      add_byte(answer, &utf8, (char)(0xC0 | byte >> 6));
      byte = 0x80 | (byte & 63);
    }
    add_byte(answer, &utf8, (char)byte);
  }
  return utf8;
}

void slow_read(const slow_schema *schema, const slow_text *files, int file_count, slow_answer *out) {
  out->unsure = out->stopped = false;
  out->why = NULL;
  out->row_count = out->fault_count = out->room_used = 0;
  for (int i = 0; i < file_count; i++) {
    file f = { .schema = schema, .answer = out, .text = files[i], .number = i, .line = 1 };
    if (f.text.len >= 3 && memcmp(f.text.ptr, "\xEF\xBB\xBF", 3) == 0) {
      f.text.ptr += 3;
      f.text.len -= 3;
    } else if (schema->latin1) {
      f.text = from_latin1(out, f.text);
    }
    if (schema->json)
      read_json(&f);
    else
      read_csv(&f);
  }
}
