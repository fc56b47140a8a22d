/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The memory back end `track`: every block is calloc's own, on a list that ccl_mem_release frees. For sanitizers,
 * valgrind and fuzzing, which see each block apart. A block that ccl_realloc has moved is freed at once, so that
 * whoever kept the old address is caught here, though `collect` would have forgiven it.
 */
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/mem_private.h"

/* Stands before the bytes that the caller sees. */
typedef struct header {
  alignas(max_align_t) struct header *next;
  struct header *previous;
} header;

static header *blocks; /* the latest first */

void ccl_mem_init(void) {}

void ccl_mem_release(void) {
  while (blocks) {
    header *next = blocks->next;
    free(blocks);
    blocks = next;
  }
}

void ccl_mem_stress(bool on) {
  (void)on; /* nothing is collected */
}

void *ccl_alloc(size_t size) {
  ccl_mem_count_allocation();
  if (size > SIZE_MAX - sizeof(header))
    ccl_mem_exhaust();
  header *block = calloc(1, sizeof(header) + size);
  if (!block)
    ccl_mem_exhaust();
  block->next = blocks;
  if (blocks)
    blocks->previous = block;
  blocks = block;
  return block + 1;
}

void *ccl_alloc_atomic(size_t size) {
  return ccl_alloc(size);
}

void *ccl_alloc_root(size_t size) {
  return ccl_alloc(size);
}

void ccl_free(void *memory) {
  if (!memory)
    return;
  header *block = (header *)memory - 1;
  if (block->next)
    block->next->previous = block->previous;
  if (block->previous)
    block->previous->next = block->next;
  else
    blocks = block->next;
  free(block);
}

void ccl_free_root(void *block) {
  ccl_free(block);
}

void *ccl_realloc(void *old, size_t old_size, size_t new_size) {
  if (old && new_size <= old_size)
    return old;
  void *block = ccl_alloc(new_size);
  if (old)
    memcpy(block, old, old_size);
  ccl_free(old);
  return block;
}

void *ccl_realloc_atomic(void *old, size_t old_size, size_t new_size) {
  return ccl_realloc(old, old_size, new_size);
}
