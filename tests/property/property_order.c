/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Order and language (clauses 3, 9; cli.md 6): nothing depends on how a contract and its data are laid out.
 *
 * Planted bugs that each was seen to catch:
 *   order of rows, files, text: an override seen only when it stands after the article that it overrides
 *     (eval/override.c)
 *   a contract and its translation: `par tranches` and `au palier atteint` exchanged (keywords.def)
 */
#include "property.h"

enum { ORDER, LANGUAGE, TALLIES };

static void add_charges(deal *it) {
  deal_tiers(it, "steps", (int)chance_from(&it->c, 1, 3), true, NULL, NULL);
  deal_tiers(it, "levels", (int)chance_from(&it->c, 1, 3), false, NULL, NULL);
  deal_declare(it, "parameter fee = # EUR per hour\n", "paramètre fee = # EUR par heure\n",
               (ccl_rat[]){ chance_cents(&it->c, 100, 9000) });
  deal_declare(it, "measure handled = count of calls where answered\n",
               "mesure handled = nombre de calls où answered\n", NULL);
  deal_declare(it, "measure level = share of calls where wait <= # s among answered by default 1\n",
               "mesure level = part de calls où wait <= # s parmi answered à défaut 1\n",
               (ccl_rat[]){ ccl_rat_int(chance_from(&it->c, 10, 100)) });
  deal_article(it, "article \"1\" acts \"A\"\n  charge handled by site at steps by slice counted per quarter\nend\n",
               "article \"1\" acts \"A\"\n  facture handled ventilé par site au tarif steps par tranches compté par "
               "trimestre\nfin\n",
               NULL);
  deal_article(it, "article \"2\" all_calls \"B\"\n  charge count of calls at levels * # by volume\nend\n",
               "article \"2\" all_calls \"B\"\n  facture nombre de calls au tarif levels × # au palier atteint\nfin\n",
               (ccl_rat[]){ chance_cents(&it->c, 50, 150) });
  deal_article(
      it,
      "article \"3\" late_calls \"C\"\n  overrides acts where wait > # s\n  charge handled at # EUR per call\nend\n",
      "article \"3\" late_calls \"C\"\n  déroge à acts où wait > # s\n  facture handled au tarif # EUR par "
      "appel\nfin\n",
      (ccl_rat[]){ ccl_rat_int(chance_from(&it->c, 30, 110)), chance_cents(&it->c, 1, 900) });
  deal_article(it,
               "article \"4\" hours \"D\"\n  for each site\n  flat # EUR per month covering duration of shifts split "
               "by bands up to # h "
               "beyond that at fee\nend\n",
               "article \"4\" hours \"D\"\n  pour chaque site\n  forfait # EUR par mois couvrant durée de shifts "
               "réparti par bands jusqu'à # h "
               "au-delà au tarif fee\nfin\n",
               (ccl_rat[]){ chance_cents(&it->c, 100, 90000), ccl_rat_int(chance_from(&it->c, 0, 9)) });
}

static void add_bounds(deal *it) {
  deal_article(
      it,
      "article \"5\" quality \"E\"\n  base acts, late_calls\n  depending on level\n    at least 90 % : bonus # %\n"
      "    from 60 % to under 90 % : malus # % sliding to neutral\n    otherwise : malus # EUR\n  end\n"
      "  capped at # EUR per quarter\n  report level as \"level\"\nend\n",
      "article \"5\" quality \"E\"\n  assiette acts, late_calls\n  selon level\n    au moins 90 % : bonus # %\n"
      "    de 60 % à moins de 90 % : malus # % linéaire jusqu'à neutre\n    sinon : malus # EUR\n  fin\n"
      "  plafonné à # EUR par trimestre\n  affiche level libellé \"level\"\nfin\n",
      (ccl_rat[]){ ccl_rat_int(chance_from(&it->c, 1, 30)), ccl_rat_int(chance_from(&it->c, 1, 30)),
                   chance_cents(&it->c, 1, 2000), chance_cents(&it->c, 1, 900) });
  deal_article(it, "article \"6\" floor \"F\"\n  minimum # EUR per year on acts, all_calls\nend\n",
               "article \"6\" floor \"F\"\n  minimum # EUR par an sur acts, all_calls\nfin\n",
               (ccl_rat[]){ chance_cents(&it->c, 1, 90000) });
  deal_article(it,
               "article \"7\" ceiling \"G\"\n  maximum # EUR per month on hours\n  report acts since start of year as "
               "\"year\"\nend\n",
               "article \"7\" ceiling \"G\"\n  maximum # EUR par mois sur hours\n  affiche acts depuis le début de "
               "l'exercice libellé \"year\"\nfin\n",
               (ccl_rat[]){ chance_cents(&it->c, 1, 90000) });
}

static bool same(const outcome *a, const outcome *b) {
  static const char *const articles[] = { "acts", "all_calls", "late_calls", "hours", "quality", "floor", "ceiling" };
  bool is_same = a->count == b->count;
  for (size_t i = 0; i < a->count && is_same; i++) {
    is_same = ccl_rat_eq(a->invoices[i]->net, b->invoices[i]->net) &&
              ccl_rat_eq(a->invoices[i]->gross, b->invoices[i]->gross) &&
              a->invoices[i]->ledger->lines.len == b->invoices[i]->ledger->lines.len &&
              ccl_rat_eq(outcome_report(a, i, "level"), outcome_report(b, i, "level")) &&
              ccl_rat_eq(outcome_report(a, i, "year"), outcome_report(b, i, "year"));
    for (size_t j = 0; j < sizeof articles / sizeof *articles; j++)
      is_same = is_same && ccl_rat_eq(outcome_amount(a, i, articles[j]), outcome_amount(b, i, articles[j]));
  }
  return is_same;
}

/* The same lines in the same order, to the last figure. */
static bool same_lines(const outcome *a, const outcome *b) {
  bool is_same = true;
  for (size_t i = 0; i < a->count && is_same; i++)
    for (size_t j = 0; j < a->invoices[i]->ledger->lines.len && is_same; j++) {
      const ccl_line *one = &a->invoices[i]->ledger->lines.items[j], *other = &b->invoices[i]->ledger->lines.items[j];
      is_same = one->article == other->article && one->effect == other->effect && one->mode == other->mode &&
                ccl_rat_eq(one->exact, other->exact) && ccl_rat_eq(one->quantity, other->quantity) &&
                ccl_rat_eq(one->price, other->price) && one->group_count == other->group_count;
    }
  return is_same;
}

/* A tier above the first one is entered, or a bound bites. */
static bool is_hard(const outcome *out) {
  for (size_t i = 0; i < out->count; i++)
    for (size_t j = 0; j < out->invoices[i]->ledger->lines.len; j++) {
      const ccl_line *line = &out->invoices[i]->ledger->lines.items[j];
      if ((line->has_slice && ccl_rat_sign(line->slice_above) > 0) || line->mode == CCL_MODE_CAP ||
          line->mode == CCL_MODE_MAXIMUM)
        return true;
    }
  return false;
}

static bool run(uint64_t seed, tally *tallies) {
  deal *it = deal_new(seed, 4);
  it->per_total = chance_is(&it->c, 25);
  deal_add_calls(it, (int)chance_from(&it->c, 0, 40));
  deal_add_shifts(it, (int)chance_from(&it->c, 0, 6));
  add_charges(it);
  add_bounds(it);
  const outcome *out = outcome_of(it, (deal_given){ .files = 1 });
  const outcome *french = outcome_of(it, (deal_given){ .files = 1, .french = true });
  const outcome *other = outcome_of(it, (deal_given){ .files = 2, .order = seed * 2 + 1 });
  if (!out || !french || !other)
    return false;
  bool hard = is_hard(out);
  tally_holds(&tallies[LANGUAGE], seed, hard, same(out, french) && same_lines(out, french));
  tally_holds(&tallies[ORDER], seed, hard, same(out, other));
  return true;
}

int main(int argc, char **argv) {
  tally tallies[TALLIES] = {
    [ORDER] = { .name = "order of rows, files, text" }, [LANGUAGE] = { .name = "a contract and its translation" }
  };
  return property_main(argc, argv, run, tallies, TALLIES);
}
