/* SPDX-License-Identifier: Apache-2.0 */
/* Puts the plan together: articles, examples and requirements in the order of the file and its amendments, then what all
 * of them together decide. */
#include "lower/private.h"

static void lower_requirement(ccl_lowering *lowering, const ccl_node *node, ccl_day from) {
  const ccl_node *condition = CCL_GET(node, REQUIRE, CONDITION), *text = CCL_GET(node, REQUIRE, TEXT);
  if (ccl_is_error(condition))
    return;
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = lowering->tree };
  const ccl_expr *expr =
      ccl_sema_expr_as(lowering->sema, &place, condition, (ccl_type){ CCL_KIND_BOOL, NULL }, false, condition->span);
  if (expr == NULL)
    return;
  ccl_requirement requirement = { node->span, expr, ccl_is_error(text) ? (ccl_str){ 0 } : text->text, from };
  ccl_vec_push(&lowering->requirements, requirement);
}

/* Which articles bear each name; one that no article bears (removed by an amendment …) keeps its name. */
static void group_names(ccl_lowering *lowering, ccl_plan *plan) {
  ccl_article_name *names = ccl_new_array(ccl_article_name, plan->article_names_count);
  size_t count;
  const ccl_article_name *grouped = ccl_lower_names(lowering, &count);
  for (size_t n = 0; n < plan->article_names_count; n++) {
    names[n].name = plan->article_names[n].name;
    if (n < count) {
      names[n].articles = grouped[n].articles;
      names[n].article_count = grouped[n].article_count;
    }
  }
  plan->article_names = names;
}

static bool has_groups(const ccl_lowering *lowering) {
  for (size_t i = 0; i < lowering->articles.len; i++)
    if (lowering->articles.items[i].for_each_count > 0)
      return true;
  return false;
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

const ccl_expr *ccl_lower_figure(ccl_sema *sema, const ccl_tree *tree, const ccl_node *node, const uint32_t *dims,
                                 size_t dim_count) {
  ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = tree, .dims = dims, .dim_count = dim_count };
  return ccl_is_error(node) ? NULL : ccl_sema_expr(sema, &place, node);
}

static const ccl_node *added(const ccl_node *item) {
  return item->kind == CCL_NODE_ADD ? CCL_GET(item, ADD, DECLARATION) : item;
}

/* Examples and requirements of the contract and its amendments; what an amendment requires holds from its effective date. */
static void lower_others(ccl_lowering *lowering, const ccl_tree *const *trees, size_t tree_count) {
  for (size_t t = 0; t < tree_count; t++) {
    const ccl_node *root = trees[t]->root;
    ccl_day from = t == 0 ? CCL_DAY_MIN : lowering->amendments.items[t - 1].effective;
    lowering->tree = trees[t];
    for (uint32_t i = 0; !ccl_is_error(root) && i < ccl_node_len(root); i++) {
      const ccl_node *item = added(ccl_node_at(root, i));
      if (ccl_is_error(item))
        continue;
      if (item->kind == CCL_NODE_EXAMPLE)
        ccl_lower_example(lowering, item);
      if (item->kind == CCL_NODE_REQUIRE)
        lower_requirement(lowering, item, from);
    }
  }
}

const ccl_plan *ccl_lower_plan(ccl_sema *sema, const ccl_header *header, ccl_amendments amendments,
                               const ccl_sources *sources, ccl_diags *diags, const ccl_tree *const *trees,
                               size_t tree_count) {
  ccl_plan *plan = ccl_new(ccl_plan);
  ccl_lowering lowering = {
    .sema = sema, .header = header, .amendments = amendments, .sources = sources, .diags = diags
  };
  ccl_sema_finish(sema, plan); /* for its units; called again when everything is elaborated */
  lowering.units = plan->units;
  ccl_lives lives = ccl_lower_lives(diags, trees, tree_count, amendments);
  for (size_t i = 0; i < lives.len; i++) {
    lowering.life = lives.items[i];
    lowering.tree = lives.items[i]->tree;
    ccl_lower_article(&lowering, lives.items[i]->node);
  }
  ccl_lower_vats(&lowering);
  ccl_lower_circles(&lowering);
  lower_others(&lowering, trees, tree_count);
  ccl_sema_count_whole_rows(sema, has_groups(&lowering));
  *plan = (ccl_plan){ 0 };
  ccl_sema_finish(sema, plan);
  plan->header = *header;
  plan->amendments = amendments.items;
  plan->amendments_count = amendments.count;
  group_names(&lowering, plan);
  list_files(&lowering, plan);
  plan->articles = lowering.articles.items;
  plan->articles_count = lowering.articles.len;
  plan->examples = lowering.examples.items;
  plan->examples_count = lowering.examples.len;
  plan->requirements = lowering.requirements.items;
  plan->requirements_count = lowering.requirements.len;
  return diags->errors == 0 ? plan : NULL;
}
