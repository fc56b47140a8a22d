/* SPDX-License-Identifier: Apache-2.0 */
/* Looks the page of a code up. The table itself is made by stdlib/embed.c when building. */
#include "codes/pages.h"

const ccl_page *ccl_page_find(ccl_code code, ccl_lang lang) {
  ccl_str name = ccl_str_printf("%s.%s", ccl_code_text(code), lang == CCL_LANG_FR ? "fr" : "en");
  for (size_t i = 0; i < ccl_page_count; i++)
    if (ccl_str_eq(ccl_pages[i].name, name))
      return &ccl_pages[i];
  return NULL;
}
