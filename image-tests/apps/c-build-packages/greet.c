#include <stdio.h>

int main(int argc, char **argv) {
  if (argc < 2) {
    fputs("usage: greet NAME...\n", stderr);
    return 2;
  }
  for (int i = 1; i < argc; i++) printf("Hello, %s\n", argv[i]);
  return 0;
}
