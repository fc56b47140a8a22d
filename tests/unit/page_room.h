/* SPDX-License-Identifier: Apache-2.0 */
/* Rooms between two pages that nobody may touch: a byte read in front of them or behind them ends the test. */
#ifndef CCL_TESTS_PAGE_ROOM_H
#define CCL_TESTS_PAGE_ROOM_H

#include <criterion/criterion.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE_ROOM_PAGES = 4 };

typedef struct page_room {
  char *first, *end; /* of what may be read */
} page_room;

static inline page_room page_room_new(void) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE), size = PAGE_ROOM_PAGES * page;
  char *all = mmap(NULL, size + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  cr_assert(all != MAP_FAILED);
  cr_assert_eq(mprotect(all + page, size, PROT_READ | PROT_WRITE), 0);
  return (page_room){ all + page, all + page + size };
}

/* A copy of the bytes with so many bytes up to the end of the room, which are `fill`. */
static inline char *at_the_end(page_room room, const char *bytes, size_t count, size_t behind, char fill) {
  char *place = room.end - behind - count;
  cr_assert(place >= room.first);
  memcpy(place, bytes, count);
  memset(place + count, fill, behind);
  return place;
}

/* A copy with so many bytes before it, which are `fill`. */
static inline char *at_the_start(page_room room, const char *bytes, size_t count, size_t before, char fill) {
  cr_assert(before + count <= (size_t)(room.end - room.first));
  memset(room.first, fill, before);
  memcpy(room.first + before, bytes, count);
  return room.first + before;
}

#endif
