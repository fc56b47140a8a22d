/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of value/rational share: the numbers that live in GMP. Included by rational*.c only. */
#ifndef CCL_VALUE_RATIONAL_PRIVATE_H
#define CCL_VALUE_RATIONAL_PRIVATE_H

#include <gmp.h>

#include "value/rational.h"

/* A rational in lowest terms that does not fit two 64-bit integers. */
struct ccl_big {
  mpq_t value;
};

/* num / den in lowest terms, den > 0. */
ccl_rat ccl_rat_from_wide(ccl_i128 num, ccl_i128 den);
/* num / den, den > 0, not reduced. Both are used up (cleared). */
ccl_rat ccl_rat_from_mpz(mpz_t num, mpz_t den);

/* The operations of rational.h for operands of any form; too large absorbs. */
ccl_rat ccl_rat_big_add(ccl_rat a, ccl_rat b, bool subtract);
ccl_rat ccl_rat_big_mul(ccl_rat a, ccl_rat b);
ccl_rat ccl_rat_big_div(ccl_rat a, ccl_rat b);
ccl_rat ccl_rat_big_pow(ccl_rat a, uint32_t exponent);
ccl_rat ccl_rat_big_floor(ccl_rat a, bool upward);
int ccl_rat_big_cmp(ccl_rat a, ccl_rat b);
int ccl_rat_big_sign(ccl_rat a);
bool ccl_rat_big_is_whole(ccl_rat a);

/* Any number but too large in GMP's form, to be read only: a view of it, which lives as long as *room. */
typedef struct ccl_rat_view {
  mpq_t small;
  mp_limb_t limbs[2];
} ccl_rat_view;
mpq_srcptr ccl_rat_look(ccl_rat a, ccl_rat_view *room);

#endif
