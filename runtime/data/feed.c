/* SPDX-License-Identifier: Apache-2.0 */
/* Takes rows: reads, decodes, counts quotation marks, finds the last line end outside them. */
#include "data/feed.h"

#include <string.h>

#include "base/limits.h"
#include "data/arena.h"

enum { ALIGNED = 64 };

void ccl_feed_init(ccl_feed *feed, ccl_text *text, ccl_simd simd, size_t block) {
  *feed = (ccl_feed){ .text = text, .simd = simd, .block = block };
  pthread_mutex_init(&feed->lock, NULL);
}

void ccl_feed_free(ccl_feed *feed) {
  pthread_mutex_destroy(&feed->lock);
  ccl_plain_free(feed->carry);
  ccl_plain_free(feed->raw);
}

void ccl_chunk_free(ccl_chunk *chunk) {
  ccl_plain_free(chunk->room);
  *chunk = (ccl_chunk){ 0 };
}

void ccl_feed_stop(ccl_feed *feed) {
  pthread_mutex_lock(&feed->lock);
  feed->ended = true;
  pthread_mutex_unlock(&feed->lock);
}

static size_t aligned(size_t size) {
  return (size + ALIGNED - 1) / ALIGNED * ALIGNED;
}

/* Where the rows begin: what was carried stands right before an aligned place, into which the kernel copies fastest. */
static char *make_room(ccl_chunk *chunk, size_t size) {
  size_t offset = chunk->base ? (size_t)(chunk->base - chunk->room) : 0, kept = chunk->cap;
  if (size + 2 * ALIGNED > chunk->cap) {
    chunk->room = ccl_plain_grow(chunk->room, &chunk->cap, size + 2 * ALIGNED, 1);
    size_t fresh = (ALIGNED - (uintptr_t)chunk->room % ALIGNED) % ALIGNED;
    if (fresh != offset && kept > 0)
      memmove(chunk->room + fresh, chunk->room + offset, kept - (fresh > offset ? fresh : offset));
    chunk->base = chunk->room + fresh;
  }
  return chunk->room + (chunk->base - chunk->room);
}

/* Up to a block of text behind base + end; 0: no more. */
static size_t read_more(ccl_feed *feed, ccl_chunk *chunk, size_t end) {
  ccl_text *text = feed->text;
  size_t window = text->end - text->start;
  if (window > 0) {
    size_t count = window < feed->block ? window : feed->block;
    memcpy(make_room(chunk, end + count + CCL_SCAN_PAD) + end, text->buf + text->start, count);
    text->start += count;
    return count;
  }
  if (text->charset == CCL_CHARSET_UTF8)
    return ccl_bytes_read(text->bytes, make_room(chunk, end + feed->block + CCL_SCAN_PAD) + end, feed->block);
  feed->raw = ccl_plain_grow(feed->raw, &feed->raw_cap, feed->block, 1);
  size_t count = ccl_bytes_read(text->bytes, feed->raw, feed->block);
  char *out = make_room(chunk, end + count * CCL_DECODED_MOST + CCL_SCAN_PAD) + end;
  return ccl_text_decode(text->charset, feed->raw, count, out);
}

/* The place behind the last line end outside quotation marks in [from, to); `quoted`: the marks up to `to` are odd.
 * `from`: there is none. */
static size_t last_row_end(const char *base, size_t from, size_t to, bool quoted) {
  size_t at = to;
  for (; at > from && (base[at - 1] != '\n' || quoted); at--)
    quoted ^= base[at - 1] == '"';
  return at;
}

/* Reads until there is a row end, or the end. The place behind the last row; 0: nothing can be taken. */
static size_t read_rows(ccl_feed *feed, ccl_chunk *chunk, size_t from, size_t *end, bool *quoted) {
  for (;;) {
    size_t count = read_more(feed, chunk, *end);
    char *base = make_room(chunk, *end + count + CCL_SCAN_PAD);
    if (count == 0) {
      feed->ended = true;
      feed->broken = *quoted || ccl_bytes_state_of(feed->text->bytes) != CCL_BYTES_END;
      if (feed->broken || *end == from)
        return 0;
      base[(*end)++] = '\n';
      return *end;
    }
    *quoted ^= ccl_scan_quotes(feed->simd, base + *end, count) % 2 != 0;
    size_t rows = last_row_end(base, *end, *end + count, *quoted), before = *end;
    *end += count;
    if (rows > before)
      return rows;
    if (*end - from > CCL_LIMIT_ROW_BYTES) {
      feed->ended = feed->broken = true;
      return 0;
    }
  }
}

static bool take(ccl_feed *feed, ccl_chunk *chunk) {
  size_t from = CCL_SCAN_PAD + aligned(feed->carried) - feed->carried, end = from + feed->carried;
  char *base = make_room(chunk, end + CCL_SCAN_PAD);
  memset(base, 0, from);
  if (feed->carried > 0)
    memcpy(base + from, feed->carry, feed->carried);
  bool quoted = feed->carry_quoted;
  size_t to = read_rows(feed, chunk, from, &end, &quoted);
  feed->carried = 0;
  if (to == 0)
    return false;
  base = make_room(chunk, end + CCL_SCAN_PAD);
  feed->carried = end - to;
  feed->carry_quoted = quoted;
  feed->carry = ccl_plain_grow(feed->carry, &feed->carry_cap, feed->carried + 1, 1);
  memcpy(feed->carry, base + to, feed->carried);
  memset(base + to, 0, CCL_SCAN_PAD);
  chunk->from = (uint32_t)from;
  chunk->to = (uint32_t)to;
  return true;
}

bool ccl_feed_take(ccl_feed *feed, ccl_chunk *chunk) {
  pthread_mutex_lock(&feed->lock);
  bool taken = !feed->ended && take(feed, chunk);
  pthread_mutex_unlock(&feed->lock);
  return taken;
}
