/* SPDX-License-Identifier: Apache-2.0 */
/* The table of eval/messages.def. */
#include "eval/messages.h"

#define MESSAGE(name, code, en, fr) const ccl_message ccl_eval_say_##name = { CCL_CODE_##code, en, fr };
#include "eval/messages.def"
#undef MESSAGE
