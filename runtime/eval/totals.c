/* SPDX-License-Identifier: Apache-2.0 */
/* Totals of lines (clause 7). Which lines there are is others' affair, and so is what an invoice says around them. */
#include "eval/totals.h"

static bool is_one_vat(ccl_vat a, ccl_vat b) {
  if (a.kind != b.kind)
    return false;
  if (a.kind == CCL_VAT_RATE)
    return ccl_rat_eq(a.rate, b.rate);
  return a.kind != CCL_VAT_EXEMPT || ccl_str_eq(a.reason, b.reason);
}

/* Whether `a` comes before `b`: rates falling, then reverse charge, exempt, outside. */
static bool comes_before(ccl_vat a, ccl_vat b) {
  if (a.kind != b.kind)
    return a.kind < b.kind;
  return a.kind == CCL_VAT_RATE && ccl_rat_cmp(a.rate, b.rate) > 0;
}

static ccl_rat rounded(const ccl_rounding_rule *rounding, ccl_rat sum) {
  return ccl_round(sum, rounding->mode, rounding->step);
}

/* Adds an amount to the sum of its VAT, which keeps the order of clause 7. */
static void add_base(ccl_totals *totals, ccl_vat vat, ccl_rat amount) {
  for (size_t i = 0; i < totals->vats.len; i++) {
    ccl_vat_total *it = &totals->vats.items[i];
    if (is_one_vat(it->vat, vat)) {
      it->base = ccl_rat_add(it->base, amount);
      return;
    }
  }
  ccl_vat_total added = { .vat = vat, .base = amount, .amount = CCL_RAT_ZERO };
  ccl_vec_push(&totals->vats, added);
  for (size_t i = totals->vats.len - 1; i > 0 && comes_before(vat, totals->vats.items[i - 1].vat); i--) {
    totals->vats.items[i] = totals->vats.items[i - 1];
    totals->vats.items[i - 1] = added;
  }
}

ccl_totals ccl_totals_of(const ccl_rounding_rule *rounding, const ccl_line *lines, size_t count) {
  ccl_totals totals = { .vat_total = CCL_RAT_ZERO };
  ccl_rat sum = CCL_RAT_ZERO, shown = CCL_RAT_ZERO;
  for (size_t i = 0; i < count; i++) {
    sum = ccl_rat_add(sum, lines[i].amount);
    shown = ccl_rat_add(shown, lines[i].shown);
    if (lines[i].vat.kind != CCL_VAT_NONE)
      add_base(&totals, lines[i].vat, lines[i].amount);
  }
  totals.net = rounding->per_total ? rounded(rounding, sum) : sum;
  totals.rounding = ccl_rat_sub(totals.net, shown);
  for (size_t i = 0; i < totals.vats.len; i++) {
    ccl_vat_total *it = &totals.vats.items[i];
    if (it->vat.kind == CCL_VAT_RATE)
      it->amount = rounded(rounding, ccl_rat_mul(it->vat.rate, it->base));
    it->base = rounded(rounding, it->base);
    totals.vat_total = ccl_rat_add(totals.vat_total, it->amount);
  }
  totals.gross = ccl_rat_add(totals.net, totals.vat_total);
  return totals;
}
