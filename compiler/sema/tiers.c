/* SPDX-License-Identifier: Apache-2.0 */
/* Tiers (clause 4.3): bounds that rise, prices and sums in the declared unit. Which tier a quantity reaches is plan/'s.
 */
#include "sema/reading.h"

typedef struct making {
  ccl_sema *sema;
  ccl_definition *definition;
  ccl_tiers *tiers;
  ccl_place_of constant, figure;
  const ccl_unit *currency; /* of the prices; NULL with shares */
  ccl_span bound_span; /* of the first bound with a unit, or of the declared unit */
  bool has_per;
} making;

static const ccl_unit *currency_of(ccl_sema *sema, const ccl_unit *unit) {
  int32_t power = 0;
  const ccl_base_unit *base = ccl_dimension_currency(unit->dimension, &power);
  return base && power == 1 ? ccl_unit_of_base(sema->units, base) : NULL;
}

/* What the prices are: money per something, a share, a lump sum; and the unit of the bounds where the declaration says
 * it. */
static bool read_kind(making *m, const ccl_unit *unit, ccl_span span) {
  ccl_tiers *tiers = m->tiers;
  m->currency = currency_of(m->sema, unit);
  tiers->type = m->definition->type = ccl_type_number(unit);
  tiers->per = ccl_unit_number(m->sema->units);
  if (unit->factor_count == 0) {
    tiers->kind = CCL_TIERS_SHARE;
    tiers->per = m->sema->header->currency;
    return true;
  }
  if (ccl_dimension_money(unit->dimension)) {
    tiers->kind = CCL_TIERS_LUMP;
    return true;
  }
  if (m->currency) {
    tiers->kind = CCL_TIERS_PRICE;
    tiers->per = ccl_unit_times(m->sema, m->currency, unit, true);
    m->has_per = true;
    m->bound_span = span;
    return true;
  }
  ccl_sema_report(m->sema, &ccl_sema_say_tiers_unit, span,
                  CCL_ARGS(ccl_unit_text(unit, ccl_sema_lang(m->sema, span), true)));
  return false;
}

/* ---- Bounds ---- */

static bool read_bound(making *m, const ccl_node *node, ccl_rat *bound) {
  ccl_reading reading = ccl_reading_at(m->sema, &m->constant);
  const ccl_expr *expr = ccl_is_error(node) ? NULL
                         : m->has_per ? ccl_read_as(&reading, node, ccl_type_number(m->tiers->per), true, m->bound_span)
                                      : ccl_read_number(&reading, node);
  if (!expr)
    return false;
  if (!m->has_per && expr->type.unit->dimension.count > 0) { /* shares and lump sums: the first bound says of what */
    m->tiers->per = expr->type.unit;
    m->has_per = true;
    m->bound_span = expr->span;
  } else if (!m->has_per) { /* a bare one: money for shares */
    expr = ccl_read_as(&reading, node, ccl_type_number(m->tiers->per), true, m->bound_span);
    if (!expr)
      return false;
  }
  if (ccl_expr_figure(expr, bound))
    return true;
  ccl_sema_report(m->sema, &ccl_sema_say_key_not_written, expr->span, CCL_NO_ARGS);
  return false;
}

/* Bounds rise strictly; `beyond` is the last. */
static bool check_order(making *m, const ccl_node *node, const ccl_node *before, const ccl_tier *tier,
                        const ccl_tier *last) {
  const ccl_node *at = tier->has_bound ? CCL_GET(node, TIER, BOUND) : node;
  ccl_span span = tier->has_bound ? at->span : node->head;
  if (!before)
    return !tier->has_bound || ccl_rat_sign(tier->bound) >= 0 ||
           (ccl_sema_report(m->sema, &ccl_sema_say_bound_negative, span, CCL_NO_ARGS), false);
  if (!last->has_bound) {
    ccl_diag *diag = ccl_sema_report(m->sema, &ccl_sema_say_after_beyond, span, CCL_NO_ARGS);
    ccl_diag_note(diag, &ccl_sema_say_beyond_here, before->head, CCL_NO_ARGS);
    return false;
  }
  if (!tier->has_bound || ccl_rat_cmp(tier->bound, last->bound) > 0)
    return true;
  ccl_diag *diag = ccl_sema_report(m->sema, &ccl_sema_say_tier_order, span, CCL_NO_ARGS);
  ccl_diag_note(diag, &ccl_sema_say_bound_before, CCL_GET(before, TIER, BOUND)->span, CCL_NO_ARGS);
  return false;
}

/* ---- Prices ---- */

static const ccl_expr *read_figure(making *m, const ccl_node *node, ccl_type type) {
  ccl_reading reading = ccl_reading_at(m->sema, &m->figure);
  reading.definition = m->definition;
  return ccl_read_as(&reading, node, type, true, CCL_GET(m->definition->symbol.node, TIERS, UNIT)->span);
}

static bool read_tier(making *m, const ccl_node *node, ccl_tier *tier) {
  const ccl_node *plus = CCL_GET(node, TIER, PLUS);
  tier->span = node->span;
  tier->has_bound = node->word != CCL_WORD_BEYOND;
  tier->excluded = node->word == CCL_WORD_LESS_THAN;
  bool is_whole = !tier->has_bound || read_bound(m, CCL_GET(node, TIER, BOUND), &tier->bound);
  tier->price = read_figure(m, CCL_GET(node, TIER, PRICE), m->tiers->type);
  if (plus) {
    const ccl_unit *currency = m->currency ? m->currency : m->sema->header->currency;
    tier->plus = read_figure(m, plus, ccl_type_number(currency));
    is_whole &= tier->plus != NULL;
  }
  return is_whole && tier->price;
}

bool ccl_settle_tiers(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node, *written = CCL_GET(node, TIERS, UNIT);
  ccl_tiers *tiers = sema->tiers.items[definition->symbol.index];
  *tiers = (ccl_tiers){ .name = definition->symbol.name,
                        .span = definition->symbol.span,
                        .type = definition->type,
                        .per = ccl_unit_number(sema->units) };
  making m = { .sema = sema, .definition = definition, .tiers = tiers };
  m.constant = (ccl_place_of){ .site = CCL_SITE_CONSTANT, .tree = definition->symbol.tree, .activity = CCL_NONE };
  m.figure = (ccl_place_of){ .site = CCL_SITE_MEASURE, .tree = definition->symbol.tree, .activity = CCL_NONE };
  const ccl_unit *unit = ccl_sema_unit(sema, definition->symbol.tree, written);
  if (!unit || !read_kind(&m, unit, written->span))
    return false;
  uint32_t count = ccl_node_len(node);
  ccl_tier *items = ccl_new_array(ccl_tier, count);
  const ccl_node *before = NULL;
  bool is_whole = true, is_ordered = true;
  for (uint32_t i = 0; i < count; i++) {
    const ccl_node *each = ccl_node_at(node, i);
    ccl_tier *tier = &items[tiers->tier_count];
    if (ccl_is_error(each) || !read_tier(&m, each, tier)) {
      is_whole = false;
      continue;
    }
    const ccl_tier *last = tiers->tier_count == 0 ? NULL : &items[tiers->tier_count - 1];
    is_ordered = is_ordered && check_order(&m, each, before, tier, last);
    before = each;
    tiers->tier_count++;
  }
  tiers->tiers = items;
  /* Of tiers without anything in them the reading of the file has said so. */
  if (is_whole && tiers->tier_count == 0 && ccl_node_len(definition->symbol.node) > 0)
    ccl_sema_report(sema, &ccl_sema_say_no_tier, definition->symbol.span, CCL_ARGS(tiers->name));
  return is_whole && is_ordered && tiers->tier_count > 0;
}
