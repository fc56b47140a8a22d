/* SPDX-License-Identifier: Apache-2.0 */
/* Changed lines: small cases by eye, random ones by applying them again. */
#include <criterion/criterion.h>

#include "base/mem.h"
#include "render/changes.h"

TestSuite(changes, .init = ccl_mem_init);

Test(changes, by_eye) {
  static const struct {
    const char *before, *after, *wanted;
  } rows[] = {
    { "a\nb\n", "a\nb\n", "" },
    { "", "a\n", "--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n" },
    { "a\n", "", "--- f\n+++ f\n@@ -1,1 +0,0 @@\n-a\n" },
    { "a\nb\nc\n", "a\nB\nc\n", "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n" },
    { "a", "a\n", "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n" },
    { "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\n0\n",
      "--- f\n+++ f\n@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3\n 4\n 5\n@@ -7,3 +7,4 @@\n 7\n 8\n 9\n+0\n" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_buf buf = { 0 };
    ccl_changes_text(&buf, CCL_STR("f"), ccl_str_from(rows[i].before), ccl_str_from(rows[i].after));
    ccl_str got = ccl_buf_str(&buf);
    cr_expect(ccl_str_is(got, rows[i].wanted), "row %zu: %.*s", i, (int)got.len, got.ptr);
  }
}

/* Takes the next line, with its end, off a text. */
static ccl_str take(ccl_str *text) {
  ptrdiff_t end = ccl_str_find(*text, CCL_STR("\n"));
  cr_assert(end >= 0);
  ccl_str line = ccl_str_sub(*text, 0, (size_t)end + 1);
  *text = ccl_str_sub(*text, (size_t)end + 1, text->len);
  return line;
}

static ccl_str random_lines(uint64_t *seed, unsigned most) {
  ccl_buf buf = { 0 };
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  for (unsigned i = (unsigned)(*seed >> 33) % most; i > 0; i--) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    ccl_buf_printf(&buf, "%c\n", 'a' + (char)((*seed >> 33) % 4));
  }
  return ccl_buf_str(&buf);
}

/* Both sides of every hunk stand in the two texts, in order, and what lies between hunks is the same in both. */
static void check(ccl_str before, ccl_str after) {
  ccl_buf buf = { 0 };
  ccl_changes_text(&buf, CCL_STR("f"), before, after);
  ccl_str diff = ccl_buf_str(&buf), a = before, b = after;
  if (diff.len == 0) {
    cr_expect(ccl_str_eq(a, b));
    return;
  }
  take(&diff), take(&diff);
  while (diff.len > 0) {
    ccl_str line = take(&diff), rest = ccl_str_sub(line, 1, line.len);
    if (line.ptr[0] == '@') {
      /* Up to the hunk's first line the texts agree. */
      ptrdiff_t first = ccl_str_find(line, CCL_STR("-"));
      size_t number = 0;
      bool none = ccl_str_find(line, CCL_STR(",0 +")) > 0;
      for (size_t i = (size_t)first + 1; line.ptr[i] != ','; i++)
        number = number * 10 + (size_t)(line.ptr[i] - '0');
      size_t done = 0;
      for (size_t i = 0; i < before.len - a.len; i++)
        done += before.ptr[i] == '\n';
      for (size_t i = done + (none ? 0 : 1); i < number; i++)
        cr_assert(ccl_str_eq(take(&a), take(&b)));
      continue;
    }
    if (line.ptr[0] != '+')
      cr_assert(ccl_str_eq(take(&a), rest));
    if (line.ptr[0] != '-')
      cr_assert(ccl_str_eq(take(&b), rest));
  }
  cr_assert(ccl_str_eq(a, b));
}

Test(changes, random) {
  uint64_t seed = 7;
  for (int i = 0; i < 2000; i++) {
    ccl_str before = random_lines(&seed, 30), after = random_lines(&seed, 30);
    check(before, after);
  }
  for (int i = 0; i < 4; i++) { /* beyond the number of changes that is looked for */
    ccl_str before = random_lines(&seed, 9000), after = random_lines(&seed, 9000);
    check(before, after);
  }
}
