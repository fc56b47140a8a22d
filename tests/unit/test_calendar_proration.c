/* SPDX-License-Identifier: Apache-2.0 */
/* Proration: the figures of clause 6.5, and laws (parts add up to the whole, full months count one) on days made by
 * a small generator. */
#include <criterion/criterion.h>

#include "base/mem.h"
#include "calendar/proration.h"

static void start(void) {
  ccl_mem_init();
  ccl_rat_init();
}

TestSuite(proration, .init = start);

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const ccl_proration rules[] = { CCL_PRORATION_DAILY, CCL_PRORATION_THIRTIETHS, CCL_PRORATION_STARTED,
                                       CCL_PRORATION_COMPLETE };

static ccl_day day(const char *text) {
  ccl_day out = 0;
  cr_assert(ccl_day_parse(ccl_str_from(text), &out), "%s", text);
  return out;
}

static ccl_days days(const char *from, const char *to) {
  return (ccl_days){ day(from), day(to) };
}

static ccl_dayset set(const char *from, const char *to) {
  return ccl_dayset_of(days(from, to));
}

static void expect_rat(ccl_rat got, const char *expected, const char *what) {
  ccl_str text = ccl_rat_fraction_text(got);
  cr_expect(ccl_str_is(text, expected), "%s: %.*s, not %s", what, (int)text.len, text.ptr, expected);
}

Test(proration, one_month_by_each_rule) {
  static const struct {
    const char *in_force_from, *in_force_to, *from, *to; /* the billing period */
    const char *due[4];
  } rows[] = {
    /* the contracts of the four rules: in force 12 January to 10 December, an option from 15 February */
    { "2026-01-12", "2026-12-10", "2026-01-01", "2026-01-31", { "20/31", "19/30", "1", "0" } },
    { "2026-01-12", "2026-12-10", "2026-02-01", "2026-02-28", { "1", "1", "1", "1" } },
    { "2026-01-12", "2026-12-10", "2026-12-01", "2026-12-31", { "10/31", "1/3", "1", "0" } },
    { "2026-02-15", "2026-12-10", "2026-02-01", "2026-02-28", { "1/2", "8/15", "1", "0" } },
    { "2028-02-15", "2028-12-10", "2028-02-01", "2028-02-29", { "15/29", "8/15", "1", "0" } },
    /* 23 to 31 May is 8/30; the 31st alone counts nothing by thirtieths */
    { "2026-05-23", "2026-12-10", "2026-05-01", "2026-05-31", { "9/31", "4/15", "1", "0" } },
    { "2026-05-31", "2026-12-10", "2026-05-01", "2026-05-31", { "1/31", "0", "1", "0" } },
    { "2026-02-28", "2026-12-10", "2026-02-01", "2026-02-28", { "1/28", "1/10", "1", "0" } },
    { "2026-05-01", "2026-05-30", "2026-05-01", "2026-05-31", { "30/31", "1", "1", "0" } },
    /* weeks: Monday 29 June to Sunday 5 July */
    { "2026-01-01", "2026-12-31", "2026-06-29", "2026-07-05", { "106/465", "7/30", "1", "1" } },
    { "2026-01-01", "2026-12-31", "2026-07-06", "2026-07-12", { "7/31", "7/30", "0", "0" } },
    { "2026-07-03", "2026-12-31", "2026-06-29", "2026-07-05", { "3/31", "1/10", "1", "0" } },
    /* quarters and years */
    { "2026-02-01", "2027-01-31", "2026-02-01", "2026-03-31", { "2", "2", "2", "2" } },
    { "2026-01-12", "2026-12-10", "2026-01-01", "2026-03-31", { "82/31", "79/30", "3", "2" } },
    { "2026-01-12", "2026-12-10", "2026-01-12", "2026-12-10", { "340/31", "329/30", "12", "10" } },
    { "2026-04-01", "2026-12-31", "2026-01-01", "2026-03-31", { "0", "0", "0", "0" } },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    for (size_t r = 0; r < COUNT(rules); r++) {
      ccl_due due = ccl_proration_due(rules[r], CCL_PER_MONTH, days(rows[i].from, rows[i].to),
                                      set(rows[i].in_force_from, rows[i].in_force_to));
      cr_expect_not(due.needs_rule);
      expect_rat(due.times, rows[i].due[r], ccl_str_z(ccl_str_printf("row %zu, %s", i, ccl_proration_name(rules[r]))));
    }
  }
}

Test(proration, without_a_rule) {
  ccl_dayset in_force = set("2026-04-10", "2026-12-31");
  ccl_due due = ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_MONTH, days("2026-05-01", "2026-05-31"), in_force);
  cr_expect_not(due.needs_rule);
  expect_rat(due.times, "1", "May");
  due = ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_MONTH, days("2026-04-01", "2026-04-30"), in_force);
  cr_expect(due.needs_rule && due.cut == ccl_day_month(day("2026-04-01")));
  due = ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_QUARTER, days("2026-04-01", "2026-06-30"), in_force);
  cr_expect(due.needs_rule && due.cut == ccl_day_month(day("2026-04-01")));
  due = ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_MONTH, days("2026-01-01", "2026-03-31"), in_force);
  cr_expect(!due.needs_rule && ccl_rat_is_zero(due.times));
  due = ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_MONTH, days("2026-06-08", "2026-06-14"), in_force); /* a week */
  cr_expect(due.needs_rule);
  /* Days and weeks need none. */
  due = ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_DAY, days("2026-04-01", "2026-04-30"), in_force);
  cr_expect_not(due.needs_rule);
  expect_rat(due.times, "21", "days of April");
  due = ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_WEEK, days("2026-01-01", "2026-01-04"),
                          set("2026-01-01", "2026-12-31"));
  expect_rat(due.times, "4/7", "week");
}

Test(proration, quarters_and_years) {
  ccl_dayset in_force = set("2026-02-01", "2027-01-31");
  ccl_days cut = days("2026-02-01", "2026-03-31");
  expect_rat(ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_YEAR, cut, in_force).times, "1/6", "year");
  expect_rat(ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_QUARTER, cut, in_force).times, "2/3", "quarter");
  expect_rat(ccl_proration_due(CCL_PRORATION_DAILY, CCL_PER_YEAR, days("2026-01-01", "2026-12-31"),
                               set("2026-01-12", "2026-12-10"))
                 .times,
             "85/93", "340/31 months");
}

Test(proration, month_by_month) {
  ccl_due due = ccl_proration_due(CCL_PRORATION_DAILY, CCL_PER_QUARTER, days("2026-01-01", "2026-03-31"),
                                  set("2026-01-12", "2026-02-20"));
  static const struct {
    const char *from, *to;
    int32_t counted, of;
  } expected[] = { { "2026-01-12", "2026-01-31", 20, 31 }, { "2026-02-01", "2026-02-20", 20, 28 } };
  cr_assert_eq(due.month_count, COUNT(expected));
  cr_expect_eq(due.days, 40);
  for (size_t i = 0; i < COUNT(expected); i++) {
    cr_expect_eq(due.months[i].month, ccl_day_month(day(expected[i].from)));
    cr_expect_eq(due.months[i].days.from, day(expected[i].from));
    cr_expect_eq(due.months[i].days.to, day(expected[i].to));
    cr_expect(due.months[i].counted == expected[i].counted && due.months[i].of == expected[i].of);
  }
}

/* An article overridden from 15 to 21 June. */
Test(proration, holes) {
  ccl_dayset in_force = ccl_dayset_minus(set("2026-01-01", "2026-12-31"), set("2026-06-15", "2026-06-21"));
  static const char *const june[] = { "23/30", "23/30", "1", "0" };
  for (size_t r = 0; r < COUNT(rules); r++)
    expect_rat(ccl_proration_due(rules[r], CCL_PER_MONTH, days("2026-06-01", "2026-06-30"), in_force).times, june[r],
               ccl_proration_name(rules[r]));
  cr_expect(
      ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_MONTH, days("2026-06-01", "2026-06-30"), in_force).needs_rule);
  /* A month whose first half is overridden begins on the 16th: by weeks, it is due in that week. */
  in_force = ccl_dayset_minus(set("2026-01-01", "2026-12-31"), set("2026-06-01", "2026-06-15"));
  expect_rat(ccl_proration_due(CCL_PRORATION_STARTED, CCL_PER_MONTH, days("2026-06-01", "2026-06-07"), in_force).times,
             "0", "W23");
  expect_rat(ccl_proration_due(CCL_PRORATION_STARTED, CCL_PER_MONTH, days("2026-06-15", "2026-06-21"), in_force).times,
             "1", "W25");
}

Test(proration, shares_of_a_window) {
  static const struct {
    ccl_proration rule;
    int32_t months;
    const char *from, *to, *in_force_from, *in_force_to, *share;
  } rows[] = {
    { CCL_PRORATION_DAILY, 12, "2027-01-01", "2027-12-31", "2026-01-01", "2027-06-30", "1/2" },
    { CCL_PRORATION_NONE, 12, "2027-01-01", "2027-12-31", "2026-01-01", "2027-06-30", "1/2" },
    { CCL_PRORATION_DAILY, 1, "2026-01-01", "2026-01-31", "2026-01-12", "2026-12-10", "20/31" },
    { CCL_PRORATION_THIRTIETHS, 1, "2026-01-01", "2026-01-31", "2026-01-12", "2026-12-10", "19/30" },
    { CCL_PRORATION_STARTED, 1, "2026-01-01", "2026-01-31", "2026-01-12", "2026-12-10", "1" },
    { CCL_PRORATION_COMPLETE, 1, "2026-01-01", "2026-01-31", "2026-01-12", "2026-12-10", "0" },
    { CCL_PRORATION_COMPLETE, 12, "2026-01-01", "2026-12-31", "2026-01-12", "2026-12-10", "5/6" },
    /* wholly in force, or not at all: no rule is asked for */
    { CCL_PRORATION_NONE, 3, "2026-01-15", "2026-04-14", "2026-01-15", "2026-12-10", "1" },
    { CCL_PRORATION_NONE, 12, "2026-01-15", "2027-01-14", "2027-01-15", "2027-12-10", "0" },
    { CCL_PRORATION_DAILY, 3, "2026-11-15", "2027-02-14", "2026-01-01", "2028-12-31", "1" },
    { CCL_PRORATION_DAILY, 3, "2026-11-15", "2027-02-14", "2026-12-01", "2028-12-31", "5/6" },
    { CCL_PRORATION_DAILY, 3, "2026-11-15", "2027-02-14", "2026-11-16", "2028-12-31", "1" },
    /* per contract: months of the article over those of the contract */
    { CCL_PRORATION_NONE, 0, "2026-01-01", "2027-06-30", "2026-07-01", "2027-06-30", "2/3" },
    { CCL_PRORATION_DAILY, 0, "2026-01-16", "2026-04-15", "2026-02-01", "2026-04-15", "155/187" },
    { CCL_PRORATION_COMPLETE, 0, "2026-01-16", "2026-02-15", "2026-01-16", "2026-02-14", "0" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_share share = ccl_proration_share(rows[i].rule, days(rows[i].from, rows[i].to), rows[i].months,
                                          set(rows[i].in_force_from, rows[i].in_force_to));
    cr_expect_not(share.needs_rule, "row %zu", i);
    expect_rat(share.share, rows[i].share, ccl_str_z(ccl_str_printf("row %zu", i)));
  }
  ccl_share share =
      ccl_proration_share(CCL_PRORATION_NONE, days("2026-01-01", "2026-12-31"), 12, set("2026-01-12", "2026-12-31"));
  cr_expect(share.needs_rule && share.cut == ccl_day_month(day("2026-01-01")));
  share = ccl_proration_share(CCL_PRORATION_NONE, days("2026-01-12", "2026-12-31"), 0, set("2026-02-01", "2026-12-31"));
  cr_expect(share.needs_rule && share.cut == ccl_day_month(day("2026-01-01")));
  expect_rat(ccl_proration_week_share(days("2025-12-29", "2026-01-04"), set("2026-01-01", "2026-12-31")), "4/7",
             "week");
}

Test(proration, dates_that_cut_a_month) {
  ccl_day edge = 0;
  cr_expect_not(ccl_proration_cuts_month(set("2026-01-01", "2026-12-31"), &edge));
  cr_expect_not(ccl_proration_cuts_month(ccl_dayset_of((ccl_days){ day("2026-01-01"), CCL_DAY_MAX }), NULL));
  cr_expect_not(ccl_proration_cuts_month((ccl_dayset){ 0 }, &edge));
  cr_expect(ccl_proration_cuts_month(set("2026-01-12", "2026-12-31"), &edge) && edge == day("2026-01-12"));
  cr_expect(ccl_proration_cuts_month(set("2026-01-01", "2026-12-10"), &edge) && edge == day("2026-12-10"));
  ccl_dayset holed = ccl_dayset_minus(set("2026-01-01", "2026-12-31"), set("2026-06-15", "2026-06-30"));
  cr_expect(ccl_proration_cuts_month(holed, &edge) && edge == day("2026-06-14"));
}

/* ---- laws ---- */

typedef struct dice {
  uint64_t state;
} dice;

static int32_t roll(dice *d, uint32_t below) {
  d->state = d->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (int32_t)((uint32_t)(d->state >> 33) % below);
}

static ccl_dayset in_force_by_chance(dice *d, ccl_day from) {
  ccl_dayset out = ccl_dayset_of((ccl_days){ from + roll(d, 60), from + 60 + roll(d, 400) });
  for (int holes = roll(d, 4); holes > 0; holes--) {
    ccl_day hole = from + roll(d, 460);
    out = ccl_dayset_minus(out, ccl_dayset_of((ccl_days){ hole, hole + roll(d, 40) }));
  }
  return out;
}

/* A stretch of days cut anywhere: what is due in the parts is what is due in the whole, by every rule and in every
 * unit. */
Test(proration, parts_add_up) {
  dice d = { 11 };
  for (int round = 0; round < 2000; round++) {
    ccl_day from = day("2023-01-01") + roll(&d, 2000);
    ccl_dayset in_force = in_force_by_chance(&d, from);
    ccl_days whole = { from + roll(&d, 100), from + 100 + roll(&d, 300) };
    ccl_recurrence unit = (ccl_recurrence)roll(&d, 5);
    for (size_t r = 0; r < COUNT(rules); r++) {
      ccl_rat sum = CCL_RAT_ZERO;
      int32_t count = 0;
      for (ccl_day at = whole.from; at <= whole.to;) {
        ccl_day last = at + roll(&d, 50);
        ccl_days part = { at, last > whole.to ? whole.to : last };
        ccl_due due = ccl_proration_due(rules[r], unit, part, in_force);
        ccl_rat months = CCL_RAT_ZERO;
        for (size_t i = 0; i < due.month_count; i++)
          months = ccl_rat_add(months, ccl_rat_frac(due.months[i].counted, due.months[i].of));
        if (unit == CCL_PER_MONTH)
          cr_assert(ccl_rat_eq(months, due.times));
        cr_assert_geq(ccl_rat_sign(due.times), 0);
        sum = ccl_rat_add(sum, due.times);
        count += due.days;
        at = part.to + 1;
      }
      ccl_due due = ccl_proration_due(rules[r], unit, whole, in_force);
      cr_assert(ccl_rat_eq(sum, due.times), "round %d, %s", round, ccl_proration_name(rules[r]));
      cr_assert_eq(count, due.days);
    }
  }
}

/* Whole months count one by every rule, and without one. */
Test(proration, full_months_count_one) {
  ccl_dayset always = ccl_dayset_of((ccl_days){ CCL_DAY_MIN, CCL_DAY_MAX });
  for (ccl_month month = ccl_day_month(day("2000-01-01")); month <= ccl_day_month(day("2100-12-01")); month++) {
    ccl_days all = { ccl_month_first(month), ccl_month_last(month) };
    cr_assert(ccl_rat_eq(ccl_proration_due(CCL_PRORATION_NONE, CCL_PER_MONTH, all, always).times, CCL_RAT_ONE));
    for (size_t r = 0; r < COUNT(rules); r++) {
      ccl_due due = ccl_proration_due(rules[r], CCL_PER_MONTH, all, always);
      cr_assert(ccl_rat_eq(due.times, CCL_RAT_ONE), "%d %s", month, ccl_proration_name(rules[r]));
    }
  }
}

/* A share grows with the days in force and stays between 0 and 1. */
Test(proration, shares_grow) {
  dice d = { 12 };
  for (int round = 0; round < 1000; round++) {
    ccl_day from = day("2024-01-01") + roll(&d, 1000);
    static const int32_t spans[] = { 1, 3, 12, 0 };
    int32_t months = spans[roll(&d, 4)];
    ccl_days window = { from, ccl_day_span_last(from, months == 0 ? 7 : months) };
    ccl_days small = { from + roll(&d, 60), from + roll(&d, 300) },
             large = { small.from - roll(&d, 20), small.to + roll(&d, 20) };
    for (size_t r = 0; r < COUNT(rules); r++) {
      ccl_rat less = ccl_proration_share(rules[r], window, months, ccl_dayset_of(small)).share;
      ccl_rat more = ccl_proration_share(rules[r], window, months, ccl_dayset_of(large)).share;
      cr_assert_leq(ccl_rat_cmp(less, more), 0, "round %d, %s", round, ccl_proration_name(rules[r]));
      cr_assert(ccl_rat_sign(less) >= 0 && ccl_rat_cmp(more, CCL_RAT_ONE) <= 0);
    }
  }
}

Test(proration, names) {
  cr_expect_str_eq(ccl_proration_name(CCL_PRORATION_NONE), "none");
  cr_expect_str_eq(ccl_proration_name(CCL_PRORATION_THIRTIETHS), "thirtieths");
  cr_expect_str_eq(ccl_proration_name(CCL_PRORATION_STARTED), "months started");
}
