/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a value reads in a message: exact as far as it goes, in the unit in which it is written, in the reader's
 * language. Invoices have their own (render/).
 */
#include "base/mem.h"
#include "plan/compute.h"
#include "value/spell.h"

enum {
  MOST_DECIMALS = 6,
  MOST_DIGITS = 40, /* of a whole part: a longer one is told by its length */
  SHOWN_DIGITS = 6, /* of such a one */
  GROUP = 3
};

#define NARROW_NO_BREAK_SPACE "\xE2\x80\xAF"
#define ELLIPSIS "\xE2\x80\xA6"

/* Digits in groups of three: "12,000", "12 000". */
static void put_grouped(ccl_buf *out, ccl_str digits, ccl_lang lang) {
  for (size_t i = 0; i < digits.len; i++) {
    if (i > 0 && (digits.len - i) % GROUP == 0)
      ccl_buf_z(out, lang == CCL_LANG_FR ? NARROW_NO_BREAK_SPACE : ",");
    ccl_buf_char(out, digits.ptr[i]);
  }
}

/* "1234" as "1,234"; a number of more than MOST_DIGITS digits as "123456… (312 digits)". */
static void put_whole(ccl_buf *out, ccl_str digits, ccl_lang lang) {
  if (digits.len <= MOST_DIGITS) {
    put_grouped(out, digits, lang);
    return;
  }
  ccl_buf_add(out, ccl_str_sub(digits, 0, SHOWN_DIGITS));
  ccl_buf_printf(out, lang == CCL_LANG_FR ? ELLIPSIS " (%zu chiffres)" : ELLIPSIS " (%zu digits)", digits.len);
}

/*
 * The figure with at least `least` decimals; what has more than MOST_DECIMALS is cut there and ends with an ellipsis.
 */
static void put_number(ccl_buf *out, ccl_rat figure, size_t least, ccl_lang lang) {
  size_t places;
  bool is_cut = !ccl_rat_is_decimal(figure, &places) || places > MOST_DECIMALS;
  if (is_cut) {
    figure = ccl_round(figure, CCL_ROUND_DOWNWARD, ccl_rat_pow(ccl_rat_int(10), -MOST_DECIMALS));
    places = MOST_DECIMALS;
  }
  ccl_str text = ccl_rat_fixed(ccl_rat_abs(figure), places > least ? places : least);
  ptrdiff_t point = ccl_str_find(text, CCL_STR("."));
  ccl_str whole = ccl_str_sub(text, 0, point >= 0 ? (size_t)point : text.len);
  if (ccl_rat_sign(figure) < 0)
    ccl_buf_char(out, '-');
  put_whole(out, whole, lang);
  if (point < 0 || whole.len > MOST_DIGITS)
    return;
  ccl_buf_char(out, lang == CCL_LANG_FR ? ',' : '.');
  ccl_buf_add(out, ccl_str_sub(text, (size_t)point + 1, text.len));
  if (is_cut)
    ccl_buf_z(out, ELLIPSIS);
}

/* English counts everything but one in the plural; French from two on. */
static bool is_plural(ccl_rat figure, ccl_lang lang) {
  ccl_rat size = ccl_rat_abs(figure);
  return lang == CCL_LANG_FR ? ccl_rat_cmp(size, ccl_rat_int(2)) >= 0 : !ccl_rat_eq(size, CCL_RAT_ONE);
}

/* The decimals that money is written with: 28.50 EUR, 3.20 EUR per call. */
static size_t usual_decimals(const ccl_unit *unit, ccl_rat figure) {
  int32_t power;
  const ccl_base_unit *currency = ccl_dimension_currency(unit->dimension, &power);
  return currency && power == 1 && !ccl_rat_is_whole(figure) ? (size_t)currency->minor_digits : 0;
}

static void put_quantity(ccl_buf *out, const ccl_unit *unit, ccl_rat number, ccl_lang lang) {
  if (!unit) {
    put_number(out, number, 0, lang);
    return;
  }
  ccl_rat figure = ccl_rat_div(number, unit->scale);
  put_number(out, figure, usual_decimals(unit, figure), lang);
  if (unit->factor_count == 0 && !unit->is_percent)
    return;
  ccl_buf_char(out, ' ');
  ccl_buf_add(out, ccl_unit_text(unit, lang, is_plural(figure, lang)));
}

static const char *truth_word(bool truth, ccl_lang lang) {
  if (lang == CCL_LANG_FR)
    return truth ? "vrai" : "faux";
  return truth ? "true" : "false";
}

ccl_str ccl_value_say(const ccl_plan *plan, ccl_type type, ccl_value value, ccl_lang lang) {
  ccl_buf out = { 0 };
  if (value.state != CCL_KNOWN)
    return lang == CCL_LANG_FR ? CCL_STR("sans valeur") : CCL_STR("no value");
  switch (value.kind) {
  case CCL_KIND_NUMBER: put_quantity(&out, type.unit, value.as.number, lang); break;
  case CCL_KIND_BOOL: ccl_buf_z(&out, truth_word(value.as.truth, lang)); break;
  case CCL_KIND_TEXT:
    return ccl_str_join((const ccl_str[]){ CCL_STR("\""), value.as.text, CCL_STR("\"") }, 3, (ccl_str){ 0 });
  case CCL_KIND_DATE: return ccl_day_text(value.as.day);
  case CCL_KIND_TIMESTAMP: return ccl_instant_text(plan->header.zone, value.as.instant);
  case CCL_KIND_MONTH: return ccl_month_text(value.as.month);
  case CCL_KIND_WEEKDAY: ccl_buf_add(&out, ccl_spell_weekday(value.as.weekday, lang)); break;
  case CCL_KIND_CHOICE: return plan->choices[value.as.choice];
  }
  return ccl_buf_str(&out);
}
