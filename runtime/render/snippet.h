/* SPDX-License-Identifier: Apache-2.0 */
/* Source lines with pieces of them marked, for findings.c. */
#ifndef CCL_RENDER_SNIPPET_H
#define CCL_RENDER_SNIPPET_H

#include "base/source.h"

typedef enum ccl_ink { CCL_INK_PLAIN, CCL_INK_FRAME, CCL_INK_STRONG, CCL_INK_ERROR, CCL_INK_WARNING } ccl_ink;

/* Where text goes, and whether it takes colours. */
typedef struct ccl_paper {
  ccl_buf *out; /* borrowed */
  bool colour;
} ccl_paper;

void ccl_paper_add(const ccl_paper *paper, ccl_ink ink, ccl_str text);

/* A piece of one line, in bytes of that line. A span over several lines is marked to the end of its first. */
typedef struct ccl_mark {
  uint32_t line;
  size_t from, to;
  ccl_ink ink; /* CCL_INK_FRAME is underlined with dashes, the others with carets */
  ccl_str label; /* may be empty */
} ccl_mark;

typedef struct ccl_marks {
  CCL_VEC(ccl_mark) all; /* sorted by line; on one line in the order in which they were added */
} ccl_marks;

void ccl_marks_add(ccl_marks *marks, const ccl_source *source, ccl_span span, ccl_str label, ccl_ink ink);

/* Draws every line that has a mark. Lines that are left out show as `...`; line numbers take `gutter` columns. */
void ccl_snippet_add(const ccl_paper *paper, const ccl_source *source, const ccl_marks *marks, size_t gutter);

#endif
