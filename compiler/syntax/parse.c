/* SPDX-License-Identifier: Apache-2.0 */
/* The façade: finds the language, cuts the file into tokens, runs the generated parser. */
#include "syntax/parse.h"

#include "ccl.tab.h"
#include "syntax/build.h"
#include "syntax/messages.h"
#include "syntax/syntax_errors.h"

static void start(ccl_reader *reader, ccl_sources *sources, ccl_diags *diags, uint32_t file, ccl_lang lang) {
  *reader = (ccl_reader){
    .sources = sources, .diags = diags, .source = ccl_sources_get(sources, file), .file = file, .lang = lang
  };
  reader->source->lang = lang;
  reader->keywords = ccl_keywords_new(lang);
}

static ccl_node *nothing(ccl_reader *reader) {
  ccl_loc all = { 0, (uint32_t)reader->source->text.len, 0 };
  return MAKE(ERROR, all, );
}

static ccl_node *read(ccl_reader *reader) {
  /* What the parser says is in the diagnostics; that it gave up leaves no root. */
  ccl_yyparse(reader);
  return reader->root ? reader->root : nothing(reader);
}

ccl_tree *ccl_parse_tree(ccl_sources *sources, ccl_diags *diags, uint32_t file) {
  ccl_reader *reader = ccl_new(ccl_reader);
  const ccl_source *source = ccl_sources_get(sources, file);
  ccl_lang lang = source->lang;
  ccl_str first_word;
  bool opens = ccl_keywords_file_lang(source->text, &lang, &first_word);
  start(reader, sources, diags, file, lang);
  /* Of a file that is no contract nothing more is said than that. */
  ccl_diags silent = { .sources = sources };
  ccl_tokens_read(&reader->tokens, sources, opens ? diags : &silent, file);
  ccl_tree *tree = ccl_new(ccl_tree);
  tree->file = file;
  tree->lang = lang;
  if (opens) {
    tree->root = read(reader);
  } else {
    ccl_syntax_report_opening(reader, first_word);
    tree->root = nothing(reader);
  }
  tree->comments.items = reader->tokens.comments.items;
  tree->comments.len = reader->tokens.comments.len;
  tree->comments.cap = reader->tokens.comments.cap;
  return tree;
}

ccl_node *ccl_parse(ccl_sources *sources, ccl_diags *diags, uint32_t file) {
  return ccl_parse_tree(sources, diags, file)->root;
}

ccl_node *ccl_parse_expression(ccl_sources *sources, ccl_diags *diags, uint32_t file, ccl_lang lang) {
  ccl_reader *reader = ccl_new(ccl_reader);
  start(reader, sources, diags, file, lang);
  ccl_tokens_read(&reader->tokens, sources, diags, file);
  reader->expression = true;
  return read(reader);
}
