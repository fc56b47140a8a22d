/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers for byte strings: the first string put gets 0, the next new one 1 … Keys of rows, values of distinct counts,
 * groups. Exact: strings are compared, hashes only select. Outside the collector.
 */
#ifndef CCL_DATA_TABLE_H
#define CCL_DATA_TABLE_H

#include "data/arena.h"

typedef struct ccl_table_entry {
  const char *ptr;
  uint32_t len, mark; /* mark: a part of the hash, to spare comparisons */
} ccl_table_entry;

typedef struct ccl_table {
  ccl_arena bytes;
  ccl_table_entry *entries;
  size_t len, cap;
  uint32_t *slots; /* private */
  size_t slot_count;
} ccl_table; /* {0} is an empty one */

#define CCL_TABLE_NONE UINT32_MAX

/* The number of the string, which is copied when it is new. */
uint32_t ccl_table_put(ccl_table *table, ccl_str key, bool *is_new);
uint32_t ccl_table_find(const ccl_table *table, ccl_str key); /* CCL_TABLE_NONE when absent */
ccl_str ccl_table_key(const ccl_table *table, uint32_t number);
void ccl_table_free(ccl_table *table);

#endif
