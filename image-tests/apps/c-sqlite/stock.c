/* Answers a query about the stock, from a database that is part of the image. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int show(void *first, int columns, char **values, char **names) {
  (void)first;
  for (int i = 0; i < columns; i++) printf("%s%s=%s", i ? " " : "", names[i], values[i] ? values[i] : "");
  putchar('\n');
  return 0;
}

static char *read_all(const char *name) {
  static char text[65536];
  FILE *file = fopen(name, "r");
  if (!file) {
    perror(name);
    exit(2);
  }
  text[fread(text, 1, sizeof text - 1, file)] = 0;
  fclose(file);
  return text;
}

int main(int argc, char **argv) {
  sqlite3 *db;
  char *message = NULL;
  const char *query = argc > 1 ? argv[1] : "SELECT*FROM stock";
  if (sqlite3_open(":memory:", &db) || sqlite3_exec(db, read_all("stock.sql"), NULL, NULL, &message) ||
      sqlite3_exec(db, query, show, NULL, &message)) {
    fprintf(stderr, "stock: %s\n", message ? message : sqlite3_errmsg(db));
    return 1;
  }
  return sqlite3_close(db);
}
