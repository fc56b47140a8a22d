/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the files of a command line and groups them by what they open with. What they mean is for sema. */
#include "cli/contracts.h"

#include "cli/input.h"
#include "syntax/parse.h"

ccl_contracts ccl_contracts_read(ccl_cli *cli, size_t first) {
  ccl_contracts contracts = { 0 };
  bool joins = false; /* the last group is a contract, which amendments join */
  for (size_t i = first; i < cli->options.operands.len; i++) {
    uint32_t file = ccl_input_add(cli, cli->options.operands.items[i]);
    if (file == 0)
      continue;
    ccl_tree *tree = ccl_parse_tree(&cli->sources, &cli->diags, file);
    bool amendment = tree->root->kind == CCL_NODE_AMENDMENT;
    if (!amendment || !joins)
      ccl_vec_push(&contracts.groups, ccl_new(ccl_group));
    ccl_vec_push(&contracts.groups.items[contracts.groups.len - 1]->trees, tree);
    joins = tree->root->kind == CCL_NODE_CONTRACT || (amendment && joins);
  }
  return contracts;
}

bool ccl_group_is_amendment(const ccl_group *group) {
  return group->trees.items[0]->root->kind == CCL_NODE_AMENDMENT;
}
