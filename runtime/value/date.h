/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Civil dates (proleptic Gregorian) and instants. Pure arithmetic: no zone, no clock (zones: calendar/zone.h).
 * A day is the number of days since 1970-01-01; an instant is exact seconds since 1970-01-01T00:00:00Z (a rational elsewhere, whole seconds here).
 */
#ifndef CCL_VALUE_DATE_H
#define CCL_VALUE_DATE_H

#include "base/str.h"

typedef int32_t ccl_day;   /* days since 1970-01-01 */
typedef int32_t ccl_month; /* months since 1970-01: (year − 1970) × 12 + month − 1 */

#define CCL_DAY_MIN ((ccl_day)-719162) /* 0001-01-01 */
#define CCL_DAY_MAX ((ccl_day)2932896) /* 9999-12-31 */

typedef struct ccl_ymd {
  int year, month, day; /* month 1–12, day 1–31 */
} ccl_ymd;

typedef struct ccl_days {
  ccl_day from, to; /* both included; from > to: no day at all */
} ccl_days;

#define CCL_NO_DAYS ((ccl_days){ 1, 0 })

bool ccl_ymd_is_valid(ccl_ymd date); /* years 1 to 9999 */
ccl_day ccl_day_from(ccl_ymd date);  /* valid dates only */
ccl_ymd ccl_day_ymd(ccl_day day);
ccl_month ccl_day_month(ccl_day day);
ccl_day ccl_month_first(ccl_month month);
ccl_day ccl_month_last(ccl_month month);
int ccl_month_length(ccl_month month);
/* The same day of the month `months` later (earlier when negative), or the last day of a shorter month (clause 2). */
ccl_day ccl_day_add_months(ccl_day day, int months);
/* The last day of a span of `months` months that begins on `first`: "for N months" of clause 4.5. */
ccl_day ccl_day_span_last(ccl_day first, int months);
int ccl_day_weekday(ccl_day day); /* 1 Monday … 7 Sunday */
/* ISO week: its Monday, and its year and number. */
ccl_day ccl_day_monday(ccl_day day);
void ccl_day_iso_week(ccl_day day, int *year, int *week);
ccl_day ccl_iso_week_monday(int year, int week); /* week 1–53 */
int ccl_iso_weeks_in(int year);                  /* 52 or 53 */
ccl_day ccl_easter(int year);                    /* Easter Sunday, Gregorian */

ccl_days ccl_days_and(ccl_days a, ccl_days b); /* intersection */
bool ccl_days_is_empty(ccl_days days);
bool ccl_days_has(ccl_days days, ccl_day day);
int32_t ccl_days_count(ccl_days days); /* 0 when empty */

/* "2026-10-31"; false when the text has another form or the date does not exist. */
bool ccl_day_parse(ccl_str text, ccl_day *out);
ccl_str ccl_day_text(ccl_day day);       /* ISO 8601 */
ccl_str ccl_month_text(ccl_month month); /* "2026-10" */

#endif
