/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the commands that compute have in common (invoice, eval): one contract, its plan, the periods asked for, the figures and files given on the command
 * line, the engine and the run.
 */
#ifndef CCL_CLI_COMPUTING_H
#define CCL_CLI_COMPUTING_H

#include "cli/contracts.h"
#include "eval/eval.h"
#include "session/compile.h"

typedef struct ccl_computing {
  const ccl_group *group;
  ccl_compiled compiled;
  const ccl_plan *plan;
  CCL_VEC(ccl_period) periods;      /* those asked for, rising */
  ccl_supply supply;
  CCL_VEC(ccl_data_file) files;     /* in the order given */
  ccl_engine *engine;
  ccl_run *run;
} ccl_computing;

/* Reads one contract with its amendments: the operands but the last `left` ones. False: reported. */
bool ccl_computing_read(ccl_cli *cli, ccl_computing *computing, size_t left);
/* Makes its plan. False: reported. */
bool ccl_computing_compile(ccl_cli *cli, ccl_computing *computing, ccl_asked *asked);
/* Reads the options --period, --data, --input … and makes the engine and the run. False: reported. */
bool ccl_computing_open(ccl_cli *cli, ccl_computing *computing);
/* Writes what --reject set aside, once the run has succeeded. */
void ccl_computing_save_rejected(ccl_cli *cli, const ccl_computing *computing);

/* Compiles one group (used by check and test too). Warnings stay in the diags. */
ccl_compiled ccl_group_compile(ccl_cli *cli, const ccl_group *group, ccl_asked *asked);
/* Takes the warnings out: those of `check` are not shown by other commands (cli.md 1). */
void ccl_diags_drop_warnings(ccl_diags *diags);

/* "NAME=VALUE" at its first `=`; false: reported, with the form to write. */
bool ccl_option_split(ccl_cli *cli, ccl_str text, const char *form, ccl_str *name, ccl_str *value);
/* The language in which results for people are written: --lang, else the contract's. */
ccl_lang ccl_computing_lang(const ccl_cli *cli, const ccl_plan *plan);

#endif
