/* SPDX-License-Identifier: Apache-2.0 */
/* Contract files as text. Data files are read by runtime/data. */
#ifndef CCL_CLI_INPUT_H
#define CCL_CLI_INPUT_H

#include "cli/command.h"

/*
 * Reads a whole contract file; `-` is standard input, which can be read once. Gives valid UTF-8 without the mark at its
 * beginning. False, with a finding (usage, no-such-file, cannot-read), when there is no such text: no file, a folder,
 * no permission, more than CCL_LIMIT_FILE_BYTES, not UTF-8, or the file of another program.
 */
bool ccl_input_read(ccl_cli *cli, ccl_str path, ccl_str *text);

/* Reads a file and adds it to the sources. Returns its number, 0 after a finding: also when all files together are larger
 * than CCL_LIMIT_CONTRACT_BYTES. */
uint32_t ccl_input_add(ccl_cli *cli, ccl_str path);

#endif
