/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The word joiner (clause 1.2; layer: syntax), between the lexer and the parser: tokens become the terminals of the grammar, the longest keyword
 * wherever words make one. It has no memory of the grammar; it knows the token before and the one behind. After an error it finds where
 * reading goes on.
 */
#ifndef CCL_SYNTAX_JOINER_H
#define CCL_SYNTAX_JOINER_H

#include "syntax/reader.h"

/* The terminal that begins at token `at`; `before` is the kind of the one before it. */
ccl_joined ccl_joiner_read(const ccl_reader *reader, size_t at, int before);
/* Whether a row of a table ends before token `at`. */
bool ccl_joiner_row_ends(const ccl_reader *reader, size_t at);
/* The next terminal; the file's end is TOK_FILE_END, then 0. */
ccl_joined ccl_joiner_next(ccl_reader *reader);
/* The last terminal does not fit: the next one will be RESYNC or RESYNC_DECL, before the place where reading goes on. */
void ccl_joiner_resync(ccl_reader *reader);
/* Whether a declaration or a header item opens in column 1 at this token. */
bool ccl_joiner_opens(const ccl_reader *reader, size_t at);
/* The first token of the line of this token. */
size_t ccl_joiner_line_first(const ccl_reader *reader, size_t at);
/* The place of a terminal. */
ccl_loc ccl_joiner_loc(const ccl_reader *reader, ccl_joined joined);

#endif
