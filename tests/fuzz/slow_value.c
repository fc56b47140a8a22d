/* SPDX-License-Identifier: Apache-2.0 */
/* What one cell means, kind by kind (cli.md 3). */
#include <string.h>

#include "slow_reader.h"

typedef struct cursor {
  slow_text text;
  size_t at;
} cursor;

static bool ends(const cursor *c) {
  return c->at >= c->text.len;
}

static bool take(cursor *c, const char *piece) {
  size_t length = strlen(piece);
  if (c->text.len - c->at < length || memcmp(c->text.ptr + c->at, piece, length) != 0)
    return false;
  c->at += length;
  return true;
}

static bool take_digit(cursor *c, int *digit) {
  if (ends(c) || c->text.ptr[c->at] < '0' || c->text.ptr[c->at] > '9')
    return false;
  *digit = c->text.ptr[c->at++] - '0';
  return true;
}

/* A number of `least` to `most` digits. */
static bool take_number(cursor *c, int least, int most, int *number) {
  int count = 0, digit;
  *number = 0;
  while (count < most && take_digit(c, &digit)) {
    *number = *number * 10 + digit;
    count++;
  }
  return count >= least;
}

static bool take_minus(cursor *c) {
  return take(c, "-") || take(c, "\xE2\x88\x92");
}

static bool take_any_blank(cursor *c) {
  return take(c, " ") || take(c, "\xC2\xA0") || take(c, "\xE2\x80\xAF");
}

static bool is(slow_text text, const char *word) {
  return text.len == strlen(word) && memcmp(text.ptr, word, text.len) == 0;
}

/* ---- Figures ---- */

/* Adds digits to a figure; too many of them make it huge. */
typedef struct figure {
  slow_wide whole; /* digits before the mark */
  slow_wide parts; /* digits behind it, in 10^-12 */
  int digits;
  bool is_huge, is_whole;
} figure;

static void add_whole(figure *f, int digit) {
  f->digits += f->digits > 0 || digit > 0;
  f->is_huge |= f->digits > 20;
  if (!f->is_huge)
    f->whole = f->whole * 10 + digit;
}

/* Behind a decimal mark: at least one digit. */
static bool take_decimals(cursor *c, figure *f) {
  slow_wide place = SLOW_ONE;
  int digit, count = 0;
  for (; take_digit(c, &digit); count++) {
    place /= 10;
    f->is_whole &= digit == 0;
    if (place == 0 && digit != 0)
      f->is_huge = true;
    f->parts += place * digit;
  }
  return count > 0;
}

static bool put_figure(const figure *f, bool negative, slow_wide unit, slow_value *out) {
  out->known = true;
  out->is_huge = f->is_huge;
  out->number = f->is_huge ? 0 : (f->whole * SLOW_ONE + f->parts) * unit * (negative ? -1 : 1);
  return true;
}

/* 1234.5; where commas are allowed also 1234,5 and groups of three digits behind blanks. */
static bool read_figure(slow_text text, bool comma, slow_wide unit, slow_value *out, bool *is_whole) {
  cursor c = { text, 0 };
  figure f = { .is_whole = true };
  bool negative = take_minus(&c);
  int digit, count = 0;
  while (take_digit(&c, &digit)) {
    add_whole(&f, digit);
    count++;
  }
  if (count == 0)
    return false;
  for (bool first = true; comma && take_any_blank(&c); first = false) {
    if (first && count > 3)
      return false;
    for (int i = 0; i < 3; i++) {
      if (!take_digit(&c, &digit))
        return false;
      add_whole(&f, digit);
    }
  }
  if ((take(&c, ".") || (comma && take(&c, ","))) && !take_decimals(&c, &f))
    return false;
  *is_whole = f.is_whole;
  return ends(&c) && put_figure(&f, negative, unit, out);
}

/* HH:MM:SS, MM:SS, with decimals of a second. */
static bool read_clock(slow_text text, bool comma, slow_value *out) {
  cursor c = { text, 0 };
  figure f = { 0 };
  bool negative = take_minus(&c);
  int first, second, third;
  if (!take_number(&c, 1, 7, &first) || !take(&c, ":") || !take_number(&c, 2, 2, &second) || second > 59)
    return false;
  f.whole = (slow_wide)first * 60 + second;
  if (take(&c, ":")) {
    if (!take_number(&c, 2, 2, &third) || third > 59)
      return false;
    f.whole = f.whole * 60 + third;
  }
  size_t mark = c.at;
  if ((take(&c, ".") || (comma && take(&c, ","))) && (!take_decimals(&c, &f) || c.at - mark > 1 + 9))
    return false;
  return ends(&c) && put_figure(&f, negative, 1, out);
}

/* ---- Dates and times ---- */

/* Days from 1970-01-01, counted year by year. */
static int32_t day_of(int year, int month, int day) {
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int32_t days = 0;
  for (int y = 1970; y < year; y++)
    days += y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 366 : 365;
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  for (int m = 1; m < month; m++)
    days += lengths[m - 1] + (m == 2 && leap);
  return days + day - 1;
}

static bool is_day(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 &&
         day_of(year, month, day) < (month == 12 ? day_of(year + 1, 1, 1) : day_of(year, month + 1, 1));
}

/* The last Sunday of the month: 1970-01-04 was one. */
static int32_t last_sunday(int year, int month) {
  int32_t day = day_of(year, month, 31);
  while ((day - 3) % 7 != 0)
    day--;
  return day;
}

/* Years that this reader knows. */
static bool is_near(int year) {
  return year >= 1997 && year <= 2036;
}

static int year_of(int64_t seconds) {
  int year = 1970;
  while ((int64_t)day_of(year + 1, 1, 1) * 86400 <= seconds)
    year++;
  return year;
}

/* Paris is two hours before UTC from the last Sunday of March to the last one of October, at 1:00 UTC; else one. */
static int offset_at(int64_t seconds) {
  int year = year_of(seconds);
  bool summer = seconds >= (int64_t)last_sunday(year, 3) * 86400 + 3600 &&
                seconds < (int64_t)last_sunday(year, 10) * 86400 + 3600;
  return summer ? 7200 : 3600;
}

static bool take_date(cursor *c, int *year, int *month, int *day) {
  return take_number(c, 4, 4, year) && take(c, "-") && take_number(c, 2, 2, month) && take(c, "-") &&
         take_number(c, 2, 2, day);
}

/* dd/MM/yyyy: one digit is enough for a day or a month. */
static bool take_french_date(cursor *c, int *year, int *month, int *day) {
  return take_number(c, 1, 2, day) && take(c, "/") && take_number(c, 1, 2, month) && take(c, "/") &&
         take_number(c, 4, 4, year);
}

static const char *read_date(const slow_field *field, slow_text text, slow_answer *answer, slow_value *out) {
  cursor c = { text, 0 };
  int year, month, day;
  if (!(field->by_format ? take_french_date(&c, &year, &month, &day) : take_date(&c, &year, &month, &day)) || !ends(&c))
    return "bad-value";
  if (!is_near(year)) {
    slow_unsure(answer, "a year far away");
    return NULL;
  }
  if (!is_day(year, month, day))
    return "bad-value";
  out->known = true;
  out->day = day_of(year, month, day);
  return NULL;
}

/* Z, +01, +0100, +01:00. */
static bool take_offset(cursor *c, int *offset, slow_answer *answer) {
  int hours, minutes = 0, sign = 1;
  *offset = 0;
  if (take(c, "Z") || take(c, "z"))
    return true;
  if (take_minus(c))
    sign = -1;
  else if (!take(c, "+"))
    return false;
  if (!take_number(c, 2, 2, &hours))
    return false;
  if (!ends(c)) {
    take(c, ":");
    if (!take_number(c, 2, 2, &minutes))
      return false;
  }
  if (minutes > 59)
    return false;
  if (hours > 14)
    slow_unsure(answer, "an offset that no zone has");
  *offset = sign * (hours * 3600 + minutes * 60);
  return true;
}

/* Up to nine digits; more only when they are zeros. */
static bool take_fraction(cursor *c, int32_t *nanos) {
  int32_t place = 1000000000;
  int digit, count = 0;
  for (; take_digit(c, &digit); count++) {
    place /= 10;
    if (place == 0 && digit != 0)
      return false;
    *nanos += place * digit;
  }
  return count > 0;
}

/* A time as it was read. */
typedef struct moment {
  int year, month, day, hour, minute, second;
  int32_t nanos;
  bool has_offset;
  int offset;
} moment;

/* ISO 8601, with a blank or T, seconds and fractions optional, an hour of one digit accepted. */
static bool take_iso_time(cursor *c, moment *m, slow_answer *answer) {
  if (!take_date(c, &m->year, &m->month, &m->day) || !(take_any_blank(c) || take(c, "T") || take(c, "t")) ||
      !take_number(c, 1, 2, &m->hour) || !take(c, ":") || !take_number(c, 2, 2, &m->minute))
    return false;
  if (take(c, ":")) {
    if (!take_number(c, 2, 2, &m->second))
      return false;
    if ((take(c, ".") || take(c, ",")) && !take_fraction(c, &m->nanos))
      return false;
  }
  m->has_offset = !ends(c);
  if (m->has_offset) {
    take_any_blank(c);
    return take_offset(c, &m->offset, answer);
  }
  return true;
}

/* dd/MM/yyyy HH:mm:ss, with any number of blanks between. */
static bool take_french_time(cursor *c, moment *m) {
  if (!take_french_date(c, &m->year, &m->month, &m->day) || !take_any_blank(c))
    return false;
  while (take_any_blank(c)) {
  }
  return take_number(c, 1, 2, &m->hour) && take(c, ":") && take_number(c, 1, 2, &m->minute) && take(c, ":") &&
         take_number(c, 1, 2, &m->second);
}

static const char *read_time(const slow_field *field, slow_text text, slow_answer *answer, slow_value *out) {
  cursor c = { text, 0 };
  moment m = { 0 };
  if (!(field->by_format ? take_french_time(&c, &m) : take_iso_time(&c, &m, answer)) || !ends(&c))
    return "bad-value";
  if (!is_near(m.year)) {
    slow_unsure(answer, "a year far away");
    return NULL;
  }
  if (!is_day(m.year, m.month, m.day) || m.hour > 23 || m.minute > 59 || m.second > 59)
    return "bad-value";
  int64_t local = (int64_t)day_of(m.year, m.month, m.day) * 86400 + m.hour * 3600 + m.minute * 60 + m.second;
  if (m.has_offset) {
    out->seconds = local - m.offset;
  } else {
    /* The earlier of the instants at which the clocks show it; none: they skip it. */
    out->seconds = local - 7200;
    if (offset_at(out->seconds) != 7200)
      out->seconds = local - 3600;
    if (out->seconds + offset_at(out->seconds) != local)
      return "local-time-skipped";
  }
  out->known = true;
  out->nanos = m.nanos;
  local = out->seconds + offset_at(out->seconds);
  out->day = (int32_t)(local / 86400);
  out->hour = (int32_t)(local % 86400 / 3600);
  return NULL;
}

/* ---- Words ---- */

/* Lower case without accents, of ASCII and é, è; false: it has other letters. */
static bool fold(slow_text text, char *out, size_t room) {
  size_t len = 0;
  for (size_t i = 0; i < text.len && len + 1 < room; i++) {
    unsigned char byte = (unsigned char)text.ptr[i];
    if (byte == 0xC3 && i + 1 < text.len && strchr("\x89\xA9\x88\xA8", text.ptr[i + 1]) && text.ptr[i + 1]) {
      out[len++] = 'e';
      i++;
    } else if (byte < 0x80) {
      out[len++] = (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    } else {
      return false;
    }
  }
  out[len] = 0;
  return true;
}

static bool is_ascii(slow_text text) {
  for (size_t i = 0; i < text.len; i++)
    if ((unsigned char)text.ptr[i] >= 0x80)
      return false;
  return true;
}

static const char *read_truth(slow_text text, slow_answer *answer, slow_value *out) {
  static const char *const yes[] = { "true", "yes", "y", "oui", "o", "vrai", "1" };
  static const char *const no[] = { "false", "no", "n", "non", "faux", "0" };
  char word[32];
  if (!is_ascii(text)) {
    slow_unsure(answer, "a truth with letters beyond ASCII");
    return NULL;
  }
  if (text.len >= sizeof word)
    return "bad-value";
  fold(text, word, sizeof word);
  out->known = true;
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    if (strlen(word) == text.len && strcmp(word, yes[i]) == 0) {
      out->choice = 1;
      return NULL;
    }
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    if (strlen(word) == text.len && strcmp(word, no[i]) == 0) {
      out->choice = 0;
      return NULL;
    }
  return "bad-value";
}

/* Exactly, else without case and accents when only one fits. */
static const char *read_choice(const slow_field *field, slow_text text, slow_answer *answer, slow_value *out) {
  char word[64], choice[64];
  int fitting = 0;
  out->known = true;
  for (int i = 0; field->choices[i]; i++)
    if (is(text, field->choices[i])) {
      out->choice = i;
      return NULL;
    }
  if (!fold(text, word, sizeof word) || text.len >= sizeof word) {
    slow_unsure(answer, "a choice with letters beyond ASCII");
    return NULL;
  }
  for (int i = 0; field->choices[i]; i++) {
    fold((slow_text){ field->choices[i], strlen(field->choices[i]) }, choice, sizeof choice);
    if (strcmp(word, choice) == 0) {
      out->choice = i;
      fitting++;
    }
  }
  return fitting == 1 ? NULL : "unknown-choice";
}

/* ---- All ---- */

static slow_text without_blanks(slow_text text) {
  while (text.len > 0 && strchr(" \t\r\n", text.ptr[0]) && text.ptr[0] != 0)
    text = (slow_text){ text.ptr + 1, text.len - 1 };
  while (text.len > 0 && strchr(" \t\r\n", text.ptr[text.len - 1]) && text.ptr[text.len - 1] != 0)
    text.len--;
  return text;
}

const char *slow_value_of(const slow_schema *schema, const slow_field *field, slow_cell cell, bool comma,
                          slow_answer *answer, slow_value *out) {
  *out = (slow_value){ 0 };
  if (field->kind != SLOW_TEXT && cell.form == SLOW_QUOTED)
    cell.text = without_blanks(cell.text);
  bool empty = cell.text.len == 0 && !(cell.form == SLOW_QUOTED && field->kind == SLOW_TEXT);
  if (cell.form == SLOW_ABSENT || empty || (schema->missing && is(cell.text, schema->missing)))
    return field->optional ? NULL : "empty-cell";
  if (cell.form == SLOW_NESTED)
    return "bad-value";
  bool is_whole;
  switch (field->kind) {
  case SLOW_DATE: return read_date(field, cell.text, answer, out);
  case SLOW_TIME: return read_time(field, cell.text, answer, out);
  case SLOW_NUMBER: return read_figure(cell.text, comma, 1, out, &is_whole) ? NULL : "bad-value";
  case SLOW_WHOLE: return read_figure(cell.text, comma, 1, out, &is_whole) && is_whole ? NULL : "bad-value";
  case SLOW_DURATION:
    return read_figure(cell.text, comma, 60, out, &is_whole) || read_clock(cell.text, comma, out) ? NULL : "bad-value";
  case SLOW_TRUTH: return read_truth(cell.text, answer, out);
  case SLOW_CHOICE: return read_choice(field, cell.text, answer, out);
  case SLOW_TEXT: break;
  }
  out->known = true;
  out->text = cell.text;
  return NULL;
}
