/* SPDX-License-Identifier: Apache-2.0 */
/* One effect of an article at work, in one window and one group: what every family of effects shares (section 6).
 * Private to eval/. */
#ifndef CCL_EVAL_JOB_H
#define CCL_EVAL_JOB_H

#include "eval/acting.h"
#include "eval/ask.h"
#include "eval/sums.h"

typedef struct ccl_job {
  ccl_run *run;
  ccl_sheet *sheet; /* where lines go */
  ccl_ledger *ledger; /* where reports go */
  uint32_t article_index, effect_index;
  const ccl_article *article;
  const ccl_effect *effect;
  ccl_acting acting;
  ccl_period invoice; /* the billing period of the invoice that carries the lines */
  ccl_context context; /* the article's window, in its group */
  ccl_dayset in_force; /* for proration: see ccl_acting_in_force */
} ccl_job;

/* VAT and proration, as they stand on the last day of the period that the effect acts for (clause 8). */
ccl_effect_rules ccl_job_rules(const ccl_job *job);

/* ---- Figures ---- */

/* Whether a value can be used: CCL_FAILED has been reported. */
ccl_progress ccl_job_settle(const ccl_job *job, const ccl_context *context, ccl_value value);
/* Asks for a number. */
ccl_progress ccl_job_number(const ccl_job *job, const ccl_context *context, const ccl_expr *expr, ccl_found *found);
/* Reports what is wrong in this window; returns CCL_FAILED. */
ccl_progress ccl_job_fail(const ccl_job *job, const ccl_context *context, ccl_code code, const ccl_expr *at,
                          ccl_str subject, ccl_str detail);
/* Reports a number that is too large to be kept; anything else is CCL_DONE. Before numbers made here are compared. */
ccl_progress ccl_job_fits(const ccl_job *job, const ccl_expr *at, ccl_rat number);
/* A figure as messages show it. */
ccl_str ccl_job_say(const ccl_job *job, const ccl_expr *expr, ccl_rat number);
/* Whether the effect has its one date, and not in this window. */
bool ccl_job_is_elsewhere(const ccl_job *job);

/* ---- Parts of a window, when a parameter of the price changes inside (clause 6.1) ---- */

typedef struct ccl_changes {
  CCL_VEC(ccl_day) days; /* rising */
} ccl_changes;

void ccl_changes_add(ccl_changes *changes, const ccl_job *job, const ccl_expr *expr); /* NULL: nothing */
/* The days on which a measure that the expression names itself is replaced (clause 8), unless an example gives it. */
void ccl_changes_add_measures(ccl_changes *changes, const ccl_job *job, const ccl_expr *expr);
void ccl_changes_add_price(ccl_changes *changes, const ccl_job *job, const ccl_price *price);
/* The spans of `days` between changes: changes.days.len + 1 of them. */
ccl_days ccl_changes_span(const ccl_changes *changes, ccl_days days, size_t index);

/* ---- Lines ---- */

/* A line of the effect in a context: names, group, VAT and days are set. */
ccl_line ccl_job_line(const ccl_job *job, const ccl_context *context, ccl_mode mode);
/* The days that the line covers, when they are not those of the invoice. */
void ccl_line_cover(const ccl_job *job, ccl_line *line, ccl_dayset days);
/* Sets the reason of a line; operands of which nothing is known are left out. */
void ccl_line_because(ccl_line *line, ccl_span span, ccl_rule rule, ccl_dayset window, const ccl_operand *operands,
                      size_t count);
ccl_progress ccl_job_add(const ccl_job *job, ccl_line line);

/* ---- The families of effects ---- */

typedef ccl_progress ccl_effect_run(const ccl_job *job);
ccl_effect_run ccl_run_charge, ccl_run_flat, ccl_run_subscription, ccl_run_bonus, ccl_run_ladder, ccl_run_cap,
    ccl_run_minimum, ccl_run_maximum;

/* Base units of an amount's unit of time: an amount per year is kept per month, one per week per day. */
ccl_rat ccl_recurrence_scale(ccl_recurrence unit);

#endif
