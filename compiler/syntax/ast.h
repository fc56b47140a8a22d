/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree of what was written (layer: syntax). One type of node for the whole language; nodes.def says for each kind which children it has,
 * words.def which words. The tree records what was written, not what it means: units, functions, constants and declared things are all NAMEs,
 * to be resolved by sema. The French and the English spelling of one contract give the same tree, but for spans, names and texts.
 *
 * Invariants: a child is NULL only in a slot that nodes.def calls optional, or is an ERROR node (any child may be one). A chain of one operator is
 * one node. Brackets, `not`, unary minus, arguments, conditions nest at most CCL_LIMIT_NESTING deep, so whoever walks the tree may
 * recurse freely. Nodes live as long as the session; later stages see them as const.
 */
#ifndef CCL_SYNTAX_AST_H
#define CCL_SYNTAX_AST_H

#include "base/source.h"

typedef enum ccl_node_kind {
#define NODE(kind, name) CCL_NODE_##kind,
#define SLOT(kind, slot)
#define LIST(kind)
#define LEAF(kind)
#include "syntax/nodes.def"
#undef NODE
#undef SLOT
#undef LIST
#undef LEAF
  CCL_NODES_COUNT
} ccl_node_kind;

/* The places of the fixed children: CCL_SLOT_CHARGE_PRICE. CCL_SLOTS_CHARGE is their number. */
#define NODE(kind, name) enum {
#define SLOT(kind, slot) CCL_SLOT_##kind##_##slot,
#define LIST(kind)                                                                                                     \
  CCL_SLOTS_##kind                                                                                                     \
  }                                                                                                                    \
  ;
#define LEAF(kind) LIST(kind)
#include "syntax/nodes.def"
#undef NODE
#undef SLOT
#undef LIST
#undef LEAF

typedef enum ccl_word {
  CCL_WORD_NONE,
#define WORD(word, name) CCL_WORD_##word,
#include "syntax/words.def"
#undef WORD
  CCL_WORDS_COUNT
} ccl_word;

/* The parts of a date or time as written; those that the kind does not have are 0. */
typedef struct ccl_written {
  int16_t year; /* 0 to 9999 */
  uint8_t month, day; /* from 1; day of a WEEKDAY: 1 is Monday */
  uint8_t quarter; /* 1 to 4 */
  uint8_t week; /* ISO, 1 to 53 */
  uint8_t hour, minute, second; /* 24:00 is hour 24 */
} ccl_written;

typedef struct ccl_node ccl_node;
struct ccl_node {
  ccl_node_kind kind;
  ccl_word word;
  ccl_span span; /* all of it, without brackets around it; the spelling is ccl_source_text(sources, span) */
  ccl_span head; /* its first word: the keyword that opens it (for findings about something absent) */
  ccl_str text;
  ccl_written value;
  uint16_t slots; /* fixed children, first in items */
  uint16_t nesting; /* private: how deep brackets, not, minus and arguments nest inside */
  uint16_t turns; /* private: the same for if, aggregates and what follows a value */
  bool bracketed; /* written between ( ) of its own */
  ccl_node **items; /* the slots, then the list */
  uint32_t count; /* slots + list */
  uint32_t cap; /* private */
};

/* What stands in a slot; NULL when the slot is empty. */
static inline ccl_node *ccl_node_get(const ccl_node *node, unsigned slot) {
  return node->items[slot];
}
/* The list behind the slots. */
static inline uint32_t ccl_node_len(const ccl_node *node) {
  return node->count - node->slots;
}
static inline ccl_node *ccl_node_at(const ccl_node *node, uint32_t index) {
  return node->items[node->slots + index];
}

/* The child in a slot by its names in nodes.def: CCL_GET(node, CHARGE, PRICE). */
#define CCL_GET(node, kind, slot) ccl_node_get((node), CCL_SLOT_##kind##_##slot)
/* Not there, or not readable (that was reported): later stages keep quiet about it. */
static inline bool ccl_is_error(const ccl_node *node) {
  return node == NULL || node->kind == CCL_NODE_ERROR;
}

/* What nodes.def says. */
const char *ccl_node_kind_name(ccl_node_kind kind); /* "in_force" */
const char *ccl_node_kind_id(ccl_node_kind kind); /* "IN_FORCE" */
unsigned ccl_node_kind_slots(ccl_node_kind kind);
bool ccl_node_kind_has_list(ccl_node_kind kind);
const char *ccl_node_slot_name(ccl_node_kind kind, unsigned slot); /* "PRICE" */
const char *ccl_word_name(ccl_word word); /* "" for CCL_WORD_NONE */

/* A comment of the source: from # to the end of the line (without it). */
typedef struct ccl_comment {
  ccl_span span;
  bool alone; /* nothing but blanks before it on its line */
} ccl_comment;

/* One file, read. */
typedef struct ccl_tree {
  ccl_node *root; /* CONTRACT, AMENDMENT, LIBRARY; ERROR when the file opens with none of them */
  uint32_t file;
  ccl_lang lang;
  CCL_VEC(ccl_comment) comments; /* in the order of the file */
} ccl_tree;

#endif
