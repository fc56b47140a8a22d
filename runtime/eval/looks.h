/* SPDX-License-Identifier: Apache-2.0 */
/* The groups of an article that acts `for each` (clause 4.6). Private to eval/. */
#ifndef CCL_EVAL_LOOKS_H
#define CCL_EVAL_LOOKS_H

#include "eval/ask.h"

/* Adds the values of the context's dimensions that have a row in its window, in an activity with these fields that
 * the article looks at. */
void ccl_search_article(ccl_run *run, uint32_t article, const ccl_context *context, ccl_search *search);

#endif
