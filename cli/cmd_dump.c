/* SPDX-License-Identifier: Apache-2.0 */
/* `ccl dump tokens|ast|plan`: what each stage made of contracts, one after the other. */
#include "cli/computing.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "plan/dump.h"
#include "syntax/dump.h"

static void dump_tokens(ccl_cli *cli) {
  for (size_t i = 1; i < cli->options.operands.len; i++) {
    uint32_t file = ccl_input_add(cli, cli->options.operands.items[i]);
    if (file != 0)
      ccl_dump_tokens(&cli->out, &cli->sources, &cli->diags, file);
  }
}

static void dump_trees(ccl_cli *cli) {
  ccl_contracts contracts = ccl_contracts_read(cli, 1);
  for (size_t i = 0; i < contracts.groups.len; i++)
    for (size_t k = 0; k < contracts.groups.items[i]->trees.len; k++)
      ccl_dump_ast(&cli->out, &cli->sources, contracts.groups.items[i]->trees.items[k]->root,
                   !ccl_options_has(&cli->options, CCL_OPTION_positions));
}

static void dump_plans(ccl_cli *cli) {
  ccl_contracts contracts = ccl_contracts_read(cli, 1);
  bool positions = !ccl_options_has(&cli->options, CCL_OPTION_positions);
  for (size_t i = 0; i < contracts.groups.len && ccl_diags_exit(&cli->diags) == 0; i++) {
    const ccl_plan *plan = ccl_group_compile(cli, contracts.groups.items[i], NULL).plan;
    if (plan)
      ccl_plan_dump_at(plan, positions ? &cli->sources : NULL, &cli->out);
  }
  ccl_diags_drop_warnings(&cli->diags);
}

int ccl_cmd_dump(ccl_cli *cli) {
  static const struct {
    ccl_str name;
    void (*dump)(ccl_cli *cli);
  } stages[] = {
    { CCL_STR_INIT("tokens"), dump_tokens },
    { CCL_STR_INIT("ast"), dump_trees },
    { CCL_STR_INIT("plan"), dump_plans },
  };
  ccl_str wanted = cli->options.operands.items[0];
  for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
    if (ccl_str_eq(stages[i].name, wanted)) {
      stages[i].dump(cli);
      return 0;
    }
  ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_dump_what, CCL_NO_SPAN, CCL_ARGS(wanted));
  ccl_str near = ccl_options_near(wanted, CCL_STR("tokens|ast|plan"));
  ccl_diag_help(diag, near.len > 0 ? &ccl_cli_say_did_you_mean : &ccl_cli_say_one_of,
                CCL_ARGS(near.len > 0 ? near : CCL_STR("tokens, ast, plan")));
  return 2;
}
