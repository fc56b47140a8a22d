/* SPDX-License-Identifier: Apache-2.0 */
/* Calendars and lists of holidays (clause 4.5). Which band holds an instant is calendar/'s; gaps and bands that nothing
 * reaches are the checks'. */
#include "sema/reading.h"

enum { FARTHEST_FROM_EASTER = 366, DAY_SECONDS = 86400 };

/* ---- Holidays ---- */

static bool read_offset(ccl_sema *sema, const ccl_node *node, int32_t *days) {
  ccl_rat number;
  int64_t whole;
  if (ccl_is_error(node))
    return false;
  if (ccl_rat_parse(node->text, &number) && ccl_rat_to_int(number, &whole) && whole >= 0 &&
      whole <= FARTHEST_FROM_EASTER) {
    *days = (int32_t)whole;
    return true;
  }
  ccl_sema_report(sema, &ccl_sema_say_easter_offset, node->span, CCL_NO_ARGS);
  return false;
}

static bool read_holiday(ccl_sema *sema, const ccl_node *node, ccl_holiday *holiday) {
  const ccl_node *day = CCL_GET(node, HOLIDAY, DAY), *title = CCL_GET(node, HOLIDAY, TITLE);
  holiday->name = ccl_is_error(title) ? (ccl_str){ 0 } : title->text;
  switch ((int)node->word) {
  case CCL_WORD_EACH:
    holiday->kind = CCL_HOLIDAY_EACH;
    if (ccl_is_error(day))
      return false;
    holiday->month = day->value.month;
    holiday->day = day->value.day;
    return true;
  case CCL_WORD_ON:
    holiday->kind = CCL_HOLIDAY_ON;
    if (ccl_is_error(day))
      return false;
    holiday->date = ccl_sema_date(day);
    return true;
  default:
    holiday->kind = CCL_HOLIDAY_EASTER;
    if (node->word != CCL_WORD_EASTER && !read_offset(sema, CCL_GET(node, HOLIDAY, OFFSET), &holiday->shift))
      return false;
    if (node->word == CCL_WORD_EASTER_MINUS)
      holiday->shift = -holiday->shift;
    return true;
  }
}

bool ccl_settle_holidays(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node;
  ccl_holidays *list = sema->holidays.items[definition->symbol.index];
  ccl_holiday *items = ccl_new_array(ccl_holiday, ccl_node_len(node));
  bool is_whole = true;
  list->name = definition->symbol.name;
  list->items = items;
  for (uint32_t i = 0; i < ccl_node_len(node); i++)
    if (!ccl_is_error(ccl_node_at(node, i)) && read_holiday(sema, ccl_node_at(node, i), &items[list->count]))
      list->count++;
    else
      is_whole = false;
  return is_whole;
}

/* ---- Slots ---- */

static int32_t seconds_of(const ccl_node *time) {
  return time->value.hour * 3600 + time->value.minute * 60 + time->value.second;
}

static const ccl_holidays *find_list(ccl_sema *sema, const ccl_tree *tree, const ccl_node *name) {
  const ccl_symbol *symbol = ccl_sema_find(sema, tree, name, ccl_kind_bit(CCL_SYMBOL_HOLIDAYS));
  return symbol ? sema->holidays.items[symbol->index] : NULL;
}

static bool has_error(const ccl_node *node) {
  for (uint32_t i = 0; i < node->count; i++)
    if (node->items[i] && ccl_is_error(node->items[i]))
      return true;
  return false;
}

/* Two equal times hold no instant; 24:00 is an end only. */
static bool check_times(ccl_sema *sema, const ccl_node *node, const ccl_slot *slot) {
  const ccl_node *from = CCL_GET(node, TIME_SLOT, FROM), *to = CCL_GET(node, TIME_SLOT, TO);
  if (slot->from >= DAY_SECONDS) {
    ccl_sema_report(sema, &ccl_sema_say_starts_at_24, from->span, CCL_NO_ARGS);
    return false;
  }
  bool is_empty = slot->from == slot->to && (slot->kind != CCL_SLOT_SPAN || slot->first_weekday == slot->last_weekday);
  if (is_empty)
    ccl_sema_report(sema, &ccl_sema_say_equal_times, to ? ccl_span_join(from->span, to->span) : node->span,
                    CCL_NO_ARGS);
  return !is_empty;
}

static bool read_slot(ccl_sema *sema, const ccl_tree *tree, const ccl_node *node, ccl_slot *slot) {
  const ccl_node *first = CCL_GET(node, TIME_SLOT, FIRST), *last = CCL_GET(node, TIME_SLOT, LAST),
                 *holidays = CCL_GET(node, TIME_SLOT, HOLIDAYS), *from = CCL_GET(node, TIME_SLOT, FROM),
                 *to = CCL_GET(node, TIME_SLOT, TO);
  if (has_error(node))
    return false;
  *slot = (ccl_slot){ .kind = CCL_SLOT_DAYS, .first_weekday = 1, .last_weekday = 7, .from = 0, .to = DAY_SECONDS };
  if (holidays) {
    slot->kind = CCL_SLOT_HOLIDAYS;
    slot->holidays = find_list(sema, tree, holidays);
    if (!slot->holidays)
      return false;
  } else if (node->word == CCL_WORD_THROUGH)
    slot->kind = CCL_SLOT_SPAN;
  if (first) {
    slot->first_weekday = first->value.day;
    slot->last_weekday = last ? last->value.day : first->value.day;
  }
  if (from)
    slot->from = seconds_of(from);
  if (to)
    slot->to = seconds_of(to);
  return check_times(sema, node, slot);
}

/* ---- Bands ---- */

static bool read_band(ccl_sema *sema, const ccl_tree *tree, const ccl_node *node, ccl_band *band) {
  uint32_t count = ccl_node_len(node);
  ccl_slot *slots = ccl_new_array(ccl_slot, count + 1);
  bool is_whole = true;
  band->name = CCL_GET(node, BAND, NAME)->text;
  band->slots = slots;
  if (node->word == CCL_WORD_OTHERWISE)
    slots[band->slot_count++] = (ccl_slot){ .kind = CCL_SLOT_OTHERWISE };
  for (uint32_t i = 0; i < count; i++)
    if (!ccl_is_error(ccl_node_at(node, i)) && read_slot(sema, tree, ccl_node_at(node, i), &slots[band->slot_count]))
      band->slot_count++;
    else
      is_whole = false;
  return is_whole;
}

static bool is_new_band(ccl_sema *sema, const ccl_node *calendar, uint32_t index) {
  const ccl_node *name = CCL_GET(ccl_node_at(calendar, index), BAND, NAME);
  for (uint32_t i = 0; i < index; i++) {
    const ccl_node *other = ccl_node_at(calendar, i);
    if (ccl_is_error(other) || ccl_is_error(CCL_GET(other, BAND, NAME)) ||
        !ccl_str_eq(CCL_GET(other, BAND, NAME)->text, name->text))
      continue;
    ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_band_twice, name->span, CCL_ARGS(name->text));
    ccl_diag_note(diag, &ccl_sema_say_first_declared, CCL_GET(other, BAND, NAME)->span, CCL_NO_ARGS);
    return false;
  }
  return true;
}

bool ccl_settle_calendar(ccl_sema *sema, ccl_definition *definition) {
  const ccl_node *node = definition->symbol.node;
  ccl_band_calendar *calendar = sema->calendars.items[definition->symbol.index];
  uint32_t count = ccl_node_len(node);
  ccl_band *bands = ccl_new_array(ccl_band, count);
  uint32_t *choices = ccl_new_array(uint32_t, count);
  bool is_whole = true;
  *calendar = (ccl_band_calendar){
    .name = definition->symbol.name, .span = definition->symbol.span, .choices = choices, .dimension = CCL_NONE
  };
  calendar->calendar = (ccl_calendar){ .name = definition->symbol.name, .bands = bands };
  for (uint32_t i = 0; i < count; i++) {
    const ccl_node *band = ccl_node_at(node, i);
    if (ccl_is_error(band) || ccl_is_error(CCL_GET(band, BAND, NAME)) || !is_new_band(sema, node, i)) {
      is_whole = false;
      continue;
    }
    size_t at = calendar->calendar.band_count++;
    is_whole &= read_band(sema, definition->symbol.tree, band, &bands[at]);
    choices[at] = ccl_sema_choice(sema, bands[at].name);
  }
  return is_whole;
}
