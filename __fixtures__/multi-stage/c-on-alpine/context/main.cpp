#include <curl/curl.h>

int main() { return curl_global_init(CURL_GLOBAL_ALL); }
