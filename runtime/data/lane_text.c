/* SPDX-License-Identifier: Apache-2.0 */
/* Texts: as numbers of a dictionary, as fingerprints of keys, or only whether they are there. */
#include <string.h>

#include "base/limits.h"
#include "data/lane.h"

/* ---- Dictionaries ---- */

static void entry_of(ccl_str text, uint64_t *head, uint64_t *tail) {
  size_t n = text.len;
  if (n > 16) {
    *head = ccl_print_text(text);
    *tail = ~*head;
    return;
  }
  *head = n == 0 ? 0 : ccl_lane_load(text.ptr) & ccl_lane_masks[n < 8 ? n : 8];
  *tail = n > 8 ? ccl_lane_load(text.ptr + 8) & ccl_lane_masks[n - 8] : 0;
}

static inline size_t slot_for(const ccl_dictionary *dictionary, uint64_t head, uint64_t tail, size_t length) {
  uint64_t hash = (head ^ (tail << 29 | tail >> 35) ^ length << 56) * UINT64_C(0x9E3779B97F4A7C15);
  return (size_t)((hash ^ hash >> 29) >> 20) & (dictionary->slot_count - 1);
}

static void grow(ccl_dictionary *dictionary) {
  enum { FIRST_SLOTS = 256 };
  size_t count = dictionary->slot_count > 0 ? dictionary->slot_count * 2 : FIRST_SLOTS;
  if (count > UINT32_MAX / 2)
    ccl_mem_exhaust();
  dictionary->slots = ccl_plain_grow(dictionary->slots, &dictionary->slot_cap, count, sizeof *dictionary->slots);
  memset(dictionary->slots, 0, count * sizeof *dictionary->slots);
  dictionary->slot_count = count;
  for (size_t i = 0; i < dictionary->len; i++) {
    const struct ccl_dictionary_entry *entry = &dictionary->entries[i];
    size_t slot = slot_for(dictionary, entry->head, entry->tail, entry->text.len);
    while (dictionary->slots[slot] != 0)
      slot = (slot + 1) & (count - 1);
    dictionary->slots[slot] = (uint32_t)(i + 1);
  }
}

uint32_t ccl_dictionary_put(ccl_dictionary *dictionary, ccl_str text) {
  uint64_t head, tail;
  entry_of(text, &head, &tail);
  if (dictionary->len + 1 > dictionary->slot_count / 2)
    grow(dictionary);
  size_t slot = slot_for(dictionary, head, tail, text.len);
  for (; dictionary->slots[slot] != 0; slot = (slot + 1) & (dictionary->slot_count - 1)) {
    const struct ccl_dictionary_entry *entry = &dictionary->entries[dictionary->slots[slot] - 1];
    if (entry->head == head && entry->tail == tail && entry->text.len == text.len &&
        (text.len <= 16 || memcmp(entry->text.ptr, text.ptr, text.len) == 0))
      return dictionary->slots[slot];
  }
  dictionary->entries =
      ccl_plain_grow(dictionary->entries, &dictionary->cap, dictionary->len + 1, sizeof *dictionary->entries);
  dictionary->entries[dictionary->len++] =
      (struct ccl_dictionary_entry){ head, tail, ccl_arena_copy(&dictionary->bytes, text) };
  dictionary->slots[slot] = (uint32_t)dictionary->len;
  return (uint32_t)dictionary->len;
}

/* The number of a text of up to eight bytes that is there already; 0: ccl_dictionary_put finds out. */
static inline uint32_t find_short(const ccl_dictionary *dictionary, const char *text, uint32_t length) {
  uint64_t head = ccl_lane_load(text) & ccl_lane_masks[length];
  uint32_t number = dictionary->slots[slot_for(dictionary, head, 0, length)];
  if (number == 0)
    return 0;
  const struct ccl_dictionary_entry *entry = &dictionary->entries[number - 1];
  return entry->head == head && entry->text.len == length ? number : 0;
}

void ccl_dictionary_free(ccl_dictionary *dictionary) {
  ccl_plain_free(dictionary->entries);
  ccl_plain_free(dictionary->slots);
  ccl_arena_free(&dictionary->bytes);
  *dictionary = (ccl_dictionary){ 0 };
}

/* ---- Columns ---- */

static void take(ccl_lane *lane, size_t row, ccl_str text) {
  if (lane->used)
    lane->codes[row] = ccl_dictionary_put(&lane->dictionary, text);
  if (lane->is_key)
    lane->prints[row] = ccl_print_text(text);
}

static __attribute__((noinline)) void look_closer(ccl_strip *strip, ccl_lane *lane, size_t row) {
  ccl_record_cell cell;
  if (!ccl_lane_cut(strip, lane, row, &cell))
    return;
  if (cell.text.len > CCL_LIMIT_CELL_BYTES) {
    ccl_lane_doubt(strip, lane, row);
    return;
  }
  /* A cell with doubled quotation marks was copied: nothing is readable behind it. */
  char copy[256 + 8] = { 0 };
  if (!ccl_lane_is_in_place(strip, lane, row, cell.text)) {
    if (cell.text.len > sizeof copy - 8) {
      ccl_lane_doubt(strip, lane, row);
      return;
    }
    if (cell.text.len > 0)
      memcpy(copy, cell.text.ptr, cell.text.len);
    cell.text.ptr = copy;
  }
  take(lane, row, cell.text);
}

/* Texts that are only checked: whether something stands there. `no_words`: none means "missing". */
static inline __attribute__((always_inline)) void check_all(ccl_strip *strip, ccl_lane *lane, bool no_words) {
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  size_t rows = strip->rows, longest = lane->longest_missing;
  for (size_t row = 0; row < rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, 0);
    uint32_t length = cell.to - cell.from;
    const char *text = cells.base + cell.from;
    bool closer = no_words ? length == 0 || ccl_lane_is_border(text[0])
                           : length <= longest || ccl_lane_is_border(text[0]) || ccl_lane_is_border(text[length - 1]);
    if (__builtin_expect(closer, 0))
      look_closer(strip, lane, row);
  }
}

static inline __attribute__((always_inline)) void take_all(ccl_strip *strip, ccl_lane *lane, bool used, bool is_key) {
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  size_t rows = strip->rows, longest = lane->longest_missing;
  if (used && lane->dictionary.slot_count == 0)
    grow(&lane->dictionary);
  for (size_t row = 0; row < rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, 0);
    uint32_t length = cell.to - cell.from;
    const char *text = cells.base + cell.from;
    if (__builtin_expect(length <= longest || ccl_lane_is_border(text[0]) || ccl_lane_is_border(text[length - 1]), 0)) {
      look_closer(strip, lane, row);
      continue;
    }
    if (is_key)
      lane->prints[row] = ccl_print_text((ccl_str){ text, length });
    if (used) {
      uint32_t number = length <= 8 ? find_short(&lane->dictionary, text, length) : 0;
      if (__builtin_expect(number == 0, 0))
        number = ccl_dictionary_put(&lane->dictionary, (ccl_str){ text, length });
      lane->codes[row] = number;
    }
  }
}

/* The same where most cells are quoted: without doubled marks inside. */
static void read_quoted(ccl_strip *strip, ccl_lane *lane) {
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  bool taken = lane->used || lane->is_key;
  for (size_t row = 0; row < strip->rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, 1);
    uint32_t length = cell.to - cell.from;
    const char *text = cells.base + cell.from;
    if (length - 1 >= CCL_LIMIT_CELL_BYTES || length <= lane->longest_missing ||
        !ccl_lane_is_bordered(cells.base, cell, 1) || (taken && memchr(text, '"', length) != NULL))
      look_closer(strip, lane, row);
    else if (taken)
      take(lane, row, (ccl_str){ text, length });
  }
}

void ccl_lane_texts(ccl_strip *strip, ccl_lane *lane) {
  lane->missing_code = 0;
  if (ccl_lane_quoted(strip, lane))
    read_quoted(strip, lane);
  else if (lane->used && lane->is_key)
    take_all(strip, lane, true, true);
  else if (lane->used)
    take_all(strip, lane, true, false);
  else if (lane->is_key)
    take_all(strip, lane, false, true);
  else if (lane->longest_missing == 0)
    check_all(strip, lane, true);
  else
    check_all(strip, lane, false);
}
