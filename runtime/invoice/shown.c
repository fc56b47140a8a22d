/* SPDX-License-Identifier: Apache-2.0 */
/* From exact figures to the decimals that an invoice shows. */
#include "invoice/shown.h"

#include "value/spell.h"

#define SHOWN_PLACES 6 /* of a figure whose decimal has no end */
#define SHORT_PLACES 2 /* of a percentage that informs */

ccl_shown ccl_shown_figure(ccl_rat figure, const ccl_unit *unit) {
  if (unit != NULL && !unit->is_percent)
    figure = ccl_rat_div(figure, unit->scale);
  size_t places;
  if (ccl_rat_is_decimal(figure, &places))
    return (ccl_shown){ ccl_rat_text(figure), { 0 } };
  return (ccl_shown){ ccl_rat_fixed(figure, SHOWN_PLACES), ccl_rat_fraction_text(figure) };
}

ccl_str ccl_shown_percent(ccl_rat share) {
  return ccl_shown_figure(ccl_rat_mul(share, ccl_rat_int(100)), NULL).decimal;
}

ccl_str ccl_shown_percent_short(ccl_rat share) {
  ccl_rat percent = ccl_rat_mul(share, ccl_rat_int(100));
  size_t places;
  return ccl_rat_is_decimal(percent, &places) && places <= SHORT_PLACES ? ccl_rat_text(percent) : ccl_rat_fixed(percent, SHORT_PLACES);
}

bool ccl_shown_is_plural(ccl_rat figure, const ccl_unit *unit, ccl_lang lang) {
  ccl_rat size = ccl_rat_abs(ccl_rat_div(figure, unit->scale));
  return lang == CCL_LANG_FR ? ccl_rat_cmp(size, ccl_rat_int(2)) >= 0 : !ccl_rat_eq(size, CCL_RAT_ONE);
}

static size_t minor_digits(const ccl_plan *plan) {
  return (size_t)plan->header.currency->factors[0].base->minor_digits;
}

ccl_shown ccl_shown_price(const ccl_plan *plan, const ccl_line *line) {
  ccl_shown shown = ccl_shown_figure(line->price, line->price_unit);
  int32_t power;
  bool is_money = line->price_unit != NULL && ccl_dimension_currency(line->price_unit->dimension, &power) != NULL;
  ccl_rat price = is_money ? ccl_rat_div(line->price, line->price_unit->scale) : CCL_RAT_ZERO;
  size_t places;
  if (is_money && ccl_rat_is_decimal(price, &places) && places < minor_digits(plan))
    shown.decimal = ccl_rat_fixed(price, minor_digits(plan));
  return shown;
}

ccl_str ccl_shown_money(const ccl_plan *plan, ccl_rat amount) {
  size_t digits = minor_digits(plan), places;
  if (ccl_rat_is_decimal(plan->header.rounding.step, &places) && places > digits)
    digits = places;
  return ccl_rat_fixed(amount, digits);
}

ccl_str ccl_shown_amount(const ccl_plan *plan, ccl_rat amount) {
  return ccl_shown_money(plan, ccl_round(amount, plan->header.rounding.mode, plan->header.rounding.step));
}

ccl_str ccl_shown_vat(ccl_vat vat) {
  switch (vat.kind) {
  case CCL_VAT_RATE:
    return ccl_shown_percent(vat.rate);
  case CCL_VAT_REVERSE:
    return CCL_STR("AE");
  case CCL_VAT_EXEMPT:
    return CCL_STR("E");
  case CCL_VAT_OUTSIDE:
    return CCL_STR("O");
  case CCL_VAT_NONE:
    break;
  }
  return (ccl_str){ 0 };
}

ccl_str ccl_shown_unit(const ccl_plan *plan, const ccl_unit *unit) {
  if (unit == NULL || unit->is_percent || (unit->factor_count == 0 && ccl_dimension_is_number(unit->dimension)))
    return (ccl_str){ 0 };
  return ccl_unit_text(unit, plan->header.lang, false);
}

ccl_str ccl_shown_key(const ccl_plan *plan, ccl_type type, ccl_value value) {
  if (value.state != CCL_KNOWN)
    return (ccl_str){ 0 };
  switch (value.kind) {
  case CCL_KIND_NUMBER:
    return ccl_shown_figure(value.as.number, type.unit).decimal;
  case CCL_KIND_BOOL:
    return value.as.truth ? CCL_STR("true") : CCL_STR("false");
  case CCL_KIND_TEXT:
    return value.as.text;
  case CCL_KIND_DATE:
    return ccl_day_text(value.as.day);
  case CCL_KIND_TIMESTAMP:
    return ccl_instant_text(plan->header.zone, value.as.instant);
  case CCL_KIND_MONTH:
    return ccl_month_text(value.as.month);
  case CCL_KIND_WEEKDAY:
    return ccl_spell_weekday(value.as.weekday, plan->header.lang);
  case CCL_KIND_CHOICE:
    return plan->choices[value.as.choice];
  }
  return (ccl_str){ 0 };
}
