/* SPDX-License-Identifier: Apache-2.0 */
/* eval: bases, bonuses, maluses, ladders, caps (clause 6.3), for each and quarterly articles (clause 4.6). */
#include "eval_build.h"

static const ccl_expr *percent(const shop *s, const char *text) {
  return figure(s->percent, text);
}

static ccl_rung rung(const ccl_expr *low, int sign, const ccl_expr *outcome) {
  return (ccl_rung){ .has_low = low != NULL, .low = low, .sign = sign, .outcome = outcome };
}

static ccl_effect *a_ladder(shop *s, ccl_article *article, const ccl_expr *figure_asked, const ccl_rung *rungs,
                            size_t count) {
  ccl_ladder *ladder = ccl_new(ccl_ladder);
  ccl_rung *own = ccl_new_array(ccl_rung, count);
  for (size_t i = 0; i < count; i++)
    own[i] = rungs[i];
  *ladder = (ccl_ladder){ figure_asked, own, count };
  ccl_effect *effect = an_effect(s, article, CCL_EFFECT_LADDER);
  effect->ladder = ladder;
  return effect;
}

/* acts: csat asked of a base of 1,000; February 91 %, March 85 %, April 40 %. */
static shop *with_csat(void) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), figure(s->call, "500"), "2");
  give(s, CSAT, 2, "91");
  give(s, CSAT, 3, "85");
  give(s, CSAT, 4, "40");
  return s;
}

Test(bonus, ladder) {
  shop *s = with_csat();
  ccl_article *quality = an_article(s, "quality");
  with_base(quality, 0);
  const ccl_rung rungs[] = { rung(percent(s, "90"), 1, percent(s, "3")), rung(percent(s, "80"), 0, NULL),
                             rung(NULL, -1, percent(s, "5")) };
  a_ladder(s, quality, named(CCL_OP_INPUT, s->percent, CSAT), rungs, 3);
  month_is(s, 2, "acts act q500 p2 = 1000; quality bonus b1000 s0.03 = 30");
  month_is(s, 3, "acts act q500 p2 = 1000");
  month_is(s, 4, "acts act q500 p2 = 1000; quality malus b1000 s-0.05 = -50");
  month_is(s, 5, "missing-value: csat has no value for 2026-05");
}

Test(bonus, ladder_without_otherwise) {
  shop *s = with_csat();
  const ccl_rung rungs[] = { rung(percent(s, "80"), 1, figure(s->eur, "10")) };
  a_ladder(s, an_article(s, "quality"), named(CCL_OP_INPUT, s->percent, CSAT), rungs, 1);
  month_is(s, 2, "acts act q500 p2 = 1000; quality bonus = 10");
  month_is(s, 4, "ladder-incomplete: no rung holds for 40 %, and nothing is said otherwise");
}

/* From −5 % at 80 % to 0 at 90 %; `value` in an outcome is the ladder's figure. */
Test(bonus, sliding_and_value) {
  shop *s = with_csat();
  ccl_article *quality = an_article(s, "quality");
  with_base(quality, 0);
  ccl_rung slides = rung(percent(s, "80"), -1, percent(s, "5"));
  slides.has_high = slides.high_excluded = slides.slides = true;
  slides.high = percent(s, "90");
  const ccl_expr *value = named(CCL_OP_BOUND, s->percent, CCL_BOUND_FIGURE);
  const ccl_rung rungs[] = { slides,
                             rung(percent(s, "90"), 1, inverse(CCL_OP_SUM, s->percent, value, percent(s, "90"))),
                             rung(NULL, 0, NULL) };
  a_ladder(s, quality, named(CCL_OP_INPUT, s->percent, CSAT), rungs, 3);
  month_is(s, 2, "acts act q500 p2 = 1000; quality bonus b1000 s0.01 = 10");
  month_is(s, 3, "acts act q500 p2 = 1000; quality malus b1000 s-0.025 = -25");
  month_is(s, 4, "acts act q500 p2 = 1000");
}

Test(bonus, adjustment_with_cap) {
  shop *s = with_csat();
  ccl_article *quality = an_article(s, "quality");
  with_base(quality, 0);
  const ccl_expr *above = inverse(CCL_OP_SUM, s->percent, named(CCL_OP_INPUT, s->percent, CSAT), percent(s, "85"));
  with_amount(an_effect(s, quality, CCL_EFFECT_ADJUSTMENT), above);
  with_amount(an_effect(s, quality, CCL_EFFECT_CAP), percent(s, "4"));
  month_is(s, 2, "acts act q500 p2 = 1000; quality bonus b1000 s0.06 = 60; quality cap b1000 s0.04 = -20");
  month_is(s, 3, "acts act q500 p2 = 1000");
  month_is(s, 4, "acts act q500 p2 = 1000; quality malus b1000 s-0.45 = -450; quality cap b1000 s0.04 = 410");
}

/* The bonus cap bites first, then the malus cap, then the net on what remains. */
Test(bonus, caps_in_order) {
  shop *s = shop_new();
  ccl_article *quality = an_article(s, "quality");
  with_amount(an_effect(s, quality, CCL_EFFECT_CAP), figure(s->eur, "30"));
  with_amount(an_effect(s, quality, CCL_EFFECT_BONUS), figure(s->eur, "100"));
  with_amount(an_effect(s, quality, CCL_EFFECT_MALUS), figure(s->eur, "40"));
  with_amount(an_effect(s, quality, CCL_EFFECT_MALUS_CAP), figure(s->eur, "25"));
  with_amount(an_effect(s, quality, CCL_EFFECT_BONUS_CAP), figure(s->eur, "80"));
  month_is(
      s, 1,
      "quality cap b55 = -25; quality bonus = 100; quality malus = -40; quality cap b-40 = 15; quality cap b100 = -20");
}

/* A cap over a year counts the year so far, and the final sum. */
Test(bonus, yearly_cap) {
  shop *s = shop_new();
  ccl_article *quality = an_article(s, "quality");
  const ccl_expr *volume = named(CCL_OP_INPUT, s->call, VOLUME);
  with_amount(an_effect(s, quality, CCL_EFFECT_ADJUSTMENT),
              node(CCL_OP_PRODUCT, s->eur, 2, volume, figure(s->per_call, "1")));
  with_amount(an_effect(s, quality, CCL_EFFECT_CAP), figure(unit_type(s->plan.units, "EUR/year"), "1000"))->bounded =
      CCL_CYCLE_YEAR;
  give(s, VOLUME, 1, "800");
  give(s, VOLUME, 2, "700");
  give(s, VOLUME, 3, "-400");
  give(s, VOLUME, 4, "-300");
  month_is(s, 1, "quality bonus = 800");
  month_is(s, 2, "quality bonus = 700; quality cap b1500 = -500");
  month_is(s, 3, "quality malus = -400; quality cap b1100 = 400");
  month_is(s, 4, "quality malus = -300; quality cap b800 = 100");
}

/* "All penalties together, at most 10 % of the month". */
Test(bonus, cap_on_other_articles) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), figure(s->call, "500"), "2");
  ccl_article *late = an_article(s, "late"), *poor = an_article(s, "poor"), *all = an_article(s, "all");
  with_amount(an_effect(s, late, CCL_EFFECT_PENALTY), figure(s->eur, "70"))->mode = CCL_MODE_PENALTY;
  with_base(poor, 0);
  with_amount(an_effect(s, poor, CCL_EFFECT_MALUS), percent(s, "8"));
  with_base(all, 0);
  static const uint32_t on[] = { 1, 2 };
  ccl_effect *cap = with_amount(an_effect(s, all, CCL_EFFECT_MALUS_CAP), percent(s, "10"));
  cap->on = on;
  cap->on_count = 2;
  month_is(s, 1, "acts act q500 p2 = 1000; late penalty = -70; poor malus b1000 s-0.08 = -80; all cap b1000 s0.1 = 50");
}

Test(bonus, base_all_and_errors) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), figure(s->call, "10"), "1");
  with_amount(an_effect(s, an_article(s, "refund"), CCL_EFFECT_CREDIT), named(CCL_OP_PRODUCT, s->eur, 0))->amount =
      figure(s->eur, "4");
  ccl_article *rebate = an_article(s, "rebate");
  rebate->base = (ccl_base){ .said = true, .all = true };
  with_amount(an_effect(s, rebate, CCL_EFFECT_MALUS), percent(s, "50"));
  month_is(s, 1, "acts act q10 p1 = 10; refund fee = -4; rebate malus b6 s-0.5 = -3");
  rebate->base.names = one_name(0);
  rebate->base.name_count = 1; /* all except acts */
  s->run = NULL;
  month_is(s, 1, "negative-base: the base of rebate is -4 EUR, and no share can be taken of a base below zero");
  s->diags.all.len = 0;
  s->effects[2][0].amount = percent(s, "-1");
  s->run = NULL;
  month_is(s, 1, "negative-effect: — is -1 %; a bonus, a malus or what caps them is never below zero");
}

/* Each site on its own rows and its own part of the base. */
Test(bonus, for_each) {
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), "10");
  acts->dims = by_site;
  acts->dim_count = 1;
  ccl_article *each = an_article(s, "malus");
  each->for_each = by_site;
  each->for_each_count = 1;
  with_base(each, 0);
  const ccl_rung rungs[] = { rung(percent(s, "80"), 0, NULL), rung(NULL, -1, percent(s, "5")) };
  a_ladder(s, each, named(CCL_OP_MEASURE, s->percent, LEVEL), rungs, 2);
  with_amount(an_effect(s, each, CCL_EFFECT_REPORT), named(CCL_OP_MEASURE, s->percent, LEVEL))->label = S("Level");
  calls(s, 3, date(2026, 3, 1), MA, true);
  calls(s, 1, date(2026, 3, 2), MA, false);
  calls(s, 2, date(2026, 3, 3), FR, true);
  month_is(s, 3, "acts[FR] act q2 p10 = 20; acts[MA] act q4 p10 = 40; malus[MA] malus b40 s-0.05 = -2");
  const ccl_ledger *ledger = ccl_run_ledger(s->run, month_of_2026(3));
  cr_assert_eq(ledger->reports.len, 2);
  is_number(ledger->reports.items[0].value, "1", "FR");
  is_number(ledger->reports.items[1].value, "0.75", "MA");
}

/* Once, in the quarter's last month, on the whole quarter. */
Test(bonus, quarterly) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), "10");
  ccl_article *quality = an_article(s, "quality");
  quality->billing = CCL_ARTICLE_QUARTERLY;
  with_base(quality, 0);
  with_amount(an_effect(s, quality, CCL_EFFECT_ADJUSTMENT), named(CCL_OP_MEASURE, s->percent, LEVEL));
  calls(s, 2, date(2026, 1, 1), FR, true);
  calls(s, 2, date(2026, 3, 1), FR, false);
  month_is(s, 2, "acts act q0 p10 = 0");
  month_is(s, 3, "acts act q2 p10 = 20; quality bonus b40 s0.5 1..31 = 20");
}

Test(bonus, when) {
  shop *s = shop_new();
  ccl_article *quality = an_article(s, "quality");
  quality->when = compared(CCL_GT, aggregate(s, EVERY), figure(s->call, "1"));
  with_amount(an_effect(s, quality, CCL_EFFECT_BONUS), figure(s->eur, "5"));
  calls(s, 2, date(2026, 1, 1), FR, true);
  calls(s, 1, date(2026, 2, 1), FR, true);
  month_is(s, 1, "quality bonus = 5");
  month_is(s, 2, "");
}

/* An article that only bears on others looks at what they look at: a minimum for each site. */
Test(bonus, minimum_for_each) {
  shop *s = shop_new();
  ccl_effect *acts = a_charge(s, an_article(s, "acts"), aggregate(s, EVERY), "10");
  acts->dims = by_site;
  acts->dim_count = 1;
  ccl_article *floor = an_article(s, "floor");
  floor->for_each = by_site;
  floor->for_each_count = 1;
  ccl_effect *minimum = with_amount(an_effect(s, floor, CCL_EFFECT_MINIMUM), figure(s->eur, "30"));
  minimum->mode = CCL_MODE_MINIMUM;
  minimum->on = one_name(0);
  minimum->on_count = 1;
  calls(s, 1, date(2026, 3, 1), MA, true);
  calls(s, 2, date(2026, 3, 3), FR, true);
  calls(s, 5, date(2026, 4, 3), FR, true);
  month_is(
      s, 3,
      "acts[FR] act q2 p10 = 20; acts[MA] act q1 p10 = 10; floor[FR] minimum b20 = 10; floor[MA] minimum b10 = 20");
  month_is(s, 4, "acts[FR] act q5 p10 = 50");
}
