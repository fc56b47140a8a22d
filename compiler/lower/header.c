/* SPDX-License-Identifier: Apache-2.0 */
/* The header of a contract (clause 3.1), and the clauses that articles share with it: dates, VAT, proration. */
#include "lower/private.h"

static ccl_str text_of(const ccl_node *node) {
  return ccl_is_error(node) ? (ccl_str){ 0 } : node->text;
}

int64_t ccl_lower_count(const ccl_node *number) {
  ccl_rat value;
  int64_t count = 0;
  if (ccl_is_error(number) || !ccl_rat_parse(number->text, &value) || !ccl_rat_to_int(value, &count))
    return 0;
  return count;
}

ccl_day ccl_lower_date(const ccl_node *date) {
  return ccl_day_from((ccl_ymd){ date->value.year, date->value.month, date->value.day });
}

bool ccl_lower_last_day(ccl_diags *diags, ccl_day from, const ccl_node *from_node, const ccl_node *to, const ccl_node *length, ccl_day *last) {
  *last = CCL_DAY_MAX;
  if (!ccl_is_error(to)) {
    *last = ccl_lower_date(to);
    if (*last >= from)
      return true;
    ccl_diag *diag = ccl_report(diags, &ccl_lower_say_inverted_dates, to->span, CCL_ARGS(ccl_day_text(from), ccl_day_text(*last)));
    if (from_node != NULL)
      ccl_diag_note(diag, &ccl_lower_say_starts_here, from_node->span, CCL_NO_ARGS);
    return false;
  }
  if (!ccl_is_error(length)) {
    int64_t count = ccl_lower_count(CCL_GET(length, LENGTH, COUNT));
    int64_t months = length->word == CCL_WORD_YEAR ? 12 * count : count;
    if (count < 1 || months > 12 * 9999) {
      ccl_report(diags, &ccl_lower_say_inverted_dates, length->span, CCL_ARGS(ccl_day_text(from), ccl_day_text(from - 1)));
      return false;
    }
    *last = ccl_day_span_last(from, (int)months);
  }
  return true;
}

/* ---- VAT, proration ---- */

/* The figure of a percentage as written; false when it is something else. */
static bool percent_of(const ccl_node *quantity, bool per_year_allowed, ccl_rat *out) {
  ccl_rat figure;
  if (ccl_is_error(quantity) || quantity->kind != CCL_NODE_QUANTITY)
    return false;
  const ccl_node *unit = CCL_GET(quantity, QUANTITY, UNIT);
  if (ccl_is_error(unit) || ccl_node_len(unit) < 1 || ccl_node_at(unit, 0)->kind != CCL_NODE_PERCENT)
    return false;
  if (ccl_node_len(unit) > (per_year_allowed ? 2u : 1u) || !ccl_rat_parse(CCL_GET(quantity, QUANTITY, NUMBER)->text, &figure))
    return false;
  *out = ccl_rat_div(figure, ccl_rat_int(100));
  return true;
}

ccl_vat ccl_lower_vat(ccl_diags *diags, const ccl_node *vat) {
  ccl_vat result = { CCL_VAT_NONE, CCL_RAT_ZERO, { 0 } };
  if (ccl_is_error(vat))
    return result;
  if (vat->word == CCL_WORD_REVERSE_CHARGE)
    result.kind = CCL_VAT_REVERSE;
  else if (vat->word == CCL_WORD_OUTSIDE_SCOPE)
    result.kind = CCL_VAT_OUTSIDE;
  else if (vat->word == CCL_WORD_EXEMPT) {
    result.kind = CCL_VAT_EXEMPT;
    result.reason = text_of(CCL_GET(vat, VAT, REASON));
  } else if (percent_of(CCL_GET(vat, VAT, RATE), false, &result.rate))
    result.kind = CCL_VAT_RATE;
  else if (!ccl_is_error(CCL_GET(vat, VAT, RATE)))
    ccl_diag_help(ccl_report(diags, &ccl_lower_say_vat_not_percent, CCL_GET(vat, VAT, RATE)->span, CCL_NO_ARGS), &ccl_lower_say_vat_not_percent_help, CCL_NO_ARGS);
  return result;
}

ccl_proration ccl_lower_proration(const ccl_node *proration) {
  if (ccl_is_error(proration) || ccl_is_error(CCL_GET(proration, PRORATION, RULE)))
    return CCL_PRORATION_NONE;
  switch ((int)CCL_GET(proration, PRORATION, RULE)->word) {
  case CCL_WORD_DAILY:
    return CCL_PRORATION_DAILY;
  case CCL_WORD_THIRTIETHS:
    return CCL_PRORATION_THIRTIETHS;
  case CCL_WORD_MONTHS_STARTED:
    return CCL_PRORATION_STARTED;
  case CCL_WORD_MONTHS_COMPLETE:
    return CCL_PRORATION_COMPLETE;
  default:
    return CCL_PRORATION_NONE;
  }
}

/* ---- Parties ---- */

static const struct {
  ccl_word word;
  ccl_party_field field;
} party_words[] = {
  { CCL_WORD_SIREN, CCL_PARTY_SIREN },
  { CCL_WORD_SIRET, CCL_PARTY_SIRET },
  { CCL_WORD_VAT_ID, CCL_PARTY_VAT_ID },
  { CCL_WORD_LEGAL_FORM, CCL_PARTY_LEGAL_FORM },
  { CCL_WORD_SHARE_CAPITAL, CCL_PARTY_SHARE_CAPITAL },
  { CCL_WORD_REGISTER, CCL_PARTY_REGISTER },
  { CCL_WORD_ADDRESS, CCL_PARTY_ADDRESS },
  { CCL_WORD_POSTCODE, CCL_PARTY_POSTCODE },
  { CCL_WORD_CITY, CCL_PARTY_CITY },
  { CCL_WORD_COUNTRY, CCL_PARTY_COUNTRY },
  { CCL_WORD_EMAIL, CCL_PARTY_EMAIL },
  { CCL_WORD_PHONE, CCL_PARTY_PHONE },
  { CCL_WORD_ELECTRONIC_ADDRESS, CCL_PARTY_ELECTRONIC_ADDRESS },
  { CCL_WORD_IBAN, CCL_PARTY_IBAN },
  { CCL_WORD_BIC, CCL_PARTY_BIC },
};

static void read_party(const ccl_node *node, ccl_header *header) {
  ccl_party *party = node->word == CCL_WORD_CLIENT ? &header->client : &header->provider;
  *party = (ccl_party){ 0 };
  party->fields[CCL_PARTY_NAME] = text_of(CCL_GET(node, PARTY, NAME));
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *detail = ccl_node_at(node, i);
    if (ccl_is_error(detail) || detail->kind != CCL_NODE_PARTY_DETAIL)
      continue;
    for (size_t k = 0; k < sizeof party_words / sizeof *party_words; k++)
      if (party_words[k].word == detail->word)
        party->fields[party_words[k].field] = text_of(CCL_GET(detail, PARTY_DETAIL, VALUE));
  }
}

/* ---- Items ---- */

/* A header while it is read: what was said, and where. */
typedef struct reading {
  ccl_units *units;
  ccl_diags *diags;
  ccl_header *header;
  ccl_lang lang;
  const ccl_node *currency, *in_force, *billing, *client, *provider, *rounding, *zone, *recovery;
} reading;

static void read_currency(reading *r) {
  const ccl_node *code = CCL_GET(r->currency, CURRENCY, CODE);
  if (ccl_is_error(code))
    return;
  r->header->currency = ccl_unit_currency(r->units, code->text);
  if (r->header->currency == NULL)
    ccl_diag_help(ccl_report(r->diags, &ccl_lower_say_unknown_currency, code->span, CCL_ARGS(code->text)), &ccl_lower_say_unknown_currency_help, CCL_NO_ARGS);
}

static void read_dates(reading *r) {
  const ccl_node *from = CCL_GET(r->in_force, IN_FORCE, FROM);
  if (ccl_is_error(from))
    return;
  ccl_days days = { ccl_lower_date(from), CCL_DAY_MAX };
  if (ccl_lower_last_day(r->diags, days.from, from, CCL_GET(r->in_force, IN_FORCE, TO), CCL_GET(r->in_force, IN_FORCE, LENGTH), &days.to))
    r->header->cycle.contract = days;
}

static void read_billing(reading *r) {
  const ccl_node *period = CCL_GET(r->billing, BILLING, PERIOD), *timing = CCL_GET(r->billing, BILLING, TIMING);
  if (!ccl_is_error(period))
    r->header->cycle.billing = period->word == CCL_WORD_QUARTERLY ? CCL_BILLING_QUARTERLY
                               : period->word == CCL_WORD_YEARLY  ? CCL_BILLING_YEARLY
                               : period->word == CCL_WORD_WEEKLY  ? CCL_BILLING_WEEKLY
                                                                  : CCL_BILLING_MONTHLY;
  r->header->in_advance = !ccl_is_error(timing) && timing->word == CCL_WORD_IN_ADVANCE;
}

static void read_zone(reading *r) {
  const ccl_node *name = CCL_GET(r->zone, TIME_ZONE, TEXT);
  if (ccl_is_error(name))
    return;
  const ccl_zone *zone = ccl_zone_find(name->text);
  if (zone != NULL) {
    r->header->zone = zone;
    r->header->zone_name = name->text;
    return;
  }
  ccl_diag *diag = ccl_report(r->diags, &ccl_lower_say_unknown_zone, name->span, CCL_ARGS(name->text));
  ccl_str nearest = ccl_zone_nearest(name->text);
  if (nearest.len > 0)
    ccl_diag_help(diag, &ccl_lower_say_unknown_zone_help, CCL_ARGS(nearest));
}

/* The default: commercial, to the currency's minor unit, per line. */
static void read_rounding(reading *r) {
  ccl_rounding_rule *rule = &r->header->rounding;
  *rule = (ccl_rounding_rule){ CCL_ROUND_COMMERCIAL, ccl_rat_frac(1, 100), false };
  if (r->header->currency != NULL) {
    int32_t digits = r->header->currency->factors[0].base->minor_digits;
    rule->step = ccl_rat_pow(ccl_rat_int(10), -digits);
  }
  if (r->rounding == NULL)
    return;
  const ccl_node *mode = CCL_GET(r->rounding, ROUNDING, MODE), *step = CCL_GET(r->rounding, ROUNDING, STEP), *scope = CCL_GET(r->rounding, ROUNDING, SCOPE);
  if (!ccl_is_error(mode))
    rule->mode = mode->word == CCL_WORD_BANKERS    ? CCL_ROUND_BANKERS
                 : mode->word == CCL_WORD_UPWARD   ? CCL_ROUND_UPWARD
                 : mode->word == CCL_WORD_DOWNWARD ? CCL_ROUND_DOWNWARD
                                                   : CCL_ROUND_COMMERCIAL;
  rule->per_total = !ccl_is_error(scope) && scope->word == CCL_WORD_PER_TOTAL;
  ccl_rat figure;
  if (ccl_is_error(step) || !ccl_rat_parse(step->text, &figure))
    return;
  if (ccl_rat_sign(figure) > 0)
    rule->step = figure;
  else
    ccl_report(r->diags, &ccl_lower_say_step_not_positive, step->span, CCL_NO_ARGS);
}

static void read_payment(const ccl_node *node, ccl_terms *terms) {
  terms->payment = node->word == CCL_WORD_WITHIN                ? CCL_PAY_WITHIN
                   : node->word == CCL_WORD_WITHIN_END_OF_MONTH ? CCL_PAY_WITHIN_THEN_MONTH_END
                                                                : CCL_PAY_MONTH_END_PLUS;
  int64_t days = ccl_lower_count(CCL_GET(node, PAYMENT, DAYS));
  terms->payment_days = days > 36500 ? 36500 : (int32_t)days;
}

static void read_interest(reading *r, const ccl_node *node) {
  const ccl_node *rate = CCL_GET(node, LATE_INTEREST, RATE);
  r->header->terms.has_late_interest = percent_of(rate, true, &r->header->terms.late_interest);
  if (!r->header->terms.has_late_interest && !ccl_is_error(rate))
    ccl_diag_help(ccl_report(r->diags, &ccl_lower_say_interest_not_percent, rate->span, CCL_NO_ARGS), &ccl_lower_say_interest_not_percent_help, CCL_NO_ARGS);
}

static void read_recovery(reading *r) {
  const ccl_node *amount = CCL_GET(r->recovery, RECOVERY_FEE, AMOUNT);
  if (ccl_is_error(amount))
    return;
  ccl_terms *terms = &r->header->terms;
  const ccl_node *unit = amount->kind == CCL_NODE_QUANTITY ? CCL_GET(amount, QUANTITY, UNIT) : NULL;
  if (!ccl_is_error(unit) && ccl_node_len(unit) == 1 && ccl_node_at(unit, 0)->kind == CCL_NODE_NAME)
    terms->recovery_unit = ccl_unit_currency(r->units, ccl_node_at(unit, 0)->text);
  if (terms->recovery_unit != NULL && ccl_rat_parse(CCL_GET(amount, QUANTITY, NUMBER)->text, &terms->recovery_fee))
    terms->has_recovery_fee = true;
  else
    ccl_diag_help(ccl_report(r->diags, &ccl_lower_say_fee_not_money, amount->span, CCL_NO_ARGS), &ccl_lower_say_fee_not_money_help, CCL_NO_ARGS);
}

static void read_item(reading *r, const ccl_node *item) {
  ccl_header *header = r->header;
  switch ((int)item->kind) {
  case CCL_NODE_REFERENCE:
    header->reference = text_of(CCL_GET(item, REFERENCE, TEXT));
    break;
  case CCL_NODE_PARTY:
    *(item->word == CCL_WORD_CLIENT ? &r->client : &r->provider) = item;
    read_party(item, header);
    break;
  case CCL_NODE_CURRENCY:
    r->currency = item;
    break;
  case CCL_NODE_IN_FORCE:
    r->in_force = item;
    break;
  case CCL_NODE_BILLING:
    r->billing = item;
    break;
  case CCL_NODE_FISCAL_YEAR:
    if (!ccl_is_error(CCL_GET(item, FISCAL_YEAR, KIND)))
      header->cycle.fiscal = CCL_GET(item, FISCAL_YEAR, KIND)->word == CCL_WORD_CONTRACTUAL ? CCL_FISCAL_CONTRACTUAL : CCL_FISCAL_CALENDAR;
    break;
  case CCL_NODE_TIME_ZONE:
    r->zone = item;
    break;
  case CCL_NODE_VAT:
    header->vat = ccl_lower_vat(r->diags, item);
    break;
  case CCL_NODE_ROUNDING:
    r->rounding = item;
    break;
  case CCL_NODE_PRORATION:
    header->proration = ccl_lower_proration(item);
    break;
  case CCL_NODE_PAYMENT:
    read_payment(item, &header->terms);
    break;
  case CCL_NODE_LATE_INTEREST:
    read_interest(r, item);
    break;
  case CCL_NODE_RECOVERY_FEE:
    r->recovery = item;
    break;
  case CCL_NODE_EARLY_DISCOUNT:
    header->terms.has_early_discount = true;
    header->terms.early_discount = text_of(CCL_GET(item, EARLY_DISCOUNT, TERMS));
    break;
  case CCL_NODE_VAT_ON_DEBITS:
    header->terms.vat_on_debits = true;
    break;
  case CCL_NODE_PURCHASE_ORDER:
    header->purchase_order = text_of(CCL_GET(item, PURCHASE_ORDER, TEXT));
    break;
  case CCL_NODE_BUYER_REFERENCE:
    header->buyer_reference = text_of(CCL_GET(item, BUYER_REFERENCE, TEXT));
    break;
  case CCL_NODE_EDITION:
    if (!ccl_is_error(CCL_GET(item, EDITION, NUMBER)) && ccl_lower_count(CCL_GET(item, EDITION, NUMBER)) != 1)
      ccl_report(r->diags, &ccl_lower_say_unknown_edition, item->span, CCL_NO_ARGS);
    break;
  default: /* prose, errors already reported */
    break;
  }
}

void ccl_lower_header_items(const ccl_node *amendment, ccl_units *units, ccl_diags *diags, ccl_header *header) {
  reading r = { .units = units, .diags = diags, .header = header, .lang = header->lang };
  for (uint32_t i = 0; i < ccl_node_len(amendment); i++)
    read_item(&r, ccl_node_at(amendment, i));
  if (r.rounding != NULL)
    read_rounding(&r);
  if (r.recovery != NULL)
    read_recovery(&r);
}

/* What an invoice cannot do without, reported at the word `contract`. */
static void require_items(const reading *r, ccl_span head) {
  const struct {
    const ccl_node *found;
    const ccl_message *message, *help;
  } needed[] = {
    { r->client, &ccl_lower_say_no_client, &ccl_lower_say_no_client_help },
    { r->provider, &ccl_lower_say_no_provider, &ccl_lower_say_no_provider_help },
    { r->currency, &ccl_lower_say_no_currency, &ccl_lower_say_no_currency_help },
    { r->in_force, &ccl_lower_say_no_dates, &ccl_lower_say_no_dates_help },
    { r->billing, &ccl_lower_say_no_billing, &ccl_lower_say_no_billing_help },
  };
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
    if (needed[i].found == NULL)
      ccl_diag_help(ccl_report(r->diags, needed[i].message, head, CCL_NO_ARGS), needed[i].help, CCL_NO_ARGS);
}

bool ccl_lower_header(const ccl_tree *contract, ccl_units *units, ccl_diags *diags, ccl_header *header) {
  size_t errors = diags->errors;
  reading r = { .units = units, .diags = diags, .header = header, .lang = contract->lang };
  *header = (ccl_header){ .lang = contract->lang, .zone_name = CCL_STR("Europe/Paris") };
  header->cycle.contract = (ccl_days){ CCL_DAY_MIN, CCL_DAY_MAX };
  header->zone = ccl_zone_find(header->zone_name);
  const ccl_node *root = contract->root;
  if (root->kind != CCL_NODE_CONTRACT)
    return false;
  header->title = text_of(CCL_GET(root, CONTRACT, TITLE));
  const ccl_node *items = CCL_GET(root, CONTRACT, HEADER);
  bool has_errors = ccl_is_error(items);
  for (uint32_t i = 0; items != NULL && i < ccl_node_len(items); i++) {
    has_errors |= ccl_is_error(ccl_node_at(items, i));
    read_item(&r, ccl_node_at(items, i));
  }
  if (r.currency != NULL)
    read_currency(&r);
  if (r.in_force != NULL)
    read_dates(&r);
  if (r.billing != NULL)
    read_billing(&r);
  if (r.zone != NULL)
    read_zone(&r);
  read_rounding(&r);
  if (r.recovery != NULL)
    read_recovery(&r);
  if (!has_errors) /* else what is missing may be what could not be read */
    require_items(&r, root->head);
  if (header->currency == NULL)
    header->currency = ccl_unit_currency(units, CCL_STR("EUR"));
  return diags->errors == errors && !has_errors;
}
