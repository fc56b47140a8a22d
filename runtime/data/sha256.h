/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 in hexadecimal. Files of activity are digested as they are read (data/bytes.h). */
#ifndef CCL_DATA_SHA256_H
#define CCL_DATA_SHA256_H

#include "base/str.h"

ccl_str ccl_sha256_hex(ccl_str text);
/* What was given to a context of nettle so far; the context begins anew. */
struct sha256_ctx;
ccl_str ccl_sha256_finish(struct sha256_ctx *context);

#endif
