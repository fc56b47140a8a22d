/* SPDX-License-Identifier: Apache-2.0 */
/* Small contracts read as far as sema goes, for the tests of sema/: the findings as "code line:column-column", and the
 * plan as a dump. */
#ifndef CCL_TESTS_SEMA_BUILD_H
#define CCL_TESTS_SEMA_BUILD_H

#include <criterion/criterion.h>
#include <string.h>

#include "base/mem.h"
#include "plan/dump.h"
#include "sema/sema.h"
#include "syntax/parse.h"

#define S(text) ccl_str_from(text)
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A file that `use` finds. */
typedef struct sema_file {
  const char *path, *text;
} sema_file;

typedef struct sema_session {
  ccl_sources sources;
  ccl_diags diags;
  ccl_units *units;
  ccl_header header;
  const sema_file *files;
  size_t file_count;
  unsigned loads; /* of libraries */
  const ccl_tree *trees[4];
  size_t tree_count;
  ccl_sema *sema;
  ccl_plan plan;
} sema_session;

static inline void sema_begin(void) {
  ccl_mem_init();
  ccl_rat_init();
}

static inline const ccl_tree *sema_parse(sema_session *s, ccl_str path, ccl_str text) {
  return ccl_parse_tree(&s->sources, &s->diags, ccl_sources_add(&s->sources, path, text, false));
}

static inline const ccl_tree *sema_load(void *self, const ccl_tree *from, ccl_str path) {
  sema_session *s = self;
  (void)from;
  for (size_t i = 0; i < s->file_count; i++)
    if (ccl_str_is(path, s->files[i].path)) {
      s->loads++;
      return sema_parse(s, path, S(s->files[i].text));
    }
  return NULL;
}

static inline sema_session *sema_new(const sema_file *files, size_t file_count) {
  sema_session *s = ccl_new(sema_session);
  s->diags.sources = &s->sources;
  s->units = ccl_units_new();
  s->files = files;
  s->file_count = file_count;
  s->header.currency = ccl_unit_currency(s->units, S("EUR"));
  s->header.zone_name = S("Europe/Paris");
  s->header.zone = ccl_zone_find(s->header.zone_name);
  s->header.cycle.contract =
      (ccl_days){ ccl_day_from((ccl_ymd){ 2026, 1, 1 }), ccl_day_from((ccl_ymd){ 2027, 12, 31 }) };
  s->header.rounding.step = ccl_rat_frac(1, 100);
  return s;
}

/* What stands in an article: charges with their prices, `when`, reports. As lower/ does, no more. */
static inline void sema_read_article(sema_session *s, const ccl_tree *tree, const ccl_node *article) {
  for (uint32_t i = 0; i < ccl_node_len(article); i++) {
    const ccl_node *effect = ccl_node_at(article, i);
    uint32_t dims[4];
    ccl_place_of place = { .site = CCL_SITE_ARTICLE, .tree = tree, .activity = CCL_NONE, .dims = dims };
    if (effect->kind == CCL_NODE_REPORT)
      (void)ccl_sema_expr(s->sema, &place, ccl_node_get(effect, CCL_SLOT_REPORT_VALUE));
    if (effect->kind != CCL_NODE_CHARGE)
      continue;
    const ccl_node *by = ccl_node_get(effect, CCL_SLOT_CHARGE_BY), *price = ccl_node_get(effect, CCL_SLOT_CHARGE_PRICE),
                   *mode = ccl_node_get(effect, CCL_SLOT_CHARGE_MODE);
    for (uint32_t k = 0; by && k < ccl_node_len(by); k++) {
      uint32_t dim = ccl_sema_dim(s->sema, tree, ccl_node_at(by, k));
      if (dim != CCL_NONE)
        dims[place.dim_count++] = dim;
    }
    const ccl_expr *quantity = ccl_sema_expr(s->sema, &place, ccl_node_get(effect, CCL_SLOT_CHARGE_QUANTITY));
    ccl_tier_mode tier_mode = !mode ? CCL_BY_NOTHING : mode->word == CCL_WORD_BY_SLICE ? CCL_BY_SLICE : CCL_BY_VOLUME;
    ccl_price made;
    if (price && quantity && quantity->type.kind == CCL_KIND_NUMBER)
      (void)ccl_sema_price(s->sema, &place, price, tier_mode, mode, quantity, &made);
  }
}

static inline void sema_run(sema_session *s) {
  s->sema = ccl_sema_new(&s->sources, &s->diags, s->units, &s->header, s->trees, s->tree_count, sema_load, s);
  ccl_sema_declarations(s->sema);
  for (size_t t = 0; t < s->tree_count; t++)
    for (uint32_t i = 0; s->trees[t]->root->kind == CCL_NODE_CONTRACT && i < ccl_node_len(s->trees[t]->root); i++)
      if (ccl_node_at(s->trees[t]->root, i)->kind == CCL_NODE_ARTICLE)
        sema_read_article(s, s->trees[t], ccl_node_at(s->trees[t]->root, i));
  s->plan.header = s->header;
  ccl_sema_finish(s->sema, &s->plan);
  ccl_diags_sort(&s->diags);
}

/* The contract's title is line 1; `body` follows from line 2 on. French when it says so. */
static inline sema_session *sema_read_with(const char *title, const char *body, const sema_file *files,
                                           size_t file_count) {
  sema_session *s = sema_new(files, file_count);
  s->trees[0] = sema_parse(s, S("contract.ccl"), ccl_str_printf("%s\n%s", title, body));
  s->tree_count = 1;
  sema_run(s);
  return s;
}

static inline sema_session *sema_read(const char *body) {
  return sema_read_with("contract \"T\"", body, NULL, 0);
}

static inline sema_session *sema_lire(const char *body) {
  return sema_read_with("contrat \"T\"", body, NULL, 0);
}

/* "unit-mismatch 3:10-15; unknown-name 4:3-7" */
static inline const char *sema_findings(const sema_session *s) {
  ccl_buf text = { 0 };
  for (size_t i = 0; i < s->diags.all.len; i++) {
    const ccl_diag *diag = s->diags.all.items[i];
    const ccl_source *source = ccl_sources_get(&s->sources, diag->span.file);
    ccl_place from = ccl_source_place(source, diag->span.start), to = ccl_source_place(source, diag->span.end);
    ccl_buf_printf(&text, "%s%s %u:%u-%u", i == 0 ? "" : "; ", ccl_code_text(diag->code), from.line, from.column,
                   to.column);
  }
  return ccl_str_z(ccl_buf_str(&text));
}

static inline void sema_expect(const char *label, const sema_session *s, const char *expected) {
  const char *found = sema_findings(s);
  const char *message = s->diags.all.len > 0 ? ccl_str_z(s->diags.all.items[0]->message) : "";
  cr_expect(strcmp(found, expected) == 0, "%s: \"%s\" instead of \"%s\" (%s)", label, found, expected, message);
}

/* The dump of the plan with single blanks. */
static inline const char *sema_dump(const sema_session *s) {
  ccl_buf dump = { 0 }, flat = { 0 };
  ccl_plan_dump(&s->plan, &dump);
  for (size_t i = 0; i < dump.len; i++) {
    bool blank = dump.ptr[i] == ' ' || dump.ptr[i] == '\n';
    if (!blank)
      ccl_buf_char(&flat, dump.ptr[i]);
    else if (flat.len > 0 && flat.ptr[flat.len - 1] != ' ')
      ccl_buf_char(&flat, ' ');
  }
  return ccl_str_z(ccl_buf_str(&flat));
}

static inline void sema_expect_dump(const char *label, const sema_session *s, const char *piece) {
  sema_expect(label, s, "");
  if (s->diags.all.len > 0)
    return;
  const char *dump = sema_dump(s);
  cr_expect(strstr(dump, piece) != NULL, "%s: no \"%s\" in %s", label, piece, dump);
}

/* What a contract says, and the findings or the piece of the plan that must come of it. */
typedef struct sema_case {
  const char *label, *body, *expected;
} sema_case;

#define CALLS                                                                                                          \
  "activity calls, one row per call, dated by began, until ended, key id\n"                                            \
  "  id text\n  began timestamp\n  ended timestamp\n  site one of FR, MA\n  lang text\n"                               \
  "  wait duration in s\n  note integer optional\n  ok boolean\n  paid money\nend\n"
#define CALLS_LINES 11 /* the body after CALLS begins on line CALLS_LINES + 2 */

#endif
