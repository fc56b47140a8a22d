/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact numbers: every figure of CCL is a rational (principle 2 of the reference). No operation rounds.
 *
 * A small number lives in two 64-bit integers; what does not fit goes to GMP, without the caller noticing. A result whose numerator or
 * denominator would need more than CCL_LIMIT_NUMBER_BITS is the one value `too large`: it absorbs every further operation, and
 * whoever asks for a result tests ccl_rat_is_too_large once (code number-too-large). Immutable; copied by value.
 */
#ifndef CCL_VALUE_RATIONAL_H
#define CCL_VALUE_RATIONAL_H

#include "base/str.h"
#include "base/wide.h"

struct ccl_big; /* private */

typedef struct ccl_rat {
  int64_t num;               /* when big is NULL: num / den in lowest terms, den > 0; den == 0 says too large */
  int64_t den;
  const struct ccl_big *big; /* else: the number in GMP's form */
} ccl_rat;

#define CCL_RAT_ZERO ((ccl_rat){ 0, 1, NULL })
#define CCL_RAT_ONE ((ccl_rat){ 1, 1, NULL })

/* Makes GMP allocate through base/mem; once, after ccl_mem_init. */
void ccl_rat_init(void);

ccl_rat ccl_rat_int(int64_t whole);
ccl_rat ccl_rat_frac(int64_t num, int64_t den); /* den not 0 */
ccl_rat ccl_rat_int128(ccl_i128 whole);
/* "1500", "-28.50", ".5" no; a point as the mark, no grouping. False when the text is no such number. */
bool ccl_rat_parse(ccl_str text, ccl_rat *out);
/* "num/den" or decimal. */
bool ccl_rat_parse_fraction(ccl_str text, ccl_rat *out);

ccl_rat ccl_rat_add(ccl_rat a, ccl_rat b);
ccl_rat ccl_rat_sub(ccl_rat a, ccl_rat b);
ccl_rat ccl_rat_mul(ccl_rat a, ccl_rat b);
ccl_rat ccl_rat_div(ccl_rat a, ccl_rat b); /* b must not be zero: the caller has asked (division-by-zero) */
ccl_rat ccl_rat_neg(ccl_rat a);
ccl_rat ccl_rat_abs(ccl_rat a);
ccl_rat ccl_rat_pow(ccl_rat a, int exponent); /* exponent may be negative if a is not zero */
ccl_rat ccl_rat_floor(ccl_rat a);
ccl_rat ccl_rat_ceil(ccl_rat a);
/* cmp, sign, eq and the texts must not be given a number that is too large (a bug: the caller has asked before); is_zero,
 * is_whole, to_int and is_decimal answer no. */
int ccl_rat_cmp(ccl_rat a, ccl_rat b);
int ccl_rat_sign(ccl_rat a);
bool ccl_rat_eq(ccl_rat a, ccl_rat b);
bool ccl_rat_is_zero(ccl_rat a);
bool ccl_rat_is_whole(ccl_rat a);
bool ccl_rat_is_too_large(ccl_rat a);
/* The value as a 64-bit integer; false when it is not whole or does not fit. */
bool ccl_rat_to_int(ccl_rat a, int64_t *out);
/* Whether the decimal expansion ends; *places = how many places it then needs. */
bool ccl_rat_is_decimal(ccl_rat a, size_t *places);

/* "31/3", "28.5", "-7": the shortest exact decimal, else the fraction. A point as the mark. */
ccl_str ccl_rat_text(ccl_rat a);
/* "31/3" or "7": always as a fraction in lowest terms. */
ccl_str ccl_rat_fraction_text(ccl_rat a);
/* With exactly `places` decimals, rounded half away from zero when more would be needed. */
ccl_str ccl_rat_fixed(ccl_rat a, size_t places);

#endif
