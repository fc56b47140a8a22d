/* SPDX-License-Identifier: Apache-2.0 */
/* Sums of lines. Which articles and periods are meant, the effects know. */
#include "eval/sums.h"

bool ccl_line_is_of_group(const ccl_line *line, const ccl_context *group) {
  for (size_t i = 0; i < group->known; i++) {
    bool has = false;
    for (size_t j = 0; j < line->group_count && !has; j++)
      has = line->dims[j] == group->dims[i] && ccl_value_eq(line->group[j], group->group[i]);
    if (!has)
      return false;
  }
  return true;
}

static bool is_cap(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_BONUS_CAP || kind == CCL_EFFECT_MALUS_CAP || kind == CCL_EFFECT_CAP;
}

static bool is_capped(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_BONUS || kind == CCL_EFFECT_MALUS || kind == CCL_EFFECT_ADJUSTMENT ||
         kind == CCL_EFFECT_LADDER || kind == CCL_EFFECT_PENALTY;
}

/* A cap belongs to what it bounds, also when it gives back a little of what it took earlier; one of the net sum takes
 * from the side opposite to its sign. */
static bool cap_is_on_side(ccl_effect_kind kind, int sign, bool is_positive_side) {
  if (kind == CCL_EFFECT_CAP)
    return is_positive_side ? sign < 0 : sign > 0;
  return (kind == CCL_EFFECT_BONUS_CAP) == is_positive_side;
}

bool ccl_line_counts(const ccl_plan *plan, const ccl_line *line, ccl_sum_kind kind) {
  ccl_effect_kind effect = plan->articles[line->article].effects[line->effect].kind;
  int sign = ccl_rat_sign(line->amount);
  bool caps = is_cap(effect);
  switch (kind) {
  case CCL_SUM_ALL: return true;
  case CCL_SUM_NET: return caps || is_capped(effect);
  case CCL_SUM_POSITIVE: return caps ? cap_is_on_side(effect, sign, true) : is_capped(effect) && sign > 0;
  case CCL_SUM_NEGATIVE: return caps ? cap_is_on_side(effect, sign, false) : is_capped(effect) && sign < 0;
  }
  CCL_BUG("a sum of lines of no kind");
}

static ccl_rat sum_sheet(const ccl_plan *plan, const ccl_sheet *sheet, const ccl_context *group, ccl_sum_kind kind) {
  if (kind == CCL_SUM_ALL && !group)
    return sheet->amount;
  ccl_rat sum = CCL_RAT_ZERO;
  for (size_t i = 0; i < sheet->lines.len; i++) {
    const ccl_line *line = &sheet->lines.items[i];
    if (ccl_line_counts(plan, line, kind) && (!group || ccl_line_is_of_group(line, group)))
      sum = ccl_rat_add(sum, line->amount);
  }
  return sum;
}

ccl_progress ccl_sum_lines(ccl_run *run, const uint32_t *articles, size_t count, ccl_period_range range,
                           const ccl_context *group, ccl_sum_kind kind, ccl_rat *sum) {
  ccl_progress progress = CCL_DONE;
  *sum = CCL_RAT_ZERO;
  for (int32_t number = range.first; number <= range.last; number++) {
    ccl_period period;
    if (!ccl_cycle_period(run->plan->header.cycle, number, &period))
      break;
    for (size_t i = 0; i < count; i++) {
      const ccl_sheet *sheet = ccl_run_sheet(run, articles[i], period);
      progress = ccl_progress_worse(progress, sheet->progress);
      if (sheet->progress == CCL_DONE)
        *sum = ccl_rat_add(*sum, sum_sheet(run->plan, sheet, group, kind));
    }
  }
  return progress;
}
