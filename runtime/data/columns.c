/* SPDX-License-Identifier: Apache-2.0 */
/* Names of columns, in files and in contracts. */
#include "data/columns.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/vec.h"

typedef struct ccl_member {
  ccl_str name;
  uint32_t slot;
  bool exact;
} ccl_member;

static uint32_t slot_for(ccl_columns *columns, ccl_str name) {
  ccl_str plain = ccl_utf8_nfc(ccl_str_trim(name));
  for (size_t i = 0; i < columns->slot_count; i++)
    if (ccl_str_eq(columns->slots[i].name, plain))
      return (uint32_t)i;
  columns->slots[columns->slot_count] = (ccl_slot_name){ plain, ccl_utf8_fold(plain), plain, CCL_NONE };
  return (uint32_t)columns->slot_count++;
}

ccl_columns *ccl_columns_new(const ccl_activity *activity) {
  ccl_columns *columns = ccl_new(ccl_columns);
  columns->activity = activity;
  size_t most = 0;
  for (size_t f = 0; f < activity->data_count; f++)
    most += activity->fields[f].column_count;
  columns->slots = ccl_new_array(ccl_slot_name, most);
  columns->fields = ccl_new_array(uint32_t *, activity->data_count);
  for (size_t f = 0; f < activity->data_count; f++) {
    const ccl_field *field = &activity->fields[f];
    columns->fields[f] = ccl_new_array(uint32_t, field->column_count);
    for (size_t i = 0; i < field->column_count; i++)
      columns->fields[f][i] = slot_for(columns, field->columns[i]);
  }
  return columns;
}

/* The slot that a name of a file is; CCL_NONE: none. */
static uint32_t slot_named(const ccl_columns *columns, ccl_str name, bool *exact) {
  ccl_str plain = ccl_utf8_nfc(ccl_str_trim(name));
  for (size_t i = 0; i < columns->slot_count; i++)
    if (ccl_str_eq(columns->slots[i].name, plain)) {
      *exact = true;
      return (uint32_t)i;
    }
  *exact = false;
  ccl_str folded = ccl_utf8_fold(plain);
  uint32_t found = CCL_NONE;
  for (size_t i = 0; i < columns->slot_count; i++)
    if (ccl_str_eq(columns->slots[i].folded, folded))
      found = found == CCL_NONE ? (uint32_t)i : found;
  return found;
}

size_t ccl_columns_matched(const ccl_columns *columns, const ccl_record_cell *cells, size_t count) {
  size_t matched = 0;
  bool exact;
  for (size_t c = 0; c < count; c++)
    matched += slot_named(columns, cells[c].text, &exact) != CCL_NONE;
  return matched;
}

/* The column of the file that a slot means; CCL_NONE: none, or (*twice) more than one fits equally well. */
static uint32_t column_of(const ccl_slot_name *slot, const ccl_record_cell *cells, size_t count, bool *twice) {
  uint32_t exact = CCL_NONE, near = CCL_NONE;
  size_t exact_count = 0, near_count = 0;
  for (size_t c = 0; c < count; c++) {
    ccl_str plain = ccl_utf8_nfc(ccl_str_trim(cells[c].text));
    if (ccl_str_eq(plain, slot->name)) {
      exact = (uint32_t)c;
      exact_count++;
    } else if (ccl_str_eq(ccl_utf8_fold(plain), slot->folded)) {
      near = (uint32_t)c;
      near_count++;
    }
  }
  *twice = exact_count > 1 || (exact_count == 0 && near_count > 1);
  if (*twice)
    return CCL_NONE;
  return exact_count > 0 ? exact : near;
}

ccl_str ccl_columns_take(ccl_columns *columns, const ccl_record_cell *cells, size_t count) {
  for (size_t i = 0; i < columns->slot_count; i++) {
    ccl_slot_name *slot = &columns->slots[i];
    bool twice;
    slot->column = column_of(slot, cells, count, &twice);
    if (twice)
      return slot->name;
    slot->shown = slot->column == CCL_NONE ? slot->name : ccl_str_copy(ccl_str_trim(cells[slot->column].text));
  }
  return (ccl_str){ NULL, 0 };
}

uint32_t ccl_columns_member(ccl_columns *columns, ccl_str name, size_t rank, bool *exact) {
  size_t count = columns->member_count;
  /* Objects of one file mostly have their members in one order. */
  for (size_t i = 0; i < count; i++) {
    const ccl_member *member = &columns->members[(rank + i) % count];
    if (ccl_str_eq(member->name, name)) {
      *exact = member->exact;
      return member->slot;
    }
  }
  uint32_t slot = slot_named(columns, name, exact);
  if (count < CCL_LIMIT_COLUMNS) {
    columns->members = ccl_vec_grow(columns->members, count, &columns->member_cap, sizeof *columns->members);
    columns->members[columns->member_count++] = (ccl_member){ ccl_str_copy(name), slot, *exact };
  }
  return slot;
}

ccl_str ccl_columns_name(const ccl_columns *columns, uint32_t field) {
  size_t count = columns->activity->fields[field].column_count;
  ccl_str *names = ccl_new_array(ccl_str, count);
  for (size_t i = 0; i < count; i++)
    names[i] = columns->slots[columns->fields[field][i]].shown;
  return ccl_str_join(names, count, CCL_STR(" + "));
}
