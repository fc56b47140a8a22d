/* SPDX-License-Identifier: Apache-2.0 */
/* The table of builtins.def. */
#include "sema/builtins.h"

typedef struct builtin {
  ccl_builtin_kind kind;
  ccl_str names[2]; /* by ccl_lang */
  size_t fewest, most;
} builtin;

static const builtin builtins[CCL_BUILTIN_COUNT] = {
#define FUNCTION(name, en, fr, fewest, most)                                                                           \
  [CCL_FUNCTION_##name] = { CCL_BUILTIN_FUNCTION, { CCL_STR_INIT(en), CCL_STR_INIT(fr) }, fewest, most },
#define CONSTANT(name, en, fr)                                                                                         \
  [CCL_CONSTANT_##name] = { CCL_BUILTIN_CONSTANT, { CCL_STR_INIT(en), CCL_STR_INIT(fr) }, 0, 0 },
#define ACTIVITY(name, en, fr)                                                                                         \
  [CCL_ACTIVITY_##name] = { CCL_BUILTIN_ACTIVITY, { CCL_STR_INIT(en), CCL_STR_INIT(fr) }, 0, 0 },
#include "sema/builtins.def"
#undef FUNCTION
#undef CONSTANT
#undef ACTIVITY
};

ccl_builtin ccl_builtin_find(ccl_builtin_kind kind, ccl_str name, ccl_lang lang) {
  for (ccl_builtin found = CCL_BUILTIN_NONE + 1; found < CCL_BUILTIN_COUNT; found++)
    if (builtins[found].kind == kind && ccl_str_eq(builtins[found].names[lang], name))
      return found;
  return CCL_BUILTIN_NONE;
}

ccl_builtin_kind ccl_builtin_kind_of(ccl_builtin found) {
  return builtins[found].kind;
}

ccl_str ccl_builtin_name(ccl_builtin found, ccl_lang lang) {
  return builtins[found].names[lang];
}

void ccl_builtin_arguments(ccl_builtin function, size_t *fewest, size_t *most) {
  *fewest = builtins[function].fewest;
  *most = builtins[function].most;
}
