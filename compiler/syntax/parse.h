/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parse façade (layer: syntax): a source becomes a tree. Parsing never fails: it gives a tree, perhaps with ERROR nodes, and what is wrong goes
 * to `diags` (codes syntax, number-format, invalid-date, suspicious-character).
 */
#ifndef CCL_SYNTAX_PARSE_H
#define CCL_SYNTAX_PARSE_H

#include "base/diag.h"
#include "syntax/ast.h"

/* The tree of a contract, an amendment or a library (clause 3), never NULL. Sets the source's `lang` from its first keyword. */
ccl_node *ccl_parse(ccl_sources *sources, ccl_diags *diags, uint32_t file);
/* The same, with the comments and the language beside the tree. */
ccl_tree *ccl_parse_tree(ccl_sources *sources, ccl_diags *diags, uint32_t file);
/* A source that holds one expression (clause 5), for `ccl eval`, in the language given; sets the source's `lang` to it. Never NULL. */
ccl_node *ccl_parse_expression(ccl_sources *sources, ccl_diags *diags, uint32_t file, ccl_lang lang);

#endif
