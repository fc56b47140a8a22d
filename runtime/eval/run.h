/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run from the inside. Private to eval/.
 *
 * One evaluator serves both steps of ccl_run_prepare: while figures are not read yet, what depends on them is
 * CCL_WAITING and everything else that it could ask is visited. What was computed is remembered for one round (an
 * article's sheet in a billing period, a measure in a context), so that bonuses, minimums, caps and windows may ask for
 * whatever they need.
 */
#ifndef CCL_EVAL_RUN_H
#define CCL_EVAL_RUN_H

#include "eval/answers.h"
#include "eval/context.h"
#include "eval/eval.h"
#include "eval/totals.h"
#include "plan/additive.h"

typedef enum ccl_progress {
  CCL_DONE,
  CCL_WAITING, /* a figure is not read yet */
  CCL_FAILED /* it cannot be computed, and that has been reported */
} ccl_progress;

ccl_progress ccl_progress_worse(ccl_progress a, ccl_progress b);

/* What a charge counted in one period, for one combination: counters (`counted per`) add it up. */
typedef struct ccl_tally {
  uint32_t effect;
  const ccl_value *group;
  size_t group_count;
  ccl_rat quantity;
  ccl_rat charged; /* without the fixed sums of tiers; as written, so not negative for a credit */
  uint32_t tier; /* the last one entered or reached; CCL_NONE: none … */
  uint32_t tiers; /* … of these, a row of plan.tiers: those in force in the last part of the window */
} ccl_tally;

/* What an article gives on the invoice of one billing period. */
typedef struct ccl_sheet {
  ccl_progress progress;
  bool is_open; /* being computed */
  ccl_lines lines;
  CCL_VEC(ccl_tally) tallies;
  ccl_rat amount;
  ccl_dayset *needs; /* of each activity: the days that were asked for */
} ccl_sheet;

struct ccl_run {
  const ccl_plan *plan;
  const ccl_supply *supply;
  const ccl_supply *const
      *own_supply; /* of each article in which an example fixes a parameter; NULL entries: the common one */
  ccl_engine *engine;
  ccl_diags *diags;
  const ccl_example *example;
  const ccl_value *givens; /* values of the example's givens */
  ccl_answers answers;
  ccl_map sheets, measures, whens, totals; /* of this round */
  ccl_map group_conditions; /* of overrides that act for some groups; of the whole run */
  ccl_map places; /* trouble → the days in which it was met */
  ccl_dayset *needs; /* where days that are asked for are noted, of each activity */
  bool is_quiet; /* while requests are collected nothing is reported */
  bool *missing; /* of each activity: it was reported that no data was given */
  ccl_additivity *additive; /* of each measure: plan/additive.h */
  CCL_VEC(ccl_days) prepared;
};

/* The supply in an article (CCL_NONE: outside articles). */
const ccl_supply *ccl_run_supply(const ccl_run *run, uint32_t article);

/* What the article gives on the invoice of a period; never NULL. */
const ccl_sheet *ccl_run_sheet(ccl_run *run, uint32_t article, ccl_period period);
/* The totals of an invoice. */
ccl_progress ccl_run_totals(ccl_run *run, ccl_period period, ccl_totals *totals);
/* All lines of an invoice, in the order of clause 7. */
ccl_progress ccl_run_lines(ccl_run *run, ccl_period period, ccl_lines *lines);

/* ---- Days that were asked for ---- */

/* Notes days apart from now on; returns what to give to ccl_needs_end, which goes back, adds them there too and
 * returns them. */
ccl_dayset *ccl_needs_begin(ccl_run *run);
ccl_dayset *ccl_needs_end(ccl_run *run, ccl_dayset *outer);
void ccl_needs_note(ccl_run *run, uint32_t activity, ccl_dayset days);
void ccl_needs_add(ccl_run *run, const ccl_dayset *needs);

/* ---- What cannot be computed ---- */

/* Reports unless the run is quiet or it has been reported. window: where the trouble does not know its own. Returns
 * CCL_FAILED. */
ccl_progress ccl_run_fail(ccl_run *run, const ccl_trouble *trouble, uint32_t article, ccl_dayset window);
/* Remembers the days in which a trouble was met first. */
void ccl_run_place(ccl_run *run, const ccl_trouble *trouble, ccl_dayset days);
/* The value of something that failed and was reported. */
ccl_value ccl_value_reported(void);

#endif
