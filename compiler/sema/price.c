/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands after `at` (clauses 4.3, 6.1): a price, or tiers, perhaps multiplied, divided or rounded, with a mode.
 * With tiers there are two expressions of one shape: what is made of a tier's price, and what is made of its sum.
 * Quantity and price must make money.
 */
#include "sema/reading.h"

typedef struct pricing {
  ccl_reading *reading;
  ccl_definition *tiers; /* NULL: none named yet */
  const ccl_node *named; /* where */
  const ccl_unit *currency; /* of the sums */
} pricing;

/* What is made of one figure of a tier. */
typedef struct made {
  const ccl_expr *rate, *sum;
} made;

/* ---- Tiers and what may be done with them ---- */

/* The tiers that a bare name stands for, or NULL. */
static ccl_definition *tiers_named(ccl_reading *reading, const ccl_node *node) {
  bool is_reported, is_local;
  if (ccl_is_error(node) || node->kind != CCL_NODE_NAME)
    return NULL;
  (void)ccl_read_local_name(reading, node, &is_local);
  if (is_local)
    return NULL;
  const ccl_node *qualifier = CCL_GET(node, NAME, QUALIFIER);
  if (qualifier) { /* quietly: a library that is not there is said when the price is read */
    for (size_t i = 0; i < reading->names->used.len; i++)
      if (ccl_str_eq(reading->names->used.items[i].names->name, qualifier->text)) {
        ccl_definition *found = ccl_map_find(&reading->names->used.items[i].names->symbols, node->text);
        return found && found->symbol.kind == CCL_SYMBOL_TIERS ? found : NULL;
      }
    return NULL;
  }
  ccl_definition *own = ccl_map_find(&reading->names->symbols, node->text);
  if (!own)
    for (size_t i = 0; i < reading->names->used.len && !own; i++)
      own = ccl_map_find(&reading->names->used.items[i].names->symbols, node->text);
  if (!own || own->symbol.kind != CCL_SYMBOL_TIERS)
    return NULL;
  return ccl_names_find(reading->sema, reading->names, node, false, &is_reported);
}

static ccl_builtin rounding_of(const ccl_reading *reading, const ccl_node *node) {
  const ccl_node *name = CCL_GET(node, CALL, NAME);
  if (ccl_is_error(name) || CCL_GET(name, NAME, QUALIFIER) || ccl_map_find(&reading->names->symbols, name->text))
    return CCL_BUILTIN_NONE;
  ccl_builtin function = ccl_builtin_find(CCL_BUILTIN_FUNCTION, name->text, reading->lang);
  return function == CCL_FUNCTION_ROUND || function == CCL_FUNCTION_ROUND_UP || function == CCL_FUNCTION_ROUND_DOWN
             ? function
             : CCL_BUILTIN_NONE;
}

/* Whether the price is made of tiers: a name, multiplied, divided, rounded. */
static bool has_tiers(ccl_reading *reading, const ccl_node *node) {
  if (ccl_is_error(node))
    return false;
  if (node->kind == CCL_NODE_NAME)
    return tiers_named(reading, node) != NULL;
  if (node->kind == CCL_NODE_CALL)
    return ccl_node_len(node) == 2 && rounding_of(reading, node) != CCL_BUILTIN_NONE &&
           has_tiers(reading, ccl_node_at(node, 0));
  if (node->kind != CCL_NODE_PRODUCT)
    return false;
  if (has_tiers(reading, CCL_GET(node, PRODUCT, FIRST)))
    return true;
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *term = ccl_node_at(node, i);
    if (!ccl_is_error(term) && term->word == CCL_WORD_TIMES && has_tiers(reading, CCL_GET(term, TERM, VALUE)))
      return true;
  }
  return false;
}

static const ccl_expr *bound(ccl_type type, ccl_span span) {
  ccl_expr *expr = ccl_expr_new(CCL_OP_BOUND, type, span, NULL, 0);
  expr->index = CCL_BOUND_TIER_PRICE;
  return expr;
}

static bool make_name(pricing *p, const ccl_node *node, made *out) {
  ccl_sema *sema = p->reading->sema;
  ccl_definition *tiers = tiers_named(p->reading, node);
  if (!tiers)
    return false;
  ccl_names_use(p->reading->names, tiers, node->span);
  if (!ccl_sema_settle(sema, tiers, node->span))
    return false;
  if (p->tiers) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_two_tiers, node->span, CCL_NO_ARGS);
    ccl_diag_note(diag, &ccl_sema_say_first_tiers, p->named->span, CCL_NO_ARGS);
    return false;
  }
  p->tiers = tiers;
  p->named = node;
  int32_t power = 0;
  const ccl_base_unit *currency = ccl_dimension_currency(tiers->type.unit->dimension, &power);
  p->currency = currency ? ccl_unit_of_base(sema->units, currency) : sema->header->currency;
  out->rate = bound(tiers->type, node->span);
  out->sum = bound(ccl_type_number(p->currency), node->span);
  return true;
}

static bool make(pricing *p, const ccl_node *node, made *out);

/* × and ÷ by numbers: the same for price and sum. */
static bool make_product(pricing *p, const ccl_node *node, made *out) {
  ccl_sema *sema = p->reading->sema;
  uint32_t count = ccl_node_len(node) + 1;
  const ccl_expr **rates = ccl_new_array(const ccl_expr *, count), **sums = ccl_new_array(const ccl_expr *, count);
  bool *inverse = ccl_new_array(bool, count), is_whole = true;
  const ccl_unit *rate_unit = ccl_unit_number(sema->units), *sum_unit = rate_unit;
  for (uint32_t i = 0; i < count; i++) {
    const ccl_node *part = i == 0 ? CCL_GET(node, PRODUCT, FIRST) : ccl_node_at(node, i - 1);
    if (ccl_is_error(part))
      return false;
    if (i > 0) {
      inverse[i] = part->word == CCL_WORD_DIVIDE;
      part = CCL_GET(part, TERM, VALUE);
    }
    made inside = { NULL, NULL };
    if (!inverse[i] && has_tiers(p->reading, part)) {
      if (!make(p, part, &inside))
        is_whole = false;
    } else
      inside.rate = inside.sum = ccl_read_number(p->reading, part);
    rates[i] = inside.rate;
    sums[i] = inside.sum;
    if (!rates[i] || !sums[i])
      return false;
    const ccl_unit *rate_by = rates[i]->type.unit, *sum_by = sums[i]->type.unit;
    rate_unit = ccl_unit_times(sema, rate_unit, rate_by, inverse[i]);
    sum_unit = ccl_unit_times(sema, sum_unit, sum_by, inverse[i]);
  }
  ccl_expr *rate = ccl_expr_new(CCL_OP_PRODUCT, ccl_type_number(rate_unit), node->span, rates, count);
  ccl_expr *sum = ccl_expr_new(CCL_OP_PRODUCT, ccl_type_number(sum_unit), node->span, sums, count);
  rate->inverse = sum->inverse = inverse;
  *out = (made){ rate, sum };
  return is_whole;
}

/* The step rounds sums by the same figure in the currency (clause 4.3). */
static const ccl_expr *step_of_sums(const ccl_expr *step, const ccl_unit *currency, ccl_units *units) {
  if (ccl_dimension_eq(step->type.unit->dimension, currency->dimension))
    return step;
  const ccl_expr *args[2] = { step, ccl_expr_number(step->type.unit->scale, ccl_unit_number(units), step->span) };
  ccl_expr *figure = ccl_expr_new(CCL_OP_PRODUCT, ccl_type_number(currency), step->span, args, 2);
  bool *inverse = ccl_new_array(bool, 2);
  inverse[1] = true;
  figure->inverse = inverse;
  return figure;
}

static bool make_round(pricing *p, const ccl_node *node, made *out) {
  ccl_sema *sema = p->reading->sema;
  ccl_builtin function = rounding_of(p->reading, node);
  made inside;
  bool is_made = make(p, ccl_node_at(node, 0), &inside);
  const ccl_expr *step = ccl_read_number(p->reading, ccl_node_at(node, 1));
  if (!is_made || !step)
    return false;
  if (!ccl_type_eq(inside.rate->type, step->type)) {
    ccl_type_report(sema, &ccl_sema_say_argument_differs, inside.rate->type, inside.rate->span, step->type, step->span);
    return false;
  }
  ccl_rat figure;
  if (ccl_expr_figure(step, &figure) && ccl_rat_sign(figure) <= 0) {
    ccl_sema_report(sema, &ccl_sema_say_step_not_positive, step->span, CCL_NO_ARGS);
    return false;
  }
  const ccl_expr *rate_args[2] = { inside.rate, step },
                 *sum_args[2] = { inside.sum, step_of_sums(step, inside.sum->type.unit, sema->units) };
  ccl_expr *rate = ccl_expr_new(CCL_OP_ROUND, inside.rate->type, node->span, rate_args, 2);
  ccl_expr *sum = ccl_expr_new(CCL_OP_ROUND, inside.sum->type, node->span, sum_args, 2);
  rate->rounding = sum->rounding = function == CCL_FUNCTION_ROUND      ? CCL_ROUND_COMMERCIAL
                                   : function == CCL_FUNCTION_ROUND_UP ? CCL_ROUND_CEILING
                                                                       : CCL_ROUND_FLOOR;
  *out = (made){ rate, sum };
  return true;
}

static bool make(pricing *p, const ccl_node *node, made *out) {
  switch ((int)node->kind) {
  case CCL_NODE_NAME: return make_name(p, node, out);
  case CCL_NODE_PRODUCT: return make_product(p, node, out);
  default: return make_round(p, node, out);
  }
}

/* ---- Quantity and price ---- */

static bool in_currency(ccl_sema *sema, const ccl_unit *amount, ccl_span span) {
  const ccl_base_unit *currency = ccl_dimension_money(amount->dimension),
                      *expected = sema->header->currency->factors[0].base;
  if (currency == expected)
    return true;
  ccl_sema_report(sema, &ccl_sema_say_other_currency, span, CCL_ARGS(currency->name, expected->name));
  return false;
}

/* "this rate is per call, but the quantity is in hours" */
static bool report_rate(ccl_sema *sema, const ccl_unit *price, ccl_span price_span, const ccl_expr *quantity) {
  ccl_lang lang = ccl_sema_lang(sema, price_span);
  ccl_str quantity_text = ccl_type_text(quantity->type, lang);
  int32_t power = 0;
  const ccl_base_unit *currency = ccl_dimension_currency(price->dimension, &power);
  if (!currency || power != 1 || price->dimension.count < 2) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_no_money, price_span,
                                     CCL_ARGS(ccl_type_text(ccl_type_number(price), lang), quantity_text));
    ccl_diag_note(diag, &ccl_sema_say_label, quantity->span, CCL_ARGS(quantity_text));
    return false;
  }
  const ccl_unit *per = ccl_unit_times(sema, ccl_unit_of_base(sema->units, currency), price, true);
  ccl_str per_text = ccl_unit_text(per, lang, false);
  bool is_plain = quantity->type.unit->dimension.count == 0;
  if (!is_plain)
    quantity_text = ccl_dimension_text(sema->units, quantity->type.unit->dimension, lang);
  ccl_diag *diag = ccl_sema_report(sema, is_plain ? &ccl_sema_say_rate_of_number : &ccl_sema_say_rate_differs,
                                   price_span, CCL_ARGS(per_text, quantity_text));
  ccl_diag_label(diag, &ccl_sema_say_money_for_each, CCL_ARGS(per_text));
  ccl_diag_note(diag, &ccl_sema_say_label, quantity->span, CCL_ARGS(quantity_text));
  ccl_diag_help(diag, is_plain ? &ccl_sema_say_help_rate_of_number : &ccl_sema_say_help_rate_differs,
                CCL_ARGS(ccl_unit_text(per, lang, true), per_text));
  return false;
}

static bool makes_money(ccl_sema *sema, const ccl_unit *price, ccl_span span, const ccl_expr *quantity) {
  const ccl_unit *amount = ccl_unit_product(sema->units, quantity->type.unit, price);
  return ccl_dimension_money(amount->dimension) ? in_currency(sema, amount, span)
                                                : report_rate(sema, price, span, quantity);
}

static bool check_tiers(ccl_sema *sema, const ccl_tiers *tiers, const ccl_node *node, const ccl_node *named,
                        const ccl_expr *quantity, const ccl_expr *rate) {
  if (!ccl_dimension_eq(tiers->per->dimension, quantity->type.unit->dimension)) {
    if (tiers->kind == CCL_TIERS_PRICE)
      return report_rate(sema, tiers->type.unit, named->span, quantity);
    ccl_diag *diag = ccl_type_report(sema, &ccl_sema_say_bounds_differ, quantity->type, quantity->span,
                                     ccl_type_number(tiers->per), named->span);
    ccl_diag_note(diag, &ccl_sema_say_declared_here, tiers->span, CCL_NO_ARGS);
    return false;
  }
  if (tiers->kind != CCL_TIERS_LUMP)
    return makes_money(sema, rate->type.unit, node->span, quantity);
  if (ccl_dimension_money(rate->type.unit->dimension))
    return in_currency(sema, rate->type.unit, node->span);
  return report_rate(sema, rate->type.unit, node->span, quantity);
}

/* ---- The price ---- */

static bool read_plain(ccl_reading *reading, const ccl_node *node, ccl_tier_mode mode, const ccl_node *mode_node,
                       const ccl_expr *quantity, ccl_price *price) {
  const ccl_expr *rate = ccl_read_number(reading, node);
  if (!rate || !ccl_expr_check_groups(reading->sema, reading->place, rate))
    return false;
  if (mode != CCL_BY_NOTHING) {
    ccl_sema_report(reading->sema, &ccl_sema_say_mode_without_tiers, mode_node ? mode_node->span : node->span,
                    CCL_NO_ARGS);
    return false;
  }
  *price = (ccl_price){ .rate = rate, .tiers = CCL_NONE, .mode = CCL_BY_NOTHING, .unit = rate->type.unit };
  return makes_money(reading->sema, rate->type.unit, node->span, quantity);
}

bool ccl_sema_price(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_tier_mode mode,
                    const ccl_node *mode_node, const ccl_expr *quantity, ccl_price *price) {
  ccl_reading reading = ccl_reading_at(sema, place);
  if (ccl_is_error(node) || !quantity)
    return false;
  if (!has_tiers(&reading, node))
    return read_plain(&reading, node, mode, mode_node, quantity, price);
  pricing p = { .reading = &reading };
  made out;
  if (!make(&p, node, &out) || !ccl_expr_check_groups(sema, place, out.rate))
    return false;
  const ccl_tiers *tiers = sema->tiers.items[p.tiers->symbol.index];
  if (mode == CCL_BY_NOTHING) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_tier_mode, node->span, CCL_ARGS(tiers->name));
    ccl_diag_help(diag, &ccl_sema_say_help_tier_mode, CCL_NO_ARGS);
    return false;
  }
  bool is_alone = out.rate->op == CCL_OP_BOUND;
  *price = (ccl_price){ .rate = is_alone ? NULL : out.rate,
                        .sum = is_alone ? NULL : out.sum,
                        .tiers = p.tiers->symbol.index,
                        .mode = mode,
                        .unit = out.rate->type.unit };
  return check_tiers(sema, tiers, node, p.named, quantity, out.rate);
}
