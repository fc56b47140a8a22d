/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a figure is: its type (known before anything is computed) and its value.
 *
 * Numbers and quantities are exact and always in base units (seconds, days, months, currency units, counts; 20 % is 1/5): the unit in a
 * type only says how the figure is written. Values of other kinds are what their name says.
 */
#ifndef CCL_PLAN_VALUE_H
#define CCL_PLAN_VALUE_H

#include "base/diag.h"
#include "calendar/zone.h"
#include "value/date.h"
#include "value/rational.h"
#include "value/unit.h"

typedef enum ccl_kind {
  CCL_KIND_NUMBER, /* numbers and quantities */
  CCL_KIND_BOOL,
  CCL_KIND_TEXT,
  CCL_KIND_DATE,
  CCL_KIND_TIMESTAMP,
  CCL_KIND_MONTH,
  CCL_KIND_WEEKDAY, /* weekday(date), Monday … Sunday */
  CCL_KIND_CHOICE   /* a field `one of`, a band of a calendar */
} ccl_kind;

typedef struct ccl_type {
  ccl_kind kind;
  const ccl_unit *unit; /* of a number: how it is written; never NULL for numbers, NULL otherwise */
} ccl_type;

typedef enum ccl_state {
  CCL_KNOWN,
  CCL_ABSENT,  /* a missing value of an optional field (clause 5) */
  CCL_TROUBLE, /* it cannot be computed; trouble says why */
  CCL_UNKNOWN  /* not read yet: only while requests are collected (plan/compute.h) */
} ccl_state;

typedef struct ccl_value ccl_value;

/* Why a figure cannot be computed: the code of checks.md ("while computing"), the place, and what the message names. */
typedef struct ccl_trouble {
  ccl_code code;
  const struct ccl_expr *at; /* the smallest expression that fails */
  ccl_str subject;           /* the input, series, tiers, grid … by name; may be empty */
  ccl_str detail;            /* the figure, key or combination that is missing, ready to print; may be empty */
} ccl_trouble;

struct ccl_value {
  ccl_state state;
  ccl_kind kind; /* of a known value */
  union {
    ccl_rat number;
    bool truth;
    ccl_str text;
    ccl_day day;
    ccl_month month;
    ccl_instant instant;
    int weekday;     /* 1 Monday … 7 Sunday */
    uint32_t choice; /* index into plan.choices: choices of one spelling are one choice */
    const ccl_trouble *trouble;
  } as;
};

ccl_value ccl_value_number(ccl_rat number); /* a number that is too large becomes the trouble number-too-large, without place */
ccl_value ccl_value_bool(bool truth);
ccl_value ccl_value_text(ccl_str text);
ccl_value ccl_value_day(ccl_day day);
ccl_value ccl_value_instant(ccl_instant instant);
ccl_value ccl_value_choice(uint32_t choice);
ccl_value ccl_value_weekday(int weekday);
ccl_value ccl_value_month(ccl_month month);
ccl_value ccl_value_absent(void);
ccl_value ccl_value_unknown(void);

/* Both known and of one kind. Order: numbers and dates rising, false before true, text by code point, choices by index. */
int ccl_value_cmp(ccl_value a, ccl_value b);
bool ccl_value_eq(ccl_value a, ccl_value b);

#endif
