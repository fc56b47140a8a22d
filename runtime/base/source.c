/* SPDX-License-Identifier: Apache-2.0 */
/* Sources, and the way from a byte's offset to its line and column. Reading files is left to the command line. */
#include "base/source.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

static void index_lines(ccl_source *source) {
  CCL_VEC(uint32_t) starts = { 0 };
  ccl_vec_push(&starts, 0u);
  for (size_t at = 0; at < source->text.len; at++) {
    const char *end = memchr(source->text.ptr + at, '\n', source->text.len - at);
    if (!end)
      break;
    at = (size_t)(end - source->text.ptr);
    ccl_vec_push(&starts, (uint32_t)(at + 1));
  }
  source->line_starts = starts.items;
  source->line_count = starts.len;
}

uint32_t ccl_sources_add(ccl_sources *sources, ccl_str path, ccl_str text, bool embedded) {
  if (text.len >= UINT32_MAX || sources->all.len >= UINT32_MAX - 1)
    CCL_BUG("a source longer than CCL_LIMIT_FILE_BYTES was let through");
  ccl_source *source = ccl_new(ccl_source);
  *source = (ccl_source){ .path = path, .text = text, .embedded = embedded };
  index_lines(source);
  ccl_vec_push(&sources->all, source);
  return (uint32_t)sources->all.len;
}

ccl_source *ccl_sources_get(const ccl_sources *sources, uint32_t file) {
  if (file == 0 || file > sources->all.len)
    CCL_BUG("a place in a file that was never added");
  return sources->all.items[file - 1];
}

/* The number, from 0, of the line that holds `offset`: the last one that starts at or before it. */
static size_t line_holding(const ccl_source *source, uint32_t offset) {
  size_t low = 0, high = source->line_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (source->line_starts[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

ccl_place ccl_source_place(const ccl_source *source, uint32_t offset) {
  if (offset > source->text.len)
    offset = (uint32_t)source->text.len;
  size_t line = line_holding(source, offset);
  size_t before = ccl_utf8_length(ccl_str_sub(source->text, source->line_starts[line], offset));
  return (ccl_place){ (uint32_t)line + 1, (uint32_t)before + 1 };
}

ccl_str ccl_source_line(const ccl_source *source, uint32_t line) {
  if (line == 0 || line > source->line_count)
    return (ccl_str){ 0 };
  size_t end = line < source->line_count ? source->line_starts[line] - 1 : source->text.len;
  ccl_str text = ccl_str_sub(source->text, source->line_starts[line - 1], end);
  return ccl_str_ends(text, CCL_STR("\r")) ? ccl_str_sub(text, 0, text.len - 1) : text;
}

ccl_str ccl_source_text(const ccl_sources *sources, ccl_span span) {
  if (span.file == 0)
    return (ccl_str){ 0 };
  return ccl_str_sub(ccl_sources_get(sources, span.file)->text, span.start, span.end);
}

ccl_span ccl_span_join(ccl_span first, ccl_span last) {
  if (first.file == 0)
    return last;
  /* What is empty, or stands elsewhere, adds nothing. */
  if (last.file != first.file || last.end < first.start)
    return first;
  return (ccl_span){ first.file, first.start, last.end };
}
