/* SPDX-License-Identifier: Apache-2.0 */
/* The mistakes that people make so often that they have a sentence of their own (layer: syntax; private to it). */
#ifndef CCL_SYNTAX_MISTAKES_H
#define CCL_SYNTAX_MISTAKES_H

#include "syntax/reader.h"

/* What does not fit, and what would. */
typedef struct ccl_slip {
  ccl_reader *reader;
  ccl_joined wrong;     /* reader->last */
  ccl_span span;        /* of it */
  const bool *may_come; /* by kind of terminal */
  size_t open;          /* the first token of the declaration that is being read, or of `wrong` */
  int opens;            /* its keyword */
} ccl_slip;

/* Reports a mistake that is known by what is wrong alone, whatever word was meant; NULL when it is none of these. */
ccl_diag *ccl_mistake_report_plain(const ccl_slip *slip);
/* Reports a mistake that is known by what stands around it; NULL when it is none of these. */
ccl_diag *ccl_mistake_report(const ccl_slip *slip);

#endif
