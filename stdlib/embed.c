/* SPDX-License-Identifier: Apache-2.0 */
/*
 * embed OUTPUT.c FOLDER FILE…: writes the table of stdlib.h, with the FILEs of FOLDER as bytes and their names without
 * .ccl as paths. A program of the build; it stops at the first trouble.
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

int main(int argc, char **argv) {
  if (argc < 3) {
    fputs("embed OUTPUT.c FOLDER FILE...\n", stderr);
    return 2;
  }
  int count = argc - 3;
  size_t *lengths = calloc((size_t)count + 1, sizeof *lengths);
  FILE *out = fopen(argv[1], "wb");
  if (!out || !lengths)
    stop("cannot be written", argv[1]);
  fputs("/* Made by stdlib/embed.c. */\n#include \"stdlib/stdlib.h\"\n", out);
  for (int i = 0; i < count; i++)
    lengths[i] = write_text(out, argv[2], argv[3 + i], i);
  fputs("const ccl_library ccl_libraries[] = {\n", out);
  for (int i = 0; i < count; i++) {
    const char *name = argv[3 + i];
    size_t stem = strlen(name);
    if (stem > 4 && strcmp(name + stem - 4, ".ccl") == 0)
      stem -= 4;
    fprintf(out, "  { { \"%.*s\", %zu }, { (const char *)text_%d, %zu } },\n", (int)stem, name, stem, i, lengths[i]);
  }
  fprintf(out, "  { { 0, 0 }, { 0, 0 } }\n};\nconst size_t ccl_library_count = %d;\n", count);
  if (fclose(out) != 0)
    stop("cannot be written", argv[1]);
  free(lengths);
  return 0;
}
