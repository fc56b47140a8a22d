/* SPDX-License-Identifier: Apache-2.0 */
/* Files into rows of cells, and what is asked of a row as a whole. */
#include "slow_reader.h"

#include <string.h>

void slow_unsure(slow_answer *answer, const char *why) {
  answer->unsure = true;
  answer->why = why;
}

static void slow_fault_at(slow_file *f, int line, const char *code) {
  if (f->answer->fault_count == SLOW_FAULTS)
    slow_unsure(f->answer, "too many faults");
  else
    f->answer->faults[f->answer->fault_count++] = (slow_fault){ f->number, line, code };
}

void slow_stop(slow_file *f, int line, const char *code) {
  f->answer->stopped = true;
  slow_fault_at(f, line, code);
}

/* A text that grows byte by byte. */
slow_text slow_begin_text(slow_answer *answer) {
  return (slow_text){ answer->room + answer->room_used, 0 };
}

void slow_add_byte(slow_answer *answer, slow_text *text, char byte) {
  if (answer->room_used == SLOW_ROOM) {
    slow_unsure(answer, "too long texts");
    return;
  }
  answer->room[answer->room_used++] = byte;
  text->len++;
}

bool slow_is_name(slow_text text, const char *name) {
  return text.len == strlen(name) && memcmp(text.ptr, name, text.len) == 0;
}

/* ---- UTF-8 ---- */

/* Bytes of the character at a place, by the table of the Unicode standard (3.9, table 3-7); 0: none. */
static size_t character_at(slow_text text, size_t at) {
  const unsigned char *p = (const unsigned char *)text.ptr + at;
  size_t left = text.len - at;
  if (p[0] < 0x80)
    return 1;
  size_t length = p[0] >= 0xC2 && p[0] <= 0xDF   ? 2
                  : p[0] >= 0xE0 && p[0] <= 0xEF ? 3
                  : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4
                                                 : 0;
  if (length == 0 || left < length)
    return 0;
  unsigned char low = p[0] == 0xE0   ? 0xA0
                      : p[0] == 0xF0 ? 0x90
                                     : 0x80,
                high = p[0] == 0xED   ? 0x9F
                       : p[0] == 0xF4 ? 0x8F
                                      : 0xBF;
  if (p[1] < low || p[1] > high)
    return 0;
  for (size_t i = 2; i < length; i++)
    if (p[i] < 0x80 || p[i] > 0xBF)
      return 0;
  return length;
}

/* Characters only, and no NUL. */
bool slow_is_text(slow_text text) {
  for (size_t at = 0, length; at < text.len; at += length) {
    length = character_at(text, at);
    if (length == 0 || text.ptr[at] == 0)
      return false;
  }
  return true;
}

/* ---- Rows of values ---- */

static bool is_same(const slow_field *field, const slow_value *a, const slow_value *b) {
  switch (field->kind) {
  case SLOW_DATE: return a->day == b->day;
  case SLOW_TIME: return a->seconds == b->seconds && a->nanos == b->nanos;
  case SLOW_NUMBER:
  case SLOW_WHOLE:
  case SLOW_DURATION: return a->number == b->number;
  case SLOW_TRUTH:
  case SLOW_CHOICE: return a->choice == b->choice;
  case SLOW_TEXT: break;
  }
  return a->text.len == b->text.len && (a->text.len == 0 || memcmp(a->text.ptr, b->text.ptr, a->text.len) == 0);
}

static bool is_inverted(const slow_schema *schema, const slow_row *row) {
  if (schema->until < 0)
    return false;
  const slow_value *from = &row->values[0], *to = &row->values[schema->until];
  return from->known && to->known &&
         (to->seconds < from->seconds || (to->seconds == from->seconds && to->nanos < from->nanos));
}

static bool is_later(const slow_value *a, const slow_value *b) {
  if (a->day != b->day)
    return a->day > b->day;
  return a->seconds > b->seconds || (a->seconds == b->seconds && a->nanos > b->nanos);
}

/* Compares the row with those before it that have its key. False: it is there already, or twice in one version. */
static bool key_is_free(const slow_schema *schema, slow_answer *answer, slow_row *row) {
  slow_row *current = NULL;
  row->stays = true;
  if (schema->key < 0 || !row->values[schema->key].known)
    return true;
  for (size_t i = 0; i < answer->row_count; i++) {
    slow_row *other = &answer->rows[i];
    if (!(other->stays || other->replaced) || !other->values[schema->key].known ||
        !is_same(&schema->fields[schema->key], &other->values[schema->key], &row->values[schema->key]))
      continue;
    if (schema->latest < 0 ||
        is_same(&schema->fields[schema->latest], &other->values[schema->latest], &row->values[schema->latest]))
      return false;
    if (other->stays)
      current = other;
  }
  if (!current)
    return true;
  slow_row *older = is_later(&row->values[schema->latest], &current->values[schema->latest]) ? current : row;
  older->stays = false;
  older->replaced = true;
  return true;
}

static slow_row *new_row(slow_file *f) {
  if (f->answer->row_count == SLOW_ROWS) {
    slow_unsure(f->answer, "too many rows");
    return NULL;
  }
  slow_row *row = &f->answer->rows[f->answer->row_count];
  *row = (slow_row){ .file = f->number };
  return row;
}

/* A row that cannot be read at all. */
void slow_add_wrong(slow_file *f, int line, const char *code) {
  if (new_row(f)) {
    slow_fault_at(f, line, code);
    f->answer->row_count++;
  }
}

/* A row of one cell for each field. */
void slow_add_row(slow_file *f, int line, const slow_cell *cells) {
  slow_row *row = new_row(f);
  bool good = true;
  for (int i = 0; row && i < f->schema->field_count; i++) {
    const char *wrong = slow_value_of(f->schema, &f->schema->fields[i], cells[i], f->comma, f->answer, &row->values[i]);
    if (wrong)
      slow_fault_at(f, line, wrong);
    good = good && !wrong;
  }
  if (!row || f->answer->unsure)
    return;
  if (f->schema->key >= 0 && row->values[f->schema->key].is_huge)
    slow_unsure(f->answer, "a key of many digits");
  if (good && is_inverted(f->schema, row)) {
    slow_fault_at(f, line, "inverted-times");
    good = false;
  }
  if (good && !key_is_free(f->schema, f->answer, row)) {
    slow_fault_at(f, line, "repeated-key");
    row->stays = false;
  }
  f->answer->row_count++;
}

/* ---- All ---- */

/* Each byte of ISO 8859-1 is the character of its number. */
static slow_text from_latin1(slow_answer *answer, slow_text text) {
  slow_text utf8 = slow_begin_text(answer);
  for (size_t i = 0; i < text.len; i++) {
    unsigned char byte = (unsigned char)text.ptr[i];
    if (byte >= 0x80) {
      slow_add_byte(answer, &utf8, (char)(0xC0 | byte >> 6));
      byte = 0x80 | (byte & 63);
    }
    slow_add_byte(answer, &utf8, (char)byte);
  }
  return utf8;
}

void slow_read(const slow_schema *schema, const slow_text *files, int file_count, slow_answer *out) {
  out->unsure = out->stopped = false;
  out->why = NULL;
  out->row_count = out->fault_count = out->room_used = 0;
  for (int i = 0; i < file_count; i++) {
    slow_file f = { .schema = schema, .answer = out, .text = files[i], .number = i, .line = 1 };
    if (f.text.len >= 3 && memcmp(f.text.ptr, "\xEF\xBB\xBF", 3) == 0) {
      f.text.ptr += 3;
      f.text.len -= 3;
    } else if (schema->latin1) {
      f.text = from_latin1(out, f.text);
    }
    if (schema->json)
      slow_read_json(&f);
    else
      slow_read_csv(&f);
  }
}
