/* SPDX-License-Identifier: Apache-2.0 */
/* Reads, inflates (zlib) and digests (nettle). */
#include "data/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/mem.h"
#include "data/sha256.h"

struct ccl_bytes {
  ccl_origin *origin;
  ccl_bytes_state state;
  int fd; /* -1: not open */
  bool own_fd, regular, again; /* again: an earlier reading came to the end */
  uint64_t replayed; /* of what is kept */
  bool raw_ended;
  struct sha256_ctx digest;
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

/* A file without a name, for what cannot be read twice. */
static void open_kept(ccl_bytes *bytes) {
  FILE *kept = tmpfile();
  bytes->origin->is_kept = true;
  bytes->origin->source = bytes->fd;
  bytes->own_fd = false;
  bytes->origin->kept = kept ? dup(fileno(kept)) : -1;
  if (kept)
    fclose(kept);
  if (bytes->origin->kept < 0)
    bytes->state = CCL_BYTES_NOT_KEPT;
}

static void keep(ccl_bytes *bytes, const char *read, size_t count) {
  for (size_t at = 0; at < count;) {
    ssize_t written = write(bytes->origin->kept, read + at, count - at);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      bytes->state = CCL_BYTES_NOT_KEPT;
      return;
    }
    at += (size_t)written;
  }
  bytes->origin->kept_size += count;
  bytes->replayed += count;
}

/* What an earlier reading has kept; 0 behind it. */
static ssize_t read_kept(ccl_bytes *bytes, char *out, size_t room) {
  uint64_t left = bytes->origin->kept_size - bytes->replayed;
  ssize_t got = left == 0 ? 0 : pread(bytes->origin->kept, out, left < room ? (size_t)left : room, (off_t)bytes->replayed);
  if (left > 0 && got == 0) {
    errno = EIO;
    return -1;
  }
  bytes->replayed += got > 0 ? (uint64_t)got : 0;
  return got;
}

static void open_file(ccl_bytes *bytes) {
  ccl_origin *origin = bytes->origin;
  bool is_input = ccl_str_is(origin->path, "-");
  bytes->fd = is_input ? STDIN_FILENO : open(ccl_str_z(origin->path), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  bytes->own_fd = !is_input && bytes->fd >= 0;
  struct stat status;
  if (bytes->fd < 0 || fstat(bytes->fd, &status) != 0) {
    bytes->state = state_of_errno(errno);
    return;
  }
  if (S_ISDIR(status.st_mode)) {
    bytes->state = CCL_BYTES_FOLDER;
    return;
  }
  bytes->regular = S_ISREG(status.st_mode) && !is_input;
  uint64_t mark[5];
  mark_of(&status, mark);
  if (!bytes->regular)
    open_kept(bytes);
  else if (bytes->again && memcmp(mark, origin->mark, sizeof mark) != 0)
    bytes->state = CCL_BYTES_CHANGED;
  if (!bytes->again)
    memcpy(origin->mark, mark, sizeof mark);
}

ccl_bytes *ccl_bytes_open(ccl_origin *origin, size_t block) {
  ccl_bytes *bytes = ccl_new(ccl_bytes);
  bytes->origin = origin;
  bytes->fd = -1;
  bytes->again = origin->was_read;
  bytes->packed_room = block;
  if (origin->is_kept)
    bytes->fd = origin->source;
  else
    open_file(bytes);
  if (bytes->state != CCL_BYTES_GOING)
    return bytes;
  sha256_init(&bytes->digest);
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
  if (bytes->regular) {
    struct stat status;
    uint64_t mark[5] = { 0 };
    if (fstat(bytes->fd, &status) == 0)
      mark_of(&status, mark);
    if (memcmp(mark, origin->mark, sizeof mark) != 0)
      bytes->state = CCL_BYTES_CHANGED;
  }
  if (!bytes->again)
    origin->was_read = true;
}

/* The next bytes; *is_new: they are to be kept. */
static ssize_t read_next(ccl_bytes *bytes, char *out, size_t room, bool *is_new) {
  *is_new = false;
  if (bytes->origin->is_kept) {
    ssize_t got = read_kept(bytes, out, room);
    if (got != 0 || bytes->again)
      return got;
    *is_new = true;
  }
  return read(bytes->fd, out, room);
}

/* As it stands in the file. */
static size_t read_raw(ccl_bytes *bytes, char *out, size_t room) {
  if (bytes->raw_ended || bytes->state != CCL_BYTES_GOING)
    return 0;
  bool is_new;
  ssize_t got;
  do {
    got = read_next(bytes, out, room, &is_new);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    bytes->state = errno == EISDIR ? CCL_BYTES_FOLDER : CCL_BYTES_UNREADABLE;
    return 0;
  }
  if (got == 0) {
    finish(bytes);
    return 0;
  }
  if (!bytes->again && bytes->origin->wants_digest)
    sha256_update(&bytes->digest, (size_t)got, (const uint8_t *)out);
  if (is_new)
    keep(bytes, out, (size_t)got);
  return bytes->state == CCL_BYTES_GOING ? (size_t)got : 0;
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

uint64_t ccl_bytes_size(const ccl_bytes *bytes) {
  return bytes->regular ? bytes->origin->mark[2] : UINT64_MAX;
}

ccl_bytes_state ccl_bytes_state_of(const ccl_bytes *bytes) {
  return bytes->state;
}

void ccl_bytes_close(ccl_bytes *bytes) {
  ccl_origin *origin = bytes->origin;
  if (bytes->raw_ended && !bytes->again && origin->wants_digest && origin->digest.len == 0)
    origin->digest = ccl_sha256_finish(&bytes->digest);
  if (bytes->inflates)
    inflateEnd(&bytes->stream);
  if (bytes->own_fd)
    close(bytes->fd);
  bytes->inflates = bytes->own_fd = false;
}
