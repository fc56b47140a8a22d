/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The compiler as one function: trees → header → declarations → plan. Shows the order of the stages; does no I/O (files come from the caller) and prints nothing.
 */
#ifndef CCL_SESSION_COMPILE_H
#define CCL_SESSION_COMPILE_H

#include "lower/lower.h"

/* Reads a file for `use "./…"`: adds it to the sources and returns its number; 0 when there is none that can be read. */
typedef uint32_t ccl_file_reader(void *self, ccl_str path);

/* A figure that is asked for from outside (`ccl eval`), elaborated with the contract. */
typedef struct ccl_asked {
  const ccl_tree *tree;        /* of the expression; its root is the expression */
  const ccl_str *dims;         /* names of --for */
  size_t dim_count;
  const ccl_expr *expr;        /* made here; NULL: reported */
  uint32_t *dim_numbers;       /* made here: one for each name; CCL_NONE: reported */
} ccl_asked;

typedef struct ccl_compiled {
  ccl_units *units;
  ccl_header header;
  ccl_sema *sema;       /* NULL when the root is no contract or library */
  const ccl_plan *plan; /* NULL: errors, in diags; or a library */
} ccl_compiled;

/* trees: a contract or library, then its amendments in their order. asked: NULL, or a figure to elaborate too. Whatever is wrong is reported, as much as can be found at once. */
ccl_compiled ccl_compile(ccl_sources *sources, ccl_diags *diags, const ccl_tree *const *trees, size_t tree_count, ccl_file_reader *read, void *reader, ccl_asked *asked);

/* The path of `use "./kpi.ccl"` in a file, seen from where the program runs; empty when it leaves the folder of the contract (clause 3). */
ccl_str ccl_library_path(ccl_str contract_path, ccl_str using_path, ccl_str written);

#endif
