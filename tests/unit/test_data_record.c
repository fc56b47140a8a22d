/* SPDX-License-Identifier: Apache-2.0 */
/* data/bytes, data/text, data/csv, data/json: rows and cells out of bytes, whatever the size of the blocks. */
#include <zlib.h>

#include "data/record.h"
#include "rows_build.h"

TestSuite(record, .init = begin_plan);

static ccl_origin *origin_of(ccl_str path, bool gzipped) {
  ccl_origin *origin = ccl_new(ccl_origin);
  *origin = (ccl_origin){ .path = path, .gzipped = gzipped, .wants_digest = true };
  return origin;
}

static const char *failure(const ccl_text *text) {
  static const char *const looks[] = { "", "utf16", "spreadsheet", "compressed", "binary" };
  static const char *const states[] = { "going",     "end",        "missing", "folder",
                                        "forbidden", "unreadable", "not-kept", "changed", "damaged" };
  return text->looks != CCL_LOOKS_TEXT ? looks[text->looks] : states[ccl_bytes_state_of(text->bytes)];
}

static void add_state(ccl_buf *out, ccl_record_state state, const ccl_record *record, const ccl_text *text) {
  if (state == CCL_RECORD_STOP)
    ccl_buf_printf(out, "stop %s line %u", record->wrong ? ccl_code_text(record->wrong->code) : failure(text),
                   (unsigned)record->line);
  else if (state == CCL_RECORD_LAST)
    ccl_buf_z(out, "end");
  else if (state == CCL_RECORD_WRONG)
    ccl_buf_printf(out, "%u wrong; ", (unsigned)record->line);
}

static void add_cells(ccl_buf *out, const ccl_record *record) {
  static const char opens[] = { '-', '(', '"', '#', '?', '{' };
  ccl_buf_printf(out, "%u%s", (unsigned)record->line, record->is_valid ? "" : " invalid");
  for (size_t i = 0; i < record->count; i++) {
    ccl_buf_char(out, ' ');
    ccl_buf_char(out, opens[record->cells[i].form]);
    ccl_buf_add(out, record->cells[i].text);
  }
  ccl_buf_z(out, "; ");
}

/* Everything that a file holds, in one text. */
static ccl_str csv_text(ccl_str path, bool gzipped, ccl_charset charset, char delimiter, size_t block) {
  ccl_text text;
  ccl_csv csv;
  ccl_record record;
  ccl_buf out = { 0 };
  ccl_text_open(&text, origin_of(path, gzipped), charset, block);
  ccl_csv_open(&csv, &text);
  csv.delimiter = delimiter;
  ccl_record_state state;
  while ((state = ccl_csv_next(&csv, &record)) == CCL_RECORD_READ)
    add_cells(&out, &record);
  add_state(&out, state, &record, &text);
  ccl_csv_close(&csv);
  ccl_text_close(&text);
  return ccl_buf_str(&out);
}

static const size_t blocks[] = { 1, 2, 3, 4, 5, 7, 16, 1 << 18 };

static void csv_reads(const char *bytes, char delimiter, const char *expected) {
  ccl_str path = file_of("some.csv", bytes);
  for (size_t i = 0; i < COUNT(blocks); i++)
    same_text(csv_text(path, false, CCL_CHARSET_UTF8, delimiter, blocks[i]), expected, bytes);
}

Test(record, csv_rows) {
  csv_reads("a,b\n1,2\n", ',', "1 (a (b; 2 (1 (2; end");
  csv_reads("a,b\r\n1,2\r\n3,4", ',', "1 (a (b; 2 (1 (2; 3 (3 (4; end");
  csv_reads("\xEF\xBB\xBF"
            "a;b\n 1 ;\t2\u00A0\n",
            ';', "1 (a (b; 2 (1 (2; end");
  csv_reads("a,b\n\n \n1,2\n\n", ',', "1 (a (b; 4 (1 (2; end");
  csv_reads("a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n", ',', "1 (a (b; 2 \"x, \"y\"\nz (2; 4 (3 (4; end");
  csv_reads("a,b\n\"\", \"\" \n\"\"\"\",\n", ',', "1 (a (b; 2 \" \"; 3 \"\" (; end");
  csv_reads("a\tb\n1\t\n", '\t', "1 (a (b; 2 (1 (; end");
  csv_reads("a,b\n1\n1,2,3\n", ',', "1 (a (b; 2 (1; 3 (1 (2 (3; end");
  csv_reads("", ',', "end");
  csv_reads("\n\n", ',', "end");
  csv_reads("a,b\n\xC3\x28,2\n\xC3\xA9,3\n", ',', "1 (a (b; 2 invalid (\xC3\x28 (2; 3 (\xC3\xA9 (3; end");
}

Test(record, csv_quotes_out_of_place) {
  csv_reads("a,b\n1,\"2\n3,4\n", ',', "1 (a (b; stop unclosed-quote line 2");
  csv_reads("a,b\n1,2\n3,5\" pipe\n4,5\n", ',', "1 (a (b; 2 (1 (2; stop unclosed-quote line 3");
  csv_reads("a,b\n1,2\n3,\"x\"y\n4,5\n", ',', "1 (a (b; 2 (1 (2; stop unclosed-quote line 3");
  csv_reads("a,b\n\"1\n2\",\"x\"y\n", ',', "1 (a (b; stop unclosed-quote line 3");
}

Test(record, code_pages) {
  ccl_str path = file_of("page.csv", "\xE9\x80;\x93"
                                     "x\x94\n\x81;1\n");
  for (size_t i = 0; i < COUNT(blocks); i++) {
    same_text(csv_text(path, false, CCL_CHARSET_CP1252, ';', blocks[i]), "1 (é€ (“x”; 2 invalid (\xFF (1; end",
              "cp1252");
    same_text(csv_text(path, false, CCL_CHARSET_LATIN1, ';', blocks[i]),
              "1 (é\xC2\x80 (\xC2\x93"
              "x\xC2\x94; 2 (\xC2\x81 (1; end",
              "latin1");
  }
}

Test(record, what_is_no_text) {
  static const struct {
    const char *bytes;
    size_t length;
    const char *expected;
  } rows[] = {
    { "\xFF\xFE"
      "a\0",
      4, "stop utf16 line 0" },
    { "\xFE\xFF\0a", 4, "stop utf16 line 0" },
    { "PK\3\4rest", 8, "stop spreadsheet line 0" },
    { "\xD0\xCF\x11\xE0\xA1", 5, "stop spreadsheet line 0" },
    { "\x1F\x8B\x08\0", 4, "stop compressed line 0" },
    { "%PDF-1.7", 8, "stop binary line 0" },
    { "\xFF\xFE", 2, "stop utf16 line 0" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_str path = file_of_bytes("strange", (ccl_str){ rows[i].bytes, rows[i].length });
    for (size_t k = 0; k < COUNT(blocks); k++) {
      ccl_str found = csv_text(path, false, CCL_CHARSET_UTF8, ',', blocks[k]);
      cr_expect(ccl_str_starts(found, ccl_str_sub(S(rows[i].expected), 0, S(rows[i].expected).len - 7)),
                "row %zu: %.*s", i, (int)found.len, found.ptr);
    }
  }
  same_text(csv_text(S("/nowhere/at/all.csv"), false, CCL_CHARSET_UTF8, ',', 16), "stop missing line 1", "missing");
  same_text(csv_text(S("/tmp"), false, CCL_CHARSET_UTF8, ',', 16), "stop folder line 1", "folder");
}

static ccl_str packed(ccl_str text) {
  enum { ROOM = 1 << 16, GZIP = 15 + 16 };
  char *out = ccl_alloc_atomic(ROOM);
  z_stream stream = { 0 };
  cr_assert(deflateInit2(&stream, 9, Z_DEFLATED, GZIP, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = (unsigned char *)(uintptr_t)text.ptr;
  stream.avail_in = (uInt)text.len;
  stream.next_out = (unsigned char *)out;
  stream.avail_out = ROOM;
  cr_assert(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  ccl_str made = { out, stream.total_out };
  deflateEnd(&stream);
  return made;
}

Test(record, gzip) {
  ccl_str first = packed(S("a,b\n1,2\n")), second = packed(S("3,4\n"));
  ccl_str both = ccl_str_join((const ccl_str[]){ first, second, { "\0\0\0", 3 } }, 3, (ccl_str){ NULL, 0 });
  ccl_str junk = ccl_str_join((const ccl_str[]){ first, S("junk") }, 2, (ccl_str){ NULL, 0 });
  for (size_t i = 0; i < COUNT(blocks); i++) {
    same_text(csv_text(file_of_bytes("a.gz", first), true, CCL_CHARSET_UTF8, ',', blocks[i]), "1 (a (b; 2 (1 (2; end",
              "one member");
    same_text(csv_text(file_of_bytes("b.gz", both), true, CCL_CHARSET_UTF8, ',', blocks[i]),
              "1 (a (b; 2 (1 (2; 3 (3 (4; end", "two members and zeros");
    same_text(csv_text(file_of_bytes("z.gz", (ccl_str){ NULL, 0 }), true, CCL_CHARSET_UTF8, ',', blocks[i]), "end",
              "no byte");
    ccl_str found = csv_text(file_of_bytes("d.gz", junk), true, CCL_CHARSET_UTF8, ',', blocks[i]);
    cr_expect(ccl_str_find(found, S("stop damaged")) >= 0, "%.*s", (int)found.len, found.ptr);
  }
  for (size_t length = 1; length < first.len; length++) {
    ccl_str found = csv_text(file_of_bytes("c.gz", ccl_str_sub(first, 0, length)), true, CCL_CHARSET_UTF8, ',', 4);
    cr_expect(ccl_str_find(found, S("stop damaged")) >= 0, "%zu bytes: %.*s", length, (int)found.len, found.ptr);
  }
}

/* ---- JSON ---- */

/* Members a, b, c are slots 0, 1, 2; A is a by another spelling. */
static uint32_t abc(void *self, ccl_str name, size_t rank, bool *exact) {
  (void)self;
  (void)rank;
  *exact = name.len == 1 && name.ptr[0] >= 'a' && name.ptr[0] <= 'c';
  if (*exact)
    return (uint32_t)(name.ptr[0] - 'a');
  return ccl_str_is(name, "A") ? 0 : CCL_JSON_IGNORED;
}

static void json_reads(bool lines, const char *bytes, const char *expected) {
  ccl_str path = file_of("some.json", bytes);
  for (size_t i = 0; i < COUNT(blocks); i++) {
    ccl_text text;
    ccl_json json;
    ccl_record record;
    ccl_buf out = { 0 };
    ccl_text_open(&text, origin_of(path, false), CCL_CHARSET_UTF8, blocks[i]);
    ccl_json_open(&json, &text, lines, 3, abc, NULL);
    ccl_record_state state;
    while ((state = ccl_json_next(&json, &record)) == CCL_RECORD_READ || state == CCL_RECORD_WRONG) {
      if (state == CCL_RECORD_READ)
        add_cells(&out, &record);
      else
        add_state(&out, state, &record, &text);
    }
    add_state(&out, state, &record, &text);
    same_text(ccl_buf_str(&out), expected, bytes);
    ccl_json_close(&json);
    ccl_text_close(&text);
  }
}

Test(record, json_lines) {
  json_reads(true, "{\"a\": 10.10, \"b\": \"x\", \"c\": true}\n\n{\"c\":null}\n", "1 #10.10 \"x ?true; 3 - - -; end");
  json_reads(true, "{\"z\": {\"r\": [1, {\"a\": []}, \"]}\"]}, \"a\": [1,2]}", "1 {[1,2] - -; end");
  json_reads(true, "{\"a\": \"\\u00e9\\n\\\"\\uD83D\\uDE00\\/\"}\r\n", "1 \"é\n\"\U0001F600/ - -; end");
  json_reads(true, "{\"a\": 1.5e3, \"b\": -2E-2, \"c\": 15e-1}", "1 #1500 #-0.02 #1.5; end");
  json_reads(true, "{\"a\": 0e5, \"b\": 1e999, \"c\": 12E+0}", "1 #000000 #1e999 #12; end");
  json_reads(true, "{\"A\": 1, \"a\": 2}\n{\"a\": 2, \"A\": 1}\n{\"a\": 2, \"a\": 1}\n{}",
             "1 #2 - -; 2 #2 - -; 3 wrong; 4 - - -; end");
  json_reads(true,
             "{\"a\": 1\n{\"a\": 01}\n{\"a\": 1.}\n{\"a\": +1}\n{\"a\": \"\\x\"}\n{\"a\": \"\\uD83D\"}\n[1]\n{\"a\": "
             "1} x\n{\"a\": 1,}\n{a: 1}\n{\"a\": nul}\n{\"a\": 1}",
             "1 wrong; 2 wrong; 3 wrong; 4 wrong; 5 wrong; 6 wrong; 7 wrong; 8 wrong; 9 wrong; 10 wrong; 11 wrong; 12 "
             "#1 - -; end");
  json_reads(true, "", "end");
}

Test(record, json_lists) {
  json_reads(false, "[\n{\"a\": 1},\n{\"a\": \"}\\\"]\"}\n]\n", "2 #1 - -; 3 \"}\"] - -; end");
  json_reads(false, " [ ] ", "end");
  json_reads(false, "[{\"a\": 1}, 5, {\"a\": {\"b\": 1}}]", "1 #1 - -; 1 wrong; 1 {{\"b\": 1} - -; end");
  json_reads(false, "{\"a\": 1}", "stop row-shape line 1");
  json_reads(false, "[{\"a\": 1}", "1 #1 - -; stop row-shape line 1");
  json_reads(false, "[{\"a\": 1},]", "1 #1 - -; stop row-shape line 1");
  json_reads(false, "[{\"a\": 1} {\"a\": 2}]", "1 #1 - -; stop row-shape line 1");
  json_reads(false, "[{\"a\": 1}\n] x", "1 #1 - -; stop row-shape line 2");
  json_reads(false, "[{\"a\": 1},\n{\"a\": ", "1 #1 - -; stop row-shape line 2");
}

Test(record, json_depth) {
  ccl_buf deep = { 0 };
  for (size_t depth = 256; depth <= 257; depth++) {
    deep.len = 0;
    ccl_buf_z(&deep, "{\"z\": ");
    ccl_buf_fill(&deep, '[', depth);
    ccl_buf_fill(&deep, ']', depth);
    ccl_buf_z(&deep, "}");
    json_reads(true, ccl_str_z(ccl_buf_str(&deep)), depth == 256 ? "1 - - -; end" : "1 wrong; end");
  }
}
