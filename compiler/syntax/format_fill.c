/* SPDX-License-Identifier: Apache-2.0 */
/* Blanks between pieces, and where a long line is broken: at the outermost place that leaves the line well filled. */
#include "syntax/format_fill.h"

#include "base/utf8.h"
#include "ccl.tab.h"

enum {
  LONGEST_LINE = 132, /* what is no longer than that stands on one line */
  FILLED_LINE = 100, /* how far the lines go into which anything longer is broken */
  CONTINUED = 4 /* further to the right than the line itself */
};

/* ---- Blanks ---- */

static bool is_kind(const ccl_node *node, const ccl_node_kind *kinds, size_t count) {
  for (size_t i = 0; node && i < count; i++)
    if (kinds[i] == node->kind)
      return true;
  return false;
}
#define IS_ONE_OF(node, ...)                                                                                           \
  is_kind((node), (const ccl_node_kind[]){ __VA_ARGS__ },                                                              \
          sizeof((const ccl_node_kind[]){ __VA_ARGS__ }) / sizeof(ccl_node_kind))

/* The name of a function, of a calendar that is asked, of what is defined: its bracket follows without a blank. */
static bool is_called(const ccl_piece *name) {
  const ccl_node *parent = name->parent;
  if (!name->owner || name->owner->kind != CCL_NODE_NAME || !parent)
    return false;
  return (parent->kind == CCL_NODE_CALL && ccl_node_get(parent, CCL_SLOT_CALL_NAME) == name->owner) ||
         (parent->kind == CCL_NODE_DEFINE && ccl_node_get(parent, CCL_SLOT_DEFINE_NAME) == name->owner);
}

static bool divides(const ccl_piece *slash) {
  return slash->kind == TOK_TOUCHING_SLASH && !IS_ONE_OF(slash->owner, CCL_NODE_TERM);
}

static bool is_tight(const ccl_piece *before, const ccl_piece *piece) {
  switch (piece->kind) {
  case ',':
  case ')':
  case '[':
  case ']':
  case '.':
  case TOK_UPTO: return true;
  case '(':
    if (is_called(before))
      return true;
    break;
  default: break;
  }
  if (before->kind == '(' || before->kind == '[' || before->kind == '.' || before->kind == TOK_UPTO || divides(piece) ||
      divides(before))
    return true;
  if (before->kind == '-' && IS_ONE_OF(before->owner, CCL_NODE_NEGATE))
    return true;
  if (before->kind == TOK_SIGN && piece->kind == TOK_NUMBER)
    return true;
  return ccl_keyword_name(before->kind) && ccl_str_ends(before->text, CCL_STR("'"));
}

/* ---- Where a line may be broken ---- */

static bool is_first_of(const ccl_piece *piece) {
  return piece->owner && piece->owner->span.start == piece->start;
}

static bool may_open(const ccl_piece *before, const ccl_piece *piece, unsigned *level) {
  *level = piece->depth;
  if (before->kind == ',') {
    *level = before->depth;
    return true;
  }
  if (IS_ONE_OF(piece->owner, CCL_NODE_TERM) && is_first_of(piece))
    return true;
  if (!ccl_keyword_name(piece->kind) || before->kind == TOK_ELSE || before->kind == TOK_SINON)
    return false;
  if (is_first_of(piece)) {
    *level = piece->depth > 0 ? piece->depth - 1 : 0;
    return IS_ONE_OF(piece->owner, CCL_NODE_PARTY_DETAIL) ||
           (IS_ONE_OF(piece->owner, CCL_NODE_LABEL, CCL_NODE_COUNTED, CCL_NODE_ONCE, CCL_NODE_VAT,
                      CCL_NODE_PRORATION) &&
            IS_ONE_OF(piece->parent, CCL_NODE_CHARGE, CCL_NODE_FLAT, CCL_NODE_SUBSCRIPTION));
  }
  return IS_ONE_OF(piece->owner, CCL_NODE_CHARGE, CCL_NODE_FLAT, CCL_NODE_SUBSCRIPTION, CCL_NODE_CAP, CCL_NODE_MINIMUM,
                   CCL_NODE_REPORT, CCL_NODE_AGGREGATE, CCL_NODE_OR, CCL_NODE_AND, CCL_NODE_IF, CCL_NODE_BRANCH,
                   CCL_NODE_DEFAULT, CCL_NODE_OVERRIDES, CCL_NODE_REQUIRE, CCL_NODE_INPUT, CCL_NODE_RUNG,
                   CCL_NODE_FIELD);
}

/* ---- Reading ---- */

static void add_comment(ccl_fill_line *line, const ccl_format_job *job, const ccl_comment *comment) {
  ccl_str text = ccl_source_text(job->sources, comment->span);
  while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t'))
    text.len--;
  ccl_fill_atom atom = { .text = text, .width = ccl_utf8_width(text), .is_comment = true, .is_alone = comment->alone };
  ccl_vec_push(&line->atoms, atom);
}

/* The first comment behind a place. */
static size_t comment_behind(const ccl_format_job *job, uint32_t offset) {
  size_t low = 0, high = job->tree->comments.len;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (job->tree->comments.items[middle].span.start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void note_column(ccl_fill_line *line, const ccl_fill_atom *atom, size_t *column) {
  if (atom->column > 0 && atom->column < CCL_FILL_COLUMNS)
    *column = atom->column;
  line->last_column = *column;
  bool first = line->words[*column] == 0;
  line->width[*column] += atom->width + (first || atom->is_tight ? 0 : 1);
  line->words[*column]++;
}

void ccl_fill_read(ccl_fill_line *line, const ccl_format_job *job, size_t first, size_t end) {
  size_t column = 0, comment = first < end ? comment_behind(job, job->pieces.items[first].start) : 0;
  for (size_t at = first; at < end; at++) {
    const ccl_piece *piece = &job->pieces.items[at];
    ccl_fill_atom atom = { .text = piece->text, .width = ccl_utf8_width(piece->text), .column = piece->column };
    while (comment < job->tree->comments.len && job->tree->comments.items[comment].span.start < piece->start)
      add_comment(line, job, &job->tree->comments.items[comment++]);
    if (at > first) {
      atom.is_tight = is_tight(piece - 1, piece);
      atom.may_open = may_open(piece - 1, piece, &atom.level);
    }
    line->is_fixed = line->is_fixed || piece->kind == TOK_PROSE;
    note_column(line, &atom, &column);
    ccl_vec_push(&line->atoms, atom);
  }
}

ccl_str ccl_fill_flat(const ccl_fill_line *line) {
  ccl_buf text = { 0 };
  for (size_t i = 0; i < line->atoms.len; i++) {
    if (i > 0 && !line->atoms.items[i].is_tight)
      ccl_buf_char(&text, ' ');
    ccl_buf_add(&text, line->atoms.items[i].text);
  }
  return ccl_buf_str(&text);
}

/* ---- Writing ---- */

/* The blanks before an atom that stands `at` characters behind the indent; none at the beginning of a line. */
static size_t blanks_before(const ccl_fill_line *line, const ccl_fill_atom *atom, size_t at, bool opens) {
  if (opens)
    return 0;
  if (atom->is_comment)
    return 2;
  if (line->gap == 0 || atom->column == 0 || atom->column >= CCL_FILL_COLUMNS)
    return atom->is_tight ? 0 : 1;
  size_t place = line->place[atom->column];
  return place >= at + line->gap ? place - at : line->gap;
}

/* How many of the atoms from `first` to `end` stand within `room`; at least one. */
static size_t count_fitting(const ccl_fill_line *line, size_t first, size_t end, size_t room, bool is_first_line) {
  size_t at = 0, count = 0;
  while (first + count < end) {
    const ccl_fill_atom *atom = &line->atoms.items[first + count];
    at += (is_first_line                  ? blanks_before(line, atom, at, count == 0)
           : count == 0 || atom->is_tight ? 0
                                          : 1) +
          atom->width;
    if (at > room && count > 0)
      break;
    count++;
  }
  return count;
}

/* The atom that opens the next line, among those that still stand on this one; the next possible one behind if there
 * is none; `end` if there is none at all. The lowest level wins, of equals the last; what leaves less than half of
 * the line filled comes last. */
static size_t break_at(const ccl_fill_line *line, size_t first, size_t fitting, size_t end) {
  for (int pass = 0; pass < 2; pass++) {
    size_t best = 0, from = pass == 0 ? first + (fitting - first) / 2 : first;
    for (size_t i = from + 1; i <= fitting && i < end; i++) {
      const ccl_fill_atom *atom = &line->atoms.items[i];
      if (atom->may_open && (best == 0 || atom->level <= line->atoms.items[best].level))
        best = i;
    }
    if (best > 0)
      return best;
  }
  size_t next = fitting + 1;
  while (next < end && !line->atoms.items[next].may_open)
    next++;
  return next < end ? next : end;
}

static void put(ccl_buf *out, const ccl_fill_line *line, size_t first, size_t end, bool is_first_line) {
  size_t at = 0;
  for (size_t i = first; i < end; i++) {
    const ccl_fill_atom *atom = &line->atoms.items[i];
    size_t blanks = is_first_line ? blanks_before(line, atom, at, i == first) : i == first || atom->is_tight ? 0 : 1;
    ccl_buf_fill(out, ' ', blanks);
    ccl_buf_add(out, atom->text);
    at += blanks + atom->width;
  }
}

/* What stands between two comments, over as many lines as it needs. */
static void fill(ccl_buf *out, const ccl_fill_line *line, size_t first, size_t end, unsigned indent,
                 bool *is_first_line) {
  while (first < end) {
    size_t taken = *is_first_line ? indent : indent + CONTINUED;
    size_t stop = end;
    bool whole = *is_first_line && first + count_fitting(line, first, end, LONGEST_LINE - taken, true) == end;
    if (!whole && !line->is_fixed) {
      size_t fitting = first + count_fitting(line, first, end, FILLED_LINE - taken, *is_first_line);
      stop = fitting < end ? break_at(line, first, fitting, end) : end;
    }
    put(out, line, first, stop, *is_first_line);
    first = stop;
    if (first < end) {
      ccl_buf_char(out, '\n');
      ccl_buf_fill(out, ' ', indent + CONTINUED);
    }
    *is_first_line = false;
  }
}

void ccl_fill_write(ccl_buf *out, const ccl_fill_line *line, unsigned indent) {
  bool is_first_line = true;
  size_t first = 0;
  for (size_t i = 0; i <= line->atoms.len; i++) {
    if (i < line->atoms.len && !line->atoms.items[i].is_comment)
      continue;
    fill(out, line, first, i, indent, &is_first_line);
    first = i + 1;
    if (i == line->atoms.len)
      break;
    const ccl_fill_atom *comment = &line->atoms.items[i];
    bool follows = i > 0 && !line->atoms.items[i - 1].is_comment;
    if (comment->is_alone && follows) {
      ccl_buf_char(out, '\n');
      ccl_buf_fill(out, ' ', indent + CONTINUED);
    } else if (follows) {
      ccl_buf_z(out, "  ");
    }
    ccl_buf_add(out, comment->text);
    ccl_buf_char(out, '\n');
    ccl_buf_fill(out, ' ', indent + CONTINUED);
  }
}
