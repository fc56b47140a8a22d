/* SPDX-License-Identifier: Apache-2.0 */
/* The texts that a session reads as contracts, and places in them. */
#ifndef CCL_BASE_SOURCE_H
#define CCL_BASE_SOURCE_H

#include "base/str.h"
#include "base/vec.h"

typedef enum ccl_lang { CCL_LANG_EN, CCL_LANG_FR } ccl_lang;

/* A piece of a source: bytes [start, end). file 0 is "no place". */
typedef struct ccl_span {
  uint32_t file, start, end;
} ccl_span;

#define CCL_NO_SPAN ((ccl_span){ 0, 0, 0 })

typedef struct ccl_source {
  ccl_str path; /* as typed, or <ccl>/… for the standard library, or - */
  ccl_str text; /* valid UTF-8 without BOM; as read otherwise */
  ccl_lang lang; /* the file's language, set when it is parsed */
  bool embedded; /* part of the program */
  uint32_t *line_starts; /* private; byte offsets */
  size_t line_count;
} ccl_source;

typedef struct ccl_sources {
  CCL_VEC(ccl_source *) all; /* file number n is items[n - 1] */
} ccl_sources;

/* Adds a source and returns its file number (from 1). path and text are borrowed. */
uint32_t ccl_sources_add(ccl_sources *sources, ccl_str path, ccl_str text, bool embedded);
ccl_source *ccl_sources_get(const ccl_sources *sources, uint32_t file);

typedef struct ccl_place {
  uint32_t line, column; /* from 1; columns count characters */
} ccl_place;

/* Lines end at LF; tab and CR count one character. */
ccl_place ccl_source_place(const ccl_source *source, uint32_t offset);
ccl_str ccl_source_line(const ccl_source *source, uint32_t line); /* without its end; empty beyond the last */
ccl_str ccl_source_text(const ccl_sources *sources, ccl_span span);
ccl_span ccl_span_join(ccl_span first, ccl_span last); /* from the start of one to the end of the other */

#endif
