/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Units of quantities (clause 2): a product of powers of base units, with the factor that turns a figure in this unit into base units.
 *
 * Base units: each currency; the second (clock time); the day; the month; each counting unit. Clock time, days and months do not convert into
 * one another. A figure is always kept in base units (28.50 EUR per hour is 28.50/3600 EUR/s); a ccl_unit says how it is written.
 * Units are interned in a ccl_units table, one for each session: equal pointers are equal units.
 */
#ifndef CCL_VALUE_UNIT_H
#define CCL_VALUE_UNIT_H

#include "base/map.h"
#include "base/source.h"
#include "base/vec.h"
#include "value/rational.h"

typedef enum ccl_base_kind { CCL_BASE_CURRENCY, CCL_BASE_CLOCK, CCL_BASE_DAY, CCL_BASE_MONTH, CCL_BASE_COUNT } ccl_base_kind;

/* One base unit. Counting units of one name are one unit, wherever they are declared (clause 3). */
typedef struct ccl_base_unit {
  ccl_base_kind kind;
  ccl_str name;        /* "EUR", "s", "day", "month", "call": singular, as declared */
  ccl_str plural;      /* empty: name + s */
  int32_t minor_digits; /* currencies: ISO 4217's minor unit (2 for EUR, 0 for JPY) */
  uint32_t number;     /* order of creation; sorts the factors of a dimension */
} ccl_base_unit;

/* One written factor: hour, EUR, call, to a power. */
typedef struct ccl_unit_factor {
  const ccl_base_unit *base;
  int32_t power;    /* not 0 */
  ccl_rat scale;    /* base units in one of this: 3600 for hour, 12 for year, 1 */
  ccl_str en, fr;   /* singular name in each language ("hour", "heure"); counting units: the same name twice */
} ccl_unit_factor;

/* A dimension: base units with their powers, sorted by number, none 0. */
typedef struct ccl_dimension {
  const ccl_base_unit *const *bases;
  const int32_t *powers;
  size_t count; /* 0: a plain number */
} ccl_dimension;

typedef struct ccl_unit {
  const ccl_unit_factor *factors; /* as written, numerator first; none for number and % */
  size_t factor_count;
  ccl_dimension dimension;
  ccl_rat scale;   /* figure × scale = figure in base units; 1/100 for % */
  bool is_percent; /* shown with % */
} ccl_unit;

typedef struct ccl_units {
  CCL_VEC(ccl_base_unit *) bases;
  ccl_map by_name; /* private: every spelling of an atom, both languages → candidates */
  ccl_map interned; /* private: factors as text → the unit */
} ccl_units;

/* A table with clock time, days, months, the counting unit `period` / `période` and the ISO 4217 currencies. */
ccl_units *ccl_units_new(void);
/* Declares a counting unit, or finds it. plural may be empty; the first one given is the one shown, all are understood. A spelling
 * that the language gives a meaning (ccl_unit_atom finds it beforehand) keeps that meaning. name and plural are borrowed. */
const ccl_base_unit *ccl_units_count_unit(ccl_units *units, ccl_str name, ccl_str plural);

/* One atom as written (`hour`, `heures`, `EUR`, `€`, `%`, `calls`, `number`): singular or plural, in that language, symbols
 * s min h in both. NULL when there is none. `points` and `point` (percentage points) count as %. A spelling means first a unit of
 * the language, then a declared name, a declared plural, a declared name with a final s. */
const ccl_unit *ccl_unit_atom(ccl_units *units, ccl_str name, ccl_lang lang);
const ccl_unit *ccl_unit_number(ccl_units *units);
const ccl_unit *ccl_unit_percent(ccl_units *units);
const ccl_unit *ccl_unit_currency(ccl_units *units, ccl_str code); /* NULL: no such currency */
const ccl_unit *ccl_unit_second(ccl_units *units);
const ccl_unit *ccl_unit_day(ccl_units *units);
const ccl_unit *ccl_unit_month(ccl_units *units);
const ccl_unit *ccl_unit_of_base(ccl_units *units, const ccl_base_unit *base); /* one of it */
/*
 * The unit of a product and of a quotient of figures. A quotient is also how a written unit is built, atom by atom, so its scale is
 * exactly scale(a) / scale(b): min / hour stays "minute per hour" (1/60), though its dimension is that of a number. In a product
 * factors of one base merge under the name that comes first: hour × EUR/hour and hour × EUR/min are EUR.
 * % stays only where nothing is counted in front of it: % per year × year is %, % × EUR is EUR.
 * Powers stay within ±CCL_LIMIT_UNIT_POWER: whoever multiplies tests ccl_unit_is_extreme (unit-mismatch).
 */
const ccl_unit *ccl_unit_product(ccl_units *units, const ccl_unit *a, const ccl_unit *b);
const ccl_unit *ccl_unit_quotient(ccl_units *units, const ccl_unit *a, const ccl_unit *b);
bool ccl_unit_is_extreme(const ccl_unit *unit); /* a power has reached the limit: the true one may be higher */

bool ccl_dimension_eq(ccl_dimension a, ccl_dimension b);
bool ccl_dimension_is_number(ccl_dimension a);
/* The only currency in it to power one and nothing else: money. NULL otherwise. */
const ccl_base_unit *ccl_dimension_money(ccl_dimension a);
/* The first currency in it whatever else there is, with its power; NULL when there is none. */
const ccl_base_unit *ccl_dimension_currency(ccl_dimension a, int32_t *power);
/* The power of clock time, days, months (by kind) or of one base in it; 0 when absent. */
int32_t ccl_dimension_power(ccl_dimension a, const ccl_base_unit *base);
int32_t ccl_dimension_kind_power(ccl_dimension a, ccl_base_kind kind);

/* "EUR per hour" / "EUR par heure", "calls" with plural, "number" / "nombre" for a plain number, "%". */
ccl_str ccl_unit_text(const ccl_unit *unit, ccl_lang lang, bool plural);
/* A dimension for messages: "money per call", "hours", "calls": as ccl_unit_text of its usual unit (hour for clock time). */
ccl_str ccl_dimension_text(ccl_units *units, ccl_dimension dimension, ccl_lang lang);

#endif
