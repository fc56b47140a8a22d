/* SPDX-License-Identifier: Apache-2.0 */
/* Classes of characters. Normalisation and the table of invisible characters are base/utf8's. */
#include "syntax/characters.h"

typedef struct range {
  int32_t first, last;
} range;

static bool in_ranges(const range *ranges, size_t count, int32_t code_point) {
  for (size_t i = 0; i < count; i++) {
    if (code_point >= ranges[i].first && code_point <= ranges[i].last) {
      return true;
    }
  }
  return false;
}

/* Above ASCII, what is no letter of any script: signs, punctuation, symbols, pictures, private use. */
static const range signs[] = {
  { 0x80, 0xA9 },     { 0xAB, 0xB4 },       { 0xB6, 0xB9 },        { 0xBB, 0xBF },     { 0xD7, 0xD7 },
  { 0xF7, 0xF7 },     { 0x2000, 0x2070 },   { 0x2072, 0x207E },    { 0x2080, 0x208F }, { 0x20A0, 0x20CF },
  { 0x2190, 0x2BFF }, { 0x2E00, 0x2FFF },   { 0x3000, 0x3004 },    { 0x3008, 0x3020 }, { 0x3030, 0x3030 },
  { 0xE000, 0xF8FF }, { 0xFE10, 0xFE6F },   { 0xFF00, 0xFF20 },    { 0xFF3B, 0xFF40 }, { 0xFF5B, 0xFF65 },
  { 0xFFE0, 0xFFFF }, { 0x1F000, 0x1FAFF }, { 0xE0000, 0x10FFFF },
};

ccl_char_class ccl_char_classify(int32_t code_point) {
  if ((code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z') || code_point == '_') {
    return CCL_CHAR_LETTER;
  }
  if (code_point >= '0' && code_point <= '9') {
    return CCL_CHAR_DIGIT;
  }
  if (code_point == ' ' || code_point == '\t' || code_point == '\r' || code_point == 0xA0 || code_point == 0x202F) {
    return CCL_CHAR_BLANK;
  }
  if (code_point < 0x80 || in_ranges(signs, sizeof signs / sizeof *signs, code_point) ||
      ccl_utf8_is_suspicious(code_point)) {
    return CCL_CHAR_OTHER;
  }
  return CCL_CHAR_LETTER;
}

ccl_script ccl_char_script(int32_t code_point) {
  static const range latin[] = { { 'A', 'Z' },       { 'a', 'z' },       { 0xC0, 0x24F },    { 0x1E00, 0x1EFF },
                                 { 0x2C60, 0x2C7F }, { 0xA720, 0xA7FF }, { 0xFB00, 0xFB06 }, { 0xFF21, 0xFF5A } };
  static const range greek[] = { { 0x370, 0x3FF }, { 0x1F00, 0x1FFF } };
  static const range cyrillic[] = { { 0x400, 0x52F }, { 0x1C80, 0x1C8F }, { 0x2DE0, 0x2DFF }, { 0xA640, 0xA69F } };
  if (code_point == 0xD7 || code_point == 0xF7) {
    return CCL_SCRIPT_OTHER;
  }
  if (in_ranges(latin, sizeof latin / sizeof *latin, code_point)) {
    return CCL_SCRIPT_LATIN;
  }
  if (in_ranges(greek, sizeof greek / sizeof *greek, code_point)) {
    return CCL_SCRIPT_GREEK;
  }
  return in_ranges(cyrillic, sizeof cyrillic / sizeof *cyrillic, code_point) ? CCL_SCRIPT_CYRILLIC : CCL_SCRIPT_OTHER;
}

int32_t ccl_word_mixes_scripts(ccl_str word) {
  bool latin = false;
  int32_t foreign = -1;
  size_t at = 0;
  for (int32_t c = ccl_utf8_next(word, &at); c >= 0; c = ccl_utf8_next(word, &at)) {
    ccl_script script = ccl_char_script(c);
    latin = latin || script == CCL_SCRIPT_LATIN;
    if (foreign < 0 && (script == CCL_SCRIPT_GREEK || script == CCL_SCRIPT_CYRILLIC)) {
      foreign = c;
    }
  }
  return latin ? foreign : -1;
}

ccl_str ccl_word_text(ccl_str written) {
  bool plain = true;
  for (size_t i = 0; i < written.len && plain; i++) {
    plain = (unsigned char)written.ptr[i] < 0x80;
  }
  if (plain) {
    return written;
  }
  ccl_buf seen = { 0 };
  size_t at = 0;
  for (int32_t c = ccl_utf8_next(written, &at); c >= 0; c = ccl_utf8_next(written, &at)) {
    if (!ccl_utf8_is_suspicious(c)) {
      ccl_utf8_put(&seen, c);
    }
  }
  return ccl_utf8_nfc(ccl_buf_str(&seen));
}

ccl_str ccl_char_name(int32_t code_point) {
  return ccl_str_printf("U+%04X", (unsigned)code_point);
}
