/* SPDX-License-Identifier: Apache-2.0 */
/* sema: units, types and figures (clauses 1.6, 2, 5): what goes together, what does not, and what becomes of it. */
#include "sema_build.h"

TestSuite(sema_units, .init = sema_begin);

Test(sema_units, findings) {
  static const sema_case cases[] = {
    { "calls and mails", "unit call\nunit mail\nmeasure a = 10 calls + 3 mails\n", "unit-mismatch 4:24-31" },
    { "calls as acts", "unit call\nunit mail\nunit act\nmeasure a = (10 calls as act) + (3 mails as act)\n", "" },
    { "two currencies", "measure a = 10 EUR + 3 USD\n", "currency-mismatch 2:22-27" },
    { "two currencies compared", "measure a = if 10 EUR > 3 USD then 1 else 2\n", "currency-mismatch 2:25-30" },
    { "converted", "parameter r : EUR per MAD = 0.09 EUR per MAD\nmeasure a = 10 EUR + 3 MAD * r\n", "" },
    { "money squared", "measure a = 10 EUR * 3 EUR\n", "unit-mismatch 2:13-27" },
    { "money by money", "measure a = 10 EUR / 3 EUR + 1\n", "" },
    { "a number and hours", "measure a = 3 h + 1\n", "unit-mismatch 2:19-20" },
    { "hours and minutes", "measure a = 3 h + 20 min - 5 s\n", "" },
    { "a day of work is not 24 hours", "measure a = 3 h + 1 day\n", "unit-mismatch 2:19-24" },
    { "a month is not 30 days", "measure a = 1 month - 30 days\n", "unit-mismatch 2:23-30" },
    { "weeks and days, years and months", "measure a = 1 week + 2 days\nmeasure b = 1 year + 2 months + 1 quarter\n",
      "" },
    { "hours into days", "measure a = 36 h in days\n", "unit-mismatch 2:21-25" },
    { "hours into minutes", "measure a = 36 h in min\n", "" },
    { "hours as acts", "unit act\nmeasure a = 36 h as act\n", "unit-mismatch 3:21-24" },
    { "a number as an act, an act as a number", "unit act\nmeasure a = 36 as act\nmeasure b = a as number\n", "" },
    { "a percentage is a number", "measure a = 20 % + 0.1\nmeasure b = 3 points * 2\n", "" },
    { "an unknown unit", "measure a = 3 widgets\nmeasure b = 4 widgets\n", "unknown-unit 2:15-22" },
    { "a unit in two", "measure a = 3 EUR per widget\n", "unknown-unit 2:23-29" },
    { "if", "measure a = if 1 > 2 then 3 EUR else 4\n", "unit-mismatch 2:38-39" },
    { "a condition in if", "measure a = if 1 then 3 else 4\n", "type-mismatch 2:16-17" },
    { "by default", "input i : s\nmeasure a = i by default 3\n", "unit-mismatch 3:26-27" },
    { "a text and a number", "measure a = \"x\" + 1\n", "type-mismatch 2:19-20" },
    { "minus a condition", "measure a = -(1 > 2)\n", "type-mismatch 2:15-20" },
    { "not of a number", "measure a = not 1\n", "type-mismatch 2:17-18" },
    { "texts have no order", CALLS "measure a = count of calls where lang > \"x\"\n", "type-mismatch 13:34-38" },
    { "choices have no order", CALLS "measure a = count of calls where site > FR\n", "type-mismatch 13:34-38" },
    { "a number is no choice", CALLS "measure a = count of calls where site = 1\n", "type-mismatch 13:41-42" },
    { "a date and a date with its time", CALLS "measure a = count of calls where began > 2026-01-02\n",
      "type-mismatch 13:42-52" },
    { "a date moves by days, not by hours", CALLS "measure a = count of calls where date(began) + 2 h > 2026-01-02\n",
      "unit-mismatch 13:48-51" },
    { "a time moves by hours, not by days", CALLS "measure a = count of calls where began + 1 day > ended\n",
      "unit-mismatch 13:42-47" },
    { "two dates are not added", CALLS "measure a = count of calls where began + ended > ended\n",
      "type-mismatch 13:42-47" },
    { "round in another unit", "measure a = round(3 EUR, 1)\n", "unit-mismatch 2:26-27" },
    { "round to nothing", "measure a = round(3, 0)\n", "type-mismatch 2:22-23" },
    { "min of two kinds", "measure a = min(3 EUR, 1 h)\n", "unit-mismatch 2:24-27" },
    { "min of one", "measure a = min(3)\n", "type-mismatch 2:13-19" },
    { "abs of two", "measure a = abs(3, 4)\n", "type-mismatch 2:13-22" },
    { "weekday of a date and time", CALLS "measure a = count of calls where weekday(began) = Monday\n",
      "type-mismatch 13:42-47" },
    { "a function with another unit", "define f(x : EUR) = x\nmeasure a = f(3)\n", "unit-mismatch 3:15-16" },
    { "a function with too few", "define f(x : EUR, y : date) = x\nmeasure a = f(3 EUR)\n", "type-mismatch 3:13-21" },
    { "a parameter with another unit", "parameter p : EUR = 3 h\n", "unit-mismatch 2:21-24" },
    { "a bare parameter", "parameter p : s = 20\n", "unit-mismatch 2:19-21" },
    { "a percentage written plain", "parameter p : % = 20\n", "" },
    { "a change with another unit", "parameter p = 3 h  from 2026-02-01 = 3\n", "unit-mismatch 2:38-39" },
    { "an input's range in another unit", "input i : s from 0 h to 3 EUR\n", "unit-mismatch 2:25-30" },
    { "an input's bare range", "input i : % from 0 to 100\n", "" },
    { "French", "unit x\n", "" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect(cases[i].label, sema_read(cases[i].body), cases[i].expected);
}

Test(sema_units, in_french) {
  static const sema_case cases[] = {
    { "unités",
      "unité appel\nmesure a = 10 appels + 2 appels\nmesure b = 3 heures + 20 min\nmesure c = 1 an + 2 mois\n", "" },
    { "unité anglaise", "mesure a = 3 hours\n", "unknown-unit 2:14-19" },
    { "période", "mesure a = nombre de périodes + 1 période\n", "" },
    { "contrat", "paramètre p = 500 EUR par contrat\n", "" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect(cases[i].label, sema_lire(cases[i].body), cases[i].expected);
  sema_session *s = sema_lire("unité appel\nunité lettre\nmesure a = 10 appels + 2 lettres\n");
  cr_assert_eq(s->diags.all.len, 1);
  cr_expect(ccl_str_is(s->diags.all.items[0]->message, "ceci ne s'additionne pas : appels et lettres"));
}

Test(sema_units, figures) {
  static const sema_case cases[] = {
    { "a rate", "parameter p = 28.50 EUR per hour\n", "(constant 28.5 : EUR per hour)" },
    { "in front", "parameter p = €28.50/hour\n", "(constant 28.5 : EUR per hour)" },
    { "a sum keeps its first unit", "measure a = 90 min + 1 h\n",
      "(sum : minute (constant 90 : minute) (constant 1 : hour))" },
    { "one sum for a chain", "measure a = 1 + 2 - 3 + 4\n",
      "(sum (constant 1) (constant 2) (less (constant 3)) (constant 4))" },
    { "one product for a chain", "measure a = 6 h * 2 / 3 h\n",
      "(product (constant 6 : hour) (constant 2) (over (constant 3 : hour)))" },
    { "times and rates", "measure a = 90 min * 20 EUR per hour\n",
      "(product : EUR (constant 90 : minute) (constant 20 : EUR per hour))" },
    { "money per money", "measure a = 3 EUR / 2 EUR\n", "(product (constant 3 : EUR) (over (constant 2 : EUR)))" },
    { "expressed in another unit", "measure a = 90 min in hours\n", "(convert : hour (constant 90 : minute))" },
    { "a date and days", CALLS "measure a = count of calls where date(began) + 2 days - 1 month < 2026-05-01\n",
      "(date+months (date+days (date-of (field began)) (constant 2 : day)) (negate : month (constant 1 : month)))" },
    { "dates apart", "measure a = 2026-03-01 - 2026-02-01\n",
      "(date-date : day (constant 2026-03-01) (constant 2026-02-01))" },
    { "times apart", CALLS "measure a = sum of ended - began + 5 min over calls\n",
      "(sum : second (timestamp-timestamp : second (field ended) (field began)) (constant 5 : minute))" },
    { "weekdays", CALLS "measure a = count of calls where weekday(date(began)) in (Saturday, Sunday)\n",
      "(in-list (weekday (date-of (field began))) (constant Saturday) (constant Sunday))" },
    { "if takes the first unit", "measure a = if true then 60 min else 1 h\n",
      "(if : minute (constant true) (constant 60 : minute) (constant 1 : hour))" },
    { "rounding up", "measure a = round_up(2.5, 1)\n", "(round round_up (constant 2.5) (constant 1))" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect_dump(cases[i].label, sema_read(cases[i].body), cases[i].expected);
}

/* How often an amount recurs, and the window for which it is said. */
Test(sema_units, recurrence) {
  static const struct {
    const char *unit;
    bool recurs;
    ccl_recurrence recurrence;
    ccl_cycle_unit window;
  } cases[] = {
    { "EUR", false, CCL_PER_DAY, CCL_CYCLE_PERIOD },
    { "EUR per day", true, CCL_PER_DAY, CCL_CYCLE_DAY },
    { "EUR per week", true, CCL_PER_WEEK, CCL_CYCLE_WEEK },
    { "EUR per month", true, CCL_PER_MONTH, CCL_CYCLE_MONTH },
    { "EUR per quarter", true, CCL_PER_QUARTER, CCL_CYCLE_QUARTER },
    { "EUR per year", true, CCL_PER_YEAR, CCL_CYCLE_YEAR },
    { "EUR per contract", false, CCL_PER_DAY, CCL_CYCLE_CONTRACT },
    { "EUR per hour", false, CCL_PER_DAY, CCL_CYCLE_PERIOD },
    { "EUR per seat per month", true, CCL_PER_MONTH, CCL_CYCLE_MONTH },
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    sema_session *s = sema_read(ccl_str_z(ccl_str_printf("unit seat\nparameter p = 3 %s\n", cases[i].unit)));
    sema_expect(cases[i].unit, s, "");
    cr_assert_eq(s->plan.parameters_count, 1);
    ccl_recurrence recurrence = CCL_PER_DAY;
    cr_expect_eq(ccl_sema_recurrence(s->sema, &s->plan.parameters[0].type, &recurrence), cases[i].recurs, "%s",
                 cases[i].unit);
    cr_expect_eq(recurrence, cases[i].recurrence, "%s", cases[i].unit);
    cr_expect_eq(ccl_sema_amount_window(&s->plan.parameters[0].type), cases[i].window, "%s", cases[i].unit);
  }
}

/* Both sides are shown. */
Test(sema_units, both_sides) {
  sema_session *s =
      sema_read(CALLS "measure h = duration of calls\narticle \"1\" a \"A\"\n charge h at 3.20 EUR per call\nend\n");
  sema_expect("rate", s, "unit-mismatch 15:14-31");
  const ccl_diag *diag = s->diags.all.items[0];
  cr_expect(ccl_str_is(diag->message, "this rate is per call, but the quantity is in hours"));
  cr_expect(ccl_str_is(diag->label, "money for each call"));
  cr_assert_eq(diag->notes.len, 1);
  cr_expect(ccl_str_is(diag->notes.items[0].message, "hours"));
  cr_expect_eq(ccl_source_place(ccl_sources_get(&s->sources, 1), diag->notes.items[0].span.start).column, 9);
}
