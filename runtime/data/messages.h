/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of data/ and engine/, from messages.def: ccl_data_say_NAME. */
#ifndef CCL_DATA_MESSAGES_H
#define CCL_DATA_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(code, name, en, fr) extern const ccl_message ccl_data_say_##name;
#include "data/messages.def"
#undef MESSAGE

#endif
