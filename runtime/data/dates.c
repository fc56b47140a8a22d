/* SPDX-License-Identifier: Apache-2.0 */
/* Days and their slots. */
#include "data/dates.h"

#include "data/arena.h"

static void *room(size_t count, size_t size) {
  size_t cap = 0;
  return ccl_plain_grow(NULL, &cap, count, size);
}

void ccl_dates_init(ccl_dates *dates, bool is_day, uint32_t slots, const ccl_zone *file_zone, const ccl_zone *zone) {
  *dates = (ccl_dates){ .is_day = is_day, .slots = slots, .file_zone = file_zone, .zone = zone };
  dates->slot_seconds = CCL_DAY_SECONDS / (int32_t)slots;
  dates->keys = room(CCL_DATES_MOST, sizeof *dates->keys);
  dates->starts = room((size_t)CCL_DATES_MOST * slots, sizeof *dates->starts);
  dates->days = room((size_t)CCL_DATES_MOST * slots, sizeof *dates->days);
  dates->keys[0] = (ccl_date_key){ 0 };
  for (uint32_t slot = 0; slot < slots; slot++) {
    dates->starts[slot] = CCL_SLOT_IRREGULAR;
    dates->days[slot] = CCL_DAY_MIN;
  }
  dates->count = 1;
}

void ccl_dates_free(ccl_dates *dates) {
  ccl_plain_free(dates->keys);
  ccl_plain_free(dates->starts);
  ccl_plain_free(dates->days);
  *dates = (ccl_dates){ 0 };
}

uint32_t ccl_dates_find(const ccl_dates *dates, ccl_date_key key) {
  for (size_t i = dates->count; i > 1; i--) {
    const ccl_date_key *own = &dates->keys[i - 1];
    if (own->day == key.day && own->has_offset == key.has_offset && own->offset == key.offset)
      return (uint32_t)(i - 1);
  }
  return CCL_DATES_NO;
}

/* The instant of a second of the day; false: the clocks skip it. */
static bool instant_of(const ccl_dates *dates, ccl_date_key key, int32_t second, int64_t *out) {
  if (key.has_offset) {
    *out = (int64_t)key.day * CCL_DAY_SECONDS + second - key.offset;
    return true;
  }
  return ccl_zone_instant(dates->file_zone, (ccl_local){ key.day, second }, out) != CCL_LOCAL_SKIPPED;
}

/* Fills one slot: regular when the clocks of the file and of the contract run through it, and its borders are borders
 * of slots for the contract too. */
static void fill(ccl_dates *dates, ccl_date_key key, uint32_t slot, size_t at) {
  int32_t first = (int32_t)slot * dates->slot_seconds, last = first + dates->slot_seconds - 1;
  int64_t from, to;
  dates->starts[at] = CCL_SLOT_IRREGULAR;
  dates->days[at] = CCL_DAY_MIN;
  if (!instant_of(dates, key, first, &from) || !instant_of(dates, key, last, &to) || to - from != last - first)
    return;
  ccl_zone_span span = ccl_zone_span_at(dates->zone, from);
  if (to >= span.to)
    return;
  ccl_local local = ccl_local_of(from, span.offset);
  if (local.second % dates->slot_seconds != 0 || local.day < CCL_DAY_MIN || local.day > CCL_DAY_MAX)
    return;
  dates->starts[at] = from - first;
  dates->days[at] = local.day;
}

/* Fills all slots at once when the clocks of the file and of the contract run through the whole day. False: they do
 * not, or the contract's slots begin elsewhere. */
static bool fill_whole(ccl_dates *dates, ccl_date_key key, size_t at) {
  enum { LAST = CCL_DAY_SECONDS - 1 };
  int64_t from, to;
  if (!instant_of(dates, key, 0, &from) || !instant_of(dates, key, LAST, &to) || to - from != LAST)
    return false;
  if (!key.has_offset && to >= ccl_zone_span_at(dates->file_zone, from).to)
    return false;
  ccl_zone_span span = ccl_zone_span_at(dates->zone, from);
  ccl_local local = ccl_local_of(from, span.offset);
  if (to >= span.to || local.second % dates->slot_seconds != 0 || local.day < CCL_DAY_MIN || local.day >= CCL_DAY_MAX)
    return false;
  for (uint32_t slot = 0; slot < dates->slots; slot++) {
    dates->starts[at + slot] = from;
    dates->days[at + slot] = local.day + (local.second + (int32_t)slot * dates->slot_seconds) / CCL_DAY_SECONDS;
  }
  return true;
}

bool ccl_dates_add(ccl_dates *dates, ccl_date_key key) {
  size_t number = dates->count;
  if (number == CCL_DATES_MOST)
    return false;
  dates->keys[number] = key;
  if (dates->is_day) {
    dates->starts[number] = 0;
    dates->days[number] = key.day;
    return true;
  }
  if (!fill_whole(dates, key, number * dates->slots))
    for (uint32_t slot = 0; slot < dates->slots; slot++)
      fill(dates, key, slot, number * dates->slots + slot);
  return true;
}
