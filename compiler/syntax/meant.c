/* SPDX-License-Identifier: Apache-2.0 */
/* Compares words with the keywords of both languages. How it is said is for syntax_errors.c. */
#include "syntax/meant.h"

#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/around.h"
#include "syntax/joiner.h"

enum { FAR = 3, LOOK_BACK = 3 };

/* The words at `at` that a spelling would take, as they are written; empty when there are not enough on the line. */
static ccl_str words_for(const ccl_reader *reader, size_t at, const ccl_spelling *spelling) {
  ccl_buf words = { 0 };
  for (size_t i = 0; i < spelling->words; i++) {
    const ccl_token *token = ccl_around_token(reader, at + i);
    if (token->kind != TOK_NAME || token->flags & CCL_TOKEN_QUOTED || (i > 0 && token->flags & CCL_TOKEN_FIRST))
      return (ccl_str){ 0 };
    if (words.len && words.ptr[words.len - 1] != '\'')
      ccl_buf_char(&words, ' ');
    ccl_buf_add(&words, ccl_keywords_word(reader->keywords, ccl_around_written(reader, at + i, 1)));
  }
  return ccl_buf_str(&words);
}

static bool same_letters(ccl_str words, ccl_str spelling) {
  return ccl_str_eq(ccl_utf8_fold(words), ccl_utf8_fold(spelling));
}

/* How far the words are from a spelling: 0 when accents and capitals make the difference, FAR when too far. A keyword
 * of two letters is near
 * to a word of three. */
static size_t distance_to(ccl_str words, const ccl_spelling *spelling) {
  if (words.len == 0 || ccl_str_eq(words, spelling->text))
    return FAR;
  if (same_letters(words, spelling->text))
    return 0;
  size_t letters = ccl_utf8_length(spelling->text), limit = letters <= 5 ? 1 : 2;
  if (letters < 3 && ccl_utf8_length(words) != letters + 1)
    return FAR;
  size_t distance = ccl_utf8_distance(words, spelling->text, limit);
  return distance <= limit && distance < ccl_utf8_length(words) ? distance : FAR;
}

/* The nearest keyword for the words at `at` among those that may come (all when NULL), of at least `least` words. A
 * keyword that is spelled right
 * is only in the wrong place: it may be the beginning of a longer one, or lack an accent that makes another word of
 * it. */
static void find_near(const ccl_reader *reader, size_t at, const bool *may_come, size_t least, ccl_meant *best) {
  ccl_joined here = ccl_joiner_read(reader, at, 0);
  size_t right = here.kind == TOK_NAME ? 0 : here.count;
  for (size_t i = 0; i < reader->keywords->all.len; i++) {
    const ccl_spelling *spelling = reader->keywords->all.items[i];
    if (spelling->words < least || (may_come && !may_come[spelling->token]))
      continue;
    size_t distance = distance_to(words_for(reader, at, spelling), spelling);
    bool allowed = distance == 0 ? may_come || spelling->words > right
                                 : spelling->words > right && (may_come || ccl_utf8_length(spelling->text) > 2);
    if (allowed && distance < best->distance)
      *best = (ccl_meant){ spelling, distance, at, false, spelling->token };
  }
}

/* What a keyword of one language is in the other where both do not have one word for one thing, and may come here; 0
 * when nothing is. */
static int counterpart(int keyword, ccl_lang lang, const bool *may_come, bool before_text) {
  static const int pairs[][2] = { /* English, French */
                                  { TOK_FROM, TOK_DU },
                                  { TOK_FROM, TOK_DE },
                                  { TOK_FROM, TOK_BORNEE_DE },
                                  { TOK_TO, TOK_AU },
                                  { TOK_TO, TOK_A },
                                  { TOK_ON, TOK_LE },
                                  { TOK_ON, TOK_SUR },
                                  { TOK_OVER, TOK_SUR },
                                  { TOK_UNTIL, TOK_JUSQUA },
                                  { TOK_UP_TO, TOK_JUSQUA },
                                  { TOK_UNTIL, TOK_JUSQUAU },
                                  { TOK_OTHERWISE, TOK_SINON },
                                  { TOK_ELSE, TOK_SINON },
                                  { TOK_OF, TOK_DE },
                                  { TOK_WITHIN, TOK_A },
                                  { TOK_BEYOND, TOK_AU_DELA_DE },
                                  { TOK_LOWEST_OF, TOK_MINIMUM_DE },
                                  { TOK_HIGHEST_OF, TOK_MAXIMUM_DE }
  };
  if (before_text && may_come[TOK_LABEL] && (keyword == TOK_AS || keyword == TOK_LABEL))
    return lang == CCL_LANG_FR ? TOK_LABEL : TOK_AS;
  if (may_come[keyword] && ccl_keyword_text(keyword, lang).len > 0)
    return keyword;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    int theirs = pairs[i][lang == CCL_LANG_FR ? 0 : 1], ours = pairs[i][lang == CCL_LANG_FR ? 1 : 0];
    if (theirs == keyword && may_come[ours])
      return ours;
  }
  return 0;
}

/* A keyword of the other language, of at least `least` words, that may come here (anything may when may_come is
 * NULL). */
static void find_foreign(ccl_reader *reader, size_t at, const bool *may_come, size_t least, ccl_meant *best) {
  bool all[CCL_MEANT_KINDS];
  for (int kind = 0; kind < CCL_MEANT_KINDS; kind++)
    all[kind] = true;
  if (!reader->foreign)
    reader->foreign = ccl_keywords_new(reader->lang == CCL_LANG_FR ? CCL_LANG_EN : CCL_LANG_FR);
  for (size_t i = 0; i < reader->foreign->all.len; i++) {
    const ccl_spelling *spelling = reader->foreign->all.items[i];
    if (spelling->words < least || (best->foreign && spelling->words <= best->spelling->words))
      continue;
    ccl_str words = words_for(reader, at, spelling);
    if (words.len == 0 || !same_letters(words, spelling->text))
      continue;
    bool before_text = ccl_around_token(reader, at + spelling->words)->kind == TOK_TEXT;
    int own = counterpart(spelling->token, reader->lang, may_come ? may_come : all, before_text);
    if (own)
      *best = (ccl_meant){ spelling, 0, at, true, own };
  }
}

/* At the wrong word itself. */
static void find_here(ccl_reader *reader, size_t at, const bool *may_come, ccl_meant *best) {
  const ccl_token *wrong = ccl_around_token(reader, at);
  find_near(reader, at, may_come, 1, best);
  if (best->distance > 0)
    find_foreign(reader, at, may_come, 1, best);
  if (best->spelling || !(wrong->flags & CCL_TOKEN_COLUMN1))
    return;
  bool openers[CCL_MEANT_KINDS];
  for (int kind = 0; kind < CCL_MEANT_KINDS; kind++)
    openers[kind] = ccl_keyword_opens(kind);
  find_near(reader, at, openers, 1, best);
}

ccl_meant ccl_meant_find(ccl_reader *reader, size_t at, const bool *may_come) {
  ccl_meant best = { NULL, FAR, at, false, 0 };
  const ccl_token *wrong = ccl_around_token(reader, at), *before = ccl_around_token(reader, at > 0 ? at - 1 : 0);
  /* A misspelt keyword behind a number was read as its unit, and the error comes one word late. */
  if (at > 1 && before->kind == TOK_NAME && before->flags & CCL_TOKEN_FIRST &&
      ccl_around_token(reader, at - 2)->kind == TOK_NUMBER)
    find_near(reader, at - 1, NULL, 1, &best);
  if (!best.spelling && wrong->kind == TOK_NAME && !(wrong->flags & CCL_TOKEN_QUOTED))
    find_here(reader, at, may_come, &best);
  /* Of a keyword of several words the first ones may have been read as something else. */
  for (size_t back = 1; back <= LOOK_BACK && back <= at && !best.spelling; back++) {
    if (ccl_around_token(reader, at - back)->kind != TOK_NAME || ccl_around_begins_line(reader, at - back + 1))
      break;
    find_near(reader, at - back, NULL, back + 1, &best);
    if (!best.spelling)
      find_foreign(reader, at - back, NULL, back + 1, &best);
  }
  return best;
}
