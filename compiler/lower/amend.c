/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Amendments as a whole (clause 8): which contract they amend, in which order, the header and the contract's days as
 * they leave them, and which articles there are when. Names are sema's, what an article says article.c's.
 */
#include "lower/private.h"

/* The amendments while they are read. */
typedef struct reading {
  ccl_units *units;
  ccl_diags *diags;
  const ccl_tree *const *trees;
  ccl_header standing; /* after those read so far */
  ccl_days contract;
} reading;

/* ---- Which contract ---- */

static const ccl_node *reference_of(const ccl_tree *contract) {
  const ccl_node *header = CCL_GET(contract->root, CONTRACT, HEADER);
  for (uint32_t i = 0; !ccl_is_error(header) && i < ccl_node_len(header); i++)
    if (ccl_node_at(header, i)->kind == CCL_NODE_REFERENCE)
      return CCL_GET(ccl_node_at(header, i), REFERENCE, TEXT);
  return NULL;
}

static void check_reference(const reading *r, const ccl_node *amendment) {
  const ccl_node *named = CCL_GET(amendment, AMENDMENT, REFERENCE), *reference = reference_of(r->trees[0]);
  if (ccl_is_error(named) || (reference != NULL && ccl_is_error(reference)))
    return;
  if (reference == NULL) {
    ccl_diag *diag = ccl_report(r->diags, &ccl_lower_say_no_reference, named->span, CCL_ARGS(named->text));
    ccl_diag_help(diag, &ccl_lower_say_no_reference_help, CCL_ARGS(named->text));
  } else if (!ccl_str_eq(named->text, reference->text)) {
    ccl_diag *diag =
        ccl_report(r->diags, &ccl_lower_say_other_reference, named->span, CCL_ARGS(named->text, reference->text));
    ccl_diag_note(diag, &ccl_lower_say_reference_here, reference->span, CCL_NO_ARGS);
  }
}

/* ---- Their order ---- */

static const ccl_node *effective_of(const ccl_node *amendment) {
  const ccl_node *effective = CCL_GET(amendment, AMENDMENT, EFFECTIVE);
  return ccl_is_error(effective) ? NULL : CCL_GET(effective, EFFECTIVE, DATE);
}

static bool check_number(const reading *r, const ccl_node *number, const ccl_node *before) {
  if (ccl_is_error(number))
    return false;
  if (ccl_lower_count(number) < 1 || ccl_lower_count(number) > INT32_MAX) {
    ccl_report(r->diags, &ccl_lower_say_amendment_number, number->span, CCL_NO_ARGS);
    return false;
  }
  if (ccl_is_error(before) || ccl_lower_count(number) > ccl_lower_count(before))
    return true;
  ccl_diag *diag =
      ccl_report(r->diags, &ccl_lower_say_amendment_order, number->span, CCL_ARGS(number->text, before->text));
  ccl_diag_note(diag, &ccl_lower_say_amendment_before, before->span, CCL_NO_ARGS);
  return false;
}

static void check_date(const reading *r, const ccl_node *date, const ccl_node *before) {
  if (ccl_is_error(date) || ccl_is_error(before) || ccl_lower_date(date) >= ccl_lower_date(before))
    return;
  ccl_diag *diag = ccl_report(r->diags, &ccl_lower_say_amendment_dates, date->span,
                              CCL_ARGS(ccl_day_text(ccl_lower_date(date)), ccl_day_text(ccl_lower_date(before))));
  ccl_diag_note(diag, &ccl_lower_say_amendment_before, before->span, CCL_NO_ARGS);
}

static void check_order(const reading *r, size_t tree) {
  const ccl_node *amendment = r->trees[tree]->root, *earlier = tree > 1 ? r->trees[tree - 1]->root : NULL;
  bool is_first = earlier == NULL || earlier->kind != CCL_NODE_AMENDMENT;
  if (check_number(r, CCL_GET(amendment, AMENDMENT, NUMBER), is_first ? NULL : CCL_GET(earlier, AMENDMENT, NUMBER)))
    check_date(r, effective_of(amendment), is_first ? NULL : effective_of(earlier));
}

/* ---- What is said twice ---- */

/* The name of what an item changes. NULL: it has none, as header items have, which are told by their kind. */
static const ccl_node *changed(const ccl_node *item) {
  switch ((int)item->kind) {
  case CCL_NODE_SET: return CCL_GET(item, SET, NAME);
  case CCL_NODE_REMOVE: return CCL_GET(item, REMOVE, NAME);
  case CCL_NODE_REPLACE: {
    const ccl_node *declared = CCL_GET(item, REPLACE, DECLARATION);
    static const struct {
      ccl_node_kind kind;
      unsigned slot;
    } names[] = {
      { CCL_NODE_ARTICLE, CCL_SLOT_ARTICLE_NAME },   { CCL_NODE_MEASURE, CCL_SLOT_MEASURE_NAME },
      { CCL_NODE_TIERS, CCL_SLOT_TIERS_NAME },       { CCL_NODE_GRID, CCL_SLOT_GRID_NAME },
      { CCL_NODE_CALENDAR, CCL_SLOT_CALENDAR_NAME },
    };
    for (size_t i = 0; !ccl_is_error(declared) && i < sizeof names / sizeof *names; i++)
      if (names[i].kind == declared->kind)
        return ccl_node_get(declared, names[i].slot);
    return NULL;
  }
  default: return NULL;
  }
}

static bool is_header_item(const ccl_node *item) {
  static const ccl_node_kind kinds[] = {
    CCL_NODE_PARTY,           CCL_NODE_VAT,
    CCL_NODE_ROUNDING,        CCL_NODE_PRORATION,
    CCL_NODE_PAYMENT,         CCL_NODE_LATE_INTEREST,
    CCL_NODE_RECOVERY_FEE,    CCL_NODE_EARLY_DISCOUNT,
    CCL_NODE_VAT_ON_DEBITS,   CCL_NODE_PURCHASE_ORDER,
    CCL_NODE_BUYER_REFERENCE, CCL_NODE_EDITION,
  };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (kinds[i] == item->kind)
      return true;
  return false;
}

static bool change_the_same(const ccl_node *a, const ccl_node *b) {
  if (is_header_item(a))
    return a->kind == b->kind && (a->kind != CCL_NODE_PARTY || a->word == b->word);
  const ccl_node *first = changed(a), *second = changed(b);
  return !ccl_is_error(first) && !ccl_is_error(second) && ccl_str_eq(first->text, second->text);
}

/* Which of the two would hold? */
static void check_twice(const reading *r, const ccl_node *amendment) {
  for (uint32_t i = 1; i < ccl_node_len(amendment); i++)
    for (uint32_t k = 0; k < i; k++) {
      const ccl_node *item = ccl_node_at(amendment, i), *earlier = ccl_node_at(amendment, k);
      if (ccl_is_error(item) || ccl_is_error(earlier) || !change_the_same(item, earlier))
        continue;
      const ccl_node *name = changed(item), *named = changed(earlier);
      ccl_diag *diag = name != NULL
                           ? ccl_report(r->diags, &ccl_lower_say_amended_twice, name->span, CCL_ARGS(name->text))
                           : ccl_report(r->diags, &ccl_lower_say_item_twice, item->span, CCL_NO_ARGS);
      ccl_diag_note(diag, &ccl_lower_say_first_time, named != NULL ? named->span : earlier->span, CCL_NO_ARGS);
      break;
    }
}

/* ---- The contract's days ---- */

static void extend(reading *r, const ccl_node *date) {
  ccl_day last = ccl_lower_date(date);
  if (r->contract.to == CCL_DAY_MAX)
    ccl_report(r->diags, &ccl_lower_say_extends_nothing, date->span, CCL_NO_ARGS);
  else if (last <= r->contract.to)
    ccl_report(r->diags, &ccl_lower_say_no_extension, date->span, CCL_ARGS(ccl_day_text(r->contract.to)));
  else
    r->contract.to = last;
}

/* The eve of the effective date is the earliest last day: what is past cannot be amended. */
static void terminate(reading *r, const ccl_node *date, ccl_day effective) {
  ccl_day last = ccl_lower_date(date);
  if (last > r->contract.to)
    ccl_report(r->diags, &ccl_lower_say_ends_already, date->span, CCL_ARGS(ccl_day_text(r->contract.to)));
  else if (last < effective - 1)
    ccl_report(r->diags, &ccl_lower_say_ends_in_the_past, date->span,
               CCL_ARGS(ccl_day_text(last), ccl_day_text(effective)));
  else if (last < r->contract.from)
    ccl_report(r->diags, &ccl_lower_say_inverted_dates, date->span,
               CCL_ARGS(ccl_day_text(r->contract.from), ccl_day_text(last)));
  else
    r->contract.to = last;
}

static void read_end(reading *r, const ccl_node *amendment, ccl_day effective) {
  const ccl_node *first = NULL;
  for (uint32_t i = 0; i < ccl_node_len(amendment); i++) {
    const ccl_node *item = ccl_node_at(amendment, i);
    if (item->kind != CCL_NODE_EXTEND && item->kind != CCL_NODE_TERMINATE)
      continue;
    const ccl_node *date = item->kind == CCL_NODE_EXTEND ? CCL_GET(item, EXTEND, DATE) : CCL_GET(item, TERMINATE, DATE);
    if (first != NULL) {
      ccl_diag_note(ccl_report(r->diags, &ccl_lower_say_two_ends, item->span, CCL_NO_ARGS), &ccl_lower_say_first_time,
                    first->span, CCL_NO_ARGS);
      continue;
    }
    first = item;
    if (ccl_is_error(date))
      continue;
    if (item->kind == CCL_NODE_EXTEND)
      extend(r, date);
    else
      terminate(r, date, effective);
  }
}

/* An amendment may begin on the day after the last one: an extension does. */
static void check_inside(const reading *r, const ccl_node *date) {
  if (ccl_is_error(date) || r->contract.to == CCL_DAY_MAX || ccl_lower_date(date) <= r->contract.to + 1)
    return;
  ccl_report(r->diags, &ccl_lower_say_amendment_outside, date->span,
             CCL_ARGS(ccl_day_text(ccl_lower_date(date)), ccl_day_text(r->contract.to)));
}

/* ---- All of them ---- */

static void read_amendment(reading *r, size_t tree, ccl_amendment *amendment) {
  const ccl_node *node = r->trees[tree]->root;
  amendment->before = r->contract;
  amendment->header = r->standing;
  amendment->span = node->span;
  if (node->kind != CCL_NODE_AMENDMENT)
    return;
  const ccl_node *number = CCL_GET(node, AMENDMENT, NUMBER), *date = effective_of(node),
                 *title = CCL_GET(node, AMENDMENT, TITLE);
  check_reference(r, node);
  check_order(r, tree);
  check_inside(r, date);
  check_twice(r, node);
  amendment->span = node->head;
  amendment->number = (uint32_t)ccl_lower_count(number);
  amendment->effective = ccl_is_error(date) ? r->contract.from : ccl_lower_date(date);
  if (!ccl_is_error(title) && !ccl_is_error(CCL_GET(title, TITLE, TEXT)))
    amendment->title = CCL_GET(title, TITLE, TEXT)->text;
  ccl_lower_header_items(node, r->units, r->diags, &r->standing);
  amendment->header = r->standing;
  read_end(r, node, amendment->effective);
}

ccl_amendments ccl_lower_amendments(const ccl_tree *const *trees, size_t tree_count, ccl_units *units, ccl_diags *diags,
                                    ccl_header *header) {
  reading r = { units, diags, trees, *header, header->cycle.contract };
  size_t count = tree_count - 1;
  ccl_amendment *amendments = ccl_new_array(ccl_amendment, count);
  for (size_t i = 0; i < count; i++)
    read_amendment(&r, i + 1, &amendments[i]);
  header->cycle.contract = r.contract;
  for (size_t i = 0; i < count; i++)
    amendments[i].header.cycle = header->cycle;
  return (ccl_amendments){ amendments, count };
}

/* ---- Articles (replace, add, remove) ---- */

static ccl_life *new_life(const ccl_tree *tree, const ccl_node *node, ccl_day from, size_t born) {
  ccl_life *life = ccl_new(ccl_life);
  *life = (ccl_life){ node, tree, from, CCL_DAY_MAX, born, 0 };
  return life;
}

static bool is_called(const ccl_life *life, ccl_str name) {
  const ccl_node *own = CCL_GET(life->node, ARTICLE, NAME);
  return !ccl_is_error(own) && ccl_str_eq(own->text, name);
}

/* The article of the name that stands, and its place in the list. NULL: it was removed before (reported), or that was
 * said already. */
static ccl_life *standing(ccl_diags *diags, const ccl_lives *lives, const ccl_node *name, size_t amendment,
                          size_t *place) {
  const ccl_life *removed = NULL;
  for (size_t i = lives->len; i > 0; i--) {
    ccl_life *life = lives->items[i - 1];
    if (!is_called(life, name->text))
      continue;
    *place = i - 1;
    if (life->ended == 0)
      return life;
    removed = life;
    break;
  }
  if (removed != NULL && removed->ended != amendment)
    ccl_diag_note(
        ccl_report(diags, &ccl_lower_say_removed_before, name->span, CCL_ARGS(name->text, ccl_day_text(removed->to))),
        &ccl_lower_say_article_here, CCL_GET(removed->node, ARTICLE, NAME)->span, CCL_NO_ARGS);
  return NULL;
}

static void end_life(ccl_life *life, ccl_day effective, size_t amendment) {
  life->to = effective - 1;
  life->ended = amendment;
}

/* What replaces an article follows it. */
static void insert(ccl_lives *lives, size_t place, ccl_life *life) {
  ccl_vec_push(lives, life);
  for (size_t i = lives->len - 1; i > place; i--)
    lives->items[i] = lives->items[i - 1];
  lives->items[place] = life;
}

static void amend_articles(ccl_diags *diags, ccl_lives *lives, const ccl_tree *tree, ccl_day effective,
                           size_t amendment) {
  for (uint32_t i = 0; i < ccl_node_len(tree->root); i++) {
    const ccl_node *item = ccl_node_at(tree->root, i);
    const ccl_node *node = item->kind == CCL_NODE_REPLACE ? CCL_GET(item, REPLACE, DECLARATION)
                           : item->kind == CCL_NODE_ADD   ? CCL_GET(item, ADD, DECLARATION)
                                                          : NULL;
    bool is_article = !ccl_is_error(node) && node->kind == CCL_NODE_ARTICLE;
    const ccl_node *name = is_article                      ? CCL_GET(node, ARTICLE, NAME)
                           : item->kind == CCL_NODE_REMOVE ? CCL_GET(item, REMOVE, NAME)
                                                           : NULL;
    size_t place;
    if (ccl_is_error(name))
      continue;
    if (item->kind == CCL_NODE_ADD) {
      ccl_vec_push(lives, new_life(tree, node, effective, amendment));
      continue;
    }
    ccl_life *before = standing(diags, lives, name, amendment, &place);
    if (before == NULL)
      continue;
    end_life(before, effective, amendment);
    if (item->kind == CCL_NODE_REPLACE)
      insert(lives, place + 1, new_life(tree, node, effective, amendment));
  }
}

ccl_lives ccl_lower_lives(ccl_diags *diags, const ccl_tree *const *trees, size_t tree_count,
                          ccl_amendments amendments) {
  ccl_lives lives = { 0 };
  const ccl_node *contract = trees[0]->root;
  for (uint32_t i = 0; contract->kind == CCL_NODE_CONTRACT && i < ccl_node_len(contract); i++)
    if (ccl_node_at(contract, i)->kind == CCL_NODE_ARTICLE)
      ccl_vec_push(&lives, new_life(trees[0], ccl_node_at(contract, i), CCL_DAY_MIN, 0));
  for (size_t t = 1; t < tree_count; t++)
    if (trees[t]->root->kind == CCL_NODE_AMENDMENT)
      amend_articles(diags, &lives, trees[t], amendments.items[t - 1].effective, t);
  return lives;
}

/* ---- States ---- */

bool ccl_lower_stands(const ccl_life *life, size_t state) {
  return life->born <= state && (life->ended == 0 || life->ended > state);
}

const ccl_header *ccl_lower_header_in(const ccl_lowering *lowering, size_t state) {
  return state == 0 ? lowering->header : &lowering->amendments.items[state - 1].header;
}
