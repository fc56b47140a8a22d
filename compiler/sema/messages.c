/* SPDX-License-Identifier: Apache-2.0 */
/* The table of sema/messages.def. */
#include "sema/messages.h"

#define MESSAGE(name, code, en, fr) const ccl_message ccl_sema_say_##name = { CCL_CODE_##code, en, fr };
#include "sema/messages.def"
#undef MESSAGE
