/* SPDX-License-Identifier: Apache-2.0 */
/* An article (clause 4.6): when it is in force, what it overrides, for whom, under which condition; its effects are
 * those of effect.c. */
#include "lower/private.h"

void ccl_lower_context(ccl_diag *diag, const ccl_node *article) {
  const ccl_node *number = CCL_GET(article, ARTICLE, NUMBER), *title = CCL_GET(article, ARTICLE, TITLE);
  if (ccl_is_error(number) || ccl_is_error(title))
    return;
  diag->context = ccl_message_text(&ccl_lower_say_context, diag->lang, CCL_ARGS(number->text, title->text));
}

const uint32_t *ccl_lower_article_names(ccl_lowering *lowering, const ccl_node *list, size_t *count) {
  uint32_t length = ccl_node_len(list);
  uint32_t *names = ccl_new_array(uint32_t, length);
  *count = 0;
  for (uint32_t i = 0; i < length; i++) {
    const ccl_node *name = ccl_node_at(list, i);
    if (ccl_is_error(name) || name->kind != CCL_NODE_NAME)
      continue;
    const ccl_symbol *symbol = ccl_sema_find(lowering->sema, lowering->tree, name, 1u << CCL_SYMBOL_ARTICLE);
    if (symbol != NULL)
      names[(*count)++] = symbol->index;
  }
  return names;
}

const ccl_article_name *ccl_lower_names(const ccl_lowering *lowering, size_t *count) {
  *count = 0;
  for (size_t i = 0; i < lowering->articles.len; i++)
    if (lowering->articles.items[i].article_name >= *count)
      *count = (size_t)lowering->articles.items[i].article_name + 1;
  size_t *bearers = ccl_new_array(size_t, *count);
  for (size_t i = 0; i < lowering->articles.len; i++)
    bearers[lowering->articles.items[i].article_name]++;
  ccl_article_name *names = ccl_new_array(ccl_article_name, *count);
  uint32_t **lists = ccl_new_array(uint32_t *, *count);
  for (size_t n = 0; n < *count; n++)
    lists[n] = ccl_new_array(uint32_t, bearers[n]);
  for (size_t i = 0; i < lowering->articles.len; i++) {
    const ccl_article *article = &lowering->articles.items[i];
    ccl_article_name *name = &names[article->article_name];
    name->name = article->name;
    name->articles = lists[article->article_name];
    lists[article->article_name][name->article_count++] = (uint32_t)i;
  }
  return names;
}

/* ---- in force ---- */

/* The days that the clause says, before they are clipped to the contract. False: reported. */
static bool written_days(ccl_lowering *lowering, const ccl_node *clause, ccl_days *days) {
  const ccl_node *from = CCL_GET(clause, IN_FORCE, FROM), *to = CCL_GET(clause, IN_FORCE, TO),
                 *phase_name = CCL_GET(clause, IN_FORCE, PHASE);
  *days = (ccl_days){ CCL_DAY_MIN, CCL_DAY_MAX };
  switch ((int)clause->word) {
  case CCL_WORD_UNTIL:
    if (ccl_is_error(to))
      return false;
    days->to = ccl_lower_date(to);
    return true;
  case CCL_WORD_DURING:
  case CCL_WORD_AFTER: {
    if (ccl_is_error(phase_name))
      return false;
    const ccl_symbol *symbol = ccl_sema_find(lowering->sema, lowering->tree, phase_name, 1u << CCL_SYMBOL_PHASE);
    const ccl_phase *phase = symbol == NULL ? NULL : ccl_sema_phase(lowering->sema, symbol);
    if (phase == NULL)
      return false;
    *days = clause->word == CCL_WORD_DURING ? phase->days : (ccl_days){ phase->days.to + 1, CCL_DAY_MAX };
    return true;
  }
  default:
    if (ccl_is_error(from))
      return false;
    days->from = ccl_lower_date(from);
    return ccl_lower_last_day(lowering->diags, days->from, from, to, CCL_GET(clause, IN_FORCE, LENGTH), &days->to);
  }
}

/* What the article's days were, as the contract stood before each amendment. */
static const ccl_days *days_before(const ccl_lowering *lowering, ccl_days written) {
  const ccl_life *life = lowering->life;
  size_t count = lowering->amendments.count;
  ccl_days *before = count == 0 ? NULL : ccl_new_array(ccl_days, count);
  for (size_t state = 0; state < count; state++) {
    bool has_ended = life->ended > 0 && life->ended <= state;
    ccl_days there = { life->from, has_ended ? life->to : CCL_DAY_MAX };
    before[state] = life->born > state
                        ? CCL_NO_DAYS
                        : ccl_days_and(ccl_days_and(written, there), lowering->amendments.items[state].before);
  }
  return before;
}

/* The contract's days as they stood when the article was written: an amendment may have ended it early since. */
static ccl_days contract_at_birth(const ccl_lowering *lowering) {
  size_t born = lowering->life->born;
  return born < lowering->amendments.count ? lowering->amendments.items[born].before : lowering->header->cycle.contract;
}

static void lower_in_force(ccl_lowering *lowering, ccl_article *article, const ccl_node *node) {
  const ccl_node *clause = CCL_GET(node, ARTICLE, IN_FORCE);
  ccl_days always = { CCL_DAY_MIN, CCL_DAY_MAX }, written = always, later = { lowering->life->from, CCL_DAY_MAX };
  ccl_days contract = lowering->header->cycle.contract, at_birth = contract_at_birth(lowering);
  bool is_said = !ccl_is_error(clause) && written_days(lowering, clause, &written);
  bool is_outside = is_said && ccl_days_is_empty(ccl_days_and(ccl_days_and(contract, later), written)) &&
                    ccl_days_is_empty(ccl_days_and(ccl_days_and(at_birth, later), written));
  if (!is_said || is_outside) /* so that nothing else is said about its dates */
    written = always;
  article->in_force = ccl_days_and(ccl_days_and(contract, written), (ccl_days){ later.from, lowering->life->to });
  article->before = days_before(lowering, written);
  if (!is_outside)
    return;
  ccl_diag *diag = contract.to == CCL_DAY_MAX
                       ? ccl_report(lowering->diags, &ccl_lower_say_outside_contract_open, clause->span,
                                    CCL_ARGS(ccl_day_text(contract.from)))
                       : ccl_report(lowering->diags, &ccl_lower_say_outside_contract, clause->span,
                                    CCL_ARGS(ccl_day_text(contract.from), ccl_day_text(contract.to)));
  ccl_lower_context(diag, node);
}

/* ---- overrides ---- */

/* The names that stand as values in a condition, in the order of the text. */
static void each_name(const ccl_node *node, void (*see)(void *self, const ccl_node *name), void *self) {
  if (ccl_is_error(node) || node->kind == CCL_NODE_UNIT)
    return;
  if (node->kind == CCL_NODE_NAME) {
    see(self, node);
    return;
  }
  for (uint32_t i = 0; i < node->count; i++)
    if (!(i == 0 && (node->kind == CCL_NODE_CALL || node->kind == CCL_NODE_LOOKUP)))
      each_name(node->items[i], see, self);
}

typedef struct field_search {
  ccl_lowering *lowering;
  uint32_t activity; /* found */
  bool is_broken;
} field_search;

static uint32_t activity_count(const ccl_lowering *lowering) {
  uint32_t count = 0;
  while (ccl_sema_activity(lowering->sema, count) != NULL)
    count++;
  return count;
}

static bool has_field(const ccl_activity *activity, ccl_str name) {
  for (size_t i = 0; i < activity->field_count; i++)
    if (ccl_str_eq(activity->fields[i].name, name))
      return true;
  return false;
}

static void see_field(void *self, const ccl_node *name) {
  field_search *search = self;
  const ccl_sema *sema = search->lowering->sema;
  if (search->activity != CCL_NONE || search->is_broken)
    return;
  const ccl_node *qualifier = CCL_GET(name, NAME, QUALIFIER);
  uint32_t count = activity_count(search->lowering), found = CCL_NONE;
  ccl_buf several = { 0 };
  size_t hits = 0;
  ccl_str first = { 0 };
  for (uint32_t i = 0; i < count; i++) {
    const ccl_activity *activity = ccl_sema_activity(sema, i);
    if ((qualifier != NULL && !ccl_str_eq(qualifier->text, activity->name)) || !has_field(activity, name->text))
      continue;
    found = i;
    if (hits++ == 0)
      first = activity->name;
    else
      ccl_buf_z(&several, ", ");
    ccl_buf_add(&several, activity->name);
  }
  if (hits == 1)
    search->activity = found;
  if (hits > 1) {
    search->is_broken = true;
    ccl_diag *diag = ccl_report(search->lowering->diags, &ccl_lower_say_override_ambiguous, name->span,
                                CCL_ARGS(name->text, ccl_buf_str(&several)));
    ccl_diag_help(diag, &ccl_lower_say_override_ambiguous_help, CCL_ARGS(first, name->text));
  }
}

static void lower_overrides(ccl_lowering *lowering, ccl_article *article, const ccl_node *clause) {
  size_t count;
  const uint32_t *names = ccl_lower_article_names(lowering, clause, &count);
  const ccl_node *condition = CCL_GET(clause, OVERRIDES, CONDITION);
  const ccl_expr *where = NULL;
  field_search search = { lowering, CCL_NONE, false };
  if (!ccl_is_error(condition)) {
    each_name(condition, see_field, &search);
    if (search.activity == CCL_NONE) {
      if (!search.is_broken)
        ccl_report(lowering->diags, &ccl_lower_say_override_no_field, condition->span, CCL_NO_ARGS);
      return;
    }
    ccl_place_of place = { .site = CCL_SITE_ROW, .tree = lowering->tree, .activity = search.activity };
    where =
        ccl_sema_expr_as(lowering->sema, &place, condition, (ccl_type){ CCL_KIND_BOOL, NULL }, false, condition->span);
  }
  ccl_override *overrides = ccl_new_array(ccl_override, count);
  for (size_t i = 0; i < count; i++) {
    overrides[i] = (ccl_override){ names[i], where, search.activity };
    if (names[i] == article->article_name)
      ccl_report(lowering->diags, &ccl_lower_say_overrides_itself, clause->span, CCL_NO_ARGS);
  }
  article->overrides = overrides;
  article->override_count = count;
}

/* ---- for each, when, billing ---- */

static void lower_for_each(ccl_lowering *lowering, ccl_article *article, const ccl_node *clause) {
  uint32_t *dims = ccl_new_array(uint32_t, ccl_node_len(clause));
  for (uint32_t i = 0; i < ccl_node_len(clause); i++) {
    const ccl_node *name = ccl_node_at(clause, i);
    uint32_t dim = ccl_is_error(name) ? CCL_NONE : ccl_sema_dim(lowering->sema, lowering->tree, name);
    if (dim != CCL_NONE)
      dims[article->for_each_count++] = dim;
  }
  article->for_each = dims;
}

static void lower_billing(ccl_lowering *lowering, ccl_article *article, const ccl_node *clause) {
  const ccl_node *period = CCL_GET(clause, BILLING, PERIOD), *timing = CCL_GET(clause, BILLING, TIMING);
  article->in_advance = !ccl_is_error(timing) && timing->word == CCL_WORD_IN_ADVANCE;
  if (ccl_is_error(period))
    return;
  ccl_billing contract = lowering->header->cycle.billing;
  if (period->word == CCL_WORD_QUARTERLY && contract != CCL_BILLING_QUARTERLY)
    article->billing = CCL_ARTICLE_QUARTERLY;
  if (period->word == CCL_WORD_YEARLY && contract != CCL_BILLING_YEARLY)
    article->billing = CCL_ARTICLE_YEARLY;
  bool is_shorter = (article->billing == CCL_ARTICLE_QUARTERLY && contract == CCL_BILLING_YEARLY) ||
                    (period->word == CCL_WORD_MONTHLY && contract != CCL_BILLING_MONTHLY) ||
                    period->word == CCL_WORD_WEEKLY;
  if (is_shorter)
    ccl_report(lowering->diags, &ccl_lower_say_article_billing_shorter, clause->span, CCL_NO_ARGS);
}

void ccl_lower_article(ccl_lowering *lowering, const ccl_node *node) {
  const ccl_node *name = CCL_GET(node, ARTICLE, NAME), *number = CCL_GET(node, ARTICLE, NUMBER),
                 *title = CCL_GET(node, ARTICLE, TITLE);
  if (ccl_is_error(name) || ccl_is_error(number) || ccl_is_error(title))
    return;
  const ccl_symbol *symbol = ccl_sema_find(lowering->sema, lowering->tree, name, 1u << CCL_SYMBOL_ARTICLE);
  if (symbol == NULL)
    return;
  size_t first_finding = lowering->diags->all.len;
  ccl_article article = { .number = number->text,
                          .name = name->text,
                          .title = title->text,
                          .span = node->span,
                          .name_span = name->span,
                          .article_name = symbol->index };
  lower_in_force(lowering, &article, node);
  if (!ccl_is_error(CCL_GET(node, ARTICLE, OVERRIDES)))
    lower_overrides(lowering, &article, CCL_GET(node, ARTICLE, OVERRIDES));
  if (!ccl_is_error(CCL_GET(node, ARTICLE, FOR_EACH)))
    lower_for_each(lowering, &article, CCL_GET(node, ARTICLE, FOR_EACH));
  if (!ccl_is_error(CCL_GET(node, ARTICLE, BILLING)))
    lower_billing(lowering, &article, CCL_GET(node, ARTICLE, BILLING));
  const ccl_node *when = CCL_GET(node, ARTICLE, WHEN);
  if (!ccl_is_error(when) && !ccl_is_error(CCL_GET(when, WHEN, CONDITION))) {
    ccl_place_of place = {
      .site = CCL_SITE_ARTICLE, .tree = lowering->tree, .dims = article.for_each, .dim_count = article.for_each_count
    };
    const ccl_node *condition = CCL_GET(when, WHEN, CONDITION);
    article.when =
        ccl_sema_expr_as(lowering->sema, &place, condition, (ccl_type){ CCL_KIND_BOOL, NULL }, false, condition->span);
  }
  ccl_making making = {
    .article = &article, .node = node, .vat = CCL_GET(node, ARTICLE, VAT), .proration = CCL_GET(node, ARTICLE, PRORATION)
  };
  for (uint32_t i = 0; i < ccl_node_len(node); i++) /* the base first: effects may stand before it */
    if (ccl_node_at(node, i)->kind == CCL_NODE_BASE || ccl_node_at(node, i)->kind == CCL_NODE_BASE_ALL)
      ccl_lower_effect(lowering, &making, ccl_node_at(node, i));
  for (uint32_t i = 0; i < ccl_node_len(node); i++)
    if (ccl_node_at(node, i)->kind != CCL_NODE_BASE && ccl_node_at(node, i)->kind != CCL_NODE_BASE_ALL)
      ccl_lower_effect(lowering, &making, ccl_node_at(node, i));
  article.effects = making.effects.items;
  article.effect_count = making.effects.len;
  for (size_t i = first_finding; i < lowering->diags->all.len; i++)
    if (lowering->diags->all.items[i]->context.len == 0 && lowering->diags->all.items[i]->span.file == node->span.file)
      ccl_lower_context(lowering->diags->all.items[i], node);
  ccl_vec_push(&lowering->articles, article);
  ccl_vec_push(&lowering->lives, lowering->life);
}
