/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of holidays (clause 4.5): rules, and whether a day is one. Pure: computed for each question, nothing is kept
 * or allocated. */
#ifndef CCL_CALENDAR_HOLIDAYS_H
#define CCL_CALENDAR_HOLIDAYS_H

#include "value/date.h"

typedef enum ccl_holiday_kind {
  CCL_HOLIDAY_EACH, /* each 1 January; 29 February only in leap years */
  CCL_HOLIDAY_EASTER, /* easter + N days */
  CCL_HOLIDAY_ON /* on 2026-12-24 */
} ccl_holiday_kind;

typedef struct ccl_holiday {
  ccl_holiday_kind kind;
  int32_t month, day; /* EACH: 1–12, 1–31 */
  int32_t shift; /* EASTER: days after Easter Sunday, negative before */
  ccl_day date; /* ON */
  ccl_str name;
} ccl_holiday;

typedef struct ccl_holidays {
  ccl_str name; /* of the list */
  const ccl_holiday *items;
  size_t count;
} ccl_holidays;

/* The first rule of the list that falls on the day, or NULL: no holiday. */
const ccl_holiday *ccl_holidays_find(const ccl_holidays *list, ccl_day day);
bool ccl_holidays_has(const ccl_holidays *list, ccl_day day);

#endif
