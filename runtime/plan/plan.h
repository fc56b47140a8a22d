/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The plan: a contract as something that can be executed. The border between compiler and runtime: compiler/lower makes it, runtime/eval
 * and runtime/engine execute it, and neither knows the other.
 *
 * Everything is resolved (names are indices into the arrays of ccl_plan), typed, and in base units (plan/value.h). Three parts: what happened
 * (activities, queries), what figures mean (parameters, measures, tiers, grids, calendars), what is charged (articles and their effects).
 * Immutable once made. Spans point into the contract's sources, for messages and for the reasons of every line.
 */
#ifndef CCL_PLAN_PLAN_H
#define CCL_PLAN_PLAN_H

#include "calendar/band.h"
#include "calendar/holidays.h"
#include "calendar/period.h"
#include "calendar/proration.h"
#include "plan/query.h"
#include "value/dayset.h"

/* ---- The header (3.1) ---- */

typedef enum ccl_party_field {
#define PARTY(name, key) CCL_PARTY_##name,
#include "plan/party.def"
#undef PARTY
  CCL_PARTY_COUNT
} ccl_party_field;

const char *ccl_party_key(ccl_party_field field); /* "vat_id" */

typedef struct ccl_party {
  ccl_str fields[CCL_PARTY_COUNT]; /* empty: not given */
} ccl_party;

typedef enum ccl_vat_kind { CCL_VAT_NONE, CCL_VAT_RATE, CCL_VAT_REVERSE, CCL_VAT_EXEMPT, CCL_VAT_OUTSIDE } ccl_vat_kind;

typedef struct ccl_vat {
  ccl_vat_kind kind; /* NONE: the contract says nothing */
  ccl_rat rate;      /* 1/5 for 20 % */
  ccl_str reason;    /* of EXEMPT */
} ccl_vat;

typedef struct ccl_rounding_rule {
  ccl_rounding mode;
  ccl_rat step;   /* 0.01, in the contract's currency */
  bool per_total; /* else per line */
} ccl_rounding_rule;

typedef enum ccl_payment_kind { CCL_PAY_NOT_SAID, CCL_PAY_WITHIN, CCL_PAY_WITHIN_THEN_MONTH_END, CCL_PAY_MONTH_END_PLUS } ccl_payment_kind;

typedef struct ccl_terms {
  ccl_payment_kind payment;
  int32_t payment_days;
  bool has_late_interest, has_recovery_fee, has_early_discount, vat_on_debits;
  ccl_rat late_interest;           /* per year: 12/100 */
  ccl_rat recovery_fee;
  const ccl_unit *recovery_unit;   /* its currency */
  ccl_str early_discount;          /* empty: none */
} ccl_terms;

typedef struct ccl_file {
  ccl_str path; /* as typed */
  ccl_str text;
} ccl_file;

typedef struct ccl_header {
  ccl_lang lang;
  ccl_str title, reference, purchase_order, buyer_reference;
  ccl_party client, provider;
  const ccl_unit *currency;
  ccl_cycle cycle;                 /* billing, fiscal year, the contract's days (to: CCL_DAY_MAX when open) */
  bool in_advance;                 /* fixes the date of the invoice only */
  ccl_str zone_name;
  const ccl_zone *zone;
  ccl_vat vat;
  ccl_rounding_rule rounding;
  ccl_proration proration;         /* CCL_PRORATION_NONE: no rule */
  ccl_terms terms;
} ccl_header;

/* ---- Amendments (8) ----
 *
 * A plan is that of the contract as amended: what was replaced stays in it and acts before the effective date. What acts on a day is asked of plan/version.c, by everybody. */

/* An amendment, in the order of their effective dates. */
typedef struct ccl_amendment {
  uint32_t number;
  ccl_span span;
  ccl_str title;
  ccl_day effective;
  ccl_header header;    /* as it stands from then on; its cycle is that of every header of the plan */
  ccl_days before;      /* the contract's days as they stood until then */
} ccl_amendment;

/* What takes the place of a measure, tiers, a grid or a calendar: from that day on its name means row `index` of the same array of the plan. */
typedef struct ccl_version {
  ccl_day from;
  uint32_t index;
} ccl_version;

typedef struct ccl_versions {
  const ccl_version *items; /* the days do not fall; of one day the last one counts */
  size_t count;             /* 0: it is never replaced */
} ccl_versions;

/* ---- What happened: activities (4.1) ---- */

typedef enum ccl_field_kind {
  CCL_FIELD_TIMESTAMP, CCL_FIELD_DATE, CCL_FIELD_DURATION, CCL_FIELD_NUMBER, CCL_FIELD_INTEGER,
  CCL_FIELD_MONEY, CCL_FIELD_BOOLEAN, CCL_FIELD_TEXT, CCL_FIELD_CHOICE
} ccl_field_kind;

typedef struct ccl_field {
  ccl_str name;
  ccl_span span;
  ccl_field_kind kind;     /* of data; a derived field has the kind that its type says */
  ccl_type type;           /* bare figures in the data are in type.unit */
  const ccl_str *columns;  /* names in the file's header line; several are read as one text, joined by a blank */
  size_t column_count;     /* at least 1 for data, 0 for a derived field */
  ccl_str format;          /* of dates and times, Unicode TR 35; empty: ISO 8601 */
  bool optional;
  const uint32_t *choices; /* of CHOICE: indices into plan.choices, in the declared order */
  size_t choice_count;
  const ccl_expr *derive;  /* computed from other fields; NULL for data */
  uint32_t dimension;      /* the dimension of this name, or CCL_NONE when nothing groups by it */
} ccl_field;

typedef struct ccl_activity {
  ccl_str name;
  ccl_span span;
  const ccl_unit *unit;      /* one row is one of it */
  const ccl_field *fields;   /* data first, then derived */
  size_t field_count, data_count;
  const uint32_t *derive_order; /* the derived fields, each after those that it needs; field_count − data_count of them */
  uint32_t dated_by, until, key, keeping_latest; /* fields; CCL_NONE when not said (dated_by is always) */
  const ccl_zone *zone;      /* of the file's times without offset */
  const ccl_str *missing;    /* texts that mean an empty cell */
  size_t missing_count;
} ccl_activity;

/* What one can group by (`by`, `for each`): the fields of one name, whatever their activity, or a calendar that splits. */
typedef struct ccl_dim {
  ccl_str name;
  uint32_t calendar;       /* or CCL_NONE for fields */
  ccl_type type;
  const uint32_t *choices; /* order of its groups when it is a choice: as declared, or the bands of the calendar */
  size_t choice_count;
} ccl_dim;

/* ---- What figures mean (4.1–4.5) ---- */

typedef struct ccl_input {
  ccl_str name;
  ccl_span span;
  ccl_type type;
  bool has_range;
  ccl_rat low, high;         /* included */
  const ccl_expr *otherwise; /* by default; NULL: none */
} ccl_input;

typedef enum ccl_series_key { CCL_KEY_DATE, CCL_KEY_MONTH, CCL_KEY_QUARTER, CCL_KEY_YEAR } ccl_series_key;

typedef struct ccl_series_row {
  ccl_days key; /* the days for which it stands */
  ccl_rat value;
} ccl_series_row;

typedef struct ccl_series {
  ccl_str name;
  ccl_span span;
  ccl_type type;
  ccl_series_key key;
  bool key_is_known;   /* false: no row in the contract, the first row given from outside decides */
  const ccl_series_row *rows; /* rising */
  size_t row_count;
} ccl_series;

typedef struct ccl_parameter_version {
  ccl_day from;
  const ccl_expr *value;
} ccl_parameter_version;

typedef struct ccl_parameter {
  ccl_str name;
  ccl_span span;
  ccl_type type;
  const ccl_parameter_version *versions; /* rising; the first is from CCL_DAY_MIN */
  size_t version_count;
  const ccl_expr *each; /* `each DAY_OF_YEAR = expr`; NULL: none. BOUNDs previous_value, initial_value, revision_date */
  int each_month, each_day;
  /* How many versions the text that says `each` has: revisions begin after the last of these and end before the next version (an amendment's
   * `set`, clause 8). 0: all of them. When `set` leaves no later version of that text in place, each is NULL. */
  size_t each_versions;
} ccl_parameter;

typedef struct ccl_function {
  ccl_str name;
  ccl_span span;
  size_t parameter_count;
  const ccl_expr *body; /* ARGUMENT 0 … */
} ccl_function;

typedef struct ccl_measure {
  ccl_str name;
  ccl_span span;
  ccl_type type;
  const ccl_expr *value;
  ccl_versions versions;
} ccl_measure;

typedef enum ccl_tiers_kind { CCL_TIERS_PRICE, CCL_TIERS_SHARE, CCL_TIERS_LUMP } ccl_tiers_kind;

typedef struct ccl_tier {
  ccl_span span;
  bool has_bound, excluded; /* `up to` includes its bound, `less than` does not; the last may have none (`beyond`) */
  ccl_rat bound;
  const ccl_expr *price;
  const ccl_expr *plus;     /* NULL: none */
} ccl_tier;

typedef struct ccl_tiers {
  ccl_str name;
  ccl_span span;
  ccl_tiers_kind kind;
  ccl_type type;       /* of the prices */
  const ccl_unit *per; /* of the bounds */
  const ccl_tier *tiers;
  size_t tier_count;
  ccl_versions versions;
} ccl_tiers;

typedef enum ccl_grid_key_kind { CCL_GRID_ANY, CCL_GRID_VALUE, CCL_GRID_RANGE } ccl_grid_key_kind;

typedef struct ccl_grid_key {
  ccl_grid_key_kind kind;
  ccl_value value;        /* of VALUE */
  bool has_low, has_high; /* of RANGE: low included, high excluded */
  ccl_rat low, high;
} ccl_grid_key;

/* One value cell: its keys, one list for each dimension (alternatives), and what it says. */
typedef struct ccl_grid_entry {
  ccl_span span;
  const ccl_grid_key *const *keys; /* keys[d][k] */
  const size_t *key_counts;        /* alternatives in dimension d, at least 1 */
  const ccl_expr *value;
} ccl_grid_entry;

typedef struct ccl_grid {
  ccl_str name;
  ccl_span span;
  ccl_type type;
  const ccl_str *dims; /* the names in brackets */
  size_t dim_count;
  const ccl_grid_entry *entries; /* row by row as written */
  size_t entry_count;
  const struct ccl_grid_node *index; /* made by ccl_grid_index; NULL: look-ups try every entry */
  ccl_versions versions; /* with the same dimensions */
} ccl_grid;

/* Makes the look-ups of a large grid fast. Whoever fills the grid calls it once, when the entries are complete; without it every answer is the same. */
void ccl_grid_index(ccl_grid *grid);

typedef struct ccl_band_calendar {
  ccl_str name;
  ccl_span span;
  ccl_calendar calendar;   /* its bands and their slots (calendar/band.h) */
  const uint32_t *choices; /* band → choice */
  uint32_t dimension;      /* CCL_NONE when nothing groups by it */
  ccl_versions versions;   /* a dimension, a split or a band names the first one, whatever the day */
} ccl_band_calendar;

/* ---- What is charged (4.6, 6) ---- */

typedef enum ccl_effect_kind {
#define EFFECT(name, keyword, sign, vat, mode) CCL_EFFECT_##name,
#include "plan/effects.def"
#undef EFFECT
  CCL_EFFECT_COUNT
} ccl_effect_kind;

const char *ccl_effect_keyword(ccl_effect_kind kind);
int ccl_effect_sign(ccl_effect_kind kind); /* 1 or −1 */

typedef enum ccl_mode {
  CCL_MODE_TIME, CCL_MODE_ACT, CCL_MODE_COMMISSION, CCL_MODE_FLAT, CCL_MODE_SUBSCRIPTION, CCL_MODE_BONUS, CCL_MODE_MALUS, CCL_MODE_CAP,
  CCL_MODE_MINIMUM, CCL_MODE_MAXIMUM, CCL_MODE_CREDIT, CCL_MODE_PENALTY, CCL_MODE_FEE
} ccl_mode;

const char *ccl_mode_text(ccl_mode mode); /* "time" …: clause 7, and the JSON */

typedef enum ccl_tier_mode { CCL_BY_NOTHING, CCL_BY_SLICE, CCL_BY_VOLUME } ccl_tier_mode;

/* What stands after `at`. */
typedef struct ccl_price {
  const ccl_expr *rate; /* a price; or, with tiers, what is made of a tier's price (BOUND tier price), NULL: the price itself */
  const ccl_expr *sum;  /* with tiers: what is made of a `plus` or lump sum (BOUND tier price); NULL: the sum itself */
  uint32_t tiers;       /* CCL_NONE: no tiers */
  ccl_tier_mode mode;
  const ccl_unit *unit; /* in which the price is written */
} ccl_price;

typedef struct ccl_rung {
  ccl_span span;
  bool has_low, low_excluded;   /* at least, from … (included); more than (excluded) */
  bool has_high, high_excluded; /* at most, to … (included); less than, to under … (excluded) */
  const ccl_expr *low, *high;   /* neither: otherwise */
  /* Outcomes are signed: bonus +, malus −, neutral 0 (NULL). `end` is what the outcome slides to at the upper bound; NULL: it does not slide. */
  int sign, end_sign;           /* 1, −1, or 0 for neutral */
  const ccl_expr *outcome, *end;
  bool slides;
} ccl_rung;

typedef struct ccl_ladder {
  const ccl_expr *figure; /* depending on */
  const ccl_rung *rungs;
  size_t rung_count;
} ccl_ladder;

/* What the header decides for an effect that does not say it itself. */
typedef struct ccl_effect_rules {
  ccl_vat vat;              /* of its lines, judged from the text (6.3) */
  ccl_proration proration;  /* the rule that holds for it: its own, the article's, the contract's */
} ccl_effect_rules;

typedef struct ccl_effect {
  ccl_effect_kind kind;
  ccl_span span;
  ccl_str label;              /* `as`; empty: the article's title */
  ccl_mode mode;
  ccl_vat vat;                /* these two, as the contract stood at first: … */
  ccl_proration proration;
  const ccl_effect_rules *amended; /* … and from each of plan.amendments on; NULL: always so. Asked by ccl_effect_rules_on */

  const ccl_expr *quantity;   /* charge Q at P; subscription … for Q; NULL: none */
  const ccl_expr *amount;     /* charge A, flat, subscription, bonus …, cap, minimum, maximum; the figure of a report */
  bool is_share;              /* amount (or the ladder's outcomes: rungs decide one by one) is a share of the base, not money */
  bool recurs;                /* amount is money per day, week, month, quarter or year … */
  ccl_recurrence recurrence;  /* … of which one */
  const ccl_expr *allowance;  /* beyond F */
  const uint32_t *dims;       /* by: indices into plan.dims */
  size_t dim_count;
  ccl_price price;            /* of charge; of what exceeds a flat */
  bool has_price;
  ccl_cycle_unit counted;     /* counted per: YEAR, QUARTER, CONTRACT; PERIOD: not counted over longer windows */
  bool adjusts;               /* with adjustment */
  bool once;
  ccl_day once_on;

  const ccl_expr *covered, *covered_limit; /* flat … covering covered up to covered_limit; NULL: none */
  bool limit_recurs;                       /* the limit is per month … */
  ccl_recurrence limit_per;

  const ccl_ladder *ladder;
  ccl_cycle_unit bounded;     /* the window of a cap, minimum or maximum, by the unit in which the amount is written: PERIOD (bare money), WEEK, MONTH, QUARTER, YEAR, CONTRACT */
  const uint32_t *on;         /* minimum, maximum … on, cap … on: indices into plan.article_names */
  size_t on_count;

  const ccl_unit *quantity_unit; /* in which a line shows its quantity (cli.md 4); NULL: no quantity */
  const ccl_unit *amount_unit;   /* in which amount is written, recurrence included ("EUR per month") */
} ccl_effect;

typedef struct ccl_override {
  uint32_t article_name;
  const ccl_expr *where; /* FIELDs of one activity; NULL: the article as a whole */
  uint32_t activity;     /* of where */
} ccl_override;

typedef struct ccl_base {
  bool said, all;
  const uint32_t *names; /* of the base, or, with all, those excepted: indices into plan.article_names */
  size_t name_count;
  bool has_window;
  ccl_window window;
  ccl_span span;
} ccl_base;

typedef enum ccl_article_billing { CCL_ARTICLE_EVERY_PERIOD, CCL_ARTICLE_QUARTERLY, CCL_ARTICLE_YEARLY } ccl_article_billing;

typedef struct ccl_article {
  ccl_str number, name, title;
  ccl_span span;
  ccl_span name_span;
  uint32_t article_name;     /* its index in plan.article_names */
  ccl_days in_force;         /* clipped to the contract's dates, and to the days from or until which amendments let it act; may be empty */
  const ccl_days *before;    /* the same as the contract stood before each of plan.amendments; NULL: always so. Asked by ccl_article_in_force_on */
  const ccl_override *overrides;
  size_t override_count;
  const uint32_t *for_each;  /* indices into plan.dims */
  size_t for_each_count;
  const ccl_expr *when;      /* NULL: always */
  ccl_article_billing billing;
  bool in_advance;
  ccl_base base;
  const ccl_effect *effects;
  size_t effect_count;
} ccl_article;

/* An article's NAME: the articles that bear it (one; more when amendments replace it), whose amounts it sums. */
typedef struct ccl_article_name {
  ccl_str name;
  const uint32_t *articles;
  size_t article_count;
} ccl_article_name;

/* ---- Examples and requirements (4.7) ---- */

typedef enum ccl_given_kind { CCL_GIVEN_PARAMETER, CCL_GIVEN_INPUT, CCL_GIVEN_MEASURE } ccl_given_kind;

typedef struct ccl_given {
  ccl_given_kind kind;
  ccl_span span;
  uint32_t index;        /* parameter, input, measure */
  uint32_t article_name; /* only inside that article; CCL_NONE: everywhere */
  const ccl_value *keys; /* for one combination of the dimensions after `by`; NULL: none */
  size_t key_count;
  bool earlier;          /* what a counter had counted before the period */
  const ccl_expr *value;
} ccl_given;

typedef struct ccl_example_table {
  uint32_t activity;
  ccl_span span;
  const uint32_t *fields;        /* of its columns */
  size_t field_count;
  const ccl_value *const *rows;  /* rows[r][c], absent for an empty cell */
  const ccl_span *row_spans;
  size_t row_count;
} ccl_example_table;

typedef struct ccl_expectation {
  ccl_span span;
  ccl_str name;           /* as written, with its keys: "traités[FR]" */
  const ccl_expr *figure; /* ARTICLE, MEASURE or TOTAL */
  const ccl_value *keys;
  const uint32_t *key_dims; /* dimension of each key */
  size_t key_count;
  const ccl_expr *value;
} ccl_expectation;

typedef struct ccl_example {
  ccl_str text;
  ccl_span span;
  ccl_str period; /* as --period; or a date inside the period */
  const ccl_given *givens;
  size_t given_count;
  const ccl_example_table *tables;
  size_t table_count;
  const ccl_expectation *expectations;
  size_t expectation_count;
} ccl_example;

typedef struct ccl_requirement {
  ccl_span span;
  const ccl_expr *condition;
  ccl_str otherwise; /* its text; empty: none */
  ccl_day from;      /* asked for in the billing periods that end on this day or later */
} ccl_requirement;

/* ---- The plan ---- */

#define CCL_PLAN_LIST(type, name)                                                                                      \
  const type *name;                                                                                                    \
  size_t name##_count

typedef struct ccl_plan {
  ccl_header header;                    /* as signed, but its cycle: the contract's days are those that the amendments leave */
  ccl_units *units;
  CCL_PLAN_LIST(ccl_file, files);       /* contract, then amendments and libraries that are files */
  CCL_PLAN_LIST(ccl_amendment, amendments);
  CCL_PLAN_LIST(ccl_str, choices);      /* names */
  CCL_PLAN_LIST(ccl_dim, dims);
  CCL_PLAN_LIST(ccl_activity, activities);
  CCL_PLAN_LIST(ccl_query, queries);
  CCL_PLAN_LIST(ccl_input, inputs);
  CCL_PLAN_LIST(ccl_series, series);
  CCL_PLAN_LIST(ccl_parameter, parameters);
  CCL_PLAN_LIST(ccl_function, functions);
  CCL_PLAN_LIST(ccl_measure, measures);
  CCL_PLAN_LIST(ccl_tiers, tiers);
  CCL_PLAN_LIST(ccl_grid, grids);
  CCL_PLAN_LIST(ccl_band_calendar, calendars);
  CCL_PLAN_LIST(ccl_holidays, holidays);
  CCL_PLAN_LIST(ccl_article, articles); /* in the order of the file; one that replaces another follows it, those added come last */
  CCL_PLAN_LIST(ccl_article_name, article_names);
  CCL_PLAN_LIST(ccl_example, examples);
  CCL_PLAN_LIST(ccl_requirement, requirements);
} ccl_plan;

/* The activity's field of a dimension, or CCL_NONE. */
uint32_t ccl_plan_field_of(const ccl_plan *plan, uint32_t activity, uint32_t dimension);

/* ---- What is in force on a day (8): version.c; pure, asked by eval, engine, checks and simulation alike ---- */

/* The row of the plan's array that the name of row `index` means on the day: the row itself, or what has replaced it. */
uint32_t ccl_version_on(ccl_versions versions, uint32_t index, ccl_day day);
/* The first day after days.from and up to days.to on which another row takes over; false: one holds on all of these days. */
bool ccl_version_change(ccl_versions versions, ccl_days days, ccl_day *change);
/* The header as it stands on the day; of a billing period, on its last one. */
const ccl_header *ccl_header_on(const ccl_plan *plan, ccl_day day);
/* VAT and proration of an effect in a billing period that ends on the day. */
ccl_effect_rules ccl_effect_rules_on(const ccl_plan *plan, const ccl_effect *effect, ccl_day day);
/* The contract's days, and an article's, as they stood when nothing but the amendments effective by the day was known. Up to that day they do not differ from those
 * that the plan has. On the contract's last day they are the contract's, even if the amendment that ends it is of the next day: no other invoice follows. */
ccl_days ccl_contract_days_on(const ccl_plan *plan, ccl_day day);
ccl_days ccl_article_in_force_on(const ccl_plan *plan, const ccl_article *article, ccl_day day);

/* ---- Which tier, grid cell or rung holds: pure, asked by eval, checks, coverage and simulation alike ---- */

/* The tier that a quantity (≥ 0) reaches; CCL_NONE beyond the last bound. */
uint32_t ccl_tiers_reached(const ccl_tiers *tiers, ccl_rat quantity);
/* The most specific entry for the keys (known values), or CCL_NONE. */
uint32_t ccl_grid_entry_for(const ccl_grid *grid, const ccl_value *keys);
/* Whether a figure lies in a rung whose bounds have these values (ignored where the rung has none). */
bool ccl_rung_holds(const ccl_rung *rung, ccl_rat low, ccl_rat high, ccl_rat figure);

#endif
