/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the parties forgot or contradicted (design: checks.md): tiers, ladders, grids, calendars, articles, header, names. Sits above lower/ and looks at a plan that is
 * otherwise without errors; computes nothing of an invoice.
 *
 * Decisions, not guesses: ranges are intervals over exact rationals (check/range.h), conditions are decided case by case (check/cases.h), dates by calendars. What
 * cannot be decided is not claimed, and every finding shows a case that makes it true.
 */
#ifndef CCL_CHECK_CHECK_H
#define CCL_CHECK_CHECK_H

#include "sema/sema.h"

/*
 * Runs every check (checks.def) and adds what it finds to diags, in no particular order. plan: that of the contract, or of a library the declarations alone (no articles).
 * trees: the contract or library, then its amendments. Warnings about a used library are left out: they are given when it is checked itself; errors in one say
 * where it is used. Findings inside an article get its number and title as context.
 */
void ccl_check(ccl_sema *sema, const ccl_plan *plan, const ccl_tree *const *trees, size_t tree_count, const ccl_sources *sources, ccl_diags *diags);

#endif
