/* SPDX-License-Identifier: Apache-2.0 */
/* sema: names (clauses 3, 4.5, 5): unknown, misspelt, declared twice, of another kind, in libraries, in circles, in
 * amendments. */
#include "sema_build.h"

TestSuite(sema_names, .init = sema_begin);

Test(sema_names, findings) {
  static const sema_case cases[] = {
    { "a misspelt name", "measure a = bb\nparameter bbb = 1\n", "unknown-name 2:13-15" },
    { "one finding for a name used three times", "measure a = bbx + bbx\nmeasure c = bbx\n", "unknown-name 2:13-16" },
    { "declared twice", "parameter a = 1\nmeasure a = 2\n", "duplicate-name 3:9-10" },
    { "unit twice", "unit a\nunit a\n", "duplicate-name 3:6-7" },
    { "a unit of the language", "unit hour\n", "duplicate-name 2:6-10" },
    { "one row per a unit of the language", "activity a, one row per day, dated by d\n  d date\nend\n",
      "duplicate-name 2:25-28" },
    { "units have names of their own", "unit a\nparameter a = 1\nmeasure b = a\n", "" },
    { "holidays too", "parameter FR = 1\nholidays FR\n each 1 January \"x\"\nend\n", "" },
    { "a field twice", "activity a, one row per x, dated by d\n d date\n d text\nend\n", "duplicate-name 4:2-3" },
    { "a choice twice", "activity a, one row per x, dated by d\n d date\n c one of A, B, A\nend\n",
      "duplicate-name 4:17-18" },
    { "a parameter of a function twice", "define f(x : EUR, x : date) = 1\n", "duplicate-name 2:19-20" },
    { "a measure by itself", "measure a = a + 1\n", "circular-definition 2:13-14" },
    { "a circle of three", "measure a = b\nmeasure b = c\nmeasure c = a\n", "circular-definition 4:13-14" },
    { "whoever uses a circle is silent", "measure a = b\nmeasure b = a\nmeasure c = a + b\n",
      "circular-definition 3:13-14" },
    { "parameter and function", "parameter p = f(1)\ndefine f(x : number) = x * p\n", "circular-definition 3:28-29" },
    { "derived fields", "activity a, one row per x, dated by d\n d date\n derive e = f\n derive f = e\nend\n",
      "circular-definition 5:13-14" },
    { "phases", "phase a after b\nphase b after a\n", "circular-definition 3:15-16" },
    { "a grid through a parameter", "grid g(k) : EUR\n | A | p |\nend\nparameter p = g[A]\n",
      "circular-definition 5:15-19" },
    { "a series is no figure", "series s\n | 2026-01 | 1 |\nend\nmeasure a = s\n", "type-mismatch 5:13-14" },
    { "an activity is no figure", CALLS "measure a = calls + 1\n", "type-mismatch 13:13-18" },
    { "a measure is no activity", "measure m = 1\nmeasure a = count of m\n", "type-mismatch 3:22-23" },
    { "an unknown activity", CALLS "measure a = count of call\n", "unknown-name 13:22-26" },
    { "an unknown function", "measure a = rnd(1, 2)\n", "unknown-name 2:13-16" },
    { "a constant of the other language", "measure a = total_ht\n", "unknown-name 2:13-21" },
    { "a choice that the list does not have", CALLS "measure a = count of calls where site = FRX\n",
      "unknown-name 13:41-44" },
    { "a text that the list does not have", CALLS "measure a = count of calls where site in (FR, \"XX\")\n",
      "unknown-name 13:47-51" },
    { "beside what is wrong, choices are silent", CALLS "measure a = count of calls where sitex = FR\n",
      "unknown-name 13:34-39" },
    { "an unknown list of holidays", "calendar c\n a : holidays XX\n b : otherwise\nend\n", "unknown-name 3:15-17" },
    { "an unknown time zone", "activity a, one row per x, dated by d, time zone \"Europe/Pari\"\n d date\nend\n",
      "unknown-name 2:50-63" },
    { "an unknown option field", "activity a, one row per x, dated by e\n d date\nend\n", "unknown-name 2:37-38" },
    { "names in prose", "parameter p = 1\n\"\"\"{p} {{q}} {zzz}\"\"\"\n", "unknown-name 3:15-18" },
    { "a grid through its own dimension",
      "activity a, one row per x, dated by d\n d date\n derive k = g[k2]\n derive k2 = 1\nend\ngrid g(k) : EUR\n | 1 | "
      "2 |\nend\n",
      "circular-definition 7:8-9" },
    { "a name lost in what cannot be read", "measure a = = 1\nmeasure b = a\n", "syntax 2:13-14" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect(cases[i].label, sema_read(cases[i].body), cases[i].expected);
}

Test(sema_names, help) {
  static const struct {
    const char *body, *help;
  } cases[] = {
    { "parameter price = 1\nmeasure a = prise\n", "did you mean `price`?" },
    { "measure a = total_ht\n", "in the language of this file it is `total_net`" },
    { CALLS "measure a = count of calls where lang = french\n", "if it is a text, put it between quotes: \"french\"" },
    { "measure a = min(1,200)\n", "write a blank after the comma, else it belongs to the number" },
    { "measure a = 3 sekond\n", "did you mean `second`?" },
    { "measure a = 3 heures\n", "in the language of this file it is `hour`" },
    { "measure a = 3 widgets\n", "if things are counted so, declare: unit widgets" },
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    sema_session *s = sema_read(cases[i].body);
    cr_assert_eq(s->diags.all.len, 1, "%s: %s", cases[i].body, sema_findings(s));
    cr_expect(ccl_str_is(s->diags.all.items[0]->help, cases[i].help), "%s: %.*s", cases[i].body,
              (int)s->diags.all.items[0]->help.len, s->diags.all.items[0]->help.ptr);
  }
}

Test(sema_names, one_finding_with_notes) {
  sema_session *s = sema_read("measure a = bbx + bbx\nmeasure c = bbx\n");
  cr_assert_eq(s->diags.all.len, 1);
  cr_expect_eq(s->diags.all.items[0]->notes.len, 2);
}

Test(sema_names, circle_is_shown) {
  sema_session *s = sema_read("measure a = b\nmeasure b = c\nmeasure c = a\n");
  cr_assert_eq(s->diags.all.len, 1);
  cr_expect(ccl_str_is(s->diags.all.items[0]->message, "`a` is defined by itself: a → b → c → a"));
  cr_expect_eq(s->diags.all.items[0]->notes.len, 2);
}

/* A tower of definitions is limited whatever their order. */
Test(sema_names, towers) {
  for (int down = 0; down < 2; down++)
    for (int height = 256; height <= 258; height++) {
      ccl_buf body = { 0 };
      for (int i = 0; i < height; i++) {
        int n = down ? i : height - 1 - i;
        if (n == height - 1)
          ccl_buf_printf(&body, "measure m%d = 1\n", n);
        else
          ccl_buf_printf(&body, "measure m%d = m%d\n", n, n + 1);
      }
      sema_session *s = sema_read(ccl_str_z(ccl_buf_str(&body)));
      cr_expect_eq(s->diags.all.len > 0, height > 257, "%d definitions, %s: %s", height,
                   down ? "top first" : "bottom first", sema_findings(s));
      cr_expect_leq(s->diags.all.len, 2);
    }
}

/* ---- libraries ---- */

static const sema_file files[] = {
  { "./voice.ccl", "library \"V\"\nmeasure handled = 1\nmeasure voice_only = handled\nunit act\nholidays FR\n each 1 "
                   "May \"x\"\nend\n" },
  { "./chat.ccl", "library \"C\"\nuse \"./shared/deep.ccl\"\nmeasure handled = 2\nmeasure chat_only = depth\n" },
  { "./shared/deep.ccl", "library \"D\"\nparameter depth = 3\nuse \"./../voice.ccl\"\nmeasure up = voice_only\n" },
  { "./../voice.ccl", "library \"V again\"\nmeasure voice_only = 1\n" },
  { "./wrong.ccl", "library \"W\"\nmeasure a = 1 EUR + 1\nmeasure b = nothing\n" },
  { "./contract.ccl", "contract \"X\"\n" },
  { "./french.ccl", "bibliothèque \"F\"\nmesure dernier_taux = arrondi_à(2,5, 1)\n" },
  { "holidays/fr", "library \"H\"\nholidays FR\n each 1 January \"x\"\nend\n" },
};

Test(sema_names, libraries) {
  static const sema_case cases[] = {
    { "one library", "use \"./voice.ccl\"\nmeasure a = handled + voice_only\n", "" },
    { "names of two libraries", "use \"./voice.ccl\"\nuse \"./chat.ccl\"\nmeasure a = handled\n",
      "ambiguous-name 4:13-20" },
    { "qualified", "use \"./voice.ccl\"\nuse \"./chat.ccl\"\nmeasure a = voice.handled + chat.handled\n", "" },
    { "not used, not ambiguous", "use \"./voice.ccl\"\nuse \"./chat.ccl\"\nmeasure a = chat_only\n", "" },
    { "an unknown library before the dot", "use \"./voice.ccl\"\nmeasure a = voix.handled\n", "unknown-name 3:13-17" },
    { "an unknown name behind the dot", "use \"./voice.ccl\"\nmeasure a = voice.handle\n", "unknown-name 3:13-25" },
    { "its own declaration hides", "use \"./voice.ccl\"\nmeasure handled = 2\nmeasure a = handled\n",
      "shadowed-library-name 3:9-16" },
    { "its own holidays hide", "use \"holidays/fr\"\nholidays FR\n each 1 May \"x\"\nend\n",
      "shadowed-library-name 3:10-12" },
    { "what a library uses is not seen", "use \"./chat.ccl\"\nmeasure a = depth\n", "unknown-name 3:13-18" },
    { "no such file", "use \"./absent.ccl\"\nmeasure a = whatever\n", "unknown-library 2:5-19" },
    { "no such library", "use \"hollidays/fr\"\n", "unknown-library 2:5-19" },
    { "outside the folder", "use \"./../x.ccl\"\n", "unknown-library 2:5-17" },
    { "no library", "use \"./contract.ccl\"\n", "unknown-library 2:5-21" },
    { "twice", "use \"./voice.ccl\"\nuse \"./voice.ccl\"\n", "duplicate-name 3:5-18" },
    { "holidays of a library", "use \"holidays/fr\"\ncalendar c\n a : holidays FR\n b : otherwise\nend\n", "" },
    { "holidays of two libraries",
      "use \"holidays/fr\"\nuse \"./voice.ccl\"\ncalendar c\n a : holidays FR\n b : otherwise\nend\n",
      "ambiguous-name 5:15-17" },
    { "units of a library", "use \"./voice.ccl\"\nmeasure a = 3 act + 2 acts\n", "" },
    { "units of a library that is not used", "measure a = 3 act\n", "unknown-unit 2:15-18" },
    { "a French library", "use \"./french.ccl\"\nmeasure a = dernier_taux\n", "" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect(cases[i].label, sema_read_with("contract \"T\"", cases[i].body, files, COUNT(files)),
                cases[i].expected);
}

Test(sema_names, errors_in_a_library) {
  sema_session *s = sema_read_with("contract \"T\"", "use \"./wrong.ccl\"\nmeasure c = a + b\n", files, COUNT(files));
  sema_expect("in its own file", s, "unit-mismatch 2:21-22; unknown-name 3:13-20");
  for (size_t i = 0; i < s->diags.all.len; i++) {
    const ccl_diag *diag = s->diags.all.items[i];
    const ccl_note *first = &diag->notes.items[0];
    cr_expect(ccl_str_is(ccl_sources_get(&s->sources, diag->span.file)->path, "./wrong.ccl"));
    cr_expect(ccl_str_is(first->message, "used here") && first->span.file == 1, "%s", ccl_str_z(first->message));
  }
}

Test(sema_names, each_library_is_loaded_once) {
  sema_session *s = sema_read_with("contract \"T\"", "use \"./voice.ccl\"\nuse \"./chat.ccl\"\nmeasure a = chat_only\n",
                                   files, COUNT(files));
  sema_expect("once", s, "");
  cr_expect_eq(s->loads, 3);
}

Test(sema_names, uses_are_noted) {
  sema_session *s =
      sema_read_with("contract \"T\"", "use \"./voice.ccl\"\nparameter p = 1\nmeasure a = p + p + handled\nunit x\n",
                     files, COUNT(files));
  const ccl_symbol *const *symbols;
  size_t count = ccl_sema_symbols(s->sema, &symbols), seen = 0;
  for (size_t i = 0; i < count; i++) {
    static const struct {
      const char *name;
      ccl_symbol_kind kind;
      size_t uses;
    } expected[] = { { "voice", CCL_SYMBOL_LIBRARY, 1 },
                     { "p", CCL_SYMBOL_PARAMETER, 2 },
                     { "a", CCL_SYMBOL_MEASURE, 0 },
                     { "x", CCL_SYMBOL_UNIT, 0 } };
    for (size_t k = 0; k < COUNT(expected); k++)
      if (ccl_str_is(symbols[i]->name, expected[k].name) && symbols[i]->kind == expected[k].kind) {
        cr_expect_eq(symbols[i]->uses.len, expected[k].uses, "%s", expected[k].name);
        seen++;
      }
  }
  cr_expect_eq(seen, 4);
}

/* ---- amendments (clause 8) ---- */

static sema_session *amend(const char *body, const char *amendment) {
  sema_session *s = sema_new(NULL, 0);
  s->trees[0] = sema_parse(s, S("contract.ccl"), ccl_str_printf("contract \"T\"\n%s", body));
  s->trees[1] = sema_parse(
      s, S("a1.ccl"), ccl_str_printf("amendment 1 to \"T\"\n signed 2026-05-02\n effective 2026-06-01\n%s", amendment));
  s->tree_count = 2;
  sema_run(s);
  return s;
}

Test(sema_names, amendments) {
  static const struct {
    const char *label, *body, *amendment, *expected;
  } cases[] = {
    { "set", "parameter p = 1 EUR\n", " set p = 2 EUR\n", "" },
    { "set in another unit", "parameter p = 1 EUR\n", " set p = 2\n", "unit-mismatch 4:10-11" },
    { "set nothing", "parameter p = 1\n", " set q = 2\n", "amendment-target 4:6-7" },
    { "set a measure", "measure m = 1\n", " set m = 2\n", "amendment-target 4:6-7" },
    { "replace a measure", "measure m = 1\n", " replace measure m = 2 * k\n add parameter k = 3\n", "" },
    { "replace by another unit", "measure m = 1\n", " replace measure m = 2 EUR\n", "unit-mismatch 4:18-19" },
    { "replace by another kind", "measure m = 1\n", " replace measure m = 2026-01-01\n", "type-mismatch 4:18-19" },
    { "replace by itself", "measure m = 1\n", " replace measure m = m + 1\n", "circular-definition 4:22-23" },
    { "replace in a circle", "measure m = 1\nmeasure k = m\n", " replace measure m = k + 1\n",
      "circular-definition 3:13-14" },
    { "replace tiers", "tiers t : EUR per h\n up to 3 : 4\nend\n", " replace tiers t : EUR per min\n  up to 3 : 4\n end\n",
      "" },
    { "replace tiers by others", "tiers t : EUR per h\n up to 3 : 4\nend\n",
      " replace tiers t : EUR\n  up to 3 : 4\n end\n", "unit-mismatch 4:16-17" },
    { "replace a grid by one with more keys", "grid g(k) : EUR\n| a | 1 |\nend\nmeasure m = g[b]\n",
      " replace grid g(k) : EUR\n  | a | 1 |\n  | b | 2 |\n end\n", "" },
    { "replace a grid by one of other dimensions", "grid g(k) : EUR\n| a | 1 |\nend\n",
      " replace grid g(l) : EUR\n  | a | 1 |\n end\n", "type-mismatch 4:15-16" },
    { "replace nothing", "measure m = 1\n", " replace measure n = 2\n", "amendment-target 4:18-19" },
    { "remove nothing", "measure m = 1\n", " remove article m\n", "amendment-target 4:17-18" },
    { "add what is there", "measure m = 1\n", " add measure m = 2\n", "duplicate-name 4:14-15" },
    { "what is added is known in the contract", "measure m = added\n", " add parameter added = 2\n", "" },
  };
  for (size_t i = 0; i < COUNT(cases); i++)
    sema_expect(cases[i].label, amend(cases[i].body, cases[i].amendment), cases[i].expected);
}

Test(sema_names, what_set_makes) {
  sema_session *s = amend("parameter p = 1  from 2026-03-01 = 2  from 2026-09-01 = 3\n", " set p = 5\n");
  sema_expect_dump(
      "later dates end", s,
      "(parameter p : number (from (constant 1)) (from 2026-03-01 (constant 2)) (from 2026-06-01 (constant 5)))");
  s = amend("parameter p = 1  each 1 April = previous_value * 2\n", " set p = 5\n");
  sema_expect_dump(
      "revisions before it stay", s,
      "(parameter p : number (from (parameter p)) (from 2026-06-01 (constant 5))) "
      "(parameter p : number (from (constant 1)) (each 04-01 (product (bound previous_value) (constant 2))))");
  s = amend("measure m = 1\n", " replace measure m = 2\n");
  const ccl_replacement *replacements;
  cr_assert_eq(ccl_sema_replacements(s->sema, &replacements), 1);
  cr_expect(replacements[0].kind == CCL_SYMBOL_MEASURE && replacements[0].index == 0 && replacements[0].by == 1);
  cr_expect_eq(replacements[0].from, ccl_day_from((ccl_ymd){ 2026, 6, 1 }));
}
