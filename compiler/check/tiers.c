/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tiers (clauses 4.3, 6.1): a total that falls when one more unit is counted (by volume), and quantities above the last bound, which no tier prices. The order of bounds is
 * sema's.
 */
#include "check/private.h"
#include "check/range.h"

/* ---- tier-cliff ---- */

/* Tiers as one charge applies them on one day. */
typedef struct cliff {
  const ccl_checking *checking;
  const ccl_effect *effect;
  const ccl_tiers *tiers;
  ccl_day day, first_day;
  uint32_t tier;         /* at whose bound the total falls */
  ccl_rat before, after; /* quantities */
  ccl_rat total_before, total_after;
} cliff;

/* What a quantity comes to; false: something else than a parameter decides. */
static bool total_of(const cliff *c, ccl_rat quantity, ccl_rat *total) {
  uint32_t tier = ccl_tiers_reached(c->tiers, quantity);
  if (tier == CCL_NONE)
    return false;
  ccl_dated place = { c->checking->plan, c->day };
  ccl_env env = ccl_dated_env(&place);
  ccl_value sum = ccl_sum_of_tier(&env, &c->effect->price, tier);
  if (sum.state != CCL_KNOWN)
    return false;
  *total = sum.as.number;
  if (c->tiers->kind == CCL_TIERS_LUMP)
    return true;
  ccl_value price = ccl_price_of_tier(&env, &c->effect->price, tier);
  if (price.state != CCL_KNOWN)
    return false;
  *total = ccl_rat_add(*total, ccl_rat_mul(price.as.number, quantity));
  return !ccl_rat_is_too_large(*total);
}

/* The two quantities on both sides of a bound, one step apart. */
static bool falls_by(cliff *c, ccl_set possible, ccl_rat step) {
  const ccl_tier *tier = &c->tiers->tiers[c->tier];
  c->before = ccl_round(tier->bound, CCL_ROUND_FLOOR, step);
  if (tier->excluded && ccl_rat_eq(c->before, tier->bound))
    c->before = ccl_rat_sub(c->before, step);
  c->after = ccl_rat_add(c->before, step);
  if (ccl_rat_sign(c->before) < 0 || !ccl_set_has(possible, c->before) || !ccl_set_has(possible, c->after))
    return false;
  return total_of(c, c->before, &c->total_before) && total_of(c, c->after, &c->total_after) && ccl_rat_cmp(c->total_after, c->total_before) < 0;
}

/* In steps of the quantity itself; of what has none, in units of the bounds, then in smaller ones. */
static bool falls(cliff *c, ccl_range quantity) {
  enum { FINER = 3 };
  if (!ccl_rat_is_zero(quantity.step))
    return falls_by(c, quantity.set, quantity.step);
  ccl_rat step = c->tiers->per->scale;
  for (int i = 0; i < FINER; i++) {
    if (falls_by(c, quantity.set, step))
      return true;
    step = ccl_rat_div(step, ccl_rat_int(10));
  }
  return false;
}

/* What is charged: with an allowance, a covered quantity or a counter, anything from zero on. */
static ccl_range charged_range(const ccl_checking *checking, const ccl_effect *effect) {
  const ccl_expr *quantity = effect->kind == CCL_EFFECT_FLAT ? effect->covered : effect->quantity;
  ccl_range range = ccl_range_of(checking->ranges, quantity, CCL_NONE, NULL);
  ccl_set any = ccl_set_of(ccl_interval_from(CCL_RAT_ZERO));
  bool is_whole = effect->kind != CCL_EFFECT_FLAT && !effect->allowance && effect->counted == CCL_CYCLE_PERIOD;
  range.set = is_whole ? ccl_set_and(range.set, any) : any;
  return range;
}

static ccl_span price_span(const ccl_checking *checking, const ccl_effect *effect) {
  bool is_flat = effect->kind == CCL_EFFECT_FLAT;
  const ccl_node *node = ccl_check_node(checking, effect->span, is_flat ? CCL_NODE_FLAT : CCL_NODE_CHARGE);
  if (!node)
    return effect->span;
  const ccl_node *price = ccl_node_get(node, is_flat ? CCL_SLOT_FLAT_PRICE : CCL_SLOT_CHARGE_PRICE);
  const ccl_node *mode = ccl_node_get(node, is_flat ? CCL_SLOT_FLAT_MODE : CCL_SLOT_CHARGE_MODE);
  return price && mode ? ccl_span_join(price->span, mode->span) : effect->span;
}

static void report_cliff(const cliff *c) {
  const ccl_checking *checking = c->checking;
  ccl_type quantity = { CCL_KIND_NUMBER, c->tiers->per }, money = { CCL_KIND_NUMBER, checking->plan->header.currency };
  ccl_span span = price_span(checking, c->effect);
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_cliff, span,
                                    CCL_ARGS(ccl_check_say(checking, span, quantity, c->before), ccl_check_say(checking, span, money, c->total_before),
                                             ccl_check_say(checking, span, quantity, c->after), ccl_check_say(checking, span, money, c->total_after)));
  bool is_lump = c->tiers->kind == CCL_TIERS_LUMP;
  ccl_diag_note(diag, is_lump ? &ccl_check_say_cliff_lump : &ccl_check_say_cliff_tier, c->tiers->tiers[c->tier + 1].span, CCL_NO_ARGS);
  if (c->day != c->first_day)
    ccl_diag_note(diag, &ccl_check_say_stands_from, CCL_NO_SPAN, CCL_ARGS(ccl_day_text(c->day)));
  if (!is_lump)
    ccl_diag_help(diag, &ccl_check_say_cliff_help, CCL_NO_ARGS);
}

/* The days on which the price is another one: its own parameters, those of the tiers, and tiers that take their place. */
static size_t price_days(const ccl_checking *checking, const ccl_article *article, const ccl_price *price, const ccl_day **days) {
  const ccl_tiers *named = &checking->plan->tiers[price->tiers];
  const ccl_expr tiers = { .op = CCL_OP_TIER_PRICE, .index = price->tiers };
  const ccl_expr **prices = ccl_new_array(const ccl_expr *, named->tier_count + 2);
  prices[0] = price->rate;
  prices[1] = &tiers;
  for (size_t i = 0; i < named->tier_count; i++)
    prices[i + 2] = named->tiers[i].plus;
  return ccl_dated_days(checking, prices, named->tier_count + 2, article->in_force, days);
}

static void look_for_cliff(const ccl_checking *checking, const ccl_article *article, const ccl_effect *effect) {
  const ccl_plan *plan = checking->plan;
  ccl_range quantity = charged_range(checking, effect);
  const ccl_day *days;
  size_t day_count = price_days(checking, article, &effect->price, &days);
  for (size_t d = 0; d < day_count; d++) {
    const ccl_tiers *tiers = &plan->tiers[ccl_version_on(plan->tiers[effect->price.tiers].versions, effect->price.tiers, days[d])];
    for (uint32_t i = 0; i + 1 < tiers->tier_count; i++) {
      cliff c = { .checking = checking, .effect = effect, .tiers = tiers, .day = days[d], .first_day = days[0], .tier = i };
      if (falls(&c, quantity)) {
        report_cliff(&c);
        return;
      }
    }
  }
}

/* ---- tier-unbounded ---- */

/* What is asked of each table of tiers. */
typedef struct tiers_use {
  bool is_asked, passes; /* by anything; by a quantity that may lie above the last bound */
} tiers_use;

typedef struct unbounded {
  const ccl_checking *checking;
  tiers_use *uses;
} unbounded;

static void note_use_of(unbounded *u, uint32_t index, ccl_range quantity) {
  const ccl_tiers *tiers = &u->checking->plan->tiers[index];
  const ccl_tier *last = tiers->tier_count == 0 ? NULL : &tiers->tiers[tiers->tier_count - 1];
  u->uses[index].is_asked = true;
  if (tiers->tier_count == 0 || !last->has_bound)
    return;
  ccl_interval above = ccl_interval_from(last->bound);
  above.low_excluded = !last->excluded;
  ccl_rat figure;
  u->uses[index].passes = u->uses[index].passes || ccl_set_pick(ccl_set_and(quantity.set, ccl_set_of(above)), quantity.step, &figure);
}

/* Of tiers, and of those that amendments put in their place. */
static void note_use(unbounded *u, uint32_t index, ccl_range quantity) {
  ccl_versions versions = u->checking->plan->tiers[index].versions;
  note_use_of(u, index, quantity);
  for (size_t i = 0; i < versions.count; i++)
    note_use_of(u, versions.items[i].index, quantity);
}

static void see_look_up(void *self, const ccl_seen *it) {
  unbounded *u = self;
  if (it->expr->op == CCL_OP_TIER_PRICE)
    note_use(u, it->expr->index, ccl_range_of(u->checking->ranges, it->expr->args[0], it->activity, NULL));
}

/* "2,001 calls": what is counted goes in ones; else there is no first quantity above the bound, but the bound itself when it is excluded. */
static void report_unbounded(const ccl_checking *checking, const ccl_tiers *tiers) {
  const ccl_tier *last = &tiers->tiers[tiers->tier_count - 1];
  ccl_type type = { CCL_KIND_NUMBER, tiers->per };
  ccl_dimension dimension = tiers->per->dimension;
  bool is_counted = dimension.count == 1 && dimension.bases[0]->kind == CCL_BASE_COUNT && dimension.powers[0] == 1;
  ccl_rat first = last->excluded ? last->bound : is_counted ? ccl_rat_add(ccl_rat_floor(last->bound), CCL_RAT_ONE) : ccl_rat_add(last->bound, tiers->per->scale);
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_unbounded, tiers->span, CCL_ARGS(tiers->name, ccl_check_say(checking, tiers->span, type, first)));
  ccl_diag_note(diag, &ccl_check_say_unbounded_last, last->span, CCL_NO_ARGS);
  ccl_diag_help(diag, &ccl_check_say_unbounded_help, CCL_NO_ARGS);
}

/* ---- All tiers ---- */

void ccl_check_tiers(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  unbounded u = { checking, ccl_new_array(tiers_use, plan->tiers_count) };
  if (plan->tiers_count == 0)
    return;
  for (size_t a = 0; a < plan->articles_count; a++)
    for (size_t i = 0; i < plan->articles[a].effect_count && !ccl_days_is_empty(plan->articles[a].in_force); i++) {
      const ccl_effect *effect = &plan->articles[a].effects[i];
      if (!effect->has_price || effect->price.tiers == CCL_NONE)
        continue;
      note_use(&u, effect->price.tiers, charged_range(checking, effect));
      if (effect->price.mode == CCL_BY_VOLUME)
        look_for_cliff(checking, &plan->articles[a], effect);
    }
  ccl_check_each(checking, see_look_up, &u);
  for (size_t i = 0; i < plan->tiers_count; i++) {
    const ccl_tiers *tiers = &plan->tiers[i];
    if (tiers->tier_count > 0 && tiers->tiers[tiers->tier_count - 1].has_bound && (u.uses[i].passes || !u.uses[i].is_asked))
      report_unbounded(checking, tiers);
  }
}
