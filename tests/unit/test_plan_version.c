/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan/version: which version of a declaration, which header and which days hold on a day (clause 8), and what look-ups
 * and changes of prices make of it.
 */
#include "plan_build.h"

TestSuite(version, .init = begin_plan);

#define MARCH date(2026, 3, 1)
#define JUNE date(2026, 6, 1)

static ccl_versions two(uint32_t first, uint32_t second) {
  ccl_version *items = ccl_new_array(ccl_version, 2);
  items[0] = (ccl_version){ MARCH, first };
  items[1] = (ccl_version){ JUNE, second };
  return (ccl_versions){ items, 2 };
}

Test(version, on_a_day) {
  ccl_versions none = { NULL, 0 }, some = two(4, 7);
  cr_expect_eq(ccl_version_on(none, 2, date(2026, 7, 1)), 2);
  cr_expect_eq(ccl_version_on(some, 2, CCL_DAY_MIN), 2);
  cr_expect_eq(ccl_version_on(some, 2, MARCH - 1), 2, "the eve");
  cr_expect_eq(ccl_version_on(some, 2, MARCH), 4, "the effective date");
  cr_expect_eq(ccl_version_on(some, 2, JUNE - 1), 4);
  cr_expect_eq(ccl_version_on(some, 2, JUNE), 7);
  cr_expect_eq(ccl_version_on(some, 2, CCL_DAY_MAX), 7);
}

Test(version, the_last_one_of_a_day) {
  ccl_version items[] = { { MARCH, 4 }, { MARCH, 5 } };
  cr_expect_eq(ccl_version_on((ccl_versions){ items, 2 }, 2, MARCH), 5);
}

Test(version, change_within_days) {
  ccl_versions some = two(4, 7);
  ccl_day change;
  cr_expect_not(ccl_version_change(some, (ccl_days){ MARCH, JUNE - 1 }, &change), "it begins with them");
  cr_expect(ccl_version_change(some, (ccl_days){ MARCH - 1, MARCH }, &change));
  cr_expect_eq(change, MARCH);
  cr_expect(ccl_version_change(some, (ccl_days){ MARCH, JUNE }, &change));
  cr_expect_eq(change, JUNE);
  cr_expect_not(ccl_version_change(some, (ccl_days){ JUNE, CCL_DAY_MAX }, &change));
}

/* A contract of 2026, extended by the first amendment and ended by the second. */
static ccl_plan amended(void) {
  ccl_plan plan = empty_plan(CCL_LANG_EN);
  ccl_amendment *amendments = ccl_new_array(ccl_amendment, 2);
  for (size_t i = 0; i < 2; i++) {
    amendments[i] = (ccl_amendment){ .number = (uint32_t)i + 1, .effective = i == 0 ? MARCH : JUNE };
    amendments[i].header = plan.header;
    amendments[i].header.terms.payment_days = (int32_t)i + 10;
    amendments[i].before = (ccl_days){ date(2026, 1, 1), i == 0 ? date(2026, 12, 31) : date(2027, 12, 31) };
  }
  plan.header.cycle.contract = (ccl_days){ date(2026, 1, 1), date(2026, 8, 31) };
  plan.amendments = amendments;
  plan.amendments_count = 2;
  return plan;
}

Test(version, header) {
  ccl_plan plan = amended();
  cr_expect_eq(ccl_header_on(&plan, MARCH - 1)->terms.payment_days, 0);
  cr_expect_eq(ccl_header_on(&plan, MARCH)->terms.payment_days, 10);
  cr_expect_eq(ccl_header_on(&plan, CCL_DAY_MAX)->terms.payment_days, 11);
}

Test(version, days_as_they_stood) {
  ccl_plan plan = amended();
  cr_expect_eq(ccl_contract_days_on(&plan, MARCH - 1).to, date(2026, 12, 31));
  cr_expect_eq(ccl_contract_days_on(&plan, MARCH).to, date(2027, 12, 31));
  cr_expect_eq(ccl_contract_days_on(&plan, JUNE).to, date(2026, 8, 31));
  plan.header.cycle.contract.to = JUNE - 1;
  cr_expect_eq(ccl_contract_days_on(&plan, JUNE - 2).to, date(2027, 12, 31));
  cr_expect_eq(ccl_contract_days_on(&plan, JUNE - 1).to, JUNE - 1, "its last day is known on that day");
  ccl_days before[] = { { date(2026, 1, 1), date(2026, 12, 31) }, { date(2026, 1, 1), date(2026, 5, 31) } };
  ccl_article article = { .in_force = { date(2026, 1, 1), date(2026, 4, 30) }, .before = before };
  cr_expect_eq(ccl_article_in_force_on(&plan, &article, MARCH - 1).to, date(2026, 12, 31));
  cr_expect_eq(ccl_article_in_force_on(&plan, &article, MARCH).to, date(2026, 5, 31));
  cr_expect_eq(ccl_article_in_force_on(&plan, &article, JUNE).to, date(2026, 4, 30));
  article.before = NULL;
  cr_expect_eq(ccl_article_in_force_on(&plan, &article, CCL_DAY_MIN).to, date(2026, 4, 30));
}

Test(version, rules_of_effects) {
  ccl_plan plan = amended();
  ccl_effect_rules later[] = { { .proration = CCL_PRORATION_DAILY }, { .vat.kind = CCL_VAT_REVERSE } };
  ccl_effect effect = { .proration = CCL_PRORATION_STARTED, .amended = later };
  cr_expect_eq(ccl_effect_rules_on(&plan, &effect, MARCH - 1).proration, CCL_PRORATION_STARTED);
  cr_expect_eq(ccl_effect_rules_on(&plan, &effect, MARCH).proration, CCL_PRORATION_DAILY);
  cr_expect_eq(ccl_effect_rules_on(&plan, &effect, JUNE).vat.kind, CCL_VAT_REVERSE);
  effect.amended = NULL;
  cr_expect_eq(ccl_effect_rules_on(&plan, &effect, JUNE).proration, CCL_PRORATION_STARTED);
}

/* ---- Look-ups ---- */

typedef struct scene {
  ccl_plan plan;
  ccl_type plain;
  ccl_tiers tiers[2];
  ccl_tier rows[2];
  ccl_days days;
} scene;

static ccl_days when(ccl_env *env) {
  return ((scene *)env->self)->days;
}

/* Tiers of one price: 5, and 6 from March on. */
static scene *scene_new(void) {
  scene *s = ccl_new(scene);
  ccl_version *version = ccl_new(ccl_version);
  *version = (ccl_version){ MARCH, 1 };
  s->plan = empty_plan(CCL_LANG_EN);
  s->plain = unit_type(s->plan.units, "number");
  for (size_t i = 0; i < 2; i++) {
    s->rows[i] = (ccl_tier){ .price = figure(s->plain, i == 0 ? "5" : "6") };
    s->tiers[i] = (ccl_tiers){ .name = S("price"), .type = s->plain, .per = s->plain.unit, .tiers = &s->rows[i], .tier_count = 1 };
  }
  s->tiers[0].versions = (ccl_versions){ version, 1 };
  s->plan.tiers = s->tiers;
  s->plan.tiers_count = 2;
  return s;
}

static ccl_value look_up(scene *s, ccl_day from, ccl_day to) {
  ccl_env env = { .plan = &s->plan, .when = when, .self = s };
  s->days = (ccl_days){ from, to };
  return ccl_compute(&env, with_index(node(CCL_OP_TIER_PRICE, s->plain, 1, figure(s->plain, "3")), 0));
}

Test(version, look_up) {
  scene *s = scene_new();
  is_number(look_up(s, MARCH - 1, MARCH - 1), "5", "the eve");
  is_number(look_up(s, MARCH, JUNE), "6", "later");
  ccl_value both = look_up(s, MARCH - 1, MARCH);
  cr_assert_eq(both.state, CCL_TROUBLE);
  cr_expect_eq(both.as.trouble->code, CCL_CODE_mid_period_change);
  same_text(both.as.trouble->subject, "price", "what changes");
  same_text(both.as.trouble->detail, "2026-03-01", "when");
}

Test(version, before_every_amendment) {
  scene *s = scene_new();
  ccl_env env = { .plan = &s->plan };
  is_number(ccl_compute(&env, with_index(node(CCL_OP_TIER_PRICE, s->plain, 1, figure(s->plain, "3")), 0)), "5", "no days");
}

Test(version, price_of_a_tier) {
  scene *s = scene_new();
  ccl_price price = { .tiers = 0, .mode = CCL_BY_SLICE };
  ccl_env env = { .plan = &s->plan, .when = when, .self = s };
  s->days = (ccl_days){ MARCH, MARCH };
  is_number(ccl_price_of_tier(&env, &price, 0), "6", "from March on");
  s->days = (ccl_days){ MARCH - 1, MARCH };
  cr_expect_eq(ccl_price_of_tier(&env, &price, 0).state, CCL_TROUBLE);
}

Test(version, changes_of_a_price) {
  scene *s = scene_new();
  ccl_supply supply = ccl_supply_of(&s->plan);
  const ccl_expr *looked_up = with_index(node(CCL_OP_TIER_PRICE, s->plain, 1, figure(s->plain, "3")), 0);
  ccl_day *days;
  cr_expect_eq(ccl_parameter_changes(&s->plan, &supply, looked_up, (ccl_days){ MARCH - 5, MARCH + 5 }, &days), 1);
  cr_expect_eq(days[0], MARCH);
  cr_expect_eq(ccl_parameter_changes(&s->plan, &supply, looked_up, (ccl_days){ MARCH, MARCH + 5 }, &days), 0);
  ccl_parameter_version version = { CCL_DAY_MIN, looked_up };
  ccl_parameter parameter = { .name = S("p"), .type = s->plain, .versions = &version, .version_count = 1 };
  s->plan.parameters = &parameter;
  s->plan.parameters_count = 1;
  const ccl_expr *named_only = named(CCL_OP_PARAMETER, s->plain, 0);
  cr_expect_eq(ccl_parameter_changes(&s->plan, &supply, named_only, (ccl_days){ MARCH - 5, MARCH + 5 }, &days), 1,
               "through a parameter");
  is_number(ccl_parameter_on(&s->plan, &supply, 0, MARCH - 1), "5", "a parameter on the eve");
  is_number(ccl_parameter_on(&s->plan, &supply, 0, MARCH), "6", "a parameter on the day");
  s->rows[1].price = figure(s->plain, "5");
  cr_expect_eq(ccl_parameter_changes(&s->plan, &supply, named_only, (ccl_days){ MARCH - 5, MARCH + 5 }, &days), 0,
               "a parameter that stays the same does not change");
}
