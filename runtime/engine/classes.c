/* SPDX-License-Identifier: Apache-2.0 */
/* Requests into classes, and the days of a class into spans. */
#include "engine/classes.h"

#include <stdlib.h>

static bool same_value(ccl_value a, ccl_value b) {
  if (a.state != b.state)
    return false;
  if (a.state == CCL_TROUBLE)
    return a.as.trouble == b.as.trouble;
  return a.state != CCL_KNOWN || (a.kind == b.kind && ccl_value_eq(a, b));
}

static bool same_filters(const ccl_request *a, const ccl_request *b) {
  if (a->filter_count != b->filter_count)
    return false;
  for (size_t i = 0; i < a->filter_count; i++) {
    const ccl_row_filter *f = &a->filters[i], *g = &b->filters[i];
    if (f->activity != g->activity || f->where != g->where || f->keep != g->keep || !ccl_dayset_eq(f->days, g->days))
      return false;
  }
  return true;
}

static bool is_of(const ccl_class *class, const ccl_request *request, const ccl_query *query) {
  const ccl_request *first = class->first;
  if (class->query != query || first->dim_count != request->dim_count || !same_filters(first, request))
    return false;
  for (size_t i = 0; i < request->dim_count; i++)
    if (first->dims[i] != request->dims[i])
      return false;
  for (size_t i = 0; i < query->outer_count; i++)
    if (!same_value(first->outer[i], request->outer[i]))
      return false;
  return true;
}

/* The number of a condition that is decided once a row. */
static uint32_t condition_of(ccl_classes *classes, const ccl_expr *expr, uint32_t dated_by) {
  for (size_t i = 0; i < classes->conditions.len; i++)
    if (classes->conditions.items[i].expr == expr && classes->conditions.items[i].dated_by == dated_by)
      return (uint32_t)i;
  ccl_condition condition = { .expr = expr, .dated_by = dated_by };
  ccl_vec_push(&classes->conditions, condition);
  return (uint32_t)classes->conditions.len - 1;
}

/* Fields of data, added and subtracted, are summed without computing an expression for each row. */
static void find_terms(ccl_class *class, const ccl_activity *activity) {
  const ccl_query *query = class->query;
  if (query->kind != CCL_QUERY_SUM || query->split != CCL_NONE)
    return;
  const ccl_expr *what = query->what[0];
  const ccl_expr *const *parts = &query->what[0];
  size_t count = 1;
  if (what->op == CCL_OP_SUM) {
    parts = what->args;
    count = what->arg_count;
  }
  class->terms = ccl_new_array(uint32_t, count);
  class->negative = ccl_new_array(bool, count);
  for (size_t i = 0; i < count; i++) {
    if (parts[i]->op != CCL_OP_FIELD || parts[i]->index >= activity->data_count ||
        parts[i]->type.kind != CCL_KIND_NUMBER)
      return;
    class->terms[i] = parts[i]->index;
    class->negative[i] = what->op == CCL_OP_SUM && what->inverse && what->inverse[i];
  }
  class->term_count = count;
  class->sums_fields = true;
}

static void add_splitters(ccl_class *class, const ccl_plan *plan) {
  uint32_t named = class->query->split;
  ccl_versions versions = plan->calendars[named].versions;
  class->splitter_count = versions.count + 1;
  class->splitters = ccl_new_array(ccl_splitter, class->splitter_count);
  class->calendars = ccl_new_array(uint32_t, class->splitter_count);
  for (size_t i = 0; i < class->splitter_count; i++) {
    class->calendars[i] = i == 0 ? named : versions.items[i - 1].index;
    const ccl_calendar *calendar = &plan->calendars[class->calendars[i]].calendar;
    size_t room = ccl_calendar_limits_max(calendar);
    ccl_splitter_init(&class->splitters[i], plan->header.zone, calendar, ccl_new_array(ccl_band_limit, room));
  }
}

static ccl_class *class_new(ccl_classes *classes, const ccl_request *request) {
  const ccl_plan *plan = classes->plan;
  const ccl_query *query = &plan->queries[request->query];
  ccl_class *class = ccl_new(ccl_class);
  class->query = query;
  class->first = request;
  class->dim_fields = ccl_new_array(uint32_t, request->dim_count);
  for (size_t i = 0; i < request->dim_count; i++) {
    bool is_band = plan->dims[request->dims[i]].calendar != CCL_NONE;
    class->dim_fields[i] = is_band ? CCL_NONE : ccl_plan_field_of(plan, query->activity, request->dims[i]);
    if (is_band ? query->split != plan->dims[request->dims[i]].calendar : class->dim_fields[i] == CCL_NONE)
      CCL_BUG("a request is grouped by what its activity does not have");
  }
  /* On pieces a condition says something else for each of them. */
  bool once = query->where && query->outer_count == 0 && query->split == CCL_NONE;
  class->where = once ? condition_of(classes, query->where, query->dated_by) : CCL_NONE;
  class->filter_conditions = ccl_new_array(uint32_t, request->filter_count);
  for (size_t i = 0; i < request->filter_count; i++)
    class->filter_conditions[i] =
        request->filters[i].where ? condition_of(classes, request->filters[i].where, query->dated_by) : CCL_NONE;
  if (query->split != CCL_NONE)
    add_splitters(class, plan);
  find_terms(class, &plan->activities[query->activity]);
  return class;
}

void ccl_classes_add(ccl_classes *classes, const ccl_request *requests, size_t number) {
  const ccl_request *request = &requests[number];
  const ccl_query *query = &classes->plan->queries[request->query];
  ccl_class *class = NULL;
  for (size_t i = 0; i < classes->all.len && !class; i++)
    if (is_of(classes->all.items[i], request, query))
      class = classes->all.items[i];
  if (!class) {
    class = class_new(classes, request);
    ccl_vec_push(&classes->all, class);
  }
  ccl_vec_push(&class->requests, number);
}

/* ---- Spans ---- */

static int compare_cuts(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* The first span that ends on the day or later. */
static size_t span_from(const ccl_class *class, ccl_day day) {
  size_t low = 0, high = class->span_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (class->spans[middle].to < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void cut_class(ccl_class *class, const ccl_request *requests) {
  size_t count = 0;
  for (size_t r = 0; r < class->requests.len; r++)
    count += requests[class->requests.items[r]].days.len * 2;
  int64_t *cuts = ccl_new_array(int64_t, count);
  count = 0;
  for (size_t r = 0; r < class->requests.len; r++) {
    ccl_dayset days = requests[class->requests.items[r]].days;
    for (size_t i = 0; i < days.len; i++) {
      cuts[count++] = days.items[i].from;
      cuts[count++] = (int64_t)days.items[i].to + 1;
    }
  }
  if (count > 0)
    qsort(cuts, count, sizeof *cuts, compare_cuts);
  class->spans = ccl_new_array(ccl_days, count);
  for (size_t i = 1; i < count; i++)
    if (cuts[i] != cuts[i - 1])
      class->spans[class->span_count++] = (ccl_days){ (ccl_day)cuts[i - 1], (ccl_day)(cuts[i] - 1) };
  class->covered = ccl_new_array(bool, class->span_count);
  for (size_t r = 0; r < class->requests.len; r++) {
    ccl_dayset days = requests[class->requests.items[r]].days;
    for (size_t i = 0; i < days.len; i++)
      for (size_t s = span_from(class, days.items[i].from);
           s < class->span_count && class->spans[s].to <= days.items[i].to; s++)
        class->covered[s] = true;
  }
}

static void make_cells(ccl_classes *classes) {
  size_t distinct = 0;
  for (size_t i = 0; i < classes->all.len; i++)
    distinct += classes->all.items[i]->query->kind == CCL_QUERY_DISTINCT;
  for (size_t i = 0; i < classes->all.len; i++) {
    ccl_class *class = classes->all.items[i];
    ccl_cells_init(&class->cells, class->query, class->first->dim_count, class->span_count);
    class->cells.memory = distinct > 0 ? classes->memory / distinct : 0;
  }
}

void ccl_classes_cut(ccl_classes *classes, const ccl_request *requests) {
  for (size_t i = 0; i < classes->all.len; i++)
    cut_class(classes->all.items[i], requests);
  make_cells(classes);
}

void ccl_classes_clear(ccl_classes *classes) {
  ccl_classes_free(classes);
  make_cells(classes);
}

void ccl_classes_free(ccl_classes *classes) {
  for (size_t i = 0; i < classes->all.len; i++)
    ccl_cells_free(&classes->all.items[i]->cells);
}

uint32_t ccl_class_span_of(ccl_class *class, ccl_day day) {
  size_t span = class->last_span;
  if (span >= class->span_count || !ccl_days_has(class->spans[span], day))
    span = span_from(class, day);
  if (span >= class->span_count || !ccl_days_has(class->spans[span], day))
    return CCL_NO_SPAN_OF_DAYS;
  class->last_span = span;
  return class->covered[span] ? (uint32_t)span : CCL_NO_SPAN_OF_DAYS;
}

static ccl_answer answer_part(ccl_class *class, const ccl_plan *plan, const ccl_request *request) {
  ccl_cells_begin(&class->cells, plan, class->first->dims);
  for (size_t i = 0; i < request->days.len; i++)
    for (size_t s = span_from(class, request->days.items[i].from);
         s < class->span_count && class->spans[s].to <= request->days.items[i].to; s++)
      ccl_cells_collect(&class->cells, (uint32_t)s);
  return ccl_cells_answer(&class->cells);
}

/* Cells to which the numbers of other parts can be added. */
static ccl_cell *own_cells(ccl_answer *answer) {
  ccl_cell *cells = ccl_new_array(ccl_cell, answer->count);
  for (size_t i = 0; i < answer->count; i++)
    cells[i] = answer->cells[i];
  answer->cells = cells;
  return cells;
}

/* The cells of another part are those of the first one. */
static void add_numbers(ccl_cell *cells, ccl_answer more) {
  for (size_t i = 0; i < more.count; i++)
    if (cells[i].value.state == CCL_KNOWN)
      cells[i].value.as.number = ccl_rat_add(cells[i].value.as.number, more.cells[i].value.as.number);
}

void ccl_class_answer(ccl_class *class, const ccl_plan *plan, const ccl_request *requests, ccl_answer *answers) {
  size_t parts = ccl_cells_parts(&class->cells), count = class->requests.len;
  ccl_cell **sums = ccl_new_array(ccl_cell *, count);
  for (size_t part = 0; part < parts; part++) {
    ccl_cells_take_part(&class->cells, part);
    for (size_t r = 0; r < count; r++) {
      size_t number = class->requests.items[r];
      ccl_answer answer = answer_part(class, plan, &requests[number]);
      if (part > 0) {
        add_numbers(sums[r], answer);
        continue;
      }
      answers[number] = answer;
      if (parts > 1)
        sums[r] = own_cells(&answers[number]);
    }
  }
}
