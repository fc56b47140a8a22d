/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of a file that cannot be read, and where reading goes on. */
#include "syntax_build.h"

TestSuite(errors, .init = ccl_mem_init, .fini = ccl_mem_release);

typedef struct row {
  const char *text, *findings;
} row;

static void check(const char *head, const row *rows, size_t count, bool whole) {
  for (size_t i = 0; i < count; i++) {
    read_text *read = read_file(ccl_str_z(ccl_str_printf("%s%s", head, rows[i].text)));
    expect_str(findings_of(read, whole), rows[i].findings, rows[i].text);
  }
}

#define CHECK(head, rows, whole) check(head, rows, sizeof(rows) / sizeof *(rows), whole)

/* The word that was probably meant: one letter or two, an accent, a capital, the other language, one word late. */
Test(errors, near_words) {
  static const row english[] = {
    { "mesure x = 1", "2:1 syntax: `mesure` is French; this contract is written in English / write `measure`" },
    { "measuer x = 1", "2:1 syntax: `measuer` is no word of the language / write `measure`" },
    { "Measure x = 1", "2:1 syntax: `Measure` is written with a capital here / write `measure`" },
    { "in forec from 2026-01-01", "2:1 syntax: `in forec` is no word of the language / write `in force`" },
    { "measure x = cuont of calls", "2:13 syntax: `cuont of` is no word of the language / write `count of`" },
    { "billing montly",
      "2:9 syntax: `montly` cannot be chosen here / write one of these: `monthly`, `quarterly`, `yearly`, `weekly`" },
    { "article \"1\" a \"A\"\n  charge 3\n  reprot x as \"y\"\nend",
      "4:3 syntax: `reprot` is no word of the language / write `report`" },
    { "tiers t : EUR\n  up too 300 : 3\nend", "3:3 syntax: `up too` is no word of the language / write `up to`" },
    { "prose", "2:1 syntax: `prose` cannot stand here / write a line of the header (`client`, "
               "`currency`, `billing` …) or a "
               "declaration (`measure`, `tiers`, `article` …) here" },
  };
  static const row french[] = {
    { "subscription 3", "2:1 syntax: `subscription` ne peut pas être ici / écrivez ici une ligne de "
                        "l'en-tête (`client`, `devise`, "
                        "`facturation` …) ou une déclaration (`mesure`, `barème`, `article` …)" },
    { "measure x = 1", "2:1 syntax: `measure` est en anglais ; ce contrat est écrit en français / écrivez `mesure`" },
    { "article \"1\" a \"A\"\n  Facture 3\nfin",
      "3:3 syntax: `Facture` est écrit ici avec une majuscule / écrivez `facture`" },
    { "donnée x : % a défaut 3\ndonnée y : % a défaux 3",
      "3:14 syntax: `a défaux` n'est pas un mot du langage / écrivez `à défaut`" },
  };
  CHECK("contract \"c\"\n", english, true);
  CHECK("contrat \"c\"\n", french, true);
}

Test(errors, blocks) {
  static const row rows[] = {
    { "article \"1\" a \"A\"\n  charge 3\nmeasure y = 1",
      "2:1 syntax: the article `a` opens here and its `end` is missing" },
    { "article \"1\" a \"A\"\n  charge 3", "2:1 syntax: the article `a` opens here and its `end` is missing" },
    { "article \"1\" a \"A\"\n  depending on x\n    at least 1 : neutral\narticle \"2\" b \"B\"\n  charge 3\nend",
      "3:3 syntax: `depending on` opens here and its `end` is missing" },
    { "activity c, one row per d, dated by e\n  e timestamp\n  derive f = 1\nmeasure y = 1",
      "2:1 syntax: the activity `c` opens here and its `end` is missing" },
    { "client \"x\"\n  city \"y\"\nprovider \"z\"",
      "2:1 syntax: the client \"x\" opens here and its `end` is missing" },
    { "article \"1\" a \"A\"\nend", "2:1 syntax: this article says nothing of what is charged: it has no effect" },
    { "tiers t : EUR\nend", "2:1 syntax: there is nothing in this `tiers`" },
    { "measure x = (1 + 2\nmeasure y = 3",
      "2:18 syntax: the line ends too early, in the measure `x` / after this, write `)` or a sign such as `+`" },
    { "measure x = 1 +\nmeasure y = 3",
      "2:15 syntax: the line ends too early, in the measure `x` / after this, write a value" },
    { "measure x = 1 +", "2:15 syntax: the line ends too early, in the measure `x` / after this, write a value" },
  };
  CHECK("contract \"c\"\n", rows, true);
}

Test(errors, order_and_repetition) {
  static const row rows[] = {
    { "measure x = 1\ncurrency EUR",
      "3:1 syntax: `currency` belongs to the header, which comes before the first declaration" },
    { "currency EUR\ncurrency EUR", "3:1 syntax: `currency` is written a second time" },
    { "client \"x\" city \"y\" city \"z\" end", "2:21 syntax: `city` is written a second time" },
    { "article \"1\" a \"A\" when x when y charge 1 as \"a\" vat 1 % as \"b\" end",
      "2:26 syntax: `when` is written a second time 2:57 syntax: `as` is written a second time" },
    { "activity c, one row per d, dated by e, key f, key g\n e text column \"x\" column \"y\" end",
      "2:47 syntax: `key` is written a second time 3:20 syntax: `column` is written a second time" },
    { "activity c, one row per d, dated by e\n  column \"x\"\nend",
      "3:10 syntax: `\"x\"` cannot stand here, in the activity `c` / write a kind of value "
      "(`timestamp`, `text`, `one of` …) here" },
    { "activity c, one row per d, dated by e\n  derive f = x\n  g text\nend",
      "4:3 syntax: the field `g` comes after a derived field: all fields come first" },
    { "measure x = count of calls where a > 1 > 2",
      "2:40 syntax: comparisons do not follow one another / put brackets around the first part, for instance around "
      "the count and its condition, or join "
      "two comparisons with `and`" },
    { "grid g (a) : EUR\n | x | 1 \n | y | 2 |\nend",
      "3:9 syntax: a row of a table begins and ends with `|` and stands on one line" },
    { "measure where = 1", "2:9 syntax: `where` cannot stand here, in `measure` / to use this word as a name, write it "
                           "between backquotes: `where`" },
    { "measure x = 3 client", "2:15 syntax: `client` cannot stand here / to use this word as a name, write it between "
                              "backquotes: `client`" },
  };
  CHECK("contract \"c\"\n", rows, true);
}

Test(errors, texts_and_characters) {
  static const row rows[] = {
    { "chapter \"x\nunit u", "2:9 syntax: the text that opens here has no closing quote on its line" },
    { "chapter \"a\\tb\"", "2:11 syntax: in a text, a backslash stands only before a quote, a backslash or n" },
    { "\"\"\"x\nunit u", "2:1 syntax: the prose that opens here is never closed" },
    { "unit `a b`", "2:6 syntax: `a b` is no name: letters, digits and `_`, not beginning with a digit" },
    { "unit `a\nunit b", "2:6 syntax: the name that opens here has no closing backquote on its line" },
    { "\"\"\"a { b {c} {{d\"\"\"", "2:6 syntax: this brace does not hold a name / write {{ for a brace, or a name "
                                   "between two braces to show its value" },
    { "measure x = “a”", "2:13 syntax: the character `“` has no meaning here / write `\"`" },
    { "unit a\xE2\x80\x8B"
      "b # \xE2\x80\xAE",
      "2:7 suspicious-character: there is an invisible character here (U+200B) / delete it" },
    { "# \xE2\x80\xAE",
      "2:3 suspicious-character: there is a character here that turns the direction of the text (U+202E) / delete it" },
    { "unit p\xD0\xB0y",
      "2:6 suspicious-character: `p\xD0\xB0y` mixes alphabets: the letter `\xD0\xB0` (U+0430) is not a Latin one" },
    { "unit \xD1\x86\xD0\xB5\xD0\xBD\xD0\xB0", "" },
    { "measure x = 28,5 + 1 500 + 2026-02-30",
      "2:13 number-format: the number `28,5` is not written as in English / write `28.5` 2:20 number-format: the "
      "number `1 500` is not written as in English / write `1,500` 2:28 invalid-date: `2026-02-30` does not exist: "
      "that month has 28 days" },
    { "calendar c a : 24:00..08:00 b : otherwise end",
      "2:16 invalid-date: 24:00 only ends a span of time: the next day begins at 00:00" },
    { "example \"e\" period 26 expect a = 1 end", "2:20 invalid-date: `26` is no year: a year has four digits" },
  };
  CHECK("contract \"c\"\n", rows, true);
}

Test(errors, files) {
  static const row rows[] = {
    { "", "1:1 syntax: the file is empty: it opens with one of these words: `contract`, `amendment`, `library`" },
    { "hello", "1:1 syntax: a file opens with one of these words: `contract`, `amendment`, `library`" },
    { "contarct \"x\"",
      "1:1 syntax: a file opens with one of these words: `contract`, `amendment`, `library` / write `contract`" },
    { "CONTRAT \"x\"", "1:1 syntax: un fichier s'ouvre par l'un de ces mots : `contrat`, `avenant`, `bibliothèque` / "
                       "écrivez `contrat`" },
    { "contract x", "1:10 syntax: `x` stands here without quotes / write `\"x\"`" },
    { "library \"x\" article \"1\" a \"A\" charge 1 end", "1:13 syntax: a library has no articles" },
    { "amendment 1 to \"x\" title \"y\"",
      "1:1 syntax: this amendment does not say from when: `effective` and a date are missing" },
    { "amendment 1 to \"x\" effective 2026-01-01 currency EUR replace unit u set p = 1 title \"t\"",
      "1:41 syntax: an amendment cannot change `currency` 1:62 syntax: an amendment cannot change `unit` 1:79 syntax: "
      "`title` comes at the beginning of an "
      "amendment, before what it changes" },
  };
  CHECK("", rows, true);
}

/* Reading goes on at the next line, or at the declaration that the line opens; one message until something has been read whole. */
Test(errors, recovery) {
  static const row rows[] = {
    { "currency\nmeasure x = 1 1\nmeasure y = )\nmeasure z = 1", "2:1 syntax 3:13 number-format 4:13 syntax" },
    { "article \"1\" a \"A\"\n  charge x y\n  charge ) z\n  charge z\n  charge x y\nend\nmeasure m = 1 1",
      "3:12 syntax 6:12 syntax 8:13 number-format" },
    { "article 1 a \"A\"\n  charge x y\n  when z\nend\narticle \"2\" b \"B\"\n  charge\nend", "2:9 syntax 7:3 syntax" },
    { "grid g (a : EUR\n | x | 1 |\n | y | 2 |\nend\nmeasure m = 1 1", "2:11 syntax 6:13 number-format" },
    { "article \"1\" a \"A\"\n  depending on )\n    at least 1 : neutral\n    otherwise : bonus )\n  end\n  charge "
      ")\nend",
      "3:16 syntax 5:23 syntax 7:10 syntax" },
    { "activity c, one row per d, dated by e\n  e tmestamp\n  f text\n  g txt\nend", "3:5 syntax 5:5 syntax" },
  };
  CHECK("contract \"c\"\n", rows, false);
}

/* A tree comes of it all the same: what was read around a mistake is there. */
Test(errors, trees) {
  static const row rows[] = {
    { "unit a\nunit 3\nunit b", "(unit_declaration name: (name a)) (error) (unit_declaration name: (name b)))" },
    { "tiers t : EUR\n  up 3\n  beyond : 2\nend",
      "(tiers name: (name t) unit: (error) (error) (tier beyond price: (number 2))))" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    read_text *read = read_file(ccl_str_z(ccl_str_printf("contract \"c\"\nunit z\n%s", rows[i].text)));
    ccl_str tree = tree_of(read, read->tree->root);
    cr_expect(ccl_str_ends(tree, ccl_str_from(rows[i].findings)), "%s\n%.*s", rows[i].text, (int)tree.len, tree.ptr);
  }
}
