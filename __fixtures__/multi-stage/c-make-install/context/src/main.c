#include <stdio.h>
#include <zlib.h>

int main(void)
{
	FILE *f = fopen("/usr/local/share/pack/table.txt", "r");
	return f == NULL || crc32(0, Z_NULL, 0) != 0;
}
