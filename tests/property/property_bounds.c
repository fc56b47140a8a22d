/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bounds, overrides and totals (clauses 6.3, 6.4, 6.7 and 7).
 *
 * Planted bugs that each was seen to catch:
 *   a bonus within its caps: what a cap took earlier in its window forgotten (eval/cap.c)
 *   minimum and maximum hold: the first period of the window left out of the sum (eval/minimum.c)
 *   each row billed once: the overriding article counts the rows that it does not take over (eval/override.c)
 *   net, VAT and gross as shown: with `per total` the sum of the shown lines taken for the net (eval/totals.c)
 */
#include "property.h"

enum { CAPS, LEAST_AND_MOST, ONCE, TOTALS, TALLIES };

typedef struct drawn {
  ccl_rat bonus_cap, malus_cap, net_cap; /* per quarter, contract, month */
  ccl_rat least, most; /* per quarter, per year */
  ccl_day change;
} drawn;

/* Amounts that are multiples of the step, so that what is rounded can meet them exactly. */
static ccl_rat amount(deal *it, int64_t low, int64_t high) {
  return ccl_rat_mul(it->step, ccl_rat_int(chance_from(&it->c, low, high)));
}

static drawn add_articles(deal *it) {
  drawn d = { .bonus_cap = amount(it, 1, 9000),
              .malus_cap = amount(it, 1, 9000),
              .net_cap = amount(it, 1, 5000),
              .least = amount(it, 1, 9000),
              .most = amount(it, 1, 30000) };
  d.change = (ccl_day)chance_from(&it->c, it->cycle.contract.from + 1, it->cycle.contract.to);
  ccl_str day = ccl_day_text(d.change);
  ccl_buf en = { 0 }, fr = { 0 };
  deal_declare(it, "measure level = average of wait over calls by default # s\n",
               "mesure level = moyenne de wait sur calls à défaut # s\n", (ccl_rat[]){ ccl_rat_int(60) });
  deal_article(it, "article \"1\" acts \"A\"\n  charge count of calls at 3.33 EUR per call\nend\n",
               "article \"1\" acts \"A\"\n  facture nombre de calls au tarif 3,33 EUR par appel\nfin\n", NULL);
  ccl_buf_printf(&en,
                 "article \"2\" slow \"B\"\n  in force from %s\n  overrides acts where wait > # s\n  vat 5.5 %%\n"
                 "  charge count of calls at 1.11 EUR per call\nend\n",
                 ccl_str_z(day));
  ccl_buf_printf(&fr,
                 "article \"2\" slow \"B\"\n  en vigueur à compter du %s\n  déroge à acts où wait > # s\n  tva 5,5 %%\n"
                 "  facture nombre de calls au tarif 1,11 EUR par appel\nfin\n",
                 ccl_str_z(day));
  deal_article(it, ccl_str_z(ccl_buf_str(&en)), ccl_str_z(ccl_buf_str(&fr)),
               (ccl_rat[]){ ccl_rat_int(chance_from(&it->c, 20, 100)) });
  deal_article(
      it,
      "article \"3\" quality \"C\"\n  base acts\n  depending on level\n    at least 80 s : malus 40 %\n"
      "    from 55 s to under 80 s : bonus # % sliding to malus # %\n    otherwise : bonus # EUR\n  end\n"
      "  bonus 10 %\n  malus # %\n  bonus capped at # EUR per quarter\n  malus capped at # EUR per contract\n"
      "  capped at # EUR\nend\n",
      "article \"3\" quality \"C\"\n  assiette acts\n  selon level\n    au moins 80 s : malus 40 %\n"
      "    de 55 s à moins de 80 s : bonus # % linéaire jusqu'à malus # %\n    sinon : bonus # EUR\n  fin\n"
      "  bonus 10 %\n  malus # %\n  bonus plafonné à # EUR par trimestre\n  malus plafonné à # EUR par contrat\n"
      "  plafonné à # EUR\nfin\n",
      (ccl_rat[]){ ccl_rat_int(chance_from(&it->c, 5, 60)), ccl_rat_int(chance_from(&it->c, 5, 60)),
                   amount(it, 1, 5000), ccl_rat_int(chance_from(&it->c, 1, 30)), d.bonus_cap, d.malus_cap, d.net_cap });
  deal_article(it, "article \"4\" floor \"D\"\n  proration months started\n  minimum # EUR per quarter on acts\nend\n",
               "article \"4\" floor \"D\"\n  prorata mois commencés\n  minimum # EUR par trimestre sur acts\nfin\n",
               &d.least);
  deal_article(
      it, "article \"5\" roof \"E\"\n  proration months started\n  maximum # EUR per contract on acts, floor\nend\n",
      "article \"5\" roof \"E\"\n  prorata mois commencés\n  maximum # EUR par contrat sur acts, floor\nfin\n",
      &d.most);
  deal_article(
      it, "article \"6\" sorry \"F\"\n  penalty count of calls where not answered at 0.77 EUR per call\nend\n",
      "article \"6\" sorry \"F\"\n  pénalité nombre de calls où non answered au tarif 0,77 EUR par appel\nfin\n", NULL);
  return d;
}

/* The sum of the lines of quality on one side: bonuses (or maluses), with their caps or without. */
static ccl_rat side(const outcome *out, size_t period, bool is_bonus, bool with_caps) {
  const ccl_ledger *ledger = out->invoices[period]->ledger;
  ccl_rat sum = CCL_RAT_ZERO;
  for (size_t i = 0; i < ledger->lines.len; i++) {
    const ccl_line *line = &ledger->lines.items[i];
    if (!outcome_line_is_of(out, line, "quality"))
      continue;
    ccl_effect_kind kind = out->plan->articles[line->article].effects[line->effect].kind;
    bool counts = (with_caps && kind == (is_bonus ? CCL_EFFECT_BONUS_CAP : CCL_EFFECT_MALUS_CAP)) ||
                  line->mode == (is_bonus ? CCL_MODE_BONUS : CCL_MODE_MALUS);
    if (counts)
      sum = ccl_rat_add(sum, line->amount);
  }
  return sum;
}

static bool has_mode(const outcome *out, size_t period, ccl_mode mode) {
  const ccl_ledger *ledger = out->invoices[period]->ledger;
  for (size_t i = 0; i < ledger->lines.len; i++)
    if (ledger->lines.items[i].mode == mode)
      return true;
  return false;
}

typedef struct capped {
  ccl_rat raw, kept; /* so far in the window, without caps and with them */
} capped;

static void add_period(capped *it, const outcome *out, size_t period, bool is_bonus) {
  it->raw = ccl_rat_add(it->raw, side(out, period, is_bonus, false));
  it->kept = ccl_rat_add(it->kept, side(out, period, is_bonus, true));
}

/* What stays is the sum itself, or the cap: not a cent more, not a cent less. */
static bool is_capped_at(const capped *it, ccl_rat cap) {
  ccl_rat sum = ccl_rat_abs(it->raw);
  return ccl_rat_eq(ccl_rat_abs(it->kept), ccl_rat_cmp(sum, cap) > 0 ? cap : sum);
}

static void check_caps(const deal *it, const outcome *out, const drawn *d, uint64_t seed, tally *tallies) {
  const capped none = { CCL_RAT_ZERO, CCL_RAT_ZERO };
  capped bonuses = none, maluses = none;
  ccl_day quarter = 0;
  bool is_hard = false, holds = true;
  for (size_t i = 0; i < out->count; i++) {
    ccl_period period;
    (void)ccl_cycle_period(it->cycle, (int64_t)i, &period);
    ccl_day from = ccl_cycle_span(it->cycle, CCL_CYCLE_QUARTER, period.days.to).from;
    if (from != quarter)
      bonuses = none;
    quarter = from;
    add_period(&bonuses, out, i, true);
    add_period(&maluses, out, i, false);
    is_hard = is_hard || has_mode(out, i, CCL_MODE_CAP);
    holds = holds && is_capped_at(&bonuses, d->bonus_cap) && is_capped_at(&maluses, d->malus_cap) &&
            ccl_rat_cmp(ccl_rat_abs(outcome_amount(out, i, "quality")), d->net_cap) <= 0;
  }
  tally_holds(&tallies[CAPS], seed, is_hard, holds);
}

/* Where no window is cut the minimum is met at each quarter's end; the maximum of the contract at all times. */
static void check_least_and_most(const deal *it, const outcome *out, const drawn *d, uint64_t seed, tally *tallies) {
  ccl_rat in_quarter = CCL_RAT_ZERO, in_contract = CCL_RAT_ZERO;
  bool is_hard = false, holds = true;
  for (size_t i = 0; i < out->count; i++) {
    ccl_period period, next;
    (void)ccl_cycle_period(it->cycle, (int64_t)i, &period);
    ccl_days quarter = ccl_cycle_span(it->cycle, CCL_CYCLE_QUARTER, period.days.to);
    ccl_rat both = ccl_rat_add(outcome_amount(out, i, "acts"), outcome_amount(out, i, "floor"));
    in_quarter = ccl_rat_add(in_quarter, both);
    in_contract = ccl_rat_add(in_contract, ccl_rat_add(both, outcome_amount(out, i, "roof")));
    is_hard = is_hard || has_mode(out, i, CCL_MODE_MINIMUM) || has_mode(out, i, CCL_MODE_MAXIMUM);
    holds = holds && ccl_rat_cmp(in_contract, d->most) <= 0;
    bool is_last = !ccl_cycle_period(it->cycle, (int64_t)i + 1, &next) || next.days.to > quarter.to;
    bool is_whole = ccl_days_count(ccl_days_and(quarter, it->cycle.contract)) == ccl_days_count(quarter);
    if (!is_last)
      continue;
    holds = holds && (!is_whole || ccl_rat_cmp(in_quarter, d->least) >= 0);
    in_quarter = CCL_RAT_ZERO;
  }
  tally_holds(&tallies[LEAST_AND_MOST], seed, is_hard, holds);
}

/* Every call is billed by one of the two articles. */
static void check_once(const deal *it, const outcome *out, uint64_t seed, tally *tallies) {
  int64_t own[64] = { 0 };
  bool is_hard = false, holds = true;
  for (size_t i = 0; i < it->calls.len; i++)
    own[deal_period_of(it, deal_day(it, it->calls.items[i].began))]++;
  for (size_t i = 0; i < out->count; i++) {
    ccl_rat kept = outcome_quantity(out, i, "acts"), taken = outcome_quantity(out, i, "slow");
    is_hard = is_hard || (ccl_rat_sign(kept) > 0 && ccl_rat_sign(taken) > 0);
    holds = holds && ccl_rat_eq(ccl_rat_add(kept, taken), ccl_rat_int(own[i]));
  }
  tally_holds(&tallies[ONCE], seed, is_hard, holds);
}

static ccl_rat rounded(const deal *it, ccl_rat x) {
  return ccl_round(x, it->rounding, it->step);
}

/* Net, rounding, VAT and gross, from the lines as they are shown. Hard: two rates on one invoice. */
static void check_totals(const deal *it, const outcome *out, uint64_t seed, tally *tallies) {
  bool is_hard = false, holds = true;
  for (size_t i = 0; i < out->count; i++) {
    const ccl_invoice *invoice = out->invoices[i];
    ccl_rat shown = CCL_RAT_ZERO, exact = CCL_RAT_ZERO, vat = CCL_RAT_ZERO, own_vat = CCL_RAT_ZERO,
            bases = CCL_RAT_ZERO;
    ccl_rat rated[2] = { CCL_RAT_ZERO, CCL_RAT_ZERO }; /* 20 %, 5.5 % */
    for (size_t j = 0; j < invoice->ledger->lines.len; j++) {
      const ccl_line *line = &invoice->ledger->lines.items[j];
      shown = ccl_rat_add(shown, line->shown);
      exact = ccl_rat_add(exact, line->exact);
      if (line->mode != CCL_MODE_PENALTY) {
        ccl_rat *rate = &rated[outcome_line_is_of(out, line, "slow")];
        *rate = ccl_rat_add(*rate, line->amount);
      }
    }
    own_vat = ccl_rat_add(rounded(it, ccl_rat_mul(rated[0], ccl_rat_frac(1, 5))),
                          rounded(it, ccl_rat_mul(rated[1], ccl_rat_frac(11, 200))));
    for (size_t j = 0; j < invoice->vats.len; j++) {
      vat = ccl_rat_add(vat, invoice->vats.items[j].amount);
      bases = ccl_rat_add(bases, invoice->vats.items[j].base);
    }
    ccl_rat net = it->per_total ? rounded(it, exact) : shown;
    is_hard = is_hard || (!ccl_rat_is_zero(rated[0]) && !ccl_rat_is_zero(rated[1]));
    holds = holds && ccl_rat_eq(invoice->net, net) && ccl_rat_eq(ccl_rat_add(shown, invoice->rounding), net) &&
            ccl_rat_eq(invoice->vat_total, vat) && ccl_rat_eq(vat, own_vat) &&
            ccl_rat_eq(invoice->gross, ccl_rat_add(net, vat)) && (it->per_total || ccl_rat_eq(bases, net));
  }
  tally_holds(&tallies[TOTALS], seed, is_hard, holds);
}

/* Amounts kept exact are not bound to the step: caps and minimums are looked at with `per line` only. */
static bool run(uint64_t seed, tally *tallies) {
  deal *it = deal_new(seed, 7);
  deal_add_calls(it, (int)chance_from(&it->c, 5, 80));
  drawn d = add_articles(it);
  const outcome *out = outcome_of(it, (deal_given){ .french = seed % 2 == 1, .files = 1 });
  if (!out)
    return false;
  check_caps(it, out, &d, seed, tallies);
  check_least_and_most(it, out, &d, seed, tallies);
  check_once(it, out, seed, tallies);
  if (seed % 3 == 0) { /* the same deal, its amounts kept exact */
    it->per_total = true;
    out = outcome_of(it, (deal_given){ .french = seed % 2 == 1, .files = 1 });
    if (!out)
      return false;
  }
  check_totals(it, out, seed, tallies);
  return true;
}

int main(int argc, char **argv) {
  tally tallies[TALLIES] = { [CAPS] = { .name = "a bonus within its caps" },
                             [LEAST_AND_MOST] = { .name = "minimum and maximum hold" },
                             [ONCE] = { .name = "each row billed once" },
                             [TOTALS] = { .name = "net, VAT and gross as shown" } };
  return property_main(argc, argv, run, tallies, TALLIES);
}
