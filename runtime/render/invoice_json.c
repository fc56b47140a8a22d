/* SPDX-License-Identifier: Apache-2.0 */
/* The invoice as JSON (cli.md 4): keys in English, in this order, whatever the language of the contract. */
#include "invoice/shown.h"
#include "render/invoice.h"

static void key_str(ccl_json *json, const char *key, ccl_str text) {
  ccl_json_key(json, key);
  ccl_json_str(json, text);
}

/* An empty text is null. */
static void key_str_or_null(ccl_json *json, const char *key, ccl_str text) {
  ccl_json_key(json, key);
  if (text.len == 0)
    ccl_json_null(json);
  else
    ccl_json_str(json, text);
}

static void key_null(ccl_json *json, const char *key) {
  ccl_json_key(json, key);
  ccl_json_null(json);
}

static void days(ccl_json *json, const char *key, ccl_days span) {
  ccl_json_key(json, key);
  ccl_json_object(json);
  key_str(json, "from", ccl_day_text(span.from));
  key_str(json, "to", ccl_day_text(span.to));
  ccl_json_end(json);
}

static void file(ccl_json *json, ccl_str path, ccl_str sha256) {
  ccl_json_object(json);
  key_str(json, "path", path);
  key_str_or_null(json, "sha256", sha256);
  ccl_json_end(json);
}

/* ---- Head ---- */

static ccl_str rounding_text(const ccl_plan *plan) {
  const ccl_rounding_rule *rule = &plan->header.rounding;
  ccl_str parts[] = { ccl_str_from(ccl_rounding_name(rule->mode)), CCL_STR("to"), ccl_rat_text(rule->step), rule->per_total ? CCL_STR("per total") : CCL_STR("per line") };
  return ccl_str_join(parts, 4, CCL_STR(" "));
}

static void contract(ccl_json *json, const ccl_invoice *invoice) {
  const ccl_plan *plan = invoice->plan;
  ccl_json_key(json, "contract");
  ccl_json_object(json);
  key_str_or_null(json, "reference", plan->header.reference);
  key_str(json, "title", plan->header.title);
  key_str(json, "time_zone", plan->header.zone_name);
  key_str(json, "rounding", rounding_text(plan));
  ccl_json_key(json, "files");
  ccl_json_array(json);
  for (size_t i = 0; i < plan->files_count; i++)
    file(json, plan->files[i].path, invoice->contract_sha256 == NULL ? (ccl_str){ 0 } : invoice->contract_sha256[i]);
  ccl_json_end(json);
  ccl_json_key(json, "amendments");
  ccl_json_array(json);
  for (size_t i = 0; i < invoice->amendment_count; i++)
    ccl_json_int(json, invoice->amendments[i]);
  ccl_json_end(json);
  ccl_json_end(json);
}

static void party(ccl_json *json, const char *key, const ccl_party *who) {
  ccl_json_key(json, key);
  ccl_json_object(json);
  for (size_t i = 0; i < CCL_PARTY_COUNT; i++)
    if (who->fields[i].len > 0 || i == CCL_PARTY_NAME)
      key_str(json, ccl_party_key((ccl_party_field)i), who->fields[i]);
  ccl_json_end(json);
}

/* As in clause 3.1, in English. */
static ccl_str payment_text(const ccl_terms *terms) {
  switch (terms->payment) {
  case CCL_PAY_WITHIN:
    return ccl_str_printf("within %d days", terms->payment_days);
  case CCL_PAY_WITHIN_THEN_MONTH_END:
    return ccl_str_printf("within %d days end of month", terms->payment_days);
  case CCL_PAY_MONTH_END_PLUS:
    return ccl_str_printf("end of month plus %d days", terms->payment_days);
  case CCL_PAY_NOT_SAID:
    break;
  }
  return (ccl_str){ 0 };
}

static void terms(ccl_json *json, const ccl_plan *plan) {
  const ccl_terms *said = &plan->header.terms;
  ccl_json_key(json, "terms");
  ccl_json_object(json);
  key_str_or_null(json, "payment", payment_text(said));
  key_str_or_null(json, "late_interest", said->has_late_interest ? ccl_shown_percent(said->late_interest) : (ccl_str){ 0 });
  key_str_or_null(json, "recovery_fee", said->has_recovery_fee ? ccl_shown_money(plan, said->recovery_fee) : (ccl_str){ 0 });
  key_str_or_null(json, "recovery_fee_currency", said->has_recovery_fee ? said->recovery_unit->factors[0].base->name : (ccl_str){ 0 });
  ccl_str discount = said->early_discount.len > 0 ? said->early_discount : CCL_STR("none");
  key_str_or_null(json, "early_payment_discount", said->has_early_discount ? discount : (ccl_str){ 0 });
  ccl_json_key(json, "vat_on_debits");
  ccl_json_bool(json, said->vat_on_debits);
  ccl_json_end(json);
}

/* ---- Lines and reports ---- */

static void group(ccl_json *json, const ccl_plan *plan, const uint32_t *dims, const ccl_value *values, size_t count) {
  ccl_json_key(json, "group");
  if (count == 0) {
    ccl_json_null(json);
    return;
  }
  ccl_json_object(json);
  for (size_t i = 0; i < count; i++) {
    const ccl_dim *dim = &plan->dims[dims[i]];
    ccl_json_key_str(json, dim->name);
    ccl_json_str(json, ccl_shown_key(plan, dim->type, values[i]));
  }
  ccl_json_end(json);
}

/* KEY and KEY_exact. */
static void figure(ccl_json *json, const char *key, const char *exact_key, bool has, ccl_shown shown) {
  key_str_or_null(json, key, has ? shown.decimal : (ccl_str){ 0 });
  key_str_or_null(json, exact_key, has ? shown.exact : (ccl_str){ 0 });
}

static void slice(ccl_json *json, const ccl_line *line) {
  if (!line->has_slice) {
    key_null(json, "slice");
    return;
  }
  ccl_json_key(json, "slice");
  ccl_json_object(json);
  key_str(json, "above", ccl_shown_figure(line->slice_above, line->quantity_unit).decimal);
  key_str_or_null(json, "up_to", line->slice_has_top ? ccl_shown_figure(line->slice_up_to, line->quantity_unit).decimal : (ccl_str){ 0 });
  ccl_json_end(json);
}

static void line_object(ccl_json *json, const ccl_plan *plan, const ccl_line *line) {
  const ccl_article *article = &plan->articles[line->article];
  ccl_json_object(json);
  key_str(json, "article", article->number);
  key_str(json, "name", article->name);
  key_str(json, "label", line->label);
  ccl_json_key(json, "mode");
  ccl_json_z(json, ccl_mode_text(line->mode));
  group(json, plan, line->dims, line->group, line->group_count);
  figure(json, "quantity", "quantity_exact", line->has_quantity, line->has_quantity ? ccl_shown_figure(line->quantity, line->quantity_unit) : (ccl_shown){ 0 });
  key_str_or_null(json, "unit", line->has_quantity ? ccl_shown_unit(plan, line->quantity_unit) : (ccl_str){ 0 });
  figure(json, "unit_price", "unit_price_exact", line->has_price, line->has_price ? ccl_shown_price(plan, line) : (ccl_shown){ 0 });
  key_str(json, "amount", ccl_shown_money(plan, line->shown));
  key_str_or_null(json, "vat", ccl_shown_vat(line->vat));
  key_str_or_null(json, "times", line->has_times ? ccl_rat_text(line->times) : (ccl_str){ 0 });
  slice(json, line);
  if (line->has_days)
    days(json, "days", line->days);
  else
    key_null(json, "days");
  key_str_or_null(json, "basis", line->has_basis ? ccl_shown_amount(plan, line->basis) : (ccl_str){ 0 });
  key_str_or_null(json, "share", line->has_share ? ccl_rat_text(line->share) : (ccl_str){ 0 });
  ccl_json_end(json);
}

static void report_object(ccl_json *json, const ccl_plan *plan, const ccl_report_line *report) {
  ccl_json_object(json);
  key_str(json, "article", plan->articles[report->article].number);
  key_str(json, "label", report->label);
  group(json, plan, report->dims, report->group, report->group_count);
  bool is_number = report->value.state == CCL_KNOWN && report->value.kind == CCL_KIND_NUMBER;
  ccl_shown shown = { ccl_shown_key(plan, report->type, report->value), { 0 } };
  if (is_number)
    shown = ccl_shown_figure(report->value.as.number, report->type.unit);
  figure(json, "value", "value_exact", report->value.state == CCL_KNOWN, shown);
  key_str_or_null(json, "unit", is_number ? ccl_shown_unit(plan, report->type.unit) : (ccl_str){ 0 });
  ccl_json_end(json);
}

/* ---- Foot ---- */

static void totals(ccl_json *json, const ccl_invoice *invoice) {
  const ccl_plan *plan = invoice->plan;
  ccl_json_key(json, "totals");
  ccl_json_object(json);
  key_str(json, "net", ccl_shown_money(plan, invoice->net));
  key_str(json, "rounding", ccl_shown_money(plan, invoice->rounding));
  ccl_json_key(json, "vat");
  ccl_json_array(json);
  for (size_t i = 0; i < invoice->vats.len; i++) {
    const ccl_vat_total *vat = &invoice->vats.items[i];
    ccl_json_object(json);
    key_str(json, "rate", ccl_shown_vat(vat->vat));
    key_str(json, "base", ccl_shown_amount(plan, vat->base));
    key_str(json, "amount", ccl_shown_money(plan, vat->amount));
    if (vat->vat.kind == CCL_VAT_EXEMPT)
      key_str_or_null(json, "reason", vat->vat.reason);
    ccl_json_end(json);
  }
  ccl_json_end(json);
  key_str(json, "vat_total", ccl_shown_money(plan, invoice->vat_total));
  key_str(json, "gross", ccl_shown_money(plan, invoice->gross));
  ccl_json_end(json);
}

/* Every article in force, 0.00 included. */
static void articles(ccl_json *json, const ccl_invoice *invoice) {
  const ccl_plan *plan = invoice->plan;
  ccl_json_key(json, "articles");
  ccl_json_object(json);
  for (size_t n = 0; n < plan->article_names_count; n++) {
    bool in_force = false;
    for (size_t i = 0; i < plan->article_names[n].article_count; i++)
      in_force = in_force || invoice->ledger->in_force[plan->article_names[n].articles[i]];
    if (!in_force)
      continue;
    ccl_json_key_str(json, plan->article_names[n].name);
    ccl_json_str(json, ccl_shown_amount(plan, invoice->ledger->article_amounts[n]));
  }
  ccl_json_end(json);
}

static void warnings(ccl_json *json, const ccl_invoice *invoice) {
  ccl_json_key(json, "warnings");
  ccl_json_array(json);
  for (size_t i = 0; i < invoice->warnings.len; i++) {
    ccl_json_object(json);
    ccl_json_key(json, "code");
    ccl_json_z(json, ccl_code_text(invoice->warnings.items[i].code));
    key_str(json, "message", invoice->warnings.items[i].message);
    ccl_json_end(json);
  }
  ccl_json_end(json);
}

static void key_count(ccl_json *json, const char *key, uint64_t count) {
  ccl_json_key(json, key);
  ccl_json_int(json, (int64_t)count);
}

static void data(ccl_json *json, const ccl_invoice *invoice) {
  ccl_json_key(json, "data");
  ccl_json_array(json);
  for (size_t i = 0; i < invoice->data.len; i++) {
    const ccl_data_source *source = &invoice->data.items[i];
    ccl_json_object(json);
    key_str(json, "activity", invoice->plan->activities[source->activity].name);
    ccl_json_key(json, "files");
    ccl_json_array(json);
    for (size_t k = 0; k < source->file_count; k++)
      file(json, source->files[k].path, source->sha256[k]);
    ccl_json_end(json);
    key_count(json, "rows", source->count.rows);
    key_count(json, "rows_in_period", source->rows_in_period);
    key_count(json, "rows_in_windows", source->count.rows_in_windows);
    key_count(json, "rows_outside", source->count.rows_outside);
    key_count(json, "rejected", source->count.rejected);
    key_count(json, "replaced", source->count.replaced);
    ccl_json_end(json);
  }
  ccl_json_end(json);
}

void ccl_invoice_json(ccl_json *json, const ccl_invoice *invoice, const char *version) {
  const ccl_plan *plan = invoice->plan;
  ccl_json_object(json);
  ccl_json_key(json, "ccl");
  ccl_json_z(json, "1");
  ccl_json_key(json, "engine");
  ccl_json_object(json);
  ccl_json_key(json, "version");
  ccl_json_z(json, version);
  key_str(json, "tzdata", ccl_zone_tzdata_version());
  ccl_json_end(json);
  contract(json, invoice);
  party(json, "client", &plan->header.client);
  party(json, "provider", &plan->header.provider);
  ccl_json_key(json, "type");
  ccl_json_z(json, invoice->is_credit_note ? "credit-note" : "invoice");
  key_str_or_null(json, "number", invoice->number);
  key_str(json, "issued", ccl_day_text(invoice->issued));
  key_str_or_null(json, "due", invoice->has_due ? ccl_day_text(invoice->due) : (ccl_str){ 0 });
  days(json, "period", invoice->period);
  key_str(json, "currency", plan->header.currency->factors[0].base->name);
  key_str_or_null(json, "purchase_order", plan->header.purchase_order);
  key_str_or_null(json, "buyer_reference", plan->header.buyer_reference);
  terms(json, plan);
  ccl_json_key(json, "lines");
  ccl_json_array(json);
  for (size_t i = 0; i < invoice->ledger->lines.len; i++)
    line_object(json, plan, &invoice->ledger->lines.items[i]);
  ccl_json_end(json);
  ccl_json_key(json, "reports");
  ccl_json_array(json);
  for (size_t i = 0; i < invoice->ledger->reports.len; i++)
    report_object(json, plan, &invoice->ledger->reports.items[i]);
  ccl_json_end(json);
  totals(json, invoice);
  articles(json, invoice);
  warnings(json, invoice);
  data(json, invoice);
  ccl_json_end(json);
}
