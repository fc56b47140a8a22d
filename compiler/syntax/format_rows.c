/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where lines and columns begin: the shape of every declaration, walked by kind. What stands between two line
 * beginnings is one line, however long; format_page.c writes it.
 */
#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/format_private.h"

enum {
  STEP = 2, /* blanks of one level */
  ONE_LINE = 100 /* the room for what is said of a party */
};

#define SLOT_OF(node, kind, slot) ccl_node_get((node), CCL_SLOT_##kind##_##slot)

static ccl_piece *piece_at(ccl_format_job *job, uint32_t offset) {
  return &job->pieces.items[ccl_format_at(job, offset)];
}

static ccl_piece *open_row(ccl_piece *piece, unsigned indent, ccl_row_kind kind) {
  piece->opens_row = true;
  piece->indent = indent;
  piece->row_kind = kind;
  return piece;
}

static ccl_piece *open_node(ccl_format_job *job, const ccl_node *node, unsigned indent, ccl_row_kind kind) {
  return open_row(piece_at(job, node->span.start), indent, kind);
}

/* The piece before a node, or before a piece: the sign or the word that leads to it. */
static ccl_piece *before_node(ccl_format_job *job, const ccl_node *node) {
  size_t at = ccl_format_at(job, node->span.start);
  /* brackets around a value are not part of it */
  while (at > 1 && job->pieces.items[at - 1].kind == '(')
    at--;
  return &job->pieces.items[at > 0 ? at - 1 : 0];
}

static void column(ccl_piece *piece, unsigned number) {
  piece->column = number;
}

/* The `end` of a block, if the node has one. */
static void close_block(ccl_format_job *job, const ccl_node *node, unsigned indent, bool apart) {
  size_t at = ccl_format_at(job, node->span.end);
  if (at == 0 || job->pieces.items[at - 1].kind != TOK_END || job->pieces.items[at - 1].owner != node)
    return;
  ccl_piece *end = open_row(&job->pieces.items[at - 1], indent, CCL_ROW_PLAIN);
  end->blank = CCL_BLANK_NONE;
  end->ends_block = apart;
}

/* ---- Tables ---- */

static void lay_table(ccl_format_job *job, const ccl_node *node, unsigned indent, bool has_head) {
  unsigned table = (unsigned)node->span.start + 1;
  for (uint32_t i = 0; i < ccl_node_len(node); i++) {
    const ccl_node *row = ccl_node_at(node, i);
    ccl_piece *piece = open_node(job, row, indent, CCL_ROW_TABLE);
    piece->table = table;
    piece->is_head = has_head && i == 0;
  }
}

/* ---- Header ---- */

/* What is said of a party stands in lines by what it is about: who it is, where, how to reach it, its bank. */
static int detail_line(ccl_word word) {
  static const struct {
    ccl_word word;
    int line;
  } lines[] = {
    { CCL_WORD_ADDRESS, 1 },
    { CCL_WORD_POSTCODE, 1 },
    { CCL_WORD_CITY, 1 },
    { CCL_WORD_COUNTRY, 1 },
    { CCL_WORD_EMAIL, 2 },
    { CCL_WORD_PHONE, 2 },
    { CCL_WORD_ELECTRONIC_ADDRESS, 2 },
    { CCL_WORD_IBAN, 3 },
    { CCL_WORD_BIC, 3 },
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    if (lines[i].word == word)
      return lines[i].line;
  return 0;
}

/* Whether all that is said of a party stands on one line. */
static bool fits_on_a_line(const ccl_format_job *job, const ccl_node *party, unsigned indent) {
  size_t width = indent, at = ccl_format_at(job, ccl_node_at(party, 0)->span.start);
  for (; job->pieces.items[at].start < ccl_node_at(party, ccl_node_len(party) - 1)->span.end; at++)
    width += ccl_utf8_width(job->pieces.items[at].text) + 1;
  return width <= ONE_LINE;
}

static void lay_party(ccl_format_job *job, const ccl_node *party, unsigned indent) {
  int line = -1;
  if (ccl_node_len(party) > 0 && fits_on_a_line(job, party, indent + STEP)) {
    open_node(job, ccl_node_at(party, 0), indent + STEP, CCL_ROW_PLAIN);
    close_block(job, party, indent, false);
    return;
  }
  for (uint32_t i = 0; i < ccl_node_len(party); i++) {
    const ccl_node *detail = ccl_node_at(party, i);
    int own = detail_line(detail->word);
    if (own != line)
      open_node(job, detail, indent + STEP, CCL_ROW_PLAIN);
    line = own;
  }
  close_block(job, party, indent, false);
}

/* The items that every contract has, and those of their kind, have their keyword in a column. */
static bool is_aligned(const ccl_node *item) {
  static const ccl_node_kind kinds[] = { CCL_NODE_REFERENCE, CCL_NODE_PARTY,   CCL_NODE_CURRENCY,
                                         CCL_NODE_IN_FORCE,  CCL_NODE_BILLING, CCL_NODE_FISCAL_YEAR,
                                         CCL_NODE_TIME_ZONE, CCL_NODE_VAT,     CCL_NODE_ROUNDING,
                                         CCL_NODE_PRORATION, CCL_NODE_PAYMENT, CCL_NODE_EDITION };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (kinds[i] == item->kind)
      return true;
  return false;
}

static void lay_header_item(ccl_format_job *job, const ccl_node *item, unsigned indent, bool aligned) {
  ccl_piece *piece = open_node(job, item, indent, aligned && is_aligned(item) ? CCL_ROW_HEADER : CCL_ROW_PLAIN);
  if (piece->row_kind == CCL_ROW_HEADER)
    column(piece + 1, 1);
  if (item->kind == CCL_NODE_PARTY)
    lay_party(job, item, indent);
}

/* ---- Declarations ---- */

static void lay_fields(ccl_format_job *job, const ccl_node *activity, unsigned indent) {
  for (uint32_t i = 0; i < ccl_node_len(activity); i++) {
    const ccl_node *item = ccl_node_at(activity, i);
    bool is_field = item->kind == CCL_NODE_FIELD;
    open_node(job, item, indent, is_field ? CCL_ROW_FIELD : CCL_ROW_DERIVE);
    if (!is_field) {
      column(piece_at(job, SLOT_OF(item, DERIVE, NAME)->span.end), 1);
      continue;
    }
    column(piece_at(job, SLOT_OF(item, FIELD, TYPE)->span.start), 1);
    const ccl_node *columns = SLOT_OF(item, FIELD, COLUMN), *format = SLOT_OF(item, FIELD, FORMAT);
    if (columns)
      column(before_node(job, ccl_node_at(columns, 0)), 2);
    if (format)
      column(before_node(job, format), columns ? 3 : 2);
  }
}

/* A change and a revision of a parameter: `=` in a column. */
static void lay_change(ccl_format_job *job, const ccl_node *change, const ccl_node *day, unsigned indent) {
  open_node(job, change, indent, CCL_ROW_CHANGE);
  column(piece_at(job, day->span.end), 1);
}

/* True when it takes several lines. */
static bool lay_parameter(ccl_format_job *job, const ccl_node *parameter, unsigned indent) {
  const ccl_node *name = SLOT_OF(parameter, PARAMETER, NAME), *unit = SLOT_OF(parameter, PARAMETER, UNIT),
                 *each = SLOT_OF(parameter, PARAMETER, EACH);
  if (unit)
    column(piece_at(job, name->span.end), 1);
  column(piece_at(job, unit ? unit->span.end : name->span.end), 2);
  for (uint32_t i = 0; i < ccl_node_len(parameter); i++)
    lay_change(job, ccl_node_at(parameter, i), SLOT_OF(ccl_node_at(parameter, i), CHANGE, FROM), indent + STEP);
  if (each)
    lay_change(job, each, SLOT_OF(each, REVISION, DAY), indent + STEP);
  return each || ccl_node_len(parameter) > 0;
}

static void lay_tiers(ccl_format_job *job, const ccl_node *tiers, unsigned indent) {
  for (uint32_t i = 0; i < ccl_node_len(tiers); i++) {
    const ccl_node *tier = ccl_node_at(tiers, i), *plus = SLOT_OF(tier, TIER, PLUS);
    open_node(job, tier, indent, CCL_ROW_TIER);
    column(before_node(job, SLOT_OF(tier, TIER, PRICE)), 1);
    if (plus)
      column(before_node(job, plus), 2);
  }
}

static void lay_bands(ccl_format_job *job, const ccl_node *calendar, unsigned indent) {
  for (uint32_t i = 0; i < ccl_node_len(calendar); i++) {
    const ccl_node *band = ccl_node_at(calendar, i);
    open_node(job, band, indent, CCL_ROW_BAND);
    column(piece_at(job, SLOT_OF(band, BAND, NAME)->span.end), 1);
  }
}

static void lay_holidays(ccl_format_job *job, const ccl_node *holidays, unsigned indent) {
  for (uint32_t i = 0; i < ccl_node_len(holidays); i++) {
    const ccl_node *holiday = ccl_node_at(holidays, i);
    open_node(job, holiday, indent, CCL_ROW_HOLIDAY);
    column(piece_at(job, SLOT_OF(holiday, HOLIDAY, TITLE)->span.start), 1);
  }
}

/* ---- Articles and examples ---- */

static void lay_ladder(ccl_format_job *job, const ccl_node *ladder, unsigned indent) {
  for (uint32_t i = 0; i < ccl_node_len(ladder); i++) {
    const ccl_node *rung = ccl_node_at(ladder, i);
    open_node(job, rung, indent + STEP, CCL_ROW_RUNG);
    column(before_node(job, SLOT_OF(rung, RUNG, OUTCOME)), 1);
  }
  close_block(job, ladder, indent, false);
}

static void lay_article(ccl_format_job *job, const ccl_node *article, unsigned indent) {
  for (unsigned slot = CCL_SLOT_ARTICLE_IN_FORCE; slot < CCL_SLOTS_ARTICLE; slot++)
    if (ccl_node_get(article, slot))
      open_node(job, ccl_node_get(article, slot), indent, CCL_ROW_PLAIN);
  for (uint32_t i = 0; i < ccl_node_len(article); i++) {
    const ccl_node *effect = ccl_node_at(article, i);
    open_node(job, effect, indent, CCL_ROW_PLAIN);
    if (effect->kind == CCL_NODE_LADDER)
      lay_ladder(job, effect, indent);
  }
}

static void lay_example(ccl_format_job *job, const ccl_node *example, unsigned indent) {
  open_row(before_node(job, SLOT_OF(example, EXAMPLE, PERIOD)), indent, CCL_ROW_PLAIN);
  for (uint32_t i = 0; i < ccl_node_len(example); i++) {
    const ccl_node *item = ccl_node_at(example, i);
    open_node(job, item, indent, CCL_ROW_PLAIN);
    if (item->kind == CCL_NODE_ROWS)
      lay_table(job, item, indent + STEP, true);
  }
}

/* ---- All ---- */

/* How the rows of one-line declarations are aligned: `=` or `:` behind the name. */
static ccl_row_kind one_line_kind(const ccl_node *node, const ccl_node **name) {
  static const struct {
    ccl_node_kind kind;
    ccl_row_kind row;
    unsigned slot;
  } rows[] = {
    { CCL_NODE_MEASURE, CCL_ROW_MEASURE, CCL_SLOT_MEASURE_NAME },
    { CCL_NODE_INPUT, CCL_ROW_INPUT, CCL_SLOT_INPUT_NAME },
    { CCL_NODE_PHASE, CCL_ROW_PHASE, CCL_SLOT_PHASE_NAME },
    { CCL_NODE_SET, CCL_ROW_SET, CCL_SLOT_SET_NAME },
    { CCL_NODE_PARAMETER, CCL_ROW_PARAMETER, CCL_SLOT_PARAMETER_NAME },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].kind == node->kind) {
      *name = ccl_node_get(node, rows[i].slot);
      return rows[i].row;
    }
  return CCL_ROW_PLAIN;
}

/* What a declaration has behind its first line. True when empty lines stand around it. */
static bool lay_body(ccl_format_job *job, const ccl_node *node, unsigned indent) {
  unsigned inner = indent + STEP;
  if (node->kind == CCL_NODE_ACTIVITY)
    lay_fields(job, node, inner);
  else if (node->kind == CCL_NODE_SERIES)
    lay_table(job, node, inner, false);
  else if (node->kind == CCL_NODE_TIERS)
    lay_tiers(job, node, inner);
  else if (node->kind == CCL_NODE_GRID)
    lay_table(job, node, inner, ccl_node_len(SLOT_OF(node, GRID, DIMENSIONS)) > 1);
  else if (node->kind == CCL_NODE_CALENDAR)
    lay_bands(job, node, inner);
  else if (node->kind == CCL_NODE_HOLIDAYS)
    lay_holidays(job, node, inner);
  else if (node->kind == CCL_NODE_ARTICLE)
    lay_article(job, node, inner);
  else if (node->kind == CCL_NODE_EXAMPLE)
    lay_example(job, node, inner);
  else
    return node->kind == CCL_NODE_CHAPTER;
  close_block(job, node, indent, true);
  return true;
}

/* `first` opens its line: the declaration itself, or the `replace` or `add` before it. */
static void lay_declaration(ccl_format_job *job, const ccl_node *node, const ccl_node *first, unsigned indent) {
  const ccl_node *name = NULL;
  ccl_row_kind kind = first == node ? one_line_kind(node, &name) : CCL_ROW_PLAIN;
  ccl_piece *piece = open_node(job, first, indent, kind);
  if (node->kind == CCL_NODE_PARAMETER) {
    /* its columns do not line up with those of other declarations when it takes several lines */
    if (lay_parameter(job, node, indent))
      piece->row_kind = CCL_ROW_PLAIN;
    return;
  }
  if (kind != CCL_ROW_PLAIN)
    column(piece_at(job, name->span.end), 1);
  if (lay_body(job, node, indent)) {
    piece->blank = CCL_BLANK_BEFORE;
    piece->ends_block = node->kind == CCL_NODE_CHAPTER;
  }
}

static void lay_amendment(ccl_format_job *job, const ccl_node *root) {
  static const unsigned head[] = { CCL_SLOT_AMENDMENT_SIGNED, CCL_SLOT_AMENDMENT_EFFECTIVE, CCL_SLOT_AMENDMENT_TITLE };
  for (size_t i = 0; i < sizeof head / sizeof *head; i++)
    if (ccl_node_get(root, head[i]))
      open_node(job, ccl_node_get(root, head[i]), STEP, CCL_ROW_PLAIN);
  for (uint32_t i = 0; i < ccl_node_len(root); i++) {
    const ccl_node *item = ccl_node_at(root, i);
    if (item->kind == CCL_NODE_REPLACE)
      lay_declaration(job, SLOT_OF(item, REPLACE, DECLARATION), item, STEP);
    else if (item->kind == CCL_NODE_ADD)
      lay_declaration(job, SLOT_OF(item, ADD, DECLARATION), item, STEP);
    else if (item->kind == CCL_NODE_PARTY)
      lay_header_item(job, item, STEP, false);
    else
      lay_declaration(job, item, item, STEP);
  }
}

void ccl_format_rows(ccl_format_job *job) {
  const ccl_node *root = job->tree->root;
  open_row(&job->pieces.items[0], 0, CCL_ROW_PLAIN);
  if (root->kind == CCL_NODE_AMENDMENT) {
    lay_amendment(job, root);
    return;
  }
  if (root->kind == CCL_NODE_CONTRACT) {
    const ccl_node *header = SLOT_OF(root, CONTRACT, HEADER);
    for (uint32_t i = 0; i < ccl_node_len(header); i++)
      lay_header_item(job, ccl_node_at(header, i), 0, true);
  }
  for (uint32_t i = 0; i < ccl_node_len(root); i++) {
    const ccl_node *node = ccl_node_at(root, i);
    lay_declaration(job, node, node, 0);
    if (i == 0)
      piece_at(job, node->span.start)->blank = CCL_BLANK_BEFORE;
  }
}
