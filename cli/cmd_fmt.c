/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `ccl fmt`: lays contracts out, in place, or rewrites them in the other language. A file that cannot be read without
 * an error stays as it is. How a page looks is for syntax, which names change with the language for sema; main.c
 * writes the files.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"
#include "base/utf8.h"
#include "cli/contracts.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "render/changes.h"
#include "sema/translate.h"
#include "session/compile.h"
#include "syntax/format.h"
#include "syntax/parse.h"

typedef CCL_VEC(const ccl_tree *) ccl_shelf;

/* What was asked for. */
typedef struct fmt_wish {
  bool from_stdin, check, diff;
  bool translates;
  ccl_lang to;
} fmt_wish;

static bool refuse(ccl_cli *cli, const ccl_message *message, const ccl_message *help) {
  ccl_diag *diag = ccl_report(&cli->diags, message, CCL_NO_SPAN, CCL_NO_ARGS);
  if (help)
    ccl_diag_help(diag, help, CCL_NO_ARGS);
  return false;
}

/* The operands and options that fit together. False: reported. */
static bool read_wish(ccl_cli *cli, fmt_wish *wish) {
  wish->from_stdin = ccl_options_has(&cli->options, CCL_OPTION_stdin);
  wish->check = ccl_options_has(&cli->options, CCL_OPTION_check);
  wish->diff = ccl_options_has(&cli->options, CCL_OPTION_diff);
  wish->translates = ccl_options_has(&cli->options, CCL_OPTION_to);
  wish->to = ccl_str_is(ccl_options_value(&cli->options, CCL_OPTION_to), "fr") ? CCL_LANG_FR : CCL_LANG_EN;
  if (wish->from_stdin && cli->options.operands.len > 0)
    return refuse(cli, &ccl_cli_say_fmt_stdin_files, NULL);
  if (wish->from_stdin) {
    ccl_vec_push(&cli->options.operands, CCL_STR("-"));
    return true;
  }
  if (cli->options.operands.len == 0) {
    const ccl_command_row *row = ccl_command_get(CCL_COMMAND_fmt);
    ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_operand_missing, CCL_NO_SPAN, CCL_ARGS(CCL_STR("ccl fmt")));
    ccl_diag_help(diag, &ccl_cli_say_write_command, CCL_ARGS(CCL_STR("ccl fmt"), row->operands[diag->lang]));
    return false;
  }
  for (size_t i = 0; i < cli->options.operands.len; i++)
    if (ccl_str_is(cli->options.operands.items[i], "-") && !wish->check && !wish->diff)
      return refuse(cli, &ccl_cli_say_fmt_dash, &ccl_cli_say_fmt_use_stdin);
  return true;
}

static bool was_read(const ccl_cli *cli, const ccl_tree *tree) {
  for (size_t i = 0; i < cli->diags.all.len; i++)
    if (cli->diags.all.items[i]->span.file == tree->file && cli->diags.all.items[i]->severity == CCL_ERROR)
      return false;
  return cli->diags.dropped == 0;
}

/* ---- What the file may name ---- */

static bool is_there(ccl_str path) {
  return access(ccl_str_z(path), F_OK) == 0;
}

/* The libraries beside the contract that a tree uses, and those that these use. What is wrong with them is for `ccl
 * check`. */
static void add_libraries(ccl_cli *aside, ccl_shelf *shelf, ccl_map *known, ccl_str contract, ccl_str path,
                          const ccl_tree *tree) {
  const ccl_node *root = tree->root;
  for (uint32_t i = 0; i < ccl_node_len(root); i++) {
    const ccl_node *use = ccl_node_at(root, i);
    if (use->kind != CCL_NODE_USE)
      continue;
    ccl_str written = ccl_node_get(use, CCL_SLOT_USE_LIBRARY)->text;
    ccl_str library =
        ccl_str_starts(written, CCL_STR("./")) ? ccl_library_path(contract, path, written) : (ccl_str){ 0 };
    if (library.len == 0 || ccl_map_find(known, library) || !is_there(library))
      continue;
    ccl_map_put(known, library, shelf);
    uint32_t file = ccl_input_add(aside, library);
    if (file == 0)
      continue;
    const ccl_tree *read = ccl_parse_tree(&aside->sources, &aside->diags, file);
    ccl_vec_push(shelf, read);
    add_libraries(aside, shelf, known, contract, library, read);
  }
}

/* The trees of a group and of its libraries: a name that one of them declares is not one of the language. */
static ccl_shelf fill_shelf(ccl_cli *cli, const ccl_group *group) {
  ccl_shelf shelf = { 0 };
  ccl_map known = { 0 };
  ccl_cli *aside = ccl_new(ccl_cli);
  aside->diags.sources = &aside->sources;
  ccl_str contract = ccl_sources_get(&cli->sources, group->trees.items[0]->file)->path;
  for (size_t i = 0; i < group->trees.len; i++) {
    const ccl_tree *tree = group->trees.items[i];
    ccl_vec_push(&shelf, tree);
    add_libraries(aside, &shelf, &known, contract, ccl_sources_get(&cli->sources, tree->file)->path, tree);
  }
  return shelf;
}

/* ---- One file ---- */

/* False: the names of the file do not let it be translated; reported. */
static bool make_text(ccl_cli *cli, const fmt_wish *wish, const ccl_shelf *shelf, const ccl_tree *tree, ccl_str *text) {
  if (!wish->translates) {
    *text = ccl_format(&cli->sources, tree);
    return true;
  }
  ccl_translation made = ccl_translate(&cli->sources, tree, shelf->items, shelf->len, wish->to);
  *text = made.text;
  for (size_t i = 0; i < made.clashes.len; i++) {
    const ccl_node *name = made.clashes.items[i];
    const ccl_message *message = wish->to == CCL_LANG_FR ? &ccl_cli_say_fmt_clash_fr : &ccl_cli_say_fmt_clash_en;
    bool own = name->span.file == tree->file;
    ccl_diag *diag = ccl_report(&cli->diags, message, own ? name->span : CCL_NO_SPAN, CCL_ARGS(name->text));
    ccl_diag_help(diag, &ccl_cli_say_fmt_clash_help, CCL_ARGS(name->text));
  }
  return made.clashes.len == 0;
}

/* A mark of byte order is not part of a source's text: the file is longer by it. */
static bool has_mark(const ccl_source *source) {
  struct stat file;
  return !ccl_str_is(source->path, "-") && stat(ccl_str_z(source->path), &file) == 0 && S_ISREG(file.st_mode) &&
         (size_t)file.st_size == source->text.len + 3;
}

/* Puts the result where it is wanted. True when the file changes. */
static bool put(ccl_cli *cli, const fmt_wish *wish, const ccl_source *source, ccl_str text) {
  bool changes = !ccl_str_eq(text, source->text) || has_mark(source);
  if (wish->check && changes && !wish->diff) {
    ccl_buf_add(&cli->out, ccl_utf8_escape(source->path, SIZE_MAX));
    ccl_buf_char(&cli->out, '\n');
  }
  if (wish->diff)
    ccl_changes_text(&cli->out, source->path, source->text, text);
  if (wish->check || wish->diff)
    return changes;
  if (wish->from_stdin) {
    ccl_buf_add(&cli->out, text);
  } else if (changes) {
    ccl_save save = { source->path, text };
    ccl_vec_push(&cli->saves, save);
  }
  return changes;
}

static void note_amendment(ccl_cli *cli, const ccl_tree *tree) {
  const ccl_source *source = ccl_sources_get(&cli->sources, tree->file);
  ccl_lang lang = cli->diags.lang_forced ? cli->diags.lang : source->lang;
  ccl_buf_add(&cli->err, ccl_message_text(&ccl_cli_say_amendment_alone, lang, CCL_ARGS(source->path)));
  ccl_buf_char(&cli->err, '\n');
}

static bool put_group(ccl_cli *cli, const fmt_wish *wish, const ccl_group *group) {
  bool changes = false;
  ccl_shelf shelf = { 0 };
  if (wish->translates)
    shelf = fill_shelf(cli, group);
  if (ccl_group_is_amendment(group))
    note_amendment(cli, group->trees.items[0]);
  for (size_t i = 0; i < group->trees.len; i++) {
    const ccl_tree *tree = group->trees.items[i];
    ccl_str text;
    if (was_read(cli, tree) && make_text(cli, wish, &shelf, tree, &text))
      changes = put(cli, wish, ccl_sources_get(&cli->sources, tree->file), text) || changes;
  }
  return changes;
}

int ccl_cmd_fmt(ccl_cli *cli) {
  fmt_wish wish = { 0 };
  if (!read_wish(cli, &wish))
    return 2;
  ccl_contracts contracts = ccl_contracts_read(cli, 0);
  bool changes = false;
  for (size_t i = 0; i < contracts.groups.len; i++)
    changes = put_group(cli, &wish, contracts.groups.items[i]) || changes;
  cli->result_stands = wish.check || wish.diff;
  return wish.check && changes ? 1 : 0;
}
