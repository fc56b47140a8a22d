/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How far files of activity are read, on one line of the terminal, when that takes more than a second (cli.md 1). The
 * line is gone before anything else is written.
 */
#ifndef CCL_CLI_PROGRESS_H
#define CCL_CLI_PROGRESS_H

#include "base/diag.h"
#include "data/watch.h"

typedef struct ccl_progress {
  const char **names; /* of the files */
  uint64_t began, shown; /* milliseconds; shown 0: no line stands there */
  uint64_t patience; /* before the first line */
  int columns; /* of the longest line */
} ccl_progress;

/* Collected memory; the watch is for the engine, whose files these are. */
ccl_watch ccl_progress_begin(ccl_progress *progress, const ccl_str *paths, size_t count, ccl_lang lang,
                             uint64_t patience);
void ccl_progress_end(ccl_progress *progress); /* may never have begun */

#endif
