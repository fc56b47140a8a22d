/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers, dates and times as written (clauses 1.4, 1.5; layer: syntax). What a digit begins depends on the language and on how
 * far it goes, so it is read here and not by patterns of the lexer.
 */
#ifndef CCL_SYNTAX_FIGURES_H
#define CCL_SYNTAX_FIGURES_H

#include "base/source.h"
#include "syntax/ast.h"

typedef enum ccl_figure_problem {
  CCL_FIGURE_FINE,
  CCL_FIGURE_OTHER_MARK, /* written as in the other language; `right` is how to write it */
  CCL_FIGURE_AMBIGUOUS, /* `right` or `other` may be meant */
  CCL_FIGURE_RUN_TOGETHER, /* 1,2,3: a list without blanks, or marks that fit nothing */
  CCL_FIGURE_BAD_GROUPS, /* groups that are not of three; `right` is how to write it */
  CCL_FIGURE_TOO_LONG, /* more than CCL_LIMIT_DIGITS digits */
  CCL_FIGURE_OTHER_LETTER, /* 2026-Q1 in French; `right` */
  CCL_FIGURE_NO_SUCH_MONTH,
  CCL_FIGURE_NO_SUCH_DAY, /* `right` is how many days the month has */
  CCL_FIGURE_NO_SUCH_YEAR,
  CCL_FIGURE_NO_SUCH_QUARTER,
  CCL_FIGURE_NO_SUCH_WEEK,
  CCL_FIGURE_NO_SUCH_TIME,
  CCL_FIGURE_HALF_A_DATE /* 2026-10-3 */
} ccl_figure_problem;

typedef struct ccl_figure {
  int token; /* TOK_NUMBER, TOK_DATE, TOK_MONTH, TOK_QUARTER, TOK_WEEK, TOK_TIME, TOK_DAY_OF_YEAR */
  size_t len; /* bytes */
  ccl_written value; /* of dates and times; something that exists whatever the problem */
  ccl_str digits; /* of a number: canonical, "1500.50" */
  ccl_figure_problem problem;
  ccl_str right, other;
} ccl_figure;

/* Reads what the digit at the start of `text` begins; `text` goes on to the end of the file. */
ccl_figure ccl_leaf_read(ccl_str text, ccl_lang lang);

#endif
