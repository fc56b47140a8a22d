/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Evaluation: articles in their windows. A run belongs to one plan, its supply and its activity, and answers for any of
 * its billing periods.
 *
 * Three steps, which ccl_run_prepare does: (1) walk everything that the periods can ask, with figures unknown, and
 * collect the requests; (2) have the engine read the data once and answer; (3) again while requests appear that needed
 * an answer (measures used in the condition of an aggregate). Then ccl_run_ledger computes a period from the answers;
 * earlier periods that windows, counters, caps and minimums need are computed from the same data.
 */
#ifndef CCL_EVAL_EVAL_H
#define CCL_EVAL_EVAL_H

#include "engine/engine.h"
#include "eval/ledger.h"

typedef struct ccl_run ccl_run;

/* Everything is borrowed. example: NULL, or the example whose givens hold (4.7). */
ccl_run *ccl_run_new(const ccl_plan *plan, const ccl_supply *supply, ccl_engine *engine, ccl_diags *diags,
                     const ccl_example *example);

/* What a run is asked for: the invoices of some billing periods, and single figures. */
typedef struct ccl_figure {
  const ccl_expr *expr;
  ccl_days period; /* billing period in which it is asked for */
  uint32_t article; /* CCL_NONE, or the article whose window and overrides hold (`eval --article`) */
  const uint32_t *dims; /* a group (`eval --for site=FR`); may be empty */
  const ccl_value *group;
  size_t group_count;
} ccl_figure;

/* Collects and reads what these need. False: reported in diags. */
bool ccl_run_prepare(ccl_run *run, const ccl_days *periods, size_t period_count, const ccl_figure *figures,
                     size_t figure_count);
/* The ledger of a prepared period; NULL: reported in diags. The requirements (4.7) have been looked at unless there
 * is an example. */
const ccl_ledger *ccl_run_ledger(ccl_run *run, ccl_days period);
/* One prepared figure; false: reported in diags. */
bool ccl_run_figure(ccl_run *run, const ccl_figure *figure, ccl_value *value);

/* Warnings that the evaluation found (no-data …) are in diags as well. Reports a trouble with article, expression
 * and window (checks.md). */
void ccl_run_report(ccl_run *run, const ccl_trouble *trouble, uint32_t article, ccl_dayset window);

#endif
