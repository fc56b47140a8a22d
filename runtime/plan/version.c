/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is in force on a day (clause 8): the version of a declaration, the header, the days of the contract and of an
 * article. Amendments only change what comes from their effective date on.
 */
#include "plan/plan.h"

uint32_t ccl_version_on(ccl_versions versions, uint32_t index, ccl_day day) {
  for (size_t i = versions.count; i > 0; i--)
    if (versions.items[i - 1].from <= day)
      return versions.items[i - 1].index;
  return index;
}

bool ccl_version_change(ccl_versions versions, ccl_days days, ccl_day *change) {
  for (size_t i = 0; i < versions.count; i++)
    if (versions.items[i].from > days.from && versions.items[i].from <= days.to) {
      *change = versions.items[i].from;
      return true;
    }
  return false;
}

/* How many of the amendments are effective by the day. */
static size_t effective_by(const ccl_plan *plan, ccl_day day) {
  size_t count = plan->amendments_count;
  while (count > 0 && plan->amendments[count - 1].effective > day)
    count--;
  return count;
}

const ccl_header *ccl_header_on(const ccl_plan *plan, ccl_day day) {
  size_t count = effective_by(plan, day);
  return count == 0 ? &plan->header : &plan->amendments[count - 1].header;
}

ccl_effect_rules ccl_effect_rules_on(const ccl_plan *plan, const ccl_effect *effect, ccl_day day) {
  size_t count = effective_by(plan, day);
  return count == 0 || !effect->amended ? (ccl_effect_rules){ effect->vat, effect->proration }
                                        : effect->amended[count - 1];
}

/* A contract that an amendment of the next day ends on this one has its last invoice all the same. */
ccl_days ccl_contract_days_on(const ccl_plan *plan, ccl_day day) {
  size_t count = effective_by(plan, day);
  return count == plan->amendments_count || day >= plan->header.cycle.contract.to ? plan->header.cycle.contract
                                                                                  : plan->amendments[count].before;
}

ccl_days ccl_article_in_force_on(const ccl_plan *plan, const ccl_article *article, ccl_day day) {
  size_t count = effective_by(plan, day);
  if (count == plan->amendments_count || !article->before)
    return article->in_force;
  return ccl_days_and(article->before[count], ccl_contract_days_on(plan, day));
}
