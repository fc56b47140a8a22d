/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Draws source lines and their marks in display columns: wide characters take two, combining ones none, a tab four
 * blanks, and what a terminal must not receive is escaped. Which lines and which words is for findings.c.
 */
#include "render/snippet.h"

#include <string.h>

#include "base/utf8.h"

#define TAB_COLUMNS 4
#define MOST_COLUMNS 200 /* of a line; a longer one is cut around its first mark */
#define COLUMNS_BEFORE 60

/* A mark in display columns. */
typedef struct drawn {
  size_t from, to;
  const ccl_mark *mark;
} drawn;

typedef struct drawn_line {
  CCL_VEC(drawn) marks;
  size_t width; /* of the row of underlines */
} drawn_line;

void ccl_paper_add(const ccl_paper *paper, ccl_ink ink, ccl_str text) {
  static const char *const codes[] = { [CCL_INK_PLAIN] = "",
                                       [CCL_INK_FRAME] = "\033[1;34m",
                                       [CCL_INK_STRONG] = "\033[1m",
                                       [CCL_INK_ERROR] = "\033[1;31m",
                                       [CCL_INK_WARNING] = "\033[1;33m" };
  bool inked = paper->colour && ink != CCL_INK_PLAIN && text.len > 0;
  if (inked)
    ccl_buf_z(paper->out, codes[ink]);
  ccl_buf_add(paper->out, text);
  if (inked)
    ccl_buf_z(paper->out, "\033[0m");
}

void ccl_marks_add(ccl_marks *marks, const ccl_source *source, ccl_span span, ccl_str label, ccl_ink ink) {
  uint32_t line = ccl_source_place(source, span.start).line;
  size_t start = source->line_starts[line - 1], length = ccl_source_line(source, line).len;
  size_t from = span.start - start, to = span.end > span.start ? span.end - start : from;
  ccl_mark mark = { line, from < length ? from : length, to < length ? to : length, ink, label };
  ccl_vec_push(&marks->all, mark);
  /* Few marks: move the new one before those of later lines. */
  for (size_t i = marks->all.len - 1; i > 0 && marks->all.items[i - 1].line > line; i--) {
    marks->all.items[i] = marks->all.items[i - 1];
    marks->all.items[i - 1] = mark;
  }
}

/* A piece of a line as it is shown. */
static ccl_str shown(ccl_str text) {
  ccl_buf buf = { 0 };
  for (size_t from = 0; from <= text.len;) {
    ptrdiff_t tab = ccl_str_find(ccl_str_sub(text, from, text.len), CCL_STR("\t"));
    ccl_str piece = ccl_str_sub(text, from, tab < 0 ? text.len : from + (size_t)tab);
    ccl_buf_add(&buf, ccl_utf8_escape(piece, piece.len + 1));
    if (tab < 0)
      break;
    ccl_buf_fill(&buf, ' ', TAB_COLUMNS);
    from += piece.len + 1;
  }
  return ccl_buf_str(&buf);
}

static size_t shown_width(ccl_str line, size_t bytes) {
  return ccl_utf8_width(shown(ccl_str_sub(line, 0, bytes)));
}

static void begin_row(const ccl_paper *paper, size_t gutter, uint32_t line) {
  ccl_str number = line == 0 ? (ccl_str){ 0 } : ccl_str_printf("%u", (unsigned)line);
  ccl_str blanks = ccl_str_printf("%*s", (int)(gutter - number.len), "");
  ccl_paper_add(paper, CCL_INK_FRAME,
                ccl_str_printf("%.*s%.*s |", (int)blanks.len, blanks.ptr, (int)number.len, number.ptr));
}

static size_t row_end(const char *row, size_t width) {
  while (width > 0 && row[width - 1] == ' ')
    width--;
  return width;
}

/* One row under a source line: signs in their columns, then perhaps a label. */
static void add_row(const ccl_paper *paper, size_t gutter, const char *row, size_t width, ccl_ink caret,
                    const drawn *labelled) {
  size_t end = row_end(row, width);
  begin_row(paper, gutter, 0);
  if (end > 0)
    ccl_buf_char(paper->out, ' ');
  for (size_t from = 0, to; from < end; from = to) {
    for (to = from + 1; to < end && row[to] == row[from]; to++)
      continue;
    ccl_ink ink = row[from] == ' ' ? CCL_INK_PLAIN : row[from] == '^' ? caret : CCL_INK_FRAME;
    ccl_paper_add(paper, ink, (ccl_str){ row + from, to - from });
  }
  if (labelled) {
    ccl_str label = labelled->mark->label;
    ccl_buf_fill(paper->out, ' ', end == 0 ? labelled->from + 1 : labelled->from - end);
    ccl_paper_add(paper, labelled->mark->ink, ccl_utf8_escape(label, label.len + 1));
  }
  ccl_buf_char(paper->out, '\n');
}

/* The label that can stand on the row of underlines: that of the mark which ends last, if it also begins last. */
static const drawn *inline_label(const drawn_line *drawing) {
  const drawn *last = NULL;
  for (size_t i = 0; i < drawing->marks.len; i++) {
    const drawn *one = &drawing->marks.items[i];
    if (!last || one->from > last->from)
      last = one;
  }
  for (size_t i = 0; last && i < drawing->marks.len; i++)
    if (&drawing->marks.items[i] != last && drawing->marks.items[i].to >= last->to)
      return NULL;
  return last && last->mark->label.len > 0 ? last : NULL;
}

/* The remaining labels hang below their marks, from right to left, each at the end of its own bar. */
static void add_hanging(const ccl_paper *paper, size_t gutter, const drawn_line *drawing, const drawn *done) {
  char *row = ccl_alloc_atomic(drawing->width + 1);
  CCL_VEC(const drawn *) hanging = { 0 };
  for (size_t i = 0; i < drawing->marks.len; i++) {
    const drawn *one = &drawing->marks.items[i];
    if (one == done || one->mark->label.len == 0)
      continue;
    ccl_vec_push(&hanging, one);
    for (size_t k = hanging.len - 1; k > 0 && hanging.items[k - 1]->from < one->from; k--) {
      hanging.items[k] = hanging.items[k - 1];
      hanging.items[k - 1] = one;
    }
  }
  for (size_t i = 0; i < hanging.len; i++) {
    memset(row, ' ', drawing->width);
    for (size_t k = i; k < hanging.len; k++)
      row[hanging.items[k]->from] = '|';
    if (i == 0)
      add_row(paper, gutter, row, drawing->width, CCL_INK_PLAIN, NULL);
    row[hanging.items[i]->from] = ' ';
    for (size_t k = i + 1; k < hanging.len; k++)
      row[hanging.items[k]->from] = hanging.items[k]->from == hanging.items[i]->from ? ' ' : '|';
    add_row(paper, gutter, row, drawing->width, CCL_INK_PLAIN, hanging.items[i]);
  }
}

static void add_underlines(const ccl_paper *paper, size_t gutter, const drawn_line *drawing) {
  char *row = ccl_alloc_atomic(drawing->width + 1);
  ccl_ink caret = CCL_INK_ERROR;
  memset(row, ' ', drawing->width);
  for (int carets = 0; carets < 2; carets++)
    for (size_t i = 0; i < drawing->marks.len; i++) {
      const drawn *one = &drawing->marks.items[i];
      if ((one->mark->ink != CCL_INK_FRAME) != carets)
        continue;
      memset(row + one->from, carets ? '^' : '-', one->to - one->from);
      caret = carets ? one->mark->ink : caret;
    }
  const drawn *labelled = inline_label(drawing);
  add_row(paper, gutter, row, drawing->width, caret,
          labelled ? &(drawn){ drawing->width + 1, 0, labelled->mark } : NULL);
  add_hanging(paper, gutter, drawing, labelled);
}

/* The part of a very long line that is shown, in bytes: around its first mark. */
static ccl_span clip(ccl_str line, const ccl_mark *marks, size_t count) {
  if (ccl_utf8_width(line) <= MOST_COLUMNS)
    return (ccl_span){ 0, 0, (uint32_t)line.len };
  size_t first = line.len;
  for (size_t i = 0; i < count; i++)
    first = marks[i].from < first ? marks[i].from : first;
  size_t from = first > COLUMNS_BEFORE ? first - COLUMNS_BEFORE : 0, to = from + MOST_COLUMNS;
  while (from > 0 && ((unsigned char)line.ptr[from] & 0xc0) == 0x80)
    from--;
  while (to < line.len && ((unsigned char)line.ptr[to] & 0xc0) == 0x80)
    to++;
  return (ccl_span){ 0, (uint32_t)from, (uint32_t)(to < line.len ? to : line.len) };
}

static void add_line(const ccl_paper *paper, const ccl_source *source, const ccl_mark *marks, size_t count,
                     size_t gutter) {
  ccl_str line = ccl_source_line(source, marks[0].line);
  if (ccl_str_ends(line, CCL_STR("\r")))
    line.len--;
  ccl_span part = clip(line, marks, count);
  size_t head = part.start > 0 ? 1 : 0; /* the column of the … that stands for what is cut */
  ccl_str text = ccl_str_sub(line, part.start, part.end);
  begin_row(paper, gutter, marks[0].line);
  ccl_str all = shown(text);
  while (ccl_str_ends(all, CCL_STR(" ")))
    all.len--;
  if (all.len > 0) {
    ccl_buf_z(paper->out, head ? " …" : " ");
    ccl_buf_add(paper->out, all);
    ccl_buf_z(paper->out, part.end < line.len ? "…" : "");
  }
  ccl_buf_char(paper->out, '\n');
  drawn_line drawing = { 0 };
  for (size_t i = 0; i < count; i++) {
    size_t from = marks[i].from > part.start ? marks[i].from - part.start : 0;
    size_t to = marks[i].to > part.start ? marks[i].to - part.start : 0;
    drawn one = { head + shown_width(text, from), head + shown_width(text, to), &marks[i] };
    one.to = one.to > one.from ? one.to : one.from + 1;
    drawing.width = one.to > drawing.width ? one.to : drawing.width;
    ccl_vec_push(&drawing.marks, one);
  }
  add_underlines(paper, gutter, &drawing);
}

void ccl_snippet_add(const ccl_paper *paper, const ccl_source *source, const ccl_marks *marks, size_t gutter) {
  begin_row(paper, gutter, 0);
  ccl_buf_char(paper->out, '\n');
  uint32_t before = 0;
  for (size_t i = 0, next; i < marks->all.len; i = next) {
    uint32_t line = marks->all.items[i].line;
    for (next = i + 1; next < marks->all.len && marks->all.items[next].line == line; next++)
      continue;
    if (before != 0 && line > before + 1)
      ccl_paper_add(paper, CCL_INK_FRAME, CCL_STR("...\n"));
    add_line(paper, source, &marks->all.items[i], next - i, gutter);
    before = line;
  }
}
