/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UTF-8. Decoding is our own (one pass, strict); what Unicode knows of characters (classes, decompositions, folding,
 * width) is utf8proc's. utf8proc's functions that allocate are not used: memory is base/mem's.
 */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"

/* What stands for a byte that cannot be read. */
#define REPLACEMENT 0xFFFD

/* The code point that starts at `at` and its length in bytes; -1 and 1 when the bytes there are not UTF-8. */
static int32_t decode(ccl_str text, size_t at, size_t *length) {
  const unsigned char *bytes = (const unsigned char *)text.ptr + at;
  size_t left = text.len - at;
  unsigned char head = bytes[0];
  *length = 1;
  if (head < 0x80)
    return head;
  size_t follow = head >= 0xF0 ? 3 : head >= 0xE0 ? 2 : 1;
  if (head < 0xC2 || head > 0xF4 || left <= follow)
    return -1;
  int32_t code = head & (0x3F >> follow);
  for (size_t i = 1; i <= follow; i++) {
    if ((bytes[i] & 0xC0) != 0x80)
      return -1;
    code = code << 6 | (bytes[i] & 0x3F);
  }
  static const int32_t least[] = { 0, 0x80, 0x800, 0x10000 };
  if (code < least[follow] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
    return -1;
  *length = follow + 1;
  return code;
}

ptrdiff_t ccl_utf8_invalid_at(ccl_str text) {
  size_t length;
  for (size_t at = 0; at < text.len; at += length)
    if (decode(text, at, &length) < 0)
      return (ptrdiff_t)at;
  return -1;
}

int32_t ccl_utf8_next(ccl_str text, size_t *at) {
  if (*at >= text.len)
    return -1;
  size_t length;
  int32_t code = decode(text, *at, &length);
  *at += length;
  return code < 0 ? REPLACEMENT : code;
}

void ccl_utf8_put(ccl_buf *buf, int32_t code_point) {
  uint32_t code = (uint32_t)code_point;
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
    code = REPLACEMENT;
  if (code < 0x80) {
    ccl_buf_char(buf, (char)code);
    return;
  }
  unsigned follow = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const unsigned char heads[] = { 0, 0xC0, 0xE0, 0xF0 };
  ccl_buf_char(buf, (char)(heads[follow] | code >> 6 * follow));
  while (follow-- > 0)
    ccl_buf_char(buf, (char)(0x80 | (code >> 6 * follow & 0x3F)));
}

size_t ccl_utf8_length(ccl_str text) {
  size_t count = 0, at = 0;
  while (ccl_utf8_next(text, &at) >= 0)
    count++;
  return count;
}

size_t ccl_utf8_width(ccl_str text) {
  size_t width = 0, at = 0;
  int32_t code;
  while ((code = ccl_utf8_next(text, &at)) >= 0) {
    int columns = code < 0x7F ? code >= 0x20 : utf8proc_charwidth(code);
    width += columns > 0 ? (size_t)columns : 0;
  }
  return width;
}

/* A text through utf8proc's decomposition and, if the options say so, composition. Invalid UTF-8 comes back as it is.
 */
static ccl_str transform(ccl_str text, int options) {
  const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.ptr;
  utf8proc_ssize_t length = (utf8proc_ssize_t)text.len;
  utf8proc_option_t wanted = (utf8proc_option_t)options;
  utf8proc_ssize_t need = utf8proc_decompose(bytes, length, NULL, 0, wanted);
  if (need <= 0)
    return need < 0 ? text : (ccl_str){ 0 };
  utf8proc_int32_t *codes = ccl_alloc_atomic((size_t)need * sizeof *codes);
  utf8proc_decompose(bytes, length, codes, need, wanted);
  utf8proc_ssize_t count = utf8proc_normalize_utf32(codes, need, wanted);
  ccl_buf buf = { 0 };
  for (utf8proc_ssize_t i = 0; i < count; i++)
    ccl_utf8_put(&buf, codes[i]);
  return ccl_buf_str(&buf);
}

static bool is_ascii(ccl_str text) {
  for (size_t i = 0; i < text.len; i++)
    if ((unsigned char)text.ptr[i] >= 0x80)
      return false;
  return true;
}

ccl_str ccl_utf8_nfc(ccl_str text) {
  enum { FIRST_MARK = 0x300 }; /* below it, every character is NFC whatever stands beside it */
  size_t at = 0;
  int32_t code, highest = 0;
  while ((code = ccl_utf8_next(text, &at)) >= 0)
    highest = code > highest ? code : highest;
  if (highest < FIRST_MARK)
    return text;
  ccl_str normal = transform(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  return ccl_str_eq(normal, text) ? text : normal;
}

ccl_str ccl_utf8_fold(ccl_str text) {
  ccl_str bare =
      transform(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  ccl_buf buf = { 0 };
  size_t at = 0;
  int32_t code;
  while ((code = ccl_utf8_next(bare, &at)) >= 0) {
    if (code == 0x153) /* œ */
      ccl_buf_z(&buf, "oe");
    else if (code == 0xE6) /* æ */
      ccl_buf_z(&buf, "ae");
    else
      ccl_utf8_put(&buf, code);
  }
  return ccl_buf_str(&buf);
}

ccl_str ccl_utf8_plain(ccl_str text) {
  return is_ascii(text) ? text : transform(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK);
}

typedef struct code_points {
  int32_t *items;
  size_t len;
} code_points;

static code_points code_points_of(ccl_str text) {
  code_points codes = { 0 };
  if (text.len > SIZE_MAX / sizeof(int32_t))
    ccl_mem_exhaust();
  codes.items = ccl_alloc_atomic(text.len * sizeof(int32_t));
  size_t at = 0;
  int32_t code;
  while ((code = ccl_utf8_next(text, &at)) >= 0)
    codes.items[codes.len++] = code;
  return codes;
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* The cell (i, j) of the table of distances between the first i and the first j code points; `row`, `one` and `two` are
 * the row of i and the two before it. */
static size_t distance_cell(code_points a, code_points b, size_t i, size_t j, const size_t *row, const size_t *one,
                            const size_t *two) {
  size_t change = one[j - 1] + (a.items[i - 1] != b.items[j - 1]);
  size_t best = least(change, least(one[j], row[j - 1]) + 1);
  bool swapped = i > 1 && j > 1 && a.items[i - 1] == b.items[j - 2] && a.items[i - 2] == b.items[j - 1];
  return swapped ? least(best, two[j - 2] + 1) : best;
}

/* Only the cells within `limit` of the diagonal are computed: the others are beyond the limit anyway. */
size_t ccl_utf8_distance(ccl_str left, ccl_str right, size_t limit) {
  code_points a = code_points_of(left), b = code_points_of(right);
  size_t apart = a.len > b.len ? a.len - b.len : b.len - a.len;
  limit = least(limit, a.len + b.len);
  size_t beyond = limit + 1;
  if (apart > limit)
    return beyond;
  size_t *rows[3];
  for (size_t i = 0; i < 3; i++) {
    rows[i] = ccl_alloc_atomic((b.len + 2) * sizeof(size_t));
    for (size_t j = 0; j <= b.len + 1; j++)
      rows[i][j] = i == 1 ? j : beyond; /* rows[1] is the row of i = 0 */
  }
  for (size_t i = 1; i <= a.len; i++) {
    size_t *row = rows[(i + 1) % 3];
    const size_t *one = rows[i % 3], *two = rows[(i + 2) % 3];
    size_t from = i > limit ? i - limit : 1, to = least(i + limit, b.len);
    row[from - 1] = from == 1 ? i : beyond;
    for (size_t j = from; j <= to; j++)
      row[j] = least(distance_cell(a, b, i, j, row, one, two), beyond);
    row[to + 1] = beyond;
  }
  return least(rows[(a.len + 1) % 3][b.len], beyond);
}

bool ccl_utf8_is_suspicious(int32_t code_point) {
  if (code_point == '\t' || code_point == '\r' || code_point == '\n')
    return false;
  if (code_point >= 0x20 && code_point < 0x7F)
    return false;
  if (code_point == 0x2800) /* the Braille pattern without a dot */
    return true;
  const utf8proc_property_t *property = utf8proc_get_property(code_point);
  /* ignorable: fillers, joiners, variation selectors, tags, and what Unicode keeps for more of them. */
  return property->ignorable || property->category == UTF8PROC_CATEGORY_CC ||
         property->category == UTF8PROC_CATEGORY_CF || property->category == UTF8PROC_CATEGORY_ZL ||
         property->category == UTF8PROC_CATEGORY_ZP;
}

static void escape_code(ccl_buf *buf, int32_t code) {
  if (code == '\n')
    ccl_buf_z(buf, "\\n");
  else if (code == '\r')
    ccl_buf_z(buf, "\\r");
  else if (code == '\t')
    ccl_buf_z(buf, "\\t");
  else if (!ccl_utf8_is_suspicious(code))
    ccl_utf8_put(buf, code);
  else if (code < 0x80)
    ccl_buf_printf(buf, "\\x%02X", (unsigned)code);
  else
    ccl_buf_printf(buf, "\\u{%04X}", (unsigned)code);
}

ccl_str ccl_utf8_escape(ccl_str text, size_t limit) {
  ccl_buf buf = { 0 };
  size_t length, shown = 0;
  for (size_t at = 0; at < text.len; at += length) {
    if (shown++ == limit) {
      ccl_buf_z(&buf, "…");
      break;
    }
    int32_t code = decode(text, at, &length);
    if (code < 0)
      ccl_buf_printf(&buf, "\\x%02X", (unsigned)(unsigned char)text.ptr[at]);
    else
      escape_code(&buf, code);
  }
  return ccl_buf_str(&buf);
}
