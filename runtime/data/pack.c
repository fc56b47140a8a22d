/* SPDX-License-Identifier: Apache-2.0 */
/* Values as bytes, and lists of bits. */
#include "data/pack.h"

#include <string.h>

void ccl_pack_bytes(ccl_pack *pack, const void *bytes, size_t count) {
  if (count == 0)
    return;
  pack->ptr = ccl_plain_grow(pack->ptr, &pack->cap, pack->len + count, 1);
  memcpy(pack->ptr + pack->len, bytes, count);
  pack->len += count;
}

static void pack_text(ccl_pack *pack, ccl_str text) {
  uint64_t length = text.len;
  ccl_pack_bytes(pack, &length, sizeof length);
  ccl_pack_bytes(pack, text.ptr, text.len);
}

static void pack_number(ccl_pack *pack, ccl_rat number) {
  if (number.big) {
    /* A denominator of 0 cannot be that of a small number. */
    static const int64_t mark[2] = { 0, 0 };
    ccl_pack_bytes(pack, mark, sizeof mark);
    pack_text(pack, ccl_rat_fraction_text(number));
    return;
  }
  int64_t parts[2] = { number.num, number.den };
  ccl_pack_bytes(pack, parts, sizeof parts);
}

void ccl_pack_value(ccl_pack *pack, ccl_value value) {
  switch (value.kind) {
  case CCL_KIND_NUMBER: pack_number(pack, value.as.number); break;
  case CCL_KIND_BOOL: {
    char truth = value.as.truth ? 1 : 0;
    ccl_pack_bytes(pack, &truth, 1);
    break;
  }
  case CCL_KIND_TEXT: pack_text(pack, value.as.text); break;
  case CCL_KIND_DATE: ccl_pack_bytes(pack, &value.as.day, sizeof value.as.day); break;
  case CCL_KIND_TIMESTAMP:
    ccl_pack_bytes(pack, &value.as.instant.seconds, sizeof value.as.instant.seconds);
    ccl_pack_bytes(pack, &value.as.instant.nanos, sizeof value.as.instant.nanos);
    break;
  case CCL_KIND_MONTH: ccl_pack_bytes(pack, &value.as.month, sizeof value.as.month); break;
  case CCL_KIND_WEEKDAY: ccl_pack_bytes(pack, &value.as.weekday, sizeof value.as.weekday); break;
  case CCL_KIND_CHOICE: ccl_pack_bytes(pack, &value.as.choice, sizeof value.as.choice); break;
  }
}

ccl_str ccl_pack_str(const ccl_pack *pack) {
  return (ccl_str){ pack->ptr, pack->len };
}

void ccl_pack_free(ccl_pack *pack) {
  ccl_plain_free(pack->ptr);
  *pack = (ccl_pack){ 0 };
}

ccl_value ccl_value_keep(ccl_value value) {
  if (value.state == CCL_KNOWN && value.kind == CCL_KIND_TEXT)
    value.as.text = ccl_str_copy(value.as.text);
  return value;
}

bool ccl_bits_has(const ccl_bits *bits, uint64_t number) {
  return number / 64 < bits->cap && (bits->words[number / 64] >> number % 64 & 1) != 0;
}

void ccl_bits_set(ccl_bits *bits, uint64_t number) {
  enum { FIRST_WORDS = 16 };
  uint64_t word = number / 64;
  if (word >= bits->cap) {
    size_t cap = bits->cap > 0 ? bits->cap : FIRST_WORDS;
    while (cap <= word)
      cap *= 2;
    bits->words = ccl_realloc_atomic(bits->words, bits->cap * sizeof *bits->words, cap * sizeof *bits->words);
    bits->cap = cap;
  }
  bits->words[word] |= UINT64_C(1) << number % 64;
}
