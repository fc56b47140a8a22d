/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lists of fingerprints; and whether two are equal: each thread puts its prints in order of their top bits, then each
 * part goes through a small table that stays in the cache. What was written to files comes back in several rounds, each
 * for a part of the top bits.
 */
#include "data/prints.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "data/arena.h"

enum { BLOCK = 1 << 18, PART = 8192, MOST_PARTS_LOG = 12 };

static void *plain(size_t count, size_t size) {
  size_t cap = 0;
  return ccl_plain_grow(NULL, &cap, count > 0 ? count : 1, size);
}

void ccl_prints_init(ccl_prints *prints, size_t limit) {
  *prints = (ccl_prints){ .limit = limit, .file = -1, .in_last = BLOCK };
}

void ccl_prints_free(ccl_prints *prints) {
  for (size_t i = 0; i < prints->block_count; i++)
    ccl_plain_free(prints->blocks[i]);
  ccl_plain_free(prints->blocks);
  if (prints->file >= 0)
    close(prints->file);
  ccl_prints_init(prints, prints->limit);
}

/* ---- Adding ---- */

static bool write_whole(int file, const void *bytes, size_t count) {
  const char *p = bytes;
  while (count > 0) {
    ssize_t written = write(file, p, count);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    p += written;
    count -= (size_t)written;
  }
  return true;
}

/* All full blocks into the file. */
static void spill(ccl_prints *prints) {
  if (prints->file < 0) {
    FILE *file = tmpfile();
    prints->file = file ? dup(fileno(file)) : -1;
    if (file)
      fclose(file);
  }
  for (size_t i = 0; i < prints->block_count; i++) {
    if (prints->file < 0 || !write_whole(prints->file, prints->blocks[i], BLOCK * sizeof **prints->blocks))
      prints->failed = true;
    ccl_plain_free(prints->blocks[i]);
  }
  prints->block_count = 0;
}

static void add_block(ccl_prints *prints) {
  if (prints->limit > 0 && (prints->block_count + 1) * BLOCK * sizeof **prints->blocks > prints->limit &&
      prints->block_count > 0)
    spill(prints);
  prints->blocks = ccl_plain_grow(prints->blocks, &prints->block_cap, prints->block_count + 1, sizeof *prints->blocks);
  uint64_t *block = plain(BLOCK, sizeof *block);
  prints->blocks[prints->block_count++] = block;
  prints->in_last = 0;
}

void ccl_prints_add(ccl_prints *prints, const uint64_t *list, const uint8_t *present, const uint8_t *doubt,
                    size_t count) {
  for (size_t at = 0; at < count;) {
    if (prints->in_last == BLOCK)
      add_block(prints);
    uint64_t *block = prints->blocks[prints->block_count - 1];
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

/* What the threads share. */
typedef struct search {
  ccl_prints *lists;
  size_t list_count;
  uint64_t **sorted; /* of each list, part by part */
  size_t **starts; /* where the parts begin; parts + 1 */
  unsigned part_bits;
  uint64_t round, round_bits; /* only prints with these top bits */
  pthread_mutex_t lock;
  size_t next_list, next_part;
  bool found, failed;
} search;

static size_t part_of(const search *s, uint64_t print) {
  return s->part_bits == 0 ? 0 : (size_t)((print << s->round_bits) >> (64 - s->part_bits));
}

static bool is_of_round(const search *s, uint64_t print) {
  return s->round_bits == 0 || print >> (64 - s->round_bits) == s->round;
}

typedef void each_block(search *s, size_t list, const uint64_t *block, size_t count, size_t *state);

/* Calls `each` for all blocks of a list, those in its file too. */
static void walk(search *s, size_t list, each_block *each, size_t *state) {
  ccl_prints *prints = &s->lists[list];
  for (size_t i = 0; i < prints->block_count; i++)
    each(s, list, prints->blocks[i], i + 1 < prints->block_count ? BLOCK : prints->in_last, state);
  if (prints->file < 0)
    return;
  uint64_t *block = plain(BLOCK, sizeof *block);
  for (off_t at = 0;;) {
    ssize_t got = pread(prints->file, block, BLOCK * sizeof *block, at);
    if (got < 0 || got % (ssize_t)sizeof *block != 0)
      prints->failed = true;
    if (got <= 0)
      break;
    each(s, list, block, (size_t)got / sizeof *block, state);
    at += got;
  }
  ccl_plain_free(block);
}

static void count_parts(search *s, size_t list, const uint64_t *block, size_t count, size_t *counts) {
  (void)list;
  for (size_t i = 0; i < count; i++)
    if (is_of_round(s, block[i]))
      counts[part_of(s, block[i]) + 1]++;
}

static void put_parts(search *s, size_t list, const uint64_t *block, size_t count, size_t *next) {
  uint64_t *out = s->sorted[list];
  for (size_t i = 0; i < count; i++)
    if (is_of_round(s, block[i]))
      out[next[part_of(s, block[i])]++] = block[i];
}

static void sort_list(search *s, size_t list) {
  size_t parts = (size_t)1 << s->part_bits;
  size_t *starts = plain(parts + 1, sizeof *starts), *next = plain(parts + 1, sizeof *next);
  memset(starts, 0, (parts + 1) * sizeof *starts);
  walk(s, list, count_parts, starts);
  for (size_t p = 0; p < parts; p++)
    starts[p + 1] += starts[p];
  memcpy(next, starts, (parts + 1) * sizeof *next);
  s->sorted[list] = plain(starts[parts], sizeof **s->sorted);
  walk(s, list, put_parts, next);
  ccl_plain_free(next);
  s->starts[list] = starts;
}

/* Whether the prints of one part, of all lists, are different. */
static bool part_is_unique(const search *s, size_t part, uint64_t **table, size_t *table_cap) {
  size_t count = 0, slots = 16;
  for (size_t l = 0; l < s->list_count; l++)
    count += s->starts[l][part + 1] - s->starts[l][part];
  while (slots < 2 * count)
    slots *= 2;
  *table = ccl_plain_grow(*table, table_cap, slots, sizeof **table);
  memset(*table, 0, slots * sizeof **table);
  bool has_zero = false;
  for (size_t l = 0; l < s->list_count; l++)
    for (size_t i = s->starts[l][part]; i < s->starts[l][part + 1]; i++) {
      uint64_t print = s->sorted[l][i];
      if (print == 0) {
        if (has_zero)
          return false;
        has_zero = true;
        continue;
      }
      size_t slot = (size_t)print & (slots - 1);
      for (; (*table)[slot] != 0; slot = (slot + 1) & (slots - 1))
        if ((*table)[slot] == print)
          return false;
      (*table)[slot] = print;
    }
  return true;
}

static size_t take_number(search *s, size_t *next) {
  pthread_mutex_lock(&s->lock);
  size_t number = (*next)++;
  pthread_mutex_unlock(&s->lock);
  return number;
}

static void *sort_lists(void *self) {
  search *s = self;
  for (size_t list; (list = take_number(s, &s->next_list)) < s->list_count;)
    sort_list(s, list);
  return NULL;
}

static void *check_parts(void *self) {
  search *s = self;
  uint64_t *table = NULL;
  size_t table_cap = 0, parts = (size_t)1 << s->part_bits;
  for (size_t part; (part = take_number(s, &s->next_part)) < parts;)
    if (!part_is_unique(s, part, &table, &table_cap)) {
      pthread_mutex_lock(&s->lock);
      s->found = true;
      s->next_part = parts;
      pthread_mutex_unlock(&s->lock);
    }
  ccl_plain_free(table);
  return NULL;
}

static void with_threads(search *s, unsigned threads, void *work(void *)) {
  enum { MOST = 64 };
  pthread_t others[MOST];
  unsigned started = 0;
  for (; started + 1 < threads && started < MOST; started++)
    if (pthread_create(&others[started], NULL, work, s) != 0)
      break;
  work(s);
  for (unsigned i = 0; i < started; i++)
    pthread_join(others[i], NULL);
}

static void search_round(search *s, unsigned threads) {
  s->next_list = s->next_part = 0;
  with_threads(s, threads, sort_lists);
  with_threads(s, threads, check_parts);
  for (size_t l = 0; l < s->list_count; l++) {
    ccl_plain_free(s->sorted[l]);
    ccl_plain_free(s->starts[l]);
    s->failed = s->failed || s->lists[l].failed;
  }
}

bool ccl_prints_are_unique(ccl_prints *lists, size_t count, unsigned threads, bool *failed) {
  enum { MOST_ROUND_BITS = 10, SMALL = 1 << 17 };
  search s = { .lists = lists, .list_count = count };
  uint64_t total = 0, limit = 0;
  bool spilled = false;
  for (size_t i = 0; i < count; i++) {
    total += lists[i].total;
    limit += lists[i].limit;
    spilled = spilled || lists[i].file >= 0;
  }
  while (spilled && s.round_bits < MOST_ROUND_BITS && (total >> s.round_bits) * sizeof(uint64_t) > limit)
    s.round_bits++;
  while (s.part_bits < MOST_PARTS_LOG && total >> s.round_bits >> s.part_bits > PART)
    s.part_bits++;
  s.sorted = plain(count, sizeof *s.sorted);
  s.starts = plain(count, sizeof *s.starts);
  pthread_mutex_init(&s.lock, NULL);
  for (s.round = 0; s.round >> s.round_bits == 0 && !s.found; s.round++)
    search_round(&s, total < SMALL ? 1 : threads);
  pthread_mutex_destroy(&s.lock);
  ccl_plain_free(s.sorted);
  ccl_plain_free(s.starts);
  for (size_t i = 0; i < count; i++)
    ccl_prints_free(&lists[i]);
  *failed = s.failed;
  return !s.found;
}
