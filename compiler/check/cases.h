/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conditions decided case by case (clause 5). A condition compares figures (fields of a row, inputs, measures …) with constants: the values of each figure fall into finitely many
 * parts within which no comparison changes; one value of each part stands for all of it, and the condition is computed for every combination of them. A missing value
 * of an optional field is a part of its own.
 *
 * What is found to be impossible is so for certain. What is found possible is so unless a condition compares what this cannot see through (two fields with one another, texts by their
 * beginnings …) together with something else that depends on the same field: that is CCL_CANNOT_TELL, as is a condition with too many cases.
 */
#ifndef CCL_CHECK_CASES_H
#define CCL_CHECK_CASES_H

#include "check/private.h"

typedef enum ccl_possible { CCL_IMPOSSIBLE, CCL_POSSIBLE, CCL_CANNOT_TELL } ccl_possible;

/* One figure of a case: `language` is `german`; absent when it is missing. Figures on which nothing depends are left out. */
typedef struct ccl_case_figure {
  const ccl_expr *figure;
  ccl_value value;
} ccl_case_figure;

typedef struct ccl_case {
  const ccl_case_figure *figures;
  size_t count;
} ccl_case;

/*
 * Looks for a case in which conditions[i] is wanted[i] for every i (a NULL condition is always true). activity: whose rows the FIELDs are of, or CCL_NONE. *found is filled
 * when it is POSSIBLE. Parameters count with all the values they ever take.
 */
ccl_possible ccl_cases_find(const ccl_checking *checking, uint32_t activity, const ccl_expr *const *conditions, const bool *wanted, size_t count, ccl_case *found);

/* Every value that a figure can have (choices, yes or no, days of the week), in their order, in *values; false: not finitely many, or not known. */
bool ccl_cases_values(const ccl_checking *checking, uint32_t activity, const ccl_expr *figure, const ccl_value **values, size_t *count);

/* "language = german, wait = 12 s" (the names of fields, inputs, measures), for messages; empty when the case says nothing. */
ccl_str ccl_case_text(const ccl_checking *checking, uint32_t activity, const ccl_case *it, ccl_lang lang);

#endif
