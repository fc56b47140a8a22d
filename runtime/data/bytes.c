/* SPDX-License-Identifier: Apache-2.0 */
/* Reads, inflates (zlib) and digests. */
#include "data/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/mem.h"
#include "data/scratch.h"
#include "data/sha256.h"

struct ccl_bytes {
  ccl_origin *origin;
  ccl_bytes_state state;
  int fd; /* of a regular file; −1: not open */
  bool regular;
  uint64_t kept_at; /* of what is kept, so much was read */
  uint64_t raw; /* bytes that were read */
  bool raw_ended;
  bool defers; /* somebody else makes the digest */
  ccl_sha256 *digest; /* NULL: none is wanted, or it was made before */
  bool inflates, in_member, had_member;
  z_stream stream;
  unsigned char *packed; /* what was read and is not inflated yet */
  size_t packed_room;
};

static void mark_of(const struct stat *status, uint64_t mark[5]) {
  mark[0] = (uint64_t)status->st_dev;
  mark[1] = (uint64_t)status->st_ino;
  mark[2] = (uint64_t)status->st_size;
  mark[3] = (uint64_t)status->st_mtim.tv_sec;
  mark[4] = (uint64_t)status->st_mtim.tv_nsec;
}

static ccl_bytes_state state_of_errno(int number) {
  if (number == ENOENT || number == ENOTDIR)
    return CCL_BYTES_MISSING;
  if (number == EISDIR)
    return CCL_BYTES_FOLDER;
  return number == EACCES || number == EPERM ? CCL_BYTES_FORBIDDEN : CCL_BYTES_UNREADABLE;
}

/* What cannot be read twice is kept in a file without a name. */
static void open_kept(ccl_bytes *bytes, int source) {
  ccl_origin *origin = bytes->origin;
  origin->is_kept = true;
  origin->source = source;
  origin->kept = ccl_scratch_open();
}

static void open_file(ccl_bytes *bytes) {
  ccl_origin *origin = bytes->origin;
  bool is_input = ccl_str_is(origin->path, "-");
  int fd = is_input ? STDIN_FILENO : open(ccl_str_z(origin->path), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  struct stat status;
  if (fd < 0 || fstat(fd, &status) != 0) {
    bytes->state = state_of_errno(errno);
    return;
  }
  if (S_ISDIR(status.st_mode)) {
    bytes->state = CCL_BYTES_FOLDER;
    return;
  }
  if (is_input || !S_ISREG(status.st_mode)) {
    open_kept(bytes, fd);
    return;
  }
  uint64_t mark[5];
  mark_of(&status, mark);
  bytes->fd = fd;
  bytes->regular = true;
  if (!origin->was_opened)
    memcpy(origin->mark, mark, sizeof mark);
  else if (memcmp(mark, origin->mark, sizeof mark) != 0)
    bytes->state = CCL_BYTES_CHANGED;
}

ccl_bytes *ccl_bytes_open(ccl_origin *origin, size_t block) {
  ccl_bytes *bytes = ccl_new(ccl_bytes);
  bytes->origin = origin;
  bytes->fd = -1;
  bytes->packed_room = block;
  if (!origin->is_kept)
    open_file(bytes);
  if (origin->is_kept && origin->kept < 0)
    bytes->state = CCL_BYTES_NOT_KEPT;
  if (bytes->state != CCL_BYTES_GOING)
    return bytes;
  origin->was_opened = true;
  if (origin->wants_digest && origin->digest.len == 0)
    bytes->digest = ccl_sha256_new();
  if (origin->gzipped) {
    enum { GZIP_ONLY = 15 + 16 };
    bytes->packed = ccl_alloc_atomic(block);
    if (inflateInit2(&bytes->stream, GZIP_ONLY) != Z_OK)
      ccl_mem_exhaust();
    bytes->inflates = true;
  }
  return bytes;
}

/* The file has ended: is it still the one that was opened? */
static void finish(ccl_bytes *bytes) {
  ccl_origin *origin = bytes->origin;
  bytes->raw_ended = true;
  if (!bytes->regular)
    return;
  struct stat status;
  uint64_t mark[5] = { 0 };
  if (fstat(bytes->fd, &status) == 0)
    mark_of(&status, mark);
  if (memcmp(mark, origin->mark, sizeof mark) != 0)
    bytes->state = CCL_BYTES_CHANGED;
}

/* What was kept, then what the source still has, which is kept too. −1: it failed. */
static ssize_t read_kept(ccl_bytes *bytes, char *out, size_t room) {
  ccl_origin *origin = bytes->origin;
  uint64_t left = origin->kept_size - bytes->kept_at;
  ssize_t got = 0;
  if (left > 0) {
    got = pread(origin->kept, out, room < left ? room : (size_t)left, (off_t)bytes->kept_at);
  } else if (!origin->source_ended) {
    got = read(origin->source, out, room);
    origin->source_ended = got == 0;
    if (got > 0 && !ccl_scratch_write(origin->kept, out, (size_t)got, origin->kept_size)) {
      bytes->state = CCL_BYTES_NOT_KEPT;
      return 0;
    }
    origin->kept_size += got > 0 ? (uint64_t)got : 0;
  }
  if (got > 0)
    bytes->kept_at += (uint64_t)got;
  return got;
}

/* As it stands in the file. */
static size_t read_raw(ccl_bytes *bytes, char *out, size_t room) {
  if (bytes->raw_ended || bytes->state != CCL_BYTES_GOING)
    return 0;
  ssize_t got;
  do {
    got = bytes->regular ? read(bytes->fd, out, room) : read_kept(bytes, out, room);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    bytes->state = errno == EISDIR ? CCL_BYTES_FOLDER : CCL_BYTES_UNREADABLE;
    return 0;
  }
  if (bytes->state != CCL_BYTES_GOING)
    return 0;
  if (got == 0) {
    finish(bytes);
    return 0;
  }
  if (bytes->digest && !bytes->defers)
    ccl_bytes_digest(bytes, out, (size_t)got);
  bytes->raw += (uint64_t)got;
  const ccl_watch *watch = &bytes->origin->watch;
  if (watch->read)
    watch->read(watch->self, bytes->origin->number, bytes->raw, bytes->regular ? bytes->origin->mark[2] : 0);
  return (size_t)got;
}

/* Fills the input of the inflater when it is empty. False: the file has no more. */
static bool has_input(ccl_bytes *bytes) {
  if (bytes->stream.avail_in > 0)
    return true;
  size_t count = read_raw(bytes, (char *)bytes->packed, bytes->packed_room);
  bytes->stream.next_in = bytes->packed;
  bytes->stream.avail_in = (uInt)count;
  return count > 0;
}

/* One step of inflating. A .gz may consist of several members, and be filled up with zeros. */
static void inflate_step(ccl_bytes *bytes) {
  z_stream *stream = &bytes->stream;
  if (!bytes->in_member) {
    if (bytes->had_member && *stream->next_in == 0) {
      stream->next_in++;
      stream->avail_in--;
      return;
    }
    inflateReset(stream);
    bytes->in_member = true;
  }
  int result = inflate(stream, Z_NO_FLUSH);
  if (result == Z_MEM_ERROR)
    ccl_mem_exhaust();
  if (result == Z_STREAM_END) {
    bytes->in_member = false;
    bytes->had_member = true;
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    bytes->state = CCL_BYTES_DAMAGED;
  }
}

static size_t read_inflated(ccl_bytes *bytes, char *out, size_t room) {
  enum { MOST = 1 << 30 };
  uInt asked = (uInt)(room < MOST ? room : MOST);
  bytes->stream.next_out = (unsigned char *)out;
  bytes->stream.avail_out = asked;
  while (bytes->stream.avail_out == asked && bytes->state == CCL_BYTES_GOING) {
    if (!has_input(bytes)) {
      if (bytes->state == CCL_BYTES_GOING && bytes->in_member)
        bytes->state = CCL_BYTES_DAMAGED;
      break;
    }
    inflate_step(bytes);
  }
  return asked - bytes->stream.avail_out;
}

size_t ccl_bytes_read(ccl_bytes *bytes, char *out, size_t room) {
  if (bytes->state != CCL_BYTES_GOING)
    return 0;
  size_t count = bytes->inflates ? read_inflated(bytes, out, room) : read_raw(bytes, out, room);
  if (count == 0 && bytes->state == CCL_BYTES_GOING)
    bytes->state = CCL_BYTES_END;
  return count;
}

bool ccl_bytes_defer(ccl_bytes *bytes) {
  bytes->defers = bytes->digest && !bytes->inflates;
  return bytes->defers;
}

void ccl_bytes_digest(ccl_bytes *bytes, const char *read, size_t count) {
  ccl_sha256_add(bytes->digest, read, count);
}

uint64_t ccl_bytes_size(const ccl_bytes *bytes) {
  return bytes->regular ? bytes->origin->mark[2] : UINT64_MAX;
}

ccl_bytes_state ccl_bytes_state_of(const ccl_bytes *bytes) {
  return bytes->state;
}

void ccl_bytes_close(ccl_bytes *bytes) {
  ccl_origin *origin = bytes->origin;
  if (bytes->digest && bytes->raw_ended && origin->digest.len == 0)
    origin->digest = ccl_sha256_finish(bytes->digest);
  else
    ccl_sha256_drop(bytes->digest);
  bytes->digest = NULL;
  if (bytes->inflates)
    inflateEnd(&bytes->stream);
  if (bytes->fd >= 0)
    close(bytes->fd);
  bytes->inflates = false;
  bytes->fd = -1;
}
