/* SPDX-License-Identifier: Apache-2.0 */
/* `ccl check`: reads contracts and makes their findings the result. What is found is for syntax and sema. */
#include "cli/computing.h"
#include "cli/messages.h"
#include "codes/pages.h"
#include "render/findings.h"

/* A code that is not there, with the nearest that may stand in its place. */
static void report_unknown_code(ccl_cli *cli, ccl_str text, bool (*fits)(ccl_code code)) {
  ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_allow_unknown, CCL_NO_SPAN, CCL_ARGS(text));
  ccl_buf names = { 0 };
  for (ccl_code c = CCL_CODE_NONE + 1; c < CCL_CODE_COUNT; c++)
    if (fits(c)) {
      ccl_buf_z(&names, names.len > 0 ? "|" : "");
      ccl_buf_z(&names, ccl_code_text(c));
    }
  ccl_str near = ccl_options_near(text, ccl_buf_str(&names));
  if (near.len > 0)
    ccl_diag_help(diag, &ccl_cli_say_did_you_mean, CCL_ARGS(near));
}

static bool is_warning(ccl_code code) {
  return ccl_code_severity(code) == CCL_WARNING;
}

static bool has_page(ccl_code code) {
  return ccl_page_find(code, CCL_LANG_EN) != NULL;
}

/* The codes of --allow, by ccl_code. False after one that is unknown or an error. */
static bool read_allowed(ccl_cli *cli, bool *allowed) {
  for (size_t i = 0; i < cli->options.values[CCL_OPTION_allow].len; i++) {
    ccl_str text = cli->options.values[CCL_OPTION_allow].items[i];
    ccl_code code = ccl_code_find(text);
    if (code == CCL_CODE_NONE) {
      report_unknown_code(cli, text, is_warning);
      return false;
    }
    if (!is_warning(code)) {
      ccl_report(&cli->diags, &ccl_cli_say_allow_error, CCL_NO_SPAN, CCL_ARGS(text));
      return false;
    }
    allowed[code] = true;
  }
  if (!ccl_options_has(&cli->options, CCL_OPTION_pedantic))
    allowed[CCL_CODE_untested_article] = true;
  return true;
}

/* --explain: the page of a code, and nothing else. */
static int explain(ccl_cli *cli) {
  ccl_str text = ccl_options_value(&cli->options, CCL_OPTION_explain);
  ccl_code code = ccl_code_find(text);
  const ccl_page *page = code == CCL_CODE_NONE ? NULL : ccl_page_find(code, cli->diags.lang);
  if (code == CCL_CODE_NONE)
    report_unknown_code(cli, text, has_page);
  else if (!page)
    ccl_report(&cli->diags, &ccl_cli_say_explain_no_page, CCL_NO_SPAN, CCL_ARGS(text));
  else
    ccl_buf_add(&cli->out, page->text);
  return 0;
}

/* Takes the warnings that are not wanted out of the findings. */
static void leave_out(ccl_diags *diags, const bool *allowed) {
  size_t kept = 0;
  for (size_t i = 0; i < diags->all.len; i++) {
    ccl_diag *diag = diags->all.items[i];
    if (allowed[diag->code])
      diags->warnings--;
    else
      diags->all.items[kept++] = diag;
  }
  diags->all.len = kept;
}

/* A trouble of the world (a file that is not there) is no finding: it goes to standard error, alone. */
static bool has_trouble(const ccl_diags *diags) {
  for (size_t i = 0; i < diags->all.len; i++)
    if (ccl_code_exit(diags->all.items[i]->code) == 2)
      return true;
  return false;
}

/* An amendment alone is judged by its own form: what it amends is not known. */
static void check_group(ccl_cli *cli, const ccl_group *group) {
  const ccl_source *source = ccl_sources_get(&cli->sources, group->trees.items[0]->file);
  if (ccl_group_is_amendment(group)) {
    ccl_lang lang = cli->diags.lang_forced ? cli->diags.lang : source->lang;
    ccl_buf_add(&cli->err, ccl_message_text(&ccl_cli_say_amendment_alone, lang, CCL_ARGS(source->path)));
    ccl_buf_char(&cli->err, '\n');
    return;
  }
  ccl_group_compile(cli, group, NULL);
}

int ccl_cmd_check(ccl_cli *cli) {
  if (ccl_options_has(&cli->options, CCL_OPTION_explain))
    return explain(cli);
  bool allowed[CCL_CODE_COUNT] = { false };
  if (!read_allowed(cli, allowed))
    return 2;
  ccl_contracts contracts = ccl_contracts_read(cli, 0);
  if (has_trouble(&cli->diags))
    return 2;
  for (size_t i = 0; i < contracts.groups.len; i++)
    check_group(cli, contracts.groups.items[i]);
  if (has_trouble(&cli->diags))
    return 2;
  leave_out(&cli->diags, allowed);
  ccl_str format = ccl_options_value(&cli->options, CCL_OPTION_format);
  if (ccl_str_is(format, "json"))
    ccl_findings_json(&cli->out, &cli->diags);
  else if (ccl_str_is(format, "sarif"))
    ccl_findings_sarif(&cli->out, &cli->diags, CCL_VERSION);
  else
    ccl_findings_text(&cli->out, &cli->diags, cli->colour_out);
  cli->result_stands = cli->findings_in_result = true;
  return cli->diags.warnings > 0 && ccl_options_has(&cli->options, CCL_OPTION_deny) ? 1 : 0;
}
