#include <stdlib.h>

int main(void)
{
	return system("ls -l /tmp | sort");
}
