/* SPDX-License-Identifier: Apache-2.0 */
/*
 * prose-number (checks.md): a figure in an article's prose that no rule of the article has, nor anything that it
 * names, directly or through a measure, nor the header; or an amount of its rules that the prose lacks although it
 * gives others. How figures are found in prose: prose_scan.c.
 *
 * A figure is had when a rule has it as written or in another unit of the same thing (2 minutes, 120 s), as a per cent
 * or a point, as the first day after an interval, or as what a sum or a product of written figures comes to; as 10 %
 * more or less where a rule has the factor (110 %, 1.1, 0.9). Whole (100 %) and one (1 call) need no rule. Prose may be
 * in the other language (`fmt --to` leaves it alone): its figures are then read as that language writes them.
 */
#include "base/utf8.h"
#include "check/articles.h"
#include "check/prose_scan.h"
#include "plan/compute.h"

enum { MOST_CELLS = 128 };

/* ---- Figures that rules have ---- */

typedef struct known_figure {
  ccl_prose_kind kind; /* NUMBER, MONEY, PERCENT */
  bool is_bare; /* written without a unit (in tables): may be any of these */
  ccl_rat written, base; /* base: in base units */
} known_figure;

/* What one declaration has, or one article. */
typedef struct known {
  CCL_VEC(known_figure) figures;
  CCL_VEC(ccl_written) dates; /* and times */
  CCL_VEC(const ccl_symbol *) names;
} known;

/* An item of the header, which prose names by one of these words (without accents). */
typedef struct named_item {
  const char *const *words;
  known figures;
} named_item;

typedef struct prose_check {
  const ccl_checking *checking;
  const ccl_plan *plan;
  ccl_map symbols; /* by name: the last one declared */
  known header; /* what needs no mention: the contract's dates, the parties */
  CCL_VEC(named_item) items;
  ccl_map declarations; /* by name: known */
  size_t cursor; /* plan.articles: nodes come in about the same order */
} prose_check;

static bool is_error(const ccl_node *node) {
  return node == NULL || node->kind == CCL_NODE_ERROR;
}

static void add_figure(known *all, ccl_prose_kind kind, bool is_bare, ccl_rat written, ccl_rat base) {
  ccl_vec_push(&all->figures, ((known_figure){ kind, is_bare, ccl_rat_abs(written), ccl_rat_abs(base) }));
}

static void add_typed(known *all, ccl_rat number, const ccl_unit *unit) {
  if (!unit || ccl_rat_is_too_large(number))
    return;
  int32_t power;
  bool is_number = ccl_dimension_is_number(unit->dimension);
  ccl_prose_kind kind = ccl_dimension_currency(unit->dimension, &power) ? CCL_PROSE_MONEY
                        : is_number && unit->is_percent                 ? CCL_PROSE_PERCENT
                                                                        : CCL_PROSE_NUMBER;
  add_figure(all, kind, is_number && !unit->is_percent, ccl_rat_div(number, unit->scale), number);
}

static void add_day(known *all, ccl_day day) {
  if (day <= CCL_DAY_MIN || day >= CCL_DAY_MAX)
    return;
  ccl_ymd date = ccl_day_ymd(day);
  ccl_vec_push(&all->dates,
               ((ccl_written){ .year = (int16_t)date.year, .month = (uint8_t)date.month, .day = (uint8_t)date.day }));
}

static void add_days(known *all, ccl_days days) {
  add_day(all, days.from);
  add_day(all, days.to);
  if (days.to < CCL_DAY_MAX)
    add_day(all, days.to + 1);
}

/* The day after a date that is the end of something: `jusqu'au 31 octobre` and "before 1 November". */
static void add_day_after(known *all, const ccl_node *date) {
  ccl_ymd day = { date->value.year, date->value.month, date->value.day };
  if (ccl_ymd_is_valid(day) && ccl_day_from(day) < CCL_DAY_MAX)
    add_day(all, ccl_day_from(day) + 1);
}

/* ---- Reading the tree ---- */

static bool has_percent(const ccl_node *unit) {
  return ccl_node_len(unit) > 0 && ccl_node_at(unit, 0)->kind == CCL_NODE_PERCENT;
}

/* The first atom of a unit as the table of units has it; later ones divide. */
static ccl_rat scale_of(const prose_check *p, const ccl_node *unit, ccl_lang lang, ccl_prose_kind *kind) {
  ccl_rat scale = CCL_RAT_ONE;
  *kind = has_percent(unit) ? CCL_PROSE_PERCENT : CCL_PROSE_NUMBER;
  for (uint32_t i = 0; i < ccl_node_len(unit); i++) {
    const ccl_node *atom = ccl_node_at(unit, i);
    const ccl_unit *it = atom->kind == CCL_NODE_NAME ? ccl_unit_atom(p->plan->units, atom->text, lang) : NULL;
    if (!it)
      continue;
    int32_t power;
    if (i == 0 && ccl_dimension_currency(it->dimension, &power))
      *kind = CCL_PROSE_MONEY;
    else if (i == 0 && it->is_percent)
      *kind = CCL_PROSE_PERCENT; /* points */
    if (!it->is_percent)
      scale = i == 0 ? ccl_rat_mul(scale, it->scale) : ccl_rat_div(scale, it->scale);
  }
  return scale;
}

static void read_quantity(const prose_check *p, const ccl_node *node, ccl_lang lang, known *all) {
  const ccl_node *number = ccl_node_get(node, CCL_SLOT_QUANTITY_NUMBER),
                 *unit = ccl_node_get(node, CCL_SLOT_QUANTITY_UNIT);
  ccl_rat written;
  ccl_prose_kind kind;
  if (is_error(number) || is_error(unit) || !ccl_rat_parse(number->text, &written))
    return;
  ccl_rat scale = scale_of(p, unit, lang, &kind);
  add_figure(all, kind, false, written, ccl_rat_mul(written, scale));
}

static void read_number(const ccl_node *node, known *all) {
  ccl_rat written;
  if (ccl_rat_parse(node->text, &written))
    add_figure(all, CCL_PROSE_NUMBER, true, written, written);
}

/* `for 6 months`: 6, as a number of months or years. */
static void read_length(const ccl_node *node, known *all) {
  const ccl_node *count = ccl_node_get(node, CCL_SLOT_LENGTH_COUNT);
  ccl_rat written;
  if (is_error(count) || !ccl_rat_parse(count->text, &written))
    return;
  add_figure(all, CCL_PROSE_NUMBER, true, written,
             node->word == CCL_WORD_YEAR ? ccl_rat_mul(written, ccl_rat_int(12)) : written);
}

static void read_node(const prose_check *p, const ccl_node *node, ccl_lang lang, known *all);

static void read_children(const prose_check *p, const ccl_node *node, ccl_lang lang, known *all) {
  for (uint32_t i = 0; i < node->count; i++)
    if (node->items[i])
      read_node(p, node->items[i], lang, all);
}

static void read_text(const prose_check *p, const ccl_node *node, ccl_lang lang, known *all) {
  ccl_prose prose = { 0 };
  ccl_prose_scan(p->checking, node->span, lang, &prose);
  for (size_t i = 0; i < prose.figures.len; i++)
    add_figure(all, CCL_PROSE_NUMBER, true, prose.figures.items[i].number, prose.figures.items[i].number);
}

static void read_node(const prose_check *p, const ccl_node *node, ccl_lang lang, known *all) {
  const ccl_symbol *symbol;
  switch ((int)node->kind) {
  case CCL_NODE_PROSE:
  case CCL_NODE_ERROR: return;
  case CCL_NODE_QUANTITY: read_quantity(p, node, lang, all); return;
  case CCL_NODE_NUMBER: read_number(node, all); return;
  case CCL_NODE_LENGTH: read_length(node, all); return;
  case CCL_NODE_DATE:
  case CCL_NODE_DAY_OF_YEAR:
  case CCL_NODE_TIME:
  case CCL_NODE_TIMESTAMP: ccl_vec_push(&all->dates, node->value); return;
  case CCL_NODE_NAME:
    symbol = ccl_map_find(&p->symbols, node->text);
    if (symbol)
      ccl_vec_push(&all->names, symbol);
    return;
  case CCL_NODE_IN_FORCE:
    if (!is_error(ccl_node_get(node, CCL_SLOT_IN_FORCE_TO)))
      add_day_after(all, ccl_node_get(node, CCL_SLOT_IN_FORCE_TO));
    break;
  case CCL_NODE_RANGE:
    if (!is_error(ccl_node_get(node, CCL_SLOT_RANGE_TO)) &&
        ccl_node_get(node, CCL_SLOT_RANGE_TO)->kind == CCL_NODE_DATE)
      add_day_after(all, ccl_node_get(node, CCL_SLOT_RANGE_TO));
    break;
  case CCL_NODE_PARTY_DETAIL: /* capital and registration; the number of a house is no figure of the contract */
    if ((node->word == CCL_WORD_SHARE_CAPITAL || node->word == CCL_WORD_SIREN || node->word == CCL_WORD_SIRET) &&
        !is_error(ccl_node_get(node, CCL_SLOT_PARTY_DETAIL_VALUE)))
      read_text(p, ccl_node_get(node, CCL_SLOT_PARTY_DETAIL_VALUE), lang, all);
    return;
  default: break;
  }
  read_children(p, node, lang, all);
}

/* ---- What declarations come to ---- */

static void add_parameter(const prose_check *p, const ccl_symbol *symbol, known *all) {
  const ccl_parameter *parameter = &p->plan->parameters[symbol->index];
  ccl_supply supply = ccl_supply_of(p->plan);
  for (size_t i = 0; i < parameter->version_count; i++) {
    ccl_day day = i == 0 ? p->plan->header.cycle.contract.from : parameter->versions[i].from;
    ccl_value value = ccl_parameter_on(p->plan, &supply, symbol->index, day);
    if (value.state == CCL_KNOWN && value.kind == CCL_KIND_NUMBER)
      add_typed(all, value.as.number, parameter->type.unit);
    if (i > 0)
      add_day(all, day);
  }
}

static const known *declaration(prose_check *p, const ccl_symbol *symbol) {
  known *it = ccl_map_find(&p->declarations, symbol->name);
  if (it)
    return it;
  it = ccl_new(known);
  ccl_map_put(&p->declarations, symbol->name, it);
  read_children(p, symbol->node, symbol->tree->lang, it);
  if (symbol->kind == CCL_SYMBOL_ARTICLE) { /* its rules (`instead of 3.20 EUR`), not what they name */
    it->names.len = 0;
    return it;
  }
  if (symbol->kind == CCL_SYMBOL_PARAMETER)
    add_parameter(p, symbol, it);
  const ccl_phase *phase = symbol->kind == CCL_SYMBOL_PHASE ? ccl_sema_phase(p->checking->sema, symbol) : NULL;
  if (phase)
    add_days(it, phase->days);
  return it;
}

/* ---- Sums and products of written figures ---- */

typedef struct folding {
  const prose_check *p;
  ccl_day day;
  known *all;
} folding;

static ccl_value unknown_leaf(ccl_env *env, const ccl_expr *expr) {
  const folding *f = env->self;
  if (expr->op == CCL_OP_PARAMETER)
    return ccl_parameter_on(f->p->plan, env->supply, expr->index, f->day);
  return ccl_value_unknown();
}

static bool is_fixed(const ccl_expr *expr) {
  if (expr->op == CCL_OP_CONSTANT || expr->op == CCL_OP_PARAMETER)
    return true;
  bool computes = expr->op == CCL_OP_SUM || expr->op == CCL_OP_PRODUCT || expr->op == CCL_OP_CONVERT ||
                  expr->op == CCL_OP_ROUND || expr->op == CCL_OP_NEGATE || expr->op == CCL_OP_MIN ||
                  expr->op == CCL_OP_MAX;
  for (size_t i = 0; computes && i < expr->arg_count; i++)
    if (!is_fixed(expr->args[i]))
      return false;
  return computes;
}

static void fold(void *self, const ccl_expr *expr) {
  folding *f = self;
  if (expr->type.kind == CCL_KIND_NUMBER && is_fixed(expr)) {
    ccl_supply supply = ccl_supply_of(f->p->plan);
    ccl_env env = { .plan = f->p->plan, .supply = &supply, .leaf = unknown_leaf, .self = f };
    for (size_t i = 0; i < CCL_BOUND_COUNT; i++)
      env.bound[i] = ccl_value_absent();
    ccl_value value = ccl_compute(&env, expr);
    if (value.state == CCL_KNOWN && value.kind == CCL_KIND_NUMBER)
      add_typed(f->all, value.as.number, expr->type.unit);
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    fold(self, expr->args[i]);
}

/* ---- Is it had? ---- */

static bool same_number(ccl_rat a, ccl_rat b) {
  return !ccl_rat_is_too_large(a) && !ccl_rat_is_too_large(b) && ccl_rat_eq(a, b);
}

/* Whether a plain factor says "more by that share", or "less": 1.1 and 0.9 for 10 %. */
static bool is_change(ccl_rat factor, ccl_rat share) {
  return same_number(factor, ccl_rat_add(CCL_RAT_ONE, share)) || same_number(factor, ccl_rat_sub(CCL_RAT_ONE, share));
}

static bool fits(const known_figure *it, const ccl_prose_figure *figure) {
  ccl_rat hundred = ccl_rat_int(100), number = ccl_rat_abs(figure->number);
  ccl_rat scale = figure->unit ? figure->unit->scale : CCL_RAT_ONE;
  switch (figure->kind) {
  case CCL_PROSE_MONEY:
    return (it->kind == CCL_PROSE_MONEY || it->is_bare) &&
           (same_number(it->written, number) || same_number(it->base, ccl_rat_div(number, scale)));
  case CCL_PROSE_PERCENT:
    if (it->kind == CCL_PROSE_PERCENT)
      return same_number(it->written, number) || same_number(it->written, ccl_rat_add(hundred, number));
    return it->is_bare && (same_number(it->written, number) || same_number(it->written, ccl_rat_div(number, hundred)) ||
                           is_change(it->written, ccl_rat_div(number, hundred)) ||
                           same_number(it->written, ccl_rat_add(hundred, number)));
  case CCL_PROSE_NUMBER:
    if (figure->unit && it->kind != CCL_PROSE_NUMBER)
      return false;
    return same_number(it->written, number) || same_number(it->base, ccl_rat_mul(number, scale));
  case CCL_PROSE_DATE:
  case CCL_PROSE_TIME:
    return figure->unit && it->kind == CCL_PROSE_NUMBER &&
           (same_number(it->written, number) || same_number(it->base, ccl_rat_mul(number, scale)));
  }
  return false;
}

static bool same_date(ccl_written known_date, const ccl_prose_figure *figure) {
  ccl_written date = figure->date;
  if (figure->kind == CCL_PROSE_TIME)
    return known_date.hour % 24 == date.hour % 24 && known_date.minute == date.minute &&
           (known_date.month == 0 || known_date.year > 0);
  return figure->kind == CCL_PROSE_DATE && known_date.month == date.month && known_date.day == date.day &&
         (date.year == 0 || known_date.year == 0 || known_date.year == date.year);
}

static bool has(const known *all, const ccl_prose_figure *figure) {
  for (size_t i = 0; i < all->figures.len; i++)
    if (fits(&all->figures.items[i], figure))
      return true;
  for (size_t i = 0; i < all->dates.len; i++)
    if (same_date(all->dates.items[i], figure))
      return true;
  return false;
}

/* What needs no rule: nothing, 100 %, one of something, a year without more. */
static bool is_common(const ccl_prose_figure *figure) {
  int64_t whole;
  if (!ccl_rat_to_int(ccl_rat_abs(figure->number), &whole))
    return false;
  if (figure->kind == CCL_PROSE_DATE || figure->kind == CCL_PROSE_TIME)
    return false;
  if (whole == 0)
    return true;
  if (figure->kind == CCL_PROSE_PERCENT)
    return whole == 100;
  return figure->kind == CCL_PROSE_NUMBER && (whole == 1 || (!figure->unit && whole >= 1900 && whole <= 2100));
}

/* In the header, when the prose names the item: "VAT at 20 %", "payable within 30 days". */
static bool has_in_header(const prose_check *p, ccl_str folded, const ccl_prose_figure *figure) {
  if (has(&p->header, figure))
    return true;
  for (size_t i = 0; i < p->items.len; i++)
    for (const char *const *word = p->items.items[i].words; *word; word++)
      if (ccl_str_find(folded, ccl_str_from(*word)) >= 0 && has(&p->items.items[i].figures, figure))
        return true;
  return false;
}

/* Whether one price of a grid is another one more or less by that per cent: "the night costs 20 % more" beside 21.40 and
 * 25.68. Only grids say such things by their cells; a large one is let off. */
static bool is_between_cells(const ccl_symbol *symbol, const known *grid, const ccl_prose_figure *figure) {
  if (symbol->kind != CCL_SYMBOL_GRID || figure->kind != CCL_PROSE_PERCENT)
    return false;
  if (grid->figures.len > MOST_CELLS)
    return true;
  ccl_rat share = ccl_rat_div(ccl_rat_abs(figure->number), ccl_rat_int(100));
  for (size_t i = 0; i < grid->figures.len; i++)
    for (size_t k = 0; k < grid->figures.len; k++) {
      ccl_rat one = grid->figures.items[i].written, other = grid->figures.items[k].written;
      if (i != k && !ccl_rat_is_zero(other) && is_change(ccl_rat_div(one, other), share))
        return true;
    }
  return false;
}

/* In what the names lead to, each looked into once. */
static bool has_in_names(prose_check *p, const known *own, const ccl_prose_figure *figure) {
  CCL_VEC(const ccl_symbol *) open = { 0 };
  ccl_map seen = { 0 };
  for (size_t i = 0; i < own->names.len; i++)
    ccl_vec_push(&open, own->names.items[i]);
  for (size_t i = 0; i < open.len; i++) {
    const ccl_symbol *symbol = open.items[i];
    if (ccl_map_put(&seen, symbol->name, &seen))
      continue;
    const known *it = declaration(p, symbol);
    if (has(it, figure) || is_between_cells(symbol, it, figure))
      return true;
    for (size_t k = 0; k < it->names.len; k++)
      if (!ccl_map_find(&seen, it->names.items[k]->name))
        ccl_vec_push(&open, it->names.items[k]);
  }
  return false;
}

/* ---- Findings ---- */

typedef CCL_VEC(const ccl_node *) node_list;

static void collect_kind(const ccl_node *node, ccl_node_kind kind, node_list *list) {
  if (!node || (node->kind == CCL_NODE_PROSE && kind != CCL_NODE_PROSE))
    return;
  if (node->kind == kind) {
    ccl_vec_push(list, node);
    return;
  }
  for (uint32_t i = 0; i < node->count; i++)
    collect_kind(node->items[i], kind, list);
}

static void report_prose(const prose_check *p, const ccl_prose_figure *figure) {
  ccl_str text = ccl_source_text(p->checking->sources, figure->span);
  const ccl_message *message = figure->kind == CCL_PROSE_DATE    ? &ccl_check_say_prose_date
                               : figure->kind == CCL_PROSE_MONEY ? &ccl_check_say_prose_amount
                                                                 : &ccl_check_say_prose_number;
  ccl_diag *diag = ccl_check_report(p->checking, message, figure->span, CCL_ARGS(text));
  ccl_diag_help(diag, &ccl_check_say_prose_help, CCL_NO_ARGS);
}

static bool is_money(const prose_check *p, const ccl_node *quantity, ccl_lang lang, ccl_prose_figure *as_prose) {
  known one = { 0 };
  read_quantity(p, quantity, lang, &one);
  if (one.figures.len == 0 || one.figures.items[0].kind != CCL_PROSE_MONEY)
    return false;
  *as_prose = (ccl_prose_figure){ .kind = CCL_PROSE_MONEY, .number = one.figures.items[0].written };
  return true;
}

/* Whether the prose gives the amount, in the unit in which the rule has it or in another. */
static bool prose_gives(const prose_check *p, const ccl_prose *prose, const ccl_node *quantity, ccl_lang lang) {
  known one = { 0 };
  read_quantity(p, quantity, lang, &one);
  for (size_t i = 0; i < prose->figures.len; i++)
    if (fits(&one.figures.items[0], &prose->figures.items[i]))
      return true;
  return false;
}

/* Amounts of the effects that the prose leaves out, although it gives others of them. */
static void check_left_out(const prose_check *p, const ccl_node *article, const ccl_prose *prose, ccl_lang lang) {
  node_list quantities = { 0 };
  for (uint32_t i = 0; i < ccl_node_len(article); i++)
    collect_kind(ccl_node_at(article, i), CCL_NODE_QUANTITY, &quantities);
  const ccl_node *given = NULL;
  for (size_t i = 0; i < quantities.len; i++) {
    ccl_prose_figure money;
    if (!given && is_money(p, quantities.items[i], lang, &money) && prose_gives(p, prose, quantities.items[i], lang))
      given = quantities.items[i];
  }
  for (size_t i = 0; given && i < quantities.len; i++) {
    ccl_prose_figure money;
    const ccl_node *quantity = quantities.items[i];
    if (!is_money(p, quantity, lang, &money) || ccl_rat_is_zero(money.number) || prose_gives(p, prose, quantity, lang))
      continue;
    ccl_str text = ccl_source_text(p->checking->sources, quantity->span),
            other = ccl_source_text(p->checking->sources, given->span);
    ccl_diag *diag = ccl_check_report(p->checking, &ccl_check_say_prose_lacks, quantity->span, CCL_ARGS(text, other));
    ccl_diag_help(diag, &ccl_check_say_prose_lacks_help, CCL_NO_ARGS);
  }
}

/* ---- One article ---- */

static const ccl_article *article_at(prose_check *p, const ccl_node *node) {
  for (size_t i = 0; i < p->plan->articles_count; i++) {
    const ccl_article *article = &p->plan->articles[(p->cursor + i) % p->plan->articles_count];
    if (article->span.file != node->span.file || article->span.start != node->span.start)
      continue;
    p->cursor = (p->cursor + i + 1) % p->plan->articles_count;
    return article;
  }
  return NULL;
}

/* The figures of its own rules, and what those come to. */
static known own_figures(prose_check *p, const ccl_node *node, ccl_lang lang) {
  known own = { 0 };
  read_children(p, node, lang, &own);
  const ccl_article *article = article_at(p, node);
  if (!article)
    return own;
  add_days(&own, article->in_force);
  folding f = { p, article->in_force.from, &own };
  for (size_t i = 0; i < article->effect_count; i++)
    ccl_check_each_figure(&article->effects[i], fold, &f);
  return own;
}

static bool is_had(prose_check *p, const known *own, ccl_str folded, const ccl_prose_figure *figure) {
  return is_common(figure) || has(own, figure) || has_in_header(p, folded, figure) || has_in_names(p, own, figure);
}

/* Whether what stands there is had when it is read as the other language writes figures. A number that both read whole,
 * 3,500, is read so only in a French contract: no French text writes 3.5 like that, and English prose is not let off. */
static bool is_had_otherwise(prose_check *p, const known *own, ccl_str folded, const ccl_prose_figure *figure,
                             const ccl_prose *other, ccl_lang lang) {
  for (size_t i = 0; i < other->figures.len; i++) {
    const ccl_prose_figure *it = &other->figures.items[i];
    bool holds =
        it->span.start <= figure->span.start && figure->span.end <= it->span.end && it->span.file == figure->span.file;
    bool is_grouped = ccl_rat_cmp(ccl_rat_abs(it->number), ccl_rat_abs(figure->number)) > 0;
    bool may_be =
        it->kind == CCL_PROSE_DATE ||
        (lang == CCL_LANG_FR ? is_grouped : it->span.end != figure->span.end || it->span.start != figure->span.start);
    if (holds && may_be && is_had(p, own, folded, it))
      return true;
  }
  return false;
}

static void check_article(prose_check *p, const ccl_node *node, ccl_lang lang) {
  node_list pieces = { 0 };
  ccl_prose prose = { 0 }, other = { 0 };
  collect_kind(node, CCL_NODE_PROSE, &pieces);
  for (size_t i = 0; i < pieces.len; i++) {
    ccl_prose_scan(p->checking, pieces.items[i]->span, lang, &prose);
    ccl_prose_scan(p->checking, pieces.items[i]->span, lang == CCL_LANG_FR ? CCL_LANG_EN : CCL_LANG_FR, &other);
  }
  if (prose.figures.len == 0)
    return;
  known own = own_figures(p, node, lang);
  for (size_t i = 0; i < pieces.len; i++)
    for (uint32_t k = 0; k < ccl_node_len(pieces.items[i]); k++)
      if (ccl_node_at(pieces.items[i], k)->kind == CCL_NODE_NAME)
        read_node(p, ccl_node_at(pieces.items[i], k), lang, &own);
  ccl_buf folded = { 0 };
  for (size_t i = 0; i < pieces.len; i++)
    ccl_buf_add(&folded, ccl_utf8_fold(pieces.items[i]->text));
  bool lacks_money = false;
  for (size_t i = 0; i < prose.figures.len; i++) {
    const ccl_prose_figure *figure = &prose.figures.items[i];
    if (is_had(p, &own, ccl_buf_str(&folded), figure) ||
        is_had_otherwise(p, &own, ccl_buf_str(&folded), figure, &other, lang))
      continue;
    lacks_money = lacks_money || figure->kind != CCL_PROSE_DATE;
    report_prose(p, figure);
  }
  if (!lacks_money && !prose.has_worded_money) {
    for (size_t i = 0; i < other.figures.len; i++)
      ccl_vec_push(&prose.figures, other.figures.items[i]);
    check_left_out(p, node, &prose, lang);
  }
}

/* ---- All of them ---- */

static void check_tree(prose_check *p, const ccl_tree *tree) {
  for (uint32_t i = 0; i < ccl_node_len(tree->root); i++) {
    const ccl_node *node = ccl_node_at(tree->root, i);
    if (node->kind == CCL_NODE_ADD)
      node = ccl_node_get(node, CCL_SLOT_ADD_DECLARATION);
    else if (node->kind == CCL_NODE_REPLACE)
      node = ccl_node_get(node, CCL_SLOT_REPLACE_DECLARATION);
    if (node && node->kind == CCL_NODE_ARTICLE)
      check_article(p, node, tree->lang);
  }
}

/* Numbers of the header are known where prose names their item; dates and parties always. */
static void read_header(prose_check *p, const ccl_node *header, ccl_lang lang) {
  static const char *const vat[] = { "tva", "vat", NULL },
                           *const interest[] = { "interet", "interest", "retard", "late ", NULL },
                           *const payment[] = { "paiement", "payment",  "payable", "paid", "regle",
                                                "echeance", "exigible", "invoice", "due",  NULL },
                           *const recovery[] = { "recouvrement", "recovery", NULL },
                           *const rounding[] = { "arrondi", "round", NULL },
                           *const discount[] = { "escompte", "discount", NULL };
  for (uint32_t i = 0; header && i < ccl_node_len(header); i++) {
    const ccl_node *item = ccl_node_at(header, i);
    named_item named = { 0 };
    switch ((int)item->kind) {
    case CCL_NODE_VAT: named.words = vat; break;
    case CCL_NODE_LATE_INTEREST: named.words = interest; break;
    case CCL_NODE_PAYMENT: named.words = payment; break;
    case CCL_NODE_RECOVERY_FEE: named.words = recovery; break;
    case CCL_NODE_ROUNDING: named.words = rounding; break;
    case CCL_NODE_EARLY_DISCOUNT: named.words = discount; break;
    default: read_node(p, item, lang, &p->header); continue;
    }
    read_node(p, item, lang, &named.figures);
    ccl_vec_push(&p->items, named);
  }
  add_days(&p->header, p->plan->header.cycle.contract);
}

void ccl_check_prose(ccl_checking *checking) {
  const ccl_symbol *const *symbols;
  prose_check p = { .checking = checking, .plan = checking->plan };
  const ccl_tree *contract = checking->trees[0];
  if (contract->root->kind != CCL_NODE_CONTRACT)
    return;
  size_t count = ccl_sema_symbols(checking->sema, &symbols);
  for (size_t i = 0; i < count; i++)
    if (symbols[i]->kind != CCL_SYMBOL_LIBRARY && symbols[i]->kind != CCL_SYMBOL_UNIT)
      ccl_map_put(&p.symbols, symbols[i]->name, (ccl_symbol *)(uintptr_t)symbols[i]);
  read_header(&p, ccl_node_get(contract->root, CCL_SLOT_CONTRACT_HEADER), contract->lang);
  for (size_t i = 0; i < checking->tree_count; i++)
    check_tree(&p, checking->trees[i]);
}
