/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of check/messages_figures.def and check/messages_articles.def. */
#include "check/messages.h"

#define MESSAGE(name, code, en, fr) const ccl_message ccl_check_say_##name = { CCL_CODE_##code, en, fr };
#include "check/messages_articles.def"
#include "check/messages_figures.def"
#undef MESSAGE
