/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The form in which time zones are embedded: what embed_zones.c writes when the program is built and zone.c reads.
 * Private to the two.
 *
 * A zone is a list of changes (from this instant on, that offset) and a rule for all years after the last one. How a
 * rule is read stands here, since both need it: embed_zones leaves out the changes that the rule gives anyway. No other
 * header of ours is needed, so that embed_zones can be built first.
 */
#ifndef CCL_CALENDAR_ZONE_TABLE_H
#define CCL_CALENDAR_ZONE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum ccl_rule_day {
  CCL_RULE_WEEKDAY, /* Mm.w.d: the w-th such weekday of the month, 5: the last one */
  CCL_RULE_JULIAN, /* Jn: day 1 to 365, 29 February never counted */
  CCL_RULE_ORDINAL /* n: day 0 to 365 */
} ccl_rule_day;

/* A day of every year and a local time on it. */
typedef struct ccl_rule_date {
  int8_t kind; /* ccl_rule_day */
  int8_t month, week, weekday; /* weekday: 0 Sunday … 6 Saturday */
  int16_t number; /* JULIAN, ORDINAL */
  int32_t time; /* seconds, by the clock before the change; may be negative or beyond 24 h */
} ccl_rule_date;

typedef struct ccl_zone_rule {
  int32_t standard; /* offset in seconds east of UTC */
  int32_t summer; /* between start and end; equal to standard when the clock does not change */
  ccl_rule_date start, end;
} ccl_zone_rule;

typedef struct ccl_zone_table {
  uint32_t first; /* index in ccl_zone_times */
  uint16_t count; /* changes; before the first one `before` holds, after the last one the rule */
  int32_t before;
  ccl_zone_rule rule;
} ccl_zone_table;

struct ccl_zone {
  const char *name;
  uint16_t table; /* index in ccl_zone_tables: links share one */
};

/* In the generated file. */
extern const char ccl_zone_version[];
extern const int64_t ccl_zone_times[]; /* seconds UTC, rising within a zone */
extern const int32_t ccl_zone_offsets[]; /* from that instant on */
extern const ccl_zone_table ccl_zone_tables[];
extern const struct ccl_zone ccl_zone_names[]; /* by name in byte order */
extern const uint16_t ccl_zone_name_count;

/* ---- rules ---- */

static inline int64_t ccl_rule_floor(int64_t number, int64_t by) {
  return number / by - (number % by < 0);
}

static inline bool ccl_rule_leap(int64_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days from 1970-01-01 to 1 January of the year. */
static inline int64_t ccl_rule_year_day(int64_t year) {
  int64_t before = year - 1;
  return 365 * (year - 1970) + ccl_rule_floor(before, 4) - ccl_rule_floor(before, 100) + ccl_rule_floor(before, 400) -
         477; /* leap days before 1970 */
}

/* The year that holds a second. */
static inline int64_t ccl_rule_year(int64_t seconds) {
  int64_t day = ccl_rule_floor(seconds, 86400);
  int64_t year = 1970 + ccl_rule_floor(day * 400, 146097);
  while (ccl_rule_year_day(year) > day)
    year--;
  while (ccl_rule_year_day(year + 1) <= day)
    year++;
  return year;
}

/* The local second of the rule's date in a year, on a line where every day has 86400 seconds. */
static inline int64_t ccl_rule_local(const ccl_rule_date *date, int64_t year) {
  static const int16_t before[12] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  static const int8_t lengths[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  bool leap = ccl_rule_leap(year);
  int64_t day = ccl_rule_year_day(year);
  if (date->kind == CCL_RULE_ORDINAL) {
    day += date->number;
  } else if (date->kind == CCL_RULE_JULIAN) {
    day += date->number - 1 + (leap && date->number >= 60);
  } else {
    int month = date->month - 1;
    int length = lengths[month] + (leap && month == 1);
    day += before[month] + (leap && month > 1);
    int64_t weekday =
        day + 4 - 7 * ccl_rule_floor(day + 4, 7); /* of the first of the month; 1970-01-01 was a Thursday */
    int64_t ahead = (date->weekday - weekday + 7) % 7 + 7 * (date->week - 1);
    day += ahead < length ? ahead : ahead - 7;
  }
  return day * 86400 + date->time;
}

/* One change that a rule makes. */
typedef struct ccl_rule_change {
  int64_t at;
  int32_t offset; /* from then on */
} ccl_rule_change;

/* The offset at an instant by the rule, with the changes around it: before->at ≤ seconds < after->at. Only for rules
 * whose clock changes. */
static inline int32_t ccl_rule_around(const ccl_zone_rule *rule, int64_t seconds, ccl_rule_change *before,
                                      ccl_rule_change *after) {
  int64_t year = ccl_rule_year(seconds + rule->standard);
  before->at = INT64_MIN;
  after->at = INT64_MAX;
  before->offset = after->offset = rule->standard;
  for (int64_t y = year - 1; y <= year + 1; y++) {
    ccl_rule_change changes[2] = { { ccl_rule_local(&rule->start, y) - rule->standard, rule->summer },
                                   { ccl_rule_local(&rule->end, y) - rule->summer, rule->standard } };
    for (int i = 0; i < 2; i++) {
      if (changes[i].at <= seconds && changes[i].at >= before->at)
        *before = changes[i];
      if (changes[i].at > seconds && changes[i].at < after->at)
        *after = changes[i];
    }
  }
  return before->offset;
}

#endif
