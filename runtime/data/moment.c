/* SPDX-License-Identifier: Apache-2.0 */
/* Reads dates and times: ISO 8601 by hand, other forms item by item of their format. */
#include "data/moment.h"

#include <string.h>

#include "base/utf8.h"

enum { MINUTE = 60, HOUR = 3600, MOST_OFFSET_HOURS = 18, NANO_DIGITS = 9 };

/* What has been read so far. */
typedef struct reading {
  ccl_str text;
  size_t at;
  int32_t year, month, day, hour, minute, second, nanos;
  int32_t half; /* 0: not said, 1 before noon, 2 after */
  int32_t weekday; /* 0: not said */
  bool half_day, has_offset, bad_hour; /* half_day: the hour is one of 1 to 12 */
  int32_t offset;
} reading;

static bool is_digit_at(const reading *r, size_t at) {
  return at < r->text.len && r->text.ptr[at] >= '0' && r->text.ptr[at] <= '9';
}

/* `least` to `most` digits. */
static bool take_number(reading *r, int least, int most, int32_t *out) {
  int count = 0;
  *out = 0;
  while (count < most && is_digit_at(r, r->at)) {
    *out = *out * 10 + (r->text.ptr[r->at++] - '0');
    count++;
  }
  return count >= least;
}

static bool take_char(reading *r, char byte) {
  if (r->at >= r->text.len || r->text.ptr[r->at] != byte)
    return false;
  r->at++;
  return true;
}

static bool take_blank(reading *r) {
  if (take_char(r, ' '))
    return true;
  ccl_str rest = ccl_str_sub(r->text, r->at, r->text.len);
  if (ccl_str_starts(rest, CCL_STR("\xC2\xA0")))
    r->at += 2;
  else if (ccl_str_starts(rest, CCL_STR("\xE2\x80\xAF")))
    r->at += 3;
  else
    return false;
  return true;
}

/* Digits of a fraction of a second, as many as there are; beyond nanoseconds only zeros. */
static bool take_fraction(reading *r) {
  int32_t digits = 0;
  for (; is_digit_at(r, r->at); r->at++, digits++) {
    if (digits < NANO_DIGITS)
      r->nanos = r->nanos * 10 + (r->text.ptr[r->at] - '0');
    else if (r->text.ptr[r->at] != '0')
      return false;
  }
  if (digits == 0)
    return false;
  for (; digits < NANO_DIGITS; digits++)
    r->nanos *= 10;
  return true;
}

/* Z, +01, +0100, +01:00. */
static bool take_offset(reading *r) {
  r->has_offset = true;
  if (take_char(r, 'Z') || take_char(r, 'z')) {
    r->offset = 0;
    return true;
  }
  bool west = take_char(r, '-') ||
              (ccl_str_starts(ccl_str_sub(r->text, r->at, r->text.len), CCL_STR("\xE2\x88\x92")) && (r->at += 3, true));
  int32_t hours, minutes = 0;
  if ((!west && !take_char(r, '+')) || !take_number(r, 2, 2, &hours))
    return false;
  bool colon = take_char(r, ':');
  if ((colon || is_digit_at(r, r->at)) && !take_number(r, 2, 2, &minutes))
    return false;
  if (hours > MOST_OFFSET_HOURS || minutes > 59)
    r->bad_hour = true;
  r->offset = (hours * HOUR + minutes * MINUTE) * (west ? -1 : 1);
  return true;
}

/* Everything was taken: what it says. */
static ccl_moment_state conclude(reading *r, ccl_moment *out) {
  if (r->at != r->text.len)
    return CCL_MOMENT_WRONG;
  ccl_ymd ymd = { r->year, r->month, r->day };
  if (!ccl_ymd_is_valid(ymd))
    return CCL_MOMENT_NO_DAY;
  if (r->half_day) {
    if (r->hour < 1 || r->hour > 12)
      return CCL_MOMENT_NO_HOUR;
    r->hour = r->hour % 12 + (r->half == 2 ? 12 : 0);
  }
  if (r->hour > 23 || r->minute > 59 || r->second > 59 || r->bad_hour)
    return CCL_MOMENT_NO_HOUR;
  ccl_day day = ccl_day_from(ymd);
  if (r->weekday != 0 && r->weekday != ccl_day_weekday(day))
    return CCL_MOMENT_WEEKDAY;
  *out = (ccl_moment){ day, r->hour * HOUR + r->minute * MINUTE + r->second, r->nanos, r->has_offset, r->offset };
  return CCL_MOMENT_READ;
}

static bool take_iso_date(reading *r) {
  return take_number(r, 4, 4, &r->year) && take_char(r, '-') && take_number(r, 2, 2, &r->month) && take_char(r, '-') &&
         take_number(r, 2, 2, &r->day);
}

ccl_moment_state ccl_moment_read_date(ccl_str text, ccl_day *out) {
  reading r = { .text = text };
  ccl_moment moment;
  if (!take_iso_date(&r))
    return CCL_MOMENT_WRONG;
  ccl_moment_state state = conclude(&r, &moment);
  *out = state == CCL_MOMENT_READ ? moment.day : 0;
  return state;
}

ccl_moment_state ccl_moment_read_iso(ccl_str text, ccl_moment *out) {
  reading r = { .text = text };
  if (!take_iso_date(&r) || !(take_blank(&r) || take_char(&r, 'T') || take_char(&r, 't')))
    return CCL_MOMENT_WRONG;
  if (!take_number(&r, 1, 2, &r.hour) || !take_char(&r, ':') || !take_number(&r, 2, 2, &r.minute))
    return CCL_MOMENT_WRONG;
  if (take_char(&r, ':')) {
    if (!take_number(&r, 2, 2, &r.second))
      return CCL_MOMENT_WRONG;
    if ((take_char(&r, '.') || take_char(&r, ',')) && !take_fraction(&r))
      return CCL_MOMENT_WRONG;
  }
  if (r.at < text.len) {
    take_blank(&r);
    if (!take_offset(&r))
      return CCL_MOMENT_WRONG;
  }
  return conclude(&r, out);
}

/* ---- Formats ---- */

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The characters as they are that begin at *at: between apostrophes (two of them are one), or one by itself. */
static ccl_str plain_text(ccl_str format, size_t *at) {
  if (format.ptr[*at] != '\'') {
    size_t from = (*at)++;
    while (*at < format.len && ((unsigned char)format.ptr[*at] & 0xC0) == 0x80)
      (*at)++;
    return ccl_str_sub(format, from, *at);
  }
  ccl_buf buf = { 0 };
  size_t i = *at + 1;
  if (i < format.len && format.ptr[i] == '\'') {
    *at = i + 1;
    return CCL_STR("'");
  }
  for (; i < format.len; i++) {
    if (format.ptr[i] == '\'') {
      if (i + 1 >= format.len || format.ptr[i + 1] != '\'')
        break;
      i++;
    }
    ccl_buf_char(&buf, format.ptr[i]);
  }
  *at = i < format.len ? i + 1 : i;
  return ccl_buf_str(&buf);
}

ccl_moment_format *ccl_moment_format_new(ccl_str format) {
  ccl_moment_format *made = ccl_new(ccl_moment_format);
  made->items = ccl_new_array(ccl_format_item, format.len + 1);
  for (size_t at = 0; at < format.len;) {
    ccl_format_item *item = &made->items[made->count++];
    char head = format.ptr[at];
    if (is_letter(head) && strchr("yMdHhmsSaEXZ", head)) {
      size_t from = at;
      while (at < format.len && format.ptr[at] == head)
        at++;
      *item = (ccl_format_item){ head, (uint8_t)(at - from < 255 ? at - from : 255), { NULL, 0 } };
      continue;
    }
    reading r = { .text = format, .at = at };
    if (take_blank(&r)) {
      at = r.at;
      *item = (ccl_format_item){ ' ', 1, { NULL, 0 } };
      continue;
    }
    *item = (ccl_format_item){ 0, 1, plain_text(format, &at) };
  }
  return made;
}

void ccl_moment_format_free(ccl_moment_format *format) {
  ccl_table_free(&format->words);
  ccl_plain_free(format->meanings);
}

enum { NAMES_MONTH = 100, NAMES_WEEKDAY = 10000, NAMES_HALF = 1000000 };

/* Without case, accents, full stops and what joins words. */
static ccl_str folded_word(ccl_str word) {
  ccl_str folded = ccl_utf8_fold(word);
  ccl_buf buf = { 0 };
  for (size_t i = 0; i < folded.len; i++)
    if (is_letter(folded.ptr[i]))
      ccl_buf_char(&buf, folded.ptr[i]);
  return ccl_buf_str(&buf);
}

/* What a word can mean, in one number: "mar" is a month and a day. */
static int32_t meaning_of(ccl_str word) {
  static const struct {
    int32_t meaning;
    const char *spelling;
  } names[] = {
#define NAME(kind, number, spelling) { NAMES_##kind / 100 * (number), spelling },
#include "data/moment_names.def"
#undef NAME
  };
  ccl_str folded = folded_word(word);
  int32_t meaning = 0;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (ccl_str_is(folded, names[i].spelling))
      meaning += names[i].meaning;
  return meaning;
}

/* The word at hand, of letters, with a full stop behind or (a.m.) inside. */
static ccl_str take_word(reading *r) {
  size_t from = r->at;
  for (;;) {
    size_t next = r->at;
    int32_t code = ccl_utf8_next(r->text, &next);
    bool letter = code >= 0xC0 ? code < 0x250 : code > 0 && is_letter((char)code);
    if (code < 0 || !(letter || (code == '.' && r->at > from)))
      break;
    r->at = next;
  }
  return ccl_str_sub(r->text, from, r->at);
}

/* The number of a name of the kind; 0: it is none. */
static int32_t take_name(ccl_moment_format *format, reading *r, int32_t kind) {
  ccl_str word = take_word(r);
  if (word.len == 0)
    return 0;
  bool is_new;
  uint32_t number = ccl_table_put(&format->words, word, &is_new);
  if (is_new) {
    format->meanings =
        ccl_plain_grow(format->meanings, &format->meaning_cap, (size_t)number + 1, sizeof *format->meanings);
    format->meanings[number] = meaning_of(word);
  }
  return format->meanings[number] / (kind / 100) % 100;
}

/* Whether digits follow an item without anything between: its own count of digits is then strict. */
static bool is_followed_by_digits(const ccl_moment_format *format, size_t index) {
  if (index + 1 >= format->count)
    return false;
  const ccl_format_item *next = &format->items[index + 1];
  return next->letter != 0 && strchr("yMdHhmsS", next->letter) != NULL && !(next->letter == 'M' && next->count > 2);
}

/* A number of one or two digits; two letters ask for two where the next digits follow at once. */
static bool take_pair(reading *r, const ccl_moment_format *format, size_t index, int32_t *out) {
  int least = format->items[index].count >= 2 && is_followed_by_digits(format, index) ? 2 : 1;
  return take_number(r, least, 2, out);
}

static bool take_year(reading *r, int count) {
  if (count == 2) {
    bool read = take_number(r, 2, 2, &r->year);
    r->year += 2000;
    return read;
  }
  return take_number(r, 4, 4, &r->year);
}

static bool take_exact_fraction(reading *r, int count) {
  if (!take_number(r, count, count < NANO_DIGITS ? count : NANO_DIGITS, &r->nanos))
    return false;
  for (int i = count; i < NANO_DIGITS; i++)
    r->nanos *= 10;
  return true;
}

static bool take_item(ccl_moment_format *format, size_t index, reading *r) {
  const ccl_format_item *item = &format->items[index];
  switch (item->letter) {
  case 'y': return take_year(r, item->count);
  case 'M':
    if (item->count <= 2)
      return take_pair(r, format, index, &r->month);
    r->month = take_name(format, r, NAMES_MONTH);
    return r->month != 0;
  case 'd': return take_pair(r, format, index, &r->day);
  case 'H': return take_pair(r, format, index, &r->hour);
  case 'h': r->half_day = true; return take_pair(r, format, index, &r->hour);
  case 'm': return take_pair(r, format, index, &r->minute);
  case 's': return take_pair(r, format, index, &r->second);
  case 'S': return take_exact_fraction(r, item->count);
  case 'a': r->half = take_name(format, r, NAMES_HALF); return r->half != 0;
  case 'E': r->weekday = take_name(format, r, NAMES_WEEKDAY); return r->weekday != 0;
  case 'X':
  case 'Z': return take_offset(r);
  case ' ':
    if (!take_blank(r))
      return false;
    while (take_blank(r)) {
    }
    return true;
  default:
    if (!ccl_str_starts(ccl_str_sub(r->text, r->at, r->text.len), item->text))
      return false;
    r->at += item->text.len;
    return true;
  }
}

ccl_moment_state ccl_moment_read(ccl_moment_format *format, ccl_str text, ccl_moment *out) {
  reading r = { .text = text, .year = 1970, .month = 1, .day = 1 };
  for (size_t i = 0; i < format->count; i++)
    if (!take_item(format, i, &r))
      return CCL_MOMENT_WRONG;
  return conclude(&r, out);
}

ccl_moment_state ccl_moment_instant(ccl_moment moment, const ccl_zone *zone, ccl_instant *out) {
  int64_t seconds;
  if (moment.has_offset) {
    seconds = (int64_t)moment.day * CCL_DAY_SECONDS + moment.second - moment.offset;
  } else if (ccl_zone_instant(zone, (ccl_local){ moment.day, moment.second }, &seconds) == CCL_LOCAL_SKIPPED) {
    return CCL_MOMENT_SKIPPED;
  }
  *out = (ccl_instant){ seconds, moment.nanos };
  return CCL_MOMENT_READ;
}
