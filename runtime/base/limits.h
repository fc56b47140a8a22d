/* SPDX-License-Identifier: Apache-2.0 */
/* Every limit of the program, in one table (documented in README.md's page on limits; each is tested at and past it). */
#ifndef CCL_BASE_LIMITS_H
#define CCL_BASE_LIMITS_H

#define CCL_LIMIT_FILE_BYTES (16u << 20)      /* one contract file */
#define CCL_LIMIT_CONTRACT_BYTES (64u << 20)  /* a contract with its libraries */
#define CCL_LIMIT_NESTING 256                 /* brackets, not, unary minus, arguments */
#define CCL_LIMIT_DIGITS 40                   /* of a number as written */
#define CCL_LIMIT_NUMBER_BITS (1u << 20)      /* numerator or denominator of a figure */
#define CCL_LIMIT_UNIT_POWER 64               /* of one base unit in a quantity (clause 2) */
#define CCL_LIMIT_ROW_BYTES (64u << 20)       /* one row of a data file */
#define CCL_LIMIT_CELL_BYTES (1u << 20)       /* one cell of a data file */
#define CCL_LIMIT_COLUMNS 4096                /* of a data file */
#define CCL_LIMIT_GROUPS 1000000              /* combinations of one aggregate */
#define CCL_LIMIT_DIAGS 10000                 /* kept; later ones are counted */
#define CCL_LIMIT_SHOWN_FINDINGS 50           /* in text */
#define CCL_LIMIT_SHOWN_DATA_ERRORS 20        /* in text */

#endif
