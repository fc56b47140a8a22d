/* SPDX-License-Identifier: Apache-2.0 */
/* Figures as people write them (clause 1.4): the marks of a language. Nothing is computed or rounded here. */
#ifndef CCL_VALUE_SPELL_H
#define CCL_VALUE_SPELL_H

#include "base/source.h"

/* "-32000.50" → "-32,000.50", or "-32 000,50" with narrow no-break spaces in French. "20/31" stays. */
ccl_str ccl_spell_decimal(ccl_str decimal, ccl_lang lang);
/* "2026-10-31" as "31 October 2026", "31 octobre 2026", "1er janvier 2027". */
ccl_str ccl_spell_day(int32_t day, ccl_lang lang);
/* "October", "octobre": month 1–12. */
ccl_str ccl_spell_month(int month, ccl_lang lang);
/* "Monday", "lundi": 1 Monday … 7 Sunday. */
ccl_str ccl_spell_weekday(int weekday, ccl_lang lang);

#endif
