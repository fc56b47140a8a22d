/* SPDX-License-Identifier: Apache-2.0 */
/* The table of syntax/messages.def. */
#include "syntax/messages.h"

#define MESSAGE(name, code, en, fr) const ccl_message ccl_syntax_say_##name = { CCL_CODE_##code, en, fr };
#include "syntax/messages.def"
#undef MESSAGE
