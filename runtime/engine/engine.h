/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The border of the engine: requests go in, the files of the activities are read (each once for a list of requests), cells come out. Nobody beyond this border
 * sees a row. Another executor (a database that the rows live in) may take the same requests.
 */
#ifndef CCL_ENGINE_ENGINE_H
#define CCL_ENGINE_ENGINE_H

#include "data/watch.h"
#include "plan/compute.h"

/* Rows that leave or stay, by clause 6.7: of `activity`, on `days` (the row's day by the query's dated_by). keep: only rows on these days that satisfy
 * `where` stay; else the rows on these days that satisfy it leave. Rows of other activities are not touched. */
typedef struct ccl_row_filter {
  uint32_t activity;
  const ccl_expr *where;
  ccl_dayset days;
  bool keep;
} ccl_row_filter;

/* One aggregate over one context: a query, a set of days, a filter of rows, and what to group by. */
typedef struct ccl_request {
  uint32_t query; /* from an activity */
  ccl_dayset days;
  const uint32_t *dims; /* plan dimensions that the activity (or the query's split) has; may be empty */
  size_t dim_count;
  const ccl_row_filter *filters;
  size_t filter_count;
  const ccl_value *outer; /* values of the query's outer expressions in this context */
} ccl_request;

typedef struct ccl_cell {
  const ccl_value *key; /* one for each dimension of the request */
  uint64_t rows; /* rows (or pieces) counted, after every filter; at least 1 in a group */
  ccl_value
      value; /* in base units; LOWEST … without rows: trouble undefined-value; a row that cannot be computed: its trouble */
} ccl_cell;

/* The cells of a request, in the order of groups (clause 7: each dimension in turn: choices and bands as declared, text by code point, numbers and dates
 * rising, false before true). Without dimensions: exactly one. With: one for each combination that has a row. */
typedef struct ccl_answer {
  const ccl_cell *cells;
  size_t count;
} ccl_answer;

/* A file of activity as the user gave it, or the table of an example. */
typedef enum ccl_format { CCL_FORMAT_CSV, CCL_FORMAT_TSV, CCL_FORMAT_JSON, CCL_FORMAT_JSON_LINES } ccl_format;
typedef enum ccl_encoding { CCL_ENCODING_UTF8, CCL_ENCODING_LATIN1, CCL_ENCODING_CP1252 } ccl_encoding;

typedef struct ccl_data_file {
  uint32_t activity;
  ccl_str path; /* as typed; - is standard input */
  ccl_format format;
  bool gzipped;
} ccl_data_file;

typedef struct ccl_engine_options {
  ccl_encoding encoding;
  bool sha256; /* digest every file */
  bool reject; /* set wrong rows aside instead of stopping */
  unsigned threads; /* at least 1 */
  uint64_t memory; /* bytes; 0: a quarter of the machine's */
  size_t block; /* --debug block=N: bytes read at once; 0: the engine's own */
  bool plain; /* --debug simd=off: no vector code */
  ccl_watch watch; /* of the files by their place */
  bool by_rows; /* --debug columns=off: row by row, as what cannot be read by columns */
} ccl_engine_options;

/* What was read of one activity (cli.md 4, "data"). rows = rows_in_windows + rows_outside + rejected + replaced. */
typedef struct ccl_activity_count {
  uint64_t rows, rows_in_windows, rows_outside, rejected, replaced;
} ccl_activity_count;

typedef struct ccl_engine ccl_engine;

/* An engine over these files; example tables (NULL: none) stand for files in `ccl test`. Nothing is read yet. */
ccl_engine *ccl_engine_new(const ccl_plan *plan, const ccl_supply *supply, ccl_diags *diags, ccl_engine_options options,
                           const ccl_data_file *files, size_t file_count, const ccl_example_table *tables,
                           size_t table_count);
bool ccl_engine_has_data(const ccl_engine *engine, uint32_t activity); /* a file or table was given */

/* Answers every request. Files are read and validated whole, each once for a call, also those that no request needs (the first time). Wrong data is reported in diags
 * (the first CCL_LIMIT_SHOWN_DATA_ERRORS in file order, then their count) and gives false; answers[i] belongs to requests[i]. */
bool ccl_engine_answer(ccl_engine *engine, const ccl_request *requests, size_t count, ccl_answer *answers);

/* After ccl_engine_answer: whether the activity has a row whose day (by its own dated_by) is in `days`, and how many. */
uint64_t ccl_engine_rows_in(const ccl_engine *engine, uint32_t activity, ccl_days days);
ccl_activity_count ccl_engine_count(const ccl_engine *engine, uint32_t activity);
/* Hexadecimal, empty when not asked for. */
ccl_str ccl_engine_sha256(const ccl_engine *engine, size_t file);
/* The lines of the --reject file (cli.md 3), with its header line; empty without `reject`. */
ccl_str ccl_engine_rejected(const ccl_engine *engine);

#endif
