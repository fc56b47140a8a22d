/* SPDX-License-Identifier: Apache-2.0 */
/* What stands around a mistake: the words as they are written, the declaration that is being read (layer: syntax;
 * private to it). */
#ifndef CCL_SYNTAX_AROUND_H
#define CCL_SYNTAX_AROUND_H

#include "syntax/reader.h"

/* How many characters of the contract a message quotes at most. */
enum { CCL_AROUND_LENGTH = 40 };

/* A token; the end of the file for one beyond it. */
const ccl_token *ccl_around_token(const ccl_reader *reader, size_t at);
/* What is written from token `first` on, over `count` tokens (one when 0), and its place. */
ccl_str ccl_around_written(const ccl_reader *reader, size_t first, size_t count);
ccl_span ccl_around_span(const ccl_reader *reader, size_t first, size_t count);
/* What is written at a place, as a message quotes it between backquotes of its own. */
ccl_str ccl_around_quoted(const ccl_reader *reader, ccl_span span);
/* Whether a token is first on its line (the end of the file too). */
bool ccl_around_begins_line(const ccl_reader *reader, size_t at);
/* The first token of the line after that of `at`; the end of the file on the last line. */
size_t ccl_around_next_line(const ccl_reader *reader, size_t at);
/* The last keyword, name or sign before token `at`: its first token and its length. */
ccl_joined ccl_around_before(const ccl_reader *reader, size_t at);

/* Whether a keyword opens a line of the header. */
bool ccl_around_is_header(int kind);
/* The first token of the declaration or header line that token `at` is in, or `at` when it is in none (its `end`
 * stands before). */
size_t ccl_around_opener(const ccl_reader *reader, size_t at);
/* "the measure `answered`"; what opens there as it is written when it has no name; empty when nothing opens there. */
ccl_str ccl_around_reading(const ccl_reader *reader, size_t opener);
/* Adds `article 5.2 "Title"` to a message inside that article. */
void ccl_around_context(const ccl_reader *reader, ccl_diag *diag, size_t opener);

#endif
