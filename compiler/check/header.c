/* SPDX-License-Identifier: Apache-2.0 */
/*
 * missing-vat, missing-payment-terms, missing-mention (clause 3.1): what an invoice needs by law and the header does
 * not give. They stand at the word `contract`; a note leads to the party.
 */
#include "base/utf8.h"
#include "check/private.h"

typedef struct mention {
  ccl_party_field field;
  const ccl_message *name;
} mention;

static const mention of_everyone[] = {
  { CCL_PARTY_NAME, &ccl_check_say_mention_name },         { CCL_PARTY_ADDRESS, &ccl_check_say_mention_address },
  { CCL_PARTY_POSTCODE, &ccl_check_say_mention_postcode }, { CCL_PARTY_CITY, &ccl_check_say_mention_city },
  { CCL_PARTY_COUNTRY, &ccl_check_say_mention_country },
};

static const mention of_french_provider[] = {
  { CCL_PARTY_SIREN, &ccl_check_say_mention_siren },
  { CCL_PARTY_VAT_ID, &ccl_check_say_mention_vat_id },
  { CCL_PARTY_LEGAL_FORM, &ccl_check_say_mention_legal_form },
};

static const mention of_french_client[] = { { CCL_PARTY_SIREN, &ccl_check_say_mention_siren } };

static bool is_french(const ccl_party *party) {
  ccl_str country = ccl_utf8_fold(ccl_str_trim(party->fields[CCL_PARTY_COUNTRY]));
  return ccl_str_is(country, "fr") || ccl_str_is(country, "fra") || ccl_str_is(country, "france");
}

/* ---- Parties ---- */

typedef CCL_VEC(ccl_str) text_list;

static void add_missing(const ccl_party *party, const mention *mentions, size_t count, ccl_lang lang,
                        text_list *missing) {
  for (size_t i = 0; i < count; i++)
    if (ccl_str_trim(party->fields[mentions[i].field]).len == 0)
      ccl_vec_push(missing, ccl_message_text(mentions[i].name, lang, CCL_NO_ARGS));
}

/* The last one stands: an amendment may replace a party. */
static ccl_span party_span(const ccl_checking *checking, ccl_word word) {
  ccl_span span = CCL_NO_SPAN;
  const ccl_node *header = ccl_node_get(checking->trees[0]->root, CCL_SLOT_CONTRACT_HEADER);
  for (uint32_t i = 0; header && i < ccl_node_len(header); i++) {
    const ccl_node *item = ccl_node_at(header, i);
    if (item->kind == CCL_NODE_PARTY && item->word == word)
      span = item->head;
  }
  for (size_t t = 1; t < checking->tree_count; t++)
    for (uint32_t i = 0; i < ccl_node_len(checking->trees[t]->root); i++) {
      const ccl_node *item = ccl_node_at(checking->trees[t]->root, i);
      if (item->kind == CCL_NODE_PARTY && item->word == word)
        span = item->head;
    }
  return span;
}

static void check_party(const ccl_checking *checking, ccl_span at, const ccl_party *party, ccl_word word) {
  bool is_provider = word == CCL_WORD_PROVIDER;
  ccl_lang lang = ccl_check_lang(checking, at);
  text_list missing = { 0 };
  add_missing(party, of_everyone, sizeof of_everyone / sizeof *of_everyone, lang, &missing);
  if (is_french(party) && is_provider)
    add_missing(party, of_french_provider, sizeof of_french_provider / sizeof *of_french_provider, lang, &missing);
  if (is_french(party) && !is_provider)
    add_missing(party, of_french_client, sizeof of_french_client / sizeof *of_french_client, lang, &missing);
  if (missing.len == 0)
    return;
  ccl_str list = ccl_str_join(missing.items, missing.len, CCL_STR(", "));
  ccl_diag *diag =
      ccl_check_report(checking, is_provider ? &ccl_check_say_mention_of_provider : &ccl_check_say_mention_of_client,
                       at, CCL_ARGS(list));
  ccl_span span = party_span(checking, word);
  if (span.file != 0)
    ccl_diag_note(diag, &ccl_check_say_mention_party, span, CCL_NO_ARGS);
  ccl_diag_help(diag, is_provider ? &ccl_check_say_mention_provider_help : &ccl_check_say_mention_client_help,
                CCL_NO_ARGS);
}

/* ---- Terms ---- */

static void check_terms(const ccl_checking *checking, const ccl_header *header, ccl_span at) {
  const ccl_terms *terms = &header->terms;
  ccl_lang lang = ccl_check_lang(checking, at);
  text_list missing = { 0 };
  if (terms->payment == CCL_PAY_NOT_SAID)
    ccl_diag_help(ccl_check_report(checking, &ccl_check_say_no_payment, at, CCL_NO_ARGS),
                  &ccl_check_say_no_payment_help, CCL_NO_ARGS);
  if (!is_french(&header->provider))
    return;
  if (!terms->has_late_interest)
    ccl_vec_push(&missing, ccl_message_text(&ccl_check_say_mention_interest, lang, CCL_NO_ARGS));
  if (!terms->has_recovery_fee)
    ccl_vec_push(&missing, ccl_message_text(&ccl_check_say_mention_fee, lang, CCL_NO_ARGS));
  if (!terms->has_early_discount)
    ccl_vec_push(&missing, ccl_message_text(&ccl_check_say_mention_discount, lang, CCL_NO_ARGS));
  if (missing.len == 0)
    return;
  ccl_diag *diag = ccl_check_report(checking, &ccl_check_say_mention_of_contract, at,
                                    CCL_ARGS(ccl_str_join(missing.items, missing.len, CCL_STR(", "))));
  ccl_diag_help(diag, &ccl_check_say_mention_contract_help, CCL_NO_ARGS);
}

/* Whether some line would bear no VAT at all. */
static bool lacks_vat(const ccl_plan *plan, const ccl_header *header) {
  if (header->vat.kind != CCL_VAT_NONE)
    return false;
  bool has_effect = false;
  for (size_t i = 0; i < plan->articles_count; i++)
    for (size_t k = 0; k < plan->articles[i].effect_count; k++) {
      const ccl_effect *effect = &plan->articles[i].effects[k];
      if (effect->kind == CCL_EFFECT_REPORT)
        continue;
      has_effect = true;
      if (ccl_effect_rules_on(plan, effect, CCL_DAY_MAX).vat.kind == CCL_VAT_NONE)
        return true;
    }
  return !has_effect;
}

void ccl_check_header(ccl_checking *checking) {
  const ccl_node *root = checking->trees[0]->root;
  if (root->kind != CCL_NODE_CONTRACT)
    return;
  const ccl_header *header = ccl_header_on(checking->plan, CCL_DAY_MAX); /* as amended */
  if (lacks_vat(checking->plan, header))
    ccl_diag_help(ccl_check_report(checking, &ccl_check_say_no_vat, root->head, CCL_NO_ARGS),
                  &ccl_check_say_no_vat_help, CCL_NO_ARGS);
  check_party(checking, root->head, &header->client, CCL_WORD_CLIENT);
  check_party(checking, root->head, &header->provider, CCL_WORD_PROVIDER);
  check_terms(checking, header, root->head);
}
