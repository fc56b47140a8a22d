/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The text of a file of activity as UTF-8, in a window that moves over it: what is not text (a spreadsheet, UTF-16, an
 * archive) is recognised by its first bytes. Whether the UTF-8 is valid is asked row by row (data/record.h), so that a
 * row can be named.
 */
#ifndef CCL_DATA_TEXT_H
#define CCL_DATA_TEXT_H

#include "data/bytes.h"

typedef enum ccl_charset { CCL_CHARSET_UTF8, CCL_CHARSET_LATIN1, CCL_CHARSET_CP1252 } ccl_charset;

typedef enum ccl_text_looks {
  CCL_LOOKS_TEXT,
  CCL_LOOKS_UTF16,
  CCL_LOOKS_SPREADSHEET,
  CCL_LOOKS_COMPRESSED,
  CCL_LOOKS_BINARY
} ccl_text_looks;

typedef struct ccl_text {
  ccl_bytes *bytes;
  ccl_charset charset;
  size_t block;
  char *buf; /* outside the collector */
  size_t cap;
  size_t start, end; /* buf[start, end) was read and not taken yet */
  char *raw; /* one block, before it is decoded */
  bool begun, ended;
  ccl_text_looks looks;
} ccl_text;

void ccl_text_open(ccl_text *text, ccl_origin *origin, ccl_charset charset, size_t block);
/* Reads one block behind `end`; what lies before `start` goes. False: the end, something that is no text, or
 * ccl_bytes_state_of(text->bytes). */
bool ccl_text_more(ccl_text *text);
void ccl_text_close(ccl_text *text);

/* Bytes of a code page as UTF-8 into `out`, with room for CCL_DECODED_MOST bytes for each; how many it became. What is
 * no character becomes a byte that UTF-8 never has. */
enum { CCL_DECODED_MOST = 3 };
size_t ccl_text_decode(ccl_charset charset, const char *raw, size_t count, char *out);

#endif
