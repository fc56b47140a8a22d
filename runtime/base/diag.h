/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Diagnostics: what is wrong, where, and what to write instead. No stage prints; a stage adds to the session's ccl_diags,
 * and the command prints them (render/findings.h).
 *
 * Codes, their severity and the exit they cause stand in codes.def and nowhere else. Sentences stand in the messages.def of each layer, both
 * languages side by side, whole sentences with {1} … {9} for the arguments. The language is that of the file which the place is in, unless
 * the user chose one.
 */
#ifndef CCL_BASE_DIAG_H
#define CCL_BASE_DIAG_H

#include "base/source.h"

typedef enum ccl_severity { CCL_ERROR, CCL_WARNING } ccl_severity;

typedef enum ccl_code {
  CCL_CODE_NONE, /* notes, labels and help lines */
#define CODE(name, text, severity, exit) CCL_CODE_##name,
#include "base/codes.def"
#undef CODE
  CCL_CODE_COUNT
} ccl_code;

const char *ccl_code_text(ccl_code code); /* "unit-mismatch" */
ccl_severity ccl_code_severity(ccl_code code);
int ccl_code_exit(ccl_code code); /* 1, 2, 3 or 70; 0 for warnings */
ccl_code ccl_code_find(ccl_str text); /* CCL_CODE_NONE when there is none */

typedef struct ccl_message {
  ccl_code code;
  const char *en, *fr;
} ccl_message;

typedef struct ccl_args {
  const ccl_str *items;
  size_t count;
} ccl_args;

/* CCL_ARGS(a, b): the texts for {1} and {2}. They are escaped (ccl_utf8_escape) when they are filled in. */
#define CCL_ARGS(...)                                                                                                  \
  ((ccl_args){ (const ccl_str[]){ __VA_ARGS__ }, sizeof((const ccl_str[]){ __VA_ARGS__ }) / sizeof(ccl_str) })
#define CCL_NO_ARGS ((ccl_args){ 0 })

typedef struct ccl_note {
  ccl_span span; /* CCL_NO_SPAN: a sentence without place */
  ccl_str message;
} ccl_note;

typedef struct ccl_diag {
  ccl_code code;
  ccl_severity severity;
  ccl_lang lang;    /* of its sentences */
  ccl_span span;    /* in a contract; or CCL_NO_SPAN */
  ccl_str where;    /* in data: "calls.csv:7"; or empty */
  ccl_str message;  /* one sentence, lower case, no full stop */
  ccl_str label;    /* under the carets; may be empty */
  CCL_VEC(ccl_note) notes; /* related places, and facts */
  ccl_str help;     /* what to write instead; may be empty */
  ccl_str context;  /* article 5.2 "Facturation à l'acte"; may be empty */
} ccl_diag;

typedef struct ccl_diags {
  const ccl_sources *sources;
  bool lang_forced; /* --lang */
  ccl_lang lang;    /* forced, or that of the environment, for what has no place in a file */
  CCL_VEC(ccl_diag *) all;
  size_t errors, warnings;
  size_t dropped;   /* beyond CCL_LIMIT_DIAGS (base/limits.h): counted, not kept */
} ccl_diags;

/* The language in which something about `span` is said. */
ccl_lang ccl_diags_lang(const ccl_diags *diags, ccl_span span);
/* The message in a language with its arguments filled in. */
ccl_str ccl_message_text(const ccl_message *message, ccl_lang lang, ccl_args args);

/* Adds a diagnostic and returns it (never NULL), to be completed with what follows. */
ccl_diag *ccl_report(ccl_diags *diags, const ccl_message *message, ccl_span span, ccl_args args);
/* The same for data: `where` is "file:line" or a path. */
ccl_diag *ccl_report_at(ccl_diags *diags, const ccl_message *message, ccl_str where, ccl_args args);
void ccl_diag_label(ccl_diag *diag, const ccl_message *message, ccl_args args);
void ccl_diag_note(ccl_diag *diag, const ccl_message *message, ccl_span span, ccl_args args);
void ccl_diag_help(ccl_diag *diag, const ccl_message *message, ccl_args args);

/* Sorts by file, line, column, code (data and placeless ones keep their order, after). */
void ccl_diags_sort(ccl_diags *diags);
/* The exit that the errors cause: that of the first error; 0 without errors. */
int ccl_diags_exit(const ccl_diags *diags);

#endif
