/* SPDX-License-Identifier: Apache-2.0 */
/* Groups of three, decimal marks, long dates, in both languages. */
#include "value/spell.h"

#include "value/date.h"

#define NARROW_SPACE "\xE2\x80\xAF"

static const char *const month_names[2][12] = {
  [CCL_LANG_EN] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
  [CCL_LANG_FR] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" },
};

static const char *const weekday_names[2][7] = {
  [CCL_LANG_EN] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  [CCL_LANG_FR] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
};

ccl_str ccl_spell_decimal(ccl_str decimal, ccl_lang lang) {
  if (ccl_str_find(decimal, CCL_STR("/")) >= 0)
    return decimal;
  ptrdiff_t mark = ccl_str_find(decimal, CCL_STR("."));
  size_t end = mark < 0 ? decimal.len : (size_t)mark;
  size_t start = decimal.len > 0 && decimal.ptr[0] == '-' ? 1 : 0;
  ccl_buf out = { 0 };
  ccl_buf_add(&out, ccl_str_sub(decimal, 0, start));
  for (size_t i = start; i < end; i++) {
    if (i > start && (end - i) % 3 == 0)
      ccl_buf_z(&out, lang == CCL_LANG_FR ? NARROW_SPACE : ",");
    ccl_buf_char(&out, decimal.ptr[i]);
  }
  if (mark >= 0) {
    ccl_buf_char(&out, lang == CCL_LANG_FR ? ',' : '.');
    ccl_buf_add(&out, ccl_str_sub(decimal, end + 1, decimal.len));
  }
  return ccl_buf_str(&out);
}

ccl_str ccl_spell_month(int month, ccl_lang lang) {
  return ccl_str_from(month_names[lang][month - 1]);
}

ccl_str ccl_spell_day(int32_t day, ccl_lang lang) {
  ccl_ymd date = ccl_day_ymd(day);
  const char *ordinal = lang == CCL_LANG_FR && date.day == 1 ? "er" : "";
  return ccl_str_printf("%d%s %s %d", date.day, ordinal, month_names[lang][date.month - 1], date.year);
}

ccl_str ccl_spell_weekday(int weekday, ccl_lang lang) {
  return ccl_str_from(weekday_names[lang][weekday - 1]);
}
