/* SPDX-License-Identifier: Apache-2.0 */
/*
 * When an article acts (clause 4.6): which billing periods an invoice carries of it (the following one in advance, a
 * quarter in its last period), and its window there. Private to eval/.
 */
#ifndef CCL_EVAL_ACTING_H
#define CCL_EVAL_ACTING_H

#include "eval/run.h"

typedef struct ccl_acting {
  ccl_period
      period; /* the billing period that it is computed for: that of the invoice, or the following one in advance */
  ccl_days billing; /* the days of that period; of the quarter's or year's billing periods together */
  ccl_days whole; /* the same before it is cut to the contract */
  int32_t months; /* of `whole`: 1, 3 or 12; 0 for a week */
} ccl_acting;

enum { CCL_ACTINGS_MAX = 2 };

/* What the invoice of a period carries of an article; returns how many (0: it does not act there). In force or not
 * is not asked. */
size_t ccl_actings_of(const ccl_plan *plan, const ccl_article *article, ccl_period invoice, ccl_acting *out);
/* The quarter's or year's billing periods of an article that acts once for them, or the period itself, around a
 * period. */
ccl_acting ccl_acting_around(const ccl_plan *plan, const ccl_article *article, ccl_period period);

/* The context of an article in its window: its days in force, less those on which it is overridden whole. */
ccl_progress ccl_acting_context(ccl_run *run, uint32_t article, const ccl_acting *acting, ccl_context *context);
/* All days on which an article is in force, less those on which it is overridden whole in the months around
 * `billing` (what proration looks at). */
ccl_progress ccl_acting_in_force(ccl_run *run, uint32_t article, ccl_days billing, ccl_dayset *in_force);

#endif
