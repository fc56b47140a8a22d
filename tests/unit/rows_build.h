/* SPDX-License-Identifier: Apache-2.0 */
/* Activities, queries and files made by hand, for the tests of data/ and engine/. */
#ifndef CCL_TESTS_ROWS_BUILD_H
#define CCL_TESTS_ROWS_BUILD_H

#include "plan_build.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/vec.h"

/* A plan that grows: activity 0, its queries, its choices. Its lists are the plan's. */
typedef struct maker {
  ccl_plan plan;
  ccl_supply supply;
  ccl_diags diags;
  ccl_activity activity;
  ccl_field fields[16];
  ccl_str choices[16];
  ccl_query queries[32];
  ccl_dim dims[8];
  ccl_band_calendar calendars[2];
  uint32_t derived[8];
} maker;

static inline maker *make_plan(void) {
  maker *m = ccl_new(maker);
  m->plan = empty_plan(CCL_LANG_EN);
  m->activity = (ccl_activity){ .name = S("calls"),
                                .fields = m->fields,
                                .dated_by = 0,
                                .until = CCL_NONE,
                                .key = CCL_NONE,
                                .keeping_latest = CCL_NONE,
                                .zone = m->plan.header.zone,
                                .derive_order = m->derived };
  m->activity.unit = ccl_unit_of_base(m->plan.units, ccl_units_count_unit(m->plan.units, S("call"), (ccl_str){ 0 }));
  m->plan.activities = &m->activity;
  m->plan.activities_count = 1;
  m->plan.choices = m->choices;
  m->plan.queries = m->queries;
  m->plan.dims = m->dims;
  m->plan.calendars = m->calendars;
  m->diags.lang = CCL_LANG_EN;
  return m;
}

static inline ccl_type field_type(maker *m, ccl_field_kind kind, const char *unit) {
  static const ccl_kind kinds[] = { [CCL_FIELD_TIMESTAMP] = CCL_KIND_TIMESTAMP, [CCL_FIELD_DATE] = CCL_KIND_DATE,
                                    [CCL_FIELD_DURATION] = CCL_KIND_NUMBER,     [CCL_FIELD_NUMBER] = CCL_KIND_NUMBER,
                                    [CCL_FIELD_INTEGER] = CCL_KIND_NUMBER,      [CCL_FIELD_MONEY] = CCL_KIND_NUMBER,
                                    [CCL_FIELD_BOOLEAN] = CCL_KIND_BOOL,        [CCL_FIELD_TEXT] = CCL_KIND_TEXT,
                                    [CCL_FIELD_CHOICE] = CCL_KIND_CHOICE };
  if (kinds[kind] != CCL_KIND_NUMBER)
    return type_of(kinds[kind]);
  return unit_type(m->plan.units, unit ? unit : kind == CCL_FIELD_MONEY ? "EUR" : "number");
}

/* The next field; its column has its name. Returns its number. */
static inline uint32_t add_field(maker *m, ccl_field_kind kind, const char *name, const char *unit) {
  uint32_t number = (uint32_t)m->activity.field_count++;
  m->activity.data_count = m->activity.field_count;
  ccl_str *column = ccl_new(ccl_str);
  *column = S(name);
  m->fields[number] = (ccl_field){ .name = S(name),
                                   .kind = kind,
                                   .type = field_type(m, kind, unit),
                                   .columns = column,
                                   .column_count = 1,
                                   .dimension = CCL_NONE };
  return number;
}

static inline void set_columns(maker *m, uint32_t field, const char *first, const char *second) {
  ccl_str *columns = ccl_new_array(ccl_str, 2);
  columns[0] = S(first);
  columns[1] = S(second);
  m->fields[field].columns = columns;
  m->fields[field].column_count = second ? 2 : 1;
}

/* All fields of data come before. */
static inline uint32_t add_derived(maker *m, const char *name, ccl_type type, const ccl_expr *expr) {
  uint32_t number = (uint32_t)m->activity.field_count++;
  m->derived[number - m->activity.data_count] = number;
  m->fields[number] = (ccl_field){ .name = S(name), .type = type, .derive = expr, .dimension = CCL_NONE };
  return number;
}

static inline uint32_t add_choice(maker *m, const char *name) {
  m->choices[m->plan.choices_count] = S(name);
  return (uint32_t)m->plan.choices_count++;
}

/* A field `one of` these choices. */
static inline uint32_t add_choice_field(maker *m, const char *name, const uint32_t *choices, size_t count) {
  uint32_t number = add_field(m, CCL_FIELD_CHOICE, name, NULL);
  m->fields[number].choices = choices;
  m->fields[number].choice_count = count;
  return number;
}

/* A dimension of a field, or of a calendar (field CCL_NONE). */
static inline uint32_t add_dim(maker *m, uint32_t field, uint32_t calendar) {
  uint32_t number = (uint32_t)m->plan.dims_count++;
  ccl_dim *dim = &m->dims[number];
  if (field == CCL_NONE) {
    const ccl_band_calendar *bands = &m->calendars[calendar];
    *dim = (ccl_dim){ bands->name, calendar, type_of(CCL_KIND_CHOICE), bands->choices, bands->calendar.band_count };
    m->calendars[calendar].dimension = number;
  } else {
    *dim = (ccl_dim){ m->fields[field].name, CCL_NONE, m->fields[field].type, m->fields[field].choices,
                      m->fields[field].choice_count };
    m->fields[field].dimension = number;
  }
  return number;
}

static inline const ccl_expr *field_of(const maker *m, uint32_t field) {
  return named(CCL_OP_FIELD, m->fields[field].type, field);
}

/* `what` and `where` may be NULL. */
static inline uint32_t add_query(maker *m, ccl_query_kind kind, const ccl_expr *what, const ccl_expr *where) {
  uint32_t number = (uint32_t)m->plan.queries_count++;
  const ccl_expr **list = ccl_new_array(const ccl_expr *, 1);
  list[0] = what;
  m->queries[number] = (ccl_query){ .kind = kind,
                                    .source = CCL_FROM_ACTIVITY,
                                    .dated_by = m->activity.dated_by,
                                    .where = where,
                                    .what = list,
                                    .what_count = what != NULL,
                                    .split = CCL_NONE };
  return number;
}

/* The folder of this test's files; made at the first one, gone with its process. */
static inline char *rows_folder(void) {
  static char folder[4096];
  return folder;
}

static inline void remove_rows_folder(void) {
  DIR *all = opendir(rows_folder());
  for (struct dirent *entry; all && (entry = readdir(all)) != NULL;)
    if (entry->d_name[0] != '.')
      unlinkat(dirfd(all), entry->d_name, 0);
  if (all)
    closedir(all);
  rmdir(rows_folder());
}

/* A file in the folder, with these bytes; its path. */
static inline ccl_str file_of_bytes(const char *name, ccl_str bytes) {
  char *folder = rows_folder();
  if (!folder[0]) {
    const char *place = getenv("TMPDIR");
    snprintf(folder, 4096, "%s/ccl-rows-XXXXXX", place && place[0] ? place : "/tmp");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(atexit(remove_rows_folder), 0);
  }
  ccl_str path = ccl_str_printf("%s/%s", folder, name);
  int fd = open(ccl_str_z(path), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  cr_assert(fd >= 0);
  for (size_t at = 0; at < bytes.len;) {
    ssize_t count = write(fd, bytes.ptr + at, bytes.len - at);
    cr_assert(count > 0);
    at += (size_t)count;
  }
  close(fd);
  return path;
}

static inline ccl_str file_of(const char *name, const char *text) {
  return file_of_bytes(name, S(text));
}

/* The codes of what was reported, with the places: "bad-value calls.csv:3, …" (the folder left out). */
static inline ccl_str reported(const ccl_diags *diags) {
  ccl_buf buf = { 0 };
  for (size_t i = 0; i < diags->all.len; i++) {
    const ccl_diag *diag = diags->all.items[i];
    ccl_str where = diag->where;
    for (size_t k = where.len; k > 0; k--)
      if (where.ptr[k - 1] == '/') {
        where = ccl_str_sub(where, k, where.len);
        break;
      }
    if (i > 0)
      ccl_buf_z(&buf, ", ");
    ccl_buf_printf(&buf, "%s %.*s", ccl_code_text(diag->code), (int)where.len, where.ptr);
  }
  return ccl_buf_str(&buf);
}

#endif
