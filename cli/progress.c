/* SPDX-License-Identifier: Apache-2.0 */
/* The only part of the program that looks at a clock; nothing depends on it but when a line is shown. */
#include "cli/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "base/utf8.h"
#include "cli/messages.h"

enum { EVERY = 200 /* milliseconds */, LONGEST_NAME = 60 };

static uint64_t now(void) {
  struct timespec time = { 0, 0 };
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

/* Any thread: nothing is allocated. */
static void show(void *self, size_t file, uint64_t bytes, uint64_t size) {
  ccl_progress *progress = self;
  uint64_t time = now();
  if (time - progress->began < progress->patience || (progress->shown > 0 && time - progress->shown < EVERY))
    return;
  progress->shown = time;
  int columns = size > 0 ? fprintf(stderr, "\r%s: %" PRIu64 " %%", progress->names[file], bytes * 100 / size)
                         : fprintf(stderr, "\r%s: %" PRIu64 " MB", progress->names[file], bytes / 1000000);
  /* What a longer line has left. */
  fprintf(stderr, "%*s\r", columns < progress->columns ? progress->columns - columns : 0, "");
  fflush(stderr);
  if (columns > progress->columns)
    progress->columns = columns;
}

ccl_watch ccl_progress_begin(ccl_progress *progress, const ccl_str *paths, size_t count, ccl_lang lang,
                             uint64_t patience) {
  *progress = (ccl_progress){ .began = now(), .patience = patience };
  progress->names = ccl_new_array(const char *, count);
  for (size_t i = 0; i < count; i++)
    progress->names[i] =
        ccl_str_z(ccl_message_text(&ccl_cli_say_reading, lang, CCL_ARGS(ccl_utf8_escape(paths[i], LONGEST_NAME))));
  return (ccl_watch){ progress, show };
}

void ccl_progress_end(ccl_progress *progress) {
  if (progress->shown == 0)
    return;
  fprintf(stderr, "\r%*s\r", progress->columns, "");
  fflush(stderr);
  progress->shown = 0;
}
