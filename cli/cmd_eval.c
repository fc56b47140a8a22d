/* SPDX-License-Identifier: Apache-2.0 */
/* `ccl eval`: the value of one expression in a contract, as VALUE UNIT. */
#include "cli/computing.h"
#include "cli/messages.h"
#include "invoice/shown.h"
#include "syntax/parse.h"

/* The expression in the language of the contract; its own source, named as it was typed. */
static ccl_asked parse_asked(ccl_cli *cli, const ccl_tree *contract, ccl_str text) {
  uint32_t file = ccl_sources_add(&cli->sources, CCL_STR("EXPR"), text, true);
  ccl_tree *tree = ccl_new(ccl_tree);
  *tree = (ccl_tree){ .root = ccl_parse_expression(&cli->sources, &cli->diags, file, contract->lang), .file = file, .lang = contract->lang };
  return (ccl_asked){ .tree = tree };
}

/* --for NAME=VALUE …: the names, before the contract is compiled. */
static bool split_groups(ccl_cli *cli, ccl_str **names, ccl_str **values, size_t *count) {
  *count = cli->options.values[CCL_OPTION_group].len;
  *names = ccl_new_array(ccl_str, *count);
  *values = ccl_new_array(ccl_str, *count);
  for (size_t i = 0; i < *count; i++)
    if (!ccl_option_split(cli, cli->options.values[CCL_OPTION_group].items[i], "NAME=VALUE", &(*names)[i], &(*values)[i]))
      return false;
  return true;
}

/* A value of a dimension as typed. */
static bool read_group_value(const ccl_plan *plan, const ccl_dim *dim, ccl_str text, ccl_value *value) {
  ccl_day day;
  ccl_rat number;
  switch ((int)dim->type.kind) {
  case CCL_KIND_CHOICE:
    for (size_t i = 0; i < dim->choice_count; i++)
      if (ccl_str_eq(plan->choices[dim->choices[i]], text)) {
        *value = ccl_value_choice(dim->choices[i]);
        return true;
      }
    return false;
  case CCL_KIND_TEXT:
    *value = ccl_value_text(text);
    return true;
  case CCL_KIND_DATE:
    if (!ccl_day_parse(text, &day))
      return false;
    *value = ccl_value_day(day);
    return true;
  case CCL_KIND_BOOL:
    *value = ccl_value_bool(ccl_str_is(text, "true"));
    return ccl_str_is(text, "true") || ccl_str_is(text, "false");
  case CCL_KIND_NUMBER:
    if (!ccl_rat_parse(text, &number))
      return false;
    *value = ccl_value_number(ccl_rat_mul(number, dim->type.unit->scale));
    return true;
  default:
    return false;
  }
}

static bool read_group(ccl_cli *cli, const ccl_plan *plan, const ccl_asked *asked, const ccl_str *values, ccl_figure *figure) {
  ccl_value *group = ccl_new_array(ccl_value, asked->dim_count);
  for (size_t i = 0; i < asked->dim_count; i++)
    if (!read_group_value(plan, &plan->dims[asked->dim_numbers[i]], values[i], &group[i])) {
      ccl_report(&cli->diags, &ccl_cli_say_group_unknown, CCL_NO_SPAN, CCL_ARGS(asked->dims[i], values[i]));
      return false;
    }
  figure->dims = asked->dim_numbers;
  figure->group = group;
  figure->group_count = asked->dim_count;
  return true;
}

/* Of articles of one name (clause 8) the last one that is in force in the period, else the last one. */
static bool read_article(ccl_cli *cli, const ccl_plan *plan, ccl_figure *figure) {
  bool is_in_force = false;
  figure->article = CCL_NONE;
  ccl_str name = ccl_options_value(&cli->options, CCL_OPTION_article);
  if (!ccl_options_has(&cli->options, CCL_OPTION_article))
    return true;
  ccl_buf names = { 0 };
  for (size_t i = 0; i < plan->articles_count; i++) {
    ccl_buf_z(&names, i == 0 ? "" : "|");
    ccl_buf_add(&names, plan->articles[i].name);
    if (!ccl_str_eq(plan->articles[i].name, name))
      continue;
    bool has_day = !ccl_days_is_empty(ccl_days_and(plan->articles[i].in_force, figure->period));
    if (has_day || !is_in_force)
      figure->article = (uint32_t)i;
    is_in_force = is_in_force || has_day;
  }
  if (figure->article != CCL_NONE)
    return true;
  ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_article_unknown, CCL_NO_SPAN, CCL_ARGS(name));
  ccl_str near = ccl_options_near(name, ccl_buf_str(&names));
  if (near.len > 0)
    ccl_diag_help(diag, &ccl_cli_say_did_you_mean, CCL_ARGS(near));
  return false;
}

/* A decimal point in both languages; a fraction when the decimal has no end. */
static void show(ccl_cli *cli, const ccl_plan *plan, ccl_type type, ccl_value value) {
  ccl_str text = ccl_shown_key(plan, type, value), unit = { 0 };
  if (value.kind == CCL_KIND_NUMBER) {
    ccl_shown shown = ccl_shown_figure(value.as.number, type.unit);
    text = shown.exact.len > 0 ? shown.exact : shown.decimal;
    if (!ccl_dimension_is_number(type.unit->dimension))
      unit = ccl_unit_text(type.unit, plan->header.lang, ccl_shown_is_plural(value.as.number, type.unit, plan->header.lang));
  }
  ccl_buf_add(&cli->out, text);
  if (unit.len > 0) {
    ccl_buf_char(&cli->out, ' ');
    ccl_buf_add(&cli->out, unit);
  }
  ccl_buf_char(&cli->out, '\n');
}

int ccl_cmd_eval(ccl_cli *cli) {
  ccl_computing computing = { 0 };
  size_t last = cli->options.operands.len - 1;
  ccl_str *names, *values;
  size_t count;
  if (!split_groups(cli, &names, &values, &count))
    return 2;
  /* The language of the contract is known only when it has been read: it is compiled with the expression at once. */
  ccl_asked asked = { 0 };
  if (!ccl_computing_read(cli, &computing, 1))
    return 1;
  asked = parse_asked(cli, computing.group->trees.items[0], cli->options.operands.items[last]);
  asked.dims = names;
  asked.dim_count = count;
  ccl_figure figure = { 0 };
  if (!ccl_computing_compile(cli, &computing, &asked) || asked.expr == NULL || !ccl_computing_open(cli, &computing))
    return 1;
  figure.period = computing.periods.items[0].days;
  if (!read_article(cli, computing.plan, &figure) || !read_group(cli, computing.plan, &asked, values, &figure))
    return 1;
  figure.expr = asked.expr;
  ccl_value value;
  if (!ccl_run_prepare(computing.run, NULL, 0, &figure, 1) || !ccl_run_figure(computing.run, &figure, &value))
    return 1;
  show(cli, computing.plan, asked.expr->type, value);
  ccl_computing_save_rejected(cli, &computing);
  return 0;
}
