/* SPDX-License-Identifier: Apache-2.0 */
/* What the two memory back ends share. Included by mem.c, mem_collect.c and mem_track.c only. */
#ifndef CCL_BASE_MEM_PRIVATE_H
#define CCL_BASE_MEM_PRIVATE_H

#include "base/mem.h"

/* Called once for every allocation, before it is made: this is where ccl_mem_fail_at strikes (and does not return). */
void ccl_mem_count_allocation(void);

#endif
