/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of the language (clause 9; layer: syntax): what grammar/keywords.def says, ready to be looked up. Keywords are numbered as the grammar's terminals
 * (TOK_… of ccl.tab.h).
 */
#ifndef CCL_SYNTAX_KEYWORDS_H
#define CCL_SYNTAX_KEYWORDS_H

#include "base/map.h"
#include "base/source.h"
#include "syntax/ast.h"

/* Groups of words known where one of them is expected (CHOICE rows). */
typedef enum ccl_choice_group {
  CCL_CHOICE_BILLING,
  CCL_CHOICE_ARTICLE_BILLING,
  CCL_CHOICE_FISCAL_YEAR,
  CCL_CHOICE_ROUNDING,
  CCL_CHOICE_ROUNDING_SCOPE,
  CCL_CHOICE_PRORATION,
  CCL_CHOICE_COUNTED,
  CCL_CHOICE_LENGTH,
  CCL_CHOICE_DAYS,
  CCL_CHOICE_INTEREST,
  CCL_CHOICE_PERIODS,
  CCL_CHOICE_DISCOUNT
} ccl_choice_group;

/* One spelling of a keyword in one language. */
typedef struct ccl_spelling {
  int token;
  bool strict; /* its accents may not be left out */
  bool reserved; /* never a name unless between backquotes */
  uint8_t words; /* how many */
  ccl_str text; /* as keywords.def has it: one blank between words, none after an apostrophe */
  ccl_str key; /* without accents, a blank after each word: what is looked up */
  struct ccl_spelling *next; /* with the same key */
} ccl_spelling;

/* The words of one language. */
typedef struct ccl_keywords {
  ccl_lang lang;
  CCL_VEC(ccl_spelling *) all;
  ccl_map whole; /* key → the first ccl_spelling with it */
  ccl_map heads; /* keys of the first words of longer spellings */
  ccl_map either_case; /* "VAT" → itself */
} ccl_keywords;

ccl_keywords *ccl_keywords_new(ccl_lang lang);

/* A word as it is compared: NFC, ' for ’, lower case where either case is allowed. */
ccl_str ccl_keywords_word(const ccl_keywords *keywords, ccl_str written);
/* The keyword that these words (as ccl_keywords_word gives them) spell, or NULL. `longer`: whether more words could make another. */
const ccl_spelling *ccl_keywords_find(const ccl_keywords *keywords, const ccl_str *words, size_t count, bool *longer);
/* Whether a keyword also names things, in one language at least: one word, not reserved. */
bool ccl_keyword_is_soft(int token);
/* Whether a keyword opens a declaration or a header item at the start of a line. */
bool ccl_keyword_opens(int token);
/* The spelling that the formatter writes; empty where the language has none. */
ccl_str ccl_keyword_text(int token, ccl_lang lang);
/* KEYWORD's first column: "COUNT_OF"; NULL for a terminal that is no keyword. */
const char *ccl_keyword_name(int token);

/* The word of a group that a name stands for, with or without its accents; CCL_WORD_NONE when there is none. */
ccl_word ccl_choice_find(ccl_choice_group group, ccl_lang lang, ccl_str name);
/* How it is written: the first spelling. */
ccl_str ccl_choice_text(ccl_choice_group group, ccl_word word, ccl_lang lang);
/* "`monthly`, `quarterly`, `yearly`, `weekly`", for messages. */
ccl_str ccl_choice_list(ccl_choice_group group, ccl_lang lang);

/* 1 to 12 for the name of a month in a language, in either case, with or without accents; else 0. */
unsigned ccl_month_find(ccl_str name, ccl_lang lang);
ccl_str ccl_month_word_text(unsigned month, ccl_lang lang); /* "January", "janvier" */

/* The language that a file opens with: that of its first word. False when that word opens no file (then *lang is a guess). */
bool ccl_keywords_file_lang(ccl_str text, ccl_lang *lang, ccl_str *first_word);

#endif
