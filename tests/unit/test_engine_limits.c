/* SPDX-License-Identifier: Apache-2.0 */
/* Limits of data (base/limits.h) at their value and one past it: bytes of a row, groups of an aggregate. */
#include "base/limits.h"
#include "engine_build.h"

TestSuite(limits, .init = begin_plan);

static maker *one_day(void) {
  maker *m = make_plan();
  add_field(m, CCL_FIELD_DATE, "day", NULL);
  add_query(m, CCL_QUERY_COUNT, NULL, NULL);
  return m;
}

/* A row of exactly CCL_LIMIT_ROW_BYTES + more: a date, then cells of at most 1 MiB. */
static ccl_str long_row(size_t more) {
  enum { CELLS = 65 };
  ccl_buf text = { 0 };
  ccl_buf_z(&text, "day");
  for (int i = 0; i < CELLS; i++)
    ccl_buf_printf(&text, ",c%d", i);
  ccl_buf_z(&text, "\n");
  size_t start = text.len;
  ccl_buf_z(&text, "2026-01-05");
  size_t left = CCL_LIMIT_ROW_BYTES + more - (text.len - start) - CELLS;
  for (size_t i = 0; i < CELLS; i++) {
    size_t length = left / (CELLS - i);
    ccl_buf_char(&text, ',');
    ccl_buf_fill(&text, 'x', length);
    left -= length;
  }
  ccl_buf_z(&text, "\n");
  return ccl_buf_str(&text);
}

Test(limits, row) {
  maker *m = one_day();
  same_text(ask(m, engine_on(m, csv_file(file_of_bytes("row.csv", long_row(0))), plain_options()), 0, month(2026, 1)),
            "1", "at the limit");
  same_text(ask(m, engine_on(m, csv_file(file_of_bytes("row.csv", long_row(1))), plain_options()), 0, month(2026, 1)),
            "too-large row.csv:2", "past the limit");
}

static ccl_str many_groups(size_t count) {
  ccl_buf text = { 0 };
  ccl_buf_z(&text, "day,who\n");
  for (size_t i = 0; i < count; i++)
    ccl_buf_printf(&text, "2026-01-05,%zx\n", i);
  return ccl_buf_str(&text);
}

Test(limits, groups) {
  maker *m = one_day();
  uint32_t dims[1];
  uint32_t who = add_field(m, CCL_FIELD_TEXT, "who", NULL);
  dims[0] = add_dim(m, who, 0);
  ccl_request request = { .query = 0, .days = month(2026, 1), .dims = dims, .dim_count = 1 };
  ccl_answer answer;
  ccl_engine *engine =
      engine_on(m, csv_file(file_of_bytes("groups.csv", many_groups(CCL_LIMIT_GROUPS))), plain_options());
  cr_assert(ccl_engine_answer(engine, &request, 1, &answer));
  cr_expect(answer.count == CCL_LIMIT_GROUPS);
  same_text(answer.cells[0].key[0].as.text, "0", "first");
  same_text(answer.cells[answer.count - 1].key[0].as.text, "ffff", "last by code point");
  engine = engine_on(m, csv_file(file_of_bytes("groups.csv", many_groups(CCL_LIMIT_GROUPS + 1))), plain_options());
  cr_assert(!ccl_engine_answer(engine, &request, 1, &answer));
  cr_expect(m->diags.all.items[0]->code == CCL_CODE_too_large);
}
