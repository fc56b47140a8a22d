/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A second reader of files of activity, slow and obvious, to compare the engine with: one byte after the other, one row
 * after the other, as cli.md 3 says, for CSV and JSON Lines. It shares no code with runtime/data and runtime/engine. What
 * the text does not settle, or what this reader does not know (Unicode beyond a few letters, years far away, figures
 * beyond 20 digits), it says it is unsure of; it never guesses.
 *
 * Times without offset are those of Paris, in the file and in the contract.
 */
#ifndef CCL_TESTS_FUZZ_SLOW_READER_H
#define CCL_TESTS_FUZZ_SLOW_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SLOW_FIELDS = 6, SLOW_CELLS = 12, SLOW_ROWS = 2600, SLOW_FAULTS = 400, SLOW_ROOM = 1 << 20 };

__extension__ typedef __int128 slow_wide;

typedef enum slow_kind {
  SLOW_DATE,
  SLOW_TIME,
  SLOW_NUMBER,
  SLOW_WHOLE,
  SLOW_DURATION, /* a bare figure is in minutes */
  SLOW_TRUTH,
  SLOW_CHOICE,
  SLOW_TEXT
} slow_kind;

typedef struct slow_field {
  const char *name;
  slow_kind kind;
  bool optional;
  bool by_format; /* of dates and times: dd/MM/yyyy, dd/MM/yyyy HH:mm:ss */
  const char *const *choices; /* of CHOICE, up to a NULL */
} slow_field;

/* What the contract says of the files. Field 0 dates the rows. */
typedef struct slow_schema {
  slow_field fields[SLOW_FIELDS];
  int field_count;
  int until, key, latest; /* fields; −1: none. latest: of rows with one key, the one whose value is the latest stays */
  const char *missing; /* a text that means an empty cell; NULL: none */
  bool json; /* JSON Lines, else CSV */
  bool latin1; /* the encoding of files without a byte-order mark; else UTF-8 */
} slow_schema;

typedef struct slow_text {
  const char *ptr;
  size_t len;
} slow_text;

#define SLOW_ONE INT64_C(1000000000000) /* figures are counted in 10^-12 */

typedef struct slow_value {
  bool known;
  slow_wide number; /* seconds for a duration */
  bool is_huge; /* a figure of more digits than `number` holds */
  int64_t seconds; /* of times: since 1970 */
  int32_t nanos, day, hour; /* of dates and times, local */
  int choice; /* of the field's; of a truth 0 or 1 */
  slow_text text;
} slow_value;

typedef struct slow_fault {
  int file, line;
  const char *code;
} slow_fault;

typedef struct slow_row {
  slow_value values[SLOW_FIELDS];
  bool stays; /* else it is wrong, or its key is there already, or … */
  bool replaced; /* … a later row has its key */
  int file;
} slow_row;

typedef struct slow_answer {
  bool unsure;
  const char *why; /* it is unsure */
  bool stopped; /* nothing behind some place can be trusted */
  slow_row rows[SLOW_ROWS]; /* wrong ones too */
  size_t row_count;
  slow_fault faults[SLOW_FAULTS]; /* in the order of files and lines */
  size_t fault_count;
  char room[SLOW_ROOM]; /* texts of cells, files as UTF-8 */
  size_t room_used;
} slow_answer;

/* Reads the files one after the other. */
void slow_read(const slow_schema *schema, const slow_text *files, int file_count, slow_answer *out);

/* ---- Private to slow_*.c ---- */

typedef enum slow_form { SLOW_ABSENT, SLOW_PLAIN, SLOW_QUOTED, SLOW_NESTED } slow_form;

typedef struct slow_cell {
  slow_text text;
  slow_form form;
} slow_cell;

/* A file that is being read. */
typedef struct slow_file {
  const slow_schema *schema;
  slow_answer *answer;
  slow_text text;
  int number;
  size_t at;
  int line;
  bool comma; /* decimal commas are allowed */
} slow_file;

void slow_unsure(slow_answer *answer, const char *why);
void slow_stop(slow_file *f, int line, const char *code);
void slow_add_wrong(slow_file *f, int line, const char *code); /* a row that cannot be read at all */
void slow_add_row(slow_file *f, int line, const slow_cell *cells); /* one cell for each field */
bool slow_is_text(slow_text text); /* characters only, and no NUL */
bool slow_is_name(slow_text text, const char *name);
/* A text that grows byte by byte. */
slow_text slow_begin_text(slow_answer *answer);
void slow_add_byte(slow_answer *answer, slow_text *text, char byte);

void slow_read_csv(slow_file *f);
void slow_read_json(slow_file *f);
/* The value of a cell; the code of what is wrong with it, or NULL. */
const char *slow_value_of(const slow_schema *schema, const slow_field *field, slow_cell cell, bool comma,
                          slow_answer *answer, slow_value *out);

#endif
