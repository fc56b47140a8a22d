/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results are written whole or not at all. A file is written beside its place under a passing name, then renamed; on a
 * failure, or when a signal ends the program meanwhile, that file is removed and what stood there before is untouched.
 */
#ifndef CCL_CLI_OUTPUT_H
#define CCL_CLI_OUTPUT_H

#include "base/diag.h"

/* Standard output. False when not everything could be written, with a finding (cannot-write); a reader that has gone (a
 * broken pipe) is false without one. */
bool ccl_output_print(ccl_diags *diags, ccl_str text);
/* Standard error. Nothing can be said when that fails. */
void ccl_output_warn(ccl_str text);
/* The file at `path`, with the permissions of the one it replaces; through a link, the file that the link names. What
 * is no plain file (a terminal, a pipe) is written straight. False with a finding (cannot-write). */
bool ccl_output_save(ccl_diags *diags, ccl_str path, ccl_str text);

#endif
