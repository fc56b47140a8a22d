/* SPDX-License-Identifier: Apache-2.0 */
/* Records of a cell and a value, in parts; runs of them in a file without a name. */
#include "engine/distinct.h"

#include <string.h>
#include <unistd.h>

#include "data/arena.h"
#include "data/scratch.h"

/* What stands before the bytes of a value. */
typedef struct head {
  uint32_t cell, length;
} head;

ccl_distinct *ccl_distinct_new(size_t limit) {
  ccl_distinct *distinct = ccl_plain_room(sizeof *distinct);
  memset(distinct, 0, sizeof *distinct);
  distinct->limit = limit;
  distinct->file = -1;
  return distinct;
}

void ccl_distinct_free(ccl_distinct *distinct) {
  if (!distinct)
    return;
  for (size_t i = 0; i < CCL_DISTINCT_PARTS; i++) {
    ccl_plain_free(distinct->parts[i].bytes);
    ccl_plain_free(distinct->parts[i].runs);
  }
  if (distinct->file >= 0)
    close(distinct->file);
  ccl_plain_free(distinct);
}

/* ---- The file ---- */

/* All that is in memory goes to the file, part by part. */
static void spill(ccl_distinct *distinct) {
  if (distinct->file < 0)
    distinct->file = ccl_scratch_open();
  if (distinct->file < 0) {
    distinct->stays = true;
    return;
  }
  for (size_t i = 0; i < CCL_DISTINCT_PARTS; i++) {
    ccl_distinct_part *part = &distinct->parts[i];
    if (part->len == 0)
      continue;
    if (!ccl_scratch_write(distinct->file, part->bytes, part->len, distinct->in_file)) {
      distinct->stays = true;
      return;
    }
    part->runs = ccl_plain_grow(part->runs, &part->run_cap, part->run_count + 1, sizeof *part->runs);
    part->runs[part->run_count++] = (struct ccl_distinct_run){ distinct->in_file, part->len };
    distinct->in_file += part->len;
    distinct->in_memory -= part->len;
    part->len = 0;
  }
}

/* ---- Records ---- */

void ccl_distinct_add(ccl_distinct *distinct, uint32_t cell, ccl_str value) {
  head h = { cell, (uint32_t)value.len };
  size_t size = sizeof h + value.len;
  ccl_distinct_part *part = &distinct->parts[ccl_str_hash(value) >> 58];
  part->bytes = ccl_plain_grow(part->bytes, &part->cap, part->len + size, 1);
  memcpy(part->bytes + part->len, &h, sizeof h);
  if (value.len > 0)
    memcpy(part->bytes + part->len + sizeof h, value.ptr, value.len);
  part->len += size;
  distinct->in_memory += size;
  if (distinct->limit > 0 && distinct->in_memory > distinct->limit && !distinct->stays)
    spill(distinct);
}

static void each_in(const char *bytes, size_t length, void (*each)(void *self, uint32_t cell, ccl_str value),
                    void *self) {
  for (size_t at = 0; at < length;) {
    head h;
    memcpy(&h, bytes + at, sizeof h);
    each(self, h.cell, (ccl_str){ bytes + at + sizeof h, h.length });
    at += sizeof h + h.length;
  }
}

void ccl_distinct_each(ccl_distinct *distinct, size_t number, void (*each)(void *self, uint32_t cell, ccl_str value),
                       void *self) {
  const ccl_distinct_part *part = &distinct->parts[number];
  char *room = NULL;
  size_t cap = 0;
  for (size_t i = 0; i < part->run_count; i++) {
    room = ccl_plain_grow(room, &cap, part->runs[i].length, 1);
    /* Were it gone, no count could be right any more. */
    if (!ccl_scratch_read(distinct->file, room, part->runs[i].length, part->runs[i].from))
      ccl_mem_exhaust();
    each_in(room, part->runs[i].length, each, self);
  }
  ccl_plain_free(room);
  each_in(part->bytes, part->len, each, self);
}
