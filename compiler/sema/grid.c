/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Grids (clause 4.4): what their dimensions are, the shape of their rows, keys and values. Two rows that are equally
 * specific for one combination are in grid_overlap.c; combinations that no row gives are the checks'.
 */
#include "sema/grid.h"

/* ---- Cells ---- */

static bool is_range(const ccl_node *node) {
  return node->kind == CCL_NODE_RANGE;
}

/* The dimension's key cells: those of the header for the last one (of two or more), of the rows for the others. */
static const ccl_node *key_cell(const ccl_grid_layout *layout, size_t dim, uint32_t row) {
  const ccl_node *from = ccl_node_at(layout->node, layout->dim_count > 1 ? row + 1 : row);
  return ccl_node_at(from, (uint32_t)dim);
}

static bool is_header_dim(const ccl_grid_layout *layout, size_t dim) {
  return layout->dim_count > 1 && dim == layout->dim_count - 1;
}

uint32_t ccl_grid_lines(const ccl_grid_layout *layout, size_t dim) {
  return is_header_dim(layout, dim) ? layout->columns : layout->rows;
}

const ccl_node *ccl_grid_key_cell(const ccl_grid_layout *layout, size_t dim, uint32_t line) {
  return is_header_dim(layout, dim) ? ccl_node_at(ccl_node_at(layout->node, 0), (uint32_t)dim + line)
                                    : key_cell(layout, dim, line);
}

static const ccl_node *value_cell(const ccl_grid_layout *layout, uint32_t row, uint32_t column) {
  uint32_t first = layout->dim_count > 1 ? (uint32_t)layout->dim_count - 1 : 1;
  return ccl_node_at(ccl_node_at(layout->node, layout->dim_count > 1 ? row + 1 : row), first + column);
}

/* ---- Shape ---- */

static bool report_row(ccl_sema *sema, const ccl_node *row, size_t wanted) {
  for (uint32_t i = 0; i < ccl_node_len(row); i++)
    if (ccl_is_error(ccl_node_at(row, i)))
      return false;
  ccl_sema_report(sema, &ccl_sema_say_row_cells, row->span,
                  CCL_ARGS(ccl_str_printf("%u", ccl_node_len(row)), ccl_str_printf("%zu", wanted)));
  return false;
}

/* Every cell holds something that could be read; value cells hold one thing. */
static bool check_cells(ccl_sema *sema, const ccl_node *row, uint32_t from, size_t keys) {
  bool is_whole = true;
  for (uint32_t i = from; i < ccl_node_len(row); i++) {
    const ccl_node *cell = ccl_node_at(row, i);
    if (ccl_is_error(cell)) {
      is_whole = false;
      continue;
    }
    uint32_t length = ccl_node_len(cell);
    for (uint32_t k = 0; k < length; k++)
      is_whole &= !ccl_is_error(ccl_node_at(cell, k));
    if (length == 0 || (i >= keys && length > 1)) {
      ccl_sema_report(sema, length == 0 ? &ccl_sema_say_empty_cell : &ccl_sema_say_crowded_cell,
                      length == 0 ? row->span : cell->span, CCL_NO_ARGS);
      return false;
    }
  }
  return is_whole;
}

static bool read_layout(ccl_sema *sema, const ccl_definition *definition, ccl_grid_layout *layout) {
  const ccl_node *node = definition->symbol.node;
  layout->node = node;
  layout->dim_count = ccl_node_len(CCL_GET(node, GRID, DIMENSIONS));
  bool has_header = layout->dim_count > 1, is_whole = true;
  uint32_t count = ccl_node_len(node);
  for (uint32_t i = 0; i < count; i++)
    if (ccl_is_error(ccl_node_at(node, i)))
      return false;
  if (count == 0) /* the reading of the file has said so */
    return false;
  if (count <= (has_header ? 1u : 0u)) {
    ccl_sema_report(sema, &ccl_sema_say_no_row, definition->symbol.span, CCL_ARGS(definition->symbol.name));
    return false;
  }
  size_t keys = has_header ? layout->dim_count - 1 : 1;
  layout->columns = 1;
  if (has_header) {
    const ccl_node *header = ccl_node_at(node, 0);
    if (ccl_node_len(header) <= keys)
      return report_row(sema, header, layout->dim_count);
    layout->columns = ccl_node_len(header) - (uint32_t)keys;
    is_whole = check_cells(sema, header, (uint32_t)keys, ccl_node_len(header));
  }
  layout->rows = count - (has_header ? 1 : 0);
  for (uint32_t i = has_header ? 1 : 0; i < count; i++) {
    const ccl_node *row = ccl_node_at(node, i);
    if (ccl_node_len(row) != keys + layout->columns)
      is_whole = report_row(sema, row, keys + layout->columns);
    else
      is_whole &= check_cells(sema, row, 0, keys);
  }
  return is_whole;
}

/* ---- What the dimensions are ---- */

/* The type that one key tells. A bare number says number, unless another key has a unit. */
static void type_from_key(ccl_sema *sema, const ccl_definition *definition, const ccl_node *key, ccl_grid_dim *dim,
                          bool *is_bare) {
  if (ccl_is_error(key) || key->kind == CCL_NODE_ANY || (dim->is_known && !*is_bare))
    return;
  if (key->kind == CCL_NODE_NUMBER) {
    *is_bare = dim->is_known = true;
    dim->type = ccl_type_number(ccl_unit_number(sema->units));
    return;
  }
  *is_bare = false;
  dim->is_known = true;
  dim->type = ccl_type_of(key->kind == CCL_NODE_TEXT ? CCL_KIND_TEXT : CCL_KIND_CHOICE);
  if (key->kind == CCL_NODE_TEXT || key->kind == CCL_NODE_NAME)
    return;
  ccl_place_of place = { .site = CCL_SITE_CONSTANT, .tree = definition->symbol.tree, .activity = CCL_NONE };
  ccl_reading reading = ccl_reading_at(sema, &place);
  const ccl_expr *read = ccl_read(&reading, key);
  dim->is_known = read != NULL;
  if (read)
    dim->type = read->type;
}

static void type_from_keys(ccl_sema *sema, const ccl_definition *definition, const ccl_grid_layout *layout,
                           size_t index, ccl_grid_dim *dim) {
  bool is_bare = false;
  for (uint32_t line = 0; line < ccl_grid_lines(layout, index); line++) {
    const ccl_node *cell = ccl_grid_key_cell(layout, index, line);
    for (uint32_t i = 0; i < ccl_node_len(cell); i++) {
      const ccl_node *key = ccl_node_at(cell, i);
      type_from_key(sema, definition, is_range(key) ? CCL_GET(key, RANGE, FROM) : key, dim, &is_bare);
      if (is_range(key))
        type_from_key(sema, definition, CCL_GET(key, RANGE, TO), dim, &is_bare);
    }
  }
}

/* The names in the keys of a dimension that no field explains become its choices. */
static void choices_from_keys(ccl_sema *sema, const ccl_grid_layout *layout, size_t index, ccl_grid_dim *dim) {
  CCL_VEC(uint32_t) found = { 0 };
  for (uint32_t line = 0; line < ccl_grid_lines(layout, index); line++) {
    const ccl_node *cell = ccl_grid_key_cell(layout, index, line);
    for (uint32_t i = 0; i < ccl_node_len(cell); i++) {
      const ccl_node *key = ccl_node_at(cell, i);
      if (key->kind != CCL_NODE_NAME && key->kind != CCL_NODE_TEXT)
        continue;
      uint32_t choice = ccl_sema_choice(sema, key->text);
      ccl_choices so_far = { found.items, found.len };
      uint32_t there;
      if (found.len == 0 || !ccl_sema_choice_find(sema, so_far, key->text, &there))
        ccl_vec_push(&found, choice);
    }
  }
  dim->choices = (ccl_choices){ found.items, found.len };
}

static bool read_dims(ccl_sema *sema, ccl_definition *definition, const ccl_grid_layout *layout,
                      ccl_grid_shape *shape) {
  const ccl_node *names = CCL_GET(definition->symbol.node, GRID, DIMENSIONS);
  shape->dims = ccl_new_array(ccl_grid_dim, layout->dim_count);
  for (size_t i = 0; i < layout->dim_count; i++) {
    const ccl_node *name = ccl_node_at(names, (uint32_t)i);
    ccl_grid_dim *dim = &shape->dims[i];
    dim->type = ccl_type_of(CCL_KIND_CHOICE);
    if (ccl_is_error(name))
      return false;
    for (uint32_t k = 0; k < i; k++)
      if (ccl_str_eq(ccl_node_at(names, k)->text, name->text)) {
        ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_declared_twice, name->span, CCL_ARGS(name->text));
        ccl_diag_note(diag, &ccl_sema_say_first_declared, ccl_node_at(names, k)->span, CCL_NO_ARGS);
        return false;
      }
    ccl_dim_type known = ccl_sema_dim_type(sema, definition->names, name->text, name->span);
    if (known.is_broken)
      return false;
    if (known.found) {
      dim->is_known = true;
      dim->type = known.type;
      dim->choices = known.choices;
      continue;
    }
    type_from_keys(sema, definition, layout, i, dim);
    if (dim->is_known && dim->type.kind == CCL_KIND_CHOICE)
      choices_from_keys(sema, layout, i, dim);
  }
  return true;
}

static bool read_shape(ccl_sema *sema, ccl_definition *definition, ccl_grid_shape *shape) {
  ccl_grid *grid = sema->grids.items[definition->symbol.index];
  const ccl_node *names = CCL_GET(definition->symbol.node, GRID, DIMENSIONS);
  if (ccl_is_error(names))
    return false;
  ccl_str *dims = ccl_new_array(ccl_str, ccl_node_len(names));
  for (uint32_t i = 0; i < ccl_node_len(names); i++)
    if (!ccl_is_error(ccl_node_at(names, i)))
      dims[i] = ccl_node_at(names, i)->text;
  *grid = (ccl_grid){ .name = definition->symbol.name,
                      .span = definition->symbol.span,
                      .type = definition->type,
                      .dims = dims,
                      .dim_count = ccl_node_len(names) };
  const ccl_unit *unit = ccl_sema_unit(sema, definition->symbol.tree, CCL_GET(definition->symbol.node, GRID, UNIT));
  if (unit)
    grid->type = definition->type = ccl_type_number(unit);
  bool has_layout = read_layout(sema, definition, &shape->layout);
  return unit && has_layout && read_dims(sema, definition, &shape->layout, shape);
}

/* The choices that only the keys of a grid tell are those of what replaces it as well. */
static void join_keys(ccl_grid_shape *shape, const ccl_grid_shape *after) {
  for (size_t i = 0; after && !shape->is_broken && i < shape->layout.dim_count && i < after->layout.dim_count; i++)
    if (shape->dims[i].type.kind == CCL_KIND_CHOICE)
      shape->dims[i].choices = ccl_sema_choices_join(shape->dims[i].choices, after->dims[i].choices);
}

const ccl_grid_shape *ccl_sema_grid_shape(ccl_sema *sema, ccl_definition *definition, ccl_span used) {
  ccl_grid_shape *shape = sema->grid_shapes.items[definition->symbol.index];
  if (shape->progress != CCL_SETTLED) {
    if (!ccl_sema_begin(sema, definition->symbol.name, used, &shape->progress, &shape->is_broken))
      return NULL;
    if (!read_shape(sema, definition, shape))
      shape->is_broken = true;
    for (size_t i = 0; i < definition->replaced_by.len; i++)
      join_keys(shape, ccl_sema_grid_shape(sema, definition->replaced_by.items[i], used));
    ccl_sema_end(sema);
  }
  return shape->is_broken ? NULL : shape;
}

/* ---- Keys ---- */

static bool read_limit(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, const ccl_grid_dim *dim,
                       ccl_span declared, bool *has, ccl_rat *figure) {
  if (!node)
    return true;
  ccl_value value;
  if (!ccl_sema_key_value(sema, place, node, dim->type, (ccl_choices){ 0 }, declared, &value))
    return false;
  *has = true;
  *figure = value.as.number;
  return true;
}

static bool read_range(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, const ccl_grid_dim *dim,
                       ccl_span declared, ccl_grid_key *key) {
  if (dim->type.kind != CCL_KIND_NUMBER) {
    ccl_sema_report(sema, &ccl_sema_say_range_of_no_number, node->span,
                    CCL_ARGS(ccl_type_text(dim->type, ccl_sema_lang(sema, node->span))));
    return false;
  }
  key->kind = CCL_GRID_RANGE;
  bool has_low = read_limit(sema, place, CCL_GET(node, RANGE, FROM), dim, declared, &key->has_low, &key->low);
  bool has_high = read_limit(sema, place, CCL_GET(node, RANGE, TO), dim, declared, &key->has_high, &key->high);
  if (has_low && has_high && key->has_low && key->has_high && ccl_rat_cmp(key->low, key->high) >= 0) {
    ccl_sema_report(sema, &ccl_sema_say_range_takes_nothing, node->span, CCL_NO_ARGS);
    return false;
  }
  return has_low && has_high;
}

static bool read_key(ccl_sema *sema, const ccl_place_of *place, const ccl_node *node, const ccl_grid_dim *dim,
                     ccl_span declared, ccl_grid_key *key) {
  if (node->kind == CCL_NODE_ANY)
    return true; /* CCL_GRID_ANY is 0 */
  if (is_range(node))
    return read_range(sema, place, node, dim, declared, key);
  key->kind = CCL_GRID_VALUE;
  return ccl_sema_key_value(sema, place, node, dim->type, dim->choices, declared, &key->value);
}

/* keys[line] of one dimension. */
static bool read_dim_keys(ccl_sema *sema, const ccl_definition *definition, const ccl_grid_shape *shape, size_t index,
                          ccl_grid_keys *out) {
  const ccl_grid_layout *layout = &shape->layout;
  ccl_place_of place = { .site = CCL_SITE_CONSTANT, .tree = definition->symbol.tree, .activity = CCL_NONE };
  ccl_span declared = ccl_node_at(CCL_GET(layout->node, GRID, DIMENSIONS), (uint32_t)index)->span;
  uint32_t lines = ccl_grid_lines(layout, index);
  bool is_whole = true;
  out->keys = ccl_new_array(ccl_grid_key *, lines);
  out->counts = ccl_new_array(size_t, lines);
  for (uint32_t line = 0; line < lines; line++) {
    const ccl_node *cell = ccl_grid_key_cell(layout, index, line);
    out->counts[line] = ccl_node_len(cell);
    out->keys[line] = ccl_new_array(ccl_grid_key, ccl_node_len(cell));
    for (uint32_t i = 0; i < ccl_node_len(cell); i++)
      is_whole &= read_key(sema, &place, ccl_node_at(cell, i), &shape->dims[index], declared, &out->keys[line][i]);
  }
  return is_whole;
}

/* ---- Values ---- */

static bool read_entry(ccl_sema *sema, ccl_definition *definition, const ccl_grid_shape *shape,
                       const ccl_grid_keys *keys, uint32_t row, uint32_t column, ccl_grid_entry *entry) {
  const ccl_grid_layout *layout = &shape->layout;
  const ccl_node *cell = value_cell(layout, row, column);
  ccl_place_of place = { .site = CCL_SITE_MEASURE, .tree = definition->symbol.tree, .activity = CCL_NONE };
  ccl_reading reading = ccl_reading_at(sema, &place);
  reading.definition = definition;
  const ccl_node *value = ccl_node_at(cell, 0);
  const ccl_grid_key **entry_keys = ccl_new_array(const ccl_grid_key *, layout->dim_count);
  size_t *counts = ccl_new_array(size_t, layout->dim_count);
  for (size_t i = 0; i < layout->dim_count; i++) {
    uint32_t line = is_header_dim(layout, i) ? column : row;
    entry_keys[i] = keys[i].keys[line];
    counts[i] = keys[i].counts[line];
  }
  *entry = (ccl_grid_entry){ .span = cell->span, .keys = entry_keys, .key_counts = counts };
  if (value->kind == CCL_NODE_ANY || value->kind == CCL_NODE_RANGE) {
    ccl_sema_report(sema, &ccl_sema_say_no_figure_here, value->span, CCL_NO_ARGS);
    return false;
  }
  entry->value = ccl_read_as(&reading, value, definition->type, true, CCL_GET(layout->node, GRID, UNIT)->span);
  return entry->value != NULL;
}

bool ccl_settle_grid(ccl_sema *sema, ccl_definition *definition) {
  const ccl_grid_shape *shape = ccl_sema_grid_shape(sema, definition, definition->symbol.span);
  if (!shape)
    return false;
  const ccl_grid_layout *layout = &shape->layout;
  ccl_grid *grid = sema->grids.items[definition->symbol.index];
  ccl_grid_keys *keys = ccl_new_array(ccl_grid_keys, layout->dim_count);
  bool has_keys = true, is_whole = true;
  for (size_t i = 0; i < layout->dim_count; i++)
    has_keys &= read_dim_keys(sema, definition, shape, i, &keys[i]);
  ccl_grid_entry *entries = ccl_new_array(ccl_grid_entry, (size_t)layout->rows * layout->columns);
  size_t made = 0;
  for (uint32_t row = 0; row < layout->rows; row++)
    for (uint32_t column = 0; column < layout->columns; column++)
      is_whole &= read_entry(sema, definition, shape, keys, row, column, &entries[made++]);
  if (!has_keys || !is_whole || !ccl_grid_check_overlap(sema, layout, keys))
    return false;
  grid->entries = entries;
  grid->entry_count = made;
  return true;
}
