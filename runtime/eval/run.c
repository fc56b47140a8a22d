/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs: what is asked for is computed again and again until no new request appears, first with nothing known (so that
 * everything that could be asked is met), then with the answers; then it is computed once more, and what is wrong is
 * reported.
 */
#include "eval/run.h"

#include "eval/article.h"
#include "eval/key.h"
#include "eval/messages.h"

ccl_progress ccl_progress_worse(ccl_progress a, ccl_progress b) {
  return a > b ? a : b;
}

/* ---- Days that were asked for ---- */

ccl_dayset *ccl_needs_begin(ccl_run *run) {
  ccl_dayset *outer = run->needs;
  run->needs = ccl_new_array(ccl_dayset, run->plan->activities_count + 1);
  return outer;
}

ccl_dayset *ccl_needs_end(ccl_run *run, ccl_dayset *outer) {
  ccl_dayset *mine = run->needs;
  run->needs = outer;
  ccl_needs_add(run, mine);
  return mine;
}

void ccl_needs_note(ccl_run *run, uint32_t activity, ccl_dayset days) {
  if (run->needs)
    run->needs[activity] = ccl_dayset_or(run->needs[activity], days);
}

void ccl_needs_add(ccl_run *run, const ccl_dayset *needs) {
  for (uint32_t i = 0; needs && i < run->plan->activities_count; i++)
    if (needs[i].len > 0)
      ccl_needs_note(run, i, needs[i]);
}

/* ---- A run ---- */

const ccl_supply *ccl_run_supply(const ccl_run *run, uint32_t article) {
  bool has_own = article != CCL_NONE && run->own_supply && run->own_supply[article];
  return has_own ? run->own_supply[article] : run->supply;
}

/* A parameter that an example fixes in one article only. */
static void fix_in_article(ccl_run *run, const ccl_supply **own, uint32_t article, uint32_t parameter,
                           ccl_value value) {
  size_t count = run->plan->parameters_count;
  const ccl_supply *before = own[article] ? own[article] : run->supply;
  ccl_value *parameters = ccl_new_array(ccl_value, count + 1);
  for (size_t i = 0; i < count; i++)
    parameters[i] = before->parameters ? before->parameters[i] : ccl_value_absent();
  parameters[parameter] = value;
  ccl_supply *supply = ccl_new(ccl_supply);
  *supply = *before;
  supply->parameters = parameters;
  own[article] = supply;
}

/* The values of the example's givens. */
static void take_givens(ccl_run *run, const ccl_example *example) {
  const ccl_plan *plan = run->plan;
  ccl_value *values = ccl_new_array(ccl_value, example->given_count + 1);
  const ccl_supply **own = ccl_new_array(const ccl_supply *, plan->articles_count + 1);
  ccl_period period;
  if (ccl_cycle_parse(plan->header.cycle, example->period, &period) == CCL_PERIOD_MALFORMED)
    period = ccl_cycle_first(plan->header.cycle);
  ccl_context context = ccl_context_of_period(period.days);
  for (size_t i = 0; i < example->given_count; i++) {
    const ccl_given *given = &example->givens[i];
    values[i] = ccl_ask(run, &context, given->value).value;
    if (given->kind != CCL_GIVEN_PARAMETER || given->article_name == CCL_NONE)
      continue;
    const ccl_article_name *name = &plan->article_names[given->article_name];
    for (size_t j = 0; j < name->article_count; j++)
      fix_in_article(run, own, name->articles[j], given->index, values[i]);
  }
  run->givens = values;
  run->own_supply = own;
}

ccl_run *ccl_run_new(const ccl_plan *plan, const ccl_supply *supply, ccl_engine *engine, ccl_diags *diags,
                     const ccl_example *example) {
  ccl_run *run = ccl_new(ccl_run);
  *run = (ccl_run){ .plan = plan, .supply = supply, .engine = engine, .diags = diags, .is_quiet = true };
  run->missing = ccl_alloc_atomic((plan->activities_count + 1) * sizeof(bool));
  run->additive = ccl_alloc_atomic((plan->measures_count + 1) * sizeof(ccl_additivity));
  if (example) {
    take_givens(run, example); /* while their values are computed none is given */
    run->example = example;
    for (size_t i = 0; i < plan->measures_count; i++) /* a given figure is that of the whole window */
      run->additive[i] = ccl_run_gives_measure(run, (uint32_t)i) ? CCL_NOT_ADDITIVE : CCL_NOT_DECIDED;
  }
  return run;
}

/* ---- Sheets, lines, totals ---- */

static ccl_str sheet_key(uint32_t article, ccl_period period) {
  ccl_buf key = { 0 };
  ccl_key_number(&key, article);
  ccl_key_number(&key, (uint32_t)period.number);
  return ccl_buf_str(&key);
}

static ccl_sheet *new_sheet(ccl_run *run, uint32_t article, ccl_period period, ccl_str key) {
  ccl_sheet *sheet = ccl_new(ccl_sheet);
  sheet->amount = CCL_RAT_ZERO;
  sheet->is_open = true;
  (void)ccl_map_put(&run->sheets, key, sheet);
  ccl_dayset *outer = ccl_needs_begin(run);
  ccl_article_fill(run, article, period, sheet);
  sheet->needs = ccl_needs_end(run, outer);
  sheet->is_open = false;
  return sheet;
}

const ccl_sheet *ccl_run_sheet(ccl_run *run, uint32_t article, ccl_period period) {
  ccl_str key = sheet_key(article, period);
  ccl_sheet *sheet = ccl_map_find(&run->sheets, key);
  if (!sheet)
    return new_sheet(run, article, period, key);
  if (sheet->is_open && sheet->progress != CCL_FAILED) {
    const ccl_article *it = &run->plan->articles[article];
    ccl_value circle = ccl_trouble_new(CCL_CODE_circular_definition, NULL, it->name, (ccl_str){ 0 });
    sheet->progress = ccl_run_fail(run, circle.as.trouble, article, ccl_dayset_of(period.days));
  }
  if (!sheet->is_open)
    ccl_needs_add(run, sheet->needs);
  return sheet;
}

ccl_progress ccl_run_lines(ccl_run *run, ccl_period period, ccl_lines *lines) {
  ccl_progress progress = CCL_DONE;
  for (uint32_t article = 0; article < run->plan->articles_count; article++) {
    const ccl_sheet *sheet = ccl_run_sheet(run, article, period);
    progress = ccl_progress_worse(progress, sheet->progress);
    for (size_t i = 0; i < sheet->lines.len; i++)
      ccl_vec_push(lines, sheet->lines.items[i]);
  }
  return progress;
}

/* Totals of a period, remembered for a round. */
typedef struct remembered {
  ccl_progress progress;
  ccl_totals totals;
  ccl_dayset *needs;
} remembered;

ccl_progress ccl_run_totals(ccl_run *run, ccl_period period, ccl_totals *totals) {
  ccl_str key = sheet_key(CCL_NONE, period);
  remembered *it = ccl_map_find(&run->totals, key);
  if (!it) {
    it = ccl_new(remembered);
    ccl_lines lines = { 0 };
    ccl_dayset *outer = ccl_needs_begin(run);
    it->progress = ccl_run_lines(run, period, &lines);
    it->needs = ccl_needs_end(run, outer);
    const ccl_header *header = ccl_header_on(run->plan, period.days.to);
    it->totals = ccl_totals_of(&header->rounding, lines.items, lines.len);
    (void)ccl_map_put(&run->totals, key, it);
  } else {
    ccl_needs_add(run, it->needs);
  }
  *totals = it->totals;
  return it->progress;
}

/* ---- A ledger ---- */

static void note_in_force(const ccl_run *run, ccl_ledger *ledger) {
  const ccl_plan *plan = run->plan;
  bool *in_force = ccl_alloc_atomic((plan->articles_count + 1) * sizeof(bool));
  for (size_t i = 0; i < plan->articles_count; i++)
    in_force[i] = !ccl_days_is_empty(ccl_days_and(plan->articles[i].in_force, ledger->period));
  ledger->in_force = in_force;
}

static void sum_names(ccl_run *run, ccl_period period, ccl_ledger *ledger) {
  const ccl_plan *plan = run->plan;
  ccl_rat *amounts = ccl_new_array(ccl_rat, plan->article_names_count + 1);
  for (size_t i = 0; i < plan->article_names_count; i++) {
    amounts[i] = CCL_RAT_ZERO;
    for (size_t j = 0; j < plan->article_names[i].article_count; j++)
      amounts[i] = ccl_rat_add(amounts[i], ccl_run_sheet(run, plan->article_names[i].articles[j], period)->amount);
  }
  ledger->article_amounts = amounts;
}

/* The billing periods of the windows that were needed, without a row of the activity. */
static void note_gaps(ccl_run *run, ccl_ledger *ledger, const ccl_dayset *needs) {
  ccl_cycle cycle = run->plan->header.cycle;
  for (uint32_t activity = 0; activity < run->plan->activities_count; activity++) {
    if (needs[activity].len == 0 || run->example || !ccl_engine_has_data(run->engine, activity))
      continue;
    ccl_period_range range = ccl_cycle_periods_touching(cycle, ccl_dayset_hull(needs[activity]));
    for (int32_t number = range.first; number <= range.last; number++) {
      ccl_period period;
      if (!ccl_cycle_period(cycle, number, &period) ||
          ccl_dayset_and(needs[activity], ccl_dayset_of(period.days)).len == 0)
        continue;
      ccl_gap gap = { activity, period.days };
      if (ccl_engine_rows_in(run->engine, activity, period.days) == 0)
        ccl_vec_push(&ledger->gaps, gap);
    }
  }
}

static ccl_str words_of(const ccl_run *run, const ccl_requirement *requirement) {
  if (requirement->otherwise.len > 0 || requirement->condition->span.file == 0 || !run->diags->sources)
    return requirement->otherwise;
  return ccl_str_trim(ccl_source_text(run->diags->sources, requirement->condition->span));
}

/* What the contract requires (clause 4.7), in the billing period. */
static ccl_progress check_requirements(ccl_run *run, ccl_period period) {
  ccl_progress progress = CCL_DONE;
  ccl_context context = ccl_context_of_period(period.days);
  for (size_t i = 0; !run->example && i < run->plan->requirements_count; i++) {
    const ccl_requirement *requirement = &run->plan->requirements[i];
    if (requirement->from > period.days.to)
      continue;
    ccl_found found = ccl_ask_condition(run, &context, requirement->condition);
    if (found.value.state == CCL_UNKNOWN)
      progress = ccl_progress_worse(progress, CCL_WAITING);
    else if (found.value.state == CCL_TROUBLE)
      progress = ccl_run_fail(run, found.value.as.trouble, CCL_NONE, context.days);
    else if (!found.value.as.truth) {
      if (!run->is_quiet)
        (void)ccl_report(run->diags, &ccl_eval_say_require_failed, requirement->span,
                         CCL_ARGS(words_of(run, requirement)));
      progress = CCL_FAILED;
    }
  }
  return progress;
}

/* Sums that are too large have no article: the first name whose sum is one is said, else the total. */
static ccl_progress check_sums(ccl_run *run, const ccl_ledger *ledger) {
  const ccl_plan *plan = run->plan;
  const ccl_header *header = ccl_header_on(plan, ledger->period.to);
  ccl_totals totals = ccl_totals_of(&header->rounding, ledger->lines.items, ledger->lines.len);
  ccl_str name = CCL_STR("total_gross");
  bool is_wrong = ccl_rat_is_too_large(totals.gross) || ccl_rat_is_too_large(totals.rounding);
  for (size_t i = plan->article_names_count; i-- > 0;) {
    if (ccl_rat_is_too_large(ledger->article_amounts[i]))
      name = plan->article_names[i].name;
    is_wrong = is_wrong || ccl_rat_is_too_large(ledger->article_amounts[i]);
  }
  if (!is_wrong)
    return CCL_DONE;
  ccl_value sum = ccl_trouble_new(CCL_CODE_number_too_large, NULL, name, (ccl_str){ 0 });
  return ccl_run_fail(run, sum.as.trouble, CCL_NONE, ccl_dayset_of(ledger->period));
}

static ccl_progress compute_ledger(ccl_run *run, ccl_period period, ccl_ledger *ledger) {
  ccl_dayset *outer = ccl_needs_begin(run);
  *ledger = (ccl_ledger){ .period = period.days };
  ccl_progress progress = ccl_run_lines(run, period, &ledger->lines);
  for (uint32_t article = 0; article < run->plan->articles_count; article++)
    progress = ccl_progress_worse(progress, ccl_article_report(run, article, period, ledger));
  if (progress != CCL_FAILED)
    progress = ccl_progress_worse(progress, check_requirements(run, period));
  ccl_dayset *needs = ccl_needs_end(run, outer);
  note_in_force(run, ledger);
  if (progress != CCL_DONE)
    return progress;
  sum_names(run, period, ledger);
  note_gaps(run, ledger, needs);
  return check_sums(run, ledger);
}

/* ---- Figures ---- */

static ccl_progress figure_context(ccl_run *run, const ccl_figure *figure, ccl_context *context) {
  ccl_progress progress = CCL_DONE;
  ccl_period period;
  *context = ccl_context_of_period(figure->period);
  if (figure->article != CCL_NONE && ccl_cycle_period_of(run->plan->header.cycle, figure->period.from, &period)) {
    ccl_acting acting = ccl_acting_around(run->plan, &run->plan->articles[figure->article], period);
    progress = ccl_acting_context(run, figure->article, &acting, context);
  }
  if (figure->group_count > 0) {
    *context = ccl_context_by(*context, figure->dims, figure->group_count);
    *context = ccl_context_group(*context, figure->group);
  }
  return progress;
}

static ccl_progress compute_figure(ccl_run *run, const ccl_figure *figure, ccl_value *value) {
  ccl_context context;
  ccl_progress progress = figure_context(run, figure, &context);
  if (progress == CCL_FAILED)
    return progress;
  *value = ccl_ask(run, &context, figure->expr).value;
  if (value->state == CCL_TROUBLE)
    return ccl_run_fail(run, value->as.trouble, figure->article, context.days);
  return value->state == CCL_UNKNOWN ? CCL_WAITING : progress;
}

/* ---- Preparing ---- */

static void begin_round(ccl_run *run, bool is_quiet) {
  run->sheets = run->measures = run->whens = run->totals = run->places = (ccl_map){ 0 };
  run->is_quiet = is_quiet;
}

/* What is asked for needs data that was not given: said once for each activity. */
static bool has_data(ccl_run *run) {
  bool has = true;
  for (size_t i = run->answers.answers.len; i < run->answers.requests.len; i++) {
    uint32_t activity = run->plan->queries[run->answers.requests.items[i].query].activity;
    if (ccl_engine_has_data(run->engine, activity))
      continue;
    has = false;
    if (run->missing[activity])
      continue;
    run->missing[activity] = true;
    const ccl_activity *it = &run->plan->activities[activity];
    ccl_diag *diag = ccl_report(run->diags, &ccl_eval_say_no_data_given, it->span, CCL_ARGS(it->name));
    ccl_diag_help(diag, &ccl_eval_say_no_data_help, CCL_ARGS(it->name));
  }
  return has;
}

static ccl_period period_of(const ccl_run *run, ccl_days days) {
  ccl_period period = { 0 };
  if (!ccl_cycle_period_of(run->plan->header.cycle, days.from, &period))
    CCL_BUG("a run was asked for days that are no billing period");
  return period;
}

bool ccl_run_prepare(ccl_run *run, const ccl_days *periods, size_t period_count, const ccl_figure *figures,
                     size_t figure_count) {
  do {
    begin_round(run, true);
    for (size_t i = 0; i < period_count; i++) {
      ccl_ledger ledger;
      (void)compute_ledger(run, period_of(run, periods[i]), &ledger);
    }
    for (size_t i = 0; i < figure_count; i++) {
      ccl_value value;
      (void)compute_figure(run, &figures[i], &value);
    }
    if (ccl_answers_are_complete(&run->answers))
      break;
    if (!has_data(run) || !ccl_answers_read(&run->answers, run->engine))
      return false;
  } while (true);
  for (size_t i = 0; i < period_count; i++)
    ccl_vec_push(&run->prepared, periods[i]);
  begin_round(run, false);
  return true;
}

static bool is_prepared(const ccl_run *run, ccl_days period) {
  for (size_t i = 0; i < run->prepared.len; i++)
    if (run->prepared.items[i].from == period.from)
      return true;
  return false;
}

const ccl_ledger *ccl_run_ledger(ccl_run *run, ccl_days period) {
  if (!is_prepared(run, period) && !ccl_run_prepare(run, &period, 1, NULL, 0))
    return NULL;
  ccl_ledger *ledger = ccl_new(ccl_ledger);
  ccl_progress progress = compute_ledger(run, period_of(run, period), ledger);
  if (progress == CCL_WAITING)
    CCL_BUG("a prepared period needs what was not read");
  return progress == CCL_DONE ? ledger : NULL;
}

bool ccl_run_figure(ccl_run *run, const ccl_figure *figure, ccl_value *value) {
  ccl_progress progress = compute_figure(run, figure, value);
  if (progress == CCL_WAITING) {
    if (!ccl_run_prepare(run, NULL, 0, figure, 1))
      return false;
    progress = compute_figure(run, figure, value);
  }
  return progress == CCL_DONE;
}
