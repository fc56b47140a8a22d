/* SPDX-License-Identifier: Apache-2.0 */
/* Clauses 3, 4, 6, 8: every construct, in English and in French: one tree. */
#include "syntax_build.h"

TestSuite(tree, .init = ccl_mem_init, .fini = ccl_mem_release);

/* What stands after `contract "c"` or `contrat "c"` in each language, and the tree of the last item. */
typedef struct row {
  const char *en, *fr, *tree;
} row;

static const ccl_node *last_item(const ccl_node *root) {
  if (root->kind == CCL_NODE_CONTRACT && ccl_node_len(root) == 0)
    root = ccl_node_get(root, CCL_SLOT_CONTRACT_HEADER);
  cr_assert(ccl_node_len(root) > 0);
  return ccl_node_at(root, ccl_node_len(root) - 1);
}

static void check_as(const char *en_head, const char *fr_head, const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    read_text *en = read_file(ccl_str_z(ccl_str_printf("%s\n%s", en_head, rows[i].en)));
    read_text *fr = read_file(ccl_str_z(ccl_str_printf("%s\n%s", fr_head, rows[i].fr)));
    expect_str(tree_of(en, last_item(en->tree->root)), rows[i].tree, rows[i].en);
    expect_str(tree_of(fr, last_item(fr->tree->root)), rows[i].tree, rows[i].fr);
    expect_str(findings_of(en, true), "", rows[i].en);
    expect_str(findings_of(fr, true), "", rows[i].fr);
    cr_expect_eq(en->tree->lang, CCL_LANG_EN);
    cr_expect_eq(fr->tree->lang, CCL_LANG_FR);
  }
}

static void check(const row *rows, size_t count) {
  check_as("contract \"c\"", "contrat \"c\"", rows, count);
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

Test(tree, header) {
  static const row rows[] = {
    { "reference \"R\"", "référence \"R\"", "(reference text: (text \"R\"))" },
    { "client \"A\"", "client \"A\"", "(party client name: (text \"A\"))" },
    { "provider \"A\" siren \"1\" vat id \"2\" country FR register \"3\" electronic address \"4\" end",
      "prestataire \"A\" siren \"1\" numéro de TVA \"2\" pays FR rcs \"3\" adresse de facturation électronique \"4\" "
      "fin",
      "(party provider name: (text \"A\") (detail siren value: (text \"1\")) (detail vat_id value: (text \"2\")) "
      "(detail country value: (name FR)) (detail "
      "register value: (text \"3\")) (detail electronic_address value: (text \"4\")))" },
    { "currency EUR", "devise EUR", "(currency code: (name EUR))" },
    { "in force from 2026-01-01 to 31 December 2026", "en vigueur à compter du 1er janvier 2026 au 2026-12-31",
      "(in_force from from: (date 2026-01-01) to: (date 2026-12-31))" },
    { "in force from 2026-01-01 for 2 years", "en vigueur du 2026-01-01 pour 2 ans",
      "(in_force from from: (date 2026-01-01) length: (length year count: (number 2)))" },
    { "billing monthly in arrears", "facturation mensuelle à terme échu",
      "(billing period: (choice monthly) timing: (choice in_arrears))" },
    { "billing weekly in advance", "facturation hebdomadaire d’avance",
      "(billing period: (choice weekly) timing: (choice in_advance))" },
    { "fiscal year contractual", "exercice contractuel", "(fiscal_year kind: (choice contractual))" },
    { "time zone \"UTC\"", "fuseau horaire \"UTC\"", "(time_zone text: (text \"UTC\"))" },
    { "vat 5.5 %", "tva 5,5 %", "(vat rate rate: (quantity number: (number 5.5) unit: (unit (percent))))" },
    { "vat reverse charge", "TVA autoliquidation", "(vat reverse_charge)" },
    { "vat exempt \"why\"", "tva exonéré \"why\"", "(vat exempt reason: (text \"why\"))" },
    { "vat outside scope", "tva hors champ", "(vat outside_scope)" },
    { "rounding bankers per total", "arrondi bancaire par total",
      "(rounding mode: (choice bankers) scope: (choice per_total))" },
    { "rounding upward to 0.05 per line", "arrondi supérieur au pas de 0,05 par ligne",
      "(rounding mode: (choice upward) step: (number 0.05) scope: (choice per_line))" },
    { "proration daily", "prorata journalier", "(proration rule: (choice daily))" },
    { "proration thirtieths", "prorata par trentièmes", "(proration rule: (choice thirtieths))" },
    { "proration months started", "prorata mois commencés", "(proration rule: (choice months_started))" },
    { "proration months complete", "prorata mois complets", "(proration rule: (choice months_complete))" },
    { "payment within 30 days", "paiement à 30 jours", "(payment within days: (number 30))" },
    { "payment within 30 days end of month", "paiement à 30 jours fin de mois",
      "(payment within_end_of_month days: (number 30))" },
    { "payment end of month plus 45 days", "paiement fin de mois plus 45 jours",
      "(payment end_of_month_plus days: (number 45))" },
    { "late interest 12 % per year", "intérêts de retard 12 % par an",
      "(late_interest rate: (quantity number: (number 12) unit: (unit (percent))))" },
    { "recovery fee €40", "indemnité de recouvrement 40 €",
      "(recovery_fee amount: (quantity number: (number 40) unit: (unit (name EUR))))" },
    { "early payment discount none", "escompte néant", "(early_payment_discount none)" },
    { "early payment discount \"2 %\"", "escompte \"2 %\"", "(early_payment_discount terms terms: (text \"2 %\"))" },
    { "vat due on debits", "tva d'après les débits", "(vat_on_debits)" },
    { "purchase order \"1\" buyer reference \"2\" edition 1",
      "bon de commande \"1\" référence acheteur \"2\" édition 1", "(edition number: (number 1))" },
  };
  CHECK(rows);
}

Test(tree, activities) {
  static const row rows[] = {
    { "unit box plural boxes", "unité box pluriel boxes", "(unit_declaration name: (name box) plural: (name boxes))" },
    { "activity c, one row per d, dated by e, until f, key g keeping latest h, time zone \"UTC\", missing \"N/A\", "
      "\"-\"\n end",
      "activité c, une ligne par d, datée par e, jusqu'à f, clé g en conservant le dernier h, fuseau horaire \"UTC\", "
      "vide \"N/A\", \"-\"\n fin",
      "(activity name: (name c) unit: (name d) dated_by: (name e) until: (until field: (name f)) key: (key field: "
      "(name g) latest: (name h)) time_zone: "
      "(time_zone text: (text \"UTC\")) missing: (missing (text \"N/A\") (text \"-\")))" },
    { "activity c, one row per d, dated by e\n e timestamp column \"D\" + \"T\" format \"dd\" optional f number in km "
      "g integer h money i boolean\n"
      "j text k one of FR, de l duration in s column text format text end date\n derive m = 3 s derive n = m\nend",
      "activité c, une ligne par d, datée par e\n e horodatage colonne \"D\" + \"T\" format \"dd\" facultatif f nombre "
      "en km g entier h montant i booléen\n"
      "j texte k un parmi FR, de l durée en s `column` texte format texte `end` date\n déduit m = 3 s déduit n = "
      "m\nfin",
      "(activity name: (name c) unit: (name d) dated_by: (name e) (field optional name: (name e) type: (type "
      "timestamp) column: (list (text \"D\") (text "
      "\"T\")) format: (text \"dd\")) (field name: (name f) type: (type number unit: (unit (name km)))) (field name: "
      "(name g) type: (type integer)) (field "
      "name: (name h) type: (type money)) (field name: (name i) type: (type boolean)) (field name: (name j) type: "
      "(type text)) (field name: (name k) type: "
      "(type one_of (name FR) (name de))) (field name: (name l) type: (type duration unit: (unit (name s)))) (field "
      "name: (name column) type: (type text)) "
      "(field name: (name format) type: (type text)) (field name: (name end) type: (type date)) (derive name: (name m) "
      "value: (quantity number: (number 3) "
      "unit: (unit (name s)))) (derive name: (name n) value: (name m)))" },
    { "input i : %", "donnée i : %", "(input name: (name i) unit: (unit (percent)))" },
    { "input i : number from 0 to a + 1 by default 3", "donnée i : nombre bornée de 0 à a + 1 à défaut 3",
      "(input name: (name i) unit: (unit (unitless)) from: (number 0) to: (sum first: (name a) (term + value: (number "
      "1))) default: (number 3))" },
    { "series s : EUR per MAD\n | 2026-01 | 313.2 |\n | 2026-Q1 | -1 |\nend",
      "série s : EUR par MAD\n | 2026-01 | 313,2 |\n | 2026-T1 | -1 |\nfin",
      "(series name: (name s) unit: (unit (name EUR) (name MAD)) (row (cell (month 2026-01)) (cell (number 313.2))) "
      "(row (cell (quarter 2026-Q1)) (cell "
      "(negate value: (number 1)))))" },
    { "series s end", "série s fin", "(series name: (name s))" },
  };
  CHECK(rows);
}

Test(tree, figures) {
  static const row rows[] = {
    { "parameter p : EUR = 3 EUR from 2027-01-01 = 4 EUR from 2028-01-01 = 5 EUR each 1 January = previous_value",
      "paramètre p : EUR = 3 EUR du 2027-01-01 = 4 EUR à compter du 2028-01-01 = 5 EUR chaque 1er janvier = "
      "previous_value",
      "(parameter name: (name p) unit: (unit (name EUR)) value: (quantity number: (number 3) unit: (unit (name EUR))) "
      "each: (revision day: (day_of_year 01-01) "
      "value: (name previous_value)) (change from: (date 2027-01-01) value: (quantity number: (number 4) unit: (unit "
      "(name EUR)))) (change from: (date "
      "2028-01-01) value: (quantity number: (number 5) unit: (unit (name EUR)))))" },
    { "define f(a : call, b : date, c : text, d : number) = a",
      "définit f(a : call, b : date, c : texte, d : nombre) = a",
      "(define name: (name f) value: (name a) (takes name: (name a) type: (type unit unit: (unit (name call)))) (takes "
      "name: (name b) type: (type date)) (takes "
      "name: (name c) type: (type text)) (takes name: (name d) type: (type unit unit: (unit (unitless)))))" },
    { "measure m = 1", "mesure m = 1", "(measure name: (name m) value: (number 1))" },
    { "tiers t : EUR per call\n up to 300 : 3.20 plus 10 EUR\n less than 500 calls : 2 * p\n beyond : 2\nend",
      "barème t : EUR par call\n jusqu'à 300 : 3,20 plus 10 EUR\n moins de 500 calls : 2 * p\n au-delà : 2\nfin",
      "(tiers name: (name t) unit: (unit (name EUR) (name call)) (tier up_to bound: (number 300) price: (number 3.20) "
      "plus: (quantity number: (number 10) unit: "
      "(unit (name EUR)))) (tier less_than bound: (quantity number: (number 500) unit: (unit (name calls))) price: "
      "(product first: (number 2) (term * value: "
      "(name p)))) (tier beyond price: (number 2)))" },
    { "grid g (a, b) : %\n | | x | y, z |\n | ..10 | 1 | |\n | 10..20, * | 2 | 3 |\n | 20.. | 1 | 2 |\nend",
      "grille g (a, b) : %\n | | x | y, z |\n | ..10 | 1 | |\n | 10..20, * | 2 | 3 |\n | 20.. | 1 | 2 |\nfin",
      "(grid name: (name g) dimensions: (list (name a) (name b)) unit: (unit (percent)) (row (cell) (cell (name x)) "
      "(cell (name y) (name z))) (row (cell (range "
      "to: (number 10))) (cell (number 1)) (cell)) (row (cell (range from: (number 10) to: (number 20)) (any)) (cell "
      "(number 2)) (cell (number 3))) (row (cell "
      "(range from: (number 20))) (cell (number 1)) (cell (number 2))))" },
    { "calendar c a : Monday..Friday 08:00..20:00, Sunday b : Friday 20:00..Monday 06:00, holidays FR, holidays l.MA "
      "08:00..24:00 c : 22:00..06:00 d : otherwise end",
      "calendrier c a : lundi..vendredi 08:00..20:00, Dimanche b : vendredi 20:00..lundi 06:00, fériés FR, fériés l.MA "
      "08:00..24:00 c : 22:00..06:00 d : sinon fin",
      "(calendar name: (name c) (band name: (name a) (time_slot first: (weekday 1) last: (weekday 5) from: (time "
      "08:00:00) to: (time 20:00:00)) (time_slot first: "
      "(weekday 7))) (band name: (name b) (time_slot through first: (weekday 5) last: (weekday 1) from: (time "
      "20:00:00) to: (time 06:00:00)) (time_slot holidays: "
      "(name FR)) (time_slot holidays: (name MA qualifier: (name l)) from: (time 08:00:00) to: (time 24:00:00))) (band "
      "name: (name c) (time_slot from: (time "
      "22:00:00) to: (time 06:00:00))) (band otherwise name: (name d)))" },
    { "holidays FR each 1 May \"a\" easter \"b\" easter + 1 day \"c\" easter - 2 days \"d\" on 2026-12-24 \"e\" end",
      "fériés FR chaque 1er mai \"a\" pâques \"b\" pâques + 1 jour \"c\" Pâques - 2 jours \"d\" le 2026-12-24 \"e\" "
      "fin",
      "(holidays name: (name FR) (holiday each day: (day_of_year 05-01) title: (text \"a\")) (holiday easter title: "
      "(text \"b\")) (holiday easter_plus offset: "
      "(number 1) title: (text \"c\")) (holiday easter_minus offset: (number 2) title: (text \"d\")) (holiday on day: "
      "(date 2026-12-24) title: (text \"e\")))" },
    { "phase p from 2026-01-01 to 2026-06-30", "phase p du 2026-01-01 au 2026-06-30",
      "(phase name: (name p) from: (date 2026-01-01) to: (date 2026-06-30))" },
    { "phase p after q for 6 months", "phase p après q pour 6 mois",
      "(phase name: (name p) after: (name q) length: (length month count: (number 6)))" },
    { "require a < 1 else \"no\"", "exige a < 1 sinon \"no\"",
      "(require condition: (compare < left: (name a) right: (number 1)) text: (text \"no\"))" },
    { "use \"x\" chapter \"y\"", "utilise \"x\" chapitre \"y\"", "(chapter title: (text \"y\"))" },
    { "\"\"\" a {b.c} {{x}} \"d\" \"\"\"", "« a {b.c} {{x}} \"d\" »",
      "(prose \" a {b.c} {{x}} \\\"d\\\" \" (text \" a \") (name c qualifier: (name b)) (text \" {x} \\\"d\\\" \"))" },
    { "example \"e\" period 2026-10-01..2026-10-31 given x = 1, a.y[FR, 3] earlier = 2 rows of calls\n | a | b |\n | "
      "\"x\" | 2026-10-01 09:00:30 |\n expect z = 3 end",
      "exemple \"e\" période 2026-10-01..2026-10-31 sachant x = 1, a.y[FR, 3] antérieurement = 2 lignes de calls\n | a "
      "| b |\n | \"x\" | 2026-10-01 09:00:30 |\n attendu z = 3 fin",
      "(example title: (text \"e\") period: (range from: (date 2026-10-01) to: (date 2026-10-31)) (given (figure name: "
      "(name x) value: (number 1)) (figure earlier "
      "name: (name y qualifier: (name a)) keys: (list (name FR) (number 3)) value: (number 2))) (rows activity: (name "
      "calls) (row (cell (name a)) (cell (name b))) "
      "(row (cell (text \"x\")) (cell (timestamp 2026-10-01T09:00:30)))) (expect (figure name: (name z) value: (number "
      "3))))" },
    { "example \"e\" period 2026 expect z = 3 end", "exemple \"e\" période 2026 attendu z = 3 fin",
      "(example title: (text \"e\") period: (year 2026) (expect (figure name: (name z) value: (number 3))))" },
  };
  CHECK(rows);
}

#define EN(body) "article \"1\" a \"A\" " body " end"
#define FR(body) "article \"1\" a \"A\" " body " fin"
#define TREE(body) "(article number: (text \"1\") name: (name a) title: (text \"A\") " body ")"

Test(tree, articles) {
  static const row rows[] = {
    { EN("billing quarterly when x vat 20 % for each b, c proration daily overrides d, l.e where f in force until "
         "2026-01-01 \"\"\"p\"\"\" adjustment 1"),
      FR("facturation trimestrielle lorsque x tva 20 % pour chaque b, c prorata journalier déroge à d, l.e où f en "
         "vigueur jusqu'au 2026-01-01 «p» ajustement 1"),
      TREE("in_force: (in_force until to: (date 2026-01-01)) overrides: (overrides condition: (name f) (name d) (name "
           "e qualifier: (name l))) for_each: (for_each "
           "(name b) (name c)) when: (when condition: (name x)) billing: (billing period: (choice quarterly)) vat: "
           "(vat rate rate: (quantity number: (number 20) "
           "unit: (unit (percent)))) proration: (proration rule: (choice daily)) (prose \"p\" (text \"p\")) (adjust "
           "adjustment amount: (number 1))") },
    { EN("billing in advance in force during p charge 1 EUR"),
      FR("facturation à échoir en vigueur pendant p facture 1 EUR"),
      TREE("in_force: (in_force during phase: (name p)) billing: (billing timing: (choice in_advance)) (charge charge "
           "quantity: (quantity number: (number 1) unit: "
           "(unit (name EUR))))") },
    { EN("charge q beyond f by d, e at p by slice as \"L\" counted per year with adjustment once on 2026-01-01 vat "
         "exempt \"x\" proration thirtieths"),
      FR("facture q au-delà de f ventilées par d, e au tarif de p par tranches libellé \"L\" compté par exercice avec "
         "régularisation une fois le 2026-01-01 tva exonérée \"x\" prorata par trentièmes"),
      TREE("(charge charge quantity: (name q) beyond: (name f) by: (list (name d) (name e)) price: (name p) mode: "
           "(choice by_slice) label: (label text: (text "
           "\"L\")) counted: (counted with_adjustment per: (choice year)) once: (once on: (date 2026-01-01)) vat: (vat "
           "exempt reason: (text \"x\")) proration: "
           "(proration rule: (choice thirtieths)))") },
    { EN("credit 1 EUR at 2 at the tier reached penalty x counted per contract"),
      FR("crédite 1 EUR au tarif 2 au palier atteint pénalité x comptée par contrat"),
      TREE("(charge credit quantity: (quantity number: (number 1) unit: (unit (name EUR))) price: (number 2) mode: "
           "(choice by_volume)) (charge penalty quantity: "
           "(name x) counted: (counted per: (choice contract)))") },
    { EN("flat 10 EUR per month covering c up to 5 c beyond that at p by volume as \"L\""),
      FR("forfait 10 EUR par month couvrant c jusqu'à 5 c au-delà au tarif p au palier atteint libellé \"L\""),
      TREE("(flat amount: (quantity number: (number 10) unit: (unit (name EUR) (name month))) covered: (name c) limit: "
           "(quantity number: (number 5) unit: (unit "
           "(name c))) price: (name p) mode: (choice by_volume) label: (label text: (text \"L\")))") },
    { EN("subscription 8 EUR per x for 3 x as \"L\""), FR("abonnement 8 EUR par x pour 3 x libellé \"L\""),
      TREE("(subscription amount: (quantity number: (number 8) unit: (unit (name EUR) (name x))) quantity: (quantity "
           "number: (number 3) unit: (unit (name x))) "
           "label: (label text: (text \"L\")))") },
    { EN("base b, c since start of quarter base all except d"),
      FR("assiette b, c depuis le début du trimestre assiette totale sauf d"),
      TREE("(base window: (window since_quarter) (name b) (name c)) (base_all (name d))") },
    { EN("depending on x at least 1 : bonus 2 % at most 1 : malus 1 EUR more than 3 : neutral less than 4 : neutral "
         "from 1 to 2 : neutral from 1 to under 2 : malus 1 sliding to neutral otherwise : neutral end"),
      FR("selon x au moins 1 : bonus 2 % au plus 1 : malus 1 EUR plus de 3 : neutre moins de 4 : neutre de 1 à 2 : "
         "neutre de 1 à moins de 2 : malus 1 linéaire jusqu'à neutre sinon : neutre fin"),
      TREE("(depending_on value: (name x) (rung at_least from: (number 1) outcome: (outcome bonus amount: (quantity "
           "number: (number 2) unit: (unit (percent))))) "
           "(rung at_most from: (number 1) outcome: (outcome malus amount: (quantity number: (number 1) unit: (unit "
           "(name EUR))))) (rung more_than from: (number 3) "
           "outcome: (outcome neutral)) (rung less_than from: (number 4) outcome: (outcome neutral)) (rung from_to "
           "from: (number 1) to: (number 2) outcome: (outcome "
           "neutral)) (rung from_to_under from: (number 1) to: (number 2) outcome: (outcome malus amount: (number 1)) "
           "slides: (outcome neutral)) (rung otherwise "
           "outcome: (outcome neutral)))") },
    { EN("bonus x malus y malus capped at 4 % bonus capped at z capped at 1 EUR on b, c"),
      FR("bonus x malus y malus plafonné à 4 % bonus plafonnés à z plafonné à 1 EUR sur b, c"),
      TREE("(adjust bonus amount: (name x)) (adjust malus amount: (name y)) (cap malus limit: (quantity number: "
           "(number 4) unit: (unit (percent)))) (cap bonus limit: "
           "(name z)) (cap net limit: (quantity number: (number 1) unit: (unit (name EUR))) (name b) (name c))") },
    { EN("minimum 5 EUR on b maximum x on b, c report x as \"L\""),
      FR("minimum de 5 EUR sur b maximum x sur b, c affiche x libellé \"L\""),
      TREE("(minimum minimum amount: (quantity number: (number 5) unit: (unit (name EUR))) (name b)) (minimum maximum "
           "amount: (name x) (name b) (name c)) (report "
           "value: (name x) label: (text \"L\"))") },
  };
  CHECK(rows);
}

Test(tree, amendments) {
  static const row rows[] = {
    { "replace measure m = 1", "remplace mesure m = 1",
      "(replace declaration: (measure name: (name m) value: (number 1)))" },
    { "add unit u", "ajoute unité u", "(add declaration: (unit_declaration name: (name u)))" },
    { "remove article a", "supprime article a", "(remove name: (name a))" },
    { "set p = 3", "fixe p = 3", "(set name: (name p) value: (number 3))" },
    { "extend to 2027-12-31", "proroge jusqu'au 2027-12-31", "(extend date: (date 2027-12-31))" },
    { "terminate on 2027-12-31", "résilie au 2027-12-31", "(terminate date: (date 2027-12-31))" },
    { "vat 20 %", "tva 20 %", "(vat rate rate: (quantity number: (number 20) unit: (unit (percent))))" },
  };
  check_as("amendment 1 to contract \"c\" signed 2026-01-01 effective 2026-02-01 title \"t\"",
           "avenant 1 au contrat \"c\" signé le 2026-01-01 prend effet le 2026-02-01 intitulé \"t\"", rows,
           sizeof rows / sizeof *rows);
  read_text *read = read_file("avenant 2 à \"c\" prend effet le 2026-02-01");
  expect_str(tree_of(read, read->tree->root),
             "(amendment number: (number 2) reference: (text \"c\") effective: (effective date: (date 2026-02-01)))",
             "head");
  read = read_file("bibliothèque \"b\" unité u");
  expect_str(tree_of(read, read->tree->root), "(library title: (text \"b\") (unit_declaration name: (name u)))",
             "library");
}

/* Spans and what the formatter needs: comments beside the tree, BOM, CRLF, a lone CR. */
Test(tree, places_and_comments) {
  read_text *read = read_file("\xEF\xBB\xBF# one\r\ncontract \"c\"\r\n\tmeasure m = # two\r\n  1 +\r(2)\r\n# three");
  expect_str(findings_of(read, true), "", "findings");
  const ccl_node *measure = last_item(read->tree->root);
  const ccl_node *sum = ccl_node_get(measure, CCL_SLOT_MEASURE_VALUE);
  expect_str(ccl_source_text(&read->sources, measure->head), "measure", "head");
  expect_str(ccl_source_text(&read->sources, sum->span), "1 +\r(2)", "span");
  cr_expect(ccl_node_get(ccl_node_at(sum, 0), CCL_SLOT_TERM_VALUE)->bracketed);
  cr_assert_eq(read->tree->comments.len, 3u);
  static const char *const comments[] = { "# one", "# two", "# three" };
  for (size_t i = 0; i < 3; i++) {
    expect_str(ccl_source_text(&read->sources, read->tree->comments.items[i].span), comments[i], "comment");
    cr_expect_eq(read->tree->comments.items[i].alone, i != 1);
  }
}
