/* SPDX-License-Identifier: Apache-2.0 */
/* Choices and booleans: words of up to eight bytes by a hash without collisions, others by a table of spellings. */
#include <string.h>

#include "data/lane.h"

enum { HASH_SHIFT = 58, TRIES = 2000, MOST_WORDS = CCL_WORD_SLOTS };

typedef struct spelling {
  uint64_t word;
  uint32_t code;
} spelling;

static bool means_missing(const ccl_lane *lane, ccl_str word) {
  for (size_t i = 0; i < lane->activity->missing_count; i++)
    if (ccl_str_eq(lane->activity->missing[i], word))
      return true;
  return false;
}

static void add_word(const ccl_lane *lane, spelling *list, size_t *count, ccl_str word, uint32_t code) {
  if (*count == MOST_WORDS || word.len == 0 || word.len > 8 || means_missing(lane, word))
    return;
  uint64_t bytes = 0;
  memcpy(&bytes, word.ptr, word.len);
  for (size_t i = 0; i < *count; i++)
    if (list[i].word == bytes)
      return;
  list[(*count)++] = (spelling){ bytes, code };
}

static size_t choice_words(const ccl_lane *lane, spelling *list) {
  size_t count = 0;
  for (size_t i = 0; i < lane->field->choice_count; i++)
    add_word(lane, list, &count, lane->plan->choices[lane->field->choices[i]], (uint32_t)i);
  return count;
}

static size_t truth_words(const ccl_lane *lane, spelling *list) {
  static const char *const words[] = { "false", "true", "0",     "1",    "no",   "yes",  "non", "oui",
                                       "False", "True", "FALSE", "TRUE", "faux", "vrai", "N",   "Y",
                                       "n",     "y",    "Non",   "Oui",  "NON",  "OUI",  "No",  "Yes" };
  size_t count = 0;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    add_word(lane, list, &count, ccl_str_from(words[i]), (uint32_t)(i % 2));
  return count;
}

/* Places the words; how many find a place of their own, the first ones first. */
static size_t place_words(ccl_lane *lane, const spelling *list, size_t count, uint64_t multiplier) {
  size_t placed = 0;
  memset(lane->words, 0, sizeof lane->words);
  for (size_t i = 0; i < count; i++) {
    struct ccl_lane_word *slot = &lane->words[list[i].word * multiplier >> HASH_SHIFT];
    if (slot->word != 0)
      continue;
    slot->word = list[i].word;
    slot->code = list[i].code;
    placed++;
  }
  return placed;
}

bool ccl_lane_words_init(ccl_lane *lane) {
  bool truth = lane->field->kind == CCL_FIELD_BOOLEAN;
  lane->missing_code = truth ? 2 : (uint32_t)lane->field->choice_count;
  spelling list[MOST_WORDS];
  size_t count = truth ? truth_words(lane, list) : choice_words(lane, list), best = 0;
  uint64_t multiplier = UINT64_C(0x9E3779B97F4A7C15), chosen = multiplier;
  for (int i = 0; i < TRIES && best < count; i++) {
    size_t placed = place_words(lane, list, count, multiplier);
    if (placed > best) {
      best = placed;
      chosen = multiplier;
    }
    multiplier = multiplier * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    multiplier |= 1;
  }
  lane->multiplier = chosen;
  place_words(lane, list, count, chosen);
  return true;
}

/* What the owner of the collector says about a word, as a code. */
static uint32_t ask_word(ccl_strip *strip, ccl_lane *lane, ccl_str word) {
  int32_t meaning = strip->asks.word(strip->asks.self, lane, word);
  if (meaning < 0)
    return lane->missing_code;
  if (lane->field->kind == CCL_FIELD_BOOLEAN)
    return (uint32_t)meaning;
  for (size_t i = 0; i < lane->field->choice_count; i++)
    if (lane->field->choices[i] == (uint32_t)meaning)
      return (uint32_t)i;
  return lane->missing_code;
}

static __attribute__((noinline)) void look_closer(ccl_strip *strip, ccl_lane *lane, size_t row) {
  enum { LONGEST = 64, MOST_SPELLINGS = 4096 };
  ccl_record_cell cell;
  if (!ccl_lane_cut(strip, lane, row, &cell))
    return;
  uint32_t code = lane->missing_code;
  if (cell.text.len <= LONGEST && lane->spellings.len < MOST_SPELLINGS) {
    bool is_new;
    uint32_t number = ccl_table_put(&lane->spellings, cell.text, &is_new);
    if (is_new) {
      lane->spelling_codes =
          ccl_plain_grow(lane->spelling_codes, &lane->spelling_cap, (size_t)number + 1, sizeof *lane->spelling_codes);
      lane->spelling_codes[number] = ask_word(strip, lane, cell.text);
    }
    code = lane->spelling_codes[number];
  }
  if (code == lane->missing_code)
    ccl_lane_doubt(strip, lane, row);
  else
    lane->codes[row] = code;
}

static inline __attribute__((always_inline)) void read_all(ccl_strip *strip, ccl_lane *lane, uint32_t marks) {
  ccl_lane_cells cells = ccl_lane_cells_of(strip, lane);
  const struct ccl_lane_word *words = lane->words;
  uint64_t multiplier = lane->multiplier;
  uint32_t *codes = lane->codes;
  size_t rows = strip->rows, count = 0;
  uint16_t others[CCL_STRIP_ROWS]; /* noted, so that the loop keeps everything in registers */
  for (size_t row = 0; row < rows; row++) {
    ccl_extent cell = ccl_lane_cell(cells, row, marks);
    uint32_t length = cell.to - cell.from;
    if (__builtin_expect(length - 1 < 8 && ccl_lane_is_bordered(cells.base, cell, marks), 1)) {
      uint64_t word = ccl_lane_load(cells.base + cell.from) & ccl_lane_masks[length];
      const struct ccl_lane_word *slot = &words[word * multiplier >> HASH_SHIFT];
      codes[row] = slot->code;
      if (__builtin_expect(slot->word == word, 1))
        continue;
    }
    others[count++] = (uint16_t)row;
  }
  for (size_t i = 0; i < count; i++)
    look_closer(strip, lane, others[i]);
}

void ccl_lane_words(ccl_strip *strip, ccl_lane *lane) {
  if (ccl_lane_quoted(strip, lane))
    read_all(strip, lane, 1);
  else
    read_all(strip, lane, 0);
}
