/* SPDX-License-Identifier: Apache-2.0 */
/* The standard library: the .ccl files of this folder, embedded in the program when it is built (clause 8 of the
 * reference). */
#ifndef CCL_STDLIB_STDLIB_H
#define CCL_STDLIB_STDLIB_H

#include "base/str.h"

typedef struct ccl_library {
  ccl_str path; /* as in `use "holidays/fr"`: without .ccl */
  ccl_str text;
} ccl_library;

/* Every library, sorted by path. */
extern const ccl_library ccl_libraries[];
extern const size_t ccl_library_count;

const ccl_library *ccl_library_find(ccl_str path); /* NULL when there is none */

#endif
