/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8: validation, code points, normalisation, folding, display width, nearest spelling. */
#ifndef CCL_BASE_UTF8_H
#define CCL_BASE_UTF8_H

#include "base/str.h"

/* Offset of the first byte that is not part of valid UTF-8 (no surrogates, no overlong forms), or -1. */
ptrdiff_t ccl_utf8_invalid_at(ccl_str text);
/* The code point at *at (valid UTF-8), moves *at behind it. -1 at the end. */
int32_t ccl_utf8_next(ccl_str text, size_t *at);
void ccl_utf8_put(ccl_buf *buf, int32_t code_point);
size_t ccl_utf8_length(ccl_str text); /* in code points */
size_t ccl_utf8_width(ccl_str text);  /* in terminal columns (wide and combining characters respected) */
ccl_str ccl_utf8_nfc(ccl_str text);   /* the text itself when it is NFC already */
/* Without case and accents, for comparing column names and choices: NFKD, marks dropped, case folded, œ → oe, æ → ae. */
ccl_str ccl_utf8_fold(ccl_str text);
/* NFC without accents, case kept. */
ccl_str ccl_utf8_plain(ccl_str text);
/* Edit distance in code points (insertion, deletion, change, swap of neighbours count 1), at most `limit` + 1. */
size_t ccl_utf8_distance(ccl_str a, ccl_str b, size_t limit);
/* Text made safe for a terminal or a log: control, format and bidirectional characters and invalid bytes as \xHH or
 * \u{HHHH}, \n, \r and \t by name; at most `limit` code points, then … . The only way in which a text from a file, a name or
 * a datum is printed. */
ccl_str ccl_utf8_escape(ccl_str text, size_t limit);
/* An invisible or dangerous character in the sense of clause 1.1 (bidirectional and other controls, format characters,
 * fillers, variation selectors; not tab, CR, LF, NBSP, NNBSP). */
bool ccl_utf8_is_suspicious(int32_t code_point);

#endif
