/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One line of the page, or several when it is long: what stands between two line beginnings, with its columns and the
 * comments inside. Private to the formatter.
 */
#ifndef CCL_SYNTAX_FORMAT_FILL_H
#define CCL_SYNTAX_FORMAT_FILL_H

#include "syntax/format_private.h"

enum { CCL_FILL_COLUMNS = 4 };

/* A piece, or a comment. */
typedef struct ccl_fill_atom {
  ccl_str text;
  size_t width;
  bool is_tight; /* no blank before it */
  bool may_open; /* a line may begin with it */
  bool is_comment; /* a line begins behind it */
  bool is_alone; /* and before it */
  unsigned level; /* of may_open: lines are broken where it is lowest */
  unsigned column; /* begins here; 0: goes on */
} ccl_fill_atom;

typedef struct ccl_fill_line {
  CCL_VEC(ccl_fill_atom) atoms;
  bool is_fixed; /* holds a prose: never broken */
  size_t width[CCL_FILL_COLUMNS]; /* of each column that is there */
  size_t words[CCL_FILL_COLUMNS]; /* pieces in it */
  size_t last_column;
  /* set by whoever aligns lines */
  size_t place[CCL_FILL_COLUMNS]; /* where each column begins, from the indent */
  size_t gap; /* blanks between columns at least; 0: no columns */
} ccl_fill_line;

void ccl_fill_read(ccl_fill_line *line, const ccl_format_job *job, size_t first, size_t end);
/* All of it on one line, without regard to columns. */
ccl_str ccl_fill_flat(const ccl_fill_line *line);
/* Writes it behind `indent` blanks that are there already; no line end follows. */
void ccl_fill_write(ccl_buf *out, const ccl_fill_line *line, unsigned indent);

#endif
