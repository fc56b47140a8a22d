/* SPDX-License-Identifier: Apache-2.0 */
/* One engine over one file, one question: for the tests of engine/. */
#ifndef CCL_TESTS_ENGINE_BUILD_H
#define CCL_TESTS_ENGINE_BUILD_H

#include "engine/engine.h"
#include "rows_build.h"

static inline ccl_engine_options plain_options(void) {
  return (ccl_engine_options){ .encoding = CCL_ENCODING_UTF8, .sha256 = true, .threads = 1 };
}

static inline ccl_data_file csv_file(ccl_str path) {
  return (ccl_data_file){ .path = path, .format = CCL_FORMAT_CSV };
}

static inline ccl_engine *engine_on(maker *m, ccl_data_file file, ccl_engine_options options) {
  ccl_data_file *files = ccl_new(ccl_data_file);
  *files = file;
  m->diags = (ccl_diags){ .lang = CCL_LANG_EN };
  return ccl_engine_new(&m->plan, &m->supply, &m->diags, options, files, 1, NULL, 0);
}

static inline ccl_dayset month(int year, int number) {
  ccl_month first = (year - 1970) * 12 + number - 1;
  return ccl_dayset_of((ccl_days){ ccl_month_first(first), ccl_month_last(first) });
}

/* Cells as "FR 3, MA 1": keys and value. */
static inline ccl_str answer_text(const maker *m, const ccl_request *request, ccl_answer answer) {
  ccl_buf buf = { 0 };
  for (size_t i = 0; i < answer.count; i++) {
    const ccl_cell *cell = &answer.cells[i];
    if (i > 0)
      ccl_buf_z(&buf, ", ");
    for (size_t d = 0; d < request->dim_count; d++) {
      ccl_value key = cell->key[d];
      ccl_buf_add(&buf, key.kind == CCL_KIND_TEXT
                            ? key.as.text
                            : ccl_value_say(&m->plan, m->dims[request->dims[d]].type, key, CCL_LANG_EN));
      ccl_buf_char(&buf, ' ');
    }
    ccl_value value = cell->value;
    if (value.state == CCL_TROUBLE)
      ccl_buf_printf(&buf, "%s %.*s", ccl_code_text(value.as.trouble->code), (int)value.as.trouble->detail.len,
                     value.as.trouble->detail.ptr);
    else if (value.kind == CCL_KIND_NUMBER)
      ccl_buf_add(&buf, ccl_rat_text(value.as.number));
    else
      ccl_buf_add(&buf, ccl_value_say(&m->plan, type_of(value.kind), value, CCL_LANG_EN));
  }
  return ccl_buf_str(&buf);
}

/* Asks one request; its cells as text, or what was reported. */
static inline ccl_str ask_request(maker *m, ccl_engine *engine, ccl_request request) {
  ccl_answer answer;
  if (!ccl_engine_answer(engine, &request, 1, &answer))
    return reported(&m->diags);
  return answer_text(m, &request, answer);
}

static inline ccl_str ask(maker *m, ccl_engine *engine, uint32_t query, ccl_dayset days) {
  return ask_request(m, engine, (ccl_request){ .query = query, .days = days });
}

#endif
