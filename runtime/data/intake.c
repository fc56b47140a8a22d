/* SPDX-License-Identifier: Apache-2.0 */
/* Judges rows: an end before its start, a key that is there already, a later version. */
#include "data/intake.h"

#include "plan/compute.h"

void ccl_intake_init(ccl_intake *intake, const ccl_plan *plan, uint32_t activity, ccl_faults *faults,
                     const ccl_str *paths) {
  *intake = (ccl_intake){ .plan = plan, .activity = &plan->activities[activity], .faults = faults, .paths = paths };
  const ccl_activity *of = intake->activity;
  if (of->key != CCL_NONE &&
      (of->key >= of->data_count || (of->keeping_latest != CCL_NONE && of->keeping_latest >= of->data_count)))
    CCL_BUG("a key that is no field of data");
}

void ccl_intake_begin(ccl_intake *intake) {
  intake->next = 0;
  intake->keys.keeps_latest = intake->activity->keeping_latest != CCL_NONE;
}

void ccl_intake_end(ccl_intake *intake) {
  intake->rows = intake->next;
  intake->judged = true;
  ccl_keys_free(&intake->keys);
}

ccl_row_place ccl_intake_place(const ccl_batch *batch, size_t row) {
  return (ccl_row_place){ batch->file, batch->path, batch->lines[row], batch->spans[row] };
}

static void set_aside(ccl_intake *intake, uint64_t number) {
  if (!ccl_bits_has(&intake->left, number)) {
    ccl_bits_set(&intake->left, number);
    intake->rejected++;
  }
}

void ccl_intake_fault(ccl_intake *intake, const ccl_batch *batch, ccl_fault fault, bool more) {
  if (intake->judged)
    return;
  bool files = batch->spans[batch->count] == NULL;
  if (intake->faults->reject && files) {
    if (more)
      return;
    set_aside(intake, intake->next);
  }
  fault.activity = intake->activity->name;
  ccl_faults_add(intake->faults, &fault);
}

void ccl_intake_drop(ccl_intake *intake, const ccl_batch *batch, size_t row, ccl_fault fault) {
  uint64_t number = batch->numbers[row];
  if (intake->faults->reject) {
    if (ccl_bits_has(&intake->left, number))
      return;
    set_aside(intake, number);
  }
  fault.place = ccl_intake_place(batch, row);
  fault.activity = intake->activity->name;
  fault.row = batch->texts[row];
  if (ccl_faults_wants(intake->faults))
    ccl_faults_add(intake->faults, &fault);
  else
    ccl_faults_count(intake->faults);
}

static ccl_str said(const ccl_intake *intake, const ccl_batch *batch, uint32_t field) {
  ccl_value value = ccl_batch_value(batch, field, batch->count);
  if (value.state != CCL_KNOWN)
    return (ccl_str){ NULL, 0 };
  if (value.kind == CCL_KIND_TEXT)
    return value.as.text;
  return ccl_value_say(intake->plan, intake->activity->fields[field].type, value, intake->faults->diags->lang);
}

/* Whether the row ends before it starts. */
static bool is_inverted(const ccl_intake *intake, const ccl_batch *batch) {
  const ccl_activity *activity = intake->activity;
  if (activity->until == CCL_NONE || activity->until >= activity->data_count ||
      activity->dated_by >= activity->data_count)
    return false;
  ccl_value from = ccl_batch_value(batch, activity->dated_by, batch->count),
            to = ccl_batch_value(batch, activity->until, batch->count);
  return from.state == CCL_KNOWN && to.state == CCL_KNOWN && from.kind == to.kind && ccl_value_cmp(to, from) < 0;
}

static ccl_fault fault_here(const ccl_batch *batch, const ccl_message *message) {
  return (ccl_fault){ .place = ccl_intake_place(batch, batch->count),
                      .message = message,
                      .row = batch->texts[batch->count] };
}

static void report_inverted(ccl_intake *intake, const ccl_batch *batch) {
  if (!ccl_faults_wants(intake->faults)) {
    ccl_faults_count(intake->faults);
    return;
  }
  const ccl_activity *activity = intake->activity;
  ccl_fault fault = fault_here(batch, &ccl_data_say_inverted_times);
  fault.column = fault.args[0] = activity->fields[activity->until].name;
  fault.found = fault.args[1] = said(intake, batch, activity->until);
  fault.args[2] = activity->fields[activity->dated_by].name;
  fault.args[3] = said(intake, batch, activity->dated_by);
  fault.arg_count = 4;
  ccl_intake_fault(intake, batch, fault, false);
}

static void report_key(ccl_intake *intake, const ccl_batch *batch, ccl_key_row other, bool equal) {
  if (!ccl_faults_wants(intake->faults)) {
    ccl_faults_count(intake->faults);
    return;
  }
  const ccl_activity *activity = intake->activity;
  ccl_fault fault = fault_here(batch, equal ? &ccl_data_say_equal_versions : &ccl_data_say_repeated_key);
  ccl_row_place place = { other.file, intake->paths[other.file], other.line, NULL };
  fault.column = fault.args[0] = activity->fields[activity->key].name;
  fault.found = fault.args[1] = said(intake, batch, activity->key);
  fault.args[2] = ccl_row_place_text(intake->faults->diags->sources, place);
  fault.args[3] = equal ? activity->fields[activity->keeping_latest].name : (ccl_str){ NULL, 0 };
  fault.arg_count = equal ? 4 : 3;
  ccl_intake_fault(intake, batch, fault, false);
}

/* Whether the row may stay as far as its key goes. */
static bool key_is_free(ccl_intake *intake, const ccl_batch *batch) {
  const ccl_activity *activity = intake->activity;
  if (activity->key == CCL_NONE || intake->ignores_keys)
    return true;
  size_t row = batch->count;
  ccl_value key = ccl_batch_value(batch, activity->key, row), version = ccl_value_absent();
  if (key.state != CCL_KNOWN)
    return true;
  if (activity->keeping_latest != CCL_NONE)
    version = ccl_batch_value(batch, activity->keeping_latest, row);
  ccl_key_row here = { intake->next, batch->lines[row], batch->file }, other = here;
  ccl_key_finding finding = ccl_keys_add(&intake->keys, key, version, here, &other);
  switch (finding) {
  case CCL_KEY_FIRST: return true;
  case CCL_KEY_REPLACES:
    ccl_bits_set(&intake->left, other.number);
    intake->replaced++;
    return true;
  case CCL_KEY_REPLACED:
    ccl_bits_set(&intake->left, here.number);
    intake->replaced++;
    return false;
  case CCL_KEY_REPEATED:
  case CCL_KEY_EQUAL: break;
  }
  report_key(intake, batch, other, finding == CCL_KEY_EQUAL);
  return false;
}

bool ccl_intake_take(ccl_intake *intake, ccl_batch *batch) {
  bool stays;
  if (intake->judged) {
    stays = !ccl_bits_has(&intake->left, intake->next);
  } else if (is_inverted(intake, batch)) {
    report_inverted(intake, batch);
    stays = false;
  } else {
    stays = key_is_free(intake, batch);
  }
  if (stays)
    batch->numbers[batch->count++] = intake->next;
  intake->next++;
  return stays;
}

void ccl_intake_skip(ccl_intake *intake) {
  intake->next++;
}
