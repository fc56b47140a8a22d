/* SPDX-License-Identifier: Apache-2.0 */
/* An invoice made readable: for a person (cli.md 5) and for programs (cli.md 4). Only writes down: no arithmetic, no rounding. */
#ifndef CCL_RENDER_INVOICE_H
#define CCL_RENDER_INVOICE_H

#include "invoice/invoice.h"
#include "render/json.h"

/* One object; in a run of several periods the caller opens the array. `version` is that of the program. */
void ccl_invoice_json(ccl_json *json, const ccl_invoice *invoice, const char *version);
/* At most 100 columns wide, in the language given, figures with its marks. */
void ccl_invoice_text(ccl_buf *out, const ccl_invoice *invoice, ccl_lang lang);
/* The lines of several invoices as one table, with a header line. */
void ccl_invoice_csv(ccl_buf *out, const ccl_invoice *const *invoices, size_t count);

#endif
