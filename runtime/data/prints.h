/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fingerprints of keys (data/lane.h), 8 bytes each, to see whether two are equal: then two keys may be, and they are
 * compared by data/keys.h. Each thread has a list; beyond a limit lists go to temporary files. Outside the collector;
 * any thread may use a list of its own.
 */
#ifndef CCL_DATA_PRINTS_H
#define CCL_DATA_PRINTS_H

#include "base/str.h"

/* Prints of one block; when it is full or the last one, in order of their parts (of their top bits). */
typedef struct ccl_prints_block {
  uint64_t *values; /* NULL: in the file */
  uint32_t *starts; /* of the parts in it, and its end */
} ccl_prints_block;

typedef struct ccl_prints {
  ccl_prints_block *blocks; /* all full but the last one; those in the file first */
  size_t block_count, block_cap, in_file, in_last;
  uint64_t *spare; /* room of a block */
  uint64_t total;
  size_t limit; /* bytes in memory; 0: no limit */
  int file; /* descriptor of a temporary file, or −1 */
  bool failed; /* it could not be written or read */
} ccl_prints;

void ccl_prints_init(ccl_prints *prints, size_t limit);
/* Those of the rows that have a key and are not doubtful. `present` NULL: all have one. */
void ccl_prints_add(ccl_prints *prints, const uint64_t *list, const uint8_t *present, const uint8_t *doubt, size_t count);
void ccl_prints_free(ccl_prints *prints);

/* Whether all prints of all lists are different; uses up to `threads` threads. The lists are empty afterwards. */
bool ccl_prints_are_unique(ccl_prints *lists, size_t count, unsigned threads, bool *failed);

#endif
