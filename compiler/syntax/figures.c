/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads figures, longest first: dates and months, quarters, weeks, times, long dates, numbers. Says what is wrong with one; the
 * sentences are syntax_errors.c's. Does no arithmetic but that of the calendar's existence.
 */
#include "syntax/figures.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/characters.h"
#include "syntax/keywords.h"

static bool digit_at(ccl_str text, size_t at) {
  return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static bool byte_at(ccl_str text, size_t at, char byte) {
  return at < text.len && text.ptr[at] == byte;
}

/* How many digits stand at `at`. */
static size_t digits_at(ccl_str text, size_t at) {
  size_t count = 0;
  while (digit_at(text, at + count))
    count++;
  return count;
}

/* The number that `count` digits (at most 4) make. */
static unsigned value_at(ccl_str text, size_t at, size_t count) {
  unsigned value = 0;
  for (size_t i = 0; i < count; i++)
    value = value * 10 + (unsigned)(text.ptr[at + i] - '0');
  return value;
}

/* Behind a word: no letter, no digit. */
static bool word_ends(ccl_str text, size_t at) {
  int32_t c = ccl_utf8_next(text, &at);
  ccl_char_class class = c < 0 ? CCL_CHAR_OTHER : ccl_char_classify(c);
  return class != CCL_CHAR_LETTER && class != CCL_CHAR_DIGIT;
}

static bool leap(unsigned year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static unsigned days_in_month(unsigned year, unsigned month) {
  static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  return month == 2 && leap(year) ? 29 : days[month - 1];
}

/* An ISO year has 53 weeks when it begins on a Thursday, or on a Wednesday and is leap. */
static unsigned weeks_in_year(unsigned year) {
  unsigned before = year - 1;
  unsigned first = (1 + before + before / 4 - before / 100 + before / 400) % 7; /* of 1 January: 0 is Sunday */
  return first == 4 || (first == 3 && leap(year)) ? 53 : 52;
}

static void spoil(ccl_figure *figure, ccl_figure_problem problem, ccl_str right) {
  if (figure->problem == CCL_FIGURE_FINE) {
    figure->problem = problem;
    figure->right = right;
  }
}

static void set_year(ccl_figure *figure, unsigned year) {
  if (year == 0)
    spoil(figure, CCL_FIGURE_NO_SUCH_YEAR, (ccl_str){ 0 });
  figure->value.year = (int16_t)(year == 0 ? 1 : year);
}

static void set_month(ccl_figure *figure, unsigned month) {
  if (month == 0 || month > 12)
    spoil(figure, CCL_FIGURE_NO_SUCH_MONTH, (ccl_str){ 0 });
  figure->value.month = (uint8_t)(month == 0 || month > 12 ? 1 : month);
}

/* After the month; of a day of the year, 29 February exists. */
static void set_day(ccl_figure *figure, unsigned day, unsigned year) {
  unsigned last = days_in_month(year, figure->value.month);
  if (day == 0 || day > last)
    spoil(figure, CCL_FIGURE_NO_SUCH_DAY, ccl_str_printf("%u", last));
  figure->value.day = (uint8_t)(day == 0 || day > last ? 1 : day);
}

/* YYYY- and Q1, T1, W40 or S40. */
static bool read_quarter_or_week(ccl_str text, ccl_lang lang, ccl_figure *figure) {
  static const char letters[2][2] = { { 'Q', 'W' }, { 'T', 'S' } }; /* by language: quarter, week */
  for (unsigned kind = 0; kind < 2; kind++) {
    size_t count = kind + 1;
    bool own = byte_at(text, 5, letters[lang][kind]), foreign = byte_at(text, 5, letters[1 - lang][kind]);
    if ((!own && !foreign) || digits_at(text, 6) != count || !word_ends(text, 6 + count))
      continue;
    unsigned number = value_at(text, 6, count);
    figure->token = kind == 0 ? TOK_QUARTER : TOK_WEEK;
    figure->len = 6 + count;
    set_year(figure, value_at(text, 0, 4));
    unsigned last = kind == 0 ? 4 : weeks_in_year((unsigned)figure->value.year);
    if (number == 0 || number > last)
      spoil(figure, kind == 0 ? CCL_FIGURE_NO_SUCH_QUARTER : CCL_FIGURE_NO_SUCH_WEEK, ccl_str_printf("%u", last));
    if (foreign)
      spoil(figure, CCL_FIGURE_OTHER_LETTER,
            ccl_str_printf("%.5s%c%.*s", text.ptr, letters[lang][kind], (int)count, text.ptr + 6));
    uint8_t valid = (uint8_t)(number == 0 || number > last ? 1 : number);
    figure->value.quarter = kind == 0 ? valid : 0;
    figure->value.week = kind == 0 ? 0 : valid;
    return true;
  }
  return false;
}

/* 2026-10 and 2026-10-31: four digits, a hyphen, exactly two digits. */
static bool read_iso_date(ccl_str text, ccl_figure *figure) {
  if (digits_at(text, 5) != 2)
    return false;
  figure->token = TOK_MONTH;
  figure->len = 7;
  set_year(figure, value_at(text, 0, 4));
  set_month(figure, value_at(text, 5, 2));
  size_t day_digits = byte_at(text, 7, '-') ? digits_at(text, 8) : 0;
  if (day_digits == 0)
    return true;
  figure->token = TOK_DATE;
  figure->len = 8 + day_digits;
  if (day_digits != 2)
    spoil(figure, CCL_FIGURE_HALF_A_DATE, (ccl_str){ 0 });
  set_day(figure, day_digits > 2 ? 1 : value_at(text, 8, day_digits), (unsigned)figure->value.year);
  return true;
}

/* 08:00 and 09:00:30: pairs of exactly two digits. */
static bool read_time(ccl_str text, ccl_figure *figure) {
  if (!byte_at(text, 2, ':') || digits_at(text, 3) != 2)
    return false;
  bool seconds = byte_at(text, 5, ':') && digits_at(text, 6) == 2;
  unsigned hour = value_at(text, 0, 2), minute = value_at(text, 3, 2), second = seconds ? value_at(text, 6, 2) : 0;
  figure->token = TOK_TIME;
  figure->len = seconds ? 8 : 5;
  bool exists = minute < 60 && second < 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
  if (!exists)
    spoil(figure, CCL_FIGURE_NO_SUCH_TIME, (ccl_str){ 0 });
  figure->value = exists ? (ccl_written){ .hour = (uint8_t)hour, .minute = (uint8_t)minute, .second = (uint8_t)second }
                         : (ccl_written){ 0 };
  return true;
}

/* Moves behind blanks; line ends too when `lines`. */
static size_t skip_blanks(ccl_str text, size_t at, bool lines) {
  for (size_t next = at;; at = next) {
    int32_t c = ccl_utf8_next(text, &next);
    if (c < 0 || (ccl_char_classify(c) != CCL_CHAR_BLANK && !(lines && c == '\n')))
      return at;
  }
}

/* 1 January, 31 octobre 2026, 1er mai: `day_end` is behind the day. */
static bool read_long_date(ccl_str text, size_t day_digits, ccl_lang lang, ccl_figure *figure) {
  size_t at = day_digits;
  bool first = lang == CCL_LANG_FR && at == 1 && text.ptr[0] == '1' && byte_at(text, 1, 'e') && byte_at(text, 2, 'r');
  at = skip_blanks(text, first ? at + 2 : at, true);
  size_t word = at;
  for (size_t next = at; at - word < 32; at = next) {
    int32_t c = ccl_utf8_next(text, &next);
    if (c < 0 || ccl_char_classify(c) != CCL_CHAR_LETTER)
      break;
  }
  unsigned month = at > word && word_ends(text, at) ? ccl_month_find(ccl_str_sub(text, word, at), lang) : 0;
  if (month == 0)
    return false;
  figure->token = TOK_DAY_OF_YEAR;
  figure->len = at;
  figure->value.month = (uint8_t)month;
  size_t year = skip_blanks(text, at, false);
  bool dated = year > at && digits_at(text, year) == 4 && word_ends(text, year + 4) && !byte_at(text, year + 4, '-');
  if (dated) {
    figure->token = TOK_DATE;
    figure->len = year + 4;
    set_year(figure, value_at(text, year, 4));
  }
  set_day(figure, value_at(text, 0, day_digits), dated ? (unsigned)figure->value.year : 2000);
  return true;
}

/* A number as it stands: runs of digits and what separates them. */
typedef struct marks {
  size_t runs; /* of digits */
  size_t points, commas, blanks;
  char last; /* the last mark: '.', ',', ' ' or 0 */
  size_t first_run, last_run; /* digits in them */
  bool threes; /* all runs but the first and the one behind a decimal mark have three digits */
  bool point_after_comma, comma_after_point;
  size_t digits, len;
} marks;

/* The bytes of one blank that may separate groups, or 0. */
static size_t group_blank(ccl_str text, size_t at) {
  if (byte_at(text, at, ' '))
    return 1;
  ccl_str rest = ccl_str_sub(text, at, at + 3);
  return ccl_str_starts(rest, CCL_STR("\xC2\xA0")) ? 2 : ccl_str_starts(rest, CCL_STR("\xE2\x80\xAF")) ? 3 : 0;
}

/* The mark behind a run of digits when another run follows it, and its bytes. */
static char next_mark(ccl_str text, size_t at, size_t *bytes) {
  *bytes = 1;
  if ((byte_at(text, at, '.') || byte_at(text, at, ',')) && digit_at(text, at + 1))
    return text.ptr[at];
  *bytes = group_blank(text, at);
  bool group = *bytes > 0 && digits_at(text, at + *bytes) == 3;
  /* 1 500:20 and 100 2026-10 are two figures */
  return group && !byte_at(text, at + *bytes + 3, ':') ? ' ' : 0;
}

static marks scan_number(ccl_str text) {
  marks seen = { .runs = 1, .threes = true };
  size_t at = seen.first_run = seen.last_run = seen.digits = digits_at(text, 0), bytes;
  for (char mark = next_mark(text, at, &bytes); mark; mark = next_mark(text, at, &bytes)) {
    if (mark == ' ' && (seen.points > 0 || seen.commas > 0))
      break; /* a new figure: 3,20 100 */
    seen.threes = seen.threes && (seen.runs == 1 || seen.last_run == 3);
    seen.points += mark == '.';
    seen.commas += mark == ',';
    seen.blanks += mark == ' ';
    seen.point_after_comma = seen.point_after_comma || (mark == '.' && seen.last == ',');
    seen.comma_after_point = seen.comma_after_point || (mark == ',' && seen.last == '.');
    seen.last = mark;
    at += bytes;
    seen.last_run = digits_at(text, at);
    at += seen.last_run;
    seen.digits += seen.last_run;
    seen.runs++;
  }
  seen.len = at;
  return seen;
}

/* The digits of text, with a point for the last mark when `decimal`. */
static ccl_str canonical(ccl_str text, bool decimal) {
  size_t point = text.len;
  for (size_t at = 0; decimal && at < text.len; at++)
    if (text.ptr[at] == '.' || text.ptr[at] == ',')
      point = at;
  ccl_buf digits = { 0 };
  for (size_t at = 0; at < text.len; at++)
    if (at == point)
      ccl_buf_char(&digits, '.');
    else if (digit_at(text, at))
      ccl_buf_char(&digits, text.ptr[at]);
  return ccl_buf_str(&digits);
}

/* A canonical number as the language writes it, grouped when `grouped`. */
static ccl_str spelled(ccl_str digits, ccl_lang lang, bool grouped) {
  ptrdiff_t point = ccl_str_find(digits, CCL_STR("."));
  size_t whole = point < 0 ? digits.len : (size_t)point;
  ccl_buf text = { 0 };
  for (size_t i = 0; i < whole; i++) {
    if (grouped && i > 0 && (whole - i) % 3 == 0)
      ccl_buf_char(&text, lang == CCL_LANG_FR ? ' ' : ',');
    ccl_buf_char(&text, digits.ptr[i]);
  }
  if (whole < digits.len) {
    ccl_buf_char(&text, lang == CCL_LANG_FR ? ',' : '.');
    ccl_buf_add(&text, ccl_str_sub(digits, whole + 1, digits.len));
  }
  return ccl_buf_str(&text);
}

static void read_number(ccl_str text, ccl_lang lang, ccl_figure *figure) {
  marks m = scan_number(text);
  text = ccl_str_sub(text, 0, m.len);
  bool fr = lang == CCL_LANG_FR;
  size_t own_points = fr ? m.commas : m.points, own_groups = fr ? m.blanks : m.commas;
  size_t foreign = fr ? m.points : m.blanks;
  bool decimal_last = m.last == (fr ? ',' : '.');
  bool groups = own_groups == 0 || (m.first_run <= 3 && m.threes && (decimal_last || m.last_run == 3));
  bool decimal = decimal_last;
  figure->token = TOK_NUMBER;
  figure->len = m.len;
  if (foreign == 0 && groups && own_points <= 1 && (own_points == 0 || decimal_last)) {
    figure->digits = canonical(text, decimal);
  } else {
    size_t last_kind = m.last == '.' ? m.points : m.last == ',' ? m.commas : m.blanks;
    bool mixed = (m.points > 0) + (m.commas > 0) + (m.blanks > 0) > 1;
    bool threes = m.threes && m.first_run <= 3;
    decimal = m.last != ' ' && last_kind == 1 && (mixed || !(threes && m.last_run == 3));
    bool run_together = m.last != ' ' && last_kind > 1 && !(threes && m.last_run == 3 && !mixed);
    run_together = run_together || (m.point_after_comma && m.comma_after_point);
    figure->digits = canonical(text, decimal);
    figure->right = spelled(figure->digits, lang, !decimal || mixed);
    if (run_together) {
      figure->problem = CCL_FIGURE_RUN_TOGETHER;
    } else if (!mixed && m.runs == 2 && m.last != ' ' && m.last_run == 3 && m.first_run <= 3) {
      figure->problem = CCL_FIGURE_AMBIGUOUS;
      figure->other = spelled(canonical(text, true), lang, false);
    } else {
      figure->problem = foreign == 0 && !decimal ? CCL_FIGURE_BAD_GROUPS : CCL_FIGURE_OTHER_MARK;
    }
  }
  if (m.digits > CCL_LIMIT_DIGITS) {
    figure->problem = CCL_FIGURE_TOO_LONG;
    figure->digits = CCL_STR("0");
  }
}

ccl_figure ccl_leaf_read(ccl_str text, ccl_lang lang) {
  ccl_figure figure = { 0 };
  size_t digits = digits_at(text, 0);
  if (digits == 4 && byte_at(text, 4, '-') &&
      (read_quarter_or_week(text, lang, &figure) || read_iso_date(text, &figure)))
    return figure;
  if (digits == 2 && read_time(text, &figure))
    return figure;
  if (digits <= 2 && read_long_date(text, digits, lang, &figure))
    return figure;
  read_number(text, lang, &figure);
  return figure;
}
