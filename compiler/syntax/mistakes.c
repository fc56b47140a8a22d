/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Known mistakes, one function each: a function looks at what does not fit and at the words around it, and reports or
 * returns NULL. They
 * are asked in the order of the tables at the end.
 */
#include "syntax/mistakes.h"

#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/around.h"
#include "syntax/expected.h"
#include "syntax/joiner.h"
#include "syntax/messages.h"

static int kind_at(const ccl_slip *slip, size_t at) {
  return ccl_around_token(slip->reader, at)->kind;
}

static ccl_str text_at(const ccl_slip *slip, size_t at) {
  return ccl_around_written(slip->reader, at, 1);
}

static ccl_str wrong_text(const ccl_slip *slip) {
  return ccl_around_quoted(slip->reader, slip->span);
}

static ccl_str keyword(const ccl_slip *slip, int kind) {
  return ccl_keyword_text(kind, slip->reader->lang);
}

static bool begins_line(const ccl_slip *slip) {
  return slip->wrong.count > 0 && ccl_around_begins_line(slip->reader, slip->wrong.first);
}

/* Whether two tokens stand side by side without a blank. */
static bool touch(const ccl_slip *slip, size_t left, size_t right) {
  return ccl_around_token(slip->reader, left)->end == ccl_around_token(slip->reader, right)->start;
}

static ccl_diag *report(const ccl_slip *slip, const ccl_message *message, ccl_str first) {
  return ccl_report(slip->reader->diags, message, slip->span, CCL_ARGS(first));
}

static ccl_diag *report_with(const ccl_slip *slip, const ccl_message *message, ccl_str first, const ccl_message *help,
                             ccl_str right) {
  ccl_diag *diag = report(slip, message, first);
  ccl_diag_help(diag, help, CCL_ARGS(right));
  return diag;
}

/* "`x` cannot stand here", with help of its own. */
static ccl_diag *report_here(const ccl_slip *slip, const ccl_message *help, ccl_str right) {
  return report_with(slip, &ccl_syntax_say_unexpected, wrong_text(slip), help, right);
}

/* ---- Signs ---- */

/* A sign of a word processor, of another language, of a programming language. */
static ccl_diag *stray_sign(const ccl_slip *slip) {
  static const struct {
    const char *found, *instead;
    int keyword;
  } table[] = { { "“", "\"", 0 }, { "”", "\"", 0 },    { "„", "\"", 0 }, { "'", "\"", 0 }, { "‘", "\"", 0 },
                { "’", "\"", 0 }, { "»", "«", 0 },     { "–", "-", 0 },  { "—", "-", 0 },  { ";", ",", 0 },
                { "!", "<>", 0 }, { "…", "..", 0 },    { "{", "«", 0 },  { "}", "»", 0 },  { "·", "*", 0 },
                { "∗", "*", 0 },  { "&", "", TOK_AND } };
  if (slip->wrong.kind != TOK_STRAY)
    return NULL;
  ccl_str text = ccl_source_text(slip->reader->sources, slip->span);
  size_t at = slip->wrong.first;
  if ((ccl_str_is(text, "'") || ccl_str_is(text, "’")) && at > 0 && kind_at(slip, at - 1) == TOK_NUMBER &&
      kind_at(slip, at + 1) == TOK_NUMBER && touch(slip, at - 1, at) && touch(slip, at, at + 1)) {
    const char *mark = slip->reader->lang == CCL_LANG_FR ? " " : ",";
    return report_with(
        slip, &ccl_syntax_say_stray, text, &ccl_syntax_say_number_write,
        ccl_str_printf("%s%s%s", ccl_str_z(text_at(slip, at - 1)), mark, ccl_str_z(text_at(slip, at + 1))));
  }
  ccl_slip both = *slip;
  both.span = ccl_around_span(slip->reader, at, 2);
  if (touch(slip, at, at + 1) && ccl_str_is(text, "!") && kind_at(slip, at + 1) == '=')
    return report_here(&both, &ccl_syntax_say_stray_instead, CCL_STR("<>"));
  if (touch(slip, at, at + 1) && ccl_str_is(text, "&") && ccl_str_is(text_at(slip, at + 1), "&"))
    return report_here(&both, &ccl_syntax_say_stray_instead, keyword(slip, TOK_AND));
  if (ccl_str_is(text, ";") && ccl_around_begins_line(slip->reader, at + 1))
    return report_with(slip, &ccl_syntax_say_stray, text, &ccl_syntax_say_invisible_help, (ccl_str){ 0 });
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (ccl_str_is(text, table[i].found))
      return report_with(slip, &ccl_syntax_say_stray, text, &ccl_syntax_say_stray_instead,
                         table[i].keyword ? keyword(slip, table[i].keyword) : ccl_str_from(table[i].instead));
  return report(slip, &ccl_syntax_say_stray, text);
}

static bool compares(int kind) {
  return kind == '=' || kind == '<' || kind == '>' || kind == TOK_NOT_EQUAL || kind == TOK_LESS_EQUAL ||
         kind == TOK_GREATER_EQUAL || kind == TOK_IN_LIST;
}

/* `==`, `=<`, `=>`: two signs for one. */
static ccl_diag *doubled_sign(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  if (at == 0 || kind_at(slip, at - 1) != '=' || !compares(slip->wrong.kind) || !touch(slip, at - 1, at))
    return NULL;
  const char *right = slip->wrong.kind == '<' ? "<=" : slip->wrong.kind == '>' ? ">=" : "=";
  ccl_slip both = *slip;
  both.span = ccl_around_span(slip->reader, at - 1, 2);
  return report_here(&both, &ccl_syntax_say_stray_instead, ccl_str_from(right));
}

/* `1 < x < 3` */
static ccl_diag *chained_comparisons(const ccl_slip *slip) {
  if (!compares(slip->wrong.kind) || !slip->may_come['+'] || slip->may_come['='])
    return NULL;
  return report_with(slip, &ccl_syntax_say_comparisons, (ccl_str){ 0 }, &ccl_syntax_say_comparisons_help,
                     keyword(slip, TOK_AND));
}

/* `20 % of x` */
static ccl_diag *share_of_something(const ccl_slip *slip) {
  bool of = slip->wrong.kind == TOK_OF || slip->wrong.kind == TOK_DE;
  return of && slip->may_come['*'] && slip->wrong.first > 0 && kind_at(slip, slip->wrong.first - 1) == '%'
             ? report_here(slip, &ccl_syntax_say_write_times, CCL_STR("×"))
             : NULL;
}

/* `3 x 5` */
static ccl_diag *letter_for_times(const ccl_slip *slip) {
  ccl_str text = ccl_source_text(slip->reader->sources, slip->span);
  return slip->wrong.kind == TOK_NAME && (ccl_str_is(text, "x") || ccl_str_is(text, "X")) && slip->may_come['*'] &&
                 kind_at(slip, slip->wrong.first + 1) == TOK_NUMBER && !begins_line(slip)
             ? report_here(slip, &ccl_syntax_say_write_times, CCL_STR("×"))
             : NULL;
}

/* ---- Figures ---- */

/* `EUR 3`: a currency of three capitals before its number. */
static ccl_diag *currency_before(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  if (slip->wrong.kind != TOK_NUMBER || at == 0 || kind_at(slip, at - 1) != TOK_NAME)
    return NULL;
  ccl_str name = text_at(slip, at - 1);
  for (size_t i = 0; i < name.len; i++)
    if (name.ptr[i] < 'A' || name.ptr[i] > 'Z')
      return NULL;
  return name.len == 3
             ? report_with(slip, &ccl_syntax_say_unit_behind, text_at(slip, at - 1), &ccl_syntax_say_number_write,
                           ccl_str_printf("%s %s", ccl_str_z(text_at(slip, at)), ccl_str_z(name)))
             : NULL;
}

/* `calls per site at …`: the fields of a line for each are said with `by`. */
static ccl_diag *by_said_with_per(const ccl_slip *slip) {
  return slip->wrong.kind == TOK_PER && slip->may_come[TOK_BY]
             ? report_here(slip, &ccl_syntax_say_did_you_mean, keyword(slip, TOK_BY))
             : NULL;
}

/* `comme "Appels"`: French has a word of its own for a label. */
static ccl_diag *label_said_with_as(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  if (slip->wrong.kind != TOK_TEXT || at == 0 || slip->reader->lang != CCL_LANG_FR ||
      ccl_joiner_read(slip->reader, at - 1, 0).kind != TOK_AS)
    return NULL;
  ccl_slip word = *slip;
  word.span = ccl_around_span(slip->reader, at - 1, 1);
  return report_here(&word, &ccl_syntax_say_did_you_mean, keyword(slip, TOK_LABEL));
}

/* `au delà` */
static ccl_diag *beyond_in_two_words(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  bool beyond = slip->may_come[TOK_BEYOND] || slip->may_come[TOK_AU_DELA_DE];
  if (slip->wrong.kind != TOK_AU || !beyond || !ccl_str_eq(ccl_utf8_fold(text_at(slip, at + 1)), CCL_STR("dela")))
    return NULL;
  ccl_slip both = *slip;
  both.span = ccl_around_span(slip->reader, at, 2);
  return report_with(&both, &ccl_syntax_say_misspelt, wrong_text(&both), &ccl_syntax_say_did_you_mean,
                     keyword(slip, slip->may_come[TOK_BEYOND] ? TOK_BEYOND : TOK_AU_DELA_DE));
}

/* `3 EUR by call`, `3 EUR each call`: a rate is said with `per`. */
static ccl_diag *rate_without_per(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  if (slip->wrong.kind == TOK_BY && slip->may_come[TOK_BY_SLICE] && (at < 2 || kind_at(slip, at - 2) != TOK_NUMBER)) {
    ccl_diag *diag = report(slip, &ccl_syntax_say_unexpected, wrong_text(slip));
    ccl_diag_help(diag, &ccl_syntax_say_by_late,
                  CCL_ARGS(keyword(slip, TOK_BY_SLICE), keyword(slip, TOK_BY_VOLUME), keyword(slip, TOK_BY)));
    return diag;
  }
  if ((slip->wrong.kind != TOK_BY && slip->wrong.kind != TOK_EACH) || at < 2 || kind_at(slip, at - 2) != TOK_NUMBER)
    return NULL;
  return report_here(slip, &ccl_syntax_say_write_rate, keyword(slip, TOK_PER));
}

/* `12 3456`: two numbers where one was meant. */
static ccl_diag *two_numbers(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  if (slip->wrong.kind != TOK_NUMBER || at == 0 || kind_at(slip, at - 1) != TOK_NUMBER || begins_line(slip))
    return NULL;
  ccl_slip both = *slip;
  both.span = ccl_around_span(slip->reader, at - 1, 2);
  return report(&both, &ccl_syntax_say_number_groups, wrong_text(&both));
}

/* `3 client`: a keyword that counts things here. */
static ccl_diag *keyword_as_unit(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  bool word = at > 0 && slip->wrong.count == 1 && ccl_keyword_is_soft(slip->wrong.kind);
  return word && kind_at(slip, at - 1) == TOK_NUMBER && slip->may_come[TOK_NAME] && !begins_line(slip)
             ? report_here(slip, &ccl_syntax_say_reserved, wrong_text(slip))
             : NULL;
}

/* `at least of 90 %`: a small word that was read as a value. */
static ccl_diag *word_too_many(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  int before = at > 0 ? ccl_joiner_read(slip->reader, at - 1, 0).kind : 0;
  if (slip->wrong.kind != TOK_NUMBER || (before != TOK_DE && before != TOK_IN) || begins_line(slip))
    return NULL;
  ccl_slip word = *slip;
  word.span = ccl_around_span(slip->reader, at - 1, 1);
  return report_here(&word, &ccl_syntax_say_invisible_help, (ccl_str){ 0 });
}

static bool two_digits(ccl_str text) {
  return text.len == 2 && text.ptr[0] >= '0' && text.ptr[0] <= '9' && text.ptr[1] >= '0' && text.ptr[1] <= '9';
}

/* `8:00`, `8h00`, `08h`: the time that was meant, or nothing. */
static ccl_str meant_time(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  ccl_str hour = text_at(slip, at), minutes = { 0 };
  if (kind_at(slip, at + 1) == ':' && touch(slip, at, at + 1) && touch(slip, at + 1, at + 2)) {
    minutes = text_at(slip, at + 2);
  } else if (kind_at(slip, at + 1) == TOK_NAME && touch(slip, at, at + 1)) {
    ccl_str name = text_at(slip, at + 1);
    if (name.ptr[0] == 'h' || name.ptr[0] == 'H')
      minutes = name.len == 1 ? CCL_STR("00") : ccl_str_sub(name, 1, name.len);
  }
  if (hour.len > 2 || !two_digits(minutes))
    return (ccl_str){ 0 };
  return ccl_str_printf("%s%s:%s", hour.len == 1 ? "0" : "", ccl_str_z(hour), ccl_str_z(minutes));
}

static ccl_diag *time_in_another_form(const ccl_slip *slip) {
  if (slip->wrong.kind != TOK_NUMBER || !slip->may_come[TOK_TIME])
    return NULL;
  ccl_str right = meant_time(slip);
  return right.len ? report_here(slip, &ccl_syntax_say_number_write, right)
                   : report_here(slip, &ccl_syntax_say_write_time, (ccl_str){ 0 });
}

/* The end of `31/02/2026`, `2026/02/31` or `31.02.2026`, which begins at the wrong token: how many tokens it has. */
static size_t figures_with_slashes(const ccl_slip *slip) {
  size_t at = slip->wrong.first, count = 1;
  while (count < 5 && touch(slip, at + count - 1, at + count) &&
         (kind_at(slip, at + count) == (count % 2 ? '/' : TOK_NUMBER) ||
          (count % 2 && kind_at(slip, at + count) == TOK_TOUCHING_SLASH)))
    count++;
  return count;
}

/* A date written as people write it elsewhere. */
static ccl_diag *date_in_another_form(const ccl_slip *slip) {
  bool date = slip->may_come[TOK_DATE] && !slip->may_come['('];
  bool day = slip->may_come[TOK_DAY_OF_YEAR];
  if (slip->wrong.kind == TOK_DAY_OF_YEAR && date && slip->opens == TOK_HOLIDAYS)
    return report_with(slip, &ccl_syntax_say_date_without_year, wrong_text(slip), &ccl_syntax_say_every_year,
                       keyword(slip, TOK_EACH));
  if (slip->wrong.kind == TOK_DAY_OF_YEAR && date)
    return report(slip, &ccl_syntax_say_date_without_year, wrong_text(slip));
  if (slip->wrong.kind == TOK_DATE && day)
    return report(slip, &ccl_syntax_say_day_with_year, wrong_text(slip));
  ccl_lang other = slip->reader->lang == CCL_LANG_FR ? CCL_LANG_EN : CCL_LANG_FR;
  size_t at = slip->wrong.first;
  if (slip->wrong.kind == TOK_NUMBER && kind_at(slip, at + 1) == TOK_NAME && (date || day) &&
      ccl_month_find(text_at(slip, at + 1), other) > 0) {
    ccl_slip whole = *slip;
    whole.span = ccl_around_span(slip->reader, at, kind_at(slip, at + 2) == TOK_NUMBER ? 3 : 2);
    return report_here(&whole, date ? &ccl_syntax_say_write_date : &ccl_syntax_say_write_day, (ccl_str){ 0 });
  }
  bool word = slip->wrong.kind == TOK_NAME && ccl_month_find(text_at(slip, slip->wrong.first), slip->reader->lang) > 0;
  if (word && slip->may_come[TOK_MONTH])
    return report_here(slip, &ccl_syntax_say_write_month, (ccl_str){ 0 });
  if ((slip->wrong.kind != TOK_NUMBER && !word) || (!date && !day) || slip->may_come[TOK_NUMBER])
    return NULL;
  ccl_slip whole = *slip;
  whole.span = ccl_around_span(slip->reader, slip->wrong.first, word ? 1 : figures_with_slashes(slip));
  return report_here(&whole, date ? &ccl_syntax_say_write_date : &ccl_syntax_say_write_day, (ccl_str){ 0 });
}

/* `Monday to Friday`, `08:00-20:00`: from one to the other is said with two dots. */
static ccl_diag *range_without_dots(const ccl_slip *slip) {
  int kind = slip->wrong.kind;
  size_t at = slip->wrong.first;
  bool joins = kind == '-' || kind == TOK_TO || kind == TOK_A || kind == TOK_AU;
  if (joins && slip->may_come[TOK_UPTO] && !slip->may_come['+'])
    return report_here(slip, &ccl_syntax_say_write_dots, (ccl_str){ 0 });
  /* `to` may have been read as the name of the next band. */
  int before = at > 0 ? ccl_joiner_read(slip->reader, at - 1, 0).kind : 0;
  if (slip->opens != TOK_CALENDAR || (before != TOK_TO && before != TOK_A && before != TOK_AU) ||
      ccl_around_begins_line(slip->reader, at - 1))
    return NULL;
  ccl_slip word = *slip;
  word.span = ccl_around_span(slip->reader, at - 1, 1);
  return report_here(&word, &ccl_syntax_say_write_dots, (ccl_str){ 0 });
}

/* ---- Words ---- */

/* `count calls`, `somme attente`: the first word of a keyword whose `of` is missing. */
static ccl_diag *lost_of(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  bool value = slip->wrong.kind == TOK_NAME || slip->wrong.kind == '(';
  if (!value || at == 0 || kind_at(slip, at - 1) != TOK_NAME || ccl_around_begins_line(slip->reader, at) ||
      ccl_around_token(slip->reader, at - 1)->flags & CCL_TOKEN_QUOTED)
    return NULL;
  ccl_str words[2] = { ccl_keywords_word(slip->reader->keywords, text_at(slip, at - 1)),
                       slip->reader->lang == CCL_LANG_FR ? CCL_STR("de") : CCL_STR("of") };
  bool longer;
  const ccl_spelling *whole = ccl_keywords_find(slip->reader->keywords, words, 2, &longer);
  if (!whole)
    return NULL;
  ccl_slip word = *slip;
  word.span = ccl_around_span(slip->reader, at - 1, 1);
  return report_with(&word, &ccl_syntax_say_lost_of, text_at(slip, at - 1), &ccl_syntax_say_did_you_mean, whole->text);
}

/* `duration`, `up`, `counted`: the beginning of a keyword that may come here. */
static ccl_diag *lost_rest(const ccl_slip *slip) {
  const ccl_token *token = ccl_around_token(slip->reader, slip->wrong.first);
  if (slip->wrong.kind != TOK_NAME || token->flags & CCL_TOKEN_QUOTED || token->end - token->start < 2)
    return NULL;
  ccl_str word = ccl_str_printf(
      "%s ", ccl_str_z(ccl_utf8_fold(ccl_keywords_word(slip->reader->keywords, text_at(slip, slip->wrong.first)))));
  for (size_t i = 0; i < slip->reader->keywords->all.len; i++) {
    const ccl_spelling *spelling = slip->reader->keywords->all.items[i];
    if (spelling->words > 1 && slip->may_come[spelling->token] && ccl_str_starts(ccl_utf8_fold(spelling->text), word))
      return report_with(slip, &ccl_syntax_say_lost_rest, wrong_text(slip), &ccl_syntax_say_did_you_mean,
                         spelling->text);
  }
  return NULL;
}

/* `>= 90 % : bonus 3 %` in a ladder */
static ccl_diag *rung_with_a_sign(const ccl_slip *slip) {
  static const struct {
    int sign, rung;
  } rungs[] = {
    { TOK_GREATER_EQUAL, TOK_AT_LEAST }, { TOK_LESS_EQUAL, TOK_AT_MOST }, { '>', TOK_MORE_THAN }, { '<', TOK_LESS_THAN }
  };
  size_t line = ccl_joiner_line_first(slip->reader, slip->wrong.first);
  bool here = slip->wrong.kind == ':' || slip->wrong.first == line;
  if (!here || !slip->may_come[TOK_AT_LEAST])
    return NULL;
  for (size_t i = 0; i < sizeof rungs / sizeof *rungs; i++)
    if (kind_at(slip, line) == rungs[i].sign) {
      ccl_slip sign = *slip;
      sign.span = ccl_around_span(slip->reader, line, 1);
      return report_here(&sign, &ccl_syntax_say_did_you_mean, keyword(slip, rungs[i].rung));
    }
  return NULL;
}

/* ---- Order ---- */

/* `contract`, `library` or `amendment` in the midst of a file. */
static ccl_diag *second_contract(const ccl_slip *slip) {
  int kind = slip->wrong.kind;
  if ((kind != TOK_CONTRACT && kind != TOK_LIBRARY && kind != TOK_AMENDMENT) || slip->wrong.first == 0 ||
      !(ccl_around_token(slip->reader, slip->wrong.first)->flags & CCL_TOKEN_COLUMN1))
    return NULL;
  ccl_diag *diag = report_with(slip, &ccl_syntax_say_second_contract, wrong_text(slip),
                               &ccl_syntax_say_second_contract_help, (ccl_str){ 0 });
  ccl_diag_note(diag, &ccl_syntax_say_first_contract, ccl_around_span(slip->reader, 0, 1), CCL_NO_ARGS);
  slip->reader->given_up = true;
  return diag;
}

static ccl_diag *late_header(const ccl_slip *slip) {
  const bool *may = slip->may_come;
  bool declarations = may[TOK_MEASURE] && may[TOK_ARTICLE] && !may[slip->wrong.kind] && !ccl_expected_any_name(may);
  return ccl_around_is_header(slip->wrong.kind) && begins_line(slip) && declarations
             ? report(slip, &ccl_syntax_say_header_late, wrong_text(slip))
             : NULL;
}

/* `for each position` behind a price: the clause of an article, where a number of things was meant. */
static ccl_diag *for_each_in_an_effect(const ccl_slip *slip) {
  if (slip->wrong.kind != TOK_FOR_EACH || begins_line(slip) || !slip->may_come[TOK_CHARGE])
    return NULL;
  bool counts = slip->may_come[TOK_FOR];
  ccl_diag *diag = report(slip, &ccl_syntax_say_clause_late, wrong_text(slip));
  ccl_diag_help(diag, counts ? &ccl_syntax_say_for_each_counts : &ccl_syntax_say_for_each_lists,
                CCL_ARGS(keyword(slip, counts ? TOK_PER : TOK_BY), keyword(slip, TOK_FOR)));
  return diag;
}

static ccl_diag *late_clause(const ccl_slip *slip) {
  int kind = slip->wrong.kind;
  bool clause =
      kind == TOK_WHEN || kind == TOK_FOR_EACH || kind == TOK_IN_FORCE || kind == TOK_OVERRIDES || kind == TOK_BILLING;
  if (!clause || !slip->may_come[TOK_CHARGE] || slip->may_come[TOK_WHEN] || ccl_expected_any_name(slip->may_come))
    return NULL;
  return report_with(slip, &ccl_syntax_say_clause_late, wrong_text(slip), &ccl_syntax_say_clause_late_help,
                     (ccl_str){ 0 });
}

static ccl_diag *late_field(const ccl_slip *slip) {
  bool field =
      slip->wrong.kind == TOK_NAME && slip->may_come[TOK_DERIVE] && slip->may_come[TOK_END] && begins_line(slip);
  return field ? report(slip, &ccl_syntax_say_field_late, wrong_text(slip)) : NULL;
}

/* A row of a table without its first or its last |. */
static ccl_diag *broken_row(const ccl_slip *slip) {
  const bool *may = slip->may_come;
  bool no_first = may['|'] && begins_line(slip) && slip->wrong.kind != '|' && kind_at(slip, slip->wrong.first) != 0 &&
                  slip->wrong.kind != TOK_END && !ccl_joiner_opens(slip->reader, slip->wrong.first);
  bool no_last = slip->wrong.kind == TOK_ROW_END && !may[TOK_NUMBER];
  return no_first || no_last ? report(slip, &ccl_syntax_say_row, (ccl_str){ 0 }) : NULL;
}

/* An `end` where nothing is open. */
static ccl_diag *end_of_nothing(const ccl_slip *slip) {
  bool nothing = slip->may_come[TOK_MEASURE] && slip->may_come[TOK_ARTICLE] && slip->open == slip->wrong.first;
  return slip->wrong.kind == TOK_END && nothing ? report_with(slip, &ccl_syntax_say_end_of_nothing, wrong_text(slip),
                                                              &ccl_syntax_say_end_of_nothing_help, (ccl_str){ 0 })
                                                : NULL;
}

/* `article 5.2 acts "Title"`: a text without its quotes. */
static ccl_diag *lost_quotes(const ccl_slip *slip) {
  int kind = slip->wrong.kind;
  bool only = slip->may_come[TOK_TEXT] && !slip->may_come[TOK_NUMBER] && !slip->may_come['+'] &&
              !ccl_expected_any_name(slip->may_come);
  if (!only || begins_line(slip) || slip->wrong.first == 0)
    return NULL;
  if (kind == TOK_NAME && kind_at(slip, slip->wrong.first - 1) == TOK_NAME && slip->opens == TOK_ARTICLE &&
      slip->wrong.first == slip->open + 1)
    return report_here(slip, &ccl_syntax_say_article_number, (ccl_str){ 0 });
  ccl_str text = text_at(slip, slip->wrong.first);
  if (kind == TOK_PROSE && ccl_str_starts(text, CCL_STR("«")))
    return report_here(slip, &ccl_syntax_say_number_write,
                       ccl_str_printf("\"%s\"", ccl_str_z(ccl_str_trim(ccl_str_sub(text, 2, text.len - 2)))));
  if (kind != TOK_NUMBER && kind != TOK_NAME)
    return NULL;
  return report_with(slip, &ccl_syntax_say_lost_quotes, wrong_text(slip), &ccl_syntax_say_number_write,
                     ccl_str_printf("\"%s\"", ccl_str_z(text_at(slip, slip->wrong.first))));
}

/* `first-line`, `1st`: a name with what no name has. */
static ccl_diag *bad_name(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  bool after = slip->wrong.kind == '-' && at > 0 && kind_at(slip, at - 1) == TOK_NAME && touch(slip, at - 1, at) &&
               touch(slip, at, at + 1) && !slip->may_come['-'];
  bool before = slip->wrong.kind == TOK_NUMBER && slip->may_come[TOK_NAME] && !slip->may_come[TOK_NUMBER] &&
                kind_at(slip, at + 1) == TOK_NAME && touch(slip, at, at + 1);
  if (!after && !before)
    return NULL;
  ccl_slip whole = *slip;
  whole.span = ccl_around_span(slip->reader, after ? at - 1 : at, 1);
  for (size_t i = after ? at - 1 : at;
       touch(slip, i, i + 1) && (kind_at(slip, i + 1) == TOK_NAME || kind_at(slip, i + 1) == '-'); i++)
    whole.span.end = ccl_around_token(slip->reader, i + 1)->end;
  return report(&whole, &ccl_syntax_say_backquote_name, wrong_text(&whole));
}

/* `key id, keeping latest version` */
static ccl_diag *latest_behind_a_comma(const ccl_slip *slip) {
  size_t at = slip->wrong.first;
  if (slip->wrong.kind != TOK_KEEPING_LATEST || at < 2 || kind_at(slip, at - 1) != ',')
    return NULL;
  return report_here(slip, &ccl_syntax_say_no_comma,
                     ccl_str_printf("%s %s", ccl_str_z(text_at(slip, at - 2)),
                                    ccl_str_z(keyword(slip, TOK_KEEPING_LATEST))));
}

static ccl_diag *first_of(ccl_diag *(*const *known)(const ccl_slip *slip), const ccl_slip *slip) {
  ccl_diag *diag = NULL;
  while (*known && !diag)
    diag = (*known++)(slip);
  return diag;
}

ccl_diag *ccl_mistake_report_plain(const ccl_slip *slip) {
  static ccl_diag *(*const plain[])(const ccl_slip *) = { stray_sign,   second_contract,  chained_comparisons,
                                                          doubled_sign, letter_for_times, rung_with_a_sign,
                                                          NULL };
  return first_of(plain, slip);
}

ccl_diag *ccl_mistake_report(const ccl_slip *slip) {
  static ccl_diag *(*const known[])(const ccl_slip *) = { share_of_something,
                                                          two_numbers,
                                                          word_too_many,
                                                          keyword_as_unit,
                                                          by_said_with_per,
                                                          label_said_with_as,
                                                          beyond_in_two_words,
                                                          currency_before,
                                                          rate_without_per,
                                                          time_in_another_form,
                                                          date_in_another_form,
                                                          range_without_dots,
                                                          lost_of,
                                                          latest_behind_a_comma,
                                                          late_header,
                                                          for_each_in_an_effect,
                                                          late_clause,
                                                          late_field,
                                                          broken_row,
                                                          end_of_nothing,
                                                          lost_quotes,
                                                          bad_name,
                                                          lost_rest,
                                                          NULL };
  return first_of(known, slip);
}
