/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Private to plan/: S-expressions, a node a line, two blanks a level, for dump*.c.
 *
 * A node is opened with its head, gets its words, then its place, then its children, and is closed. Words that are
 * names stand as they are; texts of people stand in quotes, escaped.
 */
#ifndef CCL_PLAN_DUMP_WRITER_H
#define CCL_PLAN_DUMP_WRITER_H

#include "plan/dump.h"

typedef struct ccl_dumper {
  const ccl_plan *plan;
  const ccl_sources *sources; /* NULL: no places */
  ccl_buf *out;
  size_t depth;
  uint32_t activity; /* whose fields FIELD means; CCL_NONE */
} ccl_dumper;

void ccl_dump_open(ccl_dumper *dumper, const char *head); /* blanks in the head become hyphens */
void ccl_dump_close(ccl_dumper *dumper);
void ccl_dump_word(ccl_dumper *dumper, const char *word);
void ccl_dump_name(ccl_dumper *dumper, ccl_str name);
void ccl_dump_quoted(ccl_dumper *dumper, ccl_str text);
void ccl_dump_count(ccl_dumper *dumper, int64_t count);
void ccl_dump_day(ccl_dumper *dumper, ccl_day day);
void ccl_dump_days(ccl_dumper *dumper, ccl_days days); /* "2026-01-01..2026-12-31"; an end without limit is left out */
void ccl_dump_place(ccl_dumper *dumper, ccl_span span);
/* A figure as it is written in the unit: exact, a decimal or a fraction, without the unit's name. */
void ccl_dump_figure(ccl_dumper *dumper, ccl_rat figure, const ccl_unit *unit);
void ccl_dump_value(ccl_dumper *dumper, ccl_type type, ccl_value value);
/* ": EUR per hour"; nothing for plain numbers. */
void ccl_dump_unit(ccl_dumper *dumper, const ccl_unit *unit);
void ccl_dump_type(ccl_dumper *dumper, ccl_type type); /* ": text", ": number", ": EUR" */

/* A whole node with one word, name or text; nothing at all for an empty one. */
void ccl_dump_fact(ccl_dumper *dumper, const char *head, const char *word);
void ccl_dump_named(ccl_dumper *dumper, const char *head, ccl_str name);
void ccl_dump_text(ccl_dumper *dumper, const char *head, ccl_str text);

/* dump_expr.c */
void ccl_dump_expr(ccl_dumper *dumper, const ccl_expr *expr);
/* (head expr); nothing when there is none. */
void ccl_dump_part(ccl_dumper *dumper, const char *head, const ccl_expr *expr);
const char *ccl_window_name(ccl_window_kind kind);

/* dump_article.c: header, articles, examples, requirements */
void ccl_dump_rules(ccl_dumper *dumper);

#endif
