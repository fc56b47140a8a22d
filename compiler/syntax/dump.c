/* SPDX-License-Identifier: Apache-2.0 */
/* Writes tokens and trees as text. The formats are those of cli.md; nothing here is read back. */
#include "syntax/dump.h"

#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/joiner.h"

static const struct {
  int kind;
  const char *name;
} names[] = {
  { TOK_NAME, "NAME" },
  { TOK_NUMBER, "NUMBER" },
  { TOK_TEXT, "TEXT" },
  { TOK_PROSE, "PROSE" },
  { TOK_DATE, "DATE" },
  { TOK_MONTH, "MONTH" },
  { TOK_WEEK, "WEEK" },
  { TOK_TIME, "TIME" },
  { TOK_DAY_OF_YEAR, "DAY_OF_YEAR" },
  { TOK_SIGN, "SIGN" },
  { TOK_STRAY, "STRAY" },
  { TOK_TOUCHING_SLASH, "TOUCHING_SLASH" },
  { TOK_UPTO, "UPTO" },
  { TOK_ROW_END, "ROW_END" },
  { TOK_NOT_EQUAL, "NOT_EQUAL" },
  { TOK_LESS_EQUAL, "LESS_EQUAL" },
  { TOK_GREATER_EQUAL, "GREATER_EQUAL" },
  { TOK_QUARTER, "QUARTER" },
};

/* The place that was written last. */
typedef struct places {
  const ccl_sources *sources;
  uint32_t file, offset;
  ccl_place place;
} places;

/* Things come nearly in the order of the text: within a long line, only what lies between two is counted. */
static ccl_place place_of(places *last, ccl_span span) {
  const ccl_source *source = ccl_sources_get(last->sources, span.file);
  bool ahead = last->file == span.file && span.start >= last->offset;
  ccl_str between = ahead ? ccl_str_sub(source->text, last->offset, span.start) : (ccl_str){ 0 };
  if (ahead && ccl_str_find(between, CCL_STR("\n")) < 0)
    last->place.column += (uint32_t)ccl_utf8_length(between);
  else
    last->place = ccl_source_place(source, span.start);
  last->file = span.file;
  last->offset = span.start;
  return last->place;
}

static ccl_str kind_name(int kind) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].kind == kind)
      return ccl_str_from(names[i].name);
  const char *keyword = ccl_keyword_name(kind);
  return keyword ? ccl_str_from(keyword) : CCL_STR("MARK");
}

void ccl_dump_tokens(ccl_buf *out, ccl_sources *sources, ccl_diags *diags, uint32_t file) {
  ccl_reader *reader = ccl_new(ccl_reader);
  ccl_source *source = ccl_sources_get(sources, file);
  ccl_str first_word;
  ccl_keywords_file_lang(source->text, &source->lang, &first_word);
  *reader = (ccl_reader){ .sources = sources, .diags = diags, .source = source, .file = file, .lang = source->lang };
  reader->keywords = ccl_keywords_new(source->lang);
  ccl_tokens_read(&reader->tokens, sources, diags, file);
  places last = { .sources = sources };
  for (size_t at = 0, end = reader->tokens.all.len - 1, before = 0; at < end;) {
    ccl_joined joined = ccl_joiner_read(reader, at, (int)before);
    ccl_loc loc = ccl_joiner_loc(reader, joined);
    ccl_place place = place_of(&last, (ccl_span){ file, loc.start, loc.end });
    ccl_str kind = kind_name(joined.kind),
            text = ccl_utf8_escape(ccl_reader_text(reader, loc.start, loc.end), loc.end - loc.start);
    ccl_buf_printf(out, "%u:%u %.*s ", place.line, place.column, (int)kind.len, kind.ptr);
    ccl_buf_add(out, text);
    ccl_buf_char(out, '\n');
    before = (size_t)joined.kind;
    at += joined.count;
    if (ccl_joiner_row_ends(reader, at)) {
      place = place_of(&last, (ccl_span){ file, loc.end, loc.end });
      ccl_buf_printf(out, "%u:%u ROW_END\n", place.line, place.column);
    }
  }
}

static void add_lower(ccl_buf *out, const char *name) {
  for (; *name; name++)
    ccl_buf_char(out, *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name);
}

/* Text between quotes, with what would end it or hide in it escaped. */
static void add_quoted(ccl_buf *out, ccl_str text) {
  ccl_buf_char(out, '"');
  for (size_t i = 0; i < text.len;) {
    size_t next = i;
    int32_t c = ccl_utf8_next(text, &next);
    if (c == '"' || c == '\\')
      ccl_buf_char(out, '\\');
    ccl_buf_add(out,
                c == '"' || c == '\\' ? ccl_str_sub(text, i, next) : ccl_utf8_escape(ccl_str_sub(text, i, next), 1));
    i = next;
  }
  ccl_buf_char(out, '"');
}

static void add_value(ccl_buf *out, const ccl_node *node) {
  ccl_written v = node->value;
  if (node->kind == CCL_NODE_DATE)
    ccl_buf_printf(out, " %04d-%02d-%02d", v.year, v.month, v.day);
  else if (node->kind == CCL_NODE_MONTH)
    ccl_buf_printf(out, " %04d-%02d", v.year, v.month);
  else if (node->kind == CCL_NODE_QUARTER)
    ccl_buf_printf(out, " %04d-Q%d", v.year, v.quarter);
  else if (node->kind == CCL_NODE_WEEK)
    ccl_buf_printf(out, " %04d-W%02d", v.year, v.week);
  else if (node->kind == CCL_NODE_YEAR)
    ccl_buf_printf(out, " %04d", v.year);
  else if (node->kind == CCL_NODE_DAY_OF_YEAR)
    ccl_buf_printf(out, " %02d-%02d", v.month, v.day);
  else if (node->kind == CCL_NODE_TIME)
    ccl_buf_printf(out, " %02d:%02d:%02d", v.hour, v.minute, v.second);
  else if (node->kind == CCL_NODE_TIMESTAMP)
    ccl_buf_printf(out, " %04d-%02d-%02dT%02d:%02d:%02d", v.year, v.month, v.day, v.hour, v.minute, v.second);
  else if (node->kind == CCL_NODE_WEEKDAY)
    ccl_buf_printf(out, " %d", v.day);
  else if (node->kind == CCL_NODE_NUMBER || node->kind == CCL_NODE_NAME) {
    ccl_buf_char(out, ' ');
    ccl_buf_add(out, node->text);
  } else if (node->kind == CCL_NODE_TEXT || node->kind == CCL_NODE_PROSE) {
    ccl_buf_char(out, ' ');
    add_quoted(out, node->text);
  }
}

typedef struct dump {
  ccl_buf *out;
  places places;
  bool positions;
} dump;

/* The tree is shallow (ast.h): this may recurse. */
static void add_node(dump *d, const ccl_node *node, const char *slot, size_t level) {
  ccl_buf_fill(d->out, ' ', 2 * level);
  if (slot) {
    add_lower(d->out, slot);
    ccl_buf_z(d->out, ": ");
  }
  ccl_buf_char(d->out, '(');
  ccl_buf_z(d->out, ccl_node_kind_name(node->kind));
  if (node->word != CCL_WORD_NONE) {
    ccl_buf_char(d->out, ' ');
    ccl_buf_z(d->out, ccl_word_name(node->word));
  }
  add_value(d->out, node);
  if (d->positions) {
    ccl_place place = place_of(&d->places, node->span);
    ccl_buf_printf(d->out, " @%u:%u", place.line, place.column);
  }
  for (uint32_t i = 0; i < node->count; i++) {
    if (!node->items[i])
      continue;
    ccl_buf_char(d->out, '\n');
    add_node(d, node->items[i], i < node->slots ? ccl_node_slot_name(node->kind, i) : NULL, level + 1);
  }
  ccl_buf_char(d->out, ')');
}

void ccl_dump_ast(ccl_buf *out, const ccl_sources *sources, const ccl_node *node, bool positions) {
  add_node(&(dump){ .out = out, .places = { .sources = sources }, .positions = positions }, node, NULL, 0);
  ccl_buf_char(out, '\n');
}
