/* SPDX-License-Identifier: Apache-2.0 */
/* From the words of a command line to a run that can be asked (cli.md 1 to 3). */
#include "cli/computing.h"

#include <unistd.h>

#include "cli/input.h"
#include "cli/messages.h"
#include "data/outside.h"

ccl_lang ccl_computing_lang(const ccl_cli *cli, const ccl_plan *plan) {
  return cli->diags.lang_forced ? cli->diags.lang : plan->header.lang;
}

bool ccl_option_split(ccl_cli *cli, ccl_str text, const char *form, ccl_str *name, ccl_str *value) {
  ptrdiff_t at = ccl_str_find(text, CCL_STR("="));
  if (at <= 0 || (size_t)at + 1 == text.len) {
    ccl_report(&cli->diags, &ccl_cli_say_name_value, CCL_NO_SPAN, CCL_ARGS(text, ccl_str_from(form)));
    return false;
  }
  *name = ccl_str_sub(text, 0, (size_t)at);
  *value = ccl_str_sub(text, (size_t)at + 1, text.len);
  return true;
}

/* ---- The contract ---- */

/* A library that is not there is no trouble of the command: sema says at the `use` that there is none. */
static uint32_t read_library(void *self, ccl_str path) {
  ccl_cli *cli = self;
  return access(ccl_str_z(path), F_OK) == 0 ? ccl_input_add(cli, path) : 0;
}

ccl_compiled ccl_group_compile(ccl_cli *cli, const ccl_group *group, ccl_asked *asked) {
  return ccl_compile(&cli->sources, &cli->diags, (const ccl_tree *const *)group->trees.items, group->trees.len, read_library, cli, asked);
}

void ccl_diags_drop_warnings(ccl_diags *diags) {
  size_t kept = 0;
  for (size_t i = 0; i < diags->all.len; i++)
    if (diags->all.items[i]->severity == CCL_ERROR)
      diags->all.items[kept++] = diags->all.items[i];
  diags->all.len = kept;
  diags->warnings = 0;
}

bool ccl_computing_read(ccl_cli *cli, ccl_computing *computing, size_t left) {
  ccl_str command = ccl_command_get(cli->options.command)->name;
  cli->options.operands.len -= left;
  ccl_contracts contracts = ccl_contracts_read(cli, 0);
  cli->options.operands.len += left;
  for (size_t i = 0; i < cli->diags.all.len; i++)
    if (ccl_code_exit(cli->diags.all.items[i]->code) == 2) /* a file that cannot be read: nothing else matters */
      return false;
  if (contracts.groups.len != 1) {
    ccl_report(&cli->diags, &ccl_cli_say_one_contract, CCL_NO_SPAN, CCL_ARGS(command, ccl_str_printf("%zu", contracts.groups.len)));
    return false;
  }
  computing->group = contracts.groups.items[0];
  ccl_node_kind kind = computing->group->trees.items[0]->root->kind;
  if (kind == CCL_NODE_LIBRARY || kind == CCL_NODE_AMENDMENT) {
    ccl_report(&cli->diags, &ccl_cli_say_no_contract, CCL_NO_SPAN, CCL_ARGS(ccl_sources_get(&cli->sources, computing->group->trees.items[0]->file)->path));
    return false;
  }
  return true;
}

bool ccl_computing_compile(ccl_cli *cli, ccl_computing *computing, ccl_asked *asked) {
  computing->compiled = ccl_group_compile(cli, computing->group, asked);
  computing->plan = computing->compiled.plan;
  ccl_diags_drop_warnings(&cli->diags);
  return computing->plan != NULL && cli->diags.errors == 0;
}

/* ---- Periods ---- */

static void report_period(ccl_cli *cli, const ccl_plan *plan, ccl_str text, ccl_period_result result, ccl_period nearest) {
  ccl_cycle cycle = plan->header.cycle;
  ccl_diag *diag;
  if (result == CCL_PERIOD_MALFORMED) {
    diag = ccl_report(&cli->diags, &ccl_cli_say_period_malformed, CCL_NO_SPAN, CCL_ARGS(text));
    ccl_diag_help(diag, &ccl_cli_say_period_write, CCL_ARGS(ccl_period_name(cycle, ccl_cycle_first(cycle))));
    return;
  }
  diag = cycle.contract.to == CCL_DAY_MAX
             ? ccl_report(&cli->diags, &ccl_cli_say_period_not_billed_open, CCL_NO_SPAN, CCL_ARGS(text, ccl_day_text(cycle.contract.from)))
             : ccl_report(&cli->diags, &ccl_cli_say_period_not_billed, CCL_NO_SPAN, CCL_ARGS(text, ccl_day_text(cycle.contract.from), ccl_day_text(cycle.contract.to)));
  ccl_diag_help(diag, &ccl_cli_say_period_nearest, CCL_ARGS(ccl_period_name(cycle, nearest)));
}

static bool read_period(ccl_cli *cli, const ccl_plan *plan, ccl_str text, ccl_period *period) {
  ccl_period_result result = ccl_cycle_parse(plan->header.cycle, text, period);
  if (result != CCL_PERIOD_FOUND)
    report_period(cli, plan, text, result, *period);
  return result == CCL_PERIOD_FOUND;
}

static bool read_periods(ccl_cli *cli, ccl_computing *computing) {
  const ccl_options *options = &cli->options;
  ccl_cycle cycle = computing->plan->header.cycle;
  bool has_period = ccl_options_has(options, CCL_OPTION_period), has_from = ccl_options_has(options, CCL_OPTION_from), has_to = ccl_options_has(options, CCL_OPTION_to_period);
  if (!has_period && !has_from && !has_to) {
    ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_period_missing, CCL_NO_SPAN, CCL_ARGS(ccl_command_get(options->command)->name));
    ccl_diag_help(diag, &ccl_cli_say_period_write, CCL_ARGS(ccl_period_name(cycle, ccl_cycle_first(cycle))));
    return false;
  }
  if (has_from != has_to || (has_period && has_from)) {
    ccl_report(&cli->diags, &ccl_cli_say_period_or_range, CCL_NO_SPAN, CCL_NO_ARGS);
    return false;
  }
  ccl_period first, last;
  if (!read_period(cli, computing->plan, ccl_options_value(options, has_period ? CCL_OPTION_period : CCL_OPTION_from), &first))
    return false;
  last = first;
  if (has_to && !read_period(cli, computing->plan, ccl_options_value(options, CCL_OPTION_to_period), &last))
    return false;
  if (last.number < first.number) {
    ccl_report(&cli->diags, &ccl_cli_say_period_inverted, CCL_NO_SPAN, CCL_ARGS(ccl_period_name(cycle, first), ccl_period_name(cycle, last)));
    return false;
  }
  for (int64_t number = first.number; number <= last.number; number++) {
    ccl_period period;
    if (ccl_cycle_period(cycle, number, &period))
      ccl_vec_push(&computing->periods, period);
  }
  return true;
}

/* ---- --data ---- */

static const struct {
  const char *name;
  ccl_format format;
} formats[] = {
  { "csv", CCL_FORMAT_CSV }, { "tsv", CCL_FORMAT_TSV }, { "jsonl", CCL_FORMAT_JSON_LINES }, { "ndjson", CCL_FORMAT_JSON_LINES }, { "json", CCL_FORMAT_JSON },
};

/* The name of a format, with or without .gz. */
static bool read_format(ccl_str name, ccl_data_file *file) {
  if (ccl_str_ends(name, CCL_STR(".gz"))) {
    file->gzipped = true;
    name = ccl_str_sub(name, 0, name.len - 3);
  }
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (ccl_str_is(name, formats[i].name)) {
      file->format = formats[i].format;
      return true;
    }
  return false;
}

/* By the path's ending; any other ending is read as CSV, and the reader says when it is none. */
static void format_by_path(ccl_str path, ccl_data_file *file) {
  ccl_str name = path;
  file->format = CCL_FORMAT_CSV;
  if (ccl_str_ends(name, CCL_STR(".gz"))) {
    file->gzipped = true;
    name = ccl_str_sub(name, 0, name.len - 3);
  }
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (ccl_str_ends(name, ccl_str_printf(".%s", formats[i].name)))
      file->format = formats[i].format;
}

static ccl_str activity_list(const ccl_plan *plan, const char *between) {
  ccl_str *names = ccl_new_array(ccl_str, plan->activities_count);
  for (size_t i = 0; i < plan->activities_count; i++)
    names[i] = plan->activities[i].name;
  return ccl_str_join(names, plan->activities_count, ccl_str_from(between));
}

static uint32_t find_activity(const ccl_plan *plan, ccl_str name) {
  for (size_t i = 0; i < plan->activities_count; i++)
    if (ccl_str_eq(plan->activities[i].name, name))
      return (uint32_t)i;
  return CCL_NONE;
}

/* `calls=…`, `calls:csv=…`: at the first = whose left side is an activity. 1: found, 0: not that form, −1: reported. */
static int split_data(ccl_cli *cli, const ccl_plan *plan, ccl_str text, ccl_data_file *file) {
  for (size_t at = 0; at < text.len; at++) {
    if (text.ptr[at] != '=')
      continue;
    ccl_str left = ccl_str_sub(text, 0, at);
    ptrdiff_t colon = ccl_str_find(left, CCL_STR(":"));
    file->activity = find_activity(plan, colon < 0 ? left : ccl_str_sub(left, 0, (size_t)colon));
    if (file->activity == CCL_NONE)
      continue;
    file->path = ccl_str_sub(text, at + 1, text.len);
    if (colon < 0) {
      format_by_path(file->path, file);
      return 1;
    }
    ccl_str format = ccl_str_sub(left, (size_t)colon + 1, left.len);
    if (read_format(format, file))
      return 1;
    ccl_diag_help(ccl_report(&cli->diags, &ccl_cli_say_data_format, CCL_NO_SPAN, CCL_ARGS(format)), &ccl_cli_say_one_of, CCL_ARGS(CCL_STR("csv, tsv, jsonl, ndjson, json, csv.gz …")));
    return -1;
  }
  return 0;
}

static bool read_data_option(ccl_cli *cli, ccl_computing *computing, ccl_str text) {
  const ccl_plan *plan = computing->plan;
  ccl_data_file file = { 0 };
  int split = split_data(cli, plan, text, &file);
  if (split < 0)
    return false;
  if (split == 0 && plan->activities_count != 1) {
    ptrdiff_t equals = ccl_str_find(text, CCL_STR("="));
    if (plan->activities_count == 0) {
      ccl_report(&cli->diags, &ccl_cli_say_data_none, CCL_NO_SPAN, CCL_NO_ARGS);
      return false;
    }
    if (equals > 0) {
      ccl_str name = ccl_str_sub(text, 0, (size_t)equals), near = ccl_options_near(name, activity_list(plan, "|"));
      ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_data_unknown, CCL_NO_SPAN, CCL_ARGS(name));
      if (near.len > 0)
        ccl_diag_help(diag, &ccl_cli_say_did_you_mean, CCL_ARGS(near));
      else
        ccl_diag_help(diag, &ccl_cli_say_one_of, CCL_ARGS(activity_list(plan, ", ")));
      return false;
    }
    ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_data_which, CCL_NO_SPAN, CCL_ARGS(activity_list(plan, ", "), text));
    ccl_diag_help(diag, &ccl_cli_say_data_which_help, CCL_ARGS(plan->activities[0].name, text));
    return false;
  }
  if (split == 0) {
    file.activity = 0;
    file.path = text;
    format_by_path(text, &file);
  }
  if (ccl_str_is(file.path, "-")) {
    if (cli->stdin_used) {
      ccl_report(&cli->diags, &ccl_cli_say_stdin_twice, CCL_NO_SPAN, CCL_NO_ARGS);
      return false;
    }
    cli->stdin_used = true;
  }
  ccl_vec_push(&computing->files, file);
  return true;
}

/* ---- --input, --inputs, --series ---- */

static bool read_outside(ccl_cli *cli, ccl_computing *computing) {
  const ccl_plan *plan = computing->plan;
  CCL_VEC(ccl_typed_input) inputs = { 0 };
  CCL_VEC(ccl_series_file) series = { 0 };
  for (size_t i = 0; i < cli->options.values[CCL_OPTION_input].len; i++) {
    ccl_str name, value, text = cli->options.values[CCL_OPTION_input].items[i];
    if (!ccl_option_split(cli, text, "NAME=VALUE", &name, &value))
      return false;
    ccl_typed_input typed = { CCL_NONE, value };
    ccl_buf names = { 0 };
    for (size_t k = 0; k < plan->inputs_count; k++) {
      ccl_buf_z(&names, k == 0 ? "" : "|");
      ccl_buf_add(&names, plan->inputs[k].name);
      if (ccl_str_eq(plan->inputs[k].name, name))
        typed.input = (uint32_t)k;
    }
    if (typed.input == CCL_NONE) {
      ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_input_unknown, CCL_NO_SPAN, CCL_ARGS(name));
      ccl_str near = ccl_options_near(name, ccl_buf_str(&names));
      if (near.len > 0)
        ccl_diag_help(diag, &ccl_cli_say_did_you_mean, CCL_ARGS(near));
      return false;
    }
    ccl_vec_push(&inputs, typed);
  }
  if (inputs.len > 0 && computing->periods.len > 1) {
    ccl_report(&cli->diags, &ccl_cli_say_input_with_range, CCL_NO_SPAN, CCL_NO_ARGS);
    return false;
  }
  for (size_t i = 0; i < cli->options.values[CCL_OPTION_series].len; i++) {
    ccl_str name, path, text = cli->options.values[CCL_OPTION_series].items[i];
    if (!ccl_option_split(cli, text, "NAME=FILE", &name, &path))
      return false;
    ccl_series_file file = { CCL_NONE, path };
    for (size_t k = 0; k < plan->series_count; k++)
      if (ccl_str_eq(plan->series[k].name, name))
        file.series = (uint32_t)k;
    if (file.series == CCL_NONE) {
      ccl_report(&cli->diags, &ccl_cli_say_series_unknown, CCL_NO_SPAN, CCL_ARGS(name));
      return false;
    }
    ccl_vec_push(&series, file);
  }
  ccl_outside outside = { inputs.items, inputs.len, computing->periods.items[0].days,
                          cli->options.values[CCL_OPTION_inputs].items, cli->options.values[CCL_OPTION_inputs].len, series.items, series.len };
  return ccl_outside_read(plan, &cli->diags, &outside, &computing->supply);
}

/* ---- The engine's options ---- */

static bool read_whole(ccl_str text, uint64_t most, uint64_t *number) {
  *number = 0;
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] < '0' || text.ptr[i] > '9' || *number > most)
      return false;
    *number = *number * 10 + (uint64_t)(text.ptr[i] - '0');
  }
  return text.len > 0 && *number <= most;
}

/* "512M", "2G", "65536" */
static bool read_size(ccl_str text, uint64_t *bytes) {
  static const char letters[] = "KMG";
  uint64_t unit = 1;
  for (size_t i = 0; text.len > 1 && letters[i] != 0; i++)
    if (text.ptr[text.len - 1] == letters[i]) {
      unit = UINT64_C(1) << (10 * (i + 1));
      text.len--;
      break;
    }
  if (!read_whole(text, UINT64_MAX / unit / 16, bytes) || *bytes == 0)
    return false;
  *bytes *= unit;
  return true;
}

/* Whether --debug has this value. */
static bool is_debugged(const ccl_cli *cli, const char *wanted) {
  for (size_t i = 0; i < cli->options.values[CCL_OPTION_debug].len; i++)
    if (ccl_str_is(cli->options.values[CCL_OPTION_debug].items[i], wanted))
      return true;
  return false;
}

static bool read_engine_options(ccl_cli *cli, ccl_engine_options *options) {
  ccl_str encoding = ccl_options_value(&cli->options, CCL_OPTION_encoding), memory = ccl_options_value(&cli->options, CCL_OPTION_memory);
  ccl_str threads = ccl_options_value(&cli->options, CCL_OPTION_threads);
  *options = (ccl_engine_options){ .sha256 = !ccl_str_is(ccl_options_value(&cli->options, CCL_OPTION_digest), "none"),
                                   .reject = ccl_options_has(&cli->options, CCL_OPTION_reject), .threads = 1 };
  options->encoding = ccl_str_is(encoding, "latin1") ? CCL_ENCODING_LATIN1 : ccl_str_is(encoding, "cp1252") ? CCL_ENCODING_CP1252 : CCL_ENCODING_UTF8;
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  uint64_t count = cores > 0 ? (uint64_t)cores : 1;
  if (threads.len > 0 && (!read_whole(threads, 1024, &count) || count == 0)) {
    ccl_report(&cli->diags, &ccl_cli_say_wrong_count, CCL_NO_SPAN, CCL_ARGS(threads));
    return false;
  }
  options->threads = (unsigned)count;
  if (memory.len > 0 && !read_size(memory, &options->memory)) {
    ccl_diag_help(ccl_report(&cli->diags, &ccl_cli_say_wrong_size, CCL_NO_SPAN, CCL_ARGS(memory)), &ccl_cli_say_write_size, CCL_NO_ARGS);
    return false;
  }
  for (size_t i = 0; i < cli->options.values[CCL_OPTION_debug].len; i++) {
    ccl_str value = cli->options.values[CCL_OPTION_debug].items[i];
    uint64_t block;
    if (ccl_str_starts(value, CCL_STR("block=")) && read_whole(ccl_str_sub(value, 6, value.len), UINT32_MAX, &block))
      options->block = (size_t)block;
  }
  options->plain = is_debugged(cli, "simd=off");
  options->by_rows = is_debugged(cli, "columns=off");
  return true;
}

/* On a terminal files that take long show how far they are; --debug progress=on: at once, and anywhere. */
static ccl_watch watch_files(ccl_cli *cli, const ccl_computing *computing) {
  bool at_once = is_debugged(cli, "progress=on");
  if (!at_once && !isatty(STDERR_FILENO))
    return (ccl_watch){ NULL, NULL };
  ccl_str *paths = ccl_new_array(ccl_str, computing->files.len);
  for (size_t i = 0; i < computing->files.len; i++)
    paths[i] = computing->files.items[i].path;
  return ccl_progress_begin(&cli->progress, paths, computing->files.len, cli->diags.lang, at_once ? 0 : 1000);
}

bool ccl_computing_open(ccl_cli *cli, ccl_computing *computing) {
  ccl_engine_options options;
  if (!read_periods(cli, computing) || !read_engine_options(cli, &options))
    return false;
  for (size_t i = 0; i < cli->options.values[CCL_OPTION_data].len; i++)
    if (!read_data_option(cli, computing, cli->options.values[CCL_OPTION_data].items[i]))
      return false;
  if (!read_outside(cli, computing))
    return false;
  options.watch = watch_files(cli, computing);
  computing->engine = ccl_engine_new(computing->plan, &computing->supply, &cli->diags, options, computing->files.items, computing->files.len, NULL, 0);
  computing->run = ccl_run_new(computing->plan, &computing->supply, computing->engine, &cli->diags, NULL);
  return true;
}

void ccl_computing_save_rejected(ccl_cli *cli, const ccl_computing *computing) {
  if (!ccl_options_has(&cli->options, CCL_OPTION_reject))
    return;
  ccl_save save = { ccl_options_value(&cli->options, CCL_OPTION_reject), ccl_engine_rejected(computing->engine) };
  ccl_vec_push(&cli->saves, save);
}
