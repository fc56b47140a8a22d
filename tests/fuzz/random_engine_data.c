/* SPDX-License-Identifier: Apache-2.0 */
/*
 * random_engine_data [--stress] COUNT [SEED [FOLDER]]: COUNT random inputs (rows_random.h), of numbers SEED on, on which the engine
 * and the slow reader must agree. An input on which they do not is shown whole, with its number: COUNT 1 and that number
 * make it again (with the same compiler). With FOLDER the inputs are also written there, one file each: a corpus for the fuzzer. --stress: a full
 * collection at every allocation, which finds what lies where the collector does not look.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "rows_random.h"

static void show(uint64_t number, const uint8_t *bytes, size_t size, ccl_str trouble) {
  printf("input %" PRIu64 " (schema %u, shape %02x, engine %02x): %.*s\n", number, bytes[0] % ROWS_SCHEMAS, bytes[1],
         bytes[2], (int)trouble.len, trouble.ptr);
  for (size_t i = ROWS_HEAD; i < size; i++)
    if (bytes[i] >= ' ' && bytes[i] < 0x7F && bytes[i] != '\\')
      putchar(bytes[i]);
    else
      printf(bytes[i] == '\n' ? "\\n\n" : "\\x%02X", bytes[i]);
  putchar('\n');
}

static bool save(const char *folder, uint64_t number, const uint8_t *bytes, size_t size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%" PRIu64, folder, number);
  FILE *file = fopen(path, "wb");
  bool saved = file && fwrite(bytes, 1, size, file) == size;
  return file && fclose(file) == 0 && saved;
}

int main(int count, char **arguments) {
  if (count > 1 && strcmp(arguments[1], "--stress") == 0) {
    ccl_mem_stress(true);
    count--;
    arguments++;
  }
  uint64_t inputs = count > 1 ? strtoull(arguments[1], NULL, 10) : 1000,
           seed = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
  uint64_t sure = 0, sound = 0, rows = 0, wrong = 0, differing = 0;
  enum { MOST_SHOWN = 5 };
  for (uint64_t i = 0; i < inputs && differing < MOST_SHOWN; i++) {
    static uint8_t bytes[ROWS_LONGEST];
    size_t size = rows_random(seed + i, bytes);
    rows_verdict verdict;
    ccl_str trouble = rows_compare(bytes, size, &verdict);
    sure += verdict.sure;
    sound += verdict.sure && verdict.sound;
    rows += verdict.sure ? verdict.rows : 0;
    wrong += verdict.sure ? verdict.wrong : 0;
    if (trouble.len > 0) {
      differing++;
      show(seed + i, bytes, size, trouble);
    }
    if (count > 3 && !save(arguments[3], seed + i, bytes, size)) {
      printf("%s: cannot be written\n", arguments[3]);
      return 2;
    }
  }
  printf("%" PRIu64 " inputs, %" PRIu64 " differ; the slow reader is sure of %" PRIu64 ", of which %" PRIu64
         " are sound; %" PRIu64 " rows, %" PRIu64 " of them wrong\n",
         inputs, differing, sure, sound, rows, wrong);
  /* Most inputs must be judged, and about half be sound, or the test says little. */
  return differing > 0 || sure < inputs / 10 * 8 || sound < inputs / 10 * 3 ? 1 : 0;
}
