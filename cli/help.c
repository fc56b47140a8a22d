/* SPDX-License-Identifier: Apache-2.0 */
/* Lays the table of commands out for people. Every word of it stands in commands.def or messages.def. */
#include "cli/help.h"

#include "base/utf8.h"
#include "calendar/zone.h"
#include "cli/messages.h"

static ccl_str say(const ccl_message *message, ccl_lang lang) {
  return ccl_message_text(message, lang, CCL_NO_ARGS);
}

/* Two columns, the second one begins at `column`. */
static void add_row(ccl_buf *out, ccl_str left, ccl_str right, size_t column) {
  size_t width = ccl_utf8_width(left) + 2;
  ccl_buf_z(out, "  ");
  ccl_buf_add(out, left);
  ccl_buf_fill(out, ' ', width < column ? column - width : 2);
  ccl_buf_add(out, right);
  ccl_buf_char(out, '\n');
}

static ccl_str command_left(const ccl_command_row *row, ccl_lang lang) {
  return ccl_str_printf("%s %s", ccl_str_z(row->name), ccl_str_z(row->operands[lang]));
}

static ccl_str option_left(const ccl_option_row *row, ccl_lang lang) {
  return row->kind == CCL_OPTION_FLAG ? row->name
                                      : ccl_str_printf("%s %s", ccl_str_z(row->name), ccl_str_z(row->value[lang]));
}

static bool shown(ccl_option option, ccl_command command, bool everywhere) {
  const ccl_option_row *row = ccl_option_get(option);
  return row->about[0].len > 0 && (row->commands == UINT32_MAX) == everywhere && (row->commands >> command & 1u);
}

/* What an option does, and its values where the value's name does not list them. */
static ccl_str option_right(ccl_option option, ccl_command command, ccl_lang lang) {
  const ccl_option_row *row = ccl_option_get(option);
  ccl_str choices = ccl_option_choices(option, command);
  bool listed =
      choices.len == 0 || ccl_str_eq(choices, row->value[lang]) || ccl_str_find(row->about[lang], CCL_STR(":")) >= 0;
  return listed ? row->about[lang]
                : ccl_message_text(&ccl_cli_say_help_choices, lang, CCL_ARGS(row->about[lang], choices));
}

static void add_options(ccl_buf *out, ccl_command command, bool everywhere, ccl_lang lang) {
  size_t column = 0;
  bool some = false;
  for (ccl_option i = 0; i < CCL_OPTION_COUNT; i++) {
    if (!shown(i, command, false) && !shown(i, command, true))
      continue;
    size_t width = ccl_utf8_width(option_left(ccl_option_get(i), lang)) + 4;
    column = width > column ? width : column;
    some |= shown(i, command, everywhere);
  }
  if (!some)
    return;
  ccl_buf_char(out, '\n');
  ccl_buf_add(out, say(everywhere ? &ccl_cli_say_help_options_all : &ccl_cli_say_help_options, lang));
  ccl_buf_char(out, '\n');
  for (ccl_option i = 0; i < CCL_OPTION_COUNT; i++)
    if (shown(i, command, everywhere))
      add_row(out, option_left(ccl_option_get(i), lang), option_right(i, command, lang), column);
}

static void show_all(ccl_buf *out, ccl_lang lang) {
  size_t column = 0;
  ccl_buf_add(out, ccl_message_text(&ccl_cli_say_help_title, lang, CCL_ARGS(CCL_STR(CCL_VERSION))));
  ccl_buf_z(out, "\n\n  ");
  ccl_buf_add(out, say(&ccl_cli_say_help_usage, lang));
  ccl_buf_z(out, "\n\n");
  ccl_buf_add(out, say(&ccl_cli_say_help_commands, lang));
  ccl_buf_char(out, '\n');
  for (ccl_command i = 0; i < CCL_COMMAND_NONE; i++) {
    size_t width = ccl_utf8_width(command_left(ccl_command_get(i), lang)) + 4;
    column = width > column ? width : column;
  }
  for (ccl_command i = 0; i < CCL_COMMAND_NONE; i++)
    add_row(out, command_left(ccl_command_get(i), lang), ccl_command_get(i)->about[lang], column);
  add_options(out, CCL_COMMAND_NONE, true, lang);
  ccl_buf_char(out, '\n');
  ccl_buf_add(out, say(&ccl_cli_say_help_more, lang));
  ccl_buf_char(out, '\n');
}

void ccl_help_show(ccl_buf *out, ccl_command command, ccl_lang lang) {
  if (command == CCL_COMMAND_NONE) {
    show_all(out, lang);
    return;
  }
  const ccl_command_row *row = ccl_command_get(command);
  ccl_buf_z(out, "ccl ");
  ccl_buf_add(out, command_left(row, lang));
  ccl_buf_z(out, " [OPTIONS]\n  ");
  ccl_buf_add(out, row->about[lang]);
  ccl_buf_char(out, '\n');
  add_options(out, command, false, lang);
  add_options(out, command, true, lang);
  ccl_buf_char(out, '\n');
  ccl_buf_add(out, say(&ccl_cli_say_help_example, lang));
  ccl_buf_z(out, "\n  ");
  ccl_buf_add(out, row->example);
  ccl_buf_char(out, '\n');
}

void ccl_version_show(ccl_buf *out) {
  ccl_buf_z(out, "ccl " CCL_VERSION "\ntzdata ");
  ccl_buf_add(out, ccl_zone_tzdata_version());
  ccl_buf_char(out, '\n');
}
