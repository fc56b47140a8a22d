/* SPDX-License-Identifier: Apache-2.0 */
/* eval: charges, credits, penalties: prices, groups, tiers, counters, allowances, prices that change (clause 6.1). */
#include "eval_build.h"

static const tier_row prices[] = { { "3", "5", NULL }, { "5", "4", NULL }, { NULL, "2", NULL } };

Test(charge, quantity_at_price) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), named(CCL_OP_MEASURE, s->call, 0), "3.333");
  calls(s, 2, date(2026, 3, 1), FR, true);
  calls(s, 1, date(2026, 3, 31), MA, true);
  calls(s, 4, date(2026, 3, 31), MA, false);
  calls(s, 9, date(2026, 4, 1), MA, true);
  month_is(s, 3, "acts act q3 p3.333 = 10");
  month_is(s, 5, "acts act q0 p3.333 = 0");
}

Test(charge, credits_and_penalties) {
  shop *s = shop_new();
  ccl_article *refunds = an_article(s, "refunds");
  ccl_effect *credit = a_charge(s, refunds, aggregate(s, EVERY), "2");
  credit->kind = CCL_EFFECT_CREDIT;
  credit->mode = CCL_MODE_CREDIT;
  ccl_effect *penalty = with_amount(an_effect(s, refunds, CCL_EFFECT_PENALTY), figure(s->eur, "1.005"));
  penalty->mode = CCL_MODE_PENALTY;
  calls(s, 3, date(2026, 2, 28), FR, true);
  month_is(s, 2, "refunds credit q3 p2 = -6; refunds penalty = -1.01");
}

Test(charge, groups_in_their_order) {
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), aggregate(s, HANDLED), "2");
  acts->dims = by_site;
  acts->dim_count = 1;
  calls(s, 2, date(2026, 3, 5), MA, true);
  calls(s, 1, date(2026, 3, 6), FR, true);
  calls(s, 1, date(2026, 4, 6), FR, false);
  calls(s, 1, date(2026, 4, 6), MA, true);
  month_is(s, 3, "acts[FR] act q1 p2 = 2; acts[MA] act q2 p2 = 4");
  month_is(s, 4, "acts[MA] act q1 p2 = 2");
  month_is(s, 5, "");
}

Test(charge, slices_with_fixed_sums) {
  static const tier_row with_plus[] = { { "3", "5", NULL }, { "5", "4", "100" }, { NULL, "2", "200" } };
  shop *s = shop_new();
  at_tiers(a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), NULL),
           some_tiers(s, CCL_TIERS_PRICE, with_plus, 3), CCL_BY_SLICE);
  at_tiers(a_charge(s, an_article(s, "whole"), named(CCL_OP_INPUT, s->call, VOLUME), NULL), 0, CCL_BY_VOLUME);
  give(s, VOLUME, 1, "0");
  give(s, VOLUME, 2, "3");
  give(s, VOLUME, 3, "4");
  give(s, VOLUME, 4, "7");
  month_is(s, 1, "acts act q0 p5 = 0; whole act q0 p5 = 0");
  month_is(s, 2, "acts act q3 p5 = 15; whole act q3 p5 = 15");
  month_is(s, 3, "acts act q3 p5 = 15; acts act q1 p4 = 4; acts fee = 100; whole act q4 p4 = 16; whole fee = 100");
  month_is(s, 4,
           "acts act q3 p5 = 15; acts act q2 p4 = 8; acts fee = 100; acts act q2 p2 = 4; acts fee = 200; whole act q7 "
           "p2 = 14; whole fee = 200");
}

Test(charge, lump_sums) {
  static const tier_row lumps[] = { { "500", "1800", NULL }, { "1500", "4500", NULL }, { NULL, "6000", NULL } };
  shop *s = shop_new();
  uint32_t tiers = some_tiers(s, CCL_TIERS_LUMP, lumps, 3);
  at_tiers(a_charge(s, an_article(s, "slices"), named(CCL_OP_INPUT, s->call, VOLUME), NULL), tiers, CCL_BY_SLICE);
  at_tiers(a_charge(s, an_article(s, "whole"), named(CCL_OP_INPUT, s->call, VOLUME), NULL), tiers, CCL_BY_VOLUME);
  give(s, VOLUME, 1, "1200");
  give(s, VOLUME, 2, "0");
  month_is(s, 1, "slices fee = 1800; slices fee = 4500; whole fee = 4500");
  month_is(s, 2, "slices fee = 1800; whole fee = 1800");
}

Test(charge, counters_by_slice) {
  shop *s = shop_new();
  at_tiers(a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), NULL),
           some_tiers(s, CCL_TIERS_PRICE, prices, 3), CCL_BY_SLICE)
      ->counted = CCL_CYCLE_QUARTER;
  give(s, VOLUME, 1, "2");
  give(s, VOLUME, 2, "2");
  give(s, VOLUME, 3, "3");
  give(s, VOLUME, 4, "1");
  month_is(s, 3, "acts act q1 p4 = 4; acts act q2 p2 = 4");
  month_is(s, 2, "acts act q1 p5 = 5; acts act q1 p4 = 4");
  month_is(s, 4, "acts act q1 p5 = 5");
}

Test(charge, counters_by_volume_adjust) {
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), NULL);
  at_tiers(acts, some_tiers(s, CCL_TIERS_PRICE, prices, 3), CCL_BY_VOLUME)->counted = CCL_CYCLE_YEAR;
  acts->adjusts = true;
  give(s, VOLUME, 1, "2");
  give(s, VOLUME, 2, "2");
  give(s, VOLUME, 3, "2");
  month_is(s, 1, "acts act q2 p5 = 10");
  month_is(s, 2, "acts act q2 p4 = 8; acts act = -2");
  month_is(s, 3, "acts act q2 p2 = 4; acts act = -8");
}

/* The fixed sum of a tier is due once in the counter's window; a combination without a row enters no tier. */
Test(charge, counters_with_fixed_sums) {
  static const tier_row with_plus[] = { { "2", "1", "10" }, { NULL, "1", "20" } };
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), NULL);
  at_tiers(acts, some_tiers(s, CCL_TIERS_PRICE, with_plus, 2), CCL_BY_SLICE)->counted = CCL_CYCLE_YEAR;
  acts->dims = by_site;
  acts->dim_count = 1;
  calls(s, 1, date(2026, 1, 5), FR, true);
  calls(s, 1, date(2026, 2, 5), FR, true);
  calls(s, 2, date(2026, 3, 5), FR, true);
  calls(s, 3, date(2026, 3, 5), MA, true);
  month_is(s, 1, "acts[FR] act q1 p1 = 1; acts[FR] fee = 10");
  month_is(s, 2, "acts[FR] act q1 p1 = 1");
  month_is(s, 3,
           "acts[FR] act q2 p1 = 2; acts[FR] fee = 20; acts[MA] act q2 p1 = 2; acts[MA] fee = 10; acts[MA] act q1 p1 = "
           "1; acts[MA] fee = 20");
}

Test(charge, allowance) {
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), "3");
  acts->allowance = figure(s->call, "200");
  give(s, VOLUME, 1, "1200");
  give(s, VOLUME, 2, "150");
  month_is(s, 1, "acts act q1000 p3 = 3000");
  month_is(s, 2, "acts act q0 p3 = 0");
}

Test(charge, price_that_changes) {
  shop *s = shop_new();
  uint32_t price = a_parameter(s, "price", s->per_call, "3", date(2026, 3, 16), "3.15");
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), NULL);
  acts->price.rate = named(CCL_OP_PARAMETER, s->per_call, price);
  acts->allowance = figure(s->call, "1");
  calls(s, 3, date(2026, 3, 15), FR, true);
  calls(s, 2, date(2026, 3, 16), FR, true);
  calls(s, 2, date(2026, 4, 16), FR, true);
  month_is(s, 3, "acts act q2 p3 1..15 = 6; acts act q2 p3.15 16..31 = 6.3");
  month_is(s, 4, "acts act q1 p3.15 = 3.15");
}

/* Slices go on from one part to the next; by volume the whole quantity fixes the tier. */
Test(charge, tiers_whose_prices_change) {
  shop *s = shop_new();
  uint32_t factor = a_parameter(s, "factor", s->number_, "1", date(2026, 3, 16), "2");
  uint32_t tiers = some_tiers(s, CCL_TIERS_PRICE, prices, 3);
  const ccl_expr *bound = named(CCL_OP_BOUND, s->per_call, CCL_BOUND_TIER_PRICE);
  const ccl_expr *scaled = node(CCL_OP_PRODUCT, s->per_call, 2, bound, named(CCL_OP_PARAMETER, s->number_, factor));
  at_tiers(a_charge(s, an_article(s, "slices"), aggregate(s, EVERY), NULL), tiers, CCL_BY_SLICE)->price.rate = scaled;
  at_tiers(a_charge(s, an_article(s, "whole"), aggregate(s, EVERY), NULL), tiers, CCL_BY_VOLUME)->price.rate = scaled;
  calls(s, 2, date(2026, 3, 1), FR, true);
  calls(s, 2, date(2026, 3, 20), FR, true);
  month_is(s, 3,
           "slices act q2 p5 1..15 = 10; slices act q1 p10 16..31 = 10; slices act q1 p8 16..31 = 8; "
           "whole act q2 p4 1..15 = 8; whole act q2 p8 16..31 = 16");
}

Test(charge, once_on_a_date) {
  shop *s = shop_new();
  ccl_effect *fee = with_amount(an_effect(s, an_article(s, "set_up"), CCL_EFFECT_CHARGE), figure(s->eur, "150"));
  fee->once = true;
  fee->once_on = date(2026, 6, 20);
  month_is(s, 5, "");
  month_is(s, 6, "set_up fee = 150");
}

typedef struct failure {
  const char *label, *expected;
  int month;
} failure;

Test(charge, what_cannot_be_computed) {
  shop *s = shop_new();
  ccl_article *acts = an_article(s, "acts");
  const ccl_expr *volume = named(CCL_OP_INPUT, s->call, VOLUME);
  const ccl_expr *less = inverse(CCL_OP_SUM, s->call, volume, figure(s->call, "6"));
  a_charge(s, acts, less, "2");
  give(s, VOLUME, 1, "5");
  month_is(s, 1, "negative-quantity: the quantity — is -1 call; what is charged is never below zero");
  cr_assert_eq(s->diags.all.items[0]->notes.len, 1);
  same_text(s->diags.all.items[0]->notes.items[0].message,
            "computed for acts (article 1), on the days from 2026-01-01 to 2026-01-31", "note");
  same_text(s->diags.all.items[0]->context, "article 1 \"acts\"", "context");
  s->diags.all.len = 0;
  month_is(s, 2, "missing-value: volume has no value for 2026-02");

  s = shop_new();
  at_tiers(a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), NULL),
           some_tiers(s, CCL_TIERS_PRICE, prices, 2), CCL_BY_SLICE);
  give(s, VOLUME, 1, "5");
  give(s, VOLUME, 2, "6");
  month_is(s, 1, "acts act q3 p5 = 15; acts act q2 p4 = 8");
  month_is(s, 2, "tier-exceeded: 6 calls is above the last bound of prices, and no price is given beyond it");

  s = shop_new();
  uint32_t price = a_parameter(s, "price", s->per_call, "3", date(2026, 3, 16), "3.15");
  ccl_effect *given = a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), NULL);
  given->price.rate = named(CCL_OP_PARAMETER, s->per_call, price);
  give(s, VOLUME, 3, "5");
  month_is(s, 3,
           "mid-period-change: — changes on 2026-03-16, inside the days that count here, and the contract does not say "
           "what happens then");
}

/* Numbers that would be too large are errors wherever they appear, not zeros. */
Test(charge, numbers_too_large) {
  shop *s = shop_new();
  const ccl_value large = ccl_value_number(ccl_rat_pow(ccl_rat_int(2), 700000));
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), constant(s->call, large), NULL);
  acts->price.rate = constant(s->per_call, large);
  month_is(s, 1, "number-too-large: acts is a number with more digits than can be kept");
  s->diags.all.len = 0;
  const ccl_value tiny = ccl_value_number(ccl_rat_div(CCL_RAT_ONE, ccl_rat_add(large.as.number, CCL_RAT_ONE)));
  const ccl_value small = ccl_value_number(ccl_rat_div(CCL_RAT_ONE, large.as.number));
  acts->price.rate = figure(s->per_call, "1");
  acts->quantity = constant(s->call, tiny);
  acts->allowance = constant(s->call, small);
  month_is(s, 2, "acts act q0 p1 = 0");
  acts->allowance = NULL;
  s->plan.header.rounding.per_total = true;
  acts->quantity = constant(s->call, tiny);
  a_charge(s, an_article(s, "more"), constant(s->call, small), "1");
  month_is(s, 3, "number-too-large: total_gross is a number with more digits than can be kept");
}
