/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A contract in the other language (clause 9; layer: sema): the formatter writes keywords, numbers and dates, here
 * the names are chosen that the language itself gives: units, functions, constants, the days and months that are
 * counted. What a contract declares keeps its name, texts and prose stay.
 */
#ifndef CCL_SEMA_TRANSLATE_H
#define CCL_SEMA_TRANSLATE_H

#include "base/source.h"
#include "syntax/ast.h"

typedef struct ccl_translation {
  ccl_str text; /* the whole file, laid out; empty when something clashes */
  /* NAMEs declared that would mean something else: in the language `to` a unit is spelled so, or a word that the
   * file uses. */
  CCL_VEC(const ccl_node *) clashes;
} ccl_translation;

/* `others`: the files whose declarations the tree may name (its contract, amendments, libraries). All were read
 * without an error. */
ccl_translation ccl_translate(const ccl_sources *sources, const ccl_tree *tree, const ccl_tree *const *others,
                              size_t other_count, ccl_lang to);

#endif
