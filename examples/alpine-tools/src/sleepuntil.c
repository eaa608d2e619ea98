/* sleepuntil N: sleeps until the clock is at a multiple of N seconds. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	long n = argc == 2 ? atol(argv[1]) : 0;

	if (n <= 0) {
		fprintf(stderr, "usage: sleepuntil SECONDS\n");
		return 64;
	}
	sleep(n - time(NULL) % n);
	return 0;
}
