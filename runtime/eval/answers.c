/* SPDX-License-Identifier: Apache-2.0 */
/* The table of requests. Which ones are needed, the walkers of expressions know (ask.c, aggregate.c); how they are
 * answered, the engine. */
#include "eval/answers.h"

#include "eval/key.h"

static ccl_str key_of(ccl_request request, size_t outer_count) {
  ccl_buf key = { 0 };
  ccl_key_number(&key, request.query);
  ccl_key_dayset(&key, request.days);
  ccl_key_number(&key, (uint32_t)request.dim_count);
  for (size_t i = 0; i < request.dim_count; i++)
    ccl_key_number(&key, request.dims[i]);
  ccl_key_number(&key, (uint32_t)request.filter_count);
  for (size_t i = 0; i < request.filter_count; i++) {
    ccl_key_pointer(&key, request.filters[i].where);
    ccl_key_dayset(&key, request.filters[i].days);
    ccl_key_number(&key, request.filters[i].keep);
  }
  ccl_key_values(&key, request.outer, outer_count);
  return ccl_buf_str(&key);
}

size_t ccl_answers_request(ccl_answers *answers, ccl_request request, size_t outer_count) {
  ccl_str key = key_of(request, outer_count);
  size_t *found = ccl_map_find(&answers->known, key);
  if (found)
    return *found - 1;
  ccl_vec_push(&answers->requests, request);
  size_t *number = ccl_alloc_atomic(sizeof *number);
  *number = answers->requests.len;
  (void)ccl_map_put(&answers->known, key, number);
  return *number - 1;
}

const ccl_answer *ccl_answers_of(const ccl_answers *answers, size_t number) {
  return number < answers->answers.len ? &answers->answers.items[number] : NULL;
}

static ccl_str group_key(const ccl_value *group, size_t count) {
  ccl_buf key = { 0 };
  ccl_key_values(&key, group, count);
  return ccl_buf_str(&key);
}

const ccl_cell *ccl_answers_cell(ccl_answers *answers, size_t number, const ccl_value *group) {
  const ccl_answer *answer = &answers->answers.items[number];
  size_t dims = answers->requests.items[number].dim_count;
  if (dims == 0)
    return answer->count > 0 ? &answer->cells[0] : NULL;
  ccl_map *cells = answers->cells.items[number];
  if (!cells) {
    cells = answers->cells.items[number] = ccl_new(ccl_map);
    for (size_t i = 0; i < answer->count; i++) {
      ccl_cell *cell = ccl_new(ccl_cell);
      *cell = answer->cells[i];
      (void)ccl_map_put(cells, group_key(cell->key, dims), cell);
    }
  }
  return ccl_map_find(cells, group_key(group, dims));
}

bool ccl_answers_are_complete(const ccl_answers *answers) {
  return answers->was_read && answers->answers.len == answers->requests.len;
}

bool ccl_answers_read(ccl_answers *answers, ccl_engine *engine) {
  size_t first = answers->answers.len, count = answers->requests.len - first;
  ccl_answer *read = ccl_new_array(ccl_answer, count + 1);
  const ccl_request *asked = count > 0 ? answers->requests.items + first : NULL; /* none: files are validated */
  answers->was_read = true;
  if (!ccl_engine_answer(engine, asked, count, read))
    return false;
  for (size_t i = 0; i < count; i++) {
    ccl_vec_push(&answers->answers, read[i]);
    ccl_vec_push(&answers->cells, NULL);
  }
  return true;
}
