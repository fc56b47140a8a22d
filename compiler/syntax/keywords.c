/* SPDX-License-Identifier: Apache-2.0 */
/* Looks words up in grammar/keywords.def. Which words make one keyword is the joiner's affair, what they mean the grammar's. */
#include "syntax/keywords.h"

#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/characters.h"

static const struct {
  int token;
  const char *name, *text[2];
} keywords[] = {
#define KEYWORD(token, en, fr) { TOK_##token, #token, { en, fr } },
#include "keywords.def"
};
enum { KEYWORD_COUNT = sizeof keywords / sizeof *keywords };

static const int openers[] = {
#define OPENS(token) TOK_##token,
#include "keywords.def"
};

static const struct {
  ccl_choice_group group;
  ccl_word word;
  const char *text[2];
} choices[] = {
#define CHOICE(group, word, en, fr) { CCL_CHOICE_##group, CCL_WORD_##word, { en, fr } },
#include "keywords.def"
};
enum { CHOICE_COUNT = sizeof choices / sizeof *choices };

static const struct {
  unsigned number;
  const char *text[2];
} months[] = {
#define MONTH_NAME(number, en, fr) { number, { en, fr } },
#include "keywords.def"
};

/* The piece of `text` from *at to the next `mark`; moves *at behind it. False at the end. */
static bool next_piece(ccl_str text, char mark, size_t *at, ccl_str *piece) {
  if (*at >= text.len)
    return false;
  size_t end = *at;
  while (end < text.len && text.ptr[end] != mark)
    end++;
  *piece = ccl_str_sub(text, *at, end);
  *at = end + 1;
  return true;
}

/* The next word of a spelling: it ends at a blank, or with its apostrophe. */
static bool next_word(ccl_str text, size_t *at, ccl_str *word) {
  size_t end = *at;
  while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\'')
    end++;
  bool apostrophe = end < text.len && text.ptr[end] == '\'';
  *word = ccl_str_sub(text, *at, apostrophe ? end + 1 : end);
  *at = end < text.len ? end + 1 : end;
  if (apostrophe && *at < text.len && text.ptr[*at] == ' ')
    ++*at;
  return word->len > 0;
}

static bool reserved(ccl_lang lang, ccl_str text) {
  static const char *const lists[2] = {
#define RESERVED(lang, words) [CCL_LANG_##lang] = words,
#include "keywords.def"
  };
  ccl_str list = ccl_str_from(lists[lang]), word;
  for (size_t at = 0; next_piece(list, ' ', &at, &word);)
    if (ccl_str_eq(word, text))
      return true;
  return false;
}

static void add_spelling(ccl_keywords *all, int token, ccl_str text) {
  bool strict = text.ptr[0] == '!';
  ccl_spelling *spelling = ccl_new(ccl_spelling);
  *spelling = (ccl_spelling){ .token = token, .strict = strict, .text = ccl_str_sub(text, strict ? 1 : 0, text.len) };
  spelling->reserved = reserved(all->lang, spelling->text);
  ccl_buf key = { 0 };
  ccl_str word;
  for (size_t at = 0; next_word(spelling->text, &at, &word);) {
    if (key.len > 0)
      ccl_map_put(&all->heads, ccl_str_copy(ccl_buf_str(&key)), spelling);
    ccl_buf_add(&key, ccl_utf8_plain(word));
    ccl_buf_char(&key, ' ');
    spelling->words++;
  }
  spelling->key = ccl_buf_str(&key);
  spelling->next = ccl_map_find(&all->whole, spelling->key);
  ccl_map_put(&all->whole, spelling->key, spelling);
  ccl_vec_push(&all->all, spelling);
}

ccl_keywords *ccl_keywords_new(ccl_lang lang) {
  ccl_keywords *all = ccl_new(ccl_keywords);
  all->lang = lang;
  for (size_t i = 0; i < KEYWORD_COUNT; i++) {
    ccl_str spellings = ccl_str_from(keywords[i].text[lang]), text;
    for (size_t at = 0; next_piece(spellings, '|', &at, &text);)
      add_spelling(all, keywords[i].token, text);
  }
  static const char *const either[] = {
#define EITHER_CASE(words) words,
#include "keywords.def"
  };
  for (size_t i = 0; i < sizeof either / sizeof *either; i++) {
    ccl_str words = ccl_str_from(either[i]), word;
    for (size_t at = 0; next_piece(words, ' ', &at, &word);)
      ccl_map_put(&all->either_case, word, all);
  }
  return all;
}

ccl_str ccl_keywords_word(const ccl_keywords *all, ccl_str written) {
  ccl_str word = ccl_word_text(written);
  if (ccl_str_ends(word, CCL_STR("’"))) {
    ccl_buf plain = { 0 };
    ccl_buf_add(&plain, ccl_str_sub(word, 0, word.len - CCL_STR("’").len));
    ccl_buf_char(&plain, '\'');
    return ccl_buf_str(&plain);
  }
  bool capital = word.len > 0 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
  return capital && ccl_map_find(&all->either_case, word) ? ccl_utf8_fold(word) : word;
}

/* Whether these words are those of the spelling: each with its accents or, if the spelling is not strict, without any. */
static bool spells(const ccl_spelling *spelling, const ccl_str *words) {
  ccl_str word;
  size_t at = 0;
  for (size_t i = 0; next_word(spelling->text, &at, &word); i++)
    if (!ccl_str_eq(word, words[i]) && (spelling->strict || !ccl_str_eq(ccl_utf8_plain(word), words[i])))
      return false;
  return true;
}

const ccl_spelling *ccl_keywords_find(const ccl_keywords *all, const ccl_str *words, size_t count, bool *longer) {
  ccl_buf key = { 0 };
  for (size_t i = 0; i < count; i++) {
    ccl_buf_add(&key, ccl_utf8_plain(words[i]));
    ccl_buf_char(&key, ' ');
  }
  *longer = ccl_map_find(&all->heads, ccl_buf_str(&key)) != NULL;
  const ccl_spelling *found = ccl_map_find(&all->whole, ccl_buf_str(&key));
  while (found && !spells(found, words))
    found = found->next;
  return found;
}

bool ccl_keyword_is_soft(int token) {
  for (size_t i = 0; i < KEYWORD_COUNT; i++)
    for (size_t lang = 0; lang < 2 && keywords[i].token == token; lang++) {
      ccl_str list = ccl_str_from(keywords[i].text[lang]), text;
      for (size_t at = 0; next_piece(list, '|', &at, &text);) {
        ccl_str word = ccl_str_sub(text, text.ptr[0] == '!' ? 1 : 0, text.len);
        if (ccl_str_find(word, CCL_STR(" ")) < 0 && ccl_str_find(word, CCL_STR("'")) < 0 &&
            !reserved((ccl_lang)lang, word))
          return true;
      }
    }
  return false;
}

bool ccl_keyword_opens(int token) {
  for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
    if (openers[i] == token)
      return true;
  return false;
}

ccl_str ccl_keyword_text(int token, ccl_lang lang) {
  for (size_t i = 0; i < KEYWORD_COUNT; i++) {
    ccl_str first;
    size_t at = 0;
    if (keywords[i].token == token && next_piece(ccl_str_from(keywords[i].text[lang]), '|', &at, &first))
      return ccl_str_sub(first, first.ptr[0] == '!' ? 1 : 0, first.len);
  }
  return (ccl_str){ 0 };
}

const char *ccl_keyword_name(int token) {
  for (size_t i = 0; i < KEYWORD_COUNT; i++)
    if (keywords[i].token == token)
      return keywords[i].name;
  return NULL;
}

ccl_word ccl_choice_find(ccl_choice_group group, ccl_lang lang, ccl_str name) {
  for (size_t i = 0; i < CHOICE_COUNT; i++) {
    ccl_str list = ccl_str_from(choices[i].text[lang]), text;
    for (size_t at = 0; choices[i].group == group && next_piece(list, '|', &at, &text);)
      if (ccl_str_eq(text, name) || ccl_str_eq(ccl_utf8_plain(text), name))
        return choices[i].word;
  }
  return CCL_WORD_NONE;
}

ccl_str ccl_choice_text(ccl_choice_group group, ccl_word word, ccl_lang lang) {
  ccl_str text = { 0 };
  for (size_t i = 0; i < CHOICE_COUNT; i++) {
    size_t at = 0;
    if (choices[i].group == group && choices[i].word == word)
      next_piece(ccl_str_from(choices[i].text[lang]), '|', &at, &text);
  }
  return text;
}

ccl_str ccl_choice_list(ccl_choice_group group, ccl_lang lang) {
  ccl_buf list = { 0 };
  for (size_t i = 0; i < CHOICE_COUNT; i++) {
    if (choices[i].group != group)
      continue;
    ccl_buf_z(&list, list.len > 0 ? ", `" : "`");
    ccl_buf_add(&list, ccl_choice_text(group, choices[i].word, lang));
    ccl_buf_char(&list, '`');
  }
  return ccl_buf_str(&list);
}

unsigned ccl_month_find(ccl_str name, ccl_lang lang) {
  ccl_str folded = ccl_utf8_fold(name);
  for (size_t i = 0; i < sizeof months / sizeof *months; i++)
    if (ccl_str_eq(folded, ccl_utf8_plain(ccl_str_from(months[i].text[lang]))))
      return months[i].number;
  return 0;
}

ccl_str ccl_month_word_text(unsigned month, ccl_lang lang) {
  ccl_str text = ccl_str_from(months[month - 1].text[lang]);
  if (lang == CCL_LANG_FR)
    return text;
  ccl_buf capital = { 0 };
  ccl_buf_char(&capital, (char)(text.ptr[0] - 'a' + 'A'));
  ccl_buf_add(&capital, ccl_str_sub(text, 1, text.len));
  return ccl_buf_str(&capital);
}

/* The offset of the first word: behind a mark of byte order, blanks, line ends and comments. */
static size_t first_word_at(ccl_str text) {
  size_t at = ccl_str_starts(text, CCL_STR("\xEF\xBB\xBF")) ? 3 : 0;
  for (;;) {
    size_t next = at;
    int32_t c = ccl_utf8_next(text, &next);
    if (c == '#') {
      while (at < text.len && text.ptr[at] != '\n')
        at++;
    } else if (c >= 0 && (c == '\n' || ccl_char_classify(c) == CCL_CHAR_BLANK || ccl_utf8_is_suspicious(c))) {
      at = next;
    } else {
      return at;
    }
  }
}

bool ccl_keywords_file_lang(ccl_str text, ccl_lang *lang, ccl_str *first_word) {
  static const int kinds[] = { TOK_CONTRACT, TOK_AMENDMENT, TOK_LIBRARY };
  size_t start = first_word_at(text), end = start;
  for (size_t next = start;; end = next) {
    int32_t c = ccl_utf8_next(text, &next);
    if (c < 0 || ccl_char_classify(c) != CCL_CHAR_LETTER)
      break;
  }
  *first_word = ccl_str_sub(text, start, end);
  ccl_str word = ccl_word_text(*first_word), folded = ccl_utf8_fold(word);
  size_t nearest = 3; /* a guess is not more than two letters away */
  for (size_t i = 0; i < 6; i++) {
    ccl_lang candidate = i < 3 ? CCL_LANG_EN : CCL_LANG_FR;
    ccl_str spelled = ccl_keyword_text(kinds[i % 3], candidate);
    if (ccl_str_eq(word, spelled) || ccl_str_eq(word, ccl_utf8_plain(spelled))) {
      *lang = candidate;
      return true;
    }
    size_t distance = ccl_utf8_distance(folded, ccl_utf8_plain(spelled), 2);
    if (distance < nearest) {
      nearest = distance;
      *lang = candidate;
    }
  }
  /* What the file says further down may show its language. */
  if (nearest == 3 && ccl_str_find(text, ccl_keyword_text(TOK_CONTRACT, CCL_LANG_FR)) >= 0)
    *lang = CCL_LANG_FR;
  return false;
}
