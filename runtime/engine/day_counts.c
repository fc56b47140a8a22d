/* SPDX-License-Identifier: Apache-2.0 */
/* How many rows fall on each day. */
#include <stdlib.h>

#include "engine/gather.h"

void ccl_day_counts_add(ccl_day_counts *counts, ccl_day day) {
  ccl_day_counts_add_many(counts, day, 1);
}

void ccl_day_counts_add_many(ccl_day_counts *counts, ccl_day day, uint64_t rows) {
  if (counts->last < counts->len && counts->days[counts->last].day == day) {
    counts->days[counts->last].rows += rows;
    return;
  }
  uint32_t *place = ccl_pairs_put(&counts->places, 0, (uint32_t)day);
  if (*place == 0) {
    counts->days = ccl_vec_grow(counts->days, counts->len, &counts->cap, sizeof *counts->days);
    counts->days[counts->len++] = (struct ccl_day_count){ day, 0 };
    *place = (uint32_t)counts->len;
  }
  counts->last = *place - 1;
  counts->days[counts->last].rows += rows;
}

static int compare_days(const void *a, const void *b) {
  ccl_day x = ((const struct ccl_day_count *)a)->day, y = ((const struct ccl_day_count *)b)->day;
  return (x > y) - (x < y);
}

void ccl_day_counts_finish(ccl_day_counts *counts) {
  if (counts->len > 1)
    qsort(counts->days, counts->len, sizeof *counts->days, compare_days);
  ccl_pairs_free(&counts->places);
}

uint64_t ccl_day_counts_in(const ccl_day_counts *counts, ccl_days days) {
  uint64_t rows = 0;
  for (size_t i = 0; i < counts->len; i++)
    if (ccl_days_has(days, counts->days[i].day))
      rows += counts->days[i].rows;
  return rows;
}
