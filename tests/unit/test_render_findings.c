/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as text, JSON and SARIF: places, widths, several spans, languages, limits, colours. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "render/findings.h"

TestSuite(findings, .init = ccl_mem_init);

static const ccl_message unit_mismatch = { CCL_CODE_unit_mismatch,
                                           "this rate is per call, but the quantity is in hours",
                                           "ce tarif est à l'appel, mais la quantité est en heures" };
static const ccl_message unused = { CCL_CODE_unused, "`{1}` is never used", "`{1}` ne sert jamais" };
static const ccl_message bad_value = { CCL_CODE_bad_value, "`{1}` is no number", "`{1}` n'est pas un nombre" };
static const ccl_message money = { CCL_CODE_NONE, "money for each call", "une somme par appel" };
static const ccl_message hours = { CCL_CODE_NONE, "hours, declared at line 22", "des heures, déclarées ligne 22" };
static const ccl_message here = { CCL_CODE_NONE, "declared here", "déclaré ici" };
static const ccl_message fact = { CCL_CODE_NONE, "this is a fact", "ceci est un fait" };
static const ccl_message mend = { CCL_CODE_NONE, "charge calls instead", "facturez des appels" };

typedef struct session {
  ccl_sources sources;
  ccl_diags diags;
} session;

static session *begin(const char *path, const char *text) {
  session *s = ccl_new(session);
  s->diags.sources = &s->sources;
  ccl_sources_add(&s->sources, ccl_str_from(path), ccl_str_from(text), false);
  return s;
}

/* The nth occurrence (from 1) of a piece in a file. */
static ccl_span find(const session *s, uint32_t file, const char *piece, int nth) {
  ccl_str text = ccl_sources_get(&s->sources, file)->text;
  size_t at = 0;
  for (;;) {
    ptrdiff_t found = ccl_str_find(ccl_str_sub(text, at, text.len), ccl_str_from(piece));
    cr_assert(found >= 0, "no %s", piece);
    at += (size_t)found;
    if (--nth == 0)
      return (ccl_span){ file, (uint32_t)at, (uint32_t)(at + strlen(piece)) };
    at++;
  }
}

static void expect_text(session *s, const char *wanted) {
  ccl_buf buf = { 0 };
  ccl_findings_text(&buf, &s->diags, false);
  ccl_str got = ccl_buf_str(&buf);
  cr_expect(ccl_str_is(got, wanted), "wanted:\n%s\ngot:\n%.*s", wanted, (int)got.len, got.ptr);
}

static const char forty_lines[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
                                  "  charge productive_hours at 3.20 EUR per call\n";

Test(findings, as_the_design_shows) {
  session *s = begin("contract.ccl", forty_lines);
  ccl_diag *diag = ccl_report(&s->diags, &unit_mismatch, find(s, 1, "3.20 EUR per call", 1), CCL_NO_ARGS);
  ccl_diag_label(diag, &money, CCL_NO_ARGS);
  ccl_diag_note(diag, &hours, find(s, 1, "productive_hours", 1), CCL_NO_ARGS);
  ccl_diag_help(diag, &mend, CCL_NO_ARGS);
  diag->context = CCL_STR("article 5.2 \"Facturation à l'acte\"");
  expect_text(s, "error[unit-mismatch]: this rate is per call, but the quantity is in hours\n"
                 "  --> contract.ccl:41:30\n"
                 "   |\n"
                 "41 |   charge productive_hours at 3.20 EUR per call\n"
                 "   |          ----------------    ^^^^^^^^^^^^^^^^^ money for each call\n"
                 "   |          |\n"
                 "   |          hours, declared at line 22\n"
                 "   = help: charge calls instead\n"
                 "   = article 5.2 \"Facturation à l'acte\"\n");
}

Test(findings, in_french) {
  session *s = begin("contrat.ccl", "mesure a = 1\n");
  ccl_sources_get(&s->sources, 1)->lang = CCL_LANG_FR;
  ccl_diag *diag = ccl_report(&s->diags, &unused, find(s, 1, "a ", 1), CCL_ARGS(CCL_STR("a")));
  ccl_diag_note(diag, &fact, CCL_NO_SPAN, CCL_NO_ARGS);
  ccl_diag_help(diag, &mend, CCL_NO_ARGS);
  ccl_report(&s->diags, &unit_mismatch, find(s, 1, "1", 1), CCL_NO_ARGS);
  expect_text(s, "avertissement[unused] : `a` ne sert jamais\n"
                 "  --> contrat.ccl:1:8\n"
                 "   |\n"
                 " 1 | mesure a = 1\n"
                 "   |        ^^\n"
                 "   = note : ceci est un fait\n"
                 "   = aide : facturez des appels\n"
                 "\n"
                 "erreur[unit-mismatch] : ce tarif est à l'appel, mais la quantité est en heures\n"
                 "  --> contrat.ccl:1:12\n"
                 "   |\n"
                 " 1 | mesure a = 1\n"
                 "   |            ^\n");
}

Test(findings, lines_apart_and_other_files) {
  session *s = begin("a.ccl", "one\ntwo\nthree\nfour\n");
  uint32_t other = ccl_sources_add(&s->sources, CCL_STR("<ccl>/b.ccl"), CCL_STR("alpha beta\n"), true);
  ccl_diag *diag = ccl_report(&s->diags, &unused, find(s, 1, "four", 1), CCL_ARGS(CCL_STR("four")));
  ccl_diag_note(diag, &here, find(s, 1, "one", 1), CCL_NO_ARGS);
  ccl_diag_note(diag, &here, find(s, other, "beta", 1), CCL_NO_ARGS);
  ccl_diag_note(diag, &fact, CCL_NO_SPAN, CCL_NO_ARGS);
  expect_text(s, "warning[unused]: `four` is never used\n"
                 "  --> a.ccl:4:1\n"
                 "   |\n"
                 " 1 | one\n"
                 "   | --- declared here\n"
                 "...\n"
                 " 4 | four\n"
                 "   | ^^^^\n"
                 "  ::: <ccl>/b.ccl:1:7\n"
                 "   |\n"
                 " 1 | alpha beta\n"
                 "   |       ---- declared here\n"
                 "   = note: this is a fact\n");
}

Test(findings, display_width) {
  session *s = begin("w.ccl", "\tété 日本 e\xcc\x81t\xc3\xa9 x\r\n\x1b[2J y\n");
  ccl_report(&s->diags, &unused, find(s, 1, "日本", 1), CCL_ARGS(CCL_STR("日本")));
  ccl_report(&s->diags, &unused, find(s, 1, "x", 1), CCL_ARGS(CCL_STR("x")));
  ccl_report(&s->diags, &unused, find(s, 1, "y", 1), CCL_ARGS(CCL_STR("\x1b[2J")));
  expect_text(s, "warning[unused]: `日本` is never used\n"
                 "  --> w.ccl:1:6\n"
                 "   |\n"
                 " 1 |     été 日本 e\xcc\x81t\xc3\xa9 x\n"
                 "   |         ^^^^\n"
                 "\n"
                 "warning[unused]: `x` is never used\n"
                 "  --> w.ccl:1:14\n"
                 "   |\n"
                 " 1 |     été 日本 e\xcc\x81t\xc3\xa9 x\n"
                 "   |                  ^\n"
                 "\n"
                 "warning[unused]: `\\x1B[2J` is never used\n"
                 "  --> w.ccl:2:6\n"
                 "   |\n"
                 " 2 | \\x1B[2J y\n"
                 "   |         ^\n");
}

Test(findings, labels_that_hang) {
  session *s = begin("h.ccl", "aa bb cc\n");
  ccl_diag *diag = ccl_report(&s->diags, &unused, find(s, 1, "aa", 1), CCL_ARGS(CCL_STR("aa")));
  ccl_diag_label(diag, &money, CCL_NO_ARGS);
  ccl_diag_note(diag, &here, find(s, 1, "bb", 1), CCL_NO_ARGS);
  ccl_diag_note(diag, &fact, find(s, 1, "cc", 1), CCL_NO_ARGS);
  expect_text(s, "warning[unused]: `aa` is never used\n"
                 "  --> h.ccl:1:1\n"
                 "   |\n"
                 " 1 | aa bb cc\n"
                 "   | ^^ -- -- this is a fact\n"
                 "   | |  |\n"
                 "   | |  declared here\n"
                 "   | money for each call\n");
}

/* A mark inside another: neither label can stand on the row of underlines. */
Test(findings, a_mark_inside_another) {
  session *s = begin("h.ccl", "(aa bb) cc\n");
  ccl_diag *diag = ccl_report(&s->diags, &unused, find(s, 1, "(aa bb)", 1), CCL_ARGS(CCL_STR("aa")));
  ccl_diag_label(diag, &money, CCL_NO_ARGS);
  ccl_diag_note(diag, &here, find(s, 1, "aa", 1), CCL_NO_ARGS);
  expect_text(s, "warning[unused]: `aa` is never used\n"
                 "  --> h.ccl:1:1\n"
                 "   |\n"
                 " 1 | (aa bb) cc\n"
                 "   | ^^^^^^^\n"
                 "   | ||\n"
                 "   | |declared here\n"
                 "   | money for each call\n");
}

Test(findings, at_the_ends) {
  session *s = begin("e.ccl", "ab\ncd");
  ccl_report(&s->diags, &unused, (ccl_span){ 1, 5, 5 }, CCL_ARGS(CCL_STR("a")));
  ccl_report(&s->diags, &unused, (ccl_span){ 1, 1, 4 }, CCL_ARGS(CCL_STR("b")));
  expect_text(s, "warning[unused]: `b` is never used\n"
                 "  --> e.ccl:1:2\n"
                 "   |\n"
                 " 1 | ab\n"
                 "   |  ^\n"
                 "\n"
                 "warning[unused]: `a` is never used\n"
                 "  --> e.ccl:2:3\n"
                 "   |\n"
                 " 2 | cd\n"
                 "   |   ^\n");
}

Test(findings, data_and_limits) {
  session *s = begin("contract.ccl", "x\n");
  for (int i = 0; i < CCL_LIMIT_SHOWN_DATA_ERRORS + 1; i++)
    ccl_report_at(&s->diags, &bad_value, ccl_str_printf("calls.csv:%d", i + 2), CCL_ARGS(CCL_STR("12,x")));
  for (int i = 0; i < CCL_LIMIT_SHOWN_FINDINGS + 11; i++)
    ccl_report(&s->diags, &unused, (ccl_span){ 1, 0, 1 }, CCL_ARGS(CCL_STR("x")));
  ccl_buf buf = { 0 };
  ccl_findings_text(&buf, &s->diags, false);
  ccl_str got = ccl_buf_str(&buf);
  cr_expect(ccl_str_ends(got, CCL_STR("error[bad-value]: `12,x` is no number\n  --> calls.csv:21\n\nand 12 more\n")));
  size_t shown = 0;
  for (size_t i = 0; i + 2 < got.len; i++)
    shown += memcmp(got.ptr + i, "-->", 3) == 0;
  cr_expect_eq(shown, CCL_LIMIT_SHOWN_DATA_ERRORS + CCL_LIMIT_SHOWN_FINDINGS);
}

Test(findings, a_very_long_line_is_cut) {
  ccl_buf line = { 0 };
  for (int i = 0; i < 300; i++)
    ccl_buf_z(&line, "é ");
  ccl_buf_z(&line, "here");
  ccl_buf_fill(&line, '.', 500);
  session *s = begin("long.ccl", ccl_str_z(ccl_buf_str(&line)));
  ccl_report(&s->diags, &unused, find(s, 1, "here", 1), CCL_ARGS(CCL_STR("here")));
  ccl_buf buf = { 0 };
  ccl_findings_text(&buf, &s->diags, false);
  ccl_str got = ccl_buf_str(&buf);
  cr_expect(got.len < 500, "%zu bytes", got.len);
  cr_expect(ccl_str_find(got, CCL_STR(" 1 | …é é")) > 0, "%.*s", (int)got.len, got.ptr);
  cr_expect(ccl_str_find(got, CCL_STR("....…\n   |                                          ^^^^\n")) > 0, "%.*s",
            (int)got.len, got.ptr);
}

Test(findings, colours_only_when_asked) {
  session *s = begin("c.ccl", "ab\n");
  ccl_report(&s->diags, &unused, find(s, 1, "a", 1), CCL_ARGS(CCL_STR("a")));
  ccl_buf with = { 0 }, without = { 0 };
  ccl_findings_text(&with, &s->diags, true);
  ccl_findings_text(&without, &s->diags, false);
  cr_expect(ccl_str_starts(ccl_buf_str(&with),
                           CCL_STR("\033[1;33mwarning[unused]: \033[0m\033[1m`a` is never used\033[0m\n")));
  cr_expect(ccl_str_find(ccl_buf_str(&without), CCL_STR("\033")) < 0);
  /* The same text, colours apart. */
  ccl_buf plain = { 0 };
  for (size_t i = 0; i < with.len; i++) {
    if (with.ptr[i] != '\033')
      ccl_buf_char(&plain, with.ptr[i]);
    else
      while (with.ptr[i] != 'm')
        i++;
  }
  cr_expect(ccl_str_eq(ccl_buf_str(&plain), ccl_buf_str(&without)));
}

Test(findings, nothing) {
  session *s = begin("c.ccl", "ab\n");
  expect_text(s, "");
  ccl_buf buf = { 0 };
  ccl_findings_json(&buf, &s->diags);
  cr_expect(ccl_str_is(ccl_buf_str(&buf), "[]\n"));
}

Test(findings, json) {
  session *s = begin("a.ccl", "été x\ny\n");
  ccl_diag *diag = ccl_report(&s->diags, &unused, find(s, 1, "x\ny", 1), CCL_ARGS(CCL_STR("x")));
  ccl_diag_note(diag, &here, find(s, 1, "été", 1), CCL_NO_ARGS);
  ccl_diag_note(diag, &fact, CCL_NO_SPAN, CCL_NO_ARGS);
  ccl_report_at(&s->diags, &bad_value, CCL_STR("calls:1.csv:7"), CCL_ARGS(CCL_STR("1")));
  ccl_buf buf = { 0 };
  ccl_findings_json(&buf, &s->diags);
  static const char wanted[] = "[\n"
                               "  {\n"
                               "    \"code\": \"unused\",\n"
                               "    \"severity\": \"warning\",\n"
                               "    \"message\": \"`x` is never used\",\n"
                               "    \"file\": \"a.ccl\",\n"
                               "    \"line\": 1,\n"
                               "    \"column\": 5,\n"
                               "    \"end_line\": 2,\n"
                               "    \"end_column\": 2,\n"
                               "    \"notes\": [\n"
                               "      {\n"
                               "        \"message\": \"declared here\",\n"
                               "        \"file\": \"a.ccl\",\n"
                               "        \"line\": 1,\n"
                               "        \"column\": 1,\n"
                               "        \"end_line\": 1,\n"
                               "        \"end_column\": 4\n"
                               "      },\n"
                               "      {\n"
                               "        \"message\": \"this is a fact\",\n"
                               "        \"file\": null,\n"
                               "        \"line\": null,\n"
                               "        \"column\": null,\n"
                               "        \"end_line\": null,\n"
                               "        \"end_column\": null\n"
                               "      }\n"
                               "    ],\n"
                               "    \"help\": null\n"
                               "  },\n"
                               "  {\n"
                               "    \"code\": \"bad-value\",\n"
                               "    \"severity\": \"error\",\n"
                               "    \"message\": \"`1` is no number\",\n"
                               "    \"file\": \"calls:1.csv\",\n"
                               "    \"line\": 7,\n"
                               "    \"column\": null,\n"
                               "    \"end_line\": null,\n"
                               "    \"end_column\": null,\n"
                               "    \"notes\": [],\n"
                               "    \"help\": null\n"
                               "  }\n"
                               "]\n";
  ccl_str got = ccl_buf_str(&buf);
  cr_expect(ccl_str_is(got, wanted), "got:\n%.*s", (int)got.len, got.ptr);
}

Test(findings, sarif) {
  session *s = begin("mon contrat.ccl", "x\n");
  ccl_diag *diag = ccl_report(&s->diags, &unused, find(s, 1, "x", 1), CCL_ARGS(CCL_STR("x")));
  ccl_diag_help(diag, &mend, CCL_NO_ARGS);
  ccl_buf buf = { 0 };
  ccl_findings_sarif(&buf, &s->diags, "1.2.3");
  ccl_str got = ccl_buf_str(&buf);
  static const char *const pieces[] = {
    "\"version\": \"2.1.0\"", "\"id\": \"unused\"", "\"uri\": \"mon%20contrat.ccl\"",
    "\"startColumn\": 1",     "\"endColumn\": 2",   "`x` is never used\\ncharge calls instead",
    "\"level\": \"warning\""
  };
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
    cr_expect(ccl_str_find(got, ccl_str_from(pieces[i])) >= 0, "no %s in %.*s", pieces[i], (int)got.len, got.ptr);
}
