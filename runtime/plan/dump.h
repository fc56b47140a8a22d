/* SPDX-License-Identifier: Apache-2.0 */
/* `ccl dump plan`: queries, figures, rules, as S-expressions, a node a line. */
#ifndef CCL_PLAN_DUMP_H
#define CCL_PLAN_DUMP_H

#include "plan/plan.h"

/*
 * `sources` are those that the plan's spans point into: every node that has a place ends its line with @LINE:COLUMN
 * (and the file's number when it is not the first). NULL: no positions. English words and units whatever the
 * contract's language; figures as they are written, exact.
 */
void ccl_plan_dump_at(const ccl_plan *plan, const ccl_sources *sources, ccl_buf *out);
void ccl_plan_dump(const ccl_plan *plan, ccl_buf *out); /* without positions */

#endif
