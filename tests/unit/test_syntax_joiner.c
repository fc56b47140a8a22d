/* SPDX-License-Identifier: Apache-2.0 */
/* Clause 1.2: words become keywords; which keywords may be names; what the joiner looks at. */
#include "base/utf8.h"
#include "syntax/keywords.h"
#include "syntax_build.h"

TestSuite(joiner, .init = ccl_mem_init, .fini = ccl_mem_release);

/* The kinds of the terminals behind `contract` or `contrat`. */
static ccl_str kinds_of(const char *text) {
  read_text *read = read_new(ccl_str_from(text));
  ccl_buf lines = { 0 }, kinds = { 0 };
  ccl_dump_tokens(&lines, &read->sources, &read->diags, read->file);
  ccl_str all = ccl_buf_str(&lines);
  bool first = true;
  for (size_t at = 0; at < all.len; first = false) {
    size_t end = at;
    while (all.ptr[end] != '\n')
      end++;
    ccl_str line = ccl_str_sub(all, at, end);
    size_t from = (size_t)ccl_str_find(line, CCL_STR(" ")) + 1;
    ccl_str rest = ccl_str_sub(line, from, line.len);
    ptrdiff_t blank = ccl_str_find(rest, CCL_STR(" "));
    if (!first) {
      ccl_buf_z(&kinds, kinds.len ? " " : "");
      ccl_buf_add(&kinds, ccl_str_sub(rest, 0, blank < 0 ? rest.len : (size_t)blank));
    }
    at = end + 1;
  }
  return ccl_buf_str(&kinds);
}

Test(joiner, words) {
  static const struct {
    const char *text, *kinds;
  } rows[] = {
    { "contract in force from", "IN_FORCE FROM" },
    { "contract in # a comment\n  force", "IN_FORCE" },
    { "contract `in` force", "NAME NAME" },
    { "contract in forc", "IN NAME" },
    { "contract in (a)", "IN_LIST MARK NAME MARK" },
    { "contract in EUR", "IN NAME" },
    { "contract as \"x\" as act", "LABEL TEXT AS NAME" },
    { "contract over the last 3 periods", "OVER_THE_LAST NUMBER NAME" },
    { "contract over the top", "OVER NAME NAME" },
    { "contract for each for 3", "FOR_EACH FOR NUMBER" },
    { "contract base all base", "BASE_ALL BASE" },
    { "contract Monday monday MONDAY", "MONDAY MONDAY NAME" },
    { "contract VAT id vat id Vat", "VAT_ID VAT_ID NAME" },
    { "contract | a | b |\n| c |", "MARK NAME MARK NAME MARK ROW_END MARK NAME MARK ROW_END" },
    { "contract | a # b |\n | c", "MARK NAME MARK NAME" },
    { "contract | # the end", "MARK ROW_END" },
    { "contract a/b a /b a/ b €/h 2/h",
      "NAME TOUCHING_SLASH NAME NAME MARK NAME NAME MARK NAME SIGN TOUCHING_SLASH NAME NUMBER TOUCHING_SLASH NAME" },
    { "contract 10..20 .. 20..", "NUMBER UPTO NUMBER UPTO NUMBER UPTO" },
    { "contrat jusqu'à jusqu’à jusqu'au jusqu'a", "JUSQUA JUSQUA JUSQUAU JUSQUA" },
    { "contrat à a à défaut à defaut a defaut", "A NAME BY_DEFAULT BY_DEFAULT BY_DEFAULT" },
    { "contrat où ou daté par date par", "WHERE OR DATED_BY DATE_TYPE PER" },
    { "contrat compté par compte par", "COUNTED_PER NAME PER" },
    { "contrat activite activité Activité", "ACTIVITY ACTIVITY NAME" },
    { "contrat nombre de en nombre de comme nombre d'", "COUNT_OF IN NUMBER_TYPE DE AS NUMBER_TYPE DE" },
    { "contrat au-delà au-delà de au-dela d' au-b", "BEYOND AU_DELA_DE AU_DELA_DE AU MARK NAME" },
    { "contrat n° tva n° de tva numéro tva n", "VAT_ID VAT_ID VAT_ID NAME" },
    { "contrat n° TVA Pâques Paques Lundi", "VAT_ID EASTER EASTER MONDAY" },
    { "contrat plafonné à bonus plafonnées à malus plafonne a", "CAPPED_AT BONUS_CAPPED_AT MALUS_CAPPED_AT" },
    { "contrat dans (a) comme \"x\" libellé", "IN_LIST MARK NAME MARK AS TEXT LABEL" },
    { "contrat 1er janvier 31 mars 2026", "DAY_OF_YEAR DATE" },
    { "contrat heures\xC2\xA0jusqu'\xE2\x80\xAFà", "NAME JUSQUA" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect_str(kinds_of(rows[i].text), rows[i].kinds, rows[i].text);
}

/* Every spelling of keywords.def is read as its keyword, with its accents and, unless it says otherwise, without. */
Test(joiner, every_spelling) {
  for (int lang = CCL_LANG_EN; lang <= CCL_LANG_FR; lang++) {
    const ccl_keywords *all = ccl_keywords_new((ccl_lang)lang);
    for (size_t i = 0; i < all->all.len; i++) {
      const ccl_spelling *spelling = all->all.items[i];
      const char *head = lang == CCL_LANG_EN ? "contract" : "contrat", *name = ccl_keyword_name(spelling->token);
      const char *written = ccl_str_z(spelling->text);
      expect_str(kinds_of(ccl_str_z(ccl_str_printf("%s %s", head, written))), name, written);
      const char *plain = ccl_str_z(ccl_utf8_plain(spelling->text));
      if (!spelling->strict)
        expect_str(kinds_of(ccl_str_z(ccl_str_printf("%s %s", head, plain))), name, plain);
    }
  }
}

/* A keyword of one word names things unless it is reserved; a reserved one does so between backquotes. */
Test(joiner, soft_keywords) {
  for (int lang = CCL_LANG_EN; lang <= CCL_LANG_FR; lang++) {
    const ccl_keywords *all = ccl_keywords_new((ccl_lang)lang);
    const char *head = lang == CCL_LANG_EN ? "contract \"c\"\nmeasure" : "contrat \"c\"\nmesure";
    for (size_t i = 0; i < all->all.len; i++) {
      const ccl_spelling *spelling = all->all.items[i];
      const char *word = ccl_str_z(spelling->text);
      if (spelling->words > 1 || ccl_str_ends(spelling->text, CCL_STR("'")))
        continue;
      read_text *bare =
          read_file(ccl_str_z(ccl_str_printf("%s %s = %s + 1", head, word, spelling->reserved ? "x" : word)));
      cr_expect((bare->diags.errors == 0) == !spelling->reserved, "%s", word);
      bool sign = ccl_str_find(spelling->text, CCL_STR("-")) >= 0;
      read_text *quoted = read_file(ccl_str_z(ccl_str_printf("%s `%s` = `%s` + 1", head, word, word)));
      cr_expect((quoted->diags.errors == 0) == !sign, "`%s`", word);
    }
  }
}

/* The words of groups, with and without accents. */
Test(joiner, choices) {
  cr_expect_eq(ccl_choice_find(CCL_CHOICE_PRORATION, CCL_LANG_FR, CCL_STR("journalier")), CCL_WORD_DAILY);
  cr_expect_eq(ccl_choice_find(CCL_CHOICE_ROUNDING, CCL_LANG_FR, CCL_STR("superieur")), CCL_WORD_UPWARD);
  cr_expect_eq(ccl_choice_find(CCL_CHOICE_BILLING, CCL_LANG_EN, CCL_STR("mensuelle")), CCL_WORD_NONE);
  expect_str(ccl_choice_list(CCL_CHOICE_ROUNDING_SCOPE, CCL_LANG_FR), "`ligne`, `total`", "list");
  cr_expect_eq(ccl_month_find(CCL_STR("Août"), CCL_LANG_FR), 8);
  cr_expect_eq(ccl_month_find(CCL_STR("aout"), CCL_LANG_FR), 8);
  cr_expect_eq(ccl_month_find(CCL_STR("may"), CCL_LANG_FR), 0);
  expect_str(ccl_month_word_text(5, CCL_LANG_EN), "May", "month");
}
