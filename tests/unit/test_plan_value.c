/* SPDX-License-Identifier: Apache-2.0 */
/* plan/value, plan/say, plan/plan: order of values, how they read, names from the tables. */
#include "plan_build.h"

TestSuite(value, .init = begin_plan);

Test(value, order) {
  struct {
    ccl_value low, high;
  } rows[] = {
    { number("-1/3"), number("0.1") },
    { ccl_value_bool(false), ccl_value_bool(true) },
    { ccl_value_text(S("Zoé")), ccl_value_text(S("abc")) },
    { ccl_value_text(S("ab")), ccl_value_text(S("abc")) },
    { ccl_value_day(date(2026, 1, 31)), ccl_value_day(date(2026, 2, 1)) },
    { ccl_value_month(1), ccl_value_month(2) },
    { ccl_value_weekday(1), ccl_value_weekday(7) },
    { ccl_value_choice(3), ccl_value_choice(4) },
    { ccl_value_instant((ccl_instant){ 5, 0 }), ccl_value_instant((ccl_instant){ 5, 1 }) },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cr_expect(ccl_value_cmp(rows[i].low, rows[i].high) < 0, "row %zu", i);
    cr_expect(ccl_value_cmp(rows[i].high, rows[i].low) > 0, "row %zu", i);
    cr_expect(ccl_value_eq(rows[i].low, rows[i].low) && !ccl_value_eq(rows[i].low, rows[i].high), "row %zu", i);
  }
  ccl_rat huge = ccl_rat_pow(ccl_rat_int(2), 900000);
  ccl_value large = ccl_value_number(ccl_rat_mul(huge, huge));
  cr_assert(large.state == CCL_TROUBLE);
  cr_expect(large.as.trouble->code == CCL_CODE_number_too_large && large.as.trouble->at == NULL);
}

Test(value, numbers_read) {
  ccl_plan plan = empty_plan(CCL_LANG_EN);
  (void)ccl_units_count_unit(plan.units, S("call"), (ccl_str){ 0 });
  static const struct {
    const char *figure, *unit, *en, *fr;
  } rows[] = {
    { "31.5", "hour", "31.5 hours", "31,5 heures" },
    { "1", "hour", "1 hour", "1 heure" },
    { "1.5", "hour", "1.5 hours", "1,5 heure" },
    { "0", "call", "0 calls", "0 call" },
    { "1", "call", "1 call", "1 call" },
    { "-12000", "call", "-12,000 calls", "-12\u202F000 calls" },
    { "999", "number", "999", "999" },
    { "1234567.25", "number", "1,234,567.25", "1\u202F234\u202F567,25" },
    { "28.5", "EUR", "28.50 EUR", "28,50 EUR" },
    { "40", "EUR", "40 EUR", "40 EUR" },
    { "0.0125", "EUR", "0.0125 EUR", "0,0125 EUR" },
    { "3.2", "EUR/call", "3.20 EUR per call", "3,20 EUR par call" },
    { "28.5", "EUR/hour", "28.50 EUR per hour", "28,50 EUR par heure" },
    { "91.2", "%", "91.2 %", "91,2 %" },
    { "1/3", "number", "0.333333\u2026", "0,333333\u2026" },
    { "-200/3", "%", "-66.666666\u2026 %", "-66,666666\u2026 %" },
    { "0.1234567", "number", "0.123456\u2026", "0,123456\u2026" },
    { "0.123456", "number", "0.123456", "0,123456" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_type type = unit_type(plan.units, rows[i].unit);
    ccl_value value = ccl_value_number(ccl_rat_mul(rat(rows[i].figure), type.unit->scale));
    same_text(ccl_value_say(&plan, type, value, CCL_LANG_EN), rows[i].en, "English");
    same_text(ccl_value_say(&plan, type, value, CCL_LANG_FR), rows[i].fr, "French");
  }
  ccl_value large = ccl_value_number(ccl_rat_pow(ccl_rat_int(10), 1000));
  same_text(ccl_value_say(&plan, unit_type(plan.units, "EUR"), large, CCL_LANG_EN), "100000\u2026 (1001 digits) EUR",
            "large");
  same_text(ccl_value_say(&plan, unit_type(plan.units, "EUR"), large, CCL_LANG_FR), "100000\u2026 (1001 chiffres) EUR",
            "large");
}

Test(value, others_read) {
  ccl_plan plan = empty_plan(CCL_LANG_EN);
  ccl_str choices[] = { S("FR"), S("MA") };
  plan.choices = choices;
  plan.choices_count = 2;
  int64_t noon = (int64_t)date(2026, 7, 14) * CCL_DAY_SECONDS + 10 * 3600;
  struct {
    ccl_value value;
    const char *en, *fr;
  } rows[] = {
    { ccl_value_choice(1), "MA", "MA" },
    { ccl_value_day(date(2026, 10, 31)), "2026-10-31", "2026-10-31" },
    { ccl_value_month(ccl_day_month(date(2026, 10, 31))), "2026-10", "2026-10" },
    { ccl_value_weekday(3), "Wednesday", "mercredi" },
    { ccl_value_bool(true), "true", "vrai" },
    { ccl_value_text(S("Lyon")), "\"Lyon\"", "\"Lyon\"" },
    { ccl_value_instant((ccl_instant){ noon, 0 }), "2026-07-14T12:00:00+02:00", "2026-07-14T12:00:00+02:00" },
    { ccl_value_absent(), "no value", "sans valeur" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    same_text(ccl_value_say(&plan, type_of(rows[i].value.kind), rows[i].value, CCL_LANG_EN), rows[i].en, "English");
    same_text(ccl_value_say(&plan, type_of(rows[i].value.kind), rows[i].value, CCL_LANG_FR), rows[i].fr, "French");
  }
}

Test(value, names) {
  same_text(S(ccl_party_key(CCL_PARTY_ELECTRONIC_ADDRESS)), "electronic_address", "party");
  same_text(S(ccl_effect_keyword(CCL_EFFECT_BONUS_CAP)), "bonus capped at", "effect");
  cr_expect(ccl_effect_sign(CCL_EFFECT_CREDIT) == -1 && ccl_effect_sign(CCL_EFFECT_CHARGE) == 1);
  same_text(S(ccl_mode_text(CCL_MODE_FEE)), "fee", "mode");
  same_text(S(ccl_op_text(CCL_OP_TIME_MINUS_TIME)), "timestamp-timestamp", "op");
  for (ccl_op op = 0; op < CCL_OP_COUNT; op++)
    cr_expect(ccl_op_text(op)[0] != '\0');
  for (ccl_mode mode = CCL_MODE_TIME; mode <= CCL_MODE_FEE; mode++)
    cr_expect(ccl_mode_text(mode)[0] != '\0');
}

Test(value, field_of_a_dimension) {
  ccl_plan plan = empty_plan(CCL_LANG_EN);
  ccl_field fields[] = { { .name = S("began"), .dimension = CCL_NONE }, { .name = S("site"), .dimension = 2 } };
  ccl_activity activities[] = { { .name = S("calls"), .fields = fields, .field_count = 2 } };
  plan.activities = activities;
  plan.activities_count = 1;
  cr_expect_eq(ccl_plan_field_of(&plan, 0, 2), 1);
  cr_expect_eq(ccl_plan_field_of(&plan, 0, 3), CCL_NONE);
  cr_expect_eq(ccl_plan_field_of(&plan, 0, CCL_NONE), CCL_NONE);
}

Test(value, supply_of_a_plan) {
  ccl_plan plan = empty_plan(CCL_LANG_EN);
  ccl_series_row rows[] = { { { 1, 2 }, CCL_RAT_ONE } };
  ccl_series series[] = { { .name = S("usd"), .rows = rows, .row_count = 1 } };
  ccl_input inputs[2] = { 0 };
  plan.series = series;
  plan.series_count = 1;
  plan.inputs = inputs;
  plan.inputs_count = 2;
  ccl_supply supply = ccl_supply_of(&plan);
  cr_expect(supply.series[0].rows == rows && supply.series[0].count == 1);
  cr_expect(supply.inputs[1].count == 0 && supply.parameters == NULL);
}
