/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calendars (clause 4.5): which band holds a local time, the band limits of a day, what a calendar does not cover, and
 * the cutting of an interval into pieces (`split by`, clause 5). Times are those of the clock on the wall. Nothing here
 * allocates: worker threads may call it.
 *
 * A calendar comes as data. The caller has made sure that weekdays are 1 to 7, `from` 0 to 86399, `to` 0 to 86400 and
 * that the two differ.
 */
#ifndef CCL_CALENDAR_BAND_H
#define CCL_CALENDAR_BAND_H

#include "calendar/holidays.h"
#include "calendar/zone.h"

typedef enum ccl_slot_kind {
  CCL_SLOT_DAYS, /* WEEKDAY [..WEEKDAY] [TIME..TIME]; a TIME..TIME alone has the weekdays 1..7 */
  CCL_SLOT_SPAN, /* WEEKDAY TIME .. WEEKDAY TIME: one stretch, over several days, over the end of the week too */
  CCL_SLOT_HOLIDAYS, /* holidays NAME [TIME..TIME] */
  CCL_SLOT_OTHERWISE
} ccl_slot_kind;

typedef struct ccl_slot {
  ccl_slot_kind kind;
  /* DAYS, SPAN. 1 Monday … 7 Sunday; last before first goes over the end of the week. */
  int32_t first_weekday, last_weekday;
  /* Seconds of the day; whole days: 0 and 86400. to < from passes midnight (DAYS, HOLIDAYS): what lies after midnight
   * belongs to the day on which it starts. */
  int32_t from, to;
  const ccl_holidays *holidays; /* HOLIDAYS */
} ccl_slot;

typedef struct ccl_band {
  ccl_str name;
  const ccl_slot *slots;
  size_t slot_count;
} ccl_band;

typedef struct ccl_calendar {
  ccl_str name;
  const ccl_band *bands; /* in the order of the file: the first that holds wins */
  size_t band_count;
} ccl_calendar;

#define CCL_NO_BAND (-1)

/* The index of the band that holds a local time; CCL_NO_BAND in a gap. */
int32_t ccl_calendar_band(const ccl_calendar *calendar, ccl_local local);

/* From `second` on, to the next limit or the end of the day, `band` holds. */
typedef struct ccl_band_limit {
  int32_t second; /* of the local day; the first limit has 0 */
  int32_t band; /* or CCL_NO_BAND; neighbours differ */
} ccl_band_limit;

size_t ccl_calendar_limits_max(const ccl_calendar *calendar); /* no day has more limits */
/* Fills out (room for limits_max) with the limits of one day, rising; returns how many (at least 1). */
size_t ccl_calendar_limits(const ccl_calendar *calendar, ccl_day day, ccl_band_limit *out);

/* ---- for the checker: a week in which every day may or may not be a holiday ---- */

typedef struct ccl_week_gap {
  int32_t weekday; /* 1 Monday … */
  int32_t from, to; /* seconds of that day, to excluded; 86400: its end */
} ccl_week_gap;

/* The first time of the week, from Monday 00:00 on, that no band holds when the day is no holiday. False: there is
 * none. */
bool ccl_calendar_gap(const ccl_calendar *calendar, ccl_week_gap *gap);
/* Whether any local time can be in the band, given the bands before it. Lists of holidays may fall on any day, each
 * by itself. */
bool ccl_calendar_reaches(const ccl_calendar *calendar, size_t band);

/* ---- split by ---- */

/* A piece of an interval: one local day, one band, never empty. */
typedef struct ccl_piece {
  ccl_instant from, to; /* [from, to) */
  ccl_day day; /* local day */
  int32_t band; /* CCL_NO_BAND in a gap, and always without a calendar */
} ccl_piece;

/* Cuts intervals, one after the other; remembers the limits of the last day, so that rows of one day cost little. */
typedef struct ccl_splitter {
  const ccl_zone *zone;
  const ccl_calendar *calendar;
  ccl_band_limit *limits;
  size_t limit_count; /* 0: none remembered */
  ccl_day limits_day;
  ccl_zone_span span; /* remembered; empty at first */
  ccl_instant at, end; /* what is still to be cut */
} ccl_splitter;

/* calendar may be NULL: cut at midnight only. `limits` is room for ccl_calendar_limits_max(calendar), the caller's. */
void ccl_splitter_init(ccl_splitter *splitter, const ccl_zone *zone, const ccl_calendar *calendar,
                       ccl_band_limit *limits);
void ccl_splitter_begin(ccl_splitter *splitter, ccl_instant from, ccl_instant to); /* from ≥ to: no piece */
/* The next piece in the order of time; false when there is none. The pieces follow one another without a hole: their
 * lengths add up to to − from, clock changes included. Neighbours differ in day or band. */
bool ccl_splitter_next(ccl_splitter *splitter, ccl_piece *piece);

#endif
