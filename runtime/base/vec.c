/* SPDX-License-Identifier: Apache-2.0 */
/* Growth of the arrays of base/vec.h. */
#include "base/vec.h"

enum { FIRST_CAPACITY = 8 };

void *ccl_vec_grow(void *items, size_t len, size_t *cap, size_t size) {
  if (len < *cap)
    return items;
  if (*cap > SIZE_MAX / 2 / size)
    ccl_mem_exhaust();
  size_t grown = *cap > 0 ? *cap * 2 : FIRST_CAPACITY;
  void *moved = ccl_realloc(items, *cap * size, grown * size);
  *cap = grown;
  return moved;
}
