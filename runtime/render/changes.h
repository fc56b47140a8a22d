/* SPDX-License-Identifier: Apache-2.0 */
/* What changed between two texts, line by line, in the unified format that diff and patch know. */
#ifndef CCL_RENDER_CHANGES_H
#define CCL_RENDER_CHANGES_H

#include "base/str.h"

/* Adds `--- path`, `+++ path` and the changed lines with three lines around them; nothing when the texts are equal. The
 * changes are the fewest possible, but where more than a thousand lines differ: there whole blocks are given. */
void ccl_changes_text(ccl_buf *out, ccl_str path, ccl_str before, ccl_str after);

#endif
