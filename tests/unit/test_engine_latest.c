/* SPDX-License-Identifier: Apache-2.0 */
/* The latest row of each key (clause 4.1), by columns and row by row: random keys and versions, dates and times in two columns, files of two forms,
 * threads and blocks. */
#include "engine_build.h"

#include <string.h>

TestSuite(latest, .init = begin_plan);

enum { ROWS = 4000, FILES = 3, QUERIES = 3 };

typedef struct world {
  maker *m;
  uint64_t random;
  bool wrong; /* two rows have a key and a version */
} world;

static uint32_t below(world *w, uint32_t limit) {
  w->random = w->random * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(w->random >> 33) % limit;
}

static world world_of(uint64_t seed) {
  world w = { .m = make_plan(), .random = seed };
  maker *m = w.m;
  uint32_t *sites = ccl_new_array(uint32_t, 2);
  sites[0] = add_choice(m, "FR");
  sites[1] = add_choice(m, "MA");
  uint32_t when = add_field(m, CCL_FIELD_TIMESTAMP, "when", NULL);
  set_columns(m, when, "day", "time");
  if (seed % 2 == 0)
    m->fields[when].format = S("dd/MM/yyyy HH:mm:ss");
  add_dim(m, add_choice_field(m, "site", sites, 2), 0);
  uint32_t talk = add_field(m, CCL_FIELD_DURATION, "talk", NULL);
  m->activity.key = add_field(m, seed % 3 == 0 ? CCL_FIELD_INTEGER : CCL_FIELD_TEXT, "id", NULL);
  m->activity.keeping_latest = add_field(m, seed % 4 == 0 ? CCL_FIELD_TEXT : CCL_FIELD_INTEGER, "version", NULL);
  m->fields[m->activity.keeping_latest].optional = true;
  add_query(m, CCL_QUERY_COUNT, NULL, NULL);
  add_query(m, CCL_QUERY_SUM, field_of(m, talk), NULL);
  add_query(m, CCL_QUERY_DISTINCT, field_of(m, m->activity.key), NULL);
  return w;
}

/* A row, in CSV or as an object. */
static void put_row(world *w, ccl_buf *out, bool lines, uint32_t id, uint32_t version) {
  uint32_t day = 1 + below(w, 28);
  ccl_str date =
      w->m->fields[0].format.len > 0 ? ccl_str_printf("%02u/10/2026", day) : ccl_str_printf("2026-10-%02u", day);
  ccl_str time = ccl_str_printf("%02u:%02u:%02u", below(w, 24), below(w, 60), below(w, 60));
  const char *site = below(w, 2) ? "FR" : "MA", *quote = below(w, 9) ? "" : "\"";
  uint32_t talk = below(w, 900);
  if (lines)
    ccl_buf_printf(
        out,
        "{\"day\": \"%s\", \"id\": \"%u\", \"site\": \"%s\", \"talk\": %u, \"time\": \"%s\", \"version\": \"%u\"}\n",
        ccl_str_z(date), id, site, talk, ccl_str_z(time), version);
  else
    ccl_buf_printf(out, "%s;%u;%s%s%s;%u;%s%s%s;%u\n", ccl_str_z(date), id, quote, site, quote, talk, quote,
                   ccl_str_z(time), quote, version);
}

/* One key in `few` is there again; versions are all different, unless the world is wrong. */
static void write_files(world *w, ccl_data_file *files, uint32_t few) {
  uint32_t version = 1 + below(w, 1000), base = version;
  for (uint32_t f = 0; f < FILES; f++) {
    bool lines = f == 1;
    ccl_buf out = { 0 };
    if (!lines)
      ccl_buf_z(&out, "day;id;site;talk;time;version\n");
    for (uint32_t i = 0; i < ROWS / FILES; i++, version++) {
      uint32_t id = below(w, few) ? 10000000 + version : 10000000 + base + below(w, version - base + 1);
      /* Later rows are not always later versions. */
      put_row(w, &out, lines, id, version * 7919u % 1000003u);
    }
    if (w->wrong && f == FILES - 1) {
      put_row(w, &out, lines, 77, 5);
      put_row(w, &out, lines, 77, 5);
    }
    const char *name = ccl_str_z(ccl_str_printf("l%u.%s", f, lines ? "jsonl" : "csv"));
    files[f] = (ccl_data_file){ .path = file_of_bytes(name, ccl_buf_str(&out)),
                                .format = lines ? CCL_FORMAT_JSON_LINES : CCL_FORMAT_CSV };
  }
}

static void compare(uint64_t seed, uint32_t few, bool wrong) {
  world w = world_of(seed);
  w.wrong = wrong;
  ccl_data_file files[FILES];
  write_files(&w, files, few);
  static const uint32_t dims[] = { 0 };
  ccl_request requests[QUERIES];
  for (uint32_t i = 0; i < QUERIES; i++)
    requests[i] = (ccl_request){ .query = i, .days = month(2026, 10), .dims = dims, .dim_count = i < 2 };
  ccl_answer answers[2][QUERIES];
  ccl_activity_count counts[2];
  for (int by_rows = 0; by_rows < 2; by_rows++) {
    static const size_t blocks[] = { 0, 100, 5000 };
    ccl_engine_options options = plain_options();
    options.by_rows = by_rows == 1;
    options.threads = 1 + (unsigned)(seed % 3);
    options.block = blocks[seed / 3 % 3];
    w.m->diags = (ccl_diags){ .lang = CCL_LANG_EN };
    ccl_engine *engine = ccl_engine_new(&w.m->plan, &w.m->supply, &w.m->diags, options, files, FILES, NULL, 0);
    cr_assert_eq(ccl_engine_answer(engine, requests, QUERIES, answers[by_rows]), !wrong, "seed %d: %s", (int)seed,
                 ccl_str_z(reported(&w.m->diags)));
    counts[by_rows] = ccl_engine_count(engine, 0);
    if (wrong)
      cr_assert_not_null(strstr(ccl_str_z(reported(&w.m->diags)), "repeated-key l2.csv:1336"), "%s",
                         ccl_str_z(reported(&w.m->diags)));
  }
  for (uint32_t i = 0; !wrong && i < QUERIES; i++)
    same_text(answer_text(w.m, &requests[i], answers[0][i]), ccl_str_z(answer_text(w.m, &requests[i], answers[1][i])),
              "latest");
  cr_assert(wrong || (counts[0].rows == counts[1].rows && counts[0].replaced == counts[1].replaced &&
                      counts[0].rows_in_windows == counts[1].rows_in_windows &&
                      counts[0].replaced + counts[0].rows_in_windows == counts[0].rows && counts[0].replaced > 0));
}

Test(latest, by_columns_as_row_by_row) {
  for (uint64_t seed = 1; seed <= 24; seed++)
    compare(seed, seed % 5 == 0 ? 2 : 12, false);
}

Test(latest, equal_versions) {
  compare(1, 12, true);
  compare(4, 12, true);
}
