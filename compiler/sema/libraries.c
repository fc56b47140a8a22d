/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `use` (clause 3): libraries of the standard library by name, files by a path that starts with `./`, relative to the
 * using file and never outside the folder of the contract. Each library is loaded once, however many files use it.
 * Reading the file is the loader's.
 */
#include "sema/scope.h"
#include "stdlib/stdlib.h"

/* The path from the contract's folder, without `.` and `..`; false: it leaves the folder. */
static bool normalise(ccl_str folder, ccl_str path, ccl_str *out) {
  CCL_VEC(ccl_str) parts = { 0 };
  ccl_str whole = ccl_str_printf("%.*s/%.*s", (int)folder.len, folder.ptr, (int)path.len, path.ptr);
  for (size_t at = 0; at < whole.len;) {
    size_t end = at;
    while (end < whole.len && whole.ptr[end] != '/')
      end++;
    ccl_str part = ccl_str_sub(whole, at, end);
    at = end + 1;
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
  return true;
}

static size_t last_slash(ccl_str path) {
  size_t at = path.len;
  while (at > 0 && path.ptr[at - 1] != '/')
    at--;
  return at; /* 0: none; else behind it */
}

static ccl_str library_name(ccl_str key) {
  ccl_str name = ccl_str_sub(key, last_slash(key), key.len);
  return ccl_str_ends(name, CCL_STR(".ccl")) ? ccl_str_sub(name, 0, name.len - 4) : name;
}

static void report_unknown(ccl_sema *sema, ccl_names *names, const ccl_message *message, const ccl_node *path) {
  names->has_lost_library = true;
  ccl_diag *diag = ccl_sema_report(sema, message, path->span, CCL_ARGS(path->text));
  ccl_candidates candidates = { 0 };
  for (size_t i = 0; i < ccl_library_count; i++)
    ccl_candidates_add(&candidates, ccl_libraries[i].path);
  ccl_str nearest =
      ccl_str_starts(path->text, CCL_STR("./")) ? (ccl_str){ 0 } : ccl_candidates_nearest(&candidates, path->text);
  if (nearest.len > 0)
    ccl_diag_help(diag, &ccl_sema_say_did_you_mean_library, CCL_ARGS(nearest));
}

static ccl_names *find_loaded(const ccl_sema *sema, ccl_str key) {
  for (size_t i = 1; i < sema->names.len; i++)
    if (ccl_str_eq(sema->names.items[i]->key, key))
      return sema->names.items[i];
  return NULL;
}

/* The names of the library; NULL: reported. Its declarations follow when its turn comes (sema.c). */
static ccl_names *load(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *path) {
  ccl_str key = path->text;
  bool is_file = ccl_str_starts(path->text, CCL_STR("./"));
  if (is_file && !normalise(names->folder, path->text, &key)) {
    report_unknown(sema, names, &ccl_sema_say_library_outside, path);
    return NULL;
  }
  ccl_names *library = find_loaded(sema, key);
  if (library)
    return library;
  const ccl_tree *loaded = sema->load ? sema->load(sema->loader, tree, path->text) : NULL;
  if (!loaded) {
    report_unknown(sema, names, is_file ? &ccl_sema_say_no_such_library_file : &ccl_sema_say_no_such_library, path);
    return NULL;
  }
  if (loaded->root->kind != CCL_NODE_LIBRARY) {
    if (loaded->root->kind == CCL_NODE_ERROR)
      names->has_lost_library = true; /* what is wrong with it was said when it was read */
    else
      report_unknown(sema, names, &ccl_sema_say_not_a_library, path);
    return NULL;
  }
  library = ccl_new(ccl_names);
  library->key = key;
  library->name = library_name(key);
  library->folder = is_file ? ccl_str_sub(key, 0, last_slash(key)) : CCL_STR("");
  library->tree = loaded;
  library->used_at = path->span;
  ccl_vec_push(&sema->names, library);
  return library;
}

void ccl_sema_use(ccl_sema *sema, ccl_names *names, const ccl_tree *tree, const ccl_node *use) {
  const ccl_node *path = CCL_GET(use, USE, LIBRARY);
  if (ccl_is_error(path))
    return;
  ccl_names *library = load(sema, names, tree, path);
  if (!library)
    return;
  for (size_t i = 0; i < names->used.len; i++)
    if (names->used.items[i].names == library) {
      ccl_diag *diag = ccl_sema_report(sema, &ccl_sema_say_used_twice, path->span, CCL_ARGS(path->text));
      ccl_diag_note(diag, &ccl_sema_say_first_used, names->used.items[i].definition->symbol.span, CCL_NO_ARGS);
      return;
    }
  ccl_definition *definition = ccl_new(ccl_definition);
  definition->symbol = (ccl_symbol){
    .kind = CCL_SYMBOL_LIBRARY, .name = library->name, .node = use, .tree = tree, .span = path->span, .index = CCL_NONE
  };
  definition->names = names;
  ccl_vec_push(&sema->symbols, &definition->symbol);
  ccl_used used = { library, definition };
  ccl_vec_push(&names->used, used);
}
