/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rationals in GMP: what rational.c cannot do in 128 bits.
 *
 * GMP ends the program when a number outgrows it, so sizes are judged first. Every operand keeps to
 * CCL_LIMIT_NUMBER_BITS; one addition, multiplication or division then makes at most twice that and a bit, which is
 * harmless, and the reduced result is judged when it is made. A power is judged before it is computed.
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "value/rational_private.h"

_Static_assert(sizeof(long) == 8 && GMP_LIMB_BITS == 64 && GMP_NAIL_BITS == 0, "GMP is expected to count in 64 bits");

#define TOO_LARGE ((ccl_rat){ 0, 0, NULL })

/*
 * GMP's temporaries hold the only addresses of one another (a chain through their first bytes, tables of pointers), so
 * the collector must look inside all that GMP allocates, small or large. Numbers that stay are copied into memory
 * without pointers (keep), and what GMP used is given back at once.
 */
static void gmp_free(void *block, size_t size) {
  (void)size;
  ccl_free(block);
}

static void *gmp_reallocate(void *old, size_t old_size, size_t new_size) {
  if (new_size <= old_size)
    return old;
  void *block = ccl_alloc(new_size);
  memcpy(block, old, old_size);
  ccl_free(old);
  return block;
}

void ccl_rat_init(void) {
  mp_set_memory_functions(ccl_alloc, gmp_reallocate, gmp_free);
}

static bool fits_limit(mpz_srcptr number) {
  return mpz_sizeinbase(number, 2) <= CCL_LIMIT_NUMBER_BITS;
}

/* A copy, never to be changed, in memory that holds no pointers. */
static void keep(mpz_ptr copy, mpz_srcptr number) {
  size_t count = mpz_size(number);
  mp_limb_t *limbs = ccl_alloc_atomic(count * sizeof *limbs);
  memcpy(limbs, mpz_limbs_read(number), count * sizeof *limbs);
  mpz_roinit_n(copy, limbs, mpz_sgn(number) < 0 ? -(mp_size_t)count : (mp_size_t)count);
}

/* The one door out of this file: a reduced number in the form that it must have. It is used up. */
static ccl_rat finish(mpq_t value) {
  mpz_srcptr num = mpq_numref(value), den = mpq_denref(value);
  if (mpz_fits_slong_p(num) && mpz_fits_slong_p(den)) {
    ccl_rat small = { mpz_get_si(num), mpz_get_si(den), NULL };
    mpq_clear(value);
    return small;
  }
  struct ccl_big *big = NULL;
  if (fits_limit(num) && fits_limit(den)) {
    big = ccl_new(struct ccl_big);
    keep(mpq_numref(big->value), num);
    keep(mpq_denref(big->value), den);
  }
  mpq_clear(value);
  return big ? (ccl_rat){ 0, 1, big } : TOO_LARGE;
}

/* Sets up *view over the limbs of a number of either sign. */
static void view_integer(mpz_ptr view, mp_limb_t *limbs, ccl_i128 number) {
  ccl_u128 size = number < 0 ? -(ccl_u128)number : (ccl_u128)number;
  limbs[0] = (mp_limb_t)size;
  limbs[1] = (mp_limb_t)(size >> 64);
  mpz_roinit_n(view, limbs, number < 0 ? -2 : 2);
}

ccl_rat ccl_rat_from_wide(ccl_i128 num, ccl_i128 den) {
  mpz_t view;
  mp_limb_t limbs[2];
  mpq_t value;
  mpq_init(value);
  view_integer(view, limbs, num);
  mpz_set(mpq_numref(value), view);
  view_integer(view, limbs, den);
  mpz_set(mpq_denref(value), view);
  return finish(value);
}

ccl_rat ccl_rat_from_mpz(mpz_t num, mpz_t den) {
  mpq_t value;
  *mpq_numref(value) = *num;
  *mpq_denref(value) = *den;
  mpq_canonicalize(value);
  return finish(value);
}

mpq_srcptr ccl_rat_look(ccl_rat a, ccl_rat_view *room) {
  if (a.big)
    return a.big->value;
  uint64_t size = a.num < 0 ? -(uint64_t)a.num : (uint64_t)a.num;
  room->limbs[0] = size;
  room->limbs[1] = (mp_limb_t)a.den;
  mpz_roinit_n(mpq_numref(room->small), &room->limbs[0], a.num < 0 ? -1 : 1);
  mpz_roinit_n(mpq_denref(room->small), &room->limbs[1], 1);
  return room->small;
}

typedef void operation(mpq_ptr result, mpq_srcptr a, mpq_srcptr b);

static ccl_rat apply(operation *compute, ccl_rat a, ccl_rat b) {
  if (ccl_rat_is_too_large(a) || ccl_rat_is_too_large(b))
    return TOO_LARGE;
  ccl_rat_view a_room, b_room;
  mpq_t result;
  mpq_init(result);
  compute(result, ccl_rat_look(a, &a_room), ccl_rat_look(b, &b_room));
  return finish(result);
}

ccl_rat ccl_rat_big_add(ccl_rat a, ccl_rat b, bool subtract) {
  return apply(subtract ? mpq_sub : mpq_add, a, b);
}

ccl_rat ccl_rat_big_mul(ccl_rat a, ccl_rat b) {
  return apply(mpq_mul, a, b);
}

ccl_rat ccl_rat_big_div(ccl_rat a, ccl_rat b) {
  return apply(mpq_div, a, b);
}

/* Whether |number| to the power `exponent` is sure to pass the limit: n bits are at least 2 to the power n − 1. */
static bool power_passes_limit(mpz_srcptr number, uint32_t exponent) {
  uint64_t bits = mpz_sizeinbase(number, 2);
  return (bits - 1) * exponent + 1 > CCL_LIMIT_NUMBER_BITS;
}

/* A number that passes this test makes at most twice the limit. Powers of numbers without a common divisor have none.
 */
ccl_rat ccl_rat_big_pow(ccl_rat a, uint32_t exponent) {
  if (ccl_rat_is_too_large(a))
    return TOO_LARGE;
  ccl_rat_view room;
  mpq_srcptr base = ccl_rat_look(a, &room);
  if (power_passes_limit(mpq_numref(base), exponent) || power_passes_limit(mpq_denref(base), exponent))
    return TOO_LARGE;
  mpq_t result;
  mpq_init(result);
  mpz_pow_ui(mpq_numref(result), mpq_numref(base), exponent);
  mpz_pow_ui(mpq_denref(result), mpq_denref(base), exponent);
  return finish(result);
}

ccl_rat ccl_rat_big_floor(ccl_rat a, bool upward) {
  if (ccl_rat_is_too_large(a))
    return TOO_LARGE;
  mpz_srcptr num = mpq_numref(a.big->value), den = mpq_denref(a.big->value);
  mpq_t result;
  mpq_init(result);
  (upward ? mpz_cdiv_q : mpz_fdiv_q)(mpq_numref(result), num, den);
  return finish(result);
}

int ccl_rat_big_cmp(ccl_rat a, ccl_rat b) {
  ccl_rat_view a_room, b_room;
  int order = mpq_cmp(ccl_rat_look(a, &a_room), ccl_rat_look(b, &b_room));
  return (order > 0) - (order < 0);
}

int ccl_rat_big_sign(ccl_rat a) {
  return mpq_sgn(a.big->value);
}

bool ccl_rat_big_is_whole(ccl_rat a) {
  return mpz_cmp_ui(mpq_denref(a.big->value), 1) == 0;
}
