/* SPDX-License-Identifier: Apache-2.0 */
/* sema/builtins: names of the language in both languages, each once. */
#include <criterion/criterion.h>

#include "sema/builtins.h"

Test(sema_builtins, found_by_both_names) {
  for (ccl_builtin each = CCL_BUILTIN_NONE + 1; each < CCL_BUILTIN_COUNT; each++)
    for (int lang = CCL_LANG_EN; lang <= CCL_LANG_FR; lang++) {
      ccl_str name = ccl_builtin_name(each, (ccl_lang)lang);
      cr_expect_eq(ccl_builtin_find(ccl_builtin_kind_of(each), name, (ccl_lang)lang), each, "%.*s", (int)name.len,
                   name.ptr);
    }
}

Test(sema_builtins, kinds_and_languages_are_apart) {
  cr_expect_eq(ccl_builtin_find(CCL_BUILTIN_FUNCTION, CCL_STR("arrondi_à"), CCL_LANG_FR), CCL_FUNCTION_ROUND);
  cr_expect_eq(ccl_builtin_find(CCL_BUILTIN_FUNCTION, CCL_STR("arrondi_à"), CCL_LANG_EN), CCL_BUILTIN_NONE);
  cr_expect_eq(ccl_builtin_find(CCL_BUILTIN_FUNCTION, CCL_STR("arrondi_a"), CCL_LANG_FR), CCL_BUILTIN_NONE);
  cr_expect_eq(ccl_builtin_find(CCL_BUILTIN_CONSTANT, CCL_STR("round"), CCL_LANG_EN), CCL_BUILTIN_NONE);
  cr_expect_eq(ccl_builtin_find(CCL_BUILTIN_ACTIVITY, CCL_STR("mois"), CCL_LANG_FR), CCL_ACTIVITY_MONTHS);
  size_t fewest, most;
  ccl_builtin_arguments(CCL_FUNCTION_MIN, &fewest, &most);
  cr_expect(fewest == 2 && most == 0);
  ccl_builtin_arguments(CCL_FUNCTION_CLAMP, &fewest, &most);
  cr_expect(fewest == 3 && most == 3);
}
