/* SPDX-License-Identifier: Apache-2.0 */
/* The nodes of a dump: lines, indents, words, places, values. What stands in them, the other dump files know. */
#include "plan/dump_writer.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "plan/compute.h"

void ccl_dump_open(ccl_dumper *dumper, const char *head) {
  if (dumper->out->len > 0)
    ccl_buf_char(dumper->out, '\n');
  ccl_buf_fill(dumper->out, ' ', 2 * dumper->depth++);
  ccl_buf_char(dumper->out, '(');
  for (; *head; head++)
    ccl_buf_char(dumper->out, *head == ' ' ? '-' : *head);
}

void ccl_dump_close(ccl_dumper *dumper) {
  dumper->depth--;
  ccl_buf_char(dumper->out, ')');
}

void ccl_dump_name(ccl_dumper *dumper, ccl_str name) {
  ccl_buf_char(dumper->out, ' ');
  ccl_buf_add(dumper->out, ccl_utf8_escape(name, SIZE_MAX));
}

void ccl_dump_word(ccl_dumper *dumper, const char *word) {
  ccl_dump_name(dumper, ccl_str_from(word));
}

void ccl_dump_quoted(ccl_dumper *dumper, ccl_str text) {
  ccl_buf escaped = { 0 };
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == '"' || text.ptr[i] == '\\')
      ccl_buf_char(&escaped, '\\');
    ccl_buf_char(&escaped, text.ptr[i]);
  }
  ccl_buf_z(dumper->out, " \"");
  ccl_buf_add(dumper->out, ccl_utf8_escape(ccl_buf_str(&escaped), SIZE_MAX));
  ccl_buf_char(dumper->out, '"');
}

void ccl_dump_count(ccl_dumper *dumper, int64_t count) {
  ccl_buf_char(dumper->out, ' ');
  ccl_buf_int(dumper->out, count);
}

void ccl_dump_day(ccl_dumper *dumper, ccl_day day) {
  ccl_dump_name(dumper, ccl_day_text(day));
}

void ccl_dump_days(ccl_dumper *dumper, ccl_days days) {
  ccl_str from = days.from > CCL_DAY_MIN ? ccl_day_text(days.from) : (ccl_str){ 0 };
  ccl_str to = days.to < CCL_DAY_MAX ? ccl_day_text(days.to) : (ccl_str){ 0 };
  ccl_dump_name(dumper, ccl_str_join((const ccl_str[]){ from, to }, 2, CCL_STR("..")));
}

void ccl_dump_place(ccl_dumper *dumper, ccl_span span) {
  if (!dumper->sources || span.file == 0)
    return;
  ccl_place place = ccl_source_place(ccl_sources_get(dumper->sources, span.file), span.start);
  ccl_buf_z(dumper->out, " @");
  if (span.file > 1) {
    ccl_buf_int(dumper->out, span.file);
    ccl_buf_char(dumper->out, ':');
  }
  ccl_buf_printf(dumper->out, "%u:%u", place.line, place.column);
}

void ccl_dump_figure(ccl_dumper *dumper, ccl_rat figure, const ccl_unit *unit) {
  ccl_dump_name(dumper, ccl_rat_text(unit ? ccl_rat_div(figure, unit->scale) : figure));
}

void ccl_dump_unit(ccl_dumper *dumper, const ccl_unit *unit) {
  if (!unit || (unit->factor_count == 0 && !unit->is_percent))
    return;
  ccl_dump_word(dumper, ":");
  ccl_dump_name(dumper, ccl_unit_text(unit, CCL_LANG_EN, false));
}

void ccl_dump_type(ccl_dumper *dumper, ccl_type type) {
  static const char *const kinds[] = {
    [CCL_KIND_NUMBER] = ": number",   [CCL_KIND_BOOL] = ": boolean",        [CCL_KIND_TEXT] = ": text",
    [CCL_KIND_DATE] = ": date",       [CCL_KIND_TIMESTAMP] = ": timestamp", [CCL_KIND_MONTH] = ": month",
    [CCL_KIND_WEEKDAY] = ": weekday", [CCL_KIND_CHOICE] = ": choice",
  };
  bool has_unit = type.kind == CCL_KIND_NUMBER && type.unit && (type.unit->factor_count > 0 || type.unit->is_percent);
  if (has_unit)
    ccl_dump_unit(dumper, type.unit);
  else
    ccl_dump_word(dumper, kinds[type.kind]);
}

void ccl_dump_value(ccl_dumper *dumper, ccl_type type, ccl_value value) {
  if (value.state != CCL_KNOWN)
    ccl_dump_word(dumper, "missing");
  else if (value.kind == CCL_KIND_NUMBER)
    ccl_dump_figure(dumper, value.as.number, type.unit);
  else if (value.kind == CCL_KIND_TEXT)
    ccl_dump_quoted(dumper, value.as.text);
  else
    ccl_dump_name(dumper, ccl_value_say(dumper->plan, type, value, CCL_LANG_EN));
}

void ccl_dump_fact(ccl_dumper *dumper, const char *head, const char *word) {
  ccl_dump_named(dumper, head, ccl_str_from(word));
}

void ccl_dump_named(ccl_dumper *dumper, const char *head, ccl_str name) {
  if (name.len == 0)
    return;
  ccl_dump_open(dumper, head);
  ccl_dump_name(dumper, name);
  ccl_dump_close(dumper);
}

void ccl_dump_text(ccl_dumper *dumper, const char *head, ccl_str text) {
  if (text.len == 0)
    return;
  ccl_dump_open(dumper, head);
  ccl_dump_quoted(dumper, text);
  ccl_dump_close(dumper);
}
