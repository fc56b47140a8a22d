/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures (clauses 3.1 and 5): what is cut keeps what it was, and the parts of a window make the window.
 *
 * Planted bugs that each was seen to catch:
 *   a split keeps durations, pieces add up: the pieces of one band that meet at a change of the clock joined, but
 *     without the time of the second (calendar/band.c)
 *   days and weeks make a month: the last day of the window left out (eval/window.c)
 *   a window is its parts: `over the last N periods` one period too long (calendar/period.c)
 */
#include "property.h"

enum { SPLIT, PIECES, DAYS, WINDOW, TALLIES };

static void add_articles(deal *it) {
  deal_declare(it, "measure counted = count of calls where answered\n",
               "mesure counted = nombre de calls où answered\n", NULL);
  deal_declare(it, "measure worth = sum of value over calls where wait < # s\n",
               "mesure worth = somme de value sur calls où wait < # s\n",
               (ccl_rat[]){ ccl_rat_int(chance_from(&it->c, 20, 100)) });
  deal_article(it,
               "article \"1\" figures \"F\"\n"
               "  report duration of shifts split by bands as \"time\"\n"
               "  report counted as \"count\"\n"
               "  report sum of counted over days as \"by day\"\n"
               "  report sum of counted over weeks as \"by week\"\n"
               "  report worth as \"worth\"\n"
               "  report worth since start of year as \"year\"\n"
               "  report worth since start of quarter as \"quarter\"\n"
               "  report worth over the last 3 periods as \"three\"\n"
               "end\n",
               "article \"1\" figures \"F\"\n"
               "  affiche durée de shifts réparti par bands libellé \"time\"\n"
               "  affiche counted libellé \"count\"\n"
               "  affiche somme de counted sur jours libellé \"by day\"\n"
               "  affiche somme de counted sur semaines libellé \"by week\"\n"
               "  affiche worth libellé \"worth\"\n"
               "  affiche worth depuis le début de l'exercice libellé \"year\"\n"
               "  affiche worth depuis le début du trimestre libellé \"quarter\"\n"
               "  affiche worth sur les 3 dernières périodes libellé \"three\"\n"
               "fin\n",
               NULL);
  deal_article(
      it, "article \"2\" hours \"H\"\n  charge duration of shifts split by bands by bands at 36 EUR per hour\nend\n",
      "article \"2\" hours \"H\"\n  facture durée de shifts réparti par bands ventilé par bands au tarif 36 EUR par "
      "heure\nfin\n",
      NULL);
}

/* The bands of a period make up its time, to the second. */
static void check_split(const deal *it, const outcome *out, uint64_t seed, tally *tallies) {
  ccl_rat lived = CCL_RAT_ZERO, pieces = CCL_RAT_ZERO;
  bool is_hard = false;
  for (size_t i = 0; i < it->shifts.len; i++) {
    lived = ccl_rat_add(lived, ccl_rat_int(it->shifts.items[i].ended - it->shifts.items[i].began));
    is_hard = is_hard || deal_shift_is_hard(it, it->shifts.items[i]);
  }
  ccl_rat in_bands = CCL_RAT_ZERO;
  for (size_t i = 0; i < out->count; i++) {
    pieces = ccl_rat_add(pieces, outcome_report(out, i, "time"));
    in_bands = ccl_rat_add(in_bands, outcome_quantity(out, i, "hours"));
  }
  tally_case(&tallies[SPLIT], seed, is_hard, lived, in_bands);
  tally_case(&tallies[PIECES], seed, is_hard, lived, pieces);
}

/* Counted by the test from its own rows, and over the days and weeks. */
static void check_days(const deal *it, const outcome *out, uint64_t seed, tally *tallies) {
  int64_t own[64] = { 0 };
  bool is_hard = false, holds = true;
  for (size_t i = 0; i < it->calls.len; i++) {
    ccl_day day = deal_day(it, it->calls.items[i].began);
    int32_t number = deal_period_of(it, day);
    own[number] += it->calls.items[i].answered;
    is_hard = is_hard || day == ccl_month_last(ccl_day_month(day));
  }
  for (size_t i = 0; i < out->count; i++) {
    ccl_rat counted = ccl_rat_int(own[i]);
    holds = holds && ccl_rat_eq(counted, outcome_report(out, i, "count")) &&
            ccl_rat_eq(counted, outcome_report(out, i, "by day")) &&
            ccl_rat_eq(counted, outcome_report(out, i, "by week"));
  }
  tally_holds(&tallies[DAYS], seed, is_hard, holds);
}

static ccl_rat worth_since(const deal *it, const outcome *out, size_t last, ccl_cycle_unit unit) {
  ccl_period period;
  (void)ccl_cycle_period(it->cycle, (int64_t)last, &period);
  ccl_days span = ccl_cycle_span(it->cycle, unit, period.days.to);
  ccl_rat sum = CCL_RAT_ZERO;
  for (size_t i = 0; i <= last; i++) {
    (void)ccl_cycle_period(it->cycle, (int64_t)i, &period);
    if (period.days.to >= span.from)
      sum = ccl_rat_add(sum, outcome_report(out, i, "worth"));
  }
  return sum;
}

/* Whole periods only: a contractual year that begins inside a month is left out. */
static void check_windows(const deal *it, const outcome *out, uint64_t seed, tally *tallies) {
  ccl_day start = it->cycle.contract.from;
  bool is_whole = it->cycle.fiscal == CCL_FISCAL_CALENDAR || start == ccl_month_first(ccl_day_month(start)),
       holds = true;
  bool is_hard = false;
  for (size_t i = 0; i < out->count; i++) {
    ccl_rat three = CCL_RAT_ZERO, worth = outcome_report(out, i, "worth");
    for (size_t j = i < 2 ? 0 : i - 2; j <= i; j++)
      three = ccl_rat_add(three, outcome_report(out, j, "worth"));
    holds = holds && ccl_rat_eq(three, outcome_report(out, i, "three"));
    is_hard = is_hard || (!ccl_rat_eq(three, worth) && i > 2);
    if (is_whole)
      holds = holds && ccl_rat_eq(worth_since(it, out, i, CCL_CYCLE_YEAR), outcome_report(out, i, "year")) &&
              ccl_rat_eq(worth_since(it, out, i, CCL_CYCLE_QUARTER), outcome_report(out, i, "quarter"));
  }
  tally_holds(&tallies[WINDOW], seed, is_hard, holds);
}

static bool run(uint64_t seed, tally *tallies) {
  deal *it = deal_new(seed, 8);
  deal_add_calls(it, (int)chance_from(&it->c, 4, 30));
  deal_add_shifts(it, (int)chance_from(&it->c, 1, 8));
  add_articles(it);
  const outcome *out = outcome_of(it, (deal_given){ .french = seed % 2 == 1, .files = 1 });
  if (!out)
    return false;
  check_split(it, out, seed, tallies);
  check_days(it, out, seed, tallies);
  check_windows(it, out, seed, tallies);
  return true;
}

int main(int argc, char **argv) {
  tally tallies[TALLIES] = { [SPLIT] = { .name = "a split keeps durations" },
                             [PIECES] = { .name = "pieces add up over periods" },
                             [DAYS] = { .name = "days and weeks make a month" },
                             [WINDOW] = { .name = "a window is its parts" } };
  return property_main(argc, argv, run, tallies, TALLIES);
}
