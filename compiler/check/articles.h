/* SPDX-License-Identifier: Apache-2.0 */
/*
 * When articles act, and which articles override them (clauses 4.6, 6.7): what the checks of articles share. Private
 * to check/.
 */
#ifndef CCL_CHECK_ARTICLES_H
#define CCL_CHECK_ARTICLES_H

#include "check/private.h"

/* One override of an article: which article says it, and what. */
typedef struct ccl_overrider {
  uint32_t by; /* plan.articles */
  const ccl_override *override;
} ccl_overrider;

typedef struct ccl_overriders {
  CCL_VEC(ccl_overrider) items; /* in the order of the articles that say them */
} ccl_overriders;

/* One list for each of plan.article_names. */
ccl_overriders *ccl_check_overriders(const ccl_plan *plan);
/* The days in force on which no article overrides it as a whole. One with a `when` counts as overriding. */
ccl_dayset ccl_check_days_left(const ccl_plan *plan, const ccl_overriders *all, const ccl_article *article);
/* The billing period (quarter, year of an article billed so) that holds a day of the contract, cut to the contract:
 * the article's window apart from its days in force. False outside the contract. */
bool ccl_check_billing(const ccl_plan *plan, const ccl_article *article, ccl_day day, ccl_days *billing);
/* The name of an article as its own text has it; for a name that several bear, the first one's. */
const ccl_article *ccl_check_named(const ccl_plan *plan, uint32_t article_name);
/* Whether the article has a line of its own to charge, credit or the like; information apart. */
bool ccl_check_recovers(const ccl_article *article);

/* Calls `see` for every part of the effect that is computed: quantity, price, amount, rungs … Tables of tiers apart. */
typedef void ccl_figure_seer(void *self, const ccl_expr *expr);
void ccl_check_each_figure(const ccl_effect *effect, ccl_figure_seer *see, void *self);

#endif
