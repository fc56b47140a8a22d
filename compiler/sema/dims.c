/* SPDX-License-Identifier: Apache-2.0 */
/* Choices, keys, and dimensions: what one groups by (clauses 1.2, 2, 4.4, 5, 6.1). Choices of one spelling are one
 * choice, and a dimension is a name. */
#include "sema/reading.h"

/* ---- Choices ---- */

uint32_t ccl_sema_choice(ccl_sema *sema, ccl_str name) {
  uint32_t *index = ccl_map_find(&sema->choice_numbers, name);
  if (index)
    return *index;
  index = ccl_alloc_atomic(sizeof *index);
  *index = (uint32_t)sema->choices.len;
  ccl_vec_push(&sema->choices, name);
  ccl_map_put(&sema->choice_numbers, name, index);
  return *index;
}

ccl_choices ccl_sema_choices_join(ccl_choices a, ccl_choices b) {
  if (a.count == 0 || b.count == 0)
    return a.count == 0 ? b : a;
  uint32_t *items = ccl_new_array(uint32_t, a.count + b.count);
  size_t count = 0;
  for (size_t i = 0; i < a.count; i++)
    items[count++] = a.items[i];
  for (size_t i = 0; i < b.count; i++) {
    bool is_there = false;
    for (size_t k = 0; k < a.count && !is_there; k++)
      is_there = a.items[k] == b.items[i];
    if (!is_there)
      items[count++] = b.items[i];
  }
  return (ccl_choices){ items, count };
}

/* The bands of a calendar and of those that replace it. */
static ccl_choices bands_of(const ccl_sema *sema, uint32_t index) {
  const ccl_band_calendar *calendar = sema->calendars.items[index];
  ccl_choices all = { calendar->choices, calendar->calendar.band_count };
  for (size_t i = 0; i < calendar->versions.count; i++) {
    const ccl_band_calendar *after = sema->calendars.items[calendar->versions.items[i].index];
    all = ccl_sema_choices_join(all, (ccl_choices){ after->choices, after->calendar.band_count });
  }
  return all;
}

ccl_choices ccl_sema_choices_of(const ccl_sema *sema, uint32_t activity, const ccl_expr *expr) {
  ccl_choices none = { 0 };
  if (!expr || expr->type.kind != CCL_KIND_CHOICE)
    return none;
  switch ((int)expr->op) {
  case CCL_OP_FIELD: {
    if (activity == CCL_NONE)
      return none;
    const ccl_field *field = &sema->activities.items[activity]->fields[expr->index];
    return (ccl_choices){ field->choices, field->choice_count };
  }
  case CCL_OP_BAND: return bands_of(sema, expr->index);
  case CCL_OP_DIMENSION:
    return (ccl_choices){ sema->dims.items[expr->index].choices, sema->dims.items[expr->index].choice_count };
  case CCL_OP_CONSTANT: return (ccl_choices){ &expr->constant.as.choice, 1 };
  case CCL_OP_DEFAULT:
    return ccl_sema_choices_join(ccl_sema_choices_of(sema, activity, expr->args[0]),
                                 ccl_sema_choices_of(sema, activity, expr->args[1]));
  case CCL_OP_IF: {
    ccl_choices all = none;
    for (size_t i = 1; i < expr->arg_count; i += 2)
      all = ccl_sema_choices_join(all, ccl_sema_choices_of(sema, activity, expr->args[i]));
    return ccl_sema_choices_join(all, ccl_sema_choices_of(sema, activity, expr->args[expr->arg_count - 1]));
  }
  case CCL_OP_MEASURE: return ccl_sema_choices_of(sema, CCL_NONE, sema->measures.items[expr->index]->value);
  case CCL_OP_CALL: return ccl_sema_choices_of(sema, CCL_NONE, sema->functions.items[expr->index]->body);
  case CCL_OP_WINDOW:
  case CCL_OP_OVERALL: return ccl_sema_choices_of(sema, activity, expr->args[0]);
  default: return none;
  }
}

bool ccl_sema_choice_find(const ccl_sema *sema, ccl_choices choices, ccl_str name, uint32_t *choice) {
  const uint32_t *index = ccl_map_find(&sema->choice_numbers, name);
  if (!index)
    return false;
  *choice = *index;
  for (size_t i = 0; i < choices.count; i++)
    if (choices.items[i] == *index)
      return true;
  return choices.count == 0;
}

ccl_str ccl_sema_choices_text(const ccl_sema *sema, ccl_choices choices) {
  CCL_VEC(ccl_str) names = { 0 };
  for (size_t i = 0; i < choices.count && i < 20; i++)
    ccl_vec_push(&names, sema->choices.items[choices.items[i]]);
  if (choices.count > names.len)
    ccl_vec_push(&names, CCL_STR("…"));
  return ccl_str_join(names.items, names.len, CCL_STR(", "));
}

/* ---- Dimensions ---- */

/* The first field of the name says what it is, a list of values before anything else; fields of another kind are not
 * meant. */
static void join_dim(ccl_dim_type *dim, ccl_type type, ccl_choices choices) {
  if (dim->found && !ccl_type_eq(dim->type, type) &&
      (type.kind != CCL_KIND_CHOICE || dim->type.kind == CCL_KIND_CHOICE))
    return;
  if (!dim->found || !ccl_type_eq(dim->type, type))
    dim->type = type;
  dim->found = true;
  dim->choices = ccl_sema_choices_join(dim->choices, choices);
}

static ccl_definition *find_calendar(const ccl_names *names, ccl_str name) {
  ccl_definition *found = ccl_map_find(&names->symbols, name);
  for (size_t i = 0; i < names->used.len && !found; i++)
    found = ccl_map_find(&names->used.items[i].names->symbols, name);
  return found && found->symbol.kind == CCL_SYMBOL_CALENDAR ? found : NULL;
}

ccl_dim_type ccl_sema_dim_type(ccl_sema *sema, ccl_names *names, ccl_str name, ccl_span span) {
  ccl_dim_type dim = { .calendar = CCL_NONE };
  for (uint32_t i = 0; i < sema->activities.len; i++) {
    uint32_t index = ccl_sema_field(sema, i, name);
    if (index == CCL_NONE)
      continue;
    if (!ccl_sema_settle_field(sema, i, index, span)) {
      dim.is_broken = true;
      continue;
    }
    const ccl_field *field = &sema->activities.items[i]->fields[index];
    ccl_choices choices = { field->choices, field->choice_count };
    join_dim(&dim, field->type, choices);
  }
  ccl_definition *calendar = find_calendar(names, name);
  if (!calendar)
    return dim;
  if (!ccl_sema_settle(sema, calendar, span)) {
    dim.is_broken = true;
    return dim;
  }
  if (!dim.found || dim.type.kind == CCL_KIND_CHOICE) { /* else the fields are meant */
    join_dim(&dim, ccl_type_of(CCL_KIND_CHOICE), bands_of(sema, calendar->symbol.index));
    dim.calendar = calendar->symbol.index;
    ccl_names_use(names, calendar, span);
  }
  return dim;
}

static void report_unknown_dim(ccl_sema *sema, ccl_names *names, const ccl_node *name) {
  ccl_candidates candidates = { 0 };
  ccl_candidates_of_kinds(names, ccl_kind_bit(CCL_SYMBOL_CALENDAR), &candidates);
  for (size_t i = 0; i < sema->activities.len; i++)
    for (size_t k = 0; k < sema->activities.items[i]->field_count; k++)
      ccl_candidates_add(&candidates, sema->activities.items[i]->fields[k].name);
  ccl_names_unknown(sema, names, &ccl_sema_say_unknown_dim, name->text, name->span, &candidates);
}

static void mark_dim(ccl_sema *sema, uint32_t index) {
  const ccl_dim *dim = &sema->dims.items[index];
  for (uint32_t i = 0; i < sema->activities.len; i++) {
    uint32_t field = ccl_sema_field(sema, i, dim->name);
    if (field != CCL_NONE && ccl_type_eq(sema->fields.items[i]->items[field].type, dim->type))
      sema->fields.items[i]->items[field].dimension = index;
  }
  if (dim->calendar != CCL_NONE)
    sema->calendars.items[dim->calendar]->dimension = index;
}

uint32_t ccl_sema_dim(ccl_sema *sema, const ccl_tree *tree, const ccl_node *name) {
  if (ccl_is_error(name))
    return CCL_NONE;
  ccl_names *names = ccl_names_of(sema, tree);
  ccl_dim_type type = ccl_sema_dim_type(sema, names, name->text, name->span);
  if (type.is_broken)
    return CCL_NONE;
  if (!type.found) {
    ccl_definition *other = ccl_map_find(&names->symbols, name->text);
    if (other)
      ccl_sema_wrong_kind(sema, other, name->span, CCL_SYMBOL_CALENDAR);
    else
      report_unknown_dim(sema, names, name);
    return CCL_NONE;
  }
  for (uint32_t i = 0; i < sema->dims.len; i++)
    if (ccl_str_eq(sema->dims.items[i].name, name->text) && sema->dims.items[i].calendar == type.calendar)
      return i;
  ccl_dim dim = { .name = name->text,
                  .calendar = type.calendar,
                  .type = type.type,
                  .choices = type.choices.items,
                  .choice_count = type.choices.count };
  ccl_vec_push(&sema->dims, dim);
  mark_dim(sema, (uint32_t)(sema->dims.len - 1));
  return (uint32_t)(sema->dims.len - 1);
}

const ccl_dim *ccl_sema_dim_get(const ccl_sema *sema, uint32_t dim) {
  return dim < sema->dims.len ? &sema->dims.items[dim] : NULL;
}

/* ---- Keys ---- */

static bool choice_key(ccl_sema *sema, ccl_names *names, const ccl_node *node, ccl_choices choices, ccl_span declared,
                       ccl_value *value) {
  uint32_t index;
  if (ccl_sema_choice_find(sema, choices, node->text, &index) || choices.count == 0) {
    *value = ccl_value_choice(choices.count == 0 ? ccl_sema_choice(sema, node->text) : index);
    return true;
  }
  ccl_candidates candidates = { 0 };
  for (size_t i = 0; i < choices.count; i++)
    ccl_candidates_add(&candidates, sema->choices.items[choices.items[i]]);
  ccl_diag *diag = ccl_names_unknown(sema, names, &ccl_sema_say_no_such_choice, node->text, node->span, &candidates);
  if (diag)
    ccl_diag_note(diag, &ccl_sema_say_choices_are, declared, CCL_ARGS(ccl_sema_choices_text(sema, choices)));
  return false;
}

/* 2026-10-01 09:00 in the contract's time zone. */
static bool timestamp_key(const ccl_sema *sema, const ccl_node *node, ccl_value *value) {
  const ccl_written *at = &node->value;
  ccl_local local = { ccl_sema_date(node), at->hour * 3600 + at->minute * 60 + at->second };
  int64_t seconds;
  if (!sema->header->zone)
    return false;
  (void)ccl_zone_instant(sema->header->zone, local, &seconds);
  *value = ccl_value_instant((ccl_instant){ seconds, 0 });
  return true;
}

bool ccl_sema_key_value(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_type type,
                        ccl_choices choices, ccl_span declared, ccl_value *value) {
  if (ccl_is_error(node))
    return false;
  bool is_name = node->kind == CCL_NODE_NAME && !CCL_GET(node, NAME, QUALIFIER), is_text = node->kind == CCL_NODE_TEXT;
  if (type.kind == CCL_KIND_CHOICE && (is_name || is_text))
    return choice_key(sema, ccl_names_of(sema, place->tree), node, choices, declared, value);
  if (type.kind == CCL_KIND_TEXT && (is_name || is_text)) {
    *value = ccl_value_text(node->text);
    return true;
  }
  if (type.kind == CCL_KIND_TIMESTAMP && node->kind == CCL_NODE_TIMESTAMP)
    return timestamp_key(sema, node, value);
  ccl_place_of written = *place;
  written.site = CCL_SITE_CONSTANT;
  ccl_reading reading = ccl_reading_at(sema, &written);
  const ccl_expr *expr = ccl_read_as(&reading, node, type, true, declared);
  if (!expr)
    return false;
  if (expr->op == CCL_OP_CONSTANT) {
    *value = expr->constant;
    return true;
  }
  ccl_rat number;
  if (!ccl_expr_figure(expr, &number)) {
    ccl_sema_report(sema, &ccl_sema_say_key_not_written, node->span, CCL_NO_ARGS);
    return false;
  }
  *value = ccl_value_number(number);
  return true;
}

bool ccl_sema_key(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, ccl_type type,
                  const uint32_t *choices, size_t choice_count, ccl_value *value) {
  return ccl_sema_key_value(sema, place, node, type, (ccl_choices){ choices, choice_count }, CCL_NO_SPAN, value);
}
