/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of invoice/, from messages.def: ccl_invoice_say_NAME. */
#ifndef CCL_INVOICE_MESSAGES_H
#define CCL_INVOICE_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, code, en, fr) extern const ccl_message ccl_invoice_say_##name;
#include "invoice/messages.def"
#undef MESSAGE

#endif
