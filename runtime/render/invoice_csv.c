/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of invoices as CSV (cli.md 1): one table for all periods, figures with a point, texts quoted where they must be (RFC 4180). */
#include "invoice/shown.h"
#include "render/invoice.h"

static const char header[] = "period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to\n";

/* A cell, and the comma or line end behind it. */
static void cell(ccl_buf *out, ccl_str text, char end) {
  bool needs_quotes = false;
  for (size_t i = 0; i < text.len; i++)
    needs_quotes = needs_quotes || text.ptr[i] == ',' || text.ptr[i] == '"' || text.ptr[i] == '\n' || text.ptr[i] == '\r';
  if (!needs_quotes)
    ccl_buf_add(out, text);
  else {
    ccl_buf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
      if (text.ptr[i] == '"')
        ccl_buf_char(out, '"');
      ccl_buf_char(out, text.ptr[i]);
    }
    ccl_buf_char(out, '"');
  }
  ccl_buf_char(out, end);
}

/* "site=FR; band=day" */
static ccl_str group_text(const ccl_plan *plan, const ccl_line *line) {
  ccl_buf text = { 0 };
  for (size_t i = 0; i < line->group_count; i++) {
    const ccl_dim *dim = &plan->dims[line->dims[i]];
    ccl_buf_z(&text, i == 0 ? "" : "; ");
    ccl_buf_add(&text, dim->name);
    ccl_buf_char(&text, '=');
    ccl_buf_add(&text, ccl_shown_key(plan, dim->type, line->group[i]));
  }
  return ccl_buf_str(&text);
}

static void row(ccl_buf *out, const ccl_invoice *invoice, const ccl_line *line) {
  const ccl_plan *plan = invoice->plan;
  const ccl_article *article = &plan->articles[line->article];
  ccl_days days = line->has_days ? line->days : invoice->period;
  cell(out, invoice->period_name, ',');
  cell(out, article->number, ',');
  cell(out, article->name, ',');
  cell(out, line->label, ',');
  cell(out, ccl_str_from(ccl_mode_text(line->mode)), ',');
  cell(out, group_text(plan, line), ',');
  cell(out, line->has_quantity ? ccl_shown_figure(line->quantity, line->quantity_unit).decimal : (ccl_str){ 0 }, ',');
  cell(out, line->has_quantity ? ccl_shown_unit(plan, line->quantity_unit) : (ccl_str){ 0 }, ',');
  cell(out, line->has_price ? ccl_shown_price(plan, line).decimal : (ccl_str){ 0 }, ',');
  cell(out, line->has_times ? ccl_rat_text(line->times) : (ccl_str){ 0 }, ',');
  cell(out, ccl_shown_money(plan, line->shown), ',');
  cell(out, ccl_shown_vat(line->vat), ',');
  cell(out, ccl_day_text(days.from), ',');
  cell(out, ccl_day_text(days.to), '\n');
}

void ccl_invoice_csv(ccl_buf *out, const ccl_invoice *const *invoices, size_t count) {
  ccl_buf_z(out, header);
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < invoices[i]->ledger->lines.len; k++)
      row(out, invoices[i], &invoices[i]->ledger->lines.items[k]);
}
