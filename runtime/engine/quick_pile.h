/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows that cannot be read by columns alone (engine/quick.h), read by the complete reader and gathered the ordinary way.
 * Where the latest row of a key is kept they are judged first, all of them, and gathered in the end. On the owner of
 * the collector.
 */
#ifndef CCL_ENGINE_QUICK_PILE_H
#define CCL_ENGINE_QUICK_PILE_H

#include "data/prints.h"
#include "data/reader.h"
#include "engine/quick.h"

typedef enum ccl_pile_use {
  CCL_PILE_GATHER, /* as they come */
  CCL_PILE_KEYS, /* only the fingerprints of their keys are wanted */
  CCL_PILE_HOLD, /* judged as they come, gathered in the end */
  CCL_PILE_JUDGE /* judged in their order, with their lines: what is wrong is said */
} ccl_pile_use;

typedef struct ccl_pile {
  ccl_quick *quick;
  ccl_intake *intake;
  ccl_pile_use use;
  bool makes_prints;
  ccl_prints prints; /* of their keys */
  ccl_batch *batch;
  /* Rows that are held: the file, a length, the bytes. Outside the collector. */
  char *held;
  size_t held_len, held_cap, held_most, held_next;
} ccl_pile;

/* `most`: so many bytes may be held. */
void ccl_pile_init(ccl_pile *pile, ccl_quick *quick, ccl_intake *intake, ccl_pile_use use, bool makes_prints,
                   size_t most);
/* Reads rows: each a length of 32 bits and its bytes without the line end. They came out of the file with this number,
 * whose reader this is. False: something is wrong, or there are too many. */
bool ccl_pile_read(ccl_pile *pile, ccl_reader *reader, uint32_t file, const char *rows, size_t length);
/* All files were read, and every row that was held is judged: they are gathered now, file by file, each with a reader
 * that has begun. False: something is wrong. */
void ccl_pile_let_go(ccl_pile *pile);
bool ccl_pile_holds(const ccl_pile *pile, uint32_t file); /* the next row is of this file */
bool ccl_pile_gather(ccl_pile *pile, ccl_reader *reader, uint32_t file);
/* One row and the line in which it begins, whatever was wrong before. */
void ccl_pile_judge(ccl_pile *pile, ccl_reader *reader, ccl_str row, uint64_t line);
bool ccl_pile_is_sound(const ccl_pile *pile); /* nothing was wrong yet */
void ccl_pile_free(ccl_pile *pile);

#endif
