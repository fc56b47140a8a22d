/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Instants, and time zones over the embedded tables (zone_table.h). Everything follows from one primitive,
 * ccl_zone_span_at. What a local time means for a contract (which error, which period) is left to the callers.
 */
#include "calendar/zone.h"

#include "base/utf8.h"
#include "calendar/zone_table.h"

/* Years 1 to 9999 and a day around them: no sum with an offset or a day leaves 64 bits. */
#define FIRST_SECOND ((CCL_DAY_MIN - (int64_t)1) * CCL_DAY_SECONDS)
#define LAST_SECOND ((CCL_DAY_MAX + (int64_t)2) * CCL_DAY_SECONDS)
/* More than any offset: 26 hours. */
#define FARTHEST (26 * 3600)

/* ---- instants ---- */

int ccl_instant_cmp(ccl_instant a, ccl_instant b) {
  if (a.seconds != b.seconds)
    return a.seconds < b.seconds ? -1 : 1;
  return (a.nanos > b.nanos) - (a.nanos < b.nanos);
}

ccl_instant ccl_instant_min(ccl_instant a, ccl_instant b) {
  return ccl_instant_cmp(a, b) <= 0 ? a : b;
}

ccl_rat ccl_instant_rat(ccl_instant a) {
  return ccl_rat_add(ccl_rat_int(a.seconds), ccl_rat_frac(a.nanos, 1000000000));
}

ccl_rat ccl_instant_minus(ccl_instant a, ccl_instant b) {
  return ccl_rat_sub(ccl_instant_rat(a), ccl_instant_rat(b));
}

/* ---- names ---- */

static ccl_str name_at(size_t index) {
  return ccl_str_from(ccl_zone_names[index].name);
}

const ccl_zone *ccl_zone_find(ccl_str name) {
  size_t low = 0, high = ccl_zone_name_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = ccl_str_cmp(name, name_at(middle));
    if (order == 0)
      return &ccl_zone_names[middle];
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

/* Lower case, with _ for blanks. Names of zones are plain ASCII. */
static ccl_str folded(ccl_str text) {
  ccl_buf buf = { 0 };
  for (size_t i = 0; i < text.len; i++) {
    char byte = text.ptr[i];
    if (byte == ' ')
      byte = '_';
    else if (byte >= 'A' && byte <= 'Z')
      byte = (char)(byte - 'A' + 'a');
    ccl_buf_char(&buf, byte);
  }
  return ccl_buf_str(&buf);
}

/* "Paris" of "Europe/Paris", "Buenos_Aires" of "America/Argentina/Buenos_Aires". */
static ccl_str place_of(ccl_str name) {
  size_t start = name.len;
  while (start > 0 && name.ptr[start - 1] != '/')
    start--;
  return ccl_str_sub(name, start, name.len);
}

ccl_str ccl_zone_nearest(ccl_str name) {
  ccl_str wanted = folded(ccl_str_trim(name)), best = CCL_STR("");
  size_t allowed = wanted.len < 6 ? 1 : wanted.len < 9 ? 2 : 3, nearest = allowed + 1;
  if (ccl_utf8_invalid_at(wanted) >= 0)
    return best;
  for (size_t i = 0; i < ccl_zone_name_count; i++) {
    ccl_str known = folded(name_at(i));
    /* The same place in a region is nearer than another spelling; ties go to the first in the order of names. */
    size_t whole = ccl_utf8_distance(wanted, known, allowed);
    size_t place = ccl_utf8_distance(wanted, place_of(known), allowed);
    size_t distance = whole <= place ? whole : place;
    if (distance < nearest) {
      nearest = distance;
      best = name_at(i);
    }
  }
  return best;
}

ccl_str ccl_zone_name(const ccl_zone *zone) {
  return ccl_str_from(zone->name);
}

ccl_str ccl_zone_tzdata_version(void) {
  return ccl_str_from(ccl_zone_version);
}

size_t ccl_zone_count(void) {
  return ccl_zone_name_count;
}

const ccl_zone *ccl_zone_at(size_t index) {
  return &ccl_zone_names[index];
}

/* ---- from instant to local time ---- */

/* The index of the last change that is not after `seconds`; the first one is not after it. */
static size_t change_before(const int64_t *times, size_t count, int64_t seconds) {
  size_t low = 0, high = count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (times[middle] <= seconds)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static ccl_zone_span span_by_rule(const ccl_zone_table *table, int64_t from, int64_t seconds) {
  ccl_zone_span span = { from, INT64_MAX, table->rule.standard };
  if (table->rule.standard == table->rule.summer)
    return span;
  ccl_rule_change before, after;
  span.offset = ccl_rule_around(&table->rule, seconds, &before, &after);
  if (before.at > from)
    span.from = before.at;
  span.to = seconds == LAST_SECOND ? INT64_MAX : after.at;
  return span;
}

ccl_zone_span ccl_zone_span_at(const ccl_zone *zone, int64_t seconds) {
  const ccl_zone_table *table = &ccl_zone_tables[zone->table];
  const int64_t *times = ccl_zone_times + table->first;
  const int32_t *offsets = ccl_zone_offsets + table->first;
  if (seconds < FIRST_SECOND)
    seconds = FIRST_SECOND;
  if (seconds > LAST_SECOND)
    seconds = LAST_SECOND;
  if (table->count == 0)
    return span_by_rule(table, INT64_MIN, seconds);
  if (seconds < times[0])
    return (ccl_zone_span){ INT64_MIN, times[0], table->before };
  size_t at = change_before(times, table->count, seconds);
  if (at + 1 < table->count)
    return (ccl_zone_span){ times[at], times[at + 1], offsets[at] };
  return span_by_rule(table, times[at], seconds);
}

int32_t ccl_zone_offset(const ccl_zone *zone, int64_t seconds) {
  return ccl_zone_span_at(zone, seconds).offset;
}

ccl_local ccl_zone_local(const ccl_zone *zone, int64_t seconds) {
  return ccl_local_of(seconds, ccl_zone_offset(zone, seconds));
}

ccl_local ccl_local_of(int64_t seconds, int32_t offset) {
  if (seconds < FIRST_SECOND)
    seconds = FIRST_SECOND;
  if (seconds > LAST_SECOND)
    seconds = LAST_SECOND;
  seconds += offset;
  int64_t day = seconds / CCL_DAY_SECONDS, second = seconds % CCL_DAY_SECONDS;
  if (second < 0) {
    second += CCL_DAY_SECONDS;
    day--;
  }
  if (day < CCL_DAY_MIN)
    day = CCL_DAY_MIN;
  if (day > CCL_DAY_MAX)
    day = CCL_DAY_MAX;
  return (ccl_local){ (ccl_day)day, (int32_t)second };
}

/* ---- from local time to instant ---- */

/* The first instant at which the clock shows `wall` (local seconds since 1970 on a line where days have 86400) or
 * later. */
static int64_t first_reaching(const ccl_zone *zone, int64_t wall) {
  ccl_zone_span span = ccl_zone_span_at(zone, wall - FARTHEST);
  for (;;) {
    int64_t at = wall - span.offset;
    if (at < span.from)
      at = span.from;
    if (at < span.to)
      return at;
    span = ccl_zone_span_at(zone, span.to);
  }
}

ccl_local_kind ccl_zone_instant(const ccl_zone *zone, ccl_local local, int64_t *seconds) {
  int64_t wall = (int64_t)local.day * CCL_DAY_SECONDS + local.second;
  int found = 0;
  ccl_zone_span span = ccl_zone_span_at(zone, wall - FARTHEST);
  for (;;) {
    int64_t at = wall - span.offset;
    if (at >= span.from && at < span.to && found++ == 0)
      *seconds = at;
    if (span.to > wall + FARTHEST)
      break;
    span = ccl_zone_span_at(zone, span.to);
  }
  if (found > 0)
    return found == 1 ? CCL_LOCAL_ONCE : CCL_LOCAL_TWICE;
  *seconds = first_reaching(zone, wall);
  return CCL_LOCAL_SKIPPED;
}

int64_t ccl_zone_day_start(const ccl_zone *zone, ccl_day day) {
  return first_reaching(zone, (int64_t)day * CCL_DAY_SECONDS);
}

/* ---- text ---- */

ccl_str ccl_instant_text(const ccl_zone *zone, ccl_instant instant) {
  int32_t offset = ccl_zone_offset(zone, instant.seconds), size = offset < 0 ? -offset : offset;
  ccl_local local = ccl_zone_local(zone, instant.seconds);
  ccl_buf buf = { 0 };
  ccl_buf_add(&buf, ccl_day_text(local.day));
  ccl_buf_printf(&buf, "T%02d:%02d:%02d", local.second / 3600, local.second / 60 % 60, local.second % 60);
  if (instant.nanos != 0) {
    ccl_buf_printf(&buf, ".%09d", instant.nanos);
    while (buf.ptr[buf.len - 1] == '0')
      buf.len--;
  }
  ccl_buf_printf(&buf, "%c%02d:%02d", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0)
    ccl_buf_printf(&buf, ":%02d", size % 60);
  return ccl_buf_str(&buf);
}
