/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the command line by the table, and says what is wrong with it. What the options mean is for the commands. */
#include "cli/options.h"

#include "base/utf8.h"
#include "cli/messages.h"

#define IN(id) (1u << CCL_COMMAND_##id)
#define IN_ALL UINT32_MAX

static const ccl_command_row command_rows[] = {
#define COMMAND(id, name, run, least, most, operands_en, operands_fr, en, fr, example)                                 \
  [CCL_COMMAND_##id] = { CCL_STR_INIT(name),                                                                           \
                         least,                                                                                        \
                         most,                                                                                         \
                         { CCL_STR_INIT(operands_en), CCL_STR_INIT(operands_fr) },                                     \
                         { CCL_STR_INIT(en), CCL_STR_INIT(fr) },                                                       \
                         CCL_STR_INIT(example) },
#define OPTION(id, name, kind, commands, value_en, value_fr, en, fr)
#define CHOICES(option, commands, values)
#include "cli/commands.def"
#undef COMMAND
#undef OPTION
#undef CHOICES
};

static const ccl_option_row option_rows[] = {
#define COMMAND(id, name, run, least, most, operands_en, operands_fr, en, fr, example)
#define OPTION(id, name, kind, commands, value_en, value_fr, en, fr)                                                   \
  [CCL_OPTION_##id] = { CCL_STR_INIT(name),                                                                            \
                        CCL_OPTION_##kind,                                                                             \
                        commands,                                                                                      \
                        { CCL_STR_INIT(value_en), CCL_STR_INIT(value_fr) },                                            \
                        { CCL_STR_INIT(en), CCL_STR_INIT(fr) } },
#define CHOICES(option, commands, values)
#include "cli/commands.def"
#undef COMMAND
#undef OPTION
#undef CHOICES
};

static const struct {
  ccl_option option;
  uint32_t commands;
  ccl_str values;
} choice_rows[] = {
#define COMMAND(id, name, run, least, most, operands_en, operands_fr, en, fr, example)
#define OPTION(id, name, kind, commands, value_en, value_fr, en, fr)
#define CHOICES(option, commands, values) { CCL_OPTION_##option, commands, CCL_STR_INIT(values) },
#include "cli/commands.def"
#undef COMMAND
#undef OPTION
#undef CHOICES
};

const ccl_command_row *ccl_command_get(ccl_command command) {
  return &command_rows[command];
}

const ccl_option_row *ccl_option_get(ccl_option option) {
  return &option_rows[option];
}

ccl_str ccl_option_choices(ccl_option option, ccl_command command) {
  for (size_t i = 0; i < sizeof choice_rows / sizeof *choice_rows; i++)
    if (choice_rows[i].option == option && (choice_rows[i].commands >> command & 1u))
      return choice_rows[i].values;
  return (ccl_str){ 0 };
}

bool ccl_options_has(const ccl_options *options, ccl_option option) {
  return options->values[option].len > 0;
}

ccl_str ccl_options_value(const ccl_options *options, ccl_option option) {
  size_t count = options->values[option].len;
  return count == 0 ? (ccl_str){ 0 } : options->values[option].items[count - 1];
}

/* Takes the first of a list a|b|c off it. */
static ccl_str next_choice(ccl_str *list) {
  ptrdiff_t bar = ccl_str_find(*list, CCL_STR("|"));
  size_t end = bar < 0 ? list->len : (size_t)bar;
  ccl_str first = ccl_str_sub(*list, 0, end);
  *list = ccl_str_sub(*list, end + 1, list->len);
  return first;
}

ccl_str ccl_options_near(ccl_str word, ccl_str list) {
  ccl_str best = { 0 };
  size_t limit = word.len < 4 ? 1 : word.len < 10 ? 2 : 3;
  while (list.len > 0) {
    ccl_str candidate = next_choice(&list);
    size_t distance = ccl_utf8_distance(word, candidate, limit);
    bool begins = word.len >= 3 && ccl_str_starts(candidate, word);
    if (distance > limit && !(begins && best.len == 0))
      continue;
    best = candidate;
    limit = distance > 0 && distance <= limit ? distance - 1 : limit;
  }
  return best;
}

/* The names of all commands, or of the options of one, as a list a|b|c. */
static ccl_str command_names(void) {
  ccl_buf buf = { 0 };
  for (ccl_command i = 0; i < CCL_COMMAND_NONE; i++) {
    ccl_buf_z(&buf, i > 0 ? "|" : "");
    ccl_buf_add(&buf, command_rows[i].name);
  }
  return ccl_buf_str(&buf);
}

static bool option_fits(ccl_option option, ccl_command command) {
  return option_rows[option].commands >> command & 1u;
}

static ccl_str option_names(ccl_command command) {
  ccl_buf buf = { 0 };
  for (ccl_option i = 0; i < CCL_OPTION_COUNT; i++) {
    if (!option_fits(i, command) || option_rows[i].about[0].len == 0)
      continue;
    ccl_buf_z(&buf, buf.len > 0 ? "|" : "");
    ccl_buf_add(&buf, option_rows[i].name);
  }
  return ccl_buf_str(&buf);
}

static ccl_str title(ccl_command command) {
  return command == CCL_COMMAND_NONE ? CCL_STR("ccl") : ccl_str_printf("ccl %s", ccl_str_z(command_rows[command].name));
}

/* Reports a slip with the nearest right word, or with where to find them all. */
static void report_slip(ccl_diags *diags, const ccl_message *message, ccl_str word, ccl_str list, ccl_command command) {
  ccl_diag *diag = ccl_report(diags, message, CCL_NO_SPAN, CCL_ARGS(word, title(command)));
  ccl_str near = ccl_options_near(word, list);
  if (near.len > 0)
    ccl_diag_help(diag, &ccl_cli_say_did_you_mean, CCL_ARGS(near));
  else
    ccl_diag_help(diag, &ccl_cli_say_see_help, CCL_ARGS(title(command)));
}

static ccl_option option_find(ccl_str name, ccl_command command) {
  for (ccl_option i = 0; i < CCL_OPTION_COUNT; i++)
    if (option_fits(i, command) && ccl_str_eq(option_rows[i].name, name))
      return i;
  return CCL_OPTION_COUNT;
}

static bool choice_fits(ccl_str value, ccl_str choices) {
  if (choices.len == 0)
    return true;
  while (choices.len > 0)
    if (ccl_str_eq(next_choice(&choices), value))
      return true;
  return false;
}

static bool take_value(ccl_options *options, ccl_diags *diags, ccl_option option, ccl_str value) {
  const ccl_option_row *row = &option_rows[option];
  ccl_str choices = ccl_option_choices(option, options->command);
  if (row->kind == CCL_OPTION_ONE && ccl_options_has(options, option) &&
      !ccl_str_eq(ccl_options_value(options, option), value)) {
    ccl_report(diags, &ccl_cli_say_given_twice, CCL_NO_SPAN, CCL_ARGS(row->name));
    return false;
  }
  if (!choice_fits(value, choices)) {
    ccl_diag *diag = ccl_report(diags, &ccl_cli_say_wrong_choice, CCL_NO_SPAN, CCL_ARGS(value, row->name));
    ccl_buf list = { 0 };
    for (ccl_str rest = choices; rest.len > 0;) {
      ccl_buf_z(&list, list.len > 0 ? ", " : "");
      ccl_buf_add(&list, next_choice(&rest));
    }
    ccl_diag_help(diag, &ccl_cli_say_one_of, CCL_ARGS(ccl_buf_str(&list)));
    return false;
  }
  ccl_vec_push(&options->values[option], value);
  return true;
}

/* Reads the option words[*at], and its value, which may be the next word. */
static bool take_option(ccl_options *options, ccl_diags *diags, int count, char **words, int *at) {
  ccl_str word = ccl_str_from(words[*at]);
  ptrdiff_t equals = ccl_str_find(word, CCL_STR("="));
  ccl_str name = equals < 0 ? word : ccl_str_sub(word, 0, (size_t)equals);
  ccl_option option = option_find(name, options->command);
  if (option == CCL_OPTION_COUNT) {
    report_slip(diags, &ccl_cli_say_unknown_option, name, option_names(options->command), options->command);
    return false;
  }
  const ccl_option_row *row = &option_rows[option];
  if (row->kind == CCL_OPTION_FLAG) {
    if (equals >= 0) {
      ccl_report(diags, &ccl_cli_say_takes_no_value, CCL_NO_SPAN, CCL_ARGS(name));
      return false;
    }
    ccl_vec_push(&options->values[option], (ccl_str){ 0 });
    return true;
  }
  if (equals >= 0)
    return take_value(options, diags, option, ccl_str_sub(word, (size_t)equals + 1, word.len));
  if (*at + 1 == count) {
    ccl_diag *diag = ccl_report(diags, &ccl_cli_say_value_missing, CCL_NO_SPAN, CCL_ARGS(name));
    ccl_diag_help(diag, &ccl_cli_say_see_help, CCL_ARGS(title(options->command)));
    return false;
  }
  return take_value(options, diags, option, ccl_str_from(words[++*at]));
}

static bool take_command(ccl_options *options, ccl_diags *diags, ccl_str word) {
  for (ccl_command i = 0; i < CCL_COMMAND_NONE; i++)
    if (ccl_str_eq(command_rows[i].name, word)) {
      options->command = i;
      return true;
    }
  report_slip(diags, &ccl_cli_say_unknown_command, word, command_names(), CCL_COMMAND_NONE);
  return false;
}

static bool check_counts(const ccl_options *options, ccl_diags *diags) {
  if (options->command == CCL_COMMAND_NONE) {
    ccl_diag *diag = ccl_report(diags, &ccl_cli_say_no_command, CCL_NO_SPAN, CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_cli_say_see_help, CCL_ARGS(CCL_STR("ccl")));
    return false;
  }
  const ccl_command_row *row = &command_rows[options->command];
  const ccl_message *message = options->operands.len < row->least  ? &ccl_cli_say_operand_missing
                               : options->operands.len > row->most ? &ccl_cli_say_operand_too_many
                                                                   : NULL;
  if (!message)
    return true;
  ccl_diag *diag = ccl_report(diags, message, CCL_NO_SPAN, CCL_ARGS(title(options->command)));
  ccl_diag_help(diag, &ccl_cli_say_write_command, CCL_ARGS(title(options->command), row->operands[diag->lang]));
  return false;
}

bool ccl_options_parse(ccl_options *options, ccl_diags *diags, int count, char **words) {
  bool only_operands = false;
  options->command = CCL_COMMAND_NONE;
  for (int i = 0; i < count; i++) {
    ccl_str word = ccl_str_from(words[i]);
    bool is_option = !only_operands && word.len > 1 && word.ptr[0] == '-';
    if (is_option && ccl_str_is(word, "--"))
      only_operands = true;
    else if (is_option && !take_option(options, diags, count, words, &i))
      return false;
    else if (!is_option && options->command == CCL_COMMAND_NONE) {
      if (!take_command(options, diags, word))
        return false;
    } else if (!is_option)
      ccl_vec_push(&options->operands, word);
  }
  if (ccl_options_has(options, CCL_OPTION_help) || ccl_options_has(options, CCL_OPTION_version) ||
      ccl_options_has(options, CCL_OPTION_explain))
    return true;
  return check_counts(options, diags);
}
