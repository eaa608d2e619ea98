#include "pack.h"
#include <stdio.h>

int main(int argc, char **argv)
{
	static unsigned char buf[1 << 20];
	unsigned long lines = 0;
	size_t n;
	FILE *f;

	if (argc != 2) {
		fprintf(stderr, "usage: wordbox FILE\n");
		return 64;
	}
	f = fopen(argv[1], "rb");
	if (!f) {
		perror(argv[1]);
		return 1;
	}
	n = fread(buf, 1, sizeof buf, f);
	fclose(f);
	for (size_t i = 0; i < n; i++)
		lines += buf[i] == '\n';
	printf("%lu line%s, %zu bytes, %lu packed\n", lines, lines == 1 ? "" : "s", n, packed_size(buf, n));
	return 0;
}
