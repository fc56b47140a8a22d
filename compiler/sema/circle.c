/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Settling: the order in which definitions are worked out, which is that of their needs, and the circles that they may
 * form (clauses 4.1, 4.2, 4.5: circular-definition). A circle is said once, at the name that closes it; all that is in
 * it is broken and stays silent.
 */
#include "sema/scope.h"

/* "a → b → a" */
static ccl_str circle_text(const ccl_sema *sema, size_t first) {
  ccl_buf text = { 0 };
  for (size_t i = first; i < sema->steps.len; i++) {
    ccl_buf_add(&text, sema->steps.items[i].name);
    ccl_buf_z(&text, " → ");
  }
  ccl_buf_add(&text, sema->steps.items[first].name);
  return ccl_buf_str(&text);
}

static void report_circle(ccl_sema *sema, size_t first, ccl_span used) {
  const ccl_step *steps = sema->steps.items;
  ccl_diag *diag =
      ccl_sema_report(sema, &ccl_sema_say_circle, used, CCL_ARGS(steps[first].name, circle_text(sema, first)));
  for (size_t i = first + 1; i < sema->steps.len; i++)
    ccl_diag_note(diag, &ccl_sema_say_circle_step, steps[i].used, CCL_ARGS(steps[i - 1].name, steps[i].name));
  for (size_t i = first; i < sema->steps.len; i++)
    *steps[i].is_broken = true;
}

/* False: it must not be settled here, and that is reported. */
static bool enter(ccl_sema *sema, ccl_step step) {
  if (*step.progress == CCL_UNDER_WAY) {
    for (size_t i = 0; i < sema->steps.len; i++)
      if (sema->steps.items[i].progress == step.progress)
        report_circle(sema, i, step.used);
    return false;
  }
  if (sema->steps.len > CCL_LIMIT_NESTING) {
    ccl_sema_report(sema, &ccl_sema_say_too_deep, step.used,
                    CCL_ARGS(step.name, ccl_str_printf("%d", CCL_LIMIT_NESTING)));
    for (size_t i = 0; i < sema->steps.len; i++)
      *sema->steps.items[i].is_broken = true;
    return false;
  }
  *step.progress = CCL_UNDER_WAY;
  ccl_vec_push(&sema->steps, step);
  return true;
}

static unsigned leave(ccl_sema *sema) {
  ccl_step step = sema->steps.items[--sema->steps.len];
  *step.progress = CCL_SETTLED;
  return step.height;
}

/* Notes that what is being settled builds on something of that height; false: the tower is too high, reported. */
static bool build_on(ccl_sema *sema, ccl_str name, unsigned height, ccl_span used) {
  if (sema->steps.len == 0)
    return true;
  ccl_step *top = &sema->steps.items[sema->steps.len - 1];
  if (height + 1 > top->height)
    top->height = height + 1;
  if (top->height <= CCL_LIMIT_NESTING)
    return true;
  if (!*top->is_broken)
    ccl_sema_report(sema, &ccl_sema_say_too_deep, used, CCL_ARGS(name, ccl_str_printf("%d", CCL_LIMIT_NESTING)));
  *top->is_broken = true;
  return false;
}

bool ccl_sema_begin(ccl_sema *sema, ccl_str name, ccl_span used, ccl_progress *progress, bool *is_broken) {
  return enter(sema, (ccl_step){ name, used, progress, is_broken, 0 });
}

void ccl_sema_end(ccl_sema *sema) {
  (void)leave(sema);
}

static ccl_settler *settler_of(ccl_symbol_kind kind) {
  static ccl_settler *const settlers[] = {
    [CCL_SYMBOL_ACTIVITY] = ccl_settle_activity, [CCL_SYMBOL_INPUT] = ccl_settle_input,
    [CCL_SYMBOL_SERIES] = ccl_settle_series,     [CCL_SYMBOL_PARAMETER] = ccl_settle_parameter,
    [CCL_SYMBOL_FUNCTION] = ccl_settle_function, [CCL_SYMBOL_MEASURE] = ccl_settle_measure,
    [CCL_SYMBOL_TIERS] = ccl_settle_tiers,       [CCL_SYMBOL_GRID] = ccl_settle_grid,
    [CCL_SYMBOL_CALENDAR] = ccl_settle_calendar, [CCL_SYMBOL_PHASE] = ccl_settle_phase,
    [CCL_SYMBOL_HOLIDAYS] = ccl_settle_holidays, [CCL_SYMBOL_LIBRARY] = NULL,
  };
  return settlers[kind];
}

bool ccl_sema_settle(ccl_sema *sema, ccl_definition *definition, ccl_span used) {
  ccl_settler *settler = settler_of(definition->symbol.kind);
  if (!settler)
    return !definition->symbol.is_broken;
  if (definition->progress != CCL_SETTLED) {
    ccl_step step = { definition->symbol.name, used, &definition->progress, &definition->symbol.is_broken, 0 };
    if (!enter(sema, step))
      return false;
    if (!settler(sema, definition))
      definition->symbol.is_broken = true;
    if (definition->replaced_by.len > 0)
      ccl_sema_settle_versions(sema, definition, settler);
    definition->height = leave(sema);
  }
  return build_on(sema, definition->symbol.name, definition->height, used) && !definition->symbol.is_broken;
}

bool ccl_sema_settle_field(ccl_sema *sema, uint32_t activity, uint32_t field, ccl_span used) {
  ccl_fields *fields = sema->fields.items[activity];
  if (fields->progress[field] != CCL_SETTLED) {
    ccl_step step = { fields->items[field].name, used, &fields->progress[field], &fields->is_broken[field], 0 };
    if (!enter(sema, step))
      return false;
    if (!ccl_sema_derive_field(sema, activity, field))
      fields->is_broken[field] = true;
    leave(sema);
  }
  return !fields->is_broken[field];
}
