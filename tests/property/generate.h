/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Contracts and activity made at random, from a seed alone: the same seed gives the same deal on any machine. A deal
 * knows its contract in English and in French, and its rows as figures, so that a property can say by itself what
 * ought to come out. What is asked of a deal (articles, measures) each property adds; deal.h runs it.
 */
#ifndef CCL_TESTS_PROPERTY_GENERATE_H
#define CCL_TESTS_PROPERTY_GENERATE_H

#include "base/str.h"
#include "base/vec.h"
#include "calendar/period.h"
#include "calendar/proration.h"
#include "calendar/zone.h"
#include "value/rational.h"
#include "value/round.h"

/* ---- Chance ---- */

typedef struct chance {
  uint64_t state;
} chance;

uint64_t chance_next(chance *c);
int64_t chance_from(chance *c, int64_t low, int64_t high); /* both included */
bool chance_is(chance *c, int percent);
ccl_rat chance_cents(chance *c, int64_t low, int64_t high); /* a number of cents between both, in units */

/* ---- A deal ---- */

typedef struct deal_text {
  ccl_str en, fr;
} deal_text;

typedef CCL_VEC(deal_text) deal_texts;

enum { DEAL_SITES = 3 };

typedef struct deal_call {
  int64_t began; /* seconds since 1970 */
  int site; /* 0 … DEAL_SITES − 1 */
  bool answered;
  int64_t wait; /* seconds; −1: missing */
  int64_t cents; /* money */
} deal_call;

typedef struct deal_shift {
  int64_t began, ended;
  int site;
} deal_shift;

typedef struct deal {
  chance c;
  ccl_cycle cycle;
  const ccl_zone *zone;
  ccl_rounding rounding;
  ccl_rat step;
  bool per_total;
  ccl_proration proration;
  deal_texts declarations, articles;
  CCL_VEC(deal_call) calls;
  CCL_VEC(deal_shift) shifts;
} deal;

/* Dates, billing, zone, rounding, proration; activities, a calendar of three bands (low, high, feast), holidays. No
 * rows yet. `periods`: about how many billing periods at most. */
deal *deal_new(uint64_t seed, int periods);
/* Rows inside the contract, thick around midnights, ends of months and changes of the clock. */
void deal_add_calls(deal *it, int count);
void deal_add_shifts(deal *it, int count);

/* A declaration or an article in both languages. Each # of the text is the next of the numbers, as that language writes
 * numbers. */
void deal_declare(deal *it, const char *en, const char *fr, const ccl_rat *numbers);
void deal_article(deal *it, const char *en, const char *fr, const ccl_rat *numbers);
/* Tiers `name` with `count` bounds (whole, rising), in EUR per call, sums of `plus` perhaps; prices (count + 1 of them)
 * and bounds go to the arrays when they are not NULL. */
void deal_tiers(deal *it, const char *name, int count, bool may_plus, ccl_rat *bounds, ccl_rat *prices);

/* The contract's text. seed 0: declarations and articles as they were added; else in another order. */
ccl_str deal_write(const deal *it, bool french, uint64_t seed);
/* The rows as CSV, in the order of `seed` as above; of `parts` files that make up all rows, number `part`. */
ccl_str deal_calls_csv(const deal *it, uint64_t seed, int part, int parts);
ccl_str deal_shifts_csv(const deal *it, uint64_t seed, int part, int parts);

/* ---- What a property may want to know of a deal ---- */

ccl_day deal_day(const deal *it, int64_t instant);
int32_t deal_period_of(const deal *it, ccl_day day); /* its number; −1: outside */
size_t deal_periods(const deal *it);
/* Whether a shift passes a midnight or a change of the clock. */
bool deal_shift_is_hard(const deal *it, deal_shift shift);

#endif
