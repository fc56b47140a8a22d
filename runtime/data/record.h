/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of cells out of text: CSV and TSV (RFC 4180), JSON Lines, a JSON list of objects. A record says what stands
 * there and where; what a column means is data/columns.h's affair, what a cell means data/cell.h's (cli.md 3).
 */
#ifndef CCL_DATA_RECORD_H
#define CCL_DATA_RECORD_H

#include "data/arena.h"
#include "data/messages.h"
#include "data/text.h"

typedef enum ccl_cell_form {
  CCL_CELL_ABSENT, /* JSON: null, or no such member */
  CCL_CELL_PLAIN, /* CSV, not between quotation marks, without the blanks around it */
  CCL_CELL_QUOTED, /* CSV between quotation marks; a JSON text */
  CCL_CELL_NUMBER, /* JSON, as written (an exponent is written out) */
  CCL_CELL_TRUTH, /* JSON: true or false */
  CCL_CELL_NESTED /* JSON: a list or an object */
} ccl_cell_form;

typedef struct ccl_record_cell {
  ccl_str text;
  ccl_cell_form form;
} ccl_record_cell;

typedef enum ccl_record_state {
  CCL_RECORD_READ,
  CCL_RECORD_WRONG, /* this row cannot be read: `wrong` and its arguments say why; the next one can */
  CCL_RECORD_STOP, /* nothing behind it can be trusted: `wrong`; NULL: the file itself failed (ccl_text) */
  CCL_RECORD_LAST /* there is none: the end */
} ccl_record_state;

/* Valid until the next record is asked for. */
typedef struct ccl_record {
  uint64_t line; /* of its first character, from 1: lines end at LF */
  ccl_str text; /* as it stands there, without its line end */
  const ccl_record_cell *cells;
  size_t count;
  bool is_valid; /* false: some byte is no UTF-8, or a NUL character */
  const ccl_message *wrong;
  ccl_str args[3];
} ccl_record;

/* The characters of `text` from a place on, enough of them for a message. */
ccl_str ccl_record_excerpt(ccl_str text, size_t from);

/* ---- CSV, TSV ---- */

typedef struct ccl_csv {
  ccl_text *text;
  char delimiter;
  uint64_t line; /* of text->start */
  ccl_record_cell *cells;
  size_t cell_cap;
  ccl_arena scratch; /* cells with doubled quotation marks */
} ccl_csv;

void ccl_csv_open(ccl_csv *csv, ccl_text *text);
/* The text of the next line that is not blank, not cut into cells: for the header line. */
ccl_record_state ccl_csv_line(ccl_csv *csv, ccl_record *record);
/* The next line that is not blank, its cells apart by csv->delimiter. At most CCL_LIMIT_COLUMNS + 1 cells are kept,
 * count tells how many there are. */
ccl_record_state ccl_csv_next(ccl_csv *csv, ccl_record *record);
/* Cuts the text of a record into cells by this delimiter, which then stays: for the header line. False: a quotation
 * mark is out of place. */
bool ccl_csv_cut(ccl_csv *csv, char delimiter, ccl_record *record);
void ccl_csv_close(ccl_csv *csv);
bool ccl_csv_is_blank(ccl_str text); /* a line of blanks is no row */

/* ---- JSON ---- */

/* Who knows which members count: the slot (cell) of a member's name, or CCL_JSON_IGNORED. `rank` is the place of the
 * member in its object; *exact tells whether the name is spelled as declared. */
typedef uint32_t ccl_json_slot(void *self, ccl_str name, size_t rank, bool *exact);
#define CCL_JSON_IGNORED UINT32_MAX

typedef struct ccl_json {
  ccl_text *text;
  bool lines; /* JSON Lines, else a list */
  uint64_t line;
  int place; /* private: where in the list */
  ccl_json_slot *slot_of;
  void *self;
  ccl_record_cell *cells;
  uint8_t *filled; /* 0, 1 by a name in another spelling, 2 by the name itself */
  size_t slot_count;
  ccl_arena scratch;
} ccl_json;

void ccl_json_open(ccl_json *json, ccl_text *text, bool lines, size_t slot_count, ccl_json_slot *slot_of, void *self);
ccl_record_state ccl_json_next(ccl_json *json, ccl_record *record); /* slot_count cells */
/* A line of its own: READ, WRONG, or LAST when it is blank. */
void ccl_json_row(ccl_json *json, ccl_str row, ccl_record *record, ccl_record_state *state);
/* The value at text[*at]; *at moves behind it. False: there is none, or bytes that are no characters. Needs nothing of
 * `json` but its scratch, so that {0} will do; the cell is valid until the next call. Any thread. */
bool ccl_json_value(ccl_json *json, ccl_str text, size_t *at, ccl_record_cell *cell);
void ccl_json_close(ccl_json *json);

/* Private to the two readers: whether a row has only UTF-8 and no NUL character. */
bool ccl_record_is_valid(ccl_str text);

#endif
