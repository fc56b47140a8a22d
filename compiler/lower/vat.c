/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The VAT of every line, judged from the text (6.3): an effect's own, else its article's, else by what the effect is (effects.def): the contract's; outside
 * the scope for a penalty; that of the articles borne on for bonuses, caps, minimums and maximums.
 */
#include "lower/private.h"

typedef enum vat_source { VAT_OWN, VAT_OUTSIDE, VAT_BASE, VAT_NEVER } vat_source;

static vat_source source_of(ccl_effect_kind kind) {
  static const vat_source sources[] = {
#define EFFECT(name, keyword, sign, vat, mode) [CCL_EFFECT_##name] = VAT_##vat,
#include "plan/effects.def"
#undef EFFECT
  };
  return sources[kind];
}

static bool same(ccl_vat a, ccl_vat b) {
  return a.kind == b.kind && ccl_rat_eq(a.rate, b.rate) && ccl_str_eq(a.reason, b.reason);
}

/* While articles are judged: those under way, so that a circle (reported elsewhere) ends. */
typedef struct judgement {
  ccl_lowering *lowering;
  bool *under_way; /* for each article */
  bool *done;
} judgement;

/* The VATs met so far on what an effect bears on. */
typedef struct vat_set {
  CCL_VEC(ccl_vat) vats;
} vat_set;

static void judge_article(judgement *judging, size_t index);

static void add_vat(vat_set *set, ccl_vat vat) {
  for (size_t i = 0; i < set->vats.len; i++)
    if (same(set->vats.items[i], vat))
      return;
  ccl_vec_push(&set->vats, vat);
}

static bool is_recovering(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_CHARGE || kind == CCL_EFFECT_CREDIT || kind == CCL_EFFECT_FLAT || kind == CCL_EFFECT_SUBSCRIPTION;
}

/* Every effect of the article but penalties and reports. */
static void add_article(judgement *judging, size_t index, vat_set *set) {
  judge_article(judging, index);
  const ccl_article *article = &judging->lowering->articles.items[index];
  for (size_t i = 0; i < article->effect_count; i++)
    if (article->effects[i].kind != CCL_EFFECT_PENALTY && article->effects[i].kind != CCL_EFFECT_REPORT)
      add_vat(set, article->effects[i].vat);
}

static void add_names(judgement *judging, const uint32_t *names, size_t count, vat_set *set) {
  for (size_t n = 0; n < count; n++)
    for (size_t i = 0; i < judging->lowering->articles.len; i++)
      if (judging->lowering->articles.items[i].article_name == names[n])
        add_article(judging, i, set);
}

static bool is_excepted(const ccl_base *base, uint32_t name) {
  for (size_t i = 0; i < base->name_count; i++)
    if (base->names[i] == name)
      return true;
  return false;
}

static void add_base(judgement *judging, const ccl_article *article, vat_set *set) {
  const ccl_base *base = &article->base;
  if (!base->all) {
    add_names(judging, base->names, base->name_count, set);
    return;
  }
  for (size_t i = 0; i < judging->lowering->articles.len; i++) {
    const ccl_article *other = &judging->lowering->articles.items[i];
    bool charges = false;
    for (size_t k = 0; k < other->effect_count; k++)
      charges = charges || is_recovering(other->effects[k].kind);
    if (charges && other->article_name != article->article_name && !is_excepted(base, other->article_name))
      add_article(judging, i, set);
  }
}

static ccl_str say_vat(ccl_vat vat, ccl_lang lang) {
  switch (vat.kind) {
  case CCL_VAT_RATE:
    return ccl_str_printf("%.*s %%", (int)ccl_rat_text(ccl_rat_mul(vat.rate, ccl_rat_int(100))).len, ccl_rat_text(ccl_rat_mul(vat.rate, ccl_rat_int(100))).ptr);
  case CCL_VAT_REVERSE:
    return lang == CCL_LANG_FR ? CCL_STR("autoliquidation") : CCL_STR("reverse charge");
  case CCL_VAT_EXEMPT:
    return lang == CCL_LANG_FR ? CCL_STR("exonérée") : CCL_STR("exempt");
  case CCL_VAT_OUTSIDE:
    return lang == CCL_LANG_FR ? CCL_STR("hors champ") : CCL_STR("outside scope");
  case CCL_VAT_NONE:
    break;
  }
  return lang == CCL_LANG_FR ? CCL_STR("aucune") : CCL_STR("none");
}

static void report_mixed(judgement *judging, const ccl_article *article, const ccl_effect *effect, const vat_set *set) {
  ccl_lowering *lowering = judging->lowering;
  ccl_lang lang = ccl_diags_lang(lowering->diags, effect->span);
  ccl_str *texts = ccl_new_array(ccl_str, set->vats.len);
  for (size_t i = 0; i < set->vats.len; i++)
    texts[i] = say_vat(set->vats.items[i], lang);
  ccl_diag *diag = ccl_report(lowering->diags, &ccl_lower_say_mixed_vat, effect->span, CCL_ARGS(ccl_str_join(texts, set->vats.len, CCL_STR(", "))));
  ccl_diag_help(diag, &ccl_lower_say_mixed_vat_help, CCL_NO_ARGS);
  ccl_lower_context(diag, lowering->article_nodes.items[article - lowering->articles.items]);
}

/* What the effect bears on decides; nothing borne on, nothing found: the contract's. */
static ccl_vat borne_vat(judgement *judging, const ccl_article *article, const ccl_effect *effect) {
  vat_set set = { 0 };
  bool caps = effect->kind == CCL_EFFECT_BONUS_CAP || effect->kind == CCL_EFFECT_MALUS_CAP || effect->kind == CCL_EFFECT_CAP;
  if (effect->on_count > 0)
    add_names(judging, effect->on, effect->on_count, &set);
  else if (article->base.said)
    add_base(judging, article, &set);
  else if (caps) {
    for (size_t i = 0; i < article->effect_count; i++)
      if (source_of(article->effects[i].kind) == VAT_BASE && article->effects[i].mode != CCL_MODE_CAP)
        add_vat(&set, article->effects[i].vat);
  }
  if (set.vats.len > 1)
    report_mixed(judging, article, effect, &set);
  return set.vats.len > 0 ? set.vats.items[0] : judging->lowering->header->vat;
}

static void judge_article(judgement *judging, size_t index) {
  if (judging->done[index] || judging->under_way[index])
    return;
  judging->under_way[index] = true;
  ccl_article *article = &judging->lowering->articles.items[index];
  ccl_effect *effects = ccl_new_array(ccl_effect, article->effect_count);
  for (size_t i = 0; i < article->effect_count; i++)
    effects[i] = article->effects[i];
  article->effects = effects;
  for (int pass = 0; pass < 2; pass++) /* caps last: they look at the other effects of their article */
    for (size_t i = 0; i < article->effect_count; i++) {
      if ((effects[i].mode == CCL_MODE_CAP) != (pass == 1) || effects[i].vat.kind != CCL_VAT_NONE)
        continue;
      vat_source source = source_of(effects[i].kind);
      if (source == VAT_OUTSIDE)
        effects[i].vat = (ccl_vat){ CCL_VAT_OUTSIDE, CCL_RAT_ZERO, { 0 } };
      else
        effects[i].vat = source == VAT_BASE ? borne_vat(judging, article, &effects[i]) : judging->lowering->header->vat;
    }
  judging->under_way[index] = false;
  judging->done[index] = true;
}

void ccl_lower_vats(ccl_lowering *lowering) {
  judgement judging = { lowering, ccl_new_array(bool, lowering->articles.len), ccl_new_array(bool, lowering->articles.len) };
  for (size_t i = 0; i < lowering->articles.len; i++)
    judge_article(&judging, i);
}
