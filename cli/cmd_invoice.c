/* SPDX-License-Identifier: Apache-2.0 */
/* `ccl invoice`: one invoice for each period asked for, as text, JSON or CSV. */
#include "cli/computing.h"
#include "cli/messages.h"
#include "data/sha256.h"
#include "invoice/invoice.h"
#include "render/invoice.h"

static bool read_invoice_options(ccl_cli *cli, ccl_invoice_options *options) {
  *options = (ccl_invoice_options){ .number = ccl_options_value(&cli->options, CCL_OPTION_number) };
  ccl_str issued = ccl_options_value(&cli->options, CCL_OPTION_issued);
  options->has_issued = ccl_options_has(&cli->options, CCL_OPTION_issued);
  if (!options->has_issued || ccl_day_parse(issued, &options->issued))
    return true;
  ccl_diag_help(ccl_report(&cli->diags, &ccl_cli_say_wrong_date, CCL_NO_SPAN, CCL_ARGS(issued)), &ccl_cli_say_write_date, CCL_NO_ARGS);
  return false;
}

static void digest_contract(const ccl_plan *plan, ccl_invoice_options *options) {
  ccl_str *digests = ccl_new_array(ccl_str, plan->files_count);
  for (size_t i = 0; i < plan->files_count; i++)
    digests[i] = ccl_sha256_hex(plan->files[i].text);
  options->contract_sha256 = digests;
}

/* Several texts are parted by a form feed, several objects stand in a list. */
static void render(ccl_cli *cli, const ccl_computing *computing, const ccl_invoice *const *invoices, size_t count, ccl_buf *out) {
  bool is_run = ccl_options_has(&cli->options, CCL_OPTION_from);
  if (ccl_str_is(ccl_options_value(&cli->options, CCL_OPTION_format), "csv")) {
    ccl_invoice_csv(out, invoices, count);
    return;
  }
  if (ccl_str_is(ccl_options_value(&cli->options, CCL_OPTION_format), "json")) {
    ccl_json json = { .out = out };
    if (is_run)
      ccl_json_array(&json);
    for (size_t i = 0; i < count; i++)
      ccl_invoice_json(&json, invoices[i], CCL_VERSION);
    if (is_run)
      ccl_json_end(&json);
    return;
  }
  for (size_t i = 0; i < count; i++) {
    if (i > 0)
      ccl_buf_char(out, '\f');
    ccl_invoice_text(out, invoices[i], ccl_computing_lang(cli, computing->plan));
  }
}

int ccl_cmd_invoice(ccl_cli *cli) {
  ccl_computing computing = { 0 };
  ccl_invoice_options options;
  if (!ccl_computing_read(cli, &computing, 0) || !ccl_computing_compile(cli, &computing, NULL) || !ccl_computing_open(cli, &computing) || !read_invoice_options(cli, &options))
    return 1;
  digest_contract(computing.plan, &options);
  size_t count = computing.periods.len;
  ccl_days *days = ccl_new_array(ccl_days, count);
  for (size_t i = 0; i < count; i++)
    days[i] = computing.periods.items[i].days;
  if (!ccl_run_prepare(computing.run, days, count, NULL, 0))
    return 1;
  const ccl_invoice **invoices = ccl_new_array(const ccl_invoice *, count);
  for (size_t i = 0; i < count; i++) {
    invoices[i] = ccl_invoice_make(computing.plan, computing.run, computing.engine, &cli->diags, days[i], options, computing.files.items, computing.files.len);
    if (invoices[i] == NULL)
      return 1;
  }
  ccl_buf out = { 0 };
  render(cli, &computing, invoices, count, &out);
  ccl_diags_drop_warnings(&cli->diags); /* they stand on the invoices */
  ccl_computing_save_rejected(cli, &computing);
  if (ccl_options_has(&cli->options, CCL_OPTION_output)) {
    ccl_save save = { ccl_options_value(&cli->options, CCL_OPTION_output), ccl_buf_str(&out) };
    ccl_vec_push(&cli->saves, save);
  } else
    ccl_buf_add(&cli->out, ccl_buf_str(&out));
  return 0;
}
