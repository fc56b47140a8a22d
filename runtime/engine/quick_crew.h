/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Threads that read the files of one activity by columns (engine/quick.h). They never touch the collector's memory: what
 * only its owner can do (a new day or word, a table, rows that are doubtful) they ask for and wait. The owner works too
 * when there is one thread; else it answers. What comes out does not depend on how many there are.
 */
#ifndef CCL_ENGINE_QUICK_CREW_H
#define CCL_ENGINE_QUICK_CREW_H

#include "data/scan.h"
#include "engine/quick_pile.h"

typedef struct ccl_crew_options {
  unsigned threads; /* at least 1 */
  size_t block;
  uint64_t memory; /* bytes that fingerprints of keys may take */
  ccl_simd simd;
  bool check_keys; /* they must be unique */
  const ccl_print_set *equal_keys; /* the latest row of a key is kept, and these are there more than once; or NULL */
} ccl_crew_options;

/* A file of the activity. */
typedef struct ccl_crew_file {
  ccl_origin *origin;
  ccl_reader_options options;
} ccl_crew_file;

/* Reads the files into the cells of the gather's classes and into `counts`. `intake` judges doubtful rows; it must be
 * one whose findings can be thrown away. False: something is wrong or cannot be done so; then everything that was
 * gathered is worthless, and the files are to be read the ordinary way. *equal_keys: all is well, but for keys that may
 * be there more than once. */
bool ccl_crew_read(ccl_quick *quick, ccl_intake *intake, const ccl_crew_file *files, size_t count,
                   ccl_crew_options options, ccl_day_counts *counts, uint64_t *rows, bool *equal_keys);

/* Which keys may be there more than once: reads only the keys. `quick` and `intake` are of no use afterwards. False: as
 * above. */
bool ccl_crew_equal_keys(ccl_quick *quick, ccl_intake *intake, const ccl_crew_file *files, size_t count,
                         ccl_crew_options options, ccl_print_set *equal);
/* The rows with keys that may be there more than once (options.equal_keys; nothing else is wrong), judged in their order
 * by an intake whose findings stay. */
void ccl_crew_judge_keys(ccl_quick *quick, ccl_intake *intake, const ccl_crew_file *files, size_t count,
                         ccl_crew_options options);

#endif
