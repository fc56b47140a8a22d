/* SPDX-License-Identifier: Apache-2.0 */
/* Overrides (clause 6.7): the days on which an article is overridden whole, and the rows that another article takes
 * from it. Private to eval/. */
#ifndef CCL_EVAL_OVERRIDE_H
#define CCL_EVAL_OVERRIDE_H

#include "engine/engine.h"
#include "eval/run.h"

/* The days of the range on which the article is overridden whole. */
ccl_progress ccl_override_days(ccl_run *run, uint32_t article, ccl_days range, ccl_dayset *overridden);
/* Which rows of an activity the context's article does not count, or counts alone, on the context's days. */
ccl_progress ccl_override_filters(ccl_run *run, const ccl_context *context, uint32_t activity,
                                  const ccl_row_filter **filters, size_t *count);

/* The query that counts every row of an activity placed and split so, or CCL_NONE. */
uint32_t ccl_plain_count(const ccl_plan *plan, uint32_t activity, uint32_t dated_by, uint32_t split);

#endif
