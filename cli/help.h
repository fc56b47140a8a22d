/* SPDX-License-Identifier: Apache-2.0 */
/* What --help and --version show, made from the table of commands.def. */
#ifndef CCL_CLI_HELP_H
#define CCL_CLI_HELP_H

#include "cli/options.h"

/* The help of one command; of `ccl` itself for CCL_COMMAND_NONE. */
void ccl_help_show(ccl_buf *out, ccl_command command, ccl_lang lang);
/* The program's version and that of its time-zone data, a line each. */
void ccl_version_show(ccl_buf *out);

#endif
