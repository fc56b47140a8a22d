/* SPDX-License-Identifier: Apache-2.0 */
/* data/figure, data/table, data/pack: numbers and durations as files write them; strings and values as keys. */
#include "data/figure.h"
#include "data/pack.h"
#include "data/table.h"
#include "plan_build.h"

TestSuite(figure, .init = begin_plan);

static void is_figure(const char *text, bool comma, bool clock, const char *expected) {
  ccl_figure figure;
  ccl_figure_state state =
      clock ? ccl_figure_read_clock(S(text), comma, &figure) : ccl_figure_read(S(text), comma, &figure);
  if (!expected) {
    cr_expect(state != CCL_FIGURE_READ, "\"%s\" is read", text);
    return;
  }
  cr_assert(state == CCL_FIGURE_READ, "\"%s\" is not read", text);
  same_text(ccl_rat_text(ccl_figure_rat(figure)), expected, text);
}

Test(figure, numbers) {
  static const struct {
    const char *text, *plain, *comma; /* NULL: no number */
  } rows[] = {
    { "1234.5", "1234.5", "1234.5" },
    { "-0.50", "-0.5", "-0.5" },
    { "\u22123", "-3", "-3" },
    { "007", "7", "7" },
    { "1234,5", NULL, "1234.5" },
    { "1 234,56", NULL, "1234.56" },
    { "1\u00A0234\u202F567", NULL, "1234567" },
    { "1 234.5", NULL, "1234.5" },
    { "12 34", NULL, NULL },
    { "1234 567", NULL, NULL },
    { "1 2345", NULL, NULL },
    { "1,234,567", NULL, NULL },
    { "1.234,5", NULL, NULL },
    { "", NULL, NULL },
    { "-", NULL, NULL },
    { ".5", NULL, NULL },
    { "5.", NULL, NULL },
    { "+5", NULL, NULL },
    { "1e2", NULL, NULL },
    { "0x10", NULL, NULL },
    { "12a", NULL, NULL },
    { "999999999999999999", "999999999999999999", "999999999999999999" },
    { "9999999999999999999", "9999999999999999999", "9999999999999999999" },
    { "-123456789012345678901234567890.123456789", "-123456789012345678901234567890.123456789",
      "-123456789012345678901234567890.123456789" },
    { "0.0000000000000000000000000001", "0.0000000000000000000000000001", "0.0000000000000000000000000001" },
    { "1 000 000 000 000 000 000 000,5", NULL, "1000000000000000000000.5" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    is_figure(rows[i].text, false, false, rows[i].plain);
    is_figure(rows[i].text, true, false, rows[i].comma);
  }
  ccl_figure figure;
  cr_expect(ccl_figure_read(S("1,5"), false, &figure) == CCL_FIGURE_COMMA);
  cr_expect(ccl_figure_read(S("1 500"), false, &figure) == CCL_FIGURE_COMMA);
}

Test(figure, too_many_digits) {
  enum { DIGITS = 400000 };
  char *digits = ccl_alloc_atomic(DIGITS);
  for (size_t i = 0; i < DIGITS; i++)
    digits[i] = '7';
  ccl_figure figure;
  cr_expect(ccl_figure_read((ccl_str){ digits, 300000 }, false, &figure) == CCL_FIGURE_READ);
  cr_expect(ccl_figure_read((ccl_str){ digits, DIGITS }, false, &figure) == CCL_FIGURE_LARGE);
}

Test(figure, clock) {
  static const struct {
    const char *text, *seconds;
  } rows[] = {
    { "01:02:03", "3723" },    { "1:2:3", NULL },      { "2:30", "150" },         { "90:00", "5400" },
    { "100:00:01", "360001" }, { "0:00", "0" },        { "-0:30", "-30" },        { "1:60", NULL },
    { "1:00:60", NULL },       { "1:5", NULL },        { "00:00:01.25", "1.25" }, { "00:00:01,25", NULL },
    { ":30", NULL },           { "1:00:00:00", NULL }, { "1:00:", NULL },         { "12345678:00", NULL },
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    is_figure(rows[i].text, false, true, rows[i].seconds);
  is_figure("00:00:01,25", true, true, "1.25");
}

Test(figure, scales) {
  static const struct {
    const char *figure, *scale, *expected;
  } rows[] = {
    { "1.5", "60", "90" },
    { "0.25", "3600", "900" },
    { "12", "1/100", "0.12" },
    { "7", "1/1000", "0.007" },
    { "28.5", "1/3600", "19/2400" },
    { "99999999999999999", "3600", "359999999999999996400" },
    { "0.000000000000000001", "1/100", "0.00000000000000000001" },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    ccl_figure figure;
    cr_assert(ccl_figure_read(S(rows[i].figure), false, &figure) == CCL_FIGURE_READ);
    ccl_figure_scale scale = ccl_figure_scale_of(rat(rows[i].scale));
    same_text(ccl_rat_text(ccl_figure_rat(ccl_figure_scaled(figure, &scale))), rows[i].expected, rows[i].figure);
  }
}

Test(figure, tables) {
  ccl_table table = { 0 };
  bool is_new;
  cr_expect(ccl_table_find(&table, S("a")) == CCL_TABLE_NONE);
  for (uint32_t i = 0; i < 5000; i++) {
    cr_expect(ccl_table_put(&table, ccl_str_printf("key %u", i), &is_new) == i && is_new);
    cr_expect(ccl_table_put(&table, ccl_str_printf("key %u", i / 2), &is_new) == i / 2 && !is_new);
  }
  cr_expect(ccl_table_put(&table, (ccl_str){ NULL, 0 }, &is_new) == 5000 && is_new);
  cr_expect(ccl_table_put(&table, (ccl_str){ NULL, 0 }, &is_new) == 5000 && !is_new);
  same_text(ccl_table_key(&table, 77), "key 77", "key");
  cr_expect(ccl_table_find(&table, S("key 4999")) == 4999);
  ccl_table_free(&table);
}

Test(figure, packed_values) {
  ccl_value values[] = { number("1"),
                         number("1/2"),
                         number("123456789012345678901234567890"),
                         number("123456789012345678901234567891"),
                         ccl_value_text(S("a")),
                         ccl_value_text(S("ab")),
                         ccl_value_day(1),
                         ccl_value_day(2),
                         ccl_value_instant((ccl_instant){ 1, 0 }),
                         ccl_value_instant((ccl_instant){ 1, 1 }) };
  for (size_t i = 0; i < COUNT(values); i++)
    for (size_t k = 0; k < COUNT(values); k++) {
      if (values[i].kind != values[k].kind)
        continue;
      ccl_pack a = { 0 }, b = { 0 };
      ccl_pack_value(&a, values[i]);
      ccl_pack_value(&b, values[k]);
      cr_expect(ccl_str_eq(ccl_pack_str(&a), ccl_pack_str(&b)) == (i == k), "%zu and %zu", i, k);
      ccl_pack_free(&a);
      ccl_pack_free(&b);
    }
  ccl_bits bits = { 0 };
  cr_expect(!ccl_bits_has(&bits, 5000));
  ccl_bits_set(&bits, 5000);
  ccl_bits_set(&bits, 3);
  cr_expect(ccl_bits_has(&bits, 5000) && ccl_bits_has(&bits, 3) && !ccl_bits_has(&bits, 4999) &&
            !ccl_bits_has(&bits, 4));
}
