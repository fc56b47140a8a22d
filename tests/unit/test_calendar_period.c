/* SPDX-License-Identifier: Apache-2.0 */
/* Billing periods: every day in exactly one, names there and back, texts after --period, quarters, years, windows. */
#include <criterion/criterion.h>

#include "base/mem.h"
#include "calendar/period.h"

static void start(void) {
  ccl_mem_init();
}

TestSuite(period, .init = start);

#define COUNT(array) (sizeof(array) / sizeof *(array))

static ccl_day day(const char *text) {
  ccl_day out = 0;
  cr_assert(ccl_day_parse(ccl_str_from(text), &out), "%s", text);
  return out;
}

static ccl_days days(const char *from, const char *to) {
  return (ccl_days){ day(from), day(to) };
}

static ccl_cycle cycle(ccl_billing billing, ccl_fiscal fiscal, const char *from, const char *to) {
  return (ccl_cycle){ billing, fiscal, { day(from), to == NULL ? CCL_DAY_MAX : day(to) } };
}

static const char *text_of(ccl_days it) {
  if (ccl_days_is_empty(it))
    return "none";
  return ccl_str_z(ccl_str_printf("%s..%s", ccl_str_z(ccl_day_text(it.from)), ccl_str_z(ccl_day_text(it.to))));
}

static void expect_days(ccl_days got, const char *expected, const char *what) {
  cr_expect_str_eq(text_of(got), expected, "%s: %s, not %s", what, text_of(got), expected);
}

static const ccl_billing billings[] = { CCL_BILLING_MONTHLY, CCL_BILLING_QUARTERLY, CCL_BILLING_YEARLY,
                                        CCL_BILLING_WEEKLY };
static const ccl_fiscal fiscals[] = { CCL_FISCAL_CALENDAR, CCL_FISCAL_CONTRACTUAL };

/* One contract over a century: periods follow one another without a hole; names lead back, so they are unique. */
static void expect_partition(ccl_cycle it) {
  ccl_day next = it.contract.from;
  for (int32_t number = 0; next <= it.contract.to; number++) {
    ccl_period period, found;
    cr_assert(ccl_cycle_period(it, number, &period));
    ccl_str name = ccl_period_name(it, period);
    cr_assert_eq(period.number, number);
    cr_assert_eq(period.days.from, next, "%s", name.ptr);
    cr_assert(period.whole.from <= period.days.from && period.whole.to >= period.days.to, "%s", name.ptr);
    cr_assert(!ccl_period_is_cut(period) || number == 0 || period.days.to == it.contract.to, "%s", name.ptr);
    for (ccl_day d = period.days.from; d <= period.days.to; d++)
      cr_assert(ccl_cycle_period_of(it, d, &found) && found.number == number, "%s", name.ptr);
    cr_assert_eq(ccl_cycle_parse(it, name, &found), CCL_PERIOD_FOUND, "%s", name.ptr);
    cr_assert_eq(found.number, number, "%s", name.ptr);
    cr_assert_eq(ccl_cycle_parse(it, ccl_str_from(text_of(period.days)), &found), CCL_PERIOD_FOUND);
    cr_assert_eq(found.number, number);
    next = period.days.to + 1;
  }
  ccl_period out;
  cr_assert_eq(ccl_cycle_last(it).days.to, it.contract.to);
  cr_assert_eq(ccl_cycle_first(it).days.from, it.contract.from);
  cr_assert_not(ccl_cycle_period(it, ccl_cycle_last(it).number + 1, &out));
  cr_assert_not(ccl_cycle_period(it, -1, &out));
  cr_assert_not(ccl_cycle_period(it, INT64_MIN, &out));
  cr_assert_not(ccl_cycle_period(it, INT64_MAX, &out));
  cr_assert_not(ccl_cycle_period_of(it, it.contract.from - 1, &out));
  cr_assert_not(ccl_cycle_period_of(it, it.contract.to + 1, &out));
}

Test(period, every_day_is_in_one_period) {
  static const char *const begins[] = { "2000-01-01", "2000-01-31", "2000-02-29",
                                        "1999-12-30", "2000-08-31", "2000-04-15" };
  for (size_t b = 0; b < COUNT(billings); b++)
    for (size_t f = 0; f < COUNT(fiscals); f++)
      for (size_t i = 0; i < COUNT(begins); i++)
        expect_partition(cycle(billings[b], fiscals[f], begins[i], "2100-12-17"));
}

Test(period, a_contract_without_end) {
  for (size_t b = 0; b < COUNT(billings); b++) {
    for (size_t f = 0; f < COUNT(fiscals); f++) {
      ccl_cycle it = cycle(billings[b], fiscals[f], "2026-04-15", NULL);
      ccl_period last = ccl_cycle_last(it);
      cr_expect_eq(last.days.to, CCL_DAY_MAX);
      cr_expect_gt(last.number, 7900);
      ccl_period found;
      cr_expect_eq(ccl_cycle_parse(it, ccl_period_name(it, last), &found), CCL_PERIOD_FOUND);
      cr_expect_eq(found.number, last.number);
      cr_expect_eq(ccl_cycle_span(it, CCL_CYCLE_YEAR, CCL_DAY_MAX).to, CCL_DAY_MAX);
      ccl_cycle all = { billings[b], fiscals[f], { CCL_DAY_MIN, CCL_DAY_MAX } };
      cr_expect_eq(ccl_cycle_first(all).days.from, CCL_DAY_MIN);
      cr_expect_eq(ccl_cycle_last(all).days.to, CCL_DAY_MAX);
      cr_expect(ccl_days_is_empty(ccl_cycle_window(all, CCL_WINDOW_PREVIOUS, 1, CCL_DAY_MIN)));
    }
  }
}

Test(period, texts) {
  static const struct {
    ccl_billing billing;
    ccl_fiscal fiscal;
    const char *from, *to, *text;
    ccl_period_result result;
    const char *name; /* found, or the nearest */
  } rows[] = {
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026-10", CCL_PERIOD_FOUND, "2026-10" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026-01", CCL_PERIOD_FOUND, "2026-01" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026-01-12..2026-01-31", CCL_PERIOD_FOUND,
      "2026-01" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026-01-01..2026-01-31",
      CCL_PERIOD_NOT_BILLED, "2026-01" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2027-01", CCL_PERIOD_NOT_BILLED,
      "2026-12" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2025-12", CCL_PERIOD_NOT_BILLED,
      "2026-01" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026-Q4", CCL_PERIOD_NOT_BILLED,
      "2026-10" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026", CCL_PERIOD_NOT_BILLED, "2026-01" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026-W42", CCL_PERIOD_NOT_BILLED,
      "2026-10" },
    { CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-12", "2026-12-10", "2026-05-17", CCL_PERIOD_NOT_BILLED,
      "2026-05" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CALENDAR, "2026-02-01", "2027-01-31", "2026-Q1", CCL_PERIOD_FOUND, "2026-Q1" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CALENDAR, "2026-02-01", "2027-01-31", "2026-T4", CCL_PERIOD_FOUND, "2026-Q4" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CALENDAR, "2026-02-01", "2027-01-31", "2027-Q1", CCL_PERIOD_FOUND, "2027-Q1" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CALENDAR, "2026-02-01", "2027-01-31", "2027-Q2", CCL_PERIOD_NOT_BILLED,
      "2027-Q1" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CALENDAR, "2026-02-01", "2027-01-31", "2026-10", CCL_PERIOD_NOT_BILLED,
      "2026-Q4" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CONTRACTUAL, "2026-04-01", "2028-03-31", "2027-Q4", CCL_PERIOD_FOUND,
      "2027-Q4" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CONTRACTUAL, "2026-04-01", "2028-03-31", "2026-Q4", CCL_PERIOD_NOT_BILLED,
      "2026-Q1" },
    { CCL_BILLING_QUARTERLY, CCL_FISCAL_CONTRACTUAL, "2026-04-01", "2028-03-31", "2026-10-01..2026-12-31",
      CCL_PERIOD_FOUND, "2026-Q3" },
    { CCL_BILLING_YEARLY, CCL_FISCAL_CALENDAR, "2026-04-01", "2028-03-31", "2028", CCL_PERIOD_FOUND, "2028" },
    { CCL_BILLING_YEARLY, CCL_FISCAL_CONTRACTUAL, "2026-04-01", "2028-03-31", "2027", CCL_PERIOD_FOUND, "2027" },
    { CCL_BILLING_YEARLY, CCL_FISCAL_CONTRACTUAL, "2026-04-01", "2028-03-31", "2028", CCL_PERIOD_NOT_BILLED, "2027" },
    { CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-12-31", "2026-W01", CCL_PERIOD_FOUND, "2026-W01" },
    { CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-12-31", "2026-S53", CCL_PERIOD_FOUND, "2026-W53" },
    { CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-12-31", "2026-01-12..2026-01-18", CCL_PERIOD_FOUND,
      "2026-W03" },
    { CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-01-05", "2026-01-05", CCL_PERIOD_NOT_BILLED,
      "2026-W02" },
    { CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-01-05", "2026-01-05..2026-01-05", CCL_PERIOD_FOUND,
      "2026-W02" },
    { CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-12-31", "2025-W52", CCL_PERIOD_NOT_BILLED,
      "2026-W01" },
    { CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-12-31", "9999-W01", CCL_PERIOD_NOT_BILLED,
      "2026-W53" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_cycle it = cycle(rows[i].billing, rows[i].fiscal, rows[i].from, rows[i].to);
    ccl_period found;
    cr_expect_eq(ccl_cycle_parse(it, ccl_str_from(rows[i].text), &found), rows[i].result, "row %zu: %s", i,
                 rows[i].text);
    ccl_str name = ccl_period_name(it, found);
    cr_expect(ccl_str_is(name, rows[i].name), "row %zu: %s is %.*s", i, rows[i].text, (int)name.len, name.ptr);
  }
}

Test(period, texts_that_are_no_period) {
  static const char *const texts[] = { "",
                                       "2",
                                       "202",
                                       "20266",
                                       "2026-",
                                       "2026-1",
                                       "2026-13",
                                       "2026-00",
                                       "2026-Q0",
                                       "2026-Q5",
                                       "2026-Q12",
                                       "2026-q4",
                                       "2026-W00",
                                       "2025-W53",
                                       "2026-W54",
                                       "2026-W1",
                                       "2026-W012",
                                       "2026-Q",
                                       "0000",
                                       "0000-01",
                                       "2026-02-30",
                                       "2026/10",
                                       "2026-10-",
                                       "2026-10..",
                                       "..",
                                       "2026-10-01..",
                                       "2026-10-31..2026-10-01",
                                       "2026-10-01...2026-10-31",
                                       "2026-10-01..2026-10-32",
                                       "abcd",
                                       "20x6-10",
                                       "2026-1x",
                                       " 2026-10",
                                       "2026-10 " };
  ccl_cycle it = cycle(CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2026-01-01", NULL);
  for (size_t i = 0; i < COUNT(texts); i++) {
    ccl_period found;
    cr_expect_eq(ccl_cycle_parse(it, ccl_str_from(texts[i]), &found), CCL_PERIOD_MALFORMED, "%s", texts[i]);
  }
}

Test(period, contractual_quarters_follow_the_rule_of_n_months) {
  ccl_cycle it = cycle(CCL_BILLING_QUARTERLY, CCL_FISCAL_CONTRACTUAL, "2026-08-31", "2027-02-28");
  ccl_period period;
  cr_assert(ccl_cycle_period(it, 0, &period));
  expect_days(period.days, "2026-08-31..2026-11-30", "first");
  cr_assert(ccl_cycle_period(it, 1, &period));
  expect_days(period.days, "2026-12-01..2027-02-28", "second");
  cr_expect_not(ccl_cycle_period(it, 2, &period));
  for (int first = 0; first < 400; first++) {
    ccl_day from = day("2027-06-30") + first;
    ccl_cycle any = { CCL_BILLING_QUARTERLY, CCL_FISCAL_CONTRACTUAL, { from, CCL_DAY_MAX } };
    for (int number = 0; number < 12; number++) {
      cr_assert(ccl_cycle_period(any, number, &period));
      cr_assert_eq(period.whole.to, ccl_day_span_last(from, 3 * (number + 1)));
    }
  }
}

Test(period, spans) {
  ccl_cycle contractual = cycle(CCL_BILLING_MONTHLY, CCL_FISCAL_CONTRACTUAL, "2026-04-01", "2028-03-31");
  ccl_cycle calendar = cycle(CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-04-01", "2028-03-31");
  ccl_day may = day("2026-05-20");
  expect_days(ccl_cycle_span(contractual, CCL_CYCLE_YEAR, may), "2026-04-01..2027-03-31", "year");
  expect_days(ccl_cycle_span(contractual, CCL_CYCLE_QUARTER, day("2027-03-31")), "2027-01-01..2027-03-31", "quarter");
  expect_days(ccl_cycle_span(contractual, CCL_CYCLE_YEAR, day("2026-03-31")), "2025-04-01..2026-03-31", "before");
  expect_days(ccl_cycle_span(contractual, CCL_CYCLE_PERIOD, may), "2026-05-01..2026-05-31", "period");
  expect_days(ccl_cycle_span(calendar, CCL_CYCLE_PERIOD, may), "2026-05-18..2026-05-24", "period");
  expect_days(ccl_cycle_span(calendar, CCL_CYCLE_WEEK, may), "2026-05-18..2026-05-24", "week");
  expect_days(ccl_cycle_span(calendar, CCL_CYCLE_MONTH, may), "2026-05-01..2026-05-31", "month");
  expect_days(ccl_cycle_span(calendar, CCL_CYCLE_QUARTER, may), "2026-04-01..2026-06-30", "quarter");
  expect_days(ccl_cycle_span(calendar, CCL_CYCLE_YEAR, may), "2026-01-01..2026-12-31", "year");
  expect_days(ccl_cycle_span(calendar, CCL_CYCLE_DAY, may), "2026-05-20..2026-05-20", "day");
  expect_days(ccl_cycle_span(calendar, CCL_CYCLE_CONTRACT, may), "2026-04-01..2028-03-31", "contract");
}

Test(period, periods_of_a_range) {
  ccl_cycle weekly = cycle(CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", "2026-02-10");
  ccl_days january = days("2026-01-01", "2026-01-31"), february = days("2026-02-01", "2026-02-28");
  ccl_period_range touching = ccl_cycle_periods_touching(weekly, january);
  cr_expect(touching.first == 0 && touching.last == 4);
  ccl_period_range ending = ccl_cycle_periods_ending(weekly, january); /* week 5 ends on Sunday 1 February */
  cr_expect(ending.first == 0 && ending.last == 3);
  ending = ccl_cycle_periods_ending(weekly, february); /* the last week is cut on 10 February */
  cr_expect(ending.first == 4 && ending.last == 6);
  ending = ccl_cycle_periods_ending(weekly, days("2026-02-09", "2026-02-12"));
  cr_expect(ending.first == 6 && ending.last == 6);
  ending = ccl_cycle_periods_ending(weekly, days("2026-01-06", "2026-01-10"));
  cr_expect_gt(ending.first, ending.last);
  ending = ccl_cycle_periods_ending(weekly, days("2027-01-06", "2027-01-10"));
  cr_expect_gt(ending.first, ending.last);
  /* Every period belongs to one month. */
  int32_t next = 0;
  for (ccl_month month = ccl_day_month(weekly.contract.from); month <= ccl_day_month(weekly.contract.to); month++) {
    ending = ccl_cycle_periods_ending(weekly, (ccl_days){ ccl_month_first(month), ccl_month_last(month) });
    cr_expect_eq(ending.first, next);
    next = ending.last + 1;
  }
  cr_expect_eq(next, ccl_cycle_last(weekly).number + 1);
}

Test(period, windows) {
  ccl_cycle it = cycle(CCL_BILLING_MONTHLY, CCL_FISCAL_CALENDAR, "2025-02-10", "2026-12-31");
  ccl_cycle contractual = cycle(CCL_BILLING_MONTHLY, CCL_FISCAL_CONTRACTUAL, "2025-02-10", "2026-12-31");
  ccl_cycle weekly = cycle(CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2025-02-10", "2026-12-31");
  ccl_cycle quarterly = cycle(CCL_BILLING_QUARTERLY, CCL_FISCAL_CONTRACTUAL, "2025-02-10", "2026-12-31");
  const struct {
    ccl_cycle cycle;
    ccl_window_kind kind;
    int32_t n;
    const char *last, *expected;
  } rows[] = {
    { it, CCL_WINDOW_SINCE_YEAR, 0, "2026-05-31", "2026-01-01..2026-05-31" },
    { it, CCL_WINDOW_SINCE_QUARTER, 0, "2026-05-31", "2026-04-01..2026-05-31" },
    { it, CCL_WINDOW_SINCE_CONTRACT, 0, "2026-05-31", "2025-02-10..2026-05-31" },
    { it, CCL_WINDOW_PREVIOUS, 0, "2026-05-31", "2026-04-01..2026-04-30" },
    { it, CCL_WINDOW_LAST_N, 3, "2026-05-31", "2026-03-01..2026-05-31" },
    { it, CCL_WINDOW_LAST_N, 1, "2026-05-12", "2026-05-01..2026-05-12" },
    { it, CCL_WINDOW_LAST_YEAR, 0, "2026-05-31", "2025-05-01..2025-05-31" },
    { it, CCL_WINDOW_SINCE_YEAR, 0, "2025-02-28", "2025-02-10..2025-02-28" },
    { it, CCL_WINDOW_PREVIOUS, 0, "2025-02-28", "none" },
    { it, CCL_WINDOW_LAST_YEAR, 0, "2025-02-28", "none" },
    { it, CCL_WINDOW_LAST_YEAR, 0, "2026-02-28", "2025-02-10..2025-02-28" },
    { it, CCL_WINDOW_LAST_N, 3, "2025-02-28", "2025-02-10..2025-02-28" },
    { it, CCL_WINDOW_LAST_N, INT32_MAX, "2026-02-28", "2025-02-10..2026-02-28" },
    { it, CCL_WINDOW_PREVIOUS, 0, "2024-01-15", "none" },
    { it, CCL_WINDOW_SINCE_CONTRACT, 0, "2024-01-15", "none" },
    { contractual, CCL_WINDOW_SINCE_YEAR, 0, "2026-02-28", "2026-02-10..2026-02-28" },
    { contractual, CCL_WINDOW_SINCE_YEAR, 0, "2026-02-09", "2025-02-10..2026-02-09" },
    { contractual, CCL_WINDOW_SINCE_QUARTER, 0, "2026-05-31", "2026-05-10..2026-05-31" },
    { weekly, CCL_WINDOW_LAST_YEAR, 0, "2026-05-24", "2025-05-19..2025-05-25" },
    { weekly, CCL_WINDOW_LAST_N, 2, "2026-05-24", "2026-05-11..2026-05-24" },
    { quarterly, CCL_WINDOW_PREVIOUS, 0, "2026-05-09", "2025-11-10..2026-02-09" },
    { quarterly, CCL_WINDOW_LAST_YEAR, 0, "2026-05-09", "2025-02-10..2025-05-09" },
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    expect_days(ccl_cycle_window(rows[i].cycle, rows[i].kind, rows[i].n, day(rows[i].last)), rows[i].expected,
                rows[i].last);
}

/* Days, weeks, months and periods of a window add up to it. */
Test(period, pieces_of_a_window) {
  static const ccl_cycle_unit units[] = { CCL_CYCLE_DAY, CCL_CYCLE_WEEK, CCL_CYCLE_MONTH, CCL_CYCLE_PERIOD };
  static const int expected[] = { 60, 9, 3, 2 };
  ccl_cycle it = cycle(CCL_BILLING_QUARTERLY, CCL_FISCAL_CALENDAR, "2026-02-10", "2026-12-31");
  ccl_days window = days("2026-02-10", "2026-04-10");
  for (size_t u = 0; u < COUNT(units); u++) {
    int count = 0;
    int32_t sum = 0;
    for (ccl_day d = window.from; d <= window.to; count++) {
      ccl_days piece = ccl_cycle_piece(it, units[u], window, d);
      cr_assert(piece.from == d && piece.to <= window.to);
      sum += ccl_days_count(piece);
      d = piece.to + 1;
    }
    cr_expect_eq(sum, ccl_days_count(window));
    cr_expect_eq(count, expected[u], "unit %zu: %d", u, count);
  }
}

Test(period, billing_that_cuts_months) {
  cr_expect_not(ccl_cycle_cuts_months(cycle(CCL_BILLING_MONTHLY, CCL_FISCAL_CONTRACTUAL, "2026-01-12", NULL)));
  cr_expect_not(ccl_cycle_cuts_months(cycle(CCL_BILLING_QUARTERLY, CCL_FISCAL_CALENDAR, "2026-01-12", NULL)));
  cr_expect_not(ccl_cycle_cuts_months(cycle(CCL_BILLING_YEARLY, CCL_FISCAL_CONTRACTUAL, "2026-05-01", NULL)));
  cr_expect(ccl_cycle_cuts_months(cycle(CCL_BILLING_QUARTERLY, CCL_FISCAL_CONTRACTUAL, "2026-01-12", NULL)));
  cr_expect(ccl_cycle_cuts_months(cycle(CCL_BILLING_WEEKLY, CCL_FISCAL_CALENDAR, "2026-01-01", NULL)));
}

Test(period, periods_in_a_year) {
  static const int32_t expected[] = { 12, 4, 1, 52 };
  for (size_t b = 0; b < COUNT(billings); b++)
    cr_expect_eq(ccl_cycle_periods_per_year(cycle(billings[b], CCL_FISCAL_CALENDAR, "2026-01-01", NULL)), expected[b]);
}
