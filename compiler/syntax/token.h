/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words, figures and signs of a file, before keywords are joined (clause 1; layer: syntax). A token is a place and a kind; its text and its value
 * are read again from the source when a node is made of it.
 */
#ifndef CCL_SYNTAX_TOKEN_H
#define CCL_SYNTAX_TOKEN_H

#include "base/diag.h"
#include "syntax/ast.h"

enum {
  CCL_TOKEN_FIRST = 1, /* first on its line, blanks apart */
  CCL_TOKEN_COLUMN1 = 2, /* and at its very start */
  CCL_TOKEN_QUOTED = 4 /* a name between backquotes: never part of a keyword */
};

typedef struct ccl_token {
  uint16_t kind; /* TOK_…; every word is TOK_NAME here */
  uint16_t flags; /* CCL_TOKEN_… */
  uint32_t start, end;
} ccl_token;

/* A file cut into tokens. The last one is the end of the file (kind 0). */
typedef struct ccl_tokens {
  CCL_VEC(ccl_token) all;
  CCL_VEC(ccl_comment) comments;
} ccl_tokens;

/* Cuts a source into tokens in its language (source->lang) and reports what is wrong with characters, numbers, dates and texts. */
void ccl_tokens_read(ccl_tokens *tokens, const ccl_sources *sources, ccl_diags *diags, uint32_t file);

#endif
