/* SPDX-License-Identifier: Apache-2.0 */
/* The totals of lines (clause 7): net, VAT for each rate, gross. Exact but for what clause 7 rounds. */
#ifndef CCL_EVAL_TOTALS_H
#define CCL_EVAL_TOTALS_H

#include "eval/ledger.h"

typedef struct ccl_vat_total {
  ccl_vat vat;
  ccl_rat base, amount; /* both rounded by the contract's rule */
} ccl_vat_total;

typedef struct ccl_totals {
  ccl_rat net;
  ccl_rat rounding; /* what the lines shown lack to give net */
  ccl_rat vat_total, gross;
  CCL_VEC(ccl_vat_total)
  vats; /* rates falling, then reverse charge, exempt (each reason), outside; lines without VAT are in none */
} ccl_totals;

ccl_totals ccl_totals_of(const ccl_rounding_rule *rounding, const ccl_line *lines, size_t count);

#endif
