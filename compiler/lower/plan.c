/* SPDX-License-Identifier: Apache-2.0 */
/* Puts the plan together: articles, examples and requirements in the order of the file, then what all of them together decide. */
#include "lower/private.h"

#define GET(node, kind, slot) ccl_node_get((node), CCL_SLOT_##kind##_##slot)

static bool is_error(const ccl_node *node) {
  return node == NULL || node->kind == CCL_NODE_ERROR;
}

static void lower_requirement(ccl_lowering *lowering, const ccl_node *node) {
  const ccl_node *condition = GET(node, REQUIRE, CONDITION), *text = GET(node, REQUIRE, TEXT);
  if (is_error(condition))
    return;
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = lowering->contract };
  const ccl_expr *expr = ccl_sema_expr_as(lowering->sema, &place, condition, (ccl_type){ CCL_KIND_BOOL, NULL }, false, condition->span);
  if (expr == NULL)
    return;
  ccl_requirement requirement = { node->span, expr, is_error(text) ? (ccl_str){ 0 } : text->text };
  ccl_vec_push(&lowering->requirements, requirement);
}

/* Which articles bear each name. */
static void group_names(ccl_lowering *lowering, ccl_plan *plan) {
  ccl_article_name *names = ccl_new_array(ccl_article_name, plan->article_names_count);
  for (size_t n = 0; n < plan->article_names_count; n++) {
    CCL_VEC(uint32_t) articles = { 0 };
    for (size_t i = 0; i < lowering->articles.len; i++)
      if (lowering->articles.items[i].article_name == n)
        ccl_vec_push(&articles, (uint32_t)i);
    names[n] = (ccl_article_name){ plan->article_names[n].name, articles.items, articles.len };
  }
  plan->article_names = names;
}

static void list_files(const ccl_lowering *lowering, ccl_plan *plan) {
  CCL_VEC(ccl_file) files = { 0 };
  for (size_t i = 0; i < lowering->sources->all.len; i++) {
    const ccl_source *source = lowering->sources->all.items[i];
    if (!source->embedded)
      ccl_vec_push(&files, ((ccl_file){ source->path, source->text }));
  }
  plan->files = files.items;
  plan->files_count = files.len;
}

const ccl_expr *ccl_lower_figure(ccl_sema *sema, const ccl_tree *tree, const ccl_node *node, const uint32_t *dims, size_t dim_count) {
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = tree, .dims = dims, .dim_count = dim_count };
  return is_error(node) ? NULL : ccl_sema_expr(sema, &place, node);
}

const ccl_plan *ccl_lower_plan(ccl_sema *sema, const ccl_header *header, const ccl_sources *sources, ccl_diags *diags, const ccl_tree *contract) {
  const ccl_node *root = contract->root;
  ccl_plan *plan = ccl_new(ccl_plan);
  ccl_lowering lowering = { .sema = sema, .header = header, .sources = sources, .diags = diags, .contract = contract };
  ccl_sema_finish(sema, plan); /* for its units; called again when everything is elaborated */
  lowering.units = plan->units;
  uint32_t count = root->kind == CCL_NODE_CONTRACT ? ccl_node_len(root) : 0;
  for (uint32_t i = 0; i < count; i++)
    if (ccl_node_at(root, i)->kind == CCL_NODE_ARTICLE)
      ccl_lower_article(&lowering, ccl_node_at(root, i));
  ccl_lower_vats(&lowering);
  ccl_lower_circles(&lowering);
  for (uint32_t i = 0; i < count; i++) {
    if (ccl_node_at(root, i)->kind == CCL_NODE_EXAMPLE)
      ccl_lower_example(&lowering, ccl_node_at(root, i));
    if (ccl_node_at(root, i)->kind == CCL_NODE_REQUIRE)
      lower_requirement(&lowering, ccl_node_at(root, i));
  }
  *plan = (ccl_plan){ 0 };
  ccl_sema_finish(sema, plan);
  plan->header = *header;
  group_names(&lowering, plan);
  list_files(&lowering, plan);
  plan->articles = lowering.articles.items;
  plan->articles_count = lowering.articles.len;
  plan->examples = lowering.examples.items;
  plan->examples_count = lowering.examples.len;
  plan->requirements = lowering.requirements.items;
  plan->requirements_count = lowering.requirements.len;
  plan->not_yet = lowering.not_yet.items;
  plan->not_yet_count = lowering.not_yet.len;
  return diags->errors == 0 ? plan : NULL;
}
