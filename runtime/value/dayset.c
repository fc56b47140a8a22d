/* SPDX-License-Identifier: Apache-2.0 */
/* Sets of days as sorted, disjoint spans: every operation is one merge from left to right. */
#include "value/dayset.h"

#include "base/vec.h"

typedef CCL_VEC(ccl_days) span_list;

/* Adds a span that begins not before the last one added; joins it to that one when they touch. */
static void add(span_list *list, ccl_days days) {
  if (ccl_days_is_empty(days))
    return;
  if (list->len > 0) {
    ccl_days *last = &list->items[list->len - 1];
    if (days.from <= last->to + 1) {
      if (days.to > last->to)
        last->to = days.to;
      return;
    }
  }
  ccl_vec_push(list, days);
}

static ccl_dayset finish(const span_list *list) {
  return (ccl_dayset){ list->items, list->len };
}

ccl_dayset ccl_dayset_of(ccl_days days) {
  span_list list = { 0 };
  add(&list, days);
  return finish(&list);
}

ccl_dayset ccl_dayset_and(ccl_dayset a, ccl_dayset b) {
  span_list list = { 0 };
  size_t i = 0, j = 0;
  while (i < a.len && j < b.len) {
    add(&list, ccl_days_and(a.items[i], b.items[j]));
    if (a.items[i].to < b.items[j].to)
      i++;
    else
      j++;
  }
  return finish(&list);
}

ccl_dayset ccl_dayset_or(ccl_dayset a, ccl_dayset b) {
  span_list list = { 0 };
  size_t i = 0, j = 0;
  while (i < a.len || j < b.len) {
    bool from_a = j == b.len || (i < a.len && a.items[i].from <= b.items[j].from);
    add(&list, from_a ? a.items[i++] : b.items[j++]);
  }
  return finish(&list);
}

ccl_dayset ccl_dayset_minus(ccl_dayset a, ccl_dayset b) {
  span_list list = { 0 };
  size_t j = 0;
  for (size_t i = 0; i < a.len; i++) {
    ccl_day from = a.items[i].from;
    while (j < b.len && b.items[j].to < from)
      j++;
    size_t k = j;
    for (; k < b.len && b.items[k].from <= a.items[i].to; k++) {
      add(&list, (ccl_days){ from, b.items[k].from - 1 });
      from = b.items[k].to + 1;
    }
    add(&list, (ccl_days){ from, a.items[i].to });
  }
  return finish(&list);
}

bool ccl_dayset_has(ccl_dayset set, ccl_day day) {
  size_t low = 0, high = set.len;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (set.items[middle].to < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low < set.len && set.items[low].from <= day;
}

bool ccl_dayset_eq(ccl_dayset a, ccl_dayset b) {
  if (a.len != b.len)
    return false;
  for (size_t i = 0; i < a.len; i++)
    if (a.items[i].from != b.items[i].from || a.items[i].to != b.items[i].to)
      return false;
  return true;
}

int32_t ccl_dayset_count(ccl_dayset set) {
  int32_t count = 0;
  for (size_t i = 0; i < set.len; i++)
    count += ccl_days_count(set.items[i]);
  return count;
}

ccl_days ccl_dayset_hull(ccl_dayset set) {
  return set.len == 0 ? CCL_NO_DAYS : (ccl_days){ set.items[0].from, set.items[set.len - 1].to };
}
