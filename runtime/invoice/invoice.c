/* SPDX-License-Identifier: Apache-2.0 */
/* Makes an invoice of a period's ledger: dates, totals, warnings, what was read. Lines and their amounts are the
 * ledger's, how it looks is render/'s. */
#include "invoice/invoice.h"

#include "invoice/messages.h"

/* ---- Dates (clauses 3.1, 7) ---- */

static ccl_day month_end(ccl_day day) {
  return ccl_month_last(ccl_day_month(day));
}

/* When it is to be paid; false: the contract does not say. */
static bool due_on(const ccl_terms *terms, ccl_day issued, ccl_day *due) {
  switch (terms->payment) {
  case CCL_PAY_NOT_SAID: return false;
  case CCL_PAY_WITHIN: *due = issued + terms->payment_days; return true;
  case CCL_PAY_WITHIN_THEN_MONTH_END: *due = month_end(issued + terms->payment_days); return true;
  case CCL_PAY_MONTH_END_PLUS: *due = month_end(issued) + terms->payment_days; return true;
  }
  return false;
}

/* ---- Warnings ---- */

/* On the invoice in the contract's language, and among the findings in the reader's. */
static void warn(ccl_invoice *invoice, ccl_diags *diags, const ccl_message *message, ccl_str where, ccl_args args) {
  ccl_warning warning = { message->code, ccl_message_text(message, invoice->plan->header.lang, args) };
  ccl_vec_push(&invoice->warnings, warning);
  (void)ccl_report_at(diags, message, where, args);
}

/* What the readers of data found is on the invoice too. */
static void take_warnings(ccl_invoice *invoice, const ccl_diags *diags) {
  for (size_t i = 0; i < diags->all.len; i++) {
    const ccl_diag *diag = diags->all.items[i];
    ccl_warning warning = { diag->code, diag->message };
    if (diag->code == CCL_CODE_no_column)
      ccl_vec_push(&invoice->warnings, warning);
  }
}

static void warn_of_gaps(ccl_invoice *invoice, ccl_diags *diags) {
  for (size_t i = 0; i < invoice->ledger->gaps.len; i++) {
    const ccl_gap *gap = &invoice->ledger->gaps.items[i];
    const ccl_activity *activity = &invoice->plan->activities[gap->activity];
    warn(invoice, diags, &ccl_invoice_say_no_data, (ccl_str){ 0 },
         CCL_ARGS(activity->name, ccl_day_text(gap->period.from), ccl_day_text(gap->period.to)));
  }
}

/* ---- What was read ---- */

static void add_source(ccl_invoice *invoice, const ccl_engine *engine, uint32_t activity, const ccl_data_file *files,
                       size_t file_count) {
  ccl_data_file *own = ccl_new_array(ccl_data_file, file_count + 1);
  ccl_str *digests = ccl_new_array(ccl_str, file_count + 1);
  size_t count = 0;
  for (size_t i = 0; i < file_count; i++) {
    if (files[i].activity != activity)
      continue;
    own[count] = files[i];
    digests[count++] = ccl_engine_sha256(engine, i);
  }
  if (count == 0)
    return;
  ccl_data_source source = { .activity = activity,
                             .files = own,
                             .sha256 = digests,
                             .file_count = count,
                             .count = ccl_engine_count(engine, activity),
                             .rows_in_period = ccl_engine_rows_in(engine, activity, invoice->period) };
  ccl_vec_push(&invoice->data, source);
}

/* ---- The invoice ---- */

static void set_totals(ccl_invoice *invoice) {
  const ccl_ledger *ledger = invoice->ledger;
  ccl_totals totals = ccl_totals_of(&invoice->plan->header.rounding, ledger->lines.items, ledger->lines.len);
  invoice->net = totals.net;
  invoice->rounding = totals.rounding;
  invoice->vat_total = totals.vat_total;
  invoice->gross = totals.gross;
  for (size_t i = 0; i < totals.vats.len; i++)
    ccl_vec_push(&invoice->vats, totals.vats.items[i]);
  invoice->is_credit_note = ccl_rat_sign(invoice->net) < 0;
}

/* The plan with the header as it stands on the period's last day (clause 8): whoever shows the invoice needs no more. */
static const ccl_plan *as_it_stands(const ccl_plan *plan, ccl_day day) {
  ccl_plan *standing = ccl_new(ccl_plan);
  *standing = *plan;
  standing->header = *ccl_header_on(plan, day);
  return standing;
}

/* Those effective by the period's last day. */
static void list_amendments(ccl_invoice *invoice) {
  const ccl_plan *plan = invoice->plan;
  uint32_t *numbers = ccl_alloc_atomic((plan->amendments_count + 1) * sizeof *numbers);
  for (size_t i = 0; i < plan->amendments_count; i++)
    if (plan->amendments[i].effective <= invoice->period.to)
      numbers[invoice->amendment_count++] = plan->amendments[i].number;
  invoice->amendments = numbers;
}

static void set_dates(ccl_invoice *invoice, ccl_invoice_options options) {
  const ccl_header *header = &invoice->plan->header;
  invoice->issued = header->in_advance ? invoice->period.from : invoice->period.to;
  if (options.has_issued)
    invoice->issued = options.issued;
  invoice->has_due = due_on(&header->terms, invoice->issued, &invoice->due);
}

const ccl_invoice *ccl_invoice_make(const ccl_plan *plan, ccl_run *run, const ccl_engine *engine, ccl_diags *diags,
                                    ccl_days period, ccl_invoice_options options, const ccl_data_file *files,
                                    size_t file_count) {
  const ccl_ledger *ledger = ccl_run_ledger(run, period);
  ccl_period billed;
  if (!ledger || !ccl_cycle_period_of(plan->header.cycle, period.from, &billed))
    return NULL;
  ccl_invoice *invoice = ccl_new(ccl_invoice);
  *invoice = (ccl_invoice){ .plan = as_it_stands(plan, period.to),
                            .ledger = ledger,
                            .period = period,
                            .number = options.number,
                            .period_name = ccl_period_name(plan->header.cycle, billed),
                            .contract_sha256 = options.contract_sha256 };
  list_amendments(invoice);
  set_totals(invoice);
  set_dates(invoice, options);
  if (invoice->plan->header.vat.kind == CCL_VAT_NONE)
    warn(invoice, diags, &ccl_invoice_say_missing_vat, (ccl_str){ 0 }, CCL_NO_ARGS);
  warn_of_gaps(invoice, diags);
  take_warnings(invoice, diags);
  for (uint32_t activity = 0; activity < plan->activities_count; activity++)
    add_source(invoice, engine, activity, files, file_count);
  return invoice;
}
