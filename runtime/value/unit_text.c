/* SPDX-License-Identifier: Apache-2.0 */
/* Units in words: "EUR per hour", "appels", "montant par appel". */
#include "base/mem.h"
#include "value/unit.h"

static ccl_str word(ccl_lang lang, const char *en, const char *fr) {
  return ccl_str_from(lang == CCL_LANG_FR ? fr : en);
}

static ccl_str name_of(const ccl_unit_factor *factor, ccl_lang lang) {
  return lang == CCL_LANG_FR ? factor->fr : factor->en;
}

/* A declared plural, else a final s, but not behind s, x or z; currencies have none. */
static void add_plural(ccl_buf *buf, const ccl_unit_factor *factor, ccl_lang lang) {
  const ccl_base_unit *base = factor->base;
  ccl_str name = name_of(factor, lang);
  if (base->plural.len > 0 && ccl_str_eq(name, base->name)) {
    ccl_buf_add(buf, base->plural);
    return;
  }
  ccl_buf_add(buf, name);
  char last = name.len > 0 ? name.ptr[name.len - 1] : 's';
  if (base->kind != CCL_BASE_CURRENCY && last != 's' && last != 'x' && last != 'z')
    ccl_buf_char(buf, 's');
}

/* ², ³, ¹²: nothing for 1. */
static void add_power(ccl_buf *buf, int32_t power) {
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  if (power == 1)
    return;
  ccl_str digits = ccl_str_printf("%d", power);
  for (size_t i = 0; i < digits.len; i++)
    ccl_buf_z(buf, raised[digits.ptr[i] - '0']);
}

static void add_above(ccl_buf *buf, const ccl_unit_factor *factor, ccl_lang lang, bool plural) {
  if (buf->len > 0)
    ccl_buf_z(buf, " × ");
  if (plural)
    add_plural(buf, factor, lang);
  else
    ccl_buf_add(buf, name_of(factor, lang));
  add_power(buf, factor->power);
}

static void add_below(ccl_buf *buf, const ccl_unit_factor *factor, ccl_lang lang) {
  ccl_buf_z(buf, buf->len > 0 ? " " : "");
  ccl_buf_add(buf, word(lang, "per ", "par "));
  ccl_buf_add(buf, name_of(factor, lang));
  add_power(buf, -factor->power);
}

static ccl_str text_of(const ccl_unit_factor *factors, size_t count, bool is_percent, ccl_lang lang, bool plural) {
  if (count == 0 && !is_percent)
    return word(lang, "number", "nombre");
  ccl_buf buf = { 0 };
  ccl_buf_z(&buf, is_percent ? "%" : "");
  for (size_t i = 0; i < count; i++)
    if (factors[i].power > 0)
      add_above(&buf, &factors[i], lang, plural);
  for (size_t i = 0; i < count; i++)
    if (factors[i].power < 0)
      add_below(&buf, &factors[i], lang);
  return ccl_buf_str(&buf);
}

ccl_str ccl_unit_text(const ccl_unit *unit, ccl_lang lang, bool plural) {
  return text_of(unit->factors, unit->factor_count, unit->is_percent, lang, plural);
}

static size_t count_currencies(ccl_dimension dimension) {
  size_t count = 0;
  for (size_t i = 0; i < dimension.count; i++)
    count += dimension.bases[i]->kind == CCL_BASE_CURRENCY;
  return count;
}

/* The factor by which people usually say a base unit: hours rather than seconds, and money when only one currency is
 * there. */
static ccl_unit_factor usual_factor(ccl_units *units, ccl_dimension dimension, size_t i) {
  const ccl_base_unit *base = dimension.bases[i];
  ccl_unit_factor factor =
      *(base->kind == CCL_BASE_CLOCK ? ccl_unit_atom(units, CCL_STR("h"), CCL_LANG_EN) : ccl_unit_of_base(units, base))
           ->factors;
  factor.power = dimension.powers[i];
  if (base->kind == CCL_BASE_CURRENCY && factor.power == 1 && count_currencies(dimension) == 1) {
    factor.en = CCL_STR("money");
    factor.fr = CCL_STR("montant");
  }
  return factor;
}

/* Money first, then the others as they are sorted. */
ccl_str ccl_dimension_text(ccl_units *units, ccl_dimension dimension, ccl_lang lang) {
  ccl_unit_factor *factors = ccl_new_array(ccl_unit_factor, dimension.count);
  size_t count = 0;
  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < dimension.count; i++)
      if ((dimension.bases[i]->kind == CCL_BASE_CURRENCY) == (pass == 0))
        factors[count++] = usual_factor(units, dimension, i);
  return text_of(factors, count, false, lang, true);
}
