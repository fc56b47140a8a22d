/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a run asks of the engine, and what it was told: each request once, read in as few passes over the data as the
 * questions allow. Private to eval/.
 */
#ifndef CCL_EVAL_ANSWERS_H
#define CCL_EVAL_ANSWERS_H

#include "base/map.h"
#include "engine/engine.h"

typedef struct ccl_answers {
  CCL_VEC(ccl_request) requests;
  CCL_VEC(ccl_answer) answers; /* of the first ones; later requests wait for the next pass */
  CCL_VEC(ccl_map *) cells; /* private: of each answer, key of a group → cell */
  ccl_map known; /* private: key of a request → its number + 1 */
  bool was_read; /* the engine has been asked, be it for nothing */
} ccl_answers;

/* The number of the request, which has `outer_count` outer values; it is added when it is new (its parts are
 * borrowed for good). */
size_t ccl_answers_request(ccl_answers *answers, ccl_request request, size_t outer_count);
/* NULL: not read yet. */
const ccl_answer *ccl_answers_of(const ccl_answers *answers, size_t number);
/* The cell of a group in an answer that was read; NULL: the group has no row. */
const ccl_cell *ccl_answers_cell(ccl_answers *answers, size_t number, const ccl_value *group);
bool ccl_answers_are_complete(const ccl_answers *answers);
/* Reads what waits. False: the engine has reported what is wrong. */
bool ccl_answers_read(ccl_answers *answers, ccl_engine *engine);

#endif
