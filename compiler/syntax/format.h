/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The canonical layout of a contract, an amendment or a library (clause 9: the first spelling of a keyword is the one
 * written here; layer: syntax).
 *
 * Layout only: every sign of the file stays, in its order. Keywords get their accents and their first spelling (what
 * only agrees or elides, `nombre d'`, `réparties par`, stays as written), numbers one kind of group mark, names NFC
 * and backquotes only where they are needed; texts, prose and comments stay as they are. How the file was laid out
 * does not matter, blank lines and comments apart: one item stands on one line of up to 132 columns; a longer one is
 * broken into lines of up to 100.
 */
#ifndef CCL_SYNTAX_FORMAT_H
#define CCL_SYNTAX_FORMAT_H

#include "base/source.h"
#include "syntax/ast.h"

/* The name that begins at byte `start` of the file is written so. */
typedef struct ccl_respelling {
  uint32_t start;
  ccl_str text;
} ccl_respelling;

/* Sorted by `start`. {0}: no name changes. */
typedef struct ccl_respellings {
  const ccl_respelling *items;
  size_t count;
} ccl_respellings;

/*
 * The file of `tree`, laid out, in UTF-8 without a mark, lines ending with LF. The tree is one that was read without
 * an error. The result is read again, and that its tree is the same (but for `names`) is a promise: a difference is a
 * fault of ours (CCL_BUG).
 */
ccl_str ccl_format(const ccl_sources *sources, const ccl_tree *tree);
/* The same with the keywords, numbers, dates and words of clauses of the language `to`, and with these names. */
ccl_str ccl_format_in(const ccl_sources *sources, const ccl_tree *tree, ccl_lang to, ccl_respellings names);

/* Whether two trees are the same, places apart; the names of the first as `names` says. */
bool ccl_format_same(const ccl_node *first, const ccl_node *second, ccl_respellings names);

#endif
