/* SPDX-License-Identifier: Apache-2.0 */
/* Every kernel against the complete reader of its kind (data/cell.h), cell by cell, of CSV and JSON: what a lane reads is what the reader
 * reads, and what the reader refuses is doubtful. */
#include "rows_build.h"

#include <string.h>

#include "data/lane.h"
#include "data/scan.h"

TestSuite(lane, .init = begin_plan);

typedef struct bench {
  maker *m;
  ccl_lane lane;
  ccl_strip strip;
  ccl_dates dates;
  ccl_batch *batch;
  ccl_field_reader reader;
  bool comma;
  char delimiter;
} bench;

static uint32_t add_date(void *self, ccl_lane *lane, ccl_date_key key) {
  (void)self;
  uint32_t number = ccl_dates_find(lane->dates, key);
  if (number == CCL_DATES_NO && ccl_dates_add(lane->dates, key))
    number = (uint32_t)lane->dates->count++;
  return number;
}

static int32_t find_word(void *self, ccl_lane *lane, ccl_str word) {
  (void)self;
  return ccl_field_meaning(&lane->rules, word);
}

/* One column, of field 0. */
static bench *bench_new(maker *m, char delimiter) {
  bench *b = ccl_new(bench);
  b->m = m;
  b->delimiter = delimiter;
  b->comma = delimiter == ';';
  bool is_day = m->fields[0].kind == CCL_FIELD_DATE;
  ccl_dates_init(&b->dates, is_day, is_day ? 1 : 24, m->activity.zone, m->plan.header.zone);
  cr_assert(ccl_lane_init(&b->lane, &m->plan, &m->activity, 0, &b->dates));
  ccl_lane_point(&b->lane, &(uint32_t){ 0 }, 1);
  b->lane.used = b->lane.has_instants = true;
  b->batch = ccl_batch_new(&m->activity);
  ccl_field_reader_init(&b->reader, &m->plan, &m->activity, 0, &b->batch->columns[0], b->comma);
  b->strip.comma = b->comma;
  b->strip.csv.delimiter = delimiter;
  b->strip.asks = (ccl_lane_asks){ NULL, add_date, find_word };
  b->strip.doubt = (uint8_t *)ccl_alloc_atomic(CCL_STRIP_ROWS);
  return b;
}

static ccl_value lane_value(const bench *b, size_t row) {
  const ccl_lane *lane = &b->lane;
  if (!lane->present[row])
    return ccl_value_absent();
  switch (lane->field->type.kind) {
  case CCL_KIND_NUMBER: return ccl_value_number(ccl_figure_rat((ccl_figure){ lane->wide[row], lane->places, CCL_RAT_ZERO }));
  case CCL_KIND_BOOL: return ccl_value_bool(lane->codes[row] == 1);
  case CCL_KIND_TEXT: return ccl_value_text(lane->dictionary.entries[lane->codes[row] - 1].text);
  case CCL_KIND_DATE: return ccl_value_day(b->dates.days[lane->codes[row]]);
  case CCL_KIND_TIMESTAMP: return ccl_value_instant((ccl_instant){ lane->wide[row], 0 });
  case CCL_KIND_CHOICE: return ccl_value_choice(lane->field->choices[lane->codes[row]]);
  case CCL_KIND_MONTH:
  case CCL_KIND_WEEKDAY: break;
  }
  return ccl_value_absent();
}

/* What the strip's one row has in its column is what the reader makes of the cell. */
static void compare(bench *b, ccl_record_cell cell) {
  const ccl_message *wrong = ccl_field_read(&b->reader, cell, 0, &b->batch->rows);
  /* Three times: by the complete reader, by what it remembers, and as the strip's first row. */
  for (int round = 0; round < 3; round++) {
    b->strip.doubt[0] = 0;
    b->strip.any_doubt = false;
    ccl_lane_read(&b->strip, &b->lane);
    if (b->strip.doubt[0])
      continue;
    cr_assert_null(wrong, "round %d: “%.*s” is read, and the reader refuses it", round, (int)cell.text.len, cell.text.ptr);
    ccl_value want = ccl_batch_value(b->batch, 0, 0), got = lane_value(b, 0);
    cr_assert(want.state == got.state && (want.state != CCL_KNOWN || ccl_value_eq(want, got)),
              "round %d: “%.*s” is read as another value", round, (int)cell.text.len, cell.text.ptr);
    if (want.state == CCL_KNOWN && want.kind == CCL_KIND_NUMBER && ccl_rat_sign(want.as.number) != 0)
      cr_assert(b->lane.magnitude > 0);
  }
}

/* Reads one row of JSON, whose cell stands as data/members.h leaves it, with nothing behind but the padding. */
static void check_json(bench *b, ccl_str cell, ccl_cell_form form, size_t offset) {
  size_t cap = 0;
  char *room = ccl_plain_grow(NULL, &cap, 2 * CCL_SCAN_PAD + offset + cell.len, 1);
  memset(room, '7', cap);
  uint32_t from = (uint32_t)(CCL_SCAN_PAD + offset), marks[] = { from - 1, from + (uint32_t)cell.len, 0, 0 };
  room[from - 1] = form == CCL_CELL_QUOTED ? '"' : ':';
  if (cell.len > 0)
    memcpy(room + from, cell.ptr, cell.len);
  b->strip.json = true;
  b->strip.comma = b->reader.comma = false;
  b->strip.base = room;
  b->strip.marks = marks;
  b->strip.width = 4;
  b->strip.rows = b->lane.column = 1;
  compare(b, (ccl_record_cell){ { room + from, cell.len }, form });
  b->strip.json = false;
  b->strip.comma = b->reader.comma = b->comma;
  b->lane.column = 0;
  ccl_plain_free(room);
}

/* Reads one row of one cell; at an offset, with nothing behind but the padding. As CSV, and as the values that JSON may
 * have of it. */
static void check(bench *b, ccl_str cell, size_t offset) {
  check_json(b, cell, CCL_CELL_QUOTED, offset);
  ccl_json json = { 0 };
  ccl_record_cell bare;
  size_t at = 0;
  if (ccl_json_value(&json, cell, &at, &bare) && at == cell.len && bare.text.ptr == cell.ptr && bare.form != CCL_CELL_NESTED)
    check_json(b, bare.text, bare.form, offset);
  ccl_arena_free(&json.scratch);
  ccl_buf text = { 0 };
  ccl_buf_add(&text, cell);
  ccl_buf_char(&text, '\n');
  size_t cap = 0, length = text.len;
  char *room = ccl_plain_grow(NULL, &cap, 2 * CCL_SCAN_PAD + offset + length, 1);
  memset(room, '7', cap);
  uint32_t from = (uint32_t)(CCL_SCAN_PAD + offset), to = (uint32_t)(from + length);
  memcpy(room + from, text.ptr, length);
  memset(room + to, 0, CCL_SCAN_PAD);
  uint32_t marks[2] = { from - 1, to - 1 };
  b->strip.base = room;
  b->strip.marks = marks + 1;
  b->strip.width = 1;
  b->strip.rows = 1;
  ccl_csv csv = { .delimiter = b->delimiter };
  ccl_record record = { .text = { room + from, length - 1 } };
  if (record.text.len > 0 && record.text.ptr[record.text.len - 1] == '\r')
    record.text.len--;
  bool cut = ccl_csv_cut(&csv, b->delimiter, &record) && record.count == 1;
  if (cut)
    compare(b, record.cells[0]);
  ccl_csv_close(&csv);
  ccl_plain_free(room);
}

/* The same for a value of JSON. */
static void knows_json(bench *b, const char *value, ccl_cell_form form) {
  check_json(b, S(value), form, 0);
  cr_assert_eq(b->strip.doubt[0], 0, "“%s” is doubtful", value);
}

/* A cell that the kernel must know: it is not doubtful once its spelling was seen. */
static void knows(bench *b, const char *cell) {
  check(b, S(cell), 0);
  cr_assert_eq(b->strip.doubt[0], 0, "“%s” is doubtful", cell);
}

static uint32_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*state >> 33);
}

/* Cells like the example with one byte replaced by every byte, and cut at every length; random cells of up to 40 bytes. */
static void try_all(bench *b, const char *example, const char *letters) {
  size_t length = strlen(example);
  for (size_t place = 0; place < length; place++)
    for (int byte = 1; byte < 256; byte++) {
      char cell[64];
      memcpy(cell, example, length);
      cell[place] = (char)byte;
      if (byte != '\n' && byte != b->delimiter)
        check(b, (ccl_str){ cell, length }, place % 9);
    }
  for (size_t to = 0; to <= length; to++)
    for (size_t from = 0; from <= to; from++)
      check(b, (ccl_str){ example + from, to - from }, from);
  uint64_t state = length;
  for (int round = 0; round < 5000; round++) {
    char cell[40];
    size_t count = next_random(&state) % sizeof cell;
    for (size_t i = 0; i < count; i++)
      cell[i] = letters[next_random(&state) % strlen(letters)];
    check(b, (ccl_str){ cell, count }, (size_t)round % 16);
  }
}

Test(lane, numbers) {
  static const ccl_field_kind kinds[] = { CCL_FIELD_NUMBER, CCL_FIELD_INTEGER, CCL_FIELD_DURATION, CCL_FIELD_MONEY };
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    for (int form = 0; form < 2; form++) {
      maker *m = make_plan();
      add_field(m, kinds[k], "f", kinds[k] == CCL_FIELD_DURATION ? "minute" : NULL);
      m->fields[0].optional = form == 1;
      bench *b = bench_new(m, form == 0 ? ',' : ';');
      knows(b, "0");
      knows(b, "12345678");
      knows(b, "\"42\"");
      if (kinds[k] != CCL_FIELD_INTEGER)
        knows(b, "12.5");
      try_all(b, "1234.56", "0123456789.,:- \"");
      try_all(b, "12345678", "0123456789");
      try_all(b, "01:02:30", "0123456789:.");
      try_all(b, "\"12,5\"", "0123456789.,\"");
      try_all(b, "-1 234,5", "0123456789 ,-");
    }
}

Test(lane, times) {
  for (int form = 0; form < 3; form++) {
    maker *m = make_plan();
    add_field(m, CCL_FIELD_TIMESTAMP, "f", NULL);
    m->fields[0].optional = true;
    if (form > 0)
      m->fields[0].format = form == 1 ? S("dd/MM/yyyy HH:mm") : S("dd/MM/yyyy HH:mm:ss");
    bench *b = bench_new(m, ',');
    const char *const examples[] = { "2026-10-25T01:03:12", "31/12/2026 23:59", "31/12/2026 23:59:58" };
    knows(b, examples[form]);
    if (form == 0) {
      knows(b, "2026-10-25 08:03");
      knows(b, "2026-10-25T08:03:12+02:00");
      knows(b, "2026-10-25T08:03:12Z");
      knows(b, "\"2026-10-25T08:03:12Z\"");
      try_all(b, "2026-03-29 02:30:00", "0123456789-:T Z+");
      try_all(b, "2026-10-25T08:03:12+02:00", "0123456789-:T Z+.");
      try_all(b, "2026-10-25 8:03:12.250", "0123456789-:T Z+.");
      try_all(b, "2026-10-25 02:30", "0123456789-:T Z+.");
    }
    try_all(b, examples[form], "0123456789/-: T");
  }
}

Test(lane, days) {
  for (int form = 0; form < 2; form++) {
    maker *m = make_plan();
    add_field(m, CCL_FIELD_DATE, "f", NULL);
    if (form > 0)
      m->fields[0].format = S("dd.MM.yyyy");
    bench *b = bench_new(m, ',');
    const char *const examples[] = { "2026-02-28", "28.02.2026" };
    knows(b, examples[form]);
    try_all(b, examples[form], "0123456789-.");
  }
}

Test(lane, words) {
  maker *m = make_plan();
  add_field(m, CCL_FIELD_BOOLEAN, "f", NULL);
  bench *b = bench_new(m, ',');
  static const char *const yes_and_no[] = { "true", "FALSE", "oui", "Non", "1", "0", "\"yes\"", "vrai", "y" };
  for (size_t i = 0; i < sizeof yes_and_no / sizeof *yes_and_no; i++)
    knows(b, yes_and_no[i]);
  try_all(b, "true", "truefalsynovi01 \"");
  m = make_plan();
  uint32_t choices[] = { add_choice(m, "FR"), add_choice(m, "Élysée Montmartre"), add_choice(m, "MA"), add_choice(m, "Réunion") };
  add_choice_field(m, "f", choices, 4);
  m->fields[0].optional = true;
  b = bench_new(m, ';');
  knows(b, "FR");
  knows(b, "elysee montmartre");
  knows(b, "\"Réunion\"");
  try_all(b, "Réunion", "FRMARéunion \"");
}

Test(lane, texts) {
  for (int form = 0; form < 2; form++) {
    maker *m = make_plan();
    add_field(m, CCL_FIELD_TEXT, "f", NULL);
    m->fields[0].optional = form == 1;
    bench *b = bench_new(m, ',');
    knows(b, "support_l1");
    knows(b, "\"say \"\"yes\"\"\"");
    knows(b, "\"\"");
    knows(b, " à la carte ");
    try_all(b, "CL26910a2dec89025cc1", "abc \" \t\xC2\xA0");
    try_all(b, "\"a, b\"", "abc \"");
  }
}

Test(lane, values_of_json) {
  static const ccl_field_kind kinds[] = { CCL_FIELD_TEXT, CCL_FIELD_NUMBER, CCL_FIELD_BOOLEAN, CCL_FIELD_TIMESTAMP };
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    maker *m = make_plan();
    add_field(m, kinds[k], "f", NULL);
    static const ccl_str missing[] = { CCL_STR_INIT("N/A"), CCL_STR_INIT("-1") };
    if (k > 0) {
      m->activity.missing = missing;
      m->activity.missing_count = 2;
    }
    m->fields[0].optional = true;
    bench *b = bench_new(m, ',');
    knows_json(b, "", CCL_CELL_ABSENT);
    knows_json(b, "", CCL_CELL_QUOTED);
    static const char *const texts[] = { " ", " x ", "\"x\"", "\"", "N/A", " N/A ", "a\nb", "1,5" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
      check_json(b, S(texts[i]), CCL_CELL_QUOTED, i);
      if (kinds[k] == CCL_FIELD_TEXT)
        knows_json(b, texts[i], CCL_CELL_QUOTED);
    }
    static const char *const figures[] = { "0", "-1", "12", "0.5", "123456789012" };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
      check_json(b, S(figures[i]), CCL_CELL_NUMBER, i);
      check_json(b, S(figures[i]), CCL_CELL_QUOTED, i);
      if (kinds[k] == CCL_FIELD_TEXT || kinds[k] == CCL_FIELD_NUMBER)
        knows_json(b, figures[i], CCL_CELL_NUMBER);
    }
    check_json(b, S("true"), CCL_CELL_TRUTH, 0);
    check_json(b, S("false"), CCL_CELL_TRUTH, 0);
    if (kinds[k] == CCL_FIELD_BOOLEAN)
      knows_json(b, "true", CCL_CELL_TRUTH);
  }
}

Test(lane, prints_of_equal_values_are_equal) {
  cr_assert_eq(ccl_print_figure(1250, 2), ccl_print_figure(125, 1));
  cr_assert_neq(ccl_print_figure(1250, 2), ccl_print_figure(125, 2));
  char room[128];
  for (size_t length = 0; length <= 64; length++) {
    memset(room, 'k', sizeof room);
    uint64_t first = ccl_print_text((ccl_str){ room + 8, length });
    memset(room + 8 + length, 'z', 16);
    memset(room, 'z', 8);
    cr_assert_eq(ccl_print_text((ccl_str){ room + 8, length }), first, "length %zu", length);
    for (size_t i = 0; i < length; i++) {
      room[8 + i] ^= 1;
      cr_assert_neq(ccl_print_text((ccl_str){ room + 8, length }), first, "length %zu, byte %zu", length, i);
      room[8 + i] ^= 1;
    }
  }
}
