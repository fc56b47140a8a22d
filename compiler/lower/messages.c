/* SPDX-License-Identifier: Apache-2.0 */
/* The table of lower/messages.def. */
#include "lower/messages.h"

#define MESSAGE(name, code, en, fr) const ccl_message ccl_lower_say_##name = { CCL_CODE_##code, en, fr };
#include "lower/messages.def"
#undef MESSAGE
