/* SPDX-License-Identifier: Apache-2.0 */
/* Arenas: blocks on a list, filled one after the other. The only file of data/ and engine/ that calls malloc. */
#include "data/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { FIRST_BLOCK = 1 << 12, LARGEST_BLOCK = 1 << 20 };

typedef struct ccl_arena_block {
  alignas(max_align_t) struct ccl_arena_block *next;
  size_t size;
} ccl_arena_block;

static size_t rounded(size_t size) {
  size_t unit = alignof(max_align_t);
  if (size > SIZE_MAX / 2)
    ccl_mem_exhaust();
  return (size + unit - 1) / unit * unit;
}

/* A block behind the current one, at least as large as asked for and twice its predecessor. */
static void add_block(ccl_arena *arena, size_t least) {
  size_t size = arena->current ? arena->current->size * 2 : FIRST_BLOCK;
  if (size > LARGEST_BLOCK)
    size = LARGEST_BLOCK;
  if (size < least)
    size = least;
  ccl_arena_block *block = malloc(sizeof *block + size);
  if (!block)
    ccl_mem_exhaust();
  block->size = size;
  block->next = NULL;
  if (arena->current) {
    block->next = arena->current->next;
    arena->current->next = block;
  } else {
    arena->first = block;
  }
  arena->current = block;
  arena->used = 0;
}

void *ccl_arena_alloc(ccl_arena *arena, size_t size) {
  size = rounded(size);
  if (!arena->current) {
    add_block(arena, size);
  } else if (arena->current->size - arena->used < size) {
    ccl_arena_block *next = arena->current->next;
    if (next && next->size >= size) {
      arena->current = next;
      arena->used = 0;
    } else {
      add_block(arena, size);
    }
  }
  char *place = (char *)(arena->current + 1) + arena->used;
  arena->used += size;
  return place;
}

ccl_str ccl_arena_copy(ccl_arena *arena, ccl_str text) {
  if (text.len == 0)
    return (ccl_str){ NULL, 0 };
  char *place = ccl_arena_alloc(arena, text.len);
  memcpy(place, text.ptr, text.len);
  return (ccl_str){ place, text.len };
}

void ccl_arena_reset(ccl_arena *arena) {
  arena->current = arena->first;
  arena->used = 0;
}

void ccl_arena_free(ccl_arena *arena) {
  ccl_arena_block *block = arena->first;
  while (block) {
    ccl_arena_block *next = block->next;
    free(block);
    block = next;
  }
  *arena = (ccl_arena){ 0 };
}

void *ccl_plain_grow(void *items, size_t *cap, size_t need, size_t size) {
  enum { FIRST_ITEMS = 16 };
  if (need <= *cap)
    return items;
  size_t grown = *cap > 0 ? *cap : FIRST_ITEMS;
  while (grown < need) {
    if (grown > SIZE_MAX / 2)
      ccl_mem_exhaust();
    grown *= 2;
  }
  if (grown > SIZE_MAX / 2 / size)
    ccl_mem_exhaust();
  void *moved = realloc(items, grown * size);
  if (!moved)
    ccl_mem_exhaust();
  *cap = grown;
  return moved;
}

void *ccl_plain_room(size_t size) {
  enum { PAGE = 2 << 20 };
  if (size < PAGE) {
    void *room = malloc(size > 0 ? size : 1);
    if (!room)
      ccl_mem_exhaust();
    return room;
  }
  if (size > SIZE_MAX - PAGE)
    ccl_mem_exhaust();
  size_t whole = (size + PAGE - 1) / PAGE * PAGE;
  void *room = aligned_alloc(PAGE, whole);
  if (!room)
    ccl_mem_exhaust();
#ifdef MADV_HUGEPAGE
  madvise(room, whole, MADV_HUGEPAGE);
#endif
  return room;
}

void ccl_plain_free(void *items) {
  free(items);
}
