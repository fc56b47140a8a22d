/* SPDX-License-Identifier: Apache-2.0 */
/* What figures are called, and the findings about figures that do not go together (clause 2: unit-mismatch,
 * currency-mismatch, type-mismatch). Both sides are always shown. */
#include "sema/reading.h"

bool ccl_type_eq(ccl_type a, ccl_type b) {
  return a.kind == b.kind && (a.kind != CCL_KIND_NUMBER || ccl_dimension_eq(a.unit->dimension, b.unit->dimension));
}

const ccl_unit *ccl_unit_times(ccl_sema *sema, const ccl_unit *unit, const ccl_unit *by, bool divides) {
  if (!divides)
    return ccl_unit_product(sema->units, unit, by);
  /* A quotient keeps minutes per hour as they are written; as a factor they cancel. */
  return ccl_unit_product(sema->units, ccl_unit_number(sema->units), ccl_unit_quotient(sema->units, unit, by));
}

ccl_str ccl_type_text(ccl_type type, ccl_lang lang) {
  static const ccl_message *const texts[] = {
    [CCL_KIND_NUMBER] = &ccl_sema_say_a_number,       [CCL_KIND_BOOL] = &ccl_sema_say_a_condition,
    [CCL_KIND_TEXT] = &ccl_sema_say_a_text,           [CCL_KIND_DATE] = &ccl_sema_say_a_date,
    [CCL_KIND_TIMESTAMP] = &ccl_sema_say_a_timestamp, [CCL_KIND_MONTH] = &ccl_sema_say_a_month,
    [CCL_KIND_WEEKDAY] = &ccl_sema_say_a_weekday,     [CCL_KIND_CHOICE] = &ccl_sema_say_a_choice,
  };
  if (type.kind == CCL_KIND_NUMBER && type.unit->is_percent && type.unit->factor_count == 0)
    return ccl_message_text(&ccl_sema_say_a_percentage, lang, CCL_NO_ARGS);
  if (type.kind == CCL_KIND_NUMBER && (type.unit->is_percent || type.unit->factor_count > 0))
    return ccl_unit_text(type.unit, lang, true);
  return ccl_message_text(texts[type.kind], lang, CCL_NO_ARGS);
}

/* The only base unit to power one, of that kind. */
static bool is_only(ccl_dimension dimension, ccl_base_kind kind) {
  return dimension.count == 1 && dimension.powers[0] == 1 && dimension.bases[0]->kind == kind;
}

static ccl_code code_of(ccl_type a, ccl_type b) {
  if (a.kind != CCL_KIND_NUMBER || b.kind != CCL_KIND_NUMBER)
    return CCL_CODE_type_mismatch;
  int32_t power;
  const ccl_base_unit *first = ccl_dimension_currency(a.unit->dimension, &power),
                      *second = ccl_dimension_currency(b.unit->dimension, &power);
  return first && second && first != second ? CCL_CODE_currency_mismatch : CCL_CODE_unit_mismatch;
}

/* What to do about two units, where there is something usual. */
static const ccl_message *advice(ccl_type a, ccl_type b) {
  if (a.kind != CCL_KIND_NUMBER || b.kind != CCL_KIND_NUMBER)
    return (a.kind == CCL_KIND_DATE && b.kind == CCL_KIND_TIMESTAMP) ||
                   (a.kind == CCL_KIND_TIMESTAMP && b.kind == CCL_KIND_DATE)
               ? &ccl_sema_say_help_date_of
               : NULL;
  if (code_of(a, b) == CCL_CODE_currency_mismatch)
    return &ccl_sema_say_help_rate;
  ccl_dimension first = a.unit->dimension, second = b.unit->dimension;
  bool clock = is_only(first, CCL_BASE_CLOCK) || is_only(second, CCL_BASE_CLOCK),
       day = is_only(first, CCL_BASE_DAY) || is_only(second, CCL_BASE_DAY),
       month = is_only(first, CCL_BASE_MONTH) || is_only(second, CCL_BASE_MONTH);
  if (clock && day)
    return &ccl_sema_say_help_day;
  if (day && month)
    return &ccl_sema_say_help_month;
  bool first_counts = is_only(first, CCL_BASE_COUNT), second_counts = is_only(second, CCL_BASE_COUNT);
  if (first_counts && second_counts)
    return &ccl_sema_say_help_as;
  if ((first_counts && second.count == 0) || (second_counts && first.count == 0))
    return &ccl_sema_say_help_as_unit;
  return NULL;
}

ccl_diag *ccl_type_report(ccl_sema *sema, const ccl_message *message, ccl_type first, ccl_span first_span,
                          ccl_type second, ccl_span second_span) {
  ccl_lang lang = ccl_sema_lang(sema, second_span);
  ccl_message fitting = { code_of(first, second), message->en, message->fr };
  ccl_str first_text = ccl_type_text(first, lang), second_text = ccl_type_text(second, lang);
  ccl_diag *diag = ccl_sema_report(sema, &fitting, second_span, CCL_ARGS(first_text, second_text));
  ccl_diag_label(diag, &ccl_sema_say_label, CCL_ARGS(second_text));
  if (first_span.file != 0 && (first_span.file != second_span.file || first_span.start != second_span.start ||
                               first_span.end != second_span.end))
    ccl_diag_note(diag, &ccl_sema_say_label, first_span, CCL_ARGS(first_text));
  const ccl_message *help = advice(first, second);
  if (help) {
    ccl_type counting = first.kind == CCL_KIND_NUMBER && first.unit->dimension.count > 0 ? first : second;
    ccl_str unit = counting.kind == CCL_KIND_NUMBER ? ccl_unit_text(counting.unit, lang, false) : CCL_STR("");
    ccl_diag_help(diag, help, CCL_ARGS(unit));
  }
  bool is_day = first.kind == CCL_KIND_CHOICE && second.kind == CCL_KIND_WEEKDAY;
  if (is_day) /* a band or a value that bears the name of a day */
    ccl_diag_help(diag, &ccl_sema_say_help_weekday, CCL_ARGS(ccl_source_text(sema->diags->sources, second_span)));
  return diag;
}

ccl_diag *ccl_type_report_kind(ccl_sema *sema, const ccl_message *message, const ccl_expr *expr) {
  ccl_lang lang = ccl_sema_lang(sema, expr->span);
  return ccl_sema_report(sema, message, expr->span, CCL_ARGS(ccl_type_text(expr->type, lang)));
}
