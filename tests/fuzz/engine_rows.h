/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One input of the comparison between the engine and the slow reader: its first three bytes choose the contract's
 * fields, the shape of the files and how the engine reads them; the rest are rows, behind a header line that is put
 * before them. A byte 1E cuts them into two files.
 *
 *   byte 0    which of ROWS_SCHEMAS schemas
 *   byte 1    bits 0–1 delimiter , ; TAB |; 2 JSON Lines; 3 --reject; 4 header line with CR; 5 byte-order mark; 6–7 a
 *             rows_header
 *   byte 2    bits 0–2 block; 3 no vector code; 4 two threads; 5–6 which questions are asked
 */
#ifndef CCL_TESTS_FUZZ_ENGINE_ROWS_H
#define CCL_TESTS_FUZZ_ENGINE_ROWS_H

#include "base/str.h"
#include "slow_reader.h"

enum { ROWS_SCHEMAS = 64, ROWS_HEAD = 3, ROWS_LONGEST = 200000 };

/* Which columns the header line has. */
typedef enum rows_header {
  ROWS_PLAIN,
  ROWS_MORE /* one that nobody asked for */,
  ROWS_REVERSED,
  ROWS_NEEDED /* not the optional ones */
} rows_header;

/* The schema of a first byte; `json` by the second. */
slow_schema rows_schema(uint8_t first, uint8_t second);
char rows_delimiter(uint8_t second);

/* What the slow reader made of an input. */
typedef struct rows_verdict {
  bool sure; /* else nothing was compared */
  bool sound;
  size_t rows, wrong, replaced; /* rows: all of them */
} rows_verdict;

/* What the engine and the slow reader do not agree about; empty: they agree. All memory is a session's, given back after
 * some inputs. */
ccl_str rows_compare(const uint8_t *bytes, size_t size, rows_verdict *verdict);

#endif
