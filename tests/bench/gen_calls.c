/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gen_calls ROWS: writes a month of calls as CSV to standard output, for bench/run. Deterministic: the same number of
 * rows gives the same bytes. The contract that bills them is bench/calls.ccl.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t next(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

int main(int argc, char **argv) {
  static const char *const sites[] = { "FR", "MA" };
  static const char *const languages[] = { "FR", "EN", "DE" };
  if (argc != 2)
    return fputs("gen_calls ROWS\n", stderr), 2;
  uint64_t rows = strtoull(argv[1], NULL, 10), state = 88172645463325252u;
  puts("id,start,site,language,answered,wait,talk");
  for (uint64_t i = 0; i < rows; i++) {
    uint64_t second = i * (31u * 86400u) / rows, day = second / 86400u, left = second % 86400u;
    uint64_t a = next(&state), b = next(&state);
    printf("C%09" PRIu64 ",2026-10-%02" PRIu64 " %02" PRIu64 ":%02" PRIu64 ":%02" PRIu64 ",%s,%s,%s,%" PRIu64
           ",%" PRIu64 "\n",
           i, day + 1, left / 3600, left / 60 % 60, left % 60, sites[a % 2], languages[a / 2 % 3],
           a / 8 % 100 < 91 ? "yes" : "no", a / 1024 % 90, b % 900);
  }
  return ferror(stdout) || fclose(stdout) != 0;
}
