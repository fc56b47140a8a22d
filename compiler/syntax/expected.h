/* SPDX-License-Identifier: Apache-2.0 */
/* What may stand where something else was found, in words (layer: syntax). */
#ifndef CCL_SYNTAX_EXPECTED_H
#define CCL_SYNTAX_EXPECTED_H

#include "syntax/reader.h"

/* Whether any name may stand there: then every keyword that can be a name may, and says nothing. */
bool ccl_expected_any_name(const bool *may_come);
/* "`at`, `by`, an option (…) or `end`": at most five, in the language `lang`; empty when there is nothing to say.
 * `within`: in the midst of a line,
 * where what begins a line is not asked for. */
ccl_str ccl_expected_list(const ccl_reader *reader, const bool *may_come, int count, bool within, ccl_lang lang);
/* "`a`, `b`" of keywords, in the language of the file. */
ccl_str ccl_expected_keywords(const ccl_reader *reader, const int *tokens, size_t count);

#endif
