/* SPDX-License-Identifier: Apache-2.0 */
/* A table from text to pointer. Entries are walked in the order of their first insertion, never in hash order. */
#ifndef CCL_BASE_MAP_H
#define CCL_BASE_MAP_H

#include "base/str.h"

typedef struct ccl_map_entry {
  ccl_str key;
  void *value;
} ccl_map_entry;

typedef struct ccl_map {
  ccl_map_entry *entries; /* in order of insertion */
  size_t len, cap;
  uint32_t *slots; /* private */
  size_t slot_count;
} ccl_map; /* {0} is an empty one */

void *ccl_map_find(const ccl_map *map, ccl_str key); /* NULL when absent */
/* Sets key to value; the key is borrowed. Returns the value that was there before, or NULL. */
void *ccl_map_put(ccl_map *map, ccl_str key, void *value);

#endif
