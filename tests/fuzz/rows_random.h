/* SPDX-License-Identifier: Apache-2.0 */
/* Inputs of engine_rows.h at random, most of them almost valid: rows as people and programs write them, in every spelling
 * of cli.md 3, some of them with something wrong. One number makes one input, always the same. */
#ifndef CCL_TESTS_FUZZ_ROWS_RANDOM_H
#define CCL_TESTS_FUZZ_ROWS_RANDOM_H

#include "engine_rows.h"

/* Writes the input of this number; how long it is, at most ROWS_LONGEST. */
size_t rows_random(uint64_t number, uint8_t out[ROWS_LONGEST]);

#endif
