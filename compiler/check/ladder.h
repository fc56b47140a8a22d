/* SPDX-License-Identifier: Apache-2.0 */
/* A ladder as it stands on one day (clause 6.3): which values of its figure come to which rung. Shared by the checks about ladders and about caps. */
#ifndef CCL_CHECK_LADDER_H
#define CCL_CHECK_LADDER_H

#include "check/range.h"

typedef enum ccl_rung_way { CCL_RUNG_OTHERWISE, CCL_RUNG_FROM_BELOW, CCL_RUNG_FROM_ABOVE, CCL_RUNG_BETWEEN } ccl_rung_way;

/* One rung. */
typedef struct ccl_rung_view {
  ccl_rung_way way;
  bool is_known;        /* its bounds are figures on that day */
  ccl_interval it;      /* what it says, when it is known */
  size_t first, last;   /* the pieces that lie in it; first > last: none */
  bool is_possible;     /* a value of the figure lies in it */
  bool takes_all;       /* every value does */
  bool is_reached;      /* … which no earlier rung takes */
  ccl_rat figure;       /* such a value */
  ccl_interval reached; /* from the first to the last such value */
  bool has_outcome;     /* one signed figure, whatever happens, that does not slide */
  ccl_rat outcome;
} ccl_rung_view;

/* A piece of the line of values: a bound, or what lies between two of them. */
typedef struct ccl_ladder_piece {
  ccl_interval it;
  bool is_possible; /* a value of the figure lies in it: … */
  ccl_rat figure;
  uint32_t rung;    /* the first rung that takes it; CCL_NONE: none */
} ccl_ladder_piece;

typedef struct ccl_ladder_view {
  const ccl_ladder *ladder;
  ccl_day day;
  ccl_ranges *ranges;
  ccl_range figure;
  ccl_rung_view *rungs;
  ccl_ladder_piece *pieces; /* rising, without a hole */
  size_t piece_count;
  bool is_whole;            /* every rung is known */
} ccl_ladder_view;

/* ranges: of that day. */
ccl_ladder_view ccl_ladder_look(const ccl_checking *checking, const ccl_ladder *ladder, ccl_day day, ccl_ranges *ranges);
/* One view for each day on which a parameter makes something of it another figure. */
size_t ccl_ladder_views(const ccl_checking *checking, const ccl_article *article, const ccl_ladder *ladder, const ccl_ladder_view **views);

#endif
