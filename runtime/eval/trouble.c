/* SPDX-License-Identifier: Apache-2.0 */
/* What cannot be computed, said once, with the article, the contract's words and the window (checks.md, "while
 * computing"). */
#include "eval/messages.h"
#include "eval/run.h"

#include "eval/key.h"

static const ccl_trouble reported = { .code = CCL_CODE_NONE };

ccl_value ccl_value_reported(void) {
  return (ccl_value){ .state = CCL_TROUBLE, .as.trouble = &reported };
}

/* ---- Where a trouble was met ---- */

/* Holds the trouble too: the key alone would not keep it, and another one could come to lie at its place. */
typedef struct placed {
  const ccl_trouble *trouble;
  ccl_dayset days;
} placed;

static ccl_str place_key(const ccl_trouble *trouble) {
  ccl_buf key = { 0 };
  ccl_key_pointer(&key, trouble);
  return ccl_buf_str(&key);
}

void ccl_run_place(ccl_run *run, const ccl_trouble *trouble, ccl_dayset days) {
  if (run->is_quiet || ccl_map_find(&run->places, place_key(trouble)))
    return;
  placed *place = ccl_new(placed);
  *place = (placed){ trouble, days };
  (void)ccl_map_put(&run->places, place_key(trouble), place);
}

/* ---- Sentences ---- */

static const struct {
  ccl_code code;
  const ccl_message *message;
} sentences[] = {
  { CCL_CODE_negative_quantity, &ccl_eval_say_negative_quantity },
  { CCL_CODE_negative_effect, &ccl_eval_say_negative_effect },
  { CCL_CODE_negative_base, &ccl_eval_say_negative_base },
  { CCL_CODE_tier_exceeded, &ccl_eval_say_tier_exceeded },
  { CCL_CODE_grid_incomplete, &ccl_eval_say_grid_incomplete },
  { CCL_CODE_ladder_incomplete, &ccl_eval_say_ladder_incomplete },
  { CCL_CODE_calendar_gap, &ccl_eval_say_calendar_gap },
  { CCL_CODE_division_by_zero, &ccl_eval_say_division_by_zero },
  { CCL_CODE_number_too_large, &ccl_eval_say_number_too_large },
  { CCL_CODE_missing_data, &ccl_eval_say_no_table },
  { CCL_CODE_mid_period_change, &ccl_eval_say_mid_period_change },
  { CCL_CODE_missing_proration, &ccl_eval_say_missing_proration },
  { CCL_CODE_circular_definition, &ccl_eval_say_circular },
  { CCL_CODE_context_mismatch, &ccl_eval_say_in_words },
};

static const ccl_message *sentence_of(const ccl_trouble *trouble) {
  if (trouble->code == CCL_CODE_undefined_value && trouble->at && trouble->at->op == CCL_OP_CONTEXT)
    return &ccl_eval_say_undefined_day;
  if (trouble->code == CCL_CODE_undefined_value)
    return trouble->detail.len > 0 ? &ccl_eval_say_undefined_date : &ccl_eval_say_undefined_value;
  if (trouble->code == CCL_CODE_missing_value)
    return trouble->detail.len > 0 ? &ccl_eval_say_missing_value : &ccl_eval_say_missing_earlier;
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
    if (sentences[i].code == trouble->code)
      return sentences[i].message;
  return &ccl_eval_say_cannot_compute;
}

static bool is_series(const ccl_trouble *trouble) {
  return trouble->at && (trouble->at->op == CCL_OP_SERIES || trouble->at->op == CCL_OP_LATEST);
}

static void add_help(ccl_diag *diag, const ccl_trouble *trouble) {
  if (trouble->code == CCL_CODE_undefined_value && trouble->detail.len == 0)
    ccl_diag_help(diag, &ccl_eval_say_undefined_help, CCL_NO_ARGS);
  else if (trouble->code == CCL_CODE_missing_value && is_series(trouble))
    ccl_diag_help(diag, &ccl_eval_say_missing_series_help, CCL_ARGS(trouble->subject));
  else if (trouble->code == CCL_CODE_missing_value)
    ccl_diag_help(diag, &ccl_eval_say_missing_input_help, CCL_ARGS(trouble->subject));
}

/* ---- Reporting ---- */

/* The contract's own words, in quotation marks; a dash where there are none. */
static ccl_str words_of(const ccl_run *run, const ccl_trouble *trouble) {
  const ccl_sources *sources = run->diags->sources;
  if (trouble->subject.len > 0)
    return trouble->subject;
  if (!trouble->at || trouble->at->span.file == 0 || !sources)
    return CCL_STR("—");
  ccl_str text = ccl_str_trim(ccl_source_text(sources, trouble->at->span));
  return ccl_str_printf("`%.*s`", (int)text.len, text.ptr);
}

static void add_article(ccl_run *run, ccl_diag *diag, uint32_t article, ccl_dayset window) {
  ccl_days days = ccl_dayset_hull(window);
  bool has_days = !ccl_days_is_empty(days);
  ccl_str from = has_days ? ccl_day_text(days.from) : (ccl_str){ 0 },
          to = has_days ? ccl_day_text(days.to) : (ccl_str){ 0 };
  if (article == CCL_NONE) {
    if (has_days)
      ccl_diag_note(diag, &ccl_eval_say_note_days, CCL_NO_SPAN, CCL_ARGS(from, to));
    return;
  }
  const ccl_article *it = &run->plan->articles[article];
  if (has_days)
    ccl_diag_note(diag, &ccl_eval_say_note_article, CCL_NO_SPAN, CCL_ARGS(it->name, it->number, from, to));
  else
    ccl_diag_note(diag, &ccl_eval_say_note_article_outside, CCL_NO_SPAN, CCL_ARGS(it->name, it->number));
  diag->context = ccl_message_text(&ccl_eval_say_context, diag->lang, CCL_ARGS(it->number, it->title));
}

void ccl_run_report(ccl_run *run, const ccl_trouble *trouble, uint32_t article, ccl_dayset window) {
  ccl_span span = trouble->at           ? trouble->at->span
                  : article != CCL_NONE ? run->plan->articles[article].name_span
                                        : CCL_NO_SPAN;
  ccl_message message = *sentence_of(trouble);
  message.code = trouble->code;
  ccl_diag *diag = ccl_report(run->diags, &message, span, CCL_ARGS(words_of(run, trouble), trouble->detail));
  const placed *place = ccl_map_find(&run->places, place_key(trouble));
  add_article(run, diag, article, place ? place->days : window);
  add_help(diag, trouble);
}

ccl_progress ccl_run_fail(ccl_run *run, const ccl_trouble *trouble, uint32_t article, ccl_dayset window) {
  if (!run->is_quiet && trouble->code != CCL_CODE_NONE)
    ccl_run_report(run, trouble, article, window);
  return CCL_FAILED;
}
