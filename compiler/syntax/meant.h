/* SPDX-License-Identifier: Apache-2.0 */
/* The keyword that was probably meant by a word that is none (layer: syntax; private to it). */
#ifndef CCL_SYNTAX_MEANT_H
#define CCL_SYNTAX_MEANT_H

#include "syntax/reader.h"

/* More than there are kinds of terminals. */
enum { CCL_MEANT_KINDS = 600 };

typedef struct ccl_meant {
  const ccl_spelling *spelling; /* NULL: none */
  size_t distance;              /* in letters; 0 when only accents or capitals differ */
  size_t first;                 /* the first token of the words that were written */
  bool foreign;                 /* the spelling is of the other language, */
  int own;                      /* and this is the keyword of the file's language to write instead */
} ccl_meant;

/* Looks at the wrong token `at` and at the words before it. A slip of a letter (two in words of six letters and
 * more), of accents, of capitals,
 * of the language. */
ccl_meant ccl_meant_find(ccl_reader *reader, size_t at, const bool *may_come);

#endif
