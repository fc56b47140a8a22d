/* SPDX-License-Identifier: Apache-2.0 */
/* Shows what was read (cli.md, `ccl dump`; layer: syntax). */
#ifndef CCL_SYNTAX_DUMP_H
#define CCL_SYNTAX_DUMP_H

#include "base/diag.h"
#include "syntax/ast.h"

/* The terminals of a file, one a line: `LINE:COL KIND text`. Sets the source's language; reports what is wrong with characters and figures. */
void ccl_dump_tokens(ccl_buf *out, ccl_sources *sources, ccl_diags *diags, uint32_t file);
/* A tree as an S-expression: a node a line, two blanks a level, ` @LINE:COL` last when `positions`. What stands in a slot is
 * preceded by the slot's name: `price: (number 3.20 @41:40)`. */
void ccl_dump_ast(ccl_buf *out, const ccl_sources *sources, const ccl_node *node, bool positions);

#endif
