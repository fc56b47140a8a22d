/* SPDX-License-Identifier: Apache-2.0 */
/* Bases and limits: what bonuses, maluses and their caps share (clause 6.3). Private to eval/. */
#ifndef CCL_EVAL_BONUS_H
#define CCL_EVAL_BONUS_H

#include "eval/job.h"

/* The sum that an article's bonuses bear on, in its group; said: the article has a base. */
typedef struct ccl_base_sum {
  bool said;
  ccl_rat amount;
  const ccl_operand *operands; /* the articles, with their amounts */
  size_t operand_count;
} ccl_base_sum;

ccl_progress ccl_base_of(const ccl_job *job, ccl_base_sum *base);

/* A share of the base as money; negative-base when the base is below zero and the share is not 0. */
ccl_progress ccl_share_of_base(const ccl_job *job, const ccl_base_sum *base, const ccl_expr *at, ccl_rat share,
                               ccl_rat *amount);

/* ---- Windows of caps, minimums and maximums ---- */

typedef struct ccl_bounds {
  ccl_days whole; /* the window before it is cut */
  ccl_period_range range; /* the billing periods that belong to it */
  ccl_rat times; /* what the figure of the effect (in base units) is multiplied by for the whole window */
  int32_t months; /* of `whole`; 0: weeks, or the whole contract */
  bool by_days; /* an amount per day or week: counts days, no rule is needed */
  bool by_weeks; /* a sum for each ISO week */
} ccl_bounds;

/* The window of an amount by the unit in which it is written (clause 6.4), around the job's billing period. */
ccl_bounds ccl_bounds_of(const ccl_job *job);

/* All operands in one list. */
const ccl_operand *ccl_operands_join(const ccl_operand *some, size_t some_count, const ccl_operand *more,
                                     size_t more_count);

#endif
