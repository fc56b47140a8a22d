/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The program `ccl`: starts memory, reads the command line, runs the command, writes its result and its findings, and
 * ends. The only file that ends the program.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "render/findings.h"
#include "value/rational.h"

#define EXIT_WORLD 2 /* usage, files, memory */
#define EXIT_BUG 70

/* A file that we open must never become standard output: descriptors 0 to 2 are taken first, so that using a closed one
 * fails. */
static void open_standard_descriptors(void) {
  for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
    if (fcntl(i, F_GETFD) < 0 && errno == EBADF && open("/dev/null", i == STDIN_FILENO ? O_WRONLY : O_RDONLY) != i)
      _exit(EXIT_WORLD);
}

/* Memory has ended: the message is written from constants. One handler for each language, since a handler is told
 * nothing. */
static void end_exhausted(const char *head, const char *message) {
  char text[200];
  int length = snprintf(text, sizeof text, "%s%s\n", head, message);
  ccl_output_warn((ccl_str){ text, length > 0 && (size_t)length < sizeof text ? (size_t)length : 0 });
  _exit(EXIT_WORLD);
}

static void exhausted_en(void) {
  end_exhausted("error[out-of-memory]: ", ccl_cli_say_out_of_memory.en);
}

static void exhausted_fr(void) {
  end_exhausted("erreur[out-of-memory] : ", ccl_cli_say_out_of_memory.fr);
}

static void end_bug(const char *file, int line, const char *what, ccl_lang lang) {
  ccl_buf text = { 0 };
  ccl_buf_add(&text, ccl_message_text(&ccl_cli_say_bug, lang,
                                      CCL_ARGS(CCL_STR(CCL_VERSION), ccl_str_from(what), ccl_str_from(file),
                                               ccl_str_printf("%d", line))));
  ccl_buf_z(&text, "\n  = ");
  ccl_buf_add(&text, ccl_message_text(&ccl_cli_say_bug_report, lang, CCL_NO_ARGS));
  ccl_buf_char(&text, '\n');
  ccl_output_warn(ccl_buf_str(&text));
  _exit(EXIT_BUG);
}

static void bug_en(const char *file, int line, const char *what) {
  end_bug(file, line, what, CCL_LANG_EN);
}

static void bug_fr(const char *file, int line, const char *what) {
  end_bug(file, line, what, CCL_LANG_FR);
}

static void set_handlers(ccl_lang lang) {
  ccl_mem_on_exhausted(lang == CCL_LANG_FR ? exhausted_fr : exhausted_en);
  ccl_on_bug(lang == CCL_LANG_FR ? bug_fr : bug_en);
}

/* The language of the environment: the first of LC_ALL, LC_MESSAGES, LANG that says anything. */
static ccl_lang environment_lang(void) {
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value)
      return value[0] == 'f' && value[1] == 'r' ? CCL_LANG_FR : CCL_LANG_EN;
  }
  return CCL_LANG_EN;
}

/* --lang counts even where the command line is wrong otherwise: it is looked for first. */
static void find_lang(ccl_diags *diags, int count, char **words) {
  diags->lang = environment_lang();
  for (int i = 0; i < count && !ccl_str_is(ccl_str_from(words[i]), "--"); i++) {
    ccl_str word = ccl_str_from(words[i]), value = { 0 };
    if (ccl_str_is(word, "--lang") && i + 1 < count)
      value = ccl_str_from(words[i + 1]);
    else if (ccl_str_starts(word, CCL_STR("--lang=")))
      value = ccl_str_sub(word, 7, word.len);
    bool french = ccl_str_is(value, "fr");
    if (!french && !ccl_str_is(value, "en"))
      continue;
    diags->lang_forced = true;
    diags->lang = french ? CCL_LANG_FR : CCL_LANG_EN;
  }
}

static bool takes_colour(const ccl_options *options, int descriptor) {
  ccl_str when = ccl_options_value(options, CCL_OPTION_color);
  if (when.len > 0 && !ccl_str_is(when, "auto"))
    return ccl_str_is(when, "always");
  const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
  return !(no && *no) && terminal && !ccl_str_is(ccl_str_from(terminal), "dumb") && isatty(descriptor);
}

/* --debug out-of-memory=N: the N-th allocation from now fails, for the tests of that end. Other names are for the commands
 * (computing.c). */
static bool set_debug(ccl_cli *cli) {
  for (size_t i = 0; i < cli->options.values[CCL_OPTION_debug].len; i++) {
    ccl_str value = cli->options.values[CCL_OPTION_debug].items[i];
    if (ccl_str_is(value, "simd=off") || ccl_str_is(value, "columns=off") ||
        ccl_str_is(value, "progress=on"))
      continue;
    ptrdiff_t equals = ccl_str_find(value, CCL_STR("="));
    ccl_str name = ccl_str_sub(value, 0, equals < 0 ? 0 : (size_t)equals);
    ccl_str digits = ccl_str_sub(value, (size_t)(equals + 1), value.len);
    uint64_t number = 0;
    bool known = (ccl_str_is(name, "out-of-memory") || ccl_str_is(name, "block")) && digits.len > 0 && digits.len < 18;
    for (size_t k = 0; known && k < digits.len; k++) {
      known = digits.ptr[k] >= '0' && digits.ptr[k] <= '9';
      number = number * 10 + (uint64_t)(unsigned char)(digits.ptr[k] - '0');
    }
    if (!known) {
      ccl_report(&cli->diags, &ccl_cli_say_debug_unknown, CCL_NO_SPAN, CCL_ARGS(value));
      return false;
    }
    if (ccl_str_is(name, "out-of-memory"))
      ccl_mem_fail_at(number);
  }
  return true;
}

static int run_command(ccl_cli *cli) {
  typedef int run_function(ccl_cli * cli);
  static run_function *const functions[] = {
#define COMMAND(id, name, run, least, most, operands_en, operands_fr, en, fr, example) [CCL_COMMAND_##id] = run,
#define OPTION(id, name, kind, commands, value_en, value_fr, en, fr)
#define CHOICES(option, commands, values)
#include "cli/commands.def"
#undef COMMAND
#undef OPTION
#undef CHOICES
  };
  if (ccl_options_has(&cli->options, CCL_OPTION_help))
    ccl_help_show(&cli->out, cli->options.command, cli->diags.lang);
  else if (ccl_options_has(&cli->options, CCL_OPTION_version))
    ccl_version_show(&cli->out);
  else if (set_debug(cli))
    return functions[cli->options.command](cli);
  return 0;
}

/* Runs the command and writes its result. What goes wrong with the writing is said in `trouble`. Returns the exit code.
 */
static int run(ccl_cli *cli, ccl_diags *trouble, int count, char **words) {
  cli->diags.sources = &cli->sources;
  find_lang(&cli->diags, count, words);
  set_handlers(cli->diags.lang);
  *trouble = cli->diags;
  int status = 0;
  if (ccl_options_parse(&cli->options, &cli->diags, count, words)) {
    cli->colour_out = takes_colour(&cli->options, STDOUT_FILENO);
    cli->colour_err = takes_colour(&cli->options, STDERR_FILENO);
    status = run_command(cli);
    ccl_progress_end(&cli->progress);
  }
  if (ccl_diags_exit(&cli->diags) != 0)
    status = ccl_diags_exit(&cli->diags);
  if (status != 0 && !cli->result_stands)
    return status;
  for (size_t i = 0; status == 0 && i < cli->saves.len; i++)
    if (!ccl_output_save(trouble, cli->saves.items[i].path, cli->saves.items[i].text))
      status = EXIT_WORLD;
  return ccl_output_print(trouble, ccl_buf_str(&cli->out)) ? status : EXIT_WORLD;
}

int main(int argc, char **argv) {
  open_standard_descriptors();
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN); /* a limit on files is a disk that is full */
  ccl_mem_init();
  set_handlers(CCL_LANG_EN);
  ccl_rat_init();
  ccl_cli *cli = ccl_new(ccl_cli);
  ccl_diags trouble = { 0 };
  int status = run(cli, &trouble, argc > 0 ? argc - 1 : 0, argv + 1);
  ccl_buf text = { 0 };
  ccl_buf_add(&text, ccl_buf_str(&cli->err));
  if (!cli->findings_in_result)
    ccl_findings_text(&text, &cli->diags, cli->colour_err);
  ccl_findings_text(&text, &trouble, cli->colour_err);
  ccl_output_warn(ccl_buf_str(&text));
  ccl_mem_release();
  return status;
}
