/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of holidays: one question, asked of each rule in turn. Which band a holiday then has is left to band.c. */
#include "calendar/holidays.h"

static bool falls_on(const ccl_holiday *rule, ccl_day day, ccl_ymd date) {
  switch (rule->kind) {
  case CCL_HOLIDAY_EACH: return date.month == rule->month && date.day == rule->day;
  case CCL_HOLIDAY_ON: return rule->date == day;
  case CCL_HOLIDAY_EASTER: {
    /* However large the shift: is the day that lies so far back an Easter Sunday? */
    int64_t sunday = (int64_t)day - rule->shift;
    return sunday >= CCL_DAY_MIN && sunday <= CCL_DAY_MAX && ccl_easter(ccl_day_ymd((ccl_day)sunday).year) == sunday;
  }
  }
  return false;
}

const ccl_holiday *ccl_holidays_find(const ccl_holidays *list, ccl_day day) {
  ccl_ymd date = ccl_day_ymd(day);
  for (size_t i = 0; i < list->count; i++)
    if (falls_on(&list->items[i], day, date))
      return &list->items[i];
  return NULL;
}

bool ccl_holidays_has(const ccl_holidays *list, ccl_day day) {
  return ccl_holidays_find(list, day) != NULL;
}
