/* SPDX-License-Identifier: Apache-2.0 */
/* What the engine makes of rows: aggregates, groups, days, filters, pieces, derived fields, parameters (clauses 4.1,
 * 4.2, 5, 6.7). */
#include "engine_build.h"

TestSuite(answers, .init = begin_plan);

/* day, site (FR, MA, MG), agent optional, figure optional, ok. Dimensions 0 site, 1 agent. */
typedef struct sample {
  maker *m;
  uint32_t day, site, agent, figure, ok;
  ccl_engine *engine;
} sample;

static sample sample_of(const char *rows) {
  sample s = { .m = make_plan() };
  maker *m = s.m;
  uint32_t *sites = ccl_new_array(uint32_t, 3);
  /* Declared in another order than their indices rise. */
  sites[1] = add_choice(m, "MA");
  sites[0] = add_choice(m, "FR");
  sites[2] = add_choice(m, "MG");
  s.day = add_field(m, CCL_FIELD_DATE, "day", NULL);
  s.site = add_choice_field(m, "site", sites, 3);
  s.agent = add_field(m, CCL_FIELD_TEXT, "agent", NULL);
  s.figure = add_field(m, CCL_FIELD_NUMBER, "figure", NULL);
  s.ok = add_field(m, CCL_FIELD_BOOLEAN, "ok", NULL);
  m->fields[s.agent].optional = m->fields[s.figure].optional = true;
  add_dim(m, s.site, 0);
  add_dim(m, s.agent, 0);
  ccl_str path = file_of_bytes("s.csv", ccl_str_printf("day;site;agent;figure;ok\n%s", rows));
  s.engine = engine_on(m, csv_file(path), plain_options());
  return s;
}

static const char some[] =
    "2026-01-05;FR;Zoe;1,5;yes\n2026-01-31;MA;anna;2;no\n2026-02-01;FR;\xC3\x89mile;10;yes\n2026-02-02;FR;Zoe;;yes\n"
    "2026-02-14;MG;anna;-3,25;no\n2026-02-28;FR;Zoe;10;yes\n2026-03-01;MA;anna;7;yes\n";

Test(answers, every_aggregate) {
  sample s = sample_of(some);
  const ccl_expr *figure = field_of(s.m, s.figure);
  static const struct {
    ccl_query_kind kind;
    uint32_t percentile;
    const char *february, *year, *nothing;
  } rows[] = {
    { CCL_QUERY_COUNT, 0, "4", "7", "0" },
    { CCL_QUERY_SUM, 0, "16.75", "27.25", "0" },
    { CCL_QUERY_DISTINCT, 0, "2", "5", "0" },
    { CCL_QUERY_LOWEST, 0, "-3.25", "-3.25", "undefined-value " },
    { CCL_QUERY_HIGHEST, 0, "10", "10", "undefined-value " },
    { CCL_QUERY_MEDIAN, 0, "10", "4.5", "undefined-value " },
    { CCL_QUERY_PERCENTILE, 33, "-3.25", "1.5", "undefined-value " },
    { CCL_QUERY_PERCENTILE, 34, "10", "2", "undefined-value " },
    { CCL_QUERY_PERCENTILE, 100, "10", "10", "undefined-value " },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    uint32_t query = add_query(s.m, rows[i].kind, rows[i].kind == CCL_QUERY_COUNT ? NULL : figure, NULL);
    s.m->queries[query].percentile = rows[i].percentile;
    ccl_str what = ccl_str_printf("row %zu", i);
    same_text(ask(s.m, s.engine, query, month(2026, 2)), rows[i].february, ccl_str_z(what));
    same_text(ask(s.m, s.engine, query, ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 12, 31) })),
              rows[i].year, ccl_str_z(what));
    same_text(ask(s.m, s.engine, query, month(2027, 2)), rows[i].nothing, ccl_str_z(what));
    same_text(ask(s.m, s.engine, query, (ccl_dayset){ 0 }), rows[i].nothing, ccl_str_z(what));
  }
  ccl_activity_count count = ccl_engine_count(s.engine, 0);
  cr_expect(count.rows == 7 && count.rows_in_windows == 7);
}

Test(answers, groups_in_order) {
  sample s = sample_of(some);
  uint32_t counted = add_query(s.m, CCL_QUERY_COUNT, NULL, NULL),
           summed = add_query(s.m, CCL_QUERY_SUM, field_of(s.m, s.figure), field_of(s.m, s.ok));
  static const uint32_t site[] = { 0 }, agent[] = { 1 }, both[] = { 1, 0 };
  ccl_dayset year = ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 12, 31) });
  same_text(ask_request(s.m, s.engine, (ccl_request){ .query = counted, .days = year, .dims = site, .dim_count = 1 }),
            "FR 4, MA 2, MG 1", "sites as declared");
  same_text(ask_request(s.m, s.engine, (ccl_request){ .query = counted, .days = year, .dims = agent, .dim_count = 1 }),
            "Zoe 3, anna 3, \xC3\x89mile 1", "by code point");
  same_text(ask_request(s.m, s.engine, (ccl_request){ .query = summed, .days = year, .dims = both, .dim_count = 2 }),
            "Zoe FR 11.5, anna MA 7, \xC3\x89mile FR 10", "where");
  same_text(ask_request(s.m, s.engine,
                        (ccl_request){ .query = summed, .days = month(2026, 2), .dims = both, .dim_count = 2 }),
            "Zoe FR 10, \xC3\x89mile FR 10", "february");
  same_text(ask_request(s.m, s.engine,
                        (ccl_request){ .query = summed, .days = month(2027, 2), .dims = both, .dim_count = 2 }),
            "", "no row, no group");
}

Test(answers, missing_dimension) {
  const char *rows = "2026-01-05;FR;;1;yes\n2026-01-06;FR;Zoe;2;yes\n2026-02-05;FR;;4;yes\n";
  static const uint32_t agent[] = { 1 };
  sample s = sample_of(rows);
  uint32_t counted = add_query(s.m, CCL_QUERY_COUNT, NULL, NULL),
           ok = add_query(s.m, CCL_QUERY_COUNT, NULL, node(CCL_OP_NOT, type_of(CCL_KIND_BOOL), 1, field_of(s.m, s.ok)));
  ccl_request by_agent = { .query = counted, .days = month(2026, 1), .dims = agent, .dim_count = 1 };
  by_agent.query = ok;
  same_text(ask_request(s.m, s.engine, by_agent), "", "a row that does not count needs no group");
  by_agent.query = counted;
  same_text(ask_request(s.m, s.engine, by_agent), "empty-cell s.csv:2", "January's row");
  s = sample_of(rows);
  ccl_engine_options options = plain_options();
  options.reject = true;
  s.engine =
      engine_on(s.m, csv_file(file_of_bytes("s.csv", ccl_str_printf("day;site;agent;figure;ok\n%s", rows))), options);
  counted = add_query(s.m, CCL_QUERY_COUNT, NULL, NULL);
  uint32_t summed = add_query(s.m, CCL_QUERY_SUM, field_of(s.m, s.figure), NULL);
  ccl_request requests[] = { { .query = summed, .days = month(2026, 1) },
                             { .query = counted, .days = month(2026, 1), .dims = agent, .dim_count = 1 },
                             { .query = summed, .days = month(2026, 2) } };
  ccl_answer answers[3];
  cr_assert(ccl_engine_answer(s.engine, requests, 3, answers));
  same_text(answer_text(s.m, &requests[0], answers[0]), "2", "set aside everywhere");
  same_text(answer_text(s.m, &requests[1], answers[1]), "Zoe 1", "set aside");
  same_text(answer_text(s.m, &requests[2], answers[2]), "4", "February is not grouped");
  ccl_activity_count count = ccl_engine_count(s.engine, 0);
  cr_expect(count.rejected == 1 && count.rows_in_windows == 2);
  cr_expect(ccl_str_find(ccl_engine_rejected(s.engine), S(",2,agent,empty-cell,,2026-01-05;FR;;1;yes\n")) > 0);
}

/* Overlapping windows over many days: each must be what it is alone. */
Test(answers, overlapping_days) {
  ccl_buf rows = { 0 };
  int64_t sums[400] = { 0 };
  uint32_t state = 7;
  for (int i = 0; i < 4000; i++) {
    state = state * 1103515245 + 12345;
    int offset = (int)(state >> 16) % 400, figure = (int)(state >> 8) % 1000;
    ccl_str day = ccl_day_text(date(2026, 1, 1) + offset);
    ccl_buf_printf(&rows, "%.*s;%s;A%d;%d;yes\n", (int)day.len, day.ptr, i % 3 ? "FR" : "MG", figure % 50, figure);
    sums[offset] += figure;
  }
  sample s = sample_of(ccl_str_z(ccl_buf_str(&rows)));
  enum { WINDOWS = 60 };
  uint32_t summed = add_query(s.m, CCL_QUERY_SUM, field_of(s.m, s.figure), NULL),
           distinct = add_query(s.m, CCL_QUERY_DISTINCT, field_of(s.m, s.agent), NULL);
  uint32_t median = add_query(s.m, CCL_QUERY_MEDIAN, field_of(s.m, s.figure), NULL);
  static const uint32_t site[] = { 0 };
  ccl_request requests[WINDOWS * 4] = { 0 };
  ccl_answer answers[WINDOWS * 4];
  for (int w = 0; w < WINDOWS; w++) {
    ccl_dayset days = ccl_dayset_of((ccl_days){ date(2026, 1, 1) + w * 5, date(2026, 1, 1) + w * 5 + (w * 7) % 90 });
    days = ccl_dayset_minus(days, ccl_dayset_of((ccl_days){ date(2026, 3, 1), date(2026, 3, 10) }));
    requests[w * 4] = (ccl_request){ .query = summed, .days = days };
    requests[w * 4 + 1] = (ccl_request){ .query = distinct, .days = days };
    requests[w * 4 + 2] = (ccl_request){ .query = median, .days = days };
    requests[w * 4 + 3] = (ccl_request){ .query = median, .days = days, .dims = site, .dim_count = 1 };
  }
  cr_assert(ccl_engine_answer(s.engine, requests, WINDOWS * 4, answers));
  for (int w = 0; w < WINDOWS; w++) {
    int64_t expected = 0;
    for (int d = 0; d < 400; d++)
      expected += ccl_dayset_has(requests[w * 4].days, date(2026, 1, 1) + d) ? sums[d] : 0;
    same_text(answer_text(s.m, &requests[w * 4], answers[w * 4]), ccl_str_z(ccl_str_printf("%d", (int)expected)),
              "sum");
  }
  for (int i = 0; i < WINDOWS * 4; i += 7)
    same_text(ask_request(s.m, s.engine, requests[i]), ccl_str_z(answer_text(s.m, &requests[i], answers[i])),
              "alone as together");
}

Test(answers, filters) {
  sample s = sample_of(some);
  uint32_t counted = add_query(s.m, CCL_QUERY_COUNT, NULL, NULL);
  const ccl_expr *is_fr =
      compared(CCL_EQ, field_of(s.m, s.site),
               constant(type_of(CCL_KIND_CHOICE), ccl_value_choice(s.m->fields[s.site].choices[0])));
  ccl_dayset year = ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 12, 31) });
  ccl_row_filter leave = { 0, is_fr, month(2026, 2), false }, keep = { 0, is_fr, month(2026, 2), true },
                 other = { 1, is_fr, year, true };
  ccl_row_filter two[] = {
    keep, { 0, field_of(s.m, s.ok), ccl_dayset_of((ccl_days){ date(2026, 2, 2), date(2026, 2, 2) }), false }
  };
  ccl_request request = { .query = counted, .days = year, .filter_count = 1 };
  request.filters = &leave;
  same_text(ask_request(s.m, s.engine, request), "4", "February's FR leave");
  request.filters = &keep;
  same_text(ask_request(s.m, s.engine, request), "3", "only February's FR stay");
  request.filters = &other;
  same_text(ask_request(s.m, s.engine, request), "7", "another activity's");
  request.filters = two;
  request.filter_count = 2;
  same_text(ask_request(s.m, s.engine, request), "2", "both");
}

Test(answers, values_of_the_context) {
  sample s = sample_of(some);
  const ccl_expr *outer[] = { named(CCL_OP_MEASURE, unit_type(s.m->plan.units, "number"), 0) };
  uint32_t counted = add_query(s.m, CCL_QUERY_COUNT, NULL, compared(CCL_GE, field_of(s.m, s.figure), outer[0]));
  s.m->queries[counted].outer = outer;
  s.m->queries[counted].outer_count = 1;
  ccl_value two[] = { number("2") }, ten[] = { number("10") }, none[] = { ccl_value_absent() };
  ccl_value trouble[] = { ccl_trouble_new(CCL_CODE_division_by_zero, outer[0], (ccl_str){ NULL, 0 }, S("0")) };
  ccl_dayset year = ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 12, 31) });
  ccl_request requests[] = { { .query = counted, .days = year, .outer = two },
                             { .query = counted, .days = year, .outer = ten },
                             { .query = counted, .days = year, .outer = none },
                             { .query = counted, .days = year, .outer = trouble } };
  static const char *const expected[] = { "4", "2", "0" };
  ccl_answer answers[4];
  cr_assert(ccl_engine_answer(s.engine, requests, 4, answers));
  for (size_t i = 0; i < 3; i++)
    same_text(answer_text(s.m, &requests[i], answers[i]), expected[i], "outer");
  cr_expect(answers[3].cells[0].value.state == CCL_TROUBLE && answers[3].cells[0].value.as.trouble->at == outer[0]);
}

/* A parameter of two versions, a derived field that needs it, one that fails on some rows. */
Test(answers, derived_fields_and_parameters) {
  sample s = sample_of(some);
  maker *m = s.m;
  ccl_type plain = unit_type(m->plan.units, "number");
  const ccl_expr *versions[] = { figure(plain, "2"), figure(plain, "3") };
  ccl_parameter_version list[] = { { CCL_DAY_MIN, versions[0] }, { date(2026, 2, 14), versions[1] } };
  ccl_parameter parameter = { .name = S("rate"), .type = plain, .versions = list, .version_count = 2 };
  m->plan.parameters = &parameter;
  m->plan.parameters_count = 1;
  const ccl_expr *rate = named(CCL_OP_PARAMETER, plain, 0);
  uint32_t weighted = add_derived(m, "weighted", plain, node(CCL_OP_PRODUCT, plain, 2, field_of(m, s.figure), rate));
  uint32_t inverted = add_derived(m, "inverted", plain,
                                  inverse(CCL_OP_PRODUCT, plain, figure(plain, "1"),
                                          inverse(CCL_OP_SUM, plain, field_of(m, s.figure), figure(plain, "10"))));
  uint32_t double_weighted =
      add_derived(m, "double", plain, node(CCL_OP_SUM, plain, 2, field_of(m, weighted), field_of(m, weighted)));
  ccl_str path = file_of_bytes("d.csv", ccl_str_printf("day;site;agent;figure;ok\n%s", some));
  ccl_engine *engine = engine_on(m, csv_file(path), plain_options());
  ccl_dayset year = ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 12, 31) });
  uint32_t product = add_query(m, CCL_QUERY_SUM, node(CCL_OP_PRODUCT, plain, 2, field_of(m, s.figure), rate), NULL),
           of_derived = add_query(m, CCL_QUERY_SUM, field_of(m, weighted), NULL);
  uint32_t twice = add_query(m, CCL_QUERY_SUM, field_of(m, double_weighted), NULL),
           fails = add_query(m, CCL_QUERY_SUM, field_of(m, inverted), NULL);
  uint32_t avoids = add_query(m, CCL_QUERY_COUNT, NULL, compared(CCL_GT, field_of(m, inverted), figure(plain, "1")));
  /* 1.5, 2 and 10 at 2; −3.25, 10 and 7 at 3. */
  same_text(ask(m, engine, product, year), "68.25", "parameter on the row's day");
  same_text(ask(m, engine, of_derived, year), "68.25", "derived");
  same_text(ask(m, engine, twice, year), "136.5", "derived of derived");
  ccl_str found = ask(m, engine, fails, year);
  cr_expect(ccl_str_starts(found, S("division-by-zero ")) && ccl_str_find(found, S("d.csv:4")) > 0, "%.*s",
            (int)found.len, found.ptr);
  found = ask(m, engine, avoids, year);
  cr_expect(ccl_str_starts(found, S("division-by-zero ")) && ccl_str_find(found, S("d.csv:4")) > 0, "%.*s",
            (int)found.len, found.ptr);
  same_text(ask(m, engine, fails, month(2026, 3)), "-1/3", "rows that are not asked for do not fail");
}

/* Two dates: the second places rows too, and leaves out those without it. */
Test(answers, dated_by_another_field) {
  maker *m = make_plan();
  add_field(m, CCL_FIELD_DATE, "sold", NULL);
  uint32_t cancelled = add_field(m, CCL_FIELD_DATE, "cancelled", NULL),
           amount = add_field(m, CCL_FIELD_MONEY, "amount", NULL);
  m->fields[cancelled].optional = true;
  uint32_t sales = add_query(m, CCL_QUERY_SUM, field_of(m, amount), NULL),
           cancellations = add_query(m, CCL_QUERY_SUM, field_of(m, amount), NULL);
  m->queries[cancellations].dated_by = cancelled;
  ccl_engine *engine = engine_on(
      m,
      csv_file(file_of(
          "t.csv", "sold,cancelled,amount\n2026-01-10,,100\n2026-01-20,2026-02-03,30.50\n2026-02-01,2026-02-02,7\n")),
      plain_options());
  same_text(ask(m, engine, sales, month(2026, 1)), "130.5", "January's sales");
  same_text(ask(m, engine, cancellations, month(2026, 1)), "0", "January's cancellations");
  same_text(ask(m, engine, cancellations, month(2026, 2)), "37.5", "February's cancellations");
  ccl_activity_count count = ccl_engine_count(engine, 0);
  cr_expect(count.rows_in_windows == 3 && count.rows_outside == 0);
  cr_expect(ccl_engine_rows_in(engine, 0, (ccl_days){ date(2026, 2, 1), date(2026, 2, 28) }) == 1);
}

/* Shifts cut at 08:00, 20:00 and midnight. */
Test(answers, split_by_bands) {
  maker *m = make_plan();
  add_field(m, CCL_FIELD_TIMESTAMP, "from", NULL);
  m->activity.until = add_field(m, CCL_FIELD_TIMESTAMP, "to", NULL);
  static const ccl_slot day[] = { { CCL_SLOT_DAYS, 1, 7, 8 * 3600, 20 * 3600, NULL } },
                        night[] = { { .kind = CCL_SLOT_OTHERWISE } };
  static ccl_band bands[] = { { CCL_STR_INIT("day"), day, 1 }, { CCL_STR_INIT("night"), night, 1 } };
  uint32_t choices[] = { add_choice(m, "day"), add_choice(m, "night") };
  m->calendars[0] = (ccl_band_calendar){
    .name = S("bands"), .span = CCL_NO_SPAN, .calendar = { S("bands"), bands, 2 }, .choices = choices, .dimension = CCL_NONE
  };
  m->plan.calendars_count = 1;
  uint32_t dim[] = { add_dim(m, CCL_NONE, 0) };
  ccl_type clock = unit_type(m->plan.units, "second");
  uint32_t duration = add_query(m, CCL_QUERY_DURATION, NULL, NULL),
           whole = add_query(m, CCL_QUERY_DURATION, NULL, NULL);
  ccl_expr *elapsed = node(CCL_OP_TIME_MINUS_TIME, clock, 2, field_of(m, 1), field_of(m, 0));
  /* Pieces of at least an hour, twice their time. */
  uint32_t sum = add_query(m, CCL_QUERY_SUM, node(CCL_OP_SUM, clock, 2, elapsed, elapsed),
                           compared(CCL_GE, elapsed, figure(clock, "3600")));
  m->queries[duration].split = m->queries[sum].split = 0;
  ccl_str path = file_of("w.csv", "from,to\n2026-10-24 19:30,2026-10-25 09:00\n2026-10-31 22:00,2026-11-01 "
                                  "02:00\n2026-10-05 12:00,2026-10-05 12:00\n2026-09-01 00:00,2026-09-01 01:00\n");
  ccl_engine *engine = engine_on(m, csv_file(path), plain_options());
  ccl_request by_band = { .query = duration, .days = month(2026, 10), .dims = dim, .dim_count = 1 };
  /* 0.5 h + 1 h of day; 4 h + 9 h (the clock goes back) + 2 h of night. */
  same_text(ask_request(m, engine, by_band), "day 5400, night 54000", "October");
  by_band.days = month(2026, 11);
  same_text(ask_request(m, engine, by_band), "night 7200", "November");
  by_band = (ccl_request){ .query = sum, .days = month(2026, 10), .dims = dim, .dim_count = 1 };
  same_text(ask_request(m, engine, by_band), "day 7200, night 108000", "long pieces, twice");
  same_text(ask(m, engine, duration, month(2026, 10)), "59400", "not grouped");
  same_text(ask(m, engine, whole, month(2026, 10)), "66600", "whole rows by the day on which they start");
  ccl_activity_count count = ccl_engine_count(engine, 0);
  cr_expect(count.rows == 4 && count.rows_in_windows == 3 && count.rows_outside == 1);
  ccl_row_filter leave = { 0, compared(CCL_GT, elapsed, figure(clock, "36000")), month(2026, 10), false };
  by_band = (ccl_request){
    .query = duration, .days = month(2026, 11), .dims = dim, .dim_count = 1, .filters = &leave, .filter_count = 1
  };
  same_text(ask_request(m, engine, by_band), "night 7200", "the filter sees the whole row, on its own day");
}

Test(answers, exact_sums) {
  ccl_buf rows = { 0 };
  ccl_buf_z(&rows, "2026-01-05;FR;a;9223372036854775807;yes\n2026-01-05;FR;a;9223372036854775807;yes\n2026-01-05;FR;a;"
                   "0,000000000000000001;yes\n2026-01-05;FR;a;-1;yes\n");
  ccl_buf_z(&rows, "2026-01-06;MA;a;123456789012345678901234567890,5;yes\n2026-01-06;MA;a;0,5;yes\n");
  sample s = sample_of(ccl_str_z(ccl_buf_str(&rows)));
  ccl_type plain = unit_type(s.m->plan.units, "number");
  static const uint32_t site[] = { 0 };
  uint32_t sum = add_query(s.m, CCL_QUERY_SUM, field_of(s.m, s.figure), NULL),
           thirds = add_query(s.m, CCL_QUERY_SUM,
                              inverse(CCL_OP_PRODUCT, plain, field_of(s.m, s.figure), figure(plain, "3")), NULL);
  uint32_t highest = add_query(s.m, CCL_QUERY_HIGHEST, field_of(s.m, s.figure), NULL),
           median = add_query(s.m, CCL_QUERY_MEDIAN, field_of(s.m, s.figure), NULL);
  ccl_request request = { .query = sum, .days = month(2026, 1), .dims = site, .dim_count = 1 };
  same_text(ask_request(s.m, s.engine, request),
            "FR 18446744073709551613.000000000000000001, MA 123456789012345678901234567891", "sum");
  request.query = thirds;
  same_text(ask_request(s.m, s.engine, request),
            "FR 18446744073709551613000000000000000001/3000000000000000000, MA 123456789012345678901234567891/3",
            "thirds");
  request.query = highest;
  same_text(ask_request(s.m, s.engine, request), "FR 9223372036854775807, MA 123456789012345678901234567890.5",
            "highest");
  request.query = median;
  same_text(ask_request(s.m, s.engine, request),
            "FR 4611686018427387903.5000000000000000005, MA 61728394506172839450617283945.5", "median");
}

Test(answers, distinct_combinations) {
  sample s = sample_of("2026-01-05;FR;ab;1;yes\n2026-01-05;FR;a;1;yes\n2026-01-05;FR;a;;yes\n2026-01-06;MA;a;1;"
                       "yes\n2026-02-05;FR;a;1;yes\n2026-02-05;FR;a;2;yes\n");
  uint32_t query = add_query(s.m, CCL_QUERY_DISTINCT, field_of(s.m, s.agent), NULL);
  const ccl_expr *both[] = { field_of(s.m, s.agent), field_of(s.m, s.figure) };
  s.m->queries[query].what = both;
  s.m->queries[query].what_count = 2;
  same_text(ask(s.m, s.engine, query, month(2026, 1)), "2", "January");
  same_text(ask(s.m, s.engine, query, month(2026, 2)), "2", "February");
  same_text(ask(s.m, s.engine, query, ccl_dayset_of((ccl_days){ date(2026, 1, 1), date(2026, 2, 28) })), "3", "both");
}

Test(answers, ranks_of_times) {
  maker *m = make_plan();
  add_field(m, CCL_FIELD_TIMESTAMP, "at", NULL);
  uint32_t last = add_query(m, CCL_QUERY_HIGHEST, field_of(m, 0), NULL),
           median = add_query(m, CCL_QUERY_PERCENTILE, field_of(m, 0), NULL);
  m->queries[median].percentile = 50;
  ccl_engine *engine =
      engine_on(m, csv_file(file_of("r.csv", "at\n2026-01-05 10:00:00.5\n2026-01-05 10:00:00.25\n2026-01-07 10:00\n")),
                plain_options());
  ccl_request request = { .query = last, .days = month(2026, 1) };
  ccl_answer answer;
  cr_assert(ccl_engine_answer(engine, &request, 1, &answer));
  same_text(ccl_instant_text(m->plan.header.zone, answer.cells[0].value.as.instant), "2026-01-07T10:00:00+01:00",
            "highest");
  request.query = median;
  cr_assert(ccl_engine_answer(engine, &request, 1, &answer));
  same_text(ccl_instant_text(m->plan.header.zone, answer.cells[0].value.as.instant), "2026-01-05T10:00:00.5+01:00",
            "percentile");
}

/* The table of an example: values instead of cells. */
Test(answers, example_tables) {
  sample s = sample_of(some);
  maker *m = s.m;
  ccl_sources sources = { 0 };
  ccl_span *spans = ccl_new_array(ccl_span, 3);
  uint32_t file = ccl_sources_add(&sources, S("contract.ccl"), S("one\ntwo\nthree\nfour\n"), false);
  spans[0] = (ccl_span){ file, 4, 7 };
  spans[1] = (ccl_span){ file, 8, 13 };
  spans[2] = (ccl_span){ file, 14, 18 };
  ccl_value rows[3][3] = { { ccl_value_day(date(2026, 1, 5)), number("1/3"), ccl_value_text(S("a")) },
                           { ccl_value_day(date(2026, 1, 6)), number("2"), ccl_value_absent() },
                           { ccl_value_day(date(2026, 2, 6)), ccl_value_absent(), ccl_value_text(S("a")) } };
  const ccl_value *list[] = { rows[0], rows[1], rows[2] };
  uint32_t fields[] = { s.day, s.figure, s.agent };
  ccl_example_table table = {
    .span = spans[0], .fields = fields, .field_count = 3, .rows = list, .row_spans = spans, .row_count = 3
  };
  m->diags = (ccl_diags){ .sources = &sources, .lang = CCL_LANG_EN };
  ccl_engine *engine = ccl_engine_new(&m->plan, &m->supply, &m->diags, plain_options(), NULL, 0, &table, 1);
  uint32_t sum = add_query(m, CCL_QUERY_SUM, field_of(m, s.figure), NULL);
  same_text(ask(m, engine, sum, month(2026, 1)), "7/3", "sum");
  same_text(ask(m, engine, sum, month(2026, 2)), "0", "nothing known");
  static const uint32_t agent[] = { 1 };
  ccl_request request = { .query = sum, .days = month(2026, 1), .dims = agent, .dim_count = 1 };
  ccl_answer answer;
  cr_assert(!ccl_engine_answer(engine, &request, 1, &answer));
  cr_expect(m->diags.all.items[0]->code == CCL_CODE_empty_cell && m->diags.all.items[0]->span.start == 8);
  m->diags = (ccl_diags){ .sources = &sources, .lang = CCL_LANG_EN };
  m->activity.key = s.agent;
  engine = ccl_engine_new(&m->plan, &m->supply, &m->diags, plain_options(), NULL, 0, &table, 1);
  cr_assert(!ccl_engine_answer(engine, NULL, 0, &answer));
  cr_expect(m->diags.all.items[0]->code == CCL_CODE_repeated_key &&
            ccl_str_find(m->diags.all.items[0]->message, S("contract.ccl:2")) > 0);
}
