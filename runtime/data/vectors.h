/* SPDX-License-Identifier: Apache-2.0 */
/* Vector code, where the processor has it: CCL_HAS_VECTORS. */
#ifndef CCL_DATA_VECTORS_H
#define CCL_DATA_VECTORS_H

#if defined(__x86_64__)
/* Neither compiler's allocator for vectors is wanted: base/banned.h stands before it. */
#define _MM_MALLOC_H_INCLUDED
#define __MM_MALLOC_H
#include <immintrin.h>
#define CCL_HAS_VECTORS 1
#else
#define CCL_HAS_VECTORS 0
#endif

#endif
