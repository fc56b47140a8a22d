/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of lower/, from messages.def: ccl_lower_say_NAME. */
#ifndef CCL_LOWER_MESSAGES_H
#define CCL_LOWER_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, code, en, fr) extern const ccl_message ccl_lower_say_##name;
#include "lower/messages.def"
#undef MESSAGE

#endif
