/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file of activity, or the table of an example, into batches of typed columns (cli.md 3). What is wrong goes to the
 * intake's faults; rows that are wrong are not in the batches.
 */
#ifndef CCL_DATA_READER_H
#define CCL_DATA_READER_H

#include "data/bytes.h"
#include "data/intake.h"
#include "data/members.h"
#include "data/text.h"

typedef enum ccl_shape { CCL_SHAPE_CSV, CCL_SHAPE_TSV, CCL_SHAPE_JSON, CCL_SHAPE_JSON_LINES } ccl_shape;

typedef struct ccl_reader_options {
  ccl_shape shape;
  ccl_charset charset;
  size_t block; /* bytes read at once */
  uint32_t file; /* its number among all files and tables */
} ccl_reader_options;

typedef struct ccl_reader ccl_reader;

ccl_reader *ccl_reader_open(ccl_intake *intake, ccl_origin *origin, ccl_reader_options options);
/* Clears the batch and fills it. False: nothing follows (the batch may still hold rows). */
bool ccl_reader_fill(ccl_reader *reader, ccl_batch *batch);
void ccl_reader_close(ccl_reader *reader);

/* ---- For who reads the rows by columns (data/lane.h): of CSV, TSV and JSON Lines ---- */

/* Reads the header line; of JSON Lines the first bytes. False: the file cannot be read, which is reported, or of JSON
 * Lines will be when its rows are read. */
bool ccl_reader_begin(ccl_reader *reader, ccl_batch *batch);
ccl_text *ccl_reader_text(ccl_reader *reader); /* its window begins behind the header line, if there is one */
bool ccl_reader_is_csv(const ccl_reader *reader);
uint64_t ccl_reader_line(const ccl_reader *reader); /* in which the text begins */
/* Of CSV. */
char ccl_reader_delimiter(const ccl_reader *reader);
size_t ccl_reader_width(const ccl_reader *reader); /* cells of the header line */
/* Of JSON Lines: a slot is a column that some field names. */
size_t ccl_reader_slots(const ccl_reader *reader);
/* Where strips have a field's columns, one after the other; CCL_NONE: absent. */
uint32_t ccl_reader_column(const ccl_reader *reader, uint32_t field, size_t which);
/* The slot that a member's name means; CCL_NONE: none, CCL_MEMBERS_WRONG: it is no text. `name` is as it stands in the
 * file, with its quotation marks. */
uint32_t ccl_reader_member(ccl_reader *reader, ccl_str name);
/* One row, without its line end, which came out of this file; as the next row of the batch, if it is one. `line` is
 * where it began; 0: nobody will see a message. */
void ccl_reader_row(ccl_reader *reader, ccl_batch *batch, ccl_str row, uint64_t line);

/* The rows of an example's table from *next on; *next moves behind those taken. False: nothing follows. */
bool ccl_table_fill(ccl_intake *intake, const ccl_example_table *table, uint32_t file, size_t *next, ccl_batch *batch);

#endif
