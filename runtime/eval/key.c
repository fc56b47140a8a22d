/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of a run's tables. They are compared within one run only. */
#include "eval/key.h"

static void add_bytes(ccl_buf *key, const void *bytes, size_t count) {
  ccl_buf_add(key, (ccl_str){ bytes, count });
}

void ccl_key_number(ccl_buf *key, uint32_t number) {
  add_bytes(key, &number, sizeof number);
}

void ccl_key_days(ccl_buf *key, ccl_days days) {
  add_bytes(key, &days, sizeof days);
}

void ccl_key_dayset(ccl_buf *key, ccl_dayset set) {
  ccl_key_number(key, (uint32_t)set.len);
  for (size_t i = 0; i < set.len; i++)
    ccl_key_days(key, set.items[i]);
}

void ccl_key_pointer(ccl_buf *key, const void *pointer) {
  add_bytes(key, &pointer, sizeof pointer);
}

static void add_text(ccl_buf *key, ccl_str text) {
  ccl_key_number(key, (uint32_t)text.len);
  ccl_buf_add(key, text);
}

static void add_known(ccl_buf *key, ccl_value value) {
  switch (value.kind) {
  case CCL_KIND_NUMBER: add_text(key, ccl_rat_fraction_text(value.as.number)); return;
  case CCL_KIND_BOOL: ccl_key_number(key, value.as.truth); return;
  case CCL_KIND_TEXT: add_text(key, value.as.text); return;
  case CCL_KIND_DATE: ccl_key_number(key, (uint32_t)value.as.day); return;
  case CCL_KIND_TIMESTAMP:
    add_bytes(key, &value.as.instant.seconds, sizeof value.as.instant.seconds);
    ccl_key_number(key, (uint32_t)value.as.instant.nanos);
    return;
  case CCL_KIND_MONTH: ccl_key_number(key, (uint32_t)value.as.month); return;
  case CCL_KIND_WEEKDAY: ccl_key_number(key, (uint32_t)value.as.weekday); return;
  case CCL_KIND_CHOICE: ccl_key_number(key, value.as.choice); return;
  }
}

void ccl_key_value(ccl_buf *key, ccl_value value) {
  ccl_key_number(key, (uint32_t)value.state);
  if (value.state == CCL_TROUBLE) {
    ccl_key_number(key, (uint32_t)value.as.trouble->code);
    ccl_key_pointer(key, value.as.trouble->at);
    return;
  }
  if (value.state != CCL_KNOWN)
    return;
  ccl_key_number(key, (uint32_t)value.kind);
  add_known(key, value);
}

void ccl_key_values(ccl_buf *key, const ccl_value *values, size_t count) {
  for (size_t i = 0; i < count; i++)
    ccl_key_value(key, values[i]);
}
