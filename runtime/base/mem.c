/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The part of base/mem that does not depend on the back end: the end of memory, the failure that a test asks for, and
 * bugs. Allocation itself is in mem_collect.c and mem_track.c. The only mutable globals of the program are here and
 * there.
 */
#include "base/mem.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem_private.h"

static ccl_mem_exhausted *exhausted_handler;
static ccl_bug_handler *bug_handler;
static uint64_t until_failure; /* allocations up to and with the one that must fail; 0: none must */

/* Whether some thread ends the program already, and whether it is this one. */
static atomic_flag exhausted = ATOMIC_FLAG_INIT, broken = ATOMIC_FLAG_INIT;
static _Thread_local bool exhausted_here, broken_here;

/* One thread ends the program, with one message: others wait for it. A handler may allocate a little (a message); were
 * that to fail too, we must not come back here for ever. */
static void begin_end(atomic_flag *taken, bool *here) {
  if (*here)
    abort();
  *here = !atomic_flag_test_and_set(taken);
  while (!*here)
    pause();
}

void ccl_mem_on_exhausted(ccl_mem_exhausted *handler) {
  exhausted_handler = handler;
  atomic_flag_clear(&exhausted);
  exhausted_here = false;
}

void ccl_mem_exhaust(void) {
  begin_end(&exhausted, &exhausted_here);
  if (exhausted_handler)
    exhausted_handler();
  abort();
}

void ccl_mem_fail_at(uint64_t nth) {
  until_failure = nth;
}

void ccl_mem_count_allocation(void) {
  if (until_failure > 0 && --until_failure == 0)
    ccl_mem_exhaust();
}

void *ccl_alloc_array(size_t count, size_t size) {
  if (size > 0 && count > SIZE_MAX / size)
    ccl_mem_exhaust();
  return ccl_alloc(count * size);
}

void ccl_on_bug(ccl_bug_handler *handler) {
  bug_handler = handler;
  atomic_flag_clear(&broken);
  broken_here = false;
}

void ccl_bug(const char *file, int line, const char *what) {
  begin_end(&broken, &broken_here);
  if (bug_handler)
    bug_handler(file, line, what);
  abort();
}
