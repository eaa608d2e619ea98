#include <iostream>
#include <stdexcept>
#include <string>

#include "sieve.hpp"

int main(int argc, char **argv) {
  try {
    const int limit = argc > 1 ? std::stoi(argv[1]) : 30;
    if (limit < 2) throw std::out_of_range("a limit is at least 2");
    for (const int prime : primes_below(limit)) std::cout << prime << '\n';
  } catch (const std::exception &error) {
    std::cerr << "primes: " << error.what() << '\n';
    return 5;
  }
}
