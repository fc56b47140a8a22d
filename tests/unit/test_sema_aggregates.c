/* SPDX-License-Identifier: Apache-2.0 */
/* sema: aggregates, contexts, look-ups (clauses 4.4, 5): what a name means where, and the queries that come of it. */
#include "sema_build.h"

TestSuite(sema_aggregates, .init = sema_begin);

#define MAILS "activity mails, one row per mail, dated by received\n  received date\n  size number\nend\n"
#define BANDS "calendar bands\n  night : 22:00..06:00\n  rest : otherwise\nend\n"

Test(sema_aggregates, findings) {
  static const sema_case cases[] = {
    { "an aggregate inside one", CALLS "measure a = sum of (count of calls) over calls\n",
      "nested-aggregate 13:21-35" },
    { "and inside days", CALLS "measure a = count of days where count of calls > 3 calls\n",
      "nested-aggregate 13:33-47" },
    { "a measure inside one",
      CALLS "measure m = count of calls\nmeasure a = sum of wait over calls where m > 3 calls\n", "" },
    { "a field outside", CALLS "measure a = wait * 2\n", "context-mismatch 13:13-17" },
    { "a field of another activity", CALLS MAILS "measure a = count of mails where ok\n", "context-mismatch 17:34-36" },
    { "a measure in a parameter", CALLS "measure m = count of calls\nparameter p = m * 2\n",
      "context-mismatch 14:15-16" },
    { "an aggregate in a parameter", CALLS "parameter p = count of calls\n", "context-mismatch 13:15-29" },
    { "an input in a parameter", "input i : %\nparameter p = i\n", "context-mismatch 3:15-16" },
    { "the period in a parameter", "parameter p = days_in_period\n", "context-mismatch 2:15-29" },
    { "the contract's first day in a parameter", "parameter p = contract_start\n", "" },
    { "a function of a measure in a parameter",
      CALLS "measure m = count of calls\ndefine f(x : number) = m * x\nparameter p = f(2)\n",
      "context-mismatch 15:15-19" },
    { "a grid of inputs in a parameter", "input i : %\ngrid g(k) : %\n | A | i |\nend\nparameter p = g[A]\n",
      "context-mismatch 6:15-19" },
    { "a measure in a derived field",
      "measure m = 1\nactivity a, one row per x, dated by d\n d date\n derive e = m\nend\n",
      "context-mismatch 5:13-14" },
    { "a window in a derived field",
      "measure m = 1\nactivity a, one row per x, dated by d\n d date\n derive e = (m in the previous period)\nend\n",
      "context-mismatch 5:14-38" },
    { "split without an end", MAILS BANDS "measure a = sum of size over mails split by bands\n",
      "context-mismatch 10:45-50" },
    { "split of no time", CALLS BANDS "measure a = sum of note over calls split by bands\n",
      "context-mismatch 17:20-24" },
    { "split of a derived field",
      "activity s, one row per x, dated by b, until e\n b timestamp\n e timestamp\n derive len = e - b\nend\n" BANDS
      "measure a = sum of len over s split by bands\n",
      "context-mismatch 11:20-23" },
    { "split of time", CALLS BANDS "measure a = sum of ended - began over calls where wait > 3 s split by bands\n",
      "" },
    { "duration without an end", MAILS "measure a = duration of mails\n", "context-mismatch 6:13-30" },
    { "dated by a text", CALLS "measure a = count of calls dated by lang\n", "type-mismatch 13:37-41" },
    { "percentile 101", CALLS "measure a = percentile 101 of wait over calls\n", "type-mismatch 13:24-27" },
    { "over the last 0 periods", CALLS "measure a = (count of calls) over the last 0 periods\n",
      "type-mismatch 13:44-45" },
    { "a field in a window", CALLS "measure a = sum of (wait in the previous period) over calls\n",
      "context-mismatch 13:21-25" },
    { "a sum of texts", CALLS "measure a = sum of lang over calls\n", "type-mismatch 13:20-24" },
    { "a condition that is none", CALLS "measure a = count of calls where wait\n", "type-mismatch 13:34-38" },
    { "fields win over other names", CALLS "parameter wait = 3 EUR\nmeasure a = sum of wait over calls + 3 s\n", "" },
    { "fields by their activity's name", CALLS "measure a = sum of calls.wait over calls\n", "" },
    { "what group", CALLS MAILS "article \"1\" a \"A\"\n charge count of mails by site at 1 EUR per mail\nend\n",
      "context-mismatch 18:9-23" },
    { "what group, through a measure",
      CALLS MAILS "measure m = count of mails\narticle \"1\" a \"A\"\n charge m by site at 1 EUR per mail\nend\n",
      "context-mismatch 19:9-10" },
    { "overall leaves it",
      CALLS MAILS "article \"1\" a \"A\"\n charge count of calls by site at ((count of mails) overall / 1 mail) * 1 "
                  "EUR per call\nend\n",
      "" },
    { "bands of what is not split",
      CALLS BANDS "article \"1\" a \"A\"\n charge duration of calls by bands at 1 EUR per hour\nend\n",
      "context-mismatch 18:9-26" },
    { "nothing to group by", CALLS "article \"1\" a \"A\"\n charge count of calls by sites at 1 EUR per call\nend\n",
      "unknown-name 14:27-32" },
    { "of two kinds",
      CALLS "activity m, one row per n, dated by d\n d date\n site text\nend\narticle \"1\" a \"A\"\n charge count of "
            "calls by site at 1 EUR per call\nend\n",
      "" },
    { "whose fields of that name differ",
      CALLS "activity m, one row per n, dated by d\n d date\n site text\nend\narticle \"1\" a \"A\"\n charge count of "
            "m by site at 1 EUR per n\nend\n",
      "type-mismatch 18:9-19" },
    { "an aggregate of what a function is given",
      CALLS "define f(x : s) = count of calls where wait < x\nmeasure a = f(3 s)\n", "context-mismatch 13:47-48" },
    { "a grid alone without its key",
      CALLS "grid g(site) : EUR per call\n | FR | 1 |\n | MA | 2 |\nend\narticle \"1\" a \"A\"\n charge count of calls "
            "at g\nend\n",
      "context-mismatch 18:27-28" },
    { "a grid with too many keys", CALLS "grid g(site) : EUR\n | FR | 1 |\n | MA | 2 |\nend\nmeasure a = g[FR, MA]\n",
      "type-mismatch 17:13-22" },
    { "a key that the grid does not have",
      CALLS "grid g(site) : EUR\n | FR | 1 |\n | MA | 2 |\nend\nmeasure a = g[FRA]\n", "unknown-name 17:15-18" },
    { "a key of another kind", CALLS "grid g(site) : EUR\n | FR | 1 |\n | MA | 2 |\nend\nmeasure a = g[3]\n",
      "type-mismatch 17:15-16" },
    { "a month for a series of dates", "series s\n | 2026-01-05 | 1 |\nend\nmeasure a = s[2026-01]\n",
      "type-mismatch 5:15-22" },
    { "the keys of series",
      "series s\n | 2026-01 | 1 |\nend\nseries q\n | 2026-Q1 | 1 |\nend\nseries y\n | 2026 | 1 |\nend\n"
      "measure a = s[2026-01] + s[2026-02-03] + q[2026-Q1] + q[2026-03] + y[2026] + latest(y, period_end)\n",
      "" },
    { "nothing to look up", "measure m = 1\nmeasure a = m[1]\n", "type-mismatch 3:13-14" },
    { "value outside a ladder", "measure a = value\n", "context-mismatch 2:13-18" },
    { "previous_value outside a revision", "parameter p = previous_value\n", "context-mismatch 2:15-29" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect(cases[i].label, sema_read(cases[i].body), cases[i].expected);
}

Test(sema_aggregates, queries) {
  static const sema_case cases[] = {
    { "share is two counts", CALLS "measure a = share of calls where ok among site = FR\n",
      "(queries (query 0 count : call (from calls) (dated-by began) (where (and (field ok) (compare = (field site) "
      "(constant FR))))) "
      "(query 1 count : call (from calls) (dated-by began) (where (compare = (field site) (constant FR)))))" },
    { "and a share of them", CALLS "measure a = share of calls where ok\n",
      "(share : % (aggregate 0 : call) (aggregate 1 : call))" },
    { "average of what is always known", CALLS "measure a = average of wait over calls\n",
      "(query 0 sum : second (from calls) (dated-by began) (what (field wait : second))) (query 1 count : call (from "
      "calls) (dated-by began)))" },
    { "average of what may be missing", CALLS "measure a = average of note over calls\n",
      "(query 1 count : call (from calls) (dated-by began) (where (known (field note)))))" },
    { "with a default it is always known", CALLS "measure a = average of (note by default 0) over calls\n",
      "(query 1 count : call (from calls) (dated-by began)))" },
    { "equal queries are one",
      CALLS "measure a = count of calls where ok\nmeasure b = 2 * (count of calls where ok)\nmeasure c = share of "
            "calls where ok\n",
      "(queries (query 0 count : call (from calls) (dated-by began) (where (field ok))) (query 1 count : call (from "
      "calls) (dated-by began))) (figures" },
    { "a text with the spelling of a choice", CALLS "measure a = count of calls where site in (FR, \"MA\")\n",
      "(in-list (field site) (constant FR) (constant MA))" },
    { "the choice may stand first", CALLS "measure a = count of calls where FR = site\n",
      "(compare = (constant FR) (field site))" },
    { "outer figures",
      CALLS "measure m = share of calls where ok\nmeasure a = count of calls where m > 50 % and began < ended\n",
      "(outer (measure m : %))" },
    { "outer through a function",
      CALLS "input i : s\ndefine f(x : s) = x * 2 + i\nmeasure a = count of calls where wait < f(3 s)\n",
      "(outer (input i : second))" },
    { "outer windows",
      CALLS "measure m = share of calls where ok\nmeasure a = count of calls where note > (m in the previous period)\n",
      "(outer (window in-the-previous-period : % (measure m : %)))" },
    { "days know their own measures", CALLS "measure m = count of calls\nmeasure a = count of days where m > 3 calls\n",
      "(query 1 count : day (from days) (where (compare > (measure m : call) (constant 3 : call))))" },
    { "weeks count as weeks", "measure a = count of weeks\n",
      "(measure a : week (product : week (aggregate 0 : day) (constant 7)))" },
    { "periods", "measure a = count of periods\n", "(measure a : period (aggregate 0 : period))" },
    { "share over days is one query", CALLS "measure m = count of calls\nmeasure a = share of days where m > 3 calls\n",
      "(query 1 share : %" },
    { "dated by another field", CALLS "measure a = count of calls dated by ended\n", "(dated-by ended)" },
    { "distinct", CALLS "measure a = distinct count of (site, lang) over calls\n",
      "(query 0 distinct-count : number (from calls) (dated-by began) (what (field site) (field lang)))" },
    { "percentile", CALLS "measure a = percentile 90 of wait over calls\n", "(query 0 percentile 90 : second" },
    { "lowest of dates", CALLS "measure a = lowest of date(began) over calls\n", "(query 0 lowest : date" },
    { "a grid alone takes its dimensions",
      CALLS "grid g(site) : EUR per call\n | FR | 1 |\n | MA | 2 |\nend\nmeasure a = g[FR]\n",
      "(grid g : EUR per call (constant FR))" },
    { "keys: a field first",
      CALLS "grid g(site) : EUR\n | FR | 1 |\n | MA | 2 |\nend\nmeasure a = sum of g[site] + g[\"MA\"] over calls\n",
      "(sum : EUR (grid g : EUR (field site)) (grid g : EUR (constant MA)))" },
    { "a month is its first day", "series s : EUR\n | 2026-02 | 3 |\nend\nmeasure a = s[2026-02]\n",
      "(series s : EUR (constant 2026-02-01))" },
    { "tiers by quantity", "unit x\ntiers t : EUR per x\n up to 10 : 3\n beyond : 2\nend\nmeasure a = t[12 x]\n",
      "(tier-price t : EUR per x (constant 12 : x))" },
    { "bands", CALLS BANDS "measure a = count of calls where bands(began) = night\n",
      "(compare = (band bands (field began)) (constant night))" },
    { "holidays",
      CALLS "holidays FR\n easter + 1 day \"x\"\nend\nmeasure a = count of calls where holiday(date(began), FR)\n",
      "(holiday FR (date-of (field began)))" },
    { "de and in are values",
      "activity c, one row per x, dated by d\n d date\n l one of en, in, de\nend\nmeasure a = count of c where l in "
      "(in, de)\n",
      "(in-list (field l) (constant in) (constant de))" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect_dump(cases[i].label, sema_read(cases[i].body), cases[i].expected);
}

Test(sema_aggregates, in_french) {
  static const sema_case cases[] = {
    { "jours",
      "activité c, une ligne par appel, datée par d\n d date\n l un parmi de, en\nfin\nmesure m = nombre de c où l = "
      "de\nmesure a = nombre de jours où m > 3 appels\n",
      "(query 1 count : day (from days)" },
    { "fonctions", "mesure a = arrondi_inf(2,5, 1) + borné(1,5, 0, 1)\n",
      "(round round_down (constant 2.5) (constant 1))" },
    { "constantes", "mesure a = si début_période = début_contrat alors 1 sinon 0\n",
      "(compare = (context period_start) (context contract_start))" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect_dump(cases[i].label, sema_lire(cases[i].body), cases[i].expected);
}

/* An array of the plan that grows while articles are read. */
Test(sema_aggregates, dimensions) {
  sema_session *s = sema_read(CALLS BANDS "article \"1\" a \"A\"\n charge count of calls by site at 1 EUR per call\n "
                                          "charge duration of calls split by bands by bands at 1 EUR per hour\nend\n");
  sema_expect("read", s, "");
  cr_assert_eq(s->plan.dims_count, 2);
  cr_expect(ccl_str_is(s->plan.dims[0].name, "site") && s->plan.dims[0].calendar == CCL_NONE &&
            s->plan.dims[0].choice_count == 2);
  cr_expect(ccl_str_is(s->plan.dims[1].name, "bands") && s->plan.dims[1].calendar == 0 &&
            s->plan.dims[1].choice_count == 2);
  cr_expect_eq(s->plan.calendars[0].dimension, 1);
  uint32_t site = 3;
  cr_expect(ccl_str_is(s->plan.activities[0].fields[site].name, "site"));
  cr_expect_eq(s->plan.activities[0].fields[site].dimension, 0);
}
