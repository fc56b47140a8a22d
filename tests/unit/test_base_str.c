/* SPDX-License-Identifier: Apache-2.0 */
/* base/str and base/map. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"

enum { EXHAUSTED = 42 };

static void leave(void) {
  exit(EXHAUSTED);
}

static void start(void) {
  ccl_mem_init();
  ccl_mem_on_exhausted(leave);
}

static void stop(void) {
  ccl_mem_release();
}

TestSuite(str, .init = start, .fini = stop);
TestSuite(map, .init = start, .fini = stop);

#define S(text) ccl_str_from(text)

static void same(ccl_str found, const char *expected) {
  cr_assert(ccl_str_is(found, expected), "found \"%.*s\", expected \"%s\"", (int)found.len, found.ptr, expected);
}

Test(str, comparing) {
  cr_assert(ccl_str_eq(S("abc"), CCL_STR("abc")));
  cr_assert(ccl_str_eq((ccl_str){ 0 }, CCL_STR("")));
  cr_assert_not(ccl_str_eq(S("abc"), S("abd")));
  cr_assert_not(ccl_str_eq(S("abc"), S("ab")));
  cr_assert(ccl_str_is(S(NULL), ""));
  cr_assert(ccl_str_is((ccl_str){ 0 }, NULL));
  cr_assert_eq(ccl_str_cmp(S("a"), S("a")), 0);
  cr_assert_lt(ccl_str_cmp(S("a"), S("ab")), 0);
  cr_assert_gt(ccl_str_cmp(S("b"), S("ab")), 0);
  cr_assert_gt(ccl_str_cmp(S("é"), S("z")), 0, "by code point, not by sign of char");
  cr_assert_lt(ccl_str_cmp((ccl_str){ 0 }, S("a")), 0);
  cr_assert(ccl_str_starts(S("bareme"), S("bar")));
  cr_assert(ccl_str_starts(S("bareme"), (ccl_str){ 0 }));
  cr_assert_not(ccl_str_starts(S("ba"), S("bar")));
  cr_assert(ccl_str_ends(S("bareme"), S("eme")));
  cr_assert_not(ccl_str_ends(S("me"), S("eme")));
}

Test(str, pieces) {
  same(ccl_str_sub(S("hello"), 1, 3), "el");
  same(ccl_str_sub(S("hello"), 3, 99), "lo");
  same(ccl_str_sub(S("hello"), 9, 99), "");
  same(ccl_str_sub(S("hello"), 4, 2), "");
  same(ccl_str_sub((ccl_str){ 0 }, 0, 5), "");
  same(ccl_str_trim(S(" \t a b\r\n")), "a b");
  same(ccl_str_trim(S(" \t\r\n")), "");
  same(ccl_str_trim((ccl_str){ 0 }), "");
  cr_assert_eq(ccl_str_find(S("abcabd"), S("abd")), 3);
  cr_assert_eq(ccl_str_find(S("abcabd"), S("x")), -1);
  cr_assert_eq(ccl_str_find(S("ab"), S("abd")), -1);
  cr_assert_eq(ccl_str_find(S("aab"), S("ab")), 1);
  cr_assert_eq(ccl_str_find(S("ab"), S("")), 0);
  cr_assert_eq(ccl_str_find((ccl_str){ 0 }, S("a")), -1);
  cr_assert_eq(ccl_str_find(S("ab"), S("b")), 1);
  ccl_str copy = ccl_str_copy(S("own"));
  same(copy, "own");
  cr_assert_eq(copy.ptr[3], '\0');
  cr_assert_str_eq(ccl_str_z(ccl_str_sub(S("hello"), 0, 4)), "hell");
  cr_assert_str_eq(ccl_str_z((ccl_str){ 0 }), "");
  cr_assert_eq(ccl_str_hash(S("abcdefghi")), ccl_str_hash(ccl_str_copy(S("abcdefghi"))));
  cr_assert_neq(ccl_str_hash(S("a")), ccl_str_hash(CCL_STR("a\0")));
}

Test(str, buffers) {
  ccl_buf buf = { 0 };
  same(ccl_buf_str(&buf), "");
  ccl_buf_add(&buf, S("one"));
  ccl_buf_char(&buf, ' ');
  ccl_buf_z(&buf, "two ");
  ccl_buf_fill(&buf, '-', 3);
  ccl_buf_fill(&buf, '-', 0);
  ccl_buf_z(&buf, NULL);
  ccl_buf_int(&buf, INT64_MIN);
  ccl_buf_printf(&buf, " %s/%d", "x", 7);
  same(ccl_buf_str(&buf), "one two ----9223372036854775808 x/7");
  for (int i = 0; i < 10; i++) /* a piece of itself, across growth */
    ccl_buf_add(&buf, ccl_buf_str(&buf));
  cr_assert_eq(buf.len, 35u * 1024);
  cr_assert(ccl_str_ends(ccl_buf_str(&buf), S("x/7")));
  char longer[3000];
  memset(longer, 'q', sizeof longer - 1);
  longer[sizeof longer - 1] = '\0';
  same(ccl_str_printf("%s", longer), longer);
  same(ccl_str_printf("%s", ""), "");
  ccl_str parts[] = { S("a"), S(""), S("c") };
  same(ccl_str_join(parts, 3, S(", ")), "a, , c");
  same(ccl_str_join(parts, 1, S(", ")), "a");
  same(ccl_str_join(parts, 0, S(", ")), "");
}

Test(str, every_allocation_of_a_buffer_may_fail, .exit_code = EXHAUSTED) {
  ccl_buf buf = { 0 };
  ccl_mem_fail_at(3);
  for (int i = 0; i < 100000; i++)
    ccl_buf_char(&buf, 'x');
  exit(1);
}

Test(map, keeps_order_and_values) {
  ccl_map map = { 0 };
  int values[5000];
  cr_assert_null(ccl_map_find(&map, S("0")));
  for (int i = 0; i < 5000; i++) {
    ccl_str key = ccl_str_printf("%d", i * 7919);
    cr_assert_null(ccl_map_put(&map, key, &values[i]));
  }
  cr_assert_eq(map.len, 5000);
  for (int i = 0; i < 5000; i++) {
    ccl_str key = ccl_str_printf("%d", i * 7919);
    cr_assert_eq(ccl_map_find(&map, key), &values[i]);
    cr_assert(ccl_str_eq(map.entries[i].key, key));
  }
  cr_assert_null(ccl_map_find(&map, S("7918")));
  cr_assert_eq(ccl_map_put(&map, S("7919"), &values[0]), &values[1]);
  cr_assert_eq(ccl_map_find(&map, S("7919")), &values[0]);
  cr_assert_eq(map.len, 5000);
  cr_assert_null(ccl_map_put(&map, (ccl_str){ 0 }, &values[2]));
  cr_assert_eq(ccl_map_find(&map, S("")), &values[2]);
}

Test(map, survives_collections) {
  ccl_map map = { 0 };
  ccl_mem_stress(true);
  for (int i = 0; i < 200; i++)
    ccl_map_put(&map, ccl_str_printf("key %d", i), ccl_new(int));
  ccl_mem_stress(false);
  for (int i = 0; i < 200; i++)
    cr_assert_not_null(ccl_map_find(&map, ccl_str_printf("key %d", i)));
}
