/* SPDX-License-Identifier: Apache-2.0 */
/* data/moment: dates and times in ISO 8601 and in the formats of Unicode TR 35. */
#include "data/moment.h"
#include "plan_build.h"

TestSuite(moment, .init = begin_plan);

static const char *const states[] = { "read", "wrong", "no day", "no hour", "weekday", "skipped" };

/* The instant as the clocks of Paris show it, or why there is none. */
static ccl_str instant_text(ccl_moment_state state, ccl_moment moment) {
  const ccl_zone *zone = ccl_zone_find(S("Europe/Paris"));
  ccl_instant instant;
  if (state == CCL_MOMENT_READ)
    state = ccl_moment_instant(moment, zone, &instant);
  return state == CCL_MOMENT_READ ? ccl_instant_text(zone, instant) : S(states[state]);
}

Test(moment, iso) {
  static const struct {
    const char *text, *expected;
  } rows[] = {
    { "2026-10-31 09:00", "2026-10-31T09:00:00+01:00" },
    { "2026-10-31T9:00:05", "2026-10-31T09:00:05+01:00" },
    { "2026-10-31t09:00:00.25", "2026-10-31T09:00:00.25+01:00" },
    { "2026-10-31 09:00:00,5", "2026-10-31T09:00:00.5+01:00" },
    { "2026-10-31T09:00:00.123456789000", "2026-10-31T09:00:00.123456789+01:00" },
    { "2026-10-31T09:00:00.1234567891", "wrong" },
    { "2026-10-31T09:00:00Z", "2026-10-31T10:00:00+01:00" },
    { "2026-10-31T09:00z", "2026-10-31T10:00:00+01:00" },
    { "2026-10-31 09:00:00 +0200", "2026-10-31T08:00:00+01:00" },
    { "2026-10-31T09:00:00-05:00", "2026-10-31T15:00:00+01:00" },
    { "2026-10-31T09:00:00+01", "2026-10-31T09:00:00+01:00" },
    { "2026-10-31T09:00:00+25:00", "no hour" },
    { "2026-10-31T09:00:00+1", "wrong" },
    { "2026-02-30 10:00", "no day" },
    { "2026-13-01 10:00", "no day" },
    { "0000-01-01 10:00", "no day" },
    { "2026-10-31 24:00", "no hour" },
    { "2026-10-31 25:00", "no hour" },
    { "2026-10-31 10:60", "no hour" },
    { "2026-10-31 10:00:60", "no hour" },
    { "2026-10-31", "wrong" },
    { "2026-10-31 ", "wrong" },
    { "31/10/2026 10:00", "wrong" },
    { "2026-10-31 10:00 h", "wrong" },
    { "", "wrong" },
    { "2026-03-29 02:30", "skipped" },
    { "2026-03-29T02:30+01:00", "2026-03-29T03:30:00+02:00" },
    { "2026-10-25 02:30", "2026-10-25T02:30:00+02:00" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_moment moment = { 0 };
    ccl_moment_state state = ccl_moment_read_iso(S(rows[i].text), &moment);
    same_text(instant_text(state, moment), rows[i].expected, rows[i].text);
  }
}

Test(moment, dates) {
  ccl_day day;
  cr_expect(ccl_moment_read_date(S("2028-02-29"), &day) == CCL_MOMENT_READ && day == date(2028, 2, 29));
  cr_expect(ccl_moment_read_date(S("2027-02-29"), &day) == CCL_MOMENT_NO_DAY);
  cr_expect(ccl_moment_read_date(S("2027-02-2"), &day) == CCL_MOMENT_WRONG);
  cr_expect(ccl_moment_read_date(S("2027-02-20 10:00"), &day) == CCL_MOMENT_WRONG);
}

Test(moment, formats) {
  static const struct {
    const char *format, *text, *expected;
  } rows[] = {
    { "dd/MM/yyyy HH:mm:ss", "02/10/2026 09:00:05", "2026-10-02T09:00:05+02:00" },
    { "dd/MM/yyyy HH:mm:ss", "2/10/2026 9:00:05", "2026-10-02T09:00:05+02:00" },
    { "dd/MM/yyyy HH:mm:ss", "02/10/2026\u00A009:00:05", "2026-10-02T09:00:05+02:00" },
    { "dd/MM/yyyy HH:mm:ss", "02-10-2026 09:00:05", "wrong" },
    { "dd/MM/yyyy HH:mm:ss", "31/09/2026 09:00:05", "no day" },
    { "dd/MM/yyyy HH:mm:ss", "02/10/2026 24:00:05", "no hour" },
    { "dd/MM/yyyy HH:mm:ss", "02/10/2026 09:00:05 x", "wrong" },
    { "d.M.yy H:mm", "2.1.26 7:05", "2026-01-02T07:05:00+01:00" },
    { "yyyyMMddHHmmss", "20261002090005", "2026-10-02T09:00:05+02:00" },
    { "yyyyMMddHHmmss", "2026102090005", "no hour" },
    { "d MMMM yyyy HH'h'mm", "2 octobre 2026 09h30", "2026-10-02T09:30:00+02:00" },
    { "d MMM yyyy HH:mm", "2 Oct 2026 09:30", "2026-10-02T09:30:00+02:00" },
    { "d MMM yyyy HH:mm", "2 f\u00e9vr. 2026 09:30", "2026-02-02T09:30:00+01:00" },
    { "d MMMM yyyy HH:mm", "2 AO\u00DBT 2026 09:30", "2026-08-02T09:30:00+02:00" },
    { "d MMMM yyyy HH:mm", "2 brumaire 2026 09:30", "wrong" },
    { "EEEE d MMMM yyyy HH:mm", "vendredi 2 octobre 2026 09:30", "2026-10-02T09:30:00+02:00" },
    { "EEE, d MMM yyyy HH:mm", "Fri, 2 Oct 2026 09:30", "2026-10-02T09:30:00+02:00" },
    { "EEE d MMM yyyy HH:mm", "mar. 3 mars 2026 09:30", "2026-03-03T09:30:00+01:00" },
    { "EEEE d MMMM yyyy HH:mm", "lundi 2 octobre 2026 09:30", "weekday" },
    { "MM/dd/yyyy h:mm a", "10/02/2026 9:30 PM", "2026-10-02T21:30:00+02:00" },
    { "MM/dd/yyyy hh:mm a", "10/02/2026 12:30 a.m.", "2026-10-02T00:30:00+02:00" },
    { "MM/dd/yyyy h:mm a", "10/02/2026 13:30 PM", "no hour" },
    { "MM/dd/yyyy h:mm a", "10/02/2026 9:30 XM", "wrong" },
    { "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2026-10-02T09:00:05.250Z", "2026-10-02T11:00:05.25+02:00" },
    { "yyyy-MM-dd'T'HH:mm:ssXXX", "2026-10-02T09:00:05-05:00", "2026-10-02T16:00:05+02:00" },
    { "yyyy-MM-dd HH:mm:ss Z", "2026-10-02 09:00:05 +0100", "2026-10-02T10:00:05+02:00" },
    { "yyyy-MM-dd HH:mm:ssX", "2026-10-02 09:00:05+01", "2026-10-02T10:00:05+02:00" },
    { "'le' dd.MM ''yy HH 'o''clock'", "le 02.10 '26 09 o'clock", "2026-10-02T09:00:00+02:00" },
    { "dd/MM/yyyy", "29/03/2026", "2026-03-29T00:00:00+01:00" },
    { "dd/MM/yyyy HH:mm", "29/03/2026 02:30", "skipped" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_moment_format *format = ccl_moment_format_new(S(rows[i].format));
    ccl_moment moment = { 0 };
    ccl_moment_state state = ccl_moment_read(format, S(rows[i].text), &moment);
    same_text(instant_text(state, moment), rows[i].expected, rows[i].text);
    ccl_moment_format_free(format);
  }
}
