/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates and times as they stand in files of activity: ISO 8601, or the field's `format` with the letters of Unicode TR
 * 35 (clause 4.1), month and day names in French and English.
 */
#ifndef CCL_DATA_MOMENT_H
#define CCL_DATA_MOMENT_H

#include "calendar/zone.h"
#include "data/table.h"

typedef enum ccl_moment_state {
  CCL_MOMENT_READ,
  CCL_MOMENT_WRONG, /* another form */
  CCL_MOMENT_NO_DAY, /* 30 February */
  CCL_MOMENT_NO_HOUR, /* 25:00 */
  CCL_MOMENT_WEEKDAY, /* the day of the week is that of another date */
  CCL_MOMENT_SKIPPED /* a clock change skips it */
} ccl_moment_state;

/* What a text says. */
typedef struct ccl_moment {
  ccl_day day;
  int32_t second, nanos; /* of the day */
  bool has_offset;
  int32_t offset; /* seconds to add to UTC */
} ccl_moment;

ccl_moment_state ccl_moment_read_date(ccl_str text, ccl_day *out); /* 2026-10-31 */
ccl_moment_state ccl_moment_read_iso(ccl_str text, ccl_moment *out);

typedef struct ccl_format_item {
  char letter; /* of TR 35; 0: characters as they are; ' ': blanks */
  uint8_t count;
  ccl_str text;
} ccl_format_item;

typedef struct ccl_moment_format {
  ccl_format_item *items; /* collected memory */
  size_t count;
  ccl_table words; /* names seen, so that each is folded once; outside the collector */
  int32_t *meanings;
  size_t meaning_cap;
} ccl_moment_format;

ccl_moment_format *ccl_moment_format_new(ccl_str format);
ccl_moment_state ccl_moment_read(ccl_moment_format *format, ccl_str text, ccl_moment *out);
void ccl_moment_format_free(ccl_moment_format *format);

/* The instant of a moment: by its own offset, else on the clocks of the zone. */
ccl_moment_state ccl_moment_instant(ccl_moment moment, const ccl_zone *zone, ccl_instant *out);

#endif
