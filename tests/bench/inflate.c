/* SPDX-License-Identifier: Apache-2.0 */
/* inflate FILE.gz: inflates it and throws the bytes away. What a reader of .gz cannot do without. */
#include <stdio.h>
#include <zlib.h>

int main(int argc, char **argv) {
  static char block[256 << 10];
  gzFile file = argc == 2 ? gzopen(argv[1], "rb") : NULL;
  if (!file || gzbuffer(file, sizeof block) != 0)
    return fputs("inflate FILE.gz\n", stderr), 2;
  int count;
  while ((count = gzread(file, block, sizeof block)) > 0) {
  }
  return gzclose(file) != Z_OK || count < 0;
}
