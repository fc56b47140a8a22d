/* SPDX-License-Identifier: Apache-2.0 */
/* The command line: what is read, and what is said about slips. */
#include <criterion/criterion.h>

#include "base/mem.h"
#include "cli/options.h"

TestSuite(options, .init = ccl_mem_init);

#define WORDS_MAX 8

/* Reads up to eight words; the diagnostics go to *diags. */
static bool parse(ccl_options *options, ccl_diags *diags, const char *const *words) {
  static const ccl_sources none;
  char *copies[WORDS_MAX];
  int count = 0;
  for (; count < WORDS_MAX && words[count]; count++)
    copies[count] = (char *)(uintptr_t)ccl_str_z(ccl_str_from(words[count]));
  *options = (ccl_options){ .command = CCL_COMMAND_NONE };
  *diags = (ccl_diags){ .sources = &none };
  return ccl_options_parse(options, diags, count, copies);
}

Test(options, right_ones) {
  ccl_options options;
  ccl_diags diags;
  cr_assert(parse(
      &options, &diags,
      (const char *[]){ "check", "a.ccl", "--format", "json", "-", "--allow=unused", "--allow", "no-data", NULL }));
  cr_expect_eq(options.command, CCL_COMMAND_check);
  cr_expect_eq(options.operands.len, 2u);
  cr_expect(ccl_str_is(options.operands.items[1], "-"));
  cr_expect(ccl_str_is(ccl_options_value(&options, CCL_OPTION_format), "json"));
  cr_expect_eq(options.values[CCL_OPTION_allow].len, 2u);
  cr_expect(!ccl_options_has(&options, CCL_OPTION_pedantic));
  cr_expect_eq(diags.all.len, 0u);

  cr_assert(parse(&options, &diags, (const char *[]){ "--lang", "fr", "fmt", "--check", "--", "--stdin", NULL }));
  cr_expect(ccl_options_has(&options, CCL_OPTION_check));
  cr_expect(!ccl_options_has(&options, CCL_OPTION_stdin));
  cr_expect(ccl_str_is(options.operands.items[0], "--stdin"));

  cr_assert(parse(&options, &diags, (const char *[]){ "--help", NULL }));
  cr_assert(parse(&options, &diags, (const char *[]){ "check", "--help", NULL }));
  cr_assert(parse(&options, &diags, (const char *[]){ "check", "--lang=fr", "--lang=fr", "x", NULL }),
            "the same value twice");
}

Test(options, wrong_ones) {
  static const struct {
    const char *words[5];
    const char *message, *help;
  } rows[] = {
    { { NULL }, "no command is given", "`ccl --help` shows what can be written" },
    { { "chekc", "x" }, "ccl has no command `chekc`", "did you mean `check`?" },
    { { "frobnicate" }, "ccl has no command `frobnicate`", "`ccl --help` shows what can be written" },
    { { "check", "x", "--formt=json" }, "`ccl check` has no option `--formt`", "did you mean `--format`?" },
    { { "check", "x", "--ped" }, "`ccl check` has no option `--ped`", "did you mean `--pedantic`?" },
    { { "check", "x", "--stdin" },
      "`ccl check` has no option `--stdin`",
      "`ccl check --help` shows what can be written" },
    { { "check", "x", "--format" },
      "the option `--format` needs a value",
      "`ccl check --help` shows what can be written" },
    { { "check", "x", "--format", "xml" },
      "`xml` is no value of the option `--format`",
      "write one of these: text, json, sarif" },
    { { "check", "x", "--pedantic=yes" }, "the option `--pedantic` takes no value", "" },
    { { "check", "x", "--format=text", "--format=json" },
      "the option `--format` is given twice with different values",
      "" },
    { { "check" }, "`ccl check` needs a file", "write `ccl check FILE…`" },
    { { "--format", "json", "check" }, "`ccl` has no option `--format`", "`ccl --help` shows what can be written" },
    { { "check\x1b[2J" }, "ccl has no command `check\\x1B[2J`", "`ccl --help` shows what can be written" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_options options;
    ccl_diags diags;
    cr_expect(!parse(&options, &diags, rows[i].words), "row %zu", i);
    cr_assert_eq(diags.all.len, 1u, "row %zu", i);
    const ccl_diag *diag = diags.all.items[0];
    cr_expect_eq(diag->code, CCL_CODE_usage);
    cr_expect(ccl_str_is(diag->message, rows[i].message), "row %zu: %.*s", i, (int)diag->message.len,
              diag->message.ptr);
    cr_expect(ccl_str_is(diag->help, rows[i].help), "row %zu: %.*s", i, (int)diag->help.len, diag->help.ptr);
  }
}

Test(options, near) {
  static const struct {
    const char *word, *wanted;
  } rows[] = { { "perido", "period" }, { "period", "period" }, { "per", "period" }, { "x", "" }, { "", "" },
               { "ouput", "output" } };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_str got = ccl_options_near(ccl_str_from(rows[i].word), CCL_STR("output|period|data"));
    cr_expect(ccl_str_is(got, rows[i].wanted), "%s: %.*s", rows[i].word, (int)got.len, got.ptr);
  }
}
