/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a quantity costs (clauses 4.3, 6.1): at one price, by slices, at the tier reached, with fixed sums and
 * adjustment. Which tier a quantity reaches is plan/tiers.c's; where a counter stands, counter.c's.
 */
#include "eval/charge.h"

/* ---- Figures of a tier ---- */

/* The days whose prices hold for these days of the window. */
static ccl_dayset moment_in(const ccl_job *job, ccl_dayset days) {
  ccl_days once = { job->effect->once_on, job->effect->once_on };
  return job->effect->once ? ccl_dayset_of(once) : days;
}

uint32_t ccl_tiers_in(const ccl_job *job, ccl_dayset days) {
  uint32_t named = job->effect->price.tiers;
  return ccl_version_on(job->run->plan->tiers[named].versions, named, ccl_dayset_hull(moment_in(job, days)).from);
}

static const ccl_tiers *tiers_of(const ccl_bill *bill) {
  return &bill->job->run->plan->tiers[bill->tiers];
}

/* A price (or the sum of a tier) on the days of a part. */
static ccl_progress ask_price(const ccl_bill *bill, ccl_dayset days, uint32_t tier, bool wants_sum, ccl_found *found) {
  const ccl_job *job = bill->job;
  const ccl_price *price = &job->effect->price;
  ccl_context context = ccl_context_at(bill->context, moment_in(job, days));
  ccl_asker asker = ccl_asker_in(job->run, &context);
  ccl_env env = ccl_asker_env(&asker);
  ccl_value value = wants_sum ? ccl_sum_of_tier(&env, price, tier) : ccl_price_of_tier(&env, price, tier);
  const ccl_expr *expr = price->rate;
  if (tier != CCL_NONE) {
    const ccl_tier *it = &tiers_of(bill)->tiers[tier];
    expr = wants_sum && it->plus ? it->plus : it->price;
  }
  *found = (ccl_found){ value, ccl_asker_operand(&asker, expr, value), asker.rows };
  return ccl_job_settle(job, &context, value);
}

void ccl_bill_visit(const ccl_job *job, const ccl_context *context, ccl_dayset days) {
  const ccl_price *price = &job->effect->price;
  ccl_context here = ccl_context_at(*context, moment_in(job, days));
  ccl_asker asker = ccl_asker_in(job->run, &here);
  ccl_env env = ccl_asker_env(&asker);
  if (price->tiers == CCL_NONE)
    (void)ccl_price_of_tier(&env, price, CCL_NONE);
  size_t count = price->tiers == CCL_NONE ? 0 : job->run->plan->tiers[ccl_tiers_in(job, days)].tier_count;
  for (uint32_t tier = 0; tier < count; tier++) {
    (void)ccl_price_of_tier(&env, price, tier);
    (void)ccl_sum_of_tier(&env, price, tier);
  }
}

static ccl_progress reach(const ccl_bill *bill, ccl_rat quantity, uint32_t *tier) {
  const ccl_tiers *tiers = tiers_of(bill);
  ccl_progress progress = ccl_job_fits(bill->job, bill->quantity, quantity);
  if (progress != CCL_DONE)
    return progress;
  *tier = ccl_tiers_reached(tiers, quantity);
  if (*tier != CCL_NONE)
    return CCL_DONE;
  ccl_str said = ccl_job_say(bill->job, bill->quantity, quantity);
  return ccl_job_fail(bill->job, &bill->context, CCL_CODE_tier_exceeded, bill->quantity, tiers->name, said);
}

/* The tiers in force in a part of the window. What had been entered of others counts as entered as far as the quantity
 * went: slices go on (clauses 6.1, 8). */
static void enter_part(ccl_bill *bill, const ccl_part *part, ccl_rat position) {
  bill->tiers = ccl_tiers_in(bill->job, part->days);
  if (bill->tally.tier != CCL_NONE && bill->tally.tiers != bill->tiers && !ccl_rat_is_too_large(position))
    bill->tally.tier = ccl_tiers_reached(tiers_of(bill), position);
  bill->tally.tiers = bill->tiers;
}

/* ---- Lines ---- */

static void set_slice(const ccl_bill *bill, ccl_line *line, uint32_t tier) {
  const ccl_tiers *tiers = tiers_of(bill);
  line->has_slice = true;
  line->slice_above = tier > 0 ? tiers->tiers[tier - 1].bound : CCL_RAT_ZERO;
  line->slice_has_top = tiers->tiers[tier].has_bound;
  line->slice_up_to = tiers->tiers[tier].has_bound ? tiers->tiers[tier].bound : CCL_RAT_ZERO;
}

static ccl_operand counted_before(const ccl_bill *bill) {
  if (ccl_rat_is_zero(bill->standing.quantity))
    return (ccl_operand){ .value = ccl_value_absent() };
  return (ccl_operand){ .expr = bill->quantity,
                        .type = bill->quantity->type,
                        .value = ccl_value_number(bill->standing.quantity) };
}

static ccl_progress add(ccl_bill *bill, ccl_line line, ccl_rat amount) {
  line.exact = bill->sign < 0 ? ccl_rat_neg(amount) : amount;
  ccl_progress progress = ccl_job_add(bill->job, line);
  if (progress == CCL_DONE && line.reason.rule != CCL_RULE_TIER_SUM) {
    ccl_rat charged = bill->job->sheet->lines.items[bill->job->sheet->lines.len - 1].amount;
    bill->tally.charged = ccl_rat_add(bill->tally.charged, bill->sign < 0 ? ccl_rat_neg(charged) : charged);
  }
  return progress;
}

/* quantity × price in a part of the window; tier CCL_NONE: one price for everything. */
static ccl_progress add_priced(ccl_bill *bill, const ccl_part *part, ccl_rat quantity, uint32_t tier, ccl_rule rule) {
  ccl_found price;
  ccl_progress progress = ask_price(bill, part->days, tier, false, &price);
  if (progress != CCL_DONE)
    return progress;
  const ccl_job *job = bill->job;
  ccl_line line = ccl_job_line(job, &bill->context, bill->mode);
  ccl_line_cover(job, &line, part->days);
  line.has_quantity = line.has_price = true;
  line.quantity = quantity;
  line.quantity_unit = bill->quantity_unit;
  line.price = price.value.as.number;
  line.price_unit = job->effect->price.unit;
  ccl_span span = job->effect->span;
  if (tier != CCL_NONE) {
    set_slice(bill, &line, tier);
    span = tiers_of(bill)->tiers[tier].span;
  }
  ccl_operand operands[] = { part->operand, bill->allowance, counted_before(bill), price.operand };
  ccl_line_because(&line, span, rule, part->days, operands, sizeof operands / sizeof *operands);
  return add(bill, line, ccl_rat_mul(quantity, line.price));
}

/* The fixed sum of a tier; none when it has none. */
static ccl_progress add_sum(ccl_bill *bill, const ccl_part *part, uint32_t tier) {
  const ccl_job *job = bill->job;
  const ccl_tiers *tiers = tiers_of(bill);
  if (tiers->kind != CCL_TIERS_LUMP && !tiers->tiers[tier].plus)
    return CCL_DONE;
  ccl_found sum;
  ccl_progress progress = ask_price(bill, part->days, tier, true, &sum);
  if (progress != CCL_DONE)
    return progress;
  ccl_line line = ccl_job_line(job, &bill->context, CCL_MODE_FEE);
  ccl_line_cover(job, &line, part->days);
  set_slice(bill, &line, tier);
  ccl_operand operands[] = { part->operand, bill->allowance, counted_before(bill), sum.operand };
  ccl_line_because(&line, tiers->tiers[tier].span, CCL_RULE_TIER_SUM, part->days, operands,
                   sizeof operands / sizeof *operands);
  return add(bill, line, sum.value.as.number);
}

/* ---- By slice ---- */

/* The tier that holds what comes just above a position. */
static uint32_t tier_above(const ccl_tiers *tiers, ccl_rat position) {
  for (uint32_t tier = 0; tier < tiers->tier_count; tier++)
    if (!tiers->tiers[tier].has_bound || ccl_rat_cmp(tiers->tiers[tier].bound, position) > 0)
      return tier;
  return CCL_NONE;
}

static ccl_rat overlap(const ccl_tiers *tiers, uint32_t tier, ccl_rat start, ccl_rat end) {
  if (tier > 0 && ccl_rat_cmp(tiers->tiers[tier - 1].bound, start) > 0)
    start = tiers->tiers[tier - 1].bound;
  if (tiers->tiers[tier].has_bound && ccl_rat_cmp(tiers->tiers[tier].bound, end) < 0)
    end = tiers->tiers[tier].bound;
  ccl_rat length = ccl_rat_sub(end, start);
  return ccl_rat_sign(length) < 0 ? CCL_RAT_ZERO : length;
}

/* One part, from the position that was reached before; each tier's line, then its fixed sum when it is entered. */
static ccl_progress slice_part(ccl_bill *bill, const ccl_part *part, ccl_rat *position) {
  ccl_rat start = *position, end = ccl_rat_add(start, part->quantity);
  enter_part(bill, part, start);
  const ccl_tiers *tiers = tiers_of(bill);
  uint32_t last, first;
  ccl_progress progress = reach(bill, end, &last);
  if (progress != CCL_DONE)
    return progress;
  bool is_nothing = ccl_rat_is_zero(part->quantity);
  first = is_nothing ? last : tier_above(tiers, start);
  uint32_t next = bill->tally.tier == CCL_NONE ? 0 : bill->tally.tier + 1;
  for (uint32_t tier = first < next ? first : next; tier <= last && progress != CCL_FAILED; tier++) {
    ccl_rat length = overlap(tiers, tier, start, end);
    bool has_line = tiers->kind != CCL_TIERS_LUMP && tier >= first && (is_nothing || !ccl_rat_is_zero(length));
    if (has_line)
      progress = ccl_progress_worse(progress, add_priced(bill, part, length, tier, CCL_RULE_TIER_SLICE));
    if (tier >= next)
      progress = ccl_progress_worse(progress, add_sum(bill, part, tier));
  }
  if (bill->tally.tier == CCL_NONE || last > bill->tally.tier)
    bill->tally.tier = last;
  *position = end;
  return progress;
}

static ccl_progress by_slice(ccl_bill *bill) {
  ccl_rat position = bill->standing.quantity;
  ccl_progress progress = CCL_DONE;
  for (size_t i = 0; i < bill->part_count && progress != CCL_FAILED; i++)
    progress = ccl_progress_worse(progress, slice_part(bill, &bill->parts[i], &position));
  return progress;
}

/* ---- By volume ---- */

/* What was counted earlier in the year at the tier now reached, less what has been charged for it; rounded once. */
static ccl_progress adjust(ccl_bill *bill, uint32_t tier) {
  const ccl_job *job = bill->job;
  const ccl_part *last = &bill->parts[bill->part_count - 1];
  ccl_found price;
  ccl_progress progress = ask_price(bill, last->days, tier, false, &price);
  if (progress != CCL_DONE)
    return progress;
  ccl_rat due = ccl_rat_mul(bill->standing.quantity, price.value.as.number);
  ccl_rat amount = ccl_rat_sub(due, bill->standing.charged);
  progress = ccl_job_fits(job, bill->quantity, amount);
  if (progress != CCL_DONE || ccl_rat_is_zero(amount))
    return progress;
  ccl_line line = ccl_job_line(job, &bill->context, bill->mode);
  ccl_operand operands[] = { counted_before(bill), price.operand };
  ccl_line_because(&line, job->effect->span, CCL_RULE_TIER_ADJUSTMENT, bill->context.days, operands,
                   sizeof operands / sizeof *operands);
  return add(bill, line, amount);
}

/* The tier of a part that the quantity of the whole window reaches. */
static ccl_progress reach_in(ccl_bill *bill, const ccl_part *part, uint32_t *tier) {
  enter_part(bill, part, bill->standing.quantity);
  return reach(bill, ccl_rat_add(bill->standing.quantity, bill->total), tier);
}

static bool is_new(const ccl_bill *bill, uint32_t tier) {
  return bill->tally.tier == CCL_NONE || tier > bill->tally.tier;
}

/* The sum of the tier reached is that of the first part. */
static ccl_progress by_volume(ccl_bill *bill) {
  bool is_lump = bill->job->run->plan->tiers[bill->job->effect->price.tiers].kind == CCL_TIERS_LUMP;
  const ccl_part *last = &bill->parts[bill->part_count - 1];
  uint32_t tier;
  for (size_t i = 0; i < bill->part_count; i++) {
    ccl_progress progress = reach_in(bill, &bill->parts[i], &tier);
    if (progress == CCL_DONE && !is_lump)
      progress = add_priced(bill, &bill->parts[i], bill->parts[i].quantity, tier, CCL_RULE_TIER_VOLUME);
    if (progress != CCL_DONE)
      return progress;
  }
  ccl_progress progress = reach_in(bill, &bill->parts[0], &tier);
  if (progress == CCL_DONE && is_new(bill, tier))
    progress = add_sum(bill, &bill->parts[0], tier);
  progress = ccl_progress_worse(progress, reach_in(bill, last, &tier));
  if (progress == CCL_DONE && is_new(bill, tier))
    bill->tally.tier = tier;
  if (progress == CCL_DONE && bill->job->effect->adjusts && !is_lump && !ccl_rat_is_zero(bill->standing.quantity))
    progress = adjust(bill, tier);
  return progress;
}

/* ---- A bill ---- */

static ccl_progress at_one_price(ccl_bill *bill) {
  ccl_progress progress = CCL_DONE;
  for (size_t i = 0; i < bill->part_count; i++)
    progress =
        ccl_progress_worse(progress, add_priced(bill, &bill->parts[i], bill->parts[i].quantity, CCL_NONE, bill->rule));
  return progress;
}

ccl_progress ccl_bill_price(ccl_bill *bill) {
  const ccl_job *job = bill->job;
  bill->tally = (ccl_tally){ .effect = job->effect_index,
                             .group = bill->context.group,
                             .group_count = bill->context.known,
                             .quantity = bill->total,
                             .charged = CCL_RAT_ZERO,
                             .tier = bill->standing.tier,
                             .tiers = bill->standing.tiers };
  ccl_progress progress;
  if (job->effect->price.tiers == CCL_NONE)
    progress = at_one_price(bill);
  else
    progress = job->effect->price.mode == CCL_BY_VOLUME ? by_volume(bill) : by_slice(bill);
  if (progress == CCL_DONE && job->effect->counted != CCL_CYCLE_PERIOD)
    ccl_vec_push(&job->sheet->tallies, bill->tally);
  return progress;
}
