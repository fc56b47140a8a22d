/* SPDX-License-Identifier: Apache-2.0 */
/* The table of invoice/messages.def. */
#include "invoice/messages.h"

#define MESSAGE(name, code, en, fr) const ccl_message ccl_invoice_say_##name = { CCL_CODE_##code, en, fr };
#include "invoice/messages.def"
#undef MESSAGE
