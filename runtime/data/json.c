/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON Lines and lists of objects. Numbers stay text, as written: no figure passes through a machine format. Members
 * that nobody asked for are checked for form and skipped, whatever they hold.
 */
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "data/record.h"

/* ---- Reading one object ---- */

/* The text of one object, and how far it was read. */
typedef struct cursor {
  ccl_str text;
  size_t at;
  ccl_json *json;
  const ccl_message *wrong; /* set by what fails */
  size_t wrong_at;
  ccl_str name; /* of the member given twice */
} cursor;

static bool fails(cursor *c, size_t at) {
  if (!c->wrong) {
    c->wrong = at >= c->text.len ? &ccl_data_say_json_unfinished : &ccl_data_say_json_broken;
    c->wrong_at = at;
  }
  return false;
}

static bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static void skip_space(cursor *c) {
  while (c->at < c->text.len && is_space(c->text.ptr[c->at]))
    c->at++;
}

/* The next byte behind blanks; 0 at the end. */
static char peek(cursor *c) {
  skip_space(c);
  return c->at < c->text.len ? c->text.ptr[c->at] : 0;
}

static bool expect(cursor *c, char byte) {
  if (peek(c) != byte || byte == 0)
    return fails(c, c->at);
  c->at++;
  return true;
}

static int hex(char byte) {
  if (is_digit(byte))
    return byte - '0';
  if (byte >= 'a' && byte <= 'f')
    return byte - 'a' + 10;
  return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* The four digits behind \u. */
static bool read_code(cursor *c, uint32_t *code) {
  *code = 0;
  for (int i = 0; i < 4; i++, c->at++) {
    int digit = c->at < c->text.len ? hex(c->text.ptr[c->at]) : -1;
    if (digit < 0)
      return fails(c, c->at);
    *code = *code << 4 | (uint32_t)digit;
  }
  return true;
}

/* A \u escape, a pair of them for what lies beyond U+FFFF; *out moves on. */
static bool unescape_code(cursor *c, char **out) {
  size_t from = c->at;
  uint32_t code, low;
  if (!read_code(c, &code))
    return false;
  if (code >= 0xD800 && code <= 0xDFFF) {
    bool pair = code < 0xDC00 && c->at + 1 < c->text.len && c->text.ptr[c->at] == '\\' && c->text.ptr[c->at + 1] == 'u';
    if (!pair)
      return fails(c, from);
    c->at += 2;
    if (!read_code(c, &low))
      return false;
    if (low < 0xDC00 || low > 0xDFFF)
      return fails(c, from);
    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  }
  char *p = *out;
  if (code < 0x80) {
    *p++ = (char)code;
  } else if (code < 0x800) {
    *p++ = (char)(0xC0 | code >> 6);
    *p++ = (char)(0x80 | (code & 0x3F));
  } else {
    if (code < 0x10000) {
      *p++ = (char)(0xE0 | code >> 12);
    } else {
      *p++ = (char)(0xF0 | code >> 18);
      *p++ = (char)(0x80 | (code >> 12 & 0x3F));
    }
    *p++ = (char)(0x80 | (code >> 6 & 0x3F));
    *p++ = (char)(0x80 | (code & 0x3F));
  }
  *out = p;
  return true;
}

/* Copies a text with escapes, from its first one on; c->at stands there. */
static bool unescape(cursor *c, size_t from, ccl_str *out) {
  const char *close = c->text.ptr + c->text.len;
  /* What is escaped is never shorter than what it stands for. */
  char *start = ccl_arena_alloc(&c->json->scratch, (size_t)(close - (c->text.ptr + from)));
  memcpy(start, c->text.ptr + from, c->at - from);
  char *p = start + (c->at - from);
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  while (c->at < c->text.len && c->text.ptr[c->at] != '"') {
    char byte = c->text.ptr[c->at++];
    if ((unsigned char)byte < 0x20)
      return fails(c, c->at - 1);
    if (byte != '\\') {
      *p++ = byte;
      continue;
    }
    char escape = c->at < c->text.len ? c->text.ptr[c->at] : 0;
    const char *known = escape != 0 ? strchr(letters, escape) : NULL;
    if (known) {
      *p++ = meanings[known - letters];
      c->at++;
    } else if (escape == 'u') {
      c->at++;
      if (!unescape_code(c, &p))
        return false;
    } else {
      return fails(c, c->at - 1);
    }
  }
  *out = (ccl_str){ start, (size_t)(p - start) };
  return true;
}

static bool read_text(cursor *c, ccl_str *out) {
  if (!expect(c, '"'))
    return false;
  size_t from = c->at;
  while (c->at < c->text.len) {
    char byte = c->text.ptr[c->at];
    if (byte == '"' || byte == '\\' || (unsigned char)byte < 0x20)
      break;
    c->at++;
  }
  *out = ccl_str_sub(c->text, from, c->at);
  if (c->at < c->text.len && c->text.ptr[c->at] != '"' && !unescape(c, from, out))
    return false;
  if (c->at >= c->text.len)
    return fails(c, c->at);
  c->at++;
  return true;
}

static size_t digits(cursor *c) {
  size_t from = c->at;
  while (c->at < c->text.len && is_digit(c->text.ptr[c->at]))
    c->at++;
  return c->at - from;
}

/* A figure with an exponent, written out: 1.5e3 is 1500. Exponents beyond what a figure of the data may be stay as
 * they are, and are then no number. */
static ccl_str write_out(ccl_json *json, ccl_str text) {
  enum { MOST = 64 };
  size_t e = 0, point = text.len;
  while (text.ptr[e] != 'e' && text.ptr[e] != 'E') {
    if (text.ptr[e] == '.')
      point = e;
    e++;
  }
  bool down = text.ptr[e + 1] == '-';
  size_t i = e + 1 + (text.ptr[e + 1] == '-' || text.ptr[e + 1] == '+'), shift = 0;
  for (; i < text.len; i++) {
    shift = shift * 10 + (size_t)(text.ptr[i] - '0');
    if (shift > MOST)
      return text;
  }
  bool negative = text.ptr[0] == '-';
  size_t first = negative ? 1 : 0, whole = (point < e ? point : e) - first, count = 0;
  char *figures = ccl_arena_alloc(&json->scratch, e + 1);
  for (size_t k = first; k < e; k++)
    if (text.ptr[k] != '.')
      figures[count++] = text.ptr[k];
  char *out = ccl_arena_alloc(&json->scratch, count + 2 * MOST + 4), *p = out;
  if (negative)
    *p++ = '-';
  /* The point stands before figure number `place`. */
  int64_t place = (int64_t)whole + (down ? -(int64_t)shift : (int64_t)shift);
  if (place <= 0)
    *p++ = '0';
  int64_t from = place < 0 ? place : 0, to = place > (int64_t)count ? place : (int64_t)count;
  for (int64_t k = from; k < to; k++) {
    if (k == place || (k == from && place <= 0))
      *p++ = '.';
    *p++ = k >= 0 && k < (int64_t)count ? figures[k] : '0';
  }
  return (ccl_str){ out, (size_t)(p - out) };
}

static bool read_number(cursor *c, ccl_record_cell *cell) {
  size_t from = c->at;
  if (c->text.ptr[c->at] == '-')
    c->at++;
  size_t first = c->at;
  if (digits(c) == 0 || (c->text.ptr[first] == '0' && c->at > first + 1))
    return fails(c, c->at);
  if (c->at < c->text.len && c->text.ptr[c->at] == '.') {
    c->at++;
    if (digits(c) == 0)
      return fails(c, c->at);
  }
  bool has_exponent = c->at < c->text.len && (c->text.ptr[c->at] == 'e' || c->text.ptr[c->at] == 'E');
  if (has_exponent) {
    c->at++;
    if (c->at < c->text.len && (c->text.ptr[c->at] == '+' || c->text.ptr[c->at] == '-'))
      c->at++;
    if (digits(c) == 0)
      return fails(c, c->at);
  }
  *cell = (ccl_record_cell){ ccl_str_sub(c->text, from, c->at), CCL_CELL_NUMBER };
  if (has_exponent)
    cell->text = write_out(c->json, cell->text);
  return true;
}

static bool read_word(cursor *c, const char *word, ccl_record_cell *cell, ccl_cell_form form) {
  ccl_str expected = ccl_str_from(word);
  if (!ccl_str_starts(ccl_str_sub(c->text, c->at, c->text.len), expected))
    return fails(c, c->at);
  *cell = (ccl_record_cell){ form == CCL_CELL_ABSENT ? (ccl_str){ NULL, 0 }
                                                     : ccl_str_sub(c->text, c->at, c->at + expected.len),
                             form };
  c->at += expected.len;
  return true;
}

static bool read_value(cursor *c, ccl_record_cell *cell);

static bool read_scalar(cursor *c, ccl_record_cell *cell) {
  char head = peek(c);
  if (head == '"') {
    cell->form = CCL_CELL_QUOTED;
    return read_text(c, &cell->text);
  }
  if (head == '-' || is_digit(head))
    return read_number(c, cell);
  if (head == 't')
    return read_word(c, "true", cell, CCL_CELL_TRUTH);
  if (head == 'f')
    return read_word(c, "false", cell, CCL_CELL_TRUTH);
  return read_word(c, "null", cell, CCL_CELL_ABSENT);
}

/* A list or an object that holds no cell: its form only. No recursion: `kinds` remembers what is open. */
static bool skip_nested(cursor *c) {
  char kinds[CCL_LIMIT_NESTING];
  size_t depth = 0;
  bool wants_value = true; /* false: behind a value */
  ccl_record_cell ignored;
  ccl_str name;
  do {
    char head = peek(c);
    if (wants_value && (head == '[' || head == '{')) {
      if (depth == CCL_LIMIT_NESTING)
        return fails(c, c->at);
      kinds[depth++] = head;
      c->at++;
      char first = peek(c);
      wants_value = !((head == '[' && first == ']') || (head == '{' && first == '}'));
      if (wants_value && head == '{' && !(read_text(c, &name) && expect(c, ':')))
        return false;
    } else if (wants_value) {
      if (!read_scalar(c, &ignored))
        return false;
      wants_value = false;
    } else if (head == ',') {
      c->at++;
      wants_value = true;
      if (kinds[depth - 1] == '{' && !(read_text(c, &name) && expect(c, ':')))
        return false;
    } else if (expect(c, kinds[depth - 1] == '[' ? ']' : '}')) {
      depth--;
    } else {
      return false;
    }
  } while (depth > 0);
  return true;
}

static bool read_value(cursor *c, ccl_record_cell *cell) {
  char head = peek(c);
  if (head != '[' && head != '{')
    return read_scalar(c, cell);
  size_t from = c->at;
  if (!skip_nested(c))
    return false;
  *cell = (ccl_record_cell){ ccl_str_sub(c->text, from, c->at), CCL_CELL_NESTED };
  return true;
}

/* Puts a member where it belongs. A name spelled as declared goes before one that only resembles it. */
static bool place_member(cursor *c, ccl_str name, ccl_record_cell cell, size_t rank, size_t at) {
  ccl_json *json = c->json;
  bool exact = false;
  uint32_t slot = json->slot_of(json->self, name, rank, &exact);
  if (slot == CCL_JSON_IGNORED)
    return true;
  uint8_t how = exact ? 2 : 1;
  if (json->filled[slot] == how) {
    c->wrong = &ccl_data_say_json_twice;
    c->wrong_at = at;
    c->name = name;
    return false;
  }
  if (how > json->filled[slot]) {
    json->cells[slot] = cell;
    json->filled[slot] = how;
  }
  return true;
}

static bool read_object(cursor *c) {
  if (!expect(c, '{'))
    return false;
  if (peek(c) == '}') {
    c->at++;
    return true;
  }
  for (size_t rank = 0;; rank++) {
    ccl_str name;
    ccl_record_cell cell;
    skip_space(c);
    size_t from = c->at;
    if (!read_text(c, &name) || !expect(c, ':') || !read_value(c, &cell) || !place_member(c, name, cell, rank, from))
      return false;
    if (peek(c) != ',')
      return expect(c, '}');
    c->at++;
  }
}

/* The object that is the whole of the text. */
static ccl_record_state read_record(ccl_json *json, ccl_record *record) {
  ccl_arena_reset(&json->scratch);
  if (json->slot_count > 0) {
    memset(json->cells, 0, json->slot_count * sizeof *json->cells);
    memset(json->filled, 0, json->slot_count);
  }
  record->cells = json->cells;
  record->count = json->slot_count;
  record->is_valid = ccl_record_is_valid(record->text);
  if (!record->is_valid)
    return CCL_RECORD_READ; /* the reader says so */
  cursor c = { .text = record->text, .json = json };
  bool is_object = peek(&c) == '{';
  if (is_object && read_object(&c)) {
    skip_space(&c);
    if (c.at == c.text.len)
      return CCL_RECORD_READ;
    fails(&c, c.at);
  }
  record->wrong = is_object ? c.wrong : &ccl_data_say_json_not_object;
  record->args[0] = c.wrong == &ccl_data_say_json_twice
                        ? c.name
                        : ccl_record_excerpt(c.text, is_object && c.wrong_at < c.text.len ? c.wrong_at : 0);
  return CCL_RECORD_WRONG;
}

void ccl_json_row(ccl_json *json, ccl_str row, ccl_record *record, ccl_record_state *state) {
  *record = (ccl_record){ .text = ccl_str_trim(row) };
  *state = record->text.len > 0 ? read_record(json, record) : CCL_RECORD_LAST;
}

bool ccl_json_value(ccl_json *json, ccl_str text, size_t *at, ccl_record_cell *cell) {
  ccl_arena_reset(&json->scratch);
  cursor c = { .text = text, .json = json, .at = *at };
  if (!read_value(&c, cell))
    return false;
  bool valid = ccl_record_is_valid(ccl_str_sub(text, *at, c.at));
  *at = c.at;
  return valid;
}

/* ---- Finding the objects ---- */

void ccl_json_open(ccl_json *json, ccl_text *text, bool lines, size_t slot_count, ccl_json_slot *slot_of, void *self) {
  *json =
      (ccl_json){ .text = text, .lines = lines, .line = 1, .slot_of = slot_of, .self = self, .slot_count = slot_count };
  size_t cap = 0;
  if (slot_count > 0) {
    json->cells = ccl_plain_grow(NULL, &cap, slot_count, sizeof *json->cells);
    cap = 0;
    json->filled = ccl_plain_grow(NULL, &cap, slot_count, 1);
  }
}

void ccl_json_close(ccl_json *json) {
  ccl_plain_free(json->cells);
  ccl_plain_free(json->filled);
  ccl_arena_free(&json->scratch);
}

static ccl_record_state stop(ccl_record *record, const ccl_message *wrong, ccl_str arg) {
  record->wrong = wrong;
  record->args[0] = arg;
  return CCL_RECORD_STOP;
}

static ccl_record_state too_long(ccl_record *record) {
  return stop(record, &ccl_data_say_large_row, ccl_str_printf("%u", CCL_LIMIT_ROW_BYTES >> 20));
}

static bool file_failed(const ccl_text *text) {
  return ccl_bytes_state_of(text->bytes) != CCL_BYTES_END || text->looks != CCL_LOOKS_TEXT;
}

/* JSON Lines: each line an object, blank lines skipped. */
static ccl_record_state next_of_lines(ccl_json *json, ccl_record *record) {
  ccl_text *text = json->text;
  for (;;) {
    size_t seen = 0;
    const char *line_end = NULL;
    bool ends = false;
    while (!ends && !line_end) {
      const char *from = text->buf + text->start + seen, *to = text->buf + text->end;
      line_end = from < to ? memchr(from, '\n', (size_t)(to - from)) : NULL;
      seen = (size_t)((line_end ? line_end : to) - (text->buf + text->start));
      if (seen > CCL_LIMIT_ROW_BYTES) {
        record->line = json->line;
        return too_long(record);
      }
      if (!line_end)
        ends = !ccl_text_more(text);
    }
    record->line = json->line;
    record->text = ccl_str_trim((ccl_str){ text->buf + text->start, seen });
    text->start += ends ? seen : seen + 1;
    json->line++;
    if (ends && file_failed(text))
      return CCL_RECORD_STOP;
    if (record->text.len > 0)
      return read_record(json, record);
    if (ends)
      return CCL_RECORD_LAST;
  }
}

/* The next byte of a list that is no blank; 0 at the end. Not taken. */
static char next_byte(ccl_json *json) {
  ccl_text *text = json->text;
  for (;;) {
    while (text->start < text->end && is_space(text->buf[text->start]))
      json->line += text->buf[text->start++] == '\n';
    if (text->start < text->end)
      return text->buf[text->start];
    if (!ccl_text_more(text))
      return 0;
  }
}

/* The length of the object or whatever else begins at text->start, by its brackets and texts; 0 when the file ends
 * in it. */
static size_t object_length(ccl_json *json) {
  ccl_text *text = json->text;
  size_t depth = 0, at = 0;
  bool in_text = false, escaped = false;
  for (;; at++) {
    if (at > CCL_LIMIT_ROW_BYTES)
      return at;
    if (text->start + at >= text->end && !ccl_text_more(text))
      return 0;
    if (text->start + at >= text->end) {
      at--;
      continue;
    }
    char byte = text->buf[text->start + at];
    if (in_text) {
      in_text = escaped || byte != '"';
      escaped = !escaped && byte == '\\';
      continue;
    }
    in_text = byte == '"';
    if (byte == '{' || byte == '[')
      depth++;
    if ((byte == '}' || byte == ']') && depth > 0 && --depth == 0)
      return at + 1;
    if (depth == 0 && (byte == ',' || byte == ']'))
      return at;
  }
}

enum { BEFORE_LIST, FIRST_OF_LIST, IN_LIST, BEHIND_LIST };

static ccl_str rest(const ccl_text *text) {
  return ccl_record_excerpt((ccl_str){ text->buf + text->start, text->end - text->start }, 0);
}

/* Up to the next object of the list: what has to stand before it. READ: it stands there. */
static ccl_record_state go_to_object(ccl_json *json, ccl_record *record) {
  ccl_text *text = json->text;
  char head = next_byte(json);
  record->line = json->line;
  if (head == 0 && file_failed(text))
    return CCL_RECORD_STOP;
  if (json->place == BEFORE_LIST) {
    if (head != '[')
      return stop(record, &ccl_data_say_json_not_list, (ccl_str){ NULL, 0 });
    text->start++;
    json->place = FIRST_OF_LIST;
    return go_to_object(json, record);
  }
  if (json->place == BEHIND_LIST)
    return head == 0 ? CCL_RECORD_LAST : stop(record, &ccl_data_say_json_more, rest(text));
  if (head == 0)
    return stop(record, &ccl_data_say_json_unfinished, CCL_STR("[ …"));
  if (head == ']') {
    text->start++;
    json->place = BEHIND_LIST;
    return go_to_object(json, record);
  }
  if (json->place == IN_LIST) {
    if (head != ',')
      return stop(record, &ccl_data_say_json_broken, rest(text));
    text->start++;
    head = next_byte(json);
    record->line = json->line;
    if (head == ']' || head == ',')
      return stop(record, &ccl_data_say_json_broken, rest(text));
  }
  json->place = IN_LIST;
  return CCL_RECORD_READ;
}

static ccl_record_state next_of_list(ccl_json *json, ccl_record *record) {
  ccl_record_state state = go_to_object(json, record);
  if (state != CCL_RECORD_READ)
    return state;
  ccl_text *text = json->text;
  size_t length = object_length(json);
  if (length > CCL_LIMIT_ROW_BYTES)
    return too_long(record);
  if (length == 0)
    return file_failed(text) ? CCL_RECORD_STOP : stop(record, &ccl_data_say_json_unfinished, rest(text));
  record->text = (ccl_str){ text->buf + text->start, length };
  text->start += length;
  for (size_t i = 0; i < length; i++)
    json->line += record->text.ptr[i] == '\n';
  return read_record(json, record);
}

ccl_record_state ccl_json_next(ccl_json *json, ccl_record *record) {
  *record = (ccl_record){ 0 };
  return json->lines ? next_of_lines(json, record) : next_of_list(json, record);
}
