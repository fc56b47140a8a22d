/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as text: the sentence, its place, the source lines with the spans marked, notes, help and context. Drawing
 * one source line is in snippet.c; JSON and SARIF are in findings_json.c.
 */
#include "render/findings.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "render/messages.h"
#include "render/snippet.h"

/* Adds a sentence: control characters cannot reach the terminal, whatever wrote it. */
static void add_safe(ccl_buf *out, ccl_str text) {
  ccl_buf_add(out, ccl_utf8_escape(text, text.len + 1));
}

static void add_place(ccl_paper *paper, const ccl_diags *diags, ccl_span span, const char *arrow, size_t gutter) {
  const ccl_source *source = ccl_sources_get(diags->sources, span.file);
  ccl_place place = ccl_source_place(source, span.start);
  ccl_buf_fill(paper->out, ' ', gutter);
  ccl_paper_add(paper, CCL_INK_FRAME, ccl_str_from(arrow));
  add_safe(paper->out, source->path);
  ccl_buf_printf(paper->out, ":%u:%u\n", (unsigned)place.line, (unsigned)place.column);
}

/* The marks of one file, of the finding itself and of its notes, in the order of the lines. */
static ccl_marks marks_in(const ccl_diags *diags, const ccl_diag *diag, uint32_t file) {
  ccl_marks marks = { 0 };
  const ccl_source *source = ccl_sources_get(diags->sources, file);
  if (diag->span.file == file)
    ccl_marks_add(&marks, source, diag->span, diag->label,
                  diag->severity == CCL_ERROR ? CCL_INK_ERROR : CCL_INK_WARNING);
  for (size_t i = 0; i < diag->notes.len; i++)
    if (diag->notes.items[i].span.file == file)
      ccl_marks_add(&marks, source, diag->notes.items[i].span, diag->notes.items[i].message, CCL_INK_FRAME);
  return marks;
}

/* How many columns the line numbers take, over all the files that the finding shows. */
static size_t gutter_of(const ccl_diags *diags, const ccl_diag *diag) {
  uint32_t last = 1;
  for (size_t i = 0; i <= diag->notes.len; i++) {
    ccl_span span = i == diag->notes.len ? diag->span : diag->notes.items[i].span;
    if (span.file == 0)
      continue;
    uint32_t line = ccl_source_place(ccl_sources_get(diags->sources, span.file), span.start).line;
    last = line > last ? line : last;
  }
  size_t digits = 1;
  for (; last >= 10; last /= 10)
    digits++;
  return digits < 2 ? 2 : digits;
}

static bool shown_before(const ccl_diag *diag, size_t note) {
  uint32_t file = diag->notes.items[note].span.file;
  if (file == 0 || file == diag->span.file)
    return true;
  for (size_t i = 0; i < note; i++)
    if (diag->notes.items[i].span.file == file)
      return true;
  return false;
}

static void add_tail(ccl_paper *paper, size_t gutter, ccl_str head, ccl_str text) {
  ccl_buf_fill(paper->out, ' ', gutter + 1);
  ccl_paper_add(paper, CCL_INK_FRAME, CCL_STR("= "));
  ccl_paper_add(paper, CCL_INK_STRONG, head);
  add_safe(paper->out, text);
  ccl_buf_char(paper->out, '\n');
}

static void add_head(ccl_paper *paper, const ccl_diag *diag) {
  bool error = diag->severity == CCL_ERROR;
  const ccl_message *message = error ? &ccl_render_say_head_error : &ccl_render_say_head_warning;
  ccl_str head = ccl_message_text(message, diag->lang, CCL_ARGS(ccl_str_from(ccl_code_text(diag->code))));
  ccl_paper_add(paper, error ? CCL_INK_ERROR : CCL_INK_WARNING, head);
  ccl_paper_add(paper, CCL_INK_STRONG, ccl_utf8_escape(diag->message, diag->message.len + 1));
  ccl_buf_char(paper->out, '\n');
}

static void add_finding(ccl_paper *paper, const ccl_diags *diags, const ccl_diag *diag) {
  size_t gutter = gutter_of(diags, diag);
  add_head(paper, diag);
  if (diag->span.file != 0) {
    add_place(paper, diags, diag->span, "--> ", gutter);
    ccl_marks marks = marks_in(diags, diag, diag->span.file);
    ccl_snippet_add(paper, ccl_sources_get(diags->sources, diag->span.file), &marks, gutter);
  } else if (diag->where.len > 0) {
    ccl_buf_fill(paper->out, ' ', gutter);
    ccl_paper_add(paper, CCL_INK_FRAME, CCL_STR("--> "));
    add_safe(paper->out, diag->where);
    ccl_buf_char(paper->out, '\n');
  }
  for (size_t i = 0; i < diag->notes.len; i++) {
    if (shown_before(diag, i))
      continue;
    ccl_span span = diag->notes.items[i].span;
    add_place(paper, diags, span, "::: ", gutter);
    ccl_marks marks = marks_in(diags, diag, span.file);
    ccl_snippet_add(paper, ccl_sources_get(diags->sources, span.file), &marks, gutter);
  }
  for (size_t i = 0; i < diag->notes.len; i++)
    if (diag->notes.items[i].span.file == 0)
      add_tail(paper, gutter, ccl_message_text(&ccl_render_say_note, diag->lang, CCL_NO_ARGS),
               diag->notes.items[i].message);
  if (diag->help.len > 0)
    add_tail(paper, gutter, ccl_message_text(&ccl_render_say_help, diag->lang, CCL_NO_ARGS), diag->help);
  if (diag->context.len > 0)
    add_tail(paper, gutter, (ccl_str){ 0 }, diag->context);
}

void ccl_findings_text(ccl_buf *out, ccl_diags *diags, bool colour) {
  ccl_paper paper = { .out = out, .colour = colour };
  size_t about_data = 0, about_contracts = 0, left = diags->dropped;
  ccl_lang lang = diags->lang;
  ccl_diags_sort(diags);
  for (size_t i = 0; i < diags->all.len; i++) {
    const ccl_diag *diag = diags->all.items[i];
    bool fits =
        diag->where.len > 0 ? about_data++ < CCL_LIMIT_SHOWN_DATA_ERRORS : about_contracts++ < CCL_LIMIT_SHOWN_FINDINGS;
    if (!fits) {
      left++;
      continue;
    }
    if (about_data + about_contracts > 1)
      ccl_buf_char(out, '\n');
    add_finding(&paper, diags, diag);
    lang = diag->lang;
  }
  if (left == 0)
    return;
  const ccl_message *message = left == 1 ? &ccl_render_say_more_one : &ccl_render_say_more;
  ccl_buf_char(out, '\n');
  ccl_buf_add(out, ccl_message_text(message, lang, CCL_ARGS(ccl_str_printf("%zu", left))));
  ccl_buf_char(out, '\n');
}
