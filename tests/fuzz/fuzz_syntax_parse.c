/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as a contract: reading ends, gives a tree, and that tree can be shown. Run it with
 *   cmake --preset fuzz && cmake --build build/fuzz -j2 --target fuzz_syntax_parse
 *   build/fuzz/tests/fuzz_syntax_parse -max_len=4096 -max_total_time=60 CORPUS examples/flagship-fr
 */
#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "syntax/dump.h"
#include "syntax/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ccl_str text = { (const char *)bytes, size };
  if (ccl_utf8_invalid_at(text) >= 0) /* never reaches the reader: cli/input.c refuses it */
    return 0;
  ccl_mem_init();
  ccl_sources sources = { 0 };
  ccl_diags diags = { .sources = &sources };
  ccl_buf out = { 0 };
  uint32_t file = ccl_sources_add(&sources, CCL_STR("fuzz.ccl"), text, false);
  ccl_dump_ast(&out, &sources, ccl_parse(&sources, &diags, file), true);
  ccl_mem_release();
  return 0;
}
