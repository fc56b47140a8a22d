/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions decided case by case: what is impossible, what is possible and with which row, what cannot be told. */
#include "check/cases.h"
#include "check/range.h"
#include "sema_build.h"

/* The conditions of the measures of a contract, `count of calls where …`, in their order. */
typedef struct cases_session {
  sema_session *sema;
  ccl_checking checking;
} cases_session;

static cases_session read(const char *conditions) {
  ccl_buf text = { 0 };
  ccl_buf_z(&text,
            "activity calls, one row per call, dated by began, until ended\n"
            "  began timestamp\n  ended timestamp\n  site one of FR, MA, MG\n  language one of french, german\n  wait duration in s\n  rank integer\n"
            "  grade number optional\n  answered boolean\n  urgent boolean optional\n  name text\n  day date\n"
            "  derive slow = wait > 60 s\n  derive band = opening(began)\n  derive minutes = wait / 60\nend\n"
            "calendar opening\n  day : Monday..Friday 08:00..20:00\n  night : otherwise\nend\n"
            "input csat : % from 0 % to 100 %\nparameter limit = 20 s\nparameter moving = 20 s from 2026-06-01 = 30 s\n");
  ccl_str rest = S(conditions);
  for (int i = 0; rest.len > 0; i++) {
    ptrdiff_t end = ccl_str_find(rest, CCL_STR(";"));
    ccl_str one = end < 0 ? rest : ccl_str_sub(rest, 0, (size_t)end);
    ccl_buf_printf(&text, "measure m%d = count of calls where %.*s\n", i, (int)one.len, one.ptr);
    rest = end < 0 ? (ccl_str){ 0 } : ccl_str_sub(rest, (size_t)end + 1, rest.len);
  }
  cases_session made = { .sema = sema_read(ccl_str_z(ccl_buf_str(&text))) };
  sema_expect(conditions, made.sema, "");
  made.checking = (ccl_checking){ .sema = made.sema->sema, .plan = &made.sema->plan, .trees = made.sema->trees, .tree_count = 1,
                                  .sources = &made.sema->sources, .diags = &made.sema->diags, .ranges = ccl_ranges_new(&made.sema->plan) };
  return made;
}

static ccl_possible find(const cases_session *session, const bool *wanted, ccl_case *found) {
  const ccl_plan *plan = &session->sema->plan;
  const ccl_expr **conditions = ccl_new_array(const ccl_expr *, plan->measures_count);
  for (size_t i = 0; i < plan->measures_count; i++)
    conditions[i] = plan->queries[plan->measures[i].value->index].where;
  return ccl_cases_find(&session->checking, 0, conditions, wanted, plan->measures_count, found);
}

typedef struct verdict {
  const char *condition;
  ccl_possible is_true, is_false;
} verdict;

#define NO CCL_IMPOSSIBLE
#define YES CCL_POSSIBLE
#define MAYBE CCL_CANNOT_TELL

Test(cases, one_condition) {
  sema_begin();
  static const verdict rows[] = {
    { "language = french", YES, YES },
    { "language <> french or language <> german", YES, NO },
    { "language = french and language = german", NO, YES },
    { "site in (FR, MA, MG)", YES, NO },
    { "not (site in (FR, MA))", YES, YES },
    { "site = FR or site = MA or site = MG", YES, NO },
    { "wait >= 0 s", YES, NO },
    { "wait < 0 s", NO, YES },
    { "wait <= 20 s or wait > 20 s", YES, NO },
    { "wait <= 20 s and wait >= 20 s", YES, YES },
    { "wait < 20 s and wait > 20 s", NO, YES },
    { "wait < 20 s or wait > 10 s", YES, NO },
    { "wait < limit and wait > 1 min", NO, YES },
    { "wait < moving", MAYBE, MAYBE }, /* not the same on all days */
    { "wait < moving or wait >= moving", MAYBE, NO },
    { "rank > 2 and rank < 3", NO, YES },
    { "rank > 2 and rank < 4", YES, YES },
    { "grade = 1 or grade <> 1", YES, YES }, /* an empty grade is neither */
    { "grade = 1 or not (grade = 1)", YES, NO },
    { "known(grade) or not known(grade)", YES, NO },
    { "known(grade) and not known(grade)", NO, YES },
    { "(grade by default 0) >= 0 or (grade by default 0) < 0", YES, NO },
    { "answered or not answered", YES, NO },
    { "urgent or not urgent", YES, NO },
    { "urgent = true or urgent = false", YES, YES },
    { "(urgent by default false) and not urgent", NO, YES },
    { "slow and wait < 1 min", NO, YES },
    { "band = day or band = night", YES, NO },
    { "opening(began) = day and band = night", NO, YES },
    { "name = \"x\" and name = \"y\"", NO, YES },
    { "name = \"A\" or name <> \"A\"", YES, NO },
    { "day >= 2026-01-01 or day < 2026-01-01", YES, NO },
    { "day > 2026-01-01 and day < 2026-01-02", NO, YES },
    { "weekday(day) in (Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday)", YES, NO },
    { "weekday(day) = Monday", YES, YES },
    { "csat <= 100 %", YES, NO },
    { "if answered then site = FR else site <> FR", YES, YES },
    { "if answered then true else not answered", YES, NO },
    { "starts_with(name, \"a\")", YES, YES },
    { "starts_with(name, \"a\") and name = \"b\"", MAYBE, MAYBE }, /* both look at one text */
    { "starts_with(name, \"a\") and not starts_with(name, \"a\")", NO, YES },
    { "began < ended or ended <= began", MAYBE, NO },
    { "hour(began) >= 24", NO, MAYBE },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cases_session session = read(rows[i].condition);
    ccl_case found;
    ccl_possible is_true = find(&session, (const bool[]){ true }, &found), is_false = find(&session, (const bool[]){ false }, &found);
    cr_expect(is_true == rows[i].is_true, "%s: true is %d", rows[i].condition, is_true);
    cr_expect(is_false == rows[i].is_false, "%s: false is %d", rows[i].condition, is_false);
  }
}

Test(cases, several_conditions_and_a_row) {
  sema_begin();
  static const struct {
    const char *conditions;
    bool wanted[2];
    ccl_possible expected;
    const char *row;
  } rows[] = {
    { "language = german; wait > 20 s", { true, true }, YES, "language = german, wait = 21 seconds" },
    { "language = german; language = german", { true, false }, NO, "" },
    { "site in (FR, MA); site in (MA, MG)", { true, true }, YES, "site = MA" },
    { "site in (FR, MA); site = MG", { true, true }, NO, "" },
    { "answered; wait > 1 min", { true, false }, YES, "answered = true, wait = 0 seconds" },
    { "grade > 3; answered", { false, true }, YES, NULL },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cases_session session = read(rows[i].conditions);
    ccl_case found;
    ccl_possible possible = find(&session, rows[i].wanted, &found);
    cr_expect(possible == rows[i].expected, "%s: %d", rows[i].conditions, possible);
    const char *text = ccl_str_z(ccl_case_text(&session.checking, 0, &found, CCL_LANG_EN));
    cr_expect(rows[i].row == NULL || strcmp(text, rows[i].row) == 0, "%s: \"%s\"", rows[i].conditions, text);
  }
}

/* Too many combinations: nothing is claimed, and nothing takes long. */
Test(cases, too_many) {
  sema_begin();
  ccl_buf text = { 0 };
  for (int i = 0; i < 400; i++)
    ccl_buf_printf(&text, "%s(wait <> %d s and rank <> %d and grade <> %d)", i > 0 ? " or " : "", i, i, i);
  cases_session session = read(ccl_str_z(ccl_buf_str(&text)));
  ccl_case found;
  cr_expect(find(&session, (const bool[]){ false }, &found) == CCL_CANNOT_TELL);
}

Test(cases, the_values_of_a_figure) {
  sema_begin();
  static const struct {
    const char *condition;
    size_t count; /* 0: not finitely many */
  } rows[] = {
    { "site = FR", 3 }, { "language = german", 2 }, { "band = day", 2 }, { "opening(began) = day", 2 }, { "weekday(day) = Monday", 7 },
    { "wait = 1 s", 0 }, { "name = \"x\"", 0 }, { "day = 2026-01-01", 0 },
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    cases_session session = read(rows[i].condition);
    const ccl_plan *plan = &session.sema->plan;
    const ccl_value *values;
    size_t count = 0;
    bool is_finite = ccl_cases_values(&session.checking, 0, plan->queries[plan->measures[0].value->index].where->args[0], &values, &count);
    cr_expect(is_finite == (rows[i].count > 0) && count == rows[i].count, "%s: %zu", rows[i].condition, count);
  }
}
