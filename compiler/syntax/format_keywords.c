/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keywords and chosen words on the page: the first spelling with its accents, but what agrees with a noun or elides
 * before a vowel stays as it was written. In the other language a word with two meanings is told apart by the node
 * that it belongs to.
 */
#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/format_private.h"

enum { LONGEST = 12 }; /* words of a keyword */

/* ---- The words of a spelling ---- */

typedef struct phrase {
  ccl_str words[LONGEST];
  size_t count;
} phrase;

/* Cut at blanks, and behind an apostrophe. */
static phrase cut(ccl_str text) {
  phrase cut = { 0 };
  size_t start = 0;
  for (size_t i = 0; i <= text.len && cut.count < LONGEST; i++) {
    bool blank = i == text.len || text.ptr[i] == ' ', apostrophe = !blank && text.ptr[i] == '\'';
    if (!blank && !apostrophe)
      continue;
    if (i > start || apostrophe)
      cut.words[cut.count++] = ccl_str_sub(text, start, apostrophe ? i + 1 : i);
    start = i + 1;
  }
  return cut;
}

/* The `de`, `des`, `d'` at the end, which goes with the noun behind. */
static ccl_str particle(phrase of) {
  ccl_str last = of.count > 0 ? of.words[of.count - 1] : (ccl_str){ 0 };
  return ccl_str_is(last, "de") || ccl_str_is(last, "des") || ccl_str_is(last, "d'") ? last : (ccl_str){ 0 };
}

static bool same_stem(ccl_str a, ccl_str b) {
  size_t common = 0;
  while (common < a.len && common < b.len && a.ptr[common] == b.ptr[common])
    common++;
  return common >= 3 || (common == a.len && common == b.len);
}

/* Whether two spellings are one but for gender, number and elision. */
static bool agree(ccl_str a, ccl_str b) {
  phrase left = cut(a), right = cut(b);
  size_t count = left.count - (particle(left).len > 0), others = right.count - (particle(right).len > 0);
  if (count != others)
    return false;
  for (size_t i = 0; i < count; i++)
    if (!same_stem(left.words[i], right.words[i]))
      return false;
  return true;
}

/* The first spelling of a keyword in a language, or NULL. */
static const ccl_spelling *first_spelling(const ccl_keywords *keywords, int token) {
  for (size_t i = 0; i < keywords->all.len; i++)
    if (keywords->all.items[i]->token == token)
      return keywords->all.items[i];
  return NULL;
}

/* The spelling of `first`'s family with this particle; `first` when there is none. */
static ccl_str with_particle(const ccl_keywords *keywords, const ccl_spelling *first, ccl_str wanted) {
  for (size_t i = 0; i < keywords->all.len; i++) {
    const ccl_spelling *each = keywords->all.items[i];
    if (each->token == first->token && agree(each->text, first->text) && ccl_str_eq(particle(cut(each->text)), wanted))
      return each->text;
  }
  return first->text;
}

/* Days have a capital in English. */
static ccl_str capital(int token, ccl_lang lang, ccl_str text) {
  static const int days[] = {
    TOK_MONDAY, TOK_TUESDAY, TOK_WEDNESDAY, TOK_THURSDAY, TOK_FRIDAY, TOK_SATURDAY, TOK_SUNDAY
  };
  for (size_t i = 0; lang == CCL_LANG_EN && i < 7; i++)
    if (days[i] == token)
      return ccl_str_printf("%c%.*s", text.ptr[0] - 'a' + 'A', (int)text.len - 1, text.ptr + 1);
  return text;
}

/* ---- In the language of the file ---- */

static ccl_str respell(const ccl_format_job *job, const ccl_piece *piece) {
  const ccl_reader *reader = &job->reader;
  ccl_str words[LONGEST];
  size_t count = piece->count < LONGEST ? piece->count : LONGEST;
  for (size_t i = 0; i < count; i++) {
    const ccl_token *token = &reader->tokens.all.items[piece->first + i];
    words[i] = ccl_keywords_word(reader->keywords, ccl_reader_text(reader, token->start, token->end));
  }
  bool longer;
  const ccl_spelling *found = ccl_keywords_find(reader->keywords, words, count, &longer);
  if (!found)
    CCL_BUG("a keyword that has no spelling");
  const ccl_spelling *first = first_spelling(reader->keywords, found->token);
  if (found->token == TOK_DU)
    return found->text; /* `du` and `à compter du` are equals (clause 9) */
  ccl_str text = agree(found->text, first->text) ? found->text
                                                 : with_particle(reader->keywords, first, particle(cut(found->text)));
  return capital(found->token, job->from, text);
}

/* ---- In the other language ---- */

#define ANYWHERE CCL_NODES_COUNT
#define HOMONYM(language, token, node, other)                                                                          \
  { CCL_LANG_##language, TOK_##token, node, TOK_##other }

/* A word of `lang` that is another keyword in the other language, by the node that it belongs to; a row for any node
 * is the last of its word. */
static const struct {
  ccl_lang lang;
  int token;
  ccl_node_kind owner;
  int other;
} homonyms[] = {
  HOMONYM(FR, DU, ANYWHERE, FROM),
  HOMONYM(FR, DE, CCL_NODE_AGGREGATE, OF),
  HOMONYM(FR, DE, ANYWHERE, FROM),
  HOMONYM(FR, BORNEE_DE, ANYWHERE, FROM),
  HOMONYM(FR, AU, ANYWHERE, TO),
  HOMONYM(FR, A, CCL_NODE_PAYMENT, WITHIN),
  HOMONYM(FR, A, ANYWHERE, TO),
  HOMONYM(FR, AU_PAS_DE, ANYWHERE, TO),
  HOMONYM(FR, JUSQUA, CCL_NODE_UNTIL, UNTIL),
  HOMONYM(FR, JUSQUA, ANYWHERE, UP_TO),
  HOMONYM(FR, JUSQUAU, ANYWHERE, UNTIL),
  HOMONYM(FR, SUR, CCL_NODE_AGGREGATE, OVER),
  HOMONYM(FR, SUR, ANYWHERE, ON),
  HOMONYM(FR, LE, ANYWHERE, ON),
  HOMONYM(FR, SINON, CCL_NODE_RUNG, OTHERWISE),
  HOMONYM(FR, SINON, CCL_NODE_BAND, OTHERWISE),
  HOMONYM(FR, SINON, ANYWHERE, ELSE),
  HOMONYM(FR, IN_LIST, ANYWHERE, IN),
  HOMONYM(FR, LABEL, ANYWHERE, AS),
  HOMONYM(FR, MINIMUM_DE, CCL_NODE_AGGREGATE, LOWEST_OF),
  HOMONYM(FR, MINIMUM_DE, ANYWHERE, MINIMUM),
  HOMONYM(FR, MAXIMUM_DE, CCL_NODE_AGGREGATE, HIGHEST_OF),
  HOMONYM(FR, MAXIMUM_DE, ANYWHERE, MAXIMUM),
  HOMONYM(FR, AU_DELA_DE, ANYWHERE, BEYOND),
  HOMONYM(EN, FROM, CCL_NODE_RUNG, DE),
  HOMONYM(EN, FROM, CCL_NODE_INPUT, BORNEE_DE),
  HOMONYM(EN, FROM, ANYWHERE, DU),
  HOMONYM(EN, OF, ANYWHERE, DE),
  HOMONYM(EN, TO, CCL_NODE_RUNG, A),
  HOMONYM(EN, TO, CCL_NODE_INPUT, A),
  HOMONYM(EN, TO, CCL_NODE_ROUNDING, A),
  HOMONYM(EN, TO, ANYWHERE, AU),
  HOMONYM(EN, UNTIL, CCL_NODE_UNTIL, JUSQUA),
  HOMONYM(EN, UNTIL, ANYWHERE, JUSQUAU),
  HOMONYM(EN, UP_TO, ANYWHERE, JUSQUA),
  HOMONYM(EN, ON, CCL_NODE_HOLIDAY, LE),
  HOMONYM(EN, ON, ANYWHERE, SUR),
  HOMONYM(EN, OVER, ANYWHERE, SUR),
  HOMONYM(EN, OTHERWISE, ANYWHERE, SINON),
  HOMONYM(EN, ELSE, ANYWHERE, SINON),
  HOMONYM(EN, WITHIN, ANYWHERE, A),
  HOMONYM(EN, LOWEST_OF, ANYWHERE, MINIMUM_DE),
  HOMONYM(EN, HIGHEST_OF, ANYWHERE, MAXIMUM_DE),
  HOMONYM(EN, BEYOND, CCL_NODE_CHARGE, AU_DELA_DE),
};

static int other_token(const ccl_format_job *job, size_t at) {
  const ccl_piece *piece = &job->pieces.items[at];
  ccl_node_kind owner = piece->owner ? piece->owner->kind : CCL_NODE_ERROR;
  for (size_t i = 0; i < sizeof homonyms / sizeof *homonyms; i++)
    if (homonyms[i].lang == job->from && homonyms[i].token == piece->kind &&
        (homonyms[i].owner == owner || homonyms[i].owner == ANYWHERE))
      return homonyms[i].other;
  return piece->kind;
}

bool ccl_format_elides(ccl_str text) {
  ccl_str plain = ccl_utf8_fold(text);
  static const char vowels[] = "aeiou";
  for (size_t i = 0; plain.len > 0 && vowels[i]; i++)
    if (plain.ptr[0] == vowels[i])
      return true;
  return false;
}

/* `de` before a vowel is `d'`, `lorsque` is `lorsqu'`; English has neither. */
static ccl_str elide(const ccl_keywords *keywords, const ccl_spelling *first) {
  phrase words = cut(first->text);
  if (ccl_str_is(particle(words), "de"))
    return with_particle(keywords, first, CCL_STR("d'"));
  for (size_t i = 0; i < keywords->all.len; i++) {
    const ccl_spelling *each = keywords->all.items[i];
    if (each->token == first->token && words.count == 1 && particle(cut(each->text)).len == 0 &&
        ccl_str_ends(each->text, CCL_STR("'")) && agree(each->text, first->text))
      return each->text;
  }
  return first->text;
}

static ccl_str translate(const ccl_format_job *job, size_t at) {
  int token = other_token(job, at);
  if (token == TOK_LAST_PERIODS && job->to == CCL_LANG_EN)
    return ccl_choice_text(CCL_CHOICE_PERIODS, CCL_WORD_LAST_PERIODS, CCL_LANG_EN);
  if (token == TOK_THIRTIETHS && job->to == CCL_LANG_EN)
    return ccl_choice_text(CCL_CHOICE_PRORATION, CCL_WORD_THIRTIETHS, CCL_LANG_EN);
  const ccl_spelling *first = first_spelling(job->words, token);
  if (!first)
    CCL_BUG("a keyword that the other language does not have");
  const ccl_piece *behind = &job->pieces.items[at + 1];
  bool word = behind->kind == TOK_NAME || ccl_keyword_name(behind->kind) != NULL;
  bool elides = word && behind->text.len > 0 && behind->text.ptr[0] != '`' && ccl_format_elides(behind->text);
  return capital(token, job->to, elides ? elide(job->words, first) : first->text);
}

ccl_str ccl_format_keyword(const ccl_format_job *job, size_t at) {
  return job->to == job->from ? respell(job, &job->pieces.items[at]) : translate(job, at);
}

/* ---- Chosen words ---- */

typedef struct chosen {
  ccl_choice_group group;
  ccl_word word;
  const char *text[2];
} chosen;

static const chosen choices[] = {
#define CHOICE(group, word, en, fr) { CCL_CHOICE_##group, CCL_WORD_##word, { en, fr } },
#include "keywords.def"
};

/* Where a word of a group may stand: of a CHOICE node the parent, else the node itself. */
static const struct {
  ccl_node_kind owner;
  ccl_choice_group group;
  bool is_counted; /* a number stands before it: `1 month`, `2 months` */
} places[] = {
  { CCL_NODE_BILLING, CCL_CHOICE_BILLING, false },
  { CCL_NODE_FISCAL_YEAR, CCL_CHOICE_FISCAL_YEAR, false },
  { CCL_NODE_ROUNDING, CCL_CHOICE_ROUNDING, false },
  { CCL_NODE_ROUNDING, CCL_CHOICE_ROUNDING_SCOPE, false },
  { CCL_NODE_PRORATION, CCL_CHOICE_PRORATION, false },
  { CCL_NODE_COUNTED, CCL_CHOICE_COUNTED, false },
  { CCL_NODE_LATE_INTEREST, CCL_CHOICE_INTEREST, false },
  { CCL_NODE_EARLY_DISCOUNT, CCL_CHOICE_DISCOUNT, false },
  { CCL_NODE_LENGTH, CCL_CHOICE_LENGTH, true },
  { CCL_NODE_PAYMENT, CCL_CHOICE_DAYS, true },
  { CCL_NODE_HOLIDAY, CCL_CHOICE_DAYS, true },
  { CCL_NODE_WINDOW, CCL_CHOICE_PERIODS, true },
};

/* The n-th spelling of a list a|b|c, with NULL for `wanted`; else the one that `wanted` spells, with or without its
 * accents. Empty: none. */
static ccl_str spelling_of(const char *list, size_t n, const ccl_str *wanted) {
  ccl_str text = ccl_str_from(list);
  size_t start = 0;
  for (size_t i = 0; i <= text.len; i++) {
    if (i < text.len && text.ptr[i] != '|')
      continue;
    ccl_str each = ccl_str_sub(text, start, i);
    if (wanted ? ccl_str_eq(each, *wanted) || ccl_str_eq(ccl_utf8_plain(each), *wanted) : n == 0)
      return each;
    n -= n > 0;
    start = i + 1;
  }
  return (ccl_str){ 0 };
}

static bool is_one(const ccl_format_job *job, size_t at) {
  if (at == 0 || job->pieces.items[at - 1].kind != TOK_NUMBER)
    return false;
  const ccl_piece *number = &job->pieces.items[at - 1];
  return ccl_str_is(ccl_str_sub(job->source->text, number->start, number->end), "1");
}

static ccl_str write_choice(const ccl_format_job *job, size_t at, const chosen *choice, ccl_str written,
                            bool is_counted) {
  if (job->to == job->from)
    return spelling_of(choice->text[job->from], 0, &written);
  if (choice->group == CCL_CHOICE_PERIODS && job->to == CCL_LANG_FR && !is_one(job, at))
    return ccl_keyword_text(TOK_LAST_PERIODS, CCL_LANG_FR);
  ccl_str singular = is_counted && is_one(job, at) ? spelling_of(choice->text[job->to], 1, NULL) : (ccl_str){ 0 };
  return singular.len > 0 ? singular : spelling_of(choice->text[job->to], 0, NULL);
}

ccl_str ccl_format_choice(const ccl_format_job *job, size_t at) {
  const ccl_piece *piece = &job->pieces.items[at];
  if (!piece->owner)
    return (ccl_str){ 0 };
  const ccl_node *node = piece->owner->kind == CCL_NODE_CHOICE ? piece->parent : piece->owner;
  ccl_str written = ccl_utf8_nfc(ccl_str_sub(job->source->text, piece->start, piece->end));
  if (ccl_str_starts(written, CCL_STR("`")))
    written = ccl_str_sub(written, 1, written.len - 1);
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    if (!node || places[i].owner != node->kind)
      continue;
    for (size_t k = 0; k < sizeof choices / sizeof *choices; k++)
      if (choices[k].group == places[i].group && spelling_of(choices[k].text[job->from], 0, &written).len > 0)
        return write_choice(job, at, &choices[k], written, places[i].is_counted);
  }
  return (ccl_str){ 0 };
}
