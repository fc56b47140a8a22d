/* SPDX-License-Identifier: Apache-2.0 */
/* The formatter as a function: where long lines are broken, and that the collector sees all that it holds. The layout
 * of every construct is golden/fmt's. */
#include <criterion/criterion.h>

#include "base/mem.h"
#include "syntax/format.h"
#include "syntax/parse.h"

static ccl_str format_text(ccl_str text) {
  ccl_sources *sources = ccl_new(ccl_sources);
  ccl_diags diags = { .sources = sources };
  uint32_t file = ccl_sources_add(sources, CCL_STR("a.ccl"), text, false);
  const ccl_tree *tree = ccl_parse_tree(sources, &diags, file);
  cr_assert(diags.errors == 0);
  return ccl_format(sources, tree);
}

/* A contract whose only measure stands on a line of this width. */
static ccl_str measure_of_width(size_t width) {
  ccl_buf text = { 0 };
  ccl_buf_z(&text, "contract \"A\"\n\nmeasure m = first + second + ");
  ccl_buf_fill(&text, 'x', width - (sizeof "measure m = first + second + " - 1));
  ccl_buf_char(&text, '\n');
  return ccl_buf_str(&text);
}

Test(syntax_format, a_line_of_132_stays_whole_and_one_of_133_does_not) {
  ccl_mem_init();
  ccl_str fits = measure_of_width(132), too_long = measure_of_width(133);
  cr_expect(ccl_str_eq(format_text(fits), fits));
  ccl_str broken = format_text(too_long);
  cr_expect(ccl_str_find(broken, CCL_STR("first + second\n    + xxx")) > 0);
  cr_expect(ccl_str_eq(format_text(broken), broken));
}

Test(syntax_format, blocks_are_joined_whatever_the_lines_of_the_source) {
  ccl_mem_init();
  ccl_str text =
      format_text(CCL_STR("contract \"A\" measure\n\n\na =\r\n1 tiers t:EUR\nper call up to 3:1 beyond:2 end"));
  cr_expect(ccl_str_is(
                text, "contract \"A\"\n\nmeasure a = 1\n\ntiers t : EUR per call\n  up to 3 : 1\n  beyond  : 2\nend\n"),
            "%.*s", (int)text.len, text.ptr);
}

Test(syntax_format, survives_a_collection_at_every_allocation) {
  ccl_mem_init();
  ccl_mem_stress(true);
  ccl_str text = format_text(CCL_STR("contrat \"A\" # a\nmesure a = nombre d'appels où (`sur` = de) grille g (a, b) : "
                                     "EUR\n|| x |\n| 1,5 | 10 | # b\nfin"));
  ccl_mem_stress(false);
  cr_expect(ccl_str_is(text, "contrat \"A\"  # a\n\nmesure a = nombre d'appels où (`sur` = de)\n\ngrille g (a, b) : "
                             "EUR\n  |     | x  |\n  | 1,5 | 10 |  # b\nfin\n"),
            "%.*s", (int)text.len, text.ptr);
}
