/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines of JSON objects as cells for the strips of data/lane.h, without copying: where the value of each member stands
 * that somebody asks for. The members of one line mostly have the names, the blanks and the order of those of the line
 * before, and a value mostly is a text without escapes or a plain figure; that is compared and cut 16 bytes at a time.
 * Any other value is read by data/json.h's reader; a line that is no such object is doubtful: the complete reader
 * (data/reader.h) accepts or reports it. Members that nobody asked for are checked for form.
 *
 * Belongs to one thread; memory outside the collector.
 */
#ifndef CCL_DATA_MEMBERS_H
#define CCL_DATA_MEMBERS_H

#include "data/record.h"
#include "data/scan.h"
#include "data/table.h"

#define CCL_MEMBERS_WRONG (UINT32_MAX - 1) /* a name that is no text */

enum {
  CCL_MEMBERS_ROWS = 1024,
  CCL_MEMBERS_NAME = 48 /* bytes of a name and what surrounds it that are compared at once */
};

/* Who knows what the name of a member means: its slot, CCL_NONE or CCL_MEMBERS_WRONG. `name` is as it stands in the
 * file, with its quotation marks. */
typedef struct ccl_members_asks {
  void *self;
  uint32_t (*slot)(void *self, ccl_str name);
} ccl_members_asks;

typedef struct ccl_members {
  ccl_members_asks asks;
  size_t slots; /* columns that some field names */
  /* Of each row and slot two marks, before the first byte of the cell and behind the last one; a text without its
   * quotation marks, of which the first stands before it. Two more belong to what nobody asked for. A cell that is not
   * there is empty. */
  uint32_t *marks;
  size_t width; /* marks of a row */
  ccl_extent *lines; /* of the rows, without line ends */
  size_t rows;
  ccl_extent *doubts; /* lines that are no plain rows */
  size_t doubt_count, doubt_cap;
  /* Private. */
  ccl_table names; /* as they stand in the file; name n is member n + 1 */
  struct ccl_member {
    char text[CCL_MEMBERS_NAME]; /* as it stood there last: ,␣"name":␣ */
    uint16_t bits[3]; /* one for each of its bytes */
    uint32_t length, slot;
    uint32_t next; /* the member that came behind it */
  } * members;
  size_t member_cap;
  uint32_t *stamps; /* slot → the last line that has it, from 1 */
  ccl_json json;
  struct ccl_members_save { /* bytes of the chunk that were changed */
    uint32_t row, from, length;
    size_t at;
  } * saves;
  size_t save_count, save_cap;
  char *saved;
  size_t saved_len, saved_cap;
} ccl_members; /* {0} has no room yet */

/* For the lines of an activity with so many slots. Names that were seen before stay known. */
void ccl_members_begin(ccl_members *members, size_t slots, ccl_members_asks asks);
/* Reads lines from base[from] on, up to CCL_MEMBERS_ROWS rows; base[to − 1] is a line end, and CCL_SCAN_PAD bytes are
 * readable around. Texts with escapes are put in place of what they were. Returns where the next line begins. */
uint32_t ccl_members_read(ccl_members *members, ccl_simd simd, char *base, uint32_t from, uint32_t to);
/* Puts the line of a row back as it was in the file; its cells are no longer good. */
void ccl_members_restore(const ccl_members *members, char *base, size_t row);
void ccl_members_free(ccl_members *members);

/* The column of a strip whose marks these are. */
static inline uint32_t ccl_members_column(uint32_t slot) {
  return 2 * slot + 1;
}

#endif
