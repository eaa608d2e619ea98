/* Tickd counts, and leaves its process number in /run, as daemons do. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PID_FILE "/run/tickd/tickd.pid"

static void stop(int number)
{
	unlink(PID_FILE);
	_exit(number == SIGTERM ? 0 : 1);
}

static void write_pid(void)
{
	FILE *file = fopen(PID_FILE, "w");
	if (!file) {
		perror(PID_FILE);
		exit(1);
	}
	fprintf(file, "%d\n", (int)getpid());
	fclose(file);
}

int main(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(7000) };
	int on = 1, ticks = 0;
	int server = socket(AF_INET, SOCK_STREAM, 0);

	write_pid();
	signal(SIGTERM, stop);
	setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(server, (struct sockaddr *)&address, sizeof address) || listen(server, 8)) {
		perror("port 7000");
		return 1;
	}
	for (;;) {
		char request[4096], answer[128];
		int client = accept(server, NULL, NULL);
		if (client < 0 || read(client, request, sizeof request) < 0)
			continue;
		int length = snprintf(answer, sizeof answer,
			"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\ntick %d\n",
			++ticks);
		if (write(client, answer, length) < 0)
			perror("write");
		close(client);
	}
}
