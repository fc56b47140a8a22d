/* SPDX-License-Identifier: Apache-2.0 */
/* Time zones: known clock changes, local times that are skipped or occur twice, and every zone against the C
 * library's. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "calendar/zone.h"
#include "calendar/zone_table.h"

static void start(void) {
  ccl_mem_init();
  ccl_rat_init();
}

TestSuite(zone, .init = start);

static int64_t utc(int year, int month, int day, int hour, int minute) {
  return ccl_day_from((ccl_ymd){ year, month, day }) * (int64_t)CCL_DAY_SECONDS + hour * 3600 + minute * 60;
}

static ccl_local at(int year, int month, int day, int hour, int minute) {
  return (ccl_local){ ccl_day_from((ccl_ymd){ year, month, day }), hour * 3600 + minute * 60 };
}

static const ccl_zone *zone(const char *name) {
  const ccl_zone *found = ccl_zone_find(ccl_str_from(name));
  cr_assert_not_null(found, "%s", name);
  return found;
}

/* One clock change: the offset before and after the instant. */
static void expect_change(const char *name, int64_t when, int32_t before, int32_t after) {
  const ccl_zone *it = zone(name);
  cr_expect_eq(ccl_zone_offset(it, when - 1), before, "%s before %lld: %d", name, (long long)when,
               ccl_zone_offset(it, when - 1));
  cr_expect_eq(ccl_zone_offset(it, when), after, "%s from %lld on: %d", name, (long long)when,
               ccl_zone_offset(it, when));
  cr_expect_eq(ccl_zone_span_at(it, when - 1).to, when, "%s", name);
  cr_expect_eq(ccl_zone_span_at(it, when).from, when, "%s", name);
}

Test(zone, known_changes) {
  expect_change("Europe/Paris", utc(2026, 3, 29, 1, 0), 3600, 7200);
  expect_change("Europe/Paris", utc(2026, 10, 25, 1, 0), 7200, 3600);
  expect_change("Europe/Paris", utc(2100, 3, 28, 1, 0), 3600, 7200); /* by the rule, long after the table */
  expect_change("Europe/Paris", utc(2100, 10, 31, 1, 0), 7200, 3600);
  expect_change("America/New_York", utc(2026, 3, 8, 7, 0), -18000, -14400);
  expect_change("America/New_York", utc(2026, 11, 1, 6, 0), -14400, -18000);
  expect_change("Australia/Lord_Howe", utc(2026, 4, 4, 15, 0), 39600, 37800); /* half an hour */
  expect_change("Australia/Lord_Howe", utc(2026, 10, 3, 15, 30), 37800, 39600);
  expect_change("Asia/Kathmandu", utc(1985, 12, 31, 18, 30), 19800, 20700);
  expect_change("Africa/Casablanca", utc(2024, 3, 10, 2, 0), 3600, 0); /* Ramadan */
  expect_change("Africa/Casablanca", utc(2024, 4, 14, 2, 0), 0, 3600);
  expect_change("Pacific/Apia", utc(2011, 12, 30, 10, 0), -36000, 50400); /* a day is skipped */
  expect_change("America/Sao_Paulo", utc(2018, 11, 4, 3, 0), -10800, -7200); /* midnight is skipped */
  expect_change("Europe/Dublin", utc(2026, 3, 29, 1, 0), 0, 3600); /* winter is the exception there */
  expect_change("America/Nuuk", utc(2050, 3, 27, 1, 0), -7200, -3600); /* a rule with a time before midnight */
}

/* The two forms of rules that no zone uses today: days counted without and with 29 February. */
Test(zone, rules_by_number_of_the_day) {
  ccl_rule_date julian = { .kind = CCL_RULE_JULIAN, .number = 60, .time = 7200 };
  ccl_rule_date ordinal = { .kind = CCL_RULE_ORDINAL, .number = 59, .time = -3600 };
  cr_expect_eq(ccl_rule_local(&julian, 2026), utc(2026, 3, 1, 2, 0));
  cr_expect_eq(ccl_rule_local(&julian, 2028), utc(2028, 3, 1, 2, 0));
  cr_expect_eq(ccl_rule_local(&ordinal, 2026), utc(2026, 2, 28, 23, 0));
  cr_expect_eq(ccl_rule_local(&ordinal, 2028), utc(2028, 2, 28, 23, 0));
  julian.number = 59;
  cr_expect_eq(ccl_rule_local(&julian, 2028), utc(2028, 2, 28, 2, 0));
  ccl_zone_rule rule = { 3600,
                         7200,
                         { .kind = CCL_RULE_JULIAN, .number = 100, .time = 7200 },
                         { .kind = CCL_RULE_JULIAN, .number = 300, .time = 10800 } };
  ccl_rule_change before, after;
  cr_expect_eq(ccl_rule_around(&rule, utc(2028, 7, 1, 0, 0), &before, &after), 7200);
  cr_expect(before.at == utc(2028, 4, 10, 1, 0) && after.at == utc(2028, 10, 27, 1, 0));
  cr_expect_eq(ccl_rule_around(&rule, utc(2028, 12, 31, 23, 30), &before, &after), 3600);
  cr_expect(before.at == utc(2028, 10, 27, 1, 0) && after.at == utc(2029, 4, 10, 1, 0));
}

Test(zone, offsets_without_change) {
  cr_expect_eq(ccl_zone_offset(zone("UTC"), utc(2026, 7, 1, 0, 0)), 0);
  cr_expect_eq(ccl_zone_offset(zone("Asia/Kathmandu"), utc(2090, 7, 1, 0, 0)), 20700);
  cr_expect_eq(ccl_zone_span_at(zone("UTC"), 0).from, INT64_MIN);
  cr_expect_eq(ccl_zone_span_at(zone("UTC"), 0).to, INT64_MAX);
  cr_expect_eq(ccl_zone_offset(zone("Europe/Paris"), utc(1800, 1, 1, 0, 0)), 561); /* local mean time */
  cr_expect_eq(ccl_zone_offset(zone("Asia/Kolkata"), utc(9999, 12, 31, 23, 59)), 19800);
}

Test(zone, names) {
  cr_expect_null(ccl_zone_find(CCL_STR("Europe/Pari")));
  cr_expect_null(ccl_zone_find(CCL_STR("europe/paris")));
  cr_expect_null(ccl_zone_find(CCL_STR("")));
  cr_expect_null(ccl_zone_find(CCL_STR("localtime")));
  cr_expect_null(ccl_zone_find(CCL_STR("posix/Europe/Paris")));
  cr_expect(ccl_str_is(ccl_zone_name(zone("US/Eastern")), "US/Eastern"));
  cr_expect_gt(ccl_zone_count(), 400);
  for (size_t i = 0; i < ccl_zone_count(); i++) {
    ccl_str name = ccl_zone_name(ccl_zone_at(i));
    cr_expect_eq(ccl_zone_find(name), ccl_zone_at(i), "%.*s", (int)name.len, name.ptr);
  }
  cr_expect_gt(ccl_zone_tzdata_version().len, 0);
}

Test(zone, nearest_name) {
  static const struct {
    const char *typed, *expected;
  } rows[] = { { "europe/paris", "Europe/Paris" },    { "Paris", "Europe/Paris" },
               { "Europe/Pari", "Europe/Paris" },     { "Europe/Parsi", "Europe/Paris" },
               { "new york", "America/New_York" },    { " Europe/Paris ", "Europe/Paris" },
               { "casablanca", "Africa/Casablanca" }, { "Europe/Zrich", "Europe/Zurich" },
               { "the moon and the stars", "" },      { "", "" } };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_str found = ccl_zone_nearest(ccl_str_from(rows[i].typed));
    cr_expect(ccl_str_is(found, rows[i].expected), "%s: %.*s", rows[i].typed, (int)found.len, found.ptr);
  }
}

static void expect_local(const char *name, ccl_local local, ccl_local_kind kind, int64_t instant) {
  int64_t found = 0;
  ccl_local_kind got = ccl_zone_instant(zone(name), local, &found);
  cr_expect_eq(got, kind, "%s %d %d: kind %d", name, local.day, local.second, got);
  cr_expect_eq(found, instant, "%s %d %d: %lld", name, local.day, local.second, (long long)(found - instant));
}

Test(zone, local_times) {
  const char *paris = "Europe/Paris";
  expect_local(paris, at(2026, 3, 29, 1, 59), CCL_LOCAL_ONCE, utc(2026, 3, 29, 0, 59));
  expect_local(paris, at(2026, 3, 29, 2, 0), CCL_LOCAL_SKIPPED, utc(2026, 3, 29, 1, 0));
  expect_local(paris, at(2026, 3, 29, 2, 30), CCL_LOCAL_SKIPPED, utc(2026, 3, 29, 1, 0));
  expect_local(paris, at(2026, 3, 29, 3, 0), CCL_LOCAL_ONCE, utc(2026, 3, 29, 1, 0));
  expect_local(paris, at(2026, 10, 25, 1, 59), CCL_LOCAL_ONCE, utc(2026, 10, 24, 23, 59));
  expect_local(paris, at(2026, 10, 25, 2, 0), CCL_LOCAL_TWICE, utc(2026, 10, 25, 0, 0));
  expect_local(paris, at(2026, 10, 25, 2, 59), CCL_LOCAL_TWICE, utc(2026, 10, 25, 0, 59));
  expect_local(paris, at(2026, 10, 25, 3, 0), CCL_LOCAL_ONCE, utc(2026, 10, 25, 2, 0));
  expect_local("Australia/Lord_Howe", at(2026, 4, 5, 1, 45), CCL_LOCAL_TWICE, utc(2026, 4, 4, 14, 45));
  expect_local("Australia/Lord_Howe", at(2026, 10, 4, 2, 15), CCL_LOCAL_SKIPPED, utc(2026, 10, 3, 15, 30));
  expect_local("Pacific/Apia", at(2011, 12, 29, 23, 59), CCL_LOCAL_ONCE, utc(2011, 12, 30, 9, 59));
  expect_local("Pacific/Apia", at(2011, 12, 30, 12, 0), CCL_LOCAL_SKIPPED, utc(2011, 12, 30, 10, 0));
  expect_local("Pacific/Apia", at(2011, 12, 31, 0, 0), CCL_LOCAL_ONCE, utc(2011, 12, 30, 10, 0));
  expect_local("America/Sao_Paulo", at(2018, 11, 4, 0, 0), CCL_LOCAL_SKIPPED, utc(2018, 11, 4, 3, 0));
  expect_local("America/Sao_Paulo", at(2018, 2, 17, 23, 30), CCL_LOCAL_TWICE, utc(2018, 2, 18, 1, 30));
  expect_local("Asia/Kathmandu", at(2026, 1, 1, 0, 0), CCL_LOCAL_ONCE, utc(2025, 12, 31, 18, 15));
}

Test(zone, day_starts) {
  ccl_day change = ccl_day_from((ccl_ymd){ 2018, 11, 4 });
  const ccl_zone *sao_paulo = zone("America/Sao_Paulo"), *apia = zone("Pacific/Apia"),
                 *johns = zone("America/St_Johns");
  int64_t begin = ccl_zone_day_start(sao_paulo, change);
  cr_expect_eq(begin, utc(2018, 11, 4, 3, 0));
  ccl_local local = ccl_zone_local(sao_paulo, begin);
  cr_expect(local.day == change && local.second == 3600);
  cr_expect_eq(ccl_zone_day_start(sao_paulo, change + 1) - begin, 23 * 3600);
  /* 17 February 2018 has 25 hours there: its last one twice. */
  cr_expect_eq(ccl_zone_day_start(sao_paulo, ccl_day_from((ccl_ymd){ 2018, 2, 18 })) -
                   ccl_zone_day_start(sao_paulo, ccl_day_from((ccl_ymd){ 2018, 2, 17 })),
               25 * 3600);
  ccl_day skipped = ccl_day_from((ccl_ymd){ 2011, 12, 30 });
  cr_expect_eq(ccl_zone_day_start(apia, skipped), utc(2011, 12, 30, 10, 0));
  cr_expect_eq(ccl_zone_day_start(apia, skipped + 1), utc(2011, 12, 30, 10, 0));
  /* The clock went back from 00:01 to 23:01 the day before. */
  cr_expect_eq(ccl_zone_day_start(johns, ccl_day_from((ccl_ymd){ 2010, 11, 7 })), utc(2010, 11, 7, 2, 30));
  cr_expect_eq(ccl_zone_local(johns, utc(2010, 11, 7, 2, 45)).day, ccl_day_from((ccl_ymd){ 2010, 11, 6 }));
}

/* For every zone, around every change of a century and at the first second of some days: there and back again. */
Test(zone, there_and_back) {
  for (size_t i = 0; i < ccl_zone_count(); i++) {
    const ccl_zone *it = ccl_zone_at(i);
    const char *name = ccl_zone_name(it).ptr;
    int64_t last = utc(2060, 1, 1, 0, 0);
    for (int64_t t = utc(1960, 1, 1, 0, 0); t < last;) {
      ccl_zone_span span = ccl_zone_span_at(it, t);
      cr_assert(span.from <= t && t < span.to, "%s %lld", name, (long long)t);
      int64_t ends[] = { span.from, t, span.to - 1 };
      for (size_t k = 0; k < 3; k++) {
        int64_t back;
        if (ends[k] < utc(1950, 1, 1, 0, 0) || ends[k] > last)
          continue;
        ccl_local local = ccl_zone_local(it, ends[k]);
        ccl_local_kind kind = ccl_zone_instant(it, local, &back);
        cr_assert(kind != CCL_LOCAL_SKIPPED && (back == ends[k] || (kind == CCL_LOCAL_TWICE && back < ends[k])),
                  "%s %lld", name, (long long)ends[k]);
        cr_assert(ccl_zone_day_start(it, local.day) <= ends[k], "%s %lld", name, (long long)ends[k]);
      }
      t = span.to;
    }
  }
}

/* The C library reads the host's files: compare only when they are those that were embedded. */
static bool host_has_our_version(void) {
  char line[64] = "";
  FILE *file = fopen("/usr/share/zoneinfo/tzdata.zi", "r");
  if (file == NULL)
    return false;
  bool read = fgets(line, sizeof line, file) != NULL;
  fclose(file);
  size_t head = strlen("# version ");
  line[strcspn(line, "\n")] = 0;
  return read && strlen(line) > head && ccl_str_is(ccl_zone_tzdata_version(), line + head);
}

Test(zone, every_zone_as_the_c_library_says) {
  if (!host_has_our_version())
    return;
  for (size_t i = 0; i < ccl_zone_count(); i++) {
    const ccl_zone *it = ccl_zone_at(i);
    const char *name = ccl_zone_name(it).ptr;
    setenv("TZ", name, 1);
    tzset();
    for (int64_t t = utc(1890, 1, 1, 0, 0) + (int64_t)i * 7919; t < utc(2130, 1, 1, 0, 0);
         t += 19 * 86400 + 5 * 3600 + 7) {
      struct tm local;
      time_t when = (time_t)t;
      cr_assert_not_null(localtime_r(&when, &local));
      cr_assert_eq(ccl_zone_offset(it, t), local.tm_gmtoff, "%s %lld: %d, not %ld", name, (long long)t,
                   ccl_zone_offset(it, t), local.tm_gmtoff);
    }
    /* The two sides of every change from 1970 to 2060. */
    for (int64_t t = utc(1970, 1, 1, 0, 0); t < utc(2060, 1, 1, 0, 0); t = ccl_zone_span_at(it, t).to) {
      for (int64_t side = t - 1; side <= t; side++) {
        struct tm local;
        time_t when = (time_t)side;
        cr_assert_not_null(localtime_r(&when, &local));
        cr_assert_eq(ccl_zone_offset(it, side), local.tm_gmtoff, "%s %lld", name, (long long)side);
      }
    }
  }
}

Test(zone, instants_are_exact) {
  ccl_instant a = { 10, 500000000 }, b = { -3, 250000000 };
  cr_expect(ccl_rat_eq(ccl_instant_minus(a, b), ccl_rat_frac(53, 4)));
  cr_expect(ccl_rat_eq(ccl_instant_rat(b), ccl_rat_frac(-11, 4)));
  cr_expect_gt(ccl_instant_cmp(a, b), 0);
  cr_expect_lt(ccl_instant_cmp(b, a), 0);
  cr_expect_eq(ccl_instant_cmp(a, a), 0);
  cr_expect_lt(ccl_instant_cmp((ccl_instant){ 10, 0 }, a), 0);
  cr_expect_eq(ccl_instant_min(a, b).seconds, -3);
  ccl_instant far = { INT64_C(253402300799), 999999999 };
  cr_expect(ccl_rat_eq(ccl_instant_minus(far, (ccl_instant){ INT64_C(-62135596800), 0 }),
                       ccl_rat_sub(ccl_rat_int(INT64_C(315537897600)), ccl_rat_frac(1, 1000000000))));
}

Test(zone, text_of_an_instant) {
  static const struct {
    const char *zone;
    ccl_instant at;
    const char *text;
  } rows[] = { { "Europe/Paris", { 1792891800, 250000000 }, "2026-10-25T02:30:00.25+01:00" },
               { "Europe/Paris", { 1792888200, 0 }, "2026-10-25T02:30:00+02:00" },
               { "Europe/Paris", { 1792884600, 0 }, "2026-10-25T01:30:00+02:00" },
               { "America/St_Johns", { 0, 1 }, "1969-12-31T20:30:00.000000001-03:30" },
               { "Europe/Paris", { -4000000000, 0 }, "1843-03-31T17:02:41+00:09:21" } };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_str text = ccl_instant_text(ccl_zone_find(ccl_str_from(rows[i].zone)), rows[i].at);
    cr_expect(ccl_str_is(text, rows[i].text), "%s, not %.*s", rows[i].text, (int)text.len, text.ptr);
  }
}

Test(zone, nothing_breaks_at_the_ends_of_time) {
  for (size_t i = 0; i < ccl_zone_count(); i++) {
    const ccl_zone *it = ccl_zone_at(i);
    cr_assert_eq(ccl_zone_local(it, INT64_MAX).day, CCL_DAY_MAX);
    cr_assert_eq(ccl_zone_local(it, INT64_MIN).day, CCL_DAY_MIN);
    cr_assert_eq(ccl_zone_span_at(it, INT64_MAX).to, INT64_MAX);
    cr_assert_eq(ccl_zone_span_at(it, INT64_MIN).from, INT64_MIN);
    cr_assert_eq(ccl_zone_local(it, ccl_zone_day_start(it, CCL_DAY_MAX)).day, CCL_DAY_MAX);
    cr_assert_eq(ccl_zone_local(it, ccl_zone_day_start(it, CCL_DAY_MIN)).day, CCL_DAY_MIN);
  }
}
