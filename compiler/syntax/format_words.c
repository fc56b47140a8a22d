/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How each piece is written on the page: names with the backquotes that they need, numbers and dates with the marks
 * of the language. Texts, prose and signs stay as they are. Keywords are format_keywords.c's.
 */
#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/characters.h"
#include "syntax/figures.h"
#include "syntax/format_private.h"

static ccl_str source_of(const ccl_format_job *job, const ccl_piece *piece) {
  return ccl_str_sub(job->source->text, piece->start, piece->end);
}

/* ---- Numbers and dates ---- */

/* Whether the whole part of a number is written in groups. */
static bool is_grouped(ccl_str written, ccl_lang lang) {
  for (size_t i = 0; i < written.len; i++) {
    bool digit = written.ptr[i] >= '0' && written.ptr[i] <= '9';
    if (!digit && written.ptr[i] != (lang == CCL_LANG_FR ? ',' : '.'))
      return true;
  }
  return false;
}

/* Groups stay where they were, with a comma or a plain blank between. */
static ccl_str write_number(const ccl_format_job *job, ccl_str written) {
  ccl_str digits = ccl_leaf_read(written, job->from).digits;
  bool grouped = is_grouped(written, job->from), french = job->to == CCL_LANG_FR;
  ptrdiff_t point = ccl_str_find(digits, CCL_STR("."));
  size_t whole = point < 0 ? digits.len : (size_t)point;
  ccl_buf text = { 0 };
  for (size_t i = 0; i < whole; i++) {
    if (grouped && i > 0 && (whole - i) % 3 == 0)
      ccl_buf_char(&text, french ? ' ' : ',');
    ccl_buf_char(&text, digits.ptr[i]);
  }
  if (whole < digits.len)
    ccl_buf_char(&text, french ? ',' : '.');
  ccl_buf_add(&text, ccl_str_sub(digits, whole + 1, digits.len));
  return ccl_buf_str(&text);
}

/* A date with the name of its month; the first of a month is `1er` in French, where it was written so or in English. */
static ccl_str write_long_date(const ccl_format_job *job, ccl_str written) {
  ccl_figure figure = ccl_leaf_read(written, job->from);
  bool ordinal = job->to == CCL_LANG_FR && figure.value.day == 1 &&
                 (job->from == CCL_LANG_EN || ccl_str_starts(written, CCL_STR("1er")));
  ccl_str month = ccl_month_word_text(figure.value.month, job->to);
  ccl_str day = ccl_str_printf("%u%s %.*s", figure.value.day, ordinal ? "er" : "", (int)month.len, month.ptr);
  return figure.token == TOK_DATE ? ccl_str_printf("%.*s %d", (int)day.len, day.ptr, figure.value.year) : day;
}

/* 2026-Q1, 2026-W40; in French T and S. */
static ccl_str write_quarter_or_week(const ccl_format_job *job, int kind, ccl_str written) {
  char letter = kind == TOK_QUARTER ? (job->to == CCL_LANG_FR ? 'T' : 'Q') : (job->to == CCL_LANG_FR ? 'S' : 'W');
  return ccl_str_printf("%.5s%c%.*s", written.ptr, letter, (int)written.len - 6, written.ptr + 6);
}

/* ---- Names ---- */

static bool is_quoted(ccl_str written) {
  return written.len > 0 && written.ptr[0] == '`';
}

static const ccl_spelling *one_word_keyword(const ccl_keywords *keywords, ccl_str name) {
  bool longer;
  ccl_str word = ccl_keywords_word(keywords, name);
  return ccl_keywords_find(keywords, &word, 1, &longer);
}

/* `de`, `en` and `in` are reserved, and values all the same (clause 1.2): where a value or a choice stands. */
static bool is_small_value(const ccl_piece *piece, const ccl_spelling *keyword) {
  if ((keyword->token != TOK_DE && keyword->token != TOK_IN) || !piece->parent)
    return false;
  static const ccl_node_kind kinds[] = { CCL_NODE_COMPARE, CCL_NODE_IN_LIST, CCL_NODE_CELL, CCL_NODE_TYPE,
                                         CCL_NODE_LOOKUP };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (piece->parent->kind == kinds[i])
      return true;
  return false;
}

/* The words that stand on either side of a name, without anything between, as they will be read. */
enum { NEIGHBOURS = 24 };
typedef struct neighbours {
  ccl_str words[2 * NEIGHBOURS];
  size_t count, own; /* which of them is the name */
} neighbours;

static void add_words(neighbours *list, const ccl_keywords *keywords, ccl_str text) {
  size_t start = 0;
  for (size_t i = 0; i <= text.len; i++) {
    bool blank = i == text.len || text.ptr[i] == ' ', apostrophe = !blank && text.ptr[i] == '\'';
    if (!blank && !apostrophe)
      continue;
    if ((i > start || apostrophe) && list->count < 2 * NEIGHBOURS)
      list->words[list->count++] = ccl_keywords_word(keywords, ccl_str_sub(text, start, apostrophe ? i + 1 : i));
    start = i + 1;
  }
}

static bool is_word(const ccl_piece *piece) {
  return (piece->kind == TOK_NAME || ccl_keyword_name(piece->kind)) && piece->text.len > 0 && piece->text.ptr[0] != '`';
}

static neighbours words_around(const ccl_format_job *job, size_t at) {
  neighbours list = { 0 };
  size_t first = at, last = at;
  while (first > 0 && at - first < 6 && is_word(&job->pieces.items[first - 1]))
    first--;
  while (last - at < 6 && is_word(&job->pieces.items[last + 1]))
    last++;
  for (size_t i = first; i <= last; i++) {
    if (i == at)
      list.own = list.count;
    add_words(&list, job->words, job->pieces.items[i].text);
  }
  return list;
}

/* Whether the words of a keyword of several words run over the name, when all are read from left to right. */
static bool joins(const ccl_format_job *job, size_t at) {
  neighbours list = words_around(job, at);
  for (size_t from = 0; from <= list.own;) {
    size_t longest = 1;
    bool longer = true;
    for (size_t count = 1; longer && from + count <= list.count; count++)
      if (ccl_keywords_find(job->words, list.words + from, count, &longer))
        longest = count;
    if (longest > 1 && from + longest > list.own)
      return true;
    from += longest;
  }
  return false;
}

static bool is_in_a_keyword(const ccl_keywords *keywords, ccl_str name) {
  ccl_str plain = ccl_utf8_plain(name);
  for (size_t i = 0; i < keywords->all.len; i++) {
    neighbours words = { 0 };
    add_words(&words, keywords, keywords->all.items[i]->key);
    for (size_t k = 0; k < words.count; k++)
      if (ccl_str_eq(words.words[k], plain))
        return true;
  }
  return false;
}

/* Whether a name needs its backquotes on the page; its text is there already, without them. */
static bool needs_quotes(const ccl_format_job *job, size_t at) {
  const ccl_piece *piece = &job->pieces.items[at];
  bool quoted = is_quoted(source_of(job, piece));
  if (!quoted && job->to == job->from)
    return false; /* it was read so */
  if (job->careful && (quoted || (job->to != job->from && is_in_a_keyword(job->words, piece->text))))
    return true;
  const ccl_spelling *keyword = one_word_keyword(job->words, piece->text);
  if (keyword && keyword->reserved && !is_small_value(piece, keyword))
    return true;
  /* The word behind a number is its unit, but not when it is a keyword. */
  bool is_unit = at > 0 && job->pieces.items[at - 1].kind == TOK_NUMBER;
  if (keyword && is_unit && keyword->token != TOK_PERIOD)
    return true;
  return joins(job, at);
}

static ccl_str name_of(const ccl_format_job *job, const ccl_piece *piece) {
  const ccl_str *respelled = ccl_format_respelled(job->names, piece->start);
  if (respelled)
    return *respelled;
  ccl_str written = source_of(job, piece);
  if (is_quoted(written))
    written = ccl_str_sub(written, 1, written.len - 1);
  return ccl_word_text(written);
}

/* ---- All ---- */

static bool is_name(const ccl_piece *piece) {
  bool word = piece->kind == TOK_NAME || ccl_keyword_name(piece->kind);
  return word && piece->owner && piece->owner->kind == CCL_NODE_NAME;
}

static ccl_str write_prose(ccl_str written) {
  ccl_buf text = { 0 };
  for (size_t i = 0; i < written.len; i++)
    if (written.ptr[i] != '\r' || i + 1 == written.len || written.ptr[i + 1] != '\n')
      ccl_buf_char(&text, written.ptr[i]);
  return ccl_buf_str(&text);
}

static ccl_str write_piece(const ccl_format_job *job, size_t at) {
  const ccl_piece *piece = &job->pieces.items[at];
  ccl_str written = source_of(job, piece);
  bool iso = written.len > 4 && written.ptr[4] == '-';
  switch (piece->kind) {
  case TOK_NUMBER: return piece->owner && piece->owner->kind == CCL_NODE_YEAR ? written : write_number(job, written);
  case TOK_DATE: return iso ? written : write_long_date(job, written);
  case TOK_DAY_OF_YEAR: return write_long_date(job, written);
  case TOK_QUARTER:
  case TOK_WEEK: return write_quarter_or_week(job, piece->kind, written);
  case TOK_PROSE: return write_prose(written);
  case TOK_FILE_END: return (ccl_str){ 0 };
  default: break;
  }
  if (piece->kind != TOK_NAME && !ccl_keyword_name(piece->kind))
    return written;
  ccl_str choice = ccl_format_choice(job, at);
  if (choice.len > 0)
    return choice;
  return piece->kind == TOK_NAME ? ccl_word_text(written) : ccl_format_keyword(job, at);
}

void ccl_format_spell(ccl_format_job *job) {
  /* Names first: whether `de` is `d'` depends on the name behind it. */
  for (size_t i = 0; i < job->pieces.len; i++)
    if (is_name(&job->pieces.items[i]))
      job->pieces.items[i].text = name_of(job, &job->pieces.items[i]);
  for (size_t i = job->pieces.len; i-- > 0;)
    if (!is_name(&job->pieces.items[i]))
      job->pieces.items[i].text = write_piece(job, i);
  for (size_t i = 0; i < job->pieces.len; i++) {
    ccl_piece *piece = &job->pieces.items[i];
    if (is_name(piece) && needs_quotes(job, i))
      piece->text = ccl_str_printf("`%.*s`", (int)piece->text.len, piece->text.ptr);
  }
}
