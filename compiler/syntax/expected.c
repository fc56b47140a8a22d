/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns a set of terminals into a short sentence: terminals that mean one thing together are said together (a value,
 * an effect, a
 * declaration), the others by their spelling.
 */
#include "syntax/expected.h"

#include <string.h>

#include "ccl.tab.h"
#include "syntax/messages.h"

enum { MOST_SHOWN = 5, MOST_MEMBERS = 48, EXAMPLES = 3 };

/* What is said for several terminals when `marks` may all come; `members` are then left out. */
typedef struct group {
  const ccl_message *message;
  int marks[2];
  int examples[EXAMPLES]; /* keywords for {1}; 0: none */
  int members[MOST_MEMBERS];
} group;

static const group groups[] = {
  { &ccl_syntax_say_a_header_line,
    { TOK_CURRENCY, TOK_PROVIDER },
    { TOK_CLIENT, TOK_CURRENCY, TOK_BILLING },
    { TOK_REFERENCE, TOK_CLIENT, TOK_PROVIDER, TOK_CURRENCY, TOK_IN_FORCE, TOK_BILLING, TOK_FISCAL_YEAR, TOK_TIME_ZONE,
      TOK_VAT, TOK_ROUNDING, TOK_PRORATION, TOK_PAYMENT, TOK_LATE_INTEREST, TOK_RECOVERY_FEE, TOK_EARLY_DISCOUNT,
      TOK_VAT_ON_DEBITS, TOK_PURCHASE_ORDER, TOK_BUYER_REFERENCE, TOK_EDITION } },
  { &ccl_syntax_say_a_detail,
    { TOK_SIREN, TOK_CITY },
    { TOK_SIREN, TOK_ADDRESS, TOK_CITY },
    { TOK_SIREN, TOK_SIRET, TOK_VAT_ID, TOK_LEGAL_FORM, TOK_SHARE_CAPITAL, TOK_REGISTER, TOK_ADDRESS, TOK_POSTCODE,
      TOK_CITY, TOK_COUNTRY, TOK_EMAIL, TOK_PHONE, TOK_ELECTRONIC_ADDRESS, TOK_IBAN, TOK_BIC } },
  { &ccl_syntax_say_a_change,
    { TOK_REMOVE, TOK_EXTEND_TO },
    { TOK_REPLACE, TOK_ADD, TOK_SET },
    { TOK_REPLACE, TOK_ADD, TOK_REMOVE, TOK_SET, TOK_EXTEND_TO, TOK_TERMINATE_ON, TOK_SIGNED, TOK_EFFECTIVE, TOK_TITLE,
      TOK_CHAPTER, TOK_PROSE } },
  { &ccl_syntax_say_a_declaration,
    { TOK_MEASURE, TOK_ARTICLE },
    { TOK_MEASURE, TOK_TIERS, TOK_ARTICLE },
    { TOK_CHAPTER, TOK_PROSE, TOK_USE, TOK_UNIT, TOK_ACTIVITY, TOK_INPUT, TOK_SERIES, TOK_PARAMETER, TOK_DEFINE,
      TOK_MEASURE, TOK_TIERS, TOK_GRID, TOK_CALENDAR, TOK_HOLIDAYS, TOK_PHASE, TOK_ARTICLE, TOK_EXAMPLE,
      TOK_REQUIRE } },
  { &ccl_syntax_say_a_type,
    { TOK_TIMESTAMP_TYPE, TOK_ONE_OF },
    { TOK_TIMESTAMP_TYPE, TOK_TEXT_TYPE, TOK_ONE_OF },
    { TOK_TIMESTAMP_TYPE, TOK_DATE_TYPE, TOK_DURATION_IN, TOK_NUMBER_TYPE, TOK_INTEGER_TYPE, TOK_MONEY_TYPE,
      TOK_BOOLEAN_TYPE, TOK_TEXT_TYPE, TOK_ONE_OF } },
  { &ccl_syntax_say_an_option,
    { TOK_COUNTED_PER, TOK_ONCE_ON },
    { TOK_LABEL, TOK_VAT, TOK_COUNTED_PER },
    { TOK_LABEL, TOK_COUNTED_PER, TOK_ONCE_ON, TOK_VAT, TOK_PRORATION } },
  { &ccl_syntax_say_a_clause,
    { TOK_OVERRIDES, TOK_WHEN },
    { TOK_IN_FORCE, TOK_WHEN, TOK_FOR_EACH },
    { TOK_IN_FORCE, TOK_OVERRIDES, TOK_FOR_EACH, TOK_WHEN, TOK_BILLING, TOK_VAT, TOK_PRORATION, TOK_PROSE } },
  { &ccl_syntax_say_an_effect,
    { TOK_CHARGE, TOK_SUBSCRIPTION },
    { TOK_CHARGE, TOK_FLAT, TOK_BONUS },
    { TOK_CHARGE,     TOK_CREDIT,          TOK_PENALTY,         TOK_FLAT,      TOK_SUBSCRIPTION,
      TOK_BASE,       TOK_BASE_ALL,        TOK_DEPENDING_ON,    TOK_BONUS,     TOK_MALUS,
      TOK_ADJUSTMENT, TOK_BONUS_CAPPED_AT, TOK_MALUS_CAPPED_AT, TOK_CAPPED_AT, TOK_MINIMUM,
      TOK_MINIMUM_DE, TOK_MAXIMUM,         TOK_MAXIMUM_DE,      TOK_REPORT,    TOK_PROSE } },
  { &ccl_syntax_say_a_rung,
    { TOK_AT_LEAST, TOK_LESS_THAN },
    { TOK_AT_LEAST, TOK_LESS_THAN, 0 },
    { TOK_AT_LEAST, TOK_AT_MOST, TOK_MORE_THAN, TOK_LESS_THAN, TOK_FROM, TOK_DE, TOK_OTHERWISE, TOK_SINON } },
  { &ccl_syntax_say_a_value,
    { TOK_NUMBER, '(' },
    { 0 },
    { TOK_NUMBER,
      TOK_NAME,
      TOK_TEXT,
      TOK_DATE,
      TOK_MONTH,
      TOK_QUARTER,
      TOK_WEEK,
      TOK_SIGN,
      '(',
      '-',
      TOK_NOT,
      TOK_IF,
      TOK_TRUE,
      TOK_FALSE,
      TOK_COUNT_OF,
      TOK_DISTINCT_COUNT_OF,
      TOK_DURATION_OF,
      TOK_SUM_OF,
      TOK_AVERAGE_OF,
      TOK_MEDIAN_OF,
      TOK_LOWEST_OF,
      TOK_HIGHEST_OF,
      TOK_MINIMUM_DE,
      TOK_MAXIMUM_DE,
      TOK_PERCENTILE,
      TOK_SHARE_OF,
      TOK_DE,
      TOK_IN,
      TOK_MONDAY,
      TOK_TUESDAY,
      TOK_WEDNESDAY,
      TOK_THURSDAY,
      TOK_FRIDAY,
      TOK_SATURDAY,
      TOK_SUNDAY } },
  { &ccl_syntax_say_more_of_value,
    { '+', '*' },
    { 0 },
    { '+',
      '-',
      '*',
      '/',
      TOK_TOUCHING_SLASH,
      '=',
      '<',
      '>',
      TOK_NOT_EQUAL,
      TOK_LESS_EQUAL,
      TOK_GREATER_EQUAL,
      TOK_AND,
      TOK_OR,
      TOK_IN_LIST,
      TOK_IN,
      TOK_AS,
      TOK_BY_DEFAULT,
      TOK_OVERALL,
      TOK_SINCE_YEAR,
      TOK_SINCE_QUARTER,
      TOK_SINCE_CONTRACT,
      TOK_PREVIOUS_PERIOD,
      TOK_OVER_THE_LAST,
      TOK_SAME_PERIOD_LAST_YEAR,
      TOK_PER,
      TOK_NAME,
      TOK_PERIOD,
      TOK_SIGN,
      '%',
      '.',
      '(',
      '[' } },
  { &ccl_syntax_say_a_unit, { TOK_NAME, '%' }, { 0 }, { TOK_NAME, '%', TOK_SIGN, TOK_PERIOD, TOK_NUMBER_TYPE } },
  { &ccl_syntax_say_a_window,
    { TOK_SINCE_YEAR, TOK_PREVIOUS_PERIOD },
    { TOK_SINCE_YEAR, TOK_PREVIOUS_PERIOD, 0 },
    { TOK_SINCE_YEAR, TOK_SINCE_QUARTER, TOK_SINCE_CONTRACT, TOK_PREVIOUS_PERIOD, TOK_OVER_THE_LAST,
      TOK_SAME_PERIOD_LAST_YEAR } },
  { &ccl_syntax_say_a_weekday,
    { TOK_MONDAY, TOK_SUNDAY },
    { 0 },
    { TOK_MONDAY, TOK_TUESDAY, TOK_WEDNESDAY, TOK_THURSDAY, TOK_FRIDAY, TOK_SATURDAY, TOK_SUNDAY } },
};

/* What a group is about begins a line. */
static bool begins_line(const group *g) {
  return g->message == &ccl_syntax_say_a_header_line || g->message == &ccl_syntax_say_a_change ||
         g->message == &ccl_syntax_say_a_declaration || g->message == &ccl_syntax_say_a_clause ||
         g->message == &ccl_syntax_say_an_effect || g->message == &ccl_syntax_say_a_rung;
}

/* What terminals without a spelling of their own are called. */
static const struct {
  int token;
  const ccl_message *message;
} kinds[] = {
  { TOK_NAME, &ccl_syntax_say_a_name },
  { TOK_NUMBER, &ccl_syntax_say_a_number },
  { TOK_TEXT, &ccl_syntax_say_a_text },
  { TOK_PROSE, &ccl_syntax_say_a_prose },
  { TOK_DATE, &ccl_syntax_say_a_date },
  { TOK_MONTH, &ccl_syntax_say_a_month },
  { TOK_QUARTER, &ccl_syntax_say_a_quarter },
  { TOK_WEEK, &ccl_syntax_say_a_week },
  { TOK_TIME, &ccl_syntax_say_a_time },
  { TOK_DAY_OF_YEAR, &ccl_syntax_say_a_day_of_year },
  { TOK_ROW_END, &ccl_syntax_say_an_end_of_line },
  { TOK_FILE_END, &ccl_syntax_say_an_end_of_file },
};

bool ccl_expected_any_name(const bool *may_come) {
  return may_come[TOK_NAME] && may_come[TOK_CONTRACT] && may_come[TOK_PAYMENT];
}

ccl_str ccl_expected_keywords(const ccl_reader *reader, const int *tokens, size_t count) {
  ccl_buf list = { 0 };
  for (size_t i = 0; i < count && tokens[i]; i++) {
    ccl_str text = ccl_keyword_text(tokens[i], reader->lang);
    if (text.len)
      ccl_buf_printf(&list, "%s`%.*s`", list.len ? ", " : "", (int)text.len, text.ptr);
  }
  return ccl_buf_str(&list);
}

typedef struct shown {
  ccl_str items[MOST_SHOWN];
  size_t count;
} shown;

static void show(shown *list, ccl_str item) {
  if (item.len && list->count < MOST_SHOWN)
    list->items[list->count++] = item;
}

/* What one terminal is called; empty for those that nobody writes. */
static ccl_str called(const ccl_reader *reader, int token, ccl_lang lang) {
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (kinds[i].token == token)
      return ccl_message_text(kinds[i].message, lang, CCL_NO_ARGS);
  if (token == TOK_UPTO)
    return CCL_STR("`..`");
  if (token < 128)
    return ccl_str_printf("`%c`", (char)token);
  return ccl_expected_keywords(reader, &token, 1);
}

static ccl_str in_words(const shown *list, ccl_lang lang) {
  if (list->count < 2)
    return list->count ? list->items[0] : (ccl_str){ 0 };
  ccl_str before = ccl_str_join(list->items, list->count - 1, CCL_STR(", "));
  return ccl_message_text(&ccl_syntax_say_or, lang, CCL_ARGS(before, list->items[list->count - 1]));
}

/* Takes out of what is left what a group says together, and shows it. */
static void take_groups(const ccl_reader *reader, bool *left, bool within, ccl_lang lang, shown *together) {
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
    const group *g = &groups[i];
    if (!left[g->marks[0]] || !left[g->marks[1]])
      continue;
    ccl_str examples = ccl_expected_keywords(reader, g->examples, EXAMPLES);
    if (!within || !begins_line(g))
      show(together, ccl_message_text(g->message, lang, CCL_ARGS(examples)));
    for (size_t m = 0; m < MOST_MEMBERS && g->members[m]; m++)
      left[g->members[m]] = false;
  }
}

static ccl_str list(const ccl_reader *reader, const bool *may_come, int count, bool within, ccl_lang lang) {
  bool *left = ccl_alloc_atomic((size_t)count);
  bool any_name = ccl_expected_any_name(may_come);
  for (int token = 1; token < count; token++)
    left[token] = may_come[token] && token != TOK_CCL_YYerror && !(any_name && ccl_keyword_is_soft(token));
  /* What says little: the dot and the bracket that a name may take, the end of the file. */
  left['.'] = left['['] = left[TOK_FILE_END] = false;
  if (within)
    left[TOK_END] = false;
  shown together = { 0 }, all = { 0 };
  take_groups(reader, left, within, lang, &together);
  /* What goes on with a value comes last: it may stand nearly everywhere; so may `dated by` behind an activity. */
  bool dated = left[TOK_DATED_BY] && together.count > 0;
  left[TOK_DATED_BY] = left[TOK_DATED_BY] && !dated;
  /* The price is what is lacking most; of two ways to say "beyond" one is enough. */
  if (left[TOK_AT])
    show(&all, called(reader, TOK_AT, lang));
  left[TOK_AT] = false;
  left[TOK_BEYOND] = left[TOK_BEYOND] && !left[TOK_AU_DELA_DE];
  for (int token = 1; token < count; token++)
    if (left[token] && all.count + together.count < MOST_SHOWN)
      show(&all, called(reader, token, lang));
  for (size_t i = 0; i < together.count; i++)
    show(&all, together.items[i]);
  return in_words(&all, lang);
}

ccl_str ccl_expected_list(const ccl_reader *reader, const bool *may_come, int count, bool within, ccl_lang lang) {
  ccl_str words = list(reader, may_come, count, within, lang);
  return words.len || !within ? words : list(reader, may_come, count, false, lang);
}
