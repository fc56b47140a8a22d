/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds delimiters, line ends and quotation marks. One function handles the masks of 64 bytes; each kind of vector code
 * only makes the masks. What most blocks have not (quotation marks, bytes beyond ASCII) costs nothing there.
 */
#include "data/scan.h"

#include <string.h>

#include "data/arena.h"
#include "data/vectors.h"

#define INLINE static inline __attribute__((always_inline))

/* Bits of 64 bytes: quotation marks, delimiters, line ends, bytes that are not 1 to 127. */
typedef struct masks {
  uint64_t quotes, delimiters, line_ends, odd;
} masks;

typedef struct state {
  ccl_scan *scan;
  const char *base;
  char delimiter;
  uint64_t inside; /* all ones between quotation marks */
  uint32_t decoded; /* bytes up to here belong to characters that were looked at */
  uint32_t *mark, *end;
} state;

static void doubt(ccl_scan *scan, uint32_t place) {
  if (scan->doubt_count < CCL_SCAN_DOUBTS)
    scan->doubts[scan->doubt_count++] = place;
}

/* ---- UTF-8 ---- */

/* Bytes of the character that begins here; 0: there is none. */
static uint32_t character(const unsigned char *p) {
  if (p[0] >= 0xC2 && p[0] <= 0xDF)
    return (p[1] & 0xC0) == 0x80 ? 2 : 0;
  if ((p[0] & 0xF0) == 0xE0) {
    if ((p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80 || (p[0] == 0xE0 && p[1] < 0xA0) ||
        (p[0] == 0xED && p[1] > 0x9F))
      return 0;
    return 3;
  }
  if (p[0] < 0xF0 || p[0] > 0xF4 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80 || (p[3] & 0xC0) != 0x80 ||
      (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
    return 0;
  return 4;
}

static __attribute__((noinline)) void look_at_odd(state *s, uint32_t at, uint64_t odd) {
  for (; odd != 0; odd &= odd - 1) {
    uint32_t place = at + (uint32_t)__builtin_ctzll(odd);
    if (place < s->decoded)
      continue;
    uint32_t length = character((const unsigned char *)s->base + place);
    if (length == 0)
      doubt(s->scan, place);
    s->decoded = place + (length > 0 ? length : 1);
  }
}

/* ---- Quotation marks ---- */

/* Each bit is the parity of the bits up to it. */
INLINE uint64_t parity_up_to(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

static bool may_follow(const state *s, uint32_t place) {
  char byte = s->base[place];
  return byte == s->delimiter || byte == '\n' || byte == '"' || (byte == '\r' && s->base[place + 1] == '\n');
}

/* Takes what lies between quotation marks out of the masks. A mark that opens stands behind a delimiter, a line end or
 * a mark that closes (then the two are one mark inside the cell); one that closes stands before such. */
INLINE void look_at_quotes(state *s, uint32_t at, uint32_t from, masks *m) {
  uint64_t inside = parity_up_to(m->quotes) ^ s->inside;
  s->inside = (uint64_t)((int64_t)inside >> 63);
  m->delimiters &= ~inside;
  m->line_ends &= ~inside;
  uint64_t opening = m->quotes & inside, closing = m->quotes & ~inside;
  uint64_t borders = m->delimiters | m->line_ends;
  char before = s->base[at - 1];
  uint64_t first = at <= from || before == s->delimiter || before == '\n' || before == '"';
  for (uint64_t wrong = opening & ~((borders | closing) << 1 | first); wrong != 0; wrong &= wrong - 1)
    doubt(s->scan, at + (uint32_t)__builtin_ctzll(wrong));
  for (uint64_t open = closing & ~((borders | opening) >> 1); open != 0; open &= open - 1) {
    uint32_t place = at + (uint32_t)__builtin_ctzll(open);
    if (!may_follow(s, place + 1))
      doubt(s->scan, place);
  }
}

/* ---- One block ---- */

enum { USUAL_MARKS = 12 };

/* Writes twelve places without asking how many there are (about nine come in 64 bytes), then what is left. */
INLINE uint32_t *put_marks(uint32_t *out, uint32_t at, uint64_t bits) {
  uint32_t *end = out + __builtin_popcountll(bits);
  for (int i = 0; i < USUAL_MARKS; i++) {
    out[i] = at + (uint32_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
    bits &= bits - 1;
  }
  for (out += USUAL_MARKS; out < end; out++) {
    *out = at + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return end;
}

INLINE uint32_t *put_ends(uint32_t *out, uint32_t at, uint64_t bits) {
  uint32_t *end = out + __builtin_popcountll(bits);
  out[0] = at + (uint32_t)__builtin_ctzll(bits | UINT64_C(1) << 63);
  bits &= bits - 1;
  for (out += 1; out < end; out++) {
    *out = at + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return end;
}

/* Any block, the last one too. */
INLINE void take_block(state *s, uint32_t at, uint32_t from, uint32_t to, masks m) {
  if (to - at < 64) {
    uint64_t live = (UINT64_C(1) << (to - at)) - 1;
    m.quotes &= live;
    m.delimiters &= live;
    m.line_ends &= live;
    m.odd &= live;
  }
  if (__builtin_expect((m.quotes | s->inside) != 0, 0))
    look_at_quotes(s, at, from, &m);
  if (__builtin_expect(m.odd != 0, 0))
    look_at_odd(s, at, m.odd);
  s->mark = put_marks(s->mark, at, m.delimiters | m.line_ends);
  if (m.line_ends != 0)
    s->end = put_ends(s->end, at, m.line_ends);
}

/* ---- Masks ---- */

/* The top bit of each of eight bytes, gathered. */
INLINE uint64_t gather_tops(uint64_t tops) {
  return (tops >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/* The top bit of each byte that is 0; exact in every byte. */
INLINE uint64_t zero_bytes(uint64_t word) {
  const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
  return ~(((word & low) + low) | word | low);
}

INLINE masks plain_masks(const char *p, char delimiter) {
  const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
  masks m = { 0 };
  for (int i = 0; i < 8; i++) {
    uint64_t word;
    memcpy(&word, p + 8 * i, sizeof word);
    m.quotes |= gather_tops(zero_bytes(word ^ ones * '"')) << 8 * i;
    m.delimiters |= gather_tops(zero_bytes(word ^ ones * (unsigned char)delimiter)) << 8 * i;
    m.line_ends |= gather_tops(zero_bytes(word ^ ones * '\n')) << 8 * i;
    m.odd |= gather_tops((word & tops) | zero_bytes(word)) << 8 * i;
  }
  return m;
}

static void scan_plain(state *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at += 64)
    take_block(s, at, from, to, plain_masks(s->base + at, s->delimiter));
}

#if CCL_HAS_VECTORS
INLINE uint64_t equal_16(const __m128i *v, __m128i byte) {
  uint64_t bits = 0;
  for (int i = 0; i < 4; i++)
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[i], byte)) << 16 * i;
  return bits;
}

INLINE masks sse2_masks(const char *p, char delimiter) {
  __m128i v[4];
  uint64_t odd = 0;
  for (int i = 0; i < 4; i++) {
    v[i] = _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i));
    odd |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(v[i], _mm_sub_epi8(v[i], _mm_set1_epi8(1)))) << 16 * i;
  }
  return (masks){ equal_16(v, _mm_set1_epi8('"')), equal_16(v, _mm_set1_epi8(delimiter)),
                  equal_16(v, _mm_set1_epi8('\n')), odd };
}

static void scan_sse2(state *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at += 64)
    take_block(s, at, from, to, sse2_masks(s->base + at, s->delimiter));
}

/* The tuning is for processors whose tzcnt waits for nothing that it does not need: all that have AVX2 and are not old. */
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt,tune=znver2")))

AVX2 INLINE uint64_t equal_32(__m256i a, __m256i b, __m256i byte) {
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, byte)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, byte)) << 32;
}

/* As signed bytes 1 to 127 are not less than 1. */
AVX2 INLINE __m256i odd_bytes(__m256i one, __m256i v) {
  return _mm256_cmpgt_epi8(one, v);
}

AVX2 INLINE uint64_t bits_of(__m256i a, __m256i b) {
  return (uint32_t)_mm256_movemask_epi8(a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
}

/* As put_marks and put_ends: here the place of the first bit of no bits is defined. */
AVX2 INLINE uint32_t *put_marks_avx2(uint32_t *out, uint32_t at, uint64_t bits) {
  uint32_t *end = out + __builtin_popcountll(bits);
  for (int i = 0; i < USUAL_MARKS; i++) {
    out[i] = at + (uint32_t)_tzcnt_u64(bits);
    bits &= bits - 1;
  }
  for (out += USUAL_MARKS; __builtin_expect(out < end, 0); out++) {
    *out = at + (uint32_t)_tzcnt_u64(bits);
    bits &= bits - 1;
  }
  return end;
}

AVX2 INLINE uint32_t *put_ends_avx2(uint32_t *out, uint32_t at, uint64_t bits) {
  uint32_t *end = out + __builtin_popcountll(bits);
  *out++ = at + (uint32_t)_tzcnt_u64(bits);
  for (; __builtin_expect(out < end, 0); out++) {
    bits &= bits - 1;
    *out = at + (uint32_t)_tzcnt_u64(bits);
  }
  return end;
}

/* A block in which something is rare, or the last one. Whether something was. */
AVX2 INLINE bool take_block_avx2(state *s, uint32_t at, uint32_t from, uint32_t to) {
  __m256i a = _mm256_loadu_si256((const __m256i *)(const void *)(s->base + at));
  __m256i b = _mm256_loadu_si256((const __m256i *)(const void *)(s->base + at + 32));
  masks m = { equal_32(a, b, _mm256_set1_epi8('"')), equal_32(a, b, _mm256_set1_epi8(s->delimiter)),
              equal_32(a, b, _mm256_set1_epi8('\n')),
              bits_of(odd_bytes(_mm256_set1_epi8(1), a), odd_bytes(_mm256_set1_epi8(1), b)) };
  take_block(s, at, from, to, m);
  return (m.quotes | m.odd | s->inside) != 0;
}

/* Such blocks as long as they follow one another; where the first other one begins. */
AVX2 static __attribute__((noinline)) uint32_t take_blocks_avx2(state *s, uint32_t at, uint32_t from, uint32_t to) {
  bool rare = true;
  for (; rare && at < to; at += 64)
    rare = take_block_avx2(s, at, from, to);
  return at;
}

AVX2 static void scan_avx2(state *s, uint32_t from, uint32_t to) {
  const __m256i quote = _mm256_set1_epi8('"'), delimiter = _mm256_set1_epi8(s->delimiter),
                line = _mm256_set1_epi8('\n');
  __m256i one = _mm256_set1_epi8(1);
  __asm__("" : "+x"(one)); /* else the compiler takes two steps where one will do */
  const char *base = s->base;
  uint32_t at = from;
  while (at < to) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(const void *)(base + at));
    __m256i b = _mm256_loadu_si256((const __m256i *)(const void *)(base + at + 32));
    __m256i rare_a = _mm256_or_si256(_mm256_cmpeq_epi8(a, quote), odd_bytes(one, a));
    __m256i rare_b = _mm256_or_si256(_mm256_cmpeq_epi8(b, quote), odd_bytes(one, b));
    uint32_t rare = (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(rare_a, rare_b));
    if (__builtin_expect((rare | s->inside) != 0 || to - at < 64, 0)) {
      at = take_blocks_avx2(s, at, from, to);
      continue;
    }
    __m256i line_a = _mm256_cmpeq_epi8(a, line), line_b = _mm256_cmpeq_epi8(b, line);
    __m256i mark_a = _mm256_or_si256(_mm256_cmpeq_epi8(a, delimiter), line_a);
    __m256i mark_b = _mm256_or_si256(_mm256_cmpeq_epi8(b, delimiter), line_b);
    s->mark = put_marks_avx2(s->mark, at, bits_of(mark_a, mark_b));
    s->end = put_ends_avx2(s->end, at, bits_of(line_a, line_b));
    at += 64;
  }
}

AVX2 static size_t quotes_avx2(const char *text, size_t count) {
  const __m256i quote = _mm256_set1_epi8('"');
  size_t quotes = 0;
  for (size_t i = 0; i < count; i += 64)
    quotes += (size_t)__builtin_popcountll(equal_32(_mm256_loadu_si256((const __m256i *)(const void *)(text + i)),
                                                    _mm256_loadu_si256((const __m256i *)(const void *)(text + i + 32)),
                                                    quote));
  return quotes;
}
#endif

/* ---- All ---- */

static ccl_simd best(ccl_simd simd) {
#if CCL_HAS_VECTORS
  if (simd == CCL_SIMD_BEST || simd == CCL_SIMD_AVX2)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") ? CCL_SIMD_AVX2 : CCL_SIMD_SSE2;
  return simd;
#else
  (void)simd;
  return CCL_SIMD_PLAIN;
#endif
}

void ccl_scan_rows(ccl_scan *scan, ccl_simd simd, const char *base, uint32_t from, uint32_t to, char delimiter) {
  enum { SLACK = 80 };
  size_t most = (size_t)(to - from) + SLACK;
  scan->mark_room = ccl_plain_grow(scan->mark_room, &scan->mark_cap, most + 1, sizeof *scan->mark_room);
  scan->ends = ccl_plain_grow(scan->ends, &scan->end_cap, most, sizeof *scan->ends);
  scan->doubts = ccl_plain_grow(scan->doubts, &scan->doubt_cap, CCL_SCAN_DOUBTS, sizeof *scan->doubts);
  scan->marks = scan->mark_room + 1;
  scan->marks[-1] = from - 1;
  scan->doubt_count = 0;
  state s = { scan, base, delimiter, 0, from, scan->marks, scan->ends };
  switch (best(simd)) {
#if CCL_HAS_VECTORS
  case CCL_SIMD_BEST:
  case CCL_SIMD_AVX2: scan_avx2(&s, from, to); break;
  case CCL_SIMD_SSE2: scan_sse2(&s, from, to); break;
#else
  case CCL_SIMD_BEST:
  case CCL_SIMD_AVX2:
  case CCL_SIMD_SSE2:
#endif
  case CCL_SIMD_PLAIN: scan_plain(&s, from, to); break;
  }
  scan->mark_count = (size_t)(s.mark - scan->marks);
  scan->end_count = (size_t)(s.end - scan->ends);
}

void ccl_scan_free(ccl_scan *scan) {
  ccl_plain_free(scan->mark_room);
  ccl_plain_free(scan->ends);
  ccl_plain_free(scan->doubts);
  *scan = (ccl_scan){ 0 };
}

size_t ccl_scan_quotes(ccl_simd simd, const char *text, size_t count) {
  size_t whole = count / 64 * 64, quotes = 0;
#if CCL_HAS_VECTORS
  if (best(simd) == CCL_SIMD_AVX2)
    quotes = quotes_avx2(text, whole);
  else
#else
  (void)simd;
#endif
    whole = 0;
  for (size_t i = whole; i < count; i++)
    quotes += text[i] == '"';
  return quotes;
}
