/* SPDX-License-Identifier: Apache-2.0 */
/* Digits into whole numbers with a count of decimals; what does not fit in 64 bits goes to exact rationals. */
#include "data/figure.h"

#include <string.h>

#include "data/arena.h"

/* clang-format off */
static const int64_t powers[CCL_FIGURE_PLACES + 1] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
  10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000
};
/* clang-format on */

int64_t ccl_power_of_ten(int32_t places) {
  return powers[places];
}

/* The sign at the start: "-" or U+2212; *at moves behind it. */
static bool take_minus(ccl_str text, size_t *at) {
  if (text.len >= 1 && text.ptr[0] == '-') {
    *at = 1;
    return true;
  }
  if (text.len >= 3 && memcmp(text.ptr, "\xE2\x88\x92", 3) == 0) {
    *at = 3;
    return true;
  }
  return false;
}

static bool is_digit(ccl_str text, size_t at) {
  return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

/* Bytes of a blank between groups of digits; 0: none. */
static size_t group_blank(ccl_str text, size_t at) {
  if (at < text.len && text.ptr[at] == ' ')
    return 1;
  if (at + 2 <= text.len && memcmp(text.ptr + at, "\xC2\xA0", 2) == 0)
    return 2;
  return at + 3 <= text.len && memcmp(text.ptr + at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* The digits of one figure as they are read: a number while they fit, and their text from then on. */
typedef struct gathering {
  int64_t mantissa;
  size_t digits; /* significant ones */
} gathering;

static void gather(gathering *g, char digit) {
  if (g->digits < CCL_FIGURE_PLACES)
    g->mantissa = g->mantissa * 10 + (digit - '0');
  if (g->digits > 0 || digit != '0')
    g->digits++;
}

/* A figure with more digits than 64 bits hold: again, as plain text for the exact reader. */
static ccl_figure_state read_long(ccl_str text, ccl_figure *out) {
  size_t cap = 0;
  char *plain = ccl_plain_grow(NULL, &cap, text.len + 1, 1);
  size_t at = 0, len = 0;
  if (take_minus(text, &at))
    plain[len++] = '-';
  for (; at < text.len; at++) {
    char byte = text.ptr[at];
    if (byte == ',' || byte == '.')
      plain[len++] = '.';
    else if (byte >= '0' && byte <= '9')
      plain[len++] = byte;
  }
  bool read = ccl_rat_parse((ccl_str){ plain, len }, &out->exact);
  ccl_plain_free(plain);
  out->places = CCL_FIGURE_EXACT;
  return read && !ccl_rat_is_too_large(out->exact) ? CCL_FIGURE_READ : CCL_FIGURE_LARGE;
}

/* The digits before the decimal mark, in groups of three or not. */
static bool read_whole(ccl_str text, size_t *at, bool *grouped, gathering *g) {
  size_t from = *at;
  while (is_digit(text, *at))
    gather(g, text.ptr[(*at)++]);
  size_t count = *at - from, blank;
  if (count == 0)
    return false;
  while ((blank = group_blank(text, *at)) > 0) {
    if ((!*grouped && count > 3) || !is_digit(text, *at + blank) || !is_digit(text, *at + blank + 1) ||
        !is_digit(text, *at + blank + 2))
      return false;
    *grouped = true;
    *at += blank;
    for (int i = 0; i < 3; i++)
      gather(g, text.ptr[(*at)++]);
  }
  return true;
}

ccl_figure_state ccl_figure_read(ccl_str text, bool comma, ccl_figure *out) {
  size_t at = 0;
  bool negative = take_minus(text, &at), grouped = false, has_comma = false;
  gathering g = { 0 };
  size_t places = 0;
  if (!read_whole(text, &at, &grouped, &g))
    return CCL_FIGURE_WRONG;
  if (at < text.len && (text.ptr[at] == '.' || text.ptr[at] == ',')) {
    has_comma = text.ptr[at] == ',';
    at++;
    size_t from = at;
    while (is_digit(text, at))
      gather(&g, text.ptr[at++]);
    places = at - from;
    if (places == 0)
      return CCL_FIGURE_WRONG;
  }
  if (at != text.len)
    return CCL_FIGURE_WRONG;
  if (!comma && (has_comma || grouped))
    return CCL_FIGURE_COMMA;
  if (g.digits > CCL_FIGURE_PLACES || places > CCL_FIGURE_PLACES)
    return read_long(text, out);
  *out = (ccl_figure){ negative ? -g.mantissa : g.mantissa, (int32_t)places, CCL_RAT_ZERO };
  return CCL_FIGURE_READ;
}

/* Two digits below 60 at *at. */
static bool read_sixty(ccl_str text, size_t *at, int64_t *out) {
  if (!is_digit(text, *at) || !is_digit(text, *at + 1))
    return false;
  *out = (text.ptr[*at] - '0') * 10 + (text.ptr[*at + 1] - '0');
  *at += 2;
  return *out < 60;
}

ccl_figure_state ccl_figure_read_clock(ccl_str text, bool comma, ccl_figure *out) {
  enum { MOST_DIGITS = 7, MOST_PLACES = 9 };
  size_t at = 0;
  bool negative = take_minus(text, &at);
  gathering g = { 0 };
  size_t from = at;
  while (is_digit(text, at))
    gather(&g, text.ptr[at++]);
  if (at == from || at - from > MOST_DIGITS || at >= text.len || text.ptr[at++] != ':')
    return CCL_FIGURE_WRONG;
  int64_t second, third;
  if (!read_sixty(text, &at, &second))
    return CCL_FIGURE_WRONG;
  int64_t seconds = g.mantissa * 60 + second; /* MM:SS */
  if (at < text.len && text.ptr[at] == ':') {
    at++;
    if (!read_sixty(text, &at, &third))
      return CCL_FIGURE_WRONG;
    seconds = seconds * 60 + third;
  }
  int32_t places = 0;
  if (at < text.len && (text.ptr[at] == '.' || (comma && text.ptr[at] == ','))) {
    at++;
    for (; is_digit(text, at) && places < MOST_PLACES; at++, places++)
      seconds = seconds * 10 + (text.ptr[at] - '0');
    if (places == 0)
      return CCL_FIGURE_WRONG;
  }
  if (at != text.len)
    return CCL_FIGURE_WRONG;
  *out = (ccl_figure){ negative ? -seconds : seconds, places, CCL_RAT_ZERO };
  return CCL_FIGURE_READ;
}

ccl_rat ccl_figure_rat(ccl_figure figure) {
  if (figure.places == CCL_FIGURE_EXACT)
    return figure.exact;
  return figure.places == 0 ? ccl_rat_int(figure.mantissa) : ccl_rat_frac(figure.mantissa, powers[figure.places]);
}

ccl_figure_scale ccl_figure_scale_of(ccl_rat scale) {
  enum { MOST = 9 }; /* decimals that a scale may cost */
  for (int32_t places = 0; places <= MOST; places++) {
    int64_t factor;
    if (ccl_rat_to_int(ccl_rat_mul(scale, ccl_rat_int(powers[places])), &factor))
      return (ccl_figure_scale){ factor, places, false, scale };
  }
  return (ccl_figure_scale){ 0, 0, true, scale };
}

ccl_figure ccl_figure_scaled(ccl_figure figure, const ccl_figure_scale *scale) {
  int64_t mantissa;
  if (!scale->is_exact && figure.places != CCL_FIGURE_EXACT && figure.places + scale->places <= CCL_FIGURE_PLACES &&
      !__builtin_mul_overflow(figure.mantissa, scale->factor, &mantissa))
    return (ccl_figure){ mantissa, figure.places + scale->places, CCL_RAT_ZERO };
  return (ccl_figure){ 0, CCL_FIGURE_EXACT, ccl_rat_mul(ccl_figure_rat(figure), scale->exact) };
}
