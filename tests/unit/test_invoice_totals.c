/* SPDX-License-Identifier: Apache-2.0 */
/* invoice: totals, VAT by rate, rounding per total, dates, warnings, credit notes (clause 7, cli.md 4). */
#include "eval_build.h"

static const ccl_invoice *invoice_of(shop *s, int month, ccl_invoice_options options) {
  if (!s->run)
    open_shop(s);
  ccl_days period = month_of_2026(month);
  cr_assert(ccl_run_prepare(s->run, &period, 1, NULL, 0));
  const ccl_invoice *invoice = ccl_invoice_make(&s->plan, s->run, s->engine, &s->diags, period, options, NULL, 0);
  cr_assert_not_null(invoice, "%s", ccl_str_z(all_reported(&s->diags)));
  return invoice;
}

static void money(ccl_rat found, const char *expected, const char *what) {
  same_text(ccl_rat_text(found), expected, what);
}

static void three_lots(shop *s) {
  static const char *const names[] = { "a", "b", "c" };
  for (size_t i = 0; i < COUNT(names); i++)
    a_charge(s, an_article(s, names[i]), figure(s->call, "15"), "0.067");
}

Test(totals, per_line_and_per_total) {
  static const struct {
    ccl_rounding_rule rule;
    const char *net, *rounding, *vat, *gross;
  } rows[] = { { { CCL_ROUND_COMMERCIAL, { 1, 100, NULL }, false }, "3.03", "0", "0.61", "3.64" },
               { { CCL_ROUND_COMMERCIAL, { 1, 20, NULL }, false }, "3", "0", "0.6", "3.6" },
               { { CCL_ROUND_COMMERCIAL, { 1, 100, NULL }, true }, "3.02", "-0.01", "0.6", "3.62" } };
  for (size_t i = 0; i < COUNT(rows); i++) {
    shop *s = shop_new();
    s->plan.header.rounding = rows[i].rule;
    three_lots(s);
    const ccl_invoice *invoice = invoice_of(s, 3, (ccl_invoice_options){ 0 });
    money(invoice->net, rows[i].net, "net");
    money(invoice->rounding, rows[i].rounding, "rounding");
    money(invoice->vat_total, rows[i].vat, "VAT");
    money(invoice->gross, rows[i].gross, "gross");
    cr_expect(!invoice->is_credit_note);
  }
}

/* Rates falling, then reverse charge, exempt, outside. */
Test(totals, vat_in_order) {
  shop *s = shop_new();
  ccl_article *article = an_article(s, "acts");
  static const struct {
    ccl_vat_kind kind;
    const char *rate, *amount;
  } rows[] = { { CCL_VAT_OUTSIDE, "0", "-20" }, { CCL_VAT_RATE, "11/200", "0.77" }, { CCL_VAT_EXEMPT, "0", "100" },
               { CCL_VAT_RATE, "1/5", "3.85" }, { CCL_VAT_REVERSE, "0", "7" },      { CCL_VAT_RATE, "1/5", "1" } };
  for (size_t i = 0; i < COUNT(rows); i++)
    with_amount(an_effect(s, article, CCL_EFFECT_CHARGE), figure(s->eur, rows[i].amount))->vat =
        (ccl_vat){ rows[i].kind, rat(rows[i].rate), S("law") };
  const ccl_invoice *invoice = invoice_of(s, 3, (ccl_invoice_options){ 0 });
  static const ccl_vat_kind kinds[] = { CCL_VAT_RATE, CCL_VAT_RATE, CCL_VAT_REVERSE, CCL_VAT_EXEMPT, CCL_VAT_OUTSIDE };
  static const char *const bases[] = { "4.85", "0.77", "7", "100", "-20" }, *const amounts[] = { "0.97", "0.04", "0",
                                                                                                 "0", "0" };
  cr_assert_eq(invoice->vats.len, COUNT(kinds));
  for (size_t i = 0; i < COUNT(kinds); i++) {
    cr_expect_eq(invoice->vats.items[i].vat.kind, kinds[i]);
    money(invoice->vats.items[i].base, bases[i], "base");
    money(invoice->vats.items[i].amount, amounts[i], "amount");
  }
  money(invoice->gross, "93.63", "gross");
}

Test(totals, dates) {
  static const struct {
    ccl_payment_kind kind;
    int32_t days;
    bool in_advance;
    const char *issued, *due;
  } rows[] = { { CCL_PAY_NOT_SAID, 0, false, "2026-10-31", "" },
               { CCL_PAY_WITHIN, 30, false, "2026-10-31", "2026-11-30" },
               { CCL_PAY_WITHIN_THEN_MONTH_END, 45, false, "2026-10-31", "2026-12-31" },
               { CCL_PAY_MONTH_END_PLUS, 45, true, "2026-10-01", "2026-12-15" } };
  for (size_t i = 0; i < COUNT(rows); i++) {
    shop *s = shop_new();
    s->plan.header.terms.payment = rows[i].kind;
    s->plan.header.terms.payment_days = rows[i].days;
    s->plan.header.in_advance = rows[i].in_advance;
    const ccl_invoice *invoice = invoice_of(s, 10, (ccl_invoice_options){ 0 });
    same_text(ccl_day_text(invoice->issued), rows[i].issued, "issued");
    same_text(invoice->has_due ? ccl_day_text(invoice->due) : S(""), rows[i].due, "due");
  }
}

Test(totals, credit_note_and_warnings) {
  shop *s = shop_new();
  s->plan.header.vat = (ccl_vat){ 0 };
  s->plan.header.lang = CCL_LANG_FR;
  ccl_effect *credit = a_charge(s, an_article(s, "refunds"), in_window(aggregate(s, EVERY), CCL_WINDOW_LAST_N, 2), "2");
  credit->kind = CCL_EFFECT_CREDIT;
  calls(s, 3, date(2026, 2, 28), FR, true);
  const ccl_invoice *invoice =
      invoice_of(s, 3, (ccl_invoice_options){ .number = S("F-1"), .has_issued = true, .issued = date(2026, 4, 2) });
  cr_expect(invoice->is_credit_note);
  money(invoice->gross, "-6", "gross");
  cr_expect_eq(invoice->vats.len, 0);
  same_text(ccl_day_text(invoice->issued), "2026-04-02", "issued");
  same_text(invoice->period_name, "2026-03", "period");
  cr_assert_eq(invoice->warnings.len, 2);
  same_text(invoice->warnings.items[0].message, "le contrat ne dit pas quelle TVA est due : aucune n'est ajoutée",
            "VAT");
  same_text(invoice->warnings.items[1].message,
            "calls n'a aucune ligne du 2026-03-01 au 2026-03-31, que cette facture compte", "data");
  same_text(all_reported(&s->diags),
            "missing-vat: the contract does not say which VAT is due: none is added; "
            "no-data: calls has no row at all from 2026-03-01 to 2026-03-31, which this invoice counts",
            "findings");
}
