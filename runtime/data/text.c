/* SPDX-License-Identifier: Apache-2.0 */
/* From the bytes of a file to UTF-8: the byte-order mark, ISO 8859-1 and Windows-1252. */
#include "data/text.h"

#include <string.h>

#include "base/mem.h"
#include "data/arena.h"

enum { SIGNATURE = 4 }; /* bytes that tell what a file is */

/* Windows-1252 from 0x80 to 0x9F; 0: no character. */
static const uint16_t upper[32] = { 0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178 };

void ccl_text_open(ccl_text *text, ccl_origin *origin, ccl_charset charset, size_t block) {
  *text = (ccl_text){ .bytes = ccl_bytes_open(origin, block), .charset = charset, .block = block };
  text->raw = ccl_alloc_atomic(block + SIGNATURE);
  text->buf = ccl_plain_grow(NULL, &text->cap, 1, 1);
}

void ccl_text_close(ccl_text *text) {
  ccl_bytes_close(text->bytes);
  ccl_plain_free(text->buf);
  text->buf = NULL;
  text->cap = text->start = text->end = 0;
}

static bool begins(const char *raw, size_t count, const char *signature, size_t length) {
  return count >= length && memcmp(raw, signature, length) == 0;
}

static ccl_text_looks looks_like(const char *raw, size_t count) {
  if (begins(raw, count, "\xFF\xFE", 2) || begins(raw, count, "\xFE\xFF", 2))
    return CCL_LOOKS_UTF16;
  if (begins(raw, count, "PK\3\4", 4) || begins(raw, count, "\xD0\xCF\x11\xE0", 4))
    return CCL_LOOKS_SPREADSHEET;
  if (begins(raw, count, "\x1F\x8B", 2) || begins(raw, count, "BZh", 3) ||
      begins(raw, count,
             "\xFD"
             "7zX",
             4) ||
      begins(raw, count, "\x28\xB5\x2F\xFD", 4))
    return CCL_LOOKS_COMPRESSED;
  return begins(raw, count, "%PDF", 4) || begins(raw, count,
                                                 "\x7F"
                                                 "ELF",
                                                 4)
             ? CCL_LOOKS_BINARY
             : CCL_LOOKS_TEXT;
}

/* One byte of a code page as UTF-8; how many bytes it became. What is no character becomes a byte that UTF-8 never has:
 * the row's check finds it. */
static size_t put_byte(ccl_charset charset, unsigned char byte, char *out) {
  unsigned code = byte;
  if (charset == CCL_CHARSET_CP1252 && byte >= 0x80 && byte < 0xA0)
    code = upper[byte - 0x80];
  if (code == 0 && byte != 0) {
    out[0] = (char)0xFF;
    return 1;
  }
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xC0 | code >> 6);
    out[1] = (char)(0x80 | (code & 0x3F));
    return 2;
  }
  out[0] = (char)(0xE0 | code >> 12);
  out[1] = (char)(0x80 | (code >> 6 & 0x3F));
  out[2] = (char)(0x80 | (code & 0x3F));
  return 3;
}

size_t ccl_text_decode(ccl_charset charset, const char *raw, size_t count, char *out) {
  size_t length = 0;
  for (size_t i = 0; i < count; i++)
    length += put_byte(charset, (unsigned char)raw[i], out + length);
  return length;
}

/* Reads the first bytes, as many as it takes to tell what the file is. */
static size_t read_first(ccl_text *text) {
  size_t count = 0;
  while (count < SIGNATURE) {
    size_t got = ccl_bytes_read(text->bytes, text->raw + count, text->block);
    if (got == 0)
      break;
    count += got;
  }
  text->begun = true;
  text->looks = looks_like(text->raw, count);
  return count;
}

bool ccl_text_more(ccl_text *text) {
  if (text->ended)
    return false;
  size_t skip = 0, count;
  if (text->begun) {
    count = ccl_bytes_read(text->bytes, text->raw, text->block);
  } else {
    count = read_first(text);
    if (begins(text->raw, count, "\xEF\xBB\xBF", 3)) {
      skip = 3;
      text->charset = CCL_CHARSET_UTF8;
    }
  }
  if (count == 0 || text->looks != CCL_LOOKS_TEXT) {
    text->ended = true;
    return false;
  }
  if (text->start > 0) {
    memmove(text->buf, text->buf + text->start, text->end - text->start);
    text->end -= text->start;
    text->start = 0;
  }
  size_t longest = text->charset == CCL_CHARSET_UTF8 ? 1 : CCL_DECODED_MOST;
  text->buf = ccl_plain_grow(text->buf, &text->cap, text->end + count * longest, 1);
  if (text->charset == CCL_CHARSET_UTF8) {
    memcpy(text->buf + text->end, text->raw + skip, count - skip);
    text->end += count - skip;
  } else {
    text->end += ccl_text_decode(text->charset, text->raw + skip, count - skip, text->buf + text->end);
  }
  return true;
}
