/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Columns read with one kernel for each kind of field, a strip of up to 1,024 rows at a time (cli.md 3). A kernel knows
 * the plain spellings; any other cell goes to the complete reader of its kind, and what that cannot say without the
 * collector's memory, or what is wrong, makes the row doubtful: it is read again by data/reader.h, which accepts or
 * reports it. So what is accepted, and every message, is decided there alone.
 *
 * A lane belongs to one thread, with plain memory of its own.
 */
#ifndef CCL_DATA_LANE_H
#define CCL_DATA_LANE_H

#include "base/wide.h"
#include "data/cell.h"
#include "data/dates.h"
#include "data/scan.h"

enum { CCL_STRIP_ROWS = 1024, CCL_WORD_SLOTS = 64, CCL_DATE_SLOTS = 512 };

typedef struct ccl_lane ccl_lane;

/* Who knows what a thread cannot find out by itself. */
typedef struct ccl_lane_asks {
  void *self;
  /* The number of a day in lane->dates, added when it is new; CCL_DATES_NO: there is no room. */
  uint32_t (*date)(void *self, ccl_lane *lane, ccl_date_key key);
  /* What a word means to a choice or boolean: index into plan.choices, 0 or 1; −1: nothing. */
  int32_t (*word)(void *self, ccl_lane *lane, ccl_str word);
} ccl_lane_asks;

/* Rows of a piece of text (data/scan.h), all with `width` cells. */
typedef struct ccl_strip {
  const char *base;
  const uint32_t *marks; /* marks[width × row + column] ends the cell; marks[-1] is before the first */
  size_t width, rows;
  uint8_t *doubt; /* of rows: 1: it must be read again */
  bool any_doubt;
  bool json; /* cells are values of JSON, texts without their quotation marks: data/members.h */
  bool comma; /* decimal commas are allowed */
  ccl_csv csv; /* cuts cells that are not plain */
  ccl_lane_asks asks;
} ccl_strip;

/* Texts of a column as numbers from 1; 0: the text is missing. */
typedef struct ccl_dictionary {
  struct ccl_dictionary_entry {
    uint64_t head, tail; /* of texts up to 16 bytes: the text itself; else its hash */
    ccl_str text;
  } * entries;
  uint32_t *slots;
  size_t len, cap, slot_count, slot_cap;
  ccl_arena bytes;
} ccl_dictionary;

struct ccl_lane {
  const ccl_plan *plan;
  const ccl_activity *activity;
  const ccl_field *field;
  uint32_t number; /* of the field */
  uint32_t column; /* of the strip: the first one that is there; CCL_NONE: every value is missing */
  uint32_t *columns; /* all of them, if they are several; CCL_NONE: absent */
  size_t column_count;
  bool used; /* somebody reads the values; else they are only checked */
  bool is_key; /* prints are made */
  bool has_instants; /* of times: somebody reads `wide` */
  ccl_field_reader rules; /* what is missing, what unit a bare figure has */
  bool has_figure_for_missing; /* a text that means "missing" has a digit: no cell is read by its form alone */

  /* The strip's values. */
  uint8_t *present;
  bool all_present;
  int64_t *wide; /* numbers: × 10^places, in base units; times: instants in seconds */
  int32_t places;
  uint64_t magnitude; /* numbers: no value is larger */
  uint32_t
      *codes; /* choices and booleans: place of the choice, 0 or 1 (last one: missing); texts: dictionary; dates and
                      times: number × slots + slot */
  uint64_t *prints; /* fingerprints of keys: equal values have equal ones */

  /* Words. */
  uint32_t missing_code;
  uint64_t multiplier;
  struct ccl_lane_word {
    uint64_t word;
    uint32_t code;
  } words[CCL_WORD_SLOTS]; /* by the top bits of word × multiplier */
  ccl_table spellings;
  uint32_t *spelling_codes; /* missing_code: no choice */
  size_t spelling_cap;

  /* Texts. */
  ccl_dictionary dictionary;
  size_t longest_missing;

  /* Dates and times. */
  ccl_dates *dates;
  uint32_t most_number; /* no number of a day that this thread has seen is larger */
  uint64_t slot_factor; /* seconds × factor >> 40: the slot */
  bool has_seconds; /* the spelling last seen */
  bool fixed_format; /* the field's format has every figure at its place */
  ccl_moment_format *format; /* of this thread; NULL: ISO 8601 */
  struct ccl_lane_date {
    uint64_t head, tail; /* the date's first eight bytes; what follows the time */
    uint32_t rest; /* its last two, and what separates it from the time */
    uint32_t number; /* 0: free */
  } cache[CCL_DATE_SLOTS];

  enum { CCL_FORM_DIGITS, CCL_FORM_DECIMALS, CCL_FORM_ANY } form; /* figures: what the strip before had mostly */
  uint8_t *places_of; /* private to numbers */
  /* Private. Borders of the cells of a last column, without carriage returns before line ends; or of several columns'
   * cells, which are joined in a room of their own. */
  uint32_t *edges;
  char *joined;
  size_t joined_cap;
};

/* On the thread that owns the collector; no column is there yet. False: this field cannot be read so. */
bool ccl_lane_init(ccl_lane *lane, const ccl_plan *plan, const ccl_activity *activity, uint32_t field,
                   ccl_dates *dates);
/* The columns of the strips to come, as many as the field has; CCL_NONE: absent. */
void ccl_lane_point(ccl_lane *lane, const uint32_t *columns, size_t count);
void ccl_lane_free(ccl_lane *lane);

/* Reads the lane's column of the strip's rows. */
void ccl_lane_read(ccl_strip *strip, ccl_lane *lane);

uint64_t ccl_print_figure(int64_t mantissa, int32_t places);
uint32_t ccl_dictionary_put(ccl_dictionary *dictionary, ccl_str text); /* 8 bytes behind the text must be readable */
void ccl_dictionary_free(ccl_dictionary *dictionary);

/* ---- Private to lane*.c ---- */

/* Masks for the first n bytes of a word, n ≤ 8. */
extern const uint64_t ccl_lane_masks[9];

void ccl_lane_doubt(ccl_strip *strip, ccl_lane *lane, size_t row);
/* The cell without blanks and quotation marks; false: the row is doubtful, or the value is missing (both are noted). */
bool ccl_lane_cut(ccl_strip *strip, ccl_lane *lane, size_t row, ccl_record_cell *cell);
void ccl_lane_numbers(ccl_strip *strip, ccl_lane *lane);
void ccl_lane_moments(ccl_strip *strip, ccl_lane *lane);
void ccl_lane_words(ccl_strip *strip, ccl_lane *lane);
void ccl_lane_texts(ccl_strip *strip, ccl_lane *lane);
bool ccl_lane_moments_init(ccl_lane *lane);
bool ccl_lane_words_init(ccl_lane *lane);
void ccl_lane_note_missing(ccl_lane *lane, size_t row);
void ccl_lane_join(ccl_strip *strip, ccl_lane *lane);

static inline uint64_t ccl_lane_load(const char *p) {
  uint64_t word;
  __builtin_memcpy(&word, p, sizeof word);
  return word;
}

static inline uint64_t ccl_print_numbers(uint64_t a, uint64_t b) {
  ccl_u128 product = (ccl_u128)(a ^ UINT64_C(0x9E3779B97F4A7C15)) * (b ^ UINT64_C(0xD1B54A32D192ED03));
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* 8 bytes behind the text must be readable. */
static inline uint64_t ccl_print_text(ccl_str text) {
  const char *p = text.ptr;
  size_t n = text.len;
  if (n <= 8)
    return ccl_print_numbers(n == 0 ? 0 : ccl_lane_load(p) & ccl_lane_masks[n], n);
  uint64_t print = n;
  for (; n > 16; n -= 16, p += 16)
    print = ccl_print_numbers(ccl_lane_load(p) ^ print, ccl_lane_load(p + 8));
  const char *end = text.ptr + text.len;
  /* The last 16 bytes, or the first and the last eight of a short text. */
  return ccl_print_numbers(ccl_lane_load(text.len >= 16 ? end - 16 : text.ptr) ^ print, ccl_lane_load(end - 8));
}

/* A column's cells, as values that a loop keeps in registers: what a kernel writes may be anywhere in memory. */
typedef struct ccl_lane_cells {
  const char *base;
  const uint32_t *mark; /* of the first row: its cell lies between mark[-1] and mark[0] */
  size_t width; /* from there to the mark of the next row */
} ccl_lane_cells;

static inline ccl_lane_cells ccl_lane_cells_of(const ccl_strip *strip, const ccl_lane *lane) {
  bool joined = lane->column_count > 1, edges = joined || lane->column + 1 == strip->width;
  return (ccl_lane_cells){ joined ? lane->joined : strip->base, edges ? lane->edges + 1 : strip->marks + lane->column,
                           edges ? 2 : strip->width };
}

/* The cell of a row; `marks` 1: without the bytes at its borders. */
static inline ccl_extent ccl_lane_cell(ccl_lane_cells cells, size_t row, uint32_t marks) {
  const uint32_t *mark = cells.mark + cells.width * row;
  return (ccl_extent){ mark[-1] + 1 + marks, mark[0] - marks };
}

static inline ccl_extent ccl_lane_extent(const ccl_strip *strip, const ccl_lane *lane, size_t row, uint32_t marks) {
  return ccl_lane_cell(ccl_lane_cells_of(strip, lane), row, marks);
}

/* Whether a text is part of the row's cell, so that what stands behind it is readable. */
static inline bool ccl_lane_is_in_place(const ccl_strip *strip, const ccl_lane *lane, size_t row, ccl_str text) {
  ccl_extent extent = ccl_lane_extent(strip, lane, row, 0);
  uintptr_t place = (uintptr_t)text.ptr, base = (uintptr_t)ccl_lane_cells_of(strip, lane).base;
  return place >= base + extent.from && place + text.len <= base + extent.to;
}

/* Bytes at the border of a cell that can belong to a blank, or mean that the cell is quoted. */
extern const bool ccl_lane_borders[256];

static inline bool ccl_lane_is_border(char byte) {
  return ccl_lane_borders[(unsigned char)byte];
}

/* Whether the strip's first cell stands between quotation marks: the others mostly do so too. */
static inline uint32_t ccl_lane_quoted(const ccl_strip *strip, const ccl_lane *lane) {
  ccl_extent first = ccl_lane_extent(strip, lane, 0, 0);
  return !strip->json && lane->column_count == 1 && first.to - first.from >= 2 && strip->base[first.from] == '"';
}

/* Whether a cell without its borders (marks 1) has quotation marks there. */
static inline bool ccl_lane_is_bordered(const char *base, ccl_extent extent, uint32_t marks) {
  return marks == 0 ||
         (extent.to - extent.from < UINT32_MAX / 2 && base[extent.from - 1] == '"' && base[extent.to] == '"');
}

#endif
