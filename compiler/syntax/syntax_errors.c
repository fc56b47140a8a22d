/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages about the writing of a file: finds what was being read, a word that was probably meant, a block that is not closed. What may come
 * next is put into words by expected.c. Decides nothing about where reading goes on.
 */
#include "syntax/syntax_errors.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/characters.h"
#include "syntax/expected.h"
#include "syntax/joiner.h"
#include "syntax/messages.h"

enum { SHOWN_LENGTH = 40, FAR = 3, TOKEN_KINDS = 600 };

static const ccl_token *token_at(const ccl_reader *reader, size_t at) {
  size_t last = reader->tokens.all.len - 1;
  return &reader->tokens.all.items[at < last ? at : last];
}

static ccl_str written(const ccl_reader *reader, size_t first, size_t count) {
  return ccl_reader_text(reader, token_at(reader, first)->start,
                         token_at(reader, first + (count ? count - 1 : 0))->end);
}

static ccl_span span_of(const ccl_reader *reader, size_t first, size_t count) {
  return (ccl_span){ reader->file, token_at(reader, first)->start,
                     token_at(reader, first + (count ? count - 1 : 0))->end };
}

static ccl_str language_name(ccl_diags *diags, ccl_span span, ccl_lang lang) {
  return ccl_message_text(lang == CCL_LANG_FR ? &ccl_syntax_say_french : &ccl_syntax_say_english,
                          ccl_diags_lang(diags, span), CCL_NO_ARGS);
}

/* ---- What was being read ---- */

static bool header_keyword(int kind) {
  static const int header[] = {
    TOK_REFERENCE,     TOK_CLIENT,         TOK_PROVIDER,        TOK_CURRENCY,     TOK_IN_FORCE,
    TOK_BILLING,       TOK_FISCAL_YEAR,    TOK_TIME_ZONE,       TOK_VAT,          TOK_ROUNDING,
    TOK_PRORATION,     TOK_PAYMENT,        TOK_LATE_INTEREST,   TOK_RECOVERY_FEE, TOK_EARLY_DISCOUNT,
    TOK_VAT_ON_DEBITS, TOK_PURCHASE_ORDER, TOK_BUYER_REFERENCE, TOK_EDITION
  };
  for (size_t i = 0; i < sizeof header / sizeof *header; i++)
    if (header[i] == kind)
      return true;
  return false;
}

/* The first token of the declaration or header item that token `at` is in, or `at` when there is none before it. */
static size_t opener(const ccl_reader *reader, size_t at) {
  for (size_t line = ccl_joiner_line_first(reader, at);; line = ccl_joiner_line_first(reader, line - 1)) {
    const ccl_token *token = token_at(reader, line);
    if (token->kind != 0 && token->flags & CCL_TOKEN_COLUMN1 &&
        (ccl_joiner_opens(reader, line) || header_keyword(ccl_joiner_read(reader, line, 0).kind)))
      return line;
    if (line == 0)
      return at;
  }
}

/* Keyword and name of a declaration: "measure answered"; empty when `at` opens none. What is wrong is no name. */
static ccl_str declaration_name(const ccl_reader *reader, size_t at) {
  ccl_joined keyword = ccl_joiner_read(reader, at, 0);
  if (!ccl_keyword_opens(keyword.kind) && !header_keyword(keyword.kind))
    return (ccl_str){ 0 };
  size_t name = at + keyword.count;
  if (token_at(reader, name)->kind == TOK_TEXT && token_at(reader, name + 1)->kind == TOK_NAME &&
      keyword.kind == TOK_ARTICLE)
    name++;
  ccl_str text = ccl_str_printf("`%s`", ccl_str_z(written(reader, at, keyword.count)));
  int kind = token_at(reader, name)->kind;
  if ((kind != TOK_NAME && kind != TOK_TEXT) || token_at(reader, name)->flags & CCL_TOKEN_FIRST ||
      name == reader->last.first)
    return text;
  return ccl_message_text(
      &ccl_syntax_say_reading, reader->lang,
      CCL_ARGS(written(reader, at, keyword.count), ccl_utf8_escape(written(reader, name, 1), SHOWN_LENGTH)));
}

/* `article 5.2 "Title"` behind a message inside an article. */
static void add_context(const ccl_reader *reader, ccl_diag *diag, size_t open) {
  if (ccl_joiner_read(reader, open, 0).kind != TOK_ARTICLE || token_at(reader, open + 1)->kind != TOK_TEXT ||
      token_at(reader, open + 3)->kind != TOK_TEXT)
    return;
  ccl_str number = written(reader, open + 1, 1);
  diag->context = ccl_str_printf("%s %s %s", ccl_str_z(written(reader, open, 1)),
                                 ccl_str_z(ccl_utf8_escape(ccl_str_sub(number, 1, number.len - 1), SHOWN_LENGTH)),
                                 ccl_str_z(ccl_utf8_escape(written(reader, open + 3, 1), 2 * SHOWN_LENGTH)));
}

/* ---- Words that were probably meant ---- */

typedef struct near {
  const ccl_spelling *spelling; /* NULL: none */
  size_t distance;
  size_t first; /* token */
  bool foreign;
} near;

/* The words at `at` that a spelling would take, as they are written; empty when there are not enough. */
static ccl_str words_for(const ccl_reader *reader, size_t at, const ccl_spelling *spelling) {
  ccl_buf words = { 0 };
  for (size_t i = 0; i < spelling->words; i++) {
    const ccl_token *token = token_at(reader, at + i);
    if (token->kind != TOK_NAME || token->flags & CCL_TOKEN_QUOTED)
      return (ccl_str){ 0 };
    if (words.len && words.ptr[words.len - 1] != '\'')
      ccl_buf_char(&words, ' ');
    ccl_buf_add(&words, ccl_keywords_word(reader->keywords, written(reader, at + i, 1)));
  }
  return ccl_buf_str(&words);
}

/* How far the words are from a spelling: 0 when accents and capitals make the difference, FAR when too far. */
static size_t distance_to(ccl_str words, const ccl_spelling *spelling) {
  if (words.len == 0 || ccl_str_eq(words, spelling->text))
    return FAR;
  if (ccl_str_eq(ccl_utf8_fold(words), ccl_utf8_fold(spelling->text)))
    return 0;
  size_t letters = ccl_utf8_length(spelling->text), limit = letters <= 5 ? 1 : 2;
  if (letters < 3)
    return FAR;
  size_t distance = ccl_utf8_distance(words, spelling->text, limit);
  return distance <= limit && distance < ccl_utf8_length(words) ? distance : FAR;
}

/* The nearest keyword for the words at `at` among those that may come (all when NULL), of at least `least` words. */
static void find_near(const ccl_reader *reader, size_t at, const bool *may_come, size_t least, near *best) {
  ccl_joined here = ccl_joiner_read(reader, at, 0);
  size_t right =
      here.kind == TOK_NAME ? 0 : here.count; /* words that are spelled right: a keyword in the wrong place */
  for (size_t i = 0; i < reader->keywords->all.len; i++) {
    const ccl_spelling *spelling = reader->keywords->all.items[i];
    if (spelling->words < least || spelling->words <= right || (may_come && !may_come[spelling->token]))
      continue;
    size_t distance = distance_to(words_for(reader, at, spelling), spelling);
    if (distance < best->distance)
      *best = (near){ spelling, distance, at, false };
  }
}

/* A keyword of the other language that may come here. */
static void find_foreign(ccl_reader *reader, size_t at, const bool *may_come, near *best) {
  if (!reader->foreign)
    reader->foreign = ccl_keywords_new(reader->lang == CCL_LANG_FR ? CCL_LANG_EN : CCL_LANG_FR);
  for (size_t i = 0; i < reader->foreign->all.len; i++) {
    const ccl_spelling *spelling = reader->foreign->all.items[i];
    ccl_str own = ccl_keyword_text(spelling->token, reader->lang);
    if (!may_come[spelling->token] || own.len == 0 || (best->foreign && spelling->words <= best->spelling->words))
      continue;
    ccl_str words = words_for(reader, at, spelling);
    if (words.len && ccl_str_eq(ccl_utf8_fold(words), ccl_utf8_fold(spelling->text)))
      *best = (near){ spelling, 0, at, true };
  }
}

/* The keyword meant at the wrong token `at`, at the one before it, or nothing (spelling NULL). */
static near find_meant(ccl_reader *reader, size_t at, const bool *may_come) {
  near best = { NULL, FAR, at, false };
  const ccl_token *wrong = token_at(reader, at);
  bool openers[TOKEN_KINDS];
  for (int kind = 0; kind < TOKEN_KINDS; kind++)
    openers[kind] = ccl_keyword_opens(kind);
  /* A misspelt keyword behind a number was read as its unit, and the error comes one word late. */
  if (at > 1 && token_at(reader, at - 1)->kind == TOK_NAME && token_at(reader, at - 1)->flags & CCL_TOKEN_FIRST &&
      token_at(reader, at - 2)->kind == TOK_NUMBER)
    find_near(reader, at - 1, NULL, 1, &best);
  if (best.spelling || wrong->kind != TOK_NAME || wrong->flags & CCL_TOKEN_QUOTED)
    return best;
  find_near(reader, at, may_come, 1, &best);
  if (best.distance > 0)
    find_foreign(reader, at, may_come, &best);
  if (!best.spelling && wrong->flags & CCL_TOKEN_COLUMN1)
    find_near(reader, at, openers, 1, &best);
  if (!best.spelling && at > 0 && token_at(reader, at - 1)->kind == TOK_NAME)
    find_near(reader, at - 1, NULL, 2, &best);
  return best;
}

static ccl_diag *report_meant(ccl_reader *reader, const near *meant) {
  ccl_span span = span_of(reader, meant->first, meant->spelling->words);
  ccl_str text = ccl_source_text(reader->sources, span), right = meant->spelling->text;
  ccl_diag *diag;
  if (meant->foreign) {
    ccl_lang other = reader->foreign->lang;
    diag = ccl_report(
        reader->diags, &ccl_syntax_say_other_language, span,
        CCL_ARGS(text, language_name(reader->diags, span, other), language_name(reader->diags, span, reader->lang)));
    right = ccl_keyword_text(meant->spelling->token, reader->lang);
  } else {
    diag = ccl_report(reader->diags, &ccl_syntax_say_misspelt, span, CCL_ARGS(text));
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
  size_t open = at > 0 ? opener(reader, at - 1) : 0;
  size_t ladder = last_line_with(reader, open, at, TOK_DEPENDING_ON);
  bool in_ladder = may_come[TOK_AT_LEAST] && ladder != open;
  size_t block = in_ladder ? ladder : open;
  size_t words = ccl_joiner_read(reader, block, 0).count;
  ccl_str name =
      in_ladder ? ccl_str_printf("`%s`", ccl_str_z(written(reader, block, words))) : declaration_name(reader, block);
  ccl_str end = ccl_keyword_text(TOK_END, reader->lang);
  ccl_diag *diag =
      ccl_report(reader->diags, &ccl_syntax_say_unclosed, span_of(reader, block, words), CCL_ARGS(name, end));
  ccl_diag_note(diag, &ccl_syntax_say_unclosed_before, span_of(reader, at, 1), CCL_ARGS(end));
  if (!in_ladder && ladder != open)
    ccl_diag_note(diag, &ccl_syntax_say_unclosed_inner,
                  span_of(reader, ladder, ccl_joiner_read(reader, ladder, 0).count), CCL_ARGS(end));
  return diag;
}

/* ---- Particular mistakes ---- */

static bool compares(int kind) {
  return kind == '=' || kind == '<' || kind == '>' || kind == TOK_NOT_EQUAL || kind == TOK_LESS_EQUAL ||
         kind == TOK_GREATER_EQUAL || kind == TOK_IN_LIST;
}

static ccl_diag *report_stray(ccl_reader *reader, ccl_span span) {
  static const struct {
    const char *found, *instead;
  } table[] = {
    { "“", "\"" }, { "”", "\"" }, { "„", "\"" }, { "'", "\"" }, { "‘", "\"" }, { "’", "\"" }, { "»", "«" },
    { "–", "-" },  { "—", "-" },  { ";", "," },  { "!", "<>" }, { "…", ".." }, { "{", "«" },  { "}", "»" }
  };
  ccl_str text = ccl_source_text(reader->sources, span);
  ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_stray, span, CCL_ARGS(text));
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (ccl_str_is(text, table[i].found))
      ccl_diag_help(diag, &ccl_syntax_say_stray_instead, CCL_ARGS(ccl_str_from(table[i].instead)));
  return diag;
}

/* Mistakes with a sentence of their own; NULL when it is none of them. */
static ccl_diag *report_known(ccl_reader *reader, const bool *may_come, ccl_span span) {
  ccl_joined wrong = reader->last;
  ccl_str text = ccl_source_text(reader->sources, span);
  const ccl_token *token = token_at(reader, wrong.first);
  if (wrong.kind == TOK_STRAY)
    return report_stray(reader, span);
  if (compares(wrong.kind) && may_come['+'] && !may_come['=']) {
    ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_comparisons, span, CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_syntax_say_comparisons_help, CCL_ARGS(ccl_keyword_text(TOK_AND, reader->lang)));
    return diag;
  }
  if (header_keyword(wrong.kind) && token->flags & CCL_TOKEN_FIRST && may_come[TOK_MEASURE] && may_come[TOK_ARTICLE] &&
      !may_come[wrong.kind] && !ccl_expected_any_name(may_come))
    return ccl_report(reader->diags, &ccl_syntax_say_header_late, span, CCL_ARGS(text));
  if (wrong.kind == TOK_NAME && may_come[TOK_DERIVE] && may_come[TOK_END] && token->flags & CCL_TOKEN_FIRST)
    return ccl_report(reader->diags, &ccl_syntax_say_field_late, span, CCL_ARGS(text));
  bool in_row =
      wrong.first > 0 && may_come['|'] && token->flags & CCL_TOKEN_FIRST && wrong.kind != '|' && !may_come[TOK_END];
  if (in_row || (wrong.kind == TOK_ROW_END && !may_come[TOK_NUMBER]))
    return ccl_report(reader->diags, &ccl_syntax_say_row, span, CCL_NO_ARGS);
  return NULL;
}

/* The first token of a declaration that begins where the line before breaks off (a value without its end: the next keyword may even have been
 * read as a name in it); 0 when that is not so. */
static size_t broken_off_before(const ccl_reader *reader, const bool *may_come) {
  size_t wrong = reader->last.first, line = ccl_joiner_line_first(reader, wrong);
  bool was_a_name =
      (reader->last.kind == TOK_NAME && !may_come[TOK_NAME]) || (reader->last.kind == TOK_TEXT && !may_come[TOK_TEXT]);
  bool end_was_a_name = wrong > 1 && may_come['+'] && token_at(reader, wrong - 1)->flags & CCL_TOKEN_FIRST &&
                        ccl_joiner_read(reader, wrong - 1, 0).kind == TOK_END;
  if (end_was_a_name)
    return wrong - 1;
  bool opens = line > 0 && ccl_joiner_opens(reader, line);
  return opens && (wrong == line || (wrong == line + 1 && (was_a_name || may_come['+']))) ? line : 0;
}

static ccl_diag *report_broken_off(ccl_reader *reader, size_t next, const bool *may_come, int count) {
  ccl_str reading = declaration_name(reader, opener(reader, next - 1));
  ccl_diag *diag = ccl_report(reader->diags, reading.len ? &ccl_syntax_say_line_ends_in : &ccl_syntax_say_line_ends,
                              span_of(reader, next - 1, 1), CCL_ARGS(CCL_STR(""), reading));
  bool *then = ccl_alloc_atomic((size_t)count);
  if (reader->last.first == next)
    for (int kind = 0; kind < count; kind++)
      then[kind] = may_come[kind];
  else
    then[may_come['+'] ? TOK_NUMBER : TOK_NAME] = then[may_come['+'] ? '(' : TOK_NAME] = true; /* a value, or a name */
  ccl_diag_help(diag, &ccl_syntax_say_write_behind, CCL_ARGS(ccl_expected_list(reader, then, count, diag->lang)));
  return diag;
}

/* ---- The message ---- */

static ccl_diag *report_general(ccl_reader *reader, const bool *may_come, int count, ccl_span span) {
  ccl_joined wrong = reader->last;
  size_t open = opener(reader, wrong.first);
  ccl_str reading = declaration_name(reader, open);
  if (open == wrong.first)
    reading = (ccl_str){ 0 };
  bool end = wrong.kind == TOK_FILE_END, line = wrong.kind == TOK_ROW_END;
  const ccl_message *message = reading.len ? (end    ? &ccl_syntax_say_file_ends_in
                                              : line ? &ccl_syntax_say_line_ends_in
                                                     : &ccl_syntax_say_unexpected_in)
                                           : (end    ? &ccl_syntax_say_file_ends
                                              : line ? &ccl_syntax_say_line_ends
                                                     : &ccl_syntax_say_unexpected);
  ccl_str text = ccl_utf8_escape(ccl_source_text(reader->sources, span), SHOWN_LENGTH);
  ccl_diag *diag = ccl_report(reader->diags, message, span, CCL_ARGS(text, reading));
  bool word = token_at(reader, wrong.first)->kind == TOK_NAME && wrong.kind != TOK_NAME;
  if (word && wrong.count == 1 && ccl_expected_any_name(may_come)) {
    ccl_diag_help(diag, &ccl_syntax_say_reserved, CCL_ARGS(text));
    return diag;
  }
  ccl_str expected = ccl_expected_list(reader, may_come, count, diag->lang);
  if (expected.len)
    ccl_diag_help(diag, &ccl_syntax_say_write_here, CCL_ARGS(expected));
  return diag;
}

void ccl_syntax_report_unexpected(ccl_reader *reader, const bool *may_come, int count) {
  ccl_joined wrong = reader->last;
  near meant = find_meant(reader, wrong.first, may_come);
  size_t next = broken_off_before(reader, may_come);
  ccl_loc at = ccl_joiner_loc(reader, wrong);
  uint32_t place = meant.spelling ? token_at(reader, meant.first)->start : at.start;
  if (next > 0 && next < wrong.first)
    place = token_at(reader, next - 1)->start;
  uint32_t line = ccl_source_place(reader->source, place).line;
  reader->error_at = at.end;
  if (reader->muted || line == reader->error_line) {
    reader->muted = true;
    return;
  }
  ccl_span span = ccl_reader_span(reader, at);
  bool unclosed = may_come[TOK_END] && !ccl_expected_any_name(may_come) && ccl_joiner_opens(reader, wrong.first);
  bool unclosed_fields = may_come[TOK_END] && may_come[TOK_DERIVE] && wrong.kind == TOK_FILE_END;
  ccl_diag *diag = NULL;
  if (next > 0 && next < wrong.first)
    diag = report_broken_off(reader, next, may_come, count);
  else if (unclosed || unclosed_fields)
    diag = report_unclosed(reader, wrong.first, may_come);
  else if (meant.spelling)
    diag = report_meant(reader, &meant);
  else
    diag = report_known(reader, may_come, span);
  if (!diag && next)
    diag = report_broken_off(reader, next, may_come, count);
  if (!diag)
    diag = report_general(reader, may_come, count, span);
  add_context(reader, diag, opener(reader, wrong.first > 0 && unclosed ? wrong.first - 1 : wrong.first));
  reader->muted = true;
  reader->error_line = line;
}

void ccl_syntax_report_nesting(ccl_reader *reader, ccl_loc at) {
  if (!reader->nesting_reported) {
    ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_nesting, ccl_reader_span(reader, at),
                                CCL_ARGS(ccl_str_printf("%d", CCL_LIMIT_NESTING)));
    ccl_diag_help(diag, &ccl_syntax_say_nesting_help, CCL_ARGS(ccl_keyword_text(TOK_MEASURE, reader->lang)));
  }
  reader->nesting_reported = true;
}

void ccl_syntax_report_opening(ccl_reader *reader, ccl_str first_word) {
  static const int kinds[] = { TOK_CONTRACT, TOK_AMENDMENT, TOK_LIBRARY };
  ccl_str list = ccl_expected_keywords(reader, kinds, 3);
  uint32_t start = first_word.len ? (uint32_t)(first_word.ptr - reader->source->text.ptr) : token_at(reader, 0)->start;
  ccl_span span = { reader->file, start, start + (uint32_t)first_word.len };
  if (token_at(reader, 0)->kind == 0) {
    ccl_report(reader->diags, &ccl_syntax_say_file_empty, span, CCL_ARGS(list));
    return;
  }
  ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_file_opens, span, CCL_ARGS(list));
  near best = { NULL, FAR, 0, false };
  bool may_come[TOKEN_KINDS] = { false };
  for (size_t i = 0; i < 3; i++)
    may_come[kinds[i]] = true;
  find_near(reader, 0, may_come, 1, &best);
  if (best.spelling)
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
