/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes the nodes of the tree and keeps it shallow: chains become lists, and what nests deeper than CCL_LIMIT_NESTING becomes an
 * ERROR node with one message. Texts and values of leaves are read in leaf.c.
 */
#include "syntax/build.h"

#include <string.h>

#include "base/limits.h"
#include "ccl.tab.h"
#include "syntax/messages.h"
#include "syntax/syntax_errors.h"

ccl_loc ccl_loc_join(const ccl_loc *symbols, int count) {
  if (count == 0) /* an empty rule stands behind the symbol before it */
    return (ccl_loc){ symbols->end, symbols->end, symbols->end };
  int first = 0, last = count - 1;
  while (first < last && symbols[first].start == symbols[first].end)
    first++;
  while (last > first && symbols[last].start == symbols[last].end)
    last--;
  return (ccl_loc){ symbols[first].start, symbols[last].end, symbols[first].head_end };
}

static void place(const ccl_reader *reader, ccl_node *node, ccl_loc at) {
  node->span = (ccl_span){ reader->file, at.start, at.end };
  node->head = (ccl_span){ reader->file, at.start, at.head_end };
}

/* How much deeper a node of this kind makes what is in it: counted apart, so that each is bounded by itself. */
static unsigned nests(ccl_node_kind kind) {
  return kind == CCL_NODE_NOT || kind == CCL_NODE_NEGATE || kind == CCL_NODE_CALL || kind == CCL_NODE_LOOKUP ||
         kind == CCL_NODE_IN_LIST;
}

static unsigned turns(ccl_node_kind kind) {
  return kind == CCL_NODE_IF || kind == CCL_NODE_AGGREGATE || kind == CCL_NODE_WINDOW || kind == CCL_NODE_OVERALL ||
         kind == CCL_NODE_CONVERT || kind == CCL_NODE_RECKON || kind == CCL_NODE_DEFAULT;
}

/* A node that nests too deep is an ERROR from then on. */
static void bound_nesting(ccl_reader *reader, ccl_node *node) {
  if (node->nesting <= CCL_LIMIT_NESTING && node->turns <= CCL_LIMIT_NESTING)
    return;
  ccl_syntax_report_nesting(reader, (ccl_loc){ node->head.start, node->head.end, node->head.end });
  *node = (ccl_node){ .kind = CCL_NODE_ERROR, .span = node->span, .head = node->head };
}

/* The child is in the node: the node is at least as deep. */
static void deepen(ccl_node *node, const ccl_node *child) {
  unsigned nesting = child->nesting + nests(node->kind), turned = child->turns + turns(node->kind);
  if (nesting > node->nesting)
    node->nesting = (uint16_t)nesting;
  if (turned > node->turns)
    node->turns = (uint16_t)turned;
}

static void push(ccl_node *node, ccl_node *child) {
  if (node->count == node->cap) {
    uint32_t cap = node->cap ? node->cap * 2 : 4;
    ccl_node **items = ccl_new_array(ccl_node *, cap);
    if (node->count)
      memcpy(items, node->items, node->count * sizeof *items);
    node->items = items;
    node->cap = cap;
  }
  node->items[node->count++] = child;
  if (child)
    deepen(node, child);
}

ccl_node *ccl_build_node(ccl_reader *reader, ccl_loc at, ccl_node_kind kind, ccl_word word, ccl_node *const *children,
                         unsigned count) {
  if (count != ccl_node_kind_slots(kind))
    CCL_BUG("a node with the wrong number of children");
  ccl_node *node = ccl_new(ccl_node);
  node->kind = kind;
  node->word = word;
  node->nesting = (uint16_t)nests(kind);
  node->turns = (uint16_t)turns(kind);
  place(reader, node, at);
  if (count) {
    node->items = ccl_new_array(ccl_node *, count);
    node->cap = count;
  }
  for (unsigned i = 0; i < count; i++)
    push(node, children[i + 1]);
  node->slots = (uint16_t)count;
  bound_nesting(reader, node);
  return node;
}

ccl_node *ccl_build_set(ccl_reader *reader, ccl_loc at, ccl_node *node, unsigned slot, ccl_node *child) {
  place(reader, node, at);
  if (node->kind == CCL_NODE_ERROR)
    return node;
  node->items[slot] = child;
  deepen(node, child);
  bound_nesting(reader, node);
  return node;
}

ccl_node *ccl_build_list(ccl_reader *reader, ccl_loc at, ccl_node *item) {
  ccl_node *list = MAKE(LIST, at, );
  if (item)
    push(list, item);
  return list;
}

ccl_node *ccl_build_append(ccl_reader *reader, ccl_node *list, ccl_node *item) {
  if (ccl_node_len(list) == 0 && list->slots == 0)
    place(reader, list, (ccl_loc){ item->span.start, item->span.end, item->head.end });
  else if (item->span.end > list->span.end)
    list->span.end = item->span.end;
  push(list, item);
  return list;
}

ccl_node *ccl_build_item(ccl_reader *reader, ccl_node *list, ccl_node *item) {
  /* Prose and chapters stand anywhere: they do not show that reading has found its place again. */
  if (item->kind != CCL_NODE_PROSE && item->kind != CCL_NODE_CHAPTER && item->kind != CCL_NODE_ERROR)
    reader->muted = false;
  return ccl_build_append(reader, list, item);
}

ccl_node *ccl_build_lost(ccl_reader *reader, ccl_node *list, ccl_loc at) {
  ccl_node *last = ccl_node_len(list) ? ccl_node_at(list, ccl_node_len(list) - 1) : NULL;
  if (!last || last->kind != CCL_NODE_ERROR)
    return ccl_build_append(reader, list, MAKE(ERROR, at, ));
  last->span.end = list->span.end = at.end > last->span.end ? at.end : last->span.end;
  return list;
}

ccl_node *ccl_build_take(ccl_reader *reader, ccl_loc at, ccl_node *node, ccl_node *list) {
  place(reader, node, at);
  if (node->kind == CCL_NODE_ERROR)
    return node;
  for (uint32_t i = 0; i < ccl_node_len(list); i++)
    push(node, ccl_node_at(list, i));
  bound_nesting(reader, node);
  return node;
}

/* The slot that bears the name of a kind, or the number of slots. */
static unsigned slot_for(const ccl_node *node, ccl_node_kind kind) {
  unsigned slot = 0;
  while (slot < node->slots && strcmp(ccl_node_slot_name(node->kind, slot), ccl_node_kind_id(kind)) != 0)
    slot++;
  return slot;
}

static void report_twice(ccl_reader *reader, const ccl_node *again, const ccl_node *first) {
  ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_twice, again->span,
                              CCL_ARGS(ccl_source_text(reader->sources, again->head)));
  ccl_diag_note(diag, &ccl_syntax_say_twice_first, first->span, CCL_NO_ARGS);
}

ccl_node *ccl_build_fill(ccl_reader *reader, ccl_loc at, ccl_node *node, ccl_node *list) {
  place(reader, node, at);
  for (uint32_t i = 0; i < ccl_node_len(list); i++) {
    ccl_node *item = ccl_node_at(list, i);
    unsigned slot = slot_for(node, item->kind);
    if (slot == node->slots) {
      if (ccl_node_kind_has_list(node->kind))
        push(node, item);
    } else if (node->items[slot]) {
      report_twice(reader, item, node->items[slot]);
    } else {
      node->items[slot] = item;
    }
  }
  return node;
}

ccl_node *ccl_build_filled(ccl_reader *reader, ccl_node *node) {
  bool filled = reader->error_at > node->span.start; /* what could not be read may have filled it */
  for (uint32_t i = 0; i < ccl_node_len(node); i++)
    filled = filled || ccl_node_at(node, i)->kind != CCL_NODE_PROSE;
  if (!filled)
    ccl_report(reader->diags, node->kind == CCL_NODE_ARTICLE ? &ccl_syntax_say_no_effect : &ccl_syntax_say_empty_block,
               node->head, CCL_ARGS(ccl_source_text(reader->sources, node->head)));
  return node;
}

ccl_node *ccl_build_once(ccl_reader *reader, ccl_node *list) {
  const ccl_node *seen[CCL_NODES_COUNT] = { NULL };
  const ccl_node *worded[CCL_WORDS_COUNT] = { NULL };
  for (uint32_t i = 0; i < ccl_node_len(list); i++) {
    const ccl_node *item = ccl_node_at(list, i);
    bool by_word = item->kind == CCL_NODE_PARTY || item->kind == CCL_NODE_PARTY_DETAIL;
    const ccl_node **first = by_word ? &worded[item->word] : &seen[item->kind];
    if (item->kind == CCL_NODE_ERROR || item->kind == CCL_NODE_PROSE)
      continue;
    if (*first)
      report_twice(reader, item, *first);
    else
      *first = item;
  }
  return list;
}

ccl_node *ccl_build_library(ccl_reader *reader, ccl_loc at, ccl_node *title, ccl_node *items) {
  for (uint32_t i = 0; i < ccl_node_len(items); i++)
    if (ccl_node_at(items, i)->kind == CCL_NODE_ARTICLE)
      ccl_report(reader->diags, &ccl_syntax_say_article_in_library, ccl_node_at(items, i)->head, CCL_NO_ARGS);
  return ccl_build_take(reader, at, MAKE(LIBRARY, at, title), items);
}

/* ---- Activities ---- */

ccl_node *ccl_build_missing_text(ccl_reader *reader, ccl_node *options, ccl_node *text) {
  ccl_node *last = ccl_node_len(options) ? ccl_node_at(options, ccl_node_len(options) - 1) : NULL;
  if (!last || last->kind != CCL_NODE_MISSING) {
    ccl_report(reader->diags, &ccl_syntax_say_stray_text, text->span,
               CCL_ARGS(ccl_keyword_text(TOK_MISSING, reader->lang)));
    return options;
  }
  ccl_build_append(reader, last, text);
  options->span.end = last->span.end;
  return options;
}

/* The field that a clause belongs to, now longer; NULL (reported) when it belongs to none. */
static ccl_node *last_field(ccl_reader *reader, ccl_node *fields, ccl_loc at, uint32_t end) {
  ccl_node *last = ccl_node_len(fields) ? ccl_node_at(fields, ccl_node_len(fields) - 1) : NULL;
  ccl_str clause = ccl_reader_text(reader, at.start, at.end);
  if (!last || (last->kind != CCL_NODE_FIELD && last->kind != CCL_NODE_ERROR)) {
    ccl_report(reader->diags, &ccl_syntax_say_no_field, ccl_reader_span(reader, at), CCL_ARGS(clause));
    return NULL;
  }
  if (last->kind == CCL_NODE_ERROR)
    return NULL;
  last->span.end = fields->span.end = end;
  return last;
}

static ccl_node *set_clause(ccl_reader *reader, ccl_node *fields, ccl_loc at, unsigned slot, ccl_node *what) {
  ccl_node *field = last_field(reader, fields, at, what->span.end);
  if (field && field->items[slot])
    report_twice(reader, &(ccl_node){ .span = ccl_reader_span(reader, at), .head = ccl_reader_span(reader, at) },
                 field->items[slot]);
  else if (field)
    field->items[slot] = what;
  return fields;
}

ccl_node *ccl_build_field_column(ccl_reader *reader, ccl_node *fields, ccl_loc at, ccl_node *texts) {
  return set_clause(reader, fields, at, CCL_SLOT_FIELD_COLUMN, texts);
}

ccl_node *ccl_build_field_format(ccl_reader *reader, ccl_node *fields, ccl_loc at, ccl_node *text) {
  return set_clause(reader, fields, at, CCL_SLOT_FIELD_FORMAT, text);
}

ccl_node *ccl_build_field_optional(ccl_reader *reader, ccl_node *fields, ccl_loc at) {
  ccl_node *field = last_field(reader, fields, at, at.end);
  if (field)
    field->word = CCL_WORD_OPTIONAL;
  return fields;
}

/* ---- Calendars ---- */

ccl_node *ccl_build_time_slot(ccl_reader *reader, ccl_node *slot) {
  const ccl_node *from = ccl_node_get(slot, CCL_SLOT_TIME_SLOT_FROM);
  if (from->value.hour == 24)
    ccl_report(reader->diags, &ccl_syntax_say_24_begins, from->span, CCL_NO_ARGS);
  return slot;
}

/* ---- Amendments ---- */

static bool amendment_cannot(const ccl_node *item) {
  if (item->kind == CCL_NODE_REPLACE) {
    ccl_node_kind kind = ccl_node_get(item, CCL_SLOT_REPLACE_DECLARATION)->kind;
    return kind != CCL_NODE_ARTICLE && kind != CCL_NODE_TIERS && kind != CCL_NODE_GRID && kind != CCL_NODE_MEASURE &&
           kind != CCL_NODE_CALENDAR && kind != CCL_NODE_ERROR;
  }
  return item->kind == CCL_NODE_REFERENCE || item->kind == CCL_NODE_CURRENCY || item->kind == CCL_NODE_BILLING ||
         item->kind == CCL_NODE_FISCAL_YEAR || item->kind == CCL_NODE_TIME_ZONE || item->kind == CCL_NODE_IN_FORCE;
}

static bool amendment_begins(ccl_node_kind kind) {
  return kind == CCL_NODE_SIGNED || kind == CCL_NODE_EFFECTIVE || kind == CCL_NODE_TITLE || kind == CCL_NODE_PROSE ||
         kind == CCL_NODE_CHAPTER;
}

ccl_node *ccl_build_amendment(ccl_reader *reader, ccl_loc at, ccl_node *amendment, ccl_node *items) {
  bool begun = false, lost = false;
  for (uint32_t i = 0; i < ccl_node_len(items); i++) {
    const ccl_node *item = ccl_node_at(items, i);
    lost = lost || item->kind == CCL_NODE_ERROR;
    if (amendment_cannot(item)) {
      const ccl_node *what = item->kind == CCL_NODE_REPLACE ? ccl_node_get(item, CCL_SLOT_REPLACE_DECLARATION) : item;
      ccl_report(reader->diags, &ccl_syntax_say_amendment_cannot, what->head,
                 CCL_ARGS(ccl_source_text(reader->sources, what->head)));
    }
    if (begun && amendment_begins(item->kind) && item->kind != CCL_NODE_PROSE && item->kind != CCL_NODE_CHAPTER)
      ccl_report(reader->diags, &ccl_syntax_say_comes_first, item->head,
                 CCL_ARGS(ccl_source_text(reader->sources, item->head)));
    begun = begun || !amendment_begins(item->kind);
  }
  ccl_build_fill(reader, at, amendment, items);
  if (!ccl_node_get(amendment, CCL_SLOT_AMENDMENT_EFFECTIVE) && !lost && !reader->muted)
    ccl_report(reader->diags, &ccl_syntax_say_no_effective, amendment->head,
               CCL_ARGS(ccl_keyword_text(TOK_EFFECTIVE, reader->lang)));
  return amendment;
}

/* ---- Values ---- */

ccl_node *ccl_build_brackets(ccl_reader *reader, ccl_loc at, ccl_node *value) {
  value->nesting++;
  value->bracketed = true;
  if (value->nesting > CCL_LIMIT_NESTING)
    place(reader, value, at);
  bound_nesting(reader, value);
  return value;
}

/* French `ou` behind a count without a condition: a count is no condition, `où` was meant. */
static bool where_was_meant(const ccl_reader *reader, ccl_node_kind kind, const ccl_node *left, const ccl_node *right) {
  return kind == CCL_NODE_OR && right->kind != CCL_NODE_NAME && reader->lang == CCL_LANG_FR &&
         left->kind == CCL_NODE_AGGREGATE && !left->bracketed && !ccl_node_get(left, CCL_SLOT_AGGREGATE_CONDITION);
}

ccl_node *ccl_build_chain(ccl_reader *reader, ccl_loc at, ccl_node_kind kind, ccl_node *left, ccl_node *right) {
  if (where_was_meant(reader, kind, left, right)) {
    ccl_syntax_report_or_for_where(reader, left->span.end, right->span.start);
    return MAKE(ERROR, at, );
  }
  if (left->kind != kind || left->bracketed) {
    ccl_node *chain = ccl_build_node(reader, at, kind, CCL_WORD_NONE, CCL_KIDS());
    push(chain, left);
    left = chain;
  }
  push(left, right);
  place(reader, left, at);
  return left;
}

ccl_node *ccl_build_term(ccl_reader *reader, ccl_loc at, ccl_node_kind kind, ccl_node *left, ccl_word word,
                         ccl_loc sign, ccl_node *right) {
  ccl_node *term = MAKE_WORD(TERM, word, ((ccl_loc){ sign.start, at.end, sign.end }), right);
  if (left->kind != kind || left->bracketed)
    left = ccl_build_node(reader, at, kind, CCL_WORD_NONE, CCL_KIDS(left));
  push(left, term);
  place(reader, left, at);
  return left;
}

ccl_node *ccl_build_if(ccl_reader *reader, ccl_loc at, ccl_node *condition, ccl_node *value, ccl_node *otherwise) {
  ccl_loc branch_at = { condition->span.start, value->span.end, condition->head.end };
  ccl_node *branch = MAKE(BRANCH, branch_at, condition, value);
  ccl_node *node = otherwise;
  if (otherwise->kind != CCL_NODE_IF || otherwise->bracketed)
    node = MAKE(IF, at, otherwise);
  push(node, branch);
  /* The branches of an `else if` are there already: this one comes before them. */
  ccl_node **first = node->items + node->slots;
  memmove(first + 1, first, (ccl_node_len(node) - 1) * sizeof *first);
  *first = branch;
  place(reader, node, at);
  bound_nesting(reader, node);
  return node;
}
