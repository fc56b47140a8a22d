/* SPDX-License-Identifier: Apache-2.0 */
/* Looks at the words around a mistake. What is said of it is for syntax_errors.c and mistakes.c. */
#include "syntax/around.h"

#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/joiner.h"
#include "syntax/messages.h"

const ccl_token *ccl_around_token(const ccl_reader *reader, size_t at) {
  size_t last = reader->tokens.all.len - 1;
  return &reader->tokens.all.items[at < last ? at : last];
}

ccl_str ccl_around_written(const ccl_reader *reader, size_t first, size_t count) {
  return ccl_reader_text(reader, ccl_around_token(reader, first)->start,
                         ccl_around_token(reader, first + (count ? count - 1 : 0))->end);
}

ccl_span ccl_around_span(const ccl_reader *reader, size_t first, size_t count) {
  return (ccl_span){ reader->file, ccl_around_token(reader, first)->start,
                     ccl_around_token(reader, first + (count ? count - 1 : 0))->end };
}

ccl_str ccl_around_quoted(const ccl_reader *reader, ccl_span span) {
  ccl_str text = ccl_source_text(reader->sources, span);
  if (text.len > 2 && ccl_str_starts(text, CCL_STR("`")) && ccl_str_ends(text, CCL_STR("`")))
    text = ccl_str_sub(text, 1, text.len - 1);
  return ccl_utf8_escape(text, CCL_AROUND_LENGTH);
}

bool ccl_around_begins_line(const ccl_reader *reader, size_t at) {
  const ccl_token *token = ccl_around_token(reader, at);
  return token->kind == 0 || token->flags & CCL_TOKEN_FIRST;
}

size_t ccl_around_next_line(const ccl_reader *reader, size_t at) {
  size_t end = reader->tokens.all.len - 1;
  do
    at++;
  while (at < end && !ccl_around_begins_line(reader, at));
  return at < end ? at : end;
}

ccl_joined ccl_around_before(const ccl_reader *reader, size_t at) {
  ccl_joined last = { 0, at - 1, 1 };
  for (size_t i = ccl_joiner_line_first(reader, at - 1); i < at;) {
    ccl_joined here = ccl_joiner_read(reader, i, last.kind);
    if (i + here.count > at)
      break;
    last = here;
    i += here.count;
  }
  return last.first + last.count == at ? last : (ccl_joined){ ccl_around_token(reader, at - 1)->kind, at - 1, 1 };
}

bool ccl_around_is_header(int kind) {
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

/* Whether the block that opens at `open` is closed before `at`: an `end` stands alone on its line for each ladder and
 * for itself. */
static bool closed_between(const ccl_reader *reader, size_t open, size_t at) {
  unsigned depth = 1;
  for (size_t line = ccl_around_next_line(reader, open); line < at; line = ccl_around_next_line(reader, line)) {
    int kind = ccl_joiner_read(reader, line, 0).kind;
    if (kind == TOK_DEPENDING_ON)
      depth++;
    else if (kind == TOK_END && ccl_around_begins_line(reader, line + 1) && --depth == 0)
      return true;
  }
  return false;
}

size_t ccl_around_opener(const ccl_reader *reader, size_t at) {
  for (size_t line = ccl_joiner_line_first(reader, at);; line = ccl_joiner_line_first(reader, line - 1)) {
    const ccl_token *token = ccl_around_token(reader, line);
    if (token->kind != 0 && token->flags & CCL_TOKEN_COLUMN1 &&
        (ccl_joiner_opens(reader, line) || ccl_around_is_header(ccl_joiner_read(reader, line, 0).kind)))
      return closed_between(reader, line, at) ? at : line;
    if (line == 0)
      return at;
  }
}

/* A declaration is called by a noun of its own. */
static const ccl_message *noun(int keyword) {
  static const struct {
    int keyword;
    const ccl_message *message;
  } nouns[] = {
    { TOK_UNIT, &ccl_syntax_say_the_unit },           { TOK_ACTIVITY, &ccl_syntax_say_the_activity },
    { TOK_INPUT, &ccl_syntax_say_the_input },         { TOK_SERIES, &ccl_syntax_say_the_series },
    { TOK_PARAMETER, &ccl_syntax_say_the_parameter }, { TOK_DEFINE, &ccl_syntax_say_the_function },
    { TOK_MEASURE, &ccl_syntax_say_the_measure },     { TOK_TIERS, &ccl_syntax_say_the_tiers },
    { TOK_GRID, &ccl_syntax_say_the_grid },           { TOK_CALENDAR, &ccl_syntax_say_the_calendar },
    { TOK_HOLIDAYS, &ccl_syntax_say_the_holidays },   { TOK_PHASE, &ccl_syntax_say_the_phase },
    { TOK_ARTICLE, &ccl_syntax_say_the_article },     { TOK_EXAMPLE, &ccl_syntax_say_the_example },
    { TOK_CLIENT, &ccl_syntax_say_the_client },       { TOK_PROVIDER, &ccl_syntax_say_the_provider },
  };
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    if (nouns[i].keyword == keyword)
      return nouns[i].message;
  return NULL;
}

ccl_str ccl_around_reading(const ccl_reader *reader, size_t opener) {
  ccl_joined keyword = ccl_joiner_read(reader, opener, 0);
  if (!ccl_keyword_opens(keyword.kind) && !ccl_around_is_header(keyword.kind))
    return (ccl_str){ 0 };
  size_t name = opener + keyword.count;
  if (keyword.kind == TOK_ARTICLE && ccl_around_token(reader, name)->kind == TOK_TEXT &&
      ccl_around_token(reader, name + 1)->kind == TOK_NAME && name + 1 != reader->last.first)
    name++;
  const ccl_token *token = ccl_around_token(reader, name);
  const ccl_message *message = noun(keyword.kind);
  ccl_str words = ccl_around_written(reader, opener, keyword.count);
  /* What is wrong, or stands on another line, is no name. */
  if (!message || (token->kind != TOK_NAME && token->kind != TOK_TEXT) || ccl_around_begins_line(reader, name) ||
      name == reader->last.first)
    return ccl_str_printf("`%s`", ccl_str_z(words));
  if (keyword.kind == TOK_ARTICLE && token->kind == TOK_TEXT)
    return ccl_str_printf("`%s %s`", ccl_str_z(words),
                          ccl_str_z(ccl_utf8_escape(ccl_around_written(reader, name, 1), CCL_AROUND_LENGTH)));
  return ccl_message_text(message, reader->lang,
                          CCL_ARGS(ccl_utf8_escape(ccl_around_written(reader, name, 1), CCL_AROUND_LENGTH)));
}

void ccl_around_context(const ccl_reader *reader, ccl_diag *diag, size_t opener) {
  if (ccl_joiner_read(reader, opener, 0).kind != TOK_ARTICLE ||
      ccl_around_token(reader, opener + 1)->kind != TOK_TEXT || ccl_around_token(reader, opener + 3)->kind != TOK_TEXT)
    return;
  ccl_str number = ccl_around_written(reader, opener + 1, 1);
  bool closed = number.len > 1 && ccl_str_ends(number, CCL_STR("\""));
  ccl_str title = ccl_utf8_escape(ccl_around_written(reader, opener + 3, 1), 2 * CCL_AROUND_LENGTH);
  diag->context = ccl_str_printf(
      "%s %s %s", ccl_str_z(ccl_around_written(reader, opener, 1)),
      ccl_str_z(ccl_utf8_escape(ccl_str_sub(number, 1, number.len - (closed ? 1 : 0)), CCL_AROUND_LENGTH)),
      ccl_str_z(title));
}
