/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which tier a quantity reaches (clause 4.3), and what `at` makes of a tier's figures. Slices and lines are
 * eval/tiers.c's.
 */
#include "plan/ops.h"

/* Whether the quantity lies above the bound, so in a later tier. */
static bool is_above(const ccl_tier *tier, ccl_rat quantity) {
  int order = ccl_rat_cmp(quantity, tier->bound);
  return tier->excluded ? order >= 0 : order > 0;
}

/* Bounds rise: the first tier whose bound the quantity does not pass. */
uint32_t ccl_tiers_reached(const ccl_tiers *tiers, ccl_rat quantity) {
  size_t low = 0, high = tiers->tier_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const ccl_tier *tier = &tiers->tiers[middle];
    if (tier->has_bound && is_above(tier, quantity))
      low = middle + 1;
    else
      high = middle;
  }
  return low < tiers->tier_count ? (uint32_t)low : CCL_NONE;
}

/* A tier's figure, as `made` has it: an expression over the figure, NULL for the figure itself. */
static ccl_value made_of(ccl_env *env, const ccl_expr *made, ccl_value figure) {
  if (!made)
    return figure;
  ccl_value outer = env->bound[CCL_BOUND_TIER_PRICE];
  env->bound[CCL_BOUND_TIER_PRICE] = figure;
  ccl_value value = ccl_compute(env, made);
  env->bound[CCL_BOUND_TIER_PRICE] = outer;
  return value;
}

/* The version whose tier is meant; NULL: see *replaced. */
static const ccl_tiers *tiers_asked(ccl_env *env, const ccl_price *price, uint32_t tier, ccl_value *replaced) {
  const ccl_tiers *named = &env->plan->tiers[price->tiers];
  uint32_t version =
      ccl_version_asked(env, named->tiers[0].price, named->versions, price->tiers, named->name, replaced);
  if (version == CCL_NONE)
    return NULL;
  if (tier >= env->plan->tiers[version].tier_count)
    CCL_BUG("a tier is asked for that its version does not have");
  return &env->plan->tiers[version];
}

ccl_value ccl_price_of_tier(ccl_env *env, const ccl_price *price, uint32_t tier) {
  if (price->tiers == CCL_NONE)
    return ccl_compute(env, price->rate);
  ccl_value replaced;
  const ccl_tiers *tiers = tiers_asked(env, price, tier, &replaced);
  if (!tiers)
    return replaced;
  const ccl_expr *made = tiers->kind == CCL_TIERS_LUMP ? price->sum : price->rate;
  return made_of(env, made, ccl_compute(env, tiers->tiers[tier].price));
}

/*
 * Both sums of a lump-sum tier with `plus` are treated one by one: rounding each is what "rounds sums" says (clause
 * 4.3).
 */
ccl_value ccl_sum_of_tier(ccl_env *env, const ccl_price *price, uint32_t tier) {
  ccl_value sum = ccl_value_number(CCL_RAT_ZERO);
  if (price->tiers == CCL_NONE)
    return sum;
  ccl_value replaced;
  const ccl_tiers *tiers = tiers_asked(env, price, tier, &replaced);
  if (!tiers)
    return replaced;
  const ccl_tier *entered = &tiers->tiers[tier];
  if (tiers->kind == CCL_TIERS_LUMP)
    sum = made_of(env, price->sum, ccl_compute(env, entered->price));
  if (!entered->plus)
    return sum;
  ccl_value plus = made_of(env, price->sum, ccl_compute(env, entered->plus));
  ccl_value flaw = sum;
  ccl_flaw_note(&flaw, plus);
  return flaw.state == CCL_KNOWN ? ccl_number_at(entered->plus, ccl_rat_add(sum.as.number, plus.as.number)) : flaw;
}
