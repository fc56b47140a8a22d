/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of the formatter share. A file is a list of pieces, one for each terminal of the grammar.
 * format_words.c says how each is written, format_rows.c where lines and columns begin (the only part that walks the
 * tree by kind), format_page.c puts it on the page.
 */
#ifndef CCL_SYNTAX_FORMAT_PRIVATE_H
#define CCL_SYNTAX_FORMAT_PRIVATE_H

#include "syntax/format.h"
#include "syntax/reader.h"

/* Lines next to one another of one kind have their columns aligned. */
typedef enum ccl_row_kind {
  CCL_ROW_PLAIN, /* no columns */
  CCL_ROW_HEADER,
  CCL_ROW_FIELD,
  CCL_ROW_DERIVE,
  CCL_ROW_INPUT,
  CCL_ROW_PARAMETER,
  CCL_ROW_CHANGE,
  CCL_ROW_MEASURE,
  CCL_ROW_SET,
  CCL_ROW_TIER,
  CCL_ROW_RUNG,
  CCL_ROW_BAND,
  CCL_ROW_HOLIDAY,
  CCL_ROW_PHASE,
  CCL_ROW_TABLE
} ccl_row_kind;

/* The empty lines before a row, beyond those of the source (at most one is kept). */
typedef enum ccl_blank {
  CCL_BLANK_KEPT,
  CCL_BLANK_NONE, /* none: the end of a block */
  CCL_BLANK_BEFORE /* one: the row opens a block */
} ccl_blank;

typedef struct ccl_piece {
  int kind; /* TOK_… */
  size_t first, count; /* its tokens */
  uint32_t start, end; /* in the source */
  const ccl_node *owner; /* the innermost node that it is part of */
  const ccl_node *parent;
  unsigned depth; /* of the owner in the tree */
  ccl_str text; /* as it is written on the page */
  /* rows and columns */
  bool opens_row;
  bool ends_block; /* an empty line follows the row that begins here */
  bool is_head; /* of a table: the first row, if it names the columns */
  ccl_blank blank;
  ccl_row_kind row_kind;
  unsigned indent;
  unsigned column; /* of its row: begins here; 0: goes on */
  unsigned table; /* TABLE: which */
} ccl_piece;

typedef struct ccl_format_job {
  const ccl_sources *sources;
  const ccl_tree *tree;
  const ccl_source *source;
  ccl_lang from, to;
  ccl_respellings names;
  bool careful; /* backquotes stay, and stand around every name that is spelled like a word of a keyword */
  ccl_reader reader;
  ccl_keywords *words; /* of the language `to` */
  CCL_VEC(ccl_piece) pieces; /* the last is the end of the file */
} ccl_format_job;

/* The first piece that begins at or behind a byte. */
size_t ccl_format_at(const ccl_format_job *job, uint32_t offset);
/* The respelling of the name that begins there, or NULL. */
const ccl_str *ccl_format_respelled(ccl_respellings names, uint32_t start);

void ccl_format_spell(ccl_format_job *job); /* format_words.c */
void ccl_format_rows(ccl_format_job *job); /* format_rows.c */
ccl_str ccl_format_page(ccl_format_job *job); /* format_page.c */

/* A keyword of the source as the page has it. Parts of ccl_format_spell, in
 * format_keywords.c. */
ccl_str ccl_format_keyword(const ccl_format_job *job, size_t at);
/* A word chosen among several, `monthly`, `days`; empty when the piece is none. */
ccl_str ccl_format_choice(const ccl_format_job *job, size_t at);
/* The text is a sequence of a name's letters that opens with a vowel: `d'` stands before it, not `de`. */
bool ccl_format_elides(ccl_str text);

#endif
