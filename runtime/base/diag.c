/* SPDX-License-Identifier: Apache-2.0 */
/* Collects diagnostics: fills the sentences in, counts, sorts. How they look is render/'s affair. */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/utf8.h"

enum { ARGUMENT_LENGTH = 200 }; /* code points shown of one argument */

static const struct {
  const char *text;
  ccl_severity severity;
  int exit;
} codes[CCL_CODE_COUNT] = {
  [CCL_CODE_NONE] = { "", CCL_WARNING, 0 },
#define CODE(name, text, severity, exit) [CCL_CODE_##name] = { text, severity, exit },
#include "base/codes.def"
#undef CODE
};

const char *ccl_code_text(ccl_code code) {
  return codes[code].text;
}

ccl_severity ccl_code_severity(ccl_code code) {
  return codes[code].severity;
}

int ccl_code_exit(ccl_code code) {
  return codes[code].exit;
}

ccl_code ccl_code_find(ccl_str text) {
  for (ccl_code code = CCL_CODE_NONE + 1; code < CCL_CODE_COUNT; code++)
    if (ccl_str_is(text, codes[code].text))
      return code;
  return CCL_CODE_NONE;
}

ccl_lang ccl_diags_lang(const ccl_diags *diags, ccl_span span) {
  if (diags->lang_forced || span.file == 0 || !diags->sources)
    return diags->lang;
  return ccl_sources_get(diags->sources, span.file)->lang;
}

/* The number of the placeholder {1} … {9} at `at`, or 0. */
static size_t placeholder(ccl_str text, size_t at) {
  if (text.len - at < 3 || text.ptr[at] != '{' || text.ptr[at + 2] != '}')
    return 0;
  char digit = text.ptr[at + 1];
  return digit >= '1' && digit <= '9' ? (size_t)(digit - '0') : 0;
}

ccl_str ccl_message_text(const ccl_message *message, ccl_lang lang, ccl_args args) {
  ccl_str sentence = ccl_str_from(lang == CCL_LANG_FR ? message->fr : message->en);
  ccl_buf buf = { 0 };
  size_t at = 0;
  while (at < sentence.len) {
    size_t number = placeholder(sentence, at);
    if (number == 0) {
      ccl_buf_char(&buf, sentence.ptr[at++]);
      continue;
    }
    if (number > args.count)
      CCL_BUG("a message without the argument that it names");
    ccl_buf_add(&buf, ccl_utf8_escape(args.items[number - 1], ARGUMENT_LENGTH));
    at += 3;
  }
  return ccl_buf_str(&buf);
}

/* Counts and keeps it. Errors and warnings are limited apart, so that no crowd of warnings hides that there is an
 * error. */
static ccl_diag *add(ccl_diags *diags, const ccl_message *message, ccl_lang lang, ccl_args args) {
  ccl_diag *diag = ccl_new(ccl_diag);
  diag->code = message->code;
  diag->severity = ccl_code_severity(message->code);
  diag->lang = lang;
  diag->message = ccl_message_text(message, lang, args);
  size_t *count = diag->severity == CCL_ERROR ? &diags->errors : &diags->warnings;
  if (++*count <= CCL_LIMIT_DIAGS)
    ccl_vec_push(&diags->all, diag);
  else
    diags->dropped++;
  return diag;
}

ccl_diag *ccl_report(ccl_diags *diags, const ccl_message *message, ccl_span span, ccl_args args) {
  ccl_diag *diag = add(diags, message, ccl_diags_lang(diags, span), args);
  diag->span = span;
  return diag;
}

ccl_diag *ccl_report_at(ccl_diags *diags, const ccl_message *message, ccl_str where, ccl_args args) {
  ccl_diag *diag = add(diags, message, diags->lang, args);
  diag->where = where;
  return diag;
}

void ccl_diag_label(ccl_diag *diag, const ccl_message *message, ccl_args args) {
  diag->label = ccl_message_text(message, diag->lang, args);
}

void ccl_diag_note(ccl_diag *diag, const ccl_message *message, ccl_span span, ccl_args args) {
  ccl_note note = { span, ccl_message_text(message, diag->lang, args) };
  ccl_vec_push(&diag->notes, note);
}

void ccl_diag_help(ccl_diag *diag, const ccl_message *message, ccl_args args) {
  diag->help = ccl_message_text(message, diag->lang, args);
}

/* A diagnostic with its rank before the sort, which decides between equals (qsort alone would not keep their order). */
typedef struct ranked {
  ccl_diag *diag;
  size_t rank;
} ranked;

static int compare_places(const ccl_diag *a, const ccl_diag *b) {
  if (a->span.file != b->span.file) {
    if (a->span.file == 0 || b->span.file == 0)
      return a->span.file == 0 ? 1 : -1;
    return a->span.file < b->span.file ? -1 : 1;
  }
  if (a->span.file == 0)
    return 0;
  /* Offsets rise as lines and columns do. */
  if (a->span.start != b->span.start)
    return a->span.start < b->span.start ? -1 : 1;
  return strcmp(codes[a->code].text, codes[b->code].text);
}

static int compare_ranked(const void *left, const void *right) {
  const ranked *a = left, *b = right;
  int order = compare_places(a->diag, b->diag);
  return order != 0 ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

void ccl_diags_sort(ccl_diags *diags) {
  size_t count = diags->all.len;
  if (count < 2)
    return;
  ranked *order = ccl_new_array(ranked, count);
  for (size_t i = 0; i < count; i++)
    order[i] = (ranked){ diags->all.items[i], i };
  qsort(order, count, sizeof *order, compare_ranked);
  for (size_t i = 0; i < count; i++)
    diags->all.items[i] = order[i].diag;
}

int ccl_diags_exit(const ccl_diags *diags) {
  for (size_t i = 0; i < diags->all.len; i++)
    if (diags->all.items[i]->severity == CCL_ERROR)
      return ccl_code_exit(diags->all.items[i]->code);
  return 0;
}
