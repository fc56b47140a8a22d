/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What takes the place of a measure, tiers, a grid or a calendar (clause 8). Whoever names it names the first one; so
 * what replaces it must go wherever that goes. Which one holds on a day is plan/version.c's.
 */
#include "sema/reading.h"

/* ---- What may take whose place ---- */

static bool is_of_type(ccl_sema *sema, ccl_type before, ccl_span before_span, ccl_type after, ccl_span after_span) {
  if (ccl_type_eq(before, after))
    return true;
  ccl_diag *diag = ccl_type_report(sema, &ccl_sema_say_replaced_otherwise, before, before_span, after, after_span);
  diag->help = (ccl_str){ 0 }; /* not what to convert: */
  ccl_diag_help(diag, &ccl_sema_say_help_replaced, CCL_NO_ARGS);
  return false;
}

static bool tiers_fit(ccl_sema *sema, const ccl_definition *before, const ccl_definition *after) {
  const ccl_tiers *old = sema->tiers.items[before->symbol.index], *new = sema->tiers.items[after->symbol.index];
  return is_of_type(sema, before->type, before->symbol.span, after->type, after->symbol.span) &&
         is_of_type(sema, ccl_type_number(old->per), before->symbol.span, ccl_type_number(new->per),
                    after->symbol.span);
}

static bool has_dims_of(const ccl_grid *old, const ccl_grid *new) {
  if (old->dim_count != new->dim_count)
    return false;
  for (size_t i = 0; i < old->dim_count; i++)
    if (!ccl_str_eq(old->dims[i], new->dims[i]))
      return false;
  return true;
}

static bool grid_fits(ccl_sema *sema, const ccl_definition *before, const ccl_definition *after) {
  const ccl_grid *old = sema->grids.items[before->symbol.index], *new = sema->grids.items[after->symbol.index];
  if (!is_of_type(sema, before->type, before->symbol.span, after->type, after->symbol.span))
    return false;
  if (!has_dims_of(old, new)) {
    ccl_str comma = CCL_STR(", ");
    ccl_diag *diag = ccl_sema_report(
        sema, &ccl_sema_say_replaced_dims, after->symbol.span,
        CCL_ARGS(ccl_str_join(old->dims, old->dim_count, comma), ccl_str_join(new->dims, new->dim_count, comma)));
    ccl_diag_note(diag, &ccl_sema_say_declared_here, before->symbol.span, CCL_NO_ARGS);
    ccl_diag_help(diag, &ccl_sema_say_help_replaced, CCL_NO_ARGS);
    return false;
  }
  const ccl_grid_shape *old_shape = sema->grid_shapes.items[before->symbol.index],
                       *new_shape = sema->grid_shapes.items[after->symbol.index];
  for (size_t i = 0; i < old->dim_count; i++)
    if (old_shape->dims[i].is_known && new_shape->dims[i].is_known &&
        !is_of_type(sema, old_shape->dims[i].type, before->symbol.span, new_shape->dims[i].type, after->symbol.span))
      return false;
  return true;
}

static bool fits(ccl_sema *sema, const ccl_definition *before, const ccl_definition *after) {
  switch ((int)before->symbol.kind) {
  case CCL_SYMBOL_TIERS: return tiers_fit(sema, before, after);
  case CCL_SYMBOL_GRID: return grid_fits(sema, before, after);
  case CCL_SYMBOL_CALENDAR: return true;
  default: return is_of_type(sema, before->type, before->symbol.span, after->type, after->symbol.span);
  }
}

/* ---- Settling ---- */

static ccl_versions versions_of(const ccl_definition *definition) {
  CCL_VEC(ccl_version) items = { 0 };
  for (size_t i = 0; i < definition->replaced_by.len; i++) {
    const ccl_definition *after = definition->replaced_by.items[i];
    ccl_version version = { after->from, after->symbol.index };
    if (!after->symbol.is_broken)
      ccl_vec_push(&items, version);
  }
  return (ccl_versions){ items.items, items.len };
}

void ccl_sema_settle_versions(ccl_sema *sema, ccl_definition *definition, ccl_settler *settler) {
  for (size_t i = 0; i < definition->replaced_by.len; i++) {
    ccl_definition *after = definition->replaced_by.items[i];
    after->progress = CCL_SETTLED;
    if (!settler(sema, after) || (!definition->symbol.is_broken && !fits(sema, definition, after)))
      after->symbol.is_broken = true;
    definition->is_contextual = definition->is_contextual || after->is_contextual;
  }
  uint32_t index = definition->symbol.index;
  switch ((int)definition->symbol.kind) {
  case CCL_SYMBOL_MEASURE: sema->measures.items[index]->versions = versions_of(definition); break;
  case CCL_SYMBOL_TIERS: sema->tiers.items[index]->versions = versions_of(definition); break;
  case CCL_SYMBOL_GRID: sema->grids.items[index]->versions = versions_of(definition); break;
  case CCL_SYMBOL_CALENDAR: sema->calendars.items[index]->versions = versions_of(definition); break;
  default: break;
  }
}
