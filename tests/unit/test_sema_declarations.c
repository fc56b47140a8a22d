/* SPDX-License-Identifier: Apache-2.0 */
/* sema: declarations (clauses 4.1–4.5) and prices (4.3, 6.1): activities, series, parameters, tiers, grids, calendars,
 * phases. */
#include "sema_build.h"

TestSuite(sema_declarations, .init = sema_begin);

static void expect_all(const sema_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++)
    sema_expect(cases[i].label, sema_read(cases[i].body), cases[i].expected);
}

Test(sema_declarations, activities) {
  static const sema_case cases[] = {
    { "a duration in money", "activity a, one row per x, dated by d\n d date\n w duration in EUR\nend\n",
      "unit-mismatch 4:16-19" },
    { "dated by a number", "activity a, one row per x, dated by n\n n number\nend\n", "type-mismatch 2:37-38" },
    { "dated by a derived field", "activity a, one row per x, dated by e\n d date\n derive e = d + 1 day\nend\n",
      "context-mismatch 2:37-38" },
    { "from a date until a time", "activity a, one row per x, dated by d, until e\n d date\n e timestamp\nend\n",
      "type-mismatch 2:46-47" },
    { "the duration of dates",
      "activity a, one row per x, dated by d, until e\n d date\n e date\nend\nmeasure m = duration of a\n",
      "type-mismatch 6:13-26" },
    { "keeping the latest text",
      "activity a, one row per x, dated by d, key k keeping latest t\n d date\n k text\n t text\nend\n",
      "type-mismatch 2:61-62" },
    { "a derived field of another activity",
      "activity a, one row per x, dated by d\n d date\n derive e = f\nend\nactivity b, one row per y, dated by d\n d "
      "date\n f date\nend\n",
      "context-mismatch 4:13-14" },
    { "the unit of one row",
      "activity a, one row per x, dated by d\n d date\n n number in y\nend\nactivity b, one row per y, dated by d\n d "
      "date\nend\n"
      "measure m = (count of a) / 1 x + (sum of n over a) / 2 y\n",
      "" },
    { "whoever names what is broken is silent",
      "activity a, one row per x, dated by d\n d date\n derive e = zzz\n derive f = e + 1\nend\nmeasure m = count of a "
      "where e = 1\n",
      "unknown-name 4:13-16" },
  };
  expect_all(cases, COUNT(cases));
  sema_expect_dump("derived fields in the order of their needs",
                   sema_read("activity a, one row per x, dated by d, missing \"N/A\", \"-\"\n d date column \"Day\" + "
                             "\"Time\" format \"dd/MM/yyyy\"\n n integer optional\n"
                             " derive f = g * 2\n derive g = n + 1\nend\n"),
                   "(field d date (column \"Day\") (column \"Time\") (format \"dd/MM/yyyy\")) (field n integer "
                   "optional (column \"n\")) "
                   "(derive f number optional");
  sema_session *s = sema_read(
      "activity a, one row per x, dated by d\n d date\n n integer\n derive f = g * 2\n derive g = n + 1\nend\n");
  cr_assert_eq(s->plan.activities[0].field_count - s->plan.activities[0].data_count, 2);
  cr_expect_eq(s->plan.activities[0].derive_order[0], 3);
  cr_expect_eq(s->plan.activities[0].derive_order[1], 2);
}

Test(sema_declarations, figures) {
  static const sema_case cases[] = {
    { "an input's range upside down", "input i : % from 90 % to 10 %\n", "type-mismatch 2:26-30" },
    { "an input's range from a parameter", "parameter p = 1\ninput i : number from p to 10\n",
      "context-mismatch 3:23-24" },
    { "keys of two kinds", "series s\n | 2026-01 | 1 |\n | 2026-02-03 | 1 |\nend\n", "type-mismatch 4:4-14" },
    { "a key twice", "series s\n | 2026-01 | 1 |\n | 2026-01 | 2 |\nend\n", "duplicate-name 4:4-11" },
    { "a key that is none", "series s\n | A | 1 |\nend\n", "type-mismatch 3:4-5" },
    { "three cells", "series s\n | 2026-01 | 1 | 2 |\nend\n", "grid-shape 3:2-21" },
    { "a value in another unit", "series s : EUR\n | 2026-01 | 1 h |\nend\n", "unit-mismatch 3:14-17" },
    { "dates that do not rise", "parameter p = 1  from 2026-05-01 = 2  from 2026-04-01 = 3\n",
      "inverted-dates 2:44-54" },
    { "the same date twice", "parameter p = 1  from 2026-05-01 = 2  from 2026-05-01 = 3\n", "inverted-dates 2:44-54" },
    { "after the contract", "parameter p = 1  from 2028-01-01 = 2\n", "outside-contract 2:23-33" },
    { "before the contract, in force in it", "parameter p = 1  from 2020-01-01 = 2\n", "" },
    { "before the contract, and over", "parameter p = 1  from 2020-01-01 = 2  from 2021-01-01 = 3\n",
      "outside-contract 2:23-33" },
    { "each 29 February", "parameter p = 1  each 29 February = previous_value\n", "invalid-date 2:23-34" },
    { "a revision in another unit", "parameter p = 1 EUR  each 1 January = 2\n", "unit-mismatch 2:39-40" },
    { "conditions and texts are parameters too",
      "parameter active = true\nparameter t = \"x\"\nmeasure m = if active and t = \"x\" then 1 else 2\n", "" },
  };
  expect_all(cases, COUNT(cases));
  sema_expect_dump("rows rise", sema_read("series s\n | 2026-Q2 | -2 |\n | 2026-Q1 | 1.5 |\nend\n"),
                   "(row 2026-01-01..2026-03-31 1.5) (row 2026-04-01..2026-06-30 -2)");
  sema_expect_dump("a bare default takes the unit", sema_read("input i : % from 0 to 100 by default 80\n"),
                   "(input i : % (range 0 100) (by-default (constant 80 : %)))");
}

Test(sema_declarations, tiers) {
  static const sema_case cases[] = {
    { "bounds that do not rise", "unit x\ntiers t : EUR per x\n up to 10 : 3\n up to 5 : 2\nend\n",
      "tier-order 5:8-9" },
    { "equal bounds", "unit x\ntiers t : EUR per x\n less than 10 : 3\n up to 10 : 2\nend\n", "tier-order 5:8-10" },
    { "after beyond", "unit x\ntiers t : EUR per x\n beyond : 3\n up to 5 : 2\nend\n", "tier-order 5:8-9" },
    { "a bound in another unit", "unit x\ntiers t : EUR per x\n up to 10 h : 3\nend\n", "unit-mismatch 4:8-12" },
    { "a price in another unit", "unit x\ntiers t : EUR per x\n up to 10 : 3 EUR\nend\n", "unit-mismatch 4:13-18" },
    { "a sum in another currency", "unit x\ntiers t : EUR per x\n up to 10 : 3 plus 2 USD\nend\n",
      "currency-mismatch 4:20-25" },
    { "prices in hours", "tiers t : h\n up to 10 : 3\nend\n", "unit-mismatch 2:11-12" },
    { "lump sums of two things", "unit x\nunit y\ntiers t : EUR\n up to 10 x : 3\n up to 20 y : 4\nend\n",
      "unit-mismatch 6:8-12" },
    { "shares of money", "tiers t : %\n up to 20,000 EUR : 6 %\n up to 30,000 : 7\n beyond : 8\nend\n", "" },
    { "a bound from a parameter", "unit x\nparameter p = 10 x\ntiers t : EUR per x\n up to p : 3\nend\n",
      "syntax 5:8-9" },
  };
  expect_all(cases, COUNT(cases));
  sema_expect_dump(
      "bare figures take the declared unit",
      sema_read("unit x\ntiers t : EUR per x\n up to 10 : 3 plus 20\n less than 30 x : 2\n beyond : 1\nend\n"),
      "(up-to 10 : x (constant 3 : EUR per x) (plus (constant 20 : EUR))) (less-than 30 : x (constant 2 : EUR per x)) "
      "(beyond (constant 1 : EUR per x))");
}

#define X "unit x\nunit y\ninput q : x\n"
#define TIERS X "tiers t : EUR per x\n up to 10 : 3 plus 20\n beyond : 2\nend\n"

Test(sema_declarations, prices) {
  static const sema_case cases[] = {
    { "a price", X "article \"1\" a \"A\"\n charge q at 3 EUR per x\nend\n", "" },
    { "a price per something else", X "article \"1\" a \"A\"\n charge q at 3 EUR per y\nend\n",
      "unit-mismatch 6:14-25" },
    { "a plain number at a price", "unit x\narticle \"1\" a \"A\"\n charge 5 at 3 EUR per x\nend\n",
      "unit-mismatch 4:14-25" },
    { "a share of a quantity", X "article \"1\" a \"A\"\n charge q at 3 %\nend\n", "unit-mismatch 6:14-17" },
    { "a share of money", "input m : EUR\narticle \"1\" a \"A\"\n charge m at 3 %\nend\n", "" },
    { "another currency", X "article \"1\" a \"A\"\n charge q at 3 USD per x\nend\n", "currency-mismatch 6:14-25" },
    { "converted", X "parameter r = 0.9 EUR per USD\narticle \"1\" a \"A\"\n charge q at 3 USD per x * r\nend\n", "" },
    { "tiers without a mode", TIERS "article \"1\" a \"A\"\n charge q at t\nend\n", "tier-mode 10:14-15" },
    { "a mode without tiers", X "article \"1\" a \"A\"\n charge q at 3 EUR per x by slice\nend\n",
      "tier-mode 6:26-34" },
    { "tiers of something else", TIERS "input z : y\narticle \"1\" a \"A\"\n charge z at t by slice\nend\n",
      "unit-mismatch 11:14-15" },
    { "scaled",
      TIERS
      "parameter k = 1.04\narticle \"1\" a \"A\"\n charge q at t * k / 2 by slice\n charge q at k * t by volume\nend\n",
      "" },
    { "rounded", TIERS "article \"1\" a \"A\"\n charge q at round(t * 1.04, 0.01 EUR per x) by slice\nend\n", "" },
    { "rounded in another unit", TIERS "article \"1\" a \"A\"\n charge q at round(t * 1.04, 0.01) by slice\nend\n",
      "unit-mismatch 10:30-34" },
    { "two tables of tiers", TIERS "article \"1\" a \"A\"\n charge q at t * t by slice\nend\n",
      "type-mismatch 10:18-19" },
    { "tiers added to something", TIERS "article \"1\" a \"A\"\n charge q at t + 1 EUR per x by slice\nend\n",
      "type-mismatch 10:14-15" },
    { "lump sums",
      X "tiers l : EUR\n up to 10 x : 30\n beyond : 50\nend\narticle \"1\" a \"A\"\n charge q at l by volume\nend\n",
      "" },
    { "lump sums of something else",
      X "input z : y\ntiers l : EUR\n up to 10 x : 30\n beyond : 50\nend\narticle \"1\" a \"A\"\n charge z at l by "
        "volume\nend\n",
      "unit-mismatch 11:14-15" },
    { "the price of a tier reached", TIERS "article \"1\" a \"A\"\n charge q at t[q in the previous period]\nend\n",
      "" },
    { "a dimension in the price",
      CALLS "article \"1\" a \"A\"\n charge count of calls by site at if site = FR then 1 EUR per call else 2 EUR per "
            "call\nend\n",
      "" },
    { "a grid by its dimensions",
      CALLS "grid g(site) : EUR per call\n | FR | 1 |\n | * | 2 |\nend\narticle \"1\" a \"A\"\n charge count of calls "
            "by site, lang at g\nend\n",
      "" },
  };
  expect_all(cases, COUNT(cases));
}

/* What `at` makes of tiers: price and sum in one shape, the step of a rounding as a figure of the currency. */
Test(sema_declarations, price_of_tiers) {
  sema_session *s =
      sema_read("unit x\ninput q : x\ntiers t : EUR per hour\n up to 10 : 3 plus 20\n beyond : 2\nend\ninput w : "
                "h\narticle \"1\" a \"A\"\n charge w at round_up(t * 2, 0.01 EUR per hour) by slice\nend\n");
  sema_expect("read", s, "");
  const ccl_node *root = s->trees[0]->root, *article = ccl_node_at(root, ccl_node_len(root) - 1),
                 *charge = ccl_node_at(article, 0);
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = s->trees[0], .activity = CCL_NONE };
  const ccl_expr *quantity = ccl_sema_expr(s->sema, &place, ccl_node_get(charge, CCL_SLOT_CHARGE_QUANTITY));
  ccl_price price;
  cr_assert(ccl_sema_price(s->sema, &place, ccl_node_get(charge, CCL_SLOT_CHARGE_PRICE), CCL_BY_SLICE, NULL, quantity,
                           &price));
  cr_assert_eq(price.tiers, 0);
  cr_assert_eq(price.rate->op, CCL_OP_ROUND);
  cr_expect_eq(price.rate->rounding, CCL_ROUND_CEILING);
  cr_expect_eq(price.rate->args[0]->op, CCL_OP_PRODUCT);
  cr_expect_eq(price.rate->args[0]->args[0]->op, CCL_OP_BOUND);
  cr_expect_eq(price.rate->args[0]->args[0]->index, CCL_BOUND_TIER_PRICE);
  cr_assert_eq(price.sum->op, CCL_OP_ROUND);
  cr_expect_eq(price.sum->type.unit, s->header.currency);
  /* 0.01 EUR per hour is 0.01/3600 EUR/s; divided by the scale of the unit, 0.01 EUR. */
  const ccl_expr *step = price.sum->args[1];
  ccl_rat figure = ccl_rat_div(step->args[0]->constant.as.number, step->args[1]->constant.as.number);
  cr_expect(ccl_rat_eq(figure, ccl_rat_frac(1, 100)));
  cr_expect(ccl_str_is(ccl_unit_text(price.unit, CCL_LANG_EN, false), "EUR per hour"));
}

#define GRID2                                                                                                          \
  CALLS "calendar bands\n night : 22:00..06:00\n rest : otherwise\nend\n" /* the body after it begins on line 17 */

Test(sema_declarations, grids) {
  static const sema_case cases[] = {
    { "a row too long", CALLS "grid g(site) : EUR\n | FR | 1 | 2 |\n | MA | 1 |\nend\n", "grid-shape 14:2-16" },
    { "a row too short", GRID2 "grid g(site, bands) : EUR\n | | night | rest |\n | FR | 1 |\nend\n",
      "grid-shape 19:2-12" },
    { "an empty cell", GRID2 "grid g(site, bands) : EUR\n | | night | rest |\n | FR | 1 | |\nend\n",
      "grid-shape 19:2-14" },
    { "two values in a cell", CALLS "grid g(site) : EUR\n | FR | 1, 2 |\nend\n", "grid-shape 14:9-13" },
    { "no row", GRID2 "grid g(site, bands) : EUR\n | | night | rest |\nend\n", "grid-shape 17:6-7" },
    { "the same key", CALLS "grid g(site) : EUR\n | FR, MA | 1 |\n | MA | 2 |\nend\n", "grid-overlap 15:4-6" },
    { "the same column", GRID2 "grid g(site, bands) : EUR\n | | night | rest, night |\n | FR | 1 | 2 |\nend\n",
      "grid-overlap 18:14-25" },
    { "a star and a key do not clash", CALLS "grid g(site) : EUR\n | FR | 1 |\n | * | 2 |\nend\n", "" },
    { "two stars do", CALLS "grid g(site) : EUR\n | * | 1 |\n | * | 2 |\nend\n", "grid-overlap 15:4-5" },
    { "star and key crossed do not", "grid g(a, b, c) : EUR\n | | | X |\n | A | * | 1 |\n | * | B | 2 |\nend\n", "" },
    { "ranges that overlap", CALLS "grid g(wait) : EUR\n | ..10 | 1 |\n | 5..20 | 2 |\nend\n", "grid-overlap 15:4-9" },
    { "ranges that meet", CALLS "grid g(wait) : EUR\n | ..10 | 1 |\n | 10..20 | 2 |\n | 20.. | 3 |\nend\n", "" },
    { "a figure in a range", "grid g(k) : EUR\n | 0..10 | 1 |\n | 20..30 | 2 |\n | 25 | 3 |\nend\n",
      "grid-overlap 5:4-6" },
    { "a far range over others", "grid g(k) : EUR\n | 1..2 | 1 |\n | 3..4 | 2 |\n | 0..100 | 3 |\nend\n",
      "grid-overlap 5:4-10" },
    { "ranges in two dimensions",
      "grid g(a, b, c) : EUR\n | | | X |\n | 0..10 | 0..10 | 1 |\n | 5..15 | 10..20 | 2 |\n | 0..10 | 10..15 | 3 "
      "|\nend\n",
      "grid-overlap 6:4-9" },
    { "a range that takes nothing", "grid g(k) : EUR\n | 10..10 | 1 |\nend\n", "type-mismatch 3:4-10" },
    { "a range of choices", CALLS "grid g(site) : EUR\n | ..10 | 1 |\nend\n", "type-mismatch 14:4-8" },
    { "a choice that the field does not have", CALLS "grid g(site) : EUR\n | FRA | 1 |\nend\n", "unknown-name 14:4-7" },
    { "bounds in the unit of the field",
      CALLS "grid g(wait) : EUR\n | ..3 min | 1 |\n | 3 min.. | 2 |\nend\nmeasure a = g[200 s] + g[2 h]\n", "" },
    { "bounds in another unit", CALLS "grid g(wait) : EUR\n | ..3 EUR | 1 |\nend\n", "unit-mismatch 14:6-11" },
    { "a value in another unit", CALLS "grid g(site) : EUR\n | FR | 1 h |\nend\n", "unit-mismatch 14:9-12" },
    { "a dimension twice", CALLS "grid g(site, site) : EUR\n | | FR |\n | MA | 1 |\nend\n", "duplicate-name 13:14-18" },
    { "keys of no field are choices",
      "grid g(level) : %\n | gold | 15 |\n | silver | 10 |\nend\nmeasure a = g[gold] + g[\"silver\"]\n", "" },
  };
  expect_all(cases, COUNT(cases));
  sema_expect_dump("a bare number is in the grid's unit", sema_read("grid g(level) : %\n | gold | 15 |\nend\n"),
                   "(key gold) (constant 15 : %)");
  sema_expect_dump("ranges in the field's unit",
                   sema_read("activity a, one row per x, dated by d\n d date\n w duration in min\nend\ngrid g(w) : "
                             "EUR\n | ..3 | 1 |\n | 3.. | 2 |\nend\nmeasure m = sum of g[w] over a\n"),
                   "(grid g : EUR (field w : minute))");
}

Test(sema_declarations, calendars) {
  static const sema_case cases[] = {
    { "equal times", "calendar c\n a : 08:00..08:00\n b : otherwise\nend\n", "inverted-dates 3:6-18" },
    { "a band twice", "calendar c\n a : Monday\n a : Sunday\n b : otherwise\nend\n", "duplicate-name 4:2-3" },
    { "the far side of the week",
      "calendar c\n a : Friday 20:00..Monday 06:00\n b : Saturday..Monday\n d : otherwise\nend\n", "" },
    { "too far from Easter", "holidays H\n easter + 1000 days \"x\"\nend\n", "type-mismatch 3:11-15" },
    { "an end before the start", "phase p from 2026-05-01 to 2026-04-01\n", "inverted-dates 2:28-38" },
    { "after a phase without end", "phase p from 2026-05-01\nphase q after p\n", "inverted-dates 3:15-16" },
    { "after a phase that ends", "phase q after p for 2 months\nphase p from 2026-05-01 for 1 year\n", "" },
    { "outside the contract", "phase p from 2029-05-01\n", "outside-contract 2:7-8" },
    { "after what is broken", "phase p from 2026-05-01 to 2026-04-01\nphase q after p\n", "inverted-dates 2:28-38" },
  };
  expect_all(cases, COUNT(cases));
  sema_expect_dump("slots",
                   sema_read("calendar c\n a : Friday 20:00..Monday 06:00, Sunday 08:00..24:00\n b : otherwise\nend\n"),
                   "(band b (otherwise))");
  sema_session *s = sema_read("phase p from 2026-08-31 for 6 months\nphase q after p for 1 year\n");
  const ccl_symbol *const *symbols;
  cr_assert_eq(ccl_sema_symbols(s->sema, &symbols), 2);
  cr_expect_eq(ccl_sema_phase(s->sema, symbols[0])->days.to, ccl_day_from((ccl_ymd){ 2027, 2, 28 }));
  cr_expect_eq(ccl_sema_phase(s->sema, symbols[1])->days.from, ccl_day_from((ccl_ymd){ 2027, 3, 1 }));
}

/* Keys as in examples and tables. */
Test(sema_declarations, keys) {
  sema_session *s = sema_read(CALLS "measure a = 3\nexample \"e\"\n period 2026-10\n given a[FR, \"x\", 3, 20 s, "
                                    "2026-10-01] = 1\n expect a = 1\nend\n");
  const ccl_node *root = s->trees[0]->root, *example = ccl_node_at(root, ccl_node_len(root) - 1),
                 *figure = ccl_node_at(ccl_node_at(example, 0), 0), *keys = ccl_node_get(figure, CCL_SLOT_FIGURE_KEYS);
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = s->trees[0], .activity = CCL_NONE };
  const ccl_field *site = &s->plan.activities[0].fields[3];
  ccl_type text = { CCL_KIND_TEXT, NULL }, day = { CCL_KIND_DATE, NULL },
           minutes = { CCL_KIND_NUMBER, ccl_unit_atom(s->units, S("min"), CCL_LANG_EN) };
  ccl_value value;
  cr_assert(ccl_sema_key(s->sema, &place, ccl_node_at(keys, 0), site->type, site->choices, site->choice_count, &value));
  cr_expect(value.kind == CCL_KIND_CHOICE && ccl_str_is(s->plan.choices[value.as.choice], "FR"));
  cr_assert(ccl_sema_key(s->sema, &place, ccl_node_at(keys, 1), text, NULL, 0, &value));
  cr_expect(ccl_str_is(value.as.text, "x"));
  cr_assert(ccl_sema_key(s->sema, &place, ccl_node_at(keys, 2), minutes, NULL, 0, &value));
  cr_expect(ccl_rat_eq(value.as.number, ccl_rat_int(180)));
  cr_assert(ccl_sema_key(s->sema, &place, ccl_node_at(keys, 3), minutes, NULL, 0, &value));
  cr_expect(ccl_rat_eq(value.as.number, ccl_rat_int(20)));
  cr_assert(ccl_sema_key(s->sema, &place, ccl_node_at(keys, 4), day, NULL, 0, &value));
  cr_expect_eq(value.as.day, ccl_day_from((ccl_ymd){ 2026, 10, 1 }));
  cr_assert_eq(s->diags.all.len, 0);
  cr_expect_not(
      ccl_sema_key(s->sema, &place, ccl_node_at(keys, 1), site->type, site->choices, site->choice_count, &value));
  cr_expect_not(ccl_sema_key(s->sema, &place, ccl_node_at(keys, 4), minutes, NULL, 0, &value));
  cr_expect_eq(s->diags.all.len, 2);
}
