/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes behind a header line as files of activity, CSV and JSON Lines: the engine, by columns and row by row, in
 * blocks of several sizes, agrees with a reader that goes over the bytes one by one (engine_rows.h, slow_reader.h). Run
 * it with
 *   cmake --preset fuzz && cmake --build build/fuzz -j2 --target fuzz_engine_data random_engine_data
 *   mkdir corpus && build/fuzz/tests/random_engine_data 2000 1 corpus
 *   build/fuzz/tests/fuzz_engine_data -detect_leaks=0 -max_len=1200 -max_total_time=60 corpus
 * (-detect_leaks=0: memory is given back only after some inputs, and looking for leaks after each costs ten times the
 * rest; random_engine_data looks for them at its end.)
 */
#include "engine_rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  rows_verdict verdict;
  if (rows_compare(bytes, size, &verdict).len > 0)
    __builtin_trap();
  return 0;
}
