/* SPDX-License-Identifier: Apache-2.0 */
/* Examples (clause 4.7): what they give, their small tables of activity, what they expect. */
#include "lower/private.h"

/* ---- The period, in the spelling of --period ---- */

static ccl_str period_text(const ccl_node *period) {
  switch ((int)period->kind) {
  case CCL_NODE_MONTH:
    return ccl_str_printf("%04d-%02d", period->value.year, period->value.month);
  case CCL_NODE_QUARTER:
    return ccl_str_printf("%04d-Q%d", period->value.year, period->value.quarter);
  case CCL_NODE_WEEK:
    return ccl_str_printf("%04d-W%02d", period->value.year, period->value.week);
  case CCL_NODE_YEAR:
    return ccl_str_printf("%04d", period->value.year);
  case CCL_NODE_DATE:
    return ccl_day_text(ccl_lower_date(period));
  case CCL_NODE_RANGE: {
    ccl_str ends[2] = { ccl_day_text(ccl_lower_date(CCL_GET(period, RANGE, FROM))), ccl_day_text(ccl_lower_date(CCL_GET(period, RANGE, TO))) };
    return ccl_str_join(ends, 2, CCL_STR(".."));
  }
  default:
    return (ccl_str){ 0 };
  }
}

/* ---- Keys: `handled[FR, day]` ---- */

static bool mentions(const ccl_lowering *lowering, const ccl_expr *expr, uint32_t measure) {
  if (expr == NULL)
    return false;
  if (expr->op == CCL_OP_MEASURE) {
    if (expr->index == measure)
      return true;
    const ccl_measure *other = ccl_sema_measure(lowering->sema, expr->index);
    for (size_t i = 0; other != NULL && i < other->versions.count; i++)
      if (mentions(lowering, ccl_sema_measure(lowering->sema, other->versions.items[i].index)->value, measure))
        return true;
    return other != NULL && mentions(lowering, other->value, measure);
  }
  for (size_t i = 0; i < expr->arg_count; i++)
    if (mentions(lowering, expr->args[i], measure))
      return true;
  return false;
}

/* The dimensions by which a measure (or an article's own lines) is charged, when there are `count` of them. NULL: none. */
static const uint32_t *dims_of(const ccl_lowering *lowering, uint32_t measure, uint32_t article_name, size_t count) {
  for (size_t i = 0; i < lowering->articles.len; i++) {
    const ccl_article *article = &lowering->articles.items[i];
    if (article_name != CCL_NONE && article->article_name != article_name)
      continue;
    for (size_t k = 0; k < article->effect_count; k++) {
      const ccl_effect *effect = &article->effects[k];
      if (measure != CCL_NONE && !mentions(lowering, effect->quantity, measure))
        continue;
      if (effect->dim_count == count)
        return effect->dims;
      if (article->for_each_count + effect->dim_count == count) {
        uint32_t *dims = ccl_new_array(uint32_t, count);
        for (size_t d = 0; d < count; d++)
          dims[d] = d < article->for_each_count ? article->for_each[d] : effect->dims[d - article->for_each_count];
        return dims;
      }
    }
    if (article->for_each_count == count)
      return article->for_each;
  }
  return NULL;
}

/* False: reported. */
static bool read_keys(ccl_lowering *lowering, const ccl_node *figure, uint32_t measure, uint32_t article_name, const ccl_value **keys, const uint32_t **dims, size_t *count) {
  const ccl_node *list = CCL_GET(figure, FIGURE, KEYS);
  *keys = NULL;
  *dims = NULL;
  *count = 0;
  if (list == NULL)
    return true;
  if (ccl_is_error(list))
    return false;
  size_t length = ccl_node_len(list);
  *dims = dims_of(lowering, measure, article_name, length);
  if (*dims == NULL) {
    ccl_report(lowering->diags, &ccl_lower_say_no_keys_here, list->span, CCL_ARGS(CCL_GET(figure, FIGURE, NAME)->text, ccl_str_printf("%zu", length)));
    return false;
  }
  ccl_value *values = ccl_new_array(ccl_value, length);
  ccl_place_of place = { .site = CCL_SITE_PARAMETER, .tree = lowering->tree };
  for (uint32_t i = 0; i < length; i++) {
    const ccl_dim *dim = ccl_sema_dim_get(lowering->sema, (*dims)[i]);
    const ccl_node *key = ccl_node_at(list, i);
    if (ccl_is_error(key) || !ccl_sema_key(lowering->sema, &place, key, dim->type, dim->choices, dim->choice_count, &values[i]))
      return false;
  }
  *keys = values;
  *count = length;
  return true;
}

/* ---- given ---- */

/* The article before the dot of `german_calls.calls_handled`; CCL_NONE when there is none (or it names a library). */
static uint32_t given_article(const ccl_lowering *lowering, const ccl_node *name) {
  const ccl_node *qualifier = CCL_GET(name, NAME, QUALIFIER);
  for (size_t i = 0; qualifier != NULL && i < lowering->articles.len; i++)
    if (ccl_str_eq(lowering->articles.items[i].name, qualifier->text))
      return lowering->articles.items[i].article_name;
  return CCL_NONE;
}

/* The name without the article before it. */
static ccl_node *unqualified(const ccl_node *name) {
  ccl_node *copy = ccl_new(ccl_node);
  *copy = *name;
  copy->items = ccl_new_array(ccl_node *, 1);
  return copy;
}

static void lower_given(ccl_lowering *lowering, const ccl_node *figure, ccl_example *example, ccl_given *givens) {
  const ccl_node *name = CCL_GET(figure, FIGURE, NAME), *value = CCL_GET(figure, FIGURE, VALUE);
  if (ccl_is_error(name) || ccl_is_error(value))
    return;
  ccl_given given = { .span = figure->span, .article_name = given_article(lowering, name), .earlier = figure->word == CCL_WORD_EARLIER };
  if (given.article_name != CCL_NONE)
    name = unqualified(name);
  unsigned kinds = 1u << CCL_SYMBOL_PARAMETER | 1u << CCL_SYMBOL_INPUT | 1u << CCL_SYMBOL_MEASURE;
  const ccl_symbol *symbol = ccl_sema_find(lowering->sema, lowering->tree, name, kinds);
  if (symbol == NULL || symbol->is_broken)
    return;
  given.kind = symbol->kind == CCL_SYMBOL_PARAMETER ? CCL_GIVEN_PARAMETER : symbol->kind == CCL_SYMBOL_INPUT ? CCL_GIVEN_INPUT : CCL_GIVEN_MEASURE;
  given.index = symbol->index;
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = lowering->tree };
  const ccl_expr *itself = ccl_sema_expr(lowering->sema, &place, name);
  if (itself == NULL)
    return;
  place.site = CCL_SITE_PARAMETER;
  const uint32_t *dims;
  if (!read_keys(lowering, figure, given.kind == CCL_GIVEN_MEASURE ? given.index : CCL_NONE, given.article_name, &given.keys, &dims, &given.key_count))
    return;
  given.value = ccl_sema_expr_as(lowering->sema, &place, value, itself->type, false, symbol->span);
  if (given.value != NULL)
    givens[example->given_count++] = given;
}

/* ---- rows of ---- */

static bool read_time(const ccl_lowering *lowering, const ccl_activity *activity, const ccl_node *node, ccl_value *value) {
  ccl_local local = { ccl_lower_date(node), node->value.hour * 3600 + node->value.minute * 60 + node->value.second };
  int64_t seconds;
  if (ccl_zone_instant(activity->zone, local, &seconds) == CCL_LOCAL_SKIPPED) {
    ccl_report(lowering->diags, &ccl_lower_say_skipped_time, node->span, CCL_NO_ARGS);
    return false;
  }
  *value = ccl_value_instant((ccl_instant){ seconds, 0 });
  return true;
}

static const ccl_message *kind_message(ccl_field_kind kind) {
  switch (kind) {
  case CCL_FIELD_TIMESTAMP:
    return &ccl_lower_say_kind_timestamp;
  case CCL_FIELD_DATE:
    return &ccl_lower_say_kind_date;
  case CCL_FIELD_BOOLEAN:
    return &ccl_lower_say_kind_truth;
  case CCL_FIELD_TEXT:
    return &ccl_lower_say_kind_text;
  case CCL_FIELD_CHOICE:
    return &ccl_lower_say_kind_choice;
  case CCL_FIELD_DURATION:
  case CCL_FIELD_NUMBER:
  case CCL_FIELD_INTEGER:
  case CCL_FIELD_MONEY:
    break;
  }
  return &ccl_lower_say_kind_number;
}

/* One cell of a table as a value of its field. False: reported. */
static bool read_cell(ccl_lowering *lowering, const ccl_activity *activity, const ccl_field *field, const ccl_node *cell, ccl_value *value) {
  ccl_lang lang = ccl_diags_lang(lowering->diags, cell->span);
  *value = ccl_value_absent();
  if (ccl_node_len(cell) == 0) {
    if (!field->optional)
      ccl_report(lowering->diags, &ccl_lower_say_cell_missing, cell->span, CCL_ARGS(field->name));
    return field->optional;
  }
  const ccl_node *node = ccl_node_at(cell, 0);
  if (ccl_is_error(node))
    return false;
  bool fits = ccl_node_len(cell) == 1;
  ccl_place_of place = { .site = CCL_SITE_PARAMETER, .tree = lowering->tree };
  switch (field->kind) {
  case CCL_FIELD_TIMESTAMP:
    if (fits && (node->kind == CCL_NODE_TIMESTAMP || node->kind == CCL_NODE_DATE))
      return read_time(lowering, activity, node, value);
    fits = false;
    break;
  case CCL_FIELD_BOOLEAN:
    fits = fits && node->kind == CCL_NODE_TRUTH;
    if (fits)
      *value = ccl_value_bool(node->word == CCL_WORD_TRUE);
    break;
  case CCL_FIELD_DATE:
    fits = fits && node->kind == CCL_NODE_DATE;
    if (fits)
      *value = ccl_value_day(ccl_lower_date(node));
    break;
  case CCL_FIELD_TEXT:
    fits = fits && node->kind == CCL_NODE_TEXT;
    if (fits)
      *value = ccl_value_text(node->text);
    break;
  case CCL_FIELD_CHOICE:
    fits = fits && (node->kind == CCL_NODE_NAME || node->kind == CCL_NODE_TEXT);
    if (fits)
      return ccl_sema_key(lowering->sema, &place, node, field->type, field->choices, field->choice_count, value);
    break;
  case CCL_FIELD_DURATION:
  case CCL_FIELD_NUMBER:
  case CCL_FIELD_INTEGER:
  case CCL_FIELD_MONEY:
    if (fits)
      return ccl_sema_key(lowering->sema, &place, node, field->type, NULL, 0, value);
    break;
  }
  if (!fits)
    ccl_report(lowering->diags, &ccl_lower_say_cell_kind, cell->span, CCL_ARGS(field->name, ccl_message_text(kind_message(field->kind), lang, CCL_NO_ARGS)));
  return fits;
}

static uint32_t field_named(const ccl_activity *activity, ccl_str name) {
  for (size_t i = 0; i < activity->field_count; i++)
    if (ccl_str_eq(activity->fields[i].name, name))
      return (uint32_t)i;
  return CCL_NONE;
}

/* The header row: which field each column is. False: reported. */
static bool read_columns(ccl_lowering *lowering, const ccl_activity *activity, const ccl_node *row, uint32_t *fields) {
  bool is_right = true;
  for (uint32_t i = 0; i < ccl_node_len(row); i++) {
    const ccl_node *cell = ccl_node_at(row, i);
    const ccl_node *name = cell->kind == CCL_NODE_CELL && ccl_node_len(cell) == 1 ? ccl_node_at(cell, 0) : NULL;
    fields[i] = name == NULL ? CCL_NONE : field_named(activity, name->text);
    if (ccl_node_len(cell) == 0 && cell->kind == CCL_NODE_CELL)
      ccl_report(lowering->diags, &ccl_lower_say_column_without_name, cell->span, CCL_NO_ARGS);
    else if (fields[i] == CCL_NONE)
      ccl_report(lowering->diags, &ccl_lower_say_unknown_field, cell->span, CCL_ARGS(ccl_source_text(lowering->sources, cell->span), activity->name));
    else if (activity->fields[fields[i]].derive != NULL)
      ccl_report(lowering->diags, &ccl_lower_say_derived_in_table, cell->span, CCL_ARGS(activity->fields[fields[i]].name));
    else
      continue;
    is_right = false;
  }
  return is_right;
}

static void lower_rows(ccl_lowering *lowering, const ccl_node *node, ccl_example *example, ccl_example_table *tables) {
  const ccl_node *name = CCL_GET(node, ROWS, ACTIVITY);
  if (ccl_is_error(name) || ccl_node_len(node) == 0)
    return;
  const ccl_symbol *symbol = ccl_sema_find(lowering->sema, lowering->tree, name, 1u << CCL_SYMBOL_ACTIVITY);
  if (symbol == NULL || symbol->is_broken)
    return;
  const ccl_activity *activity = ccl_sema_activity(lowering->sema, symbol->index);
  const ccl_node *head = ccl_node_at(node, 0);
  size_t width = ccl_node_len(head), height = ccl_node_len(node) - 1;
  uint32_t *fields = ccl_new_array(uint32_t, width);
  if (ccl_is_error(head) || !read_columns(lowering, activity, head, fields))
    return;
  const ccl_value **rows = ccl_new_array(const ccl_value *, height);
  ccl_span *spans = ccl_new_array(ccl_span, height);
  ccl_example_table table = { symbol->index, node->span, fields, width, rows, spans, 0 };
  for (uint32_t r = 1; r <= height; r++) {
    const ccl_node *row = ccl_node_at(node, r);
    if (ccl_is_error(row))
      return;
    if (ccl_node_len(row) != width) {
      ccl_report(lowering->diags, &ccl_lower_say_row_cells, row->span, CCL_ARGS(ccl_str_printf("%u", ccl_node_len(row)), ccl_str_printf("%zu", width)));
      continue;
    }
    ccl_value *values = ccl_new_array(ccl_value, width);
    bool is_right = true;
    for (uint32_t c = 0; c < width; c++)
      is_right = read_cell(lowering, activity, &activity->fields[fields[c]], ccl_node_at(row, c), &values[c]) && is_right;
    if (!is_right)
      continue;
    rows[table.row_count] = values;
    spans[table.row_count++] = row->span;
  }
  tables[example->table_count++] = table;
}

/* ---- expect ---- */

static void lower_expectation(ccl_lowering *lowering, const ccl_node *figure, ccl_example *example, ccl_expectation *expectations) {
  const ccl_node *name = CCL_GET(figure, FIGURE, NAME), *value = CCL_GET(figure, FIGURE, VALUE), *keys = CCL_GET(figure, FIGURE, KEYS);
  if (ccl_is_error(name) || ccl_is_error(value))
    return;
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = lowering->tree };
  const ccl_expr *itself = ccl_sema_expr(lowering->sema, &place, name);
  if (itself == NULL)
    return;
  if (itself->op != CCL_OP_ARTICLE && itself->op != CCL_OP_MEASURE && itself->op != CCL_OP_TOTAL) {
    ccl_report(lowering->diags, &ccl_lower_say_expect_kind, name->span, CCL_NO_ARGS);
    return;
  }
  ccl_expectation expectation = { .span = figure->span, .figure = itself };
  ccl_span named = keys == NULL ? name->span : ccl_span_join(name->span, keys->span);
  expectation.name = ccl_source_text(lowering->sources, named);
  if (!read_keys(lowering, figure, itself->op == CCL_OP_MEASURE ? itself->index : CCL_NONE, itself->op == CCL_OP_ARTICLE ? itself->index : CCL_NONE,
                 &expectation.keys, &expectation.key_dims, &expectation.key_count))
    return;
  expectation.value = ccl_sema_expr_as(lowering->sema, &place, value, itself->type, false, name->span);
  if (expectation.value != NULL)
    expectations[example->expectation_count++] = expectation;
}

void ccl_lower_example(ccl_lowering *lowering, const ccl_node *node) {
  const ccl_node *title = CCL_GET(node, EXAMPLE, TITLE), *period = CCL_GET(node, EXAMPLE, PERIOD);
  if (ccl_is_error(title) || ccl_is_error(period))
    return;
  ccl_example example = { .text = title->text, .span = node->span, .period = period_text(period) };
  size_t given_count = 0, expected_count = 0, table_count = 0;
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *item = ccl_node_at(node, i);
    given_count += item->kind == CCL_NODE_GIVEN ? ccl_node_len(item) : 0;
    expected_count += item->kind == CCL_NODE_EXPECT ? ccl_node_len(item) : 0;
    table_count += item->kind == CCL_NODE_ROWS;
  }
  ccl_given *givens = ccl_new_array(ccl_given, given_count);
  ccl_expectation *expectations = ccl_new_array(ccl_expectation, expected_count);
  ccl_example_table *tables = ccl_new_array(ccl_example_table, table_count);
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *item = ccl_node_at(node, i);
    if (item->kind == CCL_NODE_ROWS)
      lower_rows(lowering, item, &example, tables);
    for (uint32_t k = 0; (item->kind == CCL_NODE_GIVEN || item->kind == CCL_NODE_EXPECT) && k < ccl_node_len(item); k++) {
      const ccl_node *figure = ccl_node_at(item, k);
      if (ccl_is_error(figure))
        continue;
      if (item->kind == CCL_NODE_GIVEN)
        lower_given(lowering, figure, &example, givens);
      else
        lower_expectation(lowering, figure, &example, expectations);
    }
  }
  example.givens = givens;
  example.tables = tables;
  example.expectations = expectations;
  ccl_vec_push(&lowering->examples, example);
}
