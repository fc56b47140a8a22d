/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON writer: layout, escapes, broken promises. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/mem.h"
#include "render/json.h"

TestSuite(json, .init = ccl_mem_init);

static void expect(const ccl_buf *buf, const char *wanted) {
  ccl_str got = ccl_buf_str(buf);
  cr_expect(ccl_str_is(got, wanted), "wanted:\n%s\ngot:\n%.*s", wanted, (int)got.len, got.ptr);
}

Test(json, layout) {
  ccl_buf buf = { 0 };
  ccl_json json = { .out = &buf };
  ccl_json_object(&json);
  ccl_json_key(&json, "rows");
  ccl_json_int(&json, -12);
  ccl_json_key(&json, "none");
  ccl_json_array(&json);
  ccl_json_end(&json);
  ccl_json_key(&json, "empty");
  ccl_json_object(&json);
  ccl_json_end(&json);
  ccl_json_key(&json, "list");
  ccl_json_array(&json);
  ccl_json_bool(&json, true);
  ccl_json_bool(&json, false);
  ccl_json_null(&json);
  ccl_json_z(&json, NULL);
  ccl_json_z(&json, "text");
  ccl_json_object(&json);
  ccl_json_key_str(&json, CCL_STR("site"));
  ccl_json_str(&json, CCL_STR("FR"));
  ccl_json_end(&json);
  ccl_json_end(&json);
  ccl_json_end(&json);
  expect(&buf, "{\n"
               "  \"rows\": -12,\n"
               "  \"none\": [],\n"
               "  \"empty\": {},\n"
               "  \"list\": [\n"
               "    true,\n"
               "    false,\n"
               "    null,\n"
               "    null,\n"
               "    \"text\",\n"
               "    {\n"
               "      \"site\": \"FR\"\n"
               "    }\n"
               "  ]\n"
               "}\n");
}

Test(json, escapes) {
  static const struct {
    const char *text, *wanted;
  } rows[] = {
    { "", "\"\"\n" },
    { "é € 日本 😀", "\"é € 日本 😀\"\n" },
    { "a \"b\" \\c/", "\"a \\\"b\\\" \\\\c/\"\n" },
    { "a\nb\rc\td", "\"a\\nb\\rc\\td\"\n" },
    { "\x01\x1b[31m\x7f", "\"\\u0001\\u001b[31m\\u007f\"\n" },
    { "\xc2\x85\xe2\x80\xae\xe2\x80\xa8", "\"\\u0085\\u202e\\u2028\"\n" },
    { "\xf3\xa0\x84\x80", "\"\\udb40\\udd00\"\n" }, /* a variation selector beyond the first plane */
    { "a\xff"
      "b\xc3",
      "\"a\xef\xbf\xbd"
      "b\xef\xbf\xbd\"\n" },
    { "no\xc2\xa0"
      "break",
      "\"no\xc2\xa0"
      "break\"\n" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_buf buf = { 0 };
    ccl_json json = { .out = &buf };
    ccl_json_z(&json, rows[i].text);
    expect(&buf, rows[i].wanted);
  }
}

static void leave_with_1(const char *file, int line, const char *what) {
  (void)file, (void)line, (void)what;
  _Exit(1);
}

Test(json, value_without_key, .exit_code = 1) {
  ccl_buf buf = { 0 };
  ccl_json json = { .out = &buf };
  ccl_on_bug(leave_with_1);
  ccl_json_object(&json);
  ccl_json_int(&json, 1);
}

Test(json, key_without_value, .exit_code = 1) {
  ccl_buf buf = { 0 };
  ccl_json json = { .out = &buf };
  ccl_on_bug(leave_with_1);
  ccl_json_object(&json);
  ccl_json_key(&json, "a");
  ccl_json_end(&json);
}

Test(json, too_deep, .exit_code = 1) {
  ccl_buf buf = { 0 };
  ccl_json json = { .out = &buf };
  ccl_on_bug(leave_with_1);
  for (int i = 0; i <= CCL_JSON_DEPTH; i++)
    ccl_json_array(&json);
}
