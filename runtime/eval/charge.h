/* SPDX-License-Identifier: Apache-2.0 */
/* Quantities and their price: what `charge`, `credit`, `penalty` and the excess of a flat share (clauses 6.1, 6.2).
 * Private to eval/. */
#ifndef CCL_EVAL_CHARGE_H
#define CCL_EVAL_CHARGE_H

#include "eval/job.h"

/* A quantity in one part of the window: all of it, unless the price changes inside. */
typedef struct ccl_part {
  ccl_dayset days;
  ccl_rat quantity; /* after the allowance */
  ccl_operand operand; /* before it */
} ccl_part;

/* Where a counter stands before the period. */
typedef struct ccl_standing {
  ccl_rat quantity, charged;
  uint32_t tier; /* the last one entered or reached; CCL_NONE: none … */
  uint32_t tiers; /* … of these, a row of plan.tiers */
} ccl_standing;

/* One quantity at one price, in one group. */
typedef struct ccl_bill {
  const ccl_job *job;
  ccl_context context;
  ccl_mode mode;
  int sign;
  const ccl_unit *quantity_unit;
  ccl_rule rule; /* without tiers */
  const ccl_expr *quantity;
  const ccl_part *parts;
  size_t part_count;
  ccl_rat total;
  ccl_operand allowance;
  ccl_standing standing;
  uint32_t tiers; /* in force in the part at hand, a row of plan.tiers */
  ccl_tally tally; /* what comes out, for later periods */
} ccl_bill;

/* tiers.c: the lines of a bill. */
ccl_progress ccl_bill_price(ccl_bill *bill);
/* While the quantity is not known: asks whatever any price could need on these days of the window. */
void ccl_bill_visit(const ccl_job *job, const ccl_context *context, ccl_dayset days);
/* The version of the effect's tiers that is in force on the first of the days (clause 8), as a row of plan.tiers. */
uint32_t ccl_tiers_in(const ccl_job *job, ccl_dayset days);

/* counter.c: what `counted per` has counted before the period, for the context's group. */
ccl_progress ccl_counter_standing(const ccl_job *job, const ccl_context *context, const ccl_expr *quantity,
                                  ccl_standing *standing);

/* A quantity that may be charged, in its group: `allowance` is known or absent (none). */
typedef struct ccl_charged {
  const ccl_expr *quantity;
  const ccl_unit *quantity_unit;
  ccl_found allowance;
  bool has_allowance;
  ccl_mode mode;
  int sign;
  ccl_rule rule;
  bool only_excess; /* no line when nothing exceeds the allowance */
} ccl_charged;

ccl_progress ccl_charge_quantity(const ccl_job *job, const ccl_context *context, const ccl_charged *charged);

/* amount.c: an amount without a quantity, or a recurring one with or without (`subscription … for`). */
ccl_progress ccl_charge_amount(const ccl_job *job, const ccl_context *context, int sign);

/* The mode of what a quantity of this unit costs: time, act or commission (clause 7). */
ccl_mode ccl_mode_of_quantity(const ccl_unit *unit);

#endif
