/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The files of a command line, read and put in groups: a file that opens with `contract` or `library` begins one,
 * amendments join the contract before them (cli.md 1). A file that could not be read at all, or that opens with nothing
 * known, is a group of its own.
 */
#ifndef CCL_CLI_CONTRACTS_H
#define CCL_CLI_CONTRACTS_H

#include "cli/command.h"
#include "syntax/ast.h"

typedef struct ccl_group {
  CCL_VEC(ccl_tree *) trees; /* at least one; the contract or library, then its amendments in the order given */
} ccl_group;

typedef struct ccl_contracts {
  CCL_VEC(ccl_group *) groups; /* in the order given */
} ccl_contracts;

/* Reads and parses the operands from the `first` on. Findings go to the session; a file that cannot be read is left
 * out. */
ccl_contracts ccl_contracts_read(ccl_cli *cli, size_t first);

/* A group that begins with an amendment: nothing says what it amends. */
bool ccl_group_is_amendment(const ccl_group *group);

#endif
