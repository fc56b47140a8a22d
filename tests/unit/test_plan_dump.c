/* SPDX-License-Identifier: Apache-2.0 */
/* plan/dump: one plan that has a bit of everything, and its whole text (plan_dump.txt). */
#include <stdio.h>

#include "plan/dump.h"
#include "plan_build.h"

TestSuite(dump, .init = begin_plan);

typedef struct types {
  ccl_type plain, percent, euro, per_hour, per_month, hour, call, yes_no, dates, times, texts, choice;
} types;

static types types_of(ccl_units *units) {
  (void)ccl_units_count_unit(units, S("call"), (ccl_str){ 0 });
  return (types){
    .plain = unit_type(units, "number"),
    .percent = unit_type(units, "%"),
    .euro = unit_type(units, "EUR"),
    .per_hour = unit_type(units, "EUR/hour"),
    .per_month = unit_type(units, "EUR/month"),
    .hour = unit_type(units, "hour"),
    .call = unit_type(units, "call"),
    .yes_no = type_of(CCL_KIND_BOOL),
    .dates = type_of(CCL_KIND_DATE),
    .times = type_of(CCL_KIND_TIMESTAMP),
    .texts = type_of(CCL_KIND_TEXT),
    .choice = type_of(CCL_KIND_CHOICE),
  };
}

/* activity calls: began timestamp, wait duration, site one of FR, MA; derive cost */
static void add_activity(ccl_plan *plan, const types *t) {
  static ccl_str choices[4], columns[2], missing[1];
  static const uint32_t sites[] = { 0, 1 }, bands[] = { 2, 3 }, derived[] = { 3 };
  static ccl_field fields[4];
  static ccl_activity activities[1];
  static ccl_dim dims[2];
  static const char *const names[] = { "FR", "MA", "day", "night" };
  for (size_t i = 0; i < COUNT(choices); i++)
    choices[i] = S(names[i]);
  columns[0] = S("Date");
  columns[1] = S("Heure \"locale\"");
  missing[0] = S("N/A");
  fields[0] = (ccl_field){ .name = S("began"),
                           .kind = CCL_FIELD_TIMESTAMP,
                           .type = t->times,
                           .columns = columns,
                           .column_count = 2,
                           .format = S("dd/MM/yyyy HH:mm"),
                           .dimension = CCL_NONE };
  fields[1] = (ccl_field){ .name = S("wait"),
                           .kind = CCL_FIELD_DURATION,
                           .type = t->hour,
                           .columns = columns,
                           .column_count = 1,
                           .optional = true,
                           .dimension = CCL_NONE };
  fields[2] = (ccl_field){ .name = S("site"),
                           .kind = CCL_FIELD_CHOICE,
                           .type = t->choice,
                           .columns = columns,
                           .column_count = 1,
                           .choices = sites,
                           .choice_count = 2,
                           .dimension = 0 };
  fields[3] = (ccl_field){ .name = S("cost"), .kind = CCL_FIELD_MONEY, .type = t->euro, .dimension = CCL_NONE };
  fields[3].derive = node(CCL_OP_PRODUCT, t->euro, 2, named(CCL_OP_FIELD, t->hour, 1),
                          with_index(node(CCL_OP_GRID, t->per_hour, 1, named(CCL_OP_FIELD, t->choice, 2)), 0));
  activities[0] = (ccl_activity){ .name = S("calls"),
                                  .unit = t->call.unit,
                                  .fields = fields,
                                  .field_count = 4,
                                  .data_count = 3,
                                  .derive_order = derived,
                                  .dated_by = 0,
                                  .until = CCL_NONE,
                                  .key = CCL_NONE,
                                  .keeping_latest = CCL_NONE,
                                  .zone = plan->header.zone,
                                  .missing = missing,
                                  .missing_count = 1 };
  dims[0] = (ccl_dim){ S("site"), CCL_NONE, t->choice, sites, 2 };
  dims[1] = (ccl_dim){ S("hours"), 0, t->choice, bands, 2 };
  plan->choices = choices, plan->choices_count = COUNT(choices);
  plan->activities = activities, plan->activities_count = 1;
  plan->dims = dims, plan->dims_count = 2;
}

static void add_queries(ccl_plan *plan, const types *t) {
  static ccl_query queries[3];
  static const ccl_expr *what[1], *outer[1];
  what[0] = named(CCL_OP_FIELD, t->hour, 1);
  outer[0] = named(CCL_OP_MEASURE, t->percent, 0);
  const ccl_expr *late = compared(CCL_GT, named(CCL_OP_FIELD, t->hour, 1), figure(t->hour, "1/180"));
  const ccl_expr *low = compared(CCL_LT, outer[0], figure(t->percent, "80"));
  queries[0] = (ccl_query){
    .kind = CCL_QUERY_COUNT, .where = node(CCL_OP_NOT, t->yes_no, 1, late), .split = CCL_NONE, .type = t->call
  };
  queries[1] = (ccl_query){
    .kind = CCL_QUERY_PERCENTILE, .percentile = 95, .what = what, .what_count = 1, .split = 0, .type = t->hour
  };
  queries[2] = (ccl_query){ .kind = CCL_QUERY_SHARE,
                            .source = CCL_FROM_WEEKS,
                            .where = low,
                            .among = low,
                            .outer = outer,
                            .outer_count = 1,
                            .split = CCL_NONE,
                            .type = t->percent };
  plan->queries = queries, plan->queries_count = 3;
}

static void add_figures(ccl_plan *plan, const types *t) {
  static ccl_input inputs[1];
  static ccl_series_row rows[1];
  static ccl_series series[1];
  static ccl_parameter_version versions[2];
  static ccl_parameter parameters[1];
  static ccl_function functions[1];
  static ccl_measure measures[1];
  inputs[0] = (ccl_input){ S("csat"), CCL_NO_SPAN, t->percent, true, rat("0"), rat("1"), figure(t->percent, "85") };
  rows[0] = (ccl_series_row){ { date(2026, 1, 1), date(2026, 1, 31) }, rat("0.92") };
  series[0] = (ccl_series){
    .name = S("usd"), .type = t->plain, .key = CCL_KEY_MONTH, .key_is_known = true, .rows = rows, .row_count = 1
  };
  versions[0] = (ccl_parameter_version){ CCL_DAY_MIN, figure(t->per_hour, "28.50") };
  versions[1] = (ccl_parameter_version){ date(2027, 1, 1), figure(t->per_hour, "30") };
  parameters[0] = (ccl_parameter){ .name = S("rate"),
                                   .type = t->per_hour,
                                   .versions = versions,
                                   .version_count = 2,
                                   .each_month = 7,
                                   .each_day = 1,
                                   .each_versions = 1 };
  parameters[0].each = node(CCL_OP_PRODUCT, t->per_hour, 2, named(CCL_OP_BOUND, t->per_hour, CCL_BOUND_PREVIOUS_VALUE),
                            figure(t->percent, "102"));
  functions[0] = (ccl_function){ .name = S("half"),
                                 .parameter_count = 1,
                                 .body = inverse(CCL_OP_PRODUCT, t->plain, named(CCL_OP_ARGUMENT, t->plain, 0),
                                                 figure(t->plain, "2")) };
  measures[0] = (ccl_measure){ .name = S("level"),
                               .type = t->percent,
                               .value = node(CCL_OP_SHARE, t->percent, 2, named(CCL_OP_AGGREGATE, t->call, 0),
                                             named(CCL_OP_AGGREGATE, t->call, 0)) };
  plan->inputs = inputs, plan->inputs_count = 1;
  plan->series = series, plan->series_count = 1;
  plan->parameters = parameters, plan->parameters_count = 1;
  plan->functions = functions, plan->functions_count = 1;
  plan->measures = measures, plan->measures_count = 1;
}

static void add_tables(ccl_plan *plan, const types *t) {
  static ccl_tier tier[2];
  static ccl_tiers tiers[1];
  static ccl_str dims[1];
  static ccl_grid_key fr[2], rest[1];
  static const ccl_grid_key *keys[2][1];
  static const size_t counts[2][1] = { { 2 }, { 1 } };
  static ccl_grid_entry cells[2];
  static ccl_grid grids[1];
  tier[0] = (ccl_tier){
    .has_bound = true, .bound = rat("400"), .price = figure(t->euro, "2"), .plus = figure(t->euro, "50")
  };
  tier[1] = (ccl_tier){ .price = figure(t->euro, "1.60") };
  tiers[0] = (ccl_tiers){ .name = S("prices"), .type = t->euro, .per = t->call.unit, .tiers = tier, .tier_count = 2 };
  dims[0] = S("site");
  fr[0] = (ccl_grid_key){ .kind = CCL_GRID_VALUE, .value = ccl_value_choice(0) };
  fr[1] = (ccl_grid_key){ .kind = CCL_GRID_RANGE, .has_high = true, .low = CCL_RAT_ZERO, .high = rat("10.5") };
  rest[0] = (ccl_grid_key){ .kind = CCL_GRID_ANY };
  keys[0][0] = fr;
  keys[1][0] = rest;
  cells[0] = (ccl_grid_entry){ .keys = keys[0], .key_counts = counts[0], .value = figure(t->per_hour, "32") };
  cells[1] =
      (ccl_grid_entry){ .keys = keys[1], .key_counts = counts[1], .value = named(CCL_OP_PARAMETER, t->per_hour, 0) };
  grids[0] = (ccl_grid){
    .name = S("rates"), .type = t->per_hour, .dims = dims, .dim_count = 1, .entries = cells, .entry_count = 2
  };
  plan->tiers = tiers, plan->tiers_count = 1;
  plan->grids = grids, plan->grids_count = 1;
}

static void add_calendar(ccl_plan *plan) {
  static ccl_holiday rules[3];
  static ccl_holidays lists[1];
  static ccl_slot day[3], night[1];
  static ccl_band bands[2];
  static const uint32_t choices[] = { 2, 3 };
  static ccl_band_calendar calendars[1];
  rules[0] = (ccl_holiday){ CCL_HOLIDAY_EACH, .month = 5, .day = 1, .name = S("Labour Day") };
  rules[1] = (ccl_holiday){ CCL_HOLIDAY_EASTER, .shift = 1, .name = S("Easter Monday") };
  rules[2] = (ccl_holiday){ CCL_HOLIDAY_ON, .date = date(2026, 12, 24), .name = S("Eve") };
  lists[0] = (ccl_holidays){ S("FR"), rules, 3 };
  day[0] = (ccl_slot){ CCL_SLOT_DAYS, 1, 5, 8 * 3600, 20 * 3600, NULL };
  day[1] = (ccl_slot){ CCL_SLOT_SPAN, 6, 7, 9 * 3600 + 30 * 60, 12 * 3600, NULL };
  day[2] = (ccl_slot){ CCL_SLOT_HOLIDAYS, 0, 0, 0, 86400, lists };
  night[0].kind = CCL_SLOT_OTHERWISE;
  bands[0] = (ccl_band){ S("day"), day, 3 };
  bands[1] = (ccl_band){ S("night"), night, 1 };
  calendars[0] = (ccl_band_calendar){
    .name = S("hours"), .calendar = { S("hours"), bands, 2 }, .choices = choices, .dimension = 1
  };
  plan->holidays = lists, plan->holidays_count = 1;
  plan->calendars = calendars, plan->calendars_count = 1;
}

static void add_articles(ccl_plan *plan, const types *t) {
  static const uint32_t by[] = { 0, 1 }, each[] = { 0 }, name[] = { 0 };
  static ccl_effect acts[2], quality[2];
  static ccl_rung rungs[2];
  static ccl_ladder ladder;
  static ccl_override overrides[1];
  static ccl_article articles[2];
  static ccl_article_name names[2];
  acts[0] = (ccl_effect){ .kind = CCL_EFFECT_CHARGE,
                          .mode = CCL_MODE_ACT,
                          .vat = { .kind = CCL_VAT_RATE, .rate = rat("1/5") },
                          .has_price = true,
                          .quantity = named(CCL_OP_AGGREGATE, t->call, 0),
                          .quantity_unit = t->call.unit,
                          .dims = by,
                          .dim_count = 2,
                          .price = { .tiers = 0, .mode = CCL_BY_SLICE, .unit = t->euro.unit },
                          .counted = CCL_CYCLE_YEAR,
                          .adjusts = true,
                          .label = S("Calls \xE2\x80\x94 \"all\""),
                          .allowance = figure(t->call, "200") };
  acts[1] = (ccl_effect){ .kind = CCL_EFFECT_FLAT,
                          .mode = CCL_MODE_FLAT,
                          .amount = figure(t->per_month, "1000"),
                          .amount_unit = t->per_month.unit,
                          .recurs = true,
                          .recurrence = CCL_PER_MONTH,
                          .proration = CCL_PRORATION_STARTED,
                          .counted = CCL_CYCLE_PERIOD,
                          .covered = named(CCL_OP_AGGREGATE, t->call, 0),
                          .covered_limit = figure(t->call, "500"),
                          .limit_recurs = true,
                          .limit_per = CCL_PER_MONTH,
                          .once = true,
                          .once_on = date(2026, 3, 1) };
  rungs[0] = (ccl_rung){ .has_low = true,
                         .has_high = true,
                         .high_excluded = true,
                         .low = figure(t->percent, "80"),
                         .high = figure(t->percent, "90"),
                         .sign = -1,
                         .outcome = figure(t->percent, "5"),
                         .slides = true };
  rungs[1] = (ccl_rung){ .sign = 1, .outcome = figure(t->percent, "1") };
  ladder = (ccl_ladder){ named(CCL_OP_MEASURE, t->percent, 0), rungs, 2 };
  quality[0] = (ccl_effect){
    .kind = CCL_EFFECT_LADDER, .mode = CCL_MODE_BONUS, .is_share = true, .ladder = &ladder, .counted = CCL_CYCLE_PERIOD
  };
  quality[1] = (ccl_effect){ .kind = CCL_EFFECT_MALUS_CAP,
                             .mode = CCL_MODE_CAP,
                             .amount = figure(t->percent, "10"),
                             .is_share = true,
                             .bounded = CCL_CYCLE_YEAR,
                             .on = name,
                             .on_count = 1,
                             .counted = CCL_CYCLE_PERIOD };
  overrides[0] =
      (ccl_override){ 0, compared(CCL_EQ, named(CCL_OP_FIELD, t->choice, 2), constant(t->choice, ccl_value_choice(1))),
                      0 };
  articles[0] = (ccl_article){ .number = S("5.2"),
                               .name = S("acts"),
                               .title = S("Calls"),
                               .in_force = plan->header.cycle.contract,
                               .for_each = each,
                               .for_each_count = 1,
                               .effects = acts,
                               .effect_count = 2 };
  articles[1] = (ccl_article){
    .number = S("6"),
    .name = S("quality"),
    .title = S("Quality"),
    .in_force = { date(2026, 2, 1), CCL_DAY_MAX },
    .article_name = 1,
    .overrides = overrides,
    .override_count = 1,
    .billing = CCL_ARTICLE_QUARTERLY,
    .effects = quality,
    .effect_count = 2,
    .base = { .said = true, .names = name, .name_count = 1, .has_window = true, .window = { CCL_WINDOW_LAST_N, 3 } }
  };
  articles[1].when =
      node(CCL_OP_WINDOW, t->yes_no, 1,
           compared(CCL_GE, named(CCL_OP_ARTICLE, t->euro, 0), named(CCL_OP_TOTAL, t->euro, CCL_TOTAL_NET)));
  ((ccl_expr *)articles[1].when)->window = (ccl_window){ CCL_WINDOW_LAST_N, 3 };
  static const uint32_t both[] = { 0, 1 };
  names[0] = (ccl_article_name){ .name = S("acts"), .articles = both, .article_count = 2 };
  names[1] = (ccl_article_name){ .name = S("quality") };
  plan->articles = articles, plan->articles_count = 2;
  plan->article_names = names, plan->article_names_count = 2;
}

static void add_examples(ccl_plan *plan, const types *t) {
  static ccl_given givens[1];
  static const uint32_t fields[] = { 0, 2, 1 };
  static ccl_value row[3];
  static const ccl_value *rows[1];
  static ccl_span spans[1];
  static ccl_example_table tables[1];
  static ccl_expectation expectations[1];
  static ccl_example examples[1];
  static ccl_requirement requirements[1];
  static ccl_value keys[1];
  keys[0] = ccl_value_choice(0);
  givens[0] = (ccl_given){ .kind = CCL_GIVEN_MEASURE,
                           .index = 0,
                           .article_name = 1,
                           .keys = keys,
                           .key_count = 1,
                           .earlier = true,
                           .value = figure(t->percent, "92") };
  row[0] = ccl_value_instant((ccl_instant){ (int64_t)date(2026, 10, 1) * CCL_DAY_SECONDS, 0 });
  row[1] = ccl_value_choice(1);
  row[2] = ccl_value_absent();
  rows[0] = row;
  tables[0] = (ccl_example_table){
    .activity = 0, .fields = fields, .field_count = 3, .rows = rows, .row_spans = spans, .row_count = 1
  };
  expectations[0] = (ccl_expectation){ .name = S("acts"),
                                       .figure = named(CCL_OP_ARTICLE, t->euro, 0),
                                       .value = figure(t->euro, "88.50") };
  examples[0] = (ccl_example){ .text = S("October"),
                               .period = S("2026-10"),
                               .givens = givens,
                               .given_count = 1,
                               .tables = tables,
                               .table_count = 1,
                               .expectations = expectations,
                               .expectation_count = 1 };
  requirements[0] =
      (ccl_requirement){ .condition = compared(CCL_LE, named(CCL_OP_INPUT, t->percent, 0), figure(t->percent, "100")),
                         .otherwise = S("Too high"),
                         .from = CCL_DAY_MIN };
  plan->examples = examples, plan->examples_count = 1;
  plan->requirements = requirements, plan->requirements_count = 1;
}

static ccl_plan whole_plan(ccl_lang lang) {
  ccl_plan plan = empty_plan(lang);
  types t = types_of(plan.units);
  ccl_header *header = &plan.header;
  header->client.fields[CCL_PARTY_NAME] = S("ACME SA");
  header->client.fields[CCL_PARTY_CITY] = S("Paris");
  header->vat = (ccl_vat){ .kind = CCL_VAT_EXEMPT, .reason = S("art. 261") };
  header->proration = CCL_PRORATION_DAILY;
  header->terms = (ccl_terms){ .payment = CCL_PAY_WITHIN,
                               .payment_days = 30,
                               .has_late_interest = true,
                               .late_interest = rat("12/100"),
                               .has_recovery_fee = true,
                               .recovery_fee = rat("40"),
                               .recovery_unit = t.euro.unit,
                               .has_early_discount = true };
  add_activity(&plan, &t);
  add_queries(&plan, &t);
  add_figures(&plan, &t);
  add_tables(&plan, &t);
  add_calendar(&plan);
  add_articles(&plan, &t);
  add_examples(&plan, &t);
  return plan;
}

static ccl_str dumped(const ccl_plan *plan) {
  ccl_buf out = { 0 };
  ccl_plan_dump(plan, &out);
  return ccl_buf_str(&out);
}

static ccl_str expected_dump(void) {
  FILE *file = fopen(CCL_SOURCE_ROOT "/tests/unit/plan_dump.txt", "rb");
  cr_assert_not_null(file);
  ccl_buf text = { 0 };
  for (int byte = fgetc(file); byte != EOF; byte = fgetc(file))
    ccl_buf_char(&text, (char)byte);
  fclose(file);
  return ccl_buf_str(&text);
}

Test(dump, whole) {
  ccl_plan plan = whole_plan(CCL_LANG_EN);
  ccl_str found = dumped(&plan), expected = expected_dump();
  size_t at = 0, line = 1;
  for (; at < found.len && at < expected.len && found.ptr[at] == expected.ptr[at]; at++)
    line += found.ptr[at] == '\n';
  cr_expect(ccl_str_eq(found, expected), "differs in line %zu:\n%.*s", line, (int)found.len, found.ptr);
  ccl_plan french = whole_plan(CCL_LANG_FR);
  cr_expect(ccl_str_eq(dumped(&french), found), "the contract's language does not show");
}

Test(dump, brackets_close_and_lines_are_nodes) {
  ccl_plan plan = whole_plan(CCL_LANG_EN);
  ccl_str text = dumped(&plan);
  long depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == '"' && text.ptr[i - 1] != '\\')
      quoted = !quoted;
    if (!quoted && text.ptr[i] == '(') {
      size_t blanks = 0;
      while (blanks < i && text.ptr[i - blanks - 1] == ' ')
        blanks++;
      cr_assert(i == blanks || text.ptr[i - blanks - 1] == '\n', "a node begins its line");
      cr_assert_eq((long)blanks, 2 * depth, "two blanks a level");
      depth++;
    }
    if (!quoted && text.ptr[i] == ')')
      depth--;
  }
  cr_expect_eq(depth, 0);
}

Test(dump, places) {
  ccl_plan plan = empty_plan(CCL_LANG_EN);
  types t = types_of(plan.units);
  ccl_sources sources = { 0 };
  (void)ccl_sources_add(&sources, S("contract.ccl"), S("one\ntwo three\n"), false);
  (void)ccl_sources_add(&sources, S("kpi.ccl"), S("four\n"), false);
  ccl_measure measures[] = { { .name = S("m"), .span = { 1, 8, 13 }, .type = t.plain, .value = figure(t.plain, "1") } };
  ((ccl_expr *)measures[0].value)->span = (ccl_span){ 2, 0, 4 };
  plan.measures = measures;
  plan.measures_count = 1;
  ccl_buf out = { 0 };
  ccl_plan_dump_at(&plan, &sources, &out);
  ccl_str text = ccl_buf_str(&out);
  cr_expect(ccl_str_find(text, S("\n    (measure m : number @2:5\n      (constant 1 @2:1:1)))")) >= 0, "%.*s",
            (int)text.len, text.ptr);
}
