/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From a tree to its page and back: cuts the file into pieces, gives each its node, has them spelled and laid out,
 * and reads the result again. How words are written is format_words.c's and format_keywords.c's, where lines begin
 * format_rows.c's, the page format_page.c's.
 */
#include "syntax/format.h"

#include "ccl.tab.h"
#include "syntax/format_private.h"
#include "syntax/joiner.h"
#include "syntax/parse.h"

size_t ccl_format_at(const ccl_format_job *job, uint32_t offset) {
  size_t low = 0, high = job->pieces.len;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (job->pieces.items[middle].start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const ccl_str *ccl_format_respelled(ccl_respellings names, uint32_t start) {
  size_t low = 0, high = names.count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (names.items[middle].start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low < names.count && names.items[low].start == start ? &names.items[low].text : NULL;
}

/* The terminals of the file, keywords joined as for the parser. */
static void cut(ccl_format_job *job, ccl_diags *diags) {
  ccl_reader *reader = &job->reader;
  *reader = (ccl_reader){ .sources = job->sources,
                          .diags = diags,
                          .source = ccl_sources_get(job->sources, job->tree->file),
                          .file = job->tree->file,
                          .lang = job->from,
                          .keywords = ccl_keywords_new(job->from) };
  ccl_tokens_read(&reader->tokens, job->sources, diags, job->tree->file);
  int before = 0;
  for (size_t at = 0; before != TOK_FILE_END;) {
    ccl_joined joined = ccl_joiner_read(reader, at, before);
    ccl_loc loc = ccl_joiner_loc(reader, joined);
    ccl_piece piece = {
      .kind = joined.kind, .first = joined.first, .count = joined.count, .start = loc.start, .end = loc.end
    };
    ccl_vec_push(&job->pieces, piece);
    before = joined.kind;
    at += joined.count;
  }
}

/* Children lie within their parents, so that the innermost node is the last one to say that a piece is its own. */
static void own(ccl_format_job *job, const ccl_node *node, const ccl_node *parent, unsigned depth) {
  size_t end = ccl_format_at(job, node->span.end);
  for (size_t at = ccl_format_at(job, node->span.start); at < end; at++) {
    ccl_piece *piece = &job->pieces.items[at];
    piece->owner = node;
    piece->parent = parent;
    piece->depth = depth;
  }
  for (uint32_t i = 0; i < node->count; i++)
    if (node->items[i])
      own(job, node->items[i], node, depth + 1);
}

static ccl_str lay_out(const ccl_sources *sources, const ccl_tree *tree, ccl_lang to, ccl_respellings names,
                       bool careful) {
  ccl_diags diags = { .sources = sources }; /* what is wrong was said when the tree was made */
  ccl_format_job *job = ccl_new(ccl_format_job);
  *job = (ccl_format_job){ .sources = sources,
                           .tree = tree,
                           .source = ccl_sources_get(sources, tree->file),
                           .from = tree->lang,
                           .to = to,
                           .names = names,
                           .careful = careful };
  job->words = ccl_keywords_new(to);
  cut(job, &diags);
  own(job, tree->root, NULL, 0);
  ccl_format_spell(job);
  ccl_format_rows(job);
  return ccl_format_page(job);
}

/* ---- Read again ---- */

/* Line ends of a prose are not its content. */
static bool same_prose(ccl_str a, ccl_str b) {
  size_t i = 0, k = 0;
  for (;;) {
    while (i < a.len && a.ptr[i] == '\r')
      i++;
    while (k < b.len && b.ptr[k] == '\r')
      k++;
    if (i == a.len || k == b.len)
      return i == a.len && k == b.len;
    if (a.ptr[i++] != b.ptr[k++])
      return false;
  }
}

static bool same_written(const ccl_written *a, const ccl_written *b) {
  return a->year == b->year && a->month == b->month && a->day == b->day && a->quarter == b->quarter &&
         a->week == b->week && a->hour == b->hour && a->minute == b->minute && a->second == b->second;
}

bool ccl_format_same(const ccl_node *first, const ccl_node *second, ccl_respellings names) {
  if (!first || !second)
    return first == second;
  const ccl_str *respelled = first->kind == CCL_NODE_NAME ? ccl_format_respelled(names, first->span.start) : NULL;
  if (first->kind != second->kind || first->word != second->word || first->bracketed != second->bracketed ||
      first->count != second->count || !same_written(&first->value, &second->value) ||
      !same_prose(respelled ? *respelled : first->text, second->text))
    return false;
  for (uint32_t i = 0; i < first->count; i++)
    if (!ccl_format_same(first->items[i], second->items[i], names))
      return false;
  return true;
}

static bool reads_the_same(const ccl_tree *tree, ccl_str text, ccl_lang lang, ccl_respellings names) {
  ccl_sources sources = { 0 };
  ccl_diags diags = { .sources = &sources };
  uint32_t file = ccl_sources_add(&sources, CCL_STR("-"), text, false);
  const ccl_tree *again = ccl_parse_tree(&sources, &diags, file);
  return diags.errors == 0 && again->lang == lang && again->comments.len == tree->comments.len &&
         ccl_format_same(tree->root, again->root, names);
}

ccl_str ccl_format_in(const ccl_sources *sources, const ccl_tree *tree, ccl_lang to, ccl_respellings names) {
  ccl_str text = lay_out(sources, tree, to, names, false);
  if (reads_the_same(tree, text, to, names))
    return text;
  text = lay_out(sources, tree, to, names, true);
  if (!reads_the_same(tree, text, to, names))
    CCL_BUG("a contract that was laid out does not read as before");
  return text;
}

ccl_str ccl_format(const ccl_sources *sources, const ccl_tree *tree) {
  return ccl_format_in(sources, tree, tree->lang, (ccl_respellings){ 0 });
}
