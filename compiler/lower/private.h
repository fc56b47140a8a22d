/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of lower/ share and nobody else sees. */
#ifndef CCL_LOWER_PRIVATE_H
#define CCL_LOWER_PRIVATE_H

#include "lower/lower.h"
#include "lower/messages.h"

/* An article of the contract or of an amendment, and when it is there (clause 8). */
typedef struct ccl_life {
  const ccl_node *node;
  const ccl_tree *tree;
  ccl_day from, to; /* from the effective date; to the eve of that of the amendment that replaces or removes it */
  size_t born, ended; /* with which amendment, from 1; 0: with the contract, never */
} ccl_life;

typedef CCL_VEC(ccl_life *) ccl_lives;

typedef struct ccl_lowering {
  ccl_sema *sema;
  const ccl_header *header;
  const ccl_sources *sources;
  ccl_diags *diags;
  const ccl_tree *tree; /* the file at hand: the contract, or an amendment */
  ccl_units *units;
  ccl_amendments amendments;
  const ccl_life *life; /* of the article at hand */
  CCL_VEC(ccl_article) articles;
  CCL_VEC(const ccl_life *) lives; /* of each article */
  CCL_VEC(ccl_example) examples;
  CCL_VEC(ccl_requirement) requirements;
  CCL_VEC(ccl_span) mixed; /* effects whose VAT was reported */
} ccl_lowering;

/* A state of the contract: how many of its amendments are known, from none to all. */
bool ccl_lower_stands(const ccl_life *life, size_t state);
const ccl_header *ccl_lower_header_in(const ccl_lowering *lowering, size_t state);

/* An article while it is made. */
typedef struct ccl_making {
  ccl_article *article;
  const ccl_node *node;
  const ccl_node *vat, *proration; /* its own, or NULL */
  CCL_VEC(ccl_effect) effects;
  bool lacks_base; /* a share without a base: said once */
} ccl_making;

/* amend.c: the articles of the contract and its amendments, in the order in which invoices have them. */
ccl_lives ccl_lower_lives(ccl_diags *diags, const ccl_tree *const *trees, size_t tree_count, ccl_amendments amendments);

/* header.c: parts of the header that articles and effects have too. */
int64_t ccl_lower_count(const ccl_node *number); /* 0: no whole number */
/* What the items of an amendment say stands for what was there. */
void ccl_lower_header_items(const ccl_node *amendment, ccl_units *units, ccl_diags *diags, ccl_header *header);
ccl_day ccl_lower_date(const ccl_node *date);
ccl_vat ccl_lower_vat(ccl_diags *diags, const ccl_node *vat);
ccl_proration ccl_lower_proration(const ccl_node *proration);
/* The last day of `from … to DATE | for N months|years`: CCL_DAY_MAX when neither is said. False: reported (inverted-dates). */
bool ccl_lower_last_day(ccl_diags *diags, ccl_day from, const ccl_node *from_node, const ccl_node *to,
                        const ccl_node *length, ccl_day *last);

/* article.c */
void ccl_lower_article(ccl_lowering *lowering, const ccl_node *node);
/* The names after `on`, `base` …, as indices into plan.article_names. */
const uint32_t *ccl_lower_article_names(ccl_lowering *lowering, const ccl_node *list, size_t *count);
void ccl_lower_context(ccl_diag *diag, const ccl_node *article); /* = article 5.2 "…" */

/* Which articles bear each name, by plan.article_names; count: how many names the articles made so far have. */
const ccl_article_name *ccl_lower_names(const ccl_lowering *lowering, size_t *count);

/* effect.c: adds what a node of an article's list does. */
void ccl_lower_effect(ccl_lowering *lowering, ccl_making *making, const ccl_node *node);

/* vat.c: the VAT of every effect, when all articles are known (6.3). */
void ccl_lower_vats(ccl_lowering *lowering);

/* circle.c: articles that depend on their own amount (clauses 5, 7). */
void ccl_lower_circles(ccl_lowering *lowering);

/* example.c (4.7) */
void ccl_lower_example(ccl_lowering *lowering, const ccl_node *node);

#endif
