/* SPDX-License-Identifier: Apache-2.0 */
/* The invoice for a person at a terminal (cli.md 5): at most 100 columns, figures with the marks of the language, long labels on several lines. */
#include "base/utf8.h"
#include "invoice/shown.h"
#include "render/invoice.h"
#include "render/messages.h"
#include "value/spell.h"

#define NO_BREAK_SPACE "\xC2\xA0"

enum { WIDTH = 100, ARTICLE_WIDTH = 7, LABEL_WIDTH = 37, QUANTITY_WIDTH = 14, UNIT_WIDTH = 10, PRICE_WIDTH = 13, AMOUNT_WIDTH = 15, PARTY_WIDTH = 48 };

typedef struct sheet {
  ccl_buf *out;
  const ccl_invoice *invoice;
  const ccl_plan *plan;
  ccl_lang lang;
} sheet;

static ccl_str say(const sheet *page, const ccl_message *message) {
  return ccl_message_text(message, page->lang, CCL_NO_ARGS);
}

static ccl_str say_with(const sheet *page, const ccl_message *message, ccl_str argument) {
  return ccl_message_text(message, page->lang, CCL_ARGS(argument));
}

static void blanks(const sheet *page, size_t count) {
  ccl_buf_fill(page->out, ' ', count);
}

/* Texts of a contract are escaped: no control character reaches a terminal. */
static ccl_str safe(ccl_str text) {
  return ccl_utf8_escape(text, 1000);
}

static void left(const sheet *page, ccl_str text, size_t width) {
  size_t used = ccl_utf8_width(text);
  ccl_buf_add(page->out, text);
  blanks(page, used < width ? width - used : 1);
}

static void right(const sheet *page, ccl_str text, size_t width) {
  size_t used = ccl_utf8_width(text);
  blanks(page, used < width ? width - used : 1);
  ccl_buf_add(page->out, text);
}

/* Blanks at the end of a line are dropped. */
static void end_line(const sheet *page) {
  while (page->out->len > 0 && page->out->ptr[page->out->len - 1] == ' ')
    page->out->len--;
  ccl_buf_char(page->out, '\n');
}

static void rule(const sheet *page) {
  ccl_buf_fill(page->out, '-', WIDTH);
  end_line(page);
}

/* ---- Figures ---- */

static const ccl_base_unit *currency(const sheet *page) {
  return page->plan->header.currency->factors[0].base;
}

static ccl_str with_currency(const sheet *page, ccl_str decimal, ccl_str code) {
  const char *symbol = ccl_str_is(code, "EUR") ? "€" : ccl_str_is(code, "USD") ? "$" : ccl_str_is(code, "GBP") ? "£" : NULL;
  ccl_str figure = ccl_spell_decimal(decimal, page->lang);
  bool negative = figure.len > 0 && figure.ptr[0] == '-';
  ccl_str plain = ccl_str_sub(figure, negative, figure.len);
  if (symbol != NULL && page->lang == CCL_LANG_EN)
    return ccl_str_join((ccl_str[]){ negative ? CCL_STR("-") : (ccl_str){ 0 }, ccl_str_from(symbol), plain }, 3, (ccl_str){ 0 });
  ccl_str unit = symbol == NULL ? code : ccl_str_from(symbol);
  return ccl_str_join((ccl_str[]){ figure, unit }, 2, CCL_STR(NO_BREAK_SPACE));
}

static ccl_str money(const sheet *page, ccl_rat amount) {
  return with_currency(page, ccl_shown_money(page->plan, amount), currency(page)->name);
}

static ccl_str with_percent(const sheet *page, ccl_str decimal) {
  return ccl_str_join((ccl_str[]){ ccl_spell_decimal(decimal, page->lang), CCL_STR("%") }, 2, CCL_STR(NO_BREAK_SPACE));
}

static ccl_str percent(const sheet *page, ccl_rat share) {
  return with_percent(page, ccl_shown_percent(share));
}

static ccl_str price(const sheet *page, const ccl_line *line) {
  if (line->price_unit != NULL && line->price_unit->is_percent)
    return percent(page, line->price);
  ccl_str decimal = ccl_shown_price(page->plan, line).decimal;
  int32_t power;
  const ccl_base_unit *unit = line->price_unit == NULL ? NULL : ccl_dimension_currency(line->price_unit->dimension, &power);
  return unit == NULL ? ccl_spell_decimal(decimal, page->lang) : with_currency(page, decimal, unit->name);
}

/* ---- Head ---- */

static void fact(const sheet *page, const ccl_message *name, ccl_str value) {
  left(page, say(page, name), 20);
  ccl_buf_add(page->out, value);
  end_line(page);
}

static void head(const sheet *page) {
  const ccl_invoice *invoice = page->invoice;
  ccl_buf_add(page->out, say(page, invoice->is_credit_note ? &ccl_render_say_credit_note : &ccl_render_say_invoice));
  ccl_buf_char(page->out, ' ');
  ccl_buf_add(page->out, invoice->number.len > 0 ? say_with(page, &ccl_render_say_number, invoice->number) : say(page, &ccl_render_say_draft));
  end_line(page);
  end_line(page);
  ccl_str title = safe(page->plan->header.title), reference = safe(page->plan->header.reference);
  fact(page, &ccl_render_say_contract, reference.len == 0 ? title : ccl_str_join((ccl_str[]){ reference, title }, 2, CCL_STR(" — ")));
  fact(page, &ccl_render_say_period,
       ccl_message_text(&ccl_render_say_from_to, page->lang, CCL_ARGS(ccl_spell_day(invoice->period.from, page->lang), ccl_spell_day(invoice->period.to, page->lang))));
  fact(page, &ccl_render_say_issued, ccl_spell_day(invoice->issued, page->lang));
  if (invoice->has_due)
    fact(page, &ccl_render_say_due, ccl_spell_day(invoice->due, page->lang));
  if (page->plan->header.purchase_order.len > 0)
    fact(page, &ccl_render_say_purchase_order, safe(page->plan->header.purchase_order));
  if (page->plan->header.buyer_reference.len > 0)
    fact(page, &ccl_render_say_buyer_reference, safe(page->plan->header.buyer_reference));
  end_line(page);
}

/* ---- Parties, side by side ---- */

typedef CCL_VEC(ccl_str) text_list;

static void push_joined(text_list *list, ccl_str a, ccl_str b, const char *between) {
  if (a.len > 0 && b.len > 0)
    ccl_vec_push(list, ccl_str_join((ccl_str[]){ a, b }, 2, ccl_str_from(between)));
  else if (a.len + b.len > 0)
    ccl_vec_push(list, a.len > 0 ? a : b);
}

static ccl_str detail(const sheet *page, const ccl_party *party, ccl_party_field field, const ccl_message *message) {
  ccl_str text = safe(party->fields[field]);
  return text.len == 0 || message == NULL ? text : say_with(page, message, text);
}

/* Words of a text on lines of at most `width` columns; a longer word has a line of its own. */
static void wrap(text_list *lines, ccl_str text, size_t width) {
  size_t start = 0, last_blank = 0, used = 0;
  bool has_blank = false;
  for (size_t at = 0; at < text.len;) {
    size_t here = at;
    int32_t c = ccl_utf8_next(text, &at);
    if (c == ' ') {
      has_blank = true;
      last_blank = here;
    }
    used = ccl_utf8_width(ccl_str_sub(text, start, at));
    if (used <= width || !has_blank)
      continue;
    ccl_vec_push(lines, ccl_str_sub(text, start, last_blank));
    start = last_blank + 1;
    has_blank = false;
  }
  ccl_vec_push(lines, ccl_str_sub(text, start, text.len));
}

static void party_lines(const sheet *page, const ccl_message *role, const ccl_party *party, text_list *lines) {
  text_list facts = { 0 };
  ccl_vec_push(&facts, say(page, role));
  push_joined(&facts, safe(party->fields[CCL_PARTY_NAME]), (ccl_str){ 0 }, "");
  push_joined(&facts, detail(page, party, CCL_PARTY_LEGAL_FORM, NULL), detail(page, party, CCL_PARTY_SHARE_CAPITAL, &ccl_render_say_share_capital), ", ");
  push_joined(&facts, detail(page, party, CCL_PARTY_ADDRESS, NULL), (ccl_str){ 0 }, "");
  push_joined(&facts, detail(page, party, CCL_PARTY_POSTCODE, NULL), detail(page, party, CCL_PARTY_CITY, NULL), " ");
  push_joined(&facts, detail(page, party, CCL_PARTY_COUNTRY, NULL), (ccl_str){ 0 }, "");
  push_joined(&facts, detail(page, party, CCL_PARTY_SIREN, &ccl_render_say_siren), detail(page, party, CCL_PARTY_SIRET, &ccl_render_say_siret), ", ");
  push_joined(&facts, detail(page, party, CCL_PARTY_REGISTER, &ccl_render_say_register), (ccl_str){ 0 }, "");
  push_joined(&facts, detail(page, party, CCL_PARTY_VAT_ID, &ccl_render_say_vat_id), (ccl_str){ 0 }, "");
  push_joined(&facts, detail(page, party, CCL_PARTY_EMAIL, NULL), detail(page, party, CCL_PARTY_PHONE, NULL), ", ");
  push_joined(&facts, detail(page, party, CCL_PARTY_ELECTRONIC_ADDRESS, &ccl_render_say_electronic_address), (ccl_str){ 0 }, "");
  push_joined(&facts, detail(page, party, CCL_PARTY_IBAN, &ccl_render_say_iban), detail(page, party, CCL_PARTY_BIC, &ccl_render_say_bic), ", ");
  for (size_t i = 0; i < facts.len; i++)
    wrap(lines, facts.items[i], PARTY_WIDTH);
}

static void parties(const sheet *page) {
  text_list provider = { 0 }, client = { 0 };
  party_lines(page, &ccl_render_say_provider, &page->plan->header.provider, &provider);
  party_lines(page, &ccl_render_say_client, &page->plan->header.client, &client);
  for (size_t i = 0; i < provider.len || i < client.len; i++) {
    left(page, i < provider.len ? provider.items[i] : (ccl_str){ 0 }, PARTY_WIDTH + 2);
    ccl_buf_add(page->out, i < client.len ? client.items[i] : (ccl_str){ 0 });
    end_line(page);
  }
  end_line(page);
}

/* ---- Lines ---- */

static void columns(const sheet *page, ccl_str article, ccl_str label, ccl_str quantity, ccl_str unit, ccl_str unit_price, ccl_str amount) {
  left(page, article, ARTICLE_WIDTH);
  left(page, label, LABEL_WIDTH);
  right(page, quantity, QUANTITY_WIDTH);
  blanks(page, 2);
  left(page, unit, UNIT_WIDTH);
  right(page, unit_price, PRICE_WIDTH);
  right(page, amount, AMOUNT_WIDTH);
  end_line(page);
}

static void add_part(ccl_buf *label, ccl_str part) {
  if (label->len > 0)
    ccl_buf_z(label, ", ");
  ccl_buf_add(label, part);
}

static ccl_str slice_text(const sheet *page, const ccl_line *line) {
  ccl_str above = ccl_spell_decimal(ccl_shown_figure(line->slice_above, line->quantity_unit).decimal, page->lang);
  ccl_str top = line->slice_has_top ? ccl_spell_decimal(ccl_shown_figure(line->slice_up_to, line->quantity_unit).decimal, page->lang) : (ccl_str){ 0 };
  if (!line->slice_has_top)
    return say_with(page, &ccl_render_say_slice_last, above);
  if (ccl_rat_is_zero(line->slice_above))
    return say_with(page, &ccl_render_say_slice_first, top);
  return ccl_message_text(&ccl_render_say_slice, page->lang, CCL_ARGS(above, top));
}

static ccl_str group_text(const sheet *page, const uint32_t *dims, const ccl_value *values, size_t count) {
  ccl_buf text = { 0 };
  for (size_t i = 0; i < count; i++)
    add_part(&text, safe(ccl_shown_key(page->plan, page->plan->dims[dims[i]].type, values[i])));
  return ccl_buf_str(&text);
}

/* How many months (years …) of a recurring amount a line counts. */
static ccl_str times_text(const sheet *page, const ccl_line *line) {
  static const ccl_message *const units[] = {
    [CCL_PER_DAY] = &ccl_render_say_times_day,         [CCL_PER_WEEK] = &ccl_render_say_times_week, [CCL_PER_MONTH] = &ccl_render_say_times_month,
    [CCL_PER_QUARTER] = &ccl_render_say_times_quarter, [CCL_PER_YEAR] = &ccl_render_say_times_year,
  };
  const ccl_effect *effect = &page->plan->articles[line->article].effects[line->effect];
  return say_with(page, units[effect->recurrence], ccl_spell_decimal(ccl_rat_text(line->times), page->lang));
}

/* What stands in brackets behind a label: the group, the slice, the days, the share, the times. */
static ccl_str remarks(const sheet *page, const ccl_line *line) {
  ccl_buf text = { 0 };
  if (line->group_count > 0)
    add_part(&text, group_text(page, line->dims, line->group, line->group_count));
  if (line->has_slice)
    add_part(&text, slice_text(page, line));
  if (line->has_days)
    add_part(&text, ccl_message_text(&ccl_render_say_from_to, page->lang, CCL_ARGS(ccl_spell_day(line->days.from, page->lang), ccl_spell_day(line->days.to, page->lang))));
  if (line->has_share && line->has_basis)
    add_part(&text, ccl_message_text(&ccl_render_say_share_of, page->lang, CCL_ARGS(percent(page, line->share), money(page, line->basis))));
  if (line->has_times && !ccl_rat_eq(line->times, CCL_RAT_ONE))
    add_part(&text, times_text(page, line));
  return ccl_buf_str(&text);
}

/* A sum that a share is taken of keeps two decimals where it has one, as sums are written. */
static ccl_str quantity_text(const sheet *page, const ccl_line *line) {
  ccl_str text = ccl_shown_figure(line->quantity, line->quantity_unit).decimal;
  int32_t power;
  bool is_money = line->quantity_unit != NULL && ccl_dimension_currency(line->quantity_unit->dimension, &power) != NULL;
  if (is_money && text.len > 2 && text.ptr[text.len - 2] == '.')
    text = ccl_str_printf("%s0", ccl_str_z(text));
  return ccl_spell_decimal(text, page->lang);
}

static void line_rows(const sheet *page, const ccl_line *line) {
  text_list label = { 0 };
  wrap(&label, safe(line->label), LABEL_WIDTH - 1);
  ccl_str remark = remarks(page, line);
  if (remark.len > 0) {
    text_list more = { 0 };
    wrap(&more, ccl_str_join((ccl_str[]){ CCL_STR("("), remark, CCL_STR(")") }, 3, (ccl_str){ 0 }), LABEL_WIDTH - 3);
    for (size_t i = 0; i < more.len; i++)
      ccl_vec_push(&label, ccl_str_join((ccl_str[]){ CCL_STR("  "), more.items[i] }, 2, (ccl_str){ 0 }));
  }
  ccl_str quantity = line->has_quantity ? quantity_text(page, line) : (ccl_str){ 0 };
  ccl_str unit = line->has_quantity && line->quantity_unit != NULL ? ccl_shown_unit(page->plan, line->quantity_unit) : (ccl_str){ 0 };
  columns(page, safe(page->plan->articles[line->article].number), label.items[0], quantity, unit, line->has_price ? price(page, line) : (ccl_str){ 0 }, money(page, line->shown));
  for (size_t i = 1; i < label.len; i++) {
    blanks(page, ARTICLE_WIDTH);
    ccl_buf_add(page->out, label.items[i]);
    end_line(page);
  }
}

static void lines(const sheet *page) {
  columns(page, say(page, &ccl_render_say_column_article), say(page, &ccl_render_say_column_label), say(page, &ccl_render_say_column_quantity),
          say(page, &ccl_render_say_column_unit), say(page, &ccl_render_say_column_price), say(page, &ccl_render_say_column_amount));
  rule(page);
  if (page->invoice->ledger->lines.len == 0) {
    ccl_buf_add(page->out, say(page, &ccl_render_say_no_lines));
    end_line(page);
  }
  for (size_t i = 0; i < page->invoice->ledger->lines.len; i++)
    line_rows(page, &page->invoice->ledger->lines.items[i]);
  rule(page);
}

/* ---- Totals ---- */

static void total(const sheet *page, ccl_str name, ccl_rat amount) {
  right(page, name, WIDTH - AMOUNT_WIDTH - 2);
  right(page, money(page, amount), AMOUNT_WIDTH + 2);
  end_line(page);
}

static ccl_str vat_name(const sheet *page, const ccl_vat_total *vat) {
  ccl_str base = money(page, vat->base);
  switch (vat->vat.kind) {
  case CCL_VAT_RATE:
    return ccl_message_text(&ccl_render_say_vat_rate, page->lang, CCL_ARGS(percent(page, vat->vat.rate), base));
  case CCL_VAT_REVERSE:
    return say_with(page, &ccl_render_say_vat_reverse, base);
  case CCL_VAT_EXEMPT:
    return ccl_message_text(&ccl_render_say_vat_exempt, page->lang, CCL_ARGS(safe(vat->vat.reason), base));
  case CCL_VAT_OUTSIDE:
  case CCL_VAT_NONE:
    break;
  }
  return say_with(page, &ccl_render_say_vat_outside, base);
}

static void totals(const sheet *page) {
  const ccl_invoice *invoice = page->invoice;
  if (!ccl_rat_is_zero(invoice->rounding))
    total(page, say(page, &ccl_render_say_rounding), invoice->rounding);
  total(page, say(page, invoice->vats.len > 0 ? &ccl_render_say_total_net : &ccl_render_say_total_net_no_vat), invoice->net);
  for (size_t i = 0; i < invoice->vats.len; i++)
    total(page, vat_name(page, &invoice->vats.items[i]), invoice->vats.items[i].amount);
  if (invoice->vats.len > 0)
    total(page, say(page, invoice->is_credit_note ? &ccl_render_say_total_gross_credit : &ccl_render_say_total_gross), invoice->gross);
}

/* ---- Reports, terms, warnings ---- */

static ccl_str report_value(const sheet *page, const ccl_report_line *report) {
  if (report->value.state == CCL_KNOWN && report->value.kind == CCL_KIND_BOOL)
    return say(page, report->value.as.truth ? &ccl_render_say_yes : &ccl_render_say_no);
  if (report->value.state == CCL_KNOWN && report->value.kind == CCL_KIND_DATE)
    return ccl_spell_day(report->value.as.day, page->lang);
  if (report->value.state != CCL_KNOWN || report->value.kind != CCL_KIND_NUMBER)
    return safe(ccl_shown_key(page->plan, report->type, report->value));
  const ccl_unit *unit = report->type.unit;
  if (unit->is_percent)
    return with_percent(page, ccl_shown_percent_short(report->value.as.number));
  ccl_str decimal = ccl_shown_figure(report->value.as.number, unit).decimal;
  const ccl_base_unit *currency_unit = ccl_dimension_money(unit->dimension);
  if (currency_unit != NULL)
    return with_currency(page, decimal, currency_unit->name);
  bool plural = ccl_shown_is_plural(report->value.as.number, unit, page->lang);
  ccl_str figure = ccl_spell_decimal(decimal, page->lang);
  return ccl_dimension_is_number(unit->dimension) ? figure : ccl_str_join((ccl_str[]){ figure, ccl_unit_text(unit, page->lang, plural) }, 2, CCL_STR(NO_BREAK_SPACE));
}

/* A heading, once, before the first of its items. */
static void heading(const sheet *page, const ccl_message *message) {
  end_line(page);
  ccl_buf_add(page->out, say(page, message));
  end_line(page);
}

static void item(const sheet *page, ccl_str text) {
  text_list wrapped = { 0 };
  wrap(&wrapped, text, WIDTH - 4);
  for (size_t i = 0; i < wrapped.len; i++) {
    blanks(page, i == 0 ? 2 : 4);
    ccl_buf_add(page->out, wrapped.items[i]);
    end_line(page);
  }
}

static void reports(const sheet *page) {
  for (size_t i = 0; i < page->invoice->ledger->reports.len; i++) {
    const ccl_report_line *report = &page->invoice->ledger->reports.items[i];
    if (i == 0)
      heading(page, &ccl_render_say_information);
    ccl_buf text = { 0 };
    ccl_buf_add(&text, safe(report->label));
    if (report->group_count > 0) {
      ccl_buf_z(&text, " (");
      ccl_buf_add(&text, group_text(page, report->dims, report->group, report->group_count));
      ccl_buf_char(&text, ')');
    }
    ccl_buf_z(&text, page->lang == CCL_LANG_FR ? " : " : ": ");
    ccl_buf_add(&text, report_value(page, report));
    item(page, ccl_buf_str(&text));
  }
}

static ccl_str payment(const sheet *page, const ccl_terms *terms) {
  const ccl_message *message = terms->payment == CCL_PAY_WITHIN                  ? &ccl_render_say_pay_within
                               : terms->payment == CCL_PAY_WITHIN_THEN_MONTH_END ? &ccl_render_say_pay_within_month_end
                                                                                 : &ccl_render_say_pay_month_end_plus;
  return say_with(page, message, ccl_str_printf("%d", terms->payment_days));
}

static void terms(const sheet *page) {
  const ccl_terms *said = &page->plan->header.terms;
  text_list items = { 0 };
  if (said->payment != CCL_PAY_NOT_SAID)
    ccl_vec_push(&items, payment(page, said));
  if (said->has_late_interest)
    ccl_vec_push(&items, say_with(page, &ccl_render_say_late_interest, percent(page, said->late_interest)));
  if (said->has_recovery_fee)
    ccl_vec_push(&items, say_with(page, &ccl_render_say_recovery_fee, with_currency(page, ccl_shown_money(page->plan, said->recovery_fee), said->recovery_unit->factors[0].base->name)));
  if (said->has_early_discount)
    ccl_vec_push(&items, said->early_discount.len == 0 ? say(page, &ccl_render_say_no_discount) : say_with(page, &ccl_render_say_discount, said->early_discount));
  if (said->vat_on_debits)
    ccl_vec_push(&items, say(page, &ccl_render_say_vat_on_debits));
  for (size_t i = 0; i < items.len; i++) {
    if (i == 0)
      heading(page, &ccl_render_say_terms);
    item(page, items.items[i]);
  }
}

static void warnings(const sheet *page) {
  for (size_t i = 0; i < page->invoice->warnings.len; i++) {
    if (i == 0)
      heading(page, &ccl_render_say_warnings);
    ccl_str code = ccl_str_from(ccl_code_text(page->invoice->warnings.items[i].code));
    item(page, ccl_str_join((ccl_str[]){ page->invoice->warnings.items[i].message, CCL_STR(" ["), code, CCL_STR("]") }, 4, (ccl_str){ 0 }));
  }
}

void ccl_invoice_text(ccl_buf *out, const ccl_invoice *invoice, ccl_lang lang) {
  sheet page = { out, invoice, invoice->plan, lang };
  head(&page);
  parties(&page);
  lines(&page);
  totals(&page);
  reports(&page);
  terms(&page);
  warnings(&page);
}
