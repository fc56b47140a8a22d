/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The classes of an activity (engine/classes.h) as work on strips of columns, for several threads: conditions and keys
 * that depend on columns of few values become tables, filled with the ordinary evaluator (ccl_compute) the first time a
 * value is met; conditions and sums of figures work on scaled integers. What it cannot say it says of a row (the row is
 * doubtful and goes to engine/gather.h), of a strip (all its rows are), or of the whole (ccl_quick_new gives NULL, and
 * every row goes there). So both ways give the same cells.
 *
 * One thread, the owner of the collector, makes the plan, fills tables and merges; threads read strips and tally.
 */
#ifndef CCL_ENGINE_QUICK_H
#define CCL_ENGINE_QUICK_H

#include "data/lane.h"
#include "engine/gather.h"

/* Before a loop over the rows of a strip whose body is short. */
#if defined(__clang__)
#define CCL_UNROLL _Pragma("unroll 4")
#else
#define CCL_UNROLL _Pragma("GCC unroll 4")
#endif

#define CCL_QUICK_DOUBT UINT32_MAX
#define CCL_QUICK_MISSING (UINT32_MAX - 1)

/* ---- The plan, shared ---- */

typedef enum ccl_quick_table_kind {
  CCL_QUICK_EXPR,
  CCL_QUICK_FIELD, /* a derived field */
  CCL_QUICK_SPAN, /* number of the class's span that holds the row's day, or CCL_QUICK_MISSING */
  CCL_QUICK_DAYS /* whether the row's day is one of these */
} ccl_quick_table_kind;

/* A value that depends on columns of few values. */
typedef struct ccl_quick_table {
  ccl_quick_table_kind kind;
  const ccl_expr *expr; /* of EXPR */
  uint32_t field; /* of FIELD */
  ccl_class *class; /* of SPAN; of EXPR its surroundings */
  const ccl_dayset *days; /* of DAYS */
  bool is_key; /* its values are numbered in `keys`; else a condition: 0, 1, CCL_QUICK_DOUBT */
  CCL_VEC(ccl_value) keys;
  uint32_t *lanes; /* fields of data that it depends on */
  size_t lane_count;
  uint32_t *shared; /* by code of the one lane; NULL: each thread has its own (texts, several lanes) */
} ccl_quick_table;

typedef enum ccl_quick_op {
  CCL_QUICK_TABLE,
  CCL_QUICK_CONSTANT,
  CCL_QUICK_WITHIN, /* a figure between two limits, once for each pair */
  CCL_QUICK_COMPARE, /* two figures */
  CCL_QUICK_KNOWN, /* a figure is there */
  CCL_QUICK_AND,
  CCL_QUICK_OR,
  CCL_QUICK_NOT
} ccl_quick_op;

/* Limits of a figure with so many decimals; low > high: nothing lies between them. */
typedef struct ccl_quick_limits {
  int64_t low[CCL_FIGURE_PLACES + 1], high[CCL_FIGURE_PLACES + 1];
} ccl_quick_limits;

/* A condition: 0 no, 1 yes, 2 doubtful. */
typedef struct ccl_quick_condition {
  ccl_quick_op op;
  const ccl_expr *expr; /* hash-consed by expression and surroundings; NULL: made here */
  ccl_class *class;
  uint32_t table, truth;
  const ccl_expr *left, *right; /* figures */
  ccl_comparison comparison;
  bool inverted; /* of WITHIN */
  CCL_VEC(ccl_quick_limits) limits;
  uint32_t *args;
  size_t arg_count;
} ccl_quick_condition;

/* Where a key or a value to be counted comes from: the codes of a lane, or a table. */
typedef struct ccl_quick_key {
  bool is_lane;
  uint32_t index;
  uint32_t bound; /* no number is as large; 0: unknown */
} ccl_quick_key;

/* Which rows a class counts; classes may share it. */
typedef struct ccl_quick_selection {
  uint32_t spans; /* table */
  uint32_t *conditions; /* all must hold */
  size_t condition_count;
} ccl_quick_selection;

/* What a class does with a row. */
typedef struct ccl_quick_class {
  ccl_class *class;
  uint32_t selection;
  ccl_quick_key *keys; /* span (when there are several), then one for each dimension */
  size_t key_count;
  size_t dense; /* groups, when every bound is known and they are few; else 0 */
  const ccl_expr *figure; /* what is added, ranked or compared */
  bool is_duration;
  ccl_quick_key counted; /* DISTINCT */
} ccl_quick_class;

typedef struct ccl_quick {
  const ccl_plan *plan;
  const ccl_activity *activity;
  ccl_gather *gather; /* for the classes, and to compute expressions */
  ccl_batch *sample; /* one row, with the values that a table is asked for */
  bool *used, *instants; /* fields of data whose values, whose instants are read */
  bool *counted; /* fields of text whose values are only counted once each: their dictionaries may be emptied */
  ccl_dates **dates; /* of fields of dates and times; NULL for others */
  CCL_VEC(ccl_quick_table) tables;
  CCL_VEC(ccl_quick_condition) conditions;
  CCL_VEC(ccl_quick_selection) selections;
  CCL_VEC(ccl_quick_class) classes;
  int32_t slot_seconds; /* so long a part of a day has one band and hour */
} ccl_quick;

/* The plan for the classes of `gather`; NULL: they need the ordinary way. Its rooms outside the collector: ccl_quick_free. */
ccl_quick *ccl_quick_new(ccl_gather *gather);
void ccl_quick_free(ccl_quick *quick);

/* ---- Threads ---- */

typedef struct ccl_quick_thread ccl_quick_thread;

/* Numbers for pairs of numbers, in order of arrival. */
typedef struct ccl_quick_pairs {
  ccl_pairs map;
  uint32_t *lefts, *rights;
  size_t len, left_cap, right_cap;
} ccl_quick_pairs;

/* What one class has gathered. */
typedef struct ccl_quick_tally {
  ccl_quick_pairs *levels; /* of groups that are not dense, one for each key */
  uint64_t *rows;
  int64_t *sums;
  size_t room; /* groups that rows and sums have room for */
  size_t row_cap, sum_cap;
  int32_t places; /* of sums and of values */
  uint64_t largest; /* no sum is larger */
  ccl_i128 *wide[CCL_FIGURE_PLACES + 1]; /* sums by count of decimals */
  size_t wide_cap[CCL_FIGURE_PLACES + 1], wide_len[CCL_FIGURE_PLACES + 1];
  int64_t *extremes;
  uint8_t *has_extreme;
  size_t extreme_cap, has_extreme_cap;
  struct ccl_quick_counts { /* values of ranks by group, and distinct codes: open slots */
    uint64_t *groups;
    int64_t *values;
    uint64_t *counts; /* 0: free */
    size_t len, slot_count, group_cap, value_cap, count_cap;
  } counts;
  uint32_t *small; /* the same for values 0 to CCL_QUICK_SMALL − 1 where there are no groups */
  size_t small_cap;
} ccl_quick_tally;

enum { CCL_QUICK_SMALL = 8192 };

typedef struct ccl_quick_asks {
  void *self;
  /* Fills own[table] up to own_need[table] of this thread. */
  void (*fill)(void *self, ccl_quick_thread *thread, uint32_t table);
  /* Calls ccl_quick_relieve. */
  void (*relieve)(void *self, ccl_quick_thread *thread);
} ccl_quick_asks;

/* A figure of every row of a strip. */
typedef struct ccl_quick_figures {
  const int64_t *values;
  int32_t places;
  uint64_t magnitude;
  const uint8_t *present; /* NULL: all are */
} ccl_quick_figures;

struct ccl_quick_thread {
  const ccl_quick *quick;
  ccl_strip strip;
  ccl_lane *lanes; /* one for each field of data */
  ccl_quick_asks asks;
  uint32_t **own; /* tables of this thread */
  size_t *own_len, *own_cap, *own_need;
  ccl_quick_pairs **combinations; /* of tables that depend on several lanes */
  uint32_t **codes; /* table → row: its values */
  uint8_t **held; /* condition → row */
  ccl_quick_tally *tallies; /* of classes */
  int64_t **registers; /* of figures that are computed */
  uint8_t **presence;
  size_t register_count, registers_used;
  uint8_t **kept; /* selection → row: 1 for rows that it takes */
  uint32_t *kept_counts; /* how many they are */
  uint32_t *groups;
  uint64_t *day_rows; /* by code of dated_by */
  size_t day_len, day_cap;
  uint64_t rows;
  bool gave_up; /* too many groups … : everything is to be done the ordinary way */
};

void ccl_quick_thread_init(ccl_quick_thread *thread, const ccl_quick *quick);
void ccl_quick_thread_free(ccl_quick_thread *thread);
/* Lanes are read: tallies the rows of the strip that are not doubtful; more may become so. */
void ccl_quick_strip(ccl_quick_thread *thread);

/* ---- Tables, on the owner of the collector ---- */

/* Fills the tables of a new day, before it is published: number dates->count. */
void ccl_quick_fill_day(ccl_quick *quick, uint32_t field, uint32_t number);
/* Fills a thread's own table from own_len to own_need. */
void ccl_quick_fill_own(ccl_quick *quick, ccl_quick_thread *thread, uint32_t table);

/* Gives the distinct values that the thread has counted to the cells, and forgets them. */
void ccl_quick_relieve(ccl_quick *quick, ccl_quick_thread *thread);

/* ---- The end ---- */

/* Adds what the thread has gathered to the cells of the classes and to the days. False: too many groups. */
bool ccl_quick_merge(ccl_quick *quick, ccl_quick_thread *thread, ccl_day_counts *counts);

/* ---- Private to quick*.c ---- */

/* Whether an expression is figures added, subtracted and multiplied; notes the fields that are used. */
bool ccl_quick_is_figure(ccl_quick *quick, const ccl_expr *expr);
/* Computes an expression on the sample row, in the surroundings of a class. */
ccl_value ccl_quick_compute(ccl_quick *quick, const ccl_class *class, const ccl_expr *expr);
uint32_t ccl_quick_codes(const ccl_quick *quick, uint32_t field); /* how many codes a lane has; 0: not known before */
void ccl_quick_fill_shared(ccl_quick *quick, ccl_quick_table *table, uint32_t from, uint32_t to);
bool ccl_quick_figures_of(ccl_quick_thread *thread, const ccl_expr *expr, ccl_quick_figures *out);
void ccl_quick_select(ccl_quick_thread *thread, size_t selection);
void ccl_quick_tally_strip(ccl_quick_thread *thread, size_t class);
uint32_t ccl_quick_pair(ccl_quick_pairs *pairs, uint32_t left, uint32_t right);
void ccl_quick_pairs_free(ccl_quick_pairs *pairs);
ccl_value ccl_quick_lane_value(const ccl_quick *quick, const ccl_lane *lane, uint32_t code);

#endif
