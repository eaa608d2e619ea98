#pragma once
#include <vector>

/// The primes below a limit.
std::vector<int> primes_below(int limit);
