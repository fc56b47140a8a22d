/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of syntax/, from messages.def: ccl_syntax_say_NAME. */
#ifndef CCL_SYNTAX_MESSAGES_H
#define CCL_SYNTAX_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, code, en, fr) extern const ccl_message ccl_syntax_say_##name;
#include "syntax/messages.def"
#undef MESSAGE

#endif
