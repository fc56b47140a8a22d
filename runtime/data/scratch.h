/* SPDX-License-Identifier: Apache-2.0 */
/* Temporary files without a name, for what does not stay in memory: in TMPDIR or /tmp, gone with the program. */
#ifndef CCL_DATA_SCRATCH_H
#define CCL_DATA_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int ccl_scratch_open(void); /* its descriptor; −1: it cannot be made */
/* All bytes, at a place of the file. False: some could not be written or read, or are not there. */
bool ccl_scratch_write(int file, const void *bytes, size_t count, uint64_t at);
bool ccl_scratch_read(int file, void *bytes, size_t count, uint64_t at);

#endif
