/* SPDX-License-Identifier: Apache-2.0 */
#include "data/scratch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int ccl_scratch_open(void) {
  enum { LONGEST = 4096 };
  const char *folder = getenv("TMPDIR");
  char path[LONGEST];
  int length = snprintf(path, sizeof path, "%s/ccl-XXXXXX", folder && *folder ? folder : "/tmp");
  int file = length > 0 && length < LONGEST ? mkstemp(path) : -1;
  if (file >= 0)
    unlink(path);
  return file;
}

bool ccl_scratch_write(int file, const void *bytes, size_t count, uint64_t at) {
  const char *from = bytes;
  while (count > 0) {
    ssize_t written = pwrite(file, from, count, (off_t)at);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    from += written;
    at += (uint64_t)written;
    count -= (size_t)written;
  }
  return true;
}

bool ccl_scratch_read(int file, void *bytes, size_t count, uint64_t at) {
  char *to = bytes;
  while (count > 0) {
    ssize_t got = pread(file, to, count, (off_t)at);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return false;
    to += got;
    at += (uint64_t)got;
    count -= (size_t)got;
  }
  return true;
}
