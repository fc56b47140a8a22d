/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs the deals of generate.h in process, and counts. A group of properties is one executable: ccl_property_main draws
 * its cases, one seed each, prints for each property how many cases it looked at and how many of them were hard, and
 * fails when one does not hold or when under a third were hard.
 */
#ifndef CCL_TESTS_PROPERTY_PROPERTY_H
#define CCL_TESTS_PROPERTY_PROPERTY_H

#include "generate.h"
#include "invoice/invoice.h"

/* ---- A deal, run ---- */

/* How the same deal is given: its language, the order of its declarations, articles and rows (0: as made), over how
 * many files. */
typedef struct deal_given {
  bool french;
  uint64_t order;
  int files;
} deal_given;

typedef struct outcome {
  const ccl_plan *plan;
  const ccl_invoice **invoices; /* of every billing period */
  size_t count;
} outcome;

/* Every invoice of the contract. NULL: it could not be made, and why is printed. */
const outcome *outcome_of(const deal *it, deal_given given);

ccl_rat outcome_amount(const outcome *it, size_t period, const char *article); /* 0 when it is not on the invoice */
ccl_rat outcome_report(const outcome *it, size_t period, const char *label); /* a number; in base units */
bool outcome_line_is_of(const outcome *it, const ccl_line *line, const char *article);
/* Over the lines of an article in a period; `exact`: before rounding. */
ccl_rat outcome_exact(const outcome *it, size_t period, const char *article);
ccl_rat outcome_quantity(const outcome *it, size_t period, const char *article);

/* ---- Properties ---- */

typedef struct tally {
  const char *name;
  size_t cases, hard, wrong;
} tally;

/* One case of a property; prints the seed and what was expected when it does not hold. */
void tally_case(tally *t, uint64_t seed, bool is_hard, ccl_rat wanted, ccl_rat found);
void tally_holds(tally *t, uint64_t seed, bool is_hard, bool holds);

/* A case of all properties of a group: false when the deal could not be run. */
typedef bool property_case(uint64_t seed, tally *tallies);
/* arguments: [CASES [FIRST_SEED]]. The exit of main. */
int property_main(int argc, char **argv, property_case *run, tally *tallies, size_t count);

#endif
