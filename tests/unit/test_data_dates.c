/* SPDX-License-Identifier: Apache-2.0 */
/* Days in slots against the zones themselves, second by second at their borders. */
#include "rows_build.h"

#include "data/dates.h"

TestSuite(dates, .init = begin_plan);

/* A second of the day by the file's clocks: its instant; false: skipped. */
static bool instant_of(const ccl_zone *zone, ccl_date_key key, int32_t second, int64_t *out) {
  if (key.has_offset) {
    *out = (int64_t)key.day * CCL_DAY_SECONDS + second - key.offset;
    return true;
  }
  return ccl_zone_instant(zone, (ccl_local){ key.day, second }, out) != CCL_LOCAL_SKIPPED;
}

/* What a regular slot says is so, at its ends and in its middle. How many are irregular. */
static size_t check(const ccl_dates *dates, ccl_date_key key, uint32_t number) {
  size_t irregular = 0;
  for (uint32_t slot = 0; slot < dates->slots; slot++) {
    size_t at = (size_t)number * dates->slots + slot;
    if (dates->starts[at] == CCL_SLOT_IRREGULAR) {
      irregular++;
      continue;
    }
    int32_t first = (int32_t)slot * dates->slot_seconds, last = first + dates->slot_seconds - 1;
    const int32_t seconds[] = { first, (first + last) / 2, last };
    for (size_t i = 0; i < 3; i++) {
      int64_t instant = 0;
      cr_assert(instant_of(dates->file_zone, key, seconds[i], &instant));
      cr_assert_eq(dates->starts[at] + seconds[i], instant, "day %d, slot %u", key.day, slot);
      ccl_local local = ccl_local_of(instant, ccl_zone_offset(dates->zone, instant));
      cr_assert_eq(dates->days[at], local.day, "day %d, slot %u", key.day, slot);
      cr_assert_eq(local.second / dates->slot_seconds,
                   ccl_local_of(dates->starts[at] + first, ccl_zone_offset(dates->zone, instant)).second /
                       dates->slot_seconds);
    }
  }
  return irregular;
}

Test(dates, two_years_in_all_kinds_of_zones) {
  static const char *const zones[] = { "Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
                                       "Pacific/Apia", "America/Santiago", "UTC" };
  enum { COUNT = sizeof zones / sizeof *zones, FROM = 15000, DAYS = 740 };
  for (size_t a = 0; a < COUNT; a++)
    for (size_t b = 0; b < COUNT; b++) {
      ccl_dates dates;
      ccl_dates_init(&dates, false, 24, ccl_zone_find(S(zones[a])), ccl_zone_find(S(zones[b])));
      size_t irregular = 0;
      for (int32_t d = 0; d < DAYS; d++) {
        ccl_date_key key = { FROM + d, d % 3 == 0 ? (d % 27 - 13) * 3600 : 0, d % 3 == 0 };
        cr_assert(ccl_dates_add(&dates, key));
        irregular += check(&dates, key, (uint32_t)dates.count++);
      }
      /* Half hours apart nothing is regular; else only where clocks change. */
      bool apart = a == 2 || b == 2 || a == 3 || b == 3;
      if (!apart)
        cr_assert(irregular < 60, "%s, %s: %zu", zones[a], zones[b], irregular);
      ccl_dates_free(&dates);
    }
}

Test(dates, a_full_list) {
  ccl_dates dates;
  ccl_dates_init(&dates, true, 1, NULL, NULL);
  for (int32_t d = 1; d < CCL_DATES_MOST; d++) {
    cr_assert(ccl_dates_add(&dates, (ccl_date_key){ d, 0, false }));
    dates.count++;
  }
  cr_assert_not(ccl_dates_add(&dates, (ccl_date_key){ CCL_DATES_MOST, 0, false }));
  cr_assert_eq(ccl_dates_find(&dates, (ccl_date_key){ 7, 0, false }), 7);
  cr_assert_eq(ccl_dates_find(&dates, (ccl_date_key){ 7, 0, true }), CCL_DATES_NO);
  ccl_dates_free(&dates);
}
