/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is looked up by a key: the band of a time, the cell of a grid, the price of a tier, the value of a series
 * (clauses 4.1, 4.3, 4.4, 4.5). Which tier and cell hold, tiers.c and grid.c say.
 */
#include "plan/ops.h"

#include "base/mem.h"

static ccl_str say(const ccl_env *env, ccl_type type, ccl_value value) {
  return ccl_value_say(env->plan, type, value, env->plan->header.lang);
}

/* ---- Calendars ---- */

ccl_value ccl_op_band(ccl_env *env, const ccl_expr *expr) {
  ccl_value time = ccl_compute(env, expr->args[0]);
  if (time.state != CCL_KNOWN)
    return time;
  const ccl_band_calendar *calendar = &env->plan->calendars[expr->index];
  ccl_value replaced;
  uint32_t version = ccl_version_asked(env, expr, calendar->versions, expr->index, calendar->name, &replaced);
  if (version == CCL_NONE)
    return replaced;
  calendar = &env->plan->calendars[version];
  int32_t band =
      ccl_calendar_band(&calendar->calendar, ccl_zone_local(env->plan->header.zone, time.as.instant.seconds));
  if (band == CCL_NO_BAND)
    return ccl_trouble_new(CCL_CODE_calendar_gap, expr, calendar->name, say(env, expr->args[0]->type, time));
  return ccl_value_choice(calendar->choices[band]);
}

/* ---- Grids ---- */

enum { FEW_KEYS = 8 };

/* The combination that no row gives: "FR, night". */
static ccl_value no_cell(const ccl_env *env, const ccl_expr *expr, const ccl_grid *grid, const ccl_value *keys) {
  ccl_str *said = ccl_new_array(ccl_str, grid->dim_count);
  for (size_t i = 0; i < grid->dim_count; i++)
    said[i] = say(env, expr->args[i]->type, keys[i]);
  return ccl_trouble_new(CCL_CODE_grid_incomplete, expr, grid->name,
                         ccl_str_join(said, grid->dim_count, CCL_STR(", ")));
}

/* While a key is unknown any cell may be the one: what they all ask for is met. */
static void visit_cells(ccl_env *env, const ccl_grid *grid) {
  for (size_t i = 0; i < grid->entry_count; i++)
    if (grid->entries[i].value->op != CCL_OP_CONSTANT)
      (void)ccl_compute(env, grid->entries[i].value);
}

/* The same of every version in force on one of the days at hand (clause 8). */
static void visit_versions(ccl_env *env, uint32_t index) {
  ccl_versions versions = env->plan->grids[index].versions;
  ccl_days days = env->when && versions.count > 0 ? env->when(env) : (ccl_days){ CCL_DAY_MIN, CCL_DAY_MIN };
  visit_cells(env, &env->plan->grids[ccl_version_on(versions, index, days.from)]);
  for (ccl_day change; ccl_version_change(versions, days, &change); days.from = change)
    visit_cells(env, &env->plan->grids[ccl_version_on(versions, index, change)]);
}

ccl_value ccl_op_grid(ccl_env *env, const ccl_expr *expr) {
  const ccl_grid *grid = &env->plan->grids[expr->index];
  ccl_value few[FEW_KEYS], replaced;
  ccl_value *keys = grid->dim_count > FEW_KEYS ? ccl_new_array(ccl_value, grid->dim_count) : few;
  ccl_value flaw = ccl_compute_arguments(env, expr, keys, grid->dim_count);
  if (flaw.state == CCL_UNKNOWN)
    visit_versions(env, expr->index);
  if (flaw.state != CCL_KNOWN)
    return flaw;
  uint32_t version = ccl_version_asked(env, expr, grid->versions, expr->index, grid->name, &replaced);
  if (version == CCL_NONE)
    return replaced;
  grid = &env->plan->grids[version];
  uint32_t entry = ccl_grid_entry_for(grid, keys);
  return entry == CCL_NONE ? no_cell(env, expr, grid, keys) : ccl_compute(env, grid->entries[entry].value);
}

/* ---- Tiers ---- */

ccl_value ccl_op_tier_price(ccl_env *env, const ccl_expr *expr) {
  const ccl_tiers *tiers = &env->plan->tiers[expr->index];
  ccl_value quantity = ccl_compute(env, expr->args[0]), replaced;
  uint32_t version = ccl_version_asked(env, expr, tiers->versions, expr->index, tiers->name, &replaced);
  if (version == CCL_NONE)
    return quantity.state == CCL_UNKNOWN ? quantity : replaced;
  tiers = &env->plan->tiers[version];
  if (quantity.state == CCL_UNKNOWN)
    for (size_t i = 0; i < tiers->tier_count; i++)
      (void)ccl_compute(env, tiers->tiers[i].price);
  if (quantity.state != CCL_KNOWN)
    return quantity;
  if (ccl_rat_sign(quantity.as.number) < 0)
    return ccl_trouble_new(CCL_CODE_negative_quantity, expr, tiers->name, say(env, expr->args[0]->type, quantity));
  uint32_t tier = ccl_tiers_reached(tiers, quantity.as.number);
  if (tier == CCL_NONE)
    return ccl_trouble_new(CCL_CODE_tier_exceeded, expr, tiers->name, say(env, expr->args[0]->type, quantity));
  return ccl_compute(env, tiers->tiers[tier].price);
}

/* ---- Series ---- */

/* The rows that count: those of the contract and those given with the run. */
static ccl_series_rows rows_of(const ccl_env *env, uint32_t index) {
  const ccl_series *series = &env->plan->series[index];
  return env->supply ? env->supply->series[index] : (ccl_series_rows){ series->rows, series->row_count };
}

/* How many rows begin at or before the day. */
static size_t rows_begun(ccl_series_rows rows, ccl_day day) {
  size_t low = 0, high = rows.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (rows.rows[middle].key.from <= day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

enum { MONTHS_IN_QUARTER = 3 };

/* The key that is missing, as the series has its keys: "2026-10", "2026-Q4" (French "2026-T4"). */
static ccl_str key_text(const ccl_env *env, const ccl_series *series, ccl_day day) {
  ccl_ymd date = ccl_day_ymd(day);
  switch (series->key_is_known ? series->key : CCL_KEY_DATE) {
  case CCL_KEY_DATE: return ccl_day_text(day);
  case CCL_KEY_MONTH: return ccl_month_text(ccl_day_month(day));
  case CCL_KEY_QUARTER: {
    char letter = env->plan->header.lang == CCL_LANG_FR ? 'T' : 'Q';
    return ccl_str_printf("%04d-%c%d", date.year, letter, (date.month - 1) / MONTHS_IN_QUARTER + 1);
  }
  case CCL_KEY_YEAR: return ccl_str_printf("%04d", date.year);
  }
  CCL_BUG("a series with keys of no kind");
}

/* The day that a look-up names: a month stands for its first day. */
static ccl_day day_of(ccl_value key) {
  return key.kind == CCL_KIND_MONTH ? ccl_month_first(key.as.month) : key.as.day;
}

/* The last row that does not begin after the day; `within`: and that holds it. */
static ccl_value look_up(ccl_env *env, const ccl_expr *expr, bool within) {
  ccl_value key = ccl_compute(env, expr->args[0]);
  if (key.state != CCL_KNOWN)
    return key;
  const ccl_series *series = &env->plan->series[expr->index];
  ccl_series_rows rows = rows_of(env, expr->index);
  ccl_day day = day_of(key);
  size_t begun = rows_begun(rows, day);
  if (begun == 0 || (within && !ccl_days_has(rows.rows[begun - 1].key, day)))
    return ccl_trouble_new(CCL_CODE_missing_value, expr, series->name, key_text(env, series, day));
  return ccl_value_number(rows.rows[begun - 1].value);
}

ccl_value ccl_op_series(ccl_env *env, const ccl_expr *expr) {
  return look_up(env, expr, true);
}

ccl_value ccl_op_latest(ccl_env *env, const ccl_expr *expr) {
  return look_up(env, expr, false);
}
