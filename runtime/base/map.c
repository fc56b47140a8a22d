/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The table of base/map.h: the entries in an array, in order of insertion, and beside it a table of slots in which a
 * key's hash finds the number of its entry. Nothing is ever taken out, so probing is a plain walk to the first free
 * slot.
 */
#include "base/map.h"

#include "base/mem.h"
#include "base/vec.h"

enum { FIRST_SLOTS = 16 }; /* a power of two, as every slot_count */

/* A slot holds the number of its entry + 1; 0 is free. */
static size_t slot_of(const ccl_map *map, ccl_str key) {
  size_t mask = map->slot_count - 1;
  size_t slot = (size_t)ccl_str_hash(key) & mask;
  while (map->slots[slot] != 0 && !ccl_str_eq(map->entries[map->slots[slot] - 1].key, key))
    slot = (slot + 1) & mask;
  return slot;
}

void *ccl_map_find(const ccl_map *map, ccl_str key) {
  if (map->len == 0)
    return NULL;
  uint32_t number = map->slots[slot_of(map, key)];
  return number == 0 ? NULL : map->entries[number - 1].value;
}

static void grow_slots(ccl_map *map) {
  size_t count = map->slot_count > 0 ? map->slot_count * 2 : FIRST_SLOTS;
  if (count > SIZE_MAX / sizeof(uint32_t) / 2 || map->len >= UINT32_MAX / 2)
    ccl_mem_exhaust();
  map->slots = ccl_alloc_atomic(count * sizeof(uint32_t));
  map->slot_count = count;
  for (size_t i = 0; i < map->len; i++)
    map->slots[slot_of(map, map->entries[i].key)] = (uint32_t)(i + 1);
}

void *ccl_map_put(ccl_map *map, ccl_str key, void *value) {
  if (map->len + 1 > map->slot_count / 2)
    grow_slots(map);
  size_t slot = slot_of(map, key);
  if (map->slots[slot] != 0) {
    ccl_map_entry *entry = &map->entries[map->slots[slot] - 1];
    void *before = entry->value;
    entry->value = value;
    return before;
  }
  map->entries = ccl_vec_grow(map->entries, map->len, &map->cap, sizeof *map->entries);
  map->entries[map->len++] = (ccl_map_entry){ key, value };
  map->slots[slot] = (uint32_t)map->len;
  return NULL;
}
