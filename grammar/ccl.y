/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The grammar of CCL, in the order of the language reference. It reads as the manual does: each non-terminal has a sentence and an
 * example. Terminals in capitals are keywords, spelled in keywords.def in both languages; where French has one word for two English ones the
 * terminal bears the French word (SUR: over, on) and the rule chooses.
 *
 * Actions build the tree of compiler/syntax/nodes.def and nothing else. After an error the joiner sends RESYNC (a new line) or RESYNC_DECL (a
 * line that opens a declaration, which also closes a block whose `end` is missing); every list takes both.
 */
%require "3.8"
%expect 0
%locations
%define api.pure full
%define api.prefix {ccl_yy}
%define api.token.prefix {TOK_}
%define api.value.type union
%define api.location.type {ccl_loc}
%define parse.error custom
%define parse.lac full
%param {ccl_reader *reader}

%code requires {
#include "syntax/reader.h"
}
%code {
#include "base/mem.h"
#include "syntax/build.h"
#include "syntax/joiner.h"
#include "syntax/syntax_errors.h"

/* The collector must see the parser's stacks; a deep file may not exhaust them before the limit on nesting speaks. */
#define YYMALLOC ccl_alloc_root
#define YYFREE ccl_free_root
#define YYMAXDEPTH 200000
#define YYLLOC_DEFAULT(current, rhs, count) ((current) = ccl_loc_join((rhs) + ((count) ? 1 : 0), (count)))

static int ccl_yylex(CCL_YYSTYPE *value, ccl_loc *at, ccl_reader *reader);
static void ccl_yyerror(ccl_loc *at, ccl_reader *reader, const char *what);
}

/* ---- Terminals: what the lexer reads, then the keywords in the order of keywords.def ---- */

%token NAME NUMBER TEXT PROSE DATE MONTH QUARTER WEEK TIME DAY_OF_YEAR SIGN NOT_EQUAL LESS_EQUAL GREATER_EQUAL UPTO TOUCHING_SLASH
%token STRAY ROW_END RESYNC RESYNC_DECL START_EXPRESSION FILE_END

%token CONTRACT AMENDMENT LIBRARY CHAPTER END
%token FROM DU DE BORNEE_DE OF TO AU A UNTIL UP_TO JUSQUA JUSQUAU FOR ON OVER SUR LE OTHERWISE ELSE SINON IN IN_LIST AS LABEL PER PLUS
%token REFERENCE CLIENT PROVIDER CURRENCY IN_FORCE DURING AFTER BILLING IN_ARREARS IN_ADVANCE FISCAL_YEAR TIME_ZONE
%token VAT REVERSE_CHARGE EXEMPT OUTSIDE_SCOPE ROUNDING AU_PAS_DE PRORATION THIRTIETHS MONTHS_STARTED MONTHS_COMPLETE
%token PAYMENT WITHIN END_OF_MONTH LATE_INTEREST RECOVERY_FEE EARLY_DISCOUNT VAT_ON_DEBITS PURCHASE_ORDER BUYER_REFERENCE EDITION
%token SIREN SIRET VAT_ID LEGAL_FORM SHARE_CAPITAL REGISTER ADDRESS POSTCODE CITY COUNTRY EMAIL PHONE ELECTRONIC_ADDRESS IBAN BIC
%token USE UNIT PLURAL ACTIVITY ONE_ROW_PER DATED_BY KEY KEEPING_LATEST MISSING COLUMN FORMAT OPTIONAL DERIVE
%token TIMESTAMP_TYPE DATE_TYPE DURATION_IN NUMBER_TYPE INTEGER_TYPE MONEY_TYPE BOOLEAN_TYPE TEXT_TYPE ONE_OF
%token INPUT BY_DEFAULT SERIES PARAMETER EACH DEFINE MEASURE TIERS BEYOND GRID CALENDAR HOLIDAYS EASTER PHASE
%token MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY
%token ARTICLE OVERRIDES FOR_EACH WHEN EXAMPLE PERIOD GIVEN EARLIER ROWS_OF EXPECT REQUIRE
%token OR AND NOT TRUE FALSE IF THEN COUNT_OF DISTINCT_COUNT_OF DURATION_OF SUM_OF AVERAGE_OF MEDIAN_OF LOWEST_OF HIGHEST_OF
%token MINIMUM_DE MAXIMUM_DE PERCENTILE SHARE_OF WHERE AMONG SPLIT_BY OVERALL SINCE_YEAR SINCE_QUARTER SINCE_CONTRACT
%token PREVIOUS_PERIOD OVER_THE_LAST LAST_PERIODS SAME_PERIOD_LAST_YEAR
%token CHARGE CREDIT PENALTY AU_DELA_DE BY AT BY_SLICE BY_VOLUME COUNTED_PER WITH_ADJUSTMENT ONCE_ON FLAT COVERING BEYOND_THAT_AT
%token SUBSCRIPTION BASE BASE_ALL EXCEPT DEPENDING_ON AT_LEAST AT_MOST MORE_THAN LESS_THAN TO_UNDER BONUS MALUS NEUTRAL SLIDING_TO
%token ADJUSTMENT BONUS_CAPPED_AT MALUS_CAPPED_AT CAPPED_AT MINIMUM MAXIMUM REPORT
%token SIGNED EFFECTIVE TITLE REPLACE ADD REMOVE SET EXTEND_TO TERMINATE_ON

/* ---- Precedence (clause 5), loosest first. GREEDY: what goes on as far as it can. UNIT_ENDS: a unit goes on before it ends. ---- */

%precedence GREEDY
%precedence AMONG SPLIT_BY
%left OR
%left AND
%precedence NOT
%nonassoc '=' NOT_EQUAL '<' LESS_EQUAL '>' GREATER_EQUAL IN_LIST
%left '+' '-'
%precedence UNIT_ENDS
%left '*' '/' TOUCHING_SLASH
%precedence NEGATIVE

%nterm <ccl_node *> contract contract_title library library_title library_items declarations declaration prose
%nterm <ccl_node *> bad_line bad_end headers header party party_head details detail in_force_from length billing
%nterm <ccl_node *> timing time_zone vat rounding proration payment days unit_declaration activity activity_head
%nterm <ccl_node *> activity_options activity_option fields texts type choices choice derives derive input
%nterm <ccl_node *> series series_head rows row cells cell cell_items cell_item parameter changes define takes take
%nterm <ccl_node *> taken_type measure tiers tiers_head tier_rows tier bound plus grid grid_head calendar
%nterm <ccl_node *> calendar_head bands band slots slot holidays holidays_head holiday_list holiday phase article
%nterm <ccl_node *> article_head clauses clause example example_head period example_items example_item example_rows
%nterm <ccl_node *> figures figure keys require value values term window primary literal aggregate source where split
%nterm <ccl_node *> distinct condition effects effect charge charge_head beyond by mode options option flat flat_head
%nterm <ccl_node *> subscription base ladder ladder_head rungs rung outcome cap minimum amendment amendment_head
%nterm <ccl_node *> amendment_items amendment_item qualified qualified_names names text number date time day_of_year
%nterm <ccl_node *> weekday small_word quantity counted counted_first unit_sign divisors unit unit_part unit_name
%nterm <ccl_node *> percentage money name plain_name
%nterm <ccl_word> party_kind detail_kind charge_kind cap_kind minimum_kind aggregate_kind
%%

/* ==== 3. Files ==== */

file:
    contract FILE_END                             { reader->root = $contract; }
  | amendment FILE_END                            { reader->root = $amendment; }
  | library FILE_END                              { reader->root = $library; }
  | START_EXPRESSION value FILE_END               { reader->root = $value; }
  | START_EXPRESSION error RESYNC_DECL FILE_END   { reader->root = MAKE(ERROR, @2); }
  ;

/* A contract: its title, the header, the declarations.   contract "Annex" currency EUR … measure … article … */
contract:
    contract_title                       { $$ = MAKE(CONTRACT, @$, $1, ccl_build_list(reader, @$, NULL)); }
  | contract_title headers               { $$ = MAKE(CONTRACT, @$, $1, ccl_build_once(reader, $headers)); }
  | contract_title declarations          { $$ = ccl_build_take(reader, @$, MAKE(CONTRACT, @$, $1, ccl_build_list(reader, @1, NULL)), $declarations); }
  | contract_title headers declarations  { $$ = ccl_build_take(reader, @$, MAKE(CONTRACT, @$, $1, ccl_build_once(reader, $headers)), $declarations); }
  ;
contract_title:
    CONTRACT text      { $$ = $text; }
  | CONTRACT bad_line  { $$ = $bad_line; }
  | CONTRACT bad_end   { $$ = $bad_end; }
  ;

/* A library: declarations that contracts use.   library "Call centre" activity … */
library:
    library_title                { $$ = MAKE(LIBRARY, @$, $1); }
  | library_title library_items  { $$ = ccl_build_library(reader, @$, $1, $library_items); }
  ;
library_title:
    LIBRARY text      { $$ = $text; }
  | LIBRARY bad_line  { $$ = $bad_line; }
  | LIBRARY bad_end   { $$ = $bad_end; }
  ;
library_items:
    declaration                 { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                    { $$ = ccl_build_list(reader, @$, $1); }
  | bad_end                     { $$ = ccl_build_list(reader, @$, $1); }
  | library_items declaration   { $$ = ccl_build_item(reader, $1, $2); }
  | library_items bad_line      { $$ = ccl_build_lost(reader, $1, @2); }
  | library_items bad_end       { $$ = ccl_build_lost(reader, $1, @2); }
  ;

/* What is declared, in any order, with chapters and prose between.   unit position measure calls = … */
declarations:
    declaration                 { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | declarations declaration    { $$ = ccl_build_item(reader, $1, $2); }
  | declarations bad_line       { $$ = ccl_build_lost(reader, $1, @2); }
  | declarations bad_end        { $$ = ccl_build_lost(reader, $1, @2); }
  ;
declaration:
    CHAPTER text                { $$ = MAKE(CHAPTER, @$, $text); }
  | prose
  | USE text                    { $$ = MAKE(USE, @$, $text); }
  | unit_declaration
  | activity
  | input
  | series
  | parameter
  | define
  | measure
  | tiers
  | grid
  | calendar
  | holidays
  | phase
  | article
  | example
  | require
  ;
prose: PROSE                    { $$ = ccl_build_leaf(reader, @$, CCL_NODE_PROSE); } ;

/* A line that cannot be read; the end of a block whose `end` is missing; the end of a block. */
bad_line: error RESYNC          { $$ = MAKE(ERROR, @1); yyerrok; } ;
bad_end:  error RESYNC_DECL     { $$ = MAKE(ERROR, @1); yyerrok; } ;
close:    END | bad_end ;

/* ==== 3.1 Header ==== */

/* Header items in any order.   reference "CTR-1" currency EUR billing monthly */
headers:
    header            { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line          { $$ = ccl_build_list(reader, @$, $1); }
  | bad_end           { $$ = ccl_build_list(reader, @$, $1); }
  | headers header    { $$ = ccl_build_item(reader, $1, $2); }
  | headers bad_line  { $$ = ccl_build_lost(reader, $1, @2); }
  | headers bad_end   { $$ = ccl_build_lost(reader, $1, @2); }
  ;
header:
    REFERENCE text              { $$ = MAKE(REFERENCE, @$, $text); }
  | party
  | CURRENCY name               { $$ = MAKE(CURRENCY, @$, $name); }
  | in_force_from
  | billing
  | FISCAL_YEAR name            { $$ = MAKE(FISCAL_YEAR, @$, ccl_build_choice(reader, CCL_CHOICE_FISCAL_YEAR, $name)); }
  | time_zone
  | vat
  | rounding
  | proration
  | payment
  | LATE_INTEREST percentage PER name  { $$ = MAKE(LATE_INTEREST, @$, $percentage); ccl_build_choice(reader, CCL_CHOICE_INTEREST, $name); }
  | RECOVERY_FEE money          { $$ = MAKE(RECOVERY_FEE, @$, $money); }
  | EARLY_DISCOUNT name         { $$ = MAKE_WORD(EARLY_DISCOUNT, ccl_build_choice(reader, CCL_CHOICE_DISCOUNT, $name)->word, @$, NULL); }
  | EARLY_DISCOUNT text         { $$ = MAKE_WORD(EARLY_DISCOUNT, CCL_WORD_TERMS, @$, $text); }
  | VAT_ON_DEBITS               { $$ = MAKE(VAT_ON_DEBITS, @$); }
  | PURCHASE_ORDER text         { $$ = MAKE(PURCHASE_ORDER, @$, $text); }
  | BUYER_REFERENCE text        { $$ = MAKE(BUYER_REFERENCE, @$, $text); }
  | EDITION number              { $$ = MAKE(EDITION, @$, $number); }
  ;

/* A party and, up to `end`, what is said of it.   client "ACME" siren "552100554" country FR end */
party:
    party_head                  { $$ = $1; }
  | party_head details close    { $$ = ccl_build_take(reader, @$, $1, ccl_build_once(reader, $details)); }
  ;
party_head: party_kind text     { $$ = MAKE_WORD(PARTY, $1, @$, $text); } ;
party_kind:
    CLIENT                      { $$ = CCL_WORD_CLIENT; }
  | PROVIDER                    { $$ = CCL_WORD_PROVIDER; }
  ;
details:
    detail                      { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | details detail              { $$ = ccl_build_item(reader, $1, $2); }
  | details bad_line            { $$ = ccl_build_lost(reader, $1, @2); }
  ;
detail:
    detail_kind text            { $$ = MAKE_WORD(PARTY_DETAIL, $1, @$, $text); }
  | COUNTRY text                { $$ = MAKE_WORD(PARTY_DETAIL, CCL_WORD_COUNTRY, @$, $text); }
  | COUNTRY name                { $$ = MAKE_WORD(PARTY_DETAIL, CCL_WORD_COUNTRY, @$, $name); }
  ;
detail_kind:
    SIREN                       { $$ = CCL_WORD_SIREN; }
  | SIRET                       { $$ = CCL_WORD_SIRET; }
  | VAT_ID                      { $$ = CCL_WORD_VAT_ID; }
  | LEGAL_FORM                  { $$ = CCL_WORD_LEGAL_FORM; }
  | SHARE_CAPITAL               { $$ = CCL_WORD_SHARE_CAPITAL; }
  | REGISTER                    { $$ = CCL_WORD_REGISTER; }
  | ADDRESS                     { $$ = CCL_WORD_ADDRESS; }
  | POSTCODE                    { $$ = CCL_WORD_POSTCODE; }
  | CITY                        { $$ = CCL_WORD_CITY; }
  | EMAIL                       { $$ = CCL_WORD_EMAIL; }
  | PHONE                       { $$ = CCL_WORD_PHONE; }
  | ELECTRONIC_ADDRESS          { $$ = CCL_WORD_ELECTRONIC_ADDRESS; }
  | IBAN                        { $$ = CCL_WORD_IBAN; }
  | BIC                         { $$ = CCL_WORD_BIC; }
  ;

/* The days on which a contract (or an article) holds.   in force from 2026-01-01 to 2026-12-31 */
in_force_from:
    IN_FORCE from_day date            { $$ = MAKE_WORD(IN_FORCE, CCL_WORD_FROM, @$, $date, NULL, NULL, NULL); }
  | IN_FORCE from_day date to_day date[to]
                                      { $$ = MAKE_WORD(IN_FORCE, CCL_WORD_FROM, @$, $3, $to, NULL, NULL); }
  | IN_FORCE from_day date length     { $$ = MAKE_WORD(IN_FORCE, CCL_WORD_FROM, @$, $date, NULL, $length, NULL); }
  ;
from_day: FROM | DU ;
to_day:   TO | AU ;
/* How long.   for 6 months, pour 2 ans */
length: FOR number name               { $$ = ccl_build_length(reader, @$, $number, $name); } ;

/* billing monthly in arrears */
billing:
    BILLING name timing               { $$ = MAKE(BILLING, @$, ccl_build_choice(reader, CCL_CHOICE_BILLING, $name), $timing); } ;
timing:
    %empty                            { $$ = NULL; }
  | IN_ARREARS                        { $$ = ccl_build_chosen(reader, @$, CCL_WORD_IN_ARREARS); }
  | IN_ADVANCE                        { $$ = ccl_build_chosen(reader, @$, CCL_WORD_IN_ADVANCE); }
  ;

/* The zone of the contract's times, or of a file's.   time zone "Europe/Paris" */
time_zone: TIME_ZONE text             { $$ = MAKE(TIME_ZONE, @$, $text); } ;

/* vat 20 %, vat reverse charge, vat exempt "article 261 of the tax code", vat outside scope */
vat:
    VAT percentage                    { $$ = MAKE_WORD(VAT, CCL_WORD_RATE, @$, $percentage, NULL); }
  | VAT REVERSE_CHARGE                { $$ = MAKE_WORD(VAT, CCL_WORD_REVERSE_CHARGE, @$, NULL, NULL); }
  | VAT EXEMPT text                   { $$ = MAKE_WORD(VAT, CCL_WORD_EXEMPT, @$, NULL, $text); }
  | VAT OUTSIDE_SCOPE                 { $$ = MAKE_WORD(VAT, CCL_WORD_OUTSIDE_SCOPE, @$, NULL, NULL); }
  ;

/* rounding commercial to 0.01 per line */
rounding:
    ROUNDING name PER name[scope]
      { $$ = MAKE(ROUNDING, @$, ccl_build_choice(reader, CCL_CHOICE_ROUNDING, $2), NULL, ccl_build_choice(reader, CCL_CHOICE_ROUNDING_SCOPE, $scope)); }
  | ROUNDING name step number PER name[scope]
      { $$ = MAKE(ROUNDING, @$, ccl_build_choice(reader, CCL_CHOICE_ROUNDING, $2), $number, ccl_build_choice(reader, CCL_CHOICE_ROUNDING_SCOPE, $scope)); }
  ;
step: TO | A | AU_PAS_DE ;

/* What a month that is cut costs.   proration months started */
proration:
    PRORATION name                    { $$ = MAKE(PRORATION, @$, ccl_build_choice(reader, CCL_CHOICE_PRORATION, $name)); }
  | PRORATION THIRTIETHS              { $$ = MAKE(PRORATION, @$, ccl_build_chosen(reader, @2, CCL_WORD_THIRTIETHS)); }
  | PRORATION MONTHS_STARTED          { $$ = MAKE(PRORATION, @$, ccl_build_chosen(reader, @2, CCL_WORD_MONTHS_STARTED)); }
  | PRORATION MONTHS_COMPLETE         { $$ = MAKE(PRORATION, @$, ccl_build_chosen(reader, @2, CCL_WORD_MONTHS_COMPLETE)); }
  ;

/* payment within 30 days end of month; payment end of month plus 45 days */
payment:
    PAYMENT within days               { $$ = MAKE_WORD(PAYMENT, CCL_WORD_WITHIN, @$, $days); }
  | PAYMENT within days END_OF_MONTH  { $$ = MAKE_WORD(PAYMENT, CCL_WORD_WITHIN_END_OF_MONTH, @$, $days); }
  | PAYMENT END_OF_MONTH PLUS days    { $$ = MAKE_WORD(PAYMENT, CCL_WORD_END_OF_MONTH_PLUS, @$, $days); }
  ;
within: WITHIN | A ;
days:   number name                   { $$ = $number; ccl_build_choice(reader, CCL_CHOICE_DAYS, $name); } ;

/* ==== 4.1 Units, activities, inputs, series ==== */

/* unit position; unit box plural boxes */
unit_declaration:
    UNIT name                         { $$ = MAKE(UNIT_DECLARATION, @$, $2, NULL); }
  | UNIT name PLURAL name[plural]     { $$ = MAKE(UNIT_DECLARATION, @$, $2, $plural); }
  ;

/* What is measured: one row for each act, with its fields.   activity calls, one row per call, dated by began … end */
activity:
    activity_head close                 { $$ = $1; }
  | activity_head fields close          { $$ = ccl_build_take(reader, @$, $1, $fields); }
  | activity_head derives close         { $$ = ccl_build_take(reader, @$, $1, $derives); }
  | activity_head fields derives close  { $$ = ccl_build_take(reader, @$, ccl_build_take(reader, @$, $1, $fields), $derives); }
  ;
activity_head:
    ACTIVITY name ',' ONE_ROW_PER name[unit] ',' DATED_BY name[field] activity_options
      { $$ = ccl_build_fill(reader, @$, MAKE(ACTIVITY, @$, $2, $unit, $field, NULL, NULL, NULL, NULL), $activity_options); }
  ;
activity_options:
    %empty                                { $$ = ccl_build_list(reader, @$, NULL); }
  | activity_options ',' activity_option  { $$ = ccl_build_append(reader, $1, $3); }
  | activity_options ',' text             { $$ = ccl_build_missing_text(reader, $1, $text); }
  ;
/* until ended; key id keeping latest changed; time zone "UTC"; missing "N/A", "NULL" */
activity_option:
    until name                            { $$ = MAKE(UNTIL, @$, $name); }
  | KEY name                              { $$ = MAKE(KEY, @$, $2, NULL); }
  | KEY name KEEPING_LATEST name[latest]  { $$ = MAKE(KEY, @$, $2, $latest); }
  | time_zone
  | MISSING text                          { $$ = ccl_build_take(reader, @$, MAKE(MISSING, @$), ccl_build_list(reader, @2, $text)); }
  ;
until: UNTIL | JUSQUA ;

/* A field, its type, its column.   wait duration in s column "Attente" optional
 * What follows a type is a field of its own name or a clause of this field (`column text`, `column "Text"`): both are items here. */
fields:
    name type               { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), MAKE(FIELD, @$, $1, $2, NULL, NULL)); }
  | bad_line                { $$ = ccl_build_list(reader, @$, $1); }
  | fields name type        { $$ = ccl_build_item(reader, $1, MAKE(FIELD, ccl_loc_join(&@2, 2), $2, $3, NULL, NULL)); }
  | fields COLUMN texts     { $$ = ccl_build_field_column(reader, $1, @2, $texts); }
  | fields FORMAT text      { $$ = ccl_build_field_format(reader, $1, @2, $text); }
  | fields OPTIONAL         { $$ = ccl_build_field_optional(reader, $1, @2); }
  | fields bad_line         { $$ = ccl_build_lost(reader, $1, @2); }
  ;
texts:
    text                    { $$ = ccl_build_list(reader, @$, $1); }
  | texts '+' text          { $$ = ccl_build_append(reader, $1, $3); }
  ;
/* timestamp, duration in s, number in km, one of FR, MA */
type:
    TIMESTAMP_TYPE          { $$ = MAKE_WORD(TYPE, CCL_WORD_TIMESTAMP, @$, NULL); }
  | DATE_TYPE               { $$ = MAKE_WORD(TYPE, CCL_WORD_DATE, @$, NULL); }
  | DURATION_IN unit        { $$ = MAKE_WORD(TYPE, CCL_WORD_DURATION, @$, $unit); }
  | NUMBER_TYPE             { $$ = MAKE_WORD(TYPE, CCL_WORD_NUMBER, @$, NULL); }
  | NUMBER_TYPE IN unit     { $$ = MAKE_WORD(TYPE, CCL_WORD_NUMBER, @$, $unit); }
  | INTEGER_TYPE            { $$ = MAKE_WORD(TYPE, CCL_WORD_INTEGER, @$, NULL); }
  | INTEGER_TYPE IN unit    { $$ = MAKE_WORD(TYPE, CCL_WORD_INTEGER, @$, $unit); }
  | MONEY_TYPE              { $$ = MAKE_WORD(TYPE, CCL_WORD_MONEY, @$, NULL); }
  | BOOLEAN_TYPE            { $$ = MAKE_WORD(TYPE, CCL_WORD_BOOLEAN, @$, NULL); }
  | TEXT_TYPE               { $$ = MAKE_WORD(TYPE, CCL_WORD_TEXT, @$, NULL); }
  | ONE_OF choices          { $$ = ccl_build_take(reader, @$, MAKE_WORD(TYPE, CCL_WORD_ONE_OF, @$, NULL), $choices); }
  ;
choices:
    choice                  { $$ = ccl_build_list(reader, @$, $1); }
  | choices ',' choice      { $$ = ccl_build_append(reader, $1, $3); }
  ;
/* FR; `de`, `en` and `in` are choices too */
choice: name | small_word ;

/* A field that others give.   derive cost = wait * 2 */
derives:
    derive                  { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | derives derive          { $$ = ccl_build_item(reader, $1, $2); }
  | derives bad_line        { $$ = ccl_build_lost(reader, $1, @2); }
  ;
derive: DERIVE name '=' value  { $$ = MAKE(DERIVE, @$, $name, $value); } ;

/* A figure given for each billing period.   input csat : % from 0 % to 100 % by default 80 % */
input:
    INPUT name ':' unit
      { $$ = MAKE(INPUT, @$, $name, $unit, NULL, NULL, NULL); }
  | INPUT name ':' unit BY_DEFAULT primary
      { $$ = MAKE(INPUT, @$, $name, $unit, NULL, NULL, $primary); }
  | INPUT name ':' unit from_bound condition to_bound condition[to]
      { $$ = MAKE(INPUT, @$, $name, $unit, $6, $to, NULL); }
  | INPUT name ':' unit from_bound condition to_bound condition[to] BY_DEFAULT primary
      { $$ = MAKE(INPUT, @$, $name, $unit, $6, $to, $primary); }
  ;
from_bound: FROM | BORNEE_DE ;
to_bound:   TO | A ;

/* A dated series.   series syntec | 2026-01 | 313.2 | end */
series:
    series_head close               { $$ = ccl_build_take(reader, @$, $1, ccl_build_list(reader, @$, NULL)); }
  | series_head rows close          { $$ = ccl_build_take(reader, @$, $1, $rows); }
  | SERIES name ':' bad_end         { $$ = MAKE(SERIES, @$, $name, $bad_end); }
  ;
series_head:
    SERIES name                     { $$ = MAKE(SERIES, @$, $name, NULL); }
  | SERIES name ':' unit            { $$ = MAKE(SERIES, @$, $name, $unit); }
  | SERIES name ':' bad_line        { $$ = MAKE(SERIES, @$, $name, $bad_line); }
  ;

/* Rows of a table, each on one line (series, grids, rows of activity).   | FR | 32.00 | 40.00 | */
rows:
    row                             { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                        { $$ = ccl_build_list(reader, @$, $1); }
  | rows row                        { $$ = ccl_build_item(reader, $1, $2); }
  | rows bad_line                   { $$ = ccl_build_lost(reader, $1, @2); }
  ;
row: '|' cells ROW_END              { $$ = ccl_build_take(reader, @$, MAKE(ROW, @$), $cells); } ;
cells:
    cell '|'                        { $$ = ccl_build_list(reader, @$, $cell); }
  | cells cell '|'                  { $$ = ccl_build_append(reader, $1, $cell); }
  ;
/* 10..20, MA, *; several keys are separated by commas; a cell may be empty */
cell:
    %empty                          { $$ = MAKE(CELL, @$); }
  | cell_items                      { $$ = ccl_build_take(reader, @$, MAKE(CELL, @$), $1); }
  ;
cell_items:
    cell_item                       { $$ = ccl_build_list(reader, @$, $1); }
  | cell_items ',' cell_item        { $$ = ccl_build_append(reader, $1, $3); }
  ;
cell_item:
    value
  | '*'                             { $$ = MAKE(ANY, @$); }
  | UPTO value                      { $$ = MAKE(RANGE, @$, NULL, $value); }
  | value UPTO                      { $$ = MAKE(RANGE, @$, $value, NULL); }
  | value UPTO value[to]            { $$ = MAKE(RANGE, @$, $1, $to); }
  | date time                       { $$ = ccl_build_timestamp(reader, @$, $date, $time); }
  ;

/* ==== 4.2 Parameters, functions, measures ==== */

/* parameter price : EUR per call = 3 EUR per call from 2027-01-01 = 3.10 EUR per call each 1 January = … */
parameter:
    changes                         { $$ = $1; }
  | changes EACH day_of_year '=' value
      { $$ = ccl_build_set(reader, @$, $1, CCL_SLOT_PARAMETER_EACH, MAKE(REVISION, ccl_loc_join(&@2, 4), $day_of_year, $value)); }
  ;
changes:
    PARAMETER name '=' value           { $$ = MAKE(PARAMETER, @$, $name, NULL, $value, NULL); }
  | PARAMETER name ':' unit '=' value  { $$ = MAKE(PARAMETER, @$, $name, $unit, $value, NULL); }
  | changes from_day date '=' value    { $$ = ccl_build_append(reader, $1, MAKE(CHANGE, ccl_loc_join(&@2, 4), $date, $value)); }
  ;

/* define fee(q : call, since : date) = … */
define: DEFINE name '(' takes ')' '=' value  { $$ = ccl_build_take(reader, @$, MAKE(DEFINE, @$, $name, $value), $takes); } ;
takes:
    take                            { $$ = ccl_build_list(reader, @$, $1); }
  | takes ',' take                  { $$ = ccl_build_append(reader, $1, $3); }
  ;
take: name ':' taken_type           { $$ = MAKE(TAKES, @$, $name, $taken_type); } ;
taken_type:
    unit                            { $$ = MAKE_WORD(TYPE, CCL_WORD_UNIT, @$, $unit); }
  | DATE_TYPE                       { $$ = MAKE_WORD(TYPE, CCL_WORD_DATE, @$, NULL); }
  | TIMESTAMP_TYPE                  { $$ = MAKE_WORD(TYPE, CCL_WORD_TIMESTAMP, @$, NULL); }
  | BOOLEAN_TYPE                    { $$ = MAKE_WORD(TYPE, CCL_WORD_BOOLEAN, @$, NULL); }
  | TEXT_TYPE                       { $$ = MAKE_WORD(TYPE, CCL_WORD_TEXT, @$, NULL); }
  ;

/* measure answered = count of calls where wait <= 20 s */
measure: MEASURE name '=' value     { $$ = MAKE(MEASURE, @$, $name, $value); } ;

/* ==== 4.3 Tiers ==== */

/* tiers call_price : EUR per call up to 300 : 3.20 beyond : 2.60 end */
tiers:
    tiers_head close                { $$ = ccl_build_filled(reader, $1); }
  | tiers_head tier_rows close      { $$ = ccl_build_take(reader, @$, $1, $tier_rows); }
  | TIERS name ':' bad_end          { $$ = MAKE(TIERS, @$, $name, $bad_end); }
  ;
tiers_head:
    TIERS name ':' unit             { $$ = MAKE(TIERS, @$, $name, $unit); }
  | TIERS name ':' bad_line         { $$ = MAKE(TIERS, @$, $name, $bad_line); }
  ;
tier_rows:
    tier                            { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                        { $$ = ccl_build_list(reader, @$, $1); }
  | tier_rows tier                  { $$ = ccl_build_item(reader, $1, $2); }
  | tier_rows bad_line              { $$ = ccl_build_lost(reader, $1, @2); }
  ;
/* up to 300 : 3.20 plus 10 EUR */
tier:
    up_to bound ':' value plus      { $$ = MAKE_WORD(TIER, CCL_WORD_UP_TO, @$, $bound, $value, $plus); }
  | LESS_THAN bound ':' value plus  { $$ = MAKE_WORD(TIER, CCL_WORD_LESS_THAN, @$, $bound, $value, $plus); }
  | BEYOND ':' value plus           { $$ = MAKE_WORD(TIER, CCL_WORD_BEYOND, @$, NULL, $value, $plus); }
  ;
up_to: UP_TO | JUSQUA ;
bound: number | quantity ;
plus:
    %empty                          { $$ = NULL; }
  | PLUS value                      { $$ = $value; }
  ;

/* ==== 4.4 Grids ==== */

/* grid rates (site, band) : EUR per hour | | day | night | … end */
grid:
    grid_head close                 { $$ = ccl_build_filled(reader, $1); }
  | grid_head rows close            { $$ = ccl_build_take(reader, @$, $1, $rows); }
  | GRID name '(' names ')' ':' bad_end  { $$ = MAKE(GRID, @$, $name, $names, $bad_end); }
  ;
grid_head:
    GRID name '(' names ')' ':' unit      { $$ = MAKE(GRID, @$, $name, $names, $unit); }
  | GRID name '(' names ')' ':' bad_line  { $$ = MAKE(GRID, @$, $name, $names, $bad_line); }
  ;

/* ==== 4.5 Calendars, holidays, phases ==== */

/* calendar bands night : 22:00..06:00 daytime : otherwise end */
calendar:
    calendar_head close             { $$ = ccl_build_filled(reader, $1); }
  | calendar_head bands close       { $$ = ccl_build_take(reader, @$, $1, $bands); }
  ;
calendar_head: CALENDAR name        { $$ = MAKE(CALENDAR, @$, $name); } ;
bands:
    band                            { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                        { $$ = ccl_build_list(reader, @$, $1); }
  | bands band                      { $$ = ccl_build_item(reader, $1, $2); }
  | bands bad_line                  { $$ = ccl_build_lost(reader, $1, @2); }
  ;
band:
    name ':' slots                  { $$ = ccl_build_take(reader, @$, MAKE(BAND, @$, $name), $slots); }
  | name ':' otherwise              { $$ = MAKE_WORD(BAND, CCL_WORD_OTHERWISE, @$, $name); }
  ;
otherwise: OTHERWISE | SINON ;
slots:
    slot                            { $$ = ccl_build_list(reader, @$, $1); }
  | slots ',' slot                  { $$ = ccl_build_append(reader, $1, $3); }
  ;
/* Monday..Friday 08:00..20:00; Friday 20:00..Monday 06:00; holidays FR; 08:00..20:00 */
slot:
    weekday                                     { $$ = MAKE(TIME_SLOT, @$, $1, NULL, NULL, NULL, NULL); }
  | weekday UPTO weekday[last]                  { $$ = MAKE(TIME_SLOT, @$, $1, $last, NULL, NULL, NULL); }
  | weekday time UPTO time[to]                  { $$ = ccl_build_time_slot(reader, MAKE(TIME_SLOT, @$, $1, NULL, NULL, $2, $to)); }
  | weekday UPTO weekday[last] time UPTO time[to]
                                                { $$ = ccl_build_time_slot(reader, MAKE(TIME_SLOT, @$, $1, $last, NULL, $4, $to)); }
  | weekday time UPTO weekday[last] time[to]    { $$ = ccl_build_time_slot(reader, MAKE_WORD(TIME_SLOT, CCL_WORD_THROUGH, @$, $1, $last, NULL, $2, $to)); }
  | HOLIDAYS qualified                          { $$ = MAKE(TIME_SLOT, @$, NULL, NULL, $qualified, NULL, NULL); }
  | HOLIDAYS qualified time UPTO time[to]       { $$ = ccl_build_time_slot(reader, MAKE(TIME_SLOT, @$, NULL, NULL, $qualified, $3, $to)); }
  | time UPTO time[to]                          { $$ = ccl_build_time_slot(reader, MAKE(TIME_SLOT, @$, NULL, NULL, NULL, $1, $to)); }
  ;

/* holidays FR each 1 January "New Year" easter + 1 day "Easter Monday" end */
holidays:
    holidays_head close               { $$ = ccl_build_take(reader, @$, $1, ccl_build_list(reader, @$, NULL)); }
  | holidays_head holiday_list close  { $$ = ccl_build_take(reader, @$, $1, $holiday_list); }
  ;
holidays_head: HOLIDAYS name        { $$ = MAKE(HOLIDAYS, @$, $name); } ;
holiday_list:
    holiday                         { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                        { $$ = ccl_build_list(reader, @$, $1); }
  | holiday_list holiday            { $$ = ccl_build_item(reader, $1, $2); }
  | holiday_list bad_line           { $$ = ccl_build_lost(reader, $1, @2); }
  ;
holiday:
    EACH day_of_year text           { $$ = MAKE_WORD(HOLIDAY, CCL_WORD_EACH, @$, $day_of_year, NULL, $text); }
  | EASTER text                     { $$ = MAKE_WORD(HOLIDAY, CCL_WORD_EASTER, @$, NULL, NULL, $text); }
  | EASTER '+' days text            { $$ = MAKE_WORD(HOLIDAY, CCL_WORD_EASTER_PLUS, @$, NULL, $days, $text); }
  | EASTER '-' days text            { $$ = MAKE_WORD(HOLIDAY, CCL_WORD_EASTER_MINUS, @$, NULL, $days, $text); }
  | on_day date text                { $$ = MAKE_WORD(HOLIDAY, CCL_WORD_ON, @$, $date, NULL, $text); }
  ;
on_day: ON | LE ;

/* phase launch from 2026-01-01 to 2026-06-30; phase cruise after launch for 6 months */
phase:
    PHASE name from_day date                { $$ = MAKE(PHASE, @$, $name, $date, NULL, NULL, NULL); }
  | PHASE name from_day date to_day date[to]
                                            { $$ = MAKE(PHASE, @$, $name, $4, NULL, $to, NULL); }
  | PHASE name from_day date length         { $$ = MAKE(PHASE, @$, $name, $date, NULL, NULL, $length); }
  | PHASE name AFTER qualified              { $$ = MAKE(PHASE, @$, $name, NULL, $qualified, NULL, NULL); }
  | PHASE name AFTER qualified to_day date  { $$ = MAKE(PHASE, @$, $name, NULL, $qualified, $date, NULL); }
  | PHASE name AFTER qualified length       { $$ = MAKE(PHASE, @$, $name, NULL, $qualified, NULL, $length); }
  ;

/* ==== 4.6 Articles ==== */

/* article "5.2" acts "Charges per call" in force from 2026-07-01 charge calls at 3 EUR per call end */
article:
    article_head clauses effects close  { $$ = ccl_build_fill(reader, @$, ccl_build_fill(reader, @$, $1, $clauses), $effects); }
  | article_head effects close          { $$ = ccl_build_fill(reader, @$, $1, $effects); }
  | article_head clauses close          { $$ = ccl_build_filled(reader, ccl_build_fill(reader, @$, $1, $clauses)); }
  | article_head close                  { $$ = ccl_build_filled(reader, $1); }
  ;
article_head:
    ARTICLE text name text[title]
      { $$ = MAKE(ARTICLE, @$, $2, $name, $title, NULL, NULL, NULL, NULL, NULL, NULL, NULL); }
  ;
/* What stands before the effects, in any order. */
clauses:
    clause                          { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                        { $$ = ccl_build_list(reader, @$, $1); }
  | clauses clause                  { $$ = ccl_build_item(reader, $1, $2); }
  | clauses bad_line                { $$ = ccl_build_lost(reader, $1, @2); }
  ;
clause:
    prose
  | in_force_from
  | IN_FORCE until_day date         { $$ = MAKE_WORD(IN_FORCE, CCL_WORD_UNTIL, @$, NULL, $date, NULL, NULL); }
  | IN_FORCE DURING qualified       { $$ = MAKE_WORD(IN_FORCE, CCL_WORD_DURING, @$, NULL, NULL, NULL, $qualified); }
  | IN_FORCE AFTER qualified        { $$ = MAKE_WORD(IN_FORCE, CCL_WORD_AFTER, @$, NULL, NULL, NULL, $qualified); }
  | OVERRIDES qualified_names       { $$ = ccl_build_take(reader, @$, MAKE(OVERRIDES, @$, NULL), $2); }
  | OVERRIDES qualified_names WHERE condition
                                    { $$ = ccl_build_take(reader, @$, MAKE(OVERRIDES, @$, $condition), $2); }
  | FOR_EACH names                  { $$ = ccl_build_take(reader, @$, MAKE(FOR_EACH, @$), $names); }
  | WHEN value                      { $$ = MAKE(WHEN, @$, $value); }
  | BILLING name                    { $$ = MAKE(BILLING, @$, ccl_build_choice(reader, CCL_CHOICE_ARTICLE_BILLING, $name), NULL); }
  | BILLING IN_ADVANCE              { $$ = MAKE(BILLING, @$, NULL, ccl_build_chosen(reader, @2, CCL_WORD_IN_ADVANCE)); }
  | vat
  | proration
  ;
until_day: UNTIL | JUSQUAU ;

/* ==== 4.7 Examples and requirements ==== */

/* example "A month" period 2026-10 given calls = 650 calls expect acts = 1,930 EUR end */
example:
    example_head close                { $$ = ccl_build_filled(reader, $1); }
  | example_head example_items close  { $$ = ccl_build_take(reader, @$, $1, $2); }
  ;
example_head: EXAMPLE text PERIOD period   { $$ = MAKE(EXAMPLE, @$, $text, $period); } ;
/* 2026-10, 2026-Q4, 2026-W42, 2026, a date, 2026-10-01..2026-10-31 */
period:
    MONTH                           { $$ = ccl_build_leaf(reader, @$, CCL_NODE_MONTH); }
  | QUARTER                         { $$ = ccl_build_leaf(reader, @$, CCL_NODE_QUARTER); }
  | WEEK                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_WEEK); }
  | NUMBER                          { $$ = ccl_build_leaf(reader, @$, CCL_NODE_YEAR); }
  | date
  | date UPTO date[to]              { $$ = MAKE(RANGE, @$, $1, $to); }
  ;
example_items:
    example_item                    { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                        { $$ = ccl_build_list(reader, @$, $1); }
  | example_items example_item      { $$ = ccl_build_item(reader, $1, $2); }
  | example_items bad_line          { $$ = ccl_build_lost(reader, $1, @2); }
  ;
example_item:
    GIVEN figures                   { $$ = ccl_build_take(reader, @$, MAKE(GIVEN, @$), $figures); }
  | EXPECT figures                  { $$ = ccl_build_take(reader, @$, MAKE(EXPECT, @$), $figures); }
  | ROWS_OF qualified example_rows  { $$ = ccl_build_take(reader, @$, MAKE(ROWS, @$, $qualified), $3); }
  ;
example_rows:
    row                             { $$ = ccl_build_list(reader, @$, $1); }
  | example_rows row                { $$ = ccl_build_append(reader, $1, $2); }
  ;
figures:
    figure                          { $$ = ccl_build_list(reader, @$, $1); }
  | figures ',' figure              { $$ = ccl_build_append(reader, $1, $3); }
  ;
/* acts = 88.50 EUR; german_calls.calls_handled[FR] earlier = 40 calls */
figure:
    qualified keys '=' value          { $$ = MAKE(FIGURE, @$, $qualified, $keys, $value); }
  | qualified keys EARLIER '=' value  { $$ = MAKE_WORD(FIGURE, CCL_WORD_EARLIER, @$, $qualified, $keys, $value); }
  ;
keys:
    %empty                          { $$ = NULL; }
  | '[' values ']'                  { $$ = $values; }
  ;

/* require csat <= 100 % else "The score is a share" */
require:
    REQUIRE value                   { $$ = MAKE(REQUIRE, @$, $value, NULL); }
  | REQUIRE value else text         { $$ = MAKE(REQUIRE, @$, $value, $text); }
  ;
else: ELSE | SINON ;

/* ==== 5. What has a value ==== */

/* In the order of precedence, loosest first; comparisons and `in ( )` do not chain. */
value:
    value OR value                  { $$ = ccl_build_chain(reader, @$, CCL_NODE_OR, $1, $3); }
  | value AND value                 { $$ = ccl_build_chain(reader, @$, CCL_NODE_AND, $1, $3); }
  | NOT value                       { $$ = MAKE(NOT, @$, $2); }
  | value '=' value                 { $$ = MAKE_WORD(COMPARE, CCL_WORD_EQ, @$, $1, $3); }
  | value NOT_EQUAL value           { $$ = MAKE_WORD(COMPARE, CCL_WORD_NE, @$, $1, $3); }
  | value '<' value                 { $$ = MAKE_WORD(COMPARE, CCL_WORD_LT, @$, $1, $3); }
  | value LESS_EQUAL value          { $$ = MAKE_WORD(COMPARE, CCL_WORD_LE, @$, $1, $3); }
  | value '>' value                 { $$ = MAKE_WORD(COMPARE, CCL_WORD_GT, @$, $1, $3); }
  | value GREATER_EQUAL value       { $$ = MAKE_WORD(COMPARE, CCL_WORD_GE, @$, $1, $3); }
  | value IN_LIST '(' values ')' %prec IN_LIST
                                    { $$ = ccl_build_take(reader, @$, MAKE(IN_LIST, @$, $1), $values); }
  | value '+' value                 { $$ = ccl_build_term(reader, @$, CCL_NODE_SUM, $1, CCL_WORD_PLUS, @2, $3); }
  | value '-' value                 { $$ = ccl_build_term(reader, @$, CCL_NODE_SUM, $1, CCL_WORD_MINUS, @2, $3); }
  | value '*' value                 { $$ = ccl_build_term(reader, @$, CCL_NODE_PRODUCT, $1, CCL_WORD_TIMES, @2, $3); }
  | value '/' value                 { $$ = ccl_build_term(reader, @$, CCL_NODE_PRODUCT, $1, CCL_WORD_DIVIDE, @2, $3); }
  | value TOUCHING_SLASH value      { $$ = ccl_build_term(reader, @$, CCL_NODE_PRODUCT, $1, CCL_WORD_DIVIDE, @2, $3); }
  | '-' value %prec NEGATIVE        { $$ = MAKE(NEGATE, @$, $2); }
  | IF value[c] THEN value[v] else value[e] %prec GREEDY
                                    { $$ = ccl_build_if(reader, @$, $c, $v, $e); }
  | term
  ;
values:
    value                           { $$ = ccl_build_list(reader, @$, $1); }
  | values ',' value                { $$ = ccl_build_append(reader, $1, $3); }
  ;

/* What follows a value: a window, the whole beyond the group, a unit, a default.   calls over the last 3 periods in hours */
term:
    primary
  | term window                     { $$ = ccl_build_set(reader, @$, $window, CCL_SLOT_WINDOW_VALUE, $1); }
  | term OVERALL                    { $$ = MAKE(OVERALL, @$, $1); }
  | term IN unit %prec UNIT_ENDS    { $$ = MAKE(CONVERT, @$, $1, $unit); }
  | term AS unit %prec UNIT_ENDS    { $$ = MAKE(RECKON, @$, $1, $unit); }
  | term BY_DEFAULT primary         { $$ = MAKE(DEFAULT, @$, $1, $primary); }
  ;
window:
    SINCE_YEAR                      { $$ = MAKE_WORD(WINDOW, CCL_WORD_SINCE_YEAR, @$, NULL, NULL); }
  | SINCE_QUARTER                   { $$ = MAKE_WORD(WINDOW, CCL_WORD_SINCE_QUARTER, @$, NULL, NULL); }
  | SINCE_CONTRACT                  { $$ = MAKE_WORD(WINDOW, CCL_WORD_SINCE_CONTRACT, @$, NULL, NULL); }
  | PREVIOUS_PERIOD                 { $$ = MAKE_WORD(WINDOW, CCL_WORD_PREVIOUS_PERIOD, @$, NULL, NULL); }
  | OVER_THE_LAST number name       { $$ = MAKE_WORD(WINDOW, CCL_WORD_LAST_PERIODS, @$, NULL, $number); ccl_build_choice(reader, CCL_CHOICE_PERIODS, $name); }
  | OVER_THE_LAST number LAST_PERIODS  { $$ = MAKE_WORD(WINDOW, CCL_WORD_LAST_PERIODS, @$, NULL, $number); }
  | SAME_PERIOD_LAST_YEAR           { $$ = MAKE_WORD(WINDOW, CCL_WORD_SAME_PERIOD_LAST_YEAR, @$, NULL, NULL); }
  ;

/* A figure, a name, a function, a look-up, brackets, an aggregate.   3 EUR, wait, round(x, 0.01), rates[FR, day] */
primary:
    literal
  | plain_name
  | plain_name '.' name             { $$ = ccl_build_qualified(reader, @$, $1, $3); }
  | plain_name '(' values ')'       { $$ = ccl_build_take(reader, @$, MAKE(CALL, @$, $1), $values); }
  | plain_name '.' name '(' values ')'
                                    { $$ = ccl_build_take(reader, @$, MAKE(CALL, @$, ccl_build_qualified(reader, ccl_loc_join(&@1, 3), $1, $3)), $values); }
  | plain_name '[' values ']'       { $$ = ccl_build_take(reader, @$, MAKE(LOOKUP, @$, $1), $values); }
  | plain_name '.' name '[' values ']'
                                    { $$ = ccl_build_take(reader, @$, MAKE(LOOKUP, @$, ccl_build_qualified(reader, ccl_loc_join(&@1, 3), $1, $3)), $values); }
  | small_word
  | '(' value ')'                   { $$ = ccl_build_brackets(reader, @$, $value); }
  | aggregate
  ;
literal:
    number
  | quantity
  | text
  | date
  | MONTH                           { $$ = ccl_build_leaf(reader, @$, CCL_NODE_MONTH); }
  | QUARTER                         { $$ = ccl_build_leaf(reader, @$, CCL_NODE_QUARTER); }
  | WEEK                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_WEEK); }
  | weekday
  | TRUE                            { $$ = MAKE_WORD(TRUTH, CCL_WORD_TRUE, @$); }
  | FALSE                           { $$ = MAKE_WORD(TRUTH, CCL_WORD_FALSE, @$); }
  ;

/* Counts and sums of what happened. A condition goes on as far as it can.   average of wait over calls where site = FR */
aggregate:
    COUNT_OF source %prec GREEDY                     { $$ = MAKE_WORD(AGGREGATE, CCL_WORD_COUNT, @$, NULL, NULL, $source, NULL, NULL, NULL); }
  | COUNT_OF source WHERE condition %prec GREEDY     { $$ = MAKE_WORD(AGGREGATE, CCL_WORD_COUNT, @$, NULL, NULL, $source, $condition, NULL, NULL); }
  | DISTINCT_COUNT_OF distinct over source %prec GREEDY
      { $$ = ccl_build_take(reader, @$, MAKE_WORD(AGGREGATE, CCL_WORD_DISTINCT, @$, NULL, NULL, $source, NULL, NULL, NULL), $distinct); }
  | DISTINCT_COUNT_OF distinct over source WHERE condition %prec GREEDY
      { $$ = ccl_build_take(reader, @$, MAKE_WORD(AGGREGATE, CCL_WORD_DISTINCT, @$, NULL, NULL, $source, $condition, NULL, NULL), $distinct); }
  | DURATION_OF source where split
      { $$ = MAKE_WORD(AGGREGATE, CCL_WORD_DURATION, @$, NULL, NULL, $source, $where, NULL, $split); }
  | SUM_OF value over source where split
      { $$ = MAKE_WORD(AGGREGATE, CCL_WORD_SUM, @$, $value, NULL, $source, $where, NULL, $split); }
  | aggregate_kind value over source where
      { $$ = MAKE_WORD(AGGREGATE, $1, @$, $value, NULL, $source, $where, NULL, NULL); }
  | PERCENTILE number of value over source where
      { $$ = MAKE_WORD(AGGREGATE, CCL_WORD_PERCENTILE, @$, $value, $number, $source, $where, NULL, NULL); }
  | SHARE_OF source WHERE condition %prec GREEDY
      { $$ = MAKE_WORD(AGGREGATE, CCL_WORD_SHARE, @$, NULL, NULL, $source, $condition, NULL, NULL); }
  | SHARE_OF source WHERE condition AMONG condition[among] %prec GREEDY
      { $$ = MAKE_WORD(AGGREGATE, CCL_WORD_SHARE, @$, NULL, NULL, $source, $4, $among, NULL); }
  ;
aggregate_kind:
    AVERAGE_OF                      { $$ = CCL_WORD_AVERAGE; }
  | MEDIAN_OF                       { $$ = CCL_WORD_MEDIAN; }
  | LOWEST_OF                       { $$ = CCL_WORD_LOWEST; }
  | MINIMUM_DE                      { $$ = CCL_WORD_LOWEST; }
  | HIGHEST_OF                      { $$ = CCL_WORD_HIGHEST; }
  | MAXIMUM_DE                      { $$ = CCL_WORD_HIGHEST; }
  ;
over: OVER | SUR ;
of:   OF | DE ;
/* sales dated by cancelled_on */
source:
    qualified                       { $$ = MAKE(SOURCE, @$, $1, NULL); }
  | qualified DATED_BY name         { $$ = MAKE(SOURCE, @$, $1, $name); }
  ;
where:
    %empty %prec GREEDY             { $$ = NULL; }
  | WHERE condition %prec GREEDY    { $$ = $condition; }
  ;
split:
    %empty %prec GREEDY             { $$ = NULL; }
  | SPLIT_BY qualified              { $$ = $qualified; }
  ;
/* client_id; (client_id, site) */
distinct:
    primary                         { $$ = ccl_build_list(reader, @$, $1); }
  | '(' value ',' values ')'        { $$ = ccl_build_take(reader, @$, ccl_build_list(reader, @2, $2), $values); }
  ;

/* A condition: a value without windows, units and defaults outside brackets, which belong to the aggregate before it. */
condition:
    condition OR condition                { $$ = ccl_build_chain(reader, @$, CCL_NODE_OR, $1, $3); }
  | condition AND condition               { $$ = ccl_build_chain(reader, @$, CCL_NODE_AND, $1, $3); }
  | NOT condition                         { $$ = MAKE(NOT, @$, $2); }
  | condition '=' condition               { $$ = MAKE_WORD(COMPARE, CCL_WORD_EQ, @$, $1, $3); }
  | condition NOT_EQUAL condition         { $$ = MAKE_WORD(COMPARE, CCL_WORD_NE, @$, $1, $3); }
  | condition '<' condition               { $$ = MAKE_WORD(COMPARE, CCL_WORD_LT, @$, $1, $3); }
  | condition LESS_EQUAL condition        { $$ = MAKE_WORD(COMPARE, CCL_WORD_LE, @$, $1, $3); }
  | condition '>' condition               { $$ = MAKE_WORD(COMPARE, CCL_WORD_GT, @$, $1, $3); }
  | condition GREATER_EQUAL condition     { $$ = MAKE_WORD(COMPARE, CCL_WORD_GE, @$, $1, $3); }
  | condition IN_LIST '(' values ')' %prec IN_LIST
                                          { $$ = ccl_build_take(reader, @$, MAKE(IN_LIST, @$, $1), $values); }
  | condition '+' condition               { $$ = ccl_build_term(reader, @$, CCL_NODE_SUM, $1, CCL_WORD_PLUS, @2, $3); }
  | condition '-' condition               { $$ = ccl_build_term(reader, @$, CCL_NODE_SUM, $1, CCL_WORD_MINUS, @2, $3); }
  | condition '*' condition               { $$ = ccl_build_term(reader, @$, CCL_NODE_PRODUCT, $1, CCL_WORD_TIMES, @2, $3); }
  | condition '/' condition               { $$ = ccl_build_term(reader, @$, CCL_NODE_PRODUCT, $1, CCL_WORD_DIVIDE, @2, $3); }
  | condition TOUCHING_SLASH condition    { $$ = ccl_build_term(reader, @$, CCL_NODE_PRODUCT, $1, CCL_WORD_DIVIDE, @2, $3); }
  | '-' condition %prec NEGATIVE          { $$ = MAKE(NEGATE, @$, $2); }
  | IF condition[c] THEN condition[v] else condition[e] %prec GREEDY
                                          { $$ = ccl_build_if(reader, @$, $c, $v, $e); }
  | primary
  ;

/* ==== 6. What an article does ==== */

/* At least one effect; prose may stand between.   charge calls at 3 EUR per call */
effects:
    effect                          { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | effects effect                  { $$ = ccl_build_item(reader, $1, $2); }
  | effects prose                   { $$ = ccl_build_item(reader, $1, $2); }
  | effects bad_line                { $$ = ccl_build_lost(reader, $1, @2); }
  ;
effect:
    charge
  | flat
  | subscription
  | base
  | ladder
  | BONUS value                     { $$ = MAKE_WORD(ADJUST, CCL_WORD_BONUS, @$, $value); }
  | MALUS value                     { $$ = MAKE_WORD(ADJUST, CCL_WORD_MALUS, @$, $value); }
  | ADJUSTMENT value                { $$ = MAKE_WORD(ADJUST, CCL_WORD_ADJUSTMENT, @$, $value); }
  | cap
  | minimum
  | REPORT value LABEL text         { $$ = MAKE(REPORT, @$, $value, $text); }
  ;

/* charge calls beyond 100 calls by site at price by slice as "Calls" */
charge: charge_head options         { $$ = ccl_build_fill(reader, @$, $1, $options); } ;
charge_head:
    charge_kind value beyond by                  { $$ = MAKE_WORD(CHARGE, $1, @$, $value, $beyond, $by, NULL, NULL, NULL, NULL, NULL, NULL, NULL); }
  | charge_kind value beyond by AT value[price]  { $$ = MAKE_WORD(CHARGE, $1, @$, $2, $beyond, $by, $price, NULL, NULL, NULL, NULL, NULL, NULL); }
  | charge_kind value beyond by AT value[price] mode
                                                 { $$ = MAKE_WORD(CHARGE, $1, @$, $2, $beyond, $by, $price, $mode, NULL, NULL, NULL, NULL, NULL); }
  ;
charge_kind:
    CHARGE                          { $$ = CCL_WORD_CHARGE; }
  | CREDIT                          { $$ = CCL_WORD_CREDIT; }
  | PENALTY                         { $$ = CCL_WORD_PENALTY; }
  ;
beyond:
    %empty                          { $$ = NULL; }
  | BEYOND value                    { $$ = $value; }
  | AU_DELA_DE value                { $$ = $value; }
  ;
by:
    %empty                          { $$ = NULL; }
  | BY names                        { $$ = $names; }
  ;
mode:
    BY_SLICE                        { $$ = ccl_build_chosen(reader, @$, CCL_WORD_BY_SLICE); }
  | BY_VOLUME                       { $$ = ccl_build_chosen(reader, @$, CCL_WORD_BY_VOLUME); }
  ;
options:
    %empty                          { $$ = ccl_build_list(reader, @$, NULL); }
  | options option                  { $$ = ccl_build_append(reader, $1, $2); }
  ;
/* as "Calls"; counted per year with adjustment; once on 2026-12-31; vat 5.5 %; proration daily */
option:
    LABEL text                      { $$ = MAKE(LABEL, @$, $text); }
  | COUNTED_PER name                { $$ = MAKE(COUNTED, @$, ccl_build_choice(reader, CCL_CHOICE_COUNTED, $name)); }
  | COUNTED_PER name WITH_ADJUSTMENT
      { $$ = MAKE_WORD(COUNTED, CCL_WORD_WITH_ADJUSTMENT, @$, ccl_build_choice(reader, CCL_CHOICE_COUNTED, $name)); }
  | ONCE_ON date                    { $$ = MAKE(ONCE, @$, $date); }
  | vat
  | proration
  ;

/* flat 1,000 EUR per month covering calls up to 500 calls beyond that at 3 EUR per call */
flat: flat_head options             { $$ = ccl_build_fill(reader, @$, $1, $options); } ;
flat_head:
    FLAT value
      { $$ = MAKE(FLAT, @$, $value, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL); }
  | FLAT value COVERING value[covered] up_to value[limit]
      { $$ = MAKE(FLAT, @$, $2, $covered, $limit, NULL, NULL, NULL, NULL, NULL, NULL, NULL); }
  | FLAT value COVERING value[covered] up_to value[limit] BEYOND_THAT_AT value[price]
      { $$ = MAKE(FLAT, @$, $2, $covered, $limit, $price, NULL, NULL, NULL, NULL, NULL, NULL); }
  | FLAT value COVERING value[covered] up_to value[limit] BEYOND_THAT_AT value[price] mode
      { $$ = MAKE(FLAT, @$, $2, $covered, $limit, $price, $mode, NULL, NULL, NULL, NULL, NULL); }
  ;

/* subscription 85 EUR per position per month for 12 positions */
subscription:
    SUBSCRIPTION value options
      { $$ = ccl_build_fill(reader, @$, MAKE(SUBSCRIPTION, @$, $value, NULL, NULL, NULL, NULL, NULL, NULL), $options); }
  | SUBSCRIPTION value FOR value[quantity] options
      { $$ = ccl_build_fill(reader, @$, MAKE(SUBSCRIPTION, @$, $2, $quantity, NULL, NULL, NULL, NULL, NULL), $options); }
  ;

/* What a share bears on.   base acts, german_calls; base all except tools */
base:
    BASE qualified_names            { $$ = ccl_build_take(reader, @$, MAKE(BASE, @$, NULL), $2); }
  | BASE qualified_names window     { $$ = ccl_build_take(reader, @$, MAKE(BASE, @$, $window), $2); }
  | BASE_ALL                        { $$ = MAKE(BASE_ALL, @$); }
  | BASE_ALL EXCEPT qualified_names { $$ = ccl_build_take(reader, @$, MAKE(BASE_ALL, @$), $3); }
  ;

/* depending on service_level at least 90 % : bonus 3 % otherwise : malus 5 % end */
ladder:
    ladder_head close               { $$ = ccl_build_filled(reader, $1); }
  | ladder_head rungs close         { $$ = ccl_build_take(reader, @$, $1, $rungs); }
  | DEPENDING_ON bad_end            { $$ = MAKE(LADDER, @$, $bad_end); }
  ;
ladder_head:
    DEPENDING_ON value              { $$ = MAKE(LADDER, @$, $value); }
  | DEPENDING_ON bad_line           { $$ = MAKE(LADDER, @$, $bad_line); }
  ;
rungs:
    rung                            { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                        { $$ = ccl_build_list(reader, @$, $1); }
  | rungs rung                      { $$ = ccl_build_item(reader, $1, $2); }
  | rungs bad_line                  { $$ = ccl_build_lost(reader, $1, @2); }
  ;
rung:
    AT_LEAST value ':' outcome      { $$ = MAKE_WORD(RUNG, CCL_WORD_AT_LEAST, @$, $value, NULL, $outcome, NULL); }
  | AT_MOST value ':' outcome       { $$ = MAKE_WORD(RUNG, CCL_WORD_AT_MOST, @$, $value, NULL, $outcome, NULL); }
  | MORE_THAN value ':' outcome     { $$ = MAKE_WORD(RUNG, CCL_WORD_MORE_THAN, @$, $value, NULL, $outcome, NULL); }
  | LESS_THAN value ':' outcome     { $$ = MAKE_WORD(RUNG, CCL_WORD_LESS_THAN, @$, $value, NULL, $outcome, NULL); }
  | rung_from value to_bound value[to] ':' outcome
                                    { $$ = MAKE_WORD(RUNG, CCL_WORD_FROM_TO, @$, $2, $to, $outcome, NULL); }
  | rung_from value TO_UNDER value[to] ':' outcome
                                    { $$ = MAKE_WORD(RUNG, CCL_WORD_FROM_TO_UNDER, @$, $2, $to, $outcome, NULL); }
  | rung_from value TO_UNDER value[to] ':' outcome SLIDING_TO outcome[slides]
                                    { $$ = MAKE_WORD(RUNG, CCL_WORD_FROM_TO_UNDER, @$, $2, $to, $6, $slides); }
  | otherwise ':' outcome           { $$ = MAKE_WORD(RUNG, CCL_WORD_OTHERWISE, @$, NULL, NULL, $outcome, NULL); }
  ;
rung_from: FROM | DE ;
outcome:
    BONUS value                     { $$ = MAKE_WORD(OUTCOME, CCL_WORD_BONUS, @$, $value); }
  | MALUS value                     { $$ = MAKE_WORD(OUTCOME, CCL_WORD_MALUS, @$, $value); }
  | NEUTRAL                         { $$ = MAKE_WORD(OUTCOME, CCL_WORD_NEUTRAL, @$, NULL); }
  ;

/* malus capped at 4 %; capped at 10 % on delay, quality */
cap:
    cap_kind value                      { $$ = MAKE_WORD(CAP, $1, @$, $value); }
  | cap_kind value on qualified_names   { $$ = ccl_build_take(reader, @$, MAKE_WORD(CAP, $1, @$, $value), $4); }
  ;
cap_kind:
    BONUS_CAPPED_AT                 { $$ = CCL_WORD_BONUS; }
  | MALUS_CAPPED_AT                 { $$ = CCL_WORD_MALUS; }
  | CAPPED_AT                       { $$ = CCL_WORD_NET; }
  ;
on: ON | SUR ;

/* minimum 2,500 EUR per month on acts, german_calls */
minimum:
    minimum_kind value on qualified_names  { $$ = ccl_build_take(reader, @$, MAKE_WORD(MINIMUM, $1, @$, $value), $4); } ;
minimum_kind:
    MINIMUM                         { $$ = CCL_WORD_MINIMUM; }
  | MINIMUM_DE                      { $$ = CCL_WORD_MINIMUM; }
  | MAXIMUM                         { $$ = CCL_WORD_MAXIMUM; }
  | MAXIMUM_DE                      { $$ = CCL_WORD_MAXIMUM; }
  ;

/* ==== 8. Amendments ==== */

/* amendment 1 to "CTR-2026-014" signed 2026-05-20 effective 2026-07-01 title "Price" replace tiers … */
amendment:
    amendment_head                  { $$ = ccl_build_amendment(reader, @$, $1, ccl_build_list(reader, @$, NULL)); }
  | amendment_head amendment_items  { $$ = ccl_build_amendment(reader, @$, $1, $2); }
  ;
amendment_head:
    AMENDMENT number amendment_to text           { $$ = MAKE(AMENDMENT, @$, $number, $text, NULL, NULL, NULL); }
  | AMENDMENT number amendment_to CONTRACT text  { $$ = MAKE(AMENDMENT, @$, $number, $text, NULL, NULL, NULL); }
  | AMENDMENT bad_line                           { $$ = MAKE(AMENDMENT, @$, $2, $2, NULL, NULL, NULL); }
  | AMENDMENT bad_end                            { $$ = MAKE(AMENDMENT, @$, $2, $2, NULL, NULL, NULL); }
  ;
amendment_to: TO | A | AU ;
amendment_items:
    amendment_item                    { $$ = ccl_build_item(reader, ccl_build_list(reader, @$, NULL), $1); }
  | bad_line                          { $$ = ccl_build_list(reader, @$, $1); }
  | bad_end                           { $$ = ccl_build_list(reader, @$, $1); }
  | amendment_items amendment_item    { $$ = ccl_build_item(reader, $1, $2); }
  | amendment_items bad_line          { $$ = ccl_build_lost(reader, $1, @2); }
  | amendment_items bad_end           { $$ = ccl_build_lost(reader, $1, @2); }
  ;
amendment_item:
    SIGNED date                     { $$ = MAKE(SIGNED, @$, $date); }
  | EFFECTIVE date                  { $$ = MAKE(EFFECTIVE, @$, $date); }
  | TITLE text                      { $$ = MAKE(TITLE, @$, $text); }
  | REPLACE declaration             { $$ = MAKE(REPLACE, @$, $declaration); }
  | ADD declaration                 { $$ = MAKE(ADD, @$, $declaration); }
  | REMOVE ARTICLE name             { $$ = MAKE(REMOVE, @$, $name); }
  | SET name '=' value              { $$ = MAKE(SET, @$, $name, $value); }
  | EXTEND_TO date                  { $$ = MAKE(EXTEND, @$, $date); }
  | TERMINATE_ON date               { $$ = MAKE(TERMINATE, @$, $date); }
  | header
  | CHAPTER text                    { $$ = MAKE(CHAPTER, @$, $text); }
  | prose
  ;

/* ==== 1. Names, figures, units ==== */

/* calls; contact_center.calls */
qualified:
    name
  | name '.' name[in]               { $$ = ccl_build_qualified(reader, @$, $1, $in); }
  ;
qualified_names:
    qualified                       { $$ = ccl_build_list(reader, @$, $1); }
  | qualified_names ',' qualified   { $$ = ccl_build_append(reader, $1, $3); }
  ;
names:
    name                            { $$ = ccl_build_list(reader, @$, $1); }
  | names ',' name                  { $$ = ccl_build_append(reader, $1, $3); }
  ;

text:        TEXT                   { $$ = ccl_build_leaf(reader, @$, CCL_NODE_TEXT); } ;
number:      NUMBER                 { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NUMBER); } ;
date:        DATE                   { $$ = ccl_build_leaf(reader, @$, CCL_NODE_DATE); } ;
time:        TIME                   { $$ = ccl_build_leaf(reader, @$, CCL_NODE_TIME); } ;
day_of_year: DAY_OF_YEAR            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_DAY_OF_YEAR); } ;
weekday:     weekday_word           { $$ = ccl_build_leaf(reader, @$, CCL_NODE_WEEKDAY); } ;
/* `de`, `en` and `in` are reserved, and values all the same.   language = de */
small_word:
    DE                              { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  | IN                              { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  ;

/* A number with its unit: the word right behind it, whatever its line.   20 s, 28.50 EUR per hour, €28.50/h, 20 % */
quantity:
    NUMBER counted %prec UNIT_ENDS
      { $$ = MAKE(QUANTITY, @$, ccl_build_leaf(reader, @1, CCL_NODE_NUMBER), ccl_build_take(reader, @counted, MAKE(UNIT, @counted), $counted)); }
  | SIGN NUMBER %prec UNIT_ENDS
      { $$ = MAKE(QUANTITY, @$, ccl_build_leaf(reader, @2, CCL_NODE_NUMBER), ccl_build_take(reader, @1, MAKE(UNIT, @1), ccl_build_list(reader, @1, ccl_build_leaf(reader, @1, CCL_NODE_NAME)))); }
  | SIGN NUMBER divisors %prec UNIT_ENDS
      { $$ = MAKE(QUANTITY, @$, ccl_build_leaf(reader, @2, CCL_NODE_NUMBER), ccl_build_take(reader, @$, ccl_build_take(reader, @1, MAKE(UNIT, @1), ccl_build_list(reader, @1, ccl_build_leaf(reader, @1, CCL_NODE_NAME))), $divisors)); }
  ;
counted:
    counted_first %prec UNIT_ENDS             { $$ = ccl_build_list(reader, @$, $1); }
  | counted_first divisors %prec UNIT_ENDS    { $$ = ccl_build_take(reader, @$, ccl_build_list(reader, @1, $1), $divisors); }
  ;
counted_first:
    NAME                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  | NAME '.' name                   { $$ = ccl_build_qualified(reader, @$, ccl_build_leaf(reader, @1, CCL_NODE_NAME), $name); }
  | PERIOD                          { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  | unit_sign
  ;
unit_sign:
    '%'                             { $$ = MAKE(PERCENT, @$); }
  | SIGN                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  ;
/* per position per month, /h */
divisors:
    PER unit_part                       { $$ = ccl_build_list(reader, @2, $2); }
  | TOUCHING_SLASH unit_part            { $$ = ccl_build_list(reader, @2, $2); }
  | divisors PER unit_part              { $$ = ccl_build_append(reader, $1, $3); }
  | divisors TOUCHING_SLASH unit_part   { $$ = ccl_build_append(reader, $1, $3); }
  ;

/* A unit where one must be given.   EUR per position per month, %, number */
unit:
    unit_part %prec UNIT_ENDS           { $$ = ccl_build_take(reader, @$, MAKE(UNIT, @$), ccl_build_list(reader, @$, $1)); }
  | unit_part divisors %prec UNIT_ENDS  { $$ = ccl_build_take(reader, @$, MAKE(UNIT, @$), ccl_build_take(reader, @$, ccl_build_list(reader, @1, $1), $divisors)); }
  ;
unit_part:
    unit_name
  | unit_name '.' name              { $$ = ccl_build_qualified(reader, @$, $1, $name); }
  | unit_sign
  | NUMBER_TYPE                     { $$ = MAKE(UNITLESS, @$); }
  ;
unit_name:
    NAME                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  | soft                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  | weekday_word                    { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  ;

/* 20 %, in the header */
percentage: NUMBER '%'
      { $$ = MAKE(QUANTITY, @$, ccl_build_leaf(reader, @1, CCL_NODE_NUMBER), ccl_build_take(reader, @2, MAKE(UNIT, @2), ccl_build_list(reader, @2, MAKE(PERCENT, @2)))); } ;
/* 40 EUR, €40, in the header */
money:
    NUMBER NAME
      { $$ = MAKE(QUANTITY, @$, ccl_build_leaf(reader, @1, CCL_NODE_NUMBER), ccl_build_take(reader, @2, MAKE(UNIT, @2), ccl_build_list(reader, @2, ccl_build_leaf(reader, @2, CCL_NODE_NAME)))); }
  | NUMBER SIGN
      { $$ = MAKE(QUANTITY, @$, ccl_build_leaf(reader, @1, CCL_NODE_NUMBER), ccl_build_take(reader, @2, MAKE(UNIT, @2), ccl_build_list(reader, @2, ccl_build_leaf(reader, @2, CCL_NODE_NAME)))); }
  | SIGN NUMBER
      { $$ = MAKE(QUANTITY, @$, ccl_build_leaf(reader, @2, CCL_NODE_NUMBER), ccl_build_take(reader, @1, MAKE(UNIT, @1), ccl_build_list(reader, @1, ccl_build_leaf(reader, @1, CCL_NODE_NAME)))); }
  ;

/* A name: a word that is no keyword, a word between backquotes, a keyword of one word that is not reserved. Where a value is
 * expected a day of the week is that day (plain_name). */
name:
    plain_name
  | weekday_word                    { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  ;
plain_name:
    NAME                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  | soft                            { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  | soft_type                       { $$ = ccl_build_leaf(reader, @$, CCL_NODE_NAME); }
  ;
weekday_word: MONDAY | TUESDAY | WEDNESDAY | THURSDAY | FRIDAY | SATURDAY | SUNDAY ;
/* The words of types: in `define` they are types, not units. */
soft_type: TIMESTAMP_TYPE | DATE_TYPE | NUMBER_TYPE | INTEGER_TYPE | MONEY_TYPE | BOOLEAN_TYPE | TEXT_TYPE ;
soft:
    CONTRACT | AMENDMENT | LIBRARY | CHAPTER | END
  | FROM | DU | TO | AU | UNTIL | FOR | LE | LABEL
  | REFERENCE | CLIENT | PROVIDER | CURRENCY | DURING | AFTER | BILLING | FISCAL_YEAR | VAT | REVERSE_CHARGE | EXEMPT | ROUNDING | PRORATION
  | PAYMENT | WITHIN | EARLY_DISCOUNT | EDITION
  | SIREN | SIRET | REGISTER | ADDRESS | POSTCODE | CITY | COUNTRY | EMAIL | PHONE | IBAN | BIC
  | USE | UNIT | PLURAL | ACTIVITY | KEY | MISSING | COLUMN | FORMAT | INPUT | SERIES
  | PARAMETER | EACH | DEFINE | MEASURE | TIERS | GRID | CALENDAR | HOLIDAYS | EASTER | PHASE
  | ARTICLE | OVERRIDES | EXAMPLE | PERIOD | GIVEN | EARLIER | EXPECT | REQUIRE
  | PERCENTILE | OVERALL
  | CHARGE | CREDIT | PENALTY | FLAT | COVERING | SUBSCRIPTION | BASE | EXCEPT | BONUS | MALUS | NEUTRAL | ADJUSTMENT | MINIMUM | MAXIMUM | REPORT
  | SIGNED | EFFECTIVE | TITLE | REPLACE | ADD | REMOVE | SET
  ;

%%

static int ccl_yylex(CCL_YYSTYPE *value, ccl_loc *at, ccl_reader *reader) {
  (void)value; /* nodes read their text from the source */
  ccl_joined joined = ccl_joiner_next(reader);
  *at = ccl_joiner_loc(reader, joined);
  return joined.kind;
}

/* What could stand there, as kinds of terminals: syntax_errors.c says it in words. */
static int yyreport_syntax_error(const yypcontext_t *context, ccl_reader *reader) {
  yysymbol_kind_t expected[YYNTOKENS];
  int count = yypcontext_expected_tokens(context, expected, YYNTOKENS);
  bool may_come[YYMAXUTOK + 1] = { false };
  for (int kind = 0; kind <= YYMAXUTOK; kind++)
    for (int i = 0; i < count; i++)
      may_come[kind] = may_come[kind] || YYTRANSLATE(kind) == expected[i];
  ccl_syntax_report_unexpected(reader, may_come, YYMAXUTOK + 1);
  ccl_joiner_resync(reader);
  return 0;
}

/* Called when the parser's stack is full: the file nests too deep. */
static void ccl_yyerror(ccl_loc *at, ccl_reader *reader, const char *what) {
  (void)what;
  ccl_syntax_report_nesting(reader, *at);
}
