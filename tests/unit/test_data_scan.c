/* SPDX-License-Identifier: Apache-2.0 */
/* Vector code and plain C find the same places as a reader that looks at one byte after the other. */
#include "rows_build.h"

#include <string.h>

#include "base/utf8.h"
#include "data/arena.h"
#include "data/scan.h"

TestSuite(scan, .init = begin_plan);

enum { ROOM = 4096 };

typedef struct expected {
  uint32_t marks[ROOM], ends[ROOM];
  size_t mark_count, end_count;
  bool doubtful; /* some byte or quotation mark is out of place */
} expected;

/* One byte after the other. */
static expected slowly(const char *base, uint32_t from, uint32_t to, char delimiter) {
  expected e = { .doubtful = ccl_utf8_invalid_at((ccl_str){ base + from, to - from }) >= 0 };
  bool inside = false;
  for (uint32_t i = from; i < to; i++) {
    char byte = base[i];
    e.doubtful |= byte == 0;
    if (byte == '"' && !inside) {
      bool border = i == from || base[i - 1] == delimiter || base[i - 1] == '\n' || base[i - 1] == '"';
      /* A mark behind one that closes is a doubled one; behind any other byte it is out of place. */
      e.doubtful |= !border;
      inside = true;
    } else if (byte == '"') {
      char next = i + 1 < to ? base[i + 1] : '\n';
      bool border = next == delimiter || next == '\n' || next == '"' || (next == '\r' && base[i + 2] == '\n');
      e.doubtful |= !border;
      inside = false;
    } else if (!inside && (byte == delimiter || byte == '\n')) {
      e.marks[e.mark_count++] = i;
      if (byte == '\n')
        e.ends[e.end_count++] = i;
    }
  }
  return e;
}

/* The rows stand at an offset in a room of their own, whose end is right behind the padding: a byte read too far shows
 * under the sanitizers. */
static void check(const char *text, size_t length, size_t offset, char delimiter) {
  size_t cap = 0, size = 2 * CCL_SCAN_PAD + offset + length;
  char *room = ccl_plain_grow(NULL, &cap, size, 1);
  memset(room, ';', cap);
  uint32_t from = (uint32_t)(CCL_SCAN_PAD + offset), to = (uint32_t)(from + length);
  memcpy(room + from, text, length);
  memset(room + to, 0, CCL_SCAN_PAD);
  expected want = slowly(room, from, to, delimiter);
  ccl_scan scan = { 0 };
  static const ccl_simd kinds[] = { CCL_SIMD_AVX2, CCL_SIMD_SSE2, CCL_SIMD_PLAIN };
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    ccl_scan_rows(&scan, kinds[k], room, from, to, delimiter);
    cr_assert(scan.mark_count == want.mark_count && scan.end_count == want.end_count,
              "kind %zu, length %zu, offset %zu: %zu marks instead of %zu", k, length, offset, scan.mark_count,
              want.mark_count);
    cr_assert(memcmp(scan.marks, want.marks, want.mark_count * sizeof *want.marks) == 0, "kind %zu: marks", k);
    cr_assert(memcmp(scan.ends, want.ends, want.end_count * sizeof *want.ends) == 0, "kind %zu: ends", k);
    cr_assert((scan.doubt_count > 0) == want.doubtful, "kind %zu, length %zu, offset %zu: doubts %zu", k, length, offset,
              scan.doubt_count);
    size_t quotes = 0;
    for (size_t i = 0; i < length; i++)
      quotes += text[i] == '"';
    cr_assert(ccl_scan_quotes(kinds[k], room + from, length) == quotes);
  }
  ccl_scan_free(&scan);
  ccl_plain_free(room);
}

Test(scan, every_length_and_alignment) {
  char text[200];
  for (size_t length = 1; length <= 140; length++)
    for (size_t offset = 0; offset < 3; offset++) {
      for (size_t i = 0; i < length; i++)
        text[i] = (i + offset) % 7 == 0 ? ';' : (i + length) % 11 == 0 ? '\n' : 'a';
      text[length - 1] = '\n';
      check(text, length, offset, ';');
    }
}

Test(scan, every_byte_at_every_place) {
  for (int byte = 0; byte < 256; byte++)
    for (size_t place = 0; place < 66; place++) {
      char text[80];
      memset(text, 'x', sizeof text);
      text[place] = (char)byte;
      text[20] = text[20] == 'x' ? ',' : text[20];
      text[70] = '\n';
      /* A quotation mark alone is never closed: such text does not reach the scan. */
      if (byte != '"')
        check(text, 71, place % 2, ',');
    }
}

Test(scan, characters_across_blocks) {
  static const char *const pieces[] = { "é", "€", "𝄞", "\xC3", "\xE2\x82", "\xF0\x9D\x84", "\xC0\x80", "\xED\xA0\x80", "\xFF" };
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++)
    for (size_t place = 0; place < 70; place++) {
      char text[100];
      memset(text, 'x', sizeof text);
      memcpy(text + place, pieces[p], strlen(pieces[p]));
      text[90] = '\n';
      check(text, 91, 0, ',');
    }
}

static uint32_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*state >> 33);
}

Test(scan, quotation_marks) {
  static const char letters[] = "\"\";a\n\r\"é";
  uint64_t state = 7;
  for (int round = 0; round < 20000; round++) {
    char text[160];
    size_t length = 1 + next_random(&state) % 150, quotes = 0;
    for (size_t i = 0; i < length; i++) {
      text[i] = letters[next_random(&state) % (sizeof letters - 1)];
      quotes += text[i] == '"';
    }
    /* Whole rows: the marks are even, and the last byte is a line end outside them. */
    if (quotes % 2 != 0)
      text[length++] = '"';
    text[length++] = '\n';
    check(text, length, next_random(&state) % 4, ';');
  }
}
