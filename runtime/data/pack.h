/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values as bytes: equal values give equal bytes, and different ones of one kind different bytes. For keys, groups and
 * distinct counts. Also the list of bits that says which rows of an activity have left.
 */
#ifndef CCL_DATA_PACK_H
#define CCL_DATA_PACK_H

#include "data/arena.h"
#include "plan/value.h"

typedef struct ccl_pack {
  char *ptr; /* outside the collector */
  size_t len, cap;
} ccl_pack; /* {0} is an empty one */

/* Adds a known value; each says its length, so that several in a row cannot be mistaken for others. */
void ccl_pack_value(ccl_pack *pack, ccl_value value);
void ccl_pack_bytes(ccl_pack *pack, const void *bytes, size_t count);
ccl_str ccl_pack_str(const ccl_pack *pack);
void ccl_pack_free(ccl_pack *pack);

/* A value that lasts: a text is copied into collected memory. */
ccl_value ccl_value_keep(ccl_value value);

typedef struct ccl_bits {
  uint64_t *words; /* collected, not scanned */
  size_t cap; /* words */
} ccl_bits; /* {0}: every bit is off */

bool ccl_bits_has(const ccl_bits *bits, uint64_t number);
void ccl_bits_set(ccl_bits *bits, uint64_t number);

#endif
