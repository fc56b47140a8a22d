/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The digest of a file (data/bytes.h) on a thread of its own, piece by piece, while other threads read the pieces: a
 * digest takes about as long as reading, and its pieces must follow one another.
 *
 * Outside the collector. Pieces are put in their order, under a lock of the caller's; any thread may wait for one.
 */
#ifndef CCL_DATA_DIGESTER_H
#define CCL_DATA_DIGESTER_H

#include <pthread.h>

#include "data/bytes.h"

/* Bytes of the file; they stay as they are until the piece is done. */
typedef struct ccl_digest_piece {
  const char *bytes;
  size_t count;
  bool waits; /* not done yet */
  struct ccl_digest_piece *next;
} ccl_digest_piece;

typedef struct ccl_digester {
  ccl_bytes *file;
  pthread_t thread;
  pthread_mutex_t lock;
  pthread_cond_t put, done;
  ccl_digest_piece *first, *last;
  bool closed;
} ccl_digester;

/* False: the file needs no digest of ours, or there is no thread for it; nothing needs to be stopped. */
bool ccl_digester_start(ccl_digester *digester, ccl_bytes *file);
void ccl_digester_put(ccl_digester *digester, ccl_digest_piece *piece);
void ccl_digester_wait(ccl_digester *digester, const ccl_digest_piece *piece);
void ccl_digester_stop(ccl_digester *digester); /* all pieces are done then */

#endif
