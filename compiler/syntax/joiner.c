/* SPDX-License-Identifier: Apache-2.0 */
/* Joins words into keywords, and leads the parser on after an error. Which terminal may stand where is left to the
 * grammar. */
#include "syntax/joiner.h"

#include "base/limits.h"
#include "ccl.tab.h"
#include "syntax/syntax_errors.h"

enum { LONGEST_KEYWORD = 12 }; /* words */

static const ccl_token *token_at(const ccl_reader *reader, size_t at) {
  size_t last = reader->tokens.all.len - 1; /* the end of the file */
  return &reader->tokens.all.items[at < last ? at : last];
}

static bool plain_word(const ccl_token *token) {
  return token->kind == TOK_NAME && !(token->flags & CCL_TOKEN_QUOTED);
}

/* The longest keyword that begins at `at`, or NULL. */
static const ccl_spelling *longest_keyword(const ccl_reader *reader, size_t at) {
  const ccl_spelling *longest = NULL;
  ccl_str words[LONGEST_KEYWORD];
  bool longer = true;
  for (size_t count = 0; longer && count < LONGEST_KEYWORD;) {
    const ccl_token *token = token_at(reader, at + count);
    if (!plain_word(token))
      break;
    words[count++] = ccl_keywords_word(reader->keywords, ccl_reader_text(reader, token->start, token->end));
    const ccl_spelling *found = ccl_keywords_find(reader->keywords, words, count, &longer);
    longest = found ? found : longest;
  }
  return longest;
}

/* The look-aheads and the look-back of grammar-notes 4: `in (`, `as "…"`, and French `nombre` as a unit. */
static void look_around(const ccl_reader *reader, int before, ccl_joined *joined) {
  int behind = token_at(reader, joined->first + joined->count)->kind;
  if (joined->kind == TOK_IN && behind == '(' && reader->lang == CCL_LANG_EN) {
    joined->kind = TOK_IN_LIST;
  } else if (joined->kind == TOK_AS && behind == TOK_TEXT && reader->lang == CCL_LANG_EN) {
    joined->kind = TOK_LABEL;
  } else if (joined->kind == TOK_COUNT_OF && reader->lang == CCL_LANG_FR && (before == TOK_IN || before == TOK_AS)) {
    joined->kind = TOK_NUMBER_TYPE;
    joined->count = 1;
  }
}

ccl_joined ccl_joiner_read(const ccl_reader *reader, size_t at, int before) {
  const ccl_token *token = token_at(reader, at);
  ccl_joined joined = { token->kind == 0 ? TOK_FILE_END : token->kind, at, 1 };
  const ccl_spelling *keyword = longest_keyword(reader, at);
  if (keyword) {
    joined.kind = keyword->token;
    joined.count = keyword->words;
    look_around(reader, before, &joined);
  }
  return joined;
}

bool ccl_joiner_row_ends(const ccl_reader *reader, size_t at) {
  return at > 0 && token_at(reader, at - 1)->kind == '|' && token_at(reader, at)->flags & CCL_TOKEN_FIRST;
}

ccl_loc ccl_joiner_loc(const ccl_reader *reader, ccl_joined joined) {
  const ccl_token *first = token_at(reader, joined.first);
  if (joined.kind == TOK_ROW_END && joined.first > 0) {
    uint32_t behind = token_at(reader, joined.first - 1)->end;
    return (ccl_loc){ behind, behind, behind };
  }
  if (joined.count == 0)
    return (ccl_loc){ first->start, first->start, first->start };
  uint32_t end = token_at(reader, joined.first + joined.count - 1)->end;
  return (ccl_loc){ first->start, end, end };
}

/* Counts brackets; false when one opens too deep (said once, and reading resumes elsewhere). */
static bool bracket_fits(ccl_reader *reader, ccl_joined joined) {
  if ((joined.kind == ')' || joined.kind == ']') && reader->brackets > 0)
    reader->brackets--;
  if (joined.kind != '(' && joined.kind != '[')
    return true;
  if (++reader->brackets <= CCL_LIMIT_NESTING)
    return true;
  ccl_syntax_report_nesting(reader, ccl_joiner_loc(reader, joined));
  reader->muted = true;
  return false;
}

/* A line that begins with | while a row is open: that row has no | at its end. */
static bool row_breaks_off(const ccl_reader *reader) {
  const ccl_token *token = token_at(reader, reader->at);
  return reader->in_row && token->kind == '|' && token->flags & CCL_TOKEN_FIRST;
}

ccl_joined ccl_joiner_next(ccl_reader *reader) {
  ccl_joined joined = { 0, reader->at, 0 };
  if (reader->expression && !reader->started) {
    joined.kind = TOK_START_EXPRESSION;
    reader->started = true;
  } else if (reader->resync) {
    joined.kind = reader->resync;
    reader->resync = 0;
  } else if (reader->last.kind == TOK_FILE_END) {
    joined.kind = 0;
  } else if (!reader->row_ended && (ccl_joiner_row_ends(reader, reader->at) || row_breaks_off(reader))) {
    joined.kind = TOK_ROW_END;
    reader->row_ended = true;
    reader->in_row = false;
  } else {
    joined = ccl_joiner_read(reader, reader->at, reader->last.kind);
    reader->row_ended = false;
    reader->in_row = reader->in_row || joined.kind == '|';
    reader->at += joined.count;
  }
  reader->last = joined;
  if (!bracket_fits(reader, joined)) {
    ccl_joiner_resync(reader);
    reader->last.kind = joined.kind = TOK_CCL_YYerror;
  }
  return joined;
}

bool ccl_joiner_opens(const ccl_reader *reader, size_t at) {
  const ccl_token *token = token_at(reader, at);
  if (token->kind == 0)
    return true;
  return token->flags & CCL_TOKEN_COLUMN1 && ccl_keyword_opens(ccl_joiner_read(reader, at, 0).kind);
}

size_t ccl_joiner_line_first(const ccl_reader *reader, size_t at) {
  while (at > 0 && !(token_at(reader, at)->flags & CCL_TOKEN_FIRST))
    at--;
  return at;
}

/* Reading may go on at a token twice, at the first word of a declaration three times more: each time closes a block.
 * It never goes back behind the
 * place where it went on last, so that it ends. */
static bool may_resume(const ccl_reader *reader, size_t at, unsigned times) {
  return at + 1 > reader->resumed || (at + 1 == reader->resumed && reader->resumed_times < times);
}

void ccl_joiner_resync(ccl_reader *reader) {
  size_t wrong = reader->last.first, end = reader->tokens.all.len - 1;
  size_t first = ccl_joiner_line_first(reader, wrong);
  size_t to = wrong;
  if (reader->given_up) {
    to = end;
  } else if (reader->resume_at > 0 && may_resume(reader, reader->resume_at - 1, 1)) {
    to = reader->resume_at - 1;
  } else if (ccl_joiner_opens(reader, first) && may_resume(reader, first, first == wrong ? 4 : 1)) {
    to = first;
  } else if (first != wrong || !may_resume(reader, wrong, 1)) {
    do
      to++;
    while (to < end && !(token_at(reader, to)->flags & CCL_TOKEN_FIRST));
  }
  to = to < end ? to : end;
  reader->resume_at = 0;
  reader->resumed_times = reader->resumed == to + 1 ? reader->resumed_times + 1 : 1;
  reader->resumed = to + 1;
  reader->at = to;
  reader->last = (ccl_joined){ 0, to, 0 };
  reader->row_ended = true;
  reader->in_row = false;
  reader->brackets = 0;
  reader->resync = ccl_joiner_opens(reader, to) ? TOK_RESYNC_DECL : TOK_RESYNC;
  /* A declaration in column 1 is a place that cannot be mistaken: what is wrong from there on is said. */
  if (reader->resync == TOK_RESYNC_DECL && to < end)
    reader->muted = false;
}
