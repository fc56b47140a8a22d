/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of cli/, from messages.def: ccl_cli_say_NAME. */
#ifndef CCL_CLI_MESSAGES_H
#define CCL_CLI_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, code, en, fr) extern const ccl_message ccl_cli_say_##name;
#include "cli/messages.def"
#undef MESSAGE

#endif
