/* SPDX-License-Identifier: Apache-2.0 */
/* base/mem, base/vec: zeroed blocks, growth, the end of memory. Both back ends pass. */
#include <criterion/criterion.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/vec.h"

enum { EXHAUSTED = 42, BUG = 43 };

static void leave_exhausted(void) {
  exit(EXHAUSTED);
}

static void leave_bug(const char *file, int line, const char *what) {
  exit(strstr(file, "test_base_mem") && line > 0 && strcmp(what, "a broken promise") == 0 ? BUG : 1);
}

static void start(void) {
  ccl_mem_init();
  ccl_mem_on_exhausted(leave_exhausted);
  ccl_on_bug(leave_bug);
}

static void stop(void) {
  ccl_mem_release();
}

TestSuite(mem, .init = start, .fini = stop);

static bool is_zero(const unsigned char *bytes, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (bytes[i] != 0)
      return false;
  return true;
}

Test(mem, blocks_are_zeroed) {
  for (int round = 0; round < 200; round++) {
    size_t size = (size_t)round * 37;
    unsigned char *blocks[] = { ccl_alloc(size), ccl_alloc_atomic(size), ccl_alloc_root(size) };
    for (size_t i = 0; i < 3; i++) {
      cr_assert_not_null(blocks[i]);
      cr_assert(is_zero(blocks[i], 0, size), "block %zu of size %zu", i, size);
      memset(blocks[i], 0xA5, size);
    }
    ccl_free(blocks[1]);
    ccl_free_root(blocks[2]);
  }
  ccl_free(NULL);
}

Test(mem, realloc_keeps_and_zeroes) {
  unsigned char *bytes = NULL;
  size_t size = 0;
  for (size_t grown = 1; grown < 100000; grown = grown * 3 + 1) {
    bytes = grown % 2 ? ccl_realloc(bytes, size, grown) : ccl_realloc_atomic(bytes, size, grown);
    cr_assert(is_zero(bytes, size, grown));
    for (size_t i = 0; i < size; i++)
      cr_assert_eq(bytes[i], (unsigned char)(i * 7 + 1));
    for (size_t i = size; i < grown; i++)
      bytes[i] = (unsigned char)(i * 7 + 1);
    size = grown;
  }
  cr_assert_eq(ccl_realloc(bytes, size, size), bytes);
}

Test(mem, what_is_reachable_stays_under_stress) {
  typedef struct link {
    struct link *next;
    char *name;
  } link;
  ccl_mem_stress(true);
  link **root = ccl_alloc_root(sizeof *root);
  for (int i = 0; i < 300; i++) {
    link *new = ccl_new(link);
    new->name = ccl_alloc_atomic(32);
    snprintf(new->name, 32, "link %d", i);
    new->next = *root;
    *root = new;
  }
  ccl_mem_stress(false);
  int number = 300;
  for (const link *at = *root; at; at = at->next) {
    char expected[32];
    snprintf(expected, sizeof expected, "link %d", --number);
    cr_assert_str_eq(at->name, expected);
  }
  cr_assert_eq(number, 0);
}

Test(mem, arrays_grow) {
  CCL_VEC(int) numbers = { 0 };
  for (int i = 0; i < 10000; i++)
    ccl_vec_push(&numbers, i);
  cr_assert_eq(numbers.len, 10000);
  for (int i = 0; i < 10000; i++)
    cr_assert_eq(numbers.items[i], i);
}

Test(mem, nth_allocation_fails, .exit_code = EXHAUSTED) {
  ccl_mem_fail_at(5);
  for (int i = 0; i < 4; i++)
    ccl_alloc(8);
  ccl_mem_fail_at(3);
  ccl_alloc(8);
  ccl_alloc_atomic(8);
  ccl_alloc_root(8);
  exit(1);
}

/* The first thread says it; the others may not end the program in another way before it has. */
static void leave_slowly(void) {
  enum { SHORT = 50000 };
  usleep(SHORT);
  _exit(EXHAUSTED);
}

static void *exhaust(void *ignored) {
  (void)ignored;
  ccl_mem_exhaust();
}

Test(mem, ends_once_in_many_threads, .exit_code = EXHAUSTED) {
  pthread_t threads[4];
  ccl_mem_on_exhausted(leave_slowly);
  for (size_t i = 0; i < 4; i++)
    pthread_create(&threads[i], NULL, exhaust, NULL);
  pthread_join(threads[0], NULL);
}

Test(mem, failing_can_be_called_off) {
  ccl_mem_fail_at(2);
  ccl_alloc(8);
  ccl_mem_fail_at(0);
  ccl_alloc(8);
  ccl_alloc(8);
}

Test(mem, an_array_too_large_ends_memory, .exit_code = EXHAUSTED) {
  ccl_alloc_array(SIZE_MAX / 4, 8);
  exit(1);
}

Test(mem, a_block_too_large_ends_memory, .exit_code = EXHAUSTED) {
  ccl_alloc(SIZE_MAX - 8);
  exit(1);
}

Test(mem, a_vec_that_cannot_grow_ends_memory, .exit_code = EXHAUSTED) {
  size_t cap = SIZE_MAX / 8;
  ccl_vec_grow(NULL, cap, &cap, 8);
  exit(1);
}

Test(mem, bug_goes_to_its_handler, .exit_code = BUG) {
  CCL_BUG("a broken promise");
}
