/* SPDX-License-Identifier: Apache-2.0 */
/* Which rows of activity an article's effects count (clauses 5, 6.1, 6.2, 6.7), for the checks of billing. Private
 * to check/. */
#ifndef CCL_CHECK_COUNTED_H
#define CCL_CHECK_COUNTED_H

#include "check/articles.h"

/* One aggregate that an effect charges (or credits) by. */
typedef struct ccl_counted {
  uint32_t article; /* plan.articles */
  const ccl_effect *effect;
  const ccl_query *query; /* over rows of an activity */
  ccl_span span; /* of the quantity in the article */
  ccl_days days; /* on which the measures that lead to it say so (clause 8: an amendment may replace one) */
  bool is_plain; /* the rows are charged as they are counted: nothing is taken off, no allowance, no other window */
} ccl_counted;

typedef CCL_VEC(ccl_counted) ccl_counted_list;

/* What each charge, credit, penalty, flat and subscription counts, in the order of the plan. */
void ccl_counted_all(const ccl_plan *plan, ccl_counted_list *list);

#endif
