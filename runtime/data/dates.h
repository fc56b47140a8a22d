/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The days that a column of dates or times names, as small numbers, and what the clock of each slot of such a day means:
 * all that a calendar, a zone or a clock change says is asked once for a day and slot, then looked up. A slot is a part
 * of a day of equal length; a slot in which the clocks change is irregular: its times are read one by one.
 *
 * Threads share a column's list; only the thread that adds writes, and publishes a new number with ccl_dates.count under
 * a lock of its own. Outside the collector.
 */
#ifndef CCL_DATA_DATES_H
#define CCL_DATA_DATES_H

#include "data/moment.h"

enum { CCL_DATES_MOST = 4096, CCL_DATES_NO = 0 }; /* number 0: the value is missing */

/* What a date in a file is: a day by the wall clock of the file, perhaps with its distance from UTC. */
typedef struct ccl_date_key {
  ccl_day day;
  int32_t offset;
  bool has_offset;
} ccl_date_key;

#define CCL_SLOT_IRREGULAR INT64_MIN

typedef struct ccl_dates {
  bool is_day; /* a column of dates: one slot, no instants */
  uint32_t slots; /* in a day */
  int32_t slot_seconds;
  const ccl_zone *file_zone, *zone; /* of the file's times without offset; of the contract */
  ccl_date_key *keys;
  int64_t *starts; /* number × slots + slot: the instant of the file's midnight, by the offset of the slot */
  ccl_day *days; /* the same: the day in the contract's zone */
  size_t count; /* at least 1: number 0 */
} ccl_dates;

void ccl_dates_init(ccl_dates *dates, bool is_day, uint32_t slots, const ccl_zone *file_zone, const ccl_zone *zone);
void ccl_dates_free(ccl_dates *dates);
/* The number of a day that is in the list already; CCL_DATES_NO: it is not. */
uint32_t ccl_dates_find(const ccl_dates *dates, ccl_date_key key);
/* Adds a day that is not in the list, without publishing it: its number is ccl_dates.count. False: the list is full. */
bool ccl_dates_add(ccl_dates *dates, ccl_date_key key);

#endif
