/* SPDX-License-Identifier: Apache-2.0 */
/* What the lexer (grammar/ccl.l) calls: it finds where something starts, these say how far it goes and keep it. Layer: syntax. */
#ifndef CCL_SYNTAX_SCAN_H
#define CCL_SYNTAX_SCAN_H

#include "syntax/token.h"

typedef struct ccl_scan {
  ccl_tokens *tokens;
  ccl_diags *diags;
  ccl_str text;
  uint32_t file;
  ccl_lang lang;
  uint32_t at; /* where the lexer stands */
  uint32_t opened; /* where the prose began that is being read */
  uint32_t line_start; /* of the line of the last token */
  bool line_empty; /* nothing but blanks on this line so far */
} ccl_scan;

/* Each takes what begins at scan->at, and returns its length in bytes (at least 1). */
size_t ccl_scan_word(ccl_scan *scan);
size_t ccl_scan_figure(ccl_scan *scan);
/* A sign outside ASCII. *prose: it opens a prose. */
size_t ccl_scan_character(ccl_scan *scan, bool *prose);

/* Keeps `length` bytes at scan->at as a token. */
void ccl_scan_keep(ccl_scan *scan, int kind, size_t length);
void ccl_scan_slash(ccl_scan *scan);
void ccl_scan_text(ccl_scan *scan, size_t length, bool closed);
void ccl_scan_quoted_name(ccl_scan *scan, size_t length, bool closed);
void ccl_scan_comment(ccl_scan *scan, size_t length);
void ccl_scan_open_prose(ccl_scan *scan);
/* The prose that began at scan->opened ends before `end`. */
void ccl_scan_close_prose(ccl_scan *scan, uint32_t end, bool closed);
/* A line end of `length` bytes, outside prose. */
void ccl_scan_line(ccl_scan *scan);

/* Memory for flex. */
void *ccl_scan_allocate(size_t size);
void *ccl_scan_reallocate(void *old, size_t size);

/* Generated: reads the whole text. */
void ccl_scan_run(ccl_scan *scan);

#endif
