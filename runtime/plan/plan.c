/* SPDX-License-Identifier: Apache-2.0 */
/* The names of what a plan is made of, from the .def tables, and the way from a dimension to an activity's field. */
#include "plan/plan.h"

#include "base/mem.h"

/* An index that no row of its table has means that memory was damaged or a cast was wrong: never a contract's fault. */
static void check(size_t index, size_t count) {
  if (index >= count)
    CCL_BUG("a name is asked for that its table does not have");
}

const char *ccl_op_text(ccl_op op) {
  static const char *const texts[] = {
#define EXPR(name, text) [CCL_OP_##name] = text,
#include "plan/exprs.def"
#undef EXPR
  };
  check(op, CCL_OP_COUNT);
  return texts[op];
}

const char *ccl_party_key(ccl_party_field field) {
  static const char *const keys[] = {
#define PARTY(name, key) [CCL_PARTY_##name] = key,
#include "plan/party.def"
#undef PARTY
  };
  check(field, CCL_PARTY_COUNT);
  return keys[field];
}

const char *ccl_effect_keyword(ccl_effect_kind kind) {
  static const char *const keywords[] = {
#define EFFECT(name, keyword, sign, vat, mode) [CCL_EFFECT_##name] = keyword,
#include "plan/effects.def"
#undef EFFECT
  };
  check(kind, CCL_EFFECT_COUNT);
  return keywords[kind];
}

int ccl_effect_sign(ccl_effect_kind kind) {
  static const int signs[] = {
#define EFFECT(name, keyword, sign, vat, mode) [CCL_EFFECT_##name] = sign,
#include "plan/effects.def"
#undef EFFECT
  };
  check(kind, CCL_EFFECT_COUNT);
  return signs[kind];
}

const char *ccl_mode_text(ccl_mode mode) {
  static const char *const texts[] = {
    [CCL_MODE_TIME] = "time",
    [CCL_MODE_ACT] = "act",
    [CCL_MODE_COMMISSION] = "commission",
    [CCL_MODE_FLAT] = "flat",
    [CCL_MODE_SUBSCRIPTION] = "subscription",
    [CCL_MODE_BONUS] = "bonus",
    [CCL_MODE_MALUS] = "malus",
    [CCL_MODE_CAP] = "cap",
    [CCL_MODE_MINIMUM] = "minimum",
    [CCL_MODE_MAXIMUM] = "maximum",
    [CCL_MODE_CREDIT] = "credit",
    [CCL_MODE_PENALTY] = "penalty",
    [CCL_MODE_FEE] = "fee",
  };
  check(mode, sizeof texts / sizeof *texts);
  return texts[mode];
}

uint32_t ccl_plan_field_of(const ccl_plan *plan, uint32_t activity, uint32_t dimension) {
  if (dimension == CCL_NONE)
    return CCL_NONE;
  const ccl_activity *rows = &plan->activities[activity];
  for (uint32_t i = 0; i < rows->field_count; i++)
    if (rows->fields[i].dimension == dimension)
      return i;
  return CCL_NONE;
}
