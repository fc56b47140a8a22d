/* SPDX-License-Identifier: Apache-2.0 */
/* plan/tiers and plan/ladder: which tier and which rung, and what `at` makes of a tier (clauses 4.3 and 6.3). */
#include "plan_build.h"

TestSuite(tiers, .init = begin_plan);

typedef struct scene {
  ccl_plan plan;
  ccl_tier rows[3];
  ccl_tiers tiers[1];
  ccl_env env;
  leaves all;
  ccl_value values[1];
  unsigned visits[1];
  ccl_type plain;
} scene;

/* up to 400 : 2.00 plus 50; less than 1000 : 1.60; beyond: 1.255 */
static scene *scene_new(void) {
  scene *s = ccl_new(scene);
  s->plan = empty_plan(CCL_LANG_EN);
  s->plain = unit_type(s->plan.units, "number");
  s->rows[0] = (ccl_tier){
    .has_bound = true, .bound = rat("400"), .price = figure(s->plain, "2.00"), .plus = figure(s->plain, "50.004")
  };
  s->rows[1] =
      (ccl_tier){ .has_bound = true, .excluded = true, .bound = rat("1000"), .price = figure(s->plain, "1.60") };
  s->rows[2] = (ccl_tier){ .price = figure(s->plain, "1.255") };
  s->tiers[0] =
      (ccl_tiers){ .name = S("prices"), .type = s->plain, .per = s->plain.unit, .tiers = s->rows, .tier_count = 3 };
  s->plan.tiers = s->tiers;
  s->plan.tiers_count = 1;
  s->all = (leaves){ s->values, s->visits };
  s->env = env_of(&s->plan, NULL, &s->all);
  return s;
}

Test(tiers, reached) {
  scene *s = scene_new();
  static const struct {
    const char *quantity;
    uint32_t tier;
  } rows[] = { { "0", 0 }, { "400", 0 }, { "400.01", 1 }, { "999.99", 1 }, { "1000", 2 }, { "1000000", 2 } };
  for (size_t i = 0; i < COUNT(rows); i++)
    cr_expect_eq(ccl_tiers_reached(&s->tiers[0], rat(rows[i].quantity)), rows[i].tier, "%s", rows[i].quantity);
  s->tiers[0].tier_count = 2; /* no `beyond` */
  cr_expect_eq(ccl_tiers_reached(&s->tiers[0], rat("999")), 1);
  cr_expect_eq(ccl_tiers_reached(&s->tiers[0], rat("1000")), CCL_NONE);
  s->tiers[0].tier_count = 0;
  cr_expect_eq(ccl_tiers_reached(&s->tiers[0], rat("0")), CCL_NONE);
}

Test(tiers, looked_up) {
  scene *s = scene_new();
  const ccl_expr *in_tier = node(CCL_OP_TIER_PRICE, s->plain, 1, figure(s->plain, "500"));
  is_number(ccl_compute(&s->env, in_tier), "1.6", "NAME[500]");
  const ccl_expr *negative = node(CCL_OP_TIER_PRICE, s->plain, 1, figure(s->plain, "-1"));
  is_trouble(ccl_compute(&s->env, negative), CCL_CODE_negative_quantity, negative, "below zero");
  s->tiers[0].tier_count = 2;
  const ccl_expr *beyond = node(CCL_OP_TIER_PRICE, s->plain, 1, figure(s->plain, "1200"));
  is_trouble(ccl_compute(&s->env, beyond), CCL_CODE_tier_exceeded, beyond, "beyond");
  same_text(ccl_compute(&s->env, beyond).as.trouble->subject, "prices", "name");
  same_text(ccl_compute(&s->env, beyond).as.trouble->detail, "1,200", "quantity");
  s->values[0] = ccl_value_unknown();
  s->rows[1].price = named(CCL_OP_PARAMETER, s->plain, 0);
  const ccl_expr *unknown = node(CCL_OP_TIER_PRICE, s->plain, 1, named(CCL_OP_MEASURE, s->plain, 0));
  cr_expect(ccl_compute(&s->env, unknown).state == CCL_UNKNOWN);
  cr_expect_eq(s->visits[0], 2, "the quantity, and the price that may be reached");
}

Test(tiers, priced) {
  scene *s = scene_new();
  ccl_price price = { .tiers = 0, .mode = CCL_BY_SLICE };
  is_number(ccl_price_of_tier(&s->env, &price, 2), "1.255", "as it is");
  is_number(ccl_sum_of_tier(&s->env, &price, 0), "50.004", "plus");
  is_number(ccl_sum_of_tier(&s->env, &price, 1), "0", "no plus");
  /* round(prices × 1.04, 0.01) */
  const ccl_expr *own = named(CCL_OP_BOUND, s->plain, CCL_BOUND_TIER_PRICE);
  const ccl_expr *scaled = node(CCL_OP_PRODUCT, s->plain, 2, own, figure(s->plain, "1.04"));
  price.rate = price.sum = node(CCL_OP_ROUND, s->plain, 2, scaled, figure(s->plain, "0.01"));
  is_number(ccl_price_of_tier(&s->env, &price, 2), "1.31", "scaled and rounded");
  is_number(ccl_sum_of_tier(&s->env, &price, 0), "52", "so is the sum");
  cr_expect(s->env.bound[CCL_BOUND_TIER_PRICE].state == CCL_ABSENT, "nothing is left behind");
  /* Lump sums: the tier's price is the sum. */
  s->tiers[0].kind = CCL_TIERS_LUMP;
  price.rate = NULL;
  is_number(ccl_sum_of_tier(&s->env, &price, 1), "1.66", "a lump");
  is_number(ccl_price_of_tier(&s->env, &price, 1), "1.66", "a lump");
  is_number(ccl_sum_of_tier(&s->env, &price, 0), "54.08", "a lump and plus, each rounded");
  /* A figure that cannot be computed goes through. */
  const ccl_expr *broken = inverse(CCL_OP_PRODUCT, s->plain, own, figure(s->plain, "0"));
  price.sum = broken;
  is_trouble(ccl_sum_of_tier(&s->env, &price, 0), CCL_CODE_division_by_zero, broken, "a factor that divides by zero");
  ccl_price plain = { .rate = figure(s->plain, "3.20"), .tiers = CCL_NONE };
  is_number(ccl_price_of_tier(&s->env, &plain, CCL_NONE), "3.2", "a price without tiers");
  is_number(ccl_sum_of_tier(&s->env, &plain, CCL_NONE), "0", "has no sum");
}

Test(tiers, rungs) {
  static const struct {
    const char *label;
    ccl_rung rung;
    const char *holds, *fails; /* figures, blank between */
  } rows[] = {
    { "at least 80", { .has_low = true }, "80 81", "79.99" },
    { "more than 80", { .has_low = true, .low_excluded = true }, "80.01", "80" },
    { "at most 90", { .has_high = true }, "90 0 -5", "90.01" },
    { "less than 90", { .has_high = true, .high_excluded = true }, "89.99", "90" },
    { "from 80 to 90", { .has_low = true, .has_high = true }, "80 90", "79 91" },
    { "from 80 to under 90", { .has_low = true, .has_high = true, .high_excluded = true }, "80 89.99", "90 79" },
    { "otherwise", { .sign = 0 }, "0 1000 -1", "" },
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    for (int held = 0; held < 2; held++)
      for (ccl_str rest = S(held ? rows[i].holds : rows[i].fails); rest.len > 0;) {
        ptrdiff_t blank = ccl_str_find(rest, S(" "));
        size_t end = blank < 0 ? rest.len : (size_t)blank;
        ccl_rat figure;
        cr_assert(ccl_rat_parse(ccl_str_sub(rest, 0, end), &figure));
        cr_expect(ccl_rung_holds(&rows[i].rung, rat("80"), rat("90"), figure) == (held == 1), "%s: %.*s", rows[i].label,
                  (int)end, rest.ptr);
        rest = ccl_str_sub(rest, end + 1, rest.len);
      }
}
