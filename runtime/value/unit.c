/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The table of units: spellings, products, and one object for each unit. Names in messages and on invoices are in
 * unit_text.c, the units of the language in units.def, the currencies in currencies.def.
 */
#include "value/unit.h"

#include <string.h>

#include "base/limits.h"
#include "base/mem.h"

enum { IN_ENGLISH = 1 << CCL_LANG_EN, IN_FRENCH = 1 << CCL_LANG_FR, IN_BOTH = IN_ENGLISH | IN_FRENCH };

/* What a spelling means first (clause 2 does not let it mean two things; a contract that declares them so is reported).
 */
typedef enum rank { OF_LANGUAGE, DECLARED, DECLARED_PLURAL, FINAL_S } rank;

/* One meaning of a spelling: a list in units->by_name. */
typedef struct meaning {
  const ccl_unit *unit;
  unsigned langs;
  rank precedence;
  struct meaning *next;
} meaning;

static void spell(ccl_units *units, ccl_str spelling, unsigned langs, rank precedence, const ccl_unit *unit) {
  if (spelling.len == 0)
    return;
  for (const meaning *each = ccl_map_find(&units->by_name, spelling); each; each = each->next)
    if (each->unit == unit && each->precedence <= precedence && (each->langs & langs) == langs)
      return;
  meaning *new = ccl_new(meaning);
  *new = (meaning){ unit, langs, precedence, ccl_map_find(&units->by_name, spelling) };
  ccl_map_put(&units->by_name, spelling, new);
}

static void spell_plural(ccl_units *units, ccl_str name, unsigned langs, rank precedence, const ccl_unit *unit) {
  if (name.len > 0 && !ccl_str_ends(name, CCL_STR("s")))
    spell(units, ccl_str_printf("%.*ss", (int)name.len, name.ptr), langs, precedence, unit);
}

const ccl_unit *ccl_unit_atom(ccl_units *units, ccl_str name, ccl_lang lang) {
  const meaning *best = NULL; /* of equals the last in the list, which is the one declared first */
  for (const meaning *each = ccl_map_find(&units->by_name, name); each; each = each->next)
    if ((each->langs & 1u << lang) != 0 && (!best || each->precedence <= best->precedence))
      best = each;
  return best ? best->unit : NULL;
}

/* ---- One object for each unit ---- */

/* Factors that are being put together. */
typedef struct factors {
  CCL_VEC(ccl_unit_factor) list;
  bool is_percent;
} factors;

static int32_t within_limit(int64_t power) {
  return (int32_t)(power > CCL_LIMIT_UNIT_POWER    ? CCL_LIMIT_UNIT_POWER
                   : power < -CCL_LIMIT_UNIT_POWER ? -CCL_LIMIT_UNIT_POWER
                                                   : power);
}

/* The factor that `factor` merges with: of one base and one scale; failing that, if wanted, of one base. */
static ccl_unit_factor *partner(factors *product, ccl_unit_factor factor, bool across_scales) {
  ccl_unit_factor *found = NULL;
  for (size_t i = 0; i < product->list.len; i++) {
    ccl_unit_factor *there = &product->list.items[i];
    if (there->base != factor.base || there->power == 0)
      continue;
    if (ccl_rat_eq(there->scale, factor.scale))
      return there;
    if (across_scales && !found)
      found = there;
  }
  return found;
}

static void multiply_factor(factors *product, ccl_unit_factor factor, bool across_scales) {
  ccl_unit_factor *there = partner(product, factor, across_scales);
  if (there)
    there->power = within_limit((int64_t)there->power + factor.power);
  else
    ccl_vec_push(&product->list, factor);
}

/* Those above the line first, those without power gone, each part in its order. */
static void put_in_order(factors *product) {
  factors ordered = { .is_percent = product->is_percent };
  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < product->list.len; i++) {
      ccl_unit_factor factor = product->list.items[i];
      if (pass == 0 ? factor.power > 0 : factor.power < 0)
        ccl_vec_push(&ordered.list, factor);
    }
  *product = ordered;
}

/* Two units are one when their factors are the same, written with the same names. */
static ccl_str key_of(const factors *product) {
  ccl_buf key = { 0 };
  ccl_buf_z(&key, product->is_percent ? "%" : "");
  for (size_t i = 0; i < product->list.len; i++) {
    const ccl_unit_factor *factor = &product->list.items[i];
    ccl_buf_printf(&key, "%u^%d*", factor->base->number, factor->power);
    ccl_buf_add(&key, factor->en);
    ccl_buf_char(&key, ';');
  }
  return ccl_buf_str(&key);
}

/* Sorted by number; a base that stands above and below the line (minutes per hour) counts with what remains. */
static ccl_dimension dimension_of(const factors *product) {
  const ccl_base_unit **bases = ccl_new_array(const ccl_base_unit *, product->list.len);
  int32_t *powers = ccl_alloc_array(product->list.len, sizeof *powers);
  size_t count = 0;
  for (size_t i = 0; i < product->list.len; i++) {
    const ccl_unit_factor *factor = &product->list.items[i];
    size_t at = 0;
    while (at < count && bases[at]->number < factor->base->number)
      at++;
    if (at == count || bases[at] != factor->base) {
      memmove(bases + at + 1, bases + at, (count - at) * sizeof *bases);
      memmove(powers + at + 1, powers + at, (count - at) * sizeof *powers);
      bases[at] = factor->base;
      powers[at] = 0;
      count++;
    }
    powers[at] = within_limit((int64_t)powers[at] + factor->power);
  }
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (powers[i] != 0) {
      bases[kept] = bases[i];
      powers[kept++] = powers[i];
    }
  return (ccl_dimension){ bases, powers, kept };
}

static const ccl_unit *intern(ccl_units *units, factors *product) {
  put_in_order(product);
  if (product->list.len > 0 && product->list.items[0].power > 0)
    product->is_percent = false;
  ccl_str key = key_of(product);
  ccl_unit *unit = ccl_map_find(&units->interned, key);
  if (unit)
    return unit;
  unit = ccl_new(ccl_unit);
  *unit = (ccl_unit){ product->list.items, product->list.len, dimension_of(product), CCL_RAT_ONE, product->is_percent };
  if (product->is_percent)
    unit->scale = ccl_rat_frac(1, 100);
  for (size_t i = 0; i < unit->factor_count; i++)
    unit->scale = ccl_rat_mul(unit->scale, ccl_rat_pow(unit->factors[i].scale, unit->factors[i].power));
  ccl_map_put(&units->interned, key, unit);
  return unit;
}

static const ccl_unit *combine(ccl_units *units, const ccl_unit *a, const ccl_unit *b, int32_t sign) {
  factors product = { .is_percent = sign > 0 ? a->is_percent != b->is_percent : a->is_percent && !b->is_percent };
  for (size_t i = 0; i < a->factor_count; i++)
    ccl_vec_push(&product.list, a->factors[i]);
  for (size_t i = 0; i < b->factor_count; i++) {
    ccl_unit_factor factor = b->factors[i];
    factor.power *= sign;
    multiply_factor(&product, factor, sign > 0);
  }
  return intern(units, &product);
}

const ccl_unit *ccl_unit_product(ccl_units *units, const ccl_unit *a, const ccl_unit *b) {
  return combine(units, a, b, 1);
}

const ccl_unit *ccl_unit_quotient(ccl_units *units, const ccl_unit *a, const ccl_unit *b) {
  return combine(units, a, b, -1);
}

bool ccl_unit_is_extreme(const ccl_unit *unit) {
  for (size_t i = 0; i < unit->factor_count; i++)
    if (unit->factors[i].power >= CCL_LIMIT_UNIT_POWER || unit->factors[i].power <= -CCL_LIMIT_UNIT_POWER)
      return true;
  for (size_t i = 0; i < unit->dimension.count; i++)
    if (unit->dimension.powers[i] >= CCL_LIMIT_UNIT_POWER || unit->dimension.powers[i] <= -CCL_LIMIT_UNIT_POWER)
      return true;
  return false;
}

static const ccl_unit *single(ccl_units *units, ccl_unit_factor factor) {
  factors product = { 0 };
  ccl_vec_push(&product.list, factor);
  return intern(units, &product);
}

/* ---- Base units, and what the table holds from the start ---- */

typedef struct known_unit {
  ccl_base_kind kind;
  ccl_str base;
  int32_t scale;
  ccl_str en, fr, other_fr, symbol;
} known_unit;

static const known_unit known_units[] = {
#define UNIT(kind, base, scale, en, fr, other_fr, symbol)                                                              \
  { kind, CCL_STR_INIT(base), scale, CCL_STR_INIT(en), CCL_STR_INIT(fr), CCL_STR_INIT(other_fr), CCL_STR_INIT(symbol) },
#include "value/units.def"
#undef UNIT
};

enum { KNOWN_UNITS = sizeof known_units / sizeof known_units[0] };

static const struct {
  ccl_str code;
  int32_t minor_digits;
} currencies[] = {
#define CURRENCY(code, digits) { CCL_STR_INIT(#code), digits },
#include "value/currencies.def"
#undef CURRENCY
};

static const struct {
  ccl_str symbol, code;
} money_signs[] = {
  { CCL_STR_INIT("€"), CCL_STR_INIT("EUR") },
  { CCL_STR_INIT("$"), CCL_STR_INIT("USD") },
  { CCL_STR_INIT("£"), CCL_STR_INIT("GBP") },
};

static ccl_base_unit *find_base(const ccl_units *units, ccl_base_kind kind, ccl_str name) {
  for (size_t i = 0; i < units->bases.len; i++)
    if (units->bases.items[i]->kind == kind && ccl_str_eq(units->bases.items[i]->name, name))
      return units->bases.items[i];
  return NULL;
}

static ccl_base_unit *add_base(ccl_units *units, ccl_base_kind kind, ccl_str name) {
  ccl_base_unit *base = ccl_new(ccl_base_unit);
  *base = (ccl_base_unit){ .kind = kind, .name = name, .number = (uint32_t)units->bases.len };
  ccl_vec_push(&units->bases, base);
  return base;
}

static ccl_unit_factor known_factor(const known_unit *known, const ccl_base_unit *base) {
  return (ccl_unit_factor){ base, 1, ccl_rat_int(known->scale), known->en, known->fr };
}

static void add_known_units(ccl_units *units) {
  for (size_t i = 0; i < KNOWN_UNITS; i++) {
    const known_unit *known = &known_units[i];
    ccl_base_unit *base = find_base(units, known->kind, known->base);
    if (!base)
      base = add_base(units, known->kind, known->base);
    const ccl_unit *unit = single(units, known_factor(known, base));
    spell(units, known->symbol, IN_BOTH, OF_LANGUAGE, unit);
    spell(units, known->en, IN_ENGLISH, OF_LANGUAGE, unit);
    spell_plural(units, known->en, IN_ENGLISH, OF_LANGUAGE, unit);
    spell(units, known->fr, IN_FRENCH, OF_LANGUAGE, unit);
    spell_plural(units, known->fr, IN_FRENCH, OF_LANGUAGE, unit);
    spell(units, known->other_fr, IN_FRENCH, OF_LANGUAGE, unit);
    spell_plural(units, known->other_fr, IN_FRENCH, OF_LANGUAGE, unit);
  }
}

static void add_currencies(ccl_units *units) {
  for (size_t i = 0; i < sizeof currencies / sizeof currencies[0]; i++) {
    ccl_str code = currencies[i].code;
    ccl_base_unit *base = add_base(units, CCL_BASE_CURRENCY, code);
    base->minor_digits = currencies[i].minor_digits;
    spell(units, code, IN_BOTH, OF_LANGUAGE, single(units, (ccl_unit_factor){ base, 1, CCL_RAT_ONE, code, code }));
  }
  for (size_t i = 0; i < sizeof money_signs / sizeof money_signs[0]; i++)
    spell(units, money_signs[i].symbol, IN_BOTH, OF_LANGUAGE, ccl_unit_currency(units, money_signs[i].code));
}

ccl_units *ccl_units_new(void) {
  ccl_units *units = ccl_new(ccl_units);
  add_known_units(units);
  add_currencies(units);
  spell(units, CCL_STR("number"), IN_ENGLISH, OF_LANGUAGE, ccl_unit_number(units));
  spell(units, CCL_STR("nombre"), IN_FRENCH, OF_LANGUAGE, ccl_unit_number(units));
  const ccl_unit *percent = ccl_unit_percent(units);
  spell(units, CCL_STR("%"), IN_BOTH, OF_LANGUAGE, percent);
  spell(units, CCL_STR("point"), IN_BOTH, OF_LANGUAGE, percent);
  spell(units, CCL_STR("points"), IN_BOTH, OF_LANGUAGE, percent);
  return units;
}

/* A counting unit by its name; that of the language, `period`, by both of its names. */
static ccl_base_unit *find_count_unit(const ccl_units *units, ccl_str name) {
  for (size_t i = 0; i < KNOWN_UNITS; i++)
    if (known_units[i].kind == CCL_BASE_COUNT && ccl_str_eq(known_units[i].fr, name))
      name = known_units[i].base;
  for (const meaning *each = ccl_map_find(&units->by_name, name); each; each = each->next) {
    const ccl_unit_factor *factor = each->unit->factors;
    if (factor && factor->base->kind == CCL_BASE_COUNT && ccl_str_eq(factor->base->name, name))
      return units->bases.items[factor->base->number];
  }
  return NULL;
}

const ccl_base_unit *ccl_units_count_unit(ccl_units *units, ccl_str name, ccl_str plural) {
  ccl_base_unit *base = find_count_unit(units, name);
  if (!base) {
    base = add_base(units, CCL_BASE_COUNT, name);
    const ccl_unit *unit = ccl_unit_of_base(units, base);
    spell(units, name, IN_BOTH, DECLARED, unit);
    spell(units, ccl_str_printf("%.*ss", (int)name.len, name.ptr), IN_BOTH, FINAL_S, unit);
  }
  if (base->plural.len == 0)
    base->plural = plural;
  spell(units, plural, IN_BOTH, DECLARED_PLURAL, ccl_unit_of_base(units, base));
  return base;
}

/* ---- Units that the other layers ask for by name ---- */

const ccl_unit *ccl_unit_number(ccl_units *units) {
  return intern(units, &(factors){ 0 });
}

const ccl_unit *ccl_unit_percent(ccl_units *units) {
  return intern(units, &(factors){ .is_percent = true });
}

const ccl_unit *ccl_unit_currency(ccl_units *units, ccl_str code) {
  const ccl_base_unit *base = NULL;
  for (const meaning *each = ccl_map_find(&units->by_name, code); each && !base; each = each->next)
    if (each->unit->factor_count > 0 && each->unit->factors[0].base->kind == CCL_BASE_CURRENCY &&
        ccl_str_eq(each->unit->factors[0].base->name, code)) /* € is no code */
      base = each->unit->factors[0].base;
  return base ? ccl_unit_of_base(units, base) : NULL;
}

static const ccl_unit *of_kind(ccl_units *units, ccl_base_kind kind) {
  for (size_t i = 0; i < units->bases.len; i++)
    if (units->bases.items[i]->kind == kind)
      return ccl_unit_of_base(units, units->bases.items[i]);
  CCL_BUG("a table of units without the units of the language");
}

const ccl_unit *ccl_unit_second(ccl_units *units) {
  return of_kind(units, CCL_BASE_CLOCK);
}

const ccl_unit *ccl_unit_day(ccl_units *units) {
  return of_kind(units, CCL_BASE_DAY);
}

const ccl_unit *ccl_unit_month(ccl_units *units) {
  return of_kind(units, CCL_BASE_MONTH);
}

const ccl_unit *ccl_unit_of_base(ccl_units *units, const ccl_base_unit *base) {
  for (size_t i = 0; i < KNOWN_UNITS; i++)
    if (known_units[i].kind == base->kind && known_units[i].scale == 1 && ccl_str_eq(known_units[i].base, base->name))
      return single(units, known_factor(&known_units[i], base));
  return single(units, (ccl_unit_factor){ base, 1, CCL_RAT_ONE, base->name, base->name });
}

/* ---- Dimensions ---- */

bool ccl_dimension_eq(ccl_dimension a, ccl_dimension b) {
  if (a.count != b.count)
    return false;
  for (size_t i = 0; i < a.count; i++)
    if (a.bases[i] != b.bases[i] || a.powers[i] != b.powers[i])
      return false;
  return true;
}

bool ccl_dimension_is_number(ccl_dimension a) {
  return a.count == 0;
}

const ccl_base_unit *ccl_dimension_money(ccl_dimension a) {
  return a.count == 1 && a.powers[0] == 1 && a.bases[0]->kind == CCL_BASE_CURRENCY ? a.bases[0] : NULL;
}

const ccl_base_unit *ccl_dimension_currency(ccl_dimension a, int32_t *power) {
  for (size_t i = 0; i < a.count; i++)
    if (a.bases[i]->kind == CCL_BASE_CURRENCY) {
      *power = a.powers[i];
      return a.bases[i];
    }
  return NULL;
}

int32_t ccl_dimension_power(ccl_dimension a, const ccl_base_unit *base) {
  for (size_t i = 0; i < a.count; i++)
    if (a.bases[i] == base)
      return a.powers[i];
  return 0;
}

int32_t ccl_dimension_kind_power(ccl_dimension a, ccl_base_kind kind) {
  for (size_t i = 0; i < a.count; i++)
    if (a.bases[i]->kind == kind)
      return a.powers[i];
  return 0;
}
