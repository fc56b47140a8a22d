/* SPDX-License-Identifier: Apache-2.0 */
/* Phases (clause 4.5): spans of days, some after others. */
#include "sema/scope.h"

/* "for 6 months", "for 2 years" in months; 0: reported, or not to be read. */
static int months_of(ccl_sema *sema, const ccl_node *length) {
  const ccl_node *count = CCL_GET(length, LENGTH, COUNT);
  ccl_rat number;
  int64_t whole;
  if (ccl_is_error(count))
    return 0;
  int64_t most = length->word == CCL_WORD_YEAR ? 1000 : 12000;
  if (ccl_rat_parse(count->text, &number) && ccl_rat_to_int(number, &whole) && whole >= 1 && whole <= most)
    return (int)whole * (length->word == CCL_WORD_YEAR ? 12 : 1);
  ccl_sema_report(sema, &ccl_sema_say_length_whole, count->span, CCL_NO_ARGS);
  return 0;
}

/* The first day; false: reported. */
static bool read_start(ccl_sema *sema, const ccl_definition *definition, ccl_day *start) {
  const ccl_node *node = definition->symbol.node, *from = CCL_GET(node, PHASE, FROM),
                 *after = CCL_GET(node, PHASE, AFTER);
  if (from) {
    *start = ccl_is_error(from) ? 0 : ccl_sema_date(from);
    return !ccl_is_error(from);
  }
  ccl_definition *other = ccl_sema_definition(sema, definition->symbol.tree, after, ccl_kind_bit(CCL_SYMBOL_PHASE));
  if (!other || !ccl_sema_settle(sema, other, after->span))
    return false;
  const ccl_phase *before = sema->phases.items[other->symbol.index];
  if (before->days.to == CCL_DAY_MAX) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_phase_without_end, after->span,
                                     CCL_ARGS(definition->symbol.name, other->symbol.name));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, other->symbol.span, CCL_NO_ARGS);
    return false;
  }
  *start = before->days.to + 1;
  return true;
}

bool ccl_settle_phase(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node, *to = CCL_GET(node, PHASE, TO),
                 *length = CCL_GET(node, PHASE, LENGTH);
  ccl_phase *phase = sema->phases.items[definition->symbol.index];
  *phase = (ccl_phase){ definition->symbol.name, { 0, CCL_DAY_MAX } };
  if (!read_start(sema, definition, &phase->days.from))
    return false;
  if (to && ccl_is_error(to))
    return false;
  if (to)
    phase->days.to = ccl_sema_date(to);
  else if (length) {
    int months = ccl_is_error(length) ? 0 : months_of(sema, length);
    if (months == 0)
      return false;
    phase->days.to = ccl_day_span_last(phase->days.from, months);
  }
  if (ccl_days_is_empty(phase->days)) {
    ccl_sema_report(sema, &ccl_sema_say_phase_inverted, to ? to->span : node->span,
                    CCL_ARGS(phase->name, ccl_day_text(phase->days.to), ccl_day_text(phase->days.from)));
    return false;
  }
  ccl_days contract = ccl_sema_longest(sema);
  if (definition->names->is_main && ccl_days_is_empty(ccl_days_and(contract, phase->days))) {
    ccl_sema_report(sema, &ccl_sema_say_phase_outside, definition->symbol.span,
                    CCL_ARGS(phase->name, ccl_day_text(contract.from), ccl_day_text(contract.to)));
    return false;
  }
  return true;
}
