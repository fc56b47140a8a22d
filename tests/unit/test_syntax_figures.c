/* SPDX-License-Identifier: Apache-2.0 */
/* Clauses 1.4 and 1.5: numbers, dates and times, their limits and what is wrong with them. */
#include "syntax/figures.h"
#include "syntax_build.h"

TestSuite(figures, .init = ccl_mem_init, .fini = ccl_mem_release);

Test(figures, numbers) {
  static const struct {
    ccl_lang lang;
    const char *text, *digits;
    size_t len;
    ccl_figure_problem problem;
    const char *right;
  } rows[] = {
    { CCL_LANG_EN, "1500", "1500", 4, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "1,500", "1500", 5, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "1,500,000.25 x", "1500000.25", 12, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "28.50", "28.50", 5, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "28.500", "28.500", 6, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "1, 2", "1", 1, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "10..20", "10", 2, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "5000-100", "5000", 4, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "10:200", "10", 2, CCL_FIGURE_FINE, "" },
    { CCL_LANG_EN, "28,5", "28.5", 4, CCL_FIGURE_OTHER_MARK, "28.5" },
    { CCL_LANG_EN, "15,00", "15.00", 5, CCL_FIGURE_OTHER_MARK, "15.00" },
    { CCL_LANG_EN, "1 500", "1500", 5, CCL_FIGURE_OTHER_MARK, "1,500" },
    { CCL_LANG_EN, "1.500,25", "1500.25", 8, CCL_FIGURE_OTHER_MARK, "1,500.25" },
    { CCL_LANG_EN, "1 500,25", "1500.25", 8, CCL_FIGURE_OTHER_MARK, "1,500.25" },
    { CCL_LANG_EN, "1,2,3", "123", 5, CCL_FIGURE_RUN_TOGETHER, "123" },
    { CCL_LANG_FR, "1 500", "1500", 5, CCL_FIGURE_FINE, "" },
    { CCL_LANG_FR,
      "1\xC2\xA0"
      "500\xE2\x80\xAF"
      "000,5",
      "1500000.5", 14, CCL_FIGURE_FINE, "" },
    { CCL_LANG_FR, "1 5000", "1", 1, CCL_FIGURE_FINE, "" },
    { CCL_LANG_FR, "1  500", "1", 1, CCL_FIGURE_FINE, "" },
    { CCL_LANG_FR, "28,50", "28.50", 5, CCL_FIGURE_FINE, "" },
    { CCL_LANG_FR, "3,20 100", "3.20", 4, CCL_FIGURE_FINE, "" },
    { CCL_LANG_FR, "28.50", "28.50", 5, CCL_FIGURE_OTHER_MARK, "28,50" },
    { CCL_LANG_FR, "1.500", "1500", 5, CCL_FIGURE_AMBIGUOUS, "1 500" },
    { CCL_LANG_FR, "1.500.000", "1500000", 9, CCL_FIGURE_OTHER_MARK, "1 500 000" },
    { CCL_LANG_FR, "1,500.25", "1500.25", 8, CCL_FIGURE_OTHER_MARK, "1 500,25" },
    { CCL_LANG_FR, "1500 000", "1500000", 8, CCL_FIGURE_BAD_GROUPS, "1 500 000" },
    { CCL_LANG_FR, "1,2,3", "123", 5, CCL_FIGURE_RUN_TOGETHER, "123" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_figure figure = ccl_leaf_read(ccl_str_from(rows[i].text), rows[i].lang);
    cr_expect_eq(figure.len, rows[i].len, "%s: %zu bytes", rows[i].text, figure.len);
    cr_expect_eq(figure.problem, rows[i].problem, "%s: problem %d", rows[i].text, (int)figure.problem);
    expect_str(figure.digits, rows[i].digits, rows[i].text);
    expect_str(figure.right, rows[i].right, rows[i].text);
  }
}

/* At most 40 digits: the limit and one past it. */
Test(figures, digits_limit) {
  const char *nines = "9999999999999999999999999999999999999999";
  ccl_figure at = ccl_leaf_read(ccl_str_from(nines), CCL_LANG_EN);
  ccl_figure past = ccl_leaf_read(ccl_str_printf("%s9", nines), CCL_LANG_EN);
  cr_expect_eq(at.problem, CCL_FIGURE_FINE);
  expect_str(at.digits, nines, "40 digits");
  cr_expect_eq(past.problem, CCL_FIGURE_TOO_LONG);
  cr_expect_eq(past.len, 41u);
}

Test(figures, dates) {
  static const struct {
    ccl_lang lang;
    const char *text;
    size_t len;
    ccl_figure_problem problem;
    ccl_written value;
  } rows[] = {
    { CCL_LANG_EN, "2026-10-31", 10, CCL_FIGURE_FINE, { .year = 2026, .month = 10, .day = 31 } },
    { CCL_LANG_EN, "2026-10", 7, CCL_FIGURE_FINE, { .year = 2026, .month = 10 } },
    { CCL_LANG_EN, "2028-02-29", 10, CCL_FIGURE_FINE, { .year = 2028, .month = 2, .day = 29 } },
    { CCL_LANG_EN, "2026-02-30", 10, CCL_FIGURE_NO_SUCH_DAY, { .year = 2026, .month = 2, .day = 1 } },
    { CCL_LANG_EN, "1900-02-29", 10, CCL_FIGURE_NO_SUCH_DAY, { .year = 1900, .month = 2, .day = 1 } },
    { CCL_LANG_EN, "2026-13", 7, CCL_FIGURE_NO_SUCH_MONTH, { .year = 2026, .month = 1 } },
    { CCL_LANG_EN, "2026-10-3", 9, CCL_FIGURE_HALF_A_DATE, { .year = 2026, .month = 10, .day = 3 } },
    { CCL_LANG_EN, "0000-10", 7, CCL_FIGURE_NO_SUCH_YEAR, { .year = 1, .month = 10 } },
    { CCL_LANG_EN, "2026-Q4", 7, CCL_FIGURE_FINE, { .year = 2026, .quarter = 4 } },
    { CCL_LANG_EN, "2026-Q5", 7, CCL_FIGURE_NO_SUCH_QUARTER, { .year = 2026, .quarter = 1 } },
    { CCL_LANG_EN, "2026-T4", 7, CCL_FIGURE_OTHER_LETTER, { .year = 2026, .quarter = 4 } },
    { CCL_LANG_FR, "2026-T4", 7, CCL_FIGURE_FINE, { .year = 2026, .quarter = 4 } },
    { CCL_LANG_FR, "2026-S53", 8, CCL_FIGURE_FINE, { .year = 2026, .week = 53 } },
    { CCL_LANG_FR, "2025-S53", 8, CCL_FIGURE_NO_SUCH_WEEK, { .year = 2025, .week = 1 } },
    { CCL_LANG_EN, "2020-W53", 8, CCL_FIGURE_FINE, { .year = 2020, .week = 53 } },
    { CCL_LANG_EN, "08:00..20:00", 5, CCL_FIGURE_FINE, { .hour = 8 } },
    { CCL_LANG_EN, "24:00", 5, CCL_FIGURE_FINE, { .hour = 24 } },
    { CCL_LANG_EN, "24:01", 5, CCL_FIGURE_NO_SUCH_TIME, { 0 } },
    { CCL_LANG_EN, "25:00", 5, CCL_FIGURE_NO_SUCH_TIME, { 0 } },
    { CCL_LANG_EN, "09:00:30", 8, CCL_FIGURE_FINE, { .hour = 9, .second = 30 } },
    { CCL_LANG_EN, "31 October 2026.", 15, CCL_FIGURE_FINE, { .year = 2026, .month = 10, .day = 31 } },
    { CCL_LANG_EN, "1 january\n2026", 9, CCL_FIGURE_FINE, { .month = 1, .day = 1 } },
    { CCL_LANG_EN, "29 February", 11, CCL_FIGURE_FINE, { .month = 2, .day = 29 } },
    { CCL_LANG_EN, "31 April", 8, CCL_FIGURE_NO_SUCH_DAY, { .month = 4, .day = 1 } },
    { CCL_LANG_FR, "1er mai", 7, CCL_FIGURE_FINE, { .month = 5, .day = 1 } },
    { CCL_LANG_FR, "31 décembre 2026", 17, CCL_FIGURE_FINE, { .year = 2026, .month = 12, .day = 31 } },
    { CCL_LANG_FR, "15 aout", 7, CCL_FIGURE_FINE, { .month = 8, .day = 15 } },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ccl_figure figure = ccl_leaf_read(ccl_str_from(rows[i].text), rows[i].lang);
    ccl_written v = figure.value, e = rows[i].value;
    cr_expect_eq(figure.len, rows[i].len, "%s: %zu bytes", rows[i].text, figure.len);
    cr_expect_eq(figure.problem, rows[i].problem, "%s: problem %d", rows[i].text, (int)figure.problem);
    cr_expect(v.year == e.year && v.month == e.month && v.day == e.day && v.quarter == e.quarter && v.week == e.week &&
                  v.hour == e.hour && v.minute == e.minute && v.second == e.second,
              "%s: %d-%d-%d Q%d W%d %d:%d:%d", rows[i].text, v.year, v.month, v.day, v.quarter, v.week, v.hour,
              v.minute, v.second);
  }
}
