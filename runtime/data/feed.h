/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file of CSV or JSON Lines as pieces of whole rows, which threads take in turn: under a lock one of them puts what
 * the last piece left over into its own room, reads on, and gives back what lies behind the last line end outside
 * quotation marks. So a piece needs nothing of its neighbours, whatever stands in quoted cells, and a pipe is like a
 * file.
 *
 * Rooms lie outside the collector. Nothing here reports: a feed that is broken is read again by data/reader.h, which
 * says what is wrong.
 */
#ifndef CCL_DATA_FEED_H
#define CCL_DATA_FEED_H

#include <pthread.h>

#include "data/digester.h"
#include "data/scan.h"
#include "data/text.h"

typedef struct ccl_feed {
  pthread_mutex_t lock;
  ccl_text *text; /* its window holds what was read already; its bytes are read on */
  ccl_simd simd;
  size_t block; /* bytes read at once */
  char *carry; /* behind the last row that was taken */
  size_t carried, carry_cap;
  bool lines; /* every line end ends a row, whatever the quotation marks (JSON Lines) */
  bool carry_quoted; /* it ends between quotation marks */
  char *raw; /* one block before it is decoded */
  size_t raw_cap;
  bool ended;
  bool broken; /* the file failed, a quotation mark was never closed, or a row is too long */
  ccl_digester digester;
  bool digests; /* it is open */
} ccl_feed;

/* So many chunks of a thread may wait for their digest. */
enum { CCL_CHUNK_ROOMS = 3 };

typedef struct ccl_chunk_room {
  char *room;
  size_t cap, base;
  ccl_digest_piece piece;
} ccl_chunk_room;

/* Rows of one file. Grows with the longest row. */
typedef struct ccl_chunk {
  ccl_chunk_room rooms[CCL_CHUNK_ROOMS]; /* private */
  unsigned turn;
  const char *base; /* aligned for vectors; the rows are base[from, to), from at least CCL_SCAN_PAD */
  uint32_t from, to;
} ccl_chunk; /* {0} has no room yet */

void ccl_feed_init(ccl_feed *feed, ccl_text *text, ccl_simd simd, size_t block);
/* The file's digest, if it needs one, is made by the threads that take chunks, which nobody may change then. */
void ccl_feed_digest_apart(ccl_feed *feed);
/* The next rows, at least one; false: there are none, or the feed is broken. Any thread may call it. */
bool ccl_feed_take(ccl_feed *feed, ccl_chunk *chunk);
void ccl_feed_stop(ccl_feed *feed); /* nobody takes anything any more */
void ccl_feed_free(ccl_feed *feed);
char *ccl_chunk_rows(ccl_chunk *chunk); /* chunk->base, to be changed */
void ccl_chunk_free(ccl_chunk *chunk);

#endif
