/* SPDX-License-Identifier: Apache-2.0 */
/* Files of activity through the border of the engine: formats, spellings, what is wrong and how it is said (cli.md
 * 3). */
#include <pthread.h>
#include <signal.h>

#include "engine_build.h"

TestSuite(files, .init = begin_plan);

/* id (key), began, site FR or MA, wait in s, weight, answered. Queries: 0 count, 1 sum of weight. */
static maker *calls(void) {
  maker *m = make_plan();
  uint32_t *sites = ccl_new_array(uint32_t, 2);
  sites[0] = add_choice(m, "FR");
  sites[1] = add_choice(m, "Ma");
  m->activity.key = add_field(m, CCL_FIELD_TEXT, "id", NULL);
  m->activity.dated_by = add_field(m, CCL_FIELD_TIMESTAMP, "began", NULL);
  add_choice_field(m, "site", sites, 2);
  add_field(m, CCL_FIELD_DURATION, "wait", "second");
  uint32_t weight = add_field(m, CCL_FIELD_NUMBER, "weight", NULL);
  add_field(m, CCL_FIELD_BOOLEAN, "answered", NULL);
  add_query(m, CCL_QUERY_COUNT, NULL, NULL);
  add_query(m, CCL_QUERY_SUM, field_of(m, weight), NULL);
  return m;
}

#define HEAD "id,began,site,wait,weight,answered\n"

/* What February's count is, or what was reported. */
static ccl_str read_calls(const char *name, ccl_str bytes, ccl_format format, ccl_engine_options options, maker *m) {
  ccl_data_file file = { .path = file_of_bytes(name, bytes), .format = format };
  return ask(m, engine_on(m, file, options), 0, month(2026, 2));
}

static void calls_give(const char *name, const char *text, const char *expected) {
  same_text(read_calls(name, S(text), CCL_FORMAT_CSV, plain_options(), calls()), expected, text);
  ccl_engine_options tiny = plain_options();
  tiny.block = 4;
  same_text(read_calls(name, S(text), CCL_FORMAT_CSV, tiny, calls()), expected, text);
}

Test(files, right_rows) {
  calls_give("a.csv",
             HEAD
             "C1,2026-02-01 10:00,FR,10,1.5,yes\nC2,2026-02-28 23:59:59,MA,01:30,2,NON\nC3,2026-03-01 00:00,ma,0,0,1\n",
             "2");
  calls_give("a.csv", "ANSWERED;Weight;more;wait;site;Began;ID\nvrai;1 234,5;x;1,5;fr;2026-02-01T10:00:00+01:00;C1\n",
             "1");
  calls_give("a.csv", HEAD, "0");
}

Test(files, wrong_cells) {
  static const struct {
    const char *row, *code;
  } rows[] = {
    { "C2,2026-02-02 10:00,FR,10,abc,yes", "bad-value a.csv:3" },
    { "C2,2026-02-02 10:00,FR,10,\"1,5\",yes", "bad-value a.csv:3" },
    { "C2,2026-02-30 10:00,FR,10,1,yes", "bad-value a.csv:3" },
    { "C2,2026-02-02,FR,10,1,yes", "bad-value a.csv:3" },
    { "C2,2026-02-02 10:00,MG,10,1,yes", "unknown-choice a.csv:3" },
    { "C2,2026-02-02 10:00,FR,ten,1,yes", "bad-value a.csv:3" },
    { "C2,2026-02-02 10:00,FR,10,1,maybe", "bad-value a.csv:3" },
    { "C2,2026-02-02 10:00,,10,1,yes", "empty-cell a.csv:3" },
    { "C2,2026-02-02 10:00,\"\",10,1,yes", "empty-cell a.csv:3" },
    { ",2026-02-02 10:00,FR,10,1,yes", "empty-cell a.csv:3" },
    { "\"\",2026-02-02 10:00,FR,10,1,yes", "2" },
    { "C1,2026-02-02 10:00,FR,10,1,yes", "repeated-key a.csv:3" },
    { "C2,2026-02-02 10:00,FR", "row-shape a.csv:3" },
    { "C2,2026-02-02 10:00,FR,10,1,yes,", "row-shape a.csv:3" },
    { "C2,2026-03-29 02:30,FR,10,1,yes", "local-time-skipped a.csv:3" },
    { "C2,2026-02-02 10:00,FR,10,1,\xFFyes", "bad-encoding a.csv:3" },
    { "C2,2026-02-02 10:00,XX,abc,1,yes", "unknown-choice a.csv:3, bad-value a.csv:3" },
    { "\"C\n2\",2026-02-02 10:00,XX,1,1,yes\nC3,2026-02-02 10:00,FR,1,x,yes",
      "unknown-choice a.csv:3, bad-value a.csv:5" },
    { "C2,2026-02-02 10:00,FR,10,1,\"yes", "unclosed-quote a.csv:3" },
    { "C2,2026-02-02 10:00,F\"R,10,1,yes", "unclosed-quote a.csv:3" },
  };
  for (size_t i = 0; i < COUNT(rows); i++)
    calls_give("a.csv", ccl_str_z(ccl_str_printf(HEAD "C1,2026-02-01 10:00,FR,10,1.5,yes\n%s\n", rows[i].row)),
               rows[i].code);
}

Test(files, wrong_files) {
  calls_give("b.csv", "", "empty-file b.csv");
  calls_give("b.csv", "\n\n", "empty-file b.csv");
  calls_give("b.csv", "\xEF\xBB\xBF", "empty-file b.csv");
  calls_give("b.csv", "id,began,wait,weight,answered\n", "missing-column b.csv");
  calls_give("b.csv", "id,began,SITE,site,Site,wait,weight,answered\n", "0");
  calls_give("b.csv", "id,began,SITE,Site,wait,weight,answered\n", "row-shape b.csv:1");
  calls_give("b.csv", "id,began,site,site,wait,weight,answered\n", "row-shape b.csv:1");
  calls_give("b.csv", "PK\3\4 and so on", "bad-encoding b.csv");
  maker *m = calls();
  same_text(ask(m, engine_on(m, csv_file(S("/nowhere/c.csv")), plain_options()), 0, month(2026, 2)),
            "no-such-file c.csv", "no file");
  same_text(read_calls("b.csv", (ccl_str){ "i\0d\0,\0", 6 }, CCL_FORMAT_CSV, plain_options(), m), "bad-encoding b.csv",
            "UTF-16 without its mark");
}

Test(files, messages) {
  maker *m = calls();
  read_calls("a.csv", S(HEAD "C1,2026-02-02 10:00,FR,10,ab\x1B[0m,yes\n"), CCL_FORMAT_CSV, plain_options(), m);
  same_text(m->diags.all.items[0]->message, "in the column “weight”, “ab\\x1B[0m” is not a number; write it as 1234.5",
            "escaped");
  read_calls("a.csv", S("began,id\n"), CCL_FORMAT_CSV, plain_options(), m);
  cr_expect(m->diags.errors == 4);
  cr_expect(ccl_str_find(m->diags.all.items[0]->message, S("“site”")) >= 0 &&
            ccl_str_find(m->diags.all.items[0]->message, S("began, id")) >= 0);
}

Test(files, first_twenty) {
  ccl_buf text = { 0 };
  ccl_buf_z(&text, HEAD);
  for (int i = 0; i < 3000; i++)
    ccl_buf_printf(&text, "C%d,2026-02-01 10:00,XX,10,1.5,yes\n", i);
  maker *m = calls();
  read_calls("a.csv", ccl_buf_str(&text), CCL_FORMAT_CSV, plain_options(), m);
  cr_assert(m->diags.all.len == 20);
  const ccl_diag *last = m->diags.all.items[19];
  cr_expect(ccl_str_ends(last->where, S("a.csv:21")));
  cr_assert(last->notes.len == 1);
  same_text(last->notes.items[0].message, "and 2980 more errors in the data", "count");
  cr_expect(ccl_diags_exit(&m->diags) == 3);
}

Test(files, large_cells) {
  enum { LIMIT = 1 << 20 };
  for (size_t more = 0; more < 2; more++) {
    ccl_buf text = { 0 };
    ccl_buf_z(&text, "id,began,site,wait,weight,answered,other\nC1,2026-02-01 10:00,FR,10,1.5,yes,");
    ccl_buf_fill(&text, 'x', LIMIT + more);
    ccl_buf_z(&text, "\n\"");
    ccl_buf_fill(&text, 'y', LIMIT + more);
    ccl_buf_z(&text, "\",2026-02-01 10:00,FR,10,1.5,yes,\n");
    same_text(read_calls("l.csv", ccl_buf_str(&text), CCL_FORMAT_CSV, plain_options(), calls()),
              more ? "too-large l.csv:2, too-large l.csv:3" : "2", "cells");
  }
}

Test(files, many_columns) {
  for (int count = 4096; count <= 4097; count++) {
    ccl_buf text = { 0 };
    ccl_buf_z(&text, "id,began,site,wait,weight,answered");
    for (int i = 6; i < count; i++)
      ccl_buf_printf(&text, ",c%d", i);
    ccl_buf_z(&text, "\n");
    same_text(read_calls("w.csv", ccl_buf_str(&text), CCL_FORMAT_CSV, plain_options(), calls()),
              count == 4096 ? "0" : "too-large w.csv:1", "columns");
  }
}

Test(files, json) {
  static const char *const rows[] = { "{\"id\": \"C1\", \"Began\": \"2026-02-01 10:00\", \"site\": \"FR\", \"wait\": "
                                      "10, \"weight\": 1.25, \"answered\": true}",
                                      "{\"weight\": \"1e0\", \"id\": 7, \"began\": \"2026-02-01T10:00:00Z\", \"site\": "
                                      "\"ma\", \"wait\": \"0:30\", \"answered\": 0}" };
  maker *m = calls();
  ccl_str lines = ccl_str_printf("%s\n%s\n", rows[0], rows[1]), list = ccl_str_printf("[%s,\n%s]", rows[0], rows[1]);
  same_text(read_calls("a.jsonl", lines, CCL_FORMAT_JSON_LINES, plain_options(), m), "bad-value a.jsonl:2",
            "a text is no JSON number");
  same_text(read_calls("a.json", list, CCL_FORMAT_JSON, plain_options(), m), "bad-value a.json:2", "list");
  ccl_data_file file = { .path = file_of_bytes(
                             "b.jsonl",
                             ccl_str_printf("%s\n{\"weight\": 1.5e1, \"id\": 7, \"began\": \"2026-02-01T10:00:00Z\", "
                                            "\"site\": \"ma\", \"wait\": \"0:30\", \"answered\": \"o\"}",
                                            rows[0])),
                         .format = CCL_FORMAT_JSON_LINES };
  same_text(ask(m, engine_on(m, file, plain_options()), 1, month(2026, 2)), "16.25", "sum");
  same_text(
      read_calls("a.jsonl", S("{\"id\": 1}"), CCL_FORMAT_JSON_LINES, plain_options(), m),
      "empty-cell a.jsonl:1, empty-cell a.jsonl:1, empty-cell a.jsonl:1, empty-cell a.jsonl:1, empty-cell a.jsonl:1",
      "members that are not there");
  same_text(read_calls("a.jsonl", S("{\"id\": [1]}"), CCL_FORMAT_JSON_LINES, plain_options(), m),
            "bad-value a.jsonl:1, empty-cell a.jsonl:1, empty-cell a.jsonl:1, empty-cell a.jsonl:1, empty-cell "
            "a.jsonl:1, empty-cell a.jsonl:1",
            "a list in a cell");
  same_text(read_calls("a.jsonl", (ccl_str){ NULL, 0 }, CCL_FORMAT_JSON_LINES, plain_options(), m),
            "empty-file a.jsonl", "no byte");
  same_text(read_calls("a.json", (ccl_str){ NULL, 0 }, CCL_FORMAT_JSON, plain_options(), m), "empty-file a.json",
            "no byte");
  same_text(read_calls("a.json", S("[]"), CCL_FORMAT_JSON, plain_options(), m), "0", "empty list");
}

Test(files, optional_and_missing) {
  maker *m = calls();
  static const ccl_str missing[] = { CCL_STR_INIT("N/A"), CCL_STR_INIT("NULL") };
  m->activity.missing = missing;
  m->activity.missing_count = 2;
  m->fields[4].optional = true;
  uint32_t known = add_query(m, CCL_QUERY_COUNT, NULL, node(CCL_OP_KNOWN, type_of(CCL_KIND_BOOL), 1, field_of(m, 4)));
  ccl_str path =
      file_of("m.csv", HEAD "C1,2026-02-01 10:00,FR,10,N/A,yes\nC2,2026-02-01 10:00,FR,10,,yes\nC3,2026-02-01 "
                            "10:00,FR,10,\"NULL\",yes\nC4,2026-02-01 10:00,FR,10,4,yes\n");
  same_text(ask(m, engine_on(m, csv_file(path), plain_options()), known, month(2026, 2)), "1", "known");
  same_text(ask(m, engine_on(m, csv_file(path), plain_options()), 1, month(2026, 2)), "4", "sum of the known");
  same_text(read_calls("m.csv", S(HEAD "C1,2026-02-01 10:00,N/A,10,N/A,yes\n"), CCL_FORMAT_CSV, plain_options(), m),
            "empty-cell m.csv:2", "missing where it may not be");
  same_text(read_calls("m.csv", S("id,began,site,wait,answered\nC1,2026-02-01 10:00,FR,10,yes\n"), CCL_FORMAT_CSV,
                       plain_options(), m),
            "1", "no column");
  same_text(reported(&m->diags), "no-column m.csv", "warning");
}

Test(files, joined_columns) {
  maker *m = calls();
  set_columns(m, m->activity.dated_by, "Date", "Time");
  same_text(read_calls("j.csv", S("id,Time,DATE,site,wait,weight,answered\nC1, 9:30 ,2026-02-01,FR,1,1,y\n"),
                       CCL_FORMAT_CSV, plain_options(), m),
            "1", "joined");
  same_text(read_calls("j.csv", S("id,Time,DATE,site,wait,weight,answered\nC1,,2026-02-01,FR,1,1,y\n"), CCL_FORMAT_CSV,
                       plain_options(), m),
            "bad-value j.csv:2", "half");
  cr_expect(ccl_str_find(m->diags.all.items[0]->message, S("DATE + Time")) >= 0);
  same_text(read_calls("j.csv", S("id,Time,DATE,site,wait,weight,answered\nC1,,,FR,1,1,y\n"), CCL_FORMAT_CSV,
                       plain_options(), m),
            "empty-cell j.csv:2", "none");
}

Test(files, rejected) {
  maker *m = calls();
  ccl_engine_options options = plain_options();
  options.reject = true;
  ccl_str path =
      file_of("r.csv", HEAD "C1,2026-02-01 10:00,FR,10,1.5,yes\nC2,2026-02-02 10:00,FR,x,y,yes\nC3,2026-02-03 "
                            "10:00,MA,10,2.25,no\nC3,2026-02-04 10:00,MA,10,2.25,no\n"
                            "C2,2026-02-05 10:00,FR,10,1,yes\n\"C\n9\",2026-02-05 10:00,FR,10\nC7,2026-02-05 "
                            "10:00,FR,10,1,\"n\"\"o\"\nC8,2026-02-28 10:00,FR,10,0.25,1\n");
  ccl_engine *engine = engine_on(m, csv_file(path), options);
  same_text(ask(m, engine, 1, month(2026, 2)), "5", "1.5 + 2.25 + 1 + 0.25");
  same_text(ask(m, engine, 0, month(2026, 2)), "4", "asked again");
  cr_expect(m->diags.all.len == 0);
  ccl_activity_count count = ccl_engine_count(engine, 0);
  cr_expect(count.rows == 8 && count.rejected == 4 && count.rows_in_windows == 4 && count.rows_outside == 0);
  cr_expect(ccl_engine_rows_in(engine, 0, (ccl_days){ date(2026, 2, 1), date(2026, 2, 28) }) == 4);
  ccl_buf expected = { 0 };
  ccl_buf_z(&expected, "activity,file,line,column,code,found,row\n");
  ccl_buf_printf(&expected, "calls,%.*s,3,wait,bad-value,x,\"C2,2026-02-02 10:00,FR,x,y,yes\"\n", (int)path.len,
                 path.ptr);
  ccl_buf_printf(&expected, "calls,%.*s,5,id,repeated-key,C3,\"C3,2026-02-04 10:00,MA,10,2.25,no\"\n", (int)path.len,
                 path.ptr);
  ccl_buf_printf(
      &expected,
      "calls,%.*s,7,,row-shape,\"\"\"C\n9\"\",2026-02-05 10:00,FR,10\",\"\"\"C\n9\"\",2026-02-05 10:00,FR,10\"\n",
      (int)path.len, path.ptr);
  ccl_buf_printf(&expected,
                 "calls,%.*s,9,answered,bad-value,\"n\"\"o\",\"C7,2026-02-05 10:00,FR,10,1,\"\"n\"\"\"\"o\"\"\"\n",
                 (int)path.len, path.ptr);
  same_text(ccl_engine_rejected(engine), ccl_str_z(ccl_buf_str(&expected)), "rejected");
  same_text(ask(m, engine_on(m, csv_file(file_of("s.csv", "id,began\n")), options), 0, month(2026, 2)),
            "missing-column s.csv, missing-column s.csv, missing-column s.csv, missing-column s.csv",
            "stops all the same");
}

Test(files, keys_over_files) {
  maker *m = calls();
  ccl_data_file files[] = { csv_file(file_of("k1.csv", HEAD "C1,2026-02-01 10:00,FR,10,1,yes\n")),
                            csv_file(file_of("k2.csv", HEAD
                                             "C2,2026-02-01 10:00,FR,10,1,yes\nC1,2026-02-01 10:00,FR,10,1,yes\n")) };
  ccl_engine *engine = ccl_engine_new(&m->plan, &m->supply, &m->diags, plain_options(), files, 2, NULL, 0);
  cr_expect(ccl_engine_has_data(engine, 0));
  ccl_answer none;
  cr_expect(!ccl_engine_answer(engine, NULL, 0, &none));
  same_text(reported(&m->diags), "repeated-key k2.csv:3", "code");
  cr_expect(ccl_str_find(m->diags.all.items[0]->message, S("k1.csv:2")) >= 0);
}

/* id, version, minutes; dated by day. */
static ccl_str latest(const char *rows, ccl_engine_options options, maker **made) {
  maker *m = *made = make_plan();
  m->activity.dated_by = add_field(m, CCL_FIELD_DATE, "day", NULL);
  m->activity.key = add_field(m, CCL_FIELD_INTEGER, "id", NULL);
  m->activity.keeping_latest = add_field(m, CCL_FIELD_INTEGER, "version", NULL);
  m->fields[m->activity.keeping_latest].optional = true;
  uint32_t minutes = add_field(m, CCL_FIELD_NUMBER, "minutes", NULL);
  uint32_t query = add_query(m, CCL_QUERY_SUM, field_of(m, minutes), NULL);
  ccl_str path = file_of_bytes("v.csv", ccl_str_printf("day,id,version,minutes\n%s", rows));
  ccl_engine *engine = engine_on(m, csv_file(path), options);
  ccl_str first = ask(m, engine, query, month(2026, 2));
  if (m->diags.errors > 0)
    return first;
  ccl_activity_count count = ccl_engine_count(engine, 0);
  return ccl_str_printf("%.*s, again %s, of %d rows %d replaced %d rejected", (int)first.len, first.ptr,
                        ccl_str_z(ask(m, engine, query, month(2026, 2))), (int)count.rows, (int)count.replaced,
                        (int)count.rejected);
}

Test(files, keeping_latest) {
  maker *m;
  ccl_engine_options options = plain_options();
  same_text(latest("2026-02-01,1,1,5\n2026-02-01,3,3,4\n2026-02-01,1,2,7\n2026-02-01,3,1,100\n2026-03-01,3,2,1\n",
                   options, &m),
            "11, again 11, of 5 rows 3 replaced 0 rejected", "latest");
  same_text(latest("2026-02-01,1,,5\n2026-02-01,1,1,6\n", options, &m), "6, again 6, of 2 rows 1 replaced 0 rejected",
            "no version is before every other");
  same_text(latest("2026-02-01,1,1,5\n2026-02-01,1,1,6\n", options, &m), "repeated-key v.csv:3", "equal");
  same_text(latest("2026-02-01,1,1,5\n2026-02-01,1,2,6\n2026-02-01,1,1,6\n", options, &m), "repeated-key v.csv:4",
            "equal and older");
  options.reject = true;
  same_text(latest("2026-02-01,1,1,5\n2026-02-01,1,1,6\n2026-02-01,2,1,10\n", options, &m),
            "15, again 15, of 3 rows 0 replaced 1 rejected", "the first stays");
}

Test(files, ends_before_it_starts) {
  maker *m = make_plan();
  add_field(m, CCL_FIELD_TIMESTAMP, "from", NULL);
  m->activity.until = add_field(m, CCL_FIELD_TIMESTAMP, "to", NULL);
  uint32_t query = add_query(m, CCL_QUERY_DURATION, NULL, NULL);
  ccl_str good = file_of(
      "u.csv", "from,to\n2026-10-25 02:30,2026-10-25 03:30\n2026-10-10T08:00:00-05:00,2026-10-10T08:00:00.25-05:00\n");
  same_text(ask(m, engine_on(m, csv_file(good), plain_options()), query, month(2026, 10)), "7200.25", "elapsed");
  ccl_str bad = file_of("u.csv", "from,to\n2026-10-10 10:00,2026-10-10 09:00\n");
  same_text(ask(m, engine_on(m, csv_file(bad), plain_options()), query, month(2026, 10)), "inverted-times u.csv:2",
            "inverted");
  m->activity.zone = ccl_zone_find(S("Europe/London"));
  ccl_str london = file_of("u.csv", "from,to\n2026-09-30 23:30,2026-10-01 01:00\n");
  same_text(ask(m, engine_on(m, csv_file(london), plain_options()), query, month(2026, 10)), "5400",
            "the day of the contract's zone");
}

Test(files, changed_between_readings) {
  maker *m = calls();
  ccl_str path = file_of("c.csv", HEAD "C1,2026-02-01 10:00,FR,10,1,yes\n");
  ccl_engine *engine = engine_on(m, csv_file(path), plain_options());
  same_text(ask(m, engine, 0, month(2026, 2)), "1", "first");
  same_text(ccl_engine_sha256(engine, 0), "b09cf9029264264f8d99a6ea662b3444bccb622ef1a71611e940f74c2082e9f7", "digest");
  file_of("c.csv", HEAD "C1,2026-02-01 10:00,FR,10,1,yes\nC2,2026-02-01 10:00,FR,10,1,yes\n");
  same_text(ask(m, engine, 0, month(2026, 2)), "cannot-read c.csv", "second");
}

static void *feed(void *self) {
  int *ends = self;
  static const char text[] = HEAD "C1,2026-02-01 10:00,FR,10,1,yes\nC2,2026-02-01 10:00,FR,10,2,yes\n";
  for (size_t i = 0; i + 1 < sizeof text; i++)
    if (write(ends[1], text + i, 1) != 1)
      break;
  close(ends[1]);
  return NULL;
}

Test(files, pipes_are_read_once) {
  int ends[2];
  cr_assert(pipe(ends) == 0);
  pthread_t thread;
  cr_assert(pthread_create(&thread, NULL, feed, ends) == 0);
  maker *m = calls();
  ccl_engine *engine = engine_on(m, csv_file(ccl_str_printf("/dev/fd/%d", ends[0])), plain_options());
  same_text(ask(m, engine, 0, month(2026, 2)), "2", "first");
  same_text(ask(m, engine, 1, month(2026, 2)), "3", "second");
  pthread_join(thread, NULL);
}

/* A text that another thread writes into a pipe. */
typedef struct written {
  int ends[2];
  ccl_str text;
} written;

static void *write_pieces(void *self) {
  written *w = self;
  enum { PIECE = 1000 };
  for (size_t at = 0; at < w->text.len;) {
    size_t left = w->text.len - at;
    ssize_t count = write(w->ends[1], w->text.ptr + at, left < PIECE ? left : PIECE);
    if (count <= 0)
      break;
    at += (size_t)count;
  }
  close(w->ends[1]);
  return NULL;
}

/* What is reported of many rows through a pipe, the one of line `wrong` wrong. */
static ccl_str piped(int wrong, unsigned threads, written *w) {
  ccl_buf text = { 0 };
  ccl_buf_z(&text, HEAD);
  for (int i = 2; i < 3000; i++)
    ccl_buf_printf(&text, "C%d,2026-02-01 10:00,FR,10,%s,yes\n", i, i == wrong ? "heavy" : "1");
  w->text = ccl_buf_str(&text);
  cr_assert(pipe(w->ends) == 0);
  pthread_t thread;
  cr_assert(pthread_create(&thread, NULL, write_pieces, w) == 0);
  ccl_engine_options options = plain_options();
  options.threads = threads;
  options.block = 200;
  maker *m = calls();
  ccl_engine *engine = engine_on(m, csv_file(ccl_str_printf("/dev/fd/%d", w->ends[0])), options);
  ccl_str found = ask(m, engine, 0, month(2026, 2));
  close(w->ends[0]);
  pthread_join(thread, NULL);
  return found;
}

/* What was read by columns, and given up, is read again row by row. */
Test(files, pipes_whose_reading_was_given_up) {
  static const int wrong[] = { 0, 2, 3, 1500, 2999 };
  for (size_t i = 0; i < COUNT(wrong); i++)
    for (unsigned threads = 1; threads <= 2; threads++) {
      written w;
      signal(SIGPIPE, SIG_IGN);
      ccl_str found = piped(wrong[i], threads, &w);
      ccl_str expected = wrong[i] == 0 ? S("2998") : ccl_str_printf("bad-value %d:%d", w.ends[0], wrong[i]);
      same_text(found, ccl_str_z(expected), "given up");
    }
}
