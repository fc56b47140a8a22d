/* SPDX-License-Identifier: Apache-2.0 */
/* The pages of the codes that `ccl check` can give: CODE.en.md and CODE.fr.md of this folder, embedded in the program when it is
 * built. Every error and warning about a contract (base/codes.def) has one; what only data or a computation can show has none. */
#ifndef CCL_CODES_PAGES_H
#define CCL_CODES_PAGES_H

#include "base/diag.h"

typedef struct ccl_page {
  ccl_str name; /* the code, a point and the language: "tier-cliff.en" */
  ccl_str text; /* Markdown, with the end of its last line */
} ccl_page;

/* Every page, sorted by name. */
extern const ccl_page ccl_pages[];
extern const size_t ccl_page_count;

const ccl_page *ccl_page_find(ccl_code code, ccl_lang lang); /* NULL when there is none */

#endif
