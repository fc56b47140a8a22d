/* SPDX-License-Identifier: Apache-2.0 */
/* What grid.c and grid_overlap.c share. A line of a dimension is a row, or for the last of several dimensions a column
 * of the header. */
#ifndef CCL_SEMA_GRID_H
#define CCL_SEMA_GRID_H

#include "sema/reading.h"

/* The alternatives of each line of one dimension. */
typedef struct ccl_grid_keys {
  ccl_grid_key **keys;
  size_t *counts;
} ccl_grid_keys;

uint32_t ccl_grid_lines(const ccl_grid_layout *layout, size_t dim);
const ccl_node *ccl_grid_key_cell(const ccl_grid_layout *layout, size_t dim, uint32_t line);

/* Two lines equally specific for one combination (grid-overlap); false: reported. */
bool ccl_grid_check_overlap(ccl_sema *sema, const ccl_grid_layout *layout, const ccl_grid_keys *keys);

#endif
