/* SPDX-License-Identifier: Apache-2.0 */
/* base/utf8: every function, on ordinary and on broken texts. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

TestSuite(utf8, .init = ccl_mem_init, .fini = ccl_mem_release);

#define S(text) ccl_str_from(text)

static void same(ccl_str found, const char *expected) {
  cr_assert(ccl_str_is(found, expected), "found \"%.*s\", expected \"%s\"", (int)found.len, found.ptr, expected);
}

Test(utf8, validation) {
  static const struct {
    const char text[16];
    ptrdiff_t at;
  } rows[] = {
    { "", -1 },
    { "abc", -1 },
    { "é€𝄞", -1 },
    { "\x7F", -1 },
    { "\xEF\xBF\xBD\xF4\x8F\xBF\xBF", -1 }, /* the last code point */
    { "\xF4\x90\x80\x80", 0 }, /* one past it */
    { "ab\xC3", 2 }, /* cut short */
    { "\x80", 0 },
    { "a\xC0\xAF", 1 }, /* overlong */
    { "\xC1\xBF", 0 }, /* overlong */
    { "\xE0\x9F\xBF", 0 }, /* overlong */
    { "\xF0\x8F\xBF\xBF", 0 },
    { "\xED\x9F\xBF", -1 }, /* before the surrogates */
    { "\xED\xA0\x80", 0 }, /* a surrogate */
    { "\xEE\x80\x80", -1 },
    { "\xE2\x82", 0 },
    { "\xE2\x28\xA1", 0 },
    { "\xFF", 0 },
    { "\xF8\x88\x80\x80\x80", 0 },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    cr_assert_eq(ccl_utf8_invalid_at(S(rows[i].text)), rows[i].at, "row %zu", i);
  cr_assert_eq(ccl_utf8_invalid_at(CCL_STR("a\0b")), -1, "a zero byte is a character");
}

Test(utf8, every_code_point_goes_there_and_back) {
  for (int32_t code = 0; code <= 0x10FFFF; code++) {
    if (code >= 0xD800 && code <= 0xDFFF)
      continue;
    char bytes[8];
    ccl_buf buf = { bytes, 0, sizeof bytes };
    ccl_utf8_put(&buf, code);
    size_t at = 0;
    int32_t read = ccl_utf8_next(ccl_buf_str(&buf), &at);
    if (read != code || at != buf.len)
      cr_assert_fail("U+%04X", (unsigned)code);
  }
  ccl_buf buf = { 0 };
  ccl_utf8_put(&buf, 0xD800);
  ccl_utf8_put(&buf, 0x110000);
  ccl_utf8_put(&buf, -1);
  same(ccl_buf_str(&buf), "\uFFFD\uFFFD\uFFFD");
}

Test(utf8, walking) {
  ccl_str text = S("aé\xFF€");
  size_t at = 0;
  cr_assert_eq(ccl_utf8_next(text, &at), 'a');
  cr_assert_eq(ccl_utf8_next(text, &at), 0xE9);
  cr_assert_eq(ccl_utf8_next(text, &at), 0xFFFD);
  cr_assert_eq(ccl_utf8_next(text, &at), 0x20AC);
  cr_assert_eq(ccl_utf8_next(text, &at), -1);
  cr_assert_eq(ccl_utf8_next((ccl_str){ 0 }, &(size_t){ 0 }), -1);
}

Test(utf8, lengths_and_widths) {
  static const struct {
    const char text[24];
    size_t length, width;
  } rows[] = {
    { "", 0, 0 },     { "abc", 3, 3 },      { "été", 3, 3 },         { "e\u0301te\u0301", 5, 3 },
    { "日本", 2, 4 }, { "a\u00A0b", 3, 3 }, { "32\u202F000", 6, 6 }, { "\x1B[m", 3, 2 },
    { "\t", 1, 0 },   { "ＡＢ", 2, 4 },     { "\u200B", 1, 0 },      { "€", 1, 1 },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    cr_assert_eq(ccl_utf8_length(S(rows[i].text)), rows[i].length, "length of row %zu", i);
    cr_assert_eq(ccl_utf8_width(S(rows[i].text)), rows[i].width, "width of row %zu", i);
  }
}

Test(utf8, normalisation) {
  same(ccl_utf8_nfc(S("e\u0301te\u0301")), "été");
  same(ccl_utf8_nfc(S("q\u0323\u0307")), "q\u0323\u0307");
  same(ccl_utf8_nfc(S("q\u0307\u0323")), "q\u0323\u0307");
  same(ccl_utf8_nfc(S("\u212B")), "Å");
  same(ccl_utf8_nfc(S("\u1112\u1161\u11AB")), "한");
  ccl_str already = S("déjà, œuvre, ﬁn, 한");
  cr_assert_eq(ccl_utf8_nfc(already).ptr, already.ptr, "the text itself");
  cr_assert_eq(ccl_utf8_nfc((ccl_str){ 0 }).len, 0);
  same(ccl_utf8_nfc(S("a\u0300\xFF")), "a\u0300\xFF");
}

Test(utf8, folding) {
  static const struct {
    const char text[40], folded[24];
  } rows[] = {
    { "Début de l'Appel", "debut de l'appel" },
    { "E\u0301TE\u0301", "ete" },
    { "ŒUVRE œuvre", "oeuvre oeuvre" },
    { "Æther ǽ", "aether ae" },
    { "Straße", "strasse" },
    { "N°\u00A01", "n° 1" },
    { "ﬁn", "fin" },
    { "ＡＢＣ", "abc" },
    { "ÀÉÎÕÜÇñ", "aeioucn" },
    { "İstanbul", "istanbul" },
    { "", "" },
    { "\u0301", "" },
    { "ΑΒΓ", "αβγ" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    ccl_str folded = ccl_utf8_fold(S(rows[i].text));
    cr_assert(ccl_str_is(folded, rows[i].folded), "row %zu: \"%.*s\"", i, (int)folded.len, folded.ptr);
    cr_assert(ccl_str_eq(ccl_utf8_fold(folded), folded), "twice, row %zu", i);
  }
}

Test(utf8, without_accents) {
  same(ccl_utf8_plain(S("Barème d'Activité à Nîmes")), "Bareme d'Activite a Nimes");
  same(ccl_utf8_plain(S("E\u0301te\u0301")), "Ete");
  same(ccl_utf8_plain(S("œuvre")), "œuvre");
  same(ccl_utf8_plain(S("plain")), "plain");
  same(ccl_utf8_plain(S("한")), "한");
  same(ccl_utf8_plain((ccl_str){ 0 }), "");
}

/* The whole table, without bands or limits: what the fast one is compared with. */
static size_t plain_distance(const char *a, size_t m, const char *b, size_t n) {
  size_t table[12][12];
  for (size_t i = 0; i <= m; i++)
    for (size_t j = 0; j <= n; j++) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      size_t best = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      best = table[i - 1][j] + 1 < best ? table[i - 1][j] + 1 : best;
      best = table[i][j - 1] + 1 < best ? table[i][j - 1] + 1 : best;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && table[i - 2][j - 2] + 1 < best)
        best = table[i - 2][j - 2] + 1;
      table[i][j] = best;
    }
  return table[m][n];
}

static uint64_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return *state >> 33;
}

Test(utf8, distances) {
  cr_assert_eq(ccl_utf8_distance(S("charge"), S("charge"), 3), 0);
  cr_assert_eq(ccl_utf8_distance(S("chrage"), S("charge"), 3), 1, "neighbours swapped");
  cr_assert_eq(ccl_utf8_distance(S("activite"), S("activité"), 3), 1);
  cr_assert_eq(ccl_utf8_distance(S("tarif"), S("tarifs"), 3), 1);
  cr_assert_eq(ccl_utf8_distance(S(""), S("abc"), 5), 3);
  cr_assert_eq(ccl_utf8_distance(S(""), S(""), 0), 0);
  cr_assert_eq(ccl_utf8_distance(S("abc"), S("xyz"), 1), 2, "never more than limit + 1");
  cr_assert_eq(ccl_utf8_distance(S("abcdefgh"), S("x"), 2), 3);
  cr_assert_eq(ccl_utf8_distance(S("a"), S("b"), SIZE_MAX), 1);
  uint64_t state = 1;
  for (int round = 0; round < 20000; round++) {
    char a[10], b[10];
    size_t m = next_random(&state) % 10, n = next_random(&state) % 10, limit = next_random(&state) % 12;
    for (size_t i = 0; i < 10; i++) {
      a[i] = (char)('a' + next_random(&state) % 3);
      b[i] = (char)('a' + next_random(&state) % 3);
    }
    size_t expected = plain_distance(a, m, b, n);
    expected = expected > limit ? limit + 1 : expected;
    size_t found = ccl_utf8_distance((ccl_str){ a, m }, (ccl_str){ b, n }, limit);
    cr_assert_eq(found, expected, "%.*s and %.*s, limit %zu: %zu", (int)m, a, (int)n, b, limit, found);
  }
}

Test(utf8, escaping) {
  same(ccl_utf8_escape(S("l'été « 32\u00A0000\u202F€ » \"x\" \\ 日本"), 200),
       "l'été « 32\u00A0000\u202F€ » \"x\" \\ 日本");
  same(ccl_utf8_escape(S("a\nb\rc\td"), 200), "a\\nb\\rc\\td");
  same(ccl_utf8_escape(S("\x1B[31m\x7F"), 200), "\\x1B[31m\\x7F");
  same(ccl_utf8_escape(CCL_STR("a\0b"), 200), "a\\x00b");
  same(ccl_utf8_escape(S("\xFF\xC3("), 200), "\\xFF\\xC3(");
  same(ccl_utf8_escape(S("a\u202Eb\u200Bc\xC2\x85"
                         "d\uFEFF"),
                       200),
       "a\\u{202E}b\\u{200B}c\\u{0085}d\\u{FEFF}");
  same(ccl_utf8_escape(S("\U000E0041"), 200), "\\u{E0041}");
  same(ccl_utf8_escape(S("abcdé"), 5), "abcdé");
  same(ccl_utf8_escape(S("abcdéf"), 5), "abcdé…");
  same(ccl_utf8_escape(S("a"), 0), "…");
  same(ccl_utf8_escape(S(""), 0), "");
}

Test(utf8, suspicious_characters) {
  static const int32_t yes[] = { 0x00,   0x08,   0x1B,   0x7F,   0x85,    0xAD,    0x34F,  0x061C, 0x115F,
                                 0x1160, 0x180B, 0x180E, 0x200B, 0x200D,  0x200E,  0x200F, 0x2028, 0x2029,
                                 0x202A, 0x202E, 0x2060, 0x2066, 0x2069,  0x206F,  0x2800, 0x3164, 0xFE00,
                                 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xE0001, 0xE0041, 0xE0100 };
  static const int32_t no[] = { '\t',   '\n', '\r', ' ',    'a',    '~',     0xA0,   0x202F, 0xE9,  0x301, 0x20AC,
                                0x2019, 0xAB, 0xBB, 0x3000, 0x65E5, 0x1F600, 0x2212, 0xD7,   0x153, 0xFFFD };
  for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++)
    cr_assert(ccl_utf8_is_suspicious(yes[i]), "U+%04X", (unsigned)yes[i]);
  for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
    cr_assert_not(ccl_utf8_is_suspicious(no[i]), "U+%04X", (unsigned)no[i]);
}
