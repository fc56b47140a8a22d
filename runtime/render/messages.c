/* SPDX-License-Identifier: Apache-2.0 */
/* The table of render/messages.def. */
#include "render/messages.h"

#define MESSAGE(name, en, fr) const ccl_message ccl_render_say_##name = { CCL_CODE_NONE, en, fr };
#include "render/messages.def"
#undef MESSAGE
