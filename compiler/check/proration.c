/* SPDX-License-Identifier: Apache-2.0 */
/*
 * missing-proration (clause 6.5): a recurring amount, an included quantity, a minimum or maximum whose days cut a
 * month, and no rule. Asks the very functions that compute what is due (calendar/proration.h), for the billing periods
 * in which something begins or ends: dates of the contract and of articles, articles that override for a part, weeks,
 * and contractual quarters and years that begin inside a month.
 */
#include "check/changes.h"

enum { NOTES_OF_ONE_CAUSE = 20 };

typedef struct proration {
  const ccl_checking *checking;
  const ccl_plan *plan;
  const ccl_overriders *overriders;
  ccl_changes *changes;
  ccl_map causes; /* dates of the contract, weeks … → the finding about the first effect; the others are noted there */
} proration;

static bool in_months(ccl_recurrence recurrence) {
  return recurrence == CCL_PER_MONTH || recurrence == CCL_PER_QUARTER || recurrence == CCL_PER_YEAR;
}

/* ---- The days on which a billing period may be cut ---- */

typedef CCL_VEC(ccl_day) day_list;

/* Every first and last day, and a day of the period after the first one, which nothing else cuts. */
static void candidates(const proration *p, const ccl_article *article, ccl_dayset days, day_list *list) {
  ccl_days first;
  for (size_t i = 0; i < days.len; i++) {
    ccl_vec_push(list, days.items[i].from);
    if (days.items[i].to != CCL_DAY_MAX)
      ccl_vec_push(list, days.items[i].to);
  }
  if (days.len > 0 && ccl_check_billing(p->plan, article, days.items[0].from, &first) && first.to < days.items[0].to)
    ccl_vec_push(list, first.to + 1);
}

/* ---- What is due needs a rule ---- */

/* Whether the effect has none in a billing period (clause 8: an amendment may bring one). */
static bool lacks_rule(const proration *p, const ccl_effect *effect, ccl_days period) {
  return ccl_effect_rules_on(p->plan, effect, period.to).proration == CCL_PRORATION_NONE;
}

/* Recurring, per month, quarter or year: the first period in which it is cut. */
static bool recurring_cut(const proration *p, const ccl_article *article, const ccl_effect *effect,
                          ccl_recurrence recurrence, ccl_dayset days, ccl_days *period) {
  day_list list = { 0 };
  candidates(p, article, days, &list);
  for (size_t i = 0; i < list.len; i++)
    if (ccl_check_billing(p->plan, article, list.items[i], period) && lacks_rule(p, effect, *period) &&
        ccl_proration_due(CCL_PRORATION_NONE, recurrence, *period, days).needs_rule)
      return true;
  return false;
}

static int32_t months_of_billing(const ccl_plan *plan, const ccl_article *article) {
  if (article->billing != CCL_ARTICLE_EVERY_PERIOD)
    return article->billing == CCL_ARTICLE_QUARTERLY ? 3 : 12;
  switch (plan->header.cycle.billing) {
  case CCL_BILLING_MONTHLY: return 1;
  case CCL_BILLING_QUARTERLY: return 3;
  case CCL_BILLING_YEARLY: return 12;
  case CCL_BILLING_WEEKLY: return 0;
  }
  return 0;
}

static ccl_cycle_unit unit_of_months(int32_t months) {
  return months == 1 ? CCL_CYCLE_MONTH : months == 3 ? CCL_CYCLE_QUARTER : CCL_CYCLE_YEAR;
}

/* A figure for each whole window (the billing period, or a longer one): the first window of which a part is left
 * that needs a rule. */
static bool window_cut(const proration *p, const ccl_effect *effect, ccl_cycle_unit unit, int32_t months,
                       ccl_dayset days, ccl_days *window) {
  for (size_t i = 0; i < 2 * days.len; i++) {
    ccl_day day = i % 2 == 0 ? days.items[i / 2].from : days.items[i / 2].to;
    *window = ccl_cycle_span(p->plan->header.cycle, unit, day);
    if (day != CCL_DAY_MAX && lacks_rule(p, effect, ccl_days_and(*window, p->plan->header.cycle.contract)) &&
        ccl_proration_share(CCL_PRORATION_NONE, *window, months, days).needs_rule)
      return true;
  }
  return false;
}

static int rank_of(ccl_cycle_unit unit) {
  switch (unit) {
  case CCL_CYCLE_DAY: return 1;
  case CCL_CYCLE_WEEK: return 7;
  case CCL_CYCLE_MONTH: return 31;
  case CCL_CYCLE_PERIOD: return 0;
  case CCL_CYCLE_QUARTER: return 92;
  case CCL_CYCLE_YEAR: return 366;
  case CCL_CYCLE_CONTRACT: break;
  }
  return 10000;
}

/* minimum, maximum (6.4): the window is that in which the amount is written, or the billing period when that is
 * longer. */
static bool bounds_cut(const proration *p, const ccl_article *article, const ccl_effect *effect, ccl_days *window) {
  ccl_cycle_unit unit = effect->bounded;
  ccl_dayset days = ccl_dayset_of(article->in_force);
  ccl_days contract = p->plan->header.cycle.contract;
  int32_t months = months_of_billing(p->plan, article);
  if (unit == CCL_CYCLE_CONTRACT) {
    *window = contract;
    if (!lacks_rule(p, effect, contract))
      return false;
    bool is_all = contract.from == article->in_force.from && contract.to == article->in_force.to;
    if (is_all || contract.to == CCL_DAY_MAX)
      return !is_all && ccl_proration_cuts_month(days, NULL);
    return ccl_proration_share(CCL_PRORATION_NONE, contract, 0, days).needs_rule;
  }
  if (rank_of(unit) > (months == 0 ? 7 : rank_of(unit_of_months(months))))
    return window_cut(p, effect, unit, unit == CCL_CYCLE_MONTH ? 1 : unit == CCL_CYCLE_QUARTER ? 3 : 12, days, window);
  if (unit == CCL_CYCLE_DAY || unit == CCL_CYCLE_WEEK || months == 0)
    return false;
  return window_cut(p, effect, unit_of_months(months), months, days, window);
}

/* ---- Findings ---- */

/* The first or last day left that cuts a month in the window; false: the window itself cuts it. */
static bool edge_in(ccl_dayset days, ccl_days window, ccl_day *edge) {
  for (size_t i = 0; i < days.len; i++) {
    ccl_day from = days.items[i].from, to = days.items[i].to;
    if (ccl_days_has(window, from) && ccl_month_first(ccl_day_month(from)) != from) {
      *edge = from;
      return true;
    }
    if (ccl_days_has(window, to) && ccl_month_last(ccl_day_month(to)) != to) {
      *edge = to;
      return true;
    }
  }
  return false;
}

/* The article whose override, as a whole, begins or ends beside that day. */
static const ccl_article *overrider_beside(const proration *p, const ccl_article *article, ccl_day edge) {
  const ccl_overriders *list = &p->overriders[article->article_name];
  for (size_t i = 0; i < list->items.len; i++) {
    const ccl_article *by = &p->plan->articles[list->items.items[i].by];
    if (!list->items.items[i].override->where && (by->in_force.from == edge + 1 || by->in_force.to == edge - 1))
      return by;
  }
  return NULL;
}

/* One cause, one finding: whether there is one for this cause, which then gets a note. */
static bool is_said(const proration *p, ccl_str cause, const ccl_effect *effect) {
  ccl_diag *said = ccl_map_find(&p->causes, cause);
  if (said && said->notes.len < NOTES_OF_ONE_CAUSE)
    ccl_diag_note(said, &ccl_check_say_proration_too, effect->span, CCL_NO_ARGS);
  return said != NULL;
}

/* What the header could settle for all: the contract's own dates and rhythm. An article's dates are a cause of its
 * own. */
static ccl_str cause_of(const proration *p, const ccl_article *article, bool has_edge, ccl_day edge) {
  ccl_days contract = p->plan->header.cycle.contract;
  if (!has_edge)
    return CCL_STR("rhythm");
  if (edge == contract.from || edge == contract.to)
    return CCL_STR("contract");
  return ccl_str_printf("%u", article->span.start);
}

static void report(proration *p, const ccl_article *article, const ccl_effect *effect, ccl_dayset days,
                   ccl_days window) {
  ccl_day edge = 0;
  ccl_diag *diag;
  bool has_edge = edge_in(days, window, &edge);
  ccl_str cause = cause_of(p, article, has_edge, edge);
  if (is_said(p, cause, effect))
    return;
  if (has_edge) {
    diag = ccl_check_report(p->checking, &ccl_check_say_proration_date, effect->span, CCL_ARGS(ccl_day_text(edge)));
    const ccl_article *by = overrider_beside(p, article, edge);
    if (by)
      ccl_diag_note(diag, &ccl_check_say_proration_override, by->name_span,
                    CCL_ARGS(ccl_check_article(by, diag->lang)));
  } else if (p->plan->header.cycle.billing == CCL_BILLING_WEEKLY) {
    diag = ccl_check_report(p->checking, &ccl_check_say_proration_weeks, effect->span, CCL_NO_ARGS);
  } else {
    diag = ccl_check_report(p->checking, &ccl_check_say_proration_period, effect->span,
                            CCL_ARGS(ccl_day_text(window.from)));
  }
  ccl_map_put(&p->causes, cause, diag);
  ccl_diag_help(diag, &ccl_check_say_proration_help, CCL_NO_ARGS);
}

/* ---- Effects ---- */

/* A recurring amount that changes on a day inside a month: what is due before and after needs a rule too. */
static void check_change(proration *p, const ccl_article *article, const ccl_effect *effect, ccl_dayset days) {
  ccl_change change;
  if (!ccl_changes_inside_month(p->changes, article, effect, days, &change) ||
      !lacks_rule(p, effect, (ccl_days){ change.day, change.day }))
    return;
  ccl_str cause = ccl_str_printf("%.*s %d", (int)change.name.len, change.name.ptr, (int)change.day);
  if (is_said(p, cause, effect))
    return;
  ccl_diag *diag = ccl_check_report(p->checking, &ccl_check_say_proration_change, effect->span,
                                    CCL_ARGS(change.name, ccl_day_text(change.day)));
  ccl_map_put(&p->causes, cause, diag);
  ccl_diag_note(diag, &ccl_check_say_change_note, change.span, CCL_ARGS(change.name));
  ccl_diag_help(diag, &ccl_check_say_proration_help, CCL_NO_ARGS);
}

static void check_effect(proration *p, const ccl_article *article, const ccl_effect *effect, ccl_dayset days) {
  ccl_days window;
  if (effect->proration != CCL_PRORATION_NONE && !effect->amended)
    return;
  if (effect->kind == CCL_EFFECT_MINIMUM || effect->kind == CCL_EFFECT_MAXIMUM) {
    if (bounds_cut(p, article, effect, &window))
      report(p, article, effect, ccl_dayset_of(article->in_force), window);
    return;
  }
  bool recurs = effect->recurs && (effect->kind == CCL_EFFECT_CHARGE || effect->kind == CCL_EFFECT_CREDIT ||
                                   effect->kind == CCL_EFFECT_PENALTY || effect->kind == CCL_EFFECT_FLAT ||
                                   effect->kind == CCL_EFFECT_SUBSCRIPTION);
  if (recurs && in_months(effect->recurrence)) {
    if (recurring_cut(p, article, effect, effect->recurrence, days, &window)) {
      report(p, article, effect, days, window);
      return;
    }
    check_change(p, article, effect, days);
  }
  if (!effect->covered || !effect->has_price)
    return;
  int32_t months = months_of_billing(p->plan, article);
  bool is_cut =
      effect->limit_recurs
          ? in_months(effect->limit_per) && recurring_cut(p, article, effect, effect->limit_per, days, &window)
          : months > 0 && window_cut(p, effect, unit_of_months(months), months, days, &window);
  if (is_cut)
    report(p, article, effect, days, window);
}

void ccl_check_proration(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  proration p = {
    .checking = checking, .plan = plan, .overriders = ccl_check_overriders(plan), .changes = ccl_changes_new(checking)
  };
  for (size_t i = 0; i < plan->articles_count; i++) {
    ccl_dayset days = ccl_check_days_left(plan, p.overriders, &plan->articles[i]);
    for (size_t k = 0; k < plan->articles[i].effect_count; k++)
      check_effect(&p, &plan->articles[i], &plan->articles[i].effects[k], days);
  }
}
