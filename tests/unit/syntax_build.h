/* SPDX-License-Identifier: Apache-2.0 */
/* For the tests of syntax/: a text is read, and what came of it is one line of text. */
#ifndef CCL_TEST_SYNTAX_BUILD_H
#define CCL_TEST_SYNTAX_BUILD_H

#include <criterion/criterion.h>
#include <string.h>

#include "base/mem.h"
#include "syntax/dump.h"
#include "syntax/parse.h"

typedef struct read_text {
  ccl_sources sources;
  ccl_diags diags;
  uint32_t file;
  ccl_tree *tree;
} read_text;

static inline read_text *read_new(ccl_str text) {
  read_text *read = ccl_new(read_text);
  read->diags.sources = &read->sources;
  read->file = ccl_sources_add(&read->sources, CCL_STR("test.ccl"), text, false);
  return read;
}

static inline read_text *read_file(const char *text) {
  read_text *read = read_new(ccl_str_from(text));
  read->tree = ccl_parse_tree(&read->sources, &read->diags, read->file);
  cr_assert(read->tree && read->tree->root, "no tree for: %s", text);
  return read;
}

/* Lines and indents become single blanks. */
static inline ccl_str flat(ccl_str text) {
  ccl_buf out = { 0 };
  for (size_t i = 0; i < text.len; i++) {
    bool blank = text.ptr[i] == ' ' || text.ptr[i] == '\n';
    if (!blank)
      ccl_buf_char(&out, text.ptr[i]);
    else if (out.len && out.ptr[out.len - 1] != ' ')
      ccl_buf_char(&out, ' ');
  }
  return ccl_str_trim(ccl_buf_str(&out));
}

static inline ccl_str tree_of(const read_text *read, const ccl_node *node) {
  ccl_buf out = { 0 };
  ccl_dump_ast(&out, &read->sources, node, false);
  return flat(ccl_buf_str(&out));
}

/* Findings as `LINE:COLUMN code`, separated by blanks; with their sentences when `whole`. */
static inline ccl_str findings_of(read_text *read, bool whole) {
  ccl_buf out = { 0 };
  ccl_diags_sort(&read->diags);
  for (size_t i = 0; i < read->diags.all.len; i++) {
    const ccl_diag *diag = read->diags.all.items[i];
    ccl_place place = ccl_source_place(ccl_sources_get(&read->sources, diag->span.file), diag->span.start);
    ccl_buf_printf(&out, "%s%u:%u %s", out.len ? " " : "", place.line, place.column, ccl_code_text(diag->code));
    if (whole) {
      ccl_buf_z(&out, ": ");
      ccl_buf_add(&out, diag->message);
      ccl_buf_z(&out, diag->help.len ? " / " : "");
      ccl_buf_add(&out, diag->help);
    }
  }
  return ccl_buf_str(&out);
}

static inline void expect_str(ccl_str found, const char *expected, const char *label) {
  cr_expect(ccl_str_is(found, expected), "%s\n   found: %.*s\nexpected: %s", label, (int)found.len, found.ptr,
            expected);
}

#endif
