/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text: a pointer and a length, never owned by the value itself, not terminated. Bytes are UTF-8 unless said otherwise.
 * A ccl_buf builds text; its result lives as long as the session.
 */
#ifndef CCL_BASE_STR_H
#define CCL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ccl_str {
  const char *ptr; /* NULL only when len is 0 */
  size_t len;
} ccl_str;

/* A literal: CCL_STR("abc"). */
#define CCL_STR(literal) ((ccl_str){ "" literal, sizeof(literal) - 1 })
#define CCL_STR_INIT(literal) { "" literal, sizeof(literal) - 1 }

ccl_str ccl_str_from(const char *terminated); /* borrows; NULL gives the empty text */
ccl_str ccl_str_copy(ccl_str text);           /* a copy of its own, with a 0 byte behind it */
const char *ccl_str_z(ccl_str text);          /* a terminated copy, for system calls */
bool ccl_str_eq(ccl_str a, ccl_str b);
bool ccl_str_is(ccl_str a, const char *terminated);
int ccl_str_cmp(ccl_str a, ccl_str b); /* by bytes, which for UTF-8 is by code point */
bool ccl_str_starts(ccl_str text, ccl_str head);
bool ccl_str_ends(ccl_str text, ccl_str tail);
ccl_str ccl_str_sub(ccl_str text, size_t from, size_t to); /* bounds are clipped */
ccl_str ccl_str_trim(ccl_str text);                        /* without blanks (space, tab, CR, LF) around */
ptrdiff_t ccl_str_find(ccl_str text, ccl_str piece);       /* byte offset of the first occurrence, or -1 */
uint64_t ccl_str_hash(ccl_str text);                       /* stable within one run only */

typedef struct ccl_buf {
  char *ptr;
  size_t len, cap;
} ccl_buf; /* {0} is an empty one */

void ccl_buf_add(ccl_buf *buf, ccl_str text);
void ccl_buf_z(ccl_buf *buf, const char *terminated);
void ccl_buf_char(ccl_buf *buf, char byte);
void ccl_buf_fill(ccl_buf *buf, char byte, size_t count);
void ccl_buf_int(ccl_buf *buf, int64_t number); /* decimal, no locale */
/* printf without floating point and without locale flags. */
void ccl_buf_printf(ccl_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text so far. Valid for the session if the buffer is not changed any more. */
ccl_str ccl_buf_str(const ccl_buf *buf);
ccl_str ccl_str_printf(const char *format, ...) __attribute__((format(printf, 1, 2)));
ccl_str ccl_str_join(const ccl_str *parts, size_t count, ccl_str between);

#endif
