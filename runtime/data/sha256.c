/* SPDX-License-Identifier: Apache-2.0 */
#include "data/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "base/mem.h"

/* Only memory can be missing: the algorithm is always there. */
static void must(int done) {
  if (done != 1)
    ccl_mem_exhaust();
}

static EVP_MD_CTX *context_of(ccl_sha256 *digest) {
  return (EVP_MD_CTX *)digest;
}

ccl_sha256 *ccl_sha256_new(void) {
  must(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL));
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  must(context != NULL);
  must(EVP_DigestInit_ex(context, EVP_sha256(), NULL));
  return (ccl_sha256 *)context;
}

void ccl_sha256_add(ccl_sha256 *digest, const void *bytes, size_t count) {
  must(EVP_DigestUpdate(context_of(digest), bytes, count));
}

ccl_str ccl_sha256_finish(ccl_sha256 *digest) {
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned count = 0;
  must(EVP_DigestFinal_ex(context_of(digest), bytes, &count));
  ccl_sha256_drop(digest);
  ccl_buf text = { 0 };
  for (unsigned i = 0; i < count; i++)
    ccl_buf_printf(&text, "%02x", (unsigned)bytes[i]);
  return ccl_buf_str(&text);
}

void ccl_sha256_drop(ccl_sha256 *digest) {
  EVP_MD_CTX_free(context_of(digest));
}

ccl_str ccl_sha256_hex(ccl_str text) {
  ccl_sha256 *digest = ccl_sha256_new();
  ccl_sha256_add(digest, text.ptr, text.len);
  return ccl_sha256_finish(digest);
}
