/* SPDX-License-Identifier: Apache-2.0 */
/* What an article does (section 6): each effect of the tree becomes one ccl_effect. Its VAT is judged later (vat.c), when all articles are known. */
#include "lower/private.h"

/* ---- Types of figures ---- */

/* What a kind is called in messages: "a date". */
static ccl_str kind_name(ccl_kind kind, ccl_lang lang) {
  static const ccl_message *const names[] = {
    [CCL_KIND_NUMBER] = &ccl_lower_say_kind_number, [CCL_KIND_BOOL] = &ccl_lower_say_kind_truth,
    [CCL_KIND_TEXT] = &ccl_lower_say_kind_text,     [CCL_KIND_DATE] = &ccl_lower_say_kind_date,
    [CCL_KIND_TIMESTAMP] = &ccl_lower_say_kind_timestamp, [CCL_KIND_MONTH] = &ccl_lower_say_kind_month,
    [CCL_KIND_WEEKDAY] = &ccl_lower_say_kind_weekday, [CCL_KIND_CHOICE] = &ccl_lower_say_kind_choice,
  };
  return ccl_message_text(names[kind], lang, CCL_NO_ARGS);
}

static ccl_lang lang_of(const ccl_lowering *lowering, const ccl_node *node) {
  return ccl_diags_lang(lowering->diags, node->span);
}

/* The unit of a type as people say it: "hours", "EUR per call". */
static ccl_str unit_name(const ccl_lowering *lowering, const ccl_node *at, const ccl_unit *unit) {
  return ccl_unit_text(unit, lang_of(lowering, at), true);
}

typedef enum figure_kind { FIGURE_OTHER, FIGURE_SHARE, FIGURE_MONEY, FIGURE_RECURRING } figure_kind;

/* The power of the built-in counting unit `contract` (`per contract`, clause 6.4) in a dimension. */
static int32_t contract_power(ccl_dimension dimension) {
  for (size_t i = 0; i < dimension.count; i++)
    if (dimension.bases[i]->kind == CCL_BASE_COUNT &&
        (ccl_str_is(dimension.bases[i]->name, "contract") || ccl_str_is(dimension.bases[i]->name, "contrat")))
      return dimension.powers[i];
  return 0;
}

/* Money in the contract's currency, alone or per unit of time; a share; or something else. */
static figure_kind classify(const ccl_lowering *lowering, const ccl_unit *unit) {
  if (ccl_dimension_is_number(unit->dimension))
    return FIGURE_SHARE;
  if (ccl_dimension_money(unit->dimension) != NULL)
    return FIGURE_MONEY;
  ccl_type type = { CCL_KIND_NUMBER, unit };
  ccl_recurrence recurrence;
  int32_t power;
  if (ccl_dimension_currency(unit->dimension, &power) != NULL && power == 1 && unit->dimension.count == 2 &&
      ccl_sema_recurrence(lowering->sema, &type, &recurrence))
    return FIGURE_RECURRING;
  return FIGURE_OTHER;
}

static bool check_currency(ccl_lowering *lowering, const ccl_node *node, const ccl_unit *unit) {
  int32_t power;
  const ccl_base_unit *currency = ccl_dimension_currency(unit->dimension, &power);
  const ccl_base_unit *expected = lowering->header->currency->factors[0].base;
  if (currency == NULL || currency == expected)
    return true;
  ccl_report(lowering->diags, &ccl_lower_say_other_currency, node->span, CCL_ARGS(currency->name, expected->name));
  return false;
}

static bool is_number(ccl_lowering *lowering, const ccl_node *node, const ccl_expr *expr, const ccl_message *message) {
  if (expr->type.kind == CCL_KIND_NUMBER)
    return true;
  ccl_report(lowering->diags, message, node->span, CCL_ARGS(kind_name(expr->type.kind, lang_of(lowering, node))));
  return false;
}

/* ---- Common parts ---- */

static ccl_place_of place_in(const ccl_lowering *lowering, const uint32_t *dims, size_t dim_count) {
  return (ccl_place_of){ .site = CCL_SITE_ARTICLE, .tree = lowering->tree, .dims = dims, .dim_count = dim_count };
}

static ccl_effect begin(ccl_lowering *lowering, const ccl_making *making, ccl_effect_kind kind, const ccl_node *node, const ccl_node *label, const ccl_node *vat,
                        const ccl_node *proration) {
  ccl_effect effect = { .kind = kind, .span = node->span, .counted = CCL_CYCLE_PERIOD, .bounded = CCL_CYCLE_PERIOD };
  effect.price.tiers = CCL_NONE;
  if (!ccl_is_error(label) && !ccl_is_error(CCL_GET(label, LABEL, TEXT)))
    effect.label = CCL_GET(label, LABEL, TEXT)->text;
  effect.vat = ccl_lower_vat(lowering->diags, !ccl_is_error(vat) ? vat : making->vat); /* NONE: vat.c judges */
  const ccl_node *own = !ccl_is_error(proration) ? proration : making->proration;
  size_t count = lowering->amendments.count;
  ccl_effect_rules *amended = count == 0 ? NULL : ccl_new_array(ccl_effect_rules, count);
  effect.proration = !ccl_is_error(own) ? ccl_lower_proration(own) : lowering->header->proration;
  for (size_t i = 0; i < count; i++)
    amended[i].proration = !ccl_is_error(own) ? effect.proration : lowering->amendments.items[i].header.proration;
  effect.amended = amended;
  return effect;
}

static void read_options(ccl_effect *effect, const ccl_node *counted, const ccl_node *once) {
  if (!ccl_is_error(counted) && !ccl_is_error(CCL_GET(counted, COUNTED, PER))) {
    ccl_word per = CCL_GET(counted, COUNTED, PER)->word;
    effect->counted = per == CCL_WORD_QUARTER ? CCL_CYCLE_QUARTER : per == CCL_WORD_CONTRACT ? CCL_CYCLE_CONTRACT : CCL_CYCLE_YEAR;
    effect->adjusts = counted->word == CCL_WORD_WITH_ADJUSTMENT;
  }
  if (!ccl_is_error(once) && !ccl_is_error(CCL_GET(once, ONCE, ON))) {
    effect->once = true;
    effect->once_on = ccl_lower_date(CCL_GET(once, ONCE, ON));
  }
}

static ccl_tier_mode tier_mode(const ccl_node *mode) {
  return ccl_is_error(mode) ? CCL_BY_NOTHING : mode->word == CCL_WORD_BY_SLICE ? CCL_BY_SLICE : CCL_BY_VOLUME;
}

/* The mode of a line by what its quantity is (clause 7). */
static ccl_mode mode_of_quantity(const ccl_unit *unit) {
  ccl_dimension dimension = unit->dimension;
  if (ccl_dimension_money(dimension) != NULL)
    return CCL_MODE_COMMISSION;
  if (dimension.count == 1 && dimension.powers[0] == 1 &&
      (dimension.bases[0]->kind == CCL_BASE_CLOCK || dimension.bases[0]->kind == CCL_BASE_DAY || dimension.bases[0]->kind == CCL_BASE_MONTH))
    return CCL_MODE_TIME;
  return CCL_MODE_ACT;
}

/* The unit in which a quantity is shown beside a price: what the price is per (cli.md 4), so that quantity × price is the amount. */
static const ccl_unit *quantity_unit(ccl_lowering *lowering, const ccl_unit *price, const ccl_unit *quantity) {
  if (price == NULL || price->is_percent || ccl_dimension_is_number(price->dimension))
    return quantity;
  const ccl_unit *per = ccl_unit_quotient(lowering->units, lowering->header->currency, price);
  return ccl_dimension_eq(per->dimension, quantity->dimension) && !ccl_dimension_is_number(per->dimension) ? per : quantity;
}

/* The written unit of time of a recurring price: the month of EUR per position per month. */
static const ccl_unit *time_factor(ccl_lowering *lowering, const ccl_unit *unit) {
  for (size_t i = 0; i < unit->factor_count; i++) {
    const ccl_unit_factor *factor = &unit->factors[i];
    if (factor->power == -1 && (factor->base->kind == CCL_BASE_MONTH || factor->base->kind == CCL_BASE_DAY))
      return ccl_unit_atom(lowering->units, factor->en, CCL_LANG_EN);
  }
  return NULL;
}

/* ---- charge, credit, penalty (6.1) ---- */

/* A price and a quantity that do not make money (what stands after `at` is judged by ccl_sema_price). */
static void report_no_money(ccl_lowering *lowering, const ccl_node *quantity_node, const ccl_node *price_node, const ccl_unit *quantity, const ccl_unit *price) {
  ccl_str quantity_text = unit_name(lowering, quantity_node, quantity), price_text = unit_name(lowering, price_node, price);
  ccl_diag *diag = ccl_report(lowering->diags, &ccl_lower_say_rate_and_quantity, price_node->span, CCL_ARGS(price_text, quantity_text));
  ccl_diag_label(diag, &ccl_lower_say_rate_label, CCL_ARGS(price_text));
  ccl_diag_note(diag, &ccl_lower_say_rate_label, quantity_node->span, CCL_ARGS(quantity_text));
  ccl_diag_help(diag, &ccl_lower_say_rate_help, CCL_ARGS(ccl_unit_text(quantity, lang_of(lowering, price_node), false)));
}

/* A (money, or money per unit of time). */
static bool read_amount(ccl_lowering *lowering, ccl_effect *effect, const ccl_node *node, const ccl_expr *amount) {
  if (!is_number(lowering, node, amount, &ccl_lower_say_not_figure))
    return false;
  figure_kind kind = classify(lowering, amount->type.unit);
  if (kind != FIGURE_MONEY && kind != FIGURE_RECURRING) {
    ccl_diag *diag = ccl_report(lowering->diags, &ccl_lower_say_not_money, node->span, CCL_ARGS(unit_name(lowering, node, amount->type.unit)));
    ccl_diag_help(diag, &ccl_lower_say_not_money_help, CCL_NO_ARGS);
    return false;
  }
  if (!check_currency(lowering, node, amount->type.unit))
    return false;
  effect->amount = amount;
  effect->amount_unit = amount->type.unit;
  effect->recurs = kind == FIGURE_RECURRING && ccl_sema_recurrence(lowering->sema, &amount->type, &effect->recurrence);
  return true;
}

/* False: a name in it is wrong and was reported; what is looked up by it would be said to lack it. */
static bool lower_by(ccl_lowering *lowering, ccl_effect *effect, const ccl_node *by) {
  if (ccl_is_error(by))
    return true;
  uint32_t *dims = ccl_new_array(uint32_t, ccl_node_len(by));
  for (uint32_t i = 0; i < ccl_node_len(by); i++) {
    const ccl_node *name = ccl_node_at(by, i);
    uint32_t dim = ccl_is_error(name) ? CCL_NONE : ccl_sema_dim(lowering->sema, lowering->tree, name);
    if (dim != CCL_NONE)
      dims[effect->dim_count++] = dim;
  }
  effect->dims = dims;
  return effect->dim_count == ccl_node_len(by);
}

/* The dimensions in scope: for each, then by. */
static const uint32_t *all_dims(const ccl_article *article, const ccl_effect *effect, size_t *count) {
  *count = article->for_each_count + effect->dim_count;
  uint32_t *dims = ccl_new_array(uint32_t, *count);
  for (size_t i = 0; i < article->for_each_count; i++)
    dims[i] = article->for_each[i];
  for (size_t i = 0; i < effect->dim_count; i++)
    dims[article->for_each_count + i] = effect->dims[i];
  return dims;
}

static void lower_charge(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect_kind kind = node->word == CCL_WORD_CREDIT ? CCL_EFFECT_CREDIT : node->word == CCL_WORD_PENALTY ? CCL_EFFECT_PENALTY : CCL_EFFECT_CHARGE;
  ccl_effect effect = begin(lowering, making, kind, node, CCL_GET(node, CHARGE, LABEL), CCL_GET(node, CHARGE, VAT), CCL_GET(node, CHARGE, PRORATION));
  const ccl_node *quantity_node = CCL_GET(node, CHARGE, QUANTITY), *price_node = CCL_GET(node, CHARGE, PRICE), *beyond = CCL_GET(node, CHARGE, BEYOND);
  bool has_all_dims = lower_by(lowering, &effect, CCL_GET(node, CHARGE, BY));
  read_options(&effect, CCL_GET(node, CHARGE, COUNTED), CCL_GET(node, CHARGE, ONCE));
  size_t dim_count;
  const uint32_t *dims = all_dims(making->article, &effect, &dim_count);
  ccl_place_of place = place_in(lowering, dims, dim_count);
  const ccl_expr *quantity = ccl_is_error(quantity_node) ? NULL : ccl_sema_expr(lowering->sema, &place, quantity_node);
  if (quantity == NULL || !has_all_dims)
    return;
  if (price_node == NULL) {
    if (!read_amount(lowering, &effect, quantity_node, quantity))
      return;
    effect.mode = CCL_MODE_FEE;
  } else {
    if (ccl_is_error(price_node) || !is_number(lowering, quantity_node, quantity, &ccl_lower_say_quantity_not_number))
      return;
    if (!ccl_is_error(beyond)) {
      effect.allowance = ccl_sema_expr_as(lowering->sema, &place, beyond, quantity->type, false, quantity_node->span);
      if (effect.allowance == NULL)
        return;
    }
    if (!ccl_sema_price(lowering->sema, &place, price_node, tier_mode(CCL_GET(node, CHARGE, MODE)), CCL_GET(node, CHARGE, MODE), quantity, &effect.price))
      return;
    effect.has_price = true;
    effect.quantity = quantity;
    effect.quantity_unit = quantity_unit(lowering, effect.price.unit, quantity->type.unit);
    effect.mode = mode_of_quantity(quantity->type.unit);
  }
  if (kind != CCL_EFFECT_CHARGE)
    effect.mode = kind == CCL_EFFECT_CREDIT ? CCL_MODE_CREDIT : CCL_MODE_PENALTY;
  ccl_vec_push(&making->effects, effect);
}

/* ---- flat, subscription (6.2) ---- */

/* `up to 500 calls` for one billing period, or `up to 500 calls per month`. False: reported. */
static bool read_limit(ccl_lowering *lowering, ccl_effect *effect, const ccl_place_of *place, const ccl_node *node) {
  const ccl_expr *limit = ccl_is_error(node) ? NULL : ccl_sema_expr(lowering->sema, place, node);
  if (limit == NULL || !is_number(lowering, node, limit, &ccl_lower_say_quantity_not_number))
    return false;
  const ccl_unit *covered = effect->covered->type.unit;
  effect->covered_limit = limit;
  if (ccl_dimension_eq(limit->type.unit->dimension, covered->dimension))
    ;
  else {
    const ccl_unit *per = ccl_unit_quotient(lowering->units, limit->type.unit, covered);
    ccl_type type = { CCL_KIND_NUMBER, ccl_unit_product(lowering->units, lowering->header->currency, per) };
    if (classify(lowering, type.unit) != FIGURE_RECURRING || !ccl_sema_recurrence(lowering->sema, &type, &effect->limit_per)) {
      ccl_report(lowering->diags, &ccl_lower_say_limit_unit, node->span, CCL_ARGS(unit_name(lowering, node, covered), unit_name(lowering, node, limit->type.unit)));
      return false;
    }
    effect->limit_recurs = true;
  }
  return true;
}

static void lower_flat(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect effect = begin(lowering, making, CCL_EFFECT_FLAT, node, CCL_GET(node, FLAT, LABEL), CCL_GET(node, FLAT, VAT), CCL_GET(node, FLAT, PRORATION));
  effect.mode = CCL_MODE_FLAT;
  read_options(&effect, CCL_GET(node, FLAT, COUNTED), CCL_GET(node, FLAT, ONCE));
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  const ccl_node *amount_node = CCL_GET(node, FLAT, AMOUNT), *covered_node = CCL_GET(node, FLAT, COVERED), *price_node = CCL_GET(node, FLAT, PRICE);
  const ccl_expr *amount = ccl_is_error(amount_node) ? NULL : ccl_sema_expr(lowering->sema, &place, amount_node);
  if (amount == NULL || !read_amount(lowering, &effect, amount_node, amount))
    return;
  if (covered_node != NULL) {
    effect.covered = ccl_is_error(covered_node) ? NULL : ccl_sema_expr(lowering->sema, &place, covered_node);
    if (effect.covered == NULL || !is_number(lowering, covered_node, effect.covered, &ccl_lower_say_quantity_not_number) ||
        !read_limit(lowering, &effect, &place, CCL_GET(node, FLAT, LIMIT)))
      return;
    effect.quantity_unit = effect.covered->type.unit;
  }
  if (price_node != NULL) {
    if (ccl_is_error(price_node) || effect.covered == NULL ||
        !ccl_sema_price(lowering->sema, &place, price_node, tier_mode(CCL_GET(node, FLAT, MODE)), CCL_GET(node, FLAT, MODE), effect.covered, &effect.price))
      return;
    effect.has_price = true;
    effect.quantity_unit = quantity_unit(lowering, effect.price.unit, effect.covered->type.unit);
  }
  ccl_vec_push(&making->effects, effect);
}

static void lower_subscription(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect effect = begin(lowering, making, CCL_EFFECT_SUBSCRIPTION, node, CCL_GET(node, SUBSCRIPTION, LABEL), CCL_GET(node, SUBSCRIPTION, VAT), CCL_GET(node, SUBSCRIPTION, PRORATION));
  effect.mode = CCL_MODE_SUBSCRIPTION;
  read_options(&effect, CCL_GET(node, SUBSCRIPTION, COUNTED), CCL_GET(node, SUBSCRIPTION, ONCE));
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  const ccl_node *amount_node = CCL_GET(node, SUBSCRIPTION, AMOUNT), *quantity_node = CCL_GET(node, SUBSCRIPTION, QUANTITY);
  const ccl_expr *amount = ccl_is_error(amount_node) ? NULL : ccl_sema_expr(lowering->sema, &place, amount_node);
  if (amount == NULL)
    return;
  if (quantity_node == NULL) {
    if (read_amount(lowering, &effect, amount_node, amount))
      ccl_vec_push(&making->effects, effect);
    return;
  }
  const ccl_expr *quantity = ccl_is_error(quantity_node) ? NULL : ccl_sema_expr(lowering->sema, &place, quantity_node);
  if (quantity == NULL || !is_number(lowering, amount_node, amount, &ccl_lower_say_not_figure) ||
      !is_number(lowering, quantity_node, quantity, &ccl_lower_say_quantity_not_number))
    return;
  const ccl_unit *product = ccl_unit_product(lowering->units, amount->type.unit, quantity->type.unit);
  figure_kind kind = classify(lowering, product);
  if (kind != FIGURE_MONEY && kind != FIGURE_RECURRING) {
    report_no_money(lowering, quantity_node, amount_node, quantity->type.unit, amount->type.unit);
    return;
  }
  if (!check_currency(lowering, amount_node, product))
    return;
  ccl_type type = { CCL_KIND_NUMBER, product };
  effect.amount = amount;
  effect.amount_unit = amount->type.unit;
  effect.quantity = quantity;
  effect.recurs = kind == FIGURE_RECURRING && ccl_sema_recurrence(lowering->sema, &type, &effect.recurrence);
  const ccl_unit *per_time = effect.recurs ? time_factor(lowering, amount->type.unit) : NULL;
  const ccl_unit *per_quantity = per_time == NULL ? amount->type.unit : ccl_unit_product(lowering->units, amount->type.unit, per_time);
  effect.quantity_unit = quantity_unit(lowering, per_quantity, quantity->type.unit);
  ccl_vec_push(&making->effects, effect);
}

/* ---- base, bonus and malus, caps (6.3) ---- */

static void lower_base(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_base *base = &making->article->base;
  if (base->said) {
    ccl_diag_note(ccl_report(lowering->diags, &ccl_lower_say_two_bases, node->span, CCL_NO_ARGS), &ccl_lower_say_first_base, base->span, CCL_NO_ARGS);
    return;
  }
  *base = (ccl_base){ .said = true, .all = node->kind == CCL_NODE_BASE_ALL, .span = node->span };
  base->names = ccl_lower_article_names(lowering, node, &base->name_count);
  const ccl_node *window = base->all ? NULL : CCL_GET(node, BASE, WINDOW);
  if (ccl_is_error(window))
    return;
  static const struct {
    ccl_word word;
    ccl_window_kind kind;
  } windows[] = {
    { CCL_WORD_SINCE_YEAR, CCL_WINDOW_SINCE_YEAR },       { CCL_WORD_SINCE_QUARTER, CCL_WINDOW_SINCE_QUARTER },
    { CCL_WORD_SINCE_CONTRACT, CCL_WINDOW_SINCE_CONTRACT }, { CCL_WORD_PREVIOUS_PERIOD, CCL_WINDOW_PREVIOUS },
    { CCL_WORD_LAST_PERIODS, CCL_WINDOW_LAST_N },         { CCL_WORD_SAME_PERIOD_LAST_YEAR, CCL_WINDOW_LAST_YEAR },
  };
  base->has_window = true;
  for (size_t i = 0; i < sizeof windows / sizeof *windows; i++)
    if (windows[i].word == window->word)
      base->window.kind = windows[i].kind;
  ccl_rat count;
  int64_t periods = 1;
  if (!ccl_is_error(CCL_GET(window, WINDOW, COUNT)) && ccl_rat_parse(CCL_GET(window, WINDOW, COUNT)->text, &count) && ccl_rat_to_int(count, &periods) && periods > 0)
    base->window.periods = periods > 100000 ? 100000 : (uint32_t)periods;
}

/* A line of the article could not be read: it may have been the one that is missed. */
static bool has_unread(const ccl_node *article) {
  for (uint32_t i = 0; i < ccl_node_len(article); i++)
    if (ccl_is_error(ccl_node_at(article, i)))
      return true;
  return false;
}

/* A share or a sum. *is_share says which; a share needs a base. NULL: reported. */
static const ccl_expr *share_or_sum(ccl_lowering *lowering, ccl_making *making, const ccl_place_of *place, const ccl_node *node, bool *is_share) {
  const ccl_expr *expr = ccl_is_error(node) ? NULL : ccl_sema_expr(lowering->sema, place, node);
  if (expr == NULL || !is_number(lowering, node, expr, &ccl_lower_say_not_figure))
    return NULL;
  figure_kind kind = classify(lowering, expr->type.unit);
  *is_share = kind == FIGURE_SHARE;
  if (kind != FIGURE_SHARE && kind != FIGURE_MONEY) {
    ccl_report(lowering->diags, &ccl_lower_say_not_share_or_money, node->span, CCL_ARGS(unit_name(lowering, node, expr->type.unit)));
    return NULL;
  }
  if (*is_share && !making->article->base.said) {
    if (!making->lacks_base && !has_unread(making->node))
      ccl_diag_help(ccl_report(lowering->diags, &ccl_lower_say_missing_base, node->span, CCL_NO_ARGS),
                    &ccl_lower_say_missing_base_help, CCL_NO_ARGS);
    making->lacks_base = true;
    return NULL;
  }
  return check_currency(lowering, node, expr->type.unit) ? expr : NULL;
}

/* An outcome of a rung: its sign and its figure. False: reported. */
static bool read_outcome(ccl_lowering *lowering, ccl_making *making, const ccl_place_of *place, const ccl_node *outcome, int *sign, const ccl_expr **figure) {
  *sign = 0;
  *figure = NULL;
  if (ccl_is_error(outcome))
    return false;
  if (outcome->word == CCL_WORD_NEUTRAL)
    return true;
  bool is_share;
  *sign = outcome->word == CCL_WORD_MALUS ? -1 : 1;
  *figure = share_or_sum(lowering, making, place, CCL_GET(outcome, OUTCOME, AMOUNT), &is_share);
  return *figure != NULL;
}

static bool read_rung(ccl_lowering *lowering, ccl_making *making, const ccl_node *node, const ccl_expr *figure, ccl_span figure_span, ccl_rung *rung) {
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  *rung = (ccl_rung){ .span = node->span };
  const ccl_node *from = CCL_GET(node, RUNG, FROM), *to = CCL_GET(node, RUNG, TO);
  const ccl_expr *first = NULL, *last = NULL;
  if (node->word != CCL_WORD_OTHERWISE) {
    first = ccl_is_error(from) ? NULL : ccl_sema_expr_as(lowering->sema, &place, from, figure->type, false, figure_span);
    if (first == NULL)
      return false;
  }
  if (node->word == CCL_WORD_FROM_TO || node->word == CCL_WORD_FROM_TO_UNDER) {
    last = ccl_is_error(to) ? NULL : ccl_sema_expr_as(lowering->sema, &place, to, figure->type, false, figure_span);
    if (last == NULL)
      return false;
  }
  bool from_below = node->word != CCL_WORD_AT_MOST && node->word != CCL_WORD_LESS_THAN;
  rung->low = from_below ? first : NULL;
  rung->high = from_below ? last : first;
  rung->has_low = rung->low != NULL;
  rung->has_high = rung->high != NULL;
  rung->low_excluded = node->word == CCL_WORD_MORE_THAN;
  rung->high_excluded = node->word == CCL_WORD_LESS_THAN || node->word == CCL_WORD_FROM_TO_UNDER;
  place.in_outcome = true;
  place.bound_type = figure->type;
  const ccl_node *slides = CCL_GET(node, RUNG, SLIDES);
  if (!read_outcome(lowering, making, &place, CCL_GET(node, RUNG, OUTCOME), &rung->sign, &rung->outcome))
    return false;
  if (slides == NULL)
    return true;
  rung->slides = true;
  if (node->word != CCL_WORD_FROM_TO_UNDER) {
    ccl_report(lowering->diags, &ccl_lower_say_slide_needs_bounds, slides->span, CCL_NO_ARGS);
    return false;
  }
  return read_outcome(lowering, making, &place, slides, &rung->end_sign, &rung->end);
}

static void lower_ladder(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect effect = begin(lowering, making, CCL_EFFECT_LADDER, node, NULL, NULL, NULL);
  effect.mode = CCL_MODE_BONUS;
  const ccl_node *figure_node = CCL_GET(node, LADDER, VALUE);
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  const ccl_expr *figure = ccl_is_error(figure_node) ? NULL : ccl_sema_expr(lowering->sema, &place, figure_node);
  if (figure == NULL || !is_number(lowering, figure_node, figure, &ccl_lower_say_quantity_not_number))
    return;
  ccl_ladder *ladder = ccl_new(ccl_ladder);
  ccl_rung *rungs = ccl_new_array(ccl_rung, ccl_node_len(node));
  bool is_whole = true;
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *rung = ccl_node_at(node, i);
    if (rung->kind != CCL_NODE_RUNG) {
      is_whole = is_whole && rung->kind == CCL_NODE_PROSE;
      continue;
    }
    if (read_rung(lowering, making, rung, figure, figure_node->span, &rungs[ladder->rung_count]))
      ladder->rung_count++;
    else
      is_whole = false;
  }
  ladder->figure = figure;
  ladder->rungs = rungs;
  effect.ladder = ladder;
  if (is_whole)
    ccl_vec_push(&making->effects, effect);
}

static void lower_adjust(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect_kind kind = node->word == CCL_WORD_MALUS ? CCL_EFFECT_MALUS : node->word == CCL_WORD_ADJUSTMENT ? CCL_EFFECT_ADJUSTMENT : CCL_EFFECT_BONUS;
  ccl_effect effect = begin(lowering, making, kind, node, NULL, NULL, NULL);
  effect.mode = kind == CCL_EFFECT_MALUS ? CCL_MODE_MALUS : CCL_MODE_BONUS;
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  effect.amount = share_or_sum(lowering, making, &place, CCL_GET(node, ADJUST, AMOUNT), &effect.is_share);
  if (effect.amount == NULL)
    return;
  effect.amount_unit = effect.amount->type.unit;
  ccl_vec_push(&making->effects, effect);
}

/* The window that an amount bounds, by the unit in which it is written. False: reported. */
static bool read_bound(ccl_lowering *lowering, ccl_effect *effect, const ccl_node *node, const ccl_expr *amount) {
  if (!is_number(lowering, node, amount, &ccl_lower_say_not_figure))
    return false;
  const ccl_unit *unit = amount->type.unit;
  effect->amount = amount;
  effect->amount_unit = unit;
  switch (classify(lowering, unit)) {
  case FIGURE_MONEY:
    return check_currency(lowering, node, unit);
  case FIGURE_RECURRING:
    effect->recurs = ccl_sema_recurrence(lowering->sema, &amount->type, &effect->recurrence);
    effect->bounded = effect->recurrence == CCL_PER_YEAR      ? CCL_CYCLE_YEAR
                      : effect->recurrence == CCL_PER_QUARTER ? CCL_CYCLE_QUARTER
                      : effect->recurrence == CCL_PER_MONTH   ? CCL_CYCLE_MONTH
                      : effect->recurrence == CCL_PER_WEEK    ? CCL_CYCLE_WEEK
                                                              : CCL_CYCLE_DAY;
    return check_currency(lowering, node, unit);
  case FIGURE_SHARE:
  case FIGURE_OTHER:
    break;
  }
  int32_t power;
  if (contract_power(unit->dimension) == -1 && unit->dimension.count == 2 && ccl_dimension_currency(unit->dimension, &power) != NULL && power == 1) {
    effect->bounded = CCL_CYCLE_CONTRACT;
    return check_currency(lowering, node, unit);
  }
  ccl_report(lowering->diags, &ccl_lower_say_not_money, node->span, CCL_ARGS(unit_name(lowering, node, unit)));
  return false;
}

static void lower_cap(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect_kind kind = node->word == CCL_WORD_BONUS ? CCL_EFFECT_BONUS_CAP : node->word == CCL_WORD_MALUS ? CCL_EFFECT_MALUS_CAP : CCL_EFFECT_CAP;
  ccl_effect effect = begin(lowering, making, kind, node, NULL, NULL, NULL);
  effect.mode = CCL_MODE_CAP;
  const ccl_node *limit = CCL_GET(node, CAP, LIMIT);
  effect.on = ccl_lower_article_names(lowering, node, &effect.on_count);
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  const ccl_expr *amount = ccl_is_error(limit) ? NULL : ccl_sema_expr(lowering->sema, &place, limit);
  if (amount == NULL)
    return;
  if (amount->type.kind == CCL_KIND_NUMBER && classify(lowering, amount->type.unit) == FIGURE_SHARE) {
    effect.amount = share_or_sum(lowering, making, &place, limit, &effect.is_share);
    if (effect.amount == NULL)
      return;
    effect.amount_unit = effect.amount->type.unit;
  } else if (!read_bound(lowering, &effect, limit, amount))
    return;
  ccl_vec_push(&making->effects, effect);
}

/* ---- minimum, maximum, report (6.4, 6.6) ---- */

static void lower_minimum(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect_kind kind = node->word == CCL_WORD_MAXIMUM ? CCL_EFFECT_MAXIMUM : CCL_EFFECT_MINIMUM;
  ccl_effect effect = begin(lowering, making, kind, node, NULL, NULL, NULL);
  effect.mode = kind == CCL_EFFECT_MAXIMUM ? CCL_MODE_MAXIMUM : CCL_MODE_MINIMUM;
  effect.on = ccl_lower_article_names(lowering, node, &effect.on_count);
  const ccl_node *amount_node = CCL_GET(node, MINIMUM, AMOUNT);
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  const ccl_expr *amount = ccl_is_error(amount_node) ? NULL : ccl_sema_expr(lowering->sema, &place, amount_node);
  if (amount == NULL || !read_bound(lowering, &effect, amount_node, amount))
    return;
  ccl_vec_push(&making->effects, effect);
}

static void lower_report(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  ccl_effect effect = begin(lowering, making, CCL_EFFECT_REPORT, node, NULL, NULL, NULL);
  const ccl_node *figure = CCL_GET(node, REPORT, VALUE), *label = CCL_GET(node, REPORT, LABEL);
  ccl_place_of place = place_in(lowering, making->article->for_each, making->article->for_each_count);
  effect.amount = ccl_is_error(figure) ? NULL : ccl_sema_expr(lowering->sema, &place, figure);
  if (effect.amount == NULL || ccl_is_error(label))
    return;
  effect.label = label->text;
  effect.mode = CCL_MODE_FEE;
  effect.amount_unit = effect.amount->type.unit;
  ccl_vec_push(&making->effects, effect);
}

void ccl_lower_effect(ccl_lowering *lowering, ccl_making *making, const ccl_node *node) {
  switch ((int)node->kind) {
  case CCL_NODE_CHARGE:
    lower_charge(lowering, making, node);
    break;
  case CCL_NODE_FLAT:
    lower_flat(lowering, making, node);
    break;
  case CCL_NODE_SUBSCRIPTION:
    lower_subscription(lowering, making, node);
    break;
  case CCL_NODE_BASE:
  case CCL_NODE_BASE_ALL:
    lower_base(lowering, making, node);
    break;
  case CCL_NODE_LADDER:
    lower_ladder(lowering, making, node);
    break;
  case CCL_NODE_ADJUST:
    lower_adjust(lowering, making, node);
    break;
  case CCL_NODE_CAP:
    lower_cap(lowering, making, node);
    break;
  case CCL_NODE_MINIMUM:
    lower_minimum(lowering, making, node);
    break;
  case CCL_NODE_REPORT:
    lower_report(lowering, making, node);
    break;
  default: /* prose, errors already reported */
    break;
  }
}
