/* Fetches addresses, one after the other. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  int failed = 0;
  const char *base = getenv("BASE");
  if (argc < 2) {
    fputs("fetch URL...\n", stderr);
    return 2;
  }
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 2L);
  for (int i = 1; i < argc; i++) {
    char url[1024];
    snprintf(url, sizeof url, "%s%s", base ? base : "", argv[i]);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK) {
      fprintf(stderr, "%s: %s\n", url, curl_easy_strerror(code));
      failed++;
    }
  }
  curl_easy_cleanup(curl);
  return failed;
}
