/* SPDX-License-Identifier: Apache-2.0 */
/* Keys seen, and which row holds each. */
#include "data/keys.h"

static bool is_later(ccl_value a, ccl_value b) {
  if (a.state != CCL_KNOWN || b.state != CCL_KNOWN)
    return a.state == CCL_KNOWN;
  return ccl_value_cmp(a, b) > 0;
}

/* Whether the key is there with this very version; else it is noted. */
static bool has_pair(ccl_keys *keys, uint32_t number, ccl_value version, ccl_key_row row, ccl_key_row *other) {
  keys->pack.len = 0;
  ccl_pack_bytes(&keys->pack, &number, sizeof number);
  if (version.state == CCL_KNOWN)
    ccl_pack_value(&keys->pack, version);
  bool is_new;
  uint32_t pair = ccl_table_put(&keys->pairs, ccl_pack_str(&keys->pack), &is_new);
  if (is_new)
    ccl_vec_push(&keys->pair_rows, row);
  *other = keys->pair_rows.items[pair];
  return !is_new;
}

ccl_key_finding ccl_keys_add(ccl_keys *keys, ccl_value key, ccl_value version, ccl_key_row row, ccl_key_row *other) {
  keys->pack.len = 0;
  ccl_str bytes = key.as.text;
  if (key.kind != CCL_KIND_TEXT) {
    ccl_pack_value(&keys->pack, key);
    bytes = ccl_pack_str(&keys->pack);
  }
  bool is_new;
  uint32_t number = ccl_table_put(&keys->table, bytes, &is_new);
  if (keys->keeps_latest && has_pair(keys, number, version, row, other))
    return CCL_KEY_EQUAL;
  if (is_new) {
    keys->rows = ccl_plain_grow(keys->rows, &keys->row_cap, keys->table.len, sizeof *keys->rows);
    keys->rows[number] = row;
    if (keys->keeps_latest)
      ccl_vec_push(&keys->versions, ccl_value_keep(version));
    return CCL_KEY_FIRST;
  }
  *other = keys->rows[number];
  if (!keys->keeps_latest)
    return CCL_KEY_REPEATED;
  if (!is_later(version, keys->versions.items[number]))
    return CCL_KEY_REPLACED;
  keys->versions.items[number] = ccl_value_keep(version);
  keys->rows[number] = row;
  return CCL_KEY_REPLACES;
}

void ccl_keys_free(ccl_keys *keys) {
  ccl_table_free(&keys->table);
  ccl_table_free(&keys->pairs);
  ccl_plain_free(keys->rows);
  ccl_pack_free(&keys->pack);
  keys->rows = NULL;
  keys->row_cap = 0;
}
