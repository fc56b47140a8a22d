/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Puts the rows on the page: comments where they stood, empty lines (at most one, one around blocks), columns of rows
 * next to one another, tables. Long rows are filled by format_fill.c. How pieces are written and where rows begin is
 * settled before.
 */
#include "base/utf8.h"
#include "ccl.tab.h"
#include "syntax/format_fill.h"
#include "syntax/format_private.h"

enum { STEP = 2, COLUMNS = 4 };

typedef struct page_row {
  size_t first, end; /* pieces */
  size_t comment, count; /* the comments before it, those at the end of the row above apart */
  bool trailing; /* a comment of its own line's end: the one before `comment` of the next row */
  bool parted; /* an empty line somewhere above it */
  ccl_fill_line line; /* not of a table */
} page_row;

typedef struct page {
  ccl_format_job *job;
  CCL_VEC(page_row) rows; /* the last one is empty: the end of the file */
  ccl_buf out;
} page;

static const ccl_piece *head_of(const page *p, const page_row *row) {
  return &p->job->pieces.items[row->first];
}

static ccl_str comment_text(const page *p, size_t comment) {
  ccl_str text = ccl_source_text(p->job->sources, p->job->tree->comments.items[comment].span);
  while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t'))
    text.len--;
  return text;
}

/* ---- Rows and their comments ---- */

static void cut_rows(page *p) {
  const ccl_format_job *job = p->job;
  size_t last = job->pieces.len - 1, comment = 0;
  for (size_t at = 0; at <= last; at++) {
    const ccl_piece *piece = &job->pieces.items[at];
    if (at > 0 && at < last && !piece->opens_row)
      continue;
    page_row row = { .first = at, .end = at };
    while (row.end < last && (row.end == at || !job->pieces.items[row.end].opens_row))
      row.end++;
    /* comments inside the row above are its own */
    if (p->rows.len > 0)
      while (comment < job->tree->comments.len &&
             job->tree->comments.items[comment].span.start < job->pieces.items[at - 1].start)
        comment++;
    row.comment = comment;
    while (comment < job->tree->comments.len && job->tree->comments.items[comment].span.start < piece->start)
      comment++;
    row.count = comment - row.comment;
    if (row.count > 0 && p->rows.len > 0 && !job->tree->comments.items[row.comment].alone) {
      p->rows.items[p->rows.len - 1].trailing = true;
      row.comment++;
      row.count--;
    }
    ccl_vec_push(&p->rows, row);
  }
}

/* Whether an empty line stands between two places of the source. */
static bool is_parted(const page *p, uint32_t from, uint32_t to) {
  size_t ends = 0;
  for (uint32_t i = from; i < to; i++)
    ends += p->job->source->text.ptr[i] == '\n';
  return ends > 1;
}

/* The place where what stands before the n-th element of a row ends: its comments, then the row itself. */
static uint32_t end_above(const page *p, const page_row *row, size_t element) {
  const ccl_format_job *job = p->job;
  size_t comment = row->comment + element;
  bool own = element > 0, above = !own && row > p->rows.items && row[-1].trailing;
  if (own || above)
    return job->tree->comments.items[comment - 1].span.end;
  return row->first > 0 ? job->pieces.items[row->first - 1].end : 0;
}

static uint32_t start_of(const page *p, const page_row *row, size_t element) {
  return element < row->count ? p->job->tree->comments.items[row->comment + element].span.start
                              : head_of(p, row)->start;
}

/* Whether an empty line stands before the n-th element on the page. */
static bool has_gap(const page *p, const page_row *row, size_t element) {
  if (row == p->rows.items && element == 0)
    return false;
  const ccl_piece *head = head_of(p, row);
  bool is_end = head->blank == CCL_BLANK_NONE && element == row->count;
  bool is_inner =
      element == 0 && row > p->rows.items && head->kind != TOK_FILE_END && head->indent > head_of(p, row - 1)->indent;
  if (is_end || is_inner)
    return false;
  if (element == 0 && row > p->rows.items && head_of(p, row - 1)->ends_block &&
      (head->kind != TOK_FILE_END || row->count > 0))
    return true;
  if (is_parted(p, end_above(p, row, element), start_of(p, row, element)))
    return true;
  if (element > 0 || head->blank != CCL_BLANK_BEFORE)
    return false;
  /* the comments right above a block belong to it */
  for (size_t i = 1; i <= row->count; i++)
    if (is_parted(p, end_above(p, row, i), start_of(p, row, i)))
      return false;
  return row > p->rows.items;
}

static void note_gaps(page *p) {
  for (size_t i = 0; i < p->rows.len; i++) {
    page_row *row = &p->rows.items[i];
    for (size_t k = 0; k <= row->count; k++)
      row->parted = row->parted || has_gap(p, row, k);
  }
}

/* ---- Columns ---- */

static bool is_aligned_with(const page *p, const page_row *above, const page_row *row) {
  const ccl_piece *a = head_of(p, above), *b = head_of(p, row);
  return !row->parted && a->row_kind == b->row_kind && a->indent == b->indent && a->opens_row && b->opens_row;
}

/* The blanks between two columns. */
static size_t gap_of(ccl_row_kind kind) {
  return kind == CCL_ROW_FIELD || kind == CCL_ROW_HOLIDAY ? 2 : 1;
}

/* The items that every contract must have make the column; longer keywords do not. */
static size_t header_width(ccl_lang lang) {
  static const int keywords[] = { TOK_REFERENCE, TOK_CLIENT, TOK_PROVIDER, TOK_CURRENCY, TOK_IN_FORCE, TOK_BILLING };
  size_t width = 0;
  for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
    size_t own = ccl_utf8_width(ccl_keyword_text(keywords[i], lang));
    width = own > width ? own : width;
  }
  return width;
}

/* Fields of a longer type (`duration in s`, `one of …`) run over the column of types: it is as wide as the types of
 * one word. What follows the columns of the data stands right behind. */
static bool counts(ccl_row_kind kind, size_t column, const ccl_fill_line *line) {
  if (kind == CCL_ROW_FIELD && (column == 2 || (column == 1 && line->words[column] > 1)))
    return false;
  return line->width[column] > 0 && line->last_column > column;
}

static void align(page *p, size_t first, size_t end) {
  ccl_row_kind kind = head_of(p, &p->rows.items[first])->row_kind;
  if (kind == CCL_ROW_PLAIN || kind == CCL_ROW_TABLE)
    return;
  size_t place = 0;
  for (size_t column = 0; column < COLUMNS; column++) {
    size_t width = kind == CCL_ROW_HEADER && column == 0 ? header_width(p->job->to) : 0;
    for (size_t i = first; i < end && kind != CCL_ROW_HEADER; i++) {
      const ccl_fill_line *line = &p->rows.items[i].line;
      if (counts(kind, column, line) && line->width[column] > width)
        width = line->width[column];
    }
    for (size_t i = first; i < end; i++) {
      p->rows.items[i].line.place[column] = place;
      p->rows.items[i].line.gap = gap_of(kind);
    }
    place += width > 0 ? width + gap_of(kind) : 0;
  }
}

static void align_all(page *p) {
  for (size_t first = 0; first < p->rows.len;) {
    size_t end = first + 1;
    while (end < p->rows.len && is_aligned_with(p, &p->rows.items[end - 1], &p->rows.items[end]))
      end++;
    align(p, first, end);
    first = end;
  }
}

/* ---- Tables ---- */

typedef struct cell {
  ccl_str text;
  size_t width, whole; /* of a plain number: what stands before its decimal mark */
  bool is_number;
} cell;

typedef struct table_row {
  const page_row *row;
  CCL_VEC(cell) cells;
} table_row;

static cell make_cell(const page *p, size_t first, size_t end) {
  const ccl_piece *pieces = p->job->pieces.items;
  ccl_fill_line line = { 0 };
  ccl_fill_read(&line, p->job, first, end);
  cell made = { .text = ccl_fill_flat(&line) };
  made.width = ccl_utf8_width(made.text);
  made.is_number = end > first && pieces[end - 1].kind == TOK_NUMBER &&
                   (end - first == 1 || (end - first == 2 && pieces[first].kind == '-'));
  ptrdiff_t mark = ccl_str_find(made.text, p->job->to == CCL_LANG_FR ? CCL_STR(",") : CCL_STR("."));
  made.whole = mark < 0 || !made.is_number ? made.width : ccl_utf8_width(ccl_str_sub(made.text, 0, (size_t)mark));
  return made;
}

static void read_cells(const page *p, table_row *row) {
  const ccl_piece *pieces = p->job->pieces.items;
  size_t first = row->row->first + 1;
  for (size_t at = first; at < row->row->end; at++) {
    if (pieces[at].kind != '|')
      continue;
    cell made = make_cell(p, first, at);
    ccl_vec_push(&row->cells, made);
    first = at + 1;
  }
}

/* How wide a column is, and the widest whole part where it holds plain numbers only (its head apart); else 0. */
static void measure_column(const page *p, const table_row *rows, size_t count, size_t column, size_t *width,
                           size_t *whole) {
  bool numbers = true;
  *width = *whole = 0;
  for (size_t i = 0; i < count; i++) {
    if (column >= rows[i].cells.len || head_of(p, rows[i].row)->is_head || rows[i].cells.items[column].width == 0)
      continue;
    const cell *each = &rows[i].cells.items[column];
    numbers = numbers && each->is_number;
    *whole = each->whole > *whole ? each->whole : *whole;
  }
  *whole = numbers ? *whole : 0;
  for (size_t i = 0; i < count; i++) {
    if (column >= rows[i].cells.len)
      continue;
    const cell *each = &rows[i].cells.items[column];
    size_t shift =
        each->is_number && *whole > each->whole && !head_of(p, rows[i].row)->is_head ? *whole - each->whole : 0;
    *width = each->width + shift > *width ? each->width + shift : *width;
  }
}

/* The rows of one table, as lines of text beginning with `|`: numbers stand with their units above one another, all
 * else to the left. */
static void write_table(const page *p, const table_row *rows, size_t count, ccl_buf *lines) {
  for (size_t i = 0; i < count; i++)
    ccl_buf_char(&lines[i], '|');
  size_t columns = 0;
  for (size_t i = 0; i < count; i++)
    columns = rows[i].cells.len > columns ? rows[i].cells.len : columns;
  for (size_t column = 0; column < columns; column++) {
    size_t width, whole;
    measure_column(p, rows, count, column, &width, &whole);
    for (size_t i = 0; i < count; i++) {
      if (column >= rows[i].cells.len)
        continue;
      const cell *each = &rows[i].cells.items[column];
      size_t shift =
          each->is_number && whole > each->whole && !head_of(p, rows[i].row)->is_head ? whole - each->whole : 0;
      ccl_buf_fill(&lines[i], ' ', 1 + shift);
      ccl_buf_add(&lines[i], each->text);
      ccl_buf_fill(&lines[i], ' ', width - shift - each->width + 1);
      ccl_buf_char(&lines[i], '|');
    }
  }
}

/* ---- The page ---- */

static void new_line(page *p, unsigned indent) {
  if (p->out.len > 0)
    ccl_buf_char(&p->out, '\n');
  ccl_buf_fill(&p->out, ' ', indent);
}

/* The comments above a row, each on its line; then the line of the row begins. */
static void lead(page *p, const page_row *row) {
  const ccl_piece *head = head_of(p, row);
  bool is_file_end = head->kind == TOK_FILE_END;
  for (size_t i = 0; i < row->count + !is_file_end; i++) {
    if (has_gap(p, row, i))
      ccl_buf_char(&p->out, '\n');
    bool is_comment = i < row->count;
    new_line(p, head->indent + (is_comment && head->blank == CCL_BLANK_NONE ? STEP : 0));
    if (is_comment)
      ccl_buf_add(&p->out, comment_text(p, row->comment + i));
  }
}

static void trail(page *p, size_t index) {
  if (!p->rows.items[index].trailing)
    return;
  ccl_buf_z(&p->out, "  ");
  ccl_buf_add(&p->out, comment_text(p, p->rows.items[index + 1].comment - 1));
}

/* The rows of the table that begins at a row; returns how many. */
static size_t put_table(page *p, size_t index) {
  unsigned table = head_of(p, &p->rows.items[index])->table;
  size_t count = 0;
  while (head_of(p, &p->rows.items[index + count])->table == table)
    count++;
  table_row *rows = ccl_new_array(table_row, count);
  ccl_buf *lines = ccl_new_array(ccl_buf, count);
  for (size_t i = 0; i < count; i++) {
    rows[i].row = &p->rows.items[index + i];
    read_cells(p, &rows[i]);
  }
  write_table(p, rows, count, lines);
  for (size_t i = 0; i < count; i++) {
    lead(p, rows[i].row);
    ccl_buf_add(&p->out, ccl_buf_str(&lines[i]));
    trail(p, index + i);
  }
  return count;
}

ccl_str ccl_format_page(ccl_format_job *job) {
  page *p = ccl_new(page);
  p->job = job;
  cut_rows(p);
  note_gaps(p);
  for (size_t i = 0; i + 1 < p->rows.len; i++)
    if (head_of(p, &p->rows.items[i])->row_kind != CCL_ROW_TABLE)
      ccl_fill_read(&p->rows.items[i].line, job, p->rows.items[i].first, p->rows.items[i].end);
  align_all(p);
  for (size_t i = 0; i + 1 < p->rows.len;) {
    if (head_of(p, &p->rows.items[i])->row_kind == CCL_ROW_TABLE) {
      i += put_table(p, i);
      continue;
    }
    lead(p, &p->rows.items[i]);
    ccl_fill_write(&p->out, &p->rows.items[i].line, head_of(p, &p->rows.items[i])->indent);
    trail(p, i++);
  }
  lead(p, &p->rows.items[p->rows.len - 1]);
  ccl_buf_char(&p->out, '\n');
  return ccl_buf_str(&p->out);
}
