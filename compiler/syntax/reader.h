/* SPDX-License-Identifier: Apache-2.0 */
/* What one reading of one file needs: shared by the joiner, the generated parser, the builders and the messages. Private to syntax. */
#ifndef CCL_SYNTAX_READER_H
#define CCL_SYNTAX_READER_H

#include "syntax/keywords.h"
#include "syntax/token.h"

/* Where a symbol of the grammar stands: bytes [start, end); its first token ends at head_end. */
typedef struct ccl_loc {
  uint32_t start, end, head_end;
} ccl_loc;

/* A terminal of the grammar: several tokens when they are a keyword of several words. */
typedef struct ccl_joined {
  int kind;
  size_t first, count; /* tokens; count is 0 for what stands for nothing written */
} ccl_joined;

typedef struct ccl_reader {
  const ccl_sources *sources;
  ccl_diags *diags;
  ccl_source *source;
  uint32_t file;
  ccl_lang lang;
  ccl_keywords *keywords;
  ccl_keywords *foreign; /* of the other language, for messages; made when needed */
  ccl_tokens tokens;

  /* joiner */
  bool expression; /* the file is one expression: announced by START_EXPRESSION */
  bool started;
  size_t at; /* the next token */
  ccl_joined last; /* what was given last */
  bool row_ended; /* ROW_END was given before the token `at` */
  bool in_row; /* a | was given, and no ROW_END behind it */
  int resync; /* what to give next instead: RESYNC, RESYNC_DECL, or 0 */
  size_t resumed; /* the token at which reading last resumed, plus 1 */
  unsigned resumed_times;
  unsigned brackets; /* open */

  /* messages */
  bool muted; /* until an item has been read whole */
  uint32_t error_line; /* of the last message about what was read */
  uint32_t error_at; /* the last place that could not be read */
  uint32_t named_at; /* the end of the last word that was read as a name */
  ccl_node *named[2]; /* the last two of them */
  size_t resume_at; /* the first word of a line that was taken for what the line before lacks, plus 1; or 0 */
  bool given_up; /* the rest of the file is of another contract */
  bool nesting_reported;

  ccl_node *root;
} ccl_reader;

static inline ccl_span ccl_reader_span(const ccl_reader *reader, ccl_loc at) {
  return (ccl_span){ reader->file, at.start, at.end };
}
static inline ccl_str ccl_reader_text(const ccl_reader *reader, uint32_t start, uint32_t end) {
  return ccl_str_sub(reader->source->text, start, end);
}

/* The place of a rule: from its first symbol that is not empty to its last. */
ccl_loc ccl_loc_join(const ccl_loc *symbols, int count);

#endif
