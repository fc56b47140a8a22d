/* SPDX-License-Identifier: Apache-2.0 */
/* The same rows as CSV and JSON Lines, which are read by columns, and as a list of JSON, which is read row by row: every answer is the same, for random
 * rows, conditions, groups, windows, filters, spellings, orders of members, threads and blocks. */
#include "engine_build.h"

#include "data/reader.h"

TestSuite(quick, .init = begin_plan);

enum { ROWS = 3000, QUERIES = 24 };

typedef struct world {
  maker *m;
  uint32_t when, site, queue, figure, wait, ok, hour;
  uint64_t random;
} world;

static uint32_t below(world *w, uint32_t limit) {
  w->random = w->random * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(w->random >> 33) % limit;
}

static world world_of(uint64_t seed) {
  world w = { .m = make_plan(), .random = seed };
  maker *m = w.m;
  uint32_t *sites = ccl_new_array(uint32_t, 3);
  sites[0] = add_choice(m, "FR");
  sites[2] = add_choice(m, "Madagascar");
  sites[1] = add_choice(m, "MA");
  w.when = add_field(m, CCL_FIELD_TIMESTAMP, "when", NULL);
  w.site = add_choice_field(m, "site", sites, 3);
  w.queue = add_field(m, CCL_FIELD_TEXT, "queue", NULL);
  w.figure = add_field(m, CCL_FIELD_NUMBER, "figure", NULL);
  w.wait = add_field(m, CCL_FIELD_DURATION, "wait", "minute");
  w.ok = add_field(m, CCL_FIELD_BOOLEAN, "ok", NULL);
  m->fields[w.figure].optional = m->fields[w.queue].optional = true;
  w.hour = add_derived(m, "hour", unit_type(m->plan.units, "number"),
                       node(CCL_OP_HOUR, unit_type(m->plan.units, "number"), 1, field_of(m, w.when)));
  add_dim(m, w.site, 0);
  add_dim(m, w.ok, 0);
  add_dim(m, w.queue, 0);
  add_dim(m, w.hour, 0);
  return w;
}

/* ---- Rows ---- */

/* Whether JSON has such a number, or the word: then it may stand without quotation marks. */
static bool is_bare(ccl_str text) {
  size_t digits = 0, points = 0, first = text.len > 0 && text.ptr[0] == '-';
  for (size_t i = first; i < text.len; i++) {
    digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
    points += text.ptr[i] == '.' && i > first && i + 1 < text.len;
  }
  bool leads = text.len - first > 1 && text.ptr[first] == '0' && text.ptr[first + 1] != '.';
  return ccl_str_is(text, "false") || ccl_str_is(text, "true") ||
         (digits > 0 && points < 2 && digits + points + first == text.len && !leads);
}

static void put_member(world *w, ccl_buf *json, const char *name, ccl_str text) {
  static const char *const spaces[] = { "", " ", "  ", "\t" };
  const char *blank = spaces[below(w, 50) ? 1 : below(w, 4)];
  if (text.len == 0 && below(w, 2) == 0)
    return;
  if (json->ptr[json->len - 1] != '{')
    ccl_buf_printf(json, ",%s", blank);
  ccl_buf_printf(json, below(w, 50) ? "\"%s\":%s" : "\"%s\" :%s", name, blank);
  ptrdiff_t accent = ccl_str_find(text, CCL_STR("\xC3\xA9"));
  if (text.len == 0)
    ccl_buf_z(json, "null");
  else if (is_bare(text) && below(w, 4) > 0)
    ccl_buf_add(json, text);
  else if (accent >= 0 && below(w, 2) == 0)
    ccl_buf_printf(json, "\"%.*s\\u00e9%.*s\"", (int)accent, text.ptr, (int)(text.len - (size_t)accent) - 2,
                   text.ptr + accent + 2);
  else
    ccl_buf_printf(json, "\"%.*s\"", (int)text.len, text.ptr);
}

enum { MEMBERS = 6 };

/* An object with members in an order that mostly is the same. */
static void put_object(world *w, ccl_buf *json, const ccl_str *texts) {
  static const char *const names[MEMBERS] = { "when", "site", "queue", "figure", "wait", "ok" };
  static const char *const others[] = { "[1,{\"when\":2},\"x\"]", "{}", "1e5", "\"a \\\"b\\\" \\u00e9\"", "true" };
  uint32_t first = below(w, 5) ? 0 : below(w, MEMBERS), step = below(w, 10) ? 1 : 5;
  ccl_buf_char(json, '{');
  for (uint32_t i = 0; i < MEMBERS; i++) {
    uint32_t at = (first + i * step) % MEMBERS;
    put_member(w, json, at == 1 && below(w, 30) == 0 ? "Site" : names[at], texts[at]);
    if (i == 2 && below(w, 4) == 0 && json->ptr[json->len - 1] != '{')
      ccl_buf_printf(json, ",\"ignored\":%s", others[below(w, 5)]);
  }
  ccl_buf_char(json, '}');
}

static ccl_str time_text(world *w) {
  static const char *const tails[] = { "", "Z", "+02:00", "-05:30" };
  uint32_t month = 1 + below(w, 12), day = 1 + below(w, 28), hour = below(w, 24);
  /* No day of March: its clocks skip an hour. */
  month = month == 3 ? 10 : month;
  day = month == 10 && below(w, 3) == 0 ? 25 : day;
  ccl_str clock = below(w, 9) == 0 ? ccl_str_printf("%u:%02u", hour, below(w, 60))
                                   : ccl_str_printf("%02u:%02u:%02u", hour, below(w, 60), below(w, 60));
  return ccl_str_printf("2026-%02u-%02u%c%.*s%s", month, day, below(w, 2) ? 'T' : ' ', (int)clock.len, clock.ptr,
                        tails[below(w, 5) > 0 ? 0 : below(w, 4)]);
}

static ccl_str figure_text(world *w) {
  switch (below(w, 8)) {
  case 0: return (ccl_str){ NULL, 0 };
  case 1: return ccl_str_printf("-%u.%u", below(w, 100), below(w, 100));
  case 2: return ccl_str_printf("%u.%03u", below(w, 1000), below(w, 1000));
  case 3: return ccl_str_printf("%u00000000000000000000.5", 1 + below(w, 9));
  case 4: return ccl_str_printf("%u", below(w, 100000000));
  default: return ccl_str_printf("%u.5", below(w, 50));
  }
}

static void write_rows(world *w, ccl_buf *csv, ccl_buf *json) {
  static const char *const sites[] = { "FR", "MA", "Madagascar", "fr", "madagascar" };
  static const char *const yes[] = { "yes", "no", "Oui", "non", "1", "0", "TRUE", "false" };
  ccl_buf_z(csv, "when,ignored,site,queue,figure,wait,ok\n");
  for (int i = 0; i < ROWS; i++) {
    ccl_str when = time_text(w), figure = figure_text(w),
            site = ccl_str_from(sites[below(w, 10) ? below(w, 3) : below(w, 5)]);
    ccl_str queue = below(w, 6) == 0   ? (ccl_str){ NULL, 0 }
                    : below(w, 9) == 0 ? ccl_str_printf("long queue name with an accent é %u", below(w, 3))
                                       : ccl_str_printf("q%u", below(w, 20));
    ccl_str wait = below(w, 5) == 0 ? ccl_str_printf("%02u:%02u:%02u", below(w, 3), below(w, 60), below(w, 60))
                                    : ccl_str_printf("%u", below(w, 90));
    ccl_str ok = ccl_str_from(yes[below(w, 8)]);
    const char *quote = below(w, 4) == 0 ? "\"" : "", *blank = below(w, 20) == 0 ? " " : "";
    ccl_buf_printf(csv, "%.*s,%s,%s%.*s%s,%s%.*s%s,%.*s,%s%.*s%s,%.*s%s\n", (int)when.len, when.ptr,
                   below(w, 30) == 0 ? "\"a \"\"b\"\",\nc\"" : "x", quote, (int)site.len, site.ptr, quote,
                   queue.len > 0 ? quote : "", (int)queue.len, queue.ptr, queue.len > 0 ? quote : "", (int)figure.len,
                   figure.ptr, blank, (int)wait.len, wait.ptr, blank, (int)ok.len, ok.ptr,
                   below(w, 40) == 0 ? "\r" : "");
    put_object(w, json, (const ccl_str[]){ when, site, queue, figure, wait, ok });
    ccl_buf_z(json, below(w, 40) ? "\n" : below(w, 2) ? " \r\n" : "\n\n");
  }
}

/* ---- Questions ---- */

static const ccl_expr *random_condition(world *w, int depth) {
  maker *m = w->m;
  ccl_type truth = type_of(CCL_KIND_BOOL), plain = unit_type(m->plan.units, "number"),
           clock = unit_type(m->plan.units, "minute");
  static const char *const limits[] = { "0", "20", "20.5", "41/2", "-1", "600", "1200.25" };
  ccl_comparison comparison = (ccl_comparison)below(w, 6);
  switch (below(w, depth > 0 ? 10 : 7)) {
  case 0: return field_of(m, w->ok);
  case 1: return compared(comparison, field_of(m, w->figure), constant(plain, number(limits[below(w, 7)])));
  case 2: return compared(comparison, constant(clock, number(limits[below(w, 7)])), field_of(m, w->wait));
  case 3:
    return compared(below(w, 2) ? CCL_EQ : CCL_NE, field_of(m, w->site),
                    constant(type_of(CCL_KIND_CHOICE), ccl_value_choice(below(w, 3))));
  case 4:
    return compared(comparison, field_of(m, w->hour), constant(plain, ccl_value_number(ccl_rat_int(below(w, 24)))));
  case 5:
    return compared(CCL_EQ, field_of(m, w->queue),
                    constant(type_of(CCL_KIND_TEXT), ccl_value_text(ccl_str_printf("q%u", below(w, 20)))));
  case 6: return node(CCL_OP_KNOWN, truth, 1, field_of(m, below(w, 2) ? w->figure : w->queue));
  case 7: return node(CCL_OP_NOT, truth, 1, random_condition(w, depth - 1));
  default:
    return node(below(w, 2) ? CCL_OP_AND : CCL_OP_OR, truth, 3, random_condition(w, depth - 1),
                random_condition(w, depth - 1), random_condition(w, depth - 1));
  }
}

static uint32_t random_query(world *w) {
  maker *m = w->m;
  ccl_type plain = unit_type(m->plan.units, "number");
  static const ccl_query_kind kinds[] = { CCL_QUERY_COUNT,  CCL_QUERY_SUM,     CCL_QUERY_SUM,    CCL_QUERY_DISTINCT,
                                          CCL_QUERY_LOWEST, CCL_QUERY_HIGHEST, CCL_QUERY_MEDIAN, CCL_QUERY_PERCENTILE };
  ccl_query_kind kind = kinds[below(w, 8)];
  const ccl_expr *what = NULL;
  if (kind == CCL_QUERY_DISTINCT)
    what = field_of(m, below(w, 2) ? w->queue : below(w, 2) ? w->hour : w->site);
  else if (kind != CCL_QUERY_COUNT)
    what = below(w, 3) > 0 ? field_of(m, below(w, 2) ? w->figure : w->wait)
           : below(w, 2)   ? inverse(CCL_OP_SUM, plain, field_of(m, w->figure), field_of(m, w->wait))
                           : node(CCL_OP_PRODUCT, plain, 2, field_of(m, w->wait), figure(plain, "1.25"));
  uint32_t query = add_query(m, kind, what, below(w, 3) > 0 ? random_condition(w, 2) : NULL);
  m->queries[query].percentile = 1 + below(w, 100);
  return query;
}

static ccl_request random_request(world *w, uint32_t query) {
  ccl_request request = { .query = query };
  uint32_t *dims = ccl_new_array(uint32_t, 3);
  request.dims = dims;
  request.dim_count = below(w, 3);
  for (size_t i = 0; i < request.dim_count; i++)
    dims[i] = (uint32_t[]){ 0, 1, 3 }[(below(w, 3) + i) % 3];
  if (request.dim_count == 2 && dims[0] == dims[1])
    request.dim_count = 1;
  request.days = month(2026, 1 + (int)below(w, 12));
  if (below(w, 2))
    request.days =
        ccl_dayset_of((ccl_days){ date(2026, 1 + (int)below(w, 6), 10), date(2026, 7 + (int)below(w, 6), 20) });
  if (below(w, 3) == 0) {
    ccl_row_filter *filter = ccl_new(ccl_row_filter);
    *filter = (ccl_row_filter){ .where = below(w, 3) ? random_condition(w, 1) : NULL,
                                .days = month(2026, 1 + (int)below(w, 12)),
                                .keep = below(w, 4) == 0 };
    request.filters = filter;
    request.filter_count = 1;
  }
  return request;
}

/* The lines of objects as one list. */
static ccl_str list_of(ccl_str lines) {
  ccl_buf list = { 0 };
  ccl_buf_char(&list, '[');
  for (size_t i = 0; i < lines.len; i++) {
    ccl_buf_char(&list, lines.ptr[i]);
    size_t next = i + 1;
    while (next < lines.len && lines.ptr[next] == '\n')
      next++;
    if (lines.ptr[i] == '\n' && next == i + 1 && next < lines.len)
      ccl_buf_char(&list, ',');
  }
  ccl_buf_char(&list, ']');
  return ccl_buf_str(&list);
}

static ccl_engine *engine_for(world *w, ccl_data_file file, unsigned threads, size_t block) {
  ccl_engine_options options = plain_options();
  options.threads = threads;
  options.block = block;
  return engine_on(w->m, file, options);
}

/* The same answers as those that were read row by row. */
static void compare(world *w, ccl_engine *ordinary, const ccl_request *requests, const ccl_answer *rows,
                    ccl_engine *quick, int seed) {
  ccl_answer columns[QUERIES];
  cr_assert(ccl_engine_answer(quick, requests, QUERIES, columns), "%s", ccl_str_z(reported(&w->m->diags)));
  for (size_t i = 0; i < QUERIES; i++) {
    ccl_str want = answer_text(w->m, &requests[i], rows[i]), got = answer_text(w->m, &requests[i], columns[i]);
    cr_assert(ccl_str_eq(want, got), "seed %d, request %zu, kind %d:\n%.*s\ninstead of\n%.*s", seed, i,
              (int)w->m->queries[requests[i].query].kind, (int)got.len, got.ptr, (int)want.len, want.ptr);
    for (size_t c = 0; c < rows[i].count; c++)
      cr_assert_eq(rows[i].cells[c].rows, columns[i].cells[c].rows);
  }
  ccl_activity_count a = ccl_engine_count(ordinary, 0), b = ccl_engine_count(quick, 0);
  cr_assert(a.rows == b.rows && a.rows_in_windows == b.rows_in_windows && a.rows_outside == b.rows_outside);
  cr_assert_eq(b.rows, ROWS);
}

static void compare_all(uint64_t seed) {
  world w = world_of(seed);
  ccl_buf csv = { 0 }, json = { 0 };
  write_rows(&w, &csv, &json);
  ccl_data_file by_column = csv_file(file_of_bytes("q.csv", ccl_buf_str(&csv)));
  ccl_data_file by_line = { .path = file_of_bytes("q.jsonl", ccl_buf_str(&json)), .format = CCL_FORMAT_JSON_LINES };
  ccl_data_file by_row = { .path = file_of_bytes("q.json", list_of(ccl_buf_str(&json))), .format = CCL_FORMAT_JSON };
  ccl_request requests[QUERIES];
  ccl_answer rows[QUERIES];
  for (size_t i = 0; i < QUERIES; i++)
    requests[i] = random_request(&w, random_query(&w));
  static const size_t blocks[] = { 0, 100, 5000 };
  ccl_engine *ordinary = engine_for(&w, by_row, 1, 0);
  cr_assert(ccl_engine_answer(ordinary, requests, QUERIES, rows), "%s", ccl_str_z(reported(&w.m->diags)));
  unsigned threads = 1 + (unsigned)(seed % 3);
  size_t block = blocks[seed % 3];
  compare(&w, ordinary, requests, rows, engine_for(&w, by_column, threads, block), (int)seed);
  compare(&w, ordinary, requests, rows, engine_for(&w, by_line, threads, block), (int)seed);
}

Test(quick, same_answers_as_row_by_row) {
  for (uint64_t seed = 1; seed <= 24; seed++)
    compare_all(seed);
}

/* ---- Faults ---- */

/* Lines with faults of single bytes, blank ones, a byte-order mark, no line end at the end. */
static ccl_str spoiled(world *w, ccl_str lines, uint32_t rows) {
  static const char odd[] = "\"\\{}[],:0-.eE tfn\n\r\t\x01\x80\xC3";
  ccl_buf out = { 0 };
  if (below(w, 8) == 0)
    ccl_buf_z(&out, "\xEF\xBB\xBF");
  size_t at = 0;
  for (uint32_t i = 0; i < rows; i++)
    at = (size_t)((const char *)memchr(lines.ptr + at, '\n', lines.len - at) - lines.ptr) + 1;
  ccl_buf_add(&out, ccl_str_sub(lines, 0, at - below(w, 2)));
  if (below(w, 8) == 0)
    ccl_buf_z(&out, "\n\n \r\n{}\n");
  for (uint32_t faults = below(w, 3); faults > 0; faults--) {
    size_t place = below(w, (uint32_t)out.len);
    if (below(w, 2))
      out.ptr[place] = odd[below(w, sizeof odd)];
    else
      memmove(out.ptr + place, out.ptr + place + 1, out.len-- - place - 1);
  }
  return ccl_buf_str(&out);
}

/* How many rows a file has, row by row; −1: something in it is wrong. */
static int64_t rows_of(world *w, ccl_data_file file) {
  ccl_faults faults;
  ccl_intake intake;
  ccl_origin origin = { .path = file.path };
  ccl_diags diags = { .lang = CCL_LANG_EN };
  ccl_faults_init(&faults, &diags, false);
  ccl_intake_init(&intake, &w->m->plan, 0, &faults, &file.path);
  ccl_intake_begin(&intake);
  ccl_batch *batch = ccl_batch_new(&w->m->activity);
  ccl_reader *reader =
      ccl_reader_open(&intake, &origin, (ccl_reader_options){ .shape = CCL_SHAPE_JSON_LINES, .block = 1000 });
  while (ccl_reader_fill(reader, batch)) {
  }
  ccl_reader_close(reader);
  ccl_batch_free(batch);
  return faults.stopped || faults.count > 0 ? -1 : (int64_t)intake.next;
}

/* A file is right by columns when it is right row by row. */
Test(quick, the_same_lines_are_wrong) {
  world w = world_of(99);
  ccl_request request = { .query = add_query(w.m, CCL_QUERY_SUM, field_of(w.m, w.wait), NULL),
                          .days = month(2026, 10) };
  int good = 0, wrong = 0;
  for (int i = 0; i < 600; i++) {
    ccl_buf csv = { 0 }, json = { 0 };
    if (i % 20 == 0)
      write_rows(&w, &csv, &json);
    static ccl_str lines;
    lines = json.len > 0 ? ccl_buf_str(&json) : lines;
    ccl_data_file file = { .path = file_of_bytes("f.jsonl", spoiled(&w, lines, 1 + below(&w, 30))),
                           .format = CCL_FORMAT_JSON_LINES };
    int64_t rows = rows_of(&w, file);
    ccl_answer answer;
    static const size_t blocks[] = { 0, 1, 7, 100 };
    ccl_engine *quick = engine_for(&w, file, 1 + below(&w, 2), blocks[below(&w, 4)]);
    cr_assert(ccl_engine_answer(quick, &request, 1, &answer) == (rows >= 0), "%d: %s", i,
              ccl_str_z(reported(&w.m->diags)));
    good += rows >= 0;
    wrong += rows < 0;
    cr_assert(rows < 0 || (int64_t)ccl_engine_count(quick, 0).rows == rows);
  }
  cr_assert(good > 100 && wrong > 100, "%d files are right, %d wrong", good, wrong);
}

/* Threads that take pieces in turn, while another one digests them: texts with escapes are changed where they stand. */
Test(quick, the_digest_is_that_of_the_file) {
  enum { COPIES = 6 };
  world w = world_of(5);
  ccl_buf csv = { 0 }, json = { 0 };
  for (int i = 0; i < COPIES; i++)
    write_rows(&w, &csv, &json);
  cr_assert(json.len > 1 << 20, "threads are for larger files");
  ccl_data_file file = { .path = file_of_bytes("d.jsonl", ccl_buf_str(&json)), .format = CCL_FORMAT_JSON_LINES };
  ccl_request request = { .query = add_query(w.m, CCL_QUERY_DISTINCT, field_of(w.m, w.queue), NULL),
                          .days = month(2026, 10) };
  ccl_engine *engines[2];
  ccl_answer answers[2];
  for (unsigned i = 0; i < 2; i++) {
    engines[i] = engine_for(&w, file, 1 + 2 * i, 100000);
    cr_assert(ccl_engine_answer(engines[i], &request, 1, &answers[i]));
  }
  cr_assert(ccl_str_eq(ccl_engine_sha256(engines[0], 0), ccl_engine_sha256(engines[1], 0)));
  cr_assert(ccl_str_eq(answer_text(w.m, &request, answers[0]), answer_text(w.m, &request, answers[1])));
  cr_assert_eq(ccl_engine_count(engines[1], 0).rows, COPIES * ROWS);
}

/* CSV and JSON Lines of one activity. */
Test(quick, files_of_several_forms) {
  world w = world_of(7);
  ccl_buf csv = { 0 }, json = { 0 };
  write_rows(&w, &csv, &json);
  ccl_data_file files[] = { csv_file(file_of_bytes("m.csv", ccl_buf_str(&csv))),
                            { .path = file_of_bytes("m.jsonl", ccl_buf_str(&json)), .format = CCL_FORMAT_JSON_LINES },
                            csv_file(file_of_bytes("n.csv", ccl_buf_str(&csv))) };
  uint32_t query = add_query(w.m, CCL_QUERY_COUNT, NULL, NULL);
  ccl_request request = { .query = query, .days = ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 12, 31) }) };
  ccl_answer answer;
  ccl_engine *engine = ccl_engine_new(&w.m->plan, &w.m->supply, &w.m->diags, plain_options(), files, 3, NULL, 0);
  cr_assert(ccl_engine_answer(engine, &request, 1, &answer), "%s", ccl_str_z(reported(&w.m->diags)));
  cr_assert_eq(answer.cells[0].rows, 3 * ROWS);
}
