/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of the tables in which a run remembers what it has asked and computed: bytes that are equal when the things
 * are. Private to eval/. */
#ifndef CCL_EVAL_KEY_H
#define CCL_EVAL_KEY_H

#include "plan/value.h"
#include "value/dayset.h"

void ccl_key_number(ccl_buf *key, uint32_t number);
void ccl_key_days(ccl_buf *key, ccl_days days);
void ccl_key_dayset(ccl_buf *key, ccl_dayset set);
void ccl_key_value(ccl_buf *key, ccl_value value); /* a trouble: its code and its place */
void ccl_key_values(ccl_buf *key, const ccl_value *values, size_t count);
void ccl_key_pointer(ccl_buf *key, const void *pointer);

#endif
