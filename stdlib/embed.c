/* SPDX-License-Identifier: Apache-2.0 */
/*
 * embed OUTPUT.c HEADER TYPE TABLE ENDING FOLDER FILE…: writes a C file that includes HEADER and defines `const TYPE TABLE[]`,
 * with a row { name, text } for each FILE of FOLDER: its name without ENDING, and its bytes. A last row is empty;
 * TYPE_count is the number of the others. A program of the build; it stops at the first trouble.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void stop(const char *what, const char *name) {
  fprintf(stderr, "embed: %s: ", name);
  perror(what);
  exit(1);
}

/* Writes the bytes of a file as an array, sixteen a line; returns their number. */
static size_t write_text(FILE *out, const char *folder, const char *name, int number) {
  size_t room = strlen(folder) + strlen(name) + 2;
  char *path = malloc(room);
  if (!path)
    stop("no memory", name);
  snprintf(path, room, "%s/%s", folder, name);
  FILE *in = fopen(path, "rb");
  if (!in)
    stop("cannot be opened", path);
  size_t length = 0;
  fprintf(out, "static const unsigned char text_%d[] = {", number);
  for (int c; (c = getc(in)) != EOF; length++)
    fprintf(out, "%s%d,", length % 16 == 0 ? "\n  " : " ", c);
  fprintf(out, "%s0 };\n", length % 16 == 0 ? "\n  " : " ");
  if (ferror(in))
    stop("cannot be read", path);
  fclose(in);
  free(path);
  return length;
}

/* Writes the row of a file whose text is text_NUMBER. */
static void write_row(FILE *out, const char *name, const char *ending, int number, size_t length) {
  size_t stem = strlen(name), tail = strlen(ending);
  if (stem > tail && strcmp(name + stem - tail, ending) == 0)
    stem -= tail;
  fprintf(out, "  { { \"%.*s\", %zu }, { (const char *)text_%d, %zu } },\n", (int)stem, name, stem, number, length);
}

int main(int argc, char **argv) {
  enum { OUTPUT = 1, HEADER, TYPE, TABLE, ENDING, FOLDER, FILES };
  if (argc < FILES) {
    fputs("embed OUTPUT.c HEADER TYPE TABLE ENDING FOLDER FILE...\n", stderr);
    return 2;
  }
  int count = argc - FILES;
  size_t *lengths = calloc((size_t)count + 1, sizeof *lengths);
  FILE *out = fopen(argv[OUTPUT], "wb");
  if (!out || !lengths)
    stop("cannot be written", argv[OUTPUT]);
  fprintf(out, "/* Made by stdlib/embed.c. */\n#include \"%s\"\n", argv[HEADER]);
  for (int i = 0; i < count; i++)
    lengths[i] = write_text(out, argv[FOLDER], argv[FILES + i], i);
  fprintf(out, "const %s %s[] = {\n", argv[TYPE], argv[TABLE]);
  for (int i = 0; i < count; i++)
    write_row(out, argv[FILES + i], argv[ENDING], i, lengths[i]);
  fprintf(out, "  { { 0, 0 }, { 0, 0 } }\n};\nconst size_t %s_count = %d;\n", argv[TYPE], count);
  if (fclose(out) != 0)
    stop("cannot be written", argv[OUTPUT]);
  free(lengths);
  return 0;
}
