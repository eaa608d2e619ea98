/* Tells how small zlib makes each of the files. */
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#define LIMIT (1 << 20)

static int tell(const char *name) {
  static unsigned char in[LIMIT], out[LIMIT + LIMIT / 100 + 64];
  FILE *file = fopen(name, "rb");
  if (!file) {
    perror(name);
    return 1;
  }
  size_t size = fread(in, 1, LIMIT, file);
  fclose(file);
  uLongf packed = sizeof out;
  if (compress2(out, &packed, in, size, 9) != Z_OK) return 1;
  printf("%s: %zu -> %lu, crc %08lx\n", name, size, packed, crc32(0, in, (uInt)size));
  return 0;
}

int main(int argc, char **argv) {
  const char *words = getenv("WORDS");
  int failed = 0;
  if (argc == 1) failed |= tell(words ? words : "/usr/local/share/pack/words.txt");
  for (int i = 1; i < argc; i++) failed |= tell(argv[i]);
  return failed ? 6 : 0;
}
