/* SPDX-License-Identifier: Apache-2.0 */
/* JSON Lines, as RFC 8259 reads each of them. */
#include <string.h>

#include "slow_reader.h"

/* One line, as RFC 8259 reads it. */
typedef struct json {
  slow_file *f;
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
    slow_add_byte(answer, text, (char)code);
  } else if (code < 0x800) {
    slow_add_byte(answer, text, (char)(0xC0 | code >> 6));
    slow_add_byte(answer, text, (char)(0x80 | (code & 63)));
  } else if (code < 0x10000) {
    slow_add_byte(answer, text, (char)(0xE0 | code >> 12));
    slow_add_byte(answer, text, (char)(0x80 | (code >> 6 & 63)));
    slow_add_byte(answer, text, (char)(0x80 | (code & 63)));
  } else {
    slow_add_byte(answer, text, (char)(0xF0 | code >> 18));
    slow_add_byte(answer, text, (char)(0x80 | (code >> 12 & 63)));
    slow_add_byte(answer, text, (char)(0x80 | (code >> 6 & 63)));
    slow_add_byte(answer, text, (char)(0x80 | (code & 63)));
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
    slow_add_byte(j->f->answer, text, meanings[known - letters]);
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
  *text = slow_begin_text(j->f->answer);
  while (j->at < j->text.len && j->text.ptr[j->at] != '"') {
    unsigned char byte = (unsigned char)j->text.ptr[j->at++];
    if (byte < 0x20)
      return false;
    if (byte == '\\' ? !json_escape(j, text) : (slow_add_byte(j->f->answer, text, (char)byte), false))
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
    slow_add_byte(j->f->answer, digits, j->text.ptr[j->at++]);
  }
  return count;
}

/* A number with an exponent, its mark moved: the digits, `whole` of which stand before the mark. */
static void write_out(json *j, bool negative, slow_text digits, int64_t place, slow_cell *cell) {
  slow_answer *answer = j->f->answer;
  cell->text = slow_begin_text(answer);
  if (negative)
    slow_add_byte(answer, &cell->text, '-');
  if (place <= 0)
    slow_add_byte(answer, &cell->text, '0');
  for (int64_t i = place < 0 ? place : 0; i < (int64_t)digits.len || i < place; i++) {
    if (i == place)
      slow_add_byte(answer, &cell->text, '.');
    slow_add_byte(answer, &cell->text, i >= 0 && i < (int64_t)digits.len ? digits.ptr[i] : '0');
  }
}

static bool json_number(json *j, slow_cell *cell) {
  size_t from = j->at;
  bool negative = j->text.ptr[j->at] == '-', is_zero = true;
  j->at += negative;
  slow_text digits = slow_begin_text(j->f->answer);
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
  slow_text exponent = slow_begin_text(j->f->answer);
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
        if (slow_is_name(name, j->f->schema->fields[i].name)) {
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

void slow_read_json(slow_file *f) {
  if (f->text.len == 0) {
    slow_stop(f, 0, "empty-file");
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
    if (!slow_is_text(j.text))
      slow_add_wrong(f, f->line, "bad-encoding");
    else if (!json_object(&j, cells))
      slow_add_wrong(f, f->line, "row-shape");
    else
      slow_add_row(f, f->line, cells);
  }
}
