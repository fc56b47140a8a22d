/* SPDX-License-Identifier: Apache-2.0 */
/* Nesting at the limit and past it, chains without a limit, and the collector running while a deep text is read. */
#include "base/limits.h"
#include "syntax_build.h"

TestSuite(limits, .init = ccl_mem_init, .fini = ccl_mem_release);

static void repeat(ccl_buf *buf, const char *piece, size_t times) {
  for (size_t i = 0; i < times; i++)
    ccl_buf_z(buf, piece);
}

/* `before` times n, a name, `after` times n, in a measure; then a wrong line. */
static read_text *nested(const char *before, const char *after, size_t times) {
  ccl_buf text = { 0 };
  ccl_buf_z(&text, "contract \"c\"\nmeasure x = ");
  repeat(&text, before, times);
  ccl_buf_z(&text, "a");
  repeat(&text, after, times);
  ccl_buf_z(&text, "\nmeasure y = )\n");
  ccl_buf_char(&text, '\0');
  return read_file(text.ptr);
}

Test(limits, nesting) {
  static const struct {
    const char *before, *after;
  } rows[] = {
    { "(", ")" },      { "not ", "" },  { "- ", "" },       { "f(", ")" }, { "f[", "]" }, { "if ", " then b else c" },
    { "a in (", ")" }, { "", " in h" }, { "", " overall" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    read_text *at = nested(rows[i].before, rows[i].after, CCL_LIMIT_NESTING);
    expect_str(findings_of(at, false), "3:13 syntax", rows[i].before);
    read_text *past = nested(rows[i].before, rows[i].after, CCL_LIMIT_NESTING + 1);
    cr_expect_eq(past->diags.errors, 2u, "%s: %zu", rows[i].before, past->diags.errors);
    read_text *far = nested(rows[i].before, rows[i].after, 10000);
    cr_expect_eq(far->diags.errors, 2u, "%s: %zu", rows[i].before, far->diags.errors);
  }
}

/* Deeper than the parser's stack: one message, and a tree. */
Test(limits, beyond_the_stack) {
  read_text *read = nested("not ", "", 300000);
  cr_expect_eq(read->diags.errors, 1u);
}

Test(limits, chains) {
  static const struct {
    const char *before, *after;
    size_t times;
  } rows[] = {
    { "", " + b - c", 100000 },
    { "", " * b / c", 1000 },
    { "", " or b and c", 1000 },
    { "if a then b else ", "", 10000 },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    read_text *read = nested(rows[i].before, rows[i].after, rows[i].times);
    expect_str(findings_of(read, false), "3:13 syntax", rows[i].after);
  }
}

/* The parser's stacks hold nodes that nothing else holds: the collector must see them (models.md; `track` has nothing to collect). */
Test(limits, collecting_all_the_time) {
  ccl_buf text = { 0 };
  ccl_buf_z(&text, "contract \"c\"\nmeasure x = ");
  repeat(&text, "(a + ", 250);
  ccl_buf_z(&text, "1 c");
  repeat(&text, " * b)", 250);
  ccl_buf_char(&text, '\0');
  read_text *calm = read_file(text.ptr);
  ccl_mem_stress(true);
  read_text *stressed = read_file(text.ptr);
  ccl_mem_stress(false);
  cr_expect_eq(calm->diags.errors, 0u);
  cr_expect_eq(stressed->diags.errors, 0u);
  cr_expect(ccl_str_eq(tree_of(calm, calm->tree->root), tree_of(stressed, stressed->tree->root)));
}
