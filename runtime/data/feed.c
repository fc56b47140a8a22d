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

void ccl_feed_digest_apart(ccl_feed *feed) {
  /* What is decoded is not what is digested. */
  feed->digests = feed->text->charset == CCL_CHARSET_UTF8 && ccl_digester_open(&feed->digester, feed->text->bytes);
}

void ccl_feed_free(ccl_feed *feed) {
  if (feed->digests)
    ccl_digester_close(&feed->digester);
  pthread_mutex_destroy(&feed->lock);
  ccl_plain_free(feed->carry);
  ccl_plain_free(feed->raw);
}

char *ccl_chunk_rows(ccl_chunk *chunk) {
  ccl_chunk_room *room = &chunk->rooms[chunk->turn];
  return room->room + room->base;
}

void ccl_chunk_free(ccl_chunk *chunk) {
  for (size_t i = 0; i < CCL_CHUNK_ROOMS; i++)
    ccl_plain_free(chunk->rooms[i].room);
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
  ccl_chunk_room *room = &chunk->rooms[chunk->turn];
  size_t kept = room->cap;
  if (size + 2 * ALIGNED > room->cap) {
    room->room = ccl_plain_grow(room->room, &room->cap, size + 2 * ALIGNED, 1);
    size_t fresh = (ALIGNED - (uintptr_t)room->room % ALIGNED) % ALIGNED;
    if (fresh != room->base && kept > 0)
      memmove(room->room + fresh, room->room + room->base, kept - (fresh > room->base ? fresh : room->base));
    room->base = fresh;
  }
  chunk->base = room->room + room->base;
  return ccl_chunk_rows(chunk);
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

static size_t last_line_end(const char *base, size_t from, size_t to) {
  while (to > from && base[to - 1] != '\n')
    to--;
  return to;
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
    *quoted ^= !feed->lines && ccl_scan_quotes(feed->simd, base + *end, count) % 2 != 0;
    size_t before = *end, to = before + count;
    size_t rows = feed->lines ? last_line_end(base, before, to) : last_row_end(base, before, to, *quoted);
    *end = to;
    if (rows > before)
      return rows;
    if (*end - from > CCL_LIMIT_ROW_BYTES) {
      feed->ended = feed->broken = true;
      return 0;
    }
  }
}

/* The next room of the chunk, as soon as its digest is made. */
static void turn_rooms(ccl_feed *feed, ccl_chunk *chunk) {
  if (!feed->digests)
    return;
  chunk->turn = (chunk->turn + 1) % CCL_CHUNK_ROOMS;
  ccl_digester_wait(&feed->digester, &chunk->rooms[chunk->turn].piece);
}

/* What was read from the file goes to the digester; what lay in the window has been digested. */
static void digest(ccl_feed *feed, ccl_chunk *chunk, size_t from, size_t to) {
  ccl_digest_piece *piece = &chunk->rooms[chunk->turn].piece;
  *piece = (ccl_digest_piece){ .bytes = chunk->base + from, .count = to - from };
  ccl_digester_put(&feed->digester, piece);
}

static bool take(ccl_feed *feed, ccl_chunk *chunk) {
  size_t from = CCL_SCAN_PAD + aligned(feed->carried) - feed->carried, end = from + feed->carried;
  char *base = make_room(chunk, end + CCL_SCAN_PAD);
  memset(base, 0, from);
  if (feed->carried > 0)
    memcpy(base + from, feed->carry, feed->carried);
  bool quoted = feed->carry_quoted;
  size_t window = feed->text->end - feed->text->start, read = end;
  size_t to = read_rows(feed, chunk, from, &end, &quoted);
  read += window - (feed->text->end - feed->text->start);
  base = make_room(chunk, end + CCL_SCAN_PAD);
  if (feed->digests)
    digest(feed, chunk, read, feed->ended && to == end ? end - 1 : end);
  feed->carried = 0;
  if (to == 0)
    return false;
  feed->carried = end - to;
  feed->carry_quoted = quoted;
  feed->carry = ccl_plain_grow(feed->carry, &feed->carry_cap, feed->carried + 1, 1);
  memcpy(feed->carry, base + to, feed->carried);
  memset(base + end, 0, CCL_SCAN_PAD);
  chunk->from = (uint32_t)from;
  chunk->to = (uint32_t)to;
  return true;
}

bool ccl_feed_take(ccl_feed *feed, ccl_chunk *chunk) {
  turn_rooms(feed, chunk);
  pthread_mutex_lock(&feed->lock);
  bool taken = !feed->ended && take(feed, chunk);
  pthread_mutex_unlock(&feed->lock);
  return taken;
}
