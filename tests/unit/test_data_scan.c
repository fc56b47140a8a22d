/* SPDX-License-Identifier: Apache-2.0 */
/* Vector code and plain C find the same places as a reader that looks at one byte after the other. */
#include "page_room.h"
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

/* Every kind of code on rows[from, to) of a base. */
static void check_at(const char *base, uint32_t from, uint32_t to, char delimiter) {
  static ccl_scan scan;
  size_t length = to - from;
  expected want = slowly(base, from, to, delimiter);
  static const ccl_simd kinds[] = { CCL_SIMD_AVX2, CCL_SIMD_SSE2, CCL_SIMD_PLAIN };
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    ccl_scan_rows(&scan, kinds[k], base, from, to, delimiter);
    cr_assert(scan.mark_count == want.mark_count && scan.end_count == want.end_count,
              "kind %zu, length %zu at %u: %zu marks instead of %zu", k, length, from, scan.mark_count,
              want.mark_count);
    cr_assert(memcmp(scan.marks, want.marks, want.mark_count * sizeof *want.marks) == 0, "kind %zu: marks", k);
    cr_assert(memcmp(scan.ends, want.ends, want.end_count * sizeof *want.ends) == 0, "kind %zu: ends", k);
    cr_assert((scan.doubt_count > 0) == want.doubtful, "kind %zu, length %zu at %u: doubts %zu", k, length, from,
              scan.doubt_count);
  }
}

/* The same for the count of quotation marks, which needs no bytes around. */
static void check_quotes(const char *text, size_t length) {
  size_t quotes = 0;
  for (size_t i = 0; i < length; i++)
    quotes += text[i] == '"';
  cr_assert(ccl_scan_quotes(CCL_SIMD_AVX2, text, length) == quotes);
  cr_assert(ccl_scan_quotes(CCL_SIMD_SSE2, text, length) == quotes);
  cr_assert(ccl_scan_quotes(CCL_SIMD_PLAIN, text, length) == quotes);
}

/* The rows stand between pages that nobody may touch, with the padding and `slack` more bytes before them and behind. */
static void check(const char *text, size_t length, size_t slack, char delimiter) {
  static page_room room;
  if (!room.first)
    room = page_room_new();
  const char *place = at_the_end(room, text, length, CCL_SCAN_PAD + slack, '"');
  uint32_t from = (uint32_t)(place - room.first);
  check_at(room.first, from, (uint32_t)(from + length), delimiter);
  from = (uint32_t)(CCL_SCAN_PAD + slack);
  at_the_start(room, text, length, from, '"');
  memset(room.first + from + length, delimiter, CCL_SCAN_PAD);
  check_at(room.first, from, (uint32_t)(from + length), delimiter);
  check_quotes(at_the_end(room, text, length, slack, '"'), length);
  check_quotes(at_the_start(room, text, length, slack, '"'), length);
}

Test(scan, every_length_and_alignment) {
  char text[200];
  for (size_t length = 1; length <= 140; length++)
    for (size_t offset = 0; offset < 64; offset++) {
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
        check(text, 71, byte % 2 == 0 ? 0 : place, ',');
    }
}

Test(scan, two_quotation_marks_at_every_place) {
  for (size_t first = 0; first < 70; first++)
    for (size_t second = first + 1; second < 70; second++) {
      char text[72];
      memset(text, 'x', sizeof text);
      text[first] = text[second] = '"';
      if (first > 0)
        text[first - 1] = second % 3 == 0 ? ',' : '\n';
      text[second + 1] = first % 3 == 0 ? ',' : '\n';
      text[71] = '\n';
      check(text, sizeof text, 0, ',');
    }
}

/* All heads of a character with all second bytes, and what may follow. */
Test(scan, every_character) {
  static const unsigned char others[] = { 0x7F, 0x80, 0xBF, 0xC0 };
  for (int head = 0x80; head < 256; head++)
    for (int second = 0; second < 256; second++)
      for (int i = 0; i < 16; i++) {
        char text[] = { 'a', (char)head, (char)second, (char)others[i % 4], (char)others[i / 4], '\n' };
        if (second != '"')
          check(text, sizeof text, 0, ',');
      }
}

Test(scan, characters_across_blocks) {
  static const char *const pieces[] = { "é",   "€", "𝄞", "\xC3", "\xE2\x82", "\xF0\x9D\x84", "\xC0\x80", "\xED\xA0\x80",
                                        "\xFF" };
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
    check(text, length, next_random(&state) % 64, ';');
  }
}
