/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory. Everything that a session makes lives until the session ends and is never freed one by one.
 *
 * Two back ends behind this one header, chosen when building: `collect` (libgc) and `track` (calloc on a list that
 * ccl_mem_release frees; for sanitizers, valgrind and fuzzing). No other file calls malloc or GC_*, but the engine's arenas.
 *
 * No allocation returns NULL: when memory ends, the handler set by ccl_mem_on_exhausted runs and must not return.
 */
#ifndef CCL_BASE_MEM_H
#define CCL_BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts the back end, once, before anything else. GMP allocates here too, once ccl_rat_init (value/rational.h) has run. */
void ccl_mem_init(void);
/* Ends it: `track` frees every block; `collect` does nothing. */
void ccl_mem_release(void);

/* Zeroed memory that may hold pointers. */
void *ccl_alloc(size_t size);
/* Zeroed memory that holds no pointers (texts, digits): the collector does not look inside. */
void *ccl_alloc_atomic(size_t size);
/* Zeroed memory that the collector scans and does not collect; freed by hand. For the stacks of generated parsers. */
void *ccl_alloc_root(size_t size);
void ccl_free_root(void *block);
/* A block of `old` bytes made larger: contents kept, the rest zeroed. `old` may be NULL with old_size 0. */
void *ccl_realloc(void *old, size_t old_size, size_t new_size);
void *ccl_realloc_atomic(void *old, size_t old_size, size_t new_size);
/* Gives back early a block that nobody but its maker ever held (GMP's temporaries). Never needed: all goes at the end. */
void ccl_free(void *block);

/* `count` objects of one type, zeroed. */
#define ccl_new(type) ((type *)ccl_alloc(sizeof(type)))
#define ccl_new_array(type, count) ((type *)ccl_alloc_array((count), sizeof(type)))
/* count × size, refused (as out of memory) when the product does not fit. */
void *ccl_alloc_array(size_t count, size_t size);

typedef void ccl_mem_exhausted(void);
void ccl_mem_on_exhausted(ccl_mem_exhausted *handler);
/* What ccl_alloc does when memory ends; for allocators that live beside it (the engine's arenas). Does not return. */
_Noreturn void ccl_mem_exhaust(void);
/* Makes the N-th allocation from now fail, as if memory had ended (0: never). Tests only. */
void ccl_mem_fail_at(uint64_t nth);
/* Runs a full collection at every allocation from now on (`collect` only). Tests only. */
void ccl_mem_stress(bool on);

/* A broken promise of our own: says file, line and `what`, tells how to report it, and ends the program through the
 * handler (exit 70). Never for wrong contracts or data. */
typedef void ccl_bug_handler(const char *file, int line, const char *what);
void ccl_on_bug(ccl_bug_handler *handler);
_Noreturn void ccl_bug(const char *file, int line, const char *what);
#define CCL_BUG(what) ccl_bug(__FILE__, __LINE__, (what))

#endif
