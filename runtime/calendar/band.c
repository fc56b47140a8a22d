/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bands of a calendar. One function, slot_holds, says when a slot holds a time of the week, holidays left open; the
 * band of a day, its limits, the gaps and the bands that nothing reaches all follow from it. Whether the caller's slots
 * make sense is left to the checker.
 */
#include "calendar/band.h"

enum { WEEK = 7 };

typedef enum hold {
  HOLDS_NEVER,
  HOLDS_ALWAYS,
  HOLDS_IF_TODAY, /* if this day is a holiday of the slot's list */
  HOLDS_IF_YESTERDAY /* if the day before is one: the slot passes midnight */
} hold;

static int32_t day_before(int32_t weekday) {
  return weekday == 1 ? WEEK : weekday - 1;
}

static bool in_weekdays(const ccl_slot *slot, int32_t weekday) {
  bool after = weekday >= slot->first_weekday, before = weekday <= slot->last_weekday;
  return slot->first_weekday <= slot->last_weekday ? after && before : after || before;
}

static bool in_span(const ccl_slot *slot, int32_t weekday, int32_t second) {
  int32_t at = (weekday - 1) * CCL_DAY_SECONDS + second;
  int32_t from = (slot->first_weekday - 1) * CCL_DAY_SECONDS + slot->from;
  int32_t to = (slot->last_weekday - 1) * CCL_DAY_SECONDS + slot->to;
  return from <= to ? at >= from && at < to : at >= from || at < to;
}

/* When the slot holds `second` of such a weekday. */
static hold slot_holds(const ccl_slot *slot, int32_t weekday, int32_t second) {
  if (slot->kind == CCL_SLOT_OTHERWISE)
    return HOLDS_ALWAYS;
  if (slot->kind == CCL_SLOT_SPAN)
    return in_span(slot, weekday, second) ? HOLDS_ALWAYS : HOLDS_NEVER;
  bool passes_midnight = slot->to < slot->from;
  bool today = second >= slot->from && (passes_midnight || second < slot->to);
  bool yesterday = passes_midnight && second < slot->to;
  if (slot->kind == CCL_SLOT_HOLIDAYS)
    return today ? HOLDS_IF_TODAY : yesterday ? HOLDS_IF_YESTERDAY : HOLDS_NEVER;
  return (today && in_weekdays(slot, weekday)) || (yesterday && in_weekdays(slot, day_before(weekday))) ? HOLDS_ALWAYS
                                                                                                        : HOLDS_NEVER;
}

/* ---- the band of a local time ---- */

static bool slot_holds_on(const ccl_slot *slot, ccl_local local, int32_t weekday) {
  switch (slot_holds(slot, weekday, local.second)) {
  case HOLDS_NEVER: return false;
  case HOLDS_ALWAYS: return true;
  case HOLDS_IF_TODAY: return ccl_holidays_has(slot->holidays, local.day);
  case HOLDS_IF_YESTERDAY: return local.day > CCL_DAY_MIN && ccl_holidays_has(slot->holidays, local.day - 1);
  }
  return false;
}

int32_t ccl_calendar_band(const ccl_calendar *calendar, ccl_local local) {
  int32_t weekday = ccl_day_weekday(local.day);
  for (size_t i = 0; i < calendar->band_count; i++) {
    const ccl_band *band = &calendar->bands[i];
    for (size_t s = 0; s < band->slot_count; s++)
      if (slot_holds_on(&band->slots[s], local, weekday))
        return (int32_t)i;
  }
  return CCL_NO_BAND;
}

/* ---- limits ---- */

size_t ccl_calendar_limits_max(const ccl_calendar *calendar) {
  size_t max = 1;
  for (size_t i = 0; calendar != NULL && i < calendar->band_count; i++)
    max += 2 * calendar->bands[i].slot_count;
  return max;
}

/* Puts a second among the rising ones of out, once; returns how many there are. */
static size_t add_second(ccl_band_limit *out, size_t count, int32_t second) {
  size_t at = count;
  if (second >= CCL_DAY_SECONDS)
    return count;
  while (at > 0 && out[at - 1].second > second)
    at--;
  if (at > 0 && out[at - 1].second == second)
    return count;
  for (size_t i = count; i > at; i--)
    out[i] = out[i - 1];
  out[at] = (ccl_band_limit){ second, CCL_NO_BAND };
  return count + 1;
}

/* Every second of a day at which some slot may begin or end, 0 first. */
static size_t possible_limits(const ccl_calendar *calendar, ccl_band_limit *out) {
  size_t count = add_second(out, 0, 0);
  for (size_t i = 0; i < calendar->band_count; i++) {
    const ccl_band *band = &calendar->bands[i];
    for (size_t s = 0; s < band->slot_count; s++) {
      if (band->slots[s].kind == CCL_SLOT_OTHERWISE)
        continue;
      count = add_second(out, count, band->slots[s].from);
      count = add_second(out, count, band->slots[s].to);
    }
  }
  return count;
}

size_t ccl_calendar_limits(const ccl_calendar *calendar, ccl_day day, ccl_band_limit *out) {
  size_t count = possible_limits(calendar, out), kept = 0;
  for (size_t i = 0; i < count; i++) {
    ccl_band_limit limit = { out[i].second, ccl_calendar_band(calendar, (ccl_local){ day, out[i].second }) };
    if (kept == 0 || out[kept - 1].band != limit.band)
      out[kept++] = limit;
  }
  return kept;
}

/* ---- what a calendar covers ---- */

/* The smallest second after `second` at which some slot may begin or end; the end of the day when there is none. */
static int32_t next_limit(const ccl_calendar *calendar, int32_t second) {
  int32_t next = CCL_DAY_SECONDS;
  for (size_t i = 0; i < calendar->band_count; i++) {
    const ccl_band *band = &calendar->bands[i];
    for (size_t s = 0; s < band->slot_count; s++) {
      if (band->slots[s].kind == CCL_SLOT_OTHERWISE)
        continue;
      if (band->slots[s].from > second && band->slots[s].from < next)
        next = band->slots[s].from;
      if (band->slots[s].to > second && band->slots[s].to < next)
        next = band->slots[s].to;
    }
  }
  return next;
}

/* Whether the first `bands` bands take a time of the week for sure, holiday or not; or as soon as `given` holds (of
 * the list `holidays`). */
static bool taken(const ccl_calendar *calendar, size_t bands, int32_t weekday, int32_t second, hold given,
                  const ccl_holidays *holidays) {
  for (size_t i = 0; i < bands; i++) {
    const ccl_band *band = &calendar->bands[i];
    for (size_t s = 0; s < band->slot_count; s++) {
      hold when = slot_holds(&band->slots[s], weekday, second);
      if (when == HOLDS_ALWAYS || (when != HOLDS_NEVER && when == given && band->slots[s].holidays == holidays))
        return true;
    }
  }
  return false;
}

bool ccl_calendar_gap(const ccl_calendar *calendar, ccl_week_gap *gap) {
  for (int32_t weekday = 1; weekday <= WEEK; weekday++) {
    for (int32_t second = 0; second < CCL_DAY_SECONDS; second = next_limit(calendar, second)) {
      if (taken(calendar, calendar->band_count, weekday, second, HOLDS_NEVER, NULL))
        continue;
      *gap = (ccl_week_gap){ weekday, second, second };
      do
        gap->to = next_limit(calendar, gap->to);
      while (gap->to < CCL_DAY_SECONDS && !taken(calendar, calendar->band_count, weekday, gap->to, HOLDS_NEVER, NULL));
      return true;
    }
  }
  return false;
}

/* Whether a slot of the band can be the first to hold a time of the week. */
static bool reaches_at(const ccl_calendar *calendar, size_t band, int32_t weekday, int32_t second) {
  const ccl_band *it = &calendar->bands[band];
  for (size_t s = 0; s < it->slot_count; s++) {
    hold when = slot_holds(&it->slots[s], weekday, second);
    const ccl_holidays *holidays = when == HOLDS_ALWAYS ? NULL : it->slots[s].holidays;
    if (when != HOLDS_NEVER && !taken(calendar, band, weekday, second, when, holidays))
      return true;
  }
  return false;
}

bool ccl_calendar_reaches(const ccl_calendar *calendar, size_t band) {
  for (int32_t weekday = 1; weekday <= WEEK; weekday++)
    for (int32_t second = 0; second < CCL_DAY_SECONDS; second = next_limit(calendar, second))
      if (reaches_at(calendar, band, weekday, second))
        return true;
  return false;
}

/* ---- split by ---- */

void ccl_splitter_init(ccl_splitter *splitter, const ccl_zone *zone, const ccl_calendar *calendar,
                       ccl_band_limit *limits) {
  *splitter = (ccl_splitter){ .zone = zone, .calendar = calendar, .limits = limits };
}

void ccl_splitter_begin(ccl_splitter *splitter, ccl_instant from, ccl_instant to) {
  splitter->at = from;
  splitter->end = to;
}

/* The band at a local time, and the second of the day at which it ends. */
static int32_t band_until(ccl_splitter *splitter, ccl_local local, int32_t *until) {
  *until = CCL_DAY_SECONDS;
  if (splitter->calendar == NULL)
    return CCL_NO_BAND;
  if (splitter->limit_count == 0 || splitter->limits_day != local.day) {
    splitter->limit_count = ccl_calendar_limits(splitter->calendar, local.day, splitter->limits);
    splitter->limits_day = local.day;
  }
  size_t at = splitter->limit_count - 1;
  while (splitter->limits[at].second > local.second)
    at--;
  if (at + 1 < splitter->limit_count)
    *until = splitter->limits[at + 1].second;
  return splitter->limits[at].band;
}

/* What lies between `at` and the next band limit, midnight, clock change or the end of the interval. */
static ccl_piece stretch(ccl_splitter *splitter) {
  ccl_piece piece = { .from = splitter->at };
  int32_t until;
  int64_t second = splitter->at.seconds;
  if (second < splitter->span.from || second >= splitter->span.to)
    splitter->span = ccl_zone_span_at(splitter->zone, second);
  ccl_local local = ccl_local_of(second, splitter->span.offset);
  piece.day = local.day;
  piece.band = band_until(splitter, local, &until);
  second += until - local.second;
  if (second > splitter->span.to)
    second = splitter->span.to;
  piece.to = ccl_instant_min((ccl_instant){ second, 0 }, splitter->end);
  return piece;
}

bool ccl_splitter_next(ccl_splitter *splitter, ccl_piece *piece) {
  if (ccl_instant_cmp(splitter->at, splitter->end) >= 0)
    return false;
  *piece = stretch(splitter);
  splitter->at = piece->to;
  while (ccl_instant_cmp(splitter->at, splitter->end) < 0) {
    ccl_piece more = stretch(splitter);
    if (more.day != piece->day || more.band != piece->band)
      break;
    piece->to = splitter->at = more.to;
  }
  return true;
}
