/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory outside the collector, for what is large and holds no pointer into collected memory: columns, texts of cells,
 * dictionaries, lists of values. The collector neither scans nor frees it: whoever makes an arena frees it before the
 * call ends that the caller made, and keeps nothing of it. Numbers in GMP's form never lie here.
 *
 * No allocation returns NULL: when memory ends, ccl_mem_exhaust runs and does not return.
 */
#ifndef CCL_DATA_ARENA_H
#define CCL_DATA_ARENA_H

#include "base/mem.h"
#include "base/str.h"

struct ccl_arena_block; /* private */

typedef struct ccl_arena {
  struct ccl_arena_block *first, *current;
  size_t used; /* of the current block */
} ccl_arena; /* {0} is an empty one */

void *ccl_arena_alloc(ccl_arena *arena, size_t size); /* not zeroed; aligned for every type */
ccl_str ccl_arena_copy(ccl_arena *arena, ccl_str text);
void ccl_arena_reset(ccl_arena *arena); /* all that was allocated is gone; the blocks are kept for what comes */
void ccl_arena_free(ccl_arena *arena); /* the blocks too; the arena is empty again */

/* A growing array outside the collector: room for at least `need` items of `size` bytes; contents kept, the rest not
 * zeroed; updates *cap. */
void *ccl_plain_grow(void *items, size_t *cap, size_t need, size_t size);
/* Room of a fixed size, not zeroed; where it is large in large pages, if the system has them. */
void *ccl_plain_room(size_t size);
void ccl_plain_free(void *items); /* of both */

#endif
