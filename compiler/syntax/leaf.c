/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the leaves of the tree: reads texts, names, figures and prose again from the source (clauses 1.1 to 1.5). */
#include <string.h>

#include "ccl.tab.h"
#include "syntax/build.h"
#include "syntax/characters.h"
#include "syntax/figures.h"
#include "syntax/messages.h"
#include "syntax/syntax_errors.h"

/* € $ £ stand for EUR USD GBP; a word between backquotes for itself. */
static ccl_str name_text(ccl_reader *reader, ccl_node *node, ccl_str written) {
  static const struct {
    ccl_str sign, code;
  } signs[] = {
    { CCL_STR_INIT("€"), CCL_STR_INIT("EUR") },
    { CCL_STR_INIT("$"), CCL_STR_INIT("USD") },
    { CCL_STR_INIT("£"), CCL_STR_INIT("GBP") },
  };
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (ccl_str_eq(signs[i].sign, written))
      return signs[i].code;
  if (ccl_str_starts(written, CCL_STR("`")))
    return ccl_word_text(
        ccl_str_sub(written, 1, written.len - (written.len > 1 && ccl_str_ends(written, CCL_STR("`")) ? 1 : 0)));
  ccl_str word = ccl_word_text(written);
  for (size_t at = 0; at < word.len;) {
    int32_t c = ccl_utf8_next(word, &at);
    if (c == '\n' || ccl_char_classify(c) == CCL_CHAR_BLANK) {
      ccl_report(reader->diags, &ccl_syntax_say_keyword_as_name, node->span, CCL_ARGS(word));
      break;
    }
  }
  return word;
}

/* The content of "…", with \" \\ and \n undone. */
static ccl_str text_content(ccl_str written) {
  bool closed = written.len > 1 && ccl_str_ends(written, CCL_STR("\""));
  ccl_str inside = ccl_str_sub(written, 1, written.len - (closed ? 1 : 0));
  if (inside.len == 0 || !memchr(inside.ptr, '\\', inside.len))
    return inside;
  ccl_buf content = { 0 };
  for (size_t i = 0; i < inside.len; i++) {
    char byte = inside.ptr[i];
    if (byte == '\\' && i + 1 < inside.len)
      byte = inside.ptr[++i] == 'n' ? '\n' : inside.ptr[i];
    ccl_buf_char(&content, byte);
  }
  return ccl_buf_str(&content);
}

/* The name between { and }, dots included: its length, or 0 when there is none. */
static size_t inserted_name(ccl_str text, size_t from) {
  size_t at = from;
  for (bool start = true; at < text.len; start = false) {
    size_t next = at;
    int32_t c = ccl_utf8_next(text, &next);
    ccl_char_class class = c == '.' && !start ? CCL_CHAR_LETTER : ccl_char_classify(c);
    if (class != CCL_CHAR_LETTER && (class != CCL_CHAR_DIGIT || start))
      break;
    at = next;
  }
  return at < text.len && text.ptr[at] == '}' ? at - from : 0;
}

static ccl_node *leaf(ccl_reader *reader, ccl_node_kind kind, uint32_t start, uint32_t end) {
  ccl_node *node = ccl_new(ccl_node);
  node->kind = kind;
  node->span = node->head = (ccl_span){ reader->file, start, end };
  node->slots = (uint16_t)ccl_node_kind_slots(kind);
  if (node->slots)
    node->items = ccl_new_array(ccl_node *, node->slots);
  node->count = node->cap = node->slots;
  return node;
}

static ccl_node *inserted(ccl_reader *reader, uint32_t start, uint32_t end) {
  ccl_str written = ccl_reader_text(reader, start, end);
  ptrdiff_t dot = ccl_str_find(written, CCL_STR("."));
  ccl_node *name = leaf(reader, CCL_NODE_NAME, start, end);
  name->text = ccl_word_text(ccl_str_sub(written, dot < 0 ? 0 : (size_t)dot + 1, written.len));
  if (dot >= 0) {
    ccl_node *qualifier = leaf(reader, CCL_NODE_NAME, start, start + (uint32_t)dot);
    qualifier->text = ccl_word_text(ccl_str_sub(written, 0, (size_t)dot));
    name->items[CCL_SLOT_NAME_QUALIFIER] = qualifier;
  }
  return name;
}

/* The text between two insertions, {{ and }} undone. */
static void add_piece(ccl_reader *reader, ccl_node *prose, uint32_t start, uint32_t end) {
  if (start == end)
    return;
  ccl_node *piece = leaf(reader, CCL_NODE_TEXT, start, end);
  ccl_str written = ccl_reader_text(reader, start, end);
  ccl_buf content = { 0 };
  for (size_t i = 0; i < written.len; i++) {
    ccl_buf_char(&content, written.ptr[i]);
    bool brace = written.ptr[i] == '{' || written.ptr[i] == '}';
    if (brace && i + 1 < written.len && written.ptr[i + 1] == written.ptr[i])
      i++;
  }
  piece->text = ccl_buf_str(&content);
  ccl_build_append(reader, prose, piece);
}

static void read_prose(ccl_reader *reader, ccl_node *prose) {
  ccl_span whole = prose->span;
  ccl_str written = ccl_reader_text(reader, whole.start, whole.end);
  bool quotes = ccl_str_starts(written, CCL_STR("\"\"\""));
  ccl_str closing = quotes ? CCL_STR("\"\"\"") : CCL_STR("»");
  uint32_t from = quotes ? 3 : 2;
  bool closed = written.len >= from + closing.len && ccl_str_ends(written, closing);
  ccl_str text = ccl_str_sub(written, 0, written.len - (closed ? closing.len : 0));
  prose->text = ccl_str_sub(text, from, text.len);
  uint32_t start = from, end = (uint32_t)text.len;
  for (uint32_t at = from; at < end; at++) {
    if (text.ptr[at] != '{')
      continue;
    size_t length = inserted_name(text, at + 1);
    if (at + 1 < end && text.ptr[at + 1] == '{') {
      at++;
    } else if (length > 0) {
      add_piece(reader, prose, whole.start + start, whole.start + at);
      ccl_build_append(reader, prose, inserted(reader, whole.start + at + 1, whole.start + at + 1 + (uint32_t)length));
      at += (uint32_t)length + 1;
      start = at + 1;
    } else {
      ccl_span brace = { whole.file, whole.start + at, whole.start + at + 1 };
      ccl_diag *diag = ccl_report(reader->diags, &ccl_syntax_say_brace, brace, CCL_NO_ARGS);
      ccl_diag_help(diag, &ccl_syntax_say_brace_help, CCL_ARGS(CCL_STR("{{")));
    }
  }
  add_piece(reader, prose, whole.start + start, whole.start + end);
  prose->span = whole;
}

static void read_weekday(ccl_reader *reader, ccl_node *node, ccl_str written) {
  ccl_str word = ccl_keywords_word(reader->keywords, written);
  bool longer;
  const ccl_spelling *day = ccl_keywords_find(reader->keywords, &word, 1, &longer);
  node->value.day = (uint8_t)(day->token - TOK_MONDAY + 1);
}

static void read_figure(ccl_reader *reader, ccl_node *node) {
  ccl_figure figure =
      ccl_leaf_read(ccl_reader_text(reader, node->span.start, (uint32_t)reader->source->text.len), reader->lang);
  node->value = figure.value;
  node->text = figure.digits;
  if (node->kind != CCL_NODE_YEAR)
    return;
  node->text = (ccl_str){ 0 };
  if (figure.digits.len != 4 || node->span.end - node->span.start != 4) {
    ccl_report(reader->diags, &ccl_syntax_say_not_a_year, node->span,
               CCL_ARGS(ccl_source_text(reader->sources, node->span)));
    return;
  }
  for (size_t i = 0; i < figure.digits.len; i++)
    node->value.year = (int16_t)(node->value.year * 10 + figure.digits.ptr[i] - '0');
}

ccl_node *ccl_build_leaf(ccl_reader *reader, ccl_loc at, ccl_node_kind kind) {
  ccl_node *node = leaf(reader, kind, at.start, at.end);
  ccl_str written = ccl_reader_text(reader, at.start, at.end);
  if (kind == CCL_NODE_NAME) {
    reader->named_at = at.end;
    reader->named[0] = reader->named[1];
    reader->named[1] = node;
  }
  if (kind == CCL_NODE_NAME)
    node->text = name_text(reader, node, written);
  else if (kind == CCL_NODE_TEXT)
    node->text = text_content(written);
  else if (kind == CCL_NODE_PROSE)
    read_prose(reader, node);
  else if (kind == CCL_NODE_WEEKDAY)
    read_weekday(reader, node, written);
  else
    read_figure(reader, node);
  return node;
}

ccl_node *ccl_build_timestamp(ccl_reader *reader, ccl_loc at, ccl_node *date, ccl_node *time) {
  ccl_node *node = leaf(reader, CCL_NODE_TIMESTAMP, at.start, at.end);
  node->value = time->value;
  node->value.year = date->value.year;
  node->value.month = date->value.month;
  node->value.day = date->value.day;
  if (time->value.hour == 24)
    ccl_report(reader->diags, &ccl_syntax_say_24_begins, time->span, CCL_NO_ARGS);
  return node;
}

ccl_node *ccl_build_qualified(ccl_reader *reader, ccl_loc at, ccl_node *qualifier, ccl_node *name) {
  return ccl_build_set(reader, at, name, CCL_SLOT_NAME_QUALIFIER, qualifier);
}

ccl_node *ccl_build_chosen(ccl_reader *reader, ccl_loc at, ccl_word word) {
  ccl_node *node = leaf(reader, CCL_NODE_CHOICE, at.start, at.end);
  node->word = word;
  return node;
}

ccl_node *ccl_build_choice(ccl_reader *reader, ccl_choice_group group, ccl_node *name) {
  ccl_loc at = { name->span.start, name->span.end, name->span.end };
  ccl_word word = ccl_choice_find(group, reader->lang, name->text);
  if (word != CCL_WORD_NONE)
    return ccl_build_chosen(reader, at, word);
  ccl_syntax_report_no_choice(reader, at, name->text, ccl_choice_list(group, reader->lang));
  return leaf(reader, CCL_NODE_ERROR, at.start, at.end);
}

ccl_node *ccl_build_length(ccl_reader *reader, ccl_loc at, ccl_node *count, ccl_node *unit) {
  const ccl_node *choice = ccl_build_choice(reader, CCL_CHOICE_LENGTH, unit);
  return choice->kind == CCL_NODE_ERROR ? MAKE(ERROR, at, ) : MAKE_WORD(LENGTH, choice->word, at, count);
}
