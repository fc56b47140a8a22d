/* SPDX-License-Identifier: Apache-2.0 */
/* Sums of lines of articles over billing periods: NAMEs, bases, minimums, caps (clauses 4.6, 5, 6.3, 6.4). Private
 * to eval/. */
#ifndef CCL_EVAL_SUMS_H
#define CCL_EVAL_SUMS_H

#include "eval/run.h"

typedef enum ccl_sum_kind {
  CCL_SUM_ALL,
  CCL_SUM_NET, /* bonus, malus, adjustment, penalty and their caps */
  CCL_SUM_POSITIVE, /* those that add, and what caps took from them */
  CCL_SUM_NEGATIVE /* those that take away, and what caps gave back */
} ccl_sum_kind;

/* Whether the line is of the groups of the context (a `for each`): it has these dimensions with these values. */
bool ccl_line_is_of_group(const ccl_line *line, const ccl_context *group);
/* Whether a line counts in a sum. */
bool ccl_line_counts(const ccl_plan *plan, const ccl_line *line, ccl_sum_kind kind);

/* The sum over the articles' sheets in these billing periods; group NULL: every line. */
ccl_progress ccl_sum_lines(ccl_run *run, const uint32_t *articles, size_t count, ccl_period_range range,
                           const ccl_context *group, ccl_sum_kind kind, ccl_rat *sum);

#endif
