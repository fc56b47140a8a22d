/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of nodes.def and words.def. Nodes are made in build.c. */
#include "syntax/ast.h"

static const struct {
  const char *id, *name;
} kind_names[CCL_NODES_COUNT] = {
#define NODE(kind, name) [CCL_NODE_##kind] = { #kind, name },
#define SLOT(kind, slot)
#define LIST(kind)
#define LEAF(kind)
#include "syntax/nodes.def"
#undef NODE
#undef SLOT
#undef LIST
#undef LEAF
};

static const struct {
  uint8_t slots;
  bool has_list;
} shapes[CCL_NODES_COUNT] = {
#define NODE(kind, name)
#define SLOT(kind, slot)
#define LIST(kind) [CCL_NODE_##kind] = { CCL_SLOTS_##kind, true },
#define LEAF(kind) [CCL_NODE_##kind] = { CCL_SLOTS_##kind, false },
#include "syntax/nodes.def"
#undef NODE
#undef SLOT
#undef LIST
#undef LEAF
};

static const struct {
  ccl_node_kind kind;
  unsigned slot;
  const char *name;
} slot_names[] = {
#define NODE(kind, name)
#define SLOT(kind, slot) { CCL_NODE_##kind, CCL_SLOT_##kind##_##slot, #slot },
#define LIST(kind)
#define LEAF(kind)
#include "syntax/nodes.def"
#undef NODE
#undef SLOT
#undef LIST
#undef LEAF
};

static const char *const word_names[CCL_WORDS_COUNT] = {
  [CCL_WORD_NONE] = "",
#define WORD(word, name) [CCL_WORD_##word] = name,
#include "syntax/words.def"
#undef WORD
};

const char *ccl_node_kind_name(ccl_node_kind kind) {
  return kind_names[kind].name;
}

const char *ccl_node_kind_id(ccl_node_kind kind) {
  return kind_names[kind].id;
}

unsigned ccl_node_kind_slots(ccl_node_kind kind) {
  return shapes[kind].slots;
}

bool ccl_node_kind_has_list(ccl_node_kind kind) {
  return shapes[kind].has_list;
}

const char *ccl_node_slot_name(ccl_node_kind kind, unsigned slot) {
  for (size_t i = 0; i < sizeof slot_names / sizeof *slot_names; i++)
    if (slot_names[i].kind == kind && slot_names[i].slot == slot)
      return slot_names[i].name;
  return "";
}

const char *ccl_word_name(ccl_word word) {
  return word_names[word];
}
