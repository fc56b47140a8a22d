/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of an activity: each must be there once over all its files, unless the latest of its rows is kept (clause
 * 4.1). Exact. */
#ifndef CCL_DATA_KEYS_H
#define CCL_DATA_KEYS_H

#include "base/vec.h"
#include "data/pack.h"
#include "data/table.h"

/* The row that holds a key. */
typedef struct ccl_key_row {
  uint64_t number, line;
  uint32_t file;
} ccl_key_row;

typedef struct ccl_keys {
  ccl_table table;
  ccl_key_row *rows; /* one for each key; outside the collector */
  size_t row_cap;
  ccl_pack pack;
  bool keeps_latest;
  CCL_VEC(ccl_value) versions; /* of the row that holds the key */
  ccl_table pairs; /* every key with every version of it */
  CCL_VEC(ccl_key_row) pair_rows;
} ccl_keys; /* {0} is an empty one */

typedef enum ccl_key_finding {
  CCL_KEY_FIRST, /* the key is new */
  CCL_KEY_REPEATED, /* it is there: *other holds it */
  CCL_KEY_EQUAL, /* the same key with the same version is there: *other */
  CCL_KEY_REPLACES, /* the row holds the key from now on, in the place of *other */
  CCL_KEY_REPLACED /* a later version holds the key: *other */
} ccl_key_finding;

/* version: of keeps_latest, may be absent, which is before every other. */
ccl_key_finding ccl_keys_add(ccl_keys *keys, ccl_value key, ccl_value version, ccl_key_row row, ccl_key_row *other);
void ccl_keys_free(ccl_keys *keys);

#endif
