/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rules in a dump: header, articles with their effects, requirements, examples. What is not said in the contract
 * has no node.
 */
#include "base/mem.h"
#include "plan/dump_writer.h"

/* ---- The header ---- */

static void dump_party(ccl_dumper *dumper, const char *head, const ccl_party *party) {
  ccl_dump_open(dumper, head);
  for (ccl_party_field field = 0; field < CCL_PARTY_COUNT; field++)
    ccl_dump_text(dumper, ccl_party_key(field), party->fields[field]);
  ccl_dump_close(dumper);
}

static void dump_percent(ccl_dumper *dumper, const char *head, ccl_rat share) {
  ccl_dump_named(dumper, head, ccl_str_printf("%s%%", ccl_str_z(ccl_rat_text(ccl_rat_mul(share, ccl_rat_int(100))))));
}

static void dump_vat(ccl_dumper *dumper, const ccl_vat *vat) {
  switch (vat->kind) {
  case CCL_VAT_NONE: break;
  case CCL_VAT_RATE: dump_percent(dumper, "vat", vat->rate); break;
  case CCL_VAT_REVERSE: ccl_dump_fact(dumper, "vat", "reverse-charge"); break;
  case CCL_VAT_OUTSIDE: ccl_dump_fact(dumper, "vat", "outside-scope"); break;
  case CCL_VAT_EXEMPT:
    ccl_dump_open(dumper, "vat");
    ccl_dump_word(dumper, "exempt");
    ccl_dump_quoted(dumper, vat->reason);
    ccl_dump_close(dumper);
    break;
  }
}

static void dump_payment(ccl_dumper *dumper, const ccl_terms *terms) {
  static const char *const kinds[] = {
    [CCL_PAY_WITHIN] = "within-days",
    [CCL_PAY_WITHIN_THEN_MONTH_END] = "within-days-end-of-month",
    [CCL_PAY_MONTH_END_PLUS] = "end-of-month-plus-days",
  };
  if (terms->payment == CCL_PAY_NOT_SAID)
    return;
  ccl_dump_open(dumper, "payment");
  ccl_dump_word(dumper, kinds[terms->payment]);
  ccl_dump_count(dumper, terms->payment_days);
  ccl_dump_close(dumper);
}

static void dump_terms(ccl_dumper *dumper, const ccl_terms *terms) {
  dump_payment(dumper, terms);
  if (terms->has_late_interest)
    dump_percent(dumper, "late-interest", terms->late_interest);
  if (terms->has_recovery_fee) {
    ccl_dump_open(dumper, "recovery-fee");
    ccl_dump_figure(dumper, terms->recovery_fee, terms->recovery_unit);
    ccl_dump_unit(dumper, terms->recovery_unit);
    ccl_dump_close(dumper);
  }
  if (terms->has_early_discount && terms->early_discount.len == 0)
    ccl_dump_fact(dumper, "early-payment-discount", "none");
  ccl_dump_text(dumper, "early-payment-discount", terms->early_discount);
  if (terms->vat_on_debits)
    ccl_dump_fact(dumper, "vat-due", "on-debits");
}

static void dump_rounding(ccl_dumper *dumper, const ccl_rounding_rule *rule) {
  ccl_dump_open(dumper, "rounding");
  ccl_dump_word(dumper, ccl_rounding_name(rule->mode));
  ccl_dump_name(dumper, ccl_rat_text(rule->step));
  ccl_dump_word(dumper, rule->per_total ? "per-total" : "per-line");
  ccl_dump_close(dumper);
}

static void dump_proration(ccl_dumper *dumper, ccl_proration rule) {
  if (rule != CCL_PRORATION_NONE)
    ccl_dump_fact(dumper, "proration", ccl_proration_name(rule));
}

static void dump_files(ccl_dumper *dumper) {
  const ccl_plan *plan = dumper->plan;
  for (size_t i = 0; i < plan->files_count; i++)
    ccl_dump_text(dumper, "file", plan->files[i].path);
}

static void dump_cycle(ccl_dumper *dumper, const ccl_cycle *cycle, bool in_advance) {
  static const char *const billings[] = {
    [CCL_BILLING_MONTHLY] = "monthly",
    [CCL_BILLING_QUARTERLY] = "quarterly",
    [CCL_BILLING_YEARLY] = "yearly",
    [CCL_BILLING_WEEKLY] = "weekly",
  };
  ccl_dump_open(dumper, "in-force");
  ccl_dump_days(dumper, cycle->contract);
  ccl_dump_close(dumper);
  ccl_dump_open(dumper, "billing");
  ccl_dump_word(dumper, billings[cycle->billing]);
  ccl_dump_word(dumper, in_advance ? "in-advance" : "in-arrears");
  ccl_dump_close(dumper);
  ccl_dump_fact(dumper, "fiscal-year", cycle->fiscal == CCL_FISCAL_CONTRACTUAL ? "contractual" : "calendar");
}

/* What an amendment may change. */
static void dump_parties(ccl_dumper *dumper, const ccl_header *header) {
  ccl_dump_text(dumper, "purchase-order", header->purchase_order);
  ccl_dump_text(dumper, "buyer-reference", header->buyer_reference);
  dump_party(dumper, "client", &header->client);
  dump_party(dumper, "provider", &header->provider);
}

static void dump_money_rules(ccl_dumper *dumper, const ccl_header *header) {
  dump_vat(dumper, &header->vat);
  dump_rounding(dumper, &header->rounding);
  dump_proration(dumper, header->proration);
  dump_terms(dumper, &header->terms);
}

static void dump_amendment(ccl_dumper *dumper, const ccl_amendment *amendment) {
  ccl_dump_open(dumper, "amendment");
  ccl_dump_count(dumper, amendment->number);
  ccl_dump_day(dumper, amendment->effective);
  ccl_dump_place(dumper, amendment->span);
  ccl_dump_text(dumper, "title", amendment->title);
  ccl_dump_open(dumper, "in-force-before");
  ccl_dump_days(dumper, amendment->before);
  ccl_dump_close(dumper);
  dump_parties(dumper, &amendment->header);
  dump_money_rules(dumper, &amendment->header);
  ccl_dump_close(dumper);
}

static void dump_header(ccl_dumper *dumper) {
  const ccl_header *header = &dumper->plan->header;
  ccl_dump_open(dumper, "header");
  dump_files(dumper);
  ccl_dump_text(dumper, "reference", header->reference);
  dump_parties(dumper, header);
  if (header->currency)
    ccl_dump_named(dumper, "currency", ccl_unit_text(header->currency, CCL_LANG_EN, false));
  dump_cycle(dumper, &header->cycle, header->in_advance);
  ccl_dump_named(dumper, "time-zone", header->zone_name);
  dump_money_rules(dumper, header);
  ccl_dump_close(dumper);
  for (size_t i = 0; i < dumper->plan->amendments_count; i++)
    dump_amendment(dumper, &dumper->plan->amendments[i]);
}

/* ---- Parts of effects ---- */

static const char *recurrence_name(ccl_recurrence recurrence) {
  static const char *const names[] = {
    [CCL_PER_DAY] = "per-day",         [CCL_PER_WEEK] = "per-week", [CCL_PER_MONTH] = "per-month",
    [CCL_PER_QUARTER] = "per-quarter", [CCL_PER_YEAR] = "per-year",
  };
  return names[recurrence];
}

static const char *cycle_unit_name(ccl_cycle_unit unit) {
  static const char *const names[] = {
    [CCL_CYCLE_DAY] = "day",           [CCL_CYCLE_WEEK] = "week",       [CCL_CYCLE_MONTH] = "month",
    [CCL_CYCLE_PERIOD] = "period",     [CCL_CYCLE_QUARTER] = "quarter", [CCL_CYCLE_YEAR] = "year",
    [CCL_CYCLE_CONTRACT] = "contract",
  };
  return names[unit];
}

static void dump_dims(ccl_dumper *dumper, const char *head, const uint32_t *dims, size_t count) {
  if (count == 0)
    return;
  ccl_dump_open(dumper, head);
  for (size_t i = 0; i < count; i++)
    ccl_dump_name(dumper, dumper->plan->dims[dims[i]].name);
  ccl_dump_close(dumper);
}

static void dump_articles_named(ccl_dumper *dumper, const char *head, const uint32_t *names, size_t count) {
  if (count == 0)
    return;
  ccl_dump_open(dumper, head);
  for (size_t i = 0; i < count; i++)
    ccl_dump_name(dumper, dumper->plan->article_names[names[i]].name);
  ccl_dump_close(dumper);
}

static void dump_amount(ccl_dumper *dumper, const ccl_effect *effect) {
  if (!effect->amount)
    return;
  ccl_dump_open(dumper, "amount");
  if (effect->is_share)
    ccl_dump_word(dumper, "share-of-base");
  if (effect->recurs)
    ccl_dump_word(dumper, recurrence_name(effect->recurrence));
  ccl_dump_unit(dumper, effect->amount_unit);
  ccl_dump_expr(dumper, effect->amount);
  ccl_dump_close(dumper);
}

static void dump_quantity(ccl_dumper *dumper, const ccl_effect *effect) {
  if (!effect->quantity)
    return;
  ccl_dump_open(dumper, "quantity");
  ccl_dump_unit(dumper, effect->quantity_unit);
  ccl_dump_expr(dumper, effect->quantity);
  ccl_dump_close(dumper);
}

static void dump_price(ccl_dumper *dumper, const ccl_price *price) {
  ccl_dump_open(dumper, "at");
  if (price->tiers != CCL_NONE) {
    ccl_dump_name(dumper, dumper->plan->tiers[price->tiers].name);
    ccl_dump_word(dumper, price->mode == CCL_BY_SLICE ? "by-slice" : "by-volume");
  }
  ccl_dump_unit(dumper, price->unit);
  ccl_dump_part(dumper, "price", price->rate);
  ccl_dump_part(dumper, "sum", price->sum);
  ccl_dump_close(dumper);
}

static void dump_covered(ccl_dumper *dumper, const ccl_effect *effect) {
  ccl_dump_part(dumper, "covering", effect->covered);
  if (!effect->covered_limit)
    return;
  ccl_dump_open(dumper, "up-to");
  if (effect->limit_recurs)
    ccl_dump_word(dumper, recurrence_name(effect->limit_per));
  ccl_dump_expr(dumper, effect->covered_limit);
  ccl_dump_close(dumper);
}

static void dump_counter(ccl_dumper *dumper, const ccl_effect *effect) {
  bool is_counted = effect->counted == CCL_CYCLE_YEAR || effect->counted == CCL_CYCLE_QUARTER ||
                    effect->counted == CCL_CYCLE_CONTRACT;
  if (is_counted) {
    ccl_dump_open(dumper, "counted-per");
    ccl_dump_word(dumper, cycle_unit_name(effect->counted));
    if (effect->adjusts)
      ccl_dump_word(dumper, "with-adjustment");
    ccl_dump_close(dumper);
  }
  if (effect->once)
    ccl_dump_named(dumper, "once-on", ccl_day_text(effect->once_on));
}

/* ---- Ladders ---- */

static void dump_outcome(ccl_dumper *dumper, const char *head, int sign, const ccl_expr *outcome) {
  ccl_dump_open(dumper, head);
  ccl_dump_word(dumper, sign > 0 ? "bonus" : sign < 0 ? "malus" : "neutral");
  if (outcome)
    ccl_dump_expr(dumper, outcome);
  ccl_dump_close(dumper);
}

static void dump_rung(ccl_dumper *dumper, const ccl_rung *rung) {
  ccl_dump_open(dumper, rung->has_low || rung->has_high ? "rung" : "otherwise");
  ccl_dump_place(dumper, rung->span);
  if (rung->has_low)
    ccl_dump_part(dumper, rung->low_excluded ? "above" : "from", rung->low);
  if (rung->has_high)
    ccl_dump_part(dumper, rung->high_excluded ? "under" : "to", rung->high);
  dump_outcome(dumper, "gives", rung->sign, rung->outcome);
  if (rung->slides)
    dump_outcome(dumper, "sliding-to", rung->end_sign, rung->end);
  ccl_dump_close(dumper);
}

static void dump_ladder(ccl_dumper *dumper, const ccl_ladder *ladder) {
  ccl_dump_part(dumper, "figure", ladder->figure);
  for (size_t i = 0; i < ladder->rung_count; i++)
    dump_rung(dumper, &ladder->rungs[i]);
}

/* ---- Effects and articles ---- */

static bool is_bounded(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_BONUS_CAP || kind == CCL_EFFECT_MALUS_CAP || kind == CCL_EFFECT_CAP ||
         kind == CCL_EFFECT_MINIMUM || kind == CCL_EFFECT_MAXIMUM;
}

static bool is_same_rule(const ccl_effect_rules *a, const ccl_effect_rules *b) {
  return a->proration == b->proration && a->vat.kind == b->vat.kind && ccl_rat_eq(a->vat.rate, b->vat.rate) &&
         ccl_str_eq(a->vat.reason, b->vat.reason);
}

/* What the header's changes make of the effect, where they make something of it. */
static void dump_amended(ccl_dumper *dumper, const ccl_effect *effect) {
  ccl_effect_rules before = { effect->vat, effect->proration };
  for (size_t i = 0; effect->amended && i < dumper->plan->amendments_count; i++) {
    const ccl_effect_rules *rules = &effect->amended[i];
    if (!is_same_rule(&before, rules)) {
      ccl_dump_open(dumper, "from");
      ccl_dump_day(dumper, dumper->plan->amendments[i].effective);
      dump_vat(dumper, &rules->vat);
      dump_proration(dumper, rules->proration);
      ccl_dump_close(dumper);
    }
    before = *rules;
  }
}

/* The days as they stood before an amendment, where they were others. */
static void dump_before(ccl_dumper *dumper, const ccl_article *article) {
  for (size_t i = 0; article->before && i < dumper->plan->amendments_count; i++) {
    ccl_days before = article->before[i];
    if (before.from == article->in_force.from && before.to == article->in_force.to)
      continue;
    ccl_dump_open(dumper, "in-force-before");
    ccl_dump_count(dumper, dumper->plan->amendments[i].number);
    if (ccl_days_is_empty(before))
      ccl_dump_word(dumper, "never");
    else
      ccl_dump_days(dumper, before);
    ccl_dump_close(dumper);
  }
}

static void dump_effect(ccl_dumper *dumper, const ccl_effect *effect) {
  ccl_dump_open(dumper, ccl_effect_keyword(effect->kind));
  if (effect->kind != CCL_EFFECT_REPORT)
    ccl_dump_word(dumper, ccl_mode_text(effect->mode));
  if (effect->kind == CCL_EFFECT_LADDER && effect->is_share)
    ccl_dump_word(dumper, "share-of-base");
  ccl_dump_place(dumper, effect->span);
  ccl_dump_text(dumper, "as", effect->label);
  dump_quantity(dumper, effect);
  dump_amount(dumper, effect);
  ccl_dump_part(dumper, "beyond", effect->allowance);
  dump_dims(dumper, "by", effect->dims, effect->dim_count);
  dump_covered(dumper, effect);
  if (effect->has_price)
    dump_price(dumper, &effect->price);
  if (effect->ladder)
    dump_ladder(dumper, effect->ladder);
  dump_counter(dumper, effect);
  if (is_bounded(effect->kind))
    ccl_dump_fact(dumper, "window", cycle_unit_name(effect->bounded));
  dump_articles_named(dumper, "on", effect->on, effect->on_count);
  dump_vat(dumper, &effect->vat);
  dump_proration(dumper, effect->proration);
  dump_amended(dumper, effect);
  ccl_dump_close(dumper);
}

static void dump_override(ccl_dumper *dumper, const ccl_override *override) {
  ccl_dump_open(dumper, "overrides");
  ccl_dump_name(dumper, dumper->plan->article_names[override->article_name].name);
  if (override->where) {
    dumper->activity = override->activity;
    ccl_dump_part(dumper, "where", override->where);
    dumper->activity = CCL_NONE;
  }
  ccl_dump_close(dumper);
}

static void dump_base(ccl_dumper *dumper, const ccl_base *base) {
  if (!base->said)
    return;
  ccl_dump_open(dumper, base->all ? "base-all" : "base");
  if (base->has_window) {
    ccl_dump_word(dumper, ccl_window_name(base->window.kind));
    if (base->window.kind == CCL_WINDOW_LAST_N)
      ccl_dump_count(dumper, base->window.periods);
  }
  ccl_dump_place(dumper, base->span);
  dump_articles_named(dumper, base->all ? "except" : "on", base->names, base->name_count);
  ccl_dump_close(dumper);
}

static void dump_article(ccl_dumper *dumper, const ccl_article *article) {
  ccl_dump_open(dumper, "article");
  ccl_dump_quoted(dumper, article->number);
  ccl_dump_name(dumper, article->name);
  ccl_dump_quoted(dumper, article->title);
  ccl_dump_place(dumper, article->span);
  ccl_dump_open(dumper, "in-force");
  ccl_dump_days(dumper, article->in_force);
  ccl_dump_close(dumper);
  dump_before(dumper, article);
  for (size_t i = 0; i < article->override_count; i++)
    dump_override(dumper, &article->overrides[i]);
  dump_dims(dumper, "for-each", article->for_each, article->for_each_count);
  ccl_dump_part(dumper, "when", article->when);
  if (article->billing != CCL_ARTICLE_EVERY_PERIOD)
    ccl_dump_fact(dumper, "billing", article->billing == CCL_ARTICLE_QUARTERLY ? "quarterly" : "yearly");
  if (article->in_advance)
    ccl_dump_fact(dumper, "billing", "in-advance");
  dump_base(dumper, &article->base);
  for (size_t i = 0; i < article->effect_count; i++)
    dump_effect(dumper, &article->effects[i]);
  ccl_dump_close(dumper);
}

/* ---- Requirements and examples ---- */

static void dump_requirement(ccl_dumper *dumper, const ccl_requirement *requirement) {
  ccl_dump_open(dumper, "require");
  ccl_dump_place(dumper, requirement->span);
  ccl_dump_expr(dumper, requirement->condition);
  if (requirement->from > CCL_DAY_MIN)
    ccl_dump_named(dumper, "from", ccl_day_text(requirement->from));
  ccl_dump_text(dumper, "else", requirement->otherwise);
  ccl_dump_close(dumper);
}

/* Keys have no unit of their own: numbers are in base units. */
static void dump_keys(ccl_dumper *dumper, const ccl_value *keys, size_t count) {
  for (size_t i = 0; i < count; i++)
    ccl_dump_value(dumper, (ccl_type){ .kind = keys[i].kind }, keys[i]);
}

static ccl_str given_name(const ccl_plan *plan, const ccl_given *given) {
  switch (given->kind) {
  case CCL_GIVEN_PARAMETER: return plan->parameters[given->index].name;
  case CCL_GIVEN_INPUT: return plan->inputs[given->index].name;
  case CCL_GIVEN_MEASURE: return plan->measures[given->index].name;
  }
  CCL_BUG("a given of no kind");
}

static void dump_given(ccl_dumper *dumper, const ccl_given *given) {
  ccl_dump_open(dumper, "given");
  ccl_dump_name(dumper, given_name(dumper->plan, given));
  dump_keys(dumper, given->keys, given->key_count);
  if (given->earlier)
    ccl_dump_word(dumper, "earlier");
  ccl_dump_place(dumper, given->span);
  if (given->article_name != CCL_NONE)
    ccl_dump_named(dumper, "in", dumper->plan->article_names[given->article_name].name);
  ccl_dump_expr(dumper, given->value);
  ccl_dump_close(dumper);
}

static void dump_table(ccl_dumper *dumper, const ccl_example_table *table) {
  const ccl_activity *activity = &dumper->plan->activities[table->activity];
  ccl_dump_open(dumper, "rows-of");
  ccl_dump_name(dumper, activity->name);
  ccl_dump_place(dumper, table->span);
  ccl_dump_open(dumper, "fields");
  for (size_t c = 0; c < table->field_count; c++)
    ccl_dump_name(dumper, activity->fields[table->fields[c]].name);
  ccl_dump_close(dumper);
  for (size_t r = 0; r < table->row_count; r++) {
    ccl_dump_open(dumper, "row");
    for (size_t c = 0; c < table->field_count; c++)
      ccl_dump_value(dumper, activity->fields[table->fields[c]].type, table->rows[r][c]);
    ccl_dump_place(dumper, table->row_spans[r]);
    ccl_dump_close(dumper);
  }
  ccl_dump_close(dumper);
}

static void dump_expectation(ccl_dumper *dumper, const ccl_expectation *expectation) {
  ccl_dump_open(dumper, "expect");
  ccl_dump_name(dumper, expectation->name);
  ccl_dump_place(dumper, expectation->span);
  ccl_dump_expr(dumper, expectation->figure);
  ccl_dump_part(dumper, "is", expectation->value);
  ccl_dump_close(dumper);
}

static void dump_example(ccl_dumper *dumper, const ccl_example *example) {
  ccl_dump_open(dumper, "example");
  ccl_dump_quoted(dumper, example->text);
  ccl_dump_place(dumper, example->span);
  ccl_dump_named(dumper, "period", example->period);
  for (size_t i = 0; i < example->given_count; i++)
    dump_given(dumper, &example->givens[i]);
  for (size_t i = 0; i < example->table_count; i++)
    dump_table(dumper, &example->tables[i]);
  for (size_t i = 0; i < example->expectation_count; i++)
    dump_expectation(dumper, &example->expectations[i]);
  ccl_dump_close(dumper);
}

/* A name that amendments have given to several articles; by their numbers in the plan, from 0. */
static void dump_shared_name(ccl_dumper *dumper, const ccl_article_name *name) {
  if (name->article_count < 2)
    return;
  ccl_dump_open(dumper, "shared-name");
  ccl_dump_name(dumper, name->name);
  for (size_t i = 0; i < name->article_count; i++)
    ccl_dump_count(dumper, name->articles[i]);
  ccl_dump_close(dumper);
}

void ccl_dump_rules(ccl_dumper *dumper) {
  const ccl_plan *plan = dumper->plan;
  dump_header(dumper);
  for (size_t i = 0; i < plan->articles_count; i++)
    dump_article(dumper, &plan->articles[i]);
  for (size_t i = 0; i < plan->article_names_count; i++)
    dump_shared_name(dumper, &plan->article_names[i]);
  for (size_t i = 0; i < plan->requirements_count; i++)
    dump_requirement(dumper, &plan->requirements[i]);
  for (size_t i = 0; i < plan->examples_count; i++)
    dump_example(dumper, &plan->examples[i]);
}
