/* SPDX-License-Identifier: Apache-2.0 */
#include "data/sha256.h"

#include <nettle/sha2.h>

ccl_str ccl_sha256_finish(struct sha256_ctx *context) {
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(context, sizeof digest, digest);
  ccl_buf text = { 0 };
  for (size_t i = 0; i < sizeof digest; i++)
    ccl_buf_printf(&text, "%02x", (unsigned)digest[i]);
  return ccl_buf_str(&text);
}

ccl_str ccl_sha256_hex(ccl_str text) {
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, text.len, (const uint8_t *)text.ptr);
  return ccl_sha256_finish(&context);
}
