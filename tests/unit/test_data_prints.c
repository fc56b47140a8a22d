/* SPDX-License-Identifier: Apache-2.0 */
/* Whether fingerprints are all different: in memory, in files, in several lists, with several threads. */
#include "rows_build.h"

#include "data/prints.h"

TestSuite(prints, .init = begin_plan);

enum { COUNT = 700000 };

static uint64_t print_of(uint64_t number) {
  number = (number ^ number >> 31) * 0x9E3779B97F4A7C15u;
  return number ^ number >> 29;
}

/* `count` different ones in two lists, and one of them again. */
static bool are_unique(size_t count, size_t limit, unsigned threads, bool again) {
  ccl_prints lists[2];
  static const uint8_t sure[1] = { 0 };
  for (size_t i = 0; i < 2; i++)
    ccl_prints_init(&lists[i], limit);
  for (size_t i = 0; i < count; i++) {
    uint64_t print = print_of(i);
    ccl_prints_add(&lists[i % 2], &print, NULL, sure, 1);
  }
  uint64_t print = print_of(count / 3);
  if (again)
    ccl_prints_add(&lists[1], &print, NULL, sure, 1);
  bool failed, unique = ccl_prints_are_unique(lists, 2, threads, &failed);
  cr_assert_not(failed);
  return unique;
}

Test(prints, in_memory) {
  for (size_t count = 1; count < 70; count++) {
    cr_assert(are_unique(count, 0, 1, false), "%zu", count);
    cr_assert_not(are_unique(count, 0, 2, true), "%zu", count);
  }
  cr_assert(are_unique(COUNT, 0, 2, false));
  cr_assert_not(are_unique(COUNT, 0, 2, true));
}

Test(prints, beyond_the_limit) {
  cr_assert(are_unique(COUNT, 1 << 20, 2, false));
  cr_assert_not(are_unique(COUNT, 1 << 20, 2, true));
  cr_assert_not(are_unique(COUNT, 1 << 20, 1, true));
}

Test(prints, rows_without_a_key_or_in_doubt) {
  ccl_prints list;
  ccl_prints_init(&list, 0);
  const uint64_t prints[] = { 5, 5, 5, 6 };
  const uint8_t present[] = { 1, 0, 1, 1 }, doubt[] = { 0, 0, 1, 0 };
  ccl_prints_add(&list, prints, present, doubt, 4);
  cr_assert_eq(list.total, 2);
  bool failed;
  cr_assert(ccl_prints_are_unique(&list, 1, 1, &failed));
}

/* Few prints, often equal, some alike in their top or low bits, against a search of all pairs. */
Test(prints, like_a_search_of_all_pairs) {
  static const uint8_t sure[1] = { 0 };
  uint64_t state = 3;
  for (int round = 0; round < 4000; round++) {
    enum { MOST = 60, LISTS = 3 };
    uint64_t prints[MOST];
    size_t count = 0, most = (size_t)(round % MOST);
    bool unique = true, failed;
    ccl_prints lists[LISTS];
    for (size_t i = 0; i < LISTS; i++)
      ccl_prints_init(&lists[i], 0);
    for (; count < most; count++) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      uint64_t number = state >> 33 & 0xFFF;
      prints[count] = round % 4 == 0   ? number << 52
                      : round % 4 == 1 ? number
                      : round % 4 == 2 ? UINT64_MAX - number
                                       : print_of(number);
      for (size_t i = 0; i < count; i++)
        unique = unique && prints[i] != prints[count];
      ccl_prints_add(&lists[(state >> 20) % LISTS], &prints[count], NULL, sure, 1);
    }
    bool got = ccl_prints_are_unique(lists, LISTS, 1 + (unsigned)round % 2, &failed);
    cr_assert(!failed && got == unique, "round %d, %zu prints: %d", round, count, got);
  }
}
