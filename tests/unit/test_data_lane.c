/* SPDX-License-Identifier: Apache-2.0 */
/* Every kernel against the complete reader of its kind (data/cell.h), cell by cell, of CSV and JSON: what a lane reads is what the reader
 * reads, and what the reader refuses is doubtful. */
#include "page_room.h"
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
  case CCL_KIND_NUMBER:
    return ccl_value_number(ccl_figure_rat((ccl_figure){ lane->wide[row], lane->places, CCL_RAT_ZERO }));
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

/* What the complete reader makes of the cell: a message, or the value in the batch. False: it is no single cell. */
static bool read_slowly(bench *b, ccl_str cell, const ccl_message **wrong) {
  ccl_csv csv = { .delimiter = b->delimiter };
  ccl_record record = { .text = cell };
  if (cell.len > 0 && cell.ptr[cell.len - 1] == '\r')
    record.text.len--;
  bool cut = ccl_csv_cut(&csv, b->delimiter, &record) && record.count == 1;
  *wrong = cut ? ccl_field_read(&b->reader, record.cells[0], 0, &b->batch->rows) : NULL;
  ccl_csv_close(&csv);
  return cut;
}

/* The lane's value of a row that is not doubtful is the complete reader's. */
static void agree(const bench *b, ccl_str cell, size_t row, const ccl_message *wrong, const char *when) {
  cr_assert_null(wrong, "%s: “%.*s” is read, and the reader refuses it", when, (int)cell.len, cell.ptr);
  ccl_value want = ccl_batch_value(b->batch, 0, 0), got = lane_value(b, row);
  cr_assert(want.state == got.state && (want.state != CCL_KNOWN || ccl_value_eq(want, got)),
            "%s: “%.*s” is read as another value", when, (int)cell.len, cell.ptr);
  if (want.state == CCL_KNOWN && want.kind == CCL_KIND_NUMBER && ccl_rat_sign(want.as.number) != 0)
    cr_assert(b->lane.magnitude > 0);
}

static void read_strip(bench *b, const char *base, const uint32_t *marks, size_t rows) {
  b->strip.base = base;
  b->strip.marks = marks;
  b->strip.width = b->strip.json ? 4 : 1;
  b->strip.rows = rows;
  memset(b->strip.doubt, 0, rows);
  b->strip.any_doubt = false;
  ccl_lane_read(&b->strip, &b->lane);
}

/* One row of JSON, whose cell stands as data/members.h leaves it; with so many bytes more than the padding behind it. */
static void check_json(bench *b, page_room room, ccl_str cell, ccl_cell_form form, size_t slack) {
  char text[128] = { form == CCL_CELL_QUOTED ? '"' : ':' };
  cr_assert(cell.len + 1 < sizeof text);
  if (cell.len > 0)
    memcpy(text + 1, cell.ptr, cell.len);
  const char *start = at_the_end(room, text, cell.len + 1, CCL_SCAN_PAD + slack, '7') + 1;
  uint32_t from = (uint32_t)(start - room.first), marks[] = { from - 1, from + (uint32_t)cell.len, 0, 0 };
  b->strip.json = true;
  b->strip.comma = b->reader.comma = false;
  b->lane.column = 1;
  const ccl_message *wrong =
      ccl_field_read(&b->reader, (ccl_record_cell){ { start, cell.len }, form }, 0, &b->batch->rows);
  for (int round = 0; round < 3; round++) {
    read_strip(b, room.first, marks, 1);
    if (!b->strip.doubt[0])
      agree(b, cell, 0, wrong, "as JSON");
  }
  b->strip.json = false;
  b->strip.comma = b->reader.comma = b->comma;
  b->lane.column = 0;
}

/* The cell as a text of JSON, and as the bare value that JSON may have of it. */
static void check_as_json(bench *b, page_room room, ccl_str cell, size_t slack) {
  check_json(b, room, cell, CCL_CELL_QUOTED, slack);
  ccl_json json = { 0 };
  ccl_record_cell bare;
  size_t at = 0;
  if (ccl_json_value(&json, cell, &at, &bare) && at == cell.len && bare.text.ptr == cell.ptr &&
      bare.form != CCL_CELL_NESTED)
    check_json(b, room, bare.text, bare.form, slack);
  ccl_arena_free(&json.scratch);
}

/* One row that is this cell; with `slack` bytes more than the padding before it and behind it: at 0 a byte read too far
 * ends the test. */
static void check(bench *b, ccl_str cell, size_t slack) {
  static page_room room;
  if (!room.first)
    room = page_room_new();
  check_as_json(b, room, cell, slack);
  const ccl_message *wrong;
  if (!read_slowly(b, cell, &wrong))
    return;
  char text[128];
  cr_assert(cell.len < sizeof text);
  memcpy(text, cell.ptr, cell.len);
  text[cell.len] = '\n';
  size_t length = cell.len + 1, border = CCL_SCAN_PAD + slack;
  const char *starts[] = { at_the_end(room, text, length, border, '7'), at_the_start(room, text, length, border, '7') };
  for (size_t i = 0; i < 2; i++) {
    uint32_t from = (uint32_t)(starts[i] - room.first), marks[2] = { from - 1, (uint32_t)(from + length - 1) };
    memset(room.first + from + length, i == 0 ? 0 : '"', CCL_SCAN_PAD);
    /* Three times: by the complete reader, by what it remembers, and as the strip's first row. */
    for (int round = 0; round < 3; round++) {
      read_strip(b, room.first, marks + 1, 1);
      if (!b->strip.doubt[0])
        agree(b, cell, 0, wrong, i == 0 ? "at the end" : "at the start");
    }
  }
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

enum { LONGEST = 40, ALIGNMENTS = 16 };

/* The example written again and again, so long; as it is, and between quotation marks. */
static void try_lengths(bench *b, const char *example) {
  char cell[LONGEST + 3];
  for (size_t length = 0; length <= LONGEST; length++)
    for (size_t slack = 0; slack < ALIGNMENTS; slack++) {
      for (size_t i = 0; i < length; i++)
        cell[i + 1] = example[i % strlen(example)];
      cell[0] = cell[length + 1] = '"';
      check(b, (ccl_str){ cell + 1, length }, slack);
      check(b, (ccl_str){ cell, length + 2 }, slack);
      cell[length + 1] = '\r';
      check(b, (ccl_str){ cell + 1, length + 1 }, slack);
    }
}

/* Many random rows in one strip: each has the value that it has alone. */
static void try_strips(bench *b, const char *example, const char *letters, uint64_t *state) {
  enum { ROWS = 100, BYTES = ROWS * (LONGEST + 1) };
  static char text[2 * CCL_SCAN_PAD + BYTES];
  static uint32_t marks[ROWS + 1];
  uint32_t at = CCL_SCAN_PAD;
  marks[0] = at - 1;
  size_t example_length = strlen(example), letter_count = strlen(letters);
  uint32_t wrong_ones = next_random(state) % 4; /* of four */
  for (size_t row = 0; row < ROWS; row++) {
    uint32_t how = next_random(state);
    size_t length = how % 4 < wrong_ones ? how / 4 % LONGEST : example_length;
    for (size_t i = 0; i < length; i++)
      text[at++] = how % 4 < wrong_ones ? letters[next_random(state) % letter_count] : example[i];
    if (how % 4 >= wrong_ones && how / 4 % 3 == 0 && length > 0)
      text[at - 1 - how / 16 % length] = letters[next_random(state) % letter_count];
    marks[row + 1] = at;
    text[at++] = '\n';
  }
  memset(text + at, '"', CCL_SCAN_PAD);
  for (int round = 0; round < 2; round++) {
    read_strip(b, text, marks + 1, ROWS);
    for (size_t row = 0; row < ROWS; row++) {
      ccl_str cell = { text + marks[row] + 1, marks[row + 1] - marks[row] - 1 };
      const ccl_message *wrong;
      if (read_slowly(b, cell, &wrong) && !b->strip.doubt[row])
        agree(b, cell, row, wrong, "in a strip");
    }
  }
}

/* Cells like the example with one byte replaced by every byte, and cut at every length; of every length up to 40 at every
 * alignment; random ones, alone and in strips. */
static void try_all(bench *b, const char *example, const char *letters) {
  size_t length = strlen(example);
  try_lengths(b, example);
  for (size_t place = 0; place < length; place++)
    for (int byte = 0; byte < 256; byte++) {
      char cell[64];
      memcpy(cell, example, length);
      cell[place] = (char)byte;
      if (byte != '\n' && byte != b->delimiter)
        check(b, (ccl_str){ cell, length }, (size_t)byte % 8 == 0 ? place % ALIGNMENTS : 0);
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
    check(b, (ccl_str){ cell, count }, (size_t)round % ALIGNMENTS);
  }
  for (int round = 0; round < 40; round++)
    try_strips(b, example, letters, &state);
}

Test(lane, numbers) {
  static const ccl_field_kind kinds[] = { CCL_FIELD_NUMBER, CCL_FIELD_INTEGER, CCL_FIELD_DURATION, CCL_FIELD_MONEY };
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    for (int form = 0; form < 2; form++) {
      maker *m = make_plan();
      add_field(m, kinds[k], "f", kinds[k] == CCL_FIELD_DURATION ? (form == 0 ? "minute" : "second") : NULL);
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
    try_all(b, form == 0 ? "\"2026-10-25 08:03:12\"" : "\"31/12/2026 23:59\"", "0123456789-:T \"");
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
    try_all(b, form == 0 ? "\"2026-02-28\"" : "\"28.02.2026\"", "0123456789-.\"");
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
  uint32_t choices[] = { add_choice(m, "FR"), add_choice(m, "Élysée Montmartre"), add_choice(m, "MA"),
                         add_choice(m, "Réunion") };
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

Test(lane, prints_of_equal_values_are_equal) {
  cr_assert_eq(ccl_print_figure(1250, 2), ccl_print_figure(125, 1));
  cr_assert_neq(ccl_print_figure(1250, 2), ccl_print_figure(125, 2));
  page_room room = page_room_new();
  for (size_t length = 0; length <= 64; length++) {
    enum { READABLE = 8 }; /* bytes behind a text */
    char text[64];
    memset(text, 'k', sizeof text);
    char *place = at_the_end(room, text, length, READABLE, 'z');
    uint64_t first = ccl_print_text((ccl_str){ place, length });
    cr_assert_eq(ccl_print_text((ccl_str){ at_the_start(room, text, length, 0, 'y'), length }), first, "length %zu",
                 length);
    place = at_the_end(room, text, length, READABLE, 'x');
    cr_assert_eq(ccl_print_text((ccl_str){ place, length }), first, "length %zu", length);
    for (size_t i = 0; i < length; i++) {
      place[i] ^= 1;
      cr_assert_neq(ccl_print_text((ccl_str){ place, length }), first, "length %zu, byte %zu", length, i);
      place[i] ^= 1;
    }
  }
}

/* Numbers of texts against a list that is searched from its start. */
Test(lane, dictionary) {
  enum { TEXTS = 400, LETTERS = 3 };
  page_room room = page_room_new();
  ccl_dictionary dictionary = { 0 };
  ccl_str seen[TEXTS];
  size_t count = 0;
  uint64_t state = 1;
  for (int round = 0; round < 20000 && count < TEXTS; round++) {
    char text[LONGEST];
    size_t length = next_random(&state) % (round % 2 == 0 ? 5 : LONGEST), number = 0;
    memset(text, 'a', sizeof text);
    for (size_t i = length > 4 ? length - 4 : 0; i < length; i++)
      text[i] = (char)('a' + next_random(&state) % LETTERS);
    while (number < count && !ccl_str_eq(seen[number], (ccl_str){ text, length }))
      number++;
    if (number == count)
      seen[count++] = ccl_str_copy((ccl_str){ text, length });
    uint32_t got = ccl_dictionary_put(&dictionary, (ccl_str){ at_the_end(room, text, length, 8, 'z'), length });
    cr_assert_eq(got, number + 1, "“%.*s”: %u", (int)length, text, got);
  }
  cr_assert_eq(count, TEXTS);
  ccl_dictionary_free(&dictionary);
}
