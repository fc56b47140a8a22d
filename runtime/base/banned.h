/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions that no file of ours calls. The build includes this header before every C file that people write (generated files and
 * programs of the build apart): to call one is then to call a function that does not exist.
 *
 * Text that does not know its room:       strcpy strcat strncpy strncat sprintf vsprintf gets strtok      → base/str.h
 * Numbers without a check, or inexact:    atoi atol atoll atof strtod strtof strtold                      → value/
 * The host's clock, zone and locale:      gmtime localtime mktime ctime asctime setlocale                 → calendar/
 * A shell:                                system popen
 * Leaving the program:                    exit, outside cli/main.c
 * Memory outside base/mem.h:              malloc calloc realloc free, but where CCL_MAY_MALLOC is defined for the file
 *
 * The system's headers that declare them come first, so that only calls are hit.
 */
#ifndef CCL_BASE_BANNED_H
#define CCL_BASE_BANNED_H

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

#undef strcpy
#define strcpy(...) ccl_banned_strcpy
#undef strcat
#define strcat(...) ccl_banned_strcat
#undef strncpy
#define strncpy(...) ccl_banned_strncpy
#undef strncat
#define strncat(...) ccl_banned_strncat
#undef sprintf
#define sprintf(...) ccl_banned_sprintf
#undef vsprintf
#define vsprintf(...) ccl_banned_vsprintf
#undef gets
#define gets(...) ccl_banned_gets
#undef strtok
#define strtok(...) ccl_banned_strtok

#undef atoi
#define atoi(...) ccl_banned_atoi
#undef atol
#define atol(...) ccl_banned_atol
#undef atoll
#define atoll(...) ccl_banned_atoll
#undef atof
#define atof(...) ccl_banned_atof
#undef strtod
#define strtod(...) ccl_banned_strtod
#undef strtof
#define strtof(...) ccl_banned_strtof
#undef strtold
#define strtold(...) ccl_banned_strtold

#undef gmtime
#define gmtime(...) ccl_banned_gmtime
#undef localtime
#define localtime(...) ccl_banned_localtime
#undef mktime
#define mktime(...) ccl_banned_mktime
#undef ctime
#define ctime(...) ccl_banned_ctime
#undef asctime
#define asctime(...) ccl_banned_asctime
#undef setlocale
#define setlocale(...) ccl_banned_setlocale

#undef system
#define system(...) ccl_banned_system
#undef popen
#define popen(...) ccl_banned_popen

#ifndef CCL_MAY_EXIT
#undef exit
#define exit(...) ccl_banned_exit
#endif

#ifndef CCL_MAY_MALLOC
#undef malloc
#define malloc(...) ccl_banned_malloc
#undef calloc
#define calloc(...) ccl_banned_calloc
#undef realloc
#define realloc(...) ccl_banned_realloc
#undef free
#define free(...) ccl_banned_free
#endif

#endif
