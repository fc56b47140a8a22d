/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A small contract made by hand, for the tests of eval/ and invoice/: calls (date, site FR or MA, answered, talk) read
 * from a table by the engine, inputs, measures, articles and effects that each test adds; and what came out, as one
 * line of text each.
 */
#ifndef CCL_TESTS_EVAL_BUILD_H
#define CCL_TESTS_EVAL_BUILD_H

#include "eval/example.h"
#include "invoice/invoice.h"
#include "plan_build.h"

enum { SHOP_ROOM = 16, CALL_FIELDS = 4, SAID_MAX = 1000 };
enum { FR = 0, MA = 1 }; /* choices */
enum { BEGAN, SITE, ANSWERED, TALK }; /* fields */
enum { EVERY, HANDLED, TALKED }; /* queries of every shop */
enum { VOLUME, CSAT }; /* inputs */
enum { LEVEL = 1 }; /* measures: HANDLED 0, LEVEL 1 */

typedef struct shop {
  ccl_plan plan;
  ccl_diags diags;
  ccl_supply supply;
  ccl_type eur, number_, percent, call, per_call, per_month, hour, yes_no;
  ccl_activity activity;
  ccl_dim dim;
  ccl_query queries[SHOP_ROOM];
  ccl_measure measures[SHOP_ROOM];
  ccl_input inputs[SHOP_ROOM];
  ccl_parameter parameters[SHOP_ROOM];
  ccl_tiers tiers[SHOP_ROOM];
  ccl_article articles[SHOP_ROOM];
  ccl_article_name names[SHOP_ROOM];
  ccl_effect effects[SHOP_ROOM][SHOP_ROOM];
  CCL_VEC(const ccl_value *) rows;
  CCL_VEC(ccl_span) row_spans;
  CCL_VEC(ccl_input_figure) figures[SHOP_ROOM];
  ccl_engine *engine;
  ccl_run *run;
} shop;

static const uint32_t shop_choices[] = { FR, MA };
static const uint32_t by_site[] = { 0 };

static inline uint32_t shop_query(shop *s, ccl_query query) {
  uint32_t index = (uint32_t)s->plan.queries_count++;
  query.split = CCL_NONE;
  s->queries[index] = query;
  return index;
}

static inline uint32_t shop_measure(shop *s, const char *name, const ccl_expr *value) {
  uint32_t index = (uint32_t)s->plan.measures_count++;
  s->measures[index] = (ccl_measure){ .name = S(name), .type = value->type, .value = value };
  return index;
}

static inline uint32_t shop_input(shop *s, const char *name, ccl_type type) {
  uint32_t index = (uint32_t)s->plan.inputs_count++;
  s->inputs[index] = (ccl_input){ .name = S(name), .type = type };
  return index;
}

static inline void shop_calls(shop *s) {
  static const char *const names[CALL_FIELDS] = { "began", "site", "answered", "talk" };
  static const ccl_field_kind kinds[CALL_FIELDS] = { CCL_FIELD_DATE, CCL_FIELD_CHOICE, CCL_FIELD_BOOLEAN,
                                                     CCL_FIELD_NUMBER };
  const ccl_type types[CALL_FIELDS] = { type_of(CCL_KIND_DATE), type_of(CCL_KIND_CHOICE), s->yes_no, s->hour };
  ccl_field *fields = ccl_new_array(ccl_field, CALL_FIELDS);
  for (size_t i = 0; i < CALL_FIELDS; i++) {
    ccl_str *column = ccl_new(ccl_str);
    *column = S(names[i]);
    fields[i] = (ccl_field){ .name = S(names[i]),
                             .kind = kinds[i],
                             .type = types[i],
                             .columns = column,
                             .column_count = 1,
                             .dimension = i == SITE ? 0 : CCL_NONE };
  }
  fields[SITE].choices = shop_choices;
  fields[SITE].choice_count = 2;
  s->activity = (ccl_activity){ .name = S("calls"),
                                .unit = s->call.unit,
                                .fields = fields,
                                .field_count = CALL_FIELDS,
                                .data_count = CALL_FIELDS,
                                .dated_by = BEGAN,
                                .until = CCL_NONE,
                                .key = CCL_NONE,
                                .keeping_latest = CCL_NONE,
                                .zone = s->plan.header.zone };
  s->dim = (ccl_dim){
    .name = S("site"), .calendar = CCL_NONE, .type = types[SITE], .choices = shop_choices, .choice_count = 2
  };
  const ccl_expr **talk = ccl_new(const ccl_expr *);
  *talk = named(CCL_OP_FIELD, s->hour, TALK);
  shop_query(s, (ccl_query){ .kind = CCL_QUERY_COUNT, .dated_by = BEGAN, .type = s->call });
  shop_query(s, (ccl_query){ .kind = CCL_QUERY_COUNT,
                             .dated_by = BEGAN,
                             .type = s->call,
                             .where = named(CCL_OP_FIELD, s->yes_no, ANSWERED) });
  shop_query(s,
             (ccl_query){ .kind = CCL_QUERY_SUM, .dated_by = BEGAN, .type = s->hour, .what = talk, .what_count = 1 });
}

static inline const ccl_expr *aggregate(const shop *s, uint32_t query) {
  return named(CCL_OP_AGGREGATE, s->queries[query].type, query);
}

/* A contract of 2026, billed monthly, commercial rounding to the cent per line, VAT 20 %. */
static inline shop *shop_new(void) {
  begin_plan();
  shop *s = ccl_new(shop);
  s->plan = empty_plan(CCL_LANG_EN);
  s->plan.header.cycle.contract = (ccl_days){ date(2026, 1, 1), date(2026, 12, 31) };
  s->plan.header.vat = (ccl_vat){ .kind = CCL_VAT_RATE, .rate = rat("1/5") };
  (void)ccl_units_count_unit(s->plan.units, S("call"), S("calls"));
  s->eur = unit_type(s->plan.units, "EUR");
  s->number_ = unit_type(s->plan.units, "number");
  s->percent = unit_type(s->plan.units, "%");
  s->call = unit_type(s->plan.units, "call");
  s->per_call = unit_type(s->plan.units, "EUR/call");
  s->per_month = unit_type(s->plan.units, "EUR/month");
  s->hour = unit_type(s->plan.units, "hour");
  s->yes_no = type_of(CCL_KIND_BOOL);
  static const ccl_str choices[] = { { "FR", 2 }, { "MA", 2 } };
  s->plan.choices = choices;
  s->plan.choices_count = 2;
  s->plan.activities = &s->activity;
  s->plan.activities_count = 1;
  s->plan.dims = &s->dim;
  s->plan.dims_count = 1;
  s->plan.queries = s->queries;
  s->plan.measures = s->measures;
  s->plan.inputs = s->inputs;
  s->plan.parameters = s->parameters;
  s->plan.tiers = s->tiers;
  s->plan.articles = s->articles;
  s->plan.article_names = s->names;
  s->diags.lang = CCL_LANG_EN;
  shop_calls(s);
  shop_input(s, "volume", s->call);
  shop_input(s, "csat", s->percent);
  shop_measure(s, "handled", aggregate(s, HANDLED));
  shop_measure(s, "level", node(CCL_OP_SHARE, s->percent, 2, aggregate(s, HANDLED), aggregate(s, EVERY)));
  return s;
}

/* ---- What happened ---- */

static inline void a_call(shop *s, ccl_day day, uint32_t site, bool answered, const char *hours) {
  ccl_value *row = ccl_new_array(ccl_value, CALL_FIELDS);
  row[BEGAN] = ccl_value_day(day);
  row[SITE] = ccl_value_choice(site);
  row[ANSWERED] = ccl_value_bool(answered);
  row[TALK] = ccl_value_number(ccl_rat_mul(rat(hours), ccl_rat_int(3600)));
  ccl_vec_push(&s->rows, row);
  ccl_vec_push(&s->row_spans, CCL_NO_SPAN);
}

static inline void calls(shop *s, size_t count, ccl_day day, uint32_t site, bool answered) {
  for (size_t i = 0; i < count; i++)
    a_call(s, day, site, answered, "1");
}

static inline ccl_days month_of_2026(int month) {
  ccl_month number = (2026 - 1970) * 12 + month - 1;
  return ccl_days_and((ccl_days){ ccl_month_first(number), ccl_month_last(number) },
                      (ccl_days){ CCL_DAY_MIN, CCL_DAY_MAX });
}

static inline void give(shop *s, uint32_t input, int month, const char *figure) {
  ccl_input_figure it = { month_of_2026(month),
                          ccl_value_number(ccl_rat_mul(rat(figure), s->inputs[input].type.unit->scale)) };
  ccl_vec_push(&s->figures[input], it);
}

/* ---- Articles ---- */

static inline ccl_article *an_article(shop *s, const char *name) {
  uint32_t index = (uint32_t)s->plan.articles_count++;
  uint32_t *own = ccl_alloc_atomic(sizeof *own);
  *own = index;
  s->plan.article_names_count = s->plan.articles_count;
  s->names[index] = (ccl_article_name){ S(name), own, 1 };
  s->articles[index] = (ccl_article){ .number = ccl_str_printf("%u", index + 1),
                                      .name = S(name),
                                      .title = S(name),
                                      .article_name = index,
                                      .in_force = s->plan.header.cycle.contract,
                                      .effects = s->effects[index] };
  return &s->articles[index];
}

static inline ccl_effect *an_effect(shop *s, ccl_article *article, ccl_effect_kind kind) {
  ccl_effect *effect = &s->effects[article->article_name][article->effect_count++];
  *effect = (ccl_effect){ .kind = kind,
                          .mode = CCL_MODE_FEE,
                          .vat = s->plan.header.vat,
                          .counted = CCL_CYCLE_PERIOD,
                          .bounded = CCL_CYCLE_PERIOD,
                          .proration = s->plan.header.proration };
  effect->price.tiers = CCL_NONE;
  return effect;
}

/* charge QUANTITY at PRICE, money per call. */
static inline ccl_effect *a_charge(shop *s, ccl_article *article, const ccl_expr *quantity, const char *price) {
  ccl_effect *effect = an_effect(s, article, CCL_EFFECT_CHARGE);
  effect->mode = CCL_MODE_ACT;
  effect->quantity = quantity;
  effect->quantity_unit = quantity->type.unit;
  effect->has_price = true;
  effect->price.unit = s->per_call.unit;
  effect->price.rate = price ? figure(s->per_call, price) : NULL;
  return effect;
}

static inline ccl_effect *with_amount(ccl_effect *effect, const ccl_expr *amount) {
  effect->amount = amount;
  effect->amount_unit = amount->type.unit;
  effect->is_share = ccl_dimension_is_number(amount->type.unit->dimension);
  return effect;
}

/* EUR per month. */
static inline ccl_effect *a_recurring(shop *s, ccl_article *article, ccl_effect_kind kind, const char *amount) {
  ccl_effect *effect = with_amount(an_effect(s, article, kind), figure(s->per_month, amount));
  effect->mode = kind == CCL_EFFECT_FLAT           ? CCL_MODE_FLAT
                 : kind == CCL_EFFECT_SUBSCRIPTION ? CCL_MODE_SUBSCRIPTION
                                                   : CCL_MODE_FEE;
  effect->recurs = true;
  effect->recurrence = CCL_PER_MONTH;
  return effect;
}

static inline const uint32_t *one_name(uint32_t name) {
  uint32_t *names = ccl_alloc_atomic(sizeof *names);
  *names = name;
  return names;
}

static inline void with_base(ccl_article *article, uint32_t name) {
  article->base = (ccl_base){ .said = true, .names = one_name(name), .name_count = 1 };
}

/* Bounds and prices in the unit written; NULL bound: beyond. */
typedef struct tier_row {
  const char *bound, *price, *plus;
} tier_row;

static inline uint32_t some_tiers(shop *s, ccl_tiers_kind kind, const tier_row *rows, size_t count) {
  ccl_tier *tiers = ccl_new_array(ccl_tier, count);
  ccl_type type = kind == CCL_TIERS_LUMP ? s->eur : s->per_call;
  for (size_t i = 0; i < count; i++) {
    tiers[i].has_bound = rows[i].bound != NULL;
    tiers[i].bound = rows[i].bound ? rat(rows[i].bound) : CCL_RAT_ZERO;
    tiers[i].price = figure(type, rows[i].price);
    tiers[i].plus = rows[i].plus ? figure(s->eur, rows[i].plus) : NULL;
  }
  uint32_t index = (uint32_t)s->plan.tiers_count++;
  s->tiers[index] = (ccl_tiers){
    .name = S("prices"), .kind = kind, .type = type, .per = s->call.unit, .tiers = tiers, .tier_count = count
  };
  return index;
}

static inline ccl_effect *at_tiers(ccl_effect *effect, uint32_t tiers, ccl_tier_mode mode) {
  effect->price.tiers = tiers;
  effect->price.mode = mode;
  return effect;
}

/* A parameter that changes on a day of 2026. */
static inline uint32_t a_parameter(shop *s, const char *name, ccl_type type, const char *first, ccl_day from,
                                   const char *then) {
  ccl_parameter_version *versions = ccl_new_array(ccl_parameter_version, 2);
  versions[0] = (ccl_parameter_version){ CCL_DAY_MIN, figure(type, first) };
  versions[1] = (ccl_parameter_version){ from, then ? figure(type, then) : NULL };
  uint32_t index = (uint32_t)s->plan.parameters_count++;
  s->parameters[index] =
      (ccl_parameter){ .name = S(name), .type = type, .versions = versions, .version_count = then ? 2 : 1 };
  return index;
}

static inline const ccl_expr *in_window(const ccl_expr *expr, ccl_window_kind kind, uint32_t periods) {
  ccl_expr *window = node(CCL_OP_WINDOW, expr->type, 1, expr);
  window->window = (ccl_window){ kind, periods };
  return window;
}

/* ---- What came out ---- */

static inline ccl_str all_reported(const ccl_diags *diags) {
  ccl_buf buf = { 0 };
  for (size_t i = 0; i < diags->all.len; i++) {
    const ccl_diag *diag = diags->all.items[i];
    ccl_buf_printf(&buf, "%s%s: %.*s", i > 0 ? "; " : "", ccl_code_text(diag->code), (int)diag->message.len,
                   diag->message.ptr);
  }
  return ccl_buf_str(&buf);
}

static inline void open_shop(shop *s) {
  ccl_supply *supply = &s->supply;
  *supply = ccl_supply_of(&s->plan);
  ccl_input_figures *inputs = ccl_new_array(ccl_input_figures, SHOP_ROOM);
  for (size_t i = 0; i < s->plan.inputs_count; i++)
    inputs[i] = (ccl_input_figures){ s->figures[i].items, s->figures[i].len };
  supply->inputs = inputs;
  static const uint32_t fields[CALL_FIELDS] = { BEGAN, SITE, ANSWERED, TALK };
  ccl_example_table *table = ccl_new(ccl_example_table);
  *table = (ccl_example_table){ .fields = fields,
                                .field_count = CALL_FIELDS,
                                .rows = s->rows.items,
                                .row_spans = s->row_spans.items,
                                .row_count = s->rows.len };
  ccl_engine_options options = { .threads = 1 };
  s->engine = ccl_engine_new(&s->plan, supply, &s->diags, options, NULL, 0, table, 1);
  s->run = ccl_run_new(&s->plan, supply, s->engine, &s->diags, NULL);
}

/* "acts[FR] act 3 × 2 = 6": name, group, mode, quantity, price, times, basis, share, days. */
static inline void say_line(const shop *s, const ccl_line *line, ccl_buf *out) {
  ccl_buf_add(out, s->articles[line->article].name);
  for (size_t i = 0; i < line->group_count; i++)
    ccl_buf_printf(out, "[%s]", line->group[i].as.choice == FR ? "FR" : "MA");
  ccl_buf_printf(out, " %s", ccl_mode_text(line->mode));
  const struct {
    bool has;
    const char *sign;
    ccl_rat figure;
  } parts[] = { { line->has_quantity, " q", line->quantity },
                { line->has_price, " p", line->price },
                { line->has_times, " t", line->times },
                { line->has_basis, " b", line->basis },
                { line->has_share, " s", line->share } };
  for (size_t i = 0; i < COUNT(parts); i++) {
    if (!parts[i].has)
      continue;
    ccl_buf_z(out, parts[i].sign);
    ccl_buf_add(out, ccl_rat_text(parts[i].figure));
  }
  if (line->has_days)
    ccl_buf_printf(out, " %d..%d", ccl_day_ymd(line->days.from).day, ccl_day_ymd(line->days.to).day);
  ccl_buf_z(out, " = ");
  ccl_buf_add(out, ccl_rat_text(line->amount));
}

static inline ccl_str said_lines(const shop *s, const ccl_ledger *ledger) {
  ccl_buf out = { 0 };
  for (size_t i = 0; ledger && i < ledger->lines.len; i++) {
    const ccl_line *line = &ledger->lines.items[i];
    cr_expect(line->reason.operand_count > 0 && line->reason.window.len > 0, "a line without its reasons");
    if (i > 0)
      ccl_buf_z(&out, "; ");
    say_line(s, line, &out);
  }
  return ledger ? ccl_str_sub(ccl_buf_str(&out), 0, SAID_MAX) : all_reported(&s->diags);
}

/* The lines of a month of 2026, or what was reported. */
static inline void month_is(shop *s, int month, const char *expected) {
  if (!s->run)
    open_shop(s);
  same_text(said_lines(s, ccl_run_ledger(s->run, month_of_2026(month))), expected,
            ccl_str_z(ccl_str_printf("month %d", month)));
}

#endif
