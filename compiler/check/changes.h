/* SPDX-License-Identifier: Apache-2.0 */
/* The days on which parameters change, and what they do to an article's effects (clauses 4.2, 6.1). Private to
 * check/. */
#ifndef CCL_CHECK_CHANGES_H
#define CCL_CHECK_CHANGES_H

#include "check/articles.h"

typedef struct ccl_changes ccl_changes;

/* A parameter that changes on a day. */
typedef struct ccl_change {
  ccl_str name;
  ccl_span span; /* its declaration */
  ccl_day day;
} ccl_change;

ccl_changes *ccl_changes_new(const ccl_checking *checking);
/* Whether a recurring amount (or its quantity) changes, on days left to the article, on a day that is not the first
 * of a month nor of the article. */
bool ccl_changes_inside_month(ccl_changes *changes, const ccl_article *article, const ccl_effect *effect,
                              ccl_dayset days, ccl_change *change);

#endif
