/* SPDX-License-Identifier: Apache-2.0 */
/* The table of cli/messages.def. */
#include "cli/messages.h"

#define MESSAGE(name, code, en, fr) const ccl_message ccl_cli_say_##name = { CCL_CODE_##code, en, fr };
#include "cli/messages.def"
#undef MESSAGE
