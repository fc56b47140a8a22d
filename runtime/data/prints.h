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
void ccl_prints_add(ccl_prints *prints, const uint64_t *list, const uint8_t *present, const uint8_t *doubt,
                    size_t count);
void ccl_prints_free(ccl_prints *prints);

/* Whether all prints of all lists are different; uses up to `threads` threads. The lists are empty afterwards. *failed:
 * a temporary file could not be written or read, and nobody knows. */
bool ccl_prints_are_unique(ccl_prints *lists, size_t count, unsigned threads, bool *failed);

/* Some prints, to ask for; any thread may ask. */
typedef struct ccl_print_set {
  uint64_t *slots; /* 0: free */
  size_t len, slot_count;
  bool has_zero;
} ccl_print_set; /* {0} is an empty one */

/* The same, and which of them are equal to another one. */
void ccl_prints_equal(ccl_prints *lists, size_t count, unsigned threads, ccl_print_set *equal, bool *failed);
void ccl_print_set_free(ccl_print_set *set);

static inline bool ccl_print_set_has(const ccl_print_set *set, uint64_t print) {
  if (print == 0 || set->slot_count == 0)
    return print == 0 && set->has_zero;
  size_t slot = (size_t)print & (set->slot_count - 1);
  while (set->slots[slot] != 0 && set->slots[slot] != print)
    slot = (slot + 1) & (set->slot_count - 1);
  return set->slots[slot] == print;
}

#endif
