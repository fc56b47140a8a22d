/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of eval/, from messages.def: ccl_eval_say_NAME. */
#ifndef CCL_EVAL_MESSAGES_H
#define CCL_EVAL_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, code, en, fr) extern const ccl_message ccl_eval_say_##name;
#include "eval/messages.def"
#undef MESSAGE

#endif
