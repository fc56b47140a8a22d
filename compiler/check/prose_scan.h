/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures in prose: numbers, amounts, percentages, dates and times as people write them in French and English (clause
 * 1.4 and more freely). Names between braces are left out, and so are references (article 5.2, § 3), ranks (2nd), and
 * what is no figure (24/7, L441). Private to check/.
 */
#ifndef CCL_CHECK_PROSE_SCAN_H
#define CCL_CHECK_PROSE_SCAN_H

#include "check/private.h"

typedef enum ccl_prose_kind {
  CCL_PROSE_NUMBER, /* with a unit or without */
  CCL_PROSE_MONEY,
  CCL_PROSE_PERCENT, /* points too; the figure is as written: 5 for 5 % */
  CCL_PROSE_DATE, /* with or without its year */
  CCL_PROSE_TIME /* 8:30, 8 h 30 */
} ccl_prose_kind;

typedef struct ccl_prose_figure {
  ccl_prose_kind kind;
  ccl_span span; /* with its unit, currency or % */
  ccl_rat number; /* as written */
  const ccl_unit *unit; /* the unit of a number, or what money is for (per hour); NULL: none, or not known */
  ccl_written date; /* DATE, TIME; year 0: none */
} ccl_prose_figure;

typedef struct ccl_prose {
  CCL_VEC(ccl_prose_figure) figures;
  bool has_worded_money; /* a currency beside a word: an amount may be written in words */
} ccl_prose;

/* Adds the figures of a piece of the sources (a PROSE, with its quotation marks). */
void ccl_prose_scan(const ccl_checking *checking, ccl_span span, ccl_lang lang, ccl_prose *prose);

#endif
