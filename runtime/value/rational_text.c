/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers from text and to text: always with a point, without groups. How an invoice writes them is render/'s affair.
 */
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "value/rational_private.h"

#define TOO_LARGE ((ccl_rat){ 0, 0, NULL })

static bool are_digits(ccl_str text) {
  for (size_t i = 0; i < text.len; i++)
    if (text.ptr[i] < '0' || text.ptr[i] > '9')
      return false;
  return text.len > 0;
}

static ccl_str without_leading_zeros(ccl_str digits) {
  size_t from = 0;
  while (from < digits.len && digits.ptr[from] == '0')
    from++;
  return ccl_str_sub(digits, from, digits.len);
}

static ccl_str without_trailing_zeros(ccl_str digits) {
  size_t to = digits.len;
  while (to > 0 && digits.ptr[to - 1] == '0')
    to--;
  return ccl_str_sub(digits, 0, to);
}

/* At most 18 digits, which 64 bits hold. */
enum { SHORT_DIGITS = 18 };

static int64_t short_number(ccl_str digits) {
  int64_t number = 0;
  for (size_t i = 0; i < digits.len; i++)
    number = number * 10 + (digits.ptr[i] - '0');
  return number;
}

static int64_t short_power_of_ten(size_t exponent) {
  int64_t power = 1;
  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* whole and fraction: digits without zeros at the outer ends. A fraction of n digits whose last is not 0 has a
 * denominator of more than n bits, and a whole of n digits more than n bits itself: beyond the limit there is nothing
 * to compute. */
static ccl_rat from_digits(bool negative, ccl_str whole, ccl_str fraction) {
  if (whole.len + fraction.len <= SHORT_DIGITS) {
    int64_t scale = short_power_of_ten(fraction.len);
    int64_t number = short_number(whole) * scale + short_number(fraction);
    return ccl_rat_frac(negative ? -number : number, scale);
  }
  if (whole.len > CCL_LIMIT_NUMBER_BITS || fraction.len > CCL_LIMIT_NUMBER_BITS)
    return TOO_LARGE;
  ccl_str parts[] = { whole, fraction };
  mpz_t num, den;
  mpz_init(num);
  mpz_init(den);
  mpz_set_str(num, ccl_str_z(ccl_str_join(parts, 2, (ccl_str){ 0 })), 10);
  if (negative)
    mpz_neg(num, num);
  mpz_ui_pow_ui(den, 10, fraction.len);
  return ccl_rat_from_mpz(num, den);
}

/* Takes a sign off the front. */
static ccl_str after_sign(ccl_str text, bool *negative) {
  *negative = ccl_str_starts(text, CCL_STR("-"));
  return ccl_str_sub(text, *negative ? 1 : 0, text.len);
}

bool ccl_rat_parse(ccl_str text, ccl_rat *out) {
  bool negative;
  ccl_str digits = after_sign(text, &negative);
  ptrdiff_t mark = ccl_str_find(digits, CCL_STR("."));
  ccl_str whole = ccl_str_sub(digits, 0, mark < 0 ? digits.len : (size_t)mark);
  ccl_str fraction = ccl_str_sub(digits, mark < 0 ? digits.len : (size_t)mark + 1, digits.len);
  if (!are_digits(whole) || (mark >= 0 && !are_digits(fraction)))
    return false;
  *out = from_digits(negative, without_leading_zeros(whole), without_trailing_zeros(fraction));
  return true;
}

bool ccl_rat_parse_fraction(ccl_str text, ccl_rat *out) {
  ptrdiff_t bar = ccl_str_find(text, CCL_STR("/"));
  if (bar < 0)
    return ccl_rat_parse(text, out);
  bool negative;
  ccl_str over = after_sign(ccl_str_sub(text, 0, (size_t)bar), &negative);
  ccl_str under = ccl_str_sub(text, (size_t)bar + 1, text.len);
  if (!are_digits(over) || !are_digits(under) || without_leading_zeros(under).len == 0)
    return false;
  ccl_rat num = from_digits(negative, without_leading_zeros(over), (ccl_str){ 0 });
  *out = ccl_rat_div(num, from_digits(false, without_leading_zeros(under), (ccl_str){ 0 }));
  return true;
}

static mpq_srcptr look(ccl_rat a, ccl_rat_view *room) {
  if (ccl_rat_is_too_large(a))
    CCL_BUG("a number that is too large was to be shown");
  return ccl_rat_look(a, room);
}

/* How often `factor` divides number; what is left comes in rest. */
static size_t times_divided(mpz_t rest, mpz_srcptr number, unsigned long factor) {
  mpz_t divisor;
  mpz_init_set_ui(divisor, factor);
  size_t times = mpz_remove(rest, number, divisor);
  mpz_clear(divisor);
  return times;
}

bool ccl_rat_is_decimal(ccl_rat a, size_t *places) {
  if (ccl_rat_is_too_large(a))
    return false;
  ccl_rat_view room;
  mpz_t rest;
  mpz_init(rest);
  size_t twos = times_divided(rest, mpq_denref(look(a, &room)), 2);
  size_t fives = times_divided(rest, rest, 5);
  bool ends = mpz_cmp_ui(rest, 1) == 0;
  mpz_clear(rest);
  if (ends)
    *places = twos > fives ? twos : fives;
  return ends;
}

/* Adds the digits of a number that is not negative, with zeros before them up to `least` digits. */
static void add_digits(ccl_buf *buf, mpz_srcptr number, size_t least) {
  char *digits = ccl_alloc_atomic(mpz_sizeinbase(number, 10) + 2);
  mpz_get_str(digits, 10, number);
  size_t count = strlen(digits);
  ccl_buf_fill(buf, '0', count < least ? least - count : 0);
  ccl_buf_z(buf, digits);
}

ccl_str ccl_rat_fraction_text(ccl_rat a) {
  ccl_rat_view room;
  mpq_srcptr value = look(a, &room);
  ccl_buf buf = { 0 };
  if (ccl_rat_sign(a) < 0)
    ccl_buf_char(&buf, '-');
  mpz_t size;
  mpz_init(size);
  mpz_abs(size, mpq_numref(value));
  add_digits(&buf, size, 1);
  mpz_clear(size);
  if (!ccl_rat_is_whole(a)) {
    ccl_buf_char(&buf, '/');
    add_digits(&buf, mpq_denref(value), 1);
  }
  return ccl_buf_str(&buf);
}

/* |a| × 10^places to the nearest integer, half away from zero. */
static void scaled(mpz_t result, mpq_srcptr value, size_t places) {
  mpz_ui_pow_ui(result, 10, places);
  mpz_mul(result, result, mpq_numref(value));
  mpz_abs(result, result);
  mpz_mul_2exp(result, result, 1);
  mpz_add(result, result, mpq_denref(value));
  mpz_tdiv_q(result, result, mpq_denref(value));
  mpz_tdiv_q_2exp(result, result, 1);
}

ccl_str ccl_rat_fixed(ccl_rat a, size_t places) {
  if (places > CCL_LIMIT_NUMBER_BITS)
    CCL_BUG("more decimals were asked for than any number has");
  ccl_rat_view room;
  mpz_t number;
  mpz_init(number);
  scaled(number, look(a, &room), places);
  ccl_buf digits = { 0 }, buf = { 0 };
  add_digits(&digits, number, places + 1);
  if (ccl_rat_sign(a) < 0 && mpz_sgn(number) != 0)
    ccl_buf_char(&buf, '-');
  mpz_clear(number);
  ccl_str all = ccl_buf_str(&digits);
  ccl_buf_add(&buf, ccl_str_sub(all, 0, all.len - places));
  if (places > 0) {
    ccl_buf_char(&buf, '.');
    ccl_buf_add(&buf, ccl_str_sub(all, all.len - places, all.len));
  }
  return ccl_buf_str(&buf);
}

ccl_str ccl_rat_text(ccl_rat a) {
  size_t places;
  return ccl_rat_is_decimal(a, &places) ? ccl_rat_fixed(a, places) : ccl_rat_fraction_text(a);
}
