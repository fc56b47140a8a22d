/* SPDX-License-Identifier: Apache-2.0 */
/* A queue of pieces, and whoever has time for them. */
#include "data/digester.h"

bool ccl_digester_open(ccl_digester *digester, ccl_bytes *file) {
  if (!ccl_bytes_defer(file))
    return false;
  *digester = (ccl_digester){ .file = file };
  pthread_mutex_init(&digester->lock, NULL);
  pthread_cond_init(&digester->done, NULL);
  return true;
}

void ccl_digester_put(ccl_digester *digester, ccl_digest_piece *piece) {
  if (piece->count == 0)
    return;
  piece->waits = true;
  piece->next = NULL;
  pthread_mutex_lock(&digester->lock);
  if (digester->first)
    digester->last->next = piece;
  else
    digester->first = piece;
  digester->last = piece;
  pthread_mutex_unlock(&digester->lock);
}

/* The first piece, with the lock held; it is released meanwhile. */
static void digest_first(ccl_digester *digester) {
  ccl_digest_piece *piece = digester->first;
  digester->busy = true;
  pthread_mutex_unlock(&digester->lock);
  ccl_bytes_digest(digester->file, piece->bytes, piece->count);
  pthread_mutex_lock(&digester->lock);
  digester->first = piece->next;
  digester->busy = false;
  piece->waits = false;
  pthread_cond_broadcast(&digester->done);
}

void ccl_digester_wait(ccl_digester *digester, const ccl_digest_piece *piece) {
  pthread_mutex_lock(&digester->lock);
  while (digester->first && !digester->busy)
    digest_first(digester);
  while (piece && piece->waits) {
    if (digester->busy)
      pthread_cond_wait(&digester->done, &digester->lock);
    else
      digest_first(digester);
  }
  pthread_mutex_unlock(&digester->lock);
}

void ccl_digester_close(ccl_digester *digester) {
  ccl_digester_wait(digester, NULL);
  pthread_cond_destroy(&digester->done);
  pthread_mutex_destroy(&digester->lock);
}
