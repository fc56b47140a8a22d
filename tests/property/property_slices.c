/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tiers and counters (clauses 4.3 and 6.1): slices make up the quantity, the price does not jump at a bound, three
 * months are a quarter.
 *
 * Planted bugs that each was seen to catch:
 *   slices make the quantity: a slice not ended at its bound (eval/tiers.c)
 *   no jump at a bound: a slice at the price of the one below (eval/tiers.c)
 *   three months, one quarter: a counter that remembers only the last period (eval/counter.c)
 */
#include "property.h"

enum { SLICES, CONTINUOUS, QUARTER, TALLIES };
enum { BOUNDS = 3 };

typedef struct drawn {
  ccl_rat bounds[BOUNDS], prices[BOUNDS + 1];
  ccl_rat near; /* how far the second quantity is above a bound */
  int bound; /* which one */
} drawn;

static drawn add_articles(deal *it) {
  drawn d;
  deal_tiers(it, "steps", BOUNDS, false, d.bounds, d.prices);
  deal_tiers(it, "plussed", BOUNDS, true, NULL, NULL);
  d.bound = (int)chance_from(&it->c, 0, BOUNDS - 1);
  d.near = ccl_rat_frac(chance_from(&it->c, 1, 99), 1000);
  ccl_rat at = d.bounds[d.bound], above = ccl_rat_add(at, d.near);
  deal_article(it, "article \"1\" sliced \"A\"\n  charge count of calls at steps by slice\nend\n",
               "article \"1\" sliced \"A\"\n  facture nombre de calls au tarif steps par tranches\nfin\n", NULL);
  deal_article(it, "article \"2\" at_bound \"B\"\n  charge # calls at steps by slice\nend\n",
               "article \"2\" at_bound \"B\"\n  facture # appels au tarif steps par tranches\nfin\n", &at);
  deal_article(it, "article \"3\" above \"C\"\n  charge # calls at steps by slice\nend\n",
               "article \"3\" above \"C\"\n  facture # appels au tarif steps par tranches\nfin\n", &above);
  deal_article(it,
               "article \"4\" counted \"D\"\n  charge count of calls at plussed by slice counted per quarter\nend\n",
               "article \"4\" counted \"D\"\n  facture nombre de calls au tarif plussed par tranches compté par "
               "trimestre\nfin\n",
               NULL);
  deal_article(it, "article \"5\" whole \"E\"\n  billing quarterly\n  charge count of calls at plussed by slice\nend\n",
               "article \"5\" whole \"E\"\n  facturation trimestrielle\n  facture nombre de calls au tarif plussed par "
               "tranches\nfin\n",
               NULL);
  return d;
}

/* In every period the slices add up to the calls of the test's own rows, and none is longer than its tier. */
static void check_slices(const deal *it, const outcome *out, uint64_t seed, tally *tallies) {
  int64_t own[64] = { 0 };
  bool is_hard = false, holds = true;
  for (size_t i = 0; i < it->calls.len; i++)
    own[deal_period_of(it, deal_day(it, it->calls.items[i].began))]++;
  for (size_t i = 0; i < out->count; i++) {
    const ccl_ledger *ledger = out->invoices[i]->ledger;
    holds = holds && ccl_rat_eq(outcome_quantity(out, i, "sliced"), ccl_rat_int(own[i]));
    for (size_t j = 0; j < ledger->lines.len; j++) {
      const ccl_line *line = &ledger->lines.items[j];
      if (!outcome_line_is_of(out, line, "sliced"))
        continue;
      is_hard = is_hard || ccl_rat_sign(line->slice_above) > 0;
      holds = holds && (!line->slice_has_top ||
                        ccl_rat_cmp(line->quantity, ccl_rat_sub(line->slice_up_to, line->slice_above)) <= 0);
    }
  }
  tally_holds(&tallies[SLICES], seed, is_hard, holds);
}

/* Just above a bound the price has grown by no more than that little costs. Every case stands at a bound. */
static void check_bound(const outcome *out, const drawn *d, uint64_t seed, tally *tallies) {
  ccl_rat grown = ccl_rat_sub(outcome_exact(out, 0, "above"), outcome_exact(out, 0, "at_bound"));
  tally_case(&tallies[CONTINUOUS], seed, true, ccl_rat_mul(d->near, d->prices[d->bound + 1]), grown);
}

static void check_quarters(const deal *it, const outcome *out, uint64_t seed, tally *tallies) {
  ccl_rat months = CCL_RAT_ZERO;
  bool is_hard = false, holds = true;
  for (size_t i = 0; i < out->count; i++) {
    ccl_period period, next;
    (void)ccl_cycle_period(it->cycle, (int64_t)i, &period);
    ccl_day end = ccl_cycle_span(it->cycle, CCL_CYCLE_QUARTER, period.days.to).to;
    bool is_last = !ccl_cycle_period(it->cycle, (int64_t)i + 1, &next) || next.days.to > end;
    ccl_rat here = outcome_exact(out, i, "counted");
    is_hard = is_hard || (ccl_rat_sign(months) > 0 && ccl_rat_sign(here) > 0);
    months = ccl_rat_add(months, here);
    if (!is_last)
      continue;
    holds = holds && ccl_rat_eq(months, outcome_exact(out, i, "whole"));
    months = CCL_RAT_ZERO;
  }
  tally_holds(&tallies[QUARTER], seed, is_hard, holds);
}

static bool run(uint64_t seed, tally *tallies) {
  deal *it = deal_new(seed, 8);
  deal_add_calls(it, (int)chance_from(&it->c, 5, 60));
  drawn d = add_articles(it);
  const outcome *out = outcome_of(it, (deal_given){ .french = seed % 2 == 1, .files = 1 });
  if (!out)
    return false;
  check_slices(it, out, seed, tallies);
  check_bound(out, &d, seed, tallies);
  check_quarters(it, out, seed, tallies);
  return true;
}

int main(int argc, char **argv) {
  tally tallies[TALLIES] = { [SLICES] = { .name = "slices make the quantity" },
                             [CONTINUOUS] = { .name = "no jump at a bound" },
                             [QUARTER] = { .name = "three months, one quarter" } };
  return property_main(argc, argv, run, tallies, TALLIES);
}
