/* SPDX-License-Identifier: Apache-2.0 */
/* Holidays, bands, gaps, unreachable bands, and the cutting of intervals; laws are tried on calendars made by a
 * small generator. */
#include <criterion/criterion.h>

#include "base/mem.h"
#include "calendar/band.h"

static void start(void) {
  ccl_mem_init();
  ccl_rat_init();
}

TestSuite(band, .init = start);

#define HOUR 3600
#define COUNT(array) (sizeof(array) / sizeof *(array))

static ccl_day date(int year, int month, int day) {
  return ccl_day_from((ccl_ymd){ year, month, day });
}

/* ---- a generator of random numbers with a fixed seed ---- */

typedef struct dice {
  uint64_t state;
} dice;

static uint32_t roll(dice *d, uint32_t below) {
  d->state = d->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(d->state >> 33) % below;
}

/* ---- holidays ---- */

static const ccl_holiday french[] = {
  { .kind = CCL_HOLIDAY_EACH, .month = 1, .day = 1, .name = CCL_STR_INIT("Jour de l'an") },
  { .kind = CCL_HOLIDAY_EASTER, .shift = 1, .name = CCL_STR_INIT("Lundi de Pâques") },
  { .kind = CCL_HOLIDAY_EASTER, .shift = 39, .name = CCL_STR_INIT("Ascension") },
  { .kind = CCL_HOLIDAY_EACH, .month = 5, .day = 1, .name = CCL_STR_INIT("Travail") },
  { .kind = CCL_HOLIDAY_ON, .date = 20811, .name = CCL_STR_INIT("Fermeture") }
};
static const ccl_holidays list = { CCL_STR_INIT("FR"), french, COUNT(french) };
static const ccl_holiday eve[] = { { .kind = CCL_HOLIDAY_EASTER, .shift = -1, .name = CCL_STR_INIT("Samedi saint") } };
static const ccl_holidays eves = { CCL_STR_INIT("veilles"), eve, COUNT(eve) };

Test(band, holidays) {
  cr_expect_eq(french[4].date, date(2026, 12, 24));
  static const struct {
    int year, month, day;
    const char *name;
  } rows[] = { { 2026, 1, 1, "Jour de l'an" }, { 2026, 4, 6, "Lundi de Pâques" },
               { 2026, 5, 14, "Ascension" },   { 2026, 12, 24, "Fermeture" },
               { 2027, 12, 24, NULL },         { 2027, 3, 29, "Lundi de Pâques" },
               { 2026, 4, 5, NULL },           { 2027, 1, 1, "Jour de l'an" },
               { 2026, 5, 2, NULL },           { 2008, 5, 1, "Ascension" } };
  for (size_t i = 0; i < COUNT(rows); i++) {
    const ccl_holiday *found = ccl_holidays_find(&list, date(rows[i].year, rows[i].month, rows[i].day));
    if (rows[i].name == NULL)
      cr_expect_null(found, "%d-%d-%d", rows[i].year, rows[i].month, rows[i].day);
    else
      cr_expect(found != NULL && ccl_str_is(found->name, rows[i].name), "%s", rows[i].name);
  }
  cr_expect(ccl_holidays_has(&eves, date(2026, 4, 4)));
}

Test(band, holidays_far_from_easter) {
  /* 300 days before Easter is in the year before; 400 days after, a year later. */
  ccl_holiday rules[] = { { .kind = CCL_HOLIDAY_EASTER, .shift = -300 },
                          { .kind = CCL_HOLIDAY_EASTER, .shift = 400 },
                          { .kind = CCL_HOLIDAY_EASTER, .shift = INT32_MAX },
                          { .kind = CCL_HOLIDAY_EASTER, .shift = INT32_MIN } };
  ccl_holidays far = { CCL_STR_INIT("far"), rules, COUNT(rules) };
  int seen = 0;
  for (ccl_day day = date(2026, 1, 1); day <= date(2026, 12, 31); day++) {
    bool expected = day == ccl_easter(2027) - 300 || day == ccl_easter(2026) - 300 || day == ccl_easter(2025) + 400;
    cr_expect_eq(ccl_holidays_has(&far, day), expected, "%d", day);
    seen += expected;
  }
  cr_expect_eq(seen, 2);
  cr_expect_not(ccl_holidays_has(&far, CCL_DAY_MIN));
  cr_expect_not(ccl_holidays_has(&far, CCL_DAY_MAX));
}

/* A leap day is a holiday only when there is one. */
Test(band, holiday_on_a_leap_day) {
  ccl_holiday rule = { .kind = CCL_HOLIDAY_EACH, .month = 2, .day = 29 };
  ccl_holidays leap = { CCL_STR_INIT("leap"), &rule, 1 };
  cr_expect(ccl_holidays_has(&leap, date(2028, 2, 29)));
  for (ccl_day day = date(2026, 1, 1); day <= date(2027, 12, 31); day++)
    cr_expect_not(ccl_holidays_has(&leap, day));
}

/* ---- bands ---- */

#define DAYS(a, b, f, t)                                                                                               \
  { .kind = CCL_SLOT_DAYS, .first_weekday = a, .last_weekday = b, .from = f, .to = t }
#define SPAN(a, f, b, t)                                                                                               \
  { .kind = CCL_SLOT_SPAN, .first_weekday = a, .last_weekday = b, .from = f, .to = t }
#define FREE(l, f, t)                                                                                                  \
  { .kind = CCL_SLOT_HOLIDAYS, .holidays = l, .from = f, .to = t }
#define REST                                                                                                           \
  { .kind = CCL_SLOT_OTHERWISE }
#define BAND(n, s)                                                                                                     \
  { CCL_STR_INIT(n), s, COUNT(s) }
#define CALENDAR(b)                                                                                                    \
  { CCL_STR_INIT("test"), b, COUNT(b) }

static void expect_band(const ccl_calendar *calendar, int year, int month, int day, int hour, int minute,
                        const char *name) {
  int32_t band = ccl_calendar_band(calendar, (ccl_local){ date(year, month, day), hour * HOUR + minute * 60 });
  ccl_str found = band == CCL_NO_BAND ? CCL_STR("") : calendar->bands[band].name;
  cr_expect(ccl_str_is(found, name), "%d-%d-%d %d:%d is %.*s, not %s", year, month, day, hour, minute, (int)found.len,
            found.ptr, name);
}

static const ccl_slot night[] = { DAYS(1, 5, 20 * HOUR, 8 * HOUR) };
static const ccl_slot weekend[] = { DAYS(6, 7, 0, CCL_DAY_SECONDS) };
static const ccl_slot otherwise[] = { REST };
static const ccl_band opening_bands[] = { BAND("night", night), BAND("weekend", weekend), BAND("open", otherwise) };
static const ccl_calendar opening = CALENDAR(opening_bands);

/* A night belongs to the day on which it starts (2026-06-05 is a Friday). */
Test(band, past_midnight) {
  expect_band(&opening, 2026, 6, 5, 19, 59, "open");
  expect_band(&opening, 2026, 6, 5, 20, 0, "night");
  expect_band(&opening, 2026, 6, 6, 3, 0, "night");
  expect_band(&opening, 2026, 6, 6, 8, 0, "weekend");
  expect_band(&opening, 2026, 6, 7, 23, 0, "weekend");
  expect_band(&opening, 2026, 6, 8, 3, 0, "open"); /* Sunday has no night */
  expect_band(&opening, 2026, 6, 9, 3, 0, "night");
  expect_band(&opening, 2026, 6, 9, 8, 0, "open");
}

Test(band, holidays_and_their_evenings) {
  static const ccl_slot off[] = { FREE(&list, 0, CCL_DAY_SECONDS), FREE(&eves, 18 * HOUR, CCL_DAY_SECONDS) };
  static const ccl_slot week[] = { DAYS(1, 5, 0, CCL_DAY_SECONDS) };
  static const ccl_band bands[] = { BAND("off", off), BAND("week", week), BAND("other", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  expect_band(&calendar, 2026, 4, 4, 17, 59, "other");
  expect_band(&calendar, 2026, 4, 4, 18, 0, "off");
  expect_band(&calendar, 2026, 4, 5, 0, 0, "other");
  expect_band(&calendar, 2026, 4, 6, 0, 0, "off");
  expect_band(&calendar, 2026, 4, 6, 23, 59, "off");
  expect_band(&calendar, 2026, 4, 7, 0, 0, "week");
}

Test(band, holiday_night_goes_on_the_next_morning) {
  static const ccl_slot off[] = { FREE(&list, 20 * HOUR, 6 * HOUR) };
  static const ccl_band bands[] = { BAND("off", off), BAND("rest", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  expect_band(&calendar, 2026, 5, 1, 5, 0, "rest"); /* 30 April is no holiday */
  expect_band(&calendar, 2026, 5, 1, 20, 0, "off");
  expect_band(&calendar, 2026, 5, 2, 5, 59, "off");
  expect_band(&calendar, 2026, 5, 2, 6, 0, "rest");
  expect_band(&calendar, 1, 1, 1, 5, 0, "rest"); /* the day before the first of all */
}

Test(band, spans_over_several_days) {
  static const ccl_slot away[] = { SPAN(5, 20 * HOUR, 1, 6 * HOUR) };
  static const ccl_slot middle[] = { SPAN(3, 12 * HOUR, 4, CCL_DAY_SECONDS) };
  static const ccl_band bands[] = { BAND("away", away), BAND("middle", middle), BAND("rest", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  expect_band(&calendar, 2026, 6, 5, 19, 59, "rest");
  expect_band(&calendar, 2026, 6, 5, 20, 0, "away");
  expect_band(&calendar, 2026, 6, 7, 12, 0, "away");
  expect_band(&calendar, 2026, 6, 8, 5, 59, "away");
  expect_band(&calendar, 2026, 6, 8, 6, 0, "rest");
  expect_band(&calendar, 2026, 6, 10, 11, 59, "rest");
  expect_band(&calendar, 2026, 6, 10, 12, 0, "middle");
  expect_band(&calendar, 2026, 6, 11, 23, 59, "middle");
  expect_band(&calendar, 2026, 6, 12, 0, 0, "rest");
}

Test(band, weekdays_over_the_end_of_the_week) {
  static const ccl_slot off[] = { DAYS(6, 1, 22 * HOUR, 2 * HOUR) };
  static const ccl_band bands[] = { BAND("off", off), BAND("rest", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  expect_band(&calendar, 2026, 6, 6, 1, 0, "rest"); /* Friday's night */
  expect_band(&calendar, 2026, 6, 6, 23, 0, "off");
  expect_band(&calendar, 2026, 6, 8, 23, 0, "off"); /* Monday */
  expect_band(&calendar, 2026, 6, 9, 1, 59, "off");
  expect_band(&calendar, 2026, 6, 9, 23, 0, "rest");
  /* The night of Sunday ends on Monday. */
  static const ccl_slot nights[] = { DAYS(6, 7, 20 * HOUR, 8 * HOUR) };
  static const ccl_band night_bands[] = { BAND("off", nights), BAND("rest", otherwise) };
  ccl_calendar weekends = CALENDAR(night_bands);
  expect_band(&weekends, 2026, 6, 8, 7, 59, "off");
  expect_band(&weekends, 2026, 6, 8, 8, 0, "rest");
  expect_band(&weekends, 2026, 6, 9, 7, 59, "rest");
  /* An end at 00:00 is midnight. */
  static const ccl_slot evening[] = { DAYS(1, 7, 20 * HOUR, 0) };
  static const ccl_band evening_bands[] = { BAND("evening", evening), BAND("rest", otherwise) };
  ccl_calendar evenings = CALENDAR(evening_bands);
  expect_band(&evenings, 2026, 6, 9, 23, 59, "evening");
  expect_band(&evenings, 2026, 6, 10, 0, 0, "rest");
}

Test(band, limits_of_a_day) {
  ccl_band_limit limits[16];
  cr_assert_leq(ccl_calendar_limits_max(&opening), COUNT(limits));
  static const struct {
    int day;
    size_t count;
    ccl_band_limit limits[3];
  } rows[] = { { 5, 3, { { 0, 0 }, { 8 * HOUR, 2 }, { 20 * HOUR, 0 } } },
               { 6, 2, { { 0, 0 }, { 8 * HOUR, 1 } } },
               { 7, 1, { { 0, 1 } } },
               { 8, 2, { { 0, 2 }, { 20 * HOUR, 0 } } } };
  for (size_t i = 0; i < COUNT(rows); i++) {
    size_t count = ccl_calendar_limits(&opening, date(2026, 6, rows[i].day), limits);
    cr_assert_eq(count, rows[i].count, "2026-06-%02d", rows[i].day);
    for (size_t k = 0; k < count; k++)
      cr_expect(limits[k].second == rows[i].limits[k].second && limits[k].band == rows[i].limits[k].band,
                "2026-06-%02d", rows[i].day);
  }
}

/* ---- gaps and bands that nothing reaches ---- */

Test(band, gaps) {
  ccl_week_gap gap;
  cr_expect_not(ccl_calendar_gap(&opening, &gap));
  static const ccl_slot week[] = { DAYS(1, 5, 0, CCL_DAY_SECONDS) }, saturday[] = { DAYS(6, 6, 0, CCL_DAY_SECONDS) };
  static const ccl_slot sunday[] = { FREE(&list, 0, CCL_DAY_SECONDS), DAYS(7, 7, 0, 9 * HOUR),
                                     DAYS(7, 7, 17 * HOUR, 0) };
  static const ccl_band bands[] = { BAND("week", week), BAND("saturday", saturday), BAND("sunday", sunday) };
  ccl_calendar two = { CCL_STR_INIT("two"), bands, 2 }, three = { CCL_STR_INIT("three"), bands, 3 };
  cr_assert(ccl_calendar_gap(&two, &gap));
  cr_expect(gap.weekday == 7 && gap.from == 0 && gap.to == CCL_DAY_SECONDS);
  cr_assert(ccl_calendar_gap(&three, &gap)); /* holidays cover no week for sure */
  cr_expect(gap.weekday == 7 && gap.from == 9 * HOUR && gap.to == 17 * HOUR);
  ccl_calendar none = { CCL_STR_INIT("none"), NULL, 0 };
  cr_assert(ccl_calendar_gap(&none, &gap));
  cr_expect(gap.weekday == 1 && gap.from == 0 && gap.to == CCL_DAY_SECONDS);
}

Test(band, unreachable) {
  static const ccl_slot week[] = { DAYS(1, 5, 0, CCL_DAY_SECONDS) }, morning[] = { DAYS(1, 5, 8 * HOUR, 12 * HOUR) };
  static const ccl_band bands[] = { BAND("week", week), BAND("morning", morning), BAND("rest", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  cr_expect(ccl_calendar_reaches(&calendar, 0));
  cr_expect_not(ccl_calendar_reaches(&calendar, 1));
  cr_expect(ccl_calendar_reaches(&calendar, 2));
  for (size_t i = 0; i < opening.band_count; i++)
    cr_expect(ccl_calendar_reaches(&opening, i));
  /* Holidays may fall on any day; a later slot of the same list cannot win, one of another list can. */
  static const ccl_slot off[] = { FREE(&list, 0, CCL_DAY_SECONDS) },
                        late[] = { FREE(&list, 18 * HOUR, CCL_DAY_SECONDS) };
  static const ccl_slot eve_night[] = { FREE(&eves, 18 * HOUR, CCL_DAY_SECONDS) },
                        over[] = { FREE(&list, 18 * HOUR, HOUR) };
  static const ccl_band free_bands[] = { BAND("off", off),   BAND("late", late),      BAND("eve", eve_night),
                                         BAND("over", over), BAND("rest", otherwise), BAND("never", week) };
  ccl_calendar free = CALENDAR(free_bands);
  static const bool expected[] = { true, false, true, true, true, false };
  for (size_t i = 0; i < COUNT(expected); i++)
    cr_expect_eq(ccl_calendar_reaches(&free, i), expected[i], "band %zu", i);
}

/* ---- calendars by chance ---- */

enum { MOST_BANDS = 5, MOST_SLOTS = 3 };

typedef struct chance {
  ccl_slot slots[MOST_BANDS][MOST_SLOTS];
  ccl_band bands[MOST_BANDS];
  ccl_calendar calendar;
} chance;

static int32_t quarter_hours(dice *d, int32_t most) {
  return (int32_t)roll(d, 6) == 0 ? most : (int32_t)roll(d, 96) * 900;
}

static ccl_slot slot_by_chance(dice *d, const ccl_holidays *lists) {
  ccl_slot slot = { .kind = (ccl_slot_kind)roll(d, 3),
                    .first_weekday = 1 + (int32_t)roll(d, 7),
                    .last_weekday = 1 + (int32_t)roll(d, 7),
                    .from = quarter_hours(d, 0),
                    .to = quarter_hours(d, CCL_DAY_SECONDS),
                    .holidays = &lists[roll(d, 2)] };
  if (slot.from == slot.to)
    slot.to = CCL_DAY_SECONDS;
  return slot;
}

static void calendar_by_chance(dice *d, const ccl_holidays *lists, chance *out) {
  out->calendar = (ccl_calendar){ CCL_STR_INIT("chance"), out->bands, 1 + roll(d, MOST_BANDS) };
  for (size_t i = 0; i < out->calendar.band_count; i++) {
    out->bands[i] = (ccl_band){ CCL_STR_INIT("band"), out->slots[i], 1 + roll(d, MOST_SLOTS) };
    for (size_t s = 0; s < out->bands[i].slot_count; s++)
      out->slots[i][s] = slot_by_chance(d, lists);
  }
}

Test(band, limits_agree_with_bands) {
  dice d = { 1 };
  ccl_holidays lists[2] = { list, eves };
  for (int round = 0; round < 300; round++) {
    chance c;
    ccl_band_limit limits[1 + 2 * MOST_BANDS * MOST_SLOTS];
    calendar_by_chance(&d, lists, &c);
    ccl_day day = date(2026, 4, 1) + (ccl_day)roll(&d, 60);
    size_t count = ccl_calendar_limits(&c.calendar, day, limits);
    cr_assert_leq(count, ccl_calendar_limits_max(&c.calendar));
    cr_assert_eq(limits[0].second, 0);
    size_t at = 0;
    for (int32_t second = 0; second < CCL_DAY_SECONDS; second += 300) {
      while (at + 1 < count && limits[at + 1].second <= second)
        at++;
      cr_assert_eq(limits[at].band, ccl_calendar_band(&c.calendar, (ccl_local){ day, second }), "%d %d", day, second);
    }
    for (size_t i = 1; i < count; i++)
      cr_assert(limits[i].second > limits[i - 1].second && limits[i].band != limits[i - 1].band);
  }
}

/* Tries every state of two lists of holidays, today and yesterday, on every quarter of an hour of the week. */
Test(band, reaches_and_gaps_agree_with_trying) {
  dice d = { 2 };
  for (int round = 0; round < 60; round++) {
    ccl_holiday rules[2][2];
    ccl_holidays lists[2] = { { CCL_STR_INIT("A"), rules[0], 2 }, { CCL_STR_INIT("B"), rules[1], 2 } };
    bool reached[MOST_BANDS] = { false }, gap_found = false;
    ccl_week_gap gap;
    chance c;
    calendar_by_chance(&d, lists, &c);
    bool has_gap = ccl_calendar_gap(&c.calendar, &gap);
    for (int32_t weekday = 1; weekday <= 7; weekday++) {
      ccl_day day = date(2026, 6, 1) + weekday - 1;
      for (unsigned state = 0; state < 16; state++) {
        for (unsigned bit = 0; bit < 4; bit++)
          rules[bit / 2][bit % 2] = (ccl_holiday){ .kind = CCL_HOLIDAY_ON,
                                                   .date = state >> bit & 1 ? day - (ccl_day)(bit % 2) : CCL_DAY_MAX };
        for (int32_t second = 0; second < CCL_DAY_SECONDS; second += 900) {
          int32_t band = ccl_calendar_band(&c.calendar, (ccl_local){ day, second });
          if (band != CCL_NO_BAND) {
            reached[band] = true;
          } else if (state == 0 && !gap_found) {
            gap_found = true;
            cr_assert(has_gap && gap.weekday == weekday && gap.from == second, "%d", round);
          }
          if (state == 0 && has_gap && gap.weekday == weekday)
            cr_assert(second < gap.from || second >= gap.to || band == CCL_NO_BAND);
        }
      }
    }
    cr_assert_eq(has_gap, gap_found);
    for (size_t i = 0; i < c.calendar.band_count; i++)
      cr_assert_eq(ccl_calendar_reaches(&c.calendar, i), reached[i], "round %d, band %zu", round, i);
  }
}

/* ---- split by ---- */

static int64_t utc(int year, int month, int day, int hour, int minute) {
  return date(year, month, day) * (int64_t)CCL_DAY_SECONDS + hour * HOUR + minute * 60;
}

/* Seconds in each band of an interval. */
static void hours_by_band(const ccl_calendar *calendar, const char *zone, int64_t from, int64_t to, int64_t *bands) {
  ccl_band_limit limits[64];
  ccl_splitter splitter;
  ccl_piece piece;
  ccl_splitter_init(&splitter, ccl_zone_find(ccl_str_from(zone)), calendar, limits);
  ccl_splitter_begin(&splitter, (ccl_instant){ from, 0 }, (ccl_instant){ to, 0 });
  while (ccl_splitter_next(&splitter, &piece))
    bands[piece.band] += piece.to.seconds - piece.from.seconds;
}

Test(band, clock_change_nights) {
  static const ccl_slot dark[] = { DAYS(1, 7, 21 * HOUR, 6 * HOUR) };
  static const ccl_band bands[] = { BAND("night", dark), BAND("day", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  int64_t spring[2] = { 0 }, autumn[2] = { 0 }, twice[2] = { 0 };
  hours_by_band(&calendar, "Europe/Paris", utc(2026, 3, 28, 19, 0), utc(2026, 3, 29, 6, 0), spring);
  cr_expect(spring[0] == 8 * HOUR && spring[1] == 3 * HOUR);
  hours_by_band(&calendar, "Europe/Paris", utc(2026, 10, 24, 18, 0), utc(2026, 10, 25, 7, 0), autumn);
  cr_expect(autumn[0] == 10 * HOUR && autumn[1] == 3 * HOUR);
  hours_by_band(&calendar, "Europe/Paris", utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30), twice);
  cr_expect(twice[0] == HOUR && twice[1] == 0);
}

/* A limit at 02:30 in the hour that occurs twice is passed twice. */
Test(band, limit_inside_the_repeated_hour) {
  static const ccl_slot early[] = { DAYS(1, 7, 0, 2 * HOUR + 1800) };
  static const ccl_band bands[] = { BAND("early", early), BAND("late", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  ccl_band_limit limits[8];
  ccl_splitter splitter;
  ccl_piece piece;
  static const struct {
    int64_t minutes; /* after 00:00 UTC, 02:00 in Paris */
    int32_t band;
  } expected[] = { { 30, 0 }, { 60, 1 }, { 90, 0 }, { 180, 1 } };
  size_t at = 0;
  ccl_splitter_init(&splitter, ccl_zone_find(CCL_STR("Europe/Paris")), &calendar, limits);
  ccl_splitter_begin(&splitter, (ccl_instant){ utc(2026, 10, 25, 0, 0), 0 },
                     (ccl_instant){ utc(2026, 10, 25, 3, 0), 0 });
  while (ccl_splitter_next(&splitter, &piece)) {
    cr_assert_lt(at, COUNT(expected));
    cr_expect_eq(piece.to.seconds, utc(2026, 10, 25, 0, 0) + expected[at].minutes * 60);
    cr_expect_eq(piece.band, expected[at++].band);
  }
  cr_expect_eq(at, COUNT(expected));
}

Test(band, cut_at_midnight_and_month_end) {
  static const ccl_slot evening[] = { DAYS(1, 6, 18 * HOUR, 22 * HOUR) }, sunday[] = { DAYS(7, 7, 0, CCL_DAY_SECONDS) };
  static const ccl_band bands[] = { BAND("evening", evening), BAND("sunday", sunday), BAND("normal", otherwise) };
  ccl_calendar calendar = CALENDAR(bands);
  ccl_band_limit limits[16];
  ccl_splitter splitter;
  ccl_piece piece;
  /* Saturday 31 January 17:00 to Sunday 1 February 05:00, Paris. */
  static const struct {
    int month, day, band, hours;
  } expected[] = { { 1, 31, 2, 1 }, { 1, 31, 0, 4 }, { 1, 31, 2, 2 }, { 2, 1, 1, 5 } };
  size_t at = 0;
  ccl_splitter_init(&splitter, ccl_zone_find(CCL_STR("Europe/Paris")), &calendar, limits);
  ccl_splitter_begin(&splitter, (ccl_instant){ utc(2026, 1, 31, 16, 0), 0 }, (ccl_instant){ utc(2026, 2, 1, 4, 0), 0 });
  while (ccl_splitter_next(&splitter, &piece)) {
    cr_assert_lt(at, COUNT(expected));
    cr_expect_eq(piece.day, date(2026, expected[at].month, expected[at].day));
    cr_expect_eq(piece.band, expected[at].band);
    cr_expect_eq(piece.to.seconds - piece.from.seconds, expected[at++].hours * HOUR);
  }
  cr_expect_eq(at, COUNT(expected));
}

Test(band, days_that_are_skipped_or_repeated) {
  ccl_splitter splitter;
  ccl_piece piece;
  /* Apia: from 29 December 22:00 to 31 December 02:00 by the clock are four hours on two days. */
  ccl_splitter_init(&splitter, ccl_zone_find(CCL_STR("Pacific/Apia")), NULL, NULL);
  ccl_splitter_begin(&splitter, (ccl_instant){ utc(2011, 12, 30, 8, 0), 0 },
                     (ccl_instant){ utc(2011, 12, 30, 12, 0), 0 });
  cr_assert(ccl_splitter_next(&splitter, &piece));
  cr_expect(piece.day == date(2011, 12, 29) && piece.to.seconds == utc(2011, 12, 30, 10, 0));
  cr_assert(ccl_splitter_next(&splitter, &piece));
  cr_expect(piece.day == date(2011, 12, 31) && piece.to.seconds == utc(2011, 12, 30, 12, 0));
  cr_expect_not(ccl_splitter_next(&splitter, &piece));
  /* São Paulo, end of summer time: the last hour of 17 February twice, one piece of 25 hours. */
  ccl_splitter_init(&splitter, ccl_zone_find(CCL_STR("America/Sao_Paulo")), NULL, NULL);
  ccl_splitter_begin(&splitter, (ccl_instant){ utc(2018, 2, 17, 2, 0), 0 }, (ccl_instant){ utc(2018, 2, 18, 4, 0), 0 });
  cr_assert(ccl_splitter_next(&splitter, &piece));
  cr_expect(piece.day == date(2018, 2, 17) && piece.to.seconds == utc(2018, 2, 18, 3, 0));
  cr_assert(ccl_splitter_next(&splitter, &piece));
  cr_expect_eq(piece.day, date(2018, 2, 18));
}

Test(band, empty_intervals_have_no_piece) {
  ccl_splitter splitter;
  ccl_piece piece;
  ccl_splitter_init(&splitter, ccl_zone_find(CCL_STR("UTC")), NULL, NULL);
  ccl_splitter_begin(&splitter, (ccl_instant){ 100, 5 }, (ccl_instant){ 100, 5 });
  cr_expect_not(ccl_splitter_next(&splitter, &piece));
  ccl_splitter_begin(&splitter, (ccl_instant){ 100, 5 }, (ccl_instant){ 100, 4 });
  cr_expect_not(ccl_splitter_next(&splitter, &piece));
  ccl_splitter_begin(&splitter, (ccl_instant){ 100, 4 }, (ccl_instant){ 100, 5 });
  cr_assert(ccl_splitter_next(&splitter, &piece));
  cr_expect(ccl_rat_eq(ccl_instant_minus(piece.to, piece.from), ccl_rat_frac(1, 1000000000)));
  cr_expect_not(ccl_splitter_next(&splitter, &piece));
}

static void expect_inside(const ccl_zone *zone, const ccl_calendar *calendar, ccl_piece piece, int64_t seconds) {
  ccl_local local = ccl_zone_local(zone, seconds);
  cr_assert(local.day == piece.day && ccl_calendar_band(calendar, local) == piece.band, "%lld", (long long)seconds);
}

/* Any interval, any calendar, any zone: no hole, the sum is exact, each piece has its day and band throughout,
 * neighbours differ. */
Test(band, pieces_add_up) {
  dice d = { 3 };
  ccl_holidays lists[2] = { list, eves };
  for (int round = 0; round < 1500; round++) {
    chance c;
    ccl_band_limit limits[1 + 2 * MOST_BANDS * MOST_SLOTS];
    ccl_splitter splitter;
    ccl_piece piece, before = { .band = -2 };
    calendar_by_chance(&d, lists, &c);
    const ccl_zone *zone = ccl_zone_at(roll(&d, (uint32_t)ccl_zone_count()));
    ccl_splitter_init(&splitter, zone, &c.calendar, limits);
    for (int turn = 0; turn < 4; turn++) {
      ccl_instant from = { utc(1990, 1, 1, 0, 0) + roll(&d, 2000000000),
                           (int32_t)roll(&d, 2) * (int32_t)roll(&d, 999999999) };
      if (turn > 0) /* near a clock change, where there is one */
        from.seconds = ccl_zone_span_at(zone, from.seconds).to < utc(2060, 1, 1, 0, 0)
                           ? ccl_zone_span_at(zone, from.seconds).to - roll(&d, 90000)
                           : from.seconds;
      ccl_instant to = { from.seconds + roll(&d, 400000), (int32_t)roll(&d, 999999999) };
      ccl_instant at = from;
      ccl_rat sum = CCL_RAT_ZERO;
      before.band = -2;
      ccl_splitter_begin(&splitter, from, to);
      while (ccl_splitter_next(&splitter, &piece)) {
        cr_assert_eq(ccl_instant_cmp(piece.from, at), 0);
        cr_assert_lt(ccl_instant_cmp(piece.from, piece.to), 0);
        cr_assert(before.band != piece.band || before.day != piece.day);
        expect_inside(zone, &c.calendar, piece, piece.from.seconds);
        expect_inside(zone, &c.calendar, piece, piece.to.nanos > 0 ? piece.to.seconds : piece.to.seconds - 1);
        expect_inside(zone, &c.calendar, piece, piece.from.seconds + (piece.to.seconds - piece.from.seconds) / 3);
        sum = ccl_rat_add(sum, ccl_instant_minus(piece.to, piece.from));
        at = piece.to;
        before = piece;
      }
      if (ccl_instant_cmp(from, to) < 0)
        cr_assert(ccl_rat_eq(sum, ccl_instant_minus(to, from)));
    }
  }
}
