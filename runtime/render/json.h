/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes JSON: two blanks a level, keys in the order in which they are given, UTF-8. There are no floating-point
 * numbers: figures are texts (cli.md 4), counts are whole numbers.
 *
 *   ccl_json json = { .out = &buf };
 *   ccl_json_object(&json);
 *   ccl_json_key(&json, "rows");
 *   ccl_json_int(&json, 3);
 *   ccl_json_end(&json);
 *
 * In an object a key precedes each value; a value too many or a missing key is a CCL_BUG. The outermost value ends its
 * line.
 */
#ifndef CCL_RENDER_JSON_H
#define CCL_RENDER_JSON_H

#include "base/str.h"

#define CCL_JSON_DEPTH 32 /* levels: our own documents need about ten */

typedef struct ccl_json {
  ccl_buf *out; /* borrowed */
  unsigned depth;
  bool keyed; /* a key waits for its value */
  struct {
    bool object, filled;
  } levels[CCL_JSON_DEPTH];
} ccl_json;

void ccl_json_object(ccl_json *json); /* opens { … } */
void ccl_json_array(ccl_json *json); /* opens [ … ] */
void ccl_json_end(ccl_json *json); /* closes what was opened last */
void ccl_json_key(ccl_json *json, const char *key);
void ccl_json_key_str(ccl_json *json, ccl_str key);
/* Control, format and bidirectional characters are written as \uHHHH, bytes that are no UTF-8 as U+FFFD. */
void ccl_json_str(ccl_json *json, ccl_str text);
void ccl_json_z(ccl_json *json, const char *terminated); /* NULL gives null */
void ccl_json_null(ccl_json *json);
void ccl_json_bool(ccl_json *json, bool value);
void ccl_json_int(ccl_json *json, int64_t number);

#endif
