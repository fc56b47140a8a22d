/* SPDX-License-Identifier: Apache-2.0 */
/* The order of the stages, and where libraries come from: the program itself, or files beside the contract. */
#include "session/compile.h"

#include "check/check.h"
#include "stdlib/stdlib.h"
#include "syntax/parse.h"

typedef struct library_shelf {
  ccl_sources *sources;
  ccl_diags *diags;
  ccl_str contract_path;
  ccl_file_reader *read;
  void *reader;
  ccl_map trees; /* by path: each file is parsed once */
} library_shelf;

/* The folder of a path, with its last slash; empty for a bare name. */
static ccl_str folder_of(ccl_str path) {
  size_t end = path.len;
  while (end > 0 && path.ptr[end - 1] != '/')
    end--;
  return ccl_str_sub(path, 0, end);
}

/* Without `.` and `a/..`; false when it begins with `..`. */
static bool normalise(ccl_str path, ccl_str *out) {
  CCL_VEC(ccl_str) parts = { 0 };
  size_t start = 0;
  for (size_t i = 0; i <= path.len; i++) {
    if (i < path.len && path.ptr[i] != '/')
      continue;
    ccl_str part = ccl_str_sub(path, start, i);
    start = i + 1;
    if (part.len == 0 || ccl_str_is(part, "."))
      continue;
    if (!ccl_str_is(part, "..")) {
      ccl_vec_push(&parts, part);
      continue;
    }
    if (parts.len == 0)
      return false;
    parts.len--;
  }
  *out = ccl_str_join(parts.items, parts.len, CCL_STR("/"));
  return parts.len > 0;
}

ccl_str ccl_library_path(ccl_str contract_path, ccl_str using_path, ccl_str written) {
  ccl_str root = folder_of(contract_path), from = folder_of(using_path), inside;
  ccl_str within = ccl_str_starts(from, root) ? ccl_str_sub(from, root.len, from.len) : (ccl_str){ 0 };
  if (!normalise(ccl_str_join((ccl_str[]){ within, written }, 2, (ccl_str){ 0 }), &inside))
    return (ccl_str){ 0 };
  return ccl_str_join((ccl_str[]){ root, inside }, 2, (ccl_str){ 0 });
}

/* The file number of a library, 0 when there is none. */
static uint32_t find_file(library_shelf *shelf, const ccl_tree *from, ccl_str written, ccl_str *path) {
  if (!ccl_str_starts(written, CCL_STR("./"))) {
    const ccl_library *library = ccl_library_find(written);
    *path = ccl_str_printf("<ccl>/%.*s.ccl", (int)written.len, written.ptr);
    return library == NULL ? 0 : ccl_sources_add(shelf->sources, *path, library->text, true);
  }
  *path = ccl_library_path(shelf->contract_path, ccl_sources_get(shelf->sources, from->file)->path, written);
  return path->len == 0 || shelf->read == NULL ? 0 : shelf->read(shelf->reader, *path);
}

static const ccl_tree *load_library(void *self, const ccl_tree *from, ccl_str written) {
  library_shelf *shelf = self;
  ccl_str key = written;
  if (ccl_str_starts(written, CCL_STR("./")))
    key = ccl_library_path(shelf->contract_path, ccl_sources_get(shelf->sources, from->file)->path, written);
  const ccl_tree *known = ccl_map_find(&shelf->trees, key);
  if (known != NULL)
    return known;
  ccl_str path;
  uint32_t file = find_file(shelf, from, written, &path);
  if (file == 0)
    return NULL;
  ccl_tree *tree = ccl_parse_tree(shelf->sources, shelf->diags, file);
  ccl_map_put(&shelf->trees, key, tree);
  return tree;
}

/* A name from the command line, as the tree would have it. */
static ccl_node *name_node(const ccl_tree *tree, ccl_str name) {
  ccl_node *node = ccl_new(ccl_node);
  *node = (ccl_node){
    .kind = CCL_NODE_NAME, .span = tree->root->span, .text = name, .slots = CCL_SLOTS_NAME, .count = CCL_SLOTS_NAME
  };
  node->items = ccl_new_array(ccl_node *, CCL_SLOTS_NAME);
  return node;
}

static void elaborate_asked(ccl_sema *sema, const ccl_tree *contract, ccl_asked *asked) {
  asked->dim_numbers = ccl_new_array(uint32_t, asked->dim_count);
  for (size_t i = 0; i < asked->dim_count; i++)
    asked->dim_numbers[i] = ccl_sema_dim(sema, contract, name_node(asked->tree, asked->dims[i]));
  asked->expr = ccl_lower_figure(sema, asked->tree, asked->tree->root, asked->dim_numbers, asked->dim_count);
}

/* A library has declarations to check, and nothing to compute. */
static const ccl_plan *declarations_of(ccl_compiled *compiled) {
  ccl_plan *plan = ccl_new(ccl_plan);
  ccl_sema_finish(compiled->sema, plan);
  plan->header = compiled->header;
  return plan;
}

static ccl_compiled compile(ccl_sources *sources, ccl_diags *diags, const ccl_tree *const *trees, size_t tree_count,
                            ccl_file_reader *read, void *reader, ccl_asked *asked) {
  ccl_compiled result = { .units = ccl_units_new() };
  const ccl_tree *first = trees[0];
  if (first->root->kind != CCL_NODE_CONTRACT && first->root->kind != CCL_NODE_LIBRARY)
    return result;
  library_shelf *shelf = ccl_new(library_shelf);
  *shelf = (library_shelf){ .sources = sources,
                            .diags = diags,
                            .contract_path = ccl_sources_get(sources, first->file)->path,
                            .read = read,
                            .reader = reader };
  /* `per contract` bounds an amount over the whole contract (6.4): a unit that nobody declares. */
  ccl_units_count_unit(result.units, first->lang == CCL_LANG_FR ? CCL_STR("contrat") : CCL_STR("contract"),
                       (ccl_str){ 0 });
  bool is_contract = first->root->kind == CCL_NODE_CONTRACT;
  ccl_lower_header(first, result.units, diags, &result.header);
  ccl_amendments amendments = { NULL, 0 };
  if (is_contract)
    amendments = ccl_lower_amendments(trees, tree_count, result.units, diags, &result.header);
  result.sema = ccl_sema_new(sources, diags, result.units, &result.header, trees, tree_count, load_library, shelf);
  ccl_sema_declarations(result.sema);
  if (asked != NULL && is_contract)
    elaborate_asked(result.sema, first, asked);
  if (is_contract)
    result.plan = ccl_lower_plan(result.sema, &result.header, amendments, sources, diags, trees, tree_count);
  const ccl_plan *checked = is_contract ? result.plan : diags->errors == 0 ? declarations_of(&result) : NULL;
  if (checked != NULL)
    ccl_check(result.sema, checked, trees, tree_count, sources, diags);
  if (diags->errors > 0)
    result.plan = NULL;
  return result;
}

/* Errors in the files of other contracts of the same command. */
static size_t errors_elsewhere(const ccl_diags *diags, const ccl_tree *const *trees, size_t tree_count) {
  size_t errors = 0;
  for (size_t i = 0; i < diags->all.len; i++) {
    const ccl_diag *diag = diags->all.items[i];
    bool is_here = false;
    for (size_t t = 0; t < tree_count; t++)
      is_here = is_here || diag->span.file == trees[t]->file;
    errors += diag->severity == CCL_ERROR && !is_here ? 1 : 0;
  }
  return errors;
}

/* A contract is judged by its own errors: it has a plan whatever is wrong with others. */
ccl_compiled ccl_compile(ccl_sources *sources, ccl_diags *diags, const ccl_tree *const *trees, size_t tree_count,
                         ccl_file_reader *read, void *reader, ccl_asked *asked) {
  size_t elsewhere = errors_elsewhere(diags, trees, tree_count);
  diags->errors -= elsewhere;
  ccl_compiled result = compile(sources, diags, trees, tree_count, read, reader, asked);
  diags->errors += elsewhere;
  return result;
}
