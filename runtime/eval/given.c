/* SPDX-License-Identifier: Apache-2.0 */
/* What an example gives (clause 4.7): a measure or an input, whatever the window; in one article; for one
 * combination of dimensions; earlier. Parameters: run.c. */
#include "eval/ask.h"
#include "eval/messages.h"

bool ccl_run_gives_measure(const ccl_run *run, uint32_t measure) {
  for (size_t i = 0; run->example && i < run->example->given_count; i++)
    if (run->example->givens[i].kind == CCL_GIVEN_MEASURE && run->example->givens[i].index == measure)
      return true;
  return false;
}

/* Whether the given is for this figure; in_article: those of the article alone, else those of everywhere. */
static bool is_for(const ccl_asker *asker, const ccl_given *given, ccl_given_kind kind, uint32_t index,
                   bool in_article) {
  if (given->kind != kind || given->index != index || given->earlier != asker->is_earlier)
    return false;
  if (!in_article)
    return given->article_name == CCL_NONE;
  uint32_t article = asker->context.article;
  return article != CCL_NONE && given->article_name == asker->run->plan->articles[article].article_name;
}

/* Whether the keys have every known value of the group. Keys stand in the order of `by`; a group of fewer dimensions
 * is the sum of its combinations. */
static bool keys_match(const ccl_given *given, const ccl_context *context) {
  for (size_t i = 0; i < context->known; i++) {
    bool has = false;
    for (size_t j = 0; j < given->key_count && !has; j++)
      has = given->keys[j].kind == context->group[i].kind && (given->key_count != context->dim_count || i == j) &&
            ccl_value_eq(given->keys[j], context->group[i]);
    if (!has)
      return false;
  }
  return true;
}

/* What was found among the givens of one figure. */
typedef struct gift {
  const ccl_value *whole; /* without keys */
  size_t keyed, matching;
  ccl_rat sum; /* of those that match */
  ccl_value last; /* of those: also for a figure that is no number */
} gift;

static gift gather(const ccl_asker *asker, ccl_given_kind kind, uint32_t index, bool in_article) {
  const ccl_example *example = asker->run->example;
  gift all = { .sum = CCL_RAT_ZERO };
  for (size_t i = 0; i < example->given_count; i++) {
    const ccl_given *given = &example->givens[i];
    const ccl_value *value = &asker->run->givens[i];
    if (!is_for(asker, given, kind, index, in_article))
      continue;
    if (given->key_count == 0) {
      all.whole = value;
      continue;
    }
    all.keyed++;
    if (!keys_match(given, &asker->context))
      continue;
    all.matching++;
    all.last = *value;
    if (value->state == CCL_KNOWN && value->kind == CCL_KIND_NUMBER)
      all.sum = ccl_rat_add(all.sum, value->as.number);
  }
  return all;
}

static void add_keys(const ccl_asker *asker, ccl_given_kind kind, uint32_t index, bool in_article) {
  const ccl_example *example = asker->run->example;
  for (size_t i = 0; i < example->given_count; i++) {
    const ccl_given *given = &example->givens[i];
    if (is_for(asker, given, kind, index, in_article) && given->key_count == asker->context.dim_count)
      ccl_search_add(asker->search, &asker->context, given->keys);
  }
}

/* A measure charged by dimensions must be given by keys, unless it is 0. */
static void ask_for_keys(const ccl_asker *asker, uint32_t index, const ccl_value *whole) {
  bool is_nothing = whole->state == CCL_KNOWN && whole->kind == CCL_KIND_NUMBER && ccl_rat_is_zero(whole->as.number);
  if (is_nothing || asker->search->trouble)
    return;
  const ccl_measure *measure = &asker->run->plan->measures[index];
  ccl_str said = ccl_message_text(&ccl_eval_say_needs_keys, asker->run->plan->header.lang, CCL_ARGS(measure->name));
  asker->search->trouble = ccl_trouble_new(CCL_CODE_context_mismatch, measure->value, measure->name, said).as.trouble;
}

static ccl_value search_given(const ccl_asker *asker, ccl_given_kind kind, uint32_t index, const gift *all,
                              bool in_article) {
  if (all->keyed > 0)
    add_keys(asker, kind, index, in_article);
  else if (kind == CCL_GIVEN_MEASURE)
    ask_for_keys(asker, index, all->whole);
  return ccl_value_unknown();
}

bool ccl_ask_given(ccl_asker *asker, ccl_given_kind kind, uint32_t index, ccl_value *value, uint64_t *rows) {
  if (!asker->run->example)
    return false;
  bool in_article = true;
  gift all = gather(asker, kind, index, true);
  if (!all.whole && all.keyed == 0) {
    in_article = false;
    all = gather(asker, kind, index, false);
  }
  if (!all.whole && all.keyed == 0)
    return false;
  bool in_group = asker->context.dim_count > 0;
  if (in_group && asker->context.known < asker->context.dim_count) {
    *value = asker->search ? search_given(asker, kind, index, &all, in_article) : ccl_value_unknown();
    return true;
  }
  if (all.whole && (!in_group || all.keyed == 0)) {
    *value = *all.whole;
    *rows = 1;
    return true;
  }
  *rows = all.matching;
  bool is_number = all.matching != 1 || all.last.kind == CCL_KIND_NUMBER;
  *value = is_number && all.last.state == CCL_KNOWN ? ccl_value_number(all.sum) : all.last;
  return true;
}
