/* SPDX-License-Identifier: Apache-2.0 */
/* value/date: every day from 1600 to 2400, weeks, months, Easter, texts. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/mem.h"
#include "value/date.h"

enum { BUG = 43 };

static void leave_bug(const char *file, int line, const char *what) {
  (void)file, (void)line, (void)what;
  exit(BUG);
}

static void start(void) {
  ccl_mem_init();
  ccl_on_bug(leave_bug);
}

static void stop(void) {
  ccl_mem_release();
}

TestSuite(date, .init = start, .fini = stop);

static ccl_day on(const char *text) {
  ccl_day day;
  cr_assert(ccl_day_parse(ccl_str_from(text), &day), "%s", text);
  return day;
}

static void is(ccl_day found, const char *expected) {
  ccl_str text = ccl_day_text(found);
  cr_assert(ccl_str_is(text, expected), "found %.*s, expected %s", (int)text.len, text.ptr, expected);
}

static bool leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* A calendar that is walked day by day, against the one that is computed. */
Test(date, every_day_from_1600_to_2400) {
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  ccl_day day = on("1600-01-01");
  int weekday = 6, week = 52, week_year = 1599; /* 1600-01-01 was a Saturday of week 1599-W52 */
  cr_assert_eq(day, -135140);
  for (int year = 1600; year <= 2400; year++)
    for (int month = 1; month <= 12; month++) {
      int length = lengths[month - 1] + (month == 2 && leap(year));
      cr_assert_eq(ccl_month_length((year - 1970) * 12 + month - 1), length, "%d-%d", year, month);
      cr_assert_eq(ccl_month_first((year - 1970) * 12 + month - 1), day);
      cr_assert_eq(ccl_month_last((year - 1970) * 12 + month - 1), day + length - 1);
      cr_assert_not(ccl_ymd_is_valid((ccl_ymd){ year, month, length + 1 }));
      for (int of_month = 1; of_month <= length; of_month++, day++) {
        ccl_ymd date = ccl_day_ymd(day);
        bool right = date.year == year && date.month == month && date.day == of_month && ccl_day_from(date) == day &&
                     ccl_day_month(day) == (year - 1970) * 12 + month - 1 && ccl_day_weekday(day) == weekday;
        if (!right)
          cr_assert_fail("%d-%d-%d", year, month, of_month);
        int iso_year, iso_week;
        ccl_day_iso_week(day, &iso_year, &iso_week);
        if (iso_year != week_year || iso_week != week ||
            ccl_iso_week_monday(iso_year, iso_week) != day - (weekday - 1) ||
            ccl_day_monday(day) != day - (weekday - 1))
          cr_assert_fail("week of %d-%d-%d: %d-W%d", year, month, of_month, iso_year, iso_week);
        if (weekday++ == 7) {
          weekday = 1;
          /* The next week begins a year when its Thursday (4 days on) is in another one. */
          if (ccl_day_ymd(day + 4).year != week_year) {
            cr_assert_eq(ccl_iso_weeks_in(week_year), week, "%d", week_year);
            week_year++;
            week = 0;
          }
          week++;
        }
      }
    }
}

Test(date, ends_of_time) {
  cr_assert_eq(on("1970-01-01"), 0);
  cr_assert_eq(on("0001-01-01"), CCL_DAY_MIN);
  cr_assert_eq(on("9999-12-31"), CCL_DAY_MAX);
  is(CCL_DAY_MIN, "0001-01-01");
  is(CCL_DAY_MAX, "9999-12-31");
  cr_assert_eq(on("2026-10-31"), 20757);
  is(ccl_day_add_months(on("9999-12-01"), 1), "9999-12-31");
  is(ccl_day_add_months(on("2026-01-01"), 2147483647), "9999-12-31");
  is(ccl_day_add_months(on("2026-01-01"), -2147483647 - 1), "0001-01-01");
  is(ccl_month_last(2147483647), "9999-12-31");
  is(ccl_month_first(-2147483647 - 1), "0001-01-01");
}

Test(date, invalid_date_is_a_bug, .exit_code = BUG) {
  ccl_day_from((ccl_ymd){ 2026, 2, 29 });
}

Test(date, months_later) {
  static const struct {
    char from[12];
    int months;
    char day[12], span_last[12];
  } rows[] = {
    { "2026-01-01", 1, "2026-02-01", "2026-01-31" },   { "2026-01-12", 6, "2026-07-12", "2026-07-11" },
    { "2026-08-31", 6, "2027-02-28", "2027-02-28" },   { "2027-08-31", 6, "2028-02-29", "2028-02-29" },
    { "2026-08-30", 6, "2027-02-28", "2027-02-28" },   { "2026-08-28", 6, "2027-02-28", "2027-02-27" },
    { "2026-03-31", 1, "2026-04-30", "2026-04-30" },   { "2024-02-29", 12, "2025-02-28", "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29", "2028-02-28" },  { "2026-03-31", -1, "2026-02-28", "2026-02-28" },
    { "2026-01-15", -13, "2024-12-15", "2024-12-14" }, { "2026-01-31", 36, "2029-01-31", "2029-01-30" },
    { "2026-05-05", 0, "2026-05-05", "2026-05-04" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    is(ccl_day_add_months(on(rows[i].from), rows[i].months), rows[i].day);
    is(ccl_day_span_last(on(rows[i].from), rows[i].months), rows[i].span_last);
  }
}

Test(date, weeks) {
  cr_assert_eq(ccl_iso_weeks_in(2026), 53);
  cr_assert_eq(ccl_iso_weeks_in(2025), 52);
  cr_assert_eq(ccl_iso_weeks_in(2020), 53);
  is(ccl_iso_week_monday(2026, 40), "2026-09-28");
  is(ccl_iso_week_monday(2026, 1), "2025-12-29");
  is(ccl_iso_week_monday(2026, 53), "2026-12-28");
  cr_assert_eq(ccl_day_weekday(on("2026-10-31")), 6);
}

/* Another way to Easter: Gauss's rule with the corrections of 1816, as it is usually printed. */
static ccl_day gauss_easter(int year) {
  int a = year % 19, b = year % 4, c = year % 7, k = year / 100;
  int p = (13 + 8 * k) / 25, q = k / 4;
  int m = (15 - p + k - q) % 30, n = (4 + k - q) % 7;
  int d = (19 * a + m) % 30, e = (2 * b + 4 * c + 6 * d + n) % 7;
  ccl_day easter = ccl_day_from((ccl_ymd){ year, 3, 22 }) + d + e;
  bool late = (d == 29 && e == 6) || (d == 28 && e == 6 && (11 * m + 11) % 30 < 19);
  return late ? easter - 7 : easter;
}

Test(date, easter) {
  static const char known[][12] = { "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
                                    "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
                                    "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22" };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    is(ccl_easter(ccl_day_ymd(on(known[i])).year), known[i]);
  for (int year = 1583; year <= 9999; year++) {
    cr_assert_eq(ccl_easter(year), gauss_easter(year), "%d", year);
    cr_assert_eq(ccl_day_weekday(ccl_easter(year)), 7, "%d", year);
  }
}

Test(date, spans_of_days) {
  ccl_days a = { 10, 20 }, b = { 15, 30 }, apart = { 25, 26 };
  ccl_days both = ccl_days_and(a, b);
  cr_assert(both.from == 15 && both.to == 20);
  cr_assert(ccl_days_is_empty(ccl_days_and(a, apart)) && ccl_days_is_empty(ccl_days_and(a, CCL_NO_DAYS)));
  cr_assert(ccl_days_is_empty(CCL_NO_DAYS) && !ccl_days_is_empty((ccl_days){ 5, 5 }));
  cr_assert(ccl_days_has(a, 10) && ccl_days_has(a, 20) && !ccl_days_has(a, 9) && !ccl_days_has(a, 21));
  cr_assert(ccl_days_count(a) == 11 && ccl_days_count(CCL_NO_DAYS) == 0 && ccl_days_count((ccl_days){ 9, 3 }) == 0);
}

Test(date, texts) {
  static const char wrong[][16] = { "",           "2026-02-29", "2026-13-01",  "2026-00-10",
                                    "2026-01-00", "2026-1-01",  "2026-01-1",   "0000-01-01",
                                    "2026/01/01", "20260101",   "2026-01-011", " 2026-01-01",
                                    "2026-01-0x", "-026-01-01", "1900-02-29",  "2026-04-31" };
  ccl_day day;
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
    cr_assert_not(ccl_day_parse(ccl_str_from(wrong[i]), &day), "%s", wrong[i]);
  is(on("2000-02-29"), "2000-02-29");
  cr_assert(ccl_str_is(ccl_month_text(ccl_day_month(on("2026-10-31"))), "2026-10"));
  cr_assert(ccl_str_is(ccl_month_text(ccl_day_month(on("0800-01-31"))), "0800-01"));
}
