/* SPDX-License-Identifier: Apache-2.0 */
/* Making and comparing values. What is computed with them is compute.c's, how they read is say.c's. */
#include "plan/value.h"

#include "base/mem.h"

/* What ccl_value_number makes of a number that is too large: whoever knows the expression says where (compute.c). */
static const ccl_trouble TOO_LARGE = { .code = CCL_CODE_number_too_large };

ccl_value ccl_value_number(ccl_rat number) {
  if (ccl_rat_is_too_large(number))
    return (ccl_value){ .state = CCL_TROUBLE, .kind = CCL_KIND_NUMBER, .as.trouble = &TOO_LARGE };
  return (ccl_value){ .kind = CCL_KIND_NUMBER, .as.number = number };
}

ccl_value ccl_value_bool(bool truth) {
  return (ccl_value){ .kind = CCL_KIND_BOOL, .as.truth = truth };
}

ccl_value ccl_value_text(ccl_str text) {
  return (ccl_value){ .kind = CCL_KIND_TEXT, .as.text = text };
}

ccl_value ccl_value_day(ccl_day day) {
  return (ccl_value){ .kind = CCL_KIND_DATE, .as.day = day };
}

ccl_value ccl_value_instant(ccl_instant instant) {
  return (ccl_value){ .kind = CCL_KIND_TIMESTAMP, .as.instant = instant };
}

ccl_value ccl_value_choice(uint32_t choice) {
  return (ccl_value){ .kind = CCL_KIND_CHOICE, .as.choice = choice };
}

ccl_value ccl_value_weekday(int weekday) {
  return (ccl_value){ .kind = CCL_KIND_WEEKDAY, .as.weekday = weekday };
}

ccl_value ccl_value_month(ccl_month month) {
  return (ccl_value){ .kind = CCL_KIND_MONTH, .as.month = month };
}

ccl_value ccl_value_absent(void) {
  return (ccl_value){ .state = CCL_ABSENT };
}

ccl_value ccl_value_unknown(void) {
  return (ccl_value){ .state = CCL_UNKNOWN };
}

static int order(int64_t a, int64_t b) {
  return (a > b) - (a < b);
}

int ccl_value_cmp(ccl_value a, ccl_value b) {
  if (a.state != CCL_KNOWN || b.state != CCL_KNOWN || a.kind != b.kind)
    CCL_BUG("values of two kinds, or that are not known, are compared");
  switch (a.kind) {
  case CCL_KIND_NUMBER: return ccl_rat_cmp(a.as.number, b.as.number);
  case CCL_KIND_BOOL: return order(a.as.truth, b.as.truth);
  case CCL_KIND_TEXT: return ccl_str_cmp(a.as.text, b.as.text);
  case CCL_KIND_DATE: return order(a.as.day, b.as.day);
  case CCL_KIND_TIMESTAMP: return ccl_instant_cmp(a.as.instant, b.as.instant);
  case CCL_KIND_MONTH: return order(a.as.month, b.as.month);
  case CCL_KIND_WEEKDAY: return order(a.as.weekday, b.as.weekday);
  case CCL_KIND_CHOICE: return order(a.as.choice, b.as.choice);
  }
  CCL_BUG("a value of no kind");
}

bool ccl_value_eq(ccl_value a, ccl_value b) {
  return ccl_value_cmp(a, b) == 0;
}
