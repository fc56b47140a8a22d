/* SPDX-License-Identifier: Apache-2.0 */
/* An article in its window: the groups of `for each`, `when`, its effects in the order in which they need one
 * another, its lines in the order of clause 7. */
#include "eval/article.h"

#include "eval/looks.h"

/* ---- Effects ---- */

static ccl_progress run_report(const ccl_job *job) {
  (void)job; /* no amount: ccl_article_report */
  return CCL_DONE;
}

static ccl_effect_run *const runs[CCL_EFFECT_COUNT] = {
  [CCL_EFFECT_CHARGE] = ccl_run_charge,
  [CCL_EFFECT_CREDIT] = ccl_run_charge,
  [CCL_EFFECT_PENALTY] = ccl_run_charge,
  [CCL_EFFECT_FLAT] = ccl_run_flat,
  [CCL_EFFECT_SUBSCRIPTION] = ccl_run_subscription,
  [CCL_EFFECT_LADDER] = ccl_run_ladder,
  [CCL_EFFECT_BONUS] = ccl_run_bonus,
  [CCL_EFFECT_MALUS] = ccl_run_bonus,
  [CCL_EFFECT_ADJUSTMENT] = ccl_run_bonus,
  [CCL_EFFECT_BONUS_CAP] = ccl_run_cap,
  [CCL_EFFECT_MALUS_CAP] = ccl_run_cap,
  [CCL_EFFECT_CAP] = ccl_run_cap,
  [CCL_EFFECT_MINIMUM] = ccl_run_minimum,
  [CCL_EFFECT_MAXIMUM] = ccl_run_maximum,
  [CCL_EFFECT_REPORT] = run_report,
};

/* Caps need the lines of the others: bonus caps bite first, then malus caps, then the net (clause 6.3). */
enum { STAGES = 4 };

static int stage_of(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_BONUS_CAP ? 1 : kind == CCL_EFFECT_MALUS_CAP ? 2 : kind == CCL_EFFECT_CAP ? 3 : 0;
}

static ccl_progress run_effects(ccl_job *job) {
  ccl_progress progress = CCL_DONE;
  for (int stage = 0; stage < STAGES; stage++) {
    for (uint32_t i = 0; i < job->article->effect_count; i++) {
      job->effect = &job->article->effects[i];
      job->effect_index = i;
      if (stage_of(job->effect->kind) == stage)
        progress = ccl_progress_worse(progress, runs[job->effect->kind](job));
    }
  }
  return progress;
}

/* ---- Groups and when ---- */

typedef ccl_progress work(ccl_job *job);

/* Does the work in the group when the article's condition holds there; what is not known yet is visited. */
static ccl_progress work_if(ccl_job *job, work *work_in) {
  if (!job->article->when)
    return work_in(job);
  ccl_found found = ccl_ask_condition(job->run, &job->context, job->article->when);
  ccl_progress progress = ccl_job_settle(job, &job->context, found.value);
  if (progress == CCL_FAILED || (progress == CCL_DONE && !found.value.as.truth))
    return progress;
  return ccl_progress_worse(progress, work_in(job));
}

static ccl_progress work_in_groups(ccl_job *job, work *work_in) {
  const ccl_article *article = job->article;
  if (article->for_each_count == 0)
    return work_if(job, work_in);
  ccl_context each = ccl_context_by(job->context, article->for_each, article->for_each_count);
  ccl_search search = { 0 };
  ccl_search_article(job->run, job->article_index, &each, &search);
  ccl_progress progress = CCL_DONE;
  if (search.is_waiting) {
    job->context = each;
    (void)work_if(job, work_in);
    progress = CCL_WAITING;
  }
  for (size_t i = 0; i < search.groups.len; i++) {
    job->context = ccl_context_group(each, search.groups.items[i]);
    progress = ccl_progress_worse(progress, work_if(job, work_in));
  }
  return progress;
}

static ccl_job job_of(ccl_run *run, uint32_t article, ccl_period invoice, ccl_acting acting) {
  return (ccl_job){
    .run = run, .article_index = article, .article = &run->plan->articles[article], .acting = acting, .invoice = invoice
  };
}

/* ---- The order of lines ---- */

static int cmp_groups(const ccl_plan *plan, const ccl_line *a, const ccl_line *b) {
  size_t count = a->group_count < b->group_count ? a->group_count : b->group_count;
  for (size_t i = 0; i < count; i++) {
    int order = a->dims[i] == b->dims[i] ? ccl_dim_cmp(&plan->dims[a->dims[i]], a->group[i], b->group[i]) : 0;
    if (order != 0)
      return order;
  }
  return 0;
}

static bool comes_after(const ccl_plan *plan, const ccl_line *a, const ccl_line *b) {
  return a->effect != b->effect ? a->effect > b->effect : cmp_groups(plan, a, b) > 0;
}

/* By effect, then by group; lines of one group keep their order: dates of a split, tiers. They come nearly sorted:
 * each effect has run in order for each group. */
static void merge_sort(const ccl_plan *plan, ccl_line *lines, ccl_line *room, size_t count) {
  if (count < 2)
    return;
  size_t half = count / 2, left = 0, right = half;
  merge_sort(plan, lines, room, half);
  merge_sort(plan, lines + half, room, count - half);
  if (!comes_after(plan, &lines[half - 1], &lines[half]))
    return;
  for (size_t i = 0; i < count; i++) {
    bool takes_left = right == count || (left < half && !comes_after(plan, &lines[left], &lines[right]));
    room[i] = takes_left ? lines[left++] : lines[right++];
  }
  for (size_t i = 0; i < count; i++)
    lines[i] = room[i];
}

/* ---- Sheets ---- */

static ccl_progress fill_acting(ccl_run *run, uint32_t article, ccl_period invoice, const ccl_acting *acting,
                                ccl_sheet *sheet) {
  ccl_job job = job_of(run, article, invoice, *acting);
  job.sheet = sheet;
  ccl_progress progress = ccl_acting_context(run, article, acting, &job.context);
  progress = ccl_progress_worse(progress, ccl_acting_in_force(run, article, acting->billing, &job.in_force));
  if (progress != CCL_DONE || job.context.days.len == 0)
    return progress;
  return work_in_groups(&job, run_effects);
}

void ccl_article_fill(ccl_run *run, uint32_t article, ccl_period invoice, ccl_sheet *sheet) {
  ccl_acting actings[CCL_ACTINGS_MAX];
  size_t count = ccl_actings_of(run->plan, &run->plan->articles[article], invoice, actings);
  for (size_t i = 0; i < count; i++)
    sheet->progress = ccl_progress_worse(sheet->progress, fill_acting(run, article, invoice, &actings[i], sheet));
  ccl_line *room = ccl_new_array(ccl_line, sheet->lines.len + 1);
  merge_sort(run->plan, sheet->lines.items, room, sheet->lines.len);
  for (size_t i = 0; i < sheet->lines.len; i++)
    sheet->amount = ccl_rat_add(sheet->amount, sheet->lines.items[i].amount);
}

/* ---- Reports (clause 6.6) ---- */

/* A report sees every row of the article's days in force, whatever overrides take from its other effects. */
static ccl_progress report_effect(const ccl_job *job) {
  const ccl_effect *effect = job->effect;
  ccl_context context = job->context;
  context.sees_all = true;
  context.days = ccl_dayset_of(ccl_days_and(job->article->in_force, job->acting.billing));
  ccl_found found = ccl_ask(job->run, &context, effect->amount);
  ccl_progress progress = ccl_job_settle(job, &context, found.value);
  if (progress != CCL_DONE)
    return progress;
  ccl_line line = ccl_job_line(job, &context, effect->mode);
  ccl_line_because(&line, effect->span, CCL_RULE_REPORT, context.days, &found.operand, 1);
  ccl_report_line report = { .article = job->article_index,
                             .effect = job->effect_index,
                             .label = line.label,
                             .dims = line.dims,
                             .group = line.group,
                             .group_count = line.group_count,
                             .value = found.value,
                             .type = effect->amount->type,
                             .reason = line.reason };
  ccl_vec_push(&job->ledger->reports, report);
  return CCL_DONE;
}

static ccl_progress run_reports(ccl_job *job) {
  ccl_progress progress = CCL_DONE;
  for (uint32_t i = 0; i < job->article->effect_count; i++) {
    job->effect = &job->article->effects[i];
    job->effect_index = i;
    if (job->effect->kind == CCL_EFFECT_REPORT)
      progress = ccl_progress_worse(progress, report_effect(job));
  }
  return progress;
}

static bool has_report(const ccl_article *article) {
  for (size_t i = 0; i < article->effect_count; i++)
    if (article->effects[i].kind == CCL_EFFECT_REPORT)
      return true;
  return false;
}

/* Effects in the order of the file, groups within each. */
static void sort_reports(ccl_report_line *reports, size_t count) {
  for (size_t i = 1; i < count; i++) {
    ccl_report_line it = reports[i];
    size_t at = i;
    for (; at > 0 && reports[at - 1].effect > it.effect; at--)
      reports[at] = reports[at - 1];
    reports[at] = it;
  }
}

ccl_progress ccl_article_report(ccl_run *run, uint32_t article, ccl_period invoice, ccl_ledger *ledger) {
  ccl_acting actings[CCL_ACTINGS_MAX];
  const ccl_article *it = &run->plan->articles[article];
  ccl_progress progress = CCL_DONE;
  size_t first = ledger->reports.len, count = has_report(it) ? ccl_actings_of(run->plan, it, invoice, actings) : 0;
  for (size_t i = 0; i < count; i++) {
    ccl_job job = job_of(run, article, invoice, actings[i]);
    job.ledger = ledger;
    progress = ccl_progress_worse(progress, ccl_acting_context(run, article, &actings[i], &job.context));
    if (progress == CCL_DONE && job.context.days.len > 0)
      progress = work_in_groups(&job, run_reports);
  }
  if (ledger->reports.len > first)
    sort_reports(ledger->reports.items + first, ledger->reports.len - first);
  return progress;
}
