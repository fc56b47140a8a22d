/* SPDX-License-Identifier: Apache-2.0 */
/* base/source and base/diag: places, sentences, counting, order. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"

enum { EXHAUSTED = 42, BUG = 43 };

static void leave(void) {
  exit(EXHAUSTED);
}

static void leave_bug(const char *file, int line, const char *what) {
  (void)file, (void)line, (void)what;
  exit(BUG);
}

static void start(void) {
  ccl_mem_init();
  ccl_mem_on_exhausted(leave);
  ccl_on_bug(leave_bug);
}

static void stop(void) {
  ccl_mem_release();
}

TestSuite(source, .init = start, .fini = stop);
TestSuite(diag, .init = start, .fini = stop);

#define S(text) ccl_str_from(text)

static void same(ccl_str found, const char *expected) {
  cr_assert(ccl_str_is(found, expected), "found \"%.*s\", expected \"%s\"", (int)found.len, found.ptr, expected);
}

static void at(const ccl_source *source, uint32_t offset, uint32_t line, uint32_t column) {
  ccl_place place = ccl_source_place(source, offset);
  cr_assert(place.line == line && place.column == column, "offset %u: %u:%u, expected %u:%u", offset, place.line,
            place.column, line, column);
}

Test(source, places) {
  ccl_sources sources = { 0 };
  cr_assert_eq(ccl_sources_add(&sources, S("a.ccl"), S("é1\r\n\nb\tc\n"), false), 1);
  cr_assert_eq(ccl_sources_add(&sources, S("b.ccl"), (ccl_str){ 0 }, true), 2);
  const ccl_source *a = ccl_sources_get(&sources, 1);
  at(a, 0, 1, 1);
  at(a, 2, 1, 2);
  at(a, 3, 1, 3); /* the CR */
  at(a, 4, 1, 4); /* the LF is the end of its line */
  at(a, 5, 2, 1);
  at(a, 6, 3, 1);
  at(a, 8, 3, 3); /* behind a tab */
  at(a, 10, 4, 1);
  at(a, 999, 4, 1);
  same(ccl_source_line(a, 1), "é1");
  same(ccl_source_line(a, 2), "");
  same(ccl_source_line(a, 3), "b\tc");
  same(ccl_source_line(a, 4), "");
  same(ccl_source_line(a, 5), "");
  same(ccl_source_line(a, 0), "");
  const ccl_source *b = ccl_sources_get(&sources, 2);
  cr_assert(b->embedded && !a->embedded);
  at(b, 0, 1, 1);
  same(ccl_source_line(b, 1), "");
  same(ccl_source_text(&sources, (ccl_span){ 1, 0, 3 }), "é1");
  same(ccl_source_text(&sources, (ccl_span){ 1, 6, 99 }), "b\tc\n");
  same(ccl_source_text(&sources, CCL_NO_SPAN), "");
}

Test(source, a_long_text_without_end) {
  ccl_sources sources = { 0 };
  ccl_buf text = { 0 };
  for (int i = 0; i < 10000; i++)
    ccl_buf_printf(&text, "line %d\n", i);
  ccl_buf_z(&text, "last");
  ccl_sources_add(&sources, S("long"), ccl_buf_str(&text), false);
  const ccl_source *source = ccl_sources_get(&sources, 1);
  cr_assert_eq(source->line_count, 10001);
  for (uint32_t line = 1; line <= 10000; line += 77) {
    same(ccl_source_line(source, line), ccl_str_z(ccl_str_printf("line %u", line - 1)));
    at(source, source->line_starts[line - 1] + 3, line, 4);
  }
  same(ccl_source_line(source, 10001), "last");
  at(source, (uint32_t)text.len, 10001, 5);
}

Test(source, no_such_file_is_a_bug, .exit_code = BUG) {
  ccl_sources sources = { 0 };
  ccl_sources_get(&sources, 1);
}

static void same_span(ccl_span a, ccl_span b) {
  cr_assert(a.file == b.file && a.start == b.start && a.end == b.end);
}

Test(source, joining_spans) {
  same_span(ccl_span_join((ccl_span){ 1, 2, 4 }, (ccl_span){ 1, 6, 9 }), (ccl_span){ 1, 2, 9 });
  same_span(ccl_span_join(CCL_NO_SPAN, (ccl_span){ 1, 6, 9 }), (ccl_span){ 1, 6, 9 });
  same_span(ccl_span_join((ccl_span){ 1, 2, 4 }, CCL_NO_SPAN), (ccl_span){ 1, 2, 4 });
  same_span(ccl_span_join((ccl_span){ 1, 2, 4 }, (ccl_span){ 2, 6, 9 }), (ccl_span){ 1, 2, 4 });
}

Test(diag, codes) {
  cr_assert_str_eq(ccl_code_text(CCL_CODE_unit_mismatch), "unit-mismatch");
  cr_assert_eq(ccl_code_severity(CCL_CODE_unit_mismatch), CCL_ERROR);
  cr_assert_eq(ccl_code_exit(CCL_CODE_unit_mismatch), 1);
  cr_assert_eq(ccl_code_exit(CCL_CODE_missing_value), 3);
  cr_assert_eq(ccl_code_severity(CCL_CODE_tier_cliff), CCL_WARNING);
  cr_assert_eq(ccl_code_exit(CCL_CODE_tier_cliff), 0);
  cr_assert_eq(ccl_code_find(S("tier-cliff")), CCL_CODE_tier_cliff);
  cr_assert_eq(ccl_code_find(S("tier-clif")), CCL_CODE_NONE);
  cr_assert_eq(ccl_code_find(S("")), CCL_CODE_NONE);
  for (ccl_code code = CCL_CODE_NONE + 1; code < CCL_CODE_COUNT; code++) {
    cr_assert_eq(ccl_code_find(S(ccl_code_text(code))), code, "%s stands twice", ccl_code_text(code));
    cr_assert_eq(ccl_code_exit(code) == 0, ccl_code_severity(code) == CCL_WARNING, "%s", ccl_code_text(code));
  }
}

static const ccl_message two_names = { CCL_CODE_duplicate_name, "{2} stands before {1}", "{1} vient après {2}" };
static const ccl_message cliff = { CCL_CODE_tier_cliff, "the total falls", "le total baisse" };
static const ccl_message plain = { CCL_CODE_NONE, "{x} {0} {} {12} {", "voyez {1}{1}" };

static ccl_sources *two_sources(void) {
  ccl_sources *sources = ccl_new(ccl_sources);
  ccl_sources_add(sources, S("en.ccl"), S("contract\n  x\n"), false);
  ccl_sources_add(sources, S("fr.ccl"), S("contrat\n"), false);
  ccl_sources_get(sources, 2)->lang = CCL_LANG_FR;
  return sources;
}

Test(diag, sentences) {
  same(ccl_message_text(&two_names, CCL_LANG_EN, CCL_ARGS(S("a"), S("b"))), "b stands before a");
  same(ccl_message_text(&two_names, CCL_LANG_FR, CCL_ARGS(S("a"), S("b"))), "a vient après b");
  same(ccl_message_text(&plain, CCL_LANG_EN, CCL_NO_ARGS), "{x} {0} {} {12} {");
  same(ccl_message_text(&plain, CCL_LANG_FR, CCL_ARGS(S("x\x1By\u202Ez « é »\u00A0!"))),
       "voyez x\\x1By\\u{202E}z « é »\u00A0!x\\x1By\\u{202E}z « é »\u00A0!");
  ccl_buf crowd = { 0 };
  ccl_buf_fill(&crowd, 'x', 1000);
  ccl_str shown = ccl_message_text(&plain, CCL_LANG_FR, CCL_ARGS(ccl_buf_str(&crowd)));
  cr_assert_eq(shown.len, sizeof "voyez " - 1 + 2 * (200 + sizeof "…" - 1));
}

Test(diag, a_missing_argument_is_a_bug, .exit_code = BUG) {
  ccl_message_text(&two_names, CCL_LANG_EN, CCL_ARGS(S("a")));
}

Test(diag, languages) {
  ccl_diags diags = { .sources = two_sources(), .lang = CCL_LANG_FR };
  cr_assert_eq(ccl_diags_lang(&diags, (ccl_span){ 1, 0, 1 }), CCL_LANG_EN);
  cr_assert_eq(ccl_diags_lang(&diags, (ccl_span){ 2, 0, 1 }), CCL_LANG_FR);
  cr_assert_eq(ccl_diags_lang(&diags, CCL_NO_SPAN), CCL_LANG_FR);
  diags.lang_forced = true;
  cr_assert_eq(ccl_diags_lang(&diags, (ccl_span){ 1, 0, 1 }), CCL_LANG_FR);
}

Test(diag, reporting) {
  ccl_diags diags = { .sources = two_sources() };
  ccl_diag *diag = ccl_report(&diags, &two_names, (ccl_span){ 2, 0, 7 }, CCL_ARGS(S("a"), S("b")));
  ccl_diag_label(diag, &plain, CCL_ARGS(S("ici")));
  ccl_diag_note(diag, &cliff, (ccl_span){ 1, 0, 3 }, CCL_NO_ARGS);
  ccl_diag_note(diag, &cliff, CCL_NO_SPAN, CCL_NO_ARGS);
  ccl_diag_help(diag, &plain, CCL_ARGS(S("là")));
  cr_assert_eq(diag->lang, CCL_LANG_FR);
  same(diag->message, "a vient après b");
  same(diag->label, "voyez iciici");
  same(diag->help, "voyez làlà");
  cr_assert_eq(diag->notes.len, 2);
  same(diag->notes.items[0].message, "le total baisse");
  cr_assert_eq(diag->notes.items[0].span.file, 1);
  cr_assert_eq(ccl_diags_exit(&diags), 1);
  ccl_diag *data = ccl_report_at(&diags, &cliff, S("calls.csv:7"), CCL_NO_ARGS);
  same(data->where, "calls.csv:7");
  same(data->message, "the total falls");
  cr_assert(diags.errors == 1 && diags.warnings == 1 && diags.all.len == 2 && diags.dropped == 0);
}

Test(diag, order) {
  static const ccl_message world = { CCL_CODE_cannot_read, "w", "w" };
  static const struct {
    const ccl_message *message;
    ccl_span span;
  } rows[] = {
    { &world, { 0, 0, 0 } },     { &two_names, { 2, 5, 6 } }, { &cliff, { 1, 9, 10 } }, { &two_names, { 1, 9, 12 } },
    { &two_names, { 1, 3, 4 } }, { &cliff, { 0, 0, 0 } },     { &cliff, { 1, 9, 11 } },
  };
  static const size_t expected[] = { 4, 3, 2, 6, 1, 0, 5 };
  ccl_diags diags = { .sources = two_sources() };
  ccl_diag *added[7];
  for (size_t i = 0; i < 7; i++)
    added[i] = ccl_report(&diags, rows[i].message, rows[i].span, CCL_ARGS(S("a"), S("b")));
  cr_assert_eq(ccl_diags_exit(&diags), 2, "that of the first error");
  ccl_diags_sort(&diags);
  for (size_t i = 0; i < 7; i++)
    cr_assert_eq(diags.all.items[i], added[expected[i]], "place %zu", i);
  cr_assert_eq(ccl_diags_exit(&diags), 1);
}

Test(diag, too_many_are_counted) {
  ccl_diags diags = { 0 };
  for (int i = 0; i < CCL_LIMIT_DIAGS; i++)
    ccl_report(&diags, &cliff, CCL_NO_SPAN, CCL_NO_ARGS);
  cr_assert_eq(diags.dropped, 0);
  cr_assert_eq(ccl_diags_exit(&diags), 0);
  cr_assert_not_null(ccl_report(&diags, &cliff, CCL_NO_SPAN, CCL_NO_ARGS));
  cr_assert(diags.dropped == 1 && diags.all.len == CCL_LIMIT_DIAGS && diags.warnings == CCL_LIMIT_DIAGS + 1);
  ccl_report(&diags, &two_names, CCL_NO_SPAN, CCL_ARGS(S("a"), S("b")));
  cr_assert_eq(ccl_diags_exit(&diags), 1, "warnings do not hide an error");
}

Test(diag, memory_may_end_while_reporting, .exit_code = EXHAUSTED) {
  ccl_diags diags = { 0 };
  ccl_mem_fail_at(4);
  for (;;)
    ccl_report(&diags, &cliff, CCL_NO_SPAN, CCL_NO_ARGS);
}
