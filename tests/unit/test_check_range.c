/* SPDX-License-Identifier: Apache-2.0 */
/* Intervals, sets of them, arithmetic on ranges, and what is known of the figures of a contract. */
#include "check/range.h"
#include "sema_build.h"

#define R(text) parse(text)

static ccl_rat parse(const char *text) {
  ccl_rat number;
  if (!ccl_rat_parse_fraction(S(text), &number))
    cr_assert(false, "no number: %s", text);
  return number;
}

/* "[0, 1)", "(2, +)" … : how a set reads in these tests. */
static const char *set_text(ccl_set set) {
  ccl_buf out = { 0 };
  for (size_t i = 0; i < set.count; i++) {
    const ccl_interval *it = &set.items[i];
    ccl_buf_printf(&out, "%s%s", i > 0 ? " " : "", it->has_low && !it->low_excluded ? "[" : "(");
    ccl_buf_add(&out, it->has_low ? ccl_rat_text(it->low) : CCL_STR("-"));
    ccl_buf_z(&out, ", ");
    ccl_buf_add(&out, it->has_high ? ccl_rat_text(it->high) : CCL_STR("+"));
    ccl_buf_z(&out, it->has_high && !it->high_excluded ? "]" : ")");
  }
  return ccl_str_z(ccl_buf_str(&out));
}

static ccl_interval interval(const char *low, const char *high, bool low_excluded, bool high_excluded) {
  ccl_interval it = ccl_interval_all();
  it.has_low = low != NULL;
  it.has_high = high != NULL;
  it.low = low ? R(low) : CCL_RAT_ZERO;
  it.high = high ? R(high) : CCL_RAT_ZERO;
  it.low_excluded = low_excluded;
  it.high_excluded = high_excluded;
  return it;
}

/* "[0,1) (2,+)" read back. */
static ccl_set set(const char *text) {
  ccl_set out = { NULL, 0 };
  ccl_str rest = S(text);
  while (rest.len > 0) {
    ptrdiff_t comma = ccl_str_find(rest, CCL_STR(",")), end = 0;
    while (rest.ptr[end] != ')' && rest.ptr[end] != ']')
      end++;
    ccl_str low = ccl_str_trim(ccl_str_sub(rest, 1, (size_t)comma)), high = ccl_str_trim(ccl_str_sub(rest, (size_t)comma + 1, (size_t)end));
    out = ccl_set_or(out, ccl_set_of(interval(ccl_str_is(low, "-") ? NULL : ccl_str_z(low), ccl_str_is(high, "+") ? NULL : ccl_str_z(high), rest.ptr[0] == '(',
                                              rest.ptr[end] == ')')));
    rest = ccl_str_trim(ccl_str_sub(rest, (size_t)end + 1, rest.len));
  }
  return out;
}

static void expect_set(const char *label, ccl_set found, const char *expected) {
  cr_expect(strcmp(set_text(found), expected) == 0, "%s: %s instead of %s", label, set_text(found), expected);
}

Test(sets, union_intersection_complement) {
  sema_begin();
  static const struct {
    const char *a, *b, *either, *both, *not_a;
  } rows[] = {
    { "[0,1]", "[2,3]", "[0, 1] [2, 3]", "", "(-, 0) (1, +)" },
    { "[0,1)", "[1,2]", "[0, 2]", "", "(-, 0) [1, +)" },
    { "[0,1)", "(1,2]", "[0, 1) (1, 2]", "", "(-, 0) [1, +)" },
    { "[0,1]", "[1,2]", "[0, 2]", "[1, 1]", "(-, 0) (1, +)" },
    { "(-,5)", "(3,+)", "(-, +)", "(3, 5)", "[5, +)" },
    { "[0,10]", "[2,3] [5,6)", "[0, 10]", "[2, 3] [5, 6)", "(-, 0) (10, +)" },
    { "(-,+)", "[1,1]", "(-, +)", "[1, 1]", "" },
    { "", "[1,1]", "[1, 1]", "", "(-, +)" },
    { "[0,0] [1,1] [2,2]", "(0,2)", "[0, 2]", "[1, 1]", "(-, 0) (0, 1) (1, 2) (2, +)" },
    { "[-1/2,1/3]", "(1/3,1/2)", "[-0.5, 0.5)", "", "(-, -0.5) (1/3, +)" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    expect_set(rows[i].a, ccl_set_or(set(rows[i].a), set(rows[i].b)), rows[i].either);
    expect_set(rows[i].a, ccl_set_or(set(rows[i].b), set(rows[i].a)), rows[i].either);
    expect_set(rows[i].a, ccl_set_and(set(rows[i].a), set(rows[i].b)), rows[i].both);
    expect_set(rows[i].a, ccl_set_and(set(rows[i].b), set(rows[i].a)), rows[i].both);
    expect_set(rows[i].a, ccl_set_not(set(rows[i].a)), rows[i].not_a);
    expect_set(rows[i].a, ccl_set_not(ccl_set_not(set(rows[i].a))), set_text(set(rows[i].a)));
  }
}

Test(sets, picking_a_figure) {
  sema_begin();
  static const struct {
    const char *from, *step, *picked; /* NULL: none */
  } rows[] = {
    { "(-,+)", "0", "0" },      { "[5,+)", "0", "5" },         { "(5,+)", "0", "6" },     { "(-,-5)", "0", "-6" },      { "(17/20,9/10)", "0", "0.86" },
    { "(0,1)", "0", "0.1" },    { "(1/3,1/2)", "0", "0.4" },   { "(2,3)", "1", NULL },    { "(2,4)", "1", "3" },      { "[2,2]", "1", "2" },
    { "[5/2,5/2]", "1", NULL }, { "[5/2,5/2]", "1/2", "2.5" }, { "(2,3) (7,9)", "1", "8" }, { "(-,-1)", "3", "-3" }, { "", "0", NULL },
    { "(999,1001)", "0", "1000" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_rat figure;
    bool is_there = ccl_set_pick(set(rows[i].from), R(rows[i].step), &figure);
    cr_expect(is_there == (rows[i].picked != NULL), "%s in steps of %s", rows[i].from, rows[i].step);
    if (is_there && rows[i].picked)
      cr_expect(ccl_rat_eq(figure, R(rows[i].picked)), "%s: %s instead of %s", rows[i].from, ccl_str_z(ccl_rat_text(figure)), rows[i].picked);
  }
}

static ccl_range range(const char *text, const char *step, ccl_source_bits sources) {
  ccl_set made = set(text);
  ccl_interval hull = ccl_set_hull(made);
  return (ccl_range){ .set = made, .step = R(step), .is_exact = true, .grows = !hull.has_high, .falls = !hull.has_low, .sources = sources };
}

static void expect_range(const char *label, ccl_range found, const char *expected, bool is_exact) {
  expect_set(label, found.set, expected);
  cr_expect(found.is_exact == is_exact, "%s: exact is %d", label, found.is_exact);
}

Test(ranges, arithmetic) {
  sema_begin();
  ccl_range share = range("[0,1]", "0", 1), count = range("[0,+)", "1", 2), other = range("[0,+)", "1", 4), any = range("(-,+)", "0", 8), half = ccl_range_point(R("1/2"));
  expect_range("share + half", ccl_range_add(share, half), "[0.5, 1.5]", true);
  expect_range("share - share", ccl_range_add(share, ccl_range_neg(share)), "[-1, 1]", false);
  expect_range("share × count", ccl_range_mul(share, count), "[0, +)", true);
  expect_range("share × any", ccl_range_mul(share, any), "(-, +)", true);
  expect_range("count + other", ccl_range_add(count, other), "[0, +)", true);
  expect_range("count + half", ccl_range_add(count, half), "[0.5, +)", false); /* 0.5, 1.5 …: not every half */
  expect_range("- count", ccl_range_neg(count), "(-, 0]", true);
  expect_range("1 / count", ccl_range_inverse(count), "(0, +)", false);
  expect_range("1 / [1/2, 2)", ccl_range_inverse(range("[1/2,2)", "0", 1)), "(0.5, 2]", true);
  expect_range("1 / [-1, 1]", ccl_range_inverse(range("[-1,1]", "0", 1)), "(-, -1] [1, +)", true);
  expect_range("(0, 2) × [3, 4]", ccl_range_mul(range("(0,2)", "0", 1), range("[3,4]", "0", 2)), "(0, 8)", true);
  expect_range("[-1, 2) × [-3, 4]", ccl_range_mul(range("[-1,2)", "0", 1), range("[-3,4]", "0", 2)), "(-6, 8)", true);
  expect_range("[0, 2) × (-, 4)", ccl_range_mul(range("[0,2)", "0", 1), range("(-,4)", "0", 2)), "(-, 8)", true);
  expect_range("min(count, 5)", ccl_range_min(count, ccl_range_point(R("5"))), "[0, 5]", true);
  expect_range("min(any, share)", ccl_range_min(any, share), "(-, 1]", true);
  expect_range("abs of (-3, 2]", ccl_range_abs(range("(-3,2]", "0", 1)), "[0, 3)", true);
  expect_range("round [0.4, 1.6]", ccl_range_round(range("[2/5,8/5]", "0", 1), CCL_ROUND_COMMERCIAL, CCL_RAT_ONE), "[0, 2]", true);
  expect_range("share or 3", ccl_range_or(share, ccl_range_point(R("3"))), "[0, 1] [3, 3]", true);
  cr_expect(ccl_range_mul(count, half).grows && !ccl_range_mul(count, half).falls);
  cr_expect(ccl_range_mul(count, ccl_range_neg(half)).falls);
  cr_expect(ccl_range_add(count, ccl_range_neg(other)).grows, "two counts of different things");
  cr_expect(!ccl_range_add(count, ccl_range_neg(count)).grows, "one count less itself");
  cr_expect(!ccl_range_min(count, half).grows);
  ccl_rat at;
  cr_expect(ccl_range_is_point(ccl_range_mul(half, half), &at) && ccl_rat_eq(at, R("1/4")));
}

/* The range of each measure of a contract, by name. */
static ccl_range measured(const sema_session *s, const char *name) {
  for (uint32_t i = 0; i < s->plan.measures_count; i++)
    if (ccl_str_is(s->plan.measures[i].name, name))
      return ccl_range_of(ccl_ranges_new(&s->plan), s->plan.measures[i].value, CCL_NONE, NULL);
  cr_assert(false, "no measure %s", name);
  return ccl_range_all();
}

Test(ranges, figures_of_a_contract) {
  sema_begin();
  sema_session *s = sema_read(CALLS
                              "input csat : % from 20 % to 90 %\ninput forecast : call\ninput late : number from 0 to 10 by default 12\n"
                              "parameter rate = 2\nparameter stepped = 2 from 2026-06-01 = 3\n"
                              "define twice(x : number) = x * 2\n"
                              "measure level = share of calls where wait <= 20 s among ok\n"
                              "measure defaulted = level by default 2\n"
                              "measure counted = count of calls\n"
                              "measure ratio = (count of calls where ok) / (count of calls)\n"
                              "measure waited = average of wait over calls\n"
                              "measure paid_sum = sum of paid over calls\n"
                              "measure waits = sum of wait over calls\n"
                              "measure kinds = distinct count of site over calls\n"
                              "measure bad_days = count of days where level < 80 %\n"
                              "measure doubled = twice(csat)\n"
                              "measure bounded = clamp(forecast, 10 calls, 20 calls)\n"
                              "measure rated = csat * rate\n"
                              "measure changing = csat * stepped\n"
                              "measure chosen = if csat > 50 % then 1 else csat\n"
                              "measure lateness = late\n"
                              "measure hours = max(waits in h, 2 h)\n");
  static const struct {
    const char *name, *range, *step;
    bool is_exact;
  } rows[] = {
    { "level", "[0, 1]", "0", true },          { "defaulted", "[0, 1] [2, 2]", "0", true }, { "counted", "[0, +)", "1", true },    { "ratio", "[0, 1]", "0", true },
    { "waited", "[0, +)", "0", true },         { "paid_sum", "(-, +)", "0", true },          { "waits", "[0, +)", "0", true },      { "kinds", "[0, 2]", "1", true },
    { "bad_days", "[0, 31]", "1", true },      { "doubled", "[0.4, 1.8]", "0", true },       { "bounded", "[10, 20]", "0", true },  { "rated", "[0.4, 1.8]", "0", true },
    { "changing", "[0.4, 2.7]", "0", false },  { "chosen", "[0.2, 0.9] [1, 1]", "0", false }, { "lateness", "[0, 10] [12, 12]", "0", true },
    { "hours", "[7200, +)", "0", true },
  };
  sema_expect("the contract", s, "");
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_range found = measured(s, rows[i].name);
    expect_range(rows[i].name, found, rows[i].range, rows[i].is_exact);
    cr_expect(ccl_rat_eq(found.step, R(rows[i].step)), "%s: steps of %s", rows[i].name, ccl_str_z(ccl_rat_text(found.step)));
  }
}

/* Functions that use one another twice each: the work stays within bounds. */
Test(ranges, functions_upon_functions) {
  sema_begin();
  ccl_buf text = { 0 };
  ccl_buf_z(&text, "define f0(x : number) = x + x\n");
  for (int i = 1; i < 60; i++)
    ccl_buf_printf(&text, "define f%d(x : number) = f%d(x) + f%d(x)\n", i, i - 1, i - 1);
  ccl_buf_z(&text, "measure deep = f59(1)\n");
  sema_session *s = sema_read(ccl_str_z(ccl_buf_str(&text)));
  sema_expect("the contract", s, "");
  cr_expect(measured(s, "deep").set.count == 1);
}

