/* SPDX-License-Identifier: Apache-2.0 */
/* Figures that add up by days (clause 6.1): sums and counts, and what is made of them by adding and by steady factors. Only these can be split at a day
 * on which a price changes. Asked by eval, which splits, and by the checker, which says where nothing can be split. */
#ifndef CCL_PLAN_ADDITIVE_H
#define CCL_PLAN_ADDITIVE_H

#include "plan/plan.h"

typedef enum ccl_additivity { CCL_NOT_DECIDED, CCL_ADDITIVE, CCL_NOT_ADDITIVE } ccl_additivity;

/* decided: one for each measure of the plan, not decided at first, kept from one question to the next (measures use one another many times over);
 * whoever knows more of a measure (an example gives it) says so there. */
bool ccl_figure_is_additive(const ccl_plan *plan, ccl_additivity *decided, const ccl_expr *figure);
/* The same of a measure, in every version that amendments give it. */
bool ccl_measure_is_additive(const ccl_plan *plan, ccl_additivity *decided, uint32_t measure);

#endif
