/* SPDX-License-Identifier: Apache-2.0 */
/* plan/lookup, plan/grid: bands, series, cells; the index of a grid against the plain search. */
#include "plan_build.h"

TestSuite(lookup, .init = begin_plan);

/* ---- series ---- */

typedef struct scene {
  ccl_plan plan;
  ccl_supply supply;
  ccl_value values[4];
  unsigned visits[4];
  leaves all;
  ccl_env env;
  ccl_type plain, dates;
} scene;

static scene *scene_new(ccl_lang lang) {
  scene *s = ccl_new(scene);
  s->plan = empty_plan(lang);
  s->plain = unit_type(s->plan.units, "number");
  s->dates = type_of(CCL_KIND_DATE);
  s->all = (leaves){ s->values, s->visits };
  s->env = env_of(&s->plan, &s->supply, &s->all);
  return s;
}

static const ccl_expr *on(const scene *s, int year, int month, int day) {
  return constant(s->dates, ccl_value_day(date(year, month, day)));
}

Test(lookup, series) {
  scene *s = scene_new(CCL_LANG_FR);
  ccl_series_row rows[] = {
    { { date(2026, 1, 1), date(2026, 1, 31) }, rat("0.92") },
    { { date(2026, 2, 1), date(2026, 2, 28) }, rat("0.9") },
    { { date(2026, 4, 1), date(2026, 4, 30) }, rat("0.94") },
  };
  ccl_series series[] = {
    { .name = S("usd"), .type = s->plain, .key = CCL_KEY_MONTH, .key_is_known = true, .rows = rows, .row_count = 3 }
  };
  s->plan.series = series;
  s->plan.series_count = 1;
  s->supply = ccl_supply_of(&s->plan);
  is_number(ccl_compute(&s->env, node(CCL_OP_SERIES, s->plain, 1, on(s, 2026, 2, 15))), "0.9", "within February");
  const ccl_expr *month = constant(type_of(CCL_KIND_MONTH), ccl_value_month(ccl_day_month(date(2026, 4, 1))));
  is_number(ccl_compute(&s->env, node(CCL_OP_SERIES, s->plain, 1, month)), "0.94", "by month");
  const ccl_expr *gap = node(CCL_OP_SERIES, s->plain, 1, on(s, 2026, 3, 31));
  is_trouble(ccl_compute(&s->env, gap), CCL_CODE_missing_value, gap, "in March");
  same_text(ccl_compute(&s->env, gap).as.trouble->subject, "usd", "name");
  same_text(ccl_compute(&s->env, gap).as.trouble->detail, "2026-03", "key");
  is_number(ccl_compute(&s->env, node(CCL_OP_LATEST, s->plain, 1, on(s, 2026, 3, 31))), "0.9", "the last before");
  is_number(ccl_compute(&s->env, node(CCL_OP_LATEST, s->plain, 1, on(s, 2026, 4, 1))), "0.94",
            "one that begins on the day");
  const ccl_expr *before = node(CCL_OP_LATEST, s->plain, 1, on(s, 2025, 12, 31));
  is_trouble(ccl_compute(&s->env, before), CCL_CODE_missing_value, before, "before the first");
  series[0].key = CCL_KEY_QUARTER;
  same_text(ccl_compute(&s->env, before).as.trouble->detail, "2025-T4", "a quarter, in French");
  series[0].key = CCL_KEY_YEAR;
  same_text(ccl_compute(&s->env, before).as.trouble->detail, "2025", "a year");
  /* Rows given with the run win over those of the contract alone. */
  ccl_series_rows given[] = { { rows + 1, 1 } };
  s->supply.series = given;
  is_number(ccl_compute(&s->env, node(CCL_OP_LATEST, s->plain, 1, on(s, 2026, 12, 31))), "0.9", "from the supply");
}

/* ---- bands ---- */

Test(lookup, bands) {
  scene *s = scene_new(CCL_LANG_EN);
  ccl_slot day[] = {
    { .kind = CCL_SLOT_DAYS, .first_weekday = 1, .last_weekday = 5, .from = 8 * 3600, .to = 20 * 3600 }
  };
  ccl_slot night[] = { { .kind = CCL_SLOT_OTHERWISE } };
  ccl_band bands[] = { { S("day"), day, 1 }, { S("night"), night, 1 } };
  static const uint32_t choices[] = { 4, 2 };
  ccl_band_calendar calendars[] = {
    { .name = S("hours"), .calendar = { S("hours"), bands, 2 }, .choices = choices, .dimension = CCL_NONE }
  };
  s->plan.calendars = calendars;
  s->plan.calendars_count = 1;
  ccl_type times = type_of(CCL_KIND_TIMESTAMP);
  int64_t monday = (int64_t)date(2026, 7, 6) * CCL_DAY_SECONDS; /* two hours behind the clock in Paris */
  const ccl_expr *morning = constant(times, ccl_value_instant((ccl_instant){ monday + 6 * 3600, 0 }));
  ccl_value band = ccl_compute(&s->env, node(CCL_OP_BAND, type_of(CCL_KIND_CHOICE), 1, morning));
  cr_expect(band.kind == CCL_KIND_CHOICE && band.as.choice == 4, "eight in the morning");
  const ccl_expr *dawn = constant(times, ccl_value_instant((ccl_instant){ monday + 6 * 3600 - 1, 999999999 }));
  band = ccl_compute(&s->env, node(CCL_OP_BAND, type_of(CCL_KIND_CHOICE), 1, dawn));
  cr_expect(band.as.choice == 2, "a moment before");
  calendars[0].calendar.band_count = 1;
  const ccl_expr *nowhere = node(CCL_OP_BAND, type_of(CCL_KIND_CHOICE), 1, dawn);
  is_trouble(ccl_compute(&s->env, nowhere), CCL_CODE_calendar_gap, nowhere, "in a gap");
}

/* ---- grids ---- */

/* A grid that grows. */
typedef struct table {
  ccl_grid grid;
  CCL_VEC(ccl_grid_entry) entries;
} table;

static ccl_grid_key any(void) {
  return (ccl_grid_key){ .kind = CCL_GRID_ANY };
}

static ccl_grid_key value_key(ccl_value value) {
  return (ccl_grid_key){ .kind = CCL_GRID_VALUE, .value = value };
}

static ccl_grid_key range(const char *low, const char *high) {
  ccl_grid_key key = { .kind = CCL_GRID_RANGE, .has_low = low != NULL, .has_high = high != NULL };
  key.low = low ? rat(low) : CCL_RAT_ZERO;
  key.high = high ? rat(high) : CCL_RAT_ZERO;
  return key;
}

/* One key in each dimension. */
static void add_cell(table *t, const ccl_grid_key *keys, const ccl_expr *value) {
  size_t dims = t->grid.dim_count;
  const ccl_grid_key **lists = ccl_new_array(const ccl_grid_key *, dims);
  size_t *counts = ccl_new_array(size_t, dims);
  for (size_t i = 0; i < dims; i++) {
    ccl_grid_key *copy = ccl_new(ccl_grid_key);
    *copy = keys[i];
    lists[i] = copy;
    counts[i] = 1;
  }
  ccl_vec_push(&t->entries, ((ccl_grid_entry){ .keys = lists, .key_counts = counts, .value = value }));
  t->grid.entries = t->entries.items;
  t->grid.entry_count = t->entries.len;
}

static ccl_value choice(uint32_t index) {
  return ccl_value_choice(index);
}

/* The grid of clause 4.4's rules: voice, chat and anything else, by minutes. */
Test(lookup, most_specific) {
  scene *s = scene_new(CCL_LANG_EN);
  static const char *const names[] = { "voice", "chat", "sms", "paper" };
  ccl_str choices[COUNT(names)];
  for (size_t i = 0; i < COUNT(names); i++)
    choices[i] = S(names[i]);
  s->plan.choices = choices;
  s->plan.choices_count = COUNT(names);
  ccl_str dims[] = { S("channel"), S("minutes") };
  table t = { .grid = { .name = S("prices"), .type = s->plain, .dims = dims, .dim_count = 2 } };
  add_cell(&t, (ccl_grid_key[]){ value_key(choice(0)), range(NULL, "3") }, figure(s->plain, "2.10"));
  add_cell(&t, (ccl_grid_key[]){ value_key(choice(0)), range("3", "10") }, figure(s->plain, "3.40"));
  add_cell(&t, (ccl_grid_key[]){ any(), value_key(number("4")) }, figure(s->plain, "9"));
  add_cell(&t, (ccl_grid_key[]){ any(), any() }, figure(s->plain, "1.00"));
  add_cell(&t, (ccl_grid_key[]){ value_key(choice(1)), any() }, figure(s->plain, "1.60"));
  static const struct {
    uint32_t channel;
    const char *minutes, *expected;
  } rows[] = {
    { 0, "2.99", "2.1" }, { 0, "3", "3.4" }, { 0, "9.99", "3.4" }, { 0, "10", "1" },
    { 0, "4", "3.4" }, /* the first dimension decides: voice, whatever `* | 4` says */
    { 1, "4", "1.6" },    { 2, "4", "9" },   { 3, "5", "1" },      { 1, "100", "1.6" },
  };
  for (int indexed = 0; indexed < 2; indexed++) {
    for (int i = 0; indexed == 1 && i < 10; i++) /* large enough for an index */
      add_cell(&t, (ccl_grid_key[]){ value_key(choice(20)), value_key(ccl_value_number(ccl_rat_int(i))) },
               figure(s->plain, "0"));
    ccl_grid_index(&t.grid);
    cr_assert((t.grid.index != NULL) == (indexed == 1));
    ccl_grid grids[] = { t.grid };
    s->plan.grids = grids;
    s->plan.grids_count = 1;
    for (size_t i = 0; i < COUNT(rows); i++) {
      const ccl_expr *expr = node(CCL_OP_GRID, s->plain, 2, constant(type_of(CCL_KIND_CHOICE), choice(rows[i].channel)),
                                  figure(s->plain, rows[i].minutes));
      is_number(ccl_compute(&s->env, expr), rows[i].expected, rows[i].minutes);
    }
  }
}

Test(lookup, no_cell) {
  scene *s = scene_new(CCL_LANG_FR);
  ccl_str choices[] = { S("FR"), S("MA") };
  s->plan.choices = choices;
  s->plan.choices_count = 2;
  ccl_str dims[] = { S("site"), S("durée") };
  table t = { .grid = { .name = S("prix"), .type = s->plain, .dims = dims, .dim_count = 2 } };
  add_cell(&t, (ccl_grid_key[]){ value_key(choice(0)), range("600", NULL) }, named(CCL_OP_FIELD, s->plain, 1));
  ccl_grid grids[] = { t.grid };
  s->plan.grids = grids;
  s->plan.grids_count = 1;
  ccl_type minutes = unit_type(s->plan.units, "min");
  ccl_expr *at = node(CCL_OP_GRID, s->plain, 2, constant(type_of(CCL_KIND_CHOICE), choice(1)), figure(minutes, "12.5"));
  is_trouble(ccl_compute(&s->env, at), CCL_CODE_grid_incomplete, at, "no row");
  same_text(ccl_compute(&s->env, at).as.trouble->subject, "prix", "the grid");
  same_text(ccl_compute(&s->env, at).as.trouble->detail, "MA, 12,5 minutes", "the combination");

  /* While a key is unknown, what any cell asks for is met. */
  s->values[0] = ccl_value_unknown();
  s->values[1] = number("3");
  const ccl_expr *unknown =
      node(CCL_OP_GRID, s->plain, 2, named(CCL_OP_FIELD, type_of(CCL_KIND_CHOICE), 0), figure(minutes, "10"));
  cr_expect(ccl_compute(&s->env, unknown).state == CCL_UNKNOWN);
  cr_expect(s->visits[1] == 1, "the cell");
  s->values[0] = choice(0);
  is_number(ccl_compute(&s->env, unknown), "3", "the cell's expression");
  s->values[0] = ccl_value_absent();
  cr_expect(ccl_compute(&s->env, unknown).state == CCL_ABSENT, "a missing key");
}

/* ---- the index says what the plain search says ---- */

static uint32_t roll(uint64_t *dice, uint32_t below) {
  *dice = *dice * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(*dice >> 33) % below;
}

static ccl_grid_key random_key(uint64_t *dice) {
  uint32_t low = roll(dice, 10), kind = roll(dice, 6);
  if (kind == 0)
    return any();
  if (kind < 4)
    return value_key(ccl_value_number(ccl_rat_int(low)));
  ccl_grid_key key = { .kind = CCL_GRID_RANGE, .has_low = roll(dice, 4) > 0, .has_high = roll(dice, 4) > 0 };
  key.low = ccl_rat_int(low);
  key.high = ccl_rat_int(low + 1 + roll(dice, 5));
  return key;
}

static void add_random_cell(table *t, uint64_t *dice) {
  size_t dims = t->grid.dim_count;
  const ccl_grid_key **lists = ccl_new_array(const ccl_grid_key *, dims);
  size_t *counts = ccl_new_array(size_t, dims);
  for (size_t i = 0; i < dims; i++) {
    counts[i] = 1 + roll(dice, 3);
    ccl_grid_key *keys = ccl_new_array(ccl_grid_key, counts[i]);
    for (size_t k = 0; k < counts[i]; k++)
      keys[k] = random_key(dice);
    lists[i] = keys;
  }
  ccl_vec_push(&t->entries, ((ccl_grid_entry){ .keys = lists, .key_counts = counts }));
  t->grid.entries = t->entries.items;
  t->grid.entry_count = t->entries.len;
}

Test(lookup, index_is_the_rule) {
  uint64_t dice = 7;
  for (int trial = 0; trial < 150; trial++) {
    table t = { .grid = { .dim_count = 1 + roll(&dice, 3) } };
    for (uint32_t cells = 8 + roll(&dice, 12); cells > 0; cells--)
      add_random_cell(&t, &dice);
    ccl_grid plain = t.grid;
    ccl_grid_index(&t.grid);
    cr_assert_not_null(t.grid.index);
    for (int i = 0; i < 100; i++) {
      ccl_value keys[3];
      for (size_t dim = 0; dim < t.grid.dim_count; dim++)
        keys[dim] = ccl_value_number(ccl_rat_frac((int64_t)roll(&dice, 32), 2));
      cr_assert_eq(ccl_grid_entry_for(&t.grid, keys), ccl_grid_entry_for(&plain, keys), "trial %d, look-up %d", trial,
                   i);
    }
  }
}

Test(lookup, large_grid) {
  enum { ROWS = 500, COLUMNS = 100 };
  table t = { .grid = { .dim_count = 2 } };
  for (int r = 0; r < ROWS; r++)
    for (int c = 0; c < COLUMNS; c++) {
      ccl_grid_key weight = { CCL_GRID_RANGE, .has_low = true, .has_high = true, .low = ccl_rat_int(c),
                              .high = ccl_rat_int(c + 1) };
      add_cell(&t, (ccl_grid_key[]){ value_key(choice((uint32_t)r)), weight }, NULL);
    }
  ccl_grid_index(&t.grid);
  uint64_t dice = 3;
  for (int i = 0; i < 500000; i++) {
    uint32_t r = roll(&dice, ROWS), c = roll(&dice, COLUMNS);
    ccl_value keys[] = { choice(r), ccl_value_number(ccl_rat_frac((int64_t)c * 2 + 1, 2)) };
    cr_assert_eq(ccl_grid_entry_for(&t.grid, keys), r * COLUMNS + c);
  }
}

Test(lookup, alternatives_that_multiply) {
  /* A cell of 300 alternatives in each of four dimensions: no index of 8 billion combinations. */
  enum { MANY = 300 };
  table t = { .grid = { .dim_count = 4 } };
  ccl_grid_key *keys = ccl_new_array(ccl_grid_key, MANY);
  for (uint32_t i = 0; i < MANY; i++)
    keys[i] = value_key(choice(i));
  const ccl_grid_key *lists[] = { keys, keys, keys, keys };
  size_t counts[] = { MANY, MANY, MANY, MANY };
  for (int i = 0; i < 20; i++)
    ccl_vec_push(&t.entries, ((ccl_grid_entry){ .keys = lists, .key_counts = counts }));
  t.grid.entries = t.entries.items;
  t.grid.entry_count = t.entries.len;
  ccl_grid_index(&t.grid);
  cr_expect_null(t.grid.index);
  ccl_value asked[] = { choice(299), choice(0), choice(7), choice(150) };
  cr_expect_eq(ccl_grid_entry_for(&t.grid, asked), 0);
}
