/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values of the tree become expressions of the plan (clauses 2 and 5): typed, resolved, in base units. Only what is
 * written out as one figure is computed here
 * (`28.50 EUR per hour`); a chain of + − or × ÷ stays one SUM or PRODUCT. Names, functions, look-ups and aggregates
 * have files of their own.
 */
#include "sema/reading.h"

/* ---- Making expressions ---- */

ccl_type ccl_type_number(const ccl_unit *unit) {
  return (ccl_type){ CCL_KIND_NUMBER, unit };
}

ccl_type ccl_type_of(ccl_kind kind) {
  return (ccl_type){ kind, NULL };
}

ccl_expr *ccl_expr_new(ccl_op op, ccl_type type, ccl_span span, const ccl_expr *const *args, size_t count) {
  const ccl_expr **kept = ccl_new_array(const ccl_expr *, count);
  for (size_t i = 0; i < count; i++)
    kept[i] = args[i];
  ccl_expr *expr = ccl_new(ccl_expr);
  *expr = (ccl_expr){ .op = op, .type = type, .span = span, .args = kept, .arg_count = count };
  return expr;
}

ccl_expr *ccl_expr_constant(ccl_type type, ccl_value value, ccl_span span) {
  ccl_expr *expr = ccl_expr_new(CCL_OP_CONSTANT, type, span, NULL, 0);
  expr->constant = value;
  return expr;
}

ccl_expr *ccl_expr_number(ccl_rat number, const ccl_unit *unit, ccl_span span) {
  return ccl_expr_constant(ccl_type_number(unit), ccl_value_number(number), span);
}

bool ccl_expr_figure(const ccl_expr *expr, ccl_rat *figure) {
  if (expr->type.kind != CCL_KIND_NUMBER)
    return false;
  switch ((int)expr->op) {
  case CCL_OP_CONSTANT: *figure = expr->constant.as.number; return expr->constant.state == CCL_KNOWN;
  case CCL_OP_CONVERT: return ccl_expr_figure(expr->args[0], figure);
  case CCL_OP_NEGATE:
    if (!ccl_expr_figure(expr->args[0], figure))
      return false;
    *figure = ccl_rat_neg(*figure);
    return true;
  case CCL_OP_SUM:
  case CCL_OP_PRODUCT: break;
  default: return false;
  }
  bool adds = expr->op == CCL_OP_SUM;
  *figure = adds ? CCL_RAT_ZERO : CCL_RAT_ONE;
  for (size_t i = 0; i < expr->arg_count; i++) {
    ccl_rat part;
    bool inverse = expr->inverse && expr->inverse[i];
    if (!ccl_expr_figure(expr->args[i], &part) || (!adds && inverse && ccl_rat_is_zero(part)))
      return false;
    *figure = adds ? (inverse ? ccl_rat_sub(*figure, part) : ccl_rat_add(*figure, part))
                   : (inverse ? ccl_rat_div(*figure, part) : ccl_rat_mul(*figure, part));
  }
  return !ccl_rat_is_too_large(*figure);
}

ccl_reading ccl_reading_at(ccl_sema *sema, const ccl_place_of *place) {
  ccl_names *names = ccl_names_of(sema, place->tree);
  bool has_rows = place->site == CCL_SITE_DERIVE || place->site == CCL_SITE_ROW;
  return (ccl_reading){ .sema = sema,
                        .place = place,
                        .names = names,
                        .lang = place->tree->lang,
                        .activity = has_rows ? place->activity : CCL_NONE,
                        .is_by_row = has_rows };
}

/* ---- What is written out ---- */

static const ccl_expr *read_written_number(ccl_reading *reading, const ccl_node *node, const ccl_unit *unit,
                                           ccl_span span) {
  ccl_rat number;
  if (!ccl_rat_parse(node->text, &number))
    CCL_BUG("a number of the tree that is no number");
  (void)reading;
  return ccl_expr_number(ccl_rat_mul(number, unit->scale), unit, span);
}

static const ccl_expr *read_quantity(ccl_reading *reading, const ccl_node *node) {
  const ccl_node *number = CCL_GET(node, QUANTITY, NUMBER);
  const ccl_unit *unit = ccl_sema_unit(reading->sema, reading->place->tree, CCL_GET(node, QUANTITY, UNIT));
  return unit && !ccl_is_error(number) ? read_written_number(reading, number, unit, node->span) : NULL;
}

static const ccl_expr *read_date(const ccl_node *node) {
  return ccl_expr_constant(ccl_type_of(CCL_KIND_DATE), ccl_value_day(ccl_sema_date(node)), node->span);
}

static const ccl_expr *read_month(const ccl_node *node) {
  ccl_month month = (node->value.year - 1970) * 12 + node->value.month - 1;
  return ccl_expr_constant(ccl_type_of(CCL_KIND_MONTH), ccl_value_month(month), node->span);
}

/* ---- Conditions ---- */

const ccl_expr *ccl_read_condition(ccl_reading *reading, const ccl_node *node) {
  const ccl_expr *expr = ccl_read(reading, node);
  if (expr && expr->type.kind != CCL_KIND_BOOL) {
    ccl_type_report_kind(reading->sema, &ccl_sema_say_not_a_condition, expr);
    return NULL;
  }
  return expr;
}

static const ccl_expr *read_chain(ccl_reading *reading, const ccl_node *node, ccl_op op) {
  uint32_t count = ccl_node_len(node);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count);
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++) {
    args[i] = ccl_read_condition(reading, ccl_node_at(node, i));
    is_whole &= args[i] != NULL;
  }
  return is_whole ? ccl_expr_new(op, ccl_type_of(CCL_KIND_BOOL), node->span, args, count) : NULL;
}

static const ccl_expr *read_not(ccl_reading *reading, const ccl_node *node) {
  const ccl_expr *value = ccl_read_condition(reading, CCL_GET(node, NOT, VALUE));
  return value ? ccl_expr_new(CCL_OP_NOT, ccl_type_of(CCL_KIND_BOOL), node->span, &value, 1) : NULL;
}

/* ---- Beside another figure: choices ---- */

static const ccl_expr *choice(ccl_reading *reading, uint32_t index, ccl_span span) {
  (void)reading;
  return ccl_expr_constant(ccl_type_of(CCL_KIND_CHOICE), ccl_value_choice(index), span);
}

static void report_no_choice(ccl_reading *reading, const ccl_node *node, ccl_choices choices, const ccl_expr *other) {
  ccl_sema *sema = reading->sema;
  ccl_candidates candidates = { 0 };
  for (size_t i = 0; i < choices.count; i++)
    ccl_candidates_add(&candidates, sema->choices.items[choices.items[i]]);
  ccl_diag *diag =
      ccl_names_unknown(sema, reading->names, &ccl_sema_say_no_such_choice, node->text, node->span, &candidates);
  if (diag)
    ccl_diag_note(diag, &ccl_sema_say_choices_are, other->span, CCL_ARGS(ccl_sema_choices_text(sema, choices)));
}

const ccl_expr *ccl_read_beside(ccl_reading *reading, const ccl_node *node, const ccl_expr *other) {
  bool is_name = node->kind == CCL_NODE_NAME && !CCL_GET(node, NAME, QUALIFIER), is_text = node->kind == CCL_NODE_TEXT;
  if (!other || (!is_name && !is_text))
    return ccl_read(reading, node);
  if (other->type.kind == CCL_KIND_TEXT && is_name && !ccl_name_is_known(reading, node)) {
    ccl_diag *diag = ccl_names_unknown(reading->sema, reading->names, &ccl_sema_say_unknown_name, node->text,
                                       node->span, &(ccl_candidates){ 0 });
    if (diag)
      ccl_diag_help(diag, &ccl_sema_say_help_quotes, CCL_ARGS(node->text));
    return NULL;
  }
  if (other->type.kind != CCL_KIND_CHOICE)
    return ccl_read(reading, node);
  ccl_choices choices = ccl_sema_choices_of(reading->sema, reading->activity, other);
  uint32_t index;
  if (ccl_sema_choice_find(reading->sema, choices, node->text, &index))
    return choice(reading, index, node->span);
  if (is_text || !ccl_name_is_known(reading, node)) {
    report_no_choice(reading, node, choices, other);
    return NULL;
  }
  return ccl_read(reading, node);
}

static bool is_unknown_name(ccl_reading *reading, const ccl_node *node) {
  return (node->kind == CCL_NODE_NAME && !ccl_name_is_known(reading, node)) || node->kind == CCL_NODE_TEXT;
}

/* Two figures, either of which may be a choice of the list of the other. */
static bool read_pair(ccl_reading *reading, const ccl_node *left, const ccl_node *right, const ccl_expr **args) {
  if (is_unknown_name(reading, left) && !is_unknown_name(reading, right)) {
    args[1] = ccl_read(reading, right);
    args[0] = args[1] ? ccl_read_beside(reading, left, args[1]) : NULL;
  } else {
    args[0] = ccl_read(reading, left);
    /* Beside what is wrong, a name may be a choice that nobody can know: nothing is said about it. */
    args[1] = !args[0] && is_unknown_name(reading, right) ? NULL : ccl_read_beside(reading, right, args[0]);
  }
  return args[0] && args[1];
}

static bool is_ordered(ccl_kind kind) {
  return kind == CCL_KIND_NUMBER || kind == CCL_KIND_DATE || kind == CCL_KIND_TIMESTAMP || kind == CCL_KIND_MONTH;
}

static const ccl_expr *read_compare(ccl_reading *reading, const ccl_node *node) {
  const ccl_node *left = CCL_GET(node, COMPARE, LEFT), *right = CCL_GET(node, COMPARE, RIGHT);
  const ccl_expr *args[2];
  if (ccl_is_error(left) || ccl_is_error(right) || !read_pair(reading, left, right, args))
    return NULL;
  if (!ccl_type_eq(args[0]->type, args[1]->type)) {
    ccl_type_report(reading->sema, &ccl_sema_say_cannot_compare, args[0]->type, args[0]->span, args[1]->type,
                    args[1]->span);
    return NULL;
  }
  static const ccl_comparison comparisons[] = {
    [CCL_WORD_EQ - CCL_WORD_EQ] = CCL_EQ, [CCL_WORD_NE - CCL_WORD_EQ] = CCL_NE, [CCL_WORD_LT - CCL_WORD_EQ] = CCL_LT,
    [CCL_WORD_LE - CCL_WORD_EQ] = CCL_LE, [CCL_WORD_GT - CCL_WORD_EQ] = CCL_GT, [CCL_WORD_GE - CCL_WORD_EQ] = CCL_GE
  };
  ccl_comparison comparison = comparisons[node->word - CCL_WORD_EQ];
  if (comparison != CCL_EQ && comparison != CCL_NE && !is_ordered(args[0]->type.kind)) {
    ccl_type_report_kind(reading->sema, &ccl_sema_say_no_order, args[0]);
    return NULL;
  }
  ccl_expr *expr = ccl_expr_new(CCL_OP_COMPARE, ccl_type_of(CCL_KIND_BOOL), node->span, args, 2);
  expr->comparison = comparison;
  return expr;
}

static const ccl_expr *read_in_list(ccl_reading *reading, const ccl_node *node) {
  uint32_t count = ccl_node_len(node);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count + 1);
  args[0] = ccl_read(reading, CCL_GET(node, IN_LIST, VALUE));
  bool is_whole = args[0] != NULL;
  for (uint32_t i = 0; i < count; i++) {
    const ccl_node *item = ccl_node_at(node, i);
    if (ccl_is_error(item) || (!args[0] && is_unknown_name(reading, item))) {
      is_whole = false;
      continue;
    }
    args[i + 1] = ccl_read_beside(reading, item, args[0]);
    if (args[0] && args[i + 1] && !ccl_type_eq(args[0]->type, args[i + 1]->type)) {
      ccl_type_report(reading->sema, &ccl_sema_say_cannot_compare, args[0]->type, args[0]->span, args[i + 1]->type,
                      args[i + 1]->span);
      is_whole = false;
    }
    is_whole &= args[i + 1] != NULL;
  }
  return is_whole ? ccl_expr_new(CCL_OP_IN_LIST, ccl_type_of(CCL_KIND_BOOL), node->span, args, count + 1) : NULL;
}

/* ---- Sums, with dates (clause 2) ---- */

typedef struct term {
  const ccl_expr *expr;
  bool is_subtracted;
} term;

/* A dimension of one kind to power one: days, months or clock time. */
static bool is_time(ccl_type type, ccl_base_kind kind) {
  return type.kind == CCL_KIND_NUMBER && type.unit->dimension.count == 1 && type.unit->dimension.powers[0] == 1 &&
         type.unit->dimension.bases[0]->kind == kind;
}

static const ccl_expr *negated(const ccl_expr *expr) {
  return ccl_expr_new(CCL_OP_NEGATE, expr->type, expr->span, &expr, 1);
}

/* date ± days, date ± months, timestamp ± time. */
static const ccl_expr *move_date(ccl_reading *reading, const ccl_expr *date, term by, ccl_span span) {
  bool is_date = date->type.kind == CCL_KIND_DATE;
  ccl_op op;
  if (is_date && is_time(by.expr->type, CCL_BASE_DAY))
    op = CCL_OP_DATE_PLUS_DAYS;
  else if (is_date && is_time(by.expr->type, CCL_BASE_MONTH))
    op = CCL_OP_DATE_PLUS_MONTHS;
  else if (!is_date && is_time(by.expr->type, CCL_BASE_CLOCK))
    op = CCL_OP_TIME_PLUS_CLOCK;
  else {
    const ccl_message *message = by.expr->type.kind != CCL_KIND_NUMBER
                                     ? (by.is_subtracted ? &ccl_sema_say_cannot_subtract : &ccl_sema_say_cannot_add)
                                 : is_date ? &ccl_sema_say_date_moves_by
                                           : &ccl_sema_say_timestamp_moves_by;
    ccl_message fitting = *message;
    if (by.expr->type.kind == CCL_KIND_NUMBER)
      fitting.code = CCL_CODE_unit_mismatch;
    ccl_lang lang = ccl_sema_lang(reading->sema, by.expr->span);
    if (by.expr->type.kind == CCL_KIND_NUMBER) {
      ccl_diag *diag =
          ccl_sema_report(reading->sema, &fitting, by.expr->span, CCL_ARGS(ccl_type_text(by.expr->type, lang)));
      ccl_diag_note(diag, &ccl_sema_say_label, date->span, CCL_ARGS(ccl_type_text(date->type, lang)));
    } else
      ccl_type_report(reading->sema, message, date->type, date->span, by.expr->type, by.expr->span);
    return NULL;
  }
  const ccl_expr *args[2] = { date, by.is_subtracted ? negated(by.expr) : by.expr };
  return ccl_expr_new(op, date->type, span, args, 2);
}

static bool is_day_or_instant(const ccl_expr *expr) {
  return expr->type.kind == CCL_KIND_DATE || expr->type.kind == CCL_KIND_TIMESTAMP;
}

static const ccl_expr *add_pair(ccl_reading *reading, const ccl_expr *left, term right) {
  ccl_sema *sema = reading->sema;
  ccl_span span = ccl_span_join(left->span, right.expr->span);
  const ccl_expr *args[2] = { left, right.expr };
  if (is_day_or_instant(left) && right.is_subtracted && left->type.kind == right.expr->type.kind) {
    bool is_date = left->type.kind == CCL_KIND_DATE;
    const ccl_unit *unit = is_date ? ccl_unit_day(sema->units) : ccl_unit_second(sema->units);
    return ccl_expr_new(is_date ? CCL_OP_DATE_MINUS_DATE : CCL_OP_TIME_MINUS_TIME, ccl_type_number(unit), span, args,
                        2);
  }
  if (is_day_or_instant(left))
    return move_date(reading, left, right, span);
  if (is_day_or_instant(right.expr) && !right.is_subtracted)
    return move_date(reading, right.expr, (term){ left, false }, span);
  if (left->type.kind != CCL_KIND_NUMBER || !ccl_type_eq(left->type, right.expr->type)) {
    ccl_type_report(sema, right.is_subtracted ? &ccl_sema_say_cannot_subtract : &ccl_sema_say_cannot_add, left->type,
                    left->span, right.expr->type, right.expr->span);
    return NULL;
  }
  ccl_expr *sum = ccl_expr_new(CCL_OP_SUM, left->type, span, args, 2);
  bool *inverse = ccl_new_array(bool, 2);
  inverse[1] = right.is_subtracted;
  sum->inverse = inverse;
  return sum;
}

/* All terms are numbers of one dimension: one SUM. */
static const ccl_expr *add_numbers(ccl_reading *reading, const term *terms, uint32_t count, ccl_span span) {
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count);
  bool *inverse = ccl_new_array(bool, count), is_whole = true;
  for (uint32_t i = 0; i < count; i++) {
    args[i] = terms[i].expr;
    inverse[i] = terms[i].is_subtracted;
    if (ccl_type_eq(terms[0].expr->type, terms[i].expr->type))
      continue;
    ccl_type_report(reading->sema, inverse[i] ? &ccl_sema_say_cannot_subtract : &ccl_sema_say_cannot_add,
                    terms[0].expr->type, terms[0].expr->span, terms[i].expr->type, terms[i].expr->span);
    is_whole = false;
  }
  if (!is_whole)
    return NULL;
  ccl_expr *sum = ccl_expr_new(CCL_OP_SUM, args[0]->type, span, args, count);
  sum->inverse = inverse;
  return sum;
}

static const ccl_expr *read_sum(ccl_reading *reading, const ccl_node *node) {
  uint32_t count = ccl_node_len(node) + 1;
  term *terms = ccl_new_array(term, count);
  bool is_whole = true, has_dates = false;
  for (uint32_t i = 0; i < count; i++) {
    const ccl_node *part = i == 0 ? CCL_GET(node, SUM, FIRST) : ccl_node_at(node, i - 1);
    if (i > 0 && !ccl_is_error(part)) {
      terms[i].is_subtracted = part->word == CCL_WORD_MINUS;
      part = CCL_GET(part, TERM, VALUE);
    }
    terms[i].expr = ccl_read(reading, part);
    is_whole &= terms[i].expr != NULL;
    has_dates |= terms[i].expr && terms[i].expr->type.kind != CCL_KIND_NUMBER;
  }
  if (!is_whole)
    return NULL;
  if (!has_dates)
    return add_numbers(reading, terms, count, node->span);
  const ccl_expr *sum = terms[0].expr;
  for (uint32_t i = 1; i < count && sum; i++)
    sum = add_pair(reading, sum, terms[i]);
  return sum;
}

/* ---- Products ---- */

const ccl_expr *ccl_read_number(ccl_reading *reading, const ccl_node *node) {
  const ccl_expr *expr = ccl_read(reading, node);
  if (expr && expr->type.kind != CCL_KIND_NUMBER) {
    ccl_type_report_kind(reading->sema, &ccl_sema_say_not_a_number, expr);
    return NULL;
  }
  return expr;
}

/* A product with a currency to a power above one is an error (clause 2). */
static bool is_sound(ccl_reading *reading, const ccl_unit *unit, ccl_span span) {
  for (size_t i = 0; i < unit->dimension.count; i++)
    if (unit->dimension.bases[i]->kind == CCL_BASE_CURRENCY && unit->dimension.powers[i] > 1) {
      ccl_sema_report(reading->sema, &ccl_sema_say_money_times_money, span, CCL_ARGS(unit->dimension.bases[i]->name));
      return false;
    }
  if (ccl_unit_is_extreme(unit)) {
    ccl_sema_report(reading->sema, &ccl_sema_say_unit_power, span, CCL_NO_ARGS);
    return false;
  }
  return true;
}

static const ccl_expr *read_product(ccl_reading *reading, const ccl_node *node) {
  uint32_t count = ccl_node_len(node) + 1;
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count);
  bool *inverse = ccl_new_array(bool, count), is_whole = true;
  const ccl_unit *unit = NULL;
  for (uint32_t i = 0; i < count; i++) {
    const ccl_node *part = i == 0 ? CCL_GET(node, PRODUCT, FIRST) : ccl_node_at(node, i - 1);
    if (i > 0 && !ccl_is_error(part)) {
      inverse[i] = part->word == CCL_WORD_DIVIDE;
      part = CCL_GET(part, TERM, VALUE);
    }
    args[i] = ccl_read_number(reading, part);
    if (!args[i])
      is_whole = false;
    else if (is_whole)
      unit = i == 0 ? args[i]->type.unit : ccl_unit_times(reading->sema, unit, args[i]->type.unit, inverse[i]);
  }
  if (!is_whole || !is_sound(reading, unit, node->span))
    return NULL;
  ccl_expr *product = ccl_expr_new(CCL_OP_PRODUCT, ccl_type_number(unit), node->span, args, count);
  product->inverse = inverse;
  return product;
}

static const ccl_expr *read_negate(ccl_reading *reading, const ccl_node *node) {
  const ccl_expr *value = ccl_read_number(reading, CCL_GET(node, NEGATE, VALUE));
  return value ? ccl_expr_new(CCL_OP_NEGATE, value->type, node->span, &value, 1) : NULL;
}

/* ---- if, by default ---- */

static const ccl_expr *read_if(ccl_reading *reading, const ccl_node *node) {
  uint32_t branches = ccl_node_len(node), count = 2 * branches + 1;
  const ccl_expr **args = ccl_new_array(const ccl_expr *, count), *first = NULL;
  bool is_whole = true;
  for (uint32_t i = 0; i <= branches; i++) {
    const ccl_node *branch = i < branches ? ccl_node_at(node, i) : NULL, *value = CCL_GET(node, IF, ELSE);
    if (branch && ccl_is_error(branch)) {
      is_whole = false;
      continue;
    }
    if (branch) {
      args[2 * i] = ccl_read_condition(reading, CCL_GET(branch, BRANCH, CONDITION));
      is_whole &= args[2 * i] != NULL;
      value = CCL_GET(branch, BRANCH, VALUE);
    }
    const ccl_expr *read =
        first && !ccl_is_error(value) ? ccl_read_beside(reading, value, first) : ccl_read(reading, value);
    args[branch ? 2 * i + 1 : 2 * i] = read;
    is_whole &= read != NULL;
    if (read && first && !ccl_type_eq(first->type, read->type)) {
      ccl_type_report(reading->sema, &ccl_sema_say_branches_differ, first->type, first->span, read->type, read->span);
      is_whole = false;
    }
    if (!first)
      first = read;
  }
  return is_whole ? ccl_expr_new(CCL_OP_IF, first->type, node->span, args, count) : NULL;
}

static const ccl_expr *read_default(ccl_reading *reading, const ccl_node *node) {
  const ccl_node *value = CCL_GET(node, DEFAULT, VALUE), *fallback = CCL_GET(node, DEFAULT, FALLBACK);
  const ccl_expr *args[2] = { ccl_read(reading, value), NULL };
  if (ccl_is_error(fallback) || (!args[0] && is_unknown_name(reading, fallback)))
    return NULL;
  args[1] = ccl_read_beside(reading, fallback, args[0]);
  if (!args[0] || !args[1])
    return NULL;
  if (!ccl_type_eq(args[0]->type, args[1]->type)) {
    ccl_diag *diag = ccl_type_report(reading->sema, &ccl_sema_say_default_differs, args[0]->type, args[0]->span,
                                     args[1]->type, args[1]->span);
    if (args[1]->type.kind == CCL_KIND_NUMBER && ccl_dimension_is_number(args[1]->type.unit->dimension))
      ccl_diag_help(diag, &ccl_sema_say_help_default, CCL_NO_ARGS);
    return NULL;
  }
  return ccl_expr_new(CCL_OP_DEFAULT, args[0]->type, node->span, args, 2);
}

/* ---- in UNIT, as UNIT ---- */

static const ccl_expr *read_convert(ccl_reading *reading, const ccl_node *node) {
  const ccl_node *written = CCL_GET(node, CONVERT, UNIT);
  const ccl_expr *value = ccl_read_number(reading, CCL_GET(node, CONVERT, VALUE));
  const ccl_unit *unit = ccl_sema_unit(reading->sema, reading->place->tree, written);
  if (!value || !unit)
    return NULL;
  if (!ccl_dimension_eq(value->type.unit->dimension, unit->dimension)) {
    ccl_type_report(reading->sema, &ccl_sema_say_cannot_express, value->type, value->span, ccl_type_number(unit),
                    written->span);
    return NULL;
  }
  return ccl_expr_new(CCL_OP_CONVERT, ccl_type_number(unit), node->span, &value, 1);
}

static bool counts(const ccl_unit *unit) {
  ccl_dimension dimension = unit->dimension;
  return dimension.count == 0 ||
         (dimension.count == 1 && dimension.powers[0] == 1 && dimension.bases[0]->kind == CCL_BASE_COUNT);
}

static const ccl_expr *read_reckon(ccl_reading *reading, const ccl_node *node) {
  const ccl_node *written = CCL_GET(node, RECKON, UNIT);
  const ccl_expr *value = ccl_read_number(reading, CCL_GET(node, RECKON, VALUE));
  const ccl_unit *unit = ccl_sema_unit(reading->sema, reading->place->tree, written);
  if (!value || !unit)
    return NULL;
  if (!counts(value->type.unit) || !counts(unit)) {
    ccl_type_report(reading->sema, &ccl_sema_say_cannot_reckon, value->type, value->span, ccl_type_number(unit),
                    written->span);
    return NULL;
  }
  return ccl_expr_new(CCL_OP_CONVERT, ccl_type_number(unit), node->span, &value, 1);
}

/* ---- Windows ---- */

static bool read_count(ccl_reading *reading, const ccl_node *count, uint32_t *periods) {
  ccl_rat number;
  int64_t whole;
  if (ccl_is_error(count))
    return false;
  if (ccl_rat_parse(count->text, &number) && ccl_rat_to_int(number, &whole) && whole >= 1 && whole <= 100000) {
    *periods = (uint32_t)whole;
    return true;
  }
  ccl_sema_report(reading->sema, &ccl_sema_say_periods_whole, count->span, CCL_NO_ARGS);
  return false;
}

/* A row has no window and no group: what stands there is of the context, and does not know the fields. */
static const ccl_expr *read_outside_row(ccl_reading *reading, const ccl_node *node, const ccl_node *value,
                                        const ccl_message *what) {
  if (!ccl_read_contextual(reading, node->span,
                           ccl_message_text(what, ccl_sema_lang(reading->sema, node->span), CCL_NO_ARGS)))
    return NULL;
  ccl_reading outside = *reading;
  outside.activity = CCL_NONE;
  outside.is_by_row = false;
  return ccl_read(&outside, value);
}

static const ccl_expr *read_window(ccl_reading *reading, const ccl_node *node) {
  const ccl_expr *value = read_outside_row(reading, node, CCL_GET(node, WINDOW, VALUE), &ccl_sema_say_a_window);
  ccl_window window = { CCL_WINDOW_SINCE_YEAR, 1 };
  switch ((int)node->word) {
  case CCL_WORD_SINCE_QUARTER: window.kind = CCL_WINDOW_SINCE_QUARTER; break;
  case CCL_WORD_SINCE_CONTRACT: window.kind = CCL_WINDOW_SINCE_CONTRACT; break;
  case CCL_WORD_PREVIOUS_PERIOD: window.kind = CCL_WINDOW_PREVIOUS; break;
  case CCL_WORD_SAME_PERIOD_LAST_YEAR: window.kind = CCL_WINDOW_LAST_YEAR; break;
  case CCL_WORD_LAST_PERIODS:
    window.kind = CCL_WINDOW_LAST_N;
    if (!read_count(reading, CCL_GET(node, WINDOW, COUNT), &window.periods))
      return NULL;
    break;
  default: break;
  }
  if (!value)
    return NULL;
  ccl_expr *expr = ccl_expr_new(CCL_OP_WINDOW, value->type, node->span, &value, 1);
  expr->window = window;
  return expr;
}

static const ccl_expr *read_overall(ccl_reading *reading, const ccl_node *node) {
  const ccl_expr *value = read_outside_row(reading, node, CCL_GET(node, OVERALL, VALUE), &ccl_sema_say_an_overall);
  return value ? ccl_expr_new(CCL_OP_OVERALL, value->type, node->span, &value, 1) : NULL;
}

/* ---- Any value ---- */

static const ccl_expr *refuse(ccl_reading *reading, const ccl_node *node) {
  ccl_sema_report(reading->sema, &ccl_sema_say_no_figure_here, node->span, CCL_NO_ARGS);
  return NULL;
}

const ccl_expr *ccl_read(ccl_reading *reading, const ccl_node *node) {
  if (ccl_is_error(node))
    return NULL;
  switch ((int)node->kind) {
  case CCL_NODE_NUMBER: return read_written_number(reading, node, ccl_unit_number(reading->sema->units), node->span);
  case CCL_NODE_QUANTITY: return read_quantity(reading, node);
  case CCL_NODE_TEXT: return ccl_expr_constant(ccl_type_of(CCL_KIND_TEXT), ccl_value_text(node->text), node->span);
  case CCL_NODE_DATE: return read_date(node);
  case CCL_NODE_MONTH: return read_month(node);
  case CCL_NODE_WEEKDAY:
    return ccl_expr_constant(ccl_type_of(CCL_KIND_WEEKDAY), ccl_value_weekday(node->value.day), node->span);
  case CCL_NODE_TRUTH:
    return ccl_expr_constant(ccl_type_of(CCL_KIND_BOOL), ccl_value_bool(node->word == CCL_WORD_TRUE), node->span);
  case CCL_NODE_NAME: return ccl_read_name(reading, node);
  case CCL_NODE_OR: return read_chain(reading, node, CCL_OP_OR);
  case CCL_NODE_AND: return read_chain(reading, node, CCL_OP_AND);
  case CCL_NODE_NOT: return read_not(reading, node);
  case CCL_NODE_COMPARE: return read_compare(reading, node);
  case CCL_NODE_IN_LIST: return read_in_list(reading, node);
  case CCL_NODE_SUM: return read_sum(reading, node);
  case CCL_NODE_PRODUCT: return read_product(reading, node);
  case CCL_NODE_NEGATE: return read_negate(reading, node);
  case CCL_NODE_IF: return read_if(reading, node);
  case CCL_NODE_DEFAULT: return read_default(reading, node);
  case CCL_NODE_CONVERT: return read_convert(reading, node);
  case CCL_NODE_RECKON: return read_reckon(reading, node);
  case CCL_NODE_WINDOW: return read_window(reading, node);
  case CCL_NODE_OVERALL: return read_overall(reading, node);
  case CCL_NODE_CALL: return ccl_read_call(reading, node);
  case CCL_NODE_LOOKUP: return ccl_read_lookup(reading, node);
  case CCL_NODE_AGGREGATE: return ccl_read_aggregate(reading, node);
  default: return refuse(reading, node);
  }
}

const ccl_expr *ccl_read_kind(ccl_reading *reading, const ccl_node *node, ccl_kind kind) {
  const ccl_expr *expr = ccl_read(reading, node);
  if (!expr || expr->type.kind == kind)
    return expr;
  ccl_lang lang = ccl_sema_lang(reading->sema, expr->span);
  ccl_diag *diag = ccl_sema_report(
      reading->sema, &ccl_sema_say_wanted_kind, expr->span,
      CCL_ARGS(ccl_type_text(kind == CCL_KIND_NUMBER ? ccl_type_number(ccl_unit_number(reading->sema->units))
                                                     : ccl_type_of(kind),
                             lang),
               ccl_type_text(expr->type, lang)));
  if (kind == CCL_KIND_DATE && expr->type.kind == CCL_KIND_TIMESTAMP)
    ccl_diag_help(diag, &ccl_sema_say_help_date_of, CCL_NO_ARGS);
  return NULL;
}

/* ---- With a type expected ---- */

/* A number written alone, perhaps with a sign. */
static const ccl_node *bare_number(const ccl_node *node) {
  if (node->kind == CCL_NODE_NEGATE && !ccl_is_error(CCL_GET(node, NEGATE, VALUE)))
    node = CCL_GET(node, NEGATE, VALUE);
  return node->kind == CCL_NODE_NUMBER ? node : NULL;
}

const ccl_expr *ccl_read_as(ccl_reading *reading, const ccl_node *node, ccl_type expected, bool bare_takes_unit,
                            ccl_span declared) {
  if (ccl_is_error(node))
    return NULL;
  if (expected.kind == CCL_KIND_BOOL)
    return ccl_read_condition(reading, node);
  if (bare_takes_unit && expected.kind == CCL_KIND_NUMBER && bare_number(node)) {
    const ccl_expr *number = read_written_number(reading, bare_number(node), expected.unit, node->span);
    return node->kind == CCL_NODE_NEGATE ? negated(number) : number;
  }
  const ccl_expr *expr = ccl_read(reading, node);
  if (!expr || ccl_type_eq(expr->type, expected))
    return expr;
  ccl_diag *diag =
      ccl_type_report(reading->sema, &ccl_sema_say_not_expected, expected, declared, expr->type, expr->span);
  if (bare_number(node) && expected.kind == CCL_KIND_NUMBER)
    ccl_diag_help(diag, &ccl_sema_say_help_write_unit,
                  CCL_ARGS(ccl_source_text(reading->sema->diags->sources, node->span),
                           ccl_unit_text(expected.unit, ccl_sema_lang(reading->sema, node->span), true)));
  return NULL;
}

const ccl_expr *ccl_sema_expr(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node) {
  ccl_reading reading = ccl_reading_at(sema, place);
  const ccl_expr *expr = ccl_read(&reading, node);
  return expr && ccl_expr_check_groups(sema, place, expr) ? expr : NULL;
}

const ccl_expr *ccl_sema_expr_as(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_type expected,
                                 bool bare_takes_unit, ccl_span declared) {
  ccl_reading reading = ccl_reading_at(sema, place);
  const ccl_expr *expr = ccl_read_as(&reading, node, expected, bare_takes_unit, declared);
  return expr && ccl_expr_check_groups(sema, place, expr) ? expr : NULL;
}
