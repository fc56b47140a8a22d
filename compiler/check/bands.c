/* SPDX-License-Identifier: Apache-2.0 */
/* Calendars (clause 4.5): times in no band, bands that earlier ones take entirely. Which band holds a time is calendar/band.c's. */
#include "check/private.h"

/* What a `replace` or `add` of an amendment declares; else the node itself. */
static const ccl_node *declared_by(const ccl_node *node) {
  if (node->kind == CCL_NODE_REPLACE)
    return ccl_node_get(node, CCL_SLOT_REPLACE_DECLARATION);
  return node->kind == CCL_NODE_ADD ? ccl_node_get(node, CCL_SLOT_ADD_DECLARATION) : node;
}

/* The declaration in what is checked whose name stands there. */
static const ccl_node *calendar_node(const ccl_checking *checking, uint32_t index) {
  ccl_span name = checking->plan->calendars[index].span;
  for (size_t t = 0; t < checking->tree_count; t++)
    for (uint32_t i = 0; checking->trees[t]->file == name.file && i < ccl_node_len(checking->trees[t]->root); i++) {
      const ccl_node *node = declared_by(ccl_node_at(checking->trees[t]->root, i));
      if (node->kind == CCL_NODE_CALENDAR && ccl_node_get(node, CCL_SLOT_CALENDAR_NAME)->span.start == name.start)
        return node;
    }
  return NULL;
}

static ccl_span band_span(const ccl_checking *checking, uint32_t calendar, size_t band) {
  const ccl_node *node = calendar_node(checking, calendar);
  if (!node || band >= ccl_node_len(node))
    return checking->plan->calendars[calendar].span;
  return ccl_node_get(ccl_node_at(node, (uint32_t)band), CCL_SLOT_BAND_NAME)->span;
}

/* ---- calendar-gap ---- */

static ccl_str time_text(int32_t second) {
  int hours = second / 3600, minutes = second / 60 % 60, seconds = second % 60;
  return seconds == 0 ? ccl_str_printf("%02d:%02d", hours, minutes) : ccl_str_printf("%02d:%02d:%02d", hours, minutes, seconds);
}

static void check_gap(const ccl_checking *checking, uint32_t index) {
  const ccl_band_calendar *calendar = &checking->plan->calendars[index];
  ccl_week_gap gap;
  if (!ccl_calendar_gap(&calendar->calendar, &gap))
    return;
  ccl_lang lang = ccl_check_lang(checking, calendar->span);
  ccl_str weekday = ccl_value_say(checking->plan, (ccl_type){ CCL_KIND_WEEKDAY, NULL }, ccl_value_weekday(gap.weekday), lang);
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_calendar_gap, calendar->span, CCL_ARGS(weekday, time_text(gap.from), time_text(gap.to)));
  ccl_diag_help(diag, &ccl_check_say_calendar_gap_help, CCL_NO_ARGS);
}

/* ---- unreachable-band ---- */

/* Whether one earlier band alone takes all of it. */
static bool takes(const ccl_calendar *calendar, size_t earlier, size_t band) {
  const ccl_band both[] = { calendar->bands[earlier], calendar->bands[band] };
  const ccl_calendar two = { calendar->name, both, 2 };
  return !ccl_calendar_reaches(&two, 1);
}

static void report_unreachable(const ccl_checking *checking, uint32_t index, size_t band) {
  const ccl_calendar *calendar = &checking->plan->calendars[index].calendar;
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_unreachable_band, band_span(checking, index, band), CCL_ARGS(calendar->bands[band].name));
  for (size_t i = 0; i < band; i++)
    if (takes(calendar, i, band)) {
      ccl_diag_note(diag, &ccl_check_say_band_taken, band_span(checking, index, i), CCL_ARGS(calendar->bands[i].name));
      break;
    }
  ccl_diag_help(diag, &ccl_check_say_unreachable_band_help, CCL_NO_ARGS);
}

void ccl_check_bands(ccl_checking *checking) {
  for (uint32_t i = 0; i < checking->plan->calendars_count; i++) {
    const ccl_calendar *calendar = &checking->plan->calendars[i].calendar;
    check_gap(checking, i);
    for (size_t band = 0; band < calendar->band_count; band++)
      if (calendar->bands[band].slot_count > 0 && !ccl_calendar_reaches(calendar, band))
        report_unreachable(checking, i, band);
  }
}
