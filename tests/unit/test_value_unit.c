/* SPDX-License-Identifier: Apache-2.0 */
/* value/unit: spellings, products, conversions, words. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "value/unit.h"

static void start(void) {
  ccl_mem_init();
  ccl_rat_init();
}

static void stop(void) {
  ccl_mem_release();
}

TestSuite(unit, .init = start, .fini = stop);

#define S(text) ccl_str_from(text)
#define EN CCL_LANG_EN
#define FR CCL_LANG_FR

static void same(ccl_str found, const char *expected) {
  cr_assert(ccl_str_is(found, expected), "found \"%.*s\", expected \"%s\"", (int)found.len, found.ptr, expected);
}

/* A unit as written in a contract, its atoms separated by "/". */
static const ccl_unit *unit(ccl_units *units, const char *text, ccl_lang lang) {
  const ccl_unit *whole = NULL;
  for (ccl_str rest = S(text); rest.len > 0;) {
    ptrdiff_t bar = ccl_str_find(rest, S("/"));
    size_t end = bar < 0 ? rest.len : (size_t)bar;
    const ccl_unit *atom = ccl_unit_atom(units, ccl_str_sub(rest, 0, end), lang);
    cr_assert_not_null(atom, "%s", text);
    whole = whole ? ccl_unit_quotient(units, whole, atom) : atom;
    rest = ccl_str_sub(rest, end + 1, rest.len);
  }
  return whole;
}

static ccl_units *with_calls(void) {
  ccl_units *units = ccl_units_new();
  ccl_units_count_unit(units, S("call"), (ccl_str){ 0 });
  ccl_units_count_unit(units, S("jour_homme"), S("jours_homme"));
  ccl_units_count_unit(units, S("man_day"), (ccl_str){ 0 });
  ccl_units_count_unit(units, S("prix"), (ccl_str){ 0 });
  return units;
}

Test(unit, spellings) {
  static const struct {
    const char name[12], meaning[12]; /* meaning: an English spelling, or nothing */
    bool en, fr;
  } rows[] = {
    { "s", "second", true, true },
    { "second", "second", true, false },
    { "seconds", "second", true, false },
    { "seconde", "second", false, true },
    { "secondes", "second", false, true },
    { "min", "minute", true, true },
    { "minute", "minute", true, true },
    { "minutes", "minute", true, true },
    { "h", "hour", true, true },
    { "hour", "hour", true, false },
    { "hours", "hour", true, false },
    { "heure", "hour", false, true },
    { "heures", "hour", false, true },
    { "day", "day", true, false },
    { "jours", "day", false, true },
    { "week", "week", true, false },
    { "semaines", "week", false, true },
    { "month", "month", true, false },
    { "months", "month", true, false },
    { "mois", "month", false, true },
    { "moi", "", false, false },
    { "moiss", "", false, false },
    { "quarters", "quarter", true, false },
    { "trimestre", "quarter", false, true },
    { "year", "year", true, false },
    { "an", "year", false, true },
    { "ans", "year", false, true },
    { "année", "year", false, true },
    { "années", "year", false, true },
    { "EUR", "EUR", true, true },
    { "€", "EUR", true, true },
    { "$", "USD", true, true },
    { "£", "GBP", true, true },
    { "JPY", "JPY", true, true },
    { "eur", "", false, false },
    { "EURs", "", false, false },
    { "%", "%", true, true },
    { "point", "%", true, true },
    { "points", "%", true, true },
    { "number", "number", true, false },
    { "nombre", "number", false, true },
    { "period", "period", true, false },
    { "périodes", "period", false, true },
    { "call", "call", true, true },
    { "calls", "call", true, true },
    { "mins", "", false, false },
    { "hs", "", false, false },
    { "XXX", "", false, false },
    { "ticket", "", false, false },
    { "jours_homme", "jour_homme", true, true },
    { "jour_hommes", "jour_homme", true, true },
    { "man_days", "man_day", true, true },
    { "", "", false, false },
  };
  ccl_units *units = with_calls();
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const ccl_unit *meant = rows[i].meaning[0] ? ccl_unit_atom(units, S(rows[i].meaning), EN) : NULL;
    cr_assert_eq(ccl_unit_atom(units, S(rows[i].name), EN), rows[i].en ? meant : NULL, "%s in English", rows[i].name);
    cr_assert_eq(ccl_unit_atom(units, S(rows[i].name), FR), rows[i].fr ? meant : NULL, "%s in French", rows[i].name);
  }
}

Test(unit, declared_units) {
  ccl_units *units = with_calls();
  const ccl_base_unit *call = ccl_units_count_unit(units, S("call"), S("calls"));
  cr_assert_eq(ccl_units_count_unit(units, S("call"), S("appels")), call, "units of one name are one unit");
  same(call->plural, "calls");
  cr_assert_eq(ccl_unit_atom(units, S("appels"), EN), ccl_unit_of_base(units, call));
  const ccl_base_unit *period = ccl_unit_atom(units, S("period"), EN)->factors[0].base;
  cr_assert_eq(ccl_units_count_unit(units, S("période"), (ccl_str){ 0 }), period);
  cr_assert_eq(ccl_units_count_unit(units, S("period"), (ccl_str){ 0 }), period);
  /* An exact name goes before a plural, the language before both. */
  const ccl_base_unit *a = ccl_units_count_unit(units, S("ca"), (ccl_str){ 0 });
  const ccl_base_unit *as = ccl_units_count_unit(units, S("cas"), (ccl_str){ 0 });
  cr_assert(ccl_unit_atom(units, S("cas"), FR) == ccl_unit_of_base(units, as) && a != as);
  ccl_units_count_unit(units, S("hour"), (ccl_str){ 0 });
  cr_assert_eq(ccl_unit_atom(units, S("hour"), EN), ccl_unit_atom(units, S("h"), EN));
  cr_assert_eq(ccl_unit_atom(units, S("hour"), FR)->factors[0].base->kind, CCL_BASE_COUNT);
  for (int i = 0; i < 2000; i++)
    ccl_units_count_unit(units, ccl_str_printf("unit%d", i), (ccl_str){ 0 });
  cr_assert_not_null(ccl_unit_atom(units, S("unit1234s"), EN));
}

Test(unit, products) {
  ccl_units *units = with_calls();
  const ccl_unit *hour = unit(units, "hour", EN), *euro = unit(units, "EUR", EN), *rate = unit(units, "EUR/hour", EN);
  const ccl_unit *number = ccl_unit_number(units), *percent = ccl_unit_percent(units);
  cr_assert_eq(ccl_unit_product(units, hour, rate), euro);
  cr_assert_eq(ccl_unit_product(units, rate, hour), euro);
  cr_assert_eq(ccl_unit_quotient(units, euro, hour), rate);
  cr_assert_eq(ccl_unit_quotient(units, hour, hour), number);
  const ccl_unit *pause = unit(units, "min/hour", EN);
  cr_assert(pause != number && ccl_dimension_is_number(pause->dimension), "5 min per hour is 1/12");
  same(ccl_rat_text(pause->scale), "1/60");
  same(ccl_unit_text(pause, EN, true), "minutes per hour");
  cr_assert_eq(ccl_unit_product(units, pause, hour), unit(units, "min", EN));
  cr_assert_eq(ccl_unit_product(units, hour, unit(units, "EUR/min", EN)), euro);
  cr_assert_eq(ccl_unit_quotient(units, pause, pause), number);
  cr_assert_eq(ccl_unit_product(units, unit(units, "MAD", EN), unit(units, "EUR/MAD", EN)), euro);
  cr_assert_eq(ccl_unit_product(units, number, rate), rate);
  cr_assert_eq(ccl_unit_quotient(units, rate, number), rate);
  cr_assert_eq(unit(units, "€/h", FR), rate);
  cr_assert_neq(unit(units, "EUR/min", EN), rate);
  cr_assert(ccl_dimension_eq(unit(units, "EUR/min", EN)->dimension, rate->dimension));
  cr_assert_eq(ccl_unit_product(units, percent, euro), euro);
  cr_assert_eq(ccl_unit_product(units, number, percent), percent);
  cr_assert_eq(ccl_unit_product(units, percent, percent), number);
  cr_assert_eq(ccl_unit_quotient(units, percent, percent), number);
  cr_assert_eq(ccl_unit_product(units, unit(units, "%/year", EN), unit(units, "year", EN)), percent);
  cr_assert_eq(ccl_unit_product(units, unit(units, "%/year", EN), euro), unit(units, "EUR/year", EN));
  /* The order in which things were multiplied does not show in the dimension. */
  const ccl_unit *one = ccl_unit_product(units, unit(units, "call", EN), hour);
  const ccl_unit *other = ccl_unit_product(units, hour, unit(units, "call", EN));
  cr_assert(ccl_dimension_eq(one->dimension, other->dimension));
  cr_assert_not(ccl_dimension_eq(one->dimension, hour->dimension));
}

Test(unit, scales) {
  static const struct {
    const char unit[16], scale[12];
  } rows[] = {
    { "s", "1" },
    { "min", "60" },
    { "h", "3600" },
    { "day", "1" },
    { "week", "7" },
    { "month", "1" },
    { "quarter", "3" },
    { "year", "12" },
    { "EUR", "1" },
    { "EUR/hour", "1/3600" },
    { "%", "1/100" },
    { "%/year", "1/1200" },
    { "call/min", "1/60" },
    { "number", "1" },
    { "EUR/week/year", "1/84" },
    { "calls/hour/min", "1/216000" },
  };
  ccl_units *units = with_calls();
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    same(ccl_rat_fraction_text(unit(units, rows[i].unit, EN)->scale), rows[i].scale);
  cr_assert_eq(ccl_unit_second(units), unit(units, "s", EN));
  cr_assert_eq(ccl_unit_day(units), unit(units, "day", EN));
  cr_assert_eq(ccl_unit_month(units), unit(units, "month", EN));
}

Test(unit, currencies) {
  static const struct {
    const char code[4];
    int32_t digits;
  } rows[] = { { "EUR", 2 }, { "USD", 2 }, { "JPY", 0 }, { "XOF", 0 }, { "XAF", 0 }, { "TND", 3 }, { "MAD", 2 },
               { "KWD", 3 }, { "MGA", 2 }, { "CHF", 2 }, { "GBP", 2 }, { "CLF", 4 }, { "VND", 0 }, { "MUR", 2 } };
  ccl_units *units = with_calls();
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const ccl_unit *money = ccl_unit_currency(units, S(rows[i].code));
    cr_assert_not_null(money, "%s", rows[i].code);
    cr_assert_eq(money->factors[0].base->minor_digits, rows[i].digits, "%s", rows[i].code);
    cr_assert_eq(ccl_dimension_money(money->dimension), money->factors[0].base);
  }
  static const char none[][8] = { "XAU", "XTS", "ABC", "€", "eur", "call", "hour", "" };
  for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
    cr_assert_null(ccl_unit_currency(units, S(none[i])), "%s", none[i]);
}

Test(unit, dimensions) {
  ccl_units *units = with_calls();
  ccl_dimension rate = unit(units, "EUR/call/month", EN)->dimension;
  int32_t power = 0;
  same(ccl_dimension_currency(rate, &power)->name, "EUR");
  cr_assert_eq(power, 1);
  cr_assert_null(ccl_dimension_money(rate));
  cr_assert_eq(ccl_dimension_kind_power(rate, CCL_BASE_MONTH), -1);
  cr_assert_eq(ccl_dimension_kind_power(rate, CCL_BASE_CLOCK), 0);
  cr_assert_eq(ccl_dimension_power(rate, unit(units, "call", EN)->factors[0].base), -1);
  cr_assert_eq(ccl_dimension_power(rate, unit(units, "man_day", EN)->factors[0].base), 0);
  cr_assert_null(ccl_dimension_currency(unit(units, "call", EN)->dimension, &power));
  cr_assert(ccl_dimension_is_number(ccl_unit_percent(units)->dimension));
  cr_assert_not(ccl_dimension_is_number(rate));
  cr_assert_null(ccl_dimension_money(ccl_unit_number(units)->dimension));
}

Test(unit, words) {
  static const struct {
    const char unit[20], en[32], en_plural[32], fr[32], fr_plural[32];
  } rows[] = {
    { "EUR/hour", "EUR per hour", "EUR per hour", "EUR par heure", "EUR par heure" },
    { "h", "hour", "hours", "heure", "heures" },
    { "month", "month", "months", "mois", "mois" },
    { "year", "year", "years", "an", "ans" },
    { "call", "call", "calls", "call", "calls" },
    { "jour_homme", "jour_homme", "jours_homme", "jour_homme", "jours_homme" },
    { "prix", "prix", "prix", "prix", "prix" },
    { "period", "period", "periods", "période", "périodes" },
    { "number", "number", "number", "nombre", "nombre" },
    { "%", "%", "%", "%", "%" },
    { "%/year", "% per year", "% per year", "% par an", "% par an" },
    { "EUR/call/month", "EUR per call per month", "EUR per call per month", "EUR par call par mois",
      "EUR par call par mois" },
    { "number/hour", "per hour", "per hour", "par heure", "par heure" },
    { "call/hour", "call per hour", "calls per hour", "call par heure", "calls par heure" },
    { "EUR/call/call", "EUR per call²", "EUR per call²", "EUR par call²", "EUR par call²" },
  };
  ccl_units *units = with_calls();
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const ccl_unit *each = unit(units, rows[i].unit, EN);
    same(ccl_unit_text(each, EN, false), rows[i].en);
    same(ccl_unit_text(each, EN, true), rows[i].en_plural);
    same(ccl_unit_text(each, FR, false), rows[i].fr);
    same(ccl_unit_text(each, FR, true), rows[i].fr_plural);
  }
  const ccl_unit *area = ccl_unit_product(units, unit(units, "call", EN), unit(units, "hour", EN));
  same(ccl_unit_text(area, EN, true), "calls × hours");
}

Test(unit, dimension_words) {
  static const struct {
    const char unit[20], en[32], fr[40];
  } rows[] = {
    { "EUR/call", "money per call", "montant par call" },
    { "min", "hours", "heures" },
    { "call", "calls", "calls" },
    { "year", "months", "mois" },
    { "week", "days", "jours" },
    { "EUR", "money", "montant" },
    { "%", "number", "nombre" },
    { "EUR/MAD", "EUR per MAD", "EUR par MAD" },
    { "call/min", "calls per hour", "calls par heure" },
    { "number/EUR", "per EUR", "par EUR" },
    { "EUR/s/quarter", "money per hour per month", "montant par heure par mois" },
    { "periods", "periods", "périodes" },
  };
  ccl_units *units = with_calls();
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    ccl_dimension dimension = unit(units, rows[i].unit, EN)->dimension;
    same(ccl_dimension_text(units, dimension, EN), rows[i].en);
    same(ccl_dimension_text(units, dimension, FR), rows[i].fr);
  }
}

Test(unit, powers_are_bounded) {
  ccl_units *units = with_calls();
  const ccl_unit *hour = unit(units, "hour", EN), *power = hour;
  for (int i = 2; i < CCL_LIMIT_UNIT_POWER; i++)
    power = ccl_unit_product(units, power, hour);
  cr_assert_not(ccl_unit_is_extreme(power));
  power = ccl_unit_product(units, power, hour);
  cr_assert(ccl_unit_is_extreme(power));
  for (int i = 0; i < 100; i++)
    power = ccl_unit_product(units, power, power);
  cr_assert_eq(power->factors[0].power, CCL_LIMIT_UNIT_POWER);
  cr_assert_not(ccl_rat_is_too_large(power->scale));
  cr_assert(ccl_unit_is_extreme(ccl_unit_quotient(units, ccl_unit_number(units), power)));
}

Test(unit, survives_collections) {
  ccl_mem_stress(true);
  ccl_units *units = with_calls();
  const ccl_unit *rate = unit(units, "EUR/call/month", EN);
  ccl_mem_stress(false);
  same(ccl_unit_text(rate, FR, false), "EUR par call par mois");
  cr_assert_eq(unit(units, "€/calls/months", EN), rate);
}

enum { EXHAUSTED = 42 };

static void leave(void) {
  _exit(EXHAUSTED);
}

/* What a child process does: everything, with the nth allocation failing. */
static void work(uint64_t nth) {
  ccl_mem_on_exhausted(leave);
  ccl_mem_fail_at(nth);
  ccl_units *units = with_calls();
  const ccl_unit *rate = ccl_unit_quotient(units, ccl_unit_currency(units, S("EUR")), ccl_unit_second(units));
  ccl_rat big = ccl_rat_pow(ccl_rat_int(3), 200);
  big = ccl_rat_mul(big, ccl_rat_div(big, rate->scale));
  ccl_rat_text(ccl_rat_add(big, ccl_rat_frac(1, 3)));
  ccl_dimension_text(units, rate->dimension, FR);
  ccl_mem_release();
  _exit(0);
}

Test(unit, memory_may_end_at_any_allocation) {
  int status = 0, failed = 0;
  for (uint64_t nth = 1; nth < 1000000; nth += nth / 20 + 1) {
    pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0)
      work(nth);
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_assert(WIFEXITED(status), "allocation %zu", (size_t)nth);
    if (WEXITSTATUS(status) == 0)
      break;
    cr_assert_eq(WEXITSTATUS(status), EXHAUSTED, "allocation %zu", (size_t)nth);
    failed++;
  }
  cr_assert_eq(WEXITSTATUS(status), 0);
  cr_assert_gt(failed, 50);
}
