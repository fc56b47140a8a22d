/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Proration (clause 6.5): what is due over a contract whose ends cut months is what its rule says of the whole, and the
 * thirtieths of a month that changes hands add up to the month.
 *
 * Planted bugs that each was seen to catch:
 *   months over a cut year: a month begun is due only when its first day is in force (calendar/proration.c)
 *   thirtieths make a month: a last day that is not the 30th (calendar/proration.c)
 */
#include "property.h"

#include "value/date.h"

enum { YEAR, THIRTIETHS, TALLIES };

/* One month as the rule counts it, from its days in force, said anew: nothing of calendar/proration.c. */
static ccl_rat own_month(ccl_proration rule, ccl_days month, ccl_days in_force) {
  ccl_days days = ccl_days_and(month, in_force);
  int64_t length = ccl_days_count(month), count = ccl_days_count(days);
  if (count == 0)
    return CCL_RAT_ZERO;
  if (rule == CCL_PRORATION_DAILY)
    return ccl_rat_frac(count, length);
  if (rule == CCL_PRORATION_STARTED)
    return CCL_RAT_ONE;
  if (rule == CCL_PRORATION_COMPLETE)
    return ccl_rat_int(count == length);
  int64_t first = days.from - month.from, last = days.to - month.from + 1; /* thirtieths, the last day the 30th */
  return ccl_rat_frac((last == length ? 30 : last) - (first > 30 ? 30 : first), 30);
}

static ccl_rat own_months(ccl_proration rule, ccl_days in_force) {
  ccl_rat sum = CCL_RAT_ZERO;
  for (ccl_month m = ccl_day_month(in_force.from); m <= ccl_day_month(in_force.to); m++)
    sum = ccl_rat_add(sum, own_month(rule, (ccl_days){ ccl_month_first(m), ccl_month_last(m) }, in_force));
  return sum;
}

/* An article of the contract's days from `from`, one until the eve, both by thirtieths. */
static void add_articles(deal *it, ccl_day change, ccl_rat fee) {
  ccl_str day = ccl_day_text(change), eve = ccl_day_text(change - 1);
  ccl_buf en = { 0 }, fr = { 0 };
  deal_article(it, "article \"1\" rent \"R\"\n  subscription # EUR per month\nend\n",
               "article \"1\" rent \"R\"\n  abonnement # EUR par mois\nfin\n", &fee);
  deal_article(it, "article \"2\" yearly \"Y\"\n  charge # EUR per year\nend\n",
               "article \"2\" yearly \"Y\"\n  facture # EUR par an\nfin\n", &fee);
  ccl_buf_printf(
      &en,
      "article \"3\" before \"B\"\n  in force until %s\n  proration thirtieths\n  subscription # EUR per month\nend\n"
      "article \"4\" after_it \"C\"\n  in force from %s\n  proration thirtieths\n  subscription # EUR per month\nend\n",
      ccl_str_z(eve), ccl_str_z(day));
  ccl_buf_printf(&fr,
                 "article \"3\" before \"B\"\n  en vigueur jusqu'au %s\n  prorata par trentièmes\n  abonnement # EUR "
                 "par mois\nfin\n"
                 "article \"4\" after_it \"C\"\n  en vigueur à compter du %s\n  prorata par trentièmes\n  abonnement # "
                 "EUR par mois\nfin\n",
                 ccl_str_z(eve), ccl_str_z(day));
  deal_article(it, ccl_str_z(ccl_buf_str(&en)), ccl_str_z(ccl_buf_str(&fr)), (ccl_rat[]){ fee, fee });
}

static bool cuts_month(ccl_day first, ccl_day last) {
  return first != ccl_month_first(ccl_day_month(first)) || last != ccl_month_last(ccl_day_month(last));
}

static bool run(uint64_t seed, tally *tallies) {
  deal *it = deal_new(seed, 16);
  ccl_days contract = it->cycle.contract;
  ccl_rat fee = chance_cents(&it->c, 100, 99999), due = CCL_RAT_ZERO, yearly = CCL_RAT_ZERO;
  ccl_day change = (ccl_day)chance_from(&it->c, contract.from + 1, contract.to);
  deal_add_calls(it, 1);
  deal_add_shifts(it, 1);
  add_articles(it, change, fee);
  const outcome *out = outcome_of(it, (deal_given){ .french = seed % 2 == 1, .files = 1 });
  if (!out)
    return false;
  bool holds = true;
  for (size_t i = 0; i < out->count; i++) {
    ccl_period period;
    (void)ccl_cycle_period(it->cycle, (int64_t)i, &period);
    due = ccl_rat_add(due, outcome_exact(out, i, "rent"));
    yearly = ccl_rat_add(yearly, outcome_exact(out, i, "yearly"));
    ccl_rat both = ccl_rat_add(outcome_exact(out, i, "before"), outcome_exact(out, i, "after_it"));
    holds = holds && ccl_rat_eq(both, ccl_rat_mul(fee, own_month(CCL_PRORATION_THIRTIETHS, period.whole, contract)));
  }
  ccl_rat wanted = ccl_rat_mul(fee, own_months(it->proration, contract));
  bool is_hard = cuts_month(contract.from, contract.to);
  tally_case(&tallies[YEAR], seed, is_hard, wanted, due);
  tally_holds(&tallies[THIRTIETHS], seed, cuts_month(change, contract.to),
              holds && ccl_rat_eq(ccl_rat_mul(yearly, ccl_rat_int(12)), due));
  return true;
}

int main(int argc, char **argv) {
  tally tallies[TALLIES] = {
    [YEAR] = { .name = "months over a cut year" }, [THIRTIETHS] = { .name = "thirtieths make a month" }
  };
  return property_main(argc, argv, run, tallies, TALLIES);
}
