/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Accumulators of one class: a cell for each group of rows and each span of days. Exact: sums are 128-bit integers with
 * a count of decimals, and rationals beyond; lists of values and of distinct combinations, so that cells of several
 * spans can be merged for every kind of aggregate (clause 5).
 */
#ifndef CCL_ENGINE_CELLS_H
#define CCL_ENGINE_CELLS_H

#include "base/vec.h"
#include "base/wide.h"
#include "data/figure.h"
#include "data/pack.h"
#include "data/table.h"
#include "engine/distinct.h"
#include "engine/engine.h"

/* What a row (or a piece) brings. */
typedef enum ccl_bring_kind {
  CCL_BRINGS_NOTHING,
  CCL_BRINGS_FIGURE,
  CCL_BRINGS_VALUE,
  CCL_BRINGS_COMBINATION,
  CCL_BRINGS_TROUBLE
} ccl_bring_kind;

typedef struct ccl_bring {
  uint32_t span, group;
  ccl_bring_kind kind;
  ccl_figure figure; /* FIGURE: places are not CCL_FIGURE_EXACT */
  ccl_value value; /* VALUE, known; TROUBLE */
  uint32_t combination; /* COMBINATION: its number */
} ccl_bring;

/* A value of a list, and how often it came: a fraction; den == 0: number `num` of ccl_cells.large. */
typedef struct ccl_listed {
  int64_t num, den;
  uint64_t times;
} ccl_listed;

typedef struct ccl_cell_state {
  ccl_i128 sum; /* × 10^places */
  int32_t places;
  uint32_t span, group;
  uint64_t rows, known; /* rows that came, and those of them with a value */
  bool has_rest;
  ccl_rat rest; /* what the sum could not hold */
  ccl_value extreme; /* LOWEST, HIGHEST */
  ccl_listed *listed; /* MEDIAN, PERCENTILE; outside the collector */
  uint32_t *combinations; /* DISTINCT: each once; outside the collector */
  size_t len, cap;
  size_t merged; /* so many values of `listed` were different when equal ones were merged last */
  const ccl_trouble *trouble; /* of the first row that has one */
} ccl_cell_state;

/* A map from pairs of 32-bit numbers, outside the collector. */
typedef struct ccl_pairs {
  uint64_t *keys;
  uint32_t *values; /* + 1; 0: free */
  size_t len, slot_count, key_cap, value_cap;
} ccl_pairs;

typedef struct ccl_cells {
  const ccl_query *query;
  size_t dim_count, span_count;
  ccl_table groups; /* packed keys */
  CCL_VEC(ccl_value *) keys; /* of the groups */
  CCL_VEC(ccl_cell_state) states;
  ccl_pairs by_place; /* (span, group) → state */
  uint32_t last; /* state of the last row */
  ccl_table combinations; /* DISTINCT: packed values … */
  ccl_pairs taken; /* … (state, combination): of those that are not in `distinct`, or of one part of it */
  ccl_distinct *distinct; /* NULL: they are few */
  size_t memory; /* bytes that `distinct` may take; 0: no limit */
  CCL_VEC(ccl_rat) large;
  ccl_kind value_kind; /* of listed values */
  ccl_pack pack;
  struct ccl_merge *merge; /* private: of the answers */
} ccl_cells;

void ccl_cells_init(ccl_cells *cells, const ccl_query *query, size_t dim_count, size_t span_count);
void ccl_cells_free(ccl_cells *cells);

/* The number of the group with these keys (known values, one for each dimension). */
uint32_t ccl_cells_group(ccl_cells *cells, const ccl_value *keys);
/* The number of a combination of known values. */
uint32_t ccl_cells_combination(ccl_cells *cells, const ccl_value *values, size_t count);
void ccl_cells_add(ccl_cells *cells, const ccl_bring *bring);
/* Between rows: what is too many for the tables goes elsewhere; numbers of combinations are void afterwards. */
void ccl_cells_relieve(ccl_cells *cells);

/* The same in one go, for what was gathered elsewhere: the number of a state, and what is added to it. */
uint32_t ccl_cells_state(ccl_cells *cells, uint32_t span, uint32_t group);
void ccl_cells_add_rows(ccl_cells *cells, uint32_t state, uint64_t rows);
void ccl_cells_add_sum(ccl_cells *cells, uint32_t state, ccl_i128 sum, int32_t places); /* sum / 10^places */
void ccl_cells_add_value(ccl_cells *cells, uint32_t state, ccl_value value, uint64_t times); /* LOWEST … PERCENTILE */
void ccl_cells_add_distinct(ccl_cells *cells, uint32_t state, ccl_value value); /* DISTINCT, of one value */

/* Distinct values are counted part by part: each request is answered for each part, and the numbers are added up. How
 * many parts there are, when all rows are in; and one of them is taken up. */
size_t ccl_cells_parts(ccl_cells *cells);
void ccl_cells_take_part(ccl_cells *cells, size_t part);
/* An answer: begin, collect each span of its days, answer. */
void ccl_cells_begin(ccl_cells *cells, const ccl_plan *plan, const uint32_t *dims);
void ccl_cells_collect(ccl_cells *cells, uint32_t span);
ccl_answer ccl_cells_answer(ccl_cells *cells);

/* Private to cells.c and merge.c. */
uint32_t *ccl_pairs_put(ccl_pairs *pairs, uint32_t a, uint32_t b); /* 0 in a new one */
void ccl_pairs_free(ccl_pairs *pairs);
ccl_rat ccl_cell_state_sum(const ccl_cell_state *state);

#endif
