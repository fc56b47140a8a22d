/* SPDX-License-Identifier: Apache-2.0 */
/* A queue of pieces and its thread. */
#include "data/digester.h"

static void *work(void *self) {
  ccl_digester *digester = self;
  pthread_mutex_lock(&digester->lock);
  for (;;) {
    ccl_digest_piece *piece = digester->first;
    if (!piece && digester->closed)
      break;
    if (!piece) {
      pthread_cond_wait(&digester->put, &digester->lock);
      continue;
    }
    pthread_mutex_unlock(&digester->lock);
    ccl_bytes_digest(digester->file, piece->bytes, piece->count);
    pthread_mutex_lock(&digester->lock);
    digester->first = piece->next;
    piece->waits = false;
    pthread_cond_broadcast(&digester->done);
  }
  pthread_mutex_unlock(&digester->lock);
  return NULL;
}

static void destroy(ccl_digester *digester) {
  pthread_cond_destroy(&digester->done);
  pthread_cond_destroy(&digester->put);
  pthread_mutex_destroy(&digester->lock);
}

bool ccl_digester_start(ccl_digester *digester, ccl_bytes *file) {
  if (!ccl_bytes_may_defer(file))
    return false;
  *digester = (ccl_digester){ .file = file };
  pthread_mutex_init(&digester->lock, NULL);
  pthread_cond_init(&digester->put, NULL);
  pthread_cond_init(&digester->done, NULL);
  if (pthread_create(&digester->thread, NULL, work, digester) != 0) {
    destroy(digester);
    return false;
  }
  ccl_bytes_defer(file);
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
  pthread_cond_signal(&digester->put);
  pthread_mutex_unlock(&digester->lock);
}

void ccl_digester_wait(ccl_digester *digester, const ccl_digest_piece *piece) {
  pthread_mutex_lock(&digester->lock);
  while (piece->waits)
    pthread_cond_wait(&digester->done, &digester->lock);
  pthread_mutex_unlock(&digester->lock);
}

void ccl_digester_stop(ccl_digester *digester) {
  pthread_mutex_lock(&digester->lock);
  digester->closed = true;
  pthread_cond_signal(&digester->put);
  pthread_mutex_unlock(&digester->lock);
  pthread_join(digester->thread, NULL);
  destroy(digester);
}
