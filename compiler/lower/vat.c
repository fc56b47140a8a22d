/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The VAT of every line, judged from the text (6.3): an effect's own, else its article's, else by what the effect is
 * (effects.def): the contract's; outside the scope for a penalty; that of the articles borne on for bonuses, caps,
 * minimums and maximums. The text is that of a state of the contract (8): its header, and the articles standing in it.
 */
#include "lower/private.h"
#include "value/spell.h"

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
  return a.kind == b.kind && (a.kind != CCL_VAT_RATE || ccl_rat_eq(a.rate, b.rate)) && ccl_str_eq(a.reason, b.reason);
}

/* While articles are judged: those under way, so that a circle (reported elsewhere) ends. */
typedef struct judgement {
  ccl_lowering *lowering;
  size_t state;
  size_t looked; /* the state whose articles are looked at: that one, or an earlier one */
  ccl_vat **vats; /* for each article: of its effects, in this state */
  bool *under_way; /* for each article */
  bool *done;
} judgement;

static bool stands(const judgement *judging, size_t article) {
  return ccl_lower_stands(judging->lowering->lives.items[article], judging->looked);
}

static ccl_vat vat_of_header(const judgement *judging) {
  return ccl_lower_header_in(judging->lowering, judging->state)->vat;
}

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
  return kind == CCL_EFFECT_CHARGE || kind == CCL_EFFECT_CREDIT || kind == CCL_EFFECT_FLAT ||
         kind == CCL_EFFECT_SUBSCRIPTION;
}

/* The penalties of an article alone, or every other effect of it but reports. */
static void add_effects(const judgement *judging, size_t index, bool penalties, vat_set *set) {
  const ccl_article *article = &judging->lowering->articles.items[index];
  for (size_t i = 0; i < article->effect_count; i++)
    if (article->effects[i].kind != CCL_EFFECT_REPORT && (article->effects[i].kind == CCL_EFFECT_PENALTY) == penalties)
      add_vat(set, judging->vats[index][i]);
}

static void add_article(judgement *judging, size_t index, bool penalties, vat_set *set) {
  if (judging->under_way[index]) /* a circle: that is said */
    return;
  judge_article(judging, index);
  add_effects(judging, index, penalties, set);
}

static void add_names(judgement *judging, const uint32_t *names, size_t count, bool penalties, vat_set *set) {
  for (size_t n = 0; n < count; n++)
    for (size_t i = 0; i < judging->lowering->articles.len; i++)
      if (judging->lowering->articles.items[i].article_name == names[n] && stands(judging, i))
        add_article(judging, i, penalties, set);
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
    add_names(judging, base->names, base->name_count, false, set);
    return;
  }
  for (size_t i = 0; i < judging->lowering->articles.len; i++) {
    const ccl_article *other = &judging->lowering->articles.items[i];
    bool charges = false;
    for (size_t k = 0; k < other->effect_count; k++)
      charges = charges || is_recovering(other->effects[k].kind);
    if (charges && stands(judging, i) && other->article_name != article->article_name &&
        !is_excepted(base, other->article_name))
      add_article(judging, i, false, set);
  }
}

static ccl_str say_vat(ccl_vat vat, ccl_lang lang) {
  switch (vat.kind) {
  case CCL_VAT_RATE:
    return ccl_str_join(
        (ccl_str[]){ ccl_spell_decimal(ccl_rat_text(ccl_rat_mul(vat.rate, ccl_rat_int(100))), lang), CCL_STR("%") }, 2,
        CCL_STR(" "));
  case CCL_VAT_REVERSE: return lang == CCL_LANG_FR ? CCL_STR("autoliquidation") : CCL_STR("reverse charge");
  case CCL_VAT_EXEMPT: return lang == CCL_LANG_FR ? CCL_STR("exonérée") : CCL_STR("exempt");
  case CCL_VAT_OUTSIDE: return lang == CCL_LANG_FR ? CCL_STR("hors champ") : CCL_STR("outside scope");
  case CCL_VAT_NONE: break;
  }
  return lang == CCL_LANG_FR ? CCL_STR("aucune") : CCL_STR("none");
}

/* Once for each effect, whatever the states in which it is so. */
static void report_mixed(judgement *judging, const ccl_article *article, const ccl_effect *effect, const vat_set *set) {
  ccl_lowering *lowering = judging->lowering;
  for (size_t i = 0; i < lowering->mixed.len; i++)
    if (lowering->mixed.items[i].file == effect->span.file && lowering->mixed.items[i].start == effect->span.start)
      return;
  ccl_vec_push(&lowering->mixed, effect->span);
  ccl_lang lang = ccl_diags_lang(lowering->diags, effect->span);
  ccl_str *texts = ccl_new_array(ccl_str, set->vats.len);
  for (size_t i = 0; i < set->vats.len; i++)
    texts[i] = say_vat(set->vats.items[i], lang);
  ccl_diag *diag = ccl_report(lowering->diags, &ccl_lower_say_mixed_vat, effect->span,
                              CCL_ARGS(ccl_str_join(texts, set->vats.len, CCL_STR(", "))));
  ccl_diag_help(diag, &ccl_lower_say_mixed_vat_help, CCL_NO_ARGS);
  ccl_lower_context(diag, lowering->lives.items[article - lowering->articles.items]->node);
}

static bool is_cap(ccl_effect_kind kind) {
  return kind == CCL_EFFECT_BONUS_CAP || kind == CCL_EFFECT_MALUS_CAP || kind == CCL_EFFECT_CAP;
}

/* What a cap without a base caps in its own article; where it caps nothing else, the penalties. */
static void add_capped(const judgement *judging, size_t index, vat_set *set) {
  const ccl_article *article = &judging->lowering->articles.items[index];
  for (size_t i = 0; i < article->effect_count; i++)
    if (source_of(article->effects[i].kind) == VAT_BASE && article->effects[i].mode != CCL_MODE_CAP)
      add_vat(set, judging->vats[index][i]);
  if (set->vats.len == 0)
    add_effects(judging, index, true, set);
}

static void add_borne(judgement *judging, size_t index, const ccl_effect *effect, vat_set *set) {
  const ccl_article *article = &judging->lowering->articles.items[index];
  if (effect->on_count > 0) {
    add_names(judging, effect->on, effect->on_count, false, set);
    if (set->vats.len == 0 && is_cap(effect->kind)) /* it caps penalties alone */
      add_names(judging, effect->on, effect->on_count, true, set);
  } else if (article->base.said) {
    add_base(judging, article, set);
  } else if (is_cap(effect->kind)) {
    add_capped(judging, index, set);
  }
}

/* What the effect bears on decides; where all of it has been removed, what it was: it still counts in the period in
 * which it ends. Nothing borne on, nothing found: the contract's. */
static ccl_vat borne_vat(judgement *judging, size_t index, const ccl_effect *effect) {
  vat_set set = { 0 };
  for (size_t back = 0; back <= judging->state && set.vats.len == 0; back++) {
    judging->looked = judging->state - back;
    add_borne(judging, index, effect, &set);
  }
  judging->looked = judging->state;
  if (set.vats.len > 1 && stands(judging, index))
    report_mixed(judging, &judging->lowering->articles.items[index], effect, &set);
  return set.vats.len > 0 ? set.vats.items[0] : vat_of_header(judging);
}

static void judge_article(judgement *judging, size_t index) {
  if (judging->done[index] || judging->under_way[index])
    return;
  size_t looked = judging->looked;
  judging->looked = judging->state;
  judging->under_way[index] = true;
  const ccl_article *article = &judging->lowering->articles.items[index];
  const ccl_effect *effects = article->effects;
  ccl_vat *vats = ccl_new_array(ccl_vat, article->effect_count);
  judging->vats[index] = vats;
  for (size_t i = 0; i < article->effect_count; i++)
    vats[i] = effects[i].vat;
  for (int pass = 0; pass < 2; pass++) /* caps last: they look at the other effects of their article */
    for (size_t i = 0; i < article->effect_count; i++) {
      if ((effects[i].mode == CCL_MODE_CAP) != (pass == 1) || effects[i].vat.kind != CCL_VAT_NONE)
        continue;
      vat_source source = source_of(effects[i].kind);
      if (source == VAT_OUTSIDE)
        vats[i] = (ccl_vat){ CCL_VAT_OUTSIDE, CCL_RAT_ZERO, { 0 } };
      else
        vats[i] = source == VAT_BASE ? borne_vat(judging, index, &effects[i]) : vat_of_header(judging);
    }
  judging->under_way[index] = false;
  judging->done[index] = true;
  judging->looked = looked;
}

/* The VATs of each article's effects in one state. */
static ccl_vat **judge_state(ccl_lowering *lowering, size_t state) {
  size_t count = lowering->articles.len;
  judgement judging = {
    lowering, state, state, ccl_new_array(ccl_vat *, count), ccl_new_array(bool, count), ccl_new_array(bool, count)
  };
  for (size_t i = 0; i < count; i++)
    judge_article(&judging, i);
  return judging.vats;
}

/* The effects of an article with their VAT, in every state. */
static const ccl_effect *with_vats(const ccl_lowering *lowering, size_t index, ccl_vat **const *states) {
  const ccl_article *article = &lowering->articles.items[index];
  size_t amendments = lowering->amendments.count;
  ccl_effect *effects = ccl_new_array(ccl_effect, article->effect_count);
  for (size_t i = 0; i < article->effect_count; i++) {
    ccl_effect_rules *amended = amendments == 0 ? NULL : ccl_new_array(ccl_effect_rules, amendments);
    for (size_t k = 0; k < amendments; k++)
      amended[k] = (ccl_effect_rules){ states[k + 1][index][i], article->effects[i].amended[k].proration };
    effects[i] = article->effects[i];
    effects[i].vat = states[0][index][i];
    effects[i].amended = amended;
  }
  return effects;
}

void ccl_lower_vats(ccl_lowering *lowering) {
  size_t count = lowering->amendments.count + 1;
  ccl_vat ***states = ccl_new_array(ccl_vat **, count);
  for (size_t state = 0; state < count; state++)
    states[state] = judge_state(lowering, state);
  for (size_t i = 0; i < lowering->articles.len; i++)
    lowering->articles.items[i].effects = with_vats(lowering, i, states);
}
