/* SPDX-License-Identifier: Apache-2.0 */
/* The list of checks, and what they share: reporting, libraries, articles as context. What each looks for is in its own file. */
#include "check/private.h"

#include <stdlib.h>

#include "check/range.h"
#include "lower/messages.h"

/* ---- Whose text it is ---- */

bool ccl_check_is_own(const ccl_checking *checking, ccl_span span) {
  for (size_t i = 0; i < checking->tree_count; i++)
    if (checking->trees[i]->file == span.file)
      return true;
  return false;
}

static bool is_inside(ccl_span inner, ccl_span outer) {
  return inner.file == outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

/* Where the declaration of a library that the span is in is named in what is checked. */
static void note_use(const ccl_checking *checking, ccl_diag *diag) {
  const ccl_symbol *const *symbols;
  size_t count = ccl_sema_symbols(checking->sema, &symbols);
  for (size_t i = 0; i < count; i++) {
    if (!is_inside(diag->span, symbols[i]->node->span))
      continue;
    for (size_t k = 0; k < symbols[i]->uses.len; k++)
      if (ccl_check_is_own(checking, symbols[i]->uses.items[k])) {
        ccl_diag_note(diag, &ccl_check_say_used_here, symbols[i]->uses.items[k], CCL_NO_ARGS);
        return;
      }
  }
}

/* ---- Reporting ---- */

ccl_lang ccl_check_lang(const ccl_checking *checking, ccl_span span) {
  return ccl_diags_lang(checking->diags, span);
}

ccl_diag *ccl_check_report(const ccl_checking *checking, const ccl_message *message, ccl_span span, ccl_args args) {
  if (ccl_check_is_own(checking, span))
    return ccl_report(checking->diags, message, span, args);
  if (ccl_code_severity(message->code) == CCL_WARNING) {
    ccl_diag *unheard = ccl_new(ccl_diag);
    unheard->lang = ccl_check_lang(checking, span);
    return unheard;
  }
  ccl_diag *diag = ccl_report(checking->diags, message, span, args);
  note_use(checking, diag);
  return diag;
}

ccl_str ccl_check_say(const ccl_checking *checking, ccl_span span, ccl_type type, ccl_rat figure) {
  return ccl_value_say(checking->plan, type, ccl_value_number(figure), ccl_check_lang(checking, span));
}

ccl_str ccl_check_article(const ccl_article *article, ccl_lang lang) {
  return ccl_message_text(&ccl_check_say_article_named, lang, CCL_ARGS(article->number, article->title));
}

/* ---- Nodes ---- */

static const ccl_node *find_node(const ccl_node *node, ccl_span span, ccl_node_kind kind) {
  if (!node || !is_inside(span, node->span))
    return NULL;
  if (node->kind == kind && node->span.start == span.start && node->span.end == span.end)
    return node;
  for (uint32_t i = 0; i < node->count; i++) {
    const ccl_node *found = find_node(node->items[i], span, kind);
    if (found)
      return found;
  }
  return NULL;
}

const ccl_node *ccl_check_node(const ccl_checking *checking, ccl_span span, ccl_node_kind kind) {
  for (size_t i = 0; i < checking->tree_count; i++)
    if (checking->trees[i]->file == span.file)
      return find_node(checking->trees[i]->root, span, kind);
  return NULL;
}

ccl_span ccl_check_head(const ccl_checking *checking, ccl_span span, ccl_node_kind kind) {
  const ccl_node *node = ccl_check_node(checking, span, kind);
  return node ? node->head : span;
}

/* ---- Articles as context ---- */

static int by_place(ccl_span a, ccl_span b) {
  if (a.file != b.file)
    return a.file < b.file ? -1 : 1;
  return (a.start > b.start) - (a.start < b.start);
}

static int by_article(const void *a, const void *b) {
  const ccl_article *const *one = a, *const *other = b;
  return by_place((*one)->span, (*other)->span);
}

/* The last article that does not begin after the span, when the span is in it. */
static const ccl_article *article_around(const ccl_article *const *sorted, size_t count, ccl_span span) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (by_place(sorted[middle]->span, span) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 && is_inside(span, sorted[low - 1]->span) ? sorted[low - 1] : NULL;
}

static void add_contexts(const ccl_checking *checking, size_t first) {
  const ccl_plan *plan = checking->plan;
  if (first == checking->diags->all.len || plan->articles_count == 0)
    return;
  const ccl_article **sorted = ccl_new_array(const ccl_article *, plan->articles_count);
  for (size_t i = 0; i < plan->articles_count; i++)
    sorted[i] = &plan->articles[i];
  qsort(sorted, plan->articles_count, sizeof *sorted, by_article); /* amendments bring articles among the others */
  for (size_t i = first; i < checking->diags->all.len; i++) {
    ccl_diag *diag = checking->diags->all.items[i];
    const ccl_article *article = diag->context.len > 0 ? NULL : article_around(sorted, plan->articles_count, diag->span);
    if (article)
      diag->context = ccl_message_text(&ccl_lower_say_context, diag->lang, CCL_ARGS(article->number, article->title));
  }
}

/* ---- All of them ---- */

void ccl_check(ccl_sema *sema, const ccl_plan *plan, const ccl_tree *const *trees, size_t tree_count, const ccl_sources *sources, ccl_diags *diags) {
  static void (*const checks[])(ccl_checking *) = {
#define CHECK(name, codes) ccl_check_##name,
#include "check/checks.def"
#undef CHECK
  };
  ccl_checking checking = { .sema = sema, .plan = plan, .trees = trees, .tree_count = tree_count, .sources = sources, .diags = diags };
  checking.ranges = ccl_ranges_new(plan);
  checking.has_changes = plan->amendments_count > 0;
  for (size_t i = 0; i < plan->parameters_count; i++)
    checking.has_changes = checking.has_changes || plan->parameters[i].version_count > 1 || plan->parameters[i].each;
  size_t first = diags->all.len;
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
    checks[i](&checking);
  add_contexts(&checking, first);
}
