/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of lower/ share and nobody else sees. */
#ifndef CCL_LOWER_PRIVATE_H
#define CCL_LOWER_PRIVATE_H

#include "lower/lower.h"
#include "lower/messages.h"

typedef struct ccl_lowering {
  ccl_sema *sema;
  const ccl_header *header;
  const ccl_sources *sources;
  ccl_diags *diags;
  const ccl_tree *contract;
  ccl_units *units;
  CCL_VEC(ccl_article) articles;
  CCL_VEC(const ccl_node *) article_nodes; /* of each article */
  CCL_VEC(ccl_example) examples;
  CCL_VEC(ccl_requirement) requirements;
  CCL_VEC(ccl_span) not_yet;
} ccl_lowering;

/* An article while it is made. */
typedef struct ccl_making {
  ccl_article *article;
  const ccl_node *node;
  const ccl_node *vat, *proration; /* its own, or NULL */
  CCL_VEC(ccl_effect) effects;
} ccl_making;

/* header.c: parts of the header that articles and effects have too. */
ccl_day ccl_lower_date(const ccl_node *date);
ccl_vat ccl_lower_vat(ccl_diags *diags, const ccl_node *vat);
ccl_proration ccl_lower_proration(const ccl_node *proration);
/* The last day of `from … to DATE | for N months|years`: CCL_DAY_MAX when neither is said. False: reported (inverted-dates). */
bool ccl_lower_last_day(ccl_diags *diags, ccl_day from, const ccl_node *from_node, const ccl_node *to, const ccl_node *length, ccl_day *last);

/* article.c */
void ccl_lower_article(ccl_lowering *lowering, const ccl_node *node);
/* The names after `on`, `base` …, as indices into plan.article_names. */
const uint32_t *ccl_lower_article_names(ccl_lowering *lowering, const ccl_node *list, size_t *count);
void ccl_lower_context(ccl_diag *diag, const ccl_node *article); /* = article 5.2 "…" */

/* effect.c: adds what a node of an article's list does. */
void ccl_lower_effect(ccl_lowering *lowering, ccl_making *making, const ccl_node *node);

/* vat.c: the VAT of every effect, when all articles are known (6.3). */
void ccl_lower_vats(ccl_lowering *lowering);

/* circle.c: articles that depend on their own amount (clauses 5, 7). */
void ccl_lower_circles(ccl_lowering *lowering);

/* example.c (4.7) */
void ccl_lower_example(ccl_lowering *lowering, const ccl_node *node);

#endif
