/* SPDX-License-Identifier: Apache-2.0 */
/* Cells of every kind in many spellings, rows of cells as CSV or JSON Lines, and what goes wrong in them. */
#include "rows_random.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct maker {
  uint64_t state;
  uint8_t *out;
  size_t len;
  slow_schema schema;
  char delimiter;
  unsigned wrong; /* one cell in so many has something wrong; 0: none */
  unsigned manner; /* most cells are written in the manner of this file */
  bool crlf, all_quoted;
} maker;

static uint32_t draw(maker *m, uint32_t below) {
  m->state += UINT64_C(0x9E3779B97F4A7C15);
  uint64_t z = m->state;
  z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
  return (uint32_t)((z ^ z >> 31) >> 32) % below;
}

static bool once_in(maker *m, uint32_t count) {
  return draw(m, count) == 0;
}

/* The way of the file, or once in a while another one. */
static unsigned manner(maker *m, unsigned ways, unsigned shift) {
  return once_in(m, 8) ? draw(m, ways) : (m->manner >> shift) % ways;
}

static void put(maker *m, const char *bytes, size_t count) {
  if (m->len + count > ROWS_LONGEST)
    return;
  memcpy(m->out + m->len, bytes, count);
  m->len += count;
}

static void put_z(maker *m, const char *text) {
  put(m, text, strlen(text));
}

/* ---- Cells ---- */

typedef struct cell {
  char text[200];
  size_t len;
  bool missing; /* in JSON null, or no such member */
  bool bare; /* in JSON it may stand without quotation marks */
} cell;

__attribute__((format(printf, 2, 3))) static void add(cell *c, const char *format, ...) {
  va_list list;
  va_start(list, format);
  int count = vsnprintf(c->text + c->len, sizeof c->text - c->len, format, list);
  va_end(list);
  if (count > 0 && c->len + (size_t)count < sizeof c->text)
    c->len += (size_t)count;
}

static void add_digits(maker *m, cell *c, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    add(c, "%u", i == 0 && count > 1 && !once_in(m, 9) ? 1 + draw(m, 9) : draw(m, 10));
}

/* Days around the changes of the clocks, and any others. */
static void add_date(maker *m, cell *c, bool far) {
  static const char *const days[] = {
    "2026-03-29", "2026-10-25", "2026-03-28", "2026-10-24", "2027-03-28", "2024-02-29"
  };
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  unsigned month = draw(m, 12);
  if (!far && !once_in(m, 3))
    add(c, "%s", days[draw(m, sizeof days / sizeof *days)]);
  else
    add(c, "%u-%02u-%02u", far ? 1998 + draw(m, 38) : 2026, month + 1, 1 + draw(m, (uint32_t)lengths[month]));
}

static void add_time(maker *m, cell *c, bool is_key) {
  static const char *const between[] = { " ", "T", "T", "t", "\xC2\xA0", " " };
  static const char *const offsets[] = { "",
                                         "",
                                         "Z",
                                         "+02:00",
                                         "+01:00",
                                         "-05",
                                         "+0530",
                                         " +01:00",
                                         "z",
                                         ("\xE2\x88\x92"
                                          "03:30") };
  add_date(m, c, is_key);
  add(c, "%s", between[manner(m, 6, 0)]);
  bool changes = once_in(m, 4); /* around the change of the clocks */
  add(c, once_in(m, 20) ? "%u" : "%02u", changes ? (once_in(m, 8) ? 2u : 1 + 2 * draw(m, 2)) : draw(m, 24));
  add(c, ":%02u", draw(m, 60));
  unsigned form = manner(m, 4, 3);
  if (form > 0)
    add(c, ":%02u", draw(m, 60));
  if (form == 3 && once_in(m, 2)) {
    add(c, once_in(m, 8) && m->delimiter != ',' ? "," : ".");
    add_digits(m, c, 1 + draw(m, once_in(m, 10) ? 11 : 3));
  }
  add(c, "%s", offsets[manner(m, 10, 5)]);
}

/* dd/MM/yyyy, HH:mm:ss. */
static void add_by_format(maker *m, cell *c, bool has_time, bool is_key) {
  cell iso = { 0 };
  add_date(m, &iso, is_key);
  if (once_in(m, 20))
    add(c, "%u/%u/%.4s", 1 + draw(m, 28), 1 + draw(m, 12), iso.text);
  else
    add(c, "%.2s/%.2s/%.4s", iso.text + 8, iso.text + 5, iso.text);
  if (has_time)
    add(c, once_in(m, 20) ? "  %u:%u:%u" : " %02u:%02u:%02u", draw(m, 24), draw(m, 60), draw(m, 60));
}

static void add_figure(maker *m, cell *c, bool whole, bool is_key) {
  bool comma = m->delimiter == ';' && !m->schema.json;
  unsigned most = is_key ? 9 : once_in(m, 40) ? 26 : once_in(m, 6) ? 11 : 4;
  if (once_in(m, 12))
    add(c, once_in(m, 6) && !m->schema.json ? "\xE2\x88\x92" : "-");
  if (comma && once_in(m, 6)) {
    static const char *const blanks[] = { " ", "\xC2\xA0", "\xE2\x80\xAF" };
    add_digits(m, c, 1 + draw(m, 3));
    add(c, "%s%03u", blanks[draw(m, 3)], draw(m, 1000));
  } else if (m->schema.json && !once_in(m, 30)) {
    if (once_in(m, 4))
      add(c, "0");
    else
      add(c, "%u%0*u", 1 + draw(m, 9), (int)(1 + draw(m, most > 9 ? 9 : most)), draw(m, 10));
  } else {
    add_digits(m, c, 1 + draw(m, most));
  }
  if ((!whole && manner(m, 3, 10) == 0) || once_in(m, 60)) {
    add(c, comma && !once_in(m, 4) ? "," : ".");
    if (whole)
      add(c, "%.*s", (int)(1 + draw(m, 3)), "0000");
    else
      add_digits(m, c, 1 + draw(m, once_in(m, 12) ? 14 : 3));
  }
  if (m->schema.json && once_in(m, 10))
    add(c, "%c%s%u", "eE"[draw(m, 2)], whole ? "" : (const char *[]){ "", "-", "+" }[draw(m, 3)],
        draw(m, whole ? 3 : 5));
  c->bare = m->schema.json && !once_in(m, 8);
}

static void add_clock(maker *m, cell *c) {
  if (manner(m, 2, 13) == 0)
    add(c, "%02u:%02u:%02u", draw(m, 30), draw(m, 60), draw(m, 60));
  else
    add(c, "%u:%02u", draw(m, 100), draw(m, 60));
  if (once_in(m, 10))
    add(c, ".%u", draw(m, 1000));
}

static void add_in_some_case(maker *m, cell *c, const char *word) {
  unsigned how = manner(m, 3, 15);
  for (size_t i = 0; word[i]; i++) {
    bool letter = word[i] >= 'a' && word[i] <= 'z';
    add(c, "%c", letter && (how == 1 || (how == 2 && i == 0)) ? word[i] - 'a' + 'A' : word[i]);
  }
}

static void add_text(maker *m, cell *c, bool is_key) {
  static const char *const texts[] = { "a",
                                       "support_l1",
                                       "say \"yes\"",
                                       "a, b; c",
                                       "\xF0\x9D\x84\x9E clef",
                                       "\xC3\xA0 la carte",
                                       "",
                                       "\"",
                                       "NA",
                                       "0",
                                       "tab\there",
                                       "two\nlines",
                                       "x|y",
                                       "cr\rin",
                                       "  blanks  ",
                                       "null",
                                       "\"\"\"\"",
                                       "exactly8",
                                       "abcdefghijklmnop",
                                       "a text that is longer than sixteen bytes",
                                       "\xE2\x82\xAC",
                                       "end\n" };
  if (is_key) {
    for (unsigned i = 0, count = 4 + draw(m, 20); i < count; i++)
      add(c, "%c", "abcdefghijklmnopqrstuvwxyz0123456789"[draw(m, 36)]);
  } else {
    add(c, "%s", texts[draw(m, once_in(m, 3) ? sizeof texts / sizeof *texts : 6)]);
  }
}

/* What is nearly right for some kind of field. */
static const char *const wrong_dates[] = { "2026-02-30", "2026-3-29",   "2026-03-29 02:30:00", "2026-13-01",
                                           "2026-00-10", "2026-04-31",  "2026-10-00",          "2026-10-25 ",
                                           "2026/10/25", "26-10-25",    "31/04/2026",          "29/02/2025",
                                           "1/1/26",     "2026-10-25T", "2026-10-2a" };
static const char *const wrong_times[] = { "2026-03-29 02:30:00",
                                           "2026-03-29T02:00",
                                           "2026-03-29T24:00",
                                           "2026-10-25T02:30+",
                                           "2026-10-25 1:02:03.",
                                           "2026-10-25T10:00:00 Z",
                                           "2026-10-25T10:60:00",
                                           "2026-10-25T10:00:60",
                                           "2026-10-25 10",
                                           "2026-10-25 10:0",
                                           "2026-10-25T29:00:00",
                                           "2026-10-25T10:00:00+2",
                                           "2026-10-25T10:00:00+02:60",
                                           "2026-10-25T10:00:00.1234567891",
                                           "29/03/2026 02:30:00",
                                           "25/10/2026 10:00",
                                           "25/10/2026 24:00:00",
                                           "2026-10-25T10:00:0:" };
static const char *const wrong_figures[] = { "1e5",  "+5",           ".5",       "5.",       "1,234", "1 23",
                                             "--1",  "1 234 567",    "12 345,6", "1234 567", "NaN",   "-",
                                             "0x10", "1.2.3",        "1,2,3",    "1.5",      "12/3",  "1:23",
                                             "5-",   "\xE2\x88\x92", "1 2345" };
static const char *const wrong_clocks[] = { "00:60",           "1:2:3",       "12:30:60", "12:60:30", "60:00",
                                            "1:02.0000000001", "12345678:00", "1:02:",    ":10",      "01:02:30:",
                                            "01:6a",           "1:60:00",     "01-02-30", "-00:30" };
static const char *const wrong_words[] = { "maybe", "RE",   "MA", "mA",      "FR ",   "F R", "reunion", "trueish",
                                           "2",     "oui!", "10", "yes yes", "falsy", "tru", "nul",     "null0" };
static const char *const wrong_texts[] = { "\xFF",     "\xC3",     "\xED\xA0\x80",     "",        " ",
                                           "\xC2\xA0", "\xE2\x82", "\xF4\x90\x80\x80", "\xC0\x80" };

/* Something that is not what the field wants, or nearly so. */
static void add_wrong(maker *m, slow_kind kind, cell *c) {
#define LIST(list)                                                                                                     \
  { list, sizeof list / sizeof *list }
  static const struct {
    const char *const *items;
    size_t count;
  } lists[] = { LIST(wrong_dates),  LIST(wrong_times), LIST(wrong_figures), LIST(wrong_figures),
                LIST(wrong_clocks), LIST(wrong_words), LIST(wrong_words),   LIST(wrong_texts) };
#undef LIST
  c->len = 0;
  c->bare = once_in(m, 2);
  if (once_in(m, 4)) {
    for (unsigned i = 0, count = draw(m, 14); i < count; i++)
      add(c, "%c", "0123456789-:. ,T+Z\"aef"[draw(m, 22)]);
    return;
  }
  size_t list = once_in(m, 4) ? draw(m, sizeof lists / sizeof *lists) : (size_t)kind;
  add(c, "%s", lists[list].items[draw(m, (uint32_t)lists[list].count)]);
}

static cell make_cell(maker *m, int index) {
  static const char *const truths[] = { "true", "false", "yes",  "no", "1", "0", "oui",
                                        "non",  "vrai",  "faux", "y",  "n", "o" };
  const slow_field *field = &m->schema.fields[index];
  bool is_key = index == m->schema.key && !once_in(m, 60);
  cell c = { 0 };
  if (field->optional && once_in(m, 6)) {
    c.missing = once_in(m, 4) || !m->schema.missing;
    add(&c, "%s", c.missing ? "" : m->schema.missing);
    return c;
  }
  switch (field->kind) {
  case SLOW_DATE:
  case SLOW_TIME:
    if (field->by_format)
      add_by_format(m, &c, field->kind == SLOW_TIME, is_key);
    else if (field->kind == SLOW_DATE)
      add_date(m, &c, is_key);
    else
      add_time(m, &c, is_key);
    break;
  case SLOW_NUMBER: add_figure(m, &c, false, is_key); break;
  case SLOW_WHOLE: add_figure(m, &c, true, is_key); break;
  case SLOW_DURATION:
    if (manner(m, 3, 17) == 0)
      add_clock(m, &c);
    else
      add_figure(m, &c, false, is_key);
    break;
  case SLOW_TRUTH:
    add_in_some_case(m, &c, truths[manner(m, 4, 19) == 0 ? draw(m, 13) : manner(m, 6, 21) / 2 * 2 + draw(m, 2)]);
    c.bare = once_in(m, 2);
    break;
  case SLOW_CHOICE:
    if (once_in(m, 6))
      add(&c, "%s", once_in(m, 2) ? "fr" : "REUNION");
    else
      add(&c, "%s", field->choices[draw(m, 4)]);
    break;
  case SLOW_TEXT: add_text(m, &c, is_key); break;
  }
  if (m->wrong > 0 && once_in(m, m->wrong))
    add_wrong(m, field->kind, &c);
  return c;
}

/* The times of a row in their order, mostly. */
static void order_times(maker *m, cell *cells) {
  if (m->schema.until < 0 || once_in(m, 40))
    return;
  cell *from = &cells[0], *to = &cells[m->schema.until];
  if (!to->missing && to->len >= 10 && from->len >= 10) {
    if (once_in(m, 8)) { /* the same time, or nearly so */
      *to = *from;
      to->text[to->len - 1] ^= to->text[to->len - 1] >= '0' && to->text[to->len - 1] <= '9' && once_in(m, 2);
      return;
    }
    /* The same day and form, some years later: the hours do not matter then. */
    unsigned year = 2027 + draw(m, 9);
    bool by_format = m->schema.fields[0].by_format;
    char *digits = to->text + (by_format ? 8 : 2);
    memcpy(to->text, from->text, 10);
    digits[0] = (char)('0' + year / 10 % 10);
    digits[1] = (char)('0' + year % 10);
    if (memcmp(to->text + 4, "-02-29", 6) == 0)
      to->text[9] = '8';
    else if (memcmp(to->text, "29/02/", 6) == 0)
      to->text[1] = '8';
  }
}

/* ---- Rows ---- */

static void put_csv_cell(maker *m, const cell *c) {
  bool needs = c->len > 0 && (c->text[0] == ' ' || c->text[c->len - 1] == ' ');
  for (size_t i = 0; i < c->len; i++)
    needs |= c->text[i] == m->delimiter || strchr("\"\n\r", c->text[i]);
  if (once_in(m, 25))
    put_z(m, once_in(m, 3) ? "\xC2\xA0" : " ");
  if (needs || (c->len > 0 && m->all_quoted) || once_in(m, 15)) {
    put_z(m, "\"");
    for (size_t i = 0; i < c->len; i++)
      put(m, c->text[i] == '"' ? "\"\"" : &c->text[i], c->text[i] == '"' ? 2 : 1);
    put_z(m, "\"");
  } else {
    put(m, c->text, c->len);
  }
  if (once_in(m, 25))
    put_z(m, once_in(m, 3) ? "\xE2\x80\xAF" : " ");
}

static void put_csv_row(maker *m, const cell *cells, rows_header way) {
  static const char *const others[] = { "extra",   "",    "\"extra \"\"x\"\"\"", "\"two\nlines\"", "\"a\"b", "a\"b\"",
                                        "\"a\"\"", "\xFF" };
  int count = m->schema.field_count;
  bool first = true;
  for (int i = 0; i < count; i++) {
    int field = way == ROWS_REVERSED ? count - 1 - i : i;
    if (way == ROWS_NEEDED && m->schema.fields[field].optional)
      continue;
    put(m, &m->delimiter, first ? 0 : 1);
    put_csv_cell(m, &cells[field]);
    first = false;
  }
  if (way == ROWS_MORE) {
    put(m, &m->delimiter, 1);
    put_z(m, others[draw(m, m->wrong > 0 && once_in(m, m->wrong) ? 8 : 4)]);
  }
  if (m->wrong > 0 && once_in(m, 4 * m->wrong))
    put(m, &m->delimiter, 1);
  if (m->crlf ? !once_in(m, 20) : once_in(m, 60))
    put_z(m, "\r");
  put_z(m, "\n");
  if (once_in(m, 40))
    put_z(m, once_in(m, 2) ? "\n" : "  \r\n");
}

static void put_json_text(maker *m, const char *text, size_t len) {
  put_z(m, "\"");
  for (size_t i = 0; i < len; i++) {
    unsigned char byte = (unsigned char)text[i];
    char escape[16];
    if (byte == '"' || byte == '\\') {
      put(m, (char[]){ '\\', (char)byte }, 2);
    } else if (byte < 0x20 || (byte < 0x80 && once_in(m, 60))) {
      snprintf(escape, sizeof escape, once_in(m, 2) ? "\\u%04x" : "\\u%04X", byte);
      put_z(m, byte == '\n' && once_in(m, 2) ? "\\n" : escape);
    } else if (byte == 0xC3 && i + 1 < len && once_in(m, 2)) {
      snprintf(escape, sizeof escape, "\\u%04x", 0xC0u + ((unsigned char)text[++i] & 0x3Fu));
      put_z(m, escape);
    } else if (byte == 0xF0 && i + 3 < len && once_in(m, 2)) {
      put_z(m, (const char *[]){ "\\uD834\\uDD1E", "\\ud834\\udd1e", "\\uD834", "\\uDD1E\\uD834",
                                 "\\uDD1E\\uDD1E" }[draw(m, m->wrong > 0 ? 5 : 2)]);
      i += 3;
    } else {
      put(m, &text[i], 1);
    }
  }
  put_z(m, "\"");
}

static void put_space(maker *m) {
  if (once_in(m, 12))
    put_z(m, (const char *[]){ " ", "  ", "\t", "\r" }[draw(m, 4)]);
}

static void put_json_row(maker *m, const cell *cells) {
  static const char *const others[] = { "\"x\":1",
                                        "\"y\": [1, {\"d\": null}, []]",
                                        "\"z\":{\"n\":\"}\",\"o\":{}}",
                                        "\"w\":\"a \\\"b\\\" c\"",
                                        "\"v\":-1.5e-3",
                                        "\"\":true" };
  int count = m->schema.field_count, turned = once_in(m, 5) ? (int)draw(m, (uint32_t)count) : 0;
  bool first = true;
  put_space(m);
  put_z(m, "{");
  for (int i = 0; i < count; i++) {
    const cell *c = &cells[(i + turned) % count];
    if (c->missing && once_in(m, 2))
      continue;
    put_z(m, first ? "" : ",");
    first = false;
    put_space(m);
    if (once_in(m, 12)) {
      put_z(m, others[draw(m, sizeof others / sizeof *others)]);
      put_z(m, ",");
    }
    put_json_text(m, m->schema.fields[(i + turned) % count].name, 1);
    put_space(m);
    put_z(m, ":");
    put_space(m);
    if (c->missing)
      put_z(m, "null");
    else if (c->bare)
      put(m, c->text, c->len);
    else
      put_json_text(m, c->text, c->len);
    put_space(m);
    if (m->wrong > 0 && once_in(m, 4 * m->wrong))
      i--; /* this member again */
  }
  put_z(m, m->wrong > 0 && once_in(m, 8 * m->wrong) ? "]" : "}");
  put_space(m);
  put_z(m, once_in(m, 30) ? "\n\n" : "\n");
}

/* ---- Inputs ---- */

/* Some bytes go, come or change. */
static void spoil(maker *m) {
  static const char bytes[] = "\"\",;\t|\n\r\0\xC3\xFF {}[]:\\0-.1E\x1E";
  for (unsigned i = 1 + draw(m, 3); i > 0 && m->len > ROWS_HEAD; i--) {
    size_t at = ROWS_HEAD + draw(m, (uint32_t)(m->len - ROWS_HEAD));
    uint8_t byte = (uint8_t)bytes[draw(m, sizeof bytes - 1)];
    switch (draw(m, 4)) {
    case 0: m->out[at] = byte; break;
    case 1:
      memmove(m->out + at, m->out + at + 1, m->len - at - 1);
      m->len--;
      break;
    case 2:
      if (m->len < ROWS_LONGEST) {
        memmove(m->out + at + 1, m->out + at, m->len - at);
        m->out[at] = byte;
        m->len++;
      }
      break;
    default: m->len = once_in(m, 2) ? at : m->len; break;
    }
  }
}

/* The rows in ISO 8859-1; what it does not have goes. */
static void as_latin1(maker *m) {
  size_t len = ROWS_HEAD;
  for (size_t i = ROWS_HEAD; i < m->len; i++) {
    uint8_t byte = m->out[i];
    if ((byte == 0xC2 || byte == 0xC3) && i + 1 < m->len && m->out[i + 1] >= 0x80)
      m->out[len++] = (uint8_t)((byte & 3) << 6 | (m->out[++i] & 0x3F));
    else if (byte < 0x80)
      m->out[len++] = byte;
  }
  m->len = len;
}

size_t rows_random(uint64_t number, uint8_t out[ROWS_LONGEST]) {
  static const unsigned wrongs[] = { 0, 0, 40, 25, 12 };
  maker m = { .state = number * UINT64_C(0xD1342543DE82EF95), .out = out, .len = ROWS_HEAD };
  for (int i = 0; i < ROWS_HEAD; i++)
    out[i] = (uint8_t)draw(&m, 256);
  if (!once_in(&m, 6))
    out[2] &= (uint8_t)~16; /* threads cost more than the rest */
  if (once_in(&m, 2))
    out[1] &= (uint8_t)~8; /* what --reject sets aside is never read by columns */
  if ((out[2] & 3) == 1 && !once_in(&m, 3))
    out[2] &= (uint8_t)~3; /* so do many readings */
  m.schema = rows_schema(out[0], out[1]);
  m.delimiter = rows_delimiter(out[1]);
  m.wrong = wrongs[draw(&m, sizeof wrongs / sizeof *wrongs)];
  m.manner = (unsigned)(m.state >> 20);
  m.crlf = once_in(&m, 3);
  m.all_quoted = once_in(&m, 5);
  unsigned most = draw(&m, once_in(&m, 12) ? 40 : 9);
  if (once_in(&m, 500)) { /* several strips of rows */
    most = 900 + draw(&m, 1600);
    m.wrong = once_in(&m, 2) ? 0 : 30000;
  }
  for (unsigned i = 0; i < most && m.len + 900 < ROWS_LONGEST; i++) {
    static cell cells[SLOW_FIELDS], key;
    for (int f = 0; f < m.schema.field_count; f++)
      cells[f] = make_cell(&m, f);
    order_times(&m, cells);
    if (m.schema.key >= 0 && i > 0 &&
        (m.schema.latest >= 0 ? once_in(&m, 4) : m.wrong > 0 && once_in(&m, 2 * m.wrong + 10)))
      cells[m.schema.key] = key; /* one that was there before */
    else if (m.schema.key >= 0 && (i == 0 || once_in(&m, 4)))
      key = cells[m.schema.key];
    if (m.schema.json)
      put_json_row(&m, cells);
    else
      put_csv_row(&m, cells, (rows_header)(out[1] >> 6));
    if (!memchr(out + ROWS_HEAD, 0x1E, m.len - ROWS_HEAD) && once_in(&m, most + 20))
      put_z(&m, "\x1E");
  }
  if (m.schema.latin1 && (out[1] & 32) == 0)
    as_latin1(&m);
  if (once_in(&m, 4) && m.len > ROWS_HEAD)
    m.len--; /* no end of the last line */
  if (m.wrong > 0 && once_in(&m, 3))
    spoil(&m);
  return m.len;
}
