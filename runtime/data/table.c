/* SPDX-License-Identifier: Apache-2.0 */
/* The table of data/table.h: entries in order of arrival, and open slots with the numbers of entries + 1. Nothing is
 * taken out. */
#include "data/table.h"

#include <string.h>

enum { FIRST_SLOTS = 64 }; /* a power of two, as every slot_count */

/* The slot of the key, or the free one where it belongs. */
static size_t slot_of(const ccl_table *table, ccl_str key, uint64_t hash) {
  size_t mask = table->slot_count - 1;
  size_t slot = (size_t)hash & mask;
  uint32_t mark = (uint32_t)(hash >> 32);
  for (; table->slots[slot] != 0; slot = (slot + 1) & mask) {
    const ccl_table_entry *entry = &table->entries[table->slots[slot] - 1];
    if (entry->mark == mark && entry->len == key.len && (key.len == 0 || memcmp(entry->ptr, key.ptr, key.len) == 0))
      break;
  }
  return slot;
}

static void grow(ccl_table *table) {
  size_t count = table->slot_count > 0 ? table->slot_count * 2 : FIRST_SLOTS;
  if (table->len >= UINT32_MAX / 2)
    ccl_mem_exhaust();
  size_t cap = 0;
  uint32_t *slots = ccl_plain_grow(NULL, &cap, count, sizeof *slots);
  memset(slots, 0, count * sizeof *slots);
  ccl_plain_free(table->slots);
  table->slots = slots;
  table->slot_count = count;
  for (size_t i = 0; i < table->len; i++) {
    ccl_str key = { table->entries[i].ptr, table->entries[i].len };
    /* All are different: the first free slot is the one. */
    size_t slot = (size_t)ccl_str_hash(key) & (count - 1);
    while (slots[slot] != 0)
      slot = (slot + 1) & (count - 1);
    slots[slot] = (uint32_t)(i + 1);
  }
}

uint32_t ccl_table_put(ccl_table *table, ccl_str key, bool *is_new) {
  if (key.len >= UINT32_MAX)
    ccl_mem_exhaust();
  if (table->len + 1 > table->slot_count / 2)
    grow(table);
  uint64_t hash = ccl_str_hash(key);
  size_t slot = slot_of(table, key, hash);
  *is_new = table->slots[slot] == 0;
  if (!*is_new)
    return table->slots[slot] - 1;
  table->entries = ccl_plain_grow(table->entries, &table->cap, table->len + 1, sizeof *table->entries);
  ccl_str own = ccl_arena_copy(&table->bytes, key);
  table->entries[table->len++] = (ccl_table_entry){ own.ptr, (uint32_t)own.len, (uint32_t)(hash >> 32) };
  table->slots[slot] = (uint32_t)table->len;
  return (uint32_t)table->len - 1;
}

uint32_t ccl_table_find(const ccl_table *table, ccl_str key) {
  if (table->len == 0)
    return CCL_TABLE_NONE;
  uint32_t number = table->slots[slot_of(table, key, ccl_str_hash(key))];
  return number == 0 ? CCL_TABLE_NONE : number - 1;
}

ccl_str ccl_table_key(const ccl_table *table, uint32_t number) {
  return (ccl_str){ table->entries[number].ptr, table->entries[number].len };
}

void ccl_table_free(ccl_table *table) {
  ccl_arena_free(&table->bytes);
  ccl_plain_free(table->entries);
  ccl_plain_free(table->slots);
  *table = (ccl_table){ 0 };
}
