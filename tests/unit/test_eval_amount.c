/* SPDX-License-Identifier: Apache-2.0 */
/* eval: recurring amounts and their proration, flats, subscriptions, billing in advance, minimums and maximums
 * (clauses 4.6, 6.2, 6.4, 6.5). */
#include "eval_build.h"

static shop *prorated(ccl_proration rule) {
  shop *s = shop_new();
  s->plan.header.cycle.contract.from = date(2026, 1, 12);
  s->plan.header.proration = rule;
  return s;
}

static const uint32_t on_first[] = { 0 };

static ccl_effect *bounded(shop *s, const char *name, ccl_effect_kind kind, const ccl_expr *amount,
                           ccl_cycle_unit unit) {
  ccl_effect *effect = with_amount(an_effect(s, an_article(s, name), kind), amount);
  effect->mode = kind == CCL_EFFECT_MINIMUM ? CCL_MODE_MINIMUM : CCL_MODE_MAXIMUM;
  effect->bounded = unit;
  effect->on = on_first;
  effect->on_count = 1;
  return effect;
}

Test(amount, four_rules) {
  static const struct {
    ccl_proration rule;
    const char *january, *february;
  } rows[] = {
    { CCL_PRORATION_DAILY, "tools subscription p310 t20/31 = 200", "tools subscription p310 t1 = 310" },
    { CCL_PRORATION_THIRTIETHS, "tools subscription p310 t19/30 = 196.33", "tools subscription p310 t1 = 310" },
    { CCL_PRORATION_STARTED, "tools subscription p310 t1 = 310", "tools subscription p310 t1 = 310" },
    { CCL_PRORATION_COMPLETE, "tools subscription p310 t0 = 0", "tools subscription p310 t1 = 310" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    shop *s = prorated(rows[i].rule);
    a_recurring(s, an_article(s, "tools"), CCL_EFFECT_SUBSCRIPTION, "310");
    open_shop(s);
    ccl_days january = { date(2026, 1, 12), date(2026, 1, 31) };
    same_text(said_lines(s, ccl_run_ledger(s->run, january)), rows[i].january, ccl_proration_name(rows[i].rule));
    month_is(s, 2, rows[i].february);
  }
}

Test(amount, no_rule) {
  shop *s = shop_new();
  ccl_article *tools = an_article(s, "tools");
  a_recurring(s, tools, CCL_EFFECT_SUBSCRIPTION, "310");
  tools->in_force.from = date(2026, 2, 15);
  month_is(s, 1, "");
  month_is(
      s, 2,
      "missing-proration: the month 2026-02 is cut, and no rule of proration says what is due for a part of a month");
  month_is(s, 3, "tools subscription p310 t1 = 310");
}

/* 12 seats at 85 EUR per seat per month; a yearly amount is a twelfth for each month; a price that changes makes two
 * lines. */
Test(amount, quantities_and_changes) {
  shop *s = shop_new();
  s->plan.header.proration = CCL_PRORATION_DAILY;
  ccl_article *tools = an_article(s, "tools");
  ccl_effect *seats = a_recurring(s, tools, CCL_EFFECT_SUBSCRIPTION, "85");
  seats->quantity = figure(s->call, "12");
  seats->quantity_unit = s->call.unit;
  ccl_effect *yearly =
      with_amount(an_effect(s, tools, CCL_EFFECT_CHARGE), figure(unit_type(s->plan.units, "EUR/year"), "372"));
  yearly->recurs = true;
  yearly->recurrence = CCL_PER_YEAR;
  uint32_t price = a_parameter(s, "price", s->per_month, "300", date(2026, 3, 11), "310");
  a_recurring(s, tools, CCL_EFFECT_FLAT, "1")->amount = named(CCL_OP_PARAMETER, s->per_month, price);
  month_is(s, 3,
           "tools subscription q12 p85 t1 = 1020; tools fee p31 t1/12 = 31; "
           "tools flat p300 t10/31 1..10 = 96.77; tools flat p310 t21/31 11..31 = 210");
}

Test(amount, flat_with_excess) {
  shop *s = shop_new();
  ccl_effect *flat = a_recurring(s, an_article(s, "support"), CCL_EFFECT_FLAT, "1250");
  flat->covered = named(CCL_OP_INPUT, s->call, VOLUME);
  flat->covered_limit = figure(s->call, "10");
  give(s, VOLUME, 1, "12");
  give(s, VOLUME, 2, "9");
  month_is(s, 1, "support flat p1250 t1 = 1250");
  flat->has_price = true;
  flat->quantity_unit = s->call.unit;
  flat->price.rate = figure(s->per_call, "24.5");
  flat->price.unit = s->per_call.unit;
  s->run = NULL;
  month_is(s, 1, "support flat p1250 t1 = 1250; support act q2 p24.5 = 49");
  month_is(s, 2, "support flat p1250 t1 = 1250");
}

Test(amount, covered_quantity_is_prorated) {
  shop *s = prorated(CCL_PRORATION_DAILY);
  ccl_article *support = an_article(s, "support");
  for (int recurs = 0; recurs < 2; recurs++) {
    ccl_effect *flat = a_recurring(s, support, CCL_EFFECT_FLAT, "310");
    flat->covered = figure(s->call, "260");
    flat->covered_limit = recurs ? figure(unit_type(s->plan.units, "call/month"), "93") : figure(s->call, "310");
    flat->limit_recurs = recurs;
    flat->limit_per = CCL_PER_MONTH;
    flat->has_price = true;
    flat->quantity_unit = s->call.unit;
    flat->price.rate = figure(s->per_call, "2");
    flat->price.unit = s->per_call.unit;
  }
  open_shop(s);
  ccl_days january = { date(2026, 1, 12), date(2026, 1, 31) };
  same_text(said_lines(s, ccl_run_ledger(s->run, january)),
            "support flat p310 t20/31 = 200; support act q60 p2 = 120; support flat p310 t20/31 = 200; support act "
            "q200 p2 = 400",
            "January");
}

Test(amount, in_advance) {
  shop *s = shop_new();
  s->plan.header.proration = CCL_PRORATION_DAILY;
  s->plan.header.cycle.contract.to = date(2026, 3, 15);
  ccl_article *licences = an_article(s, "licences");
  licences->in_advance = true;
  a_recurring(s, licences, CCL_EFFECT_SUBSCRIPTION, "310");
  month_is(s, 1, "licences subscription p310 t1 = 310; licences subscription p310 t1 1..28 = 310");
  month_is(s, 2, "licences subscription p310 t15/31 1..15 = 150");
  ccl_days march = { date(2026, 3, 1), date(2026, 3, 15) };
  same_text(said_lines(s, ccl_run_ledger(s->run, march)), "", "March");
}

Test(amount, monthly_minimum) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), "3");
  bounded(s, "commitment", CCL_EFFECT_MINIMUM, figure(s->per_month, "5000"), CCL_CYCLE_MONTH);
  give(s, VOLUME, 3, "1000");
  give(s, VOLUME, 4, "2000");
  month_is(s, 3, "acts act q1000 p3 = 3000; commitment minimum b3000 = 2000");
  month_is(s, 4, "acts act q2000 p3 = 6000");
}

/* In December only; a contract that ends in June owes six twelfths. */
Test(amount, yearly_minimum) {
  shop *s = shop_new();
  s->plan.header.proration = CCL_PRORATION_DAILY;
  s->plan.header.cycle.contract.to = date(2026, 6, 30);
  a_charge(s, an_article(s, "acts"), named(CCL_OP_INPUT, s->call, VOLUME), "3");
  bounded(s, "commitment", CCL_EFFECT_MINIMUM, figure(unit_type(s->plan.units, "EUR/year"), "120000"), CCL_CYCLE_YEAR);
  for (int month = 1; month <= 6; month++)
    give(s, VOLUME, month, "3000");
  month_is(s, 5, "acts act q3000 p3 = 9000");
  month_is(s, 6, "acts act q3000 p3 = 9000; commitment minimum b54000 = 6000");
}

Test(amount, quarterly_maximum) {
  shop *s = shop_new();
  a_charge(s, an_article(s, "advice"), named(CCL_OP_INPUT, s->call, VOLUME), "200");
  bounded(s, "ceiling", CCL_EFFECT_MAXIMUM, figure(unit_type(s->plan.units, "EUR/quarter"), "50000"),
          CCL_CYCLE_QUARTER);
  static const char *const hours[] = { "100", "120", "80", "260", "10" };
  for (int i = 0; i < 5; i++)
    give(s, VOLUME, i + 1, hours[i]);
  month_is(s, 2, "advice act q120 p200 = 24000");
  month_is(s, 3, "advice act q80 p200 = 16000; ceiling maximum b60000 = -10000");
  month_is(s, 4, "advice act q260 p200 = 52000; ceiling maximum b52000 = -2000");
  month_is(s, 5, "advice act q10 p200 = 2000; ceiling maximum b52000 = -2000");
}
