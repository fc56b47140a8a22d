/* SPDX-License-Identifier: Apache-2.0 */
/* value/rational and value/round: the fast path against GMP, laws, limits, texts, rounding modes. */
#include <criterion/criterion.h>
#include <gmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "value/rational.h"
#include "value/round.h"

enum { EXHAUSTED = 42, BUG = 43 };

static void leave(void) {
  exit(EXHAUSTED);
}

static void leave_bug(const char *file, int line, const char *what) {
  (void)file, (void)line, (void)what;
  exit(BUG);
}

static void start(void) {
  ccl_mem_init();
  ccl_mem_on_exhausted(leave);
  ccl_on_bug(leave_bug);
  ccl_rat_init();
}

static void stop(void) {
  ccl_mem_release();
}

TestSuite(rational, .init = start, .fini = stop);
TestSuite(rounding, .init = start, .fini = stop);

#define S(text) ccl_str_from(text)

static void same(ccl_str found, const char *expected) {
  cr_assert(ccl_str_is(found, expected), "found \"%.*s\", expected \"%s\"", (int)found.len, found.ptr, expected);
}

static ccl_rat rat(const char *text) {
  ccl_rat number;
  cr_assert(ccl_rat_parse_fraction(S(text), &number), "%s", text);
  return number;
}

static uint64_t next_random(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

/* Integers of every size, the ends of the 64-bit range often among them. */
static int64_t random_int(uint64_t *state) {
  static const int64_t ends[] = { 0, 1, -1, INT64_MAX, INT64_MIN, INT64_MAX - 1, INT64_MIN + 1, 1ll << 32, 3037000500 };
  uint64_t choice = next_random(state);
  if (choice % 8 == 0)
    return ends[next_random(state) % (sizeof ends / sizeof ends[0])];
  return (int64_t)next_random(state) >> (choice / 8 % 63);
}

/* A number, and the same by GMP alone. Some are products of several parts, far beyond 64 bits. */
static ccl_rat random_rat(uint64_t *state, mpq_t reference) {
  int64_t num = random_int(state), den = random_int(state);
  den = den == 0 ? 1 : den;
  ccl_rat number = ccl_rat_frac(num, den);
  mpz_set_si(mpq_numref(reference), num);
  mpz_set_si(mpq_denref(reference), den);
  mpq_canonicalize(reference);
  if (next_random(state) % 4 == 0) {
    mpq_t factor;
    mpq_init(factor);
    ccl_rat other = random_rat(state, factor);
    number = ccl_rat_mul(number, other);
    mpq_mul(reference, reference, factor);
    mpq_clear(factor);
  }
  return number;
}

/* The value, and the form: a number that fits is small, lowest terms, den > 0. */
static void agrees(ccl_rat found, mpq_t expected, const char *what) {
  char *text = mpq_get_str(NULL, 10, expected);
  same(ccl_rat_fraction_text(found), text);
  bool fits = mpz_fits_slong_p(mpq_numref(expected)) && mpz_fits_slong_p(mpq_denref(expected));
  cr_assert_eq(found.big == NULL, fits, "%s: %s has the wrong form", what, text);
  if (fits)
    cr_assert(found.num == mpz_get_si(mpq_numref(expected)) && found.den == mpz_get_si(mpq_denref(expected)));
  cr_assert_eq(ccl_rat_sign(found), mpq_sgn(expected), "%s", what);
  cr_assert_eq(ccl_rat_is_zero(found), mpq_sgn(expected) == 0);
  cr_assert_eq(ccl_rat_is_whole(found), mpz_cmp_ui(mpq_denref(expected), 1) == 0);
}

Test(rational, agrees_with_gmp) {
  uint64_t state = 20261031;
  mpq_t p, q, r;
  mpq_inits(p, q, r, NULL);
  for (int round = 0; round < 20000; round++) {
    ccl_rat a = random_rat(&state, p), b = random_rat(&state, q);
    agrees(a, p, "a");
    mpq_add(r, p, q);
    agrees(ccl_rat_add(a, b), r, "add");
    mpq_sub(r, p, q);
    agrees(ccl_rat_sub(a, b), r, "sub");
    mpq_mul(r, p, q);
    agrees(ccl_rat_mul(a, b), r, "mul");
    if (!ccl_rat_is_zero(b)) {
      mpq_div(r, p, q);
      agrees(ccl_rat_div(a, b), r, "div");
    }
    mpq_neg(r, p);
    agrees(ccl_rat_neg(a), r, "neg");
    mpq_abs(r, p);
    agrees(ccl_rat_abs(a), r, "abs");
    mpz_set_ui(mpq_denref(r), 1);
    mpz_fdiv_q(mpq_numref(r), mpq_numref(p), mpq_denref(p));
    agrees(ccl_rat_floor(a), r, "floor");
    mpz_cdiv_q(mpq_numref(r), mpq_numref(p), mpq_denref(p));
    agrees(ccl_rat_ceil(a), r, "ceil");
    int order = mpq_cmp(p, q);
    cr_assert_eq(ccl_rat_cmp(a, b), (order > 0) - (order < 0));
    cr_assert_eq(ccl_rat_eq(a, b), order == 0);
    cr_assert(ccl_rat_eq(a, a));
  }
  mpq_clears(p, q, r, NULL);
}

Test(rational, laws) {
  uint64_t state = 7;
  mpq_t unused;
  mpq_init(unused);
  for (int round = 0; round < 5000; round++) {
    ccl_rat a = random_rat(&state, unused), b = random_rat(&state, unused), c = random_rat(&state, unused);
    cr_assert(ccl_rat_eq(ccl_rat_add(a, ccl_rat_add(b, c)), ccl_rat_add(ccl_rat_add(a, b), c)));
    cr_assert(ccl_rat_eq(ccl_rat_mul(a, ccl_rat_mul(b, c)), ccl_rat_mul(ccl_rat_mul(a, b), c)));
    cr_assert(ccl_rat_eq(ccl_rat_mul(a, ccl_rat_add(b, c)), ccl_rat_add(ccl_rat_mul(a, b), ccl_rat_mul(a, c))));
    cr_assert(ccl_rat_is_zero(ccl_rat_sub(a, a)));
    if (!ccl_rat_is_zero(b))
      cr_assert(ccl_rat_eq(ccl_rat_mul(ccl_rat_div(a, b), b), a));
    cr_assert(ccl_rat_eq(rat(ccl_str_z(ccl_rat_fraction_text(a))), a), "text and back");
    cr_assert(ccl_rat_eq(rat(ccl_str_z(ccl_rat_text(a))), a), "decimal text and back");
  }
}

Test(rational, wide_integers) {
  ccl_i128 wide = (ccl_i128)INT64_MAX * INT64_MAX;
  same(ccl_rat_text(ccl_rat_int128(wide)), "85070591730234615847396907784232501249");
  same(ccl_rat_text(ccl_rat_int128(-wide)), "-85070591730234615847396907784232501249");
  same(ccl_rat_text(ccl_rat_int128(INT64_MIN)), "-9223372036854775808");
  same(ccl_rat_text(ccl_rat_int128((ccl_i128)INT64_MAX + 1)), "9223372036854775808");
  ccl_i128 least = (ccl_i128)((ccl_u128)1 << 127);
  same(ccl_rat_text(ccl_rat_int128(least)), "-170141183460469231731687303715884105728");
  same(ccl_rat_text(ccl_rat_frac(INT64_MIN, INT64_MIN)), "1");
  same(ccl_rat_fraction_text(ccl_rat_frac(1, INT64_MIN)), "-1/9223372036854775808");
  same(ccl_rat_text(ccl_rat_neg(ccl_rat_int(INT64_MIN))), "9223372036854775808");
  int64_t whole = 0;
  cr_assert(ccl_rat_to_int(ccl_rat_int(INT64_MIN), &whole) && whole == INT64_MIN);
  cr_assert(ccl_rat_to_int(ccl_rat_neg(ccl_rat_neg(ccl_rat_int(INT64_MIN))), &whole), "back in the small form");
  cr_assert_not(ccl_rat_to_int(ccl_rat_frac(1, 2), &whole));
  cr_assert_not(ccl_rat_to_int(ccl_rat_int128(wide), &whole));
}

Test(rational, powers) {
  same(ccl_rat_text(ccl_rat_pow(rat("2"), 10)), "1024");
  same(ccl_rat_text(ccl_rat_pow(rat("2/3"), -3)), "3.375");
  same(ccl_rat_text(ccl_rat_pow(rat("-2/3"), 3)), "-8/27");
  same(ccl_rat_text(ccl_rat_pow(rat("0"), 0)), "1");
  same(ccl_rat_text(ccl_rat_pow(rat("0"), 1000000000)), "0");
  same(ccl_rat_text(ccl_rat_pow(rat("-1"), 2147483647)), "-1");
  same(ccl_rat_text(ccl_rat_pow(rat("-1"), -2147483647 - 1)), "1");
  same(ccl_rat_text(ccl_rat_pow(rat("10"), 40)), "10000000000000000000000000000000000000000");
  same(ccl_rat_text(ccl_rat_pow(rat("-2"), 63)), "-9223372036854775808");
  same(ccl_rat_text(ccl_rat_pow(rat("-2"), 64)), "18446744073709551616");
  ccl_rat grown = rat("1.05");
  for (int i = 0; i < 99; i++)
    grown = ccl_rat_mul(grown, rat("1.05"));
  cr_assert(ccl_rat_eq(grown, ccl_rat_pow(rat("1.05"), 100)));
}

Test(rational, parsing) {
  static const struct {
    const char text[48], read[48]; /* read: empty when it is no number */
  } rows[] = {
    { "1500", "1500" },
    { "-28.50", "-28.5" },
    { "0.1", "0.1" },
    { "-0", "0" },
    { "-0.00", "0" },
    { "007", "7" },
    { "1.000", "1" },
    { "000000000000000000000000000000.5", "0.5" },
    { "0.50000000000000000000000000000000", "0.5" },
    { "123456789012345678", "123456789012345678" },
    { "1234567890123456789", "1234567890123456789" },
    { "9223372036854775808", "9223372036854775808" },
    { "-9223372036854775808", "-9223372036854775808" },
    { "0.1234567890123456789", "0.1234567890123456789" },
    { "-12345678901234567890.123456789", "-12345678901234567890.123456789" },
    { "", "" },
    { "-", "" },
    { ".5", "" },
    { "5.", "" },
    { ".", "" },
    { "+5", "" },
    { "1,5", "" },
    { "1 500", "" },
    { "--1", "" },
    { "1.2.3", "" },
    { "1e3", "" },
    { "0x10", "" },
    { "٣", "" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    ccl_rat number;
    bool read = ccl_rat_parse(S(rows[i].text), &number);
    cr_assert_eq(read, rows[i].read[0] != '\0', "\"%s\"", rows[i].text);
    if (read)
      same(ccl_rat_text(number), rows[i].read);
  }
  same(ccl_rat_fraction_text(rat("31/3")), "31/3");
  same(ccl_rat_fraction_text(rat("-6/4")), "-3/2");
  same(ccl_rat_fraction_text(rat("28.5")), "57/2");
  same(ccl_rat_fraction_text(rat("0/5")), "0");
  ccl_rat unused;
  static const char wrong[][8] = { "1/0", "1/00", "/2", "1/", "1/-2", "1.5/2", "1/2/3", "" };
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
    cr_assert_not(ccl_rat_parse_fraction(S(wrong[i]), &unused), "\"%s\"", wrong[i]);
}

Test(rational, texts) {
  same(ccl_rat_text(rat("31/3")), "31/3");
  same(ccl_rat_text(rat("1/8")), "0.125");
  same(ccl_rat_text(rat("-7/5")), "-1.4");
  same(ccl_rat_text(rat("-7")), "-7");
  same(ccl_rat_text(CCL_RAT_ZERO), "0");
  same(ccl_rat_text(rat("1/1000")), "0.001");
  same(ccl_rat_fixed(rat("2/3"), 2), "0.67");
  same(ccl_rat_fixed(rat("-2/3"), 2), "-0.67");
  same(ccl_rat_fixed(rat("0.125"), 2), "0.13");
  same(ccl_rat_fixed(rat("-0.125"), 2), "-0.13");
  same(ccl_rat_fixed(rat("-0.001"), 2), "0.00");
  same(ccl_rat_fixed(rat("-0.005"), 2), "-0.01");
  same(ccl_rat_fixed(rat("0.5"), 0), "1");
  same(ccl_rat_fixed(rat("12"), 3), "12.000");
  same(ccl_rat_fixed(CCL_RAT_ZERO, 2), "0.00");
  same(ccl_rat_fixed(rat("99999999999999999999.995"), 2), "100000000000000000000.00");
  size_t places = 99;
  cr_assert(ccl_rat_is_decimal(rat("3/16"), &places) && places == 4);
  cr_assert(ccl_rat_is_decimal(rat("3/25"), &places) && places == 2);
  cr_assert(ccl_rat_is_decimal(rat("7"), &places) && places == 0);
  cr_assert_not(ccl_rat_is_decimal(rat("1/30"), &places));
  cr_assert(ccl_rat_is_decimal(ccl_rat_pow(rat("1/2"), 100), &places) && places == 100);
}

static ccl_rat too_large(void) {
  return ccl_rat_pow(ccl_rat_int(2), CCL_LIMIT_NUMBER_BITS);
}

Test(rational, limit_at_and_past_it) {
  ccl_rat half = ccl_rat_pow(ccl_rat_int(2), CCL_LIMIT_NUMBER_BITS - 1); /* a number of exactly so many bits */
  cr_assert_not(ccl_rat_is_too_large(half));
  ccl_rat greatest = ccl_rat_add(half, ccl_rat_sub(half, CCL_RAT_ONE)); /* all of them ones */
  cr_assert_not(ccl_rat_is_too_large(greatest));
  cr_assert(ccl_rat_is_too_large(ccl_rat_add(greatest, CCL_RAT_ONE)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_add(half, half)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_mul(half, half)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_mul(half, ccl_rat_int(2))));
  cr_assert(ccl_rat_is_too_large(too_large()));
  cr_assert_not(ccl_rat_is_too_large(ccl_rat_div(CCL_RAT_ONE, half)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_div(ccl_rat_div(CCL_RAT_ONE, half), ccl_rat_int(2))));
  cr_assert(ccl_rat_eq(ccl_rat_div(ccl_rat_mul(half, rat("3/2")), half), rat("3/2")));
  cr_assert(ccl_rat_is_too_large(ccl_rat_pow(ccl_rat_int(10), 2147483647)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_pow(rat("1/10"), 2147483647)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_pow(ccl_rat_int(10), -2147483647)));
}

Test(rational, too_large_absorbs) {
  ccl_rat huge = too_large(), big = ccl_rat_pow(ccl_rat_int(3), 100);
  ccl_rat others[] = { CCL_RAT_ZERO, ccl_rat_int(-7), big, huge };
  for (size_t i = 0; i < 4; i++) {
    cr_assert(ccl_rat_is_too_large(ccl_rat_add(huge, others[i])) && ccl_rat_is_too_large(ccl_rat_add(others[i], huge)));
    cr_assert(ccl_rat_is_too_large(ccl_rat_sub(huge, others[i])) && ccl_rat_is_too_large(ccl_rat_sub(others[i], huge)));
    cr_assert(ccl_rat_is_too_large(ccl_rat_mul(huge, others[i])) && ccl_rat_is_too_large(ccl_rat_mul(others[i], huge)));
    cr_assert(ccl_rat_is_too_large(ccl_rat_div(others[i], huge)));
  }
  cr_assert(ccl_rat_is_too_large(ccl_rat_neg(huge)) && ccl_rat_is_too_large(ccl_rat_abs(huge)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_floor(huge)) && ccl_rat_is_too_large(ccl_rat_ceil(huge)));
  cr_assert(ccl_rat_is_too_large(ccl_rat_pow(huge, 0)) && ccl_rat_is_too_large(ccl_rat_pow(huge, -2)));
  cr_assert(ccl_rat_is_too_large(ccl_round(huge, CCL_ROUND_COMMERCIAL, CCL_RAT_ONE)));
  cr_assert(ccl_rat_is_too_large(ccl_round(CCL_RAT_ONE, CCL_ROUND_COMMERCIAL, huge)));
  int64_t whole;
  size_t places;
  cr_assert_not(ccl_rat_is_zero(huge));
  cr_assert_not(ccl_rat_is_whole(huge));
  cr_assert_not(ccl_rat_to_int(huge, &whole));
  cr_assert_not(ccl_rat_is_decimal(huge, &places));
}

Test(rational, long_texts) {
  ccl_buf digits = { 0 };
  ccl_buf_char(&digits, '1');
  ccl_buf_fill(&digits, '0', 315652); /* 10^315652 has 1,048,575 bits and a few: at most 2^20 */
  ccl_rat number;
  cr_assert(ccl_rat_parse(ccl_buf_str(&digits), &number));
  cr_assert_not(ccl_rat_is_too_large(number));
  cr_assert(ccl_str_eq(ccl_rat_text(number), ccl_buf_str(&digits)));
  ccl_buf_char(&digits, '0');
  cr_assert(ccl_rat_parse(ccl_buf_str(&digits), &number));
  cr_assert(ccl_rat_is_too_large(number));
  ccl_buf_fill(&digits, '0', 20 << 20);
  cr_assert(ccl_rat_parse(ccl_buf_str(&digits), &number));
  cr_assert(ccl_rat_is_too_large(number));
  ccl_buf_char(&digits, '.');
  ccl_buf_fill(&digits, '0', 1 << 20);
  ccl_str long_zeros = ccl_str_sub(ccl_buf_str(&digits), 1, digits.len); /* zeros only */
  cr_assert(ccl_rat_parse(long_zeros, &number) && ccl_rat_is_zero(number));
}

Test(rational, survives_collections) {
  ccl_rat sum = CCL_RAT_ZERO;
  ccl_mem_stress(true);
  for (int i = 1; i <= 60; i++)
    sum = ccl_rat_add(sum, ccl_rat_frac(1, i));
  /* Large temporaries: GMP's own chain of blocks must be seen by the collector. */
  ccl_rat large = ccl_rat_pow(ccl_rat_int(3), 400000);
  ccl_rat square = ccl_rat_mul(large, ccl_rat_int(7));
  ccl_str text = ccl_rat_text(square);
  ccl_mem_stress(false);
  same(ccl_rat_fraction_text(sum), "15117092380124150817026911/3230237388259077233637600");
  cr_assert(ccl_rat_eq(ccl_rat_div(square, large), ccl_rat_int(7)));
  cr_assert(ccl_rat_eq(rat(ccl_str_z(text)), square));
}

Test(rational, memory_ends_in_gmp, .exit_code = EXHAUSTED) {
  ccl_rat big = ccl_rat_pow(ccl_rat_int(3), 90);
  ccl_mem_fail_at(2);
  big = ccl_rat_mul(big, big);
  exit(ccl_rat_is_too_large(big));
}

Test(rational, comparing_what_is_too_large_is_a_bug, .exit_code = BUG) {
  exit(ccl_rat_cmp(too_large(), CCL_RAT_ONE));
}

Test(rational, showing_what_is_too_large_is_a_bug, .exit_code = BUG) {
  ccl_rat_text(too_large());
}

Test(rational, dividing_by_zero_is_a_bug, .exit_code = BUG) {
  ccl_rat_div(CCL_RAT_ONE, CCL_RAT_ZERO);
}

Test(rational, a_fraction_over_zero_is_a_bug, .exit_code = BUG) {
  ccl_rat_frac(1, 0);
}

Test(rounding, modes) {
  static const struct {
    const char x[24], step[8], rounded[6][24]; /* commercial, bankers, upward, downward, round_up, round_down */
  } rows[] = {
    { "2.345", "0.01", { "2.35", "2.34", "2.35", "2.34", "2.35", "2.34" } },
    { "2.355", "0.01", { "2.36", "2.36", "2.36", "2.35", "2.36", "2.35" } },
    { "-2.345", "0.01", { "-2.35", "-2.34", "-2.35", "-2.34", "-2.34", "-2.35" } },
    { "-2.355", "0.01", { "-2.36", "-2.36", "-2.36", "-2.35", "-2.35", "-2.36" } },
    { "2.341", "0.01", { "2.34", "2.34", "2.35", "2.34", "2.35", "2.34" } },
    { "2.349", "0.01", { "2.35", "2.35", "2.35", "2.34", "2.35", "2.34" } },
    { "-2.341", "0.01", { "-2.34", "-2.34", "-2.35", "-2.34", "-2.34", "-2.35" } },
    { "2.34", "0.01", { "2.34", "2.34", "2.34", "2.34", "2.34", "2.34" } },
    { "0", "1", { "0", "0", "0", "0", "0", "0" } },
    { "1/3", "1", { "0", "0", "1", "0", "1", "0" } },
    { "-1/3", "1", { "0", "0", "-1", "0", "0", "-1" } },
    { "1/2", "1", { "1", "0", "1", "0", "1", "0" } },
    { "3/2", "1", { "2", "2", "2", "1", "2", "1" } },
    { "-1/2", "1", { "-1", "0", "-1", "0", "0", "-1" } },
    { "12.5", "5", { "15", "10", "15", "10", "15", "10" } },
    { "17.5", "5", { "20", "20", "20", "15", "20", "15" } },
    { "0.37", "0.25", { "0.25", "0.25", "0.5", "0.25", "0.5", "0.25" } },
    { "10", "3", { "9", "9", "12", "9", "12", "9" } },
    { "1/7", "1/3", { "0", "0", "1/3", "0", "1/3", "0" } },
    { "9223372036854775807.5",
      "1",
      { "9223372036854775808", "9223372036854775808", "9223372036854775808", "9223372036854775807",
        "9223372036854775808", "9223372036854775807" } },
    { "-9223372036854775808.5",
      "1",
      { "-9223372036854775809", "-9223372036854775808", "-9223372036854775809", "-9223372036854775808",
        "-9223372036854775808", "-9223372036854775809" } },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    for (ccl_rounding mode = CCL_ROUND_COMMERCIAL; mode <= CCL_ROUND_FLOOR; mode++) {
      ccl_str found = ccl_rat_text(ccl_round(rat(rows[i].x), mode, rat(rows[i].step)));
      cr_assert(ccl_str_is(found, rows[i].rounded[mode]), "%s to %s, %s: %.*s", rows[i].x, rows[i].step,
                ccl_rounding_name(mode), (int)found.len, found.ptr);
    }
}

Test(rounding, laws) {
  uint64_t state = 99;
  mpq_t unused;
  mpq_init(unused);
  for (int round = 0; round < 3000; round++) {
    ccl_rat x = random_rat(&state, unused), step = ccl_rat_abs(random_rat(&state, unused));
    if (ccl_rat_is_zero(step))
      continue;
    for (ccl_rounding mode = CCL_ROUND_COMMERCIAL; mode <= CCL_ROUND_FLOOR; mode++) {
      ccl_rat rounded = ccl_round(x, mode, step);
      cr_assert(ccl_rat_is_whole(ccl_rat_div(rounded, step)), "a multiple");
      cr_assert_lt(ccl_rat_cmp(ccl_rat_abs(ccl_rat_sub(rounded, x)), step), 0, "nearer than a step");
      cr_assert(ccl_rat_eq(ccl_round(rounded, mode, step), rounded), "twice is once");
    }
    ccl_rat mirrored = ccl_rat_neg(ccl_round(ccl_rat_neg(x), CCL_ROUND_FLOOR, step));
    cr_assert(ccl_rat_eq(mirrored, ccl_round(x, CCL_ROUND_CEILING, step)));
  }
}

Test(rounding, names) {
  cr_assert_str_eq(ccl_rounding_name(CCL_ROUND_COMMERCIAL), "commercial");
  cr_assert_str_eq(ccl_rounding_name(CCL_ROUND_FLOOR), "round_down");
}

Test(rounding, a_step_of_zero_is_a_bug, .exit_code = BUG) {
  ccl_round(CCL_RAT_ONE, CCL_ROUND_COMMERCIAL, CCL_RAT_ZERO);
}
