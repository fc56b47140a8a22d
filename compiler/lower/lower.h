/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From meaning to plan: the header, articles and their effects, examples and requirements, amendments (clauses 3.1, 4.6, 4.7, 6, 8), on top of the declarations that sema
 * has elaborated. Judges what can be judged from the text alone: VAT of every line, proration rule of every amount, circles among articles.
 *
 * Whatever is wrong is reported; a plan is made only of a contract without errors.
 */
#ifndef CCL_LOWER_LOWER_H
#define CCL_LOWER_LOWER_H

#include "sema/sema.h"

/* The contract's header. False when something in it is wrong or missing (reported): *header is then filled as well as can be, so that sema can go on. */
bool ccl_lower_header(const ccl_tree *contract, ccl_units *units, ccl_diags *diags, ccl_header *header);

typedef struct ccl_amendments {
  const ccl_amendment *items; /* one for each amendment */
  size_t count;
} ccl_amendments;

/* The amendments of a contract (trees[1 …]) as far as header and dates go: that each names the contract, follows the earlier ones, and ends it on a day that can be. *header is the contract's,
 * and keeps what it was signed with, but its days become those that the amendments leave. What is wrong is reported (amendment-target, amendment-order, inverted-dates, outside-contract). */
ccl_amendments ccl_lower_amendments(const ccl_tree *const *trees, size_t tree_count, ccl_units *units, ccl_diags *diags,
                                    ccl_header *header);

/* The plan of a contract with its amendments, whose declarations sema has elaborated; NULL when diags has an error. */
const ccl_plan *ccl_lower_plan(ccl_sema *sema, const ccl_header *header, ccl_amendments amendments,
                               const ccl_sources *sources, ccl_diags *diags, const ccl_tree *const *trees,
                               size_t tree_count);

/* One expression for `ccl eval`, with these dimensions in scope. NULL: reported. */
const ccl_expr *ccl_lower_figure(ccl_sema *sema, const ccl_tree *tree, const ccl_node *node, const uint32_t *dims,
                                 size_t dim_count);

#endif
