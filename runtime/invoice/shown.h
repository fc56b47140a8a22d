/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The figures of an invoice as decimal texts in the units in which they are shown (cli.md 4). The last arithmetic before rendering: renderers only
 * write these texts down. A point is the mark; no grouping.
 */
#ifndef CCL_INVOICE_SHOWN_H
#define CCL_INVOICE_SHOWN_H

#include "invoice/invoice.h"

/* A figure: its decimal, rounded to 6 places when it has no end, and then its exact fraction (else empty). */
typedef struct ccl_shown {
  ccl_str decimal, exact;
} ccl_shown;

/* Base units → the unit in which it is written. A percentage is a plain number (0.912). */
ccl_shown ccl_shown_figure(ccl_rat figure, const ccl_unit *unit);
/* A share as per cent: 0.912 → "91.2". */
ccl_str ccl_shown_percent(ccl_rat share);
/* The same for a person who reads an indicator: at most 2 decimals. */
ccl_str ccl_shown_percent_short(ccl_rat share);
/* Whether people say the unit in the plural: in English but for 1, in French from 2 on. */
bool ccl_shown_is_plural(ccl_rat figure, const ccl_unit *unit, ccl_lang lang);
/* A unit price: at least the currency's minor digits when it is money. */
ccl_shown ccl_shown_price(const ccl_plan *plan, const ccl_line *line);
/* An amount of money that is rounded already, with the digits of the contract's rounding ("88.50"). */
ccl_str ccl_shown_money(const ccl_plan *plan, ccl_rat amount);
/* An amount that the contract may keep exact (`rounding … per total`: of an article, a base), rounded by its rule. */
ccl_str ccl_shown_amount(const ccl_plan *plan, ccl_rat amount);
/* "20", "5.5"; "AE", "E", "O". */
ccl_str ccl_shown_vat(ccl_vat vat);
/* The singular name of a unit in the contract's language; the currency's code; empty for plain numbers and %. */
ccl_str ccl_shown_unit(const ccl_plan *plan, const ccl_unit *unit);
/* A key of a group, or a value that is no number: choices and texts as they are, dates as ISO 8601. */
ccl_str ccl_shown_key(const ccl_plan *plan, ccl_type type, ccl_value value);

#endif
