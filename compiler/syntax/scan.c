/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cuts a file into tokens, with the patterns of grammar/ccl.l. Finds the extent of words and signs of any script, of texts and
 * of prose, and reports what cannot be written so; leaves figures to figures.c and keywords to the joiner.
 */
#include "syntax/scan.h"

#include <string.h>

#include "base/mem.h"
#include "ccl.tab.h"
#include "syntax/characters.h"
#include "syntax/figures.h"
#include "syntax/keywords.h"
#include "syntax/messages.h"
#include "syntax/syntax_errors.h"

static ccl_span span_here(const ccl_scan *scan, size_t length) {
  return (ccl_span){ scan->file, scan->at, scan->at + (uint32_t)length };
}

static void keep_span(ccl_scan *scan, int kind, uint16_t flags, uint32_t start, uint32_t end) {
  if (scan->line_empty)
    flags |= start == scan->line_start ? CCL_TOKEN_FIRST | CCL_TOKEN_COLUMN1 : CCL_TOKEN_FIRST;
  scan->line_empty = false;
  ccl_token token = { (uint16_t)kind, flags, start, end };
  ccl_vec_push(&scan->tokens->all, token);
}

void ccl_scan_keep(ccl_scan *scan, int kind, size_t length) {
  keep_span(scan, kind, 0, scan->at, scan->at + (uint32_t)length);
}

void ccl_scan_line(ccl_scan *scan) {
  scan->line_empty = true;
  scan->line_start = scan->at + 1;
}

static ccl_str rest(const ccl_scan *scan) {
  return ccl_str_sub(scan->text, scan->at, scan->text.len);
}

static bool word_character(int32_t c) {
  ccl_char_class class = c < 0 ? CCL_CHAR_OTHER : ccl_char_classify(c);
  return class == CCL_CHAR_LETTER || class == CCL_CHAR_DIGIT;
}

/* Letters and digits at `at`; invisible characters among them were reported and do not cut a word in two. */
static size_t word_end(ccl_str text, size_t at) {
  for (size_t next = at;; at = next) {
    int32_t c = ccl_utf8_next(text, &next);
    if (c < 0 || (!word_character(c) && !(ccl_utf8_is_suspicious(c) && c != 0)))
      return at;
  }
}

/* The two French words with a sign inside: n°, au-delà. Returns the end of the word that ends at `end` otherwise. */
static size_t special_word_end(ccl_str text, size_t start, size_t end) {
  ccl_str word = ccl_str_sub(text, start, end);
  if (ccl_str_is(word, "n") && ccl_str_starts(ccl_str_sub(text, end, text.len), CCL_STR("°")))
    return end + CCL_STR("°").len;
  if (ccl_str_is(word, "au") && ccl_str_starts(ccl_str_sub(text, end, text.len), CCL_STR("-del"))) {
    size_t tail = word_end(text, end + 1);
    ccl_str plain = ccl_utf8_plain(ccl_word_text(ccl_str_sub(text, end + 1, tail)));
    return ccl_str_is(plain, "dela") ? tail : end;
  }
  return end;
}

size_t ccl_scan_word(ccl_scan *scan) {
  ccl_str text = rest(scan);
  size_t end = word_end(text, 0);
  if (scan->lang == CCL_LANG_FR) {
    end = special_word_end(text, 0, end);
    ccl_str behind = ccl_str_sub(text, end, text.len);
    if (ccl_str_starts(behind, CCL_STR("'")))
      end += 1;
    else if (ccl_str_starts(behind, CCL_STR("’")))
      end += CCL_STR("’").len;
  }
  int32_t foreign = ccl_word_mixes_scripts(ccl_str_sub(text, 0, end));
  if (foreign >= 0) {
    ccl_buf letter = { 0 };
    ccl_utf8_put(&letter, foreign);
    ccl_report(scan->diags, &ccl_syntax_say_mixed_scripts, span_here(scan, end),
               CCL_ARGS(ccl_str_sub(text, 0, end), ccl_buf_str(&letter), ccl_char_name(foreign)));
  }
  ccl_scan_keep(scan, TOK_NAME, end);
  return end;
}

size_t ccl_scan_figure(ccl_scan *scan) {
  ccl_figure figure = ccl_leaf_read(rest(scan), scan->lang);
  ccl_span span = span_here(scan, figure.len);
  if (figure.problem != CCL_FIGURE_FINE)
    ccl_syntax_report_figure(scan->diags, span, ccl_str_sub(scan->text, span.start, span.end), &figure);
  ccl_scan_keep(scan, figure.token, figure.len);
  return figure.len;
}

/* Signs outside ASCII that mean something. */
static const struct {
  int32_t code_point;
  int token;
} signs[] = {
  { 0xD7, '*' },
  { 0xF7, '/' },
  { 0x2212, '-' },
  { 0x2260, TOK_NOT_EQUAL },
  { 0x2264, TOK_LESS_EQUAL },
  { 0x2265, TOK_GREATER_EQUAL },
  { 0x20AC, TOK_SIGN },
  { 0xA3, TOK_SIGN },
  { 0xAB, TOK_PROSE },
};

size_t ccl_scan_character(ccl_scan *scan, bool *prose) {
  ccl_str text = rest(scan);
  size_t length = 0;
  int32_t c = ccl_utf8_next(text, &length);
  *prose = false;
  ccl_char_class class = ccl_char_classify(c);
  if (class == CCL_CHAR_LETTER)
    return ccl_scan_word(scan);
  if (class == CCL_CHAR_BLANK || ccl_utf8_is_suspicious(c))
    return length; /* reported with the whole text */
  int token = TOK_STRAY;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (signs[i].code_point == c)
      token = signs[i].token;
  if (token == TOK_PROSE) {
    *prose = true;
    ccl_scan_open_prose(scan);
  } else {
    ccl_scan_keep(scan, token, length);
  }
  return length;
}

void ccl_scan_slash(ccl_scan *scan) {
  size_t behind = scan->at + 1, before = scan->at;
  int32_t next = ccl_utf8_next(scan->text, &behind);
  while (before > 0 && ((unsigned char)scan->text.ptr[before - 1] & 0xC0) == 0x80)
    before--;
  size_t at = before > 0 ? before - 1 : 0;
  int32_t last = before > 0 ? ccl_utf8_next(scan->text, &at) : -1;
  bool touches = word_character(last) || last == '%' || last == '$' || last == 0x20AC || last == 0xA3 || last == '`';
  bool letter = (next >= 0 && ccl_char_classify(next) == CCL_CHAR_LETTER) || next == '`';
  ccl_scan_keep(scan, touches && letter ? TOK_TOUCHING_SLASH : '/', 1);
}

void ccl_scan_text(ccl_scan *scan, size_t length, bool closed) {
  while (!closed && length > 1 && scan->text.ptr[scan->at + length - 1] == '\r')
    length--;
  ccl_str text = ccl_str_sub(scan->text, scan->at, scan->at + length);
  if (!closed)
    ccl_report(scan->diags, &ccl_syntax_say_text_unclosed, span_here(scan, 1), CCL_NO_ARGS);
  for (size_t i = 1; closed && i + 1 < text.len; i++) {
    if (text.ptr[i] != '\\')
      continue;
    i++;
    if (!memchr("\"\\n", text.ptr[i], 3)) {
      ccl_span span = { scan->file, scan->at + (uint32_t)i - 1, scan->at + (uint32_t)i + 1 };
      ccl_report(scan->diags, &ccl_syntax_say_bad_escape, span, CCL_NO_ARGS);
      break;
    }
  }
  ccl_scan_keep(scan, TOK_TEXT, length);
}

void ccl_scan_quoted_name(ccl_scan *scan, size_t length, bool closed) {
  ccl_str name = ccl_str_sub(scan->text, scan->at + 1, scan->at + length - (closed ? 1 : 0));
  size_t first = 0;
  bool named = name.len > 0 && ccl_char_classify(ccl_utf8_next(name, &first)) == CCL_CHAR_LETTER;
  if (!closed)
    ccl_report(scan->diags, &ccl_syntax_say_backquote_unclosed, span_here(scan, 1), CCL_NO_ARGS);
  else if (!named || word_end(name, 0) != name.len)
    ccl_report(scan->diags, &ccl_syntax_say_backquote_name, span_here(scan, length), CCL_ARGS(name));
  keep_span(scan, TOK_NAME, CCL_TOKEN_QUOTED, scan->at, scan->at + (uint32_t)length);
}

void ccl_scan_comment(ccl_scan *scan, size_t length) {
  while (length > 1 && scan->text.ptr[scan->at + length - 1] == '\r')
    length--;
  ccl_comment comment = { span_here(scan, length), scan->line_empty };
  ccl_vec_push(&scan->tokens->comments, comment);
}

void ccl_scan_open_prose(ccl_scan *scan) {
  scan->opened = scan->at;
}

void ccl_scan_close_prose(ccl_scan *scan, uint32_t end, bool closed) {
  if (!closed) {
    ccl_span span = { scan->file, scan->opened, scan->opened + (scan->text.ptr[scan->opened] == '"' ? 3u : 2u) };
    ccl_report(scan->diags, &ccl_syntax_say_prose_unclosed, span, CCL_NO_ARGS);
  }
  keep_span(scan, TOK_PROSE, 0, scan->opened, end);
  /* What follows on the last line of a prose is not first on its line. */
}

/* flex asks for larger blocks without saying how large they were: the size stands before each block. */
void *ccl_scan_allocate(size_t size) {
  size_t *block = ccl_alloc(size + 2 * sizeof(size_t));
  block[0] = size;
  return block + 2;
}

void *ccl_scan_reallocate(void *old, size_t size) {
  void *block = ccl_scan_allocate(size);
  if (old) {
    size_t before = ((size_t *)old)[-2];
    memcpy(block, old, before < size ? before : size);
  }
  return block;
}

/* Invisible characters and the like, once for each line that has some. */
static void report_suspicious(const ccl_scan *scan) {
  uint32_t reported_line = UINT32_MAX, line = 0;
  for (size_t at = 0; at < scan->text.len;) {
    size_t start = at;
    unsigned char byte = (unsigned char)scan->text.ptr[at];
    if (byte >= 0x20 && byte < 0x7F) {
      at++;
      continue;
    }
    int32_t c = ccl_utf8_next(scan->text, &at);
    line += c == '\n';
    if (line == reported_line || !ccl_utf8_is_suspicious(c) || (start == 0 && c == 0xFEFF))
      continue;
    reported_line = line;
    ccl_span span = { scan->file, (uint32_t)start, (uint32_t)at };
    ccl_syntax_report_character(scan->diags, span, c);
  }
}

void ccl_tokens_read(ccl_tokens *tokens, const ccl_sources *sources, ccl_diags *diags, uint32_t file) {
  const ccl_source *source = ccl_sources_get(sources, file);
  ccl_scan scan = {
    .tokens = tokens, .diags = diags, .text = source->text, .file = file, .lang = source->lang, .line_empty = true
  };
  report_suspicious(&scan);
  ccl_scan_run(&scan);
  scan.at = (uint32_t)source->text.len;
  scan.line_empty = true;
  scan.line_start = scan.at;
  ccl_scan_keep(&scan, 0, 0);
}
