/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command line, read by the table of commands.def. Options and operands may come in any order, an option's value
 * behind `=` or as the next word; after `--` everything is an operand; `-` is one (standard input).
 */
#ifndef CCL_CLI_OPTIONS_H
#define CCL_CLI_OPTIONS_H

#include "base/diag.h"

#define CCL_ANY 1000000u

typedef enum ccl_command {
#define COMMAND(id, name, run, least, most, operands_en, operands_fr, en, fr, example) CCL_COMMAND_##id,
#define OPTION(id, name, kind, commands, value_en, value_fr, en, fr)
#define CHOICES(option, commands, values)
#include "cli/commands.def"
#undef COMMAND
#undef OPTION
#undef CHOICES
  CCL_COMMAND_NONE
} ccl_command;

typedef enum ccl_option {
#define COMMAND(id, name, run, least, most, operands_en, operands_fr, en, fr, example)
#define OPTION(id, name, kind, commands, value_en, value_fr, en, fr) CCL_OPTION_##id,
#define CHOICES(option, commands, values)
#include "cli/commands.def"
#undef COMMAND
#undef OPTION
#undef CHOICES
  CCL_OPTION_COUNT
} ccl_option;

typedef enum ccl_option_kind { CCL_OPTION_FLAG, CCL_OPTION_ONE, CCL_OPTION_MANY } ccl_option_kind;

typedef struct ccl_command_row {
  ccl_str name;
  size_t least, most; /* operands */
  ccl_str operands[2], about[2]; /* by ccl_lang */
  ccl_str example;
} ccl_command_row;

typedef struct ccl_option_row {
  ccl_str name; /* with its -- */
  ccl_option_kind kind;
  uint32_t commands; /* bit n: command n; bit CCL_COMMAND_NONE: `ccl` alone */
  ccl_str value[2], about[2]; /* by ccl_lang; about may be empty */
} ccl_option_row;

const ccl_command_row *ccl_command_get(ccl_command command);
const ccl_option_row *ccl_option_get(ccl_option option);
/* The values that an option takes in a command, as a|b|c; empty when any text will do. */
ccl_str ccl_option_choices(ccl_option option, ccl_command command);

typedef struct ccl_options {
  ccl_command command; /* CCL_COMMAND_NONE: none was written */
  CCL_VEC(ccl_str) values[CCL_OPTION_COUNT]; /* borrowed from argv; a flag has one empty value */
  CCL_VEC(ccl_str) operands;
} ccl_options;

/* Reads the words behind the program's name. False after an error, which is reported (code usage). With --help,
 * --version or --explain what is missing is no error. */
bool ccl_options_parse(ccl_options *options, ccl_diags *diags, int count, char **words);

bool ccl_options_has(const ccl_options *options, ccl_option option);
ccl_str ccl_options_value(const ccl_options *options, ccl_option option); /* the last one; empty when there is none */

/* The candidate of a list a|b|c that is spelled nearly as `word`; empty when none is near. */
ccl_str ccl_options_near(ccl_str word, ccl_str list);

#endif
