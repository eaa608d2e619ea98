#include "pack.h"
#include <stdlib.h>
#include <zlib.h>

unsigned long packed_size(const unsigned char *data, unsigned long n)
{
	uLongf size = compressBound(n);
	unsigned char *out = malloc(size);

	if (!out || compress2(out, &size, data, n, 9) != Z_OK)
		size = 0;
	free(out);
	return size;
}
