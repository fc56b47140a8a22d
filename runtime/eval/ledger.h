/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The ledger: every amount that a contract makes in one billing period, each with its reasons. A line is made by
 * ccl_ledger_add alone, which takes its source, its window, its operands and its rule: there is no other way to an
 * amount (ARCHITECTURE.md, invariants).
 */
#ifndef CCL_EVAL_LEDGER_H
#define CCL_EVAL_LEDGER_H

#include "plan/compute.h"

/* The rule by which an amount comes about; its sentence is in rules.def, for explain. */
typedef enum ccl_rule {
#define RULE(name, en, fr) CCL_RULE_##name,
#include "eval/rules.def"
#undef RULE
  CCL_RULE_COUNT
} ccl_rule;

/* A figure that went into an amount. */
typedef struct ccl_operand {
  ccl_str name; /* of the parameter, measure, input, article …; empty: an expression, see its span */
  const ccl_expr *expr; /* NULL when it has none in the contract */
  ccl_type type;
  ccl_value value;
  ccl_dayset days; /* the window in which it was asked for */
  uint64_t rows; /* of an aggregate */
  const struct ccl_operand *parts; /* what it was computed from */
  size_t part_count;
} ccl_operand;

/* Where a line comes from; every field is needed. */
typedef struct ccl_reason {
  ccl_span span; /* the effect, rung or tier in the contract's text */
  ccl_dayset window; /* the days on which it acts */
  ccl_rule rule;
  const ccl_operand *operands;
  size_t operand_count;
} ccl_reason;

typedef struct ccl_line {
  uint32_t article, effect; /* indices: plan.articles, its effects */
  ccl_mode mode;
  ccl_str label;
  const uint32_t *dims; /* group, for each first, then by */
  const ccl_value *group;
  size_t group_count;
  bool has_quantity, has_price, has_times, has_slice, has_days, has_basis, has_share, slice_has_top;
  ccl_rat quantity; /* in base units; shown in quantity_unit */
  const ccl_unit *quantity_unit;
  ccl_rat price; /* base units; shown in price_unit, a share as a plain number when price_unit is % */
  const ccl_unit *price_unit;
  ccl_rat times; /* months, years … counted, in the unit in which the amount is written */
  ccl_rat slice_above, slice_up_to; /* in base units of the quantity */
  ccl_days days; /* when the line covers less than the period, or another */
  ccl_rat basis, share;
  ccl_rat exact; /* the amount before rounding */
  ccl_rat amount; /* what counts: rounded by the contract's rule; exact with rounding per total */
  ccl_rat shown; /* what the invoice shows: always rounded */
  ccl_vat vat;
  ccl_reason reason;
} ccl_line;

typedef CCL_VEC(ccl_line) ccl_lines;

typedef struct ccl_report_line {
  uint32_t article, effect;
  ccl_str label;
  const uint32_t *dims;
  const ccl_value *group;
  size_t group_count;
  ccl_value value; /* of any kind */
  ccl_type type;
  ccl_reason reason;
} ccl_report_line;

/* A billing period of a window that the ledger needed, in which an activity has no row at all (cli.md 3: no-data). */
typedef struct ccl_gap {
  uint32_t activity;
  ccl_days period;
} ccl_gap;

typedef struct ccl_ledger {
  ccl_days period;
  ccl_lines lines; /* in the order of clause 7 */
  CCL_VEC(ccl_report_line) reports;
  const bool *in_force; /* for each plan article: in force on a day of the period */
  const ccl_rat *article_amounts; /* for each plan.article_names: the sum of its lines */
  CCL_VEC(ccl_gap) gaps;
} ccl_ledger;

/* The only way to an amount: adds a line whose `exact`, `vat` and `reason` are set; rounds it once by the contract's
 * rule (clause 7). False, and nothing is added, when the amount is a number too large. */
bool ccl_ledger_add(ccl_lines *lines, const ccl_rounding_rule *rounding, ccl_line line);

/* The sentence of a rule, for explain. */
ccl_str ccl_rule_say(ccl_rule rule, ccl_lang lang);

#endif
