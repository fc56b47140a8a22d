/* SPDX-License-Identifier: Apache-2.0 */
/* Articles: their sheets, and their reports (clauses 4.6, 6). Private to eval/. */
#ifndef CCL_EVAL_ARTICLE_H
#define CCL_EVAL_ARTICLE_H

#include "eval/job.h"

/* Fills the sheet of an article for the invoice of a period. */
void ccl_article_fill(ccl_run *run, uint32_t article, ccl_period invoice, ccl_sheet *sheet);
/* Adds the article's reports (clause 6.6) to the ledger. */
ccl_progress ccl_article_report(ccl_run *run, uint32_t article, ccl_period invoice, ccl_ledger *ledger);

#endif
