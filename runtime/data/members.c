/* SPDX-License-Identifier: Apache-2.0 */
/* Objects of one line each: names that are expected, values that are plain; all else by the complete reader of values. */
#include "data/members.h"

#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "data/vectors.h"
#include "plan/plan.h"

#define INLINE static inline __attribute__((always_inline))

typedef struct ccl_member member;

enum { PART = 16 }; /* bytes of a name compared at once */

/* What is read: the line ends at a line end, which no value holds. */
typedef struct object {
  ccl_members *members;
  char *base;
  const char *line, *limit; /* the last line ends before the limit */
  uint32_t row, stamp;
} object;

/* ---- Bytes ---- */

static const uint64_t ONES = UINT64_C(0x0101010101010101), TOPS = UINT64_C(0x8080808080808080);

INLINE uint64_t load(const char *p) {
  uint64_t word;
  memcpy(&word, p, sizeof word);
  return word;
}

/* Behind the bytes of a text that are neither quotation marks, backslashes nor control characters, and are ASCII. */
INLINE const char *plain_bytes(const char *p, bool vectors) {
#if CCL_HAS_VECTORS
  while (vectors) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p), slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
    /* With this bit turned, a quotation mark is right behind the control characters, and a blank is not; bytes beyond
     * ASCII are negative. */
    __m128i low = _mm_cmplt_epi8(_mm_xor_si128(v, _mm_set1_epi8(2)), _mm_set1_epi8(('"' ^ 2) + 1));
    uint32_t bits = (uint32_t)_mm_movemask_epi8(_mm_or_si128(slash, low));
    if (bits != 0)
      return p + __builtin_ctz(bits);
    p += 16;
  }
#else
  (void)vectors;
#endif
  for (;; p += 8) {
    uint64_t v = load(p), quote = v ^ ONES * '"', slash = v ^ ONES * '\\';
    /* The lowest of these bits is right: borrows only go up. */
    uint64_t bits = (((quote - ONES) & ~quote) | ((slash - ONES) & ~slash) | ((v - ONES * 0x20) & ~v) | v) & TOPS;
    if (bits != 0)
      return p + __builtin_ctzll(bits) / 8;
  }
}

/* The same with the characters beyond ASCII, if they are any. */
static __attribute__((noinline)) const char *behind_characters(const char *p, bool vectors) {
  while ((unsigned char)*p >= 0x80) {
    const char *from = p;
    while ((unsigned char)*p >= 0x80)
      p++;
    if (ccl_utf8_invalid_at((ccl_str){ from, (size_t)(p - from) }) >= 0)
      return from;
    p = plain_bytes(p, vectors);
  }
  return p;
}

/* The quotation mark that ends a text without escapes; any other byte: it is not that simple. */
INLINE const char *text_end(const char *p, bool vectors) {
  p = plain_bytes(p, vectors);
  return __builtin_expect((unsigned char)*p >= 0x80, 0) ? behind_characters(p, vectors) : p;
}

INLINE const char *behind_digits(const char *p) {
  for (;; p += 8) {
    uint64_t v = load(p) ^ ONES * '0', bits = ((v + ONES * (0x7F - 9)) | v) & TOPS;
    if (__builtin_expect(bits != 0, 1))
      return p + __builtin_ctzll(bits) / 8;
  }
}

/* Behind a figure without exponent; NULL: it is none. */
INLINE const char *number_end(const char *p) {
  const char *from = p + (*p == '-');
  p = behind_digits(from);
  if (p == from || (*from == '0' && p > from + 1))
    return NULL;
  if (*p == '.') {
    from = p + 1;
    p = behind_digits(from);
    if (p == from)
      return NULL;
  }
  return (*p | 0x20) == 'e' ? NULL : p;
}

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r';
}

static const char *behind_blanks(const char *p) {
  while (is_blank(*p))
    p++;
  return p;
}

/* ---- Names ---- */

#if CCL_HAS_VECTORS
/* Whether those of 16 bytes that have a bit are the same. */
INLINE bool are_same(const char *a, const char *b, uint32_t bits) {
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)a), y = _mm_loadu_si128((const __m128i *)(const void *)b);
  return ((uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, y)) & bits) == bits;
}
#endif

INLINE bool is_at(const member *m, const char *p, bool vectors) {
#if CCL_HAS_VECTORS
  if (vectors)
    return are_same(p, m->text, m->bits[0]) &&
           (m->bits[1] == 0 ||
            (are_same(p + PART, m->text + PART, m->bits[1]) && are_same(p + 2 * PART, m->text + 2 * PART, m->bits[2])));
#else
  (void)vectors;
#endif
  return memcmp(m->text, p, m->length) == 0;
}

/* Remembers how a member stands there; a NUL, with which none begins, is never found. */
static void remember(member *m, ccl_str text) {
  if (text.len > CCL_MEMBERS_NAME)
    text = (ccl_str){ "", 1 };
  memcpy(m->text, text.ptr, text.len);
  m->length = (uint32_t)text.len;
  for (size_t part = 0; part < sizeof m->bits / sizeof *m->bits; part++) {
    size_t before = part * PART, count = text.len > before ? text.len - before : 0;
    m->bits[part] = (uint16_t)(count < PART ? (1U << count) - 1 : UINT16_MAX);
  }
}

/* The number of a member by its name, with quotation marks. */
static uint32_t number_of(ccl_members *members, ccl_str name) {
  uint32_t number = ccl_table_find(&members->names, name);
  if (number != CCL_TABLE_NONE)
    return number + 1;
  if (members->names.len >= CCL_LIMIT_COLUMNS)
    return 0;
  bool is_new;
  uint32_t slot = members->asks.slot(members->asks.self, name);
  number = ccl_table_put(&members->names, name, &is_new) + 1;
  members->members = ccl_plain_grow(members->members, &members->member_cap, (size_t)number + 1, sizeof(member));
  members->members[number] = (member){ .slot = slot == CCL_NONE ? (uint32_t)members->slots : slot, .next = number };
  return number;
}

/* Behind the quotation mark that ends a text, escapes or not; NULL: none does. */
static const char *behind_text(const char *p) {
  for (p++; *p != '"'; p++) {
    if (*p == '\\')
      p++;
    if ((unsigned char)*p < 0x20)
      return NULL;
  }
  return p + 1;
}

/* A member of the object, and the bytes from the brace or comma before its name to its value. */
typedef struct heading {
  uint32_t number, length; /* number 0: there is none */
} heading;

/* Any name behind a brace or comma. */
static __attribute__((noinline)) heading find_member(ccl_members *members, const char *p) {
  const char *name = behind_blanks(p + 1), *end = *name == '"' ? behind_text(name) : NULL;
  const char *colon = end ? behind_blanks(end) : NULL;
  if (!colon || *colon != ':')
    return (heading){ 0, 0 };
  uint32_t number = number_of(members, (ccl_str){ name, (size_t)(end - name) });
  uint32_t length = (uint32_t)(behind_blanks(colon + 1) - p);
  if (number != 0)
    remember(&members->members[number], (ccl_str){ p, length });
  return (heading){ number, length };
}

/* The member behind `before`, where not the one stands that came there last. */
static __attribute__((noinline)) heading other_member(ccl_members *members, uint32_t before, const char *p) {
  uint32_t left_out = members->members[before].next, next = members->members[left_out].next;
  if (is_at(&members->members[next], p, false))
    return (heading){ next, members->members[next].length };
  heading found = find_member(members, p);
  if (found.number != 0)
    members->members[before].next = found.number;
  return found;
}

/* ---- Values ---- */

static const char *line_end(const object *o, const char *p) {
  return memchr(p, '\n', (size_t)(o->limit - p));
}

/* Puts a text in the place of the bytes of the chunk that meant it. */
static void replace(object *o, uint32_t from, uint32_t length, ccl_str text) {
  ccl_members *m = o->members;
  m->saves = ccl_plain_grow(m->saves, &m->save_cap, m->save_count + 1, sizeof *m->saves);
  m->saved = ccl_plain_grow(m->saved, &m->saved_cap, m->saved_len + length + 1, 1);
  m->saves[m->save_count++] = (struct ccl_members_save){ o->row, from, length, m->saved_len };
  memcpy(m->saved + m->saved_len, o->base + from, length);
  m->saved_len += length;
  if (text.len > 0)
    memcpy(o->base + from, text.ptr, text.len);
}

/* Where a value ends, and its cell. */
typedef struct value {
  const char *end; /* NULL: there is none */
  ccl_extent cell;
} value;

static const value no_value = { NULL, { 0, 0 } };

/* Any value at p; none where the lanes cannot have it. */
static __attribute__((noinline)) value read_value(object *o, const char *p, bool asked) {
  p = behind_blanks(p);
  ccl_record_cell found;
  size_t length = 0;
  if (!ccl_json_value(&o->members->json, (ccl_str){ p, (size_t)(line_end(o, p) - p) }, &length, &found))
    return no_value;
  uint32_t quoted = found.form == CCL_CELL_QUOTED, from = (uint32_t)(p - o->base) + quoted;
  if (!asked || found.form == CCL_CELL_ABSENT)
    return (value){ p + length, { from, from } };
  if (found.form == CCL_CELL_NESTED)
    return no_value;
  if (found.text.ptr != o->base + from) {
    size_t room = length - 2 * quoted;
    /* The kernels take a NUL for the end; a figure may be longer without its exponent. */
    if (found.text.len > room || (found.text.len > 0 && memchr(found.text.ptr, 0, found.text.len) != NULL))
      return no_value;
    replace(o, from, (uint32_t)room, found.text);
  }
  return (value){ p + length, { from, from + (uint32_t)found.text.len } };
}

/* A value as it mostly is, its marks; behind it. NULL: it may be another one. */
INLINE const char *plain_value(const object *o, const char *p, uint32_t *mark, bool vectors) {
  const char *end;
  uint32_t from = (uint32_t)(p - o->base);
  if (*p == '"') {
    end = text_end(p + 1, vectors);
    mark[0] = from;
    mark[1] = (uint32_t)(end - o->base);
    return *end == '"' ? end + 1 : NULL;
  }
  mark[0] = from - 1;
  if ((unsigned char)(*p - '0') < 10 || *p == '-') {
    end = number_end(p);
  } else if (memcmp(p, "null", 4) == 0) {
    mark[1] = from;
    return p + 4;
  } else {
    end = memcmp(p, "true", 4) == 0 ? p + 4 : memcmp(p, "false", 5) == 0 ? p + 5 : NULL;
  }
  if (end)
    mark[1] = (uint32_t)(end - o->base);
  return end;
}

/* ---- Lines ---- */

/* Slots that the row lacks have an empty cell. */
static void fill_up(const object *o, uint32_t *marks) {
  ccl_members *m = o->members;
  uint32_t brace = (uint32_t)(o->line - o->base); /* or a blank before it: no quotation mark */
  for (size_t slot = 0; slot < m->slots; slot++)
    if (m->stamps[slot] != o->stamp) {
      marks[2 * slot] = brace;
      marks[2 * slot + 1] = brace + 1;
    }
}

/* The object that is the whole of a line; its line end. NULL: there is none, or it is not plain. */
INLINE const char *read_object(object *o, bool vectors) {
  ccl_members *all = o->members;
  size_t slots = all->slots, filled = 0;
  uint32_t *marks = all->marks + o->row * all->width, *stamps = all->stamps, stamp = ++o->stamp, at = 0;
  const char *p = is_blank(*o->line) ? behind_blanks(o->line) : o->line;
  if (*p != '{')
    return NULL;
  do {
    uint32_t before = at;
    at = all->members[before].next;
    if (__builtin_expect(is_at(&all->members[at], p, vectors), 1)) {
      p += all->members[at].length;
    } else {
      heading found = other_member(all, before, p);
      at = found.number;
      p += found.length;
    }
    uint32_t slot = all->members[at].slot;
    if (slot > slots)
      return NULL;
    if (slot < slots) {
      if (__builtin_expect(stamps[slot] == stamp, 0))
        return NULL;
      stamps[slot] = stamp;
      filled++;
    }
    const char *end = plain_value(o, p, marks + 2 * slot, vectors);
    if (__builtin_expect(!end, 0)) {
      value v = read_value(o, p, slot < slots);
      if (!v.end)
        return NULL;
      marks[2 * slot] = v.cell.from - 1;
      marks[2 * slot + 1] = v.cell.to;
      end = v.end;
    }
    p = *end == ',' ? end : behind_blanks(end);
  } while (*p == ',');
  if (*p++ != '}')
    return NULL;
  if (filled < slots)
    fill_up(o, marks);
  if (*p != '\n')
    p = behind_blanks(p);
  return *p == '\n' && (size_t)(p - o->line) <= CCL_LIMIT_CELL_BYTES ? p : NULL;
}

INLINE uint32_t read_lines(ccl_members *m, char *base, uint32_t from, uint32_t to, bool vectors) {
  object o = { .members = m, .base = base, .limit = base + to };
  while (from < to && m->rows < CCL_MEMBERS_ROWS) {
    size_t save_count = m->save_count;
    o.line = base + from;
    o.row = (uint32_t)m->rows;
    const char *end = read_object(&o, vectors);
    bool good = end != NULL;
    if (!good) {
      ccl_members_restore(m, base, o.row);
      m->save_count = save_count;
      end = line_end(&o, o.line);
      m->doubts = ccl_plain_grow(m->doubts, &m->doubt_cap, m->doubt_count + 1, sizeof *m->doubts);
    }
    ccl_extent line = { from, (uint32_t)(end - base) };
    if (good)
      m->lines[m->rows++] = line;
    else
      m->doubts[m->doubt_count++] = line;
    from = line.to + 1;
  }
  return from;
}

/* ---- All ---- */

void ccl_members_begin(ccl_members *m, size_t slots, ccl_members_asks asks) {
  m->asks = asks;
  if (m->members && m->slots == slots)
    return;
  size_t cap = 0;
  m->slots = slots;
  m->width = 2 * (slots + 1);
  m->marks = ccl_plain_grow(NULL, &cap, CCL_MEMBERS_ROWS * m->width, sizeof *m->marks);
  cap = 0;
  m->stamps = ccl_plain_grow(NULL, &cap, slots + 1, sizeof *m->stamps);
  cap = 0;
  m->lines = ccl_plain_grow(NULL, &cap, CCL_MEMBERS_ROWS, sizeof *m->lines);
  /* Stands before the first member of every object, and for names that cannot be. */
  m->members = ccl_plain_grow(m->members, &m->member_cap, 1, sizeof(member));
  m->members[0] = (member){ .slot = CCL_MEMBERS_WRONG };
  remember(&m->members[0], (ccl_str){ "", 1 });
}

uint32_t ccl_members_read(ccl_members *m, ccl_simd simd, char *base, uint32_t from, uint32_t to) {
  m->rows = m->doubt_count = m->save_count = m->saved_len = 0;
  memset(m->stamps, 0, m->slots * sizeof *m->stamps);
  return simd == CCL_SIMD_PLAIN ? read_lines(m, base, from, to, false) : read_lines(m, base, from, to, true);
}

void ccl_members_restore(const ccl_members *m, char *base, size_t row) {
  size_t low = 0, high = m->save_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (m->saves[middle].row < row)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < m->save_count && m->saves[low].row == row; low++)
    memcpy(base + m->saves[low].from, m->saved + m->saves[low].at, m->saves[low].length);
}

void ccl_members_free(ccl_members *m) {
  ccl_plain_free(m->marks);
  ccl_plain_free(m->stamps);
  ccl_plain_free(m->lines);
  ccl_plain_free(m->doubts);
  ccl_plain_free(m->members);
  ccl_plain_free(m->saves);
  ccl_plain_free(m->saved);
  ccl_table_free(&m->names);
  ccl_arena_free(&m->json.scratch);
  *m = (ccl_members){ 0 };
}
