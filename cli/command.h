/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One run of the program, and the commands. A command reads what it needs, puts its result into `out` and its findings
 * into `diags`; main.c writes both. No command writes, prints or exits.
 */
#ifndef CCL_CLI_COMMAND_H
#define CCL_CLI_COMMAND_H

#include "cli/options.h"
#include "cli/progress.h"

/* A file to write when the command has succeeded. */
typedef struct ccl_save {
  ccl_str path, text;
} ccl_save;

typedef struct ccl_cli {
  ccl_options options;
  ccl_sources sources;
  ccl_diags diags;
  ccl_buf out; /* the result, for standard output */
  CCL_VEC(ccl_save) saves; /* files to write: of fmt, and --output (whose result is then not in `out`) */
  ccl_buf err; /* notes for standard error that are no findings */
  bool colour_out; /* standard output takes colours */
  bool colour_err; /* standard error takes colours */
  bool stdin_used; /* `-` has been read */
  bool
      result_stands; /* `out` is written whatever the exit: the reports of check, test, audit, fmt --check and --diff */
  bool findings_in_result; /* the findings are in `out` already */
  ccl_progress progress;
} ccl_cli;

/* Runs the command; returns its own exit code. The program ends with that of the first error in `diags` when there is
 * one. */
#define COMMAND(id, name, run, least, most, operands_en, operands_fr, en, fr, example) int run(ccl_cli *cli);
#define OPTION(id, name, kind, commands, value_en, value_fr, en, fr)
#define CHOICES(option, commands, values)
#include "cli/commands.def"
#undef COMMAND
#undef OPTION
#undef CHOICES

#endif
