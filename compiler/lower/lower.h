/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From meaning to plan: the header, articles and their effects, examples and requirements (clauses 3.1, 4.6, 4.7, 6), on top of the declarations that sema
 * has elaborated. Judges what can be judged from the text alone: VAT of every line, proration rule of every amount, circles among articles.
 *
 * Whatever is wrong is reported; a plan is made only of a contract without errors.
 */
#ifndef CCL_LOWER_LOWER_H
#define CCL_LOWER_LOWER_H

#include "sema/sema.h"

/* The contract's header. False when something in it is wrong or missing (reported): *header is then filled as well as can be, so that sema can go on. */
bool ccl_lower_header(const ccl_tree *contract, ccl_units *units, ccl_diags *diags, ccl_header *header);

/* The plan of a contract whose declarations sema has elaborated; NULL when diags has an error. */
const ccl_plan *ccl_lower_plan(ccl_sema *sema, const ccl_header *header, const ccl_sources *sources, ccl_diags *diags, const ccl_tree *contract);

/* One expression for `ccl eval`, with these dimensions in scope. NULL: reported. */
const ccl_expr *ccl_lower_figure(ccl_sema *sema, const ccl_tree *tree, const ccl_node *node, const uint32_t *dims, size_t dim_count);

#endif
