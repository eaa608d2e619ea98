/* Says hello over HTTP, one caller after the other. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void stop(int number) { _exit(number == SIGTERM ? 0 : 1); }

int main(void) {
  const char *name = getenv("NAME");
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8080)};
  int on = 1, server = socket(AF_INET, SOCK_STREAM, 0);
  signal(SIGTERM, stop);
  signal(SIGINT, stop);
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(server, (struct sockaddr *)&address, sizeof address) || listen(server, 8)) {
    perror("hello");
    return 1;
  }
  for (;;) {
    char request[4096], body[256];
    int client = accept(server, NULL, NULL);
    if (client < 0) continue;
    if (read(client, request, sizeof request) > 0) {
      int found = !strncmp(request, "GET / ", 6);
      snprintf(body, sizeof body, found ? "Hello, %s!\n" : "%s is not here\n", name ? name : "you");
      dprintf(client, "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n%s",
              found ? "200 OK" : "404 Not Found", strlen(body), body);
    }
    close(client);
  }
}
