/* SPDX-License-Identifier: Apache-2.0 */
/* The one place for what C11 lacks: 128-bit integers. */
#ifndef CCL_BASE_WIDE_H
#define CCL_BASE_WIDE_H

__extension__ typedef __int128 ccl_i128;
__extension__ typedef unsigned __int128 ccl_u128;

#endif
