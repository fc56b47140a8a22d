/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages about the writing of a file: decides which of the things that can be said of a mistake is said — a line
 * that breaks off, a block
 * that is not closed, a known mistake (mistakes.c), a word that was probably meant, else what may come there
 * (expected.c). Decides nothing about
 * where reading goes on, but says where it could.
 */
#include "syntax/syntax_errors.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/around.h"
#include "syntax/characters.h"
#include "syntax/expected.h"
#include "syntax/joiner.h"
#include "syntax/meant.h"
#include "syntax/messages.h"
#include "syntax/mistakes.h"

static const ccl_token *token_at(const ccl_reader *reader, size_t at) {
  return ccl_around_token(reader, at);
}

static ccl_str language_name(ccl_diags *diags, ccl_span span, ccl_lang lang) {
  return ccl_message_text(lang == CCL_LANG_FR ? &ccl_syntax_say_french : &ccl_syntax_say_english,
                          ccl_diags_lang(diags, span), CCL_NO_ARGS);
}

/* ---- Words that were probably meant ---- */

/* Why a word is not the keyword that it looks like. */
static const ccl_message *what_is_wrong(ccl_str text, const ccl_meant *meant) {
  if (meant->distance > 0)
    return &ccl_syntax_say_misspelt;
  bool capital = false;
  for (size_t i = 0; i < text.len; i++)
    capital = capital || (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z');
  return capital ? &ccl_syntax_say_capital : &ccl_syntax_say_accent;
}

static ccl_diag *report_meant(ccl_reader *reader, const ccl_meant *meant) {
  ccl_span span = ccl_around_span(reader, meant->first, meant->spelling->words);
  ccl_str text = ccl_around_quoted(reader, span);
  ccl_str right = meant->spelling->text;
  ccl_diag *diag;
  if (meant->foreign) {
    ccl_lang other = reader->foreign->lang;
    diag = ccl_report(
        reader->diags, &ccl_syntax_say_other_language, span,
        CCL_ARGS(text, language_name(reader->diags, span, other), language_name(reader->diags, span, reader->lang)));
    right = ccl_keyword_text(meant->own, reader->lang);
  } else {
    diag = ccl_report(reader->diags, what_is_wrong(text, meant), span, CCL_ARGS(text));
  }
  ccl_diag_help(diag, &ccl_syntax_say_did_you_mean, CCL_ARGS(right));
  return diag;
}

/* ---- Blocks that are not closed ---- */

/* The last line before `at`, from `open` on, that begins with this keyword; `open` when there is none. */
static size_t last_line_with(const ccl_reader *reader, size_t open, size_t at, int keyword) {
  for (size_t i = at; i-- > open;)
    if (token_at(reader, i)->flags & CCL_TOKEN_FIRST && ccl_joiner_read(reader, i, 0).kind == keyword)
      return i;
  return open;
}

static ccl_diag *report_unclosed(ccl_reader *reader, size_t at, const bool *may_come) {
  size_t open = at > 0 ? ccl_around_opener(reader, at - 1) : 0;
  size_t ladder = last_line_with(reader, open, at, TOK_DEPENDING_ON);
  bool in_ladder = may_come[TOK_AT_LEAST] && ladder != open;
  size_t block = in_ladder ? ladder : open;
  size_t words = ccl_joiner_read(reader, block, 0).count;
  ccl_str name = in_ladder ? ccl_str_printf("`%s`", ccl_str_z(ccl_around_written(reader, block, words)))
                           : ccl_around_reading(reader, block);
  ccl_str end = ccl_keyword_text(TOK_END, reader->lang);
  ccl_diag *diag =
      ccl_report(reader->diags, &ccl_syntax_say_unclosed, ccl_around_span(reader, block, words), CCL_ARGS(name, end));
  ccl_diag_note(diag, &ccl_syntax_say_unclosed_before, ccl_around_span(reader, at, 1), CCL_ARGS(end));
  if (!in_ladder && ladder != open && may_come[TOK_AT_LEAST])
    ccl_diag_note(diag, &ccl_syntax_say_unclosed_inner,
                  ccl_around_span(reader, ladder, ccl_joiner_read(reader, ladder, 0).count), CCL_ARGS(end));
  return diag;
}

/* ---- Lines that break off ---- */

/* Whether what was read last is whole, so that something new may begin. */
static bool is_whole(const ccl_slip *slip) {
  const bool *may = slip->may_come;
  if (ccl_expected_any_name(may)) /* fields and bands begin with a name */
    return may[TOK_DERIVE] || slip->opens == TOK_CALENDAR;
  return may[TOK_END] || may[TOK_FILE_END] || may[TOK_MEASURE] || may[TOK_WHEN] || may[TOK_CURRENCY] || may[TOK_REMOVE];
}

/* The first word of a line, where the line before lacks something: the wrong one, or the one before it, a keyword
 * that was read as the name that is
 * lacking. 0 when no line breaks off. */
static size_t broken_off_before(const ccl_slip *slip) {
  const ccl_reader *reader = slip->reader;
  size_t wrong = slip->wrong.first, word = wrong > 0 ? wrong - 1 : 0;
  if (wrong == 0 || slip->wrong.count == 0)
    return 0;
  int kind = ccl_joiner_read(reader, word, 0).kind;
  bool was_a_name = word > 0 && word + 1 >= reader->resumed && reader->named_at == token_at(reader, word)->end &&
                    ccl_around_begins_line(reader, word) && kind != TOK_NAME;
  /* In activities and calendars a line may well begin with a name. */
  bool names = slip->opens == TOK_ACTIVITY || slip->opens == TOK_CALENDAR;
  if (was_a_name && names && kind != TOK_END && !ccl_joiner_opens(reader, word))
    was_a_name = false;
  /* `holidays` takes the name of the next band for that of its list. */
  if (slip->opens == TOK_CALENDAR && slip->wrong.kind == ':' && ccl_around_begins_line(reader, word) && word > 0 &&
      ccl_joiner_read(reader, word - 1, 0).kind == TOK_HOLIDAYS)
    return word;
  /* With the next declaration an `end` alone on its line before it was read as a name too. */
  if (was_a_name && ccl_joiner_read(reader, word - 1, 0).kind == TOK_END && ccl_around_begins_line(reader, word - 1))
    return word - 1;
  if (was_a_name)
    return word;
  return ccl_around_begins_line(reader, wrong) && !is_whole(slip) ? wrong : 0;
}

/* What was read as names from the line on that begins at token `next` is none: nothing more is said of it. */
static void forget_names(ccl_reader *reader, size_t next) {
  for (size_t i = 0; i < sizeof reader->named / sizeof *reader->named; i++) {
    ccl_node *node = reader->named[i];
    if (node && node->span.start >= token_at(reader, next)->start && node->kind == CCL_NODE_NAME)
      *node = (ccl_node){ .kind = CCL_NODE_ERROR, .span = node->span, .head = node->head };
  }
}

/* What the line before lacks, where a keyword was read in its place: a unit, a value or a name. */
static void lacking(const ccl_reader *reader, size_t next, const bool *may_come, bool *then) {
  int before = ccl_around_before(reader, next).kind;
  bool unit = before == TOK_PER || before == TOK_IN || before == TOK_DURATION_IN || before == TOK_TOUCHING_SLASH ||
              (before == ':' && !may_come['+']) || before == TOK_AS;
  then[TOK_NAME] = unit || !may_come['+'];
  then['%'] = unit;
  then[TOK_TEXT] = before == TOK_AS && reader->lang == CCL_LANG_EN;
  then[TOK_NUMBER] = then['('] = !unit && may_come['+'];
}

static ccl_diag *report_broken_off(const ccl_slip *slip, size_t next, int count) {
  ccl_reader *reader = slip->reader;
  ccl_joined last = ccl_around_before(reader, next);
  ccl_str reading = ccl_around_reading(reader, ccl_around_opener(reader, next - 1));
  ccl_diag *diag = ccl_report(reader->diags, reading.len ? &ccl_syntax_say_line_ends_in : &ccl_syntax_say_line_ends,
                              ccl_around_span(reader, last.first, last.count), CCL_ARGS(CCL_STR(""), reading));
  bool *then = ccl_alloc_atomic((size_t)count);
  for (int kind = 0; kind < count; kind++)
    then[kind] = next == slip->wrong.first && slip->may_come[kind];
  if (next != slip->wrong.first)
    lacking(reader, next, slip->may_come, then);
  ccl_str expected = ccl_expected_list(reader, then, count, false, diag->lang);
  if (expected.len)
    ccl_diag_help(diag, &ccl_syntax_say_write_behind, CCL_ARGS(expected));
  return diag;
}

/* ---- The message ---- */

/* The keywords that may come and of which only the last word is written: `de` for `bornée de`. Empty when none or
 * many. */
static ccl_str keywords_that_end_in(const ccl_reader *reader, const bool *may_come, ccl_str word, ccl_lang lang) {
  ccl_str found[2];
  int tokens[2] = { 0, 0 };
  size_t count = 0;
  for (size_t i = 0; i < reader->keywords->all.len; i++) {
    const ccl_spelling *spelling = reader->keywords->all.items[i];
    ccl_str text = spelling->text;
    bool ends = spelling->words > 1 && may_come[spelling->token] && text.len > word.len + 1 &&
                text.ptr[text.len - word.len - 1] == ' ' &&
                ccl_str_eq(ccl_str_sub(text, text.len - word.len, text.len), word);
    if (!ends || tokens[0] == spelling->token || (count > 1 && tokens[1] == spelling->token))
      continue;
    if (count == 2)
      return (ccl_str){ 0 };
    tokens[count] = spelling->token;
    found[count++] = ccl_str_printf("`%s`", ccl_str_z(ccl_keyword_text(spelling->token, reader->lang)));
  }
  if (count < 2)
    return count ? found[0] : (ccl_str){ 0 };
  return ccl_message_text(&ccl_syntax_say_or, lang, CCL_ARGS(found[0], found[1]));
}

static ccl_diag *report_general(const ccl_slip *slip, int count) {
  ccl_reader *reader = slip->reader;
  ccl_joined wrong = slip->wrong;
  /* A new line behind something whole, outside a block, is in nothing. */
  bool apart = ccl_around_begins_line(reader, wrong.first) && is_whole(slip) && !slip->may_come[TOK_END];
  ccl_str reading = slip->open == wrong.first || apart ? (ccl_str){ 0 } : ccl_around_reading(reader, slip->open);
  bool end = wrong.kind == TOK_FILE_END, line = wrong.kind == TOK_ROW_END;
  const ccl_message *message = reading.len ? (end    ? &ccl_syntax_say_file_ends_in
                                              : line ? &ccl_syntax_say_line_ends_in
                                                     : &ccl_syntax_say_unexpected_in)
                                           : (end    ? &ccl_syntax_say_file_ends
                                              : line ? &ccl_syntax_say_line_ends
                                                     : &ccl_syntax_say_unexpected);
  ccl_str text = ccl_around_quoted(reader, slip->span);
  ccl_diag *diag = ccl_report(reader->diags, message, slip->span, CCL_ARGS(text, reading));
  bool word = token_at(reader, wrong.first)->kind == TOK_NAME && wrong.kind != TOK_NAME;
  if (word && wrong.count == 1 && ccl_expected_any_name(slip->may_come)) {
    ccl_diag_help(diag, &ccl_syntax_say_reserved, CCL_ARGS(text));
    return diag;
  }
  bool within = wrong.count > 0 && !ccl_around_begins_line(reader, wrong.first);
  ccl_str expected = { 0 };
  if (wrong.kind != TOK_PER) /* many keywords end in `by` or `par`, and none of them is meant more than another */
    expected = keywords_that_end_in(reader, slip->may_come, text, diag->lang);
  if (!expected.len)
    expected = ccl_expected_list(reader, slip->may_come, count, within, diag->lang);
  if (expected.len)
    ccl_diag_help(diag, &ccl_syntax_say_write_here, CCL_ARGS(expected));
  return diag;
}

/* The line of a token; one message a line is said, the first. */
static uint32_t line_of(const ccl_reader *reader, size_t at) {
  return ccl_source_place(reader->source, token_at(reader, at)->start).line;
}

/* Whether a message about this line may be said; then it is the last one until something has been read whole. */
static bool may_say(ccl_reader *reader, uint32_t line) {
  bool said = reader->muted || line == reader->error_line;
  reader->muted = true;
  if (!said)
    reader->error_line = line;
  return !said;
}

static ccl_diag *report_slip(const ccl_slip *slip, size_t next, ccl_meant *meant, bool unclosed, int count) {
  if (next > 0 && next < slip->wrong.first)
    return report_broken_off(slip, next, count);
  if (unclosed)
    return report_unclosed(slip->reader, slip->wrong.first, slip->may_come);
  ccl_diag *diag = ccl_mistake_report_plain(slip);
  if (!diag && meant->spelling)
    diag = report_meant(slip->reader, meant);
  if (!diag)
    diag = ccl_mistake_report(slip);
  if (!diag && next)
    diag = report_broken_off(slip, next, count);
  return diag ? diag : report_general(slip, count);
}

void ccl_syntax_report_unexpected(ccl_reader *reader, const bool *may_come, int count) {
  ccl_joined wrong = reader->last;
  ccl_loc at = ccl_joiner_loc(reader, wrong);
  ccl_slip slip = { reader, wrong, ccl_reader_span(reader, at), may_come, wrong.first, 0 };
  /* A word that opens a declaration is no part of it yet: what it breaks into comes before. */
  bool into = wrong.first > 0 && ccl_joiner_opens(reader, wrong.first);
  size_t open = ccl_around_opener(reader, into ? wrong.first - 1 : wrong.first);
  int opens = ccl_joiner_read(reader, open, 0).kind;
  if (open < wrong.first && (ccl_keyword_opens(opens) || ccl_around_is_header(opens))) {
    slip.open = open;
    slip.opens = opens;
  }
  ccl_meant meant = ccl_meant_find(reader, wrong.first, may_come);
  size_t next = broken_off_before(&slip);
  bool early = next > 0 && next < wrong.first;
  if (early)
    forget_names(reader, next);
  bool closes = may_come[TOK_END] && (!ccl_expected_any_name(may_come) || may_come[TOK_DERIVE]);
  bool unclosed = closes && ccl_joiner_opens(reader, wrong.first) && slip.opens != 0 && !early;
  size_t place = early || (next && !meant.spelling) ? next - 1 : meant.spelling ? meant.first : wrong.first;
  reader->error_at = at.end;
  reader->resume_at = early ? next + 1 : 0;
  if (!may_say(reader, line_of(reader, place)))
    return;
  ccl_diag *diag = report_slip(&slip, next, &meant, unclosed, count);
  ccl_around_context(reader, diag,
                     ccl_around_opener(reader, wrong.first > 0 && (unclosed || next) ? wrong.first - 1 : wrong.first));
}

void ccl_syntax_report_no_choice(ccl_reader *reader, ccl_loc at, ccl_str word, ccl_str choices) {
  size_t token = reader->at;
  while (token > 0 && token_at(reader, token)->start > at.start)
    token--;
  bool next_line =
      token > 0 && ccl_around_begins_line(reader, token) && ccl_joiner_read(reader, token, 0).kind != TOK_NAME;
  size_t open = ccl_around_opener(reader, next_line ? token - 1 : token);
  if (!may_say(reader, line_of(reader, next_line ? token - 1 : token)))
    return;
  ccl_diag *diag;
  if (next_line) {
    ccl_joined last = ccl_around_before(reader, token);
    ccl_str reading = ccl_around_reading(reader, open);
    diag = ccl_report(reader->diags, reading.len ? &ccl_syntax_say_line_ends_in : &ccl_syntax_say_line_ends,
                      ccl_around_span(reader, last.first, last.count), CCL_ARGS(CCL_STR(""), reading));
  } else {
    diag = ccl_report(reader->diags, &ccl_syntax_say_not_a_choice, (ccl_span){ reader->file, at.start, at.end },
                      CCL_ARGS(ccl_utf8_escape(word, CCL_AROUND_LENGTH)));
  }
  ccl_diag_help(diag, &ccl_syntax_say_choose, CCL_ARGS(choices));
  ccl_around_context(reader, diag, open);
}

void ccl_syntax_report_or_for_where(ccl_reader *reader, uint32_t start, uint32_t end) {
  ccl_str word = ccl_str_trim(ccl_reader_text(reader, start, end));
  uint32_t first = (uint32_t)(word.ptr - reader->source->text.ptr);
  ccl_span span = { reader->file, first, first + (uint32_t)word.len };
  ccl_diag *diag =
      ccl_report(reader->diags, &ccl_syntax_say_or_for_where, span, CCL_ARGS(ccl_utf8_escape(word, CCL_AROUND_LENGTH)));
  ccl_diag_help(diag, &ccl_syntax_say_did_you_mean, CCL_ARGS(ccl_keyword_text(TOK_WHERE, reader->lang)));
}

void ccl_syntax_report_nesting(ccl_reader *reader, ccl_loc at) {
  if (!reader->nesting_reported) {
    ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_nesting, ccl_reader_span(reader, at),
                                CCL_ARGS(ccl_str_printf("%d", CCL_LIMIT_NESTING)));
    ccl_diag_help(diag, &ccl_syntax_say_nesting_help, CCL_ARGS(ccl_keyword_text(TOK_MEASURE, reader->lang)));
  }
  reader->nesting_reported = true;
}

/* The first line that begins with a word that opens a file, in either language: what stands before it is too much. 0:
 * none. */
static size_t late_opening(const ccl_reader *reader) {
  for (size_t i = 1; i < reader->tokens.all.len; i++)
    if (token_at(reader, i)->flags & CCL_TOKEN_COLUMN1 && token_at(reader, i + 1)->kind == TOK_TEXT) {
      int kind = ccl_joiner_read(reader, i, 0).kind;
      if (kind == TOK_CONTRACT || kind == TOK_LIBRARY)
        return i;
    }
  return 0;
}

void ccl_syntax_report_opening(ccl_reader *reader, ccl_str first_word) {
  static const int kinds[] = { TOK_CONTRACT, TOK_AMENDMENT, TOK_LIBRARY };
  ccl_str list = ccl_expected_keywords(reader, kinds, 3);
  ccl_span span = ccl_around_span(reader, 0, 1);
  if (first_word.len) {
    span.start = (uint32_t)(first_word.ptr - reader->source->text.ptr);
    span.end = span.start + (uint32_t)first_word.len;
  }
  if (token_at(reader, 0)->kind == 0) {
    ccl_report(reader->diags, &ccl_syntax_say_file_empty, span, CCL_ARGS(list));
    return;
  }
  ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_file_opens, span, CCL_ARGS(list));
  size_t late = late_opening(reader);
  if (late > 0) {
    ccl_diag_note(diag, &ccl_syntax_say_file_opens_here, ccl_around_span(reader, late, 1), CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_syntax_say_file_opens_help, CCL_NO_ARGS);
    return;
  }
  bool may_come[CCL_MEANT_KINDS] = { false };
  for (size_t i = 0; i < 3; i++)
    may_come[kinds[i]] = true;
  ccl_meant best = ccl_meant_find(reader, 0, may_come);
  if (best.spelling && !best.foreign)
    ccl_diag_help(diag, &ccl_syntax_say_did_you_mean, CCL_ARGS(best.spelling->text));
}

/* ---- Characters and figures ---- */

void ccl_syntax_report_character(ccl_diags *diags, ccl_span span, int32_t c) {
  bool turns =
      c == 0x61C || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  ccl_diag *diag = ccl_report(diags, turns ? &ccl_syntax_say_direction : &ccl_syntax_say_invisible, span,
                              CCL_ARGS(ccl_char_name(c)));
  ccl_diag_help(diag, &ccl_syntax_say_invisible_help, CCL_NO_ARGS);
}

void ccl_syntax_report_figure(ccl_diags *diags, ccl_span span, ccl_str text, const ccl_figure *figure) {
  static const ccl_message *const messages[] = {
    [CCL_FIGURE_FINE] = NULL,
    [CCL_FIGURE_OTHER_MARK] = &ccl_syntax_say_number_other_mark,
    [CCL_FIGURE_AMBIGUOUS] = &ccl_syntax_say_number_ambiguous,
    [CCL_FIGURE_RUN_TOGETHER] = &ccl_syntax_say_number_run_together,
    [CCL_FIGURE_BAD_GROUPS] = &ccl_syntax_say_number_groups,
    [CCL_FIGURE_TOO_LONG] = &ccl_syntax_say_number_too_long,
    [CCL_FIGURE_OTHER_LETTER] = &ccl_syntax_say_date_other_letter,
    [CCL_FIGURE_NO_SUCH_MONTH] = &ccl_syntax_say_date_no_month,
    [CCL_FIGURE_NO_SUCH_DAY] = &ccl_syntax_say_date_no_day,
    [CCL_FIGURE_NO_SUCH_YEAR] = &ccl_syntax_say_date_no_year,
    [CCL_FIGURE_NO_SUCH_QUARTER] = &ccl_syntax_say_date_no_quarter,
    [CCL_FIGURE_NO_SUCH_WEEK] = &ccl_syntax_say_date_no_week,
    [CCL_FIGURE_NO_SUCH_TIME] = &ccl_syntax_say_date_no_time,
    [CCL_FIGURE_HALF_A_DATE] = &ccl_syntax_say_date_half,
  };
  ccl_figure_problem problem = figure->problem;
  bool language = problem == CCL_FIGURE_OTHER_MARK || problem == CCL_FIGURE_OTHER_LETTER;
  ccl_str second =
      language ? language_name(diags, span, ccl_sources_get(diags->sources, span.file)->lang) : figure->right;
  ccl_str first = problem == CCL_FIGURE_TOO_LONG ? ccl_str_printf("%d", CCL_LIMIT_DIGITS) : text;
  ccl_diag *diag = ccl_report(diags, messages[problem], span, CCL_ARGS(first, second));
  if (problem == CCL_FIGURE_AMBIGUOUS)
    ccl_diag_help(diag, &ccl_syntax_say_number_write_one_of, CCL_ARGS(figure->right, figure->other));
  else if (language || problem == CCL_FIGURE_BAD_GROUPS)
    ccl_diag_help(diag, &ccl_syntax_say_number_write, CCL_ARGS(figure->right));
  else if (problem == CCL_FIGURE_RUN_TOGETHER)
    ccl_diag_help(diag, &ccl_syntax_say_number_list, CCL_NO_ARGS);
}
