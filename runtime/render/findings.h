/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings (base/diag.h) made readable: as text for people, as JSON and as SARIF 2.1.0 for programs. Nothing is printed
 * here: the result goes to a ccl_buf.
 *
 * All three sort the findings first (by file, line, column, code). Text shows at most CCL_LIMIT_SHOWN_FINDINGS findings
 * about contracts and CCL_LIMIT_SHOWN_DATA_ERRORS about data, then how many more there are; JSON and SARIF hold all.
 *
 *   error[unit-mismatch]: this rate is per call, but the quantity is in hours
 *     --> contract.ccl:41:40
 *      |
 *   41 |   charge productive_hours at 3.20 EUR per call
 *      |          ----------------    ^^^^^^^^^^^^^^^^^ money for each call
 *      |          |
 *      |          hours, declared at line 22
 *      = help: charge calls instead, or write a rate per hour
 *      = article 5.2 "Acts"
 */
#ifndef CCL_RENDER_FINDINGS_H
#define CCL_RENDER_FINDINGS_H

#include "base/diag.h"

/* `colour`: with the terminal's colours. An empty line stands between two findings, none after the last. */
void ccl_findings_text(ccl_buf *out, ccl_diags *diags, bool colour);
/* An array of { code, severity, message, file, line, column, end_line, end_column, notes, help }. Columns count characters
 * from 1, end_column is exclusive. What has no place has null there; data has a file and, where known, a line. */
void ccl_findings_json(ccl_buf *out, ccl_diags *diags);
/* One run of the tool `ccl` in this `version`. Columns count characters too (columnKind unicodeCodePoints). */
void ccl_findings_sarif(ccl_buf *out, ccl_diags *diags, const char *version);

#endif
