/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of render/, from messages.def: ccl_render_say_NAME. */
#ifndef CCL_RENDER_MESSAGES_H
#define CCL_RENDER_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, en, fr) extern const ccl_message ccl_render_say_##name;
#include "render/messages.def"
#undef MESSAGE

#endif
