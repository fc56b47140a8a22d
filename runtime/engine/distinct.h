/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values to be counted once each, too many to keep in a table: which cell has which value, as bytes, in parts by their
 * hash. A value is in one part only, so that parts are counted one after the other and added up. Beyond a limit parts go
 * to a temporary file. Exact: nothing but the bytes themselves says what is equal. Outside the collector.
 */
#ifndef CCL_ENGINE_DISTINCT_H
#define CCL_ENGINE_DISTINCT_H

#include "base/str.h"

enum { CCL_DISTINCT_PARTS = 64 };

typedef struct ccl_distinct_part {
  char *bytes; /* records that are not in the file */
  size_t len, cap;
  struct ccl_distinct_run { /* those that are */
    uint64_t from;
    size_t length;
  } * runs;
  size_t run_count, run_cap;
} ccl_distinct_part;

typedef struct ccl_distinct {
  ccl_distinct_part parts[CCL_DISTINCT_PARTS];
  size_t limit; /* bytes in memory; 0: no limit */
  size_t in_memory;
  uint64_t in_file;
  int file; /* descriptor of a temporary file, or −1 */
  bool stays; /* the file cannot be written: what comes stays in memory */
} ccl_distinct;

ccl_distinct *ccl_distinct_new(size_t limit);
void ccl_distinct_free(ccl_distinct *distinct); /* may be NULL */

/* A cell has a value; it may have been said before. */
void ccl_distinct_add(ccl_distinct *distinct, uint32_t cell, ccl_str value);
/* Everything that was said of one part. */
void ccl_distinct_each(ccl_distinct *distinct, size_t part, void (*each)(void *self, uint32_t cell, ccl_str value),
                       void *self);

#endif
