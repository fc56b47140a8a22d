/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the cells of a piece of CSV end: the places of delimiters and line ends outside quotation marks, found 64 bytes
 * at a time. The piece is whole rows. Places that a plain row does not have (a quotation mark that is not at the border
 * of a cell, a byte that is no UTF-8, a NUL) are listed as doubts: whoever reads the row looks closer.
 *
 * Three ways to find the bytes, with the same results: AVX2 when the machine has it, SSE2, and plain C.
 */
#ifndef CCL_DATA_SCAN_H
#define CCL_DATA_SCAN_H

#include "base/str.h"

/* Bytes in front of and behind the text of a piece that may be read (not used). */
enum { CCL_SCAN_PAD = 64 };

/* Bytes of a piece: from the first one to behind the last one. */
typedef struct ccl_extent {
  uint32_t from, to;
} ccl_extent;

typedef enum ccl_simd { CCL_SIMD_BEST, CCL_SIMD_AVX2, CCL_SIMD_SSE2, CCL_SIMD_PLAIN } ccl_simd;

typedef struct ccl_scan {
  uint32_t *marks; /* places of delimiters and line ends, rising; marks[-1] is the place before the text */
  uint32_t *ends; /* those of the line ends */
  uint32_t *doubts; /* rising within 64 bytes; at most CCL_SCAN_DOUBTS are kept */
  size_t mark_count, end_count, doubt_count;
  size_t mark_cap, end_cap, doubt_cap; /* private; all three lie outside the collector */
  uint32_t *mark_room;
} ccl_scan; /* {0} is an empty one */

enum { CCL_SCAN_DOUBTS = 4096 };

/* Scans base[from, to), which ends with a line end; places count from `base`, from is at least 1. The bytes of
 * CCL_SCAN_PAD around must be readable. Outside quotation marks at the start. */
void ccl_scan_rows(ccl_scan *scan, ccl_simd simd, const char *base, uint32_t from, uint32_t to, char delimiter);
void ccl_scan_free(ccl_scan *scan);

/* How many quotation marks there are. */
size_t ccl_scan_quotes(ccl_simd simd, const char *text, size_t count);

#endif
