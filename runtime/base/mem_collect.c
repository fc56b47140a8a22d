/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The memory back end `collect`: libgc finds what is no longer used. Sanitizers see nothing of it; they have
 * mem_track.c.
 */
#define GC_THREADS /* declares GC_set_markers_count; no thread of ours ever allocates here */
#include <gc.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/mem_private.h"

static bool stressed; /* ccl_mem_stress */

/* At most three quarters of the machine's memory: what would need more ends with a message, not with a machine that only swaps. */
static void bound_heap(void) {
  long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
  if (pages > 0 && size > 0)
    GC_set_max_heap_size((GC_word)pages / 4 * 3 * (GC_word)size);
}

void ccl_mem_init(void) {
  GC_set_markers_count(1); /* a session is short: helper threads cost more to start than they save */
  GC_INIT();
  bound_heap();
  GC_set_warn_proc(GC_ignore_warn_proc); /* libgc would write to standard error by itself */
}

void ccl_mem_release(void) {}

void ccl_mem_stress(bool on) {
  stressed = on;
}

static void before_allocation(void) {
  ccl_mem_count_allocation();
  if (stressed)
    GC_gcollect();
}

static void *or_exhausted(void *block) {
  if (!block)
    ccl_mem_exhaust();
  return block;
}

void *ccl_alloc(size_t size) {
  before_allocation();
  return or_exhausted(GC_MALLOC(size > 0 ? size : 1));
}

void *ccl_alloc_atomic(size_t size) {
  before_allocation();
  void *block = or_exhausted(GC_MALLOC_ATOMIC(size > 0 ? size : 1));
  return memset(block, 0, size); /* libgc clears only what it scans */
}

void *ccl_alloc_root(size_t size) {
  before_allocation();
  return or_exhausted(GC_MALLOC_UNCOLLECTABLE(size > 0 ? size : 1));
}

void ccl_free_root(void *block) {
  GC_FREE(block);
}

void ccl_free(void *block) {
  GC_FREE(block);
}

/* The old block is left to the collector: a text may still point into it. */
void *ccl_realloc(void *old, size_t old_size, size_t new_size) {
  if (old && new_size <= old_size)
    return old;
  void *block = ccl_alloc(new_size);
  return old ? memcpy(block, old, old_size) : block;
}

void *ccl_realloc_atomic(void *old, size_t old_size, size_t new_size) {
  if (old && new_size <= old_size)
    return old;
  void *block = ccl_alloc_atomic(new_size);
  return old ? memcpy(block, old, old_size) : block;
}
