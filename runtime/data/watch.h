/* SPDX-License-Identifier: Apache-2.0 */
/* Somebody who wants to know how far files are read. */
#ifndef CCL_DATA_WATCH_H
#define CCL_DATA_WATCH_H

#include <stddef.h>
#include <stdint.h>

/* Told after each block, on any thread, one call at a time: the file by its place among those given, its bytes that were
 * read (in this reading of it), and how many it has (0: nobody knows). Must not touch collected memory. */
typedef struct ccl_watch {
  void *self;
  void (*read)(void *self, size_t file, uint64_t bytes, uint64_t size); /* NULL: nobody */
} ccl_watch;

#endif
