/* SPDX-License-Identifier: Apache-2.0 */
/* Texts and the buffers that build them. Bytes only: what a character is, base/utf8.h knows. */
#include "base/str.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

ccl_str ccl_str_from(const char *terminated) {
  return terminated ? (ccl_str){ terminated, strlen(terminated) } : (ccl_str){ 0 };
}

const char *ccl_str_z(ccl_str text) {
  if (text.len == SIZE_MAX)
    ccl_mem_exhaust();
  char *copy = ccl_alloc_atomic(text.len + 1);
  if (text.len > 0)
    memcpy(copy, text.ptr, text.len);
  return copy;
}

ccl_str ccl_str_copy(ccl_str text) {
  return (ccl_str){ ccl_str_z(text), text.len };
}

bool ccl_str_eq(ccl_str a, ccl_str b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool ccl_str_is(ccl_str a, const char *terminated) {
  return ccl_str_eq(a, ccl_str_from(terminated));
}

int ccl_str_cmp(ccl_str a, ccl_str b) {
  size_t shorter = a.len < b.len ? a.len : b.len;
  int order = shorter > 0 ? memcmp(a.ptr, b.ptr, shorter) : 0;
  return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool ccl_str_starts(ccl_str text, ccl_str head) {
  return text.len >= head.len && ccl_str_eq(ccl_str_sub(text, 0, head.len), head);
}

bool ccl_str_ends(ccl_str text, ccl_str tail) {
  return text.len >= tail.len && ccl_str_eq(ccl_str_sub(text, text.len - tail.len, text.len), tail);
}

ccl_str ccl_str_sub(ccl_str text, size_t from, size_t to) {
  if (to > text.len)
    to = text.len;
  if (from > to)
    from = to;
  return from == 0 ? (ccl_str){ text.ptr, to } : (ccl_str){ text.ptr + from, to - from };
}

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

ccl_str ccl_str_trim(ccl_str text) {
  size_t from = 0, to = text.len;
  while (from < to && is_blank(text.ptr[from]))
    from++;
  while (to > from && is_blank(text.ptr[to - 1]))
    to--;
  return ccl_str_sub(text, from, to);
}

ptrdiff_t ccl_str_find(ccl_str text, ccl_str piece) {
  if (piece.len == 0)
    return 0;
  for (size_t at = 0; text.len - at >= piece.len; at++) {
    const char *head = memchr(text.ptr + at, piece.ptr[0], text.len - at - piece.len + 1);
    if (!head)
      return -1;
    at = (size_t)(head - text.ptr);
    if (memcmp(head, piece.ptr, piece.len) == 0)
      return (ptrdiff_t)at;
  }
  return -1;
}

/* Eight bytes a round, each round a multiplication and a shift that brings the high bits down again. */
uint64_t ccl_str_hash(ccl_str text) {
  const uint64_t factor = 0x9E3779B97F4A7C15u;
  uint64_t hash = text.len * factor;
  for (size_t at = 0; at < text.len; at += 8) {
    uint64_t word = 0;
    memcpy(&word, text.ptr + at, text.len - at < 8 ? text.len - at : 8);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32;
  }
  hash *= factor;
  return hash ^ hash >> 29;
}

static void reserve(ccl_buf *buf, size_t more) {
  enum { FIRST_CAPACITY = 64 };
  if (more <= buf->cap - buf->len)
    return;
  if (more > SIZE_MAX / 2 - buf->len)
    ccl_mem_exhaust();
  size_t cap = buf->cap > 0 ? buf->cap : FIRST_CAPACITY;
  while (cap < buf->len + more)
    cap *= 2;
  buf->ptr = ccl_realloc_atomic(buf->ptr, buf->cap, cap);
  buf->cap = cap;
}

void ccl_buf_add(ccl_buf *buf, ccl_str text) {
  if (text.len == 0)
    return;
  /* A piece of the buffer itself moves with it. */
  uintptr_t offset = (uintptr_t)text.ptr - (uintptr_t)buf->ptr;
  bool own = buf->ptr && offset < buf->len;
  reserve(buf, text.len);
  memcpy(buf->ptr + buf->len, own ? buf->ptr + offset : text.ptr, text.len);
  buf->len += text.len;
}

void ccl_buf_z(ccl_buf *buf, const char *terminated) {
  ccl_buf_add(buf, ccl_str_from(terminated));
}

void ccl_buf_char(ccl_buf *buf, char byte) {
  reserve(buf, 1);
  buf->ptr[buf->len++] = byte;
}

void ccl_buf_fill(ccl_buf *buf, char byte, size_t count) {
  if (count == 0)
    return;
  reserve(buf, count);
  memset(buf->ptr + buf->len, byte, count);
  buf->len += count;
}

void ccl_buf_int(ccl_buf *buf, int64_t number) {
  ccl_buf_printf(buf, "%" PRId64, number);
}

/* Writes into what is free, and once more when that was too little. */
static void add_formatted(ccl_buf *buf, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  reserve(buf, 1);
  int length = vsnprintf(buf->ptr + buf->len, buf->cap - buf->len, format, args);
  if (length < 0)
    CCL_BUG("a format that printf refuses");
  if ((size_t)length >= buf->cap - buf->len) {
    reserve(buf, (size_t)length + 1);
    vsnprintf(buf->ptr + buf->len, buf->cap - buf->len, format, again);
  }
  buf->len += (size_t)length;
  va_end(again);
}

void ccl_buf_printf(ccl_buf *buf, const char *format, ...) {
  va_list args;
  va_start(args, format);
  add_formatted(buf, format, args);
  va_end(args);
}

ccl_str ccl_buf_str(const ccl_buf *buf) {
  return (ccl_str){ buf->ptr, buf->len };
}

ccl_str ccl_str_printf(const char *format, ...) {
  ccl_buf buf = { 0 };
  va_list args;
  va_start(args, format);
  add_formatted(&buf, format, args);
  va_end(args);
  return ccl_buf_str(&buf);
}

ccl_str ccl_str_join(const ccl_str *parts, size_t count, ccl_str between) {
  ccl_buf buf = { 0 };
  for (size_t i = 0; i < count; i++) {
    if (i > 0)
      ccl_buf_add(&buf, between);
    ccl_buf_add(&buf, parts[i]);
  }
  return ccl_buf_str(&buf);
}
