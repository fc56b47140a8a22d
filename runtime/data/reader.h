/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file of activity, or the table of an example, into batches of typed columns (cli.md 3). What is wrong goes to the
 * intake's faults; rows that are wrong are not in the batches.
 */
#ifndef CCL_DATA_READER_H
#define CCL_DATA_READER_H

#include "data/bytes.h"
#include "data/intake.h"
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

/* ---- Of CSV and TSV, for who reads the rows by columns (data/lane.h) ---- */

/* Reads the header line. False: the file cannot be read, which is reported. */
bool ccl_reader_begin(ccl_reader *reader, ccl_batch *batch);
ccl_text *ccl_reader_text(ccl_reader *reader); /* its window begins behind the header line */
char ccl_reader_delimiter(const ccl_reader *reader);
size_t ccl_reader_width(const ccl_reader *reader); /* cells of the header line */
uint32_t ccl_reader_column(const ccl_reader *reader, uint32_t field); /* of its first column; CCL_NONE: absent */
/* One row, without its line end, which came out of this file; as the next row of the batch, if it is one. */
void ccl_reader_row(ccl_reader *reader, ccl_batch *batch, ccl_str row);

/* The rows of an example's table from *next on; *next moves behind those taken. False: nothing follows. */
bool ccl_table_fill(ccl_intake *intake, const ccl_example_table *table, uint32_t file, size_t *next, ccl_batch *batch);

#endif
