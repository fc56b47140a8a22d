/* SPDX-License-Identifier: Apache-2.0 */
/* Looks a library up. The table itself is made by embed.c when building. */
#include "stdlib/stdlib.h"

const ccl_library *ccl_library_find(ccl_str path) {
  for (size_t i = 0; i < ccl_library_count; i++)
    if (ccl_str_eq(ccl_libraries[i].path, path))
      return &ccl_libraries[i];
  return NULL;
}
