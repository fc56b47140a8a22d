/* SPDX-License-Identifier: Apache-2.0 */
/* Faults of rows: kept until their batch is done, sorted, shown or written down. */
#include "data/faults.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/utf8.h"

void ccl_faults_init(ccl_faults *faults, ccl_diags *diags, bool reject) {
  *faults = (ccl_faults){ .diags = diags, .reject = reject };
  if (reject)
    ccl_buf_z(&faults->rejected, "activity,file,line,column,code,found,row\n");
}

ccl_str ccl_row_place_text(const ccl_sources *sources, ccl_row_place place) {
  if (place.span && place.span->file != 0 && sources) {
    const ccl_source *source = ccl_sources_get(sources, place.span->file);
    uint32_t line = ccl_source_place(source, place.span->start).line;
    return ccl_str_printf("%.*s:%" PRIu32, (int)source->path.len, source->path.ptr, line);
  }
  if (place.line == 0)
    return place.path;
  return ccl_str_printf("%.*s:%" PRIu64, (int)place.path.len, place.path.ptr, place.line);
}

bool ccl_faults_wants(const ccl_faults *faults) {
  return faults->reject || faults->waiting_from + faults->waiting.len < CCL_LIMIT_SHOWN_DATA_ERRORS;
}

void ccl_faults_count(ccl_faults *faults) {
  faults->count++;
}

void ccl_faults_add(ccl_faults *faults, const ccl_fault *fault) {
  faults->count++;
  ccl_fault own = *fault;
  for (size_t i = 0; i < own.arg_count; i++)
    own.args[i] = ccl_str_copy(own.args[i]);
  own.column = ccl_str_copy(own.column);
  own.found = ccl_str_copy(own.found);
  own.row = ccl_str_copy(own.row);
  if (own.place.span) {
    ccl_span *span = ccl_new(ccl_span);
    *span = *own.place.span;
    own.place.span = span;
  }
  ccl_vec_push(&faults->waiting, own);
}

/* A cell of the --reject file; what is no text is made readable. */
static void add_cell(ccl_buf *out, ccl_str text, char behind) {
  if (ccl_utf8_invalid_at(text) >= 0)
    text = ccl_utf8_escape(text, SIZE_MAX);
  bool quoted = false;
  for (size_t i = 0; i < text.len; i++)
    quoted = quoted || text.ptr[i] == ',' || text.ptr[i] == '"' || text.ptr[i] == '\n' || text.ptr[i] == '\r';
  if (quoted)
    ccl_buf_char(out, '"');
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == '"')
      ccl_buf_char(out, '"');
    ccl_buf_char(out, text.ptr[i]);
  }
  if (quoted)
    ccl_buf_char(out, '"');
  ccl_buf_char(out, behind);
}

static void write_down(ccl_faults *faults, const ccl_fault *fault) {
  ccl_buf *out = &faults->rejected;
  add_cell(out, fault->activity, ',');
  add_cell(out, fault->place.path, ',');
  ccl_buf_printf(out, "%" PRIu64 ",", fault->place.line);
  add_cell(out, fault->column, ',');
  add_cell(out, ccl_str_from(ccl_code_text(fault->message->code)), ',');
  add_cell(out, fault->found, ',');
  add_cell(out, fault->row, '\n');
}

static ccl_diag *report(ccl_faults *faults, ccl_row_place place, const ccl_message *message, ccl_args args) {
  if (place.span)
    return ccl_report(faults->diags, message, *place.span, args);
  return ccl_report_at(faults->diags, message, ccl_row_place_text(faults->diags->sources, place), args);
}

/* By file and line; faults of one row keep their order, which their place in memory tells. */
static int compare(const void *left, const void *right) {
  const ccl_fault *a = *(const ccl_fault *const *)left, *b = *(const ccl_fault *const *)right;
  if (a->place.file != b->place.file)
    return a->place.file < b->place.file ? -1 : 1;
  if (a->place.line != b->place.line)
    return a->place.line < b->place.line ? -1 : 1;
  return (a > b) - (a < b);
}

void ccl_faults_flush(ccl_faults *faults) {
  size_t count = faults->waiting.len;
  if (count > 0) {
    const ccl_fault **sorted = ccl_new_array(const ccl_fault *, count);
    for (size_t i = 0; i < count; i++)
      sorted[i] = &faults->waiting.items[i];
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count; i++) {
      if (faults->reject)
        write_down(faults, sorted[i]);
      else if (faults->waiting_from + i < CCL_LIMIT_SHOWN_DATA_ERRORS)
        faults->last =
            report(faults, sorted[i]->place, sorted[i]->message, (ccl_args){ sorted[i]->args, sorted[i]->arg_count });
    }
    faults->waiting.len = 0;
  }
  faults->waiting_from = faults->count;
}

ccl_diag *ccl_faults_stop(ccl_faults *faults, ccl_row_place place, const ccl_message *message, ccl_args args) {
  ccl_faults_flush(faults);
  faults->stopped = true;
  return report(faults, place, message, args);
}

void ccl_faults_end(ccl_faults *faults) {
  ccl_faults_flush(faults);
  if (faults->reject || faults->count <= CCL_LIMIT_SHOWN_DATA_ERRORS || !faults->last)
    return;
  uint64_t more = faults->count - CCL_LIMIT_SHOWN_DATA_ERRORS;
  if (more == 1)
    ccl_diag_note(faults->last, &ccl_data_say_one_more_error, CCL_NO_SPAN, CCL_NO_ARGS);
  else
    ccl_diag_note(faults->last, &ccl_data_say_more_errors, CCL_NO_SPAN, CCL_ARGS(ccl_str_printf("%" PRIu64, more)));
}
