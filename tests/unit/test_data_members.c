/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of objects cut 16 bytes at a time, against the complete reader of JSON: what is taken is what that reader reads,
 * to the byte; what it refuses is doubtful; lines as files mostly have them are never doubtful. */
#include "rows_build.h"

#include <string.h>

#include "base/limits.h"
#include "data/members.h"

TestSuite(members, .init = begin_plan);

enum { SLOTS = 3 };

/* Three names are known, each also without case as one that only resembles. */
static uint32_t known_slot(ccl_str name, bool *exact) {
  static const char *const names[] = { "a", "start", "qualit\xC3\xA9 de service, heures pleines",
                                       "A", "START", "Qualit\xC3\xA9 de service, heures pleines" };
  for (uint32_t i = 0; i < 2 * SLOTS; i++)
    if (ccl_str_is(name, names[i])) {
      *exact = i < SLOTS;
      return i % SLOTS;
    }
  return CCL_JSON_IGNORED;
}

static uint32_t slot_of_record(void *self, ccl_str name, size_t rank, bool *exact) {
  (void)self, (void)rank;
  return known_slot(name, exact);
}

static uint32_t slot_of_name(void *self, ccl_str name) {
  (void)self;
  ccl_json json = { 0 };
  ccl_record_cell cell;
  size_t at = 0;
  bool exact, good = ccl_json_value(&json, name, &at, &cell);
  uint32_t slot = good ? known_slot(cell.text, &exact) : CCL_MEMBERS_WRONG;
  ccl_arena_free(&json.scratch);
  return slot;
}

typedef struct bench {
  ccl_members members[2]; /* with vectors and without */
  ccl_json twin;
} bench;

static bench bench_new(void) {
  bench b = { 0 };
  for (size_t i = 0; i < 2; i++)
    ccl_members_begin(&b.members[i], SLOTS, (ccl_members_asks){ NULL, slot_of_name });
  ccl_json_open(&b.twin, NULL, true, SLOTS, slot_of_record, NULL);
  return b;
}

static void bench_free(bench *b) {
  for (size_t i = 0; i < 2; i++)
    ccl_members_free(&b->members[i]);
  ccl_json_close(&b->twin);
}

/* A row that was taken is what the reader reads. */
static void check_row(bench *b, const ccl_members *m, const char *base, size_t row, ccl_str line) {
  ccl_record record;
  ccl_record_state state;
  ccl_json_row(&b->twin, line, &record, &state);
  cr_assert(state == CCL_RECORD_READ && record.is_valid, "taken, but wrong: %.*s", (int)line.len, line.ptr);
  for (size_t slot = 0; slot < SLOTS; slot++) {
    const uint32_t *mark = m->marks + row * m->width + ccl_members_column((uint32_t)slot);
    ccl_str got = { base + mark[-1] + 1, mark[0] - mark[-1] - 1 };
    ccl_record_cell want = record.cells[slot];
    bool is_text = got.ptr[-1] == '"';
    cr_assert(is_text == (want.form == CCL_CELL_QUOTED), "form %d: %.*s", (int)want.form, (int)line.len, line.ptr);
    cr_assert(want.form != CCL_CELL_NESTED);
    cr_assert(ccl_str_eq(got, want.text), "%.*s instead of %.*s: %.*s", (int)got.len, got.ptr, (int)want.text.len,
              want.text.ptr, (int)line.len, line.ptr);
    cr_assert(want.form == CCL_CELL_QUOTED || (want.form == CCL_CELL_ABSENT) == (got.len == 0));
  }
}

/* Lines, the last one with its line end too; how many are doubtful. Nothing but the padding stands around them. */
static size_t check(bench *b, ccl_str text, size_t offset) {
  size_t size = 2 * CCL_SCAN_PAD + offset + text.len, cap = 0, doubts[2] = { 0 };
  char *room = ccl_plain_grow(NULL, &cap, size, 1), *copy = room + cap - size;
  uint32_t from = (uint32_t)(CCL_SCAN_PAD + offset), to = from + (uint32_t)text.len;
  memset(copy, '"', size);
  memset(copy + to, 0, CCL_SCAN_PAD);
  for (size_t kind = 0; kind < 2; kind++) {
    ccl_members *m = &b->members[kind];
    memcpy(copy + from, text.ptr, text.len);
    for (uint32_t at = from; at < to;) {
      uint32_t next = ccl_members_read(m, kind == 0 ? CCL_SIMD_BEST : CCL_SIMD_PLAIN, copy, at, to);
      cr_assert(next > at && next <= to && copy[next - 1] == '\n');
      size_t row = 0, doubt = 0;
      for (uint32_t start = at; start < next;) {
        const char *end = memchr(text.ptr + (start - from), '\n', to - start);
        ccl_str line = { text.ptr + (start - from), (size_t)(end - text.ptr) - (start - from) };
        if (row < m->rows && m->lines[row].from == start) {
          cr_assert_eq(m->lines[row].to - start, line.len);
          check_row(b, m, copy, row++, line);
        } else {
          cr_assert(doubt < m->doubt_count && m->doubts[doubt].from == start &&
                    m->doubts[doubt].to - start == line.len);
          doubt++;
        }
        start += (uint32_t)line.len + 1;
      }
      cr_assert(row == m->rows && doubt == m->doubt_count);
      for (size_t i = 0; i < m->rows; i++)
        ccl_members_restore(m, copy, i);
      cr_assert(memcmp(copy + from, text.ptr, text.len) == 0, "a line is not as it was: %.*s", (int)text.len, text.ptr);
      doubts[kind] += doubt;
      at = next;
    }
  }
  ccl_plain_free(room);
  cr_assert_eq(doubts[0], doubts[1], "vectors and plain code differ: %.*s", (int)text.len, text.ptr);
  return doubts[0];
}

static size_t check_line(bench *b, ccl_str line) {
  return check(b, ccl_str_printf("%.*s\n", (int)line.len, line.ptr), 0);
}

/* ---- Texts ---- */

Test(members, every_byte_at_every_place_of_a_text) {
  bench b = bench_new();
  enum { LONGEST = 40, HEAD = 6, BEHIND = 13 };
  static const char *const heads[] = { "{\"a\":\"", "{\"b\":\"" };
  for (size_t h = 0; h < 2; h++)
    for (size_t length = 0; length <= LONGEST; length++) {
      char line[HEAD + LONGEST + BEHIND + 1];
      memcpy(line, heads[h], HEAD);
      memset(line + HEAD, 'x', length);
      memcpy(line + HEAD + length, "\",\"start\":1}\n", BEHIND);
      ccl_str text = { line, HEAD + length + BEHIND };
      cr_assert_eq(check(&b, text, length % 16), 0);
      for (size_t at = 0; at < length; at++)
        for (int byte = 0; byte < 256; byte++) {
          line[HEAD + at] = (char)byte;
          size_t doubts = check(&b, text, 0);
          bool plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
          cr_assert((doubts == 0) == plain || byte == '\\', "byte %d", byte);
          line[HEAD + at] = 'x';
        }
    }
  bench_free(&b);
}

Test(members, characters_and_escapes) {
  bench b = bench_new();
  static const char *const good[] = { "\xC3\xA9",
                                      "\xE2\x82\xAC",
                                      "\xF0\x9F\x98\x80",
                                      "\xC3\xA9\xC3\xA0",
                                      "\\\"",
                                      "\\\\",
                                      "\\/",
                                      "\\b",
                                      "\\f",
                                      "\\n",
                                      "\\r",
                                      "\\t",
                                      "\\u00e9",
                                      "\\u20AC",
                                      "\\ud83d\\ude00",
                                      "\\u0041",
                                      "\\\\\\\"" };
  static const char *const wrong[] = {
    "\xC3",    "\xA9",  "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\\x",
    "\\u00g0", "\\u12", "\\ud83d",  "\\ude00",      "\\ud83d\\u0041",   "\\'",      "\\U0041"
  };
  for (int length = 0; length <= 40; length++)
    for (int at = 0; at <= length; at++) {
      for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        for (int asked = 0; asked < 2; asked++)
          cr_assert_eq(
              check_line(&b, ccl_str_printf("{\"%s\": \"%.*s%s%.*s\", \"start\": \"y\"}", asked ? "a" : "other", at,
                                            "........................................", good[i], length - at,
                                            "........................................")),
              0, "%s", good[i]);
      for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (int asked = 0; asked < 2; asked++)
          cr_assert_eq(
              check_line(&b, ccl_str_printf("{\"%s\": \"%.*s%s%.*s\", \"start\": \"y\"}", asked ? "a" : "other", at,
                                            "........................................", wrong[i], length - at,
                                            "........................................")),
              1, "%s", wrong[i]);
    }
  /* A NUL stands for nothing to the lanes. */
  cr_assert_eq(check_line(&b, S("{\"a\":\"x\\u0000\"}")), 1);
  cr_assert_eq(check_line(&b, S("{\"b\":\"x\\u0000\"}")), 0);
  bench_free(&b);
}

/* ---- Other values, names, lines ---- */

static const char *const plain_values[] = { "0",
                                            "-0",
                                            "1",
                                            "-12",
                                            "12345678",
                                            "123456789",
                                            "12345678901234567890",
                                            "1.5",
                                            "0.25",
                                            "-0.125",
                                            "12345678.12345678",
                                            "true",
                                            "false",
                                            "null",
                                            "\"\"",
                                            "\"x\"",
                                            "\" x \"",
                                            "1.5e0",
                                            "10E1",
                                            "100.0e-1" };
static const char *const wrong_values[] = { "",         "007",        "00",    "-",    "--1",   "+1",       "1.",
                                            ".5",       "1.e3",       "1e",    "1e+",  "1_0",   "0x1",      "NaN",
                                            "Infinity", "tru",        "truex", "TRUE", "fals",  "nul",      "nulll",
                                            "'x'",      "\"x",        "x",     "1 2",  "[1",    "{\"q\":1", "[1,]",
                                            "{\"q\"}",  "{\"q\":1,}", "[}",    "1\"",  "\"x\"y" };
static const char *const nested[] = { "[]", "{}", "[1, \"a\", [null], {\"q\": [true]}]",
                                      "{\"a\": 1, \"a\": {\"b\": \"]}\"}}", "[\"\\u00e9\", 1e9]" };

Test(members, values_of_every_kind) {
  bench b = bench_new();
  static const char *const frames[] = { "{\"%s\":%s}",
                                        "{\"%s\": %s}",
                                        "{\"%s\":%s,\"start\":\"y\"}",
                                        "{\"start\": \"y\", \"%s\": %s}",
                                        "{\"%s\" :\t%s , \"start\" : \"y\" } ",
                                        " {\"%s\":%s}\r",
                                        "{\"start\":null,\"%s\":%s,\"c\":0}\r" };
  for (size_t f = 0; f < sizeof frames / sizeof *frames; f++)
    for (int asked = 0; asked < 2; asked++) {
      const char *name = asked ? "a" : "other";
      for (size_t i = 0; i < sizeof plain_values / sizeof *plain_values; i++)
        cr_assert(check_line(&b, ccl_str_printf(frames[f], name, plain_values[i])) == 0, "%s", plain_values[i]);
      for (size_t i = 0; i < sizeof wrong_values / sizeof *wrong_values; i++)
        cr_assert(check_line(&b, ccl_str_printf(frames[f], name, wrong_values[i])) == 1, "%s", wrong_values[i]);
      for (size_t i = 0; i < sizeof nested / sizeof *nested; i++)
        cr_assert(check_line(&b, ccl_str_printf(frames[f], name, nested[i])) == (size_t)asked, "%s", nested[i]);
    }
  /* Written out it is longer than there is room. */
  cr_assert_eq(check_line(&b, S("{\"a\":1e3}")), 1);
  cr_assert_eq(check_line(&b, S("{\"a\":1e999}")), 0);
  ccl_buf deep = { 0 };
  for (int depth = 0; depth < CCL_LIMIT_NESTING + 1; depth++)
    ccl_buf_char(&deep, '[');
  for (int depth = 0; depth < CCL_LIMIT_NESTING + 1; depth++)
    ccl_buf_char(&deep, ']');
  ccl_str brackets = ccl_buf_str(&deep);
  cr_assert_eq(check_line(&b, ccl_str_printf("{\"b\":%.*s}", (int)brackets.len, brackets.ptr)), 1);
  cr_assert_eq(check_line(&b, ccl_str_printf("{\"b\":%.*s}", (int)brackets.len - 2, brackets.ptr + 1)), 0);
  bench_free(&b);
}

Test(members, names) {
  bench b = bench_new();
  static const struct {
    const char *line;
    size_t doubts;
  } lines[] = {
    { "{\"a\":1,\"start\":2}", 0 },
    { "{\"start\":2,\"a\":1}", 0 },
    { "{\"A\":1,\"START\":2}", 0 }, /* another spelling */
    { "{\"A\":1,\"a\":2}", 1 },
    { "{\"a\":1,\"a\":2}", 1 },
    { "{\"a\":null,\"a\":2}", 1 },
    { "{\"x\":1,\"x\":2,\"x\":\"3\"}", 0 }, /* nobody asked */
    { "{\"\\u0061\":1}", 0 },
    { "{\"\\u0061\":1,\"a\":2}", 1 },
    { "{\"qualit\xC3\xA9 de service, heures pleines\":1}", 0 },
    { "{\"qualit\\u00e9 de service\":\"x\"}", 0 },
    { "{\"qualit\xC3 de service\":1}", 1 },
    { "{\"b\\q\":1}", 1 },
    { "{\"b\\\":1}", 1 },
    { "{\"a:1}", 1 },
    { "{\"\":1}", 0 },
    { "{\"a\" 1}", 1 },
    { "{a:1}", 1 },
    { "{\"a\":1,}", 1 },
    { "{,\"a\":1}", 1 },
    { "{\"a\":1 \"start\":2}", 1 },
    { "{}", 1 },
    { "", 1 },
    { " \t ", 1 },
    { "[1]", 1 },
    { "1", 1 },
    { "{\"a\":1}{\"a\":1}", 1 },
    { "{\"a\":1}]", 1 },
    { "{\"a\":1", 1 },
    { "{\"", 1 },
    { "{", 1 },
    { "\xEF\xBB\xBF{\"a\":1}", 1 },
    { "{\"a name so long that no line is compared for it, which is left to the search by name\":1,\"a\":2}", 0 },
    { "{\"a name of thirty-two characters\":1,\"start\":2}", 0 },
  };
  for (int turn = 0; turn < 2; turn++)
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
      for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
        cr_assert_eq(check(&b, ccl_str_printf("%s\n%s\n", lines[k].line, lines[i].line), 0),
                     lines[k].doubts + lines[i].doubts, "%s", lines[i].line);
  bench_free(&b);
}

/* One of two names that differ in one byte is asked for; names of every length stand before it. */
Test(members, names_that_are_nearly_the_same) {
  bench b = bench_new();
  static const char asked[] = "qualit\xC3\xA9 de service, heures pleines";
  for (size_t at = 0; at < sizeof asked - 1; at++) {
    char other[sizeof asked];
    memcpy(other, asked, sizeof asked);
    other[at] = (unsigned char)asked[at] < 0x80 ? '#' : other[at];
    for (int turn = 0; turn < 2; turn++)
      cr_assert_eq(check(&b,
                         ccl_str_printf("{\"%s\": 1, \"a\": 2}\n{\"%s\": 3, \"a\": 4}\n", turn ? asked : other,
                                        turn ? other : asked),
                         0),
                   0);
  }
  for (int length = 0; length < 100; length++) {
    char name[100];
    memset(name, 'n', sizeof name);
    cr_assert_eq(
        check(&b, ccl_str_printf("{\"%.*s\":1,\"a\":2}\n{\"%.*s\":1,\"a\":2}\n{\"a\":2}\n", length, name, length, name),
              0),
        0);
  }
  bench_free(&b);
}

/* Names without end: those behind the limit make their lines doubtful. */
Test(members, many_names) {
  bench b = bench_new();
  for (size_t i = 0; i < CCL_LIMIT_COLUMNS; i++)
    cr_assert_eq(check_line(&b, ccl_str_printf("{\"b%zu\":1}", i)), 0);
  cr_assert_eq(check_line(&b, S("{\"one more\":1}")), 1);
  cr_assert_eq(check_line(&b, S("{\"b7\":1}")), 0);
  bench_free(&b);
}

Test(members, long_lines) {
  bench b = bench_new();
  ccl_buf buf = { 0 };
  ccl_buf_z(&buf, "{\"b\":\"");
  while (buf.len < CCL_LIMIT_CELL_BYTES - 2)
    ccl_buf_char(&buf, 'x');
  ccl_buf_z(&buf, "\"}");
  cr_assert_eq(check_line(&b, ccl_buf_str(&buf)), 0);
  buf.len -= 2;
  ccl_buf_z(&buf, "x\"}");
  cr_assert_eq(check_line(&b, ccl_buf_str(&buf)), 1);
  bench_free(&b);
}

/* ---- Any line ---- */

static uint64_t state = 1;

static uint32_t below(uint32_t limit) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 33) % limit;
}

static void put_object(ccl_buf *buf) {
  static const char *const names[] = { "a", "start", "qualit\xC3\xA9 de service, heures pleines",
                                       "x", "y y",   "z\\u00e9",
                                       "A", "other" };
  static const char *const blanks[] = { "", " ", "  ", "\t" };
  const char *blank = blanks[below(6) ? below(2) : below(4)];
  uint32_t first = below(8), count = 1 + below(8);
  ccl_buf_char(buf, '{');
  for (uint32_t i = 0; i < count; i++) {
    const char *value = below(4)   ? plain_values[below(sizeof plain_values / sizeof *plain_values)]
                        : below(4) ? nested[below(sizeof nested / sizeof *nested)]
                                   : "\"l'\xC3\xA9t\xC3\xA9 \\u00e0 \\\"Lyon\\\", plus long que seize octets\"";
    ccl_buf_printf(buf, "%s\"%s\":%s%s", i > 0 ? "," : "", names[(first + i) % 8], blank, value);
  }
  ccl_buf_z(buf, below(20) ? "}\n" : "}\r\n");
}

Test(members, random_lines_with_random_faults) {
  bench b = bench_new();
  static const char odd[] = "\"\\{}[],:0-.eE tfn\n\r\t\x01\x80\xC3";
  for (int i = 0; i < 20000; i++) {
    ccl_buf buf = { 0 };
    for (uint32_t lines = 1 + below(4); lines > 0; lines--)
      put_object(&buf);
    for (uint32_t faults = below(4); faults > 0; faults--) {
      size_t at = below((uint32_t)buf.len - 1);
      if (below(2))
        buf.ptr[at] = odd[below(sizeof odd)];
      else if (below(2))
        memmove(buf.ptr + at, buf.ptr + at + 1, buf.len-- - at - 1);
      else
        buf.ptr[at] = (char)below(256);
    }
    check(&b, ccl_buf_str(&buf), below(16));
  }
  bench_free(&b);
}

/* More rows than are read at once, and doubtful ones between them. */
Test(members, many_lines) {
  bench b = bench_new();
  ccl_buf buf = { 0 };
  for (int i = 0; i < 3 * CCL_MEMBERS_ROWS; i++)
    ccl_buf_printf(&buf, i % 7 == 3 ? "{\"a\":%d,\"a\":2}\n" : "{\"a\":%d,\"start\":\"\\u00e9\"}\n", i);
  cr_assert_eq(check(&b, ccl_buf_str(&buf), 5), (3 * CCL_MEMBERS_ROWS + 3) / 7);
  bench_free(&b);
}
