/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The functions, constants and activities that the language names, in both languages (clauses 5 and 9; builtins.def).
 * For sema, and for whoever translates a contract (the formatter). Units are not here: ccl_unit_atom and ccl_unit_text
 * know them.
 */
#ifndef CCL_SEMA_BUILTINS_H
#define CCL_SEMA_BUILTINS_H

#include "base/source.h"

typedef enum ccl_builtin {
  CCL_BUILTIN_NONE,
#define FUNCTION(name, en, fr, fewest, most) CCL_FUNCTION_##name,
#define CONSTANT(name, en, fr) CCL_CONSTANT_##name,
#define ACTIVITY(name, en, fr) CCL_ACTIVITY_##name,
#include "sema/builtins.def"
#undef FUNCTION
#undef CONSTANT
#undef ACTIVITY
  CCL_BUILTIN_COUNT
} ccl_builtin;

typedef enum ccl_builtin_kind { CCL_BUILTIN_FUNCTION, CCL_BUILTIN_CONSTANT, CCL_BUILTIN_ACTIVITY } ccl_builtin_kind;

/* CCL_BUILTIN_NONE when the language has no such name. */
ccl_builtin ccl_builtin_find(ccl_builtin_kind kind, ccl_str name, ccl_lang lang);
ccl_builtin_kind ccl_builtin_kind_of(ccl_builtin builtin);
ccl_str ccl_builtin_name(ccl_builtin builtin, ccl_lang lang);
/* How many arguments a function takes; *most is 0 when there is no limit. */
void ccl_builtin_arguments(ccl_builtin function, size_t *fewest, size_t *most);

#endif
