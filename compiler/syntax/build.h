/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes the nodes (layer: syntax): what the actions of grammar/ccl.y call, one call each. Checks what a grammar cannot say in a
 * readable way: clauses given twice, words of a group, depth. Every function returns a node, never NULL.
 */
#ifndef CCL_SYNTAX_BUILD_H
#define CCL_SYNTAX_BUILD_H

#include "syntax/reader.h"

/* The children of a node, for its slots in order; NULL for one that is not there. */
#define CCL_KIDS(...)                                                                                                  \
  (ccl_node *const[]){ NULL, __VA_ARGS__ },                                                                            \
      (unsigned)(sizeof((ccl_node *const[]){ NULL, __VA_ARGS__ }) / sizeof(ccl_node *) - 1)
#define MAKE_WORD(kind, word, at, ...) ccl_build_node(reader, at, CCL_NODE_##kind, word, CCL_KIDS(__VA_ARGS__))
#define MAKE(kind, at, ...) MAKE_WORD(kind, CCL_WORD_NONE, at, __VA_ARGS__)

ccl_node *ccl_build_node(ccl_reader *reader, ccl_loc at, ccl_node_kind kind, ccl_word word, ccl_node *const *children,
                         unsigned count);
/* NAME, TEXT, PROSE, NUMBER, DATE and the like: one terminal, whose text and value are read from the source. */
ccl_node *ccl_build_leaf(ccl_reader *reader, ccl_loc at, ccl_node_kind kind);
/* TIMESTAMP: a DATE and a TIME. */
ccl_node *ccl_build_timestamp(ccl_reader *reader, ccl_loc at, ccl_node *date, ccl_node *time);
/* library.name: `name` with its QUALIFIER. */
ccl_node *ccl_build_qualified(ccl_reader *reader, ccl_loc at, ccl_node *qualifier, ccl_node *name);
/* The CHOICE that a name stands for; an error says which words there are. */
ccl_node *ccl_build_choice(ccl_reader *reader, ccl_choice_group group, ccl_node *name);
/* The same for a keyword that is one of the group. */
ccl_node *ccl_build_chosen(ccl_reader *reader, ccl_loc at, ccl_word word);
/* N months, N years: only these words. */
ccl_node *ccl_build_length(ccl_reader *reader, ccl_loc at, ccl_node *count, ccl_node *unit);

/* A LIST of one item, or of none (NULL). */
ccl_node *ccl_build_list(ccl_reader *reader, ccl_loc at, ccl_node *item);
ccl_node *ccl_build_append(ccl_reader *reader, ccl_node *list, ccl_node *item);
/* The same for an item that was read whole: messages are given again. */
ccl_node *ccl_build_item(ccl_reader *reader, ccl_node *list, ccl_node *item);
/* An item that could not be read: an ERROR in the list. */
ccl_node *ccl_build_lost(ccl_reader *reader, ccl_node *list, ccl_loc at);
/* The items of `list` become the list of `node`, which spans `at`. */
ccl_node *ccl_build_take(ccl_reader *reader, ccl_loc at, ccl_node *node, ccl_node *list);
/* The same, but an item whose kind is the name of a slot goes there, each once; the others stay in the list (which is dropped, with a
 * message for each, when the kind has none). */
ccl_node *ccl_build_fill(ccl_reader *reader, ccl_loc at, ccl_node *node, ccl_node *list);
/* A block must hold something, unless something in it could not be read. */
ccl_node *ccl_build_filled(ccl_reader *reader, ccl_node *node);

/* Puts a child in a slot of `node`, which spans `at` then. */
ccl_node *ccl_build_set(ccl_reader *reader, ccl_loc at, ccl_node *node, unsigned slot, ccl_node *child);

/* Header items, details of a party: each at most once, the others are reported. */
ccl_node *ccl_build_once(ccl_reader *reader, ccl_node *list);
/* A library has no articles. */
ccl_node *ccl_build_library(ccl_reader *reader, ccl_loc at, ccl_node *title, ccl_node *items);
/* Another text of the MISSING that is the last of an activity's options. */
ccl_node *ccl_build_missing_text(ccl_reader *reader, ccl_node *options, ccl_node *text);
/* COLUMN, FORMAT, OPTIONAL of the last field. */
ccl_node *ccl_build_field_column(ccl_reader *reader, ccl_node *fields, ccl_loc at, ccl_node *texts);
ccl_node *ccl_build_field_format(ccl_reader *reader, ccl_node *fields, ccl_loc at, ccl_node *text);
ccl_node *ccl_build_field_optional(ccl_reader *reader, ccl_node *fields, ccl_loc at);
/* A slot of a calendar: 24:00 only ends one. */
ccl_node *ccl_build_time_slot(ccl_reader *reader, ccl_node *slot);
/* An amendment: signed, effective and title come first; what cannot be changed is reported. */
ccl_node *ccl_build_amendment(ccl_reader *reader, ccl_loc at, ccl_node *amendment, ccl_node *items);

/* ( … ) around a value. */
ccl_node *ccl_build_brackets(ccl_reader *reader, ccl_loc at, ccl_node *value);
/* a or b or c; a and b and c. */
ccl_node *ccl_build_chain(ccl_reader *reader, ccl_loc at, ccl_node_kind kind, ccl_node *left, ccl_node *right);
/* a + b - c; a * b / c: `sign` is where the operator stands. */
ccl_node *ccl_build_term(ccl_reader *reader, ccl_loc at, ccl_node_kind kind, ccl_node *left, ccl_word word,
                         ccl_loc sign, ccl_node *right);
/* if … then … else …, with the branches of an `else if`. */
ccl_node *ccl_build_if(ccl_reader *reader, ccl_loc at, ccl_node *condition, ccl_node *value, ccl_node *otherwise);

#endif
