/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Time zones by IANA name, from data that is embedded when the program is built (embed_zones.c). The host's zone files,
 * TZ and the clock are never read. Nothing here allocates but the functions that return a new text or a ccl_rat: worker
 * threads may call the rest.
 *
 * An instant is exact: whole seconds since 1970-01-01T00:00:00Z and nanoseconds. Instants and days are meant for the
 * years 1 to 9999 (CCL_DAY_MIN … CCL_DAY_MAX); the day of an instant beyond them is the first or last of these.
 */
#ifndef CCL_CALENDAR_ZONE_H
#define CCL_CALENDAR_ZONE_H

#include "value/date.h"
#include "value/rational.h"

#define CCL_DAY_SECONDS 86400

typedef struct ccl_instant {
  int64_t seconds; /* UTC; rounded down when there are nanoseconds, also before 1970 */
  int32_t nanos; /* 0 to 999,999,999 */
} ccl_instant;

int ccl_instant_cmp(ccl_instant a, ccl_instant b);
ccl_instant ccl_instant_min(ccl_instant a, ccl_instant b);
ccl_rat ccl_instant_minus(ccl_instant a, ccl_instant b); /* seconds from b to a: elapsed clock time (clause 2) */
ccl_rat ccl_instant_rat(ccl_instant a); /* seconds since 1970 */

typedef struct ccl_zone ccl_zone; /* one name; lives as long as the program */

const ccl_zone *ccl_zone_find(ccl_str name); /* exact spelling; NULL: unknown */
/* "Europe/Paris" for "europe/paris", "Paris" or "Europe/Pari"; empty: nothing near. */
ccl_str ccl_zone_nearest(ccl_str name);
ccl_str ccl_zone_name(const ccl_zone *zone); /* as it was asked for: links keep their own name */
ccl_str ccl_zone_tzdata_version(void); /* "2026b", or "unknown" */
size_t ccl_zone_count(void);
const ccl_zone *ccl_zone_at(size_t index); /* by name in byte order, index < count */

/* A stretch of time during which the offset does not change. Walk the clock changes of a range with span_at(zone,
 * span.to). */
typedef struct ccl_zone_span {
  int64_t from, to; /* [from, to), seconds; INT64_MIN and INT64_MAX: no limit */
  int32_t offset; /* seconds to add to UTC for local time */
} ccl_zone_span;

ccl_zone_span ccl_zone_span_at(const ccl_zone *zone, int64_t seconds);
int32_t ccl_zone_offset(const ccl_zone *zone, int64_t seconds);

/* A time on the wall of the zone. */
typedef struct ccl_local {
  ccl_day day;
  int32_t second; /* of the day, by the clock on the wall: 0 to 86399 */
} ccl_local;

ccl_local ccl_zone_local(const ccl_zone *zone, int64_t seconds);
/* The same with an offset that is known already (that of a span, or one written in the data). */
ccl_local ccl_local_of(int64_t seconds, int32_t offset);

typedef enum ccl_local_kind {
  CCL_LOCAL_ONCE,
  CCL_LOCAL_SKIPPED, /* a clock change skips it */
  CCL_LOCAL_TWICE /* it occurs twice: the earlier is meant (cli.md 3) */
} ccl_local_kind;

/* The instant of a local time. Skipped: *seconds is the first instant after the gap (the data reader makes an error
 * of it). */
ccl_local_kind ccl_zone_instant(const ccl_zone *zone, ccl_local local, int64_t *seconds);

/*
 * The first instant at which the clock shows midnight of `day` or later. Where a clock change skips midnight this is
 * the instant of the change; a day that the zone skips altogether (Pacific/Apia, 2011-12-30) starts and ends at that
 * same instant. Where a change just after midnight goes back over it (America/St_Johns, before 2011) a few instants
 * after the start still belong to the day before: the day of a row is always that of ccl_zone_local.
 */
int64_t ccl_zone_day_start(const ccl_zone *zone, ccl_day day);

/* "2026-10-25T02:30:00.25+02:00": local time with its offset, for messages and traces. */
ccl_str ccl_instant_text(const ccl_zone *zone, ccl_instant instant);

#endif
