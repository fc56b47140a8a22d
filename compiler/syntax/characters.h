/* SPDX-License-Identifier: Apache-2.0 */
/* Characters as the reader sees them (clause 1.1; layer: syntax): which make words, which are blanks, which are not allowed. */
#ifndef CCL_SYNTAX_CHARACTERS_H
#define CCL_SYNTAX_CHARACTERS_H

#include "base/utf8.h"

typedef enum ccl_char_class {
  CCL_CHAR_LETTER, /* of any script, combining marks and _ too */
  CCL_CHAR_DIGIT, /* 0 to 9 */
  CCL_CHAR_BLANK, /* space, tab, CR, NBSP, NNBSP */
  CCL_CHAR_OTHER
} ccl_char_class;

ccl_char_class ccl_char_classify(int32_t code_point);

typedef enum ccl_script { CCL_SCRIPT_OTHER, CCL_SCRIPT_LATIN, CCL_SCRIPT_GREEK, CCL_SCRIPT_CYRILLIC } ccl_script;
ccl_script ccl_char_script(int32_t code_point);

/* A letter of another script in a word that also has Latin letters: its code point, or -1. */
int32_t ccl_word_mixes_scripts(ccl_str word);
/* A word as a name: NFC, without characters that were reported as invisible. */
ccl_str ccl_word_text(ccl_str written);
/* "U+200B" */
ccl_str ccl_char_name(int32_t code_point);

#endif
