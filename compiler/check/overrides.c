/* SPDX-License-Identifier: Apache-2.0 */
/* override-conflict (clause 6.7): two articles that override one article for the same rows on the same days, or
 * articles that override one another in a circle. */
#include "base/limits.h"
#include "check/articles.h"
#include "check/pairs.h"
#include "check/witness.h"

/* ---- Two overrides of one article ---- */

typedef struct target {
  const ccl_checking *checking;
  const ccl_plan *plan;
  const ccl_overriders *list;
  uint32_t name;
} target;

static const ccl_article *article_of(const target *t, size_t index) {
  return &t->plan->articles[t->list->items.items[index].by];
}

/* `overrides acts` in the article's text, or its name when that cannot be found. */
static ccl_span override_span(const ccl_checking *checking, const ccl_article *article) {
  const ccl_node *node = ccl_check_node(checking, article->span, CCL_NODE_ARTICLE);
  const ccl_node *clause = node ? ccl_node_get(node, CCL_SLOT_ARTICLE_OVERRIDES) : NULL;
  return clause ? clause->span : article->name_span;
}

static void report_two(const target *t, size_t first, size_t second, ccl_day when, const ccl_case *row) {
  const ccl_checking *checking = t->checking;
  const ccl_article *earlier = article_of(t, first), *later = article_of(t, second),
                    *overridden = ccl_check_named(t->plan, t->name);
  ccl_span span = override_span(checking, later);
  ccl_lang lang = ccl_check_lang(checking, span);
  ccl_str day = ccl_day_text(when), both = ccl_check_article(earlier, lang),
          which = ccl_check_article(overridden, lang);
  uint32_t activity = t->list->items.items[second].override->activity;
  if (!t->list->items.items[second].override->where)
    activity = t->list->items.items[first].override->activity;
  ccl_str text = ccl_case_text(checking, activity, row, lang);
  const ccl_message *message = text.len == 0          ? &ccl_check_say_override_twice
                               : activity == CCL_NONE ? &ccl_check_say_override_when
                                                      : &ccl_check_say_override_rows;
  ccl_diag *diag = ccl_check_report(checking, message, span, CCL_ARGS(which, both, day, text));
  ccl_diag_note(diag, &ccl_check_say_override_other, override_span(checking, earlier), CCL_NO_ARGS);
  ccl_diag_help(diag, &ccl_check_say_override_help, CCL_NO_ARGS);
}

static ccl_dayset shared_days(const target *t, size_t first, size_t second) {
  ccl_dayset both = ccl_dayset_of(ccl_days_and(article_of(t, first)->in_force, article_of(t, second)->in_force)),
             days = { 0 };
  const ccl_article_name *name = &t->plan->article_names[t->name];
  for (size_t i = 0; i < name->article_count; i++)
    days = ccl_dayset_or(days, ccl_dayset_of(t->plan->articles[name->articles[i]].in_force));
  return ccl_dayset_and(both, days);
}

static bool conflict(void *self, size_t first, size_t second) {
  const target *t = self;
  const ccl_override *one = t->list->items.items[first].override, *other = t->list->items.items[second].override;
  const ccl_article *earlier = article_of(t, first), *later = article_of(t, second);
  if (earlier == later)
    return false;
  if (one->where && other->where && one->activity != other->activity)
    return false;
  ccl_dayset days = shared_days(t, first, second);
  if (days.len == 0)
    return false;
  const ccl_expr *conditions[4] = { one->where, other->where, earlier->when, later->when };
  bool wanted[4] = { true, true, true, true };
  ccl_case row = { 0 };
  uint32_t activity = one->where ? one->activity : other->where ? other->activity : CCL_NONE;
  ccl_rows rows = { activity, activity == CCL_NONE ? CCL_NONE : t->plan->activities[activity].dated_by, days };
  ccl_day day;
  if (ccl_rows_find(t->checking, &rows, conditions, wanted, 4, &row, &day) != CCL_POSSIBLE)
    return false;
  report_two(t, first, second, day, &row);
  return true;
}

static void check_target(const ccl_checking *checking, const ccl_overriders *list, uint32_t name) {
  target t = { checking, checking->plan, list, name };
  ccl_meeting *things = ccl_new_array(ccl_meeting, list->items.len);
  for (size_t i = 0; i < list->items.len; i++) {
    ccl_guards guards = { 0 };
    ccl_guards_add(&guards, list->items.items[i].override->where);
    things[i] = (ccl_meeting){ ccl_dayset_of(article_of(&t, i)->in_force), guards.items, guards.len };
  }
  ccl_pairs_find(things, list->items.len, conflict, &t);
}

/* ---- Circles ---- */

typedef enum mark { UNSEEN, UNDER_WAY, DONE } mark;

/* The articles on the way, each overriding the next on the days that are left. */
typedef struct circle {
  const ccl_checking *checking;
  const ccl_plan *plan;
  mark *marks; /* for each article */
  CCL_VEC(uint32_t) path;
} circle;

static void report_circle(const circle *c, size_t first, uint32_t again) {
  ccl_buf text = { 0 };
  ccl_dayset days = ccl_dayset_of(c->plan->articles[again].in_force);
  for (size_t i = first; i < c->path.len; i++) {
    const ccl_article *article = &c->plan->articles[c->path.items[i]];
    days = ccl_dayset_and(days, ccl_dayset_of(article->in_force));
    ccl_buf_add(&text, article->name);
    ccl_buf_z(&text, " → ");
  }
  if (days.len == 0)
    return;
  ccl_buf_add(&text, c->plan->articles[again].name);
  const ccl_article *last = &c->plan->articles[c->path.items[c->path.len - 1]];
  ccl_diag *diag = ccl_check_report(c->checking, &ccl_check_say_override_circle, override_span(c->checking, last),
                                    CCL_ARGS(ccl_buf_str(&text), ccl_day_text(ccl_dayset_hull(days).from)));
  for (size_t i = first; i + 1 < c->path.len; i++)
    ccl_diag_note(diag, &ccl_check_say_override_other, override_span(c->checking, &c->plan->articles[c->path.items[i]]),
                  CCL_NO_ARGS);
}

static void visit(circle *c, uint32_t index) {
  if (c->marks[index] == DONE)
    return;
  if (c->marks[index] == UNDER_WAY) {
    for (size_t i = 0; i < c->path.len; i++)
      if (c->path.items[i] == index) {
        report_circle(c, i, index);
        return;
      }
    return;
  }
  c->marks[index] = UNDER_WAY;
  ccl_vec_push(&c->path, index);
  const ccl_article *article = &c->plan->articles[index];
  for (size_t i = 0; i < article->override_count && c->path.len < CCL_LIMIT_NESTING; i++) {
    const ccl_article_name *name = &c->plan->article_names[article->overrides[i].article_name];
    for (size_t k = 0; k < name->article_count; k++)
      if (!ccl_days_is_empty(ccl_days_and(article->in_force, c->plan->articles[name->articles[k]].in_force)))
        visit(c, name->articles[k]);
  }
  c->path.len--;
  c->marks[index] = DONE;
}

void ccl_check_overrides(ccl_checking *checking) {
  const ccl_plan *plan = checking->plan;
  ccl_overriders *all = ccl_check_overriders(plan);
  for (uint32_t i = 0; i < plan->article_names_count; i++)
    if (all[i].items.len > 1)
      check_target(checking, &all[i], i);
  circle c = { .checking = checking, .plan = plan, .marks = ccl_new_array(mark, plan->articles_count) };
  for (uint32_t i = 0; i < plan->articles_count; i++)
    visit(&c, i);
}
