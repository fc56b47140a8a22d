/* SPDX-License-Identifier: Apache-2.0 */
/* Rows read one by one: their keys, their judgement, their way into the classes. */
#include "engine/quick_pile.h"

#include <string.h>

void ccl_pile_init(ccl_pile *pile, ccl_quick *quick, ccl_intake *intake, ccl_pile_use use, bool makes_prints,
                   size_t most) {
  *pile = (ccl_pile){ .quick = quick, .intake = intake, .use = use, .makes_prints = makes_prints, .held_most = most };
  pile->batch = ccl_batch_new(intake->activity);
  ccl_prints_init(&pile->prints, 0);
}

void ccl_pile_free(ccl_pile *pile) {
  ccl_prints_free(&pile->prints);
  ccl_batch_free(pile->batch);
  ccl_plain_free(pile->held);
}

bool ccl_pile_is_sound(const ccl_pile *pile) {
  const ccl_faults *faults = pile->intake->faults;
  return !faults->stopped && faults->count == 0 && !pile->quick->gather->troubled && !pile->quick->gather->stopped;
}

/* The key of a row of the batch, as a lane makes it. False: it has none, or one that no lane makes. */
static bool print_of(const ccl_pile *pile, size_t row, uint64_t *print, bool *strange) {
  const ccl_activity *activity = pile->intake->activity;
  const ccl_column *column = &pile->batch->columns[activity->key];
  *strange = false;
  if (!column->present[row])
    return false;
  switch (column->kind) {
  case CCL_KIND_TEXT: {
    enum { PADDING = 16 };
    size_t cap = 0, length = column->texts[row].len;
    char *copy = ccl_plain_grow(NULL, &cap, length + PADDING, 1);
    memset(copy + length, 0, PADDING);
    if (length > 0)
      memcpy(copy, column->texts[row].ptr, length);
    *print = ccl_print_text((ccl_str){ copy, length });
    ccl_plain_free(copy);
    return true;
  }
  case CCL_KIND_NUMBER:
    *strange = column->narrow[row] == CCL_FIGURE_EXACT;
    *print = *strange ? 0 : ccl_print_figure(column->wide[row], column->narrow[row]);
    return true;
  case CCL_KIND_TIMESTAMP:
    *print = ccl_print_numbers((uint64_t)column->wide[row], (uint64_t)column->narrow[row]);
    return true;
  case CCL_KIND_DATE: *print = ccl_print_numbers((uint64_t)column->narrow[row], 0); return true;
  case CCL_KIND_BOOL:
  case CCL_KIND_CHOICE:
  case CCL_KIND_MONTH:
  case CCL_KIND_WEEKDAY: break;
  }
  *strange = true;
  return true;
}

/* Adds the fingerprints of the batch's keys. False: one has a key that no lane makes. */
static bool add_prints(ccl_pile *pile) {
  static const uint8_t sure[1] = { 0 };
  for (size_t row = 0; row < pile->batch->count; row++) {
    uint64_t print;
    bool strange;
    if (print_of(pile, row, &print, &strange))
      ccl_prints_add(&pile->prints, &print, NULL, sure, 1);
    if (strange)
      return false;
  }
  return true;
}

/* The rows of the batch go where they belong. */
static bool empty_batch(ccl_pile *pile, bool gathers) {
  ccl_batch *batch = pile->batch;
  if (pile->makes_prints && !add_prints(pile))
    return false;
  if (gathers)
    ccl_gather_batch(pile->quick->gather, batch);
  ccl_batch_clear(batch);
  return ccl_pile_is_sound(pile);
}

/* A row that is held, before its bytes. */
typedef struct held_row {
  uint32_t file, length;
} held_row;

static bool hold(ccl_pile *pile, uint32_t file, const char *row, uint32_t length) {
  held_row head = { file, length };
  size_t need = pile->held_len + sizeof head + length;
  if (need > pile->held_most)
    return false;
  pile->held = ccl_plain_grow(pile->held, &pile->held_cap, need, 1);
  memcpy(pile->held + pile->held_len, &head, sizeof head);
  memcpy(pile->held + pile->held_len + sizeof head, row, length);
  pile->held_len = need;
  return true;
}

bool ccl_pile_read(ccl_pile *pile, ccl_reader *reader, uint32_t file, const char *rows, size_t length) {
  bool gathers = pile->use == CCL_PILE_GATHER, good = ccl_pile_is_sound(pile);
  for (size_t at = 0; good && at < length;) {
    uint32_t size;
    memcpy(&size, rows + at, sizeof size);
    at += sizeof size;
    ccl_reader_row(reader, pile->batch, (ccl_str){ rows + at, size }, 0);
    good = ccl_pile_is_sound(pile) && (pile->use != CCL_PILE_HOLD || hold(pile, file, rows + at, size)) &&
           (pile->batch->count < CCL_BATCH_ROWS || empty_batch(pile, gathers));
    at += size;
  }
  return good && empty_batch(pile, gathers);
}

void ccl_pile_let_go(ccl_pile *pile) {
  ccl_intake_end(pile->intake);
  ccl_intake_begin(pile->intake);
}

static bool next_held(const ccl_pile *pile, held_row *head) {
  if (pile->held_next == pile->held_len)
    return false;
  memcpy(head, pile->held + pile->held_next, sizeof *head);
  return true;
}

bool ccl_pile_holds(const ccl_pile *pile, uint32_t file) {
  held_row head;
  return next_held(pile, &head) && head.file == file;
}

bool ccl_pile_gather(ccl_pile *pile, ccl_reader *reader, uint32_t file) {
  held_row head;
  bool good = true;
  while (good && next_held(pile, &head) && head.file == file) {
    size_t at = pile->held_next + sizeof head;
    ccl_reader_row(reader, pile->batch, (ccl_str){ pile->held + at, head.length }, 0);
    pile->held_next = at + head.length;
    good = ccl_pile_is_sound(pile) && (pile->batch->count < CCL_BATCH_ROWS || empty_batch(pile, true));
  }
  return good && empty_batch(pile, true);
}

void ccl_pile_judge(ccl_pile *pile, ccl_reader *reader, ccl_str row, uint64_t line) {
  ccl_reader_row(reader, pile->batch, row, line);
  if (pile->batch->count < CCL_BATCH_ROWS)
    return;
  ccl_faults_flush(pile->intake->faults);
  ccl_batch_clear(pile->batch);
}
