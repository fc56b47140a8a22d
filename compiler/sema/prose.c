/* SPDX-License-Identifier: Apache-2.0 */
/* `{name}` in prose (clause 1.3) shows the value of a parameter, an input, a measure, or an article's amount. */
#include "sema/scope.h"

static void check_name(ccl_sema *sema, ccl_names *names, const ccl_node *name) {
  unsigned kinds = ccl_kind_bit(CCL_SYMBOL_PARAMETER) | ccl_kind_bit(CCL_SYMBOL_INPUT) |
                   ccl_kind_bit(CCL_SYMBOL_MEASURE) | ccl_kind_bit(CCL_SYMBOL_ARTICLE);
  bool is_reported;
  ccl_definition *found = ccl_names_find(sema, names, name, false, &is_reported);
  if (found && (kinds & ccl_kind_bit(found->symbol.kind))) {
    ccl_names_use(names, found, name->span);
    return;
  }
  ccl_candidates candidates = { 0 };
  ccl_candidates_of_kinds(names, kinds, &candidates);
  if (!is_reported)
    ccl_names_unknown(sema, names, &ccl_sema_say_unknown_in_prose, name->text, name->span, &candidates);
}

static void check(ccl_sema *sema, ccl_names *names, const ccl_node *node) {
  for (uint32_t i = 0; node && i < node->count; i++) {
    const ccl_node *child = node->items[i];
    if (child && node->kind == CCL_NODE_PROSE && child->kind == CCL_NODE_NAME)
      check_name(sema, names, child);
    else
      check(sema, names, child);
  }
}

void ccl_sema_check_prose(ccl_sema *sema) {
  for (size_t i = 0; i < sema->tree_count; i++)
    check(sema, sema->names.items[0], sema->trees[i]->root);
  for (size_t i = 1; i < sema->names.len; i++)
    check(sema, sema->names.items[i], sema->names.items[i]->tree->root);
}
