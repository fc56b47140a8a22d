/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lists of fingerprints; and whether two are equal. Each block is put in order of the top bits as soon as it is full,
 * while it lies in the cache; in the end each part, of all blocks, goes through a small table that stays there too. What
 * was written to files comes back in several rounds, each for some of the parts.
 */
#include "data/prints.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "data/arena.h"
#include "data/scratch.h"

enum { BLOCK = 1 << 18, PART_BITS = 12, PARTS = 1 << PART_BITS, TABLE = 8192 };

static void *plain(size_t count, size_t size) {
  if (count > SIZE_MAX / size)
    ccl_mem_exhaust();
  return ccl_plain_room(count * size);
}

/* Room of a block. The first one often stays nearly empty: no large page is made for it. */
static uint64_t *block_room(const ccl_prints *prints) {
  size_t cap = 0;
  return prints->block_count > 1 ? plain(BLOCK, sizeof(uint64_t)) : ccl_plain_grow(NULL, &cap, BLOCK, sizeof(uint64_t));
}

void ccl_prints_init(ccl_prints *prints, size_t limit) {
  *prints = (ccl_prints){ .limit = limit, .file = -1, .in_last = BLOCK };
}

void ccl_prints_free(ccl_prints *prints) {
  for (size_t i = 0; i < prints->block_count; i++) {
    ccl_plain_free(prints->blocks[i].values);
    ccl_plain_free(prints->blocks[i].starts);
  }
  ccl_plain_free(prints->blocks);
  ccl_plain_free(prints->spare);
  if (prints->file >= 0)
    close(prints->file);
  ccl_prints_init(prints, prints->limit);
}

/* ---- Adding ---- */

static size_t part_of(uint64_t print) {
  return (size_t)(print >> (64 - PART_BITS));
}

/* The last block's prints, part by part. */
static void order_last(ccl_prints *prints) {
  if (prints->block_count == 0)
    return;
  ccl_prints_block *block = &prints->blocks[prints->block_count - 1];
  uint32_t next[PARTS];
  block->starts = plain(PARTS + 1, sizeof *block->starts);
  memset(block->starts, 0, (PARTS + 1) * sizeof *block->starts);
  for (size_t i = 0; i < prints->in_last; i++)
    block->starts[part_of(block->values[i]) + 1]++;
  for (size_t p = 0; p < PARTS; p++)
    block->starts[p + 1] += block->starts[p];
  memcpy(next, block->starts, sizeof next);
  if (!prints->spare)
    prints->spare = block_room(prints);
  for (size_t i = 0; i < prints->in_last; i++)
    prints->spare[next[part_of(block->values[i])]++] = block->values[i];
  uint64_t *ordered = prints->spare;
  prints->spare = block->values;
  block->values = ordered;
}

/* All blocks, which are full, into the file. */
static void spill(ccl_prints *prints) {
  if (prints->file < 0)
    prints->file = ccl_scratch_open();
  for (; prints->in_file < prints->block_count; prints->in_file++) {
    ccl_prints_block *block = &prints->blocks[prints->in_file];
    uint64_t at = (uint64_t)prints->in_file * BLOCK * sizeof *block->values;
    if (prints->file < 0 || !ccl_scratch_write(prints->file, block->values, BLOCK * sizeof *block->values, at))
      prints->failed = true;
    ccl_plain_free(block->values);
    block->values = NULL;
  }
}

static void add_block(ccl_prints *prints) {
  order_last(prints);
  size_t in_memory = prints->block_count - prints->in_file;
  if (prints->limit > 0 && in_memory > 0 && (in_memory + 1) * BLOCK * sizeof(uint64_t) > prints->limit)
    spill(prints);
  prints->blocks = ccl_plain_grow(prints->blocks, &prints->block_cap, prints->block_count + 1, sizeof *prints->blocks);
  prints->block_count++;
  prints->blocks[prints->block_count - 1] = (ccl_prints_block){ block_room(prints), NULL };
  prints->in_last = 0;
}

void ccl_prints_add(ccl_prints *prints, const uint64_t *list, const uint8_t *present, const uint8_t *doubt,
                    size_t count) {
  for (size_t at = 0; at < count;) {
    if (prints->in_last == BLOCK)
      add_block(prints);
    uint64_t *block = prints->blocks[prints->block_count - 1].values;
    size_t room = BLOCK - prints->in_last, to = count - at < room ? count : at + room, out = prints->in_last;
    for (; at < to; at++) {
      block[out] = list[at];
      out += (size_t)(!doubt[at] & (!present || present[at]));
    }
    prints->total += out - prints->in_last;
    prints->in_last = out;
  }
}

/* ---- Looking for equal ones ---- */

/* A block during a round: its prints of the round's parts. */
typedef struct view {
  const uint64_t *values; /* values[starts[p]] is the first of part p */
  const uint32_t *starts;
  uint64_t *loaded; /* out of a file; NULL: the block itself */
} view;

/* What the threads share. */
typedef struct search {
  view *views;
  size_t view_count;
  size_t first_part, next_part, end_part; /* of the round */
  size_t step; /* parts that go through one table */
  pthread_mutex_t lock;
  bool found;
  ccl_print_set *equal; /* NULL: one is enough to know */
} search;

/* The parts [from, to) of a block that lies in a file. */
static void load(view *v, ccl_prints *prints, size_t block, size_t from, size_t to) {
  size_t first = v->starts[from], size = (v->starts[to] - first) * sizeof(uint64_t);
  v->loaded = plain(size, 1);
  if (!prints->failed && !ccl_scratch_read(prints->file, v->loaded, size, (block * BLOCK + first) * sizeof(uint64_t)))
    prints->failed = true;
  if (prints->failed)
    memset(v->loaded, 0, size);
}

static void open_views(search *s, ccl_prints *lists, size_t count, size_t from, size_t to) {
  size_t n = 0;
  for (size_t l = 0; l < count; l++)
    for (size_t i = 0; i < lists[l].block_count; i++) {
      view *v = &s->views[n++];
      *v = (view){ lists[l].blocks[i].values, lists[l].blocks[i].starts, NULL };
      if (!v->values)
        load(v, &lists[l], i, from, to);
    }
  s->first_part = s->next_part = from;
  s->end_part = to;
}

static void close_views(search *s) {
  for (size_t i = 0; i < s->view_count; i++)
    ccl_plain_free(s->views[i].loaded);
}

static void put_print(ccl_print_set *set, uint64_t print);

static void grow_set(ccl_print_set *set) {
  enum { FIRST_SLOTS = 64 };
  ccl_print_set old = *set;
  set->slot_count = old.slot_count > 0 ? 2 * old.slot_count : FIRST_SLOTS;
  set->slots = plain(set->slot_count, sizeof *set->slots);
  memset(set->slots, 0, set->slot_count * sizeof *set->slots);
  set->len = 0;
  for (size_t i = 0; i < old.slot_count; i++)
    if (old.slots[i] != 0)
      put_print(set, old.slots[i]);
  ccl_plain_free(old.slots);
}

static void put_print(ccl_print_set *set, uint64_t print) {
  if (2 * (set->len + 1) > set->slot_count)
    grow_set(set);
  size_t slot = (size_t)print & (set->slot_count - 1);
  while (set->slots[slot] != 0 && set->slots[slot] != print)
    slot = (slot + 1) & (set->slot_count - 1);
  set->len += set->slots[slot] == 0;
  set->slots[slot] = print;
}

void ccl_print_set_free(ccl_print_set *set) {
  ccl_plain_free(set->slots);
  *set = (ccl_print_set){ 0 };
}

/* Two are equal: whether that is all that is asked. */
static bool note_equal(search *s, uint64_t print) {
  pthread_mutex_lock(&s->lock);
  s->found = true;
  if (!s->equal)
    s->next_part = s->end_part;
  else if (print == 0)
    s->equal->has_zero = true;
  else
    put_print(s->equal, print);
  pthread_mutex_unlock(&s->lock);
  return !s->equal;
}

/* Looks for equal prints in the parts [from, to) of all blocks. The table has room for twice as many. */
static void look_through(search *s, size_t from, size_t to, uint64_t *table, size_t slots) {
  bool has_zero = false;
  memset(table, 0, slots * sizeof *table);
  for (size_t b = 0; b < s->view_count; b++) {
    const view *v = &s->views[b];
    const uint64_t *values = v->loaded ? v->loaded : v->values;
    uint32_t base = v->loaded ? v->starts[s->first_part] : 0;
    for (size_t i = v->starts[from] - base; i < v->starts[to] - base; i++) {
      uint64_t print = values[i];
      if (print == 0) {
        if (has_zero && note_equal(s, print))
          return;
        has_zero = true;
        continue;
      }
      size_t slot = (size_t)print & (slots - 1);
      while (table[slot] != 0 && table[slot] != print)
        slot = (slot + 1) & (slots - 1);
      if (__builtin_expect(table[slot] == print, 0) && note_equal(s, print))
        return;
      table[slot] = print;
    }
  }
}

static size_t slots_for(const search *s, size_t from, size_t to) {
  size_t count = 0, slots = 16;
  for (size_t b = 0; b < s->view_count; b++)
    count += s->views[b].starts[to] - s->views[b].starts[from];
  while (slots < 2 * count)
    slots *= 2;
  return slots;
}

/* The next parts of the round; false: there are none. */
static bool take_parts(search *s, size_t *from, size_t *to) {
  pthread_mutex_lock(&s->lock);
  *from = s->next_part;
  *to = *from + s->step < s->end_part ? *from + s->step : s->end_part;
  s->next_part = *to;
  pthread_mutex_unlock(&s->lock);
  return *from < *to;
}

static void *check_parts(void *self) {
  search *s = self;
  uint64_t *table = NULL;
  size_t cap = 0, from, to;
  while (take_parts(s, &from, &to)) {
    size_t slots = slots_for(s, from, to);
    table = ccl_plain_grow(table, &cap, slots, sizeof *table);
    look_through(s, from, to, table, slots);
  }
  ccl_plain_free(table);
  return NULL;
}

static void check_with(search *s, unsigned threads) {
  enum { MOST = 64 };
  pthread_t others[MOST];
  unsigned started = 0;
  for (; started + 1 < threads && started < MOST; started++)
    if (pthread_create(&others[started], NULL, check_parts, s) != 0)
      break;
  check_parts(s);
  for (unsigned i = 0; i < started; i++)
    pthread_join(others[i], NULL);
}

/* How many parts a round may hold, so that what comes back from files stays below the limits. */
static size_t parts_of_round(const ccl_prints *lists, size_t count) {
  uint64_t in_files = 0, limit = 0;
  for (size_t l = 0; l < count; l++) {
    in_files += (uint64_t)lists[l].in_file * BLOCK * sizeof(uint64_t);
    limit += lists[l].limit;
  }
  size_t parts = PARTS;
  while (parts > 1 && in_files / PARTS * parts > limit)
    parts /= 2;
  return parts;
}

/* Whether there are equal prints. */
static bool find_equal(ccl_prints *lists, size_t count, unsigned threads, ccl_print_set *equal, bool *failed) {
  enum { SMALL = 1 << 17 };
  search s = { .step = 1, .equal = equal };
  uint64_t total = 0;
  for (size_t l = 0; l < count; l++) {
    order_last(&lists[l]);
    total += lists[l].total;
    s.view_count += lists[l].block_count;
  }
  while (s.step < PARTS && total * 2 / PARTS * s.step < TABLE)
    s.step *= 2;
  s.views = plain(s.view_count, sizeof *s.views);
  pthread_mutex_init(&s.lock, NULL);
  size_t parts = parts_of_round(lists, count);
  for (size_t from = 0; from < PARTS && (equal || !s.found); from += parts) {
    open_views(&s, lists, count, from, from + parts);
    check_with(&s, total < SMALL ? 1 : threads);
    close_views(&s);
  }
  pthread_mutex_destroy(&s.lock);
  ccl_plain_free(s.views);
  *failed = false;
  for (size_t l = 0; l < count; l++) {
    *failed = *failed || lists[l].failed;
    ccl_prints_free(&lists[l]);
  }
  return s.found;
}

bool ccl_prints_are_unique(ccl_prints *lists, size_t count, unsigned threads, bool *failed) {
  return !find_equal(lists, count, threads, NULL, failed);
}

void ccl_prints_equal(ccl_prints *lists, size_t count, unsigned threads, ccl_print_set *equal, bool *failed) {
  find_equal(lists, count, threads, equal, failed);
}
