/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Activities (clause 4.1): the fields of the data and their types, the options, and the derived fields, worked out in
 * the order of their needs. How texts of a file become values is data/'s.
 */
#include "sema/reading.h"

/* ---- Fields of the data ---- */

static const ccl_node *field_name(const ccl_node *node) {
  if (ccl_is_error(node))
    return NULL;
  const ccl_node *name = node->kind == CCL_NODE_FIELD    ? CCL_GET(node, FIELD, NAME)
                         : node->kind == CCL_NODE_DERIVE ? CCL_GET(node, DERIVE, NAME)
                                                         : NULL;
  return ccl_is_error(name) ? NULL : name;
}

uint32_t ccl_sema_field(const ccl_sema *sema, uint32_t activity, ccl_str name) {
  const ccl_activity *made = sema->activities.items[activity];
  for (uint32_t i = 0; i < made->field_count; i++)
    if (ccl_str_eq(made->fields[i].name, name))
      return i;
  return CCL_NONE;
}

static bool read_choices(ccl_sema *sema, const ccl_node *type, ccl_field *field) {
  uint32_t count = ccl_node_len(type);
  uint32_t *choices = ccl_new_array(uint32_t, count);
  bool is_whole = true;
  for (uint32_t i = 0; i < count; i++) {
    const ccl_node *name = ccl_node_at(type, i);
    if (ccl_is_error(name)) {
      is_whole = false;
      continue;
    }
    uint32_t choice = ccl_sema_choice(sema, name->text);
    bool is_twice = false;
    for (size_t k = 0; k < field->choice_count && !is_twice; k++)
      is_twice = choices[k] == choice;
    if (is_twice)
      ccl_sema_report(sema, &ccl_sema_say_choice_twice, name->span, CCL_ARGS(name->text));
    else
      choices[field->choice_count++] = choice;
  }
  field->choices = choices;
  return is_whole;
}

/* The unit of a field of numbers, or of a duration; NULL: reported. */
static const ccl_unit *read_field_unit(ccl_sema *sema, const ccl_tree *tree, const ccl_node *type) {
  const ccl_node *written = CCL_GET(type, TYPE, UNIT);
  if (!written)
    return ccl_unit_number(sema->units);
  const ccl_unit *unit = ccl_sema_unit(sema, tree, written);
  bool is_clock = unit && unit->dimension.count == 1 && unit->dimension.powers[0] == 1 &&
                  unit->dimension.bases[0]->kind == CCL_BASE_CLOCK;
  if (unit && type->word == CCL_WORD_DURATION && !is_clock) {
    ccl_sema_report(sema, &ccl_sema_say_duration_unit, written->span,
                    CCL_ARGS(ccl_unit_text(unit, ccl_sema_lang(sema, written->span), true)));
    return NULL;
  }
  return unit;
}

static bool read_field_type(ccl_sema *sema, const ccl_tree *tree, const ccl_node *type, ccl_field *field) {
  static const struct {
    ccl_word word;
    ccl_field_kind field;
    ccl_kind kind;
  } kinds[] = {
    { CCL_WORD_TIMESTAMP, CCL_FIELD_TIMESTAMP, CCL_KIND_TIMESTAMP },
    { CCL_WORD_DATE, CCL_FIELD_DATE, CCL_KIND_DATE },
    { CCL_WORD_DURATION, CCL_FIELD_DURATION, CCL_KIND_NUMBER },
    { CCL_WORD_NUMBER, CCL_FIELD_NUMBER, CCL_KIND_NUMBER },
    { CCL_WORD_INTEGER, CCL_FIELD_INTEGER, CCL_KIND_NUMBER },
    { CCL_WORD_MONEY, CCL_FIELD_MONEY, CCL_KIND_NUMBER },
    { CCL_WORD_BOOLEAN, CCL_FIELD_BOOLEAN, CCL_KIND_BOOL },
    { CCL_WORD_TEXT, CCL_FIELD_TEXT, CCL_KIND_TEXT },
    { CCL_WORD_ONE_OF, CCL_FIELD_CHOICE, CCL_KIND_CHOICE },
  };
  field->type = ccl_type_number(ccl_unit_number(sema->units));
  for (size_t i = 0; !ccl_is_error(type) && i < sizeof kinds / sizeof kinds[0]; i++) {
    if (kinds[i].word != type->word)
      continue;
    field->kind = kinds[i].field;
    field->type = ccl_type_of(kinds[i].kind);
    if (kinds[i].field == CCL_FIELD_CHOICE)
      return read_choices(sema, type, field);
    if (kinds[i].kind != CCL_KIND_NUMBER)
      return true;
    const ccl_unit *unit =
        kinds[i].field == CCL_FIELD_MONEY ? sema->header->currency : read_field_unit(sema, tree, type);
    field->type.unit = unit ? unit : ccl_unit_number(sema->units);
    return unit != NULL;
  }
  return false;
}

static void read_columns(const ccl_node *node, ccl_field *field) {
  const ccl_node *columns = CCL_GET(node, FIELD, COLUMN), *format = CCL_GET(node, FIELD, FORMAT);
  uint32_t count = ccl_is_error(columns) ? 1 : ccl_node_len(columns);
  ccl_str *names = ccl_new_array(ccl_str, count);
  names[0] = field->name;
  for (uint32_t i = 0; !ccl_is_error(columns) && i < count; i++)
    if (!ccl_is_error(ccl_node_at(columns, i)))
      names[i] = ccl_node_at(columns, i)->text;
  field->columns = names;
  field->column_count = count;
  field->format = ccl_is_error(format) ? (ccl_str){ 0 } : format->text;
  field->optional = node->word == CCL_WORD_OPTIONAL;
}

/* ---- The activity before anything is settled ---- */

static void report_field_twice(ccl_sema *sema, const ccl_fields *fields, ccl_str name, ccl_span span, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (ccl_str_eq(fields->items[i].name, name)) {
      ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_declared_twice, span, CCL_ARGS(name));
      ccl_diag_note(diag, &ccl_sema_say_first_declared, fields->items[i].span, CCL_NO_ARGS);
      return;
    }
}

void ccl_sema_prepare_activity(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node;
  ccl_activity *activity = sema->activities.items[definition->symbol.index];
  uint32_t count = ccl_node_len(node);
  ccl_fields *fields = ccl_new(ccl_fields);
  *fields = (ccl_fields){ .activity = activity,
                          .definition = definition,
                          .items = ccl_new_array(ccl_field, count),
                          .nodes = ccl_new_array(const ccl_node *, count),
                          .progress = ccl_new_array(ccl_progress, count),
                          .is_broken = ccl_new_array(bool, count) };
  activity->name = definition->symbol.name;
  activity->span = definition->symbol.span;
  activity->fields = fields->items;
  activity->dated_by = activity->until = activity->key = activity->keeping_latest = CCL_NONE;
  size_t made = 0;
  for (int derived = 0; derived < 2; derived++) /* data first, whatever an error may have mixed */
    for (uint32_t i = 0; i < count; i++) {
      const ccl_node *each = ccl_node_at(node, i), *name = field_name(each);
      if (!name || (each->kind == CCL_NODE_DERIVE) != (derived == 1))
        continue;
      ccl_field *field = &fields->items[made];
      *field = (ccl_field){ .name = name->text, .span = name->span, .dimension = CCL_NONE };
      report_field_twice(sema, fields, name->text, name->span, made);
      fields->nodes[made] = each;
      if (derived == 0) {
        fields->is_broken[made] = !read_field_type(sema, definition->symbol.tree, CCL_GET(each, FIELD, TYPE), field);
        fields->progress[made] = CCL_SETTLED;
        read_columns(each, field);
        activity->data_count++;
      }
      activity->field_count = ++made;
    }
  while (sema->fields.len <= definition->symbol.index)
    ccl_vec_push(&sema->fields, NULL);
  sema->fields.items[definition->symbol.index] = fields;
}

/* ---- Derived fields ---- */

static ccl_field_kind kind_of(ccl_type type) {
  switch (type.kind) {
  case CCL_KIND_NUMBER:
  case CCL_KIND_WEEKDAY:
  case CCL_KIND_MONTH: return CCL_FIELD_NUMBER;
  case CCL_KIND_BOOL: return CCL_FIELD_BOOLEAN;
  case CCL_KIND_TEXT: return CCL_FIELD_TEXT;
  case CCL_KIND_DATE: return CCL_FIELD_DATE;
  case CCL_KIND_TIMESTAMP: return CCL_FIELD_TIMESTAMP;
  case CCL_KIND_CHOICE: return CCL_FIELD_CHOICE;
  }
  CCL_BUG("a type of no kind");
}

bool ccl_sema_derive_field(ccl_sema *sema, uint32_t activity, uint32_t index) {
  ccl_fields *fields = sema->fields.items[activity];
  ccl_place_of place = { .site = CCL_SITE_DERIVE, .tree = fields->definition->symbol.tree, .activity = activity };
  ccl_reading reading = ccl_reading_at(sema, &place);
  const ccl_expr *value = ccl_read(&reading, CCL_GET(fields->nodes[index], DERIVE, VALUE));
  if (!value || fields->is_broken[index])
    return false;
  ccl_field *field = &fields->items[index];
  ccl_choices choices = ccl_sema_choices_of(sema, activity, value);
  field->derive = value;
  field->type = value->type;
  field->kind = kind_of(value->type);
  field->choices = choices.items;
  field->choice_count = choices.count;
  field->optional = ccl_expr_may_be_absent(sema, activity, value);
  ccl_vec_push(&fields->order, index);
  return true;
}

/* ---- Options ---- */

/* A field of the data by its name; CCL_NONE: reported. */
static uint32_t data_field(ccl_sema *sema, const ccl_definition *definition, const ccl_node *name) {
  const ccl_activity *activity = sema->activities.items[definition->symbol.index];
  if (ccl_is_error(name))
    return CCL_NONE;
  uint32_t field = ccl_sema_field(sema, definition->symbol.index, name->text);
  if (field == CCL_NONE) {
    ccl_candidates candidates = { 0 };
    for (size_t i = 0; i < activity->field_count; i++)
      ccl_candidates_add(&candidates, activity->fields[i].name);
    ccl_names_unknown(sema, definition->names, &ccl_sema_say_unknown_field, name->text, name->span, &candidates);
  } else if (field >= activity->data_count) {
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_field_is_derived, name->span, CCL_ARGS(name->text));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, activity->fields[field].span, CCL_NO_ARGS);
    field = CCL_NONE;
  }
  return field;
}

/* A field that places rows in time. */
static uint32_t time_field(ccl_sema *sema, const ccl_definition *definition, const ccl_node *name) {
  uint32_t field = data_field(sema, definition, name);
  if (field == CCL_NONE || sema->fields.items[definition->symbol.index]->is_broken[field])
    return CCL_NONE;
  const ccl_field *made = &sema->activities.items[definition->symbol.index]->fields[field];
  if (made->type.kind == CCL_KIND_DATE || made->type.kind == CCL_KIND_TIMESTAMP)
    return field;
  ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_dated_by_kind, name->span,
                                   CCL_ARGS(name->text, ccl_type_text(made->type, ccl_sema_lang(sema, name->span))));
  ccl_diag_note(diag, &ccl_sema_say_declared_here, made->span, CCL_NO_ARGS);
  return CCL_NONE;
}

static void read_zone(ccl_sema *sema, const ccl_node *node, ccl_activity *activity) {
  activity->zone = sema->header->zone;
  const ccl_node *name = node ? CCL_GET(node, TIME_ZONE, TEXT) : NULL;
  if (ccl_is_error(name))
    return;
  const ccl_zone *zone = ccl_zone_find(name->text);
  if (zone) {
    activity->zone = zone;
    return;
  }
  ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_unknown_zone, name->span, CCL_ARGS(name->text));
  ccl_str nearest = ccl_zone_nearest(name->text);
  if (nearest.len > 0)
    ccl_diag_help(diag, &ccl_sema_say_did_you_mean_library, CCL_ARGS(nearest));
}

static void read_missing(const ccl_node *node, ccl_activity *activity) {
  if (ccl_is_error(node))
    return;
  ccl_str *texts = ccl_new_array(ccl_str, ccl_node_len(node));
  for (uint32_t i = 0; i < ccl_node_len(node); i++)
    if (!ccl_is_error(ccl_node_at(node, i)))
      texts[activity->missing_count++] = ccl_node_at(node, i)->text;
  activity->missing = texts;
}

static bool read_key(ccl_sema *sema, const ccl_definition *definition, const ccl_node *node, ccl_activity *activity) {
  if (!node)
    return true;
  activity->key = ccl_is_error(node) ? CCL_NONE : data_field(sema, definition, CCL_GET(node, KEY, FIELD));
  if (activity->key == CCL_NONE || !CCL_GET(node, KEY, LATEST))
    return activity->key != CCL_NONE;
  const ccl_node *latest = CCL_GET(node, KEY, LATEST);
  activity->keeping_latest = data_field(sema, definition, latest);
  if (activity->keeping_latest == CCL_NONE)
    return false;
  const ccl_field *field = &activity->fields[activity->keeping_latest];
  if (field->type.kind == CCL_KIND_NUMBER || field->type.kind == CCL_KIND_DATE ||
      field->type.kind == CCL_KIND_TIMESTAMP)
    return true;
  ccl_type_report(sema, &ccl_sema_say_latest_kind, ccl_type_number(ccl_unit_number(sema->units)), field->span,
                  field->type, latest->span);
  return false;
}

bool ccl_settle_activity(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node;
  ccl_activity *activity = sema->activities.items[definition->symbol.index];
  ccl_fields *fields = sema->fields.items[definition->symbol.index];
  bool is_whole = !definition->symbol.is_broken;
  read_zone(sema, CCL_GET(node, ACTIVITY, TIME_ZONE), activity);
  read_missing(CCL_GET(node, ACTIVITY, MISSING), activity);
  is_whole &= read_key(sema, definition, CCL_GET(node, ACTIVITY, KEY), activity);
  for (uint32_t i = 0; i < activity->field_count; i++)
    is_whole &= ccl_sema_settle_field(sema, definition->symbol.index, i, activity->fields[i].span);
  activity->derive_order = fields->order.items;
  return is_whole && activity->dated_by != CCL_NONE;
}

/* `dated by` and `until`, before anything is settled: aggregates need them. */
static void read_times(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node, *until = CCL_GET(node, ACTIVITY, UNTIL);
  ccl_activity *activity = sema->activities.items[definition->symbol.index];
  activity->dated_by = time_field(sema, definition, CCL_GET(node, ACTIVITY, DATED_BY));
  if (!ccl_is_error(until))
    activity->until = time_field(sema, definition, CCL_GET(until, UNTIL, FIELD));
  if (activity->until == CCL_NONE || activity->dated_by == CCL_NONE)
    return;
  const ccl_field *from = &activity->fields[activity->dated_by], *to = &activity->fields[activity->until];
  if (from->type.kind != to->type.kind)
    ccl_type_report(sema, &ccl_sema_say_until_differs, from->type, from->span, to->type,
                    CCL_GET(until, UNTIL, FIELD)->span);
}

void ccl_sema_prepare_times(ccl_sema *sema) {
  for (size_t i = 0; i < sema->definitions.len; i++)
    if (sema->definitions.items[i]->symbol.kind == CCL_SYMBOL_ACTIVITY)
      read_times(sema, sema->definitions.items[i]);
}
