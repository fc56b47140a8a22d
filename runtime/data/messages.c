/* SPDX-License-Identifier: Apache-2.0 */
/* The table of data/messages.def. */
#include "data/messages.h"

#define MESSAGE(code, name, en, fr) const ccl_message ccl_data_say_##name = { CCL_CODE_##code, en, fr };
#include "data/messages.def"
#undef MESSAGE
