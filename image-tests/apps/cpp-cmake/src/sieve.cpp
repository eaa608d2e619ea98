#include "sieve.hpp"

std::vector<int> primes_below(int limit) {
  std::vector<bool> composite(limit, false);
  std::vector<int> primes;
  for (int n = 2; n < limit; ++n) {
    if (composite[n]) continue;
    primes.push_back(n);
    for (long m = static_cast<long>(n) * n; m < limit; m += n) composite[m] = true;
  }
  return primes;
}
