#include <netdb.h>

int main(void)
{
	struct addrinfo *a;
	return getaddrinfo("example.org", "80", 0, &a);
}
