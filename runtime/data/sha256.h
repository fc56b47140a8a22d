/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SHA-256 in hexadecimal (libcrypto, whose code keeps up best with files that are read at full speed; its configuration
 * files are not read). A digest in the making lies outside the collector: any thread may add to it, one at a time.
 */
#ifndef CCL_DATA_SHA256_H
#define CCL_DATA_SHA256_H

#include "base/str.h"

typedef struct ccl_sha256 ccl_sha256;

ccl_sha256 *ccl_sha256_new(void);
void ccl_sha256_add(ccl_sha256 *digest, const void *bytes, size_t count);
/* The digest of all that was added, in collected memory; `digest` is gone. */
ccl_str ccl_sha256_finish(ccl_sha256 *digest);
void ccl_sha256_drop(ccl_sha256 *digest); /* may be NULL */

ccl_str ccl_sha256_hex(ccl_str text);

#endif
