/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fewest changed lines by Myers' greedy walk (An O(ND) Difference Algorithm, 1986): for each number of changes, how
 * far each diagonal gets; then back along the way that was kept. Lines that both texts begin or end with are set aside
 * first.
 */
#include "render/changes.h"

#include <string.h>

#include "base/vec.h"

#define MOST_CHANGES 1000 /* the way back takes the square of this */
#define AROUND 3 /* unchanged lines shown around a change */

typedef struct lines {
  CCL_VEC(ccl_str) all; /* with their ends */
} lines;

/* One line of the result: kept ' ', removed '-', added '+'. */
typedef struct step {
  char kind;
  ccl_str line;
} step;

typedef struct steps {
  CCL_VEC(step) all;
} steps;

static lines split(ccl_str text) {
  lines result = { 0 };
  while (text.len > 0) {
    const char *end = memchr(text.ptr, '\n', text.len);
    size_t length = end ? (size_t)(end - text.ptr) + 1 : text.len;
    ccl_vec_push(&result.all, ccl_str_sub(text, 0, length));
    text = ccl_str_sub(text, length, text.len);
  }
  return result;
}

static void add_step(steps *way, char kind, ccl_str line) {
  step one = { kind, line };
  ccl_vec_push(&way->all, one);
}

/* How far diagonal k comes with d changes, given where its neighbours came with d - 1. rows[d][k + d] is the place in
 * `a`. */
static int64_t reach(int64_t *const *rows, int64_t d, int64_t k) {
  if (d == 0)
    return 0;
  const int64_t *last = rows[d - 1] + (d - 1);
  bool down = k == -d || (k != d && last[k - 1] < last[k + 1]);
  return down ? last[k + 1] : last[k - 1] + 1;
}

/* Walks until both ends are reached. Returns the number of changes, or -1 when there are too many. */
static int64_t walk(int64_t **rows, const ccl_str *a, int64_t a_len, const ccl_str *b, int64_t b_len) {
  for (int64_t d = 0; d <= MOST_CHANGES; d++) {
    rows[d] = ccl_alloc_atomic(sizeof(int64_t) * (size_t)(2 * d + 1));
    for (int64_t k = -d; k <= d; k += 2) {
      int64_t x = reach(rows, d, k), y = x - k;
      /* A diagonal beyond the texts stays where it is and matches nothing. */
      while (x < a_len && y < b_len && y >= 0 && ccl_str_eq(a[x], b[y])) {
        x++;
        y++;
      }
      rows[d][k + d] = x;
      if (x >= a_len && y >= b_len)
        return d;
    }
    /* Odd and even diagonals take turns: the ones between are never read. */
  }
  return -1;
}

/* Goes back from the end and writes the steps in reverse; the caller turns them. */
static void go_back(steps *way, int64_t *const *rows, int64_t d, const ccl_str *a, int64_t a_len, const ccl_str *b,
                    int64_t b_len) {
  int64_t x = a_len, y = b_len;
  for (; d >= 0; d--) {
    int64_t k = x - y, start = reach(rows, d, k);
    while (x > start) {
      add_step(way, ' ', a[--x]);
      y--;
    }
    if (d == 0)
      break;
    const int64_t *last = rows[d - 1] + (d - 1);
    bool down = k == -d || (k != d && last[k - 1] < last[k + 1]);
    if (down)
      add_step(way, '+', b[--y]);
    else
      add_step(way, '-', a[--x]);
  }
}

static void add_between(steps *way, const ccl_str *a, size_t a_len, const ccl_str *b, size_t b_len) {
  int64_t *rows[MOST_CHANGES + 1];
  int64_t changes = walk(rows, a, (int64_t)a_len, b, (int64_t)b_len);
  if (changes < 0) {
    for (size_t i = 0; i < a_len; i++)
      add_step(way, '-', a[i]);
    for (size_t i = 0; i < b_len; i++)
      add_step(way, '+', b[i]);
    return;
  }
  steps reversed = { 0 };
  go_back(&reversed, rows, changes, a, (int64_t)a_len, b, (int64_t)b_len);
  for (size_t i = reversed.all.len; i > 0; i--)
    add_step(way, reversed.all.items[i - 1].kind, reversed.all.items[i - 1].line);
}

static steps find_way(const lines *a, const lines *b) {
  steps way = { 0 };
  size_t head = 0, tail = 0;
  while (head < a->all.len && head < b->all.len && ccl_str_eq(a->all.items[head], b->all.items[head]))
    head++;
  while (tail < a->all.len - head && tail < b->all.len - head &&
         ccl_str_eq(a->all.items[a->all.len - 1 - tail], b->all.items[b->all.len - 1 - tail]))
    tail++;
  for (size_t i = 0; i < head; i++)
    add_step(&way, ' ', a->all.items[i]);
  add_between(&way, a->all.items + head, a->all.len - head - tail, b->all.items + head, b->all.len - head - tail);
  for (size_t i = a->all.len - tail; i < a->all.len; i++)
    add_step(&way, ' ', a->all.items[i]);
  return way;
}

static void add_hunk(ccl_buf *out, const steps *way, size_t from, size_t to, size_t a_line, size_t b_line) {
  size_t a_count = 0, b_count = 0;
  for (size_t i = from; i < to; i++) {
    a_count += way->all.items[i].kind != '+';
    b_count += way->all.items[i].kind != '-';
  }
  /* An empty side is said to stand after the line before it. */
  ccl_buf_printf(out, "@@ -%zu,%zu +%zu,%zu @@\n", a_count > 0 ? a_line + 1 : a_line, a_count,
                 b_count > 0 ? b_line + 1 : b_line, b_count);
  for (size_t i = from; i < to; i++) {
    ccl_str line = way->all.items[i].line;
    ccl_buf_char(out, way->all.items[i].kind);
    ccl_buf_add(out, line);
    if (!ccl_str_ends(line, CCL_STR("\n")))
      ccl_buf_z(out, "\n\\ No newline at end of file\n");
  }
}

/* The first step from `from` on that changes something; the number of steps when there is none. */
static size_t next_change(const steps *way, size_t from) {
  while (from < way->all.len && way->all.items[from].kind == ' ')
    from++;
  return from;
}

void ccl_changes_text(ccl_buf *out, ccl_str path, ccl_str before, ccl_str after) {
  if (ccl_str_eq(before, after))
    return;
  lines a = split(before), b = split(after);
  steps way = find_way(&a, &b);
  ccl_buf_printf(out, "--- %s\n+++ %s\n", ccl_str_z(path), ccl_str_z(path));
  size_t a_line = 0, b_line = 0, at = 0;
  for (size_t change; (change = next_change(&way, at)) < way.all.len;) {
    size_t from = change > at + AROUND ? change - AROUND : at, last = change;
    for (size_t next; (next = next_change(&way, last + 1)) < way.all.len && next - last <= 2 * AROUND + 1;)
      last = next;
    size_t to = last + 1 + AROUND < way.all.len ? last + 1 + AROUND : way.all.len;
    a_line += from - at;
    b_line += from - at;
    add_hunk(out, &way, from, to, a_line, b_line);
    for (size_t i = from; i < to; i++) {
      a_line += way.all.items[i].kind != '+';
      b_line += way.all.items[i].kind != '-';
    }
    at = to;
  }
}
