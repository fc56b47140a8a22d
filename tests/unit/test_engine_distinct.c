/* SPDX-License-Identifier: Apache-2.0 */
/* More values than tables hold: distinct ones in memory and in files, by columns and row by row, in groups and over windows that share days (clause 5); and ranks. */
#include "engine_build.h"

#include <stdlib.h>
#include <string.h>

#include "data/arena.h"
#include "engine/distinct.h"

TestSuite(distinct, .init = begin_plan);

/* ---- The parts ---- */

enum { VALUES = 20000, CELLS = 3 };

typedef struct seen {
  uint8_t *times; /* of each value in each cell */
} seen;

static void note(void *self, uint32_t cell, ccl_str value) {
  seen *s = self;
  uint32_t number;
  cr_assert(cell < CELLS && value.len >= sizeof number);
  memcpy(&number, value.ptr, sizeof number);
  cr_assert_eq(value.len, sizeof number + number % 50);
  s->times[number * CELLS + cell]++;
}

static void check_parts(size_t limit) {
  ccl_distinct *distinct = ccl_distinct_new(limit);
  char value[64] = "";
  for (uint32_t round = 0; round < 2; round++)
    for (uint32_t i = 0; i < VALUES; i++) {
      memcpy(value, &i, sizeof i);
      ccl_distinct_add(distinct, i % CELLS, (ccl_str){ value, sizeof i + i % 50 });
    }
  cr_assert_eq(distinct->file >= 0, limit > 0);
  cr_assert(limit == 0 || distinct->in_memory <= limit);
  seen s = { .times = ccl_alloc_atomic(VALUES * CELLS) };
  uint8_t *before = ccl_alloc_atomic(VALUES * CELLS);
  for (size_t part = 0; part < CCL_DISTINCT_PARTS; part++) {
    memcpy(before, s.times, VALUES * CELLS);
    ccl_distinct_each(distinct, part, note, &s);
    /* What is in a part is there as often as it was said. */
    for (size_t i = 0; i < VALUES * CELLS; i++)
      cr_assert(s.times[i] == before[i] || s.times[i] == before[i] + 2);
  }
  for (uint32_t i = 0; i < VALUES; i++)
    for (uint32_t c = 0; c < CELLS; c++)
      cr_assert_eq(s.times[i * CELLS + c], c == i % CELLS ? 2 : 0);
  ccl_distinct_free(distinct);
}

Test(distinct, parts_in_memory_and_in_files) {
  check_parts(0);
  check_parts(1);
  check_parts(100000);
}

/* ---- The engine ---- */

enum { ROWS = 150000, MONTHS = 3 };

static uint64_t mixed(uint64_t number) {
  number = (number ^ number >> 31) * 0x9E3779B97F4A7C15u;
  return number ^ number >> 29;
}

/* The customer of a row: about two rows in three have one that was not there before. */
static uint32_t customer_of(uint32_t row) {
  return (uint32_t)(mixed(row) % 3 == 0 ? mixed(row + 7) % (row + 1) : row);
}

/* How many different customers the rows of these months have at a site (2: at all). */
static int64_t count_of(uint32_t first, uint32_t months, uint32_t site) {
  uint8_t *there = ccl_alloc_atomic(ROWS);
  int64_t count = 0;
  for (uint32_t i = 0; i < ROWS; i++) {
    uint32_t month = i % MONTHS, customer = customer_of(i);
    if (month >= first && month < first + months && (site == 2 || mixed(i + 99) % 2 == site)) {
      count += !there[customer];
      there[customer] = 1;
    }
  }
  return count;
}

static void compare(bool number, bool by_rows, uint64_t memory, unsigned threads) {
  maker *m = make_plan();
  uint32_t *sites = ccl_new_array(uint32_t, 2);
  sites[0] = add_choice(m, "FR");
  sites[1] = add_choice(m, "MA");
  add_field(m, CCL_FIELD_DATE, "day", NULL);
  add_dim(m, add_choice_field(m, "site", sites, 2), 0);
  uint32_t customer = add_field(m, number ? CCL_FIELD_INTEGER : CCL_FIELD_TEXT, "customer", NULL);
  uint32_t query = add_query(m, CCL_QUERY_DISTINCT, field_of(m, customer), NULL);
  ccl_buf csv = { 0 };
  ccl_buf_z(&csv, "day,site,customer\n");
  for (uint32_t i = 0; i < ROWS; i++)
    ccl_buf_printf(&csv, "2026-%02u-15,%s,%s%u\n", 1 + i % MONTHS, mixed(i + 99) % 2 ? "MA" : "FR", number ? "" : "c-",
                   customer_of(i));
  static const uint32_t dims[] = { 0 };
  ccl_dayset quarter = ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 3, 31) });
  ccl_request requests[] = { { .query = query, .days = month(2026, 1) },
                             { .query = query, .days = month(2026, 2), .dims = dims, .dim_count = 1 },
                             { .query = query, .days = quarter },
                             { .query = query, .days = quarter, .dims = dims, .dim_count = 1 } };
  ccl_engine_options options = plain_options();
  options.by_rows = by_rows;
  options.memory = memory;
  options.threads = threads;
  ccl_engine *engine = engine_on(m, csv_file(file_of_bytes("d.csv", ccl_buf_str(&csv))), options);
  ccl_answer answers[4];
  cr_assert(ccl_engine_answer(engine, requests, 4, answers), "%s", ccl_str_z(reported(&m->diags)));
  const int64_t want[] = { count_of(0, 1, 2), count_of(1, 1, 0), count_of(1, 1, 1),
                           count_of(0, 3, 2), count_of(0, 3, 0), count_of(0, 3, 1) };
  size_t at = 0;
  for (size_t r = 0; r < 4; r++)
    for (size_t c = 0; c < answers[r].count; c++)
      cr_assert(ccl_rat_eq(answers[r].cells[c].value.as.number, ccl_rat_int(want[at++])), "request %zu, cell %zu: %s",
                r, c, ccl_str_z(ccl_rat_text(answers[r].cells[c].value.as.number)));
  cr_assert_eq(at, 6);
}

Test(distinct, texts) {
  compare(false, false, 0, 1);
  compare(false, false, 1 << 20, 3);
  compare(false, true, 1 << 20, 1);
}

Test(distinct, numbers) {
  compare(true, false, 0, 3);
  compare(true, false, 1 << 20, 1);
  compare(true, true, 0, 1);
}

/* ---- Ranks ---- */

static int compare_figures(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

/* Far more rows than different values, and as many as rows. */
static void compare_ranks(bool by_rows, uint32_t values) {
  enum { COUNT = 30000 };
  maker *m = make_plan();
  add_field(m, CCL_FIELD_DATE, "day", NULL);
  uint32_t wait = add_field(m, CCL_FIELD_NUMBER, "wait", NULL);
  ccl_request requests[3];
  static const uint32_t percentiles[] = { 0, 7, 95 };
  for (uint32_t i = 0; i < 3; i++) {
    uint32_t query = add_query(m, i == 0 ? CCL_QUERY_MEDIAN : CCL_QUERY_PERCENTILE, field_of(m, wait), NULL);
    m->queries[query].percentile = percentiles[i];
    requests[i] = (ccl_request){ .query = query, .days = month(2026, 1) };
  }
  static int figures[COUNT];
  ccl_buf csv = { 0 };
  ccl_buf_z(&csv, "day,wait\n");
  for (uint32_t i = 0; i < COUNT; i++) {
    figures[i] = (int)(mixed(i) % values);
    ccl_buf_printf(&csv, "2026-01-15,%d.%d\n", figures[i] / 10, figures[i] % 10);
  }
  qsort(figures, COUNT, sizeof *figures, compare_figures);
  ccl_engine_options options = plain_options();
  options.by_rows = by_rows;
  ccl_engine *engine = engine_on(m, csv_file(file_of_bytes("r.csv", ccl_buf_str(&csv))), options);
  ccl_answer answers[3];
  cr_assert(ccl_engine_answer(engine, requests, 3, answers));
  /* Nearest rank; the mean of the two in the middle. */
  const int64_t twice[] = { figures[COUNT / 2 - 1] + figures[COUNT / 2], 2 * figures[(7 * COUNT + 99) / 100 - 1],
                            2 * figures[(95 * COUNT + 99) / 100 - 1] };
  for (size_t i = 0; i < 3; i++)
    cr_assert(ccl_rat_eq(answers[i].cells[0].value.as.number, ccl_rat_div(ccl_rat_int(twice[i]), ccl_rat_int(20))),
              "%zu: %s", i, ccl_str_z(ccl_rat_text(answers[i].cells[0].value.as.number)));
}

Test(distinct, ranks_of_many_rows) {
  for (int by_rows = 0; by_rows < 2; by_rows++) {
    compare_ranks(by_rows == 1, 700);
    compare_ranks(by_rows == 1, 4000000);
  }
}
