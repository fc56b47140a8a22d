/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON writer: layout and escapes. What is written, and in which order, is for its callers. */
#include "render/json.h"

#include "base/mem.h"
#include "base/utf8.h"

static void new_line(ccl_json *json) {
  ccl_buf_char(json->out, '\n');
  ccl_buf_fill(json->out, ' ', (size_t)json->depth * 2);
}

/* Before a value, or a key: the comma and the new line that its place asks for. */
static void open_place(ccl_json *json, bool is_key) {
  if (json->depth == 0)
    return;
  bool object = json->levels[json->depth - 1].object;
  if (is_key ? !object || json->keyed : object && !json->keyed)
    CCL_BUG("JSON: a key without a value, or a value without a key");
  if (json->keyed) {
    json->keyed = false;
    return;
  }
  if (json->levels[json->depth - 1].filled)
    ccl_buf_char(json->out, ',');
  json->levels[json->depth - 1].filled = true;
  new_line(json);
}

static void close_place(ccl_json *json) {
  if (json->depth == 0)
    ccl_buf_char(json->out, '\n');
}

static void open_level(ccl_json *json, bool object) {
  open_place(json, false);
  if (json->depth == CCL_JSON_DEPTH)
    CCL_BUG("JSON: too many levels");
  json->levels[json->depth].object = object;
  json->levels[json->depth].filled = false;
  json->depth++;
  ccl_buf_char(json->out, object ? '{' : '[');
}

void ccl_json_object(ccl_json *json) {
  open_level(json, true);
}

void ccl_json_array(ccl_json *json) {
  open_level(json, false);
}

void ccl_json_end(ccl_json *json) {
  if (json->depth == 0 || json->keyed)
    CCL_BUG("JSON: nothing to close, or a key without a value");
  json->depth--;
  if (json->levels[json->depth].filled)
    new_line(json);
  ccl_buf_char(json->out, json->levels[json->depth].object ? '}' : ']');
  close_place(json);
}

static void add_escaped(ccl_buf *out, int32_t c) {
  switch (c) {
  case '"': ccl_buf_z(out, "\\\""); return;
  case '\\': ccl_buf_z(out, "\\\\"); return;
  case '\n': ccl_buf_z(out, "\\n"); return;
  case '\r': ccl_buf_z(out, "\\r"); return;
  case '\t': ccl_buf_z(out, "\\t"); return;
  default: break;
  }
  bool hidden = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || ccl_utf8_is_suspicious(c);
  if (!hidden)
    ccl_utf8_put(out, c);
  else if (c < 0x10000)
    ccl_buf_printf(out, "\\u%04x", (unsigned)c);
  else
    ccl_buf_printf(out, "\\u%04x\\u%04x", 0xd800u + (((unsigned)c - 0x10000u) >> 10), 0xdc00u + ((unsigned)c & 0x3ffu));
}

static void add_text(ccl_buf *out, ccl_str text) {
  ccl_buf_char(out, '"');
  while (text.len > 0) {
    ptrdiff_t wrong = ccl_utf8_invalid_at(text);
    ccl_str valid = ccl_str_sub(text, 0, wrong < 0 ? text.len : (size_t)wrong);
    size_t at = 0;
    for (int32_t c; (c = ccl_utf8_next(valid, &at)) >= 0;)
      add_escaped(out, c);
    if (wrong < 0)
      break;
    ccl_utf8_put(out, 0xfffd);
    text = ccl_str_sub(text, (size_t)wrong + 1, text.len);
  }
  ccl_buf_char(out, '"');
}

void ccl_json_key_str(ccl_json *json, ccl_str key) {
  if (json->depth == 0)
    CCL_BUG("JSON: a key outside an object");
  open_place(json, true);
  add_text(json->out, key);
  ccl_buf_z(json->out, ": ");
  json->keyed = true;
}

void ccl_json_key(ccl_json *json, const char *key) {
  ccl_json_key_str(json, ccl_str_from(key));
}

void ccl_json_str(ccl_json *json, ccl_str text) {
  open_place(json, false);
  add_text(json->out, text);
  close_place(json);
}

static void add_word(ccl_json *json, const char *word) {
  open_place(json, false);
  ccl_buf_z(json->out, word);
  close_place(json);
}

void ccl_json_z(ccl_json *json, const char *terminated) {
  if (terminated)
    ccl_json_str(json, ccl_str_from(terminated));
  else
    add_word(json, "null");
}

void ccl_json_null(ccl_json *json) {
  add_word(json, "null");
}

void ccl_json_bool(ccl_json *json, bool value) {
  add_word(json, value ? "true" : "false");
}

void ccl_json_int(ccl_json *json, int64_t number) {
  open_place(json, false);
  ccl_buf_int(json->out, number);
  close_place(json);
}
