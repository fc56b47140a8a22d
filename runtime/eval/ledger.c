/* SPDX-License-Identifier: Apache-2.0 */
/* The only maker of lines. How an amount comes about is said by the files of the effects, in the reason that they
 * give. */
#include "eval/ledger.h"

bool ccl_ledger_add(ccl_lines *lines, const ccl_rounding_rule *rounding, ccl_line line) {
  if (line.reason.rule >= CCL_RULE_COUNT)
    CCL_BUG("a line without its rule");
  if (ccl_rat_is_too_large(line.exact))
    return false;
  line.shown = ccl_round(line.exact, rounding->mode, rounding->step);
  line.amount = rounding->per_total ? line.exact : line.shown;
  ccl_vec_push(lines, line);
  return true;
}

static const struct {
  const char *en, *fr;
} sentences[CCL_RULE_COUNT] = {
#define RULE(name, en, fr) [CCL_RULE_##name] = { en, fr },
#include "eval/rules.def"
#undef RULE
};

ccl_str ccl_rule_say(ccl_rule rule, ccl_lang lang) {
  return ccl_str_from(lang == CCL_LANG_FR ? sentences[rule].fr : sentences[rule].en);
}
