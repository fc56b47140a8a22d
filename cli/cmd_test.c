/* SPDX-License-Identifier: Apache-2.0 */
/* `ccl test`: runs the worked examples of contracts (clause 4.7): a line each, the differences, then `N passed, N failed`. */
#include "base/utf8.h"
#include "cli/computing.h"
#include "cli/messages.h"
#include "eval/example.h"
#include "render/findings.h"

typedef struct score {
  size_t passed, failed;
} score;

static void say(ccl_cli *cli, ccl_lang lang, const ccl_message *message, ccl_args args) {
  ccl_buf_add(&cli->out, ccl_message_text(message, lang, args));
  ccl_buf_char(&cli->out, '\n');
}

static void say_difference(ccl_cli *cli, const ccl_plan *plan, ccl_lang lang, const ccl_comparison_made *made) {
  if (made->agrees || made->found.state == CCL_TROUBLE)
    return;
  say(cli, lang, &ccl_cli_say_test_difference,
      CCL_ARGS(made->expectation->name, ccl_value_say(plan, made->type, made->expected, lang), ccl_value_say(plan, made->type, made->found, lang)));
}

/* One example; what cannot be computed is a part of the report. */
static void run_example(ccl_cli *cli, const ccl_plan *plan, const ccl_example *example, score *tally) {
  ccl_lang lang = ccl_computing_lang(cli, plan);
  ccl_diags diags = { .sources = cli->diags.sources, .lang_forced = cli->diags.lang_forced, .lang = cli->diags.lang };
  ccl_example_result result = ccl_example_run(plan, &diags, example);
  bool passed = result.passed && diags.errors == 0;
  say(cli, lang, passed ? &ccl_cli_say_test_passed : &ccl_cli_say_test_failed, CCL_ARGS(example->text));
  *(passed ? &tally->passed : &tally->failed) += 1;
  for (size_t i = 0; i < result.comparisons.len; i++)
    say_difference(cli, plan, lang, &result.comparisons.items[i]);
  if (diags.errors > 0)
    ccl_findings_text(&cli->out, &diags, cli->colour_out);
}

/* False: the contract has errors (reported). */
static bool run_group(ccl_cli *cli, const ccl_group *group, bool named, score *tally) {
  size_t errors = cli->diags.errors;
  ccl_compiled compiled = ccl_group_compile(cli, group, NULL);
  if (cli->diags.errors != errors)
    return false;
  if (compiled.plan == NULL) /* a library has no examples */
    return true;
  if (named) {
    ccl_buf_add(&cli->out, ccl_utf8_escape(ccl_sources_get(&cli->sources, group->trees.items[0]->file)->path, 1000));
    ccl_buf_z(&cli->out, ":\n");
  }
  for (size_t i = 0; i < compiled.plan->examples_count; i++)
    run_example(cli, compiled.plan, &compiled.plan->examples[i], tally);
  return true;
}

int ccl_cmd_test(ccl_cli *cli) {
  score tally = { 0 };
  ccl_contracts contracts = ccl_contracts_read(cli, 0);
  bool is_whole = cli->diags.errors == 0;
  for (size_t i = 0; is_whole && i < contracts.groups.len; i++)
    is_whole = run_group(cli, contracts.groups.items[i], contracts.groups.len > 1, &tally);
  ccl_diags_drop_warnings(&cli->diags);
  if (!is_whole)
    return 1;
  ccl_buf_printf(&cli->out, "%zu passed, %zu failed\n", tally.passed, tally.failed);
  cli->result_stands = true;
  return tally.failed > 0 ? 1 : 0;
}
