/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of a file: together they are the file, and each ends with a row, whatever the size of the blocks. */
#include "rows_build.h"

#include <string.h>

#include "data/arena.h"
#include "data/feed.h"

TestSuite(feed, .init = begin_plan);

/* The pieces one behind the other, a bar behind each. */
static ccl_str pieces(const char *bytes, bool lines, size_t block, bool *broken) {
  ccl_origin *origin = ccl_new(ccl_origin);
  origin->path = file_of_bytes("f.txt", S(bytes));
  ccl_text text;
  ccl_text_open(&text, origin, CCL_CHARSET_UTF8, block);
  cr_assert(ccl_text_more(&text));
  ccl_feed feed;
  ccl_feed_init(&feed, &text, CCL_SIMD_BEST, block);
  feed.lines = lines;
  ccl_chunk chunk = { 0 };
  ccl_buf all = { 0 };
  while (ccl_feed_take(&feed, &chunk)) {
    ccl_buf_add(&all, (ccl_str){ chunk.base + chunk.from, chunk.to - chunk.from });
    ccl_buf_char(&all, '|');
  }
  *broken = feed.broken;
  ccl_chunk_free(&chunk);
  ccl_feed_free(&feed);
  ccl_text_close(&text);
  return ccl_buf_str(&all);
}

Test(feed, a_row_ends_outside_quotation_marks) {
  bool broken;
  same_text(pieces("a\n\"b\nc\"\nd", false, 1, &broken), "a\n|\"b\nc\"\n|d\n|", "cells of several lines");
  cr_assert(!broken);
  pieces("a\n\"b\nc\n", false, 1, &broken);
  cr_assert(broken, "a quotation mark was never closed");
}

Test(feed, every_line_is_a_row_of_json_lines) {
  bool broken;
  static const char text[] = "{\"a\":\"\\\"\"}\n\n{\"b\":1}";
  same_text(pieces(text, true, 1, &broken), "{\"a\":\"\\\"\"}\n|\n|{\"b\":1}\n|", "one byte");
  cr_assert(!broken);
  for (size_t block = 1; block < 40; block++) {
    ccl_str got = pieces(text, true, block, &broken);
    ccl_buf rows = { 0 };
    for (size_t i = 0; i < got.len; i++)
      if (got.ptr[i] == '|')
        cr_assert(got.ptr[i - 1] == '\n');
      else
        ccl_buf_char(&rows, got.ptr[i]);
    same_text(ccl_buf_str(&rows), "{\"a\":\"\\\"\"}\n\n{\"b\":1}\n", "the file");
    cr_assert(!broken);
  }
}
