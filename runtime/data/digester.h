/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The digest of a file (data/bytes.h), piece by piece, by the threads that read it: a digest takes about as long as
 * reading, and its pieces must follow one another. So one thread at a time makes it, while the others read on; which one
 * that is changes, and no thread more is needed.
 *
 * Outside the collector.
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
  pthread_mutex_t lock;
  pthread_cond_t done;
  ccl_digest_piece *first, *last;
  bool busy; /* some thread digests the first piece */
} ccl_digester;

/* False: the file needs no digest of ours, and nothing needs to be closed. */
bool ccl_digester_open(ccl_digester *digester, ccl_bytes *file);
/* The next piece of the file, from one thread at a time. */
void ccl_digester_put(ccl_digester *digester, ccl_digest_piece *piece);
/* Digests what has been put, unless another thread does; then waits until this piece is done, if it was put. */
void ccl_digester_wait(ccl_digester *digester, const ccl_digest_piece *piece); /* NULL: for none */
void ccl_digester_close(ccl_digester *digester); /* all pieces are done then; nobody else uses it any more */

#endif
