/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact arithmetic. Each operation first tries 64-bit parts with 128-bit intermediates, which cannot wrap: a product of
 * two 64-bit numbers and the sum of two such products fit. What does not fit is handed to rational_big.c, which also
 * brings every result back to the small form when it fits, so that one number has one form. Reading and writing numbers
 * is in rational_text.c.
 */
#include "value/rational.h"

#include "base/mem.h"
#include "value/rational_private.h"

static bool is_small(ccl_rat a) {
  return !a.big && a.den != 0;
}

bool ccl_rat_is_too_large(ccl_rat a) {
  return !a.big && a.den == 0;
}

static uint64_t magnitude(int64_t number) {
  return number < 0 ? -(uint64_t)number : (uint64_t)number;
}

/* Never 0 here: one of the two is a denominator. */
static uint64_t common_divisor(uint64_t a, uint64_t b) {
  if (a == 0 || b == 0)
    return a | b;
  int shift = __builtin_ctzll(a | b);
  a >>= __builtin_ctzll(a);
  while (b != 0) {
    b >>= __builtin_ctzll(b);
    if (a > b) {
      uint64_t less = b;
      b = a;
      a = less;
    }
    b -= a;
  }
  return a << shift;
}

/* num / den, in lowest terms already, den > 0. */
static ccl_rat from_reduced(ccl_i128 num, ccl_i128 den) {
  if (num >= INT64_MIN && num <= INT64_MAX && den <= INT64_MAX)
    return (ccl_rat){ (int64_t)num, (int64_t)den, NULL };
  return ccl_rat_from_wide(num, den);
}

ccl_rat ccl_rat_int(int64_t whole) {
  return (ccl_rat){ whole, 1, NULL };
}

ccl_rat ccl_rat_int128(ccl_i128 whole) {
  return from_reduced(whole, 1);
}

ccl_rat ccl_rat_frac(int64_t num, int64_t den) {
  if (den == 0)
    CCL_BUG("a fraction over zero");
  uint64_t divisor = common_divisor(magnitude(num), magnitude(den));
  ccl_i128 over = (ccl_i128)(magnitude(num) / divisor), under = (ccl_i128)(magnitude(den) / divisor);
  return from_reduced((num < 0) != (den < 0) ? -over : over, under);
}

/*
 * a/b + c/d. With g = gcd(b, d) the sum is (a·(d/g) + c·(b/g)) over b·(d/g), and only a divisor of g can still be
 * common to both: two small gcds instead of a large one.
 */
ccl_rat ccl_rat_add(ccl_rat a, ccl_rat b) {
  if (!is_small(a) || !is_small(b))
    return ccl_rat_big_add(a, b, false);
  if (a.den == 1 && b.den == 1)
    return from_reduced((ccl_i128)a.num + b.num, 1);
  int64_t common = (int64_t)common_divisor((uint64_t)a.den, (uint64_t)b.den);
  ccl_i128 sum = (ccl_i128)a.num * (b.den / common) + (ccl_i128)b.num * (a.den / common);
  if (common == 1)
    return from_reduced(sum, (ccl_i128)a.den * b.den);
  int64_t rest = (int64_t)(sum % common);
  int64_t last = (int64_t)common_divisor(magnitude(rest), (uint64_t)common);
  return from_reduced(sum / last, (ccl_i128)(a.den / common) * (b.den / last));
}

ccl_rat ccl_rat_sub(ccl_rat a, ccl_rat b) {
  if (!is_small(a) || !is_small(b) || b.num == INT64_MIN)
    return ccl_rat_big_add(a, b, true);
  return ccl_rat_add(a, (ccl_rat){ -b.num, b.den, NULL });
}

/* (a_num / a_den) × (b_num / b_den) as magnitudes and a sign: the shape that multiplication and division share. */
static ccl_rat multiply(uint64_t a_num, uint64_t a_den, uint64_t b_num, uint64_t b_den, bool negative) {
  if (a_num == 0 || b_num == 0)
    return CCL_RAT_ZERO;
  uint64_t left = common_divisor(a_num, b_den), right = common_divisor(b_num, a_den);
  ccl_i128 num = (ccl_i128)((ccl_u128)(a_num / left) * (b_num / right));
  ccl_i128 den = (ccl_i128)((ccl_u128)(a_den / right) * (b_den / left));
  return from_reduced(negative ? -num : num, den);
}

ccl_rat ccl_rat_mul(ccl_rat a, ccl_rat b) {
  if (!is_small(a) || !is_small(b))
    return ccl_rat_big_mul(a, b);
  return multiply(magnitude(a.num), (uint64_t)a.den, magnitude(b.num), (uint64_t)b.den, (a.num < 0) != (b.num < 0));
}

ccl_rat ccl_rat_div(ccl_rat a, ccl_rat b) {
  if (ccl_rat_is_zero(b))
    CCL_BUG("a division by zero that nobody asked about");
  if (!is_small(a) || !is_small(b))
    return ccl_rat_big_div(a, b);
  return multiply(magnitude(a.num), (uint64_t)a.den, (uint64_t)b.den, magnitude(b.num), (a.num < 0) != (b.num < 0));
}

ccl_rat ccl_rat_neg(ccl_rat a) {
  return ccl_rat_sub(CCL_RAT_ZERO, a);
}

ccl_rat ccl_rat_abs(ccl_rat a) {
  return ccl_rat_is_too_large(a) || ccl_rat_sign(a) >= 0 ? a : ccl_rat_neg(a);
}

/* base to the power `exponent` if it fits 64 bits. */
static bool small_power(int64_t base, uint32_t exponent, int64_t *power) {
  *power = 1;
  for (uint32_t i = 0; i < exponent; i++)
    if (__builtin_mul_overflow(*power, base, power))
      return false;
  return true;
}

ccl_rat ccl_rat_pow(ccl_rat a, int exponent) {
  enum { LONGEST = 63 }; /* a larger power fits 64 bits for -1, 0 and 1 only */
  if (exponent < 0)
    a = ccl_rat_div(CCL_RAT_ONE, a);
  uint32_t times = exponent < 0 ? -(uint32_t)exponent : (uint32_t)exponent;
  int64_t num, den;
  if (is_small(a) && times <= LONGEST && small_power(a.num, times, &num) && small_power(a.den, times, &den))
    return (ccl_rat){ num, den, NULL };
  return ccl_rat_big_pow(a, times);
}

ccl_rat ccl_rat_floor(ccl_rat a) {
  if (!is_small(a))
    return ccl_rat_big_floor(a, false);
  return ccl_rat_int(a.num / a.den - (a.num % a.den < 0));
}

ccl_rat ccl_rat_ceil(ccl_rat a) {
  if (!is_small(a))
    return ccl_rat_big_floor(a, true);
  return ccl_rat_int(a.num / a.den + (a.num % a.den > 0));
}

static void must_be_known(ccl_rat a) {
  if (ccl_rat_is_too_large(a))
    CCL_BUG("a number that is too large was used before anybody asked");
}

int ccl_rat_cmp(ccl_rat a, ccl_rat b) {
  must_be_known(a);
  must_be_known(b);
  if (a.big || b.big)
    return ccl_rat_big_cmp(a, b);
  ccl_i128 left = (ccl_i128)a.num * b.den, right = (ccl_i128)b.num * a.den;
  return (left > right) - (left < right);
}

int ccl_rat_sign(ccl_rat a) {
  must_be_known(a);
  return a.big ? ccl_rat_big_sign(a) : (a.num > 0) - (a.num < 0);
}

bool ccl_rat_eq(ccl_rat a, ccl_rat b) {
  return ccl_rat_cmp(a, b) == 0;
}

bool ccl_rat_is_zero(ccl_rat a) {
  return is_small(a) && a.num == 0;
}

bool ccl_rat_is_whole(ccl_rat a) {
  return a.big ? ccl_rat_big_is_whole(a) : a.den == 1;
}

bool ccl_rat_to_int(ccl_rat a, int64_t *out) {
  if (a.big || a.den != 1)
    return false;
  *out = a.num;
  return true;
}
