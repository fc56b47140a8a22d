/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers and durations as they stand in files of activity (cli.md 3): exact, never through a machine format. */
#ifndef CCL_DATA_FIGURE_H
#define CCL_DATA_FIGURE_H

#include "value/rational.h"

typedef enum ccl_figure_state {
  CCL_FIGURE_READ,
  CCL_FIGURE_WRONG,
  CCL_FIGURE_COMMA, /* a decimal comma or groups where the file may not have them */
  CCL_FIGURE_LARGE /* beyond CCL_LIMIT_NUMBER_BITS */
} ccl_figure_state;

enum { CCL_FIGURE_EXACT = -1, CCL_FIGURE_PLACES = 18 };

typedef struct ccl_figure {
  int64_t mantissa; /* the figure × 10^places */
  int32_t places; /* 0 to CCL_FIGURE_PLACES, or CCL_FIGURE_EXACT: it is `exact` */
  ccl_rat exact;
} ccl_figure;

/* "1234.5", "-3"; with `comma` also "1234,5" and groups of three by a blank. */
ccl_figure_state ccl_figure_read(ccl_str text, bool comma, ccl_figure *out);
/* "01:02:30", "2:30": in seconds; seconds may have a fraction. WRONG also for a text without a colon. */
ccl_figure_state ccl_figure_read_clock(ccl_str text, bool comma, ccl_figure *out);

ccl_rat ccl_figure_rat(ccl_figure figure);
int64_t ccl_power_of_ten(int32_t places); /* 0 to 18 */

/* What turns figures of a unit into base units. */
typedef struct ccl_figure_scale {
  int64_t factor; /* × factor / 10^places … */
  int32_t places;
  bool is_exact; /* … unless no decimals do: × exact */
  ccl_rat exact;
} ccl_figure_scale;

ccl_figure_scale ccl_figure_scale_of(ccl_rat scale);
ccl_figure ccl_figure_scaled(ccl_figure figure, const ccl_figure_scale *scale);

#endif
