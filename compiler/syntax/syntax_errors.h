/* SPDX-License-Identifier: Apache-2.0 */
/* Says what is wrong with the writing of a file, in the words of a contract (checks.md; layer: syntax). */
#ifndef CCL_SYNTAX_SYNTAX_ERRORS_H
#define CCL_SYNTAX_SYNTAX_ERRORS_H

#include "syntax/figures.h"
#include "syntax/reader.h"

/* The last terminal does not fit; may_come[kind] says which would. At most one message a line, none until an item has
 * been read whole. */
void ccl_syntax_report_unexpected(ccl_reader *reader, const bool *may_come, int count);
/* `word` stands where one of `choices` should; when it is a keyword that opens a line, the line before breaks off. */
void ccl_syntax_report_no_choice(ccl_reader *reader, ccl_loc at, ccl_str word, ccl_str choices);
/* `ou` between two places of the file, where `où` was meant. */
void ccl_syntax_report_or_for_where(ccl_reader *reader, uint32_t start, uint32_t end);
/* Nested too deep: once a file. */
void ccl_syntax_report_nesting(ccl_reader *reader, ccl_loc at);
/* A figure with a problem. */
void ccl_syntax_report_figure(ccl_diags *diags, ccl_span span, ccl_str written, const ccl_figure *figure);
/* A character that is not allowed. */
void ccl_syntax_report_character(ccl_diags *diags, ccl_span span, int32_t code_point);
/* The file opens with no word that opens one. */
void ccl_syntax_report_opening(ccl_reader *reader, ccl_str first_word);

#endif
