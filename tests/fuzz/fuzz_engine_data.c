/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes behind a header line as a file of activity: the engine, by columns and in blocks of several sizes, agrees with a reader that goes over the bytes one by
 * one, about whether the file is sound, how many rows it has, a sum, and how many different texts. Run it with
 *   cmake --preset fuzz && cmake --build build/fuzz -j2 --target fuzz_engine_data
 *   build/fuzz/tests/fuzz_engine_data -max_len=600 -max_total_time=60
 */
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "engine/engine.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { MOST_TEXTS = 1024 };

typedef struct verdict {
  bool unsure, sound; /* unsure: a spelling that this reader does not judge */
  int64_t rows, sum, texts;
} verdict;

/* ---- The slow reader ---- */

typedef struct cells {
  ccl_str cell[3];
  bool quoted[3];
  size_t count;
} cells;

/* One row from *at on; false: a quotation mark is out of place. Cells with doubled marks lose them in `room`. */
static bool cut_row(ccl_str text, size_t *at, cells *row, char *room) {
  *row = (cells){ 0 };
  for (;;) {
    ccl_str cell = { room, 0 };
    bool quoted = *at < text.len && text.ptr[*at] == '"';
    size_t i = *at + quoted;
    for (; i < text.len; i++) {
      char byte = text.ptr[i];
      if (quoted && byte == '"') {
        if (i + 1 >= text.len || text.ptr[i + 1] != '"')
          break;
        i++;
      } else if (!quoted && (byte == '"' || byte == ',' || byte == '\n')) {
        break;
      }
      *room++ = text.ptr[i];
      cell.len++;
    }
    if (quoted && i >= text.len)
      return false;
    i += quoted;
    if (i < text.len && text.ptr[i] != ',' && text.ptr[i] != '\n')
      return false;
    if (row->count < 3) {
      row->cell[row->count] = cell;
      row->quoted[row->count] = quoted;
    }
    row->count++;
    *at = i + 1;
    if (i >= text.len || text.ptr[i] == '\n')
      return true;
  }
}

static bool whole_of(ccl_str text, int64_t *out) {
  *out = 0;
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] < '0' || text.ptr[i] > '9')
      return false;
    *out = *out * 10 + (text.ptr[i] - '0');
  }
  return text.len > 0;
}

static void judge_row(verdict *v, const cells *row, ccl_str *seen) {
  int64_t number = 0;
  ccl_day day;
  if (row->count == 1 && row->cell[0].len == 0 && !row->quoted[0])
    return;
  v->rows++;
  if (row->count != 3 || !ccl_day_parse(row->cell[0], &day) || row->cell[0].len != 10) {
    v->sound = false;
    return;
  }
  if (row->cell[1].len > 0 && (row->cell[1].len > 15 || !whole_of(row->cell[1], &number)))
    v->unsure = true; /* -1, 1.0, 1e5 …: not judged here */
  v->sum += number;
  if (row->cell[2].len == 0 && !row->quoted[2])
    return;
  int64_t i = 0;
  while (i < v->texts && !ccl_str_eq(seen[i], row->cell[2]))
    i++;
  if (i == MOST_TEXTS)
    v->unsure = true;
  else if (i == v->texts)
    seen[v->texts++] = row->cell[2];
}

static verdict slowly(ccl_str text) {
  verdict v = { .sound = ccl_utf8_invalid_at(text) < 0 };
  ccl_str *seen = ccl_new_array(ccl_str, MOST_TEXTS);
  char *room = ccl_alloc_atomic(text.len + 1);
  for (size_t i = 0; i < text.len; i++) {
    unsigned char byte = (unsigned char)text.ptr[i];
    v.sound = v.sound && byte != 0;
    /* Blanks are the engine's own subject (tests/unit/test_data_lane.c). */
    v.unsure = v.unsure || (byte < ' ' && byte != '\n') || byte == ' ' || byte == 0xC2 || byte == 0xE2;
  }
  for (size_t at = 0; at < text.len && v.sound && !v.unsure;) {
    cells row;
    v.sound = cut_row(text, &at, &row, room);
    for (size_t i = 0; v.sound && i < row.count && i < 3; i++)
      room += row.cell[i].len;
    if (v.sound)
      judge_row(&v, &row, seen);
  }
  return v;
}

/* ---- The engine ---- */

typedef struct world {
  ccl_plan plan;
  ccl_supply supply;
  ccl_activity activity;
  ccl_field fields[3];
  ccl_query queries[3];
} world;

static ccl_expr *field(uint32_t index, ccl_type type) {
  ccl_expr *expr = ccl_new(ccl_expr);
  *expr = (ccl_expr){ .op = CCL_OP_FIELD, .type = type, .index = index };
  return expr;
}

static void make_world(world *w) {
  static const ccl_str names[] = { CCL_STR_INIT("d"), CCL_STR_INIT("n"), CCL_STR_INIT("t") };
  static const ccl_field_kind kinds[] = { CCL_FIELD_DATE, CCL_FIELD_INTEGER, CCL_FIELD_TEXT };
  *w = (world){ 0 };
  w->plan.units = ccl_units_new();
  w->plan.header.zone = ccl_zone_find(CCL_STR("Europe/Paris"));
  const ccl_unit *number = ccl_unit_atom(w->plan.units, CCL_STR("number"), CCL_LANG_EN);
  const ccl_type types[] = { { CCL_KIND_DATE, NULL }, { CCL_KIND_NUMBER, number }, { CCL_KIND_TEXT, NULL } };
  for (uint32_t i = 0; i < 3; i++)
    w->fields[i] = (ccl_field){ .name = names[i], .kind = kinds[i], .type = types[i], .columns = &names[i], .column_count = 1,
                                .optional = i > 0, .dimension = CCL_NONE };
  w->activity = (ccl_activity){ .name = CCL_STR("rows"), .fields = w->fields, .field_count = 3, .data_count = 3, .until = CCL_NONE,
                                .key = CCL_NONE, .keeping_latest = CCL_NONE, .zone = w->plan.header.zone };
  static const ccl_query_kind queries[] = { CCL_QUERY_COUNT, CCL_QUERY_SUM, CCL_QUERY_DISTINCT };
  for (uint32_t i = 0; i < 3; i++) {
    const ccl_expr **what = ccl_new_array(const ccl_expr *, 1);
    what[0] = field(i, types[i]);
    w->queries[i] = (ccl_query){ .kind = queries[i], .what = what, .what_count = i > 0, .split = CCL_NONE };
  }
  w->plan.activities = &w->activity;
  w->plan.activities_count = 1;
  w->plan.queries = w->queries;
  w->plan.queries_count = 3;
}

static void compare(int file, verdict want, size_t block, bool plain) {
  world w;
  make_world(&w);
  ccl_diags diags = { 0 };
  ccl_data_file data = { .path = ccl_str_printf("/proc/self/fd/%d", file), .format = CCL_FORMAT_CSV };
  ccl_engine_options options = { .threads = 1, .block = block, .plain = plain };
  ccl_engine *engine = ccl_engine_new(&w.plan, &w.supply, &diags, options, &data, 1, NULL, 0);
  ccl_request requests[3];
  ccl_answer answers[3];
  for (uint32_t i = 0; i < 3; i++)
    requests[i] = (ccl_request){ .query = i, .days = ccl_dayset_of((ccl_days){ CCL_DAY_MIN, CCL_DAY_MAX }) };
  bool sound = ccl_engine_answer(engine, requests, 3, answers);
  if (sound != want.sound)
    __builtin_trap();
  const int64_t values[] = { want.rows, want.sum, want.texts };
  for (size_t i = 0; sound && i < 3; i++)
    if (answers[i].cells[0].value.state != CCL_KNOWN || !ccl_rat_eq(answers[i].cells[0].value.as.number, ccl_rat_int(values[i])))
      __builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  static const char head[] = "d,n,t\n";
  ccl_mem_init();
  ccl_rat_init();
  int file = memfd_create("rows", 0);
  if (file < 0 || write(file, head, sizeof head - 1) < 0 || (size > 0 && write(file, bytes, size) < 0))
    return 0;
  verdict want = slowly((ccl_str){ (const char *)bytes, size });
  if (!want.unsure) {
    compare(file, want, 0, false);
    compare(file, want, 1 + size % 13, true);
  }
  close(file);
  ccl_mem_release();
  return 0;
}
