/* SPDX-License-Identifier: Apache-2.0 */
/* Clause 5: how values are read, in both languages; precedence, postfixes, aggregates, units. */
#include "syntax_build.h"

TestSuite(values, .init = ccl_mem_init, .fini = ccl_mem_release);

typedef struct row {
  const char *text, *tree;
} row;

static void check(const row *rows, size_t count, ccl_lang lang) {
  for (size_t i = 0; i < count; i++) {
    read_text *read = read_new(ccl_str_from(rows[i].text));
    const ccl_node *value = ccl_parse_expression(&read->sources, &read->diags, read->file, lang);
    expect_str(tree_of(read, value), rows[i].tree, rows[i].text);
    expect_str(findings_of(read, true), "", rows[i].text);
  }
}

Test(values, english) {
  static const row rows[] = {
    { "1 + 2 - a", "(sum first: (number 1) (term + value: (number 2)) (term - value: (name a)))" },
    { "a * b / c + d", "(sum first: (product first: (name a) (term * value: (name b)) (term / value: (name c))) (term "
                       "+ value: (name d)))" },
    { "(a + b) + c", "(sum first: (sum first: (name a) (term + value: (name b))) (term + value: (name c)))" },
    { "a or b or c and d", "(or (name a) (name b) (and (name c) (name d)))" },
    { "not a = b", "(not value: (compare = left: (name a) right: (name b)))" },
    { "a <> b and c <= d",
      "(and (compare <> left: (name a) right: (name b)) (compare <= left: (name c) right: (name d)))" },
    { "a ≠ 1 × 2 ÷ 3 − 4", "(compare <> left: (name a) right: (sum first: (product first: (number 1) (term * value: "
                           "(number 2)) (term / value: (number 3))) (term - "
                           "value: (number 4))))" },
    { "-x in EUR", "(negate value: (convert value: (name x) unit: (unit (name EUR))))" },
    { "-a * b", "(product first: (negate value: (name a)) (term * value: (name b)))" },
    { "1 + if a then 1 else 2 + 3", "(sum first: (number 1) (term + value: (if else: (sum first: (number 2) (term + "
                                    "value: (number 3))) (branch condition: (name a) value: (number "
                                    "1)))))" },
    { "if a then 1 else if b then 2 else 3", "(if else: (number 3) (branch condition: (name a) value: (number 1)) "
                                             "(branch condition: (name b) value: (number 2)))" },
    { "if a then 1 else (if b then 2 else 3)", "(if else: (if else: (number 3) (branch condition: (name b) value: "
                                               "(number 2))) (branch condition: (name a) value: (number 1)))" },
    { "site in (FR, MA)", "(in_list value: (name site) (name FR) (name MA))" },
    { "language = in", "(compare = left: (name language) right: (name in))" },
    { "28.50 EUR per hour", "(quantity number: (number 28.50) unit: (unit (name EUR) (name hour)))" },
    { "€28.50/hour / 2", "(product first: (quantity number: (number 28.50) unit: (unit (name EUR) (name hour))) (term "
                         "/ value: (number 2)))" },
    { "1,500 $", "(quantity number: (number 1500) unit: (unit (name USD)))" },
    { "20 %", "(quantity number: (number 20) unit: (unit (percent)))" },
    { "28/h", "(product first: (number 28) (term / value: (name h)))" },
    { "5 `client` per client", "(quantity number: (number 5) unit: (unit (name client) (name client)))" },
    { "5 period", "(quantity number: (number 5) unit: (unit (name period)))" },
    { "x as number", "(reckon value: (name x) unit: (unit (unitless)))" },
    { "0.5 as act", "(reckon value: (number 0.5) unit: (unit (name act)))" },
    { "5000-100", "(sum first: (number 5000) (term - value: (number 100)))" },
    { "2026-10-31 - 2026-10-01", "(sum first: (date 2026-10-31) (term - value: (date 2026-10-01)))" },
    { "31 october 2026", "(date 2026-10-31)" },
    { "count of calls where a > 1 * 2 overall",
      "(overall value: (aggregate count source: (source activity: (name calls)) condition: (compare > left: (name a) "
      "right: (product first: (number "
      "1) (term * value: (number 2))))))" },
    { "sum of x over calls + 3", "(sum first: (aggregate sum value: (name x) source: (source activity: (name calls))) "
                                 "(term + value: (number 3)))" },
    { "sum of x over calls where y + 3", "(aggregate sum value: (name x) source: (source activity: (name calls)) "
                                         "condition: (sum first: (name y) (term + value: (number 3))))" },
    { "share of a where b among c by default 100 %",
      "(default value: (aggregate share source: (source activity: (name a)) condition: (name b) among: (name c)) "
      "fallback: (quantity number: (number "
      "100) unit: (unit (percent))))" },
    { "share of a where share of b where c among d among e",
      "(aggregate share source: (source activity: (name a)) condition: (aggregate share source: (source activity: "
      "(name b)) condition: (name c) among: "
      "(name d)) among: (name e))" },
    { "duration of shifts where x split by bands in hours",
      "(convert value: (aggregate duration source: (source activity: (name shifts)) condition: (name x) split: (name "
      "bands)) unit: (unit (name "
      "hours)))" },
    { "distinct count of (a, b) over calls dated by d",
      "(aggregate distinct source: (source activity: (name calls) dated_by: (name d)) (name a) (name b))" },
    { "percentile 90 of wait over calls",
      "(aggregate percentile value: (name wait) rank: (number 90) source: (source activity: (name calls)))" },
    { "x over the last 3 periods in the previous period",
      "(window previous_period value: (window last_periods value: (name x) count: (number 3)))" },
    { "kpi.calls(1)", "(call name: (name calls qualifier: (name kpi)) (number 1))" },
    { "kpi.rates[FR, 2026-Q1]", "(lookup name: (name rates qualifier: (name kpi)) (name FR) (quarter 2026-Q1))" },
    { "Monday = weekday(date)", "(compare = left: (weekday 1) right: (call name: (name weekday) (name date)))" },
    { "\"a\\\"b\\\\\"", "(text \"a\\\"b\\\\\")" },
    { "true or false", "(or (truth true) (truth false))" },
  };
  check(rows, sizeof rows / sizeof *rows, CCL_LANG_EN);
}

Test(values, french) {
  static const row rows[] = {
    { "si a alors b sinon c", "(if else: (name c) (branch condition: (name a) value: (name b)))" },
    { "x en nombre", "(convert value: (name x) unit: (unit (unitless)))" },
    { "x dans (de, en, \"x\")", "(in_list value: (name x) (name de) (name en) (text \"x\"))" },
    { "nombre d'appels où langue = de", "(aggregate count source: (source activity: (name appels)) condition: (compare "
                                        "= left: (name langue) right: (name de)))" },
    { "nombre d’appels ou b", "(or (aggregate count source: (source activity: (name appels))) (name b))" },
    { "minimum de x sur appels", "(aggregate lowest value: (name x) source: (source activity: (name appels)))" },
    { "moyenne de durée sur a sur les 3 dernières périodes",
      "(window last_periods value: (aggregate average value: (name durée) source: (source activity: (name a))) count: "
      "(number 3))" },
    { "12 000 appels + 1 500,25 €/an", "(sum first: (quantity number: (number 12000) unit: (unit (name appels))) (term "
                                       "+ value: (quantity number: (number 1500.25) unit: (unit (name "
                                       "EUR) (name an)))))" },
    { "x depuis le debut de l'exercice", "(window since_year value: (name x))" },
    { "x à la même période de l’an dernier", "(window same_period_last_year value: (name x))" },
    { "x tous confondus", "(overall value: (name x))" },
    { "1er janvier 2027 + 2 mois",
      "(sum first: (date 2027-01-01) (term + value: (quantity number: (number 2) unit: (unit (name mois)))))" },
    { "2026-T4 = 2026-S40", "(compare = left: (quarter 2026-Q4) right: (week 2026-W40))" },
    { "`où` et non x", "(and (name où) (not value: (name x)))" },
    { "Pâques + n", "(sum first: (name Pâques) (term + value: (name n)))" },
  };
  check(rows, sizeof rows / sizeof *rows, CCL_LANG_FR);
}

/* Composed and decomposed accents are one name. */
Test(values, normal_form) {
  static const row rows[] = { { "e\xCC\x81te\xCC\x81", "(name été)" } };
  check(rows, 1, CCL_LANG_FR);
}
