/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bytes of a file of activity, block by block: read (never mapped), inflated when it is a .gz, digested as they
 * stand in the file. A file may be read several times: a regular file must then be the same, anything else (standard
 * input, a pipe) goes to a temporary file as far as it was read, and is read on from there. What the bytes mean is
 * data/text.h's affair.
 *
 * Reading allocates nothing in collected memory: any thread may do it, one at a time. Opening and closing do.
 */
#ifndef CCL_DATA_BYTES_H
#define CCL_DATA_BYTES_H

#include "base/str.h"
#include "data/watch.h"

/* A file, as the user named it, and what was seen of it. Collected memory. */
typedef struct ccl_origin {
  ccl_str path; /* - is standard input */
  bool gzipped, wants_digest;
  ccl_watch watch;
  size_t number; /* for the watch */
  ccl_str digest; /* SHA-256 in hexadecimal, once it was read to its end */
  bool was_opened, is_kept; /* private, as what follows */
  uint64_t mark[5]; /* device, number, size, time of the last change */
  int source, kept; /* of what is kept: where it comes from, the temporary file; open until the program ends */
  uint64_t kept_size;
  bool source_ended;
} ccl_origin;

typedef enum ccl_bytes_state {
  CCL_BYTES_GOING,
  CCL_BYTES_END,
  CCL_BYTES_MISSING, /* no such file */
  CCL_BYTES_FOLDER, /* it is a folder */
  CCL_BYTES_FORBIDDEN, /* may not be read */
  CCL_BYTES_UNREADABLE, /* a read failed */
  CCL_BYTES_NOT_KEPT, /* the temporary file cannot be written */
  CCL_BYTES_CHANGED, /* changed while it was read */
  CCL_BYTES_DAMAGED /* a .gz that ends too early or does not hold what it should */
} ccl_bytes_state;

typedef struct ccl_bytes ccl_bytes;

ccl_bytes *ccl_bytes_open(ccl_origin *origin, size_t block); /* never NULL: ccl_bytes_state_of says how it went */
/* Up to `room` bytes (room > 0); 0 at the end or when something went wrong. */
size_t ccl_bytes_read(ccl_bytes *bytes, char *out, size_t room);
/* From now on ccl_bytes_digest is called with all that is read, in its order. False: no digest of that is wanted. */
bool ccl_bytes_defer(ccl_bytes *bytes);
void ccl_bytes_digest(ccl_bytes *bytes, const char *read, size_t count); /* while another thread may read on */
uint64_t ccl_bytes_size(const ccl_bytes *bytes); /* of a regular file, as it stands there; else UINT64_MAX */
ccl_bytes_state ccl_bytes_state_of(const ccl_bytes *bytes);
void ccl_bytes_close(ccl_bytes *bytes);

#endif
