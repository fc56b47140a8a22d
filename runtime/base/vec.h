/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Growing arrays: CCL_VEC(type) is a struct { type *items; size_t len, cap; }, {0} an empty one.
 * Items move when the array grows: keep indices, not pointers, across a push.
 */
#ifndef CCL_BASE_VEC_H
#define CCL_BASE_VEC_H

#include "base/mem.h"

#define CCL_VEC(type)                                                                                                  \
  struct {                                                                                                             \
    type *items;                                                                                                       \
    size_t len, cap;                                                                                                   \
  }

/* Grows `items` (of `cap` items of `size` bytes) so that one more fits after `len`; updates cap; returns the items. */
void *ccl_vec_grow(void *items, size_t len, size_t *cap, size_t size);

#define ccl_vec_push(vec, item)                                                                                        \
  ((vec)->len == (vec)->cap                                                                                            \
       ? (void)((vec)->items = ccl_vec_grow((vec)->items, (vec)->len, &(vec)->cap, sizeof *(vec)->items))              \
       : (void)0,                                                                                                      \
   (vec)->items[(vec)->len++] = (item))

#endif
