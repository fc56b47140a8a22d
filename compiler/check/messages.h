/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences of check/, from messages_figures.def and messages_articles.def: ccl_check_say_NAME. */
#ifndef CCL_CHECK_MESSAGES_H
#define CCL_CHECK_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, code, en, fr) extern const ccl_message ccl_check_say_##name;
#include "check/messages_articles.def"
#include "check/messages_figures.def"
#undef MESSAGE

#endif
