/* SPDX-License-Identifier: Apache-2.0 */
/* Reads prose from left to right, word by word, and keeps what is a figure. */
#include "check/prose_scan.h"

#include "base/utf8.h"
#include "syntax/characters.h"
#include "syntax/figures.h"

typedef struct scan {
  const ccl_checking *checking;
  ccl_lang lang;
  ccl_span whole;
  ccl_str text;
  size_t at;
  bool after_reference; /* the word before, or the list of numbers before, is a reference */
  ccl_str last_word; /* folded; empty after anything but blanks */
  size_t last_at; /* where the last word or sign before the figure begins */
  ccl_prose *prose;
} scan;

/* ---- Characters and words ---- */

static ccl_char_class class_at(const scan *s, size_t at) {
  size_t next = at;
  return at < s->text.len ? ccl_char_classify(ccl_utf8_next(s->text, &next)) : CCL_CHAR_OTHER;
}

static size_t past(const scan *s, size_t at) {
  if (at < s->text.len)
    (void)ccl_utf8_next(s->text, &at);
  return at;
}

static bool is_blank(const scan *s, size_t at) {
  return at < s->text.len && (s->text.ptr[at] == '\n' || class_at(s, at) == CCL_CHAR_BLANK);
}

static size_t past_blanks(const scan *s, size_t at) {
  while (is_blank(s, at))
    at = past(s, at);
  return at;
}

/* The letters (digits not) from here on. */
static ccl_str letters_at(const scan *s, size_t at) {
  size_t end = at;
  while (class_at(s, end) == CCL_CHAR_LETTER)
    end = past(s, end);
  return ccl_str_sub(s->text, at, end);
}

static bool begins(const scan *s, size_t at, const char *sign) {
  return ccl_str_starts(ccl_str_sub(s->text, at, s->text.len), ccl_str_from(sign));
}

static bool is_one_of(ccl_str word, const char *const *list) {
  for (; *list; list++)
    if (ccl_str_is(word, *list))
      return true;
  return false;
}

/* ---- Words that matter ---- */

static bool is_reference(ccl_str folded) {
  static const char *const words[] = {
    "article",   "articles",   "art",       "section",  "sections", "annex",   "annexe",   "annexes",   "annexs",
    "clause",    "clauses",    "appendix",  "schedule", "exhibit",  "chapter", "chapitre", "paragraph", "paragraphe",
    "alinea",    "titre",      "numero",    "no",       "nos",      "n",       "loi",      "law",       "act",
    "reglement", "regulation", "directive", "decret",   "norme",    "iso",     "page",     "pages",     "version",
    "avenant",   "amendment",  "lot",       "tableau",  "table",    "figure",  NULL
  };
  return is_one_of(folded, words);
}

/* What may stand between two numbers of one reference. */
static bool is_joining(ccl_str folded) {
  static const char *const words[] = { "et", "and", "ou", "or", "a", "to", "au", "aux", NULL };
  return is_one_of(folded, words);
}

static bool is_rank(ccl_str folded) {
  static const char *const words[] = { "er", "ere", "e", "eme", "nd", "nde", "st", "rd", "th", "re", NULL };
  return is_one_of(folded, words);
}

static const char *const month_names[][2] = {
  { "january", "janvier" }, { "february", "fevrier" },  { "march", "mars" },
  { "april", "avril" },     { "may", "mai" },           { "june", "juin" },
  { "july", "juillet" },    { "august", "aout" },       { "september", "septembre" },
  { "october", "octobre" }, { "november", "novembre" }, { "december", "decembre" },
};

/* 1 to 12; 0: no month. */
static int month_of(ccl_str folded) {
  for (int i = 0; i < 12; i++)
    if (ccl_str_is(folded, month_names[i][0]) || ccl_str_is(folded, month_names[i][1]))
      return i + 1;
  return 0;
}

/* € $ £, EUR, euros, k€: how many bytes; 0: no currency. *times: 1000 for k€. */
static size_t currency_at(const scan *s, size_t at, int64_t *times) {
  static const char *const words[] = { "eur",    "euro",    "euros", "usd",    "gbp", "chf", "mad", "xof",
                                       "dollar", "dollars", "pound", "pounds", "ht",  "ttc", NULL };
  *times = 1;
  size_t from = at;
  if (begins(s, at, "k€") || begins(s, at, "K€"))
    *times = 1000;
  if (begins(s, at, "M€"))
    *times = 1000000;
  if (*times > 1)
    from++;
  if (begins(s, from, "€"))
    return from + 3 - at;
  if (begins(s, from, "£"))
    return from + 2 - at;
  if (begins(s, from, "$"))
    return from + 1 - at;
  ccl_str word = letters_at(s, at);
  return is_one_of(ccl_utf8_fold(word), words) ? word.len : 0;
}

/* % , percent, pour cent, points: how many bytes; 0: none. */
static size_t percent_at(const scan *s, size_t at) {
  if (begins(s, at, "%"))
    return 1;
  ccl_str word = letters_at(s, at), folded = ccl_utf8_fold(word);
  if (ccl_str_is(folded, "percent") || ccl_str_is(folded, "point") || ccl_str_is(folded, "points") ||
      ccl_str_is(folded, "pct"))
    return word.len;
  if (!ccl_str_is(folded, "pour") && !ccl_str_is(folded, "per"))
    return 0;
  size_t next = past_blanks(s, at + word.len);
  ccl_str second = letters_at(s, next);
  return ccl_str_is(ccl_utf8_fold(second), "cent") ? next + second.len - at : 0;
}

static const ccl_unit *unit_named(const scan *s, ccl_str word) {
  return word.len > 0 ? ccl_unit_atom(s->checking->plan->units, word, s->lang) : NULL;
}

/* `per hour`, `par heure`, `/h`, `l'heure`: the unit that money is for; NULL: none. */
static const ccl_unit *rate_at(const scan *s, size_t at, size_t *end) {
  static const char *const words[] = { "per", "par", "la", "le", "l", "a", "an", "each", "chaque", NULL };
  size_t next = past_blanks(s, at);
  ccl_str word = letters_at(s, next);
  if (begins(s, next, "/"))
    next = past_blanks(s, next + 1);
  else if (is_one_of(ccl_utf8_fold(word), words)) {
    next += word.len;
    if (begins(s, next, "'"))
      next += 1;
    else if (begins(s, next, "’"))
      next += 3;
    next = past_blanks(s, next);
  } else
    return NULL;
  ccl_str name = letters_at(s, next);
  const ccl_unit *unit = unit_named(s, name);
  if (unit)
    *end = next + name.len;
  return unit;
}

/* ---- Figures ---- */

static void keep(scan *s, ccl_prose_figure figure, size_t from, size_t to) {
  figure.span = (ccl_span){ s->whole.file, s->whole.start + (uint32_t)from, s->whole.start + (uint32_t)to };
  ccl_vec_push(&s->prose->figures, figure);
  s->at = to;
  s->after_reference = false;
}

static int digits_of(const scan *s, size_t at, size_t *end) {
  int value = 0;
  size_t from = at;
  while (class_at(s, at) == CCL_CHAR_DIGIT && at - from < 5)
    value = value * 10 + (s->text.ptr[at++] - '0');
  *end = at;
  return at > from ? value : -1;
}

/* 15/01/2026, 15.01.2026: the day first, unless that is no date. */
static bool read_slashed(scan *s) {
  size_t end;
  int one = digits_of(s, s->at, &end);
  char mark = end < s->text.len ? s->text.ptr[end] : 0;
  if (mark != '/' && mark != '.')
    return false;
  int two = digits_of(s, end + 1, &end);
  if (two < 0 || end >= s->text.len || s->text.ptr[end] != mark)
    return false;
  int year = digits_of(s, end + 1, &end);
  ccl_ymd date = { year, two, one };
  if (year < 1000 || (!ccl_ymd_is_valid(date) && !ccl_ymd_is_valid(date = (ccl_ymd){ year, one, two })))
    return false;
  ccl_prose_figure figure = { .kind = CCL_PROSE_DATE, .number = CCL_RAT_ZERO };
  figure.date = (ccl_written){ .year = (int16_t)date.year, .month = (uint8_t)date.month, .day = (uint8_t)date.day };
  keep(s, figure, s->at, end);
  return true;
}

/* `October 31, 2026`, the month read already at s->last_at. */
static bool read_month_first(scan *s) {
  int month = month_of(s->last_word);
  size_t end, from = s->at;
  int day = month > 0 ? digits_of(s, from, &end) : -1;
  if (day < 1 || day > 31)
    return false;
  if (is_rank(ccl_utf8_fold(letters_at(s, end))))
    end += letters_at(s, end).len;
  size_t next = past_blanks(s, end < s->text.len && s->text.ptr[end] == ',' ? end + 1 : end), after;
  int year = digits_of(s, next, &after);
  if (year < 1000 || year > 9999)
    return false;
  ccl_prose_figure figure = { .kind = CCL_PROSE_DATE, .number = CCL_RAT_ZERO };
  figure.date = (ccl_written){ .year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day };
  keep(s, figure, s->last_at, after);
  return true;
}

/* 8 h 30, 8h: also a number of hours. */
static bool read_hours(scan *s, ccl_rat number, size_t end) {
  size_t at = past_blanks(s, end);
  int64_t hour;
  if (!begins(s, at, "h") || letters_at(s, at).len != 1 || !ccl_rat_to_int(number, &hour) || hour < 0 || hour > 24)
    return false;
  size_t next = past_blanks(s, at + 1), after;
  int minutes = digits_of(s, next, &after);
  bool has_minutes = minutes >= 0 && minutes < 60 && after - next == 2;
  ccl_prose_figure figure = { .kind = CCL_PROSE_TIME,
                              .number = number,
                              .unit = has_minutes ? NULL : unit_named(s, CCL_STR("h")) };
  figure.date = (ccl_written){ .hour = (uint8_t)hour, .minute = (uint8_t)(has_minutes ? minutes : 0) };
  keep(s, figure, s->at, has_minutes ? after : at + 1);
  return true;
}

/* The currency just before the figure: €3.20, EUR 3.20. */
static bool money_before(const scan *s) {
  int64_t times;
  size_t length = currency_at(s, s->last_at, &times);
  return length > 0 && past_blanks(s, s->last_at + length) == s->at;
}

static void read_number(scan *s, const ccl_figure *read) {
  size_t from = s->at, end = s->at + read->len;
  ccl_prose_figure figure = { .kind = CCL_PROSE_NUMBER };
  bool is_odd = read->problem != CCL_FIGURE_FINE; /* a mark of the other language, perhaps the number of a section */
  if (!ccl_rat_parse(read->digits, &figure.number)) {
    s->at = end;
    return;
  }
  if (read_hours(s, figure.number, end))
    return;
  ccl_str glued = letters_at(s, end);
  bool is_glued = glued.len > 0, was_reference = s->after_reference;
  size_t next = past_blanks(s, end), after = end;
  int64_t times;
  size_t length = currency_at(s, next, &times);
  bool has_money_before = money_before(s);
  if (has_money_before || length > 0) {
    figure.kind = CCL_PROSE_MONEY;
    figure.number = ccl_rat_mul(figure.number, ccl_rat_int(has_money_before ? 1 : times));
    after = has_money_before ? end : next + length;
    if (has_money_before)
      from = s->last_at;
    figure.unit = rate_at(s, after, &after);
    keep(s, figure, from, after);
    return;
  }
  length = percent_at(s, next);
  if (length > 0) {
    figure.kind = CCL_PROSE_PERCENT;
    keep(s, figure, from, next + length);
    return;
  }
  bool is_rank_word = is_glued && is_rank(ccl_utf8_fold(glued));
  bool is_fraction = end < s->text.len && s->text.ptr[end] == '/' && class_at(s, end + 1) == CCL_CHAR_DIGIT;
  bool has_more = end < s->text.len && (s->text.ptr[end] == '.' || s->text.ptr[end] == '-') &&
                  class_at(s, end + 1) == CCL_CHAR_DIGIT;
  ccl_str name = is_glued ? glued : letters_at(s, next);
  figure.unit = unit_named(s, name);
  bool is_symbol = is_glued && !figure.unit;
  if (was_reference || is_odd || is_rank_word || is_fraction || has_more || is_symbol) {
    s->at = is_glued ? end + glued.len : end;
    while (s->at < s->text.len &&
           (class_at(s, s->at) == CCL_CHAR_DIGIT || (s->text.ptr[s->at] == '/' && !is_blank(s, s->at)) ||
            s->text.ptr[s->at] == '.' || s->text.ptr[s->at] == '-') &&
           (class_at(s, s->at) == CCL_CHAR_DIGIT || class_at(s, s->at + 1) == CCL_CHAR_DIGIT))
      s->at++;
    s->after_reference = was_reference;
    return;
  }
  keep(s, figure, from, figure.unit ? (is_glued ? end : next) + name.len : end);
}

static void read_figure(scan *s) {
  if (read_slashed(s) || read_month_first(s))
    return;
  ccl_figure read = ccl_leaf_read(ccl_str_sub(s->text, s->at, s->text.len), s->lang);
  if (read.len == 0) {
    s->at = past(s, s->at);
    return;
  }
  if (read.digits.len > 0) {
    read_number(s, &read);
    return;
  }
  bool is_date = read.value.month > 0 && read.value.day > 0, is_whole = read.problem == CCL_FIGURE_FINE;
  bool is_time = read.value.year == 0 && read.value.month == 0 && read.value.week == 0 && read.value.quarter == 0;
  ccl_prose_figure figure = { .kind = is_date ? CCL_PROSE_DATE : CCL_PROSE_TIME,
                              .number = CCL_RAT_ZERO,
                              .date = read.value };
  if (is_whole && (is_date || is_time))
    keep(s, figure, s->at, s->at + read.len);
  else /* a month, a quarter, a week, or what is none */
    s->at += read.len;
}

/* ---- Words between figures ---- */

static void read_word(scan *s) {
  ccl_str word = letters_at(s, s->at), folded = ccl_utf8_fold(word);
  size_t end = s->at + word.len;
  bool is_joined = class_at(s, end) == CCL_CHAR_DIGIT; /* L441, P1 */
  int64_t times;
  if (currency_at(s, s->at, &times) == word.len && s->last_word.len > 0 && !ccl_str_is(folded, "ht") &&
      !ccl_str_is(folded, "ttc"))
    s->prose->has_worded_money = true;
  s->after_reference = is_reference(folded) || (s->after_reference && is_joining(folded));
  s->last_word = folded;
  s->last_at = s->at;
  s->at = end;
  while (is_joined && s->at < s->text.len &&
         (class_at(s, s->at) == CCL_CHAR_DIGIT || class_at(s, s->at) == CCL_CHAR_LETTER || s->text.ptr[s->at] == '-' ||
          s->text.ptr[s->at] == '.') &&
         !is_blank(s, s->at))
    s->at = past(s, s->at);
  if (s->at < s->text.len && s->text.ptr[s->at] == '.' && is_reference(folded)) /* art. 5 */
    s->at++;
  else if (s->after_reference && begins(s, s->at, "°")) /* n° 5 */
    s->at += 2;
}

static void read_sign(scan *s) {
  int64_t times;
  size_t from = s->at;
  if (begins(s, from, "§"))
    s->after_reference = true;
  else if (!begins(s, from, ",") && !begins(s, from, "-") && !begins(s, from, "–"))
    s->after_reference = false;
  if (currency_at(s, from, &times) > 0 && s->last_word.len > 0 &&
      class_at(s, past_blanks(s, past(s, from))) != CCL_CHAR_DIGIT)
    s->prose->has_worded_money = true;
  s->last_word = (ccl_str){ 0 };
  s->last_at = from;
  s->at = past(s, from);
}

/* {name} shows a figure of the contract; {{ is a brace. */
static bool skip_inserted(scan *s) {
  if (!begins(s, s->at, "{") || begins(s, s->at, "{{"))
    return false;
  while (s->at < s->text.len && s->text.ptr[s->at] != '}')
    s->at++;
  s->last_word = (ccl_str){ 0 };
  return true;
}

void ccl_prose_scan(const ccl_checking *checking, ccl_span span, ccl_lang lang, ccl_prose *prose) {
  scan s = {
    .checking = checking, .lang = lang, .whole = span, .text = ccl_source_text(checking->sources, span), .prose = prose
  };
  while (s.at < s.text.len) {
    size_t before = s.at;
    if (skip_inserted(&s))
      continue;
    if (is_blank(&s, s.at)) {
      s.at = past(&s, s.at);
      continue;
    }
    ccl_char_class class = class_at(&s, s.at);
    if (class == CCL_CHAR_DIGIT) {
      read_figure(&s);
      s.last_word = (ccl_str){ 0 };
      s.last_at = before;
    } else if (class == CCL_CHAR_LETTER) {
      read_word(&s);
    } else {
      read_sign(&s);
    }
    if (s.at == before)
      s.at = past(&s, s.at);
  }
}
