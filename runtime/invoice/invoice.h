/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The invoice of one billing period (clause 7): the ledger's lines with parties, dates, VAT and totals. All arithmetic
 * and rounding ends here: what renders it only writes it down.
 */
#ifndef CCL_INVOICE_INVOICE_H
#define CCL_INVOICE_INVOICE_H

#include "eval/eval.h"
#include "eval/totals.h" /* ccl_vat_total */

typedef struct ccl_data_source {
  uint32_t activity;
  const ccl_data_file *files;
  const ccl_str *sha256; /* empty texts: not digested */
  size_t file_count;
  ccl_activity_count count;
  uint64_t rows_in_period;
} ccl_data_source;

typedef struct ccl_warning {
  ccl_code code;
  ccl_str message;
} ccl_warning;

typedef struct ccl_invoice {
  const ccl_plan *plan; /* that of the run, its header as it stands on the period's last day (clause 8) */
  const ccl_ledger *ledger;
  ccl_days period;
  ccl_str period_name; /* "2026-10" */
  bool is_credit_note; /* net below zero */
  ccl_str number; /* empty: a draft */
  ccl_day issued;
  bool has_due;
  ccl_day due;
  ccl_rat net, rounding, vat_total, gross; /* rounding: what the lines shown lack to give net */
  CCL_VEC(ccl_vat_total) vats; /* in the order of clause 7 */
  CCL_VEC(ccl_warning) warnings;
  CCL_VEC(ccl_data_source) data; /* activities that were given, as declared */
  const uint32_t *amendments; /* effective by the period's last day */
  size_t amendment_count;
  const ccl_str *contract_sha256; /* for each plan file; NULL: not digested */
} ccl_invoice;

typedef struct ccl_invoice_options {
  ccl_str number;
  bool has_issued;
  ccl_day issued;
  const ccl_str *contract_sha256; /* hexadecimal, for each plan file; NULL: not digested */
} ccl_invoice_options;

/* NULL: reported in diags. files/file_count: the data files as given. */
const ccl_invoice *ccl_invoice_make(const ccl_plan *plan, ccl_run *run, const ccl_engine *engine, ccl_diags *diags,
                                    ccl_days period, ccl_invoice_options options, const ccl_data_file *files,
                                    size_t file_count);

#endif
