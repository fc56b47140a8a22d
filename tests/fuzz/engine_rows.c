/* SPDX-License-Identifier: Apache-2.0 */
/* Schemas as contracts, files in memory, questions and answers. */
#include "engine_rows.h"

#include <inttypes.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "engine/engine.h"

enum { SESSION = 1024, FIELD_D = 0, QUESTIONS = 10, HOURS = 24, MOST_FILES = 2 };

static const char *const colours[] = { "FR", "Ma", "ma", "R\xC3\xA9union", NULL };
enum { COLOURS = 4 };

/* ---- Schemas ---- */

/* The number of a schema as bits in no order. */
static uint32_t scattered(uint32_t number) {
  number *= UINT32_C(0x9E3779B1);
  return number ^ number >> 15;
}

static int add_field(slow_schema *schema, const char *name, slow_kind kind, bool optional) {
  schema->fields[schema->field_count] = (slow_field){ .name = name, .kind = kind, .optional = optional };
  if (kind == SLOW_CHOICE)
    schema->fields[schema->field_count].choices = colours;
  return schema->field_count++;
}

slow_schema rows_schema(uint8_t first, uint8_t second) {
  static const slow_kind figures[] = { SLOW_NUMBER, SLOW_WHOLE, SLOW_DURATION, SLOW_NUMBER };
  static const char *const missing[] = { NULL, "NA", NULL, "0" };
  uint32_t number = first % ROWS_SCHEMAS, bits = scattered(number);
  slow_schema schema = { .until = -1, .key = -1, .latest = -1, .json = (second & 4) != 0 };
  add_field(&schema, "d", number % 3 == 0 ? SLOW_DATE : SLOW_TIME, false);
  if (number % 3 == 2)
    schema.until = add_field(&schema, "e", SLOW_TIME, (bits & 1) != 0);
  int n = add_field(&schema, "n", figures[number / 3 % 4], (bits & 2) != 0);
  add_field(&schema, "b", SLOW_TRUTH, (bits & 4) != 0);
  add_field(&schema, "c", SLOW_CHOICE, (bits & 8) != 0);
  int t = add_field(&schema, "t", SLOW_TEXT, (bits & 16) != 0);
  if ((bits & 32) != 0)
    schema.key = (bits & 64) != 0 ? t : (bits & 128) != 0 ? n : FIELD_D;
  if (schema.key > FIELD_D && (bits >> 16 & 1) != 0)
    schema.latest = FIELD_D;
  schema.missing = missing[bits >> 8 & 3];
  schema.latin1 = (bits >> 10 & 7) == 0;
  for (int i = 0; i < schema.field_count; i++)
    schema.fields[i].by_format =
        (bits >> 13 & 3) == 0 && (schema.fields[i].kind == SLOW_DATE || schema.fields[i].kind == SLOW_TIME);
  return schema;
}

char rows_delimiter(uint8_t second) {
  return ",;\t|"[second & 3];
}

/* ---- The contract ---- */

typedef struct world {
  ccl_plan plan;
  ccl_supply supply;
  ccl_activity activity;
  slow_schema schema;
  ccl_field fields[SLOW_FIELDS + 1]; /* the last one: the hour of the first */
  ccl_query queries[QUESTIONS];
  ccl_dim dims[2];
  uint32_t dim_of[QUESTIONS]; /* CCL_NONE: without groups */
  uint32_t derived;
  bool all_days[QUESTIONS];
} world;

typedef struct session {
  int inputs;
  ccl_units *units;
  const ccl_zone *zone;
  world *worlds[ROWS_SCHEMAS];
} session;

static ccl_expr *node(ccl_op op, ccl_type type, const ccl_expr *left, const ccl_expr *right) {
  ccl_expr *expr = ccl_new(ccl_expr);
  const ccl_expr **args = ccl_new_array(const ccl_expr *, 2);
  args[0] = left;
  args[1] = right;
  *expr = (ccl_expr){ .op = op, .type = type, .args = args, .arg_count = (size_t)(left != NULL) + (right != NULL) };
  return expr;
}

static const ccl_expr *field_of(const world *w, uint32_t index) {
  ccl_expr *expr = node(CCL_OP_FIELD, w->fields[index].type, NULL, NULL);
  expr->index = index;
  return expr;
}

static ccl_field make_field(const session *s, const slow_field *slow) {
  static const ccl_field_kind kinds[] = { CCL_FIELD_DATE,     CCL_FIELD_TIMESTAMP, CCL_FIELD_NUMBER, CCL_FIELD_INTEGER,
                                          CCL_FIELD_DURATION, CCL_FIELD_BOOLEAN,   CCL_FIELD_CHOICE, CCL_FIELD_TEXT };
  static const ccl_kind types[] = { CCL_KIND_DATE,   CCL_KIND_TIMESTAMP, CCL_KIND_NUMBER, CCL_KIND_NUMBER,
                                    CCL_KIND_NUMBER, CCL_KIND_BOOL,      CCL_KIND_CHOICE, CCL_KIND_TEXT };
  static const uint32_t choices[COLOURS] = { 0, 1, 2, 3 };
  const ccl_unit *unit =
      ccl_unit_atom(s->units, ccl_str_from(slow->kind == SLOW_DURATION ? "minute" : "number"), CCL_LANG_EN);
  ccl_str *column = ccl_new(ccl_str);
  *column = ccl_str_from(slow->name);
  return (ccl_field){ .name = *column,
                      .kind = kinds[slow->kind],
                      .type = { types[slow->kind], types[slow->kind] == CCL_KIND_NUMBER ? unit : NULL },
                      .columns = column,
                      .column_count = 1,
                      .format = !slow->by_format          ? (ccl_str){ 0 }
                                : slow->kind == SLOW_DATE ? CCL_STR("dd/MM/yyyy")
                                                          : CCL_STR("dd/MM/yyyy HH:mm:ss"),
                      .optional = slow->optional,
                      .choices = slow->kind == SLOW_CHOICE ? choices : NULL,
                      .choice_count = slow->kind == SLOW_CHOICE ? COLOURS : 0,
                      .dimension = CCL_NONE };
}

static int field_named(const slow_schema *schema, const char *name) {
  for (int i = 0; i < schema->field_count; i++)
    if (strcmp(schema->fields[i].name, name) == 0)
      return i;
  return -1;
}

/* What is asked; the answers are worked out in `expected`, in the same order. */
typedef enum question {
  Q_ROWS,
  Q_ROWS_OF_SUMMER, /* on some days */
  Q_SUM,
  Q_TEXTS, /* how many different ones */
  Q_BY_CHOICE, /* rows of each */
  Q_SUM_OF_TRUE,
  Q_LENGTH, /* from the first field to `until` */
  Q_HIGHEST,
  Q_ROWS_FROM_FIVE, /* whose figure is at least 5 */
  Q_BY_HOUR
} question;

static ccl_query query_of(ccl_query_kind kind, const ccl_expr *what, const ccl_expr *where) {
  const ccl_expr **list = ccl_new_array(const ccl_expr *, 1);
  list[0] = what;
  return (ccl_query){ .kind = kind, .where = where, .what = list, .what_count = what != NULL, .split = CCL_NONE };
}

static ccl_query query_for(const world *w, question asked) {
  uint32_t n = (uint32_t)field_named(&w->schema, "n"), b = (uint32_t)field_named(&w->schema, "b");
  switch (asked) {
  case Q_ROWS:
  case Q_ROWS_OF_SUMMER:
  case Q_BY_CHOICE:
  case Q_BY_HOUR: break;
  case Q_SUM: return query_of(CCL_QUERY_SUM, field_of(w, n), NULL);
  case Q_TEXTS: return query_of(CCL_QUERY_DISTINCT, field_of(w, (uint32_t)field_named(&w->schema, "t")), NULL);
  case Q_SUM_OF_TRUE: return query_of(CCL_QUERY_SUM, field_of(w, n), field_of(w, b));
  case Q_LENGTH: return query_of(CCL_QUERY_DURATION, NULL, NULL);
  case Q_HIGHEST: return query_of(CCL_QUERY_HIGHEST, field_of(w, n), NULL);
  case Q_ROWS_FROM_FIVE: {
    ccl_expr *five = node(CCL_OP_CONSTANT, w->fields[n].type, NULL, NULL);
    five->constant = ccl_value_number(ccl_rat_int(5));
    ccl_expr *where = node(CCL_OP_COMPARE, (ccl_type){ CCL_KIND_BOOL, NULL }, field_of(w, n), five);
    where->comparison = CCL_GE;
    return query_of(CCL_QUERY_COUNT, NULL, where);
  }
  }
  return query_of(CCL_QUERY_COUNT, NULL, NULL);
}

/* Whether the contract can ask it. */
static bool can_ask(const slow_schema *schema, question asked) {
  if (asked == Q_BY_CHOICE) /* a missing group is an error of the row that is counted */
    return !schema->fields[field_named(schema, "c")].optional;
  if (asked == Q_LENGTH)
    return schema->until >= 0;
  return asked != Q_BY_HOUR || schema->fields[FIELD_D].kind == SLOW_TIME;
}

static void make_dims(world *w, const session *s) {
  static const uint32_t choices[COLOURS] = { 0, 1, 2, 3 };
  uint32_t c = (uint32_t)field_named(&w->schema, "c"), count = (uint32_t)w->schema.field_count;
  ccl_type number = { CCL_KIND_NUMBER, ccl_unit_atom(s->units, CCL_STR("number"), CCL_LANG_EN) };
  w->dims[0] = (ccl_dim){ CCL_STR("c"), CCL_NONE, w->fields[c].type, choices, COLOURS };
  w->fields[c].dimension = 0;
  if (w->schema.fields[FIELD_D].kind == SLOW_TIME) {
    w->fields[count] = (ccl_field){ .name = CCL_STR("hour"),
                                    .type = number,
                                    .dimension = 1,
                                    .derive = node(CCL_OP_HOUR, number, field_of(w, FIELD_D), NULL) };
    w->dims[1] = (ccl_dim){ CCL_STR("hour"), CCL_NONE, number, NULL, 0 };
    w->derived = count;
  }
}

static world *make_world(const session *s, slow_schema schema) {
  world *w = ccl_new(world);
  ccl_str *names = ccl_new_array(ccl_str, COLOURS), *missing = ccl_new(ccl_str);
  *w = (world){ .schema = schema };
  for (size_t i = 0; i < COLOURS; i++)
    names[i] = ccl_str_from(colours[i]);
  for (int i = 0; i < schema.field_count; i++)
    w->fields[i] = make_field(s, &schema.fields[i]);
  make_dims(w, s);
  w->activity = (ccl_activity){ .name = CCL_STR("rows"),
                                .fields = w->fields,
                                .field_count = (size_t)schema.field_count + (w->derived > 0),
                                .data_count = (size_t)schema.field_count,
                                .derive_order = &w->derived,
                                .until = schema.until < 0 ? CCL_NONE : (uint32_t)schema.until,
                                .key = schema.key < 0 ? CCL_NONE : (uint32_t)schema.key,
                                .keeping_latest = schema.latest < 0 ? CCL_NONE : (uint32_t)schema.latest,
                                .zone = s->zone };
  if (schema.missing) {
    *missing = ccl_str_from(schema.missing);
    w->activity.missing = missing;
    w->activity.missing_count = 1;
  }
  for (int i = 0; i < QUESTIONS; i++)
    w->queries[i] = query_for(w, (question)i);
  w->plan = (ccl_plan){ .units = s->units,
                        .activities = &w->activity,
                        .activities_count = 1,
                        .queries = w->queries,
                        .queries_count = QUESTIONS,
                        .choices = names,
                        .choices_count = COLOURS,
                        .dims = w->dims,
                        .dims_count = 2 };
  w->plan.header.zone = s->zone;
  return w;
}

/* Memory is given back after some inputs; then everything is made again. */
static world *world_of(session *s, slow_schema schema, uint8_t first) {
  if (s->inputs == SESSION) {
    ccl_mem_release();
    *s = (session){ 0 };
  }
  if (s->inputs++ == 0) {
    ccl_mem_init();
    ccl_rat_init();
    s->units = ccl_units_new();
    s->zone = ccl_zone_find(CCL_STR("Europe/Paris"));
  }
  world **place = &s->worlds[first % ROWS_SCHEMAS];
  if (!*place)
    *place = make_world(s, schema);
  return *place;
}

/* ---- What is expected ---- */

static const ccl_days summer = {
  20541, 20750
}; /* 2026-03-29 to 2026-10-24: the clocks change on the first and behind the last */

typedef struct expected {
  uint64_t rows, summer_rows, texts, by_choice[COLOURS], from_five, by_hour[HOURS];
  slow_wide sum, sum_of_true, length, highest;
  bool has_highest, is_huge;
} expected;

static bool is_first_text(const slow_answer *answer, size_t row, int t) {
  const slow_text *text = &answer->rows[row].values[t].text;
  for (size_t i = 0; i < row; i++) {
    const slow_value *other = &answer->rows[i].values[t];
    if (answer->rows[i].stays && other->known && other->text.len == text->len &&
        (text->len == 0 || memcmp(other->text.ptr, text->ptr, text->len) == 0))
      return false;
  }
  return true;
}

static expected expect(const slow_schema *schema, const slow_answer *answer) {
  expected e = { 0 };
  int n = field_named(schema, "n"), b = field_named(schema, "b"), c = field_named(schema, "c"),
      t = field_named(schema, "t");
  for (size_t i = 0; i < answer->row_count; i++) {
    const slow_row *row = &answer->rows[i];
    const slow_value *figure = &row->values[n], *from = &row->values[FIELD_D];
    if (!row->stays)
      continue;
    e.rows++;
    e.summer_rows += from->day >= summer.from && from->day <= summer.to;
    e.by_hour[from->hour]++;
    e.texts += row->values[t].known && is_first_text(answer, i, t);
    if (row->values[c].known)
      e.by_choice[row->values[c].choice]++;
    if (schema->until >= 0 && row->values[schema->until].known) {
      const slow_value *to = &row->values[schema->until];
      e.length += (slow_wide)(to->seconds - from->seconds) * SLOW_ONE + (slow_wide)(to->nanos - from->nanos) * 1000;
    }
    if (!figure->known)
      continue;
    e.is_huge |= figure->is_huge;
    e.sum += figure->number;
    if (row->values[b].known && row->values[b].choice == 1)
      e.sum_of_true += figure->number;
    e.from_five += figure->number >= 5 * (slow_wide)SLOW_ONE;
    if (!e.has_highest || figure->number > e.highest)
      e.highest = figure->number;
    e.has_highest = true;
  }
  return e;
}

static bool is_number(const ccl_cell *cell, slow_wide number) {
  return cell->value.state == CCL_KNOWN &&
         ccl_rat_eq(cell->value.as.number, ccl_rat_div(ccl_rat_int128(number), ccl_rat_int(SLOW_ONE)));
}

/* Each group has its rows, and those without rows are not there. */
static bool are_groups(const ccl_answer *answer, const uint64_t *counts, size_t count, bool are_choices) {
  size_t groups = 0;
  for (size_t i = 0; i < count; i++)
    groups += counts[i] > 0;
  if (answer->count != groups)
    return false;
  for (size_t i = 0; i < answer->count; i++) {
    ccl_value key = answer->cells[i].key[0];
    int64_t number = -1;
    if (key.state != CCL_KNOWN || (!are_choices && !ccl_rat_to_int(key.as.number, &number)))
      return false;
    if (are_choices)
      number = key.as.choice;
    if (number < 0 || number >= (int64_t)count || !is_number(&answer->cells[i], (slow_wide)counts[number] * SLOW_ONE))
      return false;
  }
  return true;
}

static bool is_right(question asked, const ccl_answer *answer, const expected *e) {
  const ccl_cell *cell = answer->cells;
  switch (asked) {
  case Q_ROWS: return is_number(cell, (slow_wide)e->rows * SLOW_ONE);
  case Q_ROWS_OF_SUMMER: return is_number(cell, (slow_wide)e->summer_rows * SLOW_ONE);
  case Q_SUM: return e->is_huge || is_number(cell, e->sum);
  case Q_TEXTS: return is_number(cell, (slow_wide)e->texts * SLOW_ONE);
  case Q_BY_CHOICE: return are_groups(answer, e->by_choice, COLOURS, true);
  case Q_SUM_OF_TRUE: return e->is_huge || is_number(cell, e->sum_of_true);
  case Q_LENGTH: return is_number(cell, e->length);
  case Q_HIGHEST:
    return e->is_huge || (e->has_highest ? is_number(cell, e->highest) : cell->value.state == CCL_TROUBLE);
  case Q_ROWS_FROM_FIVE: return e->is_huge || is_number(cell, (slow_wide)e->from_five * SLOW_ONE);
  case Q_BY_HOUR: return are_groups(answer, e->by_hour, HOURS, false);
  }
  return false;
}

/* ---- Files ---- */

typedef struct given {
  slow_text files[MOST_FILES];
  int count;
} given;

/* The header line before some rows. */
static size_t put_header(const slow_schema *schema, uint8_t second, char *out) {
  size_t len = 0;
  int count = schema->field_count;
  rows_header way = (rows_header)(second >> 6);
  if (schema->json)
    return 0;
  for (int i = 0; i < count; i++) {
    const slow_field *field = &schema->fields[way == ROWS_REVERSED ? count - 1 - i : i];
    if (way == ROWS_NEEDED && field->optional)
      continue;
    if (len > 0)
      out[len++] = rows_delimiter(second);
    out[len++] = field->name[0];
  }
  if (way == ROWS_MORE) {
    out[len++] = rows_delimiter(second);
    out[len++] = 'x';
  }
  if ((second & 16) != 0)
    out[len++] = '\r';
  out[len++] = '\n';
  return len;
}

static given make_files(const slow_schema *schema, const uint8_t *bytes, size_t size, char *room) {
  given g = { 0 };
  for (size_t at = ROWS_HEAD; g.count < MOST_FILES;) {
    const uint8_t *cut = size > at && g.count == 0 ? memchr(bytes + at, 0x1E, size - at) : NULL;
    size_t rows = (cut ? (size_t)(cut - bytes) : size) - at, len = 0;
    char *out = room;
    if ((bytes[1] & 32) != 0) {
      memcpy(out, "\xEF\xBB\xBF", 3);
      len = 3;
    }
    len += put_header(schema, bytes[1], out + len);
    memcpy(out + len, bytes + at, rows);
    g.files[g.count++] = (slow_text){ out, len + rows };
    room += len + rows;
    at += rows + 1;
    if (!cut)
      break;
  }
  return g;
}

/* The files' places outside the process's memory, kept open. */
static bool write_file(int number, slow_text text, int *fds) {
  if (fds[number] < 0)
    fds[number] = memfd_create("rows", 0);
  return fds[number] >= 0 && ftruncate(fds[number], 0) == 0 &&
         pwrite(fds[number], text.ptr, text.len, 0) == (ssize_t)text.len;
}

/* ---- The engine ---- */

static ccl_engine_options options_of(const slow_schema *schema, const uint8_t *head) {
  static const size_t blocks[] = { 512, 1, 7, 64, 512, 3, 4096, 0 };
  return (ccl_engine_options){ .encoding = schema->latin1 ? CCL_ENCODING_LATIN1 : CCL_ENCODING_UTF8,
                               .reject = (head[1] & 8) != 0,
                               .threads = (head[2] & 16) != 0 ? 2 : 1,
                               .block = blocks[head[2] & 7],
                               .plain = (head[2] & 8) != 0,
                               .memory = UINT64_C(1) << 24 };
}

/* Some of the questions. */
static bool is_asked(const uint8_t *head, question asked) {
  static const unsigned masks[] = { ~0u, 1u << Q_ROWS_OF_SUMMER, 1u << Q_SUM | 1u << Q_BY_CHOICE | 1u << Q_BY_HOUR,
                                    1u << Q_ROWS_OF_SUMMER | 1u << Q_TEXTS | 1u << Q_SUM_OF_TRUE };
  return (masks[head[2] >> 5 & 3] >> asked & 1) != 0;
}

/* Lines and codes of the first findings. */
static bool same_findings(const ccl_diags *diags, const slow_answer *answer, const ccl_data_file *files) {
  enum { SHOWN = 15 };
  size_t found = 0;
  for (size_t i = 0; i < diags->all.len && found < SHOWN; i++) {
    const ccl_diag *diag = diags->all.items[i];
    if (diag->severity != CCL_ERROR)
      continue;
    if (found == answer->fault_count)
      return false;
    const slow_fault *want = &answer->faults[found++];
    ccl_str path = files[want->file].path;
    ccl_str place = want->line == 0 ? path : ccl_str_printf("%.*s:%d", (int)path.len, path.ptr, want->line);
    if (!ccl_str_eq(diag->where, place) || strcmp(ccl_code_text(diag->code), want->code) != 0)
      return false;
  }
  return found == SHOWN || found == answer->fault_count;
}

static rows_verdict verdict_of(const slow_answer *answer) {
  rows_verdict verdict = { .sure = !answer->unsure,
                           .sound = !answer->stopped && answer->fault_count == 0,
                           .rows = answer->row_count };
  for (size_t i = 0; i < answer->row_count; i++) {
    verdict.replaced += answer->rows[i].replaced;
    verdict.wrong += !answer->rows[i].stays && !answer->rows[i].replaced;
  }
  return verdict;
}

static ccl_str counts_differ(const ccl_engine *engine, const slow_answer *answer, const expected *e, bool all_days) {
  ccl_activity_count count = ccl_engine_count(engine, 0);
  uint64_t rejected = verdict_of(answer).wrong, replaced = verdict_of(answer).replaced;
  uint64_t windows = all_days ? e->rows : e->summer_rows;
  if (count.rows != answer->row_count || count.rejected != rejected || count.replaced != replaced ||
      count.rows_in_windows != windows || count.rows_outside != e->rows - windows)
    return ccl_str_printf("rows %" PRIu64 " instead of %zu, rejected %" PRIu64 " instead of %" PRIu64
                          ", in windows %" PRIu64 " instead of %" PRIu64 ", outside %" PRIu64,
                          count.rows, answer->row_count, count.rejected, rejected, count.rows_in_windows, windows,
                          count.rows_outside);
  if (ccl_engine_rows_in(engine, 0, summer) != e->summer_rows)
    return CCL_STR("rows on the days of summer");
  return (ccl_str){ 0 };
}

static ccl_str say_findings(const ccl_diags *diags, const slow_answer *answer) {
  ccl_buf buf = { 0 };
  ccl_buf_z(&buf, "the engine finds");
  for (size_t i = 0; i < diags->all.len; i++)
    ccl_buf_printf(&buf, " %.*s %s,", (int)diags->all.items[i]->where.len, diags->all.items[i]->where.ptr,
                   ccl_code_text(diags->all.items[i]->code));
  ccl_buf_z(&buf, " the slow reader");
  for (size_t i = 0; i < answer->fault_count; i++)
    ccl_buf_printf(&buf, " %d:%d %s,", answer->faults[i].file, answer->faults[i].line, answer->faults[i].code);
  return ccl_buf_str(&buf);
}

static ccl_str compare(world *w, const uint8_t *head, const ccl_data_file *files, int count,
                       const slow_answer *answer) {
  ccl_diags diags = { .lang = CCL_LANG_EN };
  ccl_engine_options options = options_of(&w->schema, head);
  ccl_engine *engine = ccl_engine_new(&w->plan, &w->supply, &diags, options, files, (size_t)count, NULL, 0);
  static const uint32_t dims[] = { 0, 1 };
  ccl_request requests[QUESTIONS];
  question asked[QUESTIONS];
  ccl_answer answers[QUESTIONS];
  size_t len = 0;
  bool all_days = false;
  for (uint32_t q = 0; q < QUESTIONS; q++) {
    if (!is_asked(head, (question)q) || !can_ask(&w->schema, (question)q))
      continue;
    bool grouped = q == Q_BY_CHOICE || q == Q_BY_HOUR, some_days = q == Q_ROWS_OF_SUMMER;
    all_days |= !some_days;
    asked[len] = (question)q;
    requests[len++] = (ccl_request){ .query = q,
                                     .days = ccl_dayset_of(some_days ? summer : (ccl_days){ CCL_DAY_MIN, CCL_DAY_MAX }),
                                     .dims = q == Q_BY_HOUR ? &dims[1] : dims,
                                     .dim_count = grouped };
  }
  bool sound = ccl_engine_answer(engine, requests, len, answers);
  bool expected_sound = !answer->stopped && (options.reject || answer->fault_count == 0);
  if (sound != expected_sound)
    return ccl_str_printf("%s; %.*s", sound ? "the engine accepts it" : "the engine refuses it",
                          (int)say_findings(&diags, answer).len, say_findings(&diags, answer).ptr);
  if (!sound)
    return options.reject || same_findings(&diags, answer, files) ? (ccl_str){ 0 } : say_findings(&diags, answer);
  expected e = expect(&w->schema, answer);
  for (size_t i = 0; i < len; i++)
    if (!is_right(asked[i], &answers[i], &e))
      return ccl_str_printf("question %d has another answer than %.*s", (int)asked[i],
                            answers[i].count > 0 && answers[i].cells[0].value.state == CCL_KNOWN
                                ? (int)ccl_rat_text(answers[i].cells[0].value.as.number).len
                                : 0,
                            answers[i].count > 0 && answers[i].cells[0].value.state == CCL_KNOWN
                                ? ccl_rat_text(answers[i].cells[0].value.as.number).ptr
                                : "");
  return counts_differ(engine, answer, &e, all_days);
}

ccl_str rows_compare(const uint8_t *bytes, size_t size, rows_verdict *verdict) {
  static session s;
  static slow_answer answer;
  static int fds[MOST_FILES] = { -1, -1 };
  static char room[ROWS_LONGEST + 200];
  *verdict = (rows_verdict){ 0 };
  if (size < ROWS_HEAD || size > ROWS_LONGEST)
    return (ccl_str){ 0 };
  slow_schema schema = rows_schema(bytes[0], bytes[1]);
  given g = make_files(&schema, bytes, size, room);
  slow_read(&schema, g.files, g.count, &answer);
  *verdict = verdict_of(&answer);
  if (answer.unsure)
    return (ccl_str){ 0 };
  world *w = world_of(&s, schema, bytes[0]);
  ccl_data_file files[MOST_FILES];
  for (int i = 0; i < g.count; i++) {
    if (!write_file(i, g.files[i], fds))
      return CCL_STR("a file of the test cannot be written");
    files[i] = (ccl_data_file){ .path = ccl_str_printf("/proc/self/fd/%d", fds[i]),
                                .format = schema.json ? CCL_FORMAT_JSON_LINES : CCL_FORMAT_CSV };
  }
  return compare(w, bytes, files, g.count, &answer);
}
