/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Civil dates. Inside, a year begins in March, so that the leap day is its last and the lengths of months follow one
 * formula. Time of day, zones and holidays are calendar/'s affair.
 */
#include "value/date.h"

#include "base/mem.h"

/* From the first day of the March-year 0 (0000-03-01) to 1970-01-01. */
enum { EPOCH = 719468, DAYS_IN_400_YEARS = 146097 };

/* Quotient and remainder that round down, for a positive divisor. */
static int64_t floor_div(int64_t a, int64_t b) {
  return a / b - (a % b < 0);
}

static int64_t floor_mod(int64_t a, int64_t b) {
  return a - floor_div(a, b) * b;
}

/* Whoever counts past the last year that can be written stays on its last day. */
static ccl_day clip(int64_t day) {
  return (ccl_day)(day < CCL_DAY_MIN ? CCL_DAY_MIN : day > CCL_DAY_MAX ? CCL_DAY_MAX : day);
}

/* Days before the month `march_month` (0 March … 11 February) of a March-year. */
static int64_t days_before_month(int64_t march_month) {
  return (153 * march_month + 2) / 5;
}

static int64_t day_number(int64_t year, int month, int day) {
  int64_t march_year = year - (month <= 2);
  int64_t leap_days = floor_div(march_year, 4) - floor_div(march_year, 100) + floor_div(march_year, 400);
  return 365 * march_year + leap_days + days_before_month((month + 9) % 12) + day - 1 - EPOCH;
}

static bool is_leap(int64_t year) {
  return floor_mod(year, 4) == 0 && (floor_mod(year, 100) != 0 || floor_mod(year, 400) == 0);
}

int ccl_month_length(ccl_month month) {
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int64_t of_year = floor_mod(month, 12);
  return lengths[of_year] + (of_year == 1 && is_leap(1970 + floor_div(month, 12)));
}

bool ccl_ymd_is_valid(ccl_ymd date) {
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1)
    return false;
  return date.day <= ccl_month_length((date.year - 1970) * 12 + date.month - 1);
}

ccl_day ccl_day_from(ccl_ymd date) {
  if (!ccl_ymd_is_valid(date))
    CCL_BUG("a date that does not exist was counted with");
  return (ccl_day)day_number(date.year, date.month, date.day);
}

ccl_ymd ccl_day_ymd(ccl_day day) {
  int64_t since = (int64_t)day + EPOCH;
  int64_t cycle = floor_div(since, DAYS_IN_400_YEARS);
  int64_t of_cycle = floor_mod(since, DAYS_IN_400_YEARS);
  /* Leave the leap days out, which fall on the last day of every 4th but not every 100th year; then all years are of
   * 365 days. */
  int64_t year = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / (DAYS_IN_400_YEARS - 1)) / 365;
  int64_t of_year = of_cycle - (365 * year + year / 4 - year / 100);
  int64_t march_month = (5 * of_year + 2) / 153;
  int month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
  return (ccl_ymd){ (int)(cycle * 400 + year + (month <= 2)), month,
                    (int)(of_year - days_before_month(march_month) + 1) };
}

ccl_month ccl_day_month(ccl_day day) {
  ccl_ymd date = ccl_day_ymd(day);
  return (date.year - 1970) * 12 + date.month - 1;
}

ccl_day ccl_month_first(ccl_month month) {
  return clip(day_number(1970 + floor_div(month, 12), (int)floor_mod(month, 12) + 1, 1));
}

ccl_day ccl_month_last(ccl_month month) {
  return clip(day_number(1970 + floor_div(month, 12), (int)floor_mod(month, 12) + 1, ccl_month_length(month)));
}

/* Day `day` of the month that is `months` after that of `from`; *exists tells whether that month has so many days, else
 * it is the last. */
static int64_t day_of_later_month(ccl_day from, int months, bool *exists) {
  ccl_ymd date = ccl_day_ymd(from);
  int64_t month = (int64_t)(date.year - 1970) * 12 + date.month - 1 + months;
  int64_t year = 1970 + floor_div(month, 12);
  int of_year = (int)floor_mod(month, 12);
  /* 4,800 months repeat the calendar: the length asked for in a year near 1970 is that of the real one. */
  int length = ccl_month_length((ccl_month)floor_mod(month, 4800));
  *exists = date.day <= length;
  return day_number(year, of_year + 1, *exists ? date.day : length);
}

ccl_day ccl_day_add_months(ccl_day day, int months) {
  bool exists;
  return clip(day_of_later_month(day, months, &exists));
}

ccl_day ccl_day_span_last(ccl_day first, int months) {
  bool exists;
  int64_t same_day = day_of_later_month(first, months, &exists);
  return clip(exists ? same_day - 1 : same_day);
}

int ccl_day_weekday(ccl_day day) {
  return (int)floor_mod((int64_t)day + 3, 7) + 1; /* 1970-01-01 was a Thursday */
}

ccl_day ccl_day_monday(ccl_day day) {
  return day - (ccl_day_weekday(day) - 1);
}

/* A week belongs to the year that holds its Thursday. */
void ccl_day_iso_week(ccl_day day, int *year, int *week) {
  ccl_day thursday = ccl_day_monday(day) + 3;
  *year = ccl_day_ymd(thursday).year;
  *week = (int)(thursday - day_number(*year, 1, 1)) / 7 + 1;
}

/* 4 January is always in week 1. */
ccl_day ccl_iso_week_monday(int year, int week) {
  return ccl_day_monday(clip(day_number(year, 1, 4))) + 7 * (week - 1);
}

/* 53 when the year has 53 Thursdays. */
int ccl_iso_weeks_in(int year) {
  int first = ccl_day_weekday((ccl_day)day_number(year, 1, 1));
  return first == 4 || (first == 3 && is_leap(year)) ? 53 : 52;
}

/* The Sunday after the first full moon of the church's tables from 21 March on. The names are those of the reform of
 * 1582. */
ccl_day ccl_easter(int year) {
  int golden_number = year % 19 + 1;
  int century = year / 100 + 1;
  int leap_days_dropped = 3 * century / 4 - 12;
  int moon_correction = (8 * century + 5) / 25 - 5;
  int epact = (int)floor_mod(11 * golden_number + 20 + moon_correction - leap_days_dropped, 30);
  if (epact == 24 || (epact == 25 && golden_number > 11))
    epact++;
  int full_moon = 44 - epact; /* as a day of March */
  if (full_moon < 21)
    full_moon += 30;
  ccl_day moon = (ccl_day)day_number(year, 3, 1) + full_moon - 1;
  return moon + 7 - ccl_day_weekday(moon) % 7;
}

ccl_days ccl_days_and(ccl_days a, ccl_days b) {
  ccl_days both = { a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to };
  return ccl_days_is_empty(both) ? CCL_NO_DAYS : both;
}

bool ccl_days_is_empty(ccl_days days) {
  return days.from > days.to;
}

bool ccl_days_has(ccl_days days, ccl_day day) {
  return days.from <= day && day <= days.to;
}

int32_t ccl_days_count(ccl_days days) {
  return ccl_days_is_empty(days) ? 0 : days.to - days.from + 1;
}

static bool read_digits(ccl_str text, size_t from, size_t count, int *number) {
  *number = 0;
  for (size_t i = from; i < from + count; i++) {
    if (text.ptr[i] < '0' || text.ptr[i] > '9')
      return false;
    *number = *number * 10 + (text.ptr[i] - '0');
  }
  return true;
}

bool ccl_day_parse(ccl_str text, ccl_day *out) {
  ccl_ymd date;
  if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-' || !read_digits(text, 0, 4, &date.year) ||
      !read_digits(text, 5, 2, &date.month) || !read_digits(text, 8, 2, &date.day) || !ccl_ymd_is_valid(date))
    return false;
  *out = ccl_day_from(date);
  return true;
}

ccl_str ccl_day_text(ccl_day day) {
  ccl_ymd date = ccl_day_ymd(day);
  return ccl_str_printf("%04d-%02d-%02d", date.year, date.month, date.day);
}

ccl_str ccl_month_text(ccl_month month) {
  return ccl_str_printf("%04d-%02d", (int)(1970 + floor_div(month, 12)), (int)floor_mod(month, 12) + 1);
}
