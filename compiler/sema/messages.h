/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of sema/, from messages.def: ccl_sema_say_NAME. */
#ifndef CCL_SEMA_MESSAGES_H
#define CCL_SEMA_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, code, en, fr) extern const ccl_message ccl_sema_say_##name;
#include "sema/messages.def"
#undef MESSAGE

#endif
